import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import { startedPort } from '../build/start-commands.ts'

/** What has a port of the app on its machines: its command, a variable that they set, or the default of one in the code. */
export interface AppPort {
  by: string
  at: SourceLocation
}

const IS_PORT = /(?:^|_)(?:PORT|ADDR|ADDRESS|BIND|LISTEN)$/
const numberOf = (value: string): number => Number(/(?:^|:)(\d{2,5})$/.exec(value)?.[1])

/** What gives the app a port that its service does not have; undefined where something may give it another one. */
export function appPort(port: number, app: ChosenApp, files: readonly TextFile[]): AppPort | undefined {
  const started = startedPort(app.facts)
  const at = { file: app.facts.file, line: 1, column: 1 }
  if (started !== undefined) return started === port ? { by: 'its command', at } : undefined
  const isRead = (key: string) => files.some(({ text }) => new RegExp(`(?<!\\w)${key}(?!\\w)`).test(text))
  const set = [...machineVariables(app)].filter(([key]) => IS_PORT.test(key) && isRead(key))
  const found = set.find(([, { value }]) => numberOf(value) === port)
  if (set.some(([, { value }]) => app.facts.ports.includes(numberOf(value)))) return undefined
  return found
    ? { by: found[0], at: found[1].at }
    : defaultOf(
        port,
        set.map(([key]) => key),
        files,
      )
}

/** The variable that the machines do not set and that has the port by default: `process.env.API_PORT ?? 3000`. */
function defaultOf(port: number, set: readonly string[], files: readonly TextFile[]): AppPort | undefined {
  const pattern = new RegExp(
    `(?<![A-Z\\d_])((?:[A-Z]{1,20}_){0,3}PORT)\\b(?=[^\\n]{0,80}(?<![\\d.])${port}(?!\\d))`,
  )
  return files
    .flatMap(({ file, text }) =>
      text.includes(String(port))
        ? text.split('\n').flatMap((line, i) => {
            const key =
              line.length < 500 && !/^\s*(?:\/\/|#(?!\[)|\*)/.test(line) ? pattern.exec(line)?.[1] : undefined
            return key === undefined ? [] : [{ by: key, at: { file, line: i + 1, column: 1 } }]
          })
        : [],
    )
    .find(({ by }) => !set.includes(by))
}

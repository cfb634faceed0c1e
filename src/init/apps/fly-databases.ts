import { shellWords } from '../../formats/dockerfile.ts'
import type { FlyToml, Text } from '../../formats/fly-toml.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { placeText } from '../findings.ts'
import type { FlyFacts } from './scan-fly.ts'

/** Databases that commands of flyctl make and update: nothing in a repository is built for them. */

/** Whether the health checks are those that only Fly Postgres answers. */
export const hasPostgresChecks = ({ services, checks }: FlyToml): boolean =>
  postgresCheck({ services, checks }) !== undefined

const postgresCheck = ({ services, checks }: Pick<FlyToml, 'services' | 'checks'>): Text | undefined =>
  [...services.flatMap((service) => service.checks), ...checks]
    .flatMap((check) => check.text('path') ?? [])
    .find(({ value }) => value.startsWith('/flycheck/'))

/** Whether an app answers HTTP: it is more than a store. */
export const isSite = ({ services }: FlyToml): boolean =>
  services.some(
    ({ http, ports }) => http || ports.some(({ handlers }) => handlers.some((handler) => handler === 'http')),
  )

/** Why an app is a database of Fly: its Fly configuration is that of one, or a command has made it or connects to it. */
export function flyDatabase(
  app: string | undefined,
  { file, fly }: FlyFacts,
  texts: readonly TextFile[],
): string | undefined {
  if (fly.build || fly.processes.length > 0 || isSite(fly)) return undefined
  const check = postgresCheck(fly)
  if (check) return `${placeText({ file, ...check.at })} has a health check of Fly Postgres (${check.value})`
  // The names that flyctl gives the volume of Fly Postgres.
  const volume = fly.mounts
    .flatMap((mount) => mount.text('source') ?? [])
    .find(({ value }) => /^pg_data(?:_machines)?$/.test(value))
  if (volume) return `${placeText({ file, ...volume.at })} has the volume of Fly Postgres (${volume.value})`
  return texts.flatMap((text) => commandsOf(app, text))[0]
}

/** `fly pg create --name shop-db`, `flyctl postgres attach shop-db`, with the lines that it goes on in. */
const COMMAND = /\bfly(?:ctl)?[ \t]+(pg|postgres|redis)[ \t]+([a-z]+)\b((?:[^\n\\;&|`#]|\\\r?\n?){0,500})/g

const commandsOf = (app: string | undefined, { file, text }: TextFile): string[] =>
  [...text.matchAll(COMMAND)].flatMap(({ index, 1: kind = '', 2: verb = '', 3: rest = '' }) =>
    app !== undefined && namesIn(verb, rest).includes(app)
      ? [`${placeText({ file, line: lineAt(text, index), column: 1 })} has \`fly ${kind} ${verb}\` for it`]
      : [],
  )

/** The databases that a command names. `--app` names it as well, unless it is the app that the database is for. */
function namesIn(verb: string, rest: string): string[] {
  const words = shellWords(rest.replace(/\\\r?\n/g, ' ').replace(/(\s--?[\w-]+)=/g, '$1 '))
  const isFor = /^(?:attach|detach)$/.test(verb)
  return words.filter((word, i) => {
    const before = words[i - 1] ?? ''
    const isName = /^(?:--name|-n|--postgres-app)$/.test(before) || (!isFor && /^(?:--app|-a)$/.test(before))
    return !word.startsWith('-') && (isName || !before.startsWith('-'))
  })
}

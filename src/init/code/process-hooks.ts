import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { startCommands } from '../build/start-commands.ts'
import { type Endpoint, placeText } from '../findings.ts'
import { type Definition, definitionIn } from '../routes/definitions.ts'
import type { AppCode } from './app-code.ts'
import type { CodeClaims } from './claims.ts'
import { listensAt, portAt } from './ports.ts'

/** What a program of Celery calls at a signal: `@worker_init.connect` in front of a function, `beat_init.connect(serve)`. */
const CONNECTED =
  /^@(?:\w{1,40}\.)?(?<before>celeryd|worker|beat)_\w{1,40}\.connect\b[^\n]{0,100}\n(?:@[^\n]{0,100}\n){0,4}(?:async )?def (?<named>\w{1,60})|^(?:\w{1,40}\.)?(?<of>celeryd|worker|beat)_\w{1,40}\.connect\(\s*(?<given>\w{1,60})/gm
/** The program of Celery that a command starts. */
const PROGRAM = /\bcelery\b[^;&|]{0,300}?\s(worker|beat)\b/

interface Hook {
  /** The program of Celery that calls it. */
  program: string
  at: SourceLocation
  listener: Listener
}

interface Listener {
  at: SourceLocation
  port: number | undefined
}

/**
 * The endpoints of the process groups that start a server for their metrics at a signal: the workers and the scheduler of
 * Celery, beside a web server that has a route.
 */
export function hookedEndpoints(
  { facts }: ChosenApp,
  { files, startedBy }: CodeClaims,
  starts: AppCode['starts'],
): Endpoint[] {
  const hooks = files.flatMap((file) => hooksIn(file, files))
  if (hooks.length === 0) return []
  // What a process group starts may not be known.
  const isStarted = (at: SourceLocation, process: string | undefined) =>
    [...startedBy(at), ...starts.filter((one) => one.files.length === 0)].some(
      (one) => one.process === process,
    )
  return startCommands(facts).flatMap(({ process, command }): Endpoint[] => {
    const program = PROGRAM.exec(command)?.[1]
    const hook = hooks.find((one) => one.program === program && isStarted(one.at, process))
    const port = hook && (portOfMachines(facts) ?? hook.listener.port)
    if (!hook || port === undefined) return []
    const why = `${placeText(hook.at)} starts the server for metrics of ${placeText(hook.listener.at)} in each ${program}`
    return [{ port, path: '/metrics', at: hook.at, why, ...(process !== undefined && { process }) }]
  })
}

/** The port that the machines have in their environment. */
function portOfMachines({ fly: { env } }: ChosenApp['facts']): number | undefined {
  const value = env.find(({ key }) => /^(?:\w+_)?(?:METRICS|PROM(?:ETHEUS)?)_PORT$/.test(key))?.value
  return Number(value) > 0 ? Number(value) : undefined
}

function hooksIn(source: TextFile, files: readonly TextFile[]): Hook[] {
  const { file, text } = source
  if (!file.endsWith('.py') || !text.includes('.connect')) return []
  return [...text.matchAll(CONNECTED)].flatMap(({ index, groups }) => {
    const name = groups?.named ?? groups?.given ?? ''
    const listener = listenerOf(name, file, { files, steps: MOST_STEPS })
    const program = (groups?.before ?? groups?.of ?? '').replace('celeryd', 'worker')
    return listener ? [{ program, at: { file, line: lineAt(text, index), column: 1 }, listener }] : []
  })
}

/** From the function of the signal to the one that listens. */
const MOST_STEPS = 4
const MOST_CALLS = 12

/** The server that a function starts, itself or by what it calls; the port is in any of the functions on the way. */
function listenerOf(
  name: string,
  near: string,
  { files, steps }: { files: readonly TextFile[]; steps: number },
): Listener | undefined {
  const definition = steps > 0 ? definitionIn(files, near)(name) : undefined
  if (!definition) return undefined
  const lines = definition.text.split('\n')
  const own =
    lines.map((_, i) => portAt(lines, i)).find((port) => port !== undefined) ?? defaultOf(definition)
  const at = lines.findIndex(listensAt)
  if (at >= 0) return { at: { file: definition.file, line: definition.line + at, column: 1 }, port: own }
  const called = [...definition.text.matchAll(/(?<!def )\b([a-z_]\w{2,60})\(/g)].slice(0, MOST_CALLS)
  for (const [, other = ''] of called) {
    const found = other === name ? undefined : listenerOf(other, definition.file, { files, steps: steps - 1 })
    if (found) return { ...found, port: own ?? found.port }
  }
  return undefined
}

/** The default of a parameter: `def serve(port: int = 8000):`. */
function defaultOf({ text }: Definition): number | undefined {
  const port = Number(/^[^\n]{0,200}\bport\b[^\n,=]{0,40}=\s*(\d{4,5})\b/.exec(text)?.[1])
  return port > 0 ? port : undefined
}

import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import type { BuildSources } from '../build/sources.ts'
import { mainCommand, startedPort } from '../build/start-commands.ts'
import { startsMore } from '../build/start-script.ts'
import { type Endpoint, initNote } from '../findings.ts'
import { bindingsIn } from '../routes/bindings.ts'
import type { CodeClaims } from './claims.ts'
import type { CodeHint } from './code-hint.ts'
import { type ListenPort, listenPort } from './listen-port.ts'
import { namesPort } from './named-ports.ts'
import type { PortContext } from './port-value.ts'

/** What listens in front of a server of Rails, and what runs a command with values of its own. */
const OTHER_PROGRAM = /\bthrust\b|\b(?:run|exec)\b[^&|;]{0,80}\s--\s/
/** What Python runs: another program may load the code of the app, and listen itself. */
const PYTHON_RUNS = /\bpython[\d.]*\s+(?:-[a-zA-Z]*[^m\s]\s+)*(?:-m\s+([\w.]+)|[\w./-]+\.py\b)/

/** Where the values of ports in a file are: in it, in what it imports, and in the other files that the app starts. */
export function portContext(
  app: ChosenApp,
  { files, isStarted, resolve }: CodeClaims,
): (source: TextFile) => PortContext {
  const variables = machineVariables(app)
  const command = mainCommand(app.facts)
  const started = files.filter(({ file }) => isStarted(file))
  return (source) => {
    const imported = [...bindingsIn(source).values()].flatMap(({ module }) => resolve(module, source.file))
    const near = new Set([source, ...imported])
    const others = started.filter((one) => !near.has(one))
    return { files: [...near], others, command, valueOf: (name) => variables.get(name)?.value }
  }
}

/**
 * The port that the server of a route listens on, as the code and the variables of the machines say it; undefined where something
 * else may decide it. It is rather in the file of the route, and given what that is registered on.
 */
export function serverPort(
  app: ChosenApp,
  claims: CodeClaims,
  { route, packages }: { route: CodeHint | undefined; packages: BuildSources['packages'] },
): ListenPort | undefined {
  const { files, isStarted, settings } = claims
  const command = mainCommand(app.facts)
  const isPlain = command.trim() !== '' && !startsMore(command) && !OTHER_PROGRAM.test(command)
  if (!app.facts.build || !isPlain || startedPort(app.facts) !== undefined) return undefined
  const isRun = ({ file }: TextFile) =>
    isStarted(file) && (!file.endsWith('.py') || runsPython(command, files))
  const contextOf = portContext(app, claims)
  const find = (some: readonly TextFile[], on = '') =>
    some.filter(isRun).flatMap((one) => listenPort(one, on, contextOf(one)) ?? [])
  const own = find(
    files.filter(({ file }) => file === route?.at.file),
    route?.on,
  )
  const [only, ...more] = own.length > 0 ? own : find(files)
  const isAgreed = more.every(({ port, variable }) => port === only?.port && variable === only?.variable)
  if (!only || !isAgreed) return undefined
  const { variable, isSet } = only
  // What starts it, or a file that it loads, may set the variable.
  const sets = new RegExp(`(?<!\\w)${variable}\\s*=`)
  const given = [
    ...packages.flatMap(({ scripts }) => Object.values(scripts)),
    ...[...settings()].flatMap((one) => (SAMPLE.test(one.file) ? [] : [one.text])),
  ]
  if (variable !== undefined && !isSet && given.some((text) => sets.test(text))) return undefined
  const code = files.filter(isRun)
  const isAnother = app.facts.ports.some(
    (port) => port !== only.port && namesPort(port, app, { code, settings: settings(), isWhole: true }),
  )
  return isAnother ? { ...only, isBesideAsked: true } : only
}

/** Settings of other environments, which no machine of Fly has. */
const SAMPLE = /example|sample|template|\.dist$|\blocal\b|\btest\b|\bdev/

function runsPython(command: string, files: readonly TextFile[]): boolean {
  const found = PYTHON_RUNS.exec(command)
  const module = found?.[1]?.replaceAll('.', '/')
  const isModule = ({ file }: TextFile) => file.replace(/(?:\/__main__)?\.py$/, '').endsWith(module ?? '')
  return found !== null && (module === undefined || files.some(isModule))
}

/** What a person should know about a server whose port is not the one that Fly's proxy asks. */
export function listenNotes(
  { port }: Endpoint,
  { app, facts }: ChosenApp,
  listens: ListenPort | undefined,
): Diagnostic[] {
  const { ports, file } = facts
  const [asked] = ports
  if (!listens || asked === undefined || (listens.port !== undefined && ports.includes(listens.port)))
    return []
  const { at, variable, isSet } = listens
  const unset = `nothing in this repository sets ${variable} for the machines of ${app}`
  const set = `Set ${variable} = ${quoted(String(asked))} in \`[env]\` of ${file}`
  if (listens.port === undefined)
    return [
      initNote(
        at.file,
        at,
        `The server of ${app} listens on the port in ${quoted(variable ?? '')} here, and ${unset}. The draft has ${port}, the port of its service.`,
        `${set}, if no secret of the app does so.`,
      ),
    ]
  if (listens.port !== port || listens.isBesideOthers) return []
  if (listens.isBesideAsked)
    return [
      initNote(
        at.file,
        at,
        `A server of ${app} listens on port ${port} here, and its service has ${asked}, which the program has as well. The draft has ${port}.`,
        `If the metrics are on ${asked}, correct the port of the service in the draft.`,
      ),
    ]
  const why = variable === undefined ? '' : isSet ? `, which is ${variable} of its machines` : `: ${unset}`
  return [
    initNote(
      at.file,
      at,
      `The server of ${app} listens on port ${port} here${why}. internal_port ${asked} of ${file} answers nothing. The draft has ${port}.`,
      variable === undefined
        ? `Give both the same port.`
        : `${set}, or correct its service${isSet ? '' : `; if a secret of the app sets ${variable}, correct the port of the service in the draft`}.`,
    ),
  ]
}

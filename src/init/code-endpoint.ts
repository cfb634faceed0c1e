import { posix } from 'node:path'
import { globMatches } from '../formats/glob.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import type { ChosenApp } from './chosen-app.ts'
import { codeFolder, isBelow } from './code-folder.ts'
import type { MetricsEvidence } from './evidence.ts'
import { type Endpoint, initNote, placeText } from './findings.ts'
import type { FoundLibrary } from './libraries.ts'
import { type CodeHint, scanCode } from './scan-code.ts'

/** The endpoints that the code of an app publishes, from its libraries and its routes; a note when only a part is known. */
export function codeEndpoints(
  app: ChosenApp,
  apps: readonly ChosenApp[],
  { manifests, libraries, code }: MetricsEvidence,
): CodeEndpoints {
  const folder = codeFolder(app, manifests)
  // What a Dockerfile builds that is not in the repository may be anything, next to other apps.
  const isUnknown = app.facts.fly.build?.has('dockerfile') && !app.facts.build && apps.length > 1
  if (folder === undefined || isUnknown) return NONE
  const folders = apps.map((other) => codeFolder(other, manifests))
  const others = folders.flatMap((other) =>
    other !== undefined && other !== folder && isBelow(other, folder) ? other : [],
  )
  const named = libraryIn(folder, others, libraries)
  const sharing = apps.filter((_, i) => folders[i] === folder)
  // A worker that is built from the folder of a web app has its libraries, but need not publish anything.
  if (sharing[0] !== app && !named) return NONE
  const { hints, isUsed, isInApp } = scanCode(code(folder, others), { checks: checksOf(app), library: named })
  const library = named && isPublished(named, hints) ? named : undefined
  const isFirst = (starterOf(sharing, hints) ?? ownerOf(sharing, library, hints)) === app
  const apart = library && (!isFirst || app.facts.ports.length > 0) ? listenerApart(hints) : undefined
  const listeners = library && apart ? startedListeners(apart, { library, hints, app }) : []
  const found = isFirst ? (library ?? writtenByHand(hints)) : undefined
  if (!found) return { endpoints: listeners, notes: [] }
  // What only configures a library publishes nothing by itself, and a recorder leaves that to a route of the app.
  const isOwn = isUsed && !(isInApp && hints.every(({ listens }) => !listens))
  const source: FoundLibrary = isOwn ? found : { ...found, port: 'app', path: undefined }
  const main = endpointOf(source, apart ? hints.filter(({ path }) => path !== undefined) : hints, app)
  return { endpoints: [...main.endpoints, ...listeners], notes: main.notes }
}

/**
 * Which of the apps of a folder publishes the metrics of its code: one whose image has the library, and rather one that the file
 * with the route is named after.
 */
function ownerOf(
  sharing: readonly ChosenApp[],
  library: FoundLibrary | undefined,
  hints: readonly CodeHint[],
): ChosenApp | undefined {
  const having = library ? sharing.filter((one) => hasFile(one, library.at.file)) : []
  const [first, ...more] = having.length > 0 ? having : sharing
  const words =
    preferred(hints)
      ?.at.file.toLowerCase()
      .split(/[^a-z0-9]+/) ?? []
  const isMeant = ({ app }: ChosenApp) =>
    app
      .split('-')
      .some((word) => words.includes(word) && !sharing.every((one) => one.app.split('-').includes(word)))
  return more.length === 0
    ? first
    : ([first, ...more].find((one) => one !== undefined && isMeant(one)) ?? first)
}

/** Whether the Dockerfile of an app copies a file, as far as it is known. */
function hasFile({ facts: { build } }: ChosenApp, file: string): boolean {
  if (!build || build.copied.length === 0) return true
  const name = posix.basename(file)
  return build.copied.some(
    (path) =>
      isBelow(file, posix.normalize(path).replace(/\/$/, '')) || globMatches(posix.basename(path), name),
  )
}

/** The library of a folder without the folders of other apps, rather one that has a path of its own. */
function libraryIn(
  folder: string,
  others: readonly string[],
  libraries: readonly FoundLibrary[],
): FoundLibrary | undefined {
  const inFolder = libraries.filter(
    ({ at: { file } }) => isBelow(file, folder) && !others.some((other) => isBelow(file, other)),
  )
  return inFolder.find(({ path }) => path !== undefined) ?? inFolder[0]
}

/** A package of the repository may be used for something else than metrics: only a route shows that they are. */
const isPublished = ({ isShared }: FoundLibrary, hints: readonly CodeHint[]): boolean =>
  !isShared || hints.some(({ isServed }) => isServed)

/** The app, of several that are built from one folder, whose command starts the file that answers with the metrics. */
function starterOf(apps: readonly ChosenApp[], hints: readonly CodeHint[]): ChosenApp | undefined {
  const served = hints.filter(({ isServed }) => isServed)
  return apps.find(({ facts }) =>
    commandsOf(facts).some(({ command }) => served.some(({ at: { file } }) => starts(command, file))),
  )
}

/** The endpoints of an app that its code says, and what a person should know about them, or has to fill in. */
export interface CodeEndpoints {
  endpoints: Endpoint[]
  notes: Diagnostic[]
}

const NONE: CodeEndpoints = { endpoints: [], notes: [] }

/**
 * The listener of another process, next to a route of the app that answers with the metrics of its own: a worker calls
 * `start_http_server`, and the web server has a route.
 */
function listenerApart(hints: readonly CodeHint[]): CodeHint | undefined {
  const listener = hints.find(({ listens }) => listens)
  return hints.some(({ isServed, at }) => isServed && at.file !== listener?.at.file) ? listener : undefined
}

/** The endpoints of a listener in the process groups whose command starts its file. */
function startedListeners(
  listener: CodeHint,
  { library, hints, app: { facts } }: { library: FoundLibrary; hints: readonly CodeHint[]; app: ChosenApp },
): Endpoint[] {
  const ported = listener.port === undefined ? hints.find(({ port }) => port !== undefined) : listener
  if (ported?.port === undefined) return []
  const { port } = ported
  const where = ported === listener ? '' : `, ${placeText(ported.at)} has the port`
  const why = `${placeText(library.at)} has ${library.name}, ${placeText(listener.at)} publishes its metrics${where}`
  const endpoint = { port, path: '/metrics', at: listener.at, why }
  return commandsOf(facts)
    .filter(({ command }) => starts(command, listener.at.file))
    .map(({ process }) => ({ ...endpoint, ...(process !== undefined && { process }) }))
}

/** What the machines of an app run, by process group. */
function commandsOf({ fly, build }: ChosenApp['facts']): { process?: string; command: string }[] {
  const isOne = fly.processes.length < 2
  if (fly.processes.length > 0)
    return fly.processes.map(({ key, value }) => ({ ...(!isOne && { process: key }), command: value }))
  const instructions = build?.content.instructions ?? []
  const command = instructions.filter(({ name }) => ['CMD', 'ENTRYPOINT'].includes(name))
  return [{ command: command.flatMap(({ words }) => words).join(' ') }]
}

/** Whether a command names a file of code: `python -m app.worker.main`, `node dist/worker.js`. */
function starts(command: string, file: string): boolean {
  const path = file.replace(/\.\w+$/, '')
  return command
    .split(/[\s"']+/)
    .map((word) => word.replace(/\.(?:[cm]?[jt]s|py|rb)$/, '').replace(/\./g, '/'))
    .some((word) => word.includes('/') && (path === word || path.endsWith(`/${word}`)))
}

/** The paths that the health checks of an app ask for. */
const checksOf = ({ facts: { fly } }: ChosenApp): string[] =>
  [...fly.services.flatMap(({ checks }) => checks), ...fly.checks].flatMap(
    (check) => check.text('path')?.value.replace(/\?.*$/, '') ?? [],
  )

/** Code that writes the text format of Prometheus and has a route for it; the port is that of the app, unless the code names one. */
function writtenByHand(hints: readonly CodeHint[]): FoundLibrary | undefined {
  const exposition = hints.find(({ isExposition }) => isExposition)
  if (!exposition || hints.every(({ path }) => path === undefined)) return undefined
  return { name: 'the text format of Prometheus', port: 'app', path: undefined, at: exposition.at }
}

function endpointOf(
  library: FoundLibrary,
  hints: readonly CodeHint[],
  { app, facts }: ChosenApp,
): CodeEndpoints {
  const { at } = library
  const route = hints.find(({ path }) => path !== undefined && path === library.path) ?? preferred(hints)
  // A server in the file of the route is nearer than a setting elsewhere that has a name about metrics.
  const isNear = ({ at: { file }, listens }: CodeHint) =>
    listens || route?.serves === undefined || file === route.at.file
  const ported = hints.find((hint) => hint.port !== undefined && isNear(hint))
  // A port of its own needs no route.
  const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined)
  const port = ported?.port ?? usualPort(library, { hints, facts, route })
  if (path === undefined || typeof port === 'string') {
    const what = path === undefined ? 'no route that publishes them was found' : port
    const message = `${placeText(at)} has ${library.name}, so ${app} may have metrics, but ${what}.`
    const hint = 'Fill in the port and the path that publish them, in a service of this app.'
    return { endpoints: [], notes: [initNote(at.file, at, message, hint)] }
  }
  const route_ = route ? `, ${placeText(route.at)} has ${path}` : ''
  const portAt = ported ? `, ${placeText(ported.at)} has the port` : ''
  const where = ported || library.port !== 'app' ? '' : " on the app's own port"
  const why = `${placeText(at)} has ${library.name}${route_}${portAt}${where}`
  const process = ported || library.port !== 'app' ? undefined : facts.mainProcess
  const endpoint = { port, path, ...(process !== undefined && { process }), at: route?.at ?? at, why }
  return { endpoints: [endpoint], notes: route?.guard === undefined ? [] : [guardNote(route, route.guard)] }
}

/** A note about a route that answers only whom it knows. */
const guardNote = ({ at, path }: CodeHint, guard: string): Diagnostic =>
  initNote(
    at.file,
    at,
    `${path} has ${quoted(guard)} in front of it: a scrape without credentials may be refused.`,
    'Publish the metrics without it on a port that only the private network reaches, or give the service `authorization` or `basic_auth`.',
  )

/** The port where the code has no number for it, or why it is not known. */
function usualPort(
  { port }: FoundLibrary,
  {
    hints,
    facts: { file, ports },
    route,
  }: { hints: readonly CodeHint[]; facts: ChosenApp['facts']; route: CodeHint | undefined },
): number | string {
  if (port === 'app') return ports[0] ?? route?.serves ?? `${file} has no port`
  // Where the code sets the port of an endpoint of its own, it is not the default of the library.
  const listener = hints.find(({ listens }) => listens)
  return listener ? `the port is not a number in ${placeText(listener.at)}` : port
}

/** The route that is most likely the one of Prometheus: `/metrics` itself, or one that says so. */
const preferred = (hints: readonly CodeHint[]): CodeHint | undefined =>
  hints.find(({ path, isServed }) => path === '/metrics' && isServed) ??
  hints.find(({ path, isRoute }) => path === '/metrics' && isRoute) ??
  hints.find(({ path, isRoute }) => path?.includes('prometheus') && isRoute) ??
  hints.find(({ path }) => path === '/metrics') ??
  hints.find(({ path }) => path?.includes('prometheus')) ??
  hints.find(({ path }) => path !== undefined)

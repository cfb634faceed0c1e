import type { Diagnostic } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { startedPort } from '../build/start-commands.ts'
import { type Endpoint, initNote, placeText } from '../findings.ts'
import { type CodeHint, preferred } from './code-hint.ts'
import type { FoundLibrary } from './libraries.ts'
import type { ListenPort } from './listen-port.ts'
import { looseRoute, publishedNotes } from './notes.ts'
import { listenNotes } from './server-port.ts'

/** The endpoint of a library, as the code of an app says it; a note with what is missing where it is not known. */
export function madeEndpoint(
  library: FoundLibrary,
  hints: readonly CodeHint[],
  {
    chosen,
    listensOn,
    isOwn,
  }: {
    chosen: ChosenApp
    listensOn: (route: CodeHint | undefined) => ListenPort | undefined
    /** Whether a file is in a package of the app itself. */
    isOwn: (file: string) => boolean
  },
): { endpoints: Endpoint[]; notes: Diagnostic[] } {
  const { at } = library
  const { app, facts } = chosen
  const route = routeOf(library, hints, isOwn)
  // A server in the file of the route is nearer than a setting elsewhere that has a name about metrics.
  const isNear = ({ at: { file }, listens }: CodeHint) =>
    listens || route?.serves === undefined || file === route.at.file
  const ported = hints.find((hint) => hint.port !== undefined && isNear(hint))
  // A port of its own needs no route.
  const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined)
  const isApp = !ported && library.port === 'app'
  const listens = isApp ? listensOn(route) : undefined
  const port = ported?.port ?? listens?.port ?? usualPort(library, { hints, facts, route })
  if (path === undefined || route?.isLoose || typeof port === 'string')
    return { endpoints: [], notes: [unknownNote(library, { app, route, path, port })] }
  const listener = route ? undefined : hints.find(({ listens }) => listens)
  const published = route ?? listener
  const why = evidenceOf(library, { route, listener, ported })
  const process = isApp ? facts.mainProcess : undefined
  const endpoint = {
    port,
    path,
    ...(process !== undefined && { process }),
    at: published?.at ?? at,
    why,
  }
  return {
    endpoints: [endpoint],
    notes: [...publishedNotes(published, { path, hints, chosen }), ...listenNotes(endpoint, chosen, listens)],
  }
}

/** The route of the metrics: where a package of the app has one, what it shares with others may answer elsewhere. */
function routeOf(
  { path: usual }: FoundLibrary,
  hints: readonly CodeHint[],
  isOwn: (file: string) => boolean,
): CodeHint | undefined {
  const own = hints.filter(
    ({ at, isServed, isRoute, isLoose }) => isServed && isRoute && !isLoose && isOwn(at.file),
  )
  return hints.find(({ path }) => path !== undefined && path === usual) ?? preferred(own) ?? preferred(hints)
}

/** What is not known of the endpoint of a library. */
function unknownNote(
  { at, name, closed }: FoundLibrary,
  {
    app,
    route,
    path,
    port,
  }: { app: string; route: CodeHint | undefined; path: string | undefined; port: number | string },
): Diagnostic {
  const unknown = path === undefined ? (closed?.closed ?? NO_ROUTE) : String(port)
  const what = route?.isLoose ? looseRoute(route) : unknown
  const message = `${placeText(at)} has ${name}, so ${app} may have metrics, but ${what}.`
  const hint = closed?.hint ?? 'Fill in the port and the path that publish them, in a service of this app.'
  return initNote(at.file, at, message, hint)
}

const NO_ROUTE = 'no route that publishes them was found'

/** The evidence of an endpoint in words: its library, what publishes it, and what has its port. */
function evidenceOf(
  { at, name, port }: FoundLibrary,
  { route, listener, ported }: Record<'route' | 'listener' | 'ported', CodeHint | undefined>,
): string {
  const parts = [
    `${placeText(at)} has ${name}`,
    ...(route
      ? [`${placeText(route.at)} ${route.isMounted ? 'mounts an app under' : 'has'} ${route.path}`]
      : []),
    ...(listener ? [`${placeText(listener.at)} publishes its metrics`] : []),
    ...(ported && ported !== listener ? [`${placeText(ported.at)} has the port`] : []),
  ]
  return `${parts.join(', ')}${ported || port !== 'app' ? '' : " on the app's own port"}`
}

/** The port where the code has no number for it, or why it is not known. */
function usualPort(
  { port }: FoundLibrary,
  {
    hints,
    facts,
    route,
  }: { hints: readonly CodeHint[]; facts: ChosenApp['facts']; route: CodeHint | undefined },
): number | string {
  const { file, ports } = facts
  if (port === 'app')
    return startedPort(facts) ?? ports[0] ?? route?.serves ?? portVariable(facts) ?? `${file} has no port`
  // Where the code sets the port of an endpoint of its own, it is not the default of the library.
  const listener = hints.find(({ listens }) => listens)
  return listener ? `the port is not a number in ${placeText(listener.at)}` : port
}

/** The port that a program without a service is given: `PORT`, which is there for nothing else. */
const portVariable = ({ fly }: ChosenApp['facts']): number | undefined =>
  Number(fly.env.find(({ key }) => key === 'PORT')?.value) || undefined

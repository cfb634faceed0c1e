import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { startedPort } from '../build/start-commands.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type Endpoint, initNote, placeText } from '../findings.ts'
import { withSettings } from '../jvm/endpoint.ts'
import { programEndpoints } from '../programs/settings.ts'
import type { AppCode } from './app-code.ts'
import { type CodeClaims, claimsOf } from './claims.ts'
import type { FoundLibrary } from './libraries.ts'
import { namesPort } from './named-ports.ts'
import { absentNote, looseRoute, portNotes, routeNotes, sharedNote } from './notes.ts'
import { hookedEndpoints } from './process-hooks.ts'
import { type CodeFindings, type CodeHint, isCode, preferred, scanCode } from './scan-code.ts'
import { hasOpenPort, isWhole, publishesNothing } from './silence.ts'

/** The endpoints that the code of an app publishes, from its libraries and its routes; a note when only a part is known. */
export function codeEndpoints(
  app: ChosenApp,
  codes: ReadonlyMap<ChosenApp, AppCode>,
  evidence: MetricsEvidence,
): CodeEndpoints {
  // What a Dockerfile builds that is not in the repository may be anything, next to other apps.
  const isUnknown = app.facts.fly.build?.has('dockerfile') && !app.facts.build && codes.size > 1
  const starts = codes.get(app)?.starts ?? []
  if (starts.length > 0 && starts.every(({ absent }) => absent !== undefined))
    return { ...NONE, notes: [absentNote(app, few(starts.flatMap(({ absent }) => absent ?? [])))] }
  const claims = isUnknown ? undefined : claimsOf(app, codes, evidence)
  if (!claims)
    return {
      ...NONE,
      endpoints: programEndpoints(app, evidence),
      isHere: app.facts.build !== undefined,
      names: (port) => namesPort(port, app, { code: [], settings: [], isWhole: false }),
    }
  const { files, library, resolve } = claims
  const scanned = withSettings(scanCode(files, { checks: checksOf(app), library, resolve }), claims)
  const chosen = chosenEndpoints(app, claims, scanned)
  const isAll = isWhole(app, claims)
  return {
    ...chosen,
    endpoints: chosen.endpoints.length > 0 ? chosen.endpoints : programEndpoints(app, evidence),
    hooked: hookedEndpoints(app, claims, starts),
    isClosed: library?.closed !== undefined,
    isHere: files.length > 0,
    isSilent: isAll && publishesNothing(claims, scanned.hints),
    isWhole: isAll && !hasOpenPort(claims, scanned.hints),
    // The settings of a library that nothing starts open no port.
    names: (port) =>
      (library?.use === undefined || scanned.isUsed) &&
      (port === library?.port ||
        namesPort(port, app, { code: files, settings: [...claims.settings()], isWhole: isAll })),
    paths: answeredPaths(scanned.hints),
  }
}

/** The paths of routes. A middleware compares a path as clients write it, which a route with a slash at its end redirects. */
function answeredPaths(hints: readonly CodeHint[]): Set<string> {
  const found = hints.filter(
    ({ path, isRoute, isServed }) =>
      isRoute || isServed || !hints.some((other) => other.isRoute && other.path === `${path}/`),
  )
  return new Set(found.flatMap(({ path }) => path ?? []))
}

/** The endpoints that the code says, next to whether it says so for certain. */
function chosenEndpoints(
  app: ChosenApp,
  claims: CodeClaims,
  scanned: CodeFindings,
): Pick<CodeEndpoints, 'endpoints' | 'notes' | 'isCertain'> {
  const { hints: own, isFirst } = claims.ofApp(scanned.hints)
  const hints = claims.configured ? scanned.hints : own
  const library = claims.library && isPublished(claims.library, hints) ? claims.library : undefined
  const apart = library && (!isFirst || app.facts.ports.length > 0) ? listenerApart(scanned.hints) : undefined
  const listeners = library && apart ? startedListeners(apart, { library, hints, claims }) : []
  const routes = hints.filter(({ path }) => path !== undefined)
  const isMain = isFirst && !(apart && routes.length === 0)
  const found = isMain ? (library ?? writtenByHand(hints)) : undefined
  if (!found) return { endpoints: listeners, notes: [], isCertain: listeners.length > 0 }
  // What only configures a library publishes nothing by itself, and a recorder leaves that to a route of the app.
  const isOwn = scanned.isUsed && !(scanned.isInApp && hints.every(({ listens }) => !listens))
  const source: FoundLibrary = isOwn ? found : { ...found, port: 'app', path: undefined }
  // Nor do its settings.
  const usable = scanned.isUsed ? hints : hints.filter(({ isAnswered, listens }) => isAnswered || listens)
  const main = endpointOf(source, apart ? routes : usable, app)
  const isCertain = main.endpoints.length > 0 && hints.some(({ isServed, listens }) => isServed || listens)
  const notes = [...main.notes, ...main.endpoints.flatMap((one) => sharedNotes(one, app, claims))]
  return { endpoints: [...main.endpoints, ...listeners], notes, isCertain }
}

const sharedNotes = (endpoint: Endpoint, app: ChosenApp, { isNear }: CodeClaims): Diagnostic[] =>
  isNear(endpoint.at.file) || !isCode(endpoint.at.file) ? [] : [sharedNote(endpoint, app)]

/** A package of the repository may be used for something else than metrics: only a route shows that they are. */
const isPublished = ({ isShared }: FoundLibrary, hints: readonly CodeHint[]): boolean =>
  !isShared || hints.some(({ isServed, isRoute, listens }) => isServed || isRoute || listens)

/** The endpoints of an app that its code says, and what a person should know about them, or has to fill in. */
export interface CodeEndpoints {
  endpoints: Endpoint[]
  notes: Diagnostic[]
  /** Endpoints that process groups open when they are started, beside the others. */
  hooked: Endpoint[]
  /** The code answers there with the metrics, or listens there. */
  isCertain: boolean
  /** Settings of its library turn the endpoint off. */
  isClosed?: boolean
  /** At least a part of the code is here, or a Dockerfile. */
  isHere: boolean
  /** All of the code is here, and nothing in it is about metrics. */
  isSilent: boolean
  /** All of the code is here, and the ports of its metrics are numbers in it. */
  isWhole: boolean
  /** Whether the code, or what starts or configures it, has the number of a port. */
  names(port: number): boolean
  /** The paths of all routes that may be about metrics. */
  paths: ReadonlySet<string>
}

const NONE: CodeEndpoints = {
  endpoints: [],
  notes: [],
  hooked: [],
  isCertain: false,
  isHere: false,
  isSilent: false,
  isWhole: false,
  names: () => true,
  paths: new Set(),
}

/**
 * The listener of another process, next to a route of the app that answers with the metrics of its own: a worker calls
 * `start_http_server`, and the web server has a route.
 */
function listenerApart(hints: readonly CodeHint[]): CodeHint | undefined {
  const listener = hints.find(({ listens }) => listens)
  return hints.some(({ isServed, at }) => isServed && at.file !== listener?.at.file) ? listener : undefined
}

/** The endpoints of a listener in the process groups that start its file. */
function startedListeners(
  listener: CodeHint,
  { library, hints, claims }: { library: FoundLibrary; hints: readonly CodeHint[]; claims: CodeClaims },
): Endpoint[] {
  const ported = listener.port === undefined ? hints.find(({ port }) => port !== undefined) : listener
  if (ported?.port === undefined) return []
  const { port } = ported
  const where = ported === listener ? '' : `, ${placeText(ported.at)} has the port`
  const why = `${placeText(library.at)} has ${library.name}, ${placeText(listener.at)} publishes its metrics${where}`
  const endpoint = { port, path: '/metrics', at: listener.at, why }
  return claims
    .startedBy(listener.at.file)
    .map(({ process }) => ({ ...endpoint, ...(process !== undefined && { process }) }))
}

/** The paths that the health checks of an app ask for. */
const checksOf = ({ facts: { fly } }: ChosenApp): string[] =>
  [...fly.services.flatMap(({ checks }) => checks), ...fly.checks].flatMap(
    (check) => check.text('path')?.value.replace(/\?.*$/, '') ?? [],
  )

/** Code that writes the text format of Prometheus and has a route for it; the port is that of the app, unless the code names one. */
function writtenByHand(hints: readonly CodeHint[]): FoundLibrary | undefined {
  const exposition = hints.find(({ isExposition }) => isExposition)
  const hasRoute = hints.some(({ path, isAnswered }) => path !== undefined && isAnswered)
  if (!exposition || !hasRoute) return undefined
  return { name: 'the text format of Prometheus', port: 'app', path: undefined, at: exposition.at }
}

function endpointOf(
  library: FoundLibrary,
  hints: readonly CodeHint[],
  { app, facts }: ChosenApp,
): Pick<CodeEndpoints, 'endpoints' | 'notes'> {
  const { at } = library
  const route = hints.find(({ path }) => path !== undefined && path === library.path) ?? preferred(hints)
  // A server in the file of the route is nearer than a setting elsewhere that has a name about metrics.
  const isNear = ({ at: { file }, listens }: CodeHint) =>
    listens || route?.serves === undefined || file === route.at.file
  const ported = hints.find((hint) => hint.port !== undefined && isNear(hint))
  // A port of its own needs no route.
  const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined)
  const port = ported?.port ?? usualPort(library, { hints, facts, route })
  if (path === undefined || route?.isLoose || typeof port === 'string') {
    const what = route?.isLoose
      ? looseRoute(route)
      : path === undefined
        ? (library.closed?.closed ?? NO_ROUTE)
        : String(port)
    const message = `${placeText(at)} has ${library.name}, so ${app} may have metrics, but ${what}.`
    const hint =
      library.closed?.hint ?? 'Fill in the port and the path that publish them, in a service of this app.'
    return { endpoints: [], notes: [initNote(at.file, at, message, hint)] }
  }
  const listener = route ? undefined : hints.find(({ listens }) => listens)
  const why = evidenceOf(library, { route, listener, ported })
  const process = ported || library.port !== 'app' ? undefined : facts.mainProcess
  const endpoint = {
    port,
    path,
    ...(process !== undefined && { process }),
    at: (route ?? listener)?.at ?? at,
    why,
  }
  return {
    endpoints: [endpoint],
    notes: [...(route ? routeNotes(route, facts.fly.env) : []), ...portNotes(endpoint, facts)],
  }
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
  if (port === 'app') return startedPort(facts) ?? ports[0] ?? route?.serves ?? `${file} has no port`
  // Where the code sets the port of an endpoint of its own, it is not the default of the library.
  const listener = hints.find(({ listens }) => listens)
  return listener ? `the port is not a number in ${placeText(listener.at)}` : port
}

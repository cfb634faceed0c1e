import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { runsForeignProgram } from '../apps/foreign-apps.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type Endpoint, type OwnLabel, placeText } from '../findings.ts'
import { withSettings } from '../jvm/endpoint.ts'
import { programEndpoints } from '../programs/settings.ts'
import type { AppCode } from './app-code.ts'
import { type AppPort, appPort } from './app-port.ts'
import { behindNginx } from './behind-nginx.ts'
import { type CodeClaims, claimsOf } from './claims.ts'
import type { CodeHint } from './code-hint.ts'
import { type Listeners, listenersIn } from './ipv4-listeners.ts'
import type { FoundLibrary } from './libraries.ts'
import { madeEndpoint } from './made-endpoint.ts'
import { withConditionsHeld } from './metrics-switch.ts'
import { namesPort } from './named-ports.ts'
import { absentNote, notLoadedNotes, sharedNote, switchNotes } from './notes.ts'
import { ownLabelsIn } from './own-labels.ts'
import { hookedEndpoints } from './process-hooks.ts'
import { type CodeFindings, isCode, scanCode } from './scan-code.ts'
import { portContext, serverPort } from './server-port.ts'
import {
  areRoutesRead,
  hasOpenPort,
  isWhole,
  namesNoMetrics,
  type PortSetting,
  portSetting,
  publishesNothing,
} from './silence.ts'

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
  const ofProgram = programEndpoints(app, evidence)
  if (!claims) return ofItsProgram(app, ofProgram)
  const { files, library } = claims
  const inCode = scanCode(files, { checks: checksOf(app), ...claims, portsOf: portContext(app, claims) })
  const scanned = withSettings(withConditionsHeld(inCode, claims.settings), claims)
  const chosen = chosenEndpoints(app, claims, { scanned, evidence })
  const endpoints = chosen.endpoints.length > 0 ? chosen.endpoints : ofProgram
  const isAll = isWhole(app, claims)
  const { isRead } = claims.ofApp(scanned.hints)
  return {
    ...chosen,
    endpoints,
    shows: showing([...endpoints, ...(library ? [library] : [])], scanned.hints),
    hooked: hookedEndpoints(app, claims, starts),
    isClosed: library?.closed !== undefined,
    isHere: files.length > 0,
    isSilent: isAll && publishesNothing(claims, scanned.hints),
    isWhole: isAll && !hasOpenPort(claims, scanned.hints),
    lacks: (path) =>
      (isAll && library?.path === undefined && areRoutesRead(claims) && !mayAnswer(scanned.hints, path)) ||
      namesNoMetrics(path, app, { ...claims, packages: evidence.packages }),
    ofSetting: portSetting(claims, scanned.hints),
    // The settings of a library that nothing starts open no port.
    names: (port) =>
      (library?.use === undefined || scanned.isUsed) &&
      (port === library?.port ||
        namesPort(port, app, {
          // Which code the other process groups start may not be known.
          code: app.facts.fly.processes.length > 1 ? files : files.filter(({ file }) => isRead(file)),
          settings: [...claims.settings()],
          isWhole: isAll,
        })),
    givenBy: (port) => appPort(port, app, files),
    paths: answeredPaths(scanned.hints),
    labels: () => ownLabelsIn(files.filter(({ file }) => claims.isStarted(file))),
    servers: () => ({ ...startedServers(claims), folders: codes.get(app)?.folders ?? [] }),
  }
}

const showing =
  (all: readonly { path: string | undefined }[], hints: readonly CodeHint[] = []) =>
  (path: string): boolean =>
    all.some((one) => one.path === path) ||
    hints.some((one) => (one.isServed || one.isAnswered) && (one.isLoose || one.path === path))

const startedServers = ({ files, isStarted, settings }: CodeClaims): Listeners =>
  listenersIn([...files.filter(({ file }) => isStarted(file)), ...settings()])

/** What is known of an app whose code is not here, or has nothing about metrics. */
const ofItsProgram = (app: ChosenApp, endpoints: Endpoint[]): CodeEndpoints => ({
  ...NONE,
  endpoints,
  shows: showing(endpoints),
  isHere: app.facts.build !== undefined && !runsForeignProgram(app),
  names: (port) => namesPort(port, app, { code: [], settings: [], isWhole: false }),
})

/** Whether a route may have a path: what answers with the metrics somewhere may have it from what mounts it. */
const mayAnswer = (hints: readonly CodeHint[], path: string): boolean =>
  hints.some((one) => one.isServed || (one.isAnswered && (one.isLoose || one.path === path)))

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
  { scanned, evidence: { textOf, packages } }: { scanned: CodeFindings; evidence: MetricsEvidence },
): Pick<CodeEndpoints, 'endpoints' | 'notes' | 'isCertain'> {
  const { hints: own, isFirst } = claims.ofApp(scanned.hints)
  const hints = claims.configured ? scanned.hints : own
  const library = claims.library && isPublished(claims.library, hints) ? claims.library : undefined
  const apart = library && (!isFirst || app.facts.ports.length > 0) ? listenerApart(scanned.hints) : undefined
  const listeners = library && apart ? startedListeners(apart, { library, hints, claims }) : []
  const routes = hints.filter(({ path }) => path !== undefined)
  const isMain = isFirst && !(apart && routes.length === 0)
  const found = isMain ? (library ?? writtenByHand(hints)) : undefined
  const ofApart = listeners.length > 0 ? switchNotes({ path: '/metrics', ...apart }, app) : []
  if (!found) return { endpoints: listeners, notes: ofApart, isCertain: listeners.length > 0 }
  // What only configures a library publishes nothing by itself, and a recorder leaves that to a route of the app.
  const isOwn = scanned.isUsed && !(scanned.isInApp && hints.every(({ listens }) => !listens))
  const source: FoundLibrary = isOwn ? found : { ...found, port: 'app', path: undefined }
  // Nor do its settings.
  const usable = scanned.isUsed ? hints : hints.filter(({ isAnswered, listens }) => isAnswered || listens)
  const main = madeEndpoint(source, apart ? routes : usable, {
    chosen: app,
    listensOn: (route) => serverPort(app, claims, { route, packages }),
    isOwn: claims.isNear,
  })
  const isCertain = main.endpoints.length > 0 && hints.some(({ isServed, listens }) => isServed || listens)
  const reached = main.endpoints.map((one) => behindNginx(one, app, textOf))
  const endpoints = reached.map(({ endpoint }) => endpoint)
  const notes = [main, ...reached].flatMap((one) => one.notes)
  const ofOthers = endpoints.flatMap((one) => [
    ...sharedNotes(one, app, claims),
    ...notLoadedNotes(one, app, claims.otherEntry),
  ])
  return { endpoints: [...endpoints, ...listeners], notes: [...notes, ...ofOthers, ...ofApart], isCertain }
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
  /** Whether the code, its library or its program answers a path with metrics, as far as it is read. */
  shows(path: string): boolean
  /** Whether all of the code is here, in languages whose routes are read, and no route in it answers a path. */
  lacks(path: string): boolean
  /** The setting for the port of its metrics, whose number is not in the code. */
  ofSetting?: PortSetting | undefined
  /** Whether the code, or what starts or configures it, has the number of a port. */
  names(port: number): boolean
  /** What gives the app a port that its service on Fly does not have. */
  givenBy(port: number): AppPort | undefined
  /** The paths of all routes that may be about metrics. */
  paths: ReadonlySet<string>
  /** The servers in the code that its machines start, and the folders of that code. */
  servers(): Listeners & { folders: readonly string[] }
  /** The labels that the code which its machines start gives its metrics. */
  labels(): OwnLabel[]
}

const NONE: CodeEndpoints = {
  endpoints: [],
  notes: [],
  hooked: [],
  isCertain: false,
  isHere: false,
  isSilent: false,
  isWhole: false,
  shows: () => false,
  lacks: () => false,
  names: () => true,
  givenBy: () => undefined,
  paths: new Set(),
  servers: () => ({ ipv4: [], isMixed: false, folders: [] }),
  labels: () => [],
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
    .startedBy(listener.at)
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

import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { heldAgainst } from '../code/against-code.ts'
import type { CodeEndpoints } from '../code/endpoint.ts'
import { ipv4Notes } from '../code/ipv4-notes.ts'
import { procfileNotes } from '../code/procfile-notes.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type Endpoint, lossNote, placeText } from '../findings.ts'
import { collectorNotes } from '../programs/endpoints.ts'
import { fromCompose, ofSameEndpoint, plainOptions, setOnlyThere } from '../scrapers/compose-targets.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'

interface Choosing {
  context: MetricsEvidence
  /** What the code of the app says. */
  code: CodeEndpoints
  /** Targets of the app on Fly: their endpoints are taken over from there. */
  scraped: readonly ScannedTarget[]
  notes: Diagnostic[]
  unclear: string[]
}

/**
 * The endpoints of an app from its own files, if nothing on Fly scrapes the same ports already: what files declare, held against
 * its code, else what the code says. `local`: its targets in a network on somebody's machine.
 */
export function endpointsOf(app: ChosenApp, local: readonly ScannedTarget[], choosing: Choosing): Endpoint[] {
  const own = mainEndpoints(app, local, choosing)
  const { scraped, code } = choosing
  // One without a process group is on all machines, as is what a Prometheus scrapes.
  const isCovered = ({ port, process }: Endpoint) =>
    scraped.some((one) => one.port === port) ||
    own.some((one) => one.process === process || (one.process === undefined && one.port === port))
  return [...own, ...code.hooked.filter((one) => !isCovered(one))]
}

function mainEndpoints(
  app: ChosenApp,
  local: readonly ScannedTarget[],
  { context, code, scraped: all, notes, unclear }: Choosing,
): Endpoint[] {
  // What goes through Fly's proxy does not say the port.
  const scraped = all.filter(({ port }) => (port ?? app.facts.ports[0]) !== undefined)
  if (code.endpoints.length === 0) notes.push(...all.filter((one) => !scraped.includes(one)).map(withoutPort))
  const ofFly = endpointsOfFly(app, local, scraped)
  if (ofFly.length === 0 && scraped.length > 0) {
    notes.push(...local.map((target) => localAsWell(target, app.app)))
    if (code.endpoints.length > 0) notes.push(...code.notes)
    return []
  }
  const first = heldAgainst(ofFly, code, app)
  notes.push(...first.notes)
  // Where the code contradicts what is declared for Fly, a job may still know the endpoint.
  const isOpen = ofFly.length === 0 || (first.endpoints.length + scraped.length === 0 && local.length > 0)
  if (!isOpen) notes.push(...others(local, ofFly).map((target) => localAsWell(target, app.app)))
  const nearby = isOpen ? declaredNearby(app, local, { context, notes, code }) : []
  const held = isOpen ? heldAgainst(nearby, code, app) : { ...first, notes: [] }
  const isHeld = held.endpoints.length > 0
  const endpoints = isHeld ? held.endpoints : code.endpoints
  notes.push(...held.notes, ...ipv4Notes(endpoints, app, code, context.textOf))
  notes.push(...procfileNotes(endpoints, app, context.textOf))
  notes.push(...collectorNotes(endpoints, app.facts, context.textOf))
  if (isHeld) return endpoints
  notes.push(...code.notes)
  if (code.endpoints.length === 0 && (code.notes.length > 0 || ofFly.length + nearby.length > 0))
    unclear.push(app.app)
  return endpoints
}

const withoutPort = ({ address, file, at }: ScannedTarget): Diagnostic =>
  lossNote(
    file,
    at,
    `${quoted(address)} is not taken over: the port of the app is not known.`,
    'Add a service for it.',
  )

/** What the Fly configuration says, as a job scrapes it on somebody's machine, without what is scraped on Fly. */
function endpointsOfFly(
  { facts: { metrics } }: ChosenApp,
  local: readonly ScannedTarget[],
  scraped: readonly ScannedTarget[],
): Endpoint[] {
  return metrics
    .filter((endpoint) => !scraped.some(({ port }) => port === endpoint.port))
    .map((endpoint) => withJob(endpoint, ofSameEndpoint(endpoint, local, metrics)))
}

/** The targets that none of the endpoints is scraped as. */
const others = (targets: readonly ScannedTarget[], endpoints: readonly Endpoint[]): ScannedTarget[] =>
  targets.filter(
    ({ name, port, path }) =>
      !endpoints.some((one) => one.name === name && one.port === port && one.path === path),
  )

/** What scrapes the app on somebody's machine, and what checks and variables say. */
function declaredNearby(
  app: ChosenApp,
  local: readonly ScannedTarget[],
  { context, notes, code }: Pick<Choosing, 'context' | 'notes' | 'code'>,
): Endpoint[] {
  const { hints } = app.facts
  const composed = local.flatMap((target) => fromCompose(target, app, { compose: context.compose, code }))
  notes.push(...composed.flatMap(({ note }) => note ?? []))
  const [hint] = hints
  if (composed.length === 0) return hint ? hints.filter(({ port }) => port === hint.port) : []
  if (composed.some(({ onlyThere }) => onlyThere === undefined))
    return composed.map(({ endpoint }) => endpoint)
  const fromCode = code.endpoints.length > 0
  const there = new Map(composed.flatMap(({ onlyThere: one }) => (one ? [[placeText(one.at), one]] : [])))
  for (const one of there.values()) notes.push(setOnlyThere(one, { file: app.facts.file, fromCode }))
  if (!fromCode) return composed.map(({ endpoint }) => endpoint)
  const options = composed[0]?.endpoint.options
  return code.endpoints.map((endpoint) => ({ ...endpoint, ...(options && { options }) }))
}

/** An endpoint as the job of a Prometheus scrapes it today. */
const withJob = (endpoint: Endpoint, target: ScannedTarget | undefined): Endpoint =>
  target ? { ...endpoint, name: target.name, options: plainOptions(target) } : endpoint

const localAsWell = ({ address, file, at }: ScannedTarget, app: string): Diagnostic =>
  lossNote(
    file,
    at,
    `${quoted(address)} is taken for app ${app}, whose metrics are known already.`,
    'It is not taken over. If it is another endpoint, add a service for it.',
  )

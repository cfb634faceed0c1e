import { BY_NPX } from '../lib/documentation.ts'
import { count, few } from '../lib/text.ts'
import type {
  AlertEvidence,
  Evidence,
  PanelEvidence,
  PanelState,
  TargetEvidence,
} from '../verify/evidence.ts'
import type { RunReport } from './report.ts'

/**
 * The rows of the evidence that both the job summary and the terminal show, their order and the counts. Texts are raw:
 * the code that prints them must escape them for the destination.
 */

export interface TargetRow {
  state: TargetEvidence['state'] | 'no-machine'
  service: string
  /** Id of the machine, or the address of a target that is not on Fly. */
  machine: string
  region: string
  /** ISO time on Prometheus' clock. */
  lastScrape?: string | undefined
  samples?: number | undefined
  lost?: number | undefined
  /** Empty for a target that is up. */
  why: string
}

const ORDER: Record<TargetRow['state'], number> = { 'no-machine': 0, down: 1, unknown: 2, up: 3, resting: 4 }

/** Every expected target, and every service without one; failures first. */
export function targetRows({ targets, services }: Evidence): TargetRow[] {
  const none = services.flatMap(({ service, reason }): TargetRow[] =>
    reason ? [{ state: 'no-machine', service, machine: '', region: '', why: reason.why }] : [],
  )
  const rows = targets.map(
    (target): TargetRow => ({
      ...target,
      machine: target.machine || target.address,
      why: whyOf(target),
    }),
  )
  return [...none, ...rows].toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
}

/** The cause is told once, under what to do: a target has the error message of Prometheus, or the class of the failure. */
function whyOf({ state, reason, why }: TargetEvidence): string {
  if (state === 'up') return ''
  if (!reason) return why
  return reason.detail === ''
    ? reason.class.replaceAll('-', ' ')
    : reason.detail.replace(/^Get "[^"]*": /, '')
}

/** Targets of a service that are in the same state for the same reason; those that are not well, in one region. */
export interface TargetGroup extends Pick<TargetRow, 'state' | 'service' | 'region' | 'why'> {
  machines: string[]
  /** The latest one. */
  lastScrape?: string | undefined
  samples: number
  lost: number
}

/** Error messages of Prometheus differ in the address of the target. */
const withoutAddresses = (text: string): string =>
  text.replace(/\[[\da-f:]{2,45}\]|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}/g, '…')

/** With more targets than this, a fleet is read by service and region. */
export const FEW_TARGETS = 20

/**
 * Rows of targets in their order: up to `most` of them each for itself, more than that as groups. `all`: the rows that tell
 * whether a region is special.
 */
export function targetGroups(
  rows: readonly TargetRow[],
  most = FEW_TARGETS,
  all: readonly TargetRow[] = rows,
): TargetGroup[] {
  const withUp = new Set(all.flatMap(({ state, service }) => (state === 'up' ? service : [])))
  const keyOf = ({ state, service, region, why }: TargetRow) =>
    // Of what could not be asked, the service says nothing; of a service that is down everywhere, the region.
    JSON.stringify([
      ...[state, state === 'unknown' ? '' : service],
      ...[state === 'down' && withUp.has(service) ? region : '', withoutAddresses(why)],
    ])
  const groups = rows.length <= most ? rows.map((row) => [row]) : [...Map.groupBy(rows, keyOf).values()]
  return groups.flatMap((group) =>
    group.slice(0, 1).map(({ state, why }) => ({
      ...{ state, service: few([...new Set(group.map(({ service }) => service))]) },
      ...{ region: few([...new Set(group.map(({ region }) => region))]) },
      why: group.length === 1 ? why : withoutAddresses(why),
      machines: group.map(({ machine }) => machine),
      lastScrape:
        group
          .map(({ lastScrape }) => lastScrape ?? '')
          .toSorted()
          .at(-1) || undefined,
      samples: group.reduce((sum, { samples }) => sum + (samples ?? 0), 0),
      lost: group.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
    })),
  )
}

/** A sentence, and the names of its subjects. */
export interface Line {
  text: string
  names: readonly string[]
}

/** A metric of a service, or a panel of a dashboard, that has failed. */
export interface WrongRow {
  state: string
  name: string
  of: string
  why: string
}

export interface ContractRows {
  lines: Line[]
  metrics: WrongRow[]
  panels: WrongRow[]
}

/** What is known about the types of the metrics that are present; a service may not say them, nor the server that is asked. */
function typesText(metrics: Evidence['metrics']): string {
  const untyped = metrics.filter(
    ({ state, certainty, actualType }) =>
      state === 'present' && certainty !== 'proven' && actualType === undefined,
  )
  return untyped.length === 0
    ? ' with the declared type'
    : `; the type of ${untyped.length} of them is not known`
}

/** Metrics and panels: lines with counts, and a row for each failure. */
export function contractRows({ metrics, panels, undeclared }: Evidence): ContractRows {
  const wrong = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting')
  const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name)
  const empty = emptyPanels(panels)
  const {
    notChecked = [],
    elsewhere = [],
    later = [],
  } = Object.groupBy(panels, ({ state }) => PANEL_KIND[state] ?? 'asked')
  const more = undeclared.reduce((sum, { names }) => sum + names.length, 0)
  const line = (n: number, text: string, names: readonly string[] = []): Line[] =>
    n > 0 ? [{ text, names }] : []
  const present = metrics.length - wrong.length - waiting.length
  const promised = panels.length - elsewhere.length
  const full = promised - empty.length - notChecked.length - later.length
  return {
    lines: [
      ...line(
        metrics.length,
        `${present} of ${count(metrics.length, 'declared metric')} present${typesText(metrics)}`,
      ),
      ...line(waiting.length, `${count(waiting.length, 'metric')} waiting for traffic`, waiting),
      ...line(promised, `${full} of ${count(promised, 'panel query', 'panel queries')} with data`),
      ...line(
        later.length,
        `${count(later.length, 'panel query', 'panel queries')} waiting for traffic`,
        titles(later),
      ),
      ...line(notChecked.length, `${count(notChecked.length, 'panel query', 'panel queries')} not checked`),
      ...line(
        elsewhere.length,
        `${count(elsewhere.length, 'panel query', 'panel queries')} of other data sources, not part of the proof`,
        titles(elsewhere),
      ),
      ...line(more, `${count(more, 'more metric')} exposed without being declared`),
    ],
    metrics: oneForEachCause(
      wrong.map(({ state, name, service, why }) => ({ state, name, of: service, why })),
    ),
    panels: oneForEachCause(
      [...empty, ...notChecked].map(({ state, panel, dashboard, why }) => ({
        state,
        name: panel.title,
        of: dashboard.title,
        why,
      })),
    ),
  }
}

/** Rows that differ only in their names are one. */
function oneForEachCause(rows: readonly WrongRow[]): WrongRow[] {
  const groups = Map.groupBy(rows, ({ state, of, why }) => JSON.stringify([state, of, why]))
  return [...groups.values()].flatMap((group) => {
    const names = few([...new Set(group.map(({ name }) => name))])
    return group.slice(0, 1).map((row) => ({ ...row, name: names }))
  })
}

/** Panels that neither show data nor are empty; all other states are one of these. */
const PANEL_KIND: Partial<Record<PanelState, 'notChecked' | 'elsewhere' | 'later'>> = {
  'not-checked': 'notChecked',
  'other-source': 'elsewhere',
  waiting: 'later',
}

const titles = (panels: readonly PanelEvidence[]): string[] => [
  ...new Set(panels.map(({ panel }) => panel.title)),
]

/** Queries that should have data and have none. */
export function emptyPanels(panels: readonly PanelEvidence[]): PanelEvidence[] {
  return panels.filter(
    ({ state }) => state !== 'data' && state !== 'warning' && PANEL_KIND[state] === undefined,
  )
}

/**
 * Alerts that are firing or pending. A watchdog alert always fires: it proves that alerting works and needs no action.
 */
export function alertRows({ alerts }: Evidence): AlertEvidence[] {
  return alerts.filter(({ labels }) => labels.severity !== 'none')
}

/** The curl command for a path of Prometheus. The password is not shown: it is read, or derived again, where it is typed. */
export function curlCommand({ url, password }: NonNullable<RunReport['monitoring']>, path: string): string {
  const user = password ? `-u "prometheus:\${PROMETHEUS_PASSWORD:-$(${BY_NPX} password)}" ` : ''
  return `curl ${user}"${url}${path}"`
}

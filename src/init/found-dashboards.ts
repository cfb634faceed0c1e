import type { FoundSources } from '../config/sources/sources.ts'
import { readDashboard } from '../formats/dashboard.ts'
import { readJson } from '../formats/json.ts'
import type { Selector } from '../formats/promql/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { isJsonObject, objectsIn } from '../lib/json-value.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import { readQuery } from '../lint/query/lint.ts'
import { lossNote, type RepositoryFindings } from './findings.ts'

/** A dashboard in the repository. */
export interface FoundDashboard {
  file: string
  /** Its uid, when it is one of the shipped dashboards. */
  ours: string[]
  /** A metric that it asks for, when every query of its panels asks for metrics that only code publishes. */
  metricOfCode(): string | undefined
  /** The names of alerts that it has by itself: of its panels, or in a list beside them. */
  alerts: readonly string[]
}

/** The dashboards that were found, read one after the other. */
export async function dashboardsIn({ sources }: FoundSources, pace: Pace): Promise<FoundDashboard[]> {
  const found: FoundDashboard[] = []
  await pace.each(sources.dashboards, ({ file, text: read }) => {
    const text = read()
    if (text !== undefined)
      found.push({
        file,
        ours: OURS.test(text) ? uidOf(text) : [],
        metricOfCode: () => metricOfCode(text),
        alerts: HAS_ALERTS.test(text) ? alertsIn(text) : [],
      })
  })
  return found
}

const OURS = /"(?:fechatter-overview|fechatter-monitoring|deploy-monitoring)"/

function uidOf(text: string): string[] {
  try {
    const json = JSON.parse(text) as { uid?: unknown; dashboard?: { uid?: unknown } } | null
    const uid = json?.uid ?? json?.dashboard?.uid
    return typeof uid === 'string' ? [uid] : []
  } catch {
    // The linter reports what is wrong with it.
    return []
  }
}

const HAS_ALERTS = /"alerts?"\s*:\s*[[{]/

/** The alerts that panels of Grafana before version 11 have (`alert` with `conditions`), and those of a list called `alerts`. */
function alertsIn(text: string): string[] {
  const read = readJson(text)
  const json = read.ok && isJsonObject(read.value) ? read.value : {}
  const inner = isJsonObject(json.dashboard) ? json.dashboard : json
  const panels = objectsIn(inner.panels).flatMap((panel) => [panel, ...objectsIn(panel.panels)])
  const ofPanels = panels.flatMap(({ title, alert }) =>
    isJsonObject(alert) && Array.isArray(alert.conditions) ? [alert.name ?? title] : [],
  )
  const listed = objectsIn(inner.alerts).map(({ name, title }) => name ?? title)
  return [...ofPanels, ...listed].map((name) => (typeof name === 'string' ? name : 'one without a name'))
}

/** A note for each dashboard whose own alerts nothing evaluates. */
export const ownAlertNotes = (
  dashboards: readonly FoundDashboard[],
  inside: (file: string) => string,
): Diagnostic[] =>
  dashboards
    .filter(({ alerts }) => alerts.length > 0)
    .map(({ file, alerts }) =>
      lossNote(
        file,
        { line: 1, column: 1 },
        `${inside(file)} has alerts of its own: ${few(alerts)}. They are not taken over: Grafana from version 11 on does not evaluate alerts of panels.`,
        'Write them as rules of Prometheus, and name that file in `alerts.rules`.',
      ),
    )

/** The paths of shipped dashboards that exist in the repository, by uid. */
export const shippedPaths = (
  dashboards: readonly FoundDashboard[],
  inside: (file: string) => string,
): Map<string, string> =>
  new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)] as const)))

/** Metrics that Prometheus has of itself and of each target, those of Fly, and what rules record. */
const OF_SERVERS = /^(?:up$|ALERTS|(?:scrape|fly|prometheus|alertmanager|promhttp|net|process|go)_)|:/

function metricOfCode(text: string): string | undefined {
  const read = readJson(text)
  const panels = (read.ok && readDashboard(read.value)?.panels) || []
  const queries = panels.flatMap(({ targets }) =>
    targets.map(({ expr }) => readQuery(expr, 'panel').parsed.selectors),
  )
  const isOfCode = ({ metric }: Selector) => metric !== undefined && !OF_SERVERS.test(metric)
  const isWhole = queries.every((selectors) => selectors.length > 0 && selectors.every(isOfCode))
  return isWhole ? queries[0]?.[0]?.metric : undefined
}

/** The dashboards that would stay empty: the draft scrapes nothing, and they ask only for what code publishes. */
export const withoutData = (
  dashboards: readonly FoundDashboard[],
  { services, isPreset }: RepositoryFindings,
): FoundDashboard[] =>
  services.length > 0 || isPreset ? [] : dashboards.filter((one) => one.metricOfCode() !== undefined)

/** What is said about them. */
export function withoutDataNotes(
  dashboards: readonly FoundDashboard[],
  inside: (file: string) => string,
): Diagnostic[] {
  const [first] = dashboards
  if (!first) return []
  const places = few(folders(dashboards.map(({ file }) => inside(file))))
  return [
    lossNote(
      first.file,
      { line: 1, column: 1 },
      `Dashboards are not in the draft: ${places}. All of their panels would stay empty: nothing is scraped yet, and they ask only for metrics of code, such as ${first.metricOfCode()}.`,
      'When the port of a service that publishes these metrics is filled in, add them to `grafana.dashboards`.',
    ),
  ]
}

/** A folder for dashboards is listed as a whole, so that new files in it are included. */
export function folders(files: readonly string[]): string[] {
  const folderOf = (file: string) => file.slice(0, Math.max(file.lastIndexOf('/'), 0))
  const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file))
  return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted()
}

import { jsonText } from '../lib/json-text.ts'
import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'
import { runOutcome } from '../report/headline.ts'
import type { RunReport } from '../report/report.ts'
import { emptyPanels } from '../report/rows.ts'

/** The outputs of the action, by the names that action.yml declares. */
export function actionOutputs(report: RunReport): Record<string, string> {
  const { evidence } = report
  const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? []
  const missing = (evidence?.metrics ?? []).filter(({ state }) => state !== 'present' && state !== 'waiting')
  return {
    verdict: runOutcome(report),
    'monitoring-url': printable(report.monitoring?.url ?? ''),
    apps: list(report.apps.map((app) => ({ ...app }))),
    targets: list((evidence?.targets ?? []).map(target), ({ health }) => health !== 'up'),
    'targets-up': String(expected.filter((target) => target.state === 'up').length),
    'targets-total': String(expected.length),
    'metrics-missing': list(
      missing.map(({ service, name, state, nearMiss }) => ({
        service,
        name,
        state,
        nearMiss: nearMiss ?? null,
      })),
    ),
    'panels-empty': list(
      emptyPanels(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
        dashboard: dashboard.uid,
        panel: panel.title,
        query: refId,
        state,
      })),
    ),
    dashboards: list(report.dashboards.map((dashboard) => ({ ...dashboard }))),
    changed: String(report.changes.some(({ result }) => result === 'done')),
  }
}

type Target = NonNullable<RunReport['evidence']>['targets'][number]

const target = ({ state, reason, lastScrape, samples, ...of }: Target) => ({
  service: of.service,
  app: of.app,
  machine: of.machine,
  region: of.region,
  address: of.address,
  health: state,
  lastScrape: lastScrape ?? null,
  samples: samples ?? null,
  reason: reason ? `${reason.why} ${reason.next}` : null,
})

/**
 * Linux accepts 128 KiB in one environment variable, which often passes an output to the next step, and GitHub 1 MB (as
 * UTF-16) for all outputs of a job: five lists of this size are within both.
 */
const MAX_BYTES = 90_000

type Row = Readonly<Record<string, string | number | boolean | null>>

/**
 * A list as JSON if it fits, else the rows that `comesFirst` selects and then the others as far as they fit: the
 * complete list is in the result next to the summary. Steps print values from it, so every text is one line and not a
 * command.
 */
function list<T extends Row>(rows: readonly T[], comesFirst: (row: T) => boolean = () => false): string {
  const whole = fitting(rows)
  const shown =
    whole.length === rows.length
      ? whole
      : fitting([...rows.filter(comesFirst), ...rows.filter((row) => !comesFirst(row))])
  return `[${shown.join(',')}]`
}

/** Rows from the first on as JSON, as many as fit into a list. */
function fitting(rows: readonly Row[]): string[] {
  const texts: string[] = []
  let left = MAX_BYTES - '[]'.length
  for (const row of rows) {
    const text = jsonText(printableRow(row))
    left -= Buffer.byteLength(text) + ','.length
    if (left < 0) break
    texts.push(text)
  }
  return texts
}

const printable = (text: string): string => breakCommands(oneLine(text, 1_000))

const printableRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? printable(value) : value]),
  )

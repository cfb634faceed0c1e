import { setTimeout as sleep } from 'node:timers/promises'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ignoreRefusal } from '../../lib/errors.ts'
import type { PanelSeries } from '../../model/panel-series.ts'
import type { Prometheus, QueryResult } from '../../model/prometheus.ts'
import type { Evidence, PanelEvidence } from '../evidence.ts'
import { onPrometheusClock } from '../history.ts'

/** What is read for the charts of a report: the last hour, 120 points. */
const RANGE = '1h:30s'
const MOST_QUERIES = 60
const MOST_SERIES = 8
const AT_ONCE = 6
/** A chart is not worth waiting for longer. */
const PATIENCE_MS = 4_000

/**
 * Adds what the queries of panels returned over the last hour, for the charts of a report. It is no evidence: without an
 * answer nothing is added, and nothing is asked of a Prometheus that has not answered before.
 */
export async function addSamples(
  evidence: Evidence,
  prometheus: Pick<Prometheus, 'query'>,
): Promise<Evidence> {
  const { began, ended, mark } = evidence
  const at = Date.parse(onPrometheusClock(new Date(ended), { began, mark }) ?? '')
  if (Number.isNaN(at) || evidence.cutShort) return evidence
  const asked = evidence.panels.filter(({ state }) => state === 'data' || state === 'warning')
  const queries = [...new Set(asked.map(({ query }) => query))].slice(0, MOST_QUERIES)
  const answers = new Map<string, PanelSeries[]>()
  const until = performance.now() + PATIENCE_MS
  const reading = mapConcurrently(queries, AT_ONCE, async (query) => {
    if (performance.now() < until) answers.set(query, await read(query, prometheus, at))
  })
  await Promise.race([reading, sleep(PATIENCE_MS, undefined, { ref: false })])
  return { ...evidence, panels: evidence.panels.map((panel) => withSeries(panel, answers.get(panel.query))) }
}

const withSeries = (panel: PanelEvidence, samples: PanelSeries[] | undefined): PanelEvidence =>
  samples === undefined || samples.length === 0 ? panel : { ...panel, samples }

/** A subquery is an instant query whose answer is a range. */
async function read(
  query: string,
  prometheus: Pick<Prometheus, 'query'>,
  at: number,
): Promise<PanelSeries[]> {
  const answer = await prometheus.query(`(${query}\n)[${RANGE}]`, at).catch(ignoreRefusal)
  return answer ? seriesOf(answer.result) : []
}

function seriesOf(result: QueryResult): PanelSeries[] {
  if (result.resultType !== 'matrix') return []
  return result.result.slice(0, MOST_SERIES).flatMap(({ metric, values }) => {
    const points = values
      .map(([time, value]): [number, number] => [time, Number(value)])
      .filter(([, value]) => Number.isFinite(value))
    const labels = Object.entries(metric).filter(([name]) => name !== '__name__')
    const name = labels.map(([key, value]) => `${key}="${value}"`).join(', ')
    return points.length === 0 ? [] : [{ name: name === '' ? (metric.__name__ ?? '') : name, points }]
  })
}

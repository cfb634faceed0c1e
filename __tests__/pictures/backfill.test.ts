import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { scratchFolder } from '../support/scratch.ts'
import { backfill, STEP, withPrometheus } from './backfill.ts'
import { answer } from './data-frames.ts'

const NOW = Date.parse('2026-03-04T14:30:00Z') / 1000
const MINUTES = 30

/** Requests once a second; a machine that is gone for the last ten minutes. */
const times = Array.from({ length: (MINUTES * 60) / STEP + 1 }, (_, i) => NOW - MINUTES * 60 + i * STEP)
const scraped = [
  {
    name: 'requests_total',
    labels: { service: 'web' },
    samples: times.map((time, i) => [time, i * STEP] as const),
  },
  {
    ...{ name: 'up', labels: { service: 'web' } },
    samples: times.filter((time) => time <= NOW - 600).map((time) => [time, 1] as const),
  },
]
const rules = stringify({
  groups: [
    {
      rules: [
        // A rule that reads what another one records, before it.
        { alert: 'Gone', expr: 'found == 0', for: '3m', labels: { severity: 'critical' } },
        { record: 'found', expr: 'count(up) or vector(0)' },
      ],
    },
  ],
})

test('a past is written with what rules record of it, alerts fire after their time, and frames are those of Grafana', async () => {
  using folder = scratchFolder()
  await backfill(folder.path, { scraped, rules, spans: [{ start: NOW - MINUTES * 60, end: NOW }] })
  const results = await withPrometheus(folder.path, async (prometheus) => {
    const ask = (expr: string, more: object) =>
      answer(prometheus, {
        ...{ from: String((NOW - 900) * 1000), to: String(NOW * 1000) },
        queries: [{ refId: 'A', expr, ...more }],
      }) as Promise<{ results: { A: { frames: Frame[] } } }>
    const rate = 'sum by (service) (rate(requests_total[$__rate_interval]))'
    return {
      range: await ask(rate, { range: true, intervalMs: 15_000, legendFormat: '{{service}} now' }),
      firing: await ask('ALERTS{alertstate="firing"}', { instant: true }),
      since: await ask(`${NOW} - ALERTS_FOR_STATE`, { instant: true }),
      pending: await ask('count_over_time(ALERTS{alertstate="pending"}[15m])', { instant: true }),
    }
  })
  const [range] = results.range.results.A.frames
  expect(range?.schema.fields[1]).toMatchObject({
    labels: { service: 'web' },
    config: { displayNameFromDS: 'web now' },
  })
  for (const value of range?.data.values[1] ?? []) expect(value).toBeCloseTo(1)
  expect(range?.data.values[1]).toHaveLength(900 / STEP + 1)
  const [firing] = results.firing.results.A.frames
  expect(firing?.schema.fields[1]?.labels).toMatchObject({ alertname: 'Gone', severity: 'critical' })
  // Without a sample for a minute it is gone (2.42 still sees one that is exactly so old); it fires after three more.
  expect([525, 540]).toContain(results.since.results.A.frames[0]?.data.values[1]?.[0])
  expect(results.pending.results.A.frames[0]?.data.values[1]).toEqual([(3 * 60) / STEP])
})

interface Frame {
  schema: { fields: { labels?: Record<string, string>; config: object }[] }
  data: { values: number[][] }
}

import { expect, test } from '@jest/globals'
import type { Prometheus, QueryAnswer, ScrapeTarget } from '../../src/model/prometheus.ts'
import { recordedSeriesOf } from '../../src/verify/rules/judge.ts'
import type { TargetObservation } from '../../src/verify/targets/observe.ts'
import { createSampleCounter } from '../../src/verify/targets/sample-counter.ts'

const AT = 1_764_201_600

/** As long as an address on Fly's private network. */
const target = (i: number): ScrapeTarget => ({
  labels: { job: `service-${i % 20}`, instance: `[fdaa:0:18ac:a7b:1f60:9c4:${i.toString(16)}:2]:9090` },
  ...{ scrapePool: '', scrapeUrl: '', lastError: '', health: 'up', scrapeInterval: '15s' },
  lastScrape: new Date(AT * 1000).toISOString(),
})

const observed = (seen: ScrapeTarget): TargetObservation => ({
  ...{ expected: {} as never, seen, state: 'pending', count: undefined, record: undefined },
})

/** A server that has one sample of every target, and refuses queries that are too long. */
function store(targets: readonly ScrapeTarget[], most: number) {
  const lengths: number[] = []
  const row = ({ labels }: ScrapeTarget, verify: string, value: number) => ({
    metric: { ...labels, verify, __name__: '' },
    value: [AT, String(value)] as [number, string],
  })
  const query = async (promql: string): Promise<QueryAnswer> => {
    lengths.push(promql.length)
    if (promql.length > most) throw new Error('too long query')
    const asked = targets.filter(({ labels }) =>
      promql.includes((labels.instance ?? '').replace(/[[\]]/g, '\\\\$&')),
    )
    const names = promql.includes('"stored"') ? ['at', 'stored'] : ['at', 'sent', 'kept']
    const result = asked.flatMap((one) => names.map((name) => row(one, name, name === 'at' ? AT : 1)))
    return { result: { resultType: 'vector', result }, warnings: [], infos: [] }
  }
  return { lengths, prometheus: { query, exposition: async () => '' } as unknown as Prometheus }
}

test('2,000 targets are counted in queries that a store accepts, and one query where Prometheus itself answers', async () => {
  const targets = Array.from({ length: 2_000 }, (_, i) => target(i + 1))
  const all = targets.map(observed)
  // VictoriaMetrics refuses more; the label of the deployment is added to each selector.
  const far = store(targets, 16_384 - 500)
  const counter = createSampleCounter(far.prometheus, async () => recordedSeriesOf([]), {
    ...{ intervalMs: 15_000, isElsewhere: true },
  })
  let counted = 0
  await counter.counted((counts) => {
    counted = counts.size
    return all
  }, 0)
  expect(counted).toBe(2_000)
  expect(far.lengths.length).toBeLessThan(100)
  const own = store(targets, Number.POSITIVE_INFINITY)
  await createSampleCounter(own.prometheus, async () => recordedSeriesOf([]), { intervalMs: 15_000 }).counted(
    () => all,
    0,
  )
  expect(own.lengths).toHaveLength(2)
})

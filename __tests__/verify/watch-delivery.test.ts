import { expect, test } from '@jest/globals'
import { createPool } from '../../src/lib/http.ts'
import { ALERTMANAGER_JOB, type Prometheus } from '../../src/model/prometheus.ts'
import { watchDelivery } from '../../src/verify/delivery/watch.ts'

/** A Prometheus whose first scrapes of the Alertmanager fail, as long as it does not listen yet. */
function prometheusOf(failing: number): Prometheus {
  const vector = (samples: readonly (readonly [string, Record<string, string>, number])[]) => ({
    ...{ warnings: [], infos: [] },
    result: {
      resultType: 'vector' as const,
      result: samples.map(([name, labels, value]) => ({
        ...{ metric: { __name__: name, ...labels }, value: [1100, String(value)] },
      })),
    },
  })
  const slack = { integration: 'slack', receiver_name: 'slack' }
  let asked = 0
  return {
    alertmanagers: async () => ['http://127.0.0.1:9093/api/v2/alerts'],
    targets: async () => [
      {
        ...{ labels: { job: ALERTMANAGER_JOB }, lastScrape: new Date(2_000_000).toISOString() },
        ...(asked++ < failing ? { health: 'down', lastError: 'connection refused' } : { health: 'up' }),
      },
    ],
    query: async (promql: string) =>
      /increase|offset/.test(promql)
        ? vector([])
        : vector([
            ['process_start_time_seconds', {}, 1000],
            ['alertmanager_config_last_reload_successful', {}, 1],
            ['alertmanager_notification_requests_total', slack, 1],
            ['alertmanager_notification_requests_failed_total', slack, 0],
          ]),
  } as unknown as Prometheus
}

test('an Alertmanager that begins to listen after the first scrape is not called unreachable', async () => {
  const pool = createPool({})
  const limits = { deadline: new Date(Date.now() + 20_000), everyMs: 1 }
  const receivers = [{ name: 'slack', integration: 'slack', variable: 'X', isTested: true }]
  const claims = await watchDelivery({ app: 'mon', receivers }, 1_000_000, {
    ...{ prometheus: prometheusOf(3), pool, limits },
  })
  await pool.close()
  expect(claims.map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual([
    'Alertmanager holds',
    'slack holds',
  ])
})

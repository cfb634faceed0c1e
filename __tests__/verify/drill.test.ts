import { expect, jest, test } from '@jest/globals'
import { createPool } from '../../src/lib/http.ts'
import { ALERTMANAGER_JOB, DRILL, type Prometheus, SELF_JOB } from '../../src/model/prometheus.ts'
import { drill } from '../../src/verify/delivery/drill.ts'

/** A Prometheus with a drill rule and an Alertmanager whose receivers accept what is sent, in steps of one poll. */
interface Scene {
  /** For how many more questions another drill is seen. */
  otherDrill?: number
  /** The last scrape of the Alertmanager failed. */
  isDown?: boolean
  /** Prometheus has lost the first requests: it has started again. */
  forgets?: boolean
  /** The Alertmanager has just started. */
  isYoung?: boolean
  /** Another alert fires, too. */
  otherAlert?: boolean
  /** The Alertmanager starts again when the alert fires. */
  restarts?: boolean
  silences?: number
}

function prometheusOf(given: Scene): { prometheus: Prometheus; knocksAt: () => number | undefined } {
  let [other, knocks, polls, scrapes] = [given.otherDrill ?? 0, 0, 0, 0]
  let firstKnocks: number | undefined
  const isFired = () => knocks > DRILL.requests + (given.forgets ? 2 * DRILL.requests + 10 : 0)
  const time = () => new Date(Date.parse('2026-11-27T12:00:00Z') + scrapes++ * 1000).toISOString()
  const target = (job: string, up: boolean) => ({
    ...{ labels: { job }, scrapePool: job, scrapeUrl: '', lastScrape: time(), scrapeInterval: '1s' },
    ...{ health: up ? ('up' as const) : ('down' as const), lastError: up ? '' : 'connection refused' },
  })
  const vector = (samples: readonly (readonly [Record<string, string>, number])[]) => ({
    result: {
      resultType: 'vector' as const,
      result: samples.map(([metric, value]) => ({ metric, value: [0, String(value)] as [number, string] })),
    },
    warnings: [],
    infos: [],
  })
  const series = () => {
    const receiver = { receiver_name: 'slack', integration: 'slack' }
    const sent = isFired() && polls > 2 ? 8 : 7
    const name = (metric: string) => ({ __name__: metric })
    return vector([
      [name('process_start_time_seconds'), given.restarts && isFired() ? 2000 : 1000],
      [name('alertmanager_config_last_reload_successful'), 1],
      [{ ...name('alertmanager_silences'), state: 'active' }, given.silences ?? 0],
      [{ ...name('alertmanager_notification_requests_total'), ...receiver }, given.silences ? 7 : sent],
      [{ ...name('alertmanager_notification_requests_failed_total'), ...receiver }, 0],
    ])
  }
  const alert = (alertname: string) => ({
    ...{
      labels: { alertname, severity: 'critical' },
      annotations: {},
      activeAt: '',
      state: 'firing' as const,
    },
  })
  const prometheus = {
    now: async () => (given.isYoung ? 1_030_000 : 2_000_000),
    rules: async () => [{ name: 'g', interval: 15, rules: [{ name: DRILL.alert }] }],
    targets: async () => [target(SELF_JOB, true), target(ALERTMANAGER_JOB, given.isDown !== true)],
    alertmanagers: async () => ['http://127.0.0.1:9093/api/v2/alerts'],
    knock: async () => {
      knocks++
      if (knocks === 2) firstKnocks = other
    },
    alerts: async () => {
      polls += isFired() ? 1 : 0
      const isOver = polls > 8
      return [
        ...(isFired() && !isOver ? [alert(DRILL.alert)] : []),
        ...(given.otherAlert ? [alert('TargetDown')] : []),
      ]
    },
    query: async (promql: string) => {
      if (/increase\(/.test(promql)) return vector([])
      if (!promql.includes('ALERTS')) return series()
      expect(promql).toBe('count_over_time(ALERTS{alertname="Drill"}[50s])')
      return vector(other-- > 0 ? [[{}, 1]] : [])
    },
  }
  return { prometheus: prometheus as unknown as Prometheus, knocksAt: () => firstKnocks }
}

const SLACK = { name: 'slack', integration: 'slack', variable: 'SLACK_WEBHOOK_URL', isTested: true }

async function drilled(given: Scene, seconds = 60, receivers = [SLACK]) {
  const { prometheus, knocksAt } = prometheusOf(given)
  const pool = createPool({})
  const limits = { deadline: new Date(Date.now() + seconds * 1000), everyMs: 1 }
  const claims = await drill(receivers, { prometheus, pool, limits })
  await pool.close()
  return { claims: claims.map(({ outcome, certainty, why }) => `${outcome} ${certainty}: ${why}`), knocksAt }
}

test('a receiver that accepted the alert', async () => {
  expect((await drilled({})).claims).toEqual(['holds proven: It accepted the alert after 0 s.'])
})

test('a drill waits until another one is over: the Alertmanager does not send the same alert again', async () => {
  const { claims, knocksAt } = await drilled({ otherDrill: 3 })
  expect(claims).toEqual([expect.stringMatching(/^holds proven/)])
  expect(knocksAt()).toBeLessThan(0)
})

test('while other alerts fire, a message may be about them', async () => {
  expect((await drilled({ otherAlert: true })).claims).toEqual([expect.stringMatching(/^holds inferred/)])
  expect((await drilled({ isYoung: true })).claims).toEqual([expect.stringMatching(/^holds inferred/)])
})

test('requests that Prometheus has lost are sent again', async () => {
  const clock = jest.spyOn(performance, 'now')
  try {
    // Each look at the clock is a second later.
    let seconds = 0
    clock.mockImplementation(() => ++seconds * 1000)
    expect((await drilled({ forgets: true })).claims).toEqual([expect.stringMatching(/^holds proven/)])
  } finally {
    clock.mockRestore()
  }
})

test('a receiver that is configured and not deployed is named at once, and the others are drilled', async () => {
  const DISCORD = { ...SLACK, name: 'discord', integration: 'discord' }
  const [claims, knocks] = await Promise.all([drilled({}, 60, [SLACK, DISCORD]), drilled({}, 60, [DISCORD])])
  const absent = expect.stringMatching(/^broken .*The running Alertmanager does not have this receiver/)
  expect(claims.claims).toEqual([expect.stringMatching(/^holds/), absent])
  // Nothing is fired.
  expect(knocks.claims).toEqual([absent])
  expect(knocks.knocksAt()).toBeUndefined()
})

test('an Alertmanager that starts again is not a receiver that accepts', async () => {
  expect((await drilled({ restarts: true })).claims).toEqual([
    expect.stringMatching(/^broken .*The Alertmanager started again during the drill/),
  ])
})

test('an Alertmanager that does not run is named, and nothing fires', async () => {
  const { claims, knocksAt } = await drilled({ isDown: true }, 0.2)
  expect(claims).toEqual([
    'broken proven: Prometheus cannot reach the Alertmanager, so nothing was sent: connection refused',
  ])
  expect(knocksAt()).toBeUndefined()
})

test('a silence in the way is named', async () => {
  expect((await drilled({ silences: 1 }, 0.5)).claims).toEqual([
    expect.stringMatching(/^broken .*1 silence is active, which may match the alert/),
  ])
})

import { expect, test } from '@jest/globals'
import { createServerWatch } from '../../src/verify/server/servers.ts'
import { judgeUptime, pastOf, type ServerPast, type UptimeFacts } from '../../src/verify/server/uptime.ts'

const START = Date.parse('2026-11-27T12:00:00Z')
const s = (seconds: number) => START + seconds * 1000

/** Scrapes of itself every second in these spans of seconds, relative to the start of verification. */
const scraped = (...spans: [from: number, to: number][]): number[] =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => s(from + i)))

const judged = (
  past: Partial<ServerPast>,
  seen: number[],
  given: Partial<UptimeFacts> = {},
): ReturnType<typeof judgeUptime> =>
  judgeUptime({
    past: { scrapes: [], processes: [], ...past },
    seen: seen.map((at) => ({ startedAt: s(at), seenAt: s(at) })),
    began: s(-1),
    verifyStart: s(0),
    now: s(20),
    intervalMs: 1_000,
    ...given,
  })
const processes = (...starts: [at: number, isClean?: boolean][]): ServerPast['processes'] =>
  starts.map(([at, isClean]) => ({ startedAt: s(at), isClean }))

test.each<[string, Partial<ServerPast>, number[], string, RegExp]>([
  [
    'it has been running for long',
    { scrapes: scraped([-400, 20]), processes: processes([-9_000]) },
    [-9_000],
    'holds',
    /running since/,
  ],
  [
    'it started with the deployment',
    { scrapes: scraped([6, 20]), processes: processes([-3]) },
    [-3],
    'holds',
    /since/,
  ],
  [
    'a deployment replaced it',
    { scrapes: scraped([-400, -40], [-20, 20]), processes: processes([-9_000], [-25, true]) },
    [-25],
    'holds',
    /since/,
  ],
  [
    'it was killed once',
    { scrapes: scraped([-400, 5], [12, 20]), processes: processes([-9_000], [7, false]) },
    [-9_000, 7],
    'warning',
    /was started again/,
  ],
  [
    'it was started again meanwhile, for a reason that is not known',
    { scrapes: scraped([-400, 5], [12, 20]), processes: processes([-9_000], [7]) },
    [-9_000, 7],
    'warning',
    /was started again at 2026-11-27T12:00:07Z/,
  ],
  [
    'it was killed twice',
    { scrapes: scraped([-300, 20]), processes: processes([-9_000], [-200, false], [-100, false]) },
    [-100],
    'broken',
    /2 times/,
  ],
  [
    'it lives for seconds, and leaves no lock file',
    { scrapes: scraped([-40, 20]), processes: processes([-60], [-40], [-20]) },
    [-20],
    'broken',
    /2 times/,
  ],
  [
    'two deployments, each of them minutes apart',
    { scrapes: scraped([-500, 20]), processes: processes([-9_000], [-400], [-200]) },
    [-200],
    'holds',
    /since/,
  ],
  ['it restarts too often to scrape itself', {}, [-100, 2, 9], 'broken', /times/],
  [
    'the request woke it',
    { scrapes: scraped([-400, -300], [6, 20]), processes: processes([-9_000], [0]) },
    [0],
    'broken',
    /did not scrape anything for 5 min.*was stopped until/,
  ],
  [
    'the request resumed it',
    { scrapes: scraped([-400, -300], [1, 20]), processes: processes([-9_000]) },
    [-9_000],
    'broken',
    /was suspended until/,
  ],
  [
    'it was stopped for long, and a deployment started it',
    { scrapes: scraped([-900, -800], [-30, 20]), processes: processes([-9_000], [-35, true]) },
    [-35],
    'warning',
    /did not scrape anything for 13 min/,
  ],
  [
    'its log was replayed for minutes after a deployment',
    { scrapes: scraped([-400, -200], [6, 20]), processes: processes([-9_000], [-190, true]) },
    [-190],
    'holds',
    /since/,
  ],
])('%s', (_, past, seen, outcome, why) => {
  expect(judged(past, seen)).toMatchObject({ area: 'uptime', outcome, why: expect.stringMatching(why) })
})

test('deploys in quick succession are not crashes, also of a Prometheus without lock files', () => {
  const past = { scrapes: scraped([-40, 20]), processes: processes([-60], [-40], [-20]) }
  const facts = (...releases: number[]) => ({ releases: releases.map(s) })
  expect(judged(past, [-20], facts(-45, -25)).why).toMatch(/^Prometheus was started 3 times/)
  expect(judged(past, [-20], facts(-45)).why).toMatch(/^Prometheus died/)
  expect(judged(past, [-20], facts(-300))).toMatchObject({ outcome: 'broken' })
  const killed = { ...past, processes: processes([-60], [-40, false], [-20, false]) }
  expect(judged(killed, [-20], facts(-45, -25))).toMatchObject({ outcome: 'broken' })
})

test('nothing is known where Prometheus does not scrape itself and does not say', () => {
  expect(judged({}, [], { past: undefined })).toMatchObject({ outcome: 'not-checked' })
})

test('the past is read from raw samples', () => {
  const row = (__name__: string, values: [number, string][]) => ({ metric: { __name__ }, values })
  const answer = {
    result: {
      resultType: 'matrix' as const,
      result: [
        row('up', [
          [2, '1'],
          [1, '1'],
        ]),
        row('process_start_time_seconds', [
          [1, '0.5'],
          [2, '1.5'],
        ]),
        row('prometheus_tsdb_clean_start', [
          [1, '1'],
          [2, '0'],
        ]),
      ],
    },
    warnings: [],
    infos: [],
  }
  expect(pastOf(answer)).toEqual({
    scrapes: [1_000, 2_000],
    processes: [
      { startedAt: 500, isClean: true },
      { startedAt: 1_500, isClean: false },
    ],
  })
})

/** Looks once a second; each answer is the start of a process: as written, or in seconds after verification began. */
async function watched(answers: readonly (number | string)[]): Promise<string> {
  let n = 0
  const runtimeInfo = async () => ({
    startTime: written(answers[n++] ?? 0),
    reloadConfigSuccess: true,
    storageRetention: '15d',
  })
  const watch = createServerWatch({ runtimeInfo }, START, 1_000)
  try {
    for (const i of answers.keys()) await watch.look(i * 1_000)
    return `${watch.seen().length} process`
  } catch (error) {
    return String((error as Error).message)
  }
}

const written = (start: number | string): string =>
  typeof start === 'string' ? start : new Date(s(start)).toISOString()

test('a restart is not a second server, and two servers are not restarts', async () => {
  expect(await watched([-100, -100, -100])).toBe('1 process')
  expect(await watched([-100, -100, 1.5, 1.5])).toBe('2 process')
  expect(await watched([-100, -90, -100])).toMatch(/Two Prometheus servers/)
  expect(await watched([-90, -100])).toMatch(/Two Prometheus servers/)
  // One of them has just started.
  expect(await watched([-100, 0.5, 0.5, 0.5, -100])).toMatch(/Two Prometheus servers/)
  // Both started in the same millisecond: they were seen as one.
  const [one, other] = ['2026-11-27T11:50:00.362123347Z', '2026-11-27T11:50:00.362154819Z']
  expect(await watched([one, other])).toMatch(/Two Prometheus servers/)
})

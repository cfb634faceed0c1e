import { expect, test } from '@jest/globals'
import type { ScrapeTarget } from '../../src/model/prometheus.ts'
import { isSelfCertain, judgeSelfScrape } from '../../src/verify/server/self-scrape.ts'
import { targetKey } from '../../src/verify/targets/observe.ts'

const MARK = Date.parse('2026-11-22T20:00:00Z')
const at = (seconds: number) => new Date(MARK + seconds * 1_000).toISOString()

const scraped = (job: string, given: Partial<ScrapeTarget> = {}): ScrapeTarget => ({
  labels: { job, instance: 'localhost:9090' },
  scrapePool: job,
  scrapeUrl: 'http://localhost:9090/metrics',
  lastError: '',
  lastScrape: at(-5),
  health: 'up',
  scrapeInterval: '15s',
  ...given,
})
const own = (given: Partial<ScrapeTarget> = {}) => scraped('prometheus', given)

/** A look at these targets, of which Prometheus itself was scraped so many times since verification began. */
const look = (seen: ScrapeTarget[], elapsed: number, times = 0) => ({
  seen,
  elapsed,
  scrapes: new Map(times > 0 ? [[targetKey(own().labels), { last: at(1), times }]] : []),
})

test.each([
  ['not yet', look([own()], 14_000), false],
  ['once', look([own({ lastScrape: at(1) })], 1_000, 1), true],
  ['once, and it failed: it may have been starting', look([own({ health: 'down' })], 1_000, 1), false],
  ['twice, and both failed', look([own({ health: 'down' })], 16_000, 2), true],
  ['never, although it was due twice', look([own({ health: 'unknown' })], 36_000), true],
  ['no such job beside others', look([scraped('web')], 0), true],
  ['no target at all, so far', look([], 14_000), false],
  ['no target at all', look([], 15_000), true],
])('waiting ends: %s', (_, now, certain) => {
  expect(isSelfCertain(now)).toBe(certain)
})

test.each([
  [
    'scraped after verification began',
    look([own({ lastScrape: at(1) })], 1_000, 1),
    'holds',
    /after verification began/,
  ],
  ['time ran out before its scrape was due', look([own()], 3_000), 'not-checked', /Time ran out/],
  ['overdue', look([own()], 36_000), 'broken', /has not scraped itself/],
  ['no such job', look([scraped('web')], 0), 'not-checked', /no scrape job/],
])('%s', (_, now, outcome, why) => {
  expect(judgeSelfScrape(now, MARK, undefined)).toMatchObject({
    area: 'self-scrape',
    subject: 'prometheus',
    outcome,
    why: expect.stringMatching(why),
  })
})

test('a rejected password is reported as such', () => {
  const lastError = 'server returned HTTP status 401 Unauthorized'
  const judged = judgeSelfScrape(look([own({ health: 'down', lastError })], 20_000, 2), MARK, undefined)
  expect(judged).toMatchObject({ outcome: 'broken', next: expect.stringContaining('password') })
})

test('a deployed job that does not exist is broken', () => {
  const judge = (shipped: string) => judgeSelfScrape(look([scraped('web')], 0), MARK, shipped).outcome
  expect(judge('scrape_configs: [{ job_name: web }, { job_name: prometheus }]')).toBe('broken')
  expect(judge('scrape_configs: [{ job_name: web }]')).toBe('not-checked')
  for (const odd of ['', 'scrape_configs: 7', 'scrape_configs: [null]', 'a: ['])
    expect(judge(odd)).toBe('not-checked')
})

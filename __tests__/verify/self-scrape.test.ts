import { expect, test } from '@jest/globals'
import type { ScrapeTarget } from '../../src/model/prometheus.ts'
import { isSelfCertain, judgeSelfScrape } from '../../src/verify/server/self-scrape.ts'

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

/** These targets; Prometheus' scrape of itself has not been up for so long, in milliseconds. */
const now = (seen: ScrapeTarget[], missing: number) => ({
  seen,
  emptyFor: seen.length === 0 ? missing : undefined,
  selfMissingFor: missing,
})

test.each([
  ['not yet', now([own()], 14_000), false],
  ['scraped', now([own({ lastScrape: at(1) })], 0), true],
  ['it fails: it may have been starting', now([own({ health: 'down' })], 34_000), false],
  ['it fails when two scrapes were due', now([own({ health: 'down' })], 35_000), true],
  ['never, although it was due twice', now([own({ health: 'unknown' })], 36_000), true],
  ['no such job beside others', now([scraped('web')], 0), true],
  ['no target at all, so far', now([], 14_000), false],
  ['no target at all', now([], 15_000), true],
])('waiting ends: %s', (_, state, certain) => {
  expect(isSelfCertain(state)).toBe(certain)
})

test.each([
  [
    'scraped after verification began',
    now([own({ lastScrape: at(1) })], 0),
    'holds',
    /after verification began/,
  ],
  ['time ran out before its scrape was due', now([own()], 3_000), 'not-checked', /Time ran out/],
  ['overdue', now([own()], 36_000), 'broken', /has not scraped itself/],
  ['no such job', now([scraped('web')], 0), 'nothing-to-check', /no scrape job/],
])('%s', (_, state, outcome, why) => {
  expect(judgeSelfScrape(state, MARK, undefined)).toMatchObject({
    area: 'self-scrape',
    subject: 'prometheus',
    outcome,
    why: expect.stringMatching(why),
  })
})

test('a rejected password is reported as such', () => {
  const lastError = 'server returned HTTP status 401 Unauthorized'
  const judged = judgeSelfScrape(now([own({ health: 'down', lastError })], 40_000), MARK, undefined)
  expect(judged).toMatchObject({ outcome: 'broken', next: expect.stringContaining('password') })
})

test('a deployed job that does not exist is broken', () => {
  const judge = (shipped: string) => judgeSelfScrape(now([scraped('web')], 0), MARK, shipped).outcome
  expect(judge('scrape_configs: [{ job_name: web }, { job_name: prometheus }]')).toBe('broken')
  expect(judge('scrape_configs: [{ job_name: web }]')).toBe('nothing-to-check')
  for (const odd of ['', 'scrape_configs: 7', 'scrape_configs: [null]', 'a: ['])
    expect(judge(odd)).toBe('nothing-to-check')
})

import { expect, test } from '@jest/globals'
import type { ScrapeTarget } from '../../src/model/prometheus.ts'
import {
  historyQuery,
  mergeScrapes,
  readHistory,
  type Scrape,
  withLast,
} from '../../src/verify/targets/scrape-history.ts'
import { isSteady, recordOf, type ScrapeRecord, unsteadiness } from '../../src/verify/targets/steadiness.ts'

const START = 1_000_000

/**
 * Scrapes, one a second: `u` up, `d` down, `e` up and empty, and `R` up with a new process; `|` is the moment when
 * verification began.
 */
function scrapes(text: string): Scrape[] {
  const marks = [...text]
  const first = START + 500 - 1000 * marks.indexOf('|')
  let startedAt = 1
  return marks
    .filter((mark) => mark !== '|')
    .map((mark, i) => {
      if (mark === 'R') startedAt += 10
      const up = mark !== 'd'
      return { at: first + i * 1000, up, ...(up && { sent: mark === 'e' ? 0 : 5, startedAt }) }
    })
}
const record = (text: string, options?: Parameters<typeof recordOf>[2]): ScrapeRecord =>
  recordOf(scrapes(text), START, options)

test.each<[string, string, Partial<ScrapeRecord>, ReturnType<typeof unsteadiness>]>([
  ['a service that starts', '|dddu', { scrapes: 1, failed: 0, falls: 0, inRow: 1 }, undefined],
  ['a system that runs', 'uuuuuuu|u', { scrapes: 1, falls: 0, inRow: 8 }, undefined],
  ['one accident', '|uuuduuu', { scrapes: 7, failed: 1, falls: 1, inRow: 3 }, undefined],
  ['every second scrape fails', '|udud', { scrapes: 4, failed: 2, falls: 2 }, 'flapping'],
  ['it did so before, and does now', 'udududududud|ud', { falls: 1 }, 'flapping'],
  ['it did so before, and is repaired', 'udududududud|uuu', { falls: 0, inRow: 3 }, undefined],
  ['two accidents in a long time', `|uudu${'u'.repeat(60)}du`, { falls: 2 }, undefined],
  ['down across the start', 'uuuu|du', { falls: 1, inRow: 1 }, undefined],
  ['a deployment restarts it', 'uuuudd|Ruu', { restarts: 0, inRow: 3 }, undefined],
  ['it is restarted between two scrapes', 'uuuu|uRu', { restarts: 1, inRow: 2 }, undefined],
  ['a crash loop during verification', '|uRuRu', { restarts: 2, inRow: 2 }, 'restarting'],
  ['a crash loop before, and again', 'uRuRuRu|uR', { restarts: 1 }, 'restarting'],
  ['a crash loop before, so far quiet', 'uRuRuRu|u', { restarts: 0 }, undefined],
])('%s: %s', (_, text, wanted, state) => {
  const found = record(text)
  expect(found).toMatchObject(wanted)
  expect(unsteadiness(found)).toBe(state)
})

test('workers that answer in turn are not restarts: their start times go back', () => {
  const starts = [1, 4, 2, 4, 1, 3]
  const all = scrapes('|uuuuuu').map((scrape, i) => ({ ...scrape, startedAt: starts[i] ?? 0 }))
  expect(recordOf(all, START)).toMatchObject({ mixed: true, restarts: 0 })
  const drifting = scrapes('|uuuuuu').map((scrape, i) => ({ ...scrape, startedAt: 7 + (i % 2) * 0.01 }))
  expect(recordOf(drifting, START)).toMatchObject({ mixed: false, restarts: 0 })
})

test('resets count only while the process is surely the same', () => {
  expect(record('|uuuu', { resets: 2 }).resets).toBe(2)
  expect(record('|uuduu', { resets: 2 }).resets).toBe(0)
  expect(record('|uuRuu', { resets: 2 }).resets).toBe(0)
})

test.each([
  ['the page of this verification had samples', '|uueee', true],
  ['nothing yet', '|eeee', false],
  ['another process had samples', 'uuud|eee', false],
  ['it may have been another process', 'uuu|eee', false],
  ['for so long that it was the same process', 'uuueeeeeeeeee|e', true],
  ['samples again', '|ueeu', false],
])('a lost page: %s', (_, text, lost) => {
  expect(record(text).lostPage).toBe(lost)
})

test('after a deployment in this run, samples from before may be those of the last release', () => {
  expect(record('uuueeeeeeeeee|e', { isDeployed: true }).lostPage).toBe(false)
  expect(record('uuue|uee', { isDeployed: true }).lostPage).toBe(true)
  // It took the service down, too, which is no reason to wait longer.
  expect(record('uuuu|du', { isDeployed: true }).falls).toBe(0)
  expect(record('uuuu|dudu', { isDeployed: true }).falls).toBe(1)
})

test('the row of good scrapes begins with the process', () => {
  expect(record('ud|uuu').rowSince).toBe(START + 500)
  expect(record('uu|uRuu').rowSince).toBe(START + 1_500)
  expect(record('uu|d').rowSince).toBeUndefined()
})

test('how many scrapes make a verdict', () => {
  const steady = (text: string, promised: boolean, upMs: number, options?: Parameters<typeof recordOf>[2]) =>
    isSteady(record(text, options), { promised, upMs, intervalMs: 1_000 })
  // A verdict on targets alone needs one scrape; so does one on a system that was running.
  expect(steady('|u', false, 0)).toBe(true)
  expect(steady('uu|u', true, 0)).toBe(true)
  expect(steady('|uu', true, 0)).toBe(false)
  expect(steady('|uuu', true, 0)).toBe(true)
  // A long interval must not delay every deployment.
  expect(steady('|u', true, 5_000)).toBe(true)
  expect(isSteady(record('|u'), { promised: true, upMs: 0, intervalMs: 15_000 })).toBe(true)
  expect(isSteady(record('|udu'), { promised: true, upMs: 0, intervalMs: 15_000 })).toBe(false)
  // Trouble is worth more.
  expect(steady('|uduuuu', false, 10_000)).toBe(false)
  expect(steady('|uduuuuu', false, 10_000)).toBe(true)
  expect(steady('|udu', false, 60_000)).toBe(true)
  expect(steady('udududududu|u', false, 10_000)).toBe(false)
  expect(steady('|uuu', true, 3_000, { resets: 1 })).toBe(false)
  // Only scrapes that were read together with the counters count.
  expect(steady('|uuu', true, 0, { readUntil: START + 1_000 })).toBe(false)
})

const target: ScrapeTarget = {
  labels: { job: 'web', instance: '[::1]:1', app: 'shop' },
  scrapePool: 'web',
  scrapeUrl: 'http://[::1]:1/metrics',
  lastError: '',
  lastScrape: '2026-11-22T12:00:00Z',
  health: 'up',
  scrapeInterval: '1s',
}
const matrix = (rows: [name: string, labels: Record<string, string>, values: [number, string][]][]) => ({
  result: {
    resultType: 'matrix' as const,
    result: rows.map(([name, labels, values]) => ({ metric: { __name__: name, ...labels }, values })),
  },
  warnings: [],
  infos: [],
})

test('a history joins the series of a scrape, and leaves out those of the service that are called like them', () => {
  const { labels } = target
  const answer = matrix([
    [
      'up',
      labels,
      [
        [2, '1'],
        [1, '0'],
      ],
    ],
    ['scrape_samples_scraped', labels, [[2, '7']]],
    ['process_start_time_seconds', labels, [[2, '0.5']]],
    ['up', { ...labels, site: 'a' }, [[3, '1']]],
    ['up', { ...labels, instance: 'other' }, [[3, '1']]],
  ])
  expect([...readHistory([target], answer).values()]).toEqual([
    [
      { at: 1000, up: false },
      { at: 2000, up: true, sent: 7, startedAt: 0.5 },
    ],
  ])
  expect(historyQuery(['a"b'], 1.5)).toContain(String.raw`job=~"a\"b"}[2ms]`)
})

test('scrapes are merged by their time, and the last one is added until it is stored', () => {
  const [a, b] = [
    { at: 1, up: true },
    { at: 2, up: false },
  ]
  expect(mergeScrapes([a], [{ at: 1, up: true, sent: 3 }, b])).toEqual([{ at: 1, up: true, sent: 3 }, b])
  const stored = [{ at: 1_000, up: true }]
  expect(withLast(stored, { at: 1_004, up: true, sent: 1 })).toEqual(stored)
  expect(withLast(stored, { at: 2_000, up: false, sent: undefined })).toHaveLength(2)
})

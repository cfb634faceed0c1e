import { expect, test } from '@jest/globals'
import { type FlyObservation, judgeFlyMetrics } from '../../src/verify/fly-metrics/judge.ts'

const AT = 1_800_000_000_000
const asked = { organization: 'acme', apps: ['eyes', 'shop'] }
const claimOf = (seen: FlyObservation) => judgeFlyMetrics(asked, seen)[0]

/** Newest samples by their age in seconds; all of them are new unless some are named as not. */
const up = (
  ages: Record<string, number>,
  more: { stuck?: string[]; rejected?: number } = {},
): FlyObservation => ({
  ...{ kind: 'up', scrapeMs: 15_000, at: AT, rejected: more.rejected ?? 0 },
  newest: new Map(Object.entries(ages).map(([app, seconds]) => [app, AT - seconds * 1000])),
  advanced: new Set(Object.keys(ages).filter((app) => !more.stuck?.includes(app))),
})

test.each<[string, FlyObservation, string, RegExp]>([
  ['new samples', up({ eyes: 5, shop: 20 }), 'holds', /at most 20 s old/],
  ['a clock of Fly that is ahead', up({ eyes: -3, shop: -2 }), 'holds', /at most 0 s old/],
  ['two minutes', up({ eyes: 5, shop: 110 }), 'warning', /at most 110 s old/],
  ['seven minutes', up({ eyes: 420, shop: 430 }), 'not-checked', /^Fly's Prometheus is 7 min behind/],
  ['seven minutes, of one app', up({ eyes: 5, shop: 420 }), 'not-checked', /7 min behind/],
  ['an app that is missing', up({ eyes: 5 }), 'not-checked', /no sample of shop/],
  ['only apps of others', up({ theirs: 5 }), 'broken', /without a sample of eyes(?:,| and) shop/],
  ['an empty page', up({}), 'broken', /does not have these apps/],
  [
    'nothing new, nothing rejected',
    up({ eyes: 20, shop: 20 }, { stuck: ['eyes', 'shop'] }),
    'warning',
    /No newer one/,
  ],
  [
    'dropped as out of order, while what is stored is still young',
    up({ eyes: 20, shop: 20 }, { stuck: ['eyes', 'shop'], rejected: 40 }),
    'broken',
    /drops its samples of eyes.*40 samples were rejected as out of order/,
  ],
  [
    'dropped as out of order, of one app',
    up({ eyes: 5, shop: 50 }, { stuck: ['shop'], rejected: 7 }),
    'broken',
    /drops its samples of shop/,
  ],
  [
    'single samples that go back by one, as from another server',
    up({ eyes: 5, shop: 5 }, { rejected: 2 }),
    'holds',
    /./,
  ],
  ['no target', { kind: 'no-target' }, 'broken', /no target of the job fly/],
  ['not scraped yet', { kind: 'waiting', scrapeMs: 15_000 }, 'not-checked', /Time ran out/],
  ['Prometheus silent', { kind: 'unanswered', why: 'It died.' }, 'not-checked', /does not answer: It died/],
])('%s', (_, seen, outcome, why) => {
  expect(claimOf(seen)).toMatchObject({ area: 'fly-metrics', outcome, why: expect.stringMatching(why) })
})

test.each([
  ['server returned HTTP status 401 Unauthorized', /finds no organization `acme`/, /flyctl orgs list/],
  [
    'server returned HTTP status 403 Forbidden',
    /a deploy token is for one app only/,
    /tokens create readonly/,
  ],
  ['sample limit exceeded', /more series than one scrape may bring/, /memory_mb/],
  ['context deadline exceeded', /context deadline exceeded/, /verify again later/],
])('%s', (error, why, next) => {
  expect(claimOf({ kind: 'down', error, lastScrape: '' })).toMatchObject({
    ...{ outcome: 'broken', why: expect.stringMatching(why), next: expect.stringMatching(next) },
  })
})

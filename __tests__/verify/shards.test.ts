import { createHash } from 'node:crypto'
import { afterAll, expect, test } from '@jest/globals'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus, ScrapeTarget } from '../../src/model/prometheus.ts'
import type { CheckEvidence, Evidence, TargetEvidence } from '../../src/verify/evidence.ts'
import {
  explainWithShards,
  judgeCoverage,
  judgeShard,
  type ReachedShard,
} from '../../src/verify/shards/claims.ts'
import { coverageOf } from '../../src/verify/shards/coverage.ts'
import { shardOf } from '../../src/verify/shards/hash.ts'
import { mergeOwnChecks } from '../../src/verify/shards/own-checks.ts'
import { shardNamedIn } from '../../src/verify/shards/reach.ts'
import { unionOf } from '../../src/verify/shards/union.ts'
import { judge } from '../../src/verify/verdict.ts'

const pool = createPool({})
afterAll(() => pool.close())

const SHARDS = 4
const OF = { app: 'mon', shards: SHARDS }
const config = parseConfig({
  monitoring: { app: 'mon', engine: 'agent', shards: SHARDS },
  apps: [{ app: 'chat' }],
  services: [
    { name: 'web', app: 'chat', port: 9090 },
    { name: 'bot', discovery: 'static', addresses: ['Bot.Example:443'] },
  ],
})

test('the hash is the last eight bytes of the MD5 digest, as Prometheus reads them', () => {
  for (const text of ['', 'a', '[fdaa:0:1::2]:9090', 'ä:1']) {
    const hex = createHash('md5').update(text).digest('hex').slice(16)
    for (const shards of [2, 3, 4, 16])
      expect(shardOf(text, shards)).toBe(Number(BigInt(`0x${hex}`) % BigInt(shards)) + 1)
  }
  // The digest of an empty text is d41d8cd98f00b204e9800998ecf8427e.
  expect(shardOf('', 16)).toBe(0xe + 1)
})

const addressOf = (i: number) => `[fdaa:0:1::${i.toString(16)}]:9090`

const seenTarget = (address: string, job = 'web'): ScrapeTarget => ({
  ...{ labels: { job, instance: address }, scrapePool: job, scrapeUrl: `http://${address}/metrics` },
  ...{ lastError: '', lastScrape: '2026-11-27T00:00:00Z', health: 'up' as const, scrapeInterval: '15s' },
})

/** The machine of each shard, with the targets that belong to it out of `n`. */
function world(n: number) {
  const seen = new Map<string, ScrapeTarget[]>()
  for (let shard = 1; shard <= SHARDS; shard++)
    seen.set(`m${shard}`, [seenTarget('localhost:9090', 'prometheus')])
  for (let i = 1; i <= n; i++) seen.get(`m${shardOf(addressOf(i), SHARDS)}`)?.push(seenTarget(addressOf(i)))
  return seen
}

const up = (i: number): TargetEvidence => ({
  ...{ service: 'web', app: 'chat', machine: `w${i}`, region: 'nrt', address: addressOf(i), state: 'up' },
  ...{ certainty: 'proven', why: 'Scraped.' },
})

const down = (target: TargetEvidence): TargetEvidence => {
  const reason = {
    class: 'not-discovered' as const,
    why: `Machine ${target.machine} is started, but Prometheus has no target for it.`,
    ...{ next: 'Compare.', certainty: 'proven' as const, detail: '' },
  }
  return { ...target, state: 'down', reason, why: reason.why }
}

/** The evidence of `n` targets as the union of `seen` shows them. */
function evidenceOf(n: number, seen: ReadonlyMap<string, readonly ScrapeTarget[]>): TargetEvidence[] {
  const known = new Set([...seen.values()].flat().map(({ labels }) => labels.instance))
  return Array.from({ length: n }, (_, i) => (known.has(addressOf(i + 1)) ? up(i + 1) : down(up(i + 1))))
}

const reachedAll = (over: Record<number, Partial<ReachedShard>> = {}): ReachedShard[] =>
  Array.from({ length: SHARDS }, (_, i) => ({
    ...{ shard: i + 1, machine: { id: `m${i + 1}`, region: 'nrt', state: 'started' } },
    ...{ reached: { kind: 'named' as const }, isSilent: false },
    ...over[i + 1],
  }))

const STOPPED: Partial<ReachedShard> = {
  machine: { id: 'm2', region: 'nrt', state: 'stopped' },
  reached: { kind: 'stopped' },
}

/** Everything that is claimed, as verification puts it together. */
function claimed(n: number, seen: ReadonlyMap<string, readonly ScrapeTarget[]>, reached: ReachedShard[]) {
  const evidence = evidenceOf(n, seen)
  const coverage = coverageOf(evidence, seen, config)
  const checks = [
    ...reached.map((one) => judgeShard(one, coverage, OF)),
    ...judgeCoverage(coverage, reached, OF),
  ]
  const targets = explainWithShards(evidence, coverage, reached, OF)
  return { checks, targets, verdict: judge(asEvidence(targets, checks), 'targets') }
}

const asEvidence = (targets: TargetEvidence[], checks: CheckEvidence[]): Evidence => ({
  ...{ began: '2026-11-27T00:00:00Z', ended: '2026-11-27T00:01:00Z', mark: '2026-11-27T00:00:00Z' },
  ...{ targets, checks, unexpected: [], services: [], metrics: [], undeclared: [] },
  ...{ panels: [], rules: [], alerts: [], problems: [] },
})

test('every target once: each shard and all of them together hold', () => {
  const { checks, verdict } = claimed(40, world(40), reachedAll())
  expect(verdict).toEqual({ kind: 'proven', failures: [] })
  expect(checks.map(({ subject, outcome }) => `${subject}: ${outcome}`)).toEqual([
    ...[1, 2, 3, 4].map((shard) => `shard ${shard} of 4: holds`),
    'targets of all shards: holds',
  ])
  expect(checks.at(-1)?.why).toContain('40 expected targets is a target of exactly one of 4 shards')
})

test('a shard that is stopped: one cause, in one line, with the targets that it had', () => {
  const seen = world(40)
  const own = seen.get('m2')?.length ?? 0
  seen.delete('m2')
  const { verdict } = claimed(40, seen, reachedAll({ 2: STOPPED }))
  expect(verdict.kind).toBe('failed')
  const roots = verdict.failures.filter(({ because }) => because === undefined)
  expect(roots).toHaveLength(1)
  expect(roots[0]).toMatchObject({ code: 'shards-broken', subject: 'shard 2 of 4' })
  expect(roots[0]?.why).toMatch(
    new RegExp(
      `^Shard 2 of 4 is not running: machine m2 \\(nrt\\) is stopped\\..* Its ${own - 1} targets are not scraped: web on machine w\\d+, .* and ${own - 4} more\\.`,
    ),
  )
  expect(roots[0]?.next).toContain('flyctl machine start m2 -a mon')
  const [consequence, ...others] = verdict.failures.filter(({ because }) => because !== undefined)
  expect(others).toEqual([])
  expect(consequence).toMatchObject({ because: 'shard 2 of 4', code: 'target-not-discovered' })
  expect(consequence?.why).toContain('these targets belong to shard 2 of 4')
})

test.each([
  [
    'without a machine',
    { machine: undefined, reached: { kind: 'missing' } },
    /process group shard2 has no machine/,
  ],
  [
    'that stopped answering',
    { isSilent: true },
    /machine m2 \(nrt\) stopped answering .* Its 6 targets cannot be proven to be scraped/,
  ],
  [
    'that is another one',
    { reached: { kind: 'other', answered: 'shard 3' } },
    /machine m2 \(nrt\)\), and shard 3 answered/,
  ],
  [
    'that runs something else',
    { reached: { kind: 'other', answered: undefined } },
    /does not say which shard it is/,
  ],
  [
    'that neither answers nor sends',
    {
      reached: { kind: 'unreached', problems: [] },
      unsent: { since: Date.parse('2026-11-27T09:33:55Z') },
    },
    /is not running: machine m2 \(nrt\) does not answer, and the store has no sample of it since 09:33:55 UTC .* Its 6 targets are not scraped/,
  ],
  ['that does not answer', { reached: { kind: 'unreached', problems: [] } }, /there was no answer in time/],
] as [string, Partial<ReachedShard>, RegExp][])('a shard %s is named', (_, over, why) => {
  const seen = world(40)
  seen.delete('m2')
  const { checks, verdict } = claimed(40, seen, reachedAll({ 2: over }))
  expect(checks[1]).toMatchObject({ outcome: 'broken', why: expect.stringMatching(why) })
  expect(verdict.failures.filter(({ because }) => because === undefined)).toHaveLength(1)
})

test('a target that two shards have, and one that none has, are named with their shards', () => {
  const twice = world(40)
  const [target] = twice.get('m1')?.slice(1) ?? []
  twice.get('m3')?.push(target as ScrapeTarget)
  const doubled = claimed(40, twice, reachedAll())
  expect(doubled.verdict.kind).toBe('failed')
  expect(doubled.checks.at(-1)?.why).toContain(
    `1 target is scraped by more than one shard, so that the store gets their samples twice: web at ${target?.labels.instance} by shard 1 (m1) and shard 3 (m3).`,
  )
  const none = world(40)
  const lost = none.get('m3')?.pop()
  const { checks, targets, verdict } = claimed(40, none, reachedAll())
  const machine = targets.find(({ address }) => address === lost?.labels.instance)?.machine
  expect(checks.at(-1)?.why).toBe(
    `1 target is scraped by no shard: web on machine ${machine} (shard 3 of 4).`,
  )
  expect(verdict.failures.map(({ subject, because }) => [subject, because])).toEqual([
    [`web on machine ${machine} (nrt)`, 'targets of all shards'],
    ['targets of all shards', undefined],
  ])
})

test('a shard that still divides by three: what it has twice is named, and what no one has', () => {
  const seen = world(40)
  const all = [...seen.values()].flat().filter(({ labels }) => labels.job === 'web')
  seen.set(
    'm3',
    all.filter(({ labels }) => shardOf(labels.instance ?? '', 3) === 3),
  )
  const { checks, verdict } = claimed(40, seen, reachedAll())
  expect(checks.at(-1)).toMatchObject({
    outcome: 'broken',
    why: expect.stringMatching(
      /^\d+ targets are scraped by more than one shard, .* by shard \d \(m\d\) and shard 3 \(m3\).*\. \d+ targets are scraped by no shard: web on machine w\d+ \(shard 3 of 4\)/,
    ),
  })
  expect(verdict.failures.filter(({ because }) => because === undefined)).toHaveLength(1)
})

test('a target that is down on its shard keeps its reason', () => {
  const seen = world(4)
  const refused = {
    class: 'refused' as const,
    why: 'Nothing listens.',
    next: 'Start it.',
    certainty: 'proven' as const,
    detail: '',
  }
  const targets = evidenceOf(4, seen).map((one, i) =>
    i === 0 ? { ...one, state: 'down' as const, reason: refused } : one,
  )
  const coverage = coverageOf(targets, seen, config)
  expect([...coverage.nowhere]).toEqual([])
  expect(explainWithShards(targets, coverage, reachedAll(), OF)).toEqual(targets)
  expect(judgeCoverage(coverage, reachedAll(), OF)).toMatchObject([{ outcome: 'holds' }])
})

test('a static address is hashed as it is written', () => {
  const bot = (state: 'up' | 'down'): TargetEvidence => ({
    ...up(1),
    service: 'bot',
    machine: '',
    address: 'bot.example:443',
    state,
  })
  const { nowhere } = coverageOf([down(bot('up'))], new Map(), config)
  expect([...nowhere.keys()]).toEqual([shardOf('Bot.Example:443', SHARDS)])
  // Or the test would show nothing.
  expect(shardOf('Bot.Example:443', SHARDS)).not.toBe(shardOf('bot.example:443', SHARDS))
})

test('2,000 targets on 4 shards: what is said stays short, whatever is broken', () => {
  const seen = world(2000)
  const doubled = new Map([...seen].map(([id, targets]) => [id, [...targets]]))
  doubled.set('m4', [...seen.values()].flat())
  const lost = new Map(seen)
  lost.delete('m2')
  const half = new Map([...seen].map(([id, targets]) => [id, targets.slice(0, 250)]))
  for (const [one, over] of [
    [seen, {}],
    [doubled, {}],
    [lost, { 2: STOPPED }],
    [half, {}],
    [new Map(), { 1: STOPPED, 2: STOPPED, 3: STOPPED, 4: STOPPED }],
  ] as const) {
    const began = process.cpuUsage()
    const { checks, verdict } = claimed(2000, one, reachedAll(over))
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5)
    expect(checks.length).toBeLessThanOrEqual(5)
    expect(verdict.failures.length).toBeLessThanOrEqual(9)
    for (const { why } of [...checks, ...verdict.failures]) expect(why.length).toBeLessThan(700)
  }
})

test('which shard a running configuration names', () => {
  const yaml =
    'scrape_configs:\n- job_name: prometheus\n  static_configs:\n  - targets: [x]\n    labels: { shard: "3" }\n'
  expect(shardNamedIn(yaml)).toBe('shard 3')
  expect(['', 'scrape_configs: 1', yaml.replace('shard', 'other')].map(shardNamedIn)).toEqual([
    ...[undefined, undefined, undefined],
  ])
})

test('the union has the targets of those that answer, and fails only when none does', async () => {
  const base = createPrometheus({ url: 'http://127.0.0.1:9', pool })
  const answering = (address: string): Prometheus => ({
    ...base,
    targets: async () => [seenTarget(address)],
    exposition: async () => `x{a="${address}"} 1`,
  })
  const silent: Prometheus = {
    ...base,
    targets: () =>
      Promise.reject(
        new ActionError('platform', [
          { code: 'prometheus-refused', severity: 'error', message: 'Refused.', hint: '' },
        ]),
      ),
  }
  const shard = (n: number, prometheus: Prometheus) => ({ id: `m${n}`, shard: n, prometheus })
  const two = unionOf([shard(1, answering('a:1')), shard(2, silent), shard(3, answering('c:1'))])
  expect((await two.prometheus.targets()).map(({ labels }) => labels.instance)).toEqual(['a:1', 'c:1'])
  expect([...two.targets().keys()]).toEqual(['m1', 'm3'])
  await expect(unionOf([shard(1, silent)]).prometheus.targets()).rejects.toThrow('Refused.')
  const bug: Prometheus = { ...base, targets: () => Promise.reject(new TypeError('bug')) }
  await expect(unionOf([shard(1, answering('a:1')), shard(2, bug)]).prometheus.targets()).rejects.toThrow(
    'bug',
  )
})

test('what each shard says about itself is said once where it holds for all', () => {
  const check = (outcome: CheckEvidence['outcome'], why = 'As deployed.'): CheckEvidence => ({
    ...{ area: 'configuration', subject: 'prometheus.yml', outcome, certainty: 'proven', why },
  })
  const all = [1, 2, 3, 4].map((shard) => ({ shard, checks: [check('holds')] }))
  expect(mergeOwnChecks(all, 4)).toMatchObject([
    {
      subject: 'prometheus.yml',
      outcome: 'holds',
      why: 'Holds for each of 4 shards. Shard 1 of 4: As deployed.',
    },
  ])
  const one = all.map((own) => (own.shard === 3 ? { shard: 3, checks: [check('broken', 'Other.')] } : own))
  expect(mergeOwnChecks(one, 4).map(({ subject, outcome }) => `${subject}: ${outcome}`)).toEqual([
    'prometheus.yml on shard 3 of 4: broken',
    'prometheus.yml: holds',
  ])
  expect(mergeOwnChecks(one, 4)[1]?.why).toContain('3 of 4 shards')
})

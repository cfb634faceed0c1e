import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { createPool } from '../../src/lib/http.ts'
import type { FlyVolume } from '../../src/model/fly.ts'
import type { CheckEvidence, Evidence, TargetEvidence } from '../../src/verify/evidence.ts'
import { judgeAgreement, judgeReplica, judgeVolumes } from '../../src/verify/replicas/claims.ts'
import { waitForHandOver } from '../../src/verify/replicas/hand-over.ts'
import { mergeEvidence } from '../../src/verify/replicas/merge.ts'
import { type Replica, reachReplica, replicaOf } from '../../src/verify/replicas/reach.ts'
import { judge } from '../../src/verify/verdict.ts'

const pool = createPool({})
afterAll(() => pool.close())

/** What each machine answers, by path; `proxy: false` is an address that ignores the name of the machine. */
interface Answers {
  [machine: string]: { replica?: string; up: string[]; down?: string[] } | 'silent'
}

/** Two machines behind one address, as behind Fly's proxy. */
async function proxy(answers: Answers, { ignores = false } = {}) {
  const machineOf = (incoming: IncomingMessage) =>
    ignores ? Object.keys(answers)[0] : String(incoming.headers['fly-force-instance-id'])
  const server = createServer((incoming, outgoing) => {
    const machine = answers[machineOf(incoming) ?? '']
    if (machine === undefined || machine === 'silent') return void outgoing.writeHead(502).end()
    const target = (url: string, health: string) => ({
      ...{ labels: { job: 'web', instance: url }, scrapePool: 'web', scrapeUrl: url, lastError: '' },
      ...{ lastScrape: '2026-11-27T00:00:00Z', health },
    })
    const data = incoming.url?.startsWith('/api/v1/targets')
      ? {
          activeTargets: [
            ...machine.up.map((u) => target(u, 'up')),
            ...(machine.down ?? []).map((u) => target(u, 'down')),
          ],
        }
      : incoming.url?.startsWith('/api/v1/status/config')
        ? {
            yaml: `global:\n  external_labels: { monitor: mon${machine.replica ? `, replica: ${machine.replica}` : ''} }\n`,
          }
        : { resultType: 'scalar', result: [1_700_000_000, '1700000000'] }
    if (incoming.url === '/-/ready') return void outgoing.end('Prometheus Server is Ready.\n')
    outgoing.setHeader('content-type', 'application/json')
    outgoing.end(JSON.stringify({ status: 'success', data }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    on: (machine: string) => createPrometheus({ url, pool, machine }),
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

const limits = (ms = 3_000) => ({ deadline: new Date(Date.now() + ms) })

test('a replica is asked by its name, and its configuration says whether it was the one that answered', async () => {
  await using both = await proxy({
    a1: { replica: 'a1', up: [] },
    b2: { replica: 'b2', up: [] },
    c3: { up: [] },
  })
  const reach = (id: string, state = 'started') =>
    reachReplica({ id, state, prometheus: both.on(id) }, limits())
  expect(await reach('a1')).toEqual({ kind: 'named' })
  expect(await reach('b2')).toEqual({ kind: 'named' })
  expect(await reach('c3')).toEqual({ kind: 'other', answered: undefined })
  // A request would start it.
  expect(await reach('b2', 'stopped')).toEqual({ kind: 'stopped' })
  await using one = await proxy({ a1: { replica: 'a1', up: [] } }, { ignores: true })
  expect(await reachReplica({ id: 'b2', state: 'started', prometheus: one.on('b2') }, limits())).toEqual({
    ...{ kind: 'other', answered: 'a1' },
  })
})

test('the label of a running configuration', () => {
  expect(replicaOf('global:\n  external_labels:\n    replica: 148e\n')).toBe('148e')
  expect(['', 'global: 1', 'global: { external_labels: [] }'].map(replicaOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

const handOver = async (answers: Answers, { isRequired = true, ms = 1_500 } = {}) => {
  await using both = await proxy(answers)
  return await waitForHandOver(
    {
      app: 'mon',
      machine: 'a1',
      from: both.on('a1'),
      others: [both.on('b2')],
      isRequired,
    },
    limits(ms),
  )
}

test('a replica is stopped once the other one scrapes what it scrapes', async () => {
  expect(await handOver({ a1: { up: ['u1', 'u2'] }, b2: { up: ['u1', 'u2', 'u3'] } })).toBeUndefined()
  // An app that restarts is up again in a moment: the other one must have found it, and may find it down.
  expect(await handOver({ a1: { up: [], down: ['u1'] }, b2: { up: [], down: ['u1'] } })).toBeUndefined()
  // Nothing to hand over: what is broken is replaced.
  expect(await handOver({ a1: { up: [], down: ['u1'] }, b2: { up: [] } })).toBeUndefined()
  expect(await handOver({ a1: 'silent', b2: { up: ['u1'] } })).toBeUndefined()
})

test('targets that the other one cannot reach are a warning; that it scrapes nothing ends the deploy', async () => {
  expect(await handOver({ a1: { up: ['u1', 'u2'] }, b2: { up: ['u1'], down: ['u2'] } })).toMatchObject({
    code: 'fly-replica-hand-over',
    message: expect.stringContaining('1 of 2 targets not scraped by it (web at u2)'),
  })
  const nothing = { a1: { up: ['u1'] }, b2: { up: [], down: ['u1'] } }
  await expect(handOver(nothing)).rejects.toThrow(/Machine a1 of mon was left as it is/)
  await expect(handOver({ a1: { up: ['u1'] }, b2: 'silent' })).rejects.toThrow(/left as it is/)
  expect(await handOver(nothing, { isRequired: false })).toMatchObject({ code: 'fly-replica-hand-over' })
})

const CLAIM = { certainty: 'proven' as const, why: 'Because.' }

const target = (
  address: string,
  state: TargetEvidence['state'],
  more: Partial<TargetEvidence> = {},
): TargetEvidence => ({
  ...{ service: 'web', app: 'web', machine: 'm1', region: 'nrt', address, state, ...CLAIM },
  ...(state === 'down' && {
    reason: { class: 'refused', why: 'Nothing listens.', next: 'Start it.', certainty: 'proven', detail: '' },
  }),
  ...more,
})

const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  ...{ began: '2026-11-27T00:00:00Z', ended: '2026-11-27T00:01:00Z', mark: '2026-11-27T00:00:00Z' },
  ...{ targets: [target('[fd::1]:9090', 'up')], unexpected: [], services: [], metrics: [], undeclared: [] },
  ...{ panels: [], rules: [], alerts: [], checks: [], problems: [] },
  ...over,
})

const check = (outcome: CheckEvidence['outcome'], over: Partial<CheckEvidence> = {}): CheckEvidence => ({
  ...{ area: 'configuration', subject: 'prometheus.yml', outcome, ...CLAIM },
  ...over,
})

const [A, B] = [
  { id: 'a1', region: 'nrt' },
  { id: 'b2', region: 'hkg' },
]
const merged = (a: Partial<Evidence>, b: Partial<Evidence>) =>
  mergeEvidence([
    { replica: A, evidence: evidence(a) },
    { replica: B, evidence: evidence(b) },
  ])

test('what both say is said once', () => {
  const same = { checks: [check('holds'), check('warning', { area: 'uptime', subject: 'prometheus' })] }
  expect(merged(same, same)).toEqual({ evidence: evidence(same), differences: [] })
  const down = { targets: [target('[fd::1]:9090', 'down')] }
  expect(merged(down, down)).toEqual({ evidence: evidence(down), differences: [] })
})

test('a target that one of them cannot reach is down, with the name of the replica, whichever it is', () => {
  const bad = { targets: [target('[fd::1]:9090', 'down')] }
  for (const [pair, name, other] of [
    [merged(bad, {}), 'a1 (nrt)', 'b2 (hkg)'],
    [merged({}, bad), 'b2 (hkg)', 'a1 (nrt)'],
  ] as const) {
    expect(pair.differences).toEqual([{ what: 'web at [fd::1]:9090', replica: name }])
    const { kind, failures } = judge(pair.evidence, 'targets')
    expect(kind).toBe('failed')
    expect(failures).toMatchObject([
      {
        code: 'target-refused',
        why: expect.stringMatching(
          `^On replica ${name.replace(/[()]/g, '\\$&')}, not on ${other.replace(/[()]/g, '\\$&')}: Nothing listens`,
        ),
      },
    ])
  }
})

test('checks that differ have the replica in their subject; those that were asked once are unchanged', () => {
  const once = check('not-checked', { area: 'delivery', subject: 'alerts' })
  const { evidence: one, differences } = merged(
    { checks: [check('holds'), once] },
    { checks: [check('broken')] },
  )
  expect(one.checks.map(({ subject, outcome }) => `${subject}: ${outcome}`)).toEqual([
    'prometheus.yml on replica a1 (nrt): holds',
    'prometheus.yml on replica b2 (hkg): broken',
    'alerts: not-checked',
  ])
  expect(differences).toEqual([{ what: 'configuration (prometheus.yml)', replica: 'b2 (hkg)' }])
  // Both broken, each for its own reason.
  expect(merged({ checks: [check('broken')] }, { checks: [check('broken')] }).evidence.checks).toHaveLength(2)
})

test('disagreement is said, and that there is none', () => {
  expect(judgeAgreement([], 2)).toMatchObject([{ outcome: 'holds' }])
  expect(judgeAgreement([], 1)).toEqual([])
  const some = ['w1', 'w2', 'w3', 'w4'].map((what) => ({ what, replica: 'b2 (hkg)' }))
  expect(judgeAgreement(some, 2)).toMatchObject([
    { outcome: 'warning', why: expect.stringMatching(/on replica b2 \(hkg\): w1, w2, w3 and 1 more/) },
  ])
})

const replica = (over: Partial<Replica> & Pick<Replica, 'id'>): Replica => ({
  ...{ region: 'nrt', state: 'started', volumes: [`vol_${over.id}`] },
  prometheus: createPrometheus({ url: 'http://127.0.0.1:9', pool }),
  ...over,
})

test('a replica that does not answer, is stopped, or is another one, is not green', () => {
  const one = replica({ id: 'a1' })
  const problem = {
    code: 'prometheus-refused',
    severity: 'error' as const,
    message: 'Refused.',
    hint: 'Start it.',
  }
  const outcomes = [
    judgeReplica(one, { kind: 'named' }, evidence(), 'mon'),
    judgeReplica(one, { kind: 'named' }, evidence({ problems: [problem] }), 'mon'),
    judgeReplica(one, { kind: 'unreached', problems: [problem] }, undefined, 'mon'),
    judgeReplica({ ...one, state: 'stopped' }, { kind: 'stopped' }, undefined, 'mon'),
    judgeReplica(one, { kind: 'other', answered: 'b2' }, undefined, 'mon'),
    judgeReplica(one, { kind: 'other', answered: undefined }, undefined, 'mon'),
  ]
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    ...['holds', 'broken', 'broken', 'broken', 'not-checked', 'not-checked'],
  ])
  expect(outcomes[0]?.why).toContain('scrapes 1 of 1 expected target')
  expect(judge(evidence({ checks: outcomes.slice(2, 3) }), 'targets').kind).toBe('failed')
})

test('exactly as many volumes as replicas', () => {
  const wanted = { app: 'mon', regions: ['nrt', 'hkg'], volume: 'data' }
  const pair = [replica({ id: 'a1' }), replica({ id: 'b2', region: 'hkg' })]
  const volume = (id: string, region: string): FlyVolume => ({
    ...{ id, name: 'data', region, state: 'created', sizeGb: 10, createdAt: '' },
  })
  const volumes = [volume('vol_a1', 'nrt'), volume('vol_b2', 'hkg')]
  const outcome = (...args: Parameters<typeof judgeVolumes>) => judgeVolumes(...args).outcome
  expect(outcome(wanted, pair, volumes)).toBe('holds')
  expect(outcome(wanted, pair.slice(1), volumes)).toBe('broken')
  expect(outcome(wanted, [...pair, replica({ id: 'c3' })], volumes)).toBe('broken')
  expect(outcome({ ...wanted, regions: ['nrt', 'fra'] }, pair, volumes)).toBe('broken')
  expect(outcome(wanted, pair, volumes.slice(1))).toBe('broken')
  // Both on one volume cannot be, and would not be two.
  expect(
    outcome(wanted, [pair[0] as Replica, replica({ id: 'b2', region: 'hkg', volumes: ['vol_a1'] })], volumes),
  ).toBe('broken')
  expect(outcome(wanted, pair, [...volumes, volume('vol_c3', 'nrt')])).toBe('warning')
  expect(outcome(wanted, pair, undefined)).toBe('not-checked')
})

import { expect, test } from '@jest/globals'
import { plannedMonitoring } from '../../src/plan/diff/fly.ts'
import { diffMonitoring } from '../../src/plan/fly/diff.ts'
import {
  type FlyState,
  type MonitoringMachine,
  RECORD_VARIABLES,
  replicaRecords,
  secretsRecord,
} from '../../src/plan/fly/state.ts'
import { monitoringApp } from '../support/fly-platform.ts'

const wantedOf = (shards: number) => ({
  app: monitoringApp({ engine: 'agent', shards }),
  ...{ secretsDigest: 's1', buildDigest: 'b1' },
})
const [ONE, TWO, FOUR] = [wantedOf(1), wantedOf(2), wantedOf(4)]
const SECRETS = FOUR.app.secrets.map(({ name }) => ({ name, digest: 'r1' }))

/** Everything as a deploy of so many shards leaves it. */
function deployed(wanted: typeof FOUR): FlyState {
  const machines = wanted.app.groups.map(
    (processGroup, i): MonitoringMachine => ({
      ...{ id: `m${i + 1}`, processGroup, region: 'nrt', state: 'started', standby: false, checks: [] },
      env: {
        [RECORD_VARIABLES.digest]: wanted.app.digest,
        [RECORD_VARIABLES.secrets]: secretsRecord(wanted, SECRETS),
        ...replicaRecords(wanted, []),
      },
      image: { ref: wanted.app.image ?? '', repository: 'mon', tag: 'v3.13.3', digest: 'sha256:1' },
      mounts: [{ volume: `vol_${i + 1}`, name: 'prometheus_data', path: '/prometheus' }],
      ...{ createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' },
    }),
  )
  const volumes = machines.map(({ id }, i) => ({
    ...{ id: `vol_${i + 1}`, name: 'prometheus_data', region: 'nrt', state: 'created', sizeGb: 10 },
    ...{ machine: id, createdAt: '2026-11-01T00:00:00Z' },
  }))
  return { machines, volumes, secrets: SECRETS }
}

/** What mode plan shows. */
function planned(wanted: typeof FOUR, state: FlyState | undefined) {
  const diff = diffMonitoring(wanted, state)
  const { changes, downtime = '' } = plannedMonitoring({ wanted, state: state as never, ...diff }, [])
  return { what: changes.map(({ what }) => what), reasons: changes.map(({ reason }) => reason), downtime }
}

test('nothing to do, and a first deploy', () => {
  expect(planned(FOUR, deployed(FOUR)).what).toEqual([])
  expect(planned(FOUR, undefined).what).toEqual([
    'create the app in acme',
    ...Array.from({ length: 4 }, () => 'create the volume prometheus_data, 10 GB in nrt'),
    'set secrets',
    'deploy Prometheus: 4 shards, one machine each',
    'ensure public addresses',
  ])
})

test('more shards, fewer, and a single machine again', () => {
  const more = planned(FOUR, deployed(TWO))
  expect(more.what).toEqual([
    ...Array.from({ length: 2 }, () => 'create the volume prometheus_data, 10 GB in nrt'),
    'deploy the process groups app, shard2, shard3 and shard4',
  ])
  expect(more.downtime).toContain('restarts on all shards at the same time')
  const fewer = planned(TWO, deployed(FOUR))
  expect(fewer.what).toEqual([
    'deploy the process groups app and shard2',
    'remove the machine m3, and keep its volume vol_3',
    'remove the machine m4, and keep its volume vol_4',
  ])
  expect(planned(ONE, deployed(TWO)).what).toEqual([
    'deploy to machine m1 in nrt',
    'remove the machine m2, and keep its volume vol_2',
  ])
})

test('only what has changed is deployed', () => {
  const state = deployed(FOUR)
  const without = { ...state, machines: state.machines.filter(({ id }) => id !== 'm3') }
  expect(planned(FOUR, without)).toMatchObject({
    ...{ what: ['deploy the process group shard3'], reasons: ['Shard 3 of 4 has no machine.'] },
  })
  const none = { ...state, machines: state.machines.filter(({ id }) => id !== 'm1') }
  // A single machine is wanted, and that of the first shard is gone: those of the others stay until there is one.
  expect(diffMonitoring(ONE, none).changes.map(({ action }) => action)).toContainEqual(
    expect.objectContaining({ kind: 'deploy', groups: ['app'] }),
  )
})

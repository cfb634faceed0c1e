import { expect, test } from '@jest/globals'
import {
  type DeployExpectation,
  type DeployedMachine,
  judgeMachines,
  runsImage,
} from '../../src/plan/fly/judge-machines.ts'

const asked: DeployExpectation = {
  app: 'chat',
  release: 4,
  imageRef: 'registry.example/chat:v4',
  mayStop: false,
}

function machine(over: Partial<DeployedMachine> = {}): DeployedMachine {
  return {
    id: 'm1',
    region: 'nrt',
    state: 'started',
    env: { DIGEST: 'd' },
    image: { ref: 'registry.example/chat:v4', repository: 'chat', tag: 'v4', digest: 'sha256:4' },
    checks: [{ name: 'http', status: 'passing', output: 'ok' }],
    checksDefined: 1,
    mounts: [],
    standby: false,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    processGroup: 'app',
    releaseVersion: 4,
    ...over,
  }
}

const old = { ref: 'registry.example/chat:v3', repository: 'chat', tag: 'v3', digest: 'sha256:3' }

test.each([
  ['all as asked', [machine(), machine({ id: 'm2' })], {}, { kind: 'good' }],
  [
    'a deploy that gave up: what it had not reached is not judged',
    [machine(), machine({ id: 'm2', releaseVersion: 3, image: old })],
    { isPartial: true, groups: ['app', 'worker'] },
    { kind: 'good' },
  ],
  [
    'a deploy that gave up and has reached nothing: the old machines are',
    [machine({ releaseVersion: 3, image: old })],
    { isPartial: true },
    { kind: 'bad', problem: expect.objectContaining({ code: 'fly-old-version' }) },
  ],
  [
    'a newer release by somebody else is fine',
    [machine({ releaseVersion: 5 })],
    { imageRef: undefined },
    { kind: 'good' },
  ],
  ['0 of 0 is not well', [], {}, { kind: 'bad', problem: { code: 'fly-no-machines' } }],
  [
    'machines that no deploy made do not count',
    [(({ releaseVersion: _, ...rest }) => rest)(machine())],
    {},
    { kind: 'bad', problem: { code: 'fly-no-machines' } },
  ],
  [
    'an old release',
    [machine({ releaseVersion: 3 })],
    {},
    { kind: 'bad', problem: { code: 'fly-old-version' } },
  ],
  [
    'an old image under a new release',
    [machine({ image: old })],
    {},
    { kind: 'bad', problem: { code: 'fly-old-version' } },
  ],
  [
    'another environment',
    [machine()],
    { env: { DIGEST: 'e' } },
    { kind: 'bad', problem: { code: 'fly-old-version' } },
  ],
  [
    'a copy that another run made during the deploy: its variables say that it is the same',
    [machine(), machine({ id: 'm2', releaseVersion: 3 })],
    { env: { DIGEST: 'd' }, isIdentified: true },
    { kind: 'good' },
  ],
  [
    'a copy of an old image, with the variables of the new one',
    [machine(), machine({ id: 'm2', releaseVersion: 3, image: old })],
    { env: { DIGEST: 'd' }, isIdentified: true },
    { kind: 'bad', problem: { code: 'fly-old-version' } },
  ],
  [
    'one of two is stopped',
    [machine(), machine({ id: 'm2', state: 'stopped' })],
    {},
    { kind: 'waiting', start: ['m2'] },
  ],
  ['stopped is fine where it may stop', [machine({ state: 'stopped' })], { mayStop: true }, { kind: 'good' }],
  [
    'a spare rests',
    [machine(), machine({ id: 'm2', state: 'stopped', standby: true })],
    {},
    { kind: 'good' },
  ],
  [
    'on its way',
    [machine({ state: 'starting' })],
    {},
    { kind: 'waiting', start: [], why: 'machine m1 is starting' },
  ],
  [
    'a failing check',
    [machine({ checks: [{ name: 'http', status: 'critical', output: 'refused\n\u001b[31m' }] })],
    {},
    { kind: 'waiting', start: [], why: 'check http of machine m1 is critical (refused)' },
  ],
  ['no result of a check yet', [machine({ checks: [] })], {}, { kind: 'waiting', start: [] }],
] as const)('%s', (_, machines, over, verdict) => {
  const { imageRef, ...rest } = { ...asked, ...over } as DeployExpectation
  expect(judgeMachines({ ...rest, ...(imageRef !== undefined && { imageRef }) }, machines)).toMatchObject(
    verdict,
  )
})

test.each([
  ['registry.example/chat:v4', true],
  ['docker.io/library/chat:v4', true],
  ['chat:v4', true],
  ['localhost:5000/chat:v4', true],
  ['chat', false],
  ['chat:v4@sha256:4', true],
  ['chat@sha256:3', false],
  ['registry.example/otherchat:v4', false],
])('an image is %s: %s', (reference, runs) => {
  expect(runsImage(machine({ image: { ...machine().image, ref: '' } }), reference)).toBe(runs)
})

import { addApp } from '../../sandbox/platform/state.ts'
import type { Step } from './replay.ts'
import { inState, type World } from './world.ts'

/** Recordings that ran one after the other on one platform. */
export interface Scenario {
  readonly name: string
  readonly setup?: (world: World) => void
  readonly steps: readonly (number | Step)[]
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const atHealthChecks = { output: 'become healthy: 0/' }
const atLease = { request: /^POST .*\/lease$/ }

/** The lease of a killed flyctl lives on: surely long enough for the next step, or only for a moment. */
const leaseFor =
  (milliseconds: number) =>
  (world: World): void => {
    const machine = world.machine('mon')
    if (machine.lease !== undefined)
      machine.lease = { ...machine.lease, expiresAt: Date.now() + milliseconds }
  }
const HOUR = 3_600_000

/** The release row of a recording that is left out. */
function failedRelease(world: World): void {
  const app = world.app('mon')
  const { id = '' } = app.machines[0] ?? {}
  app.releases.push({
    id: `rel_${world.platform.ids.hex(16)}`,
    version: 8,
    imageRef: 'registry.example/prom/prometheus:v3.7.0',
    createdAt: Date.now(),
    status: 'failed',
    error: `failed to update machine ${id}: Unrecoverable error: timeout reached waiting for health checks to pass for machine ${id}: failed to get VM ${id}: Get "http://127.0.0.1:4280/v1/apps/mon/machines/${id}": net/http: request canceled`,
  })
}

const stopAll =
  (app: string) =>
  async (world: World): Promise<void> => {
    for (const machine of world.app(app).machines) await world.platform.host.stop(machine)
  }

export const scenarios: readonly Scenario[] = [
  {
    name: 'accounts, apps, configuration',
    steps: [
      ...range(1, 15),
      ...range(17, 23),
      ...range(27, 52),
      54,
      { n: 55, cwd: 'brokencwd' },
      ...range(160, 171),
      { n: 201 },
      { n: 203, cwd: 'empty' },
      232,
    ],
  },
  {
    name: 'volumes, secrets, the first deploy, and everything that can go wrong with the next ones',
    setup: (world) => addApp(world.platform.state, { name: 'mon', org: 'acme' }),
    steps: [
      ...range(56, 86),
      ...range(88, 90),
      ...range(92, 94),
      ...range(96, 98),
      103,
      ...range(105, 111),
      { n: 113, before: failedRelease },
      {
        n: 114,
        before: (world) => void Object.assign(world.platform, { smokeSeconds: 10 }),
        after: async (world) => {
          Object.assign(world.platform, { smokeSeconds: 0 })
          await inState(world.machine('mon'), 'stopped')
        },
      },
      115,
      116,
      { n: 117, after: (world) => inState(world.machine('mon'), 'started') },
      {
        n: 118,
        before: (world) => world.fault({ kind: 'slowStart', app: 'mon', seconds: Number.POSITIVE_INFINITY }),
      },
      119,
      {
        n: 120,
        before: (world) =>
          world.fault({ kind: 'lease', app: 'mon', owner: 'someone-else@example.com', seconds: 600 }),
        after: (world) => {
          world.machine('mon').lease = undefined
        },
      },
      ...range(121, 125),
      { n: 126, stopAt: atHealthChecks, after: leaseFor(HOUR) },
      { n: 127, stopAt: atLease },
      { n: 128, stopAt: atLease, after: leaseFor(50) },
      129,
      130,
      131,
      ...range(132, 137),
      {
        n: 138,
        before: (world) => void world.runtime.ailing.add('mon-c'),
        after: (world) => void world.runtime.ailing.delete('mon-c'),
      },
      ...range(139, 141),
      { n: 142, before: stopAll('web') },
      143,
      { n: 146, cwd: 'empty' },
      147,
      { n: 148, cwd: 'empty' },
      { n: 149, stopAt: { request: /^GET .*\/logs$/ } },
      153,
      ...range(155, 159),
    ],
  },
  {
    name: 'awkward secrets',
    setup: (world) => addApp(world.platform.state, { name: 's', org: 'acme' }),
    steps: range(172, 178),
  },
  {
    name: 'ways to deploy, interruptions, lost answers',
    setup: (world) => {
      world.seed('mon', true)
      world.remember('mon', 6)
    },
    steps: [
      { n: 179, cwd: 'empty' },
      { n: 180, cwd: 'empty' },
      ...range(181, 186),
      { n: 187, stopAt: atHealthChecks, after: leaseFor(HOUR) },
      { n: 188, stopAt: atLease },
      { n: 189, stopAt: atLease, after: leaseFor(50) },
      ...range(190, 200),
      { n: 202, cwd: 'empty' },
      ...range(204, 209),
    ],
  },
  {
    name: 'two first deploys at once, without a volume',
    setup: (world) => world.seed('race', false),
    steps: [{ n: [210, 211] }],
  },
  {
    name: 'two deploys at once, with a volume',
    setup: (world) => world.seed('race', true),
    steps: [
      { n: [212, 213] },
      214,
      { n: [215, 216] },
      { n: [217, 218, 219] },
      ...range(220, 225),
      {
        n: 226,
        before: (world) => void world.runtime.ailing.add('race'),
        after: (world) => void world.runtime.ailing.delete('race'),
      },
      { n: 227, cwd: 'src' },
    ],
  },
  {
    name: 'the platform reverts',
    setup: (world) => world.seed('mon', true),
    steps: [228, { n: 229, before: (world) => world.fault({ kind: 'revert', app: 'mon' }) }, 230, 231, 233],
  },
]

/** The same through the real process: streams, files, standard input, signals. */
export const executableScenario: Scenario = {
  name: 'through the executable',
  steps: [
    ...[2, 5, 7, 17, 18, 44, 45, 50, 60, 64, 65, 66, 68, 70, 160, 161],
    { n: 55, cwd: 'brokencwd' },
    82,
    84,
    85,
    88,
    105,
    { n: 126, stopAt: atHealthChecks, after: leaseFor(HOUR) },
    { n: 188, stopAt: atLease },
    { n: 189, stopAt: atLease, after: leaseFor(50) },
    129,
    201,
    { n: 203, cwd: 'empty' },
  ],
}

/** Every step with its recordings as a list. */
export const stepsOf = (scenario: Scenario): readonly (Step & { readonly all: readonly number[] })[] =>
  scenario.steps.map((step) => {
    const full = typeof step === 'number' ? { n: step } : step
    return { ...full, all: typeof full.n === 'number' ? [full.n] : full.n }
  })

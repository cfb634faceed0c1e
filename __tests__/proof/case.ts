import type { RequestListener } from 'node:http'
import type { ServiceConfig } from '../../src/config/schema.ts'
import type { FailOn } from '../../src/inputs/types.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import type { ServiceMachine } from '../../src/verify/targets/expect.ts'
import type { Rig } from './rig.ts'

/**
 * A situation from the field and the verdict that is right for it. A real Prometheus scrapes services that the case
 * makes; configuration, rules, verification, verdict and summary are the product's own. See README.md of this folder.
 */
export interface ProofCase {
  /** Default: one app, `web`. */
  apps?: readonly string[]
  /** Default: one machine of the first app. All listen on addresses of their own. */
  machines?: readonly MachineSpec[]
  /** As in monitoring.yml; default: `web` on port 9100 with `metrics`. */
  services?: readonly ({ name: string; port: number } & Record<string, unknown>)[]
  /** `services[0].metrics`, where there is one service only. */
  metrics?: Record<string, unknown>
  /** More of monitoring.yml: `monitoring`, `alerts`, `verify`. */
  monitoring?: Record<string, unknown>
  alerts?: Record<string, unknown>
  verify?: Record<string, unknown>
  /** Scrape interval; 1s by default. */
  interval?: string
  /** What a service answers on a machine; `undefined`: nothing listens there. */
  serve?(service: ServiceConfig, machine: RigMachine, rig: Rig): Handler | undefined
  /** Dashboard JSON without uid and title. */
  dashboards?: readonly object[]
  /** The rule file instead of the product's; '' for none. */
  rules?: string
  /** Changes what Prometheus runs, compared with what was shipped: the parsed prometheus.yml. */
  // biome-ignore lint/suspicious/noExplicitAny: a document of any shape
  patchRunning?(document: any): void
  remoteWrite?: { url: string; readBack?: boolean }
  /** Where Prometheus is asked; another address when the case puts a proxy in front of it. */
  url?: string
  /** More arguments of Prometheus. */
  flags?: readonly string[]
  /** Its data folder, when the case needs a special one. */
  data?: string
  /** Does not start Prometheus: `before` or `during` do. */
  noStart?: boolean
  /** Milliseconds from the start of Prometheus to that of verification. */
  warm?: number
  /** Milliseconds that verification may take; 60 s by default. */
  deadline?: number
  /** Milliseconds before the start of verification at which the deploy began; without it, the run only verifies. */
  deployed?: number
  /** `panels` by default, so that everything decides. */
  failOn?: FailOn
  /** Before Prometheus starts; everything else is in place. */
  before?(rig: Rig): void | Promise<void>
  /** At the same time as verification. */
  during?(rig: Rig): void | Promise<void>
  /** After it, before the world ends: notes for the person who reads the output. */
  after?(rig: Rig, evidence: Evidence): void | Promise<void>
  /** The right verdict. A case without one is only printed. */
  expect?: Expected
}

export interface Expected {
  verdict: 'proven' | 'unproven' | 'failed'
  /** Every entry of the verdict as `CODE SUBJECT`, in any order; none by default. */
  failures?: readonly string[]
  /** What the job summary or the report for a terminal must say, and what neither may. */
  says?: readonly (string | RegExp)[]
  saysNot?: readonly (string | RegExp)[]
  /** Checks that must be among those of the evidence, as `AREA OUTCOME CERTAINTY`. */
  checks?: readonly string[]
  /** Parts of the evidence, as for `toMatchObject`. */
  evidence?: object
}

export interface MachineSpec {
  id?: string
  app?: string
  /** Fly's word, `started` by default; only started machines are in the DNS. */
  state?: string
  region?: string
  group?: string
  checksPass?: boolean
  standby?: boolean
  /** Not in the DNS, though started. */
  hidden?: boolean
  /** Not listed by flyctl, though in the DNS. */
  unlisted?: boolean
}

/** A machine of the case; `during` may change it. */
export type RigMachine = ServiceMachine & Pick<MachineSpec, 'hidden' | 'unlisted'>

/**
 * A service: a function that answers its n-th request (from 1), or what to do with each connection. `host`: where it
 * listens instead of the machine's address.
 */
export type Handler = Answer | { raw: (socket: import('node:net').Socket, n: number) => void; host?: string }
export type Answer = ((
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
  n: number,
  machine: RigMachine,
) => void) & { host?: string }

/** Types a case; the identity. */
export const proofCase = (given: ProofCase): ProofCase => given

export const TEXT = 'text/plain; version=0.0.4; charset=utf-8'
export const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** A metrics page; a function gets the number of the scrape, from 1. */
export const page =
  (body: string | ((n: number, machine: RigMachine) => string), type = TEXT): Answer =>
  (_request, response, n, machine) =>
    void response.setHeader('content-type', type).end(typeof body === 'string' ? body : body(n, machine))

const family =
  (type: string) =>
  (name: string, value: number | string, labels = ''): string =>
    `# HELP ${name} About it.\n# TYPE ${name} ${type}\n${name}${labels} ${value}\n`
export const counter = family('counter')
export const gauge = family('gauge')

/** A panel with one query of the deployment's data source. */
export const panel = (title: string, expr: string, more: object = {}): object => ({
  type: 'timeseries',
  title,
  datasource: { type: 'prometheus', uid: 'mon' },
  targets: [{ refId: 'A', expr }],
  ...more,
})

/** A dashboard with these panels. */
export const dashboard = (panels: readonly object[], more: object = {}): object => ({
  panels: panels.map((one, i) => ({ id: i + 1, ...one })),
  ...more,
})

import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config, ServiceConfig } from '../../config/schema.ts'
import type { Machine } from '../../model/fly.ts'
import { hostPort } from './address.ts'

/** A Fly machine as verification sees it. */
export interface ServiceMachine
  extends Pick<Machine, 'id' | 'app' | 'region' | 'state' | 'privateIp' | 'processGroup'> {
  /** Whether all of Fly's health checks pass; absent when the machine has none. */
  checksPass?: boolean
  /** A standby machine that Fly starts only when the host of another machine fails; `stopped` is its normal state. */
  standby?: boolean
}

export type MachinesByApp = ReadonlyMap<string, readonly ServiceMachine[]>

/** One endpoint that Prometheus has to scrape: a service on a machine. */
export interface ExpectedTarget {
  service: string
  app: string
  machine: ServiceMachine
  /** Normalised, as `[fdaa:…]:9090`. */
  address: string
  path: string
  /** Every declared metric may be absent until the first event, so the page may be empty until then. */
  onlyAfterTraffic: boolean
  /** `resting`: stopped, which is allowed, so it is not expected to be up. `stopped`: stopped, which is not allowed. */
  state: 'running' | 'stopped' | 'resting'
}

export interface Expectation {
  /** In the order of the configuration, then of machine ids. */
  targets: readonly ExpectedTarget[]
  /** Services without a machine. */
  absent: readonly ServiceConfig[]
}

const REMOVED = ['destroyed', 'destroying']
const RUNNING = ['started', 'starting', 'replacing', 'restarting', 'updating']

/** The targets that Prometheus must scrape: every service on every machine of its app and process group. */
export function expectTargets(config: Config, machines: MachinesByApp): Expectation {
  const found = config.services.map((service) => ({ service, hosts: hostsOf(service, machines) }))
  return {
    targets: found.flatMap(({ service, hosts }) => hosts.map((machine) => expected(service, machine))),
    absent: found.filter(({ hosts }) => hosts.length === 0).map(({ service }) => service),
  }
}

function hostsOf(service: ServiceConfig, machines: MachinesByApp): ServiceMachine[] {
  return (
    (machines.get(service.app) ?? [])
      .filter((machine) => !REMOVED.includes(machine.state))
      // Machines that Fly creates itself (release command, console) belong to the app, but run no service.
      .filter((machine) => !machine.processGroup.startsWith('fly_app_'))
      .filter((machine) => service.process === undefined || machine.processGroup === service.process)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  )
}

function expected(service: ServiceConfig, machine: ServiceMachine): ExpectedTarget {
  const runs = RUNNING.includes(machine.state)
  const mayStop = (service.may_stop || machine.standby === true) && machine.state !== 'failed'
  return {
    service: service.name,
    app: service.app,
    machine,
    address: hostPort(machine.privateIp, service.port),
    path: service.path,
    onlyAfterTraffic: isOnlyAfterTraffic(service),
    state: runs ? 'running' : mayStop ? 'resting' : 'stopped',
  }
}

/** A service that declares nothing has promised a page with samples. */
function isOnlyAfterTraffic(service: ServiceConfig): boolean {
  const declared = declaredMetrics(service)
  return declared.length > 0 && declared.every(({ expect }) => expect === 'after-traffic')
}

import { credentialsOf } from '../../config/credentials.ts'
import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config, FlyServiceConfig, ServiceConfig } from '../../config/schema.ts'
import { appLabelOf, isOnFly } from '../../config/services.ts'
import type { FlyScrape, Machine } from '../../model/fly.ts'
import { hostPort } from './address.ts'

/** A Fly machine as verification sees it. */
export interface ServiceMachine
  extends Pick<Machine, 'id' | 'app' | 'region' | 'state' | 'privateIp' | 'processGroup'> {
  /** Whether all of Fly's health checks pass; absent when the machine has none. */
  checksPass?: boolean
  /** A standby machine that Fly starts only when the host of another machine fails; `stopped` is its normal state. */
  standby?: boolean
  /** What Fly's managed Prometheus was told to scrape on it; absent: nothing. */
  metrics?: FlyScrape
  /** When Fly last changed it, which is no earlier than its start; empty or absent where that is not known. */
  updatedAt?: string
}

export type MachinesByApp = ReadonlyMap<string, readonly ServiceMachine[]>

/** One endpoint that Prometheus has to scrape: a service on a machine, or at an address that is not on Fly. */
export interface ExpectedTarget {
  service: string
  /** The label `app`. */
  app: string
  /** Undefined for a static address: nothing but Prometheus knows about it. */
  machine: ServiceMachine | undefined
  /** Normalised, as `[fdaa:…]:9090`. */
  address: string
  path: string
  /** Every declared metric may be absent until the first event, so the page may be empty until then. */
  onlyAfterTraffic: boolean
  /** The key of the configuration with its credentials, and the variable that has the secret. */
  credentials?: ReturnType<typeof credentialsOf>
  /** `resting`: stopped, which is allowed, so it is not expected to be up. `stopped`: stopped, which is not allowed. */
  state: 'running' | 'stopped' | 'resting'
}

export interface Expectation {
  /** In the order of the configuration, then of machine ids. */
  targets: readonly ExpectedTarget[]
  /** Services without a machine. */
  absent: readonly FlyServiceConfig[]
}

const REMOVED = ['destroyed', 'destroying']
const RUNNING = ['started', 'starting', 'replacing', 'restarting', 'updating']

/** The targets that Prometheus must scrape: every service on every machine of its app and process group. */
export function expectTargets(config: Config, machines: MachinesByApp): Expectation {
  const { services } = config
  return {
    targets: services.flatMap((service) =>
      isOnFly(service)
        ? hostsOf(service, machines).map((machine) => onMachine(service, machine))
        : service.addresses.map((address) => atAddress(service, address)),
    ),
    absent: services.filter(isOnFly).filter((service) => hostsOf(service, machines).length === 0),
  }
}

/** A target on a machine as people name it, or the address of one that is not on Fly. */
export const hostOf = ({ machine, address }: ExpectedTarget): string => machine?.id ?? address

function hostsOf(service: FlyServiceConfig, machines: MachinesByApp): ServiceMachine[] {
  return (
    (machines.get(service.app) ?? [])
      .filter((machine) => !REMOVED.includes(machine.state))
      // Machines that Fly creates itself (release command, console) belong to the app, but run no service.
      .filter((machine) => !machine.processGroup.startsWith('fly_app_'))
      .filter((machine) => service.process === undefined || machine.processGroup === service.process)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  )
}

function onMachine(service: FlyServiceConfig, machine: ServiceMachine): ExpectedTarget {
  const runs = RUNNING.includes(machine.state)
  const mayStop = (service.may_stop || machine.standby === true) && machine.state !== 'failed'
  return {
    ...endpoint(service),
    machine,
    address: hostPort(machine.privateIp, service.port),
    state: runs ? 'running' : mayStop ? 'resting' : 'stopped',
  }
}

/** Whether it should run is not for Fly to say: it must be up. */
function atAddress(service: ServiceConfig, address: string): ExpectedTarget {
  const end = address.lastIndexOf(':')
  return {
    ...endpoint(service),
    machine: undefined,
    address: hostPort(address.slice(0, end), Number(address.slice(end + 1))),
    state: 'running',
  }
}

const endpoint = (service: ServiceConfig) => ({
  service: service.name,
  app: appLabelOf(service),
  path: service.path,
  onlyAfterTraffic: isOnlyAfterTraffic(service),
  credentials: credentialsOf(service),
})

/** A service that declares nothing has promised a page with samples. */
function isOnlyAfterTraffic(service: ServiceConfig): boolean {
  const declared = declaredMetrics(service)
  return declared.length > 0 && declared.every(({ expect }) => expect === 'after-traffic')
}

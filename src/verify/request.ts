import type { Dispatcher } from 'undici'
import type { Config } from '../config/schema.ts'
import type { Log } from '../lib/log.ts'
import type { Prometheus } from '../model/prometheus.ts'
import type { DeliveryRequest } from './delivery/watch.ts'
import type { QuerySource } from './panels/ask.ts'
import type { WrittenDashboard } from './panels/panel-queries.ts'
import type { RemoteWriteTarget } from './remote-write/watch.ts'
import type { MachinesByApp } from './targets/expect.ts'
import type { ListMachines } from './targets/machine-list.ts'

export interface VerifyRequest {
  config: Config
  /** Machines of the services' apps, by app, as listed after all deploys. */
  machines: MachinesByApp
  /** Lists the machines again; without it, the first listing is final. */
  refreshMachines?: ListMachines
  /** When to stop, even if results are incomplete. */
  deadline: Date
  /** Public address of Prometheus. */
  prometheusUrl: string
  /** `prometheus.yml` and the rule files as deployed; without them, nothing is compared. */
  shippedConfig?: string
  shippedRules?: readonly string[]
  dashboards?: readonly WrittenDashboard[]
  /** Where the dashboards' queries are sent: Grafana's data source. Without it, Prometheus itself. */
  dashboardSource?: QuerySource
  /** How alerts leave Prometheus; absent where Grafana notifies people, or no one is notified. */
  delivery?: DeliveryRequest
  /** Nobody is notified of alerts: neither an Alertmanager nor a Grafana is configured. */
  isNobodyNotified?: boolean
  remoteWrite?: Omit<RemoteWriteTarget, 'scrapeIntervalMs'>
}

export interface VerifyTools {
  prometheus: Prometheus
  /** For the public addresses, which are requested without credentials. */
  pool: Dispatcher
  log: Log
  signal?: AbortSignal
}

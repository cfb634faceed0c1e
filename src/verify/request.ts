import type { Dispatcher } from 'undici'
import type { Config } from '../config/schema.ts'
import type { Log } from '../lib/log.ts'
import type { Prometheus } from '../model/prometheus.ts'
import type { DeliveryRequest } from './delivery/watch.ts'
import type { CheckEvidence } from './evidence.ts'
import type { ReadLibraryPanel } from './panels/library-panels.ts'
import type { WrittenDashboard } from './panels/panel-queries.ts'
import type { QuerySource } from './panels/query-source.ts'
import type { RemoteWriteTarget } from './remote-write/watch.ts'
import type { GrafanaAlertQuery } from './rules/in-grafana.ts'
import type { StoreView } from './store/view.ts'
import type { ExpectedTarget, MachinesByApp } from './targets/expect.ts'
import type { ListMachines } from './targets/machine-list.ts'

export interface VerifyRequest {
  config: Config
  /** Machines of the services' apps, by app, as listed after all deploys. */
  machines: MachinesByApp
  /** Lists the machines again; without it, the first listing is final. */
  refreshMachines?: ListMachines
  /** When to stop, even if results are incomplete. */
  deadline: Date
  /** When the deploy of this run began; without it, the run only verifies. */
  deployBegan?: Date
  /** When the releases of Prometheus' app were made, in milliseconds; without it, that is not known. */
  readReleases?: () => Promise<number[]>
  /** Public address of Prometheus. */
  prometheusUrl: string
  /** `prometheus.yml` and the rule files as deployed; without them, nothing is compared. */
  shippedConfig?: string
  shippedRules?: readonly string[]
  /** Prometheus does not run, and must not be asked: why, and what to do. */
  atRest?: Pick<CheckEvidence, 'subject' | 'why'> & { next: string }
  dashboards?: readonly WrittenDashboard[]
  /** Where the dashboards' queries are sent: Grafana's data source. Without it, Prometheus itself. */
  dashboardSource?: QuerySource
  /** Reads a library panel from Grafana. Without it, library panels are not checked. */
  readLibraryPanel?: ReadLibraryPanel
  /** How alerts leave Prometheus; absent where Grafana notifies people, or no one is notified. */
  delivery?: DeliveryRequest
  /** Reads what decides who is notified by Grafana; absent where Grafana has no rules of this deployment. */
  grafanaDelivery?: () => Promise<CheckEvidence[]>
  /** Nobody is notified of alerts: neither an Alertmanager nor a Grafana is configured. */
  isNobodyNotified?: boolean
  /** The shard that is asked about itself, where several share the targets. */
  shard?: number
  /** Whether no one scrapes a target that could be asked, so that it is not waited for: its shard does not answer. */
  isUnscraped?: (target: ExpectedTarget) => boolean
  /** Another replica is asked everything that all replicas share. */
  isFurtherReplica?: true
  /** The alerts that Grafana evaluates because an agent does not. */
  grafanaAlerts?: readonly GrafanaAlertQuery[]
  /** The server that has the samples of an agent; absent where Prometheus itself has them. */
  store?: { name: string } & Pick<StoreView, 'settle' | 'lost'>
  /** The servers that samples are sent to as well. */
  remoteWrite?: readonly Omit<RemoteWriteTarget, 'scrapeIntervalMs'>[]
}

export interface VerifyTools {
  prometheus: Prometheus
  /** For the public addresses, which are requested without credentials. */
  pool: Dispatcher
  log: Log
  signal?: AbortSignal
}

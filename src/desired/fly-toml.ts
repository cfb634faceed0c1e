import { stringify } from 'smol-toml'
import { isAgent } from '../config/engine.ts'
import { hasReplicas, replicaRegions } from '../config/replicas.ts'
import type { Config } from '../config/schema.ts'
import { hasShards, machineGroups } from '../config/shards.ts'
import { internalHost } from '../model/fly-names.ts'
import { prometheusVersionOf } from '../model/prometheus-version.ts'
import { configFile, GUEST_PATHS } from './prometheus.ts'
import { prometheusAddress } from './prometheus-access.ts'

/** A file for the machine: next to the TOML under `name` while flyctl runs, or from a Fly secret. */
export type GuestFile = { guestPath: string } & ({ name: string } | { secret: string })

/**
 * The share of the volume for samples; the rest is for the write-ahead log and compaction (Prometheus recommends 80–85 %
 * at most).
 */
const SHARE_OF_VOLUME = 0.75

/** Variable in the app's [env] with the digest of the rendered app; `flyctl machine list --json` shows it. */
export const DIGEST_VARIABLE = 'DEPLOY_MONITORING_DIGEST'

/** fly.monitoring.toml: one machine, one volume, configuration by [[files]]. */
export function renderFlyToml(config: Config, files: readonly GuestFile[], digest?: string): string {
  const { image } = config.monitoring
  return stringify({
    ...app(config),
    ...(image !== undefined && { build: { image } }),
    ...environment({
      ...alertmanagerPeers(config),
      ...(digest !== undefined && { [DIGEST_VARIABLE]: digest }),
    }),
    ...commands(config),
    ...machine(config),
    files: files.map((file) => ({
      guest_path: file.guestPath,
      ...('secret' in file ? { secret_name: file.secret } : { local_path: file.name }),
      ...ofEachShard(config),
    })),
  })
}

/**
 * Fly gives machines no numbers, so each shard is a process group, and the command says which configuration is its own:
 * flyctl puts every file on every machine, whatever `processes` of [[files]] says (`MergeFiles` in internal/appconfig).
 */
const commands = (config: Config) =>
  hasShards(config.monitoring)
    ? {
        processes: Object.fromEntries(
          machineGroups(config.monitoring).map((group, i) => [
            group,
            prometheusFlags(config, i + 1).join(' '),
          ]),
        ),
      }
    : { experimental: { cmd: prometheusFlags(config) } }

/** Sections of a Fly configuration without `processes` are those of the first group only. */
const ofEachShard = ({ monitoring }: Config) =>
  hasShards(monitoring) ? { processes: [...machineGroups(monitoring)] } : {}

/** A file of the repository for the machine; `path` is relative to the folder in which flyctl runs. */
export interface ManualFile {
  guestPath: string
  path: string
}

/**
 * fly.monitoring.toml for a manual deploy: the same machine without flags, so that the entrypoint completes the
 * configuration from the environment, that is from secrets that are set manually.
 */
export function renderManualFlyToml(config: Config, files: readonly ManualFile[]): string {
  const { image, access, retention } = config.monitoring
  return stringify({
    ...app(config),
    build: image === undefined ? { dockerfile: 'Dockerfile.monitoring' } : { image },
    env: {
      PROMETHEUS_ACCESS: access,
      ...(isAgent(config.monitoring)
        ? { PROMETHEUS_ENGINE: 'agent' }
        : { PROMETHEUS_RETENTION_TIME: retention }),
      ...alertmanagerPeers(config),
    },
    // The entrypoint knows the shard by the process group.
    ...(hasShards(config.monitoring) && {
      processes: Object.fromEntries(machineGroups(config.monitoring).map((group) => [group, ''])),
    }),
    ...machine(config),
    files: files.map(({ guestPath, path }) => ({
      ...{ guest_path: guestPath, local_path: path },
      ...ofEachShard(config),
    })),
  })
}

function app(config: Config) {
  return {
    app: config.monitoring.app,
    primary_region: replicaRegions(config.monitoring)[0],
    // Fly's default is SIGINT; Prometheus, which replaces the entrypoint, closes its write-ahead log on SIGTERM.
    kill_signal: 'SIGTERM',
    kill_timeout: '30s',
    swap_size_mb: 512,
  }
}

function machine(config: Config) {
  const { volume, vm, access } = config.monitoring
  const groups = ofEachShard(config)
  return {
    ...(hasReplicas(config.monitoring) && { deploy: ONE_AT_A_TIME }),
    mounts: [
      { source: volume.name, destination: '/prometheus', initial_size: `${volume.size_gb}gb`, ...groups },
    ],
    ...(access === 'private'
      ? { checks: { prometheus: { type: 'tcp', port: 9090, ...CHECK } } }
      : { services: [{ ...publicService(), ...groups }] }),
    restart: [{ policy: 'always', ...groups }],
    vm: [{ size: vm.size, memory: `${vm.memory_mb}mb` }],
  }
}

/** One replica scrapes while another one is replaced. */
const ONE_AT_A_TIME = { strategy: 'rolling', max_unavailable: 1 }

const environment = (env: Record<string, string>) => (Object.keys(env).length > 0 ? { env } : {})

/** Where the Alertmanagers of the replicas find each other: started machines, on the private network. */
const alertmanagerPeers = ({ monitoring, alerts }: Config): Record<string, string> =>
  hasReplicas(monitoring) && alerts.notify
    ? { ALERTMANAGER_PEERS: `${internalHost(monitoring.app)}:9094` }
    : {}

function prometheusFlags(config: Config, shard?: number): string[] {
  const { access } = config.monitoring
  return [
    `--config.file=${configFile(shard).guestPath}`,
    ...(isAgent(config.monitoring) ? agentFlags(config) : serverFlags(config)),
    // [::] accepts IPv4 as well; Fly's private network is IPv6 only.
    '--web.listen-address=[::]:9090',
    ...(access === 'public' ? [] : [`--web.config.file=${GUEST_PATHS.webConfig}`]),
    ...(config.alerts.notify ? alertingFlags(config) : []),
    ...expandingFlags(config),
  ]
}

const serverFlags = ({ monitoring: { retention, volume } }: Config): string[] => [
  '--storage.tsdb.path=/prometheus',
  `--storage.tsdb.retention.time=${retention}`,
  `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
]

/**
 * An agent has a write-ahead log and nothing else: samples that the store has not accepted yet, of the last hours at most. It is
 * on the volume all the same, because it is needed when both fail, the store and the machine. The folder is its own: a
 * server that ran on this volume before has left a log of another kind, and finds it again when the engine is changed back.
 */
const agentFlags = ({ monitoring }: Config): string[] => [
  prometheusVersionOf(monitoring.image).major < 3 ? '--enable-feature=agent' : '--agent',
  '--storage.agent.path=/prometheus/agent',
]

/**
 * Alerts that fire before Prometheus knows its Alertmanager, in the first seconds after a start, are lost; they are sent
 * again after this delay, and not after a minute. The URL is where links in messages lead.
 */
const alertingFlags = ({ monitoring }: Config): string[] => [
  '--rules.alert.resend-delay=10s',
  `--web.external-url=${prometheusAddress(monitoring)}/`,
]

const CHECK = { interval: '15s', timeout: '2s', grace_period: '10s' }

/** Prometheus 2 expands variables in external labels only when it is asked to. */
const expandingFlags = ({ monitoring }: Config): string[] =>
  hasReplicas(monitoring) && prometheusVersionOf(monitoring.image).major < 3
    ? ['--enable-feature=expand-external-labels']
    : []

/**
 * HTTPS on 443 for people and for the verification. Never stopped: scrapes do not pass through Fly's proxy, which would
 * consider the machine idle. The check is TCP, because basic auth answers 401 on every path; readiness is verified with
 * credentials afterwards.
 */
function publicService() {
  return {
    internal_port: 9090,
    protocol: 'tcp',
    auto_stop_machines: 'off',
    auto_start_machines: true,
    min_machines_running: 1,
    ports: [
      { port: 80, handlers: ['http'], force_https: true },
      { port: 443, handlers: ['tls', 'http'] },
    ],
    tcp_checks: [CHECK],
  }
}

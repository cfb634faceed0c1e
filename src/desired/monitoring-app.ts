import { isAgent } from '../config/engine.ts'
import { replicaRegions } from '../config/replicas.ts'
import type { Config } from '../config/schema.ts'
import { hasShards, machineGroups } from '../config/shards.ts'
import type { ReceiverSecrets, RemoteWrite } from '../inputs/types.ts'
import type { TextFile } from '../lib/workspace.ts'
import { prometheusVersionOf } from '../model/prometheus-version.ts'
import { alertmanagerFiles, alertmanagerSecrets } from './alertmanager/alertmanager.ts'
import { keyedDigest } from './derived-password.ts'
import { type GuestFile, renderFlyToml } from './fly-toml.ts'
import { configFile, GUEST_PATHS, ownRuleFile, renderPrometheus } from './prometheus.ts'
import { shardNumbered } from './scrape-job.ts'
import { type ScrapeSecrets, scrapeSecretFiles } from './scrape-secrets.ts'
import { renderWebConfig } from './web-config.ts'

/** A file that flyctl copies to the machine: written next to the TOML as `name`, at `guestPath` on the machine. */
export interface RenderedFile {
  name: string
  guestPath: string
  content: string
}

/** The desired monitoring app: everything that a deploy needs, without anything that is read from Fly. */
export interface MonitoringApp {
  app: string
  organization: string
  /** Of the first replica. */
  region: string
  /** The region of each machine, one entry per replica or shard. */
  regions: readonly string[]
  /** The process group of each machine, in the same order. Those of replicas are in one group, each shard has its own. */
  groups: readonly string[]
  access: Config['monitoring']['access']
  engine: Config['monitoring']['engine']
  volume: { name: string; sizeGb: number }
  /** Undefined: built at Fly from templates/Dockerfile.monitoring. */
  image: string | undefined
  /** [[files]] refers to `files` by their names, relative to the folder that flyctl runs in. */
  flyToml: string
  files: readonly RenderedFile[]
  /** Raw values of the secrets that [[files]] refers to; Fly needs them in base64. */
  secrets: readonly { name: string; value: string }[]
  /** Keyed digest of all of the above; also in [env] of the TOML. */
  digest: string
  /** Whether an Alertmanager runs next to Prometheus: then the image contains one. */
  alertmanager: boolean
  /** Undefined when access is public. */
  password: string | undefined
}

export interface RenderSecrets {
  flyToken: string
  /** The password of Prometheus' basic auth; undefined when access is public. */
  password: string | undefined
  remoteWrite: RemoteWrite | undefined
  receivers: ReceiverSecrets
  /** Absent when no service and no target of remote_write authenticates. */
  scrapes?: ScrapeSecrets
}

/** The text of the rule file of this action (empty: no rules), and the rule files of `alerts.rules`. */
export interface RuleTexts {
  rules: string
  own: readonly TextFile[]
}

/** The monitoring app of a configuration. */
export function renderMonitoring(config: Config, secrets: RenderSecrets, rules: RuleTexts): MonitoringApp {
  const { app, organization, access, engine, image, volume } = config.monitoring
  const regions = replicaRegions(config.monitoring)
  const files = renderFiles(config, secrets, rules)
  const { notify } = config.alerts
  const secretFiles = [
    ...renderSecretFiles(app, secrets),
    ...scrapeSecretFiles(config, secrets.scrapes ?? new Map()),
    ...(notify ? alertmanagerSecrets(notify, secrets.receivers) : []),
  ]
  const guests: GuestFile[] = [
    ...files.map(({ name, guestPath }) => ({ name, guestPath })),
    ...secretFiles.map(({ name, guestPath }) => ({ secret: name, guestPath })),
  ]
  const digest = keyedDigest(secrets.flyToken, [
    renderFlyToml(config, guests),
    ...files.flatMap((file) => [file.name, file.content]),
    ...secretFiles.flatMap((file) => [file.name, file.value]),
  ])
  return {
    app,
    organization,
    region: regions[0] ?? config.monitoring.region,
    regions,
    groups: machineGroups(config.monitoring),
    access,
    engine,
    volume: { name: volume.name, sizeGb: volume.size_gb },
    image,
    flyToml: renderFlyToml(config, guests, digest),
    files,
    secrets: secretFiles.map(({ name, value }) => ({ name, value })),
    digest,
    alertmanager: notify !== undefined,
    password: secrets.password,
  }
}

function renderFiles(
  config: Config,
  { remoteWrite, receivers }: RenderSecrets,
  { rules, own }: RuleTexts,
): RenderedFile[] {
  const { monitoring, alerts } = config
  // An agent refuses a configuration with rule files.
  const ruleFiles = isAgent(monitoring)
    ? []
    : [
        ...(rules === '' ? [] : [{ name: RULES_FILE, guestPath: GUEST_PATHS.rules, content: rules }]),
        ...own.map(({ file, text }, i) => ({ ...ownRuleFile(file, i), content: text })),
      ]
  const options = {
    version: prometheusVersionOf(monitoring.image),
    ruleFiles: ruleFiles.map(({ guestPath }) => guestPath),
    remoteWrite,
  }
  const shards = hasShards(monitoring) ? machineGroups(monitoring).map((_, i) => i + 1) : [undefined]
  return [
    ...shards.map((shard) => ({
      ...configFile(shard),
      content: renderPrometheus(config, {
        ...options,
        ...(shard !== undefined && { shard: shardNumbered(shard) }),
      }),
    })),
    ...ruleFiles,
    ...(alerts.notify
      ? alertmanagerFiles(monitoring.app, alerts.notify, (secret) => receivers[secret] !== undefined)
      : []),
  ]
}

const RULES_FILE = 'rules.yml'
const OWN_RULES = /^rules-\d+-/

/** Whether a file of the monitoring app is a rule file. */
export const isRuleFile = ({ name }: RenderedFile): boolean => name === RULES_FILE || OWN_RULES.test(name)

/** Whether a deploy of the monitoring app sets a secret of this name. */
export const isOwnSecret = (name: string): boolean =>
  name === WEB_CONFIG_SECRET || name.startsWith('MONITORING_')

/** The secret without which Prometheus asks for no password. */
export const WEB_CONFIG_SECRET = 'PROMETHEUS_WEB_CONFIG'

/**
 * Files that consist of a secret. Their names differ from those that are set manually, in plain text, for the entrypoint,
 * such as GRAFANA_PROMETHEUS_API_KEY.
 */
function renderSecretFiles(app: string, { flyToken, password, remoteWrite }: RenderSecrets) {
  const webConfig = { name: WEB_CONFIG_SECRET, guestPath: GUEST_PATHS.webConfig }
  const selfPassword = { name: 'MONITORING_SELF_PASSWORD', guestPath: GUEST_PATHS.selfPassword }
  const key = { name: 'MONITORING_REMOTE_WRITE_KEY', guestPath: GUEST_PATHS.remoteWriteKey }
  return [
    ...(password === undefined
      ? []
      : [
          { ...webConfig, value: renderWebConfig(flyToken, app, password) },
          { ...selfPassword, value: password },
        ]),
    ...(remoteWrite ? [{ ...key, value: remoteWrite.key }] : []),
  ]
}

import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'

type Loose = Record<string, unknown>

interface LooseParts {
  monitoring: Loose
  services: readonly Loose[]
  alerts: Loose
  slos: readonly Loose[]
  targets: readonly Loose[]
}

/**
 * What Fly's managed Prometheus cannot do, each with one reason. Works on the raw values, before validation: any of them may
 * be missing or of the wrong type, which the schema reports.
 */
export function flyEngineConflicts({
  monitoring,
  services,
  alerts,
  slos,
  targets,
}: LooseParts): ConfigIssue[] {
  if (monitoring.engine !== 'fly') return []
  return [
    ...present(monitoring, MONITORING, ['monitoring']),
    ...services.flatMap((service, i) => [
      ...(service.discovery === 'static' ? [notOnFly(service, ['services', i, 'discovery'])] : []),
      ...present(service, SERVICE, ['services', i]),
    ]),
    ...severalPorts(services),
    ...present(alerts, ALERTS, ['alerts']),
    ...(slos.length > 0 ? [NO_OBJECTIVES] : []),
    ...(targets.length > 0 ? [NO_REMOTE_WRITE] : []),
  ]
}

const conflict = (path: ConfigPath, message: string, hint: string): ConfigIssue =>
  issueAt(path, 'config/fly-engine', message, hint, 'key')

type Reasons = Readonly<Record<string, string>>

const OR_SERVER = 'Remove it, or use `engine: server`, which runs a Prometheus of your own.'

/** The keys of a section that have a reason why they have no effect. */
const present = (section: Loose, reasons: Reasons, path: ConfigPath): ConfigIssue[] =>
  Object.entries(reasons).flatMap(([key, why]) =>
    section[key] === undefined || section[key] === false
      ? []
      : conflict(
          [...path, key],
          `${textOf(path)}.${key} and \`engine: fly\` cannot be combined: ${why}.`,
          OR_SERVER,
        ),
  )

const textOf = (path: ConfigPath): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('')

const NO_MACHINE = 'no Prometheus is deployed, so there is no machine and no volume of it'

const MONITORING: Reasons = {
  replicas: "Fly's Prometheus is a cluster that Fly runs; there is no machine to double",
  shards: "Fly's Prometheus is a cluster that Fly runs; there is nothing to divide",
  region: NO_MACHINE,
  regions: NO_MACHINE,
  access: 'no Prometheus of yours has an address; Fly answers those who have a token of the organization',
  scrape_interval: 'Fly scrapes every 15 s',
  retention: 'Fly decides how long samples are kept (about 15 days)',
  volume: NO_MACHINE,
  vm: NO_MACHINE,
  image: NO_MACHINE,
  fly_metrics: "Fly's own series are in the same Prometheus already",
}

const NO_CREDENTIALS = "Fly's scraper sends no credentials, so it could not read the page"
const BY_FLY = 'Fly decides how it scrapes, and stores what it gets'

const SERVICE: Reasons = {
  authorization: NO_CREDENTIALS,
  basic_auth: NO_CREDENTIALS,
  tls_config: "Fly's scraper has no settings for certificates",
  labels: "Fly's scraper adds its own labels (app, region, host, instance) and no others",
  scrape_interval: 'Fly scrapes every 15 s',
  scrape_timeout: BY_FLY,
  sample_limit: BY_FLY,
  keep: BY_FLY,
  drop: BY_FLY,
}

const ALERTS: Reasons = {
  notify:
    'there is no Alertmanager next to it. Grafana evaluates the rules and notifies people (inputs grafana-url and grafana-api-key; `alerts.receiver` names a contact point)',
}

const NO_OBJECTIVES = conflict(
  ['slos'],
  'slos and `engine: fly` cannot be combined: an error budget needs recorded series, and no rule is evaluated there; samples also become fewer with age.',
  OR_SERVER,
)

const NO_REMOTE_WRITE = conflict(
  ['remote_write'],
  'remote_write and `engine: fly` cannot be combined: Fly sends its samples nowhere.',
  OR_SERVER,
)

const notOnFly = ({ name }: Loose, path: ConfigPath): ConfigIssue =>
  conflict(
    path,
    `Service ${quoteForMessage(name)} does not run on Fly: Fly's Prometheus scrapes only machines of the organization.`,
    'Remove the service, or use `engine: server`, which scrapes any address.',
  )

/** flyctl gives a machine one page to scrape: the first `[[metrics]]` of its process group. */
function severalPorts(services: readonly Loose[]): ConfigIssue[] {
  return services.flatMap((service, i) => {
    const other = services.slice(0, i).find((one) => sharesMachines(one, service))
    if (!other || service.app === undefined) return []
    return [
      conflict(
        ['services', i, 'port'],
        `Services ${quoteForMessage(other.name)} and ${quoteForMessage(service.name)} run on the same machines of ${quoteForMessage(service.app)}: Fly scrapes one port of each machine.`,
        'Give each service a process group of its own (`[processes]` in fly.toml, `process` of the service), or serve one page that has the metrics of both. Or use `engine: server`, which scrapes every port.',
      ),
    ]
  })
}

/** Without `process`, a service runs on every machine of its app. */
const sharesMachines = (one: Loose, other: Loose): boolean =>
  one.app === other.app &&
  one.discovery !== 'static' &&
  other.discovery !== 'static' &&
  // Two services on one port are a mistake with any engine.
  !(one.port === other.port && one.process === other.process) &&
  (one.process === undefined || other.process === undefined || one.process === other.process)

import type { Entry, Example } from '../rule.ts'
import { configExample, EXAMPLE_SERVICE } from './example.ts'

const error = (code: Entry['code'], what: string, why: string, bad?: Example): Entry => ({
  code,
  severity: 'error',
  what,
  why,
  ...(bad && { bad, good: configExample() }),
})

/** The diagnostics of the configuration. */
export const configEntries: readonly Entry[] = [
  error(
    'config/missing',
    'There is no configuration, or it has another name.',
    'Without one, nothing says what is monitored. The preset applies only where an input names the app, or the app is Fechatter.',
  ),
  error(
    'config/other-kind',
    'The file with the name of the configuration is a file of another program.',
    'A Docker Compose file or a configuration of Prometheus may have the same name.',
  ),
  error(
    'config/syntax',
    'The configuration is not valid YAML.',
    'Nothing in it can be read.',
    configExample({ services: '{ name: web, app: chat, port: 9090, ▸port: 9091 }' }),
  ),
  error(
    'config/too-large',
    'The configuration is larger than any configuration file.',
    'It is probably another file.',
  ),
  error(
    'config/aliases',
    'The aliases of the configuration (& and *) expand to too many values.',
    'The file was not read any further.',
  ),
  error(
    'config/unknown-key',
    'The configuration has a key that does not exist.',
    'It would have no effect. It is refused, so that a misspelled key is found.',
    configExample({ services: '{ name: web, app: chat, port: 9090, ▸metrics_path: /stats }' }),
  ),
  error(
    'config/missing-key',
    'A key without a default is missing.',
    'No default would be right for every team.',
    configExample({ services: '▸{ name: web, app: chat }' }),
  ),
  error(
    'config/value',
    'A value has the wrong type, or is not valid.',
    'The run would fail later, with a less clear message.',
    configExample({ services: '{ name: web, app: chat, port: ▸"9090" }' }),
  ),
  error(
    'config/private-grafana',
    'Grafana cannot reach Prometheus, because `monitoring.access` is private.',
    "Only Fly's private network reaches it. Every dashboard and every rule in Grafana would fail.",
  ),
  error(
    'config/duplicate-name',
    'Two apps or services have the same name.',
    'The name of a service is that of its scrape job, and the name of an app is unique on Fly.',
    configExample({ services: `${EXAMPLE_SERVICE}\n  - { name: ▸web, app: chat, port: 9091 }` }),
  ),
  error(
    'config/duplicate-port',
    'Two services of one app have the same port.',
    'Two programs on one machine cannot listen on the same port.',
    configExample({ services: `${EXAMPLE_SERVICE}\n  - { name: bot, app: chat, port: ▸9090 }` }),
  ),
  error(
    'config/duplicate-address',
    'Two services, or one twice, scrape the same address.',
    'Every sample would be stored and counted twice.',
    configExample({
      services: '{ name: db, discovery: static, addresses: ["db.example.com:9187", ▸"db.example.com:9187"] }',
    }),
  ),
  error(
    'config/unknown-app',
    'A service belongs to an app that is not in apps.',
    'Nothing would be scraped.',
    configExample({ services: '{ name: web, app: ▸chatter, port: 9090 }' }),
  ),
  error(
    'config/reserved-name',
    'A service has the reserved name `prometheus`.',
    'Prometheus scrapes itself under this name, and two scrape jobs cannot have the same name. `alertmanager` is reserved with `alerts.notify`, and `fly` with `monitoring.fly_metrics`.',
    configExample({ services: '{ name: ▸prometheus, app: chat, port: 9090 }' }),
  ),
  error(
    'config/monitoring-app',
    'The monitoring app is one of the apps.',
    'Prometheus needs its own app.',
    configExample({ monitoring: '{ app: ▸chat }' }),
  ),
  error(
    'config/plain-image',
    'The image is the plain prom/prometheus.',
    'It runs as the user `nobody` and cannot write to a new volume of Fly.',
    configExample({ monitoring: '{ app: mon, image: ▸"prom/prometheus:v3.13.0" }' }),
  ),
  error(
    'config/replica-regions',
    '`monitoring.regions` does not have one region for each replica, or contradicts `region`.',
    'Each replica has a machine and a volume in one region.',
    configExample({ monitoring: '{ app: mon, replicas: 2, regions: ▸[nrt] }' }),
  ),
  error(
    'config/private-replicas',
    '`monitoring.replicas` or `monitoring.shards` is more than 1 and `monitoring.access` is private.',
    'Each machine is verified by its name, which needs the public address: a tunnel leads to any of them.',
    configExample({ monitoring: '{ app: mon, ▸replicas: 2, access: private }' }),
  ),
  error(
    'config/agent-target',
    '`monitoring.engine` is agent, and there is no target of `remote_write`.',
    'An agent keeps no samples: it only sends them to other servers.',
  ),
  error(
    'config/agent-store',
    '`monitoring.engine` is agent, and no target of `remote_write` can be asked for all samples.',
    'An agent answers no queries. Metrics, dashboards and alerts need a server that gets every series and whose `query_url` is known.',
  ),
  error(
    'config/agent-conflict',
    'A key needs a Prometheus that keeps samples or evaluates rules, and `monitoring.engine` is agent.',
    'It would have no effect, or a wrong one.',
    configExample({ monitoring: '{ app: mon, engine: agent, ▸retention: 30d }' }),
  ),
  error(
    'config/shards-without-agent',
    '`monitoring.shards` is more than 1 and `monitoring.engine` is not `agent`.',
    'Each shard has only a part of the data: panels and rules would show that part, and look complete.',
    configExample({ monitoring: '{ app: mon, ▸shards: 4 }' }),
  ),
  error(
    'config/fly-engine',
    'A key or a file needs a Prometheus of your own, and `monitoring.engine` is fly.',
    "Fly's managed Prometheus scrapes one port of each machine, without credentials, and evaluates no rules.",
    configExample({ monitoring: '{ engine: fly, ▸retention: 30d }' }),
  ),
  error(
    'config/reserved-label',
    'A label of a service has a reserved name.',
    'Prometheus or this action sets this label, or its meaning is fixed, as that of `le` is.',
    configExample({ services: '{ name: web, app: chat, port: 9090, labels: { ▸job: web } }' }),
  ),
  error(
    'config/scrape-timeout',
    'The scrape timeout of a service is longer than its scrape interval.',
    'Prometheus does not start with such a configuration.',
    configExample({ services: '{ name: web, app: chat, port: 9090, scrape_timeout: ▸30s }' }),
  ),
  error(
    'config/tls-without-https',
    'A service has `tls_config` and is scraped over HTTP.',
    'It would have no effect.',
    configExample({ services: '{ name: web, app: chat, port: 9090, ▸tls_config: { server_name: web } }' }),
  ),
  error(
    'config/two-credentials',
    '`authorization` and `basic_auth` of a service are both set.',
    'Prometheus does not start with such a configuration.',
    configExample({
      services:
        '{ name: web, app: chat, port: 9090, authorization: { credentials_env: WEB_TOKEN }, ▸basic_auth: { username: ops, password_env: WEB_PASSWORD } }',
    }),
  ),
  error(
    'config/credentials-over-http',
    'The secret of a scrape is sent over plain HTTP to an address outside of the private network.',
    'Anyone on the network path could read it.',
    configExample({
      services:
        '{ name: db, discovery: static, addresses: ["db.example.com:9187"], ▸authorization: { credentials_env: DB_TOKEN } }',
    }),
  ),
  error(
    'config/notified-twice',
    '`alerts.notify` and `alerts.receiver` are both set.',
    'The Alertmanager next to Prometheus and Grafana would both notify people of every alert.',
    configExample({ more: 'alerts: { receiver: on-call, ▸notify: { slack: {} } }' }),
  ),
]

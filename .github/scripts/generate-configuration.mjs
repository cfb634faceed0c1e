// Generates docs/configuration.md from the schema of monitoring.yml.

/** The page: a table of the keys of each section. */
export function configurationPage(schema) {
  const sections = Object.entries(schema.properties).map(([name, section]) => {
    const [about, page] = ABOUT[name]
    const isNeeded = schema.required.includes(name) ? ' Required.' : ''
    const isList = section.type === 'array'
    const rows = keysOf(isList ? section.items : section).map((key) => row(name, key))
    const more = page === undefined ? '' : ` More: ${page}.`
    return [
      `## \`${name}\``,
      `${about}${isList ? ` A list${section.maxItems ? ` of at most ${section.maxItems}` : ''}.` : ''}${isNeeded}${more}`,
      ['| key | value | default | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n')
  })
  const contents = Object.keys(schema.properties).map((name) => `- [\`${name}\`](#${name})`)
  return {
    'docs/configuration.md': `${[INTRODUCTION, contents.join('\n'), EXAMPLES, ...sections].join('\n\n')}\n`,
  }
}

/** Every key below an object, by its path; those of a nested object follow it. */
function keysOf(schema, path = []) {
  const variants = (schema.oneOf ?? schema.anyOf ?? [schema]).filter(
    (one) => one.properties || one.additionalProperties,
  )
  const names = new Set(variants.flatMap((one) => Object.keys(one.properties ?? {})))
  const own = [...names].flatMap((name) => {
    const having = variants.filter((one) => one.properties?.[name])
    const kinds = having.map((one) => one.properties[name])
    const key = {
      path: [...path, name],
      ...{ kinds, isRequired: having.every((one) => one.required?.includes(name)) },
      only: having.length < variants.length ? having[0].properties.discovery?.const : undefined,
    }
    const [first] = kinds
    return [key, ...keysOf(first.type === 'array' ? first.items : first, [...path, name])]
  })
  const named = variants.flatMap((one) =>
    typeof one.additionalProperties === 'object' ? keysOf(one.additionalProperties, [...path, 'NAME']) : [],
  )
  return [...own, ...named]
}

function row(section, { path, kinds, isRequired, only }) {
  const name = path.join('.')
  const [first] = kinds
  const values = [...new Set(kinds.map(kindOf))].join(' or ')
  const standard = first.default ?? undefined
  const text = first.description ?? UNDESCRIBED[`${section}.${name}`]
  if (text === undefined) throw new Error(`${section}.${name} has no description.`)
  const where = only === undefined ? '' : ` With \`discovery: ${only}\` only.`
  const shown = isRequired
    ? '**required**'
    : isShown(standard)
      ? `\`${JSON.stringify(standard).replaceAll('"', '')}\``
      : ''
  return `| \`${name}\` | ${cell(values)} | ${shown} | ${cell(text)}${where} |`
}

const isShown = (standard) => standard !== undefined && typeof standard !== 'object'

/** What a key may be, in a few words. */
function kindOf({
  type,
  enum: values,
  const: only,
  items,
  minimum,
  maximum,
  pattern = '',
  anyOf,
  properties,
  additionalProperties,
}) {
  if (only !== undefined) return `\`${only}\``
  if (values) return values.length > 10 ? 'text' : values.map((value) => `\`${value}\``).join(', ')
  if (anyOf) return [...new Set(anyOf.map(kindOf))].join(' or ')
  if (type === 'array') return `list: ${items.properties ? 'see below' : kindOf(items)}`
  if (properties) return 'see below'
  if (additionalProperties) return `NAME: ${kindOf(additionalProperties)}`
  if (type === 'boolean') return '`true`, `false`'
  if (pattern.includes('\\d+ms')) return 'duration, such as `30s`'
  const isBounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum) <= 1_000_000
  if (type === 'integer' || type === 'number') return isBounded ? `${minimum} to ${maximum}` : 'number'
  return 'text'
}

const cell = (text) => text.replaceAll('<', '&lt;').replaceAll('|', '\\|').replaceAll('\n', ' ')

/** What each section is for, and the pages about it. */
const ABOUT = {
  monitoring: [
    'The Prometheus that scrapes, and where it runs.',
    "[agent](how-to/agent.md), [shards](how-to/shards.md), [two replicas](how-to/two-replicas.md), [Fly's own Prometheus](how-to/fly-engine.md), [private access](how-to/private-access.md)",
  ],
  apps: [
    'The apps that are deployed, or only monitored.',
    '[monitoring only](how-to/monitoring-only.md), [roll back](how-to/rollback.md)',
  ],
  services: [
    'What is scraped: one entry for each page of metrics.',
    '[the metric contract](how-to/metric-contract.md), [process groups](how-to/process-groups.md), [services outside of Fly](how-to/services-outside-fly.md)',
  ],
  grafana: [
    'What is written to Grafana.',
    '[self-hosted Grafana](how-to/self-hosted-grafana.md), [Grafana Cloud](how-to/grafana-cloud.md)',
  ],
  alerts: [
    'When alerts fire, and who is notified.',
    '[alerts that reach you](how-to/alerts.md), [every alert](alerts/README.md)',
  ],
  slos: ['Objectives, with burn-rate alerts.', '[objectives](how-to/objectives.md)'],
  remote_write: ['Other servers that get the samples.', '[samples in other stores](how-to/remote-write.md)'],
  lint: ['Findings of a plan that are accepted.', '[findings](findings.md#silence-a-finding)'],
  verify: ['Claims of a verification that are accepted for a while.', '[accept a claim](how-to/accept.md)'],
}

/** Keys whose names say enough in the file itself. */
const UNDESCRIBED = {
  'monitoring.region': 'Fly region of the machine.',
  'monitoring.scrape_interval': 'How often each service is scraped.',
  'monitoring.volume': 'The volume of each machine of Prometheus.',
  'monitoring.volume.name': 'Its name at Fly. A volume that exists cannot be renamed.',
  'monitoring.volume.size_gb': 'Its size. A deploy makes a volume larger, never smaller.',
  'monitoring.vm': 'The size of each machine of Prometheus.',
  'monitoring.vm.size': 'A size of Fly, as `flyctl platform vm-sizes` lists them.',
  'monitoring.vm.memory_mb': 'Memory in MB; the limits of a scrape grow with it.',
  'services.basic_auth.username': 'The user.',
  'remote_write.queue_config.capacity': 'Samples that one queue holds in memory.',
  'remote_write.queue_config.min_shards': 'Number of queues at the start.',
  'remote_write.queue_config.max_shards': 'Largest number of queues.',
  'remote_write.queue_config.max_samples_per_send': 'Samples in one request.',
  'remote_write.queue_config.batch_send_deadline': 'How long a sample waits for a full request.',
  'remote_write.queue_config.min_backoff': 'The first pause after a refusal.',
  'remote_write.queue_config.max_backoff': 'The longest pause.',
  'remote_write.queue_config.retry_on_http_429':
    'Whether a request that was refused with HTTP 429 is repeated.',
}

const INTRODUCTION = `<!-- Generated from src/config by "npm run generate". -->

# monitoring.yml

Every key of the file. \`monitoring\`, \`apps\` and \`services\` are enough to begin; \`init\` writes them. All mistakes are reported at once, with line and column, and an editor that reads \`# yaml-language-server: $schema=…\` completes the keys. Secrets are never in this file: a key that ends in \`_env\` has the name of an environment variable.`

const EXAMPLES = `\`\`\`yaml title=monitoring.yml
monitoring:
  app: chat-monitoring
  organization: acme
  region: fra
  replicas: 2
  vm: { memory_mb: 1024 }

apps:
  - { app: chat, config: fly.toml, health: /health, rollback_on_failure: true }

services:
  - name: web
    app: chat
    port: 9090
    metrics:
      web_requests_total: { type: counter, expect: after-traffic, labels: [status] }
      web_connections: gauge
  - { name: database, discovery: static, addresses: ["db.example.com:9187"] }

alerts:
  notify: { slack: {} }

slos:
  - { service: web, of: web_requests_total, errors: 'status=~"5.."', objective: 99.9 }
\`\`\`

The same with the samples in a store, and four machines that share the targets:

\`\`\`yaml title=monitoring.yml
monitoring: { app: chat-monitoring, organization: acme, engine: agent, shards: 4 }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090 }]
remote_write:
  - { url: "https://store.acme.example/api/v1/write", user: chat, password_env: STORE_KEY }
\`\`\`

With Fly's own Prometheus:

\`\`\`yaml title=monitoring.yml
monitoring: { engine: fly, organization: acme }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090 }]
\`\`\``

import { get, items, type Table, type Tree, textOf } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import type { PrometheusVersion } from '../../render/version.ts'
import { looksSecret } from '../secrets.ts'
import { staticTargets } from './rejects.ts'
import { isNothing, type Report } from './visit.ts'

/** What the configuration of this action says, to hold a Prometheus configuration of the user's own against. */
export interface KnownApps {
  version: PrometheusVersion
  /** Ports of the services, by app; empty when there is no configuration. */
  ports: ReadonlyMap<string, readonly number[]>
}

/** What Prometheus takes, and what then does not work. */
export function traps(root: Table, apps: KnownApps, report: Report): void {
  leftovers(root, { path: [], apps }, report)
  for (const scrape of items(get(root, 'scrape_configs'))) {
    for (const target of staticTargets(scrape)) flyTarget(target, apps, report)
    for (const config of items(get(scrape, 'static_configs'))) constantInstance(config, report)
    for (const dns of items(get(scrape, 'dns_sd_configs'))) flyDiscovery(dns, apps, report)
  }
  for (const kind of ['remote_write', 'remote_read'])
    for (const remote of items(get(root, kind))) remoteUrl(get(remote, 'url'), report)
  const scrapes = get(root, 'scrape_configs')
  const isEmpty = !scrapes || isNothing(scrapes) || (scrapes.kind === 'list' && scrapes.items.length === 0)
  if (isEmpty && !get(root, 'scrape_config_files'))
    report('prometheus/empty', root.at, 'The configuration scrapes nothing.', 'Add scrape_configs.')
}

/** In a replacement, `${1}` and `${name}` are groups of the match. */
const GROUPS = ['replacement', 'regex']

interface At {
  path: readonly string[]
  apps: KnownApps
}

function leftovers(node: Tree, { path, apps }: At, report: Report): void {
  // Prometheus 3 expands external labels, and nothing else.
  if (GROUPS.includes(path.at(-1) ?? '') || (apps.version.major >= 3 && path.includes('external_labels')))
    return
  if (node.kind === 'table')
    for (const [key, value] of node.entries) leftovers(value, { path: [...path, key], apps }, report)
  if (node.kind === 'list') for (const item of node.items) leftovers(item, { path, apps }, report)
  if (node.kind !== 'value') return
  const placeholder = /\$\{[A-Za-z_][^{}]*\}/.exec(node.text)
  const where = path.join('.')
  if (placeholder)
    report(
      'prometheus/placeholder',
      node.at,
      `${where} holds ${quoted(placeholder[0])}, which Prometheus does not expand.`,
      'Put the value in before Prometheus starts; for secrets use password_file. Only external_labels are expanded.',
    )
  else if (looksSecret(path.at(-1) ?? '', node.text))
    report(
      'prometheus/secret',
      node.at,
      `A secret stands in ${where}.`,
      'Use the key with _file at its end, and change the secret.',
    )
}

function remoteUrl(url: Tree | undefined, report: Report): void {
  const text = textOf(url)
  if (!url || text === undefined || /\$\{/.test(text)) return
  if (!/^https?:\/\/[^/]+/.test(text))
    report(
      'prometheus/remote-url',
      url.at,
      `The url ${quoted(text)} is none: every batch would fail.`,
      'Write it whole, with https://, or remove the entry.',
    )
}

/** `fechatter.internal:9090`, `web.process.fechatter.internal`, `fechatter.fly.dev:9091`. */
const INTERNAL = /^(?:.+\.)?([a-z0-9-]+)\.internal(?::(\d+))?$/
const PUBLIC = /^([a-z0-9-]+)\.fly\.dev(?::(\d+))?$/

function flyTarget(target: Tree, apps: KnownApps, report: Report): void {
  const text = textOf(target) ?? ''
  const internal = INTERNAL.exec(text)
  if (internal) {
    const app = internal[1] ?? ''
    report(
      'prometheus/static-internal',
      target.at,
      `${quoted(text)} is scraped as one target, whatever number of machines ${app} has.`,
      `Use dns_sd_configs: { names: [${app}.internal], type: AAAA, port: ${internal[2] ?? 80} }.`,
    )
    knownApp(target, { app, port: Number(internal[2]) }, apps, report)
  }
  const open = PUBLIC.exec(text)
  if (open && !['443', '80', undefined].includes(open[2]))
    report(
      'prometheus/public-target',
      target.at,
      `${quoted(text)} answers only if the app publishes port ${open[2]}.`,
      `Scrape ${open[1]}.internal over the private network.`,
    )
}

function constantInstance(config: Tree, report: Report): void {
  const instance = get(get(config, 'labels'), 'instance')
  if (instance)
    report(
      'prometheus/instance-label',
      instance.at,
      `Every target gets the same instance, ${quoted(textOf(instance))}.`,
      'Remove it: Prometheus sets the address of each machine.',
    )
}

function flyDiscovery(dns: Tree, apps: KnownApps, report: Report): void {
  const type = get(dns, 'type')
  for (const name of items(get(dns, 'names'))) {
    const internal = INTERNAL.exec(textOf(name) ?? '')
    if (!internal) continue
    const kind = textOf(type)?.toUpperCase() ?? 'SRV'
    if (kind !== 'AAAA' && ['A', 'SRV', 'MX', 'NS'].includes(kind))
      report(
        'prometheus/dns-type',
        type?.at ?? dns.at,
        `${quoted(textOf(name))} has AAAA records alone; this asks for ${kind}.`,
        'Write "type: AAAA".',
      )
    knownApp(name, { app: internal[1] ?? '', port: Number(textOf(get(dns, 'port'))) }, apps, report)
  }
}

function knownApp(
  at: Tree,
  { app, port }: { app: string; port: number },
  { ports }: KnownApps,
  report: Report,
): void {
  if (ports.size === 0) return
  const known = ports.get(app)
  if (!known)
    report(
      'prometheus/unknown-app',
      at.at,
      `${app} is none of the apps of the configuration.`,
      `Apps: ${[...ports.keys()].join(', ')}.`,
    )
  else if (port && known.length > 0 && !known.includes(port))
    report(
      'prometheus/unknown-port',
      at.at,
      `No service of ${app} has the port ${port}.`,
      `Ports: ${list(known.map(String))}.`,
    )
}

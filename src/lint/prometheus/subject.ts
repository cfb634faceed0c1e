import type { Config } from '../../config/schema.ts'
import { get, items, scalarText, type Table, type Tree } from '../../formats/tree.ts'
import {
  BUILT_IN_VERSION,
  type PrometheusVersion,
  prometheusVersionOf,
} from '../../model/prometheus-version.ts'

/** What a configuration of this action says about a Prometheus configuration of the user's own. */
export interface PrometheusContext {
  version: PrometheusVersion
  /** Ports of the services, by app; empty when there is no configuration. */
  ports: ReadonlyMap<string, readonly number[]>
  /** Whether a path relative to the file is there; asked of rule files without wildcards. */
  exists: (path: string) => boolean
}

/** A prometheus.yml, with what is known around it. */
export interface PrometheusFile extends PrometheusContext {
  root: Table
}

/** Without a configuration, nothing is known of apps and ports. */
export function prometheusContext(
  config: Config | undefined,
  exists: (path: string) => boolean,
): PrometheusContext {
  const ports = new Map((config?.apps ?? []).map((app): [string, number[]] => [app.app, []]))
  for (const service of config?.services ?? []) ports.get(service.app)?.push(service.port)
  return { version: config ? prometheusVersionOf(config.monitoring.image) : BUILT_IN_VERSION, ports, exists }
}

export const scrapeConfigs = ({ root }: PrometheusFile): readonly Tree[] => [
  ...items(get(root, 'scrape_configs')),
]

/** Entries of `static_configs`, of all jobs. */
export const staticConfigs = (file: PrometheusFile): Tree[] =>
  scrapeConfigs(file).flatMap((scrape) => [...items(get(scrape, 'static_configs'))])

/** Targets of all static configs. */
export const staticTargets = (file: PrometheusFile): Tree[] =>
  staticConfigs(file).flatMap((config) => [...items(get(config, 'targets'))])

/** Entries of `dns_sd_configs`, of all jobs. */
export const dnsConfigs = (file: PrometheusFile): Tree[] =>
  scrapeConfigs(file).flatMap((scrape) => [...items(get(scrape, 'dns_sd_configs'))])

/** An address on Fly's private network. */
export interface InternalAddress {
  at: Tree['at']
  text: string
  app: string
  port: number | undefined
}

/** `chat.internal:9090`, `web.process.chat.internal`; undefined for any other address. */
function internalAddress(node: Tree, port?: string): InternalAddress | undefined {
  const text = scalarText(node) ?? ''
  const [, app, written] = /^(?:.+\.)?([a-z0-9-]+)\.internal(?::(\d+))?$/.exec(text) ?? []
  const given = Number(written ?? port)
  return app === undefined ? undefined : { at: node.at, text, app, port: given || undefined }
}

/** Static targets on Fly's private network. */
export const staticAddresses = (file: PrometheusFile): InternalAddress[] =>
  staticTargets(file).flatMap((target) => internalAddress(target) ?? [])

/** Names on Fly's private network that one entry of `dns_sd_configs` asks for. */
export const discoveredAddresses = (dns: Tree): InternalAddress[] =>
  [...items(get(dns, 'names'))].flatMap((name) => internalAddress(name, scalarText(get(dns, 'port'))) ?? [])

/** All of both. */
export const internalAddresses = (file: PrometheusFile): InternalAddress[] => [
  ...staticAddresses(file),
  ...dnsConfigs(file).flatMap(discoveredAddresses),
]

/** A text of the file, with the keys that lead to it. */
export interface Leaf {
  at: Tree['at']
  text: string
  path: readonly string[]
}

/** Every text of a file. */
export function* leaves(node: Tree, path: readonly string[] = []): Generator<Leaf> {
  if (node.kind === 'table') for (const [key, value] of node.entries) yield* leaves(value, [...path, key])
  else if (node.kind === 'list') for (const item of node.items) yield* leaves(item, path)
  else yield { at: node.at, text: node.text, path }
}

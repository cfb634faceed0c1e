import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { get, items, scalarText, type Table, type Tree } from '../../formats/tree.ts'
import { flyHost } from '../../model/fly-names.ts'
import {
  BUILT_IN_VERSION,
  type PrometheusVersion,
  prometheusVersionOf,
} from '../../model/prometheus-version.ts'

/** What a Prometheus configuration of the user is compared with. */
export interface PrometheusContext {
  version: PrometheusVersion
  /** Ports of the services, by app; empty when there is no configuration. */
  ports: ReadonlyMap<string, readonly number[]>
  /** Whether a path relative to the file exists; called for rule files without wildcards. */
  exists: (path: string) => boolean
  /** Whether a program fills in its placeholders before Prometheus reads it. */
  isCompleted?: boolean
}

/** A prometheus.yml, with its context. */
export interface PrometheusFile extends PrometheusContext {
  root: Table
}

/** The context of a configuration; without one, no apps and ports are known. */
export function prometheusContext(
  config: Config | undefined,
  exists: (path: string) => boolean,
): PrometheusContext {
  const ports = new Map((config?.apps ?? []).map((app): [string, number[]] => [app.app, []]))
  for (const service of (config?.services ?? []).filter(isOnFly)) ports.get(service.app)?.push(service.port)
  return { version: config ? prometheusVersionOf(config.monitoring.image) : BUILT_IN_VERSION, ports, exists }
}

export const scrapeConfigs = ({ root }: PrometheusFile): readonly Tree[] => [
  ...items(get(root, 'scrape_configs')),
]

/** The entries of `static_configs` of all jobs. */
export const staticConfigs = (file: PrometheusFile): Tree[] =>
  scrapeConfigs(file).flatMap((scrape) => [...items(get(scrape, 'static_configs'))])

/** The targets of all static configs. */
export const staticTargets = (file: PrometheusFile): Tree[] =>
  staticConfigs(file).flatMap((config) => [...items(get(config, 'targets'))])

/** The entries of `dns_sd_configs` of all jobs. */
export const dnsConfigs = (file: PrometheusFile): Tree[] =>
  scrapeConfigs(file).flatMap((scrape) => [...items(get(scrape, 'dns_sd_configs'))])

/** An address on Fly's private network. */
export interface InternalAddress {
  at: Tree['at']
  text: string
  app: string
  port: number | undefined
}

/** `chat.internal:9090`, `web.process.chat.internal`; undefined for any other address, such as `host.docker.internal`. */
function internalAddress(node: Tree, port?: string): InternalAddress | undefined {
  const text = scalarText(node) ?? ''
  const [, name = '', written] = /^([^:]+)(?::(\d+))?$/.exec(text) ?? []
  const host = flyHost(name)
  const given = Number(written ?? port)
  return host?.network === 'internal' && !host.app.includes('$')
    ? { at: node.at, text, app: host.app, port: given || undefined }
    : undefined
}

/** Whether a target is an app on Fly's private network. */
export const isInternal = (target: Tree): boolean => internalAddress(target) !== undefined

/** Static targets on Fly's private network. */
export const staticAddresses = (file: PrometheusFile): InternalAddress[] =>
  staticTargets(file).flatMap((target) => internalAddress(target) ?? [])

/** Names on Fly's private network in one entry of `dns_sd_configs`. */
export const discoveredAddresses = (dns: Tree): InternalAddress[] =>
  [...items(get(dns, 'names'))].flatMap((name) => internalAddress(name, scalarText(get(dns, 'port'))) ?? [])

/** All addresses on Fly's private network, static and discovered. */
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

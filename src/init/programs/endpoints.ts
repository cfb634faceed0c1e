import { posix } from 'node:path'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import { readToml } from '../../formats/toml.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { flagOf } from '../../lint/fly/subject.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import { type Endpoint, initNote } from '../findings.ts'

/** Where programs of others publish their own metrics: as the repository configures them, or as their images do by default. */

interface Program {
  /** The last part of the name of its image. */
  image: RegExp
  /** The tags of the versions that have an endpoint. */
  tag?: RegExp
  /** Flags with the address that it listens on. */
  flags: readonly string[]
  /** The port without a flag, as its documentation has it; undefined: none that other machines reach. */
  port?: number
  /** It answers without any setting, and without credentials. */
  isExporter?: true
  /** On IPv4 only: what is written in Rust, with the address 0.0.0.0. */
  isIpv4?: true
}

const WEB = ['web.listen-address'] as const
const VICTORIA = ['httpListenAddr'] as const
const exporter = (image: RegExp, port?: number): Program => ({
  ...{ image, flags: WEB, isExporter: true },
  ...(port !== undefined && { port }),
})

const PROGRAMS: readonly Program[] = [
  // Its own vector.toml has a sink `prometheus_exporter` on 0.0.0.0:9598.
  { image: /^(?:fly-)?log-shipper$/, flags: [], port: 9598, isExporter: true, isIpv4: true },
  exporter(/^redis[-_]exporter$/, 9121),
  exporter(/^postgres(?:ql)?[-_]exporter$/, 9187),
  exporter(/^mysqld?[-_]exporter$/, 9104),
  exporter(/^mongodb[-_]exporter$/, 9216),
  exporter(/^(?:danielqsj-)?kafka[-_]exporter$/, 9308),
  exporter(/^node[-_]exporter$/, 9100),
  exporter(/^statsd[-_]exporter$/, 9102),
  exporter(/^blackbox[-_]exporter$/, 9115),
  exporter(/^memcached[-_]exporter$/, 9150),
  exporter(/^elasticsearch[-_]exporter$/, 9114),
  exporter(/^pgbouncer[-_]exporter$/, 9127),
  exporter(/^nginx(?:-prometheus)?[-_]exporter$/, 9113),
  exporter(/^pushgateway$/, 9091),
  exporter(/[-_]exporter$/),
  // Since version 2: https://docs.influxdata.com/influxdb/v2/api/metrics/
  { image: /^influxdb$/, tag: /^2(?:[.-]|$)/, flags: [], port: 8086, isExporter: true },
  // The official image turns the plugin on, since 3.8.
  {
    image: /^rabbitmq$/,
    tag: /^(?:3\.(?:[89]|1\d)|4|management|alpine|latest)/,
    flags: [],
    port: 15692,
    isExporter: true,
  },
  // With an API key, it asks for that: the key may be a secret.
  { image: /^qdrant$/, flags: [], port: 6333 },
  { image: /^(?:alloy|agent)$/, flags: ['server.http.listen-addr', 'server.http.address'] },
  { image: /^alertmanager$/, flags: WEB, port: 9093 },
  { image: /^grafana(?:-oss|-enterprise)?$/, flags: [], port: 3000 },
  { image: /^loki$/, flags: [], port: 3100 },
  { image: /^tempo$/, flags: [], port: 3200 },
  { image: /^vmalert$/, flags: VICTORIA, port: 8880 },
  { image: /^vmagent$/, flags: VICTORIA, port: 8429 },
  { image: /^victoria-metrics$/, flags: VICTORIA, port: 8428 },
]

/** The image that an app runs, or that its Dockerfile adds settings to. */
const imageOf = ({ fly, build }: FlyFacts): string =>
  fly.build?.text('image')?.value ?? build?.content.from ?? ''

function programOf(facts: FlyFacts): Program | undefined {
  const [name = '', tag = 'latest'] = nameAndTag(imageOf(facts))
  return PROGRAMS.find((one) => one.image.test(name) && one.tag?.test(tag) !== false)
}

/** The last part of the name of an image, and its tag. */
const nameAndTag = (image: string): string[] => image.replace(/@.*$/, '').split('/').at(-1)?.split(':') ?? []

/** The port of an address that other machines reach: `0.0.0.0:9598`, `[::]:9598`, `:9598`. */
function openPort(address: string): number | undefined {
  const [, host = '', port] = /^(.*?):(\d{1,5})$/.exec(address) ?? []
  return port === undefined || /^(?:127\.|localhost$|\[?::1\]?$)/.test(host) ? undefined : Number(port)
}

/** The metrics of a program of others, as its flags and its configuration here say, and those of exporters and log shippers. */
export function programHints(facts: FlyFacts, textOf: TextOf): Endpoint[] {
  const program = programOf(facts)
  const flag = program?.flags.map((name) => flagOf(facts, name)).find((one) => one !== undefined)
  const port = flag && openPort(flag.value)
  const top = { file: facts.file, line: 1, column: 1 }
  if (flag)
    return port === undefined
      ? []
      : [endpoint(port, { ...top, ...flag.at }, `${imageOf(facts)} listens on ${flag.value} (${flag.where})`)]
  const configured = settingsOf(facts, textOf).flatMap(exportersIn)
  if (configured.length > 0) return configured.slice(0, 1)
  const isOn = program?.isExporter && !isSwitchedOff(facts)
  const usual = isOn ? (program.port ?? facts.ports[0]) : undefined
  const at = { ...top, ...facts.fly.build?.at }
  if (usual === undefined) return []
  const found = endpoint(usual, at, `${imageOf(facts)} publishes its metrics there`)
  return [program?.isIpv4 ? { ...found, isIpv4: true } : found]
}

const endpoint = (port: number, at: Endpoint['at'], why: string): Endpoint => ({
  ...{ port, path: '/metrics', at, why, isOfProgram: true },
})

/** The port on which the program of an app publishes metrics, when its settings do not move them: for a note. */
export function usualPort(facts: FlyFacts): number | undefined {
  const port = programOf(facts)?.port
  if (port === undefined || isSwitchedOff(facts)) return undefined
  return facts.ports.length === 1 ? facts.ports[0] : port
}

const OFF = /^(?:GF_METRICS_ENABLED=false|INFLUXD_METRICS_DISABLED=true)$/i
const isSwitchedOff = ({ fly }: FlyFacts): boolean =>
  fly.env.some(({ key, value }) => OFF.test(`${key}=${value}`))

/** Where a Collector has its own metrics. */
const OWN_PORT = 8888

/**
 * A note when the own metrics of an OpenTelemetry Collector are declared, but no setting opens their port: since 0.111, it listens
 * on localhost (https://opentelemetry.io/docs/collector/internal-telemetry/).
 */
export function collectorNotes(
  endpoints: readonly Pick<Endpoint, 'port' | 'at'>[],
  facts: FlyFacts,
  textOf: TextOf,
): Diagnostic[] {
  const [name = '', tag = ''] = nameAndTag(imageOf(facts))
  const [, minor = '0'] = /^v?0\.(\d{1,4})(?:\.|$)/.exec(tag) ?? []
  const own = endpoints.find(({ port }) => port === OWN_PORT)
  const [settings, ...more] = settingsOf(facts, textOf)
  if (!own || !settings || more.length > 0 || !name.startsWith('opentelemetry-collector')) return []
  const read = readYaml(settings.text)
  const isLocal = Number(minor) >= 111 && read.ok && !get(get(read.tree, 'service'), 'telemetry')
  return !isLocal || get(read.tree, 'receivers') === undefined
    ? []
    : [
        initNote(
          own.at.file,
          own.at,
          `The Collector has its own metrics on localhost:${OWN_PORT}: since version 0.111 it listens for other machines only where \`service.telemetry\` says so, and ${settings.file} has no such setting.`,
          "Add `telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: '::', port: 8888 } } } }] } }` to `service` there.",
        ),
      ]
}

/** The text of a file, by its path from the root. */
interface SettingsFile {
  file: string
  text: string
}

/** Programs whose configuration says where they publish metrics, by the name of their image. */
const CONFIGURED: readonly (readonly [image: RegExp, files: readonly string[]])[] = [
  [/(?:^|\/)(?:vector|(?:fly-)?log-shipper)(?=[:@]|$)/, ['vector.toml', 'vector.yaml', 'vector.yml']],
  [/(?:^|\/)opentelemetry-collector[\w-]*(?=[:@]|$)/, []],
]

/** The files that configure such a program: those that the machine gets, and those with the usual name in its folder. */
function settingsOf(facts: FlyFacts, textOf: TextOf): SettingsFile[] {
  const [, usual] = CONFIGURED.find(([image]) => image.test(imageOf(facts))) ?? []
  if (!usual) return []
  const local = facts.fly.files.flatMap((file) => file.text('local_path')?.value ?? [])
  const copied = facts.build?.copied ?? []
  const folders = [posix.dirname(facts.file), posix.dirname(facts.build?.file ?? facts.file), '.']
  const paths = [...local, ...copied].flatMap((path) => folders.map((folder) => posix.join(folder, path)))
  const inFolder = usual.map((name) => posix.join(posix.dirname(facts.file), name))
  return [...new Set([...paths, ...inFolder])]
    .filter((path) => /\.(?:toml|ya?ml)$/.test(path))
    .flatMap((file) => {
      const text = textOf(file)
      return text === undefined ? [] : [{ file, text }]
    })
}

/** The exporters of a configuration: the sinks of Vector, and what an OpenTelemetry Collector exports for Prometheus. */
function exportersIn({ file, text }: SettingsFile): Endpoint[] {
  const read = file.endsWith('.toml') ? readToml(text) : readYaml(text)
  if (!read.ok) return []
  const root = 'table' in read ? read.table : read.tree
  const entries = (key: string) => [...entriesOf(get(root, key))]
  const found = [
    ...entries('sinks')
      .filter(([, sink]) => scalarText(get(sink, 'type')) === 'prometheus_exporter')
      .map(([, sink]) => {
        const address = scalarText(get(sink, 'address')) ?? '0.0.0.0:9598'
        return { node: sink, address, isIpv4: address.startsWith('0.0.0.0:') }
      }),
    ...entries('exporters')
      .filter(([name]) => /^prometheus(?:\/|$)/.test(name))
      // Written in Go, which listens on IPv6 as well.
      .map(([, one]) => ({ node: one, address: scalarText(get(one, 'endpoint')) ?? '', isIpv4: false })),
  ]
  return found.flatMap(({ node, address, isIpv4 }): Endpoint[] => {
    const port = openPort(address)
    const at = { file, ...node.at }
    if (port === undefined) return []
    const exported = endpoint(port, at, `${file}:${at.line} exports for Prometheus`)
    return [isIpv4 ? { ...exported, isIpv4 } : exported]
  })
}

const entriesOf = (node: Tree | undefined): Iterable<[string, Tree]> =>
  node?.kind === 'table' ? node.entries : []

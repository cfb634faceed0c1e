import type { FlySource } from '../../config/sources/source-files.ts'
import { copiedPaths, readDockerfile } from '../../formats/dockerfile.ts'
import { type FlyToml, flyTomlModel, type Section, type Service, type Text } from '../../formats/fly-toml.ts'
import { encryptedBy, readToml } from '../../formats/toml.ts'
import { get, scalarText, type Table } from '../../formats/tree.ts'
import type { Diagnostic, SourceLocation } from '../../lib/errors.ts'
import { isJsonObject, jsonOrUndefined } from '../../lib/json-value.ts'
import { type FlyFile, groupsOf } from '../../lint/fly/subject.ts'
import { type Endpoint, type FoundValue, lossNote, METRICS_PATH } from '../findings.ts'

/** What one Fly configuration says, with the places. */
export interface FlyFacts {
  /** Relative to the working directory. */
  path: string
  /** Relative to the root of the repository, for messages. */
  file: string
  role: FlySource['role']
  fly: FlyToml
  /** The file that its image is built from, as far as it is in the workspace, and the paths that it copies. */
  build: (NonNullable<FlyFile['build']> & { copied: readonly string[] }) | undefined
  /** The text of a file in its image, by the path there, as far as it is copied from the repository. */
  textInImage(path: string): string | undefined
  /** The images of its containers, where a machine has several. */
  containers: readonly string[]
  /** flyctl does not find that file: its path is written from the root of the repository. */
  isMeant: boolean
  /** A deploy fills it in: this action has no file to deploy. */
  isTemplate?: true
  /** The command of each release, in the same image. */
  release: string
  /** The name of the app as it is written: it may be a placeholder. */
  name: Text | undefined
  region: FoundValue | undefined
  /** Path of a health check that is publicly reachable. */
  health: string | undefined
  /** The ports of its services, that of the main service first. */
  ports: readonly number[]
  /** Process groups of the main service; undefined when every machine runs it. */
  mainProcess: string | undefined
  /** What `[metrics]` says: the endpoints that Fly's own Prometheus scrapes. */
  metrics: readonly Endpoint[]
  /** Where checks and variables say that the metrics are. */
  hints: readonly Endpoint[]
}

/** A note about a Fly configuration that is not valid TOML. */
export function unreadableFly({ file, text }: FlySource): Diagnostic[] {
  const read = readToml(text)
  if (read.ok) return []
  const program = encryptedBy(text)
  const [what, at, first] = program
    ? [`encrypted with ${program}`, { line: 1, column: 1 }, 'Read it decrypted']
    : ['not valid TOML', read.at, 'Correct it']
  const message = `${file} is ${what}, so nothing of it is in the draft.`
  return [
    lossNote(file, at, message, `${first}, and add its app to \`apps\`, and its metrics to \`services\`.`),
  ]
}

/** Reads a Fly configuration; nothing when it is empty, or not valid TOML: `unreadableFly` reports that. */
export function scanFly(source: FlySource & { isMeant?: boolean }, path: string): FlyFacts[] {
  const read = readToml(source.text)
  if (!read.ok || read.table.entries.size === 0) return []
  const fly = flyTomlModel(read.table)
  const { file, role, build } = source
  const main = fly.services.find(({ http }) => http) ?? fly.services[0]
  const content = build && readDockerfile(build.text, fly.build?.text('build-target')?.value)
  return [
    {
      path,
      file,
      role,
      fly,
      build: build && content && { file: build.file, content, copied: copiedPaths(content, fly.buildArgs) },
      textInImage: () => undefined,
      containers: containersIn(read.table),
      isMeant: source.isMeant === true,
      release: scalarText(get(get(read.table, 'deploy'), 'release_command')) ?? '',
      name: fly.app,
      region: topValue(read.table, 'primary_region', file) ?? regionOfVariable(fly, file),
      health: healthPath(fly),
      ports: [...(main ? [main] : []), ...fly.services].flatMap(
        (service) => service.number('internal_port')?.value ?? [],
      ),
      mainProcess: main && processesOf(main, fly)[0],
      metrics: [
        ...fly.metrics.flatMap((section) => endpoints(section, fly, file)),
        ...experimental(read.table, file),
      ],
      hints: [
        ...fly.services.flatMap((service) => checkedMetrics(service, fly, file)),
        ...topLevelChecks(fly, file),
        ...variables(fly, file),
        ...turnedOn(fly, source),
      ],
    },
  ]
}

/** What `machine_config` of flyctl has as text; a file of it is not read. */
function containersIn(table: Table): string[] {
  const written = get(table, 'machine_config') ?? get(get(table, 'experimental'), 'machine_config')
  const json = jsonOrUndefined(scalarText(written) ?? '')
  const containers = isJsonObject(json) && Array.isArray(json.containers) ? json.containers : []
  return containers.flatMap((one) => (isJsonObject(one) && typeof one.image === 'string' ? [one.image] : []))
}

function topValue(table: Table, key: string, file: string): FoundValue | undefined {
  const node = get(table, key)
  const value = scalarText(node)
  return node && value !== undefined ? { value, at: { file, ...node.at } } : undefined
}

/** The variable `PRIMARY_REGION` says the same to the app: Fly sets it to `primary_region`. */
function regionOfVariable({ env }: FlyToml, file: string): FoundValue | undefined {
  const found = env.find(({ key }) => key === 'PRIMARY_REGION')
  return found && { value: found.value, at: { file, line: found.at.line, column: found.at.column } }
}

/**
 * The path of a health check that is publicly reachable, and not that of the metrics: one of the main service, or one that asks the
 * same port. A section without a port adds to the one that has it: `[[services.http_checks]]` below [http_service].
 */
function healthPath(fly: FlyToml): string | undefined {
  const http = fly.services.find((service) => service.http) ?? fly.services.find(isPublicHttps)
  const port = http?.number('internal_port')?.value
  const asks = (one: Section, key: string) => [port, undefined].includes(one.number(key)?.value)
  const ofServices = fly.services.filter((one) => asks(one, 'internal_port')).flatMap(({ checks }) => checks)
  const own = [...ofServices, ...fly.checks.filter((one) => asks(one, 'port'))]
  return [...(http?.checks ?? []), ...(http ? own : [])]
    .map((check) => check.text('path')?.value)
    .find((path) => path !== undefined && !METRICS_PATH.test(path))
}

/** Whether a service in the older form is what `[http_service]` is: HTTPS on port 443. */
const isPublicHttps = ({ ports }: Service): boolean =>
  ports.some(({ from, handlers }) => from === 443 && ['tls', 'http'].every((one) => handlers.includes(one)))

/** The process groups of a section; undefined when all machines are in it. */
function processesOf(section: Section, fly: FlyToml): (string | undefined)[] {
  const groups = groupsOf(section.processes, fly)
  return fly.groups.length > 1 && groups.length > 0 ? groups : [undefined]
}

function inProcesses(section: Section, fly: FlyToml, endpoint: Endpoint): Endpoint[] {
  return processesOf(section, fly).map((process) => ({
    ...endpoint,
    ...(process !== undefined && { process }),
  }))
}

function endpoints(section: Section, fly: FlyToml, file: string): Endpoint[] {
  const port = section.number('port')
  if (!port) return []
  const path = section.text('path')?.value ?? '/metrics'
  return inProcesses(section, fly, { port: port.value, path, at: { file, ...section.at } })
}

/** The form of `[metrics]` before 2022. */
function experimental(table: Table, file: string): Endpoint[] {
  const section = get(table, 'experimental')
  const port = get(section, 'metrics_port')
  const number = Number(scalarText(port))
  if (!port || !(number > 0)) return []
  const path = scalarText(get(section, 'metrics_path')) ?? '/metrics'
  return [{ port: number, path, at: { file, ...port.at } }]
}

/** A check that asks for the metrics. */
function checkedMetrics(service: Service, fly: FlyToml, file: string): Endpoint[] {
  const port = service.number('internal_port')?.value
  const check = service.checks
    .map((one) => one.text('path'))
    .find((path) => METRICS_PATH.test(path?.value ?? ''))
  if (port === undefined || !check) return []
  const why = `a check in ${file}:${check.at.line} asks for ${check.value} on this port`
  return inProcesses(service, fly, { port, path: check.value, at: { file, ...check.at }, why })
}

function topLevelChecks(fly: FlyToml, file: string): Endpoint[] {
  return fly.checks.flatMap((check) => {
    const [port, path] = [check.number('port'), check.text('path')]
    if (!port || !path || !METRICS_PATH.test(path.value)) return []
    const why = `a check in ${file}:${path.at.line} asks for ${path.value} on this port`
    return inProcesses(check, fly, { port: port.value, path: path.value, at: { file, ...path.at }, why })
  })
}

/** Variables that name the port of the metrics: `METRICS_PORT`, `APP_METRICS_ADDR`, `PROMETHEUS_PORT`. */
const PORT_VARIABLE =
  /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM|EXPORTER)_(?:SERVER_|HTTP_|LISTEN_|BIND_)*(?:PORT|ADDR|ADDRESS)$/
/** Variables whose value must say that it is an address to listen on: `PROMETHEUS_EXPORTER = "0.0.0.0:9000"`. */
const LISTEN_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM)(?:_(?:EXPORTER|LISTEN|BIND|SERVER|HTTP))*$/
const IS_LOOPBACK = /^(?:127\.[\d.]+|localhost|\[?::1\]?)(?::|$)/
const LISTEN_VALUE = /^(?:0\.0\.0\.0|\[::\]|\*)?:\d{2,5}$/
const PATH_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:PATH|ENDPOINT)$/

function variables({ env }: FlyToml, file: string): Endpoint[] {
  const port = env.find(
    ({ key, value }) =>
      (PORT_VARIABLE.test(key) && /(?:^|:)\d{2,5}$/.test(value)) ||
      (LISTEN_VARIABLE.test(key) && LISTEN_VALUE.test(value)),
  )
  // Prometheus cannot reach what listens on the machine itself only.
  const host = port && env.find(({ key }) => key === port.key.replace(/(?:PORT|ADDR|ADDRESS)$/, 'HOST'))
  if (!port || IS_LOOPBACK.test(host?.value ?? port.value)) return []
  const path = env.find(({ key, value }) => PATH_VARIABLE.test(key) && value.startsWith('/'))?.value
  const at: SourceLocation = { file, line: port.at.line, column: port.at.column }
  const why = `${port.key} in ${file}:${port.at.line}`
  return [{ port: Number(/\d+$/.exec(port.value)?.[0]), path: path ?? '/metrics', at, why }]
}

/** Variables that turn the metrics of a program on: `PROMETHEUS_MONITORING_ENABLED`. */
const SWITCH = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:\w+_)?ENABLED?$/

/** Metrics that a variable turns on, on the port of the service that a comment says is for them. */
function turnedOn(fly: FlyToml, { file, text }: FlySource): Endpoint[] {
  const on = fly.env.find(({ key, value }) => SWITCH.test(key) && /^(?:true|1|on|yes)$/i.test(value))
  const lines = text.split('\n')
  const [service, ...more] = fly.services.filter(({ at }) =>
    /^\s*#.{0,100}\b(?:prometheus|metrics)\b/i.test(lines[at.line - 2] ?? ''),
  )
  const port = service?.number('internal_port')
  if (!on || !service || !port || more.length > 0) return []
  const at = { file, ...port.at }
  const why = `${on.key} in ${file}:${on.at.line}, and the comment in line ${service.at.line - 1} says that this port is for it`
  return inProcesses(service, fly, { port: port.value, path: '/metrics', at, why })
}

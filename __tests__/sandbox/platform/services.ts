import type { FlyToml, HttpService, Service, ServiceCheck, TopLevelCheck } from './flyToml.ts'
import type { MachineCheck, MachinePort, MachineService } from './machineConfig.ts'

/** `[http_service]` as the service on 80 and 443 that it stands for, then `[[services]]`. */
export function servicesOf(config: FlyToml): readonly Service[] {
  const http = config.http_service
  return [...(http === undefined ? [] : [fromHttp(http)]), ...(config.services ?? [])]
}

function fromHttp(http: HttpService): Service {
  const { checks, force_https, tls_options, http_options, ...shared } = http
  const options = http_options === undefined ? {} : { http_options }
  return {
    ...shared,
    protocol: 'tcp',
    ports: [
      { port: 80, handlers: ['http'], ...(force_https ? { force_https } : {}), ...options },
      {
        port: 443,
        handlers: ['http', 'tls'],
        ...(tls_options === undefined ? {} : { tls_options }),
        ...options,
      },
    ],
    ...(checks === undefined ? {} : { http_checks: checks }),
  }
}

/** Keys in the order of the machine's configuration; what is not set is left out. */
export function toMachineService(service: Service): MachineService {
  const checks = [
    ...(service.tcp_checks ?? []).map((check) => toCheck('tcp', check)),
    ...(service.http_checks ?? []).map((check) => toCheck('http', check)),
  ]
  return {
    protocol: service.protocol ?? '',
    ...present({ internal_port: service.internal_port }),
    ...present({ autostop: autostop(service.auto_stop_machines) }),
    ...present({ autostart: service.auto_start_machines }),
    ...present({ min_machines_running: service.min_machines_running }),
    ...(service.ports === undefined || service.ports.length === 0 ? {} : { ports: service.ports }),
    ...(checks.length === 0 ? {} : { checks }),
    ...present({ concurrency: service.concurrency }),
    force_instance_key: null,
  }
}

/** A `[checks.x]`; its method is written in capitals, a service check's is not (measured). */
export function toTopLevelCheck(check: TopLevelCheck, port: number | undefined): MachineCheck {
  const { type = '', method, ...rest } = check
  const upper = method === undefined ? {} : { method: method.toUpperCase() }
  const { port: _none, ...converted } = toCheck(type, { ...rest, ...upper })
  return { ...present({ port }), ...converted }
}

function toCheck(type: string, check: ServiceCheck): MachineCheck {
  const headers = Object.entries(check.headers ?? {}).map(([name, value]) => ({ name, values: [value] }))
  return {
    type,
    ...present({ interval: check.interval }),
    ...present({ timeout: check.timeout }),
    ...present({ grace_period: check.grace_period }),
    ...present({ method: check.method }),
    ...present({ path: check.path }),
    ...present({ protocol: check.protocol }),
    ...present({ tls_skip_verify: check.tls_skip_verify }),
    ...present({ tls_server_name: check.tls_server_name }),
    ...(headers.length === 0 ? {} : { headers }),
  }
}

/** Fly writes `off` and `stop` as booleans. */
function autostop(value: string | boolean | undefined): boolean | 'suspend' | undefined {
  if (value === undefined) return undefined
  return value === 'suspend' ? value : value === 'stop' || value === true
}

/** The one-key object, or nothing when its value is `undefined`. */
function present<K extends string, V>(entry: { [key in K]: V }): { [key in K]?: Exclude<V, undefined> } {
  const [value] = Object.values(entry)
  return value === undefined ? {} : (entry as { [key in K]: Exclude<V, undefined> })
}

/** The address that flyctl invites to visit; `undefined` when nothing speaks HTTP. */
export function appUrl(config: FlyToml, app: string): string | undefined {
  const host = `${app}.fly.dev`
  if ((config.http_service?.internal_port ?? 0) > 0) return `https://${host}/`
  const ports = (config.services ?? []).flatMap((service) => service.ports ?? []).filter(speaksHttp)
  const plain = numbers(ports.filter((port) => !port.handlers?.includes('tls')))
  const tls = numbers(ports.filter((port) => port.handlers?.includes('tls')))
  if (tls.includes(443)) return `https://${host}/`
  if (plain.includes(80)) return `http://${host}/`
  if (tls[0] !== undefined) return `https://${host}:${tls[0]}/`
  return plain[0] === undefined ? undefined : `http://${host}:${plain[0]}/`
}

const speaksHttp = (port: MachinePort): boolean =>
  port.port !== undefined && port.handlers?.includes('http') === true

const numbers = (ports: readonly MachinePort[]): number[] =>
  ports.map(({ port = 0 }) => port).sort((a, b) => a - b)

/** Only plain HTTP on 80 and TLS on 443 are served by a shared address. */
export function needsDedicatedIp(config: FlyToml): boolean {
  return (config.services ?? []).some((service) => {
    if (service.protocol === 'udp') return true
    return service.protocol === 'tcp' && (service.ports ?? []).some((port) => !servedShared(port))
  })
}

function servedShared({ port, start_port, end_port, handlers = [] }: MachinePort): boolean {
  if (port === undefined) return start_port === undefined && end_port === undefined
  const sorted = [...handlers].sort().join()
  return (port === 80 && sorted === 'http') || (port === 443 && sorted === 'http,tls')
}

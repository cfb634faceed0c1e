import type { ServiceConfig } from '../../config/schema.ts'
import type { FlyToml, Service, Text } from '../../formats/fly-toml.ts'
import type { TextPosition } from '../../formats/tree.ts'
import type { Misfit } from './shape.ts'

/** A Fly configuration, and its app as the configuration of this action describes it. */
export interface FlyFile {
  fly: FlyToml
  /** Values of the wrong type, and keys that flyctl does not know. */
  misfits: readonly Misfit[]
  /** Path from the root of the repository. */
  file: string
  /** The app's name in the configuration. */
  app: string
  /** The services that run in the app. */
  services: readonly ServiceConfig[]
  /** The Dockerfile in the configuration; undefined when the Fly configuration decides. */
  dockerfile: string | undefined
  /** `monitoring`: the app runs Prometheus. */
  role: 'app' | 'monitoring'
}

/** The place of a diagnostic about the whole file. */
export const TOP: TextPosition = { line: 1, column: 1 }

/** The process groups of a section; a section without `processes` belongs to `app`, or else to the first group by name. */
export function groupsOf(processes: readonly Text[], fly: FlyToml): string[] {
  if (processes.length > 0) return fly.groups.filter((group) => processes.some((p) => p.value === group))
  return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1)
}

/** The services of the configuration that run in one of these process groups. */
export const servicesIn = (groups: readonly string[], { fly, services }: FlyFile): ServiceConfig[] =>
  services.filter(({ process }) =>
    process === undefined ? fly.groups.some((group) => groups.includes(group)) : groups.includes(process),
  )

/** The name of a section in a message: `[http_service]`, `[[services]] of port 7000`. */
export function nameOf(service: Service): string {
  const port = service.number('internal_port')?.value
  return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`
}

/** Ports that are reachable from the internet, each with the internal port of the machine. */
export function publicPorts(service: Service): { internal: number; from: number; to: number }[] {
  const internal = service.number('internal_port')?.value ?? 0
  const ports = service.http ? [80, 443].map((port) => ({ from: port, to: port })) : service.ports
  return ports.map(({ from, to }) => ({ internal, from, to }))
}

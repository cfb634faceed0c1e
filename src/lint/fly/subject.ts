import type { ServiceConfig } from '../../config/schema.ts'
import type { FlyToml, Service, Text } from '../../formats/fly-toml.ts'
import type { TextPosition } from '../../formats/tree.ts'
import type { Misfit } from './shape.ts'

/** A Fly configuration, with what the configuration of this action says about its app. */
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
  /** What the configuration builds the app from; undefined when it leaves that to the Fly configuration. */
  dockerfile: string | undefined
  /** `monitoring`: the app runs Prometheus itself. */
  role: 'app' | 'monitoring'
}

/** The place of what is missing from a file as a whole. */
export const TOP: TextPosition = { line: 1, column: 1 }

/** The process groups that a section belongs to; one that names none belongs to `app`, or else to the first by name. */
export function groupsOf(processes: readonly Text[], fly: FlyToml): string[] {
  if (processes.length > 0) return fly.groups.filter((group) => processes.some((p) => p.value === group))
  return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1)
}

/** The services of the configuration whose machines belong to one of these process groups. */
export const servicesIn = (groups: readonly string[], { fly, services }: FlyFile): ServiceConfig[] =>
  services.filter(({ process }) =>
    process === undefined ? fly.groups.some((group) => groups.includes(group)) : groups.includes(process),
  )

/** As a message names a section: `[http_service]`, `[[services]] of port 7000`. */
export function nameOf(service: Service): string {
  const port = service.number('internal_port')?.value
  return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`
}

/** Ports that are reachable from the internet, and the port of the machine behind each. */
export function publicPorts(service: Service): { internal: number; from: number; to: number }[] {
  const internal = service.number('internal_port')?.value ?? 0
  const ports = service.http ? [80, 443].map((port) => ({ from: port, to: port })) : service.ports
  return ports.map(({ from, to }) => ({ internal, from, to }))
}

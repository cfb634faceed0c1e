import { posix } from 'node:path'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { FoundValue } from '../findings.ts'

/** A service of a Docker Compose file. */
export interface ComposeService {
  name: string
  /** The folder that its image is built in, from the root of the repository; undefined for an image from elsewhere. */
  folder: string | undefined
  /** Its Dockerfile is in a folder of the build context: what that copies may be elsewhere. */
  isBuiltAbove?: true
  /** Its variables that hold a port. */
  ports: readonly PortVariable[]
  /** The ports of the container that are published or exposed. */
  published: readonly number[]
  /** Files and folders of the repository, from its root, and where the container has them. */
  mounts: readonly Mount[]
  /** How long it keeps samples, when it is a Prometheus that says so. */
  retention?: FoundValue
}

/** A file or a folder of the repository in a container. */
interface Mount {
  source: string
  target: string
}

/** A variable with the number of a port. */
export interface PortVariable {
  key: string
  port: number
  at: SourceLocation
}

export const isComposeFile = (path: string): boolean => /(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/.test(path)

/** The services of a Docker Compose file; none for another file. */
export function scanCompose({ file, text }: TextFile): ComposeService[] {
  const read = readYaml(text)
  const services = read.ok ? get(read.tree, 'services') : undefined
  if (services?.kind !== 'table') return []
  return [...services.entries].map(([name, service]) => ({
    name,
    ...buildOf(service, posix.dirname(file)),
    ports: portsOf(get(service, 'environment'), file),
    published: [
      ...new Set(['ports', 'expose'].flatMap((key) => items(get(service, key)).flatMap(containerPort))),
    ],
    mounts: items(get(service, 'volumes')).flatMap((one) => mountOf(one, posix.dirname(file))),
    ...retentionOf(service, file),
  }))
}

/** `./rules.yml:/etc/prometheus/rules.yml:ro`, or its long form; nothing for a volume of Docker. */
function mountOf(node: Tree, from: string): Mount[] {
  const [, short, to] = /^([^:]{1,300}):(\/[^:]{1,300})/.exec(scalarText(node) ?? '') ?? []
  const source = short ?? scalarText(get(node, 'source'))
  const target = to ?? scalarText(get(node, 'target'))
  if (source === undefined || target === undefined || !/^\.{1,2}\//.test(source)) return []
  return [{ source: posix.join(from, source), target: posix.normalize(target) }]
}

const PROMETHEUS_IMAGE = /(?:^|\/)prometheus(?=[:@]|$)/
const RETENTION = /--storage\.tsdb\.retention(?:\.time)?[= ]["']?(\d[\dsmhdwy]{1,20})\b/

function retentionOf(service: Tree, file: string): { retention?: FoundValue } {
  const command = get(service, 'command')
  const words = command?.kind === 'list' ? command.items : command ? [command] : []
  const found = words
    .map((node) => ({ node, value: RETENTION.exec(scalarText(node) ?? '')?.[1] }))
    .find(({ value }) => value !== undefined)
  if (found?.value === undefined || !PROMETHEUS_IMAGE.test(scalarText(get(service, 'image')) ?? '')) return {}
  return { retention: { value: found.value, at: { file, ...found.node.at } } }
}

function buildOf(service: Tree, from: string): Pick<ComposeService, 'folder' | 'isBuiltAbove'> {
  const build = get(service, 'build')
  if (!build) return { folder: undefined }
  const context = scalarText(build) ?? scalarText(get(build, 'context'))
  const dockerfile = posix.dirname(scalarText(get(build, 'dockerfile')) ?? 'Dockerfile')
  const folder = posix.join(from, context ?? '.', dockerfile)
  return { folder, ...(dockerfile !== '.' && { isBuiltAbove: true as const }) }
}

/** `METRICS_PORT: 9100`, `- METRICS_PORT=9100`, `METRICS_PORT: ${PORT:-9100}`. */
function portsOf(environment: Tree | undefined, file: string): PortVariable[] {
  const entries =
    environment?.kind === 'table'
      ? [...environment.entries].map(([key, node]) => ({ key, node, value: scalarText(node) ?? '' }))
      : items(environment).map((node) => {
          const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(scalarText(node) ?? '') ?? []
          return { key, node, value }
        })
  return entries.flatMap(({ key, node, value }) => {
    const port = Number(/^(?:\$\{\w+:?-)?"?(?:[\d.]*:)?(\d{2,5})"?\}?$/.exec(value)?.[1])
    return port > 0 ? [{ key, port, at: { file, ...node.at } }] : []
  })
}

/** `"8080:8000"`, `8000`, `127.0.0.1:8080:8000/tcp`, `{ target: 8000 }`. */
function containerPort(node: Tree): number[] {
  const text = scalarText(node) ?? scalarText(get(node, 'target')) ?? ''
  const port = Number(/(?:^|:)(\d{2,5})(?:\/\w+)?$/.exec(text)?.[1])
  return port > 0 ? [port] : []
}

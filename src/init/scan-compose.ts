import { posix } from 'node:path'
import { get, scalarText, type Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { TextFile } from '../lib/workspace.ts'

/** A service of a Docker Compose file. */
export interface ComposeService {
  name: string
  /** The folder that its image is built in, from the root of the repository; undefined for an image from elsewhere. */
  folder: string | undefined
}

export const isComposeFile = (path: string): boolean => /(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/.test(path)

/** The services of a Docker Compose file; none for another file. */
export function scanCompose({ file, text }: TextFile): ComposeService[] {
  const read = readYaml(text)
  const services = read.ok ? get(read.tree, 'services') : undefined
  if (services?.kind !== 'table') return []
  return [...services.entries].map(([name, service]) => ({
    name,
    folder: folderOf(service, posix.dirname(file)),
  }))
}

function folderOf(service: Tree, from: string): string | undefined {
  const build = get(service, 'build')
  const context = scalarText(build) ?? scalarText(get(build, 'context'))
  if (!build) return undefined
  const dockerfile = posix.dirname(scalarText(get(build, 'dockerfile')) ?? 'Dockerfile')
  return posix.join(from, context ?? '.', dockerfile)
}

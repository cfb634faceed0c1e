import type { Located } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import type { Tree } from './tree.ts'
import { readYaml } from './yaml.ts'

/** The place of a path in the configuration, or of what is nearest to it and written there. */
export function configPlace(
  { file, text }: TextFile,
  path: readonly (string | number)[],
): Located | undefined {
  const read = readYaml(text, file)
  if (!read.ok) return undefined
  let here = read.tree
  for (const part of path) {
    const next = child(here, part)
    if (!next) break
    here = next
  }
  return { file, ...here.at }
}

function child(node: Tree, part: string | number): Tree | undefined {
  if (node.kind === 'table') return node.entries.get(String(part))
  return node.kind === 'list' ? node.items[Number(part)] : undefined
}

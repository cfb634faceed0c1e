import type { Place, Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Problem } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import type { TextFile } from '../lib/workspace.ts'
import { finding } from './catalog.ts'

const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/

/** Placeholders in a configuration that nobody fills in: they would be deployed as they stand. */
export function leftovers({ file, text }: TextFile): Problem[] {
  if (!PLACEHOLDER.test(text)) return []
  const read = readYaml(text)
  if (!read.ok) return []
  return placeholders(read.tree).map(({ at, written }) => {
    const message = `${quoted(written)} would be deployed as it stands: nothing here is expanded.`
    return finding('config/placeholder', { file, ...at }, message, 'Write the value out.')
  })
}

interface Placeholder {
  at: Place
  written: string
}

/** Of everything that is deployed: what stands below `lint` is read by this action alone. */
function placeholders(root: Tree): Placeholder[] {
  if (root.kind !== 'table') return []
  return [...root.entries].flatMap(([key, value]) => (key === 'lint' ? [] : below(key, value)))
}

function below(key: string, node: Tree): Placeholder[] {
  const inKey = PLACEHOLDER.exec(key)
  return [...(inKey ? [{ at: node.at, written: inKey[0] }] : []), ...within(node)]
}

function within(node: Tree): Placeholder[] {
  if (node.kind === 'table') return [...node.entries].flatMap(([key, value]) => below(key, value))
  if (node.kind === 'list') return node.items.flatMap(within)
  const found = PLACEHOLDER.exec(node.text)
  return found ? [{ at: node.inside?.(found.index) ?? node.at, written: found[0] }] : []
}

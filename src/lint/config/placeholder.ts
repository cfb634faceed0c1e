import type { Table, TextPosition, Tree } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'

const file = (path: string): { path: string; text: string } => ({
  path: 'monitoring.yml',
  text: `monitoring: { app: mon }
apps:
  - { app: chat }
services:
  - name: web
    app: chat
    port: 9090
    path: ${path}
`,
})

export const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/

/** A placeholder that would be deployed literally. */
export const configPlaceholder: Rule<Table> = {
  code: 'config/placeholder',
  severity: 'error',
  what: 'The configuration of this action contains a placeholder: a dollar sign and a name in braces.',
  why: 'Nothing expands it, so it would be deployed literally. Secrets are passed as inputs, all other values are written out.',
  bad: file(`/▸\${METRICS_PATH}`),
  good: file('/stats'),
  check(root, { report }) {
    for (const { at, text } of placeholders(root))
      report(
        at,
        `${quoted(text)} would be deployed literally: placeholders are not expanded here.`,
        'Replace it with the value.',
      )
  },
}

interface Placeholder {
  at: TextPosition
  text: string
}

/** Placeholders in everything that is deployed: only this action reads the keys below `lint`. */
const placeholders = (root: Table): Placeholder[] =>
  [...root.entries].flatMap(([key, value]) => (key === 'lint' ? [] : below(key, value)))

function below(key: string, node: Tree): Placeholder[] {
  const inKey = PLACEHOLDER.exec(key)
  return [...(inKey ? [{ at: node.at, text: inKey[0] }] : []), ...inside(node)]
}

function inside(node: Tree): Placeholder[] {
  if (node.kind === 'table') return [...node.entries].flatMap(([key, value]) => below(key, value))
  if (node.kind === 'list') return node.items.flatMap(inside)
  const found = PLACEHOLDER.exec(node.text)
  return found ? [{ at: node.inside?.(found.index) ?? node.at, text: found[0] }] : []
}

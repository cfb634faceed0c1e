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

/** What would be deployed as it is written. */
export const configPlaceholder: Rule<Table> = {
  code: 'config/placeholder',
  severity: 'error',
  what: 'The configuration of this action contains a placeholder: a dollar sign and a name in braces.',
  why: 'It would be deployed as it is. Secrets come by inputs, everything else is written in full.',
  bad: file(`/▸\${METRICS_PATH}`),
  good: file('/stats'),
  check(root, { report }) {
    for (const { at, text } of placeholders(root))
      report(
        at,
        `${quoted(text)} would be deployed as it is: nothing here is expanded.`,
        'Write the value in its place.',
      )
  },
}

interface Placeholder {
  at: TextPosition
  text: string
}

/** Of everything that is deployed: what is below `lint` is read by this action alone. */
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

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import { expect, test } from '@jest/globals'
import { CHECK_AREAS } from '../../src/verify/check-areas.ts'
import { PANEL_STATES } from '../../src/verify/evidence.ts'
import { METRIC_STATES } from '../../src/verify/metric-states.ts'
import { REASON_CLASSES } from '../../src/verify/reason-classes.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs/run-codes.md'), 'utf8')
const described = new Set([...page.matchAll(/^\| <a id="([\w-]+)"><\/a>`\1` \|/gm)].map(([, code]) => code))

interface Node {
  type: string
  value?: unknown
  name?: string
  key?: Node
  callee?: Node
  arguments?: Node[]
  consequent?: Node
  alternate?: Node
  expression?: Node
}

/** Calls whose first argument is a code, with what is put in front of it. */
const CALLS: Readonly<Record<string, string>> = { platformError: '', error: '', fail: 'grafana-' }

/** Every code that is written in the code of src, apart from those of findings, which have a slash. */
function codesIn(file: string): string[] {
  const found: string[] = []
  const add = (node: Node | undefined, prefix = '') => {
    if (node?.type === 'StringLiteral') found.push(prefix + node.value)
    if (node?.type === 'TSAsExpression') add(node.expression, prefix)
    if (node?.type === 'ConditionalExpression')
      for (const one of [node.consequent, node.alternate]) add(one, prefix)
  }
  const visit = (node: Node) => {
    if (node.type === 'ObjectProperty' && node.key?.name === 'code') add(node.value as Node)
    const prefix = node.type === 'CallExpression' ? CALLS[node.callee?.name ?? ''] : undefined
    const isOfGrafana = file.startsWith('src/clients/grafana/')
    if (prefix !== undefined && (prefix === '' || isOfGrafana)) add(node.arguments?.[0], prefix)
    for (const child of Object.values(node).flat())
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string') visit(child as Node)
  }
  visit(
    parse(readFileSync(join(root, file), 'utf8'), { sourceType: 'module', plugins: ['typescript'] })
      .program as unknown as Node,
  )
  return found.filter((code) => /^[a-z]+(?:-[a-z0-9]+)*$/.test(code))
}

test('every code that a run may report is described, once', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !/src\/(?:lint|config)\/|src\/cli\/screen/.test(file),
  )
  const written = files.flatMap(codesIn)
  expect(written).toEqual(
    expect.arrayContaining(['fly-failed', 'grafana-unauthorized', 'run-stuck', 'fly-stopped']),
  )
  const composed = [
    ...REASON_CLASSES.map((name) => `target-${name}`),
    ...METRIC_STATES.filter((name) => !/^(?:present|waiting|unknown)$/.test(name)).map(
      (name) => `metric-${name}`,
    ),
    ...PANEL_STATES.filter((name) => !/^(?:data|warning|waiting|other-source)$/.test(name)).map(
      (name) => `panel-${name}`,
    ),
    ...CHECK_AREAS.map((area) => `${area}-broken`),
  ]
  expect([...new Set([...written, ...composed])].filter((code) => !described.has(code))).toEqual([])
  expect(page.match(/<a id=/g)).toHaveLength(described.size)
})

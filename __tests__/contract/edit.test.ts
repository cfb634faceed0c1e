import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { type DeclaredMetric, declaredMetrics } from '../../src/config/declared-metrics.ts'
import { loadConfig } from '../../src/config/load.ts'
import { editContracts } from '../../src/contract/edit.ts'
import { fc } from '../support/property.ts'

const counter = (name: string): DeclaredMetric => ({ name, type: 'counter', expect: 'always', labels: [] })
const edit = (text: string, add: DeclaredMetric[], more: object = {}) =>
  editContracts(text, [{ service: 0, add, retype: [], relabel: [], ...more }])

const file = (service: string) => `monitoring: { app: mon }\napps: [{ app: chat }]\nservices:\n${service}`

test.each([
  [
    'a block, after its last line and the comment there',
    '  - name: web\n    app: chat\n    port: 9090\n    metrics:\n      a: gauge # first\n      # second\n      b:\n        type: gauge # here\n\n# the end\n',
    '      b:\n        type: gauge # here\n      c_total: counter\n\n# the end\n',
  ],
  [
    'a block that ends the file without a line break',
    '  - name: web\n    app: chat\n    port: 9090\n    metrics:\n      a: gauge',
    '      a: gauge\n      c_total: counter',
  ],
  [
    'a map in braces',
    '  - { name: web, app: chat, port: 9090, metrics: { a: gauge } } # web\n',
    'metrics: { a: gauge, c_total: counter } } # web\n',
  ],
  [
    'an empty map in braces',
    '  - { name: web, app: chat, port: 9090, metrics: {} }\n',
    'metrics: { c_total: counter } }\n',
  ],
  [
    'braces over several lines, with a comma and a comment at the end',
    '  - name: web\n    app: chat\n    port: 9090\n    metrics: {\n      a: gauge, # the last\n    }\n',
    'a: gauge, # the last\n      c_total: counter\n    }\n',
  ],
  [
    'braces over several lines, without a comma before the comment',
    '  - name: web\n    app: chat\n    port: 9090\n    metrics: {\n      a: gauge # the last\n    }\n',
    'a: gauge, # the last\n      c_total: counter\n    }\n',
  ],
  [
    'a service without a contract',
    '  - name: web\n    app: chat\n    port: 9090 # private\n  - { name: bot, app: chat, port: 9091 }\n',
    '    port: 9090 # private\n    metrics:\n      c_total: counter\n  - { name: bot',
  ],
  [
    'a service in braces without a contract',
    '  - { name: web, app: chat, port: 9090 }\n',
    'port: 9090, metrics: { c_total: counter } }\n',
  ],
])('an entry is added to %s', (_, service, expected) => {
  const text = edit(file(service), [counter('c_total')]) ?? ''
  expect(text).toContain(expected)
  expect(loadConfig(text, 'monitoring.yml').services[0]?.metrics).toMatchObject({ c_total: 'counter' })
})

test('types and labels are replaced in their place, in the short and in the long form', () => {
  const text = file(
    '  - name: web\n    app: chat\n    port: 9090\n    metrics: # all\n      a: gauge # short\n      b: { type: "gauge", labels: [x, z] } # long\n',
  )
  const retype = [
    { name: 'a', type: 'counter' },
    { name: 'b', type: 'histogram' },
  ]
  const edited = edit(text, [], { retype, relabel: [{ name: 'b', labels: ['z'] }] })
  expect(edited).toContain('      a: counter # short\n      b: { type: histogram, labels: [z] } # long\n')
})

test('names that YAML would read as something else are quoted', () => {
  const odd = ['true', 'null', 'no', 'y'].map((name) => ({
    ...counter(name),
    labels: [name],
  }))
  const text = edit(file('  - { name: web, app: chat, port: 9090 }\n'), odd) ?? ''
  const [service] = loadConfig(text, 'monitoring.yml').services
  expect(service && declaredMetrics(service)).toEqual(expect.arrayContaining(odd))
})

test('line breaks of Windows stay', () => {
  const text = file(
    '  - name: web\n    app: chat\n    port: 9090\n    metrics:\n      a: gauge\n',
  ).replaceAll('\n', '\r\n')
  const edited = edit(text, [counter('c_total')]) ?? ''
  expect(edited).toBe(`${text.trimEnd()}\r\n      c_total: counter\r\n`)
})

test('a contract that is elsewhere is not edited', () => {
  const text = file(
    '  - { name: web, app: chat, port: 9090, metrics: &m { a: gauge } }\n  - { name: bot, app: chat, port: 9091, metrics: *m }\n',
  )
  expect(editContracts(text, [{ service: 1, add: [counter('c')], retype: [], relabel: [] }])).toBeUndefined()
})

const metric: fc.Arbitrary<DeclaredMetric> = fc.record({
  name: fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,9}$/),
  type: fc.constantFrom('counter' as const, 'gauge' as const, 'histogram' as const, 'summary' as const),
  expect: fc.constantFrom('always' as const, 'after-traffic' as const),
  labels: fc.uniqueArray(fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,4}$/), { maxLength: 3 }),
})

test('in any style, the new contract is the old one and what was added, and no other line changes', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(metric, { minLength: 1, maxLength: 8, selector: ({ name }) => name }),
      fc.nat(7),
      fc.constantFrom('block', 'flow') as fc.Arbitrary<'block' | 'flow'>,
      fc.boolean(),
      (all, split, style, hasOther) => {
        const [old, fresh] = [all.slice(0, split), all.slice(split)]
        const metrics = Object.fromEntries(old.map(({ name, ...entry }) => [name, entry]))
        const service = { name: 'web', app: 'chat', port: 9090, ...(old.length > 0 && { metrics }) }
        const other = hasOther ? [{ name: 'bot', app: 'chat', port: 9091, metrics: { x: 'gauge' } }] : []
        const text = stringify(
          { monitoring: { app: 'mon' }, apps: [{ app: 'chat' }], services: [service, ...other] },
          { collectionStyle: style, lineWidth: 60 },
        )
        const edited = edit(text, fresh) ?? ''
        const [web, bot] = loadConfig(edited, 'monitoring.yml').services
        expect(web && declaredMetrics(web)).toEqual(all)
        expect(bot?.metrics).toEqual(hasOther ? { x: 'gauge' } : undefined)
        if (style === 'block')
          expect(text.split('\n').every((line) => edited.split('\n').includes(line))).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

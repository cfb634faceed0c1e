// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Grafana's variables are spelled so
import { expect, test } from '@jest/globals'
import { type DashboardOwner, normaliseDashboard } from '../../src/desired/grafana/dashboard.ts'
import { canonicalJson, equalJson, isJsonObject, type JsonObject, tooDeep } from '../../src/lib/json-value.ts'
import { ownershipOf, withOwnershipMark } from '../../src/plan/grafana/ownership.ts'
import { fc } from '../support/property.ts'

const HOME: DashboardOwner = { deployment: 'chat-monitoring', dataSource: { uid: 'chat', name: 'Chat' } }
const OURS = { type: 'prometheus', uid: 'chat' }

const normal = (json: unknown, file = 'dashboards/a.json') => {
  const found = normaliseDashboard({ file, json }, HOME)
  if (found.kind === 'problem') throw new Error(`${found.problem.code}: ${found.problem.message}`)
  return found.dashboard
}

const codeOf = (json: unknown) => {
  const found = normaliseDashboard({ file: 'dashboards/a.json', json }, HOME)
  return found.kind === 'problem' ? found.problem.code : undefined
}

const panel = (datasource?: unknown, target: JsonObject = {}) => ({
  ...{ id: 1, type: 'stat', ...(datasource !== undefined && { datasource }) },
  targets: [{ refId: 'A', expr: 'up', ...target }],
})
const panelOf = (json: JsonObject): JsonObject => {
  const [first] = json.panels as JsonObject[]
  return first ?? {}
}

test.each([
  ['plain', { uid: 'a', title: 'A' }],
  ['with a foreign id and version', { id: 123, version: 7, uid: 'a', title: ' A ' }],
  ['wrapped', { dashboard: { id: null, uid: 'a', title: 'A' }, folderUid: 'x', overwrite: true }],
  [
    'as the API serves it',
    { meta: { folderUid: 'x' }, dashboard: { id: 5, uid: 'a', title: 'A', version: 3 } },
  ],
  [
    'as a v1 resource',
    {
      apiVersion: 'dashboard.grafana.app/v1beta1',
      kind: 'Dashboard',
      metadata: { name: 'a' },
      spec: { title: 'A' },
    },
  ],
  [
    'as a wrapped resource',
    {
      dashboard: {
        apiVersion: 'dashboard.grafana.app/v0alpha1',
        metadata: { name: 'a' },
        spec: { title: 'A' },
      },
    },
  ],
])('a dashboard %s becomes the same', (_how, json) => {
  expect(normal(json)).toEqual(normal({ uid: 'a', title: 'A' }))
  expect(Object.keys(normal(json).json).sort()).toEqual(['annotations', 'title', 'uid'])
})

test.each([
  ['grafana-dashboard-shape', null],
  ['grafana-dashboard-shape', 'text'],
  ['grafana-dashboard-shape', [{ title: 'A' }]],
  ['grafana-dashboard-title', {}],
  ['grafana-dashboard-title', { title: '  ' }],
  ['grafana-dashboard-title', { title: 7 }],
  ['grafana-dashboard-uid', { title: 'A', uid: 'not a uid' }],
  ['grafana-dashboard-uid', { title: 'A', uid: 'x'.repeat(41) }],
  ['grafana-dashboard-uid', { title: 'A', uid: 5 }],
  [
    'grafana-dashboard-v2',
    { apiVersion: 'dashboard.grafana.app/v2beta1', metadata: {}, spec: { title: 'A' } },
  ],
  [
    'grafana-dashboard-input',
    { title: 'A', __inputs: [{ name: 'DS_LOKI', type: 'datasource', pluginId: 'loki' }] },
  ],
])('%s for %j', (code, json) => {
  expect(codeOf(json)).toBe(code)
})

test('two values are equal when their texts with sorted keys are, also where one is almost the other', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const key = fc.constantFrom('a', 'b', '__proto__', 'constructor', '0')
  const entries = fc.array(fc.tuple(key, value), { maxLength: 3 })
  const object = entries.map((pairs) => Object.fromEntries(pairs))
  const either = fc.oneof(value, object, fc.array(object, { maxLength: 2 }))
  fc.assert(
    fc.property(either, either, entries, (a, b, more) => {
      expect(equalJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      expect(equalJson(a, JSON.parse(canonicalJson(a)))).toBe(true)
      if (!isJsonObject(a)) return
      const almost = Object.fromEntries([...Object.entries(a), ...more])
      expect(equalJson(a, almost)).toBe(canonicalJson(a) === canonicalJson(almost))
      expect(equalJson(almost, a)).toBe(canonicalJson(a) === canonicalJson(almost))
    }),
  )
})

test('nesting is taken to a depth of 100, in objects as in arrays, and not further', () => {
  const nested = (levels: number, wrap: (inner: unknown) => unknown) => {
    let value: unknown = 'x'
    for (let i = 0; i < levels; i++) value = wrap(value)
    return value
  }
  for (const wrap of [(inner: unknown) => [1, inner], (inner: unknown) => ({ a: null, inner })]) {
    expect(tooDeep(nested(101, wrap))).toBe(false)
    expect(tooDeep(nested(102, wrap))).toBe(true)
  }
})

test('nesting without end is refused, not recursed into', () => {
  let deep: unknown = 'x'
  for (let i = 0; i < 100_000; i++) deep = [deep]
  expect(codeOf({ title: 'A', deep })).toBe('grafana-dashboard-depth')
})

test('without a uid one is made from the file, the same whatever the title', () => {
  const first = normal({ title: 'A' }, 'grafana dashboards/über sicht.json')
  expect(first.uid).toMatch(/^-ber-sicht-[0-9a-f]{8}$/)
  expect(normal({ title: 'B' }, 'grafana dashboards/über sicht.json').uid).toBe(first.uid)
  expect(normal({ title: 'A' }, 'other/über sicht.json').uid).not.toBe(first.uid)
})

test.each([
  ['a name', 'Prometheus'],
  ['the uid of another instance', { type: 'prometheus', uid: 'PBFA97CFB590B2093' }],
  ['a uid without a type', { uid: 'abc' }],
  ['the default', null],
  ['nothing', undefined],
  ['an input that the file does not declare', '${DS_PROMETHEUS}'],
  ['such an input as an object', { type: 'prometheus', uid: '${DS_PROMETHEUS}' }],
  ['a variable that the file does not declare', '$datasource'],
])('%s becomes our data source', (_what, datasource) => {
  const { json } = normal({ title: 'A', panels: [panel(datasource)] })
  expect(panelOf(json).datasource).toEqual(OURS)
})

test.each([
  ['-- Grafana --'],
  ['-- Mixed --'],
  [{ type: 'datasource', uid: '-- Dashboard --' }],
  [{ type: 'loki', uid: 'logs' }],
  [{ type: '__expr__', uid: '__expr__' }],
  ['${datasource}'],
  [{ type: 'prometheus', uid: '$datasource' }],
  ['${datasource:raw}'],
])('%j stays', (datasource) => {
  const templating = { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] }
  const { json } = normal({ title: 'A', templating, panels: [panel(datasource)] })
  expect(panelOf(json).datasource).toEqual(datasource)
})

test('targets, rows, variables and annotations are bound like panels', () => {
  const { json } = normal({
    title: 'A',
    panels: [
      panel({ type: 'datasource', uid: '-- Mixed --' }, { datasource: { type: 'prometheus', uid: 'x' } }),
      { type: 'row', datasource: null, panels: [panel('Old')] },
      { type: 'text', datasource: null },
    ],
    templating: {
      list: [{ name: 'job', type: 'query', datasource: 'Prometheus', query: 'label_values(job)' }],
    },
    annotations: { list: [{ name: 'Alerts', datasource: { type: 'prometheus', uid: 'x' }, expr: 'ALERTS' }] },
  })
  const text = canonicalJson(json)
  expect(text).not.toContain('"x"')
  expect(text).not.toContain('Old')
  const [mixed, row, words] = json.panels as [JsonObject, JsonObject, JsonObject]
  expect(mixed.datasource).toEqual({ type: 'datasource', uid: '-- Mixed --' })
  expect(row.datasource).toBeNull()
  expect(words.datasource).toBeNull()
})

test.each([
  ['a Loki by name', [panel('Loki', { expr: '{a="b"}' })], ['Loki']],
  ['queries in LogQL', [panel('Logs', { expr: '{a="b"} |= "x"' })], ['Logs']],
  ['the Prometheus of Fly', [panel({ type: 'prometheus', uid: 'fly' }, { expr: 'fly_app_x' })], ['fly']],
  [
    'another Prometheus beside ours',
    [panel({ type: 'prometheus', uid: 'chat' }), panel({ type: 'prometheus', uid: 'infra' })],
    ['infra'],
  ],
  [
    'the smaller one of two',
    [
      panel({ type: 'prometheus', uid: 'b' }),
      panel({ type: 'prometheus', uid: 'a' }),
      panel({ type: 'prometheus', uid: 'a' }),
    ],
    ['b'],
  ],
])('%s is left alone and said', (_what, panels, others) => {
  const { json, otherDataSources } = normal({ title: 'A', panels })
  expect(otherDataSources).toEqual(others)
  const [given] = panels.filter(({ datasource }) => JSON.stringify(datasource).includes(others[0] ?? ''))
  expect(json.panels).toContainEqual(given)
})

test('leftovers of another instance beside a variable are ours', () => {
  const templating = { list: [{ name: 'ds', type: 'datasource', query: 'prometheus' }] }
  const panels = [
    panel('${ds}'),
    panel({ type: 'prometheus', uid: 'P1' }),
    panel({ type: 'prometheus', uid: 'P2' }),
  ]
  const { json, otherDataSources } = normal({ title: 'A', templating, panels })
  expect(otherDataSources).toEqual([])
  expect((json.panels as JsonObject[]).map(({ datasource }) => datasource)).toEqual(['${ds}', OURS, OURS])
})

test('a query in LogQL of the default data source stays there', () => {
  const { json } = normal({ title: 'A', panels: [panel(null, { expr: '{a="b"} |= "x"' })] })
  expect(panelOf(json).datasource).toBeNull()
})

test('a variable for the Prometheus of Fly keeps its value', () => {
  const list = [{ name: 'fly', type: 'datasource', query: 'prometheus', current: { value: 'on-fly' } }]
  const { json } = normal({
    ...{ title: 'A', templating: { list } },
    panels: [panel({ type: 'prometheus', uid: '${fly}' }, { expr: 'sum(fly_instance_up)' })],
  })
  expect((json.templating as { list: JsonObject[] }).list).toEqual(list)
})

test('a data source variable starts with ours', () => {
  const list = [
    {
      name: 'ds',
      type: 'datasource',
      query: 'prometheus',
      current: { text: 'Prometheus', value: 'Prometheus' },
    },
    { name: 'many', type: 'datasource', query: 'prometheus', multi: true, current: {} },
    { name: 'logs', type: 'datasource', query: 'loki', current: { text: 'Loki', value: 'l' } },
  ]
  const { json } = normal({ title: 'A', templating: { list } })
  const bound = (json.templating as { list: JsonObject[] }).list
  expect(bound.map((v) => v.current)).toEqual([
    { selected: true, text: 'Chat', value: 'chat' },
    { selected: true, text: ['Chat'], value: ['chat'] },
    { text: 'Loki', value: 'l' },
  ])
})

test('what an export for others left open is filled in', () => {
  const model = { type: 'stat', title: 'Shared', targets: [{ refId: 'A', expr: 'up' }] }
  const { json } = normal({
    title: '${VAR_TEAM} overview',
    __inputs: [
      { name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' },
      { name: 'VAR_TEAM', type: 'constant', value: 'Chat' },
    ],
    __requires: [{ type: 'grafana' }],
    __init: 'Written by deploy-monitoring init: it is yours to change.',
    __elements: { shared: { uid: 'shared', kind: 1, model } },
    panels: [
      { ...panel({ type: 'prometheus', uid: '${DS_PROM}' }), description: '${DS_PROM} and ${other}' },
      { id: 2, gridPos: { x: 0 }, libraryPanel: { uid: 'shared', name: 'Shared' } },
    ],
  })
  const [first, second] = json.panels as [JsonObject, JsonObject]
  expect(json.title).toBe('Chat overview')
  expect(first).toMatchObject({ datasource: OURS, description: 'chat and ${other}' })
  expect(second).toMatchObject({ id: 2, title: 'Shared', gridPos: { x: 0 }, datasource: OURS })
  expect(Object.keys(json).filter((key) => key.startsWith('__'))).toEqual([])
  expect(canonicalJson(json)).not.toContain('libraryPanel')
})

test('the deploy annotations are shown, once', () => {
  const list = (json: JsonObject) => (json.annotations as { list: JsonObject[] }).list
  const first = normal({ title: 'A', annotations: { list: [{ builtIn: 1, name: 'Annotations & Alerts' }] } })
  expect(list(first.json).map((query) => query.name)).toEqual(['Annotations & Alerts', 'Deployments'])
  expect(list(normal(first.json).json)).toHaveLength(2)
})

const anything = fc.object({ maxDepth: 4, withNullPrototype: false })
const refs = fc.oneof(fc.string(), fc.constant(null), anything, fc.constant('${DS_X}'), fc.constant('$x'))
const dashboards = fc.record(
  {
    title: fc.constantFrom('A', ' B '),
    uid: fc.constantFrom('u', 'v'),
    id: fc.nat(),
    version: fc.nat(),
    refresh: fc.constantFrom('5s', '', false),
    panels: fc.array(
      fc.record({ datasource: refs, targets: fc.array(fc.record({ expr: fc.string(), datasource: refs })) }),
    ),
    templating: fc.record({ list: fc.array(anything) }),
    annotations: anything,
    extra: fc.jsonValue(),
  },
  { requiredKeys: ['title'] },
)

test('normalising anything that has a title succeeds, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(dashboards, (made) => {
      const json = JSON.parse(JSON.stringify(made)) as JsonObject
      const before = canonicalJson(json)
      const once = normal(json)
      expect(canonicalJson(normal(once.json).json)).toBe(canonicalJson(once.json))
      expect(canonicalJson(json)).toBe(before)
    }),
  )
})

test('a query with an empty reference stays with the data source of its panel', () => {
  // Found by the property above.
  const panels = [{ datasource: 'Logs', targets: [{ expr: '{app="web"} |= "x"', datasource: '' }] }]
  const once = normal({ title: 'A', panels })
  expect(once.json.panels).toEqual(panels)
  expect(normal(once.json).json).toEqual(once.json)
})

test('any JSON at all gives a dashboard or a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const found = normaliseDashboard({ file: 'a.json', json }, HOME)
      if (found.kind === 'problem') expect(found.problem.hint).not.toBe('')
      else expect(isJsonObject(found.dashboard.json)).toBe(true)
    }),
  )
})

test('a dashboard stands unchanged to what it was stored as, whoever ordered the keys and numbered it', () => {
  const place = { deployment: HOME.deployment, folderUid: 'f' }
  fc.assert(
    fc.property(dashboards, fc.nat(), (made, version) => {
      const wanted = normal(JSON.parse(JSON.stringify(made)))
      const sent = withOwnershipMark(wanted.json, place)
      const served = { ...JSON.parse(canonicalJson(sent)), id: 3e15, version } as JsonObject
      const stored = { uid: wanted.uid, folderUid: 'f', json: served, isV2: false }
      const ownership = (json: JsonObject, found: typeof stored) =>
        ownershipOf({ json, isV2: false }, found, place)
      expect(ownership(wanted.json, stored)).toBe('unchanged')
      const other = { ...wanted, json: { ...wanted.json, title: 'Other' } }
      expect(ownership(other.json, stored)).toBe('changed')
      const mine = { ...stored, json: { ...served, title: 'Mine' } }
      expect(ownership(wanted.json, mine)).toBe('edited')
      expect(ownership(other.json, { ...stored, folderUid: '' })).toBe('moved')
      expect(ownership(other.json, { ...mine, folderUid: '' })).toBe('edited')
    }),
  )
})

test('keys that would reach a prototype are only keys', () => {
  const { json } = normal(
    JSON.parse('{"title":"A","__proto__":{"polluted":1},"panels":[{"constructor":{"prototype":{"x":1}}}]}'),
  )
  expect(({} as JsonObject).polluted).toBeUndefined()
  expect((json as { polluted?: unknown }).polluted).toBeUndefined()
})

test('an input of another type is asked for by name and type, and filled in with its value', () => {
  const inputs = [
    { name: 'DS_LOKI', type: 'datasource', pluginId: 'loki' },
    { name: 'THRESHOLD', type: 'constant' },
  ]
  const json = { title: 'A', __inputs: inputs, panels: [{ datasource: '${DS_LOKI}', title: '${THRESHOLD}' }] }
  const found = normaliseDashboard({ file: 'a.json', json }, HOME)
  expect(found).toMatchObject({
    problem: {
      code: 'grafana-dashboard-input',
      message:
        'a.json leaves open which data source of type `loki` is `DS_LOKI` and which value has `THRESHOLD`; only Prometheus data sources are filled in.',
      hint: expect.stringContaining('Add `"value": "…"` to each of these entries of `__inputs`'),
    },
  })
  const filled = { ...json, __inputs: inputs.map((input) => ({ ...input, value: 'logs' })) }
  expect(normal(filled).json.panels).toEqual([{ datasource: 'logs', title: 'logs' }])
})

test.each([
  ['SQL', { rawSql: 'select 1' }],
  ['a metric of CloudWatch', { namespace: 'AWS/EC2', metricName: 'CPUUtilization' }],
  ['a query of Graphite', { target: 'a.b' }],
])('a data source that is asked with %s is not rebound, although only its name is known', (_what, query) => {
  const panel = { datasource: 'Warehouse', targets: [{ refId: 'A', ...query }] }
  const { json, otherDataSources } = normal({ title: 'A', panels: [panel] })
  expect(json.panels).toEqual([panel])
  expect(otherDataSources).toEqual(['Warehouse'])
})

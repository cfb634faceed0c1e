import type { AlloyBlock } from '../../formats/alloy.ts'
import { get, items, scalarText, type Table, type Tree } from '../../formats/tree.ts'

/**
 * The jobs of a configuration of Grafana Alloy, in the form that Prometheus has them: a block `prometheus.scrape` has the keys of
 * a job, except for its targets and for the rules that change its metrics, which are in blocks of their own.
 */
export function alloyJobs(blocks: readonly AlloyBlock[]): Tree[] {
  const named: Blocks = new Map(blocks.map((block) => [`${block.name}.${block.label}`, block]))
  return blocks.filter(({ name }) => name === 'prometheus.scrape').map((block) => jobOf(block, named))
}

type Blocks = ReadonlyMap<string, AlloyBlock>

/** Attributes that another form stands for, and those that change nothing that is scraped. */
const LEFT_OUT: readonly string[] = ['targets', 'forward_to', 'clustering']

function jobOf({ label, at, attributes, blocks }: AlloyBlock, named: Blocks): Table {
  const inner = blocks.map((block): [string, Tree] => [block.name, block.attributes])
  const own = [...attributes.entries, ...inner].filter(([key]) => !LEFT_OUT.includes(key))
  const found = parts(get(attributes, 'targets'), { named, depth: 0 })
  const rules = items(get(attributes, 'forward_to')).flatMap((to) => rulesOf(to, named))
  const path = pathOf(found)
  return table(at, [
    ['job_name', { kind: 'value', at, value: label ?? '', text: label ?? '' }],
    ...(path ? [['metrics_path', path] as const] : []),
    ...own,
    ...lists(at, found),
    ...lists(
      at,
      rules.map((rule) => ['metric_relabel_configs', rule]),
    ),
  ])
}

const table = (at: Table['at'], entries: Iterable<readonly [string, Tree]>): Table => ({
  kind: 'table',
  at,
  entries: new Map(entries),
})

type Part = readonly [key: string, value: Tree]

/** Parts with the same key as one list. */
const lists = (at: Table['at'], found: readonly Part[]): Part[] =>
  [...Map.groupBy(found, ([key]) => key)].map(([key, same]) => [
    key,
    { kind: 'list', at: same[0]?.[1].at ?? at, items: same.map(([, value]) => value) },
  ])

/** Where the targets of a job come from, by the keys that a job of Prometheus has for it. */
function parts(node: Tree | undefined, { named, depth }: { named: Blocks; depth: number }): Part[] {
  if (!node || depth > MAX_DEPTH) return []
  if (node.kind === 'list') return node.items.flatMap((one) => parts(one, { named, depth: depth + 1 }))
  if (node.kind === 'table') return [['static_configs', staticConfig(node)]]
  const component = /^(.+)\.(?:targets|output)$/.exec(node.text)?.[1] ?? ''
  const block = named.get(component)
  if (block?.name === 'discovery.dns') return [['dns_sd_configs', block.attributes]]
  if (block?.name === 'discovery.relabel')
    return [
      ...parts(get(block.attributes, 'targets'), { named, depth: depth + 1 }),
      ...block.blocks.map((rule): Part => ['relabel_configs', rule.attributes]),
    ]
  // Any other source is not one of a service: it is named in the note.
  return [[component === '' ? 'targets' : component.replace(/\.[^.]*$/, ''), node]]
}

/** References may lead in a circle. */
const MAX_DEPTH = 10

function staticConfig({ at, entries }: Table): Tree {
  const address = entries.get('__address__')
  const labels = [...entries].filter(([name]) => name !== '__address__' && name !== '__metrics_path__')
  return table(at, [
    ['targets', { kind: 'list', at, items: address ? [address] : [] }],
    ['labels', table(at, labels)],
    ...[...entries].filter(([name]) => name === '__metrics_path__'),
  ])
}

/** The path that all static targets have as a label. */
function pathOf(found: readonly Part[]): Tree | undefined {
  const paths = found.flatMap(([key, value]) =>
    key === 'static_configs' ? [get(value, '__metrics_path__')] : [],
  )
  return new Set(paths.map(scalarText)).size === 1 ? paths[0] : undefined
}

/** The rules of a `prometheus.relabel` that the samples are sent to. */
function rulesOf(to: Tree, named: Blocks): Tree[] {
  const component = to.kind === 'value' ? to.text.replace(/\.receiver$/, '') : ''
  const block = named.get(component)
  return block?.name === 'prometheus.relabel' ? block.blocks.map(({ attributes }) => attributes) : []
}

import { get, items, type Table, type Tree, textOf } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import { relabelRule } from './relabel.ts'
import { isNothing, type Report } from './visit.ts'

/** What Prometheus refuses of where samples are written to or read from. */
export function remotes(root: Table, report: Report): void {
  for (const kind of ['remote_write', 'remote_read']) {
    const names = new Set<string>()
    for (const remote of items(get(root, kind)))
      if (remote.kind === 'table') remoteConfig(remote, { kind, names }, report)
  }
}

function remoteConfig(
  node: Table,
  { kind, names }: { kind: string; names: Set<string> },
  report: Report,
): void {
  const url = get(node, 'url')
  if (!url || isNothing(url))
    report(
      'prometheus/remote-url',
      node.at,
      `An entry of ${kind} has no url.`,
      'Add it, or remove the entry.',
    )
  const name = get(node, 'name')
  const text = textOf(name) ?? ''
  if (name && text !== '' && names.has(text))
    report('prometheus/shape', name.at, `The name ${quoted(text)} is there twice in ${kind}.`, 'Rename one.')
  names.add(text)
  headers(get(node, 'headers'), report)
  if (kind === 'remote_write') queue(get(node, 'queue_config'), report)
  for (const rule of items(get(node, 'write_relabel_configs'))) relabelRule(rule, report)
}

/** Prometheus sets these itself. */
const RESERVED = new Set([
  'authorization',
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
])

function headers(node: Tree | undefined, report: Report): void {
  for (const [name, value] of node?.kind === 'table' ? node.entries : [])
    if (RESERVED.has(name.toLowerCase()))
      report(
        'prometheus/shape',
        value.at,
        `The header ${quoted(name)} is set by Prometheus itself.`,
        name.toLowerCase() === 'authorization' ? 'Use basic_auth or authorization.' : 'Remove it.',
      )
}

const POSITIVE = ['max_shards', 'min_shards', 'max_samples_per_send', 'capacity']

function queue(node: Tree | undefined, report: Report): void {
  const number = (key: string, usual: number) => Number(textOf(get(node, key)) ?? usual)
  const wrong = POSITIVE.filter((key) => number(key, 1) <= 0)
  const at = get(node, wrong[0] ?? 'min_shards')?.at
  if (!at) return
  if (wrong.length > 0)
    report('prometheus/shape', at, `queue_config: ${list(wrong)} must be more than 0.`, 'Leave it out.')
  else if (number('min_shards', 1) > number('max_shards', 50))
    report('prometheus/shape', at, 'queue_config: min_shards is more than max_shards.', 'Make it smaller.')
}

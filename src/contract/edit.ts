import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { DeclaredMetric } from '../config/declared-metrics.ts'

/** Changes of the contract of one service. */
export interface ContractEdit {
  /** The place of the service in `services`. */
  service: number
  add: readonly DeclaredMetric[]
  retype: readonly Pick<DeclaredMetric, 'name' | 'type'>[]
  relabel: readonly Pick<DeclaredMetric, 'name' | 'labels'>[]
}

/**
 * The configuration with changed contracts. Only the changed places differ: comments, quotes and order stay. Undefined
 * when a contract is not written out in its place, for example with an alias.
 */
export function editContracts(text: string, edits: readonly ContractEdit[]): string | undefined {
  const document = parseDocument(text, { uniqueKeys: false })
  const services = document.get('services')
  const splices: Splice[] = []
  for (const edit of edits) {
    const service = isSeq(services) ? services.items[edit.service] : undefined
    if (!isMap(service)) return undefined
    const found = splicesOf(text, service as YAMLMap, edit)
    if (!found) return undefined
    splices.push(...found)
  }
  return apply(text, splices)
}

/** Replaces the characters from `start` to before `end`. */
interface Splice {
  start: number
  end: number
  text: string
}

function apply(text: string, splices: readonly Splice[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  let result = text
  for (const { start, end, text: fresh } of splices.toReversed().toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + fresh.replaceAll('\n', newline) + result.slice(end)
  return result
}

function splicesOf(text: string, service: YAMLMap, edit: ContractEdit): Splice[] | undefined {
  const pair = pairOf(service, 'metrics')
  if (!pair) return edit.add.length === 0 ? [] : newContract(text, service, edit.add)
  const contract = pair.value
  if (!isMap(contract)) return undefined
  const changes = [
    ...edit.retype.map(({ name, type }) => replaced(nodeOf(contract, name, 'type'), type)),
    ...edit.relabel.map(({ name, labels }) => replaced(nodeOf(contract, name, 'labels'), list(labels))),
  ]
  if (changes.includes(undefined)) return undefined
  const added = edit.add.length === 0 ? [] : addition(text, contract, edit.add.map(entryText))
  return [...changes.filter((change) => change !== undefined), ...added]
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)

/** The value of a key of an entry; the short form of an entry is its type. */
function nodeOf(contract: YAMLMap, name: string, key: 'type' | 'labels'): unknown {
  const entry = pairOf(contract, name)?.value
  if (isMap(entry)) return pairOf(entry as YAMLMap, key)?.value
  return key === 'type' ? entry : undefined
}

function replaced(node: unknown, text: string): Splice | undefined {
  const range = isScalar(node) || isSeq(node) ? node.range : undefined
  return range ? { start: range[0], end: range[1], text } : undefined
}

/** A contract for a service without one, after its last key. */
function newContract(text: string, service: YAMLMap, metrics: readonly DeclaredMetric[]): Splice[] {
  const entries = metrics.map(entryText)
  if (service.flow) return addition(text, service, [`metrics: { ${entries.join(', ')} }`])
  const indent = indentOf(text, service)
  return addition(text, service, [['metrics:', ...entries.map((entry) => `${indent}  ${entry}`)].join('\n')])
}

/** Adds entries at the end of a map, in its own style. */
function addition(text: string, map: YAMLMap, entries: readonly string[]): Splice[] {
  const [start, end] = map.range ?? [0, 0]
  const last = map.items.at(-1)?.value as { range?: [number, number, number] } | undefined
  if (map.flow) {
    const rest = text.slice(last?.range?.[1] ?? start + 1, end - 1)
    const hasComma = map.items.length === 0 || rest.replaceAll(/#[^\n]*/g, '').includes(',')
    const closing = start + text.slice(start, end - 1).trimEnd().length
    const comma = { start: last?.range?.[1] ?? closing, end: last?.range?.[1] ?? closing, text: ',' }
    // What follows a comment on its line would belong to the comment.
    const isComment = /#[^\n]*\n\s*$/.test(rest)
    const fresh = isComment ? `\n${indentOf(text, map)}${entries.join(', ')}` : ` ${entries.join(', ')} `
    const added = { start: closing, end: isComment ? closing : end - 1, text: fresh }
    return hasComma ? [added] : [comma, added]
  }
  const indent = indentOf(text, map)
  const at = endOfLine(text, last?.range?.[1] ?? end)
  return [{ start: at, end: at, text: entries.map((entry) => `\n${indent}${entry}`).join('') }]
}

/** The spaces before the keys of a block map. */
function indentOf(text: string, map: YAMLMap): string {
  const first = (map.items[0]?.key as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0
  const column = first - (text.lastIndexOf('\n', first - 1) + 1)
  return ' '.repeat(column)
}

function endOfLine(text: string, from: number): number {
  const next = text.indexOf('\n', text[from - 1] === '\n' ? from - 1 : from)
  const end = next < 0 ? text.length : next
  return text[end - 1] === '\r' ? end - 1 : end
}

/** An entry as the file has it: the short form where nothing but the type is declared. */
export function entryText({ name, type, expect, labels }: DeclaredMetric): string {
  const key = word(name)
  if (expect === 'always' && labels.length === 0) return `${key}: ${type}`
  const more = [
    ...(expect === 'always' ? [] : [`expect: ${expect}`]),
    ...(labels.length === 0 ? [] : [`labels: ${list(labels)}`]),
  ]
  return `${key}: { type: ${type}, ${more.join(', ')} }`
}

const list = (labels: readonly string[]): string => `[${labels.map(word).join(', ')}]`

/** Words that a version of YAML reads as something else are quoted. */
const word = (name: string): string =>
  /^[a-zA-Z_](?:[\w.:]*\w)?$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name)
    ? name
    : JSON.stringify(name)

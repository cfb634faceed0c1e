import type { Place, Table, Tree, Value } from '../../formats/tree.ts'
import { textOf } from '../../formats/tree.ts'
import { didYouMean } from '../../lib/did-you-mean.ts'
import { parseDuration } from '../../lib/duration.ts'
import { patternFault } from '../../lib/promql/text.ts'
import { quoted } from '../../lib/quote.ts'
import type { PrometheusVersion } from '../../render/version.ts'
import type { Code } from '../catalog.ts'
import { authorization } from './authorization.ts'
import { OTHER_DISCOVERY, type Scalar, type Shape, type Shapes, SINCE_3 } from './shape.ts'

export type Report = (code: Code, at: Place, message: string, hint: string) => void

interface Visit {
  version: PrometheusVersion
  report: Report
  path: string
}

export const isNothing = (node: Tree): boolean => node.kind === 'value' && node.value === null

function visit(node: Tree, shape: Shape, about: Visit): void {
  if (shape === 'any' || isNothing(node)) return
  if (shape === 'texts') visitList(node, 'text', about)
  else if (shape === 'globs') visitGlobs(node, about)
  else if (typeof shape === 'string') scalar(node, shape, about)
  else if ('one' in shape) oneOf(node, shape, about)
  else if ('list' in shape) visitList(node, shape.list, about)
  else if (node.kind !== 'table') wrongShape(node, 'a map', about)
  else if ('map' in shape) for (const value of node.entries.values()) visit(value, shape.map, about)
  else visitTable(node, shape.table, about)
}

function visitList(node: Tree, shape: Shape, about: Visit): void {
  if (node.kind !== 'list') {
    wrongShape(node, 'a list', about)
    return
  }
  const tables = typeof shape === 'object' && 'table' in shape
  for (const item of node.items)
    if (tables && isNothing(item))
      about.report('prometheus/shape', item.at, `An entry of ${about.path} is empty.`, 'Remove it.')
    else visit(item, shape, about)
}

/** Reports every unknown key and every value of the wrong type. */
export function visitTable(table: Table, shapes: Shapes, about: Visit): void {
  if ('basic_auth' in shapes) authorization(table, about.report)
  for (const [key, value] of table.entries) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    const path = about.path ? `${about.path}.${key}` : key
    const isOld = about.version.major < 3
    if ((!shape && !isOtherDiscovery(key, shapes)) || (isOld && SINCE_3.has(key)))
      about.report(
        'prometheus/unknown-key',
        value.at,
        ...unknownKey({ key, path, known: !!shape, shapes }, about),
      )
    else if (shape) visit(value, shape, { ...about, path })
  }
}

function unknownKey(
  { key, path, known, shapes }: { key: string; path: string; known: boolean; shapes: Shapes },
  { version }: Visit,
): [message: string, hint: string] {
  const names = [...Object.keys(shapes), ...('static_configs' in shapes ? OTHER_DISCOVERY : [])]
  return [
    known
      ? `Prometheus ${version.major}.${version.minor} does not know ${path}.`
      : `Prometheus does not know ${path}.`,
    didYouMean(
      key,
      names.filter((name) => name !== key),
    ) ?? 'Remove it: Prometheus refuses the whole file.',
  ]
}

/** A newer Prometheus may know kinds that are not known here; what is nearly one of those that are is a mistake. */
function isOtherDiscovery(key: string, shapes: Shapes): boolean {
  const [kind] = /^.+(?=_sd_configs$)/.exec(key) ?? []
  if (kind === undefined || !('static_configs' in shapes)) return false
  const known = [...Object.keys(shapes), ...OTHER_DISCOVERY].map((name) => name.replace('_sd_configs', ''))
  return known.includes(kind) || didYouMean(kind, known) === undefined
}

function wrongShape(node: Tree, wanted: string, { report, path }: Visit): void {
  const given = node.kind === 'value' ? quoted(node.value) : node.kind === 'list' ? 'a list' : 'a map'
  report('prometheus/shape', node.at, `${path} is ${given}.`, `It must be ${wanted}${HOW[wanted] ?? ''}.`)
}

const HOW: Readonly<Record<string, string>> = {
  'a list': ': start each entry with "- "',
  'a map': ': write "key: value" pairs below it',
}

const WANTED: Record<Exclude<Scalar, 'duration' | 'regex'>, string> = {
  text: 'a text',
  flag: 'true or false',
  whole: 'a whole number from 0 on, without quotes',
  number: 'a number, without quotes',
  bytes: 'a size such as 10MB',
}

function scalar(node: Tree, shape: Scalar, about: Visit): void {
  if (shape === 'duration') duration(node, about)
  else if (shape === 'regex') regex(node, about)
  else if (node.kind !== 'value' || !FITS[shape](node)) wrongShape(node, WANTED[shape], about)
}

const FITS: Record<Exclude<Scalar, 'duration' | 'regex'>, (node: Value) => boolean> = {
  text: () => true,
  // Go's YAML takes the flags of YAML 1.1.
  flag: ({ value, text }) => typeof value === 'boolean' || /^(?:y|n|yes|no|on|off)$/i.test(text),
  whole: ({ value }) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  number: ({ value }) => typeof value === 'number',
  bytes: ({ text }) => /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i?)?B)+)$/.test(text),
}

function oneOf(node: Tree, { one, since3 }: { one: readonly string[]; since3?: true }, about: Visit): void {
  const text = textOf(node) ?? ''
  if (one.includes(text) || (since3 && about.version.major < 3)) return
  about.report(
    'prometheus/shape',
    node.at,
    `${about.path} cannot be ${quoted(text)}.`,
    one.length === 1 ? `Use ${one[0]}.` : `Use one of: ${one.join(', ')}.`,
  )
}

function visitGlobs(node: Tree, about: Visit): void {
  visitList(node, 'text', about)
  for (const item of node.kind === 'list' ? node.items : []) {
    const path = textOf(item) ?? ''
    if (!/^[^*]*(?:\*[^/]*)?$/.test(path))
      about.report(
        'prometheus/shape',
        item.at,
        `${about.path} has ${quoted(path)}: wildcards are for the last part of a path.`,
        'Name the folders one by one.',
      )
  }
}

function duration(node: Tree, { report, path }: Visit): void {
  const text = textOf(node)
  if (text !== undefined && (text === '0' || parseDuration(text) !== undefined)) return
  report(
    'prometheus/duration',
    node.at,
    `${path} is ${quoted(text ?? 'no text')}, which is no duration.`,
    'Use a duration such as 15s or 1m30s.',
  )
}

function regex(node: Tree, { report, path }: Visit): void {
  const fault = patternFault(textOf(node) ?? '')
  if (fault)
    report('prometheus/regex', node.at, `${path}: ${fault}.`, 'Prometheus uses RE2, without look-around.')
}

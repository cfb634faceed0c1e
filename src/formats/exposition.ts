/**
 * Reads a page of metrics: Prometheus' text format and OpenMetrics, as far as names, types and labels are concerned.
 * https://prometheus.io/docs/instrumenting/exposition_formats
 */

import { familyOfSeries, isStoredName } from './metric-types.ts'
import { isOpenMetrics, openMetricsFault } from './open-metrics.ts'

/** A metric under the name that Prometheus stores: of a counter with `_total`, of a histogram without `_bucket`. */
export interface ExposedMetric {
  name: string
  /** From its `# TYPE` line, in lower case; undefined without one. */
  type: string | undefined
  /**
   * Names of the labels that every one of its series has, sorted; without those that belong to the type (`le`,
   * `quantile`), and those with an empty value, which Prometheus does not store.
   */
  labels: readonly string[]
  /** Number of series with different labels, not counting buckets and quantiles. */
  series: number
  /** The label with most different values, and how many; undefined without labels. */
  widest: { label: string; values: number } | undefined
}

export interface Exposition {
  /** In the order of the page. */
  metrics: readonly ExposedMetric[]
  /** Number of lines with a sample. */
  samples: number
  /** Lines that are not in the format, from 1. */
  faults: readonly { line: number; message: string }[]
}

/** Samples and type of a metric while the page is read. */
interface Family {
  name: string
  type: string | undefined
  values: Map<string, Set<string>>
  /** Labels that all series so far have; undefined before the first one. */
  common: Set<string> | undefined
  series: Set<string>
}

/**
 * Reads a page. Linear in its length. The faults are those for which Prometheus 3 refuses a page (its parsers in
 * model/textparse). Without a `contentType`, OpenMetrics is recognised by its last line.
 */
export function readExposition(text: string, contentType?: string): Exposition {
  const faults: { line: number; message: string }[] = []
  const samples: ExposedSample[] = []
  const format = formatOf(text, contentType)
  const lines = text.split('\n')
  const last = format === OPEN_METRICS ? lines.findIndex(isOpenMetrics) : -1
  // A file may have empty lines at its end that its page did not have.
  const end = last === -1 ? lines.length : last + 1
  for (const [i, line] of lines.entries()) {
    if (line === '' && (i >= end || i === lines.length - 1)) continue
    const read = i < end ? readLine(line, format) : 'It is behind the end of the page, # EOF.'
    if (typeof read === 'string') faults.push({ line: i + 1, message: read })
    else if (read) samples.push(read)
  }
  if (format === OPEN_METRICS && last === -1) faults.push({ line: lines.length, message: NO_END })
  return { ...summariseSamples(typesOf(text), samples), faults }
}

/**
 * The metrics of samples. `types`: from the `# TYPE` lines, by the name in them, as Prometheus also returns them as
 * metadata.
 */
export function summariseSamples(
  types: ReadonlyMap<string, string>,
  samples: readonly ExposedSample[],
): Pick<Exposition, 'metrics' | 'samples'> {
  const families = new Map<string, Family>()
  for (const sample of samples) addSample(families, types, sample)
  for (const [name, type] of types)
    if (!hasFamily(families, name)) families.set(name, emptyFamily(name, type))
  return { metrics: [...families.values()].map(asMetric), samples: samples.length }
}

interface Format {
  /** What follows the name and the labels of a sample. */
  value: RegExp
}

const NUMBER = String.raw`(?:[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?)|nan)`

/** A value, and a timestamp in milliseconds. */
const TEXT_FORMAT: Format = {
  value: new RegExp(String.raw`^[ \t]*${NUMBER}(?:[ \t]+\d+)?$`, 'i'),
}

/** A value, a timestamp in seconds, and an exemplar after `#`. */
const OPEN_METRICS: Format = {
  value: new RegExp(String.raw`^[ \t]+${NUMBER}(?:[ \t]+[+-]?[\d.e+-]+)?(?:[ \t]+#.*)?$`, 'i'),
}

function formatOf(text: string, contentType: string | undefined): Format {
  if (/^\s*application\/openmetrics-text\b/i.test(contentType ?? '')) return OPEN_METRICS
  return isOpenMetrics(text) && contentType === undefined ? OPEN_METRICS : TEXT_FORMAT
}

const NO_END = 'OpenMetrics ends with the line # EOF: the page is not complete.'

const TYPES: readonly string[] = ['counter', 'gauge', 'histogram', 'summary', 'untyped']

/** The type is everything behind exactly one character, where the name ends. */
const TYPE_LINE = /^#[ \t]+TYPE[ \t]+(?:"(?:[^"\\]|\\.)*"|[a-zA-Z_:][\w:]*|[^ \t]*)(?:.(.*))?$/

/** A sample, what is wrong with the line, or undefined for a line without a sample. */
function readLine(line: string, format: Format): ExposedSample | string | undefined {
  if (line.endsWith('\r')) return 'It ends with CR LF; only LF is a line break in this format.'
  const text = line.replace(/^[ \t]+/, '')
  const isSample = text.trim() !== '' && !text.startsWith('#')
  const sample = isSample ? readSample(text.trimEnd(), format.value) : undefined
  if (typeof sample === 'string') return sample
  if (format === OPEN_METRICS) return openMetricsFault(line) ?? sample
  const [typeLine, type = ''] = TYPE_LINE.exec(text) ?? []
  return typeLine === undefined || TYPES.includes(type) ? sample : 'Its type is not one of this format.'
}

function typesOf(text: string): Map<string, string> {
  const lines = text.matchAll(/^[ \t]*#[ \t]+TYPE[ \t]+("(?:[^"\\\n]|\\.)*"|\S+)[ \t]+(\S+)/gm)
  return new Map([...lines].map(([, name = '', type = '']) => [unquoted(name), type.toLowerCase()]))
}

/** A type line alone announces a metric; one of OpenMetrics announces it without the suffix. */
const hasFamily = (families: ReadonlyMap<string, Family>, name: string): boolean =>
  families.has(name) || families.has(`${name}_total`) || families.has(`${name}_info`)

const emptyFamily = (name: string, type: string | undefined): Family => ({
  name,
  type,
  values: new Map(),
  common: undefined,
  series: new Set(),
})

/** A line with a value, or a series. */
export interface ExposedSample {
  name: string
  labels: readonly (readonly [string, string])[]
}

function addSample(
  families: Map<string, Family>,
  types: ReadonlyMap<string, string>,
  sample: ExposedSample,
): void {
  const { name, type } = familyOf(sample.name, types)
  if (name === undefined) return
  const family = families.get(name) ?? emptyFamily(name, type)
  families.set(name, family)
  const own = sample.labels.filter(([label, value]) => value !== '' && !isOfType(label, type))
  for (const [label, value] of own) {
    const values = family.values.get(label) ?? new Set()
    family.values.set(label, values.add(value))
  }
  const labels = new Set(own.map(([label]) => label))
  for (const label of family.common ?? []) if (!labels.has(label)) family.common?.delete(label)
  family.common ??= labels
  family.series.add(JSON.stringify(own))
}

const isOfType = (label: string, type: string | undefined): boolean =>
  (label === 'le' && (type === 'histogram' || type === 'gaugehistogram')) ||
  (label === 'quantile' && type === 'summary')

/** The metric of a sample; the time at which another one was created is not a metric. */
function familyOf(
  sample: string,
  types: ReadonlyMap<string, string>,
): { name: string | undefined; type: string | undefined } {
  const found = familyOfSeries(sample, types)
  if (!found) return { name: sample, type: undefined }
  const { family, type, part } = found
  return { name: part === '_created' ? undefined : isStoredName(part) ? sample : family, type }
}

function asMetric({ name, type, values, common, series }: Family): ExposedMetric {
  const wide = [...values].toSorted(([, a], [, b]) => b.size - a.size)[0]
  return {
    name,
    type,
    labels: [...(common ?? [])].toSorted(),
    series: series.size,
    widest: wide && { label: wide[0], values: wide[1].size },
  }
}

const NAME = /[a-zA-Z_:][\w:]*/y
const LABEL =
  /[ \t]*(?:([a-zA-Z_][\w]*)|("(?:[^"\\]|\\.)*"))[ \t]*(?:=[ \t]*("(?:[^"\\]|\\.)*")[ \t]*)?(?:,[ \t]*)?/y

/** A sample of a line without white space around it, or what is wrong with it. `rest`: what follows the labels. */
function readSample(line: string, rest: RegExp): ExposedSample | string {
  NAME.lastIndex = 0
  const plain = NAME.exec(line)?.[0] ?? ''
  const brace = plain.length + (/^[ \t]*(?=\{)/.exec(line.slice(plain.length))?.[0].length ?? 0)
  const braces = line[brace] === '{' ? readLabels(line, brace + 1) : { end: plain.length, labels: [] }
  if (!braces) return 'The labels are not valid.'
  const name = plain || (braces.name ?? '')
  if (name === '') return 'The line does not begin with the name of a metric.'
  const names = braces.labels.map(([label]) => label)
  if (new Set(names).size < names.length) return 'Two labels have the same name.'
  if (!rest.test(line.slice(braces.end))) return 'The value or the timestamp is not valid.'
  return { name, labels: braces.labels }
}

interface Braces {
  /** Prometheus 3 writes a name with dots in quotes, in the braces. */
  name?: string
  labels: (readonly [string, string])[]
  /** Behind the closing brace. */
  end: number
}

/** The labels from behind an opening brace to the closing one; undefined when they are not valid. */
function readLabels(line: string, from: number): Braces | undefined {
  const found: Braces = { labels: [], end: from + (/^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0) }
  while (line[found.end] !== '}') {
    LABEL.lastIndex = found.end
    const [all, plain, quoted, value] = LABEL.exec(line) ?? []
    if (all === undefined || (value === undefined && quoted === undefined)) return undefined
    if (value === undefined) found.name ??= unquoted(quoted ?? '')
    else found.labels.push([plain ?? unquoted(quoted ?? ''), value.slice(1, -1)])
    found.end += all.length
  }
  found.end++
  return found
}

const unquoted = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)) : name

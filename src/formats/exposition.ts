/**
 * Reads a page of metrics: Prometheus' text format and OpenMetrics, as far as names, types and labels are concerned.
 * https://prometheus.io/docs/instrumenting/exposition_formats
 */

import { familyOfSeries, isStoredName } from './metric-types.ts'

/** A metric under the name that Prometheus stores: of a counter with `_total`, of a histogram without `_bucket`. */
export interface ExposedMetric {
  name: string
  /** From its `# TYPE` line, in lower case; undefined without one. */
  type: string | undefined
  /** Names of the labels of all its series, without those that belong to the type (`le`, `quantile`), sorted. */
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
  series: Set<string>
}

/** Reads a page. Linear in its length. */
export function readExposition(text: string): Exposition {
  const faults: { line: number; message: string }[] = []
  const samples: ExposedSample[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const sample = readSample(trimmed)
    if (typeof sample === 'string') faults.push({ line: i + 1, message: sample })
    else samples.push(sample)
  }
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
  const own = sample.labels.filter(([label]) => !isOfType(label, type))
  for (const [label, value] of own) {
    const values = family.values.get(label) ?? new Set()
    family.values.set(label, values.add(value))
  }
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

function asMetric({ name, type, values, series }: Family): ExposedMetric {
  const wide = [...values].toSorted(([, a], [, b]) => b.size - a.size)[0]
  return {
    name,
    type,
    labels: [...values.keys()].toSorted(),
    series: series.size,
    widest: wide && { label: wide[0], values: wide[1].size },
  }
}

const NAME = /[a-zA-Z_:][\w:]*/y
const LABEL =
  /[ \t]*(?:([a-zA-Z_][\w]*)|("(?:[^"\\]|\\.)*"))[ \t]*(?:=[ \t]*("(?:[^"\\]|\\.)*")[ \t]*)?(?:,[ \t]*|(?=\}))/y
/** A value, and what may follow: a timestamp, and an exemplar after `#`. */
const VALUE =
  /^[ \t]+(?:[+-]?(?:\d[\w.+-]*|\.\d[\w.+-]*|inf(?:inity)?)|nan)(?:[ \t]+[+-]?[\d.eE+-]+)?(?:[ \t]+#.*)?$/i

/** A sample of a line without white space around it, or what is wrong with it. */
function readSample(line: string): ExposedSample | string {
  NAME.lastIndex = 0
  const plain = NAME.exec(line)?.[0] ?? ''
  const brace = plain.length + (/^[ \t]*(?=\{)/.exec(line.slice(plain.length))?.[0].length ?? 0)
  const braces = line[brace] === '{' ? readLabels(line, brace + 1) : { end: plain.length, labels: [] }
  if (!braces) return 'The labels are not valid.'
  const name = plain || (braces.name ?? '')
  if (name === '') return 'The line does not begin with the name of a metric.'
  if (!VALUE.test(line.slice(braces.end).replace(/^(?=\S)/, ' '))) return 'The value is not a number.'
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
    else found.labels.push([plain ?? unquoted(quoted ?? ''), value])
    found.end += all.length
  }
  found.end++
  return found
}

const unquoted = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)) : name

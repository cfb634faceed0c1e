import {
  expandGrafana,
  references,
  type Variables,
  type VariableValue,
} from '../../../formats/promql/grafana-variables.ts'
import type { Selector } from '../../../formats/promql/types.ts'
import {
  isJsonObject,
  type JsonObject,
  jsonOrUndefined,
  objectsIn,
  stringIn,
} from '../../../lib/json-value.ts'
import { oneLine } from '../../../lib/text.ts'
import { dataSourceUse } from '../data-source.ts'
import type { WrittenDashboard } from '../panel-queries.ts'
import { intervalValue } from './interval.ts'
import { type AskOptions, type OptionsAnswer, seriesOfOptions } from './options.ts'
import { applyVariableRegex, sortOptions, type VariableOption } from './regex.ts'

/** Why a variable has no value. */
export interface VariableGap {
  /**
   * `empty`: Grafana has none either. `unknown`: only Grafana can know it. `unanswered`: there was no answer, a later one
   * is possible.
   */
  kind: 'empty' | 'unknown' | 'unanswered'
  /** As a sentence that names the variable. */
  why: string
  /** Series that the variable's query needs: when they may be absent, so may the value. */
  series: readonly Selector[]
}

export interface ResolvedVariables {
  values: Variables
  gaps: ReadonlyMap<string, VariableGap>
  /** The single values of each variable, for panels that are repeated for each one. */
  each: ReadonlyMap<string, readonly string[]>
}

/** What the value of one variable was resolved to. */
interface Resolved {
  value?: VariableValue
  each?: readonly string[]
  gap?: VariableGap
}

export interface ResolveContext {
  ask: AskOptions
  /** Grafana's macros, which the queries of variables may contain. */
  macros: Variables
  /** Length of the dashboard's time range in milliseconds. */
  rangeMs: number
}

/**
 * The values that a viewer gets when opening the dashboard. A variable is resolved after those that its query or `regex`
 * mentions, in whatever order they are listed.
 */
export async function resolveVariables(
  dashboard: WrittenDashboard,
  context: ResolveContext,
): Promise<ResolvedVariables> {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const templating = isJsonObject(json.templating) ? json.templating : {}
  const variables = new Map(objectsIn(templating.list).map((one) => [stringIn(one.name), one]))
  const resolved = new Map<string, Promise<Resolved>>()
  for (const name of inOrder(variables)) {
    const variable = variables.get(name)
    if (!variable) continue
    // In a circle, a variable that comes later is not waited for: its reference stays unchanged.
    const needed = usedIn(variable).map((other) => [other, resolved.get(other)] as const)
    const resolve = async () => {
      const known = await valuesOf(needed, context.macros)
      return variableValue({ name, variable, json, uid: dashboard.dataSourceUid }, known, context)
    }
    resolved.set(name, resolve())
  }
  const all = await Promise.all([...resolved].map(async ([name, value]) => [name, await value] as const))
  return {
    values: Object.fromEntries(
      all.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
    gaps: new Map(all.flatMap(([name, { gap }]) => (gap ? [[name, gap] as const] : []))),
    each: new Map(all.flatMap(([name, { each }]) => (each ? [[name, each] as const] : []))),
  }
}

/** The names of variables that the query and the `regex` of a variable mention. */
const usedIn = (variable: JsonObject): string[] =>
  [queryTextOf(variable), stringIn(variable.regex)].flatMap((text) =>
    references(text).map(({ name }) => name),
  )

const queryTextOf = ({ query }: JsonObject): string =>
  isJsonObject(query) ? stringIn(query.query) : stringIn(query)

/** The names of all variables, each after those that it mentions; in a circle the first one comes last. */
function inOrder(variables: ReadonlyMap<string, JsonObject>): string[] {
  const order = new Set<string>()
  const visited = new Set<string>()
  const visit = (name: string) => {
    const variable = variables.get(name)
    if (!variable || visited.has(name)) return
    visited.add(name)
    for (const other of usedIn(variable)) visit(other)
    order.add(name)
  }
  for (const name of variables.keys()) visit(name)
  return [...order]
}

/** The values of these variables and the macros; `gap` is the first variable without a value. */
async function valuesOf(
  needed: readonly (readonly [string, Promise<Resolved> | undefined])[],
  macros: Variables,
): Promise<{ values: Variables; gap: VariableGap | undefined }> {
  const found = await Promise.all(needed.map(async ([name, one]) => [name, await one] as const))
  const values = found.flatMap(([name, one]) =>
    one?.value === undefined ? [] : [[name, one.value] as const],
  )
  return {
    values: { ...macros, ...Object.fromEntries(values) },
    gap: found.find(([, one]) => one?.gap)?.[1]?.gap,
  }
}

interface Asked {
  name: string
  variable: JsonObject
  json: JsonObject
  /** The data source of the deployment. */
  uid: string | undefined
}

type Known = Awaited<ReturnType<typeof valuesOf>>

async function variableValue(asked: Asked, known: Known, context: ResolveContext): Promise<Resolved> {
  const { variable } = asked
  const query = expandGrafana(queryTextOf(variable), known.values).query
  switch (variable.type) {
    case 'query':
      return queryVariable(asked, known, context)
    case 'custom':
      return chosen(asked, customOptions(query, variable.valuesFormat), undefined)
    case 'interval':
      return { value: intervalValue(variable, query, context.rangeMs) }
    case 'constant':
      return { value: query }
    case 'textbox':
      return { value: currentOf(variable)[0] ?? query }
    case 'datasource':
      return { value: currentOf(variable)[0] ?? 'default' }
    default: {
      const [current] = currentOf(variable)
      return current === undefined ? {} : { value: current }
    }
  }
}

/** The saved values, not empty ones. */
function currentOf(variable: JsonObject, key: 'value' | 'text' = 'value'): string[] {
  const saved = isJsonObject(variable.current) ? variable.current[key] : undefined
  return [saved].flat().flatMap((one) => {
    const text = typeof one === 'number' || typeof one === 'boolean' ? String(one) : stringIn(one)
    return text === '' ? [] : [text]
  })
}

const ALL = '$__all'

async function queryVariable(asked: Asked, known: Known, context: ResolveContext): Promise<Resolved> {
  const { name, variable, json, uid } = asked
  const text = queryTextOf(variable).trim()
  const use = dataSourceUse(variable.datasource, json, uid)
  const gap = (kind: VariableGap['kind'], why: string, series: readonly Selector[] = []): VariableGap => ({
    ...{ kind, series },
    why: `The variable \`$${oneLine(name, 60)}\` has no value here. ${why}`,
  })
  if (use.kind === 'other') return elsewhere(asked, gap('unknown', use.why))
  if (known.gap && known.gap.kind !== 'empty') return { gap: known.gap }
  const query = expandGrafana(text, known.values).query.trim()
  const quoted = `\`${oneLine(query, 200)}\``
  const answer: OptionsAnswer = query === '' ? { kind: 'answer', value: [] } : await context.ask(query)
  if (answer.kind === 'unanswered') return { gap: gap('unanswered', answer.why) }
  if (answer.kind !== 'answer')
    return chosen(asked, [], gap('empty', `Its query ${quoted} is rejected: ${answer.why}`))
  const regex = expandGrafana(stringIn(variable.regex), known.values).query
  const left = applyVariableRegex(regex, answer.value)
  if (!left.ok) return chosen(asked, [], gap('empty', left.error))
  const why =
    answer.value.length === 0
      ? `Its query ${quoted} returns nothing.`
      : `Its \`regex\` ${oneLine(regex, 100)} matches none of the ${answer.value.length} values of ${quoted}, such as ${oneLine(answer.value[0] ?? '', 60)}.`
  const series = answer.value.length === 0 ? seriesOfOptions(query) : []
  // What is missing in a variable that this one depends on explains more.
  return chosen(asked, sortOptions(left.options, variable.sort), known.gap ?? gap('empty', why, series))
}

/** A variable of another data source: its saved value is what the viewer gets, "All" only with a custom value. */
function elsewhere({ variable }: Asked, gap: VariableGap): Resolved {
  const current = currentOf(variable)
  const all = stringIn(variable.allValue)
  if (current.includes(ALL) || (current.length === 0 && variable.includeAll === true))
    return all === '' ? { gap } : { value: { all } }
  if (current.length === 0) return { gap }
  return isMany(variable) ? { value: current, each: current } : { value: current[0] ?? '' }
}

/** A variable that may have several values is a regular expression even when it has one. */
const isMany = ({ multi, includeAll }: JsonObject): boolean => multi === true || includeAll === true

/**
 * The value among the options: the saved one if it is still an option, else "All" where that is offered, else the first.
 * Without options it is empty, and "All" is nothing.
 */
function chosen(
  { variable }: Asked,
  options: readonly VariableOption[],
  gap: VariableGap | undefined,
): Resolved {
  const values = options.map(({ value }) => value)
  const current = currentOf(variable)
  const still = stillOptions(variable, current, options)
  const takesAll = variable.includeAll === true && (current.includes(ALL) || still.length === 0)
  const missing = values.length === 0 && gap ? { gap } : {}
  if (takesAll) {
    const all = stringIn(variable.allValue)
    return all === '' ? { value: values, each: values, ...missing } : { value: { all }, each: values }
  }
  const some = still.length > 0 ? still : values.slice(0, 1)
  return { value: isMany(variable) ? some : (some[0] ?? ''), each: some, ...missing }
}

/** A single value is also found by its text. */
function stillOptions(
  variable: JsonObject,
  current: readonly string[],
  options: readonly VariableOption[],
): string[] {
  const still = current.filter((value) => options.some((option) => option.value === value))
  if (still.length > 0 || variable.multi === true) return still
  const [text] = currentOf(variable, 'text')
  return options
    .filter((option) => option.text === text)
    .map(({ value }) => value)
    .slice(0, 1)
}

/** `value`, `text : value`, separated by commas, or a list in JSON. */
function customOptions(query: string, format: unknown): VariableOption[] {
  if (format === 'json') return jsonOptions(query)
  return (query.match(/(?:\\,|[^,])+/g) ?? []).map((part) => {
    const option = part.replaceAll('\\,', ',').trim()
    const colon = option.lastIndexOf(' : ')
    return colon > 0
      ? { text: option.slice(0, colon).trim(), value: option.slice(colon + ' : '.length).trim() }
      : { text: option, value: option }
  })
}

function jsonOptions(query: string): VariableOption[] {
  const list = jsonOrUndefined(query)
  return (Array.isArray(list) ? list : []).map((one: unknown) => {
    const { value, text } = isJsonObject(one) ? one : { value: one, text: undefined }
    return { value: String(value).trim(), text: String(text ?? value).trim() }
  })
}

import { expandGrafana, references, type Variables } from '../../../formats/promql/grafana-variables.ts'
import type { Selector } from '../../../formats/promql/types.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../../lib/json-value.ts'
import { oneLine } from '../../../lib/text.ts'
import { dataSourceUse } from '../data-source.ts'
import type { WrittenDashboard } from '../panel-queries.ts'
import { isLost } from '../query-source.ts'
import {
  ALL_VALUES,
  chooseValue,
  customOptions,
  isManyValued,
  type ResolvedVariable,
  savedValues,
  type VariableGap,
} from './choose.ts'
import { intervalValue } from './interval.ts'
import { type AskOptions, type OptionsAnswer, seriesOfOptions } from './options.ts'
import { applyVariableRegex, sortOptions } from './regex.ts'

export interface ResolvedVariables {
  values: Variables
  gaps: ReadonlyMap<string, VariableGap>
  /** The single values of each variable, for panels that are repeated for each one. */
  each: ReadonlyMap<string, readonly string[]>
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
  const resolved = new Map<string, Promise<ResolvedVariable>>()
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
  needed: readonly (readonly [string, Promise<ResolvedVariable> | undefined])[],
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

async function variableValue(asked: Asked, known: Known, context: ResolveContext): Promise<ResolvedVariable> {
  const { variable } = asked
  const query = expandGrafana(queryTextOf(variable), known.values).query
  switch (variable.type) {
    case 'query':
      return queryVariable(asked, known, context)
    case 'custom':
      return chooseValue(variable, customOptions(query, variable.valuesFormat), undefined)
    case 'interval':
      return { value: intervalValue(variable, query, context.rangeMs) }
    case 'constant':
      return { value: query }
    case 'textbox':
      return { value: savedValues(variable)[0] ?? query }
    case 'datasource':
      return { value: savedValues(variable)[0] ?? 'default' }
    default: {
      const [current] = savedValues(variable)
      return current === undefined ? {} : { value: current }
    }
  }
}

async function queryVariable(asked: Asked, known: Known, context: ResolveContext): Promise<ResolvedVariable> {
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
  if (isLost(answer)) return { gap: gap('unanswered', answer.why) }
  if (answer.kind !== 'answer')
    return chooseValue(variable, [], gap('empty', `Its query ${quoted} is rejected: ${answer.why}`))
  const regex = expandGrafana(stringIn(variable.regex), known.values).query
  const left = applyVariableRegex(regex, answer.value)
  if (!left.ok) return chooseValue(variable, [], gap('empty', left.error))
  const why =
    answer.value.length === 0
      ? `Its query ${quoted} returns nothing.`
      : `Its \`regex\` ${oneLine(regex, 100)} matches none of the ${answer.value.length} values of ${quoted}, such as ${oneLine(answer.value[0] ?? '', 60)}.`
  const series = answer.value.length === 0 ? seriesOfOptions(query) : []
  // What is missing in a variable that this one depends on explains more.
  return chooseValue(
    variable,
    sortOptions(left.options, variable.sort),
    known.gap ?? gap('empty', why, series),
  )
}

/** A variable of another data source: its saved value is what the viewer gets, "All" only with a custom value. */
function elsewhere({ variable }: Asked, gap: VariableGap): ResolvedVariable {
  const current = savedValues(variable)
  const all = stringIn(variable.allValue)
  if (current.includes(ALL_VALUES) || (current.length === 0 && variable.includeAll === true))
    return all === '' ? { gap } : { value: { all } }
  if (current.length === 0) return { gap }
  return isManyValued(variable) ? { value: current, each: current } : { value: current[0] ?? '' }
}

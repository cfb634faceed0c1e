import type { VariableValue } from '../../../formats/promql/grafana-variables.ts'
import type { Selector } from '../../../formats/promql/types.ts'
import { isJsonObject, type JsonObject, jsonOrUndefined, stringIn } from '../../../lib/json-value.ts'
import type { VariableOption } from './regex.ts'

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

/** What the value of one variable was resolved to. */
export interface ResolvedVariable {
  value?: VariableValue
  each?: readonly string[]
  gap?: VariableGap
}

/** The saved values, not empty ones. */
export function savedValues(variable: JsonObject, key: 'value' | 'text' = 'value'): string[] {
  const saved = isJsonObject(variable.current) ? variable.current[key] : undefined
  return [saved].flat().flatMap((one) => {
    const text = typeof one === 'number' || typeof one === 'boolean' ? String(one) : stringIn(one)
    return text === '' ? [] : [text]
  })
}

/** The saved value of "All". */
export const ALL_VALUES = '$__all'

/** A variable that may have several values is a regular expression even when it has one. */
export const isManyValued = ({ multi, includeAll }: JsonObject): boolean =>
  multi === true || includeAll === true

/**
 * The value among the options: the saved one if it is still an option, else "All" where that is offered, else the first.
 * Without options it is empty, and "All" is nothing.
 */
export function chooseValue(
  variable: JsonObject,
  options: readonly VariableOption[],
  gap: VariableGap | undefined,
): ResolvedVariable {
  const values = options.map(({ value }) => value)
  const current = savedValues(variable)
  const still = stillOptions(variable, current, options)
  const takesAll = variable.includeAll === true && (current.includes(ALL_VALUES) || still.length === 0)
  const missing = values.length === 0 && gap ? { gap } : {}
  if (takesAll) {
    const all = stringIn(variable.allValue)
    return all === '' ? { value: values, each: values, ...missing } : { value: { all }, each: values }
  }
  const some = still.length > 0 ? still : values.slice(0, 1)
  return { value: isManyValued(variable) ? some : (some[0] ?? ''), each: some, ...missing }
}

/** A single value is also found by its text. */
function stillOptions(
  variable: JsonObject,
  current: readonly string[],
  options: readonly VariableOption[],
): string[] {
  const still = current.filter((value) => options.some((option) => option.value === value))
  if (still.length > 0 || variable.multi === true) return still
  const [text] = savedValues(variable, 'text')
  return options
    .filter((option) => option.text === text)
    .map(({ value }) => value)
    .slice(0, 1)
}

/** `value`, `text : value`, separated by commas, or a list in JSON. */
export function customOptions(query: string, format: unknown): VariableOption[] {
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

import { type GroupedRule, groupedRules } from '../../formats/rule-file.ts'
import { canonicalJson, isJsonObject, stringIn } from '../../lib/json-value.ts'
import { safeLine } from './lines.ts'

/** A rule of a rule file of Prometheus. */
export interface FileRule {
  kind: 'alert' | 'record'
  name: string
  expr: string
  /** In Prometheus' syntax; `0s` where the rule has none. */
  for: string
  labels: unknown
  annotations: unknown
}

/** A rule in one of two states, or in both. */
export interface RuleChange {
  before?: FileRule
  after?: FileRule
}

/** The rules of a rule file; none of a text that is not one. */
export function rulesIn(text: string): FileRule[] {
  return rulesOrNone(text).flatMap(({ rule }): FileRule[] => {
    const kind = rule.alert === undefined ? 'record' : 'alert'
    const name = stringIn(rule[kind])
    const { labels = {}, annotations = {} } = rule
    const expr = String(rule.expr ?? '').trim()
    return name === '' ? [] : [{ kind, name, expr, for: stringIn(rule.for) || '0s', labels, annotations }]
  })
}

function rulesOrNone(text: string): GroupedRule[] {
  try {
    return groupedRules(text)
  } catch {
    return []
  }
}

/** The rules that differ: paired by kind, name and the service that they are about. */
export function ruleChanges(before: readonly FileRule[], after: readonly FileRule[]): RuleChange[] {
  const [old, fresh] = [byKey(before), byKey(after)]
  const keys = [...new Set([...old.keys(), ...fresh.keys()])]
  return keys.flatMap((key): RuleChange[] => {
    const [was, is] = [old.get(key), fresh.get(key)]
    if (was && is && canonicalJson(was) === canonicalJson(is)) return []
    return [{ ...(was && { before: was }), ...(is && { after: is }) }]
  })
}

/** Rules of one name are numbered in their order. */
function byKey(rules: readonly FileRule[]): Map<string, FileRule> {
  const found = new Map<string, FileRule>()
  for (const rule of rules) {
    const service = isJsonObject(rule.labels) ? stringIn(rule.labels.service) : ''
    const key = JSON.stringify([rule.kind, rule.name, service])
    let own = key
    for (let n = 2; found.has(own); n++) own = `${key} ${n}`
    found.set(own, rule)
  }
  return found
}

/** Rules that are added, removed or changed, with what is different in them. */
export const ruleLines = (changes: readonly RuleChange[]): string[] =>
  changes.flatMap(({ before, after }) => {
    if (!before)
      return after ? [safeLine('+', ` ${titleOf(after)}: ${inOneLine(after.expr)}${forOf(after)}`)] : []
    if (!after) return [safeLine('-', ` ${titleOf(before)}`)]
    return [
      safeLine('~', ` ${titleOf(after)}: ${differentParts(before, after)}`),
      ...exprLines(before, after),
    ]
  })

const titleOf = ({ kind, name }: FileRule): string => `${kind} ${name}`

const forOf = (rule: FileRule): string => (rule.kind === 'alert' ? ` for ${rule.for}` : '')

function differentParts(before: FileRule, after: FileRule): string {
  const parts = [
    ...(before.expr === after.expr ? [] : ['expr']),
    ...(before.for === after.for ? [] : [`for ${before.for} → ${after.for}`]),
    ...(['labels', 'annotations'] as const).filter(
      (key) => canonicalJson(before[key]) !== canonicalJson(after[key]),
    ),
  ]
  return parts.join(', ')
}

const exprLines = (before: FileRule, after: FileRule): string[] =>
  before.expr === after.expr
    ? []
    : [safeLine('-', `   ${inOneLine(before.expr)}`), safeLine('+', `   ${inOneLine(after.expr)}`)]

const inOneLine = (expr: string): string => expr.replace(/\s+/g, ' ')

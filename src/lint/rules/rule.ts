import { get, type Place, type Table, type Tree, textOf, type Value } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { lintQuery } from '../query.ts'
import { templateFault } from '../template.ts'
import { durationOf, isNothing, type Report, type RuleContext, unknownKeys } from './shared.ts'

const RULE_KEYS = ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations']

export interface RuleAbout extends RuleContext {
  /** What tells two rules of one file apart, of those that were seen. */
  seen: Set<string>
}

/** Findings of one rule. */
export function lintRule(rule: Tree, about: RuleAbout, report: Report): void {
  if (rule.kind !== 'table') {
    report('rules/shape', rule.at, 'A rule is a map.', 'Write alert or record, and expr.')
    return
  }
  unknownKeys(rule, { allowed: RULE_KEYS, what: 'a rule' }, report)
  const record = textOf(get(rule, 'record')) ?? ''
  const alert = textOf(get(rule, 'alert')) ?? ''
  const name = record || alert
  if (record && alert)
    report(
      'rules/shape',
      rule.at,
      `The rule ${quoted(name)} has both record and alert.`,
      'Make two rules of it.',
    )
  if (!name)
    report('rules/shape', rule.at, 'A rule has neither record nor alert.', 'Add one of them, with a name.')
  if (record) recordingRule(rule, record, report)
  if (alert) alertRule(rule, alert, report)
  texts(rule, name, report)
  for (const key of ['for', 'keep_firing_for']) durationOf(rule, key, report)
  expression(rule, name, about, report)
  duplicate(rule, name, about.seen, report)
}

function recordingRule(rule: Table, name: string, report: Report): void {
  const at = get(rule, 'record')?.at ?? rule.at
  if (/[{}]/.test(name))
    report(
      'rules/shape',
      at,
      `The recording rule ${quoted(name)} has braces in its name.`,
      'Labels belong below "labels:".',
    )
  else if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
    report(
      'rules/record-name',
      at,
      `${quoted(name)} is a name that only Prometheus 3 takes, and only in quotes.`,
      'Use letters, digits, "_" and ":".',
    )
  for (const key of ['for', 'keep_firing_for', 'annotations'])
    if (!isNothing(get(rule, key)) && !isZero(get(rule, key)))
      report(
        'rules/shape',
        get(rule, key)?.at ?? rule.at,
        `The recording rule ${quoted(name)} has ${key}.`,
        `Remove it: ${key} belongs to alerts.`,
      )
}

/** As nothing: an empty map, or a duration of 0. */
const isZero = (node: Tree | undefined): boolean =>
  (node?.kind === 'table' && node.entries.size === 0) || /^0[a-z]*$/.test(textOf(node) ?? '-')

function alertRule(rule: Table, name: string, report: Report): void {
  const at = get(rule, 'alert')?.at ?? rule.at
  if (isNothing(get(rule, 'for')) && isNothing(get(rule, 'keep_firing_for')))
    report(
      'rules/no-for',
      at,
      `The alert ${quoted(name)} has no for: one failed scrape is enough to fire it.`,
      'Add "for: 5m".',
    )
  const labels = get(rule, 'labels')
  if (labels?.kind !== 'table' || !labels.entries.has('severity'))
    report(
      'rules/no-severity',
      at,
      `The alert ${quoted(name)} has no severity.`,
      'Add "labels: { severity: warning }": routes and people go by it.',
    )
}

function texts(rule: Table, name: string, report: Report): void {
  for (const key of ['labels', 'annotations']) {
    const node = get(rule, key)
    if (!node || isNothing(node)) continue
    if (node.kind === 'table')
      for (const [inner, value] of node.entries) labelText(value, { key, inner, name }, report)
    else
      report(
        'rules/shape',
        node.at,
        `${key} of ${quoted(name)} is no map.`,
        'Write name: value pairs below it.',
      )
  }
}

function labelText(
  value: Tree,
  { key, inner, name }: { key: string; inner: string; name: string },
  report: Report,
): void {
  if (inner === '' || (key === 'labels' && inner === '__name__'))
    report(
      'rules/label',
      value.at,
      `${quoted(inner)} is no name for a label.`,
      'Use letters, digits and "_".',
    )
  if (value.kind !== 'value')
    report('rules/shape', value.at, `${key}.${inner} of ${quoted(name)} is no text.`, 'Put it in quotes.')
  const fault = templateFault(textOf(value) ?? '')
  if (fault)
    report(
      'rules/template',
      value.at,
      `${inner} of ${quoted(name)} is no template: ${fault}.`,
      'Values are {{ $value }} and {{ $labels.NAME }}.',
    )
}

function expression(rule: Table, name: string, { contract }: RuleContext, report: Report): void {
  const node = get(rule, 'expr')
  const expr = textOf(node)
  if (!node || expr === undefined || expr === '') {
    report('rules/shape', node?.at ?? rule.at, `The rule ${quoted(name)} has no expr.`, 'Add "expr:".')
    return
  }
  const { findings, parsed } = lintQuery(expr, 'rule', { contract })
  for (const { code, message, hint, offset } of findings)
    report(code, placeIn(node, offset), `Rule ${quoted(name)}: ${message}`, hint)
  if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
    report(
      'rules/result',
      node.at,
      `Rule ${quoted(name)}: its result is ${parsed.type === 'matrix' ? 'a range of samples' : 'a text'}.`,
      'Rules need an instant vector or a number: rate(…[5m]), last_over_time(…[5m]).',
    )
}

const placeIn = (node: Tree, offset: number | undefined): Place =>
  offset === undefined ? node.at : ((node as Value).inside?.(offset) ?? node.at)

function duplicate(rule: Table, name: string, seen: Set<string>, report: Report): void {
  const labels = get(rule, 'labels')
  const written =
    labels?.kind === 'table' ? [...labels.entries].map(([key, value]) => [key, textOf(value)]) : []
  const key = JSON.stringify([rule.entries.has('record'), name, written.toSorted()])
  if (seen.has(key))
    report(
      'rules/duplicate',
      rule.at,
      `The rule ${quoted(name)} is there twice with the same labels.`,
      'Remove one, or tell them apart by a label.',
    )
  seen.add(key)
}

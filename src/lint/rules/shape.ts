import { get, items, scalarText, type TextPosition, type Tree } from '../../formats/tree.ts'
import { parseDuration } from '../../lib/duration.ts'

import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

type Report = (at: TextPosition, message: string, hint: string) => void

/** A file that Prometheus does not accept as a rule file. */
export const ruleFileShape: Rule<RuleFile> = {
  code: 'rules/shape',
  severity: 'error',
  what: 'A file is not a rule file, or a rule in it is incomplete.',
  why: 'Prometheus does not start with it.',
  bad: group('- ▸alert: Down\n  for: 5m\n  labels: { severity: page }\n'),
  good: group(alert('up == 0')),
  check({ tree, isOurs, losesRules }, { report }) {
    if (isOurs && losesRules)
      report(
        tree.at,
        'The file has several documents with `groups`: Prometheus reads only the first one, so the other rules never fire.',
        'Put all groups under one `groups:`, or split the file.',
      )
    const groups = get(tree, 'groups')
    // A file without content, or without groups, has no rules, and is accepted.
    if (isNothing(tree) || (groups && isNothing(groups) && tree.kind === 'table')) return
    if (groups?.kind !== 'list') {
      report(
        (groups ?? tree).at,
        'This is not a rule file: it has no list `groups`.',
        'Write `groups:` with a list of groups, each with `name` and `rules`; unit tests of rules need a name that ends in _test.yml.',
      )
      return
    }
    checkKeys(tree, 'file', report)
    const names = new Set<string>()
    for (const one of groups.items) checkGroup(one, names, report)
  },
}

/** The keys that Prometheus 3 accepts (model/rulefmt); it refuses a file with any other. */
const KEYS = {
  file: ['groups'],
  group: ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules'],
  rule: ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
  recording: ['record', 'expr', 'labels'],
}

const WHERE: Record<keyof typeof KEYS, string> = {
  file: 'rule file',
  group: 'group of rules',
  rule: 'rule',
  recording: 'recording rule',
}

const isNothing = (tree: Tree): boolean => tree.kind === 'value' && tree.value === null

function checkKeys(tree: Tree, of: keyof typeof KEYS, report: Report): void {
  const keys = tree.kind === 'table' ? [...tree.entries.keys()] : []
  for (const key of keys.filter((one) => !KEYS[of].includes(one)))
    report(
      get(tree, key)?.at ?? tree.at,
      `Prometheus does not accept the key ${quoted(key)} in a ${WHERE[of]}.`,
      `Remove it, or move it to the file that it belongs to. Valid keys here: ${KEYS[of].join(', ')}.`,
    )
}

function checkGroup(one: Tree, names: Set<string>, report: Report): void {
  const name = scalarText(get(one, 'name'))
  if (!name) report(one.at, 'This group has no `name`.', 'Add one: it must be unique in the file.')
  if (!name) return
  checkKeys(one, 'group', report)
  if (names.has(name))
    report(one.at, `The group ${quoted(name)} exists twice in this file.`, 'Rename one of the two.')
  names.add(name)
  for (const key of ['interval', 'query_offset']) checkDuration(one, key, report)
  checkLabels(one, 'labels', report)
  const rules = get(one, 'rules')
  if (rules && rules.kind !== 'list' && !isNothing(rules))
    report(rules.at, `\`rules\` of the group ${quoted(name)} is not a list.`, 'Write a list of rules.')
  for (const rule of items(get(one, 'rules'))) checkRule(rule, report)
}

function checkRule(rule: Tree, report: Report): void {
  if (rule.kind !== 'table') {
    report(rule.at, 'This is not a rule.', 'Write `alert` or `record`, and `expr`.')
    return
  }
  const [alerts, records] = ['alert', 'record'].map((key) => scalarText(get(rule, key)))
  if (!alerts === !records) {
    report(
      rule.at,
      `This rule has ${alerts ? 'both `alert` and `record`' : 'neither `alert` nor `record`'}.`,
      'A rule is one of the two: its name is the value of that key.',
    )
    return
  }
  checkKeys(rule, alerts ? 'rule' : 'recording', report)
  for (const key of ['labels', 'annotations']) checkLabels(rule, key, report)
  const name = quoted(alerts ?? records ?? '')
  if (!scalarText(get(rule, 'expr')))
    report(rule.at, `The rule ${name} has no \`expr\`.`, 'Add the query of the rule.')
  for (const key of ['for', 'keep_firing_for']) checkDuration(rule, key, report)
}

/** Labels or annotations: a map of texts. Prometheus 3 accepts any name but the one of the metric. */
function checkLabels(owner: Tree, key: string, report: Report): void {
  const map = get(owner, key)
  if (!map || isNothing(map)) return
  if (map.kind !== 'table') {
    report(map.at, `\`${key}\` is not a map of names and texts.`, `Write \`${key}: { name: text }\`.`)
    return
  }
  for (const [name, value] of map.entries) {
    if (value.kind !== 'value')
      report(value.at, `${quoted(name)} in \`${key}\` is not a text.`, 'Write one value, in quotes.')
    if (name === '' || (name === '__name__' && key === 'labels'))
      report(value.at, `${quoted(name)} is not the name of a label.`, 'Use another name.')
  }
}

function checkDuration(rule: Tree, key: string, report: Report): void {
  const node = get(rule, key)
  const text = scalarText(node)
  if (node && text !== undefined && text !== '0' && parseDuration(text) === undefined)
    report(
      node.at,
      `\`${key}\` is ${quoted(text)}, which is not a duration.`,
      'Use a value such as 5m or 1h30m.',
    )
}

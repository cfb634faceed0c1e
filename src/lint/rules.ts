import { get, items, type Table, type Tree, textOf } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Problem } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { finding } from './catalog.ts'
import { heldAgainst } from './rules/relation.ts'
import { lintRule } from './rules/rule.ts'
import { durationOf, isNothing, type Report, type RuleContext, unknownKeys } from './rules/shared.ts'
import { invalidYaml } from './yaml/syntax.ts'

/** Findings of a rule file of Prometheus: errors are what promtool refuses, and queries that never answer. */
export function lintRules(text: string, file: string, context: RuleContext): Problem[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const problems: Problem[] = []
  const report: Report = (code, at, message, hint) =>
    problems.push(finding(code, { file, ...at }, message, hint))
  if (read.more)
    report(
      'rules/documents',
      read.tree.at,
      'Only the first document of the file is read.',
      'Remove the lines "---", or split the file.',
    )
  lintGroups(
    read.tree,
    { contract: context.contract && heldAgainst(read.tree, context.contract, report) },
    report,
  )
  return problems
}

/** Names that the rules of a file record; empty when it cannot be read. */
export function recordedNames(text: string): string[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return items(get(read.tree, 'groups')).flatMap((group) =>
    items(get(group, 'rules')).flatMap((rule) => textOf(get(rule, 'record')) ?? []),
  )
}

const GROUP_KEYS = ['name', 'interval', 'query_offset', 'limit', 'rules', 'labels']

function lintGroups(tree: Tree, context: RuleContext, report: Report): void {
  if (tree.kind === 'value' && tree.value === null) return
  if (tree.kind !== 'table') {
    report('rules/shape', tree.at, 'A rule file is a map with the key groups.', 'Start it with "groups:".')
    return
  }
  unknownKeys(tree, { allowed: ['groups'], what: 'a rule file' }, report)
  const names = new Set<string>()
  const seen = new Set<string>()
  const groups = get(tree, 'groups')
  if (groups && groups.kind !== 'list' && !isNothing(groups))
    report('rules/shape', groups.at, 'groups is a list.', 'Write "- name: …" below it.')
  for (const group of items(groups)) {
    if (group.kind !== 'table') {
      report('rules/shape', group.at, 'A group is a map.', 'Write name and rules.')
      continue
    }
    groupItself(group, names, report)
    for (const rule of items(get(group, 'rules'))) lintRule(rule, { seen, ...context }, report)
  }
}

function groupItself(group: Table, names: Set<string>, report: Report): void {
  unknownKeys(group, { allowed: GROUP_KEYS, what: 'a group' }, report)
  const name = textOf(get(group, 'name')) ?? ''
  if (name === '') report('rules/shape', group.at, 'A group has no name.', 'Add "name:".')
  else if (names.has(name))
    report(
      'rules/duplicate-group',
      get(group, 'name')?.at ?? group.at,
      `The group ${quoted(name)} is there twice.`,
      'Join them, or rename one.',
    )
  names.add(name)
  const rules = get(group, 'rules')
  if (rules && rules.kind !== 'list' && !isNothing(rules))
    report('rules/shape', rules.at, 'rules is a list.', 'Write "- alert: …" or "- record: …" below it.')
  for (const key of ['interval', 'query_offset']) durationOf(group, key, report)
}

import { get, items, scalarText } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { Contract } from '../contract.ts'
import { lintQuery } from '../query/lint.ts'
import { diagnostic, runRules } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'
import { placeIn } from './place.ts'
import { relationOfRules } from './relation.ts'
import { ruleFileRules } from './rules.ts'
import { rulesOf } from './subject.ts'

/** What rule files are compared with. */
export interface RuleFileContext {
  /** Undefined: there is no configuration to compare queries with. */
  contract: Contract | undefined
}

/** Checks a rule file for mistakes that promtool does not find, and its queries. */
export function lintRules(text: string, file: string, context: RuleFileContext): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const { tree, more } = read
  const found = rulesOf(tree)
  const { contract, unrelated } = context.contract
    ? relationOfRules(tree, found, context.contract)
    : { contract: undefined }
  const queries: Diagnostic[] = []
  const rules = found.map((rule) => {
    const { reports, parsed } = lintQuery(rule.query, 'rule', contract)
    for (const { rule: own, at, message, hint } of reports)
      queries.push(
        diagnostic(own, { file, ...placeIn(rule.expr, at) }, `Rule ${quoted(rule.name)}: ${message}`, hint),
      )
    return { ...rule, parsed }
  })
  return [...runRules(ruleFileRules, { tree, more, rules, unrelated }, file), ...queries]
}

/** The names that the rules of a file record; empty when it cannot be read. */
export function recordedNamesIn(text: string): string[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return items(get(read.tree, 'groups')).flatMap((group) =>
    items(get(group, 'rules')).flatMap((rule) => scalarText(get(rule, 'record')) ?? []),
  )
}

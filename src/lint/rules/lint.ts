import { parsePromql } from '../../formats/promql/parse.ts'
import type { ParsedQuery } from '../../formats/promql/types.ts'
import { get } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { Contract, RecordedNames } from '../contract.ts'
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
  /** Whether the configuration names the file, so that the Prometheus that is deployed here runs it. */
  isOurs?: boolean
  /** That Prometheus evaluates no rules, as an agent does. */
  isOfAgent?: boolean
}

/** Checks a rule file for mistakes that promtool does not find, and its queries. */
export function lintRules(text: string, file: string, context: RuleFileContext): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return [invalidYaml(file, read)]
  const { tree, more } = read
  const { isOurs = false, isOfAgent = false } = context
  const found = rulesOf(tree)
  const { contract, unrelated } = context.contract
    ? relationOfRules(tree, found, context.contract)
    : { contract: undefined }
  const queries: Diagnostic[] = []
  const rules = found.map((rule) => {
    const { reports, parsed } = lintQuery(rule.query, { kind: 'rule', contract, isOurs })
    for (const { rule: own, at, message, hint } of reports)
      queries.push(
        diagnostic(own, { file, ...placeIn(rule.expr, at) }, `Rule ${quoted(rule.name)}: ${message}`, hint),
      )
    return { ...rule, parsed }
  })
  return [
    ...runRules(
      ruleFileRules,
      { tree, more, losesRules: more && hasSeveralGroups(text), rules, isOurs, isOfAgent, unrelated },
      file,
    ),
    ...queries,
  ]
}

/** Whether several documents of a file have rules. */
const hasSeveralGroups = (text: string): boolean =>
  text.split(/^---(?:[ \t].*)?\r?$/m).filter((document) => /^groups[ \t]*:/m.test(document)).length > 1

/** What the rules of a file record; empty when it cannot be read. */
export function recordedIn(text: string): RecordedNames {
  const read = readYaml(text)
  const recorded = new Map<string, readonly string[] | undefined>()
  if (!read.ok) return recorded
  for (const { kind, name, node, query } of rulesOf(read.tree)) {
    if (kind !== 'record') continue
    const own = keptLabels(parsePromql(query))
    const added = get(node, 'labels')
    const labels = own && [...own, ...(added?.kind === 'table' ? added.entries.keys() : [])]
    const known = recorded.get(name)
    // Several rules may record one name: its series have the labels of all of them.
    if (!recorded.has(name)) recorded.set(name, labels)
    else recorded.set(name, known && labels && [...known, ...labels])
  }
  return recorded
}

/** Functions that add or change labels. */
const ADDS_LABELS = new Set([
  'label_replace',
  'label_join',
  'info',
  'count_values',
  'absent',
  'absent_over_time',
])

/** The labels that the result of a query may have: those that its outermost aggregations keep. */
function keptLabels({ ok, selectors }: ParsedQuery): string[] | undefined {
  if (!ok || selectors.length === 0) return undefined
  const all = selectors.map(({ within }) => {
    if (within.some(({ name }) => ADDS_LABELS.has(name))) return undefined
    const outermost = within.findLast(({ labels }) => labels)?.labels
    return outermost?.kind === 'by' ? outermost.names : undefined
  })
  return all.every((names) => names !== undefined) ? all.flat() : undefined
}

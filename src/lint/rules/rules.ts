import type { Rule } from '../rule.ts'
import { severalDocuments } from './documents.ts'
import { duplicateRule } from './duplicate.ts'
import { experimentalFunction } from './experimental.ts'
import { noFor } from './no-for.ts'
import { noSeverity } from './no-severity.ts'
import { recordName } from './record-name.ts'
import { ruleResult } from './result.ts'
import type { RuleFile } from './subject.ts'
import { unrelatedRules } from './unrelated.ts'
import { valueInLabel } from './value-in-label.ts'

/** Every check of a rule file, for mistakes that promtool accepts. */
export const ruleFileRules: readonly Rule<RuleFile>[] = [
  ruleResult,
  experimentalFunction,
  valueInLabel,
  duplicateRule,
  severalDocuments,
  recordName,
  noFor,
  noSeverity,
  unrelatedRules,
]

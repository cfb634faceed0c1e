import type { Entry, Rule } from '../rule.ts'
import { severalDocuments } from './documents.ts'
import { duplicateRule } from './duplicate.ts'
import { experimentalFunction } from './experimental.ts'
import { nameTaken } from './names.ts'
import { noFor } from './no-for.ts'
import { noSeverity } from './no-severity.ts'
import { recordName } from './record-name.ts'
import { recordWithAgent } from './record-with-agent.ts'
import { ruleResult } from './result.ts'
import { ruleFileShape } from './shape.ts'
import type { RuleFile } from './subject.ts'
import { ruleTemplate } from './template.ts'
import { testFailed } from './unit-tests.ts'
import { unrelatedRules } from './unrelated.ts'
import { valueInLabel } from './value-in-label.ts'

/** Every check of a rule file, for mistakes that promtool accepts. */
export const ruleFileRules: readonly Rule<RuleFile>[] = [
  ruleFileShape,
  ruleResult,
  experimentalFunction,
  valueInLabel,
  ruleTemplate,
  duplicateRule,
  severalDocuments,
  recordWithAgent,
  recordName,
  noFor,
  noSeverity,
  unrelatedRules,
]

/** All diagnostics of rule files. */
export const ruleFileEntries: readonly Entry[] = [...ruleFileRules, nameTaken, testFailed]

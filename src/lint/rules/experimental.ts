import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import { placeIn } from './place.ts'
import type { RuleFile } from './subject.ts'

/** A function that this Prometheus does not have. */
export const experimentalFunction: Rule<RuleFile> = {
  code: 'rules/experimental',
  severity: 'error',
  what: 'A rule uses what Prometheus has only behind a feature flag.',
  why: 'The rule file is not loaded.',
  bad: group(alert('▸sort_by_label(up, "a")')),
  good: group(alert('sort(up)')),
  check({ rules }, { report }) {
    for (const { expr, parsed } of rules)
      for (const { name, from } of parsed.experimental)
        report(
          placeIn(expr, from),
          `\`${name}\` is experimental.`,
          'Prometheus has it only with `--enable-feature=promql-experimental-functions`, which this Prometheus is not started with.',
        )
  },
}

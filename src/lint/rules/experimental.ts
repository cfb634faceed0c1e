import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import { placeIn } from './place.ts'
import type { RuleFile } from './subject.ts'

/** A function that the deployed Prometheus does not have. */
export const experimentalFunction: Rule<RuleFile> = {
  code: 'rules/experimental',
  severity: 'error',
  what: 'A rule uses a function or modifier that Prometheus has only with a feature flag.',
  why: 'Prometheus does not load the rule file.',
  bad: group(alert('▸sort_by_label(up, "a")')),
  good: group(alert('sort(up)')),
  check({ rules }, { report }) {
    for (const { expr, parsed } of rules)
      for (const { name, from } of parsed.experimental)
        report(
          placeIn(expr, from),
          `\`${name}\` is experimental.`,
          'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.',
        )
  },
}

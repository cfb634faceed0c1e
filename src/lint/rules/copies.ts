import type { Diagnostic } from '../../lib/errors.ts'

/** The folder of the copies that `init` makes of rule files: below it, each has the path of its original. */
export const RULE_COPIES = 'monitoring/own-rules/'

/** Whether Prometheus runs a rule with this error, which then has no data, or a wrong value. */
export const isOfAnswer = ({ code }: Diagnostic): boolean =>
  code.startsWith('query/') && code !== 'query/syntax'

/** The rule files in place of which the configuration names a copy: another Prometheus has them. Paths from the root. */
export const copiedRules = (named: readonly string[]): string[] =>
  named
    .filter((path) => path.includes(RULE_COPIES))
    .map((path) => path.replace(RULE_COPIES, ''))
    .filter((path) => !named.includes(path))

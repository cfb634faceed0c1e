import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

const file = (version: string) =>
  workflowExample({
    steps: `      - uses: superfly/flyctl-actions/setup-flyctl@1.6\n        with: { version: ${version} }\n`,
  })

/** The version of the action in place of that of flyctl. */
export const flyctlVersion: Rule<Workflow> = {
  code: 'workflow/flyctl-version',
  severity: 'error',
  what: 'The input `version` of setup-flyctl is not a version of flyctl.',
  why: 'It is the version of flyctl, such as 0.4.88, not that of the action: the step finds no such release and fails.',
  bad: file('▸1.6'),
  good: file('0.4.88'),
  check({ all }, { report }) {
    for (const { step } of all) {
      const version = get(get(step, 'with'), 'version')
      const text = scalarText(version) ?? ''
      const isSetup = /^superfly\/flyctl-actions\/setup-flyctl@/.test(scalarText(get(step, 'uses')) ?? '')
      if (version && isSetup && /^v?\d+(?:\.\d+)?$/.test(text))
        report(
          version.at,
          `${quoted(text)} is not a version of flyctl, which has three numbers.`,
          'Remove `version` to install the latest flyctl, or write one such as 0.4.88. The version of the action is part of `uses`.',
        )
    }
  },
}

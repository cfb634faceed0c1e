import { get, scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, usesThisAction, type Workflow } from './subject.ts'

const ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`

/** A condition that GitHub refuses. */
export const ifSecrets: Rule<Workflow> = {
  code: 'workflow/if-secrets',
  severity: 'error',
  what: 'The `if` of a step uses the `secrets` context.',
  why: 'GitHub refuses the whole workflow: the context is not allowed there.',
  bad: workflowExample({ env: `        if: ▸secrets.FLY_API_TOKEN != ''\n${ENV}` }),
  good: workflowExample({ env: ENV }),
  check({ steps }, { report }) {
    for (const step of steps) {
      const condition = get(step, 'if')
      if (condition && /\bsecrets\s*[.[]/.test(scalarText(condition) ?? ''))
        report(
          condition.at,
          'The `secrets` context is not available in an `if`: GitHub refuses the whole workflow.',
          usesThisAction(step)
            ? 'Remove the condition: the action skips parts whose secrets are empty, and reports that in the summary.'
            : 'Pass the secret to the job with `env`, and use `env.NAME` in the condition.',
        )
    }
  },
}

import { get, scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, type Workflow } from './subject.ts'

const ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`

/** A failure that is ignored. */
export const ignored: Rule<Workflow> = {
  code: 'workflow/ignored',
  severity: 'warning',
  what: 'A job continues after a failed deploy.',
  why: 'The job is green although the deploy failed.',
  bad: workflowExample({ env: `        continue-on-error: ▸true\n${ENV}` }),
  good: workflowExample({ env: `${ENV}        with: { fail-on: never }\n` }),
  check({ deploys }, { report }) {
    for (const { step, isOurs } of deploys) {
      const given = get(step, 'continue-on-error')
      if (given && scalarText(given) === 'true')
        report(
          given.at,
          'A failed deploy does not fail the job.',
          isOurs
            ? 'Remove `continue-on-error`. With `fail-on: never` the job stays green if only data is missing.'
            : 'Remove `continue-on-error`.',
        )
    }
  },
}

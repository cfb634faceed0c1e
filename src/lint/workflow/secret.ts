import { scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, inputsOf, type Workflow } from './subject.ts'

const file = (token: string): string =>
  workflowExample({ env: `        with:\n          fly-api-token: ${token}\n` })

/** A secret in the repository. */
export const workflowSecret: Rule<Workflow> = {
  code: 'workflow/secret',
  severity: 'warning',
  what: 'A secret is written in a workflow.',
  why: 'Anyone with access to the repository can read it.',
  bad: file('▸fo1_hunter2'),
  good: file(`"${expression('secrets.FLY_API_TOKEN')}"`),
  check({ ours }, { report }) {
    for (const [key, value] of ours.flatMap(inputsOf)) {
      const text = scalarText(value) ?? ''
      if (/(?:token|password|key)$/.test(key) && text !== '' && !text.includes('${{'))
        report(
          value.at,
          `The value of input ${key} is written in the workflow.`,
          `Store it as a secret and write ${expression('secrets.NAME')}; change the secret, because it is in the history.`,
        )
    }
  },
}

import { get } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

/** A workflow that never runs. */
export const noTrigger: Rule<Workflow> = {
  code: 'workflow/no-trigger',
  severity: 'error',
  what: 'A workflow has no `on`.',
  why: 'GitHub refuses the workflow ("No event triggers defined in `on`"): it never runs.',
  bad: `▸${workflowExample({ on: 'name: Deploy' })}`,
  good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
  check({ root, all }, { report }) {
    // YAML 1.1 reads the key `on` as true.
    if (all.length > 0 && !get(root, 'on') && !get(root, 'true'))
      report(root.at, 'The workflow has no `on`: it never runs.', 'Add `on: { push: { branches: [main] } }`.')
  },
}

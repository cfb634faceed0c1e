import { scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

/** A reference to a branch of the action. */
export const unpinned: Rule<Workflow> = {
  code: 'workflow/unpinned',
  severity: 'warning',
  what: 'The action is referenced by a branch.',
  why: 'Its next commit runs with your secrets.',
  bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@main' }),
  good: workflowExample({ uses: 'fechatter/deploy-monitoring@v1' }),
  check({ ours }, { report }) {
    for (const { uses } of ours) {
      const ref = /@(.*)/.exec(scalarText(uses) ?? '')?.[1]
      if (ref && /^(?:main|master|HEAD)$/.test(ref))
        report(
          uses.at,
          `The action is referenced by the branch ${ref}, which may change at any time.`,
          'Use a release, such as @v1.',
        )
    }
  },
}

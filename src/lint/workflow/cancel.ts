import { get, scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { isDeploy, type Workflow } from './subject.ts'

/** A deploy that is interrupted. */
export const cancel: Rule<Workflow> = {
  code: 'workflow/cancel',
  severity: 'warning',
  what: 'A new run cancels a deploy that is in progress.',
  why: 'The new version is deployed only in part, and the lease of the canceled deploy delays the next one.',
  bad: workflowExample({
    concurrency: '    concurrency: { group: deploy, cancel-in-progress: ▸true }\n',
  }),
  good: workflowExample(),
  check({ deploys, scripted }, { report }) {
    for (const { job, root } of [...deploys.filter(isDeploy), ...scripted]) {
      const given = get(get(job, 'concurrency') ?? get(root, 'concurrency'), 'cancel-in-progress')
      if (given && scalarText(given) === 'true')
        report(
          given.at,
          'A new run cancels the deploy that is in progress.',
          'Set `cancel-in-progress: false`: the next run waits.',
        )
    }
  },
}

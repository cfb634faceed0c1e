import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

/** A token that may do more than it has to. */
export const permissions: Rule<Workflow> = {
  code: 'workflow/permissions',
  severity: 'warning',
  what: 'A job does not limit the permissions of its token.',
  why: 'The default may be to write everything.',
  bad: workflowExample({ permissions: '', uses: '▸fechatter/deploy-monitoring@v1' }),
  good: workflowExample(),
  check({ ours }, { report }) {
    for (const { name, job, root, uses } of ours) {
      const given = get(job, 'permissions') ?? get(root, 'permissions')
      if (!given)
        report(
          uses.at,
          `Job ${quoted(name)} has no permissions: its token may do whatever the default of the repository allows.`,
          'Add `permissions: { contents: read, pull-requests: write }` to the job.',
        )
      else if (scalarText(given) === 'write-all')
        report(
          given.at,
          `Job ${quoted(name)} may write everything.`,
          'Use `permissions: { contents: read, pull-requests: write }`.',
        )
    }
  },
}

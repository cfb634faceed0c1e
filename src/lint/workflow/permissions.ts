import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

/** A token with more permissions than it needs. */
export const permissions: Rule<Workflow> = {
  code: 'workflow/permissions',
  severity: 'warning',
  what: 'A job does not limit the permissions of its token.',
  why: 'The default of the repository may allow the token to write everything.',
  bad: workflowExample({ permissions: '', uses: '▸fechatter/deploy-monitoring@v1' }),
  good: workflowExample(),
  check({ ours }, { report }) {
    for (const { name, job, root, uses } of ours) {
      const given = get(job, 'permissions') ?? get(root, 'permissions')
      if (!given)
        report(
          uses.at,
          `Job ${quoted(name)} does not set \`permissions\`: its token has the default permissions of the repository.`,
          'Add `permissions: { contents: read, pull-requests: write }` to the job.',
        )
      else if (scalarText(given) === 'write-all')
        report(
          given.at,
          `Job ${quoted(name)} has permission to write everything.`,
          'Use `permissions: { contents: read, pull-requests: write }`.',
        )
    }
  },
}

import { get } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { conditionsOf, isDeploy, type Workflow } from './subject.ts'

const FILTERS = ['branches', 'branches-ignore', 'tags', 'tags-ignore']

/** Deploys of any branch. */
export const anyBranch: Rule<Workflow> = {
  code: 'workflow/any-branch',
  severity: 'warning',
  what: 'A workflow deploys every branch that is pushed.',
  why: 'Unfinished work is deployed, and the deploys of two branches replace each other.',
  bad: workflowExample({ on: 'on: ▸push' }),
  good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
  check({ ours }, { report }) {
    for (const call of ours.filter(isDeploy)) {
      const push = call.triggers.get('push')
      if (!push || /github\.|inputs\./.test(conditionsOf(call)) || FILTERS.some((key) => get(push, key)))
        continue
      report(
        push.at,
        `Job ${quoted(call.name)} deploys every branch that is pushed.`,
        'Name the branch: `push: { branches: [main] }`.',
      )
    }
  },
}

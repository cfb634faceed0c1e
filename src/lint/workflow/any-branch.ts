import { scriptOf } from '../../config/deploys/workflow-deploys.ts'
import { get } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { conditionsOf, type DeployStep, isDeploy, type Workflow } from './subject.ts'

const FILTERS = ['branches', 'branches-ignore', 'tags', 'tags-ignore']

/** Deploys of any branch. */
export const anyBranch: Rule<Workflow> = {
  code: 'workflow/any-branch',
  severity: 'warning',
  what: 'A workflow deploys every branch that is pushed.',
  why: 'Unfinished work is deployed, and the deploys of two branches replace each other.',
  bad: workflowExample({ on: 'on: ▸push' }),
  good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
  check({ deploys }, { report }) {
    for (const call of deploys.filter(isDeploy)) {
      const push = call.triggers.get('push')
      if (!push || isLimited(call) || FILTERS.some((key) => get(push, key))) continue
      report(
        push.at,
        `Job ${quoted(call.name)} deploys every branch that is pushed.`,
        'Name the branch: `push: { branches: [main] }`.',
      )
    }
  },
}

/**
 * Whether something else than the trigger may choose the branch. A job with flyctl that waits for another one, or that has an
 * environment, may be limited by them, and its scripts may ask for the branch.
 */
function isLimited(call: DeployStep): boolean {
  const conditions = conditionsOf(call)
  if (call.isOurs) return /github\.|inputs\./.test(conditions)
  const { job, steps } = call
  return (
    conditions.trim() !== '' ||
    ['needs', 'environment'].some((key) => get(job, key) !== undefined) ||
    steps.some((step) => /GITHUB_|\bgithub\.|\bbranch/i.test(scriptOf(step)))
  )
}

import { get } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { groupOf, isDeploy, isStartedByHand, type Workflow } from './subject.ts'

/** Two deploys at the same time. */
export const concurrency: Rule<Workflow> = {
  code: 'workflow/concurrency',
  severity: 'warning',
  what: 'A job that deploys has no `concurrency` group.',
  why: 'Two first deploys at once create two machines with two volumes, and both report success.',
  bad: workflowExample({ concurrency: '', uses: '▸fechatter/deploy-monitoring@v1' }),
  good: workflowExample(),
  check({ deploys, callers, appOf, ourGroup }, { report }) {
    for (const call of deploys.filter((one) => isDeploy(one) && !isStartedByHand(one))) {
      const { name, job, root, uses, triggers } = call
      const isGrouped = triggers.size === 1 && callers.some(({ hasGroup }) => hasGroup)
      if (!isGrouped && !get(job, 'concurrency') && !get(root, 'concurrency'))
        report(
          uses.at,
          `Job ${quoted(name)} deploys and has no \`concurrency\` group: two pushes deploy at the same time.`,
          `${callers.length > 1 ? inCaller(callers) : `Add \`concurrency: { group: "${groupOf(call, { appOf, ourGroup })}", cancel-in-progress: false }\` to the job.`} Use the group only for deploys of the same app: GitHub keeps one waiting job in a group and cancels the others.`,
        )
    }
  },
}

/** Where a group belongs of which only some calls of a workflow are to be: one that does not deploy would cancel a deploy. */
function inCaller(callers: Workflow['callers']): string {
  const pushed = callers.filter(({ onPush }) => onPush)
  const places = (pushed.length > 0 ? pushed : callers).map(({ at }) => `${at.file}:${at.line}`)
  return `Add a group with \`cancel-in-progress: false\` to the job that calls this workflow to deploy (${places.join(', ')}), not to this one, which other calls run as well.`
}

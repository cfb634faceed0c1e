import { matrixLegs } from '../../config/deploys/workflow-matrix.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { type DeployStep, expression, inputOf, type Workflow } from './subject.ts'

const MODE = expression("github.event_name == 'schedule' && 'verify' || 'deploy'")
const file = (group: string) => {
  const lines = workflowExample({
    on: 'on:\n  push: { branches: [main] }\n  schedule: [{ cron: "23 */6 * * *" }]',
    concurrency: `    concurrency: { group: ${group}, cancel-in-progress: false }\n`,
  })
  return `${lines}        with: { mode: "${MODE}" }\n`
}

/** A group in which GitHub cancels a deploy that waits. */
export const sharedGroup: Rule<Workflow> = {
  code: 'workflow/shared-group',
  severity: 'warning',
  what: 'Jobs that must all run share one `concurrency` group.',
  why: 'GitHub keeps one waiting job in a group: the next one cancels it, so that a deploy never happens.',
  bad: file('▸fly-production'),
  good: file(`"${expression("github.event_name == 'schedule' && 'verify-production' || 'fly-production'")}"`),
  check({ deploys }, { report }) {
    for (const call of deploys) {
      const { job, isOurs, triggers } = call
      const own = get(job, 'concurrency')
      const group = groupTreeOf(call)
      const text = scalarText(group) ?? ''
      if (!group || text === '') continue
      if (own && matrixLegs(job).length > 1 && !text.includes('matrix.'))
        report(
          group.at,
          'All jobs of the matrix share one group: one runs, one waits, and GitHub cancels the others.',
          `Add the value of the matrix to the group, such as \`fly-${expression('matrix.app')}\`.`,
        )
      const isScheduled = triggers.has('schedule') && triggers.has('push')
      if (isOurs && isScheduled && !text.includes('${{') && sharesVerification(call, text, deploys))
        report(
          group.at,
          'A scheduled verification shares its group with deploys: GitHub cancels a waiting deploy for it.',
          `Use a group of its own for it: \`${expression(`github.event_name == 'schedule' && 'verify-production' || '${text}'`)}\`.`,
        )
    }
  },
}

function groupTreeOf({ job, root }: DeployStep): Tree | undefined {
  const given = get(job, 'concurrency') ?? get(root, 'concurrency')
  return get(given, 'group') ?? given
}

const modeOf = ({ step }: DeployStep): string => scalarText(inputOf(step, 'mode')) ?? 'deploy'

/** Whether a verification waits where deploys wait: in the same step, or in another job with this group. */
function sharesVerification(call: DeployStep, group: string, all: readonly DeployStep[]): boolean {
  if (modeOf(call) !== 'verify') return modeOf(call).includes('verify')
  return all.some(
    (other) =>
      other.job !== call.job && modeOf(other) !== 'verify' && scalarText(groupTreeOf(other)) === group,
  )
}

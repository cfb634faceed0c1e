import { matrixLegs } from '../../config/workflow-matrix.ts'
import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, inputOf, type Workflow } from './subject.ts'

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
    for (const { job, step, isOurs, triggers, root } of deploys) {
      const own = get(job, 'concurrency')
      const given = own ?? get(root, 'concurrency')
      const group = get(given, 'group') ?? given
      const text = scalarText(group) ?? ''
      if (!group || text === '') continue
      if (own && matrixLegs(job).length > 1 && !text.includes('matrix.'))
        report(
          group.at,
          'All jobs of the matrix share one group: one runs, one waits, and GitHub cancels the others.',
          `Add the value of the matrix to the group, such as \`fly-${expression('matrix.app')}\`.`,
        )
      const isScheduled = triggers.has('schedule') && triggers.has('push')
      if (isOurs && isScheduled && !text.includes('${{') && mayVerify(step))
        report(
          group.at,
          'A scheduled verification shares its group with deploys: GitHub cancels a waiting deploy for it.',
          `Use a group of its own for it: \`${expression(`github.event_name == 'schedule' && 'verify-production' || '${text}'`)}\`.`,
        )
    }
  },
}

const mayVerify = (step: Tree): boolean => (scalarText(inputOf(step, 'mode')) ?? '').includes('verify')

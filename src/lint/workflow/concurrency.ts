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
  check({ deploys, appOf }, { report }) {
    for (const call of deploys.filter((one) => isDeploy(one) && !isStartedByHand(one))) {
      const { name, job, root, uses } = call
      if (!get(job, 'concurrency') && !get(root, 'concurrency'))
        report(
          uses.at,
          `Job ${quoted(name)} deploys and has no \`concurrency\` group: two pushes deploy at the same time.`,
          `Add \`concurrency: { group: "${groupOf(call, { appOf })}", cancel-in-progress: false }\` to the job. Use the group only for deploys of the same app: GitHub keeps one waiting job in a group and cancels the others.`,
        )
    }
  },
}

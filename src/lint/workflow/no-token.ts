import { get } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, isDeploy, type Workflow } from './subject.ts'

const NAMES = ['fly-api-token', 'FLY_API_TOKEN']

/** A deploy without a token. */
export const noToken: Rule<Workflow> = {
  code: 'workflow/no-token',
  severity: 'warning',
  what: 'A step that deploys does not set a Fly token.',
  why: 'It fails before it deploys anything.',
  bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@v1', env: '' }),
  good: workflowExample(),
  check({ ours }, { report }) {
    for (const { step, job, root, uses } of ours.filter(isDeploy)) {
      const given = [get(step, 'with'), ...[step, job, root].map((node) => get(node, 'env'))]
      if (!given.some((node) => NAMES.some((name) => get(node, name))))
        report(
          uses.at,
          'The step deploys and does not set a Fly token.',
          `Add \`env: { FLY_API_TOKEN: ${expression('secrets.FLY_API_TOKEN')} }\` to it.`,
        )
    }
  },
}

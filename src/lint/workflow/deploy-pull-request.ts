import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { conditionsOf, expression, isDeploy, type Workflow } from './subject.ts'

/** A deploy of code that is not reviewed. */
export const deployPullRequest: Rule<Workflow> = {
  code: 'workflow/deploy-pull-request',
  severity: 'warning',
  what: 'A workflow deploys for pull requests.',
  why: 'Code is deployed before it is reviewed. Pull requests from forks have no secrets and fail.',
  bad: workflowExample({ on: 'on:\n  pull_request: ▸{ branches: [main] }' }),
  good: workflowExample({
    on: 'on:\n  pull_request: { branches: [main] }',
    env: '        with: { mode: plan }\n',
  }),
  check({ ours }, { report }) {
    for (const call of ours.filter(isDeploy)) {
      const request = call.triggers.get('pull_request')
      if (request && !/event_name|github\.ref|pull_request/.test(conditionsOf(call)))
        report(
          request.at,
          `Job ${quoted(call.name)} deploys for pull requests.`,
          `Use \`mode: plan\` for them, in a separate job or with \`mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}\`.`,
        )
    }
  },
}

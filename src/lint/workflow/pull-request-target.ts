import { scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { expression, inputOf, type Workflow } from './subject.ts'

/** Secrets of the repository for any pull request. */
export const pullRequestTarget: Rule<Workflow> = {
  code: 'workflow/pull-request-target',
  severity: 'error',
  what: 'A workflow runs on `pull_request_target` and checks out the pull request.',
  why: 'Anyone who opens a pull request gets the secrets of the repository.',
  bad: workflowExample({
    on: 'on:\n  pull_request_target: ▸{ branches: [main] }',
    steps: `      - uses: actions/checkout@v7
        with: { ref: "${expression('github.event.pull_request.head.sha')}" }
`,
  }),
  good: workflowExample({
    on: 'on:\n  pull_request:',
    env: '        with: { mode: plan }\n',
  }),
  check({ ours }, { report }) {
    for (const { triggers, checkout, step } of ours) {
      const target = triggers.get('pull_request_target')
      const ref = scalarText(inputOf(checkout ?? step, 'ref')) ?? ''
      if (target && /head|pull_request/.test(ref))
        report(
          target.at,
          '`pull_request_target` exposes the secrets of the repository to the files of any pull request.',
          'Use `pull_request` with `mode: plan`, which needs no secret.',
        )
    }
  },
}

import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

/** A reference to a branch of the action. */
export const unpinned: Rule<Workflow> = {
  code: 'workflow/unpinned',
  severity: 'warning',
  what: 'An action in a job that deploys is referenced by a branch.',
  why: 'Its next commit runs with your secrets.',
  bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@main' }),
  good: workflowExample({ uses: 'fechatter/deploy-monitoring@v1' }),
  check({ ours, likely, scripted }, { report }) {
    const jobs = new Map([...likely, ...scripted].map(({ job, steps }) => [job, steps]))
    const setups = [...jobs.values()].flat().filter((step) => FLYCTL.test(usesOf(step)))
    for (const step of new Set([...ours.map((call) => call.step), ...setups])) {
      const uses = get(step, 'uses')
      const ref = /@(.*)/.exec(usesOf(step))?.[1]
      if (uses && ref && /^(?:main|master|HEAD)$/.test(ref))
        report(
          uses.at,
          `The action is referenced by the branch ${ref}, which may change at any time, in a job that has a Fly token.`,
          `Use a release, such as ${FLYCTL.test(usesOf(step)) ? '@1.6' : '@v1'}.`,
        )
    }
  },
}

/** The action of Fly that installs or runs flyctl. */
const FLYCTL = /^superfly\/flyctl-actions(?:\/setup-flyctl)?@/

const usesOf = (step: Tree): string => scalarText(get(step, 'uses')) ?? ''

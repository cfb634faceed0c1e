import { get, scalarText } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import type { Workflow } from './subject.ts'

const file = (version: string) =>
  workflowExample({ steps: `      - uses: superfly/flyctl-actions/setup-flyctl@${version}\n` })

/** How the releases of an action are tagged. */
interface Tagged {
  action: RegExp
  /** References of this form do not exist. */
  isMissing: RegExp
  example: string
}

/** The tags of well-known actions (read from their repositories). */
const TAGGED: readonly Tagged[] = [
  // 1, 1.0 to 1.6, v1 and v1.4; its branch is master.
  { action: /^superfly\/flyctl-actions(?:\/|$)/, isMissing: /^(?:v(?!1$|1\.4$)\d|main$)/, example: '1.6' },
  // 1.0 to 1.6.0, latest and v1.
  { action: /^superfly\/fly-pr-review-apps$/, isMissing: /^v(?!1$)\d/, example: '1.6.0' },
  {
    action:
      /^(?:actions\/(?:checkout|cache|setup-\w+|(?:up|down)load-artifact|github-script)|docker\/[\w-]+-action)$/,
    isMissing: /^\d+(?:\.\d+)*$/,
    example: 'v5',
  },
]

/** Releases of flyctl-actions before they had setup-flyctl. */
const WITHOUT_SETUP = /^1\.[0-3]$/

/** A folder of flyctl-actions that has no action. */
const NO_ACTION = /^superfly\/flyctl-actions\/(?!setup-flyctl$)/

/** A reference that GitHub cannot resolve. */
export const actionVersion: Rule<Workflow> = {
  code: 'workflow/action-version',
  severity: 'error',
  what: 'A step uses a version of a well-known action that does not exist.',
  why: 'GitHub cannot resolve it: the job fails before its first step.',
  bad: file('v1.6').replace('superfly', '▸superfly'),
  good: file('1.6'),
  check({ all }, { report }) {
    for (const { step } of all) {
      const uses = get(step, 'uses')
      const [, action = '', ref = ''] = /^([^@]+)@(.+)$/.exec(scalarText(uses) ?? '') ?? []
      const tagged = TAGGED.find((one) => one.action.test(action))
      const isTooOld = action.endsWith('/setup-flyctl') && WITHOUT_SETUP.test(ref)
      if (uses && NO_ACTION.test(action))
        report(
          uses.at,
          `${action} does not exist.`,
          'Use `superfly/flyctl-actions/setup-flyctl@1.6`, or a newer release.',
        )
      if (!uses || !tagged || NO_ACTION.test(action) || !(tagged.isMissing.test(ref) || isTooOld)) continue
      const other = isTooOld ? tagged.example : otherSpelling(ref, tagged)
      report(
        uses.at,
        isTooOld ? `${action} is not part of release ${ref}.` : `${action} has no version ${ref}.`,
        `Use \`${action}@${other}\`${other === tagged.example ? ', or a newer release' : ''}.`,
      )
    }
  },
}

/** The version without its `v`, or with one, if the action has such a version. */
function otherSpelling(ref: string, { isMissing, example }: Tagged): string {
  if (/^\d/.test(ref)) return `v${ref.split('.')[0]}`
  const version = ref.slice(1)
  return /^1\.[456]$/.test(version) && !isMissing.test(version) ? version : example
}

import { globMatches } from '../../formats/glob.ts'
import { get, items, scalarText } from '../../formats/tree.ts'
import { few } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { isDeploy, type Workflow } from './subject.ts'

/** Characters of patterns times characters of paths: real workflows have far less, and more would take a second. */
const MOST_WORK = 30_000_000

/** Changes that do not start the deploy that uses them. */
export const paths: Rule<Workflow> = {
  code: 'workflow/paths',
  severity: 'warning',
  what: 'The `paths` of a workflow do not include all files that it deploys.',
  why: 'A change of such a file is deployed only with the next change of another file.',
  bad: workflowExample({ on: 'on:\n  push: { branches: [main], paths: ▸["src/**", fly.toml] }' }),
  good: workflowExample({
    on: 'on:\n  push: { branches: [main], paths: ["src/**", fly.toml, monitoring.yml] }',
  }),
  check({ ours, files }, { report }) {
    const filter = get(ours.find(isDeploy)?.triggers.get('push'), 'paths')
    if (!filter) return
    const patterns = items(filter).map((pattern) => scalarText(pattern) ?? '')
    if (patterns.join('').length * files.join('').length > MOST_WORK) return
    const missed = files.filter((file) => !isIncluded(file, patterns))
    if (missed.length > 0)
      report(
        filter.at,
        `A change of ${few(missed)} does not start a deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in \`paths\`.`,
        'Add it to `paths`, or remove `paths`: a deploy changes only what differs.',
      )
  },
}

/** Whether GitHub's filter includes a file: later patterns override earlier ones, those with ! exclude. */
const isIncluded = (file: string, patterns: readonly string[]): boolean =>
  patterns.reduce((included, pattern) => {
    const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
    return globMatches(glob, file) ? not === '' : included
  }, false)

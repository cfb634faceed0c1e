import { globMatches } from '../../formats/glob.ts'
import { get, items, scalarText } from '../../formats/tree.ts'
import { few } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { workflowExample } from './example.ts'
import { isDeploy, type Workflow } from './subject.ts'

/** Characters of patterns times characters of paths: people have far less, and it would take a second. */
const MOST_WORK = 30_000_000

/** Changes that start no deploy although it would ship them. */
export const paths: Rule<Workflow> = {
  code: 'workflow/paths',
  severity: 'warning',
  what: 'The paths of a workflow leave out files that it deploys.',
  why: 'Their changes are deployed with the next change of something else, or never.',
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
        `A change of ${few(missed)} starts no deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in paths.`,
        'Add it to paths, or leave paths out: a deploy changes only what differs.',
      )
  },
}

/** As GitHub filters: later patterns win, those with ! exclude. */
const isIncluded = (file: string, patterns: readonly string[]): boolean =>
  patterns.reduce((included, pattern) => {
    const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
    return globMatches(glob, file) ? not === '' : included
  }, false)

import { globMatches } from '../../formats/glob.ts'
import { get, items, textOf } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import { type Call, expression, input, modeOf, type Report } from './call.ts'

/** Whose code is deployed, and with whose secrets. */
export function pullRequests(call: Call, report: Report): void {
  const target = call.triggers.get('pull_request_target')
  const ref = textOf(input(call.checkout ?? call.step, 'ref')) ?? ''
  if (target && /head|pull_request/.test(ref))
    report(
      'workflow/pull-request-target',
      target.at,
      'pull_request_target gives the secrets of the repository to files of whoever opens a pull request.',
      'Use pull_request with mode: plan, which needs no secret.',
    )
  const request = call.triggers.get('pull_request')
  const isLimited = /event_name|github\.ref|pull_request/.test(conditionsOf(call))
  if (request && modeOf(call) === 'deploy' && !isLimited)
    report(
      'workflow/deploy-pull-request',
      request.at,
      `Job ${quoted(call.name)} deploys for pull requests.`,
      `Use mode: plan for them, in a job of its own or with "mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}".`,
    )
}

const conditionsOf = ({ job, step }: Call): string =>
  [job, step].map((node) => textOf(get(node, 'if')) ?? '').join(' ')

/** Pushes that deploy although nobody means them to. */
export function pushes(call: Call, report: Report): void {
  const push = call.triggers.get('push')
  if (!push || modeOf(call) !== 'deploy' || /github\.|inputs\./.test(conditionsOf(call))) return
  const filters = ['branches', 'branches-ignore', 'tags', 'tags-ignore']
  if (!filters.some((key) => get(push, key)))
    report(
      'workflow/any-branch',
      push.at,
      `Job ${quoted(call.name)} deploys whatever branch is pushed.`,
      'Name the branch: "push: { branches: [main] }".',
    )
}

/** Signs of patterns times signs of paths: people have far less, and it would take a second. */
const MOST_WORK = 30_000_000

/** Changes that start no deploy although it would ship them. */
export function paths(call: Call, files: readonly string[], report: Report): void {
  const filter = get(call.triggers.get('push'), 'paths')
  if (!filter) return
  const patterns = items(filter).map((pattern) => textOf(pattern) ?? '')
  if (patterns.join('').length * files.join('').length > MOST_WORK) return
  const missed = files.filter((file) => !isTaken(file, patterns))
  if (missed.length > 0)
    report(
      'workflow/paths',
      filter.at,
      `A change of ${few(missed)} starts no deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in paths.`,
      'Add it to paths, or leave paths out: a deploy changes only what differs.',
    )
}

/** As GitHub filters: later patterns win, those with ! take away. */
const isTaken = (file: string, patterns: readonly string[]): boolean =>
  patterns.reduce((taken, pattern) => {
    const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
    return globMatches(glob, file) ? not === '' : taken
  }, false)

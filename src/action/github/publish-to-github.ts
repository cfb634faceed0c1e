import { GitHubRefusal } from '../../clients/github/refusal.ts'
import { type GitHubInputs, githubInputs } from '../../inputs/github.ts'
import type { Environment } from '../../inputs/names.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { RunReport } from '../../report/report.ts'
import { type WorkflowRun, workflowRun } from './event.ts'
import { inputIn, modeIn, publicationOf } from './publication.ts'
import { emptyToken, notWritten, type ReportedPart, readOnlyToken, type UnwrittenPart } from './warnings.ts'

/** What is reported to GitHub after a run, and where. */
export interface GitHubReport {
  report: RunReport
  /** The run ends with an error. */
  isFailed: boolean
  env: Environment
  log: Log
  /** Aborted when the workflow is cancelled. */
  signal: AbortSignal
}

/** Milliseconds for all requests with all their pauses: enough for a Retry-After of a minute. */
const PATIENCE_MS = 90_000

/**
 * Reports to GitHub what the inputs ask for: a comment, a check run, an issue. It comes after everything else, and never
 * fails: what GitHub does not accept is a warning. A run that was cancelled is no result.
 */
export async function publishToGitHub(all: GitHubReport): Promise<void> {
  const { env, log, signal } = all
  const run = workflowRun(env)
  if (!run) return
  const inputs = githubInputs(inputIn(env), () => undefined)
  const parts = partsFor(inputs, run, modeIn(env))
  if (parts.length === 0 || signal.aborted) return
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  const writing = write(parts, inputs, { ...all, run, signal: patience })
  for (const problem of await Promise.race([writing, givingUp(parts, signal)])) log.problem(problem)
}

/** Aborted requests end by themselves; this is for those that do not. */
const AFTER_PATIENCE_MS = 2_000

/** Resolves when the workflow is cancelled, or when the time is up. */
function givingUp(parts: readonly ReportedPart[], cancel: AbortSignal): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    cancel.addEventListener('abort', () => resolve([]), { once: true })
    const error = new GitHubRefusal('unclear', 'GitHub does not answer in time')
    const giveUp = () => resolve(notWritten(parts.map((part) => ({ part, error }))))
    setTimeout(giveUp, PATIENCE_MS + AFTER_PATIENCE_MS).unref()
  })
}

/** What a token that may only read is answered. */
const isForbidden = (error: unknown): boolean =>
  error instanceof GitHubRefusal && (error.kind === 'permission' || error.kind === 'missing')

type Kind = 'comment' | 'check-run' | 'issue'

interface WantedPart extends ReportedPart {
  kind: Kind
}

/** Outside of a pull request there is nothing to comment on; a verification of a pull request is no news of production. */
function partsFor(inputs: GitHubInputs, run: WorkflowRun, mode: string): WantedPart[] {
  const pull = run.pullRequest
  const isPull = pull !== undefined || run.event === 'merge_group'
  const wanted: Record<Kind, boolean> = {
    comment: inputs.comment && pull !== undefined,
    'check-run': inputs.checkRun && run.commit !== '',
    issue: inputs.issue && mode === 'verify' && !isPull,
  }
  const name = {
    comment: `The comment on pull request #${pull?.number}`,
    'check-run': 'The check run',
    issue: 'The issue',
  }
  return (['comment', 'check-run', 'issue'] as const)
    .filter((kind) => wanted[kind])
    .map((kind) => ({ kind, name: name[kind], ...NEEDS[kind] }))
}

const NEEDS: Readonly<Record<Kind, Pick<ReportedPart, 'permission' | 'without'>>> = {
  comment: { permission: 'pull-requests: write', without: 'comment: false' },
  'check-run': { permission: 'checks: write', without: 'check-run: false' },
  issue: { permission: 'issues: write', without: 'issue: false' },
}

/** Writes all parts side by side, and returns what to say of those that failed. */
async function write(
  parts: readonly WantedPart[],
  { token }: GitHubInputs,
  { env, log, signal, run, ...result }: GitHubReport & { run: WorkflowRun },
): Promise<Diagnostic[]> {
  const isFromFork = run.pullRequest?.isFromFork === true
  if (token === undefined) return [isFromFork ? readOnlyToken(parts) : emptyToken(parts)]
  const until = Date.now() + PATIENCE_MS
  // Loaded only now: most runs have nothing to report, and octokit takes longer to load than a plan.
  const { openGitHub, writers } = await import('./writers.ts')
  const publication = publicationOf(env, run)
  const opening = Promise.resolve().then(() => openGitHub(run, { token, env, signal, until }))
  const unwritten = parts.map(async (part): Promise<UnwrittenPart[]> => {
    try {
      const done = await writers[part.kind](await opening, { ...result, publication, run })
      if (done !== undefined) log.info(`${part.name} ${done}`)
      return []
    } catch (error) {
      return [{ part, error }]
    }
  })
  const all = (await Promise.all(unwritten)).flat()
  const { forbidden = [], others = [] } = Object.groupBy(all, ({ error }) =>
    isFromFork && isForbidden(error) ? 'forbidden' : 'others',
  )
  const ofFork = forbidden.length > 0 ? [readOnlyToken(forbidden.map(({ part }) => part))] : []
  return [...ofFork, ...notWritten(others)]
}

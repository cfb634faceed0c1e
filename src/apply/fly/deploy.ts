import { type DeployRequest, listReleases, runDeploy } from '../../clients/flyctl/commands.ts'
import type { ExplainedFailure } from '../../clients/flyctl/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import { safeLines } from '../../lib/text.ts'
import type { DeployExpectation } from '../../plan/fly/judge-machines.ts'
import { problemsOf, sharpenRefusal } from '../../plan/fly/refusals.ts'
import type { FlyContext } from './run-changes.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'

/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000

/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000

/** With one of these failures the machines may be healthy: their state decides. Any other failure is final. */
const UNDECIDED: ReadonlySet<string> = new Set(['fly-health', 'fly-start-timeout', 'fly-lease'])

/** The same, but flyctl stopped before the machines had enough time: they are waited for. */
const CUT_SHORT: ReadonlySet<string> = new Set([
  'fly-api',
  'fly-network',
  'fly-rate-limited',
  'fly-volume-attached',
  'fly-failed',
])

/** The machines after a deploy; `problem` is set when they are not as expected. */
export interface DeployOutcome extends MachineWait {
  warnings: readonly Diagnostic[]
}

export interface DeployOrder extends Omit<DeployRequest, 'waitMs' | 'timeoutMs'> {
  mayStop: boolean
  /** The release before this deploy, where it is known. */
  before?: number
}

/** Runs `flyctl deploy`; the state of the machines decides whether it succeeded. */
export async function deployAndWait(order: DeployOrder, ctx: FlyContext): Promise<DeployOutcome> {
  const begun = Date.now()
  const timeoutMs = Math.max(1_000, ctx.until - begun)
  const { mayStop, before: _, ...request } = order
  const result = await runDeploy(ctx.flyctl, {
    ...request,
    waitMs: Math.min(WAIT_MS, timeoutMs - TIDY_MS),
    timeoutMs,
  })
  ctx.log.block(`flyctl deploy, app ${order.app}`, safeLines(result.output.trimEnd()))
  const asked: DeployExpectation = { app: order.app, mayStop, ...(order.env && { env: order.env }) }
  if (result.failure)
    return afterFailure(await sharpened(result.failure, order.app, ctx), { order, asked, begun }, ctx)
  const { release } = result
  const exactly = { ...asked, ...(release && { release: release.version, imageRef: release.imageRef }) }
  return { ...(await waitForMachines(exactly, ctx.until, ctx)), warnings: [] }
}

async function sharpened({ problem }: ExplainedFailure, app: string, ctx: FlyContext): Promise<Diagnostic> {
  const why = await sharpenRefusal(new ActionError('platform', [problem]), app, ctx.flyctl)
  return why instanceof ActionError ? (why.problems[0] ?? problem) : problem
}

/** Where flyctl itself waited without success, there is no second wait: the current state of the machines decides. */
async function afterFailure(
  problem: Diagnostic,
  { order, asked, begun }: { order: DeployOrder; asked: DeployExpectation; begun: number },
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const failed = { warnings: [], machines: [], problem }
  const isCutShort = CUT_SHORT.has(problem.code)
  if (ctx.signal?.aborted || !(isCutShort || UNDECIDED.has(problem.code))) return failed
  try {
    const release = await releaseOf(order, begun, ctx)
    if (release === undefined) return failed
    const exactly = { ...asked, release, ...(order.image && { imageRef: order.image }) }
    const reached = await waitForMachines(exactly, isCutShort ? ctx.until : Date.now(), ctx)
    if (reached.problem) return { ...reached, warnings: [], problem }
    return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] }
  } catch (error) {
    // The failure of the deploy says more than a failure to read the machines.
    problemsOf(error)
    return failed
  }
}

const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.'

/** The release that a failed deploy created, if any: the newest, unfinished and younger than the deploy. */
async function releaseOf(order: DeployOrder, begun: number, ctx: FlyContext): Promise<number | undefined> {
  const [newest] = await listReleases(ctx.flyctl, order.app)
  if (!newest || newest.status === 'complete') return undefined
  const isNew =
    order.before === undefined
      ? newest.createdAt.getTime() >= begun - CLOCK_MS
      : newest.version > order.before
  return isNew ? newest.version : undefined
}

/** How far the clock of Fly may be behind the local one. */
const CLOCK_MS = 1_000

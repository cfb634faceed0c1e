import { type DeployRequest, listReleases, runDeploy } from '../../clients/flyctl/commands.ts'
import type { ExplainedFailure } from '../../clients/flyctl/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import { safeLines } from '../../lib/text.ts'
import type { DeployExpectation } from '../../plan/fly/judge-machines.ts'
import { problemsOf, sharpenRefusal } from '../../plan/fly/refusals.ts'
import type { FlyTomlContext } from './run-changes.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'

/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000

/** What flyctl needs after it gave up waiting, to say so and to release its leases. */
const TIDY_MS = 10_000

/** Exit 1 with one of these may come with machines that are well: they decide. Anything else failed before them. */
const UNDECIDED: ReadonlySet<string> = new Set(['fly-health', 'fly-start-timeout', 'fly-lease'])

/** The same, and flyctl gave up before the machines had their time. */
const CUT_SHORT: ReadonlySet<string> = new Set([
  'fly-api',
  'fly-network',
  'fly-rate-limited',
  'fly-volume-attached',
  'fly-failed',
])

/** The machines after a deploy; a `problem` says that it did not bring what was asked. */
export interface DeployOutcome extends MachineWait {
  warnings: readonly Diagnostic[]
}

export interface DeployOrder extends Omit<DeployRequest, 'waitMs' | 'timeoutMs'> {
  mayStop: boolean
  /** The release before this deploy, where it is known. */
  before?: number
}

/** Deploys, and then believes the machines. */
export async function deployAndWait(order: DeployOrder, ctx: FlyTomlContext): Promise<DeployOutcome> {
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

async function sharpened(
  { problem }: ExplainedFailure,
  app: string,
  ctx: FlyTomlContext,
): Promise<Diagnostic> {
  const why = await sharpenRefusal(new ActionError('platform', [problem]), app, ctx.flyctl)
  return why instanceof ActionError ? (why.problems[0] ?? problem) : problem
}

/** What flyctl waited for in vain is not waited for again: then the machines as they are now decide. */
async function afterFailure(
  problem: Diagnostic,
  { order, asked, begun }: { order: DeployOrder; asked: DeployExpectation; begun: number },
  ctx: FlyTomlContext,
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
    // Whoever looks in vain learns less than the deploy itself said.
    problemsOf(error)
    return failed
  }
}

const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.'

/** The release that a failed deploy made, if it came so far: the newest, unfinished and younger than the deploy. */
async function releaseOf(
  order: DeployOrder,
  begun: number,
  ctx: FlyTomlContext,
): Promise<number | undefined> {
  const [newest] = await listReleases(ctx.flyctl, order.app)
  if (!newest || newest.status === 'complete') return undefined
  const isNew =
    order.before === undefined
      ? newest.createdAt.getTime() >= begun - CLOCK_MS
      : newest.version > order.before
  return isNew ? newest.version : undefined
}

/** How far Fly's clock may be behind ours. */
const CLOCK_MS = 1_000

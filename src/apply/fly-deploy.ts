import { type DeployRequest, deploy, listReleases } from '../clients/flyctl/commands.ts'
import type { Problem } from '../lib/errors.ts'
import { safeLines } from '../lib/text.ts'
import type { Asked } from '../plan/fly-judge.ts'
import type { FlyContext } from './fly.ts'
import { type Settled, settle } from './fly-machines.ts'

/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000

/** Exit 1 with one of these may come with machines that are well: they decide. Anything else failed before them. */
const UNDECIDED = new Set([
  'fly-api',
  'fly-network',
  'fly-rate-limited',
  'fly-health',
  'fly-start-timeout',
  'fly-crash',
  'fly-lease',
  'fly-failed',
])

export interface Deployed extends Settled {
  warnings: readonly Problem[]
}

export interface DeployOrder extends Omit<DeployRequest, 'waitMs' | 'timeoutMs'> {
  mayStop: boolean
  /** The release before this deploy, where it is known. */
  before?: number
}

/** Deploys, and then believes the machines. */
export async function deployAndLook(order: DeployOrder, ctx: FlyContext): Promise<Deployed> {
  const begun = Date.now()
  const timeoutMs = Math.max(1_000, ctx.until - begun)
  const { mayStop, before: _, ...request } = order
  const result = await deploy(ctx.flyctl, { ...request, waitMs: Math.min(WAIT_MS, timeoutMs), timeoutMs })
  ctx.log.block(`flyctl deploy, app ${order.app}`, safeLines(result.output.trimEnd()))
  const asked: Asked = { app: order.app, mayStop, ...(order.env && { env: order.env }) }
  if (result.failure) return afterFailure(result.failure.problem, { order, asked, begun }, ctx)
  const { release } = result
  const exactly = { ...asked, ...(release && { release: release.version, imageRef: release.imageRef }) }
  return { ...(await settle(exactly, ctx.until, ctx)), warnings: [] }
}

/** What flyctl waited for in vain is not waited for again: the machines as they are now decide. */
async function afterFailure(
  problem: Problem,
  { order, asked, begun }: { order: DeployOrder; asked: Asked; begun: number },
  ctx: FlyContext,
): Promise<Deployed> {
  const failed = { started: [], warnings: [], problem }
  if (ctx.signal?.aborted || !UNDECIDED.has(problem.code)) return { ...failed, machines: [] }
  const release = await releaseOf(order, begun, ctx)
  if (release === undefined) return { ...failed, machines: [] }
  const settled = await settle({ ...asked, release }, Date.now(), ctx)
  if (settled.problem) return { ...settled, warnings: [], problem }
  return { ...settled, warnings: [{ ...problem, severity: 'warning', hint: WELL }] }
}

const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.'

/** The release that a failed deploy made, if it came so far: the newest one, when it is younger than the deploy. */
async function releaseOf(order: DeployOrder, begun: number, ctx: FlyContext): Promise<number | undefined> {
  const [newest] = await listReleases(ctx.flyctl, order.app)
  if (!newest) return undefined
  const isNew =
    order.before === undefined
      ? newest.createdAt.getTime() >= begun - CLOCK_MS
      : newest.version > order.before
  return isNew ? newest.version : undefined
}

/** How far Fly's clock may be behind ours. */
const CLOCK_MS = 5_000

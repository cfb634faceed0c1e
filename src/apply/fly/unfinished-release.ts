import { listReleases } from '../../clients/flyctl/commands.ts'
import type { FlyContext } from './run-changes.ts'

/** How far the clock of Fly may be behind the local one. */
const CLOCK_MS = 1_000

/** A deploy that failed: when it began, and the release before it, where that is known. */
export interface BegunDeploy {
  app: string
  /** In milliseconds since the epoch. */
  begun: number
  before?: number
}

/** The release that a failed deploy created, if any: the newest, unfinished and younger than the deploy. */
export async function unfinishedRelease(
  { app, begun, before }: BegunDeploy,
  ctx: FlyContext,
): Promise<number | undefined> {
  const [newest] = await listReleases(ctx.flyctl, app)
  if (!newest || newest.status === 'complete') return undefined
  const isNew =
    before === undefined ? newest.createdAt.getTime() >= begun - CLOCK_MS : newest.version > before
  return isNew ? newest.version : undefined
}

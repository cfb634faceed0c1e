import { listReleases } from '../../clients/flyctl/commands.ts'
import type { EmittedRelease } from '../../model/fly.ts'
import { UNDONE } from '../../plan/fly/rollback.ts'
import type { FlyContext } from './run-changes.ts'

/** How far the clock of Fly may be behind the local one. */
const CLOCK_MS = 1_000

/** The same for a flyctl that has printed what it did, so that it is hardly the release of an earlier deploy. */
const FAR_CLOCK_MS = 60_000

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

/** The release of a deploy that has not reported it: an older flyctl does not, and a broken one makes none. */
export async function releaseOf(
  { app, before, isIdentified }: Pick<BegunDeploy, 'app' | 'before'> & { isIdentified: boolean },
  { begun, hasPrinted }: { begun: number; hasPrinted: boolean },
  ctx: FlyContext,
): Promise<EmittedRelease | undefined> {
  if (isIdentified) return undefined
  const [newest] = await listReleases(ctx.flyctl, app)
  if (!newest || UNDONE.has(newest.status)) return undefined
  const since = begun - (hasPrinted ? FAR_CLOCK_MS : CLOCK_MS)
  const isNew = before === undefined ? newest.createdAt.getTime() >= since : newest.version > before
  return isNew ? { version: newest.version, imageRef: newest.imageRef } : undefined
}

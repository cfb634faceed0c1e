import { FlyError } from '../errors.ts'
import type { FlyToml } from '../flyToml.ts'
import { flapsApp, type Session, uiex } from '../session.ts'
import type { Release } from '../state.ts'

const ATTEMPTS = 3

/** The row of the new release; its version counts up whatever becomes of it. */
export function createRelease(
  session: Session,
  name: string,
  order: { imageRef: string; definition: FlyToml },
): Promise<Release> {
  return uiex(session, { method: 'POST', path: '/api/v1/releases', doing: 'create release' }, () => {
    const app = flapsApp(session, name, 'write')
    const release: Release = {
      id: `rel_${session.platform.ids.hex(16)}`,
      version: (app.releases.at(-1)?.version ?? 0) + 1,
      imageRef: order.imageRef,
      createdAt: Date.now(),
      status: 'pending',
      error: undefined,
    }
    app.releases.push(release)
    app.definition = order.definition
    return release
  })
}

/** The only request that flyctl repeats on any 5xx (measured). */
export async function updateRelease(
  session: Session,
  release: Release,
  change: Pick<Release, 'status'> & { error?: string },
): Promise<void> {
  const path = `/api/v1/releases/${release.id}`
  for (let attempt = 1; ; attempt++) {
    try {
      return await uiex(session, { method: 'PATCH', path, doing: 'update release' }, () => {
        release.status = change.status
        release.error = change.error
      })
    } catch (error) {
      if (!(error instanceof FlyError) || (error.status ?? 500) < 500 || attempt === ATTEMPTS) throw error
      await session.platform.pace.sleep(500 * 2 ** (attempt - 1), session.terminal.signal)
    }
  }
}

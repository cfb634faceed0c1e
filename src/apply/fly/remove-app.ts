import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { type ActionError, platformError } from '../../lib/errors.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import { appExists } from './claim-app.ts'
import { ensure } from './ensure.ts'

/** Pauses before Fly is asked again whether the app is gone, in milliseconds. */
const PAUSES_MS = [500, 2_000, 5_000]

/**
 * Destroys an app with everything in it, and makes sure that it is gone. After a lost answer the current state decides.
 * @throws ActionError the refusal, the last failure, or `fly-app-left`
 */
export async function removeApp(app: string, flyctl: Flyctl): Promise<void> {
  const isGone = async () => !(await appExists(app, flyctl))
  await ensure({ act: () => destroyOnce(app, flyctl), isDone: isGone }, flyctl)
  for (const pause of PAUSES_MS) {
    if (await isGone()) return
    await flyctl.pause(pause)
  }
  if (!(await isGone()))
    throw platformError(
      'fly-app-left',
      `flyctl has destroyed the app ${app}, but Fly still has it.`,
      `Run again in a minute. If it persists, destroy it manually: \`flyctl apps destroy ${app}\`.`,
    )
}

/** flyctl itself repeats a request whose answer was lost: that the app is missing then is what was wanted. */
async function destroyOnce(app: string, flyctl: Flyctl): Promise<void> {
  try {
    await fly.destroyApp(flyctl, app)
  } catch (error) {
    if (hasCode(error, 'fly-token-too-narrow')) throw tooNarrow(app, error)
    if (!hasCode(error, 'fly-app-missing')) throw error
  }
}

const tooNarrow = (app: string, cause: unknown): ActionError =>
  platformError(
    'fly-token-cannot-destroy',
    `The Fly token is not allowed to destroy the app ${app}.`,
    `Use a token of the organization (\`flyctl tokens create org\`), or destroy the app manually: \`flyctl apps destroy ${app}\`.`,
    cause,
  )

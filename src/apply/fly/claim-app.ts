import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { type ActionError, platformError } from '../../lib/errors.ts'
import { hasCode } from '../../plan/fly/refusals.ts'
import { ensure } from './ensure.ts'

/**
 * Creates the app. Fly creates an app for one caller only: `found` means that it exists and that this token may use it,
 * because another run was faster, or because flyctl repeated a request whose answer was lost.
 * @throws ActionError also when the name belongs to an app of another organization, for which Fly answers the same
 */
export async function claimApp(
  { app, organization }: { app: string; organization: string },
  flyctl: Flyctl,
): Promise<'created' | 'found'> {
  const exists = () => appExists(app, flyctl)
  try {
    await ensure({ act: () => fly.createApp(flyctl, app, organization), isDone: exists }, flyctl)
    return 'created'
  } catch (error) {
    if (hasCode(error, 'fly-token-too-narrow')) throw cannotCreate(app, organization, error)
    if (hasCode(error, 'fly-app-taken') && (await exists())) return 'found'
    throw error
  }
}

/** Whether the app exists and this token can see it. */
export const appExists = (app: string, flyctl: Flyctl): Promise<boolean> =>
  fly.checkApp(flyctl, app).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'fly-app-missing')) return false
      throw error
    },
  )

function cannotCreate(app: string, organization: string, cause: unknown): ActionError {
  return platformError(
    'fly-token-cannot-create',
    `The Fly token cannot access an app ${app}, and it is not allowed to create one.`,
    `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`,
    cause,
  )
}

import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { type ActionError, platformError } from '../../lib/errors.ts'
import { hasCode } from '../../plan/fly/refusals.ts'

/** Writes once. The answer may get lost: when a write fails without a clear refusal, the current state decides. */
export async function writeOrConfirm(
  write: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!hasCode(error, 'fly-api', 'fly-network', 'fly-failed') || !(await isDone())) throw error
  }
}

/**
 * Creates the app. A taken name may be the same app, when an earlier answer got lost. Fly answers the same for an app of
 * another organization; only reading the app distinguishes them.
 */
export async function createAppUnlessTaken(
  { app, organization }: { app: string; organization: string },
  flyctl: Flyctl,
): Promise<void> {
  try {
    await fly.createApp(flyctl, app, organization)
  } catch (error) {
    if (hasCode(error, 'fly-token-too-narrow')) throw cannotCreate(app, organization, error)
    if (!hasCode(error, 'fly-app-taken', 'fly-api', 'fly-network', 'fly-failed')) throw error
    const isOurs = await fly.checkApp(flyctl, app).then(
      () => true,
      () => false,
    )
    if (!isOurs) throw error
  }
}

function cannotCreate(app: string, organization: string, cause: unknown): ActionError {
  return platformError(
    'fly-token-cannot-create',
    `The Fly token cannot access an app ${app}, and it is not allowed to create one.`,
    `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`,
    cause,
  )
}

/** Allocates a public address that the app does not have. */
export function ensureAddress(
  { app, address }: { app: string; address: 'shared-v4' | 'v6' },
  flyctl: Flyctl,
): Promise<void> {
  const version = address === 'v6' ? 6 : 4
  return writeOrConfirm(
    () => fly.allocateAddress(flyctl, app, address),
    async () =>
      (await fly.listAddresses(flyctl, app)).some((a) => a.kind === 'public' && a.version === version),
  )
}

import type { Flyctl } from '../clients/flyctl/client.ts'
import * as fly from '../clients/flyctl/commands.ts'
import type { Machine } from '../clients/flyctl/shapes.ts'
import { ActionError, platformError } from '../lib/errors.ts'
import type { FlyState } from '../plan/fly.ts'
import type { MonitoringApp } from '../render/monitoring.ts'

/** The state of the monitoring app with its machines in full. */
export type Observed = FlyState & { machines: readonly Machine[] }

/** What there is of the monitoring app; undefined when there is no such app. */
export async function observe(desired: MonitoringApp, flyctl: Flyctl): Promise<Observed | undefined> {
  const machines = await machinesIfThere(desired.app, flyctl)
  if (!machines) return undefined
  // Without a machine nothing is recorded that the secrets could be compared with.
  const compare = machines.length > 0 && desired.secrets.length > 0
  const [volumes, secrets] = await Promise.all([
    fly.listVolumes(flyctl, desired.app),
    compare ? fly.listSecrets(flyctl, desired.app) : undefined,
  ])
  return { machines, volumes, ...(secrets && { secrets }) }
}

async function machinesIfThere(app: string, flyctl: Flyctl): Promise<Machine[] | undefined> {
  try {
    return await fly.listMachines(flyctl, app)
  } catch (error) {
    const why = await whyRefused(error, app, flyctl)
    if (hasCode(why, 'fly-app-missing')) return undefined
    throw why
  }
}

/**
 * The machines API answers `unauthorized` for a bad token, for an app elsewhere and for none; asked for the app,
 * GraphQL tells them apart. Any other error is returned as it is.
 */
export async function whyRefused(error: unknown, app: string, flyctl: Flyctl): Promise<unknown> {
  if (!hasCode(error, 'fly-token-too-narrow')) return error
  return fly.checkApp(flyctl, app).then(
    () => error,
    (sharper: unknown) => sharper,
  )
}

/**
 * Creates the app. A taken name may be ours: an earlier answer got lost. Fly says the same for a foreign app, and
 * only asking for the app tells them apart.
 */
export async function createAppIfFree(
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
    `This Fly token sees no app ${app}, and it may not create one.`,
    `If the app exists, use a token that covers it; else create it once by hand (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`,
    cause,
  )
}

/** A write whose answer may get lost: when it fails without a clear no, what is there decides. */
export async function sureOf(write: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!hasCode(error, 'fly-api', 'fly-network', 'fly-failed') || !(await isDone())) throw error
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof ActionError && error.problems.some((problem) => codes.includes(problem.code))
}

import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { isOwnSecret } from '../../desired/monitoring-app.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { FlySecret, FlyVolume, Machine } from '../../model/fly.ts'
import { type FlyChange, flyChange } from './actions.ts'
import { machinesIfExisting } from './observe.ts'
import { hasRecord } from './state.ts'

/** Everything that is destroyed together with an app. */
export interface AppContents {
  machines: readonly Pick<Machine, 'id' | 'region' | 'state' | 'env'>[]
  volumes: readonly Pick<FlyVolume, 'id' | 'name' | 'region' | 'sizeGb'>[]
  secrets: readonly Pick<FlySecret, 'name'>[]
}

/** Reads what an app has; undefined when it does not exist, or when this token cannot see it. */
export async function observeContents(app: string, flyctl: Flyctl): Promise<AppContents | undefined> {
  const machines = await machinesIfExisting(app, flyctl)
  if (!machines) return undefined
  const [volumes, secrets] = await Promise.all([fly.listVolumes(flyctl, app), fly.listSecrets(flyctl, app)])
  return { machines, volumes, secrets }
}

/** The one change that destroys the app; its diff names everything that is lost. */
export function planRemoval(app: string, { machines, volumes, secrets }: AppContents): FlyChange {
  const lost = [
    ...machines.map(({ id, region, state }) => `machine ${id} in ${region} (${state})`),
    ...volumes.map(
      ({ id, name, region, sizeGb }) => `volume ${name} (${id}), ${sizeGb} GB in ${region}, with its data`,
    ),
    ...secrets.map(({ name }) => `secret ${name}`),
  ]
  const diff = lost.map((one) => `- ${one}`).join('\n')
  return flyChange({ kind: 'destroy-app', app }, 'It was requested.', {
    owner: 'ours',
    ...(diff !== '' && { diff }),
  })
}

/**
 * Why an app must not be destroyed: nothing in it shows that this action made it. A deploy records itself on the machine;
 * before the first machine exists, there is at most the volume and the secrets that a deploy begins with.
 */
export function notOurs(app: string, volumeName: string, contents: AppContents): Diagnostic | undefined {
  const { machines, volumes, secrets } = contents
  const isOurs =
    machines.length > 0
      ? machines.some(hasRecord)
      : volumes.every(({ name }) => name === volumeName) && secrets.every(({ name }) => isOwnSecret(name))
  if (isOurs) return undefined
  return {
    code: 'destroy-not-ours',
    severity: 'error',
    message: `App ${app} exists, but it was not deployed by this action: ${machines.length > 0 ? 'its machines do not have the record of a deploy' : 'it has volumes or secrets that a deploy does not make'}. Nothing was removed.`,
    hint: `Check \`monitoring.app\`. If this app is to be destroyed, do it manually: \`flyctl apps destroy ${app}\`.`,
  }
}

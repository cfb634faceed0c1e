import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import { doubleAddresses, missingAddresses, type PublicAddress } from '../../plan/fly/addresses.ts'
import { ensure } from './ensure.ts'

/** Allocates a public address that the app does not have. */
export function ensureAddress(
  { app, address }: { app: string; address: PublicAddress },
  flyctl: Flyctl,
): Promise<void> {
  return ensure(
    {
      act: () => fly.allocateAddress(flyctl, app, address),
      isDone: async () => !missingAddresses(await fly.listAddresses(flyctl, app)).includes(address),
    },
    flyctl,
  )
}

/** After a first deploy: allocates the public addresses that are missing, and releases what was allocated twice. */
export async function ensureAddresses(app: string, flyctl: Flyctl): Promise<void> {
  const addresses = await fly.listAddresses(flyctl, app)
  for (const address of doubleAddresses(addresses)) await ensureReleased(app, address, flyctl)
  const missing = missingAddresses(addresses)
  for (const address of missing) await ensureAddress({ app, address }, flyctl)
  if (!missing.includes('v6')) return
  for (const address of doubleAddresses(await fly.listAddresses(flyctl, app)))
    await ensureReleased(app, address, flyctl)
}

/** Releases an address of the app. */
export const ensureReleased = (app: string, address: string, flyctl: Flyctl): Promise<void> =>
  ensure(
    {
      act: () => fly.releaseAddress(flyctl, app, address),
      isDone: async () => (await fly.listAddresses(flyctl, app)).every((one) => one.address !== address),
    },
    flyctl,
  )

import type { Diagnostic } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { Machine } from '../../model/fly.ts'

/** What the region of an app was expected to be, and the key that says so. */
export interface ExpectedRegion {
  app: string
  region: string
  /** Such as `primary_region` of fly.toml. */
  key: string
}

/**
 * No machine of an app is in its region. flyctl ignores a region that was changed after the first deploy, and reports
 * success. Machines in other regions in addition are the decision of the owner.
 */
export function wrongRegion(
  { app, region, key }: ExpectedRegion,
  machines: readonly Pick<Machine, 'id' | 'region' | 'standby' | 'mounts'>[],
): Diagnostic | undefined {
  const placed = machines.filter((machine) => !machine.standby && machine.region !== '')
  const [first] = placed
  if (!first || placed.some((machine) => machine.region === region)) return undefined
  const found = list(placed.map((machine) => `machine ${machine.id} is in ${machine.region}`))
  const move =
    first.mounts.length > 0
      ? `A volume cannot move: see https://fly.io/docs/volumes/volume-manage/ for a copy of it (\`flyctl volumes fork ${first.mounts[0]?.volume} --region ${region} -a ${app}\`).`
      : `To move it: \`flyctl machine clone ${first.id} --region ${region} -a ${app}\`, then \`flyctl machine destroy ${first.id} --force -a ${app}\`.`
  return {
    code: 'fly-machine-region',
    severity: 'error',
    message: `No machine of ${app} is in region ${region}, which is ${key}: ${found}. Fly does not move a machine on a deploy.`,
    hint: `If ${first.region} is right, set ${key} to "${first.region}". ${move}`,
  }
}

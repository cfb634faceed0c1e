import { flatten } from '../processGroups.ts'
import { servicesOf } from '../services.ts'
import type { Machine } from '../state.ts'
import { type Deployment, groupOf } from './deployment.ts'

/** Says which machines a deploy adds or destroys; silent when it only updates. */
export function announceGroups(
  deployment: Deployment,
  { going, needed }: { going: readonly Machine[]; needed: readonly string[] },
): void {
  if (going.length === 0 && needed.length === 0) return
  const { out } = deployment.context
  out(deployment.first ? 'This deployment will:\n' : 'Process groups have changed. This will:\n')
  for (const [group, machines] of Object.entries(Object.groupBy(going, groupOf))) {
    const count = machines?.length ?? 0
    out(` * destroy ${count} "${group}" machine${count === 1 ? '' : 's'}\n`)
  }
  for (const group of needed) out(` * create ${additions(deployment, group)}\n`)
  out('\n')
}

function additions({ shipment, options }: Deployment, group: string): string {
  const config = flatten(shipment.config, group)
  if (!options.spares || (config.mounts ?? []).length > 0) return `1 "${group}" machine`
  if (servicesOf(config).length > 0) return `2 "${group}" machines`
  return `1 "${group}" machine and 1 standby machine for it`
}

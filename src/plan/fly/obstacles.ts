import type { Diagnostic } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { FlyVolume } from '../../model/fly.ts'
import type { Replicas } from './replicas.ts'
import { type DesiredMonitoring, isSharded, type MonitoringMachine } from './state.ts'

/** What no change of this action can correct: more machines than wanted, a volume with another name or in another region. */
export const obstacles = (wanted: DesiredMonitoring, replicas: Replicas): Diagnostic[] => [
  ...machineProblems(wanted, replicas),
  ...volumeProblems(wanted, replicas),
]

const error = (code: string, message: string, hint: string): Diagnostic[] => [
  { code, severity: 'error', message, hint },
]

function machineProblems({ app: monitoring }: DesiredMonitoring, replicas: Replicas): Diagnostic[] {
  const { app, regions } = monitoring
  const others = replicas.others.machines
  if (others.length === 0) return []
  const all = [...replicas.machines, ...others]
  const found = `App ${app} has ${all.length} machines: ${describeMachines(all)}.`
  const destroy = `\`flyctl machine destroy ID -a ${app}\``
  if (regions.length === 1)
    return error(
      'fly-two-machines',
      `${found} Prometheus needs exactly one; with two its data is split.`,
      `Keep the one whose volume has the data and destroy the other: ${destroy}.`,
    )
  if (isSharded(monitoring)) return shardProblems(monitoring, all, others, destroy)
  const placed = all.map(({ id, region }) => `${id} (${region})`)
  if (all.length <= regions.length)
    return error(
      'fly-volume-region',
      `The machines of ${app} are ${list(placed)}, and its replicas are to be in ${list(regions)}; a machine with a volume cannot move.`,
      `Set \`monitoring.regions\` so that the region of each machine is in it, or destroy the machine manually: ${destroy}.`,
    )
  return error(
    'fly-two-machines',
    `${found} \`monitoring.replicas\` is ${regions.length}, so it must have exactly ${regions.length}.`,
    `Destroy the one that was made manually: ${destroy}. Its volume stays; \`flyctl volumes list -a ${app}\` shows it.`,
  )
}

/** Each shard is one machine. Which of two is the right one, the volume with the newer data says, and no one else. */
function shardProblems(
  { app, groups }: DesiredMonitoring['app'],
  all: readonly MonitoringMachine[],
  others: readonly MonitoringMachine[],
  destroy: string,
): Diagnostic[] {
  const doubled = [...new Set(others.map(({ processGroup }) => processGroup))].map(
    (group) => `${group}: ${describeMachines(all.filter((one) => one.processGroup === group))}`,
  )
  return error(
    'fly-two-machines',
    `App ${app} has ${all.length} machines, and \`monitoring.shards\` is ${groups.length}: each of the process groups ${list(groups)} must have exactly one. Too many are in ${doubled.join('; ')}.`,
    `Destroy what was made manually: ${destroy}. Its volume stays; \`flyctl volumes list -a ${app}\` shows it.`,
  )
}

/** Machines of which there are too many, in words. */
export const describeMachines = (
  machines: readonly Pick<MonitoringMachine, 'id' | 'state' | 'mounts'>[],
): string => list(machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`))

function volumeProblems(wanted: DesiredMonitoring, replicas: Replicas): Diagnostic[] {
  const { app, region, regions, volume } = wanted.app
  const held = replicas.machines
    .flatMap((m) => m.mounts)
    .find((mount) => mount.name !== '' && mount.name !== volume.name)
  if (held)
    return error(
      'fly-volume-renamed',
      `The machine of ${app} uses the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot replace the volume of a machine.`,
      `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine manually.`,
    )
  if (replicas.others.volumes.length > 0)
    return error('fly-two-volumes', twoVolumes(wanted, replicas), twoVolumesHint(wanted, replicas))
  const first = replicas.volumes.find((one) => !regions.includes(one.region))
  if (first)
    return error(
      'fly-volume-region',
      `The volume ${first.id} (${volume.name}) of ${app}${usedBy(first, replicas.machines)} is in region ${first.region}, not ${region}, which is \`monitoring.region\`; a volume cannot move.`,
      `Set \`monitoring.region: ${first.region}\`. To move permanently, start with an empty volume: destroy the machine and the volume manually, then deploy again.`,
    )
  return []
}

function twoVolumes(wanted: DesiredMonitoring, replicas: Replicas): string {
  const { app, volume, regions } = wanted.app
  const named = [...replicas.volumes, ...replicas.others.volumes].map((v) => {
    const holder = holderOf(v, replicas.machines)
    return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `attached to machine ${holder}` : 'not attached'})`
  })
  const key = isSharded(wanted.app) ? 'shards' : 'replicas'
  const many = regions.length === 1 ? '' : ` \`monitoring.${key}\` is ${regions.length} (${list(regions)}).`
  return `App ${app} has ${named.length} volumes named ${volume.name}: ${list(named)}.${many} A machine could use either of them.`
}

function twoVolumesHint({ app: { app } }: DesiredMonitoring, replicas: Replicas): string {
  const all = [...replicas.others.volumes, ...replicas.volumes]
  const which = all.find((v) => !holderOf(v, replicas.machines))?.id ?? 'ID'
  return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${app}\`.`
}

function holderOf(volume: FlyVolume, machines: readonly MonitoringMachine[]): string | undefined {
  return volume.machine ?? machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id
}

function usedBy(volume: FlyVolume, machines: readonly MonitoringMachine[]): string {
  const holder = holderOf(volume, machines)
  return holder === undefined ? '' : `, used by machine ${holder},`
}

/** Differences that do not prevent a deploy. */
export function volumeWarnings({ app }: DesiredMonitoring, { volumes, left }: Replicas): Diagnostic[] {
  const warning = (code: string, message: string, hint: string): Diagnostic => ({
    ...{ code, severity: 'warning', message, hint },
  })
  const larger = volumes
    .filter(({ sizeGb }) => sizeGb > app.volume.sizeGb)
    .map(({ sizeGb }) =>
      warning(
        'fly-volume-larger',
        `The volume of ${app.app} has ${sizeGb} GB, but the configuration says ${app.volume.sizeGb} GB; a volume cannot shrink.`,
        `Set \`monitoring.volume.size_gb: ${sizeGb}\`, so that the retention uses the whole volume.`,
      ),
    )
  const unused = left.map(({ id, region, sizeGb }) =>
    warning(
      'fly-volume-left',
      `The volume ${id} (${region}, ${sizeGb} GB) of ${app.app} has the samples of a replica or shard that is no longer configured. No machine uses it, and Fly charges for it.`,
      `Keep it, and a new one in ${region} uses it again; or destroy it with its samples: \`flyctl volumes destroy ${id} -a ${app.app}\`.`,
    ),
  )
  return [...larger.slice(0, 1), ...unused]
}

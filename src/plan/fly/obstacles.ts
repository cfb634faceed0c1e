import type { Diagnostic } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import { type DesiredMonitoring, type FlyState, volumesOf } from './state.ts'

/** What no change of this action can correct: two machines, a volume with another name or in another region. */
export const obstacles = (wanted: DesiredMonitoring, seen: FlyState): Diagnostic[] => [
  ...machineProblems(wanted, seen),
  ...volumeProblems(wanted, seen),
]

function machineProblems({ app }: DesiredMonitoring, { machines }: FlyState): Diagnostic[] {
  if (machines.length < 2) return []
  const ids = machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`)
  return [
    {
      code: 'fly-two-machines',
      severity: 'error',
      message: `App ${app.app} has ${machines.length} machines: ${list(ids)}. Prometheus needs exactly one; with two its data is split.`,
      hint: `Keep the one whose volume has the data and destroy the other: \`flyctl machine destroy ID -a ${app.app}\`.`,
    },
  ]
}

function volumeProblems(wanted: DesiredMonitoring, seen: FlyState): Diagnostic[] {
  const { app, region, volume } = wanted.app
  const error = (code: string, message: string, hint: string): Diagnostic[] => [
    { code, severity: 'error', message, hint },
  ]
  const held = seen.machines
    .flatMap((m) => m.mounts)
    .find((mount) => mount.name !== '' && mount.name !== volume.name)
  if (held)
    return error(
      'fly-volume-renamed',
      `The machine of ${app} uses the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot replace the volume of a machine.`,
      `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine manually.`,
    )
  const [first, ...more] = volumesOf(wanted, seen)
  if (!first) return []
  if (more.length > 0) return error('fly-two-volumes', twoVolumes(wanted, seen), twoVolumesHint(wanted, seen))
  if (first.region !== region)
    return error(
      'fly-volume-region',
      `The volume ${first.id} (${volume.name}) of ${app}${usedBy(first, seen)} is in region ${first.region}, not ${region}, which is \`monitoring.region\`; a volume cannot move.`,
      `Set \`monitoring.region: ${first.region}\`. To move permanently, start with an empty volume: destroy the machine and the volume manually, then deploy again.`,
    )
  return []
}

function twoVolumes(wanted: DesiredMonitoring, seen: FlyState): string {
  const all = volumesOf(wanted, seen).map((v) => {
    const holder = holderOf(v, seen)
    return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `attached to machine ${holder}` : 'not attached'})`
  })
  return `App ${wanted.app.app} has ${all.length} volumes named ${wanted.app.volume.name}: ${list(all)}. A machine could use either of them.`
}

function twoVolumesHint(wanted: DesiredMonitoring, seen: FlyState): string {
  const spare = volumesOf(wanted, seen).find((v) => !holderOf(v, seen))
  const which = spare?.id ?? 'ID'
  return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${wanted.app.app}\`.`
}

function holderOf(volume: FlyState['volumes'][number], seen: FlyState): string | undefined {
  return volume.machine ?? seen.machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id
}

function usedBy(volume: FlyState['volumes'][number], seen: FlyState): string {
  const holder = holderOf(volume, seen)
  return holder === undefined ? '' : `, used by machine ${holder},`
}

/** Differences that do not prevent a deploy. */
export function volumeWarnings(wanted: DesiredMonitoring, seen: FlyState): Diagnostic[] {
  const [existing] = volumesOf(wanted, seen)
  const { app, volume } = wanted.app
  if (!existing || existing.sizeGb <= volume.sizeGb) return []
  return [
    {
      code: 'fly-volume-larger',
      severity: 'warning',
      message: `The volume of ${app} has ${existing.sizeGb} GB, but the configuration says ${volume.sizeGb} GB; a volume cannot shrink.`,
      hint: `Set \`monitoring.volume.size_gb: ${existing.sizeGb}\`, so that the retention uses the whole volume.`,
    },
  ]
}

import { parse } from 'smol-toml'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import { isJsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import type { MachineFile } from '../../model/fly.ts'
import { sizeName } from '../../model/machine-size.ts'
import type { ChangeDetail } from '../../model/planned.ts'
import { runsImage } from '../fly/judge-machines.ts'
import type { MonitoringMachine } from '../fly/state.ts'
import { lineDiff, safeLine } from './lines.ts'

/** Size, image, volume, flags and files of the (first) machine, line by line; no detail when nothing in them differs. */
export function machineDetails(machine: MonitoringMachine, wanted: MonitoringApp): ChangeDetail[] {
  const lines = lineDiff(currentSettings(machine, wanted).join('\n'), desiredSettings(wanted).join('\n'), 0)
  const changed = lines.filter((line) => !line.startsWith('@@')).map((line) => line.replace(/^[-+]/, '$& '))
  return changed.length > 0 ? [{ title: 'machine', lines: changed }] : []
}

/** What a machine that does not exist yet will be. */
export const newMachine = (wanted: MonitoringApp): ChangeDetail => ({
  title: 'machine',
  lines: desiredSettings(wanted).map((line) => safeLine('+', ` ${line}`)),
})

function desiredSettings(wanted: MonitoringApp): string[] {
  const toml = parse(wanted.flyToml)
  const { cmd } = isJsonObject(toml.experimental) ? toml.experimental : {}
  const own = isJsonObject(toml.processes) ? stringIn(toml.processes[wanted.groups[0] ?? '']).split(' ') : []
  const command = Array.isArray(cmd) ? cmd.map(String) : own
  return [
    ...(wanted.image === undefined ? [] : [`image: ${wanted.image}`]),
    ...objectsIn(toml.vm).map(
      ({ size, memory }) => `vm: ${stringIn(size)}, ${stringIn(memory).replace(/mb$/, ' MB')}`,
    ),
    ...objectsIn(toml.mounts).map((one) => `volume: ${stringIn(one.source)} at ${stringIn(one.destination)}`),
    ...command.map((flag) => `flag: ${flag}`),
    ...fileLines(
      objectsIn(toml.files).map(({ guest_path, secret_name }) => ({
        guestPath: stringIn(guest_path),
        ...(typeof secret_name === 'string' && { secret: secret_name }),
      })),
    ),
  ]
}

/** What Fly does not report is taken as desired: nothing can be said about it. */
function currentSettings(machine: MonitoringMachine, wanted: MonitoringApp): string[] {
  const { guest, command, files, image, mounts } = machine
  const desired = desiredSettings(wanted)
  const assumed = (known: unknown, prefix: string) =>
    known === undefined ? desired.filter((line) => line.startsWith(prefix)) : []
  return [
    ...(wanted.image === undefined
      ? []
      : [`image: ${runsImage(machine, wanted.image) ? wanted.image : image.ref}`]),
    ...(guest ? [`vm: ${sizeName(guest)}, ${guest.memoryMb} MB`] : assumed(guest, 'vm: ')),
    ...mounts.map(({ name, path }) => `volume: ${name} at ${path}`),
    ...(command?.map((flag) => `flag: ${flag}`) ?? assumed(command, 'flag: ')),
    ...(files ? fileLines(files) : assumed(files, 'file: ')),
  ]
}

const fileLines = (files: readonly MachineFile[]): string[] =>
  files
    .map(
      ({ guestPath, secret }) =>
        `file: ${guestPath}${secret === undefined ? '' : ` from the secret ${secret}`}`,
    )
    .toSorted()

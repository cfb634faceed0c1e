import { posix } from 'node:path'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import { readToml } from '../../formats/toml.ts'
import { get, scalarText } from '../../formats/tree.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'

/** The sections that count in a build for production, the strongest first; those of version 0.4 as well. */
const SECTIONS = ['global', 'release', 'production', 'default']

/** The server of Rocket, when the Rocket.toml of the image gives it an address of IPv4 and no variable gives another one. */
export function rocketListeners(app: ChosenApp, folders: readonly string[], textOf: TextOf): Ipv4Listener[] {
  const { build, file: fly } = app.facts
  const variables = machineVariables(app)
  if (variables.has('ROCKET_ADDRESS') || variables.has('ROCKET_PROFILE')) return []
  const around = [posix.dirname(fly), posix.dirname(build?.file ?? fly)]
  const copied = (build?.copied ?? []).filter((path) => posix.basename(path) === NAME)
  const paths = [
    ...around.flatMap((folder) => copied.map((path) => posix.join(folder, path))),
    ...[...folders, ...around].map((folder) => posix.join(folder, NAME)),
  ]
  const file = paths.find((path) => textOf(path) !== undefined)
  const read = file === undefined ? undefined : readToml(textOf(file) ?? '')
  if (file === undefined || !read?.ok) return []
  const value = (key: string) =>
    SECTIONS.map((one) => get(get(read.table, one), key)).find((one) => one !== undefined)
  const address = value('address')
  if (!address || scalarText(address) !== '0.0.0.0') return []
  return [
    {
      at: { file, ...address.at },
      why: 'Rocket is given the address 0.0.0.0',
      hint: 'Give it `address = "::"` instead: on Fly that accepts IPv4 as well.',
      port: Number(variables.get('ROCKET_PORT')?.value ?? scalarText(value('port')) ?? 8000),
      names: new Set(),
    },
  ]
}

const NAME = 'Rocket.toml'

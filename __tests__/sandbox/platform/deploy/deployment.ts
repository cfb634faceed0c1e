import type { Context } from '../context.ts'
import type { App, Machine, Release, Volume } from '../state.ts'
import type { Shipment } from '../toMachine.ts'
import type { DeployImage } from './image.ts'
import type { DeployOptions } from './options.ts'

/** A deploy under way. */
export interface Deployment {
  readonly context: Context
  readonly app: App
  readonly options: DeployOptions
  readonly image: DeployImage
  readonly shipment: Shipment
  readonly release: Release
  readonly strategy: string
  /** Nothing of the app runs yet. */
  readonly first: boolean
  /** The app's machines at the start, without those that are going. */
  readonly machines: readonly Machine[]
  /** Unattached volumes; a launch takes one out. */
  readonly volumes: Volume[]
}

/** As flyctl names a machine: `id [group]`. */
export const shownMachine = (machine: Machine): string => `${machine.id} [${groupOf(machine)}]`

export const groupOf = (machine: Machine): string => machine.config.metadata.fly_process_group ?? 'app'

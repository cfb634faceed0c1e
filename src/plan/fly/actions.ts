import { list } from '../../lib/text.ts'
import type { Change, Owner } from '../change.ts'
import { describeAddress, type PublicAddress } from './addresses.ts'

/** One thing to do at Fly. */
export type FlyAction =
  | { kind: 'create-app'; app: string; organization: string }
  | { kind: 'create-volume'; app: string; name: string; region: string; sizeGb: number }
  /** Adds the machine of a replica: a copy of one that exists, with a free volume of the region. Those of shards are deployed. */
  | { kind: 'add-machine'; app: string; region: string }
  /** Removes what was made twice, or the machine of a replica that is no longer wanted, whose volume is kept. */
  | { kind: 'remove-machine'; app: string; id: string; keeps?: string }
  | { kind: 'remove-volume'; app: string; id: string }
  | { kind: 'extend-volume'; app: string; id: string; sizeGb: number }
  | { kind: 'allocate-address'; app: string; address: PublicAddress }
  | { kind: 'release-address'; app: string; address: string }
  /** Allocates the public addresses that are missing after a first deploy. */
  | { kind: 'ensure-addresses'; app: string }
  | { kind: 'stage-secrets'; app: string; names: readonly string[] }
  /** `machine`: only this one, where there are several. `groups`: only these process groups, of several shards. */
  | {
      kind: 'deploy'
      app: string
      image: ImageSource
      machine?: { id: string; region: string }
      groups?: readonly string[]
    }
  | { kind: 'start-machines'; app: string; machines: readonly string[] }
  /** Deploys an earlier release again, with its image and its configuration. */
  | { kind: 'roll-back'; app: string; release: number; image: string }
  /** With its machines, volumes, secrets and addresses. */
  | { kind: 'destroy-app'; app: string }

/** Where the image of a deploy comes from. */
export type ImageSource =
  | { from: 'reference'; reference: string }
  | { from: 'dockerfile'; path: string }
  /** As the Fly configuration says. */
  | { from: 'config' }

export type FlyChange = Change<FlyAction>

/** The change of an action, with its reason. */
export function flyChange(
  action: FlyAction,
  reason: string,
  more: { diff?: string; owner?: Owner } = {},
): FlyChange {
  return { subject: action.app, what: describe(action), reason, ...more, action }
}

function describe(action: FlyAction): string {
  switch (action.kind) {
    case 'create-app':
      return `create the app in ${action.organization}`
    case 'create-volume':
      return `create the volume ${action.name}, ${action.sizeGb} GB in ${action.region}`
    case 'remove-machine':
      return action.keeps === undefined
        ? `remove the second machine ${action.id}`
        : `remove the machine ${action.id}, and keep its volume ${action.keeps}`
    case 'add-machine':
      return `add a replica in ${action.region}`
    case 'remove-volume':
      return `remove the second volume ${action.id}`
    case 'extend-volume':
      return `extend the volume ${action.id} to ${action.sizeGb} GB`
    case 'allocate-address':
      return `allocate a ${describeAddress(action.address)}`
    case 'release-address':
      return `release the public address ${action.address}`
    case 'ensure-addresses':
      return 'ensure public addresses'
    case 'stage-secrets':
      return `stage ${action.names.join(', ')}`
    case 'deploy':
      if (action.groups)
        return `deploy the process ${action.groups.length === 1 ? 'group' : 'groups'} ${list(action.groups)}`
      return action.machine ? `deploy to machine ${action.machine.id} in ${action.machine.region}` : 'deploy'
    case 'start-machines':
      return `start ${action.machines.join(', ')}`
    case 'roll-back':
      return `restore release v${action.release} (rollback)`
    case 'destroy-app':
      return 'destroy the app'
  }
}

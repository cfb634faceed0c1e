import type { Problem } from '../lib/errors.ts'

/** One thing to do at Fly. Serialisable: a plan can be shown, stored and compared. Never holds a secret's value. */
export type FlyAction =
  | { kind: 'create-app'; app: string; organization: string }
  | { kind: 'create-volume'; app: string; name: string; region: string; sizeGb: number }
  | { kind: 'extend-volume'; app: string; id: string; sizeGb: number }
  | { kind: 'allocate-address'; app: string; address: 'shared-v4' | 'v6' }
  | { kind: 'stage-secrets'; app: string; names: readonly string[] }
  | { kind: 'deploy'; app: string; image: Image }
  | { kind: 'start-machines'; app: string; machines: readonly string[] }

/** Where the image of a deploy comes from. */
export type Image =
  | { from: 'reference'; reference: string }
  | { from: 'dockerfile'; path: string }
  /** Whatever the Fly configuration says. */
  | { from: 'config' }

/** A step of a plan: what is done, and why. Steps are done in their order, and none after one that failed. */
export interface Step {
  id: string
  reason: string
  action: FlyAction
}

/** What became of a step. */
export type Outcome = { step: Step; seconds: number } & (
  | { kind: 'done' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'notRun'; why: string }
)

/** What a step does, and why. */
export interface Link {
  reason: string
  action: FlyAction
}

/** Steps that follow one another, behind those that there are already. */
export function chain(app: string, links: readonly Link[], before: readonly Step[] = []): Step[] {
  return links.map(({ reason, action }, i) => ({
    id: `fly:${app}:${before.length + i + 1}-${action.kind}`,
    reason,
    action,
  }))
}

/** An action in words, as a command: `create the volume prometheus_data, 10 GB in nrt`. */
export function describeAction(action: FlyAction): string {
  switch (action.kind) {
    case 'create-app':
      return `create the app in ${action.organization}`
    case 'create-volume':
      return `create the volume ${action.name}, ${action.sizeGb} GB in ${action.region}`
    case 'extend-volume':
      return `extend the volume ${action.id} to ${action.sizeGb} GB`
    case 'allocate-address':
      return `allocate a ${action.address === 'v6' ? 'public IPv6' : 'shared public IPv4'} address`
    case 'stage-secrets':
      return `stage ${action.names.join(', ')}`
    case 'deploy':
      return describeDeploy(action.image)
    case 'start-machines':
      return `start ${action.machines.join(', ')}`
  }
}

function describeDeploy(image: Image): string {
  if (image.from === 'reference') return `deploy ${image.reference}`
  return image.from === 'dockerfile' ? 'build and deploy' : 'deploy'
}

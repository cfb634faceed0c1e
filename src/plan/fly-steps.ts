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

/** A step of a plan: what is done, why, and which steps come first. */
export interface Step {
  id: string
  after: readonly string[]
  reason: string
  action: FlyAction
}

/** What became of a step. */
export type Outcome = { step: Step; seconds: number } & (
  | { kind: 'done' }
  | { kind: 'failed'; problem: Problem; state: string }
  | { kind: 'notRun'; why: string }
)

/** What a step does, and why. */
export interface Link {
  reason: string
  action: FlyAction
}

/** Steps that follow one another, behind those that there are already. */
export function chain(app: string, links: readonly Link[], before: readonly Step[] = []): Step[] {
  const steps: Step[] = []
  for (const { reason, action } of links) {
    const previous = steps.at(-1) ?? before.at(-1)
    const id = `fly:${app}:${before.length + steps.length + 1}-${action.kind}`
    steps.push({ id, after: previous ? [previous.id] : [], reason, action })
  }
  return steps
}

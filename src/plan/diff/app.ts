import type { AppOrder } from '../../desired/app.ts'
import type { PlannedChange } from '../../model/planned.ts'
import { planApp, planNewApp } from '../fly/app.ts'
import { plannedFly } from './fly.ts'

/** The changes of a main app: the first deploy of a new one, or the release that every deploy makes. */
export function plannedApp(order: AppOrder, exists: boolean): PlannedChange[] {
  if (exists)
    return planApp(order).map((change) => ({
      ...plannedFly(change),
      ...{ kind: 'release', what: 'make a release', reason: 'Every deploy does.', routine: true },
    }))
  return planNewApp(order).map((change) => {
    const planned = plannedFly(change)
    return change.action.kind === 'deploy'
      ? { ...planned, effect: 'add', what: 'deploy it for the first time', reason: 'It has no machine yet.' }
      : planned
  })
}

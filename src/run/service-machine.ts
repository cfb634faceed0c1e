import type { Machine } from '../model/fly.ts'
import type { ServiceMachine } from '../verify/targets/expect.ts'

/** A machine as verification uses it. */
export function serviceMachineOf(machine: Machine): ServiceMachine {
  const { id, app, region, state, privateIp, processGroup, standby, checks, metrics, updatedAt } = machine
  return {
    id,
    app,
    region,
    state,
    privateIp,
    processGroup,
    standby,
    updatedAt,
    ...(metrics && { metrics }),
    ...(checks.length > 0 && { checksPass: checks.every((check) => check.status === 'passing') }),
  }
}

import type { Machine } from '../clients/flyctl/shapes.ts'
import type { FlyAction, Outcome } from '../plan/fly-steps.ts'
import type { Change } from '../report/report.ts'
import type { Machine as SeenMachine } from '../verify/expect.ts'
import type { FlyResult } from './fly.ts'

/** What was done at Fly, for the report. An app that is as it should be is told too. */
export function flyChanges({ app, outcomes, problems }: FlyResult): Change[] {
  if (outcomes.length === 0 && problems.length === 0)
    return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is as it should be.' }]
  return outcomes.map((outcome) => ({
    subject: app,
    what: told(outcome.step.action),
    ...resultOf(outcome),
    ...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
  }))
}

function resultOf(outcome: Outcome): Pick<Change, 'result' | 'why'> {
  switch (outcome.kind) {
    case 'done':
      return { result: 'done', why: outcome.step.reason }
    case 'failed':
      return { result: 'failed', why: outcome.problem.message }
    case 'notRun':
      return { result: 'not-run', why: outcome.why }
  }
}

function told(action: FlyAction): string {
  switch (action.kind) {
    case 'create-app':
      return 'create the app'
    case 'create-volume':
      return `create the volume ${action.name}`
    case 'extend-volume':
      return `extend the volume to ${action.sizeGb} GB`
    case 'allocate-address':
      return action.address === 'v6'
        ? 'allocate a public IPv6 address'
        : 'allocate a shared public IPv4 address'
    case 'stage-secrets':
      return `stage ${action.names.join(', ')}`
    case 'deploy':
      return 'deploy'
    case 'start-machines':
      return `start ${action.machines.join(', ')}`
  }
}

/** A machine as verification looks at it. */
export function seenMachine(machine: Machine): SeenMachine {
  const { id, app, region, state, privateIp, processGroup, standby, checks } = machine
  return {
    id,
    app,
    region,
    state,
    privateIp,
    processGroup,
    standby,
    ...(checks.length > 0 && { checksPass: checks.every((check) => check.status === 'passing') }),
  }
}

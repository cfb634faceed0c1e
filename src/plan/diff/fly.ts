import { isOwnSecret } from '../../desired/monitoring-app.ts'
import { list, oneLine } from '../../lib/text.ts'
import type { ChangeDetail, PlannedChange } from '../../model/planned.ts'
import type { FlyChange } from '../fly/actions.ts'
import type { MonitoringPlan } from '../fly/plan.ts'
import { changedAtFly, hasRecord, isSharded, RECORD_VARIABLES } from '../fly/state.ts'
import { diffFiles, type FilesDiff, newFiles } from './files.ts'
import { machineDetails, newMachine } from './machine.ts'

/** The changes of the monitoring app with what is different, and the rules that differ. */
export interface PlannedMonitoring {
  changes: PlannedChange[]
  rules: FilesDiff['rules']
  /** What the deploy interrupts. */
  downtime?: string
}

/**
 * The changes of a plan as people read them. `unknown`: secrets that a deploy needs and this run was not given, so that their
 * values cannot be compared.
 */
export function plannedMonitoring(plan: MonitoringPlan, unknown: readonly string[]): PlannedMonitoring {
  const { wanted, state, changes } = plan
  const machine = firstMachine(plan)
  const files = machine ? diffFiles(machine.files, wanted.app, hasRecord(machine)) : newFiles(wanted.app)
  const settings = machine ? machineDetails(machine, wanted.app) : [newMachine(wanted.app)]
  const details = [...settings, ...files.details]
  const planned = changes.map((change): PlannedChange => {
    if (change.action.kind === 'stage-secrets') return plannedSecrets(change, plan, unknown)
    if (change.action.kind === 'deploy') return plannedDeploy(change, plan, { unknown, details })
    return plannedFly(change)
  })
  const restarts = machine && planned.some(({ kind, certain }) => kind === 'machine' && certain)
  const downtime = isSharded(wanted.app)
    ? ALL_SHARDS
    : state && state.machines.length > 1
      ? ONE_AFTER_ANOTHER
      : RESTART
  return { changes: planned, rules: files.rules, ...(restarts && { downtime }) }
}

/** The times are from measurements of Prometheus 2.42 to 3.14 with up to 200,000 series; Fly's own is not known. */
const RESTART =
  'Prometheus restarts once (one machine, one volume): while its machine restarts, nothing is scraped and no alert fires; its data is kept. ' +
  'Prometheus itself was ready 0.4 to 3 s after its start in measurements; the time that Fly needs is added to that.'

/** A deploy of replicas waits for each of them, see `apply/fly/replicas.ts`. */
const ONE_AFTER_ANOTHER =
  'Prometheus restarts on one replica after another: the next one only once the one before scrapes what it scrapes, so that alerts fire and samples are kept meanwhile.'

/** flyctl replaces the machines of different process groups at the same time, 16 of them at most. */
const ALL_SHARDS =
  'Prometheus restarts on all shards at the same time: while its machine restarts, the targets of a shard are not scraped. What it has scraped by then is sent to the store before it stops.'

/** The machine that stands for all of them: that of the first replica or shard. */
const firstMachine = ({ wanted, state }: MonitoringPlan) =>
  state?.machines.find(({ processGroup }) => processGroup === wanted.app.groups[0]) ?? state?.machines[0]

/** A change without further details. */
export function plannedFly({ subject, what, reason, action }: FlyChange): PlannedChange {
  const { effect, kind } = KINDS[action.kind]
  return {
    ...{ platform: 'Fly', effect, kind, subject },
    ...{ what: oneLine(what, 200), reason: oneLine(reason, 300) },
    ...{ routine: false, certain: true, details: [] },
  }
}

/** An app of which it is not known what a deploy would change, and why. */
export const notComparable = (subject: string, why: string): PlannedChange => ({
  ...{ platform: 'Fly', effect: 'change', kind: 'app', subject, what: 'deploy' },
  ...{ reason: oneLine(why, 500), routine: false, certain: false, details: [] },
})

const KINDS: Readonly<Record<FlyChange['action']['kind'], Pick<PlannedChange, 'effect' | 'kind'>>> = {
  'create-app': { effect: 'add', kind: 'app' },
  'create-volume': { effect: 'add', kind: 'volume' },
  'extend-volume': { effect: 'change', kind: 'volume' },
  'remove-volume': { effect: 'remove', kind: 'volume' },
  'add-machine': { effect: 'add', kind: 'machine' },
  'remove-machine': { effect: 'remove', kind: 'machine' },
  'start-machines': { effect: 'change', kind: 'machine' },
  deploy: { effect: 'change', kind: 'machine' },
  'roll-back': { effect: 'change', kind: 'machine' },
  'allocate-address': { effect: 'add', kind: 'address' },
  'release-address': { effect: 'remove', kind: 'address' },
  'ensure-addresses': { effect: 'add', kind: 'address' },
  'stage-secrets': { effect: 'change', kind: 'secrets' },
  'destroy-app': { effect: 'remove', kind: 'app' },
}

/** Secrets by their names alone. */
function plannedSecrets(
  change: FlyChange,
  { wanted, state }: MonitoringPlan,
  unknown: readonly string[],
): PlannedChange {
  const names = wanted.app.secrets.map(({ name }) => name)
  const set = state?.secrets
  const unset = names.filter((name) => !set?.some((one) => one.name === name))
  const byHand = state ? changedAtFly(wanted, state) : []
  const rest = names.filter((name) => !unset.includes(name) && !byHand.includes(name))
  const lines = [
    ...unset.map((name) => `+ ${name}`),
    ...byHand.map((name) => `~ ${name}: changed at Fly since the last deploy`),
    ...(unset.length + byHand.length === 0 ? [`~ one or more of ${list(rest)}`] : []),
  ]
  const certain = unknown.length === 0 || unset.length > 0 || byHand.length > 0
  return {
    ...plannedFly(change),
    effect: set ? 'change' : 'add',
    what: `set ${names.length === 1 ? 'a secret' : 'secrets'}`,
    certain,
    ...(!certain && { reason: notGiven(unknown) }),
    details: [{ title: 'secrets', lines }],
  }
}

function plannedDeploy(
  change: FlyChange,
  plan: MonitoringPlan,
  { unknown, details }: { unknown: readonly string[]; details: ChangeDetail[] },
): PlannedChange {
  const { wanted, state, changes } = plan
  const machine = firstMachine(plan)
  const planned = plannedFly(change)
  const machines = isSharded(wanted.app)
    ? `${wanted.app.groups.length} shards, one machine each`
    : 'one machine'
  if (!machine) return { ...planned, effect: 'add', what: `deploy Prometheus: ${machines}`, details }
  const isPart = change.action.kind === 'deploy' && (change.action.machine ?? change.action.groups)
  const what = isPart ? planned.what : 'deploy: replace the machine'
  const recorded = machine.env[RECORD_VARIABLES.digest]
  const isOnlyDigest = recorded !== undefined && recorded !== wanted.app.digest && details.length === 0
  if (!isOnlyDigest) return { ...planned, what, details: [...details, ...unused({ wanted, state })] }
  if (unknown.length > 0) return { ...planned, what, certain: false, reason: notGiven(unknown) }
  const isSecret = changes.some(({ action }) => action.kind === 'stage-secrets')
  return { ...planned, what, details: [{ title: 'machine', lines: [isSecret ? ONLY_SECRETS : UNLISTED] }] }
}

/** Secrets that a deploy with other inputs has set: what used them is removed. */
function unused({ wanted, state }: Pick<MonitoringPlan, 'wanted' | 'state'>): ChangeDetail[] {
  const left = (state?.secrets ?? []).filter(
    ({ name }) => isOwnSecret(name) && wanted.app.secrets.every((one) => one.name !== name),
  )
  const lines = left.map(
    ({ name }) =>
      `~ ${name} is set at Fly and was not given to this run: a deploy with the same inputs stops using it`,
  )
  return lines.length > 0 ? [{ title: 'secrets', lines }] : []
}

const notGiven = (unknown: readonly string[]): string =>
  `Not known: this run was not given ${list(unknown)}, so it cannot compare the values.`

const ONLY_SECRETS =
  '~ no file and no setting differs: only the values of secrets, or the last deploy used another Fly token'
const UNLISTED =
  '~ no file differs: only settings that are not listed here, such as the health check, or the last deploy used another Fly token'

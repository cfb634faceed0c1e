import { orderMonitoring } from '../apply/fly/build-context.ts'
import type { FlyContext } from '../apply/fly/run-changes.ts'
import { assetPath } from '../assets.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import { replicaRegions } from '../config/replicas.ts'
import type { Config } from '../config/schema.ts'
import { hasShards } from '../config/shards.ts'
import type { Project } from '../config/sources/project.ts'
import type { AppOrder } from '../desired/app.ts'
import type { Desired } from '../desired/desired.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Machine } from '../model/fly.ts'
import { sizeName } from '../model/machine-size.ts'
import type { PlannedChange } from '../model/planned.ts'
import { plannedApp } from '../plan/diff/app.ts'
import type { PlannedMonitoring } from '../plan/diff/fly.ts'
import { monthlyPrice } from '../plan/diff/price.ts'
import { tooSmall } from '../plan/fly/capacity.ts'
import { machinesIfExisting } from '../plan/fly/observe.ts'
import { type MonitoringPlan, planMonitoring } from '../plan/fly/plan.ts'
import { problemsOf, sharpenRefusal } from '../plan/fly/refusals.ts'
import { volumesOf } from '../plan/fly/state.ts'
import { expectTargets } from '../verify/targets/expect.ts'
import { scrapeLoad } from './scrape-load.ts'
import { serviceMachineOf } from './service-machine.ts'

/** Fly compared with the desired state. */
export interface FlyComparison extends PlannedMonitoring {
  isRead: boolean
  /** The comparison of the monitoring app; undefined when Fly could not be read, and where there is no such app. */
  plan: MonitoringPlan | undefined
  price?: string
  /** What a deploy would refuse: errors. What could not be read: warnings. */
  problems: Diagnostic[]
}

/** Reads the apps and compares them; nothing is written. `missing`: variables of secrets that this run was not given. */
export async function compareFly(
  { config }: Project,
  desired: Desired,
  { fly, missing }: { fly: FlyContext; missing: readonly string[] },
): Promise<FlyComparison> {
  const deployed = desired.orders.filter(({ app }) => app.deploy)
  if (isOnFlysPrometheus(config.monitoring)) return compareMainApps(deployed, fly)
  const order = await orderMonitoring(desired.monitoring, assetPath('templates'))
  const [plan, apps] = await Promise.all([
    planMonitoring(order, fly),
    Promise.all(deployed.map((one) => compareApp(one, fly))),
  ])
  const isUnread = plan.problems.length > 0 && plan.state === undefined
  if (isUnread) return { ...NOTHING, problems: plan.problems.map(asWarning) }
  // As a deploy loads it, so that it is in the bundle once.
  const { notComparable, plannedMonitoring } = await import('../plan/diff/fly.ts')
  const { changes, ...found } = plannedMonitoring(plan, missing)
  const [obstacle] = plan.problems
  const price = priceOfMonitoring(config, plan)
  return {
    ...found,
    isRead: true,
    plan,
    changes: [
      ...changes,
      ...(obstacle
        ? [notComparable(desired.monitoring.app, `A deploy would stop: ${obstacle.message}`)]
        : []),
      ...apps.flatMap((app) => app.changes),
    ],
    problems: [
      ...[...plan.problems, ...plan.warnings, ...apps.flatMap((app) => app.problems)],
      ...tooSmall(config.monitoring, scrapeLoad(config, machinesOf(config, apps))),
    ],
    ...(price !== undefined && { price }),
  }
}

const NOTHING = { isRead: false, plan: undefined, changes: [], rules: [] }

/** Where Fly's own Prometheus scrapes, a deploy only deploys the apps. */
async function compareMainApps(deployed: readonly AppOrder[], fly: FlyContext): Promise<FlyComparison> {
  const apps = await Promise.all(deployed.map((one) => compareApp(one, fly)))
  return {
    ...{ isRead: true, plan: undefined, rules: [] },
    changes: apps.flatMap(({ changes }) => changes),
    problems: apps.flatMap(({ problems }) => problems),
  }
}

/** The price of the machine and the volume as configured, and as they are; of replicas, that of each. */
function priceOfMonitoring(config: Config, plan: MonitoringPlan): string | undefined {
  const regions = replicaRegions(config.monitoring)
  const prices = regions.flatMap((region) => priceIn(region, config, plan) ?? [])
  if (prices.length < regions.length) return undefined
  if (hasShards(config.monitoring)) return `${prices.length} shards, each of them: ${prices[0]}`
  return prices.length === 1
    ? prices[0]
    : prices.map((price, i) => `replica ${i + 1} of ${prices.length}: ${price}`).join('; ')
}

function priceIn(
  region: string,
  { monitoring }: Config,
  { wanted, state }: MonitoringPlan,
): string | undefined {
  const { vm, volume } = monitoring
  const isHere = (one: { region: string }) => wanted.app.regions.length === 1 || one.region === region
  const machine = state?.machines.find(isHere)
  const stored = state && volumesOf(wanted, state).find(isHere)
  const current = machine?.guest &&
    stored && {
      ...{ region: machine.region, size: sizeName(machine.guest), memoryMb: machine.guest.memoryMb },
      volumeGb: stored.sizeGb,
    }
  // A larger volume stays as large as it is.
  const volumeGb = Math.max(volume.size_gb, stored?.sizeGb ?? 0)
  return monthlyPrice({ region, size: vm.size, memoryMb: vm.memory_mb, volumeGb }, current)
}

/** How many targets each service has on the machines that were read. */
function machinesOf(config: Config, apps: readonly ComparedApp[]) {
  const byApp = Map.groupBy(
    apps.flatMap(({ machines }) => machines.map(serviceMachineOf)),
    ({ app }) => app,
  )
  const targets = Map.groupBy(expectTargets(config, byApp).targets, ({ service }) => service)
  return ({ name }: Config['services'][number]): number =>
    (targets.get(name) ?? []).filter(({ state }) => state === 'running').length
}

interface ComparedApp {
  changes: PlannedChange[]
  /** None where they could not be read. */
  machines: readonly Machine[]
  problems: Diagnostic[]
}

/** A main app; one that cannot be read is a warning. */
async function compareApp(order: AppOrder, { flyctl }: FlyContext): Promise<ComparedApp> {
  const { app } = order.app
  try {
    const machines = await machinesIfExisting(app, flyctl)
    return { changes: plannedApp(order, machines !== undefined), machines: machines ?? [], problems: [] }
  } catch (error) {
    const problems = problemsOf(await sharpenRefusal(error, app, flyctl))
    const { notComparable } = await import('../plan/diff/fly.ts')
    return {
      changes: problems.map(({ message }) => notComparable(app, message)),
      machines: [],
      problems: problems.map(asWarning),
    }
  }
}

/** A plan falls back to what the files say: what could not be read does not make it fail. */
export const asWarning = (problem: Diagnostic): Diagnostic => ({ ...problem, severity: 'warning' })

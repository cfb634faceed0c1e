import { resolve } from 'node:path'
import { listAddresses } from '../../clients/flyctl/commands.ts'
import { type AppOrder, buildFolder } from '../../desired/app.ts'
import { ActionError } from '../../lib/errors.ts'
import { publicHost } from '../../model/fly-names.ts'
import type { FlyAction, FlyChange } from '../../plan/fly/actions.ts'
import { doubleAddresses, missingAddresses } from '../../plan/fly/addresses.ts'
import { planAddresses, planApp, planNewApp } from '../../plan/fly/app.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'
import { wrongRegion } from '../../plan/fly/region.ts'
import { ensureAddress, ensureAddresses } from './addresses.ts'
import { claimApp } from './claim-app.ts'
import { deployAndWait } from './deploy.ts'
import type { DeployOrder, DeployOutcome } from './deploy-order.ts'
import { type FlyAppResult, type FlyContext, flyResult, runChanges } from './run-changes.ts'
import { removeLeftMachines, removeSpareMachines } from './spare-machines.ts'
import { removeSpareVolumes } from './volumes.ts'

/** The state of one run of `deployApp`. */
interface AppRun {
  order: AppOrder
  ctx: FlyContext
  /** Whether this run has created the app. */
  isNew: boolean
  deployed: DeployOutcome
}

/**
 * `flyctl deploy`, and a check of the machines and of the public addresses. An app that does not exist yet is created,
 * with one machine for each process group; after that its owner decides how many machines it has.
 */
export async function deployApp(order: AppOrder, ctx: FlyContext): Promise<FlyAppResult> {
  const { app } = order.app
  const run: AppRun = { order, ctx, isNew: false, deployed: { machines: [], warnings: [] } }
  const go = (changes: readonly FlyChange[]) => runChanges(changes, (action) => perform(action, run), ctx)
  // The deploy itself shows that an app does not exist: reading it first would cost every run one more start of flyctl.
  const outcomes = await go(planApp(order))
  const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing')
  const deployed = isMissing ? await go(planNewApp(order)) : outcomes
  const after =
    deployed.every((o) => o.kind === 'done') && (await lacksAddress(run)) ? planAddresses(app) : []
  return flyResult(app, [...deployed, ...(await go(after))], run.deployed)
}

async function perform(action: FlyAction, run: AppRun): Promise<void> {
  const { ctx, order } = run
  switch (action.kind) {
    case 'create-app':
      await claimApp(action, ctx.flyctl)
      run.isNew = true
      return
    case 'allocate-address':
      return ensureAddress(action, ctx.flyctl)
    case 'ensure-addresses':
      await ensureAddresses(action.app, ctx.flyctl)
      return
    default:
      run.deployed = await deployAndWait({ ...requestOf(order), isFirst: run.isNew }, ctx)
      await withoutLeftMachines(run)
      run.deployed = await removeSpareMachines(order.app.app, run.deployed, ctx)
      await removeSpareVolumes(order.app.app, run.deployed.madeVolumes, ctx)
      throwIfMisplaced(order, run.deployed)
  }
}

/** A failed deploy leaves its canary behind. That it cannot be removed says less than the failure itself. */
async function withoutLeftMachines(run: AppRun): Promise<void> {
  const { order, ctx, deployed } = run
  const { problem } = deployed
  const removal = removeLeftMachines(order.app.app, deployed, ctx)
  if (!problem) {
    run.deployed = await removal
    return
  }
  run.deployed = await removal.catch((error: unknown) => {
    problemsOf(error)
    return deployed
  })
  const gone = deployed.machines.filter((machine) => !run.deployed.machines.includes(machine))
  const left = run.deployed.machines.filter(({ isCanary }) => isCanary)
  const said = [
    ...gone.map(({ id }) => ` Machine ${id} was a canary, and was removed.`),
    ...left.map(({ id }) => ` Machine ${id} is a canary that is left: the next deploy removes it.`),
  ].join('')
  throw new ActionError('platform', [{ ...problem, message: `${problem.message}${said}` }])
}

/** The deploy is done; what runs is not where the configuration says. */
function throwIfMisplaced({ app: { app, config }, region }: AppOrder, { machines }: DeployOutcome): void {
  if (region === undefined) return
  const key = `\`primary_region\` in ${config}`
  const problem = wrongRegion({ app, region, key }, machines)
  if (problem) throw new ActionError('platform', [problem])
}

/**
 * Whether an app that is to be public lacks an address: flyctl allocates them on the first deploy only, and does not report
 * when that fails. They are read when the public name does not resolve, which costs nothing to find out.
 */
async function lacksAddress({ order, ctx, isNew, deployed }: AppRun): Promise<boolean> {
  const { app, health } = order.app
  const isPublic = deployed.machines.some((machine) => machine.isPublic)
  const isFirst = isNew || deployed.release === 1
  if (!isPublic || !(isFirst || health !== undefined)) return false
  if (!isFirst && (await ctx.resolves(publicHost(app)))) return false
  const addresses = await listAddresses(ctx.flyctl, app).catch((error: unknown) => {
    problemsOf(error)
    return undefined
  })
  // The step that follows says why they cannot be read.
  if (!addresses) return true
  // Later on, an app that has a private address instead is private on purpose.
  const isOnPurpose = !isFirst && addresses.some(({ kind }) => kind === 'private')
  return !isOnPurpose && (missingAddresses(addresses).length > 0 || doubleAddresses(addresses).length > 0)
}

function requestOf({
  app,
  workspace,
  mayStop,
  groups,
  isImmediate = false,
}: AppOrder): Omit<DeployOrder, 'isFirst'> {
  return {
    app: app.app,
    folder: buildFolder(app, workspace),
    config: resolve(workspace, app.config),
    ...(app.image !== undefined && { image: app.image }),
    ...(app.dockerfile !== undefined && { dockerfile: resolve(workspace, app.dockerfile) }),
    ...(app.build_args && { buildArgs: app.build_args }),
    groups,
    isIdentified: false,
    isUnwatched: isImmediate,
    isVolumeOurs: false,
    // Only a first deploy reads it: without it flyctl creates two machines for each process group without a volume.
    single: true,
    mayStop,
  }
}

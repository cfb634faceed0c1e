import { join } from 'node:path'
import * as fly from '../../clients/flyctl/commands.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import type { FlyAction, FlyChange } from '../../plan/fly/actions.ts'
import { imageFor } from '../../plan/fly/image.ts'
import { isAbout, judgeMachines } from '../../plan/fly/judge-machines.ts'
import { type MonitoringOrder, type MonitoringPlan, planMonitoring } from '../../plan/fly/plan.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'
import { arrangeReplicas } from '../../plan/fly/replicas.ts'
import { RECORD_VARIABLES, replicaRecords, type Secrets, secretsRecord } from '../../plan/fly/state.ts'
import { addReplica } from './add-replica.ts'
import { ensureAddress, ensureAddresses, ensureReleased } from './addresses.ts'
import { writeBuildContext } from './build-context.ts'
import { claimApp } from './claim-app.ts'
import { deployAndWait } from './deploy.ts'
import type { DeployOutcome } from './deploy-order.ts'
import { type KeptMachines, keepMachines, spareMachines } from './keep-machines.ts'
import { AppAppeared, waitForOtherRun } from './other-run.ts'
import { type FlyAppResult, type FlyContext, type FlyOutcome, flyResult, runChanges } from './run-changes.ts'
import { removeMachine } from './spare-machines.ts'
import { handOverToReplicas, stopScraping } from './stop-scraping.ts'
import { createReplicaVolume, keepVolumes, removeVolume, type VolumeOrder } from './volumes.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'

/** The state of one run of `applyMonitoring`. */
interface MonitoringRun {
  order: MonitoringOrder
  wanted: MonitoringPlan['wanted']
  ctx: FlyContext
  /** Fly's own digests of the secrets, as last read. */
  secrets: Secrets
  /** Machines and volumes of replicas that are no longer configured. */
  surplus: readonly string[]
  left: readonly string[]
  seen: { machines: MachineWait['machines']; warnings: Diagnostic[] }
}

/** Carries out a plan of the monitoring app. A refusal by Fly is returned as a problem, never thrown. */
export async function applyMonitoring(
  order: MonitoringOrder,
  plan: MonitoringPlan,
  ctx: FlyContext,
): Promise<FlyAppResult> {
  const { app } = order.desired
  const { wanted, state, changes, problems } = plan
  const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] }
  if (problems.length > 0) return { ...flyResult(app, [], seen), problems }
  const { surplus, left } = arrangeReplicas(wanted, state ?? { machines: [], volumes: [] })
  const run: MonitoringRun = {
    ...{ order, wanted, ctx, seen, secrets: state?.secrets ?? [] },
    surplus: surplus.map(({ id }) => id),
    left: left.map(({ id }) => id),
  }
  if (changes.length > 0) {
    const outcomes = await carryOut(changes, run)
    if (outcomes) return flyResult(app, outcomes, seen)
    const problems = await waitForOtherRun(app, ctx).then(() => [], problemsOf)
    if (problems.length > 0) return { ...flyResult(app, [], seen), problems }
    return applyMonitoring(order, await planMonitoring(order, ctx), ctx)
  }
  ctx.log.info(`${app} is up to date: nothing to do at Fly.`)
  return { ...flyResult(app, [], seen), ...(await waitUntilReady(run)) }
}

/** The outcomes of all changes; undefined when another run has created the app, and nothing was changed. */
async function carryOut(
  changes: readonly FlyChange[],
  run: MonitoringRun,
): Promise<FlyOutcome[] | undefined> {
  try {
    return await runChanges(changes, (action) => perform(action, run), run.ctx)
  } catch (error) {
    if (error instanceof AppAppeared) return undefined
    throw error
  }
}

/** Waits until machines that need no change are ready; otherwise returns the problem. */
async function waitUntilReady({
  ctx,
  wanted,
  seen,
}: MonitoringRun): Promise<Pick<FlyAppResult, 'machines' | 'problems'>> {
  const expected = expectedOf({ wanted })
  if (judgeMachines(expected, seen.machines).kind === 'good') return { machines: seen.machines, problems: [] }
  try {
    const { machines, problem } = await waitForMachines(expected, ctx.until, ctx)
    return { machines, problems: problem ? [problem] : [] }
  } catch (error) {
    return { machines: [], problems: problemsOf(error) }
  }
}

async function perform(action: FlyAction, run: MonitoringRun): Promise<void> {
  const { flyctl } = run.ctx
  const { app } = action
  switch (action.kind) {
    case 'create-app':
      if ((await claimApp(action, flyctl)) === 'found') throw new AppAppeared()
      return
    case 'add-machine':
      await addReplica(run.wanted, action.region, run.ctx)
      return accept(
        await waitForMachines({ ...expectedOf(run), ignore: run.surplus }, run.ctx.until, run.ctx),
        run,
      )
    case 'remove-machine':
      if (action.keeps !== undefined) await stopScraping(action.id, run)
      await removeMachine({ ...action, mounts: [] }, run.ctx)
      run.seen.machines = run.seen.machines.filter(({ id }) => id !== action.id)
      return
    case 'remove-volume':
      return removeVolume(app, action.id, flyctl)
    case 'create-volume':
      return createReplicaVolume(volumesOf(run), action.region, run.ctx)
    case 'extend-volume':
      return fly.extendVolume(flyctl, app, action)
    case 'allocate-address':
      return ensureAddress(action, flyctl)
    case 'release-address':
      return ensureReleased(app, action.address, flyctl)
    case 'ensure-addresses':
      await ensureAddresses(app, flyctl)
      return
    case 'stage-secrets':
      await fly.stageSecrets(flyctl, app, run.wanted.app.secrets)
      // The deploy that follows records Fly's digests of them on the machine.
      run.secrets = await fly.listSecrets(flyctl, app)
      return
    case 'deploy':
      return deployMonitoring(action, run)
    case 'start-machines':
      return accept(await waitForMachines({ app, mayStop: false }, run.ctx.until, run.ctx), run)
  }
}

function accept({ machines, problem }: MachineWait, { seen }: MonitoringRun): void {
  seen.machines = machines
  if (problem) throw new ActionError('platform', [problem])
}

async function deployMonitoring(
  { image: planned, machine, groups }: FlyAction & { kind: 'deploy' },
  run: MonitoringRun,
): Promise<void> {
  if (machine) await handOverToReplicas(machine.id, run)
  // The deploy of another replica may have built it.
  const image = planned.from === 'reference' ? planned : imageFor(run.wanted, run.seen.machines)
  const only: DeployedPart = {
    ...(machine && { only: [machine.id] }),
    ...(groups && { processGroups: groups }),
  }
  const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, run, only)
  const isMissing = deployed.problem?.code === 'fly-image-missing' && !run.wanted.app.image
  const final = isMissing && image.from === 'reference' ? await deployImage(undefined, run, only) : deployed
  const alone =
    spareMachines(keptBy(run), final.machines).length > 0 ? await afterOtherRun(final, run, only) : final
  run.seen.warnings.push(...alone.warnings)
  accept(alone, run)
  if ([alone, final].some(({ madeVolumes = [] }) => madeVolumes.length > 0))
    await keepVolumes(volumesOf(run), run.ctx)
}

/** The part of the app that a deploy is about; all of it without either. */
type DeployedPart = Pick<fly.DeployRequest, 'only' | 'processGroups'>

/** Two runs have made a machine each. The one that is left runs the version of either. */
async function afterOtherRun(
  deployed: DeployOutcome,
  run: MonitoringRun,
  only: DeployedPart,
): Promise<DeployOutcome> {
  const { app, digest } = run.wanted.app
  run.seen.machines = await keepMachines(keptBy(run), deployed, run.ctx)
  const isOurs = run.seen.machines.every(({ env }) => env[RECORD_VARIABLES.digest] === digest)
  if (!isOurs) return deployImage(run.wanted.app.image, run, only)
  return { ...(await waitForMachines({ app, mayStop: false }, run.ctx.until, run.ctx)), warnings: [] }
}

/** What every machine is to run. */
const expectedOf = ({ wanted: { app } }: Pick<MonitoringRun, 'wanted'>) => ({
  ...{ app: app.app, mayStop: false, env: { [RECORD_VARIABLES.digest]: app.digest } },
})

const keptBy = ({ wanted: { app }, surplus }: MonitoringRun): KeptMachines => ({
  ...{ app: app.app, regions: app.regions, groups: app.groups, surplus },
})

const volumesOf = ({ wanted: { app }, left }: MonitoringRun): VolumeOrder => ({
  ...{ app: app.app, ...app.volume, regions: app.regions, left },
})

/** Deploys an image by its reference, or else builds one from the templates. */
async function deployImage(
  reference: string | undefined,
  run: MonitoringRun,
  part: DeployedPart,
): Promise<DeployOutcome> {
  const { wanted, secrets, ctx, order } = run
  const folder = join(await ctx.flyctl.folder(wanted.app.app), 'deploy')
  await writeBuildContext(folder, order)
  const before = Math.max(0, ...run.seen.machines.map((m) => m.releaseVersion ?? 0))
  const env = {
    [RECORD_VARIABLES.digest]: wanted.app.digest,
    [RECORD_VARIABLES.secrets]: secretsRecord(wanted, secrets),
    ...(!wanted.app.image && { [RECORD_VARIABLES.build]: wanted.buildDigest }),
    ...replicaRecords(wanted, run.left),
  }
  const hasIt = (machine: MachineWait['machines'][number]) =>
    isAbout({ app: wanted.app.app, mayStop: false, ...part }, machine) &&
    Object.entries(env).every(([name, value]) => machine.env[name] === value)
  return deployAndWait(
    {
      app: wanted.app.app,
      folder,
      config: join(folder, 'fly.monitoring.toml'),
      ...(reference ? { image: reference } : { dockerfile: join(folder, 'Dockerfile.monitoring') }),
      env,
      ...part,
      isFirst: run.seen.machines.length === 0,
      groups: part.processGroups ?? ['app'],
      isIdentified: !run.seen.machines.some(hasIt),
      isVolumeOurs: true,
      single: true,
      mayStop: false,
      before,
    },
    ctx,
  )
}

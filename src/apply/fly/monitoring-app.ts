import { join } from 'node:path'
import * as fly from '../../clients/flyctl/commands.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import type { FlyAction } from '../../plan/fly/actions.ts'
import { missingAddresses } from '../../plan/fly/diff.ts'
import { judgeMachines } from '../../plan/fly/judge-machines.ts'
import type { MonitoringOrder, MonitoringPlan } from '../../plan/fly/plan.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'
import { RECORD_VARIABLES, type Secrets, secretsRecord } from '../../plan/fly/state.ts'
import { writeBuildContext } from './build-context.ts'
import { type DeployOutcome, deployAndWait } from './deploy.ts'
import { type FlyAppResult, type FlyTomlContext, flyResult, runChanges } from './run-changes.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'
import { createAppUnlessTaken, ensureAddress, writeOrConfirm } from './write-or-confirm.ts'

/** One run of `applyMonitoring`, as it goes on. */
interface MonitoringRun {
  order: MonitoringOrder
  wanted: MonitoringPlan['wanted']
  ctx: FlyTomlContext
  /** Fly's own digests of the secrets, as last read. */
  secrets: Secrets
  seen: { machines: MachineWait['machines']; warnings: Diagnostic[] }
}

/** Carries out a plan of the monitoring app. It never throws for what Fly says: a problem is a failure. */
export async function applyMonitoring(
  order: MonitoringOrder,
  plan: MonitoringPlan,
  ctx: FlyTomlContext,
): Promise<FlyAppResult> {
  const { app } = order.desired
  const { wanted, state, changes, problems } = plan
  const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] }
  if (problems.length > 0) return { ...flyResult(app, [], seen), problems }
  const work: MonitoringRun = { order, wanted, ctx, secrets: state?.secrets ?? [], seen }
  if (changes.length > 0)
    return flyResult(app, await runChanges(changes, (action) => perform(action, work), ctx.log), seen)
  ctx.log.info(`${app} is as it should be: nothing to do at Fly.`)
  return { ...flyResult(app, [], seen), ...(await asTheyAre(work)) }
}

/** Machines that nothing is to be done to become ready, or it is said why not. */
async function asTheyAre({
  ctx,
  wanted,
  seen,
}: MonitoringRun): Promise<Pick<FlyAppResult, 'machines' | 'problems'>> {
  const asked = { app: wanted.app.app, mayStop: false, env: { [RECORD_VARIABLES.digest]: wanted.app.digest } }
  if (judgeMachines(asked, seen.machines).kind === 'good') return { machines: seen.machines, problems: [] }
  try {
    const { machines, problem } = await waitForMachines(asked, ctx.until, ctx)
    return { machines, problems: problem ? [problem] : [] }
  } catch (error) {
    return { machines: [], problems: problemsOf(error) }
  }
}

async function perform(action: FlyAction, work: MonitoringRun): Promise<void> {
  const { flyctl } = work.ctx
  const { app } = action
  switch (action.kind) {
    case 'create-app':
      return createAppUnlessTaken(action, flyctl)
    case 'create-volume':
      return writeOrConfirm(
        () => fly.createVolume(flyctl, app, action),
        async () => (await fly.listVolumes(flyctl, app)).filter((v) => v.name === action.name).length === 1,
      )
    case 'extend-volume':
      return fly.extendVolume(flyctl, app, action)
    case 'allocate-address':
      return ensureAddress(action, flyctl)
    case 'ensure-addresses':
      for (const address of missingAddresses(await fly.listAddresses(flyctl, app)))
        await ensureAddress({ app, address }, flyctl)
      return
    case 'stage-secrets':
      await fly.stageSecrets(flyctl, app, work.wanted.app.secrets)
      // What Fly makes of them is recorded on the machine by the deploy that follows.
      work.secrets = await fly.listSecrets(flyctl, app)
      return
    case 'deploy':
      return deployMonitoring(action, work)
    case 'start-machines':
      return accept(await waitForMachines({ app, mayStop: false }, work.ctx.until, work.ctx), work)
  }
}

function accept({ machines, problem }: MachineWait, { seen }: MonitoringRun): void {
  seen.machines = machines
  if (problem) throw new ActionError('platform', [problem])
}

async function deployMonitoring(
  { image }: FlyAction & { kind: 'deploy' },
  work: MonitoringRun,
): Promise<void> {
  const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, work)
  const gone = deployed.problem?.code === 'fly-image-missing' && !work.wanted.app.image
  const final = gone && image.from === 'reference' ? await deployImage(undefined, work) : deployed
  work.seen.warnings.push(...final.warnings)
  accept(final, work)
}

/** With an image by reference, or else by a build from the templates. */
async function deployImage(reference: string | undefined, work: MonitoringRun): Promise<DeployOutcome> {
  const { wanted, secrets, ctx, order } = work
  const folder = join(await ctx.flyctl.folder(wanted.app.app), 'deploy')
  await writeBuildContext(folder, order)
  const before = Math.max(0, ...work.seen.machines.map((m) => m.releaseVersion ?? 0))
  return deployAndWait(
    {
      app: wanted.app.app,
      folder,
      config: join(folder, 'fly.monitoring.toml'),
      ...(reference ? { image: reference } : { dockerfile: join(folder, 'Dockerfile.monitoring') }),
      env: {
        [RECORD_VARIABLES.digest]: wanted.app.digest,
        [RECORD_VARIABLES.secrets]: secretsRecord(wanted, secrets),
        ...(!wanted.app.image && { [RECORD_VARIABLES.build]: wanted.buildDigest }),
      },
      single: true,
      mayStop: false,
      before,
    },
    ctx,
  )
}

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
import { type FlyAppResult, type FlyContext, flyResult, runChanges } from './run-changes.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'
import { createAppUnlessTaken, ensureAddress, writeOrConfirm } from './write-or-confirm.ts'

/** The state of one run of `applyMonitoring`. */
interface MonitoringRun {
  order: MonitoringOrder
  wanted: MonitoringPlan['wanted']
  ctx: FlyContext
  /** Fly's own digests of the secrets, as last read. */
  secrets: Secrets
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
  const run: MonitoringRun = { order, wanted, ctx, secrets: state?.secrets ?? [], seen }
  if (changes.length > 0)
    return flyResult(app, await runChanges(changes, (action) => perform(action, run), ctx.log), seen)
  ctx.log.info(`${app} is up to date: nothing to do at Fly.`)
  return { ...flyResult(app, [], seen), ...(await waitUntilReady(run)) }
}

/** Waits until machines that need no change are ready; otherwise returns the problem. */
async function waitUntilReady({
  ctx,
  wanted,
  seen,
}: MonitoringRun): Promise<Pick<FlyAppResult, 'machines' | 'problems'>> {
  const expected = {
    app: wanted.app.app,
    mayStop: false,
    env: { [RECORD_VARIABLES.digest]: wanted.app.digest },
  }
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
  { image }: FlyAction & { kind: 'deploy' },
  run: MonitoringRun,
): Promise<void> {
  const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, run)
  const isMissing = deployed.problem?.code === 'fly-image-missing' && !run.wanted.app.image
  const final = isMissing && image.from === 'reference' ? await deployImage(undefined, run) : deployed
  run.seen.warnings.push(...final.warnings)
  accept(final, run)
}

/** Deploys an image by its reference, or else builds one from the templates. */
async function deployImage(reference: string | undefined, run: MonitoringRun): Promise<DeployOutcome> {
  const { wanted, secrets, ctx, order } = run
  const folder = join(await ctx.flyctl.folder(wanted.app.app), 'deploy')
  await writeBuildContext(folder, order)
  const before = Math.max(0, ...run.seen.machines.map((m) => m.releaseVersion ?? 0))
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

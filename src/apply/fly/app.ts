import { dirname, resolve } from 'node:path'
import type { AppOrder } from '../../desired/app.ts'
import { ActionError } from '../../lib/errors.ts'
import type { FlyAction } from '../../plan/fly/actions.ts'
import { planApp, planNewApp } from '../../plan/fly/app.ts'
import { type DeployOrder, type DeployOutcome, deployAndWait } from './deploy.ts'
import { type FlyAppResult, type FlyContext, flyResult, runChanges } from './run-changes.ts'
import { createAppUnlessTaken, ensureAddress } from './write-or-confirm.ts'

/**
 * `flyctl deploy`, and a check of the machines. An app that does not exist yet is created, with one machine for each
 * process group; after that its owner decides how many machines it has.
 */
export async function deployApp(order: AppOrder, ctx: FlyContext): Promise<FlyAppResult> {
  const { app } = order.app
  let deployed: DeployOutcome = { machines: [], warnings: [] }
  const perform = async (action: FlyAction) => {
    if (action.kind === 'create-app') return createAppUnlessTaken(action, ctx.flyctl)
    if (action.kind === 'allocate-address') return ensureAddress(action, ctx.flyctl)
    deployed = await deployAndWait(requestOf(order), ctx)
    if (deployed.problem) throw new ActionError('platform', [deployed.problem])
  }
  // The deploy itself shows that an app does not exist: reading it first would cost every run one more start of flyctl.
  const outcomes = await runChanges(planApp(order), perform, ctx.log)
  const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing')
  const final = isMissing ? await runChanges(planNewApp(order), perform, ctx.log) : outcomes
  return flyResult(app, final, deployed)
}

function requestOf({ app, workspace, mayStop }: AppOrder): DeployOrder {
  const config = resolve(workspace, app.config)
  return {
    app: app.app,
    // Where a person would run flyctl: local_path of [[files]] and the build context are relative to this folder.
    folder: dirname(config),
    config,
    ...(app.image !== undefined && { image: app.image }),
    ...(app.dockerfile !== undefined && { dockerfile: resolve(workspace, app.dockerfile) }),
    ...(app.build_args && { buildArgs: app.build_args }),
    // Only a first deploy reads it: without it flyctl creates two machines for each process group without a volume.
    single: true,
    mayStop,
  }
}

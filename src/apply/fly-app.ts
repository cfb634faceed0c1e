import { dirname, resolve } from 'node:path'
import type { AppConfig } from '../config/schema.ts'
import { ActionError } from '../lib/errors.ts'
import { chain, type Image } from '../plan/fly-steps.ts'
import { type FlyContext, type FlyResult, resultOf, runSteps } from './fly.ts'
import { type Deployed, deployAndLook } from './fly-deploy.ts'

/** A main app of the configuration, deployed as its owner would: its own Fly configuration, its own machines. */
export interface AppOrder {
  app: AppConfig
  /** Absolute path that `config` and `dockerfile` count from. */
  workspace: string
  /** Every service of the app may be stopped: machines at rest stay so. */
  mayStop: boolean
}

/**
 * `flyctl deploy` and a look at the machines. The number of machines is left to the app (no `--ha`): a first deploy
 * makes what `flyctl deploy` makes by hand.
 */
export async function deployApp(order: AppOrder, ctx: FlyContext): Promise<FlyResult> {
  const { app } = order.app
  const steps = chain(app, [
    { reason: 'The configuration says so.', action: { kind: 'deploy', app, image: imageOf(order.app) } },
  ])
  let deployed: Deployed = { machines: [], started: [], warnings: [] }
  const outcomes = await runSteps(steps, async () => {
    ctx.log.info(`Deploying ${app}.`)
    deployed = await deployAndLook(request(order), ctx)
    if (deployed.problem) throw new ActionError('platform', [deployed.problem])
  })
  return resultOf(app, outcomes, deployed)
}

function imageOf({ image, dockerfile }: AppConfig): Image {
  if (image) return { from: 'reference', reference: image }
  return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' }
}

function request({ app, workspace, mayStop }: AppOrder) {
  const config = resolve(workspace, app.config)
  return {
    app: app.app,
    // Where a person would stand: local_path of [[files]] and the build context count from here.
    folder: dirname(config),
    config,
    ...(app.image !== undefined && { image: app.image }),
    ...(app.dockerfile !== undefined && { dockerfile: resolve(workspace, app.dockerfile) }),
    mayStop,
  }
}

import { dirname, resolve } from 'node:path'
import { allocateAddress } from '../clients/flyctl/commands.ts'
import type { AppConfig } from '../config/schema.ts'
import { ActionError } from '../lib/errors.ts'
import { chain, type Image, type Link, type Step } from '../plan/fly-steps.ts'
import { type FlyContext, type FlyResult, resultOf, runSteps } from './fly.ts'
import { type Deployed, deployAndLook } from './fly-deploy.ts'
import { createAppIfFree } from './fly-observe.ts'

/** A main app of the configuration, deployed as its owner would: its own Fly configuration, its own machines. */
export interface AppOrder {
  app: AppConfig
  /** Absolute path that `config` and `dockerfile` count from. */
  workspace: string
  /** Where the app is created when it does not exist. */
  organization: string
  /** Its first deploy needs addresses that flyctl would ask a person about, and end with none. */
  needsAddresses: boolean
  /** Every service of the app may be stopped: machines at rest stay so. */
  mayStop: boolean
}

/**
 * `flyctl deploy` and a look at the machines. An app that does not exist yet is created, with one machine for each
 * process group; how many machines an app has after that is its owner's business.
 */
export async function deployApp(order: AppOrder, ctx: FlyContext): Promise<FlyResult> {
  const { app } = order.app
  const deploy: Link = {
    reason: 'The configuration says so.',
    action: { kind: 'deploy', app, image: imageOf(order.app) },
  }
  const create: Link = {
    reason: 'The app does not exist yet.',
    action: { kind: 'create-app', app, organization: order.organization },
  }
  const allocate = (['shared-v4', 'v6'] as const).map(
    (address): Link => ({
      reason: 'Without a terminal flyctl would leave the app without any public address.',
      action: { kind: 'allocate-address', app, address },
    }),
  )
  const first = [create, ...(order.needsAddresses ? allocate : []), deploy]
  let deployed: Deployed = { machines: [], started: [], warnings: [] }
  const perform = async ({ action }: Step) => {
    if (action.kind === 'create-app') {
      ctx.log.info(`${app}: creating the app in ${action.organization}.`)
      return createAppIfFree(action, ctx.flyctl)
    }
    if (action.kind === 'allocate-address') return allocateAddress(ctx.flyctl, app, action.address)
    ctx.log.info(`${app}: deploying.`)
    deployed = await deployAndLook(request(order), ctx)
    if (deployed.problem) throw new ActionError('platform', [deployed.problem])
  }
  // Only flyctl's answer to a deploy tells that an app is missing: asking first would cost every run a start.
  const outcomes = await runSteps(chain(app, [deploy]), perform)
  const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing')
  return resultOf(app, isMissing ? await runSteps(chain(app, first), perform) : outcomes, deployed)
}

function imageOf({ image, dockerfile }: AppOrder['app']): Image {
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
    ...(app.build_args && { buildArgs: app.build_args }),
    // Only a first deploy looks at it: without it flyctl makes two of everything that has no volume.
    single: true,
    mayStop,
  }
}

import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fly from '../clients/flyctl/commands.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import {
  type FlyState,
  planAddresses,
  planMonitoring,
  RECORD,
  secretsRecord,
  type Wanted,
} from '../plan/fly.ts'
import { judgeMachines } from '../plan/fly-judge.ts'
import { describeAction, type FlyAction, type Outcome, type Step } from '../plan/fly-steps.ts'
import { keyedDigest } from '../render/derive.ts'
import type { MonitoringApp } from '../render/monitoring.ts'
import { type FlyContext, type FlyResult, problemsOf, resultOf, runSteps } from './fly.ts'
import { type Deployed, deployAndLook } from './fly-deploy.ts'
import { settle } from './fly-machines.ts'
import { createAppIfFree, observe, sureOf } from './fly-observe.ts'

/** What the image is built from: the name in the templates and the place in the build context. */
const BUILD_FILES = [
  ['Dockerfile.monitoring', 'Dockerfile.monitoring'],
  ['docker-entrypoint.sh', 'monitoring/docker-entrypoint.sh'],
] as const

export interface MonitoringOrder {
  desired: MonitoringApp
  /** The folder `templates/` of this action. */
  templates: string
}

/** One run of `deployMonitoring`, as it goes on. */
interface Work {
  order: MonitoringOrder
  wanted: Wanted
  state: FlyState | undefined
  ctx: FlyContext
  seen: { machines: Deployed['machines']; warnings: Problem[] }
}

/** Brings the monitoring app to what is desired, and says what was done; no step when nothing differs. */
export async function deployMonitoring(order: MonitoringOrder, ctx: FlyContext): Promise<FlyResult> {
  const { app } = order.desired
  const nothing: FlyResult = { app, machines: [], outcomes: [], warnings: [], problems: [] }
  try {
    const wanted = await want(order, ctx)
    const state = await observe(order.desired, ctx.flyctl)
    const first = planMonitoring(wanted, state)
    if (first.kind === 'impossible')
      return { ...nothing, machines: state?.machines ?? [], problems: first.problems }
    const complete = await withAddresses(state, first.steps, order, ctx)
    const plan = complete === state ? first : planMonitoring(wanted, complete)
    if (plan.kind === 'impossible') return { ...nothing, problems: plan.problems }
    const work: Work = {
      order,
      wanted,
      state: complete,
      ctx,
      seen: { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] },
    }
    if (plan.steps.length === 0) return unchanged(work)
    return resultOf(app, await carryOut(work, plan.steps), work.seen)
  } catch (error) {
    return { ...nothing, problems: problemsOf(error) }
  }
}

async function want({ desired, templates }: MonitoringOrder, { flyctl }: FlyContext): Promise<Wanted> {
  const build = createHash('sha256')
  for (const [name] of BUILD_FILES) build.update(await readFile(join(templates, name))).update('\0')
  const values = desired.secrets.flatMap((s) => [s.name, s.value])
  return {
    app: desired,
    secretsDigest: keyedDigest(flyctl.token, ['secrets', ...values]),
    buildDigest: build.digest('hex').slice(0, 16),
  }
}

/** Addresses are asked for only when more than a start is due on machines that are there: it costs a start of flyctl. */
async function withAddresses(
  state: Awaited<ReturnType<typeof observe>>,
  steps: readonly Step[],
  { desired }: MonitoringOrder,
  { flyctl }: FlyContext,
): Promise<Awaited<ReturnType<typeof observe>>> {
  const changes = steps.some((step) => step.action.kind !== 'start-machines')
  if (!state || state.machines.length === 0 || !changes) return state
  return { ...state, addresses: await fly.listAddresses(flyctl, desired.app) }
}

async function unchanged(work: Work): Promise<FlyResult> {
  const { ctx, wanted, seen } = work
  const { app } = wanted.app
  ctx.log.info(`${app} is as it should be: nothing to do at Fly.`)
  const asked = { app, mayStop: false, env: { [RECORD.digest]: wanted.app.digest } }
  if (judgeMachines(asked, seen.machines).kind === 'good') return resultOf(app, [], seen)
  const settled = await settle(asked, ctx.until, ctx)
  const problems = settled.problem ? [settled.problem] : []
  return { ...resultOf(app, [], { ...seen, machines: settled.machines }), problems }
}

async function carryOut(work: Work, steps: readonly Step[]): Promise<Outcome[]> {
  const run = (step: Step) => {
    work.ctx.log.info(`${step.action.app}: ${describeAction(step.action)}. ${step.reason}`)
    return perform(step.action, work)
  }
  const outcomes = await runSteps(steps, run)
  const isFirst = !work.state || work.state.machines.length === 0
  if (!isFirst || outcomes.some((o) => o.kind !== 'done')) return outcomes
  // flyctl gives a new app its addresses on the first deploy, but says nothing when that fails.
  const addresses = await fly.listAddresses(work.ctx.flyctl, work.wanted.app.app)
  return [...outcomes, ...(await runSteps(planAddresses(work.wanted.app.app, addresses, steps), run))]
}

async function perform(action: FlyAction, work: Work): Promise<void> {
  const { flyctl } = work.ctx
  const { app } = action
  switch (action.kind) {
    case 'create-app':
      return createAppIfFree(action, flyctl)
    case 'create-volume':
      return sureOf(
        () => fly.createVolume(flyctl, app, action),
        async () => (await fly.listVolumes(flyctl, app)).filter((v) => v.name === action.name).length === 1,
      )
    case 'extend-volume':
      return fly.extendVolume(flyctl, app, action)
    case 'allocate-address': {
      const version = action.address === 'v6' ? 6 : 4
      return sureOf(
        () => fly.allocateAddress(flyctl, app, action.address),
        async () =>
          (await fly.listAddresses(flyctl, app)).some((a) => a.kind === 'public' && a.version === version),
      )
    }
    case 'stage-secrets':
      await fly.stageSecrets(flyctl, app, work.wanted.app.secrets)
      if (work.state) work.state = { ...work.state, secrets: await fly.listSecrets(flyctl, app) }
      else work.state = { machines: [], volumes: [], secrets: await fly.listSecrets(flyctl, app) }
      return
    case 'deploy':
      return deployStep(action, work)
    case 'start-machines':
      return look(work, await settle({ app, mayStop: false }, work.ctx.until, work.ctx))
  }
}

function look(work: Work, settled: Pick<Deployed, 'machines' | 'problem'>): void {
  work.seen.machines = settled.machines
  if (settled.problem) throw new ActionError('platform', [settled.problem])
}

async function deployStep(action: FlyAction & { kind: 'deploy' }, work: Work): Promise<void> {
  const { image } = action
  const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, work)
  const gone = deployed.problem?.code === 'fly-image-missing' && !work.wanted.app.image
  const final = gone && image.from === 'reference' ? await deployImage(undefined, work) : deployed
  work.seen.warnings.push(...final.warnings)
  look(work, final)
}

/** With an image by reference, or else by a build from the templates. */
async function deployImage(reference: string | undefined, work: Work): Promise<Deployed> {
  const { wanted, state, ctx, order } = work
  const folder = join(await ctx.flyctl.folder(wanted.app.app), 'deploy')
  await writeFiles(folder, order)
  const before = Math.max(0, ...work.seen.machines.map((m) => m.releaseVersion ?? 0))
  return deployAndLook(
    {
      app: wanted.app.app,
      folder,
      config: join(folder, 'fly.monitoring.toml'),
      ...(reference ? { image: reference } : { dockerfile: join(folder, 'Dockerfile.monitoring') }),
      env: {
        [RECORD.digest]: wanted.app.digest,
        [RECORD.secrets]: secretsRecord(wanted, state?.secrets ?? []),
        ...(!wanted.app.image && { [RECORD.build]: wanted.buildDigest }),
      },
      single: true,
      mayStop: false,
      before,
    },
    ctx,
  )
}

/** All that flyctl reads, side by side: it takes local_path from the folder it runs in. */
async function writeFiles(folder: string, { desired, templates }: MonitoringOrder): Promise<void> {
  await mkdir(join(folder, 'monitoring'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'fly.monitoring.toml'), desired.flyToml)
  for (const file of desired.files) await writeFile(join(folder, file.name), file.content)
  for (const [name, place] of BUILD_FILES) await copyFile(join(templates, name), join(folder, place))
}

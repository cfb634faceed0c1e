import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listReleases } from '../../clients/flyctl/commands.ts'
import { listStoredMachines, readReleaseConfig } from '../../clients/flyctl/stored.ts'
import { type ActionError, type Diagnostic, platformError } from '../../lib/errors.ts'
import { list } from '../../lib/text.ts'
import type { StoredMachine } from '../../model/fly.ts'
import { flyChange } from '../../plan/fly/actions.ts'
import { hasCode, problemsOf } from '../../plan/fly/refusals.ts'
import { areUntouched, machineDifferences } from '../../plan/fly/restored.ts'
import {
  isOfMachines,
  planRollback,
  type RollbackPlan,
  type RollbackTarget,
  releaseOfOthers,
} from '../../plan/fly/rollback.ts'
import { deployAndWait } from './deploy.ts'
import type { DeployOutcome } from './deploy-order.ts'
import { type FlyAppResult, type FlyContext, flyResult, runChanges } from './run-changes.ts'
import { removeMachine } from './spare-machines.ts'

/** A deploy that may be undone. */
export interface RollbackOrder {
  app: string
  /** Whether stopped machines are accepted. */
  mayStop: boolean
}

/** The longest time that is kept for a rollback, in milliseconds; of a short run a third. */
const RESERVE_MS = 4 * 60_000

/**
 * Deploys an app, and goes back to the release before when its machines or their checks fail. What is needed for that is
 * read before. The failure stays a failure; the result says which release runs afterwards.
 */
export async function deployOrRollBack(
  { app, mayStop }: RollbackOrder,
  ctx: FlyContext,
  deploy: (ctx: FlyContext) => Promise<FlyAppResult>,
): Promise<FlyAppResult> {
  const plan = await prepare(app, ctx)
  const reserve = plan.kind === 'target' ? Math.min(RESERVE_MS, (ctx.until - Date.now()) / 3) : 0
  const deployed = await deploy({ ...ctx, until: ctx.until - reserve })
  const failure = failureOf(deployed)
  if (failure && plan.kind === 'target' && ctx.signal?.aborted)
    return withNote(deployed, `${app} was not rolled back: the run was cancelled.`)
  if (!failure || !isOfMachines(failure)) return deployed
  if (plan.kind !== 'target') return notRolledBack(app, plan, deployed)
  return rollBack({ target: plan.target, mayStop, failure }, deployed, ctx)
}

/** The failure of the deploy itself. */
function failureOf({ outcomes }: FlyAppResult): Diagnostic | undefined {
  const failed = outcomes.find(({ kind, change }) => kind === 'failed' && change.action.kind === 'deploy')
  return failed?.kind === 'failed' ? failed.problem : undefined
}

/** Reads the state before the deploy. That it cannot be read does not stop the deploy. */
async function prepare(app: string, { flyctl, log }: FlyContext): Promise<RollbackPlan> {
  try {
    const [releases, machines] = await Promise.all([
      listReleases(flyctl, app),
      listStoredMachines(flyctl, app),
    ])
    if (releases.length === 0 || machines.length === 0) return { kind: 'first' }
    const plan = planRollback(app, { releases, machines, config: await readReleaseConfig(flyctl, app) })
    if (plan.kind === 'target')
      log.info(`${app}: if its machines or checks fail, it is rolled back to ${nameOf(plan.target)}.`)
    if (plan.kind === 'unknown') log.info(`${app}: it could not be rolled back: ${plan.why}.`)
    return plan
  } catch (error) {
    const [problem] = problemsOf(error)
    if (hasCode(error, 'fly-app-missing', 'fly-token-too-narrow')) return { kind: 'first' }
    return {
      kind: 'unknown',
      why: `its state before the deploy could not be read: ${problem?.message ?? ''}`,
    }
  }
}

const nameOf = ({ release, commit, image }: RollbackTarget): string =>
  `release v${release} (${commit === undefined ? `image ${image}` : `commit ${commit.slice(0, 12)}`})`

/** For a headline, which has no room for the name of an image. */
const shortName = ({ release, commit }: RollbackTarget): string =>
  `release v${release}${commit === undefined ? '' : ` (commit ${commit.slice(0, 12)})`}`

interface Failed {
  target: RollbackTarget
  mayStop: boolean
  failure: Diagnostic
}

async function rollBack(
  { target, mayStop, failure }: Failed,
  deployed: FlyAppResult,
  ctx: FlyContext,
): Promise<FlyAppResult> {
  const { app, release, image } = target
  const obstacle = await whyNot(target, deployed, ctx).catch((error: unknown) => {
    problemsOf(error)
    return undefined
  })
  if (obstacle !== undefined) return withNote(deployed, obstacle)
  let reached: DeployOutcome | undefined
  const change = flyChange({ kind: 'roll-back', app, release, image }, failure.message)
  const outcomes = await runChanges(
    [change],
    async () => {
      reached = await deployAgain(target, mayStop, ctx)
      if (reached.problem) throw failedRollback(target, reached.problem)
    },
    ctx,
  )
  const machines = reached?.machines ?? []
  const result = flyResult(app, [...deployed.outcomes, ...outcomes], {
    machines: machines.length > 0 ? machines : deployed.machines,
    warnings: deployed.warnings,
  })
  if (outcomes.some(({ kind }) => kind !== 'done'))
    return reworded(result, (why) => `The rollback of ${app} to ${shortName(target)} ${endOf(ctx)}: ${why}`)
  return reworded(
    { ...result, warnings: [...result.warnings, await rolledBack(target, ctx)] },
    (why) => `${app} was rolled back to ${shortName(target)}: ${why}`,
  )
}

/** How a rollback ended that is not done. */
const endOf = ({ signal }: FlyContext): string =>
  signal?.aborted
    ? 'was interrupted; a machine may run either release, or be stopped. The reason for it'
    : 'failed, too'

/** Why there is nothing to roll back, or why it is not the right of this run. */
async function whyNot(
  target: RollbackTarget,
  { machines }: FlyAppResult,
  ctx: FlyContext,
): Promise<string | undefined> {
  const { app } = target
  const [releases, now] = await Promise.all([listReleases(ctx.flyctl, app), deployedMachines(app, ctx)])
  const other = releaseOfOthers(releases, machines)
  if (other !== undefined)
    return `${app} was not rolled back: another deploy has made release v${other} in the meantime.`
  const canaries = now.filter(({ isCanary }) => isCanary)
  for (const { id } of canaries) await removeMachine({ app, id, mounts: [] }, ctx)
  return areUntouched(
    target.machines,
    now.filter((one) => !canaries.includes(one)),
  )
    ? `Every machine of ${app} runs ${nameOf(target)}, as before: there is nothing to roll back.`
    : undefined
}

/** The image with its configuration, in the strategy of that configuration, and without its release command. */
async function deployAgain(
  target: RollbackTarget,
  mayStop: boolean,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const { app, image, config, files, machines } = target
  const folder = join(await ctx.flyctl.folder(app), 'rollback')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'fly.rollback.json')
  await writeFile(path, JSON.stringify(config), { mode: 0o600 })
  for (const [name, content] of files)
    await writeFile(join(folder, name), Buffer.from(content, 'base64'), { mode: 0o600 })
  const [newest] = await listReleases(ctx.flyctl, app)
  return deployAndWait(
    {
      app,
      folder,
      config: path,
      image,
      skipReleaseCommand: true,
      // The machines may have crashed a moment ago.
      skipSmokeChecks: true,
      single: true,
      isFirst: false,
      groups: [...new Set(machines.map(({ processGroup }) => processGroup))],
      isIdentified: false,
      isVolumeOurs: false,
      mayStop,
      ...(newest && { before: newest.version }),
    },
    ctx,
  )
}

/** A machine that no deploy has made is left alone. */
const deployedMachines = async (app: string, { flyctl }: FlyContext): Promise<StoredMachine[]> =>
  (await listStoredMachines(flyctl, app)).filter(({ releaseVersion }) => releaseVersion !== undefined)

/** What a rollback cannot reach, wherever it happens. */
const KEPT =
  'Secrets, addresses, the size and data of volumes, databases and the effects of release commands are as the failed release left them.'

/** Says what was restored and what was not. */
async function rolledBack(target: RollbackTarget, ctx: FlyContext): Promise<Diagnostic> {
  const { app, machines } = target
  const differences = await deployedMachines(app, ctx).then(
    (now) => machineDifferences(machines, now),
    (error: unknown) => {
      problemsOf(error)
      return ['the configuration of its machines could not be read']
    },
  )
  const open = differences.length === 0 ? '' : ` Not restored: ${list(differences)}.`
  return {
    code: 'fly-rolled-back',
    severity: 'warning',
    message: `${app} runs ${nameOf(target)} again, with its configuration of then: every machine runs its image, and the checks pass.${open} ${KEPT}`,
    hint: 'Correct the cause of the failure, and deploy again. The repository still has the release that failed.',
  }
}

const failedRollback = (target: RollbackTarget, why: Diagnostic): ActionError =>
  platformError(
    'fly-rollback-failed',
    `The rollback of ${target.app} to ${nameOf(target)} failed: ${why.message}`,
    `${why.hint} To try it manually, with the Fly configuration of that release: \`flyctl deploy --image ${target.image} --skip-release-command -a ${target.app}\`.`,
  )

function notRolledBack(
  app: string,
  plan: Exclude<RollbackPlan, { kind: 'target' }>,
  deployed: FlyAppResult,
): FlyAppResult {
  const why = plan.kind === 'first' ? 'no earlier deploy of it was complete' : plan.why
  return withNote(deployed, `${app} was not rolled back: ${why}.`)
}

/** The result with a sentence after the failure of its deploy. */
const withNote = (result: FlyAppResult, note: string): FlyAppResult =>
  reworded(result, (why) => `${why} ${note}`)

/** The result with another text of the failure of its deploy. */
function reworded(result: FlyAppResult, word: (why: string) => string): FlyAppResult {
  const outcomes = result.outcomes.map((outcome) =>
    outcome.kind === 'failed' && outcome.change.action.kind === 'deploy'
      ? { ...outcome, problem: { ...outcome.problem, message: word(outcome.problem.message) } }
      : outcome,
  )
  return flyResult(result.app, outcomes, result)
}

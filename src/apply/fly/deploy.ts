import { runDeploy } from '../../clients/flyctl/commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { type DeployExpectation, isOld } from '../../plan/fly/judge-machines.ts'
import { afterFailure, sharpened } from './after-failure.ts'
import { type DeployAttempt, type DeployOrder, type DeployOutcome, WAIT_MS } from './deploy-order.ts'
import { type DeployOutput, deployOutput } from './deploy-output.ts'
import { nextCommand } from './release-command.ts'
import { CHANGED, REPEATED } from './repeated-deploy.ts'
import type { FlyContext } from './run-changes.ts'
import { releaseOf } from './unfinished-release.ts'
import { type MachineWait, waitForMachines } from './wait-for-machines.ts'

/**
 * How long flyctl waits for a new machine: its lease lasts as long, also when the answer or flyctl itself gets lost, and nobody can
 * change the machine until then. The rest of the time is waited here.
 */
const FIRST_WAIT_MS = 60_000

/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000

/** Pauses before a deploy is repeated, in milliseconds. */
const PAUSES_MS = [1_000, 4_000, 10_000]

/**
 * Runs `flyctl deploy`; the state of the machines decides whether it succeeded. A deploy that failed without a refusal
 * of Fly is repeated, which is safe: flyctl continues with the machines that exist. One that finds another deploy at
 * work is repeated until the time is up.
 */
export async function deployAndWait(order: DeployOrder, ctx: FlyContext): Promise<DeployOutcome> {
  const output = deployOutput(order.app, ctx.log)
  let current = order
  let busy: Diagnostic | undefined
  for (let failures = 0; ; ) {
    const { again, ...attempt } = await attemptDeploy(current, output, ctx)
    const { newGroups, madeVolumes } = output.acts()
    const outcome: DeployOutcome = {
      ...attempt,
      ...(busy && attempt.problem && isOver(ctx) && { problem: afterWait(busy, attempt.problem) }),
      newGroups,
      madeVolumes,
    }
    const pause = again === 'busy' ? PAUSES_MS[1] : PAUSES_MS[failures]
    const { problem } = outcome
    if (!again || !problem || pause === undefined || Date.now() + pause + TIDY_MS >= ctx.until) return outcome
    const command = await nextCommand({ app: order.app, problem }, output.acts(), ctx)
    if (command.kind === 'stop') return { ...outcome, problem: command.problem }
    if (again !== 'busy') failures++
    busy = again === 'busy' ? problem : undefined
    current = {
      ...current,
      ...CHANGED[again],
      ...(command.kind === 'skip' && { skipReleaseCommand: true }),
    }
    ctx.log.info(`${problem.message} ${REPEATED[again]}`)
    await ctx.flyctl.pause(pause)
  }
}

const isOver = ({ until }: FlyContext): boolean => Date.now() >= until

/** What the run waited for nearly to its end is said as well; it is the reason when nothing was changed. */
const afterWait = (busy: Diagnostic, problem: Diagnostic): Diagnostic => ({
  ...(problem.code === 'fly-deadline' ? busy : problem),
  message: `${busy.message} After that: ${problem.message}`,
})

async function attemptDeploy(
  order: DeployOrder,
  output: DeployOutput,
  ctx: FlyContext,
): Promise<DeployAttempt> {
  const begun = Date.now()
  const timeoutMs = Math.max(1_000, ctx.until - begun)
  const { mayStop, groups } = order
  const result = await runDeploy(ctx.flyctl, {
    ...order,
    waitMs: Math.min(order.isFirst ? FIRST_WAIT_MS : WAIT_MS, timeoutMs - TIDY_MS),
    timeoutMs,
    onLine: output.take,
  })
  const asked: DeployExpectation = {
    ...{ app: order.app, mayStop, groups },
    ...(order.env && { env: order.env }),
    ...(order.only && { only: order.only }),
    ...(order.isIdentified && { isIdentified: true }),
    ...(order.processGroups && { processGroups: order.processGroups }),
    isDeployed: true,
  }
  if (result.failure) {
    const problem = await sharpened(result.failure, order.app, ctx)
    return afterFailure(problem, { order, asked, begun }, ctx)
  }
  const release =
    result.release ?? (await releaseOf(order, { begun, hasPrinted: result.output.trim() !== '' }, ctx))
  if (!release && !order.isIdentified)
    return { warnings: [], machines: [], problem: noRelease(order.app), again: 'failed' }
  const exactly = {
    ...asked,
    ...(release && { release: release.version }),
    ...(release?.imageRef && { imageRef: release.imageRef }),
  }
  const reached = await waitForMachines(exactly, ctx.until, ctx)
  const isWatched = reached.problem || !(order.skipSmokeChecks || order.isUnwatched)
  const settled = isWatched ? reached : await watch(exactly, ctx)
  const outcome = { ...settled, warnings: [], ...(release && { release: release.version }) }
  const isOvertaken = settled.problem?.code === 'fly-old-version' && isOfOthers(exactly, settled, output)
  return isOvertaken && !order.isVolumeOurs ? { ...outcome, again: 'overtaken' } : outcome
}

/** Whether a machine with an older version is in a group that had no machine when flyctl looked. */
function isOfOthers(expected: DeployExpectation, { machines }: MachineWait, output: DeployOutput): boolean {
  const { newGroups } = output.acts()
  return machines.some((machine) => newGroups.includes(machine.processGroup) && isOld(expected, machine))
}

const noRelease = (app: string): Diagnostic => ({
  code: 'fly-no-release',
  severity: 'error',
  message: `flyctl deploy, app ${app}: it reported no failure, but Fly has no new release.`,
  hint: `Run again; \`flyctl releases -a ${app}\` shows the releases. If it persists, try another \`flyctl-version\`.`,
})

/** How long flyctl watches a machine for crashes after its start. */
const SMOKE_MS = 10_000

/** In place of smoke checks of flyctl: a program that crashes at once may have been well at the first look. */
async function watch(expected: DeployExpectation, ctx: FlyContext): Promise<MachineWait> {
  await ctx.flyctl.pause(SMOKE_MS)
  return waitForMachines(expected, ctx.until, ctx)
}

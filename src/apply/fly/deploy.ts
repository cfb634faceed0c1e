import { type DeployRequest, listMachines, runDeploy } from '../../clients/flyctl/commands.ts'
import type { ExplainedFailure } from '../../clients/flyctl/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import { type DeployExpectation, judgeMachines } from '../../plan/fly/judge-machines.ts'
import { isUndecided, problemsOf, sharpenRefusal } from '../../plan/fly/refusals.ts'
import { type DeployOutput, deployOutput } from './deploy-output.ts'
import { CHANGED, REPEATED, type RepeatReason } from './repeated-deploy.ts'
import type { FlyContext } from './run-changes.ts'
import { unfinishedRelease } from './unfinished-release.ts'
import { explain, type MachineWait, waitForMachines } from './wait-for-machines.ts'

/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000

/**
 * The same for a new machine: its lease lasts as long, also when the answer or flyctl itself gets lost, and nobody can
 * change the machine until then. The rest of the time is waited here.
 */
const FIRST_WAIT_MS = 60_000

/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000

/** Pauses before a deploy is repeated, in milliseconds. */
const PAUSES_MS = [1_000, 4_000, 10_000]

/** The machines after a deploy; `problem` is set when they are not as expected. */
export interface DeployOutcome extends MachineWait {
  warnings: readonly Diagnostic[]
  /** The release that the deploy made, if it is known. */
  release?: number
  /** The first one, if it was repeated. */
  firstRelease?: number
  /** flyctl found no free volume and made one: another run has used the one that this run had seen. */
  hasMadeVolume?: true
}

export interface DeployOrder extends Omit<DeployRequest, 'waitMs' | 'timeoutMs' | 'onLine'> {
  mayStop: boolean
  /** The release before this deploy, where it is known. */
  before?: number
  /** Whether the app has no machine yet, as far as is known. */
  isFirst: boolean
  /** The process groups of the app. */
  groups: readonly string[]
  /** Whether the variables of the order identify what runs: any release that has them is right. */
  isIdentified: boolean
  /** Whether this run has made sure that the volume exists. */
  isVolumeOurs: boolean
}

/** What a single try of a deploy came to; `again`: it did not do its work, and nothing speaks against another one. */
type Attempt = DeployOutcome & { again?: RepeatReason }

/**
 * Runs `flyctl deploy`; the state of the machines decides whether it succeeded. A deploy that failed without a refusal
 * of Fly is repeated, which is safe: flyctl continues with the machines that exist. One that finds another deploy at
 * work is repeated until the time is up.
 */
export async function deployAndWait(order: DeployOrder, ctx: FlyContext): Promise<DeployOutcome> {
  const output = deployOutput(order.app, ctx.log)
  let firstRelease: number | undefined
  let current = order
  let busy: Diagnostic | undefined
  for (let failures = 0; ; ) {
    const { again, ...attempt } = await attemptDeploy(current, output, ctx)
    firstRelease ??= attempt.release
    const outcome: DeployOutcome = {
      ...attempt,
      ...(busy && attempt.problem && isOver(ctx) && { problem: afterWait(busy, attempt.problem) }),
      ...(firstRelease !== undefined && { firstRelease }),
      ...(output.hasMadeVolume() && { hasMadeVolume: true }),
    }
    const pause = again === 'busy' ? PAUSES_MS[1] : PAUSES_MS[failures]
    if (!again || pause === undefined || Date.now() + pause + TIDY_MS >= ctx.until) return outcome
    if (again !== 'busy') failures++
    busy = again === 'busy' ? outcome.problem : undefined
    current = { ...current, ...CHANGED[again] }
    ctx.log.info(
      `${outcome.problem?.message ?? `The deploy of ${order.app} did not do its work.`} ${REPEATED[again]}`,
    )
    await ctx.flyctl.pause(pause)
  }
}

const isOver = ({ until }: FlyContext): boolean => Date.now() >= until

/** What the run waited for nearly to its end is said as well. */
const afterWait = (busy: Diagnostic, problem: Diagnostic): Diagnostic => ({
  ...problem,
  message: `${busy.message} After that: ${problem.message}`,
})

async function attemptDeploy(order: DeployOrder, output: DeployOutput, ctx: FlyContext): Promise<Attempt> {
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
  }
  if (result.failure) {
    const problem = await sharpened(result.failure, order.app, ctx)
    return afterFailure(problem, { order, asked, begun }, ctx)
  }
  const { release } = result
  const exactly = { ...asked, ...(release && { release: release.version, imageRef: release.imageRef }) }
  const reached = await waitForMachines(exactly, ctx.until, ctx)
  const isWatched = reached.problem || !order.skipSmokeChecks
  const settled = isWatched ? reached : await watch(exactly, ctx)
  return { ...settled, warnings: [], ...(release && { release: release.version }) }
}

/** How long flyctl watches a machine for crashes after its start. */
const SMOKE_MS = 10_000

/** In place of flyctl's smoke checks: a program that crashes at once may have been well at the first look. */
async function watch(expected: DeployExpectation, ctx: FlyContext): Promise<MachineWait> {
  await ctx.flyctl.pause(SMOKE_MS)
  return waitForMachines(expected, ctx.until, ctx)
}

async function sharpened({ problem }: ExplainedFailure, app: string, ctx: FlyContext): Promise<Diagnostic> {
  const why = await sharpenRefusal(new ActionError('platform', [problem]), app, ctx.flyctl)
  return why instanceof ActionError ? (why.problems[0] ?? problem) : problem
}

/** With one of these failures the machines decide, and nothing is repeated: flyctl itself has waited for them. */
const ABOUT_MACHINES: ReadonlySet<string> = new Set([
  'fly-health',
  'fly-crash',
  'fly-start-timeout',
  'fly-deadline',
])

/** Another deploy has just made the machine that this one wanted to make; or flyctl itself has, in its first try. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'fly-volume-attached',
  'fly-volume-missing',
  'fly-volume-region',
])

interface Failed {
  order: DeployOrder
  asked: DeployExpectation
  begun: number
}

/** After a failure the current state decides whether the deploy did its work. */
async function afterFailure(problem: Diagnostic, failed: Failed, ctx: FlyContext): Promise<Attempt> {
  const outcome: Attempt = { warnings: [], machines: [], problem }
  const isUnclear =
    isUndecided(new ActionError('platform', [problem])) ||
    problem.code === 'fly-lease' ||
    (failed.order.isVolumeOurs && OVERTAKEN.has(problem.code))
  if (ctx.signal?.aborted || !(isUnclear || ABOUT_MACHINES.has(problem.code))) return outcome
  try {
    return isUnclear ? await continueAfter(problem, failed, ctx) : await lastLook(problem, failed, ctx)
  } catch (error) {
    const problems = problemsOf(error)
    // The failure of the deploy says more than a failure to read the machines, but for an app that does not exist.
    const isMissing = problems.find(({ code }) => code === 'fly-app-missing')
    return isMissing ? { ...outcome, problem: isMissing } : outcome
  }
}

/** A deploy that may have done its work: its machines are waited for, if they have its release. */
async function continueAfter(problem: Diagnostic, failed: Failed, ctx: FlyContext): Promise<Attempt> {
  const again = problem.code === 'fly-lease' ? 'busy' : 'failed'
  const expected = await expectedOf(failed, ctx)
  if (!expected) return { warnings: [], machines: [], problem, again }
  const made = expected.release !== undefined && { release: expected.release }
  const reached = { ...(await waitForMachines(expected, ctx.until, ctx)), ...made }
  if (!reached.problem) return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] }
  const isUndone = reached.problem.code === 'fly-old-version' || reached.problem.code === 'fly-no-machines'
  return isUndone ? { ...reached, warnings: [], problem, again } : { ...reached, warnings: [] }
}

const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.'

/** flyctl has waited for a machine, one after the other, and stopped at the first that was late: its state decides. */
async function lastLook(problem: Diagnostic, failed: Failed, ctx: FlyContext): Promise<Attempt> {
  if (problem.code === 'fly-deadline') return atDeadline(problem, failed, ctx)
  const whole = (await expectedOf(failed, ctx)) ?? failed.asked
  const expected: DeployExpectation = { ...whole, isPartial: true }
  const made = whole.release !== undefined && { release: whole.release }
  if (problem.code === 'fly-crash') {
    const machines = await listMachines(ctx.flyctl, failed.order.app)
    if (machines.every(({ exit }) => !exit || exit.requested))
      return { warnings: [], machines, problem, again: 'old-crash' }
    return { warnings: [], machines, problem: await explain(problem, { expected, machines }, ctx) }
  }
  const until = Math.min(ctx.until, failed.begun + WAIT_MS)
  const reached = { ...(await waitForMachines(expected, until, ctx)), ...made }
  if (reached.problem)
    return {
      ...reached,
      warnings: [],
      problem: reached.problem.code === 'fly-not-ready' ? problem : reached.problem,
    }
  const judged = judgeMachines(whole, reached.machines)
  if (judged.kind === 'good')
    return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] }
  if (judged.kind === 'bad' && judged.problem.code === 'fly-replaced')
    return { ...reached, warnings: [], problem: judged.problem }
  return { ...reached, warnings: [], problem: unfinished(problem), again: 'unfinished' }
}

const unfinished = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  message: `${problem.message} It is well now, but flyctl had given up before it had made and changed every machine.`,
  hint: 'Deploy again, with a longer `timeout` if that ended the run: flyctl continues with the machines that exist.',
})

/** The state of the machines says more than that the time is up. */
async function atDeadline(
  problem: Diagnostic,
  { order, asked }: Failed,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const machines = await listMachines(ctx.flyctl, order.app)
  const seen = await explain(problem, { expected: asked, machines }, ctx)
  const message = [...new Set([problem.message, seen.message])].join(' ')
  return { warnings: [], machines, problem: { ...seen, message } }
}

/** What the machines must be for the deploy to have done its work; undefined when it made no release. */
async function expectedOf(
  { order, asked, begun }: Failed,
  ctx: FlyContext,
): Promise<DeployExpectation | undefined> {
  if (order.isIdentified) return asked
  const release = await unfinishedRelease({ ...order, begun }, ctx)
  if (release === undefined) return undefined
  return { ...asked, release, ...(order.image && { imageRef: order.image }) }
}

import { listMachines } from '../../clients/flyctl/commands.ts'
import type { ExplainedFailure } from '../../clients/flyctl/errors.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import { type DeployExpectation, judgeMachines } from '../../plan/fly/judge-machines.ts'
import { isUndecided, problemsOf, sharpenRefusal } from '../../plan/fly/refusals.ts'
import { type DeployAttempt, type DeployOrder, type DeployOutcome, WAIT_MS } from './deploy-order.ts'
import type { FlyContext } from './run-changes.ts'
import { unfinishedRelease } from './unfinished-release.ts'
import { explain, waitForMachines } from './wait-for-machines.ts'

/** The failure as it is, when a refusal of Fly can mean several things. */
export async function sharpened(
  { problem }: ExplainedFailure,
  app: string,
  ctx: FlyContext,
): Promise<Diagnostic> {
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

/** Another deploy is at work or has just made the machine that this one wanted; or flyctl itself has, in its first try. */
const UNCLEAR: ReadonlySet<string> = new Set(['fly-lease', 'fly-volume-attached'])

/** The same, where it is certain that there was a free volume. */
const OVERTAKEN: ReadonlySet<string> = new Set(['fly-volume-missing', 'fly-volume-region'])

interface Failed {
  order: DeployOrder
  asked: DeployExpectation
  begun: number
}

const isUnclearAfter = (problem: Diagnostic, { isVolumeOurs }: DeployOrder): boolean =>
  isUndecided(new ActionError('platform', [problem])) ||
  UNCLEAR.has(problem.code) ||
  (isVolumeOurs && OVERTAKEN.has(problem.code))

/** After a failure the current state decides whether the deploy did its work. */
export async function afterFailure(
  problem: Diagnostic,
  failed: Failed,
  ctx: FlyContext,
): Promise<DeployAttempt> {
  const outcome: DeployAttempt = { warnings: [], machines: [], problem }
  const isUnclear = !ABOUT_MACHINES.has(problem.code) && isUnclearAfter(problem, failed.order)
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
async function continueAfter(problem: Diagnostic, failed: Failed, ctx: FlyContext): Promise<DeployAttempt> {
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

/** What the machines show then says less than flyctl: bluegreen leaves the machines of before untouched. */
const SAYS_LESS: ReadonlySet<string> = new Set(['fly-not-ready', 'fly-old-version', 'fly-no-machines'])

/** flyctl has waited for a machine, one after the other, and stopped at the first that was late: its state decides. */
async function lastLook(problem: Diagnostic, failed: Failed, ctx: FlyContext): Promise<DeployAttempt> {
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
      problem: SAYS_LESS.has(reached.problem.code) ? problem : reached.problem,
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

/** The state of the machines says more than that the time is up. One that was not changed by then is not at fault. */
async function atDeadline(
  problem: Diagnostic,
  { order, asked }: Failed,
  ctx: FlyContext,
): Promise<DeployOutcome> {
  const machines = await listMachines(ctx.flyctl, order.app)
  const expected: DeployExpectation = { ...asked, isPartial: true }
  const seen = await explain(problem, { expected, machines }, ctx)
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

import { listAllMachines, readLogLines, startMachines } from '../../clients/flyctl/commands.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { Machine } from '../../model/fly.ts'
import { crashOf } from '../../plan/fly/crash.ts'
import { diagnoseMachines } from '../../plan/fly/diagnose-machines.ts'
import { type DeployExpectation, judgeMachines } from '../../plan/fly/judge-machines.ts'
import { hasCode, isUndecided } from '../../plan/fly/refusals.ts'
import type { FlyContext } from './run-changes.ts'

/** Pauses between reads of the machines, in milliseconds; the last one repeats. Each read starts flyctl. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000]

/** How long a machine that had crashed is watched after it was started again: the crash may be from before the deploy. */
const CRASH_MS = 10_000

export interface MachineWait {
  /** As last seen. */
  machines: Machine[]
  /** Those that flyctl has made for itself. */
  temporary?: readonly Machine[]
  /** Why they are not as expected. */
  problem?: Diagnostic
}

/**
 * Reads the machines until they are as expected: starts those that are stopped (once), waits for states and checks, and
 * gives up at `until`.
 */
export async function waitForMachines(
  expected: DeployExpectation,
  until: number,
  ctx: FlyContext,
): Promise<MachineWait> {
  let why = `the machines of ${expected.app}`
  const wait = () => waitUntil(expected, until, { ...ctx, onWait: (reason) => (why = reason) })
  return ctx.activities.during(() => why, wait, Math.max(0, until - Date.now()))
}

async function waitUntil(
  expected: DeployExpectation,
  until: number,
  ctx: FlyContext & { onWait: (why: string) => void },
): Promise<MachineWait> {
  const { flyctl } = ctx
  const started = new Set<string>()
  let watchedUntil = 0
  for (let reads = 0; ; reads++) {
    const { machines, temporary } = await listAllMachines(flyctl, expected.app)
    const judged = judgeMachines(expected, machines)
    if (judged.kind === 'bad') return { machines, problem: judged.problem }
    const isWatched = Date.now() >= Math.min(watchedUntil, until)
    if (judged.kind === 'good' && isWatched) return { machines, temporary }
    const { why, start: resting } = judged.kind === 'good' ? RESTARTED : judged
    if (resting.some((id) => started.has(id)) || Date.now() >= until)
      return {
        machines,
        problem: await explain(notReady(expected.app, why), { expected, machines }, ctx),
      }
    ctx.onWait(`app ${expected.app}: ${why}`)
    const fresh = resting.filter((id) => !started.has(id))
    if (fresh.length > 0 && (await start(expected.app, fresh, ctx))) for (const id of fresh) started.add(id)
    if (machines.some((one) => fresh.includes(one.id) && crashOf(one))) watchedUntil = Date.now() + CRASH_MS
    await flyctl.pause(Math.min(PAUSES_MS[reads] ?? 4_000, Math.max(0, until - Date.now())))
  }
}

const RESTARTED = { why: 'a machine that had crashed was started again', start: [] }

/** Starts machines; false when it is to be tried again, because another one is working on them or Fly did not answer. */
async function start(app: string, ids: readonly string[], { flyctl }: FlyContext): Promise<boolean> {
  try {
    await startMachines(flyctl, app, ids)
    return true
  } catch (error) {
    if (isUndecided(error) || hasCode(error, 'fly-lease')) return false
    throw error
  }
}

/**
 * The problem as the machines themselves show it, with the last lines that the machine wrote; the given one when they
 * show none.
 */
export async function explain(
  problem: Diagnostic,
  { expected, machines }: { expected: DeployExpectation; machines: readonly Machine[] },
  { flyctl, log, signal }: FlyContext,
): Promise<Diagnostic> {
  const found = diagnoseMachines(expected, machines)
  if (!found || signal?.aborted) return problem
  const lines = (await readLogLines(flyctl, expected.app, found.machine)).slice(-MOST_LINES)
  if (lines.length === 0) return found.problem
  log.block(
    `Last log lines of machine ${found.machine}, app ${expected.app}`,
    lines.map((line) => oneLine(line)),
  )
  const quoted = lines.slice(-QUOTED_LINES).map((line) => `"${oneLine(line, 150)}"`)
  return { ...found.problem, message: `${found.problem.message} Its last log lines: ${quoted.join(' ')}` }
}

const MOST_LINES = 20
const QUOTED_LINES = 4

function notReady(app: string, why: string): Diagnostic {
  return {
    code: 'fly-not-ready',
    severity: 'error',
    message: `The machines of ${app} are not ready: ${why}.`,
    hint: `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`; a slow start needs a longer \`timeout\`.`,
  }
}

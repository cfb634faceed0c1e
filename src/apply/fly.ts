import type { Flyctl } from '../clients/flyctl/client.ts'
import { listMachines } from '../clients/flyctl/commands.ts'
import type { Machine } from '../clients/flyctl/shapes.ts'
import { ActionError, messageOf, type Problem } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import type { Outcome, Step } from '../plan/fly-steps.ts'
import { whyRefused } from './fly-observe.ts'

/** What the Fly side of a run works with. */
export interface FlyContext {
  flyctl: Flyctl
  log: Log
  /** When everything must be over, in milliseconds since the epoch (`Date.now()`). */
  until: number
  signal?: AbortSignal
}

/** What became of one app. It never throws for what Fly says: a problem in `problems` is a failure. */
export interface FlyResult {
  app: string
  /** As last seen; empty when they could not be seen. */
  machines: readonly Machine[]
  outcomes: readonly Outcome[]
  warnings: readonly Problem[]
  problems: readonly Problem[]
}

/** Only looks: for apps with `deploy: false`. */
export async function watchApp(app: string, { flyctl }: FlyContext): Promise<FlyResult> {
  const result: FlyResult = { app, machines: [], outcomes: [], warnings: [], problems: [] }
  try {
    return { ...result, machines: await listMachines(flyctl, app) }
  } catch (error) {
    return { ...result, problems: problemsOf(await whyRefused(error, app, flyctl)) }
  }
}

/** What an app's steps came to, from the outcomes and the last look at its machines. */
export function resultOf(
  app: string,
  outcomes: readonly Outcome[],
  seen: { machines: readonly Machine[]; warnings: readonly Problem[] },
): FlyResult {
  return {
    app,
    machines: seen.machines,
    outcomes,
    warnings: seen.warnings,
    problems: outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : [])),
  }
}

/** What went wrong, as problems. An error that is not about the world outside is a bug and goes on. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ActionError) return error.problems
  if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    return [
      {
        code: 'fly-interrupted',
        severity: 'error',
        message: 'The run was cancelled, or its time was over, before this step.',
        hint: 'Run again: what is there is used, nothing is made twice.',
      },
    ]
  throw error
}

/** Runs steps in order; after a failure the rest is not run, and says so. */
export async function runSteps(
  steps: readonly Step[],
  run: (step: Step) => Promise<void>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of steps) {
    const failed = outcomes.find((outcome) => outcome.kind === 'failed')
    if (failed) {
      outcomes.push({ step, seconds: 0, kind: 'notRun', why: `${failed.step.id} failed` })
      continue
    }
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      await run(step)
      outcomes.push({ step, seconds: seconds(), kind: 'done' })
    } catch (error) {
      const [problem] = problemsOf(error)
      if (!problem) throw new Error(`a failure without a problem: ${messageOf(error)}`)
      outcomes.push({ step, seconds: seconds(), kind: 'failed', problem })
    }
  }
  return outcomes
}

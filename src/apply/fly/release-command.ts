import { readMachineEnd } from '../../clients/flyctl/machine-end.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { problemsOf } from '../../plan/fly/refusals.ts'
import type { DeployActs } from './deploy-output.ts'
import type { FlyContext } from './run-changes.ts'

const POLL_MS = 2_000

/** What to do about the release command when a deploy is repeated. */
export type NextCommand = { kind: 'run' } | { kind: 'skip' } | { kind: 'stop'; problem: Diagnostic }

/**
 * After a deploy that failed for another reason: how its release command ended. flyctl may have lost sight of it while it
 * was running; one that ended well is not run again, and neither is one of which this is not known.
 */
export async function nextCommand(
  { app, problem }: { app: string; problem: Diagnostic },
  { releaseCommand }: DeployActs,
  ctx: FlyContext,
): Promise<NextCommand> {
  if (!releaseCommand) return { kind: 'run' }
  if (releaseCommand.isDone) return { kind: 'skip' }
  const { machine } = releaseCommand
  const what = `the release command of ${app}, which flyctl has lost sight of`
  const code = await ctx.activities
    .during(what, () => exitCode(app, machine, ctx))
    .catch((error: unknown) => {
      problemsOf(error)
      return 'unknown' as const
    })
  if (code === 0) return { kind: 'skip' }
  if (code === 'not begun') return { kind: 'run' }
  return { kind: 'stop', problem: stopped(app, machine, code, problem) }
}

/** Waits until the command has ended. */
async function exitCode(
  app: string,
  machine: string,
  { flyctl, until }: FlyContext,
): Promise<number | 'not begun' | 'unknown'> {
  for (;;) {
    const { state, code } = await readMachineEnd(flyctl, app, machine)
    if (code !== undefined) return code
    if (state === 'stopped' || state === 'created') return 'not begun'
    if (!/^start/.test(state) || Date.now() + POLL_MS >= until) return 'unknown'
    await flyctl.pause(POLL_MS)
  }
}

const stopped = (app: string, machine: string, code: number | 'unknown', cause: Diagnostic): Diagnostic => ({
  code: 'fly-release-command',
  severity: 'error',
  message:
    code === 'unknown'
      ? `${cause.message} How the release command on machine ${machine} ended is not known, so the deploy was not repeated; no machine was changed.`
      : `The release command of ${app} ended with exit code ${code}; no machine was changed.`,
  hint: `See \`flyctl machine status ${machine} -a ${app}\` and \`flyctl logs -a ${app} --machine ${machine}\`. It is not run again by itself, because it may have done a part of its work: deploy again when that is right.`,
})

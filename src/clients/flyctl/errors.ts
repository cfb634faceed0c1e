import { type ActionError, type Diagnostic, messageOf, platformError } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import { KNOWN_ERRORS } from './known-errors.ts'
import { ending, errorText } from './output.ts'

/** The result of a failed flyctl call, with secrets already removed. */
export interface FailedCall {
  /** The command without its flags, such as `machine list`. */
  command: string
  app: string
  exitCode: number | null
  stdout: string
  stderr: string
  stopped?: 'cancelled' | 'deadline' | 'output'
  timeoutMs: number
}

/** An explained failure. `retry`: the same call may succeed a moment later. */
export interface ExplainedFailure {
  problem: Diagnostic
  retry: boolean
}

/** Explains why a flyctl call failed: from its error text, else from the way it ended. */
export function explainFailure(failed: FailedCall): ExplainedFailure {
  const said = errorText(failed.stderr)
  const ended = stopped(failed)
  // A call that hangs is ended: the next one need not hang.
  if (ended)
    return problem(failed, {
      ...ended,
      said: undefined,
      ...(ended.code === 'fly-deadline' && { retry: true }),
    })
  const everything = `${ending(failed.stdout)}\n${ending(failed.stderr)}`
  for (const known of KNOWN_ERRORS) {
    const found = known.when.exec(known.anywhere ? everything : (said ?? ''))
    if (!found) continue
    const hint = typeof known.hint === 'string' ? known.hint : known.hint(found, failed.app)
    return problem(failed, {
      code: known.code,
      what: known.what(found, failed.app),
      hint,
      said,
      retry: known.retry,
    })
  }
  const last = ending(failed.stderr).trim().split('\n').at(-1)
  const what = said ?? (oneLine(last ?? '', 300) || 'flyctl printed nothing.')
  const hint = `Run \`flyctl ${failed.command} -a ${failed.app}\` by hand to see more; https://status.flyio.net shows incidents at Fly.`
  // A server error is known by its text only, which may be anything.
  return problem(failed, { code: 'fly-failed', what, hint, said: undefined, retry: true })
}

/** Endings that are not flyctl's own answer. Exit codes: 126 its own deadline, 127 interrupted, 3 a crash of flyctl. */
function stopped(failed: FailedCall): { code: string; what: string; hint: string } | undefined {
  const seconds = Math.round(failed.timeoutMs / 1000)
  if (failed.stopped === 'cancelled' || (failed.exitCode === 127 && !failed.stopped))
    return {
      code: 'fly-interrupted',
      what: 'It was interrupted.',
      hint: 'Run again: existing resources are reused, nothing is created twice.',
    }
  if (failed.stopped === 'deadline' || failed.exitCode === 126)
    return {
      code: 'fly-deadline',
      what: `It did not end within ${seconds} s.`,
      hint: 'Run again; https://status.flyio.net shows incidents at Fly. Where the time of the whole run was up, set a longer `timeout`.',
    }
  if (failed.stopped === 'output' || failed.exitCode === 3 || failed.exitCode === null)
    return {
      code: 'fly-crashed',
      what: 'flyctl itself crashed.',
      hint: 'Run again, or try another `flyctl-version`.',
    }
  return undefined
}

function problem(
  failed: FailedCall,
  said: { code: string; what: string; hint: string; said: string | undefined; retry?: true | undefined },
): ExplainedFailure {
  const quote = said.said ? ` (flyctl: ${said.said})` : ''
  return {
    problem: {
      code: said.code,
      severity: 'error',
      message: `flyctl ${failed.command}, app ${failed.app}: ${said.what}${quote}`,
      hint: said.hint,
    },
    retry: said.retry === true,
  }
}

/** The error of a flyctl that could not be started at all. */
export function notStarted(binary: string, error: unknown): ActionError {
  return platformError(
    'fly-flyctl-start',
    `flyctl could not be started (${binary}): ${oneLine(messageOf(error), 300)}`,
    'Check that the file exists, is built for this machine and may be executed (a temporary folder that is mounted with `noexec` does not work: set TMPDIR or RUNNER_TEMP).',
    error,
  )
}

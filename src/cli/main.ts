import { secretsIn } from '../inputs/names.ts'
import { loadCompiled } from '../lib/compile-cache.ts'
import { ActionError, type Diagnostic, messageOf } from '../lib/errors.ts'
import { guardNodeMessages } from '../lib/node-messages.ts'
import { watchOutput } from '../lib/output.ts'
import { print } from '../lib/print.ts'
import { addSecret } from '../lib/redact.ts'
import { oneLine } from '../lib/text.ts'
import { type ParsedArguments, readArguments } from './arguments.ts'
import { paint, terminalLog } from './log.ts'

/** Exit code for wrong arguments, inputs or files. */
const MISTAKE = 2
/** Exit code for failures that are not the user's fault. */
const FAILURE = 3

/** The command line: reads the arguments, runs the command, sets the exit code. */
export async function commandLine(args: readonly string[]): Promise<void> {
  guardNodeMessages(FAILURE)
  for (const secret of secretsIn(process.env)) addSecret(secret)
  const output = watchOutput()
  await output.exit(await attempt(() => execute(readArguments(args))))
}

/** Each command imports only the modules that it needs. */
async function execute(asked: ParsedArguments): Promise<number> {
  if (asked.kind === 'mistake') return mistake(asked)
  if (asked.kind === 'version') return printVerbatim((await import('../assets.ts')).packageVersion())
  if (asked.kind === 'help') {
    const { completionHelp, helpOf, overview } = await import('./help.ts')
    if (asked.command === 'completion') return printVerbatim(completionHelp())
    return printVerbatim(asked.command ? helpOf(asked.command) : overview())
  }
  if (asked.kind === 'completion')
    return printVerbatim((await import('./completion.ts')).completionOf(asked.shell))
  const { command } = asked
  if (command === 'init') return (await import('./init.ts')).runInit(asked)
  if (command === 'destroy') return (await import('./destroy.ts')).runDestroy(asked)
  if (command === 'password') {
    const { passwordOutput } = await import('../run/password.ts')
    return printVerbatim(passwordOutput({ ...asked, webConfig: asked.switches.has('web-config') }))
  }
  return (await loadCompiled(() => import('./run.ts'))).runMode({ ...asked, mode: command })
}

/** Errors of the user are shown with place and hint, bugs with a stack trace. */
async function attempt(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const log = terminalLog(process.stderr, { debug: false })
    const problems = error instanceof ActionError ? error.problems : [ourBug(error)]
    for (const problem of problems) log.problem(problem)
    if (!(error instanceof ActionError)) log.block('Where:', String((error as Error).stack).split('\n'))
    log.end()
    return error instanceof ActionError ? MISTAKE : FAILURE
  }
}

const ourBug = (error: unknown): Diagnostic => ({
  code: 'internal',
  severity: 'error',
  message: `Unexpected error: ${messageOf(error)}`,
  hint: 'This is a bug of deploy-monitoring. Report it with this output.',
})

/** Prints text of this program unchanged: help, version, and the password, whose every character counts. */
function printVerbatim(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

function mistake({ message, hint }: { message: string; hint: string }): number {
  print(`${paint('red', oneLine(message), process.stderr)}\n${oneLine(hint)}`, process.stderr)
  return MISTAKE
}

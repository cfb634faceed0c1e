import { type Asked, readArguments } from './cli/arguments.ts'
import { ActionError } from './lib/errors.ts'
import { paint, terminalLog } from './lib/log-terminal.ts'
import { createRedactor } from './lib/redact.ts'

/** Exit code for wrong arguments, inputs or files. */
const MISTAKE = 2
const NODE = 24

/** The command line: reads the arguments, does what they ask for, sets the exit code. */
export async function commandLine(args: readonly string[]): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE) {
    process.stderr.write(`Node ${NODE} or newer is needed, this is ${process.version}.\n`)
    process.exitCode = MISTAKE
    return
  }
  // `… | head` closes the pipe early: what was to be done is done all the same.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  process.exitCode = await answer(readArguments(args))
  // A pooled connection to a server that hangs must not keep the program alive.
  setTimeout(() => process.exit(), 2_000).unref()
}

/** What is not needed is not loaded: each word brings its own part. */
async function answer(asked: Asked): Promise<number> {
  if (asked.kind === 'mistake') return mistake(asked)
  if (asked.kind === 'version') return say((await import('./cli/version.ts')).version())
  if (asked.kind === 'help') {
    const { helpOf, overview } = await import('./cli/help.ts')
    return say(asked.word ? helpOf(asked.word) : overview())
  }
  const { word } = asked
  if (word === 'init') return attempt(async () => (await import('./cli/init.ts')).init(asked))
  if (word === 'password')
    return attempt(async () => say((await import('./cli/password.ts')).password(asked)))
  return (await import('./cli/run.ts')).runMode({ ...asked, mode: word })
}

/** Mistakes of the user's, each with its place and what to do. */
async function attempt(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const log = terminalLog(process.stderr, { redactor: createRedactor(), debug: false })
    for (const problem of error.problems) log.problem(problem)
    log.end()
    return MISTAKE
  }
}

function say(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

function mistake({ message, hint }: { message: string; hint: string }): number {
  process.stderr.write(`${paint('red', message, process.stderr)}\n${hint}\n`)
  return MISTAKE
}

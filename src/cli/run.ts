import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { secretsIn } from '../inputs/names.ts'
import type { Mode } from '../inputs/types.ts'
import { print } from '../lib/print.ts'
import { endFamilies } from '../lib/process-family.ts'
import { addSecret } from '../lib/redact.ts'
import { ENDING_SIGNALS } from '../lib/signals.ts'
import { removeFolder } from '../lib/temporary.ts'
import { writeInTime } from '../report/brief.ts'
import type { RunReport } from '../report/report.ts'
import { renderTerminalReport } from '../report/terminal.ts'
import type { RunContext } from '../run/context.ts'
import { run } from '../run/run.ts'
import { delayFor, startWatchdog, type Watchdog } from '../watchdog/guard.ts'
import type { Flag } from './commands.ts'
import { exitCodeOf, INTERRUPTED } from './exit-code.ts'
import { type TerminalLog, terminalLog } from './log.ts'
import { reportFileWriter } from './report-file.ts'
import { terminalScreen } from './screen.ts'

export interface RunOrder {
  mode: Mode
  /** As the runner passes them: `INPUT_FAIL-ON`. */
  inputs: Readonly<Record<string, string>>
  switches: ReadonlySet<Flag>
  /** File to which an HTML report is written. */
  report?: string
}

/** Runs a mode of the action from a terminal: the log on the standard error, the report on the standard output. */
export function runMode(order: RunOrder): Promise<number> {
  const json = order.switches.has('json')
  return fromTerminal(order, async (context) => {
    const report = await run({ ...context, charts: order.report !== undefined })
    context.log.end()
    const printReport = await reportPrinter(report, json)
    const writeFile = await reportFileWriter(order.report, context.log)
    const written = writeInTime(report, (one) => {
      writeFile?.(one)
      printReport(one)
    })
    return exitCodeOf(written, context.signal.aborted)
  })
}

/** What a run from a terminal receives. */
export interface TerminalContext extends RunContext {
  log: TerminalLog
}

/** Does work that starts programs: under a watchdog, with signals as an order to end, and leaves no process behind. */
export async function fromTerminal(
  { mode, inputs, switches }: RunOrder,
  work: (context: TerminalContext) => Promise<number>,
): Promise<number> {
  const check = switches.has('check') && { INPUT_CHECK: 'true' }
  const env = environment({ ...inputs, ...check, INPUT_MODE: mode })
  const log = terminalLog(process.stderr, { debug: switches.has('debug') })
  const reader = switches.has('json') ? 'program' : 'terminal'
  const scratch = mkdtempSync(join(tmpdir(), 'deploy-monitoring-'))
  const watchdog = startWatchdog({ reader, scratch }, delayFor(mode))
  const signal = interruption(watchdog)
  const cleanUp = () => {
    endFamilies()
    removeFolder(scratch)
  }
  // Also when a second Ctrl+C does not wait for the end.
  process.once('exit', cleanUp)
  try {
    return await work({ env, log, signal, scratch, watchdog })
  } finally {
    log.end()
    watchdog.dismiss()
    cleanUp()
  }
}

/** Returns the function that prints a report, or a part of it, to the standard output, for people or for programs. */
async function reportPrinter(whole: RunReport, json: boolean): Promise<(report: RunReport) => void> {
  const textOf = json ? await jsonWriter() : await terminalWriter(whole)
  return (report) => print(textOf(report), process.stdout)
}

/** Prints the report of a run that its watchdog has ended. */
export async function printForRun(report: RunReport, json: boolean): Promise<void> {
  for (const secret of secretsIn(process.env)) addSecret(secret)
  const printReport = await reportPrinter(report, json)
  printReport(report)
}

/** As wide as the terminal, and in its colours. */
async function terminalWriter(whole: RunReport): Promise<(report: RunReport) => string> {
  const screen = await terminalScreen(process.stdout, whole)
  return (report) => renderTerminalReport(report, screen)
}

async function jsonWriter(): Promise<(report: RunReport) => string> {
  const { toResult } = await import('../report/result.ts')
  const { jsonText } = await import('../lib/json-text.ts')
  return (report) => jsonText(toResult(report), 2)
}

/** Options replace inputs; the current folder is the workspace, also on a runner. */
function environment(inputs: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'))
  return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() }
}

/** npx forwards signals that the terminal sends to both processes: two within this time count as one. */
const ECHO_MS = 300

/** Aborted by the first Ctrl+C, so that flyctl can end in order; the second one ends everything. */
function interruption(watchdog: Watchdog): AbortSignal {
  const cancel = new AbortController()
  let first = 0
  const stop = () => {
    if (cancel.signal.aborted && performance.now() - first > ECHO_MS) {
      watchdog.dismiss()
      process.exit(INTERRUPTED)
    }
    first ||= performance.now()
    cancel.abort()
  }
  // flyctl runs in its own session: only this process can tell it that a terminal was closed.
  for (const signal of ENDING_SIGNALS) process.on(signal, stop)
  return cancel.signal
}

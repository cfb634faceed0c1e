import type { Diagnostic } from '../lib/errors.ts'
import { guardNodeMessages } from '../lib/node-messages.ts'
import { ENDING_SIGNALS } from '../lib/signals.ts'
import { removeFolder } from '../lib/temporary.ts'
import { briefReport } from '../report/brief.ts'
import type { RunReport } from '../report/report.ts'
import { endChildrenOf, send } from './children.ts'
import { BEAT_MS, type Message, type RunState } from './state.ts'

/** An event loop that is blocked for so long will not continue: only `init` has synchronous work that takes longer. */
const STUCK_MS = 10_000
/** The same when the time is up, or the run was asked to end. */
const STUCK_AT_THE_END_MS = 2_000
/** A run ends itself 20 s after its time is up at the latest. */
const OVERDUE_MS = 30_000

/** Exit code of a watchdog that fails itself. */
const NOT_REPORTED = 3

type Why = 'stuck' | 'overdue' | 'exited'
type PublishReport = (report: RunReport, reader: RunState['reader']) => Promise<void>

/**
 * Watches the process that has started this one, until that reports that its report is written. When its event loop is
 * blocked, when it continues long after its time is up, or when it has ended without a message, it and its programs are
 * ended, and its report is published from here.
 */
export function watchOver(publishReport: PublishReport): void {
  guardNodeMessages(NOT_REPORTED)
  const run = process.ppid
  const state: RunState = { reader: 'terminal', during: 'the start' }
  let silentMs = 0
  let isAskedToEnd = false
  // A terminal sends them to both processes.
  for (const signal of ENDING_SIGNALS)
    process.on(signal, () => {
      isAskedToEnd = true
    })
  const intervene = (why: Why) => {
    clearInterval(ticks)
    process.stdin.removeAllListeners('end')
    void end(run, state, { why, publishReport })
  }
  // Counted by the turns of this process: a machine that slept has stopped both.
  const ticks = setInterval(() => {
    silentMs += BEAT_MS
    const lateMs = Date.now() - (state.until ?? Number.POSITIVE_INFINITY)
    const most = isAskedToEnd || lateMs > 0 ? STUCK_AT_THE_END_MS : (state.stuckAfterMs ?? STUCK_MS)
    if (silentMs > most) intervene('stuck')
    else if (lateMs > OVERDUE_MS) intervene('overdue')
  }, BEAT_MS)
  let rest = ''
  process.stdin.setEncoding('utf8').on('data', (text: string) => {
    silentMs = 0
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter((one) => one !== '')) {
      const message = JSON.parse(line) as Message
      if ('over' in message) process.exit()
      Object.assign(state, message)
    }
  })
  process.stdin.on('end', () => intervene('exited'))
}

async function end(
  run: number,
  state: RunState,
  { why, publishReport }: { why: Why; publishReport: PublishReport },
): Promise<void> {
  await endChildrenOf(run)
  // It must not continue, and write its own report, while this one is written.
  send(run, 'SIGSTOP')
  await publishReport(briefReport(state.known ?? {}, problemOf(why, state.during)), state.reader)
  send(run, 'SIGKILL')
  if (state.scratch !== undefined) removeFolder(state.scratch)
  process.exit()
}

const AGAIN = 'What was done so far is kept; run it again: nothing is created twice.'

function problemOf(why: Why, during: string): Diagnostic {
  const diagnostics = {
    stuck: {
      code: 'run-stuck',
      message: `The run no longer responded during ${during}, and its watchdog ended it.`,
      hint: `A file or an answer takes too long to read: this is a bug of deploy-monitoring. ${AGAIN}`,
    },
    overdue: {
      code: 'run-timeout',
      message: `The time was up during ${during}, but the run did not end, and its watchdog ended it.`,
      hint: `This is a bug of deploy-monitoring. ${AGAIN}`,
    },
    exited: {
      code: 'run-killed',
      message: `The program ended during ${during} without a report: it was killed, or ran out of memory.`,
      hint: AGAIN,
    },
  }
  return { severity: 'error', ...diagnostics[why] }
}

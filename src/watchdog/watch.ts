import type { Diagnostic } from '../lib/errors.ts'
import { removeFolder } from '../lib/temporary.ts'
import { briefReport } from '../report/brief.ts'
import type { RunReport } from '../report/report.ts'
import { endChildrenOf, send } from './children.ts'
import { BEAT_MS, type Message, type RunState } from './state.ts'

/** An event loop that has not turned for so long does not turn any more: nothing that a run does at once takes that. */
const STUCK_MS = 10_000
/** When the time is up, or somebody wants it to end, there is less to wait for. */
const STUCK_AT_THE_END_MS = 2_000
/** A run ends itself 20 s after its time is up at the latest. */
const OVERDUE_MS = 30_000

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

type Why = 'stuck' | 'overdue' | 'gone'
type Tell = (report: RunReport, reader: RunState['reader']) => Promise<void>

/**
 * Watches over the program that has started this one, until it says that its report is written. When its event loop
 * does not turn any more, when it goes on long after its time is up, or when it is gone without a word, then it and
 * what it has started are ended, and its report is told here, to whom it was for.
 */
export function watchOver(tell: Tell): void {
  const run = process.ppid
  const state: RunState = { reader: 'terminal', during: 'the start' }
  let silentMs = 0
  let isWanted = false
  // A terminal sends them to both of us.
  for (const signal of SIGNALS)
    process.on(signal, () => {
      isWanted = true
    })
  const strike = (why: Why) => {
    clearInterval(ticks)
    process.stdin.removeAllListeners('end')
    void end(run, state, { why, tell })
  }
  // Counted by our own turns: a machine that slept has stopped us as well.
  const ticks = setInterval(() => {
    silentMs += BEAT_MS
    const lateMs = Date.now() - (state.until ?? Number.POSITIVE_INFINITY)
    const most = isWanted || lateMs > 0 ? STUCK_AT_THE_END_MS : STUCK_MS
    if (silentMs > most) strike('stuck')
    else if (lateMs > OVERDUE_MS) strike('overdue')
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
  process.stdin.on('end', () => strike('gone'))
}

async function end(run: number, state: RunState, { why, tell }: { why: Why; tell: Tell }): Promise<void> {
  await endChildrenOf(run)
  await tell(briefReport(state.known ?? {}, problemOf(why, state.during)), state.reader)
  send(run, 'SIGKILL')
  if (state.scratch !== undefined) removeFolder(state.scratch)
  process.exit()
}

const AGAIN = 'What was done by then stays; run it again: nothing is made twice.'

function problemOf(why: Why, during: string): Diagnostic {
  const said = {
    stuck: {
      code: 'run-stuck',
      message: `The run did not react any more during ${during}, and was ended by its watchdog.`,
      hint: `A file or an answer takes too long to be read: this is a bug of deploy-monitoring. ${AGAIN}`,
    },
    overdue: {
      code: 'run-timeout',
      message: `The time was up during ${during}, and the run, which did not end, was ended by its watchdog.`,
      hint: `This is a bug of deploy-monitoring. ${AGAIN}`,
    },
    gone: {
      code: 'run-killed',
      message: `The program ended during ${during} without a report: it was killed, or had no memory left.`,
      hint: AGAIN,
    },
  }
  return { severity: 'error', ...said[why] }
}

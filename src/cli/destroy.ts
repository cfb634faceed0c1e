import { print } from '../lib/print.ts'
import type { RunReport } from '../report/report.ts'
import { renderChanges, renderProblems } from '../report/terminal.ts'
import { columns, plainText, section } from '../report/terminal-text.ts'
import { destroyWith, type RemovalOffer } from '../run/destroy.ts'
import { run } from '../run/run.ts'
import { exitCodeOfRemoval } from './exit-code.ts'
import { fromTerminal, type RunOrder, type TerminalContext } from './run.ts'

/** The command line of `destroy`. */
export interface DestroyOrder extends Pick<RunOrder, 'inputs' | 'switches'> {
  /** The app whose removal is agreed to. */
  yes?: string
}

/** Shows what would be removed, asks, removes it, and lists the result for each. */
export const runDestroy = ({ inputs, switches, yes }: DestroyOrder): Promise<number> =>
  // It reads the inputs of a deploy, and needs a token as a deploy does.
  fromTerminal({ mode: 'deploy', inputs, switches }, async (context) => {
    const agree = (offer: RemovalOffer) => isAgreed(offer, yes, context)
    const report = await run(context, destroyWith({ yes, agree }))
    context.log.end()
    print(resultOf(report), process.stdout)
    return exitCodeOfRemoval(report, context.signal.aborted)
  })

async function isAgreed(
  offer: RemovalOffer,
  yes: string | undefined,
  { log, signal }: TerminalContext,
): Promise<boolean> {
  // Its progress line would overwrite the question.
  log.end()
  print(textOf(offer), process.stdout)
  if (yes !== undefined) return yes === offer.app
  print(`To remove all of this for good, type the name of the monitoring app (${offer.app}):`, process.stderr)
  return (await typedLine(signal)) === offer.app
}

function textOf({ goes, stays }: RemovalOffer): string {
  const lines = goes.flatMap(({ what, parts }) => [
    plainText(what),
    ...parts.map((part) => `  - ${plainText(part)}`),
  ])
  const rows = stays.map(({ what, why }) => [plainText(what), plainText(why, 1_000)])
  return `${[section('Would be removed for good', lines), section('Stays', columns(rows))].filter((text) => text !== '').join('\n\n')}\n\n`
}

/** Longer than any name of an app: no more is read. */
const MAX_TYPED = 1_000

/** The first line of the standard input; ends with it, and when the run is cancelled. */
function typedLine(signal: AbortSignal): Promise<string> {
  const { stdin } = process
  return new Promise((resolve) => {
    let text = ''
    const end = () => {
      for (const event of ['end', 'error', 'close']) stdin.off(event, end)
      stdin.off('data', read).pause()
      resolve(text.split('\n')[0]?.trim() ?? '')
    }
    const read = (chunk: string) => {
      text += chunk
      if (text.includes('\n') || text.length > MAX_TYPED) end()
    }
    for (const event of ['end', 'error', 'close']) stdin.on(event, end)
    signal.addEventListener('abort', end, { once: true })
    stdin.setEncoding('utf8').on('data', read)
  })
}

function resultOf(report: RunReport): string {
  const { changes, problems } = report
  const isNothing = changes.length === 0 && problems.length === 0
  const parts = [
    isNothing ? '✔ Nothing is left to remove.' : '',
    section('What to do', renderProblems(report)),
    section('What this run did', renderChanges(changes)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

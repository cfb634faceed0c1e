import { parseEmittedRelease } from '../../clients/flyctl/answers.ts'
import { plainOutput } from '../../clients/flyctl/output.ts'
import type { Log } from '../../lib/log.ts'
import { oneLine } from '../../lib/text.ts'

/** flyctl's answer to the question whether the app exists: a deploy that finds none is followed by a first one. */
const NO_APP = /^Error: (?:app not found|Could not find App)/

/**
 * Shows the output of `flyctl deploy` while it is printed, each line with the name of its app: two may run side by side.
 */
export function deployOutput(app: string, log: Log): (line: string) => void {
  return (raw) => {
    const line = plainOutput(raw).trimEnd()
    if (line.trim() === '' || parseEmittedRelease(line)) return
    log.info(NO_APP.test(line) ? `${app} | The app does not exist yet.` : `${app} | ${oneLine(line)}`)
  }
}

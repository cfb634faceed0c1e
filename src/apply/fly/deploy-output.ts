import { parseEmittedRelease } from '../../clients/flyctl/answers.ts'
import { plainOutput } from '../../clients/flyctl/output.ts'
import type { Log } from '../../lib/log.ts'
import { oneLine } from '../../lib/text.ts'

/** flyctl's answer to the question whether the app exists: a deploy that finds none is followed by a first one. */
const NO_APP = /^Error: (?:app not found|Could not find App)/

/** flyctl makes a volume when it finds none that is free, and asks nobody. */
const MADE_VOLUME = /^Creating a \d+ GB volume named/

/** The output of `flyctl deploy`, as it is shown. */
export interface DeployOutput {
  /** Takes a line when it is printed. */
  take(raw: string): void
  /** Whether flyctl has made a volume. */
  hasMadeVolume(): boolean
}

/**
 * Shows the output while it is printed, each line with the name of its app: two may run side by side. Lines for programs
 * are left out.
 */
export function deployOutput(app: string, log: Log): DeployOutput {
  let made = false
  return {
    take(raw) {
      const line = oneLine(plainOutput(raw))
      if (line === '' || parseEmittedRelease(line)) return
      made ||= MADE_VOLUME.test(line)
      const shown = NO_APP.test(line) ? 'The app does not exist yet.' : line
      log.info(`${app} | ${shown}`)
    },
    hasMadeVolume: () => made,
  }
}

import { parseEmittedRelease } from '../../clients/flyctl/answers.ts'
import { plainOutput } from '../../clients/flyctl/output.ts'
import type { Log } from '../../lib/log.ts'
import { oneLine } from '../../lib/text.ts'

/** flyctl's answer to the question whether the app exists: a deploy that finds none is followed by a first one. */
const NO_APP = /^Error: (?:app not found|Could not find App)/

/** flyctl makes a volume when it finds none that is free, and asks nobody. */
const MADE_VOLUME = /^Creating a \d+ GB volume named '([^']+)'/

const NEW_GROUP = /^No machines in group (\S+), launching a new machine/

const RELEASE_COMMAND = /Created release_command machine (\w+)|release_command (\w+) completed successfully/

/** What flyctl has done, as its output says; of all tries of a deploy. */
export interface DeployActs {
  newGroups: readonly string[]
  madeVolumes: readonly string[]
  /** The last machine of a release command; `isDone`: it has ended well. */
  releaseCommand: { machine: string; isDone: boolean } | undefined
}

/** The output of `flyctl deploy`, as it is shown. */
export interface DeployOutput {
  /** Takes a line when it is printed. */
  take(raw: string): void
  acts(): DeployActs
}

/**
 * Shows the output while it is printed, each line with the name of its app: two may run side by side. Lines for programs
 * are left out.
 */
export function deployOutput(app: string, log: Log): DeployOutput {
  const groups = new Set<string>()
  const volumes = new Set<string>()
  let releaseCommand: DeployActs['releaseCommand']
  return {
    take(raw) {
      const line = oneLine(plainOutput(raw))
      if (line === '' || parseEmittedRelease(line)) return
      add(volumes, MADE_VOLUME.exec(line))
      add(groups, NEW_GROUP.exec(line))
      const [, begun, done] = RELEASE_COMMAND.exec(line) ?? []
      const machine = begun ?? done
      if (machine !== undefined) releaseCommand = { machine, isDone: done !== undefined }
      const shown = NO_APP.test(line) ? 'The app does not exist yet.' : line
      log.info(`${app} | ${shown}`)
    },
    acts: () => ({ newGroups: [...groups], madeVolumes: [...volumes], releaseCommand }),
  }
}

function add(names: Set<string>, found: RegExpExecArray | null): void {
  if (found?.[1] !== undefined) names.add(found[1])
}

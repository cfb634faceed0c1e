/**
 * After the job: removes what flyctl kept for itself, and says so when the step was ended before it could report.
 * A file of its own, started as it is: a step that is cancelled at once leaves no state behind by which one file could
 * tell the two apart, and would then be done from its beginning after the job.
 */
import { lstatSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'

/** As mkdtemp completes the name that action.ts gives. */
const NAME = /^deploy-monitoring-[A-Za-z0-9]{6}$/

const { STATE_scratch: named = '', STATE_published: published, RUNNER_TEMP = '' } = process.env
const scratch = ourFolder(named)
if (scratch !== undefined) remove(scratch)
if (!published)
  process.stdout.write(
    '::warning::The step was ended before it could report. What it had deployed stays; run it again: nothing is made twice.\n',
  )

/**
 * The folder that the step made, if the state names it. A state may come from somebody else: on a runner without a file
 * for it, it is a command in the log. So a folder counts that has such a name, lies where the step makes one, is no link
 * and is our own; nothing else is touched.
 */
function ourFolder(path: string): string | undefined {
  if (!isAbsolute(path) || !NAME.test(basename(path))) return undefined
  try {
    const parent = realpathSync(dirname(path))
    const folder = join(parent, basename(path))
    const found = lstatSync(folder)
    const isOurs = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)
    return isOurs && [RUNNER_TEMP, tmpdir()].some((place) => isSame(place, parent)) ? folder : undefined
  } catch {
    // It is gone already.
    return undefined
  }
}

/** What is left of it is the runner's to clear away; that must not keep the warning back. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    process.stdout.write(`The folder of the step was not removed: ${(error as NodeJS.ErrnoException).code}\n`)
  }
}

function isSame(place: string, real: string): boolean {
  try {
    return isAbsolute(place) && realpathSync(place) === real
  } catch {
    return false
  }
}

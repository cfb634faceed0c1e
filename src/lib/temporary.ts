import { accessSync, constants, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The runner's folder for temporary files if it can be used, else the system's. Never the workspace. */
export function temporaryFolder({ RUNNER_TEMP }: Readonly<Record<string, string | undefined>>): string {
  return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : tmpdir()
}

/** Removes a folder of this run with its contents. A folder that cannot be removed does not fail the run. */
export function removeFolder(path: string): void {
  try {
    // Programs that were killed a moment ago may still be writing.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch {
    // The system clears its folder for temporary files, a runner its own.
  }
}

function isUsable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The runner's folder for temporary files where it can be used, else the system's. Never the workspace. */
export function temporaryFolder({ RUNNER_TEMP }: Readonly<Record<string, string | undefined>>): string {
  return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : tmpdir()
}

/**
 * A folder for files that stay after the run. The runner's is cleared after the job; in the system's, where everybody
 * may lay a link under a name that is known, it is a new one.
 */
export function lastingFolder(env: Readonly<Record<string, string | undefined>>): string {
  const folder = temporaryFolder(env)
  return folder === env.RUNNER_TEMP ? folder : mkdtempSync(join(folder, 'deploy-monitoring-summary-'))
}

/** Removes a folder of ours with all that is in it. One that cannot be removed is not worth a failed run. */
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

import { accessSync, constants, statSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The runner's folder for temporary files where it can be used, else the system's. Never the workspace. */
export function temporaryFolder({ RUNNER_TEMP }: Readonly<Record<string, string | undefined>>): string {
  return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : tmpdir()
}

function isUsable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

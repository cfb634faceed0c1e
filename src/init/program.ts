import { existsSync } from 'node:fs'
import { assetPath, packageVersion, readAsset } from '../assets.ts'
import { PACKAGE } from '../lib/documentation.ts'
import { commitOf } from '../lib/git.ts'

/** The file in which npm records installed packages, relative to this package. */
const INSTALLED = '../../.package-lock.json'

/**
 * The repository at the commit of this program, so that a generated script later starts the program that has written it,
 * not a commit that was pushed since: npm records the commit of a package from the repository, git that of a clone. Any
 * other package is pinned to the tag of its version; with a tag that does not exist, nothing is started.
 */
export async function pinnedProgram(): Promise<string> {
  const commit = installedCommit() ?? (await commitOf(assetPath('.')))
  return `${PACKAGE}#${commit ?? `v${packageVersion()}`}`
}

/** The entry of npm for a package from GitHub, over either protocol. */
const INSTALLED_FROM =
  /"git\+(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git#([0-9a-f]{40})"/

function installedCommit(): string | undefined {
  if (!existsSync(assetPath(INSTALLED))) return undefined
  return INSTALLED_FROM.exec(readAsset(INSTALLED))?.[1]
}

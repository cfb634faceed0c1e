import { existsSync } from 'node:fs'
import { assetPath, readAsset } from '../assets.ts'
import { commitOf } from '../lib/git.ts'

/**
 * How people and files start this program: from its repository. Until the package is published by us, its name in the
 * npm registry belongs to whoever takes it first, and `npx --yes` would start theirs, with the Fly token in its
 * environment. Once it is published, this
 * and the scripts in templates/ are what to change.
 */
export const REPOSITORY = 'github:fechatter/deploy-monitoring'

/** What people type. From version 12 on, npm takes nothing from a repository that it is not allowed to. */
export const BY_NPX = `npx --allow-git=root ${REPOSITORY}`

/** Where npm writes down what it has installed, as seen from this package. */
const INSTALLED = '../../.package-lock.json'

/**
 * The repository at the commit that this program is of, so that a file starts later what has written it, and nothing
 * that was pushed since: npm knows the commit of what it installed from the repository, git that of a clone. A package
 * that came otherwise knows its version, whose tag it is; a tag that does not exist starts nothing.
 */
export async function pinnedProgram(): Promise<string> {
  const commit = installedCommit() ?? (await commitOf(assetPath('.')))
  const { version } = JSON.parse(readAsset('package.json')) as { version: string }
  return `${REPOSITORY}#${commit ?? `v${version}`}`
}

/** As npm notes it for a package from GitHub, whichever way it was loaded. */
const INSTALLED_FROM =
  /"git\+(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git#([0-9a-f]{40})"/

function installedCommit(): string | undefined {
  if (!existsSync(assetPath(INSTALLED))) return undefined
  return INSTALLED_FROM.exec(readAsset(INSTALLED))?.[1]
}

import { existsSync } from 'node:fs'
import { assetPath, readAsset } from '../assets.ts'
import { commitOf } from '../clients/git.ts'

/**
 * How people and files start this program: from its repository. Until the package is published by us, its name in the
 * npm registry belongs to whoever takes it first, and `npx --yes` would start theirs, with the Fly token in its
 * environment. Once it is published, this is the one place to change.
 */
export const REPOSITORY = 'github:fechatter/deploy-monitoring'

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

/** The commit in `git+ssh://git@github.com/fechatter/deploy-monitoring.git#COMMIT`. */
function installedCommit(): string | undefined {
  if (!existsSync(assetPath(INSTALLED))) return undefined
  const record = readAsset(INSTALLED)
  return /github\.com[/:]fechatter\/deploy-monitoring(?:\.git)?#([0-9a-f]{40})"/.exec(record)?.[1]
}

import { existsSync } from 'node:fs'
import { assetPath, readAsset } from '../assets.ts'
import { PACKAGE } from '../lib/documentation.ts'
import { commitOf } from '../lib/git.ts'
import { isJsonObject, jsonOrUndefined, stringIn } from '../lib/json-value.ts'

/** The file in which npm records installed packages, relative to this package. */
const INSTALLED = '../../.package-lock.json'

/**
 * The repository at the commit of this program, so that a generated script later starts the program that has written it,
 * not a commit that was pushed since: npm records the commit of a package from a repository, git that of a clone. Of any
 * other package the commit is not known: then it is the one, or the release, that the shipped workflow names.
 */
export async function pinnedProgram(): Promise<string> {
  const commit = installedCommit() ?? (await commitOf(assetPath('.')))
  return `${PACKAGE}#${commit ?? shippedReference()}`
}

/** The commit of a package from the repository over either protocol, or from a clone. One of a fork is not in the repository. */
const FROM_GIT =
  /^git\+(?:(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git|file:.*)#([0-9a-f]{40})$/

function installedCommit(): string | undefined {
  if (!existsSync(assetPath(INSTALLED))) return undefined
  const lock = jsonOrUndefined(readAsset(INSTALLED))
  const packages = isJsonObject(lock) && isJsonObject(lock.packages) ? lock.packages : {}
  const own = packages['node_modules/@fechatter/deploy-monitoring']
  return FROM_GIT.exec(isJsonObject(own) ? stringIn(own.resolved) : '')?.[1]
}

const shippedReference = (): string =>
  /uses: fechatter\/deploy-monitoring@(\S+)/.exec(
    readAsset('templates/workflows/deploy-monitoring.yml'),
  )?.[1] ?? 'main'

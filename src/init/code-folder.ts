import { posix } from 'node:path'
import type { ChosenApp } from './chosen-app.ts'

/** Whether a path is in a folder, `.` being the root of the repository. */
export const isBelow = (path: string, folder: string): boolean =>
  folder === '.' || path.startsWith(`${folder}/`)

/**
 * The folder with the code of an app: that of its Dockerfile or that of its Fly configuration, whichever has a manifest; that
 * of the Fly configuration when several apps share the Dockerfile of a folder above. A Fly configuration in a folder of its own
 * (`deploy/fly/`) belongs to the nearest folder above that has one. Undefined: its code is not here. An image that a workflow
 * pushes or deploys is taken for one that is built from this repository.
 */
export function codeFolder(
  { facts, deployedBy, isOwnImage }: Pick<ChosenApp, 'facts' | 'deployedBy' | 'isOwnImage'>,
  manifests: readonly string[],
): string | undefined {
  if (facts.fly.build?.has('image') && deployedBy === undefined && !isOwnImage) return undefined
  const own = posix.dirname(facts.file)
  const built = facts.build && posix.dirname(facts.build.file)
  const hasCode = (folder: string) => manifests.some((path) => isBelow(path, folder))
  const isOwn =
    built !== undefined && isBelow(own, built) && manifests.some((path) => posix.dirname(path) === own)
  const [found] = [isOwn ? own : (built ?? own), own].filter(hasCode)
  if (found !== undefined || built === own) return found
  return parents(own).find(hasCode)
}

const parents = (folder: string): string[] =>
  folder === '.' ? [] : [posix.dirname(folder), ...parents(posix.dirname(folder))]

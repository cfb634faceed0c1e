import { posix } from 'node:path'
import type { ChosenApp } from './apps.ts'

/** Whether a path is in a folder, `.` being the root of the repository. */
export const isBelow = (path: string, folder: string): boolean =>
  folder === '.' || path.startsWith(`${folder}/`)

/**
 * The folder with the code of an app: that of its Dockerfile or that of its Fly configuration, whichever has a manifest; a Fly
 * configuration in a folder of its own (`deploy/fly/`) belongs to the nearest folder above that has one. Undefined: its code is
 * not here.
 */
export function codeFolder({ facts }: ChosenApp, manifests: readonly string[]): string | undefined {
  if (facts.fly.build?.has('image')) return undefined
  const own = posix.dirname(facts.file)
  const built = facts.build && posix.dirname(facts.build.file)
  const hasCode = (folder: string) => manifests.some((path) => isBelow(path, folder))
  const [found] = [built ?? own, own].filter(hasCode)
  if (found !== undefined || built === own) return found
  return parents(own).find(hasCode)
}

const parents = (folder: string): string[] =>
  folder === '.' ? [] : [posix.dirname(folder), ...parents(posix.dirname(folder))]

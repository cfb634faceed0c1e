import { posix } from 'node:path'
import { foldersAbove } from '../../lib/folders.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { foreignImage, isPlainProxy, runsForeignProgram } from '../apps/foreign-apps.ts'
import { isBelow, type Package } from '../build/packages.ts'
import { isManifest } from './libraries.ts'

interface CodePlaces {
  packages: readonly Package[]
  /** Whether a path from the root of the repository exists. */
  exists(path: string): boolean
}

/**
 * The folder with the code of an app: that of its Dockerfile or that of its Fly configuration, whichever has a manifest; that
 * of the Fly configuration when several apps share the Dockerfile of a folder above. A Fly configuration in a folder of its own
 * (`deploy/fly/`) belongs to the nearest folder above that has one. Undefined: its code is not here.
 */
export function codeFolder(app: ChosenApp, { packages, exists }: CodePlaces): string | undefined {
  const { facts, command } = app
  const isBuiltElsewhere = command?.options.some((option) => /^--image\b/.test(option))
  if (facts.fly.build?.has('image') && !isBuiltElsewhere && foreignImage(app) !== undefined) return undefined
  if (isPlainProxy(facts) || runsForeignProgram(app)) return undefined
  const own = posix.dirname(facts.file)
  const built = facts.build && posix.dirname(facts.build.file)
  const hasCode = (folder: string) => packages.some((one) => isBelow(one.folder, folder))
  const isOwn = built !== undefined && isBelow(own, built) && packages.some(({ folder }) => folder === own)
  const [found] = [isOwn ? own : (built ?? own), own].filter(hasCode)
  if (found !== undefined) return found
  // A Dockerfile beside it copies the code from a folder above, or is for something else.
  const manifests = (facts.build?.copied ?? []).map((path) => path.replaceAll('*', '')).filter(isManifest)
  const isCopied = (folder: string) => manifests.some((path) => exists(posix.join(folder, path)))
  const isPart = isMadeHere(app, exists)
  return foldersAbove(own).find((folder) => hasCode(folder) && (built !== own || isPart || isCopied(folder)))
}

/** What a build makes in the folder of its code. */
const OUTPUT = /^(?:\.\/)?(?:dist|build|out|lib)\//

/** Whether a build makes what the Dockerfile copies from the code beside it: `esbuild worker/src/index.ts --outdir=worker/dist`. */
function isMadeHere({ facts }: ChosenApp, exists: CodePlaces['exists']): boolean {
  const own = posix.dirname(facts.file)
  const copied = facts.build && posix.dirname(facts.build.file) === own ? facts.build.copied : []
  return (
    exists(posix.join(own, 'src')) &&
    copied.some((path) => OUTPUT.test(path) && !exists(posix.join(own, path)))
  )
}

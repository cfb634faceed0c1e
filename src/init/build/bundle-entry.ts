import { posix } from 'node:path'
import { withoutExtension } from '../code/imports.ts'
import type { Package } from './packages.ts'

const MODULE = /[\w@./-]{1,200}\.[cm]?[jt]sx?\b/g

/**
 * The file that a bundler makes a program from, as the build of its package names it: `dist/index.js` of
 * `esbuild server/index.ts --outdir=dist`, in a script of npm or in the file that such a script starts. `has`: whether a path
 * without its extension is a file of code.
 */
export function bundleEntry(
  path: string,
  { folder, scripts }: Package,
  { textOf, has }: { textOf: (path: string) => string | undefined; has: (path: string) => boolean },
): string | undefined {
  const builds = Object.entries(scripts).flatMap(([name, text]) => (/build|bundle/.test(name) ? [text] : []))
  const named = builds.flatMap((text) => text.match(MODULE) ?? [])
  const texts = [...builds, ...named.flatMap((one) => textOf(posix.join(folder, one)) ?? [])]
  const name = withoutExtension(posix.basename(path))
  return texts
    .flatMap((text) => text.match(MODULE) ?? [])
    .map((one) => withoutExtension(posix.join(folder, one)))
    .find((one) => posix.basename(one) === name && has(one))
}

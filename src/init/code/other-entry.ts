import { posix } from 'node:path'
import type { TextFile } from '../../lib/workspace.ts'
import type { Package } from '../build/packages.ts'
import { reachable } from './imports.ts'

/** The program that loads a file; undefined when what an app starts may load it as well. */
export type OtherEntry = (file: string) => string | undefined

/**
 * The programs that the scripts of packages start beside that of an app, by the files that only those load.
 * `reached`: the files that what the app starts reaches, as far as that is known.
 */
export function otherEntries(
  reached: ReadonlySet<string> | undefined,
  files: readonly TextFile[],
  packages: readonly Package[],
): OtherEntry {
  if (!reached) return () => undefined
  const own = files.filter(({ file }) => reached.has(file))
  const named = packages.flatMap(({ folder, scripts }) =>
    Object.values(scripts).flatMap((script) =>
      (script.match(/[\w./-]{1,200}\.[cm]?[jt]s\b/g) ?? []).map((path) => posix.join(folder, path)),
    ),
  )
  // What the app starts may start a program by its name, as another process.
  const isNamed = (entry: string) => {
    const name = new RegExp(`["'\`/]${posix.basename(entry).replace(/\.\w+$/, '')}(?:\\.\\w+)?["'\`]`)
    return own.some(({ text }) => name.test(text))
  }
  const entries = [...new Set(named)].filter(
    (one) => !reached.has(one) && files.some(({ file }) => file === one) && !isNamed(one),
  )
  const all = entries.length > 0 ? reachable(entries, files, packages) : undefined
  return (file) =>
    all?.has(file) && !reached.has(file)
      ? entries.find((one) => reachable([one], files, packages)?.has(file))
      : undefined
}

import { posix } from 'node:path'
import type { TextFile } from '../../lib/workspace.ts'
import type { Package } from '../build/packages.ts'
import { reachable } from './imports.ts'

/** The program that loads a file; undefined when what an app starts may load it as well. */
export type OtherEntry = (file: string) => string | undefined

/**
 * The programs that the scripts of packages start beside that of an app, and modules of Python with an app of their own, by the
 * files that only those load.
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
  const entries = [...new Set([...named, ...otherApps(own, files)])].filter(
    (one) => !reached.has(one) && files.some(({ file }) => file === one) && !isNamed(one),
  )
  const all = entries.length > 0 ? reachable(entries, files, packages) : undefined
  return (file) =>
    all?.has(file) && !reached.has(file)
      ? entries.find((one) => reachable([one], files, packages)?.has(file))
      : undefined
}

const PYTHON_APP = /^\w{1,40}(?::\s*\w{1,40})?\s*=\s*(?:FastAPI|Flask|Starlette|Litestar|Quart|Sanic)\(/m

/** Modules of Python that make an app, where what is started makes another one and does not name them. */
function otherApps(own: readonly TextFile[], files: readonly TextFile[]): string[] {
  const makesApp = ({ file, text }: TextFile) => file.endsWith('.py') && PYTHON_APP.test(text)
  if (!own.some(makesApp)) return []
  const isNamed = (file: string) => {
    const name = new RegExp(`\\b${posix.basename(file, '.py')}\\b`)
    return own.some(({ text }) => name.test(text))
  }
  return files.flatMap((one) => (makesApp(one) && !isNamed(one.file) ? one.file : []))
}

import { posix } from 'node:path'
import { isJsonObject, jsonOrUndefined, stringIn } from '../../lib/json-value.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** A package of the repository: a folder with one or several manifests. */
export interface Package {
  folder: string
  /** What its manifests call it, and the programs in it: `@shop/api`, `api`. */
  names: readonly string[]
  /** The scripts of npm. */
  scripts: Readonly<Record<string, string>>
  /** The packages of this repository that it depends on, by their folders. */
  uses: readonly string[]
  /** A manifest has the name of Prometheus, whichever library that is. */
  namesPrometheus: boolean
}

/** Whether a path is a folder or in it, `.` being the root of the repository. */
export const isBelow = (path: string, folder: string): boolean =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`)

/** How manifests say the name of their package, or of a program in it. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)(?:package|composer)\.json$/, /^\s{0,8}"name":\s*"([^"]+)"/m],
  [/(?:^|\/)Cargo\.toml$/, /^\[(?:package|\[bin\]|lib)\][^[]*?^name\s*=\s*"([^"]+)"/gm],
  [/(?:^|\/)mix\.exs$/, /^[ \t]*app:[ \t]*:(\w+)/m],
  [/(?:^|\/)pyproject\.toml$/, /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([^"']+)["']/m],
  [/(?:^|\/)go\.mod$/, /^module\s+"?([^\s"]+)/m],
  [/(?:^|\/)pom\.xml$/, /^<project[\s\S]{0,2000}?<artifactId>([\w.-]+)<\/artifactId>/m],
]

/** The packages of a repository, from its manifests. */
export function packagesOf(manifests: readonly TextFile[]): Package[] {
  const groups = Map.groupBy(manifests, ({ file }) => posix.dirname(file))
  const packages = [...groups].map(([folder, files]) => ({
    folder,
    names: [...new Set(files.flatMap(namesIn))],
    scripts: Object.assign({}, ...files.map(scriptsIn)) as Record<string, string>,
    needs: dependenciesOf(files),
    namesPrometheus: files.some(({ text }) => /prometheus/i.test(text)),
  }))
  return packages.map(({ needs, ...one }) => ({
    ...one,
    uses: packages
      .filter(({ folder, names }) => needs.has(folderKey(folder)) || names.some((name) => needs.has(name)))
      .map(({ folder }) => folder),
  }))
}

function namesIn({ file, text }: TextFile): string[] {
  const own = NAMES.filter(([name]) => name.test(file)).flatMap(([, pattern]) =>
    [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, name = '']) => name),
  )
  // The first name of an object in JSON or XML is its own; a crate may have several programs.
  const names = file.endsWith('Cargo.toml') ? own : own.slice(0, 1)
  if (/\.(?:cs|fs)proj$/.test(file)) return [posix.basename(file).replace(/\.\w+$/, '')]
  // Gradle names a project by its path.
  return /\.gradle(?:\.kts)?$/.test(file) ? [`:${posix.dirname(file).replaceAll('/', ':')}`] : names
}

function scriptsIn({ file, text }: TextFile): Record<string, string> {
  const json = posix.basename(file) === 'package.json' ? jsonOrUndefined(text) : undefined
  const scripts = isJsonObject(json) && isJsonObject(json.scripts) ? json.scripts : {}
  return Object.fromEntries(Object.entries(scripts).map(([name, value]) => [name, stringIn(value)]))
}

/** How manifests name what they depend on. */
const DEPENDENCIES: readonly (readonly [RegExp, RegExp])[] = [
  [/package\.json$/, /^[ \t]*"([^"\s]+)":[ \t]*"/gm],
  [/Cargo\.toml$/, /^"?([\w-]+)"?(?:\.workspace)?\s*=|\bpackage\s*=\s*"([^"]+)"/gm],
  [/mix\.exs$/, /\{:(\w+),[^}]{0,300}?(?:in_umbrella|path):/g],
  [/pyproject\.toml$/, /["']([A-Za-z][\w.-]*)|^([\w-]+)\s*=\s*\{/gm],
  [/pom\.xml$/, /<artifactId>([\w.-]+)<\/artifactId>/g],
  [/\.gradle(?:\.kts)?$/, /\bproject\(["']([\w:-]+)["']/g],
]

const PATH = /["'=\s:](\.\.?[/\\][\w@./\\-]+)/g

/** What manifests depend on: names, and folders of the repository. */
function dependenciesOf(manifests: readonly TextFile[]): Set<string> {
  const names = manifests.flatMap(({ file, text }) =>
    DEPENDENCIES.filter(([kind]) => kind.test(file)).flatMap(([, pattern]) =>
      [...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? ''),
    ),
  )
  const folders = manifests.flatMap(({ file, text }) =>
    [...text.matchAll(PATH)].map(([, path = '']) => {
      const whole = posix.join(posix.dirname(file), path.replaceAll('\\', '/')).replace(/\/$/, '')
      return folderKey(/\.\w+proj$/.test(whole) ? posix.dirname(whole) : whole)
    }),
  )
  return new Set([...names, ...folders])
}

const folderKey = (folder: string): string => `${folder}/`

/** The folders of packages, and of those that they depend on. */
export function withDependencies(folders: readonly string[], packages: readonly Package[]): string[] {
  const found = new Set<string>()
  const add = (folder: string): void => {
    if (found.has(folder)) return
    found.add(folder)
    for (const used of packages.find((one) => one.folder === folder)?.uses ?? []) add(used)
  }
  for (const folder of folders) add(folder)
  return [...found]
}

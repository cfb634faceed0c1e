import { posix } from 'node:path'
import { namesIn, scriptIn } from '../../config/script-names.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { bundleEntry } from '../build/bundle-entry.ts'
import { contextOf } from '../build/folder.ts'
import { buildCommands, type ImageFiles, imageFiles } from '../build/image-files.ts'
import { isBelow, type Package, withDependencies } from '../build/packages.ts'
import { startCommands, startsMore } from '../build/start-commands.ts'
import { absentModule } from './absent-module.ts'
import { codeFolder } from './folder.ts'

/** What a repository has that apps are built from. Paths are from its root. */
export interface BuildSources {
  packages: readonly Package[]
  /** All files of code. */
  codePaths: readonly string[]
  exists(path: string): boolean
  /** The text of a file; undefined when it is not there. */
  textOf(path: string): string | undefined
}

/** The code of an app: what its image is built from, and what its machines start. */
export interface AppCode {
  /** The packages that are started or built, by their folders. */
  folders: readonly string[]
  /** The packages of the repository that those depend on. */
  shared: readonly string[]
  /** What each process group starts, as far as that is known; without a name where there is only one. */
  starts: readonly Start[]
}

interface Start {
  process?: string
  /** Files of code. */
  files: readonly string[]
  /** A module of Python that it names and that is not in the repository: `app.worker`. */
  absent?: string
  /** It starts code, and nothing beside it: no script, no supervisor. */
  isAlone?: true
}

/** The code of apps, as far as it is here. */
export function appCodes(apps: readonly ChosenApp[], sources: BuildSources): Map<ChosenApp, AppCode> {
  const search = { ...sources, modules: modulesOf(sources.codePaths) }
  return new Map(
    apps.flatMap((app) => {
      const code = appCode(app, search)
      return code ? [[app, code] as const] : []
    }),
  )
}

/**
 * The code of an app, from what it starts: the paths and names in its command, followed back through its Dockerfile; else the
 * packages that its build names; else the folder of its Dockerfile or its Fly configuration. Undefined: its code is not here.
 */
function appCode(app: ChosenApp, sources: Omit<Search, 'context' | 'image'>): AppCode | undefined {
  const base = codeFolder(app, sources)
  if (base === undefined) return undefined
  const { build, buildArgs } = app.facts
  const context = (build && contextOf(app, sources)) ?? base
  const image = imageFiles(build?.content, buildArgs)
  const search: Search = { ...sources, context, image }
  const started = startCommands(app.facts).map(({ process, command }, _, { length }) => {
    const start = length === 1 ? startOrFolder(command, app, search) : startOf(command, search)
    const absent = start.files.length > 0 ? undefined : absentModule(command, sources.codePaths)
    return {
      ...(process !== undefined && { process }),
      ...start,
      ...(absent !== undefined && { absent }),
      ...(start.files.length > 0 && !startsMore(command) && { isAlone: true as const }),
    }
  })
  const starting = started.flatMap(({ folders }) => folders)
  const named = build ? namesIn(buildCommands(build.content, buildArgs)) : []
  const built =
    starting.length > 0 ? starting : named.flatMap((name) => packageOf(name, search)?.folder ?? [])
  const targets = [...new Set(built)].filter((folder) => folder !== '.')
  const folders = targets.length > 0 ? targets : [base]
  const shared = withDependencies(folders, sources.packages).filter((one) => !folders.includes(one))
  return { folders, shared, starts: started.map(({ folders: _, ...start }) => start) }
}

/**
 * What a command starts; else the program in the folder of the Fly configuration, or with the name of that folder:
 * `cmd/worker/main.go` of `cmd/worker/fly.toml` or of `fly/worker/fly.toml`.
 */
function startOrFolder(command: string, { facts: { file } }: ChosenApp, search: Search): Started {
  const start = startOf(command, search)
  const own = posix.dirname(file)
  return start.files.length > 0 || own === '.' || search.packages.some(({ folder }) => folder === own)
    ? start
    : startedAt([own, `cmd/${posix.basename(own)}`], search)
}

interface Search extends BuildSources {
  /** The folder that is built. */
  context: string
  image: ImageFiles
  /** Files of code by their path without the extension. */
  modules: ReadonlyMap<string, string>
}

const withoutExtension = (path: string): string => path.replace(/(?<=[^/])\.\w+$/, '')

const modulesOf = (paths: readonly string[]): Map<string, string> =>
  new Map(paths.map((path) => [withoutExtension(path), path]))

interface Started {
  files: readonly string[]
  folders: readonly string[]
}

const MOST_SCRIPTS = 3

/** What a command starts. `from`: the folder of the package whose script it is. */
function startOf(command: string, search: Search, from?: string, depth = 0): Started {
  const folder = /(?:^|[\s"';&])cd\s+([\w./-]+)/.exec(command)?.[1] ?? '.'
  const place = (path: string) => {
    const whole = path.startsWith('/') ? path : posix.join(folder, path)
    return from === undefined ? sourceAt(whole, search) : posix.join(from, whole)
  }
  const found = [scriptStart(command, { here: place('.'), depth }, search)]
  for (const word of command.split(/[\s"'`=;&|()]+/)) {
    const path = pathIn(word)
    if (path === undefined) continue
    const source = place(path)
    const isScript = /\.(?:sh|bash)$/.test(path) && depth < MOST_SCRIPTS
    const script = isScript ? search.textOf(source) : undefined
    found.push(
      script === undefined
        ? startedAt([source, path], search)
        : startOf(commandLines(script), search, from, depth + 1),
    )
  }
  return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) }
}

/** What a script of npm starts, and its package when the command names it. */
function scriptStart(
  command: string,
  { here, depth }: { here: string; depth: number },
  search: Search,
): Started {
  const run = depth < MOST_SCRIPTS ? scriptIn(command) : undefined
  if (!run) return NOTHING
  const owner =
    run.named === undefined
      ? ownerOf(posix.join(here, run.folder ?? '.'), search.packages)
      : packageOf(run.named, search)
  const script = owner?.scripts[run.script]
  const isNamed = run.named !== undefined || run.folder !== undefined
  const started = script === undefined || !owner ? NOTHING : startOf(script, search, owner.folder, depth + 1)
  return { ...started, folders: [...(isNamed && owner ? [owner.folder] : []), ...started.folders] }
}

const NOTHING: Started = { files: [], folders: [] }

/** A script without its comments, and its tests of files. */
const commandLines = (script: string): string => script.replace(/^[ \t]*#.*$|\[[^\]\n]*\]/gm, '')

/** The path that a word of a command may name: `dist/main.js`, `app.main:app`, `/server`; a plain word may be a program. */
function pathIn(word: string): string | undefined {
  if (/^-|:\/\/|\$/.test(word) || !/[a-z]/i.test(word)) return undefined
  const [, module] = /^([\w./-]+):\w+(?:\(\))?$/.exec(word) ?? []
  const name = module ?? word
  return /^[a-z_]\w*(?:\.[a-z_]\w*)+$/i.test(name) &&
    !/\.(?:[cm]?[jt]sx?|py|rb|go|jar|dll|exs?|sh|bash)$/.test(name)
    ? name.replaceAll('.', '/')
    : name
}

/** The path in the repository that a path in the image comes from. */
function sourceAt(path: string, { context, image }: Search): string {
  const source = image.sourceOf(path) ?? path.replace(/^\//, '')
  return posix.join(context, source.replace(/(?:^|\/)(?:out\/(?:full|json)|\.next\/standalone)(?=\/|$)/, ''))
}

/** The package that a path is in, the nearest one; or one whose name the path starts with. */
const ownerOf = (path: string, packages: readonly Package[]): Package | undefined =>
  packages
    .filter(({ folder }) => isBelow(path, folder))
    .reduce<Package | undefined>(
      (best, one) => (best && best.folder.length >= one.folder.length && best.folder !== '.' ? best : one),
      undefined,
    )

/** Folders in which builds put what they make from code. */
const OUTPUT = /(?:^|\/)(?:dist|build|out|lib|target|publish|\.output)(?=\/)/
/** Files that start a folder. */
const MAIN = ['', '/main', '/index', '/__main__', '/src/main', '/src/index', '/app']

/** The file of code that a path, or else the same path from the root, names or is made from, and its package. */
function startedAt([path = '', fromRoot = '']: readonly string[], search: Search): Started {
  const { packages, modules, codePaths, context } = search
  const name = posix.basename(path).replace(/\.(?:dll|jar|exe)$/, '')
  const program = packages.find((one) => one.names.includes(name) && isBelow(one.folder, context))
  const rust = codePaths.find(
    (one) => one.endsWith(`/bin/${name}.rs`) || one.endsWith(`/bin/${name}/main.rs`),
  )
  const plain = withoutExtension(path)
  const code = plain.replace(OUTPUT, '').replace(/^\//, '')
  const inSource = plain.replace(OUTPUT, (found) => `${found.startsWith('/') ? '/' : ''}src`)
  const inside = posix.join(posix.dirname(code), 'src', posix.basename(code))
  // A compiler that is given several packages writes their paths from the root: `dist/apps/api/src/index.js`.
  const output = OUTPUT.exec(plain)
  const whole = output ? plain.slice(output.index + output[0].length + 1) : plain
  const candidates = [plain, code, inSource, inside, withoutExtension(fromRoot), whole]
  const around = path.includes('/') ? ownerOf(path, packages) : undefined
  const isBuilt = around !== undefined && OUTPUT.test(path)
  const entry = isBuilt ? bundleEntry(path, around, { ...search, has: (one) => modules.has(one) }) : undefined
  const file =
    rust ??
    candidates
      .flatMap((one) => MAIN.map((end) => modules.get(`${one}${end}`)))
      .find((one) => one !== undefined) ??
    modules.get(entry ?? '') ??
    (program && modules.get(posix.join(program.folder, 'src/main')))
  const owner = file === undefined ? program : ownerOf(file, packages)
  return {
    files: file === undefined ? [] : [file],
    folders: [owner ?? (around?.folder === '.' ? undefined : around)].flatMap((one) => one?.folder ?? []),
  }
}

/** The package that a build names: by its name, by a program in it, or by its folder. */
function packageOf(name: string, { packages, context }: Search): Package | undefined {
  const inside = packages.filter(({ folder }) => isBelow(folder, context))
  const folder = posix.join(context, name).replace(/\/$/, '')
  const last = name.replace(/:.*$/, '').split('/').at(-1)
  return (
    inside.find(({ names }) => names.includes(name)) ??
    inside.find((one) => one.folder === folder) ??
    inside.find((one) => one.names.some((other) => other.split('/').at(-1) === last)) ??
    inside.find((one) => posix.basename(one.folder) === last)
  )
}

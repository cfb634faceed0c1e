import { posix } from 'node:path'
import { scriptIn } from '../../config/deploys/script-names.ts'
import { withValues } from '../../config/deploys/shell-words.ts'
import { bundleEntry } from '../build/bundle-entry.ts'
import type { ImageFiles } from '../build/image-files.ts'
import { isBelow, type Package } from '../build/packages.ts'
import type { BuildSources } from '../build/sources.ts'
import { argumentsFrom, scriptCommands } from '../build/start-script.ts'

/** Where what a command starts is searched. */
export interface StartSearch extends Omit<BuildSources, 'exists'> {
  /** The folder that is built. */
  context: string
  image: ImageFiles
  /** Files of code by their path without the extension. */
  modules: ReadonlyMap<string, string>
  /** What the environment of a machine has. */
  variables: ReadonlyMap<string, readonly string[]>
}

const withoutExtension = (path: string): string => path.replace(/(?<=[^/])\.\w+$/, '')

/** Files of code by the paths that commands name them with. */
export const startableModules = (paths: readonly string[]): Map<string, string> =>
  new Map(paths.map((path) => [withoutExtension(path), path]))

/** The files of code that a command starts, and their packages. */
export interface Started {
  files: readonly string[]
  folders: readonly string[]
}

const MOST_SCRIPTS = 3

/** What a command starts. `from`: the folder of the package whose script it is. */
export function codeStartedBy(written: string, search: StartSearch, from?: string, depth = 0): Started {
  const command = withValues(written, { variables: search.variables, args: undefined })
  const folder = /(?:^|[\s"';&])cd\s+([\w./-]+)/.exec(command)?.[1] ?? '.'
  const place = (path: string) => {
    const whole = path.startsWith('/') ? path : posix.join(folder, path)
    return from === undefined ? sourceAt(whole, search) : posix.join(from, whole)
  }
  const inImage = (path: string) => posix.resolve(search.image.folder, folder, path)
  const npm = scriptStart(command, { here: place('.'), depth }, search)
  const found: Started[] = [npm]
  // The words of its call name the script and its package, and no other program.
  const call = npm.files.length > 0 ? scriptIn(command)?.text : undefined
  const words = call === undefined ? command : command.replace(call, (text) => ' '.repeat(text.length))
  for (const { 0: word, index } of words.matchAll(/[^\s"'`=;&|()]+/g)) {
    const path = pathIn(word)
    if (path === undefined) continue
    const source = place(path)
    const isScript = /\.(?:sh|bash)$/.test(path) && depth < MOST_SCRIPTS
    const script = isScript ? search.textOf(source) : undefined
    const args = argumentsFrom(command, index + word.length)
    found.push(
      script === undefined
        ? startedAt([source, path], search)
        : codeStartedBy(
            scriptCommands(script, { ...search, path: inImage(path), args }),
            search,
            from,
            depth + 1,
          ),
    )
  }
  return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) }
}

/** What a script of npm starts, and its package when the command names it. */
function scriptStart(
  command: string,
  { here, depth }: { here: string; depth: number },
  search: StartSearch,
): Started {
  const run = depth < MOST_SCRIPTS ? scriptIn(command) : undefined
  if (!run) return NOTHING
  const owner =
    run.named === undefined
      ? ownerOf(posix.join(here, run.folder ?? '.'), search.packages)
      : packageOf(run.named, search)
  const script = owner?.scripts[run.script]
  const isNamed = run.named !== undefined || run.folder !== undefined
  const started =
    script === undefined || !owner ? NOTHING : codeStartedBy(script, search, owner.folder, depth + 1)
  return { ...started, folders: [...(isNamed && owner ? [owner.folder] : []), ...started.folders] }
}

const NOTHING: Started = { files: [], folders: [] }

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
function sourceAt(path: string, { context, image }: StartSearch): string {
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
export function startedAt([path = '', fromRoot = '']: readonly string[], search: StartSearch): Started {
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
    moduleBelow(fromRoot, search) ??
    (program && modules.get(posix.join(program.folder, 'src/main')))
  const owner = file === undefined ? program : ownerOf(file, packages)
  return {
    files: file === undefined ? [] : [file],
    folders: [owner ?? (around?.folder === '.' ? undefined : around)].flatMap((one) => one?.folder ?? []),
  }
}

/** The only module of Python with a path below another folder, which PYTHONPATH may name: `shop/api` in `src/shop/api.py`. */
function moduleBelow(path: string, { modules, context }: StartSearch): string | undefined {
  if (!/^\w+(?:\/\w+)+$/.test(path)) return undefined
  const [only, ...more] = [...modules].filter(
    ([name, file]) => name.endsWith(`/${path}`) && file.endsWith('.py') && isBelow(file, context),
  )
  return more.length === 0 ? only?.[1] : undefined
}

/** The package that a build names: by its name, by a program in it, or by its folder. */
export function packageOf(name: string, { packages, context }: StartSearch): Package | undefined {
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

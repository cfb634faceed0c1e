import { posix } from 'node:path'
import {
  assignmentsOf,
  type Dockerfile,
  type Instruction,
  type Stage,
  withVariables,
} from '../../formats/dockerfile.ts'

/** Which files of the repository those of an image come from, as its Dockerfile says it. */
export interface ImageFiles {
  /** The folder that its command is started in. */
  folder: string
  /** The path in the folder of the build that a path in the image comes from; undefined where nothing says it. */
  sourceOf(path: string): string | undefined
}

/** The files of a stage: the path in the image, and the path in the folder of the build that it is made from. */
interface Files {
  folder: string
  places: Map<string, string>
  /** The paths in the image of programs that it is built to have: files, whatever their names are. */
  programs: Set<string>
  variables: Map<string, string>
}

/** An image that is built without a Dockerfile has the files of the folder in `/app`, and is started there. */
const PLAIN: Files = {
  folder: '/app',
  places: new Map([['/app', '.']]),
  programs: new Set(),
  variables: new Map(),
}

/** Follows the files of a build through its stages: `WORKDIR`, `COPY`, `COPY --from`, and what `go build -o` writes. */
export function imageFiles(
  dockerfile: Dockerfile | undefined,
  args: ReadonlyMap<string, string>,
): ImageFiles {
  const stages = new Map<string, Files>()
  let last = PLAIN
  dockerfile?.stages.forEach((stage, i) => {
    last = filesOf(stage, stages, args)
    stages.set(stage.name || `stage ${i}`, last)
  })
  const { folder, places } = last
  return { folder, sourceOf: (path) => sourceIn(places, posix.resolve(folder, path)) }
}

function filesOf(
  stage: Stage,
  stages: ReadonlyMap<string, Files>,
  given: ReadonlyMap<string, string>,
): Files {
  const base = stages.get(stage.base.toLowerCase())
  const files: Files = {
    folder: base?.folder ?? '/',
    places: new Map(base?.places),
    programs: new Set(base?.programs),
    variables: new Map(base?.variables),
  }
  const { variables } = files
  for (const one of stage.instructions) {
    assign(one, variables, given)
    const words = one.words.map((word) => expanded(word, variables))
    if (one.name === 'WORKDIR') files.folder = posix.resolve(files.folder, words[0] ?? '.')
    if (one.name === 'COPY' || one.name === 'ADD') copy(words, files, stages)
    if (one.name === 'RUN') built(expanded(one.text, variables), files)
  }
  return files
}

function copy(
  words: readonly string[],
  { folder, places, programs }: Files,
  stages: ReadonlyMap<string, Files>,
): void {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
  const paths = words.filter((word) => !word.startsWith('--'))
  const target = paths.at(-1) ?? '.'
  const other = from === undefined ? undefined : stages.get(from.toLowerCase())
  for (const path of paths.slice(0, -1)) {
    const source =
      from === undefined
        ? posix.normalize(path).replace(/^\/+/, '')
        : other && sourceIn(other.places, posix.resolve(other.folder, path))
    if (source === undefined) continue
    const isProgram = other?.programs.has(posix.resolve(other.folder, path)) === true
    const isFile = isProgram || /[^/.]\.\w+$/.test(path) || /(?:release|bin)\/[\w-]+$/.test(path)
    const isInside = isFile && /(?:^|\/)\.?\/?$/.test(target)
    const whole = posix.resolve(folder, target, isInside ? posix.basename(path) : '.')
    places.set(whole, source.replace(/\/$/, '') || '.')
    if (isProgram) programs.add(whole)
  }
}

/** Where builds write their programs: `go build -o /server ./cmd/server`, `pnpm --filter api deploy /prod`. */
const OUTPUTS: readonly RegExp[] = [
  /\bgo build\b[^;&|]*?\s-o[= ]?(?<out>\S+)[^;&|]*?\s(?<what>\.{0,2}\/?[\w./-]+)\s*(?=$|[;&|])/g,
  /\bpnpm\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?[^;&|]*?\bdeploy\b(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
  /\bpnpm\b[^;&|]*?\bdeploy\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
]

/** A longer command is not one that a person wrote. */
const MOST_LENGTH = 500

function built(command: string, { folder, places, programs }: Files): void {
  const parts = command.split(/[;&|]+/).filter(({ length }) => length < MOST_LENGTH)
  const found = parts.flatMap((part) => OUTPUTS.flatMap((one) => [...part.matchAll(one)]))
  for (const { 0: tool, groups: { out = '', what = '' } = {} } of found) {
    const source =
      /^\.{0,2}\//.test(what) || what === '.' ? sourceIn(places, posix.resolve(folder, what)) : what
    if (source === undefined) continue
    places.set(posix.resolve(folder, out), source.replace(/\/?\.{3}$/, ''))
    if (/\bgo build\b/.test(tool)) programs.add(posix.resolve(folder, out))
  }
}

/** The source of a path: that of the nearest folder of the image, with the rest of the path. */
function sourceIn(places: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let above = path; ; above = posix.dirname(above)) {
    const source = places.get(above)
    if (source !== undefined) return posix.join(source, posix.relative(above, path))
    if (above === '/') return undefined
  }
}

/** Sets what an instruction sets; its values may name the variables that were set before it. */
function assign(one: Instruction, variables: Map<string, string>, given: ReadonlyMap<string, string>): void {
  const known = new Map(variables)
  for (const [key, value] of assignmentsOf(one))
    variables.set(key, (one.name === 'ARG' ? given.get(key) : undefined) ?? expanded(value, known))
}

const expanded = (text: string, variables: ReadonlyMap<string, string>): string =>
  withVariables(text, (name) => variables.get(name))

/** The commands of a build, in all of its stages, with the values of its variables. */
export const buildCommands = (dockerfile: Dockerfile, args: ReadonlyMap<string, string>): string =>
  dockerfile.stages
    .flatMap(({ instructions }) => {
      const variables = new Map<string, string>()
      for (const one of instructions) assign(one, variables, args)
      return instructions.filter(({ name }) => name === 'RUN').map(({ text }) => expanded(text, variables))
    })
    .join('\n')

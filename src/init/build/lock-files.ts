import { posix } from 'node:path'
import {
  copiesFromStage,
  copySources,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../../formats/dockerfile.ts'
import { globMatches } from '../../formats/glob.ts'
import type { BuildEvidence } from './folder.ts'
import { isBelow } from './packages.ts'

/** A command that fails without a lock file, and the names of that. */
interface Locked {
  command: RegExp
  names: readonly string[]
  /** Commands that write the file. */
  writes: RegExp
}

/** Yarn 1, Bun and Poetry go on without a lock file, whatever they are told. */
const LOCKED: readonly Locked[] = [
  {
    command:
      /\bpnpm\s(?:[^;&|]{0,100}\s)?(?:i|install)\s(?:[^;&|]{0,200}\s)?--frozen-lockfile(?![\w=-]|\s+false)/,
    names: ['pnpm-lock.yaml'],
    writes: /\bpnpm\s+(?:i|install|add|import|update|dlx|exec)\b/,
  },
  {
    command: /\bnpm\s+(?:-\S{1,50}\s+){0,8}(?:ci|clean-install)(?![\w:-])/,
    names: ['package-lock.json', 'npm-shrinkwrap.json'],
    writes: /\bnpm\s+(?:i|install|add|update|init|shrinkwrap)\b/,
  },
  {
    command: /\byarn\s(?:install\s)?(?:[^;&|]{0,200}\s)?--immutable(?![\w=-])/,
    names: ['yarn.lock'],
    writes: /\byarn(?:\s+(?:install|add|up|import)\b|\s*(?:$|&&))/,
  },
  {
    command: /\bcargo\s+(?:build|check|fetch|run|test)\s(?:[^;&|]{0,200}\s)?--(?:locked|frozen)(?![\w=-])/,
    names: ['Cargo.lock'],
    writes: /\bcargo\s+(?:build|check|fetch|run|test|init|new|update|add|chef|generate-lockfile)\b/,
  },
  {
    command: /\buv\s+sync\s(?:[^;&|]{0,200}\s)?--(?:locked|frozen)(?![\w=-])/,
    names: ['uv.lock'],
    writes: /\buv\s+(?:sync|lock|add|init|run)\b/,
  },
  {
    command: /\bbundle\s+install\s(?:[^;&|]{0,200}\s)?--(?:deployment|frozen)(?![\w=-])/,
    names: ['Gemfile.lock'],
    writes: /\bbundle\s+(?:install|lock|update|add|init)\b/,
  },
]

/** An install for the whole machine writes no lock file. */
const GLOBAL = /\b(?:npm|pnpm|bun)\s[^;&|]{0,200}(?:-g|--global)\b/g
/** What may bring any file: an archive, a clone, the files that `turbo prune` picks. */
const BRINGS =
  /\bgit\s+clone\b|\b(?:curl|wget)\s[^;&|]{0,300}https?:|\b(?:tar|unzip|turbo|cp|mv)\s|--mount=\S{0,100}type=bind/
/** Where a command may be left out, or may fail. */
const MAY_FAIL = /\|\||;|<<|\bif\b/

interface Search extends BuildEvidence {
  /** The folder that is built, and its Dockerfile, from the root of the repository. */
  context: string
  dockerfile: string
  /** Whether an image has programs only, and no files of a project. */
  isBase(image: string): boolean
}

/** Why a command of a build fails for certain without a lock file, as a sentence; undefined: it has one, or that is not known. */
export function lackingLock({ stages }: Dockerfile, search: Search): string | undefined {
  for (const stage of stages) {
    const before = inherited(stage, stages)
    for (const one of before.length > 0 || search.isBase(stage.base) ? stage.instructions : []) {
      const why = one.name === 'RUN' ? lackOf(one.text, before, search) : undefined
      if (why !== undefined) return `${search.dockerfile}:${one.line} fails in a deploy: ${why}`
      before.push(one)
    }
  }
  return undefined
}

/** The instructions of the stages that a stage continues. */
function inherited(stage: Stage, stages: readonly Stage[]): Instruction[] {
  const base = stages
    .slice(0, stages.indexOf(stage))
    .findLast(({ name }) => name !== '' && name === stage.base.toLowerCase())
  return base ? [...inherited(base, stages), ...base.instructions] : []
}

function lackOf(text: string, before: readonly Instruction[], search: Search): string | undefined {
  if (MAY_FAIL.test(text)) return undefined
  for (const { command, names, writes } of LOCKED) {
    const [written] = command.exec(text) ?? []
    const earlier = [...before.flatMap((one) => (one.name === 'RUN' ? one.text : [])), text]
      .join(' && ')
      .replace(GLOBAL, ' ')
    const [first = '', second] = earlier.split(command)
    if (written === undefined || second === undefined || writes.test(first) || BRINGS.test(earlier)) continue
    const copies = before.filter((one) => one.name === 'COPY' || one.name === 'ADD')
    if (copies.some((one) => mayCopy(one, names, search))) continue
    return `\`${written}\` needs ${names[0]}, ${whereIs(names, copies, search)}`
  }
  return undefined
}

/** Why the copies of a build do not have a file. */
function whereIs([name = '']: readonly string[], copies: readonly Instruction[], search: Search): string {
  const { context, exists } = search
  if (copies.some((one) => copySources(one).some((path) => placesOf(path, name, search).some(exists))))
    return 'which .dockerignore leaves out'
  if (exists(posix.join(context, name))) return 'which no instruction before it copies'
  return `which is not in ${context === '.' ? 'this repository' : context}`
}

/** Whether an instruction copies one of some files, or may do so. */
function mayCopy(copy: Instruction, names: readonly string[], search: Search): boolean {
  const paths = copySources(copy)
  // A file of another stage, or from elsewhere, is known by its name only.
  if (copiesFromStage(copy))
    return paths.some(
      (path) => names.includes(posix.basename(path)) || !/\.\w+$/.test(path) || /[*$]/.test(path),
    )
  return paths.some(
    (path) =>
      /\$|^\w+:|^<</.test(path) ||
      names.some((name) => placesOf(path, name, search).some((place) => isSent(place, search))),
  )
}

/** Where a file may be that `COPY` takes with a path: at the path, or in its folder and the packages below that. */
function placesOf(path: string, name: string, { context, packages }: Search): string[] {
  const whole = posix.join(context, path)
  if (globMatches(posix.basename(path), name)) return [posix.join(context, posix.dirname(path), name)]
  const below = packages.flatMap(({ folder }) => (isBelow(folder, whole) ? folder : []))
  return [whole, ...below].map((folder) => posix.join(folder, name))
}

/** Whether a file is in the repository and sent to the build. */
function isSent(place: string, { context, dockerfile, exists, textOf }: Search): boolean {
  const ignored = textOf(`${dockerfile}.dockerignore`) ?? textOf(posix.join(context, '.dockerignore')) ?? ''
  const path = posix.relative(context, place)
  const last = ignored
    .split(/\r?\n/)
    .map((line) => line.trim())
    .findLast((line) => {
      const pattern = line.replace(/^!/, '').replace(/^\/|\/$/g, '')
      return (
        globMatches(pattern, path) ||
        globMatches(`${pattern}/**`, path) ||
        (pattern.startsWith('**/') && globMatches(pattern.slice(3), path))
      )
    })
  return exists(place) && (last === undefined || last.startsWith('!') || last.startsWith('#'))
}

import { posix } from 'node:path'
import { shellWords } from '../../formats/dockerfile.ts'
import { isJsonObject, jsonOrUndefined } from '../../lib/json-value.ts'
import {
  asCommands,
  type DeployCommand,
  deploysIn,
  type ScriptDeploy,
  withoutExpressions,
} from './deploy-commands.ts'
import { withMakeValues } from './make-values.ts'
import { nixProgram, nixScript } from './nix-scripts.ts'
import { scriptIn } from './script-names.ts'
import { expandShell } from './shell.ts'
import { taskOf } from './task-files.ts'

/** The files that workflows may start. */
export interface StartedFiles {
  /** The text of a file; undefined when it is not there. */
  textOf(path: string): string | undefined
  /** The packages whose scripts commands name: `pnpm --filter api ship`. */
  packages: readonly ScriptPackage[]
}

/** A package whose scripts commands name. */
interface ScriptPackage {
  folder: string
  names: readonly string[]
}

/**
 * The deploys of the scripts and targets that steps of workflows start, in the place of those steps: `bash scripts/deploy.sh api`,
 * `make deploy`, `npm run deploy`. A step whose script is not here, or is of another kind, stays one that may deploy any app.
 */
export const withStarted = (commands: readonly DeployCommand[], files: StartedFiles): DeployCommand[] =>
  commands.flatMap((one) => started(one, files) ?? one)

/** The deploys of what steps start under any name: those whose script deploys nothing, or is not here, have none. */
export const startedDeploys = (steps: readonly DeployCommand[], files: StartedFiles): DeployCommand[] =>
  steps.flatMap((one) => started(one, files) ?? [])

const started = (one: DeployCommand, files: StartedFiles): DeployCommand[] | undefined =>
  one.runs === undefined
    ? undefined
    : deploysOfRun(one.runs, { folder: one.folder, depth: 0, ...files })?.map((deploy) => ({
        ...{ ...one, ...deploy },
        ...{ runs: undefined, isUnread: undefined },
      }))

/** The deploys of what the commands of a step start, in the folder that it runs in; empty where they are not known. */
export const deploysStartedBy = (
  { runs, folder }: { runs?: string | undefined; folder: string },
  files: StartedFiles,
): ScriptDeploy[] => (runs === undefined ? [] : (deploysOfRun(runs, { folder, depth: 0, ...files }) ?? []))

interface Place extends StartedFiles {
  /** The folder that the commands run in, from the root of the repository. */
  folder: string
  depth: number
}

const MAX_DEPTH = 4

/** The deploys of a script and of what it starts; undefined: not known. */
function deploysOfRun(script: string, place: Place): ScriptDeploy[] | undefined {
  const own = deploysIn(script, place.folder)
  if (own.length > 0 || place.depth > MAX_DEPTH) return own.map(({ line: _, ...deploy }) => deploy)
  const started = script.split(/[\n;&|]+/).flatMap((command) => {
    const found = startedBy(command, place)
    return found === undefined ? [] : [found]
  })
  const known = started.flatMap((one) => (one === 'unknown' ? [] : one))
  if (started.length === 0 || (known.length === 0 && started.includes('unknown'))) return undefined
  return known
}

/** Programs that run what follows: their options, or `--`, or a word is in front of it. */
const RUNNERS =
  /^(?:sudo|env|nice|time|timeout|flox|doppler|op|infisical|dotenvx?|devbox|devenv|nix|nix-shell|direnv|teller|chamber|aws-vault|poetry|uv|pdm|pipenv|hatch|rye|bundle|mise|rtx)$/

/** What a runner runs: `doppler run -- make ship`, `nix develop -c task ship`, `sudo -E make ship`, `timeout 600 make ship`. */
function unwrapped(words: readonly string[]): readonly string[] {
  const [program = '', next = ''] = words
  if (!RUNNERS.test(program)) return words
  const [marks, shells] = [
    words.indexOf('--'),
    words.findIndex((word) => /^(?:-c|--command|--run)$/.test(word)),
  ]
  if (marks > 0) return unwrapped(words.slice(marks + 1))
  if (shells > 0) return unwrapped(words.slice(shells + 1).flatMap(shellWords))
  if (/^(?:mise|rtx)$/.test(program)) return words
  if (/^(?:run|exec)$/.test(next)) return unwrapped(words.slice(program === 'direnv' ? 3 : 2))
  const rest = words.slice(1)
  return unwrapped(rest.slice(rest.findIndex((word) => !/^-|^\w+=|^\d+[smh]?$/.test(word))))
}

/** The deploys of what one command starts; undefined when it starts no script. */
function startedBy(command: string, place: Place): ScriptDeploy[] | 'unknown' | undefined {
  const written = shellWords(command.replace(/^[ \t]*(?:(?:if|then|else|time|exec|!|\w+=\S*)[ \t]+)*/, ''))
  const byNix = nixProgram(written)
  if (byNix) return ofFlake(byNix, place)
  const words = unwrapped(written)
  const isShell = /^(?:ba|z|da)?sh$/.test(words[0] ?? '')
  const [program = '', ...rest] = isShell ? words.slice(1) : words
  if (/\.(?:sh|bash)$/.test(program) || (isShell && program.includes('/')))
    return ofShell(program, rest, place)
  if (/^(?:\.{1,2}\/)?(?:[\w.-]+\/)+[\w-]+$/.test(program)) return ofProgram(program, rest, place)
  if (/^(?:make|gmake|just)$/.test(program)) return ofTarget(program, rest, place)
  if (/^(?:task|go-task|mise|rtx|deno)$/.test(program)) return ofTask(program, rest, place)
  // Most tasks of mix are its own.
  if (program === 'mix') {
    const found = known(ofTask(program, rest, place))
    return found.length === 0 ? undefined : found
  }
  if (/^(?:run-[sp]|npm-run-all)$/.test(program))
    return rest
      .filter((word) => !word.startsWith('-'))
      .flatMap((word) => known(ofPackage(word, place.folder, place)))
  const npm = scriptIn(command)
  if (!npm) return undefined
  const owner = npm.named === undefined ? undefined : packageNamed(npm.named, place.packages)
  if (npm.named !== undefined && !owner) return undefined
  return ofPackage(npm.script, owner?.folder ?? posix.join(place.folder, npm.folder ?? ''), place)
}

/** The package of a name, of its last part, or in a folder. */
const packageNamed = (name: string, packages: readonly ScriptPackage[]): ScriptPackage | undefined =>
  packages.find(({ names }) => names.includes(name)) ??
  packages.find(({ folder }) => folder === posix.join(name)) ??
  packages.find(({ names }) => names.some((one) => one.endsWith(`/${name}`)))

function ofShell(program: string, args: string[], place: Place): ScriptDeploy[] | 'unknown' {
  const path = posix.join('/', place.folder, program).slice(1)
  const text = place.textOf(path)
  if (text === undefined) return 'unknown'
  const script = withoutExpressions(expandShell(text, { own: posix.dirname(path), args }))
  // A script that is here and deploys nothing, nor starts what may, is none that deploys.
  return deploysOfRun(script, { ...place, depth: place.depth + 1 }) ?? []
}

/** A script that a flake of this repository defines. */
function ofFlake(
  { name, folder }: { name: string; folder: string },
  place: Place,
): ScriptDeploy[] | 'unknown' {
  const flake = posix.join(place.folder, folder)
  const text = nixScript(place.textOf(posix.join(flake, 'flake.nix')) ?? '', name, flake)
  if (text === undefined) return 'unknown'
  const script = withoutExpressions(expandShell(text, { own: undefined, args: undefined }))
  return deploysOfRun(script, { ...place, depth: place.depth + 1 }) ?? []
}

/** A program of the repository without an ending: a script of a shell, or one of another language, which is not read. */
const ofProgram = (program: string, args: string[], place: Place): ScriptDeploy[] | 'unknown' =>
  /^#!.*\b(?:ba|z|da)?sh\b/.test(place.textOf(posix.join('/', place.folder, program).slice(1)) ?? '')
    ? ofShell(program, args, place)
    : 'unknown'

/** A task of a build tool that has its tasks in a file: `task ship`, `mise run ship`, `deno task ship`. */
function ofTask(tool: string, words: readonly string[], place: Place): ScriptDeploy[] | 'unknown' {
  const at = words.findIndex((word) => /^(?:-d|--dir|-C|--cd)$/.test(word))
  const folder = posix.join(place.folder, (at === -1 ? undefined : words[at + 1]) ?? '.')
  const names = words.filter(
    (word, i) => /^[\w:./-]+$/.test(word) && !word.startsWith('-') && (at === -1 || i !== at + 1),
  )
  const name = names.find((word) => !(tool !== 'task' && /^(?:run|r|task|tasks)$/.test(word)))
  const task =
    name === undefined || place.depth > MAX_DEPTH ? undefined : taskOf(tool, name, { ...place, folder })
  if (!task) return 'unknown'
  const variables = new Map([...task.variables, ...assignmentsIn(words)])
  const script = expandShell(asCommands(task.commands.join('\n')), {
    own: undefined,
    args: undefined,
    variables,
  })
  return (
    deploysOfRun(withoutExpressions(script), { ...place, folder: task.folder, depth: place.depth + 1 }) ??
    'unknown'
  )
}

/** `make deploy APP=api`. */
const assignmentsIn = (words: readonly string[]): [string, string][] =>
  words.flatMap((word): [string, string][] => {
    const [, name, value = ''] = /^(\w+)=(.*)$/.exec(word) ?? []
    return name === undefined ? [] : [[name, value]]
  })

const FILES = { just: ['justfile', 'Justfile', '.justfile'], make: ['Makefile', 'makefile', 'GNUmakefile'] }

function ofTarget(program: string, words: string[], place: Place): ScriptDeploy[] | 'unknown' {
  const at = words.indexOf('-C')
  const folder = posix.join(place.folder, (at === -1 ? undefined : words[at + 1]) ?? '')
  const goals = words.filter(
    (word, i) => /^[\w:-]+$/.test(word) && !word.startsWith('-') && (at === -1 || i !== at + 1),
  )
  const [target] = goals
  // What follows the first one is an argument to just, and one more target to make.
  if (program !== 'just' && goals.length > 1) {
    const options = words.filter((word) => !goals.includes(word))
    const all = goals.flatMap((goal) => known(ofTarget(program, [...options, goal], place)))
    return all.length > 0 ? all : 'unknown'
  }
  const text = FILES[program === 'just' ? 'just' : 'make']
    .map((name) => place.textOf(posix.join(folder, name)))
    .find((one) => one !== undefined)
  if (text === undefined || target === undefined || place.depth > MAX_DEPTH) return 'unknown'
  const rule = new RegExp(
    // A longer name is another target: `deploy-app:` is not `deploy:`.
    `^@?${target}(?![\\w.-])[^:=\\n]*:(?!=)([^\\n]*)\\n((?:[ \\t]+[^\\n]*\\n?|[ \\t]*\\n)*)`,
    'm',
  ).exec(`${text}\n`)
  if (!rule) return 'unknown'
  const below = { ...place, folder, depth: place.depth + 1 }
  const variables = new Map(assignmentsIn(words))
  const written = withMakeValues((rule[2] ?? '').replaceAll('$(MAKE)', 'make'), {
    text,
    folder,
    given: variables,
  })
  const recipe = expandShell(asCommands(written), { own: undefined, args: undefined, variables })
  const found = recipe.split('\n').flatMap((line) => deploysOfRun(withoutExpressions(line), below) ?? [])
  const needed = (rule[1] ?? '').split(/\s+/).filter((one) => /^[\w.-]+$/.test(one) && one !== target)
  const all = [...found, ...needed.flatMap((one) => known(ofTarget(program, [one], { ...below })))]
  return all.length > 0 ? all : 'unknown'
}

const known = (found: ScriptDeploy[] | 'unknown'): ScriptDeploy[] => (found === 'unknown' ? [] : found)

function ofPackage(name: string, folder: string, place: Place): ScriptDeploy[] | 'unknown' {
  const json = jsonOrUndefined(place.textOf(posix.join(folder, 'package.json')) ?? '')
  const scripts = isJsonObject(json) && isJsonObject(json.scripts) ? json.scripts : {}
  const script = scripts[name]
  if (typeof script !== 'string') return 'unknown'
  return deploysOfRun(withoutExpressions(script), { ...place, folder, depth: place.depth + 1 }) ?? 'unknown'
}

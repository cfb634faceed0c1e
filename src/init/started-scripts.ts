import { posix } from 'node:path'
import {
  asCommands,
  type DeployCommand,
  deploysIn,
  type ScriptDeploy,
  withoutExpressions,
} from '../config/deploy-commands.ts'
import { expandShell } from '../config/shell.ts'
import { shellWords } from '../formats/dockerfile.ts'
import { isJsonObject, jsonOrUndefined } from '../lib/json-value.ts'
import { scriptIn } from './build-names.ts'

/** The files that workflows may start. */
export interface StartedFiles {
  /** The text of a file; undefined when it is not there. */
  textOf(path: string): string | undefined
}

/**
 * The deploys of the scripts and targets that steps of workflows start, in the place of those steps: `bash scripts/deploy.sh api`,
 * `make deploy`, `npm run deploy`. A step whose script is not here, or is of another kind, stays one that may deploy any app.
 */
export const withStarted = (commands: readonly DeployCommand[], files: StartedFiles): DeployCommand[] =>
  commands.flatMap((one) => {
    const found =
      one.runs === undefined ? undefined : deploysOfRun(one.runs, { folder: one.folder, depth: 0, ...files })
    return found?.map((deploy) => ({ ...one, ...deploy, runs: undefined })) ?? one
  })

interface Place extends StartedFiles {
  /** The folder that the commands run in, from the root of the repository. */
  folder: string
  depth: number
}

const MAX_DEPTH = 3

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

/** The deploys of what one command starts; undefined when it starts no script. */
function startedBy(command: string, place: Place): ScriptDeploy[] | 'unknown' | undefined {
  const words = shellWords(command.replace(/^[ \t]*(?:(?:if|then|else|time|exec|!|\w+=\S*)[ \t]+)*/, ''))
  const [program = '', ...rest] = /^(?:ba|z|da)?sh$/.test(words[0] ?? '') ? words.slice(1) : words
  if (/\.(?:sh|bash)$/.test(program)) return ofShell(program, rest, place)
  if (/^(?:make|gmake|just)$/.test(program)) return ofTarget(program, rest, place)
  const npm = scriptIn(command)
  return npm && npm.named === undefined
    ? ofPackage(npm.script, posix.join(place.folder, npm.folder ?? ''), place)
    : undefined
}

function ofShell(program: string, args: string[], place: Place): ScriptDeploy[] | 'unknown' {
  const path = posix.join('/', place.folder, program).slice(1)
  const text = place.textOf(path)
  if (text === undefined) return 'unknown'
  const script = withoutExpressions(expandShell(text, { own: posix.dirname(path), args }))
  // A script that is here and deploys nothing, nor starts what may, is none that deploys.
  return deploysOfRun(script, { ...place, depth: place.depth + 1 }) ?? []
}

const FILES = { just: ['justfile', 'Justfile', '.justfile'], make: ['Makefile', 'makefile', 'GNUmakefile'] }

function ofTarget(program: string, words: string[], place: Place): ScriptDeploy[] | 'unknown' {
  const at = words.indexOf('-C')
  const folder = posix.join(place.folder, (at === -1 ? undefined : words[at + 1]) ?? '')
  const target = words.find(
    (word, i) => /^[\w:-]+$/.test(word) && !word.startsWith('-') && (at === -1 || i !== at + 1),
  )
  const text = FILES[program === 'just' ? 'just' : 'make']
    .map((name) => place.textOf(posix.join(folder, name)))
    .find((one) => one !== undefined)
  if (text === undefined || target === undefined || place.depth > MAX_DEPTH) return 'unknown'
  const rule = new RegExp(
    `^@?${target}\\b[^:=\\n]*:(?!=)([^\\n]*)\\n((?:[ \\t]+[^\\n]*\\n?|[ \\t]*\\n)*)`,
    'm',
  ).exec(`${text}\n`)
  if (!rule) return 'unknown'
  const below = { ...place, folder, depth: place.depth + 1 }
  const variables = new Map(
    words.flatMap((word) => {
      const [, name, value = ''] = /^(\w+)=(.*)$/.exec(word) ?? []
      return name === undefined ? [] : [[name, value] as const]
    }),
  )
  const recipe = expandShell(asCommands((rule[2] ?? '').replaceAll('$(MAKE)', 'make')), {
    own: undefined,
    args: undefined,
    variables,
  })
  const found = recipe.split('\n').flatMap((line) => deploysOfRun(withoutExpressions(line), below) ?? [])
  const needed = (rule[1] ?? '')
    .split(/\s+/)
    .filter((one) => /^[\w-]*deploy[\w-]*$/.test(one) && one !== target)
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

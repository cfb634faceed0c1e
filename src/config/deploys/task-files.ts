import { posix } from 'node:path'
import { readToml } from '../../formats/toml.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import { isJsonObject, jsonOrUndefined } from '../../lib/json-value.ts'
import { mixCommands } from './mix-tasks.ts'

/** What a task of a build tool runs. */
export interface Task {
  /** Its commands, and those that start the tasks that it needs. */
  commands: readonly string[]
  /** The folder that they run in, from the root of the repository. */
  folder: string
  /** Variables with their defaults. */
  variables: ReadonlyMap<string, string>
}

type TextOf = (path: string) => string | undefined

/** The task of a tool in a folder, or of the tool's files above it; undefined when it is not there. */
export function taskOf(tool: string, name: string, { folder, textOf }: { folder: string; textOf: TextOf }) {
  const read = READERS[tool]
  if (read === undefined) return undefined
  for (let at = folder; ; at = posix.dirname(at)) {
    const found = read(name, at, textOf)
    if (found || at === '.') return found
  }
}

type Reader = (name: string, folder: string, textOf: TextOf) => Task | undefined

/** The first of several files that is there. */
const firstOf = (names: readonly string[], folder: string, textOf: TextOf) =>
  names
    .map((name) => ({ file: posix.join(folder, name), text: textOf(posix.join(folder, name)) }))
    .find(({ text }) => text !== undefined)

const TASKFILES = ['Taskfile.yml', 'taskfile.yml', 'Taskfile.yaml', 'taskfile.yaml', 'Taskfile.dist.yml']

/** A task of a Taskfile: `task deploy`, `task api:deploy` of one that it includes. */
function inTaskfile(name: string, folder: string, textOf: TextOf): Task | undefined {
  const { text = '' } = firstOf(TASKFILES, folder, textOf) ?? {}
  const read = readYaml(text)
  if (!read.ok) return undefined
  const node = get(get(read.tree, 'tasks'), name)
  if (!node) return included(name, { root: read.tree, folder, textOf })
  const commands =
    node.kind === 'table'
      ? [...items(get(node, 'deps')), ...listed(get(node, 'cmds') ?? get(node, 'cmd'))]
      : listed(node)
  const isNeed = new Set(items(get(node, 'deps')))
  return {
    commands: commands.flatMap((one) => {
      const task = isNeed.has(one)
        ? (scalarText(one) ?? scalarText(get(one, 'task')))
        : scalarText(get(one, 'task'))
      return task === undefined ? (scalarText(one) ?? scalarText(get(one, 'cmd')) ?? []) : `task ${task}`
    }),
    folder: posix.join(folder, scalarText(get(node, 'dir')) ?? '.'),
    variables: new Map([
      ['CLI_ARGS', ''],
      ...texts(get(read.tree, 'vars')),
      ...texts(get(node, 'vars')),
      ...texts(get(node, 'env')),
    ]),
  }
}

function included(
  name: string,
  { root, folder, textOf }: { root: Tree; folder: string; textOf: TextOf },
): Task | undefined {
  const [first = '', ...rest] = name.split(':')
  const entry = get(get(root, 'includes'), first)
  const path = scalarText(entry) ?? scalarText(get(entry, 'taskfile'))
  if (path === undefined || rest.length === 0 || path.includes('{{')) return undefined
  const isFile = /\.ya?ml$/.test(path)
  const file = posix.join(folder, path)
  const below = isFile ? posix.dirname(file) : file
  const own: TextOf = (one) => textOf(isFile && TASKFILES.includes(posix.basename(one)) ? file : one)
  const found = inTaskfile(rest.join(':'), below, own)
  // An included file runs in the folder of the one that includes it, unless it says another.
  const at = scalarText(get(entry, 'dir'))
  return found && { ...found, folder: posix.join(folder, at ?? posix.relative(below, found.folder)) }
}

const listed = (node: Tree | undefined): readonly Tree[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items : [node]

const texts = (node: Tree | undefined): [string, string][] =>
  node?.kind === 'table'
    ? [...node.entries].flatMap(([key, value]): [string, string][] => {
        const text = scalarText(value)
        return text === undefined ? [] : [[key, text]]
      })
    : []

const MISE = [
  'mise.toml',
  '.mise.toml',
  'mise/config.toml',
  '.mise/config.toml',
  '.config/mise.toml',
  '.config/mise/config.toml',
]
const MISE_FOLDERS = ['mise-tasks', '.mise-tasks', 'mise/tasks', '.mise/tasks', '.config/mise/tasks']

/** A task of mise, in its configuration or a file of its own. */
function inMise(name: string, folder: string, textOf: TextOf): Task | undefined {
  for (const file of MISE) {
    const read = readToml(textOf(posix.join(folder, file)) ?? '')
    const node = read.ok ? get(get(read.table, 'tasks'), name) : undefined
    if (!read.ok || !node) continue
    const needs = listed(get(node, 'depends')).flatMap((one) => scalarText(one) ?? [])
    const runs = listed(node.kind === 'table' ? get(node, 'run') : node).flatMap(
      (one) => scalarText(one) ?? [],
    )
    return {
      commands: [...needs.map((one) => `mise run ${one}`), ...runs],
      folder: posix.join(folder, (scalarText(get(node, 'dir')) ?? '.').replace(/\{\{[^{}]*\}\}\/?/, '')),
      variables: new Map([...texts(get(read.table, 'env')), ...texts(get(node, 'env'))]),
    }
  }
  const path = name.replaceAll(':', '/')
  const own = MISE_FOLDERS.map((one) => posix.join(one, path)).find((one) => textOf(posix.join(folder, one)))
  return own === undefined ? undefined : { commands: [`bash ${own}`], folder, variables: new Map() }
}

/** A task of Deno. */
function inDeno(name: string, folder: string, textOf: TextOf): Task | undefined {
  const { text = '' } = firstOf(['deno.json', 'deno.jsonc'], folder, textOf) ?? {}
  const json = jsonOrUndefined(text)
  const tasks = isJsonObject(json) && isJsonObject(json.tasks) ? json.tasks : {}
  const task = tasks[name]
  const command = isJsonObject(task) ? task.command : task
  return typeof command === 'string' ? { commands: [command], folder, variables: new Map() } : undefined
}

/** An alias of mix, or a task in a file of its own. */
function inMix(name: string, folder: string, textOf: TextOf): Task | undefined {
  const own = [name, name.replaceAll('.', '/'), name.replaceAll('.', '_')].map(
    (one) => `lib/mix/tasks/${one}.ex`,
  )
  const task = firstOf(own, folder, textOf)?.text
  const commands = mixCommands({ name, mix: textOf(posix.join(folder, 'mix.exs')) ?? '', task })
  return commands.length === 0 ? undefined : { commands, folder, variables: new Map() }
}

const READERS: Readonly<Record<string, Reader | undefined>> = {
  task: inTaskfile,
  'go-task': inTaskfile,
  mise: inMise,
  rtx: inMise,
  deno: inDeno,
  mix: inMix,
}

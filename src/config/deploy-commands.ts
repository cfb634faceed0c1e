import { posix } from 'node:path'
import { get, items, scalarText, type Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { SourceLocation } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'

/** A deploy with flyctl in a workflow. */
export interface DeployCommand {
  at: SourceLocation
  /** The folder that flyctl runs in, from the root of the repository. */
  folder: string
  /** The Fly configuration, from the root of the repository; `*` stands for an expression of the workflow. */
  config: string
  /** The app, when the command names it; `*` stands for an expression. */
  app: string | undefined
  /** Whether a push to a branch or a tag starts it, rather than only a pull request or a person. */
  onPush: boolean
}

const DEPLOY = /(?:^|[\s;&|(])(?:flyctl|fly)\s+deploy\b([^\n;&|]*)/g
const CONFIG = /(?:^|\s)(?:--config|-c)(?:\s+|=)["']?([^\s"']+)/
const APP = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/
/** The folder that flyctl gets as its argument. */
const FOLDER = /^\s*["']?(\.{0,2}\/?[\w][\w./-]*)["']?(?=\s|$)/
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{?\w+\}?/g

const CHANGE_FOLDER = /\bcd\s+(\S+)/g

/** A script that a person wrote is shorter, and has fewer deploys. */
const MAX_SCRIPT = 20_000
const MAX_COMMANDS = 50

/** Every deploy with flyctl in a workflow: in scripts, and as arguments of flyctl's old action. */
export function deployCommandsIn({ file, text }: TextFile): DeployCommand[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const root = read.tree
  const onPush = startsOnPush(root)
  const jobs = get(root, 'jobs')
  return (jobs?.kind === 'table' ? [...jobs.entries.values()] : []).flatMap((job) =>
    items(get(job, 'steps')).flatMap((step) =>
      commandsOf(step, folderOf(step, job, root)).map(({ at, ...command }) => ({
        ...command,
        at: { file, ...at },
        onPush,
      })),
    ),
  )
}

function startsOnPush(root: Tree): boolean {
  const on = get(root, 'on') ?? get(root, 'true')
  const names =
    on?.kind === 'table' ? [...on.entries.keys()] : (on?.kind === 'list' ? on.items : [on]).map(scalarText)
  return names.some(
    (name) => name === 'push' || name === 'workflow_run' || name === 'workflow_call' || name === 'release',
  )
}

function folderOf(step: Tree, job: Tree, root: Tree): string {
  const defaults = (node: Tree) => get(get(get(node, 'defaults'), 'run'), 'working-directory')
  return scalarText(get(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.'
}

type Command = Pick<DeployCommand, 'folder' | 'config' | 'app'> & { at: Tree['at'] }

function commandsOf(step: Tree, folder: string): Command[] {
  const uses = scalarText(get(step, 'uses')) ?? ''
  const args = /^superfly\/flyctl-actions@/.test(uses) ? get(get(step, 'with'), 'args') : undefined
  const node = args ?? get(step, 'run')
  if (!node) return []
  const script = withoutExpressions((args ? 'flyctl ' : '') + (scalarText(node) ?? '').slice(0, MAX_SCRIPT))
  return [...script.matchAll(DEPLOY)].slice(0, MAX_COMMANDS).map((found) => {
    const [, given = ''] = found
    const changed = [...script.slice(0, found.index).matchAll(CHANGE_FOLDER)].at(-1)?.[1] ?? '.'
    const argument = FOLDER.exec(given)?.[1] ?? '.'
    const from = posix.join(withoutExpressions(folder), changed, argument)
    const config = CONFIG.exec(given)?.[1]
    // flyctl looks for its configuration in the folder of its argument, and for --config in the one that it runs in.
    const path =
      config === undefined
        ? posix.join(from, 'fly.toml')
        : posix.join(withoutExpressions(folder), changed, config)
    return { at: node.at, folder: from, config: path, app: APP.exec(given)?.[1] }
  })
}

const withoutExpressions = (text: string): string => text.replace(/\\\r?\n/g, ' ').replace(EXPRESSION, '*')

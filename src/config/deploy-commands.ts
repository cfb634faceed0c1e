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

/** A deploy with flyctl, its flags before the word and what follows it: `flyctl -c fly.toml deploy --now`. Not a mere build. */
export const FLY_DEPLOY =
  /(?:^|[\s;&|("'])(?:flyctl|fly)((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g
/** The value of the flag that names the Fly configuration. */
export const CONFIG_FLAG = /(?:^|\s)(?:--config|-c)(?:\s+|=)["']?([^\s"']+)/
/** The value of the flag that names the app. */
export const APP_FLAG = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/
/** The folder that flyctl gets as its argument. */
const FOLDER = /^\s*["']?(\.{0,2}\/?[\w][\w./-]*)["']?(?=\s|$)/
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{?\w+\}?/g

const OUTPUT = /(?:^|[\s;&|(])(?:echo|printf)[ \t][^\n;&|]*/g
/** A script without the words that it only writes: `echo "fly deploy failed"`. */
export const withoutOutput = (script: string): string => script.replace(OUTPUT, ' ')

const CHANGE_FOLDER = /\bcd\s+(\S+)/g

/** A script or a target of a build tool that deploys by its name: `npm run deploy`, `make deploy-web`, `./bin/deploy.sh`. */
const DEPLOY_SCRIPT =
  /(?:^|[\s;&|(])(?:(?:npm|pnpm|yarn|bun|deno|nx|turbo|make|just|task|mise|rake|mix|bash|sh)[ \t][^\n;&|]{0,80}|\.{0,2}\/[\w./-]{0,80})(?<![a-z])deploy(?!-with-monitoring)/i
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i
/** An action that deploys by its name, of this repository or of others; this action is told by its mode. */
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/

/** Other places where pipelines are defined, from the root of the repository. */
const PIPELINE =
  /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/
/** Their folders. */
export const PIPELINE_FOLDERS: readonly string[] = [
  '.circleci',
  '.woodpecker',
  '.buildkite',
  '.semaphore',
  '.rwx',
]
/** Whether a path from the root of the repository is that of a pipeline other than GitHub's. */
export const isPipeline = (path: string): boolean => PIPELINE.test(path)

/** A script that a person wrote is shorter, and has fewer deploys. */
const MAX_SCRIPT = 20_000
const MAX_COMMANDS = 50
const MAX_LINE = 2000

/** Every deploy with flyctl in a workflow: in scripts, and as arguments of flyctl's old action. */
export function deployCommandsIn({ file, text }: TextFile): DeployCommand[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const root = read.tree
  const onPush = startsOnPush(root)
  const jobs = get(root, 'jobs')
  return (jobs?.kind === 'table' ? [...jobs.entries.values()] : []).flatMap((job) =>
    items(get(job, 'steps')).flatMap((step) =>
      [...commandsOf(step, stepFolder(step, job, root)), ...byScript(step, job, root)].map(
        ({ at, ...command }) => ({ ...command, at: { file, ...at }, onPush }),
      ),
    ),
  )
}

/** Every deploy with flyctl in a pipeline of another service, line by line. */
export const pipelineDeploysIn = ({ file, text }: TextFile): DeployCommand[] =>
  text.split('\n').flatMap((line, i) =>
    /^\s*(?:#|\/\/)/.test(line) || line.length > MAX_LINE
      ? []
      : commandsIn(withoutExpressions(line), '.').map((command) => ({
          ...command,
          at: { file, line: i + 1, column: 1 },
          onPush: true,
        })),
  )

/**
 * A step that starts a script or an action with that name, with a Fly token. Which apps it deploys is not known, so it counts
 * for all.
 */
function byScript(step: Tree, job: Tree, root: Tree): Command[] {
  const action = get(step, 'uses')
  const run = get(step, 'run')
  // The token of a whole job is also that of actions which deploy to elsewhere.
  const hasToken =
    (action ? [step] : [step, job, root]).some((node) =>
      keysOf(get(node, 'env')).some((name) => FLY_TOKEN.test(name)),
    ) || keysOf(get(step, 'with')).some((name) => FLY_TOKEN_INPUT.test(name))
  const isInstalled = items(get(job, 'steps')).some((one) =>
    INSTALLS_FLYCTL.test(scalarText(get(one, 'uses') ?? get(one, 'run')) ?? ''),
  )
  const isDeploy = action
    ? DEPLOY_ACTION.test(scalarText(action) ?? '')
    : isInstalled && DEPLOY_SCRIPT.test(withoutOutput(scalarText(run) ?? '').slice(0, MAX_SCRIPT))
  const at = (action ?? run)?.at
  return at && hasToken && isDeploy ? [{ at, folder: '.', config: '**', app: undefined }] : []
}

const keysOf = (node: Tree | undefined): string[] => (node?.kind === 'table' ? [...node.entries.keys()] : [])

function startsOnPush(root: Tree): boolean {
  const on = get(root, 'on') ?? get(root, 'true')
  const names =
    on?.kind === 'table' ? [...on.entries.keys()] : (on?.kind === 'list' ? on.items : [on]).map(scalarText)
  return names.some(
    (name) => name === 'push' || name === 'workflow_run' || name === 'workflow_call' || name === 'release',
  )
}

/** The folder that a step of a workflow runs in, as it is written there. */
export function stepFolder(step: Tree, job: Tree, root: Tree): string {
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
  return commandsIn(script, folder).map((command) => ({ ...command, at: node.at }))
}

/** The deploys of a script that runs in a folder. */
function commandsIn(text: string, folder: string): Omit<Command, 'at'>[] {
  const script = withoutOutput(text)
  return [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((found) => {
    const [, flags = '', rest = ''] = found
    const given = `${flags} ${rest}`
    const changed = [...script.slice(0, found.index).matchAll(CHANGE_FOLDER)].at(-1)?.[1] ?? '.'
    const argument = FOLDER.exec(rest)?.[1] ?? '.'
    const from = posix.join(withoutExpressions(folder), changed, argument)
    const config = CONFIG_FLAG.exec(given)?.[1]
    // flyctl looks for its configuration in the folder of its argument, and for --config in the one that it runs in.
    const path =
      config === undefined
        ? posix.join(from, 'fly.toml')
        : posix.join(withoutExpressions(folder), changed, config)
    return { folder: from, config: path, app: APP_FLAG.exec(given)?.[1] }
  })
}

const withoutExpressions = (text: string): string => text.replace(/\\\r?\n/g, ' ').replace(EXPRESSION, '*')

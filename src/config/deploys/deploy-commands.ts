import { posix } from 'node:path'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { withoutContinuations } from './shell.ts'
import type { JobStage } from './workflow-steps.ts'

/** A deploy with flyctl in a workflow, or in a pipeline of another service. */
export interface DeployCommand extends ScriptDeploy, JobStage {
  at: SourceLocation
  /** The name of its job; empty in a pipeline, which is read line by line. */
  job: string
  /** The expression of the matrix that the app or the path depends on: `matrix.app`. Its values are filled in. */
  matrix: string | undefined
  /** Whether a push to a branch or a tag starts it, rather than only a pull request or a person. */
  onPush: boolean
  /** The secret or the variable of an environment that the name of the app comes from: `secrets.FLY_APP`. */
  named?: string | undefined
  /** The secret with its token of Fly. */
  token?: string | undefined
  /** The line of its workflow that writes its Fly configuration before it: that in the repository is not what is deployed. */
  writtenAt?: number
  /** What a step runs that deploys only by its name: the deploys of that are not known here. `folder` is the one it starts in. */
  runs?: string | undefined
  /** Whether that is not read: it may deploy any app, or none. */
  isUnread?: true | undefined
}

/** A deploy in a script. Paths are from the root of the repository; `*` stands for what only a run knows. */
export interface ScriptDeploy {
  /** The folder that flyctl deploys. */
  folder: string
  /** The Fly configuration. */
  config: string
  /** The app, when the command names it. */
  app: string | undefined
  /** The Dockerfile, when the command names it. */
  dockerfile: string | undefined
  /** Options that change what is deployed: `--image`, `--build-arg`. */
  options: readonly string[]
  /** The names of the arguments that it gives to the build. */
  buildArgs?: readonly string[]
  /** The image that it deploys instead of a build, when the command names it. */
  image?: string | undefined
  /** Commands before it in its script that make files: `cp -r ../domain .`, `npm run build`. */
  makes?: readonly string[]
  /** The line of its script that asks a person first. */
  asks?: number | undefined
  /** The line of its script that changes machines besides. */
  step?: number | undefined
}

/** Whether only a run knows the whole text: it has an expression or a variable. */
export const dependsOnRun = (text: string): boolean => text.includes('*')

/** A deploy with flyctl, its flags before the word and what follows it: `flyctl -c fly.toml deploy --now`. Not a mere build. */
const FLY_DEPLOY =
  /(?:^|[\s;&|("'])(?:[\w~.*-]*\/(?:[\w.*-]+\/)*)?(?:flyctl|fly)["']?((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g
/** Options of `flyctl deploy` that change what runs afterwards. */
const CHANGING =
  /(?<=\s)--(?:(?:image|image-label|build-arg|build-secret|build-target|ignorefile|env|strategy|max-unavailable|process-groups|(?:only-|exclude-|primary-)?regions?|exclude-machines|vm-[\w-]+|volume-initial-size|file-(?:local|literal|secret)|nixpacks|buildpacks-[\w-]+|flycast|no-public-ips|skip-release-command|update-only)(?=[\s=]|$)|(?:ha|smoke-checks)=false\b)/g
/** Those among them that say how the image is made. */
export const BUILDING = /^--(?:image$|nixpacks|buildpacks)/
/** The value of a flag. */
const flagIn = (given: string, names: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:${names})(?:\\s+|=)["']?([^\\s"'()]+)`).exec(given)?.[1]
/** Flags of `flyctl deploy` without a value (flyctl 0.4: `flyctl deploy --help`). */
const SWITCH =
  /^(?:-[hy]|--(?:build-only|buildkit|debug|detach|dns-checks|flycast|ha|help|https-failover|local-only|nixpacks|no-cache|no-public-ips|now|push|recreate-builder|remote-only|skip-release-command|smoke-checks|update-only|verbose|wg|yes))$/

const OUTPUT =
  /(^|[\s;&|(])(?:echo|printf|grep|egrep|rg)[ \t](?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\$\([^()\n]*\)|[^\n;&|"'()])*/g
const COMMENT = /(^|[\s;])#[^\n]*/gm
/** A script without its comments, and without the words that it only writes or looks for: `echo "fly deploy failed"`. */
const withoutOutput = (script: string): string => script.replace(COMMENT, '$1').replace(OUTPUT, '$1 ')

/** A script without its deploys with flyctl. */
export const withoutDeploys = (script: string): string => withoutOutput(script).replace(FLY_DEPLOY, ' ')

/** The change of a folder, or the start or the end of a subshell, which has a folder of its own. */
const MOVE = /(?<=^|[\s;&|(])(?:cd|pushd)[ \t]+["']?([^\s"';&|()]+)|[()]/g

/** The root of the repository, as commands name it. */
const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\b\}?/g
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{\w+[^{}\n]{0,200}\}|\$\w+/g

/** What another command writes: a commit, a tag. */
const SUBSTITUTION = /`[^`\n]*`|\$\([^()\n]*\)/g

/** A script with `*` for what only a run knows, and `/` for the root of the repository. */
export const withoutExpressions = (text: string): string =>
  text
    .replace(WORKSPACE, '/')
    .replace(SUBSTITUTION, (command) => {
      if (/\bdeploy\b/.test(command)) return command
      return /git\s+rev-parse\s+--show-toplevel/.test(command) ? '/' : '*'
    })
    .replace(EXPRESSION, '*')

const MAX_COMMANDS = 50

/** A deploy, and the line of its script, from 0. */
export type LineDeploy = ScriptDeploy & { line: number }

/** The deploys of a script that starts in a folder, both without expressions. */
export function deploysIn(text: string, folder: string): LineDeploy[] {
  const script = withoutOutput(text)
  const found = [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((one) => {
    const before = script.slice(0, one.index + 1)
    const line = before.split('\n').length - 1
    const makes = madeBefore(before)
    return { ...deployOf(one, folderAt(before, folder)), ...(makes.length > 0 && { makes }), line }
  })
  // A function is called on a line of its own, and its name may be a word of the deploy.
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const MAKES =
  /^(?:sudo[ \t]+)?(?:(?:cp|mv|ln|rsync|tar|unzip|envsubst)[ \t]|(?:\.\/)?(?:npm|pnpm|yarn|bun|make|just|task|cargo|go|mix|mvnw?|gradlew?|turbo|nx|deno|trunk)[ \t](?:[^\n]{0,100}[ \t:])?(?:build|package|assemble|bundle)\b)/
const MOST_MADE = 3

/** The commands of a script that make files. */
const madeBefore = (script: string): string[] =>
  [
    ...new Set(
      script
        .split(/[\n;&|()]+/)
        .map((command) => command.trim())
        .filter((command) => command.length < 100 && MAKES.test(command)),
    ),
  ].slice(-MOST_MADE)

function deployOf([, flags = '', rest = '']: RegExpExecArray, folder: string): ScriptDeploy {
  const given = `${flags} ${rest}`
  // flyctl changes to the folder of its argument first, then reads the file of --config from there.
  const argument = argumentOf(rest) ?? '.'
  const from = resolve(folder, argument)
  const config = flagIn(given, '--config|-c') ?? '.'
  const isFile = /\.(?:toml|json|ya?ml)$/.test(config) || /[*\p{Co}]$/u.test(config)
  // What only a run knows is a folder or further flags (`flyctl deploy $OPTIONS`): the file may be at the root too.
  const unsure = argument === '*'
  const path = isFile ? config : posix.join(config, 'fly.toml')
  const dockerfile = flagIn(given, '--dockerfile')
  const buildArgs = [...given.matchAll(/\s--build-arg(?:\s+|=)["']?(\w+)/g)].flatMap(([, name = []]) => name)
  return {
    folder: from,
    config: unsure ? `**${resolve('.', path)}` : resolve(from, path),
    app: flagIn(given, '--app|-a'),
    dockerfile: dockerfile === undefined ? undefined : resolve(from, dockerfile),
    options: [...new Set(given.match(CHANGING) ?? [])],
    ...(buildArgs.length > 0 && { buildArgs }),
    image: flagIn(given, '--image'),
  }
}

/** The argument without a flag: the folder to deploy. */
function argumentOf(rest: string): string | undefined {
  const words = rest.split(/\s+/).filter((word) => word !== '')
  const at = words.findIndex((word, i) => {
    const before = words[i - 1] ?? ''
    const isValue = before.startsWith('-') && !before.includes('=') && !SWITCH.test(before)
    return !word.startsWith('-') && !isValue
  })
  const folder = words[at]?.replace(/^["']|["')]+$/g, '')
  return folder !== undefined && /^[\p{L}\p{N}\p{Co}_./*-]+$/u.test(folder) ? folder : undefined
}

/** The folder after the commands of a script. */
function folderAt(script: string, folder: string): string {
  const outer: string[] = []
  let [current, previous] = [resolve('.', folder), resolve('.', folder)]
  for (const [token, target] of script.matchAll(MOVE)) {
    if (token === '(') outer.push(current)
    else if (token === ')') current = outer.pop() ?? current
    else if (target === '-') [current, previous] = [previous, current]
    else if (target !== undefined) [current, previous] = [resolve(current, target), current]
  }
  return current
}

/** A path from the root of the repository, which is `.`; a home folder is none of its folders. */
const resolve = (folder: string, path: string): string =>
  posix.resolve('/', path.startsWith('~/') ? '' : folder, path).slice(1) || '.'

const MAX_LINE = 2000

/** Every deploy with flyctl in a pipeline of another service, line by line. */
export const pipelineDeploysIn = (file: TextFile): DeployCommand[] => locatedIn(file, byLine(file.text, '.'))

/** Scripts and build files (of Nix as well), in which people write down how they deploy; a test of them names what does not exist. */
export const isScript = (path: string): boolean =>
  /(?:^|\/)(?:[\w.-]+\.(?:sh|bash|nix|ps1|bat|cmd)|(?:GNU)?[Mm]akefile|[Jj]ustfile|Taskfile\.ya?ml|package\.json)$/.test(
    path,
  ) && !/(?:^|\/)test[_-][^/]*$|[_.-]test\.(?:sh|bash|ps1)$/.test(path)

/** Texts in which people write down how they deploy by hand. */
export const isInstruction = (path: string): boolean =>
  /(?:^|\/)(?:README|DEPLOY\w*|RUNBOOK|OPERATIONS)[\w.-]*\.md$/i.test(path)

/** Other texts that may say it. */
export const isDocument = (path: string): boolean =>
  /(?:^|\/)docs?\/.{0,200}\.md$/i.test(path) &&
  !/(?:^|[/_-])(?:plans?|specs?|adrs?|rfcs?)(?=[/._-])/i.test(path)

/** The lines of a build file as a shell has them: without the marks of make and just, and with their variables. */
export const asCommands = (text: string): string =>
  text
    .replace(/^([ \t]+)(?:@-?|-@)(?=[ \t]*[\w({$])/gm, '$1')
    .replace(
      /\$\((\w+)\)|\{\{[ \t]*\.?(\w+)[ \t]*\}\}/g,
      (_, make?: string, just?: string) => `\${${make ?? just}}`,
    )

/** The deploys of each line: none of them changes the folder of the next one. */
export const byLine = (text: string, folder: string): LineDeploy[] =>
  withoutContinuations(text)
    .split(/\r?\n/)
    .flatMap((command, line) =>
      /^\s*(?:#|\/\/)/.test(command) || command.length > MAX_LINE
        ? []
        : deploysIn(withoutExpressions(command), folder).map((deploy) => ({ ...deploy, line })),
    )

/** Deploys with the places of their lines in a file. */
export const locatedIn = ({ file }: TextFile, deploys: readonly LineDeploy[]): DeployCommand[] =>
  deploys.map(({ line, ...deploy }) => ({
    ...deploy,
    at: { file, line: line + 1, column: 1 },
    job: '',
    matrix: undefined,
    onPush: true,
  }))

import { posix } from 'node:path'
import { expandShell } from '../../config/deploys/shell.ts'
import { shellWords } from '../../formats/dockerfile.ts'
import { withoutOtherBranches } from './shell-branches.ts'

/** The arguments that a command gives to what is before a place in it. */
export const argumentsFrom = (command: string, place: number): string[] =>
  shellWords(/^[^;&|()\n]*/.exec(command.slice(place).replace(/["']/g, ' '))?.[0] ?? '')

/**
 * The commands of a script that runs when a machine starts, as it runs with these arguments and variables; without its tests of
 * files, and what it only writes. `path`: where it is in the image.
 */
export function scriptCommands(
  script: string,
  {
    path,
    args,
    variables,
  }: { path: string; args: readonly string[]; variables: ReadonlyMap<string, readonly string[]> },
): string {
  const taken = withoutOtherBranches(script, { args, variables })
  const values = new Map(
    [...variables].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
  )
  const commands = expandShell(taken, { own: posix.dirname(path).slice(1), args, variables: values })
  return commands.replace(
    /\[[^\]\n]*\]|(?<=^|[;&|{(]|\b(?:then|else|do)\b)[ \t]*(?:echo|printf)\b[^\n;&|]*/gm,
    '',
  )
}

/** Whether a command may start other programs as well: it is a script or a supervisor, or leaves one in the background. */
export const startsMore = (command: string): boolean =>
  /\.(?:ba)?sh\b|(?<!&)&(?!&)|\b(?:supervisord|litefs|overmind|foreman|honcho|s6|pm2|runsvdir)\b/.test(
    command,
  )

interface ScriptSearch {
  /** What the environment of the machine has. */
  variables: ReadonlyMap<string, readonly string[]>
  textInImage(path: string): string | undefined
}

/** The script that a command starts, behind a shell and a program that only passes signals on. */
const STARTED_SCRIPT =
  /^\s*(?:(?:\S*\/)?(?:tini|dumb-init|(?:ba|da|a)?sh)\s+|-[\w-]*\s+){0,6}["']?([\w./-]+)["']?(?=\s|$)/
/** What leaves a server in the background and ends. */
const LEAVES_SERVER = /\b(?:nginx|cron\w*|sshd|service|systemctl)\b|daemon|\s-D\b|\sstart\b/
const MOST_SCRIPTS = 3

/**
 * The program of a command: where that is a script whose last command is the only one that runs on, that command. What comes
 * before it ends first, such as a migration.
 */
export function programOf(command: string, search: ScriptSearch, depth = 0): string {
  const [start = '', path = ''] = STARTED_SCRIPT.exec(command) ?? []
  const script = path === '' || depth === MOST_SCRIPTS ? undefined : search.textInImage(path)
  if (script === undefined || !(/\.(?:ba)?sh$/.test(path) || /^#![^\n]{0,60}sh\b/.test(script)))
    return command
  const args = argumentsFrom(command, start.length)
  const lines = scriptCommands(script, { ...search, path: `/${path}`, args })
    .split('\n')
    .flatMap((line) => line.split(/&&|;(?!;)/))
    .filter((line) => line.trim() !== '')
  const last = lines.at(-1) ?? ''
  const before = lines.slice(0, -1).join('\n')
  const [, program] =
    /^\s?(?:exec\s+)?((?!(?:fi|done|esac|exit|wait|return)\b)[\w./"'$][^|(){}]*)$/.exec(last) ?? []
  const isOnly = !startsMore(before) && !LEAVES_SERVER.test(before) && !/\bexec\s+[^\s\d<>&]/.test(before)
  return program !== undefined && isOnly ? programOf(program.trim(), search, depth + 1) : command
}

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

import { breakCommands } from './workflow-commands.ts'

/**
 * The only function by which the command line writes text that may come from outside: whole lines, none of which is a
 * command to a runner, because it may run in a workflow too. A test ensures that nothing else writes to the standard
 * streams.
 */
export function print(text: string, stream: NodeJS.WritableStream): void {
  if (text !== '') stream.write(breakCommands(text.endsWith('\n') ? text : `${text}\n`))
}

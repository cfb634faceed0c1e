import { breakCommands } from './workflow-commands.ts'

/**
 * The one way by which the command line writes what may hold foreign text: whole lines, none of which is a command to
 * a runner, because it may run in a workflow too. A test sees to it that nothing else writes to the standard streams.
 */
export function print(text: string, stream: NodeJS.WritableStream): void {
  if (text !== '') stream.write(breakCommands(text.endsWith('\n') ? text : `${text}\n`))
}

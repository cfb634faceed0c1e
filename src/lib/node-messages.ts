import { print } from './print.ts'
import { oneLine, safeLines } from './text.ts'

/**
 * Escapes what Node itself would write to standard error: warnings, which may quote a file or an answer, and uncaught
 * errors, which end the program with `exitCode`.
 */
export function guardNodeMessages(exitCode: number): void {
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => print(oneLine(`${name}: ${message}`), process.stderr))
  process.on('uncaughtException', (error) => {
    print(safeLines(String(error instanceof Error ? error.stack : error)).join('\n'), process.stderr)
    process.exit(exitCode)
  })
}

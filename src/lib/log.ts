import type { Diagnostic } from './errors.ts'

/**
 * Where a run speaks. Two adapters implement it: the runner's workflow commands (`log-runner.ts`) and a terminal.
 * Text may come from outside: the adapters take out secrets and control characters, so that it can neither move a
 * cursor nor start a workflow command.
 */
export interface Log {
  /** One line that tells what is going on. */
  info(text: string): void
  /** A line that only matters when somebody looks for a fault. */
  debug(text: string): void
  /** A problem: shown once, at its file and line where it has one. */
  problem(problem: Diagnostic): void
  /** A folded block of lines, printed at once, so that blocks of parallel work never interleave. */
  block(title: string, lines: readonly string[]): void
}

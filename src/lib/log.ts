import type { Diagnostic } from './errors.ts'

/**
 * The log of a run. Two adapters implement it: the runner's workflow commands (`action/log.ts`) and a terminal
 * (`cli/log.ts`). Text may come from outside: the adapters remove secrets and control characters, so that it can
 * neither move a cursor nor start a workflow command.
 */
export interface Log {
  /** One line about the progress. */
  info(text: string): void
  /** A line for troubleshooting. */
  debug(text: string): void
  /** A problem: shown once, at its file and line where it has one. */
  problem(problem: Diagnostic): void
  /** A folded block of lines, printed at once, so that blocks of parallel work never interleave. */
  block(title: string, lines: readonly string[]): void
  /** Whether the reader sees a block folded: then it may repeat what was shown line by line. */
  folds?: true
}

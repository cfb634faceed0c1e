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
  /** A stage begins, whose lines are shown folded. Returns the function that ends it. */
  stage?(title: string): () => void
  /** What the run is waiting for is shown as long as it lasts; `describe` is called again and again. */
  progress?(describe: () => string): void
}

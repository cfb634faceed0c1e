/** A file that could not be read, with the reason as Go words it (`no such file or directory`). */
export type FileAnswer =
  | { readonly kind: 'content'; readonly content: Buffer }
  | { readonly kind: 'failed'; readonly reason: string }

/** Where a started `flyctl` lives: its arguments, its environment, its files, its two streams. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  out(text: string): void
  err(text: string): void
  readFile(path: string): Promise<FileAnswer>
  writeFile(path: string, content: string): Promise<void>
  /** `undefined` when the directory is there (or could be made), else Go's words for why not. */
  ensureDirectory(path: string): Promise<string | undefined>
  stdin(): Promise<Buffer>
  /** Aborted with a `Stopped` when the process is interrupted or gone. */
  readonly signal: AbortSignal
}

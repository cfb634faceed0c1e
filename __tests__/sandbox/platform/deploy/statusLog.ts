/** One line of flyctl's progress; off a terminal every change is a line of its own. */
export interface StatusLine {
  /** Keeps the line's mark. */
  log(text: string): void
  running(text: string): void
  succeeded(text: string): void
  failed(text: string): void
}

/** Lines are numbered when there is more than one: `[1/2]`. */
export function statusLines(out: (text: string) => void, count: number): readonly StatusLine[] {
  const width = String(count).length
  return Array.from({ length: count }, (_, index) => {
    let mark = ' '
    const number = count > 1 ? `[${String(index + 1).padStart(width, '0')}/${count}] ` : ''
    const log = (text: string): void => out(`${mark} ${number}${text}\n`)
    const marked =
      (next: string) =>
      (text: string): void => {
        mark = next
        log(text)
      }
    return { log, running: marked('>'), succeeded: marked('✔'), failed: marked('✖') }
  })
}

/** What `Failed:` shows of an error. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

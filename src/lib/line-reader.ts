import { StringDecoder } from 'node:string_decoder'

/** Splits a stream into lines while it arrives. */
export interface LineReader {
  write(chunk: Buffer): void
  /** Passes on what follows the last line break. */
  end(): void
}

/** A longer line is passed on in parts, so that a stream without line breaks does not fill the memory. */
const LONGEST = 100_000

export function lineReader(onLine: (line: string) => void): LineReader {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const take = (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
    if (rest.length > LONGEST) flush()
  }
  const flush = () => {
    if (rest !== '') onLine(rest)
    rest = ''
  }
  return {
    write: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end())
      flush()
    },
  }
}

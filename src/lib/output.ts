import { ENDING_SIGNALS } from './signals.ts'

/** Exit code when the output could not be written. */
const NOT_WRITTEN = 3

/** The standard streams of a program that is about to end. */
export interface Output {
  /**
   * Ends the process when everything is written; anything else in progress, such as a pooled connection to a server
   * that hangs, does not delay it. A slow reader is waited for; a signal ends the wait.
   */
  exit(code: number): Promise<never>
}

/**
 * Watches the standard streams. A reader that has closed its end (`… | head`, a closed terminal) changes nothing: the
 * run continues. Output that is lost for another reason, such as a full disk, is a failure.
 */
export function watchOutput(): Output {
  const streams = [process.stdout, process.stderr]
  let isLost = false
  for (const stream of streams)
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      isLost ||= code !== 'EPIPE' && code !== 'EIO'
    })
  return {
    async exit(code) {
      for (const signal of ENDING_SIGNALS) process.removeAllListeners(signal)
      await Promise.all(streams.map((stream) => new Promise<void>((done) => stream.write('', () => done()))))
      process.exit(code === 0 && isLost ? NOT_WRITTEN : code)
    },
  }
}

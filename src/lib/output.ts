/** Exit code when what was to be told could not be written. */
const NOT_WRITTEN = 3

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** How a program comes to its end when somebody reads what it writes. */
export interface Output {
  /**
   * Ends the process when everything is written; what else still goes on, such as a pooled connection to a server that
   * hangs, does not keep it. A reader may take its time, and a signal ends the wait.
   */
  exit(code: number): Promise<never>
}

/**
 * Watches the standard streams. A reader that has gone (`… | head`, a closed terminal) changes nothing: what was to be
 * done is done all the same. Output that is lost otherwise, on a full disk, is a failure.
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
      for (const signal of SIGNALS) process.removeAllListeners(signal)
      await Promise.all(streams.map((stream) => new Promise<void>((done) => stream.write('', () => done()))))
      process.exit(code === 0 && isLost ? NOT_WRITTEN : code)
    },
  }
}

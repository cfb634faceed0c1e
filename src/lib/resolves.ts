import { lookup } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** A name server that takes longer says nothing. */
const LOOKUP_MS = 3_000

/**
 * Whether a public name has an IPv4 address, which every client can reach. Only a clear "no" counts as one: a machine
 * behind a proxy may not be able to ask.
 */
export async function resolves(host: string): Promise<boolean> {
  const silence = new AbortController()
  const exists = lookup(host, { family: 4 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOTFOUND',
  )
  const unknown = sleep(LOOKUP_MS, true, { signal: silence.signal, ref: false }).catch(() => true)
  const answer = await Promise.race([exists, unknown])
  silence.abort()
  return answer
}

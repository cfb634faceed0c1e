import type { Dispatcher } from 'undici'
import { basicAuth, exchange } from '../../lib/http.ts'

/** An empty write request, compressed with Snappy: its length, which is 0. Nothing is written. */
const EMPTY = '\0'

/**
 * The HTTP status that a remote-write server answers to a request without samples, which shows whether it accepts user and
 * key: Prometheus itself only logs the status. Undefined when there is no answer.
 */
export async function probeRemoteWrite(server: {
  url: string
  credentials: { user: string; password: string } | undefined
  pool: Dispatcher
  signal?: AbortSignal
}): Promise<number | undefined> {
  const { url, credentials, pool, signal } = server
  try {
    const { status } = await exchange(pool, {
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/x-protobuf',
        'content-encoding': 'snappy',
        'x-prometheus-remote-write-version': '0.1.0',
        ...(credentials && { authorization: basicAuth(credentials.user, credentials.password) }),
      },
      body: EMPTY,
      ...(signal && { signal }),
    })
    return status
  } catch {
    return undefined
  }
}

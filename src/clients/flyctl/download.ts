import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dispatcher, interceptors, request } from 'undici'
import { type Pool, proxyFault, proxyTo, through } from '../../lib/connection-pool.ts'
import { ActionError, messageOf, platformError } from '../../lib/errors.ts'
import { createPool } from '../../lib/http.ts'
import { oneLine } from '../../lib/text.ts'

/** Three times the size of today's archive. */
const MAX_BYTES = 300 * 1024 * 1024

/** Pauses before the second and third try, in milliseconds. */
const PAUSES_MS = [500, 2_000]

export interface Download {
  url: string
  /** File to write; the caller removes it after a failure. */
  target: string
  sha256: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}

/**
 * Downloads an archive through the proxy of the environment and verifies its digest. Requests to busy or broken servers
 * are retried. Throws ActionError when it does not exist, is incomplete, or has another digest.
 */
export async function download(asked: Download): Promise<void> {
  const pool = createPool(asked.env)
  try {
    const sha256 = await withRetries(asked, pool)
    if (sha256 !== asked.sha256.toLowerCase()) throw mismatch(asked, sha256)
  } finally {
    await pool.destroy()
  }
}

async function withRetries(asked: Download, pool: Pool): Promise<string> {
  // GitHub answers with the address of its storage.
  const dispatcher = pool.compose(interceptors.redirect({ maxRedirections: 5 }))
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(asked, dispatcher)
    } catch (error) {
      asked.signal.throwIfAborted()
      const pause = PAUSES_MS[attempt]
      if (pause === undefined || (error instanceof ActionError && !isBusy(error)))
        throw failureOf(asked.url, error, pool)
      await sleep(pause * (1 + Math.random() / 2), undefined, { signal: asked.signal })
    }
  }
}

/** Writes the answer's body to the target and returns its sha256 in hex. */
async function once(asked: Download, dispatcher: Dispatcher): Promise<string> {
  const response = await request(asked.url, { dispatcher, signal: asked.signal, bodyTimeout: 30_000 })
  if (response.statusCode !== 200) {
    await response.body.dump()
    throw refused(asked.url, response.statusCode)
  }
  const hash = createHash('sha256')
  await pipeline(response.body, hashing(hash), createWriteStream(asked.target, { mode: 0o600 }))
  return hash.digest('hex')
}

function hashing(hash: Hash) {
  let size = 0
  return async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1024 / 1024} MB`)
      hash.update(chunk)
      yield chunk
    }
  }
}

const BUSY = new Set([429, 500, 502, 503, 504])

function refused(url: string, status: number): ActionError {
  if (BUSY.has(status))
    return platformError(
      'flyctl-download-busy',
      `The release server returned HTTP ${status} for ${url}.`,
      'Run again later, or put flyctl on PATH, for example with superfly/flyctl-actions/setup-flyctl.',
    )
  if (status === 404)
    return platformError(
      'flyctl-download-missing',
      `${url} does not exist.`,
      'Check `flyctl-version`: not every version number was released.',
    )
  return platformError(
    'flyctl-download-refused',
    `The release server refuses ${url} (HTTP ${status}).`,
    'Check the proxy of this machine, or put flyctl on PATH.',
  )
}

const isBusy = (error: ActionError): boolean => error.problems[0]?.code === 'flyctl-download-busy'

function failureOf(url: string, error: unknown, pool: Pool): ActionError {
  if (error instanceof ActionError) return error
  const proxy = proxyTo(pool, url)
  const fault = proxy && proxyFault(error, proxy, new URL(url))
  if (fault) return fault
  return platformError(
    'flyctl-download-unreachable',
    `flyctl could not be downloaded from ${url}${through(proxy)}: ${oneLine(messageOf(error), 200)}`,
    'Check that this machine can reach it (HTTPS_PROXY is used), or put flyctl on PATH.',
    error,
  )
}

function mismatch({ url, sha256 }: Download, got: string): ActionError {
  return platformError(
    'flyctl-checksum',
    `${url} is not the expected archive: its sha256 is ${got}, not ${sha256}.`,
    'Nothing was installed. If `flyctl-sha256` is set, check it against the release; otherwise do not use this download.',
  )
}

import type { HttpResponse } from './http.ts'

/**
 * Where a redirect leads, as far as it may be shown: to the same host, never from HTTPS to HTTP. Any other address was
 * chosen by the server that answered, and suggesting it would send credentials there.
 */
export type Redirect = { kind: 'same-host'; url: URL } | { kind: 'elsewhere' }

/** Undefined when the answer is not a redirect. */
export function redirectOf({ url, status, headers: { location } }: HttpResponse): Redirect | undefined {
  if (status < 300 || status >= 400 || typeof location !== 'string') return undefined
  const to = URL.parse(location, url.href)
  const isSame =
    to?.host === url.host &&
    (to.protocol === 'https:' || to.protocol === url.protocol) &&
    /^[\w./~-]{1,200}$/.test(to.pathname)
  return isSame ? { kind: 'same-host', url: new URL(to.pathname, to.origin) } : { kind: 'elsewhere' }
}

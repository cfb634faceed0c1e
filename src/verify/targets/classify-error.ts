import type { ReasonClass } from '../reason-classes.ts'
import { redirectedTo } from './reason-forms.ts'

/**
 * The class of a scrape error, by the messages of Prometheus 2.42 and 3.x (recorded from both) and of Go's network
 * library. The first match wins.
 */
const WORDING: readonly (readonly [RegExp, ReasonClass])[] = [
  // The reason phrase after the number is text of the target, so these patterns come first.
  [/^server returned HTTP status 40[13]\b/, 'auth'],
  [/^server returned HTTP status (404|410)\b/, 'not-found'],
  [/^server returned HTTP status 5\d\d\b/, 'server-error'],
  [/^server returned HTTP status 3\d\d\b/, 'redirect'],
  [/^server returned HTTP status /, 'http-status'],
  [/^received unsupported Content-Type ""/, 'content-type'],
  [/\bno fallback_scrape_protocol\b/, 'content-type'],
  [
    /unable to (read|use|load) (basic auth|specified|the specified|authorization|bearer|file|CA|secret)/,
    'local-config',
  ],
  [/stopped after \d+ redirects/, 'redirect'],
  [/server gave HTTP response to HTTPS client/, 'scheme'],
  [/TLS handshake timeout/, 'timeout'],
  [/\btls: |\bx509: |does not look like a TLS handshake/, 'tls'],
  [
    /malformed HTTP (response|version|status|header)|malformed MIME header|unsupported protocol scheme/,
    'not-http',
  ],
  [/\blookup \S.{0,300}: |no such host|server misbehaving/, 'dns'],
  [/connection refused/, 'refused'],
  [/no route to host|(network|host) is (unreachable|down)|cannot assign requested address/, 'unreachable'],
  [/deadline exceeded|i\/o timeout|connection timed out|Client\.Timeout|timeout awaiting/, 'timeout'],
  [
    /connection reset by peer|broken pipe|server closed|use of closed|^Get "": (unexpected )?EOF|transport connection broken/,
    'reset',
  ],
  [
    /(sample|body size|bucket|label|target)[ _](name |value |name_|value_)?(length[ _])?limit exceeded/,
    'limit',
  ],
  [/^(gzip|flate|zlib|zstd): /, 'encoding'],
  [/^unexpected EOF|http: unexpected EOF|malformed chunked encoding/, 'truncated'],
  [
    /^expected .*, got ""|is not a valid start token|while parsing|strconv\.Parse|data does not end with # EOF/,
    'parse',
  ],
  [
    /invalid UTF-8|invalid sample|invalid metric|invalid label|is not unique|unexpected end of input|^proto: /,
    'parse',
  ],
]

/**
 * Text in Go's quotes, closed or cut off, comes from the target: a page that contains "connection refused" must not be
 * classified as such.
 */
const quoted = /"(?:[^"\\]|\\.)*"?/gs

/**
 * The class of a non-empty `lastError`. A failure at another URL than the one that is scraped (`scrapeUrl`) is that of a
 * redirect, whatever happened there.
 */
export function classifyError(lastError: string, scrapeUrl?: string): ReasonClass {
  if (redirectedTo(lastError, scrapeUrl) !== undefined) return 'redirect'
  if (/Content-Type "text\/html/i.test(lastError) || /^expected a valid start token, got "<"/.test(lastError))
    return 'html'
  const words = lastError.replace(quoted, '""')
  return WORDING.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown'
}

/**
 * How long a failed target is observed before the failure is final. `scrapes`: two scrapes with the same result; a
 * service that is still starting does not answer like this. `settle`: in addition, half a minute has passed, because
 * starting services look like this; two minutes where Fly's checks fail too. `discovery`: Prometheus had enough time to
 * discover and scrape the target twice. `listing`: a second listing of the machines gives the same result. `none`: the
 * history of the scrapes is the proof.
 */
export type Patience = 'none' | 'scrapes' | 'settle' | 'discovery' | 'listing'

export const PATIENCE: Record<ReasonClass, Patience> = {
  'no-machines': 'listing',
  stopped: 'listing',
  'no-metrics-section': 'listing',
  'scrape-failed': 'scrapes',
  'not-discovered': 'discovery',
  'not-scraped': 'discovery',
  stale: 'discovery',
  dns: 'settle',
  refused: 'settle',
  unreachable: 'settle',
  timeout: 'settle',
  reset: 'settle',
  'not-http': 'scrapes',
  tls: 'scrapes',
  scheme: 'scrapes',
  auth: 'scrapes',
  'not-found': 'scrapes',
  'server-error': 'settle',
  'http-status': 'settle',
  redirect: 'scrapes',
  html: 'scrapes',
  'content-type': 'scrapes',
  encoding: 'scrapes',
  truncated: 'settle',
  parse: 'scrapes',
  limit: 'scrapes',
  'local-config': 'scrapes',
  empty: 'settle',
  'samples-lost': 'scrapes',
  flapping: 'none',
  restarting: 'none',
  'not-stored': 'none',
  unknown: 'settle',
}

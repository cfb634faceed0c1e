/** Why a target counts as failed: a closed set, so that reports and tests can rely on it. */
export const REASON_CLASSES = [
  // The machine, before any scrape.
  'no-machines',
  'stopped',
  // Where Fly scrapes: it was not told to, or its scrape fails, which it stores without an error.
  'no-metrics-section',
  'scrape-failed',
  // Discovery, before any answer.
  'not-discovered',
  'not-scraped',
  'stale',
  // No connection.
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'not-http',
  'tls',
  'scheme',
  // An answer, but not a valid one.
  'auth',
  'not-found',
  'server-error',
  'http-status',
  'redirect',
  'html',
  'content-type',
  'encoding',
  'truncated',
  'parse',
  'limit',
  // A fault of Prometheus itself.
  'local-config',
  // Up, and still wrong.
  'empty',
  'samples-lost',
  // Up in some scrapes and down in others, and a process that keeps starting again.
  'flapping',
  'restarting',
  // Prometheus scrapes it, but cannot write what it receives.
  'not-stored',
  'unknown',
] as const
export type ReasonClass = (typeof REASON_CLASSES)[number]

/** What the answer of a remote-write server to an empty request means, as a sentence, and what to do. */
export function explainAnswer(answer: number | 'none' | undefined): { why: string; next?: string } {
  if (answer === undefined) return { why: '' }
  if (answer === 'none') return { why: ' It did not answer an empty request either.' }
  const why = ` To an empty request it answers HTTP ${answer}`
  if (answer >= 200 && answer < 300)
    return {
      why: `${why}: the address, the user and the key are right.`,
      next: CHECK_LIMITS,
    }
  const known = MEANING[answer] ?? (answer >= 500 ? SERVER_FAILS : undefined)
  return known ? { why: `${why}: ${known.why}`, next: known.next } : { why: `${why}.` }
}

/** What to do where the server rejects samples for what they are. */
export const CHECK_LIMITS =
  'Look for limits of the server (series, labels, rate, age of samples); `flyctl logs` of the monitoring app shows the HTTP status and the reason.'

const NO_SUCH_PATH = {
  why: 'it has no remote write at this path.',
  next: 'Correct the path of the remote-write URL, for example /api/prom/push (Grafana Cloud), /api/v1/push (Mimir), /api/v1/write (VictoriaMetrics, Prometheus) or /api/v1/receive (Thanos).',
}

const SERVER_FAILS = {
  why: 'the server itself fails.',
  next: 'See the log and the state of the server; Prometheus sends the samples again for about two hours.',
}

const MEANING: Readonly<Record<number, { why: string; next: string }>> = {
  401: {
    why: 'it does not know this user with this key.',
    next: 'Compare user and key with those of the server: a key that was replaced or has expired has to be stored again as a secret.',
  },
  403: {
    why: 'it knows the key, which may not write.',
    next: 'Give the key the right to write (in Grafana Cloud the scope metrics:write), and compare the user with the number of the instance.',
  },
  404: NO_SUCH_PATH,
  405: NO_SUCH_PATH,
  429: {
    why: 'it limits the number of requests, samples or series.',
    next: 'Send less with `keep` and `drop`, or raise the limit at the server. With `queue_config: { retry_on_http_429: true }` Prometheus sends rejected samples again.',
  },
}

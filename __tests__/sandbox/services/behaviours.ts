/**
 * How a service is to behave, from the machine's environment:
 * `FECHATTER_BEHAVIOUR=today` makes all of them behave as Fechatter's own do today;
 * `FECHATTER_BROKEN=notify_server:hang,bot_server:html` breaks single ones by a name of `MISBEHAVIOURS`;
 * `FECHATTER_TRAFFIC=none` keeps users away (`live`, the default otherwise, brings them).
 */
export interface Behaviour {
  /** `0.0.0.0` can not be reached over the private network, which is IPv6. */
  host: '::' | '0.0.0.0'
  /** Without traffic no labelled metric exists yet. */
  traffic: boolean
  /** Durations come as summaries, without buckets. */
  summaries: boolean
  /** Metrics are served on any path except /health. */
  anyPath: boolean
  /** Before the first event the page has no bytes at all, not even gauges. */
  emptyAtFirst: boolean
  misbehaviour?: Misbehaviour
}

/** Wrong answers by name, for whoever wants to see red. `dead` and `poor` are no answers of their own. */
export const MISBEHAVIOURS = {
  /** The process is not there: connection refused. */
  dead: undefined,
  /** One promised metric is missing. */
  poor: undefined,
  /** Accepts and never answers. */
  hang: undefined,
  unauthorized: { status: 401, type: 'text/plain', body: 'Unauthorized\n' },
  missing: { status: 404, type: 'text/plain', body: 'Not Found\n' },
  error: { status: 500, type: 'text/plain', body: 'Internal Server Error\n' },
  html: { status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Fechatter</title>\n' },
  untyped: { status: 200, type: undefined, body: 'fechatter_up 1\n' },
  garbage: { status: 200, type: 'text/plain; version=0.0.4', body: '<not "metrics">\n' },
  empty: { status: 200, type: 'text/plain; version=0.0.4', body: '' },
} as const satisfies Record<string, { status: number; type: string | undefined; body: string } | undefined>

export type Misbehaviour = keyof typeof MISBEHAVIOURS

const isMisbehaviour = (name: string): name is Misbehaviour => Object.hasOwn(MISBEHAVIOURS, name)

/** Throws on a misbehaviour that does not exist: a test must not pass because of a typing error. */
export function behaviourOf(service: string, env: NodeJS.ProcessEnv): Behaviour {
  const today = env.FECHATTER_BEHAVIOUR === 'today'
  const broken = (env.FECHATTER_BROKEN ?? '').split(',').map((entry) => entry.split(':'))
  const misbehaviour = broken.find(([name]) => name === service)?.[1]
  if (misbehaviour !== undefined && !isMisbehaviour(misbehaviour))
    throw new Error(`FECHATTER_BROKEN: no misbehaviour ${misbehaviour}`)
  return {
    host: today ? '0.0.0.0' : '::',
    traffic: (env.FECHATTER_TRAFFIC ?? (today ? 'none' : 'live')) === 'live',
    summaries: today,
    anyPath: today,
    emptyAtFirst: today,
    ...(misbehaviour !== undefined && { misbehaviour }),
  }
}

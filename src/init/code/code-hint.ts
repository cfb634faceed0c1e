import type { SourceLocation } from '../../lib/errors.ts'
import type { GuardAround } from '../routes/guard.ts'
import type { HandlerRefusal } from '../routes/refusal.ts'
import type { MetricsSwitch } from './switch-defaults.ts'

/** Where code publishes metrics: a port, a path, or both; or that it writes the text format by itself. */
export interface CodeHint {
  at: SourceLocation
  port?: number
  path?: string
  /** With a route: what it is registered on. */
  on?: string
  /** With a route: the port of a server in the same file. */
  serves?: number
  /** It sets the port of an endpoint of its own; without `port`, it is not a number there. */
  listens?: true
  /** With a route: the file calls what writes the metrics of a library. */
  isServed?: true
  /** With a route that certainly answers with metrics: what answers, to tell it from others. */
  answer?: string
  /** The line registers the route. */
  isRoute?: true
  /** The line registers the route, or asks whether the path is this one. */
  isAnswered?: true
  /** With a route: an app is mounted there, which answers only with the slash at the end. */
  isMounted?: true
  /** With a route: its router is mounted somewhere that was not found. */
  isLoose?: true
  /** With a route: what asks for credentials before it, and the setting that turns it on. */
  guard?: string
  condition?: MetricsSwitch
  /** With a route: what asks for credentials before all routes. */
  around?: GuardAround
  /** With a route: what its function checks before it answers. */
  refusal?: HandlerRefusal
  /** It writes the text format of Prometheus, without a library. */
  isExposition?: true
}

/** Whether a hint is about an endpoint: the number of a port alone may be a setting that nothing reads. */
export const isPublishing = ({ path, listens, isExposition }: CodeHint): boolean =>
  path !== undefined || [listens, isExposition].includes(true)

/** The route that is most likely the one of Prometheus: what answers with metrics says more than the path. */
export const preferred = (hints: readonly CodeHint[]): CodeHint | undefined =>
  hints
    .filter(({ path }) => path !== undefined)
    .reduce<CodeHint | undefined>(
      (best, one) => (best && likeness(best) >= likeness(one) ? best : one),
      undefined,
    )

const likeness = ({ path, isServed, isLoose, isRoute, guard, refusal }: CodeHint): number =>
  (isServed ? 32 : 0) +
  (isLoose ? 0 : 16) +
  (isRoute ? 8 : 0) +
  (guard === undefined && !refusal ? 4 : 0) +
  (path === '/metrics' ? 2 : 0) +
  (path?.includes('prometheus') ? 1 : 0)

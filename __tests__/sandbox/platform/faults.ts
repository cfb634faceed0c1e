/** A request to Fly's API, as faults see it. */
export interface ApiCall {
  readonly api: 'flaps' | 'graphql' | 'uiex'
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Without the query string. */
  readonly path: string
  /** The GraphQL operation. */
  readonly op?: string
}

/** An answer that is not the platform's own. */
export interface ApiFault {
  readonly kind: 'api'
  readonly method?: ApiCall['method']
  /** A regular expression on the path. */
  readonly path?: string
  readonly op?: string
  readonly status?: number
  readonly body?: unknown
  /** The connection is closed without an answer. */
  readonly drop?: boolean
  /** The request takes effect, only its answer is lost. */
  readonly late?: boolean
  /** The answer, which is the platform's own without a status, takes that long; with `late` the work comes first. */
  readonly seconds?: number
  /** How many requests it hits; -1 (as in the recordings) = all. Default 1. */
  readonly times?: number
  /** How many matching requests pass before. Default 0. */
  readonly after?: number
}

/** Machines of the app (of all, without one) take that many seconds longer to start; `Infinity` = never. */
export interface SlowStart {
  readonly kind: 'slowStart'
  readonly app?: string
  readonly seconds: number
  readonly times?: number
}

/** An update is answered with success, but the platform goes on with the old image and configuration. */
export interface Revert {
  readonly kind: 'revert'
  readonly app?: string
  readonly times?: number
}

/** Somebody else holds the leases of the app's machines. */
export interface ForeignLease {
  readonly kind: 'lease'
  readonly app: string
  readonly owner: string
  readonly seconds: number
}

export type Fault = ApiFault | SlowStart | Revert | ForeignLease

/** The faults that are waiting to happen. */
export interface Faults {
  add(fault: Exclude<Fault, ForeignLease>): void
  clear(): void
  api(call: ApiCall): ApiFault | undefined
  slowStart(app: string): SlowStart | undefined
  revert(app: string): Revert | undefined
}

interface Pending<F> {
  readonly fault: F
  left: number
  skip: number
}

export function createFaults(): Faults {
  let pending: Pending<Exclude<Fault, ForeignLease>>[] = []
  const take = <F extends Fault>(wanted: (fault: Fault) => fault is F): F | undefined => {
    for (const entry of pending) {
      const { fault } = entry
      if (entry.left === 0 || !wanted(fault)) continue
      if (entry.skip > 0) {
        entry.skip--
        continue
      }
      entry.left--
      return fault
    }
    return undefined
  }
  return {
    add(fault) {
      const times = fault.times ?? 1
      const skip = fault.kind === 'api' ? (fault.after ?? 0) : 0
      pending.push({ fault, left: times < 0 ? Number.POSITIVE_INFINITY : times, skip })
    },
    clear() {
      pending = []
    },
    api: (call) => take((fault): fault is ApiFault => fault.kind === 'api' && matches(fault, call)),
    slowStart: (app) =>
      take((fault): fault is SlowStart => fault.kind === 'slowStart' && (fault.app ?? app) === app),
    revert: (app) => take((fault): fault is Revert => fault.kind === 'revert' && (fault.app ?? app) === app),
  }
}

function matches(fault: ApiFault, call: ApiCall): boolean {
  if (fault.op !== undefined && fault.op !== call.op) return false
  if (fault.method !== undefined && fault.method !== call.method) return false
  return fault.path === undefined || (call.api !== 'graphql' && new RegExp(fault.path).test(call.path))
}

import { type Context, constants, createContext, Script } from 'node:vm'

/** What became of work with a limit: its value, or nothing when it was ended in its middle. */
export type Limited<T> = { done: true; value: T } | { done: false }

let room: { context: Context; call: Script } | undefined

/**
 * Does synchronous work for at most `ms` milliseconds. What takes longer is ended wherever it is, also within a regular
 * expression, by a thread of Node's own that needs no turn of the event loop; `finally` is not run then, and what the
 * work was changing is left half changed. What the work throws is thrown. A call costs a quarter of a millisecond.
 */
export function within<T>(ms: number, work: () => T): Limited<T> {
  room ??= { context: createContext(constants.DONT_CONTEXTIFY), call: new Script('work()') }
  room.context.work = work
  try {
    return {
      done: true,
      value: room.call.runInContext(room.context, { timeout: Math.max(1, Math.ceil(ms)) }),
    }
  } catch (error) {
    if ((error as { code?: unknown } | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return { done: false }
  }
}

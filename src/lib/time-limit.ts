import { Script } from 'node:vm'

/** The result of work with a time limit: its value, or nothing when it was stopped. */
export type Limited<T> = { done: true; value: T } | { done: false }

/** Node limits the time of a script, and a script knows what is global alone: this is where the work lies for it. */
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`

let script: { put: (work: unknown) => void; call: Script } | undefined

/**
 * Does synchronous work for at most `ms` milliseconds. Work that takes longer is stopped wherever it is, also within a
 * regular expression, by a thread of Node's own that needs no turn of the event loop; `finally` is not run then, and
 * data that the work was changing is left incomplete. Errors of the work are thrown. A call costs a quarter of a
 * millisecond.
 */
export function within<T>(ms: number, work: () => T): Limited<T> {
  script ??= {
    put: new Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
    call: new Script(`${PLACE}()`),
  }
  script.put(work)
  try {
    return { done: true, value: script.call.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) }) }
  } catch (error) {
    if ((error as { code?: unknown } | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return { done: false }
  }
}

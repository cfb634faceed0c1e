import type { Pace } from '../sandbox/platform/pace.ts'

/**
 * Time that passes only while nothing else can happen, however busy the machine is: `Date.now()` of a test file, and the
 * waiting of everything that sleeps through it. Work that takes real time is waited for: files, and turns of the event loop.
 */
interface Sleeper {
  at: number
  wake: () => void
}

const sleepers: Sleeper[] = []
const realNow = Date.now
let now: number | undefined
let isPumping = false

/** From now on the clock of this test file stands still but for sleepers. */
export function useVirtualTime(): void {
  now ??= realNow()
  Date.now = () => now ?? realNow()
}

/** Waits that long, in milliseconds of virtual time; rejects with the reason of the signal. */
export function virtualSleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const sleeper: Sleeper = {
      at: Date.now() + Math.max(0, ms),
      wake: () => {
        signal.removeEventListener('abort', cancel)
        resolve()
      },
    }
    const cancel = () => {
      const found = sleepers.indexOf(sleeper)
      if (found >= 0) sleepers.splice(found, 1)
      reject(signal.reason)
    }
    signal.addEventListener('abort', cancel, { once: true })
    if (!Number.isFinite(ms)) return
    const later = sleepers.findIndex(({ at }) => at > sleeper.at)
    sleepers.splice(later < 0 ? sleepers.length : later, 0, sleeper)
    pump()
  })
}

/** The pace of a platform that lives in virtual time, that many times faster than Fly's own. */
export const virtualPace = (speed = 1): Pace => ({
  sleep: (ms, signal) => virtualSleep(ms / speed, signal),
  deadline: (ms) => Date.now() + ms / speed,
})

/** Turns of the event loop without any work, after which only time can go on. */
const QUIET_TURNS = 1

function pump(): void {
  if (isPumping) return
  isPumping = true
  let quiet = 0
  const turn = () => {
    quiet = isBusy() ? 0 : quiet + 1
    if (quiet > QUIET_TURNS) {
      quiet = 0
      const next = sleepers.shift()
      if (next) now = Math.max(now ?? 0, next.at)
      next?.wake()
    }
    isPumping = sleepers.length > 0
    if (isPumping) setImmediate(turn)
  }
  setImmediate(turn)
}

/** Files that are being read or written, and turns that others wait for. */
const isBusy = (): boolean =>
  process.getActiveResourcesInfo().some((kind) => /Req|^FileHandle|^Immediate$/.test(kind))

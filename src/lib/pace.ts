import { setImmediate } from 'node:timers/promises'
import { steadyMs } from './clock.ts'
import type { Diagnostic } from './errors.ts'
import { few } from './text.ts'
import { within } from './time-limit.ts'

/** Ten times what the largest realistic file takes on a slow machine. */
const ONE_MS = 5_000
/** After this long the event loop gets a turn: signals, timers and the garbage collector wait for it. */
const TURN_MS = 50

/** The subject of work: a file, relative to the root of the repository, or something else by its description. */
export type Subject = { file: string } | { what: string }

/** Keeps synchronous work on untrusted files, however many there are, within the time of a run. */
export interface Pace {
  /**
   * Does the work on each subject, with a limit of some seconds for each, and on none after the time of the run is up.
   * Subjects that were not done are recorded, and the next one follows. Work that returns `false` ends the loop.
   * @returns how many subjects were processed
   * @throws AbortError when the run was cancelled
   */
  each<T extends Subject>(subjects: readonly T[], work: (subject: T) => unknown): Promise<number>
  /** The same for one subject, with the value of the work, or `instead` when it was not done. */
  on<T>(subject: Subject, instead: T, work: () => T): Promise<T>
  /** What was not done, as problems that fail the run. */
  problems(): Diagnostic[]
}

export interface PaceOptions {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Cancels the run. */
  signal: AbortSignal
  /** Milliseconds that work on one subject may take. */
  oneMs?: number
}

export function createPace({ until, signal, oneMs = ONE_MS }: PaceOptions): Pace {
  const slow = new Map<string, Subject>()
  const late = new Set<string>()
  let turned = steadyMs()
  const turn = async () => {
    if (steadyMs() - turned >= TURN_MS) {
      await setImmediate()
      turned = steadyMs()
    }
    signal.throwIfAborted()
  }
  const each: Pace['each'] = async (subjects, work) => {
    const cursor = { next: 0, isEnough: false }
    while (cursor.next < subjects.length && !cursor.isEnough) {
      await turn()
      const left = until - Date.now()
      if (left <= 0) {
        for (const subject of subjects.slice(cursor.next)) late.add(nameOf(subject))
        return subjects.length
      }
      // As many as fit into one turn: a limit costs as much as checking a small file.
      const isOver = () => steadyMs() - turned >= TURN_MS
      const isSkipped = (subject: Subject) => slow.has(nameOf(subject))
      const { done } = within(Math.min(left, oneMs), () =>
        goThrough(subjects, work, { cursor, isOver, isSkipped }),
      )
      if (done) continue
      const stopped = subjects[cursor.next++]
      if (stopped && Date.now() < until) slow.set(nameOf(stopped), stopped)
      else if (stopped) late.add(nameOf(stopped))
    }
    return cursor.next
  }
  return {
    each,
    async on(subject, instead, work) {
      let value = instead
      await each([subject], () => {
        value = work()
      })
      return value
    },
    problems: () => [
      ...[...slow.values()].map((subject) => tooSlow(subject, oneMs)),
      ...(late.size > 0 ? [tooLate([...late])] : []),
    ],
  }
}

interface Going<T> {
  cursor: { next: number; isEnough: boolean }
  isOver: () => boolean
  /** A subject that took too long once is not tried again. */
  isSkipped: (subject: T) => boolean
}

/** Moves the cursor on after the work on each subject, so that it stays at the one that was not done. */
function goThrough<T>(
  subjects: readonly T[],
  work: (subject: T) => unknown,
  { cursor, isOver, isSkipped }: Going<T>,
): void {
  for (const subject of subjects.slice(cursor.next)) {
    if (isOver()) return
    cursor.isEnough = !isSkipped(subject) && work(subject) === false
    if (cursor.isEnough) return
    cursor.next++
  }
}

const nameOf = (subject: Subject): string => ('file' in subject ? subject.file : subject.what)

function tooSlow(subject: Subject, oneMs: number): Diagnostic {
  return {
    code: 'file/not-checked',
    severity: 'error',
    ...('file' in subject && { at: { file: subject.file, line: 1, column: 1 } }),
    message: `Not checked: ${nameOf(subject)}. It took longer than ${oneMs / 1_000} s and was stopped.`,
    hint: 'Make it smaller or simpler. If it is an ordinary file, report this as a bug of deploy-monitoring.',
  }
}

function tooLate(late: readonly string[]): Diagnostic {
  return {
    code: 'file/not-checked',
    severity: 'error',
    message: `The time was up before everything was checked. Not checked: ${few(late, 10)}.`,
    hint: 'Set `timeout` to a longer time, or check less (`working-directory`).',
  }
}

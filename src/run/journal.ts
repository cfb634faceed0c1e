import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneLine } from '../lib/text.ts'

/** Records a change when it begins and when it ends. */
export type Journal = (state: 'begun' | 'done' | 'failed', subject: string, what: string) => void

/** The name by which `post.ts` finds the journal in the folder of the step. */
const FILE = 'journal.jsonl'

/**
 * A journal in the folder of this run: what is in it when the run is killed is shown after the job. It never fails a
 * run.
 */
export function openJournal(scratch: string): Journal {
  return (state, subject, what) => {
    try {
      const entry = [state, oneLine(subject, 100), oneLine(what, 200)]
      appendFileSync(join(scratch, FILE), `${JSON.stringify(entry)}\n`, { mode: 0o600 })
    } catch {
      // Without the folder there is no post step that could read it either.
    }
  }
}

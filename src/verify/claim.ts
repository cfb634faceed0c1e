import type { CheckArea } from './check-areas.ts'
import type { CheckEvidence } from './evidence.ts'

/** Makes claims about one area: seen in an answer and so proven, or not checked; `more` may say otherwise. */
export const claimAbout =
  (area: CheckArea) =>
  (
    subject: string,
    outcome: CheckEvidence['outcome'],
    why: string,
    more: Partial<CheckEvidence> = {},
  ): CheckEvidence => ({
    area,
    subject,
    outcome,
    certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
    why,
    ...more,
  })

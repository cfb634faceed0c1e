import type { CheckEvidence } from '../evidence.ts'

/** A claim about the delivery of alerts: seen in an answer, or not checked. */
export const deliveryClaim = (
  subject: string,
  outcome: CheckEvidence['outcome'],
  why: string,
  more: Partial<CheckEvidence> = {},
): CheckEvidence => ({
  area: 'delivery',
  subject,
  outcome,
  certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
  why,
  ...more,
})

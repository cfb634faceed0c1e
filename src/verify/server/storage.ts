import type { CheckEvidence, RuleEvidence } from '../evidence.ts'
import type { TargetObservation } from '../targets/observe.ts'
import { isDiskFull } from '../targets/reason-forms.ts'

/** The claim that the volume of Prometheus is full, unless its targets say so already; empty in the good case. */
export function judgeStorage(
  observations: readonly Pick<TargetObservation, 'state'>[],
  rules: readonly Pick<RuleEvidence, 'detail'>[],
): CheckEvidence[] {
  const error = rules.map(({ detail }) => detail).find(isDiskFull)
  if (error === undefined || observations.some(({ state }) => state === 'not-stored')) return []
  return [
    {
      area: 'storage',
      subject: 'the volume of Prometheus',
      outcome: 'broken',
      certainty: 'proven',
      why: `The volume of Prometheus is full: ${error}`,
      next: EXTEND,
    },
  ]
}

const EXTEND =
  'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.'

import { claimAbout } from '../claim.ts'
import type { CheckEvidence } from '../evidence.ts'

/** A claim about the delivery of alerts. */
export const deliveryClaim = claimAbout('delivery')

/** A receiver of this configuration that the running one does not have. */
export const notDeployed = (name: string): CheckEvidence =>
  deliveryClaim(
    name,
    'broken',
    'The running Alertmanager does not have this receiver: `alerts.notify` or its secret was added after the last deploy.',
    { next: 'Deploy, so that alerts reach it.' },
  )

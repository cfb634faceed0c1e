import { claimAbout } from '../claim.ts'

/** A claim about the delivery of alerts. */
export const deliveryClaim = claimAbout('delivery')

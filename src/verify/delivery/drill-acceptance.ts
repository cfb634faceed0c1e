import type { CheckEvidence } from '../evidence.ts'
import { deliveryClaim } from './claim.ts'

/** The Alertmanager and Grafana send again what failed for a passing reason. */
const RETRY_MS = 15_000

/** Whether a receiver may still accept the alert of a drill. `refusedAt`: when it was first seen to refuse it; in milliseconds. */
export const mayAccept = (refusedAt: number | undefined, elapsed: number): boolean =>
  refusedAt === undefined || elapsed - refusedAt < RETRY_MS

/** The claim about a receiver that accepted the alert of a drill, in milliseconds after its beginning. */
export const acceptedAfter = (name: string, ms: number): CheckEvidence =>
  deliveryClaim(name, 'holds', `It accepted the alert after ${Math.round(ms / 1000)} s.`)

import type { DeployRequest } from '../../clients/flyctl/commands.ts'

/** Why a deploy is repeated, for the log. */
export const REPEATED = {
  busy: 'Waiting for it.',
  failed: 'Deploying again.',
  /** flyctl found no machine of a group and made one, and another run did the same. */
  overtaken: 'Another run has made a machine at the same time. Deploying again to all of them.',
  /** flyctl looks at the last exit of a machine, also at one from before the deploy. */
  'old-crash': 'But it has not ended since this deploy, only before. Deploying again without smoke checks.',
  /** flyctl makes and changes machines one after the other, and stops at the first that is late. */
  unfinished: 'Deploying again for the machines that are left.',
} as const

export type RepeatReason = keyof typeof REPEATED

type Changes = Partial<Pick<DeployRequest, 'skipSmokeChecks' | 'skipReleaseCommand'> & { isFirst: boolean }>

/** What is different when a deploy is repeated. */
export const CHANGED: Partial<Record<RepeatReason, Changes>> = {
  'old-crash': { skipSmokeChecks: true },
  // The release command comes before the machines, and a machine that was late once is late again.
  unfinished: { skipReleaseCommand: true, isFirst: false },
}

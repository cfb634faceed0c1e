import { hide } from '../../lib/redact.ts'
import { count, few } from '../../lib/text.ts'
import { FLY_JOB, FLY_LAG_MS, FLY_METRICS_TOKEN, MAKE_FLY_METRICS_TOKEN } from '../../model/fly-series.ts'
import type { CheckEvidence } from '../evidence.ts'

/** Whose series Fly should have, and which organization is asked. */
interface Asked {
  organization: string
  /** The monitoring app, and the apps of the configuration with a started machine. */
  apps: readonly string[]
}

/** What the scrapes of Fly's managed Prometheus came to; times in milliseconds. */
export type FlyObservation =
  | { kind: 'waiting'; scrapeMs: number }
  | { kind: 'no-target' }
  | { kind: 'unanswered'; why: string }
  | { kind: 'down'; error: string; lastScrape: string }
  | {
      kind: 'up'
      /** The interval of its scrapes, and when it was last scraped. */
      scrapeMs: number
      at: number
      /** The newest stored sample of each app. */
      newest: ReadonlyMap<string, number>
      /** The apps of which a newer sample was stored while verification watched. */
      advanced: ReadonlySet<string>
      /** How many samples Prometheus rejected meanwhile, of all its targets; undefined: not known. */
      rejected: number | undefined
    }

/** Fly stores a sample every 15 s; older ones than this are worth a remark. */
const REMARKABLE_MS = 60_000

type Claim = Pick<CheckEvidence, 'outcome' | 'certainty' | 'why' | 'next'>

/** One claim: the series of Fly arrive, and how old they are. A target that is up says nothing about its samples. */
export function judgeFlyMetrics(request: Asked, seen: FlyObservation): CheckEvidence[] {
  return [{ area: 'fly-metrics', subject: request.organization, ...claimOf(request, seen) }]
}

function claimOf(request: Asked, seen: FlyObservation): Claim {
  switch (seen.kind) {
    case 'waiting':
      return unknown("Time ran out before Fly's managed Prometheus was scraped.")
    case 'unanswered':
      return unknown(`Prometheus does not answer: ${seen.why}`)
    case 'no-target':
      return broken(
        `Prometheus has no target of the job ${FLY_JOB}: its running configuration is older than \`monitoring.fly_metrics\`.`,
        'Deploy, so that the configuration is loaded.',
      )
    case 'down':
      return refused(request, seen.error)
    case 'up':
      return claimOfSamples(request, seen)
  }
}

const unknown = (why: string, next?: string): Claim => ({
  ...{ outcome: 'not-checked', certainty: 'not checked', why },
  ...(next !== undefined && { next }),
})

const broken = (why: string, next: string): Claim => ({
  outcome: 'broken',
  certainty: 'proven',
  why,
  next,
})

const NEW_TOKEN = `Create a read-only token of the organization with \`${MAKE_FLY_METRICS_TOKEN}\`, store it as ${FLY_METRICS_TOKEN}, and deploy.`

/** What the answers of Fly mean, as others measured them (401: also for an organization that does not exist). */
function refused({ organization }: Asked, error: string): Claim {
  const said = `Prometheus cannot read Fly's managed Prometheus: ${hide(error)}.`
  if (/HTTP status 401\b/.test(error))
    return broken(
      `${said} Fly finds no organization \`${organization}\` for this token: the token is of another organization or has expired, or \`monitoring.organization\` is not its slug.`,
      `Compare \`monitoring.organization\` with \`flyctl orgs list\`. If it is right: ${NEW_TOKEN}`,
    )
  if (/HTTP status 403\b/.test(error))
    return broken(
      `${said} The token may not read the organization \`${organization}\`: a deploy token is for one app only.`,
      NEW_TOKEN,
    )
  if (/limit exceeded/.test(error))
    return broken(
      `${said} The machines of these apps have more series than one scrape may bring on a machine of this size.`,
      'Increase `monitoring.vm.memory_mb`, which sets the limit.',
    )
  return broken(
    said,
    'If Fly does not answer, verify again later; the target fly on the page /targets of Prometheus shows the state.',
  )
}

type Up = Extract<FlyObservation, { kind: 'up' }>

function claimOfSamples(request: Asked, seen: Up): Claim {
  const { apps, organization } = request
  const { newest, at, advanced, rejected = 0 } = seen
  const known = apps.filter((app) => newest.has(app))
  const ageOf = (app: string) => Math.max(0, at - (newest.get(app) ?? 0))
  if (known.length === 0)
    return broken(
      `Fly's managed Prometheus answers without a sample of ${few(apps)}: the organization \`${organization}\` does not have these apps, or it is more than an hour behind.`,
      'Compare `monitoring.organization` with `flyctl status -a APP`, which shows the organization of an app.',
    )
  const stuck = known.filter((app) => !advanced.has(app))
  if (stuck.length > 0 && rejected > 0) return dropped(stuck, rejected, Math.max(...stuck.map(ageOf)))
  const youngest = Math.min(...known.map(ageOf))
  if (youngest > FLY_LAG_MS) return tooFarBehind(youngest)
  const missing = apps.filter((app) => !newest.has(app))
  if (missing.length > 0)
    return unknown(
      `Fly's managed Prometheus has no sample of ${few(missing)}, although a machine is started.`,
      `An app that has just been created has samples within minutes: verify again. If it stays, the app is not in the organization \`${organization}\`.`,
    )
  const oldest = Math.max(...known.map(ageOf))
  return oldest > FLY_LAG_MS ? tooFarBehind(oldest) : upToDate(oldest, stuck.length === 0)
}

/** Prometheus counts rejected samples without their target: that they are these follows from what is stored. */
const dropped = (apps: readonly string[], rejected: number, ms: number): Claim => ({
  ...broken(
    `Prometheus scrapes Fly's managed Prometheus without an error and drops its samples of ${few(apps)}: they are older than those that it has. ${count(rejected, 'sample was', 'samples were')} rejected as out of order while verification watched, and the newest one that is stored is ${ageText(ms)} old. Fly's Prometheus has fallen behind.`,
    'Verify again later: samples are accepted again as soon as they are newer than those that are stored. If it stays, tell Fly.',
  ),
  certainty: 'inferred',
})

/** Nothing is known about the last minutes; that does not mean that a machine is down. */
const tooFarBehind = (ms: number): Claim =>
  unknown(
    `Fly's Prometheus is ${ageText(ms)} behind: its newest sample is too old to judge by. That says nothing about the machines.`,
    "Verify again later. Dashboards and alerts about Fly's series have no data meanwhile.",
  )

function upToDate(ms: number, hasAdvanced: boolean): Claim {
  const why = `The newest sample that Fly has of every app is at most ${ageText(ms)} old.`
  if (ms <= REMARKABLE_MS && hasAdvanced) return { outcome: 'holds', certainty: 'proven', why }
  return {
    ...{ outcome: 'warning', certainty: 'proven' },
    why: hasAdvanced ? why : `${why} No newer one came while verification watched.`,
    next: "Nothing to correct here: Fly does not promise how soon its series are there. Alerts about Fly's series are as late.",
  }
}

/** Seconds up to two minutes, then minutes. */
export function ageText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return seconds <= 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

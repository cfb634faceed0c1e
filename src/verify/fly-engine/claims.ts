import type { Config } from '../../config/schema.ts'
import { FLY_INTERVAL_MS } from '../../model/fly-series.ts'
import { claimAbout } from '../claim.ts'
import { type CheckEvidence, NO_ONE_NOTIFIED } from '../evidence.ts'
import { judgeFlyMetrics } from '../fly-metrics/judge.ts'
import { isTold } from './state.ts'
import type { FlyWatch } from './watch.ts'

export interface FlyClaimScope {
  config: Config
  verifyStart: number
  /** Alerts of this deployment are in Grafana: a claim of their own is about them. */
  hasAlerts: boolean
  isNobodyNotified: boolean
}

/** The claims about Fly's Prometheus as a whole: how late it is, what it was told, and what it cannot show. */
export const flyClaims = (watch: FlyWatch, scope: FlyClaimScope): CheckEvidence[] => [
  ...(scope.isNobodyNotified ? [NOBODY_NOTIFIED] : []),
  ...lagClaim(watch, scope),
  ...toldClaim(watch, scope),
  ...notClaimed(scope),
]

/** One claim about all apps with a machine that Fly should scrape. */
function lagClaim(
  { machines, pulses, clock }: FlyWatch,
  { config, verifyStart }: FlyClaimScope,
): CheckEvidence[] {
  const scraped = machines.filter(
    ({ seen: { expected, wanted } }) =>
      expected.state === 'running' && isTold(expected.machine?.metrics, wanted),
  )
  const apps = [...new Set(scraped.map(({ seen }) => seen.expected.app))]
  if (apps.length === 0) return []
  const newest = new Map(
    [...pulses].flatMap(([app, { newest: at }]) => (at === undefined ? [] : [[app, at]])),
  )
  return judgeFlyMetrics(
    { organization: config.monitoring.organization, apps },
    {
      ...{ kind: 'up', scrapeMs: FLY_INTERVAL_MS, at: clock, newest, rejected: undefined },
      advanced: new Set([...newest].filter(([, at]) => at > verifyStart).map(([app]) => app)),
    },
  )
}

/** The configuration that runs: what each machine tells Fly to scrape. A difference is a failure of its target. */
function toldClaim({ machines }: FlyWatch, { config }: FlyClaimScope): CheckEvidence[] {
  const running = machines.filter(({ seen }) => seen.expected.state === 'running')
  const told = running.filter(({ seen }) => isTold(seen.expected.machine?.metrics, seen.wanted))
  if (running.length === 0 || told.length < running.length) return []
  return [
    claimAbout('configuration')(
      config.monitoring.organization,
      'holds',
      `Fly was told to scrape the declared port and path on ${running.length === 1 ? 'the machine' : `all ${running.length} machines`} (\`config.metrics\`).`,
    ),
  ]
}

/** What nobody can see from outside is said, so that it does not look as if it were checked. */
function notClaimed({ config, hasAlerts }: FlyClaimScope): CheckEvidence[] {
  const { organization } = config.monitoring
  const unknown = (area: CheckEvidence['area'], why: string): CheckEvidence => ({
    ...{ area, subject: organization, outcome: 'nothing-to-check', certainty: 'not checked', why },
  })
  return [
    unknown(
      'scrapes',
      'Whether Fly dropped series is not known: beyond its limits (16 MB for a scrape, high cardinality) it does so in silence.',
    ),
    unknown(
      'rules',
      `Fly's Prometheus evaluates no rules, ${hasAlerts ? 'so none is checked there: Grafana evaluates the alerts.' : 'and there is no Grafana that does.'}`,
    ),
  ]
}

const NOBODY_NOTIFIED: CheckEvidence = {
  area: 'delivery',
  subject: NO_ONE_NOTIFIED,
  outcome: 'warning',
  certainty: 'proven',
  why: "No one is notified of alerts: Fly's Prometheus evaluates no rules, and no Grafana is configured.",
  next: 'Set grafana-url and grafana-api-key: Grafana evaluates the rules and notifies people.',
}

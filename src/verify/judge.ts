import type { FailOn } from '../inputs.ts'
import type { Problem } from '../lib/errors.ts'
import { few } from '../lib/text.ts'
import type {
  CheckArea,
  CheckEvidence,
  Evidence,
  MetricEvidence,
  PanelEvidence,
  RuleEvidence,
  TargetEvidence,
} from './evidence.ts'

/** One claim that does not hold. */
export interface Failure {
  /** Stable across releases: `target-refused`, `metric-missing`, `panel-no-data`, `access-broken`, … */
  code: string
  area: 'targets' | 'metrics' | 'panels' | 'rules' | CheckArea
  /** What it is about: service and machine, metric, panel. Foreign text. */
  subject: string
  why: string
  next: string
  /** Whether `fail-on` makes the run fail because of it. */
  decides: boolean
}

export type Verdict =
  | { kind: 'proven' }
  | { kind: 'unproven'; failures: readonly Failure[] }
  | { kind: 'failed'; problems: readonly Problem[] }

type Found = Omit<Failure, 'decides'> & { level: Exclude<FailOn, 'never'> }

const LEVELS: readonly FailOn[] = ['never', 'targets', 'metrics', 'panels']

/**
 * The verdict over what was found. `fail-on` never changes it, only which failures decide the exit code:
 * each level includes those before it.
 */
export function judge(evidence: Evidence, failOn: FailOn): Verdict {
  if (evidence.problems.length > 0) return { kind: 'failed', problems: evidence.problems }
  const found = [
    ...targetFailures(evidence),
    ...evidence.checks.flatMap((check) => failedCheck(check)),
    ...evidence.metrics.flatMap((metric) => failedMetric(metric)),
    ...evidence.rules.flatMap((rule) => failedRule(rule)),
    ...evidence.panels.flatMap((panel) => failedPanel(panel)),
  ]
  if (found.length === 0 && evidence.cutShort) found.push(cut(evidence.cutShort))
  if (found.length === 0) return { kind: 'proven' }
  return {
    kind: 'unproven',
    failures: found.map(({ level, ...failure }) => ({
      ...failure,
      decides: LEVELS.indexOf(level) <= LEVELS.indexOf(failOn),
    })),
  }
}

const cut = (why: NonNullable<Evidence['cutShort']>): Found => ({
  code: `verification-${why}`,
  area: 'targets',
  level: 'targets',
  subject: 'verification',
  why:
    why === 'deadline'
      ? 'Time was up before everything was certain.'
      : 'The run was cancelled before everything was certain.',
  next: why === 'deadline' ? 'Give it more time: timeout.' : 'Verify again.',
})

function targetFailures({ targets, services }: Evidence): Found[] {
  const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown')
  const found = [
    ...services.flatMap((service) => missingService(service)),
    // What takes most targets down comes first.
    ...[...Map.groupBy(failed, causeOf).values()]
      .toSorted((a, b) => b.length - a.length)
      .flatMap(failedTargets),
  ]
  if (found.length > 0 || targets.some((target) => target.state === 'up')) return found
  return [
    {
      code: 'target-none',
      area: 'targets',
      level: 'targets',
      subject: 'all services',
      why: 'Not one target was scraped: every machine is stopped, as it may be, so nothing at all is proven.',
      next: 'Verify while at least one machine runs, or take may_stop away from a service that should run.',
    },
  ]
}

function missingService({ service, reason }: Evidence['services'][number]): Found[] {
  if (!reason) return []
  return [
    {
      code: `target-${reason.class}`,
      area: 'targets',
      level: 'targets',
      subject: service,
      why: reason.why,
      next: reason.next,
    },
  ]
}

/** What somebody has to hear of a target; the same for all that share it. */
function causeOf(target: TargetEvidence): string {
  const { why, next } = toldOf(target)
  return JSON.stringify([why, next])
}

const toldOf = ({ shared, reason, why }: TargetEvidence): Pick<Found, 'why' | 'next'> =>
  shared ?? reason ?? { why, next: 'Verify again when Prometheus answers.' }

/** One failure for one cause, however many targets it takes down. */
function failedTargets([first, ...others]: readonly TargetEvidence[]): Found[] {
  if (!first) return []
  const { why, next } = toldOf(first)
  const code = `target-${first.reason?.class ?? 'not-checked'}`
  return [{ code, area: 'targets', level: 'targets', subject: subjectOf(first, others), why, next }]
}

function subjectOf(first: TargetEvidence, others: readonly TargetEvidence[]): string {
  const targets = [first, ...others]
  if (others.length === 0) return `${first.service} on machine ${first.machine} (${first.region})`
  const [services, machines] = [different(targets, 'service'), different(targets, 'machine')]
  if (services.length === 1) return `${targets.length} targets of ${services[0]} (${few(machines)})`
  if (machines.length === 1) return `${targets.length} targets on machine ${machines[0]} (${few(services)})`
  return `${targets.length} targets of ${services.length} services (${few(services)})`
}

const different = (targets: readonly TargetEvidence[], key: 'service' | 'machine'): string[] => [
  ...new Set(targets.map((target) => target[key])),
]

/** From which level on a broken claim decides; the rest of the list is about targets. */
const LEVEL_OF: Readonly<Record<CheckArea, Found['level']>> = {
  configuration: 'targets',
  reload: 'targets',
  access: 'targets',
  health: 'targets',
  'metrics-exposure': 'targets',
  'self-scrape': 'metrics',
  retention: 'metrics',
  rules: 'metrics',
  'remote-write': 'metrics',
}

function failedCheck({ area, subject, outcome, why, next }: CheckEvidence): Found[] {
  if (outcome !== 'broken') return []
  return [{ code: `${area}-broken`, area, level: LEVEL_OF[area], subject, why, next: next ?? '' }]
}

function failedMetric({ service, name, state, why, next }: MetricEvidence): Found[] {
  if (state === 'present' || state === 'waiting') return []
  return [
    {
      code: `metric-${state}`,
      area: 'metrics',
      level: 'metrics',
      subject: `${name} of ${service}`,
      why,
      next: next ?? 'Bring a target of the service up first.',
    },
  ]
}

function failedRule({ group, name, state, why, detail }: RuleEvidence): Found[] {
  if (state === 'ok') return []
  return [
    {
      code: `rule-${state}`,
      area: 'rules',
      level: 'metrics',
      subject: `${name} in group ${group}`,
      why: detail === '' ? why : `${why} ${detail}`,
      next:
        state === 'missing'
          ? 'Deploy the monitoring app again, so that its rule file is loaded.'
          : state === 'error'
            ? 'Correct the expression of the rule.'
            : 'Wait one evaluation interval and verify again.',
    },
  ]
}

/** What was not asked of Prometheus is no failure of the panel; it is told beside the others. */
function failedPanel({ dashboard, panel, refId, state, why, next }: PanelEvidence): Found[] {
  if (state === 'data' || state === 'warning' || state === 'not-checked') return []
  return [
    {
      code: `panel-${state}`,
      area: 'panels',
      level: 'panels',
      subject: `${dashboard.title} / ${panel.title} (${refId})`,
      why,
      next: next ?? '',
    },
  ]
}

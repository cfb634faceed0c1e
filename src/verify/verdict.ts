import type { FailOn } from '../inputs/types.ts'
import { count, list } from '../lib/text.ts'
import type {
  CheckArea,
  CheckEvidence,
  Evidence,
  MetricEvidence,
  PanelEvidence,
  RuleEvidence,
} from './evidence.ts'
import type { FoundFailure, Verdict } from './failure.ts'
import { targetFailures } from './targets/failures.ts'

const LEVELS: readonly FailOn[] = ['never', 'targets', 'metrics', 'panels']

/**
 * The verdict on the evidence. `fail-on` does not change it, only which failures decide the exit code:
 * each level includes those before it.
 */
export function judge(evidence: Evidence, failOn: FailOn): Verdict {
  if (evidence.problems.length > 0) return { kind: 'failed', problems: evidence.problems }
  const found = connected([
    ...targetFailures(evidence),
    ...evidence.checks.flatMap((check) => failedCheck(check)),
    ...evidence.metrics.flatMap((metric) => failedMetric(metric)),
    ...evidence.rules.flatMap((rule) => failedRule(rule)),
    ...evidence.panels.flatMap((panel) => failedPanel(panel)),
  ])
  if (found.length === 0 && evidence.cutShort) found.push(cut(evidence.cutShort))
  if (found.length === 0) return { kind: 'proven' }
  return {
    kind: 'unproven',
    failures: found.map(({ level, services, ...failure }) => ({
      ...failure,
      decides: LEVELS.indexOf(level) <= LEVELS.indexOf(failOn),
    })),
  }
}

/**
 * Metrics and panels of a service that is down have no data because of it: they are counted in the failure of the
 * service.
 */
function connected(found: readonly FoundFailure[]): FoundFailure[] {
  const causes = new Map(
    found.toReversed().flatMap((cause) => (cause.services ?? []).map((service) => [service, cause] as const)),
  )
  const causeOf = ({ because }: FoundFailure) => causes.get(because ?? '')
  const follows = Map.groupBy(found, causeOf)
  return found.map((failure) => {
    const { because, ...rest } = failure
    const own = follows.get(failure)
    const about = own ? `${failure.why} ${consequences(own)}` : failure.why
    return { ...rest, why: about, ...(because !== undefined && causeOf(failure) && { because }) }
  })
}

function consequences(all: readonly FoundFailure[]): string {
  const of = (area: FoundFailure['area']) => all.filter((failure) => failure.area === area).length
  const parts = [
    ...(of('metrics') > 0 ? [count(of('metrics'), 'metric')] : []),
    ...(of('panels') > 0 ? [count(of('panels'), 'panel query', 'panel queries')] : []),
  ]
  return `${list(parts)} ${all.length === 1 ? 'has' : 'have'} no data because of it.`
}

const cut = (why: NonNullable<Evidence['cutShort']>): FoundFailure => ({
  code: `verification-${why}`,
  area: 'targets',
  level: 'targets',
  subject: 'verification',
  why:
    why === 'deadline'
      ? 'Time ran out before every result was certain.'
      : 'The run was cancelled before every result was certain.',
  next: why === 'deadline' ? 'Increase `timeout`.' : 'Verify again.',
})

/** The `fail-on` level from which a broken check decides. */
const LEVEL_OF: Readonly<Record<CheckArea, FoundFailure['level']>> = {
  configuration: 'targets',
  reload: 'targets',
  access: 'targets',
  health: 'targets',
  delivery: 'targets',
  'metrics-exposure': 'targets',
  'self-scrape': 'metrics',
  retention: 'metrics',
  rules: 'metrics',
  'remote-write': 'metrics',
}

function failedCheck({ area, subject, outcome, why, next }: CheckEvidence): FoundFailure[] {
  if (outcome !== 'broken') return []
  return [{ code: `${area}-broken`, area, level: LEVEL_OF[area], subject, why, next: next ?? '' }]
}

function failedMetric({ service, name, state, why, next }: MetricEvidence): FoundFailure[] {
  if (state === 'present' || state === 'waiting') return []
  return [
    {
      code: `metric-${state}`,
      area: 'metrics',
      level: 'metrics',
      subject: `${name} of ${service}`,
      why,
      next: next ?? 'Bring a target of the service up first.',
      ...(state === 'unknown' && { because: service }),
    },
  ]
}

function failedRule({ group, name, state, why, detail }: RuleEvidence): FoundFailure[] {
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

/** A query that was not sent to Prometheus is not a failure of the panel; it is only counted in the report. */
function failedPanel({ dashboard, panel, refId, state, why, next, down }: PanelEvidence): FoundFailure[] {
  if (state === 'data' || state === 'warning' || state === 'not-checked') return []
  return [
    {
      code: `panel-${state}`,
      area: 'panels',
      level: 'panels',
      subject: `${dashboard.title} / ${panel.title} (${refId})`,
      why,
      next: next ?? '',
      ...(down !== undefined && { because: down }),
    },
  ]
}

import type { FailOn } from '../inputs/types.ts'
import { shardIn } from '../model/shards.ts'
import { type Acceptance, acceptance } from './accept.ts'
import { connectCauses } from './causes.ts'
import type { CheckArea } from './check-areas.ts'
import type {
  CheckEvidence,
  Evidence,
  MetricEvidence,
  PanelEvidence,
  PanelState,
  RuleEvidence,
} from './evidence.ts'
import { type Failure, type FoundFailure, SERVER, shardKey, type Verdict } from './failure.ts'
import { withHistory } from './history.ts'
import { targetFailures } from './targets/failures.ts'

const LEVELS: readonly FailOn[] = ['never', 'targets', 'metrics', 'panels']

/**
 * The verdict on the evidence. Each level of `fail-on` includes those before it; it decides which failures make the run
 * fail, never whether they are reported.
 */
export function judge(
  evidence: Evidence,
  failOn: FailOn,
  accept: Acceptance = acceptance([], new Date()),
): Verdict {
  if (evidence.problems.length > 0) return { kind: 'failed', failures: [] }
  const failures = connectCauses(foundFailures(evidence)).map(({ failure, because }): Failure => {
    const { level, explains: _, because: __, members: ___, ...rest } = failure
    const accepted = accept.of(failure)
    const decides = accepted === undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn)
    return {
      ...rest,
      decides,
      ...(because !== undefined && { because }),
      ...(accepted && { accepted }),
    }
  })
  failures.push(...acceptedWarnings(evidence, accept))
  const open = failures.filter(({ accepted }) => accepted === undefined)
  const isBroken = open.some(({ decides, outcome }) => decides && outcome === 'broken')
  // Exceptions do not replace evidence: without a target that is up, nothing is proven.
  const isProven =
    open.length === 0 && (evidence.isDrill || evidence.targets.some(({ state }) => state === 'up'))
  return { kind: isBroken ? 'failed' : isProven ? 'proven' : 'unproven', failures }
}

/** Warnings that the configuration accepts: they are listed with the accepted claims, and not shown as something to do. */
function acceptedWarnings({ checks }: Evidence, accept: Acceptance): Failure[] {
  return checks.flatMap(({ area, subject, outcome, why, next = '' }): Failure[] => {
    if (outcome !== 'warning') return []
    const warning = { code: `${area}-warning`, area, subject, why, next, outcome: 'broken' as const }
    const accepted = accept.of({ ...warning, level: 'panels' })
    return accepted ? [{ ...warning, decides: false, accepted }] : []
  })
}

function foundFailures(evidence: Evidence): FoundFailure[] {
  const found = [
    // A drill is about receivers only.
    ...(evidence.isDrill ? [] : targetFailures(evidence)),
    ...evidence.checks.flatMap((check) => failedCheck(check)),
    ...evidence.metrics.flatMap((metric) => failedMetric(metric, evidence)),
    ...(areRulesUnread(evidence) ? [] : evidence.rules.flatMap((rule) => failedRule(rule))),
    ...evidence.panels.flatMap((panel) => failedPanel(panel)),
  ]
  const { cutShort } = evidence
  // When nothing was left open, what is broken is reason enough.
  const isCause = found.length === 0 || found.some(({ outcome }) => outcome === 'not-checked')
  return cutShort && isCause ? [cut(cutShort), ...found] : found
}

const CUT = 'cut:the early end of the verification'

const cut = (why: NonNullable<Evidence['cutShort']>): FoundFailure => ({
  code: `verification-${why}`,
  area: 'targets',
  outcome: 'not-checked',
  level: 'targets',
  subject: 'verification',
  why:
    why === 'deadline'
      ? 'Time ran out before every result was certain.'
      : 'The run was cancelled before every result was certain.',
  next: why === 'deadline' ? 'Increase `timeout`.' : 'Verify again.',
  explains: [CUT],
})

/** The `fail-on` level from which a check decides that is broken or could not be made. */
const LEVEL_OF: Readonly<Record<CheckArea, FoundFailure['level']>> = {
  replicas: 'targets',
  shards: 'targets',
  configuration: 'targets',
  reload: 'targets',
  access: 'targets',
  health: 'targets',
  delivery: 'targets',
  'metrics-exposure': 'targets',
  uptime: 'targets',
  storage: 'targets',
  store: 'targets',
  scrapes: 'metrics',
  'self-scrape': 'metrics',
  retention: 'metrics',
  rules: 'metrics',
  slo: 'metrics',
  'remote-write': 'metrics',
  'fly-metrics': 'metrics',
}

function failedCheck({ area, subject, outcome, why, next }: CheckEvidence): FoundFailure[] {
  // Readable metrics are only warned about, so a check of it that could not be made is only listed.
  if (outcome === 'holds' || outcome === 'warning' || outcome === 'nothing-to-check') return []
  if (outcome === 'not-checked' && area === 'metrics-exposure') return []
  const about = {
    code: `${area}-${outcome}`,
    area,
    level: LEVEL_OF[area],
    subject: subject || area,
    why,
    outcome,
  }
  // Several checks that fail for one reason, such as a proxy that rejects a path, are one thing to do.
  const reason = reasonKey(why)
  if (outcome === 'broken') {
    const explains = explainedBy(area, subject, reason)
    return [{ ...about, next: next ?? '', ...(explains && { explains }) }]
  }
  return [{ ...about, next: next ?? VERIFY_AGAIN, explains: [reason], because: [[reason]] }]
}

/** What else follows from a check that is broken. */
function explainedBy(area: CheckArea, subject: string, reason: string): string[] | undefined {
  if (area === 'access') return [SERVER]
  if (area === 'shards') return [shardKey(shardIn(subject))]
  return area === 'store' ? [reason] : undefined
}

/** The innermost reason, whatever was asked: `/api/v1/rules returned HTTP 403.` is one reason for every path. */
const reasonKey = (why: string): string =>
  `reason:${why
    .split(': ')
    .at(-1)
    ?.replace(/\/api\/v1\/\S+/, '')}`

/** Questions that were not answered have one cause, whatever they were about. */
const lostAnswers = (why: string): string[] =>
  /(?:not answer|not be read|scrapes before it): /.test(why) ? [reasonKey(why)] : []

/** What to do about a claim that could not be checked, where nothing better is known. */
const VERIFY_AGAIN =
  'Verify again; if the reason persists, remove it, or accept the claim with `verify.accept` in monitoring.yml.'

const SAMPLES = { last: 'It last had samples', never: 'No sample' }

function failedMetric(metric: MetricEvidence, evidence: Evidence): FoundFailure[] {
  const { service, name, state, why, next, lastHeld } = metric
  if (state === 'present' || state === 'waiting') return []
  const isUnknown = state === 'unknown'
  return [
    {
      code: isUnknown ? 'metric-not-checked' : `metric-${state}`,
      area: 'metrics',
      outcome: isUnknown ? 'not-checked' : 'broken',
      level: 'metrics',
      subject: `${name} of ${service}`,
      why: withHistory(why, lastHeld, evidence, SAMPLES),
      ...(lastHeld !== undefined && { lastHeld }),
      next: next ?? 'Bring a target of the service up first.',
      explains: [`metric:${name}`, ...lostAnswers(why)],
      ...(isUnknown && { because: [[`service:${service}`], [CUT], ...lostAnswers(why).map((key) => [key])] }),
    },
  ]
}

const RULE_NEXT: Readonly<Record<RuleEvidence['state'], string>> = {
  ok: '',
  missing: 'Deploy the monitoring app again, so that its rule file is loaded.',
  error: 'Correct the expression of the rule.',
  'not-evaluated': 'Wait one evaluation interval and verify again.',
  'not-checked': VERIFY_AGAIN,
}

/** Prometheus returned none of its rules: the claim about the rule file stands for all of them. */
const areRulesUnread = ({ checks, rules }: Evidence): boolean =>
  rules.every(({ state }) => state === 'not-checked') &&
  checks.some(({ area, outcome }) => area === 'rules' && outcome === 'not-checked')

function failedRule({ group, name, state, why, detail }: RuleEvidence): FoundFailure[] {
  if (state === 'ok') return []
  return [
    {
      code: `rule-${state}`,
      area: 'rules',
      outcome: state === 'not-evaluated' || state === 'not-checked' ? 'not-checked' : 'broken',
      level: 'metrics',
      subject: `${name} in group ${group}`,
      // All rules that Prometheus did not return have the cause of the claim about the rule file.
      ...(state === 'not-checked' && { because: [[reasonKey(why)]] }),
      why: detail === '' ? why : `${why} ${detail}`,
      next: RULE_NEXT[state],
    },
  ]
}

/**
 * Panels with data, panels that are empty in the healthy state, and those that show another data source. Data of a
 * `warning` without `absent` parts is real.
 */
const GOOD_PANELS: readonly PanelState[] = ['data', 'warning', 'waiting', 'other-source']

function failedPanel(evidence: PanelEvidence): FoundFailure[] {
  const { dashboard, panel, refId, state, why, next } = evidence
  const hidesGap = state === 'warning' && evidence.absent.length > 0
  if (GOOD_PANELS.includes(state) && !hidesGap) return []
  // Data from a fallback says nothing about what the panel is about.
  const isUnchecked = state === 'not-checked' || state === 'too-early' || hidesGap
  return [
    {
      code: `panel-${state}`,
      area: 'panels',
      outcome: isUnchecked ? 'not-checked' : 'broken',
      level: 'panels',
      subject: `${dashboard.title} / ${panel.title} (${refId})`,
      why,
      next: next ?? (isUnchecked ? VERIFY_AGAIN : ''),
      explains: lostAnswers(why),
      because: causesOf(evidence),
    },
  ]
}

/** What can explain a panel without data: the end of the time, its service, the metrics that it needs. */
function causesOf({ state, down, absent, why }: PanelEvidence): string[][] {
  const service = down === undefined ? [] : [[`service:${down}`]]
  if (state === 'too-early') return [...service, [CUT]]
  if (state === 'not-checked') return [...service, ...lostAnswers(why).map((key) => [key])]
  if (state !== 'no-data' || absent.length === 0) return service
  const metrics = absent.map(
    (selector) => `metric:${/^[\w:]*/.exec(selector)?.[0].replace(/_(?:bucket|sum|count)$/, '')}`,
  )
  return [...service, metrics]
}

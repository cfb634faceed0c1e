import type { Diagnostic } from '../lib/errors.ts'
import { count, list } from '../lib/text.ts'
import type { Evidence } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import { countItems } from './action-items.ts'
import { culprit } from './culprit.ts'
import { plannedCounts } from './planned-rows.ts'
import type { RunReport } from './report.ts'

/** How a run ended. `done`: nothing failed, and there was nothing to prove. */
export function runOutcome({ mode, verdict }: RunReport): 'proven' | 'unproven' | 'done' | 'failed' {
  if (verdict.kind !== 'unproven') return verdict.kind
  return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven'
}

/** How the headline of a run begins whose inputs or files are not valid. */
export const REFUSED = 'Failed before it began: '

/** One sentence with the result: what is proven, or else what is wrong and why, in our own prose. */
export function headline(report: RunReport): string {
  const { verdict, checked, evidence } = report
  if (verdict.kind === 'proven') return statusLine(report)
  if (checked) return checkedHeadline(report)
  if (report.mode === 'drill' && evidence && verdict.kind !== 'failed') return statusLine(report)
  const cause = culprit(report)
  if (cause === undefined) return statusLine(report)
  if (report.refused && report.changes.length === 0) return `${REFUSED}${cause}; nothing was changed`
  return verdict.kind === 'failed' ? cause : `Not proven: ${cause}`
}

/** The first error of files that were checked; without one, how many were checked and what was found. */
function checkedHeadline(report: RunReport): string {
  const cause = report.verdict.kind === 'failed' ? culprit(report) : undefined
  return cause === undefined ? statusLine(report) : `${checkedName(report)}: ${cause}`
}

const checkedName = ({ mode }: RunReport): string => (mode === 'contract' ? 'Contract' : 'Plan')

/** How far the run came, in numbers. */
export function statusLine(report: RunReport): string {
  const { mode, verdict, evidence, problems } = report
  if (report.checked) return checkedFiles(report)
  if (report.refused && report.changes.length === 0)
    return `${REFUSED}inputs or files are not valid, nothing was changed`
  if (problems.some(({ severity }) => severity === 'error') || !evidence)
    return mode === 'dashboards' && verdict.kind === 'unproven'
      ? 'Done: the dashboards are in Grafana; nothing was verified'
      : failedSteps(report)
  if (mode === 'drill') return drilled(evidence)
  return `${WORD[verdict.kind]}: ${[scrapedTargets(mode, evidence), ...openClaims(verdict.failures)].join('; ')}`
}

function scrapedTargets(mode: RunReport['mode'], { targets }: Evidence): string {
  const expected = targets.filter((target) => target.state !== 'resting')
  const up = expected.filter((target) => target.state === 'up').length
  const when = mode === 'verify' ? 'since this check began' : 'after this deploy'
  return `${up} of ${count(expected.length, 'target')} scraped ${when}`
}

/** How much of its work a run has done that failed, and what its verification saw. */
function failedSteps({ mode, changes, evidence }: RunReport): string {
  const steps = changes.filter(({ result }) => result !== 'unchanged' && result !== 'kept')
  const done = steps.filter(({ result }) => result === 'done').length
  const seen = evidence && evidence.targets.length > 0 ? `; ${scrapedTargets(mode, evidence)}` : ''
  if (steps.length > 0) return `Failed: ${done} of ${count(steps.length, 'step')} done${seen}`
  return mode === 'verify' ? 'Failed: nothing was verified' : 'Failed: nothing was changed'
}

/** How many receivers accepted the alert of a drill. */
function drilled({ checks }: Evidence): string {
  const asked = checks.filter(({ area }) => area === 'delivery')
  const accepted = asked.filter(({ outcome }) => outcome === 'holds').length
  return `Drill: ${accepted} of ${count(asked.length, 'receiver')} accepted the alert`
}

const WORD = { proven: 'Proven', unproven: 'Not proven', failed: 'Failed' }

/** How many claims are open besides targets that are down; what follows from another claim is not counted. */
function openClaims(failures: readonly Failure[]): string[] {
  const causes = failures.filter(({ because }) => because === undefined)
  const { accepted = [], open = [] } = Object.groupBy(causes, (one) => (one.accepted ? 'accepted' : 'open'))
  const broken = open.filter(({ outcome, area }) => outcome === 'broken' && area !== 'targets').length
  const unchecked = open.filter(({ outcome }) => outcome === 'not-checked').length
  const parts = [
    ...(broken > 0 ? [`${count(broken, 'other claim')} ${broken === 1 ? 'does' : 'do'} not hold`] : []),
    ...(unchecked > 0 ? [`${count(unchecked, 'claim')} could not be checked`] : []),
    ...(accepted.length > 0 ? [`${count(accepted.length, 'claim')} accepted`] : []),
  ]
  return parts.length > 0 ? [list(parts)] : []
}

function checkedFiles({ mode, checked, problems, planned }: RunReport): string {
  const of = (severity: Diagnostic['severity']) =>
    countItems(problems.filter((problem) => problem.severity === severity))
  const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0)
  const [errors, warnings] = [of('error'), of('warning')]
  const found =
    errors + warnings === 0 ? 'no problems' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`
  return mode === 'contract'
    ? `Contract: ${found} in ${count(files, 'page')} of metrics`
    : `Plan: ${planned ? `${plannedCounts(planned)}; ` : ''}${found} in ${count(files, 'file')}`
}

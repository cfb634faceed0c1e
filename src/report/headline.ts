import type { Diagnostic } from '../lib/errors.ts'
import { count } from '../lib/text.ts'
import type { RunReport } from './report.ts'

/** How a run ended. `done`: nothing failed, and there was nothing to prove. */
export function runOutcome({ mode, verdict }: RunReport): 'proven' | 'done' | 'failed' {
  if (verdict.kind !== 'unproven') return verdict.kind
  return mode === 'dashboards' || mode === 'plan' ? 'done' : 'failed'
}

/** The verdict for programs. `done`: a mode that proves nothing has succeeded. */
export function verdictWord(report: RunReport): 'proven' | 'unproven' | 'failed' | 'done' {
  return runOutcome(report) === 'done' ? 'done' : report.verdict.kind
}

/** One sentence with the result, independent of the exit code. */
export function headline(report: RunReport): string {
  const { mode, verdict, evidence } = report
  if (report.checked) return planned(report)
  if (report.refused && report.changes.length === 0)
    return 'Failed before it began: inputs or files are not valid, nothing was changed'
  if (verdict.kind === 'failed') return 'Failed: not everything could be done'
  if (mode === 'dashboards') return 'Done: the dashboards are in Grafana; nothing was verified'
  const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? []
  const up = expected.filter((target) => target.state === 'up').length
  const when = mode === 'verify' ? 'since this check began' : 'after this deploy'
  const scraped = `${up} of ${count(expected.length, 'target')} scraped ${when}`
  if (verdict.kind === 'proven') return `Proven: ${scraped}`
  const isContract = up === expected.length && up > 0
  return `Not proven: ${scraped}${isContract ? ', but not every check passed' : ''}`
}

function planned({ checked, problems }: RunReport): string {
  const of = (severity: Diagnostic['severity']) =>
    problems.filter((problem) => problem.severity === severity).length
  const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0)
  const [errors, warnings] = [of('error'), of('warning')]
  const found =
    errors + warnings === 0 ? 'no problems' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`
  return `Plan: ${found} in ${count(files, 'file')}`
}

import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { NO_ONE_NOTIFIED } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import type { RunReport } from './report.ts'

/** One problem, and what to do about it. Texts are not escaped yet. */
export interface ActionItem {
  /** Errors make the step fail. */
  severity: 'error' | 'warning'
  code: string
  /** The subject: a service on a machine, a metric, a panel, a place in a file; may be empty. */
  subject: string
  at?: SourceLocation
  what: string
  next: string
}

/** Everything that needs action, errors first. */
export function actionItems(report: RunReport): ActionItem[] {
  const failures = report.verdict.kind === 'unproven' ? report.verdict.failures : []
  const all = [
    ...report.problems.map(fromProblem),
    // A failure that follows from another one is counted there: one cause, one item.
    ...failures.filter(({ because }) => because === undefined).map(fromFailure),
    ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }): ActionItem[] =>
      outcome === 'warning'
        ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
        : [],
    ),
  ]
  // Whatever else is wrong, no one would hear of it.
  const isFirst = ({ code, subject }: ActionItem) =>
    code === 'delivery-warning' && subject === NO_ONE_NOTIFIED
  const others = all.filter((todo) => !isFirst(todo))
  return [
    ...all.filter(isFirst),
    ...mergeEqual(others.filter((todo) => todo.severity === 'error')),
    ...mergeEqual(others.filter((todo) => todo.severity === 'warning')),
  ]
}

/** Merges items that differ only in their subject. */
function mergeEqual(all: readonly ActionItem[]): ActionItem[] {
  const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']))
  return [...groups.values()].flatMap((group) => {
    const [first, second, ...more] = group
    if (!first || !second) return group
    const others = more.length === 0 ? ` and ${second.subject}` : ` and ${more.length + 1} more`
    return [{ ...first, subject: `${first.subject}${others}` }]
  })
}

const fromFailure = ({ code, subject, why, next, decides }: Failure): ActionItem => ({
  severity: decides ? 'error' : 'warning',
  code,
  subject,
  what: why,
  next,
})

function fromProblem({ at, severity, code, message, hint }: Diagnostic): ActionItem {
  const subject = at ? `${at.file}:${at.line}:${at.column}` : ''
  return { severity, code, subject, ...(at && { at }), what: message, next: hint }
}

import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { few, oneLine } from '../lib/text.ts'
import { NO_ONE_NOTIFIED } from '../verify/evidence.ts'
import type { Failure } from '../verify/failure.ts'
import type { RunReport } from './report.ts'

/** One problem, and what to do about it. Texts are not escaped yet. */
export interface ActionItem {
  /** Errors make the step fail. */
  severity: 'error' | 'warning'
  /** Of a claim; absent for diagnostics. */
  outcome?: Failure['outcome']
  code: string
  /** The subject: a service on a machine, a metric, a panel, a place in a file; may be empty. */
  subject: string
  at?: SourceLocation
  what: string
  next: string
  /** How many more of these there are, which are left out. */
  more?: number
  /** What corrects a file, line by line. */
  patch?: string
}

/** Everything that needs action, errors first, and among them what is down, then what is known to be broken. */
export function actionItems(report: RunReport): ActionItem[] {
  const { failures } = report.verdict
  const isAccepted = (code: string, subject: string) =>
    failures.some((one) => one.accepted !== undefined && one.code === code && one.subject === subject)
  const all = [
    ...report.problems.map(fromProblem),
    // A failure that follows from another one is counted there: one cause, one item.
    ...failures
      .filter(({ because, accepted }) => because === undefined && accepted === undefined)
      .map(fromFailure),
    ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }): ActionItem[] =>
      outcome === 'warning' && !isAccepted(`${area}-warning`, subject)
        ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
        : [],
    ),
  ]
  // Before all other warnings: no one would hear of any alert.
  const isFirst = ({ code, subject }: ActionItem) =>
    code === 'delivery-warning' && subject === NO_ONE_NOTIFIED
  const bySeverity = (severity: ActionItem['severity'], isWanted: (todo: ActionItem) => boolean) =>
    mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)))
  return [
    ...bySeverity('error', isDown),
    ...bySeverity('error', (todo) => todo.outcome !== 'not-checked' && !isDown(todo)),
    ...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
    ...bySeverity('warning', (todo) => todo.outcome === 'broken'),
    ...bySeverity('warning', (todo) => todo.outcome === 'not-checked'),
    ...all.filter(isFirst),
    ...bySeverity('warning', (todo) => todo.outcome === undefined),
  ]
}

/** A service that is down comes before a step of the run that failed. */
const isDown = ({ outcome, code }: ActionItem): boolean => outcome === 'broken' && code.startsWith('target-')

/** How many there are, with those that are left out. */
export const countItems = (items: readonly Pick<ActionItem, 'more'>[]): number =>
  items.reduce((sum, { more = 0 }) => sum + 1 + more, 0)

/** The title of the list: there may be nothing to do but to read warnings. */
export const actionTitle = (items: readonly ActionItem[], mode: RunReport['mode']): string =>
  mode === 'plan'
    ? 'Findings'
    : items.some(({ severity, outcome }) => severity === 'error' || outcome)
      ? 'What to do'
      : 'Warnings'

/** Items of one kind: the first ones, and the rest with a title for the block that they are folded into. */
export interface ItemKind {
  first: readonly ActionItem[]
  rest: readonly ActionItem[]
  title: string
}

const FEW_ITEMS = 3

/** Many items of one kind are folded after the first ones, or the reader would not find those of other kinds. */
export function itemsByKind(items: readonly ActionItem[]): ItemKind[] {
  const kinds = Map.groupBy(items, ({ code, severity, outcome }) => `${severity} ${outcome} ${code}`)
  return [...kinds.values()].map((all) => {
    const [next, ...others] = all.slice(FEW_ITEMS)
    if (!next || others.length === 0) return { first: all, rest: [], title: '' }
    const rest = [next, ...others]
    const names = few(rest.flatMap(({ subject }) => (subject === '' ? [] : oneLine(subject, 60))))
    const title = `${countItems(rest)} more of ${next.code}${names === '' ? '' : `: ${names}`}`
    return { first: all.slice(0, FEW_ITEMS), rest, title }
  })
}

/** Merges items that differ only in their subject. */
function mergeEqual(all: readonly ActionItem[]): ActionItem[] {
  const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']))
  return [...groups.values()].flatMap((group) => {
    const [first, second] = group
    if (!first || !second) return group
    return [{ ...first, subject: mergedSubject(group) }]
  })
}

/** The first subject, and how many more there are; a count alone where none has a subject. */
function mergedSubject(group: readonly ActionItem[]): string {
  const [first, second] = group.map(({ subject }) => subject).filter((subject) => subject !== '')
  if (first === undefined) return `${group.length} objects`
  return group.length === 2 && second !== undefined
    ? `${first} and ${second}`
    : `${first} and ${group.length - 1} more`
}

const fromFailure = ({ code, subject, why, next, decides, outcome }: Failure): ActionItem => ({
  severity: decides ? 'error' : 'warning',
  outcome,
  code,
  subject,
  what: why,
  next,
})

function fromProblem({ at, severity, code, message, hint, patch, more }: Diagnostic): ActionItem {
  const subject = at ? `${at.file}:${at.line}:${at.column}` : ''
  return {
    ...{ severity, code, subject, ...(at && { at }), what: message, next: hint },
    ...(patch !== undefined && { patch }),
    ...(more !== undefined && { more }),
  }
}

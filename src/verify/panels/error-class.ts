import { matches } from '../../formats/promql/patterns.ts'
import type { Matcher } from '../../formats/promql/types.ts'

const HTTP_CODES = Array.from({ length: 500 }, (_, i) => String(100 + i))
const HTTP_CLASSES = ['xx', 'XX', '**'].flatMap((end) => ['1', '2', '3', '4', '5'].map((n) => n + end))
const isFailure = (status: string): boolean => /^[45]/.test(status)
/** Values of a label that stand for a failure. */
const GRPC_ERRORS =
  'Canceled Cancelled Unknown InvalidArgument DeadlineExceeded NotFound AlreadyExists PermissionDenied ResourceExhausted FailedPrecondition Aborted OutOfRange Unimplemented Internal Unavailable DataLoss Unauthenticated'
    .split(' ')
    .flatMap((code) => [code, code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()])

/** Words in the name or the value of a label that stand for a failure: whole ones, and beginnings of words. */
const ERROR_WORDS =
  /(?<![a-z])(?:(?:err|errs|down|dead|lost|oom|miss|misses|stale|crit|emerg|nok|bad)(?![a-z])|error|fail|fatal|critical|panic|time_?out|timed_?out|deni|deny|reject|refus|dropped|drops?(?![a-z])|abort|cancel|invalid|unhealthy|exception|retry|retri|kill|crash|warn|alert|overflow|throttl|unauth|forbidden|not_?found|expire|block|rate_?limit|exhaust|exceed|unavailable|unknown|unreachable|violat)/i

/** `DeadlineExceeded` reads `Deadline_Exceeded`. */
const namesFailure = (text: string): boolean => ERROR_WORDS.test(text.replace(/(?<=[a-z])(?=[A-Z])/g, '_'))

const SUCCESS_LABEL = /succe|ok\b|healthy|ready|valid|\bup\b/i
const NO = /^(?:false|0|no)$/i
const YES = /^(?:true|1|yes)$/i

/**
 * Whether a matcher that no series of its metric fulfils selects failures, so that nothing may be the healthy state.
 * `values`: the values that the label has now, none of which it accepts. A pattern that does not fit the form of those
 * values (`5xx` where they are like `200`) selects nothing ever.
 */
export function selectsFailures(matcher: Matcher, values: readonly string[]): boolean {
  const { label, op, value } = matcher
  if (namesFailure(label) && (values.length === 0 || op === '!=' || op === '!~')) return true
  if (values.length === 0) return false
  // Everything that exists is what the panel leaves out: `outcome!="success"`.
  if (op === '!=' || op === '!~') return true
  const statuses = statusesLike(values)
  if (statuses) return accepts(matcher, statuses.filter(isFailure))
  if (values.some((one) => /^ok$/i.test(one)) && accepts(matcher, GRPC_ERRORS)) return true
  if (NO.test(value)) return SUCCESS_LABEL.test(label)
  if (YES.test(value)) return namesFailure(label)
  return namesFailure(value)
}

/** All HTTP statuses in the form of these values: `200` or `2xx`; undefined when the values are none. */
function statusesLike(values: readonly string[]): readonly string[] | undefined {
  if (values.some((one) => /^[1-5]\d\d$/.test(one))) return HTTP_CODES
  return values.some((one) => /^[1-5](?:xx|\*\*)$/i.test(one)) ? HTTP_CLASSES : undefined
}

/** Whether a matcher accepts no HTTP status in the form of the values that the label has: `5xx` among `200`. */
export function fitsNoStatus(matcher: Matcher, values: readonly string[]): boolean {
  const statuses = statusesLike(values)
  return (
    statuses !== undefined && values.every((one) => statuses.includes(one)) && !accepts(matcher, statuses)
  )
}

const accepts = (matcher: Matcher, candidates: readonly string[]): boolean =>
  candidates.some((candidate) => matches(matcher, candidate))

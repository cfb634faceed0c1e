import { matches } from '../../formats/promql/strings.ts'
import type { Matcher } from '../../formats/promql/types.ts'

/** Values of a label that stand for a failure, in the form of the values that it has. */
const HTTP_ERRORS = Array.from({ length: 200 }, (_, i) => String(400 + i))
const HTTP_CLASSES = ['4xx', '5xx', '4XX', '5XX', '4**', '5**']
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
  if (values.some((one) => /^[1-5]\d\d$/.test(one))) return accepts(matcher, HTTP_ERRORS)
  if (values.some((one) => /^[1-5](?:xx|\*\*)$/i.test(one))) return accepts(matcher, HTTP_CLASSES)
  if (values.some((one) => /^ok$/i.test(one)) && accepts(matcher, GRPC_ERRORS)) return true
  if (NO.test(value)) return SUCCESS_LABEL.test(label)
  if (YES.test(value)) return namesFailure(label)
  return namesFailure(value)
}

const accepts = (matcher: Matcher, candidates: readonly string[]): boolean =>
  candidates.some((candidate) => matches(matcher, candidate))

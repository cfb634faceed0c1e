import type { ReceiverKind } from '../../config/notify.ts'
import { isJsonObject, type JsonObject, jsonOrUndefined } from '../../lib/json-value.ts'

/** What is on the other side of an address. */
export type AnsweringKind = ReceiverKind | 'heartbeat'

/** No more of an answer is read. */
const MOST = 2_000

/**
 * Whether an answer of 2xx says that the message was not accepted. Slack answers `ok` to what it accepts; healthchecks.io
 * answers `OK (not found)` to a ping that it does not count; Feishu, DingTalk and WeCom answer 200 with an error code,
 * Microsoft Teams with a sentence; a proxy answers with the page of its login.
 */
export function refusesInAnswer(kind: AnsweringKind, answer: string): boolean {
  const text = answer.slice(0, MOST).trim()
  const json = jsonOrUndefined(answer)
  if (kind === 'slack') return text !== 'ok' && !(isJsonObject(json) && json.ok === true)
  if (kind !== 'webhook' && PAGE.test(text)) return true
  return json === undefined ? REFUSAL.test(text) : isJsonObject(json) && isError(json)
}

const PAGE = /^<(?:!doctype html|html)\b/i
const REFUSAL =
  /^(?:error|fail(?:ed|ure)?|invalid|bad request|unauthori[sz]ed|forbidden|denied|unknown|not[ _]found|no_\w+|too many)\b|\((?:not found|rate limited)\)|\bdelivery failed\b/i
const FAILED = /^(?:err|fail|invalid|refus|reject|denied|unauth|forbid|not[ _]found)/i

/** An error, as APIs write it. Empty errors and codes of success are none. */
function isError({
  ok,
  success,
  error,
  errors,
  errcode,
  code,
  status,
  result,
  ...texts
}: JsonObject): boolean {
  if (ok === false || success === false) return true
  if (isFilled(error) || isFilled(errors) || isFilled(errcode)) return true
  if ([status, result].some((one) => (typeof one === 'number' ? one >= 400 : FAILED.test(String(one)))))
    return true
  // A code of its own; those of HTTP and 1 may stand for success, too.
  const isCode = typeof code === 'number' && code !== 0 && code !== 1 && (code < 200 || code > 299)
  return (
    isCode &&
    [texts.message, texts.msg].some((text) => typeof text === 'string' && !/^(?:ok|success)/i.test(text))
  )
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value) && value !== 'ok' && value !== '0'

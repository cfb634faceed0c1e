import type { Dispatcher } from 'undici'
import { messageOf } from '../../lib/errors.ts'
import { exchange } from '../../lib/http.ts'
import { cut, oneLine } from '../../lib/text.ts'
import { type AnsweringKind, refusesInAnswer } from './answers.ts'

/** What a receiver answers, and what to do about it. */
export interface Refusal {
  why: string
  next: string
}

/** Where a receiver that refuses is asked why. */
export interface ReceiverAddress {
  url: string
  headers?: Readonly<Record<string, string>>
  /** The variable that holds the key, where it is not that of the address. */
  keyVariable?: string
  kind: AnsweringKind
}

/** More than any answer of a receiver. */
export const MOST_BYTES = 100_000

interface Asking {
  pool: Dispatcher
  signal?: AbortSignal | undefined
  /** Why the Alertmanager has given up messages, as it names it. */
  reasons?: readonly string[]
}

/**
 * Asks the address of a receiver that refuses what the Alertmanager sends to it, which does not say why: a message
 * without content. What is wrong with the address or the key shows here too.
 */
export async function askReceiver(
  { url, headers, keyVariable, kind }: ReceiverAddress,
  variable: string,
  { pool, signal, reasons = [] }: Asking,
): Promise<Refusal> {
  try {
    const { status, text, ...answer } = await exchange(pool, {
      url,
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', ...headers },
      ...(signal && { signal }),
      maxBytes: MOST_BYTES,
    })
    const retryAfter = String(answer.headers['retry-after'] ?? '')
    if (status < 300 && refusesInAnswer(kind, text)) return refusalOfAnswer(status, text, variable, kind)
    if (kind === 'telegram' && (status === 400 || status === 403)) return noChat(status, text)
    const isAboutKey = status === 401 || status === 403
    const about = (isAboutKey && keyVariable) || variable
    const refusal = refusalOfStatus(status, text, about, retryAfter)
    if (refusal) return refusal
    return reasons.length > 0 && reasons.every((reason) => PASSING.includes(reason))
      ? refusalOfReason(reasons, variable)
      : refusalOfContent(status, text, variable)
  } catch (error) {
    return refusalOfConnection(error, variable)
  }
}

/** What Alertmanager calls a refusal that is not about the content: the receiver may answer otherwise now. */
const PASSING = ['authError', 'rateLimited', 'serverError']

const describe = (status: number, text: string): string =>
  `It answers ${status}${text.trim() === '' ? '' : ` (${cut(oneLine(text), 200)})`}`

/** Telegram knows the bot, and not its chat. */
const noChat = (status: number, text: string): Refusal => ({
  why: `${describe(status, text)}: the bot cannot write to this chat.`,
  next: 'Add the bot to the chat, or correct `alerts.notify.telegram.chat_id` and deploy again.',
})

/** For an answer of 2xx that says no. */
export const refusalOfAnswer = (
  status: number,
  text: string,
  variable: string,
  kind: AnsweringKind,
): Refusal =>
  kind === 'slack'
    ? {
        why: `${describe(status, text)}, but not \`ok\` as Slack does: the message was not accepted.`,
        next: `Store the URL of an incoming webhook of Slack as ${variable}. For another program, use \`alerts.notify.webhook\`.`,
      }
    : {
        why: `${describe(status, text)}: it does not count this as ${kind === 'heartbeat' ? 'a ping' : 'a message'}.`,
        next: `Check ${variable} at the receiver: what it is the address of may have been deleted, limited, or be of another program.`,
      }

/**
 * Undefined for a status that says nothing about the address: it accepted the request, or disliked its content.
 * @param retryAfter the header `Retry-After`; empty without one
 */
export function refusalOfStatus(
  status: number,
  text: string,
  variable: string,
  retryAfter = '',
): Refusal | undefined {
  const answer = describe(status, text)
  if (status === 401 || status === 403)
    return {
      why: `${answer}: it does not accept the address or the key, which may have been revoked.`,
      next: `Create a new one at the receiver, store it as ${variable}, and deploy again.`,
    }
  if (status === 404 || status === 410)
    return {
      why: `${answer}: the channel or the webhook does not exist, or was removed.`,
      next: `Create it again at the receiver, store its address as ${variable}, and deploy again.`,
    }
  if (status === 429)
    return {
      why: `${answer}: it limits the number of messages.${retryAfterText(retryAfter)}`,
      next: 'Wait until the limit has passed and verify again. If it happens often, send fewer alerts there (`severities`), or ask the provider for a higher limit.',
    }
  if (status >= 500)
    return {
      why: `${answer}: the server of the receiver fails.`,
      next: 'Look at the status page of the provider, and verify again when it works. Add a second receiver to `alerts.notify`, so that one outage does not silence all alerts.',
    }
  if (status >= 300 && status < 400)
    return {
      why: `${answer}: a redirect, which is not followed.`,
      next: `Store the address that it leads to as ${variable}, and deploy again.`,
    }
  return undefined
}

/** Seconds, or a date. */
const retryAfterText = (value: string): string => {
  if (value === '') return ''
  return ` It asks to wait ${/^\d+$/.test(value) ? `${value} s` : `until ${cut(oneLine(value), 40)}`} (\`Retry-After\`).`
}

/** The address is right as far as an empty message shows: the receiver refuses what is in the messages. */
function refusalOfContent(status: number, text: string, variable: string): Refusal {
  if (status === 413)
    return {
      why: `${describe(status, text)}: a message is too large for it.`,
      next: 'Raise the limit for the body of a request at the receiver, or at the proxy in front of it.',
    }
  const isAccepted = status < 300
  const log = `Its answer to them is in the log of the monitoring app (\`flyctl logs\`).`
  return {
    why: isAccepted
      ? `It accepts an empty message from this run (${status}), but it refused the messages of the Alertmanager: they may be too large (413) or of a form that it does not accept (400), or it works again.`
      : `${describe(status, text)} to an empty message from this run: it may not accept the form of the messages.`,
    next: `Check that ${variable} is the address of a program that accepts these messages. ${log}${isAccepted ? ' If it works again, `deploy-monitoring drill` proves it.' : ''}`,
  }
}

const DNS = /ENOTFOUND|EAI_AGAIN|getaddrinfo/
const TLS = /CERT|certificate|SSL|TLS|ERR_TLS|self.signed|UNABLE_TO_VERIFY/i
const SILENT = /Timeout|ETIMEDOUT/i
const UNFINISHED = /BrokenAnswer|UnwantedAnswer/

/** The message of Node, which may end in a colon. */
const sentence = (error: unknown): string =>
  `${cut(oneLine(messageOf(error)), 200).replace(/[\s.:]{1,9}$/, '')}.`

/** Why there was no answer. */
export function refusalOfConnection(error: unknown, variable: string): Refusal {
  const { code = '', name = '', cause } = error as { code?: string; name?: string; cause?: { code?: string } }
  const text = `${code} ${cause?.code ?? ''} ${name} ${messageOf(error)}`
  if (DNS.test(text))
    return {
      why: 'The host in its address has no DNS entry.',
      next: `Correct the address in ${variable}, and deploy again.`,
    }
  if (UNFINISHED.test(name))
    return {
      why: `It begins to answer, and does not end as it should: ${sentence(error)}`,
      next: `Look at the server of the receiver: it may be overloaded, or ${variable} is not its address.`,
    }
  if (TLS.test(text))
    return {
      why: `The TLS connection to it fails: ${sentence(error)}`,
      next: `Give it a certificate that is valid for its host, or correct the address in ${variable}.`,
    }
  if (SILENT.test(text))
    return {
      why: 'It does not answer within 10 s.',
      next: `Look at the server of the receiver: it hangs, or a firewall drops what is sent to it. Verify again when it answers, or correct the address in ${variable}.`,
    }
  return {
    why: `There is no connection to it: ${sentence(error)}`,
    next: `Check that the receiver is running and that the address in ${variable} is right.`,
  }
}

/** What Alertmanager itself says about why messages were given up. */
export function refusalOfReason(reasons: readonly string[], variable: string): Refusal {
  if (reasons.includes('authError')) return refusalOfStatus(401, '', variable) as Refusal
  if (reasons.includes('rateLimited')) return refusalOfStatus(429, '', variable) as Refusal
  if (reasons.includes('clientError'))
    return {
      why: 'It refuses them with a status of 4xx: most likely the address or the key is wrong.',
      next: `Check ${variable} at the receiver, and deploy again. The log of the monitoring app has the answer (\`flyctl logs\`).`,
    }
  if (reasons.includes('serverError'))
    return {
      why: 'Its server fails (a status of 5xx).',
      next: 'Look at the status page of the provider, and verify again when it works.',
    }
  return {
    why: 'The Alertmanager does not say why, and this run cannot ask the receiver itself.',
    next: `Check ${variable} at the receiver. The log of the monitoring app has the answer (\`flyctl logs\`).`,
  }
}

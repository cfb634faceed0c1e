import type { Dispatcher } from 'undici'
import { messageOf } from '../../lib/errors.ts'
import { exchange } from '../../lib/http.ts'
import { cut, oneLine } from '../../lib/text.ts'

/** What a receiver answers, and what to do about it. */
export interface Refusal {
  why: string
  next: string
}

/** Where a receiver that refuses is asked why. */
export interface ReceiverAddress {
  url: string
  headers?: Readonly<Record<string, string>>
  /** Answers 2xx to what it refuses, too, and `ok` to what it accepts. */
  saysOk?: boolean
}

/**
 * Asks the address of a receiver that refuses what the Alertmanager sends to it, which does not say why: a message
 * without content, which the receiver refuses in the same way.
 */
export async function askReceiver(
  { url, headers, saysOk = false }: ReceiverAddress,
  variable: string,
  { pool, signal }: { pool: Dispatcher; signal?: AbortSignal | undefined },
): Promise<Refusal | undefined> {
  try {
    const { status, text, ...answer } = await exchange(pool, {
      url,
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', ...headers },
      ...(signal && { signal }),
      maxBytes: 100_000,
    })
    const retryAfter = String(answer.headers['retry-after'] ?? '')
    if (saysOk && status < 300 && text.trim() !== 'ok') return notOk(status, text, variable)
    return refusalOfStatus(status, text, variable, retryAfter)
  } catch (error) {
    return refusalOfConnection(error, variable)
  }
}

const describe = (status: number, text: string): string =>
  `It answers ${status}${text.trim() === '' ? '' : ` (${cut(oneLine(text), 200)})`}`

const notOk = (status: number, text: string, variable: string): Refusal => ({
  why: `${describe(status, text)}, but not \`ok\` as Slack does: the message was not accepted.`,
  next: `Store the URL of an incoming webhook of Slack as ${variable}. For another program, use \`alerts.notify.webhook\`.`,
})

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

const DNS = /ENOTFOUND|EAI_AGAIN|getaddrinfo/
const TLS = /CERT|certificate|SSL|TLS|ERR_TLS|self.signed|UNABLE_TO_VERIFY/i
const SILENT = /Timeout|ETIMEDOUT/i

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
  if (TLS.test(text))
    return {
      why: `The TLS connection to it fails: ${sentence(error)}`,
      next: `Give it a certificate that is valid for its host, or correct the address in ${variable}.`,
    }
  if (SILENT.test(text))
    return {
      why: 'It accepts the connection, and does not answer within 10 s.',
      next: 'Look at the server of the receiver, and verify again when it answers.',
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

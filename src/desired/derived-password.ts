import { createHmac } from 'node:crypto'
import { flyTokens } from '../lib/fly-token.ts'
import { addSecret } from '../lib/redact.ts'

/**
 * The password of Prometheus when none is configured: derived, so that a Fly token is enough and equal runs render equal
 * files. Another token results in another password. It is redacted from all output.
 */
export function derivePassword(flyToken: string, app: string): string {
  const password = keyed(flyToken, `password\0${app}`).toString('base64url')
  addSecret(password)
  return password
}

/** A digest that only a holder of the token can compute, so that it may be shown where the values must not be. */
export function keyedDigest(flyToken: string, parts: readonly string[]): string {
  return keyed(flyToken, JSON.stringify(['digest', ...parts]))
    .toString('hex')
    .slice(0, 32)
}

/** HMAC of a text with the token as its key. All spellings of a token result in the same key. */
export function keyed(flyToken: string, text: string): Buffer {
  return createHmac('sha256', flyTokens(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest()
}

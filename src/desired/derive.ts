import { createHmac } from 'node:crypto'
import { flyTokens } from '../lib/fly-token.ts'
import { addSecret } from '../lib/redact.ts'

/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password. From here on it is hidden wherever it might be shown.
 */
export function derivePassword(flyToken: string, app: string): string {
  const password = keyed(flyToken, `password\0${app}`).toString('base64url')
  addSecret(password)
  return password
}

/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
export function keyedDigest(flyToken: string, parts: readonly string[]): string {
  return keyed(flyToken, JSON.stringify(['digest', ...parts]))
    .toString('hex')
    .slice(0, 32)
}

/** What only a holder of the token can make of a text. However the token is written, it is the same token. */
export function keyed(flyToken: string, text: string): Buffer {
  return createHmac('sha256', flyTokens(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest()
}

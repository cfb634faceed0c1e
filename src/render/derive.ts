import { createHmac } from 'node:crypto'

/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
export function derivePassword(flyToken: string, app: string): string {
  return keyed(flyToken, `password\0${app}`).toString('base64url')
}

/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
export function keyedDigest(flyToken: string, parts: readonly string[]): string {
  return keyed(flyToken, JSON.stringify(['digest', ...parts]))
    .toString('hex')
    .slice(0, 32)
}

/** What only a holder of the token can make of a text. */
export function keyed(flyToken: string, text: string): Buffer {
  return createHmac('sha256', normalise(flyToken)).update(`deploy-monitoring\0${text}`).digest()
}

/** flyctl takes a token with or without its scheme; both are the same token. */
const normalise = (token: string): string => token.trim().replace(/^(FlyV1|Bearer)\s+/i, '')

import { createHmac } from 'node:crypto'
import { encodeBase64, hashSync } from 'bcryptjs'
import { stringify } from 'yaml'
import { PROMETHEUS_USER } from './prometheus.ts'

/** bcrypt's cost: 10 is Prometheus' own example, about 0.1 s per wrong password; right ones are cached. */
const COST = '10'

/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
export function derivePassword(flyToken: string, app: string): string {
  return keyed(flyToken, `password\0${app}`).toString('base64url')
}

/** `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password hashes to the same text. */
export function renderWebConfig(flyToken: string, app: string, password: string): string {
  const salt = `$2b$${COST}$${encodeBase64([...keyed(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`
  return stringify({ basic_auth_users: { [PROMETHEUS_USER]: hashSync(password, salt) } }, { lineWidth: 0 })
}

/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
export function keyedDigest(flyToken: string, parts: readonly string[]): string {
  return keyed(flyToken, JSON.stringify(['digest', ...parts]))
    .toString('hex')
    .slice(0, 32)
}

function keyed(flyToken: string, text: string): Buffer {
  return createHmac('sha256', normalise(flyToken)).update(`deploy-monitoring\0${text}`).digest()
}

/** flyctl takes a token with or without its scheme; both are the same token. */
const normalise = (token: string): string => token.trim().replace(/^(FlyV1|Bearer)\s+/i, '')

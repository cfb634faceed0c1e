import { encodeBase64, hashSync } from 'bcryptjs'
import { stringify } from 'yaml'
import { addSecret } from '../lib/redact.ts'
import { keyed } from './derived-password.ts'
import { PROMETHEUS_USER } from './prometheus-access.ts'

/** bcrypt cost: 10 as in the example of Prometheus, about 0.1 s for each wrong password; correct ones are cached. */
const COST = '10'

/**
 * `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password results in the same hash.
 * The hash allows guessing passwords offline, so it is as secret as the password.
 */
export function renderWebConfig(flyToken: string, app: string, password: string): string {
  const salt = `$2b$${COST}$${encodeBase64([...keyed(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`
  const hash = hashSync(password, salt)
  addSecret(hash)
  return stringify({ basic_auth_users: { [PROMETHEUS_USER]: hash } }, { lineWidth: 0 })
}

import { credentialsOf } from '../config/credentials.ts'
import type { ServiceConfig } from '../config/schema.ts'
import type { Environment } from '../inputs/names.ts'
import { isEncryptedPath } from '../inputs/plain-http.ts'
import { secretIn } from './read-scrape-secrets.ts'

/**
 * The header with which the page of a service is requested: that of its scrapes, when the variable is set. Like every secret,
 * it is not sent over plain HTTP to another machine.
 */
export function credentialHeader(
  service: ServiceConfig,
  url: string,
  env: Environment,
): { authorization?: string } {
  const credentials = credentialsOf(service)
  if (!credentials || !isSafe(url)) return {}
  const secret = secretIn(env, credentials.variable)
  if (secret === undefined) return {}
  const { authorization, basic_auth } = service
  if (authorization) return { authorization: `${authorization.type} ${secret}` }
  const user = Buffer.from(`${basic_auth?.username}:${secret}`).toString('base64')
  return { authorization: `Basic ${user}` }
}

/** What to do about HTTP 401 or 403. */
export function credentialAdvice(service: ServiceConfig, url: string): string {
  const credentials = credentialsOf(service)
  if (!credentials)
    return `Set authorization or basic_auth for ${service.name}, or read the page with another program and use the input file.`
  const { key, variable } = credentials
  return isSafe(url)
    ? `Set the environment variable ${variable} to what ${service.name} expects: \`${key}\` names it.`
    : `The credentials of \`${key}\` are only sent over HTTPS, to localhost and in the private network of Fly: use such an address.`
}

const isSafe = (url: string): boolean => {
  const { protocol, hostname = '' } = URL.parse(url) ?? {}
  return protocol === 'https:' || isEncryptedPath(hostname)
}

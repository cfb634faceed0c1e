import { isEncryptedPath } from '../inputs/plain-http.ts'
import { targetName } from './remote-write.ts'
import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'

type Loose = Record<string, unknown>

/**
 * What excludes each other in the targets. Works on the raw values, before validation: any of them may be missing or of the
 * wrong type, which the schema reports.
 */
export function remoteWriteConflicts(targets: readonly Loose[]): ConfigIssue[] {
  const names = new Set<string>()
  return targets.flatMap((one, i) => [
    ...nameTaken(one, names, ['remote_write', i]),
    ...halfCredentials(one, ['remote_write', i]),
    ...secretInTheOpen(one, ['remote_write', i]),
  ])
}

/** Prometheus refuses two targets with one name. */
function nameTaken({ name, url }: Loose, names: Set<string>, path: ConfigPath): ConfigIssue[] {
  if (typeof url !== 'string' || !(name === undefined || typeof name === 'string')) return []
  const own = targetName({ name, url })
  const isFirst = !names.has(own)
  names.add(own)
  if (isFirst) return []
  const message = `Two targets of remote_write have the name ${quoteForMessage(own)}${name === undefined ? ', the host of their url' : ''}.`
  return [
    issueAt(path, 'config/duplicate-name', message, 'Give each of them a name of its own with the key name.'),
  ]
}

function halfCredentials({ user, password_env: key }: Loose, path: ConfigPath): ConfigIssue[] {
  if ((user === undefined) === (key === undefined)) return []
  const missing = user === undefined ? 'user' : 'password_env'
  const where = `remote_write[${String(path[1])}].${missing}`
  const hint = `Add ${missing}, or remove the other one: a server without basic auth needs neither.`
  return [
    issueAt(path, 'config/missing-key', `${where} is missing: user and password_env belong together.`, hint),
  ]
}

/** A key is sent with every batch, and with every query. */
function secretInTheOpen(one: Loose, path: ConfigPath): ConfigIssue[] {
  if (one.password_env === undefined) return []
  return (['url', 'query_url'] as const).flatMap((key) => {
    const given = one[key]
    const url = typeof given === 'string' ? URL.parse(given) : null
    if (url?.protocol !== 'http:' || isEncryptedPath(url.hostname)) return []
    return [
      issueAt(
        [...path, key],
        'config/credentials-over-http',
        `The key is sent over plain HTTP to ${quoteForMessage(url.host)}: anyone on the network path could read it.`,
        "Use https://. Plain HTTP is accepted for Fly's private network (.internal, .flycast, fdaa:…) and for localhost.",
      ),
    ]
  })
}

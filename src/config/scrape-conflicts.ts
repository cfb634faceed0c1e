import { isEncryptedPath } from '../inputs/plain-http.ts'
import { parseDuration } from '../lib/duration.ts'
import { type ConfigIssue, issueAt, quoteForMessage } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'
import { RESERVED_LABELS, scrapeTimes } from './scrape-options.ts'

type Loose = Record<string, unknown>

/**
 * Settings of one service that exclude each other. Works on the raw values, before validation: any of them may be missing
 * or of the wrong type, which the schema reports.
 */
export function scrapeConflicts(service: Loose, monitoring: Loose, path: ConfigPath): ConfigIssue[] {
  return [
    ...reservedLabels(service, path),
    ...timeoutTooLong(service, monitoring, path),
    ...tlsWithoutHttps(service, path),
    ...credentialConflicts(service, path),
  ]
}

function reservedLabels({ labels }: Loose, path: ConfigPath): ConfigIssue[] {
  if (labels === null || typeof labels !== 'object' || Array.isArray(labels)) return []
  return Object.keys(labels)
    .filter((name) => RESERVED_LABELS.includes(name) || name.startsWith('__'))
    .map((name) =>
      issueAt(
        [...path, 'labels', name],
        'config/reserved-label',
        `The label ${quoteForMessage(name)} is reserved: Prometheus or this action sets it.`,
        'Choose another name.',
        'key',
      ),
    )
}

/** Prometheus refuses the whole configuration: "scrape timeout greater than scrape interval". */
function timeoutTooLong(service: Loose, monitoring: Loose, path: ConfigPath): ConfigIssue[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const timeout = text(service.scrape_timeout)
  if (timeout === undefined) return []
  const { interval } = scrapeTimes(
    { scrape_interval: text(service.scrape_interval) },
    { scrape_interval: text(monitoring.scrape_interval) ?? '15s' },
  )
  const [longest, given] = [parseDuration(interval), parseDuration(timeout)]
  if (longest === undefined || given === undefined || given <= longest) return []
  return [
    issueAt(
      [...path, 'scrape_timeout'],
      'config/scrape-timeout',
      `The scrape timeout ${timeout} is longer than the scrape interval ${interval}.`,
      `Use a timeout of at most ${interval}, or set a longer scrape_interval for this service.`,
    ),
  ]
}

function tlsWithoutHttps(service: Loose, path: ConfigPath): ConfigIssue[] {
  if (service.tls_config === undefined || service.scheme === 'https') return []
  return [
    issueAt(
      [...path, 'tls_config'],
      'config/tls-without-https',
      'tls_config has no effect: the service is scraped over HTTP.',
      'Set scheme: https, or remove tls_config.',
      'key',
    ),
  ]
}

/** Prometheus accepts one kind of authentication; its secret is not sent over a network that others can read. */
function credentialConflicts(service: Loose, path: ConfigPath): ConfigIssue[] {
  const [key, other] = ['authorization', 'basic_auth'].filter((one) => service[one] !== undefined)
  if (key === undefined) return []
  const both = other === undefined ? [] : [bothKinds([...path, other])]
  const open = service.scheme === 'https' ? undefined : publicAddressOf(service)
  return open === undefined ? both : [...both, secretInTheOpen([...path, key], key, open)]
}

const bothKinds = (path: ConfigPath): ConfigIssue =>
  issueAt(
    path,
    'config/two-credentials',
    'authorization and basic_auth are both set: Prometheus sends only one of them.',
    'Remove one of the two.',
    'key',
  )

const secretInTheOpen = (path: ConfigPath, key: string, address: string): ConfigIssue =>
  issueAt(
    path,
    'config/credentials-over-http',
    `${key} is sent over plain HTTP to ${quoteForMessage(address)}: anyone on the network path could read the secret.`,
    "Set scheme: https. Plain HTTP is accepted for Fly's private network (.internal, .flycast, fdaa:…) and for localhost.",
    'key',
  )

/** The first address outside of the private network; a service on Fly has none. */
function publicAddressOf({ addresses }: Loose): string | undefined {
  if (!Array.isArray(addresses)) return undefined
  return addresses.find(
    (one): one is string =>
      typeof one === 'string' && !isEncryptedPath(URL.parse(`http://${one}`)?.hostname ?? ''),
  )
}

import { parseDuration } from '../../lib/duration.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-value.ts'

/** Lists whose entries have a name; all others are compared by position. */
const NAMED: Readonly<Record<string, string>> = { scrape_configs: 'job_name' }

/** Defaults that Prometheus adds to the configuration, where they are constant. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  metrics_path: '/metrics',
  scheme: 'http',
  honor_timestamps: true,
  honor_labels: false,
  track_timestamps_staleness: false,
  follow_redirects: true,
  enable_compression: true,
  separator: ';',
  regex: '(.*)',
  replacement: '$1',
  action: 'replace',
}

/** These keys change the behaviour of Prometheus when present; any other extra key is a default. */
const NEVER_DEFAULT =
  /^(scrape_configs|rule_files|remote_write|remote_read|alerting|.*relabel_configs|basic_auth|authorization|oauth2|tls_config|params|.*_sd_configs|static_configs|proxy_url|.*_limit|external_labels)$/

/** Empty values: limits that Prometheus 3 writes as 0, and the parts of an empty `alerting`. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === 0 ||
  value === '' ||
  (Array.isArray(value) && value.every(isNothing)) ||
  (isJsonObject(value) && Object.values(value).every(isNothing))

/**
 * The paths at which a running configuration, as Prometheus serialises it, differs from the deployed one; at most
 * `most`. Spelling (60s, 1m), added defaults and masked secrets are not differences.
 */
export function configDiff(shipped: unknown, running: unknown, most = 10): string[] {
  const found: string[] = []
  compare(shipped, running, '', found)
  return found.slice(0, most)
}

function compare(shipped: unknown, running: unknown, path: string, found: string[]): void {
  if (Array.isArray(shipped) || Array.isArray(running)) compareLists(shipped, running, path, found)
  else if (isJsonObject(shipped) && isJsonObject(running)) compareMaps(shipped, running, path, found)
  else if (!sameValue(shipped, running)) found.push(path || '.')
}

function compareMaps(shipped: JsonObject, running: JsonObject, path: string, found: string[]): void {
  for (const key of new Set([...Object.keys(shipped), ...Object.keys(running)])) {
    const at = path === '' ? key : `${path}.${key}`
    if (Object.hasOwn(shipped, key)) compare(shipped[key], running[key], at, found)
    else if (isExtra(key, running[key])) found.push(at)
  }
}

function isExtra(key: string, value: unknown): boolean {
  if (Object.hasOwn(DEFAULTS, key)) return DEFAULTS[key] !== value
  return NEVER_DEFAULT.test(key) && !isNothing(value)
}

function compareLists(shipped: unknown, running: unknown, path: string, found: string[]): void {
  const [left, right] = [listed(shipped), listed(running)]
  const name = NAMED[path.split('.').at(-1) ?? '']
  if (name === undefined) {
    for (let i = 0; i < Math.max(left.length, right.length); i++)
      compare(left[i], right[i], `${path}[${i}]`, found)
    return
  }
  const nameOf = (entry: unknown): string => String(isJsonObject(entry) ? entry[name] : '')
  const byName = new Map(right.map((entry) => [nameOf(entry), entry]))
  for (const entry of left) compare(entry, byName.get(nameOf(entry)), `${path}[${nameOf(entry)}]`, found)
  const known = new Set(left.map(nameOf))
  for (const entry of right) if (!known.has(nameOf(entry))) found.push(`${path}[${nameOf(entry)}]`)
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value]

function sameValue(shipped: unknown, running: unknown): boolean {
  if (isNothing(shipped) && isNothing(running)) return true
  const [left, right] = [String(shipped ?? ''), String(running ?? '')]
  // Masked, or replaced from the environment of the machine.
  if (right === '<secret>' || (running !== undefined && /\$\{\w+\}/.test(left))) return true
  return (
    left === right ||
    sameNumber(left, right, parseDuration) ||
    sameNumber(left, right, bytes) ||
    sameUrl(left, right)
  )
}

function sameNumber(a: string, b: string, read: (text: string) => number | undefined): boolean {
  const value = read(a)
  return value !== undefined && value === read(b)
}

/** Prometheus treats KB and KiB alike, as 1024 bytes. */
function bytes(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(text) ?? []
  return amount === undefined ? undefined : Number(amount) * 1024 ** ' KMGTPE'.indexOf(unit || ' ')
}

/** Prometheus masks the password in a URL. */
const sameUrl = (a: string, b: string): boolean => /^\w+:\/\//.test(a) && masked(a) === masked(b)

const masked = (url: string): string => url.replace(/^(\w+:\/\/[^/@:]*:)[^/@]*@/, '$1@')

import { safeParse } from 'valibot'
import { RESERVED_LABELS, type ScrapeOptions, scrapeShape } from '../../config/scrape-options.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { parseDuration } from '../../lib/duration.ts'

/** The settings of a job that its service has too, and the keys of the job that they stand for. */
export interface JobSettings {
  options: Partial<ScrapeOptions>
  /** Keys of the job that are taken over as a whole. */
  taken: ReadonlySet<string>
  /** The key whose secret a variable must hold. */
  secret: { key: 'authorization' | 'basic_auth'; at: Tree } | undefined
}

/** Reads the settings of a job of Prometheus, as far as a service can have them. `isEveryInterval`: no setting of its own. */
export function settingsOfJob(
  job: Tree,
  { jobName, isEveryInterval }: { jobName: string; isEveryInterval(interval: string): boolean },
): JobSettings {
  const found = [...fromScalars(job, isEveryInterval), ...stored(job), ...tls(job), ...labels(job)]
  const secret = credentials(job, variableFor(jobName))
  const all = [...found, ...(secret ? [secret] : [])]
  return {
    options: Object.assign({}, ...all.map(({ options }) => options)),
    taken: new Set(all.flatMap(({ keys }) => keys)),
    secret: secret && { key: secret.key, at: secret.at },
  }
}

interface Taken {
  options: Partial<ScrapeOptions>
  keys: readonly string[]
}

const isValid = (key: keyof typeof scrapeShape, value: unknown): boolean =>
  safeParse(scrapeShape[key], value).success

function fromScalars(job: Tree, isEveryInterval: (interval: string) => boolean): Taken[] {
  const text = (key: string) => scalarText(get(job, key))
  const [scheme, interval, timeout, limit] = [
    'scheme',
    'scrape_interval',
    'scrape_timeout',
    'sample_limit',
  ].map(text)
  const hasOwn = interval !== undefined && !isEveryInterval(interval)
  const longest = parseDuration(hasOwn ? interval : '15s') ?? 0
  // A timeout belongs to the interval that the job had.
  const isTimeout =
    timeout !== undefined &&
    (!hasOwn || isValid('scrape_interval', interval)) &&
    (parseDuration(timeout) ?? 0) <= longest
  return [
    ...(scheme === 'https' ? [one('scheme', scheme)] : []),
    ...(hasOwn && isValid('scrape_interval', interval) ? [one('scrape_interval', interval)] : []),
    ...(isTimeout && isValid('scrape_timeout', timeout) ? [one('scrape_timeout', timeout)] : []),
    ...(limit !== undefined && isValid('sample_limit', Number(limit))
      ? [one('sample_limit', Number(limit))]
      : []),
  ]
}

const one = (key: keyof ScrapeOptions, value: unknown): Taken => ({ options: { [key]: value }, keys: [key] })

/** Rules that keep or drop whole metrics; any other rule may depend on them, so it is all or nothing. */
function stored(job: Tree): Taken[] {
  const rules = items(get(job, 'metric_relabel_configs')).map((rule) => ({
    action: scalarText(get(rule, 'action')),
    regex: scalarText(get(rule, 'regex')),
    isOfName: items(get(rule, 'source_labels')).map(scalarText).join() === '__name__',
  }))
  const [keep, drop] = ['keep', 'drop'].map((action) =>
    rules.flatMap((rule) => (rule.isOfName && rule.action === action && rule.regex ? [rule.regex] : [])),
  )
  if (!keep || !drop || rules.length === 0 || keep.length + drop.length < rules.length || keep.length > 1)
    return []
  const options = { ...(keep.length > 0 && { keep }), ...(drop.length > 0 && { drop }) }
  return [{ options, keys: ['metric_relabel_configs'] }]
}

/** Certificates in files are not on the machine of the new Prometheus. */
function tls(job: Tree): Taken[] {
  const config = get(job, 'tls_config')
  if (config?.kind !== 'table' || scalarText(get(job, 'scheme')) !== 'https') return []
  const name = scalarText(get(config, 'server_name'))
  const skip = scalarText(get(config, 'insecure_skip_verify'))
  const known = [...config.entries.keys()].every((key) =>
    ['server_name', 'insecure_skip_verify'].includes(key),
  )
  if (!known) return []
  const tls_config = {
    ...(name !== undefined && { server_name: name }),
    ...(skip === 'true' && { insecure_skip_verify: true }),
  }
  return [{ options: Object.keys(tls_config).length > 0 ? { tls_config } : {}, keys: ['tls_config'] }]
}

/** Labels that all targets of the job have. */
function labels(job: Tree): Taken[] {
  const all = items(get(job, 'static_configs')).map((config) => {
    const of = get(config, 'labels')
    return of?.kind === 'table' ? [...of.entries] : []
  })
  const texts = all.map((entries) => new Map(entries.map(([name, value]) => [name, scalarText(value) ?? ''])))
  const shared = [...(texts[0] ?? [])].filter(
    ([name, value]) =>
      texts.every((other) => other.get(name) === value) &&
      !RESERVED_LABELS.includes(name) &&
      !name.startsWith('__') &&
      !value.includes('${') &&
      isValid('labels', { [name]: value }),
  )
  if (shared.length === 0) return []
  return [{ options: { labels: Object.fromEntries(shared) }, keys: shared.map(([name]) => `labels.${name}`) }]
}

/** The kind of authentication; the secret is never read: a variable takes its place. */
function credentials(job: Tree, variable: string): (Taken & NonNullable<JobSettings['secret']>) | undefined {
  const authorization = get(job, 'authorization')
  const bearer = get(job, 'bearer_token') ?? get(job, 'bearer_token_file')
  const basic = get(job, 'basic_auth')
  const at = authorization ?? bearer
  if (at) {
    const type = scalarText(get(authorization, 'type'))
    const value = {
      ...(type !== undefined && type !== 'Bearer' && { type }),
      credentials_env: `${variable}_TOKEN`,
    }
    if (!isValid('authorization', value)) return undefined
    const keys = ['authorization', 'bearer_token', 'bearer_token_file']
    return {
      options: { authorization: value as ScrapeOptions['authorization'] },
      keys,
      key: 'authorization',
      at,
    }
  }
  const username = scalarText(get(basic, 'username'))
  const value = { username, password_env: `${variable}_PASSWORD` }
  if (!basic || username?.includes('$') || !isValid('basic_auth', value)) return undefined
  return {
    options: { basic_auth: value as ScrapeOptions['basic_auth'] },
    keys: ['basic_auth'],
    key: 'basic_auth',
    at: basic,
  }
}

/** A variable for a job, such as `WEB_METRICS`. */
const variableFor = (jobName: string): string =>
  `${jobName
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 40)}_METRICS`

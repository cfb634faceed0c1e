import * as v from 'valibot'
import { variable } from './credentials.ts'
import { durationBetween, filled, matching, patterns, whole } from './schema-values.ts'

/** An address over HTTP without credentials in it: they end up in logs. */
const address = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'is not a URL that starts with https://',
  ),
  v.check((text) => {
    const { username, password, search, hash } = URL.parse(text) ?? {}
    return !username && !password && !search && !hash
  }, 'has a user, a password, a "?" or a "#" in it'),
)

/** `queue_config` with the keys and the meaning of Prometheus, as far as all supported versions know them. */
const queueConfig = v.pipe(
  v.strictObject({
    capacity: v.optional(whole(1, 1_000_000)),
    min_shards: v.optional(whole(1, 1_000)),
    max_shards: v.optional(whole(1, 1_000)),
    max_samples_per_send: v.optional(whole(1, 100_000)),
    batch_send_deadline: v.optional(durationBetween('100ms', '1m')),
    min_backoff: v.optional(durationBetween('1ms', '5m')),
    max_backoff: v.optional(durationBetween('1ms', '10m')),
    retry_on_http_429: v.optional(v.boolean()),
  }),
  v.check(
    ({ min_shards = 1, max_shards = QUEUE_DEFAULTS.max_shards }) => min_shards <= max_shards,
    'has more min_shards than max_shards',
  ),
  v.description(
    'The queue of this target, with the keys of Prometheus. Default: max_shards 4, capacity 2500, max_samples_per_send 500, because a monitoring machine is small.',
  ),
)

/** A monitoring machine is small: few shards use little memory (the default is 50 shards of 10,000 samples). */
export const QUEUE_DEFAULTS = { max_shards: 4, capacity: 2500, max_samples_per_send: 500 } as const

const target = v.strictObject({
  name: v.optional(
    v.pipe(
      matching(/^[a-zA-Z0-9][\w.:-]{0,62}$/, 'is not a name: letters, digits, ".", ":", "_" and "-"'),
      v.description('Name of the target in alerts and in the report. Default: the host of its url.'),
    ),
  ),
  url: v.pipe(address, v.description('The URL that samples are sent to, such as https://HOST/api/v1/write.')),
  user: v.optional(
    v.pipe(
      filled,
      v.regex(/^[^:\r\n]+$/, 'has a ":" or a line break'),
      v.description('User of the server; for Grafana Cloud, the number of the instance. Needs password_env.'),
    ),
  ),
  password_env: v.optional(
    v.pipe(
      variable,
      v.description('Name of the environment variable with the password or the key, such as METRICS_KEY.'),
    ),
  ),
  keep: patterns('Only these series are sent, and `up`, which shows that samples arrive.'),
  drop: patterns('These series are not sent.'),
  queue_config: v.optional(queueConfig),
  query_url: v.optional(
    v.pipe(
      address,
      v.description(
        'Base URL of the query API of this server (without /api/v1/query), where it does not follow from url: Thanos, or VictoriaMetrics as a cluster.',
      ),
    ),
  ),
})

/** Each target is a queue in the memory of Prometheus. */
const MOST_TARGETS = 5

/** `remote_write`: servers that samples are sent to as well. */
export const remoteWriteSchema = v.pipe(
  v.optional(v.pipe(v.array(target), v.maxLength(MOST_TARGETS, `has more than ${MOST_TARGETS} targets`)), []),
  v.description(
    'Servers that every sample is also sent to, after the one of the inputs grafana-prometheus-*. Samples are read back from each of them.',
  ),
)

export type RemoteWriteConfig = v.InferOutput<typeof target>

/** The name of a target: in the label remote_name of Prometheus' own metrics, in alerts and in the report. */
export const targetName = ({ name, url }: Pick<RemoteWriteConfig, 'name' | 'url'>): string =>
  name ?? URL.parse(url)?.host ?? url

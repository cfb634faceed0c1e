/**
 * What a value of Prometheus' configuration is, as Go's YAML takes it: `any` is not looked at any further; `whole` is
 * a number from 0 on, `bytes` a size such as 10MB, `globs` a list of paths with wildcards in the last part alone.
 */
export type Shape =
  | Scalar
  | 'any'
  | 'texts'
  | 'globs'
  | { table: Shapes }
  | { list: Shape }
  | { map: Shape }
  | { one: readonly string[]; since3?: true }
export type Scalar = 'text' | 'flag' | 'whole' | 'number' | 'duration' | 'regex' | 'bytes'
export type Shapes = Readonly<Record<string, Shape>>

const keys = (shape: Shape, names: string): Shapes =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, shape]))
const table = (shapes: Shapes): Shape => ({ table: shapes })
const list = (shape: Shape): Shape => ({ list: shape })
const map = (shape: Shape): Shape => ({ map: shape })
const one = (names: string): Shape => ({ one: names.split(' ') })

const TLS_VERSIONS = one('TLS10 TLS11 TLS12 TLS13')
const tls = table({
  ...keys('text', 'ca cert key ca_file cert_file key_file ca_ref cert_ref key_ref server_name'),
  insecure_skip_verify: 'flag',
  min_version: TLS_VERSIONS,
  max_version: TLS_VERSIONS,
})
const proxy = {
  ...keys('text', 'proxy_url no_proxy'),
  proxy_from_environment: 'flag',
  proxy_connect_header: 'any',
} as const

/** How Prometheus speaks HTTP to anybody. */
const client = {
  ...proxy,
  ...keys('text', 'bearer_token bearer_token_file'),
  ...keys('flag', 'follow_redirects enable_http2'),
  http_headers: 'any',
  basic_auth: table(keys('text', 'username username_file username_ref password password_file password_ref')),
  authorization: table(keys('text', 'type credentials credentials_file credentials_ref')),
  oauth2: 'any',
  tls_config: tls,
} as const

const relabel = list(
  table({
    ...keys('text', 'separator target_label replacement action'),
    source_labels: 'texts',
    modulus: 'whole',
    regex: 'regex',
  }),
)

/** Kinds of discovery beside these have insides of their own, which are left to promtool. */
const discovery = {
  static_configs: list(table({ targets: 'texts', labels: map('text') })),
  dns_sd_configs: list(table({ names: 'texts', type: 'text', port: 'whole', refresh_interval: 'duration' })),
  file_sd_configs: list(table({ files: 'texts', refresh_interval: 'duration' })),
  http_sd_configs: list(table({ ...client, url: 'text', refresh_interval: 'duration' })),
} as const

/** Names of the other kinds, in the words of Prometheus 3.14; newer versions may have more. */
export const OTHER_DISCOVERY =
  `aws azure consul digitalocean docker dockerswarm ec2 ecs elasticache eureka gce hetzner ionos kubernetes kuma
  lightsail linode marathon msk nerve nomad oci openstack outscale ovhcloud puppetdb rds scaleway serverset stackit
  triton uyuni vultr`
    .split(/\s+/)
    .map((kind) => `${kind}_sd_configs`)

const PROTOCOLS = one(
  'PrometheusProto OpenMetricsText0.0.1 OpenMetricsText1.0.0 PrometheusText1.0.0 PrometheusText0.0.4',
)
const limits = {
  ...keys(
    'whole',
    'sample_limit target_limit label_limit label_name_length_limit label_value_length_limit keep_dropped_targets',
  ),
  ...keys(
    'flag',
    `scrape_native_histograms convert_classic_histograms_to_nhcb always_scrape_classic_histograms
    extra_scrape_metrics`,
  ),
  body_size_limit: 'bytes',
  scrape_failure_log_file: 'text',
  scrape_protocols: list(PROTOCOLS),
  metric_name_validation_scheme: one('legacy utf8'),
  metric_name_escaping_scheme: one('allow-utf-8 underscores dots values'),
} as const

const scrape = table({
  ...client,
  ...limits,
  ...discovery,
  ...keys('text', 'job_name metrics_path scheme'),
  ...keys('flag', 'honor_labels honor_timestamps track_timestamps_staleness enable_compression'),
  params: map('texts'),
  fallback_scrape_protocol: PROTOCOLS,
  native_histogram_bucket_limit: 'whole',
  native_histogram_min_bucket_factor: 'number',
  ...keys('duration', 'scrape_interval scrape_timeout'),
  relabel_configs: relabel,
  metric_relabel_configs: relabel,
})

const remoteWrite = table({
  ...client,
  ...keys('text', 'url name'),
  ...keys('flag', 'send_exemplars send_native_histograms round_robin_dns failed_request_logging'),
  ...keys('any', 'sigv4 azuread google_iam'),
  headers: map('text'),
  protobuf_message: one('prometheus.WriteRequest io.prometheus.write.v2.Request'),
  remote_timeout: 'duration',
  write_relabel_configs: relabel,
  queue_config: table({
    ...keys('number', 'capacity max_shards min_shards max_samples_per_send'),
    retry_on_http_429: 'flag',
    ...keys('duration', 'batch_send_deadline min_backoff max_backoff sample_age_limit'),
  }),
  metadata_config: table({ send: 'flag', max_samples_per_send: 'number', send_interval: 'duration' }),
})

const alertmanager = table({
  ...client,
  ...discovery,
  ...keys('text', 'scheme path_prefix'),
  sigv4: 'any',
  // Prometheus 2 still knows v1.
  api_version: { one: ['v2'], since3: true },
  timeout: 'duration',
  relabel_configs: relabel,
  alert_relabel_configs: relabel,
})

/** The whole configuration of Prometheus 3.14. */
export const PROMETHEUS: Shapes = {
  global: table({
    ...limits,
    query_log_file: 'text',
    external_labels: map('text'),
    ...keys('duration', 'scrape_interval scrape_timeout evaluation_interval rule_query_offset'),
  }),
  runtime: table({ gogc: 'number' }),
  alerting: table({ alert_relabel_configs: relabel, alertmanagers: list(alertmanager) }),
  ...keys('globs', 'rule_files scrape_config_files'),
  ...keys('any', 'tracing otlp'),
  scrape_configs: list(scrape),
  storage: table({
    tsdb: table({
      stale_series_compaction_threshold: 'number',
      chunk_encoding: 'any',
      out_of_order_time_window: 'duration',
      retention: table({ size: 'bytes', percentage: 'number', time: 'duration' }),
    }),
    exemplars: table({ max_exemplars: 'number' }),
  }),
  remote_write: list(remoteWrite),
  remote_read: list(
    table({
      ...client,
      ...keys('text', 'url name'),
      ...keys('flag', 'read_recent filter_external_labels'),
      chunked_read_limit: 'whole',
      headers: map('text'),
      required_matchers: map('text'),
      remote_timeout: 'duration',
    }),
  ),
}

/** Keys that Prometheus 2.42 refuses, as far as people use them. */
export const SINCE_3 = new Set([
  ...['fallback_scrape_protocol', 'scrape_native_histograms', 'retention', 'otlp', 'runtime', 'http_headers'],
  ...['scrape_protocols', 'metric_name_validation_scheme', 'metric_name_escaping_scheme'],
  ...['scrape_failure_log_file', 'rule_query_offset', 'convert_classic_histograms_to_nhcb'],
  ...['keep_dropped_targets', 'always_scrape_classic_histograms', 'extra_scrape_metrics', 'round_robin_dns'],
  ...['scrape_config_files', 'failed_request_logging'],
])

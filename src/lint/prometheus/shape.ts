/** What a value of Prometheus' configuration is: `any` is not looked at any further. */
export type Shape = 'any' | 'duration' | 'regex' | { table: Shapes } | { list: Shape }
export type Shapes = Readonly<Record<string, Shape>>

const keys = (shape: Shape, names: string): Shapes =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, shape]))
const table = (shapes: Shapes): Shape => ({ table: shapes })
const list = (shape: Shape): Shape => ({ list: shape })

const tls = table(
  keys(
    'any',
    'ca cert key ca_file cert_file key_file ca_ref cert_ref key_ref server_name insecure_skip_verify min_version max_version',
  ),
)
const proxy = keys('any', 'proxy_url no_proxy proxy_from_environment proxy_connect_header')

/** How Prometheus speaks HTTP to anybody. */
const client = {
  ...proxy,
  ...keys('any', 'bearer_token bearer_token_file follow_redirects enable_http2 http_headers'),
  basic_auth: table(keys('any', 'username username_file username_ref password password_file password_ref')),
  authorization: table(keys('any', 'type credentials credentials_file credentials_ref')),
  oauth2: 'any',
  tls_config: tls,
} as const

const relabel = list(
  table({
    ...keys('any', 'source_labels separator modulus target_label replacement action'),
    regex: 'regex',
  }),
)

/** Kinds of discovery beside these have insides of their own, which are left to promtool. */
export const discovery = {
  static_configs: list(table(keys('any', 'targets labels'))),
  dns_sd_configs: list(table({ ...keys('any', 'names type port'), refresh_interval: 'duration' })),
  file_sd_configs: list(table({ ...keys('any', 'files'), refresh_interval: 'duration' })),
} as const

const limits = keys(
  'any',
  `body_size_limit sample_limit target_limit label_limit label_name_length_limit label_value_length_limit
  keep_dropped_targets metric_name_validation_scheme metric_name_escaping_scheme scrape_native_histograms
  convert_classic_histograms_to_nhcb always_scrape_classic_histograms extra_scrape_metrics scrape_protocols
  scrape_failure_log_file`,
)

const scrape = table({
  ...client,
  ...limits,
  ...discovery,
  ...keys(
    'any',
    `job_name honor_labels honor_timestamps track_timestamps_staleness params fallback_scrape_protocol metrics_path
    scheme enable_compression native_histogram_bucket_limit native_histogram_min_bucket_factor`,
  ),
  ...keys('duration', 'scrape_interval scrape_timeout'),
  relabel_configs: relabel,
  metric_relabel_configs: relabel,
})

const remoteWrite = table({
  ...client,
  ...keys(
    'any',
    'url headers name send_exemplars send_native_histograms round_robin_dns protobuf_message sigv4 azuread google_iam',
  ),
  remote_timeout: 'duration',
  write_relabel_configs: relabel,
  queue_config: table({
    ...keys('any', 'capacity max_shards min_shards max_samples_per_send retry_on_http_429'),
    ...keys('duration', 'batch_send_deadline min_backoff max_backoff sample_age_limit'),
  }),
  metadata_config: table({ ...keys('any', 'send max_samples_per_send'), send_interval: 'duration' }),
})

const alertmanager = table({
  ...client,
  ...discovery,
  ...keys('any', 'sigv4 scheme path_prefix api_version'),
  timeout: 'duration',
  relabel_configs: relabel,
  alert_relabel_configs: relabel,
})

/** The whole configuration of Prometheus 3.14. */
export const PROMETHEUS: Shapes = {
  global: table({
    ...limits,
    ...keys('any', 'query_log_file external_labels'),
    ...keys('duration', 'scrape_interval scrape_timeout evaluation_interval rule_query_offset'),
  }),
  runtime: table(keys('any', 'gogc')),
  alerting: table({ alert_relabel_configs: relabel, alertmanagers: list(alertmanager) }),
  ...keys('any', 'rule_files scrape_config_files tracing otlp'),
  scrape_configs: list(scrape),
  storage: table({
    tsdb: table({
      ...keys('any', 'stale_series_compaction_threshold chunk_encoding'),
      out_of_order_time_window: 'duration',
      retention: table({ ...keys('any', 'size percentage'), time: 'duration' }),
    }),
    exemplars: table(keys('any', 'max_exemplars')),
  }),
  remote_write: list(remoteWrite),
  remote_read: list(
    table({
      ...client,
      ...keys(
        'any',
        'url chunked_read_limit headers read_recent name required_matchers filter_external_labels',
      ),
      remote_timeout: 'duration',
    }),
  ),
}

/** Keys that Prometheus 2.42 refuses, as far as people use them. */
export const SINCE_3 = new Set([
  ...['fallback_scrape_protocol', 'scrape_native_histograms', 'retention', 'otlp', 'runtime', 'http_headers'],
  ...[
    'scrape_protocols',
    'metric_name_validation_scheme',
    'metric_name_escaping_scheme',
    'keep_dropped_targets',
  ],
  ...['scrape_failure_log_file', 'rule_query_offset', 'convert_classic_histograms_to_nhcb'],
  ...['always_scrape_classic_histograms', 'extra_scrape_metrics', 'round_robin_dns', 'scrape_config_files'],
])

export const id = 343;
export const ids = [343];
export const modules = {

/***/ 8343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ alertsOf),
  recordedNames: () => (/* binding */ recordedNames),
  ruleGroups: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
;// CONCATENATED MODULE: ./build/content/panels.js
const OVERVIEW = 'fechatter-overview';
const MONITORING = 'fechatter-monitoring';
const panels = (dashboard, names) => Object.fromEntries(names.map((name, i) => [name, { dashboard, panel: i + 1 }]));
/** Append only: an id that is in a link somewhere must keep its meaning. */
const overviewPanels = panels(OVERVIEW, [
    'requestRate',
    'errorRate',
    'responseTime',
    'activeUsers',
    'messageRate',
    'connections',
    'cacheHitRatio',
]);
const monitoringPanels = panels(MONITORING, [
    'targets',
    'scrapeDuration',
    'samples',
    'series',
    'remoteWriteDelay',
    'remoteWriteLosses',
    'volume',
    'rules',
]);

;// CONCATENATED MODULE: ./build/content/promql.js
/**
 * The few PromQL shapes that dashboards and rules share. They are strings because PromQL is what people will read
 * in Grafana and in the rule file; every shape here exists to avoid one known trap.
 */
/** `{a="b",c=~"d"}`, or nothing without matchers. */
const where = (...matchers) => matchers.length === 0 ? '' : `{${matchers.join(',')}}`;
/** Words of PromQL that cannot stand as the name of a metric (tried on 2.42 and 3.14; all other words can). */
const WORDS = /^(?:atan2|bool|group_left|group_right|ignoring|inf|nan|on)$/i;
/** The series of a name, whatever it is. */
const seriesOf = (name, ...matchers) => WORDS.test(name) ? where(`__name__="${name}"`, ...matchers) : `${name}${where(...matchers)}`;
/** `sum by (…) (rate(metric{…}[window]))`; without labels to keep, one number for everything. */
function sumRate(metric, options) {
    return `sum${by(options.by)}(rate(${metric}${where(...(options.matchers ?? []))}[${options.window}]))`;
}
/**
 * A labelled counter does not exist before its first event, and a sum over nothing is nothing, not 0. This is 0
 * where a target of these services is up, and still nothing where none is: a dead service must not look idle.
 */
function zeroWhileUp(services, options = {}) {
    const up = `up${where(oneOf('service', services), ...(options.matchers ?? []))}`;
    return `0 * (max${by(options.by)}(${up}) == 1)`;
}
/**
 * A quantile of a duration, from a histogram's buckets or, where the exporter sends summaries
 * (metrics-exporter-prometheus without buckets does), the worst of the quantiles that it has already computed.
 */
function quantile(q, metric, options) {
    const matchers = options.matchers ?? [];
    const buckets = sumRate(`${metric}_bucket`, { ...options, by: `${options.by}, le` });
    return `histogram_quantile(${q}, ${buckets})\nor\nmax${by(options.by)}(${metric}${where(...matchers, `quantile="${q}"`)})`;
}
/** `label="a"` or `label=~"a|b"`; service names hold no character that means something in a regular expression. */
const oneOf = (label, values) => values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join('|')}"`;
const by = (labels) => (labels === undefined ? '' : ` by (${labels}) `);

// EXTERNAL MODULE: ./build/content/thresholds.js
var thresholds = __webpack_require__(5672);
;// CONCATENATED MODULE: ./build/content/fechatter.js




const REQUESTS = 'fechatter_http_requests_total';
const DURATION = 'fechatter_http_request_duration_seconds';
const MESSAGES = 'fechatter_messages_sent_total';
const LOOKUPS = 'fechatter_cache_operations_total';
const HITS = 'fechatter_cache_hits_total';
const CONNECTIONS = 'notify_sse_connections_active';
const DELIVERIES = 'notify_sse_messages_sent_total';
const CONSUMED = 'notify_nats_events_processed_total';
const INGESTED = 'analytics_events_processed_total';
const CLICKHOUSE = 'analytics_clickhouse_operations_total';
const AGENT = 'bot_ai_agent_requests_total';
const BURN_WINDOWS = ['5m', '30m', '1h', '6h'];
/** Fewer failures than this are single requests, whatever their share. */
const MIN_FAILURES = 5;
const FAILED = 'status=~"fail.*|error.*"';
const errorRatio = (window) => `service:fechatter_http_errors:ratio_rate${window}`;
const REQUEST_RATE = 'service:fechatter_http_requests:rate5m';
const P95 = 'service:fechatter_http_request_duration_seconds:p95_5m';
const HIT_RATIO = 'service:fechatter_cache:hit_ratio_rate5m';
const CONNECTIONS_SUM = 'service:notify_sse_connections:sum';
/** Rules about Fechatter's services, as far as the configuration promises the metrics that they read. */
function fechatterRules(context) {
    const promised = new Set(context.config.services.flatMap((service) => (0,schema/* declaredMetrics */.Ad)(service).map((metric) => metric.name)));
    return {
        name: 'fechatter',
        rules: [...recordings(), ...httpAlerts(context), ...deliveryAlerts(context), ...workerAlerts(context)]
            .filter((rule) => rule.needs.every((metric) => promised.has(metric)))
            .map(({ needs: _, ...rule }) => rule),
    };
}
const rate = (metric, window, ...matchers) => sumRate(metric, { window, matchers, by: 'service' });
/** The share of `part` in `whole`: 0 while nothing of `part` has been counted, nothing while `whole` stands still. */
const ratio = (part, whole) => `(\n  ${part}\n  or\n  0 * ${whole}\n)\n/\n(${whole} > 0)`;
function recordings() {
    return [
        { needs: [REQUESTS], record: REQUEST_RATE, expr: rate(REQUESTS, '5m') },
        ...BURN_WINDOWS.map((window) => ({
            needs: [REQUESTS],
            record: errorRatio(window),
            expr: ratio(rate(REQUESTS, window, 'status=~"5.."'), rate(REQUESTS, window)),
            comment: noFailureYet(REQUESTS),
        })),
        {
            needs: [DURATION],
            record: P95,
            expr: quantile(0.95, DURATION, { window: '5m', by: 'service' }),
            comment: [
                'An exporter sends a histogram or a summary, never both.',
                `pint disable promql/series(${DURATION}_bucket)`,
                `pint disable promql/series(${DURATION})`,
            ],
        },
        { needs: [HITS, LOOKUPS], record: HIT_RATIO, expr: ratio(rate(HITS, '5m'), rate(LOOKUPS, '5m')) },
        { needs: [CONNECTIONS], record: CONNECTIONS_SUM, expr: `sum by (service) (${CONNECTIONS})` },
    ];
}
/** Multi-window burn rates of the SRE workbook: 2 % of a 30-day budget in an hour, 5 % in six. */
function burn(context, factor, [now, long]) {
    const limit = `${factor} * ${context.config.alerts.error_budget}`;
    const failures = `sum by (service) (increase(${REQUESTS}{status=~"5.."}[${long}]))`;
    return [
        `${errorRatio(now)} > ${limit}`,
        `and ${errorRatio(long)} > ${limit}`,
        `and ${failures} >= ${MIN_FAILURES}`,
    ].join('\n');
}
function httpAlerts(context) {
    const T = context.config.alerts;
    return [
        {
            needs: [REQUESTS],
            alert: 'ErrorBudgetBurnFast',
            expr: burn(context, 14.4, ['5m', '1h']),
            for: '2m',
            severity: 'critical',
            summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
            description: 'More than 14.4 times the error budget for an hour and still now: at this pace the budget of a month lasts two days.',
            panel: overviewPanels.errorRate,
            comment: noFailureYet(REQUESTS),
        },
        {
            needs: [REQUESTS],
            alert: 'ErrorBudgetBurnSlow',
            expr: burn(context, 6, ['30m', '6h']),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
            description: 'More than 6 times the error budget for six hours and still now: at this pace the budget of a month lasts five days.',
            panel: overviewPanels.errorRate,
            comment: noFailureYet(REQUESTS),
        },
        {
            needs: [DURATION, REQUESTS],
            alert: 'LatencyHigh',
            expr: `${P95} > ${(0,thresholds/* seconds */.YA)(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
            description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; ${T.latency_p95} is wanted.`,
            panel: overviewPanels.responseTime,
        },
        {
            needs: [HITS, LOOKUPS],
            alert: 'CacheHitRatioLow',
            expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${rate(LOOKUPS, '5m')} > ${T.min_request_rate}`,
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }}: only {{ $value | humanizePercentage }} of the cache lookups hit',
            description: 'The database carries what the cache should. Expected for some minutes after a restart of the cache.',
            panel: overviewPanels.cacheHitRatio,
        },
    ];
}
function deliveryAlerts({ config }) {
    const T = config.alerts;
    const before = `avg_over_time(${CONNECTIONS_SUM}[30m] offset 10m)`;
    const sent = (window) => `sum(rate(${MESSAGES}[${window}]))`;
    const notify = owners(config, CONSUMED);
    return [
        {
            needs: [CONNECTIONS],
            alert: 'NotifySSEConnectionsDropped',
            // The sum is recorded first: averages of single machines would count old and new ones after a deployment.
            expr: `${CONNECTIONS_SUM} < ${fechatter_short(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
            for: '3m',
            severity: 'critical',
            summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
            description: `More than ${percent(T.sse_connections_lost)} of the SSE connections of ten minutes ago are gone, and they do not come back.`,
            panel: overviewPanels.connections,
        },
        {
            needs: [CONNECTIONS, DELIVERIES, MESSAGES],
            alert: 'NotifyFanoutStalled',
            // "unless": a delivery counter that was never created is as stalled as one that stands still.
            expr: [
                `sum by (service) (${CONNECTIONS}) > 0`,
                `unless ${rate(DELIVERIES, '5m')} > 0`,
                `and on () ${sent('5m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '5m',
            severity: 'critical',
            summary: '{{ $labels.service }} delivers nothing to {{ $value | humanize }} connections',
            description: 'Messages are sent and people are connected, but no message goes out over SSE.',
            panel: overviewPanels.messageRate,
        },
        {
            needs: [CONSUMED, MESSAGES],
            alert: 'NatsConsumerLagging',
            expr: [
                `(${rate(CONSUMED, '10m')} or ${zeroWhileUp(notify, { by: 'service' })})`,
                `< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
                `and on () ${sent('10m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }} falls behind the messages that are sent',
            description: `It takes {{ $value | humanize }} events a second from NATS, less than ${percent(T.nats_processed_ratio)} of the messages sent. ` +
                'How many wait, only NATS knows (num_pending of the consumer).',
            panel: overviewPanels.messageRate,
        },
    ];
}
function workerAlerts({ config }) {
    const T = config.alerts;
    return [
        {
            needs: [INGESTED, REQUESTS],
            alert: 'AnalyticsIngestStalled',
            expr: [
                `(${rate(INGESTED, '15m')} or ${zeroWhileUp(owners(config, INGESTED), { by: 'service' })}) == 0`,
                `and on () sum(rate(${REQUESTS}[15m])) > ${T.min_request_rate}`,
            ].join('\n'),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} takes in no events',
            description: 'There is traffic, but not one event has been processed for 15 minutes.',
            panel: overviewPanels.requestRate,
        },
        {
            needs: [CLICKHOUSE],
            alert: 'ClickHouseWritesFailing',
            expr: failing(CLICKHOUSE, '10m', T.clickhouse_failure_ratio),
            comment: noFailureYet(CLICKHOUSE),
            for: '10m',
            severity: 'critical',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the ClickHouse operations fail',
            description: `More than ${percent(T.clickhouse_failure_ratio)} fail: events are being lost.`,
            panel: overviewPanels.requestRate,
        },
        {
            needs: [AGENT],
            alert: 'BotAgentErrors',
            expr: failing(AGENT, '30m', T.bot_failure_ratio),
            comment: noFailureYet(AGENT),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the AI agent requests fail',
            description: `More than ${percent(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
            panel: overviewPanels.requestRate,
        },
    ];
}
/** Without a failure there is no failed series, and no alert: here the empty numerator is right. */
const failing = (metric, window, limit) => [
    `${rate(metric, window, FAILED)} / ${rate(metric, window)} > ${limit}`,
    `and sum by (service) (increase(${metric}{${FAILED}}[${window}])) >= ${MIN_FAILURES}`,
].join('\n');
const noFailureYet = (metric) => [
    'Where nothing has failed yet, no series has such a status.',
    `pint rule/set promql/series(${metric}) ignore/label-value status`,
];
const percent = (share) => `${fechatter_short(share * 100)} %`;
/** Without the noise of binary fractions: 0.3, not 0.30000000000000004. */
const fechatter_short = (value) => Number(value.toPrecision(6));
/** The services that promise a metric. */
const owners = (config, metric) => config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name);

// EXTERNAL MODULE: ./build/config/check.js
var check = __webpack_require__(3519);
;// CONCATENATED MODULE: ./build/content/self.js


/**
 * What Prometheus can know of itself, as expressions that rules and dashboards share. They hold for 2.42 and 3.x,
 * whose names differ (compared on 2.42.0 and 3.14.0).
 */
/** 0 while Prometheus scrapes itself: for counts that have no series when there is nothing to count. */
const SELF_ZERO = zeroWhileUp([check/* SELF_JOB */.P]);
const NEWEST = [
    // 3.x: per queue, and exact. 2.42 only knows the second one.
    'prometheus_remote_storage_queue_highest_timestamp_seconds',
    'prometheus_remote_storage_highest_timestamp_in_seconds',
].join(' or ');
/**
 * Seconds by which the newest sample that remote write has delivered is older than the newest one there is.
 * 2.42 has no "sent" series before the first success, hence the 0: with a wrong URL nothing ever succeeds.
 * Answers nothing while remote write is off: then there are no shards.
 */
const REMOTE_WRITE_DELAY = [
    '(',
    `  max(${NEWEST})`,
    '  -',
    `  (max(prometheus_remote_storage_queue_highest_sent_timestamp_seconds) or 0 * max(${NEWEST}))`,
    ')',
    'and on () max(prometheus_remote_storage_shards) > 0',
].join('\n');
/**
 * Bytes of the blocks, the write-ahead log and the head's chunks: what Prometheus itself has put on its volume.
 * The file system's own share and free space are only known to Fly. 2.42 does not measure the last two.
 */
const VOLUME_USED = [
    'sum(prometheus_tsdb_storage_blocks_bytes)',
    '+ (sum(prometheus_tsdb_wal_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
    '+ (sum(prometheus_tsdb_head_chunks_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
].join('\n');
/** Recorded, because only the configuration knows it: the size of the volume that Prometheus writes to. */
const VOLUME_SIZE = 'monitoring:volume_size:bytes';

;// CONCATENATED MODULE: ./build/content/monitoring.js




/** Rules about Prometheus itself, from its scrape of itself. */
function monitoringRules(context) {
    return {
        name: 'monitoring',
        rules: [
            volumeSize(context),
            ...(context.remoteWrite ? [remoteWriteBehind(context), REMOTE_WRITE_FAILING] : []),
            volumeFilling(context),
            CONFIG_RELOAD_FAILED,
            RULE_FAILURES,
            WATCHDOG,
        ],
    };
}
/** Fly counts a volume in GB; taking 10^9 bytes for one errs on the safe side. */
const bytes = ({ config }) => config.monitoring.volume.size_gb * 1e9;
const volumeSize = (context) => ({
    record: VOLUME_SIZE,
    expr: `vector(${bytes(context)})`,
});
/**
 * Two alerts, because each is blind to what the other sees: with a wrong key samples fail but the newest timestamp
 * moves on; with a wrong URL nothing fails and nothing is ever sent.
 */
const remoteWriteBehind = ({ config }) => ({
    alert: 'RemoteWriteBehind',
    expr: `(\n${REMOTE_WRITE_DELAY}\n) > ${(0,thresholds/* seconds */.YA)(config.alerts.remote_write_delay)}`,
    for: '5m',
    severity: 'warning',
    summary: 'Remote write is {{ $value | humanizeDuration }} behind',
    description: 'Samples do not reach the remote Prometheus in time: it cannot be reached, is too slow, or has never accepted any.',
    panel: monitoringPanels.remoteWriteDelay,
    comment: [
        'Prometheus 2 and 3 have one of these each.',
        'pint disable promql/series(prometheus_remote_storage_queue_highest_timestamp_seconds)',
        'pint disable promql/series(prometheus_remote_storage_highest_timestamp_in_seconds)',
        'Not there before the first success.',
        'pint disable promql/series(prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
    ],
});
// Since Prometheus 3 a relabelling that drops series on purpose counts as "dropped" too, with this reason.
const DROPPED = sumRate('prometheus_remote_storage_samples_dropped_total', {
    matchers: ['reason!="dropped_series"'],
    window: '5m',
});
const monitoring_FAILED = sumRate('prometheus_remote_storage_samples_failed_total', { window: '5m' });
const REMOTE_WRITE_FAILING = {
    alert: 'RemoteWriteFailing',
    expr: `${monitoring_FAILED} + (${DROPPED} or 0 * ${monitoring_FAILED}) > 0`,
    for: '10m',
    severity: 'critical',
    summary: 'Remote write loses {{ $value | humanize }} samples each second',
    description: 'The remote Prometheus refuses samples, or they are given up before they are sent: they are lost there. Usually the key, the user or a limit.',
    panel: monitoringPanels.remoteWriteLosses,
    comment: [
        'Not there before the first loss.',
        'pint disable promql/series(prometheus_remote_storage_samples_dropped_total)',
    ],
};
const volumeFilling = (context) => ({
    alert: 'VolumeFilling',
    expr: `(\n${VOLUME_USED}\n) / ${bytes(context)} > ${context.config.alerts.volume_used_ratio}`,
    for: '15m',
    severity: 'warning',
    summary: 'The data of Prometheus fill {{ $value | humanizePercentage }} of its volume',
    description: `The volume ${context.config.monitoring.volume.name} has ${context.config.monitoring.volume.size_gb} GB. ` +
        'When it is full, Prometheus stops: no samples, no alerts.',
    panel: monitoringPanels.volume,
    comment: [
        'Prometheus 2.42 does not measure these.',
        'pint disable promql/series(prometheus_tsdb_wal_storage_size_bytes)',
        'pint disable promql/series(prometheus_tsdb_head_chunks_storage_size_bytes)',
    ],
});
const CONFIG_RELOAD_FAILED = {
    alert: 'ConfigReloadFailed',
    expr: 'max by (app, service) (prometheus_config_last_reload_successful) == 0',
    for: '5m',
    severity: 'critical',
    summary: '{{ $labels.app }} runs on an old configuration',
    description: 'Prometheus could not load its newest configuration and goes on with the one before. After its next restart it may not start at all.',
    panel: monitoringPanels.rules,
};
const RULE_FAILURES = {
    alert: 'RuleFailures',
    expr: 'sum by (app, service, rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Rules of {{ $labels.rule_group }} cannot be evaluated',
    description: 'Prometheus fails to evaluate rules, so alerts that depend on them stay silent. The reason is on its page /rules.',
    panel: monitoringPanels.rules,
};
const WATCHDOG = {
    alert: 'Watchdog',
    expr: 'vector(1)',
    for: '1m',
    severity: 'none',
    summary: 'Alerting works',
    description: "Always firing. Send it to a dead man's switch: when it stops arriving, alerts do not arrive either.",
    panel: monitoringPanels.rules,
    comment: ['Always true is what it is for.', 'pint disable alerts/comparison'],
};

// EXTERNAL MODULE: ./build/content/rule.js
var content_rule = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/content/targets.js





/** Rules about being scraped at all: they hold for any service of any configuration. */
function targetRules(context) {
    const { services } = context.config;
    const everything = where(oneOf('service', [...services.map((service) => service.name), check/* SELF_JOB */.P]));
    return {
        name: 'targets',
        rules: [
            targetDown(everything),
            ...serviceAbsent(services),
            emptyExposition(everything),
            ...services.flatMap(metricAbsent),
            scrapeSlow(everything, context),
        ],
    };
}
/**
 * Counted by service, not by machine: an instance is an address that changes with a deployment, and an alert that
 * changes its labels is a new alert.
 */
const targetDown = (selector) => ({
    alert: 'TargetDown',
    expr: `count by (app, service) (up${selector} == 0)`,
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.service }}: {{ $value }} target(s) do not answer Prometheus',
    description: 'Machines of {{ $labels.service }} in {{ $labels.app }} are there, but their metrics cannot be read. ' +
        'The reason is on the page /targets of Prometheus.',
    panel: monitoringPanels.targets,
});
/**
 * A stopped machine leaves the private DNS and its target vanishes: nothing is "down" then, so only absence tells.
 * A service that may stop is left out.
 */
function serviceAbsent(services) {
    const absent = services
        .filter((service) => !service.may_stop)
        .map((service) => `absent(up{service="${service.name}"})`);
    if (absent.length === 0)
        return [];
    return [
        {
            alert: 'ServiceAbsent',
            expr: absent.join('\nor\n'),
            for: '3m',
            severity: 'critical',
            summary: '{{ $labels.service }}: Prometheus finds no machine of it',
            description: 'No machine that runs {{ $labels.service }} is in the private DNS: all are stopped, destroyed, or the app is gone.',
            panel: monitoringPanels.targets,
        },
    ];
}
const emptyExposition = (selector) => ({
    alert: 'EmptyExposition',
    expr: `count by (app, service) (scrape_samples_scraped${selector} == 0 and up${selector} == 1)`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.service }}: {{ $value }} target(s) answer with an empty page',
    description: 'The metrics endpoint of {{ $labels.service }} answers 200 without a single sample, so nothing about it is known although it looks up.',
    panel: monitoringPanels.samples,
});
/**
 * The metrics that a service promises to expose always, held against what it exposes. Silent while the service is
 * down or its page is empty: other alerts say so.
 */
function metricAbsent(service) {
    const promised = (0,schema/* declaredMetrics */.Ad)(service).filter((metric) => metric.expect === 'always');
    if (promised.length === 0)
        return [];
    const matcher = `service="${service.name}"`;
    const absent = promised.map((metric) => `  label_replace(absent(${seriesOf(existing(metric), matcher)}), "metric", "${metric.name}", "", "")`);
    return [
        {
            alert: 'MetricAbsent',
            about: service.name,
            expr: `(\n${absent.join('\n  or\n')}\n)\nand on (service) max by (service) (scrape_samples_scraped${where(matcher)}) > 0`,
            for: '15m',
            severity: 'warning',
            summary: `{{ $labels.service }} does not expose {{ $labels.metric }}`,
            description: 'The configuration promises {{ $labels.metric }}, and {{ $labels.service }} is up without it. ' +
                'Panels and alerts that use it are blind.',
            panel: monitoringPanels.samples,
        },
    ];
}
/** A series that exists whenever the metric does; a histogram and a summary both have a count. */
const existing = (metric) => metric.type === 'histogram' || metric.type === 'summary' ? `${metric.name}_count` : metric.name;
function scrapeSlow(selector, { config }) {
    const timeout = Math.min((0,thresholds/* seconds */.YA)(config.monitoring.scrape_interval), 10);
    const limit = config.alerts.slow_scrape === undefined ? timeout / 2 : (0,thresholds/* seconds */.YA)(config.alerts.slow_scrape);
    return {
        alert: 'ScrapeSlow',
        expr: `max by (app, service) (scrape_duration_seconds${selector}) > ${limit}`,
        for: '10m',
        severity: 'warning',
        summary: '{{ $labels.service }}: scrapes take {{ $value | humanizeDuration }}',
        description: `A scrape of {{ $labels.service }} takes longer than ${limit} s. After ${timeout} s it is given up, and everything in it is lost.`,
        panel: monitoringPanels.scrapeDuration,
    };
}

;// CONCATENATED MODULE: ./build/content/groups.js




/** Every rule that a configuration gets, in groups; a group is evaluated in order, recordings first. */
function ruleGroups(config, options) {
    const context = { config, ...options };
    return [targetRules(context), monitoringRules(context), fechatterRules(context)].filter((group) => group.rules.length > 0);
}
/** The names that they record. */
const recordedNames = (groups) => groups.flatMap((group) => group.rules.flatMap((rule) => ((0,content_rule/* isAlert */.H)(rule) ? [] : [rule.record])));
/** The alerts among them. */
const alertsOf = (groups) => groups.flatMap((group) => group.rules.filter(content_rule/* isAlert */.H));


/***/ }),

/***/ 6258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isAlert)
/* harmony export */ });
const isAlert = (rule) => 'alert' in rule;


/***/ })

};

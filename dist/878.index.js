export const id = 878;
export const ids = [878];
export const modules = {

/***/ 1881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ routingTree),
/* harmony export */   DU: () => (/* binding */ WATCHDOG_ALERT),
/* harmony export */   oQ: () => (/* binding */ NOBODY),
/* harmony export */   rU: () => (/* binding */ HEARTBEAT)
/* harmony export */ });
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(980);

/** The receiver without an integration: alerts that are for no one. */
const NOBODY = 'nobody';
/** The receiver of the Watchdog's ping. */
const HEARTBEAT = 'heartbeat';
const WATCHDOG_ALERT = 'Watchdog';
/**
 * The routing tree: every receiver is a child of the root, so that an alert reaches all receivers that take it. Groups
 * are narrow (an alert of a service), so there is little to wait for: together with a scrape and an evaluation every 15 s,
 * a message leaves at most 35 s after the `for` of its alert.
 */
function routingTree(notify, heartbeat) {
    const kinds = Object.keys(notify);
    return {
        receiver: NOBODY,
        group_by: ['alertname', 'service'],
        group_wait: '5s',
        group_interval: '30s',
        repeat_interval: '4h',
        routes: [
            ...(heartbeat ? [heartbeatRoute] : []),
            ...kinds.map(testRoute),
            { receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert}"`] },
            { receiver: NOBODY, matchers: ['severity="none"'] },
            ...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
        ],
    };
}
/** A group is looked at once per group_interval: with a repeat_interval that is a little shorter, it is sent each time. */
const heartbeatRoute = {
    receiver: HEARTBEAT,
    matchers: [`alertname="${WATCHDOG_ALERT}"`],
    continue: true,
    group_by: ['alertname'],
    group_wait: '1s',
    group_interval: '1m',
    repeat_interval: '55s',
};
/**
 * The Watchdog of each start is a group of its own, so each start proves each receiver with one message. For PagerDuty a
 * message is an incident, which wakes someone: only a drill tests it.
 */
const testRoute = (kind) => ({
    receiver: kind,
    matchers: [`alertname=~"${kind === 'pagerduty' ? _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert : `${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert}`}"`],
    continue: true,
    group_by: ['alertname', 'started'],
    repeat_interval: '7d',
});
const alertRoute = (kind, severities) => ({
    receiver: kind,
    ...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
    continue: true,
});


/***/ }),

/***/ 878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  alertsOf: () => (/* binding */ alertsOf),
  recordedByRules: () => (/* binding */ recordedByRules),
  ruleGroups: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./build/config/shipped-dashboards.js
var shipped_dashboards = __webpack_require__(7735);
// EXTERNAL MODULE: ./build/config/declared-metrics.js
var declared_metrics = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/config/thresholds.js
var thresholds = __webpack_require__(4527);
// EXTERNAL MODULE: ./build/formats/metric-types.js
var metric_types = __webpack_require__(9459);
;// CONCATENATED MODULE: ./build/desired/alerts/promql.js
/**
 * The PromQL expressions that dashboards and rules share. They are strings because PromQL is what people read in Grafana
 * and in the rule file; each one avoids a known pitfall.
 */

/** `{a="b",c=~"d"}`, or nothing without matchers. */
const matcherBraces = (...matchers) => matchers.length === 0 ? '' : `{${matchers.join(',')}}`;
/** Keywords of PromQL that cannot be the name of a metric (tested on 2.42 and 3.14; all other words can). */
const KEYWORDS = /^(?:atan2|bool|group_left|group_right|ignoring|inf|nan|on)$/i;
/** A selector for the series of a name, also where the name is a keyword or has dots. */
const seriesOf = (name, ...matchers) => KEYWORDS.test(name) || !(0,metric_types/* isClassicName */.S6)(name)
    ? matcherBraces(`__name__="${name}"`, ...matchers)
    : `${name}${matcherBraces(...matchers)}`;
/** `sum by (…) (rate(metric{…}[window]))`; without labels to keep, one number for everything. */
function sumRate(metric, options) {
    return `sum${by(options.by)}(rate(${metric}${matcherBraces(...(options.matchers ?? []))}[${options.window}]))`;
}
/**
 * A labelled counter does not exist before its first event, and a sum over nothing is empty, not 0. This is 0 where a
 * target of these services is up, and empty where no target is up: a service that is down must not look idle.
 */
function zeroWhileUp(services, options = {}) {
    const up = `up${matcherBraces(oneOfMatcher('service', services), ...(options.matchers ?? []))}`;
    return `0 * (max${by(options.by)}(${up}) == 1)`;
}
/**
 * A quantile of a duration, from a histogram's buckets or, where the exporter sends summaries
 * (metrics-exporter-prometheus without buckets does), the worst of the quantiles that it has already computed.
 */
function quantile(q, metric, options) {
    const matchers = options.matchers ?? [];
    const buckets = sumRate(`${metric}_bucket`, { ...options, by: `${options.by}, le` });
    return `histogram_quantile(${q}, ${buckets})\nor\nmax${by(options.by)}(${metric}${matcherBraces(...matchers, `quantile="${q}"`)})`;
}
/** `label="a"` or `label=~"a|b"`; service names contain no character that is special in a regular expression. */
const oneOfMatcher = (label, values) => values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join('|')}"`;
const by = (labels) => (labels === undefined ? '' : ` by (${labels}) `);

;// CONCATENATED MODULE: ./build/desired/alerts/fechatter-metrics.js

const REQUESTS = 'fechatter_http_requests_total';
const REQUEST_DURATION = 'fechatter_http_request_duration_seconds';
const MESSAGES = 'fechatter_messages_sent_total';
const LOOKUPS = 'fechatter_cache_operations_total';
const HITS = 'fechatter_cache_hits_total';
const CONNECTIONS = 'notify_sse_connections_active';
const DELIVERIES = 'notify_sse_messages_sent_total';
const CONSUMED = 'notify_nats_events_processed_total';
const INGESTED = 'analytics_events_processed_total';
const CLICKHOUSE = 'analytics_clickhouse_operations_total';
const AGENT = 'bot_ai_agent_requests_total';
/** Fewer failures than this are single requests, even where their share is high. */
const MIN_FAILURES = 5;
const FAILED_STATUS = 'status=~"fail.*|error.*"';
const serviceRate = (metric, window, ...matchers) => sumRate(metric, { window, matchers, by: 'service' });
const noFailureYet = (metric) => [
    'As long as nothing has failed, no series has such a status.',
    `pint rule/set promql/series(${metric}) ignore/label-value status`,
];
const percentText = (share) => `${withoutNoise(share * 100)} %`;
/** A number without the rounding error of binary fractions: 0.3, not 0.30000000000000004. */
const withoutNoise = (value) => Number(value.toPrecision(6));
/** The services that declare a metric. */
const servicesWith = (config, metric) => config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name);

// EXTERNAL MODULE: ./build/desired/alerts/panels.js
var panels = __webpack_require__(5982);
;// CONCATENATED MODULE: ./build/desired/alerts/fechatter.js





const BURN_WINDOWS = ['5m', '30m', '1h', '6h'];
const errorRatio = (window) => `service:fechatter_http_errors:ratio_rate${window}`;
const REQUEST_RATE = 'service:fechatter_http_requests:rate5m';
const P95 = 'service:fechatter_http_request_duration_seconds:p95_5m';
const HIT_RATIO = 'service:fechatter_cache:hit_ratio_rate5m';
const CONNECTIONS_SUM = 'service:notify_sse_connections:sum';
/** Rules about Fechatter's services, as far as the configuration declares the metrics that they read. */
function fechatterRules(context) {
    const declared = new Set(context.config.services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).map((metric) => metric.name)));
    return {
        name: 'fechatter',
        rules: [...recordings(), ...httpAlerts(context), ...deliveryAlerts(context), ...workerAlerts(context)]
            .filter((rule) => rule.needs.every((metric) => declared.has(metric)))
            .map(({ needs: _, ...rule }) => rule),
    };
}
/** The share of `part` in `whole`: 0 while `part` does not exist, empty while `whole` does not increase. */
const ratio = (part, whole) => `(\n  ${part}\n  or\n  0 * ${whole}\n)\n/\n(${whole} > 0)`;
function recordings() {
    return [
        { needs: [REQUESTS], record: REQUEST_RATE, expr: serviceRate(REQUESTS, '5m') },
        ...BURN_WINDOWS.map((window) => ({
            needs: [REQUESTS],
            record: errorRatio(window),
            expr: ratio(serviceRate(REQUESTS, window, 'status=~"5.."'), serviceRate(REQUESTS, window)),
            comment: noFailureYet(REQUESTS),
        })),
        {
            needs: [REQUEST_DURATION],
            record: P95,
            expr: quantile(0.95, REQUEST_DURATION, { window: '5m', by: 'service' }),
            comment: [
                'An exporter exposes a histogram or a summary, never both.',
                `pint disable promql/series(${REQUEST_DURATION}_bucket)`,
                `pint disable promql/series(${REQUEST_DURATION})`,
            ],
        },
        {
            needs: [HITS, LOOKUPS],
            record: HIT_RATIO,
            expr: ratio(serviceRate(HITS, '5m'), serviceRate(LOOKUPS, '5m')),
        },
        { needs: [CONNECTIONS], record: CONNECTIONS_SUM, expr: `sum by (service) (${CONNECTIONS})` },
    ];
}
/** Multi-window burn rates of the SRE workbook: 2 % of a 30-day budget in one hour, 5 % in six hours. */
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
            description: 'The error rate has been more than 14.4 times the error budget for an hour and still is: at this rate the budget of a month lasts two days.',
            panel: panels/* overviewPanels */.Hd.errorRate,
            comment: noFailureYet(REQUESTS),
        },
        {
            needs: [REQUESTS],
            alert: 'ErrorBudgetBurnSlow',
            expr: burn(context, 6, ['30m', '6h']),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
            description: 'The error rate has been more than 6 times the error budget for six hours and still is: at this rate the budget of a month lasts five days.',
            panel: panels/* overviewPanels */.Hd.errorRate,
            comment: noFailureYet(REQUESTS),
        },
        {
            needs: [REQUEST_DURATION, REQUESTS],
            alert: 'LatencyHigh',
            expr: `${P95} > ${(0,thresholds/* secondsOf */.TM)(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
            description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
            panel: panels/* overviewPanels */.Hd.responseTime,
        },
        {
            needs: [HITS, LOOKUPS],
            alert: 'CacheHitRatioLow',
            expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${serviceRate(LOOKUPS, '5m')} > ${T.min_request_rate}`,
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }}: only {{ $value | humanizePercentage }} of the cache lookups hit',
            description: 'The database has to answer what the cache should. This is expected for some minutes after a restart of the cache.',
            panel: panels/* overviewPanels */.Hd.cacheHitRatio,
        },
    ];
}
function deliveryAlerts({ config }) {
    const T = config.alerts;
    const before = `avg_over_time(${CONNECTIONS_SUM}[30m] offset 10m)`;
    const sent = (window) => `sum(rate(${MESSAGES}[${window}]))`;
    const notify = servicesWith(config, CONSUMED);
    return [
        {
            needs: [CONNECTIONS],
            alert: 'NotifySSEConnectionsDropped',
            // The sum is recorded first: averages per machine would count both old and new machines after a deployment.
            expr: `${CONNECTIONS_SUM} < ${withoutNoise(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
            for: '3m',
            severity: 'critical',
            summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
            description: `More than ${percentText(T.sse_connections_lost)} of the SSE connections of ten minutes ago were closed and have not been reopened.`,
            panel: panels/* overviewPanels */.Hd.connections,
        },
        {
            needs: [CONNECTIONS, DELIVERIES, MESSAGES],
            alert: 'NotifyFanoutStalled',
            // "unless": a delivery counter that does not exist means the same as one that does not increase.
            expr: [
                `sum by (service) (${CONNECTIONS}) > 0`,
                `unless ${serviceRate(DELIVERIES, '5m')} > 0`,
                `and on () ${sent('5m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '5m',
            severity: 'critical',
            summary: '{{ $labels.service }} delivers no messages to {{ $value | humanize }} connections',
            description: 'Messages are sent and clients are connected, but no message is delivered over SSE.',
            panel: panels/* overviewPanels */.Hd.messageRate,
        },
        {
            needs: [CONSUMED, MESSAGES],
            alert: 'NatsConsumerLagging',
            expr: [
                `(${serviceRate(CONSUMED, '10m')} or ${zeroWhileUp(notify, { by: 'service' })})`,
                `< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
                `and on () ${sent('10m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }} falls behind the messages that are sent',
            description: `It processes {{ $value | humanize }} events per second from NATS, less than ${percentText(T.nats_processed_ratio)} of the messages sent. ` +
                'The number of pending events is known to NATS only (num_pending of the consumer).',
            panel: panels/* overviewPanels */.Hd.messageRate,
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
                `(${serviceRate(INGESTED, '15m')} or ${zeroWhileUp(servicesWith(config, INGESTED), { by: 'service' })}) == 0`,
                `and on () sum(rate(${REQUESTS}[15m])) > ${T.min_request_rate}`,
            ].join('\n'),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} processes no events',
            description: 'There is traffic, but no event has been processed for 15 minutes.',
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
        {
            needs: [CLICKHOUSE],
            alert: 'ClickHouseWritesFailing',
            expr: failing(CLICKHOUSE, '10m', T.clickhouse_failure_ratio),
            comment: noFailureYet(CLICKHOUSE),
            for: '10m',
            severity: 'critical',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the ClickHouse operations fail',
            description: `More than ${percentText(T.clickhouse_failure_ratio)} of the operations fail: events are lost.`,
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
        {
            needs: [AGENT],
            alert: 'BotAgentErrors',
            expr: failing(AGENT, '30m', T.bot_failure_ratio),
            comment: noFailureYet(AGENT),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the AI agent requests fail',
            description: `More than ${percentText(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
    ];
}
/** Without a failure there is no failed series, and no alert: here an empty numerator is correct. */
const failing = (metric, window, limit) => [
    `${serviceRate(metric, window, FAILED_STATUS)} / ${serviceRate(metric, window)} > ${limit}`,
    `and sum by (service) (increase(${metric}{${FAILED_STATUS}}[${window}])) >= ${MIN_FAILURES}`,
].join('\n');

// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/desired/alertmanager/routes.js
var routes = __webpack_require__(1881);
;// CONCATENATED MODULE: ./build/desired/alerts/self-monitoring.js


/**
 * What Prometheus can report about itself, as expressions that rules and dashboards share. They work with both 2.42 and
 * 3.x, whose metric names differ (compared on 2.42.0 and 3.14.0).
 */
/** 0 while Prometheus scrapes itself: for counts that have no series when there is nothing to count. */
const SELF_ZERO = zeroWhileUp([prometheus/* SELF_JOB */.P8]);
const NEWEST = [
    // 3.x: per queue, and exact. 2.42 has only the second one.
    'prometheus_remote_storage_queue_highest_timestamp_seconds',
    'prometheus_remote_storage_highest_timestamp_in_seconds',
].join(' or ');
/**
 * Seconds by which the newest sample that remote write has delivered is older than the newest sample.
 * 2.42 has no "sent" series before the first success, hence the 0: with a wrong URL nothing ever succeeds.
 * Returns nothing while remote write is off: then there are no shards.
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
 * Bytes of the blocks, the write-ahead log and the chunks of the head: what Prometheus has written to its volume.
 * The overhead of the file system and the free space are known to Fly only. 2.42 does not measure the last two.
 */
const VOLUME_USED = [
    'sum(prometheus_tsdb_storage_blocks_bytes)',
    '+ (sum(prometheus_tsdb_wal_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
    '+ (sum(prometheus_tsdb_head_chunks_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
].join('\n');
/** Recorded, because only the configuration knows it: the size of the volume that Prometheus writes to. */
const VOLUME_SIZE = 'monitoring:volume_size:bytes';

;// CONCATENATED MODULE: ./build/desired/alerts/monitoring.js






/** Rules about Prometheus itself, from its self-scrape. */
function monitoringRules(context) {
    return {
        name: 'monitoring',
        rules: [
            volumeSize(context),
            ...(context.remoteWrite ? [remoteWriteBehind(context), REMOTE_WRITE_FAILING] : []),
            volumeFilling(context),
            CONFIG_RELOAD_FAILED,
            RULE_FAILURES,
            watchdog(context),
            ...(hasDrill(context) ? [drill(context)] : []),
        ],
    };
}
/** Fly sizes a volume in GB; 10^9 bytes is the lower estimate. */
const bytes = ({ config }) => config.monitoring.volume.size_gb * 1e9;
const volumeSize = (context) => ({
    record: VOLUME_SIZE,
    expr: `vector(${bytes(context)})`,
});
/**
 * Two alerts, because each one detects what the other does not: with a wrong key samples fail but the newest timestamp
 * advances; with a wrong URL nothing fails and nothing is ever sent.
 */
const remoteWriteBehind = ({ config }) => ({
    alert: 'RemoteWriteBehind',
    expr: `(\n${REMOTE_WRITE_DELAY}\n) > ${(0,thresholds/* secondsOf */.TM)(config.alerts.remote_write_delay)}`,
    for: '5m',
    severity: 'warning',
    summary: 'Remote write is {{ $value | humanizeDuration }} behind',
    description: 'Samples do not reach the remote Prometheus in time: it cannot be reached, is too slow, or has never accepted a sample.',
    panel: panels/* monitoringPanels */.wP.remoteWriteDelay,
    comment: [
        'Prometheus 2 and 3 have one of these each.',
        'pint disable promql/series(prometheus_remote_storage_queue_highest_timestamp_seconds)',
        'pint disable promql/series(prometheus_remote_storage_highest_timestamp_in_seconds)',
        'Does not exist before the first success.',
        'pint disable promql/series(prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
    ],
});
// Since Prometheus 3 a relabelling that drops series on purpose counts as "dropped" too, with this reason.
const DROPPED = sumRate('prometheus_remote_storage_samples_dropped_total', {
    matchers: ['reason!="dropped_series"'],
    window: '5m',
});
const FAILED = sumRate('prometheus_remote_storage_samples_failed_total', { window: '5m' });
const REMOTE_WRITE_FAILING = {
    alert: 'RemoteWriteFailing',
    expr: `${FAILED} + (${DROPPED} or 0 * ${FAILED}) > 0`,
    for: '10m',
    severity: 'critical',
    summary: 'Remote write loses {{ $value | humanize }} samples per second',
    description: 'The remote Prometheus rejects samples, or they are dropped before they are sent: they are lost there. The usual cause is the key, the user or a limit.',
    panel: panels/* monitoringPanels */.wP.remoteWriteLosses,
    comment: [
        'Does not exist before the first loss.',
        'pint disable promql/series(prometheus_remote_storage_samples_dropped_total)',
    ],
};
const volumeFilling = (context) => ({
    alert: 'VolumeFilling',
    expr: `(\n${VOLUME_USED}\n) / ${bytes(context)} > ${context.config.alerts.volume_used_ratio}`,
    for: '15m',
    severity: 'warning',
    summary: 'Prometheus uses {{ $value | humanizePercentage }} of its volume',
    description: `The volume ${context.config.monitoring.volume.name} has ${context.config.monitoring.volume.size_gb} GB. ` +
        'When it is full, Prometheus stops: there are no samples and no alerts.',
    panel: panels/* monitoringPanels */.wP.volume,
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
    summary: '{{ $labels.app }} runs with an old configuration',
    description: 'Prometheus could not load its new configuration and still uses the previous one. After the next restart it may not start at all.',
    panel: panels/* monitoringPanels */.wP.rules,
};
const RULE_FAILURES = {
    alert: 'RuleFailures',
    expr: 'sum by (app, service, rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Rules of {{ $labels.rule_group }} cannot be evaluated',
    description: 'Prometheus cannot evaluate rules, so alerts that depend on them do not fire. The page /rules of Prometheus shows the reason.',
    panel: panels/* monitoringPanels */.wP.rules,
};
/**
 * With an Alertmanager each start of Prometheus is an alert of its own, so that each receiver is tested by one message
 * after each start; it fires at once, so that a deploy can wait for it. `vector(1)` while Prometheus does not scrape itself.
 */
const watchdog = ({ config: { alerts } }) => ({
    alert: routes/* WATCHDOG_ALERT */.DU,
    expr: alerts.notify ? `${STARTED}\nor on ()\nvector(1)` : 'vector(1)',
    for: alerts.notify ? '0s' : '1m',
    severity: 'none',
    summary: alerts.notify ? 'Alerts reach this receiver' : 'Alerting works',
    description: "This alert always fires. Send it to a dead man's switch: when it stops arriving, other alerts do not arrive either.",
    panel: panels/* monitoringPanels */.wP.rules,
    comment: ['This alert is meant to always fire.', 'pint disable alerts/comparison'],
});
/** Without a password, anyone could knock, and wake the team. */
const hasDrill = ({ config: { alerts, monitoring } }) => alerts.notify !== undefined && monitoring.access === 'password';
/** Fires for a minute or four scrapes after `deploy-monitoring drill` has knocked, and ends by itself. */
function drill({ config }) {
    const seconds = Math.max(60, 4 * (0,thresholds/* secondsOf */.TM)(config.monitoring.scrape_interval));
    const counter = `prometheus_http_requests_total{job="${prometheus/* SELF_JOB */.P8}",handler="${prometheus/* DRILL */.su.handler}",code="${prometheus/* DRILL */.su.code}"}`;
    return {
        alert: prometheus/* DRILL */.su.alert,
        // Not increase(): the first knock makes the series, which has no value to increase from.
        expr: `sum(${counter})\n- (sum(${counter} offset ${seconds}s) or vector(0))\n> ${prometheus/* DRILL */.su.requests}`,
        for: '0s',
        severity: 'critical',
        summary: 'This is a drill: someone tests whether alerts arrive',
        description: `Nothing is wrong with ${config.monitoring.app}. \`deploy-monitoring drill\` sends this alert, and it ends by itself.`,
        panel: panels/* monitoringPanels */.wP.rules,
        comment: [
            'Counted only while there is a drill.',
            'pint disable promql/series(prometheus_http_requests_total)',
        ],
    };
}
/** When Prometheus started, in seconds since the epoch, as the label `started`. */
const STARTED = `count_values("started", process_start_time_seconds{job="${prometheus/* SELF_JOB */.P8}"})`;

// EXTERNAL MODULE: ./build/desired/alerts/rule.js
var alerts_rule = __webpack_require__(1687);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
// EXTERNAL MODULE: ./build/config/services.js
var config_services = __webpack_require__(6927);
;// CONCATENATED MODULE: ./build/desired/alerts/targets.js








/** Recorded: the targets of each service that Prometheus finds, whether they answer or not. */
const TARGETS_FOUND = 'service:targets:found';
/**
 * Recorded: the targets that each service should have. Dashboards subtract from it, because a machine that stopped or was
 * destroyed leaves the private DNS, and its series just end.
 */
const TARGETS_EXPECTED = 'service:targets:expected';
/** Rules about scraping: they apply to any service of any configuration. */
function targetRules(context) {
    const { services } = context.config;
    const everything = matcherBraces(oneOfMatcher('service', [...services.map((service) => service.name), prometheus/* SELF_JOB */.P8]));
    return {
        name: 'targets',
        rules: [
            { record: TARGETS_FOUND, expr: `count by (app, service) (up${everything})` },
            targetsExpected(context),
            targetDown(everything),
            ...serviceAbsent(services),
            emptyExposition(everything),
            ...services.flatMap(metricAbsent),
            scrapeSlow(context),
        ],
    };
}
/**
 * As many as there usually were in the last day (the median: a blue-green deployment doubles the machines for minutes), more
 * while there are more, and at least one. Of a service that may stop, those that exist are expected.
 */
function targetsExpected({ config }) {
    const always = [
        ...config.services
            .filter((service) => !(0,config_services/* isOnFly */.dC)(service) || !service.may_stop)
            .map((service) => ({ name: service.name, app: (0,config_services/* appLabelOf */.RX)(service) })),
        { name: prometheus/* SELF_JOB */.P8, app: config.monitoring.app },
    ];
    const one = (label, values) => oneOfMatcher(label, [...new Set(values)]);
    const declaredOnly = matcherBraces(one('app', always.map(({ app }) => app)), one('service', always.map(({ name }) => name)));
    const usual = `ceil(quantile_over_time(0.5, ${TARGETS_FOUND}${declaredOnly}[1d]))`;
    const declared = always.map(({ name, app }) => `label_replace(label_replace(vector(1), "app", "${app}", "", ""), "service", "${name}", "", "")`);
    return {
        record: TARGETS_EXPECTED,
        expr: [`(${TARGETS_FOUND} > ${usual})`, usual, TARGETS_FOUND, ...declared].join('\nor\n'),
    };
}
/**
 * Counted by service, not by machine: an instance is an address that changes with a deployment, and an alert whose labels
 * change is a new alert.
 */
const targetDown = (selector) => ({
    alert: 'TargetDown',
    expr: `count by (app, service) (up${selector} == 0)`,
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.service }}: Prometheus cannot scrape {{ $value }} target(s)',
    description: 'Prometheus cannot read the metrics of {{ $labels.service }} in {{ $labels.app }}, although it should be running. ' +
        'The page /targets of Prometheus shows the reason.',
    panel: panels/* monitoringPanels */.wP.targets,
});
/**
 * A stopped machine is removed from the private DNS, and its target with it: nothing is "down" then, so only the absence
 * of the series shows it. A service that may stop is left out, and one with static addresses, whose targets always exist.
 */
function serviceAbsent(services) {
    const absent = services
        .filter(config_services/* isOnFly */.dC)
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
            summary: '{{ $labels.service }}: Prometheus does not find any machine',
            description: 'No machine that runs {{ $labels.service }} is in the private DNS: all machines are stopped or destroyed, or the app does not exist.',
            panel: panels/* monitoringPanels */.wP.targets,
        },
    ];
}
const emptyExposition = (selector) => ({
    alert: 'EmptyExposition',
    expr: `count by (app, service) (scrape_samples_scraped${selector} == 0 and up${selector} == 1)`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.service }}: {{ $value }} target(s) return an empty page',
    description: 'The metrics endpoint of {{ $labels.service }} returns status 200 without any samples: the target is up, but it is not monitored.',
    panel: panels/* monitoringPanels */.wP.samples,
});
/**
 * The metrics that a service is declared to always expose, compared with what it exposes. Does not fire while the service
 * is down or its page is empty: other alerts report that.
 */
function metricAbsent(service) {
    const declared = (0,declared_metrics/* declaredMetrics */.A)(service).filter((metric) => metric.expect === 'always');
    if (declared.length === 0)
        return [];
    const matcher = `service="${service.name}"`;
    const absent = declared.map((metric) => `  label_replace(absent(${seriesOf(existing(metric), matcher)}), "metric", "${metric.name}", "", "")`);
    return [
        {
            alert: 'MetricAbsent',
            about: service.name,
            expr: `(\n${absent.join('\n  or\n')}\n)\nand on (service) max by (service) (scrape_samples_scraped${matcherBraces(matcher)}) > 0`,
            for: '15m',
            severity: 'warning',
            summary: `{{ $labels.service }} does not expose {{ $labels.metric }}`,
            description: 'The configuration declares {{ $labels.metric }}, but {{ $labels.service }} is up without it. ' +
                'Panels and alerts that use it do not work.',
            panel: panels/* monitoringPanels */.wP.samples,
        },
    ];
}
/** A series that exists whenever the metric exists. */
const existing = (metric) => `${metric.name}${(0,metric_types/* countedPart */.IF)(metric.type)}`;
/** A service with a scrape timeout of its own has a limit of its own, unless `alerts.slow_scrape` sets it for all. */
function scrapeSlow({ config }) {
    const { monitoring, alerts, services } = config;
    const timeoutOf = (service) => (0,thresholds/* secondsOf */.TM)((0,scrape_options/* scrapeTimes */.nZ)(service, monitoring).timeout);
    const names = new Map([[timeoutOf({}), []]]);
    for (const service of services)
        names.set(timeoutOf(service), [...(names.get(timeoutOf(service)) ?? []), service.name]);
    names.get(timeoutOf({}))?.push(prometheus/* SELF_JOB */.P8);
    const limitOf = (timeout) => alerts.slow_scrape === undefined ? timeout / 2 : (0,thresholds/* secondsOf */.TM)(alerts.slow_scrape);
    const parts = [...names].map(([timeout, of]) => {
        const selector = matcherBraces(oneOfMatcher('service', of));
        return `max by (app, service) (scrape_duration_seconds${selector}) > ${limitOf(timeout)}`;
    });
    const timeouts = [...names.keys()];
    return {
        alert: 'ScrapeSlow',
        expr: parts.join('\nor\n'),
        for: '10m',
        severity: 'warning',
        summary: '{{ $labels.service }}: scrapes take {{ $value | humanizeDuration }}',
        description: `A scrape of {{ $labels.service }} takes longer than ${timeouts.map((timeout) => `${limitOf(timeout)} s`).join(' or ')}. After its timeout (${timeouts.map((timeout) => `${timeout} s`).join(' or ')}) all its samples are lost.`,
        panel: panels/* monitoringPanels */.wP.scrapeDuration,
    };
}

;// CONCATENATED MODULE: ./build/desired/alerts/groups.js





/** All rules of a configuration, in groups; a group is evaluated in order, recording rules first. */
function ruleGroups(config, options) {
    const context = { config, ...options };
    return [targetRules(context), monitoringRules(context), fechatterRules(context)]
        .filter((group) => group.rules.length > 0)
        .map(({ name, rules }) => ({ name, rules: rules.map((rule) => ofDashboard(rule, config)) }));
}
/** The rule with the dashboard that this configuration has: only Fechatter's has Fechatter's name. */
const ofDashboard = (rule, config) => (0,alerts_rule/* isAlert */.H)(rule)
    ? { ...rule, panel: { ...rule.panel, dashboard: (0,shipped_dashboards/* shippedUid */.sC)(rule.panel.dashboard, config) } }
    : rule;
/** The names of the recorded series. */
const recordedByRules = (groups) => groups.flatMap((group) => group.rules.flatMap((rule) => ((0,alerts_rule/* isAlert */.H)(rule) ? [] : [rule.record])));
/** The alerting rules of the groups. */
const alertsOf = (groups) => groups.flatMap((group) => group.rules.filter(alerts_rule/* isAlert */.H));


/***/ }),

/***/ 5982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ overviewPanels),
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   wP: () => (/* binding */ monitoringPanels)
/* harmony export */ });
/* unused harmony exports OVERVIEW_DASHBOARD, MONITORING_DASHBOARD */
const OVERVIEW_DASHBOARD = 'fechatter-overview';
const MONITORING_DASHBOARD = 'fechatter-monitoring';
const panels = (dashboard, names) => Object.fromEntries(names.map((name, i) => [name, { dashboard, panel: i + 1 }]));
/** Append only: links contain the ids, so an id must keep its meaning. */
const overviewPanels = panels(OVERVIEW_DASHBOARD, [
    'requestRate',
    'errorRate',
    'responseTime',
    'activeUsers',
    'messageRate',
    'connections',
    'cacheHitRatio',
    'machinesUp',
    'errorsNow',
    'latencyNow',
    'firingAlerts',
]);
const monitoringPanels = panels(MONITORING_DASHBOARD, [
    'targets',
    'scrapeDuration',
    'samples',
    'series',
    'remoteWriteDelay',
    'remoteWriteLosses',
    'volume',
    'rules',
    'machinesUp',
    'volumeNow',
    'remoteWriteNow',
    'firingAlerts',
]);
/** The URL of a panel in the Grafana at `base`; without `base`, the path in any Grafana. */
const panelUrl = (ref, base = '') => `${base.replace(/(?<!\/)\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 1687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isAlert)
/* harmony export */ });
const isAlert = (rule) => 'alert' in rule;


/***/ })

};

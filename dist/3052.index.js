export const id = 3052;
export const ids = [3052,3287];
export const modules = {

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assetPath: () => (/* binding */ assetPath),
/* harmony export */   packageVersion: () => (/* binding */ packageVersion),
/* harmony export */   readAsset: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships with the code (`dashboards/…`, `templates/…`). This file stays directly in src/:
 * `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships with the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}
/** The version of this program, from its package.json. */
const packageVersion = () => JSON.parse(readAsset('package.json')).version;


/***/ }),

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

/***/ 3539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ servicesWith),
/* harmony export */   CY: () => (/* binding */ LOOKUPS),
/* harmony export */   H0: () => (/* binding */ REQUESTS),
/* harmony export */   J3: () => (/* binding */ withoutNoise),
/* harmony export */   Kt: () => (/* binding */ noFailureYet),
/* harmony export */   Ms: () => (/* binding */ serviceRate),
/* harmony export */   PO: () => (/* binding */ FAILED_STATUS),
/* harmony export */   RG: () => (/* binding */ CLICKHOUSE),
/* harmony export */   Sr: () => (/* binding */ AGENT),
/* harmony export */   Uk: () => (/* binding */ CONNECTIONS),
/* harmony export */   XG: () => (/* binding */ HITS),
/* harmony export */   fL: () => (/* binding */ percentText),
/* harmony export */   fQ: () => (/* binding */ MIN_FAILURES),
/* harmony export */   fe: () => (/* binding */ CONSUMED),
/* harmony export */   nl: () => (/* binding */ MESSAGES),
/* harmony export */   rV: () => (/* binding */ DELIVERIES),
/* harmony export */   s3: () => (/* binding */ INGESTED),
/* harmony export */   tr: () => (/* binding */ REQUEST_DURATION)
/* harmony export */ });
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1222);

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
const serviceRate = (metric, window, ...matchers) => (0,_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .sumRate */ .yb)(metric, { window, matchers, by: 'service' });
const noFailureYet = (metric) => [
    'As long as nothing has failed, no series has such a status.',
    `pint rule/set promql/series(${metric}) ignore/label-value status`,
];
const percentText = (share) => `${withoutNoise(share * 100)} %`;
/** A number without the rounding error of binary fractions: 0.3, not 0.30000000000000004. */
const withoutNoise = (value) => Number(value.toPrecision(6));
/** The services that declare a metric. */
const servicesWith = (config, metric) => config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name);


/***/ }),

/***/ 3052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  alertsOf: () => (/* binding */ alertsOf),
  recordedByRules: () => (/* binding */ recordedByRules),
  ruleGroups: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./build/desired/dashboards/shipped.js + 5 modules
var shipped = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/config/declared-metrics.js
var declared_metrics = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/config/thresholds.js
var thresholds = __webpack_require__(4527);
// EXTERNAL MODULE: ./build/desired/alerts/fechatter-metrics.js
var fechatter_metrics = __webpack_require__(3539);
// EXTERNAL MODULE: ./build/desired/alerts/panels.js
var panels = __webpack_require__(5982);
// EXTERNAL MODULE: ./build/desired/alerts/promql.js
var promql = __webpack_require__(1222);
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
        { needs: [fechatter_metrics/* REQUESTS */.H0], record: REQUEST_RATE, expr: (0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* REQUESTS */.H0, '5m') },
        ...BURN_WINDOWS.map((window) => ({
            needs: [fechatter_metrics/* REQUESTS */.H0],
            record: errorRatio(window),
            expr: ratio((0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* REQUESTS */.H0, window, 'status=~"5.."'), (0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* REQUESTS */.H0, window)),
            comment: (0,fechatter_metrics/* noFailureYet */.Kt)(fechatter_metrics/* REQUESTS */.H0),
        })),
        {
            needs: [fechatter_metrics/* REQUEST_DURATION */.tr],
            record: P95,
            expr: (0,promql/* quantile */.YV)(0.95, fechatter_metrics/* REQUEST_DURATION */.tr, { window: '5m', by: 'service' }),
            comment: [
                'An exporter exposes a histogram or a summary, never both.',
                `pint disable promql/series(${fechatter_metrics/* REQUEST_DURATION */.tr}_bucket)`,
                `pint disable promql/series(${fechatter_metrics/* REQUEST_DURATION */.tr})`,
            ],
        },
        {
            needs: [fechatter_metrics/* HITS */.XG, fechatter_metrics/* LOOKUPS */.CY],
            record: HIT_RATIO,
            expr: ratio((0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* HITS */.XG, '5m'), (0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* LOOKUPS */.CY, '5m')),
        },
        { needs: [fechatter_metrics/* CONNECTIONS */.Uk], record: CONNECTIONS_SUM, expr: `sum by (service) (${fechatter_metrics/* CONNECTIONS */.Uk})` },
    ];
}
/** Multi-window burn rates of the SRE workbook: 2 % of a 30-day budget in one hour, 5 % in six hours. */
function burn(context, factor, [now, long]) {
    const limit = `${factor} * ${context.config.alerts.error_budget}`;
    const failures = `sum by (service) (increase(${fechatter_metrics/* REQUESTS */.H0}{status=~"5.."}[${long}]))`;
    return [
        `${errorRatio(now)} > ${limit}`,
        `and ${errorRatio(long)} > ${limit}`,
        `and ${failures} >= ${fechatter_metrics/* MIN_FAILURES */.fQ}`,
    ].join('\n');
}
function httpAlerts(context) {
    const T = context.config.alerts;
    return [
        {
            needs: [fechatter_metrics/* REQUESTS */.H0],
            alert: 'ErrorBudgetBurnFast',
            expr: burn(context, 14.4, ['5m', '1h']),
            for: '2m',
            severity: 'critical',
            summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
            description: 'The error rate has been more than 14.4 times the error budget for an hour and still is: at this rate the budget of a month lasts two days.',
            panel: panels/* overviewPanels */.Hd.errorRate,
            comment: (0,fechatter_metrics/* noFailureYet */.Kt)(fechatter_metrics/* REQUESTS */.H0),
        },
        {
            needs: [fechatter_metrics/* REQUESTS */.H0],
            alert: 'ErrorBudgetBurnSlow',
            expr: burn(context, 6, ['30m', '6h']),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
            description: 'The error rate has been more than 6 times the error budget for six hours and still is: at this rate the budget of a month lasts five days.',
            panel: panels/* overviewPanels */.Hd.errorRate,
            comment: (0,fechatter_metrics/* noFailureYet */.Kt)(fechatter_metrics/* REQUESTS */.H0),
        },
        {
            needs: [fechatter_metrics/* REQUEST_DURATION */.tr, fechatter_metrics/* REQUESTS */.H0],
            alert: 'LatencyHigh',
            expr: `${P95} > ${(0,thresholds/* secondsOf */.TM)(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
            description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
            panel: panels/* overviewPanels */.Hd.responseTime,
        },
        {
            needs: [fechatter_metrics/* HITS */.XG, fechatter_metrics/* LOOKUPS */.CY],
            alert: 'CacheHitRatioLow',
            expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${(0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* LOOKUPS */.CY, '5m')} > ${T.min_request_rate}`,
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
    const sent = (window) => `sum(rate(${fechatter_metrics/* MESSAGES */.nl}[${window}]))`;
    const notify = (0,fechatter_metrics/* servicesWith */.$b)(config, fechatter_metrics/* CONSUMED */.fe);
    return [
        {
            needs: [fechatter_metrics/* CONNECTIONS */.Uk],
            alert: 'NotifySSEConnectionsDropped',
            // The sum is recorded first: averages per machine would count both old and new machines after a deployment.
            expr: `${CONNECTIONS_SUM} < ${(0,fechatter_metrics/* withoutNoise */.J3)(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
            for: '3m',
            severity: 'critical',
            summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
            description: `More than ${(0,fechatter_metrics/* percentText */.fL)(T.sse_connections_lost)} of the SSE connections of ten minutes ago were closed and have not been reopened.`,
            panel: panels/* overviewPanels */.Hd.connections,
        },
        {
            needs: [fechatter_metrics/* CONNECTIONS */.Uk, fechatter_metrics/* DELIVERIES */.rV, fechatter_metrics/* MESSAGES */.nl],
            alert: 'NotifyFanoutStalled',
            // "unless": a delivery counter that does not exist means the same as one that does not increase.
            expr: [
                `sum by (service) (${fechatter_metrics/* CONNECTIONS */.Uk}) > 0`,
                `unless ${(0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* DELIVERIES */.rV, '5m')} > 0`,
                `and on () ${sent('5m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '5m',
            severity: 'critical',
            summary: '{{ $labels.service }} delivers no messages to {{ $value | humanize }} connections',
            description: 'Messages are sent and clients are connected, but no message is delivered over SSE.',
            panel: panels/* overviewPanels */.Hd.messageRate,
        },
        {
            needs: [fechatter_metrics/* CONSUMED */.fe, fechatter_metrics/* MESSAGES */.nl],
            alert: 'NatsConsumerLagging',
            expr: [
                `(${(0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* CONSUMED */.fe, '10m')} or ${(0,promql/* zeroWhileUp */.jZ)(notify, { by: 'service' })})`,
                `< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
                `and on () ${sent('10m')} > ${T.min_message_rate}`,
            ].join('\n'),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }} falls behind the messages that are sent',
            description: `It processes {{ $value | humanize }} events per second from NATS, less than ${(0,fechatter_metrics/* percentText */.fL)(T.nats_processed_ratio)} of the messages sent. ` +
                'The number of pending events is known to NATS only (num_pending of the consumer).',
            panel: panels/* overviewPanels */.Hd.messageRate,
        },
    ];
}
function workerAlerts({ config }) {
    const T = config.alerts;
    return [
        {
            needs: [fechatter_metrics/* INGESTED */.s3, fechatter_metrics/* REQUESTS */.H0],
            alert: 'AnalyticsIngestStalled',
            expr: [
                `(${(0,fechatter_metrics/* serviceRate */.Ms)(fechatter_metrics/* INGESTED */.s3, '15m')} or ${(0,promql/* zeroWhileUp */.jZ)((0,fechatter_metrics/* servicesWith */.$b)(config, fechatter_metrics/* INGESTED */.s3), { by: 'service' })}) == 0`,
                `and on () sum(rate(${fechatter_metrics/* REQUESTS */.H0}[15m])) > ${T.min_request_rate}`,
            ].join('\n'),
            for: '15m',
            severity: 'warning',
            summary: '{{ $labels.service }} processes no events',
            description: 'There is traffic, but no event has been processed for 15 minutes.',
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
        {
            needs: [fechatter_metrics/* CLICKHOUSE */.RG],
            alert: 'ClickHouseWritesFailing',
            expr: failing(fechatter_metrics/* CLICKHOUSE */.RG, '10m', T.clickhouse_failure_ratio),
            comment: (0,fechatter_metrics/* noFailureYet */.Kt)(fechatter_metrics/* CLICKHOUSE */.RG),
            for: '10m',
            severity: 'critical',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the ClickHouse operations fail',
            description: `More than ${(0,fechatter_metrics/* percentText */.fL)(T.clickhouse_failure_ratio)} of the operations fail: events are lost.`,
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
        {
            needs: [fechatter_metrics/* AGENT */.Sr],
            alert: 'BotAgentErrors',
            expr: failing(fechatter_metrics/* AGENT */.Sr, '30m', T.bot_failure_ratio),
            comment: (0,fechatter_metrics/* noFailureYet */.Kt)(fechatter_metrics/* AGENT */.Sr),
            for: '10m',
            severity: 'warning',
            summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the AI agent requests fail',
            description: `More than ${(0,fechatter_metrics/* percentText */.fL)(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
            panel: panels/* overviewPanels */.Hd.requestRate,
        },
    ];
}
/** Without a failure there is no failed series, and no alert: here an empty numerator is correct. */
const failing = (metric, window, limit) => [
    `${(0,fechatter_metrics/* serviceRate */.Ms)(metric, window, fechatter_metrics/* FAILED_STATUS */.PO)} / ${(0,fechatter_metrics/* serviceRate */.Ms)(metric, window)} > ${limit}`,
    `and sum by (service) (increase(${metric}{${fechatter_metrics/* FAILED_STATUS */.PO}}[${window}])) >= ${fechatter_metrics/* MIN_FAILURES */.fQ}`,
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
const SELF_ZERO = (0,promql/* zeroWhileUp */.jZ)([prometheus/* SELF_JOB */.gu]);
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
const DROPPED = (0,promql/* sumRate */.yb)('prometheus_remote_storage_samples_dropped_total', {
    matchers: ['reason!="dropped_series"'],
    window: '5m',
});
const FAILED = (0,promql/* sumRate */.yb)('prometheus_remote_storage_samples_failed_total', { window: '5m' });
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
    const counter = `prometheus_http_requests_total{job="${prometheus/* SELF_JOB */.gu}",handler="${prometheus/* DRILL */.su.handler}",code="${prometheus/* DRILL */.su.code}"}`;
    return {
        alert: prometheus/* DRILL */.su.alert,
        // Only an increase is a drill: after a scrape that failed, or a restart, the counter is there again at its old value.
        expr: `sum(increase(${counter}[${seconds}s])) > ${prometheus/* DRILL */.su.requests}`,
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
const STARTED = `count_values("started", process_start_time_seconds{job="${prometheus/* SELF_JOB */.gu}"})`;

// EXTERNAL MODULE: ./build/desired/alerts/rule.js
var alerts_rule = __webpack_require__(1687);
// EXTERNAL MODULE: ./build/desired/alerts/slos.js
var slos = __webpack_require__(2168);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
// EXTERNAL MODULE: ./build/config/services.js
var config_services = __webpack_require__(6927);
// EXTERNAL MODULE: ./build/formats/metric-types.js
var metric_types = __webpack_require__(9459);
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
    const everything = (0,promql/* matcherBraces */.RU)((0,promql/* oneOfMatcher */.In)('service', [...services.map((service) => service.name), prometheus/* SELF_JOB */.gu]));
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
        { name: prometheus/* SELF_JOB */.gu, app: config.monitoring.app },
    ];
    const one = (label, values) => (0,promql/* oneOfMatcher */.In)(label, [...new Set(values)]);
    const declaredOnly = (0,promql/* matcherBraces */.RU)(one('app', always.map(({ app }) => app)), one('service', always.map(({ name }) => name)));
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
    const absent = declared.map((metric) => `  label_replace(absent(${(0,promql/* seriesOf */.Lf)(existing(metric), matcher)}), "metric", "${metric.name}", "", "")`);
    return [
        {
            alert: 'MetricAbsent',
            about: service.name,
            expr: `(\n${absent.join('\n  or\n')}\n)\nand on (service) max by (service) (scrape_samples_scraped${(0,promql/* matcherBraces */.RU)(matcher)}) > 0`,
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
    names.get(timeoutOf({}))?.push(prometheus/* SELF_JOB */.gu);
    const limitOf = (timeout) => alerts.slow_scrape === undefined ? timeout / 2 : (0,thresholds/* secondsOf */.TM)(alerts.slow_scrape);
    const parts = [...names].map(([timeout, of]) => {
        const selector = (0,promql/* matcherBraces */.RU)((0,promql/* oneOfMatcher */.In)('service', of));
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
    return [targetRules(context), monitoringRules(context), fechatterRules(context), (0,slos/* sloRules */._n)(context)]
        .filter((group) => group.rules.length > 0)
        .map(({ name, rules }) => ({ name, rules: rules.map((rule) => ofDashboard(rule, config)) }));
}
/** The rule with the dashboard that this configuration has: only Fechatter's has Fechatter's name. */
const ofDashboard = (rule, config) => (0,alerts_rule/* isAlert */.H)(rule)
    ? { ...rule, panel: { ...rule.panel, dashboard: (0,shipped/* shippedUid */.sC)(rule.panel.dashboard, config) } }
    : rule;
/** The names of the recorded series. */
const recordedByRules = (groups) => groups.flatMap((group) => group.rules.flatMap((rule) => ((0,alerts_rule/* isAlert */.H)(rule) ? [] : [rule.record])));
/** The alerting rules of the groups. */
const alertsOf = (groups) => groups.flatMap((group) => group.rules.filter(alerts_rule/* isAlert */.H));


/***/ }),

/***/ 5982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ sloPanels),
/* harmony export */   Hd: () => (/* binding */ overviewPanels),
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   eS: () => (/* binding */ SLO_DASHBOARD),
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
const SLO_DASHBOARD = 'deploy-monitoring-slos';
const sloPanels = panels(SLO_DASHBOARD, ['budgetNow', 'firingAlerts', 'budget', 'burnRate']);
/** The URL of a panel in the Grafana at `base`; without `base`, the path in any Grafana. */
const panelUrl = (ref, base = '') => `${base.replace(/(?<!\/)\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 1222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ oneOfMatcher),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   RU: () => (/* binding */ matcherBraces),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   jZ: () => (/* binding */ zeroWhileUp),
/* harmony export */   yb: () => (/* binding */ sumRate)
/* harmony export */ });
/* harmony import */ var _formats_metric_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9459);
/**
 * The PromQL expressions that dashboards and rules share. They are strings because PromQL is what people read in Grafana
 * and in the rule file; each one avoids a known pitfall.
 */

/** `{a="b",c=~"d"}`, or nothing without matchers. */
const matcherBraces = (...matchers) => matchers.length === 0 ? '' : `{${matchers.join(',')}}`;
/** Keywords of PromQL that cannot be the name of a metric (tested on 2.42 and 3.14; all other words can). */
const KEYWORDS = /^(?:atan2|bool|group_left|group_right|ignoring|inf|nan|on)$/i;
/** A selector for the series of a name, also where the name is a keyword or has dots. */
const seriesOf = (name, ...matchers) => KEYWORDS.test(name) || !(0,_formats_metric_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isClassicName */ .S6)(name)
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


/***/ }),

/***/ 1687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isAlert)
/* harmony export */ });
const isAlert = (rule) => 'alert' in rule;


/***/ }),

/***/ 2168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ BURN_RATE),
/* harmony export */   _n: () => (/* binding */ sloRules),
/* harmony export */   jl: () => (/* binding */ budgetPeriod),
/* harmony export */   wN: () => (/* binding */ BUDGET_LEFT)
/* harmony export */ });
/* harmony import */ var _config_declared_metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2237);
/* harmony import */ var _config_slo_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(231);
/* harmony import */ var _config_thresholds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4527);
/* harmony import */ var _fechatter_metrics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3539);
/* harmony import */ var _panels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5982);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1222);






/** Recorded for each objective, with the labels `service` and `slo`. */
const BUDGET = 'slo:error_budget:ratio';
const EVENTS = 'slo:events:rate5m';
const BAD_EVENTS = 'slo:bad_events:rate5m';
const errorRatio = (window) => `slo:errors:ratio_rate${window}`;
/** Recorded: the share of the error budget that is left; below 0 the objective is missed. */
const BUDGET_LEFT = 'slo:error_budget_left:ratio';
/** Recorded: how often the error ratio of the last hour is the one that spends exactly the budget. */
const BURN_RATE = 'slo:burn_rate:1h';
/** Windows that are short enough to read the samples of the service themselves, and those that read recorded series. */
const SHORT = ['5m', '30m', '1h', '2h', '6h'];
const LONG = ['1d', '3d'];
/** The period of an objective; a shorter retention makes it shorter. */
const PERIOD = '30d';
/** The rules of `slos`; none without an objective. */
function sloRules({ config }) {
    const rules = config.slos.flatMap((slo) => recordings(slo, config));
    return { name: 'slos', rules: rules.length === 0 ? [] : [...rules, BURN_FAST, BURN_SLOW] };
}
/** The time over which the budget of an objective is counted, in Prometheus' syntax. */
const budgetPeriod = ({ monitoring: { retention } }) => (0,_config_thresholds_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsOf */ .TM)(retention) < (0,_config_thresholds_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsOf */ .TM)(PERIOD) ? retention : PERIOD;
function recordings(slo, config) {
    const labels = { service: slo.service, slo: (0,_config_slo_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .sloName */ ._)(slo) };
    const record = (name, expr) => ({ record: name, expr, labels });
    const own = `{service="${slo.service}",slo="${labels.slo}"}`;
    const { all, bad } = eventsOf(slo, config);
    const recorded = (window) => `sum_over_time(${BAD_EVENTS}${own}[${window}])\n/\n(sum_over_time(${EVENTS}${own}[${window}]) > 0)`;
    const budget = (0,_fechatter_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutNoise */ .J3)(1 - slo.objective / 100);
    return [
        record(BUDGET, `vector(${budget})`),
        record(EVENTS, all('5m')),
        record(BAD_EVENTS, bad('5m')),
        ...SHORT.map((window) => record(errorRatio(window), `${bad(window)}\n/\n(${all(window)} > 0)`)),
        ...LONG.map((window) => record(errorRatio(window), recorded(window))),
        record(BURN_RATE, `${errorRatio('1h')}${own} / ${budget}`),
        // Counted by events, not by minutes: a failed minute at night costs less than one at noon.
        record(BUDGET_LEFT, `1 - (\n${recorded(budgetPeriod(config))}\n) / ${budget}\nor\n1 + 0 * ${BAD_EVENTS}${own}`),
    ];
}
/** The rates of all events of an objective and of those that failed, as expressions without labels. */
function eventsOf(slo, { services }) {
    const service = services.find(({ name }) => name === slo.service);
    const metric = service && (0,_config_declared_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredMetrics */ .A)(service).find(({ name }) => name === slo.of);
    const count = `${slo.of}${metric?.type === 'counter' ? '' : '_count'}`;
    const matcher = `service="${slo.service}"`;
    const rate = (name, window, ...more) => `sum(rate(${(0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .seriesOf */ .Lf)(name, matcher, ...more)}[${window}]))`;
    const all = (window) => rate(count, window);
    const failed = slo.errors?.replace(/\s*,\s*$/, '').trim();
    // Without a failure there is no failed series. A bucket always exists; where it does not, 0 would be a lie.
    if (failed !== undefined)
        return { all, bad: (window) => `(${rate(count, window, failed)} or 0 * ${all(window)})` };
    const within = (window) => rate(`${slo.of}_bucket`, window, boundOf(slo, metric));
    return { all, bad: (window) => `(${all(window)} - ${within(window)})` };
}
/** Prometheus 3 stores `le="1.0"` where 2.42 keeps the `le="1"` that most libraries send. */
function boundOf({ slower_than = '0s' }, metric) {
    const unit = /_(?:milliseconds|millis|ms)$/.test(metric?.name ?? '') ? 1_000 : 1;
    const bound = (0,_fechatter_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutNoise */ .J3)((0,_config_thresholds_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsOf */ .TM)(slower_than) * unit);
    return Number.isInteger(bound) ? `le=~"${bound}|${bound}\\\\.0"` : `le="${bound}"`;
}
/** More than `factor` times the budget in both windows: the long one says that it matters, the short one that it goes on. */
const burns = (factor, short, long) => [
    '(',
    `  ${errorRatio(short)} > ${factor} * ${BUDGET}`,
    `  and ${errorRatio(long)} > ${factor} * ${BUDGET}`,
    ')',
].join('\n');
/** The pages of the SRE workbook: 2 % of the budget of 30 days in an hour, or 5 % in six hours. */
const BURN_FAST = {
    alert: 'SloBurnsFast',
    expr: `${burns(14.4, '5m', '1h')}\nor\n${burns(6, '30m', '6h')}`,
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.service }} misses its objective {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
    description: 'The error budget is spent so fast that at this rate that of 30 days lasts less than five days, and it goes on.',
    panel: _panels_js__WEBPACK_IMPORTED_MODULE_4__/* .sloPanels */ .Gw.budget,
};
/** The tickets of the SRE workbook: 10 % of the budget in a day, or in three days. */
const BURN_SLOW = {
    alert: 'SloBurnsSlowly',
    expr: `${burns(3, '2h', '1d')}\nor\n${burns(1, '6h', '3d')}`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.service }} spends the budget of {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
    description: 'The error rate of the last days spends the error budget before 30 days are over, and it goes on.',
    panel: _panels_js__WEBPACK_IMPORTED_MODULE_4__/* .sloPanels */ .Gw.budget,
};


/***/ }),

/***/ 2401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OW: () => (/* binding */ desiredDashboards),
  JO: () => (/* binding */ shippedDashboards),
  sC: () => (/* binding */ shippedUid)
});

// UNUSED EXPORTS: hasFechatterMetrics

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/desired/alerts/panels.js
var panels = __webpack_require__(5982);
// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var grafana_annotations = __webpack_require__(4900);
;// CONCATENATED MODULE: ./build/desired/dashboards/looks.js



let looks;
const lookOf = (name) => {
    looks ??= JSON.parse((0,assets.readAsset)('templates/dashboard-looks.json'));
    return structuredClone(looks[name]);
};
const part = (value) => ((0,json_value/* isJsonObject */.OW)(value) ? value : {});
/** A panel, without id and place. */
function panel(look, content) {
    const made = lookOf(look);
    const { defaults, overrides } = part(made.fieldConfig);
    const { title, description, unit, noValue, max, decimals, reaches } = content;
    const fields = {
        ...part(defaults),
        ...(content.signed && { min: undefined }),
        ...{ unit, noValue },
        ...(max !== undefined && { max }),
        ...(decimals !== undefined && { decimals }),
        ...(content.thresholds && { thresholds: thresholdsOf(content) }),
        ...(look === 'timeseries' && { custom: axisOf(part(part(defaults).custom), content, reaches ?? 1) }),
    };
    const colors = Object.entries(content.colors ?? {}).map(([name, color]) => colored(name, color));
    return {
        ...made,
        ...{
            title,
            description,
            fieldConfig: { defaults: fields, overrides: [...(0,json_value/* objectsIn */.Qv)(overrides), ...colors] },
        },
        targets: content.targets.map((target, i) => query(target, String.fromCharCode(65 + i), look)),
    };
}
const axisOf = (custom, { thresholds }, axisSoftMax) => ({
    ...custom,
    axisSoftMax,
    ...(thresholds && { thresholdsStyle: { mode: 'dashed' } }),
});
const thresholdsOf = ({ thresholds = [], base = 'green' }) => ({
    mode: 'absolute',
    steps: [{ value: null, color: base }, ...thresholds],
});
/** Lines of this name, or whose names match a regular expression in slashes, in this colour. */
const colored = (name, color) => ({
    matcher: { id: name.startsWith('/') ? 'byRegexp' : 'byName', options: name },
    properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: color } }],
});
const query = ({ expr, legend }, refId, look) => ({
    refId,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
    datasource: { type: 'prometheus', uid: '${datasource}' },
    ...{ expr, legendFormat: legend },
    ...(look === 'timeseries' ? { range: true, instant: false } : { range: false, instant: true }),
    ...(look === 'table' && { format: 'table' }),
});
/** A panel that needs nothing: machines that are up, or alerts that fire. */
const readyPanel = (look) => lookOf(look);
/** A panel with its id and place. */
const placed = (made, id, gridPos) => ({
    ...made,
    ...{ id, gridPos },
});
/** Panels from the left to the right, at most three in a row, every row full. `from`: the first free line and id. */
function inRows(panels, from) {
    return panels.map((made, i) => {
        const row = Math.floor(i / 3);
        const w = 24 / Math.min(3, panels.length - 3 * row);
        return placed(made, from.id + i, { x: (i % 3) * w, y: from.y + 8 * row, w, h: 8 });
    });
}
/** A dashboard with these panels; `app`: the monitoring app, whose deployments it marks. */
function madeDashboard(about, panels) {
    const { app, ...texts } = about;
    return { ...neutral(lookOf('dashboard'), app), ...texts, panels };
}
/** What Fechatter's names in a shipped dashboard are for everyone else. */
const NEUTRAL = {
    Fechatter: 'Dashboards',
    fechatter: 'deploy-monitoring',
};
/** A shipped dashboard without Fechatter's names, with the marks of the deployments of another monitoring app. */
function neutral(json, app, names = {}) {
    const mapped = part((0,json_value/* mapStrings */.to)(json, (text) => names[text] ?? NEUTRAL[text] ?? text));
    const annotations = (0,json_value/* objectsIn */.Qv)(part(mapped.annotations).list).map((one) => (0,json_value/* isJsonObject */.OW)(one.target) && Array.isArray(one.target.tags)
        ? { ...one, target: { ...one.target, tags: (0,grafana_annotations/* annotationTags */.RS)(app) } }
        : one);
    const tags = Array.isArray(mapped.tags) ? [...new Set(mapped.tags)] : [];
    return { ...mapped, tags, annotations: { list: annotations } };
}

// EXTERNAL MODULE: ./build/config/declared-metrics.js
var declared_metrics = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/config/services.js
var services = __webpack_require__(6927);
// EXTERNAL MODULE: ./build/config/thresholds.js
var thresholds = __webpack_require__(4527);
;// CONCATENATED MODULE: ./build/desired/alerts/conventions.js

/** `http_requests_total`, `grpc_server_handled_total`, `http_server_requests_seconds_count`. */
const REQUESTS = /(?:^|_)(?:requests?|handled)(?:_total)?$/;
const DURATION = /(?:request|response|http|grpc|rpc|handling).*(?:duration|latency|time)?.*_seconds$/;
/** Labels that libraries give to the status of a request, with the values of those that the server failed. */
const STATUS_LABELS = [
    ['status', 'status=~"5.."'],
    ['code', 'code=~"5.."'],
    ['status_code', 'status_code=~"5.."'],
    ['http_status_code', 'http_status_code=~"5.."'],
    ['http_response_status_code', 'http_response_status_code=~"5.."'],
    ['grpc_code', 'grpc_code=~"Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss"'],
];
/** The signals of a service, as far as its contract has them. */
function signalsOf(service) {
    const metrics = (0,declared_metrics/* declaredMetrics */.A)(service);
    const duration = metrics.find(({ name, type }) => (type === 'histogram' || type === 'summary') && DURATION.test(name));
    const counter = metrics.find(({ name, type }) => type === 'counter' && REQUESTS.test(name));
    const counted = counter ?? duration;
    return {
        requests: counter?.name ?? (duration && `${duration.name}_count`),
        failed: STATUS_LABELS.find(([label]) => counted?.labels.includes(label))?.[1],
        duration,
    };
}
/** Counters of failures alone: `jobs_failed_total`, `errors_total`. */
const countsFailures = (name) => /(?:^|_)(?:errors?|failures?|failed|exceptions?|panics?)(?:_total)?$/.test(name);
/** Labels by which requests are told apart; a label that a service does not have is simply empty. */
const STATUS = STATUS_LABELS.map(([label]) => label);

// EXTERNAL MODULE: ./build/desired/alerts/promql.js
var promql = __webpack_require__(1222);
// EXTERNAL MODULE: ./build/desired/grafana/uids.js
var uids = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/desired/dashboards/colors.js
/**
 * Colours of lines, the same on every dashboard. They are told apart on Grafana's dark and light background and by people
 * who see no red or no green (a test computes both). Green, orange and red are left to what is good, at risk and bad.
 */
const SERVICE_COLORS = ['#309AD4', '#C68219', '#AA4695', '#6741FD', '#5A76E6'];
/** What belongs to Prometheus itself. */
const SELF_COLOR = '#8E8E8E';
/** Requests, samples or scrapes that failed. */
const BAD = '#E02F44';
/** What may still become good: retried samples. */
const AT_RISK = '#E0882A';
/** The colours of Fechatter's services. */
const FECHATTER_COLORS = {
    fechatter_server: SERVICE_COLORS[0],
    notify_server: SERVICE_COLORS[1],
    analytics_server: SERVICE_COLORS[2],
    bot_server: SERVICE_COLORS[3],
    prometheus: SELF_COLOR,
};

;// CONCATENATED MODULE: ./build/desired/dashboards/service.js









/** The uid of the dashboard that is made for a service. */
const serviceUid = (service) => (0,uids/* uidFor */.OO)(`deploy-monitoring-${service}`);
/** The colour of each service, the same on every dashboard. */
const serviceColors = ({ services }) => Object.fromEntries(services.map(({ name }, i) => [name, SERVICE_COLORS[i % SERVICE_COLORS.length] ?? '']));
const WINDOW = '$__rate_interval';
const NOW = '5m';
/** The dashboard of a service, from its contract: what is right now, rate, errors and durations, then every other metric. */
function serviceDashboard(config, service) {
    const maker = {
        ...{ service, signals: signalsOf(service), alerts: config.alerts },
        color: serviceColors(config)[service.name] ?? '',
        noValue: `No sample of ${service.name}. If the first row is empty too, Prometheus does not answer`,
    };
    const first = firstRow(maker);
    const panels = [...first, ...inRows(graphs(maker), { y: 5, id: first.length + 1 })];
    const about = {
        uid: serviceUid(service.name),
        title: (0,services/* isOnFly */.dC)(service) ? `${service.app}: ${service.name}` : service.name,
        description: `Made from the metrics that ${service.name} declares. Nothing here at all: look at the dashboard Monitoring first.`,
        app: config.monitoring.app,
    };
    return ofOneService(madeDashboard(about, panels), service.name);
}
/** The variable for services has one value here, and so needs no control. */
function ofOneService(json, service) {
    const fixed = (0,json_value/* mapStrings */.to)(json, (text) => text.replaceAll('service=~"$service"', `service="${service}"`));
    const { templating, ...rest } = fixed;
    const list = (0,json_value/* objectsIn */.Qv)((0,json_value/* isJsonObject */.OW)(templating) ? templating.list : undefined);
    return { ...rest, templating: { list: list.filter(({ name }) => name !== 'service') } };
}
function firstRow(maker) {
    const tiles = [errorsNow(maker), latencyNow(maker)].flatMap((content) => content ? [panel('stat', content)] : []);
    const all = [readyPanel('machinesUp'), ...tiles, readyPanel('firingAlerts')];
    const widths = [15 - 3 * tiles.length, ...tiles.map(() => 3), 9];
    let x = 0;
    return all.map((one, i) => {
        const w = widths[i] ?? 3;
        x += w;
        return placed(one, i + 1, { x: x - w, y: 0, w, h: 5 });
    });
}
const own = ({ service }, name, ...more) => (0,promql/* seriesOf */.Lf)(name, `service="${service.name}"`, ...more);
/** The rate of a counter; 0 while the service is up and the counter does not exist yet. */
const rate = (maker, name, by = '', window = WINDOW) => `sum${by}(rate(${own(maker, name)}[${window}]))`;
const orZero = ({ service }, expr) => `${expr}\nor\n${(0,promql/* zeroWhileUp */.jZ)([service.name])}`;
function errorRatio(maker, window) {
    const { requests, failed } = maker.signals;
    if (requests === undefined || failed === undefined)
        return undefined;
    const bad = `sum(rate(${own(maker, requests, failed)}[${window}]))`;
    return orZero(maker, `${bad}\n/\n(${rate(maker, requests, '', window)} > 0)`);
}
const errorSteps = ({ alerts: { error_budget: budget } }) => [
    { value: 6 * budget, color: 'orange' },
    { value: 14.4 * budget, color: 'red' },
];
function errorsNow(maker) {
    const expr = errorRatio(maker, NOW);
    if (expr === undefined)
        return undefined;
    return {
        title: 'Errors, last 5 min',
        description: 'Share of the requests of the last five minutes that failed.',
        ...{ unit: 'percentunit', decimals: 2, noValue: maker.noValue, thresholds: errorSteps(maker) },
        targets: [{ expr, legend: 'Failed' }],
    };
}
function latencyNow(maker) {
    const { duration } = maker.signals;
    if (!duration)
        return undefined;
    return {
        title: 'P95, last 5 min',
        description: '95 % of the requests of the last five minutes took no longer than this.',
        ...{ unit: 's', decimals: 2, noValue: 'No requests' },
        thresholds: [{ value: (0,thresholds/* secondsOf */.TM)(maker.alerts.latency_p95), color: 'red' }],
        targets: [{ expr: `max((\n${quantileOf(maker, duration, 0.95, NOW)}\n) >= 0)`, legend: 'P95' }],
    };
}
/** From the buckets of a histogram the service as a whole; of a summary the slowest machine and label. */
const quantileOf = (maker, { name, type }, q, window = WINDOW) => type === 'summary'
    ? `max(${own(maker, name, `quantile="${q}"`)})`
    : `histogram_quantile(${q}, sum by (le) (rate(${own(maker, `${name}_bucket`)}[${window}])))`;
/** Rate, errors and durations of the requests, then the other metrics in the order of the contract, then the scrapes. */
function graphs(maker) {
    const { requests, duration } = maker.signals;
    const contents = [
        ...(requests === undefined ? [] : [requestRate(maker, requests)]),
        ...[errorGraph(maker) ?? []].flat(),
        ...(duration ? [durations(maker, duration)] : []),
        ...(0,declared_metrics/* declaredMetrics */.A)(maker.service)
            .filter((metric) => metric.name !== requests && metric.name !== duration?.name && metric.type !== 'info')
            .map((metric) => graphOf(maker, metric)),
        scrapes(maker),
    ];
    const infos = (0,declared_metrics/* declaredMetrics */.A)(maker.service).filter(({ type }) => type === 'info');
    return [
        ...contents.map((content) => panel('timeseries', content)),
        ...infos.map((metric) => panel('table', infoTable(maker, metric))),
    ];
}
const requestRate = (maker, name) => ({
    title: 'Requests by status',
    description: `Requests each second, from ${name}. A line that ends is a service that Prometheus cannot reach any more.`,
    ...{ unit: 'reqps', reaches: 1, noValue: maker.noValue },
    targets: [
        {
            expr: orZero(maker, rate(maker, name, ` by (${STATUS.join(', ')}) `)),
            legend: `Requests ${STATUS.map((label) => `{{${label}}}`).join('')}`,
        },
    ],
    colors: {
        '/^Requests/': maker.color,
        '/^Requests 4/': AT_RISK,
        '/^Requests (5|Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss)/': BAD,
    },
});
function errorGraph(maker) {
    const expr = errorRatio(maker, WINDOW);
    const limits = errorSteps(maker);
    if (expr === undefined)
        return undefined;
    return {
        title: 'Error rate',
        description: 'Share of the requests that failed; 0 % without requests. The lines are the limits of the alerts.',
        ...{ unit: 'percentunit', decimals: 2, noValue: maker.noValue, thresholds: limits },
        reaches: 1.25 * (limits.at(-1)?.value ?? 1),
        targets: [{ expr, legend: 'Failed requests' }],
        colors: { 'Failed requests': BAD },
    };
}
const durations = (maker, metric) => ({
    ...quantiles(maker, metric),
    title: 'Response time (P95, P99)',
    reaches: 1.25 * (0,thresholds/* secondsOf */.TM)(maker.alerts.latency_p95),
    thresholds: [{ value: (0,thresholds/* secondsOf */.TM)(maker.alerts.latency_p95), color: 'red' }],
});
const quantiles = (maker, metric) => ({
    title: metric.name,
    description: `95 % and 99 % of the observations of ${metric.name} were no larger than this. No line without observations.`,
    unit: unitOf(metric.name, 'short'),
    noValue: maker.noValue,
    targets: [0.95, 0.99].map((q) => ({ expr: quantileOf(maker, metric, q), legend: `P${100 * q}` })),
    colors: { P95: maker.color, P99: AT_RISK },
});
function graphOf(maker, metric) {
    const { name, type } = metric;
    if (type === 'histogram' || type === 'summary')
        return quantiles(maker, metric);
    const about = { title: name, noValue: maker.noValue, reaches: 1 };
    if (type === 'counter')
        return {
            ...about,
            description: `Increase of ${name} each second, over all machines.`,
            unit: unitOf(name, 'count:events') === 'bytes' ? 'Bps' : 'count:events/s',
            targets: [{ expr: orZero(maker, rate(maker, name)), legend: 'Rate' }],
            colors: { Rate: countsFailures(name) ? BAD : maker.color },
        };
    const series = type === 'gaugehistogram' ? `${name}_gcount` : name;
    return {
        ...about,
        description: `${name}, summed over all machines.`,
        unit: unitOf(name, 'short'),
        targets: [{ expr: `sum(${own(maker, series)})`, legend: 'Now' }],
        colors: { Now: maker.color },
    };
}
const infoTable = (maker, { name }) => ({
    title: name,
    description: `The labels of ${name} now, a row for each machine.`,
    ...{ unit: 'short', noValue: maker.noValue },
    targets: [{ expr: own(maker, name), legend: '' }],
});
const scrapes = (maker) => ({
    title: 'Scrape duration',
    description: 'How long Prometheus waits for the metrics of the slowest machine. Near the timeout samples are lost.',
    ...{ unit: 's', reaches: 1, noValue: maker.noValue },
    targets: [{ expr: `max(${own(maker, 'scrape_duration_seconds')})`, legend: 'Slowest machine' }],
    colors: { 'Slowest machine': maker.color },
});
/** The unit that a name ends with, before `_total`. */
function unitOf(name, other) {
    if (/_seconds(?:_total)?$/.test(name))
        return 's';
    if (/_milliseconds(?:_total)?$/.test(name))
        return 'ms';
    if (/_bytes(?:_total)?$/.test(name))
        return 'bytes';
    return /_ratio$/.test(name) ? 'percentunit' : other;
}

// EXTERNAL MODULE: ./build/desired/alerts/slos.js
var slos = __webpack_require__(2168);
;// CONCATENATED MODULE: ./build/desired/dashboards/slos.js



const NO_VALUE = 'No requests yet. If the first row is empty too, Prometheus does not answer';
const LEGEND = '{{slo}}';
/** The dashboard of `slos`: how much of each error budget is left, and how fast it is spent. */
function sloDashboard(config) {
    const period = (0,slos/* budgetPeriod */.jl)(config);
    const left = {
        unit: 'percentunit',
        decimals: 1,
        max: 1,
        noValue: NO_VALUE,
        targets: [{ expr: slos/* BUDGET_LEFT */.wN, legend: LEGEND }],
        base: 'red',
        thresholds: [
            { value: 0, color: 'orange' },
            { value: 0.25, color: 'green' },
        ],
    };
    const now = panel('stat', {
        ...left,
        title: 'Error budget left',
        description: `Share of the error budget of ${period} that is left now, by events. Below 0 % the objective is missed.`,
    });
    const budget = panel('timeseries', {
        ...left,
        reaches: 1,
        signed: true,
        title: 'Error budget over time',
        description: `Share of the error budget of ${period} that is left. A cliff is an outage, a slope are errors that come again and again.`,
    });
    const about = {
        uid: panels/* SLO_DASHBOARD */.eS,
        title: 'Objectives',
        description: 'Service level objectives: how much may still go wrong, and how fast it does.',
        app: config.monitoring.app,
    };
    return madeDashboard(about, [
        placed(now, panels/* sloPanels */.Gw.budgetNow.panel, { x: 0, y: 0, w: 15, h: 5 }),
        placed(readyPanel('firingAlerts'), panels/* sloPanels */.Gw.firingAlerts.panel, { x: 15, y: 0, w: 9, h: 5 }),
        placed(budget, panels/* sloPanels */.Gw.budget.panel, { x: 0, y: 5, w: 12, h: 8 }),
        placed(burnRate(), panels/* sloPanels */.Gw.burnRate.panel, { x: 12, y: 5, w: 12, h: 8 }),
    ]);
}
const burnRate = () => panel('timeseries', {
    title: 'Burn rate, last hour',
    description: 'How many times faster than allowed the budget was spent in the last hour: at 1 it lasts exactly 30 days, at 14.4 two days. The lines are the limits of the alerts.',
    unit: 'suffix:×',
    noValue: NO_VALUE,
    decimals: 1,
    reaches: 16,
    thresholds: [
        { value: 6, color: 'orange' },
        { value: 14.4, color: 'red' },
    ],
    targets: [{ expr: slos/* BURN_RATE */.FX, legend: LEGEND }],
});

;// CONCATENATED MODULE: ./build/desired/dashboards/shipped.js






/** Whether a configuration declares Fechatter's metrics: its names and its dashboard are for nobody else. */
const hasFechatterMetrics = ({ services }) => services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
/** The uid of the dashboard about the monitoring, for Fechatter and for everybody else. */
const MONITORING_UIDS = { fechatter: 'fechatter-monitoring', others: 'deploy-monitoring' };
/** The uid under which a configuration has a shipped dashboard. */
const shippedUid = (uid, config) => uid === MONITORING_UIDS.fechatter && !hasFechatterMetrics(config) ? MONITORING_UIDS.others : uid;
/**
 * The dashboards of a configuration that names none of its own: Fechatter's, or the one about the monitoring and one for
 * each service that declares metrics; with objectives, theirs too. Undefined: a configuration that is not complete.
 */
function shippedDashboards(config) {
    if (!config)
        return [monitoring(undefined)];
    const objectives = config.slos.length > 0 ? [made(panels/* SLO_DASHBOARD */.eS, sloDashboard(config))] : [];
    if (hasFechatterMetrics(config))
        return [
            ...['fechatter-overview', MONITORING_UIDS.fechatter].map((uid) => ({ uid, text: textOf(uid) })),
            ...objectives,
        ];
    const services = config.services.filter(({ metrics }) => Object.keys(metrics).length > 0);
    return [
        monitoring(config),
        ...services.map((service) => made(serviceUid(service.name), serviceDashboard(config, service))),
        ...objectives,
    ];
}
/** The dashboards for Grafana: those that the configuration names, or else the shipped ones; always those of objectives. */
function desiredDashboards({ config, dashboards }) {
    if (config.grafana.dashboards && config.slos.length === 0)
        return dashboards;
    const shipped = shippedDashboards(config).map(({ uid, text }) => ({
        ...{ uid, file: `dashboards/${uid}.json`, json: JSON.parse(text) },
    }));
    if (!config.grafana.dashboards)
        return shipped.map(({ file, json }) => ({ file, json }));
    const isOwn = dashboards.some(({ json }) => (0,json_value/* isJsonObject */.OW)(json) && json.uid === panels/* SLO_DASHBOARD */.eS);
    const objectives = shipped.filter(({ uid }) => uid === panels/* SLO_DASHBOARD */.eS && !isOwn);
    return [...dashboards, ...objectives.map(({ file, json }) => ({ file, json }))];
}
/** The dashboard about the monitoring without Fechatter's names and services. */
function monitoring(config) {
    const names = {
        [MONITORING_UIDS.fechatter]: MONITORING_UIDS.others,
        'Fechatter Monitoring': 'Monitoring',
    };
    const json = JSON.parse(textOf(MONITORING_UIDS.fechatter));
    const plain = neutral(json, config?.monitoring.app ?? MONITORING_UIDS.others, names);
    const colors = Object.entries(config ? serviceColors(config) : {});
    return made(MONITORING_UIDS.others, {
        ...plain,
        panels: (0,json_value/* objectsIn */.Qv)(plain.panels).map((panel) => recolored(panel, colors)),
    });
}
const FECHATTER_LINE = /^\/\^(?:fechatter|notify|analytics|bot)_server/;
/** Lines of services in the colours of these services instead of Fechatter's. */
function recolored(panel, colors) {
    const fields = (0,json_value/* isJsonObject */.OW)(panel.fieldConfig) ? panel.fieldConfig : {};
    const all = (0,json_value/* objectsIn */.Qv)(fields.overrides);
    const kept = all.filter(({ matcher }) => !((0,json_value/* isJsonObject */.OW)(matcher) && FECHATTER_LINE.test(String(matcher.options))));
    if (kept.length === all.length)
        return panel;
    const added = colors.map(([service, color]) => colored(`/^${service}( |$)/`, color));
    return { ...panel, fieldConfig: { ...fields, overrides: [...added, ...kept] } };
}
const made = (uid, json) => ({
    uid,
    text: `${JSON.stringify(json, null, 2)}\n`,
});
const textOf = (uid) => (0,assets.readAsset)(`dashboards/${uid}.json`);


/***/ }),

/***/ 4900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ ANNOTATIONS_SOURCE),
/* harmony export */   RS: () => (/* binding */ annotationTags),
/* harmony export */   Rp: () => (/* binding */ IMPORT_TAG),
/* harmony export */   tg: () => (/* binding */ deploymentsQuery)
/* harmony export */ });
/** The tag of an annotation for an import of dashboards alone, without a deploy. */
const IMPORT_TAG = 'dashboards-only';
/** Tags that every deploy annotation of a deployment carries. */
const annotationTags = (deployment) => ['deploy', deployment];
/** The data source that is Grafana itself. */
const ANNOTATIONS_SOURCE = { type: 'grafana', uid: '-- Grafana --' };
/** What shows the deploy annotations in a dashboard; how it names its data source depends on the schema. */
const deploymentsQuery = (deployment) => ({
    enable: true,
    hide: false,
    iconColor: 'blue',
    name: 'Deployments',
    target: { limit: 100, matchAny: false, tags: annotationTags(deployment), type: 'tags' },
});


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ withUids),
/* harmony export */   OO: () => (/* binding */ uidFor),
/* harmony export */   Pl: () => (/* binding */ prefix),
/* harmony export */   hX: () => (/* binding */ ruleUid),
/* harmony export */   oL: () => (/* binding */ deploymentUid),
/* harmony export */   pC: () => (/* binding */ uidWithHash)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/** The longest uid that Grafana accepts. */
const MAX = 40;
/** A text as a uid; where it is too long, its end is replaced by a hash. */
const uidFor = (text, max = MAX) => text.length <= max ? text : uidWithHash(text, text, max);
/** A uid that begins with `text` and differs for each `key`: the same in every run. */
const uidWithHash = (text, key, max = MAX) => `${text.slice(0, max - 9)}-${(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(key).slice(0, 8)}`;
/** The uid of a dashboard whose plain uid belongs to another deployment: the same in every run. */
const deploymentUid = (uid, deployment) => uidWithHash(uid, `${deployment}\0${uid}`);
/** The dashboards with their uids in Grafana; links between them use these, not those of the other deployment. */
function withUids(dashboards, moved) {
    if (moved.size === 0)
        return [...dashboards];
    const linked = (text) => text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid));
    return dashboards.map((dashboard) => {
        const uid = moved.get(dashboard.uid) ?? dashboard.uid;
        const json = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mapStrings */ .to)(dashboard.json, linked);
        return { ...dashboard, uid, json: dashboard.apiVersions ? json : { ...json, uid } };
    });
}
/** The prefix of the uids of all rules of a deployment. */
const prefix = (deployment) => `dm-${(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(deployment).slice(0, 8)}-`;
/** The uid of a rule: stable as long as group and name are, with the prefix of the deployment. 28 characters. */
function ruleUid(deployment, group, name) {
    return prefix(deployment) + (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${group}/${name}`).slice(0, 16);
}


/***/ }),

/***/ 1060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   FS: () => (/* binding */ equalJson),
/* harmony export */   Mz: () => (/* binding */ mapMembers),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qK: () => (/* binding */ nestsTooDeep),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tB: () => (/* binding */ stringIn),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** The objects of a list; none for anything else. */
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
/** The string, or an empty one for any other value. */
const stringIn = (value) => (typeof value === 'string' ? value : '');
/** The value of a JSON text; undefined for any other text, an empty one included. */
function jsonOrUndefined(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100;
/** Whether a value is nested deeper than a dashboard can be. */
function tooDeep(value, depth = 0) {
    if (value === null || typeof value !== 'object')
        return false;
    if (depth > MAX_DEPTH)
        return true;
    if (Array.isArray(value)) {
        for (const item of value)
            if (tooDeep(item, depth + 1))
                return true;
    }
    else
        for (const key in value)
            if (tooDeep(value[key], depth + 1))
                return true;
    return false;
}
/** Deeper than any answer; what reads one then judges the depth that it takes. */
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
    0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
/**
 * Whether a JSON text nests deeper than any answer. Told before it is parsed: each of millions of levels costs a
 * hundred times its characters, in time and in memory. Linear.
 */
function nestsTooDeep(json) {
    let levels = 0;
    let isInString = false;
    for (let i = 0; i < json.length; i++) {
        const code = json.charCodeAt(i);
        if (isInString) {
            if (code === BACKSLASH)
                i++;
            else if (code === QUOTE)
                isInString = false;
        }
        else if (code === QUOTE)
            isInString = true;
        else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
            levels--;
        else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
            return true;
    }
    return false;
}
/** JSON with the keys of every object sorted: equal values have equal texts, whatever serialized them. */
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isJsonObject(value))
        return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
function equalJson(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a)) {
        if (!Array.isArray(b) || a.length !== b.length)
            return false;
        for (let i = 0; i < a.length; i++)
            if (!equalJson(a[i], b[i]))
                return false;
        return true;
    }
    if (!isJsonObject(a) || !isJsonObject(b))
        return false;
    let more = 0;
    for (const _ in b)
        more += 1;
    for (const key in a) {
        if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
            return false;
        more -= 1;
    }
    return more === 0;
}
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * The value with each direct member changed. Shared with the original, not copied, where nothing changes. Data for the
 * change is passed as `context`: closures created for every object would take most of the time.
 */
function mapMembers(value, change, context) {
    if (Array.isArray(value))
        return mapItems(value, change, context);
    let copy;
    for (const key in value) {
        const member = value[key];
        const changed = change(member, context, key);
        if (changed === member)
            continue;
        copy ??= { ...value };
        copy[key] = changed;
    }
    return copy ?? value;
}
function mapItems(items, change, context) {
    let copy;
    for (let i = 0; i < items.length; i++) {
        const changed = change(items[i], context);
        if (changed === items[i])
            continue;
        copy ??= [...items];
        copy[i] = changed;
    }
    return copy ?? items;
}
/** The value with every string in it passed through `change`, keys left alone. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}


/***/ })

};

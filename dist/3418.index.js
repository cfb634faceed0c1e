export const id = 3418;
export const ids = [3418, 3287];
export const modules = {
43287: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
assetPath: () => (assetPath),
packageVersion: () => (packageVersion),
readAsset: () => (readAsset)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
function assetPath(path) {
return (0, __import_1__.resolve)(import.meta.dirname, '..', path);
}
function readAsset(path) {
return (0, __import_0__.readFileSync)(assetPath(path), 'utf8');
}
const packageVersion = () => JSON.parse(readAsset('package.json')).version;
}),
30170: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (machineGroups),
g: () => (hasShards)
});
var __import_0__ = __webpack_require__(61457);
const hasShards = ({ shards }) => shards > 1;
const machineGroups = ({ shards, replicas }) => shards > 1 ? (0, __import_0__.tb)(shards) : Array.from({ length: replicas }, () => (0, __import_0__.tb)(1)).flat();
}),
1881: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D5: () => (routingTree),
DU: () => (WATCHDOG_ALERT),
oQ: () => (NOBODY),
rU: () => (HEARTBEAT)
});
var __import_0__ = __webpack_require__(10980);
const NOBODY = 'nobody';
const HEARTBEAT = 'heartbeat';
const WATCHDOG_ALERT = 'Watchdog';
function routingTree(notify, heartbeat) {
const kinds = Object.keys(notify);
return {
receiver: NOBODY,
group_by: ['alertname', 'service'],
group_wait: '2s',
group_interval: '30s',
repeat_interval: '4h',
routes: [
...(heartbeat ? [heartbeatRoute] : []),
{ receiver: NOBODY, matchers: [`alertname="${WATCHDOG_ALERT}"`, 'started=""'] },
...kinds.map(testRoute),
{ receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${__import_0__.su.alert}"`] },
{ receiver: NOBODY, matchers: ['severity="none"'] },
...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
],
};
}
const heartbeatRoute = {
receiver: HEARTBEAT,
matchers: [`alertname="${WATCHDOG_ALERT}"`],
continue: true,
group_by: ['alertname', 'started'],
group_wait: '1s',
group_interval: '1m',
repeat_interval: '55s',
};
const testRoute = (kind) => ({
receiver: kind,
matchers: [`alertname=~"${kind === 'pagerduty' ? __import_0__.su.alert : `${WATCHDOG_ALERT}|${__import_0__.su.alert}`}"`],
continue: true,
group_by: ['alertname', 'started'],
repeat_interval: '7d',
});
const alertRoute = (kind, severities) => ({
receiver: kind,
...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
continue: true,
});
}),
30081: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B7: () => (signalsOf),
XQ: () => (STATUS),
eW: () => (objectivesOn),
f: () => (alertsAbout),
g6: () => (countsFailures)
});
var __import_0__ = __webpack_require__(62237);
const REQUESTS = /(?:^|_)(?:requests?|handled)(?:_total)?$/;
const DURATION = /(?:request|response|http|grpc|rpc|handling).*(?:duration|latency|time)?.*_seconds$/;
const NOT_SERVED = /^promhttp_|(?:^|_)(?:client|outgoing|outbound|upstream|external)_/;
const STATUS_LABELS = [
['status', 'status=~"5.."'],
['code', 'code=~"5.."'],
['status_code', 'status_code=~"5.."'],
['http_status_code', 'http_status_code=~"5.."'],
['http_response_status_code', 'http_response_status_code=~"5.."'],
['grpc_code', 'grpc_code=~"Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss"'],
];
function signalsOf(service) {
const metrics = (0, __import_0__.A)(service).filter(({ name }) => !NOT_SERVED.test(name));
const duration = metrics.find(({ name, type }) => (type === 'histogram' || type === 'summary') && DURATION.test(name));
const counter = metrics.find(({ name, type }) => type === 'counter' && REQUESTS.test(name));
const counted = counter ?? duration;
return {
requests: counter?.name ?? (duration && `${duration.name}_count`),
failed: STATUS_LABELS.find(([label]) => counted?.labels.includes(label))?.[1],
duration,
};
}
const countsFailures = (name) => /(?:^|_)(?:errors?|failures?|failed|exceptions?|panics?)(?:_total)?$/.test(name);
const STATUS = STATUS_LABELS.map(([label]) => label);
function objectivesOn({ slos }, { name }) {
const own = slos.filter(({ service }) => service === name);
return {
errors: own.some(({ errors }) => errors !== undefined),
latency: own.some((one) => one.slower_than !== undefined),
};
}
function alertsAbout(config, service) {
const objectives = objectivesOn(config, service);
const slo = ['SloBurnsFast', 'SloBurnsSlowly'];
return {
errors: objectives.errors ? slo : ['RequestErrorsHigh', 'RequestErrorsElevated'],
latency: objectives.latency ? slo : ['RequestLatencyHigh'],
};
}
}),
43539: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$b: () => (servicesWith),
CY: () => (LOOKUPS),
H0: () => (REQUESTS),
J3: () => (withoutNoise),
Kt: () => (noFailureYet),
Ms: () => (serviceRate),
PO: () => (FAILED_STATUS),
RG: () => (CLICKHOUSE),
Sr: () => (AGENT),
Uk: () => (CONNECTIONS),
XG: () => (HITS),
fL: () => (percentText),
fQ: () => (MIN_FAILURES),
fe: () => (CONSUMED),
nl: () => (MESSAGES),
rV: () => (DELIVERIES),
s3: () => (INGESTED),
tr: () => (REQUEST_DURATION)
});
var __import_0__ = __webpack_require__(31222);
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
const MIN_FAILURES = 5;
const FAILED_STATUS = 'status=~"fail.*|error.*"';
const serviceRate = (metric, window, ...matchers) => (0, __import_0__.yb)(metric, { window, matchers, by: 'service' });
const noFailureYet = (metric) => [
'As long as nothing has failed, no series has such a status.',
`pint rule/set promql/series(${metric}) ignore/label-value status`,
];
const percentText = (share) => `${withoutNoise(share * 100)} %`;
const withoutNoise = (value) => Number(value.toPrecision(6));
const servicesWith = (config, metric) => config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name);
}),
7381: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (flyQuery),
R: () => (appsMatcher)
});
var __import_4__ = __webpack_require__(36927);
var __import_0__ = __webpack_require__(90303);
var __import_1__ = __webpack_require__(10068);
var __import_2__ = __webpack_require__(58531);
var __import_3__ = __webpack_require__(31222);
const OF_SERVICE = ['service', 'job'];
const flyQuery = (query, config) => (0, __import_2__.cO)((0, __import_2__.p$)(query, (selector) => ({ text: ofApps(selector, config) })), OF_SERVICE, 'app');
function ofApps({ metric, matchers }, config) {
const own = matchers.filter(({ label }) => !OF_SERVICE.includes(label));
const texts = own.map(({ label, op, value }) => `${label}${op}${(0, __import_0__.ZD)(value)}`);
const isLimited = own.some(({ label }) => label === 'app');
const all = isLimited ? texts : [appMatcher(matchers, config), ...texts];
return metric === undefined ? (0, __import_3__.RU)(...all) : (0, __import_3__.Lf)(metric, ...all);
}
function appMatcher(matchers, { apps, services }) {
const said = matchers.filter(({ label }) => OF_SERVICE.includes(label));
if (said.length === 0)
return appsMatcher(apps.map(({ app }) => app));
const meant = services.filter(__import_4__.dC).filter(({ name }) => said.every((matcher) => (0, __import_1__.c)(matcher, name)));
return appsMatcher([...new Set(meant.map(({ app }) => app))]);
}
const appsMatcher = (apps) => apps.length === 0 ? 'app=""' : (0, __import_3__.In)('app', apps);
}),
22124: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
IE: () => (flySeriesRules),
M4: () => (MEMORY_USED),
Wp: () => (MACHINE),
Xh: () => (edgeErrorRatio),
pJ: () => (THROTTLED),
xr: () => (MACHINE_VOLUME_USED),
zV: () => (MOST_THROTTLED)
});
var __import_3__ = __webpack_require__(47817);
var __import_0__ = __webpack_require__(34061);
var __import_1__ = __webpack_require__(43539);
var __import_2__ = __webpack_require__(85982);
const MACHINE = 'app, region, instance';
const THROTTLED = `sum by (${MACHINE}) (rate(fly_instance_cpu_throttle[5m])) / 100`;
const MEMORY_USED = `1 - max by (${MACHINE}) (fly_instance_memory_mem_available / fly_instance_memory_mem_total)`;
const MACHINE_VOLUME_USED = [
`max by (${MACHINE}, mount) (1 - fly_instance_filesystem_blocks_avail{mount!="/"} / fly_instance_filesystem_blocks{mount!="/"})`,
'or on (app)',
'max by (app, region, id) (fly_volume_used_pct) / 100',
].join('\n');
const edgeErrorRatio = (window) => {
const all = `sum by (app) (rate(fly_edge_http_responses_count[${window}]))`;
return `(sum by (app) (rate(fly_edge_http_responses_count{status=~"5.."}[${window}])) or 0 * ${all})\n/\n(${all} > 0)`;
};
function flySeriesRules(context) {
const { monitoring } = context.config;
const rules = [OUT_OF_MEMORY, CPU_THROTTLED, volumeFilling(context), edgeErrors(context), missing(context)];
return { name: 'fly', rules: (0, __import_3__.rH)(monitoring) ? rules : [] };
}
const OUT_OF_MEMORY = {
alert: 'MachineOutOfMemory',
expr: [
`max by (${MACHINE}) (max_over_time(fly_instance_exit_oom[15m])) > 0`,
'and on (app, instance) (',
'  max by (app, instance) (fly_instance_uptime_seconds) < 900',
'  or (',
'    max by (app, instance) (max_over_time(fly_instance_exit_oom[15m]))',
'    unless max by (app, instance) (max_over_time(fly_instance_exit_oom[15m] offset 15m)) > 0',
'  )',
')',
].join('\n'),
for: '0s',
severity: 'critical',
summary: '{{ $labels.app }}: machine {{ $labels.instance }} ran out of memory',
description: 'The kernel ended a process of machine {{ $labels.instance }} in {{ $labels.region }} because the memory was used up. Requests and work of that moment are lost, and it will happen again.',
panel: __import_2__.JK.memory,
};
const MOST_THROTTLED = 0.1;
const CPU_THROTTLED = {
alert: 'MachineThrottled',
expr: `${THROTTLED} > ${MOST_THROTTLED}`,
for: '15m',
severity: 'warning',
summary: '{{ $labels.app }}: machine {{ $labels.instance }} is throttled by Fly',
description: 'The machine uses more CPU than its size includes, and its balance is used up: it waits {{ $value | humanizePercentage }} of the time. Everything on it is slower than its own metrics explain.',
panel: __import_2__.JK.throttled,
};
const volumeFilling = ({ config }) => ({
alert: 'MachineVolumeFilling',
expr: `(\n${MACHINE_VOLUME_USED}\n) > ${config.alerts.volume_used_ratio}`,
for: '15m',
severity: 'warning',
summary: '{{ $labels.app }}: a volume is {{ $value | humanizePercentage }} full',
description: 'The volume {{ $labels.mount }}{{ $labels.id }} of {{ $labels.app }} in {{ $labels.region }} fills up (machine {{ $labels.instance }}). When it is full, writes fail.',
panel: __import_2__.JK.volumes,
});
function edgeErrors({ config: { alerts } }) {
const limit = (0, __import_1__.J3)(14.4 * alerts.error_budget);
return {
alert: 'EdgeErrorsHigh',
expr: [
`${edgeErrorRatio('5m')} > ${limit}`,
`and\n${edgeErrorRatio('1h')} > ${limit}`,
`and sum by (app) (increase(fly_edge_http_responses_count{status=~"5.."}[1h])) >= ${__import_1__.fQ}`,
].join('\n'),
for: '2m',
severity: 'critical',
summary: '{{ $labels.app }}: Fly answers {{ $value | humanizePercentage }} of the requests with 5xx',
description: `For an hour and still now, more than ${(0, __import_1__.fL)(14.4 * alerts.error_budget)} of the requests got a status 5xx from Fly's proxy: from the app, or from the proxy because no machine answered.`,
panel: __import_2__.JK.edgeErrors,
};
}
const missing = ({ config: { monitoring } }) => ({
alert: 'FlyMetricsMissing',
expr: (0, __import_3__.kk)(monitoring)
? 'absent(fly_instance_up{app=~".+"})'
: `absent(fly_instance_up{app="${monitoring.app}"})\nand on () count(up{job="${__import_0__.Mw}"})`,
for: '10m',
severity: 'warning',
summary: "Fly's own series do not arrive",
description: "For ten minutes there is no new sample from Fly's managed Prometheus: it refuses the token, does not answer, or is behind. Alerts about memory, CPU, volumes and the edge do not fire meanwhile.",
panel: __import_2__.JK.age,
});
}),
73418: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
alertsOf: () => (alertsOf),
allGroups: () => (allGroups),
inlineRecordings: () => (inlineRecordings),
recordedByRules: () => (recordedByRules),
ruleGroups: () => (ruleGroups),
storeQuery: () => (storeQuery)
});
var engine = __webpack_require__(4805);
var fly_engine = __webpack_require__(47817);
var literals = __webpack_require__(90303);
var rewrite = __webpack_require__(58531);
var prometheus = __webpack_require__(10980);
var shipped_panel = __webpack_require__(63627);
var thresholds = __webpack_require__(94527);
var fechatter_metrics = __webpack_require__(43539);
var panels = __webpack_require__(85982);
var promql = __webpack_require__(31222);
;
const USUAL = ['23h30m', '167h30m'];
function trafficStopped({ alerts, monitoring }, from) {
if ((0, thresholds.TM)(monitoring.retention) < (0, thresholds.TM)('8d'))
return [];
const [yesterday, lastWeek] = USUAL.map((offset) => `min_over_time(${from.rate}[1h] offset ${offset})`);
const now = from.mayVanish ? `(${from.rate} or 0 * ${yesterday})` : from.rate;
const left = (0, fechatter_metrics.J3)(1 - alerts.traffic_lost);
return [
{
alert: 'TrafficStopped',
...(from.about !== undefined && { about: from.about }),
expr: [
`${now} < ${left} * ${yesterday}`,
`and ${now} < ${left} * ${lastWeek}`,
`and ${yesterday} > ${alerts.min_request_rate}`,
`and ${lastWeek} > ${alerts.min_request_rate}`,
].join('\n'),
...{ for: '10m', severity: 'warning' },
summary: '{{ $labels.service }} gets {{ $value | humanize }} requests per second, far fewer than usual',
description: `More than ${(0, fechatter_metrics.fL)(alerts.traffic_lost)} of the requests that {{ $labels.service }} always had at this hour, yesterday and a week ago, are missing. Something in front of it does not reach it.`,
panel: from.panel,
},
];
}
;
const BURN_WINDOWS = ['5m', '30m', '1h', '6h'];
const errorRatio = (window) => `service:fechatter_http_errors:ratio_rate${window}`;
const REQUEST_RATE = 'service:fechatter_http_requests:rate5m';
const P95 = 'service:fechatter_http_request_duration_seconds:p95_5m';
const HIT_RATIO = 'service:fechatter_cache:hit_ratio_rate5m';
const CONNECTIONS_SUM = 'service:notify_sse_connections:sum';
function fechatterRules(context) {
const declared = new Set(context.config.services.flatMap(({ metrics }) => Object.keys(metrics)));
return {
name: 'fechatter',
rules: [recordings(), ...[httpAlerts, traffic, deliveryAlerts, workerAlerts].map((of) => of(context))]
.flat()
.filter((rule) => rule.needs.every((metric) => declared.has(metric)))
.map(({ needs: _, ...rule }) => rule),
};
}
const ratio = (part, whole) => `(\n  ${part}\n  or\n  0 * ${whole}\n)\n/\n(${whole} > 0)`;
function recordings() {
return [
{ needs: [fechatter_metrics.H0], record: REQUEST_RATE, expr: (0, fechatter_metrics.Ms)(fechatter_metrics.H0, '5m') },
...BURN_WINDOWS.map((window) => ({
needs: [fechatter_metrics.H0],
record: errorRatio(window),
expr: ratio((0, fechatter_metrics.Ms)(fechatter_metrics.H0, window, 'status=~"5.."'), (0, fechatter_metrics.Ms)(fechatter_metrics.H0, window)),
comment: (0, fechatter_metrics.Kt)(fechatter_metrics.H0),
})),
{
needs: [fechatter_metrics.tr],
record: P95,
expr: (0, promql.YV)(0.95, fechatter_metrics.tr, { window: '5m', by: 'service' }),
comment: [
'An exporter exposes a histogram or a summary, never both.',
`pint disable promql/series(${fechatter_metrics.tr}_bucket)`,
`pint disable promql/series(${fechatter_metrics.tr})`,
],
},
{
needs: [fechatter_metrics.XG, fechatter_metrics.CY],
record: HIT_RATIO,
expr: ratio((0, fechatter_metrics.Ms)(fechatter_metrics.XG, '5m'), (0, fechatter_metrics.Ms)(fechatter_metrics.CY, '5m')),
},
{ needs: [fechatter_metrics.Uk], record: CONNECTIONS_SUM, expr: `sum by (service) (${fechatter_metrics.Uk})` },
];
}
function burn(context, factor, [now, long]) {
const limit = `${factor} * ${context.config.alerts.error_budget}`;
const failures = `sum by (service) (increase(${fechatter_metrics.H0}{status=~"5.."}[${long}]))`;
return [
`${errorRatio(now)} > ${limit}`,
`and ${errorRatio(long)} > ${limit}`,
`and ${failures} >= ${fechatter_metrics.fQ}`,
].join('\n');
}
function httpAlerts(context) {
const T = context.config.alerts;
return [
{
needs: [fechatter_metrics.H0],
alert: 'ErrorBudgetBurnFast',
expr: burn(context, 14.4, ['5m', '1h']),
for: '2m',
severity: 'critical',
summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
description: 'The error rate has been more than 14.4 times the error budget for an hour and still is: at this rate the budget of a month lasts two days.',
panel: panels.Hd.errorRate,
comment: (0, fechatter_metrics.Kt)(fechatter_metrics.H0),
},
{
needs: [fechatter_metrics.H0],
alert: 'ErrorBudgetBurnSlow',
expr: burn(context, 6, ['30m', '6h']),
for: '15m',
severity: 'warning',
summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
description: 'The error rate has been more than 6 times the error budget for six hours and still is: at this rate the budget of a month lasts five days.',
panel: panels.Hd.errorRate,
comment: (0, fechatter_metrics.Kt)(fechatter_metrics.H0),
},
{
needs: [fechatter_metrics.tr, fechatter_metrics.H0],
alert: 'LatencyHigh',
expr: `${P95} > ${(0, thresholds.TM)(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
for: '10m',
severity: 'warning',
summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
panel: panels.Hd.responseTime,
},
{
needs: [fechatter_metrics.XG, fechatter_metrics.CY],
alert: 'CacheHitRatioLow',
expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${(0, fechatter_metrics.Ms)(fechatter_metrics.CY, '5m')} > ${T.min_request_rate}`,
for: '15m',
severity: 'warning',
summary: '{{ $labels.service }}: only {{ $value | humanizePercentage }} of the cache lookups hit',
description: 'The database has to answer what the cache should. This is expected for some minutes after a restart of the cache.',
panel: panels.Hd.cacheHitRatio,
},
];
}
const traffic = ({ config }) => trafficStopped(config, { rate: REQUEST_RATE, panel: panels.Hd.requestRate }).map((rule) => ({
...rule,
needs: [fechatter_metrics.H0],
}));
function deliveryAlerts({ config }) {
const T = config.alerts;
const before = `avg_over_time(${CONNECTIONS_SUM}[30m] offset 10m)`;
const sent = (window) => `sum(rate(${fechatter_metrics.nl}[${window}]))`;
const notify = (0, fechatter_metrics.$b)(config, fechatter_metrics.fe);
return [
{
needs: [fechatter_metrics.Uk],
alert: 'NotifySSEConnectionsDropped',
expr: `${CONNECTIONS_SUM} < ${(0, fechatter_metrics.J3)(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
for: '3m',
severity: 'critical',
summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
description: `More than ${(0, fechatter_metrics.fL)(T.sse_connections_lost)} of the SSE connections of ten minutes ago were closed and have not been reopened.`,
panel: panels.Hd.connections,
},
{
needs: [fechatter_metrics.Uk, fechatter_metrics.rV, fechatter_metrics.nl],
alert: 'NotifyFanoutStalled',
expr: [
`sum by (service) (${fechatter_metrics.Uk}) > 0`,
`unless ${(0, fechatter_metrics.Ms)(fechatter_metrics.rV, '5m')} > 0`,
`and on () ${sent('5m')} > ${T.min_message_rate}`,
].join('\n'),
for: '5m',
severity: 'critical',
summary: '{{ $labels.service }} delivers no messages to {{ $value | humanize }} connections',
description: 'Messages are sent and clients are connected, but no message is delivered over SSE.',
panel: panels.Hd.messageRate,
},
{
needs: [fechatter_metrics.fe, fechatter_metrics.nl],
alert: 'NatsConsumerLagging',
expr: [
`(${(0, fechatter_metrics.Ms)(fechatter_metrics.fe, '10m')} or ${(0, promql.jZ)(notify, { by: 'service' })})`,
`< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
`and on () ${sent('10m')} > ${T.min_message_rate}`,
].join('\n'),
for: '10m',
severity: 'warning',
summary: '{{ $labels.service }} falls behind the messages that are sent',
description: `It processes {{ $value | humanize }} events per second from NATS, less than ${(0, fechatter_metrics.fL)(T.nats_processed_ratio)} of the messages sent. ` +
'The number of pending events is known to NATS only (num_pending of the consumer).',
panel: panels.Hd.messageRate,
},
];
}
function workerAlerts({ config }) {
const T = config.alerts;
return [
{
needs: [fechatter_metrics.s3, fechatter_metrics.H0],
alert: 'AnalyticsIngestStalled',
expr: [
`(${(0, fechatter_metrics.Ms)(fechatter_metrics.s3, '15m')} or ${(0, promql.jZ)((0, fechatter_metrics.$b)(config, fechatter_metrics.s3), { by: 'service' })}) == 0`,
`and on () sum(rate(${fechatter_metrics.H0}[15m])) > ${T.min_request_rate}`,
].join('\n'),
for: '15m',
severity: 'warning',
summary: '{{ $labels.service }} processes no events',
description: 'There is traffic, but no event has been processed for 15 minutes.',
panel: panels.Hd.requestRate,
},
{
needs: [fechatter_metrics.RG],
alert: 'ClickHouseWritesFailing',
expr: failing(fechatter_metrics.RG, '10m', T.clickhouse_failure_ratio),
comment: (0, fechatter_metrics.Kt)(fechatter_metrics.RG),
for: '10m',
severity: 'critical',
summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the ClickHouse operations fail',
description: `More than ${(0, fechatter_metrics.fL)(T.clickhouse_failure_ratio)} of the operations fail: events are lost.`,
panel: panels.Hd.requestRate,
},
{
needs: [fechatter_metrics.Sr],
alert: 'BotAgentErrors',
expr: failing(fechatter_metrics.Sr, '30m', T.bot_failure_ratio),
comment: (0, fechatter_metrics.Kt)(fechatter_metrics.Sr),
for: '10m',
severity: 'warning',
summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the AI agent requests fail',
description: `More than ${(0, fechatter_metrics.fL)(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
panel: panels.Hd.requestRate,
},
];
}
const failing = (metric, window, limit) => [
`${(0, fechatter_metrics.Ms)(metric, window, fechatter_metrics.PO)} / ${(0, fechatter_metrics.Ms)(metric, window)} > ${limit}`,
`and sum by (service) (increase(${metric}{${fechatter_metrics.PO}}[${window}])) >= ${fechatter_metrics.fQ}`,
].join('\n');
var fly = __webpack_require__(22124);
var fly_query = __webpack_require__(7381);
var config_services = __webpack_require__(36927);
var dashboards_service = __webpack_require__(12384);
var declared_metrics = __webpack_require__(62237);
var metric_types = __webpack_require__(59459);
;
function absentMetrics(service, matcher) {
const declared = (0, declared_metrics.A)(service).filter((metric) => metric.expect === 'always');
if (declared.length === 0)
return undefined;
const absent = declared.map(({ name, type }) => `  label_replace(absent(${(0, promql.Lf)(`${name}${(0, metric_types.IF)(type)}`, matcher)}), "metric", "${name}", "", "")`);
return `(\n${absent.join('\n  or\n')}\n)`;
}
;
function flyTargetRules({ config }) {
const services = config.services.filter(config_services.dC);
const apps = [...new Set(services.map(({ app }) => app))];
return {
name: 'targets',
rules: [
targetDown(apps),
...serviceAbsent(apps.filter((app) => (0, config_services.LE)(services, app).some((service) => !service.may_stop))),
...services.flatMap(metricAbsent),
],
};
}
const targetDown = (apps) => ({
alert: 'TargetDown',
expr: `count by (app) (up{${(0, fly_query.R)(apps)}} == 0)`,
for: '3m',
severity: 'critical',
summary: '{{ $labels.app }}: Fly cannot scrape {{ $value }} machine(s)',
description: 'The machines run, and Fly does not get the metrics of {{ $labels.app }} from them. `deploy-monitoring verify` says what remains as a reason.',
panel: panels.JK.age,
});
function serviceAbsent(apps) {
if (apps.length === 0)
return [];
return [
{
alert: 'ServiceAbsent',
expr: apps.map((app) => `absent(up{${(0, fly_query.R)([app])}})`).join('\nor\n'),
for: '10m',
severity: 'critical',
summary: '{{ $labels.app }}: Fly scrapes no machine',
description: "All machines of {{ $labels.app }} are stopped or destroyed, or their configuration has no `[[metrics]]` section, or Fly's Prometheus is behind: see the panel.",
panel: panels.JK.age,
},
];
}
function metricAbsent(service) {
const matcher = (0, fly_query.R)([service.app]);
const absent = absentMetrics(service, matcher);
if (absent === undefined)
return [];
return [
{
alert: 'MetricAbsent',
about: service.name,
expr: `${absent}\nand on (app) max by (app) (up{${matcher}}) == 1`,
for: '15m',
severity: 'warning',
summary: `${service.name} does not expose {{ $labels.metric }}`,
description: `The configuration declares {{ $labels.metric }}, and ${service.name} is scraped without it: the page may be a web page, which Fly scrapes without an error. Panels and alerts that use the metric do not work.`,
panel: { dashboard: (0, dashboards_service.mv)(service.name), panel: panels.f_.machinesUp },
},
];
}
var config_shards = __webpack_require__(30170);
var model_shards = __webpack_require__(61457);
var routes = __webpack_require__(1881);
var self_monitoring = __webpack_require__(23546);
;
const remoteWriteRules = (context) => context.config.remote_write.length > 0
? [behind(context, { expr: self_monitoring.kP, to: TO_TARGET }), remote_write_failing({ by: TARGET, to: TO_TARGET })]
: [behind(context, { expr: self_monitoring.fU, to: '' }), remote_write_failing({ to: '' })];
const TARGET = 'remote_name, url';
const TO_TARGET = ' to {{ $labels.remote_name }} ({{ $labels.url }})';
const behind = ({ config }, { expr, to }) => ({
alert: 'RemoteWriteBehind',
expr: `(\n${expr}\n) > ${(0, thresholds.TM)(config.alerts.remote_write_delay)}`,
for: '5m',
severity: 'warning',
summary: `Remote write${to} is {{ $value | humanizeDuration }} behind`,
description: 'Samples do not reach the remote Prometheus in time: it cannot be reached, is too slow, or has never accepted a sample.',
panel: panels.wP.remoteWriteDelay,
comment: [
'Prometheus 2 and 3 have one of these each.',
'pint disable promql/series(prometheus_remote_storage_queue_highest_timestamp_seconds)',
'pint disable promql/series(prometheus_remote_storage_highest_timestamp_in_seconds)',
'Does not exist before the first success.',
'pint disable promql/series(prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
],
});
function remote_write_failing({ by, to }) {
const options = { window: '5m', ...(by !== undefined && { by }) };
const dropped = (0, promql.yb)('prometheus_remote_storage_samples_dropped_total', {
...options,
matchers: ['reason!="dropped_series"'],
});
const failed = (0, promql.yb)('prometheus_remote_storage_samples_failed_total', options);
return {
alert: 'RemoteWriteFailing',
expr: `${failed} + (${dropped} or 0 * ${failed}) > 0`,
for: '10m',
severity: 'critical',
summary: `Remote write${to} loses {{ $value | humanize }} samples per second`,
description: 'The remote Prometheus rejects samples, or they are dropped before they are sent: they are lost there. The usual cause is the key, the user or a limit.',
panel: panels.wP.remoteWriteLosses,
comment: [
'Does not exist before the first loss.',
'pint disable promql/series(prometheus_remote_storage_samples_dropped_total)',
],
};
}
;
function monitoringRules(context) {
const isServer = !(0, engine.yh)(context.config.monitoring);
return {
name: 'monitoring',
rules: [
...(isServer ? [volumeSize(context)] : []),
...(context.remoteWrite ? remoteWriteRules(context) : []),
...(isServer ? [volumeFilling(context)] : []),
CONFIG_RELOAD_FAILED,
...shardAbsent(context),
...(isServer ? [RULE_FAILURES] : []),
watchdog(context),
...(hasDrill(context) ? [drill(context)] : []),
],
};
}
const bytes = ({ config }) => config.monitoring.volume.size_gb * 1e9;
const volumeSize = (context) => ({
record: self_monitoring.bJ,
expr: `vector(${bytes(context)})`,
});
const volumeFilling = (context) => ({
alert: 'VolumeFilling',
expr: `(\n${self_monitoring.v$}\n) / ${bytes(context)} > ${context.config.alerts.volume_used_ratio}`,
for: '15m',
severity: 'warning',
summary: 'Prometheus uses {{ $value | humanizePercentage }} of its volume',
description: `The volume ${context.config.monitoring.volume.name} has ${context.config.monitoring.volume.size_gb} GB. ` +
'When it is full, Prometheus stops: there are no samples and no alerts.',
panel: panels.wP.volume,
comment: [
'Prometheus 2.42 does not measure these.',
'pint disable promql/series(prometheus_tsdb_wal_storage_size_bytes)',
'pint disable promql/series(prometheus_tsdb_head_chunks_storage_size_bytes)',
],
});
const CONFIG_RELOAD_FAILED = {
alert: 'ConfigReloadFailed',
expr: 'min by (app, service) (prometheus_config_last_reload_successful) == 0',
for: '5m',
severity: 'critical',
summary: '{{ $labels.app }} runs with an old configuration',
description: 'Prometheus could not load its new configuration and still uses the previous one. After the next restart it may not start at all.',
panel: panels.wP.rules,
};
function shardAbsent({ config: { monitoring } }) {
if (!(0, config_shards.g)(monitoring))
return [];
const shards = (0, config_shards.Q)(monitoring).map((_, i) => `absent(up{job="${prometheus.gu}",${model_shards.Yk}="${i + 1}"})`);
return [
{
alert: 'ShardAbsent',
expr: shards.join('\nor\n'),
for: '3m',
severity: 'critical',
summary: `No samples from shard {{ $labels.shard }} of ${shards.length}`,
description: `Shard {{ $labels.shard }} of the ${shards.length} shards of ${monitoring.app} does not run, or cannot send its samples: a part of the targets is not scraped, and no other alert says which.`,
panel: panels.wP.targets,
},
];
}
const RULE_FAILURES = {
alert: 'RuleFailures',
expr: 'sum by (app, service, rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0',
for: '5m',
severity: 'critical',
summary: 'Rules of {{ $labels.rule_group }} cannot be evaluated',
description: 'Prometheus cannot evaluate rules, so alerts that depend on them do not fire. The page /rules of Prometheus shows the reason.',
panel: panels.wP.rules,
};
const watchdog = ({ config: { alerts } }) => ({
alert: routes.DU,
expr: alerts.notify ? `${STARTED}\nor on ()\nvector(1)` : 'vector(1)',
for: alerts.notify ? '0s' : '1m',
severity: 'none',
summary: alerts.notify ? 'Alerts reach this receiver' : 'Alerting works',
description: "This alert always fires. Send it to a dead man's switch: when it stops arriving, other alerts do not arrive either.",
panel: panels.wP.rules,
comment: ['This alert is meant to always fire.', 'pint disable alerts/comparison'],
});
const hasDrill = ({ config: { alerts, monitoring } }) => alerts.notify !== undefined && monitoring.access !== 'public';
function drill({ config }) {
const seconds = Math.max(60, 4 * (0, thresholds.TM)(config.monitoring.scrape_interval));
const counter = `prometheus_http_requests_total{job="${prometheus.gu}",handler="${prometheus.su.handler}",code="${prometheus.su.code}"}`;
return {
alert: prometheus.su.alert,
expr: `sum(increase(${counter}[${seconds}s])) > ${prometheus.su.requests}`,
for: '0s',
severity: 'critical',
summary: 'This is a drill: someone tests whether alerts arrive',
description: `Nothing is wrong with ${config.monitoring.app}. \`deploy-monitoring drill\` sends this alert, and it ends by itself.`,
panel: panels.wP.rules,
comment: [
'Counted only while there is a drill.',
'pint disable promql/series(prometheus_http_requests_total)',
],
};
}
const START = `process_start_time_seconds{job="${prometheus.cZ}"}`;
const STARTED = `count_values("started", ${START} and timestamp(${START}) > time() - 6)`;
var alerts_rule = __webpack_require__(31687);
var conventions = __webpack_require__(30081);
;
const service_rules_BURN_WINDOWS = ['5m', '30m', '1h', '6h'];
const service_rules_REQUEST_RATE = 'service:requests:rate5m';
const service_rules_P95 = 'service:request_duration_seconds:p95_5m';
const service_rules_errorRatio = (window) => `service:request_errors:ratio_rate${window}`;
const FECHATTER_COUNTERS = new Set([fechatter_metrics.H0, fechatter_metrics.Sr]);
function serviceRules({ config }) {
const rules = config.services.flatMap((service) => {
const { requests, failed, duration } = (0, conventions.B7)(service);
const isJudged = !(0, fly_engine.kk)(config.monitoring) && FECHATTER_COUNTERS.has(requests ?? '');
if (requests === undefined || isJudged)
return [];
const subject = { service, config, requests };
const objectives = (0, conventions.eW)(config, service);
return [
recorded(subject, service_rules_REQUEST_RATE, `${rateOf(subject, '5m')}\nor\n${(0, promql.jZ)([service.name])}`),
...(failed === undefined || objectives.errors ? [] : errorRules(subject, failed)),
...(!duration || objectives.latency ? [] : latencyRules(subject, duration)),
...trafficStopped(config, {
rate: (0, promql.Lf)(service_rules_REQUEST_RATE, ofService(service)),
about: service.name,
mayVanish: (0, config_services.dC)(service) && service.may_stop,
panel: panelOf(subject, 'requests'),
}),
];
});
return { name: 'services', rules };
}
const ofService = ({ name }) => `service="${name}"`;
const recorded = ({ service }, record, expr) => ({
...{ record, expr, labels: { service: service.name } },
});
const rateOf = ({ service, requests }, window, ...matchers) => (0, promql.yb)(requests, { window, matchers: [ofService(service), ...matchers] });
const panelOf = ({ service }, name) => ({
dashboard: (0, dashboards_service.mv)(service.name),
panel: panels.f_[name],
});
function errorRules(subject, failed) {
const { service, config } = subject;
const { error_budget: budget } = config.alerts;
const own = (window) => (0, promql.Lf)(service_rules_errorRatio(window), ofService(service));
const burns = (factor, now, long) => [
`${own(now)} > ${(0, fechatter_metrics.J3)(factor * budget)}`,
`and ${own(long)} > ${(0, fechatter_metrics.J3)(factor * budget)}`,
`and on () sum(increase(${(0, promql.Lf)(subject.requests, ofService(service), failed)}[${long}])) >= ${fechatter_metrics.fQ}`,
].join('\n');
const common = {
about: service.name,
summary: `${service.name} fails {{ $value | humanizePercentage }} of its requests`,
panel: panelOf(subject, 'errors'),
};
return [
...service_rules_BURN_WINDOWS.map((window) => {
const all = rateOf(subject, window);
const bad = `(${rateOf(subject, window, failed)} or 0 * ${all})`;
return recorded(subject, service_rules_errorRatio(window), `${bad}\n/\n(${all} > 0)`);
}),
{
...{ alert: 'RequestErrorsHigh', ...common, expr: burns(14.4, '5m', '1h') },
...{ for: '2m', severity: 'critical' },
description: `For an hour and still now, more than ${(0, fechatter_metrics.fL)(14.4 * budget)} of the requests have failed: 14.4 times the error budget. At this rate the budget of a month lasts two days.`,
},
{
...{ alert: 'RequestErrorsElevated', ...common, expr: burns(6, '30m', '6h') },
...{ for: '15m', severity: 'warning' },
description: `For six hours and still now, more than ${(0, fechatter_metrics.fL)(6 * budget)} of the requests have failed: 6 times the error budget. At this rate the budget of a month lasts five days.`,
},
];
}
function latencyRules(subject, duration) {
const { service, config } = subject;
const T = config.alerts;
const own = ofService(service);
const rate = (0, promql.Lf)(service_rules_REQUEST_RATE, own);
return [
recorded(subject, service_rules_P95, (0, promql.qB)(0.95, duration, { window: '5m', matcher: own })),
{
alert: 'RequestLatencyHigh',
about: service.name,
expr: `${(0, promql.Lf)(service_rules_P95, own)} > ${(0, thresholds.TM)(T.latency_p95)}\nand ${rate} > ${T.min_request_rate}`,
...{ for: '10m', severity: 'warning' },
summary: `${service.name}: P95 is {{ $value | humanizeDuration }}`,
description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
panel: panelOf(subject, 'durations'),
},
];
}
var slos = __webpack_require__(82168);
var scrape_options = __webpack_require__(73016);
;
const TARGETS_FOUND = 'service:targets:found';
const TARGETS_EXPECTED = 'service:targets:expected';
function targetRules(context) {
const { services } = context.config;
const everything = (0, promql.RU)((0, promql.In)('service', [...services.map((service) => service.name), prometheus.gu]));
return {
name: 'targets',
rules: [
{ record: TARGETS_FOUND, expr: `count by (app, service) (up${everything})` },
targetsExpected(context),
targets_targetDown(everything),
...targets_serviceAbsent(services),
emptyExposition(everything),
...services.flatMap(targets_metricAbsent),
scrapeSlow(context),
],
};
}
function targetsExpected({ config }) {
const always = [
...config.services
.filter((service) => !(0, config_services.dC)(service) || !service.may_stop)
.map((service) => ({ name: service.name, app: (0, config_services.RX)(service) })),
{ name: prometheus.gu, app: config.monitoring.app },
];
const one = (label, values) => (0, promql.In)(label, [...new Set(values)]);
const declaredOnly = (0, promql.RU)(one('app', always.map(({ app }) => app)), one('service', always.map(({ name }) => name)));
const usual = `ceil(quantile_over_time(0.5, ${TARGETS_FOUND}${declaredOnly}[1d]))`;
const declared = always.map(({ name, app }) => `label_replace(label_replace(vector(1), "app", "${app}", "", ""), "service", "${name}", "", "")`);
return {
record: TARGETS_EXPECTED,
expr: [
`(${TARGETS_FOUND} > ${usual})`,
usual,
TARGETS_FOUND,
...((0, engine.yh)(config.monitoring) ? [] : declared),
].join('\nor\n'),
};
}
const targets_targetDown = (selector) => ({
alert: 'TargetDown',
expr: `count by (app, service) (up${selector} == 0)`,
for: '2m',
severity: 'critical',
summary: '{{ $labels.service }}: Prometheus cannot scrape {{ $value }} target(s)',
description: 'Prometheus cannot read the metrics of {{ $labels.service }} in {{ $labels.app }}, although it should be running. ' +
'The page /targets of Prometheus shows the reason.',
panel: panels.wP.targets,
});
function targets_serviceAbsent(services) {
const absent = services
.filter(config_services.dC)
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
panel: panels.wP.targets,
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
panel: panels.wP.samples,
});
function targets_metricAbsent(service) {
const matcher = `service="${service.name}"`;
const absent = absentMetrics(service, matcher);
if (absent === undefined)
return [];
return [
{
alert: 'MetricAbsent',
about: service.name,
expr: `${absent}\nand on (service) max by (service) (scrape_samples_scraped${(0, promql.RU)(matcher)}) > 0`,
for: '15m',
severity: 'warning',
summary: `{{ $labels.service }} does not expose {{ $labels.metric }}`,
description: 'The configuration declares {{ $labels.metric }}, but {{ $labels.service }} is up without it. ' +
'Panels and alerts that use it do not work.',
panel: panels.wP.samples,
},
];
}
function scrapeSlow({ config }) {
const { monitoring, alerts, services } = config;
const timeoutOf = (service) => (0, thresholds.TM)((0, scrape_options.nZ)(service, monitoring).timeout);
const names = new Map([[timeoutOf({}), []]]);
for (const service of services)
names.set(timeoutOf(service), [...(names.get(timeoutOf(service)) ?? []), service.name]);
names.get(timeoutOf({}))?.push(prometheus.gu);
const limitOf = (timeout) => alerts.slow_scrape === undefined ? timeout / 2 : (0, thresholds.TM)(alerts.slow_scrape);
const parts = [...names].map(([timeout, of]) => {
const selector = (0, promql.RU)((0, promql.In)('service', of));
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
panel: panels.wP.scrapeDuration,
};
}
;
const STEPS = 48;
function withoutRecording(query, rules) {
return (0, rewrite.p$)(query, (selector, text) => {
const own = rules.filter(({ record }) => record === selector.metric);
if (own.length === 0)
return { text };
const parts = own.flatMap((rule) => expressionOf(rule, selector, rules));
const { range } = selector;
return {
text: `(\n${parts.join('\nor\n')}\n)`,
...(range !== undefined && { range: `${range}:${stepOf(range)}s` }),
};
});
}
const stepOf = (range) => Math.max(60, Math.round((0, thresholds.TM)(range) / STEPS));
function expressionOf({ expr, labels = {} }, { matchers }, rules) {
const isSet = ({ label }) => Object.hasOwn(labels, label);
if (!matchers.filter(isSet).every((one) => matches(labels[one.label] ?? '', one)))
return [];
const rest = matchers
.filter((one) => !isSet(one))
.map(({ label, op, value }) => `${label}${op}${(0, literals.ZD)(value)}`);
const whole = (0, rewrite.EK)(withoutRecording(expr, rules), rest);
return [
Object.entries(labels).reduce((inner, [name, value]) => (0, literals.nH)(`(${inner})`, name, value), whole),
];
}
function matches(label, { op, value }) {
if (op === '=' || op === '!=')
return (label === value) === (op === '=');
return new RegExp(`^(?:${value})$`).test(label) === (op === '=~');
}
;
function ruleGroups(config, options) {
const groups = allGroups(config, options);
if ((0, engine.Wj)(config.monitoring))
return groups;
const query = storeQuery(config, groups);
return groups
.map(({ name, rules }) => ({
name,
rules: rules.filter(alerts_rule.H).map((rule) => ({ ...rule, expr: query(rule.expr) })),
}))
.filter(({ rules }) => rules.length > 0);
}
const inlineRecordings = (groups) => (query) => withoutRecording(query, recordingsOf(groups));
function storeQuery(config, groups) {
const inline = inlineRecordings(groups);
if ((0, fly_engine.kk)(config.monitoring))
return (query) => (0, fly_query.Q)(inline(query), config);
const own = `${prometheus.qe}=${(0, literals.ZD)(config.monitoring.app)}`;
return (query) => (0, rewrite.EK)(inline(query), [own]);
}
const recordingsOf = (groups) => groups.flatMap(({ rules }) => rules.flatMap((rule) => ((0, alerts_rule.H)(rule) ? [] : [rule])));
function allGroups(config, options) {
const remoteWrite = options.remoteWrite || config.remote_write.length > 0;
const context = { config, remoteWrite };
if ((0, fly_engine.kk)(config.monitoring))
return [flyTargetRules, serviceRules, fly.IE].map((groupOf) => groupOf(context));
return [targetRules, monitoringRules, serviceRules, fechatterRules, slos._n, fly.IE]
.map((groupOf) => groupOf(context))
.filter((group) => group.rules.length > 0)
.map(({ name, rules }) => ({ name, rules: rules.map((rule) => ofDashboard(rule, config)) }));
}
const ofDashboard = (rule, config) => (0, alerts_rule.H)(rule) ? { ...rule, panel: (0, shipped_panel.eJ)(rule.panel, config) } : rule;
const recordedByRules = (groups) => recordingsOf(groups).map(({ record }) => record);
const alertsOf = (groups) => groups.flatMap((group) => group.rules.filter(alerts_rule.H));
}),
85982: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$L: () => (FLY_DASHBOARD),
Gw: () => (sloPanels),
Hd: () => (overviewPanels),
JK: () => (flyPanels),
aF: () => (panelUrl),
eS: () => (SLO_DASHBOARD),
f_: () => (servicePanels),
wP: () => (monitoringPanels)
});
var __import_0__ = __webpack_require__(94869);
const OVERVIEW_DASHBOARD = 'fechatter-overview';
const MONITORING_DASHBOARD = 'fechatter-monitoring';
const panels = (dashboard, names) => Object.fromEntries(names.map((name, i) => [name, { dashboard, panel: i + 1 }]));
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
const FLY_DASHBOARD = 'deploy-monitoring-fly';
const flyPanels = panels(FLY_DASHBOARD, [
'memory',
'exits',
'volumes',
'balance',
'throttled',
'age',
'edgeErrors',
'edgeRequests',
'latency',
'machinesUp',
'edgeErrorsNow',
'firingAlerts',
]);
const servicePanels = {
...{ machinesUp: 1, firingAlerts: 2, errorsNow: 3, latencyNow: 4 },
...{ requests: 5, errors: 6, durations: 7 },
};
const panelUrl = (ref, base = '') => `${(0, __import_0__.Tv)(base)}/d/${ref.dashboard}?viewPanel=${ref.panel}`;
}),
31222: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
In: () => (oneOfMatcher),
Lf: () => (seriesOf),
RU: () => (matcherBraces),
YV: () => (quantile),
jZ: () => (zeroWhileUp),
qB: () => (declaredQuantile),
yb: () => (sumRate)
});
var __import_0__ = __webpack_require__(59459);
const matcherBraces = (...matchers) => matchers.length === 0 ? '' : `{${matchers.join(',')}}`;
const KEYWORDS = /^(?:atan2|bool|group_left|group_right|ignoring|inf|nan|on)$/i;
const seriesOf = (name, ...matchers) => KEYWORDS.test(name) || !(0, __import_0__.S6)(name)
? matcherBraces(`__name__="${name}"`, ...matchers)
: `${name}${matcherBraces(...matchers)}`;
function sumRate(metric, options) {
return `sum${by(options.by)}(rate(${seriesOf(metric, ...(options.matchers ?? []))}[${options.window}]))`;
}
function zeroWhileUp(services, options = {}) {
const up = `up${matcherBraces(oneOfMatcher('service', services), ...(options.matchers ?? []))}`;
return `0 * (max${by(options.by)}(${up}) == 1)`;
}
function quantile(q, metric, options) {
const matchers = options.matchers ?? [];
const buckets = sumRate(`${metric}_bucket`, { ...options, by: `${options.by}, le` });
return `histogram_quantile(${q}, ${buckets})\nor\nmax${by(options.by)}(${metric}${matcherBraces(...matchers, `quantile="${q}"`)})`;
}
const declaredQuantile = (q, { name, type }, { window, matcher }) => type === 'summary'
? `max(${seriesOf(name, matcher, `quantile="${q}"`)})`
: `histogram_quantile(${q}, ${sumRate(`${name}_bucket`, { window, matchers: [matcher], by: 'le' })})`;
const oneOfMatcher = (label, values) => values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join('|')}"`;
const by = (labels) => (labels === undefined ? '' : ` by (${labels}) `);
}),
31687: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
H: () => (isAlert)
});
const isAlert = (rule) => 'alert' in rule;
}),
23546: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
bJ: () => (VOLUME_SIZE),
fU: () => (REMOTE_WRITE_DELAY),
kP: () => (REMOTE_WRITE_DELAYS),
v$: () => (VOLUME_USED)
});
var __import_0__ = __webpack_require__(10980);
var __import_1__ = __webpack_require__(31222);
const SELF_ZERO = (0, __import_1__.jZ)([__import_0__.gu]);
const NEWEST = [
'prometheus_remote_storage_queue_highest_timestamp_seconds',
'prometheus_remote_storage_highest_timestamp_in_seconds',
].join(' or ');
const REMOTE_WRITE_DELAY = [
'(',
`  max(${NEWEST})`,
'  -',
`  (max(prometheus_remote_storage_queue_highest_sent_timestamp_seconds) or 0 * max(${NEWEST}))`,
')',
'and on () max(prometheus_remote_storage_shards) > 0',
].join('\n');
const REMOTE_WRITE_DELAYS = [
'(0 * max by (remote_name, url) (prometheus_remote_storage_shards > 0)',
`  + on () group_left () max(${NEWEST}))`,
'-',
'(max by (remote_name, url) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
'  or 0 * max by (remote_name, url) (prometheus_remote_storage_shards > 0))',
].join('\n');
const VOLUME_USED = [
'sum(prometheus_tsdb_storage_blocks_bytes)',
'+ (sum(prometheus_tsdb_wal_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
'+ (sum(prometheus_tsdb_head_chunks_storage_size_bytes) or 0 * sum(prometheus_tsdb_storage_blocks_bytes))',
].join('\n');
const VOLUME_SIZE = 'monitoring:volume_size:bytes';
}),
82168: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FX: () => (BURN_RATE),
_n: () => (sloRules),
jl: () => (budgetPeriod),
wN: () => (BUDGET_LEFT)
});
var __import_6__ = __webpack_require__(62237);
var __import_0__ = __webpack_require__(4805);
var __import_1__ = __webpack_require__(40231);
var __import_2__ = __webpack_require__(94527);
var __import_3__ = __webpack_require__(43539);
var __import_4__ = __webpack_require__(85982);
var __import_5__ = __webpack_require__(31222);
const BUDGET = 'slo:error_budget:ratio';
const EVENTS = 'slo:events:rate5m';
const BAD_EVENTS = 'slo:bad_events:rate5m';
const badRate = (window) => `slo:bad_events:rate${window}`;
const errorRatio = (window) => `slo:errors:ratio_rate${window}`;
const BUDGET_LEFT = 'slo:error_budget_left:ratio';
const BURN_RATE = 'slo:burn_rate:1h';
const SHORT = ['5m', '30m', '1h', '2h', '6h'];
const LONG = ['1d', '3d'];
const COUNTED = ['1h', '6h'];
const PERIOD = '30d';
function sloRules({ config }) {
const rules = config.slos.flatMap((slo) => recordings(slo, config));
return { name: 'slos', rules: rules.length === 0 ? [] : [...rules, BURN_FAST, BURN_SLOW] };
}
const budgetPeriod = ({ monitoring: { retention } }) => (0, __import_2__.TM)(retention) < (0, __import_2__.TM)(PERIOD) ? retention : PERIOD;
function recordings(slo, config) {
const labels = { service: slo.service, slo: (0, __import_1__._)(slo) };
const record = (name, expr) => ({ record: name, expr, labels });
const own = `{service="${slo.service}",slo="${labels.slo}"}`;
const { all, bad } = eventsOf(slo, config);
const direct = (window) => `${bad(window)}\n/\n(${all(window)} > 0)`;
const recorded = (window) => `sum_over_time(${BAD_EVENTS}${own}[${window}])\n/\n(sum_over_time(${EVENTS}${own}[${window}]) > 0)`;
const [over, none] = (0, __import_0__.yh)(config.monitoring)
? [direct, `0 * ${bad('5m')}`]
: [recorded, `0 * ${BAD_EVENTS}${own}`];
const budget = (0, __import_3__.J3)(1 - slo.objective / 100);
return [
record(BUDGET, `vector(${budget})`),
record(EVENTS, all('5m')),
record(BAD_EVENTS, bad('5m')),
...SHORT.map((window) => record(errorRatio(window), direct(window))),
...LONG.map((window) => record(errorRatio(window), over(window))),
...COUNTED.map((window) => record(badRate(window), bad(window))),
record(BURN_RATE, `${errorRatio('1h')}${own} / ${budget}`),
record(BUDGET_LEFT, `1 - (\n${over(budgetPeriod(config))}\n) / ${budget}\nor\n1 + ${none}`),
];
}
function eventsOf(slo, { services }) {
const service = services.find(({ name }) => name === slo.service);
const metric = service && (0, __import_6__.A)(service).find(({ name }) => name === slo.of);
const count = `${slo.of}${metric?.type === 'counter' ? '' : '_count'}`;
const matcher = `service="${slo.service}"`;
const rate = (name, window, ...more) => (0, __import_5__.yb)(name, { window, matchers: [matcher, ...more] });
const all = (window) => rate(count, window);
const failed = slo.errors?.replace(/\s*,\s*$/, '').trim();
if (failed !== undefined)
return { all, bad: (window) => `(${rate(count, window, failed)} or 0 * ${all(window)})` };
const within = (window) => rate(`${slo.of}_bucket`, window, boundOf(slo, metric));
return { all, bad: (window) => `(${all(window)} - ${within(window)})` };
}
function boundOf({ slower_than = '0s' }, metric) {
const unit = /_(?:milliseconds|millis|ms)$/.test(metric?.name ?? '') ? 1_000 : 1;
const bound = (0, __import_3__.J3)((0, __import_2__.TM)(slower_than) * unit);
return Number.isInteger(bound) ? `le=~"${bound}|${bound}\\\\.0"` : `le="${bound}"`;
}
const burns = (factor, short, long, ...more) => [
'(',
`  ${errorRatio(short)} > ${factor} * ${BUDGET}`,
`  and ${errorRatio(long)} > ${factor} * ${BUDGET}`,
...more,
')',
].join('\n');
const hasFailures = (window) => `  and ${badRate(window)} * ${(0, __import_2__.TM)(window)} >= ${__import_3__.fQ}`;
const BURN_FAST = {
alert: 'SloBurnsFast',
expr: `${burns(14.4, '5m', '1h', hasFailures('1h'))}\nor\n${burns(6, '30m', '6h', hasFailures('6h'))}`,
for: '2m',
severity: 'critical',
summary: '{{ $labels.service }} misses its objective {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
description: 'The error budget is spent so fast that at this rate that of 30 days lasts less than five days, and it goes on.',
panel: __import_4__.Gw.budget,
};
const BURN_SLOW = {
alert: 'SloBurnsSlowly',
expr: `${burns(3, '2h', '1d')}\nor\n${burns(1, '6h', '3d')}`,
for: '15m',
severity: 'warning',
summary: '{{ $labels.service }} spends the budget of {{ $labels.slo }}: {{ $value | humanizePercentage }} fail',
description: 'The error rate of the last days spends the error budget before 30 days are over, and it goes on.',
panel: __import_4__.Gw.budget,
};
}),
37443: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AM: () => (AT_RISK),
eU: () => (BAD),
u0: () => (colorsFor),
xb: () => (SELF_COLOR)
});
const SERVICE_COLORS = ['#309AD4', '#C68219', '#AA4695', '#6741FD', '#5A76E6'];
const colorsFor = (names) => Object.fromEntries(names.map((name, i) => [name, SERVICE_COLORS[i % SERVICE_COLORS.length] ?? '']));
const SELF_COLOR = '#8E8E8E';
const BAD = '#E02F44';
const AT_RISK = '#E0882A';
const FECHATTER_COLORS = {
fechatter_server: SERVICE_COLORS[0],
notify_server: SERVICE_COLORS[1],
analytics_server: SERVICE_COLORS[2],
bot_server: SERVICE_COLORS[3],
prometheus: SELF_COLOR,
};
}),
94637: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$K: () => (withoutServices),
GS: () => (placed),
SY: () => (neutral),
YM: () => (readyPanel),
dS: () => (colored),
fU: () => (inRows),
g9: () => (madeDashboard),
nd: () => (panel)
});
var __import_0__ = __webpack_require__(43287);
var __import_3__ = __webpack_require__(25478);
var __import_1__ = __webpack_require__(91060);
var __import_2__ = __webpack_require__(44900);
let looks;
const lookOf = (name) => {
looks ??= JSON.parse((0, __import_0__.readAsset)('templates/dashboard-looks.json'));
return structuredClone(looks[name]);
};
const part = (value) => ((0, __import_1__.OW)(value) ? value : {});
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
const lines = [
...Object.entries(content.colors ?? {}).map(([name, color]) => colored(name, color)),
...(content.dashed === undefined ? [] : [dashed(content.dashed)]),
];
return {
...made,
...{
title,
description,
fieldConfig: { defaults: fields, overrides: [...(0, __import_1__.Qv)(overrides), ...lines] },
links: (content.alerts ?? []).map(runbookLink),
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
const colored = (name, color) => ({
matcher: { id: name.startsWith('/') ? 'byRegexp' : 'byName', options: name },
properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: color } }],
});
const dashed = (name) => ({
matcher: { id: 'byName', options: name },
properties: [
{ id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 6] } },
{ id: 'custom.fillOpacity', value: 0 },
],
});
const query = ({ expr, legend }, refId, look) => ({
refId,
datasource: { type: 'prometheus', uid: '${datasource}' },
...{ expr, legendFormat: legend },
...(look === 'timeseries' ? { range: true, instant: false } : { range: false, instant: true }),
...(look === 'table' && { format: 'table' }),
});
const runbookLink = (alert) => ({
...{ type: 'link', icon: 'doc', title: `Runbook: ${alert}`, url: (0, __import_3__.oV)(alert), tooltip: '' },
...{ tags: [], asDropdown: false, targetBlank: true, includeVars: false, keepTime: false },
});
const readyPanel = (look) => lookOf(look);
const placed = (made, id, gridPos) => ({
...made,
...{ id, gridPos },
});
function inRows(panels, y) {
return panels.map(([id, made], i) => {
const row = Math.floor(i / 3);
const w = 24 / Math.min(3, panels.length - 3 * row);
return placed(made, id, { x: (i % 3) * w, y: y + 8 * row, w, h: 8 });
});
}
function madeDashboard(about, panels) {
const { app, ...texts } = about;
return { ...neutral(lookOf('dashboard'), app), ...texts, panels };
}
function withoutServices({ templating, ...rest }) {
const list = (0, __import_1__.Qv)(part(templating).list);
return { ...rest, templating: { list: list.filter(({ name }) => name !== 'service') } };
}
const NEUTRAL = {
Fechatter: 'Dashboards',
fechatter: 'deploy-monitoring',
};
function neutral(json, app, names = {}) {
const mapped = part((0, __import_1__.to)(json, (text) => names[text] ?? NEUTRAL[text] ?? text));
const annotations = (0, __import_1__.Qv)(part(mapped.annotations).list).map((one) => (0, __import_1__.OW)(one.target) && Array.isArray(one.target.tags)
? { ...one, target: { ...one.target, tags: (0, __import_2__.RS)(app) } }
: one);
const tags = Array.isArray(mapped.tags) ? [...new Set(mapped.tags)] : [];
return { ...mapped, tags, annotations: { list: annotations } };
}
}),
12384: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Qf: () => (serviceDashboard),
kD: () => (serviceColors),
mv: () => (serviceUid)
});
var __import_9__ = __webpack_require__(62237);
var __import_8__ = __webpack_require__(36927);
var __import_0__ = __webpack_require__(94527);
var __import_1__ = __webpack_require__(91060);
var __import_2__ = __webpack_require__(30081);
var __import_3__ = __webpack_require__(85982);
var __import_4__ = __webpack_require__(31222);
var __import_5__ = __webpack_require__(68359);
var __import_6__ = __webpack_require__(37443);
var __import_7__ = __webpack_require__(94637);
function serviceUid(service) {
const uid = `deploy-monitoring-${service}`;
return uid === __import_3__.eS || uid === __import_3__.$L ? (0, __import_5__.pC)(uid, service) : (0, __import_5__.OO)(uid);
}
const serviceColors = ({ services }) => (0, __import_6__.u0)(services.map(({ name }) => name));
const WINDOW = '$__rate_interval';
const NOW = '5m';
function serviceDashboard(config, service) {
const maker = {
...{ service, signals: (0, __import_2__.B7)(service), alerts: config.alerts, pages: (0, __import_2__.f)(config, service) },
color: serviceColors(config)[service.name] ?? '',
noValue: `No sample of ${service.name}. If the first row is empty too, Prometheus does not answer`,
};
const panels = [...firstRow(maker), ...(0, __import_7__.fU)(graphs(maker), 5)];
const about = {
uid: serviceUid(service.name),
title: (0, __import_8__.dC)(service) ? `${service.app}: ${service.name}` : service.name,
description: `Made from the metrics that ${service.name} declares. Nothing here at all: look at the dashboard Monitoring first.`,
app: config.monitoring.app,
};
return ofOneService((0, __import_7__.g9)(about, panels), service.name);
}
const ofOneService = (json, service) => (0, __import_7__.$K)((0, __import_1__.to)(json, (text) => text.replaceAll('service=~"$service"', `service="${service}"`)));
function firstRow(maker) {
const errors = errorsNow(maker);
const latency = latencyNow(maker);
const tiles = [
...(errors ? [[__import_3__.f_.errorsNow, (0, __import_7__.nd)('stat', errors)]] : []),
...(latency ? [[__import_3__.f_.latencyNow, (0, __import_7__.nd)('stat', latency)]] : []),
];
const up = 14 - 4 * tiles.length;
return [
(0, __import_7__.GS)((0, __import_7__.YM)('machinesUp'), __import_3__.f_.machinesUp, { x: 0, y: 0, w: up, h: 5 }),
...tiles.map(([id, made], i) => (0, __import_7__.GS)(made, id, { x: up + 4 * i, y: 0, w: 4, h: 5 })),
(0, __import_7__.GS)((0, __import_7__.YM)('firingAlerts'), __import_3__.f_.firingAlerts, { x: 14, y: 0, w: 10, h: 5 }),
];
}
const ofService = ({ service }) => `service="${service.name}"`;
const own = (maker, name) => (0, __import_4__.Lf)(name, ofService(maker));
const rate = (maker, name, over = {}) => (0, __import_4__.yb)(name, { window: WINDOW, ...over, matchers: [ofService(maker), ...(over.matchers ?? [])] });
const orZero = ({ service }, expr) => `${expr}\nor on ()\n${(0, __import_4__.jZ)([service.name])}`;
function errorRatio(maker, window) {
const { requests, failed } = maker.signals;
if (requests === undefined || failed === undefined)
return undefined;
const bad = rate(maker, requests, { window, matchers: [failed] });
return orZero(maker, `${bad}\n/\n(${rate(maker, requests, { window })} > 0)`);
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
title: 'Errors 5m',
description: 'Share of the requests of the last five minutes that failed.',
...{ unit: 'percentunit', decimals: 2, noValue: 'No answer', thresholds: errorSteps(maker) },
alerts: maker.pages.errors,
targets: [{ expr, legend: 'Failed' }],
};
}
function latencyNow(maker) {
const { duration } = maker.signals;
if (!duration)
return undefined;
return {
title: 'P95 5m',
description: '95 % of the requests of the last five minutes took no longer than this.',
...{ unit: 's', noValue: 'No data', alerts: maker.pages.latency },
thresholds: [{ value: (0, __import_0__.TM)(maker.alerts.latency_p95), color: 'red' }],
targets: [{ expr: `max((\n${quantileOf(maker, duration, 0.95, NOW)}\n) >= 0)`, legend: 'P95' }],
};
}
const quantileOf = (maker, metric, q, window = WINDOW) => (0, __import_4__.qB)(q, metric, { window, matcher: ofService(maker) });
function graphs(maker) {
const { requests, duration } = maker.signals;
const errors = errorGraph(maker);
const graph = (content) => (0, __import_7__.nd)('timeseries', content);
const declared = (0, __import_9__.A)(maker.service);
const others = declared.filter(({ name, type }) => name !== requests && name !== duration?.name && type !== 'info');
const infos = declared.filter(({ type }) => type === 'info');
const rest = [
...others.map((metric) => graph(graphOf(maker, metric))),
graph(scrapes(maker)),
...infos.map((metric) => (0, __import_7__.nd)('table', infoTable(maker, metric))),
];
return [
...(requests === undefined ? [] : [[__import_3__.f_.requests, graph(requestRate(maker, requests))]]),
...(errors ? [[__import_3__.f_.errors, graph(errors)]] : []),
...(duration ? [[__import_3__.f_.durations, graph(durations(maker, duration))]] : []),
...rest.map((made, i) => [Object.keys(__import_3__.f_).length + 1 + i, made]),
];
}
const requestRate = (maker, name) => ({
title: 'Requests by status',
description: `Requests each second, from ${name}. A line that ends is a service that Prometheus cannot reach any more.`,
...{ unit: 'reqps', reaches: 1, noValue: maker.noValue, alerts: ['TrafficStopped'] },
targets: [
{
expr: orZero(maker, rate(maker, name, { by: __import_2__.XQ.join(', ') })),
legend: `Requests ${__import_2__.XQ.map((label) => `{{${label}}}`).join('')}`,
},
],
colors: {
'/^Requests/': maker.color,
'/^Requests 4/': __import_6__.AM,
'/^Requests (5|Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss)/': __import_6__.eU,
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
alerts: maker.pages.errors,
targets: [{ expr, legend: 'Failed requests' }],
colors: { 'Failed requests': __import_6__.eU },
};
}
const durations = (maker, metric) => ({
...quantiles(maker, metric),
title: 'Response time (P95, P99)',
alerts: maker.pages.latency,
reaches: 1.25 * (0, __import_0__.TM)(maker.alerts.latency_p95),
thresholds: [{ value: (0, __import_0__.TM)(maker.alerts.latency_p95), color: 'red' }],
});
const quantiles = (maker, metric) => ({
title: metric.name,
description: `95 % and 99 % of the observations of ${metric.name} were no larger than this. No line without observations.`,
unit: unitOf(metric.name, 'short'),
noValue: maker.noValue,
targets: [0.95, 0.99].map((q) => ({ expr: quantileOf(maker, metric, q), legend: `P${100 * q}` })),
colors: { P95: maker.color, P99: maker.color },
dashed: 'P99',
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
colors: { Rate: (0, __import_2__.g6)(name) ? __import_6__.eU : maker.color },
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
function unitOf(name, other) {
if (/_seconds(?:_total)?$/.test(name))
return 's';
if (/_milliseconds(?:_total)?$/.test(name))
return 'ms';
if (/_bytes(?:_total)?$/.test(name))
return 'bytes';
return /_ratio$/.test(name) ? 'percentunit' : other;
}
}),
63627: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W_: () => (hasFechatterMetrics),
eJ: () => (shippedPanel),
tT: () => (MONITORING_UIDS)
});
var __import_0__ = __webpack_require__(85982);
var __import_1__ = __webpack_require__(12384);
const hasFechatterMetrics = ({ services }) => services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
const MONITORING_UIDS = { fechatter: 'fechatter-monitoring', others: 'deploy-monitoring' };
function shippedPanel(ref, config) {
if (hasFechatterMetrics(config))
return config.services.some(({ name }) => (0, __import_1__.mv)(name) === ref.dashboard)
? __import_0__.wP.targets
: ref;
return ref.dashboard === MONITORING_UIDS.fechatter ? { ...ref, dashboard: MONITORING_UIDS.others } : ref;
}
}),
44900: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B3: () => (ANNOTATIONS_SOURCE),
RS: () => (annotationTags),
Rp: () => (IMPORT_TAG),
tg: () => (deploymentsQuery)
});
const IMPORT_TAG = 'dashboards-only';
const annotationTags = (deployment) => ['deploy', deployment];
const ANNOTATIONS_SOURCE = { type: 'grafana', uid: '-- Grafana --' };
const deploymentsQuery = (deployment) => ({
enable: true,
hide: false,
iconColor: 'blue',
name: 'Deployments',
target: { limit: 100, matchAny: false, tags: annotationTags(deployment), type: 'tags' },
});
}),
68359: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GV: () => (withUids),
OO: () => (uidFor),
Pl: () => (prefix),
hX: () => (ruleUid),
oL: () => (deploymentUid),
pC: () => (uidWithHash)
});
var __import_0__ = __webpack_require__(91060);
const MAX = 40;
const uidFor = (text, max = MAX) => text.length <= max ? text : uidWithHash(text, text, max);
const uidWithHash = (text, key, max = MAX) => `${text.slice(0, max - 9)}-${(0, __import_0__.sc)(key).slice(0, 8)}`;
const deploymentUid = (uid, deployment) => uidWithHash(uid, `${deployment}\0${uid}`);
function withUids(dashboards, moved) {
if (moved.size === 0)
return [...dashboards];
const linked = (text) => text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid));
return dashboards.map((dashboard) => {
const uid = moved.get(dashboard.uid) ?? dashboard.uid;
const json = (0, __import_0__.to)(dashboard.json, linked);
return { ...dashboard, uid, json: dashboard.apiVersions ? json : { ...json, uid } };
});
}
const prefix = (deployment) => `dm-${(0, __import_0__.sc)(deployment).slice(0, 8)}-`;
function ruleUid(deployment, group, name) {
return prefix(deployment) + (0, __import_0__.sc)(`${group}/${name}`).slice(0, 16);
}
}),
58531: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
EK: () => (withMatchers),
Yv: () => (selectorsOf),
cO: () => (renameGrouping),
p$: () => (replaceSelectors)
});
var __import_0__ = __webpack_require__(86828);
var __import_1__ = __webpack_require__(95989);
const DURATION_VARIABLE = /\$\{?__\w+\}?/g;
const asDuration = (variable) => `${'1'.repeat(variable.length - 1)}s`;
function selectorsOf(query) {
const { ok, selectors } = (0, __import_1__.v)(query.replace(DURATION_VARIABLE, asDuration));
return ok || selectors.length > 0 ? selectors : undefined;
}
function replaceSelectors(query, replace) {
let done = 0;
const parts = (selectorsOf(query) ?? []).map((selector) => {
const before = query.slice(done, selector.from);
const { text, range } = replace(selector, query.slice(selector.from, selector.to));
done = range === undefined ? selector.to : query.indexOf(']', selector.to) + 1;
return before + text + (range === undefined ? '' : `[${range}]`);
});
return parts.join('') + query.slice(done);
}
const withMatchers = (query, matchers) => matchers.length === 0
? query
: replaceSelectors(query, (_, text) => ({ text: withMore(text, matchers.join(',')) }));
function withMore(selector, more) {
if (!selector.endsWith('}'))
return `${selector}{${more}}`;
const open = selector.slice(0, -1).trimEnd();
return `${open}${/[{,]$/.test(open) ? '' : ','}${more}}`;
}
function renameGrouping(query, from, to) {
const edits = [];
__import_0__.K3D.parse(query.replace(DURATION_VARIABLE, asDuration)).iterate({
enter: ({ name, from: start, to: end }) => {
if (name !== 'GroupingLabels')
return;
const labels = query
.slice(start + 1, end - 1)
.split(',')
.map((label) => label.trim())
.filter((label) => label !== '');
if (!labels.some((label) => from.includes(label)))
return;
const renamed = new Set(labels.map((label) => (from.includes(label) ? to : label)));
edits.push({ from: start, to: end, text: `(${[...renamed].join(', ')})` });
},
});
return edits
.toReversed()
.reduce((text, one) => text.slice(0, one.from) + one.text + text.slice(one.to), query);
}
}),
91060: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DI: () => (tooDeep),
FS: () => (equalJson),
Mz: () => (mapMembers),
OW: () => (isJsonObject),
Qv: () => (objectsIn),
_D: () => (jsonOrUndefined),
dj: () => (canonicalJson),
qK: () => (nestsTooDeep),
sc: () => (sha256),
tB: () => (stringIn),
to: () => (mapStrings)
});
var __import_0__ = __webpack_require__(77598);
const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
const stringIn = (value) => (typeof value === 'string' ? value : '');
function jsonOrUndefined(text) {
try {
return JSON.parse(text);
}
catch {
return undefined;
}
}
const MAX_DEPTH = 100;
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
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
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
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
if (Array.isArray(value))
return value.map(sorted);
if (!isJsonObject(value))
return value;
const keys = Object.keys(value).sort();
return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
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
const sha256 = (text) => (0, __import_0__.createHash)('sha256').update(text).digest('hex');
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
function mapStrings(value, change) {
if (typeof value === 'string')
return change(value);
return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}
}),
61457: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yk: () => (SHARD_LABEL),
Z4: () => (nameOfShard),
nz: () => (shardOfGroup),
op: () => (shardIn),
qz: () => (shardGroup),
tb: () => (shardGroups)
});
const FIRST_GROUP = 'app';
const shardGroup = (shard) => (shard === 1 ? FIRST_GROUP : `shard${shard}`);
const shardGroups = (shards) => Array.from({ length: shards }, (_, i) => shardGroup(i + 1));
const shardOfGroup = (group) => Number(/^shard([1-9]\d?)$/.exec(group)?.[1] ?? 1);
const SHARD_LABEL = 'shard';
const nameOfShard = (shard, shards) => `shard ${shard} of ${shards}`;
function shardIn(name) {
const [, number] = /^shard (\d+) of /.exec(name) ?? [];
return number === undefined ? undefined : Number(number);
}
})
};

export const id = 4274;
export const ids = [4274];
export const modules = {
94274: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (createPrometheus)
});
var dist = __webpack_require__(77934);
var connection_pool = __webpack_require__(37489);
var errors = __webpack_require__(61469);
var http = __webpack_require__(69874);
var lib_text = __webpack_require__(94869);
var prometheus = __webpack_require__(10980);
;
const labels = dist.g1P(dist.YjP(), dist.YjP());
const time = dist.FsL(dist.YjP(), dist.yhX());
const target = dist.Ikc({
labels,
scrapePool: dist.YjP(),
scrapeUrl: dist.YjP(),
lastError: dist.YjP(),
lastScrape: time,
health: dist.KIO(['up', 'down', 'unknown']),
scrapeInterval: dist.lqM(dist.YjP(), ''),
});
const targetsAnswer = dist.Ikc({ activeTargets: dist.YOg(target) });
const sample = dist.PVZ([dist.aig(), dist.YjP()]);
const queryAnswer = dist.Oxt('resultType', [
dist.Ikc({
resultType: dist.euz('vector'),
result: dist.YOg(dist.Ikc({ metric: labels, value: dist.lqM(sample), histogram: dist.lqM(dist.L5J()) })),
}),
dist.Ikc({
resultType: dist.euz('matrix'),
result: dist.YOg(dist.Ikc({
metric: labels,
values: dist.lqM(dist.YOg(sample), []),
histograms: dist.lqM(dist.L5J()),
})),
}),
dist.Ikc({ resultType: dist.euz('scalar'), result: sample }),
dist.Ikc({ resultType: dist.euz('string'), result: sample }),
]);
const buildInfoAnswer = dist.Ikc({ version: dist.YjP() });
const runtimeInfoAnswer = dist.Ikc({
startTime: time,
reloadConfigSuccess: dist.zMY(),
storageRetention: dist.YjP(),
});
const labelNamesAnswer = dist.YOg(dist.YjP());
const configAnswer = dist.Ikc({ yaml: dist.YjP() });
const targetsMetadataAnswer = dist.YOg(dist.Ikc({ target: labels, metric: dist.YjP(), type: dist.YjP() }));
const metricTypesAnswer = dist.g1P(dist.YjP(), dist.YOg(dist.Ikc({ type: dist.YjP() })));
const rule = dist.Ikc({
name: dist.YjP(),
query: dist.YjP(),
type: dist.KIO(['alerting', 'recording']),
health: dist.KIO(['ok', 'err', 'unknown']),
labels: dist.lqM(labels, {}),
lastError: dist.lqM(dist.YjP(), ''),
lastEvaluation: time,
});
const rulesAnswer = dist.Ikc({
groups: dist.YOg(dist.Ikc({ name: dist.YjP(), interval: dist.lqM(dist.aig(), 0), rules: dist.YOg(rule) })),
});
const alertsAnswer = dist.Ikc({
alerts: dist.YOg(dist.Ikc({
labels,
annotations: dist.lqM(labels, {}),
state: dist.KIO(['inactive', 'pending', 'firing', 'unknown']),
activeAt: dist.lqM(dist.YjP(), ''),
})),
});
const alertmanagersAnswer = dist.Ikc({ activeAlertmanagers: dist.YOg(dist.Ikc({ url: dist.YjP() })) });
var prometheus_errors = __webpack_require__(76545);
;
const METADATA = '/api/v1/targets/metadata';
const labelsPath = (selector, from) => `/api/v1/labels?${indexQuery(selector, from)}`;
function indexQuery(selector, from) {
const query = new URLSearchParams({ start: (from / 1000).toFixed(3) });
if (selector !== undefined)
query.set('match[]', selector);
return query.toString();
}
function queryForm(promql, at, kind) {
const form = new URLSearchParams({ query: promql });
if (at !== undefined)
form.set('time', (at / 1000).toFixed(3));
if (kind === 'store')
form.set('nocache', '1');
return form.toString();
}
const typesIn = (metadata) => new Map(Object.entries(metadata).map(([name, all]) => [name, [...new Set(all.map(({ type }) => type))]]));
;
const RETRIES = 2;
const MAX_ERROR = 4_000;
const envelope = (data) => dist.Ikc({
status: dist.euz('success'),
data,
warnings: dist.lqM(dist.YOg(dist.YjP()), []),
infos: dist.lqM(dist.YOg(dist.YjP()), []),
isPartial: dist.lqM(dist.zMY(), false),
});
const ANSWERS = {
query: envelope(queryAnswer),
targets: envelope(targetsAnswer),
buildInfo: envelope(buildInfoAnswer),
runtimeInfo: envelope(runtimeInfoAnswer),
config: envelope(configAnswer),
targetsMetadata: envelope(targetsMetadataAnswer),
metricTypes: envelope(metricTypesAnswer),
rules: envelope(rulesAnswer),
alerts: envelope(alertsAnswer),
labelNames: envelope(labelNamesAnswer),
alertmanagers: envelope(alertmanagersAnswer),
};
const alertRequests = (get, read) => ({
alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
alertmanagers: async () => {
const { data } = await read('/api/v1/alertmanagers', ANSWERS.alertmanagers);
return data.activeAlertmanagers.map(({ url }) => url);
},
knock: async () => {
const answer = await get(prometheus.su.path, { retries: 0 });
if (String(answer.status) !== prometheus.su.code)
throw (0, prometheus_errors.VJ)(answer, '/api/v1/query_exemplars');
},
});
function createPrometheus(server) {
const get = getter(server);
const read = async (path, shape, options) => answerOf(await get(path, options), path, shape);
return {
ready: async () => readiness(await get('/-/ready', { retries: 0 }), server.kind),
now: async () => server.kind === 'agent'
? dateOf(await get(ALIVE))
: clockOf(answerOf(await get(CLOCK), CLOCK, ANSWERS.query).data),
lagMs: () => 0,
targets: async () => {
const { data } = await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 });
return data.activeTargets.map((target) => ({ ...target, lastError: (0, lib_text.Jj)(target.lastError, MAX_ERROR) }));
},
query: async (promql, at) => {
const path = '/api/v1/query';
const form = queryForm(promql, at, server.kind);
const answer = await get(path, { form });
const { data, warnings, infos } = answerOf(answer, path, ANSWERS.query);
return { result: data, warnings, infos, ...clockIn(answer) };
},
labelNames: async (selector, from) => (await read(labelsPath(selector, from), ANSWERS.labelNames)).data,
version: async () => (await read('/api/v1/status/buildinfo', ANSWERS.buildInfo)).data.version,
runtimeInfo: async () => (await read('/api/v1/status/runtimeinfo', ANSWERS.runtimeInfo)).data,
config: async () => (await read('/api/v1/status/config', ANSWERS.config)).data.yaml,
metadata: async (selector) => (await read(`${METADATA}?match_target=${encodeURIComponent(selector)}`, ANSWERS.targetsMetadata)).data,
metricTypes: async () => typesIn((await read('/api/v1/metadata', ANSWERS.metricTypes)).data),
seriesNames: async (selector, from) => (await read(`/api/v1/label/__name__/values?${indexQuery(selector, from)}`, ANSWERS.labelNames)).data,
rules: async () => (await read('/api/v1/rules', ANSWERS.rules)).data.groups,
exposition: async () => {
const answer = await get('/metrics');
if (answer.status === 200)
return answer.text;
throw (0, prometheus_errors.VJ)(answer, '/metrics');
},
...alertRequests(get, read),
};
}
const CLOCK = '/api/v1/query?query=time()';
function clockOf(answer) {
if (answer.resultType !== 'scalar')
throw (0, prometheus_errors.au)(CLOCK, `a ${answer.resultType} where a scalar was expected`);
const [seconds] = answer.result;
if (seconds >= 0 && seconds <= END_OF_9999)
return seconds * 1000;
throw (0, prometheus_errors.au)(CLOCK, 'a time outside of every calendar');
}
const ALIVE = '/-/healthy';
function dateOf(answer) {
const { clock } = clockIn(answer);
if (answer.status === 200 && clock !== undefined)
return clock + 1000;
throw (0, prometheus_errors.VJ)(answer, ALIVE);
}
function clockIn({ headers: { date } }) {
const clock = Date.parse(String(date ?? ''));
return Number.isNaN(clock) ? {} : { clock };
}
const END_OF_9999 = 253_402_300_799;
const authorization = (credentials) => 'token' in credentials
? `${credentials.scheme ?? 'Bearer'} ${credentials.token}`
: (0, http.tB)(credentials.user, credentials.password);
function getter(server) {
const base = (0, lib_text.Tv)(server.url);
const { credentials } = server;
const at = new URL(base).host + (0, connection_pool.sc)((0, connection_pool.UM)(server.pool, base));
const headers = {
accept: 'application/json',
...(credentials && { authorization: authorization(credentials) }),
...(server.machine !== undefined && { 'fly-force-instance-id': server.machine }),
};
const asked = async (path, { retries = RETRIES, form } = {}) => {
try {
return await (0, http.cv)(server.pool, {
url: `${base}${path}`,
headers,
retries,
...(form !== undefined && {
method: 'POST',
body: form,
headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
}),
...(server.signal && { signal: server.signal }),
...(server.timeoutMs !== undefined && { timeoutMs: server.timeoutMs }),
});
}
catch (cause) {
if (server.signal?.aborted)
throw (0, prometheus_errors.O4)(cause);
if (cause instanceof errors.lZ)
throw cause;
if (cause instanceof http.dP)
throw (0, prometheus_errors.au)(path, (0, errors.bD)(cause));
throw (0, prometheus_errors.ZI)(at, cause);
}
};
return async (path, options) => {
const answer = await asked(path, options);
const refused = answer.status === 200 ? undefined : server.refused?.(answer);
if (refused)
throw refused;
return answer;
};
}
function readiness(answer, kind) {
if (answer.status === 503)
return false;
const [, engine = 'Server'] = /^Prometheus(?: (Server|Agent))? is Ready/.exec(answer.text) ?? [];
const isReady = answer.status === 200 && /^Prometheus(?: Server| Agent)? is Ready/.test(answer.text);
if (!isReady)
throw (0, prometheus_errors.VJ)(answer, '/-/ready');
if ((engine === 'Agent') !== (kind === 'agent'))
throw (0, prometheus_errors.tf)(engine);
return true;
}
function answerOf(answer, path, shape) {
const body = answer.json;
const failed = dist.xLC(prometheus_errors.l0, body);
if (failed.success)
throw (0, prometheus_errors.pb)(answer.status, failed.output);
if (answer.status !== 200)
throw (0, prometheus_errors.VJ)(answer, path);
const parsed = dist.xLC(shape, body);
if (parsed.success && parsed.output.isPartial)
throw (0, prometheus_errors.qU)(path);
if (parsed.success)
return parsed.output;
const [issue] = parsed.issues;
throw body === undefined
? (0, prometheus_errors.iJ)(answer, path)
: (0, prometheus_errors.au)(path, `${dist.BuJ(issue)}: ${issue.message}`);
}
}),
76545: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
O4: () => (prometheusCancelled),
VJ: () => (prometheusRefusal),
ZI: () => (prometheusUnreachable),
au: () => (unexpectedAnswer),
iJ: () => (notPrometheus),
l0: () => (failureBody),
pb: () => (apiError),
qU: () => (partialAnswer),
tf: () => (otherEngine)
});
var __import_2__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(53302);
var __import_1__ = __webpack_require__(94869);
const failureBody = __import_2__.Ikc({ status: __import_2__.euz('error'), errorType: __import_2__.YjP(), error: __import_2__.YjP() });
function apiError(status, { errorType, error }) {
if (status === 503 && errorType !== 'timeout')
return (0, __import_0__.sx)('prometheus-starting', `Prometheus is not ready: ${(0, __import_1__.TN)(error, 300)}`, STARTING_HINT);
if (error.includes(AGENT))
return otherEngine('Agent');
return (0, __import_0__.sx)('prometheus-query', error, 'Correct the query; try it on the page /graph of Prometheus.');
}
const AGENT = 'unavailable with Prometheus Agent';
const otherEngine = (engine) => engine === 'Agent'
? (0, __import_0__.sx)('prometheus-agent', 'The Prometheus at this address is an agent: it scrapes, sends all samples to another server, and answers no queries.', 'Deploy the monitoring app, so that a server runs here; or set `monitoring.engine: agent`, so that its store is asked.')
: (0, __import_0__.sx)('prometheus-not-agent', 'The Prometheus at this address is a server, and `monitoring.engine` is agent: what it scrapes may never reach the store.', 'Deploy the monitoring app, so that an agent runs here; or remove `monitoring.engine`.');
const STARTING_HINT = 'It is replaying its write-ahead log, or was stopped. If this persists, read its log: flyctl logs -a APP.';
function prometheusRefusal(answer, path) {
switch (answer.status) {
case 401:
return (0, __import_0__.sx)('prometheus-unauthorized', 'Prometheus refuses the credentials (HTTP 401).', 'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
'A derived password changes with the Fly token.');
case 403:
return (0, __import_0__.sx)('prometheus-forbidden', `${path.split('?')[0]} is forbidden (HTTP 403) by what answers in front of Prometheus.`, 'Not the password is wrong: a proxy, an access service (such as Cloudflare Access) or a list of allowed paths refuses this request. Let it through, or set prometheus-url to the address of Prometheus itself.');
case 429:
return (0, __import_0__.sx)('prometheus-limited', `Too many requests: ${path.split('?')[0]} returned HTTP 429.`, 'The server limits how often it may be asked. Wait and try again, or raise its limit.');
case 502:
case 503:
case 504:
return (0, __import_0__.sx)('prometheus-starting', `Prometheus is not ready: ${path.split('?')[0]} returned HTTP ${answer.status}.`, STARTING_HINT);
default:
return notPrometheus(answer, path);
}
}
function notPrometheus(answer, path) {
const asked = path.split('?')[0] ?? '';
const redirect = (0, __import_3__.Y)(answer);
return (0, __import_0__.sx)('prometheus-not-prometheus', `The server at this address is not Prometheus: ${asked} returned HTTP ${answer.status}` +
`${redirect ? ', a redirect' : contentType(answer)}.`, redirect
? `Redirects are not followed, so that the password stays with the host it is meant for. ${finalAddress(redirect, asked)}`
: 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.');
}
function finalAddress(redirect, asked) {
const start = redirect.kind === 'same-host' ? redirect.url.href : '';
return start.endsWith(asked)
? `Set prometheus-url to ${start.slice(0, -asked.length)}.`
: 'Set prometheus-url to the address of Prometheus itself, as its operators know it: a login page in front of it cannot be passed, and a redirect to another host is not trusted.';
}
function contentType(answer) {
const type = answer.headers['content-type'];
return typeof type === 'string' ? ` with ${(0, __import_1__.TN)(type, 100)}` : '';
}
function unexpectedAnswer(path, what) {
return (0, __import_0__.sx)('prometheus-odd-answer', `Prometheus answered ${path.split('?')[0]} in an unknown form (${(0, __import_1__.TN)(what, 200)}).`, 'Versions 2.42 to 3.14 are known to work. Check whether a proxy in front of Prometheus changes its answers.');
}
const partialAnswer = (path) => (0, __import_0__.sx)('prometheus-partial', `The server answered ${path.split('?')[0]} only in part (\`isPartial\`): some of its storage did not answer, so the answer proves nothing.`, 'Verify again. If it persists, the cluster of the server is not complete: ask its operators.');
function prometheusUnreachable(host, cause) {
const thrown = cause;
const code = String(thrown?.code ?? '');
if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
return (0, __import_0__.sx)('prometheus-timeout', `${host} did not answer in time.`, 'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.', cause);
if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
return (0, __import_0__.sx)('prometheus-dns', `The name ${host} does not resolve (${code}).`, 'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.', cause);
if (code === 'ECONNREFUSED')
return (0, __import_0__.sx)('prometheus-refused', `${host} refuses connections.`, 'Nothing listens at this address and port: check prometheus-url.', cause);
if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
return (0, __import_0__.sx)('prometheus-tls', `TLS with ${host} failed: ${(0, __import_1__.TN)((0, __import_0__.bD)(cause), 200)}.`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.', cause);
return (0, __import_0__.sx)('prometheus-connection', `The connection to ${host} broke: ${(0, __import_1__.TN)((0, __import_0__.bD)(cause), 200)}.`, 'Try again; if it persists, see flyctl status -a APP and flyctl logs -a APP.', cause);
}
const prometheusCancelled = (cause) => (0, __import_0__.sx)('prometheus-cancelled', 'The request to Prometheus was cancelled.', 'Nothing to do.', cause);
})
};

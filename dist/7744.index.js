export const id = 7744;
export const ids = [7744];
export const modules = {
21636: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (keyed),
Jn: () => (derivePassword),
rD: () => (keyedDigest)
});
var __import_0__ = __webpack_require__(77598);
var __import_2__ = __webpack_require__(89977);
var __import_1__ = __webpack_require__(67209);
function derivePassword(flyToken, app) {
const password = keyed(flyToken, `password\0${app}`).toString('base64url');
(0, __import_1__.Ck)(password);
return password;
}
function keyedDigest(flyToken, parts) {
return keyed(flyToken, JSON.stringify(['digest', ...parts]))
.toString('hex')
.slice(0, 32);
}
function keyed(flyToken, text) {
return (0, __import_0__.createHmac)('sha256', (0, __import_2__.o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}
}),
70194: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$h: () => (grafanaBelongings),
No: () => (passwordOf),
fs: () => (prometheusUrlOf),
z0: () => (desiredGrafana)
});
var __import_0__ = __webpack_require__(4805);
var __import_11__ = __webpack_require__(47817);
var __import_1__ = __webpack_require__(73016);
var __import_12__ = __webpack_require__(89977);
var __import_2__ = __webpack_require__(94869);
var __import_3__ = __webpack_require__(34061);
var __import_4__ = __webpack_require__(96561);
var __import_5__ = __webpack_require__(21636);
var __import_6__ = __webpack_require__(39768);
var __import_7__ = __webpack_require__(44900);
var __import_8__ = __webpack_require__(75280);
var __import_9__ = __webpack_require__(48978);
var __import_10__ = __webpack_require__(68359);
const CLOUD_DATA_SOURCE = 'grafanacloud-prom';
function desiredGrafana(project, inputs, { commit, secrets }) {
if (!inputs.grafana)
return undefined;
const { config, ruleSources } = project;
const { app } = config.monitoring;
const { uid } = ownName(app);
const asked = askedOf(config, inputs, secrets);
const existing = existingDataSource(config, inputs, asked);
return {
deployment: app,
folder: { uid: (0, __import_8__.x)(app), title: (0, __import_8__.D)(config) },
dataSource: existing ?? ownDataSource(config, asked),
dashboards: (0, __import_4__.OW)(project),
overwrite: config.grafana.overwrite,
ruleGroups: config.alerts.notify
? []
: (0, __import_9__.E)(config, {
remoteWrite: inputs.remoteWrite !== undefined,
dataSourceUid: existing?.existing ?? uid,
own: ruleSources,
isInGrafana: (0, __import_4__.C7)(project),
...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
}),
...(commit !== undefined && { annotation: annotationOf(app, commit, inputs.mode) }),
};
}
function annotationOf(app, commit, mode) {
const tags = [...(0, __import_7__.RS)(app), 'deploy-monitoring', commit];
const short = commit.slice(0, 12);
return mode === 'dashboards'
? { text: `Dashboards of ${short} imported`, tags: [...tags, __import_7__.Rp] }
: { text: `Deployed ${short}`, tags };
}
function grafanaBelongings({ monitoring, grafana }) {
const { uid } = ownName(monitoring.app);
return {
deployment: monitoring.app,
folderUid: (0, __import_8__.x)(monitoring.app),
dataSourceUid: grafana.datasource === uid ? undefined : uid,
overwrite: grafana.overwrite,
};
}
function askedOf(config, inputs, secrets) {
if ((0, __import_11__.kk)(config.monitoring))
return askedFly(config, inputs, secrets.get(__import_3__.QY));
const store = (0, __import_0__.xX)(config, inputs);
if (!store)
return askedPrometheus(config, inputs);
const password = store.variable === undefined ? inputs.remoteWrite?.key : secrets.get(store.variable);
const { queryUrl: url, user } = store;
return { url, user, password: user && password, isKnown: user === undefined || password !== undefined };
}
const askedFly = (config, inputs, token) => ({
...{ url: prometheusUrlOf(config, inputs), user: undefined, password: undefined },
authorization: token && `${(0, __import_12__.i)(token)} ${token}`,
isKnown: token !== undefined,
});
function askedPrometheus(config, inputs) {
const password = passwordOf(config, inputs);
const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined;
return {
url: prometheusUrlOf(config, inputs),
user: password && __import_6__.X1,
password,
isKnown: config.monitoring.access === 'public' || (isNamed && password !== undefined),
};
}
function existingDataSource(config, inputs, { url, isKnown }) {
if (config.grafana.datasource !== undefined)
return { existing: config.grafana.datasource };
const isCloud = (text) => URL.parse(text ?? '')?.host.endsWith('.grafana.net');
if (isCloud(inputs.grafana?.url) && (isCloud(inputs.remoteWrite?.url) || isCloud(url)))
return { existing: CLOUD_DATA_SOURCE };
const own = ownName(config.monitoring.app);
return isKnown ? undefined : { existing: own.uid, own };
}
const ownName = (app) => ({
uid: (0, __import_10__.OO)(app),
name: `Prometheus of ${app}`,
});
const ownDataSource = (config, { url, user, password, authorization }) => ({
...ownName(config.monitoring.app),
url,
...(user !== undefined && password !== undefined && { user, password }),
...(authorization !== undefined && { authorization }),
timeInterval: (0, __import_1__.EV)(config),
});
const prometheusUrlOf = ({ monitoring }, { prometheusUrl }) => (0, __import_2__.Tv)(prometheusUrl ??
((0, __import_11__.kk)(monitoring)
? (0, __import_3__.wl)(monitoring.organization)
: (0, __import_6__.RV)(monitoring)));
function passwordOf({ monitoring }, { prometheusPassword, flyToken }) {
if (monitoring.access === 'public' || (0, __import_11__.kk)(monitoring))
return undefined;
return prometheusPassword ?? (flyToken === '' ? undefined : (0, __import_5__.Jn)(flyToken, monitoring.app));
}
}),
48978: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
z: () => (alertQueries),
E: () => (renderGrafanaRules)
});
var engine = __webpack_require__(4805);
var documentation = __webpack_require__(25478);
var alerts_groups = __webpack_require__(73418);
var rule_file = __webpack_require__(40048);
var json_value = __webpack_require__(91060);
;
function ownAlerts(files) {
const titles = new Map();
const rules = files.flatMap(({ text }) => (0, rule_file.u)(text));
return rules.flatMap(({ group, rule }) => {
const alert = (0, json_value.tB)(rule.alert);
if (alert === '')
return [];
const n = (titles.get(alert) ?? 0) + 1;
titles.set(alert, n);
return [
{
...{ group: (0, json_value.tB)(group.name), alert, title: n === 1 ? alert : `${alert} (${n})` },
...{ expr: String(rule.expr ?? ''), for: (0, json_value.tB)(rule.for) || '0s' },
...{ labels: textsOf(group.labels, rule.labels), annotations: textsOf(rule.annotations) },
},
];
});
}
function textsOf(...maps) {
const entries = maps.filter(json_value.OW).flatMap((map) => Object.entries(map));
return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}
var uids = __webpack_require__(68359);
;
const INTERVAL = 60;
function renderGrafanaRules(config, options) {
const deployment = config.monitoring.app;
return [...shippedGroups(config, options), ...ownGroups(deployment, config, options)].filter((group) => group.rules.length > 0);
}
function ownGroups(deployment, config, options) {
const query = (0, engine.Wj)(config.monitoring) ? undefined : (0, alerts_groups.storeQuery)(config, (0, alerts_groups.allGroups)(config, options));
const groups = Map.groupBy(ownAlerts(options.own ?? []), ({ group }) => group);
return [...groups].map(([name, alerts]) => ({
title: `${deployment} own ${name}`,
interval: INTERVAL,
rules: alerts.map((alert) => ({
uid: (0, uids.hX)(deployment, `own/${name}`, alert.title),
...ownRule(query ? { ...alert, expr: query(alert.expr) } : alert, options),
})),
}));
}
const ownRule = (rule, options) => ({
title: rule.title,
condition: 'C',
for: rule.for,
noDataState: 'OK',
execErrState: 'Error',
labels: rule.labels,
annotations: Object.fromEntries(Object.entries(rule.annotations).map(([key, text]) => [key, grafanaTemplate(text)])),
data: alertQueries(rule.expr, options.dataSourceUid),
...(options.receiver !== undefined && rule.labels.severity !== 'none' && { receiver: options.receiver }),
});
function shippedGroups(config, options) {
const deployment = config.monitoring.app;
return (0, alerts_groups.ruleGroups)(config, options).map((group) => ({
title: `${deployment} ${group.name}`,
interval: INTERVAL,
rules: (0, alerts_groups.alertsOf)([group]).map((rule) => ({
uid: (0, uids.hX)(deployment, group.name, nameOf(rule)),
...managedRule(rule, options),
})),
}));
}
const nameOf = (rule) => rule.about === undefined ? rule.alert : `${rule.alert} (${rule.about})`;
function managedRule(rule, options) {
return {
title: nameOf(rule),
condition: 'C',
for: rule.for,
noDataState: 'OK',
execErrState: 'Error',
labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
annotations: {
summary: grafanaTemplate(rule.summary),
description: grafanaTemplate(rule.description),
runbook_url: (0, documentation.oV)(rule.alert),
...(options.isInGrafana?.(rule.panel.dashboard) !== false && {
__dashboardUid__: rule.panel.dashboard,
__panelId__: String(rule.panel.panel),
}),
},
data: alertQueries(rule.expr, options.dataSourceUid),
...(options.receiver !== undefined && rule.severity !== 'none' && { receiver: options.receiver }),
};
}
function alertQueries(expr, dataSourceUid) {
const relativeTimeRange = { from: 600, to: 0 };
const expression = { relativeTimeRange, datasourceUid: '__expr__' };
const returned = 'is_number($A) || is_nan($A) || is_inf($A)';
return [
{
refId: 'A',
relativeTimeRange,
datasourceUid: dataSourceUid,
model: { expr, instant: true, range: false },
},
{ refId: 'B', ...expression, model: { type: 'math', expression: returned } },
{
refId: 'C',
...expression,
model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [0] } }] },
},
];
}
const grafanaTemplate = (text) => text.replaceAll('$value', '$values.A.Value');
}),
40048: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (groupedRules)
});
var __import_0__ = __webpack_require__(91060);
var __import_1__ = __webpack_require__(95368);
function groupedRules(text) {
const file = (0, __import_1__.h)(text);
return (0, __import_0__.Qv)((0, __import_0__.OW)(file) ? file.groups : undefined).flatMap((group) => (0, __import_0__.Qv)(group.rules).map((rule) => ({ group, rule })));
}
}),
95368: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (parseYaml)
});
var __import_0__ = __webpack_require__(38815);
const parseYaml = (text) => (0, __import_0__.qg)(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });
}),
37489: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UM: () => (proxyTo),
bC: () => (Pool),
sc: () => (through),
tE: () => (proxyFault)
});
var __import_0__ = __webpack_require__(46752);
var __import_1__ = __webpack_require__(61469);
const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 };
const TUNNEL_MS = 8_000;
class Pool extends __import_0__.mk {
#proxies;
#direct = new __import_0__.g6(LIMITS);
#through = new Map();
constructor(proxies) {
super();
this.#proxies = proxies;
}
proxyTo(url) {
const proxy = this.#proxies[url.protocol === 'https:' ? 'https:' : 'http:'];
return proxy && !this.#proxies.exempts(url) ? proxy : undefined;
}
dispatch(options, handler) {
const proxy = this.proxyTo(new URL(options.origin ?? ''));
return (proxy ? this.#agentOf(proxy) : this.#direct).dispatch(options, handler);
}
async close() {
await Promise.all(this.#agents().map((agent) => agent.close()));
}
async destroy() {
await Promise.all(this.#agents().map((agent) => agent.destroy()));
}
#agents() {
return [this.#direct, ...this.#through.values()];
}
#agentOf({ origin, authorization }) {
const key = `${authorization} ${origin}`;
const known = this.#through.get(key);
if (known)
return known;
const agent = new __import_0__.kT({
...LIMITS,
uri: origin,
...(authorization && { token: authorization }),
clientFactory: (proxy, options) => new __import_0__.bC(proxy, { ...options, headersTimeout: TUNNEL_MS }),
});
this.#through.set(key, agent);
return agent;
}
}
const proxyTo = (dispatcher, address) => dispatcher instanceof Pool ? dispatcher.proxyTo(new URL(address)) : undefined;
const through = (proxy) => proxy ? ` through the proxy ${proxy.origin} (${proxy.variable})` : '';
function proxyFault(cause, proxy, target) {
const { code = '', message = '' } = (cause ?? {});
const name = `The proxy ${proxy.origin} (${proxy.variable})`;
const refusal = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message);
if (refusal)
return refused(Number(refusal[1] ?? refusal[2]), { proxy, name, target, cause });
if (code === 'UND_ERR_HEADERS_TIMEOUT')
return couldNotConnect('in time', { proxy, name, target, cause });
const why = WHY[code];
if (why === undefined)
return undefined;
const hint = `Correct ${proxy.variable}; unset it, or add ${target.hostname} to NO_PROXY, if this machine can reach it without a proxy.`;
return (0, __import_1__.sx)('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause);
}
const WHY = {
ECONNREFUSED: 'refuses connections',
ENOTFOUND: 'does not exist: its name does not resolve',
EAI_AGAIN: 'cannot be found: its name does not resolve',
EHOSTUNREACH: 'cannot be reached',
ENETUNREACH: 'cannot be reached',
ETIMEDOUT: 'does not accept the connection in time',
UND_ERR_CONNECT_TIMEOUT: 'does not accept the connection in time',
UND_ERR_PRX_CONN: 'closes the connection without an answer',
UND_ERR_PRX_TLS: 'has a certificate for another name',
};
function refused(status, { proxy, name, target, cause }) {
const { variable, authorization } = proxy;
if (status === 407)
return (0, __import_1__.sx)('proxy-refused', `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`, `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`, cause);
if (status >= 500)
return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause });
return (0, __import_1__.sx)('proxy-refused', `${name} refuses to connect to ${target.host} (HTTP ${status}).`, `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`, cause);
}
const couldNotConnect = (how, { name, target, cause }) => (0, __import_1__.sx)('proxy-gateway', `${name} could not connect to ${target.host} ${how}.`, `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`, cause);
}),
69874: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
MC: () => (BrokenAnswer),
b: () => (createPool),
cv: () => (exchange),
dP: () => (UnwantedAnswer),
tB: () => (basicAuth)
});
var __import_0__ = __webpack_require__(57075);
var __import_1__ = __webpack_require__(38522);
var __import_2__ = __webpack_require__(46752);
var __import_3__ = __webpack_require__(37489);
var __import_4__ = __webpack_require__(61469);
var __import_5__ = __webpack_require__(91060);
var __import_6__ = __webpack_require__(51260);
var __import_7__ = __webpack_require__(81374);
const MAX_BODY_BYTES = 32 * 1024 * 1024;
function createPool(env = process.env) {
const { proxies, problems } = (0, __import_6__.r)(env);
if (problems.length > 0)
throw new __import_4__.lZ('configuration', problems);
return new __import_3__.bC(proxies);
}
class BrokenAnswer extends Error {
name = 'BrokenAnswer';
}
class UnwantedAnswer extends Error {
name = 'UnwantedAnswer';
}
function exchange(pool, asked) {
const { timeoutMs = 10_000, retries = 0, onlyUndone = false, signal } = asked;
const until = Date.now() + (asked.patienceMs ?? timeoutMs);
const once = () => answerTo(pool, asked, Math.max(0, Math.min(timeoutMs, until - Date.now())));
return (0, __import_7__.R)(once, { times: retries, until, onlyUndone, ...(signal && { signal }) });
}
async function answerTo(pool, asked, timeoutMs) {
const url = new URL(asked.url);
const deadline = AbortSignal.timeout(timeoutMs);
const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
const proxy = (0, __import_3__.UM)(pool, url);
const asking = (0, __import_2__.Em)(url, {
method: asked.method ?? 'GET',
headers: {
'user-agent': 'deploy-monitoring',
'accept-encoding': asked.gzip ? 'gzip' : 'identity',
...asked.headers,
},
...(asked.body !== undefined && { body: asked.body }),
signal,
dispatcher: pool,
});
const response = await Promise.race([asking, abortOf(signal)]).catch((cause) => {
throw (proxy && (0, __import_3__.tE)(cause, proxy, url)) ?? cause;
});
const { statusCode: status, headers } = response;
const text = await textOf(response, url, asked);
if (/^\s*[[{]/.test(text) && (0, __import_5__.qK)(text))
throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`);
const json = (0, __import_5__._D)(text);
if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
throw new BrokenAnswer(`its JSON ends after ${text.length} characters`);
return { url, status, headers, text, json };
}
const abortOf = (signal) => new Promise((_, reject) => {
signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
async function textOf({ body, headers }, url, { signal: cancel, maxBytes = MAX_BODY_BYTES, gzip = false }) {
const chunks = [];
let size = 0;
const encoding = headers['content-encoding'] ?? 'identity';
const isGzip = gzip && encoding === 'gzip';
const isPlain = isGzip || encoding === 'identity';
try {
for await (const chunk of isGzip ? gunzipped(body) : body) {
if (!isPlain)
throw new UnwantedAnswer(`${url.host} sends a compressed answer, which was not requested`);
size += chunk.length;
if (size > maxBytes)
throw new UnwantedAnswer(`${url.host} sends more than ${maxBytes / 1024 / 1024} MB`);
chunks.push(chunk);
}
}
catch (cause) {
if (cause instanceof UnwantedAnswer || cancel?.aborted)
throw cause;
const isLate = cause?.name === 'TimeoutError';
const why = isLate ? 'the rest did not arrive in time' : (0, __import_4__.bD)(cause);
throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause });
}
return Buffer.concat(chunks).toString('utf8');
}
const gunzipped = (body) => (0, __import_0__.pipeline)(body, (0, __import_1__.createGunzip)(), () => { });
const isJson = ({ 'content-type': type }) => /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''));
function basicAuth(user, password) {
return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
}),
53302: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Y: () => (redirectOf)
});
function redirectOf({ url, status, headers: { location } }) {
if (status < 300 || status >= 400 || typeof location !== 'string')
return undefined;
const to = URL.parse(location, url.href);
const isSame = to?.host === url.host &&
(to.protocol === 'https:' || to.protocol === url.protocol) &&
/^[\w./~-]{1,200}$/.test(to.pathname);
return isSame ? { kind: 'same-host', url: new URL(to.pathname, to.origin) } : { kind: 'elsewhere' };
}
}),
81374: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
R: () => (retrying)
});
var __import_0__ = __webpack_require__(58500);
var __import_1__ = __webpack_require__(61469);
const BUSY = [429];
const TROUBLE = [...BUSY, 502, 503, 504];
const NOT_SENT = [
...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_PRX_CONN'],
'proxy-gateway',
];
const BROKEN = [
...NOT_SENT,
...['ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET', 'BrokenAnswer'],
];
async function retrying(attempt, { times, until, onlyUndone, signal }) {
for (let tried = 1;; tried++) {
const outcome = await tryRequest(attempt);
const again = 'answer' in outcome
? (onlyUndone ? BUSY : TROUBLE).includes(outcome.answer.status)
: codesOf(outcome.error).some((code) => (onlyUndone ? NOT_SENT : BROKEN).includes(code));
const retryAfter = 'answer' in outcome ? outcome.answer.headers['retry-after'] : undefined;
const pause = pauseBefore(tried, retryAfter);
if (!again || tried > times || Date.now() + pause >= until) {
if ('answer' in outcome)
return outcome.answer;
throw outcome.error;
}
await (0, __import_0__.setTimeout)(pause, undefined, signal && { signal });
}
}
async function tryRequest(attempt) {
try {
return { answer: await attempt() };
}
catch (error) {
return { error };
}
}
function codesOf(error) {
if (error instanceof __import_1__.lZ)
return [...error.problems.map(({ code }) => code), ...codesOf(error.cause)];
const { name, code } = (error ?? {});
return [name, code];
}
const FIRST_MS = 250;
const LONGEST_MS = 5_000;
function pauseBefore(attempt, retryAfter) {
const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
if (/^\d+$/.test(asked))
return Number(asked) * 1_000;
const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN;
if (!Number.isNaN(date))
return Math.max(0, date - Date.now());
return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4);
}
}),
47333: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
b: () => (secretIn),
u: () => (readScrapeSecrets)
});
var __import_0__ = __webpack_require__(93601);
var __import_5__ = __webpack_require__(47817);
var __import_1__ = __webpack_require__(35235);
var __import_2__ = __webpack_require__(88679);
var __import_6__ = __webpack_require__(89977);
var __import_3__ = __webpack_require__(67209);
var __import_4__ = __webpack_require__(34061);
const forFlyMetrics = (key) => ({
path: ['monitoring', key],
variable: __import_4__.QY,
what: key === 'engine' ? '`engine: fly`' : 'monitoring.fly_metrics',
hint: `Create a read-only token of the organization with \`${__import_4__.lw}\`; a deploy token is refused. `,
});
const neededBy = ({ services, remote_write: targets }) => [
...services.flatMap((service, i) => {
const credentials = (0, __import_0__.YN)(service);
if (!credentials)
return [];
const { key, variable } = credentials;
return [{ path: ['services', i, key], variable, what: `${key} of service ${service.name}` }];
}),
...targets.flatMap((target, i) => {
const { password_env: variable } = target;
if (variable === undefined)
return [];
const what = `remote_write to ${(0, __import_2__.je)(target)}`;
return [{ path: ['remote_write', i, 'password_env'], variable, what }];
}),
];
function readScrapeSecrets({ config, source }, env) {
const secrets = new Map();
const problems = new Map();
const take = ({ path, variable, what, hint = '' }, value) => {
const fault = faultOf(value);
if (value !== undefined && fault === undefined) {
secrets.set(variable, value);
return;
}
const at = source && (0, __import_1__._C)(source)(path, 'key');
problems.set(variable, {
code: 'input/credentials',
severity: 'error',
...(at && { at }),
message: `${what} needs the environment variable ${variable}, which ${fault}.`,
hint: hint + hintFor(variable),
});
};
for (const needed of neededBy(config)) {
const { variable } = needed;
if (!secrets.has(variable) && !problems.has(variable))
take(needed, secretIn(env, variable));
}
const key = config.monitoring.fly_metrics ? 'fly_metrics' : 'engine';
if ((0, __import_5__.rH)(config.monitoring))
take(forFlyMetrics(key), flyMetricsToken(env));
return { secrets, problems: [...problems.values()] };
}
function flyMetricsToken(env) {
const tokens = (0, __import_6__.o)(secretIn(env, __import_4__.QY) ?? '');
for (const token of tokens)
(0, __import_3__.Ck)(token);
return tokens.join(',') || undefined;
}
function secretIn(env, variable) {
const value = env[variable]?.trim() || undefined;
if (value !== undefined)
(0, __import_3__.Ck)(value);
return value;
}
function faultOf(value) {
if (value === undefined)
return 'is not set';
return /[\x00-\x1f\x7f]/.test(value) ? 'has a line break or another control character' : undefined;
}
const hintFor = (variable) => `Store the value as a secret and pass it to the step as env: ${variable}: \${{ secrets.${variable} }} (an empty secret counts as missing); on the command line, export it.`;
})
};

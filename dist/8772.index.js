export const id = 8772;
export const ids = [8772, 9874];
export const modules = {
37489: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UM: () => (proxyTo),
bC: () => (Pool),
sc: () => (through),
tE: () => (proxyFault)
});
var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 };
const TUNNEL_MS = 8_000;
class Pool extends undici__WEBPACK_IMPORTED_MODULE_0__.mk {
#proxies;
#direct = new undici__WEBPACK_IMPORTED_MODULE_0__.g6(LIMITS);
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
const agent = new undici__WEBPACK_IMPORTED_MODULE_0__.kT({
...LIMITS,
uri: origin,
...(authorization && { token: authorization }),
clientFactory: (proxy, options) => new undici__WEBPACK_IMPORTED_MODULE_0__.bC(proxy, { ...options, headersTimeout: TUNNEL_MS }),
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
return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause);
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
return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-refused', `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`, `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`, cause);
if (status >= 500)
return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause });
return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-refused', `${name} refuses to connect to ${target.host} (HTTP ${status}).`, `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`, cause);
}
const couldNotConnect = (how, { name, target, cause }) => (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-gateway', `${name} could not connect to ${target.host} ${how}.`, `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`, cause);
}),
69874: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
BrokenAnswer: () => (BrokenAnswer),
UnwantedAnswer: () => (UnwantedAnswer),
basicAuth: () => (basicAuth),
createPool: () => (createPool),
exchange: () => (exchange)
});
var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
var _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37489);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61469);
var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91060);
var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51260);
var _retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81374);
const MAX_BODY_BYTES = 32 * 1024 * 1024;
function createPool(env = process.env) {
const { proxies, problems } = (0, _proxy_js__WEBPACK_IMPORTED_MODULE_4__.r)(env);
if (problems.length > 0)
throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ('configuration', problems);
return new _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.bC(proxies);
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
return (0, _retry_js__WEBPACK_IMPORTED_MODULE_5__.R)(once, { times: retries, until, onlyUndone, ...(signal && { signal }) });
}
async function answerTo(pool, asked, timeoutMs) {
const url = new URL(asked.url);
const deadline = AbortSignal.timeout(timeoutMs);
const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
const proxy = (0, _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.UM)(pool, url);
const asking = (0, undici__WEBPACK_IMPORTED_MODULE_0__.Em)(url, {
method: asked.method ?? 'GET',
headers: { 'user-agent': 'deploy-monitoring', 'accept-encoding': 'identity', ...asked.headers },
...(asked.body !== undefined && { body: asked.body }),
signal,
dispatcher: pool,
});
const response = await Promise.race([asking, abortOf(signal)]).catch((cause) => {
throw (proxy && (0, _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.tE)(cause, proxy, url)) ?? cause;
});
const { statusCode: status, headers } = response;
const text = await textOf(response, url, asked);
if (/^\s*[[{]/.test(text) && (0, _json_value_js__WEBPACK_IMPORTED_MODULE_3__.qK)(text))
throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`);
const json = (0, _json_value_js__WEBPACK_IMPORTED_MODULE_3__._D)(text);
if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
throw new BrokenAnswer(`its JSON ends after ${text.length} characters`);
return { url, status, headers, text, json };
}
const abortOf = (signal) => new Promise((_, reject) => {
signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
async function textOf({ body, headers }, url, { signal: cancel, maxBytes = MAX_BODY_BYTES }) {
const chunks = [];
let size = 0;
const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
try {
for await (const chunk of body) {
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
const why = isLate ? 'the rest did not arrive in time' : (0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.bD)(cause);
throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause });
}
return Buffer.concat(chunks).toString('utf8');
}
const isJson = ({ 'content-type': type }) => /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''));
function basicAuth(user, password) {
return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
}),
91060: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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
const sha256 = (text) => (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
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
81374: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
R: () => (retrying)
});
var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
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
await (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, signal && { signal });
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
if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.lZ)
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
68456: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A1: () => (countItems),
LG: () => (actionTitle),
_G: () => (itemsByKind),
rZ: () => (actionItems)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _verify_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90615);
function actionItems(report) {
const { failures } = report.verdict;
const isAccepted = (code, subject) => failures.some((one) => one.accepted !== undefined && one.code === code && one.subject === subject);
const all = [
...report.problems.map(fromProblem),
...failures
.filter(({ because, accepted }) => because === undefined && accepted === undefined)
.map(fromFailure),
...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning' && !isAccepted(`${area}-warning`, subject)
? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
: []),
];
const isFirst = ({ code, subject }) => code === 'delivery-warning' && subject === _verify_evidence_js__WEBPACK_IMPORTED_MODULE_1__.G;
const bySeverity = (severity, isWanted) => mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)));
return [
...bySeverity('error', isDown),
...bySeverity('error', (todo) => todo.outcome !== 'not-checked' && !isDown(todo)),
...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
...bySeverity('warning', (todo) => todo.outcome === 'broken'),
...bySeverity('warning', (todo) => todo.outcome === 'not-checked'),
...all.filter(isFirst),
...bySeverity('warning', (todo) => todo.outcome === undefined),
];
}
const isDown = ({ outcome, code }) => outcome === 'broken' && code.startsWith('target-');
const countItems = (items) => items.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
const actionTitle = (items, mode) => mode === 'plan'
? 'Findings'
: items.some(({ severity, outcome }) => severity === 'error' || outcome)
? 'What to do'
: 'Warnings';
const FEW_ITEMS = 3;
function itemsByKind(items) {
const kinds = Map.groupBy(items, ({ code, severity, outcome }) => `${severity} ${outcome} ${code}`);
return [...kinds.values()].map((all) => {
const [next, ...others] = all.slice(FEW_ITEMS);
if (!next || others.length === 0)
return { first: all, rest: [], title: '' };
const rest = [next, ...others];
const names = (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.H$)(rest.flatMap(({ subject }) => (subject === '' ? [] : (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(subject, 60))));
const title = `${countItems(rest)} more of ${next.code}${names === '' ? '' : `: ${names}`}`;
return { first: all.slice(0, FEW_ITEMS), rest, title };
});
}
function mergeEqual(all) {
const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
return [...groups.values()].flatMap((group) => {
const [first, second] = group;
if (!first || !second)
return group;
return [{ ...first, subject: mergedSubject(group) }];
});
}
function mergedSubject(group) {
const [first, second] = group.map(({ subject }) => subject).filter((subject) => subject !== '');
if (first === undefined)
return `${group.length} objects`;
return group.length === 2 && second !== undefined
? `${first} and ${second}`
: `${first} and ${group.length - 1} more`;
}
const fromFailure = ({ code, subject, why, next, decides, outcome }) => ({
severity: decides ? 'error' : 'warning',
outcome,
code,
subject,
what: why,
next,
});
function fromProblem({ at, severity, code, message, hint, patch, more }) {
const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
return {
...{ severity, code, subject, ...(at && { at }), what: message, next: hint },
...(patch !== undefined && { patch }),
...(more !== undefined && { more }),
};
}
}),
91218: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
ln: () => (REFUSED),
Pl: () => (headline),
CL: () => (runOutcome),
Bs: () => (statusLine)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
;
function culprit(report) {
const items = (0, action_items.rZ)(report).filter(({ severity, outcome }) => severity === 'error' || outcome);
const [first] = items;
if (!first)
return undefined;
const others = (0, action_items.A1)(items) - 1;
const more = others === 0 ? '' : `, and ${(0, lib_text.U9)(others, 'more problem')}`;
if (first.outcome === undefined)
return `${first.at ? `\`${first.subject}\`: ` : ''}${clauseOf(first.what, LATER)}${more}`;
const down = report.evidence && whichTargets(first, report.evidence);
const cause = clauseOf(first.what, down && first.code !== NOT_CHECKED ? /[:;.](?=\s|$)/ : LATER);
const isNamed = first.subject === '' || cause.toLowerCase().startsWith(`${first.subject.toLowerCase()} `);
if (isNamed && down === undefined)
return `${cause}${more}`;
const told = cause.replace(/ of [\w-]+(?:, [\w-]+)* and [\w-]+(?: more)?(?= on )/, '');
return `${down ?? shortened(first.subject, LONGEST_SUBJECT)}: ${inSentence(down ? told : cause)}${more}`;
}
function whichTargets({ code, what }, { targets }) {
if (code === NOT_CHECKED)
return targets.some(({ state }) => state === 'up' || state === 'down')
? undefined
: 'No target could be checked';
const down = targets.filter(({ state }) => state === 'down');
const group = down.filter((one) => code === `target-${one.reason?.class}` && what.startsWith(causeOf(one)));
if (group.length === 0)
return undefined;
const [all, broken, services] = [targets, down, group].map((some) => [
...new Set(some.map(({ service }) => service)),
]);
const isEverything = targets.every(({ state }) => state === 'down' || state === 'resting');
if (isEverything && broken.length === all.length && all.length > 1)
return `All ${all.length} services are down${group.length < down.length ? `; ${(0, lib_text.H$)(services)}` : ''}`;
const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service));
const verb = (n) => (n === 1 ? 'is' : 'are');
if (group.length < expected.length)
return `${group.length} of ${(0, lib_text.U9)(expected.length, 'target')} of ${(0, lib_text.H$)(services)} ${verb(group.length)} down${placeOf(group, expected)}`;
return `${(0, lib_text.H$)(services)} ${verb(services.length)} down`;
}
function placeOf(group, expected) {
const [{ machine, region } = { machine: '', region: '' }, ...others] = group;
if (others.length === 0)
return machine === '' ? '' : `, machine ${machine}${region && ` in ${region}`}`;
const regions = [...new Set(group.map((one) => one.region))];
const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one));
return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${(0, lib_text.p_)(regions)}` : '';
}
const causeOf = ({ shared, reason }) => (shared ?? reason)?.why ?? '';
const NOT_CHECKED = 'target-not-checked';
const LONGEST = 160;
const LONGEST_SUBJECT = 100;
const LATER = /[;.](?=\s|$)/;
function clauseOf(text, sign) {
const start = text.slice(0, LONGEST * 2);
const end = sign.exec(start)?.index ?? start.length;
return end > LONGEST ? shortened(start, LONGEST) : start.slice(0, end);
}
const shortened = (text, most) => text.length <= most ? text : `${(0, lib_text.Jj)(text, most).replace(/\s+\S*$/, '')} \u2026`;
const inSentence = (clause) => /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly) /.test(clause)
? clause.charAt(0).toLowerCase() + clause.slice(1)
: clause;
var planned_rows = __webpack_require__(64327);
;
function runOutcome({ mode, verdict }) {
if (verdict.kind !== 'unproven')
return verdict.kind;
return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven';
}
const REFUSED = 'Failed before it began: ';
function headline(report) {
const { verdict, checked, evidence } = report;
if (verdict.kind === 'proven')
return statusLine(report);
if (checked)
return checkedHeadline(report);
if (report.mode === 'drill' && evidence && verdict.kind !== 'failed')
return statusLine(report);
const cause = culprit(report);
if (cause === undefined)
return statusLine(report);
if (report.refused && report.changes.length === 0)
return `${REFUSED}${cause}; nothing was changed`;
return verdict.kind === 'failed' ? cause : `Not proven: ${cause}`;
}
function checkedHeadline(report) {
const cause = report.verdict.kind === 'failed' ? culprit(report) : undefined;
return cause === undefined ? statusLine(report) : `${checkedName(report)}: ${cause}`;
}
const checkedName = ({ mode }) => (mode === 'contract' ? 'Contract' : 'Plan');
function statusLine(report) {
const { mode, verdict, evidence, problems } = report;
if (report.checked)
return checkedFiles(report);
if (report.refused && report.changes.length === 0)
return `${REFUSED}inputs or files are not valid, nothing was changed`;
if (problems.some(({ severity }) => severity === 'error') || !evidence)
return mode === 'dashboards' && verdict.kind === 'unproven'
? 'Done: the dashboards are in Grafana; nothing was verified'
: failedSteps(report);
if (mode === 'drill')
return drilled(evidence);
return `${WORD[verdict.kind]}: ${[scrapedTargets(mode, evidence), ...openClaims(verdict.failures)].join('; ')}`;
}
function scrapedTargets(mode, { targets }) {
const expected = targets.filter((target) => target.state !== 'resting');
const up = expected.filter((target) => target.state === 'up').length;
const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
return `${up} of ${(0, lib_text.U9)(expected.length, 'target')} scraped ${when}`;
}
function failedSteps({ mode, changes, evidence }) {
const steps = changes.filter(({ result }) => result !== 'unchanged' && result !== 'kept');
const done = steps.filter(({ result }) => result === 'done').length;
const seen = evidence && evidence.targets.length > 0 ? `; ${scrapedTargets(mode, evidence)}` : '';
if (steps.length > 0)
return `Failed: ${done} of ${(0, lib_text.U9)(steps.length, 'step')} done${seen}`;
return mode === 'verify' ? 'Failed: nothing was verified' : 'Failed: nothing was changed';
}
function drilled({ checks }) {
const asked = checks.filter(({ area }) => area === 'delivery');
const accepted = asked.filter(({ outcome }) => outcome === 'holds').length;
return `Drill: ${accepted} of ${(0, lib_text.U9)(asked.length, 'receiver')} accepted the alert`;
}
const WORD = { proven: 'Proven', unproven: 'Not proven', failed: 'Failed' };
function openClaims(failures) {
const causes = failures.filter(({ because }) => because === undefined);
const { accepted = [], open = [] } = Object.groupBy(causes, (one) => (one.accepted ? 'accepted' : 'open'));
const broken = open.filter(({ outcome, area }) => outcome === 'broken' && area !== 'targets').length;
const unchecked = open.filter(({ outcome }) => outcome === 'not-checked').length;
const parts = [
...(broken > 0 ? [`${(0, lib_text.U9)(broken, 'other claim')} ${broken === 1 ? 'does' : 'do'} not hold`] : []),
...(unchecked > 0 ? [`${(0, lib_text.U9)(unchecked, 'claim')} could not be checked`] : []),
...(accepted.length > 0 ? [`${(0, lib_text.U9)(accepted.length, 'claim')} accepted`] : []),
];
return parts.length > 0 ? [(0, lib_text.p_)(parts)] : [];
}
function checkedFiles({ mode, checked, problems, planned }) {
const of = (severity) => (0, action_items.A1)(problems.filter((problem) => problem.severity === severity));
const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
const [errors, warnings] = [of('error'), of('warning')];
const found = errors + warnings === 0 ? 'no problems' : `${(0, lib_text.U9)(errors, 'error')}, ${(0, lib_text.U9)(warnings, 'warning')}`;
return mode === 'contract'
? `Contract: ${found} in ${(0, lib_text.U9)(files, 'page')} of metrics`
: `Plan: ${planned ? `${(0, planned_rows.$h)(planned)}; ` : ''}${found} in ${(0, lib_text.U9)(files, 'file')}`;
}
}),
64327: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$h: () => (plannedCounts),
BC: () => (priceText),
LX: () => (backtestText),
NE: () => (plannedTitle),
Xr: () => (backtestNoteText),
lp: () => (comparedText),
wz: () => (routineText),
xS: () => (countChanges)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
const EFFECTS = ['add', 'change', 'remove'];
function countChanges(changes) {
const counted = changes.filter(({ routine, certain }) => !routine && certain);
const parts = EFFECTS.flatMap((effect) => {
const n = counted.filter((one) => one.effect === effect).length;
return n > 0 ? [`${n} to ${effect}`] : [];
});
const unknown = changes.filter(({ certain }) => !certain).length;
const more = unknown > 0 ? [`${unknown} not known`] : [];
return [...(parts.length > 0 ? parts : ['no changes']), ...more].join(', ');
}
function plannedCounts({ changes, compared }) {
const [only, ...others] = compared;
const place = only === undefined || others.length > 0 ? '' : only === 'Fly' ? ' at Fly' : ` in ${only}`;
return `${countChanges(changes)}${place}`;
}
function plannedTitle({ mode, planned }) {
if (!planned)
return '';
return mode === 'plan' ? 'What deploy would change' : 'Changes in detail';
}
function routineText({ changes }) {
const releases = changes.filter(({ routine, platform }) => routine && platform === 'Fly');
const annotates = changes.some(({ routine, platform }) => routine && platform === 'Grafana');
const parts = [
...(releases.length > 0 ? [`makes a release of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(releases.map(({ subject }) => subject))}`] : []),
...(annotates ? ['writes an annotation to Grafana'] : []),
];
return parts.length > 0 ? `Every deploy also ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(parts)}.` : '';
}
const comparedText = ({ compared }) => `Compared with ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(compared)}; nothing was written.`;
function backtestText(one) {
const { fired, firingSeconds = 0, firingNow, period = WHOLE, note } = one;
if (fired === undefined)
return note;
const times = fired === 1 ? 'once' : `${fired} times`;
const often = fired === 0 ? 'would not have fired' : `would have fired ${times}`;
const long = firingSeconds > 0 ? `, for ${durationText(firingSeconds)} in all` : '';
const limits = [...(period === WHOLE ? [] : ['there is no older data']), ...(note === '' ? [] : [note])];
const ending = limits.length > 0 ? ` (${limits.join('; ')})` : '';
return `${often} in the last ${period.replace(/^1 /, '')}${long}${firingNow ? ', and would fire now' : ''}${ending}`;
}
function backtestNoteText({ backtest, backtestNote: note }) {
if (note === undefined)
return '';
return backtest.length > 0 ? note : `New and changed alerts were not tried on past data: ${note}`;
}
const priceText = ({ price }) => price === undefined ? '' : `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Iu)(price)}.`;
const WHOLE = '7 days';
function durationText(seconds) {
if (seconds < 90)
return `${Math.round(seconds)} s`;
if (seconds < 5_400)
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 60), 'minute');
return seconds < 172_800
? (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 3_600), 'hour')
: (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 86_400), 'day');
}
}),
48772: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
pingVerifyHeartbeat: () => (pingVerifyHeartbeat)
});
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69874);
var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94869);
var _report_headline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91218);
var _verify_delivery_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94070);
const PATIENCE_MS = 10_000;
async function pingVerifyHeartbeat(url, report, { env, log }) {
const isProven = report.verdict.kind === 'proven';
try {
const { status, text } = await (0, _lib_http_js__WEBPACK_IMPORTED_MODULE_1__.exchange)((0, _lib_http_js__WEBPACK_IMPORTED_MODULE_1__.createPool)(env), {
url: isProven ? url : failUrl(url),
method: 'POST',
body: (0, _report_headline_js__WEBPACK_IMPORTED_MODULE_3__.Pl)(report),
headers: { 'content-type': 'text/plain; charset=utf-8' },
timeoutMs: PATIENCE_MS / 2,
patienceMs: PATIENCE_MS,
retries: 2,
maxBytes: 100_000,
});
if (status < 200 || status > 299 || (0, _verify_delivery_answers_js__WEBPACK_IMPORTED_MODULE_4__.l)('heartbeat', text))
return [refused(`it answers ${status}${text.trim() === '' ? '' : ` (${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Jj)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.TN)(text), 200)})`}`)];
log.info(`The heartbeat of verify accepted the result: ${isProven ? 'success' : 'fail'}.`);
return [];
}
catch (error) {
return [refused((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Jj)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.TN)((0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)), 300))];
}
}
function failUrl(url) {
const failed = new URL(url);
failed.pathname = `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Tv)(failed.pathname)}/fail`;
return failed.href;
}
const refused = (why) => ({
code: 'heartbeat-refused',
severity: 'warning',
message: `The heartbeat of verify did not accept the result: ${why}.`,
hint: 'Check VERIFY_HEARTBEAT_URL: the ping URL of the check, without /fail. Until then, no one notices when this schedule stops.',
});
}),
94070: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
l: () => (refusesInAnswer)
});
var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91060);
const MOST = 2_000;
function refusesInAnswer(kind, answer) {
const text = answer.slice(0, MOST).trim();
const json = (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__._D)(answer);
if (kind === 'slack')
return text !== 'ok' && !((0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__.OW)(json) && json.ok === true);
if (kind !== 'webhook' && PAGE.test(text))
return true;
return json === undefined ? REFUSAL.test(text) : (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__.OW)(json) && isError(json);
}
const PAGE = /^<(?:!doctype html|html)\b/i;
const REFUSAL = /^(?:error|fail(?:ed|ure)?|invalid|bad request|unauthori[sz]ed|forbidden|denied|unknown|not[ _]found|no_\w+|too many)\b|\((?:not found|rate limited)\)|\bdelivery failed\b/i;
const FAILED = /^(?:err|fail|invalid|refus|reject|denied|unauth|forbid|not[ _]found)/i;
function isError({ ok, success, error, errors, errcode, code, status, result, ...texts }) {
if (ok === false || success === false)
return true;
if (isFilled(error) || isFilled(errors) || isFilled(errcode))
return true;
if ([status, result].some((one) => (typeof one === 'number' ? one >= 400 : FAILED.test(String(one)))))
return true;
const isCode = typeof code === 'number' && code !== 0 && code !== 1 && (code < 200 || code > 299);
return (isCode &&
[texts.message, texts.msg].some((text) => typeof text === 'string' && !/^(?:ok|success)/i.test(text)));
}
const isFilled = (value) => Array.isArray(value) ? value.length > 0 : Boolean(value) && value !== 'ok' && value !== '0';
}),
90615: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (NO_ONE_NOTIFIED),
o: () => (PANEL_STATES)
});
const PANEL_STATES = [
'data',
'warning',
'no-data',
'waiting',
'too-early',
'stale',
'nan',
'error',
'not-checked',
'other-source',
];
const NO_ONE_NOTIFIED = 'alerts';
})
};

export const id = 9823;
export const ids = [9823];
export const modules = {
98195: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
F_: () => (FIRST_TARGETS_MS),
OJ: () => (beforeDeadline),
VV: () => (cutShort),
pS: () => (endingWithin),
wt: () => (poll)
});
var __import_0__ = __webpack_require__(58500);
const POLL_MS = 250;
const FIRST_TARGETS_MS = 15_000;
const RESERVE_MS = 3_000;
const beforeDeadline = (deadline) => {
const left = deadline.getTime() - Date.now();
return new Date(deadline.getTime() - Math.max(0, Math.min(RESERVE_MS, left / 5)));
};
function cutShort({ deadline, signal }) {
if (signal?.aborted)
return 'cancelled';
return Date.now() >= deadline.getTime() ? 'deadline' : undefined;
}
const endingWithin = (limits, ms) => ({
...limits,
deadline: new Date(Math.min(limits.deadline.getTime(), Date.now() + ms)),
});
async function poll(ask, limits) {
const log = progressLog(limits.log);
for (;;) {
const started = performance.now();
const { done, value, waitsFor } = await ask();
if (done || cutShort(limits))
return value;
log(waitsFor);
const { everyMs = POLL_MS, deadline } = limits;
const rest = Math.min(everyMs - (performance.now() - started), deadline.getTime() - Date.now());
await pause(Math.max(0, rest), limits.signal);
}
}
const FIRST_LINE_MS = 5_000;
const NEXT_LINE_MS = 15_000;
function progressLog(log) {
let due = performance.now() + FIRST_LINE_MS;
return (waitsFor) => {
const now = performance.now();
if (waitsFor === undefined || now < due)
return;
due = now + NEXT_LINE_MS;
log?.(`waiting for ${waitsFor}`);
};
}
async function pause(ms, signal) {
try {
await (0, __import_0__.setTimeout)(ms, undefined, signal && { signal });
}
catch (error) {
if (!signal?.aborted)
throw error;
}
}
}),
41061: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (readBack),
w: () => (newestArrival)
});
var __import_0__ = __webpack_require__(90303);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(10980);
var __import_3__ = __webpack_require__(61457);
const arrivalQuery = (of) => `max(timestamp(${__import_2__.pd}{${selectorOf(of)}}))`;
const rawArrivalQuery = (of) => `${__import_2__.pd}{${selectorOf({ job: __import_2__.gu, ...of })}}[5m]`;
function selectorOf({ monitor, replica, shard, job }) {
const labels = {
monitor,
[__import_2__.Cb]: replica,
[__import_3__.Yk]: shard,
job: shard === undefined ? job : __import_2__.gu,
};
return Object.entries(labels)
.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${(0, __import_0__.ZD)(String(value))}`]))
.join();
}
function newestArrival({ result }) {
if (result.resultType === 'vector') {
const value = result.result[0]?.value?.[1];
return value === undefined ? undefined : Number(value) * 1000;
}
if (result.resultType !== 'matrix')
return undefined;
const times = result.result.flatMap(({ values }) => values.flatMap(([time, value]) => (value === 'NaN' ? [] : time * 1000)));
return times.length === 0 ? undefined : times.reduce((newest, one) => Math.max(newest, one));
}
async function newestOf(source, of, verifyStart) {
for (const query of [arrivalQuery(of), rawArrivalQuery(of)]) {
const newest = newestArrival(await source.query(query));
if (newest !== undefined && newest > verifyStart)
return newest;
}
return undefined;
}
const LOST_MS = 15_000;
function readBack({ readBack: source, ...of }, verifyStart) {
let why = source ? undefined : NOT_KNOWN;
let lostSince;
let isExpected = false;
let nothing = 0;
return {
why: () => why,
expect: () => {
isExpected = true;
},
foundNothing: () => (why === undefined ? nothing : 0),
async arrival() {
if (!source || why !== undefined)
return undefined;
try {
const newest = await newestOf(source, of, verifyStart);
lostSince = undefined;
if (newest === undefined && isExpected)
nothing++;
return newest;
}
catch (error) {
if (!(error instanceof __import_1__.lZ))
throw error;
const code = error.problems[0]?.code ?? '';
lostSince ??= performance.now();
const status = NO_READING[code];
if (status !== undefined)
why = noReading(status);
else if (!isTemporary(code) || performance.now() - lostSince >= LOST_MS)
why = noAnswer((0, __import_1__.bD)(error));
return undefined;
}
},
};
}
const NOT_KNOWN = {
why: 'the query URL of this server is not known.',
next: 'Set `query_url` of this target in monitoring.yml: the address to which `/api/v1/query` is added.',
};
const NO_READING = {
'prometheus-unauthorized': 401,
'prometheus-forbidden': 403,
};
const noReading = (status) => ({
why: `the key allows writing but not reading (HTTP ${status}).`,
next: 'Give the key the right to read as well (in Grafana Cloud the scope metrics:read), or accept the claim with `verify.accept` in monitoring.yml.',
});
const noAnswer = (why) => ({
why,
next: 'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.',
});
const isTemporary = (code) => ['prometheus-starting', 'prometheus-timeout', 'prometheus-connection', 'prometheus-limited'].includes(code);
}),
24087: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Lz: () => (explainStoreError),
Ms: () => (whyUnread),
ND: () => (isFinalError),
gl: () => (storeError),
oL: () => (unreadError),
p0: () => (duration),
vV: () => (judgeStore)
});
var __import_0__ = __webpack_require__(61469);
const LATE_MS = 60_000;
function whyUnread(name, state) {
switch (state.kind) {
case 'ready':
return undefined;
case 'behind':
return { why: `the store ${name} is ${duration(state.lagMs)} behind.`, next: SEE_QUEUE };
case 'stuck':
return {
why: state.newest === undefined
? `the store ${name} has no sample of this deployment, ${duration(state.waitedMs)} after verification began.`
: `the store ${name} has no new sample of this deployment since ${timeOf(state.newest)}.`,
next: SEE_ARRIVAL,
};
case 'unreadable':
return { why: state.why, next: state.next };
}
}
const SEE_QUEUE = 'See whether the agent keeps up (the dashboard about the monitoring, "Remote write delay"), and the load of the store.';
const SEE_ARRIVAL = 'See the claim about remote write, and whether `query_url` belongs to the server that samples are sent to.';
function judgeStore(name, state, written) {
const about = { area: 'store', subject: name };
const unread = whyUnread(name, state);
const isLost = written.some(({ subject, outcome }) => outcome === 'broken' && (subject === name || subject.startsWith(`${name} (`)));
if (unread)
return {
...about,
...(state.kind === 'stuck' || isLost
? { outcome: 'broken', certainty: 'proven' }
: { outcome: 'not-checked', certainty: 'not checked' }),
why: `Samples could not be judged: ${unread.why}`,
next: unread.next,
};
const lagMs = state.kind === 'ready' ? state.lagMs : 0;
const isLate = lagMs > LATE_MS;
return {
...about,
outcome: isLate ? 'warning' : 'holds',
certainty: 'proven',
why: `A sample can be read there ${duration(lagMs)} after it is scraped${isLate ? ': alerts and dashboards are as late' : ''}.`,
...(isLate && { next: SEE_QUEUE }),
};
}
const FINAL = new Set([
...['prometheus-unauthorized', 'prometheus-forbidden', 'prometheus-not-prometheus'],
...['prometheus-odd-answer', 'prometheus-tls', 'prometheus-dns', 'prometheus-query'],
]);
const isFinalError = (error) => FINAL.has(error.problems[0]?.code ?? '');
function explainStoreError(name, error) {
const code = error.problems[0]?.code ?? '';
const known = WORDS[code];
return {
why: `the store ${name} ${known?.[0] ?? `does not answer (${oneSentence((0, __import_0__.bD)(error))})`}.`,
next: known?.[1] ?? REACH,
};
}
const oneSentence = (text) => text.replace(/[.\s]+$/, '');
const REACH = 'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.';
const WORDS = {
'prometheus-unauthorized': [
'refuses the user or the key (HTTP 401)',
'Compare user and key with those of the server: a key that was replaced or has expired has to be stored again as a secret.',
],
'prometheus-forbidden': [
'does not let this key read (HTTP 403)',
'Give the key the right to read as well (in Grafana Cloud the scope metrics:read).',
],
'prometheus-limited': [
'limits the number of requests (HTTP 429)',
'Raise the limit at the store, or verify again later.',
],
'prometheus-not-prometheus': [
'has no query API at this address',
'Set `query_url` of this target in monitoring.yml to the address to which `/api/v1/query` is added.',
],
'prometheus-starting': ['is not ready', 'See the log of the store.'],
'prometheus-timeout': ['did not answer in time', REACH],
};
function storeError(name, error) {
const [problem] = error.problems;
if (problem?.code === 'prometheus-query' || problem?.code === 'prometheus-cancelled')
return error;
const { why, next } = explainStoreError(name, error);
return (0, __import_0__.sx)(problem?.code ?? 'store-unread', why, next, error);
}
const unreadError = ({ why, next }) => (0, __import_0__.sx)('store-unread', why, next);
function duration(ms) {
const seconds = Math.round(ms / 1000);
return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
const timeOf = (ms) => `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}),
39823: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
createStoreView: () => (createStoreView)
});
var literals = __webpack_require__(90303);
var rewrite = __webpack_require__(58531);
var errors = __webpack_require__(61469);
var prometheus = __webpack_require__(10980);
var poll = __webpack_require__(98195);
var read_back = __webpack_require__(41061);
var store_state = __webpack_require__(24087);
;
const FINAL_MS = 5_000;
const LOST_MS = 30_000;
const MOST_LAG_MS = 300_000;
function createStoreLook(newest, { name, clock, patienceMs }) {
const loss = createLoss(name);
let first;
return (waitedMs) => loss(async () => {
const found = await newest();
if (found !== undefined && first !== undefined && found > first) {
const lagMs = Math.max(0, clock() - found);
return { kind: lagMs > MOST_LAG_MS ? 'behind' : 'ready', lagMs };
}
first ??= found ?? 0;
return waitedMs > patienceMs ? { kind: 'stuck', newest: found, waitedMs } : undefined;
});
}
function createLoss(name) {
let since;
return async (ask) => {
try {
const answer = await ask();
since = undefined;
return answer;
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
since ??= performance.now();
const limit = (0, store_state.ND)(error) ? FINAL_MS : LOST_MS;
return performance.now() - since >= limit
? { kind: 'unreadable', ...(0, store_state.Lz)(name, error) }
: undefined;
}
};
}
;
const ARRIVAL_MS = 45_000;
const SPARE_MS = 1_000;
const EVERY_MS = 500;
const AGAIN_MS = 2_000;
const SLACK_MS = 10_000;
function createHorizon({ store, name, monitor, intervalMs, batchMs }) {
const self = `${prometheus.pd}{${prometheus.qe}=${(0, literals.ZD)(monitor)},job=${(0, literals.ZD)(prometheus.gu)}}`;
const newest = async () => (0, read_back.w)(await store.query(`max(timestamp(${self}))`));
const newestNow = rarely(() => newest().catch(inItsWords(name)));
let began;
let state;
const clock = () => (began ? began.verifyStart + performance.now() - began.at : Date.now());
const waitedMs = () => clock() - (began?.verifyStart ?? clock());
const lagMs = () => (state?.kind === 'ready' ? state.lagMs + batchMs + SPARE_MS : 0);
return {
lagMs,
now: () => (began ? clock() - lagMs() : undefined),
measure(verifyStart, limits, past) {
began = { verifyStart, at: performance.now() };
const look = createStoreLook(newest, { name, clock, patienceMs: intervalMs + batchMs + ARRIVAL_MS });
const ask = async () => {
const age = (await past().catch(errors.JY)) ?? 0;
state ??= await look(waitedMs());
const value = state ?? { kind: 'stuck', newest: undefined, waitedMs: waitedMs() };
const rest = state && `, in ${(0, store_state.p0)(Math.max(0, lagMs() - age))}`;
const waitsFor = `samples to arrive at ${name}${rest ?? ''}`;
return { done: state !== undefined && age >= lagMs(), value, waitsFor };
};
return (0, poll.wt)(ask, { ...limits, everyMs: EVERY_MS });
},
async reach(at) {
const unread = state && (0, store_state.Ms)(name, state);
if (unread)
throw (0, store_state.oL)(unread);
if (at === undefined || state?.kind !== 'ready')
return;
const found = await newestNow();
if (found !== undefined && found >= at - intervalMs - SLACK_MS)
return;
const stuck = (0, store_state.Ms)(name, { kind: 'stuck', newest: found, waitedMs: waitedMs() });
if (stuck)
throw (0, store_state.oL)(stuck);
},
};
}
const inItsWords = (name) => (error) => {
throw error instanceof errors.lZ ? (0, store_state.gl)(name, error) : error;
};
function rarely(ask) {
let last;
return () => {
if (!last || performance.now() - last.at >= AGAIN_MS)
last = { at: performance.now(), answer: ask() };
return last.answer;
};
}
;
const loss_LOST_MS = 10_000;
const OF_QUESTION = new Set([
...['prometheus-query', 'prometheus-cancelled', 'store-unlimited'],
]);
function watchLoss() {
let lost;
async function noted(ask) {
try {
const answer = await ask();
lost = undefined;
return answer;
}
catch (error) {
const [problem] = error instanceof errors.lZ ? error.problems : [];
if (problem && !OF_QUESTION.has(problem.code))
lost = { since: lost?.since ?? performance.now(), why: problem.message, next: problem.hint };
throw error;
}
}
return {
watched: ({ query, labelNames, seriesNames }) => ({
query: (promql, at) => noted(() => query(promql, at)),
labelNames: (selector, from) => noted(() => labelNames(selector, from)),
seriesNames: (selector, from) => noted(() => seriesNames(selector, from)),
}),
why: () => lost && performance.now() - lost.since >= loss_LOST_MS ? { why: lost.why, next: lost.next } : undefined,
};
}
;
function createStoreView(parts) {
const { agent } = parts;
const past = createPast();
const horizon = createHorizon(parts);
const limits = limitedTo(parts, horizon);
const loss = watchLoss();
const { seriesNames, ...asked } = loss.watched(limits(view_inItsWords(parts)));
const keep = async () => {
const now = await agent.targets();
past.keep(now, horizon.lagMs());
return now;
};
return {
...agent,
...UNANSWERED,
...{ ...asked, seriesNames },
limited: (source) => limits({ ...source, seriesNames }),
now: async () => latest(await agent.now(), await agent.targets()),
lost: () => loss.why(),
lagMs: () => horizon.lagMs(),
async targets() {
const now = await keep();
return horizon.lagMs() === 0 ? now : withDown(past.before(horizon.lagMs()), now);
},
settle: (verifyStart, pollLimits) => horizon.measure(verifyStart, pollLimits, async () => {
await keep();
return past.age();
}),
};
}
const latest = (now, targets) => targets.reduce((newest, { lastScrape }) => Math.max(newest, Date.parse(lastScrape) || 0), now);
function withDown(past, now) {
const keyOf = ({ scrapePool, scrapeUrl }) => `${scrapePool} ${scrapeUrl}`;
const down = new Map(now.filter(({ health }) => health === 'down').map((one) => [keyOf(one), one]));
return down.size === 0 ? past : past.map((one) => down.get(keyOf(one)) ?? one);
}
function limitedTo({ monitor, inline = (promql) => promql }, horizon) {
const matcher = `${prometheus.qe}=${(0, literals.ZD)(monitor)}`;
const seriesOf = (selector) => selector === undefined ? `{${matcher}}` : withMatcher(selector, matcher);
return ({ query, labelNames, seriesNames }) => ({
async query(promql, at = horizon.now()) {
await horizon.reach(at);
return withoutExternal(await query(withMatcher(inline(promql), matcher), at));
},
async labelNames(selector, from) {
await horizon.reach(undefined);
return (await labelNames(seriesOf(selector), from)).filter(isOwnLabel);
},
async seriesNames(selector, from) {
await horizon.reach(undefined);
return seriesNames(seriesOf(selector), from);
},
});
}
function view_inItsWords({ store, name }) {
async function asked(ask) {
try {
return await ask();
}
catch (error) {
throw error instanceof errors.lZ ? (0, store_state.gl)(name, error) : error;
}
}
return {
query: (promql, at) => asked(() => store.query(promql, at)),
labelNames: (selector, from) => asked(() => store.labelNames(selector, from)),
seriesNames: (selector, from) => asked(() => store.seriesNames(selector, from)),
};
}
const isOwnLabel = (name) => name !== prometheus.qe && name !== prometheus.Cb;
function withMatcher(promql, matcher) {
if ((0, rewrite.Yv)(promql) !== undefined)
return (0, rewrite.EK)(promql, [matcher]);
throw (0, errors.sx)('store-unlimited', 'This query could not be limited to the samples of this deployment, because it is not PromQL as Prometheus knows it.', 'Write it so that Prometheus accepts it: the store may have the same metrics of others.');
}
function withoutExternal(answer) {
const { result } = answer;
const own = (metric) => Object.fromEntries(Object.entries(metric).filter(([name]) => isOwnLabel(name)));
if (result.resultType === 'vector')
return {
...answer,
result: { ...result, result: result.result.map((row) => ({ ...row, metric: own(row.metric) })) },
};
if (result.resultType !== 'matrix')
return answer;
const rows = result.result.map((row) => ({
...row,
metric: own(row.metric),
values: row.values.filter(([, value]) => value !== 'NaN'),
}));
return { ...answer, result: { ...result, result: rows } };
}
const noRules = async () => {
throw (0, errors.sx)('prometheus-agent', 'An agent evaluates no rules.', 'Grafana evaluates the alerts of this deployment: set grafana-url and grafana-api-key.');
};
const UNANSWERED = { rules: noRules, alerts: noRules, alertmanagers: noRules, knock: noRules };
const KEEP_MS = 1_000;
const MOST_KEPT = 60;
function createPast() {
const answers = [];
return {
keep(targets, lagMs) {
const at = performance.now();
const last = answers.at(-1);
if (last && at - last.at < Math.max(KEEP_MS, lagMs / MOST_KEPT))
return;
answers.push({ at, targets });
while (lagMs > 0 && (answers[1]?.at ?? at) < at - lagMs)
answers.shift();
},
age: () => performance.now() - (answers[0]?.at ?? performance.now()),
before(lagMs) {
const until = performance.now() - lagMs;
return (answers.findLast(({ at }) => at <= until) ?? answers[0])?.targets ?? [];
},
};
}
})
};

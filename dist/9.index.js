export const id = 9;
export const ids = [9];
export const modules = {
30009: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
drillMode: () => (drillMode)
});
var concurrency = __webpack_require__(18867);
var errors = __webpack_require__(61469);
var model_prometheus = __webpack_require__(10980);
var poll = __webpack_require__(98195);
var claim = __webpack_require__(84481);
var counters = __webpack_require__(71488);
var judge = __webpack_require__(82289);
var refusals = __webpack_require__(26940);
;
const KNOCKS = 2 * model_prometheus.su.requests + 10;
const AT_ONCE = 4;
const PATIENCE_MS = 5 * 60_000;
const RETRY_MS = 15_000;
async function drill(receivers, { prometheus, pool, limits }) {
await throwUnlessDeployed(prometheus, receivers);
await makeCounter(prometheus, limits);
const began = performance.now();
await (0, concurrency.X)(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock());
const progress = { fired: false, accepted: new Map(), refused: new Map() };
await (0, poll.wt)(async () => {
const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts()]);
const elapsed = performance.now() - began;
if (!progress.fired)
progress.before = state;
progress.fired ||= alerts.some(({ labels, state: is }) => labels.alertname === model_prometheus.su.alert && is === 'firing');
if (progress.fired && state)
update(progress, receivers, { state, elapsed });
const open = receivers.filter((receiver) => isOpen(receiver, progress, elapsed));
const waitsFor = progress.fired ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire';
return { done: open.length === 0 || elapsed > PATIENCE_MS, value: undefined, waitsFor };
}, limits);
await waitForTheEnd(prometheus, limits);
const certainty = progress.before?.by === 'receiver' ? 'proven' : 'inferred';
return Promise.all(receivers.map(async (receiver) => ({
...(await claimOf(receiver, progress, { pool, signal: limits.signal })),
certainty,
})));
}
function update({ before, accepted, refused }, receivers, { state, elapsed }) {
for (const receiver of receivers) {
const { name } = receiver;
if (accepted.has(name))
continue;
const others = (0, judge.B)(state, receiver, receivers).length;
const more = (of) => {
const [now, then] = [state, before].map((one) => one && (0, judge.J4)(one, receiver));
return (now ? of(now) : 0) - (then ? of(then) : 0);
};
if (more(judge.lA) > others)
accepted.set(name, elapsed);
else if (others === 0 && !refused.has(name) && more((counters) => counters.refused) > 0)
refused.set(name, elapsed);
}
}
function isOpen({ name }, { accepted, refused }, elapsed) {
const since = refused.get(name);
return !accepted.has(name) && (since === undefined || elapsed - since < RETRY_MS);
}
async function throwUnlessDeployed(prometheus, receivers) {
const groups = receivers.length > 0 ? await prometheus.rules() : [];
if (groups.some(({ rules }) => rules.some(({ name }) => name === model_prometheus.su.alert)))
return;
throw (0, errors.sx)('drill-not-deployed', `Prometheus has no rule ${model_prometheus.su.alert}, which a drill fires.`, 'Deploy with `alerts.notify` and `access: password` first. With public access anyone could fire it, so it does not exist there. Without `alerts.notify`, a drill goes through Grafana: set GRAFANA_URL and GRAFANA_API_KEY.');
}
async function makeCounter(prometheus, limits) {
const lastScrape = async () => (await prometheus.targets()).find(({ labels }) => labels.job === model_prometheus.gu)?.lastScrape;
await prometheus.knock();
const before = await lastScrape();
const began = performance.now();
await (0, poll.wt)(async () => {
const isScraped = (await lastScrape()) !== before;
const done = isScraped || performance.now() - began > PATIENCE_MS;
return { done, value: undefined, waitsFor: 'Prometheus to scrape itself' };
}, limits);
}
const stateOf = async (prometheus) => {
const state = await (0, counters.y)(prometheus, 0);
return state && !('error' in state) ? state : undefined;
};
const waitForTheEnd = (prometheus, limits) => (0, poll.wt)(async () => {
const alerts = await prometheus.alerts().catch((error) => {
if (error instanceof errors.lZ)
return [];
throw error;
});
const isOver = !alerts.some(({ labels }) => labels.alertname === model_prometheus.su.alert);
return { done: isOver, value: undefined, waitsFor: 'the end of the alert' };
}, limits);
async function claimOf({ name, variable, ask }, { fired, accepted, refused }, asking) {
const elapsed = accepted.get(name);
if (elapsed !== undefined)
return (0, claim.n)(name, 'holds', `It accepted the alert after ${Math.round(elapsed / 1000)} s.`);
if (!fired)
return (0, claim.n)(name, 'broken', 'The alert did not fire.', {
next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
});
const refusal = refused.has(name) && ask ? await (0, refusals.pT)(ask, variable, asking) : undefined;
return refusal
? (0, claim.n)(name, 'broken', `The alert fired, and it refused it. ${refusal.why}`, {
next: refusal.next,
})
: (0, claim.n)(name, 'broken', 'The alert fired, and it did not accept it.', {
next: `Run mode \`verify\`, which says why it refuses, and check ${variable}.`,
});
}
var reach = __webpack_require__(285);
var apply = __webpack_require__(69088);
var delivery = __webpack_require__(15868);
var observe = __webpack_require__(55506);
var run_session = __webpack_require__(20150);
;
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
if (value !== null && value !== void 0) {
if (typeof value !== "object" && typeof value !== "function")
throw new TypeError("Object expected.");
var dispose, inner;
if (async) {
if (!Symbol.asyncDispose)
throw new TypeError("Symbol.asyncDispose is not defined.");
dispose = value[Symbol.asyncDispose];
}
if (dispose === void 0) {
if (!Symbol.dispose)
throw new TypeError("Symbol.dispose is not defined.");
dispose = value[Symbol.dispose];
if (async)
inner = dispose;
}
if (typeof dispose !== "function")
throw new TypeError("Object not disposable.");
if (inner)
dispose = function () { try {
inner.call(this);
}
catch (e) {
return Promise.reject(e);
} };
env.stack.push({ value: value, dispose: dispose, async: async });
}
else if (async) {
env.stack.push({ async: true });
}
return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
return function (env) {
function fail(e) {
env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
env.hasError = true;
}
var r, s = 0;
function next() {
while (r = env.stack.pop()) {
try {
if (!r.async && s === 1)
return s = 0, env.stack.push(r), Promise.resolve().then(next);
if (r.dispose) {
var result = r.dispose.call(r.value);
if (r.async)
return s |= 2, Promise.resolve(result).then(next, function (e) { fail(e); return next(); });
}
else
s |= 1;
}
catch (e) {
fail(e);
}
}
if (s === 1)
return env.hasError ? Promise.reject(env.error) : Promise.resolve();
if (env.hasError)
throw env.error;
}
return next();
};
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
var e = new Error(message);
return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
const drillMode = async (inputs, report, context) => {
const env_1 = { stack: [], error: void 0, hasError: false };
try {
const session = __addDisposableResource(env_1, await (0, run_session.fA)(inputs, report, context), true);
const { drillThroughGrafana, goesThroughGrafana } = await __webpack_require__.e(2651).then(__webpack_require__.bind(__webpack_require__, 32651));
if (goesThroughGrafana(session)) {
await report.timed('drill', () => record(session, async () => drillThroughGrafana(session, limitsOf(session))));
return;
}
const found = await report.timed('look', () => (0, observe.W)(session));
if ((0, apply.WN)(found))
return;
await report.timed('drill', () => record(session, () => drillThroughAlertmanager(session, found.apps[0]?.machines ?? [])));
}
catch (e_1) {
env_1.error = e_1;
env_1.hasError = true;
}
finally {
const result_1 = __disposeResources(env_1);
if (result_1)
await result_1;
}
};
const limitsOf = ({ fly, cancel }) => ({
deadline: new Date(fly.until),
signal: cancel,
log: fly.log.info,
});
async function drillThroughAlertmanager(session, machines) {
const { report } = session;
const { prometheusOfOne } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 52133));
const prometheus = prometheusOfOne(session, machines);
const limits = limitsOf(session);
await session.tunnel?.open();
const reached = await (0, reach.bs)(prometheus, limits);
if (reached.kind !== 'reached') {
report.problems.push(...reached.problems);
return undefined;
}
const receivers = ((0, delivery.A)(session, false)?.receivers ?? []).filter(({ name }) => name !== 'heartbeat');
return drill(receivers, { prometheus, pool: session.pool, limits });
}
async function record({ fly, report }, run) {
const began = new Date().toISOString();
const checks = await run();
if (!checks)
return;
for (const { subject, why } of checks)
fly.log.info(`${subject}: ${why}`);
const nothing = {
targets: [],
services: [],
metrics: [],
undeclared: [],
unexpected: [],
panels: [],
rules: [],
alerts: [],
};
const evidence = {
began,
ended: new Date().toISOString(),
...nothing,
checks,
problems: [],
isDrill: true,
};
report.evidence = evidence;
}
})
};

export const id = 7931;
export const ids = [7931];
export const modules = {
47931: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
drillMode: () => (drillMode)
});
var errors = __webpack_require__(61469);
var concurrency = __webpack_require__(18867);
var lib_text = __webpack_require__(94869);
var model_prometheus = __webpack_require__(10980);
var poll = __webpack_require__(98195);
var claim = __webpack_require__(84481);
var contact = __webpack_require__(23221);
var counters = __webpack_require__(71488);
;
const RETRY_MS = 15_000;
const mayAccept = (refusedAt, elapsed) => refusedAt === undefined || elapsed - refusedAt < RETRY_MS;
const acceptedAfter = (name, ms) => (0, claim.n)(name, 'holds', `It accepted the alert after ${Math.round(ms / 1000)} s.`);
;
const DRILL_PATIENCE_MS = 5 * 60_000;
const DISCOVERY_MS = 20_000;
const FIRST_MESSAGES_MS = 60_000;
async function prepareDrill(prometheus, receivers, limits) {
const intervalMs = 1000 * (await intervalOf(prometheus, receivers));
await makeCounter(prometheus, limits);
await waitForOtherDrill(prometheus, intervalMs, limits);
const before = await stateBefore(prometheus, limits);
if ('why' in before)
return before;
const isYoung = (await prometheus.now()) - before.started < FIRST_MESSAGES_MS;
return { before, intervalMs, isYoung };
}
async function intervalOf(prometheus, receivers) {
const groups = receivers.length > 0 ? await prometheus.rules() : [];
const group = groups.find(({ rules }) => rules.some(({ name }) => name === model_prometheus.su.alert));
if (group)
return group.interval;
throw (0, errors.sx)('drill-not-deployed', `Prometheus has no rule ${model_prometheus.su.alert}, which a drill fires.`, 'Deploy with `alerts.notify` and `access: password` first. With public access anyone could fire it, so it does not exist there. Without `alerts.notify`, a drill goes through Grafana: set GRAFANA_URL and GRAFANA_API_KEY.');
}
async function waitForOtherDrill(prometheus, intervalMs, limits) {
const seconds = Math.ceil(intervalMs / 1000) + 35;
const query = `count_over_time(ALERTS{alertname="${model_prometheus.su.alert}"}[${seconds}s])`;
await (0, poll.wt)(async () => {
const { result } = await prometheus.query(query);
const isOver = result.resultType !== 'vector' || result.result.length === 0;
return {
done: isOver,
value: undefined,
waitsFor: 'another drill to end, and its receivers to be notified',
};
}, limits);
}
async function stateBefore(prometheus, limits) {
const began = performance.now();
return (0, poll.wt)(async () => {
const [active, state] = await Promise.all([
prometheus.alertmanagers(),
(0, counters.y)(prometheus, 0),
]);
const isRunning = active.length > 0 && state !== undefined && !('error' in state);
const value = isRunning ? state : { why: reasonOf(active, state) };
const done = isRunning || performance.now() - began > DISCOVERY_MS;
return { done, value, waitsFor: 'the Alertmanager' };
}, limits);
}
const reasonOf = (active, state) => {
if (state && 'error' in state)
return `Prometheus cannot reach the Alertmanager, so nothing was sent: ${state.error}`;
return active.length === 0
? 'Prometheus has no active Alertmanager, so nothing was sent.'
: 'Prometheus does not scrape the Alertmanager, so nothing was sent.';
};
async function makeCounter(prometheus, limits) {
const lastScrape = async () => (await prometheus.targets()).find(({ labels }) => labels.job === model_prometheus.gu)?.lastScrape;
await prometheus.knock();
const before = await lastScrape();
const began = performance.now();
await (0, poll.wt)(async () => {
const isScraped = (await lastScrape()) !== before;
const done = isScraped || performance.now() - began > DRILL_PATIENCE_MS;
return { done, value: undefined, waitsFor: 'Prometheus to scrape itself' };
}, limits);
}
var judge = __webpack_require__(82289);
var refusals = __webpack_require__(26940);
;
const KNOCKS = 2 * model_prometheus.su.requests + 10;
const AT_ONCE = 4;
const AGAIN_MS = 10_000;
const ANSWER_MS = 90_000;
async function drill(receivers, tools) {
const { prometheus, limits } = tools;
const start = await prepareDrill(prometheus, receivers, limits);
if ('why' in start)
return toAll(receivers, start.why);
const { deployed = [], missing = [] } = Object.groupBy(receivers, (one) => (0, judge.Nj)(start.before, one) ? 'deployed' : 'missing');
const absent = missing.map(({ name }) => (0, claim._)(name));
for (const { subject, why } of absent)
limits.log?.(`${subject}: ${why}`);
return [...(deployed.length > 0 ? await fire(deployed, start, tools) : []), ...absent];
}
const toAll = (receivers, why) => receivers.map(({ name }) => (0, claim.n)(name, 'broken', why, { next: LOOK_AT_LOG }));
async function fire(receivers, start, { prometheus, pool, limits }) {
const { before, intervalMs } = start;
const asking = { pool, signal: limits.signal };
const contacts = await Promise.all(receivers.map((one) => (0, contact.v)(one, before, asking)));
const began = performance.now();
const knock = () => (0, concurrency.X)(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock());
await knock();
let knockAgainAt = 2 * intervalMs + AGAIN_MS;
const progress = startOf(start);
await (0, poll.wt)(async () => {
const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts().catch(errors.JY)]);
const elapsed = performance.now() - began;
observe(progress, alerts ?? [], { state, elapsed });
const { firedAt } = progress;
if (firedAt === undefined && elapsed > knockAgainAt) {
await knock();
knockAgainAt = elapsed + 2 * intervalMs + AGAIN_MS;
}
if (firedAt !== undefined && state)
update(progress, receivers, { state, elapsed });
const { accepted, refused, restarted } = progress;
const open = receivers.filter(({ name }) => !accepted.has(name) && mayAccept(refused.get(name), elapsed));
const waitsFor = firedAt !== undefined ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire';
const until = firedAt === undefined ? DRILL_PATIENCE_MS : firedAt + ANSWER_MS;
const isOver = restarted || open.length === 0 || elapsed > until;
return { done: isOver, value: undefined, waitsFor };
}, limits);
await waitForTheEnd(prometheus, limits);
if (progress.restarted)
return toAll(receivers, RESTARTED);
const isCertain = before.by === 'receiver' && !progress.isShared;
return Promise.all(receivers.map(async (receiver, i) => ({
...((progress.accepted.has(receiver.name) && contacts[i]) ||
(await claimOf(receiver, progress, asking))),
certainty: isCertain ? 'proven' : 'inferred',
})));
}
const LOOK_AT_LOG = 'Look at the log of the monitoring app (`flyctl logs`). When the Alertmanager runs, run the drill again.';
const RESTARTED = 'The Alertmanager started again during the drill: whether this receiver accepted the alert is not known.';
const startOf = ({ before, isYoung }) => ({
...{ before, now: before, isShared: isYoung, restarted: false },
...{ accepted: new Map(), refused: new Map() },
});
function observe(progress, alerts, { state, elapsed }) {
const firing = alerts.filter((alert) => alert.state === 'firing');
if (state)
progress.now = state;
progress.restarted ||= state !== undefined && state.started !== progress.before.started;
if (firing.some(isDrill))
progress.firedAt ??= elapsed;
if (progress.firedAt === undefined && state && !progress.restarted)
progress.before = state;
progress.isShared ||= firing.some((alert) => !isDrill(alert) && alert.labels.severity !== 'none');
}
const isDrill = ({ labels }) => labels.alertname === model_prometheus.su.alert;
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
const stateOf = async (prometheus) => {
const state = await (0, counters.y)(prometheus, 0);
return state && !('error' in state) ? state : undefined;
};
const waitForTheEnd = (prometheus, limits) => (0, poll.wt)(async () => {
const alerts = await prometheus.alerts().catch(errors.JY);
const isOver = !alerts?.some(({ labels }) => labels.alertname === model_prometheus.su.alert);
return { done: isOver, value: undefined, waitsFor: 'the end of the alert' };
}, limits);
async function claimOf(receiver, { before, now, firedAt, accepted, refused }, asking) {
const { name, variable, ask } = receiver;
const elapsed = accepted.get(name);
if (elapsed !== undefined)
return acceptedAfter(name, elapsed);
if (firedAt === undefined)
return (0, claim.n)(name, 'broken', 'The alert did not fire.', {
next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
});
if (refused.has(name)) {
const reasons = (0, judge.J4)(now, receiver)?.reasons ?? [];
const { why, next } = ask
? await (0, refusals.pT)(ask, variable, { ...asking, reasons })
: (0, refusals.ip)(reasons, variable);
return (0, claim.n)(name, 'broken', `The alert fired, and it refused it. ${why}`, { next });
}
return before.silences > 0
? (0, claim.n)(name, 'broken', `The alert fired, and it did not accept it. ${(0, lib_text.U9)(before.silences, 'silence')} ${before.silences === 1 ? 'is' : 'are'} active, which may match the alert: then nothing is sent.`, {
next: 'List the silences with `amtool silence query` on the monitoring machine, and expire those that match every alert.',
})
: (0, claim.n)(name, 'broken', 'The alert fired, and it did not accept it.', {
next: `Check ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
});
}
var reach = __webpack_require__(285);
var apply = __webpack_require__(9492);
var delivery = __webpack_require__(15868);
var rules = __webpack_require__(77526);
var grafana_rules = __webpack_require__(26979);
;
async function createDrillRule(grafana, group, owner) {
const { folderUid } = owner;
const stored = await grafana.ruleGroup(folderUid, group.title);
const body = (0, rules.Kr)(group, stored, { ...owner, kept: new Set() });
const known = new Set(stored?.rules.map(({ uid }) => uid));
const fresh = group.rules.map(({ uid }) => uid).filter((uid) => !known.has(uid));
await (0, grafana_rules.t)({ grafana }, { kind: 'write-rule-group', folderUid, title: group.title, body, fresh });
}
const removeDrillRule = (grafana, uid) => (0, grafana_rules.k)({ grafana }, uid);
var grafana_client = __webpack_require__(50912);
var documentation = __webpack_require__(25478);
var desired_grafana_rules = __webpack_require__(48978);
var uids = __webpack_require__(68359);
;
const INTERVAL = 10;
function renderGrafanaDrill(options) {
const { deployment, dataSourceUid, receiver, began, until } = options;
const rule = {
uid: (0, uids.hX)(deployment, 'drill', model_prometheus.su.alert),
title: `${model_prometheus.su.alert} ${began.toISOString().slice(0, 19).replace('T', ' ')}`,
condition: 'C',
for: '0s',
noDataState: 'OK',
execErrState: 'OK',
labels: { severity: 'critical' },
annotations: {
summary: 'This is a drill: someone tests whether alerts arrive',
description: `Nothing is wrong with ${deployment}. \`deploy-monitoring drill\` sends this alert, and ends it.`,
runbook_url: (0, documentation.oV)(model_prometheus.su.alert),
},
data: (0, desired_grafana_rules.z)(`vector(time()) < ${Math.floor(until.getTime() / 1000)}`, dataSourceUid),
...(receiver !== undefined && { receiver }),
};
return { title: `${deployment} drill`, interval: INTERVAL, rules: [rule] };
}
var attempt = __webpack_require__(87045);
var grafana_observe = __webpack_require__(79169);
;
const FIRE_MS = 90_000;
const PATIENCE_MS = 5 * 60_000;
const EVERY_MS = 1000;
const END_MS = 60_000;
async function watchGrafanaDrill(name, look, { limits, wanted }) {
const began = performance.now();
const watched = { accepted: new Map(), refused: new Map(), shared: new Set() };
await (0, poll.wt)(async () => {
const seen = await look();
const elapsed = performance.now() - began;
if (seen)
grafana_drill_update(watched, seen, name, elapsed);
const open = openReceivers(watched, elapsed);
const waitsFor = open ? `${(0, lib_text.H$)(open)}: sent` : 'the alert to fire in Grafana';
const isOver = open?.length === 0 || elapsed > (open ? PATIENCE_MS : FIRE_MS);
return { done: isOver, value: undefined, waitsFor };
}, { ...limits, everyMs: EVERY_MS });
return claimsOf(watched, wanted);
}
async function waitForDrillEnd(name, look, limits) {
const began = performance.now();
return (0, poll.wt)(async () => {
const seen = await look();
const hasEnded = seen?.alerts.every((alert) => alert.name !== name) === true;
const done = hasEnded || performance.now() - began > END_MS;
return { done, value: hasEnded, waitsFor: 'the end of the alert' };
}, { ...limits, everyMs: EVERY_MS });
}
function grafana_drill_update(watched, seen, name, elapsed) {
const alert = seen.alerts.find((one) => one.name === name) ?? watched.alert;
if (!alert)
return;
watched.alert = alert;
for (const receiver of alert.receivers) {
if (watched.accepted.has(receiver))
continue;
const isShared = seen.alerts.some((one) => one.name !== name && one.receivers.includes(receiver));
if (isShared)
watched.shared.add(receiver);
const integrations = seen.integrations.get(receiver) ?? [];
const sent = integrations.filter(({ attemptedAt }) => attemptedAt > alert.startsAt);
const failed = sent.find(({ error }) => error !== '');
if (failed) {
const since = watched.refused.get(receiver)?.since ?? elapsed;
watched.refused.set(receiver, { error: failed.error, since });
}
else if (integrations.length > 0 && sent.length === integrations.length) {
watched.refused.delete(receiver);
watched.accepted.set(receiver, elapsed);
}
else if (integrations.length === 0)
watched.refused.set(receiver, { error: NO_INTEGRATION, since: Number.NEGATIVE_INFINITY });
}
}
const NO_INTEGRATION = 'it has no integration';
function openReceivers({ alert, accepted, refused }, elapsed) {
if (!alert || alert.isSuppressed)
return alert && [];
return alert.receivers.filter((name) => !accepted.has(name) && mayAccept(refused.get(name)?.since, elapsed));
}
function claimsOf({ alert, accepted, refused, shared }, wanted) {
if (!alert)
return [NOT_FIRED];
if (alert.isSuppressed)
return [SUPPRESSED];
const claims = alert.receivers.map((name) => {
const elapsed = accepted.get(name);
const certainty = shared.has(name) ? 'inferred' : 'proven';
return elapsed === undefined
? notAccepted(name, refused.get(name)?.error)
: { ...acceptedAfter(name, elapsed), certainty };
});
return wanted === undefined || alert.receivers.includes(wanted)
? claims
: [...claims, elsewhere(wanted, alert.receivers)];
}
const notAccepted = (name, error) => error === undefined
? (0, claim.n)(name, 'broken', 'The alert fired in Grafana and leads to this contact point, and nothing was sent.', {
next: 'Look for a mute timing, or a long `group_wait`, in the notification policy (Alerting, Notification policies). Mode `verify` names mute timings that are active.',
})
: (0, claim.n)(name, 'broken', error === NO_INTEGRATION
? 'The alert leads to this contact point, which has no integration: no one is notified.'
: `The contact point did not accept the alert: ${error}`, { next: 'Correct the contact point in Grafana (Alerting, Contact points), and run the drill again.' });
const elsewhere = (wanted, receivers) => (0, claim.n)(wanted, 'broken', `Grafana sent the alert to "${receivers.join('", "')}", not to "${wanted}".`, {
next: `Create a notification policy that leads to "${wanted}", or use Grafana 11 or newer, which reads the contact point of a rule.`,
});
const NOT_FIRED = (0, claim.n)('Grafana', 'broken', 'The alert did not fire in Grafana.', {
next: 'Test the data source in Grafana (Connections, Data sources): the rule of the drill queries it. Check that rules are evaluated (Alerting, Alert rules).',
});
const SUPPRESSED = (0, claim.n)('Grafana', 'broken', 'The alert fired in Grafana, and a silence or a mute timing mutes it: no one is notified.', { next: 'Wait until it ends, or expire it (Alerting, Silences). Mode `verify` shows until when.' });
;
const LIFETIME_MS = 10 * 60_000;
const REMOVAL_MS = 6_000;
const goesThroughGrafana = ({ desired, inputs, project }) => project.config.alerts.notify === undefined && desired.grafana !== undefined && inputs.grafana !== undefined;
async function drillThroughGrafana(session, limits) {
const { desired, inputs, pool, signal, project, report } = session;
const { grafana: wanted } = desired;
const { grafana: server } = inputs;
if (!wanted || !server)
return [];
const clientUntil = (end) => (0, grafana_client.r)({ ...server, pool, signal: end });
const client = clientUntil(signal);
const dataSourceUid = await throwUnlessWritten(client, wanted);
const look = () => lookAt(client);
await Promise.all([client.activeAlerts(), client.receiverStates()]);
const began = new Date();
const { receiver } = project.config.alerts;
const until = new Date(began.getTime() + LIFETIME_MS);
const group = renderGrafanaDrill({ deployment: wanted.deployment, dataSourceUid, receiver, began, until });
const [{ uid, title }] = group.rules;
let claims;
try {
await createDrillRule(client, group, { deployment: wanted.deployment, folderUid: wanted.folder.uid });
limits.log?.(`The alert "${title}" is in Grafana; it is removed when the contact points have accepted it.`);
claims = await watchGrafanaDrill(title, look, { limits, wanted: receiver });
}
finally {
const removed = await (0, attempt.C)(() => removeDrillRule(clientUntil(AbortSignal.timeout(REMOVAL_MS)), uid));
if (!removed.ok)
report.problems.push(leftBehind(title, until, removed.problem.message));
}
if (await waitForDrillEnd(title, look, limits))
limits.log?.('The alert has ended; Grafana sends its end with the next message of its group.');
return claims;
}
async function throwUnlessWritten(client, { folder, dataSource }) {
const existing = 'existing' in dataSource ? dataSource : { existing: dataSource.uid, own: dataSource };
const { uid } = await (0, grafana_observe.NA)(client, existing);
const found = await client.folder(folder.uid);
if (found !== undefined && found !== 'hidden')
return uid;
throw (0, errors.sx)('drill-not-deployed', `Grafana does not have the folder "${folder.title}" of this deployment, or the token may not see it.`, 'Deploy first, or run mode `dashboards`. The token needs the role Editor or Admin.');
}
async function lookAt(client) {
const [alerts, receivers] = await Promise.all([
(0, attempt.C)(() => client.activeAlerts()),
(0, attempt.C)(() => client.receiverStates()),
]);
if (!alerts.ok || !receivers.ok)
return undefined;
return {
alerts: alerts.value.map(({ labels, startsAt, receivers: to, status }) => ({
name: labels.alertname ?? '',
startsAt: Date.parse(startsAt),
receivers: to.map(({ name }) => name),
isSuppressed: status.state === 'suppressed',
})),
integrations: new Map(receivers.value.map(({ name, integrations }) => [
name,
(integrations ?? []).map((one) => ({
attemptedAt: Date.parse(one.lastNotifyAttempt),
error: one.lastNotifyAttemptError ?? '',
})),
])),
};
}
const leftBehind = (title, until, why) => ({
code: 'drill-left-behind',
severity: 'warning',
message: `The alert rule "${title}" could not be removed from Grafana: ${why}`,
hint: `Remove it in Grafana (Alerting, Alert rules). It stops firing at ${until.toISOString()}, and the next deploy or drill removes it.`,
});
var run_observe = __webpack_require__(55506);
var replicas = __webpack_require__(34696);
var run_session = __webpack_require__(30435);
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
if (goesThroughGrafana(session)) {
await report.timed('drill', () => record(session, async () => drillThroughGrafana(session, limitsOf(session))));
return;
}
if (session.flyMetrics)
throw NO_ONE_EVALUATES;
const found = await report.timed('look', () => (0, run_observe.W)(session));
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
const NO_ONE_EVALUATES = new errors.lZ('configuration', [
{
code: 'drill-not-deployed',
severity: 'error',
message: 'With `engine: fly` there is no Alertmanager, and no Grafana is configured: no one evaluates alerts.',
hint: 'Set grafana-url and grafana-api-key, and deploy: a drill goes through Grafana then.',
},
]);
const limitsOf = ({ fly, cancel }) => ({
deadline: new Date(fly.until),
signal: cancel,
log: fly.log.info,
});
async function drillThroughAlertmanager(session, machines) {
const { report } = session;
const prometheus = (0, replicas._Y)(session, machines);
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

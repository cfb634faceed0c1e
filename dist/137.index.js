export const id = 137;
export const ids = [137];
export const modules = {
41267: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
y: () => (applyToGrafana)
});
var changes = __webpack_require__(85630);
var concurrency = __webpack_require__(18867);
var lib_text = __webpack_require__(94869);
var notification = __webpack_require__(32818);
var outcome = __webpack_require__(95225);
var carry_out = __webpack_require__(10472);
var promises_ = __webpack_require__(58500);
var attempt = __webpack_require__(87045);
var data_source = __webpack_require__(4567);
;
const HEALTH_PATIENCE_MS = 10_000;
const HEALTH_PAUSE_MS = 500;
async function proveDataSource(session, uid, plan, result) {
const { grafana, signal } = session;
const deadline = Date.now() + HEALTH_PATIENCE_MS;
const ask = () => (0, attempt.C)(() => grafana.dataSourceHealth(uid));
const isUnchanged = result.state === 'unchanged';
const first = isUnchanged ? plan.health : undefined;
for (let asked = first ?? (await ask());; asked = await ask()) {
if (!asked.ok)
return unproven(result, asked.problem);
const { ok, message } = asked.value;
if (ok)
return result;
const refused = (0, data_source.w3)(message);
if (refused && isUnchanged && plan.resendPassword)
return resendPassword(session, uid, plan, result);
const isFinal = (refused && result.state !== 'updated') || Date.now() > deadline;
if (isFinal)
return unproven(result, unhealthy(result.name, message, refused));
await (0, promises_.setTimeout)(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) });
}
}
async function resendPassword(session, uid, { resendPassword: change }, result) {
const resent = change ? await (0, carry_out.u)(session, change) : result;
if (resent.state === 'failed')
return resent;
return proveDataSource(session, uid, { health: undefined, resendPassword: undefined }, resent);
}
function unproven(result, unhealthy) {
if (result.state === 'failed')
return result;
const problem = result.state === 'kept'
? { ...unhealthy, hint: `${result.problem.message} ${result.problem.hint}` }
: unhealthy;
const { kind, name, url, change } = result;
return {
...{ kind, name, ...(url !== undefined && { url }), ...(change && { change }) },
...{ state: 'failed', problem },
};
}
const unhealthy = (name, message, refused) => ({
code: 'grafana-datasource-unhealthy',
severity: 'error',
message: `Grafana has the data source "${(0, lib_text.TN)(name, 100)}", but does not get an answer through it: ${message}`,
hint: refused
? 'Prometheus rejects the password that Grafana has. Deploy with the correct one, or correct it in the data source.'
: 'The Grafana server must be able to reach the URL of the data source. Check that, and see the log of the monitoring app.',
});
;
const WRITES_AT_ONCE = 2;
async function applyGrafana(plan, tools) {
const { grafana, desired, log, signal } = tools;
const session = { grafana, dataSource: desired.dataSource, ...(signal && { signal }) };
const [source, folder] = await Promise.all([
(0, carry_out.u)(session, plan.dataSource),
(0, carry_out.u)(session, plan.folder),
]);
const noSource = blockedBy(plan.dataSource, source);
const noFolder = blockedBy(plan.folder, folder);
const dataSource = noSource ? undefined : plan.dataSourceUid;
const [proven, dashboards] = await Promise.all([
dataSource === undefined ? source : proveDataSource(session, dataSource, plan, source),
(0, concurrency.X)(plan.dashboards, WRITES_AT_ONCE, (planned) => (0, carry_out.u)(session, planned, noFolder)),
]);
const rules = await (0, concurrency.X)(plan.ruleGroups, 1, (planned) => (0, carry_out.u)(session, planned, noFolder ?? noSource));
const annotation = await (0, concurrency.X)(plan.annotation, 1, (planned) => (0, carry_out.u)(session, planned));
const { ignoresReceivers = false } = session;
const routing = plan.routing && {
...plan.routing,
isIgnored: plan.routing.isIgnored || ignoresReceivers,
};
const ignored = routing ? (0, notification.NM)(routing) : [];
const results = [proven, folder, ...dashboards, ...rules, ...ignored, ...annotation];
for (const result of results)
logResult(log, result);
return { results, warnings: plan.warnings, dataSource, notified: routing && (0, notification.i$)(routing) };
}
function blockedBy(planned, result) {
const exists = (0, outcome.X)(planned) && planned.becomes === 'updated';
return result.state === 'failed' && !exists ? result.problem : undefined;
}
function logResult(log, { kind, name, note, ...result }) {
const why = 'why' in result && result.state !== 'created' ? ` (${(0, lib_text.TN)(result.why ?? '', 200)})` : '';
const line = `Grafana: ${kind} "${(0, lib_text.TN)(name, 100)}" ${result.state}${why}`;
if (result.state === 'unchanged')
log.debug(line);
else
log.info(line);
if (note !== undefined)
log.info(`Grafana: ${kind} "${(0, lib_text.TN)(name, 100)}": ${note}`);
}
var grafana_client = __webpack_require__(50912);
var grafana_diff = __webpack_require__(81743);
var grafana_plan = __webpack_require__(29484);
var report_builder = __webpack_require__(31200);
;
async function applyToGrafana(desired, inputs, report, tools) {
if (!inputs.grafana)
return undefined;
try {
const client = (0, grafana_client.r)({ ...inputs.grafana, pool: tools.pool, signal: tools.signal });
const plan = await (0, grafana_plan._)(client, desired);
for (const { what, subject, reason, diff } of (0, grafana_diff.fs)(plan))
tools.log.debug(`Grafana: to ${what} "${(0, lib_text.TN)(subject, 100)}": ${(0, lib_text.TN)(reason, 200)}${diff ? `\n${diff}` : ''}`);
if ((0, grafana_diff.fs)(plan).length > 0) {
const { plannedGrafana } = await Promise.all([__webpack_require__.e(7291), __webpack_require__.e(9780)]).then(__webpack_require__.bind(__webpack_require__, 89780));
(0, report_builder.S)(report, 'Grafana', plannedGrafana(plan));
}
const outcome = await applyGrafana(plan, {
grafana: client,
desired,
log: tools.log,
signal: tools.signal,
});
report.changes.push(...(0, changes.kd)(outcome));
report.dashboards = (0, changes.On)(outcome);
if (inputs.mode === 'dashboards')
report.skipped.push(...(0, changes.Pl)(outcome));
report.problems.push(...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])), ...outcome.warnings);
return outcome.dataSource;
}
catch (error) {
report.failed(error);
return undefined;
}
}
}),
20137: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
dashboardsMode: () => (dashboardsMode)
});
var __import_0__ = __webpack_require__(36303);
var __import_1__ = __webpack_require__(14339);
var __import_2__ = __webpack_require__(70194);
var __import_3__ = __webpack_require__(69874);
var __import_4__ = __webpack_require__(40493);
var __import_5__ = __webpack_require__(41267);
var __import_6__ = __webpack_require__(10766);
var __import_7__ = __webpack_require__(47333);
const dashboardsMode = async (inputs, report, context) => {
const { env, log, signal: cancel, timeUp } = context;
const { project, problems } = (0, __import_1__.W)(inputs, (0, __import_4__.oS)(env));
(0, __import_0__.MI)(problems);
await (0, __import_6__.k)(project, inputs, context);
const { secrets } = (0, __import_7__.u)(project, env);
const grafana = (0, __import_2__.z0)(project, inputs, { commit: env.GITHUB_SHA, secrets });
const signal = AbortSignal.any([cancel, timeUp]);
if (grafana)
await report.timed('Grafana', () => (0, __import_5__.y)(grafana, inputs, report, { log, signal, pool: (0, __import_3__.b)(env) }));
};
})
};

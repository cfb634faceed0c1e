export const id = 8184;
export const ids = [8184];
export const modules = {
79419: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K: () => (claimApp),
o: () => (appExists)
});
var __import_0__ = __webpack_require__(16359);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(13439);
var __import_3__ = __webpack_require__(37975);
async function claimApp({ app, organization }, flyctl) {
const exists = () => appExists(app, flyctl);
try {
await (0, __import_3__.D)({ act: () => __import_0__.Ef(flyctl, app, organization), isDone: exists }, flyctl);
return 'created';
}
catch (error) {
if ((0, __import_2__.up)(error, 'fly-token-too-narrow'))
throw cannotCreate(app, organization, error);
if ((0, __import_2__.up)(error, 'fly-app-taken') && (await exists()))
return 'found';
throw error;
}
}
const appExists = (app, flyctl) => __import_0__.Ov(flyctl, app).then(() => true, (error) => {
if ((0, __import_2__.up)(error, 'fly-app-missing'))
return false;
throw error;
});
function cannotCreate(app, organization, cause) {
return (0, __import_1__.sx)('fly-token-cannot-create', `The Fly token cannot access an app ${app}, and it is not allowed to create one.`, `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}
}),
37975: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (ensure)
});
var __import_0__ = __webpack_require__(13439);
const PAUSES_MS = [500, 2_000, 5_000];
async function ensure({ act, isDone }, flyctl) {
for (let attempt = 0;; attempt++) {
try {
await act();
return;
}
catch (error) {
if (!(0, __import_0__.Ae)(error))
throw error;
if (await isDone())
return;
const pause = PAUSES_MS[attempt];
if (pause === undefined || flyctl.isOver())
throw error;
await flyctl.pause(pause);
if (await isDone())
return;
}
}
}
}),
9592: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (runChanges),
b: () => (flyResult)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(13439);
function flyResult(app, outcomes, { machines, warnings }) {
const problems = outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : []));
return { app, machines, outcomes, warnings, problems };
}
async function runChanges(changes, perform, { log, journal }) {
const outcomes = [];
for (const change of changes) {
const failed = outcomes.find((outcome) => outcome.kind === 'failed');
if (failed) {
outcomes.push({
change,
seconds: 0,
kind: 'notRun',
why: `Needs "${failed.change.what}", which failed.`,
});
continue;
}
log.info(`${change.subject}: ${inProgress(change.what)}. ${change.reason}`);
journal('begun', change.subject, change.what);
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
try {
await perform(change.action);
outcomes.push({ change, seconds: seconds(), kind: 'done' });
journal('done', change.subject, change.what);
}
catch (error) {
const [problem] = (0, __import_1__.GW)(error);
if (!problem)
throw new Error(`a failure without a problem: ${(0, __import_0__.bD)(error)}`);
outcomes.push({ change, seconds: seconds(), kind: 'failed', problem });
journal('failed', change.subject, change.what);
}
}
return outcomes;
}
const inProgress = (what) => what.replace(/^(\w+?)e?\b/, '$1ing');
}),
63233: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (explain),
z: () => (waitForMachines)
});
var __import_0__ = __webpack_require__(16359);
var __import_1__ = __webpack_require__(94869);
var __import_5__ = __webpack_require__(25739);
var __import_2__ = __webpack_require__(98441);
var __import_3__ = __webpack_require__(54222);
var __import_4__ = __webpack_require__(13439);
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];
const CRASH_MS = 10_000;
async function waitForMachines(expected, until, ctx) {
let why = `the machines of ${expected.app}`;
const wait = () => waitUntil(expected, until, { ...ctx, onWait: (reason) => (why = reason) });
return ctx.activities.during(() => why, wait, Math.max(0, until - Date.now()));
}
async function waitUntil(expected, until, ctx) {
const { flyctl } = ctx;
const started = new Set();
let watchedUntil = 0;
for (let reads = 0;; reads++) {
const { machines, temporary } = await (0, __import_0__.ib)(flyctl, expected.app);
const judged = (0, __import_3__.Qi)(expected, machines);
if (judged.kind === 'bad')
return { machines, problem: judged.problem };
const isWatched = Date.now() >= Math.min(watchedUntil, until);
if (judged.kind === 'good' && isWatched)
return { machines, temporary };
const { why, start: resting } = judged.kind === 'good' ? RESTARTED : judged;
if (resting.some((id) => started.has(id)) || Date.now() >= until)
return {
machines,
problem: await explain(notReady(expected.app, why), { expected, machines }, ctx),
};
ctx.onWait(`app ${expected.app}: ${why}`);
const fresh = resting.filter((id) => !started.has(id));
if (fresh.length > 0 && (await start(expected.app, fresh, ctx)))
for (const id of fresh)
started.add(id);
if (machines.some((one) => fresh.includes(one.id) && (0, __import_5__.r)(one)))
watchedUntil = Date.now() + CRASH_MS;
await flyctl.pause(Math.min(PAUSES_MS[reads] ?? 4_000, Math.max(0, until - Date.now())));
}
}
const RESTARTED = { why: 'a machine that had crashed was started again', start: [] };
async function start(app, ids, { flyctl }) {
try {
await (0, __import_0__.DF)(flyctl, app, ids);
return true;
}
catch (error) {
if ((0, __import_4__.Ae)(error) || (0, __import_4__.up)(error, 'fly-lease'))
return false;
throw error;
}
}
async function explain(problem, { expected, machines }, { flyctl, log, signal }) {
const found = (0, __import_2__.n)(expected, machines);
if (!found || signal?.aborted)
return problem;
const lines = (await (0, __import_0__.WK)(flyctl, expected.app, found.machine)).slice(-MOST_LINES);
if (lines.length === 0)
return found.problem;
log.block(`Last log lines of machine ${found.machine}, app ${expected.app}`, lines.map((line) => (0, __import_1__.TN)(line)));
const quoted = lines.slice(-QUOTED_LINES).map((line) => `"${(0, __import_1__.TN)(line, 150)}"`);
return { ...found.problem, message: `${found.problem.message} Its last log lines: ${quoted.join(' ')}` };
}
const MOST_LINES = 20;
const QUOTED_LINES = 4;
function notReady(app, why) {
return {
code: 'fly-not-ready',
severity: 'error',
message: `The machines of ${app} are not ready: ${why}.`,
hint: `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`; a slow start needs a longer \`timeout\`.`,
};
}
}),
98441: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
n: () => (diagnoseMachines)
});
var __import_0__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(25739);
var __import_1__ = __webpack_require__(54222);
function diagnoseMachines(expected, machines) {
for (const machine of machines.filter((m) => m.releaseVersion !== undefined && !m.standby && (0, __import_1__.KH)(expected, m))) {
const problem = problemOf(expected, machine);
if (problem)
return { machine: machine.id, problem };
}
return undefined;
}
function problemOf(expected, machine) {
const { app } = expected;
const about = `Machine ${machine.id} of ${app}`;
const error = (code, message, hint) => ({
code,
severity: 'error',
message: `${about} ${message}`,
hint,
});
const logs = `See \`flyctl logs -a ${app} --machine ${machine.id}\``;
if ((0, __import_1__.eD)(expected, machine))
return expected.isPartial ? undefined : (0, __import_1__.Or)(expected, machine);
const crash = (0, __import_2__.r)(machine);
if (crash)
return error('fly-crash', crash, `${logs}, correct the cause and deploy again.`);
if (machine.state === 'failed')
return error('fly-machine-failed', 'has failed: Fly could not start it.', `${logs} and https://status.flyio.net, then \`flyctl machine start ${machine.id} -a ${app}\`; if that fails as well, deploy again.`);
if ((machine.state === 'stopped' || machine.state === 'suspended') && !expected.mayStop)
return error('fly-stopped', `is ${machine.state}.`, `Start it: \`flyctl machine start ${machine.id} -a ${app}\`. If it stops again by itself, set \`auto_stop_machines = "off"\` in its Fly configuration.`);
const failing = machine.checks.filter((check) => check.status !== 'passing');
if (machine.state === 'started' && failing.length > 0) {
const words = failing.map((c) => `check ${c.name} is ${c.status}${c.output ? ` (${(0, __import_0__.TN)(c.output, 160)})` : ''}`);
return error('fly-health', `runs, but ${words.join('; ')}.`, `${logs} and \`flyctl checks list -a ${app}\`.`);
}
if (machine.state === 'started' || (machine.state === 'stopped' && expected.mayStop))
return undefined;
return error('fly-not-started', `does not start: it is still ${machine.state}.`, `${logs}; Fly may be pulling its image, or have no capacity in ${machine.region}.`);
}
}),
84850: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (wrongRegion)
});
var __import_0__ = __webpack_require__(94869);
function wrongRegion({ app, region, key }, machines) {
const placed = machines.filter((machine) => !machine.standby && machine.region !== '');
const [first] = placed;
if (!first || placed.some((machine) => machine.region === region))
return undefined;
const found = (0, __import_0__.p_)(placed.map((machine) => `machine ${machine.id} is in ${machine.region}`));
const move = first.mounts.length > 0
? `A volume cannot move: see https://fly.io/docs/volumes/volume-manage/ for a copy of it (\`flyctl volumes fork ${first.mounts[0]?.volume} --region ${region} -a ${app}\`).`
: `To move it: \`flyctl machine clone ${first.id} --region ${region} -a ${app}\`, then \`flyctl machine destroy ${first.id} --force -a ${app}\`.`;
return {
code: 'fly-machine-region',
severity: 'error',
message: `No machine of ${app} is in region ${region}, which is ${key}: ${found}. Fly does not move a machine on a deploy.`,
hint: `If ${first.region} is right, set ${key} to "${first.region}". ${move}`,
};
}
}),
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
9492: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
yl: () => (applyAll),
WN: () => (hasFailed),
lC: () => (observeUndeployedApp)
});
var changes = __webpack_require__(85630);
var external_node_path_ = __webpack_require__(76760);
var commands = __webpack_require__(16359);
var desired_app = __webpack_require__(94902);
var errors = __webpack_require__(61469);
var fly_names = __webpack_require__(69466);
var fly_addresses = __webpack_require__(66284);
var fly_app = __webpack_require__(36391);
var refusals = __webpack_require__(13439);
var fly_region = __webpack_require__(84850);
var ensure = __webpack_require__(37975);
;
function ensureAddress({ app, address }, flyctl) {
return (0, ensure.D)({
act: () => commands.CR(flyctl, app, address),
isDone: async () => !(0, fly_addresses.pk)(await commands.Zt(flyctl, app)).includes(address),
}, flyctl);
}
async function ensureAddresses(app, flyctl) {
const addresses = await commands.Zt(flyctl, app);
for (const address of (0, fly_addresses.Ur)(addresses))
await ensureReleased(app, address, flyctl);
const missing = (0, fly_addresses.pk)(addresses);
for (const address of missing)
await ensureAddress({ app, address }, flyctl);
if (!missing.includes('v6'))
return;
for (const address of (0, fly_addresses.Ur)(await commands.Zt(flyctl, app)))
await ensureReleased(app, address, flyctl);
}
const ensureReleased = (app, address, flyctl) => (0, ensure.D)({
act: () => commands.mz(flyctl, app, address),
isDone: async () => (await commands.Zt(flyctl, app)).every((one) => one.address !== address),
}, flyctl);
var claim_app = __webpack_require__(79419);
var judge_machines = __webpack_require__(54222);
;
const WAIT_MS = 5 * 60_000;
var json_value = __webpack_require__(91060);
;
function planRollback(app, { releases, machines, config }) {
const [newest] = releases;
const deployed = machines.filter(({ releaseVersion }) => releaseVersion !== undefined);
if (!newest || deployed.length === 0 || releases.every(({ status }) => status !== 'complete'))
return { kind: 'first' };
const unknown = (why) => ({ kind: 'unknown', why });
if (newest.status !== 'complete')
return unknown(`the release before this deploy, v${newest.version}, is ${newest.status || 'not complete'}, and Fly stores the configuration of the newest release only`);
const source = deployed.find(({ releaseVersion }) => releaseVersion === newest.version);
const image = source && pinnedImage(newest.imageRef, source);
if (!source || image === undefined)
return unknown(`no machine reports the digest of the image of release v${newest.version}`);
const outside = OTHER_FILES.find(({ isIn }) => isIn(config));
if (outside)
return unknown(`the configuration of release v${newest.version} has ${outside.what}, which Fly does not store`);
const restored = withContents(withGuests(config, deployed), deployed);
if (typeof restored === 'string')
return unknown(`Fly does not return the content of ${restored}`);
return {
kind: 'target',
target: { app, release: newest.version, image, commit: source.commit, machines: deployed, ...restored },
};
}
const OTHER_FILES = [
{
what: 'a `machine_config`',
isIn: (c) => Boolean(c.machine_config || within(c, 'experimental').machine_config),
},
{ what: 'a compose file', isIn: (c) => Boolean(within(c, 'build').compose) },
];
const within = (config, key) => {
const value = config[key];
return (0, json_value.OW)(value) ? value : {};
};
function pinnedImage(reference, machine) {
if (reference.includes('@'))
return reference;
const { digest } = machine.image;
return reference !== '' && digest !== '' && (0, judge_machines.m2)(machine, reference)
? `${reference}@${digest}`
: undefined;
}
function withGuests(config, machines) {
if ((0, json_value.Qv)(config.vm).length > 0)
return config;
const sizes = [...Map.groupBy(machines, ({ processGroup }) => processGroup)].flatMap(([group, [machine]]) => {
const { cpu_kind, cpus, memory_mb } = within(machine?.config ?? {}, 'guest');
return cpu_kind === undefined ? [] : [{ cpu_kind, cpus, memory_mb, processes: [group] }];
});
return sizes.length > 0 ? { ...config, vm: sizes } : config;
}
function withContents(config, machines) {
const files = new Map();
const entries = [];
for (const entry of (0, json_value.Qv)(config.files)) {
const path = (0, json_value.tB)(entry.guest_path);
if ((0, json_value.tB)(entry.local_path) === '') {
entries.push(entry);
continue;
}
const groups = Array.isArray(entry.processes) && entry.processes.length > 0 ? entry.processes : undefined;
const content = machines
.filter(({ processGroup }) => groups?.includes(processGroup) ?? true)
.flatMap((machine) => (0, json_value.Qv)(machine.config.files))
.find((file) => file.guest_path === path)?.raw_value;
if (typeof content !== 'string')
return path;
const name = `file-${files.size + 1}`;
files.set(name, content);
entries.push({ ...entry, local_path: name });
}
return { config: entries.length > 0 ? { ...config, files: entries } : config, files };
}
const UNDONE = new Set(['failed', 'interrupted']);
function releaseOfOthers(releases, failed) {
const ours = Math.max(...failed.map(({ releaseVersion }) => releaseVersion ?? 0));
if (failed.length === 0)
return undefined;
return releases.find(({ version, status }) => version > ours && !UNDONE.has(status))?.version;
}
const OF_MACHINES = new Set([
'fly-crash',
'fly-health',
'fly-machine-failed',
'fly-not-ready',
'fly-not-started',
'fly-old-version',
'fly-start-timeout',
'fly-stopped',
]);
const isOfMachines = ({ code }) => OF_MACHINES.has(code);
;
const CLOCK_MS = 1_000;
const FAR_CLOCK_MS = 60_000;
async function unfinishedRelease({ app, begun, before }, ctx) {
const [newest] = await (0, commands.tH)(ctx.flyctl, app);
if (!newest || newest.status === 'complete')
return undefined;
const isNew = before === undefined ? newest.createdAt.getTime() >= begun - CLOCK_MS : newest.version > before;
return isNew ? newest.version : undefined;
}
async function releaseOf({ app, before, isIdentified }, { begun, hasPrinted }, ctx) {
if (isIdentified)
return undefined;
const [newest] = await (0, commands.tH)(ctx.flyctl, app);
if (!newest || UNDONE.has(newest.status))
return undefined;
const since = begun - (hasPrinted ? FAR_CLOCK_MS : CLOCK_MS);
const isNew = before === undefined ? newest.createdAt.getTime() >= since : newest.version > before;
return isNew ? { version: newest.version, imageRef: newest.imageRef } : undefined;
}
var wait_for_machines = __webpack_require__(63233);
;
async function sharpened({ problem }, app, ctx) {
const why = await (0, refusals.sd)(new errors.lZ('platform', [problem]), app, ctx.flyctl);
return why instanceof errors.lZ ? (why.problems[0] ?? problem) : problem;
}
const ABOUT_MACHINES = new Set([
'fly-health',
'fly-crash',
'fly-start-timeout',
'fly-deadline',
]);
const UNCLEAR = new Set(['fly-lease', 'fly-volume-attached']);
const OVERTAKEN = new Set(['fly-volume-missing', 'fly-volume-region']);
const isUnclearAfter = (problem, { isVolumeOurs }) => (0, refusals.Ae)(new errors.lZ('platform', [problem])) ||
UNCLEAR.has(problem.code) ||
(isVolumeOurs && OVERTAKEN.has(problem.code));
async function afterFailure(problem, failed, ctx) {
const outcome = { warnings: [], machines: [], problem };
const isUnclear = !ABOUT_MACHINES.has(problem.code) && isUnclearAfter(problem, failed.order);
if (ctx.signal?.aborted || !(isUnclear || ABOUT_MACHINES.has(problem.code)))
return outcome;
try {
return isUnclear ? await continueAfter(problem, failed, ctx) : await lastLook(problem, failed, ctx);
}
catch (error) {
const problems = (0, refusals.GW)(error);
const isMissing = problems.find(({ code }) => code === 'fly-app-missing');
return isMissing ? { ...outcome, problem: isMissing } : outcome;
}
}
async function continueAfter(problem, failed, ctx) {
const again = problem.code === 'fly-lease' ? 'busy' : 'failed';
const expected = await expectedOf(failed, ctx);
if (!expected)
return { warnings: [], machines: [], problem, again };
const made = expected.release !== undefined && { release: expected.release };
const reached = { ...(await (0, wait_for_machines.z)(expected, ctx.until, ctx)), ...made };
if (!reached.problem)
return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
const isUndone = reached.problem.code === 'fly-old-version' || reached.problem.code === 'fly-no-machines';
return isUndone ? { ...reached, warnings: [], problem, again } : { ...reached, warnings: [] };
}
const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.';
const SAYS_LESS = new Set(['fly-not-ready', 'fly-old-version', 'fly-no-machines']);
async function lastLook(problem, failed, ctx) {
if (problem.code === 'fly-deadline')
return atDeadline(problem, failed, ctx);
const whole = (await expectedOf(failed, ctx)) ?? failed.asked;
const expected = { ...whole, isPartial: true };
const made = whole.release !== undefined && { release: whole.release };
if (problem.code === 'fly-crash') {
const machines = await (0, commands.bO)(ctx.flyctl, failed.order.app);
if (machines.every(({ exit }) => !exit || exit.requested))
return { warnings: [], machines, problem, again: 'old-crash' };
return { warnings: [], machines, problem: await (0, wait_for_machines.W)(problem, { expected, machines }, ctx) };
}
const until = Math.min(ctx.until, failed.begun + WAIT_MS);
const reached = { ...(await (0, wait_for_machines.z)(expected, until, ctx)), ...made };
if (reached.problem)
return {
...reached,
warnings: [],
problem: SAYS_LESS.has(reached.problem.code) ? problem : reached.problem,
};
const judged = (0, judge_machines.Qi)(whole, reached.machines);
if (judged.kind === 'good')
return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
if (judged.kind === 'bad' && judged.problem.code === 'fly-replaced')
return { ...reached, warnings: [], problem: judged.problem };
return { ...reached, warnings: [], problem: unfinished(problem), again: 'unfinished' };
}
const unfinished = (problem) => ({
...problem,
message: `${problem.message} It is well now, but flyctl had given up before it had made and changed every machine.`,
hint: 'Deploy again, with a longer `timeout` if that ended the run: flyctl continues with the machines that exist.',
});
async function atDeadline(problem, { order, asked }, ctx) {
const machines = await (0, commands.bO)(ctx.flyctl, order.app);
const expected = { ...asked, isPartial: true };
const seen = await (0, wait_for_machines.W)(problem, { expected, machines }, ctx);
const message = [...new Set([problem.message, seen.message])].join(' ');
return { warnings: [], machines, problem: { ...seen, message } };
}
async function expectedOf({ order, asked, begun }, ctx) {
if (order.isIdentified)
return asked;
const release = await unfinishedRelease({ ...order, begun }, ctx);
if (release === undefined)
return undefined;
return { ...asked, release, ...(order.image && { imageRef: order.image }) };
}
var answers = __webpack_require__(15374);
var output = __webpack_require__(18889);
var lib_text = __webpack_require__(94869);
;
const NO_APP = /^Error: (?:app not found|Could not find App)/;
const MADE_VOLUME = /^Creating a \d+ GB volume named '([^']+)'/;
const NEW_GROUP = /^No machines in group (\S+), launching a new machine/;
const RELEASE_COMMAND = /Created release_command machine (\w+)|release_command (\w+) completed successfully/;
function deployOutput(app, log) {
const groups = new Set();
const volumes = new Set();
let releaseCommand;
return {
take(raw) {
const line = (0, lib_text.TN)((0, output.MC)(raw));
if (line === '' || (0, answers.Bw)(line))
return;
add(volumes, MADE_VOLUME.exec(line));
add(groups, NEW_GROUP.exec(line));
const [, begun, done] = RELEASE_COMMAND.exec(line) ?? [];
const machine = begun ?? done;
if (machine !== undefined)
releaseCommand = { machine, isDone: done !== undefined };
const shown = NO_APP.test(line) ? 'The app does not exist yet.' : line;
log.info(`${app} | ${shown}`);
},
acts: () => ({ newGroups: [...groups], madeVolumes: [...volumes], releaseCommand }),
};
}
function add(names, found) {
if (found?.[1] !== undefined)
names.add(found[1]);
}
;
async function readMachineEnd(flyctl, app, id) {
const text = (0, output.MC)(await flyctl.repeatable({ command: 'machine status', app, args: [id] }));
const [, state = ''] = /^State: (\w+)$/m.exec(text) ?? [];
const [, code] = /\bexit_code=(-?\d+)/.exec(text) ?? [];
return { state, ...(code !== undefined && { code: Number(code) }) };
}
;
const POLL_MS = 2_000;
async function nextCommand({ app, problem }, { releaseCommand }, ctx) {
if (!releaseCommand)
return { kind: 'run' };
if (releaseCommand.isDone)
return { kind: 'skip' };
const { machine } = releaseCommand;
const what = `the release command of ${app}, which flyctl has lost sight of`;
const code = await ctx.activities
.during(what, () => exitCode(app, machine, ctx))
.catch((error) => {
(0, refusals.GW)(error);
return 'unknown';
});
if (code === 0)
return { kind: 'skip' };
if (code === 'not begun')
return { kind: 'run' };
return { kind: 'stop', problem: stopped(app, machine, code, problem) };
}
async function exitCode(app, machine, { flyctl, until }) {
for (;;) {
const { state, code } = await readMachineEnd(flyctl, app, machine);
if (code !== undefined)
return code;
if (state === 'stopped' || state === 'created')
return 'not begun';
if (!/^start/.test(state) || Date.now() + POLL_MS >= until)
return 'unknown';
await flyctl.pause(POLL_MS);
}
}
const stopped = (app, machine, code, cause) => ({
code: 'fly-release-command',
severity: 'error',
message: code === 'unknown'
? `${cause.message} How the release command on machine ${machine} ended is not known, so the deploy was not repeated; no machine was changed.`
: `The release command of ${app} ended with exit code ${code}; no machine was changed.`,
hint: `See \`flyctl machine status ${machine} -a ${app}\` and \`flyctl logs -a ${app} --machine ${machine}\`. It is not run again by itself, because it may have done a part of its work: deploy again when that is right.`,
});
;
const REPEATED = {
busy: 'Waiting for it.',
failed: 'Deploying again.',
overtaken: 'Another run has made a machine at the same time. Deploying again to all of them.',
'old-crash': 'But it has not ended since this deploy, only before. Deploying again without smoke checks.',
unfinished: 'Deploying again for the machines that are left.',
};
const CHANGED = {
'old-crash': { skipSmokeChecks: true },
unfinished: { skipReleaseCommand: true, isFirst: false },
};
;
const FIRST_WAIT_MS = 60_000;
const TIDY_MS = 10_000;
const PAUSES_MS = [1_000, 4_000, 10_000];
async function deployAndWait(order, ctx) {
const output = deployOutput(order.app, ctx.log);
let current = order;
let busy;
for (let failures = 0;;) {
const { again, ...attempt } = await attemptDeploy(current, output, ctx);
const { newGroups, madeVolumes } = output.acts();
const outcome = {
...attempt,
...(busy && attempt.problem && isOver(ctx) && { problem: afterWait(busy, attempt.problem) }),
newGroups,
madeVolumes,
};
const pause = again === 'busy' ? PAUSES_MS[1] : PAUSES_MS[failures];
const { problem } = outcome;
if (!again || !problem || pause === undefined || Date.now() + pause + TIDY_MS >= ctx.until)
return outcome;
const command = await nextCommand({ app: order.app, problem }, output.acts(), ctx);
if (command.kind === 'stop')
return { ...outcome, problem: command.problem };
if (again !== 'busy')
failures++;
busy = again === 'busy' ? problem : undefined;
current = {
...current,
...CHANGED[again],
...(command.kind === 'skip' && { skipReleaseCommand: true }),
};
ctx.log.info(`${problem.message} ${REPEATED[again]}`);
await ctx.flyctl.pause(pause);
}
}
const isOver = ({ until }) => Date.now() >= until;
const afterWait = (busy, problem) => ({
...(problem.code === 'fly-deadline' ? busy : problem),
message: `${busy.message} After that: ${problem.message}`,
});
async function attemptDeploy(order, output, ctx) {
const begun = Date.now();
const timeoutMs = Math.max(1_000, ctx.until - begun);
const { mayStop, groups } = order;
const result = await (0, commands.zt)(ctx.flyctl, {
...order,
waitMs: Math.min(order.isFirst ? FIRST_WAIT_MS : WAIT_MS, timeoutMs - TIDY_MS),
timeoutMs,
onLine: output.take,
});
const asked = {
...{ app: order.app, mayStop, groups },
...(order.env && { env: order.env }),
...(order.only && { only: order.only }),
...(order.isIdentified && { isIdentified: true }),
...(order.processGroups && { processGroups: order.processGroups }),
isDeployed: true,
};
if (result.failure) {
const problem = await sharpened(result.failure, order.app, ctx);
return afterFailure(problem, { order, asked, begun }, ctx);
}
const release = result.release ?? (await releaseOf(order, { begun, hasPrinted: result.output.trim() !== '' }, ctx));
if (!release && !order.isIdentified)
return { warnings: [], machines: [], problem: noRelease(order.app), again: 'failed' };
const exactly = {
...asked,
...(release && { release: release.version }),
...(release?.imageRef && { imageRef: release.imageRef }),
};
const reached = await (0, wait_for_machines.z)(exactly, ctx.until, ctx);
const isWatched = reached.problem || !(order.skipSmokeChecks || order.isUnwatched);
const settled = isWatched ? reached : await watch(exactly, ctx);
const outcome = { ...settled, warnings: [], ...(release && { release: release.version }) };
const isOvertaken = settled.problem?.code === 'fly-old-version' && isOfOthers(exactly, settled, output);
return isOvertaken && !order.isVolumeOurs ? { ...outcome, again: 'overtaken' } : outcome;
}
function isOfOthers(expected, { machines }, output) {
const { newGroups } = output.acts();
return machines.some((machine) => newGroups.includes(machine.processGroup) && (0, judge_machines.eD)(expected, machine));
}
const noRelease = (app) => ({
code: 'fly-no-release',
severity: 'error',
message: `flyctl deploy, app ${app}: it reported no failure, but Fly has no new release.`,
hint: `Run again; \`flyctl releases -a ${app}\` shows the releases. If it persists, try another \`flyctl-version\`.`,
});
const SMOKE_MS = 10_000;
async function watch(expected, ctx) {
await ctx.flyctl.pause(SMOKE_MS);
return (0, wait_for_machines.z)(expected, ctx.until, ctx);
}
var run_changes = __webpack_require__(9592);
var fly_doubles = __webpack_require__(47790);
var replicas = __webpack_require__(20807);
;
async function createReplicaVolume(order, region, ctx) {
const { app, name, regions } = order;
const here = async () => (await volumesOf(order, ctx.flyctl)).filter((one) => one.region === region);
const isOnly = regions.length === 1;
const wanted = regions.filter((one) => one === region).length;
const before = isOnly ? [] : await here();
if (!isOnly && before.length >= wanted)
return;
await (0, ensure.D)({
act: () => commands.pb(ctx.flyctl, app, { name, region, sizeGb: order.sizeGb }),
isDone: async () => (await here()).length > before.length,
}, ctx.flyctl);
await keepVolumes(order, ctx);
}
async function volumesOf({ app, name, left }, flyctl) {
const all = await commands.yi(flyctl, app);
return all.filter((one) => one.name === name && !left.includes(one.id));
}
async function keepVolumes(order, ctx) {
const { app, name, regions } = order;
for (let round = 1;; round++) {
const found = await volumesOf(order, ctx.flyctl);
const { taken, rest } = (0, replicas.kp)(regions, (0, replicas.f1)(found));
if (rest.length === 0)
return;
const doubles = (0, fly_doubles.nw)(taken, rest);
if (doubles.length === 0 || round > ROUNDS)
throw twoVolumes(app, name, found);
for (const { id } of doubles) {
ctx.log.info(`${app}: removing the volume ${id}. It was created a second time by a repeated request or another run, and no machine uses it.`);
await removeVolume(app, id, ctx.flyctl).catch((error) => {
if (!(0, refusals.up)(error, 'fly-volume-in-use'))
throw error;
});
}
}
}
const ROUNDS = 3;
async function removeSpareVolumes(app, names = [], ctx) {
if (names.length === 0)
return;
const volumes = (await commands.yi(ctx.flyctl, app)).filter(({ name }) => names.includes(name));
const [used, free] = [volumes.filter(fly_doubles.lg), volumes.filter((one) => !(0, fly_doubles.lg)(one))];
const spare = free.filter((one) => (0, fly_doubles.nw)(used.filter(({ name }) => name === one.name), [one]).length > 0);
for (const { id, name } of spare) {
ctx.log.info(`${app}: removing the volume ${id} (${name}). flyctl has made it a second time by a repeated request, and no machine uses it.`);
await removeVolume(app, id, ctx.flyctl);
}
}
function removeVolume(app, id, flyctl) {
const isGone = async () => !(await commands.yi(flyctl, app)).some((v) => v.id === id);
return (0, ensure.D)({ act: () => commands.BB(flyctl, app, id), isDone: isGone }, flyctl);
}
const twoVolumes = (app, name, all) => (0, errors.sx)('fly-two-volumes', `App ${app} has ${all.length} volumes named ${name}: ${(0, lib_text.p_)(all.map((v) => `${v.id} (${(0, fly_doubles.lg)(v) ? `used by machine ${v.machine}` : 'not used'})`))}.`, `Keep the one with the data and destroy the other: \`flyctl volumes destroy ID -a ${app}\`.`);
;
const LEASE_TRIES = 80;
const LEASE_PAUSE_MS = 4_000;
async function removeSpareMachines(app, deployed, ctx) {
const { machines, newGroups = [] } = deployed;
const ofDeploys = machines.filter(({ releaseVersion, standby }) => releaseVersion !== undefined && !standby);
const spare = [
...newGroups.flatMap((group) => (0, fly_doubles.jI)(ofDeploys.filter(({ processGroup }) => processGroup === group)).slice(1)),
...(0, fly_doubles.PS)(ofDeploys),
];
for (const machine of new Set(spare)) {
ctx.log.info(`${app}: removing machine ${machine.id}. It was made in addition to the one that process group ${machine.processGroup} needs, by a repeated request or another run.`);
await removeMachine(machine, ctx);
}
return { ...deployed, machines: machines.filter((machine) => !spare.includes(machine)) };
}
async function removeLeftMachines(app, deployed, ctx) {
if (ctx.signal?.aborted)
return deployed;
const { machines, temporary = [], release = 0 } = deployed;
const isOlder = ({ releaseVersion = 0 }) => releaseVersion <= release;
const canaries = machines.filter((one) => one.isCanary && isOlder(one));
const ofCommands = temporary.filter((one) => one.state === 'stopped' && isOlder(one));
for (const { id, processGroup } of [...canaries, ...ofCommands]) {
const what = processGroup.startsWith('fly_app') ? 'the machine of a release command' : 'a canary';
ctx.log.info(`${app}: removing machine ${id}, ${what} that flyctl has left behind.`);
await removeMachine({ app, id, mounts: [] }, ctx);
}
return { ...deployed, machines: machines.filter((machine) => !canaries.includes(machine)) };
}
async function removeMachine({ id, app, mounts }, { flyctl, activities, until }) {
const isGone = async () => !(await commands.bO(flyctl, app)).some((machine) => machine.id === id);
const destroy = () => (0, ensure.D)({ act: () => commands.Uc(flyctl, app, id), isDone: isGone }, flyctl);
const work = async () => {
for (let tries = 1;; tries++) {
try {
return await destroy();
}
catch (error) {
if (!(0, refusals.up)(error, 'fly-lease'))
throw error;
if (tries === LEASE_TRIES || Date.now() + LEASE_PAUSE_MS >= until)
throw notRemoved(app, id, error);
await flyctl.pause(LEASE_PAUSE_MS);
}
}
};
await activities.during(`the lease of machine ${id} of ${app}, which is to be removed`, work);
for (const { volume } of mounts)
await destroyFreeVolume(app, volume, flyctl);
}
async function destroyFreeVolume(app, id, flyctl) {
for (let tries = 1;; tries++) {
try {
return await removeVolume(app, id, flyctl);
}
catch (error) {
if (!(0, refusals.up)(error, 'fly-volume-in-use') || tries === 5)
throw error;
await flyctl.pause(1_000);
}
}
}
const notRemoved = (app, id, cause) => (0, errors.sx)('fly-second-machine', `App ${app} has a second machine, ${id}: flyctl repeated a request whose answer was lost, and the machine is locked until then.`, `Remove it in some minutes: \`flyctl machine destroy ${id} --force -a ${app}\`.`, cause);
;
async function deployApp(order, ctx) {
const { app } = order.app;
const run = { order, ctx, isNew: false, deployed: { machines: [], warnings: [] } };
const go = (changes) => (0, run_changes.$)(changes, (action) => perform(action, run), ctx);
const outcomes = await go((0, fly_app.Bu)(order));
const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
const deployed = isMissing ? await go((0, fly_app.fe)(order)) : outcomes;
const after = deployed.every((o) => o.kind === 'done') && (await lacksAddress(run)) ? (0, fly_app.iH)(app) : [];
return (0, run_changes.b)(app, [...deployed, ...(await go(after))], run.deployed);
}
async function perform(action, run) {
const { ctx, order } = run;
switch (action.kind) {
case 'create-app':
await (0, claim_app.K)(action, ctx.flyctl);
run.isNew = true;
return;
case 'allocate-address':
return ensureAddress(action, ctx.flyctl);
case 'ensure-addresses':
await ensureAddresses(action.app, ctx.flyctl);
return;
default:
run.deployed = await deployAndWait({ ...requestOf(order), isFirst: run.isNew }, ctx);
await withoutLeftMachines(run);
run.deployed = await removeSpareMachines(order.app.app, run.deployed, ctx);
await removeSpareVolumes(order.app.app, run.deployed.madeVolumes, ctx);
throwIfMisplaced(order, run.deployed);
}
}
async function withoutLeftMachines(run) {
const { order, ctx, deployed } = run;
const { problem } = deployed;
const removal = removeLeftMachines(order.app.app, deployed, ctx);
if (!problem) {
run.deployed = await removal;
return;
}
run.deployed = await removal.catch((error) => {
(0, refusals.GW)(error);
return deployed;
});
const gone = deployed.machines.filter((machine) => !run.deployed.machines.includes(machine));
const left = run.deployed.machines.filter(({ isCanary }) => isCanary);
const said = [
...gone.map(({ id }) => ` Machine ${id} was a canary, and was removed.`),
...left.map(({ id }) => ` Machine ${id} is a canary that is left: the next deploy removes it.`),
].join('');
throw new errors.lZ('platform', [{ ...problem, message: `${problem.message}${said}` }]);
}
function throwIfMisplaced({ app: { app, config }, region }, { machines }) {
if (region === undefined)
return;
const key = `\`primary_region\` in ${config}`;
const problem = (0, fly_region.W)({ app, region, key }, machines);
if (problem)
throw new errors.lZ('platform', [problem]);
}
async function lacksAddress({ order, ctx, isNew, deployed }) {
const { app, health } = order.app;
const isPublic = deployed.machines.some((machine) => machine.isPublic);
const isFirst = isNew || deployed.release === 1;
if (!isPublic || !(isFirst || health !== undefined))
return false;
if (!isFirst && (await ctx.resolves((0, fly_names.mh)(app))))
return false;
const addresses = await (0, commands.Zt)(ctx.flyctl, app).catch((error) => {
(0, refusals.GW)(error);
return undefined;
});
if (!addresses)
return true;
const isOnPurpose = !isFirst && addresses.some(({ kind }) => kind === 'private');
return !isOnPurpose && ((0, fly_addresses.pk)(addresses).length > 0 || (0, fly_addresses.Ur)(addresses).length > 0);
}
function requestOf({ app, workspace, mayStop, groups, isImmediate = false, }) {
return {
app: app.app,
folder: (0, desired_app.b)(app, workspace),
config: (0, external_node_path_.resolve)(workspace, app.config),
...(app.image !== undefined && { image: app.image }),
...(app.dockerfile !== undefined && { dockerfile: (0, external_node_path_.resolve)(workspace, app.dockerfile) }),
...(app.build_args && { buildArgs: app.build_args }),
groups,
isIdentified: false,
isUnwatched: isImmediate,
isVolumeOurs: false,
single: true,
mayStop,
};
}
var build_context = __webpack_require__(35159);
var fly_image = __webpack_require__(13169);
var fly_plan = __webpack_require__(36809);
var state = __webpack_require__(71541);
var shards = __webpack_require__(61457);
;
const TRIES = 3;
const PAUSE_MS = 2_000;
async function addReplica({ app }, region, { flyctl, log }) {
const wantedHere = app.regions.filter((one) => one === region).length;
for (let tries = 1;; tries++) {
const [machines, volumes] = await Promise.all([
commands.bO(flyctl, app.app),
commands.yi(flyctl, app.app),
]);
const here = machines.filter((one) => one.region === region && !one.standby);
if (here.filter((one) => (0, shards.nz)(one.processGroup) === 1).length >= wantedHere)
return;
const named = volumes.filter((one) => one.name === app.volume.name && one.region === region);
const [volume] = (0, fly_doubles.jI)(named.filter((one) => !(0, fly_doubles.lg)(one)));
const source = machines.find(({ env }) => env[state.Wl.digest] === app.digest);
if (!volume || !source) {
if (tries === TRIES)
throw cannotAdd(app.app, region, volume ? 'machine to copy' : 'free volume');
await flyctl.pause(PAUSE_MS);
continue;
}
log.info(`${app.app}: copying machine ${source.id} to ${region}, with the volume ${volume.id}.`);
const isDone = async () => (await commands.bO(flyctl, app.app)).some(mounts(volume.id));
try {
return await (0, ensure.D)({ act: () => commands.LQ(flyctl, app.app, { id: source.id, volume: volume.id }), isDone }, flyctl);
}
catch (error) {
if (!(0, refusals.up)(error, 'fly-volume-attached') || tries === TRIES)
throw error;
}
}
}
const mounts = (volume) => (machine) => machine.mounts.some((mount) => mount.volume === volume);
const cannotAdd = (app, region, missing) => (0, errors.sx)('fly-replica', `The replica of ${app} in ${region} cannot be added: there is no ${missing}.`, `Another run may be changing the app: run again. \`flyctl machine list -a ${app}\` and \`flyctl volumes list -a ${app}\` show what exists.`);
var obstacles = __webpack_require__(71018);
;
const OTHER_RUN_TRIES = 60;
const keep_machines_PAUSE_MS = 2_000;
async function keepMachines(kept, deployed, ctx) {
const { app, regions } = kept;
const { release } = deployed;
for (let tries = 1;; tries++) {
const machines = tries === 1 ? deployed.machines : await commands.bO(ctx.flyctl, app);
const spare = spareMachines(kept, machines);
if (spare.length === 0)
return machines;
const mine = spare.find((machine) => release !== undefined && machine.releaseVersion === release);
if (mine) {
const exactly = regions.length === 1 ? 'one' : regions.length;
ctx.log.info(`${app}: removing machine ${mine.id} of this run. Another run made one at the same time, and Prometheus needs exactly ${exactly}.`);
await removeMachine(mine, ctx);
}
else if (tries >= OTHER_RUN_TRIES || Date.now() + keep_machines_PAUSE_MS >= ctx.until)
throw twoMachines(kept, machines);
else {
if (tries === 1)
ctx.log.info(`${app}: another run has made a second machine at the same time. Waiting until it is removed.`);
await ctx.flyctl.pause(keep_machines_PAUSE_MS);
}
}
}
const spareMachines = ({ surplus, ...kept }, machines) => (0, replicas.e1)(kept, machines.filter(({ id }) => !surplus.includes(id))).rest;
const twoMachines = ({ app, regions, groups }, machines) => {
const found = `App ${app} has ${machines.length} machines: ${(0, obstacles.KV)(machines)}.`;
const destroy = `destroy the other: \`flyctl machine destroy ID --force -a ${app}\`.`;
return (0, errors.sx)('fly-two-machines', (0, state.EG)({ groups })
? `${found} Each of the process groups ${(0, lib_text.p_)(groups)} must have exactly one.`
: `${found} Prometheus needs exactly ${regions.length === 1 ? 'one; with two its data is split' : regions.length}.`, `Run again: the newer one is removed if both are new. Otherwise keep the one whose volume has the data and ${destroy}`);
};
;
class AppAppeared extends Error {
name = 'AppAppeared';
}
const other_run_POLL_MS = 1_000;
const SIGN_POLLS = 8;
const MACHINE_POLLS = 240;
async function waitForOtherRun(app, ctx) {
const what = `the first machine of app ${app}, which another run has created`;
await ctx.activities.during(what, () => firstMachine(app, ctx), MACHINE_POLLS * other_run_POLL_MS);
}
async function firstMachine(app, { flyctl, log, until }) {
let isAtWork = false;
for (let polls = 1; polls <= (isAtWork ? MACHINE_POLLS : SIGN_POLLS); polls++) {
if ((await commands.bO(flyctl, app)).length > 0 || Date.now() + other_run_POLL_MS >= until)
return;
if (!isAtWork && (await commands.yi(flyctl, app)).length > 0) {
isAtWork = true;
log.info(`${app}: another run has created the app and is at work on it. Waiting for its machine.`);
}
await flyctl.pause(other_run_POLL_MS);
}
}
;
const handOverToReplicas = (machine, run) => handOver(machine, run, ({ processGroup }) => (0, shards.nz)(processGroup) === 1);
async function stopScraping(machine, run) {
const app = run.seen.machines.find(({ id }) => id === machine)?.app;
await handOver(machine, run, () => true);
if (app === undefined)
return;
await (0, commands.mv)(run.ctx.flyctl, app, machine).catch(errors.JY);
}
async function handOver(machine, { seen, surplus, ctx }, mayTakeOver) {
const others = seen.machines
.filter((one) => one.id !== machine && one.state === 'started' && mayTakeOver(one))
.map(({ id }) => id);
const isRequired = others.some((id) => !surplus.includes(id));
const warning = await ctx.handOver?.(machine, others, isRequired);
if (warning)
seen.warnings.push(warning);
}
;
async function applyMonitoring(order, plan, ctx) {
const { app } = order.desired;
const { wanted, state, changes, problems } = plan;
const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] };
if (problems.length > 0)
return { ...(0, run_changes.b)(app, [], seen), problems };
const { surplus, left } = (0, replicas.sw)(wanted, state ?? { machines: [], volumes: [] });
const run = {
...{ order, wanted, ctx, seen, secrets: state?.secrets ?? [] },
surplus: surplus.map(({ id }) => id),
left: left.map(({ id }) => id),
};
if (changes.length > 0) {
const outcomes = await carryOut(changes, run);
if (outcomes)
return (0, run_changes.b)(app, outcomes, seen);
const problems = await waitForOtherRun(app, ctx).then(() => [], refusals.GW);
if (problems.length > 0)
return { ...(0, run_changes.b)(app, [], seen), problems };
return applyMonitoring(order, await (0, fly_plan.w)(order, ctx), ctx);
}
ctx.log.info(`${app} is up to date: nothing to do at Fly.`);
return { ...(0, run_changes.b)(app, [], seen), ...(await waitUntilReady(run)) };
}
async function carryOut(changes, run) {
try {
return await (0, run_changes.$)(changes, (action) => monitoring_app_perform(action, run), run.ctx);
}
catch (error) {
if (error instanceof AppAppeared)
return undefined;
throw error;
}
}
async function waitUntilReady({ ctx, wanted, seen, }) {
const expected = monitoring_app_expectedOf({ wanted });
if ((0, judge_machines.Qi)(expected, seen.machines).kind === 'good')
return { machines: seen.machines, problems: [] };
try {
const { machines, problem } = await (0, wait_for_machines.z)(expected, ctx.until, ctx);
return { machines, problems: problem ? [problem] : [] };
}
catch (error) {
return { machines: [], problems: (0, refusals.GW)(error) };
}
}
async function monitoring_app_perform(action, run) {
const { flyctl } = run.ctx;
const { app } = action;
switch (action.kind) {
case 'create-app':
if ((await (0, claim_app.K)(action, flyctl)) === 'found')
throw new AppAppeared();
return;
case 'add-machine':
await addReplica(run.wanted, action.region, run.ctx);
return accept(await (0, wait_for_machines.z)({ ...monitoring_app_expectedOf(run), ignore: run.surplus }, run.ctx.until, run.ctx), run);
case 'remove-machine':
if (action.keeps !== undefined)
await stopScraping(action.id, run);
await removeMachine({ ...action, mounts: [] }, run.ctx);
run.seen.machines = run.seen.machines.filter(({ id }) => id !== action.id);
return;
case 'remove-volume':
return removeVolume(app, action.id, flyctl);
case 'create-volume':
return createReplicaVolume(monitoring_app_volumesOf(run), action.region, run.ctx);
case 'extend-volume':
return commands.Lg(flyctl, app, action);
case 'allocate-address':
return ensureAddress(action, flyctl);
case 'release-address':
return ensureReleased(app, action.address, flyctl);
case 'ensure-addresses':
await ensureAddresses(app, flyctl);
return;
case 'stage-secrets':
await commands.it(flyctl, app, run.wanted.app.secrets);
run.secrets = await commands.AQ(flyctl, app);
return;
case 'deploy':
return deployMonitoring(action, run);
case 'start-machines':
return accept(await (0, wait_for_machines.z)({ app, mayStop: false }, run.ctx.until, run.ctx), run);
}
}
function accept({ machines, problem }, { seen }) {
seen.machines = machines;
if (problem)
throw new errors.lZ('platform', [problem]);
}
async function deployMonitoring({ image: planned, machine, groups }, run) {
if (machine)
await handOverToReplicas(machine.id, run);
const image = planned.from === 'reference' ? planned : (0, fly_image.z)(run.wanted, run.seen.machines);
const only = {
...(machine && { only: [machine.id] }),
...(groups && { processGroups: groups }),
};
const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, run, only);
const isMissing = deployed.problem?.code === 'fly-image-missing' && !run.wanted.app.image;
const final = isMissing && image.from === 'reference' ? await deployImage(undefined, run, only) : deployed;
const alone = spareMachines(keptBy(run), final.machines).length > 0 ? await afterOtherRun(final, run, only) : final;
run.seen.warnings.push(...alone.warnings);
accept(alone, run);
if ([alone, final].some(({ madeVolumes = [] }) => madeVolumes.length > 0))
await keepVolumes(monitoring_app_volumesOf(run), run.ctx);
}
async function afterOtherRun(deployed, run, only) {
const { app, digest } = run.wanted.app;
run.seen.machines = await keepMachines(keptBy(run), deployed, run.ctx);
const isOurs = run.seen.machines.every(({ env }) => env[state.Wl.digest] === digest);
if (!isOurs)
return deployImage(run.wanted.app.image, run, only);
return { ...(await (0, wait_for_machines.z)({ app, mayStop: false }, run.ctx.until, run.ctx)), warnings: [] };
}
const monitoring_app_expectedOf = ({ wanted: { app } }) => ({
...{ app: app.app, mayStop: false, env: { [state.Wl.digest]: app.digest } },
});
const keptBy = ({ wanted: { app }, surplus }) => ({
...{ app: app.app, regions: app.regions, groups: app.groups, surplus },
});
const monitoring_app_volumesOf = ({ wanted: { app }, left }) => ({
...{ app: app.app, ...app.volume, regions: app.regions, left },
});
async function deployImage(reference, run, part) {
const { wanted, secrets, ctx, order } = run;
const folder = (0, external_node_path_.join)(await ctx.flyctl.folder(wanted.app.app), 'deploy');
await (0, build_context.s)(folder, order);
const before = Math.max(0, ...run.seen.machines.map((m) => m.releaseVersion ?? 0));
const env = {
[state.Wl.digest]: wanted.app.digest,
[state.Wl.secrets]: (0, state.RT)(wanted, secrets),
...(!wanted.app.image && { [state.Wl.build]: wanted.buildDigest }),
...(0, state.HU)(wanted, run.left),
};
const hasIt = (machine) => (0, judge_machines.KH)({ app: wanted.app.app, mayStop: false, ...part }, machine) &&
Object.entries(env).every(([name, value]) => machine.env[name] === value);
return deployAndWait({
app: wanted.app.app,
folder,
config: (0, external_node_path_.join)(folder, 'fly.monitoring.toml'),
...(reference ? { image: reference } : { dockerfile: (0, external_node_path_.join)(folder, 'Dockerfile.monitoring') }),
env,
...part,
isFirst: run.seen.machines.length === 0,
groups: part.processGroups ?? ['app'],
isIdentified: !run.seen.machines.some(hasIt),
isVolumeOurs: true,
single: true,
mayStop: false,
before,
}, ctx);
}
var promises_ = __webpack_require__(51455);
var dist = __webpack_require__(77934);
var client = __webpack_require__(31411);
;
const object = dist.IeY(json_value.OW);
async function readReleaseConfig(flyctl, app) {
const command = 'config show';
return (0, client.Wp)(command, await flyctl.repeatable({ command, app }), (json) => dist.qgA(object, json));
}
const withLabels = dist.Ikc({
id: dist.YjP(),
config: dist.cl6(object),
image_ref: dist.cl6(dist.Ikc({ labels: dist.cl6(dist.g1P(dist.YjP(), dist.L5J())) })),
});
function listStoredMachines(flyctl, app) {
return (0, commands.kA)(flyctl, { command: 'machine list', app }, (json) => {
const raw = new Map((dist.qgA(dist.mee(dist.YOg(withLabels)), json) ?? []).map((one) => [one.id, one]));
return (0, answers.WJ)(json, app).map(({ id, processGroup, releaseVersion, image, isCanary }) => {
const { config, image_ref } = raw.get(id) ?? {};
const commit = image_ref?.labels?.[COMMIT_LABEL];
return {
id,
processGroup,
image,
...(releaseVersion !== undefined && { releaseVersion }),
...(isCanary && { isCanary }),
...(typeof commit === 'string' && /^[0-9a-f]{7,64}$/.test(commit) && { commit }),
config: config ?? {},
};
});
});
}
const COMMIT_LABEL = 'GH_SHA';
var actions = __webpack_require__(62127);
;
const OF_RELEASE = /^(?:image|metadata\.fly_[a-z_]+)$/;
function machineDifferences(before, after) {
const paths = after.flatMap((machine) => {
const was = before.find(({ id }) => id === machine.id) ??
before.find(({ processGroup }) => processGroup === machine.processGroup);
return was ? differences(was.config, machine.config, '') : [];
});
const groups = new Set([...before, ...after].map(({ processGroup }) => processGroup));
const counts = [...groups].flatMap((group) => {
const [had, has] = [before, after].map((all) => all.filter((m) => m.processGroup === group).length);
return had === has ? [] : [`process group ${group} has ${(0, lib_text.U9)(has ?? 0, 'machine')} (before: ${had})`];
});
return [...new Set(paths), ...counts];
}
function differences(before, after, path) {
if (OF_RELEASE.test(path) || (0, json_value.FS)(before, after))
return [];
if ((0, json_value.OW)(before) && (0, json_value.OW)(after)) {
const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
return [...keys].flatMap((key) => differences(before[key], after[key], path === '' ? key : `${path}.${key}`));
}
return [`\`${path}\`${isPlain(before) && isPlain(after) ? ` is ${after} (before: ${before})` : ''}`];
}
const isPlain = (value) => typeof value === 'number' || typeof value === 'boolean';
const areUntouched = (before, after) => machineDifferences(before, after).length === 0 &&
after.every(({ id, image }) => before.find((m) => m.id === id)?.image.ref === image.ref);
;
const RESERVE_MS = 4 * 60_000;
async function deployOrRollBack({ app, mayStop }, ctx, deploy) {
const plan = await prepare(app, ctx);
const reserve = plan.kind === 'target' ? Math.min(RESERVE_MS, (ctx.until - Date.now()) / 3) : 0;
const deployed = await deploy({ ...ctx, until: ctx.until - reserve });
const failure = failureOf(deployed);
if (failure && plan.kind === 'target' && ctx.signal?.aborted)
return withNote(deployed, `${app} was not rolled back: the run was cancelled.`);
if (!failure || !isOfMachines(failure))
return deployed;
if (plan.kind !== 'target')
return notRolledBack(app, plan, deployed);
return rollBack({ target: plan.target, mayStop, failure }, deployed, ctx);
}
function failureOf({ outcomes }) {
const failed = outcomes.find(({ kind, change }) => kind === 'failed' && change.action.kind === 'deploy');
return failed?.kind === 'failed' ? failed.problem : undefined;
}
async function prepare(app, { flyctl, log }) {
try {
const [releases, machines] = await Promise.all([
(0, commands.tH)(flyctl, app),
listStoredMachines(flyctl, app),
]);
if (releases.length === 0 || machines.length === 0)
return { kind: 'first' };
const plan = planRollback(app, { releases, machines, config: await readReleaseConfig(flyctl, app) });
if (plan.kind === 'target')
log.info(`${app}: if its machines or checks fail, it is rolled back to ${nameOf(plan.target)}.`);
if (plan.kind === 'unknown')
log.info(`${app}: it could not be rolled back: ${plan.why}.`);
return plan;
}
catch (error) {
const [problem] = (0, refusals.GW)(error);
if ((0, refusals.up)(error, 'fly-app-missing', 'fly-token-too-narrow'))
return { kind: 'first' };
return {
kind: 'unknown',
why: `its state before the deploy could not be read: ${problem?.message ?? ''}`,
};
}
}
const nameOf = ({ release, commit, image }) => `release v${release} (${commit === undefined ? `image ${image}` : `commit ${commit.slice(0, 12)}`})`;
const shortName = ({ release, commit }) => `release v${release}${commit === undefined ? '' : ` (commit ${commit.slice(0, 12)})`}`;
async function rollBack({ target, mayStop, failure }, deployed, ctx) {
const { app, release, image } = target;
const obstacle = await whyNot(target, deployed, ctx).catch((error) => {
(0, refusals.GW)(error);
return undefined;
});
if (obstacle !== undefined)
return withNote(deployed, obstacle);
let reached;
const change = (0, actions.Q)({ kind: 'roll-back', app, release, image }, failure.message);
const outcomes = await (0, run_changes.$)([change], async () => {
reached = await deployAgain(target, mayStop, ctx);
if (reached.problem)
throw failedRollback(target, reached.problem);
}, ctx);
const machines = reached?.machines ?? [];
const result = (0, run_changes.b)(app, [...deployed.outcomes, ...outcomes], {
machines: machines.length > 0 ? machines : deployed.machines,
warnings: deployed.warnings,
});
if (outcomes.some(({ kind }) => kind !== 'done'))
return reworded(result, (why) => `The rollback of ${app} to ${shortName(target)} ${endOf(ctx)}: ${why}`);
return reworded({ ...result, warnings: [...result.warnings, await rolledBack(target, ctx)] }, (why) => `${app} was rolled back to ${shortName(target)}: ${why}`);
}
const endOf = ({ signal }) => signal?.aborted
? 'was interrupted; a machine may run either release, or be stopped. The reason for it'
: 'failed, too';
async function whyNot(target, { machines }, ctx) {
const { app } = target;
const [releases, now] = await Promise.all([(0, commands.tH)(ctx.flyctl, app), deployedMachines(app, ctx)]);
const other = releaseOfOthers(releases, machines);
if (other !== undefined)
return `${app} was not rolled back: another deploy has made release v${other} in the meantime.`;
const canaries = now.filter(({ isCanary }) => isCanary);
for (const { id } of canaries)
await removeMachine({ app, id, mounts: [] }, ctx);
return areUntouched(target.machines, now.filter((one) => !canaries.includes(one)))
? `Every machine of ${app} runs ${nameOf(target)}, as before: there is nothing to roll back.`
: undefined;
}
async function deployAgain(target, mayStop, ctx) {
const { app, image, config, files, machines } = target;
const folder = (0, external_node_path_.join)(await ctx.flyctl.folder(app), 'rollback');
await (0, promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
const path = (0, external_node_path_.join)(folder, 'fly.rollback.json');
await (0, promises_.writeFile)(path, JSON.stringify(config), { mode: 0o600 });
for (const [name, content] of files)
await (0, promises_.writeFile)((0, external_node_path_.join)(folder, name), Buffer.from(content, 'base64'), { mode: 0o600 });
const [newest] = await (0, commands.tH)(ctx.flyctl, app);
return deployAndWait({
app,
folder,
config: path,
image,
skipReleaseCommand: true,
skipSmokeChecks: true,
single: true,
isFirst: false,
groups: [...new Set(machines.map(({ processGroup }) => processGroup))],
isIdentified: false,
isVolumeOurs: false,
mayStop,
...(newest && { before: newest.version }),
}, ctx);
}
const deployedMachines = async (app, { flyctl }) => (await listStoredMachines(flyctl, app)).filter(({ releaseVersion }) => releaseVersion !== undefined);
const KEPT = 'Secrets, addresses, the size and data of volumes, databases and the effects of release commands are as the failed release left them.';
async function rolledBack(target, ctx) {
const { app, machines } = target;
const differences = await deployedMachines(app, ctx).then((now) => machineDifferences(machines, now), (error) => {
(0, refusals.GW)(error);
return ['the configuration of its machines could not be read'];
});
const open = differences.length === 0 ? '' : ` Not restored: ${(0, lib_text.p_)(differences)}.`;
return {
code: 'fly-rolled-back',
severity: 'warning',
message: `${app} runs ${nameOf(target)} again, with its configuration of then: every machine runs its image, and the checks pass.${open} ${KEPT}`,
hint: 'Correct the cause of the failure, and deploy again. The repository still has the release that failed.',
};
}
const failedRollback = (target, why) => (0, errors.sx)('fly-rollback-failed', `The rollback of ${target.app} to ${nameOf(target)} failed: ${why.message}`, `${why.hint} To try it manually, with the Fly configuration of that release: \`flyctl deploy --image ${target.image} --skip-release-command -a ${target.app}\`.`);
function notRolledBack(app, plan, deployed) {
const why = plan.kind === 'first' ? 'no earlier deploy of it was complete' : plan.why;
return withNote(deployed, `${app} was not rolled back: ${why}.`);
}
const withNote = (result, note) => reworded(result, (why) => `${why} ${note}`);
function reworded(result, word) {
const outcomes = result.outcomes.map((outcome) => outcome.kind === 'failed' && outcome.change.action.kind === 'deploy'
? { ...outcome, problem: { ...outcome.problem, message: word(outcome.problem.message) } }
: outcome);
return (0, run_changes.b)(result.app, outcomes, result);
}
var assets = __webpack_require__(43287);
var observe = __webpack_require__(51104);
var reach = __webpack_require__(285);
var apply_grafana = __webpack_require__(41267);
var run_replicas = __webpack_require__(34696);
var report_builder = __webpack_require__(31200);
;
async function applyAll(session) {
const { desired, fly, report } = session;
const monitoring = session.flyMetrics ? undefined : apply_deployMonitoring(session);
const grafana = applyGrafana(session, monitoring);
const others = await Promise.all(desired.orders.map((one) => one.app.deploy ? deployMainApp(one, fly) : observeUndeployedApp(one.app.app, session)));
const apps = [...(monitoring ? [await monitoring] : []), ...others];
for (const result of apps) {
report.changes.push(...(0, changes.Jx)(result));
report.problems.push(...result.problems, ...result.warnings);
}
report.apps = others.map(({ app, outcomes, machines }) => ({
app,
deployed: outcomes.length > 0,
machines: machines.length,
}));
return { apps, dataSource: await grafana };
}
async function apply_deployMonitoring(session) {
const { desired, inputs, fly, report } = session;
const order = await (0, build_context.$)(desired.monitoring, (0, assets.assetPath)('templates'));
const plan = await (0, fly_plan.w)(order, fly);
if (plan.changes.length > 0) {
const { plannedMonitoring } = await Promise.all([__webpack_require__.e(7291), __webpack_require__.e(938)]).then(__webpack_require__.bind(__webpack_require__, 10938));
(0, report_builder.S)(report, 'Fly', plannedMonitoring(plan, []).changes);
}
const handOver = (0, run_replicas.PS)(session);
const apply = (ctx) => applyMonitoring(order, plan, { ...ctx, ...(handOver && { handOver }) });
const isUndoable = inputs.rollback && plan.changes.some(({ action }) => action.kind === 'deploy');
return isUndoable
? deployOrRollBack({ app: desired.monitoring.app, mayStop: false }, fly, apply)
: apply(fly);
}
function deployMainApp(order, fly) {
const { app, rollback_on_failure } = order.app;
const deploy = (ctx) => deployApp(order, ctx);
return rollback_on_failure ? deployOrRollBack({ app, mayStop: order.mayStop }, fly, deploy) : deploy(fly);
}
const observeUndeployedApp = async (app, { fly }) => ({
...(await (0, observe.qn)(app, fly.flyctl)),
outcomes: [],
warnings: [],
});
const applyGrafana = async (session, monitoring) => {
if (monitoring)
return applyGrafanaWhenReady(session, (await monitoring).problems.length === 0);
const { desired, inputs, fly, report, pool, signal } = session;
return desired.grafana && (0, apply_grafana.y)(desired.grafana, inputs, report, { log: fly.log, signal, pool });
};
async function applyGrafanaWhenReady(session, isDeployed) {
const { desired, inputs, fly, report, pool, signal } = session;
if (!desired.grafana || !inputs.grafana)
return undefined;
const obstacle = isDeployed ? await waitForPrometheus(session) : 'Prometheus was not deployed.';
if (obstacle !== undefined) {
report.changes.push({
subject: 'Grafana',
what: 'write dashboards and rules',
result: 'not-run',
why: obstacle,
});
return undefined;
}
return (0, apply_grafana.y)(desired.grafana, inputs, report, { log: fly.log, signal, pool });
}
async function waitForPrometheus({ prometheus, tunnel, fly, signal }) {
const closed = await tunnel?.open().then(() => [], refusals.GW);
if (closed?.[0])
return closed[0].message;
const { kind } = await (0, reach.bs)(prometheus, {
deadline: new Date(fly.until),
signal,
log: fly.log.info,
});
return kind === 'reached' ? undefined : 'Prometheus did not become ready.';
}
const hasFailed = ({ apps }) => apps.some(({ problems }) => problems.length > 0);
}),
15868: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A: () => (deliveryOf)
});
var __import_0__ = __webpack_require__(38052);
var __import_1__ = __webpack_require__(1881);
var __import_2__ = __webpack_require__(56517);
var __import_3__ = __webpack_require__(43636);
function deliveryOf({ project: { config }, desired, inputs: { receivers, mode } }, isOurs) {
const { notify } = config.alerts;
if (!notify)
return undefined;
const text = (name) => desired.monitoring.files.find((file) => file.name === name)?.content ?? '';
const kinds = Object.keys(notify);
return {
app: config.monitoring.app,
receivers: [
...kinds.map((kind) => ({ ...receiverOf(kind, receivers, notify), isAnnounced: mode !== 'verify' })),
...(receivers['heartbeat-url'] === undefined ? [] : [heartbeatOf(receivers['heartbeat-url'])]),
],
...(isOurs && {
shipped: {
alertmanager: text('alertmanager.yml'),
rules: desired.monitoring.files.filter(__import_2__.n$).map((file) => file.content),
},
}),
};
}
const heartbeatOf = (url) => ({
name: __import_1__.rU,
integration: __import_0__.f4.heartbeat,
variable: 'HEARTBEAT_URL',
isTested: true,
ask: { url, kind: __import_1__.rU },
});
function receiverOf(kind, secrets, notify) {
const ask = addressToAsk(kind, secrets, notify);
return {
name: kind,
integration: __import_0__.f4[kind],
variable: `${kind === 'email' ? '`alerts.notify.email` and ' : ''}${(0, __import_3__.mT)(__import_0__.kO[kind].needs)}`,
isTested: kind !== 'pagerduty',
...(ask && { ask }),
};
}
function addressToAsk(kind, secrets, { telegram }) {
const secret = secrets[__import_0__.kO[kind].needs];
if (secret === undefined || kind === 'pagerduty' || kind === 'email')
return undefined;
if (kind === 'telegram')
return { url: `https://api.telegram.org/bot${secret}/getChat?chat_id=${telegram?.chat_id}`, kind };
const token = kind === 'ntfy' ? secrets['ntfy-token'] : undefined;
return {
url: secret,
kind,
...(token !== undefined && {
headers: { authorization: `Bearer ${token}` },
keyVariable: (0, __import_3__.mT)('ntfy-token'),
}),
};
}
}),
55506: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (observeAll)
});
var __import_0__ = __webpack_require__(50912);
var __import_1__ = __webpack_require__(87045);
var __import_2__ = __webpack_require__(79169);
var __import_3__ = __webpack_require__(9492);
async function observeAll(session) {
const { project, report } = session;
const { monitoring, apps } = project.config;
const own = session.flyMetrics ? [] : [monitoring.app];
const names = [...own, ...apps.map(({ app }) => app)];
const observing = Promise.all(names.map((app) => (0, __import_3__.lC)(app, session)));
const [found, dataSource] = await Promise.all([observing, currentDataSource(session)]);
for (const { problems } of found)
report.problems.push(...problems);
report.apps = found
.slice(own.length)
.map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }));
return { apps: found, dataSource };
}
async function currentDataSource({ desired, inputs, pool, signal }) {
if (!desired.grafana || !inputs.grafana)
return undefined;
const { dataSource } = desired.grafana;
if (!('existing' in dataSource))
return dataSource.uid;
const client = (0, __import_0__.r)({ ...inputs.grafana, pool, signal });
const found = await (0, __import_1__.C)(() => (0, __import_2__.NA)(client, dataSource));
return found.ok ? found.value.uid : dataSource.existing;
}
}),
34696: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
PS: () => (handOverOf),
_Y: () => (prometheusOfOne),
N4: () => (replicasOf),
$b: () => (shardsOf)
});
var commands = __webpack_require__(16359);
var client = __webpack_require__(94274);
var engine = __webpack_require__(4805);
var config_replicas = __webpack_require__(10550);
var prometheus_access = __webpack_require__(39768);
var attempt = __webpack_require__(87045);
var errors = __webpack_require__(61469);
var lib_text = __webpack_require__(94869);
var prometheus = __webpack_require__(10980);
var poll = __webpack_require__(98195);
;
const MOST_MS = 150_000;
const OPTIONAL_MS = 5_000;
const EVERY_MS = 500;
const UNANSWERED = 10;
const NO_GAP = { missing: [], of: 0, untried: 0 };
async function waitForHandOver({ app, machine, from, others, isRequired }, limits) {
let unanswered = 0;
const gap = await (0, poll.wt)(async () => {
const wanted = await targetsOf(from);
unanswered = 'error' in wanted ? unanswered + 1 : 0;
if ('error' in wanted)
return { done: unanswered >= UNANSWERED, value: NO_GAP, waitsFor: `machine ${machine} of ${app}` };
const value = await gapOf(wanted.targets, others);
const done = !('error' in value) && value.missing.length + value.untried === 0;
return { done, value, waitsFor: `the other machines of ${app}: ${describeGap(value)}` };
}, { ...(0, poll.pS)(limits, isRequired ? MOST_MS : OPTIONAL_MS), everyMs: EVERY_MS });
if (!('error' in gap) && gap.missing.length === 0)
return undefined;
const isNothing = 'error' in gap || (gap.of > 0 && gap.missing.length === gap.of);
if (isRequired && isNothing)
throw notScraping(app, machine, describeGap(gap));
return {
code: 'fly-replica-hand-over',
severity: 'warning',
message: `While machine ${machine} of ${app} was stopped, ${describeGap(gap)}: there is a gap in their samples.`,
hint: 'The verification names what cannot be reached, and why.',
};
}
const describeGap = (gap) => 'error' in gap
? gap.error
: gap.missing.length === 0
? `${(0, lib_text.U9)(gap.untried, 'target')} not tried by it yet`
: `${gap.missing.length} of ${(0, lib_text.U9)(gap.of, 'target')} not scraped by it (${(0, lib_text.H$)(gap.missing, 3)})`;
async function gapOf(wanted, others) {
const answers = await Promise.all(others.map(targetsOf));
const known = answers.flatMap((one) => ('error' in one ? [] : [one.targets]));
const [failed] = answers.flatMap((one) => ('error' in one ? [one] : []));
if (failed && known.length === 0)
return failed;
const has = (target, ...states) => known.some((targets) => states.includes(targets.get(target) ?? ''));
const all = [...wanted];
const up = all.flatMap(([target, health]) => (health === 'up' ? [target] : []));
return {
missing: up.filter((target) => !has(target, 'up')),
of: up.length,
untried: all.filter(([target, health]) => health !== 'up' && !has(target, 'up', 'down')).length,
};
}
async function targetsOf({ targets }) {
try {
const isShared = ({ labels }) => labels.job !== prometheus.gu && labels.job !== prometheus.cZ;
const all = (await targets()).filter(isShared);
return { targets: new Map(all.map((one) => [`${one.labels.job} at ${one.scrapeUrl}`, one.health])) };
}
catch (error) {
if (error instanceof errors.lZ)
return { error: (0, errors.bD)(error) };
throw error;
}
}
const notScraping = (app, machine, why) => (0, errors.sx)('fly-replica-not-scraping', `Machine ${machine} of ${app} was left as it is: it scrapes, and the other machines of Prometheus do not (${why}). Stopping it would leave a gap.`, `See \`flyctl logs -a ${app}\` for the other machine, then run again: the deploy continues where it stopped. If the other replica cannot be repaired, \`monitoring.replicas: 1\` with the \`region\` of this one removes it.`);
;
function prometheusOn({ desired, project, prometheusUrl: url, pool, signal }, machine) {
const credentials = (0, prometheus_access.Dh)(desired.monitoring.password);
const kind = (0, engine.yh)(project.config.monitoring) ? 'agent' : undefined;
return (0, client.h)({ url, credentials, pool, signal, machine, ...(kind && { kind }) });
}
function prometheusOfOne(session, machines) {
const running = machines.find(({ state }) => state === 'started');
return running && (0, config_replicas.u)(session.project.config.monitoring)
? prometheusOn(session, running.id)
: session.prometheus;
}
function replicasOf(session, machines) {
const { monitoring } = session.project.config;
if (!(0, config_replicas.u)(monitoring))
return undefined;
const { app, volume } = monitoring;
return {
wanted: { app, regions: (0, config_replicas.C)(monitoring), volume: volume.name },
...askable(session, machines),
};
}
function shardsOf(session, machines) {
const { monitoring } = session.project.config;
const { replicas, readVolumes } = askable(session, machines);
return {
...{ app: monitoring.app, regions: (0, config_replicas.C)(monitoring), volume: monitoring.volume.name },
...{ machines: replicas, readVolumes },
};
}
function askable(session, machines) {
return {
replicas: machines
.filter(({ standby }) => !standby)
.map(({ id, region, state, mounts, processGroup }) => ({
...{ id, region, state, volumes: mounts.map((mount) => mount.volume), group: processGroup },
prometheus: prometheusOn(session, id),
})),
readVolumes: async () => {
const found = await (0, attempt.C)(() => (0, commands.yi)(session.fly.flyctl, session.desired.monitoring.app));
return found.ok ? found.value : undefined;
},
};
}
const handOverOf = (session) => async (machine, others, isRequired) => {
if (others.length === 0)
return undefined;
const { fly, signal, desired } = session;
return waitForHandOver({
...{ app: desired.monitoring.app, machine, from: prometheusOn(session, machine), isRequired },
others: others.map((id) => prometheusOn(session, id)),
}, { deadline: new Date(fly.until), signal, log: fly.log.info });
};
}),
96664: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
y: () => (claimAbout)
});
const claimAbout = (area) => (subject, outcome, why, more = {}) => ({
area,
subject,
outcome,
certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
why,
...more,
});
}),
94070: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
l: () => (refusesInAnswer)
});
var __import_0__ = __webpack_require__(91060);
const MOST = 2_000;
function refusesInAnswer(kind, answer) {
const text = answer.slice(0, MOST).trim();
const json = (0, __import_0__._D)(answer);
if (kind === 'slack')
return text !== 'ok' && !((0, __import_0__.OW)(json) && json.ok === true);
if (kind !== 'webhook' && PAGE.test(text))
return true;
return json === undefined ? REFUSAL.test(text) : (0, __import_0__.OW)(json) && isError(json);
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
84481: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_: () => (notDeployed),
n: () => (deliveryClaim)
});
var __import_0__ = __webpack_require__(96664);
const deliveryClaim = (0, __import_0__.y)('delivery');
const notDeployed = (name) => deliveryClaim(name, 'broken', 'The running Alertmanager does not have this receiver: `alerts.notify` or its secret was added after the last deploy.', { next: 'Deploy, so that alerts reach it.' });
}),
23221: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
v: () => (contactTest)
});
var __import_0__ = __webpack_require__(69874);
var __import_1__ = __webpack_require__(94070);
var __import_2__ = __webpack_require__(84481);
var __import_3__ = __webpack_require__(82289);
var __import_4__ = __webpack_require__(26940);
const emptyMessage = (kind) => JSON.stringify({
...{ version: '4', groupKey: '', truncatedAlerts: 0, receiver: kind, externalURL: '' },
...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, alerts: [] },
status: kind === 'heartbeat' ? 'firing' : 'resolved',
});
function requestFor({ ask, isAnnounced }, { by }, isPinged) {
if (!ask)
return undefined;
const { kind, url, headers = {} } = ask;
if (kind === 'ntfy')
return { url: `${url.replace(/\/?(?:\?.*)?$/, '')}/json?poll=1&since=none`, headers };
const post = (body) => ({
...{ url, method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } },
});
if (kind === 'discord' || (kind === 'slack' && by === 'integration'))
return post('{}');
if (kind === 'heartbeat' ? isPinged : kind === 'webhook' && isAnnounced)
return post(emptyMessage(kind));
return undefined;
}
async function contactTest(receiver, state, { pool, signal }) {
const { name, variable, ask } = receiver;
const request = requestFor(receiver, state, ((0, __import_3__.J4)(state, receiver)?.lately ?? 0) > 0.5);
if (!ask || !request)
return undefined;
const asked = (0, __import_0__.cv)(pool, { ...request, ...(signal && { signal }), maxBytes: __import_4__.uZ });
const answer = await asked.catch(() => undefined);
if (!answer || answer.status > 299 || !(0, __import_1__.l)(ask.kind, answer.text))
return undefined;
if (ask.kind === 'heartbeat' && /rate limited/i.test(answer.text))
return undefined;
const { why, next } = (0, __import_4__.kZ)(answer.status, answer.text, variable, ask.kind);
return (0, __import_2__.n)(name, 'broken', `${why} The Alertmanager counts such answers as accepted.`, { next });
}
}),
71488: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
y: () => (alertmanagerOrNothing)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(10980);
const RECENT_SECONDS = 600;
const SELECTOR = `job="${__import_1__.cZ}"`;
const NOW = `{${SELECTOR},__name__=~"${__import_1__.Qm.join('|')}"}`;
const increaseOf = (metric) => `sum by (integration, receiver_name) (increase(alertmanager_notification_${metric}_total{${SELECTOR}}[${RECENT_SECONDS}s]))`;
const AGO = ['1h', '6h', '1d', '3d', '7d'];
const COUNTED = `{${SELECTOR},__name__=~"alertmanager_notification_requests(?:_failed)?_total"}`;
const PAST = AGO.map((ago) => `label_replace(${COUNTED} offset ${ago}, "ago", "${ago}", "", "")`).join(' or ');
async function readAlertmanager(prometheus, verifyStart) {
const target = (await prometheus.targets()).find(({ labels }) => labels.job === __import_1__.cZ);
if (!target || Date.parse(target.lastScrape) <= verifyStart)
return undefined;
if (target.health !== 'up')
return { error: target.lastError };
const [now, requests, refused, past] = await Promise.all([
samples(prometheus, NOW),
samples(prometheus, increaseOf('requests')),
samples(prometheus, increaseOf('requests_failed')),
samples(prometheus, PAST),
]);
return stateOf(now, { requests, refused }, past);
}
async function samples(prometheus, query) {
const rows = (0, __import_1__.Tk)(await prometheus.query(query));
return rows.flatMap(({ metric, value }) => value ? [{ metric, value: Number(value[1]), at: value[0] }] : []);
}
const total = (all) => all.reduce((sum, { value }) => sum + value, 0);
function stateOf(now, recent, past) {
const sampleOf = (name) => now.find(({ metric }) => metric.__name__ === name);
const one = (name) => sampleOf(name)?.value;
const start = sampleOf('process_start_time_seconds');
if (!start)
return undefined;
const isYoung = start.at - start.value < RECENT_SECONDS;
const of = (name) => now.filter(({ metric }) => metric.__name__ === `alertmanager_${name}`);
const requests = of('notification_requests_total');
const by = requests.some(({ metric }) => metric.receiver_name) ? 'receiver' : 'integration';
const keyOf = ({ metric }) => (by === 'receiver' ? metric.receiver_name : metric.integration) ?? '';
const sum = (all, key) => total(all.filter((sample) => keyOf(sample) === key));
const totals = (key) => ({
requests: sum(requests, key),
refused: sum(of('notification_requests_failed_total'), key),
});
const counters = (key) => ({
...totals(key),
givenUp: sum(of('notifications_failed_total'), key),
lately: sum(isYoung ? of('notification_requests_total') : recent.requests, key),
recent: lastMessages({ requests: sum(recent.requests, key), refused: sum(recent.refused, key) }, totals(key), AGO.map((ago) => requestsAt(ago, past.filter((sample) => keyOf(sample) === key)))),
reasons: of('notifications_failed_total')
.filter((sample) => keyOf(sample) === key && sample.value > 0)
.flatMap(({ metric }) => metric.reason ?? []),
});
const keys = [...new Set(requests.map(keyOf))];
return {
started: start.value * 1000,
configHash: one('alertmanager_config_hash') ?? Number.NaN,
isConfigLoaded: one('alertmanager_config_last_reload_successful') === 1,
silences: total(of('silences').filter(({ metric }) => metric.state === 'active')),
by,
receivers: new Map(keys.map((key) => [key, counters(key)])),
};
}
function requestsAt(ago, past) {
const counted = (suffix) => total(past.filter(({ metric }) => metric.ago === ago && metric.__name__?.endsWith(suffix)));
return { requests: counted('_requests_total'), refused: counted('_failed_total') };
}
function lastMessages(recent, now, before) {
if (recent.requests > 0.5)
return recent;
for (const then of before) {
if (then.requests > now.requests)
return now;
if (then.requests < now.requests)
return { requests: now.requests - then.requests, refused: Math.max(0, now.refused - then.refused) };
}
return recent;
}
const alertmanagerOrNothing = (prometheus, verifyStart) => readAlertmanager(prometheus, verifyStart).catch(__import_0__.JY);
}),
82289: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
lA: () => (acceptedBy),
B: () => (countedWith),
J4: () => (countersOf),
eD: () => (hasAccepted),
Nj: () => (isDeployed),
dC: () => (judgeAlertmanager),
Zq: () => (judgeReceiver),
Us: () => (judgeRoutes),
IB: () => (judgeSilences),
WP: () => (refusesNow)
});
var lib_text = __webpack_require__(94869);
var claim = __webpack_require__(84481);
var rule_file = __webpack_require__(40048);
var yaml_value = __webpack_require__(95368);
var json_value = __webpack_require__(91060);
var routing_tree = __webpack_require__(62924);
;
function receiversOfAlert(alertmanagerYml, labels) {
const file = (0, yaml_value.h)(alertmanagerYml);
if (!(0, json_value.OW)(file) || !(0, json_value.OW)(file.route))
return [];
const delivering = new Set((0, json_value.Qv)(file.receivers)
.filter(hasIntegration)
.map(({ name }) => name));
const names = new Set((0, routing_tree.o)(file.route, '', {
read: (node, inherited) => (0, json_value.tB)(node.receiver) || inherited,
matches: (node) => matches(node, labels),
}));
return [...names].map((receiver) => ({ receiver, delivers: delivering.has(receiver) }));
}
const hasIntegration = (receiver) => Object.entries(receiver).some(([key, value]) => key.endsWith('_configs') && Array.isArray(value) && value.length > 0);
const matches = ({ matchers }, labels) => (Array.isArray(matchers) ? matchers : []).every((matcher) => {
const [, name = '', operator, value = ''] = /^(\w+)(=~?)"(.*)"$/.exec(String(matcher)) ?? [];
const given = labels[name] ?? '';
return operator === '=' ? given === value : value.split('|').includes(given);
});
function alertsInFiles(texts) {
const alerts = texts.flatMap(rule_file.u).flatMap(({ group, rule }) => {
const labels = { ...objectOf(group.labels), ...objectOf(rule.labels) };
return (0, json_value.tB)(rule.alert) === ''
? []
: [{ name: (0, json_value.tB)(rule.alert), severity: (0, json_value.tB)(labels.severity) }];
});
return [...new Map(alerts.map((alert) => [JSON.stringify(alert), alert])).values()];
}
const objectOf = (value) => ((0, json_value.OW)(value) ? value : {});
;
const acceptedBy = ({ requests, refused }) => requests - refused;
const refusesNow = (counters) => counters.refused > 0 &&
(acceptedBy(counters) === 0 ||
(counters.recent.requests > 0.5 && counters.recent.refused > 0.9 * counters.recent.requests));
const countersOf = ({ by, receivers }, { name, integration }) => receivers.get(by === 'receiver' ? name : integration);
const countedWith = ({ by }, receiver, all) => by === 'receiver'
? []
: all.filter((other) => other !== receiver && other.integration === receiver.integration);
function hasAccepted(receiver, state, all) {
const counters = countersOf(state, receiver);
const others = countedWith(state, receiver, all);
if (!counters || (others.length > 0 && givesUp(counters)))
return false;
return acceptedBy(counters) > others.filter(({ isTested }) => isTested).length;
}
const givesUp = ({ givenUp, recent }) => givenUp > 0 && recent.refused > 0.5;
function judgeReceiver(receiver, state, all, { refusal, now }) {
const { name, isTested, variable } = receiver;
const counters = countersOf(state, receiver);
if (!isDeployed(state, receiver))
return (0, claim._)(name);
const since = new Date(state.started).toISOString();
const others = countedWith(state, receiver, all).map((other) => other.name);
const certainty = others.length > 0 ? 'inferred' : 'proven';
const together = others.length > 0 ? ` (counted together with ${(0, lib_text.p_)(others)})` : '';
if (counters && refusesNow(counters)) {
const { why, next } = refusal ?? { why: '', next: `Check ${variable}.` };
const refused = `No ${messageTo(name)} reaches it: it refused ${(0, lib_text.U9)(counters.refused, 'request')} since ${since}${together}.`;
return (0, claim.n)(name, 'broken', `${refused} ${why}`.trim(), { certainty, next });
}
if (name === HEARTBEAT && (counters?.lately ?? 0) < 0.5 && now - state.started > SILENT_MS)
return noPing(variable);
if (counters && hasAccepted(receiver, state, all))
return (0, claim.n)(name, 'holds', `It accepted ${(0, lib_text.U9)(acceptedBy(counters), 'message')} since the Alertmanager started at ${since}${together}.`, { certainty });
if (counters && others.length > 0 && givesUp(counters))
return (0, claim.n)(name, 'broken', `This Alertmanager counts ${(0, lib_text.p_)([name, ...others])} together, and one of them refuses messages since ${since}.`, {
certainty,
next: `Check ${variable}. The log of the monitoring app names the receiver and its answer (\`flyctl logs\`).`,
});
return isTested ? unproven(receiver, since) : untested(name);
}
const HEARTBEAT = 'heartbeat';
const SILENT_MS = 15 * 60_000;
const messageTo = (name) => (name === HEARTBEAT ? 'ping' : 'alert');
const isDeployed = ({ by, receivers }, { name }) => by === 'integration' || receivers.has(name);
const noPing = (variable) => (0, claim.n)(HEARTBEAT, 'broken', 'No ping was sent to it in the last 10 minutes: the alert Watchdog does not fire, or a silence matches it.', {
certainty: 'inferred',
next: `Expire silences that match every alert (\`amtool silence query\`), and look whether Prometheus evaluates Watchdog. What ${variable} is the address of reports it, too.`,
});
const untested = (name) => (0, claim.n)(name, 'not-checked', 'No message was sent to it since the Alertmanager started, because each one wakes someone.', { next: 'Run `deploy-monitoring drill` once: it sends one marked alert.' });
const unproven = ({ name, variable }, since) => (0, claim.n)(name, 'broken', `No ${messageTo(name)} was proven to reach it: the Alertmanager runs since ${since}, and it has not accepted a message.`, {
certainty: 'inferred',
next: `Check ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
});
function judgeAlertmanager(active, state, expectedHash) {
const subject = 'Alertmanager';
const restart = 'Look at the log of the monitoring app (`flyctl logs`), and deploy again.';
if (active.length === 0)
return (0, claim.n)(subject, 'broken', 'Prometheus has no active Alertmanager: no one is notified of alerts.', {
next: restart,
});
if (!state)
return (0, claim.n)(subject, 'not-checked', 'Prometheus has not scraped the Alertmanager yet.', {
next: 'Verify again.',
});
if ('error' in state)
return (0, claim.n)(subject, 'broken', `Prometheus cannot reach the Alertmanager: ${state.error}`, {
next: restart,
});
if (!state.isConfigLoaded)
return (0, claim.n)(subject, 'broken', 'The Alertmanager could not load its configuration.', {
next: restart,
});
const runs = `Prometheus sends alerts to ${active[0]}`;
if (expectedHash === undefined)
return (0, claim.n)(subject, 'holds', `${runs}. Its configuration was not compared: the machine runs the files of another run.`, { certainty: 'inferred' });
if (state.configHash === expectedHash)
return (0, claim.n)(subject, 'holds', `${runs}, which runs the deployed configuration.`);
return state.by === 'integration'
? (0, claim.n)(subject, 'holds', `${runs}, which has loaded its configuration.`, {
certainty: 'inferred',
})
: (0, claim.n)(subject, 'broken', `${runs}, which does not run the deployed configuration.`, {
next: 'Deploy again.',
});
}
const judgeSilences = ({ silences }, app) => silences > 0
? [
(0, claim.n)('silences', 'warning', `${(0, lib_text.U9)(silences, 'silence')} ${silences === 1 ? 'is' : 'are'} active: alerts that match are sent to no one.`, {
next: `List them with \`flyctl ssh console -a ${app} -C "amtool silence query"\`.`,
}),
]
: [];
const NOT_FOR_PEOPLE = ['none'];
function judgeRoutes(alertmanagerYml, ruleFiles) {
const alerts = alertsInFiles(ruleFiles).filter(({ severity }) => !NOT_FOR_PEOPLE.includes(severity));
const isDecidedLater = (severity) => severity.includes('{{');
const lost = alerts.filter(({ name, severity }) => !isDecidedLater(severity) &&
!receiversOfAlert(alertmanagerYml, { alertname: name, severity }).some(({ delivers }) => delivers));
if (lost.length === 0)
return (0, claim.n)('routes', 'holds', `${(0, lib_text.U9)(alerts.length, 'alerting rule')}: each one leads to a receiver.`);
const severities = [...new Set(lost.map(({ severity }) => severity))];
const named = severities.filter((severity) => severity !== '');
const of = [
...(named.length > 0 ? [`of severity ${(0, lib_text.p_)(named)}`] : []),
...(named.length < severities.length ? ['without a severity'] : []),
];
return (0, claim.n)('routes', 'warning', `Alerts ${(0, lib_text.p_)(of)} reach no receiver: ${(0, lib_text.H$)(lost.map(({ name }) => name), 5)}.`, {
next: 'Add the severity to a receiver in `alerts.notify`, or remove its `severities`.',
});
}
}),
26940: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
ip: () => (refusalOfReason),
kZ: () => (refusalOfAnswer),
pT: () => (askReceiver),
uZ: () => (MOST_BYTES)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(69874);
var __import_2__ = __webpack_require__(94869);
var __import_3__ = __webpack_require__(94070);
const MOST_BYTES = 100_000;
async function askReceiver({ url, headers, keyVariable, kind }, variable, { pool, signal, reasons = [] }) {
try {
const { status, text, ...answer } = await (0, __import_1__.cv)(pool, {
url,
method: 'POST',
body: '{}',
headers: { 'content-type': 'application/json', ...headers },
...(signal && { signal }),
maxBytes: MOST_BYTES,
});
const retryAfter = String(answer.headers['retry-after'] ?? '');
if (status < 300 && (0, __import_3__.l)(kind, text))
return refusalOfAnswer(status, text, variable, kind);
if (kind === 'telegram' && (status === 400 || status === 403))
return noChat(status, text);
const isAboutKey = status === 401 || status === 403;
const about = (isAboutKey && keyVariable) || variable;
const refusal = refusalOfStatus(status, text, about, retryAfter);
if (refusal)
return refusal;
return reasons.length > 0 && reasons.every((reason) => PASSING.includes(reason))
? refusalOfReason(reasons, variable)
: refusalOfContent(status, text, variable);
}
catch (error) {
return refusalOfConnection(error, variable);
}
}
const PASSING = ['authError', 'rateLimited', 'serverError'];
const describe = (status, text) => `It answers ${status}${text.trim() === '' ? '' : ` (${(0, __import_2__.Jj)((0, __import_2__.TN)(text), 200)})`}`;
const noChat = (status, text) => ({
why: `${describe(status, text)}: the bot cannot write to this chat.`,
next: 'Add the bot to the chat, or correct `alerts.notify.telegram.chat_id` and deploy again.',
});
const refusalOfAnswer = (status, text, variable, kind) => kind === 'slack'
? {
why: `${describe(status, text)}, but not \`ok\` as Slack does: the message was not accepted.`,
next: `Store the URL of an incoming webhook of Slack as ${variable}. For another program, use \`alerts.notify.webhook\`.`,
}
: {
why: `${describe(status, text)}: it does not count this as ${kind === 'heartbeat' ? 'a ping' : 'a message'}.`,
next: `Check ${variable} at the receiver: what it is the address of may have been deleted, limited, or be of another program.`,
};
function refusalOfStatus(status, text, variable, retryAfter = '') {
const answer = describe(status, text);
if (status === 401 || status === 403)
return {
why: `${answer}: it does not accept the address or the key, which may have been revoked.`,
next: `Create a new one at the receiver, store it as ${variable}, and deploy again.`,
};
if (status === 404 || status === 410)
return {
why: `${answer}: the channel or the webhook does not exist, or was removed.`,
next: `Create it again at the receiver, store its address as ${variable}, and deploy again.`,
};
if (status === 429)
return {
why: `${answer}: it limits the number of messages.${retryAfterText(retryAfter)}`,
next: 'Wait until the limit has passed and verify again. If it happens often, send fewer alerts there (`severities`), or ask the provider for a higher limit.',
};
if (status >= 500)
return {
why: `${answer}: the server of the receiver fails.`,
next: 'Look at the status page of the provider, and verify again when it works. Add a second receiver to `alerts.notify`, so that one outage does not silence all alerts.',
};
if (status >= 300 && status < 400)
return {
why: `${answer}: a redirect, which is not followed.`,
next: `Store the address that it leads to as ${variable}, and deploy again.`,
};
return undefined;
}
const retryAfterText = (value) => {
if (value === '')
return '';
return ` It asks to wait ${/^\d+$/.test(value) ? `${value} s` : `until ${(0, __import_2__.Jj)((0, __import_2__.TN)(value), 40)}`} (\`Retry-After\`).`;
};
function refusalOfContent(status, text, variable) {
if (status === 413)
return {
why: `${describe(status, text)}: a message is too large for it.`,
next: 'Raise the limit for the body of a request at the receiver, or at the proxy in front of it.',
};
const isAccepted = status < 300;
const log = `Its answer to them is in the log of the monitoring app (\`flyctl logs\`).`;
return {
why: isAccepted
? `It accepts an empty message from this run (${status}), but it refused the messages of the Alertmanager: they may be too large (413) or of a form that it does not accept (400), or it works again.`
: `${describe(status, text)} to an empty message from this run: it may not accept the form of the messages.`,
next: `Check that ${variable} is the address of a program that accepts these messages. ${log}${isAccepted ? ' If it works again, `deploy-monitoring drill` proves it.' : ''}`,
};
}
const DNS = /ENOTFOUND|EAI_AGAIN|getaddrinfo/;
const TLS = /CERT|certificate|SSL|TLS|ERR_TLS|self.signed|UNABLE_TO_VERIFY/i;
const SILENT = /Timeout|ETIMEDOUT/i;
const UNFINISHED = /BrokenAnswer|UnwantedAnswer/;
const sentence = (error) => `${(0, __import_2__.Jj)((0, __import_2__.TN)((0, __import_0__.bD)(error)), 200).replace(/[\s.:]{1,9}$/, '')}.`;
function refusalOfConnection(error, variable) {
const { code = '', name = '', cause } = error;
const text = `${code} ${cause?.code ?? ''} ${name} ${(0, __import_0__.bD)(error)}`;
if (DNS.test(text))
return {
why: 'The host in its address has no DNS entry.',
next: `Correct the address in ${variable}, and deploy again.`,
};
if (UNFINISHED.test(name))
return {
why: `It begins to answer, and does not end as it should: ${sentence(error)}`,
next: `Look at the server of the receiver: it may be overloaded, or ${variable} is not its address.`,
};
if (TLS.test(text))
return {
why: `The TLS connection to it fails: ${sentence(error)}`,
next: `Give it a certificate that is valid for its host, or correct the address in ${variable}.`,
};
if (SILENT.test(text))
return {
why: 'It does not answer within 10 s.',
next: `Look at the server of the receiver: it hangs, or a firewall drops what is sent to it. Verify again when it answers, or correct the address in ${variable}.`,
};
return {
why: `There is no connection to it: ${sentence(error)}`,
next: `Check that the receiver is running and that the address in ${variable} is right.`,
};
}
function refusalOfReason(reasons, variable) {
if (reasons.includes('authError'))
return refusalOfStatus(401, '', variable);
if (reasons.includes('rateLimited'))
return refusalOfStatus(429, '', variable);
if (reasons.includes('clientError'))
return {
why: 'It refuses them with a status of 4xx: most likely the address or the key is wrong.',
next: `Check ${variable} at the receiver, and deploy again. The log of the monitoring app has the answer (\`flyctl logs\`).`,
};
if (reasons.includes('serverError'))
return {
why: 'Its server fails (a status of 5xx).',
next: 'Look at the status page of the provider, and verify again when it works.',
};
return {
why: 'The Alertmanager does not say why, and this run cannot ask the receiver itself.',
next: `Check ${variable} at the receiver. The log of the monitoring app has the answer (\`flyctl logs\`).`,
};
}
}),
62924: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
o: () => (endsOf)
});
var __import_0__ = __webpack_require__(91060);
function endsOf(node, inherited, rules) {
const own = rules.read(node, inherited);
const found = [];
for (const child of (0, __import_0__.Qv)(node.routes)) {
if (!rules.matches(child))
continue;
found.push(...endsOf(child, own, rules));
if (child.continue !== true)
break;
}
return found.length > 0 ? found : [own];
}
}),
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
285: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
bs: () => (waitUntilReady),
qE: () => (noAnswer),
se: () => (createPatience)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(98195);
const PATIENCE = {
'prometheus-unauthorized': 5_000,
'prometheus-not-prometheus': 10_000,
'prometheus-agent': 10_000,
'prometheus-not-agent': 10_000,
'prometheus-forbidden': 10_000,
'prometheus-odd-answer': 0,
'fly-metrics-unauthorized': 0,
'fly-metrics-forbidden': 0,
'prometheus-several-servers': 0,
'prometheus-tls': 5_000,
'prometheus-dns': 60_000,
'proxy-gateway': 60_000,
'proxy-unreachable': 10_000,
'proxy-refused': 5_000,
};
async function waitUntilReady(prometheus, limits) {
const hopeless = createPatience();
let obstacle = unreached([]);
return (0, __import_1__.wt)(async () => {
try {
if (!(await prometheus.ready())) {
obstacle = unreached([NOT_READY]);
return { done: false, value: obstacle, waitsFor: 'Prometheus, which is not ready yet' };
}
return { done: true, value: { kind: 'reached', verifyStart: await prometheus.now() } };
}
catch (error) {
if (!(error instanceof __import_0__.lZ))
throw error;
if (error.problems[0]?.code !== 'prometheus-cancelled')
obstacle = unreached(error.problems);
return { done: hopeless(error), value: obstacle, waitsFor: `Prometheus: ${(0, __import_0__.bD)(error)}` };
}
}, limits);
}
const NOT_READY = {
code: 'prometheus-not-ready',
severity: 'error',
message: 'Prometheus did not become ready in time.',
hint: 'It is still replaying its write-ahead log, or it cannot start: read `flyctl logs` of the monitoring app. A machine with too little memory may be killed repeatedly.',
};
const noAnswer = (url, { since, until }) => ({
code: 'prometheus-timeout',
severity: 'error',
message: `Prometheus at ${url} did not answer between ${since} and ${until}.`,
hint: 'Check `prometheus-url`. The machine may be overloaded, hang or restart repeatedly: see `flyctl checks list` and `flyctl logs` of the monitoring app.',
});
const unreached = (problems) => ({ kind: 'unreached', problems });
const GONE_MS = 30_000;
function createPatience() {
const since = new Map();
return (error) => {
const code = error.problems[0]?.code ?? '';
const limit = PATIENCE[code];
if (limit === undefined)
return false;
const now = Date.now();
const known = since.get(code);
const first = known && now - known.last < GONE_MS ? known.first : now;
since.set(code, { first, last: now });
return now - first >= limit;
};
}
})
};

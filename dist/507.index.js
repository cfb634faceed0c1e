export const id = 507;
export const ids = [507, 938, 9780];
export const modules = {
10938: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
notComparable: () => (notComparable),
Q: () => (plannedFly),
plannedMonitoring: () => (plannedMonitoring)
});
var monitoring_app = __webpack_require__(56517);
var lib_text = __webpack_require__(94869);
var fly_state = __webpack_require__(71541);
var diff_lines = __webpack_require__(29207);
var rule_file = __webpack_require__(40048);
var json_value = __webpack_require__(91060);
;
function rulesIn(text) {
return rulesOrNone(text).flatMap(({ rule }) => {
const kind = rule.alert === undefined ? 'record' : 'alert';
const name = (0, json_value.tB)(rule[kind]);
const { labels = {}, annotations = {} } = rule;
const expr = String(rule.expr ?? '').trim();
return name === '' ? [] : [{ kind, name, expr, for: (0, json_value.tB)(rule.for) || '0s', labels, annotations }];
});
}
function rulesOrNone(text) {
try {
return (0, rule_file.u)(text);
}
catch {
return [];
}
}
function ruleChanges(before, after) {
const [old, fresh] = [byKey(before), byKey(after)];
const keys = [...new Set([...old.keys(), ...fresh.keys()])];
return keys.flatMap((key) => {
const [was, is] = [old.get(key), fresh.get(key)];
if (was && is && (0, json_value.dj)(was) === (0, json_value.dj)(is))
return [];
return [{ ...(was && { before: was }), ...(is && { after: is }) }];
});
}
function byKey(rules) {
const found = new Map();
for (const rule of rules) {
const service = (0, json_value.OW)(rule.labels) ? (0, json_value.tB)(rule.labels.service) : '';
const key = JSON.stringify([rule.kind, rule.name, service]);
let own = key;
for (let n = 2; found.has(own); n++)
own = `${key} ${n}`;
found.set(own, rule);
}
return found;
}
const ruleLines = (changes) => changes.flatMap(({ before, after }) => {
if (!before)
return after ? [(0, diff_lines.om)('+', ` ${titleOf(after)}: ${inOneLine(after.expr)}${forOf(after)}`)] : [];
if (!after)
return [(0, diff_lines.om)('-', ` ${titleOf(before)}`)];
return [
(0, diff_lines.om)('~', ` ${titleOf(after)}: ${differentParts(before, after)}`),
...exprLines(before, after),
];
});
const titleOf = ({ kind, name }) => `${kind} ${name}`;
const forOf = (rule) => (rule.kind === 'alert' ? ` for ${rule.for}` : '');
function differentParts(before, after) {
const parts = [
...(before.expr === after.expr ? [] : ['expr']),
...(before.for === after.for ? [] : [`for ${before.for} \u2192 ${after.for}`]),
...['labels', 'annotations'].filter((key) => (0, json_value.dj)(before[key]) !== (0, json_value.dj)(after[key])),
];
return parts.join(', ');
}
const exprLines = (before, after) => before.expr === after.expr
? []
: [(0, diff_lines.om)('-', `   ${inOneLine(before.expr)}`), (0, diff_lines.om)('+', `   ${inOneLine(after.expr)}`)];
const inOneLine = (expr) => expr.replace(/\s+/g, ' ');
;
function diffFiles(deployed, { files }, isOurs) {
if (!deployed)
return { rules: [], details: [NOT_REPORTED] };
const rules = ruleChanges(deployedRules(deployed), files.filter(monitoring_app.n$).flatMap(rulesOf));
if (!isOurs)
return { rules, details: [NOT_OURS] };
const known = new Map(deployed.map((file) => [file.guestPath, file]));
const texts = files.flatMap((file) => fileDetail(file, known.get(file.guestPath)));
return { rules, details: [...detail('rules', ruleLines(rules)), ...texts] };
}
const unknown = (why) => ({ title: 'files', lines: [`~ not compared: ${why}`] });
const NOT_REPORTED = unknown('Fly does not report the texts of the deployed files');
const NOT_OURS = unknown('this action did not write the deployed files');
function newFiles({ files }) {
const rules = ruleChanges([], files.filter(monitoring_app.n$).flatMap(rulesOf));
const lines = files.map(({ guestPath, content }) => `+ ${guestPath}, ${content.split('\n').length - 1} lines`);
return { rules, details: [{ title: 'files', lines }, ...detail('rules', ruleLines(rules))] };
}
const rulesOf = ({ content }) => rulesIn(content);
const deployedRules = (deployed) => deployed.flatMap(({ guestPath, text }) => text !== undefined && /rules.*\.ya?ml$/.test(guestPath) ? rulesIn(text) : []);
function fileDetail({ guestPath, content }, old) {
if (!old)
return [{ title: guestPath, lines: (0, diff_lines.gf)('', content) }];
if (old.text === undefined)
return [{ title: guestPath, lines: ['~ Fly does not report its deployed text'] }];
return old.text === content ? [] : [{ title: guestPath, lines: (0, diff_lines.gf)(old.text, content) }];
}
const detail = (title, lines) => lines.length > 0 ? [{ title, lines }] : [];
var dist = __webpack_require__(3292);
var machine_size = __webpack_require__(6042);
var judge_machines = __webpack_require__(54222);
;
function machineDetails(machine, wanted) {
const lines = (0, diff_lines.gf)(currentSettings(machine, wanted).join('\n'), desiredSettings(wanted).join('\n'), 0);
const changed = lines.filter((line) => !line.startsWith('@@')).map((line) => line.replace(/^[-+]/, '$& '));
return changed.length > 0 ? [{ title: 'machine', lines: changed }] : [];
}
const newMachine = (wanted) => ({
title: 'machine',
lines: desiredSettings(wanted).map((line) => (0, diff_lines.om)('+', ` ${line}`)),
});
function desiredSettings(wanted) {
const toml = (0, dist.qg)(wanted.flyToml);
const { cmd } = (0, json_value.OW)(toml.experimental) ? toml.experimental : {};
const own = (0, json_value.OW)(toml.processes) ? (0, json_value.tB)(toml.processes[wanted.groups[0] ?? '']).split(' ') : [];
const command = Array.isArray(cmd) ? cmd.map(String) : own;
return [
...(wanted.image === undefined ? [] : [`image: ${wanted.image}`]),
...(0, json_value.Qv)(toml.vm).map(({ size, memory }) => `vm: ${(0, json_value.tB)(size)}, ${(0, json_value.tB)(memory).replace(/mb$/, ' MB')}`),
...(0, json_value.Qv)(toml.mounts).map((one) => `volume: ${(0, json_value.tB)(one.source)} at ${(0, json_value.tB)(one.destination)}`),
...command.map((flag) => `flag: ${flag}`),
...fileLines((0, json_value.Qv)(toml.files).map(({ guest_path, secret_name }) => ({
guestPath: (0, json_value.tB)(guest_path),
...(typeof secret_name === 'string' && { secret: secret_name }),
}))),
];
}
function currentSettings(machine, wanted) {
const { guest, command, files, image, mounts } = machine;
const desired = desiredSettings(wanted);
const assumed = (known, prefix) => known === undefined ? desired.filter((line) => line.startsWith(prefix)) : [];
return [
...(wanted.image === undefined
? []
: [`image: ${(0, judge_machines.m2)(machine, wanted.image) ? wanted.image : image.ref}`]),
...(guest ? [`vm: ${(0, machine_size.TK)(guest)}, ${guest.memoryMb} MB`] : assumed(guest, 'vm: ')),
...mounts.map(({ name, path }) => `volume: ${name} at ${path}`),
...(command?.map((flag) => `flag: ${flag}`) ?? assumed(command, 'flag: ')),
...(files ? fileLines(files) : assumed(files, 'file: ')),
];
}
const fileLines = (files) => files
.map(({ guestPath, secret }) => `file: ${guestPath}${secret === undefined ? '' : ` from the secret ${secret}`}`)
.toSorted();
;
function plannedMonitoring(plan, unknown) {
const { wanted, state, changes } = plan;
const machine = firstMachine(plan);
const files = machine ? diffFiles(machine.files, wanted.app, (0, fly_state.qb)(machine)) : newFiles(wanted.app);
const settings = machine ? machineDetails(machine, wanted.app) : [newMachine(wanted.app)];
const details = [...settings, ...files.details];
const planned = changes.map((change) => {
if (change.action.kind === 'stage-secrets')
return plannedSecrets(change, plan, unknown);
if (change.action.kind === 'deploy')
return plannedDeploy(change, plan, { unknown, details });
return plannedFly(change);
});
const restarts = machine && planned.some(({ kind, certain }) => kind === 'machine' && certain);
const downtime = (0, fly_state.EG)(wanted.app)
? ALL_SHARDS
: state && state.machines.length > 1
? ONE_AFTER_ANOTHER
: RESTART;
return { changes: planned, rules: files.rules, ...(restarts && { downtime }) };
}
const RESTART = 'Prometheus restarts once (one machine, one volume): while its machine restarts, nothing is scraped and no alert fires; its data is kept. ' +
'Prometheus itself was ready 0.4 to 3 s after its start in measurements; the time that Fly needs is added to that.';
const ONE_AFTER_ANOTHER = 'Prometheus restarts on one replica after another: the next one only once the one before scrapes what it scrapes, so that alerts fire and samples are kept meanwhile.';
const ALL_SHARDS = 'Prometheus restarts on all shards at the same time: while its machine restarts, the targets of a shard are not scraped. What it has scraped by then is sent to the store before it stops.';
const firstMachine = ({ wanted, state }) => state?.machines.find(({ processGroup }) => processGroup === wanted.app.groups[0]) ?? state?.machines[0];
function plannedFly({ subject, what, reason, action }) {
const { effect, kind } = KINDS[action.kind];
return {
...{ platform: 'Fly', effect, kind, subject },
...{ what: (0, lib_text.TN)(what, 200), reason: (0, lib_text.TN)(reason, 300) },
...{ routine: false, certain: true, details: [] },
};
}
const notComparable = (subject, why) => ({
...{ platform: 'Fly', effect: 'change', kind: 'app', subject, what: 'deploy' },
...{ reason: (0, lib_text.TN)(why, 500), routine: false, certain: false, details: [] },
});
const KINDS = {
'create-app': { effect: 'add', kind: 'app' },
'create-volume': { effect: 'add', kind: 'volume' },
'extend-volume': { effect: 'change', kind: 'volume' },
'remove-volume': { effect: 'remove', kind: 'volume' },
'add-machine': { effect: 'add', kind: 'machine' },
'remove-machine': { effect: 'remove', kind: 'machine' },
'start-machines': { effect: 'change', kind: 'machine' },
deploy: { effect: 'change', kind: 'machine' },
'roll-back': { effect: 'change', kind: 'machine' },
'allocate-address': { effect: 'add', kind: 'address' },
'release-address': { effect: 'remove', kind: 'address' },
'ensure-addresses': { effect: 'add', kind: 'address' },
'stage-secrets': { effect: 'change', kind: 'secrets' },
'destroy-app': { effect: 'remove', kind: 'app' },
};
function plannedSecrets(change, { wanted, state }, unknown) {
const names = wanted.app.secrets.map(({ name }) => name);
const set = state?.secrets;
const unset = names.filter((name) => !set?.some((one) => one.name === name));
const byHand = state ? (0, fly_state.z2)(wanted, state) : [];
const rest = names.filter((name) => !unset.includes(name) && !byHand.includes(name));
const lines = [
...unset.map((name) => `+ ${name}`),
...byHand.map((name) => `~ ${name}: changed at Fly since the last deploy`),
...(unset.length + byHand.length === 0 ? [`~ one or more of ${(0, lib_text.p_)(rest)}`] : []),
];
const certain = unknown.length === 0 || unset.length > 0 || byHand.length > 0;
return {
...plannedFly(change),
effect: set ? 'change' : 'add',
what: `set ${names.length === 1 ? 'a secret' : 'secrets'}`,
certain,
...(!certain && { reason: notGiven(unknown) }),
details: [{ title: 'secrets', lines }],
};
}
function plannedDeploy(change, plan, { unknown, details }) {
const { wanted, state, changes } = plan;
const machine = firstMachine(plan);
const planned = plannedFly(change);
const machines = (0, fly_state.EG)(wanted.app)
? `${wanted.app.groups.length} shards, one machine each`
: 'one machine';
if (!machine)
return { ...planned, effect: 'add', what: `deploy Prometheus: ${machines}`, details };
const isPart = change.action.kind === 'deploy' && (change.action.machine ?? change.action.groups);
const what = isPart ? planned.what : 'deploy: replace the machine';
const recorded = machine.env[fly_state.Wl.digest];
const isOnlyDigest = recorded !== undefined && recorded !== wanted.app.digest && details.length === 0;
if (!isOnlyDigest)
return { ...planned, what, details: [...details, ...unused({ wanted, state })] };
if (unknown.length > 0)
return { ...planned, what, certain: false, reason: notGiven(unknown) };
const isSecret = changes.some(({ action }) => action.kind === 'stage-secrets');
return { ...planned, what, details: [{ title: 'machine', lines: [isSecret ? ONLY_SECRETS : UNLISTED] }] };
}
function unused({ wanted, state }) {
const left = (state?.secrets ?? []).filter(({ name }) => (0, monitoring_app.xn)(name) && wanted.app.secrets.every((one) => one.name !== name));
const lines = left.map(({ name }) => `~ ${name} is set at Fly and was not given to this run: a deploy with the same inputs stops using it`);
return lines.length > 0 ? [{ title: 'secrets', lines }] : [];
}
const notGiven = (unknown) => `Not known: this run was not given ${(0, lib_text.p_)(unknown)}, so it cannot compare the values.`;
const ONLY_SECRETS = '~ no file and no setting differs: only the values of secrets, or the last deploy used another Fly token';
const UNLISTED = '~ no file differs: only settings that are not listed here, such as the health check, or the last deploy used another Fly token';
}),
89780: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
plannedGrafana: () => (plannedGrafana)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(81743);
var __import_3__ = __webpack_require__(95225);
var __import_2__ = __webpack_require__(29207);
const EFFECTS = { created: 'add', updated: 'change', removed: 'remove' };
const plannedGrafana = (plan) => (0, __import_1__.iZ)(plan).flatMap((object) => {
if ((0, __import_3__.X)(object))
return [planned(object)];
return object.state === 'failed' ? [unknownObject(object, object.problem)] : [];
});
const unknownObject = ({ kind, name }, { message }) => ({
...{ platform: 'Grafana', effect: 'change', kind, subject: (0, __import_0__.TN)(name, 200), what: `write the ${kind}` },
...{ reason: (0, __import_0__.TN)(message, 500), routine: kind === 'annotation', certain: false, details: [] },
});
function planned({ object, becomes, what, reason, diff, action }) {
return {
platform: 'Grafana',
effect: EFFECTS[becomes],
kind: object.kind,
subject: (0, __import_0__.TN)(object.name, 200),
what,
reason: asSentence((0, __import_0__.TN)(reason, 300)),
routine: action.kind === 'annotate',
certain: true,
details: diff ? [{ title: object.kind, lines: (0, __import_2__.UV)(diff.split('\n')) }] : [],
};
}
const asSentence = (text) => `${(0, __import_0__.Iu)(text)}${text.endsWith('.') ? '' : '.'}`;
}),
29207: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UV: () => (firstLines),
gf: () => (lineDiff),
om: () => (safeLine)
});
var __import_1__ = __webpack_require__(37291);
var __import_0__ = __webpack_require__(94869);
const CONTEXT = 2;
const MAX_LINES = 200;
const MAX_WIDTH = 400;
const MAX_INDENT = 60;
const TIMEOUT_MS = 1_000;
function lineDiff(before, after, context = CONTEXT) {
const options = { context, timeout: TIMEOUT_MS };
const patch = (0, __import_1__.YB)('', '', before, after, undefined, undefined, options);
if (!patch)
return ['~ too many differences to be shown line by line'];
const lines = patch.hunks.flatMap(({ newStart, lines }) => [
`@@ line ${newStart} @@`,
...lines
.filter((line) => !line.startsWith('\\'))
.map((line) => safeLine(line.slice(0, 1), line.slice(1))),
]);
return firstLines(lines);
}
function firstLines(lines) {
const more = lines.length - MAX_LINES;
return more > 0 ? [...lines.slice(0, MAX_LINES), `~ \u2026 and ${more} more lines`] : [...lines];
}
function safeLine(sign, text) {
const indent = /^ */.exec(text)?.[0].slice(0, MAX_INDENT) ?? '';
return `${sign}${indent}${(0, __import_0__.TN)(withoutCredentials(text), MAX_WIDTH)}`;
}
const CREDENTIAL = /^(\s*(?:- )?["']?[\w.-]{0,100}(?:password|passwd|secret|token|credentials|api_?key|(?:routing|service|user)_key)["']?\s{0,9}[:=]\s{0,9})\S.*$/is;
const withoutCredentials = (line) => line.replace(CREDENTIAL, '$1***').replace(/:\/\/[^\s/@]{1,500}@/g, '://***@');
}),
70507: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
compare: () => (compare)
});
var sources_project = __webpack_require__(14339);
var desired_desired = __webpack_require__(62955);
var errors = __webpack_require__(61469);
var http = __webpack_require__(69874);
var workspace = __webpack_require__(40493);
var client = __webpack_require__(94274);
var prometheus_access = __webpack_require__(39768);
var parse = __webpack_require__(95989);
var concurrency = __webpack_require__(18867);
var duration = __webpack_require__(39386);
var lib_text = __webpack_require__(94869);
var prometheus = __webpack_require__(10980);
;
function firingOf(series, { forSeconds, step, end }) {
const spans = series.flatMap((times) => activeSpans(times, step));
const firing = spans.filter(({ from, to }) => to - from >= forSeconds);
return {
fired: firing.length,
seconds: firing.reduce((sum, { from, to }) => sum + (to - from) - forSeconds, 0),
now: firing.some(({ to }) => end - to <= step),
};
}
function activeSpans(times, step) {
const spans = [];
for (const time of times) {
const last = spans.at(-1);
if (last && time - last.to <= step * 1.5)
last.to = time;
else
spans.push({ from: time, to: time });
}
return spans;
}
;
const BACKTEST_DAYS = 7;
const STEP = 60;
const RANGE = `[${BACKTEST_DAYS}d:${STEP}s]`;
const MOST_RULES = 20;
const MOST_SAMPLES = 200_000;
const AT_ONCE = 2;
const UNSAID = 0.2;
async function backtest({ rules, prometheus, signal }) {
const recorded = new Set(rules.flatMap(({ after }) => (after?.kind === 'record' ? [after.name] : [])));
const at = await prometheus.now();
const asked = async (promql) => (await prometheus.query(promql, at)).result;
const coverage = new Map();
const days = (metric) => {
const known = coverage.get(metric) ?? daysOfData(metric, asked);
coverage.set(metric, known);
return known;
};
return (0, concurrency.X)(testable(rules).slice(0, MOST_RULES), AT_ONCE, async ({ rule, change }) => {
const result = { alert: (0, lib_text.TN)(rule.name, 200), change };
const unrecorded = metricsOf(rule).filter((metric) => recorded.has(metric));
if (unrecorded.length > 0)
return { ...result, note: unknownSeries(unrecorded) };
try {
signal.throwIfAborted();
return { ...result, ...(await tryRule(rule, { asked, days, at })) };
}
catch (error) {
return { ...result, note: reasonOf(error, signal) };
}
});
}
function testable(rules) {
return rules.flatMap(({ before, after }) => {
if (after?.kind !== 'alert')
return [];
if (!before)
return [{ rule: after, change: 'new' }];
const isSame = before.expr === after.expr && before.for === after.for;
return isSame ? [] : [{ rule: after, change: 'changed' }];
});
}
async function tryRule(rule, { asked, days, at }) {
const activity = `((${rule.expr}\n) and on () count(up))${RANGE}`;
const samples = numberIn(await asked(`sum(count_over_time(${activity}))`));
if (samples > MOST_SAMPLES)
return { note: `Not tried: too many results to be counted, ${samples} in ${BACKTEST_DAYS} days.` };
const coverage = await coverageOf(rule, days);
const missing = coverage.filter((one) => one.days === 0).map(({ metric }) => metric);
const without = `there is no data of ${(0, lib_text.H$)(missing)} in the last ${BACKTEST_DAYS} days`;
if (samples === 0 && missing.length === coverage.length)
return { note: `Not known: ${without}.` };
const forSeconds = ((0, duration.E)(rule.for) ?? 0) / 1000;
if (forSeconds > 0 && forSeconds >= daysKnown(coverage) * 86_400)
return {
note: `Not known: \`for\` is ${rule.for}, and there is data of the last ${periodOf(coverage)} only.`,
};
const known = { period: periodOf(coverage), note: missing.length > 0 ? without : '' };
if (samples === 0)
return { fired: 0, firingSeconds: 0, firingNow: false, ...known };
const result = await asked(activity);
const series = result.resultType === 'matrix' ? result.result.map(({ values }) => values.map(([t]) => t)) : [];
const { fired, seconds, now } = firingOf(series, { forSeconds, step: STEP, end: at / 1000 });
return { fired, firingSeconds: Math.round(seconds), firingNow: now, ...known };
}
function metricsOf({ expr }) {
const names = (0, parse.v)(expr).selectors.flatMap(({ metric, within }) => {
const isAbsence = within.some(({ name }) => name.startsWith('absent'));
return metric === undefined || isAbsence ? [] : [metric];
});
return [...new Set(names)];
}
const MOST_METRICS = 4;
async function coverageOf(rule, days) {
const names = metricsOf(rule).slice(0, MOST_METRICS);
return Promise.all((names.length > 0 ? names : ['up']).map(async (metric) => ({ metric, days: await days(metric) })));
}
const daysKnown = (coverage) => Math.min(...coverage.map(({ days }) => days).filter((days) => days > 0), BACKTEST_DAYS);
function periodOf(coverage) {
const least = daysKnown(coverage);
return least >= BACKTEST_DAYS - UNSAID ? `${BACKTEST_DAYS} days` : durationOf(least);
}
function durationOf(days) {
if (days >= 1.5)
return (0, lib_text.U9)(Math.round(days), 'day');
return days >= 1 / 24
? (0, lib_text.U9)(Math.round(days * 24), 'hour')
: (0, lib_text.U9)(Math.max(1, Math.round(days * 1440)), 'minute');
}
async function daysOfData(metric, asked) {
const now = `min(timestamp({__name__=${JSON.stringify(metric)}}))`;
const first = `(min_over_time((${now})[${BACKTEST_DAYS}d:5m]) or ${now})`;
return numberIn(await asked(`time() - ${first}`)) / 86_400;
}
const numberIn = (result) => Number((0, prometheus.Tk)({ result })[0]?.value?.[1] ?? 0);
const unknownSeries = (names) => `Not tried: it reads ${(0, lib_text.p_)(names)}, which only the new rules record.`;
function reasonOf(error, signal) {
if (signal.aborted)
return 'Not tried: the time for the backtest was over.';
if (!(error instanceof errors.lZ))
throw error;
return `Not tried: ${(0, lib_text.TN)(error.problems[0]?.message ?? error.message, 200)}`;
}
var fly_state = __webpack_require__(71541);
;
const BACKTEST_MS = 60_000;
const QUERY_MS = 25_000;
async function backtestAlerts({ rules, desired, inputs, plan }, { pool, signal }) {
const alerts = testable(rules).length;
if (alerts === 0)
return { backtest: [] };
const obstacle = obstacleOf(plan, inputs);
if (obstacle !== undefined)
return { backtest: [], backtestNote: obstacle };
const until = AbortSignal.any([signal, AbortSignal.timeout(BACKTEST_MS)]);
const prometheus = (0, client.h)({
url: desired.prometheusUrl,
credentials: (0, prometheus_access.Dh)(desired.monitoring.password),
...{ pool, signal: until, timeoutMs: QUERY_MS },
});
try {
const tried = await backtest({ rules, prometheus, signal: until });
const more = alerts - tried.length;
return {
backtest: tried,
...(more > 0 && { backtestNote: `\u2026 and ${more} more alerts were not tried: ${MOST_RULES} at most.` }),
};
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { backtest: [], backtestNote: `${error.problems[0]?.message}` };
}
}
function obstacleOf({ state, wanted }, { prometheusUrl }) {
const [machine] = state?.machines ?? [];
if (!machine)
return 'there is no Prometheus yet.';
if (machine.state !== 'started')
return `the machine of Prometheus is ${machine.state}, and was not started for this.`;
if (wanted.app.access === 'private' && prometheusUrl === undefined)
return 'Prometheus has no public address, and a tunnel to it would create a WireGuard peer at Fly.';
return (0, fly_state.qb)(machine) ? undefined : 'this action did not deploy the Prometheus that runs.';
}
var build_context = __webpack_require__(35159);
var assets = __webpack_require__(43287);
var fly_engine = __webpack_require__(47817);
var replicas = __webpack_require__(10550);
var shards = __webpack_require__(30170);
var machine_size = __webpack_require__(6042);
var app = __webpack_require__(36391);
var fly = __webpack_require__(10938);
;
function plannedApp(order, exists) {
if (exists)
return (0, app.Bu)(order).map((change) => ({
...(0, fly.Q)(change),
...{ kind: 'release', what: 'make a release', reason: 'Every deploy does.', routine: true },
}));
return (0, app.fe)(order).map((change) => {
const planned = (0, fly.Q)(change);
return change.action.kind === 'deploy'
? { ...planned, effect: 'add', what: 'deploy it for the first time', reason: 'It has no machine yet.' }
: planned;
});
}
;
const CPU = {
shared: { price: 2.19, includedGb: 0.25 },
performance: { price: 33, includedGb: 2 },
};
const MEMORY_GB = 6;
const VOLUME_GB = 0.15;
const REGIONS = {
...{ iad: 1, ewr: 1, ams: 1.0385, arn: 1.0385, yyz: 1.1154, lhr: 1.1346, cdg: 1.1346, fra: 1.1538 },
...{ sjc: 1.1923, lax: 1.1995, ord: 1.25, dfw: 1.25, sin: 1.2692, syd: 1.2692, jnb: 1.3029, nrt: 1.3077 },
gru: 1.6154,
};
function priceOf({ region, size, memoryMb, volumeGb }) {
const known = (0, machine_size._R)(size);
const factor = REGIONS[region];
if (!known || factor === undefined)
return undefined;
const { cpuKind, cpus } = known;
const { price, includedGb } = CPU[cpuKind];
const more = Math.max(0, memoryMb / 1024 - cpus * includedGb);
return { machine: (cpus * price + more * MEMORY_GB) * factor, volume: volumeGb * VOLUME_GB };
}
const dollars = (price) => `$${price.toFixed(2)}`;
const totalOf = ({ machine, volume }) => dollars(machine + volume);
function monthlyPrice(wanted, current) {
const price = priceOf(wanted);
if (!price)
return undefined;
const { size, memoryMb, region, volumeGb } = wanted;
const now = current && priceOf(current);
const change = now && totalOf(now) !== totalOf(price) ? `, now ${totalOf(now)}` : '';
return `about ${totalOf(price)} for 30 days${change}: machine ${size} with ${memoryMb} MB in ${region} ${dollars(price.machine)}, volume of ${volumeGb} GB ${dollars(price.volume)}; without traffic and snapshots (list prices of fly.io/docs/about/pricing, read on 2026-11-27)`;
}
;
const TARGETS_PER_SHARED_CPU = 600;
const SHARED_CPUS_PER_CORE = 16;
const TARGETS_PER_512_MB = 2_000;
const MEASURED_INTERVAL_MS = 15_000;
const LARGER = [
...[1, 2, 4, 8].map((cpus) => ({ cpuKind: 'shared', cpus })),
...[1, 2].map((cpus) => ({ cpuKind: 'performance', cpus })),
];
const MOST_SHARDS = 16;
const SHARE = 1.1;
const cpuLimit = ({ cpuKind, cpus }) => TARGETS_PER_SHARED_CPU * cpus * (cpuKind === 'performance' ? SHARED_CPUS_PER_CORE : 1);
const memoryLimit = (memoryMb) => Math.floor((memoryMb / 512) * TARGETS_PER_512_MB);
function tooSmall(monitoring, load) {
const { vm, shards } = monitoring;
const size = (0, machine_size._R)(vm.size);
if (!size)
return [];
const [cpu, memory] = [cpuLimit(size), memoryLimit(vm.memory_mb)];
const [targets, asMeasured] = [load.targets / shards, load.asMeasured / shards];
if (asMeasured <= cpu && targets <= memory)
return [];
const what = asMeasured > cpu
? `its CPU ends at about ${cpu} with a scrape every 15s, and these are as many as ${Math.round(asMeasured)} of them`
: `its memory ends at about ${memory}`;
const each = shards === 1 ? '' : `, about ${Math.round(targets)} for each of ${shards} shards`;
return [
{
code: 'fly-monitoring-small',
severity: 'warning',
message: `Prometheus has at least ${load.targets} targets${each}, and a machine of size ${vm.size} with ${vm.memory_mb} MB is too small for them: ${what} (measured with 100 series for each target).`,
hint: `${largeEnough(load, monitoring)} Scrapes that take less: a longer \`scrape_interval\` of services that change slowly, and \`drop\` for series that no one looks at.`,
},
];
}
function largeEnough(load, monitoring) {
const { app, engine, vm } = monitoring;
const larger = largerMachine(load);
const current = (0, machine_size._R)(vm.size);
const sharded = current && shardsFor(load, current, vm.memory_mb);
if (engine === 'agent' && sharded !== undefined)
return `Set \`monitoring.shards: ${sharded}\`: each machine then has about ${Math.round(load.targets / sharded)} targets.${larger ? ` Or a larger machine: \`monitoring.vm: ${larger}\` and one shard.` : ''}`;
if (larger)
return `Set \`monitoring.vm: ${larger}\`${engine === 'agent' ? ' and `monitoring.shards: 1`' : ''}.`;
const many = mostShards(load);
const several = `divide the services between several monitoring apps like ${app}, each with a configuration of its own.`;
if (!many)
return `No machine of Fly is large enough: ${several}`;
return `No machine of Fly is large enough for one Prometheus: set \`monitoring: { engine: agent, shards: ${many.shards}, vm: ${many.vm} }\`, with a store in \`remote_write\`; or ${several}`;
}
function shardsFor({ targets, asMeasured }, size, memoryMb) {
const shards = Math.ceil(SHARE * Math.max(asMeasured / cpuLimit(size), targets / memoryLimit(memoryMb)));
return shards <= MOST_SHARDS ? shards : undefined;
}
function mostShards(load) {
for (const size of LARGER) {
const share = { targets: load.targets / MOST_SHARDS, asMeasured: load.asMeasured / MOST_SHARDS };
const memoryMb = memoryFor({ ...share, targets: share.targets * SHARE }, size);
const shards = shardsFor(load, size, memoryMb);
if (shards !== undefined)
return { shards, vm: vmOf(size, memoryMb) };
}
return undefined;
}
function largerMachine(load) {
const found = LARGER.find((size) => cpuLimit(size) >= load.asMeasured);
return found && vmOf(found, memoryFor(load, found));
}
function memoryFor({ targets }, size) {
const memoryMb = Math.max(512, Math.ceil(((targets / TARGETS_PER_512_MB) * 512 * 1.25) / 256) * 256);
const { least, most } = (0, machine_size.DE)(size);
return Math.min(Math.max(memoryMb, least), most);
}
const vmOf = (size, memoryMb) => `{ size: ${(0, machine_size.TK)(size)}, memory_mb: ${memoryMb} }`;
var observe = __webpack_require__(51104);
var fly_plan = __webpack_require__(36809);
var refusals = __webpack_require__(13439);
var expect = __webpack_require__(87272);
var scrape_options = __webpack_require__(73016);
;
function scrapeLoad({ services, monitoring }, machines) {
const load = { targets: 0, asMeasured: 0 };
for (const service of services) {
const interval = (0, duration.E)((0, scrape_options.nZ)(service, monitoring).interval) ?? MEASURED_INTERVAL_MS;
const targets = machines(service);
load.targets += targets;
load.asMeasured += (targets * MEASURED_INTERVAL_MS) / interval;
}
return load;
}
var service_machine = __webpack_require__(15065);
;
async function compareFly({ config }, desired, { fly, missing }) {
const deployed = desired.orders.filter(({ app }) => app.deploy);
if ((0, fly_engine.kk)(config.monitoring))
return compareMainApps(deployed, fly);
const order = await (0, build_context.$)(desired.monitoring, (0, assets.assetPath)('templates'));
const [plan, apps] = await Promise.all([
(0, fly_plan.w)(order, fly),
Promise.all(deployed.map((one) => compareApp(one, fly))),
]);
const isUnread = plan.problems.length > 0 && plan.state === undefined;
if (isUnread)
return { ...NOTHING, problems: plan.problems.map(asWarning) };
const { notComparable, plannedMonitoring } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 10938));
const { changes, ...found } = plannedMonitoring(plan, missing);
const [obstacle] = plan.problems;
const price = priceOfMonitoring(config, plan);
return {
...found,
isRead: true,
plan,
changes: [
...changes,
...(obstacle
? [notComparable(desired.monitoring.app, `A deploy would stop: ${obstacle.message}`)]
: []),
...apps.flatMap((app) => app.changes),
],
problems: [
...[...plan.problems, ...plan.warnings, ...apps.flatMap((app) => app.problems)],
...tooSmall(config.monitoring, scrapeLoad(config, machinesOf(config, apps))),
],
...(price !== undefined && { price }),
};
}
const NOTHING = { isRead: false, plan: undefined, changes: [], rules: [] };
async function compareMainApps(deployed, fly) {
const apps = await Promise.all(deployed.map((one) => compareApp(one, fly)));
return {
...{ isRead: true, plan: undefined, rules: [] },
changes: apps.flatMap(({ changes }) => changes),
problems: apps.flatMap(({ problems }) => problems),
};
}
function priceOfMonitoring(config, plan) {
const regions = (0, replicas.C)(config.monitoring);
const prices = regions.flatMap((region) => priceIn(region, config, plan) ?? []);
if (prices.length < regions.length)
return undefined;
if ((0, shards.g)(config.monitoring))
return `${prices.length} shards, each of them: ${prices[0]}`;
return prices.length === 1
? prices[0]
: prices.map((price, i) => `replica ${i + 1} of ${prices.length}: ${price}`).join('; ');
}
function priceIn(region, { monitoring }, { wanted, state }) {
const { vm, volume } = monitoring;
const isHere = (one) => wanted.app.regions.length === 1 || one.region === region;
const machine = state?.machines.find(isHere);
const stored = state && (0, fly_state.v3)(wanted, state).find(isHere);
const current = machine?.guest &&
stored && {
...{ region: machine.region, size: (0, machine_size.TK)(machine.guest), memoryMb: machine.guest.memoryMb },
volumeGb: stored.sizeGb,
};
const volumeGb = Math.max(volume.size_gb, stored?.sizeGb ?? 0);
return monthlyPrice({ region, size: vm.size, memoryMb: vm.memory_mb, volumeGb }, current);
}
function machinesOf(config, apps) {
const byApp = Map.groupBy(apps.flatMap(({ machines }) => machines.map(service_machine.e)), ({ app }) => app);
const targets = Map.groupBy((0, expect.C)(config, byApp).targets, ({ service }) => service);
return ({ name }) => (targets.get(name) ?? []).filter(({ state }) => state === 'running').length;
}
async function compareApp(order, { flyctl }) {
const { app } = order.app;
try {
const machines = await (0, observe.nv)(app, flyctl);
return { changes: plannedApp(order, machines !== undefined), machines: machines ?? [], problems: [] };
}
catch (error) {
const problems = (0, refusals.GW)(await (0, refusals.sd)(error, app, flyctl));
const { notComparable } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 10938));
return {
changes: problems.map(({ message }) => notComparable(app, message)),
machines: [],
problems: problems.map(asWarning),
};
}
}
const asWarning = (problem) => ({ ...problem, severity: 'warning' });
var grafana_client = __webpack_require__(50912);
var credentials = __webpack_require__(93601);
var grafana_grafana = __webpack_require__(70194);
var diff_grafana = __webpack_require__(89780);
var diff = __webpack_require__(81743);
var outcome = __webpack_require__(95225);
var grafana_plan = __webpack_require__(29484);
;
async function compareGrafana(project, given, tools) {
const { grafana } = given;
const desired = (0, grafana_grafana.z0)(project, withPassword(given), {
commit: tools.commit,
secrets: new Map((0, credentials.rt)(project.config).map((name) => [name, NOT_GIVEN])),
});
if (!grafana || !desired)
return undefined;
try {
const client = (0, grafana_client.r)({ ...grafana, pool: tools.pool, signal: tools.signal });
const plan = await (0, grafana_plan._)(client, desired);
return { isRead: true, changes: (0, diff_grafana.plannedGrafana)(plan), problems: problemsIn(plan) };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { isRead: false, changes: [], problems: error.problems.map(asWarning) };
}
}
const NOT_GIVEN = 'not given';
const withPassword = (inputs) => inputs.flyToken === '' && inputs.prometheusPassword === undefined
? { ...inputs, prometheusPassword: NOT_GIVEN }
: inputs;
const DECIDED = new Set([
...['grafana-dashboard-clash', 'grafana-dashboard-duplicate', 'grafana-dashboard-v2'],
...['grafana-datasource-type', 'grafana-datasource-missing', 'grafana-receiver'],
]);
function problemsIn(plan) {
const found = (0, diff.iZ)(plan).flatMap((one) => (!(0, outcome.X)(one) && 'problem' in one ? [one.problem] : []));
return [...found, ...plan.warnings]
.filter(({ code }) => code !== 'grafana-not-tried')
.map((problem) => (problem.at || DECIDED.has(problem.code) ? problem : asWarning(problem)));
}
var fly_configurations = __webpack_require__(7264);
var receiver_kinds = __webpack_require__(38052);
var names = __webpack_require__(43636);
var read_scrape_secrets = __webpack_require__(47333);
;
const STAND_IN = 'https://not-given.invalid/';
function withStandIns(project, given, env) {
const scrapes = (0, read_scrape_secrets.u)(project, env).secrets;
const unset = (0, credentials.rt)(project.config).filter((variable) => !scrapes.has(variable));
const { notify } = project.config.alerts;
const receivers = notify ? (0, receiver_kinds.mO)(notify, given.receivers).map(({ secret }) => secret) : [];
const standIns = Object.fromEntries(receivers.map((secret) => [secret, STAND_IN]));
return {
inputs: { ...given, receivers: { ...given.receivers, ...standIns } },
scrapes: new Map([...scrapes, ...unset.map((variable) => [variable, STAND_IN])]),
missing: [...new Set([...unset, ...receivers.map(names.mT)])],
};
}
var session = __webpack_require__(30435);
;
async function compare(inputs, report, context) {
const project = readable(inputs, context);
if (!project) {
report.skipped.push(NOT_VALID);
return;
}
const signal = AbortSignal.any([context.signal, context.timeUp]);
const tools = { commit: context.env.GITHUB_SHA, pool: (0, http.b)(context.env), signal };
const [fly, grafana] = await Promise.all([
inputs.flyToken === '' ? undefined : flyPart(project, inputs, context, tools),
compareGrafana(project, inputs, tools),
]);
report.problems.push(...(fly?.comparison.problems ?? []), ...(grafana?.problems ?? []));
const isFlyRead = fly?.comparison.isRead === true;
report.skipped.push(...(fly && !isFlyRead ? [notRead('Fly', 'a Fly token that may read the apps')] : []), ...(grafana && !grafana.isRead
? [notRead('Grafana', 'a token of a service account of this Grafana')]
: []));
if (!isFlyRead && !grafana?.isRead)
return;
const { downtime, price, changes = [] } = fly?.comparison ?? {};
report.planned = {
compared: [...(isFlyRead ? ['Fly'] : []), ...(grafana?.isRead ? ['Grafana'] : [])],
changes: [...changes, ...(grafana?.changes ?? [])],
...(downtime !== undefined && { downtime }),
...(price !== undefined && { price }),
...(fly ? fly.tried : { backtest: [] }),
};
}
const notRead = (platform, set) => ({
part: `What deploy would change: ${platform}`,
why: `${platform} could not be read, as the warning says: nothing was compared with it.`,
set,
});
const NOT_VALID = {
part: 'What deploy would change',
why: 'The configuration has errors: nothing was compared.',
set: 'nothing: correct the errors',
};
function readable(inputs, { env }) {
try {
const { project, problems } = (0, sources_project.W)(inputs, (0, workspace.oS)(env));
return problems.some(({ severity }) => severity === 'error') ? undefined : project;
}
catch (error) {
if (error instanceof errors.lZ)
return undefined;
throw error;
}
}
const NOT_TRIED = { backtest: [] };
async function flyPart(project, given, context, tools) {
const { inputs, scrapes, missing } = withStandIns(project, given, context.env);
const { found } = (0, fly_configurations.bh)(project);
const desired = (0, desired_desired.I)(project, inputs, { commit: undefined, ...(0, fly_configurations.xA)(found), scrapes });
try {
const fly = await (0, session.i7)(inputs, context, { until: context.until, signal: tools.signal });
const comparison = await compareFly(project, desired, { fly, missing });
const { plan, rules } = comparison;
const tried = plan ? await backtestAlerts({ rules, desired, inputs, plan }, tools) : NOT_TRIED;
return { comparison, tried };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const problems = error.problems.map(asWarning);
return {
comparison: { isRead: false, plan: undefined, changes: [], rules: [], problems },
tried: NOT_TRIED,
};
}
}
}),
15065: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (serviceMachineOf)
});
function serviceMachineOf(machine) {
const { id, app, region, state, privateIp, processGroup, standby, checks, metrics, updatedAt } = machine;
return {
id,
app,
region,
state,
privateIp,
processGroup,
standby,
updatedAt,
...(metrics && { metrics }),
...(checks.length > 0 && { checksPass: checks.every((check) => check.status === 'passing') }),
};
}
}),
68497: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
L: () => (scrapeAddress),
Q: () => (hostPort)
});
var __import_0__ = __webpack_require__(77030);
function hostPort(host, port) {
const bare = host.replace(/^\[(.*)\]$/, '$1');
if (!(0, __import_0__.isIPv6)(bare))
return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`;
return URL.canParse(`http://[${bare}]`)
? `${new URL(`http://[${bare}]`).hostname}:${port}`
: `[${bare}]:${port}`;
}
const MAX_KNOWN = 10_000;
const known = new Map();
function scrapeAddress(url) {
const address = known.get(url) ?? readAddress(url);
if (known.size >= MAX_KNOWN)
known.clear();
known.set(url, address);
return address;
}
function readAddress(url) {
if (!URL.canParse(url))
return '';
const { protocol, hostname, port } = new URL(url);
return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}
}),
87272: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (expectTargets),
w: () => (hostOf)
});
var __import_0__ = __webpack_require__(93601);
var __import_3__ = __webpack_require__(62237);
var __import_2__ = __webpack_require__(36927);
var __import_1__ = __webpack_require__(68497);
const REMOVED = ['destroyed', 'destroying'];
const RUNNING = ['started', 'starting', 'replacing', 'restarting', 'updating'];
function expectTargets(config, machines) {
const { services } = config;
return {
targets: services.flatMap((service) => (0, __import_2__.dC)(service)
? hostsOf(service, machines).map((machine) => onMachine(service, machine))
: service.addresses.map((address) => atAddress(service, address))),
absent: services.filter(__import_2__.dC).filter((service) => hostsOf(service, machines).length === 0),
};
}
const hostOf = ({ machine, address }) => machine?.id ?? address;
function hostsOf(service, machines) {
return ((machines.get(service.app) ?? [])
.filter((machine) => !REMOVED.includes(machine.state))
.filter((machine) => !machine.processGroup.startsWith('fly_app_'))
.filter((machine) => service.process === undefined || machine.processGroup === service.process)
.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}
function onMachine(service, machine) {
const runs = RUNNING.includes(machine.state);
const mayStop = (service.may_stop || machine.standby === true) && machine.state !== 'failed';
return {
...endpoint(service),
machine,
address: (0, __import_1__.Q)(machine.privateIp, service.port),
state: runs ? 'running' : mayStop ? 'resting' : 'stopped',
};
}
function atAddress(service, address) {
const end = address.lastIndexOf(':');
return {
...endpoint(service),
machine: undefined,
address: (0, __import_1__.Q)(address.slice(0, end), Number(address.slice(end + 1))),
state: 'running',
};
}
const endpoint = (service) => ({
service: service.name,
app: (0, __import_2__.RX)(service),
path: service.path,
onlyAfterTraffic: isOnlyAfterTraffic(service),
credentials: (0, __import_0__.YN)(service),
});
function isOnlyAfterTraffic(service) {
const declared = (0, __import_3__.A)(service);
return declared.length > 0 && declared.every(({ expect }) => expect === 'after-traffic');
}
})
};

export const id = 6588;
export const ids = [6588];
export const modules = {
79419: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K: () => (claimApp),
o: () => (appExists)
});
var _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16359);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13439);
var _ensure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37975);
async function claimApp({ app, organization }, flyctl) {
const exists = () => appExists(app, flyctl);
try {
await (0, _ensure_js__WEBPACK_IMPORTED_MODULE_3__.D)({ act: () => _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__.Ef(flyctl, app, organization), isDone: exists }, flyctl);
return 'created';
}
catch (error) {
if ((0, _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__.up)(error, 'fly-token-too-narrow'))
throw cannotCreate(app, organization, error);
if ((0, _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__.up)(error, 'fly-app-taken') && (await exists()))
return 'found';
throw error;
}
}
const appExists = (app, flyctl) => _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__.Ov(flyctl, app).then(() => true, (error) => {
if ((0, _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__.up)(error, 'fly-app-missing'))
return false;
throw error;
});
function cannotCreate(app, organization, cause) {
return (0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('fly-token-cannot-create', `The Fly token cannot access an app ${app}, and it is not allowed to create one.`, `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}
}),
37975: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (ensure)
});
var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13439);
const PAUSES_MS = [500, 2_000, 5_000];
async function ensure({ act, isDone }, flyctl) {
for (let attempt = 0;; attempt++) {
try {
await act();
return;
}
catch (error) {
if (!(0, _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_0__.Ae)(error))
throw error;
if (await isDone())
return;
const pause = PAUSES_MS[attempt];
if (pause === undefined)
throw error;
await flyctl.pause(pause);
if (await isDone())
return;
}
}
}
}),
9592: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (runChanges),
b: () => (flyResult)
});
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13439);
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
const [problem] = (0, _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_1__.GW)(error);
if (!problem)
throw new Error(`a failure without a problem: ${(0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`);
outcomes.push({ change, seconds: seconds(), kind: 'failed', problem });
journal('failed', change.subject, change.what);
}
}
return outcomes;
}
const inProgress = (what) => what.replace(/^(\w+?)e?\b/, '$1ing');
}),
1907: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
runDestroy: () => (runDestroy)
});
var print = __webpack_require__(37219);
var terminal = __webpack_require__(34146);
var terminal_text = __webpack_require__(43651);
var changes = __webpack_require__(85630);
var commands = __webpack_require__(16359);
var errors = __webpack_require__(61469);
var refusals = __webpack_require__(13439);
var claim_app = __webpack_require__(79419);
var ensure = __webpack_require__(37975);
;
const PAUSES_MS = [500, 2_000, 5_000];
async function removeApp(app, flyctl) {
const isGone = async () => !(await (0, claim_app.o)(app, flyctl));
await (0, ensure.D)({ act: () => destroyOnce(app, flyctl), isDone: isGone }, flyctl);
for (const pause of PAUSES_MS) {
if (await isGone())
return;
await flyctl.pause(pause);
}
if (!(await isGone()))
throw (0, errors.sx)('fly-app-left', `flyctl has destroyed the app ${app}, but Fly still has it.`, `Run again in a minute. If it persists, destroy it manually: \`flyctl apps destroy ${app}\`.`);
}
async function destroyOnce(app, flyctl) {
try {
await commands.ei(flyctl, app);
}
catch (error) {
if ((0, refusals.up)(error, 'fly-token-too-narrow'))
throw tooNarrow(app, error);
if (!(0, refusals.up)(error, 'fly-app-missing'))
throw error;
}
}
const tooNarrow = (app, cause) => (0, errors.sx)('fly-token-cannot-destroy', `The Fly token is not allowed to destroy the app ${app}.`, `Use a token of the organization (\`flyctl tokens create org\`), or destroy the app manually: \`flyctl apps destroy ${app}\`.`, cause);
var run_changes = __webpack_require__(9592);
var concurrency = __webpack_require__(18867);
var carry_out = __webpack_require__(10472);
;
async function removeFromGrafana(plan, session) {
const remove = (objects, because) => (0, concurrency.X)(objects, 1, (object) => (0, carry_out.u)(session, object, because));
const inside = [...(await remove(plan.rules)), ...(await remove(plan.dashboards))];
const left = inside.find((one) => one.state === 'failed');
const folder = await remove(plan.folder, left && 'problem' in left ? left.problem : undefined);
return [...inside, ...folder, ...(await remove(plan.dataSource))];
}
var grafana_client = __webpack_require__(50912);
var configuration = __webpack_require__(36303);
var grafana = __webpack_require__(70194);
var http = __webpack_require__(69874);
var redact = __webpack_require__(67209);
var workspace = __webpack_require__(40493);
var monitoring_app = __webpack_require__(56517);
var actions = __webpack_require__(62127);
var observe = __webpack_require__(51104);
var state = __webpack_require__(71541);
;
async function observeContents(app, flyctl) {
const machines = await (0, observe.nv)(app, flyctl);
if (!machines)
return undefined;
const [volumes, secrets] = await Promise.all([commands.yi(flyctl, app), commands.AQ(flyctl, app)]);
return { machines, volumes, secrets };
}
function planRemoval(app, { machines, volumes, secrets }) {
const lost = [
...machines.map(({ id, region, state }) => `machine ${id} in ${region} (${state})`),
...volumes.map(({ id, name, region, sizeGb }) => `volume ${name} (${id}), ${sizeGb} GB in ${region}, with its data`),
...secrets.map(({ name }) => `secret ${name}`),
];
const diff = lost.map((one) => `- ${one}`).join('\n');
return (0, actions.Q)({ kind: 'destroy-app', app }, 'It was requested.', {
owner: 'ours',
...(diff !== '' && { diff }),
});
}
function notOurs(app, volumeName, contents) {
const { machines, volumes, secrets } = contents;
const isOurs = machines.length > 0
? machines.some(state.qb)
: volumes.every(({ name }) => name === volumeName) && secrets.every(({ name }) => (0, monitoring_app.xn)(name));
if (isOurs)
return undefined;
return {
code: 'destroy-not-ours',
severity: 'error',
message: `App ${app} exists, but it was not deployed by this action: ${machines.length > 0 ? 'its machines do not have the record of a deploy' : 'it has volumes or secrets that a deploy does not make'}. Nothing was removed.`,
hint: `Check \`monitoring.app\`. If this app is to be destroyed, do it manually: \`flyctl apps destroy ${app}\`.`,
};
}
var outcome = __webpack_require__(95225);
var removal = __webpack_require__(22573);
var session = __webpack_require__(20150);
;
const destroyWith = (consent) => async (inputs, report, context) => {
const { config, problems } = (0, configuration.Xg)(inputs, (0, workspace.oS)(context.env));
(0, configuration.MI)(problems);
const { app } = config.monitoring;
if (consent.yes !== undefined && consent.yes !== app)
throw otherName(app);
const removal = await report.timed('what exists', () => destroy_observe(config, inputs, context));
const offer = (0, redact.cJ)(offerOf(config, removal));
const isAgreed = offer.goes.length === 0 || (await consent.agree(offer));
if (!isAgreed)
throw notAgreed(app);
await report.timed('removal', () => remove(removal, report));
};
async function destroy_observe(config, inputs, context) {
const { app, volume } = config.monitoring;
const signal = AbortSignal.any([context.signal, context.timeUp]);
const fly = await (0, session.i7)(inputs, context, { until: context.until, signal });
const client = inputs.grafana && (0, grafana_client.r)({ ...inputs.grafana, pool: (0, http.createPool)(context.env), signal });
const own = (0, grafana.$h)(config);
const [contents, belongings] = await Promise.all([
observeContents(app, fly.flyctl),
client && (0, removal.Jy)(client, own),
]);
const foreign = contents && notOurs(app, volume.name, contents);
if (foreign)
throw new errors.lZ('configuration', [foreign]);
return {
app,
fly,
destroys: contents && planRemoval(app, contents),
grafana: client &&
belongings && {
plan: (0, removal.Ox)(own, belongings),
session: { grafana: client, signal },
},
};
}
async function remove({ app, fly, destroys, grafana }, report) {
const results = grafana ? await removeFromGrafana(grafana.plan, grafana.session) : [];
report.changes.push(...(0, changes.kd)({ results }));
report.problems.push(...results.flatMap(problemOf));
const outcomes = await (0, run_changes.$)(destroys ? [destroys] : [], () => removeApp(app, fly.flyctl), fly);
const done = (0, run_changes.b)(app, outcomes, { machines: [], warnings: [] });
if (outcomes.length > 0)
report.changes.push(...(0, changes.Jx)(done));
report.problems.push(...done.problems);
}
const problemOf = (result) => ('problem' in result ? [result.problem] : []);
function offerOf(config, { app, destroys, grafana }) {
const objects = grafana ? Object.values(grafana.plan).flat() : [];
const changes = [...objects.filter(outcome.X), ...(destroys ? [destroys] : [])];
const untouched = objects.flatMap((one) => (0, outcome.X)(one) || !('problem' in one)
? []
: [{ what: `Grafana: ${one.kind} "${one.name}"`, why: one.problem.message }]);
return {
app,
goes: changes.map(({ what, subject, diff }) => ({
what: subject === app ? `${app}: ${what}` : `Grafana: ${what} "${subject}"`,
parts: diff === undefined ? [] : diff.split('\n').map((line) => line.replace(/^- /, '')),
})),
stays: [
...untouched,
...(destroys ? [] : [{ what: app, why: 'It does not exist at Fly, or the token cannot see it.' }]),
...config.apps.map((main) => ({ what: main.app, why: 'Main apps are never removed.' })),
...(grafana
? []
: [
{
what: 'Grafana',
why: 'No Grafana is configured (GRAFANA_URL, GRAFANA_API_KEY): what a deploy has written there stays.',
},
]),
],
};
}
const otherName = (app) => refusal('destroy-other-app', `--yes does not have the name of the monitoring app, which is ${app}. Nothing was removed.`, `To remove ${app} and its data: --yes ${app}`);
const notAgreed = (app) => refusal('destroy-not-agreed', 'Nothing was removed: the name of the monitoring app was not typed.', `Run again and type ${app}, or use --yes ${app}.`);
const refusal = (code, message, hint) => new errors.lZ('configuration', [{ code, severity: 'error', message, hint }]);
var run = __webpack_require__(55674);
var cli_run = __webpack_require__(52530);
;
const runDestroy = ({ inputs, switches, yes }) => (0, cli_run.fromTerminal)({ mode: 'deploy', inputs, switches }, async (context) => {
const agree = (offer) => isAgreed(offer, yes, context);
const report = await (0, run.e)(context, destroyWith({ yes, agree }));
context.log.end();
(0, print.y)(resultOf(report), process.stdout);
return exitCodeOfRemoval(report, context.signal.aborted);
});
async function isAgreed(offer, yes, { log, signal }) {
log.end();
(0, print.y)(textOf(offer), process.stdout);
if (yes !== undefined)
return yes === offer.app;
(0, print.y)(`To remove all of this for good, type the name of the monitoring app (${offer.app}):`, process.stderr);
return (await typedLine(signal)) === offer.app;
}
function textOf({ goes, stays }) {
const lines = goes.flatMap(({ what, parts }) => [
(0, terminal_text.wh)(what),
...parts.map((part) => `  - ${(0, terminal_text.wh)(part)}`),
]);
const rows = stays.map(({ what, why }) => [(0, terminal_text.wh)(what), (0, terminal_text.wh)(why, 1_000)]);
return `${[(0, terminal_text.uW)('Would be removed for good', lines), (0, terminal_text.uW)('Stays', (0, terminal_text.YB)(rows))].filter((text) => text !== '').join('\n\n')}\n\n`;
}
const MAX_TYPED = 1_000;
function typedLine(signal) {
const { stdin } = process;
return new Promise((resolve) => {
let text = '';
const end = () => {
for (const event of ['end', 'error', 'close'])
stdin.off(event, end);
stdin.off('data', read).pause();
resolve(text.split('\n')[0]?.trim() ?? '');
};
const read = (chunk) => {
text += chunk;
if (text.includes('\n') || text.length > MAX_TYPED)
end();
};
for (const event of ['end', 'error', 'close'])
stdin.on(event, end);
signal.addEventListener('abort', end, { once: true });
stdin.setEncoding('utf8').on('data', read);
});
}
function resultOf(report) {
const { changes, problems } = report;
const isNothing = changes.length === 0 && problems.length === 0;
const parts = [
isNothing ? '✔ Nothing is left to remove.' : '',
(0, terminal_text.uW)('What to do', (0, terminal.renderProblems)(report)),
(0, terminal_text.uW)('What this run did', (0, terminal.renderChanges)(changes)),
];
return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function exitCodeOfRemoval({ problems, refused }, interrupted) {
if (interrupted)
return cli_run.INTERRUPTED;
if (problems.every(({ severity }) => severity !== 'error'))
return 0;
return refused ? 2 : 3;
}
}),
69547: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (flyctlEnvironment)
});
var _lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51260);
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|SSL_CERT_(?:FILE|DIR)|RUNNER_TRACKING_ID|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP']);
const TRACE_COLLECTOR = '255.255.255.255';
const QUIET = {
FLY_SEND_METRICS: '0',
FLY_NO_UPDATE_CHECK: '1',
FLY_NO_INCIDENTS_CHECK: '1',
FLY_SYNTHETICS_AGENT: '0',
};
function flyctlEnvironment(own, given) {
const env = { ...QUIET };
for (const [name, value] of Object.entries(own))
if (value !== undefined && PASSED.test(name) && !REFUSED.has(name))
env[name] = value;
return {
...env,
...proxiesOf(own),
FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
FLY_API_TOKEN: given.token,
FLY_CONFIG_DIR: given.configDir,
NO_COLOR: '1',
};
}
function proxiesOf(own) {
const proxies = (0, _lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__.e)(own);
if (proxies.HTTP_PROXY === undefined)
return proxies;
return { ...proxies, NO_PROXY: [proxies.NO_PROXY, TRACE_COLLECTOR].filter(Boolean).join(',') };
}
}),
18889: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K1: () => (ending),
MC: () => (plainOutput),
kc: () => (errorText)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
function plainOutput(text) {
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Lx)(text).replace(/\r\n?/g, '\n');
}
const ENDING = 100_000;
const LINE = 2_000;
const ending = (text) => plainOutput(text.slice(-ENDING))
.split('\n')
.map((line) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Jj)(line, LINE))
.join('\n');
function errorText(stderr) {
const lines = ending(stderr).split('\n');
const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
[];
if (said === undefined)
return undefined;
const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, 300);
}
}),
36489: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yz: () => (prometheusEvidence),
eQ: () => (isFlyConfiguration),
uZ: () => (flyModelOf)
});
var _formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84711);
var _formats_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94611);
const FLY_NAME = /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/;
const FLY_KEY = /^[ \t]*(?:app|primary_region)[ \t]*=/m;
const TABLE = /^[ \t]*\[/m;
const FLY_SECTION = /^[ \t]*\[\[?(?:http_service|services|processes|metrics|vm|mounts|checks)[\].]/m;
const FLY_ONLY_SECTION = /^[ \t]*\[http_service\]|^[ \t]*\[\[services\.ports\]\]/m;
const FLY_ONLY_KEY = /^[ \t]*internal_port[ \t]*=/m;
const isFlyConfiguration = (path, text) => FLY_NAME.test(path) ||
(FLY_KEY.test(text.split(TABLE, 1)[0] ?? '') && FLY_SECTION.test(text)) ||
(FLY_ONLY_SECTION.test(text) && FLY_ONLY_KEY.test(text));
const PROMETHEUS_IMAGE = /(?:^|[/-])prometheus(?=[:@]|$)/;
const PROMETHEUS_WORD = /^PROMETHEUS_RETENTION_(?:TIME|SIZE)$|--storage\.tsdb\./;
const PROMETHEUS_FILE = /^\/etc\/prometheus\/.+\.ya?ml$/;
const PROMETHEUS_PORT = 9090;
function prometheusEvidence(fly, { dockerfile, hasPrometheusConfig }) {
const image = fly.build?.text('image');
if (image && PROMETHEUS_IMAGE.test(image.value))
return { at: image.at, what: `the image ${image.value}` };
const mount = fly.mounts.map((one) => one.text('destination')).find((to) => to?.value === '/prometheus');
if (mount)
return { at: mount.at, what: 'the volume at /prometheus' };
const file = fly.files
.map((one) => one.text('guest_path'))
.find((path) => PROMETHEUS_FILE.test(path?.value ?? ''));
if (file)
return { at: file.at, what: `the file ${file.value}` };
const top = fly.app?.at ?? { line: 1, column: 1 };
const word = fly.words.find((one) => PROMETHEUS_WORD.test(one));
if (word !== undefined)
return { at: top, what: `the setting ${word}` };
const from = dockerfile === undefined ? undefined : prometheusStage(dockerfile);
if (from !== undefined)
return { at: fly.build?.at ?? top, what: `the Dockerfile, which is built from ${from}` };
const service = fly.services
.map((one) => one.number('internal_port'))
.find((port) => port?.value === PROMETHEUS_PORT);
const isNamed = /(?:^|-)prometheus(?:-|$)/.test(fly.app?.value ?? '') && !/exporter/.test(fly.app?.value ?? '');
if (!service || image || dockerfile !== undefined || !(isNamed || hasPrometheusConfig))
return undefined;
return {
at: service.at,
what: isNamed ? 'its name and port 9090' : 'port 9090 and the prometheus.yml next to it',
};
}
function prometheusStage({ from, instructions }) {
const copied = instructions
.filter(({ name, text }) => name === 'COPY' && /\/prometheus\b/.test(text))
.flatMap(({ words }) => words.flatMap((word) => /^--from=(.+)$/.exec(word)?.[1] ?? []));
return [from, ...copied].find((image) => PROMETHEUS_IMAGE.test(image));
}
function flyModelOf(text) {
const read = (0, _formats_toml_js__WEBPACK_IMPORTED_MODULE_0__.D)(text);
return read.ok ? (0, _formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__.T)(read.table) : undefined;
}
}),
88068: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jn: () => (promtoolDiagnostics),
Jq: () => (flyctlDiagnostics),
RX: () => (withoutUnknownKeys),
j0: () => (hasUnknownKeys)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3295);
var _fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98026);
var _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51021);
var _rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25796);
const promtoolDiagnostics = (output, file) => refusals(promtoolLines(output), file, {
entry: _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__.u,
program: 'promtool',
hint: 'Correct the file: Prometheus does not load it.',
});
const flyctlDiagnostics = (output, file) => [
...refusals(flyLines(output), file, {
entry: _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__.G,
program: 'flyctl',
hint: 'Correct the file: the deploy would fail.',
}),
...unknownKeys(output, file),
];
const refusals = (lines, file, { entry, program, hint }) => lines.map(({ message, line, column }) => {
const at = { file, line: line ?? 1, column: column ?? 1 };
return (0, _rule_js__WEBPACK_IMPORTED_MODULE_4__.YK)(entry, at, `${program} refuses it: ${message}`, hint);
});
const READ_CHARACTERS = 100_000;
const linesOf = (output) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Jj)(output, READ_CHARACTERS).split('\n');
function promtoolLines(output) {
const failed = linesOf(output).filter((line) => FAILED.test(line) && !NO_FAILURE.test(line));
const said = failed.flatMap((line) => {
const message = (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
const text = message.slice(place?.[0].length ?? 0);
return text === ''
? []
: [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
});
return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
const UNKNOWN_KEY = /field \S+ not found in type/;
const hasUnknownKeys = (output) => UNKNOWN_KEY.test(output);
const withoutUnknownKeys = (output) => output
.split('\n')
.filter((line) => !UNKNOWN_KEY.test(line))
.join('\n');
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
function flyLines(output) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const found = lines
.slice(0, strict < 0 ? undefined : strict)
.filter((line) => line !== '' && !NO_FINDING.test(line));
return found.slice(0, 10).map((line) => {
const row = /\brow (\d+) column (\d+)/.exec(line);
return {
message: (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(line.replace(/^Error: /, ''), 300),
...(row && { line: Number(row[1]), column: Number(row[2]) }),
};
});
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/;
function unknownKeys(output, file) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
const at = { file, line: 1, column: 1 };
return keys.map((key) => (0, _rule_js__WEBPACK_IMPORTED_MODULE_4__.YK)(_fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__.a, at, ...(0, _fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__.J)(key.replace(/\[\d+\]/g, ''), [])));
}
}),
51021: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (promtoolRefuses)
});
const promtoolRefuses = {
code: 'prometheus/promtool',
severity: 'error',
what: '`promtool` refuses a Prometheus configuration or a rule file.',
why: 'Prometheus would refuse it too. Without promtool on `PATH` this is not checked, and the plan says so.',
};
}),
43651: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Mm: () => (bounded),
Xv: () => (BY_CHARACTERS),
YB: () => (columns),
lz: () => (proseText),
rM: () => (hanging),
tZ: () => (PLAIN),
uW: () => (section),
wh: () => (plainText)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68897);
const BY_CHARACTERS = { width: (text) => text.length, wrap: (text) => [text] };
const PLAIN = {
ruler: BY_CHARACTERS,
width: Number.POSITIVE_INFINITY,
colours: false,
paint: (_, text) => text,
};
const INDENT = 2;
const plainText = (text, limit = 300) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit);
function proseText(text, { colours, paint }, limit = 1_000) {
if (!colours)
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit);
return (0, _parts_js__WEBPACK_IMPORTED_MODULE_1__.CS)(text, limit)
.map((part) => (part.code ? paint('code', part.text) : part.text))
.join('');
}
function hanging(text, indent, { width, ruler }) {
if (width === Number.POSITIVE_INFINITY)
return [text];
const start = /^ */.exec(text)?.[0] ?? '';
const room = Math.max(20, width - INDENT - indent);
const [first = '', ...rest] = ruler.wrap(text.slice(start.length), room);
return [start + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
function section(title, lines, screen = PLAIN) {
if (lines.length === 0)
return '';
return [screen.paint('title', title), ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}
const NARROW = 24;
function columns(rows, screen = PLAIN) {
const widthOf = screen.ruler.width;
const widths = [];
for (const row of rows)
for (const [i, cell] of row.entries())
widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
const last = widths.length - 1;
const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
const room = screen.width - INDENT - before;
return rows.flatMap((row) => {
const cells = row.map((cell, i) => i === last ? '' : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)));
const start = cells.slice(0, last).join('  ');
const end = row[last] ?? '';
if (end === '' || last === 0)
return last === 0 ? hanging(end, INDENT, screen) : [start.trimEnd()];
if (room >= Math.min(NARROW, widthOf(end)))
return broken(`${start}  `, hanging(end, before, screen));
return [...broken('', hanging(start.trimEnd(), 4, screen)), ...broken('    ', hanging(end, 4, screen))];
});
}
const broken = (start, [first = '', ...rest]) => [start + first, ...rest];
function bounded(rows, most, show) {
const more = rows.length - most;
return [...show(rows.slice(0, most)), ...(more > 0 ? [`… and ${more} more`] : [])];
}
}),
34146: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
renderChanges: () => (renderChanges),
renderProblems: () => (renderProblems),
renderTerminalReport: () => (renderTerminalReport)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
var headline = __webpack_require__(91218);
var overview = __webpack_require__(47108);
var parts = __webpack_require__(68897);
var planned_rows = __webpack_require__(64327);
var terminal_text = __webpack_require__(43651);
;
const MAX_CHANGES = 100;
const MAX_LINES = 40;
const SIGN = { add: '+', change: '~', remove: '-' };
const TONE = { '+': 'good', '-': 'bad', '~': 'warn', '@': 'dim' };
function plannedLines({ mode, planned }, screen) {
if (!planned)
return [];
const shown = planned.changes.filter(({ routine }) => !routine);
const { backtestNote: note, downtime, price } = planned;
const texts = [
...(downtime === undefined ? [] : [downtime]),
...planned.backtest.map((one) => `Alert ${one.alert} (${one.change}): ${(0, planned_rows.LX)(one)}`),
...(note === undefined ? [] : [`New and changed alerts, tried on past data: ${note}`]),
...(price === undefined ? [] : [price]),
];
return [
...(mode === 'plan' ? (0, terminal_text.rM)(resultText(planned), 2, screen) : []),
...(0, terminal_text.Mm)(shown, MAX_CHANGES, (some) => some.flatMap((change) => changeLines(change, screen))),
...texts.flatMap((text) => (0, terminal_text.rM)((0, terminal_text.lz)(text, screen, 600), 2, screen)),
];
}
function resultText(planned) {
const routine = (0, planned_rows.wz)(planned);
return [
`${(0, lib_text.Iu)((0, planned_rows.xS)(planned.changes))}.`,
...(routine === '' ? [] : [(0, terminal_text.wh)(routine)]),
(0, planned_rows.lp)(planned),
].join(' ');
}
function changeLines(change, screen) {
const { effect, certain, platform, subject, what, reason, details } = change;
const sign = certain ? SIGN[effect] : '?';
const text = `${(0, terminal_text.wh)(platform)}, ${(0, terminal_text.wh)(subject, 100)}: ${(0, terminal_text.lz)(`${what}. ${reason}`, screen, 600)}`;
return [
...(0, terminal_text.rM)(`${screen.paint(TONE[sign] ?? 'warn', sign)} ${text}`, 2, screen),
...details.flatMap((detail) => detailLines(detail, screen)),
];
}
function detailLines({ title, lines }, screen) {
const more = lines.length - MAX_LINES;
return [
`    ${(0, terminal_text.wh)(title, 200)}`,
...lines.slice(0, MAX_LINES).flatMap((line) => differenceLines(line, screen)),
...(more > 0 ? [`      … and ${more} more lines`] : []),
];
}
function differenceLines(line, screen) {
const [start = ''] = /^[-+~ ]? */.exec(line) ?? [];
const text = `${start}${(0, terminal_text.wh)(line.slice(start.length), 300)}`;
const tone = TONE[text.slice(0, 1)];
return (0, terminal_text.rM)(`      ${text}`, 10, screen).map((one) => (tone ? screen.paint(tone, one) : one));
}
var rows = __webpack_require__(24098);
;
const MAX_ROWS = 40;
const MAX_NAMES = 10;
const terminal_SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' };
const terminal_TONE = {
proven: 'good',
done: 'good',
unproven: 'warn',
failed: 'bad',
};
function renderTerminalReport(report, screen = terminal_text.tZ) {
const { evidence, changes, skipped, timings, verdict } = report;
const sections = [
(0, terminal_text.uW)('What this run did', renderChanges(changes, screen, report.problems), screen),
(0, terminal_text.uW)((0, planned_rows.NE)(report), plannedLines(report, screen), screen),
(0, terminal_text.uW)('Skipped', skipped.flatMap((part) => skip(part, screen)), screen),
(0, terminal_text.uW)('Timings', (0, terminal_text.YB)(timings.map(timing), screen), screen),
(0, terminal_text.uW)('Metrics and panels', evidence ? contract(evidence, screen) : [], screen),
(0, terminal_text.uW)('Alerts', evidence ? alerts(evidence, screen) : [], screen),
(0, terminal_text.uW)('Scrape targets', evidence ? targets(evidence, screen) : [], screen),
(0, terminal_text.uW)('Accepted although unproven', verdict.failures.flatMap(accepted), screen),
(0, terminal_text.uW)('Where to look', links(report, screen), screen),
(0, terminal_text.uW)((0, action_items.L)((0, action_items.r)(report), report.mode), renderProblems(report, screen), screen),
conclusion(report, screen),
];
return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function conclusion(report, screen) {
const outcome = (0, headline.CL)(report);
const head = screen.paint(terminal_TONE[outcome], `${terminal_SIGN[outcome]} ${(0, terminal_text.wh)((0, headline.Pl)(report), 300)}`);
const facts = (0, overview.xS)(report)
.map((fact) => (0, parts.vc)((0, parts.CS)(fact)))
.join(' · ');
return [...(0, terminal_text.rM)(head, 2, screen), ...(facts === '' ? [] : (0, terminal_text.rM)(`  ${facts}`, 2, screen))].join('\n');
}
const renderProblems = (report, screen = terminal_text.tZ) => (0, terminal_text.Mm)((0, action_items.r)(report), MAX_ROWS, (items) => items.flatMap((item) => todo(item, screen)));
const CHANGE = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' };
const renderChanges = (changes, screen = terminal_text.tZ, problems = []) => (0, terminal_text.Mm)(changes, MAX_ROWS, (some) => (0, terminal_text.YB)(some.map((change) => changeCells(change, (0, overview.ff)(change, problems), screen)), screen));
function changeCells({ result, subject, what, seconds }, why, { paint }) {
const time = seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`;
return [
paint(result === 'failed' ? 'bad' : result === 'done' ? 'good' : 'dim', CHANGE[result]),
(0, terminal_text.wh)(subject),
`${(0, terminal_text.wh)(what)}${time}${why === '' ? '' : paint('dim', `: ${(0, terminal_text.wh)(why, 120)}`)}`,
];
}
function links(report, screen) {
const { monitoring, evidence } = report;
const found = (0, overview.hP)(report).map(({ label, url }) => [
(0, terminal_text.wh)(label),
screen.paint('code', (0, terminal_text.wh)(url)),
]);
const isUp = monitoring !== undefined && evidence?.mark !== undefined;
return [
...(0, terminal_text.YB)(found, { ...screen, width: Number.POSITIVE_INFINITY }),
...(isUp
? [screen.paint('code', (0, terminal_text.wh)((0, rows.O4)(monitoring, '/api/v1/targets?state=active')))]
: []),
];
}
function todo({ severity, outcome, code, subject, at, what, next }, screen) {
const isOpen = outcome === 'not-checked';
const sign = isOpen ? '?' : severity === 'error' ? '✖' : '!';
const tone = isOpen ? 'dim' : severity === 'error' ? 'bad' : 'warn';
const about = subject === '' ? '' : `${(0, terminal_text.lz)(subject, screen, 300)}: `;
const name = screen.paint('dim', `[${code}]`);
const lead = at
? `${(0, terminal_text.wh)(subject)}: ${screen.paint(tone, severity)}: `
: `${screen.paint(tone, sign)} ${about}`;
return [
...(0, terminal_text.rM)(`${lead}${(0, terminal_text.lz)(what, screen)} ${name}`, 4, screen),
...(next === '' ? [] : (0, terminal_text.rM)(`  → ${(0, terminal_text.lz)(next, screen)}`, 6, screen)),
];
}
const accepted = ({ accepted: by, code, subject }) => by ? [`${(0, terminal_text.wh)(subject)} [${code}]: ${(0, terminal_text.wh)(by.reason)} (until ${(0, terminal_text.wh)(by.until)})`] : [];
const STATE = {
'no-machine': ['no machine', 'bad'],
down: ['down', 'bad'],
unknown: ['not checked', 'warn'],
up: ['up', 'good'],
resting: ['resting', 'dim'],
};
function targets(evidence, screen) {
return (0, terminal_text.Mm)((0, rows.GC)((0, rows.dg)(evidence)), MAX_ROWS, (some) => (0, terminal_text.YB)(some.map((group) => target(group, screen)), screen));
}
function target({ state, service, machines, region, samples, lost, why }, { paint }) {
const [text, tone] = STATE[state];
const where = machines.length === 1 ? machines[0] : (0, lib_text.U9)(machines.length, 'machine');
return [
paint(tone, text),
(0, terminal_text.wh)(service),
(0, terminal_text.wh)(`${where} ${region}`.trimEnd()),
samples === 0 ? '' : `${(0, lib_text.U9)(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
(0, terminal_text.wh)(why),
];
}
function contract(evidence, screen) {
const { lines, metrics, panels } = (0, rows.Sv)(evidence);
const sentences = lines.map(({ text, names }) => `${text}${names.length === 0 ? '' : `: ${(0, terminal_text.wh)((0, lib_text.H$)(names, MAX_NAMES))}`}`);
return [
...sentences.flatMap((sentence) => (0, terminal_text.rM)(sentence, 4, screen)),
...(0, terminal_text.Mm)([...metrics, ...panels], MAX_ROWS, (some) => (0, terminal_text.YB)(some.map(wrong), screen)),
];
}
const wrong = ({ state, name, of, why }) => [
state,
`${(0, terminal_text.wh)(name)} of ${(0, terminal_text.wh)(of)}: ${(0, terminal_text.wh)(why)}`,
];
const alerts = (evidence, screen) => (0, terminal_text.Mm)((0, rows.Mf)(evidence), MAX_ROWS, (some) => (0, terminal_text.YB)(some.map(({ state, name, summary }) => [
screen.paint(state === 'firing' ? 'bad' : 'warn', state),
(0, terminal_text.wh)(name),
(0, terminal_text.wh)(summary),
]), screen));
const skip = ({ part, why, set }, screen) => (0, terminal_text.rM)(`– ${(0, terminal_text.wh)(part)}: ${(0, terminal_text.lz)(why, screen, 300)} To enable it: ${(0, terminal_text.lz)(set, screen).replace(/\.$/, '')}.`, 4, screen);
const timing = ({ step, seconds, note }) => [
(0, terminal_text.wh)(step),
`${seconds.toFixed(1)} s`,
(0, terminal_text.wh)(note ?? ''),
];
})
};

export const id = 1907;
export const ids = [1907];
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
1907: ((__module, __webpack_exports__, __webpack_require__) => {
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
var session = __webpack_require__(30435);
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
const client = inputs.grafana && (0, grafana_client.r)({ ...inputs.grafana, pool: (0, http.b)(context.env), signal });
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
var run = __webpack_require__(88885);
var exit_code = __webpack_require__(65123);
var cli_run = __webpack_require__(29371);
;
const runDestroy = ({ inputs, switches, yes }) => (0, cli_run.fromTerminal)({ mode: 'deploy', inputs, switches }, async (context) => {
const agree = (offer) => isAgreed(offer, yes, context);
const report = await (0, run.e)(context, destroyWith({ yes, agree }));
context.log.end();
(0, print.y)(resultOf(report), process.stdout);
return (0, exit_code.pP)(report, context.signal.aborted);
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
isNothing ? '\u2714 Nothing is left to remove.' : '',
(0, terminal_text.uW)('What to do', (0, terminal.x8)(report)),
(0, terminal_text.uW)('What this run did', (0, terminal.O1)(changes)),
];
return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
})
};

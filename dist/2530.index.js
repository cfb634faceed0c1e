export const id = 2530;
export const ids = [2530];
export const modules = {
52530: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
INTERRUPTED: () => (INTERRUPTED),
exitCodeOf: () => (exitCodeOf),
fromTerminal: () => (fromTerminal),
printForRun: () => (printForRun),
runMode: () => (runMode)
});
var external_node_fs_ = __webpack_require__(73024);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var names = __webpack_require__(43636);
var print = __webpack_require__(37219);
var process_family = __webpack_require__(78430);
var redact = __webpack_require__(67209);
var signals = __webpack_require__(66149);
var temporary = __webpack_require__(4495);
var record = __webpack_require__(21265);
var run = __webpack_require__(55674);
var guard = __webpack_require__(93859);
var cli_log = __webpack_require__(73911);
var errors = __webpack_require__(61469);
;
async function reportFileWriter(file, log) {
if (file === undefined)
return undefined;
const { renderHtmlReport } = await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(7704), __webpack_require__.e(3635)]).then(__webpack_require__.bind(__webpack_require__, 53635));
return (report) => {
try {
(0, external_node_fs_.writeFileSync)((0, external_node_path_.resolve)(file), renderHtmlReport(report));
log.info(`HTML report: ${(0, external_node_path_.resolve)(file)}`);
}
catch (error) {
log.problem({
code: 'report-not-written',
severity: 'warning',
message: `The HTML report could not be written: ${(0, errors.bD)(error)}`,
hint: 'Name a file in a folder that exists with --report.',
});
}
};
}
;
function runMode(order) {
const json = order.switches.has('json');
return fromTerminal(order, async (context) => {
const report = await (0, run.e)({ ...context, charts: order.report !== undefined });
context.log.end();
const [printReport, { writeInTime }] = await Promise.all([
reportPrinter(report, json),
Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 7171)),
]);
const writeFile = await reportFileWriter(order.report, context.log);
const written = writeInTime(report, (one) => {
writeFile?.(one);
printReport(one);
});
return exitCodeOf(written, context.signal.aborted);
});
}
async function fromTerminal({ mode, inputs, switches }, work) {
const check = switches.has('check') && { INPUT_CHECK: 'true' };
const env = environment({ ...inputs, ...check, INPUT_MODE: mode });
const log = (0, cli_log.d)(process.stderr, { debug: switches.has('debug') });
const reader = switches.has('json') ? 'program' : 'terminal';
const scratch = (0, external_node_fs_.mkdtempSync)((0, external_node_path_.join)((0, external_node_os_.tmpdir)(), 'deploy-monitoring-'));
const watchdog = (0, guard.M)({ reader, scratch }, (0, guard.D)(mode));
const signal = interruption(watchdog);
const cleanUp = () => {
(0, process_family.e9)();
(0, temporary.v)(scratch);
};
process.once('exit', cleanUp);
try {
return await work({ env, log, signal, scratch, watchdog });
}
finally {
log.end();
watchdog.dismiss();
cleanUp();
}
}
async function reportPrinter(whole, json) {
const textOf = json ? await jsonWriter() : await terminalWriter(whole);
return (report) => (0, print.y)(textOf(report), process.stdout);
}
async function printForRun(report, json) {
for (const secret of (0, names.VY)(process.env))
(0, redact.Ck)(secret);
const printReport = await reportPrinter(report, json);
printReport(report);
}
async function terminalWriter(whole) {
const [{ renderTerminalReport }, { terminalScreen }] = await Promise.all([
Promise.all([__webpack_require__.e(7704), __webpack_require__.e(6785)]).then(__webpack_require__.bind(__webpack_require__, 34146)),
__webpack_require__.e(5825).then(__webpack_require__.bind(__webpack_require__, 35825)),
]);
const screen = await terminalScreen(process.stdout, whole);
return (report) => renderTerminalReport(report, screen);
}
async function jsonWriter() {
const { toResult } = await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(6423)]).then(__webpack_require__.bind(__webpack_require__, 98804));
const { jsonText } = await __webpack_require__.e(2550).then(__webpack_require__.bind(__webpack_require__, 72550));
return (report) => jsonText(toResult(report), 2);
}
function environment(inputs) {
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'));
return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() };
}
const INTERRUPTED = 130;
const ECHO_MS = 300;
function interruption(watchdog) {
const cancel = new AbortController();
let first = 0;
const stop = () => {
if (cancel.signal.aborted && performance.now() - first > ECHO_MS) {
watchdog.dismiss();
process.exit(INTERRUPTED);
}
first ||= performance.now();
cancel.abort();
};
for (const signal of signals.g)
process.on(signal, stop);
return cancel.signal;
}
function exitCodeOf(report, interrupted) {
if (interrupted)
return INTERRUPTED;
if ((0, record.I$)(report) === 0)
return 0;
if (report.verdict.failures.some(({ decides }) => decides))
return 1;
if (report.mode === 'contract' && !report.refused && report.checked)
return 1;
return report.refused || report.mode === 'plan' ? 2 : 3;
}
}),
78430: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e9: () => (endFamilies),
l3: () => (startedBy),
rz: () => (newFamily)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
function endFamilies() {
for (const family of living)
family.close();
if (count > 0)
killMarked(`${VARIABLE}=${run}`);
}
function newFamily() {
if (count === 0)
process.once('exit', endFamilies);
const mark = `${run}${++count}.`;
let group;
const family = {
mark: { [VARIABLE]: mark },
leads: (pid) => {
group = pid;
living.add(family);
},
signal: (name) => void send(group, name),
isAlive: () => send(group, 0),
close: () => {
if (living.delete(family))
send(group, 'SIGKILL');
},
kill: () => {
family.close();
killMarked(`${VARIABLE}=${mark}`);
},
};
return family;
}
function send(group, signal) {
if (group === undefined)
return false;
try {
return process.kill(-group, signal);
}
catch {
return false;
}
}
const PASSES = 10;
function killMarked(variable) {
for (let pass = 0; pass < PASSES; pass++) {
const found = marked(variable);
for (const pid of found) {
try {
process.kill(pid, 'SIGKILL');
}
catch {
}
}
if (found.length === 0)
return;
}
}
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
if (process.platform !== 'linux')
return [];
return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
try {
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
.filter((name) => /^\d+$/.test(name))
.map(Number);
}
catch {
return [];
}
}
function environmentOf(pid) {
try {
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
}
catch {
return [];
}
}
}),
4495: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
v: () => (removeFolder),
y: () => (temporaryFolder)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
function temporaryFolder({ RUNNER_TEMP }) {
return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0, node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
function removeFolder(path) {
try {
(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
catch {
}
}
function isUsable(folder) {
try {
(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory();
}
catch {
return false;
}
}
}),
49773: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (within)
});
var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
function within(ms, work) {
script ??= {
put: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
call: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`${PLACE}()`),
};
script.put(work);
try {
return { done: true, value: script.call.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) }) };
}
catch (error) {
if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
throw error;
return { done: false };
}
}
}),
7171: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
briefReport: () => (briefReport),
shorten: () => (shorten),
writeInTime: () => (writeInTime)
});
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67209);
var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49773);
var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87177);
const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
const LOOKED_AT = 2_000;
function shorten(key, value) {
if (key === 'evidence')
return undefined;
if (typeof value === 'string')
return (0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__.jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
function briefReport(known, why) {
const short = { ...(0, _report_js__WEBPACK_IMPORTED_MODULE_2__.d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
const problems = [why, ...short.problems];
return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
const WRITING_MS = 5_000;
function writeInTime(report, write) {
if ((0, _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__.u)(WRITING_MS, () => write(report)).done)
return report;
const brief = briefReport(report, {
code: 'report-too-slow',
severity: 'error',
message: `The report could not be written within ${WRITING_MS / 1_000} s, so it was shortened.`,
hint: 'This is a bug in deploy-monitoring: part of the report takes too long to format.',
});
write(brief);
return brief;
}
}),
87177: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (emptyRun)
});
const emptyRun = () => ({
mode: undefined,
refused: false,
commit: undefined,
monitoring: undefined,
apps: [],
health: [],
changes: [],
dashboards: [],
evidence: undefined,
problems: [],
skipped: [],
checked: undefined,
timings: [],
});
}),
21265: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I$: () => (exitCode),
Sp: () => (recordPlanned),
u7: () => (createReportBuilder)
});
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67209);
var _report_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87177);
const STAGES = {
check: 'Check the files',
look: 'Read what is deployed',
deploy: 'Deploy',
verify: 'Verify',
drill: 'Send a marked alert',
};
function createReportBuilder(log, onStep) {
let during = 'the reading of inputs and files';
const known = (0, _report_report_js__WEBPACK_IMPORTED_MODULE_2__.d)();
return Object.assign(known, {
accept: [],
async timed(step, work, note) {
const began = performance.now();
const before = during;
during = `\`${step}\``;
onStep?.(during, known);
const endStage = log.stage?.(STAGES[step] ?? step);
try {
const done = await work();
during = before;
return done;
}
finally {
endStage?.();
known.timings.push({
step,
seconds: (performance.now() - began) / 1000,
...(note && { note: note() }),
});
}
},
during: () => during,
failed(error) {
if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.lZ) {
known.problems.push(...error.problems);
known.refused ||= error.kind === 'configuration';
}
else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
known.problems.push(endedEarly(error.name, during));
}
else {
log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
known.problems.push(ourBug(error));
}
},
async close(failOn) {
return (0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__.cJ)(known.evidence
? await withVerdict(known, known.evidence, { failOn, accept: this.accept })
: { ...known, verdict: verdictWithoutEvidence(known) });
},
});
}
async function withVerdict(known, evidence, { failOn, accept }) {
const [{ acceptance }, { judge }] = await Promise.all([
__webpack_require__.e(3550).then(__webpack_require__.bind(__webpack_require__, 93550)),
Promise.all([__webpack_require__.e(4872), __webpack_require__.e(1164)]).then(__webpack_require__.bind(__webpack_require__, 95540)),
]);
const accepted = acceptance(accept, new Date());
const verdict = hasErrors(known) ? FAILED : judge(evidence, failOn, accepted);
const warnings = evidence.problems.length === 0 ? accepted.warnings() : [];
return { ...known, problems: [...known.problems, ...warnings], verdict };
}
const FAILED = { kind: 'failed', failures: [] };
const hasErrors = ({ problems }) => problems.some(({ severity }) => severity === 'error');
function verdictWithoutEvidence(known) {
const { mode } = known;
const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract';
return isCheck && !hasErrors(known) ? { kind: 'unproven', failures: [] } : FAILED;
}
function endedEarly(name, during) {
const isCancelled = name === 'AbortError';
return {
code: isCancelled ? 'run-cancelled' : 'run-timeout',
severity: 'error',
message: `${isCancelled ? 'The run was cancelled' : 'The time was up'} during ${during}.`,
hint: `${isCancelled ? 'Run again' : 'Set a longer `timeout` and run again'}: existing resources are reused, nothing is created twice.`,
};
}
function ourBug(error) {
return {
code: 'internal',
severity: 'error',
message: `Unexpected error: ${(0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`,
hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
};
}
function recordPlanned(report, platform, changes) {
const { compared = [], changes: before = [], backtest = [] } = report.planned ?? {};
report.planned = { compared: [...compared, platform], changes: [...before, ...changes], backtest };
}
const exitCode = ({ verdict }) => verdict.kind === 'failed' || verdict.failures.some(({ decides }) => decides) ? 1 : 0;
}),
55674: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (run)
});
var names = __webpack_require__(43636);
var read = __webpack_require__(59606);
;
const SIGN_OF_LIFE_MS = 15_000;
function createActivities(log, everyMs = SIGN_OF_LIFE_MS) {
const running = new Set();
return {
async during(what, work, atMostMs) {
const name = typeof what === 'string' ? () => what : what;
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const most = atMostMs === undefined ? '' : `, at most ${Math.round(atMostMs / 1000)} s`;
const timer = setInterval(() => log.info(`Still waiting: ${name()} (for ${seconds()} s${most}).`), everyMs).unref();
const activity = () => `${name()} (for ${seconds()} s)`;
running.add(activity);
try {
return await work();
}
finally {
clearInterval(timer);
running.delete(activity);
}
},
current: () => [...running].map((activity) => activity()),
};
}
var errors = __webpack_require__(61469);
var programs = __webpack_require__(22499);
var redact = __webpack_require__(67209);
var lib_text = __webpack_require__(94869);
var workspace = __webpack_require__(40493);
;
const AFTER_DEADLINE_MS = 20_000;
const AFTER_CANCEL_MS = 9_000;
function startDeadline(ms, cancel, onDeadline) {
const up = new AbortController();
const { promise: overdue, reject } = Promise.withResolvers();
const until = Date.now() + ms;
const end = () => {
if (up.signal.aborted)
return;
up.abort(new DOMException('The time is up.', 'TimeoutError'));
onDeadline();
};
const timers = [setTimeout(end, ms)];
const rejectAfter = (signal, after) => signal.addEventListener('abort', () => timers.push(setTimeout(() => reject(signal.reason), after)), {
once: true,
});
rejectAfter(up.signal, AFTER_DEADLINE_MS);
rejectAfter(cancel, AFTER_CANCEL_MS);
return {
until,
signal: up.signal,
overdue,
stop: () => {
if (Date.now() >= until)
end();
timers.forEach(clearTimeout);
},
};
}
var record = __webpack_require__(21265);
;
async function run(context, command) {
const { log, signal, watchdog } = context;
const activities = createActivities(log);
const report = (0, record.u7)(log, (during, known) => watchdog?.update({ during, known }));
let deadline;
let failOn = 'targets';
try {
const inputs = await inputsOf(context.env);
failOn = inputs.failOn;
report.mode = inputs.mode;
log.progress?.(() => [report.during(), ...activities.current()].join(', '));
report.commit = context.env.GITHUB_SHA;
report.actor = context.env.GITHUB_TRIGGERING_ACTOR ?? context.env.GITHUB_ACTOR;
deadline = startDeadline(inputs.timeoutMs, signal, () => log.info(`The time is up (\`timeout\`): ${report.during()} is ended. It was waiting for: ${(0, lib_text.p_)(activities.current()) || 'nothing'}.`));
const { until, signal: timeUp } = deadline;
watchdog?.update({ until, during: report.during() });
const env = withTrustedPath(context.env);
const going = (command ?? MODES[inputs.mode])(inputs, report, {
...context,
env,
until,
timeUp,
activities,
});
await Promise.race([going, deadline.overdue]);
}
catch (error) {
report.failed(error);
}
finally {
deadline?.stop();
}
watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS });
const closed = await report.close(failOn);
const refused = await pingHeartbeat(closed, context);
return refused.length === 0 ? closed : { ...closed, problems: [...closed.problems, ...(0, redact.cJ)(refused)] };
}
async function inputsOf(env) {
try {
return (0, read.K)(env);
}
catch (error) {
if (!(error instanceof errors.lZ) || error.problems.every(({ code }) => code !== 'input/receiver'))
throw error;
const { withReceiverPlaces } = await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6664), __webpack_require__.e(8328)]).then(__webpack_require__.bind(__webpack_require__, 8328));
throw new errors.lZ(error.kind, withReceiverPlaces(error.problems, env));
}
}
const REPORT_MS = 20_000;
async function pingHeartbeat(result, { env, log, signal }) {
const isVerify = ((0, names.JR)(env, 'mode')?.trim() ?? '') === 'verify';
const url = (0, names.JR)(env, 'verify-heartbeat-url')?.trim();
if (!isVerify || !url || signal.aborted || !URL.canParse(url))
return [];
const { pingVerifyHeartbeat } = await Promise.all([__webpack_require__.e(6752), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 48772));
return pingVerifyHeartbeat(url, result, { env, log });
}
function withTrustedPath(env) {
return { ...env, PATH: (0, programs.zu)({ path: env.PATH, workspaceRoot: (0, workspace.oS)(env) }) };
}
const MODES = {
deploy: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(9605), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(6577), __webpack_require__.e(1086), __webpack_require__.e(2), __webpack_require__.e(356), __webpack_require__.e(7729), __webpack_require__.e(9484), __webpack_require__.e(3861), __webpack_require__.e(2597), __webpack_require__.e(3452), __webpack_require__.e(4872), __webpack_require__.e(8947), __webpack_require__.e(9651)]).then(__webpack_require__.bind(__webpack_require__, 89651))).deployMode(...run),
plan: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9605), __webpack_require__.e(6664), __webpack_require__.e(6577), __webpack_require__.e(2265), __webpack_require__.e(5268)]).then(__webpack_require__.bind(__webpack_require__, 65268))).planMode(...run),
verify: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(9605), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(6577), __webpack_require__.e(1086), __webpack_require__.e(2), __webpack_require__.e(356), __webpack_require__.e(7729), __webpack_require__.e(9484), __webpack_require__.e(3861), __webpack_require__.e(2597), __webpack_require__.e(3452), __webpack_require__.e(4872), __webpack_require__.e(8947)]).then(__webpack_require__.bind(__webpack_require__, 28947))).verifyMode(...run),
dashboards: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(6664), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(6577), __webpack_require__.e(2), __webpack_require__.e(356), __webpack_require__.e(9484), __webpack_require__.e(3861), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 20137))).dashboardsMode(...run),
contract: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(6664), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(2), __webpack_require__.e(1052)]).then(__webpack_require__.bind(__webpack_require__, 61052))).contractMode(...run),
drill: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(3292), __webpack_require__.e(9605), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(6577), __webpack_require__.e(2), __webpack_require__.e(356), __webpack_require__.e(7729), __webpack_require__.e(9484), __webpack_require__.e(3861), __webpack_require__.e(2597), __webpack_require__.e(3452), __webpack_require__.e(7242)]).then(__webpack_require__.bind(__webpack_require__, 47242))).drillMode(...run),
};
}),
93859: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (delayFor),
M: () => (startWatchdog)
});
var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78303);
var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27264);
const delayFor = (mode) => (mode === 'plan' ? 300 : 0);
function startWatchdog(first, afterMs) {
const state = { during: 'the start', ...first };
let pipe;
let beat;
let isOver = false;
const begin = async () => {
const { spawn } = await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, 31421, 19));
if (isOver)
return;
const watcher = spawn(process.execPath, [process.argv[1] ?? '', _word_js__WEBPACK_IMPORTED_MODULE_1__.u], {
stdio: ['pipe', 'inherit', 'inherit'],
});
watcher.on('error', () => undefined).unref();
pipe = watcher.stdin;
pipe.on('error', () => undefined).unref();
pipe.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)(state));
beat = setInterval(() => pipe?.write('\n'), _state_js__WEBPACK_IMPORTED_MODULE_0__.G).unref();
};
const timer = setTimeout(() => void begin(), afterMs).unref();
return {
update: (change) => {
Object.assign(state, change);
pipe?.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)(change));
},
dismiss: () => {
isOver = true;
clearTimeout(timer);
clearInterval(beat);
pipe?.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)({ over: true }));
},
};
}
}),
78303: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (BEAT_MS),
c: () => (lineOf)
});
var _report_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7171);
const BEAT_MS = 250;
const lineOf = (message) => `${JSON.stringify(message, _report_brief_js__WEBPACK_IMPORTED_MODULE_0__.shorten)}\n`;
})
};

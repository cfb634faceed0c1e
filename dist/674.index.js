export const id = 674;
export const ids = [674];
export const modules = {
6783: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
U: () => (guardNodeMessages)
});
var __import_1__ = __webpack_require__(37219);
var __import_0__ = __webpack_require__(94869);
function guardNodeMessages(exitCode) {
process.removeAllListeners('warning');
process.on('warning', ({ name, message }) => (0, __import_1__.y)((0, __import_0__.TN)(`${name}: ${message}`), process.stderr));
process.on('uncaughtException', (error) => {
(0, __import_1__.y)((0, __import_0__.Bv)(String(error instanceof Error ? error.stack : error)).join('\n'), process.stderr);
process.exit(exitCode);
});
}
}),
78430: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e9: () => (endFamilies),
l3: () => (startedBy),
rz: () => (newFamily)
});
var __import_0__ = __webpack_require__(73024);
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
return (0, __import_0__.readdirSync)('/proc')
.filter((name) => /^\d+$/.test(name))
.map(Number);
}
catch {
return [];
}
}
function environmentOf(pid) {
try {
return (0, __import_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
}
catch {
return [];
}
}
}),
4495: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
v: () => (removeFolder),
y: () => (temporaryFolder)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(48161);
function temporaryFolder({ RUNNER_TEMP }) {
return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0, __import_1__.tmpdir)();
}
function removeFolder(path) {
try {
(0, __import_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
catch {
}
}
function isUsable(folder) {
try {
(0, __import_0__.accessSync)(folder, __import_0__.constants.W_OK | __import_0__.constants.X_OK);
return (0, __import_0__.statSync)(folder).isDirectory();
}
catch {
return false;
}
}
}),
49773: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (within)
});
var __import_0__ = __webpack_require__(30714);
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
function within(ms, work) {
script ??= {
put: new __import_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
call: new __import_0__.Script(`${PLACE}()`),
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
7171: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
j3: () => (briefReport),
ml: () => (shorten),
uN: () => (writeInTime)
});
var __import_0__ = __webpack_require__(67209);
var __import_1__ = __webpack_require__(49773);
var __import_2__ = __webpack_require__(87177);
const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
const LOOKED_AT = 2_000;
function shorten(key, value) {
if (key === 'evidence')
return undefined;
if (typeof value === 'string')
return (0, __import_0__.jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
function briefReport(known, why) {
const short = { ...(0, __import_2__.d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
const problems = [why, ...short.problems];
return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
const WRITING_MS = 5_000;
function writeInTime(report, write) {
if ((0, __import_1__.u)(WRITING_MS, () => write(report)).done)
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
87177: ((__module, __webpack_exports__, __webpack_require__) => {
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
78303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (BEAT_MS),
c: () => (lineOf)
});
var __import_0__ = __webpack_require__(7171);
const BEAT_MS = 250;
const lineOf = (message) => `${JSON.stringify(message, __import_0__.ml)}\n`;
}),
50674: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
watchOver: () => (watchOver)
});
var node_messages = __webpack_require__(6783);
var signals = __webpack_require__(66149);
var temporary = __webpack_require__(4495);
var brief = __webpack_require__(7171);
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var process_family = __webpack_require__(78430);
;
const GRACE_MS = 1_500;
const POLL_MS = 50;
async function endChildrenOf(pid) {
for (const child of childrenOf(pid))
send(child, 'SIGINT');
for (let waited = 0; waited < GRACE_MS && childrenOf(pid).length > 0; waited += POLL_MS)
await (0, promises_.setTimeout)(POLL_MS);
for (const child of childrenOf(pid))
send(child, 'SIGKILL');
}
function send(pid, signal) {
try {
process.kill(pid, signal);
}
catch {
}
}
function childrenOf(pid) {
if (process.platform === 'linux')
return (0, process_family.l3)(pid);
const found = new Set();
const all = running();
const isNew = ({ id, parent }) => !found.has(id) && id !== process.pid && (parent === pid || found.has(parent));
for (let more = all.filter(isNew); more.length > 0; more = all.filter(isNew))
for (const { id } of more)
found.add(id);
return [...found];
}
function running() {
const output = (0, external_node_child_process_.execFileSync)('/bin/ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
return output.split('\n').map((line) => {
const [id = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
return { id, parent };
});
}
var watchdog_state = __webpack_require__(78303);
;
const STUCK_MS = 10_000;
const STUCK_AT_THE_END_MS = 2_000;
const OVERDUE_MS = 30_000;
const NOT_REPORTED = 3;
function watchOver(publishReport) {
(0, node_messages.U)(NOT_REPORTED);
const run = process.ppid;
const state = { reader: 'terminal', during: 'the start' };
let silentMs = 0;
let isAskedToEnd = false;
for (const signal of signals.g)
process.on(signal, () => {
isAskedToEnd = true;
});
const intervene = (why) => {
clearInterval(ticks);
process.stdin.removeAllListeners('end');
void end(run, state, { why, publishReport });
};
const ticks = setInterval(() => {
silentMs += watchdog_state.G;
const lateMs = Date.now() - (state.until ?? Number.POSITIVE_INFINITY);
const most = isAskedToEnd || lateMs > 0 ? STUCK_AT_THE_END_MS : (state.stuckAfterMs ?? STUCK_MS);
if (silentMs > most)
intervene('stuck');
else if (lateMs > OVERDUE_MS)
intervene('overdue');
}, watchdog_state.G);
let rest = '';
process.stdin.setEncoding('utf8').on('data', (text) => {
silentMs = 0;
const lines = (rest + text).split('\n');
rest = lines.pop() ?? '';
for (const line of lines.filter((one) => one !== '')) {
const message = JSON.parse(line);
if ('over' in message)
process.exit();
Object.assign(state, message);
}
});
process.stdin.on('end', () => intervene('exited'));
}
async function end(run, state, { why, publishReport }) {
await endChildrenOf(run);
send(run, 'SIGSTOP');
await publishReport((0, brief.j3)(state.known ?? {}, problemOf(why, state.during)), state.reader);
send(run, 'SIGKILL');
if (state.scratch !== undefined)
(0, temporary.v)(state.scratch);
process.exit();
}
const AGAIN = 'What was done so far is kept; run it again: nothing is created twice.';
function problemOf(why, during) {
const diagnostics = {
stuck: {
code: 'run-stuck',
message: `The run no longer responded during ${during}, and its watchdog ended it.`,
hint: `A file or an answer takes too long to read: this is a bug of deploy-monitoring. ${AGAIN}`,
},
overdue: {
code: 'run-timeout',
message: `The time was up during ${during}, but the run did not end, and its watchdog ended it.`,
hint: `This is a bug of deploy-monitoring. ${AGAIN}`,
},
exited: {
code: 'run-killed',
message: `The program ended during ${during} without a report: it was killed, or ran out of memory.`,
hint: AGAIN,
},
};
return { severity: 'error', ...diagnostics[why] };
}
})
};

export const id = 9306;
export const ids = [9306];
export const modules = {
59306: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
main: () => (main),
publishForRun: () => (publishForRun)
});
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var core = __webpack_require__(46058);
var names = __webpack_require__(43636);
var compile_cache = __webpack_require__(76783);
var errors = __webpack_require__(61469);
var node_messages = __webpack_require__(6783);
var lib_output = __webpack_require__(66903);
var redact = __webpack_require__(67209);
var temporary = __webpack_require__(4495);
var guard = __webpack_require__(93859);
var redact_forms = __webpack_require__(52111);
var lib_text = __webpack_require__(94869);
var workflow_commands = __webpack_require__(41450);
;
const ANNOTATIONS_PER_KIND = 10;
function runnerLog() {
const shown = { error: 0, warning: 0 };
let isInStage = false;
(0, redact.IJ)((secret) => {
for (const mask of (0, redact_forms.SL)(secret))
core.Pq(mask);
});
return {
info: (text) => core.pq(line(text)),
debug: (text) => core.Yz(line(text)),
problem: (problem) => {
const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND;
const show = problem.severity === 'error' ? core.z3 : core.$e;
if (annotate)
show(log_text(problem), properties(problem));
else
core.pq(line(`${problem.severity} ${problem.code}: ${where(problem)}${log_text(problem)}`, 3_000));
},
block: (title, lines) => {
if (isInStage)
core.pq(line(title));
else
core.Oh(line(title));
for (const text of lines)
core.pq(line(text, 2_000));
if (!isInStage)
core.N4();
},
stage: (title) => {
if (isInStage)
return () => { };
isInStage = true;
core.Oh(line(title));
return () => {
isInStage = false;
core.N4();
};
},
};
}
const line = (text, limit) => (0, workflow_commands.i)((0, lib_text.TN)(text, limit));
const log_text = (problem) => `${line(problem.message, 1_000)} ${line(problem.hint, 1_000)}`;
const where = (problem) => problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : '';
function properties(problem) {
const { at } = problem;
return {
title: line(problem.code),
...(at && { file: line(at.file, 1_000), startLine: at.line, startColumn: at.column }),
};
}
;
const SCRATCH = 'scratch';
const PUBLISHED = 'published';
async function main() {
(0, node_messages.U)(1);
const output = (0, lib_output.X)();
const log = runnerLog();
for (const secret of (0, names.VY)(process.env))
(0, redact.Ck)(secret);
const scratch = (0, external_node_fs_.mkdtempSync)((0, external_node_path_.join)((0, temporary.y)(process.env), 'deploy-monitoring-'));
saveState(SCRATCH, scratch, log);
const watchdog = (0, guard.M)({ reader: 'runner', scratch }, (0, guard.D)(process.env.INPUT_MODE?.trim()));
const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
process.on(signal, () => cancel.abort());
const { finish, step } = await (0, compile_cache.S)(() => Promise.all([__webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(9605), __webpack_require__.e(16), __webpack_require__.e(6989), __webpack_require__.e(4368)]).then(__webpack_require__.bind(__webpack_require__, 82728)));
const report = await step({ env: process.env, log, signal: cancel.signal, scratch, watchdog });
saveState(PUBLISHED, 'true', log);
watchdog.dismiss();
await output.exit(await finish(report, { env: process.env, log, signal: cancel.signal }));
}
const AFTER_WATCHDOG_MS = 20_000;
async function publishForRun(report) {
const log = runnerLog();
for (const secret of (0, names.VY)(process.env))
(0, redact.Ck)(secret);
const [{ publish }, { finish }] = await Promise.all([Promise.all([__webpack_require__.e(7934), __webpack_require__.e(4590), __webpack_require__.e(3635), __webpack_require__.e(8643), __webpack_require__.e(2056)]).then(__webpack_require__.bind(__webpack_require__, 32056)), Promise.all([__webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(9605), __webpack_require__.e(16), __webpack_require__.e(6989), __webpack_require__.e(4368)]).then(__webpack_require__.bind(__webpack_require__, 82728))]);
publish(report, process.env, log);
saveState(PUBLISHED, 'true', log);
await finish(report, { env: process.env, log, signal: AbortSignal.timeout(AFTER_WATCHDOG_MS) });
}
function saveState(name, value, log) {
try {
core.LZ(name, value);
}
catch (error) {
log.info(`The state of the step could not be saved: ${(0, errors.bD)(error)}`);
}
}
}),
43636: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
JR: () => (rawInput),
LO: () => (inputVariable),
VY: () => (secretsIn),
XK: () => (isOwnVariable),
cW: () => (SECRETS),
cu: () => (RECEIVER_SECRETS),
mT: () => (environmentVariable),
mc: () => (INPUTS),
rp: () => (RUNNER_INPUTS)
});
var __import_0__ = __webpack_require__(89977);
const RECEIVER_SECRETS = [
'slack-webhook-url',
'discord-webhook-url',
'telegram-bot-token',
'ntfy-url',
'ntfy-token',
'pagerduty-routing-key',
'smtp-password',
'notify-webhook-url',
'heartbeat-url',
];
const RUNNER_INPUTS = ['comment', 'check-run', 'issue', 'sarif-file', 'github-token'];
const INPUTS = [
'mode',
'config',
'working-directory',
'app',
'monitoring-app',
'organization',
'region',
'fly-api-token',
'flyctl-version',
'flyctl-sha256',
'prometheus-password',
'prometheus-url',
'grafana-prometheus-url',
'grafana-prometheus-user',
'grafana-prometheus-api-key',
'grafana-url',
'grafana-api-key',
'url',
'file',
'check',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
'fail-on',
'rollback-on-failure',
'timeout',
...RUNNER_INPUTS,
];
const FROM_ENVIRONMENT = [
'fly-api-token',
'prometheus-password',
'grafana-prometheus-url',
'grafana-prometheus-user',
'grafana-prometheus-api-key',
'grafana-url',
'grafana-api-key',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
'github-token',
];
const SECRETS = [
'fly-api-token',
'prometheus-password',
'grafana-prometheus-api-key',
'grafana-api-key',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
];
const inputVariable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
const environmentVariable = (name) => name.toUpperCase().replaceAll('-', '_');
function rawInput(env, name) {
const environment = FROM_ENVIRONMENT.includes(name) ? env[environmentVariable(name)] : undefined;
return env[inputVariable(name)] || environment || undefined;
}
const RUN_VARIABLES = /^(?:INPUT|FLY|GRAFANA|PROMETHEUS|GITHUB|GH|ACTIONS|DOCKER|BUILDKIT|BUILDX)_|_PROXY$/i;
const OF_SYSTEM = /^(?:PATH|HOME|IFS|ENV|PWD|SHELL|USER|TMPDIR|CI)$/;
const isOwnVariable = (name) => RUN_VARIABLES.test(name) ||
OF_SYSTEM.test(name) ||
FROM_ENVIRONMENT.some((input) => environmentVariable(input) === name);
const SECRET_NAME = /(?:^|[_-])(?:token|password|secret|(?:api|access|private|secret)[_-]?key)$/i;
const CREDENTIALS = /^(?:[a-z][\w+.-]*:\/\/)?[^\s/?#:@]*:([^\s/?#]+)@/i;
function secretsIn(env) {
const found = SECRETS.flatMap((name) => [env[inputVariable(name)], env[environmentVariable(name)]].flatMap((value) => secretParts(value ?? '')));
return [...new Set([...found, ...secretsOfPrograms(env)])];
}
function secretParts(value) {
const secret = value.trim();
const url = /^https?:\/\//i.test(secret) ? URL.parse(secret) : null;
if (!url)
return secret === '' || secret.includes(',') ? [] : [secret];
const parts = [...url.pathname.split('/'), ...url.searchParams.values(), url.password].filter((one) => one);
const long = parts.filter((part) => part.length >= LONG_PART);
return long.length > 0 ? long : parts.slice(-1);
}
const LONG_PART = 10;
function secretsOfPrograms(env) {
return Object.entries(env).flatMap(([name, value]) => {
if (!value || !RUN_VARIABLES.test(name))
return [];
const password = CREDENTIALS.exec(value)?.[1];
return [
...(SECRET_NAME.test(name) ? tokensIn(name, value) : []),
...(password === undefined ? [] : [password]),
...[...(URL.parse(value)?.searchParams ?? [])].flatMap(([key, secret]) => SECRET_NAME.test(key) ? [secret] : []),
];
});
}
const tokensIn = (name, value) => /^(?:INPUT_)?FLY[_-]/i.test(name) ? (0, __import_0__.o)(value) : [value.trim()];
}),
61469: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
JY: () => (ignoreRefusal),
bD: () => (messageOf),
lZ: () => (ActionError),
sx: () => (platformError)
});
class ActionError extends Error {
name = 'ActionError';
problems;
kind;
constructor(kind, problems, options) {
super(problems.map((p) => p.message).join('\n'), options);
this.kind = kind;
this.problems = problems;
}
}
function platformError(code, message, hint, cause) {
return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause });
}
function ignoreRefusal(error) {
if (error instanceof ActionError)
return undefined;
throw error;
}
function messageOf(error) {
return error instanceof Error ? error.message : String(error);
}
}),
89977: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
i: () => (flyTokenScheme),
o: () => (flyTokens)
});
const flyTokenScheme = (token) => /^fm\w+_/.test(token) ? 'FlyV1' : 'Bearer';
function flyTokens(token) {
return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part));
}
}),
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
66903: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
X: () => (watchOutput)
});
var __import_0__ = __webpack_require__(66149);
const NOT_WRITTEN = 3;
function watchOutput() {
const streams = [process.stdout, process.stderr];
let isLost = false;
for (const stream of streams)
stream.on('error', ({ code }) => {
isLost ||= code !== 'EPIPE' && code !== 'EIO';
});
return {
async exit(code) {
for (const signal of __import_0__.g)
process.removeAllListeners(signal);
await Promise.all(streams.map((stream) => new Promise((done) => stream.write('', () => done()))));
process.exit(code === 0 && isLost ? NOT_WRITTEN : code);
},
};
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
93859: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (delayFor),
M: () => (startWatchdog)
});
var __import_0__ = __webpack_require__(78303);
var __import_1__ = __webpack_require__(27264);
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
const watcher = spawn(process.execPath, [process.argv[1] ?? '', __import_1__.u], {
stdio: ['pipe', 'inherit', 'inherit'],
});
watcher.on('error', () => undefined).unref();
pipe = watcher.stdin;
pipe.on('error', () => undefined).unref();
pipe.write((0, __import_0__.c)(state));
beat = setInterval(() => pipe?.write('\n'), __import_0__.G).unref();
};
const timer = setTimeout(() => void begin(), afterMs).unref();
return {
update: (change) => {
Object.assign(state, change);
pipe?.write((0, __import_0__.c)(change));
},
dismiss: () => {
isOver = true;
clearTimeout(timer);
clearInterval(beat);
pipe?.write((0, __import_0__.c)({ over: true }));
},
};
}
}),
78303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (BEAT_MS),
c: () => (lineOf)
});
var __import_0__ = __webpack_require__(7171);
const BEAT_MS = 250;
const lineOf = (message) => `${JSON.stringify(message, __import_0__.ml)}\n`;
})
};

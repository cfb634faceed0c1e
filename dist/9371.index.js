export const id = 9371;
export const ids = [9371];
export const modules = {
65123: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FO: () => (exitCodeOf),
pP: () => (exitCodeOfRemoval),
t: () => (INTERRUPTED)
});
var __import_0__ = __webpack_require__(5680);
const INTERRUPTED = 130;
function exitCodeOf(report, interrupted) {
if (interrupted)
return INTERRUPTED;
if ((0, __import_0__.I)(report) === 0)
return 0;
if (report.verdict.failures.some(({ decides }) => decides))
return 1;
if (report.mode === 'contract' && !report.refused && report.checked)
return 1;
return report.refused || report.mode === 'plan' ? 2 : 3;
}
function exitCodeOfRemoval({ problems, refused }, interrupted) {
if (interrupted)
return INTERRUPTED;
if (problems.every(({ severity }) => severity !== 'error'))
return 0;
return refused ? 2 : 3;
}
}),
29371: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
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
var brief = __webpack_require__(7171);
var terminal = __webpack_require__(34146);
var run = __webpack_require__(88885);
var guard = __webpack_require__(93859);
var exit_code = __webpack_require__(65123);
var cli_log = __webpack_require__(73911);
var errors = __webpack_require__(61469);
;
async function reportFileWriter(file, log) {
if (file === undefined)
return undefined;
const { renderHtmlReport } = await __webpack_require__.e(3635).then(__webpack_require__.bind(__webpack_require__, 53635));
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
var terminal_text = __webpack_require__(43651);
;
const STYLES = {
good: ['bold', 'green'],
bad: ['bold', 'red'],
warn: 'yellow',
dim: 'dim',
code: 'cyan',
title: 'bold',
};
async function terminalScreen(stream, report) {
const width = stream.isTTY ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY;
const colours = (0, cli_log.n)('bold', 'x', stream) !== 'x';
const isPlain = width === Number.POSITIVE_INFINITY && !colours && !MAYBE_WIDE.test(JSON.stringify(report));
return {
ruler: isPlain ? terminal_text.Xv : (await Promise.all([__webpack_require__.e(2894), __webpack_require__.e(7001)]).then(__webpack_require__.bind(__webpack_require__, 97001))).UNICODE,
width,
colours,
paint: (tone, text) => (text === '' ? '' : (0, cli_log.n)(STYLES[tone], text, stream)),
};
}
const MAYBE_WIDE = /[^\x20-\x7e\u2013\u2014\u2026\u00b7\u2192\u2714\u2716\u00d7\u2212\u2265\u00b0]/;
;
function runMode(order) {
const json = order.switches.has('json');
return fromTerminal(order, async (context) => {
const report = await (0, run.e)({ ...context, charts: order.report !== undefined });
context.log.end();
const printReport = await reportPrinter(report, json);
const writeFile = await reportFileWriter(order.report, context.log);
const written = (0, brief.uN)(report, (one) => {
writeFile?.(one);
printReport(one);
});
return (0, exit_code.FO)(written, context.signal.aborted);
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
const screen = await terminalScreen(process.stdout, whole);
return (report) => (0, terminal.JJ)(report, screen);
}
async function jsonWriter() {
const { toResult } = await __webpack_require__.e(6423).then(__webpack_require__.bind(__webpack_require__, 98804));
const { jsonText } = await __webpack_require__.e(2550).then(__webpack_require__.bind(__webpack_require__, 72550));
return (report) => jsonText(toResult(report), 2);
}
function environment(inputs) {
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'));
return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() };
}
const ECHO_MS = 300;
function interruption(watchdog) {
const cancel = new AbortController();
let first = 0;
const stop = () => {
if (cancel.signal.aborted && performance.now() - first > ECHO_MS) {
watchdog.dismiss();
process.exit(exit_code.t);
}
first ||= performance.now();
cancel.abort();
};
for (const signal of signals.g)
process.on(signal, stop);
return cancel.signal;
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
43651: ((__module, __webpack_exports__, __webpack_require__) => {
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
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(68897);
const BY_CHARACTERS = { width: (text) => text.length, wrap: (text) => [text] };
const PLAIN = {
ruler: BY_CHARACTERS,
width: Number.POSITIVE_INFINITY,
colours: false,
paint: (_, text) => text,
};
const INDENT = 2;
const plainText = (text, limit = 300) => (0, __import_0__.TN)(text, limit);
function proseText(text, { colours, paint }, limit = 1_000) {
if (!colours)
return (0, __import_0__.TN)(text, limit);
return (0, __import_1__.CS)(text, limit)
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
if (last === 0)
return hanging(end, INDENT, screen);
if (end === '')
return hanging(start.trimEnd(), 4, screen);
if (room >= Math.min(NARROW, widthOf(end)))
return broken(`${start}  `, hanging(end, before, screen));
return [...broken('', hanging(start.trimEnd(), 4, screen)), ...broken('    ', hanging(end, 4, screen))];
});
}
const broken = (start, [first = '', ...rest]) => [start + first, ...rest];
function bounded(rows, most, show) {
const more = rows.length - most;
return [...show(rows.slice(0, most)), ...(more > 0 ? [`\u2026 and ${more} more`] : [])];
}
}),
34146: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
O1: () => (renderChanges),
x8: () => (renderProblems),
JJ: () => (renderTerminalReport)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
var headline = __webpack_require__(91218);
var overview = __webpack_require__(47108);
var parts = __webpack_require__(68897);
var patch_lines = __webpack_require__(30715);
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
const { downtime } = planned;
const texts = [
...(downtime === undefined ? [] : [downtime]),
...planned.backtest.map((one) => `Alert ${one.alert} (${one.change}): ${(0, planned_rows.LX)(one)}`),
...[(0, planned_rows.Xr)(planned), (0, planned_rows.BC)(planned)].filter((text) => text !== ''),
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
...(more > 0 ? [`      \u2026 and ${more} more lines`] : []),
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
const terminal_SIGN = { proven: '\u2714', done: '\u2714', unproven: '?', failed: '\u2716' };
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
(0, terminal_text.uW)((0, action_items.LG)((0, action_items.rZ)(report), report.mode), renderProblems(report, screen), screen),
conclusion(report, screen),
];
return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function conclusion(report, screen) {
const outcome = (0, headline.CL)(report);
const head = screen.paint(terminal_TONE[outcome], `${terminal_SIGN[outcome]} ${(0, terminal_text.wh)((0, headline.Pl)(report), 300)}`);
const facts = (0, overview.xS)(report)
.map((fact) => (0, parts.vc)((0, parts.CS)(fact)))
.join(' \u00b7 ');
return [...(0, terminal_text.rM)(head, 2, screen), ...(facts === '' ? [] : (0, terminal_text.rM)(`  ${facts}`, 2, screen))].join('\n');
}
const renderProblems = (report, screen = terminal_text.tZ) => (0, terminal_text.Mm)((0, action_items.rZ)(report), MAX_ROWS, (items) => items.flatMap((item) => todo(item, screen)));
const CHANGE = { done: '\u2714', unchanged: '=', kept: '!', failed: '\u2716', 'not-run': '\u2013' };
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
function todo(item, screen) {
const { severity, outcome, code, subject, at, what, next, patch } = item;
const isOpen = outcome === 'not-checked';
const sign = isOpen ? '?' : severity === 'error' ? '\u2716' : '!';
const tone = isOpen ? 'dim' : severity === 'error' ? 'bad' : 'warn';
const about = subject === '' ? '' : `${(0, terminal_text.lz)(subject, screen, 300)}: `;
const name = screen.paint('dim', `[${code}]`);
const lead = at
? `${(0, terminal_text.wh)(subject)}: ${screen.paint(tone, severity)}: `
: `${screen.paint(tone, sign)} ${about}`;
return [
...(0, terminal_text.rM)(`${lead}${(0, terminal_text.lz)(what, screen)} ${name}`, 4, screen),
...(next === '' ? [] : (0, terminal_text.rM)(`  \u2192 ${(0, terminal_text.lz)(next, screen)}`, 6, screen)),
...(patch === undefined ? [] : (0, patch_lines.U)(patch)),
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
const skip = ({ part, why, set }, screen) => (0, terminal_text.rM)(`\u2013 ${(0, terminal_text.wh)(part)}: ${(0, terminal_text.lz)(why, screen, 300)} To enable it: ${(0, terminal_text.lz)(set, screen).replace(/\.$/, '')}.`, 4, screen);
const timing = ({ step, seconds, note }) => [
(0, terminal_text.wh)(step),
`${seconds.toFixed(1)} s`,
(0, terminal_text.wh)(note ?? ''),
];
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

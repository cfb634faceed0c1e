export const id = 6785;
export const ids = [6785];
export const modules = {
25478: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Hy: () => (PACKAGE),
Y_: () => (RUNBOOKS_URL),
bM: () => (findingUrl),
oV: () => (runbookUrl),
vl: () => (BY_NPX)
});
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
const PACKAGE = 'github:fechatter/deploy-monitoring';
const BY_NPX = `npx --allow-git=root ${PACKAGE}`;
const PAGES = `${REPOSITORY}/blob/main/docs`;
const runbookUrl = (alert) => `${PAGES}/alerts/${alert}.md`;
const RUNBOOKS_URL = `${PAGES}/alerts/README.md`;
const findingUrl = (code) => code.includes('/') ? `${PAGES}/findings/${code}.md` : `${PAGES}/run-codes.md#${code}`;
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

export const id = 8643;
export const ids = [8643];
export const modules = {
48643: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
k: () => (renderCheckRun),
r: () => (withPlaces)
});
var __import_0__ = __webpack_require__(91218);
var __import_1__ = __webpack_require__(68107);
var __import_2__ = __webpack_require__(34902);
var __import_3__ = __webpack_require__(62360);
const MAX_ANNOTATIONS = 500;
function renderCheckRun(report, publication, isFailed) {
return {
name: checkName(publication),
conclusion: isFailed ? 'failure' : (0, __import_0__.CL)(report) === 'unproven' ? 'neutral' : 'success',
title: (0, __import_1__.U)((0, __import_0__.Pl)(report), 200),
summary: `${(0, __import_2__.Rw)((0, __import_0__.Pl)(report))}.`,
text: (0, __import_3__.l8)(report, publication),
annotations: withPlaces(report.problems).slice(0, MAX_ANNOTATIONS).map(annotationOf),
};
}
function checkName(publication) {
const parts = [publication.mode === 'contract' ? 'contract' : '', (0, __import_3__.$5)(publication)];
const others = parts.filter((part) => part !== '');
return (0, __import_1__.U)(`deploy-monitoring${others.length === 0 ? '' : ` (${others.join(', ')})`}`, 200);
}
function withPlaces(problems) {
const placed = problems.filter((problem) => problem.at !== undefined);
const { error = [], warning = [] } = Object.groupBy(placed, ({ severity }) => severity);
return [...error, ...warning];
}
const annotationOf = ({ at, severity, code, message, hint }) => ({
path: at.file,
line: Math.max(1, at.line),
column: Math.max(1, at.column),
level: severity === 'error' ? 'failure' : 'warning',
title: (0, __import_1__.U)(code, 200),
message: `${(0, __import_1__.U)(message, 1_000)}\n${(0, __import_1__.U)(hint, 1_000)}`,
});
}),
68107: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
U: () => (inertText)
});
var __import_0__ = __webpack_require__(94869);
const CALLS = /[@#](?=\w)|\bgh-(?=\d)|\](?=\()|:(?=\/\/)|\bwww(?=\.)/gi;
function inertText(text, limit = 500) {
const inert = (0, __import_0__.TN)(text, limit).replace(CALLS, '$&\u200b');
return inert.length <= limit ? inert : `${(0, __import_0__.Jj)(inert, limit - 1)}\u2026`;
}
}),
66491: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B$: () => (inertHtmlCode),
tJ: () => (inert),
yj: () => (inertHtml)
});
const APART = '&#8203;';
const TOKEN = /(@(?!\s|$)|#(?=\d))|(\w[\w-]*)|:(?=\/\/)|(?<=www)\.|[\\`*~|[\]]|<(?!\s|$)|&(?=[#\w])|#(?=#|$|\s)|\$/gi;
const AT_START = /^(?:[-+=>#]|(?<number>\d{1,9})(?=[.)]))/;
const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi;
const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi;
const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i;
function inert(text, commits, isStart = true) {
const safe = text.replace(TOKEN, (token, call, word) => {
if (call)
return call + APART;
if (!word)
return token === '$' ? '&#36;' : `\\${token}`;
if (COMMIT.test(word))
return commits(word);
return word.replace(UNDERSCORE, '\\_').replace(ISSUE, `$&${APART}`);
});
return isStart
? safe.replace(AT_START, (found, number) => (number ? `${number}\\` : `\\${found}`))
: safe;
}
const REFERENCE = /(@|#(?=\d)|(?<![a-z0-9])gh-(?=\d))|(?<!\w)([0-9a-f]{7,40})(?!\w)|[&<>"]/gi;
const inertHtml = (text) => htmlOf(text, (commit) => `<code>${commit}</code>`);
const inertHtmlCode = (text) => `<code>${htmlOf(text, (commit) => commit)}</code>`;
const htmlOf = (text, commits) => text.replace(REFERENCE, (token, call, commit) => call ? call + APART : commit ? commits(commit) : `&#${token.charCodeAt(0)};`);
}),
34902: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DV: () => (codeBlock),
FV: () => (escapeMarkdown),
OF: () => (fenced),
Rw: () => (proseMarkdown),
TM: () => (folded),
iQ: () => (markdownLink),
ti: () => (inlineCode),
tp: () => (table),
zH: () => (details)
});
var __import_0__ = __webpack_require__(94869);
var __import_3__ = __webpack_require__(41450);
var __import_2__ = __webpack_require__(66491);
var __import_1__ = __webpack_require__(68897);
const MAX_ROWS = 200;
const escapeMarkdown = (text, limit = 500) => markdownOf((0, __import_1__.Bj)(text, limit));
const proseMarkdown = (text, limit = 1_000) => markdownOf((0, __import_1__.CS)(text, limit));
const markdownOf = (parts) => parts.map(({ text, code }, i) => (code ? codeSpan(text) : (0, __import_2__.tJ)(text, codeSpan, i === 0))).join('');
function inlineCode(text, limit = 500) {
const line = (0, __import_0__.TN)(text, limit);
return line === '' ? '' : codeSpan(line);
}
const codeSpan = (line) => /[`\\|]/.test(line) || (0, __import_3__.i)(line) !== line
? `<code>${(0, __import_2__.tJ)(line, (word) => word)}</code>`
: `\`${line}\``;
function markdownLink(label, address, show = escapeMarkdown) {
const url = URL.parse(address);
if (!url || !['http:', 'https:'].includes(url.protocol))
return show(label);
const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;');
return `[${show(label)}](<${href}>)`;
}
function table(head, rows) {
if (rows.length === 0)
return '';
const line = (cells) => `| ${cells.join(' | ')} |`;
const shown = rows.slice(0, MAX_ROWS).map(line);
const more = rows.length > MAX_ROWS ? `\n\n\u2026 and ${rows.length - MAX_ROWS} more.` : '';
return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`;
}
const details = (title, body) => folded((0, __import_2__.yj)((0, __import_0__.TN)(title)), body);
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
const fenced = (lines, language = '') => codeBlock(lines.map((line) => (0, __import_0__.TN)(line, 2_000)), language);
function codeBlock(lines, language) {
const safe = lines.map(__import_3__.i);
const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
const fence = '`'.repeat(longest + 1);
return [fence + language, ...safe, fence].join('\n');
}
}),
62360: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AS: () => (item),
TN: () => (keyOf),
$5: () => (otherConfiguration),
l8: () => (renderPublished)
});
var external_node_path_ = __webpack_require__(76760);
var json_value = __webpack_require__(91060);
;
const ELEMENT = /<(\/?)(details|table|blockquote|div|ul|ol|picture|pre)\b/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
function cutMarkdown(markdown, maxBytes, note) {
if (Buffer.byteLength(markdown) <= maxBytes)
return markdown;
const end = `\n\n${note}\n`;
const lines = markdown.split('\n');
const nesting = createNesting();
let size = Buffer.byteLength(end);
let best = { lines: 0, closing: '' };
for (const [i, line] of lines.entries()) {
size += Buffer.byteLength(line) + 1;
if (size > maxBytes)
break;
const closing = nesting.closingAfter(line);
if (closing !== undefined && size + closing.length <= maxBytes)
best = { lines: i + 1, closing };
}
return lines.slice(0, best.lines).join('\n').trimEnd() + best.closing + end;
}
function createNesting() {
const open = [];
let fence = '';
return {
closingAfter(line) {
const [, ticks = ''] = FENCE.exec(line) ?? [];
if (fence !== '') {
if (ticks.startsWith(fence) && line.trim() === ticks)
fence = '';
}
else if (ticks !== '')
fence = ticks;
else
for (const [, isEnd, name = ''] of line.matchAll(ELEMENT)) {
if (isEnd)
open.pop();
else
open.push(name);
}
const isFolded = open.every((name) => name === 'details');
const canEnd = fence === '' && isFolded && line !== '' && !line.startsWith('<details');
return canEnd ? '\n\n</details>'.repeat(open.length) : undefined;
},
};
}
var markdown = __webpack_require__(34902);
var report_summary = __webpack_require__(86486);
;
const USUAL = 'monitoring.yml';
function otherConfiguration({ config, folder }) {
const path = external_node_path_.posix.join(folder || '.', config || USUAL);
return path === USUAL ? '' : path;
}
function keyOf(report) {
const { mode, names } = report;
const identity = JSON.stringify([mode, otherConfiguration(report), ...names]);
return (0, json_value.sc)(identity).slice(0, 16);
}
const MAX_BYTES = 65_535;
const CUT = '_The rest is in the job summary of the run, which has no such limit._';
function renderPublished(report, publication, marker) {
const { mode, commit, runUrl, source } = publication;
const config = otherConfiguration(publication);
const about = [
`mode ${(0, markdown.ti)(mode)}`,
...(config === '' ? [] : [(0, markdown.ti)(config)]),
...(commit === '' ? [] : [`commit ${(0, markdown.ti)(commit.slice(0, 7))}`]),
...(runUrl === '' ? [] : [(0, markdown.iQ)('run', runUrl)]),
];
const head = marker === undefined ? '' : `${marker}\n`;
const foot = `\n<sub>${about.join(' \u00b7 ')}</sub>\n`;
const room = MAX_BYTES - Buffer.byteLength(head + foot);
const summary = (0, report_summary.B)({ ...report, commit: undefined }, source);
return head + cutMarkdown(summary, room, CUT) + foot;
}
const item = (code, subject) => `- ${(0, markdown.ti)(code)}${subject === '' ? '' : ` ${(0, markdown.FV)(subject, 200)}`}`;
}),
86486: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B: () => (renderSummary)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
var markdown = __webpack_require__(34902);
var report_rows = __webpack_require__(24098);
;
function renderSection({ title, body, isOpen }) {
if (body === '')
return '';
return isOpen ? `## ${title}\n\n${body}` : (0, markdown.zH)(title, body);
}
const joined = (...parts) => parts.filter((part) => part !== '').join('\n\n');
;
const STATE = {
'no-machine': '\ud83d\udd34&nbsp;no machine',
down: '\ud83d\udd34&nbsp;down',
unknown: '\u26aa&nbsp;not checked',
up: '\ud83d\udfe2&nbsp;up',
resting: '\u26aa&nbsp;resting',
};
function targetSections({ mode, evidence }) {
if (!evidence)
return [];
const rows = (0, report_rows.dg)(evidence);
const { well = [], wrong = [] } = Object.groupBy(rows, ({ state }) => state === 'up' || state === 'resting' ? 'well' : 'wrong');
const time = mode === 'verify' ? 'when this check began' : 'when the last deploy ended';
const note = evidence.mark
? `Only scrapes after ${clock(evidence.mark)} on Prometheus' clock count, the time ${time}.`
: '';
const up = well.filter(({ state }) => state === 'up').length;
const resting = well.length - up;
const healthy = `\ud83d\udfe2 ${(0, lib_text.U9)(up, 'target')} up${resting > 0 ? `, ${resting} allowed to be stopped` : ''}`;
return [
{
title: 'Scrape targets',
body: wrong.length > 0 ? joined(targetTable(wrong, FEW_WRONG, rows), note) : '',
isOpen: true,
},
{
title: healthy,
body: well.length > 0 ? joined(targetTable(well, report_rows.sD, rows), wrong.length > 0 ? '' : note) : '',
isOpen: false,
},
];
}
const FEW_WRONG = 3;
function targetTable(rows, most, all) {
const groups = (0, report_rows.GC)(rows, most, all);
const columns = ['', 'service', rows.length > most ? 'machines' : 'machine', 'last scrape', 'samples'];
const hasReasons = groups.some(({ why }) => why !== '');
return (0, markdown.tp)(hasReasons ? [...columns, 'what Prometheus says'] : columns, groups.map((group) => [...targetCells(group), ...(hasReasons ? [(0, markdown.FV)(group.why, 300)] : [])]));
}
const targetCells = ({ state, service, machines, region, lastScrape, samples, lost, }) => {
const [only = ''] = machines;
const where = region === '' ? '' : `&nbsp;${(0, markdown.FV)(region)}`;
const some = machines.length > 3 ? `${machines.length}` : machines.map((name) => (0, markdown.ti)(name)).join(', ');
return [
STATE[state],
(0, markdown.FV)(service),
only === '' ? '' : `${some}${where}`,
clock(lastScrape),
`${samples || ''}${lost ? ` (${lost} lost)` : ''}`,
];
};
const MAX_NAMES = 20;
function contractSection({ evidence, verdict }) {
const { lines, metrics, panels } = evidence
? (0, report_rows.Sv)(evidence)
: { lines: [], metrics: [], panels: [] };
const isOpen = verdict.failures.some(({ area, because, accepted }) => /^(?:metrics|panels)$/.test(area) && because === undefined && !accepted);
const items = lines.map(({ text, names }) => {
const about = (0, lib_text.H$)(names.map((name) => (0, markdown.ti)(name)), MAX_NAMES);
return `- ${text}${about === '' ? '' : `: ${about}`}`;
});
const body = joined(items.join('\n'), wrong(['', 'metric', 'service', 'what is wrong'], metrics, markdown.ti), wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, markdown.FV));
const sign = metrics.length + panels.length === 0 ? '\ud83d\udfe2 ' : '';
return { title: `${sign}Metrics and panels`, body, isOpen };
}
function wrong(head, rows, show) {
return (0, markdown.tp)(head, rows.map(({ state, name, of, why }) => [
(0, markdown.FV)(state),
show(name),
(0, markdown.FV)(of),
(0, markdown.Rw)(why, 300),
]));
}
function acceptedSection(failures) {
const rows = failures.flatMap(({ accepted, code, subject }) => accepted
? [[(0, markdown.ti)(code), (0, markdown.FV)(subject), (0, markdown.FV)(accepted.reason, 300), accepted.until]]
: []);
const body = (0, markdown.tp)(['claim', 'of', 'reason', 'until'], rows);
return { title: `Accepted although unproven: ${(0, lib_text.U9)(rows.length, 'claim')}`, body, isOpen: false };
}
function alertSection(evidence) {
const all = evidence ? (0, report_rows.Mf)(evidence) : [];
const rows = all.map(({ state, name, summary: text, since }) => [
state === 'firing' ? '\ud83d\udd25 firing' : '\u23f3 pending',
(0, markdown.FV)(name),
(0, markdown.FV)(text),
sinceText(since, evidence?.ended ?? ''),
]);
return {
title: 'Alerts',
body: (0, markdown.tp)(['', 'alert', 'summary', 'since'], rows),
isOpen: all.some(({ state }) => state === 'firing'),
};
}
function sloSection(evidence) {
const sign = { holds: '\ud83d\udfe2', warning: '\ud83d\udfe1', broken: '\ud83d\udd34', 'not-checked': '\u26aa', 'nothing-to-check': '\u26aa' };
const rows = (evidence?.checks ?? []).flatMap(({ area, subject, outcome, why }) => area === 'slo' ? [[sign[outcome], (0, markdown.FV)(subject), (0, markdown.FV)(why, 300)]] : []);
return {
title: 'Objectives',
body: (0, markdown.tp)(['', 'objective', 'error budget'], rows),
isOpen: rows.some(([state]) => state !== '\ud83d\udfe2'),
};
}
function checkSection(evidence) {
const sign = { holds: '\u2714', warning: '\u26a0', broken: '\u2716', 'not-checked': '?', 'nothing-to-check': '\u2013' };
const rows = (evidence?.checks ?? []).map(({ outcome, area, subject, certainty, why }) => [
sign[outcome],
(0, markdown.FV)(area),
(0, markdown.FV)(subject),
(0, markdown.FV)(certainty),
(0, markdown.Rw)(why, 300),
]);
return {
title: 'What else was checked',
body: (0, markdown.tp)(['', 'what', 'of', 'certainty', 'why'], rows),
isOpen: false,
};
}
const sinceText = (since, now) => since.slice(0, 10) === now.slice(0, 10)
? clock(since)
: `${(0, markdown.FV)(since.slice(0, 10))} ${clock(since)}`;
const clock = (iso) => iso ? `${(0, markdown.FV)(iso.slice(11, 19))}&nbsp;UTC` : '';
var documentation = __webpack_require__(25478);
var overview = __webpack_require__(47108);
var patch_lines = __webpack_require__(30715);
;
const MAX_TODOS = 50;
const FEW_PLACES = 5;
const MAX_PLACES = 100;
const signOf = ({ severity, outcome }) => outcome === 'not-checked' ? '\u26aa' : severity === 'error' ? '\ud83d\udd34' : '\ud83d\udfe1';
function whatToDo(todo, source) {
const list = (some) => some.map((item) => itemOf(item, source)).join('\n');
const kinds = (0, action_items._G)(todo.slice(0, MAX_TODOS)).map(({ first, rest, title }) => {
const [next] = rest;
return next ? `${list(first)}\n\n${(0, markdown.zH)(`${signOf(next)} ${title}`, list(rest))}\n` : list(first);
});
const more = todo.length > MAX_TODOS ? [`- \u2026 and ${todo.length - MAX_TODOS} more, see the tables.`] : [];
return [...kinds, ...more].join('\n');
}
function itemOf(item, source) {
const { subject, code, outcome, what, next } = item;
const label = subject === '' ? '' : `**${labelOf(item, source)}**: `;
const name = outcome ? ` ${(0, markdown.ti)(code)}` : '';
return `- ${signOf(item)} ${label}${(0, markdown.Rw)(what)}${name}${remedy(next)}${patchBlock(item)}`;
}
const patchBlock = ({ patch }) => patch === undefined ? '' : `\n\n${(0, markdown.DV)((0, patch_lines.U)(patch), 'diff').replace(/^/gm, '  ')}\n`;
const remedy = (next) => (next === '' ? '' : `<br>\u2192 ${(0, markdown.Rw)(next)}`);
function findings(todo, source) {
const groups = [...Map.groupBy(todo, ({ code }) => code)];
return groups.map(([code, items]) => findingGroup(code, items, source)).join('\n\n');
}
function findingGroup(code, items, source) {
const [first] = items;
if (!first)
return '';
const title = `${signOf(first)} ${(0, markdown.iQ)(code, (0, documentation.bM)(code))}`;
if (items.length === 1)
return `${title}\n${placeOf(first, source, true)}`;
const files = [...new Set(items.flatMap(({ at }) => at?.file ?? []))];
const where = files.length === 0 ? '' : ` in ${(0, lib_text.H$)(files.map((file) => (0, markdown.ti)(file)))}`;
const hints = new Set(items.map(({ next }) => next));
const isShared = hints.size === 1;
const places = items
.toSorted((a, b) => files.indexOf(a.at?.file ?? '') - files.indexOf(b.at?.file ?? ''))
.slice(0, MAX_PLACES)
.map((item) => placeOf(item, source, !isShared));
const more = items.length > MAX_PLACES ? [`- \u2026 and ${items.length - MAX_PLACES} more`] : [];
const body = [...places, ...more].join('\n');
const all = (0, lib_text.U9)((0, action_items.A1)(items), 'place');
const head = `${title}: ${all}${where}${isShared ? remedy(first.next) : ''}`;
if (items.length <= FEW_PLACES)
return `${head}\n${body}`;
return `${head}\n\n${(0, markdown.zH)(all, body)}`;
}
function placeOf(item, source, withRemedy) {
const { subject, what, next } = item;
const label = subject === '' ? '' : `${labelOf(item, source)}: `;
return `- ${label}${(0, markdown.Rw)(what)}${withRemedy ? remedy(next) : ''}${patchBlock(item)}`;
}
const labelOf = ({ subject, at }, source) => at ? (0, markdown.iQ)(subject, source ? (0, overview._J)(source, at) : '', markdown.ti) : (0, markdown.FV)(subject, 200);
var headline = __webpack_require__(91218);
var inert = __webpack_require__(66491);
var parts = __webpack_require__(68897);
var planned_rows = __webpack_require__(64327);
;
const MAX_CHANGES = 60;
const MAX_DETAILS = 250_000;
const SIGN = { add: '\ud83d\udfe2', change: '\ud83d\udfe1', remove: '\ud83d\udd34' };
function plannedSection(report) {
const { mode, planned } = report;
const isPlan = mode === 'plan';
const section = { title: (0, planned_rows.NE)(report), isOpen: isPlan };
if (!planned)
return { ...section, body: '' };
const shown = planned.changes.filter(({ routine, details: parts }) => !routine && (isPlan || parts.length > 0));
const body = joined(isPlan ? resultLine(planned) : '', planned.downtime === undefined ? '' : `\u23f8\ufe0f ${(0, markdown.Rw)(planned.downtime, 600)}`, ...changeLists(shown), backtests(planned), planned.price === undefined ? '' : `\ud83d\udcb2 ${(0, markdown.FV)((0, planned_rows.BC)(planned), 400)}`);
return { ...section, body };
}
function resultLine(planned) {
const counts = (0, planned_rows.xS)(planned.changes);
const result = counts === 'no changes' ? '**No changes.**' : `**${counts}.**`;
const routine = (0, planned_rows.wz)(planned);
return [result, ...(routine === '' ? [] : [(0, markdown.FV)(routine)]), (0, planned_rows.lp)(planned)].join(' ');
}
function changeLists(changes) {
const shown = changes.slice(0, MAX_CHANGES);
const more = changes.length - shown.length;
let room = MAX_DETAILS;
const line = (change) => {
const differences = differencesOf(change);
room -= differences.length;
return changeLine(change, room > 0 ? differences : TOO_MUCH);
};
const lists = [...Map.groupBy(shown, ({ platform }) => platform)].flatMap(([platform, all]) => [
`**${platform}**`,
...all.map(line),
]);
return [...lists, ...(more > 0 ? [`\u2026 and ${more} more.`] : [])];
}
const TOO_MUCH = 'There are too many differences to be shown: the result as JSON has them.';
function changeLine(change, differences) {
const { subject, what, details: parts } = change;
const text = `${what}. ${reasonOf(change)}`;
if (parts.length === 0)
return `${planned_section_signOf(change)} ${(0, markdown.ti)(subject, 100)}: ${(0, markdown.Rw)(text, 600)}`;
return (0, markdown.TM)(`${planned_section_signOf(change)} ${htmlCode(subject)}: ${htmlProse(`${text} ${tally(parts)}`)}`, differences);
}
const planned_section_signOf = ({ certain, effect }) => certain ? `${SIGN[effect]} ${effect}&nbsp;` : '\u26aa not known&nbsp;';
const reasonOf = ({ effect, reason }) => effect === 'add' && /does not exist yet\.?$/.test(reason) ? '' : reason;
const htmlCode = (text) => (0, inert.B$)((0, lib_text.TN)(text, 100));
const htmlProse = (text) => (0, parts.CS)(text, 600)
.map((part) => (part.code ? (0, inert.B$)(part.text) : (0, inert.yj)(part.text)))
.join('');
const differencesOf = ({ details: parts }) => parts
.map((part) => part.title.startsWith('/')
? (0, markdown.TM)(`${htmlCode(part.title)} ${(0, inert.yj)(tally([part]))}`, diffBlock(part.lines))
: [(0, markdown.FV)(`${part.title}:`), diffBlock(part.lines)].join('\n\n'))
.join('\n\n');
function tally(parts) {
const lines = parts.flatMap((part) => part.lines);
const counts = [['+', '+'], ['-', '\u2212'], ['~', '~']].flatMap(([sign, shown]) => {
const n = lines.filter((line) => line.startsWith(sign)).length;
return n > 0 ? [`${shown}${n}`] : [];
});
return `(${counts.join(' ')})`;
}
const diffBlock = (lines) => (0, markdown.DV)(lines.map(coloured), 'diff');
function coloured(line) {
const [, sign = '', indent = ''] = /^([-+~ ]?)( *)/.exec(line) ?? [];
const rest = (0, lib_text.TN)(line.slice(sign.length + indent.length), 500);
return `${sign === '~' ? '!' : sign}${indent}${rest}`;
}
function backtests(planned) {
const note = (0, markdown.Rw)((0, planned_rows.Xr)(planned), 400);
if (planned.backtest.length === 0)
return note;
const items = planned.backtest.map((one) => `- ${(0, markdown.ti)(one.alert, 100)} (${one.change}): ${(0, markdown.Rw)((0, planned_rows.LX)(one), 300)}`);
const lead = '**New and changed alerts, tried on the data of the last 7 days:**';
return joined(lead, items.join('\n'), note);
}
;
const MAX_BYTES = 1_000_000;
const ICON = { proven: '\u2705', unproven: '\u26a0\ufe0f', done: '\u2705', failed: '\u274c' };
function renderSummary(report, source) {
const items = (0, action_items.rZ)(report);
const list = report.mode === 'plan' ? findings(items, source) : whatToDo(items, source);
const toDo = { title: (0, action_items.LG)(items, report.mode), body: list, isOpen: true };
const plan = report.mode === 'plan' ? [plannedSection(report)] : [];
const sections = [
...(report.verdict.kind === 'failed' ? [toDo, ...plan] : [...plan, toDo]),
acceptedSection(report.verdict.failures),
...targetSections(report),
alertSection(report.evidence),
sloSection(report.evidence),
contractSection(report),
changes(report),
...(report.mode === 'plan' ? [] : [plannedSection(report)]),
checkSection(report.evidence),
skipped(report),
byHand(report),
timings(report),
];
const head = `# ${ICON[(0, headline.CL)(report)]} ${(0, markdown.Rw)((0, headline.Pl)(report), 300)}`;
return fitting([joined(head, facts(report), links(report)), ...sections.map(renderSection)].filter((part) => part !== ''));
}
const facts = (report) => (0, overview.xS)(report)
.map((fact) => (0, markdown.Rw)(fact))
.join(' \u00b7 ');
const links = (report) => (0, overview.hP)(report)
.map(({ label, url }) => (0, markdown.iQ)(label, url))
.join(' \u00b7 ');
const RESULT = { done: '\u2714', unchanged: '=', kept: '\u270b', failed: '\u274c', 'not-run': '\u2013' };
function changes({ changes: all, problems }) {
const rows = all.map((change) => [
RESULT[change.result],
(0, markdown.ti)(change.subject),
(0, markdown.Rw)(change.what, 200),
(0, markdown.Rw)((0, overview.ff)(change, problems), 200),
change.seconds === undefined ? '' : `${change.seconds.toFixed(1)}&nbsp;s`,
]);
const failed = all.filter(({ result }) => result === 'failed' || result === 'not-run').length;
const done = all.filter(({ result }) => result === 'done').length;
return {
title: `What this run did: ${failed > 0 ? `${failed} of ${(0, lib_text.U9)(all.length, 'step')} failed or not run` : `${(0, lib_text.U9)(done, 'change')}`}`,
body: (0, markdown.tp)(['', 'on', 'what', 'why', ''], rows),
isOpen: failed > 0,
};
}
function skipped({ skipped: parts }) {
const rows = parts.map(({ part, why, set }) => [
(0, markdown.Rw)(part),
(0, markdown.Rw)(why),
(0, markdown.Rw)(set),
]);
const body = (0, markdown.tp)(['part', 'why', 'to enable it, set'], rows);
return { title: `Skipped: ${(0, lib_text.U9)(rows.length, 'part')}`, body, isOpen: false };
}
function byHand({ mode, monitoring }) {
const { checks, silence } = monitoring && mode !== 'plan' ? (0, overview.Kf)(monitoring) : { checks: [], silence: [] };
const lines = [...checks, ...silence.flatMap((command) => ['# Silence TargetDown for 8 h:', command])];
return { title: 'Check it yourself', body: lines.length === 0 ? '' : (0, markdown.OF)(lines, 'sh'), isOpen: false };
}
function timings({ timings: all }) {
const rows = all.map(({ step, seconds, note }) => [
(0, markdown.FV)(step),
`${seconds.toFixed(1)}&nbsp;s`,
(0, markdown.FV)(note ?? ''),
]);
return { title: 'Timings', body: (0, markdown.tp)(['step', '', ''], rows), isOpen: false };
}
function fitting(sections) {
const kept = [];
const dropped = [];
let size = 0;
for (const section of sections) {
size += Buffer.byteLength(section) + 2;
if (size < MAX_BYTES)
kept.push(section);
else
dropped.push(section.match(/^(?:## |<details><summary>)([^<\n]*)/)?.[1] ?? 'details');
}
if (dropped.length > 0)
kept.push(`Left out because GitHub shows 1 MiB at most: ${(0, lib_text.p_)(dropped)}.`);
return `${kept.join('\n\n')}\n`;
}
})
};

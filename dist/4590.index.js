export const id = 4590;
export const ids = [4590];
export const modules = {
68456: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A1: () => (countItems),
LG: () => (actionTitle),
_G: () => (itemsByKind),
rZ: () => (actionItems)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(90615);
function actionItems(report) {
const { failures } = report.verdict;
const isAccepted = (code, subject) => failures.some((one) => one.accepted !== undefined && one.code === code && one.subject === subject);
const all = [
...report.problems.map(fromProblem),
...failures
.filter(({ because, accepted }) => because === undefined && accepted === undefined)
.map(fromFailure),
...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning' && !isAccepted(`${area}-warning`, subject)
? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
: []),
];
const isFirst = ({ code, subject }) => code === 'delivery-warning' && subject === __import_1__.G;
const bySeverity = (severity, isWanted) => mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)));
return [
...bySeverity('error', isDown),
...bySeverity('error', (todo) => todo.outcome !== 'not-checked' && !isDown(todo)),
...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
...bySeverity('warning', (todo) => todo.outcome === 'broken'),
...bySeverity('warning', (todo) => todo.outcome === 'not-checked'),
...all.filter(isFirst),
...bySeverity('warning', (todo) => todo.outcome === undefined),
];
}
const isDown = ({ outcome, code }) => outcome === 'broken' && code.startsWith('target-');
const countItems = (items) => items.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
const actionTitle = (items, mode) => mode === 'plan'
? 'Findings'
: items.some(({ severity, outcome }) => severity === 'error' || outcome)
? 'What to do'
: 'Warnings';
const FEW_ITEMS = 3;
function itemsByKind(items) {
const kinds = Map.groupBy(items, ({ code, severity, outcome }) => `${severity} ${outcome} ${code}`);
return [...kinds.values()].map((all) => {
const [next, ...others] = all.slice(FEW_ITEMS);
if (!next || others.length === 0)
return { first: all, rest: [], title: '' };
const rest = [next, ...others];
const names = (0, __import_0__.H$)(rest.flatMap(({ subject }) => (subject === '' ? [] : (0, __import_0__.TN)(subject, 60))));
const title = `${countItems(rest)} more of ${next.code}${names === '' ? '' : `: ${names}`}`;
return { first: all.slice(0, FEW_ITEMS), rest, title };
});
}
function mergeEqual(all) {
const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
return [...groups.values()].flatMap((group) => {
const [first, second] = group;
if (!first || !second)
return group;
return [{ ...first, subject: mergedSubject(group) }];
});
}
function mergedSubject(group) {
const [first, second] = group.map(({ subject }) => subject).filter((subject) => subject !== '');
if (first === undefined)
return `${group.length} objects`;
return group.length === 2 && second !== undefined
? `${first} and ${second}`
: `${first} and ${group.length - 1} more`;
}
const fromFailure = ({ code, subject, why, next, decides, outcome }) => ({
severity: decides ? 'error' : 'warning',
outcome,
code,
subject,
what: why,
next,
});
function fromProblem({ at, severity, code, message, hint, patch, more }) {
const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
return {
...{ severity, code, subject, ...(at && { at }), what: message, next: hint },
...(patch !== undefined && { patch }),
...(more !== undefined && { more }),
};
}
}),
91218: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
ln: () => (REFUSED),
Pl: () => (headline),
CL: () => (runOutcome),
Bs: () => (statusLine)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
;
function culprit(report) {
const items = (0, action_items.rZ)(report).filter(({ severity, outcome }) => severity === 'error' || outcome);
const [first] = items;
if (!first)
return undefined;
const others = (0, action_items.A1)(items) - 1;
const more = others === 0 ? '' : `, and ${(0, lib_text.U9)(others, 'more problem')}`;
if (first.outcome === undefined)
return `${first.at ? `\`${first.subject}\`: ` : ''}${clauseOf(first.what, LATER)}${more}`;
const down = report.evidence && whichTargets(first, report.evidence);
const cause = clauseOf(first.what, down && first.code !== NOT_CHECKED ? SOONER : LATER);
const isNamed = first.subject === '' || cause.toLowerCase().startsWith(`${first.subject.toLowerCase()} `);
if (isNamed && down === undefined)
return `${cause}${more}`;
const told = cause.replace(/ of [\w-]+(?:, [\w-]+)* and [\w-]+(?: more)?(?= on )/, '');
return `${down ?? shortened((0, lib_text.TN)(first.subject, 2 * LONGEST_SUBJECT), LONGEST_SUBJECT)}: ${inSentence(down ? told : cause)}${more}`;
}
function whichTargets({ code, what }, { targets }) {
if (code === NOT_CHECKED)
return targets.some(({ state }) => state === 'up' || state === 'down')
? undefined
: 'No target could be checked';
const down = targets.filter(({ state }) => state === 'down');
const group = down.filter((one) => code === `target-${one.reason?.class}` && what.startsWith(causeOf(one)));
if (group.length === 0)
return undefined;
const [all, broken, services] = [targets, down, group].map((some) => [
...new Set(some.map(({ service }) => service)),
]);
const isEverything = targets.every(({ state }) => state === 'down' || state === 'resting');
if (isEverything && broken.length === all.length && all.length > 1)
return `All ${all.length} services are down${group.length < down.length ? `; ${(0, lib_text.H$)(services)}` : ''}`;
const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service));
const verb = (n) => (n === 1 ? 'is' : 'are');
if (group.length < expected.length)
return `${group.length} of ${(0, lib_text.U9)(expected.length, 'target')} of ${(0, lib_text.H$)(services)} ${verb(group.length)} down${placeOf(group, expected)}`;
return `${(0, lib_text.H$)(services)} ${verb(services.length)} down`;
}
function placeOf(group, expected) {
const [{ machine, region } = { machine: '', region: '' }, ...others] = group;
if (others.length === 0)
return machine === '' ? '' : `, machine ${machine}${region && ` in ${region}`}`;
const regions = [...new Set(group.map((one) => one.region))];
const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one));
return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${(0, lib_text.p_)(regions)}` : '';
}
const causeOf = ({ shared, reason }) => (shared ?? reason)?.why ?? '';
const NOT_CHECKED = 'target-not-checked';
const LONGEST = 160;
const LONGEST_SUBJECT = 100;
const LATER = /(?:;|(?<!\.)\.)(?=\s|$)/;
const SOONER = /(?:[:;]|(?<!\.)\.)(?=\s|$)/;
function clauseOf(text, sign) {
const start = (0, lib_text.TN)(text, LONGEST * 2);
const end = sign.exec(start)?.index ?? start.length;
return end > LONGEST ? shortened(start, LONGEST) : start.slice(0, end);
}
const shortened = (text, most) => text.length <= most ? text : `${(0, lib_text.Jj)(text, most).replace(/\s+\S*$/, '')} \u2026`;
const inSentence = (clause) => /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly) /.test(clause)
? clause.charAt(0).toLowerCase() + clause.slice(1)
: clause;
var planned_rows = __webpack_require__(64327);
;
function runOutcome({ mode, verdict }) {
if (verdict.kind !== 'unproven')
return verdict.kind;
return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven';
}
const REFUSED = 'Failed before it began: ';
function headline(report) {
const { verdict, checked, evidence } = report;
if (verdict.kind === 'proven')
return statusLine(report);
if (checked)
return checkedHeadline(report);
if (report.mode === 'drill' && evidence && verdict.kind !== 'failed')
return statusLine(report);
const cause = culprit(report);
if (cause === undefined)
return statusLine(report);
if (report.refused && report.changes.length === 0)
return `${REFUSED}${cause}; nothing was changed`;
return verdict.kind === 'failed' ? cause : `Not proven: ${cause}`;
}
function checkedHeadline(report) {
const cause = report.verdict.kind === 'failed' ? culprit(report) : undefined;
return cause === undefined ? statusLine(report) : `${checkedName(report)}: ${cause}`;
}
const checkedName = ({ mode }) => (mode === 'contract' ? 'Contract' : 'Plan');
function statusLine(report) {
const { mode, verdict, evidence, problems } = report;
if (report.checked)
return checkedFiles(report);
if (report.refused && report.changes.length === 0)
return `${REFUSED}inputs or files are not valid, nothing was changed`;
if (problems.some(({ severity }) => severity === 'error') || !evidence)
return mode === 'dashboards' && verdict.kind === 'unproven'
? 'Done: the dashboards are in Grafana; nothing was verified'
: failedSteps(report);
if (mode === 'drill')
return drilled(evidence);
return `${WORD[verdict.kind]}: ${[scrapedTargets(mode, evidence), ...openClaims(verdict.failures)].join('; ')}`;
}
function scrapedTargets(mode, { targets }) {
const expected = targets.filter((target) => target.state !== 'resting');
const up = expected.filter((target) => target.state === 'up').length;
const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
return `${up} of ${(0, lib_text.U9)(expected.length, 'target')} scraped ${when}`;
}
function failedSteps({ mode, changes, evidence }) {
const steps = changes.filter(({ result }) => result !== 'unchanged' && result !== 'kept');
const done = steps.filter(({ result }) => result === 'done').length;
const seen = evidence && evidence.targets.length > 0 ? `; ${scrapedTargets(mode, evidence)}` : '';
if (steps.length > 0)
return `Failed: ${done} of ${(0, lib_text.U9)(steps.length, 'step')} done${seen}`;
return mode === 'verify' ? 'Failed: nothing was verified' : 'Failed: nothing was changed';
}
function drilled({ checks }) {
const asked = checks.filter(({ area }) => area === 'delivery');
const accepted = asked.filter(({ outcome }) => outcome === 'holds').length;
return `Drill: ${accepted} of ${(0, lib_text.U9)(asked.length, 'receiver')} accepted the alert`;
}
const WORD = { proven: 'Proven', unproven: 'Not proven', failed: 'Failed' };
function openClaims(failures) {
const causes = failures.filter(({ because }) => because === undefined);
const { accepted = [], open = [] } = Object.groupBy(causes, (one) => (one.accepted ? 'accepted' : 'open'));
const broken = open.filter(({ outcome, area }) => outcome === 'broken' && area !== 'targets').length;
const unchecked = open.filter(({ outcome }) => outcome === 'not-checked').length;
const parts = [
...(broken > 0 ? [`${(0, lib_text.U9)(broken, 'other claim')} ${broken === 1 ? 'does' : 'do'} not hold`] : []),
...(unchecked > 0 ? [`${(0, lib_text.U9)(unchecked, 'claim')} could not be checked`] : []),
...(accepted.length > 0 ? [`${(0, lib_text.U9)(accepted.length, 'claim')} accepted`] : []),
];
return parts.length > 0 ? [(0, lib_text.p_)(parts)] : [];
}
function checkedFiles({ mode, checked, problems, planned }) {
const of = (severity) => (0, action_items.A1)(problems.filter((problem) => problem.severity === severity));
const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
const [errors, warnings] = [of('error'), of('warning')];
const found = errors + warnings === 0 ? 'no problems' : `${(0, lib_text.U9)(errors, 'error')}, ${(0, lib_text.U9)(warnings, 'warning')}`;
return mode === 'contract'
? `Contract: ${found} in ${(0, lib_text.U9)(files, 'page')} of metrics`
: `Plan: ${planned ? `${(0, planned_rows.$h)(planned)}; ` : ''}${found} in ${(0, lib_text.U9)(files, 'file')}`;
}
}),
47108: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Kf: () => (commandsOf),
_J: () => (sourceLine),
ff: () => (changeReason),
hP: () => (linksOf),
oW: () => (pathInUrl),
xS: () => (factsOf)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(91218);
var __import_2__ = __webpack_require__(24098);
function factsOf(report) {
const { commit, actor } = report;
const [title, status] = [(0, __import_1__.Pl)(report), (0, __import_1__.Bs)(report)];
const isSaid = title === status || title.startsWith(__import_1__.ln);
const [, verdict = ''] = /^(\w[\w ]*: )/.exec(status) ?? [];
return [
...(isSaid ? [] : [title.startsWith(verdict) ? status.slice(verdict.length) : status]),
...since(report),
...firing(report),
...(commit === undefined ? [] : [`commit \`${commit.replace(/\W.*/s, '').slice(0, 7)}\``]),
...(actor === undefined ? [] : [`by ${actor.slice(0, 60)}`]),
];
}
function since({ verdict }) {
const first = verdict.failures.find(({ because, accepted }) => because === undefined && !accepted);
return first?.lastHeld ? [`last well ${first.lastHeld.slice(0, 16).replace('T', ' ')} UTC`] : [];
}
function firing({ evidence }) {
const all = evidence ? (0, __import_2__.Mf)(evidence).filter(({ state }) => state === 'firing') : [];
if (all.length === 0)
return [];
const names = [...new Set(all.map(({ name }) => (0, __import_0__.TN)(name, 60)))];
return [`${(0, __import_0__.U9)(all.length, 'alert')} firing: ${(0, __import_0__.H$)(names)}`];
}
const MOST_DASHBOARDS = 8;
function linksOf({ monitoring, health, dashboards, evidence }) {
const written = dashboards.filter(({ url, result }) => url !== '' && result !== 'failed');
const hasAnswered = (url) => evidence?.checks.some(({ area, outcome, subject }) => area === 'health' && outcome === 'holds' && subject === url);
const isUp = monitoring !== undefined && evidence?.mark !== undefined;
const silence = monitoring?.silence;
return [
...(isUp
? [
{ label: 'Prometheus', url: monitoring.url },
{ label: 'its targets', url: `${monitoring.url}/targets` },
]
: []),
...health.filter(hasAnswered).map((url) => ({ label: URL.parse(url)?.host ?? url, url })),
...written.slice(0, MOST_DASHBOARDS).map(({ title, url }) => ({ label: title, url })),
...(written.length > MOST_DASHBOARDS
? [{ label: `\u2026 and ${(0, __import_0__.U9)(written.length - MOST_DASHBOARDS, 'more dashboard')}`, url: '' }]
: []),
...(written.length > 0 && silence !== undefined && isPage(silence)
? [{ label: 'silence an alert', url: silence }]
: []),
];
}
const isPage = (silence) => /^https?:/.test(silence);
function commandsOf(monitoring) {
const { silence } = monitoring;
return {
checks: ['/-/healthy', '/api/v1/targets?state=active'].map((path) => (0, __import_2__.O4)(monitoring, path)),
silence: silence === undefined || isPage(silence) ? [] : [silence],
};
}
const pathInUrl = (file) => file.toWellFormed().split('/').map(encodeURIComponent).join('/');
const sourceLine = (source, { file, line }) => `${source}/${pathInUrl(file)}#L${line}`;
const changeReason = ({ result, why }, problems) => result === 'failed' && problems.some(({ message }) => message === why) ? 'See what to do.' : asSentence(why);
const asSentence = (text) => (text.startsWith('flyctl') ? text : (0, __import_0__.Iu)(text));
}),
68897: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bj: () => (verbatim),
CS: () => (prose),
vc: () => (plainParts)
});
var __import_0__ = __webpack_require__(94869);
const SPAN = '(?<![^\\s(\\["\'/:=])`([^`\\s](?:[^`]{0,198}[^`\\s])?)`(?![\\w`])';
const TECHNICAL = [
'https?:\\/\\/[^\\s<>"\'`]*[^\\s<>"\'`.,;:!?)\\]]',
'fly(?:ctl)?(?: [\\w"=./@:{}~-]{1,60}){1,12}? -a \\w[\\w-]*(?: --machine \\w+)?',
'flyctl(?: [\\w.:/@-]{1,60}){1,6}(?=, app )',
'(?<=, app )[\\w-]+',
'\\[[\\da-f:.*]{2,45}\\](?::\\d{1,5})?',
'(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?!\\w|\\.\\d)',
'(?<![\\w.-])[\\w-]{1,60}(?:\\.[\\w-]{1,60}){0,4}\\.(?:internal|dev|ya?ml|toml|json)(?::\\d{1,5})?(?!\\w|\\.\\d)',
'(?<![\\w.-])[a-zA-Z][a-zA-Z\\d]*(?:_[a-zA-Z\\d]+)+(?![\\w-]|\\.\\w)',
'(?<=\\b[Pp]orts? )\\d{1,5}(?!\\w)',
'(?<![\\w.-])localhost:\\d{1,5}(?:\\/[\\w./-]*\\w)?(?!\\w)',
'(?<=[\\s(])\\/[a-z][\\w./-]*\\w',
'(?<![\\w-])(?=[a-f]*\\d)[\\da-f]{7,40}(?![\\w-])',
].join('|');
const OWN = new RegExp(`${SPAN}|(${TECHNICAL})`, 'g');
const FOREIGN = new RegExp(`()(${TECHNICAL})`, 'g');
const prose = (text, limit = 1_000) => partsOf((0, __import_0__.TN)(text, limit), OWN);
const verbatim = (text, limit = 500) => partsOf((0, __import_0__.TN)(text, limit), FOREIGN);
function partsOf(line, pattern) {
const parts = [];
const add = (text, code) => {
const last = parts.at(-1);
if (last?.code === code)
last.text += text;
else if (text !== '')
parts.push({ text, code });
};
let from = 0;
for (const match of line.matchAll(pattern)) {
add(line.slice(from, match.index), false);
add(match[1] || match[2] || '', true);
from = match.index + match[0].length;
}
add(line.slice(from), false);
return parts;
}
const plainParts = (parts) => parts.map(({ text }) => text).join('');
}),
30715: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
U: () => (patchLines)
});
var __import_0__ = __webpack_require__(94869);
const MAX_LINES = 200;
const MAX_WIDTH = 500;
const patchLines = (patch) => patch
.trimEnd()
.split('\n', MAX_LINES)
.map((line) => {
const [lead = ''] = /^[-+ ]?[ \t]{0,60}/.exec(line) ?? [];
return lead + (0, __import_0__.TN)(line.slice(lead.length), MAX_WIDTH);
});
}),
64327: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$h: () => (plannedCounts),
BC: () => (priceText),
LX: () => (backtestText),
NE: () => (plannedTitle),
Xr: () => (backtestNoteText),
lp: () => (comparedText),
wz: () => (routineText),
xS: () => (countChanges)
});
var __import_0__ = __webpack_require__(94869);
const EFFECTS = ['add', 'change', 'remove'];
function countChanges(changes) {
const counted = changes.filter(({ routine, certain }) => !routine && certain);
const parts = EFFECTS.flatMap((effect) => {
const n = counted.filter((one) => one.effect === effect).length;
return n > 0 ? [`${n} to ${effect}`] : [];
});
const unknown = changes.filter(({ certain }) => !certain).length;
const more = unknown > 0 ? [`${unknown} not known`] : [];
return [...(parts.length > 0 ? parts : ['no changes']), ...more].join(', ');
}
function plannedCounts({ changes, compared }) {
const [only, ...others] = compared;
const place = only === undefined || others.length > 0 ? '' : only === 'Fly' ? ' at Fly' : ` in ${only}`;
return `${countChanges(changes)}${place}`;
}
function plannedTitle({ mode, planned }) {
if (!planned)
return '';
return mode === 'plan' ? 'What deploy would change' : 'Changes in detail';
}
function routineText({ changes }) {
const releases = changes.filter(({ routine, platform }) => routine && platform === 'Fly');
const annotates = changes.some(({ routine, platform }) => routine && platform === 'Grafana');
const parts = [
...(releases.length > 0 ? [`makes a release of ${(0, __import_0__.p_)(releases.map(({ subject }) => subject))}`] : []),
...(annotates ? ['writes an annotation to Grafana'] : []),
];
return parts.length > 0 ? `Every deploy also ${(0, __import_0__.p_)(parts)}.` : '';
}
const comparedText = ({ compared }) => `Compared with ${(0, __import_0__.p_)(compared)}; nothing was written.`;
function backtestText(one) {
const { fired, firingSeconds = 0, firingNow, period = WHOLE, note } = one;
if (fired === undefined)
return note;
const times = fired === 1 ? 'once' : `${fired} times`;
const often = fired === 0 ? 'would not have fired' : `would have fired ${times}`;
const long = firingSeconds > 0 ? `, for ${durationText(firingSeconds)} in all` : '';
const limits = [...(period === WHOLE ? [] : ['there is no older data']), ...(note === '' ? [] : [note])];
const ending = limits.length > 0 ? ` (${limits.join('; ')})` : '';
return `${often} in the last ${period.replace(/^1 /, '')}${long}${firingNow ? ', and would fire now' : ''}${ending}`;
}
function backtestNoteText({ backtest, backtestNote: note }) {
if (note === undefined)
return '';
return backtest.length > 0 ? note : `New and changed alerts were not tried on past data: ${note}`;
}
const priceText = ({ price }) => price === undefined ? '' : `${(0, __import_0__.Iu)(price)}.`;
const WHOLE = '7 days';
function durationText(seconds) {
if (seconds < 90)
return `${Math.round(seconds)} s`;
if (seconds < 5_400)
return (0, __import_0__.U9)(Math.round(seconds / 60), 'minute');
return seconds < 172_800
? (0, __import_0__.U9)(Math.round(seconds / 3_600), 'hour')
: (0, __import_0__.U9)(Math.round(seconds / 86_400), 'day');
}
}),
24098: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GC: () => (targetGroups),
Mf: () => (alertRows),
O4: () => (curlCommand),
Sv: () => (contractRows),
Xb: () => (emptyPanels),
dg: () => (targetRows),
sD: () => (FEW_TARGETS)
});
var __import_1__ = __webpack_require__(25478);
var __import_0__ = __webpack_require__(94869);
const ORDER = { 'no-machine': 0, down: 1, unknown: 2, up: 3, resting: 4 };
function targetRows({ targets, services }) {
const none = services.flatMap(({ service, reason }) => reason ? [{ state: 'no-machine', service, machine: '', region: '', why: reason.why }] : []);
const rows = targets.map((target) => ({
...target,
machine: target.machine || target.address,
why: whyOf(target),
}));
return [...none, ...rows].toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
}
function whyOf({ state, reason, why }) {
if (state === 'up')
return '';
if (!reason)
return why;
return reason.detail === ''
? reason.class.replaceAll('-', ' ')
: reason.detail.replace(/^Get "[^"]*": /, '');
}
const withoutAddresses = (text) => text.replace(/\[[\da-f:]{2,45}\]|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}/g, '\u2026');
const FEW_TARGETS = 20;
function targetGroups(rows, most = FEW_TARGETS, all = rows) {
const withUp = new Set(all.flatMap(({ state, service }) => (state === 'up' ? service : [])));
const keyOf = ({ state, service, region, why }) => JSON.stringify([
...[state, state === 'unknown' ? '' : service],
...[state === 'down' && withUp.has(service) ? region : '', withoutAddresses(why)],
]);
const groups = rows.length <= most ? rows.map((row) => [row]) : [...Map.groupBy(rows, keyOf).values()];
return groups.flatMap((group) => group.slice(0, 1).map(({ state, why }) => ({
...{ state, service: (0, __import_0__.H$)([...new Set(group.map(({ service }) => service))]) },
...{ region: (0, __import_0__.H$)([...new Set(group.map(({ region }) => region))]) },
why: group.length === 1 ? why : withoutAddresses(why),
machines: group.map(({ machine }) => machine),
lastScrape: group
.map(({ lastScrape }) => lastScrape ?? '')
.toSorted()
.at(-1) || undefined,
samples: group.reduce((sum, { samples }) => sum + (samples ?? 0), 0),
lost: group.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
})));
}
function typesText(metrics) {
const untyped = metrics.filter(({ state, certainty, actualType }) => state === 'present' && certainty !== 'proven' && actualType === undefined);
return untyped.length === 0
? ' with the declared type'
: `; the type of ${untyped.length} of them is not known`;
}
function contractRows({ metrics, panels, undeclared }) {
const wrong = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name);
const empty = emptyPanels(panels);
const { notChecked = [], elsewhere = [], later = [], } = Object.groupBy(panels, ({ state }) => PANEL_KIND[state] ?? 'asked');
const more = undeclared.reduce((sum, { names }) => sum + names.length, 0);
const line = (n, text, names = []) => n > 0 ? [{ text, names }] : [];
const present = metrics.length - wrong.length - waiting.length;
const promised = panels.length - elsewhere.length;
const full = promised - empty.length - notChecked.length - later.length;
return {
lines: [
...line(metrics.length, `${present} of ${(0, __import_0__.U9)(metrics.length, 'declared metric')} present${typesText(metrics)}`),
...line(waiting.length, `${(0, __import_0__.U9)(waiting.length, 'metric')} waiting for traffic`, waiting),
...line(promised, `${full} of ${(0, __import_0__.U9)(promised, 'panel query', 'panel queries')} with data`),
...line(later.length, `${(0, __import_0__.U9)(later.length, 'panel query', 'panel queries')} waiting for traffic`, titles(later)),
...line(notChecked.length, `${(0, __import_0__.U9)(notChecked.length, 'panel query', 'panel queries')} not checked`),
...line(elsewhere.length, `${(0, __import_0__.U9)(elsewhere.length, 'panel query', 'panel queries')} of other data sources, not part of the proof`, titles(elsewhere)),
...line(more, `${(0, __import_0__.U9)(more, 'more metric')} exposed without being declared`),
],
metrics: oneForEachCause(wrong.map(({ state, name, service, why }) => ({ state, name, of: service, why }))),
panels: oneForEachCause([...empty, ...notChecked].map(({ state, panel, dashboard, why }) => ({
state,
name: panel.title,
of: dashboard.title,
why,
}))),
};
}
function oneForEachCause(rows) {
const groups = Map.groupBy(rows, ({ state, of, why }) => JSON.stringify([state, of, why]));
return [...groups.values()].flatMap((group) => {
const names = (0, __import_0__.H$)([...new Set(group.map(({ name }) => name))]);
return group.slice(0, 1).map((row) => ({ ...row, name: names }));
});
}
const PANEL_KIND = {
'not-checked': 'notChecked',
'other-source': 'elsewhere',
waiting: 'later',
};
const titles = (panels) => [
...new Set(panels.map(({ panel }) => panel.title)),
];
function emptyPanels(panels) {
return panels.filter(({ state }) => state !== 'data' && state !== 'warning' && PANEL_KIND[state] === undefined);
}
function alertRows({ alerts }) {
return alerts.filter(({ labels }) => labels.severity !== 'none');
}
function curlCommand({ url, password }, path) {
const user = password ? `-u "prometheus:\${PROMETHEUS_PASSWORD:-$(${__import_1__.vl} password)}" ` : '';
return `curl ${user}"${url}${path}"`;
}
}),
90615: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (NO_ONE_NOTIFIED),
o: () => (PANEL_STATES)
});
const PANEL_STATES = [
'data',
'warning',
'no-data',
'waiting',
'too-early',
'stale',
'nan',
'error',
'not-checked',
'other-source',
];
const NO_ONE_NOTIFIED = 'alerts';
})
};

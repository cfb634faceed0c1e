export const id = 3302;
export const ids = [3302];
export const modules = {
11145: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jn: () => (readExpression),
jn: () => (isScalar),
qZ: () => (selectorsIn)
});
var __import_0__ = __webpack_require__(86828);
var __import_1__ = __webpack_require__(321);
var __import_2__ = __webpack_require__(75124);
function readExpression(query, parsed) {
if (!parsed.ok)
return undefined;
const selectors = new Map(parsed.selectors.map((selector) => [selector.from, selector]));
const top = (0, __import_2__.Y_)(__import_0__.K3D.parse(query).topNode)[0];
return top && read(top, { query, selectors, walk: { query, errors: [], ...(0, __import_2__.Sb)(), depth: 0 } });
}
const COMPARISON = /^(?:[=!]=|[<>]=?)$/;
function read(node, source) {
const { from, to } = node;
const parts = (0, __import_2__.Y_)(node);
switch (node.name) {
case 'NumberDurationLiteral':
case 'StringLiteral':
return { from, to, kind: 'constant', text: source.query.slice(from, to) };
case 'ParenExpr': {
const inner = parts.map((part) => read(part, source)).find((part) => part !== undefined);
return inner && { ...inner, ...(inner.kind !== 'selector' && { from, to }) };
}
case 'UnaryExpr':
return { from, to, kind: 'call', name: '-', args: expressionsIn(parts, source) };
case 'VectorSelector':
case 'MatrixSelector': {
const selector = source.selectors.get(from);
return selector && { from, to, kind: 'selector', selector };
}
case 'SubqueryExpr':
return subquery(node, source);
case 'OffsetExpr':
case 'StepInvariantExpr':
return shifted(node, source);
case 'AnchoredExpr':
case 'SmoothedExpr':
return parts[0] && read(parts[0], source);
case 'AggregateExpr':
case 'FunctionCall':
return call(node, source);
case 'BinaryExpr':
return binary(node, source);
default:
return undefined;
}
}
const expressionsIn = (nodes, source) => nodes.flatMap((node) => read(node, source) ?? []);
function subquery(node, source) {
const [first, ...rest] = (0, __import_2__.Y_)(node);
const inner = first && read(first, source);
const step = rest[1] && source.query.slice(rest[1].from, rest[1].to);
return inner && { from: node.from, to: node.to, kind: 'subquery', inner, step };
}
function shifted(node, source) {
const [first, ...rest] = (0, __import_2__.Y_)(node);
const inner = first && read(first, source);
if (!inner)
return undefined;
const time = rest.find(({ name }) => name === 'OffsetDurationExpr');
const written = time && source.query.slice(time.from, time.to);
const offset = written?.startsWith('-') ? undefined : written;
const shift = (part) => part.kind === 'binary'
? { ...part, to: node.to, right: shift(part.right) }
: { from: part.from, to: node.to, kind: 'shifted', inner: part, offset };
return first.name === 'ParenExpr'
? { from: node.from, to: node.to, kind: 'shifted', inner, offset }
: shift(inner);
}
function call(node, source) {
const parts = (0, __import_2__.Y_)(node);
const body = parts.find(({ name }) => name === 'FunctionCallBody');
const word = parts[0];
const modifier = parts.find(({ name }) => name === 'AggregateModifier');
return {
...{ from: node.from, to: node.to, kind: 'call' },
...(node.name === 'AggregateExpr' && { labels: (0, __import_1__.YJ)(modifier, source.walk) }),
name: word ? source.query.slice(word.from, word.to).toLowerCase() : '',
args: body ? expressionsIn((0, __import_2__.Y_)(body), source) : [],
};
}
function binary(node, source) {
const parts = (0, __import_2__.Y_)(node);
const [first, operator] = parts;
const last = parts.at(-1);
const left = first && read(first, source);
const right = last && read(last, source);
if (!left || !right || !operator)
return undefined;
const op = source.query.slice(operator.from, operator.to).toLowerCase();
const isBool = parts.some(({ name }) => name === 'BoolModifier');
const clause = parts.find(({ name }) => name === 'MatchingModifierClause');
return {
...{ from: node.from, to: node.to, kind: 'binary', op, left, right },
matching: clause && (0, __import_1__.fA)(clause, source.walk),
isFilled: parts.slice(2, -1).some(({ name }) => name.startsWith('Fill')),
...{ isFilter: COMPARISON.test(op) && !isBool, opFrom: operator.from, opTo: operator.to },
};
}
const SCALAR_CALLS = ['scalar', 'time', 'pi'];
function isScalar(part) {
if (part.kind === 'constant')
return true;
if (part.kind === 'binary')
return isScalar(part.left) && isScalar(part.right);
return (part.kind === 'call' &&
(SCALAR_CALLS.includes(part.name) || (part.name === '-' && part.args.every(isScalar))));
}
function selectorsIn(part) {
switch (part.kind) {
case 'constant':
return [];
case 'selector':
return [part.selector];
case 'shifted':
case 'subquery':
return selectorsIn(part.inner);
case 'call':
return part.args.flatMap(selectorsIn);
case 'binary':
return [...selectorsIn(part.left), ...selectorsIn(part.right)];
}
}
}),
71443: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ft: () => (references),
Lq: () => (expandGrafana),
TH: () => (replaceReferences),
pA: () => (macroValues)
});
const REFERENCE = /\$(?<short>[A-Za-z_]\w*)|\[\[(?<old>[A-Za-z_]\w*?)(?::(?<oldFormat>\w+))?\]\]|\$\{(?<long>[A-Za-z_]\w*)(?:\.[^:^}]+)?(?::(?<format>[^}]+))?\}/y;
const TOKEN = /\$|\\[\s\S]|["'`#{}[\]]/g;
function references(query) {
if (!query.includes('$') && !query.includes('[['))
return [];
const found = [];
const state = { quote: '', braces: 0, brackets: 0 };
TOKEN.lastIndex = 0;
for (let token = TOKEN.exec(query); token; token = TOKEN.exec(query)) {
const from = token.index;
REFERENCE.lastIndex = from;
const match = '$['.includes(token[0]) ? REFERENCE.exec(query) : null;
if (match?.groups) {
const { short, old, oldFormat, long, format } = match.groups;
const name = short ?? old ?? long ?? '';
TOKEN.lastIndex = REFERENCE.lastIndex;
const place = placeOf(state, query, REFERENCE.lastIndex);
found.push({
name,
format: oldFormat ?? format,
place,
quote: state.quote,
from,
to: REFERENCE.lastIndex,
});
}
else if (token[0] === '#' && !state.quote) {
const end = query.indexOf('\n', from);
TOKEN.lastIndex = end < 0 ? query.length : end;
}
else if (token[0].startsWith('\\') && state.quote === '`')
TOKEN.lastIndex = from + 1;
else
read(state, token[0]);
}
return found;
}
function read(state, token) {
if (state.quote) {
if (token === state.quote)
state.quote = '';
}
else if (`"'\``.includes(token))
state.quote = token;
else if (token === '{')
state.braces++;
else if (token === '}')
state.braces--;
else if (token === '[')
state.brackets++;
else if (token === ']')
state.brackets--;
}
function placeOf(state, query, to) {
if (state.quote)
return 'text';
if (state.brackets > 0)
return 'range';
if (state.braces === 0)
return 'anywhere';
return /^\s*(?:=|!)/.test(query.slice(to, to + 20)) ? 'label' : 'matcher';
}
function expandGrafana(query, variables) {
const unknown = new Set();
const expanded = replaceReferences(query, (reference) => {
const value = Object.hasOwn(variables, reference.name) ? variables[reference.name] : undefined;
if (value === undefined)
unknown.add(reference.name);
return value === undefined ? undefined : format(value, reference);
});
return { query: expanded, unknown: [...unknown] };
}
function replaceReferences(query, replace) {
let done = 0;
const parts = [];
for (const reference of references(query)) {
const text = replace(reference);
if (text === undefined)
continue;
parts.push(query.slice(done, reference.from), text);
done = reference.to;
}
return parts.join('') + query.slice(done);
}
const FORMATS = {
csv: (values) => values.join(','),
raw: (values) => values.join(','),
text: (values) => values.join(' + '),
pipe: (values) => values.join('|'),
glob: (values) => (values.length > 1 ? `{${values.join(',')}}` : values.join('')),
json: (values) => JSON.stringify(values.length === 1 ? values[0] : values),
doublequote: (values) => values.map((v) => `"${v.replaceAll('"', '\\"')}"`).join(','),
singlequote: (values) => values.map((v) => `'${v.replaceAll("'", "\\'")}'`).join(','),
'date:seconds': (values) => values.map((v) => String(Math.round(Number(v) / 1000))).join(','),
regex: (values) => oneOf(values.map((v) => v.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))),
};
function format(value, { format: wanted = '', quote }) {
if (typeof value === 'object' && 'all' in value)
return value.all;
const values = typeof value === 'string' ? [value] : value;
const named = Object.hasOwn(FORMATS, wanted) ? FORMATS[wanted] : undefined;
if (named)
return named(values);
const inText = (text) => quote === '"' || quote === "'" ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text;
if (typeof value === 'string')
return inText(value);
return oneOf(values.map((v) => inText(v.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))));
}
const oneOf = (patterns) => patterns.length === 1 ? patterns.join('') : `(${patterns.join('|')})`;
function macroValues(times) {
const { from, to, step: interval, scrapeInterval } = times;
const rate = Math.max(interval + scrapeInterval, 4 * scrapeInterval);
const range = to - from;
const seconds = (ms) => `${Math.max(1, Math.round(ms / 1000))}s`;
return {
__interval: seconds(interval),
__interval_ms: String(interval),
__rate_interval: seconds(rate),
__rate_interval_ms: String(rate),
__range: seconds(range),
__range_s: String(Math.round(range / 1000)),
__range_ms: String(range),
__from: String(from),
__to: String(to),
__auto: seconds(interval),
};
}
}),
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
83302: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
pingVerifyHeartbeat: () => (pingVerifyHeartbeat),
verifyAndRecord: () => (verifyAndRecord),
verifyMode: () => (verifyMode)
});
var errors = __webpack_require__(61469);
var http = __webpack_require__(69874);
var lib_text = __webpack_require__(94869);
var headline = __webpack_require__(91218);
var answers = __webpack_require__(94070);
var promises_ = __webpack_require__(58500);
var concurrency = __webpack_require__(18867);
var verify_history = __webpack_require__(64872);
;
const RANGE = '1h:30s';
const MOST_QUERIES = 60;
const MOST_SERIES = 8;
const AT_ONCE = 6;
const PATIENCE_MS = 4_000;
async function addSamples(evidence, prometheus) {
const { began, ended, mark } = evidence;
const at = Date.parse((0, verify_history.ok)(new Date(ended), { began, mark }) ?? '');
if (Number.isNaN(at) || evidence.cutShort)
return evidence;
const asked = evidence.panels.filter(({ state }) => state === 'data' || state === 'warning');
const queries = [...new Set(asked.map(({ query }) => query))].slice(0, MOST_QUERIES);
const answers = new Map();
const until = performance.now() + PATIENCE_MS;
const reading = (0, concurrency.X)(queries, AT_ONCE, async (query) => {
if (performance.now() < until)
answers.set(query, await read(query, prometheus, at));
});
await Promise.race([reading, (0, promises_.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
return { ...evidence, panels: evidence.panels.map((panel) => withSeries(panel, answers.get(panel.query))) };
}
const withSeries = (panel, samples) => samples === undefined || samples.length === 0 ? panel : { ...panel, samples };
async function read(query, prometheus, at) {
const answer = await prometheus.query(`(${query}\n)[${RANGE}]`, at).catch(errors.JY);
return answer ? seriesOf(answer.result) : [];
}
function seriesOf(result) {
if (result.resultType !== 'matrix')
return [];
return result.result.slice(0, MOST_SERIES).flatMap(({ metric, values }) => {
const points = values
.map(([time, value]) => [time, Number(value)])
.filter(([, value]) => Number.isFinite(value));
const labels = Object.entries(metric).filter(([name]) => name !== '__name__');
const name = labels.map(([key, value]) => `${key}="${value}"`).join(', ');
return points.length === 0 ? [] : [{ name: name === '' ? (metric.__name__ ?? '') : name, points }];
});
}
var apply = __webpack_require__(9492);
var observe = __webpack_require__(55506);
var wait_for_machines = __webpack_require__(63233);
var diagnose_machines = __webpack_require__(98441);
var fly_region = __webpack_require__(84850);
;
const AT_REST = new Set(['stopped', 'suspended', 'created']);
async function checkPrometheusMachine({ fly, desired, report }, listed) {
const { app, region } = desired.monitoring;
const misplaced = (0, fly_region.W)({ app, region, key: '`monitoring.region`' }, listed);
if (misplaced)
report.problems.push(misplaced);
const machines = listed
.filter(({ standby }) => !standby)
.map((machine) => ({ releaseVersion: 0, ...machine }));
const expected = { app, mayStop: false };
const found = (0, diagnose_machines.n)(expected, machines);
if (!found || machines.some(({ state }) => !AT_REST.has(state) && state !== 'failed'))
return {};
const problem = await (0, wait_for_machines.W)(found.problem, { expected, machines }, fly);
if (problem.code === 'fly-stopped' || problem.code === 'fly-not-started')
return {
atRest: {
subject: app,
why: `${problem.message} While it is stopped, nothing is scraped and no alert fires; it was not asked, because that could start it.`,
next: problem.hint,
},
};
report.problems.push(problem);
return 'failed';
}
var run_session = __webpack_require__(30435);
var commands = __webpack_require__(16359);
var grafana_client = __webpack_require__(50912);
var dist = __webpack_require__(77934);
var client = __webpack_require__(94274);
var prometheus_errors = __webpack_require__(76545);
var grafana_errors = __webpack_require__(50257);
var request = __webpack_require__(66061);
var response = __webpack_require__(58681);
;
function createDataSourceProxy(server, uid, kind) {
const { token, pool, signal } = server;
return (0, client.h)({
...{ url: `${(0, request.ik)(server.url)}/api/datasources/proxy/uid/${(0, response.p)(uid)}`, pool, signal },
credentials: { token },
...(kind && { kind }),
refused: (answer) => refusedByGrafana(answer, uid, server),
});
}
function refusedByGrafana(answer, uid, server) {
const name = (0, lib_text.TN)(uid, 100);
if (answer.status === 400 && /^authentication to data source failed/i.test(answer.text))
return (0, errors.sx)('grafana-datasource-unhealthy', `Prometheus refuses the password that Grafana has for the data source "${name}".`, 'Deploy again, which sets the right one, or correct it in the data source.');
const body = (0, grafana_errors.cm)(answer);
const isClientError = answer.status >= 400 && answer.status < 500;
if (!isClientError || dist.is(prometheus_errors.l0, body))
return undefined;
const said = (body ?? {});
if (typeof said.message !== 'string')
return notFromPrometheus(answer, name);
if (answer.status === 401 || answer.status === 403)
return (0, grafana_errors.z1)(answer, { to: `ask the data source "${name}"`, ...(0, request.X8)(server) });
if (answer.status !== 404)
return notFromPrometheus(answer, name, said.message);
return (0, errors.sx)('grafana-datasource-missing', `Grafana has no data source "${name}" yet.`, 'Run mode deploy, which creates it together with the dashboards; if grafana.datasource in monitoring.yml names it, correct that.');
}
const notFromPrometheus = ({ status, text }, name, said = text) => (0, errors.sx)('grafana-datasource-refused', `Grafana answers HTTP ${status} in place of Prometheus, asked through the data source "${name}": ${(0, lib_text.TN)(said, 200) || 'no text'}`, 'Open the data source in Grafana (Connections, Data sources) and press "Save & test": its URL must lead to Prometheus, and no proxy may refuse the request.');
var config_services = __webpack_require__(36927);
var shards = __webpack_require__(30170);
var shipped = __webpack_require__(96561);
var grafana_dashboard = __webpack_require__(18563);
var monitoring_app = __webpack_require__(56517);
var desired_prometheus = __webpack_require__(95312);
var dashboard_v2 = __webpack_require__(90816);
var attempt = __webpack_require__(87045);
var state = __webpack_require__(71541);
var literals = __webpack_require__(90303);
var declared_metrics = __webpack_require__(62237);
var model_prometheus = __webpack_require__(10980);
;
async function lostAnswer(ask) {
try {
await ask();
return undefined;
}
catch (error) {
if (!(error instanceof errors.lZ) || error.problems[0]?.code === 'prometheus-cancelled')
throw error;
return (0, errors.bD)(error);
}
}
var metric_types = __webpack_require__(59459);
;
const COMPARE_RELEASES = 'Compare the releases of the machines with `flyctl status`: they may run different versions of the service.';
function wrongTypeText({ name, type }, { actual, hasQuantiles }, { good, of, machines }) {
if (good > 0)
return {
why: `Only ${good} of ${of} machines expose it as a ${type}; ${machines} as a ${actual}.`,
next: COMPARE_RELEASES,
};
if (type === 'histogram' && actual === 'summary')
return {
why: `It is declared as a histogram but exposed as a summary: it has ${hasQuantiles ? 'quantiles' : 'only a sum and a count'} and no ${name}_bucket.`,
next: 'Configure buckets in the exporter (in Rust: `PrometheusBuilder::set_buckets`), or declare it as a summary.',
};
return {
why: `It is declared as a ${type} but exposed as a ${actual}.`,
next: 'Correct the declaration, or the metric in the service.',
};
}
const wrongLabelsText = (lacks, { good, of, machines }) => ({
why: `It has series without the ${lacks.length > 1 ? 'labels' : 'label'} ${(0, lib_text.p_)(lacks)}, which the configuration declares${good > 0 ? ` (${of - good} of ${of} targets: ${machines})` : ''}: panels and rules that select or group by ${lacks.length > 1 ? 'them' : 'it'} leave these series out.`,
next: good > 0
? COMPARE_RELEASES
: 'Add the label in the service, or remove it from `labels` of the metric: `deploy-monitoring contract` does that.',
});
const noBucketsText = (name) => ({
why: `It is a histogram without buckets: the service sends ${name}_sum and ${name}_count, but no ${name}_bucket.`,
next: 'Configure buckets in the service, or declare it as a summary: an average can be calculated from it, but no quantile.',
});
function nearText({ name, type }, near, { good, of, machines }) {
if (good > 0)
return {
why: `Only ${good} of ${of} machines expose it; ${machines} exposes ${near.name}.`,
next: COMPARE_RELEASES,
};
return {
why: `The service exposes ${near.name} instead.${reason(name, near)}`,
next: (0, metric_types.S6)(near.name)
? `Rename the metric in the service, or declare ${near.name} and use that name in queries.`
: `Declare \`${near.name}: ${type}\` and write \`${(0, literals.Tf)(near.name)}\` in queries, or configure the service to expose names with underscores.`,
};
}
function reason(name, { name: near, likeness }) {
if (likeness !== 'same')
return '';
if (near === `${name}_total`)
return ' A counter in OpenMetrics is stored with `_total`.';
if (`${near}_total` === name)
return ' The client library does not add `_total`.';
return '';
}
const partialText = ({ good, of, machines }) => ({
why: `Only ${good} of ${of} machines expose it; missing on ${machines}.`,
next: COMPARE_RELEASES,
});
const announcedText = (store) => ({
why: store === undefined
? `The service announces it, but sends no sample of it.`
: `The service announces it, and the store ${store} has no sample of it: the service sends none, or the store does not keep it.`,
next: store === undefined
? INITIALISE
: `Look for rules and limits of the store that leave it out. ${INITIALISE}`,
});
const INITIALISE = 'Initialise it with 0 when the service starts (with labels: for each value that is known), or cause an event that it counts and verify again.';
const absentText = (elsewhere) => elsewhere.length > 0
? {
why: `The service does not expose it; ${(0, lib_text.p_)(elsewhere)} ${elsewhere.length === 1 ? 'does' : 'do'}.`,
next: 'Check `port` and `path` of both services, which may be exchanged, or declare it for the service that exposes it.',
}
: {
why: 'The service does not expose it.',
next: 'Expose it, or remove it from the configuration, the panels and the rules if the service no longer has it.',
};
const delayedText = (delays) => delays.length === 0
? ''
: ` Its samples carry timestamps of their own, up to ${Math.ceil(Math.max(...delays) / 1000)} s before the scrape.`;
;
function judgeMetric(service, metric, { findings, ...about }) {
const { name, type } = metric;
const machines = { with: findings.filter(({ kind }) => kind === 'present').length, of: findings.length };
return { service, name, type, machines, ...foundAs(metric, findings, about) };
}
function foundAs(metric, findings, { elsewhere, store }) {
const only = (kind) => findings.filter((finding) => finding.kind === kind);
if (findings.length === 0)
return { state: 'unknown', certainty: 'not checked', why: 'No machine of the service is known to be up.' };
const present = only('present');
const [wrong] = only('wrong-type');
if (wrong)
return proven('wrong-type', wrongTypeText(metric, wrong, parts(findings, wrong)), wrong.actual);
const [unlabelled] = only('wrong-labels');
if (unlabelled)
return proven('wrong-labels', wrongLabelsText(unlabelled.lacks, parts(findings, unlabelled)), unlabelled.actual);
const noBuckets = only('no-buckets');
if (noBuckets.length > 0)
return proven('missing', noBucketsText(metric.name), 'histogram');
const near = only('near');
const [renamed] = near.filter((finding) => isFailure(finding, metric));
if (renamed)
return renamedMetric(metric, renamed, parts(findings, renamed));
if (present.length === findings.length)
return presentMetric(present);
if (present.length > 0)
return metric.expect === 'after-traffic'
? presentMetric(present)
: {
...proven('partial', partialText(parts(findings, undefined))),
...(present[0]?.actual !== undefined && { actualType: present[0].actual }),
};
return absentMetric(metric, { announced: only('announced').length > 0, near: near[0], elsewhere, store });
}
const isFailure = ({ near }, { expect }) => expect === 'always' || near.likeness !== 'similar';
const proven = (state, { why, next }, actual) => ({ state, ...(actual !== undefined && { actualType: actual }), certainty: 'proven', why, next });
function parts(findings, like) {
const affected = findings.filter(({ kind }) => (like ? kind === like.kind : kind !== 'present'));
return {
good: findings.filter(({ kind }) => kind === 'present').length,
of: findings.length,
machines: (0, lib_text.H$)(affected.map(({ machine }) => machine)),
};
}
function renamedMetric(metric, { near, actual }, of) {
return {
...proven(of.good > 0 ? 'partial' : 'missing', nearText(metric, near, of)),
nearMiss: near.name,
...(of.good > 0 && actual !== undefined && { actualType: actual }),
};
}
function presentMetric(present) {
const typed = present.find(({ actual }) => actual !== undefined && actual !== 'unknown')?.actual;
const untyped = present.find(({ actual }) => actual === undefined || actual === 'unknown');
const delays = present.flatMap(({ delayedMs }) => delayedMs ?? []);
const about = { state: 'present', ...(typed !== undefined && { actualType: typed }) };
if (untyped)
return {
...about,
certainty: 'inferred',
why: untyped.actual === undefined
? 'It has samples, but the service sends no # TYPE line, so its type is not known.'
: 'It has samples, but the service does not say its type: its # TYPE line says `unknown` or `untyped`, or there is only a # HELP line.',
};
return {
...about,
certainty: 'proven',
why: `Scraped from ${present.length} of ${present.length} machines after verification began.${delayedText(delays)}`,
};
}
function absentMetric(metric, about) {
const { expect } = metric;
const { announced, near, elsewhere, store } = about;
if (elsewhere.length > 0)
return proven('missing', absentText(elsewhere));
if (expect === 'always')
return proven('missing', announced ? announcedText(store) : absentText([]));
return {
state: 'waiting',
certainty: announced ? 'inferred' : 'not checked',
why: announced
? 'Announced with the declared type, but without a sample, which is normal before the first event.'
: `No sample yet, which is normal before the first event.${near ? ` The service exposes ${near.near.name}: is that the intended name?` : ''}`,
...(near && { nearMiss: near.near.name }),
};
}
var similar_name = __webpack_require__(9689);
;
const seriesOfMetric = (name) => metric_types.HP.map((part) => `${name}${part}`);
function declarableName(series, types, stored) {
const found = (0, metric_types.Hh)(series, types);
const base = series.replace(/_created$/, '');
const isTwin = ['', '_total', '_count'].some((part) => stored.has(`${base}${part}`));
if (found?.part === '_created' || (base !== series && isTwin))
return undefined;
if (found)
return (0, metric_types.pu)(found.part) ? series : found.family;
const family = series.replace(/_(?:bucket|sum|count)$/, '');
return stored.has(`${family}_sum`) && stored.has(`${family}_count`) ? family : series;
}
function metricsIn(stored, types) {
const all = new Set(stored);
const found = new Map();
for (const series of stored) {
const name = declarableName(series, types, all);
if (name !== undefined)
found.set(name, [...(found.get(name) ?? []), series]);
}
return found;
}
function probableName({ name, type }, exposed, typeOf) {
const agrees = (other) => {
const actual = typeOf(other) ?? 'unknown';
return actual === 'unknown' || (0, metric_types.E6)(type, actual);
};
const common = (0, metric_types.LS)(name);
const same = exposed.find((other) => other !== name && (0, metric_types.LS)(other) === common && agrees(other));
if (same !== undefined)
return { name: same, likeness: 'same' };
const close = (0, similar_name.jl)(name, exposed, 'nearly-same');
if (close !== undefined && agrees(close))
return { name: close, likeness: 'likely' };
const similar = (0, similar_name.jl)(name, exposed);
return similar === undefined ? undefined : { name: similar, likeness: 'similar' };
}
var expect = __webpack_require__(87272);
var target_key = __webpack_require__(70270);
;
const BATCH = 10_000;
const seriesIn = ({ name, jobs, without }) => {
const bucket = name.endsWith('_bucket') ? ',le=~"[+]Inf|"' : '';
const unlabelled = without === undefined ? '' : `,${without}=""`;
return `{__name__=${(0, literals.ZD)(name)},job=~${(0, literals.NK)(jobs)}${bucket}${unlabelled}}`;
};
const nameWithout = (name, label) => `${name}{${label}=""}`;
function unionQueries(questions, expression) {
const batches = [];
let size = BATCH;
for (const question of questions) {
const text = expression(question);
size += text.length + 50;
if (size > BATCH) {
batches.push({ parts: [], names: [] });
size = text.length;
}
const batch = batches.at(-1);
batch?.parts.push((0, literals.nH)(text, 'verify', String(batch.names.length)));
batch?.names.push(question.without === undefined ? question.name : nameWithout(question.name, question.without));
}
return batches.map(({ parts, names }) => ({ query: parts.join(' or '), names }));
}
const timesQueries = (questions) => unionQueries(questions, (question) => `max by (job, instance) (timestamp(${seriesIn(question)}))`);
function readTimes(names, answer) {
const found = new Map();
for (const { metric, value } of (0, model_prometheus.Tk)(answer)) {
const name = names[Number(metric.verify)] ?? '';
const times = found.get(name) ?? new Map();
found.set(name, times.set((0, target_key.h)(metric), Number(value?.[1]) * 1000));
}
return found;
}
;
function createSampleTimes(verifyStart) {
const known = new Map();
const isOwnTime = ({ time, first }, startTime) => time > first || (startTime !== undefined && time > startTime);
return {
keep(target, name, { time, at }) {
const names = known.get(target) ?? new Map();
known.set(target, names);
if (time === undefined)
names.delete(name);
else
names.set(name, { time, at, first: names.get(name)?.first ?? time });
},
hasOld: () => [...known.values()].some((names) => [...names.values()].some(({ time }) => time <= verifyStart)),
of(target, startTime, isExact) {
const all = [...(known.get(target) ?? [])];
const isFresh = ({ time }) => time > verifyStart;
const isLate = (one) => !isFresh(one) && (isExact || isOwnTime(one, startTime));
const late = all.filter(([, one]) => isLate(one));
const old = all.filter(([, one]) => !isFresh(one) && !isLate(one));
return {
samples: new Set([...all.filter(([, one]) => isFresh(one)), ...late].map(([name]) => name)),
delayed: new Map(late.map(([name, { time, at }]) => [name, at - time])),
old: new Set(old.map(([name]) => name)),
};
},
};
}
;
const instancesOf = (observations) => observations.flatMap(({ state, expected, seen }) => state === 'up' && seen
? [{ job: expected.service, instance: seen.labels.instance ?? '', machine: (0, expect.w)(expected) }]
: []);
const exactTargets = (observations) => new Set(observations.flatMap(({ seen, count }) => (seen && count?.isExact ? (0, target_key.h)(seen.labels) : [])));
const observe_BATCH = 25;
const observe_AT_ONCE = 4;
function observeMetrics(prometheus, verifyStart) {
const types = new Map();
const stored = new Map();
const times = createSampleTimes(verifyStart);
const unlabelled = createSampleTimes(verifyStart);
let startTime;
return {
async readTypes(instances) {
const byJob = [...Map.groupBy(instances, ({ job }) => job)];
const batches = byJob.flatMap(([, all]) => inBatches(all));
await Promise.all([
(0, concurrency.X)(batches, observe_AT_ONCE, async (batch) => {
const found = await readTypesOf(batch, prometheus);
for (const one of batch)
types.set((0, target_key.h)({ ...one }), found.get(one.instance) ?? new Map());
}),
(0, concurrency.X)(byJob, observe_AT_ONCE, async ([job]) => {
stored.set(job, await prometheus.seriesNames(`{job=${(0, literals.ZD)(job)}}`, verifyStart));
}),
]);
},
stored: (job) => stored.get(job) ?? [],
async readSamples(questions, instances, at) {
await readInto(times, { questions, instances, at, prometheus });
if (times.hasOld())
startTime ??= Date.parse((await prometheus.runtimeInfo()).startTime);
},
readLabels: (questions, instances, at) => readInto(unlabelled, { questions, instances, at, prometheus }),
metricsOf(one, exact) {
const key = (0, target_key.h)({ ...one });
return {
...one,
types: types.get(key) ?? new Map(),
...times.of(key, startTime, exact.has(key)),
unlabelled: unlabelled.of(key, startTime, exact.has(key)).samples,
};
},
};
}
async function readInto(times, { questions, instances, at, prometheus }) {
for (const { query, names } of timesQueries(questions)) {
const found = readTimes(names, await prometheus.query(query, at));
for (const one of instances) {
const key = (0, target_key.h)({ ...one });
for (const name of names)
times.keep(key, name, { time: found.get(name)?.get(key), at });
}
}
}
function inBatches(items) {
return Array.from({ length: Math.ceil(items.length / observe_BATCH) }, (_, i) => items.slice(i * observe_BATCH, (i + 1) * observe_BATCH));
}
async function readTypesOf(batch, prometheus) {
const job = (0, literals.ZD)(batch[0]?.job ?? '');
const some = (0, literals.NK)(batch.map(({ instance }) => instance));
const rows = await prometheus.metadata(`{job=${job},instance=~${some}}`);
return new Map([...Map.groupBy(rows, ({ target }) => target.instance ?? '')].map(([instance, own]) => [
instance,
new Map(own.map(({ metric, type }) => [metric, type])),
]));
}
;
function judgeMachine(metric, target, others) {
const { name, type } = metric;
const { types, samples, machine, instance } = target;
const actual = typeOnMachine(name, target);
const about = { machine, instance, actual };
const series = seriesThatProve(name, actual ?? type).find((one) => samples.has(one));
const isWrong = actual !== undefined && actual !== 'unknown' && !(0, metric_types.E6)(type, actual);
const near = series === undefined ? nearOnMachine(metric, target, others) : undefined;
if (near?.likeness === 'same')
return { ...about, kind: 'near', near };
if (isWrong)
return { ...about, actual, kind: 'wrong-type', hasQuantiles: samples.has(name) };
const lacks = series === undefined
? []
: metric.labels.filter((label) => target.unlabelled.has(nameWithout(series, label)));
if (lacks.length > 0)
return { ...about, kind: 'wrong-labels', lacks };
if (series !== undefined)
return { ...about, kind: 'present', delayedMs: target.delayed.get(series) };
if (samples.has(`${name}_count`) && (actual ?? type) === 'histogram')
return { ...about, kind: 'no-buckets' };
const announced = announcedAs(name, types);
if (announced === name)
return { ...about, kind: 'announced' };
if (announced !== undefined)
return { ...about, kind: 'near', near: { name: announced, likeness: 'likely' } };
return near ? { ...about, kind: 'near', near } : { ...about, kind: 'absent' };
}
function typeOnMachine(name, { types, samples }) {
const declared = (0, metric_types.RT)(name, types);
if (declared !== undefined && declared !== 'unknown')
return declared;
return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : declared;
}
function seriesThatProve(name, type) {
if (type === 'histogram' || type === 'gaugehistogram')
return [`${name}_bucket`, name];
return type === 'summary' ? [`${name}_count`, name] : [name];
}
function nearOnMachine(metric, { samples, types }, others) {
const withSamples = [...others].flatMap(([name, series]) => series.some((one) => samples.has(one)) ? [name] : []);
return probableName(metric, withSamples, (name) => (0, metric_types.RT)(name, types));
}
function announcedAs(name, types) {
const found = (0, metric_types.Hh)(name, types);
if (!found)
return undefined;
const isText = [...types].some(([family, type]) => type === 'counter' && family.endsWith('_total'));
return found.part === '_total' && isText ? found.family : name;
}
;
function judgeService(view, all) {
const { service, targets, stored, store } = view;
const declared = (0, declared_metrics.A)(service);
const types = new Map(targets.flatMap((target) => [...target.types]).toReversed());
const names = new Set(declared.map(({ name }) => name));
const others = new Map([...metricsIn(stored, types)].filter(([name]) => !names.has(name)));
const untyped = stored.filter((name) => (0, metric_types.Hh)(name, types) === undefined);
const metrics = declared.map((metric) => judgeMetric(service.name, metric, {
findings: targets.map((target) => judgeMachine(metric, target, others)),
elsewhere: elsewhere(metric, service, all),
store,
}));
const isDead = (name) => untyped.includes(name) && !targets.some(({ samples }) => samples.has(name));
return {
...view,
metrics,
others: new Map([...others].filter(([, series]) => !series.every(isDead))),
untyped,
typeOf: (name) => (0, metric_types.RT)(name, types),
};
}
const elsewhere = ({ name, type }, service, all) => all
.filter((other) => other.service !== service && !Object.hasOwn(other.service.metrics, name))
.filter(({ targets }) => targets.some(({ samples }) => seriesThatProve(name, type).some((series) => samples.has(series))))
.map((other) => other.service.name);
const isSettled = ({ state, machines }) => state === 'present' && machines.with === machines.of;
const isUnsettled = ({ metrics, targets }) => targets.length > 0 && !metrics.every(isSettled);
const declaredQuestions = (judged) => joined(judged.filter(isUnsettled).flatMap(({ service, metrics, stored }) => {
const names = metrics.filter((one) => !isSettled(one)).flatMap(({ name }) => seriesOfMetric(name));
return names.flatMap((name) => (stored.includes(name) ? { name, jobs: [service.name] } : []));
}));
const labelQuestions = (judged) => judged.flatMap(({ service, targets }) => (0, declared_metrics.A)(service).flatMap(({ name, type, labels }) => labels.length === 0
? []
: seriesThatProve(name, type)
.filter((series) => targets.some(({ samples }) => samples.has(series)))
.flatMap((series) => labels.map((without) => ({ name: series, jobs: [service.name], without })))));
const MOST_UNTYPED = 200;
function otherQuestions(judged) {
const absent = judged.flatMap(({ service, metrics, others, typeOf }) => metrics
.filter(({ state }) => state !== 'present' && state !== 'unknown')
.flatMap((metric) => {
const declared = (0, declared_metrics.A)(service).find(({ name }) => name === metric.name);
const near = [...others].flatMap(([name, series]) => declared && probableName(declared, [name], typeOf) ? series : []);
const away = judged
.filter((other) => other.service !== service)
.flatMap(({ service: { name: job }, stored }) => seriesOfMetric(metric.name).flatMap((name) => stored.includes(name) ? { name, jobs: [job] } : []));
return [...near.map((name) => ({ name, jobs: [service.name] })), ...away];
}));
const untyped = judged.flatMap(({ service, untyped: names, targets }) => names
.filter((name) => !targets.some(({ samples }) => samples.has(name)))
.slice(0, MOST_UNTYPED)
.map((name) => ({ name, jobs: [service.name] })));
return joined([...absent, ...untyped]);
}
const joined = (questions) => [...Map.groupBy(questions, ({ name }) => name)].map(([name, all]) => ({
name,
jobs: [...new Set(all.flatMap(({ jobs }) => jobs))],
}));
function watchedName({ name, type, actualType = type }) {
const of = Object.hasOwn(metric_types.So, actualType) ? actualType : 'unknown';
return `${name}${(0, metric_types.IF)(of)}`;
}
const isWatched = ({ state, nearMiss: near }) => state === 'present' || ((state === 'missing' || state === 'waiting') && near === undefined);
const watchedSeries = (metrics) => {
const watched = metrics.filter(isWatched);
const counting = new Set(watched
.filter(({ type, actualType = type }) => ['counter', 'histogram', 'summary'].includes(actualType))
.map(watchedName));
return joined(watched.map((metric) => ({ name: watchedName(metric), jobs: [metric.service] }))).map((one) => ({
...one,
counts: counting.has(one.name),
}));
};
var targets_observe = __webpack_require__(67422);
;
const ALIGNMENT_MS = 50;
const FIELDS = {
up: 'up',
scrape_samples_scraped: 'sent',
process_start_time_seconds: 'startedAt',
};
const historyQuery = (jobs, windowMs) => `{__name__=~"${Object.keys(FIELDS).join('|')}",job=~${(0, literals.NK)(jobs)}}[${Math.ceil(windowMs)}ms]`;
function readHistory(targets, { result }) {
const labelsOf = new Map(targets.map(({ labels }) => [(0, target_key.h)(labels), labels]));
const found = new Map();
for (const { metric, values } of result.resultType === 'matrix' ? result.result : []) {
const key = (0, target_key.h)(metric);
const labels = labelsOf.get(key);
const field = FIELDS[metric.__name__ ?? ''];
if (labels === undefined || field === undefined || !isReported(metric, labels))
continue;
const scrapes = found.get(key) ?? new Map();
found.set(key, scrapes);
for (const [time, value] of values) {
const at = Math.round(time * 1000);
const scrape = scrapes.get(at) ?? { at, up: false };
scrapes.set(at, { ...scrape, [field]: field === 'up' ? value === '1' : Number(value) });
}
}
return new Map([...found].map(([key, scrapes]) => [key, inOrder([...scrapes.values()])]));
}
function isReported(metric, labels) {
const own = Object.keys(metric).filter((name) => name !== '__name__' && name !== 'verify');
return own.length === Object.keys(labels).length && own.every((name) => metric[name] === labels[name]);
}
function mergeScrapes(before, added) {
if (added.length === 0)
return before;
const at = new Set(added.map((scrape) => scrape.at));
return inOrder([...before.filter((scrape) => !at.has(scrape.at)), ...added]);
}
const inOrder = (scrapes) => scrapes.toSorted((a, b) => a.at - b.at);
function withLast(scrapes, { at, up, sent }) {
const last = scrapes.at(-1);
if (last !== undefined && at <= last.at + ALIGNMENT_MS)
return scrapes;
return [...scrapes, { at, up, ...(sent !== undefined && { sent }) }];
}
;
const COUNTED_SAMPLES = 50_000;
function uncounted(observations, counted) {
return observations
.flatMap(({ seen, state }) => (seen?.health === 'up' && state !== 'stale' ? seen : []))
.filter((target) => counted.get((0, target_key.h)(target.labels)) !== target.lastScrape);
}
function sizeQuery(targets) {
const selected = selectorOf(targets);
return [
(0, literals.nH)(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
(0, literals.nH)(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
(0, literals.nH)(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
].join(' or ');
}
function readSizes(targets, answer) {
const rows = Map.groupBy((0, model_prometheus.Tk)(answer), ({ metric }) => (0, target_key.h)(metric));
return new Map(targets.flatMap((target) => {
const own = (rows.get((0, target_key.h)(target.labels)) ?? []).filter(({ metric }) => isReported(metric, target.labels));
const [at, sent, kept] = ['at', 'sent', 'kept'].map((name) => {
const row = own.find(({ metric }) => metric.verify === name);
return row && Number(row.value?.[1]);
});
if (at === undefined || sent === undefined || at * 1000 < (0, targets_observe.kS)(target) - ALIGNMENT_MS)
return [];
return [[(0, target_key.h)(target.labels), { at: at * 1000, sent, kept: kept ?? sent }]];
}));
}
function evaluatedAt(answer) {
const seconds = (0, model_prometheus.Tk)(answer)[0]?.value?.[0];
return seconds === undefined ? undefined : seconds * 1000;
}
function countQuery(targets, recorded) {
const selected = selectorOf(targets);
const others = (0, literals.NK)([...model_prometheus.Mc, ...model_prometheus.P8, ...model_prometheus.p7, ...recorded]);
const named = (names) => `count by (job, instance, __name__) ({${selected},__name__=~${(0, literals.NK)(names)}})`;
return [
(0, literals.nH)(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
(0, literals.nH)(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
(0, literals.nH)(`${named(model_prometheus.Mc)} > 1`, 'verify', 'reported'),
(0, literals.nH)(named(model_prometheus.P8), 'verify', 'extra'),
].join(' or ');
}
function readCounts(targets, sizes, answer) {
const rows = Map.groupBy((0, model_prometheus.Tk)(answer), ({ metric }) => (0, target_key.h)(metric));
return new Map(targets.flatMap((target) => {
const key = (0, target_key.h)(target.labels);
const size = sizes.get(key);
const own = rows.get(key) ?? [];
const at = own.find(({ metric }) => metric.verify === 'at' && isReported(metric, target.labels));
if (size === undefined || Math.round(Number(at?.value?.[1]) * 1000) !== Math.round(size.at))
return [];
const stored = storedOf(own);
const lost = Math.max(0, size.kept - stored);
return [[key, { scraped: size.sent, stored, lost, isExact: stored === size.kept }]];
}));
}
function storedOf(rows) {
const values = (name) => rows.filter(({ metric }) => metric.verify === name).map(({ value }) => Number(value?.[1]));
const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
const [reported, extra] = [values('reported'), values('extra')];
const added = extra.length === model_prometheus.P8.length ? model_prometheus.P8.length : 0;
return sum(values('stored')) + sum(reported) - reported.length + sum(extra) - added;
}
function selectorOf(targets) {
const which = (name) => `${name}=~${(0, literals.NK)(targets.map((target) => target.labels[name] ?? ''))}`;
return `${which('job')},${which('instance')}`;
}
;
const unanswered = (metric, why) => metric.state === 'present' ? metric : notChecked(metric, `Prometheus did not answer: ${why}`);
const unread = (metric, why) => metric.state === 'present'
? notChecked(metric, `It is in the last scrape. Prometheus did not show the scrapes before it: ${why}`)
: metric;
const seenOnce = (metric, large) => isWatched(metric) && large.has(metric.service) && metric.state === 'present'
? {
...metric,
certainty: 'inferred',
why: `${metric.why} Only the last scrape was looked at, because the service sends more than ${COUNTED_SAMPLES} samples.`,
}
: metric;
function notChecked({ service, name, type, machines }, why) {
return {
...{ service, name, type, machines, state: 'unknown', certainty: 'not checked', why },
next: 'Verify again when Prometheus answers; if it does not, it is overloaded: see `flyctl logs` of its app.',
};
}
;
const uncheckedContract = (services, why) => ({
metrics: services.flatMap((service) => (0, declared_metrics.A)(service).map((metric) => ({
...judgeMetric(service.name, metric, { findings: [], elsewhere: [] }),
...(why !== undefined && { why }),
}))),
undeclared: [],
names: [],
delayed: new Map(),
mayAdvance: false,
isUnanswered: false,
});
function watchContract({ services, prometheus, verifyStart, store }) {
const observer = observeMetrics(prometheus, verifyStart);
function judgeAll(instances, { recorded, observations }) {
const exact = exactTargets(observations);
const views = services.map((service) => ({
...{ service, store },
targets: instances
.filter(({ job }) => job === service.name)
.map((one) => observer.metricsOf(one, exact)),
stored: observer
.stored(service.name)
.filter((name) => !(0, model_prometheus.eG)(name) && !recorded.has(name)),
}));
return views.map((view) => judgeService(view, views));
}
async function askNow(round) {
const instances = instancesOf(round.observations);
const isAsked = (one) => isUnsettled(one) || one.stored.length === 0;
const jobs = new Set(judgeAll(instances, round)
.filter(isAsked)
.map(({ service }) => service.name));
await observer.readTypes(instances.filter(({ job }) => jobs.has(job)));
for (const questions of [declaredQuestions, otherQuestions])
await observer.readSamples(questions(judgeAll(instances, round)), instances, round.at);
const asked = judgeAll(instances, round).filter(({ service }) => jobs.has(service.name));
await observer.readLabels(labelQuestions(asked), instances, round.at);
const further = round.names.map((name) => ({ name, jobs: services.map((service) => service.name) }));
await observer.readSamples(further, instances, round.at);
}
return {
async ask(round) {
const why = await lostAnswer(() => askNow(round));
const contract = contractOf(judgeAll(instancesOf(round.observations), round));
const metrics = contract.metrics.map((one) => (why === undefined ? one : unanswered(one, why)));
return { ...contract, metrics, isUnanswered: why !== undefined };
},
};
}
const contractOf = (judged) => ({
metrics: judged.flatMap(({ metrics }) => metrics),
undeclared: judged.map(({ service, others }) => ({
service: service.name,
names: [...others.keys()].toSorted(),
})),
names: [
...new Set(judged.flatMap(({ metrics, others, targets }) => [
...targets.flatMap(({ samples }) => [...samples]),
...metrics.flatMap(({ name, state }) => (state === 'missing' || state === 'waiting' ? [] : name)),
...[...others].flatMap(([name, series]) => [name, ...series]),
])),
],
mayAdvance: judged.some(({ metrics, targets }) => metrics.some(({ name, state }) => (state === 'missing' || state === 'partial') &&
targets.some(({ old }) => seriesOfMetric(name).some((series) => old.has(series))))),
delayed: new Map(judged.flatMap(({ targets }) => targets.flatMap(({ delayed }) => [...delayed]))),
isUnanswered: false,
});
function afterTrafficNames(services) {
const declared = services.flatMap((service) => (0, declared_metrics.A)(service));
return new Set(declared.filter(({ expect }) => expect === 'after-traffic').flatMap(({ name }) => seriesOfMetric(name)));
}
function namesOfDown(services, observations) {
const up = new Set(observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service));
return new Map(services
.filter(({ name }) => !up.has(name))
.flatMap((service) => (0, declared_metrics.A)(service).flatMap(({ name }) => seriesOfMetric(name).map((series) => [series, service.name]))));
}
var dashboard_panels = __webpack_require__(32051);
var json_value = __webpack_require__(91060);
;
const library_panels_AT_ONCE = 4;
async function readLibraryPanels(dashboards, read) {
const uids = read ? [...new Set(dashboards.flatMap(({ json }) => libraryPanelsIn(json)))] : [];
const answers = await (0, concurrency.X)(uids, library_panels_AT_ONCE, async (uid) => [uid, await answerFor(uid, read)]);
return new Map(answers);
}
async function answerFor(uid, read) {
try {
const model = await read?.(uid);
return model ? { kind: 'model', model } : { kind: 'missing' };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { kind: 'unread', why: (0, errors.bD)(error) };
}
}
const libraryPanelsIn = (json) => (0, dashboard_panels.t)((0, json_value.OW)(json) ? json : {}).flatMap(({ panel }) => ((0, json_value.OW)(panel.libraryPanel) && (0, json_value.tB)(panel.libraryPanel.uid)) || []);
var poll = __webpack_require__(98195);
;
async function attemptQuery(ask) {
try {
return { kind: 'answer', value: await ask() };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const [problem] = error.problems;
const why = (0, errors.bD)(error);
if (problem?.code === 'prometheus-query')
return { kind: 'refused', why, next: 'Correct the query in the dashboard.' };
const isBroken = BROKEN.includes(problem?.code ?? '');
return { kind: isBroken ? 'broken' : 'unanswered', why, next: problem?.hint };
}
}
const BROKEN = ['grafana-datasource-missing', 'grafana-datasource-unhealthy'];
const isLost = (answer) => answer.kind === 'unanswered' || answer.kind === 'broken';
;
const in_grafana_AT_ONCE = 4;
const ABOUT = { area: 'rules', subject: 'alerts in Grafana' };
async function readGrafanaRules(alerts, source, unread) {
if (alerts.length === 0)
return { rules: [], alerts: [], checks: [] };
if (unread !== undefined)
return { rules: [], alerts: [], checks: [in_grafana_notChecked(`Its samples could not be read: ${unread}`)] };
const rules = await (0, concurrency.X)(alerts, in_grafana_AT_ONCE, (alert) => judged(alert, source));
return {
rules,
alerts: [],
checks: rules.every(({ state }) => state === 'ok') ? [holds(rules.length)] : [],
};
}
const in_grafana_notChecked = (why) => ({
...ABOUT,
...{ outcome: 'not-checked', certainty: 'not checked', why },
});
const holds = (n) => ({
...ABOUT,
...{ outcome: 'holds', certainty: 'inferred' },
why: `The expressions of all ${(0, lib_text.U9)(n, 'alert')} are answered without an error; Grafana evaluates them.`,
});
async function judged({ group, name, expr }, source) {
const about = { group, name, kind: 'alerting', detail: '' };
const answer = await attemptQuery(() => source.query(expr));
if (answer.kind === 'answer')
return {
...about,
...{ state: 'ok', certainty: 'inferred' },
why: 'Its expression is answered without an error; Grafana evaluates it.',
};
return answer.kind === 'refused'
? { ...about, state: 'error', certainty: 'proven', why: 'Its expression is refused.', detail: answer.why }
: {
...about,
...{ state: 'not-checked', certainty: 'not checked' },
why: `The data source does not answer: ${answer.why}`,
};
}
var fly_names = __webpack_require__(69466);
;
const HEALTH_MS = 30_000;
async function checkEndpoints({ prometheusUrl, ...request }, tools) {
const url = `${(0, lib_text.Tv)(prometheusUrl)}/api/v1/status/buildinfo`;
const [ofApps, access] = await Promise.all([
checkPublicEndpoints(request, tools),
ask(url, tools.pool, tools.limits.signal),
]);
return [...ofApps, judgeAccess(prometheusUrl, request.config.monitoring.access, access)];
}
async function checkPublicEndpoints({ config, machines }, { pool, limits }) {
const began = performance.now();
const get = (url) => ask(url, pool, limits.signal);
const byApp = Map.groupBy((0, expect.C)(config, machines).targets.filter(({ machine }) => machine !== undefined), ({ app }) => app);
const health = async (app, path) => {
const url = `${(0, fly_names.x6)(app)}${path}`;
const rests = byApp.get(app)?.every(({ state }) => state === 'resting') ?? false;
return (0, poll.wt)(async () => {
const value = judgeHealth(url, await get(url), rests);
const done = value.outcome !== 'broken' || performance.now() - began > HEALTH_MS;
return { done, value, waitsFor: `${url}. ${value.why}` };
}, limits);
};
return Promise.all([
...config.apps.flatMap(({ app, health: path }) => (path === undefined ? [] : health(app, path))),
...config.apps.map(async ({ app }) => {
const url = `${(0, fly_names.x6)(app)}/metrics`;
return judgeExposure(url, await get(url));
}),
]);
}
async function ask(url, pool, signal) {
try {
const { status, text } = await (0, http.cv)(pool, { url, ...(signal && { signal }) });
return { kind: 'answer', status, text };
}
catch (error) {
return { kind: 'silence', why: (0, errors.bD)(error), code: String(error.code ?? '') };
}
}
function judgeHealth(url, answer, rests = false) {
const about = { area: 'health', subject: url, certainty: 'proven' };
if (answer.kind === 'answer' && answer.status === 200)
return { ...about, outcome: 'holds', why: 'It answers 200.' };
const why = answer.kind === 'answer' ? `It answers ${answer.status}, not 200.` : `It does not answer: ${answer.why}`;
if (rests && (answer.kind === 'silence' || answer.status >= 500))
return {
...about,
outcome: 'nothing-to-check',
certainty: 'not checked',
why: `Every machine of the app is stopped, which is allowed. ${why}`,
};
return {
...about,
outcome: 'broken',
why,
next: nextFor(url, answer),
};
}
function nextFor(url, answer) {
if (answer.kind === 'answer' || answer.code !== 'ENOTFOUND')
return 'Read the log of the app and check `health` in the configuration; the app also needs a public address.';
const app = new URL(url).hostname.split('.')[0];
return `The app has no public address: see \`flyctl ips list -a ${app}\`. A deploy of the app by this action allocates it; by hand: \`flyctl ips allocate-v4 --shared -a ${app}\` and \`flyctl ips allocate-v6 -a ${app}\`.`;
}
function judgeExposure(url, answer) {
const about = { area: 'metrics-exposure', subject: url };
if (answer.kind === 'silence')
return {
...about,
outcome: 'not-checked',
certainty: 'not checked',
why: `It does not answer: ${answer.why}`,
};
if (answer.status >= 500)
return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` };
if (answer.status === 200 &&
/^# (TYPE|HELP) |^[a-zA-Z_:][\w:]*(\{.*\})? [-+\d.eENaInf]+( \d+)?$/m.test(answer.text))
return {
...about,
outcome: 'warning',
certainty: 'proven',
why: 'Anyone can read the metrics on the public address.',
next: 'Serve them on a separate port that only the private network can reach.',
};
return {
...about,
outcome: 'holds',
certainty: 'proven',
why: `No metrics on the public address (HTTP ${answer.status}).`,
};
}
function judgeAccess(url, access, answer) {
const about = { area: 'access', subject: url };
if (answer.kind === 'silence')
return {
...about,
outcome: 'not-checked',
certainty: 'not checked',
why: `It does not answer: ${answer.why}`,
};
if (answer.status >= 500)
return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` };
if (answer.status === 403)
return {
...about,
outcome: 'not-checked',
certainty: 'not checked',
why: 'What answers in front of Prometheus forbids it (HTTP 403), with or without a password.',
};
const open = answer.status === 200;
if (access === 'public')
return {
...about,
outcome: open ? 'warning' : 'broken',
certainty: 'proven',
why: open
? 'Anyone can read all metrics, as configured.'
: `Access is configured as public, but it answers ${answer.status}.`,
next: open
? 'Set `access: password` unless public access is intended.'
: 'Deploy the monitoring app again.',
};
if (answer.status === 401)
return { ...about, outcome: 'holds', certainty: 'proven', why: 'Without credentials it answers 401.' };
return {
...about,
outcome: 'broken',
certainty: 'proven',
why: open
? 'It answers without a password: anyone can read all metrics.'
: `Without credentials it answers ${answer.status}, not 401.`,
next: 'Deploy the monitoring app again: its `--web.config.file` is not in effect.',
};
}
var reach = __webpack_require__(285);
var redact = __webpack_require__(67209);
var circumstances = __webpack_require__(91667);
var reason_forms = __webpack_require__(68283);
;
function differenceOf(c, { port, path, https }) {
const parts = [
...(port === c.port ? [] : [`port ${port} instead of ${c.port}`]),
...(path === c.path ? [] : [`path ${path} instead of ${c.path}`]),
];
return parts.length > 0 ? (0, lib_text.p_)(parts) : `over ${https ? 'HTTPS instead of HTTP' : 'HTTP instead of HTTPS'}`;
}
const portAndPath = (c) => `port ${c.port} (${c.path})`;
function noMetricsSection(c) {
const told = c.fly?.told;
const what = told ? `tells Fly to scrape ${differenceOf(c, told)}` : 'has no `[[metrics]]` section';
return (0, reason_forms.l)('proven', `${c.service} is not scraped by Fly: the configuration of ${machines(c)} ${what}.`, `Add \`[[metrics]]\` with \`port = ${c.port}\` and \`path = "${c.path}"\` to the Fly configuration of ${c.app}, for the process group that runs ${c.service}, and deploy the app: \`deploy-monitoring plan\` shows the lines. If these machines do not run ${c.service}, set \`process\` of the service.`);
}
function scrapeFailed(c) {
const healthy = c.checksPass === true
? ` Fly's health checks of ${(0, circumstances.lR)(c) ? 'these machines' : 'the machine'} pass, so the service runs: the path is wrong, the port is another one, or the service listens on the private network (6PN) only.`
: (0, circumstances.ow)(c);
return (0, reason_forms.l)('inferred', `Fly's scraper gets no metrics from ${portAndPath(c)} of ${machines(c)} (\`up\` is 0); it stores no error.${healthy}`, `Ask ${c.service} itself: ${(0, reason_forms.vf)(c)}, then \`curl -i localhost:${c.port}${c.path}\`. It must answer 200, and listen on 0.0.0.0 (Fly does not scrape the private network's address alone).`);
}
const notScraped = (c) => (0, reason_forms.l)('inferred', `Fly was told to scrape ${c.service} on ${machines(c)}, its data of the app is up to date, and there is no new \`up\` of ${(0, circumstances.lR)(c) ? 'these machines' : 'the machine'}: ${(0, circumstances.lR)(c) ? 'they are' : 'it is'} not scraped.`, `Verify again in a minute; if it stays, restart ${(0, circumstances.m3)(c)} (\`flyctl machine restart ${(0, circumstances.uk)(c)} -a ${c.app}\`), and compare \`config.metrics\` of \`flyctl machine list --json -a ${c.app}\`.`);
const emptyForFly = (c) => (0, reason_forms.l)('inferred', `Fly's scraper gets an answer from ${portAndPath(c)} of ${machines(c)} (\`up\` is 1), and no sample of a metric of ${c.service} comes with it: the page is a web page, JSON, empty, or that of another program. Fly's scraper does not treat that as an error.`, `Set port and path of ${c.service} to where it serves metrics, in the configuration and in \`[[metrics]]\`: \`curl -i localhost:${c.port}${c.path}\` on the machine (${(0, reason_forms.vf)(c)}) shows what it answers.`);
const stoppedForFly = (c) => (0, reason_forms.l)('proven', `${(0, circumstances._j)(c)} ${c.machineState}: Fly does not scrape a machine that does not run, and its series just end.`, `Start ${(0, circumstances.m3)(c)} (flyctl machine start ${(0, circumstances.uk)(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${(0, circumstances.m3)(c)} may sleep. The reason for a stop is in its log: ${(0, reason_forms.K9)(c)}.`);
const machines = (c) => (0, circumstances.lR)(c) ? `${new Set(c.machines).size} machines` : `machine ${c.machines.join('')}`;
const FLY_TEXTS = {
stopped: stoppedForFly,
'not-scraped': notScraped,
empty: emptyForFly,
};
;
function unauthorized(c) {
const { credentials } = c;
if (credentials)
return (0, reason_forms.l)('proven', `${c.service} refuses ${c.path} (HTTP 401 or 403), although the scrape sends the credentials of \`${credentials.key}\`.`, `Compare the value of ${credentials.variable} with what ${c.service} expects, and deploy again after a change: the monitoring machine has the value of the last deploy.`);
return (0, reason_forms.l)('proven', `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`, c.isOnFly
? `Let the metrics endpoint answer without authentication on the private network, set authorization or basic_auth for ${c.service}, or check that the port is the metrics port and not the public API.`
: `Set authorization or basic_auth for ${c.service}, or check that the address is that of the metrics.`);
}
function tlsFailure(c) {
const isHttps = c.scrapeUrl?.startsWith('https:') ?? !c.isOnFly;
if (!isHttps)
return (0, reason_forms.l)('proven', 'TLS with the target failed.', `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`);
return (0, reason_forms.l)('proven', 'TLS with the target failed: Prometheus does not accept its certificate, or the two have no version of TLS in common.', `Set tls_config.server_name of ${c.service} to the name in the certificate (machines are scraped by their addresses), or insecure_skip_verify for a certificate that no public authority has signed.`);
}
;
const WAIT_FOR_SCRAPE = 'Wait one scrape interval and verify again; if the problem persists, Prometheus is overloaded: see flyctl status and flyctl logs of its app.';
const REASON_TEXTS = {
'no-machines': (c) => (0, reason_forms.l)('proven', `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`, `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`),
stopped: (c) => (0, reason_forms.l)('proven', `${(0, circumstances._j)(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not notice that it is missing. ` +
'Scrapes go over the private network, which never wakes a machine.', `Start ${(0, circumstances.m3)(c)} (flyctl machine start ${(0, circumstances.uk)(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${(0, circumstances.m3)(c)} may sleep.`),
'no-metrics-section': noMetricsSection,
'scrape-failed': scrapeFailed,
'not-discovered': (c) => (0, reason_forms.l)(c.machineState === 'started' ? 'proven' : 'inferred', `${(0, circumstances._j)(c)} ${c.machineState}, but Prometheus has no target for ${(0, circumstances.df)(c)} in the job ${c.service}: ` +
"Fly's DNS does not return it, or the running configuration has no such job.", `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`),
'not-scraped': (c) => (0, reason_forms.l)('proven', `Prometheus has discovered ${(0, circumstances.df)(c)}, but has not scraped ${(0, circumstances.lR)(c) ? 'them' : 'it'} yet.`, WAIT_FOR_SCRAPE),
stale: (c) => (0, reason_forms.l)('proven', `Prometheus last scraped ${(0, circumstances.df)(c)} before this verification began; its state is out of date.`, WAIT_FOR_SCRAPE),
dns: (c) => (0, reason_forms.l)('proven', "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.", `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`),
refused: reason_forms.J5,
unreachable: (c) => (0, reason_forms.l)('proven', `No route to ${(0, circumstances.df)(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`, `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`),
timeout: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
(c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
(0, circumstances.ow)(c), `Measure ${c.path} on the machine itself: ${(0, reason_forms.vf)(c)}, then ask localhost:${c.port}${c.path}.`),
reset: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`, `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${(0, reason_forms.K9)(c)}.`),
'not-http': reason_forms.aH,
tls: tlsFailure,
scheme: (c) => (0, reason_forms.l)('proven', `The running configuration scrapes ${(0, circumstances.df)(c)} over HTTPS, but it speaks plain HTTP.`, 'Remove scheme: https from the scrape job: the private network is encrypted already.'),
auth: unauthorized,
'not-found': (c) => (0, reason_forms.l)('proven', `Something answers on ${(0, circumstances.df)(c)}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`),
'server-error': (c) => (0, reason_forms.l)('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${(0, reason_forms.K9)(c)}.`),
'http-status': (c) => /status 400/.test(c.lastError)
? (0, reason_forms.l)('inferred', `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`, `Serve metrics over plain HTTP on port ${c.port}, or set the right port.`)
: (0, reason_forms.l)('proven', `${c.service} does not answer ${c.path} with 200.`, /status 429/.test(c.lastError)
? `Exempt ${c.path} from rate limiting.`
: `Read its log: ${(0, reason_forms.K9)(c)}.`),
redirect: reason_forms.V2,
html: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`, `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`),
'content-type': reason_forms.IM,
encoding: (c) => (0, reason_forms.l)('proven', `${c.service} announces compression, but what it sends is not compressed that way.`, 'Correct the Content-Encoding header or the compression of the metrics endpoint; Prometheus reads gzip only.'),
truncated: (c) => (0, reason_forms.l)('proven', `The answer of ${(0, circumstances.df)(c)} breaks off: shorter than announced.`, `The service crashes while it writes, or its Content-Length is wrong: ${(0, reason_forms.K9)(c)}.`),
parse: reason_forms.u$,
limit: reason_forms.W1,
'local-config': () => (0, reason_forms.l)('proven', 'Prometheus cannot read a file that its configuration refers to, so it sends no request.', 'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.'),
empty: reason_forms.Zc,
'samples-lost': (c) => (0, reason_forms.l)('inferred', `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or explicit timestamps that are in the future or so old (more than 5 minutes) that no query for the present finds them.`, 'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting \u2026" with the count.'),
flapping: reason_forms.Cz,
restarting: reason_forms.Os,
'not-stored': reason_forms.br,
unknown: (c) => (0, reason_forms.l)('inferred', `The scrape of ${(0, circumstances.df)(c)} fails with an error that this action does not know.`, `See the error of Prometheus, and the log of the service: ${(0, reason_forms.K9)(c)}.`),
};
;
const STATIC_TEXTS = {
'not-discovered': (c) => (0, reason_forms.l)('proven', `Prometheus has no target for ${(0, circumstances.df)(c)} in the job ${c.service}: the running configuration does not have this address.`, 'Deploy the monitoring app again, with this configuration.'),
dns: (c) => (0, reason_forms.l)('proven', `The name in ${(0, circumstances.df)(c)} does not resolve on the machine of Prometheus.`, `Correct addresses of ${c.service}: a name that only a private network or a VPN knows does not exist on Fly.`),
refused: (c) => (0, reason_forms.l)('proven', `Nothing listens on ${(0, circumstances.df)(c)}: the service is not running, uses another port, or listens on localhost only.`, `Start ${c.service}, and compare the port with addresses in the configuration.`),
unreachable: (c) => (0, reason_forms.l)('proven', `There is no route from the machine of Prometheus to ${(0, circumstances.df)(c)}: the address is in another private network, or a firewall rejects the request.`, 'Use an address that can be reached from the Internet, or a WireGuard peer in the private network of Fly.'),
timeout: (c) => (0, reason_forms.l)('inferred', `${(0, lib_text.Iu)((0, circumstances.df)(c))} did not answer within the scrape timeout: a firewall drops the request, the address is in another private network, or the service hangs.`, `Allow requests from the machine of Prometheus in the firewall, and measure ${c.path} from outside; a slow endpoint needs a longer scrape_timeout.`),
reset: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} accepted the connection and closed it without an answer: the service crashed on the request, a firewall or proxy ended it, or the port speaks TLS or another protocol.`, `Set scheme: https for ${c.service} if the port speaks TLS, or correct the port in addresses.`),
scheme: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} is scraped over HTTPS, but speaks plain HTTP.`, `Remove scheme: https of ${c.service}, or use its port with TLS.`),
'http-status': (c) => /status 400/.test(c.lastError)
? (0, reason_forms.l)('inferred', `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`, `Set scheme: https for ${c.service}, or correct the port in addresses.`)
: (0, reason_forms.l)('proven', `${c.service} does not answer ${c.path} with 200.`, `Request ${c.path} yourself, and read the log of the service.`),
'not-found': (c) => (0, reason_forms.l)('proven', `Something answers on ${(0, circumstances.df)(c)}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or correct the port in addresses.`),
html: (c) => (0, reason_forms.l)('proven', `${(0, lib_text.Iu)((0, circumstances.df)(c))} answers ${c.path} with a web page: this is a web server, a front end or a login page, not the metrics endpoint.`, `Set path of ${c.service}, or correct addresses.`),
};
;
const MAX_DETAIL = 500;
function reasonFor(kind, c) {
const detail = c.lastError.length > MAX_DETAIL ? `${c.lastError.slice(0, MAX_DETAIL)}\u2026` : c.lastError;
return { class: kind, ...textOf(kind, c), detail };
}
const textOf = (kind, c) => {
const special = c.fly ? FLY_TEXTS[kind] : c.isOnFly ? undefined : STATIC_TEXTS[kind];
return (special ?? REASON_TEXTS[kind])(c);
};
function explainTargets(failed) {
const groups = [...Map.groupBy(failed, causeOf).values()];
return new Map(groups.flatMap((group) => {
const [first, ...others] = group;
const shared = first && others.length > 0 ? reasonFor(first.kind, combined([first, ...others])) : undefined;
return group.map((target) => [
target,
{ reason: reasonFor(target.kind, target.circumstances), ...(shared && { shared }) },
]);
}));
}
function causeOf({ kind, circumstances }) {
if (kind === 'refused' && !circumstances.siblingUp)
return JSON.stringify([kind, circumstances.app, circumstances.checksPass === false]);
const alone = { ...circumstances, machines: [], addresses: [], lost: 0, record: lostPage(circumstances) };
const { why, next } = textOf(kind, alone);
return JSON.stringify([kind, circumstances.app, why.replace(/"(?:[^"\\]|\\.)*"?/gs, '""'), next]);
}
const lostPage = ({ record }) => record?.lostPage ? { ...record, empty: 0 } : undefined;
function combined([first, ...others]) {
const all = [first, ...others].map(({ circumstances }) => circumstances);
return {
...first.circumstances,
services: [...new Set(all.map(({ service }) => service))],
machines: all.flatMap(({ machines }) => machines),
addresses: all.flatMap(({ addresses }) => addresses),
lost: all.reduce((sum, { lost }) => sum + lost, 0),
record: lostPage(first.circumstances),
};
}
;
function targetEvidence(observations, verifyStart, server = {}) {
const upOn = Map.groupBy(observations.filter((observation) => observation.state === 'up'), (observation) => observation.expected.machine?.id);
const faults = observations.map((observation) => {
const { state, expected } = observation;
if (!(0, targets_observe.iI)(state))
return undefined;
const own = evidence_circumstances(observation, expected.machine !== undefined && upOn.has(expected.machine.id));
return { kind: state, circumstances: { ...own, ...server } };
});
const explained = explainTargets(faults.filter((fault) => fault !== undefined));
return observations.map((observation, i) => {
const fault = faults[i];
return evidenceOf(observation, verifyStart, fault && explained.get(fault));
});
}
function uncheckedTargets(expected) {
return expected.map((one) => ({
...identity(one),
state: 'unknown',
certainty: 'not checked',
why: 'Prometheus could not be asked.',
}));
}
function evidenceOf(observation, verifyStart, explained) {
const { expected, seen, count, state, record } = observation;
const facts = {
...identity(expected),
...(seen && (0, targets_observe.kS)(seen) > 0 && { lastScrape: seen.lastScrape }),
...(count && { samples: count.scraped }),
...(count?.lost !== undefined && { lost: count.lost }),
...(record && record.scrapes > 0 && { history: historyOf(record) }),
};
if (state === 'up')
return { ...facts, state: 'up', ...upClaim(observation, verifyStart) };
if (state === 'resting')
return {
...facts,
state: 'resting',
certainty: 'not checked',
why: `The machine is ${expected.machine?.state}, which is allowed.`,
};
if (explained) {
const { certainty, why } = explained.reason;
return { ...facts, state: 'down', ...explained, certainty, why };
}
return {
...facts,
state: 'unknown',
certainty: 'not checked',
why: 'Prometheus scraped it, but the number of stored samples could not be determined.',
};
}
const historyOf = ({ scrapes, failed, restarts, before }) => ({
scrapes,
failed,
restarts,
restartsBefore: before.restarts,
});
function upClaim({ seen, count, record }, verifyStart) {
const when = `Prometheus scraped it ${seconds(seen, verifyStart)} after verification began`;
const past = record ? pastOf(record) : '';
if (!count)
return {
certainty: 'inferred',
why: `${when}; how many samples it sent is not known, because they cannot be read.${past}`,
};
if (count.scraped === 0)
return {
certainty: 'inferred',
why: `${when} and received no sample; every metric of the service is declared as \`expect: after-traffic\`.${past}`,
};
const stored = (0, lib_text.U9)(count.stored, 'sample');
return {
certainty: 'proven',
why: count.isInferred
? `${when} and received ${stored}, too many to be counted in its storage; it has not rejected any.${past}`
: `${when} and stored ${stored}.${past}`,
};
}
function pastOf({ scrapes, failed, restarts, before }) {
const parts = [
...(failed > 0 ? [`${failed} of ${(0, lib_text.U9)(scrapes, 'scrape')} since then failed`] : []),
...(restarts > 0 ? [`its process started again ${timesOf(restarts)} since then`] : []),
...(before.restarts > 1
? [`its process had started again ${timesOf(before.restarts)} shortly before`]
: []),
];
return parts.length > 0 ? ` But ${(0, lib_text.p_)(parts)}.` : '';
}
const timesOf = (n) => (n === 1 ? 'once' : `${n} times`);
const seconds = (seen, verifyStart) => `${(((seen ? (0, targets_observe.kS)(seen) : verifyStart) - verifyStart) / 1000).toFixed(1)} s`;
function identity({ service, app, machine, address }) {
return { service, app, machine: machine?.id ?? '', region: machine?.region ?? '', address };
}
function evidence_circumstances({ expected, seen, count, record }, siblingUp) {
return {
service: expected.service,
app: expected.app,
isOnFly: expected.machine !== undefined,
credentials: expected.credentials,
machines: expected.machine ? [expected.machine.id] : [],
machineState: expected.machine?.state ?? '',
addresses: [expected.address],
port: Number(expected.address.split(':').at(-1)),
path: expected.path,
lastError: (0, redact.jD)(seen?.lastError ?? ''),
siblingUp,
lost: count?.lost ?? 0,
checksPass: expected.machine?.checksPass,
scrapeUrl: seen?.scrapeUrl,
record,
};
}
function serviceEvidence(services, targets) {
const hasTarget = new Set(targets.map(({ service }) => service));
const absent = services.filter(config_services.dC).filter(({ name }) => !hasTarget.has(name));
return services.map((service) => {
const { name } = service;
const app = (0, config_services.RX)(service);
const own = targets.filter((target) => target.service === name);
const count = (state) => own.filter((target) => target.state === state).length;
return {
service: name,
app,
expected: own.length - count('resting'),
up: count('up'),
resting: count('resting'),
...(own.length === 0 && { reason: noMachines(app, absent) }),
};
});
}
function noMachines(app, absent) {
const names = absent.filter((service) => service.app === app).map(({ name }) => name);
return reasonFor('no-machines', {
service: (0, lib_text.p_)(names),
app,
isOnFly: true,
machines: [],
machineState: '',
addresses: [],
port: 0,
path: '',
lastError: '',
siblingUp: false,
lost: 0,
checksPass: undefined,
});
}
var fly_series = __webpack_require__(34061);
var verify_claim = __webpack_require__(96664);
var evidence = __webpack_require__(90615);
;
const REMARKABLE_MS = 60_000;
function judgeFlyMetrics(request, seen) {
return [{ area: 'fly-metrics', subject: request.organization, ...claimOf(request, seen) }];
}
function claimOf(request, seen) {
switch (seen.kind) {
case 'waiting':
return unknown("Time ran out before Fly's managed Prometheus was scraped.");
case 'unanswered':
return unknown(`Prometheus does not answer: ${seen.why}`);
case 'no-target':
return broken(`Prometheus has no target of the job ${fly_series.Mw}: its running configuration is older than \`monitoring.fly_metrics\`.`, 'Deploy, so that the configuration is loaded.');
case 'down':
return refused(request, seen.error);
case 'up':
return claimOfSamples(request, seen);
}
}
const unknown = (why, next) => ({
...{ outcome: 'not-checked', certainty: 'not checked', why },
...(next !== undefined && { next }),
});
const broken = (why, next) => ({
outcome: 'broken',
certainty: 'proven',
why,
next,
});
const NEW_TOKEN = `Create a read-only token of the organization with \`${fly_series.lw}\`, store it as ${fly_series.QY}, and deploy.`;
function refused({ organization }, error) {
const said = `Prometheus cannot read Fly's managed Prometheus: ${(0, redact.jD)(error)}.`;
if (/HTTP status 401\b/.test(error))
return broken(`${said} Fly finds no organization \`${organization}\` for this token: the token is of another organization or has expired, or \`monitoring.organization\` is not its slug.`, `Compare \`monitoring.organization\` with \`flyctl orgs list\`. If it is right: ${NEW_TOKEN}`);
if (/HTTP status 403\b/.test(error))
return broken(`${said} The token may not read the organization \`${organization}\`: a deploy token is for one app only.`, NEW_TOKEN);
if (/limit exceeded/.test(error))
return broken(`${said} The machines of these apps have more series than one scrape may bring on a machine of this size.`, 'Increase `monitoring.vm.memory_mb`, which sets the limit.');
return broken(said, 'If Fly does not answer, verify again later; the target fly on the page /targets of Prometheus shows the state.');
}
function claimOfSamples(request, seen) {
const { apps, organization } = request;
const { newest, at, advanced, rejected = 0 } = seen;
const known = apps.filter((app) => newest.has(app));
const ageOf = (app) => Math.max(0, at - (newest.get(app) ?? 0));
if (known.length === 0)
return broken(`Fly's managed Prometheus answers without a sample of ${(0, lib_text.H$)(apps)}: the organization \`${organization}\` does not have these apps, or it is more than an hour behind.`, 'Compare `monitoring.organization` with `flyctl status -a APP`, which shows the organization of an app.');
const stuck = known.filter((app) => !advanced.has(app));
if (stuck.length > 0 && rejected > 0)
return dropped(stuck, rejected, Math.max(...stuck.map(ageOf)));
const youngest = Math.min(...known.map(ageOf));
if (youngest > fly_series._j)
return tooFarBehind(youngest);
const missing = apps.filter((app) => !newest.has(app));
if (missing.length > 0)
return unknown(`Fly's managed Prometheus has no sample of ${(0, lib_text.H$)(missing)}, although a machine is started.`, `An app that has just been created has samples within minutes: verify again. If it stays, the app is not in the organization \`${organization}\`.`);
const oldest = Math.max(...known.map(ageOf));
return oldest > fly_series._j ? tooFarBehind(oldest) : upToDate(oldest, stuck.length === 0);
}
const dropped = (apps, rejected, ms) => ({
...broken(`Prometheus scrapes Fly's managed Prometheus without an error and drops its samples of ${(0, lib_text.H$)(apps)}: they are older than those that it has. ${(0, lib_text.U9)(rejected, 'sample was', 'samples were')} rejected as out of order while verification watched, and the newest one that is stored is ${ageText(ms)} old. Fly's Prometheus has fallen behind.`, 'Verify again later: samples are accepted again as soon as they are newer than those that are stored. If it stays, tell Fly.'),
certainty: 'inferred',
});
const tooFarBehind = (ms) => unknown(`Fly's Prometheus is ${ageText(ms)} behind: its newest sample is too old to judge by. That says nothing about the machines.`, "Verify again later. Dashboards and alerts about Fly's series have no data meanwhile.");
function upToDate(ms, hasAdvanced) {
const why = `The newest sample that Fly has of every app is at most ${ageText(ms)} old.`;
if (ms <= REMARKABLE_MS && hasAdvanced)
return { outcome: 'holds', certainty: 'proven', why };
return {
...{ outcome: 'warning', certainty: 'proven' },
why: hasAdvanced ? why : `${why} No newer one came while verification watched.`,
next: "Nothing to correct here: Fly does not promise how soon its series are there. Alerts about Fly's series are as late.",
};
}
function ageText(ms) {
const seconds = Math.max(0, Math.round(ms / 1000));
return seconds <= 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
var steadiness = __webpack_require__(73968);
;
function samples_selectorOf(names, app, instances) {
const of = instances === undefined ? '' : `,instance=~${(0, literals.NK)(instances)}`;
const bucket = names.some((name) => name.endsWith('_bucket')) ? ',le=~"[+]Inf|"' : '';
return `{__name__=~${(0, literals.NK)(names)},app=${(0, literals.ZD)(app)}${of}${bucket}}`;
}
async function readRaw(source, selector, windowMs) {
const { result, clock = Date.now() } = await source.query(`${selector}[${Math.ceil(windowMs / 1000)}s]`);
const rows = result.resultType === 'matrix' ? result.result : [];
const filled = rows.filter(({ values }) => values.length > 0);
return { clock, series: filled.map(({ metric, values }) => samples_seriesOf(metric, values)) };
}
function samples_seriesOf(labels, values) {
const all = values
.map(([time, value]) => ({ at: Math.round(time * 1000), value: Number(value) }))
.toSorted((a, b) => a.at - b.at);
const last = all.at(-1);
return {
labels,
samples: all.filter(({ value }) => !Number.isNaN(value)),
...(last && Number.isNaN(last.value) && { endedAt: last.at }),
};
}
const newestTime = ({ samples, endedAt }) => Math.max(samples.at(-1)?.at ?? 0, endedAt ?? 0);
;
const PULSE = ['up', 'fly_instance_up', 'scrape_samples_scraped', 'process_start_time_seconds'];
const RECENT_MS = 10 * 60_000;
const FAR_MS = 60 * 60_000;
async function readPulse(source, app) {
const recent = await readRaw(source, samples_selectorOf(PULSE, app), RECENT_MS);
if (recent.series.length > 0)
return pulseOf(recent);
const { clock, series } = await readRaw(source, samples_selectorOf(['up', 'fly_instance_up'], app), FAR_MS);
return { ...pulseOf({ clock, series }), machines: new Map() };
}
function pulseOf({ clock, series }) {
const times = series.map(newestTime);
return {
clock,
newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
machines: new Map([...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
id,
scrapesOf(own),
])),
};
}
const pulse_FIELDS = {
scrape_samples_scraped: 'sent',
process_start_time_seconds: 'startedAt',
};
function scrapesOf(series) {
const ups = ofScraper(series.filter(({ labels }) => labels.__name__ === 'up'));
const values = (name) => new Map(series
.filter(({ labels }) => labels.__name__ === name)
.flatMap(({ samples }) => samples.map(({ at, value }) => [at, value])));
const fields = Object.entries(pulse_FIELDS).map(([name, field]) => ({ field, known: values(name) }));
const scrapes = ups
.flatMap(({ samples }) => samples)
.toSorted((a, b) => a.at - b.at)
.map(({ at, value }) => {
const up = value === 1;
const more = fields.flatMap(({ field, known }) => (up && known.has(at) ? [[field, known.get(at)]] : []));
return { at, up, ...Object.fromEntries(more) };
});
const newest = ups.toSorted((a, b) => newestTime(b) - newestTime(a))[0];
return { scrapes, endedAt: newest?.endedAt };
}
function ofScraper(ups) {
const labelsOf = ({ labels }) => Object.keys(labels).length;
const fewest = Math.min(...ups.map(labelsOf));
return ups.filter((one) => labelsOf(one) === fewest);
}
const lagOf = ({ clock, newest }) => newest === undefined ? undefined : Math.max(0, clock - newest);
const windowSince = (pulse, since) => Math.max(0, pulse.clock - since) + Math.min(lagOf(pulse) ?? 0, fly_series._j) + 2 * fly_series.N7;
;
const FAILURES = 2;
const CLOCK_MS = 30_000;
function stateOf(seen, scope) {
const { expected, wanted, pulse } = seen;
if (expected.state === 'resting')
return { kind: 'resting' };
if (expected.state === 'stopped')
return failed('stopped');
if (!isTold(expected.machine?.metrics, wanted))
return failed('no-metrics-section');
const lag = lagOf(pulse);
if ((pulse.newest ?? 0) > pulse.clock + CLOCK_MS)
return state_unknown('clock');
return lag === undefined || lag > fly_series._j ? withoutData(lag, scope) : ofSamples(seen, scope);
}
function ofSamples(seen, scope) {
const { scrapes = [], endedAt } = seen.pulse.machines.get(seen.expected.machine?.id ?? '') ?? {};
const last = scrapes.at(-1);
if (!last || last.at <= scope.verifyStart) {
const old = scope.isOver || scope.isCut ? ofOldSamples(seen, last, scope) : WAITING;
return scope.isOver || old.kind === 'up' ? old : WAITING;
}
if (endedAt !== undefined)
return scope.isOver ? failed('not-scraped') : WAITING;
const record = (0, steadiness.zv)(scrapes, scope.verifyStart, { isDeployed: scope.isDeployed });
return last.up ? ofGoodScrape(seen, { last, record, scrapes }, scope) : ofFailure(scrapes, record, scope);
}
const WAITING = { kind: 'waiting' };
const state_unknown = (cause) => ({ kind: 'unknown', cause });
const failed = (reason, more = {}) => ({
...{ kind: 'failed', class: reason, ...more },
});
const isTold = (told, wanted) => told?.port === wanted.port && told.path === wanted.path && told.https === wanted.https;
function withoutData(lag, { isOver, isStoreCurrent }) {
if (isStoreCurrent)
return isOver ? failed('not-scraped') : WAITING;
if (lag !== undefined)
return state_unknown('behind');
return isOver ? state_unknown('no-data') : WAITING;
}
function ofFailure(scrapes, record, { verifyStart, isOver }) {
const fresh = scrapes.filter(({ at }) => at > verifyStart);
const inRow = fresh.length - 1 - fresh.findLastIndex(({ up }) => up);
return inRow >= FAILURES || isOver
? failed('scrape-failed', { record, at: fresh.at(-1)?.at ?? 0 })
: WAITING;
}
function ofGoodScrape({ expected, ownAt }, { last, record, scrapes }, { verifyStart, isOver }) {
const unsteady = (0, steadiness.bg)(record);
if (unsteady)
return failed(unsteady, { record });
if (ownAt > verifyStart)
return { kind: 'up', certainty: 'proven', at: last.at, record };
const good = scrapes.filter(({ at, up }) => up && at > verifyStart).length;
if (good < FAILURES && !isOver)
return WAITING;
return expected.onlyAfterTraffic ? state_unknown('nothing-promised') : failed('empty', { record, at: last.at });
}
function ofOldSamples({ expected: { machine }, pulse, ownAt }, last, { verifyStart, isDeployed }) {
const newest = pulse.newest ?? 0;
const started = Date.parse(machine?.updatedAt ?? '') || 0;
if (newest > verifyStart)
return failed('not-scraped', last && { at: last.at });
if (newest <= started)
return state_unknown('before-start');
if (!last || last.at <= started || newest - last.at > GAP_MS)
return failed('not-scraped', last && { at: last.at });
const record = (0, steadiness.zv)(pulse.machines.get(machine?.id ?? '')?.scrapes ?? [], verifyStart, { isDeployed });
if (!last.up)
return failed('scrape-failed', { record, at: last.at });
if (ownAt > started && ownAt >= last.at - SAME_SCRAPE_MS)
return { kind: 'up', certainty: 'inferred', at: last.at, record };
return failed('empty', { record, at: last.at });
}
const SAME_SCRAPE_MS = 1_000;
const GAP_MS = 3 * fly_series.N7;
;
const flyClaims = (watch, scope) => [
...(scope.isNobodyNotified ? [NOBODY_NOTIFIED] : []),
...lagClaim(watch, scope),
...toldClaim(watch, scope),
...notClaimed(scope),
];
function lagClaim({ machines, pulses, clock }, { config, verifyStart }) {
const scraped = machines.filter(({ seen: { expected, wanted } }) => expected.state === 'running' && isTold(expected.machine?.metrics, wanted));
const apps = [...new Set(scraped.map(({ seen }) => seen.expected.app))];
if (apps.length === 0)
return [];
const newest = new Map([...pulses].flatMap(([app, { newest: at }]) => (at === undefined ? [] : [[app, at]])));
return judgeFlyMetrics({ organization: config.monitoring.organization, apps }, {
...{ kind: 'up', scrapeMs: fly_series.N7, at: clock, newest, rejected: undefined },
advanced: new Set([...newest].filter(([, at]) => at > verifyStart).map(([app]) => app)),
});
}
function toldClaim({ machines }, { config }) {
const running = machines.filter(({ seen }) => seen.expected.state === 'running');
const told = running.filter(({ seen }) => isTold(seen.expected.machine?.metrics, seen.wanted));
if (running.length === 0 || told.length < running.length)
return [];
return [
(0, verify_claim.y)('configuration')(config.monitoring.organization, 'holds', `Fly was told to scrape the declared port and path on ${running.length === 1 ? 'the machine' : `all ${running.length} machines`} (\`config.metrics\`).`),
];
}
function notClaimed({ config, hasAlerts }) {
const { organization } = config.monitoring;
const unknown = (area, why) => ({
...{ area, subject: organization, outcome: 'nothing-to-check', certainty: 'not checked', why },
});
return [
unknown('scrapes', 'Whether Fly dropped series is not known: beyond its limits (16 MB for a scrape, high cardinality) it does so in silence.'),
unknown('rules', `Fly's Prometheus evaluates no rules, ${hasAlerts ? 'so none is checked there: Grafana evaluates the alerts.' : 'and there is no Grafana that does.'}`),
];
}
const NOBODY_NOTIFIED = {
area: 'delivery',
subject: evidence.G,
outcome: 'warning',
certainty: 'proven',
why: "No one is notified of alerts: Fly's Prometheus evaluates no rules, and no Grafana is configured.",
next: 'Set grafana-url and grafana-api-key: Grafana evaluates the rules and notifies people.',
};
;
const own_series_BATCH = 200;
const own_series_AT_ONCE = 4;
async function readOwnSeries(source, { app, instances, names, windowMs }) {
if (instances.length === 0 || names.length === 0)
return new Map();
const batches = Array.from({ length: Math.ceil(names.length / own_series_BATCH) }, (_, i) => names.slice(i * own_series_BATCH, (i + 1) * own_series_BATCH));
const answers = await (0, concurrency.X)(batches, own_series_AT_ONCE, (batch) => readRaw(source, samples_selectorOf(batch, app, instances), windowMs));
const series = answers.flatMap((answer) => answer.series);
return new Map([...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
id,
Map.groupBy(own, ({ labels }) => labels.__name__ ?? ''),
]));
}
const isExposed = (name) => !(0, model_prometheus.eG)(name) && !/^(?:scrape|fly)_/.test(name);
const MOST_NAMES = 200;
async function undeclaredNames(source, { app, instances, names, from }) {
const selector = `{app=${(0, literals.ZD)(app)},instance=~${(0, literals.NK)(instances)}}`;
const all = await source.seriesNames(selector, from);
return all.filter((name) => isExposed(name) && !names.includes(name)).slice(0, MOST_NAMES);
}
const merged = (one, other) => new Map([...(one ?? []), ...(other ?? [])]);
const newestOfName = (series = []) => series
.filter(({ endedAt }) => endedAt === undefined)
.reduce((newest, one) => Math.max(newest, newestTime(one)), 0);
const newestOf = (own) => [...(own?.values() ?? [])].reduce((newest, series) => Math.max(newest, newestOfName(series)), 0);
function withoutProse(own, since) {
const fresh = [...(own ?? [])].filter(([, series]) => newestOfName(series) > since);
const isMetrics = fresh.every(([name]) => /^[a-z_:](?:[\w:.]*\w)?$/i.test(name)) &&
fresh.some(([name]) => /\w_\w/.test(name));
return new Map(isMetrics ? fresh : []);
}
;
async function judgeFlyContract(services, watch, { fly, verifyStart }) {
const up = watch.machines.flatMap(({ state, ...one }) => state.kind === 'up'
? [{ ...one, state, since: state.certainty === 'proven' ? verifyStart : state.at - fly_series.N7 }]
: []);
let views = [];
let types;
const why = await lostAnswer(async () => {
const complete = await withUndeclared(up, { fly, verifyStart });
types = await fly.types(complete.flatMap(({ own }) => [...own.keys()].flatMap(familiesOf)));
views = services.map((service) => viewOf(service, complete, types));
});
if (why !== undefined) {
const { metrics } = uncheckedContract(services);
return { metrics: metrics.map((one) => unanswered(one, why)), undeclared: [], names: [] };
}
const judged = views.map((view) => judgeService(view, views));
return {
metrics: judged.flatMap(({ metrics }) => metrics.map((one) => withoutType(one, types))),
undeclared: judged.map(({ service, others }) => ({
service: service.name,
names: [...others.keys()].toSorted(),
})),
names: namesOf(judged),
};
}
const familiesOf = (name) => [name, name.replace(/_(?:total|bucket|sum|count)$/, '')];
async function withUndeclared(up, { fly, verifyStart }) {
const byApp = [...Map.groupBy(up, ({ seen }) => seen.expected.app)];
const found = await Promise.all(byApp.map(async ([app, all]) => {
const instances = all.flatMap(({ seen }) => seen.expected.machine?.id ?? []);
const names = [...new Set(all.flatMap(({ own }) => [...own.keys()]))];
const others = await undeclaredNames(fly, { app, instances, names, from: verifyStart });
const [{ seen }] = all;
const windowMs = windowSince(seen.pulse, verifyStart);
const more = await readOwnSeries(fly, { app, instances, names: others, windowMs });
return all.map((one) => ({
...one,
own: merged(one.own, more.get(one.seen.expected.machine?.id ?? '')),
}));
}));
return found.flat();
}
function viewOf(service, up, types) {
const own = up.filter(({ seen }) => seen.expected.service === service.name);
const targets = own.map((one) => targetMetrics(one, service, types));
return { service, targets, stored: [...new Set(targets.flatMap(({ samples }) => [...samples]))] };
}
function targetMetrics({ seen, own, since }, service, types) {
const id = seen.expected.machine?.id ?? '';
const samples = [...own].filter(([, series]) => newestOfName(series) > since).map(([name]) => name);
return {
...{ job: service.name, instance: id, machine: id },
samples: new Set(samples),
delayed: new Map(),
old: new Set(),
types: new Map([...(types ?? [])].flatMap(([name, all]) => typeOf(name, all, service))),
unlabelled: unlabelledIn(own, service, since),
};
}
function typeOf(name, types, service) {
const declared = (0, declared_metrics.A)(service).find((metric) => familiesOf(metric.name).includes(name));
const known = types.find((type) => type === declared?.type) ?? (types.length === 1 ? types[0] : undefined);
return known === undefined ? [] : [[name, known]];
}
function unlabelledIn(own, service, since) {
return new Set((0, declared_metrics.A)(service).flatMap(({ name, labels }) => seriesOfMetric(name).flatMap((series) => labels.flatMap((label) => {
const fresh = (own.get(series) ?? []).filter((one) => newestOfName([one]) > since);
return fresh.some((one) => !one.labels[label]) ? [nameWithout(series, label)] : [];
}))));
}
function withoutType(metric, types) {
const { state, certainty, name, machines } = metric;
if (state !== 'present' || certainty !== 'inferred' || familiesOf(name).some((one) => types?.has(one)))
return metric;
return {
...metric,
why: `It has samples on ${machines.with} of ${(0, lib_text.U9)(machines.of, 'machine')} from after verification began. Its type is not checked: Fly's Prometheus does not say types.`,
};
}
const namesOf = (judged) => [
...new Set(judged.flatMap(({ targets, others }) => [
...targets.flatMap(({ samples }) => [...samples]),
...others.keys(),
])),
];
;
function flyTargetEvidence(machines, verifyStart, organization) {
const failures = machines.map(({ seen, state }) => state.kind === 'failed'
? { kind: state.class, circumstances: circumstancesOf({ seen, state }) }
: undefined);
const explained = explainTargets(failures.filter((one) => one !== undefined));
return machines.map((one, i) => {
const failure = failures[i];
return {
...factsOf(one),
...evidence_claimOf(one, failure && explained.get(failure), { verifyStart, organization }),
};
});
}
function circumstancesOf({ seen: { expected, wanted }, state, }) {
const { service, app, machine, address, path, credentials } = expected;
return {
...{ service, app, path, credentials, port: wanted.port, isOnFly: true },
fly: { told: machine?.metrics },
machines: machine ? [machine.id] : [],
machineState: machine?.state ?? '',
addresses: [address],
lastError: '',
siblingUp: false,
lost: 0,
checksPass: machine?.checksPass,
record: state.record,
};
}
function factsOf({ seen: { expected, pulse } }) {
const { service, app, machine, address } = expected;
const { scrapes = [] } = pulse.machines.get(machine?.id ?? '') ?? {};
const last = scrapes.at(-1);
const lastGood = scrapes.findLast(({ up }) => up);
return {
...{ service, app, machine: machine?.id ?? '', region: machine?.region ?? '', address },
...(last && { lastScrape: new Date(last.at).toISOString() }),
...(last?.sent !== undefined && { samples: last.sent }),
...(lastGood && lastGood !== last && { lastHeld: new Date(lastGood.at).toISOString() }),
};
}
function evidence_claimOf({ seen, state }, explained, about) {
switch (state.kind) {
case 'up':
return { state: 'up', ...evidence_upClaim(state, about.verifyStart), history: evidence_historyOf(state.record) };
case 'resting':
return {
...{ state: 'resting', certainty: 'not checked' },
why: `The machine is ${seen.expected.machine?.state}, which is allowed.`,
};
case 'failed':
return {
state: 'down',
...(explained ?? {}),
certainty: explained?.reason.certainty ?? 'inferred',
why: explained?.reason.why ?? '',
};
case 'waiting':
return evidence_notChecked('No new sample arrived before time ran out.', 'Increase `timeout`, or verify again.');
case 'unknown':
return evidence_notChecked(...UNKNOWN[state.cause](seen, about.organization));
}
}
const evidence_notChecked = (why, next) => ({
...{ state: 'unknown', certainty: 'not checked', why, next },
});
const LATER = 'Verify again later: it says nothing about the machine.';
const UNKNOWN = {
behind: ({ pulse }) => [`Fly's Prometheus is ${ageText(lagOf(pulse) ?? 0)} behind.`, LATER],
'no-data': ({ expected }, organization) => [
`Fly's Prometheus has no sample of ${expected.app} from the last hour, and none of another app that is newer.`,
`Compare \`monitoring.organization\` (${organization}) with \`flyctl status -a ${expected.app}\`. If it is right, Fly's Prometheus is behind: verify again later.`,
],
clock: () => [
"The samples of Fly's Prometheus are newer than the clock of its own answers: how old they are is not known.",
'Verify again; if it stays, a proxy changes the header `Date` of the answers.',
],
'before-start': ({ pulse }) => [
`Fly's Prometheus is ${ageText(lagOf(pulse) ?? 0)} behind, and has nothing from after the start of the machine yet.`,
LATER,
],
'nothing-promised': ({ expected: { service } }) => [
`Fly's scraper gets an answer (\`up\` is 1), and no sample of a metric comes with it. That is normal where every metric of ${service} is declared as \`expect: after-traffic\`; a web page looks the same.`,
`Declare one metric of ${service} that always exists, such as \`process_start_time_seconds: gauge\`, or cause an event and verify again.`,
],
};
function evidence_upClaim({ at, certainty, record }, verifyStart) {
if (certainty === 'proven') {
const seconds = ((at - verifyStart) / 1000).toFixed(1);
const why = `Fly scraped it ${seconds} s after verification began and stored samples of its own.`;
return { certainty, why: `${why}${troubleOf(record)}` };
}
return {
certainty,
why: `Fly scraped it after the start of the machine and stored samples of its own; that was ${ageText(verifyStart - at)} before verification began, and nothing newer has arrived.`,
};
}
function troubleOf({ failed, scrapes, restarts }) {
const parts = [
...(failed > 0 ? [`${failed} of ${(0, lib_text.U9)(scrapes, 'scrape')} since then failed`] : []),
...(restarts > 0 ? [`its process started again ${(0, lib_text.U9)(restarts, 'time')} since then`] : []),
];
return parts.length > 0 ? ` But ${(0, lib_text.p_)(parts)}.` : '';
}
const evidence_historyOf = ({ scrapes, failed, restarts, before }) => ({
...{ scrapes, failed, restarts, restartsBefore: before.restarts },
});
;
function numbersOf({ result, warnings }) {
const values = valuesOf(result);
const finite = values.filter((value) => value === 'histogram' || Number.isFinite(Number(value)));
return { series: values.length, finite: finite.length, value: finite[0] ?? values[0], warnings };
}
function valuesOf(result) {
switch (result.resultType) {
case 'scalar':
return [result.result[1]];
case 'string':
return ['0'];
case 'vector':
return result.result.map((row) => row.value?.[1] ?? 'histogram');
case 'matrix':
return result.result.map((row) => row.values.at(-1)?.[1] ?? 'histogram');
}
}
function freshOnly(query, past) {
if (past.length === 0)
return undefined;
let done = 0;
const parts = past.flatMap(({ from, to }) => {
const before = query.slice(done, from);
done = to;
return [before, '{__name__="verify:nothing"}'];
});
return parts.join('') + query.slice(done);
}
var mod = __webpack_require__(21916);
var patterns = __webpack_require__(10068);
;
const HTTP_CODES = Array.from({ length: 500 }, (_, i) => String(100 + i));
const HTTP_CLASSES = ['xx', 'XX', '**'].flatMap((end) => ['1', '2', '3', '4', '5'].map((n) => n + end));
const error_class_isFailure = (status) => /^[45]/.test(status);
const GRPC_ERRORS = 'Canceled Cancelled Unknown InvalidArgument DeadlineExceeded NotFound AlreadyExists PermissionDenied ResourceExhausted FailedPrecondition Aborted OutOfRange Unimplemented Internal Unavailable DataLoss Unauthenticated'
.split(' ')
.flatMap((code) => [code, code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()]);
const ERROR_WORDS = /(?<![a-z])(?:(?:err|errs|down|dead|lost|oom|miss|misses|stale|crit|emerg|nok|bad)(?![a-z])|error|fail|fatal|critical|panic|time_?out|timed_?out|deni|deny|reject|refus|dropped|drops?(?![a-z])|abort|cancel|invalid|unhealthy|exception|retry|retri|kill|crash|warn|alert|overflow|throttl|unauth|forbidden|not_?found|expire|block|rate_?limit|exhaust|exceed|unavailable|unknown|unreachable|violat)/i;
const namesFailure = (text) => ERROR_WORDS.test(text.replace(/(?<=[a-z])(?=[A-Z])/g, '_'));
const SUCCESS_LABEL = /succe|ok\b|healthy|ready|valid|\bup\b/i;
const NO = /^(?:false|0|no)$/i;
const YES = /^(?:true|1|yes)$/i;
function selectsFailures(matcher, values) {
const { label, op, value } = matcher;
if (namesFailure(label) && (values.length === 0 || op === '!=' || op === '!~'))
return true;
if (values.length === 0)
return false;
if (op === '!=' || op === '!~')
return true;
const statuses = statusesLike(values);
if (statuses)
return accepts(matcher, statuses.filter(error_class_isFailure));
if (values.some((one) => /^ok$/i.test(one)) && accepts(matcher, GRPC_ERRORS))
return true;
if (NO.test(value))
return SUCCESS_LABEL.test(label);
if (YES.test(value))
return namesFailure(label);
return namesFailure(value);
}
function statusesLike(values) {
if (values.some((one) => /^[1-5]\d\d$/.test(one)))
return HTTP_CODES;
return values.some((one) => /^[1-5](?:xx|\*\*)$/i.test(one)) ? HTTP_CLASSES : undefined;
}
function fitsNoStatus(matcher, values) {
const statuses = statusesLike(values);
return (statuses !== undefined && values.every((one) => statuses.includes(one)) && !accepts(matcher, statuses));
}
const accepts = (matcher, candidates) => candidates.some((candidate) => (0, patterns.c)(matcher, candidate));
;
const noData = (why, next, absent) => ({
...{ state: 'no-data', certainty: 'proven', why, next, absent },
});
const healthyEmpty = (why, absent = []) => ({
...{ state: 'waiting', certainty: 'inferred', absent },
why: `Empty may be the healthy state: ${why}`,
});
const TRAFFIC = 'Send traffic and verify again; to show zero instead, add `or 0 * \u2026` to the query.';
const CORRECT_NAME = 'Correct the name in the panel or in the service.';
async function whyAbsent(selector, tools) {
const { facts, context } = tools;
const { metric } = selector;
if (await facts.isPresent(selector))
return undefined;
if (metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE')
return noAlert(selector, context);
if (metric === undefined)
return noData(`No series matches ${shortText(selector)}.`, 'Correct the selector.', [shortText(selector)]);
return (await facts.isPresent({ metric, matchers: [] }))
? unmatched(metric, selector, tools)
: missingMetric(metric, tools);
}
function noAlert({ metric = '', matchers }, { alerts, isWithoutRules }) {
if (isWithoutRules)
return noData(`The data source has no series ${metric}: Grafana evaluates the alerts, and writes no such series.`, 'Use an alert list panel of Grafana instead, or remove the panel.', [metric]);
const named = matchers.find(({ label }) => label === 'alertname');
if (named && alerts.size > 0 && ![...alerts].some((name) => (0, patterns.c)(named, name)))
return noData(`No alert is called ${named.value}.`, 'Correct the name of the alert in the panel.', [
`alertname${named.op}${JSON.stringify(named.value)}`,
]);
return healthyEmpty('no such alert is pending or firing.');
}
async function missingMetric(metric, tools) {
const { context } = tools;
const { downService, afterTraffic, recorded, names } = context;
const down = downService.get(metric);
if (down !== undefined)
return { ...noData(`No target of ${down} is up.`, `Bring ${down} up; see its target.`, [metric]), down };
const hint = nearMiss(metric, context);
if (hint !== '')
return noData(`No service exposes ${metric}. ${hint}`, CORRECT_NAME, [metric]);
if (afterTraffic.has(metric))
return {
...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
why: `No traffic yet: ${metric} may be absent before the first event.`,
};
const rule = recorded.get(metric);
const cause = rule === undefined ? undefined : await tools.explain(rule);
if (cause)
return { ...cause, why: `The rule that records ${metric} returns nothing. ${cause.why}` };
if (rule !== undefined)
return {
...{ state: 'too-early', certainty: 'inferred', absent: [metric] },
why: `A rule records ${metric}, and was not evaluated since its metrics exist.`,
};
if (names.includes(metric) || names.includes(metric.replace(/_(?:bucket|count|sum|total)$/, '')))
return (await tools.facts.firstSample({ metric, matchers: [] }, absent_RECENT_MS)) === undefined
? announced(metric)
: endedLately(metric);
return noData(`No service exposes ${metric}.`, CORRECT_NAME, [metric]);
}
const announced = (metric) => ({
...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
why: `The service announces ${metric}, but sends no sample of it, which is normal before the first event.`,
});
const absent_RECENT_MS = 600_000;
const endedLately = (metric) => ({
...{ state: 'not-checked', certainty: 'not checked', absent: [metric] },
why: `${metric} had samples shortly before this verification, and has none since: either the new release no longer exposes it, or nothing of the kind happened yet.`,
next: 'Cause such an event and verify again, or declare the metric as `expect: after-traffic`; if it was renamed, correct the query.',
});
function nearMiss(metric, { declared, names }) {
const base = metric.replace(/_bucket$/, '');
if (base !== metric && names.includes(`${base}_count`))
return `${base} has no buckets: it is exposed as a summary.`;
const family = metric.replace(/_(?:bucket|count|sum)$/, '');
if (declared.has(family) || declared.has(metric) || names.includes(metric))
return '';
const near = (0, similar_name.jl)(metric, [...names, ...declared]);
return near === undefined ? '' : `Did you mean ${near}?`;
}
async function unmatched(metric, selector, tools) {
const { facts, context } = tools;
const found = await Promise.all(selector.matchers.map(async (matcher) => {
const values = await facts.labelValues(metric, matcher.label);
const isMatched = values.some((value) => (0, patterns.c)(matcher, value)) || (0, patterns.c)(matcher, '');
return { matcher, values, isMatched };
}));
const open = found.filter(({ isMatched }) => !isMatched);
const findings = await Promise.all(open.map(({ matcher, values }) => unmatchedLabel(metric, { matcher, values }, tools)));
const wrong = findings.find(({ state }) => state === 'no-data');
if (wrong)
return wrong;
if (findings.some(({ state }) => state === 'waiting') && findings[0])
return findings.find(({ state }) => state === 'waiting') ?? findings[0];
if (findings[0])
return findings[0];
const short = shortText(selector);
if (found.some(({ matcher, values }) => selectsFailures(matcher, values.filter((v) => !(0, patterns.c)(matcher, v)))))
return healthyEmpty(`${metric} has series, and none of them is ${short}.`, [short]);
return found.every(({ matcher }) => context.targetLabels.has(matcher.label)) ||
!countsEvents(metric, context)
? noData(`${metric} has series for each of the labels, but none that matches ${short}.`, COMPARE, [short])
: notYet(metric, short, 'Each of the labels exists, on different series.', context);
}
const COMPARE = 'Compare the labels in the query with those that the metric has.';
const FIXED_LABELS = /^(?:le|quantile|job|instance)$/;
async function unmatchedLabel(metric, { matcher, values }, { facts, context }) {
const { label, op, value } = matcher;
const short = shortText({ metric, matchers: [matcher] });
const renamed = `exported_${label}`;
const exported = (await facts.labelValues(metric, renamed)).filter((one) => (0, patterns.c)(matcher, one));
if (exported.length > 0)
return noData(`No series matches ${short}: the service sends the label ${label} itself, and Prometheus renamed it to ${renamed}, because ${label} is a label of the target.`, `Write ${renamed}${op}${JSON.stringify(value)} in the query, or rename the label in the service.`, [short]);
const isFixed = FIXED_LABELS.test(label) || context.targetLabels.has(label);
if (!isFixed && selectsFailures(matcher, values))
return healthyEmpty(`${metric} has series, and none of them matches ${short}.`, [short]);
if (values.length === 0) {
const names = await facts.labelNames(metric);
return noData(`${metric} has no label ${label}: its labels are ${(0, lib_text.H$)(names, 10)}.`, COMPARE, [short]);
}
const near = values.find((one) => isMisspelt(value, one));
const isPossible = !isFixed && !fitsNoStatus(matcher, values);
if (near === undefined && isPossible && countsEvents(metric, context))
return notYet(metric, short, `The values of ${label} are ${(0, lib_text.H$)([...values], 10)}.`, context);
const hint = near === undefined ? '' : ` Did you mean ${near}?`;
return noData(`The metric exists, but none of its series matches ${short}. The values of ${label} are ${(0, lib_text.H$)([...values], 10)}.${hint}`, COMPARE, [short]);
}
const MAX_WORD = 60;
function isMisspelt(given, value) {
if (given.toLowerCase() === value.toLowerCase())
return true;
if (given.length < 4 || given.length > MAX_WORD || value.length > MAX_WORD)
return false;
if (/\d/.test(given + value))
return false;
return (0, mod.Io)(given, value) <= (given.length < 7 ? 1 : 2);
}
const countsEvents = (metric, { afterTraffic }) => afterTraffic.has(metric) || /_(?:total|count|sum|bucket)$/.test(metric);
function notYet(metric, short, labels, { afterTraffic }) {
if (afterTraffic.has(metric))
return {
...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [short] },
why: `No such traffic yet: ${metric} has no series that matches ${short}. ${labels}`,
};
return {
...{ state: 'not-checked', certainty: 'not checked', absent: [short] },
why: `${metric} has no series that matches ${short}: either nothing of the kind happened yet, or the label is wrong. ${labels}`,
next: `Cause such an event and verify again. ${COMPARE}`,
};
}
function shortText({ metric, matchers }) {
const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',');
return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric;
}
var duration = __webpack_require__(39386);
;
const NEEDS_TWO = /^(?:rate|irate|increase|delta|idelta|deriv|predict_linear)$/;
const samplesNeeded = (functions) => functions.some((name) => NEEDS_TWO.test(name)) ? 2 : 1;
const NEXT = 'Use $__rate_interval, or at least four scrape intervals.';
function rangeFinding(range, needed, intervalMs) {
const ms = (0, duration.E)(range);
if (ms === undefined || ms >= needed * intervalMs)
return undefined;
const scrapes = `${needed === 2 ? 'two scrapes' : 'a scrape'}, which are ${intervalMs / 1000} s apart`;
return ms > (needed - 1) * intervalMs
? {
...{ state: 'warning', certainty: 'proven', absent: [], next: NEXT },
why: `It has data only at some moments: the range [${range}] does not always hold ${scrapes}.`,
}
: {
...{ state: 'no-data', certainty: 'proven', absent: [], next: NEXT },
why: `The range [${range}] is too short to hold ${scrapes}.`,
};
}
;
const finding = (state, why, next, absent = []) => ({
...{ state, certainty: 'proven', why, absent },
...(next !== undefined && { next }),
});
const describe_namesOf = (selectors) => [...new Set(selectors.map(shortText))];
function describeData(numbers, { parsed, absent, context }) {
const names = describe_namesOf(absent);
const without = names.length > 0 ? ` Without a sample: ${names.join(', ')}.` : '';
if (numbers.finite === 0)
return describeNaN(numbers, without, { parsed, names, context });
const [warning] = numbers.warnings;
if (warning !== undefined)
return finding('warning', `Prometheus returns a warning: ${warning}`, 'Correct the query.', names);
return (gappy(parsed, context) ??
finding('data', `${numbers.series} series from after verification began.${without}`, undefined, names));
}
const ZERO = 'Send traffic and verify again; to show zero instead, write `a / (b > 0) or 0 * b` in the query.';
function describeNaN({ value, warnings }, without, { parsed, names, context }) {
if (value !== 'NaN')
return finding('nan', `Every value is infinite: ${warnings[0] ?? 'a division by 0'}.${without}`, ZERO, names);
const why = `Every value is NaN, usually 0 divided by 0: nothing happened in the time range of the query.${without}`;
const counts = parsed.selectors.length > 0 && parsed.selectors.every((one) => describe_countsEvents(one, context));
return warnings.length === 0 && counts
? { ...finding('waiting', why, ZERO, names), certainty: 'inferred' }
: finding('nan', why, ZERO, names);
}
const RATES = /^(?:rate|irate|increase)$/;
const describe_countsEvents = ({ metric = '', within }, { afterTraffic }) => afterTraffic.has(metric) ||
within.some(({ name }) => RATES.test(name)) ||
(metric.includes(':') && /rate|increase/.test(metric));
function gappy({ selectors }, { intervalOf }) {
const found = selectors.flatMap(({ range, within, metric }) => {
if (range === undefined || metric?.includes(':'))
return [];
const needed = samplesNeeded(within.map(({ name }) => name));
return rangeFinding(range, needed, intervalOf(metric)) ?? [];
});
return found[0] && { ...found[0], state: 'warning' };
}
function describeHidden(selector, cause, context) {
const hint = selector.metric === undefined ? '' : nearMiss(selector.metric, context);
return finding('warning', `It shows data only because of a fallback in the query. ${cause.why}${cause.why.includes(hint) ? '' : ` ${hint}`}`, cause.next ?? 'Correct the name in the panel or in the service.', [shortText(selector)]);
}
const describeStale = (absent, { down }) => ({
...finding('stale', `It shows only samples from before this verification began; there is no newer sample of ${absent.join(', ')}.`, down === undefined
? 'The metric was exposed before but no longer is: compare the query with the metrics that the service exposes now.'
: `Bring ${down} up; see its target.`, absent),
...(down !== undefined && { down }),
});
const describeNoEvents = () => ({
...finding('waiting', 'Empty may be the healthy state: there was nothing to mark.'),
certainty: 'inferred',
});
var promql_expression = __webpack_require__(11145);
var parse = __webpack_require__(95989);
;
const lookbackMs = (metric, window) => Math.ceil((isMadeByRules(metric) ? window.rulesMs : window.scrapedMs + (window.delayed?.get(metric ?? '') ?? 0)) +
(window.hiddenMs ?? 0));
const rawQuery = (text, { scrapedMs }) => `${text}[${Math.max(1, Math.ceil(scrapedMs / 1000))}s]`;
const countRaw = ({ result }) => result.resultType === 'matrix'
? result.result.filter(({ values }) => values.length > 0 && values.at(-1)?.[1] !== 'NaN').length
: 0;
function selectorText({ metric, matchers }) {
const named = metric === undefined ? [] : [`__name__=${(0, literals.ZD)(metric)}`];
return `{${[...named, ...matchers.map((m) => `${m.label}${m.op}${(0, literals.ZD)(m.value)}`)].join(',')}}`;
}
const sameSelector = (a, b) => selectorText(a) === selectorText(b);
const isMadeByRules = (metric) => metric !== undefined && (metric.includes(':') || metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE');
const presence_BATCH = 10_000;
function presenceQueries(selectors, window) {
const batches = [];
let size = presence_BATCH;
for (const [text, selector] of new Map([...selectors].map((one) => [selectorText(one), one]))) {
size += text.length + 100;
if (size > presence_BATCH) {
batches.push([]);
size = 0;
}
batches.at(-1)?.push([text, selector]);
}
return batches.map((batch) => ({
query: batch.map(([text, { metric }], i) => presenceOf(text, metric, { i, window })).join(' or '),
texts: batch.map(([text]) => text),
}));
}
function presenceOf(text, metric, { i, window }) {
return (0, literals.nH)(`count(last_over_time(${text}[${lookbackMs(metric, window)}ms]))`, 'verify', String(i));
}
function readPresence(texts, answer) {
const rows = (0, model_prometheus.Tk)(answer);
const counts = new Map(rows.map((row) => [row.metric.verify, Number(row.value?.[1])]));
return new Map(texts.map((text, i) => [text, counts.get(String(i)) ?? 0]));
}
;
const facts_AT_ONCE = 10;
class Unanswered extends Error {
answer;
constructor(answer) {
super(answer.why);
this.answer = answer;
}
}
function createFacts(source, window) {
const present = new Map();
const asked = new Map();
const ask = (query) => {
const answer = asked.get(query) ?? attemptQuery(() => source.query(query, window.at));
asked.set(query, answer);
return answer;
};
const rows = async (query) => {
const answer = await ask(query);
if (isLost(answer))
throw new Unanswered(answer);
return answer.kind === 'answer' ? (0, model_prometheus.Tk)(answer.value) : [];
};
const facts = {
window,
async load(selectors) {
const open = selectors.filter((one) => !present.has(selectorText(one)));
for (const [text, count] of await presence(open, window, ask))
present.set(text, count);
},
async isPresent(selector) {
await facts.load([selector]);
return facts.isLoaded(selector);
},
isLoaded: (selector) => (present.get(selectorText(selector)) ?? 0) > 0,
async hasData(query, part) {
if ((0, promql_expression.jn)(part))
return true;
const text = query.slice(part.from, part.to);
const parsed = (0, parse.v)(text);
await facts.load(parsed.selectors);
const past = parsed.selectors.filter((one) => !facts.isLoaded(one));
const only = freshOnly(text, past) ?? text;
const counted = parsed.type === 'matrix' ? `present_over_time(${only})` : only;
return (await rows(`count(${counted})`)).length > 0;
},
...seriesFacts(rows, window),
};
return facts;
}
function seriesFacts(rows, window) {
const fresh = (metric) => `last_over_time(${selectorText({ metric, matchers: [] })}[${lookbackMs(metric, window)}ms])`;
return {
async labelValues(metric, label) {
const found = await rows(`group by (${labelName(label)}) (${fresh(metric)})`);
return found.flatMap((row) => row.metric[label] || []);
},
async labelNames(metric) {
const [row] = await rows(`topk(1, ${fresh(metric)})`);
return Object.keys(row?.metric ?? {}).filter((label) => label !== '__name__');
},
async ownNames() {
const own = `{__name__=~"prometheus_.+"}[${lookbackMs('prometheus_', window)}ms]`;
const found = await rows(`group by (__name__) (last_over_time(${own}))`);
return found.flatMap((row) => row.metric.__name__ ?? []);
},
async firstSample(selector, withinMs) {
const stepMs = Math.max(1_000, Math.ceil(withinMs / SAMPLES / 1000) * 1000);
const times = `timestamp(${selectorText(selector)})[${withinMs + LOOKBACK_MS}ms:${stepMs}ms]`;
const [row] = await rows(`min(min_over_time(${times}))`);
return row?.value && Number(row.value[1]) * 1000;
},
};
}
const SAMPLES = 100;
const LOOKBACK_MS = 300_000;
async function presence(selectors, window, ask) {
if (window.hiddenMs !== undefined)
return rawPresence(selectors, window, ask);
const found = await (0, concurrency.X)(presenceQueries(selectors, window), facts_AT_ONCE, async ({ query, texts }) => {
const answer = await ask(query);
if (isLost(answer))
throw new Unanswered(answer);
if (answer.kind === 'answer')
return [...readPresence(texts, answer.value)];
if (texts.length === 1)
return texts.map((text) => [text, 1]);
const refused = selectors.filter((one) => texts.includes(selectorText(one)));
const half = Math.ceil(refused.length / 2);
return [
...(await presence(refused.slice(0, half), window, ask)),
...(await presence(refused.slice(half), window, ask)),
];
});
return found.flat();
}
async function rawPresence(selectors, window, ask) {
return (0, concurrency.X)([...new Set(selectors.map(selectorText))], facts_AT_ONCE, async (text) => {
const answer = await ask(rawQuery(text, window));
if (isLost(answer))
throw new Unanswered(answer);
return [text, answer.kind === 'answer' ? countRaw(answer.value) : 1];
});
}
const labelName = (label) => (/^[a-zA-Z_]\w*$/.test(label) ? label : (0, literals.ZD)(label));
;
function hiddenSelectors(part, isPresent) {
switch (part.kind) {
case 'constant':
case 'selector':
return [];
case 'shifted':
case 'subquery':
return hiddenSelectors(part.inner, isPresent);
case 'call':
return isAbsent(part)
? part.args.flatMap(promql_expression.qZ).filter((one) => !isPresent(one))
: part.args.flatMap((argument) => hiddenSelectors(argument, isPresent));
case 'binary': {
const { op, left, right } = part;
const inside = [left, right].flatMap((side) => hiddenSelectors(side, isPresent));
if (op !== 'or' || !isFallback(right))
return inside;
return [...inside, ...deadSelectors(left, isPresent)].filter((one, i, all) => all.findIndex((other) => sameSelector(one, other)) === i);
}
}
}
const isAbsent = (part) => part.kind === 'call' && (part.name === 'absent' || part.name === 'absent_over_time');
function deadSelectors(part, isPresent) {
if (part.kind === 'binary' && part.op === 'or') {
const [left, right] = [deadSelectors(part.left, isPresent), deadSelectors(part.right, isPresent)];
return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
}
if (part.kind === 'binary' && part.op === 'unless')
return deadSelectors(part.left, isPresent);
if (part.kind === 'binary')
return [...deadSelectors(part.left, isPresent), ...deadSelectors(part.right, isPresent)];
if (part.kind === 'call')
return part.args.flatMap((argument) => deadSelectors(argument, isPresent));
return (0, promql_expression.qZ)(part).filter((one) => !isPresent(one));
}
function isFallback(part) {
if (isAbsent(part) || (0, promql_expression.qZ)(part).length === 0)
return true;
if (part.kind === 'call')
return part.args.every((argument) => isFallback(argument));
if (part.kind !== 'binary')
return false;
if (part.op === '*')
return isZero(part.left) || isZero(part.right);
return part.op === 'or' && isFallback(part.left) && isFallback(part.right);
}
const isZero = (part) => part.kind === 'constant' && Number(part.text) === 0;
;
async function whyEmpty(part, asked) {
switch (part.kind) {
case 'constant':
return undefined;
case 'selector':
return whyAbsent(part.selector, asked);
case 'shifted':
return whyShiftedEmpty(part, asked);
case 'subquery':
return whySubqueryEmpty(part, asked);
case 'call':
return whyCallEmpty(part, asked);
case 'binary':
return whyBinaryEmpty(part, asked);
}
}
const sideOf = async (part, asked) => (await asked.facts.hasData(asked.query, part)) ? undefined : whyEmpty(part, asked);
const time = (ms) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
function tooEarly(why, dataFrom) {
return {
...{ state: 'too-early', certainty: 'inferred', absent: [], dataFrom: new Date(dataFrom).toISOString() },
why: `${why} It has data from ${time(dataFrom)} on.`,
next: 'Nothing to correct: verify again after that time.',
};
}
async function whyShiftedEmpty({ inner, offset, ...place }, asked) {
const cause = await whyEmpty(inner, asked);
if (cause || (await asked.facts.hasData(asked.query, { ...place, inner, offset })))
return cause;
const back = (0, duration.E)(offset ?? '');
const selector = inner.kind === 'selector' ? inner.selector : undefined;
if (back === undefined)
return unclear('It has no samples at the time that the query asks for.', 'Correct the time in the query.');
return tooEarlyBy(back, offset ?? '', selector && { ...asked, selector });
}
async function tooEarlyBy(back, written, asked) {
const first = asked && (await asked.facts.firstSample(asked.selector, back));
const { at = Date.now(), scrapedMs = 0 } = asked?.facts.window ?? {};
const since = first ?? at - scrapedMs;
const name = asked ? shortText(asked.selector) : 'The metric';
return tooEarly(`It looks ${written} back, and ${name} has samples only since ${time(since)}.`, Math.max(at, since + back));
}
async function whySubqueryEmpty(part, asked) {
const cause = await sideOf(part.inner, asked);
if (cause || (await asked.facts.hasData(asked.query, part)))
return cause;
const stepMs = (0, duration.E)(part.step ?? '') || asked.context.scrapeIntervalMs;
const next = Math.ceil(asked.facts.window.at / stepMs) * stepMs;
return tooEarly(`It takes one value every ${stepMs / 1000} s, and there was none since the samples began.`, next);
}
async function whyCallEmpty({ name, args, ...place }, asked) {
if (name === 'absent' || name === 'absent_over_time')
return healthyEmpty(`${name}() returns nothing because what it looks for exists.`);
if ((0, promql_expression.jn)({ ...place, name, args, kind: 'call' }))
return undefined;
const isBuckets = name === 'histogram_quantile' || name === 'histogram_fraction';
for (const argument of args) {
const cause = await (isBuckets ? sideOf(argument, asked) : whyEmpty(argument, asked));
if (cause)
return cause;
}
if (isBuckets)
return wrong(`${name} gets series without buckets: they have no label le.`, 'Keep `le` in the aggregation: `sum by (le) (rate(\u2026_bucket[\u2026]))`.');
const ranged = args.map(rangedIn).find((selector) => selector !== undefined);
if (ranged?.range === undefined)
return undefined;
const intervalMs = asked.context.intervalOf(ranged.metric);
return rangeFinding(ranged.range, samplesNeeded([name]), intervalMs) ?? ONE_SAMPLE;
}
function rangedIn(part) {
if (part.kind === 'shifted')
return rangedIn(part.inner);
return part.kind === 'selector' && part.selector.range !== undefined ? part.selector : undefined;
}
const ONE_SAMPLE = {
...{ state: 'too-early', certainty: 'inferred', absent: [] },
why: 'There is only one sample of it so far, and two are needed.',
next: 'Verify again after the next scrape.',
};
const wrong = (why, next) => ({
...{ state: 'no-data', certainty: 'proven', why, next, absent: [] },
});
const unclear = (why, next) => ({ ...wrong(why, next), certainty: 'inferred' });
async function whyBinaryEmpty(part, asked) {
const { op, left, right, isFilter } = part;
const causes = await Promise.all([sideOf(left, asked), sideOf(right, asked)]);
if (op === 'or')
return leastOf(causes);
if (op === 'unless')
return (causes[0] ?? healthyEmpty('everything on the left of `unless` is excluded by what is on its right.'));
const cause = worstOf(causes);
if (cause)
return cause;
if (isFilter)
return whyFilterEmpty(part, asked);
if (op === 'and' && [left, right].some(hasFilter))
return healthyEmpty('the conditions on both sides of `and` are not fulfilled together.');
return mismatch(op);
}
async function whyFilterEmpty(part, asked) {
const { op, left, right, opFrom, opTo } = part;
const condition = `nothing fulfils the condition \`${op}\`.`;
if ((0, promql_expression.jn)(left) || (0, promql_expression.jn)(right))
return healthyEmpty(condition);
const query = `${asked.query.slice(0, opFrom)}+${asked.query.slice(opTo)}`;
const moved = 1 - (opTo - opFrom);
const sum = { ...part, op: '+', isFilter: false, to: part.to + moved };
return (await asked.facts.hasData(query, sum)) ? healthyEmpty(condition) : mismatch(op);
}
const mismatch = (op) => wrong(`Both sides of \`${op}\` have data, but no series on the left has the same labels as one on the right.`, 'Name the labels that have to match with `on (\u2026)` or `ignoring (\u2026)`, or aggregate both sides by the same labels.');
function hasFilter(part) {
if (part.kind === 'call')
return part.args.some(hasFilter);
return part.kind === 'binary' && (part.isFilter || hasFilter(part.left) || hasFilter(part.right));
}
const SERIOUS = ['waiting', 'warning', 'too-early', 'not-checked', 'no-data'];
const bySeriousness = (a, b) => SERIOUS.indexOf(a.state) - SERIOUS.indexOf(b.state);
const worstOf = (causes) => causes
.filter((cause) => cause !== undefined)
.toSorted(bySeriousness)
.at(-1);
const leastOf = (causes) => causes.every((cause) => cause !== undefined)
? causes.filter((cause) => cause !== undefined).toSorted(bySeriousness)[0]
: undefined;
const EMPTY_AS_A_WHOLE = unclear('Every part of it has data, but the query as a whole returns nothing.', 'Run the parts of the query one by one.');
;
async function whyVariantEmpty(variant, explaining) {
const { expression, text, asked, gap } = variant;
if (gap)
return whyVariableEmpty(gap, explaining);
const cause = expression && (await whyEmpty(expression, { query: text, ...explainTools(explaining) }));
const wrong = expression && cause?.state === 'waiting'
? await firstHidden(hiddenSelectors(expression, explaining.facts.isLoaded), explaining)
: undefined;
return wrong?.cause ?? cause ?? (asked.query.isAnnotation ? describeNoEvents() : EMPTY_AS_A_WHOLE);
}
const MAX_DEPTH = 5;
const explainTools = ({ facts, context }, depth = 0) => ({
facts,
context,
explain: async (query) => {
const expression = (0, promql_expression.Jn)(query, (0, parse.v)(query));
if (!expression || depth >= MAX_DEPTH)
return undefined;
if (await facts.hasData(query, expression))
return undefined;
return whyEmpty(expression, { query, ...explainTools({ facts, context }, depth + 1) });
},
});
async function whyVariableEmpty({ why, series }, explaining) {
for (const selector of series) {
const cause = await whyAbsent(selector, explainTools(explaining));
if (cause)
return { ...cause, why: `${why} ${cause.why}` };
}
return {
...{ state: 'no-data', certainty: 'proven', why, absent: [] },
next: 'Correct the query or the `regex` of the variable.',
};
}
async function firstWrong(selectors, explaining) {
for (const selector of selectors) {
const cause = await whyAbsent(selector, explainTools(explaining));
if (cause?.state === 'no-data')
return { selector, cause };
}
return undefined;
}
async function isMeantFor({ metric = '' }, { facts }) {
if (!metric.startsWith('prometheus_') || (await facts.isPresent({ metric, matchers: [] })))
return false;
return !(await facts.ownNames()).some((name) => (0, mod.Io)(name, metric) <= 2);
}
async function firstHidden(hidden, explaining) {
const isMeant = await Promise.all(hidden.map((selector) => isMeantFor(selector, explaining)));
return firstWrong(hidden.filter((_, i) => !isMeant[i]), explaining);
}
async function whyHidden(hidden, explaining) {
const wrong = await firstHidden(hidden, explaining);
return wrong && describeHidden(wrong.selector, wrong.cause, explaining.context);
}
async function whyNaN(found, absent, explaining) {
const wrong = found.state === 'waiting' ? await firstWrong(absent, explaining) : undefined;
return wrong ? { ...wrong.cause, state: 'nan', why: `Every value is NaN. ${wrong.cause.why}` } : found;
}
async function whyShiftEmpty({ asked, text, parsed }, source, { facts, context }) {
const back = (0, duration.E)(asked.query.timeShift);
if (!back)
return undefined;
const answer = await attemptQuery(() => source.query(text, facts.window.at - back));
if (isLost(answer))
throw new Unanswered(answer);
if (answer.kind !== 'answer' || numbersOf(answer.value).series > 0)
return undefined;
const [selector] = parsed.selectors;
const explained = selector && { ...explainTools({ facts, context }), selector };
return tooEarlyBy(back, asked.query.timeShift, explained);
}
var rewrite = __webpack_require__(58531);
var grafana_variables = __webpack_require__(71443);
;
const ROUND = [
[10, 1],
[15, 10],
[35, 20],
[75, 50],
[150, 100],
[350, 200],
[750, 500],
[1_500, 1_000],
[3_500, 2_000],
[7_500, 5_000],
[12_500, 10_000],
[17_500, 15_000],
[25_000, 20_000],
[45_000, 30_000],
[90_000, 60_000],
[210_000, 120_000],
[450_000, 300_000],
[750_000, 600_000],
[1_050_000, 900_000],
[1_500_000, 1_200_000],
[2_700_000, 1_800_000],
[5_400_000, 3_600_000],
[9_000_000, 7_200_000],
[16_200_000, 10_800_000],
[32_400_000, 21_600_000],
[86_400_000, 43_200_000],
[604_800_000, 86_400_000],
[1_814_400_000, 604_800_000],
];
function calculateInterval(rangeMs, points, least) {
const exact = rangeMs / points;
const rounded = ROUND.find(([below]) => exact < below)?.[1] ?? 2_592_000_000;
return Math.max(least, rounded);
}
const AUTO = /^\$__auto/;
function intervalValue(variable, query, rangeMs) {
const saved = (0, json_value.OW)(variable.current) ? (0, json_value.tB)(variable.current.value) : '';
const [first = ''] = query.split(',').map((one) => one.trim());
const value = saved || first;
if (!AUTO.test(value))
return value;
const points = Number(variable.auto_count) > 0 ? Number(variable.auto_count) : 30;
const least = (0, duration.E)((0, json_value.tB)(variable.auto_min)) ?? 10_000;
return `${Math.max(1, Math.round(calculateInterval(rangeMs, points, least) / 1000))}s`;
}
;
const DEFAULT_RANGE_MS = 6 * 3_600_000;
const POINTS = 800;
function expandQuery(query, variables, { scrapeInterval, now, range: dashboardRange }) {
const range = (0, duration.E)(query.timeFrom) || dashboardRange;
const minStep = (0, duration.E)((0, grafana_variables.Lq)(query.minStep.replace(/^>/, ''), variables).query) || scrapeInterval;
const used = (0, grafana_variables.Ft)(query.expr).map(({ name }) => name);
return { ...(0, grafana_variables.Lq)(query.expr, { ...macrosFor({ now, range, minStep }), ...variables }), used };
}
const macrosFor = ({ now, range, minStep, }) => (0, grafana_variables.pA)({
...{ from: now - range, to: now, scrapeInterval: minStep },
step: calculateInterval(range, POINTS, minStep),
});
function timeRange(dashboard) {
const json = (0, json_value.OW)(dashboard.json) ? dashboard.json : {};
const from = (0, json_value.tB)((0, json_value.OW)(json.time) ? json.time.from : undefined);
return (0, duration.E)(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS;
}
function adHocMatchers(dashboard) {
const json = (0, json_value.OW)(dashboard.json) ? dashboard.json : {};
const variables = (0, json_value.OW)(json.templating) ? (0, json_value.Qv)(json.templating.list) : [];
return variables
.filter(({ type }) => type === 'adhoc')
.flatMap((variable) => [...(0, json_value.Qv)(variable.baseFilters), ...(0, json_value.Qv)(variable.filters)])
.flatMap((filter) => matcherOf(filter) ?? []);
}
function matcherOf({ key, operator, value, values }) {
const label = (0, json_value.tB)(key);
const op = (0, json_value.tB)(operator);
if (!/^[a-zA-Z_]\w*$/.test(label))
return undefined;
if (/^[=!]~?$|^!=$/.test(op))
return `${label}${op}${(0, literals.ZD)((0, json_value.tB)(value))}`;
if (op !== '=|' && op !== '!=|')
return undefined;
const several = (Array.isArray(values) ? values : [value]).map(json_value.tB);
const escaped = several.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
return `${label}${op === '=|' ? '=~' : '!~'}${(0, literals.ZD)(escaped.join('|'))}`;
}
;
const OURS = { kind: 'ours' };
const other = (why) => ({ kind: 'other', why });
function dataSourceUse(reference, json, uid) {
const type = (0, json_value.OW)(reference) ? (0, json_value.tB)(reference.type) : '';
const name = (0, json_value.OW)(reference) ? (0, json_value.tB)(reference.uid) : (0, json_value.tB)(reference);
if (type === '__expr__' || name === '__expr__')
return other('It is an expression that Grafana calculates from the other queries of the panel.');
if (name === '-- Dashboard --')
return other('It shows the result of another panel.');
if (name === '-- Grafana --' || name === 'grafana' || type === 'grafana')
return other('Its data source is Grafana itself.');
const variable = declaredVariable(name, json);
if (variable)
return variableUse(variable, name, uid);
if (type !== '' && type !== 'prometheus')
return other(`It uses another data source, which is not Prometheus but ${(0, lib_text.TN)(type, 60)}.`);
if (name === '' || name.startsWith('$') || uid === undefined || name === uid)
return OURS;
return other(`It uses another data source, \`${(0, lib_text.TN)(name, 60)}\`, which is not the one of this deployment.`);
}
function declaredVariable(name, json) {
const found = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(name);
const wanted = found?.[1] ?? found?.[2] ?? found?.[3];
if (wanted === undefined)
return undefined;
const templating = (0, json_value.OW)(json.templating) ? json.templating : {};
return (0, json_value.Qv)(templating.list).find((one) => one.type === 'datasource' && one.name === wanted);
}
function variableUse(variable, name, uid) {
const query = (0, json_value.tB)(variable.query);
if (query !== 'prometheus')
return other(`It uses another data source, \`${(0, lib_text.TN)(name, 60)}\`, which is not Prometheus but ${(0, lib_text.TN)(query, 60)}.`);
const current = (0, json_value.OW)(variable.current) ? variable.current.value : undefined;
const [first] = [current].flat();
return uid === undefined || first === uid || typeof first !== 'string' || first === ''
? OURS
: other(`It uses another data source, the value of \`${(0, lib_text.TN)(name, 60)}\`, which is not the one of this deployment.`);
}
;
function savedValues(variable, key = 'value') {
const saved = (0, json_value.OW)(variable.current) ? variable.current[key] : undefined;
return [saved].flat().flatMap((one) => {
const text = typeof one === 'number' || typeof one === 'boolean' ? String(one) : (0, json_value.tB)(one);
return text === '' ? [] : [text];
});
}
const ALL_VALUES = '$__all';
const isManyValued = ({ multi, includeAll }) => multi === true || includeAll === true;
function chooseValue(variable, options, gap) {
const values = options.map(({ value }) => value);
const current = savedValues(variable);
const still = stillOptions(variable, current, options);
const takesAll = variable.includeAll === true && (current.includes(ALL_VALUES) || still.length === 0);
const missing = values.length === 0 && gap ? { gap } : {};
if (takesAll) {
const all = (0, json_value.tB)(variable.allValue);
return all === '' ? { value: values, each: values, ...missing } : { value: { all }, each: values };
}
const some = still.length > 0 ? still : values.slice(0, 1);
return { value: isManyValued(variable) ? some : (some[0] ?? ''), each: some, ...missing };
}
function stillOptions(variable, current, options) {
const still = current.filter((value) => options.some((option) => option.value === value));
if (still.length > 0 || variable.multi === true)
return still;
const [text] = savedValues(variable, 'text');
return options
.filter((option) => option.text === text)
.map(({ value }) => value)
.slice(0, 1);
}
function customOptions(query, format) {
if (format === 'json')
return jsonOptions(query);
return (query.match(/(?:\\,|[^,])+/g) ?? []).map((part) => {
const option = part.replaceAll('\\,', ',').trim();
const colon = option.lastIndexOf(' : ');
return colon > 0
? { text: option.slice(0, colon).trim(), value: option.slice(colon + ' : '.length).trim() }
: { text: option, value: option };
});
}
function jsonOptions(query) {
const list = (0, json_value._D)(query);
return (Array.isArray(list) ? list : []).map((one) => {
const { value, text } = (0, json_value.OW)(one) ? one : { value: one, text: undefined };
return { value: String(value).trim(), text: String(text ?? value).trim() };
});
}
;
const LABEL_NAMES = /^label_names\((.*)\)$/s;
const LABEL_VALUES = /^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)$/s;
const METRICS = /^metrics\((.+)\)$/s;
const QUERY_RESULT = /^query_result\((.+)\)$/s;
function createAskOptions(source, window) {
const known = new Map();
return (query) => {
const answer = known.get(query) ?? options_ask(query, source, window);
known.set(query, answer);
return answer;
};
}
async function options_ask(query, source, window) {
const lookback = Math.ceil(window.scrapedMs + (window.hiddenMs ?? 0));
const labels = async (label, selector) => {
const series = `last_over_time(${selector}[${lookback}ms])`;
const answer = await attemptQuery(() => source.query(`group by (${label}) (${series})`, window.at));
return mapped(answer, (value) => (0, model_prometheus.Tk)(value)
.flatMap((row) => row.metric[label] || [])
.toSorted());
};
const values = LABEL_VALUES.exec(query);
if (values)
return labels(values[2] ?? '', options_selectorOf(values[1]) ?? `{${values[2]}!=""}`);
const metrics = METRICS.exec(query);
if (metrics)
return labels('__name__', `{__name__=~${(0, literals.ZD)(`.*(?:${metrics[1]}).*`)}}`);
const names = LABEL_NAMES.exec(query);
if (names) {
const part = names[1]?.trim();
const selector = part ? `{__name__=~${(0, literals.ZD)(`.*${part}.*`)}}` : undefined;
return attemptQuery(() => source.labelNames(selector, window.at - lookback));
}
const result = QUERY_RESULT.exec(query);
if (result)
return mapped(await attemptQuery(() => source.query(result[1] ?? '', window.at)), resultTexts);
const series = `last_over_time(${query}[${lookback}ms])`;
return mapped(await attemptQuery(() => source.query(series, window.at)), (value) => (0, model_prometheus.Tk)(value).map(seriesText));
}
const mapped = (answer, change) => answer.kind === 'answer' ? { kind: 'answer', value: change(answer.value) } : answer;
const options_selectorOf = (text) => text === undefined || /^\s*(?:\{\s*\})?\s*$/.test(text) ? undefined : text.trim();
function seriesOfOptions(query) {
const named = options_selectorOf(LABEL_VALUES.exec(query)?.[1]) ?? QUERY_RESULT.exec(query)?.[1];
return named === undefined ? [] : (0, parse.v)(named).selectors;
}
function seriesText({ metric: { __name__: name = '', ...labels } }) {
const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
return `${name}{${pairs.join(',')}}`;
}
function resultTexts(answer) {
const { result } = answer;
if (result.resultType === 'scalar' || result.resultType === 'string')
return [result.result[1]];
return (0, model_prometheus.Tk)(answer).map((row) => `${seriesText(row)} ${row.value?.[1] ?? ''} ${(row.value?.[0] ?? 0) * 1000}`);
}
var time_limit = __webpack_require__(49773);
;
const LIMIT_MS = 200;
const slow = new Set();
function applyVariableRegex(regex, values) {
if (regex === '')
return { ok: true, options: values.map((value) => ({ text: value, value })) };
const pattern = compile(regex);
if (!pattern)
return { ok: false, error: 'Its `regex` is not a valid regular expression.' };
const found = slow.has(regex)
? { done: false }
: (0, time_limit.u)(LIMIT_MS, () => values.flatMap((value) => matched(pattern, value)));
if (found.done)
return { ok: true, options: found.value };
slow.add(regex);
return { ok: false, error: `Its \`regex\` took longer than ${LIMIT_MS} ms and was stopped.` };
}
function compile(regex) {
const end = regex.lastIndexOf('/');
try {
if (!regex.startsWith('/'))
return new RegExp(`^${regex}$`);
return end > 0 ? new RegExp(regex.slice(1, end), regex.slice(end + 1)) : undefined;
}
catch {
return undefined;
}
}
function matched(pattern, value) {
const matches = allMatches(pattern, value);
if (matches.length === 0)
return [];
const group = (name) => matches.find((match) => match.groups?.[name])?.groups?.[name];
const [named, shown] = [group('value'), group('text')];
if (named !== undefined || shown !== undefined)
return [{ value: named ?? shown ?? '', text: shown ?? named ?? '' }];
const captured = matches.find((match) => match.length > 1);
if (!captured)
return [{ text: value, value }];
const texts = matches.length > 1 ? matches.map((match) => match[1]) : [captured[1]];
return texts.map((text = '') => ({ text, value: text }));
}
function allMatches(pattern, value) {
const found = [];
pattern.lastIndex = 0;
for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
found.push(match);
if (!pattern.global || match[0] === '')
break;
}
return found;
}
function sortOptions(options, sort) {
const unique = [
...new Map(options.toReversed().map((option) => [option.value, option])).values(),
].toReversed();
const order = typeof sort === 'number' ? ORDERS[Math.ceil(sort / 2)] : undefined;
if (!order)
return unique;
const sorted = unique.toSorted((a, b) => order(a.text, b.text));
return Number(sort) % 2 === 0 ? sorted.toReversed() : sorted;
}
const natural = new Intl.Collator('en', { sensitivity: 'accent', numeric: true });
const byText = (a, b) => (a < b ? -1 : Number(a > b));
const firstNumber = (text) => Number.parseInt(/\d+/.exec(text)?.[0] ?? '-1', 10);
const ORDERS = [
undefined,
byText,
(a, b) => firstNumber(a) - firstNumber(b),
(a, b) => byText(a.toLowerCase(), b.toLowerCase()),
(a, b) => natural.compare(a, b),
];
;
async function resolveVariables(dashboard, context) {
const json = (0, json_value.OW)(dashboard.json) ? dashboard.json : {};
const templating = (0, json_value.OW)(json.templating) ? json.templating : {};
const variables = new Map((0, json_value.Qv)(templating.list).map((one) => [(0, json_value.tB)(one.name), one]));
const resolved = new Map();
for (const name of resolve_inOrder(variables)) {
const variable = variables.get(name);
if (!variable)
continue;
const needed = usedIn(variable).map((other) => [other, resolved.get(other)]);
const resolve = async () => {
const known = await resolve_valuesOf(needed, context.macros);
return variableValue({ name, variable, json, uid: dashboard.dataSourceUid }, known, context);
};
resolved.set(name, resolve());
}
const all = await Promise.all([...resolved].map(async ([name, value]) => [name, await value]));
return {
values: Object.fromEntries(all.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))),
gaps: new Map(all.flatMap(([name, { gap }]) => (gap ? [[name, gap]] : []))),
each: new Map(all.flatMap(([name, { each }]) => (each ? [[name, each]] : []))),
};
}
const usedIn = (variable) => [queryTextOf(variable), (0, json_value.tB)(variable.regex)].flatMap((text) => (0, grafana_variables.Ft)(text).map(({ name }) => name));
const queryTextOf = ({ query }) => (0, json_value.OW)(query) ? (0, json_value.tB)(query.query) : (0, json_value.tB)(query);
function resolve_inOrder(variables) {
const order = new Set();
const visited = new Set();
const visit = (name) => {
const variable = variables.get(name);
if (!variable || visited.has(name))
return;
visited.add(name);
for (const other of usedIn(variable))
visit(other);
order.add(name);
};
for (const name of variables.keys())
visit(name);
return [...order];
}
async function resolve_valuesOf(needed, macros) {
const found = await Promise.all(needed.map(async ([name, one]) => [name, await one]));
const values = found.flatMap(([name, one]) => one?.value === undefined ? [] : [[name, one.value]]);
return {
values: { ...macros, ...Object.fromEntries(values) },
gap: found.find(([, one]) => one?.gap)?.[1]?.gap,
};
}
async function variableValue(asked, known, context) {
const { variable } = asked;
const query = (0, grafana_variables.Lq)(queryTextOf(variable), known.values).query;
switch (variable.type) {
case 'query':
return queryVariable(asked, known, context);
case 'custom':
return chooseValue(variable, customOptions(query, variable.valuesFormat), undefined);
case 'interval':
return { value: intervalValue(variable, query, context.rangeMs) };
case 'constant':
return { value: query };
case 'textbox':
return { value: savedValues(variable)[0] ?? query };
case 'datasource':
return { value: savedValues(variable)[0] ?? 'default' };
default: {
const [current] = savedValues(variable);
return current === undefined ? {} : { value: current };
}
}
}
async function queryVariable(asked, known, context) {
const { name, variable, json, uid } = asked;
const text = queryTextOf(variable).trim();
const use = dataSourceUse(variable.datasource, json, uid);
const gap = (kind, why, series = []) => ({
...{ kind, series },
why: `The variable \`$${(0, lib_text.TN)(name, 60)}\` has no value here. ${why}`,
});
if (use.kind === 'other')
return resolve_elsewhere(asked, gap('unknown', use.why));
if (known.gap && known.gap.kind !== 'empty')
return { gap: known.gap };
const query = (0, grafana_variables.Lq)(text, known.values).query.trim();
const quoted = `\`${(0, lib_text.TN)(query, 200)}\``;
const answer = query === '' ? { kind: 'answer', value: [] } : await context.ask(query);
if (isLost(answer))
return { gap: gap('unanswered', answer.why) };
if (answer.kind !== 'answer')
return chooseValue(variable, [], gap('empty', `Its query ${quoted} is rejected: ${answer.why}`));
const regex = (0, grafana_variables.Lq)((0, json_value.tB)(variable.regex), known.values).query;
const left = applyVariableRegex(regex, answer.value);
if (!left.ok)
return chooseValue(variable, [], gap('empty', left.error));
const why = answer.value.length === 0
? `Its query ${quoted} returns nothing.`
: `Its \`regex\` ${(0, lib_text.TN)(regex, 100)} matches none of the ${answer.value.length} values of ${quoted}, such as ${(0, lib_text.TN)(answer.value[0] ?? '', 60)}.`;
const series = answer.value.length === 0 ? seriesOfOptions(query) : [];
return chooseValue(variable, sortOptions(left.options, variable.sort), known.gap ?? gap('empty', why, series));
}
function resolve_elsewhere({ variable }, gap) {
const current = savedValues(variable);
const all = (0, json_value.tB)(variable.allValue);
if (current.includes(ALL_VALUES) || (current.length === 0 && variable.includeAll === true))
return all === '' ? { gap } : { value: { all } };
if (current.length === 0)
return { gap };
return isManyValued(variable) ? { value: current, each: current } : { value: current[0] ?? '' };
}
;
const MOST_REPEATS = 20;
async function prepareQueries(open, tools) {
const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)];
const { ask, window, scrapeIntervalMs } = tools;
const found = await Promise.all(byDashboard.map(async ([dashboard, all]) => {
const range = timeRange(dashboard);
const macros = {
...macrosFor({ now: window.at, range, minStep: scrapeIntervalMs }),
__dashboard: dashboard.title,
};
const resolved = await resolveVariables(dashboard, { ask, macros, rangeMs: range });
const context = { scrapeInterval: scrapeIntervalMs, now: window.at, range };
return all.flatMap((asked) => scopesOf(asked.query.repeatedFor, resolved).map((scope) => variant({ asked, dashboard, scope, resolved }, context)));
}));
return found.flat();
}
function scopesOf(names, { each }) {
let scopes = [new Map()];
for (const name of names) {
const values = each.get(name) ?? [];
if (values.length > 0)
scopes = scopes
.flatMap((scope) => values.slice(0, MOST_REPEATS).map((value) => new Map([...scope, [name, value]])))
.slice(0, MOST_REPEATS);
}
return scopes;
}
function variant({ asked, dashboard, scope, resolved: { values, gaps } }, context) {
const scoped = {
...values,
__dashboard: dashboard.title,
...Object.fromEntries([...scope].map(([name, value]) => [name, [value]])),
};
const { query, unknown, used } = expandQuery(asked.query, scoped, context);
const text = (0, rewrite.EK)(query, adHocMatchers(dashboard));
const parsed = (0, parse.v)(text);
const gap = used.map((name) => gaps.get(name)).find((one) => one !== undefined);
return {
...{ asked, text, parsed, expression: (0, promql_expression.Jn)(text, parsed) },
scope: [...scope].map(([name, value]) => `$${name} = ${(0, lib_text.TN)(value, 60)}`).join(', '),
gap: gap ?? gapOfGrafana(unknown),
undeclared: unknown.filter((name) => !gaps.has(name)),
};
}
function gapOfGrafana(unknown) {
const [name] = unknown.filter((one) => one.startsWith('__'));
return name === undefined
? undefined
: { kind: 'unknown', why: `Only Grafana knows a value for $${name}.`, series: [] };
}
var logql = __webpack_require__(72704);
;
const WITHOUT_QUERIES = /^(?:text|news|dashlist|alertlist|annolist|row|welcome|gettingstarted|pluginlist|live|debug)$/;
function panelQueries(dashboard, libraryPanels = new Map()) {
const json = (0, json_value.OW)(dashboard.json) ? dashboard.json : {};
const panels = (0, dashboard_panels.t)(json).flatMap((found) => panelOf({ dashboard, json, ...found }, libraryPanels));
return [...panels, ...annotationsOf(dashboard, json)];
}
function panelOf(place, libraryPanels) {
const { panel } = place;
const uid = (0, json_value.OW)(panel.libraryPanel) ? (0, json_value.tB)(panel.libraryPanel.uid) : '';
if (uid === '')
return queriesOf(place);
const answer = libraryPanels.get(uid);
if (answer?.kind !== 'model')
return [unreadLibraryPanel(place, answer)];
return queriesOf({ ...place, panel: { ...answer.model, id: panel.id, repeat: panel.repeat } });
}
function unreadLibraryPanel(place, answer) {
const { libraryPanel, title } = place.panel;
const name = (0, json_value.tB)((0, json_value.OW)(libraryPanel) ? libraryPanel.name : undefined) || (0, json_value.tB)(title);
const quoted = (0, lib_text.TN)(name, 100);
const unasked = answer?.kind === 'missing'
? {
state: 'error',
why: `Grafana has no library panel "${quoted}": the panel shows an error.`,
next: 'Correct the reference, or put the panel itself into the dashboard.',
}
: {
state: 'not-checked',
why: `It is the library panel "${quoted}", which only Grafana has. ${answer?.kind === 'unread' ? answer.why : 'This run has no access to Grafana.'}`,
};
return { ...emptyQuery(place), panel: { ...emptyQuery(place).panel, title: name }, unasked };
}
const emptyQuery = ({ dashboard: { uid, title }, panel, repeatedFor, }) => ({
dashboard: { uid, title },
panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: (0, json_value.tB)(panel.title) },
refId: 'A',
expr: '',
minStep: (0, json_value.tB)(panel.interval),
timeFrom: (0, json_value.tB)(panel.timeFrom),
timeShift: (0, json_value.tB)(panel.timeShift),
repeatedFor,
isAnnotation: false,
unasked: undefined,
});
function queriesOf(place) {
const { panel } = place;
if (WITHOUT_QUERIES.test((0, json_value.tB)(panel.type)))
return [];
const targets = (0, json_value.Qv)(panel.targets);
const needsHidden = targets.some((target) => target.hide !== true && isExpression(target));
const shown = targets.filter((target) => target.hide !== true || needsHidden);
const isOnly = shown.every((target) => (0, json_value.tB)(target.expr).trim() === '');
return shown.flatMap((target, index) => {
const expr = (0, json_value.tB)(target.expr);
const unasked = whyUnasked(target, place);
if (unasked === undefined && expr.trim() === '' && !isOnly)
return [];
return [
{
...emptyQuery(place),
refId: (0, json_value.tB)(target.refId) || String.fromCharCode(65 + (index % 26)),
expr,
minStep: (0, json_value.tB)(target.interval) || (0, json_value.tB)(panel.interval),
unasked: unasked ?? (expr.trim() === '' ? NO_EXPRESSION : undefined),
},
];
});
}
const NO_EXPRESSION = {
state: 'no-data',
why: 'It has no PromQL expression, so the panel shows no data.',
next: 'Write a query, or remove the panel.',
};
const isExpression = ({ datasource }) => ((0, json_value.OW)(datasource) ? (datasource.uid ?? datasource.type) : datasource) === '__expr__';
function whyUnasked(target, { panel, json, dashboard }) {
const isOwn = isMixed(panel.datasource) || Boolean(target.datasource);
const use = dataSourceUse(isOwn ? target.datasource : panel.datasource, json, dashboard.dataSourceUid);
if (use.kind === 'other')
return { state: 'other-source', why: use.why };
return (0, logql.i)((0, json_value.tB)(target.expr))
? {
state: 'other-source',
why: 'It uses another data source: it is written in LogQL, the language of Loki.',
}
: undefined;
}
const isMixed = (source) => ((0, json_value.OW)(source) ? (0, json_value.tB)(source.uid) : (0, json_value.tB)(source)) === '-- Mixed --';
function annotationsOf(dashboard, json) {
const list = (0, json_value.OW)(json.annotations) ? (0, json_value.Qv)(json.annotations.list) : [];
return list.flatMap((annotation) => {
const target = (0, json_value.OW)(annotation.target) ? annotation.target : {};
const expr = (0, json_value.tB)(annotation.expr) || (0, json_value.tB)(target.expr);
const use = dataSourceUse(annotation.datasource, json, dashboard.dataSourceUid);
if (expr.trim() === '' || annotation.enable === false || use.kind !== 'ours')
return [];
const panel = { id: 0, title: `Annotation "${(0, json_value.tB)(annotation.name)}"` };
return [{ ...emptyQuery({ dashboard, panel, repeatedFor: [] }), expr, isAnnotation: true }];
});
}
;
function panelQuestions(dashboards, libraryPanels) {
return dashboards.flatMap((dashboard) => panelQueries(dashboard, libraryPanels).map((query) => ({
dashboard,
query,
isSettled: query.unasked !== undefined,
evidence: query.unasked
? { ...uncheckedPanel(query, '', query.expr), ...certaintyOf(query.unasked), ...query.unasked }
: { ...uncheckedPanel(query, 'There was no time to run it.', query.expr), state: 'too-early' },
})));
}
const certaintyOf = ({ state }) => ({
certainty: state === 'not-checked' || state === 'other-source' ? 'not checked' : 'proven',
});
const needsAnswer = ({ isSettled }) => !isSettled;
function reopen(question) {
const { state } = question.evidence;
question.isSettled = question.query.unasked !== undefined || state === 'data' || state === 'warning';
}
function uncheckedPanel(query, why, text) {
const { dashboard, panel, refId, expr } = query;
return {
dashboard,
panel,
refId,
expr,
query: text,
state: 'not-checked',
series: 0,
absent: [],
certainty: 'not checked',
why,
};
}
const tooEarlyIfEmpty = (panel) => panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
? {
...panel,
state: 'too-early',
certainty: 'not checked',
why: `No new sample before time ran out. ${panel.why}`,
}
: panel;
;
async function askPanels(asked, round) {
const open = asked.filter(needsAnswer);
const facts = createFacts(round.source, round.window);
const variants = await prepareQueries(open, {
ask: createAskOptions(round.source, round.window),
window: round.window,
scrapeIntervalMs: round.context.scrapeIntervalMs,
});
const outcomes = new Map();
const tools = { facts, context: round.context, round };
const isLost = await lost(() => facts.load(variants.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric))));
await (0, concurrency.X)(variants, facts_AT_ONCE, async (variant) => {
const outcome = isLost ? ask_unanswered(variant, isLost) : await answered(variant, tools);
outcomes.set(variant.asked, [...(outcomes.get(variant.asked) ?? []), inScope(variant, outcome)]);
});
for (const [question, all] of outcomes) {
const [worst] = all.toSorted((a, b) => rankOf(b) - rankOf(a));
question.isSettled = all.every(({ isSettled }) => isSettled);
if (worst)
question.evidence = worst.evidence;
}
return [...outcomes.values()].filter((all) => all.some(({ isUnanswered }) => isUnanswered)).length;
}
const withMetric = (selector) => selector.metric === undefined ? [selector] : [selector, { metric: selector.metric, matchers: [] }];
const ORDER = [
...['other-source', 'data', 'waiting', 'warning', 'too-early'],
...['not-checked', 'nan', 'stale', 'no-data', 'error'],
];
const rankOf = ({ evidence }) => ORDER.indexOf(evidence.state);
const inScope = ({ scope }, outcome) => scope === ''
? outcome
: { ...outcome, evidence: { ...outcome.evidence, why: `For ${scope}: ${outcome.evidence.why}` } };
async function lost(ask) {
try {
await ask();
return undefined;
}
catch (error) {
if (error instanceof Unanswered)
return error.answer;
throw error;
}
}
async function answered(variant, tools) {
const { gap, asked } = variant;
if (gap && gap.kind !== 'empty')
return {
evidence: uncheckedPanel(asked.query, gap.why, variant.text),
isSettled: false,
isUnanswered: gap.kind === 'unanswered',
};
let outcome;
const missing = await lost(async () => {
outcome = await ask_judged(variant, tools);
});
return outcome ?? ask_unanswered(variant, missing);
}
function ask_unanswered({ asked, text }, missing) {
const evidence = uncheckedPanel(asked.query, `The data source does not answer: ${missing?.why ?? ''}`, text);
const isBroken = missing?.kind === 'broken';
return {
evidence: {
...evidence,
...(missing?.next !== undefined && { next: missing.next }),
...(isBroken && { state: 'error', certainty: 'proven' }),
},
...{ isSettled: false, isUnanswered: !isBroken },
};
}
async function ask_judged(variant, tools) {
const { text, parsed, expression } = variant;
const { facts, context, round } = tools;
const absent = parsed.selectors.filter((one) => !facts.isLoaded(one));
const fresh = freshOnly(text, absent);
const first = await asking(fresh ?? text, round);
if ('why' in first)
return ask_refused(variant, first);
if (first.series > 0) {
const found = describeData(first, { parsed, absent, context });
const isGood = found.state === 'data' || found.state === 'warning';
if (!isGood)
return outcome(variant, await whyNaN(found, absent, tools), first, false);
const hidden = expression ? hiddenSelectors(expression, facts.isLoaded) : [];
const wrong = hidden.length > 0 ? await whyHidden(hidden, tools) : undefined;
if (wrong)
return outcome(variant, wrong, first, false);
return outcome(variant, (await whyShiftEmpty(variant, round.source, tools)) ?? found, first, true);
}
const past = fresh === undefined ? first : await asking(text, round);
if ('why' in past)
return ask_refused(variant, past);
if (!round.last)
return outcome(variant, ask_notYet(describe_namesOf(absent)), past, false);
const cause = await whyVariantEmpty(variant, tools);
const isGone = past.series > 0 && cause.state === 'no-data';
return outcome(variant, isGone ? describeStale(describe_namesOf(absent), cause) : cause, past, false);
}
async function asking(query, { source, window }) {
const answer = await attemptQuery(() => source.query(query, window.at));
if (isLost(answer))
throw new Unanswered(answer);
return answer.kind === 'answer' ? numbersOf(answer.value) : answer;
}
const unchangedNames = ({ undeclared }) => undeclared.length === 0
? ''
: ` The dashboard has no variable ${(0, lib_text.p_)(undeclared.map((name) => `\`$${name}\``))}, so Grafana sends that text unchanged.`;
function outcome(variant, found, { series, value }, isSettled) {
const evidence = {
...uncheckedPanel(variant.asked.query, '', variant.text),
...{ series, ...(value !== undefined && { value }) },
...found,
...(found.state === 'no-data' && { why: `${found.why}${unchangedNames(variant)}` }),
};
return { evidence, isSettled, isUnanswered: false };
}
function ask_refused(variant, { why, next }) {
const { asked, text, gap } = variant;
const evidence = {
...uncheckedPanel(asked.query, `Prometheus rejects the query: ${why}${gap ? ` ${gap.why}` : unchangedNames(variant)}`, text),
...{ state: 'error', certainty: 'proven', ...(next !== undefined && { next }) },
};
return { evidence, isSettled: false, isUnanswered: false };
}
const ask_notYet = (absent) => ({
...{ state: 'no-data', certainty: 'inferred', absent },
why: absent.length > 0 ? `There is no sample of ${absent.join(', ')}.` : 'It returns nothing.',
});
;
const HIDDEN_MS = 30_000;
const EVERY_MS = 3_000;
const isOfEachMachine = (name) => /^fly_instance_(?!exit_)/.test(name);
async function judgeFlyPanels(scope) {
const { dashboards, libraryPanels, limits, watch, source } = scope;
const asked = panelQuestions(dashboards, libraryPanels);
if (asked.length === 0)
return [];
const lags = [...watch.pulses.values()].map((pulse) => Math.min(lagOf(pulse) ?? 0, fly_series._j));
const arrivesMs = Math.max(0, ...lags) + 2 * fly_series.N7;
const hiddenMs = HIDDEN_MS + arrivesMs;
const context = contextOf(scope);
const began = performance.now() - (watch.clock - scope.verifyStart);
const isComplete = await (0, poll.wt)(async () => {
const window = windowOf(scope, hiddenMs);
const unanswered = await askPanels(asked, { source, context, window, last: true });
const elapsed = performance.now() - began;
const isFinal = ({ state, absent }) => state === 'waiting' && (elapsed > arrivesMs || !absent.some(isOfEachMachine));
const open = asked.filter((one) => needsAnswer(one) && !isFinal(one.evidence)).length;
const done = open === 0 || (elapsed > hiddenMs && unanswered === 0);
const waitsFor = `samples for ${open} panel queries, the newest of which Fly's Prometheus hides for a while`;
return { done, value: done, waitsFor };
}, { ...limits, everyMs: EVERY_MS });
return asked.map(({ evidence }) => (isComplete ? evidence : tooEarlyIfEmpty(evidence)));
}
function windowOf({ verifyStart, localStart }, hiddenMs) {
const elapsed = Math.max(1_000, Date.now() - localStart);
return { at: verifyStart + elapsed, scrapedMs: elapsed, rulesMs: elapsed, hiddenMs };
}
function contextOf({ config, watch, names }) {
const { services } = config;
const up = new Set(watch.machines.flatMap(({ seen, state }) => (state.kind === 'up' ? seen.expected.service : [])));
const down = services.filter(({ name }) => !up.has(name));
return {
declared: new Set(services.flatMap((service) => (0, declared_metrics.A)(service).map(({ name }) => name))),
afterTraffic: new Set([...afterTrafficNames(services), ...fly_series.cC]),
downService: new Map(down.flatMap((service) => (0, declared_metrics.A)(service).flatMap(({ name }) => seriesOfMetric(name).map((series) => [series, service.name])))),
names,
targetLabels: new Set(fly_series.eK),
...{ recorded: new Map(), alerts: new Set(), isWithoutRules: true },
...{ scrapeIntervalMs: fly_series.N7, intervalOf: () => fly_series.N7 },
};
}
;
const LISTINGS_MS = [5_000, 10_000, 20_000];
function createMachineLister(first, list, log) {
const stop = new AbortController();
let machines = first;
let listings = 1;
let due = LISTINGS_MS[0] ?? 0;
let running;
async function refresh(ask) {
try {
machines = await ask(stop.signal);
listings++;
}
catch (error) {
if (!stop.signal.aborted)
log.debug(`The machines could not be listed again: ${(0, errors.bD)(error)}`);
}
finally {
running = undefined;
}
}
return {
machines: () => machines,
listings: () => listings,
only: list === undefined,
again(elapsed) {
if (!list || running || elapsed < due)
return;
due = elapsed + (LISTINGS_MS[Math.min(listings, LISTINGS_MS.length - 1)] ?? 0);
running = refresh(list);
},
async close() {
stop.abort();
await running;
},
};
}
;
const watch_EVERY_MS = 2_000;
const watch_AT_ONCE = 4;
const watch_PATIENCE_MS = 3 * fly_series.N7 + 5_000;
async function watchMachines(request, scope) {
const lister = createMachineLister(request.machines, request.refreshMachines, scope.log);
const observe = createFlyObserver(request, lister, scope);
const hopeless = (0, reach.se)();
let now;
try {
return await (0, poll.wt)(async () => {
try {
const { isCertain, ...seen } = await observe();
now = seen;
return { done: isCertain, value: { now, isCertain, problems: [] }, waitsFor: describeWaiting(seen) };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const waitsFor = `Fly's Prometheus: ${(0, errors.bD)(error)}`;
return {
done: hopeless(error),
value: { now, isCertain: false, problems: error.problems },
waitsFor,
};
}
}, { ...scope.limits, everyMs: watch_EVERY_MS });
}
finally {
await lister.close();
}
}
function describeWaiting({ machines }) {
const open = machines.filter(({ state }) => state.kind === 'waiting').map(({ seen }) => seen.expected);
return open.length === 0
? 'the machines to be listed again'
: `new samples from Fly's Prometheus of ${(0, lib_text.H$)(open.map(({ service, machine }) => `${service} on ${machine?.id}`))}`;
}
function createFlyObserver({ config, deployBegan }, lister, { fly, verifyStart, limits }) {
const began = performance.now();
const isDeployed = deployBegan !== undefined;
let patience;
return async () => {
const { targets, absent } = (0, expect.C)(config, lister.machines());
const pulses = await readPulses(fly, targets);
const lags = [...pulses.values()].map(lagOf);
patience ??= watch_PATIENCE_MS + Math.max(0, ...lags.map((ms = 0) => (ms > fly_series._j ? 0 : ms)));
const elapsed = performance.now() - began;
const isLate = lags.some((ms) => ms === undefined || ms > fly_series._j);
const isStoreCurrent = isLate && (await isCurrent(fly, lags));
const scope = {
verifyStart,
isDeployed,
isStoreCurrent,
isOver: elapsed > patience,
isCut: Date.now() + watch_EVERY_MS >= limits.deadline.getTime(),
};
const machines = await lookAtMachines({ config, targets, pulses, scope }, fly);
const isRed = absent.length > 0 || machines.some(({ state }) => state.kind === 'failed');
if (isRed)
lister.again(elapsed);
const isListed = !isRed || lister.only || lister.listings() >= 2;
const isCertain = isListed && machines.every((one) => watch_isSettled(one, config, scope));
const clock = [...pulses.values()].reduce((latest, one) => Math.max(latest, one.clock), verifyStart);
return { machines, absent, pulses, clock, isCertain };
};
}
async function readPulses(fly, targets) {
const apps = [...new Set(targets.map(({ app }) => app))];
return new Map(await (0, concurrency.X)(apps, watch_AT_ONCE, async (app) => [app, await readPulse(fly, app)]));
}
async function isCurrent(fly, lags) {
if (lags.some((ms) => ms !== undefined && ms <= CURRENT_MS))
return true;
const { clock, series } = await readRaw(fly, '{__name__="fly_instance_up"}', CURRENT_MS);
return series.some((one) => clock - newestTime(one) <= CURRENT_MS);
}
const CURRENT_MS = 60_000;
async function lookAtMachines({ config, targets, pulses, scope }, fly) {
const services = new Map(config.services.filter(config_services.dC).map((service) => [service.name, service]));
const byApp = [...Map.groupBy(targets, ({ app }) => app)];
const found = await (0, concurrency.X)(byApp, watch_AT_ONCE, async ([app, own]) => {
const pulse = pulses.get(app);
if (!pulse)
return [];
const series = await readExposed({ app, own, pulse, services }, { fly, scope });
return own.flatMap((expected) => {
const service = services.get(expected.service);
if (!service)
return [];
const exposed = series.get(expected.machine?.id ?? '') ?? new Map();
const seen = { expected, wanted: wantedOf(service), pulse, ownAt: newestOf(exposed) };
return [{ seen, state: stateOf(seen, scope), own: exposed }];
});
});
return found.flat();
}
const wantedOf = ({ port, path, scheme }) => ({
...{ port, path, https: scheme === 'https' },
});
const watch_namesOf = (service) => (0, declared_metrics.A)(service).flatMap(({ name }) => seriesOfMetric(name));
async function readExposed({ app, own, pulse, services }, { fly, scope: { verifyStart } }) {
const running = own.filter(({ state }) => state === 'running');
const names = [...new Set(running.flatMap(({ service }) => namesOfService(services.get(service))))];
const windowMs = windowSince(pulse, verifyStart);
const instances = running.flatMap(({ machine }) => machine?.id ?? []);
const declared = await readOwnSeries(fly, { app, instances, names, windowMs });
const isBare = (id) => {
const last = pulse.machines.get(id)?.scrapes.at(-1);
return last?.up === true && last.at > verifyStart && newestOf(declared.get(id)) <= verifyStart;
};
const bare = instances.filter(isBare);
if (bare.length === 0)
return declared;
const others = await undeclaredNames(fly, { app, instances: bare, names, from: verifyStart });
const more = await readOwnSeries(fly, { app, instances: bare, names: others, windowMs });
const all = (id) => merged(declared.get(id), withoutProse(more.get(id), verifyStart));
return new Map([...declared, ...bare.map((id) => [id, all(id)])]);
}
const namesOfService = (service) => (service ? watch_namesOf(service) : []);
function watch_isSettled({ seen, state, own }, config, { isOver, verifyStart }) {
if (state.kind === 'waiting')
return false;
if (state.kind !== 'up' || state.certainty !== 'proven' || isOver)
return true;
const service = config.services.find(({ name }) => name === seen.expected.service);
const always = service ? (0, declared_metrics.A)(service).filter(({ expect }) => expect === 'always') : [];
const isThere = (name) => seriesOfMetric(name).some((series) => newestOfName(own.get(series)) > verifyStart);
const scrapes = seen.pulse.machines.get(seen.expected.machine?.id ?? '')?.scrapes ?? [];
return always.every(({ name }) => isThere(name)) || scrapes.filter(({ at }) => at > verifyStart).length >= 2;
}
;
async function verifyOnFly(request, tools) {
const began = new Date().toISOString();
const { fly, log, signal } = tools;
const limits = {
...{ deadline: (0, poll.OJ)(request.deadline), signal },
log: (line) => log.info(line),
};
const reached = await (0, reach.bs)(readinessOf(fly, request.config), limits);
const found = reached.kind === 'reached'
? await proof(request, reached.verifyStart, { ...tools, limits })
: { ...unproven(request, reached.problems), ...cutOf(limits) };
const deployBegan = (0, verify_history.ok)(request.deployBegan, { began, mark: found.mark });
return { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) };
}
const readinessOf = (fly, { services }) => ({
ready: async () => true,
now: async () => {
const apps = services.filter(config_services.dC).map(({ app }) => app);
const { clock, series } = await readRaw(fly, `{__name__="up",app=~${(0, literals.NK)(apps)}}`, STORED_MS);
const known = series.map(newestTime).filter((at) => at <= clock + CLOCK_MS);
return known.reduce((latest, at) => Math.max(latest, at), clock + 1_000);
},
});
const STORED_MS = 60_000;
async function proof(request, verifyStart, { limits, ...tools }) {
const { config, dashboards = [] } = request;
const { fly, pool } = tools;
const source = request.dashboardSource ?? fly;
const localStart = Date.now();
const libraryPanels = await readLibraryPanels(dashboards, request.readLibraryPanel);
const [{ now, isCertain, problems }, endpoints, inGrafana] = await Promise.all([
watchMachines(request, { ...tools, verifyStart, limits }),
checkPublicEndpoints(request, { pool, limits }),
request.grafanaDelivery?.() ?? [],
]);
if (!now || problems.length > 0)
return { ...unproven(request, problems), ...cutOf(limits) };
const contract = await judgeFlyContract(config.services, now, { fly, verifyStart });
const panels = await judgeFlyPanels({
...{ config, dashboards, libraryPanels, fly, limits, verifyStart, localStart },
...{ watch: now, names: contract.names, source },
});
const targets = flyTargetEvidence(now.machines, verifyStart, config.monitoring.organization);
const { grafanaAlerts, isNobodyNotified = false } = request;
const ruled = await readGrafanaRules(grafanaAlerts, source, undefined);
return {
mark: new Date(verifyStart).toISOString(),
...(isCertain ? {} : cutOf(limits)),
...{ targets, services: serviceEvidence(config.services, targets), unexpected: [] },
...{ metrics: contract.metrics, undeclared: contract.undeclared, panels },
...{ rules: ruled.rules, alerts: [], problems: [] },
checks: [
...flyClaims(now, { config, verifyStart, isNobodyNotified, hasAlerts: grafanaAlerts.length > 0 }),
...ruled.checks,
...inGrafana,
...endpoints,
],
};
}
function cutOf(limits) {
const cut = (0, poll.VV)(limits);
return cut ? { cutShort: cut } : {};
}
function unproven({ config, machines }, problems) {
const targets = uncheckedTargets((0, expect.C)(config, machines).targets);
return {
...{ targets, services: serviceEvidence(config.services, targets), unexpected: [] },
...{ metrics: uncheckedContract(config.services).metrics, undeclared: [], panels: [] },
...{ rules: [], alerts: [], checks: [] },
problems: problems.filter(({ code }) => code !== 'prometheus-cancelled'),
};
}
var engine = __webpack_require__(4805);
var scrape_options = __webpack_require__(73016);
var external_node_crypto_ = __webpack_require__(77598);
var contact = __webpack_require__(23221);
var counters = __webpack_require__(71488);
var judge = __webpack_require__(82289);
var refusals = __webpack_require__(26940);
;
const FIRST_MESSAGE_MS = 60_000;
const DISCOVERY_MS = 20_000;
async function watchDelivery(request, verifyStart, tools) {
const { prometheus, limits } = tools;
const began = performance.now();
const { active, state } = await (0, poll.wt)(async () => {
const [active, state] = await Promise.all([
activeAlertmanagers(prometheus),
(0, counters.y)(prometheus, verifyStart),
]);
const elapsed = performance.now() - began;
const open = openReceivers(request, state, verifyStart + elapsed);
const isKnown = active.length > 0 && state !== undefined && !('error' in state);
const done = isKnown ? open.length === 0 : elapsed > DISCOVERY_MS;
return {
done,
value: { active, state },
waitsFor: `an answer of ${open.join(', ') || 'the Alertmanager'}`,
};
}, limits);
const { shipped, receivers, app } = request;
const expectedHash = shipped && configHash(shipped.alertmanager);
const running = state && !('error' in state) ? state : undefined;
return [
(0, judge.dC)(active, state, expectedHash),
...(running
? await judgeReceivers(receivers, running, verifyStart + performance.now() - began, tools)
: []),
...(running ? (0, judge.IB)(running, app) : []),
...(shipped ? [(0, judge.Us)(shipped.alertmanager, shipped.rules)] : []),
];
}
const activeAlertmanagers = async (prometheus) => (await prometheus.alertmanagers().catch(errors.JY)) ?? [];
function openReceivers({ receivers }, state, now) {
if (!state || 'error' in state)
return [];
const age = now - state.started;
return receivers
.filter((receiver) => {
const counters = (0, judge.J4)(state, receiver);
if (!receiver.isTested || !(0, judge.Nj)(state, receiver) || age > FIRST_MESSAGE_MS)
return false;
if (!counters)
return true;
if ((0, judge.WP)(counters))
return counters.givenUp === 0 && counters.refused < 2;
return !(0, judge.eD)(receiver, state, receivers);
})
.map(({ name }) => name);
}
const judgeReceivers = (receivers, state, now, { pool, limits: { signal } }) => Promise.all(receivers.map(async (receiver) => {
const counters = (0, judge.J4)(state, receiver);
let refusal;
if (counters && (0, judge.WP)(counters)) {
const { ask, variable } = receiver;
refusal = ask
? await (0, refusals.pT)(ask, variable, { pool, signal, reasons: counters.reasons })
: (0, refusals.ip)(counters.reasons, variable);
}
const claim = (0, judge.Zq)(receiver, state, receivers, { refusal, now });
return (claim.outcome === 'holds' && (await (0, contact.v)(receiver, state, { pool, signal }))) || claim;
}));
const configHash = (text) => (0, external_node_crypto_.hash)('md5', text, 'buffer').readUIntLE(0, 6);
;
const CHEAP_SAMPLES = 10_000;
const suspected = (count, before) => count.lost !== undefined && count.lost > 0 && (before === undefined || before.lost === 0)
? { ...count, lost: undefined }
: count;
function createSampleCounter(prometheus, recorded, { intervalMs, isElsewhere = false }) {
const counts = new Map();
const counted = new Map();
const kept = new Map();
let askedAt = Number.NEGATIVE_INFINITY;
let lostSince;
async function ask(targets) {
const answer = await prometheus.query(sizeQuery(targets));
const sizes = readSizes(targets, answer);
const { exact, same, large } = split(targets, sizes, kept);
const at = evaluatedAt(answer);
const found = await countAll({ exact, large, sizes, at }, prometheus, recorded);
for (const { labels } of same) {
const known = counts.get((0, target_key.h)(labels));
if (known)
found.set((0, target_key.h)(labels), known);
}
for (const { labels, lastScrape } of targets) {
const key = (0, target_key.h)(labels);
const count = found.get(key);
if (count === undefined)
continue;
counts.set(key, isElsewhere ? suspected(count, counts.get(key)) : count);
counted.set(key, lastScrape);
kept.set(key, sizes.get(key)?.kept ?? 0);
}
return found.size > 0;
}
return {
async counted(observeWith, elapsed) {
const observations = observeWith(counts);
forgetDown(observations, [counts, kept]);
const due = uncounted(observations, counted);
const isNew = due.some(({ labels }) => !counts.has((0, target_key.h)(labels)));
if (due.length === 0 || (!isNew && elapsed - askedAt < intervalMs))
return observations;
askedAt = elapsed;
let isFound = false;
const lost = await lostAnswer(async () => {
isFound = (await (0, concurrency.X)(isElsewhere ? inParts(due) : [due], sample_counter_AT_ONCE, ask)).some(Boolean);
});
lostSince = lost === undefined ? undefined : (lostSince ?? elapsed);
return isFound ? observeWith(counts) : observations;
},
lostFor: (elapsed) => (lostSince === undefined ? 0 : elapsed - lostSince),
};
}
const MOST_CHARACTERS = 3_000;
const sample_counter_AT_ONCE = 4;
function inParts(targets) {
const parts = [];
let room = 0;
for (const target of targets) {
const { job = '', instance = '' } = target.labels;
const size = (0, literals.NK)([job, instance]).length;
if (room < size) {
parts.push([]);
room = MOST_CHARACTERS;
}
parts.at(-1)?.push(target);
room -= size;
}
return parts;
}
function forgetDown(observations, known) {
for (const { seen } of observations)
if (seen?.health === 'down')
for (const one of known)
one.delete((0, target_key.h)(seen.labels));
}
async function countAll({ exact, large, sizes, at }, prometheus, recorded) {
const rejects = large.length > 0 && (await rejectedSamples(prometheus)) !== 0;
const asked = rejects ? [...exact, ...large] : exact;
const found = asked.length > 0
? readCounts(asked, sizes, await prometheus.query(countQuery(asked, (await recorded()).names), at))
: new Map();
for (const { labels } of rejects ? [] : large) {
const size = sizes.get((0, target_key.h)(labels));
if (size)
found.set((0, target_key.h)(labels), { scraped: size.sent, stored: size.kept, lost: 0, isInferred: true });
}
return found;
}
function split(targets, sizes, before) {
const sizeOf = ({ labels }) => sizes.get((0, target_key.h)(labels))?.kept ?? 0;
const sized = targets
.filter(({ labels }) => sizes.has((0, target_key.h)(labels)))
.toSorted((a, b) => sizeOf(a) - sizeOf(b));
const total = sized.reduce((sum, target) => sum + sizeOf(target), 0);
const isSame = (target) => total > CHEAP_SAMPLES && before.get((0, target_key.h)(target.labels)) === sizeOf(target);
let sum = 0;
const found = { exact: [], same: [], large: [] };
for (const target of sized) {
const size = sizeOf(target);
if (isSame(target))
found.same.push(target);
else if (sum + size > COUNTED_SAMPLES)
found.large.push(target);
else {
found.exact.push(target);
sum += size;
}
}
return found;
}
async function rejectedSamples(prometheus) {
const text = await prometheus.exposition().catch(errors.JY);
if (text === undefined)
return undefined;
return [...text.matchAll(REJECTED)].reduce((sum, [, value]) => sum + Number(value), 0);
}
const REJECTED = /^prometheus_target_scrapes_sample_(?:duplicate_timestamp|out_of_order|out_of_bounds)_total (\S+)$/gm;
;
const appsAtFly = ({ config, machines }) => [
...new Set([
config.monitoring.app,
...[...machines].flatMap(([app, all]) => (all.some(({ state }) => state === 'started') ? [app] : [])),
]),
];
const LATE_MS = 5_000;
const SCRAPES_FOR_A_SAMPLE = 3;
const FAILED_SCRAPES = 2;
const fly_metrics_watch_PATIENCE_MS = 20_000;
async function watchFlyMetrics(request, verifyStart, { prometheus, limits }) {
const { organization, fly_metrics } = request.config.monitoring;
if (!fly_metrics)
return [];
const apps = appsAtFly(request);
const observe = createObserver(prometheus, verifyStart);
const isFinal = createFinality(apps);
const began = performance.now();
const last = await (0, poll.wt)(async () => {
const value = await observe();
const done = isFinal(value, performance.now() - began);
return { done, value, waitsFor: "new samples from Fly's managed Prometheus" };
}, { ...limits, everyMs: 1_000 });
return judgeFlyMetrics({ organization, apps }, last);
}
function createObserver(prometheus, verifyStart) {
let first;
const look = async () => {
const target = (await prometheus.targets()).find(({ labels }) => labels.job === fly_series.Mw);
if (!target)
return { kind: 'no-target' };
const scrapeMs = (0, duration.E)(target.scrapeInterval || fly_series.YW) ?? 0;
if ((0, targets_observe.kS)(target) <= verifyStart || target.health === 'unknown')
return { kind: 'waiting', scrapeMs };
if (target.health === 'down')
return watch_failed(target);
const [newest, rejected] = await Promise.all([newestSamples(prometheus), rejectedSamples(prometheus)]);
const before = first ?? { newest, rejected };
first = before;
const isNew = ([app, time]) => time > verifyStart || time > (before.newest.get(app) ?? 0);
return {
...{ kind: 'up', newest, scrapeMs, at: (0, targets_observe.kS)(target) },
advanced: new Set([...newest].filter(isNew).map(([app]) => app)),
rejected: rejected === undefined || before.rejected === undefined ? undefined : rejected - before.rejected,
};
};
return async () => {
try {
return await look();
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { kind: 'unanswered', why: (0, errors.bD)(error) };
}
};
}
const watch_failed = ({ lastError, lastScrape }) => ({
...{ kind: 'down', error: lastError, lastScrape },
});
const isRefused = (error) => /HTTP status 40[13]\b/.test(error);
function createFinality(apps) {
const failures = new Set();
let phase;
return (seen, elapsed) => {
if (phase?.kind !== seen.kind)
phase = { kind: seen.kind, began: elapsed };
const { began } = phase;
const isOver = (ms) => elapsed - began > ms;
switch (seen.kind) {
case 'waiting':
return isOver(2 * seen.scrapeMs + LATE_MS);
case 'no-target':
case 'unanswered':
return isOver(fly_metrics_watch_PATIENCE_MS);
case 'down':
return isRefused(seen.error) || failures.add(seen.lastScrape).size >= FAILED_SCRAPES;
case 'up':
return (apps.every((app) => seen.advanced.has(app)) ||
isOver(SCRAPES_FOR_A_SAMPLE * seen.scrapeMs + LATE_MS));
}
};
}
const WINDOW = '1h';
async function newestSamples(prometheus) {
const time = `timestamp(fly_instance_up{job="${fly_series.Mw}"})`;
const query = `max by (app) (${time}) or max by (app) (max_over_time(${time}[${WINDOW}:${fly_series.YW}]))`;
const rows = (0, model_prometheus.Tk)(await prometheus.query(query));
return new Map(rows.map(({ metric, value }) => [metric.app ?? '', Number(value?.[1]) * 1000]));
}
;
function explainAnswer(answer) {
if (answer === undefined)
return { why: '' };
if (answer === 'none')
return { why: ' It did not answer an empty request either.' };
const why = ` To an empty request it answers HTTP ${answer}`;
if (answer >= 200 && answer < 300)
return {
why: `${why}: the address, the user and the key are right.`,
next: CHECK_LIMITS,
};
const known = MEANING[answer] ?? (answer >= 500 ? SERVER_FAILS : undefined);
return known ? { why: `${why}: ${known.why}`, next: known.next } : { why: `${why}.` };
}
const CHECK_LIMITS = 'Look for limits of the server (series, labels, rate, age of samples); `flyctl logs` of the monitoring app shows the HTTP status and the reason.';
const NO_SUCH_PATH = {
why: 'it has no remote write at this path.',
next: 'Correct the path of the remote-write URL, for example /api/prom/push (Grafana Cloud), /api/v1/push (Mimir), /api/v1/write (VictoriaMetrics, Prometheus) or /api/v1/receive (Thanos).',
};
const SERVER_FAILS = {
why: 'the server itself fails.',
next: 'See the log and the state of the server; Prometheus sends the samples again for about two hours.',
};
const MEANING = {
401: {
why: 'it does not know this user with this key.',
next: 'Compare user and key with those of the server: a key that was replaced or has expired has to be stored again as a secret.',
},
403: {
why: 'it knows the key, which may not write.',
next: 'Give the key the right to write (in Grafana Cloud the scope metrics:write), and compare the user with the number of the instance.',
},
404: NO_SUCH_PATH,
405: NO_SUCH_PATH,
429: {
why: 'it limits the number of requests, samples or series.',
next: 'Send less with `keep` and `drop`, or raise the limit at the server. With `queue_config: { retry_on_http_429: true }` Prometheus sends rejected samples again.',
},
};
;
const COMPARE_KEY = 'Compare user and key with those of the server, and check its limits; `flyctl logs` of the monitoring app shows the HTTP status.';
function judgeRemoteWrite(subject, facts) {
return { area: 'remote-write', subject, ...judge_claimOf(facts) };
}
function judge_claimOf(facts) {
const { arrived, unreadable, foundNothing, progress, refused } = facts;
const said = explainAnswer(facts.answer);
if (refused > 0)
return judge_broken('proven', `The server rejects ${arrived ? 'a part of the' : 'the'} samples: Prometheus dropped ${refused} of them since verification began.${said.why}`, said.next ?? (arrived ? CHECK_LIMITS : COMPARE_KEY));
if (arrived)
return arrivedAfter(facts.delayMs);
if (progress?.kind === 'sent' && foundNothing > 0)
return judge_broken('inferred', `${progress.samples} samples were sent and the server accepted them, but none of them can be read back: it answered ${foundNothing} times that it has no sample of this deployment from after verification began.`, 'Compare the tenant or instance that the key writes to with the one that it reads from, and look for rules on the server that drop samples or the label `monitor`.');
if (progress?.kind === 'sent' && unreadable && facts.isNamed)
return judge_unread(progress.samples, unreadable);
const unreadText = unreadable === undefined ? '' : ` Samples could not be read back: ${unreadable.why}`;
const claim = countersSay(progress, unreadText);
return claim.outcome === 'broken'
? { ...claim, why: `${claim.why}${said.why}`, ...(said.next !== undefined && { next: said.next }) }
: claim;
}
const judge_unread = (samples, { why, next }) => ({
outcome: 'not-checked',
certainty: 'not checked',
why: `${samples} samples were sent and none was rejected since verification began, but they could not be read back: ${why}`,
next,
});
const judge_LATE_MS = 20_000;
const arrivedAfter = (delayMs) => ({
outcome: 'holds',
certainty: 'proven',
why: `A sample that was scraped after verification began was read back from the server, and none was rejected.${delayMs > judge_LATE_MS
? ` It could be read only ${Math.round(delayMs / 1000)} s after its scrape: queries to this server are that late.`
: ''}`,
});
const CHECK_URL = 'Check the remote-write URL, and whether the server answers.';
function countersSay(progress, unread) {
switch (progress?.kind) {
case 'refused':
return judge_broken('proven', `The server rejects the samples: Prometheus dropped ${progress.failed} of them since verification began.`, COMPARE_KEY);
case 'sent':
return {
outcome: 'holds',
certainty: 'inferred',
why: `${progress.samples} samples were sent and none was rejected since verification began.${unread}`,
};
case 'retrying':
return judge_broken('proven', `The server cannot be reached or fails: ${progress.retried} samples are being retried, none was delivered.`, CHECK_URL);
case 'nothing':
return judge_broken('inferred', `No sample was delivered since verification began: the server does not answer.${unread}`, CHECK_URL);
default:
return judge_broken('proven', 'Prometheus has no remote-write queue to this URL.', 'Deploy the monitoring app again, so that its configuration contains `remote_write`.');
}
}
const judge_broken = (certainty, why, next) => ({
outcome: 'broken',
certainty,
why,
next,
});
;
const EMPTY_QUEUE = { total: 0, failed: 0, retried: 0, sentUntil: 0 };
const COUNTERS = {
prometheus_remote_storage_samples_total: 'total',
prometheus_remote_storage_samples_failed_total: 'failed',
prometheus_remote_storage_samples_retried_total: 'retried',
prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 'sentUntil',
};
function readQueue(exposition, { url, name: target, others = [] }) {
const queue = { ...EMPTY_QUEUE };
let found = false;
for (const [, name = '', labels = '', value] of exposition.matchAll(/^(prometheus_remote_storage_\w+)\{(.*)\} (\S+)$/gm)) {
const counter = COUNTERS[name];
const to = labelIn(labels, 'url');
if (!counter || to === undefined || !sameAddress(to, url))
continue;
const named = labelIn(labels, 'remote_name') ?? '';
if (target === undefined ? others.includes(named) : named !== target)
continue;
queue[counter] += Number(value);
found = true;
}
return found ? queue : undefined;
}
const LABELS = {
url: /(?:^|,)url="((?:[^"\\]|\\.)*)"/,
remote_name: /(?:^|,)remote_name="((?:[^"\\]|\\.)*)"/,
};
const labelIn = (labels, name) => LABELS[name].exec(labels)?.[1]?.replace(/\\(.)/g, '$1');
function sameAddress(text, url) {
const address = (from) => URL.canParse(from) ? new URL(from).host + (0, lib_text.Tv)(new URL(from).pathname) : from;
return address(text) === address(url);
}
function progressOf(before, now, verifyStart) {
const failed = now.failed - before.failed;
const retried = now.retried - before.retried;
const samples = now.total - before.total - failed - retried;
if (failed > 0)
return { kind: 'refused', failed };
if (samples > 0 && now.sentUntil * 1000 > verifyStart)
return { kind: 'sent', samples };
if (retried > 0)
return { kind: 'retrying', retried };
return { kind: 'nothing' };
}
var read_back = __webpack_require__(41061);
;
const BATCH_MS = 5_000;
const SILENCE_MS = 35_000;
const TOO_EARLY_MS = 5_000;
const READABLE_MS = 45_000;
function createRemoteWriteWatch(target, verifyStart, { prometheus, limits }) {
const began = performance.now();
const back = (0, read_back.e)(target, verifyStart);
const counters = queueCounters(target, verifyStart, prometheus);
const subject = subjectOf(target);
let delayMs;
const waitedFor = () => performance.now() - began - target.scrapeIntervalMs - (target.batchMs ?? BATCH_MS);
let sentSince;
return {
watch: () => (0, poll.wt)(async () => {
const [arrival, progress] = await Promise.all([back.arrival(), counters.read()]);
const elapsed = performance.now() - began;
if (arrival !== undefined)
delayMs ??= verifyStart + elapsed - arrival;
if (progress?.kind !== 'sent')
sentSince = undefined;
else if (sentSince === undefined) {
sentSince = elapsed;
back.expect();
}
const done = delayMs !== undefined ||
remote_write_watch_isSettled(progress, { elapsed, waited: waitedFor(), sentSince, readable: back.why() === undefined });
return { done, value: undefined, waitsFor: `samples to arrive at ${subject}` };
}, limits),
async conclude() {
const progress = await counters.read();
const arrived = delayMs !== undefined;
if (!arrived && progress?.kind === 'nothing' && waitedFor() < TOO_EARLY_MS)
return watch_tooEarly(subject);
const refused = counters.refused();
const isDelivered = arrived || progress?.kind === 'sent';
const probed = (refused > 0 || !isDelivered) && target.probe;
return judgeRemoteWrite(subject, {
arrived,
delayMs: delayMs ?? 0,
unreadable: back.why(),
foundNothing: back.foundNothing(),
progress,
refused,
...(probed && { answer: (await probed()) ?? 'none' }),
isNamed: target.name !== undefined,
});
},
};
}
function queueCounters(target, verifyStart, prometheus) {
let first;
let last;
let refusedBefore = 0;
return {
async read() {
const text = await prometheus.exposition().catch(errors.JY);
if (text === undefined)
return { kind: 'nothing' };
const now = readQueue(text, target);
if (now && last && now.total < last.total) {
refusedBefore += last.failed - (first?.failed ?? 0);
first = EMPTY_QUEUE;
}
first ??= now;
last = now ?? last;
return now && first && progressOf(first, now, verifyStart);
},
refused: () => refusedBefore + (last?.failed ?? 0) - (first?.failed ?? 0),
};
}
function remote_write_watch_isSettled(progress, { elapsed, waited, sentSince, readable, }) {
if (progress === undefined || progress.kind === 'refused')
return true;
if (sentSince !== undefined)
return elapsed - sentSince >= (readable ? READABLE_MS : 1);
return waited >= SILENCE_MS;
}
function subjectOf({ name, url, others = [] }) {
const host = hostOf(url);
return name ?? (others.includes(host) ? `${host} (grafana-prometheus-url)` : host);
}
const watch_tooEarly = (subject) => ({
area: 'remote-write',
subject,
outcome: 'not-checked',
certainty: 'not checked',
why: 'Time ran out before anything could be sent.',
});
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : url);
const SHARED_MS = 200;
function sharedExposition(prometheus) {
let last;
return {
exposition() {
const now = performance.now();
if (last === undefined || now - last.at >= SHARED_MS)
last = { at: now, answer: prometheus.exposition() };
return last.answer;
},
};
}
var rule_file = __webpack_require__(40048);
;
function rulesInFile(text) {
return (0, rule_file.u)(text).map(({ group, rule }) => ({
group: (0, json_value.tB)(group.name),
name: (0, json_value.tB)(rule.alert) || (0, json_value.tB)(rule.record),
kind: (0, json_value.tB)(rule.alert) ? 'alerting' : 'recording',
}));
}
function recordedSeriesOf(groups) {
const rules = groups.flatMap((group) => group.rules);
const queries = new Map(rules.flatMap(({ type, name, query }) => (type === 'recording' ? [[name, query]] : [])));
return {
names: new Set(queries.keys()),
queries,
alerts: new Set(rules.flatMap(({ type, name }) => (type === 'alerting' ? [name] : []))),
intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
};
}
const RULES_MS = 60_000;
const allEvaluated = (groups) => groups.every(({ rules, interval }) => interval * 1000 > RULES_MS || rules.every(({ health }) => health !== 'unknown'));
const ruleKey = (group, { name, query }) => JSON.stringify([group, name, query]);
const isStaleEvaluation = ({ lastEvaluation }, scrapedAt) => Date.parse(lastEvaluation) <= scrapedAt;
function judgeRules(groups, answers, shipped = []) {
const loaded = groups.flatMap((group) => group.rules.map((rule) => judgeRule(group.name, rule, answers.get(ruleKey(group.name, rule)))));
const key = ({ group, name }) => JSON.stringify([group, name]);
const has = new Set(loaded.map(key));
const missing = shipped.flatMap(rulesInFile).filter((rule) => !has.has(key(rule)));
return [
...loaded,
...missing.map((rule) => ({
...rule,
state: 'missing',
detail: '',
certainty: 'proven',
why: 'It was deployed, but Prometheus has not loaded it.',
})),
];
}
const uncheckedRules = (shipped, why) => (shipped ?? []).flatMap(rulesInFile).map((rule) => ({
...rule,
...{ state: 'not-checked', detail: '', certainty: 'not checked', why },
}));
function judgeRule(group, rule, answer) {
const about = { group, name: rule.name, kind: rule.type, detail: '' };
if (answer?.kind === 'unanswered')
return {
...about,
...{ state: 'not-checked', certainty: 'not checked' },
why: `It was not evaluated since the targets were scraped, and its expression could not be asked for: ${answer.why}`,
};
if (answer?.kind === 'error' || (rule.health === 'err' && !answer))
return {
...about,
...{ state: 'error', certainty: 'proven', why: 'Its evaluation fails.' },
detail: answer?.kind === 'error' ? answer.detail : rule.lastError,
};
if (rule.health === 'unknown' && !answer)
return {
...about,
state: 'not-evaluated',
certainty: 'not checked',
why: 'It has not been evaluated yet.',
};
return {
...about,
...{ state: 'ok', certainty: 'proven' },
why: answer
? 'Its expression evaluates without an error on samples from after verification began.'
: 'Evaluated without an error after the targets were scraped.',
};
}
function activeAlerts(alerts) {
return alerts.flatMap(({ labels, annotations, state, activeAt }) => state === 'pending' || state === 'firing'
? [
{
name: labels.alertname ?? '',
state,
labels,
summary: annotations.summary ?? annotations.description ?? '',
since: activeAt,
},
]
: []);
}
;
const read_PATIENCE_MS = 30_000;
const read_AT_ONCE = 10;
async function readRules({ shippedRules, scrapedAt }, prometheus, limits) {
const began = performance.now();
const [groups, alerts] = await (0, poll.wt)(async () => {
const value = await Promise.all([known(() => prometheus.rules()), known(() => prometheus.alerts())]);
const [rules] = value;
const isRead = value.every(({ ok }) => ok);
const isEvaluated = rules.ok && allEvaluated(rules.value);
const done = performance.now() - began > (isRead ? RULES_MS : read_PATIENCE_MS) || (isRead && isEvaluated);
return {
done,
value,
waitsFor: isRead ? 'the first evaluation of every rule' : 'the rules of Prometheus',
};
}, limits);
const checks = alerts.ok ? [] : [read_unread('alerts', alerts.why)];
const active = activeAlerts(alerts.ok ? alerts.value : []);
if (!groups.ok) {
const rules = uncheckedRules(shippedRules, `Prometheus did not return its rules: ${groups.why}`);
return { rules, alerts: active, checks: [read_unread('rules', groups.why)] };
}
const rules = judgeRules(groups.value, await askRules(groups.value, scrapedAt, prometheus), shippedRules);
return { rules, alerts: active, checks: [...rulesClaim(rules), ...checks] };
}
const read_unread = (what, why) => ({
area: 'rules',
subject: what === 'rules' ? 'rules.yml' : what,
outcome: 'not-checked',
certainty: 'not checked',
why: `Prometheus did not return its ${what}: ${why}`,
});
async function askRules(groups, scrapedAt, prometheus) {
const stale = groups.flatMap(({ name, rules }) => rules.filter((rule) => isStaleEvaluation(rule, scrapedAt)).map((rule) => ({ group: name, rule })));
const answers = await (0, concurrency.X)(stale, read_AT_ONCE, async ({ group, rule }) => [ruleKey(group, rule), await askRule(rule, prometheus)]);
return new Map(answers);
}
async function askRule(rule, prometheus) {
try {
return judgeAnswer(rule, await prometheus.query(rule.query));
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const isRejected = error.problems[0]?.code === 'prometheus-query';
return isRejected
? { kind: 'error', detail: (0, errors.bD)(error) }
: { kind: 'unanswered', why: (0, errors.bD)(error) };
}
}
function judgeAnswer(rule, answer) {
const rows = (0, model_prometheus.Tk)(answer);
const kept = rows.map(({ metric: { __name__, ...labels } }) => ({ ...labels, ...rule.labels }));
const texts = new Set(kept.map((labels) => JSON.stringify(Object.entries(labels).sort())));
return texts.size === rows.length
? { kind: 'evaluates' }
: {
kind: 'error',
detail: 'It returns several series that have the same labels with the labels of the rule.',
};
}
function rulesClaim(rules) {
if (rules.length === 0 || rules.some(({ state }) => state !== 'ok'))
return [];
return [
{
area: 'rules',
subject: 'rules.yml',
outcome: 'holds',
certainty: 'proven',
why: `All ${rules.length} rules are loaded and evaluate without an error on samples from after verification began.`,
},
];
}
async function known(ask) {
try {
return { ok: true, value: await ask() };
}
catch (error) {
if (error instanceof errors.lZ)
return { ok: false, why: (0, errors.bD)(error) };
throw error;
}
}
var slo_schema = __webpack_require__(40231);
;
const BUDGET_LEFT = 'slo:error_budget_left:ratio';
const HOUR_MS = 3_600_000;
function judgeSlos({ slos }, prometheus, now) {
return Promise.all(slos.map(async (slo) => {
const attempt = await attemptQuery(() => slos_judged(slo, prometheus, now));
const claim = attempt.kind === 'answer'
? attempt.value
: {
outcome: 'not-checked',
certainty: 'not checked',
why: `Prometheus does not answer: ${attempt.why}`,
};
return { area: 'slo', subject: (0, slo_schema._)(slo), ...claim };
}));
}
async function slos_judged(slo, prometheus, now) {
const name = (0, slo_schema._)(slo);
const values = async (promql) => (0, model_prometheus.Tk)(await prometheus.query(promql));
const events = `{service="${slo.service}",__name__=~"${slo.of}(_count|_bucket)?"}`;
const [left] = await values(`${BUDGET_LEFT}{slo="${name}"}`);
const labels = new Set(await prometheus.labelNames(events, now - HOUR_MS));
if (labels.size === 0)
return {
outcome: 'nothing-to-check',
certainty: 'inferred',
why: `There is no sample of \`${slo.of}\` of ${slo.service} yet: its budget is recorded with the first request.`,
};
const missing = labelsOf(slo.errors ?? '').filter((label) => !labels.has(label));
if (missing.length > 0)
return withoutLabel(slo, missing, [...labels]);
if (left?.value === undefined)
return notRecorded(slo, await values(`count by (le) (${events})`));
const share = Number(left.value[1]);
if (share < 0)
return missed(slo, share);
return {
outcome: 'holds',
certainty: 'proven',
why: `${percent(share)} of the error budget is left (objective ${slo.objective} % of ${slo.of}).`,
};
}
const missed = ({ objective, of }, share) => ({
outcome: 'warning',
certainty: 'proven',
why: `The objective is missed (${objective} % of ${of}): ${percent(1 - share)} of the error budget is spent.`,
next: 'The dashboard "Objectives" shows since when, and how fast it is spent.',
});
const labelsOf = (matchers) => [...matchers.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(/([a-zA-Z_]\w*)\s*[=!]/g)].map(([, label = '']) => label);
const percent = (share) => `${Number((share * 100).toFixed(1))} %`;
const withoutLabel = ({ of, service }, missing, labels) => ({
outcome: 'broken',
certainty: 'proven',
why: `\`${of}\` of ${service} has no label ${(0, lib_text.p_)(missing.map((label) => `\`${label}\``))}: no event counts as failed, and no alert can fire.`,
next: `Correct \`errors\` of the objective. Its labels are: ${(0, lib_text.p_)(labels.filter((label) => label !== '__name__').toSorted())}.`,
});
function notRecorded({ of, service, slower_than: bound }, buckets) {
if (bound === undefined)
return {
outcome: 'not-checked',
certainty: 'not checked',
why: `Prometheus has not recorded the error budget yet, although it has samples of \`${of}\`.`,
next: 'Wait one evaluation interval and verify again.',
};
const bounds = buckets.flatMap(({ metric: { le } }) => le === undefined || le === '+Inf' ? [] : Number(le));
return {
outcome: 'broken',
certainty: 'proven',
why: `\`${of}\` of ${service} has no bucket that ends at ${bound}: it is not known how many requests took longer.`,
next: `Set \`slower_than\` to the bound of a bucket: ${(0, lib_text.p_)(bounds.toSorted((a, b) => a - b).map(String))} (in the unit of the metric).`,
};
}
;
const unexpectedEvidence = (targets) => targets.map(({ service, app, isOnFly, address, seen }) => ({
service,
app,
address,
health: seen.health,
detail: (0, redact.jD)(seen.lastError),
certainty: 'proven',
why: `Prometheus has a target for ${service} at ${address}, which is ${isOnFly ? `the address of no machine of ${app} that \`flyctl machine list\` shows` : 'not one of its addresses in the configuration'}` +
(seen.health === 'up'
? ': its samples are in every sum and rate of the service.'
: ': it is down, so alerts on this service will fire.'),
next: isOnFly
? `Compare \`flyctl machine list -a ${app}\` with the DNS (\`dig aaaa ${app}.internal\` on a machine): a machine that was made by hand or destroyed may still be announced. If it is yours, give it the process group of the service.`
: 'Add the address to the service if it belongs to it, or deploy: the running configuration of Prometheus has other addresses.',
}));
const SEVERAL_PROCESSES = 'Let all workers share their counters (in Python `PROMETHEUS_MULTIPROC_DIR`, in Node `AggregatorRegistry`), or serve metrics from one process.';
function judgeRejected({ before, after }, observations, hasFlyMetrics = false) {
if (before === undefined || after === undefined)
return [];
const rejected = after < before ? after : after - before;
if (rejected === 0 || observations.some(({ state }) => state === 'samples-lost'))
return [];
if (hasFlyMetrics)
return [perhapsOfFly(rejected)];
return [
{
area: 'scrapes',
subject: 'all targets',
outcome: 'broken',
certainty: 'proven',
why: `Prometheus rejected ${(0, lib_text.U9)(rejected, 'sample')} since verification began: explicit timestamps that do not move, go back or are too old, or the same series twice.`,
next: 'Its log names the target: `flyctl logs` of the monitoring app, "Error on ingesting". Do not send timestamps, and send each series once.',
},
];
}
const perhapsOfFly = (rejected) => ({
area: 'scrapes',
subject: 'all targets',
outcome: 'warning',
certainty: 'inferred',
why: `Prometheus rejected ${(0, lib_text.U9)(rejected, 'sample')} since verification began: explicit timestamps that do not move, go back or are too old, or the same series twice. Fly's managed Prometheus, which sends timestamps, may be the source.`,
next: 'The log of Prometheus names the target: `flyctl logs` of the monitoring app, "Error on ingesting".',
});
function judgeStored(store, observations) {
if (store === undefined)
return [];
const short = observations.filter(({ count: counted }) => (counted?.lost ?? 0) > 0);
const services = Map.groupBy(short, ({ expected }) => expected.service);
return [...services].map(([service, all]) => {
const lost = all.reduce((sum, one) => sum + (one.count?.lost ?? 0), 0);
const sent = all.reduce((sum, one) => sum + (one.count?.stored ?? 0), lost);
return {
area: 'scrapes',
subject: service,
outcome: 'broken',
certainty: 'inferred',
why: `${lost} of ${(0, lib_text.U9)(sent, 'sample')} of ${service} are not in the store ${store}, in two scrapes one after the other: rules or limits of the store leave them out, or the service sends the same series twice or explicit timestamps.`,
next: 'Look for relabelling and for limits of series and labels at the store; the log of the agent names samples that it rejects itself (`flyctl logs` of the monitoring app).',
};
});
}
function judgeScrapes({ observations, historyLost, }) {
if (historyLost !== undefined)
return [
{
area: 'scrapes',
subject: 'all targets',
outcome: 'not-checked',
certainty: 'not checked',
why: `Only the last scrape of each target is known, not those before it: ${historyLost}`,
},
];
const mixed = observations.filter(({ state, record }) => state === 'up' && record && history_evidence_isMixed(record));
const services = Map.groupBy(mixed, ({ expected }) => expected.service);
return [...services].map(([service, all]) => ({
area: 'scrapes',
subject: service,
outcome: 'warning',
certainty: 'inferred',
why: `Counters of ${service} go back from one scrape to the next although its process does not start again (${(0, lib_text.U9)(all.length, 'target')}: ${(0, lib_text.H$)(all.map(({ expected }) => (0, expect.w)(expected)))}): each worker seems to answer with numbers of its own, so rates are far too high.`,
next: SEVERAL_PROCESSES,
}));
}
const history_evidence_isMixed = ({ mixed, resets }) => mixed || resets >= 2;
var yaml_value = __webpack_require__(95368);
;
const NAMED = { scrape_configs: 'job_name' };
const DEFAULTS = {
metrics_path: '/metrics',
scheme: 'http',
honor_timestamps: true,
honor_labels: false,
track_timestamps_staleness: false,
follow_redirects: true,
enable_compression: true,
separator: ';',
regex: '(.*)',
replacement: '$1',
action: 'replace',
};
const NEVER_DEFAULT = /^(scrape_configs|rule_files|remote_write|remote_read|alerting|.*relabel_configs|basic_auth|authorization|oauth2|tls_config|params|.*_sd_configs|static_configs|proxy_url|.*_limit|external_labels)$/;
const isNothing = (value) => value === undefined ||
value === null ||
value === false ||
value === 0 ||
value === '' ||
(Array.isArray(value) && value.every(isNothing)) ||
((0, json_value.OW)(value) && Object.values(value).every(isNothing));
function configDiff(shipped, running, most = 10) {
const found = [];
compare(shipped, running, '', found);
return found.slice(0, most);
}
function compare(shipped, running, path, found) {
if (Array.isArray(shipped) || Array.isArray(running))
compareLists(shipped, running, path, found);
else if ((0, json_value.OW)(shipped) && (0, json_value.OW)(running))
compareMaps(shipped, running, path, found);
else if (!sameValue(shipped, running))
found.push(path || '.');
}
function compareMaps(shipped, running, path, found) {
for (const key of new Set([...Object.keys(shipped), ...Object.keys(running)])) {
const at = path === '' ? key : `${path}.${key}`;
if (Object.hasOwn(shipped, key))
compare(shipped[key], running[key], at, found);
else if (isExtra(key, running[key]))
found.push(at);
}
}
function isExtra(key, value) {
if (Object.hasOwn(DEFAULTS, key))
return DEFAULTS[key] !== value;
return NEVER_DEFAULT.test(key) && !isNothing(value);
}
function compareLists(shipped, running, path, found) {
const [left, right] = [listed(shipped), listed(running)];
const name = NAMED[path.split('.').at(-1) ?? ''];
if (name === undefined) {
for (let i = 0; i < Math.max(left.length, right.length); i++)
compare(left[i], right[i], `${path}[${i}]`, found);
return;
}
const nameOf = (entry) => String((0, json_value.OW)(entry) ? entry[name] : '');
const byName = new Map(right.map((entry) => [nameOf(entry), entry]));
for (const entry of left)
compare(entry, byName.get(nameOf(entry)), `${path}[${nameOf(entry)}]`, found);
const known = new Set(left.map(nameOf));
for (const entry of right)
if (!known.has(nameOf(entry)))
found.push(`${path}[${nameOf(entry)}]`);
}
const listed = (value) => Array.isArray(value) ? value : value == null ? [] : [value];
function sameValue(shipped, running) {
if (isNothing(shipped) && isNothing(running))
return true;
const [left, right] = [String(shipped ?? ''), String(running ?? '')];
if (right === '<secret>' || (running !== undefined && /\$\{\w+\}/.test(left)))
return true;
return (left === right ||
sameNumber(left, right, duration.E) ||
sameNumber(left, right, bytes) ||
sameUrl(left, right));
}
function sameNumber(a, b, read) {
const value = read(a);
return value !== undefined && value === read(b);
}
function bytes(text) {
const [, amount, unit] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(text) ?? [];
return amount === undefined ? undefined : Number(amount) * 1024 ** ' KMGTPE'.indexOf(unit || ' ');
}
const sameUrl = (a, b) => /^\w+:\/\//.test(a) && masked(a) === masked(b);
const masked = (url) => url.replace(/^(\w+:\/\/[^/@:]*:)[^/@]*@/, '$1@');
;
const REDEPLOY = 'Deploy the monitoring app again; if the problem persists, read its log with `flyctl logs`.';
function judgeConfig(shipped, running) {
const about = { area: 'configuration', subject: 'prometheus.yml' };
if (shipped === undefined)
return {
...about,
outcome: 'nothing-to-check',
certainty: 'not checked',
why: 'This run has no deployed configuration to compare it with.',
};
try {
const differences = configDiff((0, yaml_value.h)(shipped), (0, yaml_value.h)(running));
if (differences.length === 0)
return {
...about,
outcome: 'holds',
certainty: 'proven',
why: 'The running configuration is the one that was deployed; secrets are masked and not compared.',
};
return {
...about,
outcome: 'broken',
certainty: 'proven',
why: `The running configuration differs from the deployed one in ${differences.join(', ')}.`,
next: REDEPLOY,
};
}
catch (error) {
return {
...about,
outcome: 'not-checked',
certainty: 'not checked',
why: `The running and the deployed configuration could not be compared: ${(0, errors.bD)(error)}`,
};
}
}
function judgeReload({ reloadConfigSuccess }) {
const about = { area: 'reload', subject: 'prometheus.yml', certainty: 'proven' };
return reloadConfigSuccess
? { ...about, outcome: 'holds', why: 'The last reload succeeded.' }
: {
...about,
outcome: 'broken',
why: 'Prometheus rejected the configuration at its last reload and still runs the previous one.',
next: REDEPLOY,
};
}
function judgeRetention(wanted, { storageRetention }) {
const about = { area: 'retention', subject: wanted, certainty: 'proven' };
const [time = ''] = storageRetention.split(' or ');
return (0, duration.E)(time) === (0, duration.E)(wanted)
? { ...about, outcome: 'holds', why: `Prometheus keeps samples for ${storageRetention}.` }
: {
...about,
outcome: 'broken',
why: `Prometheus keeps samples for ${storageRetention || 'its default retention time'}, not for ${wanted}.`,
next: REDEPLOY,
};
}
;
const LOST_ANSWER_MS = 15_000;
async function checkServer(asked, prometheus, limits) {
const [configuration, runtime] = await Promise.all([
patiently(() => prometheus.config(), limits),
patiently(() => prometheus.runtimeInfo(), limits),
]);
const kept = asked.retention === undefined ? [] : [asked.retention];
return [
'why' in configuration
? check_notChecked('configuration', 'prometheus.yml', configuration.why)
: judgeConfig(asked.shippedConfig, configuration.value),
...('why' in runtime
? [
check_notChecked('reload', 'prometheus.yml', runtime.why),
...kept.map((time) => check_notChecked('retention', time, runtime.why)),
]
: [judgeReload(runtime.value), ...kept.map((time) => judgeRetention(time, runtime.value))]),
];
}
function patiently(ask, limits) {
const began = performance.now();
return (0, poll.wt)(async () => {
try {
return { done: true, value: { value: await ask() } };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const why = (0, errors.bD)(error);
return {
done: performance.now() - began >= LOST_ANSWER_MS,
value: { why },
waitsFor: `Prometheus: ${why}`,
};
}
}, limits);
}
const check_notChecked = (area, subject, why) => ({
area,
subject,
outcome: 'not-checked',
certainty: 'not checked',
why: `Prometheus could not be asked: ${why}`,
});
;
const self_scrape_LATE_MS = 5_000;
const own = (seen) => seen.filter(({ labels }) => labels.job === model_prometheus.gu);
function isSelfCertain({ seen, emptyFor, selfMissingFor }) {
if (emptyFor !== undefined)
return emptyFor >= poll.F_;
return own(seen).every(({ scrapeInterval }) => selfMissingFor === 0 || selfMissingFor >= 2 * ((0, duration.E)(scrapeInterval) ?? 0) + self_scrape_LATE_MS);
}
const VERIFY_AGAIN = 'Verify again; if the problem persists, Prometheus is overloaded: see `flyctl status` and `flyctl logs` of its app.';
function judgeSelfScrape(now, verifyStart, shippedConfig) {
const targets = own(now.seen);
const [down] = targets.filter(({ health }) => health === 'down');
if (down)
return self_scrape_broken(`Prometheus cannot scrape itself: ${down.lastError}`, /401/.test(down.lastError)
? `The password of the self-scrape is not the one that Prometheus requires. ${REDEPLOY}`
: REDEPLOY);
if (targets.length === 0)
return hasSelfJob(shippedConfig)
? self_scrape_broken('The deployed configuration has a scrape job for Prometheus itself, but Prometheus has no such target.', REDEPLOY)
: self_scrape_unknown('The running configuration has no scrape job for Prometheus itself.', 'nothing-to-check');
if (targets.every((target) => target.health === 'up' && (0, targets_observe.kS)(target) > verifyStart))
return { ...self_scrape_ABOUT, outcome: 'holds', certainty: 'proven', why: 'Scraped after verification began.' };
return isSelfCertain(now)
? self_scrape_broken('Prometheus has not scraped itself since verification began, although its scrape was due.', VERIFY_AGAIN)
: self_scrape_unknown('Time ran out before its scrape was due.');
}
const self_scrape_ABOUT = { area: 'self-scrape', subject: model_prometheus.gu };
const self_scrape_broken = (why, next) => ({
...self_scrape_ABOUT,
outcome: 'broken',
certainty: 'proven',
why,
next,
});
const self_scrape_unknown = (why, outcome = 'not-checked') => ({
...self_scrape_ABOUT,
outcome,
certainty: 'not checked',
why,
});
function hasSelfJob(config) {
try {
const read = (0, yaml_value.h)(config ?? '');
const jobs = (0, json_value.OW)(read) ? read.scrape_configs : undefined;
return Array.isArray(jobs) && jobs.some((job) => job?.job_name === model_prometheus.gu);
}
catch {
return false;
}
}
;
function judgeStorage(observations, rules) {
const error = rules.map(({ detail }) => detail).find(reason_forms.b$);
if (error === undefined || observations.some(({ state }) => state === 'not-stored'))
return [];
return [
{
area: 'storage',
subject: 'the volume of Prometheus',
outcome: 'broken',
certainty: 'proven',
why: `The volume of Prometheus is full: ${error}`,
next: EXTEND,
},
];
}
const EXTEND = 'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.';
var model_shards = __webpack_require__(61457);
;
const MOST_SCRAPES = 2_000;
const DAY_MS = 86_400_000;
const CLEAN_START = ['prometheus_tsdb_clean_start', 'prometheus_agent_clean_start'];
async function readPast(prometheus, scrapeInterval, shard) {
const window = Math.min(DAY_MS, MOST_SCRAPES * ((0, duration.E)(scrapeInterval) ?? 15_000));
const names = ['up', 'process_start_time_seconds', ...CLEAN_START].join('|');
const ofShard = `${model_shards.Yk}="${shard ?? ''}"`;
const query = `{__name__=~"${names}",job="${model_prometheus.gu}",${ofShard}}[${window}ms]`;
const answer = await prometheus.query(query).catch(errors.JY);
return answer && uptime_pastOf(answer);
}
function uptime_pastOf({ result }) {
const series = result.resultType === 'matrix' ? result.result : [];
const values = (name) => series.filter(({ metric }) => metric.__name__ === name).flatMap((one) => one.values);
const clean = new Map(CLEAN_START.flatMap(values));
const starts = values('process_start_time_seconds').toSorted(([a], [b]) => a - b);
const processes = new Map(starts.map(([at, start]) => [
Number(start),
{ startedAt: Number(start) * 1000, isClean: cleanness(clean.get(at)) },
]));
return {
scrapes: values('up')
.map(([at]) => at * 1000)
.toSorted((a, b) => a - b),
processes: [...processes.values()],
};
}
const cleanness = (value) => value === '0' ? false : value === '1' ? true : undefined;
const uptime_ABOUT = { area: 'uptime', subject: 'prometheus' };
const uptime_RECENT_MS = 600_000;
const DEPLOY_MS = 300_000;
const SAME_START_MS = 5_000;
function judgeUptime(facts) {
const starts = recentStarts(facts);
const crashes = starts.filter(({ isClean }) => isClean === false).length;
const meanwhile = starts.filter(({ startedAt }) => startedAt > facts.verifyStart);
if (crashes >= 2 || meanwhile.length >= 2)
return {
...uptime_ABOUT,
outcome: 'broken',
certainty: 'inferred',
why: `Prometheus died and was started again ${Math.max(crashes, meanwhile.length)} times within ten minutes, the last time at ${timeOf(starts.at(-1)?.startedAt)}: each time it misses scrapes, and alerts start to wait again.`,
next: 'Read `flyctl logs` of the monitoring app. Usually it is out of memory: raise `monitoring.vm.memory_mb`, or scrape fewer series.',
};
const gap = gapOf(facts);
if (gap)
return gap;
const [start] = starts.slice(-1);
if (crashes === 1 || meanwhile.length === 1)
return {
...uptime_ABOUT,
outcome: 'warning',
certainty: 'proven',
why: `Prometheus ${crashes === 1 ? 'died, or was stopped after a short time, and ' : ''}was started again at ${timeOf(start?.startedAt)}.`,
next: 'Read `flyctl logs` of the monitoring app for the reason; if it is out of memory, raise `monitoring.vm.memory_mb`.',
};
if (starts.length >= 3)
return {
...uptime_ABOUT,
outcome: 'warning',
certainty: 'proven',
why: `Prometheus was started ${starts.length} times within ten minutes, the last time at ${timeOf(start?.startedAt)}.`,
next: 'If these were not your deployments, read `flyctl logs` of the monitoring app.',
};
return uptime_holds(facts);
}
function uptime_holds({ past, seen }) {
const since = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt;
if (since === undefined)
return {
...uptime_ABOUT,
outcome: 'not-checked',
certainty: 'not checked',
why: 'Prometheus does not say since when it has been running: it does not scrape itself, and its API for that is closed.',
};
return {
...uptime_ABOUT,
outcome: 'holds',
certainty: past && past.scrapes.length > 0 ? 'proven' : 'inferred',
why: `Prometheus has been running since ${timeOf(since)}; ${past ? `its ${(0, lib_text.U9)(past.scrapes.length, 'scrape')} of itself ${past.scrapes.length === 1 ? 'shows' : 'show'} no gap that matters` : 'its past could not be read'}.`,
};
}
const SHORT_LIFE_MS = 60_000;
const needsReleases = (facts) => recentStarts(facts).filter(({ isClean }) => isClean === false).length > 0;
function recentStarts({ past, seen, now, releases = [] }) {
const known = past?.processes ?? [];
const others = seen
.filter(({ startedAt }) => !known.some((one) => Math.abs(one.startedAt - startedAt) < SAME_START_MS))
.map(({ startedAt }) => ({ startedAt, isClean: undefined }));
const all = [...known, ...others].toSorted((a, b) => a.startedAt - b.startedAt);
return all
.map(({ startedAt, isClean }, i) => {
const before = all[i - 1];
const isShort = before !== undefined && startedAt - before.startedAt < SHORT_LIFE_MS;
const isReleased = releases.some((at) => at > (before?.startedAt ?? 0) && at <= startedAt);
return { startedAt, isClean: isClean ?? (isShort && !isReleased ? false : undefined) };
})
.filter(({ startedAt }) => startedAt > now - uptime_RECENT_MS);
}
function gapOf({ past, seen, began, now, intervalMs }) {
const scrapes = past?.scrapes ?? [];
const limit = Math.max(15_000, 3 * intervalMs);
const gaps = scrapes.flatMap((from, i) => {
const next = scrapes[i + 1];
const to = next ?? now;
return to - from > limit && to > now - uptime_RECENT_MS ? [{ from, to, isOver: next !== undefined }] : [];
});
const gap = gaps.findLast(({ from }) => from < began);
if (!gap)
return undefined;
const started = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt;
const isWoken = started !== undefined && started >= began - 1_000 && gap.to >= began;
const isFrozen = started !== undefined && started < gap.from && gap.to >= began && gap.isOver;
const length = gap.to - gap.from;
if (!isWoken && !isFrozen && length < DEPLOY_MS)
return undefined;
const during = `Prometheus did not scrape anything for ${lengthOf(length)}, from ${timeOf(gap.from)} to ${timeOf(gap.to)}`;
const next = 'Set auto_stop_machines = "off" and min_machines_running = 1 for the monitoring app: scrapes and alerts must run when no one asks. `flyctl machine status` shows why the machine was stopped.';
return isWoken || isFrozen
? {
...uptime_ABOUT,
outcome: 'broken',
certainty: isFrozen ? 'proven' : 'inferred',
why: `${during}, and no alert could fire: it ${isFrozen ? 'was suspended' : 'was stopped'} until this verification asked for it, which starts a machine at Fly.`,
next,
}
: { ...uptime_ABOUT, outcome: 'warning', certainty: 'proven', why: `${during}.`, next };
}
const timeOf = (ms) => ms === undefined ? 'an unknown time' : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
function lengthOf(ms) {
const seconds = Math.round(ms / 1000);
if (seconds < 120)
return `${seconds} s`;
const minutes = Math.round(seconds / 60);
return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
;
async function checkServerItself(request, { main: { now }, verifyStart, localStart, servers, rejectedBefore, unread }, { prometheus, limits }) {
const { config, shippedConfig, shippedRules, began, readReleases, store, shard } = request;
const { retention, scrape_interval: interval } = config.monitoring;
const { grafanaAlerts = [], dashboardSource = prometheus } = request;
const since = (0, targets_observe.QZ)(now?.observations ?? [], verifyStart);
const clock = (local) => verifyStart + local - localStart;
const [server, { rules, alerts, checks: ruled }, past, before, after, slos] = await Promise.all([
checkServer({ shippedConfig, retention: (0, engine.yh)(config.monitoring) ? undefined : retention, verifyStart }, prometheus, limits),
(0, engine.yh)(config.monitoring)
? readGrafanaRules(grafanaAlerts, dashboardSource, unread)
: readRules({ shippedRules, scrapedAt: since }, prometheus, limits),
readPast(prometheus, interval, shard),
rejectedBefore,
rejectedSamples(prometheus),
judgeSlos(config, prometheus, clock(Date.now())),
]);
const uptime = {
past,
seen: servers.seen(),
began: clock(Date.parse(began)),
verifyStart,
now: clock(Date.now()),
intervalMs: (0, duration.E)(interval) ?? 15_000,
};
const releases = needsReleases(uptime) ? await readReleases?.() : undefined;
const checks = [
...server,
...(now ? [judgeSelfScrape(now, verifyStart, shippedConfig)] : []),
judgeUptime({ ...uptime, ...(releases && { releases }) }),
...judgeStorage(now?.observations ?? [], rules),
...(now ? judgeScrapes(now) : []),
...judgeStored(store?.name, now?.observations ?? []),
...judgeRejected({ before, after }, now?.observations ?? [], config.monitoring.fly_metrics),
...ruled,
...slos,
];
return { rules, alerts, checks };
}
;
const servers_CLOCK_MS = 2_000;
const SHORTEST_MS = 1_000;
const LOST_MS = 15_000;
const IN_A_ROW = 3;
function createServerWatch(prometheus, verifyStart, intervalMs) {
const seen = new Map();
let due = 0;
async function ask(elapsed) {
const start = await startOf(prometheus);
if (start === undefined)
return false;
const startedAt = Date.parse(start);
const seenAt = verifyStart + elapsed;
for (const [other, { seenAt: last }] of seen)
if (other !== start && startedAt < last - servers_CLOCK_MS)
throw severalServers();
seen.set(start, { startedAt, seenAt });
return true;
}
return {
async look(elapsed) {
if (elapsed < due)
return;
due = elapsed + Math.max(intervalMs, SHORTEST_MS);
if (!(await ask(elapsed)))
due = elapsed + LOST_MS;
},
async confirm(elapsed) {
for (let i = 0; i < IN_A_ROW; i++)
if (!(await ask(elapsed)))
return;
},
seen: () => [...seen.values()],
};
}
async function startOf(prometheus) {
return (await prometheus.runtimeInfo().catch(errors.JY))?.startTime;
}
const SEVERAL_SERVERS = 'prometheus-several-servers';
const severalServers = () => (0, errors.sx)(SEVERAL_SERVERS, 'Two Prometheus servers answer in turn at this address, each with targets and samples of its own, so nothing can be proven from their answers.', 'Keep one machine: `flyctl machine list` of the monitoring app shows them, `flyctl scale count 1` removes the others. If two are wanted, give each an address of its own.');
async function severalServersProblem(met, servers, elapsed) {
const several = ({ code }) => code === SEVERAL_SERVERS;
try {
if (!met.some(several))
await servers.confirm(elapsed);
return met.find(several);
}
catch (error) {
if (error instanceof errors.lZ)
return error.problems.find(several);
throw error;
}
}
var store_state = __webpack_require__(24087);
;
function describeOpenTargets({ observations, open, absent, unexpected, certain, historyLost, }) {
if (certain)
return undefined;
if (open.length === 0 && absent.length > 0)
return `a machine of ${(0, lib_text.H$)(absent)}`;
if (open.length === 0 && unexpected.length === 0)
return `the scrapes before the last one: ${historyLost ?? 'no answer'}`;
if (open.length === 0)
return `targets that belong to no listed machine: ${(0, lib_text.H$)(unexpected.map(({ service, address }) => `${service} at ${address}`))}`;
const names = open.map(({ expected: { service, machine, address }, state }) => `${service} ${machine ? `on ${machine.id}` : `at ${address}`} (${state === 'up' ? 'up, to be seen again' : state})`);
return `${open.length} of ${(0, lib_text.U9)(observations.length, 'target')}: ${(0, lib_text.H$)(names)}`;
}
function progressLine({ expected, state, seen, count }) {
const { service, machine, address } = expected;
const where = machine ? `${service} on ${machine.id} (${machine.region})` : `${service} at ${address}`;
switch (state) {
case 'pending':
case 'not-discovered':
case 'not-scraped':
case 'stale':
return undefined;
case 'up':
return `${where} is up: ${count?.scraped} samples`;
case 'resting':
return `${where} is ${machine?.state}, which is allowed`;
case 'stopped':
return `${where} is ${machine?.state}`;
case 'flapping':
case 'restarting':
return `${where} is ${state}: not every scrape succeeds`;
case 'not-stored':
return `${where} is up, but its samples are not stored`;
case 'empty':
return `${where} answers without a single sample`;
case 'samples-lost':
return `${where} is up, but ${count?.lost} of its samples are lost`;
default:
return `${where} is down (${state}): ${seen?.lastError ?? ''}`;
}
}
;
const history_feed_LOOKBACK_MS = 600_000;
const LOOKBACK_SCRAPES = 40;
const AGAIN_MS = 1_000;
const history_feed_PATIENCE_MS = 30_000;
function createHistoryFeed(config, prometheus) {
const jobs = config.services.map(({ name }) => name);
const counters = countersOf(config);
const intervalMs = shortestIntervalMs(config);
const longestMs = (0, duration.E)((0, scrape_options.EV)(config)) ?? intervalMs;
const lookback = Math.min(history_feed_LOOKBACK_MS, LOOKBACK_SCRAPES * intervalMs);
const known = new Map();
const unstored = new Map();
let resets = new Map();
let readAt;
let askedAt = Number.NEGATIVE_INFINITY;
let lost;
async function read(seen, elapsed) {
const window = readAt === undefined ? lookback + elapsed : elapsed - readAt + 2 * longestMs + 1_000;
const [history, reset] = await Promise.all([
prometheus.query(historyQuery(jobs, window)),
counters.length > 0
? prometheus.query(resetsQuery(jobs, counters, RESET_SCRAPES * longestMs + elapsed))
: undefined,
]);
for (const [key, scrapes] of readHistory(seen, history))
known.set(key, mergeScrapes(known.get(key) ?? [], scrapes));
countUnstored(unstored, seen, { known, limitMs: Math.max(targets_observe.dn, 3 * longestMs) });
if (reset)
resets = readResets(reset);
}
return {
async update(seen, elapsed) {
const pause = lost ? Math.min(AGAIN_MS, intervalMs) : intervalMs;
if (jobs.length === 0 || seen.length === 0 || elapsed - askedAt < pause)
return;
askedAt = elapsed;
try {
await read(seen, elapsed);
readAt = elapsed;
lost = undefined;
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
lost = { why: (0, errors.bD)(error), since: lost?.since ?? elapsed };
}
},
lost: () => lost?.why,
isOpen: (elapsed) => lost !== undefined && elapsed - lost.since < history_feed_PATIENCE_MS,
scrapes: (key) => known.get(key) ?? [],
resets: (key) => resets.get(key) ?? 0,
isUnstored: (key) => (unstored.get(key) ?? 0) >= 2,
};
}
function countUnstored(unstored, seen, { known, limitMs }) {
for (const target of seen) {
const key = (0, target_key.h)(target.labels);
const stored = known.get(key)?.at(-1)?.at;
const isBehind = stored !== undefined && (0, targets_observe.kS)(target) - stored >= limitMs;
unstored.set(key, isBehind ? (unstored.get(key) ?? 0) + 1 : 0);
}
}
const shortestIntervalMs = ({ monitoring, services }) => Math.min(...services.map((service) => (0, duration.E)((0, scrape_options.nZ)(service, monitoring).interval) ?? 15_000), (0, duration.E)(monitoring.scrape_interval) ?? 15_000);
const RESET_SCRAPES = 5;
const MOST_COUNTERS = 20;
function countersOf({ services }) {
const declared = services.flatMap((service) => (0, declared_metrics.A)(service));
const names = declared.flatMap(({ name, type }) => type === 'counter' ? [name] : type === 'histogram' || type === 'summary' ? [`${name}_count`] : []);
return [...new Set(names)].slice(0, MOST_COUNTERS);
}
function resetsQuery(jobs, counters, windowMs) {
const parts = counters.map((name, i) => {
const series = `{__name__=${(0, literals.ZD)(name)},job=~${(0, literals.NK)(jobs)}}[${Math.ceil(windowMs)}ms]`;
return (0, literals.nH)(`resets(${series})`, 'verify', String(i));
});
return `max by (job, instance) (${parts.join(' or ')}) > 0`;
}
const readResets = (answer) => new Map((0, model_prometheus.Tk)(answer).map(({ metric, value }) => [(0, target_key.h)(metric), Number(value?.[1])]));
var targets_address = __webpack_require__(68497);
;
const LASTING_MS = 30_000;
function createUnexpectedWatch(services) {
const appOf = new Map(services.map((service) => [service.name, { app: (0, config_services.RX)(service), isOnFly: (0, config_services.dC)(service) }]));
let since = new Map();
return (expected, seen, elapsed) => {
const hosted = new Set(expected.map(({ service }) => service));
const known = new Set(expected.map(({ service, address }) => (0, targets_observe.ol)(service, address)));
const found = seen.flatMap((target) => {
const service = target.labels.job ?? target.scrapePool;
const address = (0, targets_address.L)(target.scrapeUrl);
const of = appOf.get(service);
if (of === undefined || !hosted.has(service) || known.has((0, targets_observe.ol)(service, address)))
return [];
return [{ service, ...of, address, seen: target }];
});
since = new Map(found.map(({ service, address }) => {
const key = (0, targets_observe.ol)(service, address);
return [key, since.get(key) ?? elapsed];
}));
return { found, isFinal: [...since.values()].every((first) => elapsed - first >= LASTING_MS) };
};
}
;
function watchTargets(options) {
const { config, verifyStart, lister, prometheus, promised } = options;
const began = performance.now();
const expectation = lastOnly((machines) => (0, expect.C)(config, machines));
const observe = watch_createObserver(options);
const watchUnexpected = createUnexpectedWatch(config.services);
const pulse = createPulse(verifyStart);
return async () => {
const { targets, absent } = expectation(lister.machines());
const elapsed = performance.now() - began;
const context = { elapsed, listings: lister.listings(), onlyListing: lister.only, promised };
const seen = await prometheus.targets();
const { isHistoryOpen, ...observed } = await observe(targets, seen, context);
const { observations, open } = observed;
const unexpected = watchUnexpected(targets, seen, elapsed);
const isListed = absent.length === 0 || lister.only || context.listings >= 2;
const certain = open.length === 0 && isListed && unexpected.isFinal && !isHistoryOpen;
const isOdd = absent.length > 0 || unexpected.found.length > 0;
if (!certain && (isOdd || observations.some(({ state }) => (0, targets_observe.iI)(state))))
lister.again(elapsed);
return {
...observed,
...{ seen, certain, isHistoryOpen },
absent: absent.map(({ name }) => name),
unexpected: unexpected.found,
elapsed,
...pulse(seen, elapsed),
};
};
}
function watch_createObserver(options) {
const { config, verifyStart, isDeployed, prometheus, recorded, log, store } = options;
const counter = createSampleCounter(prometheus, recorded, {
intervalMs: shortestIntervalMs(config),
isElsewhere: store !== undefined,
});
const feed = createHistoryFeed(config, prometheus);
const recordOfTarget = recorder(feed, verifyStart, isDeployed);
let histories = new Map();
let shown = new Map();
return async (targets, seen, given) => {
const observeWith = (counts) => {
const recordOf = (target) => recordOfTarget(target, counts);
return (0, targets_observe.e1)(targets, seen, verifyStart, { counts, recordOf, store });
};
const unread = store?.unread();
if (unread === undefined)
await feed.update(seen, given.elapsed);
const polled = unread === undefined ? await counter.counted(observeWith, given.elapsed) : observeWith(new Map());
const context = { ...given, uncountedMs: counter.lostFor(given.elapsed) };
const before = histories;
histories = new Map(polled.map((observation) => {
const key = keyOf(observation);
return [key, (0, targets_observe.s$)(before.get(key), observation, context)];
}));
const observations = polled.map((observation) => (0, targets_observe.xy)(observation, histories.get(keyOf(observation)), context)
? { ...observation, state: 'not-stored' }
: observation);
logChanges(observations, shown, log);
shown = new Map(observations.map((observation) => [keyOf(observation), observation.state]));
return {
observations,
historyLost: unread ?? feed.lost(),
isHistoryOpen: feed.isOpen(given.elapsed),
open: observations.filter((one) => !isHopeless(one, options) && !(0, targets_observe.dR)(one, histories.get(keyOf(one)), context)),
};
};
}
const isHopeless = ({ state, expected }, { isUnscraped }) => state === 'not-discovered' && isUnscraped?.(expected) === true;
function createPulse(verifyStart) {
const scrapes = new Map();
let emptySince;
let selfSeen = 0;
return (seen, elapsed) => {
countScrapes(scrapes, seen, verifyStart);
emptySince = seen.length === 0 ? (emptySince ?? elapsed) : undefined;
if (isSelfUp(seen, verifyStart))
selfSeen = elapsed;
return {
scrapes,
emptyFor: emptySince === undefined ? undefined : elapsed - emptySince,
selfMissingFor: elapsed - selfSeen,
};
};
}
const isSelfUp = (seen, verifyStart) => {
const own = seen.filter(({ labels }) => labels.job === model_prometheus.gu);
return own.length > 0 && own.every((target) => target.health === 'up' && (0, targets_observe.kS)(target) > verifyStart);
};
const keyOf = ({ expected }) => (0, targets_observe.ol)(expected.service, expected.address);
function recorder(feed, verifyStart, isDeployed) {
const known = new Map();
return (target, counts) => {
const key = (0, target_key.h)(target.labels);
const [read, resets, isUnstored] = [feed.scrapes(key), feed.resets(key), feed.isUnstored(key)];
const sent = counts.get(key)?.scraped;
const facts = [read, resets, isUnstored, sent, target.lastScrape, target.health];
const before = known.get(key);
if (before?.facts.every((fact, i) => fact === facts[i]))
return before.record;
const last = { at: (0, targets_observe.kS)(target), up: target.health === 'up', sent };
const scrapes = last.at > 0 ? withLast(read, last) : read;
const storedAt = read.at(-1)?.at;
const record = (0, steadiness.zv)(scrapes, verifyStart, {
resets,
readUntil: storedAt ?? last.at,
...{ storedAt, isUnstored, isDeployed },
});
known.set(key, { facts, record });
return record;
};
}
function countScrapes(scrapes, seen, verifyStart) {
for (const target of seen) {
const key = (0, target_key.h)(target.labels);
const before = scrapes.get(key);
if ((0, targets_observe.kS)(target) <= verifyStart || before?.last === target.lastScrape)
continue;
scrapes.set(key, { last: target.lastScrape, times: (before?.times ?? 0) + 1 });
}
}
function lastOnly(work) {
let last;
return (argument) => {
if (last?.argument !== argument)
last = { argument, result: work(argument) };
return last.result;
};
}
const FEW = 20;
const LINES = 5;
function logChanges(observations, before, log) {
const changed = observations.filter((observation) => before.get(keyOf(observation)) !== observation.state);
const single = observations.length <= FEW ? changed : changed.filter(({ state }) => (0, targets_observe.iI)(state));
const lines = single.flatMap((observation) => progressLine(observation) ?? []);
for (const line of lines.slice(0, LINES))
log.info(line);
if (lines.length > LINES)
log.info(`\u2026 and ${lines.length - LINES} more`);
if (observations.length <= FEW)
return;
const up = observations.filter(({ state }) => state === 'up').length;
const was = [...before.values()].filter((state) => state === 'up').length;
const tenth = (n) => Math.floor((10 * n) / observations.length);
if (tenth(up) > tenth(was))
log.info(`${up} of ${observations.length} targets are up`);
}
;
function unreadContents({ config, dashboards, libraryPanels }, why) {
const text = `Its samples could not be read: ${why}`;
const { metrics, undeclared } = uncheckedContract(config.services, text);
const panels = panelQuestions(dashboards, libraryPanels).map(({ query, evidence }) => query.unasked ? evidence : uncheckedPanel(query, text, query.expr));
return {
step: async () => true,
open: () => '',
contents: () => ({ metrics, undeclared, panels }),
};
}
;
const PROCESS_START = 'process_start_time_seconds';
const TURNS = 6;
const RELEASES = 2;
function judgeJumps({ counter, starts, up }, verifyStart) {
if (goesBack(starts))
return 'workers';
const drops = counter.flatMap(([to, value], i) => {
const before = counter[i - 1];
return before && value < before[1] ? [{ from: before[0], to, after: counter.length - i - 1 }] : [];
});
const unexplained = drops.filter(({ from, to }) => !isNewProcess(from, to, { starts, up }));
const now = unexplained.filter(({ to }) => to > verifyStart);
if (unexplained.length === 0)
return drops.length > 0 ? 'restart' : 'steady';
if (unexplained.length > RELEASES || (now.length > 0 && unexplained.length > 1))
return 'workers';
return (now[0]?.after ?? TURNS) < TURNS ? 'unclear' : 'restart';
}
const goesBack = (samples) => samples.some(([, value], i) => value < (samples[i - 1]?.[1] ?? value));
function isNewProcess(from, to, { starts, up }) {
const startAt = (time) => starts.findLast(([at]) => at <= time)?.[1];
return startAt(from) !== startAt(to) || up.some(([at, value]) => at > from && at < to && value === 0);
}
function presenceIn(up, { present, stepMs, until, verifyStart }) {
const scrapes = up.flatMap(([at, value], i) => {
const next = up[i + 1]?.[0] ?? until;
const isPresent = present.some((time) => time >= at && time < next);
return value === 1 && next - at >= stepMs ? [{ at, isPresent }] : [];
});
const fromFirst = (all) => all
.slice(Math.max(0, all.findIndex(({ isPresent }) => isPresent)))
.map(({ isPresent }) => isPresent);
const shareOf = (all) => ({ with: all.filter(Boolean).length, of: all.length });
const isPartial = (share) => share.with > 0 && share.with < share.of;
const now = shareOf(fromFirst(scrapes.filter(({ at }) => at > verifyStart)));
const all = fromFirst(scrapes);
const ends = all.filter((isPresent, i) => !isPresent && all[i - 1] === true).length;
if (ends > RELEASES)
return shareOf(all);
return isPartial(now) ? now : undefined;
}
function withUnsteadiness(evidence, found) {
const jumps = found.flatMap((one) => (one.kind === 'jumps' ? one : []));
const gaps = found.flatMap((one) => (one.kind === 'gaps' ? one : []));
if (jumps[0]) {
const { of, values } = jumps[0];
return {
...evidence,
state: 'inconsistent',
certainty: 'proven',
why: `${of} of ${machinesOf(jumps)} goes up and down between scrapes, without a restart (${values.join(', ')}): several worker processes answer in turn, each with its own numbers. Rates and sums of them are wrong.`,
next: 'Add up the workers before they answer (multiprocess mode of the Python client, `AggregatorRegistry` in Node.js), or give each worker a port. If there is one process, it starts again between scrapes, or the metric is a gauge.',
};
}
if (!gaps[0])
return evidence;
return {
...evidence,
state: 'partial',
certainty: 'proven',
why: `It was in only ${gaps[0].with} of ${gaps[0].of} scrapes of ${machinesOf(gaps)}: several worker processes answer in turn, and not all of them have it, or the service has stopped sending it.`,
next: 'Register the metric in every worker process when it starts, and add up the workers before they answer.',
};
}
const machinesOf = (found) => (0, lib_text.H$)(found.map(({ machine }) => machine));
;
const DETAILS = 3;
const history_AT_ONCE = 4;
const SHOWN = 5;
const rangeOf = (jobs, { at, since }) => `[${Math.ceil(at - since(jobs)) + 1}ms]`;
async function readMetricHistory(series, scope) {
const range = (jobs) => rangeOf(jobs, scope);
const scrapes = (jobs) => `max by (job, instance) (count_over_time(${seriesIn({ name: 'up', jobs })}${range(jobs)}))`;
const starts = { name: PROCESS_START, jobs: [...new Set(scope.instances.map(({ job }) => job))] };
const [rare, back] = await Promise.all([
suspects(series, (one) => `max by (job, instance) (count_over_time(${seriesIn(one)}${range(one.jobs)})) < on (job, instance) ${scrapes(one.jobs)}`, scope),
suspects([starts, ...series.filter(({ counts }) => counts)], (one) => `topk by (job, instance) (1, resets(${seriesIn(one)}${range(one.jobs)}) > 0)`, scope),
]);
const gaps = await (0, concurrency.X)(rare, history_AT_ONCE, (one) => readGaps(one, scope));
const jumps = await (0, concurrency.X)(back, history_AT_ONCE, (one) => readJumps(one, scope));
return {
found: [...gaps, ...jumps.map(({ found }) => found)].flat(),
unclear: jumps.some(({ unclear }) => unclear),
};
}
async function suspects(questions, expression, { prometheus, instances, at }) {
const known = new Map(instances.map((one) => [(0, target_key.h)({ ...one }), one]));
const answers = await (0, concurrency.X)(unionQueries(questions, expression), history_AT_ONCE, async (batch) => ({
names: batch.names,
answer: await prometheus.query(batch.query, at),
}));
const found = answers.flatMap(({ names, answer }) => (0, model_prometheus.Tk)(answer).flatMap(({ metric: { verify, ...labels } }) => {
const one = known.get((0, target_key.h)(labels));
return one ? [{ ...one, name: names[Number(verify)] ?? '', labels }] : [];
}));
return [...Map.groupBy(found, ({ name, job }) => JSON.stringify([name, job])).values()].flatMap((all) => all.slice(0, DETAILS));
}
async function readGaps({ name, job, instance, machine }, scope) {
const { prometheus, at, intervalMs, verifyStart } = scope;
const range = rangeOf([job], scope);
const target = `job=${(0, literals.ZD)(job)},instance=${(0, literals.ZD)(instance)}`;
const stepMs = Math.max(1, Math.floor(intervalMs / 2));
const presence = `group({__name__=${(0, literals.ZD)(name)},${target}})${range.replace(']', `:${stepMs}ms]`)}`;
const [present, up] = await Promise.all([
prometheus.query(presence, at),
prometheus.query(`up{${target}}${range}`, at),
]);
const times = samplesOf(present, () => true).map(([time]) => time);
const share = presenceIn(samplesOf(up, () => true), { present: times, stepMs, until: at, verifyStart });
return share ? [{ name, job, machine, kind: 'gaps', ...share }] : [];
}
async function readJumps({ name, job, instance, machine, labels }, scope) {
const { prometheus, at, verifyStart } = scope;
const range = rangeOf([job], scope);
const matchers = Object.entries(labels).map(([label, value]) => `${label}=${(0, literals.ZD)(value)}`);
const target = `job=${(0, literals.ZD)(job)},instance=${(0, literals.ZD)(instance)}`;
const [counter, process] = await Promise.all([
prometheus.query(`{__name__=${(0, literals.ZD)(name)},${matchers.join(',')}}${range}`, at),
prometheus.query(`{__name__=~"up|${PROCESS_START}",${target}}${range}`, at),
]);
const history = {
counter: samplesOf(counter, () => true),
starts: samplesOf(process, (one) => one === PROCESS_START),
up: samplesOf(process, (one) => one === 'up'),
};
const verdict = name === PROCESS_START && goesBack(history.starts) ? 'workers' : judgeJumps(history, verifyStart);
const values = history.counter.slice(-SHOWN).map(([, value]) => value);
return {
found: verdict === 'workers' ? [{ name, job, machine, kind: 'jumps', of: name, values }] : [],
unclear: verdict === 'unclear',
};
}
function samplesOf({ result }, isMeant) {
const rows = result.resultType === 'matrix' ? result.result : [];
const row = rows.find(({ metric }) => isMeant(metric.__name__ ?? ''));
return (row?.values ?? []).map(([seconds, value]) => [seconds * 1000, Number(value)]);
}
;
async function readEveryScrape(metrics, { prometheus, observations, verifyStart, at, intervalMs }) {
const { small, large } = bySize(watchedSeries(metrics), observations);
const known = metrics.map((one) => seenOnce(one, large));
if (small.length === 0)
return { metrics: known, unclear: false, unanswered: false };
const instances = instancesOf(observations);
const since = sinceOf(observations, { verifyStart, earliest: at - PAST_SCRAPES * intervalMs });
let read = { found: [], unclear: false };
const why = await lostAnswer(async () => {
read = await readMetricHistory(small, { prometheus, instances, verifyStart, since, at, intervalMs });
});
return {
metrics: why === undefined ? blamed(known, read.found) : known.map((one) => unread(one, why)),
unclear: read.unclear,
unanswered: why !== undefined,
};
}
const PAST_SCRAPES = 20;
function sinceOf(observations, { verifyStart, earliest }) {
const up = observations.filter(({ state }) => state === 'up');
return (jobs) => {
const starts = up
.filter(({ expected }) => jobs.includes(expected.service))
.map(({ record }) => record?.rowSince ?? verifyStart);
return Math.min(verifyStart, Math.max(earliest, ...starts));
};
}
function bySize(series, observations) {
const samples = Map.groupBy(observations, ({ expected }) => expected.service);
const isLarge = (job) => (samples.get(job) ?? []).reduce((sum, { count }) => sum + (count?.scraped ?? 0), 0) > COUNTED_SAMPLES;
const large = new Set([...samples.keys()].filter(isLarge));
const small = series.flatMap((one) => {
const jobs = one.jobs.filter((job) => !large.has(job));
return jobs.length > 0 ? [{ ...one, jobs }] : [];
});
return { small, large };
}
function blamed(metrics, found) {
const own = (metric) => isWatched(metric)
? found.filter(({ name, job }) => job === metric.service && name === watchedName(metric))
: [];
const told = new Set(metrics.filter((one) => own(one).length > 0).map(({ service }) => service));
return metrics.map((metric) => {
const all = own(metric);
if (all.length > 0 || told.has(metric.service) || metric.state !== 'present')
return withUnsteadiness(metric, all);
const process = found.filter(({ name, job }) => name === PROCESS_START && job === metric.service);
if (process.length > 0)
told.add(metric.service);
return withUnsteadiness(metric, process);
});
}
;
function intervalsOf({ services, monitoring }) {
const intervals = new Map(services.flatMap((service) => {
const { interval } = (0, scrape_options.nZ)(service, monitoring);
const ms = (0, duration.E)(interval) ?? 15_000;
return (0, declared_metrics.A)(service).flatMap(({ name }) => seriesOfMetric(name).map((series) => [series, ms]));
}));
const usual = (0, duration.E)(monitoring.scrape_interval) ?? 15_000;
return (metric) => intervals.get(metric ?? '') ?? usual;
}
;
const upKeys = ({ observations }) => observations
.filter(({ state }) => state === 'up')
.map(({ expected }) => (0, targets_observe.ol)(expected.service, expected.address))
.join('\n');
const FLY_SCRAPES = 3;
function isRipe({ observations, seen, scrapes, emptyFor }) {
if (emptyFor !== undefined)
return emptyFor >= poll.F_;
const up = observations.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []));
const own = seen.filter(({ labels, health }) => labels.job === model_prometheus.gu && health !== 'down');
const times = (target) => scrapes.get((0, target_key.h)(target.labels))?.times ?? 0;
const ofFly = seen.filter(({ labels, health }) => labels.job === fly_series.Mw && health !== 'down');
return [...up, ...own].every((one) => times(one) >= 2) && ofFly.every((one) => times(one) >= FLY_SCRAPES);
}
const AHEAD_MS = 250;
function readiness_windowOf({ seen }, verifyStart, sinceStart) {
const times = seen.filter(({ health }) => health === 'up').map(targets_observe.kS);
const fresh = times.filter((time) => time > verifyStart);
const at = Math.max(verifyStart + sinceStart, ...fresh) + AHEAD_MS;
const from = Math.max(verifyStart, Math.min(...fresh) - ALIGNMENT_MS);
return { at, scrapedMs: at - (fresh.length > 0 ? from : verifyStart), rulesMs: at - verifyStart };
}
;
const ROUNDS_MS = [500, 1_000, 2_000, 4_000];
function createRoundPace() {
let rounds = 0;
let due = 0;
let isRepeated = false;
return {
isDue: ({ elapsed }, last) => elapsed >= due || (last && !isRepeated),
asked({ elapsed }, last) {
due = elapsed + (ROUNDS_MS[Math.min(rounds++, ROUNDS_MS.length - 1)] ?? 0);
isRepeated = last;
},
};
}
function createTimer(ms) {
let since;
return (isOpen, elapsed) => {
since = isOpen ? (since ?? elapsed) : undefined;
return since !== undefined && elapsed - since < ms;
};
}
;
const UNSEEN = 'Time ran out before its metrics were looked at.';
function contentsOf({ metrics, undeclared }, asked, isFinal) {
const panels = asked.map(({ evidence }) => (isFinal ? evidence : tooEarlyIfEmpty(evidence)));
return { metrics, undeclared, panels };
}
const isGood = ({ metrics }, asked) => metrics.every(isThere) && !asked.some(needsAnswer);
const EVALUATION_MS = 1_000;
function watchContents(options) {
const { config } = options;
const asked = panelQuestions(options.dashboards, options.libraryPanels);
const { ask, askHistory } = asker(options, asked);
const askScrapes = everyScrapeAsker(askHistory);
const pace = createRoundPace();
const mayChange = createPatience(config);
let contract;
let ripeSince;
let finalFor;
let watchedFor;
async function askOnce(now) {
if (finalFor !== undefined)
asked.forEach(reopen);
finalFor = undefined;
ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined;
const { intervalMs } = await options.recorded();
const rules = waitsForRules(asked) ? Math.min(intervalMs + EVALUATION_MS, RULES_MS) : 0;
const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules;
if (!pace.isDue(now, last))
return;
const found = await ask(now, last);
contract = found.contract;
pace.asked(now, last);
if ((!mayChange(found, now) && last) || isGood(found.contract, asked))
finalFor = upKeys(now);
}
return {
async step(now) {
const upNow = upKeys(now);
if (finalFor !== upNow)
await askOnce(now);
const watched = finalFor === upNow && watchedFor !== upNow && now.certain && contract
? await askScrapes(now, contract)
: undefined;
if (watched) {
contract = watched;
watchedFor = upNow;
}
return finalFor === upNow && watchedFor === upNow;
},
open: () => describeOpen(contract, asked),
contents: () => contentsOf(contract ?? uncheckedContract(config.services, UNSEEN), asked, finalFor !== undefined),
};
}
function describeOpen(contract, asked) {
const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0;
const panels = asked.filter(needsAnswer).length;
return metrics + panels === 0 && contract
? 'the next scrapes: a counter went back, or a question about earlier scrapes was not answered'
: `the next scrapes: ${(0, lib_text.U9)(metrics, 'metric')} and ${(0, lib_text.U9)(panels, 'panel query', 'panel queries')} have no samples yet`;
}
function asker({ config, verifyStart, localStart, prometheus, source, recorded, store }, asked) {
const { services } = config;
const hasFly = config.monitoring.fly_metrics === true;
const ofFly = hasFly ? fly_series.cC.map((name) => [name, fly_series._j]) : [];
const promised = {
declared: new Set(services.flatMap((service) => (0, declared_metrics.A)(service).map(({ name }) => name))),
afterTraffic: new Set([...afterTrafficNames(services), ...(hasFly ? fly_series.iJ : [])]),
scrapeIntervalMs: (0, duration.E)((0, scrape_options.EV)(config)) ?? 15_000,
intervalOf: intervalsOf(config),
};
const intervalMs = shortestIntervalMs(config);
const watch = watchContract({ services, prometheus, verifyStart, store: store?.name });
const roundOf = async (now) => ({
window: readiness_windowOf(now, verifyStart, Date.now() - localStart - prometheus.lagMs()),
observations: now.observations,
rules: await recorded(),
});
return {
async ask(now, last) {
const { window, observations, rules } = await roundOf(now);
const names = asked.filter(needsAnswer).flatMap(({ evidence }) => evidence.absent.map(metricOf));
const contract = await watch.ask({ observations, recorded: rules.names, at: window.at, names });
const context = {
...promised,
downService: namesOfDown(services, now.observations),
names: contract.names,
targetLabels: new Set(now.seen.flatMap(({ labels }) => Object.keys(labels))),
...{ recorded: rules.queries, alerts: rules.alerts },
};
const unanswered = await askPanels(asked, {
...{ source, context, last },
window: { ...window, delayed: new Map([...contract.delayed, ...ofFly]) },
});
return { contract, unanswered: unanswered + (contract.isUnanswered ? 1 : 0) };
},
async askHistory(now, contract) {
const { window, observations } = await roundOf(now);
const scope = { prometheus, observations, verifyStart, at: window.at, intervalMs };
const { metrics, ...rest } = await readEveryScrape(contract.metrics, scope);
return { contract: { ...contract, metrics }, ...rest };
},
};
}
const UNANSWERED_MS = 30_000;
const UNCLEAR_MS = 60_000;
const watch_contents_LATE_MS = 1_000;
function createPatience(config) {
const isLost = createTimer(UNANSWERED_MS);
const isOld = createTimer(((0, duration.E)((0, scrape_options.EV)(config)) ?? 15_000) + watch_contents_LATE_MS);
return ({ unanswered, contract }, { elapsed }) => [isLost(unanswered > 0, elapsed), isOld(contract.mayAdvance, elapsed)].includes(true);
}
function everyScrapeAsker(ask) {
const pace = createRoundPace();
const isUnclear = createTimer(UNCLEAR_MS);
const isUnread = createTimer(UNANSWERED_MS);
return async (now, current) => {
if (!pace.isDue(now, false))
return undefined;
const { contract, unclear, unanswered } = await ask(now, current);
pace.asked(now, false);
const isOpen = [isUnclear(unclear, now.elapsed), isUnread(unanswered, now.elapsed)].includes(true);
return isOpen ? undefined : contract;
};
}
const metricOf = (selector) => selector.split('{')[0] ?? '';
const isThere = ({ state }) => state === 'present' || state === 'waiting';
const waitsForRules = (asked) => asked.some((one) => needsAnswer(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules));
;
const CONTENTS_MS = 30_000;
async function watchAll(request, tools) {
const { config, dashboards = [], isUnscraped } = request;
const { prometheus, log, limits } = tools;
const lister = createMachineLister(request.machines, request.refreshMachines, log);
const recorded = createRecorded(prometheus);
const promised = dashboards.length > 0 || config.services.some(declaresMetrics);
const isDeployed = request.deployBegan !== undefined;
const observe = watchTargets({ ...tools, config, lister, recorded, promised, isDeployed, isUnscraped });
const options = {
...tools,
config,
dashboards,
recorded,
source: request.dashboardSource ?? prometheus,
};
const unread = tools.store?.unread();
const contents = unread === undefined ? watchContents(options) : unreadContents(options, unread);
const hopeless = (0, reach.se)();
const began = performance.now();
let now;
const watched = (certain, problems) => ({
now,
contents: contents.contents(),
certain,
problems,
});
try {
return await (0, poll.wt)(async () => {
try {
const [observed] = await Promise.all([observe(), tools.servers.look(performance.now() - began)]);
now = observed;
const known = (isReady(now) || now.elapsed >= CONTENTS_MS) && (await contents.step(now));
const certain = now.certain && known && isSelfCertain(now);
const waitsFor = describeOpenTargets(now) ?? (known ? "Prometheus' scrape of itself" : contents.open());
return { done: certain, value: watched(certain, []), waitsFor };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const waitsFor = `Prometheus: ${(0, errors.bD)(error)}`;
return { done: hopeless(error), value: watched(false, error.problems), waitsFor };
}
}, limits);
}
finally {
await lister.close();
}
}
const declaresMetrics = ({ metrics }) => Object.keys(metrics).length > 0;
const isReady = ({ certain, absent, open }) => certain || (absent.length === 0 && open.every(({ state }) => state === 'up'));
const RULES_AGAIN_MS = 5_000;
function createRecorded(prometheus) {
let answer;
let due = 0;
return async () => {
if (answer || performance.now() < due)
return answer ?? recordedSeriesOf([]);
try {
answer = recordedSeriesOf(await prometheus.rules());
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
due = performance.now() + RULES_AGAIN_MS;
}
return answer ?? recordedSeriesOf([]);
};
}
;
async function verify(request, tools) {
const began = new Date().toISOString();
const stop = new AbortController();
const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal;
try {
const deadline = (0, poll.OJ)(request.deadline);
const limits = { deadline, signal, log: (line) => tools.log.info(line) };
const found = await find({ ...request, began }, { ...tools, limits });
const deployBegan = (0, verify_history.ok)(request.deployBegan, { began, mark: found.mark });
const known = { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) };
return await (0, verify_history.Gs)(known, tools.prometheus);
}
finally {
stop.abort();
}
}
async function find(request, tools) {
const { atRest } = request;
if (atRest)
return {
...nothing(request),
checks: [{ area: 'access', outcome: 'broken', certainty: 'proven', ...atRest }],
};
const reached = await (0, reach.bs)(tools.prometheus, tools.limits);
if (reached.kind === 'reached')
return verify_proof(request, reached.verifyStart, tools);
const { cutShort } = cutEvidence(tools.limits);
const isSilent = reached.problems.every(({ code }) => code === 'prometheus-timeout');
const silence = { since: request.began, until: new Date().toISOString() };
return {
...nothing(request),
...(cutShort && { cutShort }),
problems: cutShort === 'deadline' && isSilent
? [(0, reach.qE)(request.prometheusUrl, silence)]
: [...reached.problems],
};
}
async function verify_proof(request, verifyStart, tools) {
const { prometheus, limits } = tools;
const intervalMs = (0, duration.E)((0, scrape_options.EV)(request.config)) ?? 15_000;
const localStart = Date.now();
const rejectedBefore = rejectedSamples(prometheus);
const servers = createServerWatch(prometheus, verifyStart, intervalMs);
const writing = watchWriting(request, verifyStart, { ...tools, intervalMs });
const arrived = Promise.all(writing.map((target) => target.watch()));
const libraryPanels = await readLibraryPanels(request.dashboards ?? [], request.readLibraryPanel);
const stored = await settleStore(request, verifyStart, limits);
const [main, version, endpoints, delivered, inGrafana, ofFly] = await Promise.all([
watchAll(request, { ...tools, verifyStart, libraryPanels, localStart, servers, store: stored?.facts }),
prometheus.version().catch(errors.JY),
request.isFurtherReplica ? [] : checkEndpoints(request, tools),
request.delivery ? watchDelivery(request.delivery, verifyStart, tools) : [],
request.grafanaDelivery?.() ?? [],
watchFlyMetrics(request, verifyStart, tools),
arrived,
]);
const several = await severalServersProblem(main.problems, servers, Date.now() - localStart);
if (several)
return { ...nothing(request), problems: [several] };
const [written, server] = await Promise.all([
Promise.all(writing.map((target) => target.conclude())),
checkServerItself(request, { main, verifyStart, localStart, servers, rejectedBefore, unread: stored?.facts.unread() }, tools),
]);
return {
mark: new Date(verifyStart).toISOString(),
...(main.certain && written.every(isChecked) ? {} : cutEvidence(limits)),
...(version !== undefined && { prometheus: version }),
...targetsOf(request, main.now, verifyStart, server),
...main.contents,
...server,
checks: [
...(request.isNobodyNotified ? [nobodyNotified(request.config)] : []),
...(stored?.claims(written) ?? []),
...server.checks,
...[written, delivered, inGrafana, ofFly, endpoints].flat(),
],
problems: problemsOf(main.problems),
};
}
function watchWriting({ remoteWrite = [] }, verifyStart, { prometheus, limits, intervalMs }) {
const counters = { prometheus: sharedExposition(prometheus), limits };
return remoteWrite.map((target) => createRemoteWriteWatch({ ...target, scrapeIntervalMs: intervalMs }, verifyStart, counters));
}
async function settleStore({ store }, verifyStart, limits) {
if (!store)
return undefined;
const { name } = store;
const state = await store.settle(verifyStart, limits);
return {
facts: { name, unread: () => (0, store_state.Ms)(name, state)?.why ?? store.lost()?.why },
claims(written) {
const lost = state.kind === 'ready' ? store.lost() : undefined;
return [(0, store_state.vV)(name, lost ? { kind: 'unreadable', ...lost } : state, written)];
},
};
}
const isChecked = ({ outcome }) => outcome !== 'not-checked';
const targetsOf = (request, now, verifyStart, { rules }) => {
if (!now)
return nothing(request);
const serverErrors = rules.map(({ detail }) => detail);
return {
...withServices(request.config, targetEvidence(now.observations, verifyStart, { serverErrors, store: request.store?.name })),
unexpected: unexpectedEvidence(now.unexpected),
};
};
const nobodyNotified = ({ monitoring }) => ({
area: 'delivery',
subject: evidence.G,
outcome: 'warning',
certainty: 'proven',
...((0, engine.yh)(monitoring)
? {
why: 'No one is notified of alerts: an agent evaluates no rules, and no Grafana is configured that does.',
next: 'Set grafana-url and grafana-api-key: Grafana then evaluates the alerts and notifies people.',
}
: {
why: 'No one is notified of alerts: they are shown on the page /alerts of Prometheus only.',
next: 'Add a receiver to `alerts.notify` in monitoring.yml, for example `notify: { ntfy: {} }`, and set its secret (NTFY_URL). Or set grafana-url and grafana-api-key, and Grafana notifies people.',
}),
});
const problemsOf = (problems) => problems.filter(({ code }) => code !== 'prometheus-cancelled');
function cutEvidence(limits) {
const cut = (0, poll.VV)(limits);
return cut ? { cutShort: cut } : {};
}
const withServices = (config, targets) => ({
targets,
services: serviceEvidence(config.services, targets),
});
function nothing({ config, machines }) {
return {
...withServices(config, uncheckedTargets((0, expect.C)(config, machines).targets)),
unexpected: [],
metrics: [],
undeclared: [],
panels: [],
rules: [],
alerts: [],
checks: [],
problems: [],
};
}
;
const nameOfReplica = ({ id, region }) => `${id} (${region})`;
const reach_PATIENCE_MS = 60_000;
async function reachReplica({ id, state, prometheus }, limits, name = { is: id, read: replicaOf }) {
if (state !== 'started')
return { kind: 'stopped' };
const ready = await (0, reach.bs)(prometheus, (0, poll.pS)(limits, reach_PATIENCE_MS));
if (ready.kind === 'unreached')
return ready;
try {
const answered = name.read(await prometheus.config());
return answered === name.is ? { kind: 'named' } : { kind: 'other', answered };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { kind: 'unreached', problems: error.problems };
}
}
function replicaOf(yaml) {
const config = (0, yaml_value.h)(yaml);
const global = (0, json_value.OW)(config) ? config.global : undefined;
const labels = (0, json_value.OW)(global) ? global.external_labels : undefined;
const replica = (0, json_value.OW)(labels) ? labels[model_prometheus.Cb] : undefined;
return typeof replica === 'string' ? replica : undefined;
}
;
const claim = (0, verify_claim.y)('replicas');
function judgeReplica(replica, reached, evidence, app) {
const subject = `replica ${nameOfReplica(replica)}`;
const logs = `See \`flyctl logs -a ${app} --machine ${replica.id}\``;
if (reached.kind === 'stopped')
return claim(subject, 'broken', `Machine ${replica.id} is ${replica.state}: this replica scrapes nothing. It was not asked, because that could start it.`, { next: `Start it: \`flyctl machine start ${replica.id} -a ${app}\`. ${logs}.` });
if (reached.kind === 'other')
return claim(subject, 'not-checked', reached.answered === undefined
? 'The Prometheus that answers does not say which replica it is: it does not run the configuration of replicas.'
: `It was asked by its name, and machine ${reached.answered} answered.`, {
next: reached.answered === undefined
? 'Deploy the monitoring app again.'
: "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.",
});
const problems = reached.kind === 'unreached' ? reached.problems : (evidence?.problems ?? []);
const [problem] = problems;
if (problem || !evidence)
return claim(subject, 'broken', `This replica does not answer: ${problem?.message ?? 'there was no answer in time.'}`, { next: `${problem?.hint ?? ''} ${logs}.`.trim() });
const up = evidence.targets.filter(({ state }) => state === 'up').length;
const expected = evidence.targets.filter(({ state }) => state !== 'resting').length;
return claim(subject, 'holds', `It answers by its name, and scrapes ${up} of ${(0, lib_text.U9)(expected, 'expected target')}.`);
}
function judgeVolumes({ kind, app, regions, volume }, replicas, volumes) {
const noun = kind ?? 'replica';
const claim = (0, verify_claim.y)(`${noun}s`);
const subject = 'machines and volumes';
const again = { next: 'Deploy the monitoring app again.' };
const found = replicas.map(nameOfReplica);
if (replicas.length !== regions.length)
return claim(subject, 'broken', `${(0, lib_text.U9)(replicas.length, 'machine')} for ${regions.length} ${noun}s: ${(0, lib_text.p_)(found) || 'none'}.`, again);
const [here, there] = [regions.toSorted(), replicas.map(({ region }) => region).toSorted()];
if (here.join() !== there.join())
return claim(subject, 'broken', `The ${noun}s are in ${(0, lib_text.p_)(there)}, not in ${(0, lib_text.p_)(here)}.`, again);
if (!volumes)
return claim(subject, 'not-checked', 'The volumes could not be listed at Fly.', { next: 'Verify again.' });
const named = volumes.filter(({ name }) => name === volume);
const isUsed = (one) => replicas.some((replica) => replica.volumes.includes(one.id));
const used = named.filter(isUsed);
const without = replicas.filter((replica) => !used.some(({ id }) => replica.volumes.includes(id)));
if (without.length > 0 || used.length !== regions.length)
return claim(subject, 'broken', `${(0, lib_text.U9)(used.length, 'volume')} named ${volume} ${used.length === 1 ? 'is' : 'are'} used by ${regions.length} ${noun}s${without.length > 0 ? `; without one: ${(0, lib_text.p_)(without.map(nameOfReplica))}` : ''}.`, { next: `${again.next} \`flyctl volumes list -a ${app}\` shows them.` });
const words = used.map(({ id, region }) => `${id} (${region})`);
const free = named.filter((one) => !isUsed(one)).map(({ id, region }) => `${id} (${region})`);
if (free.length > 0)
return claim(subject, 'warning', `Each ${noun} has its own volume: ${(0, lib_text.p_)(words)}. No machine uses ${(0, lib_text.p_)(free)}, which Fly charges for.`, { next: `Destroy it if its samples are not needed: \`flyctl volumes destroy ID -a ${app}\`.` });
return claim(subject, 'holds', `${regions.length} machines and exactly as many volumes, one each: ${(0, lib_text.p_)(words)}.`);
}
function judgeAgreement(differences, asked) {
if (asked < 2)
return [];
if (differences.length === 0)
return [claim('agreement', 'holds', `${asked} replicas were asked, and say the same about every claim.`)];
const groups = [...Map.groupBy(differences, ({ replica }) => replica)];
const words = groups.map(([replica, some]) => `on replica ${replica}: ${(0, lib_text.H$)(some.map(({ what }) => what), MOST_SHOWN)}`);
return [
claim('agreement', 'warning', `The replicas disagree; what does not hold ${words.join('; ')}. Grafana asks either of them, so that panels change from one request to the next.`, { next: 'Each difference is listed with its replica.' }),
];
}
const MOST_SHOWN = 3;
;
function mergeEvidence(all) {
const [{ evidence: first }] = all;
const differences = [];
const merge = (part) => mergeClaims(all, part, (what, replica) => differences.push({ what, replica }));
const targets = merge(TARGETS);
const metrics = merge(merge_METRICS);
const rules = merge(RULES);
const checks = mergeChecks(all, differences);
const cutShort = all.map(({ evidence }) => evidence.cutShort).find((one) => one !== undefined);
return {
evidence: {
...first,
targets,
metrics,
rules,
checks,
unexpected: unique(all, 'unexpected', ({ service, address }) => `${service} ${address}`),
alerts: unique(all, 'alerts', ({ name, labels }) => JSON.stringify([name, labels])),
...(cutShort && { cutShort }),
},
differences,
};
}
const TARGETS = {
of: ({ targets }) => targets,
keyOf: ({ service, address }) => `${service} ${address}`,
nameOf: ({ service, address }) => `${service} at ${address}`,
isGood: ({ state }) => state === 'up' || state === 'resting',
explain: (target, note) => ({
...target,
why: note + target.why,
...(target.reason && { reason: { ...target.reason, why: note + target.reason.why } }),
...(target.shared && { shared: { ...target.shared, why: note + target.shared.why } }),
}),
};
const merge_METRICS = {
of: ({ metrics }) => metrics,
keyOf: ({ service, name }) => `${service} ${name}`,
nameOf: ({ service, name }) => `${name} of ${service}`,
isGood: ({ state }) => state === 'present' || state === 'waiting',
};
const RULES = {
of: ({ rules }) => rules,
keyOf: ({ group, name, kind }) => `${group} ${name} ${kind}`,
nameOf: ({ name }) => `the rule ${name}`,
isGood: ({ state }) => state === 'ok',
};
function groupsOf(all, { of, keyOf }) {
const found = all.flatMap(({ replica, evidence }) => of(evidence).map((claim) => ({ replica, claim })));
return [...Map.groupBy(found, ({ claim }) => keyOf(claim)).values()];
}
function mergeClaims(all, part, differs) {
return groupsOf(all, part).flatMap((group) => {
const bad = group.find(({ claim }) => !part.isGood(claim));
const good = group.filter(({ claim }) => part.isGood(claim));
if (!bad || good.length === 0)
return group.slice(0, 1).map(({ claim }) => claim);
const name = nameOfReplica(bad.replica);
differs(part.nameOf(bad.claim), name);
const note = `On replica ${name}, not on ${good.map((one) => nameOfReplica(one.replica)).join(', ')}: `;
return [part.explain?.(bad.claim, note) ?? { ...bad.claim, why: note + bad.claim.why }];
});
}
const OF_EACH = [
...['configuration', 'reload', 'retention', 'self-scrape', 'uptime', 'storage'],
...['scrapes', 'rules', 'slo', 'remote-write', 'fly-metrics', 'delivery'],
];
const isOfEach = ({ area }) => OF_EACH.includes(area);
const CHECKS = {
of: ({ checks }) => checks.filter(isOfEach),
keyOf: ({ area, subject }) => `${area} ${subject}`,
};
function mergeChecks(all, differences) {
const [first] = all;
const own = groupsOf(all, CHECKS).flatMap((group) => {
const isSame = group.length === all.length && new Set(group.map(({ claim }) => claim.outcome)).size === 1;
const bad = group.find(({ claim }) => !isFine(claim));
const isShared = group.length === 1 && group[0]?.replica === first.replica;
if (isShared || (isSame && !bad))
return group.slice(0, 1).map(({ claim }) => claim);
if (!isSame && bad)
differences.push({
what: `${bad.claim.area} (${bad.claim.subject})`,
replica: nameOfReplica(bad.replica),
});
return group.map(({ replica, claim }) => ({
...claim,
subject: `${claim.subject} on replica ${nameOfReplica(replica)}`,
}));
});
return [...first.evidence.checks.filter((check) => !isOfEach(check)), ...own];
}
const isFine = ({ outcome }) => outcome === 'holds' || outcome === 'nothing-to-check' || outcome === 'warning';
function unique(all, key, keyOf) {
const known = new Map();
for (const { evidence } of all)
for (const one of evidence[key])
if (!known.has(keyOf(one)))
known.set(keyOf(one), one);
return [...known.values()];
}
;
async function verifyReplicas(request, tools, { wanted, replicas, readVolumes }) {
const limits = {
deadline: request.deadline,
signal: tools.signal,
log: (line) => tools.log.info(line),
};
const reading = readVolumes();
const asked = await Promise.all(replicas.map(async (replica) => ({ replica, reached: await reachReplica(replica, limits) })));
const named = asked.filter(({ reached }) => reached.kind === 'named');
const found = await Promise.all(named.map(async ({ replica }, i) => {
const own = requestOf(replica, i === 0 ? request : furtherReplica(request));
return { replica, evidence: await verify(own, { ...tools, prometheus: replica.prometheus }) };
}));
const answered = found.filter(({ evidence }) => evidence.problems.length === 0);
const [first, ...others] = answered;
const merged = first && mergeEvidence([first, ...others]);
const evidenceOf = ({ id }) => found.find(({ replica }) => replica.id === id)?.evidence;
const own = [
...asked.map(({ replica, reached }) => judgeReplica(replica, reached, evidenceOf(replica), wanted.app)),
judgeVolumes(wanted, replicas, await reading),
...judgeAgreement(merged?.differences ?? [], answered.length),
];
const evidence = merged?.evidence ?? found[0]?.evidence ?? (await verify(request, tools));
return {
...evidence,
services: serviceEvidence(request.config.services, evidence.targets),
checks: [...own, ...evidence.checks],
};
}
const requestOf = ({ id }, request) => ({
...request,
...(request.remoteWrite && { remoteWrite: request.remoteWrite.map((one) => ({ ...one, replica: id })) }),
});
const furtherReplica = (request) => ({
...request,
...{ dashboards: [], grafanaDelivery: async () => [], isNobodyNotified: false, isFurtherReplica: true },
});
;
const claims_claim = (0, verify_claim.y)('shards');
const isLive = ({ reached, isSilent }) => reached.kind === 'named' && !isSilent;
function judgeShard(one, coverage, of) {
const subject = (0, model_shards.Z4)(one.shard, of.shards);
if (!isLive(one)) {
const why = `${(0, lib_text.Iu)(subject)} ${whyNot(one)} ${lostWith(one, coverage)}`;
return claims_claim(subject, 'broken', why, { next: claims_nextFor(one, of) });
}
const { of: all, up } = coverage.own.get(one.shard) ?? { of: 0, up: 0 };
const own = all === 0
? 'No expected target belongs to it by its address.'
: `${up} of ${(0, lib_text.U9)(all, 'expected target')} that ${all === 1 ? 'belongs' : 'belong'} to it by address ${up === 1 ? 'is' : 'are'} up.`;
const name = one.machine ? `Machine ${nameOfReplica(one.machine)}` : 'It';
return claims_claim(subject, 'holds', `${name} answers by its name. ${own}`);
}
function lostWith(one, { nowhere }) {
const lost = nowhere.get(one.shard) ?? [];
if (lost.length === 0)
return 'No expected target is missing because of it.';
const what = lost.length === 1 ? 'Its target' : `Its ${lost.length} targets`;
const verb = lost.length === 1 ? 'is' : 'are';
const lack = isDown(one) ? `${verb} not scraped` : 'cannot be proven to be scraped';
return `${what} ${lack}: ${(0, lib_text.H$)(lost.map(nameOf))}.`;
}
const isDown = ({ reached: { kind }, unsent }) => kind === 'missing' || kind === 'stopped' || unsent !== undefined;
function whyNot({ shard, machine, reached, unsent }) {
const name = machine ? nameOfReplica(machine) : '';
const message = (reached.kind === 'unreached' && reached.problems[0]?.message) || 'there was no answer in time.';
if (unsent)
return `is not running: machine ${name} does not answer, and the store has no sample of it ${unsent.since === undefined ? 'from the last minutes' : `since ${new Date(unsent.since).toISOString().slice(11, 19)} UTC`} (${message.replace(/\.$/, '')}).`;
switch (reached.kind) {
case 'missing':
return `is not running: process group ${(0, model_shards.qz)(shard)} has no machine.`;
case 'stopped':
return `is not running: machine ${name} is ${machine?.state}. It was not asked, because that could start it.`;
case 'other':
return reached.answered === undefined
? `does not say which shard it is: machine ${name} runs another configuration.`
: `was asked by its name (machine ${name}), and ${reached.answered} answered.`;
case 'unreached':
return `does not answer (machine ${name}): ${message}`;
case 'named':
return `does not answer any more: machine ${name} stopped answering during the verification.`;
}
}
function claims_nextFor({ machine, reached }, { app }) {
const logs = `See \`flyctl logs -a ${app}${machine ? ` --machine ${machine.id}` : ''}\`.`;
if (reached.kind === 'missing')
return 'Deploy the monitoring app again: a deploy makes the machine.';
if (reached.kind === 'stopped')
return `Start it: \`flyctl machine start ${machine?.id} -a ${app}\`. ${logs}`;
if (reached.kind !== 'other')
return logs;
return reached.answered === undefined
? 'Deploy the monitoring app again.'
: "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.";
}
const counted = (n) => `${(0, lib_text.U9)(n, 'target')} ${n === 1 ? 'is' : 'are'}`;
const ALL_SHARDS = 'targets of all shards';
function judgeCoverage({ expected, twice, nowhere }, reached, { app, shards }) {
const live = new Set(reached.filter(isLive).map(({ shard }) => shard));
const shardsOf = (ids) => (0, lib_text.p_)(ids.map((id) => `shard ${reached.find(({ machine }) => machine?.id === id)?.shard} (${id})`));
const orphans = [...nowhere].flatMap(([shard, targets]) => live.has(shard) ? targets.map((target) => `${nameOf(target)} (${(0, model_shards.Z4)(shard, shards)})`) : []);
const doubled = twice.length > 0 &&
`${counted(twice.length)} scraped by more than one shard, so that the store gets their samples twice: ${(0, lib_text.H$)(twice.map(({ name, machines }) => `${name} by ${shardsOf(machines)}`))}.`;
const missing = orphans.length > 0 && `${counted(orphans.length)} scraped by no shard: ${(0, lib_text.H$)(orphans)}.`;
if (doubled || missing)
return [
claims_claim(ALL_SHARDS, 'broken', [doubled, missing].filter(Boolean).join(' '), {
next: doubled
? 'Deploy the monitoring app again: its machines do not share the targets as the configuration says.'
: `Compare the running configuration of the shard with the app's name and port, and look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`.`,
}),
];
if (live.size < shards)
return [];
return [
claims_claim(ALL_SHARDS, 'holds', `Each of ${(0, lib_text.U9)(expected, 'expected target')} is a target of exactly one of ${shards} shards.`),
];
}
const nameOf = ({ service, machine, address }) => machine === '' ? `${service} at ${address}` : `${service} on machine ${machine}`;
function explainWithShards(targets, { nowhere }, reached, { app, shards }) {
const live = new Set(reached.filter(isLive).map(({ shard }) => shard));
const down = new Set(reached.filter(isDown).map(({ shard }) => shard));
const explained = new Map([...nowhere].flatMap(([shard, some]) => {
const name = (0, model_shards.Z4)(shard, shards);
const but = live.has(shard)
? 'which answers, and does not have'
: `which ${down.has(shard) ? 'is not running' : 'does not answer'}; no other shard has`;
const next = live.has(shard)
? `Look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`, and deploy the monitoring app again.`
: `See what the report says about ${name}.`;
const words = (several) => several
? `By their addresses these targets belong to ${name}, ${but} them.`
: `By its address this target belongs to ${name}, ${but} it.`;
return some.map((target) => [target, { shard, next, words, several: some.length > 1 }]);
}));
return targets.map((target) => {
const found = explained.get(target);
if (!found || !target.reason)
return target;
const { shard, next, words, several } = found;
const reason = { ...target.reason, why: words(false), next, certainty: 'proven' };
const { shared: _, ...rest } = target;
return {
...rest,
...{ shard, reason, why: reason.why, certainty: reason.certainty },
...(several && { shared: { ...reason, why: words(true) } }),
};
});
}
;
const shardOf = (address, shards) => Number((0, external_node_crypto_.hash)('md5', address, 'buffer').readBigUInt64BE(8) % BigInt(shards)) + 1;
;
function coverageOf(targets, seen, config) {
const { shards } = config.monitoring;
const shardOfTarget = createShardOf(config);
const nowhere = new Map();
const own = new Map(Array.from({ length: shards }, (_, i) => [i + 1, { of: 0, up: 0 }]));
const active = targets.filter(({ state }) => state !== 'resting');
for (const target of active) {
const shard = shardOfTarget(target);
const counts = own.get(shard);
if (counts)
counts.of++;
if (counts && target.state === 'up')
counts.up++;
if (target.reason?.class !== 'not-discovered')
continue;
const known = nowhere.get(shard);
if (known)
known.push(target);
else
nowhere.set(shard, [target]);
}
return { expected: active.length, twice: sharedTargets(seen), nowhere, own };
}
function sharedTargets(seen) {
const machines = new Map();
for (const [id, targets] of seen)
for (const { labels, scrapePool, scrapeUrl } of targets) {
const job = labels.job ?? scrapePool;
if (job === model_prometheus.gu)
continue;
const key = `${job} at ${(0, targets_address.L)(scrapeUrl)}`;
const known = machines.get(key);
if (known)
known.add(id);
else
machines.set(key, new Set([id]));
}
return [...machines].flatMap(([name, ids]) => (ids.size > 1 ? [{ name, machines: [...ids] }] : []));
}
function createShardOf({ services, monitoring: { shards } }) {
const spelling = spellings(services);
return ({ address }) => shardOf(spelling.get(address) ?? address, shards);
}
function spellings(services) {
const addresses = services.flatMap((service) => ((0, config_services.dC)(service) ? [] : service.addresses));
return new Map(addresses.map((address) => {
const end = address.lastIndexOf(':');
return [(0, targets_address.Q)(address.slice(0, end), Number(address.slice(end + 1))), address];
}));
}
;
const OF_EACH_SHARD = [
...['configuration', 'reload', 'uptime', 'remote-write'],
];
const STORE_MS = 1_000;
async function checkShard({ shard, prometheus }, request, { limits, samples, ended, }) {
const { config, shippedConfig, remoteWrite = [] } = request;
const { scrape_interval } = config.monitoring;
const intervalMs = (0, duration.E)((0, scrape_options.EV)(config)) ?? 15_000;
const [began, localStart] = [Date.now(), performance.now()];
const verifyStart = await prometheus.now().catch(unlessBug(began));
const servers = createServerWatch(prometheus, verifyStart, intervalMs);
await servers.look(0);
const calmly = { ...limits, everyMs: STORE_MS, log: undefined };
const counters = { prometheus: sharedExposition(prometheus), limits: calmly };
const writing = remoteWrite.map((target) => createRemoteWriteWatch({ ...target, shard, scrapeIntervalMs: intervalMs }, verifyStart, counters));
await Promise.all([...writing.map((target) => target.watch()), ended.catch(() => undefined)]);
const elapsed = performance.now() - localStart;
await servers.confirm(elapsed);
const [written, server, past] = await Promise.all([
Promise.all(writing.map((target) => target.conclude())),
checkServer({ shippedConfig, retention: undefined, verifyStart }, prometheus, limits),
readPast(samples, scrape_interval, shard),
]);
const now = verifyStart + elapsed;
const uptime = judgeUptime({
...{ past, seen: servers.seen(), began: verifyStart, verifyStart, now },
intervalMs: (0, duration.E)(scrape_interval) ?? 15_000,
});
return { shard, checks: [...server, uptime, ...written] };
}
const unlessBug = (instead) => (error) => {
if (error instanceof errors.lZ)
return instead;
throw error;
};
const own_checks_isFine = ({ outcome }) => outcome === 'holds' || outcome === 'nothing-to-check';
function mergeOwnChecks(all, shards) {
const found = all.flatMap(({ shard, checks }) => checks.map((check) => ({ shard, check })));
const groups = Map.groupBy(found, ({ check }) => `${check.area} ${check.subject}`);
return [...groups.values()].flatMap((group) => {
const bad = group.filter(({ check }) => !own_checks_isFine(check));
const good = group.filter(({ check }) => own_checks_isFine(check));
const named = bad.map(({ shard, check }) => ({
...check,
subject: `${check.subject} on ${(0, model_shards.Z4)(shard, shards)}`,
}));
return [...named, ...summarised(good, shards)];
});
}
function summarised([first, ...others], shards) {
if (!first)
return [];
const of = others.length + 1 === shards ? `each of ${shards} shards` : `${others.length + 1} of ${shards} shards`;
const why = `Holds for ${of}. ${(0, lib_text.Iu)((0, model_shards.Z4)(first.shard, shards))}: ${first.check.why}`;
return [{ ...first.check, why: first.check.outcome === 'holds' ? why : first.check.why }];
}
;
function shardNamedIn(yaml) {
const config = (0, yaml_value.h)(yaml);
const own = (0, json_value.Qv)((0, json_value.OW)(config) ? config.scrape_configs : []).find(({ job_name }) => job_name === model_prometheus.gu);
const [targets] = (0, json_value.Qv)(own?.static_configs);
const shard = (0, json_value.OW)(targets?.labels) ? targets.labels[model_shards.Yk] : undefined;
return shard === undefined ? undefined : `shard ${shard}`;
}
;
function unionOf(shards) {
let last = new Map();
const all = (ask) => answersOf(shards, ask);
return {
prometheus: {
...shards[0].prometheus,
async targets() {
last = await all((one) => one.targets());
return [...last.values()].flat();
},
exposition: async () => [...(await all((one) => one.exposition())).values()].join('\n'),
},
targets: () => last,
};
}
async function answersOf(shards, ask) {
const found = new Map();
let failed;
await Promise.all(shards.map(async ({ id, prometheus }) => {
try {
found.set(id, await ask(prometheus));
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
failed ??= error;
}
}));
if (found.size === 0 && failed)
throw failed;
return found;
}
;
async function verifyShards(request, tools, { app, regions, volume, machines, shippedConfig, readVolumes, view }) {
const limits = {
deadline: request.deadline,
signal: tools.signal,
log: (line) => tools.log.info(line),
};
const of = { app, shards: regions.length };
const volumesRead = readVolumes();
const asked = await askAll(machines, of.shards, limits);
const [first, ...others] = asked.flatMap((one) => (one.reached.kind === 'named' ? askedShard(one) : []));
const volumesClaim = async () => judgeVolumes({ kind: 'shard', app, regions, volume }, machines, await volumesRead);
if (!first) {
const evidence = await verify(request, tools);
const nothing = coverageOf(evidence.targets, new Map(), request.config);
return withClaims(evidence, [...asked.map((one) => judgeShard(one, nothing, of)), await volumesClaim()]);
}
const union = unionOf([first, ...others]);
const { shippedConfig: _, remoteWrite = [], ...shared } = request;
const { prometheus, ...reading } = await view(union.prometheus);
const main = verify({ ...shared, ...reading, shard: first.shard, isUnscraped: unscraped(asked, request) }, { ...tools, prometheus });
const [evidence, ...own] = await Promise.all([
main,
...[first, ...others].map((one) => {
const shipped = shippedConfig(one.shard);
const itself = { ...shared, remoteWrite, ...(shipped !== undefined && { shippedConfig: shipped }) };
return checkShard(one, itself, { limits, samples: prometheus, ended: main });
}),
]);
const coverage = coverageOf(evidence.targets, union.targets(), request.config);
const mark = Date.parse(evidence.mark ?? '') - ((0, duration.E)((0, scrape_options.EV)(request.config)) ?? 0);
const reached = await askedLast(asked, union, (shard) => unsentSince(shard, prometheus, mark));
return withClaims({ ...evidence, targets: explainWithShards(evidence.targets, coverage, reached, of) }, [
...reached.map((one) => judgeShard(one, coverage, of)),
await volumesClaim(),
...judgeCoverage(coverage, reached, of),
...mergeOwnChecks(own, of.shards),
]);
}
const askedLast = (asked, union, unsent) => Promise.all(asked.map(async (one) => {
const isSilent = one.reached.kind === 'named' && !union.targets().has(one.machine?.id ?? '');
if (!isSilent && one.reached.kind !== 'unreached')
return one;
return { ...one, isSilent, ...(await unsent(one.shard)) };
}));
async function unsentSince(shard, samples, before) {
const own = `${model_prometheus.pd}{job="${model_prometheus.gu}",${model_shards.Yk}="${shard}"}`;
const answer = await samples.query(`max(timestamp(${own}))`).catch(errors.JY);
const since = answer && (0, read_back.w)(answer);
return answer && !((since ?? 0) >= before || Number.isNaN(before)) ? { unsent: { since } } : {};
}
function unscraped(asked, { config }) {
const running = new Set(asked.flatMap((one) => (isLive(one) ? [one.shard] : [])));
const shardOfTarget = createShardOf(config);
return (target) => !running.has(shardOfTarget(target));
}
async function askAll(machines, shards, limits) {
const byShard = Map.groupBy(machines, ({ group }) => (0, model_shards.nz)(group));
const wanted = Array.from({ length: shards }, (_, i) => i + 1);
const all = wanted.flatMap((shard) => {
const own = byShard.get(shard) ?? [];
return own.length === 0 ? [{ shard, machine: undefined }] : own.map((machine) => ({ shard, machine }));
});
return Promise.all(all.map(async ({ shard, machine }) => ({
...{ shard, machine, isSilent: false },
reached: machine
? await reachReplica(machine, limits, { is: `shard ${shard}`, read: shardNamedIn })
: { kind: 'missing' },
})));
}
const askedShard = ({ shard, machine }) => machine ? [{ id: machine.id, shard, prometheus: machine.prometheus }] : [];
const withClaims = (evidence, own) => ({
...evidence,
checks: [...own, ...evidence.checks.filter(({ area }) => !OF_EACH_SHARD.includes(area))],
});
var delivery = __webpack_require__(15868);
var index_es = __webpack_require__(86828);
var syntax = __webpack_require__(75124);
;
function selectorsThatKeep(label, query) {
const top = (0, syntax.Y_)(index_es.K3D.parse(query).topNode)[0];
return new Set(top ? keeping(top, { label, query }) : []);
}
function keeping(node, asked) {
switch (node.name) {
case 'VectorSelector':
case 'MatrixSelector':
return [node.from];
case 'AggregateExpr':
return aggregated(node, asked);
case 'FunctionCall':
return called(node, asked);
case 'BinaryExpr':
return result_labels_combined(node, asked);
default:
return inside(node, asked);
}
}
const inside = (node, asked) => (0, syntax.Y_)(node).flatMap((child) => keeping(child, asked));
const CHOOSING = /^(?:topk|bottomk|limitk|limit_ratio)$/i;
function aggregated(node, asked) {
const parts = (0, syntax.Y_)(node);
const op = parts.find(({ name }) => name === 'AggregateOp');
const [kind, names] = (0, syntax.Y_)(parts.find(({ name }) => name === 'AggregateModifier') ?? node);
const isKept = CHOOSING.test(op ? result_labels_textOf(op, asked) : '') ||
(kind?.name === 'Without' ? !lists(names, asked) : kind?.name === 'By' && lists(names, asked));
const body = parts.find(({ name }) => name === 'FunctionCallBody');
return isKept && body ? inside(body, asked) : [];
}
function called(node, asked) {
const [identifier, body] = (0, syntax.Y_)(node);
const name = identifier ? result_labels_textOf(identifier, asked) : '';
if (!body || name === 'scalar' || name === 'vector')
return [];
const isWritten = /^label_(?:replace|join)$/.test(name) &&
(0, syntax.Y_)(body)[1] !== undefined &&
unquoted(result_labels_textOf((0, syntax.Y_)(body)[1], asked)) === asked.label;
return isWritten ? [] : inside(body, asked);
}
const unquoted = (text) => text.slice(1, -1);
function result_labels_combined(node, asked) {
const parts = (0, syntax.Y_)(node);
const [left, op] = parts;
const right = parts.at(-1);
if (!left || !op || !right)
return [];
const ofLeft = () => keeping(left, asked);
const ofRight = () => keeping(right, asked);
if (op.name === 'And' || op.name === 'Unless')
return ofLeft();
const clause = parts.find(({ name }) => name === 'MatchingModifierClause');
if (op.name === 'Or' || !clause)
return [...ofLeft(), ...ofRight()];
const words = (0, syntax.Y_)(clause);
const by = words.find(({ name }) => name === 'GroupingLabels');
const many = words.findIndex(({ name }) => name === 'GroupLeft' || name === 'GroupRight');
if (many === -1) {
const isMatched = lists(by, asked) === (words[0]?.name === 'On');
return isMatched ? [...ofLeft(), ...ofRight()] : [];
}
const isLeft = words[many]?.name === 'GroupLeft';
return lists(words[many + 1], asked) === isLeft ? ofRight() : ofLeft();
}
const result_labels_textOf = ({ from, to }, { query }) => query.slice(from, to);
const lists = (names, asked) => names !== undefined &&
(0, syntax.Y_)(names).some((name) => result_labels_textOf(name, asked).replace(/^["'`]|["'`]$/g, '') === asked.label);
;
function serviceLabelsOf(expr, services) {
const { ok, selectors } = (0, parse.v)(expr);
const [withService, withApp] = ['service', 'app'].map((label) => ok ? selectorsThatKeep(label, expr) : new Set());
const found = new Map();
for (const selector of selectors) {
if (!withService?.has(selector.from) || !isKept(selector, 'service'))
continue;
const hasApp = withApp?.has(selector.from) === true && isKept(selector, 'app');
for (const { service, app } of services.filter((one) => isSelected(selector, one)))
found.set(service, { service, ...(hasApp && { app }) });
}
return found.size === 0 ? [{}] : [...found.values()];
}
const isKept = ({ within, matchers }, label) => !within.some(({ name }) => name.startsWith('absent')) ||
matchers.some((one) => one.label === label && one.op === '=');
const isSelected = ({ matchers }, labels) => matchers.every((matcher) => (matcher.label !== 'service' && matcher.label !== 'app') || (0, patterns.c)(matcher, labels[matcher.label]));
var delivery_claim = __webpack_require__(84481);
;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
...['august', 'september', 'october', 'november', 'december'],
];
const isMutedNow = (intervals, now) => intervals.some((interval) => contains(interval, now));
function contains(interval, now) {
if (!(0, json_value.OW)(interval))
return false;
const at = partsOf(now, (0, json_value.tB)(interval.location) || 'UTC');
if (!at)
return false;
const holds = (ranges, value, names = [], first = 0) => {
const list = Array.isArray(ranges) ? ranges : [];
return (list.length === 0 ||
list.some((range) => inRange(String(range), value, { names, first, days: at.days })));
};
const times = (0, json_value.Qv)(interval.times);
return ((times.length === 0 ||
times.some((time) => inTime((0, json_value.tB)(time.start_time), (0, json_value.tB)(time.end_time), at.minutes))) &&
holds(interval.weekdays, at.weekday, DAYS) &&
holds(interval.days_of_month, at.day) &&
holds(interval.months, at.month, MONTHS, 1) &&
holds(interval.years, at.year));
}
function partsOf(now, timeZone) {
try {
const local = new Date(now.toLocaleString('en-US', { timeZone }));
const [year, month] = [local.getFullYear(), local.getMonth() + 1];
return {
...{ year, month, day: local.getDate(), weekday: local.getDay() },
minutes: local.getHours() * 60 + local.getMinutes(),
days: new Date(year, month, 0).getDate(),
};
}
catch {
return undefined;
}
}
function inRange(range, value, { names, first, days }) {
const number = (text) => {
const named = names.indexOf(text.trim().toLowerCase());
const n = named === -1 ? Number(text) : named + first;
return n < 0 ? days + 1 + n : n;
};
const [from = '', to = from] = range.split(':');
return value >= number(from) && value <= number(to);
}
function inTime(start, end, minutes) {
const of = (text) => {
const [hours = 0, rest = 0] = text.split(':').map(Number);
return hours * 60 + rest;
};
return minutes >= of(start) && minutes < of(end);
}
var routing_tree = __webpack_require__(62924);
;
function judgeGrafanaDelivery(alerts, state, { wanted, now }) {
const { policies, integrations } = state;
if (alerts.length === 0)
return [];
if (state.isExternalOnly)
return [EXTERNAL_ONLY];
if (!policies || !integrations)
return [
(0, delivery_claim.n)('Grafana', 'not-checked', 'The notification policies or the contact points could not be read.', { next: 'Give the token the role Editor or Admin.' }),
];
if (isUnconfigured(policies, integrations, wanted))
return [NO_CONTACT_POINT];
const problems = new Map();
const paused = alerts.filter(({ isPaused }) => isPaused);
const evaluated = alerts.filter(({ isPaused }) => !isPaused);
for (const alert of evaluated)
for (const { why, next } of obstaclesOf(alert, state, { wanted, now })) {
const known = problems.get(why) ?? { alerts: [], next };
known.alerts.push(alert);
problems.set(why, known);
}
const broken = [...problems].map(([why, { alerts: about, next }]) => (0, delivery_claim.n)('Grafana', 'broken', `${why} (${grafana_namesOf(about, alerts)})`, { next }));
const warned = paused.length > 0 ? [pausedRules(paused, alerts)] : [];
return broken.length > 0 || evaluated.length === 0
? [...broken, ...warned]
: [
(0, delivery_claim.n)('Grafana', 'holds', `${(0, lib_text.U9)(new Set(evaluated.map(({ title }) => title)).size, 'alert rule')}: each one ends at a contact point with an integration, and nothing mutes it.`),
...warned,
];
}
const EXTERNAL_ONLY = (0, delivery_claim.n)('Grafana', 'broken', 'Grafana sends alerts to external Alertmanagers only: no contact point gets them.', {
next: 'Let Grafana send them to its own Alertmanager, too (Alerting, Settings), or use `alerts.notify` instead of Grafana (with `engine: server`).',
});
const pausedRules = (paused, alerts) => (0, delivery_claim.n)('paused rules', 'warning', `Rules are paused in Grafana, so they never fire (${grafana_namesOf(paused, alerts)}).`, { next: 'Resume them in Grafana (Alerting, Alert rules), if they are still needed.' });
function grafana_namesOf(about, all) {
const rules = [...Map.groupBy(about, ({ title }) => title)];
const names = rules.map(([title, some]) => {
const isWhole = some.length === all.filter((one) => one.title === title).length;
return isWhole ? title : `${title} of ${(0, lib_text.p_)(some.flatMap(({ labels }) => labels.service ?? []))}`;
});
return `${(0, lib_text.U9)(rules.length, 'rule')}: ${(0, lib_text.H$)(names)}`;
}
const NO_CONTACT_POINT = (0, delivery_claim.n)(evidence.G, 'warning', 'No one is notified of alerts: they fire in Grafana, and the default policy leads to a contact point without an integration.', {
next: 'Create a contact point in Grafana (Alerting, Contact points) and name it in `alerts.receiver`, or use `alerts.notify` (with `engine: server`).',
});
const isUnconfigured = (policies, integrations, wanted) => wanted === undefined &&
(0, json_value.Qv)(policies.routes).length === 0 &&
(integrations.get((0, json_value.tB)(policies.receiver)) ?? 0) === 0;
const AT_ALL_TIMES = { receiver: '', mutedBy: [], activeIn: [] };
function obstaclesOf(alert, { policies, integrations, errors, silences, muteTimings }, { wanted, now }) {
const ends = destinationsOf(alert, policies ?? {});
const silence = silences.find(({ matchers }) => matchers.every((matcher) => matches(matcher, alert.labels)));
const found = silence
? [
{
why: `A silence mutes alerts until ${silence.until}`,
next: 'Wait until it ends, or expire it in Grafana (Alerting, Silences).',
},
]
: [];
for (const { receiver, mutedBy, activeIn } of ends) {
const muting = mutedBy.find((name) => isMutedNow(muteTimings.get(name) ?? [], now));
if (muting !== undefined)
found.push({
why: `The mute timing "${muting}" mutes alerts for the contact point "${receiver}" now`,
next: 'Wait until it ends, or change the notification policy.',
});
if (activeIn.length > 0 && activeIn.every((name) => isInactive(muteTimings.get(name), now)))
found.push({
why: `The notification policy for the contact point "${receiver}" is active only in "${activeIn.join('", "')}", which is not now`,
next: 'Wait until it begins, or change the notification policy.',
});
if ((integrations?.get(receiver) ?? 0) === 0)
found.push({
why: `Alerts end at the contact point "${receiver}", which has no integration: no one is notified`,
next: 'Add an integration to it in Grafana (Alerting, Contact points), or name another one in `alerts.receiver`.',
});
const error = errors.get(receiver);
if (error !== undefined)
found.push({
why: `The contact point "${receiver}" did not accept the last message: ${error}`,
next: 'Correct its address or key in Grafana, and send a test from there.',
});
}
if (wanted !== undefined && !ends.some(({ receiver }) => receiver === wanted))
found.push({
why: `The notification policies send alerts to "${ends.map(({ receiver }) => receiver).join('", "')}", not to "${wanted}"`,
next: `Create a notification policy that leads to "${wanted}", or use Grafana 11 or newer, which reads the contact point of a rule.`,
});
return found;
}
const destinationsOf = ({ receiver, labels }, policies) => receiver === undefined
? (0, routing_tree.o)(policies, AT_ALL_TIMES, {
read: destinationOf,
matches: (node) => matchersOf(node).every((matcher) => matches(matcher, labels)),
})
: [{ ...AT_ALL_TIMES, receiver }];
const destinationOf = (node, inherited) => ({
receiver: (0, json_value.tB)(node.receiver) || inherited.receiver,
mutedBy: textsIn(node.mute_time_intervals),
activeIn: textsIn(node.active_time_intervals),
});
const isInactive = (intervals, now) => intervals !== undefined && !isMutedNow(intervals, now);
const textsIn = (value) => Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
function matchersOf({ object_matchers, match, match_re }) {
const triples = (Array.isArray(object_matchers) ? object_matchers : []).filter(Array.isArray);
const maps = (map, isRegex) => Object.entries((0, json_value.OW)(map) ? map : {}).map(([name, value]) => ({
...{ name, value: String(value), isRegex, isEqual: true },
}));
return [
...triples.map(([name, operator, value]) => ({
name: String(name),
value: String(value),
isRegex: /~$/.test(String(operator)),
isEqual: !/^!/.test(String(operator)),
})),
...maps(match, false),
...maps(match_re, true),
];
}
function matches({ name, value, isRegex, isEqual }, labels) {
const given = labels[name] ?? '';
return (isRegex ? matchesRegex(value, given) : given === value) === isEqual;
}
function matchesRegex(source, text) {
if (source.length > 200 || /\([^)]*[+*]\)[+*{]/.test(source))
return false;
try {
return new RegExp(`^(?:${source})$`, 's').test(text.slice(0, 200));
}
catch {
return false;
}
}
;
function grafanaDeliveryOf({ desired: { grafana: desired }, inputs, project, pool, signal, }) {
if (!desired || !inputs.grafana || desired.ruleGroups.length === 0)
return undefined;
const client = (0, grafana_client.r)({ ...inputs.grafana, pool, signal });
return async () => {
const [state, stored] = await Promise.all([readNotifications(client), storedRules(client, desired)]);
const { receiver: wanted } = project.config.alerts;
const alerts = alertsIn(desired, stored, servicesOf(project.config));
return judgeGrafanaDelivery(alerts, state, { wanted, now: new Date() });
};
}
const servicesOf = ({ services, monitoring }) => [
...services.map((service) => ({ service: service.name, app: (0, config_services.RX)(service) })),
{ service: model_prometheus.gu, app: monitoring.app },
];
const alertsIn = ({ ruleGroups, folder }, stored, services) => ruleGroups
.flatMap(({ rules }) => rules)
.filter(({ labels }) => labels.severity !== 'none')
.flatMap(({ uid, title, labels, receiver, data }) => serviceLabelsOf(String(data[0]?.model.expr ?? ''), services).map((ofQuery) => ({
title,
labels: { ...ofQuery, ...labels, alertname: title, grafana_folder: folder.title },
receiver: stored.keepContactPoints ? receiver : undefined,
isPaused: stored.paused.has(uid),
})));
async function storedRules(client, { ruleGroups, folder }) {
const groups = await Promise.all(ruleGroups.map(({ title }) => (0, attempt.C)(() => client.ruleGroup(folder.uid, title))));
const rules = groups.flatMap((group) => (group.ok && group.value ? group.value.rules : []));
return {
keepContactPoints: rules.length === 0 || rules.some((rule) => 'notification_settings' in rule),
paused: new Set(rules.filter(({ isPaused }) => isPaused === true).map(({ uid }) => uid)),
};
}
async function readNotifications(client) {
const [policies, points, states, silences, timings, externalOnly] = await Promise.all([
(0, attempt.C)(() => client.policyTree()),
(0, attempt.C)(() => client.contactPoints()),
(0, attempt.C)(() => client.receiverStates()),
(0, attempt.C)(() => client.silences()),
(0, attempt.C)(() => client.muteTimings()),
(0, attempt.C)(() => client.isExternalOnly()),
]);
return {
policies: policies.ok ? policies.value : undefined,
integrations: points.ok
? countIntegrations(points.value, states.ok ? states.value : undefined)
: undefined,
errors: new Map((states.ok ? states.value : []).flatMap(({ name, integrations }) => {
const failed = integrations?.map((one) => one.lastNotifyAttemptError).find((error) => error);
return failed ? [[name, failed]] : [];
})),
silences: (silences.ok ? silences.value : [])
.filter(({ status }) => status.state === 'active')
.map(({ endsAt, matchers }) => ({ until: endsAt, matchers })),
muteTimings: new Map((timings.ok ? timings.value : []).map(({ name, time_intervals }) => [name, time_intervals])),
isExternalOnly: externalOnly.ok && externalOnly.value,
};
}
function countIntegrations(points, states) {
const isReal = ({ settings }) => !JSON.stringify(settings).includes(PLACEHOLDER);
const counts = new Map([...Map.groupBy(points, ({ name }) => name)].map(([name, all]) => [name, all.filter(isReal).length]));
for (const { name, integrations } of states ?? [])
if ((integrations ?? []).length === 0 || !counts.has(name))
counts.set(name, integrations?.length ?? 0);
return counts;
}
const PLACEHOLDER = '<example@email.com>';
;
const EMPTY = '\0';
async function probeRemoteWrite(server) {
const { url, credentials, pool, signal } = server;
try {
const { status } = await (0, http.cv)(pool, {
url,
method: 'POST',
headers: {
'content-type': 'application/x-protobuf',
'content-encoding': 'snappy',
'x-prometheus-remote-write-version': '0.1.0',
...(credentials && { authorization: (0, http.tB)(credentials.user, credentials.password) }),
},
body: EMPTY,
...(signal && { signal }),
});
return status;
}
catch {
return undefined;
}
}
var query_url = __webpack_require__(57131);
var remote_write = __webpack_require__(88679);
;
function remoteWriteTargets(session) {
const { inputs, project, scrapes } = session;
const { remoteWrite: input } = inputs;
const { remote_write: others } = project.config;
const own = input ? [{ ...targetOf(session, inputServer(input)), others: others.map(remote_write.je) }] : [];
const named = others.map((target) => {
const key = scrapes.get(target.password_env ?? '');
const batchMs = (0, duration.E)(target.queue_config?.batch_send_deadline ?? '');
return {
...targetOf(session, {
url: target.url,
queryUrl: (0, query_url.D)(target),
user: target.user,
key,
}),
name: (0, remote_write.je)(target),
...(batchMs !== undefined && { batchMs }),
};
});
return [...own, ...named];
}
const inputServer = ({ url, user, key }) => ({ url, queryUrl: (0, query_url.A)(url), user, key });
function targetOf({ project, pool, signal }, { url, queryUrl: readUrl, user, key }) {
const credentials = user === undefined || key === undefined ? undefined : { user, password: key };
return {
url,
monitor: project.config.monitoring.app,
...(readUrl !== undefined && { readBack: (0, client.h)({ url: readUrl, credentials, pool, signal }) }),
probe: () => probeRemoteWrite({ url, credentials, pool, signal }),
};
}
var run_replicas = __webpack_require__(34696);
var service_machine = __webpack_require__(15065);
var run_store = __webpack_require__(63295);
;
async function verifyDeployment(session, deployed, more) {
const { project, desired, fly, pool, prometheus, flyMetrics } = session;
const shared = sharedRequest(session, deployed, more);
if (flyMetrics) {
return verifyOnFly({ ...shared, grafanaAlerts: alertsInGrafana(desired) }, { fly: flyMetrics, pool, log: fly.log, signal: session.cancel });
}
const isOurs = session.inputs.mode === 'deploy' || shippedBy(desired.monitoring.digest, deployed.apps[0]);
const text = (name) => isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined;
const request = {
...shared,
readReleases: () => releasesOf(session),
prometheusUrl: session.prometheusUrl,
...optional('shippedConfig', text((0, desired_prometheus.Ze)().name)),
...(isOurs && { shippedRules: desired.monitoring.files.filter(monitoring_app.n$).map((file) => file.content) }),
remoteWrite: remoteWriteTargets(session),
...optional('delivery', (0, delivery.A)(session, isOurs)),
...(session.store && {
store: askedStore(session.store),
grafanaAlerts: alertsInGrafana(desired),
}),
};
const tools = { prometheus, pool, log: fly.log, signal: session.cancel };
const machines = deployed.apps[0]?.machines ?? [];
if ((0, shards.g)(project.config.monitoring) && !request.atRest) {
return verifyShards(request, tools, {
...(0, run_replicas.$b)(session, machines),
shippedConfig: (shard) => text((0, desired_prometheus.Ze)(shard).name),
view: (agent) => verify_deployment_viewOf(session, agent, deployed.dataSource),
});
}
const replicas = (0, run_replicas.N4)(session, machines);
if (!replicas || request.atRest)
return verify(request, tools);
return verifyReplicas(request, tools, replicas);
}
const askedStore = ({ name, view: { settle, lost } }) => ({
name,
settle,
lost,
});
function sharedRequest(session, deployed, more) {
const { project, desired, fly } = session;
return {
config: project.config,
machines: verify_deployment_machinesOf(deployed.apps),
refreshMachines: () => machinesNow(session),
deadline: new Date(fly.until),
dashboards: dashboardsOf(session, deployed.dataSource),
...more,
...optional('dashboardSource', deployed.dataSource && throughGrafana(session, deployed.dataSource)),
...optional('readLibraryPanel', libraryPanels(session)),
...optional('grafanaDelivery', grafanaDeliveryOf(session)),
isNobodyNotified: !project.config.alerts.notify && !desired.grafana,
};
}
const alertsInGrafana = ({ grafana }) => (grafana?.ruleGroups ?? []).flatMap(({ title: group, rules }) => rules.map(({ title: name, data }) => ({ group, name, expr: String(data[0]?.model.expr ?? '') })));
async function verify_deployment_viewOf(session, agent, dataSource) {
const store = await (0, run_store.C)(agent, session);
return {
prometheus: store?.view ?? agent,
...(store && { store: askedStore(store) }),
...optional('dashboardSource', dataSource && throughGrafana({ ...session, store }, dataSource)),
};
}
const shippedBy = (digest, monitoring) => monitoring?.machines.some(({ env }) => env[state.Wl.digest] === digest) ?? false;
const verify_deployment_machinesOf = (apps) => new Map(apps.map(({ app, machines }) => [app, machines.map(service_machine.e)]));
async function machinesNow({ project, fly }) {
const apps = [...new Set(project.config.services.filter(config_services.dC).map(({ app }) => app))];
const lists = apps.map(async (app) => [app, (await (0, commands.bO)(fly.flyctl, app)).map(service_machine.e)]);
return new Map(await Promise.all(lists));
}
async function releasesOf({ desired, fly }) {
const releases = await (0, attempt.C)(() => (0, commands.tH)(fly.flyctl, desired.monitoring.app));
return releases.ok ? releases.value.map(({ createdAt }) => createdAt.getTime()) : [];
}
function dashboardsOf({ project, desired }, uid) {
const { app } = project.config.monitoring;
const asked = desired.grafana?.dataSource;
const own = asked && ('existing' in asked ? (asked.own ?? { uid: asked.existing, name: asked.existing }) : asked);
const home = { deployment: app, dataSource: { uid: uid ?? own?.uid ?? app, name: own?.name ?? app } };
return (desired.grafana?.dashboards ?? (0, shipped.OW)(project)).flatMap((file) => {
const normal = (0, grafana_dashboard.L)(file, home);
if (normal.kind !== 'dashboard')
return [];
const { dashboard } = normal;
return [dashboard.apiVersions ? { ...dashboard, json: (0, dashboard_v2.U)(dashboard.json) } : dashboard];
});
}
const libraryPanels = ({ inputs, pool, signal }) => inputs.grafana && (0, grafana_client.r)({ ...inputs.grafana, pool, signal }).libraryPanel;
function throughGrafana({ inputs, pool, signal, store }, uid) {
if (!inputs.grafana)
return undefined;
const source = createDataSourceProxy({ ...inputs.grafana, pool, signal }, uid, store && 'store');
return store ? store.view.limited(source) : source;
}
function optional(key, value) {
return (value === undefined || value === '' ? {} : { [key]: value });
}
;
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
if (value !== null && value !== void 0) {
if (typeof value !== "object" && typeof value !== "function")
throw new TypeError("Object expected.");
var dispose, inner;
if (async) {
if (!Symbol.asyncDispose)
throw new TypeError("Symbol.asyncDispose is not defined.");
dispose = value[Symbol.asyncDispose];
}
if (dispose === void 0) {
if (!Symbol.dispose)
throw new TypeError("Symbol.dispose is not defined.");
dispose = value[Symbol.dispose];
if (async)
inner = dispose;
}
if (typeof dispose !== "function")
throw new TypeError("Object not disposable.");
if (inner)
dispose = function () { try {
inner.call(this);
}
catch (e) {
return Promise.reject(e);
} };
env.stack.push({ value: value, dispose: dispose, async: async });
}
else if (async) {
env.stack.push({ async: true });
}
return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
return function (env) {
function fail(e) {
env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
env.hasError = true;
}
var r, s = 0;
function next() {
while (r = env.stack.pop()) {
try {
if (!r.async && s === 1)
return s = 0, env.stack.push(r), Promise.resolve().then(next);
if (r.dispose) {
var result = r.dispose.call(r.value);
if (r.async)
return s |= 2, Promise.resolve(result).then(next, function (e) { fail(e); return next(); });
}
else
s |= 1;
}
catch (e) {
fail(e);
}
}
if (s === 1)
return env.hasError ? Promise.reject(env.error) : Promise.resolve();
if (env.hasError)
throw env.error;
}
return next();
};
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
var e = new Error(message);
return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
const verifyMode = async (inputs, report, context) => {
const env_1 = { stack: [], error: void 0, hasError: false };
try {
const session = __addDisposableResource(env_1, await (0, run_session.fA)(inputs, report, context), true);
const found = await report.timed('look', () => (0, observe.W)(session), (0, run_session.B_)(session));
if ((0, apply.WN)(found))
return;
const machine = session.flyMetrics
? {}
: await checkPrometheusMachine(session, found.apps[0]?.machines ?? []);
if (machine === 'failed')
return;
await report.timed('verify', () => verifyAndRecord(session, found, machine));
}
catch (e_1) {
env_1.error = e_1;
env_1.hasError = true;
}
finally {
const result_1 = __disposeResources(env_1);
if (result_1)
await result_1;
}
};
async function verifyAndRecord(session, deployed, more = {}) {
await session.tunnel?.open();
const found = await verifyDeployment(session, deployed, more);
const evidence = session.charts ? await withCharts(found, session) : found;
session.report.evidence = evidence;
session.report.problems.push(...evidence.problems);
}
async function withCharts(found, { prometheus, flyMetrics, signal }) {
if (signal.aborted)
return found;
return addSamples(found, flyMetrics ?? prometheus);
}
const verify_PATIENCE_MS = 10_000;
async function pingVerifyHeartbeat(url, report, { env, log }) {
const isProven = report.verdict.kind === 'proven';
try {
const { status, text } = await (0, http.cv)((0, http.b)(env), {
url: isProven ? url : failUrl(url),
method: 'POST',
body: (0, headline.Pl)(report),
headers: { 'content-type': 'text/plain; charset=utf-8' },
timeoutMs: verify_PATIENCE_MS / 2,
patienceMs: verify_PATIENCE_MS,
retries: 2,
maxBytes: 100_000,
});
if (status < 200 || status > 299 || (0, answers.l)('heartbeat', text))
return [verify_refused(`it answers ${status}${text.trim() === '' ? '' : ` (${(0, lib_text.Jj)((0, lib_text.TN)(text), 200)})`}`)];
log.info(`The heartbeat of verify accepted the result: ${isProven ? 'success' : 'fail'}.`);
return [];
}
catch (error) {
return [verify_refused((0, lib_text.Jj)((0, lib_text.TN)((0, errors.bD)(error)), 300))];
}
}
function failUrl(url) {
const failed = new URL(url);
failed.pathname = `${(0, lib_text.Tv)(failed.pathname)}/fail`;
return failed.href;
}
const verify_refused = (why) => ({
code: 'heartbeat-refused',
severity: 'warning',
message: `The heartbeat of verify did not accept the result: ${why}.`,
hint: 'Check VERIFY_HEARTBEAT_URL: the ping URL of the check, without /fail. Until then, no one notices when this schedule stops.',
});
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
}),
41061: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (readBack),
w: () => (newestArrival)
});
var __import_0__ = __webpack_require__(90303);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(10980);
var __import_3__ = __webpack_require__(61457);
const arrivalQuery = (of) => `max(timestamp(${__import_2__.pd}{${selectorOf(of)}}))`;
const rawArrivalQuery = (of) => `${__import_2__.pd}{${selectorOf({ job: __import_2__.gu, ...of })}}[5m]`;
function selectorOf({ monitor, replica, shard, job }) {
const labels = {
monitor,
[__import_2__.Cb]: replica,
[__import_3__.Yk]: shard,
job: shard === undefined ? job : __import_2__.gu,
};
return Object.entries(labels)
.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${(0, __import_0__.ZD)(String(value))}`]))
.join();
}
function newestArrival({ result }) {
if (result.resultType === 'vector') {
const value = result.result[0]?.value?.[1];
return value === undefined ? undefined : Number(value) * 1000;
}
if (result.resultType !== 'matrix')
return undefined;
const times = result.result.flatMap(({ values }) => values.flatMap(([time, value]) => (value === 'NaN' ? [] : time * 1000)));
return times.length === 0 ? undefined : times.reduce((newest, one) => Math.max(newest, one));
}
async function newestOf(source, of, verifyStart) {
for (const query of [arrivalQuery(of), rawArrivalQuery(of)]) {
const newest = newestArrival(await source.query(query));
if (newest !== undefined && newest > verifyStart)
return newest;
}
return undefined;
}
const LOST_MS = 15_000;
function readBack({ readBack: source, ...of }, verifyStart) {
let why = source ? undefined : NOT_KNOWN;
let lostSince;
let isExpected = false;
let nothing = 0;
return {
why: () => why,
expect: () => {
isExpected = true;
},
foundNothing: () => (why === undefined ? nothing : 0),
async arrival() {
if (!source || why !== undefined)
return undefined;
try {
const newest = await newestOf(source, of, verifyStart);
lostSince = undefined;
if (newest === undefined && isExpected)
nothing++;
return newest;
}
catch (error) {
if (!(error instanceof __import_1__.lZ))
throw error;
const code = error.problems[0]?.code ?? '';
lostSince ??= performance.now();
const status = NO_READING[code];
if (status !== undefined)
why = noReading(status);
else if (!isTemporary(code) || performance.now() - lostSince >= LOST_MS)
why = noAnswer((0, __import_1__.bD)(error));
return undefined;
}
},
};
}
const NOT_KNOWN = {
why: 'the query URL of this server is not known.',
next: 'Set `query_url` of this target in monitoring.yml: the address to which `/api/v1/query` is added.',
};
const NO_READING = {
'prometheus-unauthorized': 401,
'prometheus-forbidden': 403,
};
const noReading = (status) => ({
why: `the key allows writing but not reading (HTTP ${status}).`,
next: 'Give the key the right to read as well (in Grafana Cloud the scope metrics:read), or accept the claim with `verify.accept` in monitoring.yml.',
});
const noAnswer = (why) => ({
why,
next: 'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.',
});
const isTemporary = (code) => ['prometheus-starting', 'prometheus-timeout', 'prometheus-connection', 'prometheus-limited'].includes(code);
}),
24087: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Lz: () => (explainStoreError),
Ms: () => (whyUnread),
ND: () => (isFinalError),
gl: () => (storeError),
oL: () => (unreadError),
p0: () => (duration),
vV: () => (judgeStore)
});
var __import_0__ = __webpack_require__(61469);
const LATE_MS = 60_000;
function whyUnread(name, state) {
switch (state.kind) {
case 'ready':
return undefined;
case 'behind':
return { why: `the store ${name} is ${duration(state.lagMs)} behind.`, next: SEE_QUEUE };
case 'stuck':
return {
why: state.newest === undefined
? `the store ${name} has no sample of this deployment, ${duration(state.waitedMs)} after verification began.`
: `the store ${name} has no new sample of this deployment since ${timeOf(state.newest)}.`,
next: SEE_ARRIVAL,
};
case 'unreadable':
return { why: state.why, next: state.next };
}
}
const SEE_QUEUE = 'See whether the agent keeps up (the dashboard about the monitoring, "Remote write delay"), and the load of the store.';
const SEE_ARRIVAL = 'See the claim about remote write, and whether `query_url` belongs to the server that samples are sent to.';
function judgeStore(name, state, written) {
const about = { area: 'store', subject: name };
const unread = whyUnread(name, state);
const isLost = written.some(({ subject, outcome }) => outcome === 'broken' && (subject === name || subject.startsWith(`${name} (`)));
if (unread)
return {
...about,
...(state.kind === 'stuck' || isLost
? { outcome: 'broken', certainty: 'proven' }
: { outcome: 'not-checked', certainty: 'not checked' }),
why: `Samples could not be judged: ${unread.why}`,
next: unread.next,
};
const lagMs = state.kind === 'ready' ? state.lagMs : 0;
const isLate = lagMs > LATE_MS;
return {
...about,
outcome: isLate ? 'warning' : 'holds',
certainty: 'proven',
why: `A sample can be read there ${duration(lagMs)} after it is scraped${isLate ? ': alerts and dashboards are as late' : ''}.`,
...(isLate && { next: SEE_QUEUE }),
};
}
const FINAL = new Set([
...['prometheus-unauthorized', 'prometheus-forbidden', 'prometheus-not-prometheus'],
...['prometheus-odd-answer', 'prometheus-tls', 'prometheus-dns', 'prometheus-query'],
]);
const isFinalError = (error) => FINAL.has(error.problems[0]?.code ?? '');
function explainStoreError(name, error) {
const code = error.problems[0]?.code ?? '';
const known = WORDS[code];
return {
why: `the store ${name} ${known?.[0] ?? `does not answer (${oneSentence((0, __import_0__.bD)(error))})`}.`,
next: known?.[1] ?? REACH,
};
}
const oneSentence = (text) => text.replace(/[.\s]+$/, '');
const REACH = 'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.';
const WORDS = {
'prometheus-unauthorized': [
'refuses the user or the key (HTTP 401)',
'Compare user and key with those of the server: a key that was replaced or has expired has to be stored again as a secret.',
],
'prometheus-forbidden': [
'does not let this key read (HTTP 403)',
'Give the key the right to read as well (in Grafana Cloud the scope metrics:read).',
],
'prometheus-limited': [
'limits the number of requests (HTTP 429)',
'Raise the limit at the store, or verify again later.',
],
'prometheus-not-prometheus': [
'has no query API at this address',
'Set `query_url` of this target in monitoring.yml to the address to which `/api/v1/query` is added.',
],
'prometheus-starting': ['is not ready', 'See the log of the store.'],
'prometheus-timeout': ['did not answer in time', REACH],
};
function storeError(name, error) {
const [problem] = error.problems;
if (problem?.code === 'prometheus-query' || problem?.code === 'prometheus-cancelled')
return error;
const { why, next } = explainStoreError(name, error);
return (0, __import_0__.sx)(problem?.code ?? 'store-unread', why, next, error);
}
const unreadError = ({ why, next }) => (0, __import_0__.sx)('store-unread', why, next);
function duration(ms) {
const seconds = Math.round(ms / 1000);
return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
const timeOf = (ms) => `${new Date(ms).toISOString().slice(11, 19)} UTC`;
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

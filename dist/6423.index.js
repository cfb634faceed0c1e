export const id = 6423;
export const ids = [6423];
export const modules = {
68456: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
L: () => (actionTitle),
r: () => (actionItems)
});
var _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90615);
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
const isFirst = ({ code, subject }) => code === 'delivery-warning' && subject === _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__.G;
const bySeverity = (severity, isWanted) => mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)));
return [
...bySeverity('error', (todo) => todo.outcome !== 'not-checked'),
...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
...bySeverity('warning', (todo) => todo.outcome === 'broken'),
...bySeverity('warning', (todo) => todo.outcome === 'not-checked'),
...all.filter(isFirst),
...bySeverity('warning', (todo) => todo.outcome === undefined),
];
}
const actionTitle = (items, mode) => mode === 'plan'
? 'Findings'
: items.some(({ severity, outcome }) => severity === 'error' || outcome)
? 'What to do'
: 'Warnings';
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
function fromProblem({ at, severity, code, message, hint }) {
const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
return { severity, code, subject, ...(at && { at }), what: message, next: hint };
}
}),
91218: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Pl: () => (headline),
CL: () => (runOutcome),
Bs: () => (statusLine)
});
var lib_text = __webpack_require__(94869);
var action_items = __webpack_require__(68456);
;
function culprit(report) {
const items = (0, action_items.r)(report).filter(({ severity, outcome }) => severity === 'error' || outcome);
const [first] = items;
if (!first)
return undefined;
const more = items.length === 1 ? '' : `, and ${(0, lib_text.U9)(items.length - 1, 'more problem')}`;
if (first.outcome === undefined)
return `${first.at ? `\`${first.subject}\`: ` : ''}${clauseOf(first.what, /[;.](?=\s|$)/)}${more}`;
const cause = clauseOf(first.what, /[:;.](?=\s|$)/);
const down = first.code.startsWith('target-') && report.evidence ? downTargets(report.evidence) : undefined;
if (first.subject === '')
return `${cause}${more}`;
const told = cause.replace(/ of [\w-]+(?:, [\w-]+)* and [\w-]+(?: more)?(?= on )/, '');
return `${down ?? first.subject}: ${inSentence(down ? told : cause)}${more}`;
}
function downTargets({ targets }) {
const down = targets.filter(({ state }) => state === 'down');
const [group] = [...Map.groupBy(down, causeOf).values()].toSorted((a, b) => b.length - a.length);
if (!group)
return undefined;
const services = [...new Set(group.map(({ service }) => service))];
const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service));
const verb = (n) => (n === 1 ? 'is' : 'are');
if (group.length < expected.length)
return `${group.length} of ${(0, lib_text.U9)(expected.length, 'target')} of ${(0, lib_text.H$)(services)} ${verb(group.length)} down${onlyIn(group, expected)}`;
const all = new Set(targets.map(({ service }) => service));
if (services.length === all.size && services.length > 1)
return `All ${services.length} services are down`;
return `${(0, lib_text.H$)(services)} ${verb(services.length)} down`;
}
function onlyIn(group, expected) {
const regions = [...new Set(group.map(({ region }) => region))];
const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one));
return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${(0, lib_text.p_)(regions)}` : '';
}
const causeOf = ({ shared, reason }) => (shared ?? reason)?.why ?? '';
const LONGEST = 160;
function clauseOf(text, sign) {
const start = text.slice(0, LONGEST * 2);
const end = sign.exec(start)?.index ?? start.length;
return end > LONGEST ? `${start.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : start.slice(0, end);
}
const inSentence = (clause) => /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly|Port) /.test(clause)
? clause.charAt(0).toLowerCase() + clause.slice(1)
: clause;
var planned_rows = __webpack_require__(64327);
;
function runOutcome({ mode, verdict }) {
if (verdict.kind !== 'unproven')
return verdict.kind;
return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven';
}
function headline(report) {
const { verdict, checked, evidence } = report;
if (verdict.kind === 'proven' || checked)
return statusLine(report);
if (report.mode === 'drill' && evidence && verdict.kind !== 'failed')
return statusLine(report);
const cause = culprit(report);
if (cause === undefined)
return statusLine(report);
if (report.refused && report.changes.length === 0)
return `Failed before it began: ${cause}; nothing was changed`;
return verdict.kind === 'failed' ? cause : `Not proven: ${cause}`;
}
function statusLine(report) {
const { mode, verdict, evidence, problems } = report;
if (report.checked)
return checkedFiles(report);
if (report.refused && report.changes.length === 0)
return 'Failed before it began: inputs or files are not valid, nothing was changed';
if (problems.some(({ severity }) => severity === 'error') || !evidence)
return mode === 'dashboards' && verdict.kind === 'unproven'
? 'Done: the dashboards are in Grafana; nothing was verified'
: failedSteps(report);
if (mode === 'drill')
return drilled(evidence);
const expected = evidence.targets.filter((target) => target.state !== 'resting');
const up = expected.filter((target) => target.state === 'up').length;
const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
const scraped = `${up} of ${(0, lib_text.U9)(expected.length, 'target')} scraped ${when}`;
return `${WORD[verdict.kind]}: ${[scraped, ...openClaims(verdict.failures)].join('; ')}`;
}
function failedSteps({ mode, changes }) {
const steps = changes.filter(({ result }) => result !== 'unchanged' && result !== 'kept');
const done = steps.filter(({ result }) => result === 'done').length;
if (steps.length > 0)
return `Failed: ${done} of ${(0, lib_text.U9)(steps.length, 'step')} done`;
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
const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
const [errors, warnings] = [of('error'), of('warning')];
const found = errors + warnings === 0 ? 'no problems' : `${(0, lib_text.U9)(errors, 'error')}, ${(0, lib_text.U9)(warnings, 'warning')}`;
return mode === 'contract'
? `Contract: ${found} in ${(0, lib_text.U9)(files, 'page')} of metrics`
: `Plan: ${planned ? `${(0, planned_rows.$h)(planned)}; ` : ''}${found} in ${(0, lib_text.U9)(files, 'file')}`;
}
}),
64327: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$h: () => (plannedCounts),
LX: () => (backtestText),
NE: () => (plannedTitle),
lp: () => (comparedText),
wz: () => (routineText),
xS: () => (countChanges)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
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
...(releases.length > 0 ? [`makes a release of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(releases.map(({ subject }) => subject))}`] : []),
...(annotates ? ['writes an annotation to Grafana'] : []),
];
return parts.length > 0 ? `Every deploy also ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(parts)}.` : '';
}
const comparedText = ({ compared }) => `Compared with ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(compared)}; nothing was written.`;
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
const WHOLE = '7 days';
function durationText(seconds) {
if (seconds < 90)
return `${Math.round(seconds)} s`;
if (seconds < 5_400)
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 60), 'minute');
return seconds < 172_800
? (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 3_600), 'hour')
: (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(Math.round(seconds / 86_400), 'day');
}
}),
98804: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
toResult: () => (toResult)
});
var dist = __webpack_require__(77934);
;
const CHECK_AREAS = [
'replicas',
'configuration',
'reload',
'retention',
'self-scrape',
'uptime',
'storage',
'scrapes',
'rules',
'slo',
'remote-write',
'fly-metrics',
'access',
'health',
'metrics-exposure',
'delivery',
];
var evidence = __webpack_require__(90615);
;
const METRIC_STATES = [
'present',
'waiting',
'missing',
'wrong-type',
'wrong-labels',
'partial',
'inconsistent',
'unknown',
];
;
const REASON_CLASSES = [
'no-machines',
'stopped',
'not-discovered',
'not-scraped',
'stale',
'dns',
'refused',
'unreachable',
'timeout',
'reset',
'not-http',
'tls',
'scheme',
'auth',
'not-found',
'server-error',
'http-status',
'redirect',
'html',
'content-type',
'encoding',
'truncated',
'parse',
'limit',
'local-config',
'empty',
'samples-lost',
'flapping',
'restarting',
'not-stored',
'unknown',
];
var headline = __webpack_require__(91218);
;
const change = dist.Ikc({
platform: dist.KIO(['Fly', 'Grafana']),
effect: dist.KIO(['add', 'change', 'remove']),
kind: dist.FsL(dist.YjP(), dist.h_('Of the object: app, machine, volume, secrets, dashboard, …')),
subject: dist.YjP(),
what: dist.YjP(),
reason: dist.YjP(),
routine: dist.FsL(dist.zMY(), dist.h_('Every deploy makes it, whatever has changed.')),
certain: dist.FsL(dist.zMY(), dist.h_('false: not known whether there is a difference; see the reason.')),
details: dist.YOg(dist.Ikc({ title: dist.YjP(), lines: dist.YOg(dist.YjP()) })),
});
const ruleBacktest = dist.Ikc({
alert: dist.YjP(),
change: dist.KIO(['new', 'changed']),
fired: dist.lqM(dist.FsL(dist.aig(), dist.h_('How often; absent when it could not be tried.'))),
firingSeconds: dist.lqM(dist.aig()),
period: dist.lqM(dist.FsL(dist.YjP(), dist.h_('How much of the last 7 days has data.'))),
firingNow: dist.lqM(dist.zMY()),
note: dist.YjP(),
});
const plannedDeploy = dist.FsL(dist.Ikc({
compared: dist.YOg(dist.YjP()),
changes: dist.YOg(change),
downtime: dist.lqM(dist.YjP()),
price: dist.lqM(dist.YjP()),
backtest: dist.YOg(ruleBacktest),
backtestNote: dist.lqM(dist.YjP()),
}), dist.h_('What a deploy would change; mode deploy: what it set out to change. Absent: nothing was compared.'));
;
const whole = dist.FsL(dist.aig(), dist.ndf());
const wordOf = (all) => dist.KIO(Object.keys(all));
const certainty = dist.FsL(dist.KIO(['proven', 'inferred', 'not checked']), dist.h_('proven: seen in an answer of the running system. inferred: signs usually mean it.'));
const claim = { certainty, why: dist.YjP() };
const problem = dist.Ikc({
code: dist.YjP(),
severity: dist.KIO(['error', 'warning']),
at: dist.lqM(dist.Ikc({ file: dist.YjP(), line: whole, column: whole })),
message: dist.YjP(),
hint: dist.YjP(),
});
const reason = dist.Ikc({
class: dist.KIO(REASON_CLASSES),
why: dist.YjP(),
next: dist.FsL(dist.YjP(), dist.h_('What to do.')),
certainty,
detail: dist.FsL(dist.YjP(), dist.h_('What Prometheus said, word for word.')),
});
const target = dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
machine: dist.FsL(dist.YjP(), dist.h_('Empty for a static address, which is not on Fly.')),
region: dist.YjP(),
address: dist.FsL(dist.YjP(), dist.h_('Address and port that Prometheus scrapes.')),
state: wordOf({ up: true, down: true, resting: true, unknown: true }),
...claim,
reason: dist.lqM(reason),
lastScrape: dist.lqM(dist.FsL(dist.YjP(), dist.h_("On Prometheus' own clock, as an ISO time."))),
samples: dist.lqM(dist.aig()),
lost: dist.lqM(dist.aig()),
});
const metric = dist.Ikc({
service: dist.YjP(),
name: dist.YjP(),
type: dist.YjP(),
state: dist.KIO(METRIC_STATES),
...claim,
actualType: dist.lqM(dist.YjP()),
nearMiss: dist.lqM(dist.YjP()),
next: dist.lqM(dist.YjP()),
});
const panel = dist.Ikc({
dashboard: dist.Ikc({ uid: dist.YjP(), title: dist.YjP() }),
panel: dist.Ikc({ id: dist.aig(), title: dist.YjP() }),
refId: dist.YjP(),
query: dist.FsL(dist.YjP(), dist.h_('As executed, variables and macros filled in.')),
state: dist.KIO(evidence.o),
...claim,
absent: dist.YOg(dist.YjP()),
dataFrom: dist.lqM(dist.FsL(dist.YjP(), dist.h_('When there will be data: the query looks back further than there are samples.'))),
next: dist.lqM(dist.YjP()),
});
const check = dist.Ikc({
area: dist.KIO(CHECK_AREAS),
subject: dist.YjP(),
outcome: wordOf({
holds: true,
warning: true,
broken: true,
'not-checked': true,
'nothing-to-check': true,
}),
...claim,
next: dist.lqM(dist.YjP()),
});
const rule = dist.Ikc({
group: dist.YjP(),
name: dist.YjP(),
state: wordOf({
ok: true,
error: true,
'not-evaluated': true,
missing: true,
'not-checked': true,
}),
...claim,
detail: dist.YjP(),
});
const result_evidence = dist.Ikc({
mark: dist.lqM(dist.FsL(dist.YjP(), dist.h_("Only scrapes after this moment on Prometheus' clock count."))),
deployBegan: dist.lqM(dist.YjP()),
began: dist.YjP(),
ended: dist.YjP(),
prometheus: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Version of Prometheus.'))),
targets: dist.YOg(target),
services: dist.YOg(dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
expected: whole,
up: whole,
resting: whole,
reason: dist.lqM(reason),
})),
metrics: dist.YOg(metric),
undeclared: dist.YOg(dist.Ikc({ service: dist.YjP(), names: dist.YOg(dist.YjP()) })),
panels: dist.YOg(panel),
rules: dist.YOg(rule),
alerts: dist.YOg(dist.Ikc({
name: dist.YjP(),
state: dist.KIO(['pending', 'firing']),
summary: dist.YjP(),
since: dist.YjP(),
})),
checks: dist.YOg(check),
});
const resultSchema = dist.Ikc({
version: dist.euz(1),
mode: dist.lqM(dist.KIO(['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'])),
verdict: dist.FsL(dist.KIO(['proven', 'unproven', 'failed', 'done']), dist.h_('unproven: nothing that fail-on requires is broken, and something is not proven. failed: it is broken, or a part of the run could not be done. done: a mode that proves nothing (plan, dashboards, contract) has succeeded.')),
headline: dist.YjP(),
commit: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Commit whose files this run used.'))),
monitoring: dist.lqM(dist.Ikc({ app: dist.YjP(), url: dist.YjP() })),
apps: dist.YOg(dist.Ikc({ app: dist.YjP(), deployed: dist.zMY(), machines: whole })),
failures: dist.YOg(dist.Ikc({
code: dist.YjP(),
area: dist.YjP(),
subject: dist.YjP(),
why: dist.YjP(),
next: dist.YjP(),
outcome: dist.FsL(dist.KIO(['broken', 'not-checked']), dist.h_('not-checked: it was promised, and nothing is known about it.')),
decides: dist.FsL(dist.zMY(), dist.h_('It makes the run fail, according to fail-on.')),
lastHeld: dist.lqM(dist.FsL(dist.mee(dist.YjP()), dist.h_("When it last held, about, on Prometheus' clock; null: not in the last two days. Absent: not known."))),
because: dist.lqM(dist.FsL(dist.YjP(), dist.h_('What explains it: it needs no action of its own.'))),
accepted: dist.lqM(dist.FsL(dist.Ikc({ reason: dist.YjP(), until: dist.YjP() }), dist.h_('The exception of the configuration that accepts it.'))),
})),
problems: dist.YOg(problem),
changes: dist.YOg(dist.Ikc({ subject: dist.YjP(), what: dist.YjP(), result: dist.YjP(), why: dist.YjP() })),
dashboards: dist.YOg(dist.Ikc({ title: dist.YjP(), url: dist.YjP(), result: dist.YjP() })),
skipped: dist.YOg(dist.Ikc({ part: dist.YjP(), why: dist.YjP(), set: dist.YjP() })),
checked: dist.lqM(dist.FsL(dist.g1P(dist.YjP(), whole), dist.h_('Modes plan and contract: files and pages checked, by kind.'))),
planned: dist.lqM(plannedDeploy),
evidence: dist.lqM(result_evidence),
});
function toResult(report) {
const { verdict, monitoring, ...rest } = report;
return dist.qgA(resultSchema, {
version: 1,
...rest,
verdict: (0, headline.CL)(report),
failures: verdict.failures,
headline: (0, headline.Pl)(report),
...(monitoring && { monitoring }),
});
}
}),
90615: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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

export const id = 7135;
export const ids = [7135];
export const modules = {
85630: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jx: () => (flyChanges),
On: () => (grafanaDashboards),
Pl: () => (grafanaSkips),
kd: () => (grafanaChanges)
});
function flyChanges({ app, outcomes, problems }) {
if (outcomes.length === 0 && problems.length === 0)
return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is up to date.' }];
return outcomes.map((outcome) => ({
subject: outcome.change.subject,
what: outcome.change.what,
...resultOf(outcome),
...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
}));
}
function resultOf(outcome) {
switch (outcome.kind) {
case 'done':
return { result: 'done', why: outcome.change.reason };
case 'failed':
return { result: 'failed', why: outcome.problem.message };
case 'notRun':
return { result: 'not-run', why: outcome.why };
}
}
function grafanaChanges({ results }) {
return results.map((result) => ({
subject: result.name,
what: result.change?.what ?? `${result.kind} ${result.state}`,
...whyOf(result),
}));
}
function whyOf(result) {
switch (result.state) {
case 'failed':
case 'kept':
return { result: result.state, why: result.problem.message };
case 'unchanged':
return { result: 'unchanged', why: result.why ?? 'It is up to date.' };
default:
return { result: 'done', why: result.why ?? '' };
}
}
function grafanaDashboards({ results }) {
return results
.filter(({ kind }) => kind === 'dashboard')
.map(({ name, url = '', state }) => ({ title: name, url: state === 'failed' ? '' : url, result: state }));
}
function grafanaSkips({ results, notified }) {
const hasRules = results.some(({ kind, state }) => kind === 'rule group' && state !== 'failed');
if (!hasRules || (notified !== 'no-one' && notified !== 'unknown'))
return [];
const why = notified === 'no-one'
? 'Alerts fire in Grafana, but no contact point receives them: no one is notified.'
: 'Alerts fire in Grafana, but it could not be read whether anyone is notified.';
return [
{
part: 'Notifications',
why,
set: 'alerts.receiver in the configuration, or a notification policy in Grafana',
},
];
}
}),
10472: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (carryOut)
});
var annotations = __webpack_require__(44900);
var annotation = __webpack_require__(86584);
var attempt = __webpack_require__(17404);
var data_source = __webpack_require__(4567);
var outcome = __webpack_require__(95225);
var ownership = __webpack_require__(20300);
var writes = __webpack_require__(38882);
;
function saveDashboard({ grafana }, action) {
const { uid, deployment, folderUid, json, overwrite, v2 } = action;
const message = `Written by deploy-monitoring for ${deployment}`;
const write = v2
? () => {
const record = (0, ownership.b)(json, deployment, v2.generation);
const { apiVersion: version } = v2;
return grafana.saveResource({ version, uid, folderUid, spec: json, record, message });
}
: () => grafana.saveDashboard((0, ownership.fU)(json, action), { folderUid, overwrite }, message);
const isDone = async () => {
const stored = await (v2 ? grafana.dashboardAs(v2.apiVersion, uid) : grafana.dashboard(uid));
return (0, ownership.VL)({ json, isV2: v2 !== undefined }, stored, action) === 'unchanged';
};
return (0, writes.F)(write, isDone);
}
var promises_ = __webpack_require__(58500);
var errors = __webpack_require__(61469);
var lib_text = __webpack_require__(94869);
var removal = __webpack_require__(22573);
var rules = __webpack_require__(26979);
;
async function removeObject(session, action) {
const { grafana } = session;
switch (action.kind) {
case 'remove-rules':
for (const uid of action.uids)
await (0, rules.k)(session, uid);
return;
case 'remove-dashboard':
return removeDashboard(grafana, action);
case 'remove-folder':
return removeFolder(session, action.uid);
case 'remove-data-source': {
const isGone = async () => (await grafana.dataSource('uid', action.uid)) === undefined;
await (0, writes.F)(() => grafana.deleteDataSource(action.uid), isGone);
}
}
}
async function removeDashboard(grafana, { uid, deployment, evenEdited }) {
const stored = await grafana.dashboard(uid);
if (!stored)
return;
const edited = (0, removal.$t)(stored, { deployment, overwrite: evenEdited ? 'always' : 'unless-edited' });
if (edited)
throw new errors.lZ('platform', [{ ...edited, severity: 'error' }]);
const isGone = async () => (await grafana.dashboard(uid)) === undefined;
await (0, writes.F)(() => grafana.deleteDashboard(uid), isGone);
}
const TRIES = 5;
const PAUSE_MS = 1_000;
async function removeFolder({ grafana, signal }, uid) {
for (let tries = 1;; tries++) {
const left = await contentsOf(grafana, uid);
if (left === 0)
break;
if (tries === TRIES)
throw (0, errors.sx)('grafana-folder-not-empty', `The folder ${uid} still has ${(0, lib_text.U9)(left, 'object')} in it. It was left unchanged.`, 'See in Grafana what is in it: move or delete that, and then run again.');
await (0, promises_.setTimeout)(PAUSE_MS, undefined, { ...(signal && { signal }) });
}
const isGone = async () => {
const folder = await grafana.folder(uid);
return folder === undefined || folder === 'hidden';
};
await (0, writes.F)(() => grafana.deleteFolder(uid), isGone);
}
async function contentsOf(grafana, uid) {
const [items, rules, counted] = await Promise.all([
grafana.itemsIn(uid),
grafana.rules(),
grafana.countIn(uid),
]);
const listed = items.length + rules.filter((rule) => rule.folderUID === uid).length;
return Math.max(listed, counted ?? 0);
}
;
async function carryOut(session, planned, blocked) {
if (!(0, outcome.X)(planned))
return planned;
const { object, becomes, reason } = planned;
const failed = (problem) => ({ ...(0, outcome.z)(object, problem), change: planned });
if (blocked)
return failed((0, attempt.Sb)(blocked));
const done = await (0, writes.$)(session, () => perform(session, planned.action));
if (!done.ok)
return failed(done.problem);
if (done.value === 'unchanged')
return { ...object, state: 'unchanged' };
return { ...object, change: planned, state: becomes, why: reason };
}
async function perform(session, action) {
const { grafana, dataSource } = session;
switch (action.kind) {
case 'create-data-source': {
const body = (0, data_source.o9)(action.body, dataSource);
const isDone = async () => (await grafana.dataSource('uid', action.uid)) !== undefined;
await (0, writes.F)(() => grafana.createDataSource(body), isDone);
return;
}
case 'update-data-source':
await grafana.updateDataSource(action.uid, (0, data_source.o9)(action.body, dataSource));
return;
case 'create-folder':
return createFolder(session, action);
case 'rename-folder':
await grafana.renameFolder(action);
return;
case 'save-dashboard':
await saveDashboard(session, action);
return;
case 'write-rule-group':
await (0, rules.t)(session, action);
return;
case 'annotate':
await annotate(session, action);
return;
default:
return removeObject(session, action);
}
}
async function createFolder({ grafana }, { uid, title }) {
let isTaken = false;
await (0, writes.F)(async () => {
isTaken = (await grafana.createFolder({ uid, title })) === 'taken';
}, async () => {
const folder = await grafana.folder(uid);
return folder !== undefined && folder !== 'hidden';
});
return isTaken ? 'unchanged' : undefined;
}
async function annotate({ grafana }, { deployment, text, tags }) {
const time = Date.now();
await (0, writes.F)(() => grafana.annotate({ time, text, tags }), async () => (0, annotation.ne)(tags, await grafana.lastAnnotation((0, annotations.RS)(deployment), (0, annotation.b7)())));
}
}),
26979: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
k: () => (deleteRule),
t: () => (writeRuleGroup)
});
var __import_0__ = __webpack_require__(50257);
var __import_1__ = __webpack_require__(77526);
var __import_2__ = __webpack_require__(38882);
async function writeRuleGroup(session, action) {
if (!(0, __import_1__.L7)(await putRuleGroup(session, action)))
session.ignoresReceivers = true;
}
async function putRuleGroup({ grafana }, action) {
const { folderUid, title, body, fresh } = action;
const put = () => grafana.putRuleGroup(folderUid, title, body);
try {
return await put();
}
catch (error) {
if (fresh.length === 0 || !(0, __import_0__.$r)(error))
throw error;
for (const rule of body.rules)
if (fresh.includes(String(rule.uid)))
await grafana.createRule(rule);
return put();
}
}
const deleteRule = ({ grafana }, uid) => (0, __import_2__.F)(() => grafana.deleteRule(uid), async () => (await grafana.rules()).every((rule) => rule.uid !== uid));
}),
38882: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (attemptWrite),
F: () => (writeOnce)
});
var __import_0__ = __webpack_require__(50257);
var __import_1__ = __webpack_require__(87045);
var __import_2__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(17404);
async function attemptWrite(session, operation) {
if (session.unavailable)
return { ok: false, problem: (0, __import_3__.Sb)(session.unavailable) };
return (0, __import_1__.C)(operation, async (error, problem) => {
if ((0, __import_0__.Pd)(error) || (await (0, __import_3__.eS)(session.grafana, error)))
session.unavailable = problem;
});
}
async function writeOnce(write, isDone) {
try {
await write();
}
catch (error) {
if (!(error instanceof __import_2__.lZ))
throw error;
if ((0, __import_0__.Ck)(error) && (await isDone()))
return;
if (!(0, __import_0__.p8)(error))
throw error;
if (!(await isDone()))
await write();
}
}
}),
22573: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$t: () => (whyKept),
Jy: () => (observeBelongings),
Ox: () => (planGrafanaRemoval)
});
var __import_7__ = __webpack_require__(18867);
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(56994);
var __import_2__ = __webpack_require__(17404);
var __import_3__ = __webpack_require__(4567);
var __import_4__ = __webpack_require__(68219);
var __import_8__ = __webpack_require__(95225);
var __import_5__ = __webpack_require__(20300);
var __import_6__ = __webpack_require__(77526);
async function observeBelongings(grafana, { folderUid, dataSourceUid }) {
const read = (operation) => (0, __import_2__.uv)(grafana, operation);
const [rules, folder, dataSource] = await Promise.all([
read(() => grafana.rules()),
read(() => grafana.folder(folderUid)),
read(async () => (dataSourceUid === undefined ? undefined : grafana.dataSource('uid', dataSourceUid))),
]);
const isThere = folder.ok && folder.value !== undefined;
const items = await read(async () => (isThere ? grafana.itemsIn(folderUid) : []));
const uids = items.ok ? items.value.filter(isDashboard).map(({ uid }) => uid) : [];
const dashboards = await (0, __import_7__.X)(uids, __import_4__._B, async (uid) => [uid, await read(() => grafana.dashboard(uid))]);
return { rules, folder, items, dashboards: new Map(dashboards), dataSource };
}
const ABSENT = { ok: true, value: undefined };
const isDashboard = ({ type }) => type === 'dash-db';
function planGrafanaRemoval(own, observed) {
const rules = removedRules(own, observed);
const dashboards = removedDashboards(own, observed);
return {
rules,
dashboards,
folder: removedFolder(own, observed, [...rules, ...dashboards]),
dataSource: removedDataSource(observed),
};
}
const REASON = 'It was requested.';
const removal = (object, action, diff) => (0, __import_1__.n)(object, {
...{ becomes: 'removed', reason: REASON, owner: 'ours', action },
...(diff !== undefined && { diff }),
});
const kept = (object, code, message, hint) => ({
...object,
state: 'kept',
problem: { code, severity: 'warning', message, hint },
});
function removedRules({ deployment }, { rules }) {
if (!rules.ok)
return [(0, __import_8__.z)({ kind: 'rule group', name: 'alert rules' }, rules.problem)];
const own = rules.value.filter((rule) => (0, __import_6__.FE)(deployment, rule));
const groups = Map.groupBy(own, ({ folderUID, ruleGroup }) => JSON.stringify([folderUID, ruleGroup]));
return [...groups.values()].map((group) => {
const object = { kind: 'rule group', name: group[0]?.ruleGroup ?? '' };
const diff = group.map(({ title }) => `- rule "${(0, __import_0__.TN)(title, 100)}"`).join('\n');
return removal(object, { kind: 'remove-rules', uids: group.map(({ uid }) => uid) }, diff);
});
}
function removedDashboards(own, observed) {
const { items, dashboards } = observed;
if (!items.ok)
return [(0, __import_8__.z)({ kind: 'dashboard', name: 'dashboards' }, items.problem)];
return items.value.filter(isDashboard).map(({ uid, title }) => {
const object = { kind: 'dashboard', name: title };
const read = dashboards.get(uid) ?? ABSENT;
if (!read.ok)
return (0, __import_8__.z)(object, read.problem);
const evenEdited = own.overwrite === 'always';
const why = whyKept(read.value, own);
if (why)
return { ...object, state: 'kept', problem: why };
return removal(object, { kind: 'remove-dashboard', uid, deployment: own.deployment, evenEdited });
});
}
function whyKept(stored, { deployment, overwrite }) {
const isReplaceable = overwrite === 'always' && stored && (0, __import_5__.bi)(stored) === deployment;
if (stored && !stored.manager && (isReplaceable || (0, __import_5__.Sl)(stored, deployment)))
return undefined;
const title = stored ? `"${(0, __import_0__.TN)(String(stored.json.title), 100)}" (${stored.uid})` : 'in the folder';
const why = !stored
? 'cannot be read with this token'
: stored.manager
? 'is managed by a file, Git Sync or another tool'
: (0, __import_5__.bi)(stored) === deployment
? 'was changed in Grafana since this action last wrote it'
: 'was created or changed manually in Grafana, or belongs to another deployment';
return {
code: 'grafana-dashboard-kept',
severity: 'warning',
message: `The dashboard ${title} ${why}. It was left unchanged.`,
hint: 'Delete it in Grafana if it is no longer needed, and then run again to remove the folder.',
};
}
function removedFolder({ deployment, folderUid }, { folder, items, rules }, inside) {
if (!folder.ok)
return [(0, __import_8__.z)({ kind: 'folder', name: folderUid }, folder.problem)];
if (!folder.value)
return [];
if (folder.value === 'hidden')
return [
kept({ kind: 'folder', name: folderUid }, 'grafana-folder-hidden', `The folder ${folderUid} does not exist, or it is hidden from this token, with the dashboards in it: Grafana answers both alike.`, 'To be sure, look in Grafana, or run again with a token that has the Admin role.'),
];
const object = { kind: 'folder', name: folder.value.title };
const failed = inside.find((one) => !(0, __import_8__.X)(one) && one.state === 'failed');
if (failed && 'problem' in failed)
return [(0, __import_8__.z)(object, (0, __import_2__.Sb)(failed.problem))];
const others = [
...(items.ok ? items.value.filter((item) => !isDashboard(item)).map(({ title }) => title) : []),
...inside.flatMap((one) => ((0, __import_8__.X)(one) ? [] : [one.name])),
...(rules.ok ? rules.value : [])
.filter((rule) => rule.folderUID === folderUid && !(0, __import_6__.FE)(deployment, rule))
.map(({ title }) => title),
];
if (others.length === 0)
return [removal(object, { kind: 'remove-folder', uid: folderUid })];
return [
kept(object, 'grafana-folder-kept', `The folder "${(0, __import_0__.TN)(object.name, 100)}" has ${(0, __import_0__.U9)(others.length, 'object')} that this action did not make or that someone has edited: ${(0, __import_0__.TN)((0, __import_0__.H$)(others, 5), 300)}. It was left unchanged.`, 'Move or delete them in Grafana, and then run again.'),
];
}
function removedDataSource({ dataSource }) {
if (!dataSource.ok)
return [(0, __import_8__.z)({ kind: 'data source', name: 'Prometheus' }, dataSource.problem)];
const stored = dataSource.value;
if (!stored)
return [];
const { uid, name, type, readOnly } = stored;
const object = { kind: 'data source', name };
if (type !== 'prometheus')
return [{ ...object, state: 'kept', problem: { ...(0, __import_3__.gQ)(stored), severity: 'warning' } }];
if (!readOnly)
return [removal(object, { kind: 'remove-data-source', uid })];
return [
kept(object, 'grafana-datasource-provisioned', `The data source "${(0, __import_0__.TN)(name, 100)}" is provisioned from a file on the Grafana server. It was left unchanged.`, 'Remove it from that file.'),
];
}
})
};

export const id = 7217;
export const ids = [7217];
export const modules = {
50912: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
r: () => (createGrafana)
});
var dist = __webpack_require__(77934);
var response = __webpack_require__(58681);
;
const ruleShape = dist._H3({
uid: dist.YjP(),
title: dist.YjP(),
folderUID: dist.YjP(),
ruleGroup: dist.YjP(),
});
const groupShape = dist.Ikc({ interval: dist.aig(), rules: dist.mee(dist.YOg(ruleShape)) });
const EDITABLE = { 'x-disable-provenance': 'true' };
const groupPath = (folder, title) => `/api/v1/provisioning/folder/${(0, response.p)(folder)}/rule-groups/${(0, response.p)(title)}`;
function alertingRequests({ send }) {
return {
rules: async () => {
const to = 'list the alert rules';
return (0, response.x)(await send({ path: '/api/v1/provisioning/alert-rules', to }), dist.YOg(ruleShape), to);
},
ruleGroup: async (folderUid, title) => {
const to = `read the rule group "${title}"`;
const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] });
if (answer.status !== 200)
return undefined;
const { interval, rules } = (0, response.x)(answer, groupShape, to);
return { interval, rules: rules ?? [] };
},
putRuleGroup: async (folderUid, title, body) => {
const to = `write the rule group "${title}"`;
const path = groupPath(folderUid, title);
const answer = await send({ method: 'PUT', path, body, headers: EDITABLE, to });
const { interval, rules } = (0, response.x)(answer, groupShape, to);
return { interval, rules: rules ?? [] };
},
createRule: async (rule) => {
const to = `create the alert rule "${rule.title}"`;
const path = '/api/v1/provisioning/alert-rules';
await send({ method: 'POST', path, body: rule, headers: EDITABLE, to });
},
deleteRule: async (uid) => {
const path = `/api/v1/provisioning/alert-rules/${(0, response.p)(uid)}`;
const to = `remove the alert rule "${uid}"`;
await send({ method: 'DELETE', path, headers: EDITABLE, to });
},
};
}
;
const annotationShape = dist.Ikc({
id: dist.aig(),
time: dist.aig(),
tags: dist.lqM(dist.YOg(dist.YjP()), []),
});
function annotationRequests({ send }) {
return {
lastAnnotation: async (tags, from) => {
const to = 'look for the deploy annotation';
const query = new URLSearchParams({
type: 'annotation',
from: String(from),
to: String(Date.now() + 60_000),
});
for (const tag of tags)
query.append('tags', tag);
const answer = await send({ path: `/api/annotations?${query}`, to });
const found = (0, response.x)(answer, dist.YOg(annotationShape), to);
return found.toSorted((a, b) => b.time - a.time || b.id - a.id)[0]?.tags;
},
annotate: async (annotation) => {
await send({
method: 'POST',
path: '/api/annotations',
body: annotation,
to: 'add the deploy annotation',
});
},
};
}
var json_value = __webpack_require__(91060);
var errors = __webpack_require__(61469);
var grafana_errors = __webpack_require__(50257);
;
const GROUP = 'dashboard.grafana.app';
const AS_STORED = 'v0alpha1';
const RECORD = 'deploy-monitoring/record';
const PAGE = 5_000;
const resourceShape = dist.Ikc({
metadata: dist.Ikc({
name: dist.YjP(),
generation: dist.lqM(dist.aig()),
annotations: dist.lqM(dist.g1P(dist.YjP(), dist.YjP()), {}),
}),
spec: dist.L5J(),
});
const listShape = dist.Ikc({
metadata: dist.Ikc({ continue: dist.lqM(dist.YjP(), '') }),
items: dist.YOg(resourceShape),
});
const groupsShape = dist.Ikc({
groups: dist.YOg(dist.Ikc({
name: dist.YjP(),
versions: dist.YOg(dist.KCZ([dist.YjP(), dist.Ikc({ version: dist.YjP() })])),
})),
});
const NO_APIS = [400, 403, 404, 405, 406, 501];
const NOT_SERVED = [...NO_APIS, 500];
function createResources({ send }, askResource) {
const ask = (version, { rest, ...asked }) => askResource({ ...asked, resource: `${GROUP}/${version}`, rest: `dashboards${rest}` });
let isServed = true;
const read = async (version, uid) => {
const to = `read the dashboard "${uid}"`;
const answer = await ask(version, { rest: `/${(0, response.p)(uid)}`, to, expect: NOT_SERVED });
if (answer.status === 200)
return fromResource((0, response.x)(answer, resourceShape, to), version);
return isMissing(answer, uid) || answer.status === 403 ? undefined : 'not-served';
};
return {
list: async (isEnough) => {
const pages = await listPages(ask, isEnough);
if ('refusal' in pages)
isServed &&= pages.refusal === 403;
return 'refusal' in pages ? undefined : pages;
},
readStored: async (uid) => {
if (!isServed)
return 'not-served';
const found = await read(AS_STORED, uid).catch(notServedUnlessDown);
isServed = found !== 'not-served';
return found;
},
read: async (version, uid) => {
const found = await read(version, uid);
return found === 'not-served' ? undefined : found;
},
versions: async () => {
const to = 'list its APIs';
const answer = await send({ path: '/apis', to, expect: NO_APIS });
if (answer.status !== 200)
return [];
const group = (0, response.x)(answer, groupsShape, to).groups.find(({ name }) => name === GROUP);
return (group?.versions ?? []).map((one) => (typeof one === 'string' ? one : one.version));
},
save: async (resource) => {
const { version, uid, spec } = resource;
const to = `write the dashboard "${(0, json_value.tB)(spec.title)}"`;
await ask(version, { method: 'PUT', rest: `/${(0, response.p)(uid)}`, body: bodyOf(resource), to });
},
};
}
async function listPages(ask, isEnough) {
const to = 'list the dashboards';
const dashboards = [];
let next = '';
for (let pages = 1;; pages++) {
const rest = `?limit=${PAGE}${next && `&continue=${(0, response.p)(next)}`}`;
const answer = await ask(AS_STORED, { rest, to, expect: NOT_SERVED });
if (answer.status !== 200)
return { refusal: answer.status };
const page = (0, response.x)(answer, listShape, to);
dashboards.push(...page.items.map((item) => fromResource(item, AS_STORED)));
next = page.metadata.continue;
if (!next || (await isEnough(dashboards, pages)))
return { dashboards, complete: !next };
}
}
function bodyOf({ version, uid, folderUid, spec, record, message }) {
const annotations = {
...{ 'grafana.app/folder': folderUid, 'grafana.app/message': message },
[RECORD]: record,
};
return {
...{ apiVersion: `${GROUP}/${version}`, kind: 'Dashboard' },
...{ metadata: { name: uid, annotations }, spec },
};
}
function notServedUnlessDown(error) {
if (!(error instanceof errors.lZ) || (0, grafana_errors.Pd)(error) || (0, grafana_errors.Ni)(error))
throw error;
return 'not-served';
}
function isMissing({ status, body }, uid) {
const details = (0, json_value.OW)(body) && (0, json_value.OW)(body.details) ? body.details : {};
return status === 404 && details.name === uid;
}
function fromResource({ metadata, spec }, version) {
const { annotations, generation } = metadata;
const manager = managerOf(annotations);
const record = annotations[RECORD];
return {
uid: metadata.name,
folderUid: annotations['grafana.app/folder'] ?? '',
json: (0, json_value.OW)(spec) ? spec : {},
isV2: version.startsWith('v2'),
...(manager && { manager }),
...(generation !== undefined && { generation }),
...(record !== undefined && { record }),
};
}
function managerOf(annotations) {
const kind = annotations['grafana.app/managedBy'] ?? '';
if (kind === '' || annotations['grafana.app/managerAllowsEdits'] === 'true')
return undefined;
return { kind, id: annotations['grafana.app/managerId'] ?? '' };
}
;
const dashboardJson = dist.IeY(json_value.OW);
const dashboardShape = dist.Ikc({
dashboard: dashboardJson,
meta: dist.Ikc({ folderUid: dist.lqM(dist.YjP(), ''), provisioned: dist.lqM(dist.zMY(), false) }),
});
const hitsShape = dist.YOg(dist.Ikc({ uid: dist.YjP() }));
const libraryPanelShape = dist.Ikc({ result: dist.Ikc({ model: dashboardJson }) });
const UIDS_PER_SEARCH = 50;
const MAX_HITS = 5_000;
function dashboardRequests(requests, askResource) {
const { send } = requests;
const resources = createResources(requests, askResource);
const search = async (query) => {
const to = 'search for dashboards';
const answer = await send({ path: `/api/search?type=dash-db&limit=${MAX_HITS}&${query}`, to });
return (0, response.x)(answer, hitsShape, to).map(({ uid }) => uid);
};
return {
listDashboards: resources.list,
dashboardVersions: resources.versions,
dashboardAs: resources.read,
saveResource: resources.save,
dashboardsInFolder: async (folderUid) => new Set(await search(`folderUIDs=${(0, response.p)(folderUid)}`)),
knownDashboards: async (uids) => {
const known = new Set();
for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
const some = uids.slice(from, from + UIDS_PER_SEARCH);
const query = some.map((uid) => `dashboardUIDs=${(0, response.p)(uid)}`).join('&');
for (const uid of await search(query))
known.add(uid);
}
return known;
},
dashboard: (uid) => readDashboard(requests, resources, uid),
deleteDashboard: async (uid) => {
const path = `/api/dashboards/uid/${(0, response.p)(uid)}`;
await send({ method: 'DELETE', path, to: `remove the dashboard "${uid}"`, expect: [404] });
},
libraryPanel: async (uid) => {
const to = `read the library panel "${uid}"`;
const answer = await send({ path: `/api/library-elements/${(0, response.p)(uid)}`, to, expect: [404] });
return answer.status === 404 ? undefined : (0, response.x)(answer, libraryPanelShape, to).result.model;
},
saveDashboard: async (dashboard, place, message) => {
const to = `write the dashboard "${dashboard.title}"`;
const body = { dashboard, ...place, message };
await send({ method: 'POST', path: '/api/dashboards/db', body, to });
},
};
}
async function readDashboard({ send }, resources, uid) {
const read = await resources.readStored(uid);
if (read !== 'not-served')
return read;
const to = `read the dashboard "${uid}"`;
const answer = await send({ path: `/api/dashboards/uid/${(0, response.p)(uid)}`, to, expect: [403, 404] });
if (answer.status !== 200)
return undefined;
const { dashboard: json, meta } = (0, response.x)(answer, dashboardShape, to);
const { folderUid, provisioned } = meta;
const manager = { kind: 'classic-file-provisioning', id: '' };
return { uid, json, isV2: false, folderUid, ...(provisioned && { manager }) };
}
var lib_text = __webpack_require__(94869);
;
const dataSourceShape = dist._H3({
uid: dist.YjP(),
name: dist.YjP(),
type: dist.YjP(),
url: dist.YjP(),
readOnly: dist.lqM(dist.zMY(), false),
});
const healthShape = dist.Ikc({ status: dist.lqM(dist.YjP(), 'ERROR'), message: dist.lqM(dist.YjP(), '') });
const FRESH = { 'x-grafana-nocache': 'true' };
function dataSourceRequests({ send }) {
return {
dataSource: async (by, value) => {
const to = `read the data source "${value}"`;
const answer = await send({ path: `/api/datasources/${by}/${(0, response.p)(value)}`, to, expect: [404] });
return answer.status === 404 ? undefined : (0, response.x)(answer, dataSourceShape, to);
},
createDataSource: async (body) => {
await send({
method: 'POST',
path: '/api/datasources',
body,
to: `create the data source "${body.name}"`,
});
},
updateDataSource: async (uid, body) => {
const path = `/api/datasources/uid/${(0, response.p)(uid)}`;
await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` });
},
deleteDataSource: async (uid) => {
const path = `/api/datasources/uid/${(0, response.p)(uid)}`;
await send({ method: 'DELETE', path, to: `remove the data source "${uid}"`, expect: [404] });
},
dataSourceHealth: async (uid) => {
const to = 'ask the data source for its health';
const path = `/api/datasources/uid/${(0, response.p)(uid)}/health`;
const answer = await send({ path, headers: FRESH, to, expect: [400, 500] });
const { status, message } = (0, response.x)(answer, healthShape, to);
return { ok: status === 'OK', message: (0, lib_text.TN)(message, 300) };
},
};
}
;
const folderShape = dist.Ikc({ uid: dist.YjP(), title: dist.YjP() });
const itemsShape = dist.YOg(dist.Ikc({
uid: dist.YjP(),
title: dist.YjP(),
type: dist.YjP(),
folderUid: dist.lqM(dist.YjP(), ''),
}));
const countsShape = dist.g1P(dist.YjP(), dist.aig());
const NO_COUNTS = [403, 404];
function folderRequests({ send }) {
return {
folder: async (uid) => {
const to = `read the folder "${uid}"`;
const answer = await send({ path: `/api/folders/${(0, response.p)(uid)}`, to, expect: [403, 404] });
if (answer.status === 404)
return undefined;
return answer.status === 403 ? 'hidden' : (0, response.x)(answer, folderShape, to);
},
createFolder: async (folder) => {
const to = `create the folder "${folder.title}"`;
const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] });
return answer.status === 412 ? 'taken' : 'created';
},
renameFolder: async ({ uid, title }) => {
const path = `/api/folders/${(0, response.p)(uid)}`;
await send({
method: 'PUT',
path,
body: { title, overwrite: true },
to: `rename the folder to "${title}"`,
});
},
deleteFolder: async (uid) => {
const path = `/api/folders/${(0, response.p)(uid)}`;
await send({ method: 'DELETE', path, to: `remove the folder "${uid}"`, expect: [404] });
},
itemsIn: async (folderUid) => {
const to = `list what is in the folder "${folderUid}"`;
const answer = await send({ path: `/api/search?limit=5000&folderUIDs=${(0, response.p)(folderUid)}`, to });
return (0, response.x)(answer, itemsShape, to).filter((item) => item.folderUid === folderUid);
},
countIn: async (folderUid) => {
const to = `count what is in the folder "${folderUid}"`;
const path = `/api/folders/${(0, response.p)(folderUid)}/counts`;
const answer = await send({ path, to, expect: NO_COUNTS });
if (answer.status !== 200)
return undefined;
return Object.values((0, response.x)(answer, countsShape, to)).reduce((sum, n) => sum + n, 0);
},
};
}
;
const settingsShape = dist.Ikc({ namespace: dist.YjP() });
function createResourceRequests({ send }, url) {
const settings = async () => {
const to = 'return its namespace';
return (0, response.x)(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace;
};
let known;
const isCloud = new URL(url).hostname.endsWith('.grafana.net');
return async ({ resource, rest, ...asked }) => {
const to = (namespace) => send({ ...asked, path: `/apis/${resource}/namespaces/${(0, response.p)(namespace)}/${rest}` });
if (isCloud)
known ??= settings();
const used = known ? await known : 'default';
const answer = await to(used);
if (answer.status !== 403)
return answer;
known ??= settings();
const right = await known;
return right === used ? answer : to(right);
};
}
;
const settings = dist.lqM(dist._H3({}), {});
const contactPointShape = dist.YOg(dist.Ikc({ name: dist.YjP(), type: dist.YjP(), settings }));
const policiesShape = dist._H3({
receiver: dist.lqM(dist.YjP(), ''),
routes: dist.cl6(dist.YOg(dist.L5J())),
});
const receiverStatesShape = dist.YOg(dist.Ikc({
name: dist.YjP(),
integrations: dist.cl6(dist.YOg(dist._H3({
name: dist.lqM(dist.YjP(), ''),
lastNotifyAttempt: dist.lqM(dist.YjP(), ''),
lastNotifyAttemptError: dist.lqM(dist.YjP()),
})), []),
}));
const activeAlertsShape = dist.YOg(dist.Ikc({
labels: dist.g1P(dist.YjP(), dist.YjP()),
startsAt: dist.YjP(),
receivers: dist.YOg(dist.Ikc({ name: dist.YjP() })),
status: dist.Ikc({ state: dist.YjP(), silencedBy: dist.cl6(dist.YOg(dist.YjP()), []) }),
}));
const silencesShape = dist.YOg(dist.Ikc({
status: dist.Ikc({ state: dist.YjP() }),
endsAt: dist.YjP(),
matchers: dist.YOg(dist.Ikc({
name: dist.YjP(),
value: dist.YjP(),
isRegex: dist.lqM(dist.zMY(), false),
isEqual: dist.lqM(dist.zMY(), true),
})),
}));
const muteTimingsShape = dist.YOg(dist.Ikc({ name: dist.YjP(), time_intervals: dist.lqM(dist.YOg(dist.L5J()), []) }));
const alertingStatusShape = dist.Ikc({ alertmanagersChoice: dist.YjP() });
const receiversShape = dist.Ikc({
items: dist.YOg(dist.Ikc({
spec: dist.Ikc({
title: dist.YjP(),
integrations: dist.lqM(dist.YOg(dist.Ikc({ type: dist.YjP(), settings })), []),
}),
})),
});
const treesShape = dist.Ikc({
items: dist.YOg(dist.Ikc({
metadata: dist.Ikc({ name: dist.lqM(dist.YjP(), '') }),
spec: dist.Ikc({
defaults: dist.Ikc({ receiver: dist.YjP() }),
routes: dist.cl6(dist.YOg(dist.IeY(json_value.OW)), []),
}),
})),
});
const notification_GROUP = 'notifications.alerting.grafana.app/v1beta1';
const DEFAULT_TREE = 'user-defined';
const GONE = [404, 410];
function notificationRequests({ send }, askResource) {
const policyTree = () => readPolicyTree(send, askResource);
return {
contactPoints: async () => {
const to = 'list the contact points';
const answer = await send({ path: '/api/v1/provisioning/contact-points', to, expect: GONE });
if (answer.status === 200)
return (0, response.x)(answer, contactPointShape, to);
const { items } = (0, response.x)(await askResource({ resource: notification_GROUP, rest: 'receivers', to }), receiversShape, to);
return items.flatMap(({ spec: { title, integrations } }) => integrations.map((integration) => ({ name: title, ...integration })));
},
policyTree,
policies: async () => {
const { receiver, routes } = await policyTree();
return { receiver, routes: routes?.length ?? 0 };
},
receiverStates: async () => {
const to = 'read the state of the contact points';
const path = '/api/alertmanager/grafana/config/api/v1/receivers';
return (0, response.x)(await send({ path, to }), receiverStatesShape, to);
},
activeAlerts: async () => {
const to = 'list the active alerts';
const path = '/api/alertmanager/grafana/api/v2/alerts';
return (0, response.x)(await send({ path, to }), activeAlertsShape, to);
},
...muteRequests(send),
};
}
function muteRequests(send) {
return {
silences: async () => {
const to = 'list the silences';
return (0, response.x)(await send({ path: '/api/alertmanager/grafana/api/v2/silences', to }), silencesShape, to);
},
isExternalOnly: async () => {
const to = 'read where alerts are sent';
const answer = await send({ path: '/api/v1/ngalert', to });
return (0, response.x)(answer, alertingStatusShape, to).alertmanagersChoice === 'external';
},
muteTimings: async () => {
const to = 'list the mute timings';
return (0, response.x)(await send({ path: '/api/v1/provisioning/mute-timings', to }), muteTimingsShape, to);
},
};
}
async function readPolicyTree(send, askResource) {
const to = 'read the notification policies';
const answer = await send({ path: '/api/v1/provisioning/policies', to, expect: GONE });
if (answer.status === 200)
return (0, response.x)(answer, policiesShape, to);
const found = await askResource({ resource: notification_GROUP, rest: 'routingtrees', to });
const { items } = (0, response.x)(found, treesShape, to);
const { spec } = items.find(({ metadata }) => metadata.name === DEFAULT_TREE) ?? items[0] ?? {};
return { receiver: spec?.defaults.receiver ?? '', routes: (spec?.routes ?? []).map(policyOf) };
}
function policyOf(route) {
const { matchers, routes, ...rest } = route;
const triples = (0, json_value.Qv)(matchers).map(({ label, type, value }) => [label, type, value]);
return { ...rest, object_matchers: triples, routes: (0, json_value.Qv)(routes).map(policyOf) };
}
var request = __webpack_require__(66061);
;
function createGrafana(server) {
const requests = (0, request.dT)(server);
const url = (0, request.ik)(server.url);
const askResource = createResourceRequests(requests, url);
return {
url,
answers: requests.answers,
...dataSourceRequests(requests),
...folderRequests(requests),
...dashboardRequests(requests, askResource),
...alertingRequests(requests),
...notificationRequests(requests, askResource),
...annotationRequests(requests),
};
}
}),
50257: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$r: () => (mayMissRules),
Ck: () => (isTaken),
Ds: () => (grafanaUnreachable),
H2: () => (grafanaInterrupted),
Ni: () => (isUnanswered),
Pd: () => (isUnavailable),
_Q: () => (makesAllHopeless),
cm: () => (jsonBodyOf),
p8: () => (mayHaveSucceeded),
z1: () => (grafanaRefusal)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(69874);
var __import_3__ = __webpack_require__(53302);
var __import_2__ = __webpack_require__(94869);
function grafanaRefusal(answer, asked) {
const { status } = answer;
const body = jsonBodyOf(answer);
const page = body === undefined && ![413, 429].includes(status) && status < 500;
if (page || (status >= 300 && status < 400))
return notGrafana(answer, asked);
if (body === undefined && [502, 503, 504].includes(status))
return notThere(status, asked);
const said = (0, __import_2__.TN)(messageIn(body), 300);
const fail = (code, hint) => (0, __import_0__.sx)(`grafana-${code}`, `Grafana refuses to ${asked.to}: ${said ? `${said} (HTTP ${status})` : `HTTP ${status}`}.`, hint);
switch (status) {
case 401:
return fail('unauthorized', tokenHint(said, asked));
case 403:
return fail('forbidden', permissionHint(said, asked.to));
case 404:
return fail('not-found', 'It was deleted in the meantime, or this Grafana is older than 10. Run again.');
case 409:
case 412:
return fail('conflict', conflictHint(said, asked.to));
case 413:
return fail('too-large', 'Split the dashboard: Grafana accepts at most 16 MB, a proxy in front of it may accept less.');
case 429:
return fail('rate-limited', `Run again ${later(answer)}; what was written stays written.`);
default:
if (/conflicting alert rule/.test(said))
return fail('conflict', conflictHint(said, asked.to));
return status >= 500
? fail('server', "Run again: what was written stays written. If it persists, read Grafana's own log.")
: fail('rejected', 'Correct what the message names and run again.');
}
}
const later = ({ headers }) => {
const seconds = Number(headers['retry-after']);
return seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes, as it requests` : 'in a minute';
};
const notThere = (status, { to, at }) => (0, __import_0__.sx)('grafana-server', `The proxy at ${at} gets no answer from Grafana: HTTP ${status}, asked to ${to}.`, 'It may be restarting. Run again: what was written stays written. If it persists, check that Grafana runs behind that address.');
const jsonBodyOf = ({ text, json }) => (text === '' ? null : json);
function messageIn(body) {
const { message, messageId } = (body ?? {});
return typeof message === 'string' ? message : typeof messageId === 'string' ? messageId : '';
}
function conflictHint(said, to) {
const source = /data source "(.+)"$/s.exec(to)?.[1];
if (/data source/i.test(said))
return `Rename the other data source, or set \`grafana.datasource: ${(0, __import_2__.TN)(source ?? 'NAME', 100)}\` in monitoring.yml to use it.`;
if (/general folder with the same name/.test(said))
return 'This Grafana accepts each title only once: set grafana.folder in monitoring.yml to another one, or rename the folder there.';
if (/same name in the folder|rule title under the same/.test(said))
return 'This Grafana accepts each title only once in a folder: give one of the two another title.';
return 'It was changed by someone else in the meantime. Run again; if it persists, rename one of the two.';
}
function tokenHint(said, { cloudToken }) {
if (cloudToken)
return ('GRAFANA_API_KEY is an access policy token (glc_), which is for remote write only. ' +
'Create a service account token (glsa_) in the Grafana instance itself: Administration, Service accounts.');
return /expired/i.test(said)
? 'The token has expired. Create a new one: Administration, Service accounts, Add service account token.'
: 'GRAFANA_API_KEY must be a service account token (glsa_) of this instance: Administration, Service accounts.';
}
function permissionHint(said, to) {
const needed = /Permissions needed: (.+)$/.exec(said)?.[1] ?? '';
if (/read-only data source/i.test(said))
return 'It is provisioned from a file on the Grafana server: change it there.';
if (needed.startsWith('datasources:'))
return 'Data sources need the Admin role or the permission "datasources:writer". Grant it to the service account, or set `grafana.datasource: NAME` in monitoring.yml to use an existing data source.';
if (needed.startsWith('alert.provisioning:'))
return 'In this version of Grafana alert rules need the Admin role, or "alert.provisioning:read" and "alert.provisioning:write".';
const about = needed || to.replace(/".*/s, '');
const role = /alert\.|\brule/.test(about)
? 'Alert rules need the Editor role, or "alert.rules:write" and "alert.provisioning.provenance:write" on the folder.'
: about.includes('annotation')
? 'Annotations need the Editor role or "annotations:create".'
: 'Folders and dashboards need the Editor role, or "folders:create" and "dashboards:create".';
return `${role} A new role or folder takes effect after up to 60 seconds.`;
}
function notGrafana(answer, { to, at }) {
const redirect = (0, __import_3__.Y)(answer);
const what = redirect
? `HTTP ${answer.status}, a redirect`
: `HTTP ${answer.status} with ${(0, __import_2__.TN)(String(answer.headers['content-type'] ?? 'no content type'), 100)}`;
return (0, __import_0__.sx)('grafana-not-grafana', `The server at ${at} is not Grafana's API: asked to ${to}, it returned ${what}.`, redirect
? `Redirects are not followed, so that the token stays with the host it is meant for. ${finalAddress(redirect, answer.url)}`
: `${START_PAGE} Is a login proxy in between?`);
}
const START_PAGE = 'GRAFANA_URL is the address of the start page, with its sub-path where there is one (https://example.com/grafana).';
function finalAddress(redirect, asked) {
if (redirect.kind === 'elsewhere')
return `This one leads to another host, which may be anyone's: ask the operators of Grafana for its address and set GRAFANA_URL to it. ${START_PAGE}`;
const [start = '', ...rest] = redirect.url.href.split(/\/apis?\//);
return rest.length > 0 && redirect.url.href !== asked.href
? `Set GRAFANA_URL to ${start}.`
: `${START_PAGE} Is a login proxy in between?`;
}
function grafanaUnreachable(cause, { to, at }) {
const code = String(cause?.code ?? '');
const fail = (short, what, hint) => (0, __import_0__.sx)(`grafana-${short}`, `Grafana at ${at} ${what}, asked to ${to}.`, hint, cause);
if (cause instanceof __import_1__.MC)
return fail('broken-answer', `did not send a complete answer: ${(0, __import_2__.TN)((0, __import_0__.bD)(cause), 200)}`, 'It may be restarting, or a proxy in front of it truncates its answers. Run again: what was written stays written.');
if (cause instanceof __import_1__.dP)
return fail('unwanted-answer', `sent an answer that is not accepted: ${(0, __import_2__.TN)((0, __import_0__.bD)(cause), 200)}`, 'Check whether a proxy in front of Grafana changes its answers.');
if ((cause instanceof Error && cause.name === 'TimeoutError') || /TIMEOUT|ETIMEDOUT/.test(code))
return fail('timeout', 'did not answer in time', 'It may be overloaded or restarting. Run again: what was written stays written.');
if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
return fail('dns', `has a name that does not resolve (${code})`, 'Check GRAFANA_URL, and that this machine can reach it.');
if (code === 'ECONNREFUSED')
return fail('refused', 'refuses connections', 'Is it running, and is the port in GRAFANA_URL the right one?');
if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
return fail('tls', `failed the TLS handshake: ${(0, __import_2__.TN)((0, __import_0__.bD)(cause), 200)}`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.');
return fail('connection', `broke the connection: ${(0, __import_2__.TN)((0, __import_0__.bD)(cause), 200)}`, 'It may be restarting. Run again: what was written stays written.');
}
function grafanaInterrupted({ reason }, { to, at }) {
const isOver = reason instanceof Error && reason.name === 'TimeoutError';
return (0, __import_0__.sx)('grafana-interrupted', `${isOver ? 'Time was up' : 'The run was cancelled'} before Grafana at ${at} had answered, asked to ${to}.`, 'Run again: what was written stays written.', reason);
}
const has = (error, codes) => error.problems.some((p) => codes.includes(p.code.replace(/^grafana-/, '')));
const UNANSWERED = ['timeout', 'connection'];
const GONE = [
...['dns', 'refused', 'tls', 'unauthorized', 'interrupted'],
...['proxy-unreachable', 'proxy-refused', 'proxy-gateway'],
];
const isUnanswered = (error) => has(error, UNANSWERED);
const isUnavailable = (error) => has(error, GONE);
const makesAllHopeless = (error) => has(error, [...GONE, 'not-grafana']);
const mayHaveSucceeded = (error) => has(error, [...UNANSWERED, 'broken-answer', 'unwanted-answer', 'refused', 'server']);
const isTaken = (error) => has(error, ['conflict']);
const mayMissRules = (error) => error instanceof __import_0__.lZ && has(error, ['server']);
}),
66061: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
X8: () => (describeServer),
dT: () => (createRequests),
ik: () => (baseUrlOf)
});
var __import_0__ = __webpack_require__(37489);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(69874);
var __import_3__ = __webpack_require__(94869);
var __import_4__ = __webpack_require__(50257);
const TIMEOUT_MS = 30_000;
const RETRIES = 6;
const PATIENCE_MS = 90_000;
function baseUrlOf(url) {
const { origin, pathname } = new URL(url);
return origin + (0, __import_3__.Tv)(pathname);
}
const describeServer = ({ url, token, pool }) => ({
at: baseUrlOf(url).replace(/^https?:\/\//, '') + (0, __import_0__.sc)((0, __import_0__.UM)(pool, url)),
cloudToken: token.startsWith('glc_'),
});
const ALIVE_MS = 5_000;
const isRepeatable = (method, path) => method === 'GET' || (method === 'PUT' && !path.startsWith('/apis/'));
const LARGE = /\/(?:dashboards?|alert-rules|search|proxy)\b|\/apis\//;
const SMALL_BYTES = 4 * 1024 * 1024;
function createRequests(server) {
const base = baseUrlOf(server.url);
const about = describeServer(server);
return {
answers: async () => {
const { pool, signal } = server;
const asked = { url: `${base}/api/health`, timeoutMs: ALIVE_MS, ...(signal && { signal }) };
return (0, __import_2__.cv)(pool, asked).then(({ status }) => status < 500, () => false);
},
send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
const answer = await (0, __import_2__.cv)(server.pool, {
url: `${base}${path}`,
method,
headers: {
accept: 'application/json',
authorization: `Bearer ${server.token}`,
...(body !== undefined && { 'content-type': 'application/json' }),
...headers,
},
...(body !== undefined && { body: JSON.stringify(body) }),
...(server.signal && { signal: server.signal }),
...(!LARGE.test(path) && { maxBytes: SMALL_BYTES }),
...{
timeoutMs: TIMEOUT_MS,
patienceMs: PATIENCE_MS,
retries: RETRIES,
onlyUndone: !isRepeatable(method, path),
},
}).catch((cause) => {
if (server.signal?.aborted)
throw (0, __import_4__.H2)(server.signal, { to, ...about });
if (cause instanceof __import_1__.lZ)
throw cause;
throw (0, __import_4__.Ds)(cause, { to, ...about });
});
return judged(answer, expect, { to, ...about });
},
};
}
function judged(answer, expect, about) {
const body = (0, __import_4__.cm)(answer);
const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status);
if (!good || body === undefined)
throw (0, __import_4__.z1)(answer, about);
return { status: answer.status, body };
}
}),
58681: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
p: () => (pathSegment),
x: () => (parseResponse)
});
var __import_2__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(94869);
const pathSegment = encodeURIComponent;
function parseResponse({ status, body }, shape, to) {
const parsed = __import_2__.xLC(shape, body);
if (parsed.success)
return parsed.output;
throw oddAnswer(status, to, parsed.issues[0]);
}
function oddAnswer(status, to, issue) {
const where = ` (${__import_2__.BuJ(issue) ?? 'body'}: ${(0, __import_1__.TN)(issue.message, 100)})`;
return (0, __import_0__.sx)('grafana-odd-answer', `Grafana, asked to ${to}, answered HTTP ${status} in an unknown form${where}.`, 'Grafana 10.1 and 12.4 are known to work. Does GRAFANA_URL point to Grafana itself?');
}
}),
14339: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (readProject),
e: () => (readEach)
});
var __import_0__ = __webpack_require__(64441);
var __import_10__ = __webpack_require__(43829);
var __import_1__ = __webpack_require__(40561);
var __import_2__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(40493);
var __import_4__ = __webpack_require__(36303);
var __import_5__ = __webpack_require__(4805);
var __import_9__ = __webpack_require__(47817);
var __import_6__ = __webpack_require__(35235);
var __import_7__ = __webpack_require__(70027);
var __import_8__ = __webpack_require__(69360);
function readProject(inputs, root) {
const { workspace, config, source, problems } = (0, __import_4__.Xg)(inputs, root);
const { found, problems: unreadable } = readDashboards(workspace, config);
const rules = readRuleFiles(workspace, config);
const locateEngine = () => source && (0, __import_6__._C)(source)(['monitoring', 'engine'], 'key');
return {
project: {
workspace,
config,
source,
dashboards: found.map(({ dashboard }) => dashboard),
dashboardSources: found.map((own) => own.source),
ruleSources: rules.found,
},
problems: [
...problems,
...passwordInTheOpen(inputs, config),
...(0, __import_7__.Q)(config, inputs),
...(0, __import_5__.kz)(config, inputs, locateEngine),
...(0, __import_9__.UO)(config, inputs, locateEngine),
...unreadable,
...rules.problems,
],
};
}
const passwordInTheOpen = ({ prometheusUrl: url }, { monitoring }) => url === undefined || monitoring.access === 'public' ? [] : (0, __import_1__.BN)({ input: 'prometheus-url', url });
function readEach(items, read) {
const result = { found: [], problems: [] };
for (const item of items) {
try {
const one = read(item);
if (Array.isArray(one))
result.problems.push(...one);
else
result.found.push(one);
}
catch (error) {
if (!(error instanceof __import_2__.lZ))
throw error;
result.problems.push(...error.problems);
}
}
return result;
}
function readDashboards(workspace, config) {
const own = config.grafana.dashboards ?? [];
const paths = new Set(own.flatMap((path) => (0, __import_3__.CS)(workspace, path, '.json')));
return readEach([...paths], (path) => {
const text = (0, __import_3__.yR)(workspace, path, __import_3__.Em);
return text
? parseDashboard(text)
: [(0, __import_4__.Bi)((0, __import_3__.SH)(workspace, path), '`grafana.dashboards` names it.')];
});
}
const readRuleFiles = (workspace, config) => readEach((0, __import_8__.zA)(workspace, config).rules, (path) => (0, __import_3__.yR)(workspace, path) ?? [(0, __import_4__.Bi)((0, __import_3__.SH)(workspace, path), '`alerts.rules` names it.')]);
function parseDashboard(source) {
const { file, text } = source;
const read = (0, __import_0__.V)(text);
return read.ok ? { dashboard: { file, json: read.value }, source } : [(0, __import_10__.U)(file, read)];
}
}),
43829: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
U: () => (invalidJson)
});
const invalidJson = (file, { line, column, reason }) => ({
code: 'dashboard/json',
severity: 'error',
at: { file, line, column },
message: `Not valid JSON: ${reason}.`,
hint: 'Export the dashboard again: Share \u2192 Export \u2192 Save to file.',
});
}),
64441: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (readJson)
});
var __import_0__ = __webpack_require__(99547);
function readJson(source) {
const text = source.replace(/^\uFEFF/, '');
try {
return { ok: true, value: JSON.parse(text) };
}
catch (error) {
if (!(error instanceof SyntaxError))
throw error;
const before = text.slice(0, faultyOffset(text)).split('\n');
const reason = error.message
.replace(/ (?:in|after) JSON at position.*| \(line.*/s, '')
.replace(/, (\.\.\.)?"[\s\S]*$/, '');
return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason };
}
}
function faultyOffset(text) {
const errors = [];
try {
(0, __import_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
}
catch (error) {
if (!(error instanceof RangeError))
throw error;
}
return errors[0]?.offset ?? 0;
}
}),
87045: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (attempt)
});
var __import_0__ = __webpack_require__(61469);
async function attempt(operation, onRefusal) {
try {
return { ok: true, value: await operation() };
}
catch (error) {
const problem = error instanceof __import_0__.lZ ? error.problems[0] : undefined;
if (!(error instanceof __import_0__.lZ) || !problem)
throw error;
await onRefusal?.(error, problem);
return { ok: false, problem };
}
}
}),
18867: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
X: () => (mapConcurrently)
});
async function mapConcurrently(items, most, work) {
const results = new Array(items.length);
const queue = items.entries();
const worker = async () => {
for (const [i, item] of queue)
results[i] = await work(item);
};
await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
return results;
}
}),
56994: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
n: () => (grafanaChange)
});
const VERBS = { created: 'create', updated: 'update', removed: 'remove' };
function grafanaChange(object, change) {
return { subject: object.name, what: `${VERBS[change.becomes]} the ${object.kind}`, object, ...change };
}
}),
86584: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
b7: () => (annotationsSince),
ne: () => (isAnnotated),
x7: () => (diffAnnotation)
});
var __import_0__ = __webpack_require__(44900);
var __import_1__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(56994);
var __import_3__ = __webpack_require__(95225);
const WEEK_MS = 7 * 86_400_000;
const annotationsSince = () => Date.now() - WEEK_MS;
const isAnnotated = (tags, last) => last !== undefined &&
tags.every((tag) => tag === __import_0__.Rp || last.includes(tag)) &&
(tags.includes(__import_0__.Rp) || !last.includes(__import_0__.Rp));
function diffAnnotation({ annotation, deployment }, last) {
if (!annotation || !last)
return [];
const { text } = annotation;
const tags = [...new Set([...(0, __import_0__.RS)(deployment), ...annotation.tags])];
const object = { kind: 'annotation', name: (0, __import_1__.TN)(text, 80) };
if (!last.ok)
return [(0, __import_3__.z)(object, last.problem)];
if (isAnnotated(tags, last.value))
return [{ ...object, state: 'unchanged' }];
const action = { kind: 'annotate', deployment, text, tags };
return [(0, __import_2__.n)(object, { becomes: 'created', reason: 'it does not exist yet', action })];
}
}),
17404: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Sb: () => (notAttempted),
eS: () => (isSilent),
uv: () => (attemptRead)
});
var __import_0__ = __webpack_require__(50257);
var __import_1__ = __webpack_require__(87045);
function attemptRead(grafana, operation, isFatal = __import_0__._Q) {
return (0, __import_1__.C)(operation, async (error) => {
if (isFatal(error) || (await isSilent(grafana, error)))
throw error;
});
}
const isSilent = async (grafana, error) => (0, __import_0__.Ni)(error) && !(await grafana.answers());
function notAttempted(because) {
return {
code: 'grafana-not-tried',
severity: 'error',
message: `Not attempted, because something that it needs failed${because ? `: ${because.message}` : '.'}`,
hint: because?.hint ?? 'Correct that and run again.',
};
}
}),
4567: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K1: () => (isAsWanted),
gQ: () => (wrongType),
ne: () => (diffDataSource),
o9: () => (withPassword),
w3: () => (isPasswordRefused)
});
var __import_0__ = __webpack_require__(91060);
var __import_1__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(56994);
var __import_3__ = __webpack_require__(95225);
function diffDataSource(asked, read, health, url) {
if ('existing' in asked) {
const object = { kind: 'data source', name: asked.existing };
const planned = read.ok
? { ...object, state: 'unchanged' }
: (0, __import_3__.z)(object, read.problem);
const uid = asked.own?.uid ?? (read.ok ? read.value?.uid : undefined);
return { planned, uid, resendPassword: undefined };
}
const stored = read.ok ? read.value : undefined;
const resendPassword = stored && passwordChange(objectOf(asked, stored, url), stored, asked);
const refused = health?.ok === true && !health.value.ok && isPasswordRefused(health.value.message);
const planned = refused && resendPassword ? resendPassword : diffOwn(asked, read, url);
return { planned, uid: asked.uid, resendPassword };
}
function diffOwn(own, read, url) {
const stored = read.ok ? read.value : undefined;
const object = objectOf(own, stored, url);
if (!read.ok)
return (0, __import_3__.z)(object, read.problem);
const { uid } = own;
if (!stored) {
const action = { kind: 'create-data-source', uid, body: newDataSource(own) };
return (0, __import_2__.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
}
if (stored.type !== 'prometheus')
return (0, __import_3__.z)(object, wrongType(stored));
const differences = dataSourceDifferences(stored, own);
if (differences.length === 0)
return { ...object, state: 'unchanged' };
if (stored.readOnly)
return { ...object, state: 'kept', problem: provisioned(stored, differences) };
return (0, __import_2__.n)(object, {
...{ becomes: 'updated', owner: 'ours', reason: `new ${differences.map(({ name }) => name).join(', ')}` },
diff: differences.map(({ name, from, to }) => `~ ${name}: ${from} \u2192 ${to}`).join('\n'),
action: { kind: 'update-data-source', uid, body: changedDataSource(stored, own) },
});
}
const objectOf = (own, stored, url) => ({
kind: 'data source',
name: stored?.name ?? own.name,
url: `${url}/connections/datasources/edit/${own.uid}`,
});
const isPasswordRefused = (message) => /\b401\b/.test(message);
function passwordChange(object, stored, own) {
if (secretOf(own) === undefined || !isAsWanted(stored, own))
return undefined;
const action = { kind: 'update-data-source', uid: own.uid, body: changedDataSource(stored, own) };
return (0, __import_2__.n)(object, { becomes: 'updated', owner: 'ours', reason: 'new password', action });
}
const isAsWanted = (stored, own) => stored.type === 'prometheus' && dataSourceDifferences(stored, own).length === 0;
function newDataSource(own) {
return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false };
}
function changedDataSource(stored, own) {
const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored;
return { ...rest, ...fields(own, (0, __import_0__.OW)(stored.jsonData) ? stored.jsonData : {}) };
}
function withPassword(body, asked) {
const secret = asked && !('existing' in asked) ? secretOf(asked) : undefined;
return secret ? { ...body, secureJsonData: { [secret.field]: secret.value } } : body;
}
function secretOf({ password, authorization }) {
if (authorization !== undefined)
return { field: 'httpHeaderValue1', value: authorization };
return password === undefined ? undefined : { field: 'basicAuthPassword', value: password };
}
const AUTHORIZATION_HEADER = 'Authorization';
function headerOf({ authorization }, { httpHeaderName1: stored }) {
if (authorization !== undefined)
return AUTHORIZATION_HEADER;
return stored === AUTHORIZATION_HEADER ? undefined : stored;
}
function dataSourceDifferences(stored, own) {
const jsonData = (0, __import_0__.OW)(stored.jsonData) ? stored.jsonData : {};
const wanted = fields(own, jsonData);
const secret = secretOf(own);
const hasSecret = (0, __import_0__.OW)(stored.secureJsonFields) && stored.secureJsonFields[secret?.field ?? ''] === true;
const compared = (name, from, to) => from === to ? [] : [{ name, from: shown(from), to: shown(to) }];
return [
...compared('url', (0, __import_1__.Tv)(stored.url), (0, __import_1__.Tv)(own.url)),
...['access', 'basicAuth'].flatMap((key) => compared(key, stored[key], wanted[key])),
...(own.user === undefined ? [] : compared('user', stored.basicAuthUser, own.user)),
...compared('header', jsonData.httpHeaderName1, headerOf(own, jsonData)),
...(secret ? compared('password', hasSecret ? 'set' : 'not set', 'set') : []),
...compared('scrape interval', jsonData.timeInterval, own.timeInterval),
];
}
function shown(value) {
if (value === undefined || value === '')
return 'none';
return (0, __import_1__.TN)(String(value).replace(/^(\w+:\/\/)[^/?#]*@/, '$1'), 100);
}
function fields(own, jsonData) {
return {
type: 'prometheus',
access: 'proxy',
url: own.url,
basicAuth: own.user !== undefined,
basicAuthUser: own.user ?? '',
jsonData: {
httpMethod: 'POST',
prometheusType: 'Prometheus',
...jsonData,
httpHeaderName1: headerOf(own, jsonData),
timeInterval: own.timeInterval,
},
};
}
const wrongType = ({ name, type }) => ({
code: 'grafana-datasource-type',
severity: 'error',
message: `The data source "${(0, __import_1__.TN)(name, 100)}" is of type ${(0, __import_1__.TN)(type, 50)}, not Prometheus. It was left unchanged.`,
hint: 'Give it another uid, or set `grafana.datasource` in monitoring.yml to a Prometheus data source.',
});
const provisioned = ({ name }, differences) => ({
code: 'grafana-datasource-provisioned',
severity: 'warning',
message: `The data source "${(0, __import_1__.TN)(name, 100)}" is provisioned from a file and differs from the configuration: ${differences.map((d) => `${d.name} ${d.from}, not ${d.to}`).join('; ')}.`,
hint: `To use it unchanged, set \`grafana.datasource: ${(0, __import_1__.TN)(name, 100)}\` in monitoring.yml. Otherwise change that file on the Grafana server, or give the data source in it another uid.`,
});
}),
68219: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_B: () => (READS_AT_ONCE),
g6: () => (shouldList),
g_: () => (observeDashboards)
});
var __import_0__ = __webpack_require__(50257);
var __import_1__ = __webpack_require__(68359);
var __import_2__ = __webpack_require__(87045);
var __import_5__ = __webpack_require__(18867);
var __import_3__ = __webpack_require__(17404);
var __import_4__ = __webpack_require__(19666);
const READS_AT_ONCE = 6;
const FEW = 3;
const shouldList = (dashboards) => dashboards > FEW;
const READS_PER_PAGE = 5;
const MOST_PAGES = 32;
async function observeDashboards(grafana, { deployment, dashboards, folder }, forming) {
const search = knownOf(grafana, folder.uid, deployment, forming);
const list = shouldList(dashboards.length) ? await listed(grafana, search) : NOTHING;
if (list.isComplete)
return list.stored;
const { good } = await forming;
const missing = good.map(({ uid }) => uid).filter((uid) => !list.stored.has(uid));
const sought = shouldList(missing.length) ? await search.unseen(list.stored) : missing;
const stored = new Map([...list.stored, ...(await readDashboards(grafana, sought))]);
const own = (0, __import_4__.GT)(good, stored, deployment)
.map(({ uid }) => (0, __import_1__.oL)(uid, deployment))
.filter((uid) => !stored.has(uid));
if (own.length === 0)
return stored;
return new Map([...stored, ...(await readDashboards(grafana, await existing(grafana, own)))]);
}
const NOTHING = { stored: new Map(), isComplete: false };
function knownOf(grafana, folderUid, deployment, forming) {
const both = ({ uid }) => [uid, (0, __import_1__.oL)(uid, deployment)];
const search = async (seen) => {
const open = (await forming).good.filter((one) => both(one).every((uid) => !seen.has(uid)));
const inFolder = await (0, __import_2__.C)(() => grafana.dashboardsInFolder(folderUid));
const here = inFolder.ok ? inFolder.value : new Set();
const elsewhere = open.filter((one) => both(one).every((uid) => !here.has(uid))).map(({ uid }) => uid);
const found = elsewhere.length === 0 ? [] : await existing(grafana, elsewhere);
return new Set([...open.flatMap(both).filter((uid) => here.has(uid)), ...found]);
};
let known;
return {
unseen: async (seen) => {
known ??= search(seen);
return [...(await known)].filter((uid) => !seen.has(uid));
},
};
}
async function listed(grafana, search) {
const isEnough = async (sofar, pages) => {
const unseen = await search.unseen(byUid(sofar));
return pages >= MOST_PAGES || pages * READS_PER_PAGE >= unseen.length;
};
const list = await (0, __import_2__.C)(() => grafana.listDashboards(isEnough));
if (!list.ok || !list.value)
return NOTHING;
const { dashboards, complete } = list.value;
return { stored: byUid(dashboards), isComplete: complete };
}
const byUid = (dashboards) => new Map(dashboards.map((value) => [value.uid, { ok: true, value }]));
async function existing(grafana, uids) {
const known = await (0, __import_3__.uv)(grafana, () => grafana.knownDashboards(uids));
return known.ok ? uids.filter((uid) => known.value.has(uid)) : uids;
}
async function readDashboards(grafana, uids) {
const read = async (uid) => [uid, await (0, __import_3__.uv)(grafana, () => grafana.dashboard(uid), __import_0__.Pd)];
return new Map(await (0, __import_5__.X)(uids, READS_AT_ONCE, read));
}
}),
95225: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
X: () => (isChange),
z: () => (failedObject)
});
const isChange = (planned) => 'action' in planned;
const failedObject = (object, problem) => ({
...object,
state: 'failed',
problem,
});
}),
20300: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$E: () => (contentOf),
C2: () => (withoutEmpty),
H1: () => (OWNERS),
Sl: () => (isStillOurs),
VL: () => (ownershipOf),
b: () => (ownershipRecord),
bi: () => (writerOf),
fU: () => (withOwnershipMark)
});
var __import_0__ = __webpack_require__(91060);
const OWNERS = {
changed: 'ours',
moved: 'edited',
edited: 'edited',
unmanaged: 'unmanaged',
};
const MARK = '__deployMonitoring';
function contentOf(json) {
const { id, uid, version, refresh, [MARK]: mark, ...content } = json;
return content;
}
const digestOf = (json, folderUid) => (0, __import_0__.sc)((0, __import_0__.dj)([contentOf(json), folderUid])).slice(0, 32);
function withoutEmpty(value) {
if (Array.isArray(value))
return value.map(withoutEmpty);
if (!(0, __import_0__.OW)(value))
return value;
const members = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)]);
return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)));
}
const isEmpty = (value) => value === null ||
value === '' ||
value === false ||
value === 0 ||
(typeof value === 'object' && Object.keys(value).length === 0);
const digestOfV2 = (spec) => (0, __import_0__.sc)((0, __import_0__.dj)(withoutEmpty(spec))).slice(0, 32);
function withOwnershipMark(json, { deployment, folderUid }) {
const mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null };
return { ...json, [MARK]: mark };
}
const ownershipRecord = (spec, deployment, generation) => JSON.stringify({ deployment, digest: digestOfV2(spec), generation });
function markOf({ json, record }) {
const mark = record === undefined ? json[MARK] : (0, __import_0__._D)(record);
if (!(0, __import_0__.OW)(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
return undefined;
const { deployment, digest, refresh, generation } = mark;
return { deployment, digest, refresh, ...(typeof generation === 'number' && { generation }) };
}
const writerOf = (stored) => markOf(stored)?.deployment;
function ownershipOf(wanted, stored, { deployment, folderUid }) {
if (!stored)
return 'absent';
const mark = markOf(stored);
if (mark && mark.deployment !== deployment)
return 'other-deployment';
const isInPlace = stored.folderUid === folderUid;
const isSame = wanted.isV2 ? isSameV2(wanted.json, stored, mark) : isSameClassic(wanted.json, stored, mark);
if (isSame && isInPlace)
return 'unchanged';
if (stored.manager)
return 'provisioned';
if (!mark)
return isInPlace ? 'edited' : 'unmanaged';
const isAsWritten = stored.record === undefined && mark.digest === digestIn(stored, stored.folderUid);
if (isAsWritten)
return 'changed';
if (isInPlace)
return isUntouched(stored, mark, folderUid) ? 'changed' : 'edited';
return isSame || isUntouched(stored, mark, folderUid) ? 'moved' : 'edited';
}
function isSameClassic(wanted, { json }, mark) {
const refresh = wanted.refresh ?? null;
const refreshed = refresh === (json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh);
return refreshed && (0, __import_0__.FS)(contentOf(json), contentOf(wanted));
}
function isSameV2(wanted, stored, mark) {
if (mark?.generation !== undefined && mark.generation === stored.generation)
return mark.digest === digestOfV2(wanted);
return stored.isV2 && (0, __import_0__.FS)(withoutEmpty(stored.json), withoutEmpty(wanted));
}
function isUntouched(stored, mark, folderUid) {
if (mark.generation !== undefined && mark.generation === stored.generation)
return true;
return mark.digest === digestIn(stored, folderUid);
}
function digestIn({ json, isV2, record }, folderUid) {
if ((0, __import_0__.DI)(json) || isV2 !== (record !== undefined))
return undefined;
return isV2 ? digestOfV2(json) : digestOf(json, folderUid);
}
function isStillOurs(stored, deployment) {
const mark = markOf(stored);
return mark?.deployment === deployment && isUntouched(stored, mark, stored.folderUid);
}
}),
77526: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FE: () => (isOwnRule),
Kr: () => (ruleGroupBody),
L7: () => (supportsReceivers),
NY: () => (isProvisioned),
fl: () => (ruleOwnershipOf)
});
var __import_0__ = __webpack_require__(68359);
var __import_1__ = __webpack_require__(39386);
var __import_2__ = __webpack_require__(91060);
const isOwnRule = (deployment, rule) => rule.uid.startsWith((0, __import_0__.Pl)(deployment));
const isProvisioned = ({ provenance = '' }) => !['', 'api'].includes(String(provenance));
const MARK = '__deployMonitoring__';
const markFor = (rule, interval) => `${interval}s ${(0, __import_2__.sc)(comparable(rule)).slice(0, 32)}`;
function ruleOwnershipOf(rule, stored, { wantedInterval, storedInterval, dropsReceivers }) {
if (!stored)
return 'absent';
const sent = wire(rule);
const seen = dropsReceivers ? { ...stored, notification_settings: sent.notification_settings } : stored;
const mark = (0, __import_2__.OW)(stored.annotations) ? stored.annotations[MARK] : undefined;
const isSame = comparable(sent) === comparable(seen);
if (isSame && mark === markFor(sent, wantedInterval) && wantedInterval === storedInterval)
return 'unchanged';
if (isSame && wantedInterval === storedInterval)
return 'unmarked';
if (mark !== undefined && mark !== markFor(seen, storedInterval))
return 'edited';
return isSame ? 'unmarked' : 'changed';
}
function ruleGroupBody(group, stored, { deployment, folderUid, kept }) {
const before = stored?.rules ?? [];
const place = { orgID: 1, folderUID: folderUid, ruleGroup: group.title };
const ours = group.rules.flatMap((rule) => {
const old = before.find(({ uid }) => uid === rule.uid);
if (kept.has(rule.uid))
return old ? [old] : [];
const sent = wire(rule);
const annotations = { ...rule.annotations, [MARK]: markFor(sent, group.interval) };
return [{ ...sent, annotations, ...place, isPaused: old?.isPaused === true }];
});
const others = before.filter((rule) => !isOwnRule(deployment, rule));
return { title: group.title, folderUid, interval: group.interval, rules: [...ours, ...others] };
}
const supportsReceivers = ({ rules }) => rules.length === 0 || rules.some((rule) => rule.notification_settings !== undefined);
function wire(rule) {
const { receiver, data, ...rest } = rule;
return {
...rest,
data: data.map((query) => ({
queryType: '',
...query,
model: { ...MODEL, ...query.model, refId: query.refId },
})),
notification_settings: receiver === undefined ? null : { receiver },
};
}
const MODEL = { intervalMs: 1000, maxDataPoints: 43200 };
function comparable(rule) {
const { title, condition, noDataState, execErrState, labels, data } = rule;
const { [MARK]: mark, ...annotations } = (0, __import_2__.OW)(rule.annotations) ? rule.annotations : {};
const receiver = (0, __import_2__.OW)(rule.notification_settings) ? rule.notification_settings.receiver : undefined;
const queries = Array.isArray(data) ? data.filter(__import_2__.OW) : [];
return (0, __import_2__.dj)({
...{ title, condition, noDataState, execErrState, receiver },
for: (0, __import_1__.E)(String(rule.for)) ?? rule.for,
labels: labels ?? {},
annotations,
data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
...{ refId, relativeTimeRange, datasourceUid, model },
})),
});
}
}),
19666: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GT: () => (writtenByOthers),
qv: () => (storedAs),
vS: () => (assignUids)
});
var __import_0__ = __webpack_require__(68359);
var __import_1__ = __webpack_require__(20300);
const ABSENT = { ok: true, value: undefined };
const storedAs = (stored, uid) => stored.get(uid) ?? ABSENT;
function writer(stored, { uid }) {
const read = storedAs(stored, uid);
return read.ok && read.value ? (0, __import_1__.bi)(read.value) : undefined;
}
const writtenByOthers = (dashboards, stored, deployment) => dashboards.filter((dashboard) => writer(stored, dashboard) !== deployment);
function assignUids(dashboards, stored, deployment) {
const moves = writtenByOthers(dashboards, stored, deployment).filter((dashboard) => {
const twin = storedAs(stored, (0, __import_0__.oL)(dashboard.uid, deployment));
return writer(stored, dashboard) !== undefined || !twin.ok || twin.value !== undefined;
});
const moved = new Map(moves.map(({ uid }) => [uid, (0, __import_0__.oL)(uid, deployment)]));
return { dashboards: (0, __import_0__.GV)(dashboards, moved), moved };
}
}),
10766: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
k: () => (checkShipped)
});
var configuration = __webpack_require__(36303);
var lib_pace = __webpack_require__(3449);
var lint = __webpack_require__(4891);
var build_lint = __webpack_require__(36732);
var subject = __webpack_require__(11805);
var recorded = __webpack_require__(86234);
var silence = __webpack_require__(15806);
;
async function shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }) {
const { problems } = await (0, build_lint.K)({
...{ fly: [], prometheus: [], rules, deployedRules: rules, ruleTests: [] },
...{ workflows: [], deploys: [], naming: [], dataSources: [] },
dashboards: dashboards.map(({ file, text }) => ({ file, text: () => text })),
}, {
config,
assumed: source === undefined,
recorded: () => (0, recorded._$)(config, remoteWrite),
ownRules: () => (0, recorded._m)(config, remoteWrite),
prometheus: (0, subject.S2)(config, () => false),
inputs: [],
pace,
});
const own = source
? [...(0, lint.CD)(config, source), ...(await (0, lint.Gv)(config, source, pace))]
: [];
const found = [...own, ...problems, ...pace.problems()];
return (0, silence.fq)(found, config.lint.ignore).filter(({ severity }) => severity === 'error');
}
;
async function checkShipped({ config, source, dashboardSources, ruleSources }, inputs, { until, signal }) {
const dashboards = inputs.mode === 'verify' || !inputs.grafana ? [] : dashboardSources;
const pace = (0, lib_pace.q)({ until, signal });
const remoteWrite = inputs.remoteWrite !== undefined;
const rules = inputs.mode === 'verify' ? [] : ruleSources;
(0, configuration.MI)(await shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }));
}
})
};

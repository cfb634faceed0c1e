export const id = 2056;
export const ids = [2056, 9675];
export const modules = {
17751: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (filesUrl),
t: () => (workflowRun)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(91060);
var __import_2__ = __webpack_require__(94869);
const MAX_BYTES = 32_000_000;
function workflowRun(env) {
const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? [];
if (owner === undefined || repo === undefined)
return undefined;
const { GITHUB_EVENT_NAME: event = '', GITHUB_RUN_ID: runId = '' } = env;
const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
const home = `${(0, __import_2__.Tv)(env.GITHUB_SERVER_URL || 'https://github.com')}/${owner}/${repo}`;
const payload = payloadOf(env.GITHUB_EVENT_PATH);
return {
apiUrl: (0, __import_2__.Tv)(apiUrl),
repository: { owner, repo },
event,
pullRequest: pullRequestOf(payload, event),
commit: commitOfEvent(payload, event) || (env.GITHUB_SHA ?? ''),
runId: Number(/^\d{1,15}$/.exec(runId)?.[0] ?? 0),
runUrl: runId === '' ? '' : `${home}/actions/runs/${runId}`,
source: filesUrl(env),
};
}
function filesUrl({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, }) {
return server && repository && commit
? `${(0, __import_2__.Tv)(server)}/${repository}/blob/${commit}`
: undefined;
}
function payloadOf(path) {
if (!path)
return {};
try {
const text = (0, __import_0__.readFileSync)(path, 'utf8');
const payload = text.length > MAX_BYTES ? undefined : (0, __import_1__._D)(text);
return (0, __import_1__.OW)(payload) ? payload : {};
}
catch {
return {};
}
}
const objectAt = (value, key) => {
const inner = value[key];
return (0, __import_1__.OW)(inner) ? inner : {};
};
function pullRequestOf(payload, event) {
const pull = objectAt(payload, 'pull_request');
const { number } = pull;
if (typeof number !== 'number' || !Number.isSafeInteger(number))
return undefined;
const [head, base] = ['head', 'base'].map((side) => (0, __import_1__.tB)(objectAt(objectAt(pull, side), 'repo').full_name));
return { number, isFromFork: event !== 'pull_request_target' && head !== base };
}
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function commitOfEvent(payload, event) {
const candidates = [
objectAt(objectAt(payload, 'pull_request'), 'head').sha,
event === 'workflow_run' ? objectAt(payload, 'workflow_run').head_sha : undefined,
objectAt(payload, 'merge_group').head_sha,
];
return candidates.map(__import_1__.tB).find((sha) => COMMIT.test(sha)) ?? '';
}
}),
52749: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K2: () => (identityIn),
MV: () => (publicationOf),
cP: () => (inputIn),
p8: () => (modeIn)
});
var __import_0__ = __webpack_require__(43636);
const inputIn = (env) => (name) => (0, __import_0__.JR)(env, name)?.trim() || undefined;
const modeIn = (env) => inputIn(env)('mode') ?? 'deploy';
function identityIn(env) {
const value = inputIn(env);
return {
mode: modeIn(env),
config: value('config') ?? '',
folder: value('working-directory') ?? '.',
names: [value('app') ?? '', value('monitoring-app') ?? ''],
};
}
const publicationOf = (env, { commit, runUrl, runId, source }) => ({ ...identityIn(env), commit, runUrl, runId, source });
}),
32056: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
publish: () => (publish)
});
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var core = __webpack_require__(46058);
var json_text = __webpack_require__(72550);
var temporary = __webpack_require__(4495);
var action_items = __webpack_require__(68456);
var headline = __webpack_require__(91218);
var page = __webpack_require__(53635);
var result = __webpack_require__(98804);
var documentation = __webpack_require__(25478);
var json_value = __webpack_require__(91060);
var check_run = __webpack_require__(48643);
var inert_text = __webpack_require__(68107);
var overview = __webpack_require__(47108);
var publication = __webpack_require__(62360);
;
const MAX_RESULTS = 5_000;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
function renderSarif(report, identity) {
const all = (0, check_run.r)(report.problems);
if (all.length === 0 && report.checked === undefined)
return undefined;
const shown = all.slice(0, MAX_RESULTS);
const rules = [...Map.groupBy(shown, ({ code }) => code)].map(([code, [first]]) => ruleOf(code, first));
const places = new Map(rules.map(({ id }, index) => [id, index]));
const fingerprint = fingerprints();
return {
$schema: SCHEMA,
version: '2.1.0',
runs: [
{
tool: {
driver: {
name: 'deploy-monitoring',
informationUri: 'https://github.com/fechatter/deploy-monitoring',
rules,
},
},
automationDetails: { id: `deploy-monitoring/${identity.mode}/${(0, publication.TN)(identity)}/` },
columnKind: 'utf16CodeUnits',
results: shown.map((found) => ({
ruleId: found.code,
ruleIndex: places.get(found.code) ?? -1,
level: found.severity,
message: { text: messageOf(found) },
locations: [locationOf(found.at)],
partialFingerprints: { 'deployMonitoring/v1': fingerprint(found) },
})),
},
],
};
}
function ruleOf(code, first) {
const url = (0, documentation.bM)(code);
return {
id: code,
shortDescription: { text: code },
helpUri: url,
help: {
text: `What it means, an example and how to silence it: ${url}`,
markdown: `[What it means, an example and how to silence it](${url})`,
},
defaultConfiguration: { level: first?.severity ?? 'warning' },
};
}
const messageOf = ({ message, hint }) => `${(0, inert_text.U)(message, 1_000)} ${(0, inert_text.U)(hint, 1_000)}`.replace(/\{(?=\d+\})/g, '{\u200b');
const locationOf = ({ file, line, column }) => ({
physicalLocation: {
artifactLocation: { uri: (0, overview.oW)(file), uriBaseId: '%SRCROOT%' },
region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
},
});
function fingerprints() {
const seen = new Map();
return ({ code, at, message }) => {
const identity = JSON.stringify([code, at.file, message.replace(/\d+/g, '0')]);
const hash = (0, json_value.sc)(identity).slice(0, 32);
const before = seen.get(hash) ?? 0;
seen.set(hash, before + 1);
return `${hash}:${before + 1}`;
};
}
var summary = __webpack_require__(86486);
var github_event = __webpack_require__(17751);
var github_publication = __webpack_require__(52749);
var lib_text = __webpack_require__(94869);
var workflow_commands = __webpack_require__(41450);
var rows = __webpack_require__(24098);
;
function actionOutputs(report) {
const { evidence } = report;
const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
const missing = (evidence?.metrics ?? []).filter(({ state }) => state !== 'present' && state !== 'waiting');
return {
verdict: (0, headline.CL)(report),
'monitoring-url': printable(report.monitoring?.url ?? ''),
apps: list(report.apps.map((app) => ({ ...app }))),
targets: list((evidence?.targets ?? []).map(target), ({ health }) => health !== 'up'),
'targets-up': String(expected.filter((target) => target.state === 'up').length),
'targets-total': String(expected.length),
'metrics-missing': list(missing.map(({ service, name, state, nearMiss }) => ({
service,
name,
state,
nearMiss: nearMiss ?? null,
}))),
'panels-empty': list((0, rows.Xb)(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
dashboard: dashboard.uid,
panel: panel.title,
query: refId,
state,
}))),
dashboards: list(report.dashboards.map((dashboard) => ({ ...dashboard }))),
changed: String(report.changes.some(({ result }) => result === 'done')),
};
}
const target = ({ state, reason, lastScrape, samples, ...of }) => ({
service: of.service,
app: of.app,
machine: of.machine,
region: of.region,
address: of.address,
health: state,
lastScrape: lastScrape ?? null,
samples: samples ?? null,
reason: reason ? `${reason.why} ${reason.next}` : null,
});
const MAX_BYTES = 90_000;
function list(rows, comesFirst = () => false) {
const whole = fitting(rows);
const shown = whole.length === rows.length
? whole
: fitting([...rows.filter(comesFirst), ...rows.filter((row) => !comesFirst(row))]);
return `[${shown.join(',')}]`;
}
function fitting(rows) {
const texts = [];
let left = MAX_BYTES - '[]'.length;
for (const row of rows) {
const text = (0, json_text.jsonText)(printableRow(row));
left -= Buffer.byteLength(text) + ','.length;
if (left < 0)
break;
texts.push(text);
}
return texts;
}
const printable = (text) => (0, workflow_commands.i)((0, lib_text.TN)(text, 1_000));
const printableRow = (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? printable(value) : value]));
var errors = __webpack_require__(61469);
var lib_workspace = __webpack_require__(40493);
var write_files = __webpack_require__(75289);
;
function writeSarif(sarif, { folder, env, log }) {
const value = (0, github_publication.cP)(env);
const given = value('sarif-file');
const workspace = (0, lib_workspace.oS)(env);
const path = given === undefined
? (0, external_node_path_.join)(folder, 'findings.sarif')
: (0, external_node_path_.resolve)(workspace, value('working-directory') ?? '.', given);
const roots = given === undefined ? [folder] : [(0, temporary.y)(env), workspace];
const root = roots.find((one) => path.startsWith(`${(0, external_node_path_.resolve)(one)}/`)) ?? workspace;
try {
const file = { path: (0, external_node_path_.relative)(root, path), text: `${(0, json_text.jsonText)(sarif)}\n`, executable: false };
(0, write_files.h)((0, external_node_fs_.realpathSync)(root), [file]);
return path;
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
for (const problem of error.problems)
log.problem({ ...problem, severity: 'warning' });
return '';
}
}
;
function publish(report, env, log) {
annotate(report, log);
const source = (0, github_event.$)(env);
const text = (0, summary.B)(report, source);
attempt(log, 'The job summary', () => {
if (env.GITHUB_STEP_SUMMARY)
(0, external_node_fs_.appendFileSync)(env.GITHUB_STEP_SUMMARY, text);
});
const files = filesFor({ report, source, text }, env, log);
attempt(log, 'The outputs', () => {
for (const [name, value] of Object.entries({ ...actionOutputs(report), ...files }))
core.uH(name, value);
});
log.info((0, headline.Pl)(report));
}
function filesFor({ report, source, text }, env, log) {
const paths = { 'summary-path': '', 'report-path': '', 'sarif-file': '' };
attempt(log, 'The summary', () => {
const folder = (0, external_node_fs_.mkdtempSync)((0, external_node_path_.join)((0, temporary.y)(env), 'deploy-monitoring-summary-'));
(0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(folder, 'summary.md'), text);
paths['summary-path'] = (0, external_node_path_.join)(folder, 'summary.md');
(0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(folder, 'summary.json'), `${(0, json_text.jsonText)((0, result.toResult)(report), 2)}\n`);
attempt(log, 'The HTML report', () => {
(0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(folder, 'deploy-monitoring.html'), (0, page.renderHtmlReport)(report, source));
paths['report-path'] = (0, external_node_path_.join)(folder, 'deploy-monitoring.html');
});
attempt(log, 'The findings as SARIF', () => {
const sarif = renderSarif(report, (0, github_publication.K2)(env));
if (sarif)
paths['sarif-file'] = writeSarif(sarif, { folder, env, log });
});
});
return paths;
}
function annotate(report, log) {
for (const { severity, code, subject, at, what, next } of (0, action_items.rZ)(report)) {
const message = at || subject === '' ? what : `${subject}: ${what}`;
log.problem({ code, severity, message, hint: next, ...(at && { at }) });
}
}
function attempt(log, what, write) {
try {
write();
}
catch (error) {
log.info(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
}
}
}),
25478: ((__module, __webpack_exports__, __webpack_require__) => {
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
91060: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DI: () => (tooDeep),
FS: () => (equalJson),
Mz: () => (mapMembers),
OW: () => (isJsonObject),
Qv: () => (objectsIn),
_D: () => (jsonOrUndefined),
dj: () => (canonicalJson),
qK: () => (nestsTooDeep),
sc: () => (sha256),
tB: () => (stringIn),
to: () => (mapStrings)
});
var __import_0__ = __webpack_require__(77598);
const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
const stringIn = (value) => (typeof value === 'string' ? value : '');
function jsonOrUndefined(text) {
try {
return JSON.parse(text);
}
catch {
return undefined;
}
}
const MAX_DEPTH = 100;
function tooDeep(value, depth = 0) {
if (value === null || typeof value !== 'object')
return false;
if (depth > MAX_DEPTH)
return true;
if (Array.isArray(value)) {
for (const item of value)
if (tooDeep(item, depth + 1))
return true;
}
else
for (const key in value)
if (tooDeep(value[key], depth + 1))
return true;
return false;
}
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
function nestsTooDeep(json) {
let levels = 0;
let isInString = false;
for (let i = 0; i < json.length; i++) {
const code = json.charCodeAt(i);
if (isInString) {
if (code === BACKSLASH)
i++;
else if (code === QUOTE)
isInString = false;
}
else if (code === QUOTE)
isInString = true;
else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
levels--;
else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
return true;
}
return false;
}
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
if (Array.isArray(value))
return value.map(sorted);
if (!isJsonObject(value))
return value;
const keys = Object.keys(value).sort();
return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
function equalJson(a, b) {
if (a === b)
return true;
if (Array.isArray(a)) {
if (!Array.isArray(b) || a.length !== b.length)
return false;
for (let i = 0; i < a.length; i++)
if (!equalJson(a[i], b[i]))
return false;
return true;
}
if (!isJsonObject(a) || !isJsonObject(b))
return false;
let more = 0;
for (const _ in b)
more += 1;
for (const key in a) {
if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
return false;
more -= 1;
}
return more === 0;
}
const sha256 = (text) => (0, __import_0__.createHash)('sha256').update(text).digest('hex');
function mapMembers(value, change, context) {
if (Array.isArray(value))
return mapItems(value, change, context);
let copy;
for (const key in value) {
const member = value[key];
const changed = change(member, context, key);
if (changed === member)
continue;
copy ??= { ...value };
copy[key] = changed;
}
return copy ?? value;
}
function mapItems(items, change, context) {
let copy;
for (let i = 0; i < items.length; i++) {
const changed = change(items[i], context);
if (changed === items[i])
continue;
copy ??= [...items];
copy[i] = changed;
}
return copy ?? items;
}
function mapStrings(value, change) {
if (typeof value === 'string')
return change(value);
return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}
}),
40493: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CS: () => (listFiles),
Em: () => (MAX_DASHBOARD_BYTES),
Fv: () => (walkFiles),
OH: () => (openWorkspace),
OS: () => (namesInFolder),
SH: () => (repositoryPath),
j6: () => (existsInWorkspace),
oS: () => (workspaceRoot),
tc: () => (fromRoot),
yR: () => (readText)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(61469);
const MAX_DASHBOARD_BYTES = 16_000_000;
const workspaceRoot = ({ GITHUB_WORKSPACE }) => GITHUB_WORKSPACE ?? process.cwd();
function openWorkspace(root, workingDirectory) {
const real = realRoot(root);
const wrong = (message) => unreadable('input/working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
try {
const folder = (0, __import_0__.realpathSync)((0, __import_1__.resolve)(real, workingDirectory));
if (!inside(real, folder))
throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
if (!(0, __import_0__.statSync)(folder).isDirectory())
throw wrong(`The working directory ${workingDirectory} is not a folder.`);
return { root: real, folder };
}
catch (error) {
if (error instanceof __import_2__.lZ)
throw error;
throw wrong(`The working directory ${workingDirectory} does not exist.`);
}
}
function realRoot(root) {
try {
return (0, __import_0__.realpathSync)(root);
}
catch {
const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
throw unreadable('input/workspace', `The workspace ${root} does not exist.`, hint);
}
}
function readText(workspace, path, maxBytes = 1_000_000) {
const file = repositoryPath(workspace, path);
const pending = workspace.pending?.get(file);
if (pending !== undefined)
return { file, text: pending };
const wrong = (message, hint) => unreadable('file/unreadable', `${file} ${message}.`, hint);
try {
const real = (0, __import_0__.realpathSync)((0, __import_1__.join)(workspace.folder, path));
if (!inside(workspace.root, real))
throw unreadable('file/outside', `${file} leads outside of the workspace.`, UNLINK);
const stat = (0, __import_0__.statSync)(real);
if (!stat.isFile())
throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'not a file'}`, READABLE);
const { size } = stat;
if (size > maxBytes) {
const message = `${file} has ${size} bytes, more than the limit of ${maxBytes}.`;
throw unreadable('file/too-large', message, 'Is this the right file?');
}
const bytes = (0, __import_0__.readFileSync)(real);
const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
return { file, text, ...(isMarked && { isMarked }) };
}
catch (error) {
if (error instanceof __import_2__.lZ)
throw error;
const code = error.code;
if (code === 'ENOENT' || code === 'ENOTDIR')
return undefined;
if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
throw wrong(`cannot be read: ${(0, __import_2__.bD)(error)}`, READABLE);
}
}
const UNLINK = 'Replace the link with the file itself.';
const READABLE = 'Check that it is a file and may be read.';
function listFiles(workspace, path, ending) {
const pending = pendingBelow(workspace, path).filter((one) => one.endsWith(ending));
try {
const absolute = (0, __import_0__.realpathSync)((0, __import_1__.join)(workspace.folder, path));
if (!(0, __import_0__.statSync)(absolute).isDirectory() || !inside(workspace.root, absolute))
return [path];
const files = (0, __import_0__.readdirSync)((0, __import_1__.join)(workspace.folder, path), { withFileTypes: true, recursive: true })
.filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
.map((entry) => (0, __import_1__.relative)(workspace.folder, (0, __import_1__.join)(entry.parentPath, entry.name)));
return [...new Set([...files, ...pending])].toSorted();
}
catch {
return pending.length > 0 ? pending : [path];
}
}
function pendingBelow(workspace, path) {
const folder = repositoryPath(workspace, path);
return [...(workspace.pending?.keys() ?? [])]
.filter((file) => folder === '.' || file.startsWith(`${folder}/`))
.map((file) => fromRoot(workspace, file))
.toSorted();
}
function existsInWorkspace(workspace, path) {
const absolute = (0, __import_1__.join)(workspace.folder, path);
if (workspace.pending?.has(repositoryPath(workspace, path)))
return true;
if (pendingBelow(workspace, path).length > 0)
return true;
return (0, __import_0__.existsSync)(absolute) && inside(workspace.root, (0, __import_0__.realpathSync)(absolute));
}
function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
const [paths, closed] = [[], []];
paths.push(...pendingBelow(workspace, '').filter((path) => !path.split('/').slice(0, -1).some(skips)));
const pending = new Set(paths);
const folders = [{ path: '', depth: 0 }];
for (let folder = folders.pop(); folder; folder = folders.pop())
for (const entry of entriesOf(workspace, folder.path, closed)) {
const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
if (!entry.isDirectory()) {
if (!pending.has(path))
paths.push(path);
}
else if (!skips(entry.name) && folder.depth < maxDepth)
folders.push({ path, depth: folder.depth + 1 });
if (paths.length >= maxFiles)
return { paths: paths.toSorted(), incomplete: true, closed };
}
return { paths: paths.toSorted(), incomplete: false, closed };
}
function namesInFolder(workspace, path) {
const folder = (0, __import_1__.join)(workspace.folder, path);
if (!(0, __import_0__.existsSync)(folder) || !inside(workspace.root, (0, __import_0__.realpathSync)(folder)))
return [];
return (0, __import_0__.statSync)(folder).isDirectory() ? entriesOf(workspace, path, []).map(({ name }) => name) : [];
}
function entriesOf(workspace, path, closed) {
try {
return (0, __import_0__.readdirSync)((0, __import_1__.join)(workspace.folder, path), { withFileTypes: true });
}
catch {
closed.push(repositoryPath(workspace, path));
return [];
}
}
function fromRoot(workspace, path) {
return (0, __import_1__.relative)(workspace.folder, (0, __import_1__.join)(workspace.root, path));
}
function repositoryPath(workspace, path) {
return (0, __import_1__.relative)(workspace.root, (0, __import_1__.join)(workspace.folder, path)).split(__import_1__.sep).join('/') || '.';
}
const inside = (root, path) => path === root || path.startsWith(root + __import_1__.sep);
function unreadable(code, message, hint) {
const problem = { code, severity: 'error', message, hint };
return new __import_2__.lZ('configuration', [problem]);
}
}),
75289: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (writeFiles)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(73024);
var __import_2__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(61469);
function writeFiles(root, files) {
const problems = files.flatMap(({ path }) => outOfPlace(root, path));
if (problems.length > 0)
throw new __import_3__.lZ('configuration', problems);
for (const { path, text, executable } of files) {
const target = (0, __import_2__.join)(root, path);
try {
(0, __import_1__.mkdirSync)((0, __import_2__.dirname)(target), { recursive: true });
replaceFile(target, text, executable);
}
catch (error) {
throw new __import_3__.lZ('configuration', [writeProblem(path, `cannot be written: ${(0, __import_3__.bD)(error)}`)]);
}
}
}
function outOfPlace(root, path) {
const folder = existingParent((0, __import_2__.dirname)((0, __import_2__.join)(root, path)));
const real = (0, __import_1__.realpathSync)(folder);
if (real !== root && !real.startsWith(root + __import_2__.sep))
return [writeProblem(path, 'leads outside of the repository')];
return (0, __import_1__.statSync)(real).isDirectory()
? []
: [writeProblem(path, `cannot be written: ${(0, __import_2__.relative)(root, real)} is not a folder`)];
}
function replaceFile(target, text, executable) {
const fresh = (0, __import_2__.join)((0, __import_2__.dirname)(target), `.${(0, __import_0__.randomBytes)(6).toString('hex')}.tmp`);
try {
(0, __import_1__.writeFileSync)(fresh, text, { flag: 'wx' });
if (executable)
(0, __import_1__.chmodSync)(fresh, 0o755);
(0, __import_1__.renameSync)(fresh, target);
}
finally {
(0, __import_1__.rmSync)(fresh, { force: true });
}
}
function existingParent(path) {
return (0, __import_1__.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0, __import_2__.dirname)(path));
}
const writeProblem = (path, message) => ({
code: 'file-not-written',
severity: 'error',
message: `${path} ${message}.`,
hint: 'Its parent must be a folder of the repository that is writable.',
});
})
};

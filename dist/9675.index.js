export const id = 9675;
export const ids = [9675];
export const modules = {
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

export const id = 6987;
export const ids = [6987];
export const modules = {
67051: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AG: () => (dashboardInputs),
N6: () => (libraryCopies),
Nb: () => (openDashboard),
lx: () => (isDashboardUid),
uQ: () => (fromLibrary)
});
var __import_0__ = __webpack_require__(91060);
function openDashboard(json) {
if ((0, __import_0__.DI)(json))
return 'depth';
let [value, path] = [json, []];
let resource;
for (let layers = 0; layers < 3 && (0, __import_0__.OW)(value); layers++) {
const { apiVersion, metadata, spec, dashboard } = value;
if ((0, __import_0__.tB)(apiVersion).startsWith('dashboard.grafana.app/') && (0, __import_0__.OW)(spec)) {
const name = (0, __import_0__.OW)(metadata) ? metadata.name : undefined;
resource = { apiVersion: (0, __import_0__.tB)(apiVersion), uid: typeof name === 'string' ? name : undefined };
[value, path] = [spec, [...path, 'spec']];
}
else if ((0, __import_0__.OW)(dashboard) && !Array.isArray(value.panels))
[value, path] = [dashboard, [...path, 'dashboard']];
else
return modelOf(value, path, resource);
}
return 'shape';
}
function modelOf(spec, path, resource) {
const isV2 = /\/v2/.test(resource?.apiVersion ?? '') || ((0, __import_0__.OW)(spec.elements) && !Array.isArray(spec.panels));
const uid = resource?.uid ?? spec.uid ?? undefined;
const apiVersion = resource?.apiVersion.split('/')[1] ?? '';
return {
spec,
path,
uid: uid === '' ? undefined : uid,
title: (0, __import_0__.tB)(spec.title).trim(),
isV2,
apiVersion,
};
}
const UID = /^[a-zA-Z0-9_-]{1,40}$/;
const isDashboardUid = (uid) => typeof uid === 'string' && UID.test(uid);
const dashboardInputs = ({ spec, path }) => (0, __import_0__.Qv)(spec.__inputs).map((input, index) => {
const isSource = input.type === 'datasource' || typeof input.pluginId === 'string';
const isOurs = isSource && (input.pluginId ?? 'prometheus') === 'prometheus';
const hasValue = typeof input.value === 'string';
return {
path: [...path, '__inputs', index],
name: String(input.name),
type: (0, __import_0__.tB)(input.pluginId) || (isSource ? 'prometheus' : ''),
kind: isOurs ? 'prometheus' : hasValue ? 'value' : 'unresolved',
value: (0, __import_0__.tB)(input.value),
};
});
const libraryCopies = ({ spec }) => (0, __import_0__.OW)(spec.__elements) ? spec.__elements : {};
function fromLibrary(panel, copies) {
const { libraryPanel, ...own } = panel;
if (!(0, __import_0__.OW)(libraryPanel))
return { panel, uid: undefined, isCopied: false };
const uid = String(libraryPanel.uid);
const copy = Object.hasOwn(copies, uid) ? copies[uid] : undefined;
return (0, __import_0__.OW)(copy) && (0, __import_0__.OW)(copy.model)
? { panel: { ...copy.model, ...own }, uid, isCopied: true }
: { panel, uid, isCopied: false };
}
}),
32051: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
c: () => (listOf),
t: () => (panelsIn)
});
var __import_0__ = __webpack_require__(91060);
const MAX_DEPTH = 10;
const panelsIn = (model, path = []) => panelsBelow(model, { path, depth: 0, repeatedFor: [] });
function panelsBelow(parent, { path, depth, repeatedFor }) {
if (depth > MAX_DEPTH)
return [];
return ['panels', 'rows'].flatMap((key) => {
let openRow = [];
return listOf(parent[key]).flatMap(({ value: panel, index }) => {
const isRow = key === 'rows' || panel.type === 'row';
const own = (0, __import_0__.tB)(panel.repeat) === '' ? [] : [(0, __import_0__.tB)(panel.repeat)];
if (isRow)
openRow = own;
const around = [...new Set([...repeatedFor, ...openRow, ...own])];
const here = [...path, key, index];
const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around });
return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner];
});
});
}
function listOf(value) {
if (!Array.isArray(value))
return [];
return value.flatMap((item, index) => ((0, __import_0__.OW)(item) ? [{ value: item, index }] : []));
}
}),
17343: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
F: () => (readDashboard)
});
var __import_0__ = __webpack_require__(91060);
var __import_1__ = __webpack_require__(67051);
var __import_2__ = __webpack_require__(32051);
function readDashboard(value) {
const found = (0, __import_1__.Nb)(value);
if (typeof found === 'string')
return undefined;
if (found.isV2)
return fromElements(found);
return Array.isArray(found.spec.panels) || Array.isArray(found.spec.rows) ? fromModel(found) : undefined;
}
function fromModel(found) {
const { spec, path } = found;
const templating = (0, __import_0__.OW)(spec.templating) ? spec.templating : {};
const copies = (0, __import_1__.N6)(found);
return {
...headOf(found),
variables: (0, __import_2__.c)(templating.list).map(({ value, index }) => variable(value, [...path, 'templating', 'list', index])),
annotations: annotationsIn((0, __import_0__.OW)(spec.annotations) ? spec.annotations.list : undefined, [
...path,
'annotations',
'list',
]),
inputs: (0, __import_1__.AG)(found),
panels: (0, __import_2__.t)(spec, path).map((placed) => {
const { panel: whole, uid, isCopied } = (0, __import_1__.uQ)(placed.panel, copies);
const at = isCopied ? [...path, '__elements', String(uid), 'model'] : placed.path;
return { ...panel(whole, at), id: idOf(placed.panel), library: isCopied ? undefined : uid };
}),
};
}
const headOf = ({ path, uid, title, isV2, spec }) => ({
hasContent: !isV2 || ((0, __import_0__.OW)(spec.elements) && (0, __import_0__.OW)(spec.layout)),
path,
uid: uid === undefined ? '' : String(uid),
isUidValid: uid === undefined || (0, __import_1__.lx)(uid),
title,
isV2,
});
const idOf = ({ id }) => (typeof id === 'number' ? id : undefined);
function panel(value, path) {
const defaults = (0, __import_0__.OW)(value.fieldConfig) ? value.fieldConfig.defaults : undefined;
const axes = (0, __import_2__.c)(value.yaxes).map((axis) => (0, __import_0__.tB)(axis.value.format));
return {
path,
id: idOf(value),
library: undefined,
title: (0, __import_0__.tB)(value.title),
type: (0, __import_0__.tB)(value.type),
unit: ((0, __import_0__.OW)(defaults) ? (0, __import_0__.tB)(defaults.unit) : '') || axes[0] || (0, __import_0__.tB)(value.format),
source: source(value.datasource),
targets: (0, __import_2__.c)(value.targets).map(({ value: target, index }) => ({
path: [...path, 'targets', index],
expr: (0, __import_0__.tB)(target.expr),
source: source(target.datasource),
hidden: target.hide === true,
minStep: (0, __import_0__.tB)(target.interval) || (0, __import_0__.tB)(value.interval),
})),
};
}
function variable(value, path) {
const query = (0, __import_0__.OW)(value.query) ? (0, __import_0__.tB)(value.query.query) : (0, __import_0__.tB)(value.query);
return {
path,
name: (0, __import_0__.tB)(value.name),
type: (0, __import_0__.tB)(value.type),
query,
source: source(value.datasource),
};
}
function fromElements(found) {
const { spec, path } = found;
const elements = (0, __import_0__.OW)(spec.elements) ? spec.elements : {};
return {
...headOf(found),
variables: (0, __import_2__.c)(spec.variables).map(({ value, index }) => elementVariable(value, [...path, 'variables', index])),
annotations: annotationsIn(spec.annotations, [...path, 'annotations']),
inputs: [],
panels: Object.entries(elements).flatMap(([name, element]) => (0, __import_0__.OW)(element) && (0, __import_0__.OW)(element.spec) && element.kind === 'Panel'
? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
: []),
};
}
const inside = (value, ...keys) => keys.reduce((here, key) => ((0, __import_0__.OW)(here) ? here[key] : undefined), value);
function elementPanel(spec, path) {
const queries = inside(spec, 'data', 'spec', 'queries');
return {
path,
id: idOf(spec),
library: undefined,
title: (0, __import_0__.tB)(spec.title),
type: (0, __import_0__.tB)(inside(spec, 'vizConfig', 'group')) || (0, __import_0__.tB)(inside(spec, 'vizConfig', 'kind')),
unit: (0, __import_0__.tB)(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
source: { type: '', name: '' },
targets: (0, __import_2__.c)(queries).map(({ value, index }) => {
const query = inside(value, 'spec', 'query');
return {
path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
expr: (0, __import_0__.tB)(inside(query, 'spec', 'expr')),
source: {
type: (0, __import_0__.tB)(inside(query, 'group')) || (0, __import_0__.tB)(inside(query, 'kind')),
name: (0, __import_0__.tB)(inside(query, 'datasource', 'name')),
},
hidden: inside(value, 'spec', 'hidden') === true,
minStep: (0, __import_0__.tB)(inside(query, 'spec', 'interval')),
};
}),
};
}
const annotationsIn = (list, path) => (0, __import_2__.c)(list).map(({ value, index }) => ({
path: [...path, index],
name: (0, __import_0__.tB)(value.name) || (0, __import_0__.tB)(inside(value, 'spec', 'name')),
expr: (0, __import_0__.tB)(value.expr) ||
(0, __import_0__.tB)(inside(value, 'target', 'expr')) ||
(0, __import_0__.tB)(inside(value, 'spec', 'query', 'spec', 'expr')),
}));
const KINDS = { DatasourceVariable: 'datasource', QueryVariable: 'query' };
function elementVariable(value, path) {
const spec = (0, __import_0__.OW)(value.spec) ? value.spec : {};
return {
path,
name: (0, __import_0__.tB)(spec.name),
type: KINDS[(0, __import_0__.tB)(value.kind)] ?? 'other',
query: (0, __import_0__.tB)(spec.pluginId) || (0, __import_0__.tB)(inside(spec, 'query', 'spec', 'query')) || (0, __import_0__.tB)(spec.query),
source: {
type: (0, __import_0__.tB)(inside(spec, 'query', 'group')),
name: (0, __import_0__.tB)(inside(spec, 'query', 'datasource', 'name')),
},
};
}
function source(value) {
return (0, __import_0__.OW)(value)
? { type: (0, __import_0__.tB)(value.type), name: (0, __import_0__.tB)(value.uid) }
: { type: '', name: (0, __import_0__.tB)(value) };
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
43562: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
R: () => (jsonPlaces)
});
var __import_0__ = __webpack_require__(99547);
var __import_1__ = __webpack_require__(42003);
function jsonPlaces(text, paths) {
const root = treeOf(text);
const place = (0, __import_1__.y)(text);
return paths.map((path) => place(root ? nearest(root, [...path]).offset : 0));
}
function treeOf(text) {
try {
return (0, __import_0__.parseTree)(text);
}
catch (error) {
if (!(error instanceof RangeError))
throw error;
return undefined;
}
}
function nearest(root, path) {
for (let depth = path.length; depth > 0; depth--) {
const node = (0, __import_0__.findNodeAtLocation)(root, path.slice(0, depth));
if (node)
return node;
}
return root;
}
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
26987: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
lintDashboardText: () => (lintDashboardText)
});
var formats_dashboard = __webpack_require__(17343);
var json = __webpack_require__(64441);
var json_diagnostic = __webpack_require__(43829);
var json_places = __webpack_require__(43562);
var quote = __webpack_require__(51328);
var lint = __webpack_require__(49538);
var lint_rule = __webpack_require__(25796);
var manual_mark = __webpack_require__(32391);
var documentation = __webpack_require__(25478);
;
const dashboardOfOtherEngine = {
code: 'dashboard/other-engine',
severity: 'error',
what: 'A dashboard that `init` wrote is for a Prometheus that this action deploys, and the configuration has `engine: fly`.',
why: "Its queries select by the label `service` or read recorded series. Fly's managed Prometheus has neither, so that its panels stay empty.",
};
const ASKS_OWN = /\bservice=~?\\"|\bservice:targets:/;
const OF_SERVICE = /"uid": "deploy-monitoring-(?!slos")/;
function ofOtherEngine(file, text, found) {
const mark = (0, manual_mark.L)(text);
const others = found.filter(({ code }) => !code.startsWith('query/'));
if (!mark || others.length === found.length || !ASKS_OWN.test(text))
return found;
const init = `Run \`${documentation.vl} init${mark.changed ? ' --force' : ''}\`, which writes it again, and commit the result.`;
const finding = (0, lint_rule.YK)(dashboardOfOtherEngine, { file, line: 1, column: 1 }, `This dashboard was written by \`init\` for a Prometheus that this action deploys; with \`engine: fly\`, ${found.length - others.length} of its queries return nothing.`, OF_SERVICE.test(text) ? init : 'Remove the file: there is no such dashboard with `engine: fly`.');
return [finding, ...others];
}
var lint_contract = __webpack_require__(50132);
var variables = __webpack_require__(1165);
;
function relationOfDashboard(queries, contract, found) {
if (!contract.declares)
return { contract };
const names = new Set(queries.flatMap(({ selectors }) => selectors.flatMap(({ metric = '' }) => ((0, variables.n)(metric) ? [] : metric))));
names.delete('');
const kinds = Map.groupBy(names, (name) => contract.series(name).kind);
if (kinds.has('declared') || kinds.has('impossible'))
return { contract };
const unknown = kinds.get('unknown') ?? [];
if (!(0, lint_contract.dM)(unknown, contract))
return { contract: found ? { ...contract, values: () => undefined } : contract };
const own = found ? undefined : { ...contract, declares: false };
return { contract: own, unrelated: { metrics: names.size, examples: unknown.slice(0, 3) } };
}
var examples = __webpack_require__(97380);
;
const duplicatePanelId = {
code: 'dashboard/duplicate-panel-id',
severity: 'warning',
what: 'Two panels of a dashboard have the same id.',
why: 'Links and alerts find panels by id.',
bad: (0, examples.z)()
.replace('"panels": [{', '"panels": [{ "id": 1, "type": "text", "title": "T" }, {')
.replace('"id": 1, "title"', '"id": \u25b81, "title"'),
good: (0, examples.z)(),
check({ dashboard }, { report }) {
const seen = new Set();
for (const { id, path, title } of dashboard.panels) {
if (id !== undefined && id !== 0 && seen.has(id))
report([...path, 'id'], `Panel ${(0, quote.T)(title)} has the id ${id} of another panel.`, 'Give it a unique id: links and alerts find panels by id.');
if (id !== undefined)
seen.add(id);
}
},
};
;
const duplicateUid = {
code: 'dashboard/duplicate-uid',
severity: 'error',
what: 'Two dashboards have the same uid.',
why: 'The second import overwrites the first.',
bad: {
text: (0, examples.z)({ top: '"uid": \u25b8"twin", "title": "D",' }),
others: { 'a.json': (0, examples.z)({ top: '"uid": "twin", "title": "A",' }) },
},
good: (0, examples.z)(),
check({ dashboard: { uid, path }, file, found, seen }, { report }) {
if (uid === '')
return;
const keys = togetherWith(file, found).map((group) => `${group} ${uid}`);
const [other] = keys.flatMap((key) => seen.get(key) ?? []).filter((one) => one !== file);
for (const key of keys)
if (!seen.has(key))
seen.set(key, file);
if (other === undefined)
return;
report([...path, 'uid'], `The uid ${(0, quote.T)(uid)} is also that of ${other}.`, 'Give one of them another uid: the second import overwrites the first.');
},
};
const togetherWith = (file, found) => [
`in ${file.slice(0, file.lastIndexOf('/') + 1)}`,
...(found ? [] : ['named']),
];
var lib_text = __webpack_require__(94869);
var grafana_variables = __webpack_require__(71443);
;
const BUILT_IN = /^(?:--.*--|grafana|__expr__)$/;
function sourceOf(target, panel) {
const own = target.source;
return own.type || own.name ? own : panel.source;
}
const sourcesOf = (panel) => [
panel.source,
...panel.targets.map((target) => sourceOf(target, panel)),
];
function referenceIn(source, { inputs }) {
const whole = /^\$\{(.+)\}$/.exec(source.name)?.[1];
return whole !== undefined && inputs.some((input) => input.name === whole)
? whole
: (0, grafana_variables.Ft)(source.name)[0]?.name;
}
function kindOf(source, dashboard, depth = 0) {
if (BUILT_IN.test(source.name) || source.type === '__expr__')
return 'other';
if (source.type)
return isPrometheus(source.type) ? 'prometheus' : 'other';
const name = referenceIn(source, dashboard);
if (name === undefined || depth > 3)
return 'unknown';
const input = dashboard.inputs.find((one) => one.name === name)?.type;
if (input)
return isPrometheus(input) ? 'prometheus' : 'other';
const variable = dashboard.variables.find((one) => one.type === 'datasource' && one.name === name);
return variable ? (isPrometheus(variable.query) ? 'prometheus' : 'other') : 'unknown';
}
const isPrometheus = (type) => /prometheus/i.test(type);
const looksLikeLoki = (expr) => /\}\s*(?:\|[=~]?|!=|!~)\s*(?:["'`a-z])/.test(expr) ||
/\|\s*(?:json|logfmt|unwrap|line_format|pattern|regexp)\b/.test(expr);
const flySeriesIn = (expr) => expr.match(/(?<![\w:])fly_[a-z]\w*/g) ?? [];
const isOfFly = (expr) => flySeriesIn(expr).length > 0;
const looksLikeMetricsql = (expr) => /\b(?:rollup(?:_\w+)?|default_rollup|(?:top|bottom)k_\w+|range_\w+|running_\w+|label_(?:set|del|keep|map|copy|move|transform|match|mismatch|value|uppercase|lowercase)|labels_equal|drop_common_labels|alias|union|median|outliersk|outliers_\w+|increase_pure|increase_prometheus|rate_prometheus|remove_resets|keep_last_value|interpolate|histogram_share|prometheus_buckets|share|zscore|mad|mode|distinct|geomean|sum2|rate_over_sum|(?:ascent|descent|mode|median|distinct|geomean|tfirst|tlast|tmax|tmin|hoeffding_bound|quantiles|zscore|share_\w+|count_\w+|sum_\w+|duration|lifetime|lag|integrate|outlier_\w+)_over_time)\s*\(|\bkeep_metric_names\b|\b(?:default|if|ifnot)\b\s*[\d(a-z]|^\s*WITH\s*\(/i.test(expr);
;
const board = (uid) => ({
path: 'grafana/d.json',
text: (0, examples.z)({ source: `"datasource": \u25b8{ "type": "prometheus", "uid": "${uid}" },` }),
others: {
'grafana/datasources.yml': `apiVersion: 1
datasources:
  - { name: Prometheus, type: prometheus, uid: prom, url: "http://mon.internal:9090" }
`,
},
});
const fixedDatasource = {
code: 'dashboard/fixed-datasource',
severity: 'warning',
what: 'Panels name a data source that no provisioning file of the repository defines.',
why: 'The Grafana that is provisioned from the repository does not find it. (Dashboards that this action imports get its own data source.)',
bad: board('other'),
good: { ...board('prom'), text: board('prom').text.replace('\u25b8', '') },
check({ dashboard: own, found, provisioned }, { report }) {
if (!found || provisioned.size === 0)
return;
const isMissing = (source) => source.name !== '' &&
!provisioned.has(source.name) &&
!/^(?:default|grafanacloud-.*)$/.test(source.name) &&
referenceIn(source, own) === undefined &&
kindOf(source, own) !== 'other';
const missing = own.panels.flatMap((panel) => {
const source = sourcesOf(panel).find(isMissing);
return source ? [{ panel, source }] : [];
});
const [first] = missing;
if (!first)
return;
report([...first.panel.path, 'datasource'], `${(0, lib_text.U9)(missing.length, 'panel')} ask${missing.length === 1 ? 's' : ''} the data source ${(0, quote.T)(first.source.name)}, which no provisioning file here defines.`, `Use a uid that exists (${(0, lib_text.H$)([...provisioned].map((name) => `\`${name}\``))}), or a variable of type "Data source".`);
},
};
;
const flyMetrics = {
code: 'dashboard/fly-metrics',
severity: 'warning',
what: "A dashboard that is imported reads metrics of Fly's managed Prometheus.",
why: 'Metrics with names that start with `fly_` are only there, and its language is MetricsQL. The Prometheus that this action deploys has neither: the panels stay empty.',
bad: (0, examples.z)({
top: '"uid": "d", "title": \u25b8"D",',
target: '"refId": "A", "expr": "sum(increase(fly_edge_http_responses_count)) by (status)"',
}),
good: (0, examples.z)(),
check({ dashboard: { path }, found, ofFly }, { report }) {
if (!found && ofFly > 0)
report([...path, 'title'], `${(0, lib_text.U9)(ofFly, 'query', 'queries')} read${ofFly === 1 ? 's' : ''} metrics of Fly's managed Prometheus (\`fly_\u2026\`), which the Prometheus deployed here does not have.`, "Set `monitoring.fly_metrics: true`, which copies the usual ones, or import the dashboard into a Grafana with Fly's data source by hand, and remove it from `grafana.dashboards`.");
},
};
;
const file = (plugin, mark = '') => (0, examples.z)({
top: `"uid": "d", "title": "D", "__inputs": [${mark}{ "name": "DS_LOGS", "type": "datasource", "pluginId": "${plugin}" }],`,
});
const unresolvedInput = {
code: 'dashboard/input',
severity: 'error',
what: 'A dashboard that is imported has an input for a data source other than Prometheus.',
why: 'Only Grafana asks which data source is meant; `deploy` refuses the dashboard.',
bad: file('loki', '\u25b8'),
good: file('prometheus'),
check({ dashboard: { inputs }, found }, { report }) {
if (found)
return;
for (const { name, type, kind, path } of inputs)
if (kind === 'unresolved')
report(path, `The input ${(0, quote.T)(name)} needs ${type === '' ? 'a value' : `a data source of type ${(0, quote.T)(type)}`}, which the import does not have.`, type === ''
? 'Add it as `value`, or replace the input in the file with the value.'
: 'Add the uid of that data source as its `value`: Grafana shows it in the address of its settings (Connections, Data sources).');
},
};
;
const dashboardJson = {
code: 'dashboard/json',
severity: 'error',
what: 'A dashboard is not valid JSON.',
why: 'Grafana cannot import it.',
bad: '{ "title": "Chat", "schemaVersion": 39, "panels": [\u25b8,] }\n',
good: (0, examples.z)(),
};
var subject = __webpack_require__(63175);
;
const library_panel_file = (library) => (0, examples.z)({ panel: `"id": 1, "title": "Users", "type": "timeseries", ${library}` }).replace('[{\n', '[\u25b8{\n');
const libraryPanel = {
code: 'dashboard/library-panel',
severity: 'warning',
what: 'A dashboard that is imported shows a library panel that is not in the file.',
why: 'A Grafana without the library panel shows an error in its place, and its queries are not checked here.',
bad: library_panel_file('"libraryPanel": { "uid": "users", "name": "Users" },'),
good: (0, examples.z)(),
check({ dashboard: { panels }, found }, { report }) {
if (found)
return;
for (const panel of panels)
if (panel.library !== undefined)
report(panel.path, `Panel ${(0, quote.T)((0, subject.e)(panel))} is the library panel ${(0, quote.T)(panel.library)}, which is not in the file.`, 'Export the dashboard with "Export for sharing externally", which adds a copy, or make sure that the Grafana of the deploy has the library panel.');
},
};
;
const noQuery = {
code: 'dashboard/no-query',
severity: 'warning',
what: 'A panel has a query without an expression.',
why: 'It shows nothing.',
bad: (0, examples.z)({ target: '"refId": "A", "expr": ""' }).replace('[{ "refId"', '[\u25b8{ "refId"'),
good: (0, examples.z)(),
check({ dashboard: board }, { report }) {
for (const panel of board.panels)
for (const target of panel.targets) {
const isEmpty = target.expr === '' && !target.hidden;
if (isEmpty && kindOf(sourceOf(target, panel), board) === 'prometheus')
report(target.path, `Panel ${(0, quote.T)((0, subject.e)(panel))} has a query without an expression.`, 'Write the expression, or remove the query.');
}
},
};
;
const noTitle = {
code: 'dashboard/no-title',
severity: 'error',
what: 'A dashboard has no title.',
why: 'Grafana refuses it.',
bad: `\u25b8${(0, examples.z)({ top: '"uid": "d",' })}`,
good: (0, examples.z)(),
check({ dashboard: { title, path } }, { report }) {
if (title === '')
report(path, 'The dashboard has no title.', 'Add `title`: Grafana refuses a dashboard without it.');
},
};
;
const UNIT = /_(seconds|milliseconds|microseconds|nanoseconds|minutes|hours|bytes|bits|ratio|percent|celsius|joules|volts|watts|meters|grams)(?:_total|_sum|_bucket|_max|_min|_avg)?(?!\w)/;
const noUnit = {
code: 'dashboard/no-unit',
severity: 'warning',
what: 'A panel shows a metric of a unit, and does not set the unit.',
why: 'The values are shown as plain numbers: 0.25 seconds as 0.25, and 1 GiB as 1073741824.',
bad: (0, examples.z)({
panel: '"id": 1, "title": "Memory", "type": "timeseries",',
target: '"refId": "A", "expr": "process_resident_memory_bytes"',
}).replace('[{\n', '[\u25b8{\n'),
good: (0, examples.z)(),
check({ queries }, { report }) {
const seen = new Set();
for (const { panel, target } of queries) {
const unit = unitOf(target.expr);
if (unit === undefined || seen.has(panel) || panel.unit !== '' || !NUMERIC.has(panel.type))
continue;
seen.add(panel);
report(panel.path, `Panel ${(0, quote.T)((0, subject.e)(panel))} has no unit, and its query is about ${unit}.`, 'Set the unit under Standard options \u2192 Unit.');
}
},
};
function unitOf(expr) {
const [metric = '', unit] = UNIT.exec(expr) ?? [];
if (unit === undefined)
return undefined;
if (metric.endsWith('_bucket') && !expr.includes('histogram_quantile'))
return undefined;
const isShare = metric === '_seconds_total' && /\b(?:rate|irate)\(/.test(expr);
const [, ...divisors] = expr.split('/');
const isRatio = divisors.some((part) => UNIT.exec(part)?.[1] === unit);
return isShare || isRatio || /\*\s*100\b|\b100\s*[*-]/.test(expr) ? undefined : unit;
}
const NUMERIC = new Set(['timeseries', 'stat', 'gauge', 'bargauge', 'barchart', 'graph', 'singlestat']);
;
const schemaV2 = {
code: 'dashboard/schema-v2',
severity: 'error',
what: 'A dashboard that is imported says that it has schema v2, but has no elements and layout.',
why: 'Grafana stores it without an error and shows an empty dashboard; `deploy` refuses it.',
bad: '{ "apiVersion": "dashboard.grafana.app/v2beta1", "metadata": { "name": "d" }, "spec": \u25b8{ "title": "D", "panels": [] } }\n',
good: (0, examples.z)(),
check({ dashboard: { isV2, hasContent, path }, found }, { report }) {
if (isV2 && !hasContent && !found)
report(path, 'The dashboard has the `apiVersion` of schema v2, but no `elements` and `layout`.', 'Export it again, with the model that Grafana offers, or correct its `apiVersion`.');
},
};
;
const noDashboard = {
code: 'dashboard/shape',
severity: 'error',
what: 'A file that should be a dashboard is not one.',
why: 'Grafana accepts almost any JSON without an error, and shows an empty dashboard.',
};
;
const uidForm = {
code: 'dashboard/uid-form',
severity: 'error',
what: 'The uid of a dashboard is longer than 40 characters or has characters other than letters, digits, `-` and `_`.',
why: 'Grafana refuses it.',
bad: (0, examples.z)({ top: '"uid": \u25b8"a b", "title": "D",' }),
good: (0, examples.z)(),
check({ dashboard: { uid, isUidValid, path } }, { report }) {
if (!isUidValid)
report([...path, 'uid'], `The uid ${(0, quote.T)(uid)} is not one that Grafana accepts.`, 'Use up to 40 letters, digits, `-` and `_`.');
},
};
;
const undefinedDatasource = {
code: 'dashboard/undefined-datasource',
severity: 'warning',
what: 'A panel names its data source by a variable or an input that is not defined.',
why: 'The panel finds no data source.',
bad: (0, examples.z)({ source: `"datasource": \u25b8{ "type": "prometheus", "uid": "\${other}" },` }),
good: (0, examples.z)(),
check({ dashboard: board }, { report }) {
const known = new Set([
...board.inputs.map(({ name }) => name),
...board.variables.map(({ name }) => name),
]);
for (const panel of board.panels)
for (const source of sourcesOf(panel)) {
const name = referenceIn(source, board);
if (name === undefined || known.has(name))
continue;
known.add(name);
report([...panel.path, 'datasource'], `The data source is ${(0, quote.T)(source.name)}, and nothing defines \`${name}\`.`, 'Add a variable of type "Data source" with that name.');
}
},
};
;
const undefinedVariable = {
code: 'dashboard/undefined-variable',
severity: 'warning',
what: 'A query uses a variable that the dashboard does not define.',
why: 'Grafana sends the text unchanged, and Prometheus refuses it or finds nothing.',
bad: (0, examples.z)({ target: '"refId": "A", "expr": \u25b8"users{region=\\"$region\\"}"' }),
good: (0, examples.z)(),
check({ dashboard: board, queries }, { report }) {
const known = new Set([
...board.variables.map(({ name }) => name),
...board.inputs.map(({ name }) => name),
]);
for (const { panel, target } of queries) {
const used = new Set((0, grafana_variables.Ft)(target.expr).map(({ name }) => name));
const missing = [...used].filter((name) => !known.has(name) && !isBuiltIn(name));
if (missing.length > 0)
report([...target.path, 'expr'], `Panel ${(0, quote.T)((0, subject.e)(panel))} uses ${(0, lib_text.p_)(missing.map((one) => `\`$${one}\``))}, which nothing defines.`, 'Add the variable under Settings \u2192 Variables; otherwise Grafana sends the text unchanged.');
}
},
};
const isBuiltIn = (name) => name.startsWith('__') || name === 'timeFilter';
;
const unrelatedDashboard = {
code: 'dashboard/unrelated',
severity: 'warning',
what: 'None of the metrics of a dashboard is declared.',
why: 'It is about other programs, or all names in it are misspelled.',
bad: (0, examples.z)({
top: '"uid": "d", "title": \u25b8"D",',
target: '"refId": "A", "expr": "node_a + node_b + node_c + node_d"',
}),
good: (0, examples.z)(),
check({ dashboard: { path }, unrelated }, { report }) {
if (unrelated)
report([...path, 'title'], `No service declares any of the metrics of this dashboard: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`, 'Declare them under `metrics` of their service, or remove the dashboard.');
},
};
;
const dashboardRules = [
schemaV2,
unresolvedInput,
noTitle,
uidForm,
duplicateUid,
undefinedDatasource,
fixedDatasource,
flyMetrics,
libraryPanel,
undefinedVariable,
duplicatePanelId,
unrelatedDashboard,
noQuery,
noUnit,
];
const dashboardEntries = [
dashboardJson,
noDashboard,
dashboardOfOtherEngine,
...dashboardRules,
];
;
function lintDashboardText({ file, text, found = false }, context) {
const read = (0, json.V)(text);
if (!read.ok)
return found && isTemplate(text, read) ? [] : [(0, json_diagnostic.U)(file, read)];
const source = { file, found, text: text.replace(/^\uFEFF/, ''), json: read.value };
const problems = lintDashboard(source, context);
return context.contract?.isFlys ? ofOtherEngine(file, source.text, problems) : problems;
}
function isTemplate(text, { line, column }) {
const before = (text.split('\n', line).at(-1) ?? '').slice(0, column + 1);
const last = (...marks) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
return last('{{', '{%', '<%') > last('}}', '%}', '%>');
}
function lintDashboard(source, context) {
const dashboard = (0, formats_dashboard.F)(source.json);
const reports = dashboard ? reportsOn(dashboard, source, context) : notADashboard(source);
const paths = reports.map(({ at }) => at);
const places = paths.length > 0 ? (0, json_places.R)(source.text, paths) : [];
return reports.map(({ rule, message, hint }, i) => (0, lint_rule.YK)(rule, { file: source.file, ...(places[i] ?? { line: 1, column: 1 }) }, message, hint));
}
const notADashboard = ({ found = false }) => found
? []
: [
{
rule: noDashboard,
at: [],
message: 'This is not a dashboard: it has no panels.',
hint: 'Export it in Grafana: Share \u2192 Export \u2192 Save to file.',
},
];
function reportsOn(dashboard, { file, found = false }, { contract: whole, seen, provisioned = new Set() }) {
const all = askedOf(dashboard);
const flySources = new Set(all.filter(({ target }) => isOfFly(target.expr)).map(sourceNameOf));
const asked = all
.filter((one) => !isForOther(one, flySources, found))
.map((one) => ({ ...one, read: (0, lint.xB)(one.target.expr, 'panel') }));
const ofFly = all.filter(({ target }) => flySeriesIn(target.expr).some((name) => !whole?.isFlys && !whole?.ofFly.has(name))).length;
const { contract, unrelated } = whole
? relationOfDashboard(asked.map(({ read }) => read.parsed), whole, found)
: { contract: undefined };
const queries = asked.map(({ read, panel, target }) => ({
panel,
target,
checked: (0, lint.M9)(target.expr, read, {
kind: 'panel',
contract,
isOurs: !found,
minStep: target.minStep,
}),
}));
return [
...(0, lint_rule.tu)(dashboardRules, { dashboard, file, found, queries, ofFly, provisioned, seen, unrelated }),
...queries.flatMap(inQuery),
...variableQueries(dashboard, contract, !found),
];
}
const askedOf = (dashboard) => dashboard.panels.flatMap((panel) => (panel.library === undefined ? panel.targets : []).flatMap((target) => {
const kind = kindOf(sourceOf(target, panel), dashboard);
const isOther = kind === 'other' || (kind === 'unknown' && looksLikeLoki(target.expr));
return isOther || target.hidden || target.expr === '' ? [] : [{ panel, target }];
}));
function isForOther(one, flySources, found) {
const { expr } = one.target;
const name = sourceNameOf(one);
return isOfFly(expr) || (found && (looksLikeMetricsql(expr) || (name !== '' && flySources.has(name))));
}
const sourceNameOf = ({ panel, target }) => sourceOf(target, panel).name;
const inQuery = ({ panel, target, checked }) => checked.reports.map((one) => ({
...one,
at: [...target.path, 'expr'],
message: `Panel ${(0, quote.T)((0, subject.e)(panel))}: ${one.message}`,
}));
function queryIn(variable) {
const [, name, inner = ''] = /^(label_values|query_result)\((.+)\)$/s.exec(variable.trim()) ?? [];
if (name !== 'label_values')
return name && inner;
const comma = inner.lastIndexOf(',');
return comma > 0 && /^[\w${}]+$/.test(inner.slice(comma + 1).trim()) ? inner.slice(0, comma) : undefined;
}
const variableQueries = (dashboard, contract, isOurs) => dashboard.variables.flatMap((variable) => {
if (variable.type !== 'query' ||
isOfFly(variable.query) ||
kindOf(variable.source, dashboard) === 'other')
return [];
const query = queryIn(variable.query);
if (query === undefined)
return [];
return (0, lint.i8)(query, { kind: 'panel', contract, isOurs })
.reports.filter(({ rule }) => rule.code !== 'query/raw-counter')
.map((one) => ({
...one,
at: [...variable.path, 'query'],
message: `Variable ${variable.name}: ${one.message}`,
}));
});
}),
63175: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (panelName)
});
const panelName = ({ title, id }) => title || `(id ${id ?? '?'})`;
})
};

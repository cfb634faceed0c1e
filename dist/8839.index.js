export const id = 8839;
export const ids = [8839];
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
63175: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (panelName)
});
const panelName = ({ title, id }) => title || `(id ${id ?? '?'})`;
}),
48839: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
losses: () => (losses),
usesOf: () => (usesOf)
});
var formats_dashboard = __webpack_require__(17343);
var json = __webpack_require__(64441);
var json_places = __webpack_require__(43562);
var quote = __webpack_require__(51328);
var lint = __webpack_require__(49538);
var subject = __webpack_require__(63175);
;
function metricsInDashboard(text) {
const read = text === '' ? undefined : (0, json.V)(text);
const dashboard = read?.ok ? (0, formats_dashboard.F)(read.value) : undefined;
if (!dashboard)
return [];
const readers = readersIn(dashboard);
const places = (0, json_places.R)(text.replace(/^\uFEFF/, ''), readers.map(({ path }) => path));
return readers.map(({ what, queries }, i) => ({
queries: queries.map((query) => (0, lint.xB)(query, 'panel')),
what: `the ${what} of ${(0, quote.T)(dashboard.title)}`,
line: places[i]?.line ?? 1,
}));
}
const readersIn = ({ panels, variables, annotations }) => [
...panels.map((panel) => ({
path: panel.path,
what: `panel ${(0, quote.T)((0, subject.e)(panel))}`,
queries: panel.targets.map(({ expr }) => expr),
})),
...variables.map((variable) => ({
path: variable.path,
what: `variable ${(0, quote.T)(variable.name)}`,
queries: queriesOf(variable),
})),
...annotations.map(({ path, name, expr }) => ({
path,
what: `annotation ${(0, quote.T)(name)}`,
queries: [expr],
})),
];
const FUNCTION = /^\s*(?:label_values|query_result)\s*\((.*?)(?:,\s*[\w$]+\s*)?\)\s*$/s;
function queriesOf({ type, query }) {
if (type === 'datasource' || type === 'interval' || type === 'adhoc')
return [];
const [, pattern] = /^\s*metrics\s*\((.*)\)\s*$/s.exec(query) ?? [];
if (pattern !== undefined)
return [`{__name__=~${JSON.stringify(`.*(?:${pattern}).*`)}}`];
if (type === 'query')
return [FUNCTION.exec(query)?.[1] ?? query];
return query.split(',').map((value) => (value.split(' : ').at(-1) ?? '').trim());
}
var promql_expression = __webpack_require__(11145);
var promql_patterns = __webpack_require__(10068);
;
function losesSeries({ text, parsed }, names) {
if (!parsed.selectors.some((selector) => isGone(selector, names)))
return false;
const expression = (0, promql_expression.Jn)(text, parsed);
return expression === undefined || loses(expression, names);
}
function loses(expression, names) {
switch (expression.kind) {
case 'constant':
return false;
case 'selector':
return isGone(expression.selector, names);
case 'shifted':
case 'subquery':
return loses(expression.inner, names);
case 'call':
return expression.args.some((one) => loses(one, names));
case 'binary': {
const sides = [expression.left, expression.right];
const lost = sides.filter((side) => loses(side, names));
const isKept = (side) => !lost.includes(side) && hasSelector(side);
return lost.length > 0 && !(expression.op === 'or' && sides.some(isKept));
}
}
}
const hasSelector = (expression) => {
if (expression.kind === 'selector')
return true;
if (expression.kind === 'shifted' || expression.kind === 'subquery')
return hasSelector(expression.inner);
if (expression.kind === 'binary')
return hasSelector(expression.left) || hasSelector(expression.right);
return expression.kind === 'call' && expression.args.some(hasSelector);
};
function isGone({ metric, matchers }, { gone, kept }) {
if (metric !== undefined)
return gone.has(metric);
const patterns = matchers.filter(({ label }) => label === '__name__');
const isSelected = (name) => patterns.every((pattern) => (0, promql_patterns.c)(pattern, name));
return patterns.length > 0 && [...gone].some(isSelected) && ![...kept].some(isSelected);
}
var yaml = __webpack_require__(69776);
var rules_subject = __webpack_require__(47936);
;
function metricsInRules(text) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [];
return (0, rules_subject.f)(read.tree).map(({ kind, name, at, query }) => ({
queries: [(0, lint.xB)(query, 'rule')],
what: `the ${kind === 'alert' ? 'alert' : 'recording rule'} ${(0, quote.T)(name)}`,
line: at.line,
...(kind === 'record' && { records: name }),
}));
}
;
async function usesOf({ rules, dashboards }, pace) {
const uses = [];
await pace.each(rules, ({ file, text }) => {
for (const use of metricsInRules(text))
uses.push({ ...use, file });
});
await pace.each(dashboards, ({ file, text }) => {
for (const use of metricsInDashboard(text() ?? ''))
uses.push({ ...use, file });
});
return uses;
}
function losses(uses, { gone, kept }) {
const names = new Set(gone);
const through = new Map();
const isLost = (use, all) => use.queries.some((query) => losesSeries(query, { gone: all, kept }));
for (const use of uses)
if (isLost(use, names))
through.set(use, undefined);
for (const { records } of through.keys()) {
const others = uses.some((use) => use.records === records && !through.has(use));
if (records === undefined || names.has(records) || others)
continue;
names.add(records);
for (const use of uses)
if (!through.has(use) && isLost(use, names))
through.set(use, records);
}
return [...through].map(([{ what, file, line }, record]) => record === undefined ? `${what} (${file}:${line})` : `${what} (${file}:${line}, by ${record})`);
}
}),
47936: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
f: () => (rulesOf),
p: () => (lacks)
});
var __import_0__ = __webpack_require__(68587);
function rulesOf(tree) {
return (0, __import_0__.ld)((0, __import_0__.Jt)(tree, 'groups'))
.flatMap((group) => [...(0, __import_0__.ld)((0, __import_0__.Jt)(group, 'rules'))])
.flatMap((node) => {
const kind = (0, __import_0__.ws)((0, __import_0__.Jt)(node, 'record')) ? 'record' : 'alert';
const name = (0, __import_0__.Jt)(node, kind);
const expr = (0, __import_0__.Jt)(node, 'expr');
const text = (0, __import_0__.ws)(name);
const query = (0, __import_0__.ws)(expr);
return node.kind === 'table' && name && text && expr && query
? [{ kind, name: text, at: name.at, node, expr, query }]
: [];
});
}
function lacks({ node }, key) {
const value = (0, __import_0__.Jt)(node, key);
return !value || (value.kind === 'value' && value.value === null);
}
})
};

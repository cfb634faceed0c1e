export const id = 9484;
export const ids = [9484];
export const modules = {
18563: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
L: () => (normaliseDashboard)
});
var posix_ = __webpack_require__(53916);
var dashboard_model = __webpack_require__(67051);
var dashboard_panels = __webpack_require__(32051);
var dashboard_v2 = __webpack_require__(90816);
var json_value = __webpack_require__(91060);
var lib_text = __webpack_require__(94869);
var grafana_annotations = __webpack_require__(44900);
var logql = __webpack_require__(72704);
var other_data_sources = __webpack_require__(84010);
;
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/;
function bindDataSource(spec, ours, elsewhere = []) {
const templating = (0, json_value.OW)(spec.templating) ? spec.templating : {};
const variables = Array.isArray(templating.list) ? templating.list : [];
const declared = new Set(variables.filter(json_value.OW).map((v) => String(v.name)));
const target = { type: 'prometheus', uid: ours.uid };
const others = new Set([...elsewhere, ...(0, other_data_sources.Ru)((0, other_data_sources.cS)(spec), ours)]);
const pointing = bound(spec, (ref) => isBoundTo(ref, declared, others) ? target : ref);
if (!(0, json_value.OW)(pointing.templating) || !Array.isArray(pointing.templating.list))
return { spec: pointing, others: [...others] };
const list = pointing.templating.list.map((variable) => (0, json_value.OW)(variable) && others.has(`$${variable.name}`) ? variable : pointed(variable, ours));
return { spec: { ...pointing, templating: { ...pointing.templating, list } }, others: [...others] };
}
const isBoundTo = (ref, declared, others) => isReplaced(ref, declared) && !others.has((0, other_data_sources.VZ)(ref) ?? '');
function isReplaced(ref, declared) {
const name = (0, json_value.OW)(ref) ? ref.uid : ref;
if ((0, json_value.OW)(ref) && ref.type !== undefined && ref.type !== 'prometheus')
return false;
if (typeof name !== 'string')
return true;
const variable = (0, other_data_sources.SD)(name);
return variable === undefined ? !BUILT_IN.test(name) : !declared.has(variable);
}
function bound(value, bind, key) {
if (value === null || (key === 'datasource' && value === ''))
return value;
if (key === 'datasource')
return bind(value);
if (typeof value !== 'object')
return value;
return (0, json_value.Mz)(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind);
}
const asksDefault = (value) => (0, json_value.OW)(value) &&
!value.datasource &&
Array.isArray(value.targets) &&
value.targets.some((target) => (0, json_value.OW)(target) && typeof target.expr === 'string' && !target.datasource && !(0, logql.i)(target.expr));
function pointed(variable, ours) {
if (!(0, json_value.OW)(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
return variable;
const many = variable.multi === true;
const current = many
? { selected: true, text: [ours.name], value: [ours.uid] }
: { selected: true, text: ours.name, value: ours.uid };
return { ...variable, current };
}
;
function bindDataSourceV2(spec, ours) {
const variables = (0, json_value.Qv)(spec.variables).map((variable) => (0, json_value.OW)(variable.spec) ? variable.spec : {});
const declared = new Set(variables.map(({ name }) => String(name)));
const uses = (0, other_data_sources.gh)();
collect(spec, uses, 0);
const others = (0, other_data_sources.Ru)(uses.all(), ours);
const isOurs = (reference) => isBoundTo(reference, declared, others);
const pointed = data_source_references_v2_bound(spec, { isOurs, ours });
const list = Array.isArray(pointed.variables)
? pointed.variables.map((one) => pointedVariable(one, ours, others))
: undefined;
return { spec: { ...pointed, ...(list && { variables: list }) }, others: [...others] };
}
const MAX_DEPTH = 40;
function collect(value, uses, depth) {
if (value === null || typeof value !== 'object' || depth > MAX_DEPTH)
return;
if ((0, json_value.OW)(value)) {
const reference = referenceOf(value);
const query = (0, json_value.OW)(value.spec) ? value.spec : {};
if (reference)
uses.add(reference, (0, json_value.tB)(query.expr) || (0, json_value.tB)(query.query));
}
for (const member of Object.values(value))
collect(member, uses, depth + 1);
}
function referenceOf({ kind, group, datasource }) {
if (typeof group !== 'string' || !/^DataQuery$|Variable$/.test((0, json_value.tB)(kind)))
return undefined;
return { type: group, uid: (0, json_value.OW)(datasource) ? datasource.name : undefined };
}
function data_source_references_v2_bound(value, binding, key) {
if (value === null || typeof value !== 'object')
return value;
const { isOurs, ours } = binding;
if (!(0, json_value.OW)(value))
return (0, json_value.Mz)(value, data_source_references_v2_bound, binding);
const reference = referenceOf(value);
if (reference?.type === 'prometheus' && isOurs(reference))
return { ...withoutExportLabel(value), datasource: { name: ours.uid } };
if (key === 'datasource' && value.type === 'prometheus' && isOurs(value))
return { type: 'prometheus', uid: ours.uid };
return (0, json_value.Mz)(value, data_source_references_v2_bound, binding);
}
const EXPORT_LABEL = 'grafana.app/export-label';
function withoutExportLabel(query) {
if (!(0, json_value.OW)(query.labels) || !Object.hasOwn(query.labels, EXPORT_LABEL))
return query;
const { [EXPORT_LABEL]: label, ...labels } = query.labels;
return { ...query, labels };
}
function pointedVariable(variable, ours, others) {
if (!(0, json_value.OW)(variable) || !(0, json_value.OW)(variable.spec))
return variable;
const { spec } = variable;
const isPrometheus = variable.kind === 'DatasourceVariable' && spec.pluginId === 'prometheus';
if (!isPrometheus || others.has(`$${spec.name}`))
return variable;
const current = spec.multi === true ? { text: [ours.name], value: [ours.uid] } : { text: ours.name, value: ours.uid };
return { ...variable, spec: { ...spec, current } };
}
;
function normaliseSpec({ spec, apiVersion }, { deployment, dataSource }) {
if (!(0, json_value.OW)(spec.elements) || !(0, json_value.OW)(spec.layout))
return undefined;
const apiVersions = versionsFor(apiVersion, spec.elements);
const bound = bindDataSourceV2(spec, dataSource);
return { spec: withDeployments(bound.spec, deployment, apiVersions), apiVersions, others: bound.others };
}
const STABLE = ['v2', 'v2beta1'];
function versionsFor(apiVersion, elements) {
if (apiVersion === 'v2beta1')
return STABLE.toReversed();
if (apiVersion !== '' && apiVersion !== 'v2')
return [apiVersion];
const isAlpha = Object.values(elements).some((element) => (0, json_value.OW)(element) &&
(0, json_value.OW)(element.spec) &&
(0, json_value.OW)(element.spec.vizConfig) &&
element.spec.vizConfig.kind !== 'VizConfig');
return apiVersion === '' && isAlpha ? ['v2alpha1'] : STABLE;
}
function withDeployments(spec, deployment, versions) {
const list = (0, json_value.Qv)(spec.annotations);
const tags = (0, grafana_annotations.RS)(deployment);
const shows = (annotation) => {
const query = (0, json_value.OW)(annotation.spec) ? annotation.spec.query : undefined;
const asked = (0, json_value.OW)(query) && (0, json_value.OW)(query.spec) ? query.spec.tags : undefined;
return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
};
if (versions.includes('v2alpha1') || list.some(shows))
return spec;
const { target, ...shown } = (0, grafana_annotations.tg)(deployment);
const query = { kind: 'DataQuery', group: 'grafana', version: 'v0', spec: target };
const datasource = { name: grafana_annotations.B3.uid };
const annotation = { kind: 'AnnotationQuery', spec: { ...shown, query: { ...query, datasource } } };
return { ...spec, annotations: [...list, annotation] };
}
var uids = __webpack_require__(68359);
;
function normaliseDashboard({ file, json, made }, home) {
const found = (0, dashboard_model.Nb)(json);
if (typeof found === 'string')
return refused(file, found);
const uid = found.uid ?? uidOf(file, home.deployment);
if (!(0, dashboard_model.lx)(uid))
return refused(file, 'uid');
if (found.isV2)
return normaliseV2(file, uid, found, home);
const missing = (0, dashboard_model.AG)(found).filter(({ kind }) => kind === 'unresolved');
if (missing.length > 0)
return { kind: 'problem', problem: askFor(file, missing) };
const spec = resolveInputs(found, home.dataSource);
const title = (0, json_value.tB)(spec.title).trim();
if (!title)
return refused(file, 'title');
const bound = bindDataSource(spec, home.dataSource, filledInSources(found));
const model = { ...dashboard_withDeployments(bound.spec, home.deployment), title, uid };
const sources = { dataSourceUid: home.dataSource.uid, otherDataSources: bound.others };
const libraryPanels = libraryPanelsOf(model);
const from = { file, ...(made && { made }) };
return { kind: 'dashboard', dashboard: { ...from, uid, title, json: model, ...sources, libraryPanels } };
}
function normaliseV2(file, uid, found, home) {
if (!found.title)
return refused(file, 'title');
const normal = normaliseSpec(found, home);
if (!normal)
return refused(file, 'v2');
const { spec: json, apiVersions, others: otherDataSources } = normal;
const sources = { dataSourceUid: home.dataSource.uid, otherDataSources };
const libraryPanels = libraryPanelsOf((0, dashboard_v2.U)(json));
const dashboard = { file, uid, title: found.title, json, apiVersions, ...sources, libraryPanels };
return { kind: 'dashboard', dashboard };
}
const libraryPanelsOf = (model) => [
...new Set((0, dashboard_panels.t)(model).flatMap(({ panel }) => {
const uid = (0, json_value.OW)(panel.libraryPanel) ? (0, json_value.tB)(panel.libraryPanel.uid) : '';
return uid === '' ? [] : [uid];
})),
];
const FAULTS = {
depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
shape: ['does not contain a dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
v2: [
'says that it has schema v2, but has no `elements` and `layout`: Grafana would store an empty dashboard',
'Export it again, with the model that Grafana offers, or correct its `apiVersion`.',
],
uid: ['has a uid that Grafana does not accept', 'Use at most 40 letters, digits, "-" and "_".'],
title: ['contains a dashboard without a title', 'Give it a "title".'],
};
function refused(file, fault) {
const [what, hint] = FAULTS[fault];
return {
kind: 'problem',
problem: {
code: `grafana-dashboard-${fault}`,
severity: 'error',
at: { file, line: 1, column: 1 },
message: `${file} ${what}.`,
hint,
},
};
}
function askFor(file, inputs) {
const [first] = inputs;
const asked = inputs.map(({ name, type }) => type === ''
? `which value has \`${(0, lib_text.TN)(name, 60)}\``
: `which data source of type \`${(0, lib_text.TN)(type, 60)}\` is \`${(0, lib_text.TN)(name, 60)}\``);
return {
code: 'grafana-dashboard-input',
severity: 'error',
at: { file, line: 1, column: 1 },
message: `${file} leaves open ${(0, lib_text.p_)(asked)}; only Prometheus data sources are filled in.`,
hint: `Add \`"value": "\u2026"\` to ${inputs.length === 1 ? 'this entry' : 'each of these entries'} of \`__inputs\`, with ${first?.type === '' ? 'the value' : 'the uid of that data source (Grafana shows it in the address of its settings, Connections, Data sources)'}.`,
};
}
function uidOf(file, deployment) {
const name = (0, posix_.basename)(file)
.replace(/\.json$/i, '')
.replace(/[^a-zA-Z0-9_-]+/g, '-');
return (0, uids.pC)(name, `${deployment}/${file}`);
}
function resolveInputs(found, ours) {
const { __inputs, __requires, __elements, __init, id, version, ...rest } = found.spec;
const inputs = (0, dashboard_model.AG)(found).map(({ name, kind, value }) => [name, kind === 'prometheus' ? ours.uid : value]);
const values = new Map(inputs);
const filled = values.size === 0 ? rest : (0, json_value.to)(rest, (text) => filledIn(text, values));
return inlined(filled, (0, dashboard_model.N6)(found));
}
const filledInSources = (found) => (0, dashboard_model.AG)(found).flatMap(({ kind, type, value }) => (kind === 'value' && type !== '' ? [value] : []));
const filledIn = (text, values) => text.replace(/\$\{([^{}]+)\}/g, (all, name) => values.get(name) ?? all);
function inlined(spec, elements) {
if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0)
return spec;
const inline = (panel) => {
if (!(0, json_value.OW)(panel))
return panel;
if (Array.isArray(panel.panels))
return { ...panel, panels: panel.panels.map(inline) };
return (0, dashboard_model.uQ)(panel, elements).panel;
};
return { ...spec, panels: spec.panels.map(inline) };
}
function dashboard_withDeployments(spec, deployment) {
const tags = (0, grafana_annotations.RS)(deployment);
const annotations = (0, json_value.OW)(spec.annotations) ? spec.annotations : {};
const queries = Array.isArray(annotations.list) ? annotations.list : [];
const shows = (query) => {
const asked = (0, json_value.OW)(query) && (0, json_value.OW)(query.target) ? query.target.tags : undefined;
return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
};
if (queries.some(shows))
return spec;
const query = { datasource: grafana_annotations.B3, ...(0, grafana_annotations.tg)(deployment) };
return { ...spec, annotations: { ...annotations, list: [...queries, query] } };
}
}),
84010: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ru: () => (otherDataSources),
SD: () => (variableIn),
VZ: () => (sourceName),
cS: () => (usesIn),
gh: () => (createSourceUses)
});
var __import_0__ = __webpack_require__(32051);
var __import_2__ = __webpack_require__(72704);
var __import_1__ = __webpack_require__(91060);
const OTHER_KINDS = /loki|tempo|jaeger|zipkin|pyroscope|parca|elastic|opensearch|influx|graphite|opentsdb|cloudwatch|stackdriver|postgres|mysql|mssql|sql server|clickhouse|bigquery|snowflake|sqlite|mongo|redis|sentry|github|splunk|datadog|zabbix|infinity|testdata|json api/i;
const FLY_METRIC = /(?<![\w:])fly_(?:app|edge|instance|volume|machine)_\w+/;
function otherDataSources(uses, ours) {
const isOurs = ({ name }) => name === ours.uid || name === ours.name;
const fixed = uses.filter((use) => use.isTyped && !use.name.startsWith('$') && !isElsewhere(use));
const [most] = fixed.toSorted((a, b) => b.queries.length - a.queries.length);
const namesVariable = uses.some(({ name, queries }) => name.startsWith('$') && queries.length > 0);
const main = uses.some(isOurs) ? ours.uid : namesVariable ? undefined : most?.name;
const others = uses.filter((use) => !isOurs(use) && (isElsewhere(use) || (main !== undefined && fixed.includes(use) && use.name !== main)));
return new Set(others.map(({ name }) => name));
}
const isElsewhere = ({ name, isTyped, queries, isAskedOtherwise }) => (!isTyped && (OTHER_KINDS.test(name) || (isAskedOtherwise && queries.length === 0))) ||
(queries.length > 0 && queries.every((query) => (0, __import_2__.i)(query) || FLY_METRIC.test(query)));
function createSourceUses() {
const uses = new Map();
return {
add(reference, query, otherwise = false) {
const name = sourceName(reference);
if (name === undefined)
return;
const use = uses.get(name) ?? { name, isTyped: false, queries: [], isAskedOtherwise: false };
if ((0, __import_1__.OW)(reference) && reference.type === 'prometheus')
use.isTyped = true;
if (query !== '')
use.queries.push(query);
use.isAskedOtherwise ||= otherwise;
uses.set(name, use);
},
all: () => [...uses.values()],
};
}
const COMMON = new Set([
...['refId', 'datasource', 'hide', 'key', 'intervalMs', 'maxDataPoints'],
...['interval', 'intervalFactor', 'step', 'legendFormat', 'format', 'instant', 'range', 'exemplar'],
'editorMode',
]);
const asksOtherwise = (target) => target.expr === undefined && Object.keys(target).some((key) => !COMMON.has(key));
function usesIn(spec) {
const { add, all } = createSourceUses();
for (const { panel } of (0, __import_0__.t)(spec))
for (const target of (0, __import_1__.Qv)(panel.targets))
add(target.datasource || panel.datasource, (0, __import_1__.tB)(target.expr), asksOtherwise(target));
const lists = [spec.templating, spec.annotations].map((part) => (0, __import_1__.Qv)((0, __import_1__.OW)(part) ? part.list : undefined));
for (const one of lists.flat()) {
const query = (0, __import_1__.OW)(one.query) ? (0, __import_1__.tB)(one.query.query) : (0, __import_1__.tB)(one.query);
if (one.type !== 'datasource')
add(one.datasource, (0, __import_1__.tB)(one.expr) || query);
}
return all();
}
function sourceName(reference) {
if ((0, __import_1__.OW)(reference) && reference.type !== undefined && reference.type !== 'prometheus')
return undefined;
const name = (0, __import_1__.OW)(reference) ? reference.uid : reference;
if (typeof name !== 'string' || name === '')
return undefined;
const variable = variableIn(name);
return variable === undefined ? name : `$${variable}`;
}
function variableIn(name) {
const found = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name);
return found?.[1] ?? found?.[2];
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
90816: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (targetsOf),
U: () => (classicView)
});
var __import_0__ = __webpack_require__(91060);
function classicView(spec) {
const elements = (0, __import_0__.OW)(spec.elements) ? spec.elements : {};
const time = (0, __import_0__.OW)(spec.timeSettings) ? spec.timeSettings : {};
return {
title: spec.title,
tags: spec.tags,
time: { from: time.from, to: time.to },
panels: shownIn(spec.layout, [], 0).flatMap((shown) => {
const element = Object.hasOwn(elements, shown.name) ? elements[shown.name] : undefined;
return (0, __import_0__.OW)(element) && (0, __import_0__.OW)(element.spec) ? [panelOf(element.spec, shown)] : [];
}),
templating: { list: (0, __import_0__.Qv)(spec.variables).map(variableOf) },
annotations: { list: (0, __import_0__.Qv)(spec.annotations).map(annotationOf) },
};
}
const MAX_DEPTH = 20;
function shownIn(layout, repeatedFor, depth) {
const spec = specOf(layout);
if (depth > MAX_DEPTH)
return [];
return [...(0, __import_0__.Qv)(spec.items), ...(0, __import_0__.Qv)(spec.rows), ...(0, __import_0__.Qv)(spec.tabs)].flatMap((item) => {
const own = specOf(item);
const repeat = (0, __import_0__.tB)((0, __import_0__.OW)(own.repeat) ? own.repeat.value : undefined);
const around = repeat === '' ? repeatedFor : [...repeatedFor, repeat];
const name = (0, __import_0__.tB)((0, __import_0__.OW)(own.element) ? own.element.name : undefined);
return name === '' ? shownIn(own.layout, around, depth + 1) : [{ name, repeatedFor: around }];
});
}
const specOf = (value) => (0, __import_0__.OW)(value) && (0, __import_0__.OW)(value.spec) ? value.spec : {};
function panelOf(spec, { repeatedFor }) {
const { id, title, libraryPanel } = spec;
const data = specOf(spec.data);
const vizConfig = (0, __import_0__.OW)(spec.vizConfig) ? spec.vizConfig : {};
const [repeat, ...around] = repeatedFor.toReversed();
const panel = {
...{ id, title, ...(libraryPanel !== undefined && { libraryPanel }) },
type: (0, __import_0__.tB)(vizConfig.group) || (0, __import_0__.tB)(vizConfig.kind),
...((0, __import_0__.OW)(data.queryOptions) ? data.queryOptions : {}),
targets: targetsOf(spec),
...(repeat !== undefined && { repeat }),
};
return around.reduce((inner, variable) => ({ type: 'row', repeat: variable, panels: [inner] }), panel);
}
const targetsOf = (panel) => (0, __import_0__.Qv)(specOf(panel.data).queries).map(targetOf);
function targetOf(query) {
const { refId, hidden, datasource } = specOf(query);
const asked = specOf(query).query;
return { ...specOf(asked), refId, hide: hidden === true, datasource: sourceOf(asked, datasource) };
}
function sourceOf(query, beside) {
const { kind, group, datasource } = (0, __import_0__.OW)(query) ? query : {};
const named = (0, __import_0__.OW)(datasource) ? datasource.name : undefined;
const uid = named ?? ((0, __import_0__.OW)(beside) ? beside.uid : undefined);
const type = kind === 'DataQuery' ? group : kind;
return { type, ...(type === '__expr__' ? { uid: type } : uid !== undefined && { uid }) };
}
const TYPES = {
DatasourceVariable: 'datasource',
TextVariable: 'textbox',
GroupByVariable: 'groupby',
};
function variableOf(variable) {
const spec = specOf(variable);
const kind = (0, __import_0__.tB)(variable.kind);
const type = TYPES[kind] ?? kind.replace(/Variable$/, '').toLowerCase();
if (type === 'datasource')
return { ...spec, type, query: spec.pluginId };
if (type === 'adhoc' || type === 'groupby')
return { ...spec, type, datasource: sourceOf({ ...variable, kind: 'DataQuery' }, spec.datasource) };
if (type !== 'query')
return { ...spec, type };
const asked = specOf(spec.query);
const query = asked.query ?? asked.__legacyStringValue ?? spec.query;
return { ...spec, type, query, datasource: sourceOf(spec.query, spec.datasource) };
}
function annotationOf(annotation) {
const { query, datasource, ...spec } = specOf(annotation);
const asked = specOf(query);
return { ...spec, expr: asked.expr, target: asked, datasource: sourceOf(query, datasource) };
}
}),
72704: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
i: () => (isLogQl)
});
const QUOTED = /"(?:[^"\\]|\\[\s\S]?)*"?|'(?:[^'\\]|\\[\s\S]?)*'?|`[^`]*`?|#.*/g;
const isLogQl = (query) => /\||\}\s*![=~]\s*""/.test(query.replace(QUOTED, (text) => (text.startsWith('#') ? '' : '""')));
}),
81743: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
fs: () => (changesOf),
_1: () => (diffGrafana),
iZ: () => (objectsOf)
});
var lib_text = __webpack_require__(94869);
var actions = __webpack_require__(56994);
var annotation = __webpack_require__(86584);
var attempt = __webpack_require__(17404);
var dashboard_v2 = __webpack_require__(90816);
var json_value = __webpack_require__(91060);
var grafana_ownership = __webpack_require__(20300);
;
const MAX_LINES = 100;
function dashboardDifferences(stored, wanted) {
const { json, folderUid, isV2 } = wanted;
if (isV2 !== stored.isV2)
return isV2 ? '~ schema: v2' : '~ schema: classic';
const { panels: panelsBefore, ...before } = isV2 ? partsOf(stored.json) : (0, grafana_ownership.$E)(stored.json);
const { panels: panelsAfter, ...after } = isV2 ? partsOf(json) : (0, grafana_ownership.$E)(json);
const lines = [
...(stored.folderUid === folderUid ? [] : ['~ folder']),
...differences(new Map(Object.entries(before)), new Map(Object.entries(after))),
...(stored.json.refresh === json.refresh ? [] : ['~ refresh']),
...differences(panelsByName(panelsBefore), panelsByName(panelsAfter), queryDifferences),
];
return bounded(lines);
}
function newPanels({ json, isV2 }) {
const { panels } = isV2 ? partsOf(json) : json;
return bounded(differences(new Map(), panelsByName(panels)));
}
function bounded(lines) {
const more = lines.length - MAX_LINES;
return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`~ \u2026 and ${more} more`] : [])].join('\n');
}
function partsOf(spec) {
const { elements, ...rest } = (0, grafana_ownership.C2)(spec);
const panels = Object.values((0, json_value.OW)(elements) ? elements : {}).flatMap((element) => (0, json_value.OW)(element) && (0, json_value.OW)(element.spec) ? [element.spec] : []);
return { ...rest, panels };
}
function differences(before, after, details = () => []) {
const names = [...new Set([...before.keys(), ...after.keys()])];
return names.flatMap((name) => {
const line = (0, lib_text.TN)(name, 100);
if (!after.has(name))
return [`- ${line}`];
if (!before.has(name))
return [`+ ${line}`];
const [was, is] = [before.get(name), after.get(name)];
return (0, json_value.FS)(was, is) ? [] : [`~ ${line}`, ...details(was, is)];
});
}
function panelsByName(panels, named = new Map()) {
for (const panel of Array.isArray(panels) ? panels.filter(json_value.OW) : []) {
const { panels: inside, ...own } = panel;
const title = `panel "${String(own.title ?? own.id)}"`;
let name = title;
for (let n = 2; named.has(name); n++)
name = `${title} (${n})`;
named.set(name, own);
if (inside !== undefined)
panelsByName(inside, named);
}
return named;
}
function queryDifferences(panelBefore, panelAfter) {
const [before, after] = [panelQueries(panelBefore), panelQueries(panelAfter)];
const names = [...new Set([...before.keys(), ...after.keys()])];
return names.flatMap((name) => {
const [was, is] = [before.get(name), after.get(name)];
if (was === is)
return [];
const line = (sign, query) => query === undefined ? [] : [`${sign}   query ${(0, lib_text.TN)(name, 20)}: ${(0, lib_text.TN)(query, 300)}`];
return [...line('-', was), ...line('+', is)];
});
}
function panelQueries(panel) {
if (!(0, json_value.OW)(panel))
return new Map();
const queries = [...(0, json_value.Qv)(panel.targets), ...(0, dashboard_v2.Q)(panel)];
return new Map(queries.map(({ refId, expr }) => [(0, json_value.tB)(refId), (0, json_value.tB)(expr)]));
}
var library_panels = __webpack_require__(49684);
var observe_v2 = __webpack_require__(23534);
var outcome = __webpack_require__(95225);
;
function diffDashboard(dashboard, read, context) {
const { desired, blocked, apiVersions } = context;
const { uid, json } = dashboard;
const object = objectOf(dashboard, context);
if (blocked)
return (0, outcome.z)(object, (0, attempt.Sb)(blocked));
if (!read.ok)
return (0, outcome.z)(object, read.problem);
const isV2 = dashboard.apiVersions !== undefined;
const apiVersion = (0, observe_v2.I)(dashboard, apiVersions);
if (isV2 && apiVersion === undefined)
return (0, outcome.z)(object, withoutSchemaV2(dashboard, apiVersions));
const stored = read.value;
const folderUid = desired.folder.uid;
const ownership = (0, grafana_ownership.VL)({ json, isV2 }, stored, { deployment: desired.deployment, folderUid });
if (ownership === 'unchanged')
return { ...object, state: 'unchanged' };
const refused = objection(dashboard, stored, ownership, desired);
if (refused)
return { ...object, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused };
const action = {
kind: 'save-dashboard',
...{ uid, deployment: desired.deployment, folderUid, json, overwrite: stored !== undefined },
...(apiVersion !== undefined && { v2: { apiVersion, generation: (stored?.generation ?? 0) + 1 } }),
};
if (!stored) {
const diff = newPanels({ json, isV2 });
return (0, actions.n)(object, { becomes: 'created', reason: 'it does not exist yet', diff, action });
}
const owner = grafana_ownership.H1[ownership];
return (0, actions.n)(object, {
becomes: 'updated',
reason: REASONS[ownership]?.(dashboard) ?? 'overwritten, as configured',
diff: dashboardDifferences(stored, { json, folderUid, isV2 }),
...(owner && { owner }),
action,
});
}
const REASONS = {
changed: ({ file, made }) => (made ? 'this action makes another one now' : `changed in ${file}`),
moved: () => 'moved back to its folder, as configured',
};
function objectOf(dashboard, { url, libraryPanels }) {
const { title, file, uid, otherDataSources } = dashboard;
const notes = [
otherDataSources.length > 0
? `it also uses other data sources, which are left unchanged: ${(0, lib_text.TN)((0, lib_text.H$)(otherDataSources, 5), 300)}`
: undefined,
(0, library_panels.M0)(dashboard, libraryPanels),
].filter((note) => note !== undefined);
return {
...{ kind: 'dashboard', name: title, file, url: `${url}/d/${uid}` },
...(notes.length > 0 && { note: notes.join('; ') }),
};
}
function withoutSchemaV2({ file, apiVersions = [] }, served) {
if (served && !served.ok)
return served.problem;
return {
...{ code: 'grafana-dashboard-v2', severity: 'error', at: { file, line: 1, column: 1 } },
message: `${file} is a dashboard of schema v2, and this Grafana serves none of its APIs (${(0, lib_text.p_)(apiVersions.map((version) => `\`dashboard.grafana.app/${version}\``))}).`,
hint: 'Update Grafana (12.4 serves v2beta1, 13 also v2), or export the dashboard with the model "Classic" or "V1 Resource" where Grafana offers that.',
};
}
function objection({ file, made, title, uid }, stored, ownership, { overwrite, folder }) {
const place = made ? {} : { at: { file, line: 1, column: 1 } };
const source = made ? 'the one that this action makes' : file;
const name = `"${(0, lib_text.TN)(title, 100)}" (${uid})`;
const always = overwrite === 'always';
const warning = (code, message, hint) => ({
...{ code, severity: 'warning', hint, ...place },
message: `The dashboard ${name} ${message}`,
});
if (ownership === 'moved' && !always)
return warning('grafana-dashboard-moved', `was moved in Grafana to ${folderName(stored)}. It was left there, unchanged.`, `Move it back to the folder "${(0, lib_text.TN)(folder.title, 100)}", or set \`grafana.overwrite: always\` in monitoring.yml to have that done.`);
if (ownership === 'edited' && !always) {
const why = stored && (0, grafana_ownership.bi)(stored) !== undefined
? 'was changed in Grafana since this action last wrote it'
: `was created or changed manually in Grafana and differs from ${source}`;
return warning('grafana-dashboard-edited', `${why}. It was left unchanged.`, made
? 'Set `grafana.overwrite: always` in monitoring.yml to replace it; to keep the change, save a copy under another name first.'
: `Copy the change to ${file}, or set \`grafana.overwrite: always\` in monitoring.yml to replace it.`);
}
if (ownership === 'provisioned')
return warning('grafana-dashboard-provisioned', `is ${managerName(stored?.manager)} and differs from ${source}. It was left unchanged.`, `Change or remove it there${made ? '' : `, or give the dashboard in ${file} another uid`}.`);
if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always))
return {
...place,
...clash({ file, made, name, folder: folderName(stored), isUnmanaged: ownership === 'unmanaged' }),
};
return undefined;
}
const folderName = (stored) => stored?.folderUid ? `the folder with the uid ${(0, lib_text.TN)(stored.folderUid, 60)}` : 'the folder General';
function clash(found) {
const { file, made, name, folder, isUnmanaged } = found;
const other = made
? 'Remove it in Grafana, if it is not needed'
: `Give the dashboard in ${file} another uid`;
const whose = isUnmanaged ? `is in ${folder}` : 'belongs to another deployment';
return {
...{ code: 'grafana-dashboard-clash', severity: 'error' },
message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by this deployment.`,
hint: `${other}${isUnmanaged ? ', or set `grafana.overwrite: always` in monitoring.yml to replace it' : ''}.`,
};
}
const MANAGERS = {
repo: 'Git Sync',
terraform: 'Terraform',
kubectl: 'kubectl',
plugin: 'a plugin',
};
function managerName(manager) {
const { kind = '', id = '' } = manager ?? {};
if (kind === '' || kind.includes('file-provisioning'))
return 'provisioned from a file on the Grafana server';
const name = MANAGERS[kind] ?? (0, lib_text.TN)(kind, 60);
return `managed by ${name}${id === '' ? '' : ` (${(0, lib_text.TN)(id, 60)})`}`;
}
var data_source = __webpack_require__(4567);
var grafana_notification = __webpack_require__(32818);
;
function keptRule(group, { rule, movedTo }) {
const how = movedTo === undefined
? 'was changed in Grafana since this action last wrote it'
: `was moved in Grafana to the group "${(0, lib_text.TN)(movedTo, 100)}"`;
const undo = movedTo === undefined ? 'Copy the change to the definition of the rule' : 'Move it back in Grafana';
return {
...{ kind: 'alert rule', name: rule.title, state: 'kept', ...(group.url && { url: group.url }) },
problem: {
...{ code: 'grafana-rule-edited', severity: 'warning' },
message: `The alert rule "${(0, lib_text.TN)(rule.title, 100)}" of the group "${(0, lib_text.TN)(group.name, 100)}" ${how}. It was left unchanged.`,
hint: `${undo} (thresholds are in \`alerts\` of monitoring.yml), or set \`grafana.overwrite: always\` there to replace it.`,
},
};
}
const provisionedGroup = (object) => ({
...{ ...object, state: 'kept' },
problem: {
...{ code: 'grafana-rule-provisioned', severity: 'warning' },
message: `The rule group "${(0, lib_text.TN)(object.name, 100)}" has rules that are provisioned from a file or by another tool, and differs from its definition. It was left unchanged.`,
hint: 'Change the rules there, or remove them there to have this action write the group.',
},
});
var duration = __webpack_require__(39386);
;
const MAX_EXPRESSION = 300;
function ruleDetails(rule, stored) {
const [was, is] = [expressionOf((0, json_value.Qv)(stored.data)), expressionOf(rule.data)];
const waited = (0, json_value.tB)(stored.for);
const parts = [
...(was === is ? [] : ['expr']),
...((0, duration.E)(waited) === (0, duration.E)(rule.for)
? []
: [`for ${(0, lib_text.TN)(waited, 20)} \u2192 ${rule.for}`]),
];
const lines = was === is ? [] : [`-   ${(0, lib_text.TN)(was, MAX_EXPRESSION)}`, `+   ${(0, lib_text.TN)(is, MAX_EXPRESSION)}`];
return { parts: parts.length > 0 ? `: ${parts.join(', ')}` : '', lines };
}
function expressionOf(data) {
const [query] = data.filter(json_value.OW);
return (0, json_value.OW)(query?.model) ? (0, json_value.tB)(query.model.expr) : '';
}
var grafana_rules = __webpack_require__(77526);
;
function diffRuleGroups(desired, observed, context) {
const { dataSource, blocked, url } = context;
const objectOf = (name) => ({
kind: 'rule group',
name,
url: `${url}/alerting/list`,
});
const { all } = observed;
if (blocked || dataSource === undefined || !all.ok) {
const problem = all.ok || blocked ? (0, attempt.Sb)(blocked) : all.problem;
return desired.ruleGroups.map(({ title }) => (0, outcome.z)(objectOf(title), problem));
}
return [
...desired.ruleGroups.flatMap((group) => {
const bound = boundTo(group, desired.dataSource, dataSource, context.moved);
const read = observed.groups.get(group.title) ?? { ok: true, value: undefined };
const [problem] = (0, grafana_notification.Lh)(bound, context.contactPoints);
if (problem)
return [(0, outcome.z)(objectOf(group.title), problem)];
return read.ok
? diffRuleGroup(objectOf(group.title), desired, bound, { stored: read.value, all: all.value })
: [(0, outcome.z)(objectOf(group.title), read.problem)];
}),
...removals(desired, all.value),
];
}
const forgetsReceivers = ({ groups }) => [...groups.values()].some((read) => read.ok && read.value !== undefined && !(0, grafana_rules.L7)(read.value));
function diffRuleGroup(object, { deployment, folder, overwrite }, group, { stored, all }) {
const states = compareRules(group, stored, all);
const edited = states.filter(({ isEdited }) => isEdited);
const kept = overwrite === 'always' ? [] : edited;
const keptUids = new Set(kept.map(({ rule }) => rule.uid));
const told = kept.map((one) => keptRule(object, one));
const interval = { wanted: group.interval, stored: stored?.interval };
const differences = [
...(interval.stored === undefined || interval.stored === interval.wanted || kept.length > 0
? []
: [[`~ interval: ${interval.stored} s \u2192 ${interval.wanted} s`]]),
...states.filter(({ rule }) => !keptUids.has(rule.uid)).flatMap(ruleDifference),
...removedRules(group, stored, deployment).map((rule) => [`- ${nameOf(rule)}`]),
];
const needsRecord = states.some(({ ownership, rule }) => ownership === 'unmarked' && !keptUids.has(rule.uid));
if (stored ? differences.length === 0 && !needsRecord : keptUids.size === group.rules.length)
return [{ ...object, state: 'unchanged' }, ...told];
if (stored?.rules.some(grafana_rules.NY))
return [differences.length === 0 ? { ...object, state: 'unchanged' } : provisionedGroup(object), ...told];
const folderUid = folder.uid;
const wanted = kept.length > 0 && stored ? { ...group, interval: stored.interval } : group;
const body = (0, grafana_rules.Kr)(wanted, stored, { deployment, folderUid, kept: keptUids });
const known = new Set(all.map(({ uid }) => uid));
const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !known.has(uid));
const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh };
if (!stored) {
const diff = group.rules
.map((rule) => `+ ${nameOf(rule)}: ${(0, lib_text.TN)(expressionOf(rule.data), 300)}`)
.join('\n');
return [
(0, actions.n)(object, { becomes: 'created', reason: 'it does not exist yet', diff, action }),
...told,
];
}
const isOverwritten = edited.length > kept.length;
const change = (0, actions.n)(object, {
...{ becomes: 'updated', owner: isOverwritten ? 'edited' : 'ours', action },
diff: differences.flat().join('\n'),
reason: reasonOf(differences.length, isOverwritten ? edited.length : 0),
});
return [change, ...told];
}
function reasonOf(differences, edited) {
if (differences === 0)
return 'to record what this action wrote';
const changed = edited === 0 ? '' : `; ${(0, lib_text.U9)(edited, 'rule')} changed in Grafana overwritten, as configured`;
return `${(0, lib_text.U9)(differences, 'difference')} from the definition${changed}`;
}
function compareRules(group, stored, all) {
const elsewhere = new Map(all.map((rule) => [rule.uid, rule]));
const state = {
wantedInterval: group.interval,
storedInterval: stored?.interval ?? group.interval,
dropsReceivers: stored !== undefined && !(0, grafana_rules.L7)(stored),
};
return group.rules.map((rule) => {
const twin = stored?.rules.find(({ uid }) => uid === rule.uid);
const moved = twin ? undefined : elsewhere.get(rule.uid);
const ownership = (0, grafana_rules.fl)(rule, twin, state);
const isEdited = ownership === 'edited' || moved !== undefined;
return { rule, ownership, isEdited, movedTo: moved?.ruleGroup, stored: twin };
});
}
function ruleDifference({ rule, ownership, isEdited, movedTo, stored }) {
if (movedTo !== undefined)
return [[`~ ${nameOf(rule)}, in the group "${(0, lib_text.TN)(movedTo, 100)}" until now`]];
if (!stored)
return [[`+ ${nameOf(rule)}`]];
if (ownership === 'unchanged' || ownership === 'unmarked')
return [];
const { parts, lines } = ruleDetails(rule, stored);
return [[`~ ${nameOf(rule)}${isEdited ? ', changed in Grafana' : ''}${parts}`, ...lines]];
}
const nameOf = ({ title }) => `rule "${(0, lib_text.TN)(title, 100)}"`;
const removedRules = (group, stored, deployment) => (stored?.rules ?? []).filter((rule) => (0, grafana_rules.FE)(deployment, rule) && !group.rules.some(({ uid }) => uid === rule.uid));
function boundTo(group, wanted, dataSource, moved) {
const existing = 'existing' in wanted ? wanted.existing : dataSource;
const rules = group.rules.map((rule) => {
const { __dashboardUid__: panelOf = '' } = rule.annotations;
const dashboard = moved.get(panelOf);
return {
...rule,
...(dashboard && { annotations: { ...rule.annotations, __dashboardUid__: dashboard } }),
data: rule.data.map((query) => query.datasourceUid === existing ? { ...query, datasourceUid: dataSource } : query),
};
});
return { ...group, rules };
}
function removals({ ruleGroups, deployment, folder }, all) {
const wanted = new Set(ruleGroups.map(({ title }) => title));
const defined = new Set(ruleGroups.flatMap(({ rules }) => rules.map(({ uid }) => uid)));
const inFolder = all.filter((rule) => rule.folderUID === folder.uid);
const groups = Map.groupBy(inFolder, (rule) => rule.ruleGroup);
return [...groups].flatMap(([name, rules]) => {
const own = rules.filter((rule) => (0, grafana_rules.FE)(deployment, rule) && !(0, grafana_rules.NY)(rule) && !defined.has(rule.uid));
if (wanted.has(name) || own.length === 0)
return [];
const others = rules.length - own.length;
const kept = others > 0 ? `; ${(0, lib_text.U9)(others, 'rule')} not managed by this action kept` : '';
const action = { kind: 'remove-rules', uids: own.map(({ uid }) => uid) };
const object = { kind: 'rule group', name };
const diff = own.map(({ title }) => `- rule "${(0, lib_text.TN)(title, 100)}"`).join('\n');
const reason = `no longer defined${kept}`;
return [(0, actions.n)(object, { becomes: 'removed', owner: 'ours', reason, diff, action })];
});
}
var uids = __webpack_require__(19666);
;
const objectsOf = (plan) => [
...[plan.dataSource, plan.folder],
...[...plan.dashboards, ...plan.ruleGroups, ...plan.annotation],
];
const changesOf = (plan) => objectsOf(plan).filter(outcome.X);
function diffGrafana(desired, { good, bad }, observed, url) {
const { planned, uid, resendPassword } = (0, data_source.ne)(desired.dataSource, observed.dataSource, observed.health, url);
const folder = diffFolder(desired.folder, observed.folder, url);
const noFolder = failureOf(folder);
const { dashboards, moved } = (0, uids.vS)(good, observed.dashboards, desired.deployment);
const { notification, rules } = observed;
return {
dataSource: planned,
dataSourceUid: uid,
health: observed.health,
resendPassword,
folder,
dashboards: [
...dashboards.map((dashboard) => diffDashboard(dashboard, (0, uids.qv)(observed.dashboards, dashboard.uid), {
...{ desired, url, blocked: noFolder },
...{ apiVersions: observed.apiVersions, libraryPanels: observed.libraryPanels },
})),
...bad,
],
ruleGroups: diffRuleGroups(desired, rules, {
...{ dataSource: uid, moved, url, blocked: noFolder ?? failureOf(planned) },
contactPoints: notification?.contactPoints ?? { ok: true, value: [] },
}),
annotation: (0, annotation.x7)(desired, observed.annotation),
warnings: dashboards.flatMap((dashboard) => (0, library_panels.Tj)(dashboard, observed.libraryPanels) ?? []),
routing: notification && {
receivers: (0, grafana_notification.YJ)(desired.ruleGroups),
isIgnored: forgetsReceivers(rules),
policies: (0, grafana_notification.kW)(notification),
},
};
}
const failureOf = (planned) => !(0, outcome.X)(planned) && planned.state === 'failed' ? planned.problem : undefined;
function diffFolder(folder, read, url) {
const { uid, title } = folder;
const object = { kind: 'folder', name: title, url: `${url}/dashboards/f/${uid}` };
if (!read.ok)
return (0, outcome.z)(object, read.problem);
const stored = read.value;
if (stored === undefined || stored === 'hidden') {
const action = { kind: 'create-folder', uid, title };
return (0, actions.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
}
if (stored.title === title)
return { ...object, state: 'unchanged' };
const reason = `renamed from "${(0, lib_text.TN)(stored.title, 100)}"`;
const action = { kind: 'rename-folder', uid, title };
return (0, actions.n)(object, { becomes: 'updated', owner: 'ours', reason, action });
}
}),
49684: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
M0: () => (libraryPanelNote),
Tj: () => (missingLibraryPanels),
li: () => (observeLibraryPanels)
});
var __import_0__ = __webpack_require__(84010);
var __import_1__ = __webpack_require__(87045);
var __import_4__ = __webpack_require__(18867);
var __import_2__ = __webpack_require__(91060);
var __import_3__ = __webpack_require__(94869);
const AT_ONCE = 4;
async function observeLibraryPanels(grafana, forming) {
const { good } = await forming;
const uids = [...new Set(good.flatMap(({ libraryPanels }) => libraryPanels))];
const read = async (uid) => [uid, await (0, __import_1__.C)(() => grafana.libraryPanel(uid))];
return new Map(await (0, __import_4__.X)(uids, AT_ONCE, read));
}
function missingLibraryPanels(dashboard, panels) {
const missing = dashboard.libraryPanels.filter((uid) => {
const read = panels.get(uid);
return read?.ok && read.value === undefined;
});
if (missing.length === 0)
return undefined;
const { file, title } = dashboard;
return {
...{ code: 'grafana-library-panel', severity: 'warning', at: { file, line: 1, column: 1 } },
message: `The dashboard "${(0, __import_3__.TN)(title, 100)}" shows ${(0, __import_3__.U9)(missing.length, 'library panel')} that Grafana does not have (${(0, __import_3__.TN)((0, __import_3__.H$)(missing, 5), 300)}): an error is shown in their place.`,
hint: 'Create them in Grafana, or export the dashboard with "Export for sharing externally", which adds a copy.',
};
}
function libraryPanelNote(dashboard, panels) {
const sources = dashboard.libraryPanels.flatMap((uid) => {
const read = panels.get(uid);
return read?.ok && read.value ? namesIn(read.value) : [];
});
const others = [...new Set(sources)].filter((name) => name !== dashboard.dataSourceUid);
return others.length === 0
? undefined
: `its library panels keep their own data sources: ${(0, __import_3__.TN)((0, __import_3__.H$)(others, 5), 300)}`;
}
const namesIn = (model) => [model.datasource, ...(0, __import_2__.Qv)(model.targets).map(({ datasource }) => datasource)].flatMap((reference) => {
const name = (0, __import_0__.VZ)(reference);
return name === undefined || /^(?:\$|-- |__expr__$)/.test(name) ? [] : [name];
});
}),
32818: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Lh: () => (unknownReceivers),
NM: () => (ignoredReceivers),
YJ: () => (receiversOf),
i$: () => (findNotified),
kW: () => (notifiedByPolicies)
});
var __import_0__ = __webpack_require__(94869);
const receiversOf = (groups) => [
...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.receiver ?? []))),
];
const findNotified = ({ receivers, isIgnored, policies }) => receivers.length > 0 && !isIgnored ? 'receiver' : policies;
const PLACEHOLDER = '<example@email.com>';
function notifiedByPolicies({ contactPoints, policies }) {
if (!contactPoints.ok || !policies.ok)
return 'unknown';
const { receiver, routes } = policies.value;
if (routes > 0)
return 'policies';
const isReal = contactPoints.value.some((point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER));
return isReal ? 'policies' : 'no-one';
}
function unknownReceivers(group, points) {
if (!points.ok)
return [];
const known = new Set(points.value.map(({ name }) => name));
return receiversOf([group])
.filter((name) => !known.has(name))
.map((name) => ({
code: 'grafana-receiver',
severity: 'error',
message: `Grafana has no contact point "${(0, __import_0__.TN)(name, 100)}", which the rules of "${group.title}" name.`,
hint: 'Create it in Grafana (Alerting, Contact points), or correct `alerts.receiver` in monitoring.yml.',
}));
}
function ignoredReceivers({ receivers, isIgnored }) {
if (!isIgnored)
return [];
return receivers.map((name) => ({
...{ kind: 'contact point', name, state: 'kept' },
problem: {
code: 'grafana-receiver-ignored',
severity: 'warning',
message: `This Grafana does not keep the contact point "${(0, __import_0__.TN)(name, 100)}" that the rules name: its notification policies decide who is notified.`,
hint: 'Create a notification policy for the label `severity` in Grafana, or use Grafana 11 or newer.',
},
}));
}
}),
23534: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I: () => (apiVersionFor),
p: () => (observeSchemaV2)
});
var __import_4__ = __webpack_require__(18867);
var __import_0__ = __webpack_require__(17404);
var __import_1__ = __webpack_require__(68219);
var __import_2__ = __webpack_require__(20300);
var __import_3__ = __webpack_require__(19666);
async function observeSchemaV2(grafana, { deployment, folder }, forming, reading) {
const { good } = await forming;
if (!good.some(({ apiVersions }) => apiVersions))
return { versions: undefined, dashboards: await reading };
const [versions, stored] = await Promise.all([
(0, __import_0__.uv)(grafana, () => grafana.dashboardVersions()),
reading,
]);
const place = { deployment, folderUid: folder.uid };
const isOpen = ({ uid, json }) => {
const read = (0, __import_3__.qv)(stored, uid);
if (!read.ok || !read.value || isMarkedClassic(read.value))
return false;
return (0, __import_2__.VL)({ json, isV2: true }, read.value, place) !== 'unchanged';
};
const open = (0, __import_3__.vS)(good, stored, deployment).dashboards.flatMap((dashboard) => {
const version = apiVersionFor(dashboard, versions);
return version !== undefined && isOpen(dashboard) ? [{ uid: dashboard.uid, version }] : [];
});
const contents = await (0, __import_4__.X)(open, __import_1__._B, async ({ uid, version }) => [uid, await (0, __import_0__.uv)(grafana, () => grafana.dashboardAs(version, uid))]);
return {
versions,
dashboards: new Map([...stored, ...contents.filter(([, read]) => !read.ok || read.value)]),
};
}
const isMarkedClassic = (stored) => stored.record === undefined && (0, __import_2__.bi)(stored) !== undefined;
const apiVersionFor = ({ apiVersions }, served) => served?.ok ? apiVersions?.find((version) => served.value.includes(version)) : undefined;
}),
79169: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GP: () => (observeDataSource),
NA: () => (existingDataSource),
pM: () => (observeGrafana)
});
var __import_0__ = __webpack_require__(44900);
var __import_1__ = __webpack_require__(87045);
var __import_10__ = __webpack_require__(18867);
var __import_2__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(94869);
var __import_4__ = __webpack_require__(86584);
var __import_5__ = __webpack_require__(17404);
var __import_6__ = __webpack_require__(4567);
var __import_7__ = __webpack_require__(49684);
var __import_8__ = __webpack_require__(68219);
var __import_9__ = __webpack_require__(23534);
async function observeGrafana(grafana, desired, reading, forming) {
const { deployment, folder, ruleGroups, annotation } = desired;
const health = observeHealth(grafana, desired.dataSource, reading);
const dashboards = (0, __import_8__.g_)(grafana, desired, forming);
const schemaV2 = (0, __import_9__.p)(grafana, desired, forming, dashboards);
const libraryPanels = (0, __import_7__.li)(grafana, forming);
const folderNow = (0, __import_5__.uv)(grafana, () => grafana.folder(folder.uid));
const rules = observeRules(grafana, desired);
const notification = ruleGroups.length > 0 ? observeNotification(grafana) : undefined;
const last = annotation && (0, __import_1__.C)(() => grafana.lastAnnotation((0, __import_0__.RS)(deployment), (0, __import_4__.b7)()));
const all = await Promise.all([
...[reading, health, folderNow, schemaV2, rules, notification, last, libraryPanels],
...[dashboards, forming],
]);
return {
...{ dataSource: all[0], health: all[1], folder: all[2], dashboards: all[3].dashboards, rules: all[4] },
...{ notification: all[5], annotation: all[6] },
...{ apiVersions: all[3].versions, libraryPanels: all[7] },
};
}
function observeDataSource(grafana, wanted) {
return (0, __import_5__.uv)(grafana, () => 'existing' in wanted ? existingDataSource(grafana, wanted) : grafana.dataSource('uid', wanted.uid));
}
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];
async function existingDataSource(grafana, { existing, own }) {
const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing));
if (found && PROMETHEUS.includes(found.type))
return found;
if (found)
throw new __import_2__.lZ('platform', [(0, __import_6__.gQ)(found)]);
const name = (0, __import_3__.TN)(existing, 100);
throw own === undefined
? (0, __import_2__.sx)('grafana-datasource-missing', `Grafana has no data source with the uid or name "${name}".`, 'Set `grafana.datasource` in monitoring.yml to the Prometheus data source that has these metrics; Grafana lists them under Connections, Data sources.')
: (0, __import_2__.sx)('grafana-datasource-missing', `Grafana does not have the data source "${name}" of this deployment yet; the dashboards show data as soon as it exists.`, 'Mode `deploy` creates it. Mode `dashboards` does too, with `prometheus-url` and the password (`prometheus-password`, or `fly-api-token` to derive it).');
}
const byUid = async (grafana, value) => /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined;
async function observeHealth(grafana, wanted, reading) {
const read = await reading;
const stored = read.ok ? read.value : undefined;
if (!stored || !('existing' in wanted || (0, __import_6__.K1)(stored, wanted)))
return undefined;
return (0, __import_1__.C)(() => grafana.dataSourceHealth(stored.uid));
}
async function observeRules(grafana, { folder, ruleGroups }) {
const all = await (0, __import_1__.C)(() => grafana.rules());
if (!all.ok)
return { all, groups: new Map() };
const inFolder = all.value.filter((rule) => rule.folderUID === folder.uid);
const existing = new Set(inFolder.map((rule) => rule.ruleGroup));
const wanted = ruleGroups.map(({ title }) => title).filter((title) => existing.has(title));
const read = async (title) => [title, await (0, __import_1__.C)(() => grafana.ruleGroup(folder.uid, title))];
return {
all,
groups: new Map(await (0, __import_10__.X)(wanted, __import_8__._B, read)),
};
}
async function observeNotification(grafana) {
const [contactPoints, policies] = await Promise.all([
(0, __import_1__.C)(() => grafana.contactPoints()),
(0, __import_1__.C)(() => grafana.policies()),
]);
return { contactPoints, policies };
}
}),
29484: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_: () => (planGrafana)
});
var diff = __webpack_require__(81743);
var dashboard = __webpack_require__(18563);
var lib_text = __webpack_require__(94869);
var outcome = __webpack_require__(95225);
;
function normaliseFiles({ dashboards, deployment, dataSource }, ref) {
const good = new Map();
const bad = [];
const reject = (file, name, problem) => bad.push((0, outcome.z)({ kind: 'dashboard', name, file }, problem));
for (const source of dashboards) {
const found = ref ? (0, dashboard.L)(source, { deployment, dataSource: ref }) : noDataSource(dataSource);
const twin = found.kind === 'dashboard' && good.get(found.dashboard.uid);
if (found.kind === 'problem')
reject(source.file, source.file, found.problem);
else if (twin)
reject(source.file, found.dashboard.title, sameUid(source, twin));
else
good.set(found.dashboard.uid, found.dashboard);
}
return { good: [...good.values()], bad };
}
const noDataSource = (asked) => ({
kind: 'problem',
problem: {
code: 'grafana-not-tried',
severity: 'error',
message: `Not written: the data source "${'existing' in asked ? (0, lib_text.TN)(asked.existing, 100) : asked.uid}" that it queries could not be read.`,
hint: 'Correct the data source first and run again.',
},
});
const sameUid = ({ file }, twin) => ({
...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
hint: 'Give one of the two another uid.',
});
var observe = __webpack_require__(79169);
var observe_dashboards = __webpack_require__(68219);
;
async function planGrafana(grafana, desired) {
const reading = (0, observe.GP)(grafana, desired.dataSource);
const forming = normalFilesOf(desired, reading);
const observed = await (0, observe.pM)(grafana, desired, reading, forming);
return (0, diff._1)(desired, await forming, observed, grafana.url);
}
async function normalFilesOf(desired, reading) {
const { dataSource, dashboards } = desired;
if ((0, observe_dashboards.g6)(dashboards.length))
await reading;
if (!('existing' in dataSource))
return normaliseFiles(desired, dataSource);
if (dataSource.own)
return normaliseFiles(desired, dataSource.own);
const read = await reading;
return normaliseFiles(desired, read.ok ? read.value : undefined);
}
})
};

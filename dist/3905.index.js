export const id = 3905;
export const ids = [3905];
export const modules = {

/***/ 8563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ normaliseDashboard)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/formats/dashboard-model.js
var dashboard_model = __webpack_require__(7051);
// EXTERNAL MODULE: ./build/formats/dashboard-panels.js
var dashboard_panels = __webpack_require__(2051);
// EXTERNAL MODULE: ./build/formats/dashboard-v2.js
var dashboard_v2 = __webpack_require__(816);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var grafana_annotations = __webpack_require__(4900);
// EXTERNAL MODULE: ./build/formats/promql/logql.js
var logql = __webpack_require__(2704);
// EXTERNAL MODULE: ./build/desired/grafana/other-data-sources.js
var other_data_sources = __webpack_require__(4010);
;// CONCATENATED MODULE: ./build/desired/grafana/data-source-references.js



/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/;
/**
 * Replaces every reference to a Prometheus data source by the one of the deployment: by name, by the uid of another
 * instance, by default (null on something that queries), or by a variable that the dashboard does not declare. Declared
 * variables are kept, with the data source of the deployment as their current value. References to other types of data
 * sources, and to another Prometheus that the dashboard uses in addition, are not changed; `others` names those that
 * look like a reference to ours. `elsewhere`: uids that are known to be of another type.
 */
function bindDataSource(spec, ours, elsewhere = []) {
    const templating = (0,json_value/* isJsonObject */.OW)(spec.templating) ? spec.templating : {};
    const variables = Array.isArray(templating.list) ? templating.list : [];
    const declared = new Set(variables.filter(json_value/* isJsonObject */.OW).map((v) => String(v.name)));
    const target = { type: 'prometheus', uid: ours.uid };
    const others = new Set([...elsewhere, ...(0,other_data_sources/* otherDataSources */.Ru)((0,other_data_sources/* usesIn */.cS)(spec), ours)]);
    const pointing = bound(spec, (ref) => isBoundTo(ref, declared, others) ? target : ref);
    if (!(0,json_value/* isJsonObject */.OW)(pointing.templating) || !Array.isArray(pointing.templating.list))
        return { spec: pointing, others: [...others] };
    const list = pointing.templating.list.map((variable) => (0,json_value/* isJsonObject */.OW)(variable) && others.has(`$${variable.name}`) ? variable : pointed(variable, ours));
    return { spec: { ...pointing, templating: { ...pointing.templating, list } }, others: [...others] };
}
/** Whether a reference becomes the one of the deployment. `declared`: the variables of the dashboard. */
const isBoundTo = (ref, declared, others) => isReplaced(ref, declared) && !others.has((0,other_data_sources/* sourceName */.VZ)(ref) ?? '');
function isReplaced(ref, declared) {
    const name = (0,json_value/* isJsonObject */.OW)(ref) ? ref.uid : ref;
    if ((0,json_value/* isJsonObject */.OW)(ref) && ref.type !== undefined && ref.type !== 'prometheus')
        return false;
    if (typeof name !== 'string')
        return true;
    const variable = (0,other_data_sources/* variableIn */.SD)(name);
    return variable === undefined ? !BUILT_IN.test(name) : !declared.has(variable);
}
/** Panels, targets, variables and annotations all name their data source in the key `datasource`. */
function bound(value, bind, key) {
    // An empty reference is none: a query without one asks the data source of its panel.
    if (value === null || (key === 'datasource' && value === ''))
        return value;
    if (key === 'datasource')
        return bind(value);
    if (typeof value !== 'object')
        return value;
    return (0,json_value/* mapMembers */.Mz)(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind);
}
/** A panel with queries that do not name a data source uses the default one, which may be any. */
const asksDefault = (value) => (0,json_value/* isJsonObject */.OW)(value) &&
    !value.datasource &&
    Array.isArray(value.targets) &&
    value.targets.some((target) => (0,json_value/* isJsonObject */.OW)(target) && typeof target.expr === 'string' && !target.datasource && !(0,logql/* isLogQl */.i)(target.expr));
/** Sets the current value of a variable that selects a Prometheus data source. */
function pointed(variable, ours) {
    if (!(0,json_value/* isJsonObject */.OW)(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
        return variable;
    const many = variable.multi === true;
    const current = many
        ? { selected: true, text: [ours.name], value: [ours.uid] }
        : { selected: true, text: ours.name, value: ours.uid };
    return { ...variable, current };
}

;// CONCATENATED MODULE: ./build/desired/grafana/data-source-references-v2.js



/**
 * The same for schema v2: queries, variables and annotations name the type of their data source as `group`, and its uid as
 * `datasource.name`; v2alpha1 has both in `datasource`. Without a uid Grafana uses the default data source of that type.
 */
function bindDataSourceV2(spec, ours) {
    const variables = (0,json_value/* objectsIn */.Qv)(spec.variables).map((variable) => (0,json_value/* isJsonObject */.OW)(variable.spec) ? variable.spec : {});
    const declared = new Set(variables.map(({ name }) => String(name)));
    const uses = (0,other_data_sources/* createSourceUses */.gh)();
    collect(spec, uses, 0);
    const others = (0,other_data_sources/* otherDataSources */.Ru)(uses.all(), ours);
    const isOurs = (reference) => isBoundTo(reference, declared, others);
    const pointed = data_source_references_v2_bound(spec, { isOurs, ours });
    const list = Array.isArray(pointed.variables)
        ? pointed.variables.map((one) => pointedVariable(one, ours, others))
        : undefined;
    return { spec: { ...pointed, ...(list && { variables: list }) }, others: [...others] };
}
/** Layouts, elements and queries nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 40;
function collect(value, uses, depth) {
    if (value === null || typeof value !== 'object' || depth > MAX_DEPTH)
        return;
    if ((0,json_value/* isJsonObject */.OW)(value)) {
        const reference = referenceOf(value);
        const query = (0,json_value/* isJsonObject */.OW)(value.spec) ? value.spec : {};
        if (reference)
            uses.add(reference, (0,json_value/* stringIn */.tB)(query.expr) || (0,json_value/* stringIn */.tB)(query.query));
    }
    for (const member of Object.values(value))
        collect(member, uses, depth + 1);
}
/** What an object of v2beta1 and v2 refers to, in the classic form; undefined for one that has no data source. */
function referenceOf({ kind, group, datasource }) {
    if (typeof group !== 'string' || !/^DataQuery$|Variable$/.test((0,json_value/* stringIn */.tB)(kind)))
        return undefined;
    return { type: group, uid: (0,json_value/* isJsonObject */.OW)(datasource) ? datasource.name : undefined };
}
function data_source_references_v2_bound(value, binding, key) {
    if (value === null || typeof value !== 'object')
        return value;
    const { isOurs, ours } = binding;
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return (0,json_value/* mapMembers */.Mz)(value, data_source_references_v2_bound, binding);
    const reference = referenceOf(value);
    if (reference?.type === 'prometheus' && isOurs(reference))
        return { ...withoutExportLabel(value), datasource: { name: ours.uid } };
    if (key === 'datasource' && value.type === 'prometheus' && isOurs(value))
        return { type: 'prometheus', uid: ours.uid };
    return (0,json_value/* mapMembers */.Mz)(value, data_source_references_v2_bound, binding);
}
/** A dashboard exported for sharing has this label in place of the name of its data source. */
const EXPORT_LABEL = 'grafana.app/export-label';
function withoutExportLabel(query) {
    if (!(0,json_value/* isJsonObject */.OW)(query.labels) || !Object.hasOwn(query.labels, EXPORT_LABEL))
        return query;
    const { [EXPORT_LABEL]: label, ...labels } = query.labels;
    return { ...query, labels };
}
/** Sets the current value of a variable that selects a Prometheus data source. */
function pointedVariable(variable, ours, others) {
    if (!(0,json_value/* isJsonObject */.OW)(variable) || !(0,json_value/* isJsonObject */.OW)(variable.spec))
        return variable;
    const { spec } = variable;
    const isPrometheus = variable.kind === 'DatasourceVariable' && spec.pluginId === 'prometheus';
    if (!isPrometheus || others.has(`$${spec.name}`))
        return variable;
    const current = spec.multi === true ? { text: [ours.name], value: [ours.uid] } : { text: ours.name, value: ours.uid };
    return { ...variable, spec: { ...spec, current } };
}

;// CONCATENATED MODULE: ./build/desired/grafana/dashboard-v2.js



/**
 * The spec of schema v2 as it is sent; undefined where it is not one: classic content under such a version is stored as an
 * empty dashboard (recorded on 12.4).
 */
function normaliseSpec({ spec, apiVersion }, { deployment, dataSource }) {
    if (!(0,json_value/* isJsonObject */.OW)(spec.elements) || !(0,json_value/* isJsonObject */.OW)(spec.layout))
        return undefined;
    const apiVersions = versionsFor(apiVersion, spec.elements);
    const bound = bindDataSourceV2(spec, dataSource);
    return { spec: withDeployments(bound.spec, deployment, apiVersions), apiVersions, others: bound.others };
}
/** v2 is v2beta1 declared stable: each accepts the other's dashboards. v2alpha1 spells data sources in another way. */
const STABLE = ['v2', 'v2beta1'];
function versionsFor(apiVersion, elements) {
    if (apiVersion === 'v2beta1')
        return STABLE.toReversed();
    if (apiVersion !== '' && apiVersion !== 'v2')
        return [apiVersion];
    const isAlpha = Object.values(elements).some((element) => (0,json_value/* isJsonObject */.OW)(element) &&
        (0,json_value/* isJsonObject */.OW)(element.spec) &&
        (0,json_value/* isJsonObject */.OW)(element.spec.vizConfig) &&
        element.spec.vizConfig.kind !== 'VizConfig');
    return apiVersion === '' && isAlpha ? ['v2alpha1'] : STABLE;
}
/** Adds the query for the deploy annotations unless the dashboard has one. */
function withDeployments(spec, deployment, versions) {
    const list = (0,json_value/* objectsIn */.Qv)(spec.annotations);
    const tags = (0,grafana_annotations/* annotationTags */.RS)(deployment);
    const shows = (annotation) => {
        const query = (0,json_value/* isJsonObject */.OW)(annotation.spec) ? annotation.spec.query : undefined;
        const asked = (0,json_value/* isJsonObject */.OW)(query) && (0,json_value/* isJsonObject */.OW)(query.spec) ? query.spec.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (versions.includes('v2alpha1') || list.some(shows))
        return spec;
    const { target, ...shown } = (0,grafana_annotations/* deploymentsQuery */.tg)(deployment);
    const query = { kind: 'DataQuery', group: 'grafana', version: 'v0', spec: target };
    const datasource = { name: grafana_annotations/* ANNOTATIONS_SOURCE */.B3.uid };
    const annotation = { kind: 'AnnotationQuery', spec: { ...shown, query: { ...query, datasource } } };
    return { ...spec, annotations: [...list, annotation] };
}

// EXTERNAL MODULE: ./build/desired/grafana/uids.js
var uids = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/desired/grafana/dashboard.js










/**
 * Normalises all forms of dashboard JSON: plain, wrapped in `{"dashboard": …}`, exported with `__inputs`, a resource of v0,
 * v1 or v2. Every reference to the Prometheus data source becomes the one of the deployment; an `id` of another instance is
 * removed, since Grafana answers it with 404; a missing uid is derived from the file name, since each POST would create a
 * duplicate. The dashboard also gets an annotation query that shows the deploy annotations.
 */
function normaliseDashboard({ file, json }, home) {
    const found = (0,dashboard_model/* openDashboard */.Nb)(json);
    if (typeof found === 'string')
        return refused(file, found);
    const uid = found.uid ?? uidOf(file, home.deployment);
    if (!(0,dashboard_model/* isDashboardUid */.lx)(uid))
        return refused(file, 'uid');
    if (found.isV2)
        return normaliseV2(file, uid, found, home);
    const missing = (0,dashboard_model/* dashboardInputs */.AG)(found).filter(({ kind }) => kind === 'unresolved');
    if (missing.length > 0)
        return { kind: 'problem', problem: askFor(file, missing) };
    const spec = resolveInputs(found, home.dataSource);
    const title = (0,json_value/* stringIn */.tB)(spec.title).trim();
    if (!title)
        return refused(file, 'title');
    const bound = bindDataSource(spec, home.dataSource, filledInSources(found));
    const model = { ...dashboard_withDeployments(bound.spec, home.deployment), title, uid };
    const sources = { dataSourceUid: home.dataSource.uid, otherDataSources: bound.others };
    const libraryPanels = libraryPanelsOf(model);
    return { kind: 'dashboard', dashboard: { file, uid, title, json: model, ...sources, libraryPanels } };
}
function normaliseV2(file, uid, found, home) {
    if (!found.title)
        return refused(file, 'title');
    const normal = normaliseSpec(found, home);
    if (!normal)
        return refused(file, 'v2');
    const { spec: json, apiVersions, others: otherDataSources } = normal;
    const sources = { dataSourceUid: home.dataSource.uid, otherDataSources };
    const libraryPanels = libraryPanelsOf((0,dashboard_v2/* classicView */.U)(json));
    const dashboard = { file, uid, title: found.title, json, apiVersions, ...sources, libraryPanels };
    return { kind: 'dashboard', dashboard };
}
/** The library panels of which a dashboard has no copy. */
const libraryPanelsOf = (model) => [
    ...new Set((0,dashboard_panels/* panelsIn */.t)(model).flatMap(({ panel }) => {
        const uid = (0,json_value/* isJsonObject */.OW)(panel.libraryPanel) ? (0,json_value/* stringIn */.tB)(panel.libraryPanel.uid) : '';
        return uid === '' ? [] : [uid];
    })),
];
/** What can be wrong with a file: the message and the hint. */
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
/** Which data sources, and which values, an export leaves open: only the team knows which ones of its Grafana are meant. */
function askFor(file, inputs) {
    const [first] = inputs;
    const asked = inputs.map(({ name, type }) => type === ''
        ? `which value has \`${(0,lib_text/* oneLine */.TN)(name, 60)}\``
        : `which data source of type \`${(0,lib_text/* oneLine */.TN)(type, 60)}\` is \`${(0,lib_text/* oneLine */.TN)(name, 60)}\``);
    return {
        code: 'grafana-dashboard-input',
        severity: 'error',
        at: { file, line: 1, column: 1 },
        message: `${file} leaves open ${(0,lib_text/* list */.p_)(asked)}; only Prometheus data sources are filled in.`,
        hint: `Add \`"value": "…"\` to ${inputs.length === 1 ? 'this entry' : 'each of these entries'} of \`__inputs\`, with ${first?.type === '' ? 'the value' : 'the uid of that data source (Grafana shows it in the address of its settings, Connections, Data sources)'}.`,
    };
}
/** The same file of the same deployment has the same uid, independent of its title. */
function uidOf(file, deployment) {
    const name = (0,posix_.basename)(file)
        .replace(/\.json$/i, '')
        .replace(/[^a-zA-Z0-9_-]+/g, '-');
    return (0,uids/* uidWithHash */.pC)(name, `${deployment}/${file}`);
}
/**
 * Resolves the inputs of an export: `${DS_PROMETHEUS}` becomes the data source of the deployment, constants their value,
 * library panels the copies in the export. Identifiers of the other instance are removed.
 */
function resolveInputs(found, ours) {
    const { __inputs, __requires, __elements, id, version, ...rest } = found.spec;
    const inputs = (0,dashboard_model/* dashboardInputs */.AG)(found).map(({ name, kind, value }) => [name, kind === 'prometheus' ? ours.uid : value]);
    const values = new Map(inputs);
    const filled = values.size === 0 ? rest : (0,json_value/* mapStrings */.to)(rest, (text) => filledIn(text, values));
    return inlined(filled, (0,dashboard_model/* libraryCopies */.N6)(found));
}
/** The uids that a team has written into the inputs of data sources of other types. */
const filledInSources = (found) => (0,dashboard_model/* dashboardInputs */.AG)(found).flatMap(({ kind, type, value }) => (kind === 'value' && type !== '' ? [value] : []));
const filledIn = (text, values) => text.replace(/\$\{([^{}]+)\}/g, (all, name) => values.get(name) ?? all);
function inlined(spec, elements) {
    if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0)
        return spec;
    const inline = (panel) => {
        if (!(0,json_value/* isJsonObject */.OW)(panel))
            return panel;
        if (Array.isArray(panel.panels))
            return { ...panel, panels: panel.panels.map(inline) };
        return (0,dashboard_model/* fromLibrary */.uQ)(panel, elements).panel;
    };
    return { ...spec, panels: spec.panels.map(inline) };
}
/** Adds the query for the deploy annotations unless the dashboard has one. */
function dashboard_withDeployments(spec, deployment) {
    const tags = (0,grafana_annotations/* annotationTags */.RS)(deployment);
    const annotations = (0,json_value/* isJsonObject */.OW)(spec.annotations) ? spec.annotations : {};
    const queries = Array.isArray(annotations.list) ? annotations.list : [];
    const shows = (query) => {
        const asked = (0,json_value/* isJsonObject */.OW)(query) && (0,json_value/* isJsonObject */.OW)(query.target) ? query.target.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (queries.some(shows))
        return spec;
    const query = { datasource: grafana_annotations/* ANNOTATIONS_SOURCE */.B3, ...(0,grafana_annotations/* deploymentsQuery */.tg)(deployment) };
    return { ...spec, annotations: { ...annotations, list: [...queries, query] } };
}


/***/ }),

/***/ 4010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ru: () => (/* binding */ otherDataSources),
/* harmony export */   SD: () => (/* binding */ variableIn),
/* harmony export */   VZ: () => (/* binding */ sourceName),
/* harmony export */   cS: () => (/* binding */ usesIn),
/* harmony export */   gh: () => (/* binding */ createSourceUses)
/* harmony export */ });
/* harmony import */ var _formats_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2051);
/* harmony import */ var _formats_promql_logql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2704);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1060);



/** Data sources that are not Prometheus, by the words that people name them with. */
const OTHER_KINDS = /loki|tempo|jaeger|zipkin|pyroscope|parca|elastic|opensearch|influx|graphite|opentsdb|cloudwatch|stackdriver|postgres|mysql|mssql|sql server|clickhouse|bigquery|snowflake|sqlite|mongo|redis|sentry|github|splunk|datadog|zabbix|infinity|testdata|json api/i;
/** Metrics that only the Prometheus which Fly runs for every organisation has. */
const FLY_METRIC = /(?<![\w:])fly_(?:app|edge|instance|volume|machine)_\w+/;
/**
 * The data sources in a dashboard that are surely not the Prometheus of the deployment, although a reference alone does
 * not tell: by a name such as Loki, by queries in LogQL or about the metrics of Fly's own Prometheus, or because the
 * dashboard names ours and another one. A dashboard that names only one Prometheus comes from another Grafana.
 */
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
    (queries.length > 0 && queries.every((query) => (0,_formats_promql_logql_js__WEBPACK_IMPORTED_MODULE_2__/* .isLogQl */ .i)(query) || FLY_METRIC.test(query)));
function createSourceUses() {
    const uses = new Map();
    return {
        add(reference, query, otherwise = false) {
            const name = sourceName(reference);
            if (name === undefined)
                return;
            const use = uses.get(name) ?? { name, isTyped: false, queries: [], isAskedOtherwise: false };
            if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) && reference.type === 'prometheus')
                use.isTyped = true;
            if (query !== '')
                use.queries.push(query);
            use.isAskedOtherwise ||= otherwise;
            uses.set(name, use);
        },
        all: () => [...uses.values()],
    };
}
/** What a query of any data source may have, and what an empty one of Prometheus has. */
const COMMON = new Set([
    ...['refId', 'datasource', 'hide', 'key', 'intervalMs', 'maxDataPoints'],
    ...['interval', 'intervalFactor', 'step', 'legendFormat', 'format', 'instant', 'range', 'exemplar'],
    'editorMode',
]);
/** A query without `expr`, but with something else to ask: SQL, a metric of CloudWatch … */
const asksOtherwise = (target) => target.expr === undefined && Object.keys(target).some((key) => !COMMON.has(key));
/** The uses of data sources in a dashboard of the classic schema. */
function usesIn(spec) {
    const { add, all } = createSourceUses();
    for (const { panel } of (0,_formats_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_0__/* .panelsIn */ .t)(spec))
        for (const target of (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(panel.targets))
            add(target.datasource || panel.datasource, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(target.expr), asksOtherwise(target));
    const lists = [spec.templating, spec.annotations].map((part) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(part) ? part.list : undefined));
    for (const one of lists.flat()) {
        const query = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one.query) ? (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.query.query) : (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.query);
        // The query of a data source variable is a type of data source.
        if (one.type !== 'datasource')
            add(one.datasource, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.expr) || query);
    }
    return all();
}
/** The uid or name in a reference that may lead to a Prometheus; `$name` for a variable. */
function sourceName(reference) {
    if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) && reference.type !== undefined && reference.type !== 'prometheus')
        return undefined;
    const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) ? reference.uid : reference;
    if (typeof name !== 'string' || name === '')
        return undefined;
    const variable = variableIn(name);
    return variable === undefined ? name : `$${variable}`;
}
/** The name of the variable that a reference consists of. */
function variableIn(name) {
    const found = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name);
    return found?.[1] ?? found?.[2];
}


/***/ }),

/***/ 7051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ dashboardInputs),
/* harmony export */   N6: () => (/* binding */ libraryCopies),
/* harmony export */   Nb: () => (/* binding */ openDashboard),
/* harmony export */   lx: () => (/* binding */ isDashboardUid),
/* harmony export */   uQ: () => (/* binding */ fromLibrary)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/**
 * Finds the dashboard in a JSON value, for everything that reads one: plain, wrapped in `{"dashboard": …}` as in a request
 * to the API, or a resource of `dashboard.grafana.app`, in any order.
 */
function openDashboard(json) {
    if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .tooDeep */ .DI)(json))
        return 'depth';
    let [value, path] = [json, []];
    let resource;
    for (let layers = 0; layers < 3 && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value); layers++) {
        const { apiVersion, metadata, spec, dashboard } = value;
        if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(apiVersion).startsWith('dashboard.grafana.app/') && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec)) {
            const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(metadata) ? metadata.name : undefined;
            resource = { apiVersion: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(apiVersion), uid: typeof name === 'string' ? name : undefined };
            [value, path] = [spec, [...path, 'spec']];
        }
        else if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(dashboard) && !Array.isArray(value.panels))
            [value, path] = [dashboard, [...path, 'dashboard']];
        else
            return modelOf(value, path, resource);
    }
    return 'shape';
}
function modelOf(spec, path, resource) {
    const isV2 = /\/v2/.test(resource?.apiVersion ?? '') || ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) && !Array.isArray(spec.panels));
    const uid = resource?.uid ?? spec.uid ?? undefined;
    const apiVersion = resource?.apiVersion.split('/')[1] ?? '';
    return {
        spec,
        path,
        uid: uid === '' ? undefined : uid,
        title: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.title).trim(),
        isV2,
        apiVersion,
    };
}
const UID = /^[a-zA-Z0-9_-]{1,40}$/;
/** Whether Grafana accepts a uid. */
const isDashboardUid = (uid) => typeof uid === 'string' && UID.test(uid);
/** The inputs of an export. */
const dashboardInputs = ({ spec, path }) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.__inputs).map((input, index) => {
    const isSource = input.type === 'datasource' || typeof input.pluginId === 'string';
    const isOurs = isSource && (input.pluginId ?? 'prometheus') === 'prometheus';
    const hasValue = typeof input.value === 'string';
    return {
        path: [...path, '__inputs', index],
        name: String(input.name),
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(input.pluginId) || (isSource ? 'prometheus' : ''),
        kind: isOurs ? 'prometheus' : hasValue ? 'value' : 'unresolved',
        value: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(input.value),
    };
});
/** Copies of library panels in an export, by uid. */
const libraryCopies = ({ spec }) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.__elements) ? spec.__elements : {};
/** A panel with its copy from the library in the export; `uid` is undefined for a panel that is not from a library. */
function fromLibrary(panel, copies) {
    const { libraryPanel, ...own } = panel;
    if (!(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(libraryPanel))
        return { panel, uid: undefined, isCopied: false };
    const uid = String(libraryPanel.uid);
    const copy = Object.hasOwn(copies, uid) ? copies[uid] : undefined;
    return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(copy) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(copy.model)
        ? { panel: { ...copy.model, ...own }, uid, isCopied: true }
        : { panel, uid, isCopied: false };
}


/***/ }),

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf),
/* harmony export */   t: () => (/* binding */ panelsIn)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/** Rows, collapsed or not, and their panels nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 10;
/** Every panel of a dashboard in the classic schema, including those in rows and in collapsed rows; rows are not panels. */
const panelsIn = (model, path = []) => panelsBelow(model, { path, depth: 0, repeatedFor: [] });
function panelsBelow(parent, { path, depth, repeatedFor }) {
    if (depth > MAX_DEPTH)
        return [];
    // Dashboards from before 2018 keep panels in rows.
    return ['panels', 'rows'].flatMap((key) => {
        // An open row repeats the panels that follow it, up to the next row.
        let openRow = [];
        return listOf(parent[key]).flatMap(({ value: panel, index }) => {
            const isRow = key === 'rows' || panel.type === 'row';
            const own = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(panel.repeat) === '' ? [] : [(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(panel.repeat)];
            if (isRow)
                openRow = own;
            const around = [...new Set([...repeatedFor, ...openRow, ...own])];
            const here = [...path, key, index];
            const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around });
            return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner];
        });
    });
}
/** The objects of a list, with their indexes. */
function listOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((item, index) => ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(item) ? [{ value: item, index }] : []));
}


/***/ }),

/***/ 816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ classicView)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/**
 * A dashboard of schema v2 in the classic form, for everything that asks its queries: panels with their targets and what
 * they are repeated for, variables and annotations. Only elements that the layout shows are in it. Both spellings are
 * read: that of v2alpha1 (the type of the data source as `kind`) and that of v2beta1 and v2 (as `group`).
 */
function classicView(spec) {
    const elements = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) ? spec.elements : {};
    const time = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.timeSettings) ? spec.timeSettings : {};
    return {
        title: spec.title,
        tags: spec.tags,
        time: { from: time.from, to: time.to },
        panels: shownIn(spec.layout, [], 0).flatMap((shown) => {
            const element = Object.hasOwn(elements, shown.name) ? elements[shown.name] : undefined;
            return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element.spec) ? [panelOf(element.spec, shown)] : [];
        }),
        templating: { list: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.variables).map(variableOf) },
        annotations: { list: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.annotations).map(annotationOf) },
    };
}
/** Layouts nest in rows and tabs. */
const MAX_DEPTH = 20;
function shownIn(layout, repeatedFor, depth) {
    const spec = specOf(layout);
    if (depth > MAX_DEPTH)
        return [];
    return [...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.items), ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.rows), ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.tabs)].flatMap((item) => {
        const own = specOf(item);
        const repeat = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(own.repeat) ? own.repeat.value : undefined);
        const around = repeat === '' ? repeatedFor : [...repeatedFor, repeat];
        const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(own.element) ? own.element.name : undefined);
        return name === '' ? shownIn(own.layout, around, depth + 1) : [{ name, repeatedFor: around }];
    });
}
const specOf = (value) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value.spec) ? value.spec : {};
/** Classic panels are repeated for one variable; of several, each is put around it as a row. */
function panelOf(spec, { repeatedFor }) {
    const { id, title, libraryPanel } = spec;
    const data = specOf(spec.data);
    const vizConfig = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.vizConfig) ? spec.vizConfig : {};
    const [repeat, ...around] = repeatedFor.toReversed();
    const panel = {
        ...{ id, title, ...(libraryPanel !== undefined && { libraryPanel }) },
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(vizConfig.group) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(vizConfig.kind),
        ...((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(data.queryOptions) ? data.queryOptions : {}),
        targets: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(data.queries).map(targetOf),
        ...(repeat !== undefined && { repeat }),
    };
    return around.reduce((inner, variable) => ({ type: 'row', repeat: variable, panels: [inner] }), panel);
}
function targetOf(query) {
    const { refId, hidden, datasource } = specOf(query);
    const asked = specOf(query).query;
    return { ...specOf(asked), refId, hide: hidden === true, datasource: sourceOf(asked, datasource) };
}
/** The reference of a query to its data source, in the classic form. */
function sourceOf(query, beside) {
    const { kind, group, datasource } = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(query) ? query : {};
    const named = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(datasource) ? datasource.name : undefined;
    const uid = named ?? ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(beside) ? beside.uid : undefined);
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
    const kind = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(variable.kind);
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


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isLogQl)
/* harmony export */ });
/** Quoted texts of a query, closed or not, and comments; what is between them is its syntax. */
const QUOTED = /"(?:[^"\\]|\\[\s\S]?)*"?|'(?:[^'\\]|\\[\s\S]?)*'?|`[^`]*`?|#.*/g;
/**
 * Whether a query is written in LogQL, the language of Loki: it has a pipe or a line filter (`{app="web"} |= "error"`),
 * which PromQL does not know. A plain selector may be either.
 */
const isLogQl = (query) => /\||\}\s*![=~]\s*""/.test(query.replace(QUOTED, (text) => (text.startsWith('#') ? '' : '""')));


/***/ }),

/***/ 9684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ libraryPanelNote),
/* harmony export */   Tj: () => (/* binding */ missingLibraryPanels),
/* harmony export */   li: () => (/* binding */ observeLibraryPanels)
/* harmony export */ });
/* harmony import */ var _desired_grafana_other_data_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4010);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8867);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1060);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7404);





const AT_ONCE = 4;
/** A dashboard holds only a reference to a library panel, and Grafana stores one that leads nowhere without a word. */
async function observeLibraryPanels(grafana, forming) {
    const { good } = await forming;
    const uids = [...new Set(good.flatMap(({ libraryPanels }) => libraryPanels))];
    const read = async (uid) => [uid, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => grafana.libraryPanel(uid))];
    return new Map(await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X)(uids, AT_ONCE, read));
}
/** Library panels of a dashboard that do not exist. */
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
        message: `The dashboard "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(title, 100)}" shows ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing.length, 'library panel')} that Grafana does not have (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(missing, 5), 300)}): an error is shown in their place.`,
        hint: 'Create them in Grafana, or export the dashboard with "Export for sharing externally", which adds a copy.',
    };
}
/** A note about library panels that query another data source: they belong to Grafana, so this action never changes them. */
function libraryPanelNote(dashboard, panels) {
    const sources = dashboard.libraryPanels.flatMap((uid) => {
        const read = panels.get(uid);
        return read?.ok && read.value ? namesIn(read.value) : [];
    });
    const others = [...new Set(sources)].filter((name) => name !== dashboard.dataSourceUid);
    return others.length === 0
        ? undefined
        : `its library panels keep their own data sources: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(others, 5), 300)}`;
}
const namesIn = (model) => [model.datasource, ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(model.targets).map(({ datasource }) => datasource)].flatMap((reference) => {
    const name = (0,_desired_grafana_other_data_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceName */ .VZ)(reference);
    return name === undefined || /^(?:\$|-- |__expr__$)/.test(name) ? [] : [name];
});


/***/ }),

/***/ 3534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ apiVersionFor),
/* harmony export */   p: () => (/* binding */ observeSchemaV2)
/* harmony export */ });
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8867);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7404);
/* harmony import */ var _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8219);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _uids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9666);





/**
 * A list returns dashboards of schema v2 converted to the classic one. The record of the last write decides without the
 * content whether such a dashboard is unchanged; only of the others it is read.
 */
async function observeSchemaV2(grafana, { deployment, folder }, forming, reading) {
    const { good } = await forming;
    if (!good.some(({ apiVersions }) => apiVersions))
        return { versions: undefined, dashboards: await reading };
    const [versions, stored] = await Promise.all([
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptRead */ .uv)(grafana, () => grafana.dashboardVersions()),
        reading,
    ]);
    const place = { deployment, folderUid: folder.uid };
    const isOpen = ({ uid, json }) => {
        const read = (0,_uids_js__WEBPACK_IMPORTED_MODULE_3__/* .storedAs */ .qv)(stored, uid);
        if (!read.ok || !read.value || isMarkedClassic(read.value))
            return false;
        return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .ownershipOf */ .VL)({ json, isV2: true }, read.value, place) !== 'unchanged';
    };
    const open = (0,_uids_js__WEBPACK_IMPORTED_MODULE_3__/* .assignUids */ .vS)(good, stored, deployment).dashboards.flatMap((dashboard) => {
        const version = apiVersionFor(dashboard, versions);
        return version !== undefined && isOpen(dashboard) ? [{ uid: dashboard.uid, version }] : [];
    });
    const contents = await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X)(open, _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_1__/* .READS_AT_ONCE */ ._B, async ({ uid, version }) => [uid, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptRead */ .uv)(grafana, () => grafana.dashboardAs(version, uid))]);
    return {
        versions,
        dashboards: new Map([...stored, ...contents.filter(([, read]) => !read.ok || read.value)]),
    };
}
/** The mark in a classic dashboard of this action is no longer in its conversion to schema v2. */
const isMarkedClassic = (stored) => stored.record === undefined && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .writerOf */ .bi)(stored) !== undefined;
/** The version of the API for a dashboard; undefined where Grafana serves none that accepts it, or for the classic schema. */
const apiVersionFor = ({ apiVersions }, served) => served?.ok ? apiVersions?.find((version) => served.value.includes(version)) : undefined;


/***/ }),

/***/ 9169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ observeDataSource),
/* harmony export */   NA: () => (/* binding */ existingDataSource),
/* harmony export */   pM: () => (/* binding */ observeGrafana)
/* harmony export */ });
/* harmony import */ var _desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4900);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8867);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _annotation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6584);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7404);
/* harmony import */ var _data_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4567);
/* harmony import */ var _library_panels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9684);
/* harmony import */ var _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8219);
/* harmony import */ var _observe_v2_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3534);










/**
 * Reads everything concurrently. `reading` is the data source, which the files wait for, and `forming` the files.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
async function observeGrafana(grafana, desired, reading, forming) {
    const { deployment, folder, ruleGroups, annotation } = desired;
    const health = observeHealth(grafana, desired.dataSource, reading);
    // The list takes longest and so is requested first.
    const dashboards = (0,_observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__/* .observeDashboards */ .g_)(grafana, desired, forming);
    const schemaV2 = (0,_observe_v2_js__WEBPACK_IMPORTED_MODULE_8__/* .observeSchemaV2 */ .p)(grafana, desired, forming, dashboards);
    const libraryPanels = (0,_library_panels_js__WEBPACK_IMPORTED_MODULE_6__/* .observeLibraryPanels */ .li)(grafana, forming);
    const folderNow = (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptRead */ .uv)(grafana, () => grafana.folder(folder.uid));
    const rules = observeRules(grafana, desired);
    const notification = ruleGroups.length > 0 ? observeNotification(grafana) : undefined;
    const last = annotation && (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.lastAnnotation((0,_desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationTags */ .RS)(deployment), (0,_annotation_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationsSince */ .b7)()));
    const all = await Promise.all([reading, health, folderNow, schemaV2, rules, notification, last]);
    return {
        ...{ dataSource: all[0], health: all[1], folder: all[2], dashboards: all[3].dashboards, rules: all[4] },
        ...{ notification: all[5], annotation: all[6] },
        ...{ apiVersions: all[3].versions, libraryPanels: await libraryPanels },
    };
}
/** Reads the data source that the dashboards and rules of a deployment query. */
function observeDataSource(grafana, wanted) {
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptRead */ .uv)(grafana, () => 'existing' in wanted ? existingDataSource(grafana, wanted) : grafana.dataSource('uid', wanted.uid));
}
/** Types of data sources that accept PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];
/** An existing data source, by uid or else by name; with `own`, the one that a deploy creates for this deployment. */
async function existingDataSource(grafana, { existing, own }) {
    const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing));
    if (found && PROMETHEUS.includes(found.type))
        return found;
    if (found)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('platform', [(0,_data_source_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongType */ .gQ)(found)]);
    const name = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(existing, 100);
    throw own === undefined
        ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('grafana-datasource-missing', `Grafana has no data source with the uid or name "${name}".`, 'Set `grafana.datasource` in monitoring.yml to the Prometheus data source that has these metrics; Grafana lists them under Connections, Data sources.')
        : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('grafana-datasource-missing', `Grafana does not have the data source "${name}" of this deployment yet; the dashboards show data as soon as it exists.`, 'Mode `deploy` creates it. Mode `dashboards` does too, with `prometheus-url` and the password (`prometheus-password`, or `fly-api-token` to derive it).');
}
/** A name may contain characters that a uid cannot. */
const byUid = async (grafana, value) => /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined;
/** The health of a data source that needs no change; for one that is written first it would mean nothing. */
async function observeHealth(grafana, wanted, reading) {
    const read = await reading;
    const stored = read.ok ? read.value : undefined;
    if (!stored || !('existing' in wanted || (0,_data_source_js__WEBPACK_IMPORTED_MODULE_5__/* .isAsWanted */ .K1)(stored, wanted)))
        return undefined;
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.dataSourceHealth(stored.uid));
}
async function observeRules(grafana, { folder, ruleGroups }) {
    const all = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.rules());
    if (!all.ok)
        return { all, groups: new Map() };
    const inFolder = all.value.filter((rule) => rule.folderUID === folder.uid);
    const existing = new Set(inFolder.map((rule) => rule.ruleGroup));
    const wanted = ruleGroups.map(({ title }) => title).filter((title) => existing.has(title));
    const read = async (title) => [title, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.ruleGroup(folder.uid, title))];
    return {
        all,
        groups: new Map(await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_9__/* .mapConcurrently */ .X)(wanted, _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__/* .READS_AT_ONCE */ ._B, read)),
    };
}
async function observeNotification(grafana) {
    const [contactPoints, policies] = await Promise.all([
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.contactPoints()),
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.policies()),
    ]);
    return { contactPoints, policies };
}


/***/ }),

/***/ 3905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ applyToGrafana)
});

// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/plan/grafana/notification.js

/** Contact points that rules name, each once. */
const receiversOf = (groups) => [
    ...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.receiver ?? []))),
];
/** Who is notified of the alerts. Only the Watchdog has no contact point: it is a sign of life. */
const findNotified = ({ receivers, isIgnored, policies }) => receivers.length > 0 && !isIgnored ? 'receiver' : policies;
/** Grafana's default address; mail to it reaches no one. */
const PLACEHOLDER = '<example@email.com>';
/** Who is notified of an alert that the policies route. */
function notifiedByPolicies({ contactPoints, policies }) {
    if (!contactPoints.ok || !policies.ok)
        return 'unknown';
    const { receiver, routes } = policies.value;
    if (routes > 0)
        return 'policies';
    const isReal = contactPoints.value.some((point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER));
    return isReal ? 'policies' : 'no-one';
}
/** Contact points that a group names and Grafana does not have, where they could be read. */
function unknownReceivers(group, points) {
    if (!points.ok)
        return [];
    const known = new Set(points.value.map(({ name }) => name));
    return receiversOf([group])
        .filter((name) => !known.has(name))
        .map((name) => ({
        code: 'grafana-receiver',
        severity: 'error',
        message: `Grafana has no contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}", which the rules of "${group.title}" name.`,
        hint: 'Create it in Grafana (Alerting, Contact points), or correct `alerts.receiver` in monitoring.yml.',
    }));
}
/** Older versions accept the contact point of a rule, and drop it. */
function ignoredReceivers({ receivers, isIgnored }) {
    if (!isIgnored)
        return [];
    return receivers.map((name) => ({
        ...{ kind: 'contact point', name, state: 'kept' },
        problem: {
            code: 'grafana-receiver-ignored',
            severity: 'warning',
            message: `This Grafana does not keep the contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}" that the rules name: its notification policies decide who is notified.`,
            hint: 'Create a notification policy for the label `severity` in Grafana, or use Grafana 11 or newer.',
        },
    }));
}

// EXTERNAL MODULE: ./build/plan/grafana/outcome.js
var outcome = __webpack_require__(5225);
// EXTERNAL MODULE: ./build/apply/grafana/carry-out.js + 4 modules
var carry_out = __webpack_require__(6687);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/plan/grafana/attempt.js
var attempt = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/plan/grafana/data-source.js
var data_source = __webpack_require__(4567);
;// CONCATENATED MODULE: ./build/apply/grafana/data-source.js





/** How long the name and the address of a new Prometheus may take to be known to Grafana, in milliseconds. */
const HEALTH_PATIENCE_MS = 10_000;
const HEALTH_PAUSE_MS = 500;
/** Verifies after the write that Grafana gets an answer from the data source; waits for a while where it does not yet. */
async function proveDataSource(session, uid, plan, result) {
    const { grafana, signal } = session;
    const deadline = Date.now() + HEALTH_PATIENCE_MS;
    // Grafana may wait longer for Prometheus than this request waits for Grafana.
    const ask = () => (0,attempt/* attempt */.CD)(() => grafana.dataSourceHealth(uid));
    const isUnchanged = result.state === 'unchanged';
    const first = isUnchanged ? plan.health : undefined;
    for (let asked = first ?? (await ask());; asked = await ask()) {
        if (!asked.ok)
            return unproven(result, asked.problem);
        const { ok, message } = asked.value;
        if (ok)
            return result;
        const refused = (0,data_source/* isPasswordRefused */.w3)(message);
        if (refused && isUnchanged && plan.resendPassword)
            return resendPassword(session, uid, plan, result);
        // Grafana may still use the previous settings: it caches them for 5 s.
        const isFinal = (refused && result.state !== 'updated') || Date.now() > deadline;
        if (isFinal)
            return unproven(result, unhealthy(result.name, message, refused));
        await (0,promises_.setTimeout)(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) });
    }
}
/** Prometheus rejects the stored password, which the plan could not know yet: the configured one is sent. */
async function resendPassword(session, uid, { resendPassword: change }, result) {
    const resent = change ? await (0,carry_out/* carryOut */.u)(session, change) : result;
    if (resent.state === 'failed')
        return resent;
    return proveDataSource(session, uid, { health: undefined, resendPassword: undefined }, resent);
}
/** Keeps the problem of a failed write, which came first. What was kept although it differs is the likely cause. */
function unproven(result, unhealthy) {
    if (result.state === 'failed')
        return result;
    const problem = result.state === 'kept'
        ? { ...unhealthy, hint: `${result.problem.message} ${result.problem.hint}` }
        : unhealthy;
    const { kind, name, url, change } = result;
    return {
        ...{ kind, name, ...(url !== undefined && { url }), ...(change && { change }) },
        ...{ state: 'failed', problem },
    };
}
const unhealthy = (name, message, refused) => ({
    code: 'grafana-datasource-unhealthy',
    severity: 'error',
    message: `Grafana has the data source "${(0,lib_text/* oneLine */.TN)(name, 100)}", but does not get an answer through it: ${message}`,
    hint: refused
        ? 'Prometheus rejects the password that Grafana has. Deploy with the correct one, or correct it in the data source.'
        : 'The Grafana server must be able to reach the URL of the data source. Check that, and see the log of the monitoring app.',
});

;// CONCATENATED MODULE: ./build/apply/grafana/apply.js






/** Measured: Grafana 12.4 does not save faster with more, and then silently loses permissions. */
const WRITES_AT_ONCE = 2;
/**
 * Carries out a plan: writes, two at a time, and then verifies that Grafana reaches the data source. Every object has its
 * own result; one that fails does not stop the others, and a second run completes what is missing. Problems are in the
 * results, for the caller to show.
 */
async function applyGrafana(plan, tools) {
    const { grafana, desired, log, signal } = tools;
    const session = { grafana, dataSource: desired.dataSource, ...(signal && { signal }) };
    const [source, folder] = await Promise.all([
        (0,carry_out/* carryOut */.u)(session, plan.dataSource),
        (0,carry_out/* carryOut */.u)(session, plan.folder),
    ]);
    const noSource = blockedBy(plan.dataSource, source);
    const noFolder = blockedBy(plan.folder, folder);
    const dataSource = noSource ? undefined : plan.dataSourceUid;
    const [proven, dashboards] = await Promise.all([
        dataSource === undefined ? source : proveDataSource(session, dataSource, plan, source),
        (0,concurrency/* mapConcurrently */.X)(plan.dashboards, WRITES_AT_ONCE, (planned) => (0,carry_out/* carryOut */.u)(session, planned, noFolder)),
    ]);
    const rules = await (0,concurrency/* mapConcurrently */.X)(plan.ruleGroups, 1, (planned) => (0,carry_out/* carryOut */.u)(session, planned, noFolder ?? noSource));
    const annotation = await (0,concurrency/* mapConcurrently */.X)(plan.annotation, 1, (planned) => (0,carry_out/* carryOut */.u)(session, planned));
    const { ignoresReceivers = false } = session;
    const routing = plan.routing && {
        ...plan.routing,
        isIgnored: plan.routing.isIgnored || ignoresReceivers,
    };
    const ignored = routing ? ignoredReceivers(routing) : [];
    const results = [proven, folder, ...dashboards, ...rules, ...ignored, ...annotation];
    for (const result of results)
        logResult(log, result);
    return { results, warnings: plan.warnings, dataSource, notified: routing && findNotified(routing) };
}
/** Why objects that depend on this one cannot be written: it does not exist, or it is of another type. */
function blockedBy(planned, result) {
    const exists = (0,outcome/* isChange */.X)(planned) && planned.becomes === 'updated';
    return result.state === 'failed' && !exists ? result.problem : undefined;
}
function logResult(log, { kind, name, note, ...result }) {
    const why = 'why' in result && result.state !== 'created' ? ` (${(0,lib_text/* oneLine */.TN)(result.why ?? '', 200)})` : '';
    const line = `Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}" ${result.state}${why}`;
    if (result.state === 'unchanged')
        log.debug(line);
    else
        log.info(line);
    if (note !== undefined)
        log.info(`Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}": ${note}`);
}

// EXTERNAL MODULE: ./build/clients/grafana/client.js + 8 modules
var grafana_client = __webpack_require__(912);
// EXTERNAL MODULE: ./build/plan/grafana/actions.js
var actions = __webpack_require__(6994);
// EXTERNAL MODULE: ./build/plan/grafana/annotation.js
var annotation = __webpack_require__(6584);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/plan/grafana/ownership.js
var grafana_ownership = __webpack_require__(300);
;// CONCATENATED MODULE: ./build/plan/grafana/dashboard-differences.js



/** More lines would not be read. */
const MAX_LINES = 20;
/** The differences from the stored dashboard, panel by panel: `+`, `-` or `~` and a name. */
function dashboardDifferences(stored, wanted) {
    const { json, folderUid, isV2 } = wanted;
    if (isV2 !== stored.isV2)
        return isV2 ? '~ schema: v2' : '~ schema: classic';
    const { panels: panelsBefore, ...before } = isV2 ? partsOf(stored.json) : (0,grafana_ownership/* contentOf */.$E)(stored.json);
    const { panels: panelsAfter, ...after } = isV2 ? partsOf(json) : (0,grafana_ownership/* contentOf */.$E)(json);
    const lines = [
        ...(stored.folderUid === folderUid ? [] : ['~ folder']),
        ...differences(new Map(Object.entries(before)), new Map(Object.entries(after))),
        ...(stored.json.refresh === json.refresh ? [] : ['~ refresh']),
        ...differences(panelsByName(panelsBefore), panelsByName(panelsAfter)),
    ];
    const more = lines.length - MAX_LINES;
    return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}
/** The parts of schema v2, with its elements as panels. */
function partsOf(spec) {
    const { elements, ...rest } = (0,grafana_ownership/* withoutEmpty */.C2)(spec);
    const panels = Object.values((0,json_value/* isJsonObject */.OW)(elements) ? elements : {}).flatMap((element) => (0,json_value/* isJsonObject */.OW)(element) && (0,json_value/* isJsonObject */.OW)(element.spec) ? [element.spec] : []);
    return { ...rest, panels };
}
function differences(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])];
    return names.flatMap((name) => {
        const line = (0,lib_text/* oneLine */.TN)(name, 100);
        if (!after.has(name))
            return [`- ${line}`];
        if (!before.has(name))
            return [`+ ${line}`];
        return (0,json_value/* equalJson */.FS)(before.get(name), after.get(name)) ? [] : [`~ ${line}`];
    });
}
/** Panels by title, including those in rows; panels with the same title are numbered in their order. */
function panelsByName(panels, named = new Map()) {
    for (const panel of Array.isArray(panels) ? panels.filter(json_value/* isJsonObject */.OW) : []) {
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

// EXTERNAL MODULE: ./build/plan/grafana/library-panels.js
var library_panels = __webpack_require__(9684);
// EXTERNAL MODULE: ./build/plan/grafana/observe-v2.js
var observe_v2 = __webpack_require__(3534);
;// CONCATENATED MODULE: ./build/plan/grafana/dashboards.js








/** The change of one dashboard, or its result. */
function diffDashboard(dashboard, read, context) {
    const { desired, blocked, apiVersions } = context;
    const { file, uid, json } = dashboard;
    const object = objectOf(dashboard, context);
    if (blocked)
        return (0,outcome/* failedObject */.z)(object, (0,attempt/* notAttempted */.Sb)(blocked));
    if (!read.ok)
        return (0,outcome/* failedObject */.z)(object, read.problem);
    const isV2 = dashboard.apiVersions !== undefined;
    const apiVersion = (0,observe_v2/* apiVersionFor */.I)(dashboard, apiVersions);
    if (isV2 && apiVersion === undefined)
        return (0,outcome/* failedObject */.z)(object, withoutSchemaV2(dashboard, apiVersions));
    const stored = read.value;
    const folderUid = desired.folder.uid;
    const ownership = (0,grafana_ownership/* ownershipOf */.VL)({ json, isV2 }, stored, { deployment: desired.deployment, folderUid });
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
    if (!stored)
        return (0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
    const owner = grafana_ownership/* OWNERS */.H1[ownership];
    return (0,actions/* grafanaChange */.n)(object, {
        becomes: 'updated',
        reason: REASONS[ownership]?.(file) ?? 'overwritten, as configured',
        diff: dashboardDifferences(stored, { json, folderUid, isV2 }),
        ...(owner && { owner }),
        action,
    });
}
const REASONS = {
    changed: (file) => `changed in ${file}`,
    moved: () => 'moved back to its folder, as configured',
};
function objectOf(dashboard, { url, libraryPanels }) {
    const { title, file, uid, otherDataSources } = dashboard;
    const notes = [
        otherDataSources.length > 0
            ? `it also uses other data sources, which are left unchanged: ${(0,lib_text/* oneLine */.TN)((0,lib_text/* few */.H$)(otherDataSources, 5), 300)}`
            : undefined,
        (0,library_panels/* libraryPanelNote */.M0)(dashboard, libraryPanels),
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
        message: `${file} is a dashboard of schema v2, and this Grafana serves none of its APIs (${(0,lib_text/* list */.p_)(apiVersions.map((version) => `\`dashboard.grafana.app/${version}\``))}).`,
        hint: 'Update Grafana (12.4 serves v2beta1, 13 also v2), or export the dashboard with the model "Classic" or "V1 Resource" where Grafana offers that.',
    };
}
/**
 * Why a stored dashboard is not changed: a warning where it belongs to this deployment, an error where its uid belongs to
 * another dashboard.
 */
function objection({ file, title, uid }, stored, ownership, { overwrite, folder }) {
    const at = { file, line: 1, column: 1 };
    const name = `"${(0,lib_text/* oneLine */.TN)(title, 100)}" (${uid})`;
    const always = overwrite === 'always';
    const warning = (code, message, hint) => ({
        ...{ code, severity: 'warning', at, hint },
        message: `The dashboard ${name} ${message}`,
    });
    if (ownership === 'moved' && !always)
        return warning('grafana-dashboard-moved', `was moved in Grafana to ${folderName(stored)}. It was left there, unchanged.`, `Move it back to the folder "${(0,lib_text/* oneLine */.TN)(folder.title, 100)}", or set \`grafana.overwrite: always\` in monitoring.yml to have that done.`);
    if (ownership === 'edited' && !always) {
        // Grafana's editor drops the mark, so a dashboard without one may also never have been written by this action.
        const why = stored && (0,grafana_ownership/* writerOf */.bi)(stored) !== undefined
            ? 'was changed in Grafana since this action last wrote it'
            : `was created or changed manually in Grafana and differs from ${file}`;
        return warning('grafana-dashboard-edited', `${why}. It was left unchanged.`, `Copy the change to ${file}, or set \`grafana.overwrite: always\` in monitoring.yml to replace it.`);
    }
    if (ownership === 'provisioned')
        return warning('grafana-dashboard-provisioned', `is ${managerName(stored?.manager)} and differs from ${file}. It was left unchanged.`, `Change or remove it there, or give the dashboard in ${file} another uid.`);
    if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always))
        return clash({ file, name, folder: folderName(stored), isUnmanaged: ownership === 'unmanaged' });
    return undefined;
}
const folderName = (stored) => stored?.folderUid ? `the folder with the uid ${(0,lib_text/* oneLine */.TN)(stored.folderUid, 60)}` : 'the folder General';
function clash(found) {
    const { file, name, folder, isUnmanaged } = found;
    const whose = isUnmanaged ? `is in ${folder}` : 'belongs to another deployment';
    return {
        ...{ code: 'grafana-dashboard-clash', severity: 'error', at: { file, line: 1, column: 1 } },
        message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by this deployment.`,
        hint: `Give the dashboard in ${file} another uid${isUnmanaged ? ', or set `grafana.overwrite: always` in monitoring.yml to replace it' : ''}.`,
    };
}
/** The tools by which Grafana lets dashboards be managed. */
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
    const name = MANAGERS[kind] ?? (0,lib_text/* oneLine */.TN)(kind, 60);
    return `managed by ${name}${id === '' ? '' : ` (${(0,lib_text/* oneLine */.TN)(id, 60)})`}`;
}

// EXTERNAL MODULE: ./build/plan/grafana/rules.js
var grafana_rules = __webpack_require__(7526);
;// CONCATENATED MODULE: ./build/plan/grafana/rule-groups.js






/**
 * The changes of the rule groups in the folder: written where they differ; of a group that is no longer defined, only the
 * rules of this deployment are removed.
 */
function diffRuleGroups(desired, observed, context) {
    const { dataSource, blocked, url } = context;
    const objectOf = (name) => ({
        kind: 'rule group',
        name,
        url: `${url}/alerting/list`,
    });
    const { all } = observed;
    if (blocked || dataSource === undefined || !all.ok) {
        const problem = all.ok || blocked ? (0,attempt/* notAttempted */.Sb)(blocked) : all.problem;
        return desired.ruleGroups.map(({ title }) => (0,outcome/* failedObject */.z)(objectOf(title), problem));
    }
    return [
        ...desired.ruleGroups.flatMap((group) => {
            const bound = boundTo(group, desired.dataSource, dataSource, context.moved);
            const read = observed.groups.get(group.title) ?? { ok: true, value: undefined };
            const [problem] = unknownReceivers(bound, context.contactPoints);
            if (problem)
                return [(0,outcome/* failedObject */.z)(objectOf(group.title), problem)];
            return read.ok
                ? diffRuleGroup(objectOf(group.title), desired, bound, { stored: read.value, all: all.value })
                : [(0,outcome/* failedObject */.z)(objectOf(group.title), read.problem)];
        }),
        ...removals(desired, all.value),
    ];
}
/** Whether a stored group shows that this Grafana drops the contact point of a rule. */
const forgetsReceivers = ({ groups }) => [...groups.values()].some((read) => read.ok && read.value !== undefined && !(0,grafana_rules/* supportsReceivers */.L7)(read.value));
/** A group with its rules, and the rules in it that are kept as someone changed them in Grafana. */
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
            : [`~ interval: ${interval.stored} s → ${interval.wanted} s`]),
        ...states.flatMap((one) => (keptUids.has(one.rule.uid) ? [] : ruleDifference(one))),
        ...removedRules(group, stored, deployment).map((rule) => `- ${nameOf(rule)}`),
    ];
    const needsRecord = states.some(({ ownership, rule }) => ownership === 'unmarked' && !keptUids.has(rule.uid));
    if (stored ? differences.length === 0 && !needsRecord : keptUids.size === group.rules.length)
        return [{ ...object, state: 'unchanged' }, ...told];
    const folderUid = folder.uid;
    // The interval cannot be kept for one rule alone: as long as a rule is kept, so is the interval.
    const wanted = kept.length > 0 && stored ? { ...group, interval: stored.interval } : group;
    const body = (0,grafana_rules/* ruleGroupBody */.Kr)(wanted, stored, { deployment, folderUid, kept: keptUids });
    const known = new Set(all.map(({ uid }) => uid));
    const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !known.has(uid));
    const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh };
    if (!stored)
        return [(0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action }), ...told];
    const isOverwritten = edited.length > kept.length;
    const change = (0,actions/* grafanaChange */.n)(object, {
        ...{ becomes: 'updated', owner: isOverwritten ? 'edited' : 'ours', diff: differences.join('\n'), action },
        reason: reasonOf(differences.length, isOverwritten ? edited.length : 0),
    });
    return [change, ...told];
}
function reasonOf(differences, edited) {
    if (differences === 0)
        return 'to record what this action wrote';
    const changed = edited === 0 ? '' : `; ${(0,lib_text/* count */.U9)(edited, 'rule')} changed in Grafana overwritten, as configured`;
    return `${(0,lib_text/* count */.U9)(differences, 'difference')} from the definition${changed}`;
}
/** A rule is looked for under its uid in every group: someone may have moved it. */
function compareRules(group, stored, all) {
    const elsewhere = new Map(all.map((rule) => [rule.uid, rule]));
    const state = {
        wantedInterval: group.interval,
        storedInterval: stored?.interval ?? group.interval,
        dropsReceivers: stored !== undefined && !(0,grafana_rules/* supportsReceivers */.L7)(stored),
    };
    return group.rules.map((rule) => {
        const twin = stored?.rules.find(({ uid }) => uid === rule.uid);
        const moved = twin ? undefined : elsewhere.get(rule.uid);
        const ownership = (0,grafana_rules/* ruleOwnershipOf */.fl)(rule, twin, state);
        const isEdited = ownership === 'edited' || moved !== undefined;
        return { rule, ownership, isEdited, movedTo: moved?.ruleGroup };
    });
}
function ruleDifference({ rule, ownership, isEdited, movedTo }) {
    if (movedTo !== undefined)
        return [`~ ${nameOf(rule)}, in the group "${(0,lib_text/* oneLine */.TN)(movedTo, 100)}" until now`];
    if (ownership === 'absent')
        return [`+ ${nameOf(rule)}`];
    if (ownership === 'unchanged' || ownership === 'unmarked')
        return [];
    return [`~ ${nameOf(rule)}${isEdited ? ', changed in Grafana' : ''}`];
}
const nameOf = ({ title }) => `rule "${(0,lib_text/* oneLine */.TN)(title, 100)}"`;
const removedRules = (group, stored, deployment) => (stored?.rules ?? []).filter((rule) => (0,grafana_rules/* isOwnRule */.FE)(deployment, rule) && !group.rules.some(({ uid }) => uid === rule.uid));
function keptRule(group, { rule, movedTo }) {
    const how = movedTo === undefined
        ? 'was changed in Grafana since this action last wrote it'
        : `was moved in Grafana to the group "${(0,lib_text/* oneLine */.TN)(movedTo, 100)}"`;
    const undo = movedTo === undefined ? 'Copy the change to the definition of the rule' : 'Move it back in Grafana';
    return {
        ...{ kind: 'alert rule', name: rule.title, state: 'kept', ...(group.url && { url: group.url }) },
        problem: {
            ...{ code: 'grafana-rule-edited', severity: 'warning' },
            message: `The alert rule "${(0,lib_text/* oneLine */.TN)(rule.title, 100)}" of the group "${(0,lib_text/* oneLine */.TN)(group.name, 100)}" ${how}. It was left unchanged.`,
            hint: `${undo} (thresholds are in \`alerts\` of monitoring.yml), or set \`grafana.overwrite: always\` there to replace it.`,
        },
    };
}
/** Rules are rendered with the uids of the configuration; here they get the uids that Grafana has. */
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
/** Rule by rule, which every version supports: rules of others in the group stay, and an empty group does not exist. */
function removals({ ruleGroups, deployment, folder }, all) {
    const wanted = new Set(ruleGroups.map(({ title }) => title));
    // A rule that someone moved to another group is still defined.
    const defined = new Set(ruleGroups.flatMap(({ rules }) => rules.map(({ uid }) => uid)));
    const inFolder = all.filter((rule) => rule.folderUID === folder.uid);
    const groups = Map.groupBy(inFolder, (rule) => rule.ruleGroup);
    return [...groups].flatMap(([name, rules]) => {
        const own = rules.filter((rule) => (0,grafana_rules/* isOwnRule */.FE)(deployment, rule) && !defined.has(rule.uid));
        if (wanted.has(name) || own.length === 0)
            return [];
        const others = rules.length - own.length;
        const kept = others > 0 ? `; ${(0,lib_text/* count */.U9)(others, 'rule')} not managed by this action kept` : '';
        const action = { kind: 'remove-rules', uids: own.map(({ uid }) => uid) };
        const object = { kind: 'rule group', name };
        const diff = own.map(({ title }) => `- rule "${(0,lib_text/* oneLine */.TN)(title, 100)}"`).join('\n');
        const reason = `no longer defined${kept}`;
        return [(0,actions/* grafanaChange */.n)(object, { becomes: 'removed', owner: 'ours', reason, diff, action })];
    });
}

// EXTERNAL MODULE: ./build/plan/grafana/uids.js
var uids = __webpack_require__(9666);
;// CONCATENATED MODULE: ./build/plan/grafana/diff.js










/** Every change of a plan, in the order in which they are carried out. */
const changesOf = (plan) => [plan.dataSource, plan.folder, ...plan.dashboards, ...plan.ruleGroups, ...plan.annotation].filter(outcome/* isChange */.X);
/** The change or the result of each object, from the desired state and the current one. `url`: of Grafana, for links. */
function diffGrafana(desired, { good, bad }, observed, url) {
    const { planned, uid, resendPassword } = (0,data_source/* diffDataSource */.ne)(desired.dataSource, observed.dataSource, observed.health, url);
    const folder = diffFolder(desired.folder, observed.folder, url);
    const noFolder = failureOf(folder);
    const { dashboards, moved } = (0,uids/* assignUids */.vS)(good, observed.dashboards, desired.deployment);
    const { notification, rules } = observed;
    return {
        dataSource: planned,
        dataSourceUid: uid,
        health: observed.health,
        resendPassword,
        folder,
        dashboards: [
            ...dashboards.map((dashboard) => diffDashboard(dashboard, (0,uids/* storedAs */.qv)(observed.dashboards, dashboard.uid), {
                ...{ desired, url, blocked: noFolder },
                ...{ apiVersions: observed.apiVersions, libraryPanels: observed.libraryPanels },
            })),
            ...bad,
        ],
        ruleGroups: diffRuleGroups(desired, rules, {
            ...{ dataSource: uid, moved, url, blocked: noFolder ?? failureOf(planned) },
            contactPoints: notification?.contactPoints ?? { ok: true, value: [] },
        }),
        annotation: (0,annotation/* diffAnnotation */.x7)(desired, observed.annotation),
        warnings: dashboards.flatMap((dashboard) => (0,library_panels/* missingLibraryPanels */.Tj)(dashboard, observed.libraryPanels) ?? []),
        routing: notification && {
            receivers: receiversOf(desired.ruleGroups),
            isIgnored: forgetsReceivers(rules),
            policies: notifiedByPolicies(notification),
        },
    };
}
/** Why an object cannot be used by others, when that is known before anything is written. */
const failureOf = (planned) => !(0,outcome/* isChange */.X)(planned) && planned.state === 'failed' ? planned.problem : undefined;
/** The folder by its uid: created, or renamed. A hidden one may exist: only creating it shows. */
function diffFolder(folder, read, url) {
    const { uid, title } = folder;
    const object = { kind: 'folder', name: title, url: `${url}/dashboards/f/${uid}` };
    if (!read.ok)
        return (0,outcome/* failedObject */.z)(object, read.problem);
    const stored = read.value;
    if (stored === undefined || stored === 'hidden') {
        const action = { kind: 'create-folder', uid, title };
        return (0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
    }
    if (stored.title === title)
        return { ...object, state: 'unchanged' };
    const reason = `renamed from "${(0,lib_text/* oneLine */.TN)(stored.title, 100)}"`;
    const action = { kind: 'rename-folder', uid, title };
    return (0,actions/* grafanaChange */.n)(object, { becomes: 'updated', owner: 'ours', reason, action });
}

// EXTERNAL MODULE: ./build/desired/grafana/dashboard.js + 3 modules
var dashboard = __webpack_require__(8563);
;// CONCATENATED MODULE: ./build/plan/grafana/files.js



/**
 * A file that cannot be stored, and a uid that two files share, become failed results. `ref`: the data source that the
 * dashboards query.
 */
function normaliseFiles({ dashboards, deployment, dataSource }, ref) {
    const good = new Map();
    const bad = [];
    const reject = (file, name, problem) => bad.push((0,outcome/* failedObject */.z)({ kind: 'dashboard', name, file }, problem));
    for (const source of dashboards) {
        const found = ref ? (0,dashboard/* normaliseDashboard */.L)(source, { deployment, dataSource: ref }) : noDataSource(dataSource);
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
        message: `Not written: the data source "${'existing' in asked ? (0,lib_text/* oneLine */.TN)(asked.existing, 100) : asked.uid}" that it queries could not be read.`,
        hint: 'Correct the data source first and run again.',
    },
});
const sameUid = ({ file }, twin) => ({
    ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
    message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
    hint: 'Give one of the two another uid.',
});

// EXTERNAL MODULE: ./build/plan/grafana/observe.js
var observe = __webpack_require__(9169);
// EXTERNAL MODULE: ./build/plan/grafana/observe-dashboards.js
var observe_dashboards = __webpack_require__(8219);
;// CONCATENATED MODULE: ./build/plan/grafana/plan.js




/**
 * Reads the state of Grafana and compares it with the desired one; nothing is written.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
async function planGrafana(grafana, desired) {
    const reading = (0,observe/* observeDataSource */.GP)(grafana, desired.dataSource);
    const forming = normalFilesOf(desired, reading);
    const observed = await (0,observe/* observeGrafana */.pM)(grafana, desired, reading, forming);
    return diffGrafana(desired, await forming, observed, grafana.url);
}
async function normalFilesOf(desired, reading) {
    const { dataSource, dashboards } = desired;
    // Normalising many files takes a while: by the time of this answer Grafana has received all other requests.
    if ((0,observe_dashboards/* shouldList */.g6)(dashboards.length))
        await reading;
    if (!('existing' in dataSource))
        return normaliseFiles(desired, dataSource);
    if (dataSource.own)
        return normaliseFiles(desired, dataSource.own);
    const read = await reading;
    return normaliseFiles(desired, read.ok ? read.value : undefined);
}

;// CONCATENATED MODULE: ./build/run/apply-grafana.js






/**
 * Plans, applies the plan and records the result for each object; returns the uid of the data source that the
 * dashboards query.
 */
async function applyToGrafana(desired, inputs, report, tools) {
    if (!inputs.grafana)
        return undefined;
    try {
        const client = (0,grafana_client/* createGrafana */.r)({ ...inputs.grafana, pool: tools.pool, signal: tools.signal });
        const plan = await planGrafana(client, desired);
        for (const { what, subject, reason, diff } of changesOf(plan))
            tools.log.debug(`Grafana: to ${what} "${(0,lib_text/* oneLine */.TN)(subject, 100)}": ${(0,lib_text/* oneLine */.TN)(reason, 200)}${diff ? `\n${diff}` : ''}`);
        const outcome = await applyGrafana(plan, {
            grafana: client,
            desired,
            log: tools.log,
            signal: tools.signal,
        });
        report.changes.push(...(0,changes/* grafanaChanges */.kd)(outcome));
        report.dashboards = (0,changes/* grafanaDashboards */.On)(outcome);
        // Other modes verify who is notified.
        if (inputs.mode === 'dashboards')
            report.skipped.push(...(0,changes/* grafanaSkips */.Pl)(outcome));
        report.problems.push(...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])), ...outcome.warnings);
        return outcome.dataSource;
    }
    catch (error) {
        report.failed(error);
        return undefined;
    }
}


/***/ })

};

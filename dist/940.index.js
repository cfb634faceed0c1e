export const id = 940;
export const ids = [940];
export const modules = {

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);

/** Reads JSON as people save it: a byte order mark is taken. The error has a place, which JSON.parse does not always tell. */
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
/** The tolerant parser goes on after an error and so knows where the first one is; what it tolerates is at the start. */
function faultyOffset(text) {
    const errors = [];
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        // It recurses: a text that nests thousands of levels deep fills the stack.
        if (!(error instanceof RangeError))
            throw error;
    }
    return errors[0]?.offset ?? 0;
}


/***/ }),

/***/ 2940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintDashboard: () => (/* binding */ lintDashboard),
  lintDashboardText: () => (/* binding */ lintDashboardText)
});

// EXTERNAL MODULE: ./build/lib/json.js
var json = __webpack_require__(292);
// EXTERNAL MODULE: ./build/lib/promql/grafana.js
var grafana = __webpack_require__(2366);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
;// CONCATENATED MODULE: ./build/lint/dashboard/read.js
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const read_text = (value) => (typeof value === 'string' ? value : '');
/** Rows, folded or not, and their panels nest at most this deep in anything that Grafana writes. */
const MAX_DEPTH = 10;
/**
 * The dashboard in a JSON value: as it is exported, wrapped as the API takes it, or as a Kubernetes resource.
 * Undefined when it is none.
 */
function readDashboard(value) {
    if (!isObject(value))
        return undefined;
    if (isObject(value.dashboard))
        return fromModel(value.dashboard, ['dashboard']);
    if (isObject(value.spec) && /dashboard/i.test(read_text(value.kind) + read_text(value.apiVersion))) {
        const name = isObject(value.metadata) ? read_text(value.metadata.name) : '';
        const model = isObject(value.spec.elements)
            ? fromElements(value.spec, ['spec'])
            : fromModel(value.spec, ['spec']);
        return model && { ...model, uid: model.uid || name };
    }
    return isObject(value.elements) ? fromElements(value, []) : fromModel(value, []);
}
function fromModel(model, path) {
    if (!Array.isArray(model.panels) && !Array.isArray(model.rows))
        return undefined;
    const templating = isObject(model.templating) ? model.templating.list : undefined;
    const inputs = listOf(model.__inputs).map(({ value }) => [
        read_text(value.name),
        read_text(value.pluginId),
    ]);
    return {
        path,
        uid: read_text(model.uid),
        title: read_text(model.title),
        variables: listOf(templating).map(({ value, index }) => variable(value, [...path, 'templating', 'list', index])),
        inputs: new Map(inputs),
        panels: panelsOf(model, path, 0),
    };
}
function panelsOf(parent, path, depth) {
    if (depth > MAX_DEPTH)
        return [];
    // Dashboards from before 2018 keep panels in rows.
    return ['panels', 'rows'].flatMap((key) => listOf(parent[key]).flatMap(({ value, index }) => {
        const here = [...path, key, index];
        const inner = panelsOf(value, here, depth + 1);
        return key === 'rows' || value.type === 'row' ? inner : [panel(value, here), ...inner];
    }));
}
function panel(value, path) {
    const defaults = isObject(value.fieldConfig) ? value.fieldConfig.defaults : undefined;
    const axes = listOf(value.yaxes).map((axis) => read_text(axis.value.format));
    return {
        path,
        id: typeof value.id === 'number' ? value.id : undefined,
        title: read_text(value.title),
        type: read_text(value.type),
        unit: (isObject(defaults) ? read_text(defaults.unit) : '') || axes[0] || read_text(value.format),
        source: source(value.datasource),
        targets: listOf(value.targets).map(({ value: target, index }) => ({
            path: [...path, 'targets', index],
            expr: read_text(target.expr),
            source: source(target.datasource),
            hidden: target.hide === true,
        })),
    };
}
function variable(value, path) {
    const query = isObject(value.query) ? read_text(value.query.query) : read_text(value.query);
    return { path, name: read_text(value.name), type: read_text(value.type), query, source: source(value.datasource) };
}
/** The second schema of Grafana 12: panels by name, variables and queries as resources of their own. */
function fromElements(spec, path) {
    const elements = isObject(spec.elements) ? spec.elements : {};
    return {
        path,
        uid: read_text(spec.uid),
        title: read_text(spec.title),
        variables: listOf(spec.variables).map(({ value, index }) => elementVariable(value, [...path, 'variables', index])),
        inputs: new Map(),
        panels: Object.entries(elements).flatMap(([name, element]) => isObject(element) && isObject(element.spec) && element.kind === 'Panel'
            ? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
            : []),
    };
}
const inside = (value, ...keys) => keys.reduce((here, key) => (isObject(here) ? here[key] : undefined), value);
function elementPanel(spec, path) {
    const queries = inside(spec, 'data', 'spec', 'queries');
    return {
        path,
        id: typeof spec.id === 'number' ? spec.id : undefined,
        title: read_text(spec.title),
        type: read_text(inside(spec, 'vizConfig', 'group')) || read_text(inside(spec, 'vizConfig', 'kind')),
        unit: read_text(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
        source: { type: '', name: '' },
        targets: listOf(queries).map(({ value, index }) => {
            const query = inside(value, 'spec', 'query');
            return {
                path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
                expr: read_text(inside(query, 'spec', 'expr')),
                source: {
                    type: read_text(inside(query, 'group')) || read_text(inside(query, 'kind')),
                    name: read_text(inside(query, 'datasource', 'name')),
                },
                hidden: inside(value, 'spec', 'hidden') === true,
            };
        }),
    };
}
const KINDS = { DatasourceVariable: 'datasource', QueryVariable: 'query' };
function elementVariable(value, path) {
    const spec = isObject(value.spec) ? value.spec : {};
    return {
        path,
        name: read_text(spec.name),
        type: KINDS[read_text(value.kind)] ?? 'other',
        query: read_text(spec.pluginId) || read_text(inside(spec, 'query', 'spec', 'query')) || read_text(spec.query),
        source: {
            type: read_text(inside(spec, 'query', 'group')),
            name: read_text(inside(spec, 'query', 'datasource', 'name')),
        },
    };
}
function source(value) {
    return isObject(value) ? { type: read_text(value.type), name: read_text(value.uid) } : { type: '', name: read_text(value) };
}
/** The objects of a list, with their indexes. */
function listOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((item, index) => (isObject(item) ? [{ value: item, index }] : []));
}

// EXTERNAL MODULE: ./build/lint/stand-ins.js
var stand_ins = __webpack_require__(4209);
;// CONCATENATED MODULE: ./build/lint/dashboard/source.js

/** Grafana's own sources, which have no queries of ours. */
const BUILT_IN = /^(?:--.*--|grafana|__expr__)$/;
/** A target's data source is its own, or else its panel's. */
function sourceOf(target, panel) {
    const own = target.source;
    return own.type || own.name ? own : panel.source;
}
/** Resolves types, variables and inputs. */
function kindOf(source, dashboard, depth = 0) {
    if (BUILT_IN.test(source.name) || source.type === '__expr__')
        return 'other';
    if (source.type)
        return isPrometheus(source.type) ? 'prometheus' : 'other';
    const [reference] = (0,grafana/* references */.Ft)(source.name);
    if (!reference || depth > 3)
        return 'unknown';
    const input = dashboard.inputs.get(reference.name);
    if (input)
        return isPrometheus(input) ? 'prometheus' : 'other';
    const variable = dashboard.variables.find((one) => one.type === 'datasource' && one.name === reference.name);
    return variable ? (isPrometheus(variable.query) ? 'prometheus' : 'other') : 'unknown';
}
/** Amazon's and Azure's managed Prometheus have plugins of their own. */
const isPrometheus = (type) => /prometheus/i.test(type);
/** Loki's language has pipes and filters where PromQL has none. */
const looksLikeLoki = (expr) => /\}\s*(?:\|[=~]?|!=|!~)\s*(?:["'`a-z])/.test(expr) ||
    /\|\s*(?:json|logfmt|unwrap|line_format|pattern|regexp)\b/.test(expr);

;// CONCATENATED MODULE: ./build/lint/dashboard/relation.js



/** Below this, each metric that nobody declares is told by itself. */
const MANY = 4;
/**
 * What the queries of a dashboard are held against. One about other programs altogether gets one finding instead of
 * one for each metric, and undefined. In one that merely lies in the repository and has none of our metrics, the
 * labels may be those of another Prometheus too.
 */
function heldAgainst(dashboard, { contract, budget, found }, report) {
    if (!contract.declares)
        return contract;
    const names = metricsOf(dashboard, budget);
    const kinds = Map.groupBy(names, (name) => contract.series(name).kind);
    if (kinds.has('declared') || kinds.has('impossible'))
        return contract;
    const unknown = kinds.get('unknown') ?? [];
    if (unknown.length < MANY)
        return found ? { ...contract, values: () => undefined } : contract;
    report('dashboard-foreign', [...dashboard.path, 'title'], `None of the ${names.size} metrics of this dashboard is declared by a service (${(0,lib_text/* list */.p_)(unknown.slice(0, 3))}, …).`, 'Declare them under metrics of their service, or leave the dashboard out.');
    return undefined;
}
function metricsOf(dashboard, budget) {
    const targets = dashboard.panels.flatMap((panel) => panel.targets.filter((target) => !target.hidden && kindOf(sourceOf(target, panel), dashboard) !== 'other' && target.expr !== ''));
    return new Set(targets.flatMap(({ expr }) => (0,stand_ins/* parseGrafana */.e)(expr, budget).parsed.selectors.flatMap(({ metric }) => metric ?? [])));
}

;// CONCATENATED MODULE: ./build/lint/json-places.js
/**
 * Where the values of these paths start in a JSON text, in one pass; a path that is not there gets the place of its
 * nearest ancestor. Only for texts that JSON.parse has taken.
 */
function jsonPlaces(text, paths) {
    const offsets = new Array(paths.length).fill(0);
    const root = { here: [], below: new Map() };
    paths.forEach((path, i) => {
        let node = root;
        for (const part of path) {
            const next = node.below.get(part) ?? { here: [], below: new Map() };
            node.below.set(part, next);
            node = next;
        }
        node.here.push(i);
    });
    visit(text, skipSpace(text, 0), { wanted: root, offsets });
    return toPlaces(text, offsets);
}
/** Notes the value that starts at `at` for all that is wanted in it, and returns the offset behind it. */
function visit(text, at, { wanted, offsets }) {
    mark(wanted, at, offsets);
    if (wanted.below.size === 0)
        return skipValue(text, at);
    const open = text.charAt(at);
    if (open !== '{' && open !== '[')
        return skipValue(text, at);
    let next = skipSpace(text, at + 1);
    for (let index = 0; next < text.length && !'}]'.includes(text.charAt(next)); index++) {
        let key = index;
        if (open === '{') {
            const end = skipText(text, next);
            key = JSON.parse(text.slice(next, end));
            next = skipSpace(text, skipSpace(text, end) + 1);
        }
        const inner = wanted.below.get(key);
        next = skipSpace(text, inner ? visit(text, next, { wanted: inner, offsets }) : skipValue(text, next));
        if (text.charAt(next) === ',')
            next = skipSpace(text, next + 1);
    }
    return next + 1;
}
function mark(wanted, at, offsets) {
    for (const i of wanted.here)
        offsets[i] = at;
    for (const below of wanted.below.values())
        mark(below, at, offsets);
}
function skipSpace(text, at) {
    let next = at;
    while (next < text.length && text.charCodeAt(next) <= 32)
        next++;
    return next;
}
/** Behind the text that starts at `at`. */
function skipText(text, at) {
    for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
        let slashes = 0;
        while (text.charAt(end - 1 - slashes) === '\\')
            slashes++;
        if (slashes % 2 === 0)
            return end + 1;
    }
    return text.length;
}
const STRUCTURE = /["{}[\],]/g;
/** Behind the value that starts at `at`, however deep it nests. */
function skipValue(text, at) {
    let depth = 0;
    STRUCTURE.lastIndex = at;
    for (let match = STRUCTURE.exec(text); match; match = STRUCTURE.exec(text)) {
        const { index } = match;
        if (match[0] === '"')
            STRUCTURE.lastIndex = skipText(text, index);
        else if (match[0] === '{' || match[0] === '[')
            depth++;
        else if (depth === 0)
            return index;
        else if (match[0] !== ',')
            depth--;
        if (depth === 0 && match[0] !== ',')
            return STRUCTURE.lastIndex;
    }
    return text.length;
}
function toPlaces(text, offsets) {
    const order = [...offsets.keys()].toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
    const places = new Array(offsets.length);
    let line = 1;
    let start = 0;
    let end = text.indexOf('\n');
    for (const i of order) {
        const offset = offsets[i] ?? 0;
        while (end >= 0 && end < offset) {
            line++;
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        places[i] = { line, column: offset - start + 1 };
    }
    return places;
}

// EXTERNAL MODULE: ./build/lint/not-json.js
var not_json = __webpack_require__(516);
// EXTERNAL MODULE: ./build/lint/query.js
var lint_query = __webpack_require__(7796);
;// CONCATENATED MODULE: ./build/lint/dashboards.js










/** Findings of a file with a dashboard; one that is no JSON is a finding too. */
function lintDashboardText({ file, text, found = false }, context) {
    const read = (0,json/* readJson */.V)(text);
    if (!read.ok)
        return [(0,not_json/* notJson */.O)(file, read)];
    return lintDashboard({ file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }, context);
}
/** Findings of one dashboard. Two dashboards with one uid are a finding of the second. */
function lintDashboard(source, context) {
    const found = [];
    const report = (code, path, message, hint) => found.push({ code, path, message, hint });
    const whole = readDashboard(source.json);
    if (whole) {
        const dashboard = bounded(whole, report);
        identity(dashboard, source.file, context.seen, report);
        dataSources(dashboard, report);
        variables(dashboard, context, report);
        panelIds(dashboard, report);
        const { contract, budget } = context;
        const held = contract && heldAgainst(dashboard, { contract, budget, found: source.found === true }, report);
        for (const panel of dashboard.panels)
            lintPanel(panel, { dashboard, contract: held, budget }, report);
    }
    else
        report('dashboard-shape', [], 'This is no dashboard: it has no panels.', 'Export it in Grafana: Share → Export → Save to file.');
    const places = found.length > 0
        ? jsonPlaces(source.text, found.map(({ path }) => path))
        : [];
    return found.map(({ code, message, hint }, i) => (0,catalog/* finding */.gk)(code, { file: source.file, ...(places[i] ?? { line: 1, column: 1 }) }, message, hint));
}
/** Characters of queries; the largest dashboards that people make have a tenth of it. */
const MAX_QUERIES = 2_000_000;
/** The panels whose queries can be checked in seconds. */
function bounded(dashboard, report) {
    let characters = 0;
    const end = dashboard.panels.findIndex(({ targets }) => {
        characters += targets.reduce((sum, { expr }) => sum + expr.length, 0);
        return characters > MAX_QUERIES;
    });
    const first = dashboard.panels[end];
    if (!first)
        return dashboard;
    report('promql-limit', first.path, `The dashboard has more than ${MAX_QUERIES / 1_000_000} MB of queries: from panel ${(0,catalog/* shown */.SP)(first.title)} on, nothing was checked.`, 'Split it.');
    return { ...dashboard, panels: dashboard.panels.slice(0, end) };
}
/** Grafana takes no uid that is longer. */
const MAX_UID = 40;
function identity({ uid, title, path }, file, seen, report) {
    if (title === '')
        report('dashboard-title', path, 'The dashboard has no title.', 'Grafana refuses it: add "title".');
    if (uid === '') {
        report('dashboard-uid', path, 'The dashboard has no uid.', 'Add "uid": every import makes another dashboard otherwise.');
        return;
    }
    const at = [...path, 'uid'];
    if (uid.length > MAX_UID || !/^[a-zA-Z0-9_-]+$/.test(uid))
        report('dashboard-uid-form', at, `The uid ${(0,catalog/* shown */.SP)(uid)} is not one that Grafana takes.`, 'Use up to 40 letters, digits, "-" and "_".');
    const other = seen.get(uid);
    if (other !== undefined && other !== file)
        report('dashboard-duplicate-uid', at, `The uid ${(0,catalog/* shown */.SP)(uid)} is that of ${other} too.`, 'Give one of them another uid: the second import overwrites the first.');
    else
        seen.set(uid, file);
}
/** Names that Grafana knows without a definition. */
const isBuiltIn = (name) => name.startsWith('__') || name === 'timeFilter';
function dataSources(dashboard, report) {
    const fixed = [];
    const undefined_ = new Set();
    for (const panel of dashboard.panels) {
        const sources = [panel.source, ...panel.targets.map((target) => sourceOf(target, panel))];
        for (const source of sources) {
            const [reference] = (0,grafana/* references */.Ft)(source.name);
            const defined = reference &&
                (dashboard.inputs.has(reference.name) ||
                    dashboard.variables.some(({ name }) => name === reference.name));
            if (reference && !defined && !undefined_.has(reference.name)) {
                undefined_.add(reference.name);
                const message = `The data source is ${(0,catalog/* shown */.SP)(source.name)}, and nothing defines ${reference.name}.`;
                report('dashboard-datasource-undefined', [...panel.path, 'datasource'], message, 'Add a variable of type "Data source" with that name.');
            }
        }
        if (sources.some((source) => source.name !== '' && (0,grafana/* references */.Ft)(source.name).length === 0 && kindOf(source, dashboard) !== 'other'))
            fixed.push(panel);
    }
    const [first] = fixed;
    if (first)
        report('dashboard-datasource-fixed', [...first.path, 'datasource'], `${fixed.length === dashboard.panels.length ? 'Every panel is' : `${(0,lib_text/* count */.U9)(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`} bound to one data source, ${(0,catalog/* shown */.SP)((first.source.name || first.targets[0]?.source.name) ?? '')}.`, 'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.');
}
function panelIds(dashboard, report) {
    const seen = new Set();
    for (const { id, path, title } of dashboard.panels) {
        if (id !== undefined && id !== 0 && seen.has(id))
            report('dashboard-duplicate-id', [...path, 'id'], `Panel ${(0,catalog/* shown */.SP)(title)} has the id ${id} of another panel.`, 'Give it an id of its own: links and alerts find panels by id.');
        if (id !== undefined)
            seen.add(id);
    }
}
/** `label_values(selector, label)` and `query_result(query)`. */
const VARIABLE_QUERY = /^\s*(?:label_values\(\s*(?<selector>[\s\S]+),\s*[\w${}]+\s*\)|query_result\((?<query>[\s\S]+)\))\s*$/;
function variables(dashboard, context, report) {
    for (const variable of dashboard.variables) {
        if (variable.type !== 'query' || kindOf(variable.source, dashboard) === 'other')
            continue;
        const groups = VARIABLE_QUERY.exec(variable.query)?.groups;
        const query = groups?.selector ?? groups?.query;
        if (query === undefined)
            continue;
        for (const { code, message, hint } of (0,lint_query/* lintQuery */.i)(query, 'panel', context).findings)
            if (code !== 'metric-counter-raw')
                report(code, [...variable.path, 'query'], `Variable ${variable.name}: ${message}`, hint);
    }
}
/** Panels that show numbers, which want a unit. */
const NUMERIC = new Set([
    'timeseries',
    'stat',
    'gauge',
    'bargauge',
    'barchart',
    'graph',
    'singlestat',
    'heatmap',
]);
function lintPanel(panel, { dashboard, contract, budget }, report) {
    const known = new Set([...dashboard.variables.map(({ name }) => name), ...dashboard.inputs.keys()]);
    const name = panel.title || `(id ${panel.id ?? '?'})`;
    let asks = false;
    for (const target of panel.targets) {
        const kind = kindOf(sourceOf(target, panel), dashboard);
        if (kind === 'other' || target.hidden || (kind === 'unknown' && looksLikeLoki(target.expr)))
            continue;
        if (target.expr === '') {
            if (kind === 'prometheus')
                report('panel-no-query', target.path, `Panel ${(0,catalog/* shown */.SP)(name)} has a query without an expression.`, 'Write it, or remove the query.');
            continue;
        }
        asks = true;
        const at = [...target.path, 'expr'];
        for (const { code, message, hint } of (0,lint_query/* lintQuery */.i)(target.expr, 'panel', { contract, budget }).findings)
            report(code, at, `Panel ${(0,catalog/* shown */.SP)(name)}: ${message}`, hint);
        const missing = [...new Set((0,grafana/* references */.Ft)(target.expr).map((reference) => reference.name))].filter((reference) => !known.has(reference) && !isBuiltIn(reference));
        if (missing.length > 0)
            report('dashboard-variable-undefined', at, `Panel ${(0,catalog/* shown */.SP)(name)} uses ${(0,lib_text/* list */.p_)(missing.map((one) => `$${one}`))}, which nothing defines.`, 'Add the variable under Settings → Variables; Grafana leaves the text as it is otherwise.');
    }
    if (asks && panel.unit === '' && NUMERIC.has(panel.type))
        report('panel-no-unit', panel.path, `Panel ${(0,catalog/* shown */.SP)(name)} has no unit.`, 'Set one under Standard options → Unit: "short" for plain numbers.');
}


/***/ }),

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ notJson)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(723);

/** The finding for a dashboard file that is no JSON. */
function notJson(file, { line, column, reason }) {
    const hint = 'Export the dashboard again: Share → Export → Save to file.';
    return (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('dashboard-json', { file, line, column }, `Not valid JSON: ${reason}.`, hint);
}


/***/ }),

/***/ 7796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ lintQuery)
/* harmony export */ });
/* harmony import */ var _lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9448);
/* harmony import */ var _lib_promql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(723);
/* harmony import */ var _stand_ins_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4209);





/** Everything that can be told about one query from files alone. */
function lintQuery(query, kind, { contract, budget }) {
    const { parsed, exact } = kind === 'panel' ? (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .parseGrafana */ .e)(query, budget) : { parsed: (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePromql */ .v)(query), exact: true };
    const findings = [];
    const report = (code, message, hint, offset) => findings.push({ code, message, hint, offset: exact ? offset : undefined });
    for (const error of parsed.errors)
        if (error.kind === 'limit')
            report('promql-limit', `${error.message}.`, 'Split it, with recording rules.', error.from);
        else
            report('promql-syntax', `${error.message}.`, syntaxHint(query, kind), error.from);
    for (const { name, from } of parsed.experimental) {
        const hint = 'Prometheus knows it only when started with --enable-feature=promql-experimental-functions, which this one is not.';
        report(kind === 'rule' ? 'rule-experimental' : 'promql-experimental', `${name} is experimental.`, hint, from);
    }
    for (const selector of parsed.selectors) {
        contradictions(selector, report);
        if (contract)
            againstContract(selector, { contract, all: parsed.selectors }, report);
    }
    return { findings, parsed };
}
function syntaxHint(query, kind) {
    if (kind === 'rule' && /\$__|\$\{|\[\[/.test(query))
        return "Grafana's variables and macros belong to dashboards: write a duration such as 5m.";
    return 'Try it on the query page of Prometheus.';
}
/** Two matchers of one label that no value satisfies both. */
function contradictions(selector, report) {
    const fixed = new Map();
    for (const matcher of selector.matchers.filter(({ op, value }) => op === '=' && !(0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(value))) {
        const other = fixed.get(matcher.label);
        if (other && other.value !== matcher.value)
            report('promql-never', `${matcher.label} cannot be ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(other.value)} and ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)} at once.`, `Use ${matcher.label}=~"…|…" for either of them.`, matcher.from);
        fixed.set(matcher.label, matcher);
    }
}
function againstContract(selector, about, report) {
    const { contract } = about;
    for (const matcher of selector.matchers)
        labelValue(matcher, selector, contract, report);
    const name = selector.metric;
    if (name === undefined || (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(name) || !contract.declares || isSelf(selector))
        return;
    const known = contract.series(name);
    if (known.kind === 'unknown')
        unknown(name, known, selector, report);
    if (known.kind === 'impossible' && !readsBoth(known, about))
        impossible(name, known, selector, report);
    if (known.kind !== 'declared')
        return;
    wrongService(name, known, { selector, contract }, report);
    usage(name, known, selector, report);
    assumedHistogram(known, { selector, ...about }, report);
}
const SELF = 'prometheus';
const isSelf = (selector) => selector.matchers.some(({ label, op, value }) => /^(?:job|service)$/.test(label) && op === '=' && value === SELF);
function labelValue(matcher, selector, contract, report) {
    if (matcher.op.startsWith('!') || (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(matcher.value) || (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, ''))
        return;
    if (matcher.label === 'instance' && matcher.op === '=' && !matcher.value.includes(':')) {
        const message = `No series has instance=${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)}: it is the address and port of a machine.`;
        report('promql-never', message, 'Leave it out, or select by service.', matcher.from);
    }
    const values = contract.values(matcher.label);
    // Alerts carry labels of their own, and so may series that rules record.
    if (!values || /^ALERTS|:/.test(selector.metric ?? '') || values.some((value) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, value)))
        return;
    report('promql-never', `No scraped series has ${matcher.label}${matcher.op}${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)}.`, `Values of ${matcher.label}: ${values.join(', ')}.`, matcher.from);
}
function unknown(name, known, { from }, report) {
    if (known.recorded)
        report('metric-unrecorded', `No rule records ${name}.`, known.hint ?? 'Add the recording rule, or correct the name.', from);
    else
        report('metric-undeclared', `No service declares the metric ${name}.`, known.hint ?? 'Declare it under metrics of its service, or correct the name.', from);
}
/** The query reads the series of another type as well: it is made for both. */
const readsBoth = ({ metric }, { contract, all }) => all.some(({ metric: name }) => {
    const other = name === undefined ? undefined : contract.series(name);
    return other?.kind === 'declared' && other.metric.name === metric.name;
});
function impossible(name, { metric, part }, { from }, report) {
    if (metric.type === 'summary' && part === '_bucket') {
        const hint = `Read ${metric.name}{quantile="0.95"}, or configure buckets in the service and declare a histogram.`;
        report('metric-bucket-of-summary', `${metric.name} is a summary and has no ${name}.`, hint, from);
        return;
    }
    const series = metric.type === 'histogram' ? `${metric.name}_bucket, _sum and _count` : metric.name;
    report('metric-no-such-series', `${metric.name} is a ${metric.type} and has no series ${name}.`, `Its series: ${series}.`, from);
}
/** The selector asks for the metric of a service that does not have it. */
function wrongService(name, { services }, { selector, contract }, report) {
    for (const matcher of selector.matchers)
        if (/^(?:service|job)$/.test(matcher.label) &&
            !(0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(matcher.value) &&
            !services.some((service) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, service)) &&
            // Otherwise it was told already.
            contract.values(matcher.label)?.some((value) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, value)))
            report('promql-never', `${name} belongs to ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(services)}, which ${matcher.label}${matcher.op}${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)} leaves out.`, `Use ${matcher.label}="${services[0]}", or leave it out.`, matcher.from);
}
const RATES = new Set(['rate', 'irate', 'increase']);
/** What makes sense of a counter beside its rate: whether it is there, whether it changed, when. */
const ON_COUNTERS = new Set([
    ...[
        'resets',
        'changes',
        'absent',
        'absent_over_time',
        'present_over_time',
        'count',
        'count_over_time',
        'group',
    ],
    ...['timestamp', 'count_values', 'idelta', 'delta', 'deriv', 'histogram_quantile'],
]);
function usage(name, { metric, part }, selector, report) {
    const around = selector.within.map(({ name }) => name);
    const counts = metric.type === 'counter' || part !== '';
    if (counts && !around.some((f) => RATES.has(f) || ON_COUNTERS.has(f)))
        report('metric-counter-raw', `${name} only ever grows, and starts at 0 again with its machine.`, `Use rate(${name}[5m]) or increase(${name}[1h]).`, selector.from);
    const rate = around.find((f) => RATES.has(f));
    if (metric.type === 'gauge' && rate)
        report('metric-rate-of-gauge', `${name} is a gauge: ${rate} takes every fall for a restart.`, `Use delta, deriv or avg_over_time.`, selector.from);
    for (const { label, from } of selector.matchers)
        if ((label === 'le' && part !== '_bucket') ||
            (label === 'quantile' && (metric.type !== 'summary' || part !== '')))
            report('promql-never', `${name} has no label ${label}.`, `Only ${label === 'le' ? 'the buckets of a histogram' : 'a summary'} have it.`, from);
    lostBuckets(name, selector, report);
}
/** histogram_quantile over sums that do not keep `le` answers nothing. */
function lostBuckets(name, selector, report) {
    const end = selector.within.findIndex(({ name }) => name === 'histogram_quantile');
    const lost = selector.within
        .slice(0, Math.max(end, 0))
        .find(({ labels }) => labels && labels.names.includes('le') === (labels.kind === 'without'));
    if (!lost || !name.endsWith('_bucket'))
        return;
    const kept = lost.labels?.kind === 'by' ? ['le', ...lost.labels.names] : ['le'];
    report('promql-no-le', `histogram_quantile needs the label le, which ${lost.name} drops.`, `Write ${lost.name} by (${kept.join(', ')}) (…).`, selector.from);
}
/** Buckets of a metric whose type nobody of this repository has declared, with nothing beside them for a summary. */
function assumedHistogram({ metric, part }, { selector, contract, all }, report) {
    if (!contract.assumed || part !== '_bucket' || all.some((other) => other.metric === metric.name))
        return;
    report('metric-maybe-summary', `${metric.name}_bucket exists only if the service configures buckets: without them its exporter writes a summary.`, `Ask for both: … or ${metric.name}{quantile="0.95"}. Or declare the metric in monitoring.yml.`, selector.from);
}


/***/ }),

/***/ 4209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseGrafana),
/* harmony export */   n: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2366);
/* harmony import */ var _lib_promql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);


/** Stands for whatever a variable holds, in a quoted text and in a name. */
const IN_TEXT = '\uE000';
const NAME = 'grafana__variable';
/** Whether a name or a value depends on a variable, so that nothing can be said about it. */
const isOpen = (text) => text.includes(IN_TEXT) || text.includes(NAME);
/** What a variable outside of quotes may stand for: a name, a number, a duration, an operation, nothing … */
const ANYWHERE = [NAME, '1', '5m', 'sum', '', 'and', 'by (x)', '* 1', '== 1'];
const RANGES = ['5m', '5', 'm', '5m:1m', '5m:'];
const MATCHERS = [`${NAME}="x"`, '"x"', '', NAME];
const MAX_TRIES = 64;
/** Characters that may be parsed again for one query: a long one has fewer tries. */
const MAX_CHARACTERS = 200_000;
/**
 * Parses a query of a dashboard with something in the place of every variable and macro. As what a variable holds
 * shows only in Grafana, a query is wrong only when nothing that a variable may stand for makes it right.
 */
function parseGrafana(query, budget = { tries: MAX_TRIES }) {
    const known = kept.get(query);
    if (known)
        return known;
    const result = parseOpen(query, budget);
    if (kept.size >= MAX_KEPT)
        kept.clear();
    if (query.length <= MAX_KEPT_LENGTH)
        kept.set(query, result);
    return result;
}
/** Dashboards repeat themselves, and a dashboard is looked at more than once. */
const kept = new Map();
const MAX_KEPT = 1_000;
const MAX_KEPT_LENGTH = 2_000;
function parseOpen(query, budget) {
    const found = (0,_lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)(query);
    if (found.length === 0)
        return { parsed: (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)(query), exact: true };
    let first;
    const tries = Math.min(MAX_TRIES, 1 + Math.floor(MAX_CHARACTERS / query.length));
    for (const choice of choices(found, tries)) {
        if (first && --budget.tries < 0)
            break;
        const parsed = (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)((0,_lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceReferences */ .TH)(query, (reference) => choice(reference)));
        if (parsed.ok || parsed.errors.some((error) => error.kind === 'limit'))
            return { parsed, exact: false };
        first ??= parsed;
        if (found.every((reference) => reference.place === 'text'))
            break;
    }
    // What stands between [ and ] is a duration, and all forms of it were tried.
    const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query);
    const parsed = first ?? (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)(query);
    return { parsed: isCertain ? parsed : { ...parsed, errors: [] }, exact: false };
}
/** One way after the other to fill in the variables: the likely ones first, each name the same everywhere. */
function* choices(found, tries) {
    const references = new Map(found.filter(({ place }) => place !== 'text').map((one) => [key(one), one]));
    const open = [...references.keys()];
    const options = [...references.values()].map(optionsOf);
    const total = options.reduce((product, list) => product * list.length, 1);
    for (let n = 0; n < Math.min(total, tries); n++) {
        const chosen = new Map();
        let rest = n;
        open.forEach((name, i) => {
            const list = options[i] ?? [];
            chosen.set(name, list[rest % list.length] ?? NAME);
            rest = Math.floor(rest / list.length);
        });
        yield (reference) => (reference.place === 'text' ? IN_TEXT : (chosen.get(key(reference)) ?? NAME));
    }
}
const key = ({ name, place }) => `${place} ${name}`;
function optionsOf({ name, place }) {
    if (place === 'range')
        return RANGES;
    if (place === 'matcher')
        return MATCHERS;
    if (place === 'label')
        return [NAME];
    return /_(?:ms|s)$|^__(?:from|to)$/.test(name) ? ['1', ...ANYWHERE] : ANYWHERE;
}
/** Whether every bracket outside of quotes is closed. */
function isBalanced(query) {
    const open = [];
    for (const [token] of query.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
        if (/^["'`]$/.test(token))
            return false;
        if ('([{'.includes(token))
            open.push(token);
        else if (')]}'.includes(token) && open.pop() !== { ')': '(', ']': '[', '}': '{' }[token])
            return false;
    }
    return open.length === 0;
}


/***/ })

};

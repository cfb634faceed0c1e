export const id = 863;
export const ids = [863];
export const modules = {

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);

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

/***/ 7863:
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
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
;// CONCATENATED MODULE: ./build/lint/dashboard/identity.js

/** Grafana takes no uid that is longer. */
const MAX_UID = 40;
/**
 * The dashboards that the configuration names are imported together. Of others only those in one folder are likely to
 * be: the copies for another environment lie elsewhere, and share their uid on purpose.
 */
const togetherWith = (file, found) => [
    `in ${file.slice(0, file.lastIndexOf('/') + 1)}`,
    ...(found ? [] : ['named']),
];
/** What tells a dashboard from others. */
function identity({ uid, title, path }, { file, found, seen }, report) {
    if (title === '')
        report('dashboard-title', path, 'The dashboard has no title.', 'Grafana refuses it: add "title".');
    if (uid === '') {
        report('dashboard-uid', path, 'The dashboard has no uid.', 'Add "uid": every import makes another dashboard otherwise.');
        return;
    }
    const at = [...path, 'uid'];
    if (uid.length > MAX_UID || !/^[a-zA-Z0-9_-]+$/.test(uid))
        report('dashboard-uid-form', at, `The uid ${(0,catalog/* shown */.SP)(uid)} is not one that Grafana takes.`, 'Use up to 40 letters, digits, "-" and "_".');
    const keys = togetherWith(file, found).map((group) => `${group} ${uid}`);
    const [other] = keys.flatMap((key) => seen.get(key) ?? []).filter((one) => one !== file);
    for (const key of keys)
        if (!seen.has(key))
            seen.set(key, file);
    if (other !== undefined)
        report('dashboard-duplicate-uid', at, `The uid ${(0,catalog/* shown */.SP)(uid)} is that of ${other} too.`, 'Give one of them another uid: the second import overwrites the first.');
}
/** What tells its panels from each other. */
function panelIds(dashboard, report) {
    const seen = new Set();
    for (const { id, path, title } of dashboard.panels) {
        if (id !== undefined && id !== 0 && seen.has(id))
            report('dashboard-duplicate-id', [...path, 'id'], `Panel ${(0,catalog/* shown */.SP)(title)} has the id ${id} of another panel.`, 'Give it an id of its own: links and alerts find panels by id.');
        if (id !== undefined)
            seen.add(id);
    }
}

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
/** The variable or input that a data source is named by. Names of inputs may have any signs: `${DS_PROMETHEUS-2}`. */
function referenceIn(source, { inputs }) {
    const whole = /^\$\{(.+)\}$/.exec(source.name)?.[1];
    return whole !== undefined && inputs.has(whole) ? whole : (0,grafana/* references */.Ft)(source.name)[0]?.name;
}
/** Resolves types, variables and inputs. */
function kindOf(source, dashboard, depth = 0) {
    if (BUILT_IN.test(source.name) || source.type === '__expr__')
        return 'other';
    if (source.type)
        return isPrometheus(source.type) ? 'prometheus' : 'other';
    const name = referenceIn(source, dashboard);
    if (name === undefined || depth > 3)
        return 'unknown';
    const input = dashboard.inputs.get(name);
    if (input)
        return isPrometheus(input) ? 'prometheus' : 'other';
    const variable = dashboard.variables.find((one) => one.type === 'datasource' && one.name === name);
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
    report('dashboard-foreign', [...dashboard.path, 'title'], `None of the ${names.size} metrics of this dashboard is declared by a service (${unknown.slice(0, 3).join(', ')}, …).`, 'Declare them under metrics of their service, or leave the dashboard out.');
    return undefined;
}
function metricsOf(dashboard, budget) {
    const targets = dashboard.panels.flatMap((panel) => panel.targets.filter((target) => !target.hidden && kindOf(sourceOf(target, panel), dashboard) !== 'other' && target.expr !== ''));
    return new Set(targets.flatMap(({ expr }) => (0,stand_ins/* parseGrafana */.e)(expr, budget).parsed.selectors.flatMap(({ metric }) => metric ?? [])));
}

;// CONCATENATED MODULE: ./build/lint/dashboard/sources.js



/** Where the panels of a dashboard get their data from, whatever they ask. */
function dataSources(dashboard, report) {
    const all = dashboard.panels.map((panel) => ({
        panel,
        sources: [panel.source, ...panel.targets.map((target) => sourceOf(target, panel))],
    }));
    undefinedSources(all, dashboard, report);
    const isFixed = (source) => source.name !== '' &&
        referenceIn(source, dashboard) === undefined &&
        kindOf(source, dashboard) !== 'other';
    const fixed = all.filter(({ sources }) => sources.some(isFixed));
    const [first] = fixed;
    if (!first)
        return;
    const some = `${(0,lib_text/* count */.U9)(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`;
    report('dashboard-datasource-fixed', [...first.panel.path, 'datasource'], `${fixed.length === all.length ? 'Every panel is' : some} bound to one data source, ${(0,catalog/* shown */.SP)(first.sources.find(isFixed)?.name ?? '')}.`, 'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.');
}
/** Each variable or input that nothing defines, once. */
function undefinedSources(all, dashboard, report) {
    const known = new Set([...dashboard.inputs.keys(), ...dashboard.variables.map(({ name }) => name)]);
    for (const { panel, sources } of all)
        for (const source of sources) {
            const name = referenceIn(source, dashboard);
            if (name === undefined || known.has(name))
                continue;
            known.add(name);
            report('dashboard-datasource-undefined', [...panel.path, 'datasource'], `The data source is ${(0,catalog/* shown */.SP)(source.name)}, and nothing defines ${name}.`, 'Add a variable of type "Data source" with that name.');
        }
}

// EXTERNAL MODULE: ./build/lint/query.js + 2 modules
var lint_query = __webpack_require__(3165);
;// CONCATENATED MODULE: ./build/lint/dashboard/variables.js


/** `label_values(selector, label)` and `query_result(query)`. */
const VARIABLE_QUERY = /^\s*(?:label_values\(\s*(?<selector>[\s\S]+),\s*[\w${}]+\s*\)|query_result\((?<query>[\s\S]+)\))\s*$/;
/** The queries behind the variables of a dashboard. */
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
;// CONCATENATED MODULE: ./build/lint/dashboards.js













/** Findings of a file with a dashboard; one that is no JSON is a finding too. */
function lintDashboardText({ file, text, found = false }, context) {
    const read = (0,json/* readJson */.V)(text);
    if (!read.ok)
        return found && isTemplate(text, read) ? [] : [(0,not_json/* notJson */.O)(file, read)];
    return lintDashboard({ file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }, context);
}
/** What Helm, Jinja and others make JSON of is none yet: the mistake stands in an action that is open there. */
function isTemplate(text, { line, column }) {
    const before = (text.split('\n', line).at(-1) ?? '').slice(0, column + 1);
    const last = (...marks) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
    return last('{{', '{%', '<%') > last('}}', '%}', '%>');
}
/** Findings of one dashboard. Two dashboards with one uid are a finding of the second. */
function lintDashboard(source, context) {
    const found = [];
    const report = (code, path, message, hint) => found.push({ code, path, message, hint });
    const whole = readDashboard(source.json);
    if (whole) {
        const dashboard = bounded(whole, report);
        identity(dashboard, { file: source.file, found: source.found === true, seen: context.seen }, report);
        dataSources(dashboard, report);
        panelIds(dashboard, report);
        const { contract, budget } = context;
        const held = contract && heldAgainst(dashboard, { contract, budget, found: source.found === true }, report);
        variables(dashboard, { contract: held, budget }, report);
        for (const panel of dashboard.panels)
            lintPanel(panel, { dashboard, contract: held, budget }, report);
    }
    else if (!source.found)
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
/** Names that Grafana knows without a definition. */
const isBuiltIn = (name) => name.startsWith('__') || name === 'timeFilter';
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
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4211);

/** The finding for a dashboard file that is no JSON. */
function notJson(file, { line, column, reason }) {
    const hint = 'Export the dashboard again: Share → Export → Save to file.';
    return (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('dashboard-json', { file, line, column }, `Not valid JSON: ${reason}.`, hint);
}


/***/ })

};

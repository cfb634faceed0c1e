export const id = 640;
export const ids = [640];
export const modules = {

/***/ 3829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ invalidJson)
/* harmony export */ });
/** The diagnostic for a dashboard file that is not JSON. */
const invalidJson = (file, { line, column, reason }) => ({
    code: 'dashboard/json',
    severity: 'error',
    at: { file, line, column },
    message: `Not valid JSON: ${reason}.`,
    hint: 'Export the dashboard again: Share → Export → Save to file.',
});


/***/ }),

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);

/** Reads JSON, with or without a byte order mark. The error has a place, which that of JSON.parse does not always have. */
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
/** The offset of the first error that the tolerant parser finds; 0 for an error that it accepts. */
function faultyOffset(text) {
    const errors = [];
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        // The parser recurses: a text with thousands of levels fills the stack.
        if (!(error instanceof RangeError))
            throw error;
    }
    return errors[0]?.offset ?? 0;
}


/***/ }),

/***/ 1060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   FS: () => (/* binding */ equalJson),
/* harmony export */   Mz: () => (/* binding */ mapMembers),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qK: () => (/* binding */ nestsTooDeep),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tB: () => (/* binding */ stringIn),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** The objects of a list; none for anything else. */
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
/** The string, or an empty one for any other value. */
const stringIn = (value) => (typeof value === 'string' ? value : '');
/** The value of a JSON text; undefined for any other text, an empty one included. */
function jsonOrUndefined(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100;
/** Whether a value is nested deeper than a dashboard can be. */
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
/** Deeper than any answer; what reads one then judges the depth that it takes. */
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
    0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
/**
 * Whether a JSON text nests deeper than any answer. Told before it is parsed: each of millions of levels costs a
 * hundred times its characters, in time and in memory. Linear.
 */
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
/** JSON with the keys of every object sorted: equal values have equal texts, whatever serialized them. */
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isJsonObject(value))
        return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
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
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * The value with each direct member changed. Shared with the original, not copied, where nothing changes. Data for the
 * change is passed as `context`: closures created for every object would take most of the time.
 */
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
/** The value with every string in it passed through `change`, keys left alone. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintDashboardText: () => (/* binding */ lintDashboardText)
});

// UNUSED EXPORTS: lintDashboard

// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/formats/dashboard.js

/** Rows, collapsed or not, and their panels nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 10;
/**
 * The dashboard in a JSON value: an export, wrapped as in a request to the API, or a Kubernetes resource.
 * Undefined for anything else.
 */
function readDashboard(value) {
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return undefined;
    if ((0,json_value/* isJsonObject */.OW)(value.dashboard))
        return fromModel(value.dashboard, ['dashboard']);
    if ((0,json_value/* isJsonObject */.OW)(value.spec) && /dashboard/i.test((0,json_value/* stringIn */.tB)(value.kind) + (0,json_value/* stringIn */.tB)(value.apiVersion))) {
        const name = (0,json_value/* isJsonObject */.OW)(value.metadata) ? (0,json_value/* stringIn */.tB)(value.metadata.name) : '';
        const model = (0,json_value/* isJsonObject */.OW)(value.spec.elements)
            ? fromElements(value.spec, ['spec'])
            : fromModel(value.spec, ['spec']);
        return model && { ...model, uid: model.uid || name };
    }
    return (0,json_value/* isJsonObject */.OW)(value.elements) ? fromElements(value, []) : fromModel(value, []);
}
function fromModel(model, path) {
    if (!Array.isArray(model.panels) && !Array.isArray(model.rows))
        return undefined;
    const templating = (0,json_value/* isJsonObject */.OW)(model.templating) ? model.templating.list : undefined;
    const inputs = listOf(model.__inputs).map(({ value }) => [
        (0,json_value/* stringIn */.tB)(value.name),
        (0,json_value/* stringIn */.tB)(value.pluginId),
    ]);
    return {
        path,
        uid: (0,json_value/* stringIn */.tB)(model.uid),
        title: (0,json_value/* stringIn */.tB)(model.title),
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
    const defaults = (0,json_value/* isJsonObject */.OW)(value.fieldConfig) ? value.fieldConfig.defaults : undefined;
    const axes = listOf(value.yaxes).map((axis) => (0,json_value/* stringIn */.tB)(axis.value.format));
    return {
        path,
        id: typeof value.id === 'number' ? value.id : undefined,
        title: (0,json_value/* stringIn */.tB)(value.title),
        type: (0,json_value/* stringIn */.tB)(value.type),
        unit: ((0,json_value/* isJsonObject */.OW)(defaults) ? (0,json_value/* stringIn */.tB)(defaults.unit) : '') || axes[0] || (0,json_value/* stringIn */.tB)(value.format),
        source: source(value.datasource),
        targets: listOf(value.targets).map(({ value: target, index }) => ({
            path: [...path, 'targets', index],
            expr: (0,json_value/* stringIn */.tB)(target.expr),
            source: source(target.datasource),
            hidden: target.hide === true,
        })),
    };
}
function variable(value, path) {
    const query = (0,json_value/* isJsonObject */.OW)(value.query) ? (0,json_value/* stringIn */.tB)(value.query.query) : (0,json_value/* stringIn */.tB)(value.query);
    return {
        path,
        name: (0,json_value/* stringIn */.tB)(value.name),
        type: (0,json_value/* stringIn */.tB)(value.type),
        query,
        source: source(value.datasource),
    };
}
/** Dashboard schema v2 of Grafana 12: panels by name, variables and queries as separate resources. */
function fromElements(spec, path) {
    const elements = (0,json_value/* isJsonObject */.OW)(spec.elements) ? spec.elements : {};
    return {
        path,
        uid: (0,json_value/* stringIn */.tB)(spec.uid),
        title: (0,json_value/* stringIn */.tB)(spec.title),
        variables: listOf(spec.variables).map(({ value, index }) => elementVariable(value, [...path, 'variables', index])),
        inputs: new Map(),
        panels: Object.entries(elements).flatMap(([name, element]) => (0,json_value/* isJsonObject */.OW)(element) && (0,json_value/* isJsonObject */.OW)(element.spec) && element.kind === 'Panel'
            ? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
            : []),
    };
}
const inside = (value, ...keys) => keys.reduce((here, key) => ((0,json_value/* isJsonObject */.OW)(here) ? here[key] : undefined), value);
function elementPanel(spec, path) {
    const queries = inside(spec, 'data', 'spec', 'queries');
    return {
        path,
        id: typeof spec.id === 'number' ? spec.id : undefined,
        title: (0,json_value/* stringIn */.tB)(spec.title),
        type: (0,json_value/* stringIn */.tB)(inside(spec, 'vizConfig', 'group')) || (0,json_value/* stringIn */.tB)(inside(spec, 'vizConfig', 'kind')),
        unit: (0,json_value/* stringIn */.tB)(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
        source: { type: '', name: '' },
        targets: listOf(queries).map(({ value, index }) => {
            const query = inside(value, 'spec', 'query');
            return {
                path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
                expr: (0,json_value/* stringIn */.tB)(inside(query, 'spec', 'expr')),
                source: {
                    type: (0,json_value/* stringIn */.tB)(inside(query, 'group')) || (0,json_value/* stringIn */.tB)(inside(query, 'kind')),
                    name: (0,json_value/* stringIn */.tB)(inside(query, 'datasource', 'name')),
                },
                hidden: inside(value, 'spec', 'hidden') === true,
            };
        }),
    };
}
const KINDS = { DatasourceVariable: 'datasource', QueryVariable: 'query' };
function elementVariable(value, path) {
    const spec = (0,json_value/* isJsonObject */.OW)(value.spec) ? value.spec : {};
    return {
        path,
        name: (0,json_value/* stringIn */.tB)(spec.name),
        type: KINDS[(0,json_value/* stringIn */.tB)(value.kind)] ?? 'other',
        query: (0,json_value/* stringIn */.tB)(spec.pluginId) || (0,json_value/* stringIn */.tB)(inside(spec, 'query', 'spec', 'query')) || (0,json_value/* stringIn */.tB)(spec.query),
        source: {
            type: (0,json_value/* stringIn */.tB)(inside(spec, 'query', 'group')),
            name: (0,json_value/* stringIn */.tB)(inside(spec, 'query', 'datasource', 'name')),
        },
    };
}
function source(value) {
    return (0,json_value/* isJsonObject */.OW)(value)
        ? { type: (0,json_value/* stringIn */.tB)(value.type), name: (0,json_value/* stringIn */.tB)(value.uid) }
        : { type: '', name: (0,json_value/* stringIn */.tB)(value) };
}
/** The objects of a list, with their indexes. */
function listOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((item, index) => ((0,json_value/* isJsonObject */.OW)(item) ? [{ value: item, index }] : []));
}

// EXTERNAL MODULE: ./build/formats/json.js
var json = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/formats/json-diagnostic.js
var json_diagnostic = __webpack_require__(3829);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(1928);
// EXTERNAL MODULE: ./build/formats/places.js
var places = __webpack_require__(2003);
;// CONCATENATED MODULE: ./build/formats/json-places.js


/**
 * Where the values of these paths start in a JSON text; a path that does not exist gets the place of its nearest
 * ancestor. Only for texts that JSON.parse accepts.
 */
function jsonPlaces(text, paths) {
    const root = treeOf(text);
    const place = (0,places/* placesIn */.y)(text);
    return paths.map((path) => place(root ? nearest(root, [...path]).offset : 0));
}
function treeOf(text) {
    try {
        return (0,main.parseTree)(text);
    }
    catch (error) {
        // The parser recurses: a text with thousands of levels fills the stack.
        if (!(error instanceof RangeError))
            throw error;
        return undefined;
    }
}
function nearest(root, path) {
    for (let depth = path.length; depth > 0; depth--) {
        const node = (0,main.findNodeAtLocation)(root, path.slice(0, depth));
        if (node)
            return node;
    }
    return root;
}

// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/lint/query/lint.js + 19 modules
var lint = __webpack_require__(9004);
// EXTERNAL MODULE: ./build/lint/rule.js
var lint_rule = __webpack_require__(5796);
;// CONCATENATED MODULE: ./build/lint/dashboard/relation.js

/** Below this number, each metric that no service declares is reported separately. */
const MANY = 4;
/**
 * The contract for the queries of a dashboard. A dashboard about other programs gets one diagnostic instead of one for
 * each metric, and no contract. In a dashboard that the configuration does not name and that has none of the declared
 * metrics, the labels may be those of another Prometheus too.
 */
function relationOfDashboard(expressions, contract, found) {
    if (!contract.declares)
        return { contract };
    const names = new Set(expressions.flatMap((expr) => (0,lint/* readQuery */.x)(expr, 'panel').parsed.selectors.flatMap(({ metric }) => metric ?? [])));
    const kinds = Map.groupBy(names, (name) => contract.series(name).kind);
    if (kinds.has('declared') || kinds.has('impossible'))
        return { contract };
    const unknown = kinds.get('unknown') ?? [];
    if (unknown.length < MANY)
        return { contract: found ? { ...contract, values: () => undefined } : contract };
    return { contract: undefined, unrelated: { metrics: names.size, examples: unknown.slice(0, 3) } };
}

// EXTERNAL MODULE: ./build/lint/dashboard/examples.js
var examples = __webpack_require__(7380);
;// CONCATENATED MODULE: ./build/lint/dashboard/duplicate-panel-id.js


/** Panels that links cannot distinguish. */
const duplicatePanelId = {
    code: 'dashboard/duplicate-panel-id',
    severity: 'warning',
    what: 'Two panels of a dashboard have the same id.',
    why: 'Links and alerts find panels by id.',
    bad: (0,examples/* dashboard */.z)()
        .replace('"panels": [{', '"panels": [{ "id": 1, "type": "text", "title": "T" }, {')
        .replace('"id": 1, "title"', '"id": ▸1, "title"'),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard }, { report }) {
        const seen = new Set();
        for (const { id, path, title } of dashboard.panels) {
            if (id !== undefined && id !== 0 && seen.has(id))
                report([...path, 'id'], `Panel ${(0,quote/* quoted */.T)(title)} has the id ${id} of another panel.`, 'Give it a unique id: links and alerts find panels by id.');
            if (id !== undefined)
                seen.add(id);
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/duplicate-uid.js


/** A dashboard that replaces another one. */
const duplicateUid = {
    code: 'dashboard/duplicate-uid',
    severity: 'error',
    what: 'Two dashboards have the same uid.',
    why: 'The second import overwrites the first.',
    bad: {
        text: (0,examples/* dashboard */.z)({ top: '"uid": ▸"twin", "title": "D",' }),
        others: { 'a.json': (0,examples/* dashboard */.z)({ top: '"uid": "twin", "title": "A",' }) },
    },
    good: (0,examples/* dashboard */.z)(),
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
        report([...path, 'uid'], `The uid ${(0,quote/* quoted */.T)(uid)} is also that of ${other}.`, 'Give one of them another uid: the second import overwrites the first.');
    },
};
/**
 * The dashboards that the configuration names are imported together. Others are likely to be imported together only if
 * they are in one folder: copies for another environment are in another folder, and share the uid on purpose.
 */
const togetherWith = (file, found) => [
    `in ${file.slice(0, file.lastIndexOf('/') + 1)}`,
    ...(found ? [] : ['named']),
];

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/formats/promql/grafana-variables.js
var grafana_variables = __webpack_require__(1443);
;// CONCATENATED MODULE: ./build/lint/dashboard/source.js

/** Grafana's built-in data sources, which do not query Prometheus. */
const BUILT_IN = /^(?:--.*--|grafana|__expr__)$/;
/** The data source of a target, or else that of its panel. */
function sourceOf(target, panel) {
    const own = target.source;
    return own.type || own.name ? own : panel.source;
}
/** All data sources of a panel, its own first. */
const sourcesOf = (panel) => [
    panel.source,
    ...panel.targets.map((target) => sourceOf(target, panel)),
];
/** The variable or input that names a data source. Names of inputs may contain any character: `${DS_PROMETHEUS-2}`. */
function referenceIn(source, { inputs }) {
    const whole = /^\$\{(.+)\}$/.exec(source.name)?.[1];
    return whole !== undefined && inputs.has(whole) ? whole : (0,grafana_variables/* references */.Ft)(source.name)[0]?.name;
}
/** The kind of a data source, with types, variables and inputs resolved. */
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
/** The managed Prometheus services of Amazon and Azure have their own plugins. */
const isPrometheus = (type) => /prometheus/i.test(type);
/** LogQL has pipes and filters where PromQL has none. */
const looksLikeLoki = (expr) => /\}\s*(?:\|[=~]?|!=|!~)\s*(?:["'`a-z])/.test(expr) ||
    /\|\s*(?:json|logfmt|unwrap|line_format|pattern|regexp)\b/.test(expr);

;// CONCATENATED MODULE: ./build/lint/dashboard/fixed-datasource.js




/** A dashboard that works only in one Grafana. */
const fixedDatasource = {
    code: 'dashboard/fixed-datasource',
    severity: 'warning',
    what: 'Panels are bound to one data source by name or uid.',
    why: 'In another Grafana the data source has another uid. (The import of this action replaces it with its own.)',
    bad: (0,examples/* dashboard */.z)({ source: '"datasource": ▸{ "type": "prometheus", "uid": "PBFA97CFB590B2093" },' }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: board }, { report }) {
        const isFixed = (source) => source.name !== '' && referenceIn(source, board) === undefined && kindOf(source, board) !== 'other';
        const fixed = board.panels.flatMap((panel) => {
            const source = sourcesOf(panel).find(isFixed);
            return source ? [{ panel, source }] : [];
        });
        const [first] = fixed;
        if (!first)
            return;
        const some = `${(0,lib_text/* count */.U9)(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`;
        report([...first.panel.path, 'datasource'], `${fixed.length === board.panels.length ? 'Every panel is' : some} bound to one data source, ${(0,quote/* quoted */.T)(first.source.name)}.`, 'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.');
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/json.js

/** A dashboard file that cannot be read; see formats/json-diagnostic.ts. */
const dashboardJson = {
    code: 'dashboard/json',
    severity: 'error',
    what: 'A dashboard is not valid JSON.',
    why: 'Grafana cannot import it.',
    bad: '{ "title": "Chat", "schemaVersion": 39, "panels": [▸,] }\n',
    good: (0,examples/* dashboard */.z)(),
};

;// CONCATENATED MODULE: ./build/lint/dashboard/subject.js
/** The name of a panel in a message. */
const panelName = ({ title, id }) => title || `(id ${id ?? '?'})`;

;// CONCATENATED MODULE: ./build/lint/dashboard/no-query.js




/** A query without an expression. */
const noQuery = {
    code: 'dashboard/no-query',
    severity: 'warning',
    what: 'A panel has a query without an expression.',
    why: 'It shows nothing.',
    bad: (0,examples/* dashboard */.z)({ target: '"refId": "A", "expr": ""' }).replace('[{ "refId"', '[▸{ "refId"'),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: board }, { report }) {
        for (const panel of board.panels)
            for (const target of panel.targets) {
                const isEmpty = target.expr === '' && !target.hidden;
                if (isEmpty && kindOf(sourceOf(target, panel), board) === 'prometheus')
                    report(target.path, `Panel ${(0,quote/* quoted */.T)(panelName(panel))} has a query without an expression.`, 'Write the expression, or remove the query.');
            }
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/no-title.js

/** A dashboard that Grafana refuses. */
const noTitle = {
    code: 'dashboard/no-title',
    severity: 'error',
    what: 'A dashboard has no title.',
    why: 'Grafana refuses it.',
    bad: `▸${(0,examples/* dashboard */.z)({ top: '"uid": "d",' })}`,
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { title, path } }, { report }) {
        if (title === '')
            report(path, 'The dashboard has no title.', 'Add `title`: Grafana refuses a dashboard without it.');
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/no-uid.js

/** A dashboard that is created again with every import. */
const noUid = {
    code: 'dashboard/no-uid',
    severity: 'warning',
    what: 'A dashboard has no uid.',
    why: 'Every import creates another dashboard.',
    bad: `▸${(0,examples/* dashboard */.z)({ top: '"title": "D",' })}`,
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { uid, path } }, { report }) {
        if (uid === '')
            report(path, 'The dashboard has no uid.', 'Add `uid`: otherwise every import creates another dashboard.');
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/no-unit.js



/** Numbers without a unit. */
const noUnit = {
    code: 'dashboard/no-unit',
    severity: 'warning',
    what: 'A panel shows numbers without a unit.',
    why: 'Seconds, bytes and percentages look alike.',
    bad: (0,examples/* dashboard */.z)({ panel: '"id": 1, "title": "Users", "type": "timeseries",' }).replace('[{\n', '[▸{\n'),
    good: (0,examples/* dashboard */.z)(),
    check({ queries }, { report }) {
        for (const panel of new Set(queries.map((query) => query.panel)))
            if (panel.unit === '' && NUMERIC.has(panel.type))
                report(panel.path, `Panel ${(0,quote/* quoted */.T)(panelName(panel))} has no unit.`, 'Set one under Standard options → Unit: "short" for plain numbers.');
    },
};
/** Panels that show numbers, which need a unit. */
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

;// CONCATENATED MODULE: ./build/lint/dashboard/shape.js
/** A file that the configuration names as a dashboard and that is not one. */
const noDashboard = {
    code: 'dashboard/shape',
    severity: 'error',
    what: 'A file that should be a dashboard is not one.',
    why: 'Grafana accepts almost any JSON without an error, and shows an empty dashboard.',
};

;// CONCATENATED MODULE: ./build/lint/dashboard/uid-form.js


/** A uid that Grafana refuses. */
const uidForm = {
    code: 'dashboard/uid-form',
    severity: 'error',
    what: 'The uid of a dashboard is longer than 40 characters or has characters other than letters, digits, `-` and `_`.',
    why: 'Grafana refuses it.',
    bad: (0,examples/* dashboard */.z)({ top: '"uid": ▸"a b", "title": "D",' }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { uid, path } }, { report }) {
        if (uid !== '' && (uid.length > MAX_UID || !/^[a-zA-Z0-9_-]+$/.test(uid)))
            report([...path, 'uid'], `The uid ${(0,quote/* quoted */.T)(uid)} is not one that Grafana accepts.`, 'Use up to 40 letters, digits, `-` and `_`.');
    },
};
/** Grafana refuses longer uids. */
const MAX_UID = 40;

;// CONCATENATED MODULE: ./build/lint/dashboard/undefined-datasource.js



/** A data source that Grafana cannot find. */
const undefinedDatasource = {
    code: 'dashboard/undefined-datasource',
    severity: 'warning',
    what: 'A panel names its data source by a variable or an input that is not defined.',
    why: 'The panel finds no data source.',
    bad: (0,examples/* dashboard */.z)({ source: `"datasource": ▸{ "type": "prometheus", "uid": "\${other}" },` }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: board }, { report }) {
        const known = new Set([...board.inputs.keys(), ...board.variables.map(({ name }) => name)]);
        for (const panel of board.panels)
            for (const source of sourcesOf(panel)) {
                const name = referenceIn(source, board);
                if (name === undefined || known.has(name))
                    continue;
                // Each name is reported once.
                known.add(name);
                report([...panel.path, 'datasource'], `The data source is ${(0,quote/* quoted */.T)(source.name)}, and nothing defines \`${name}\`.`, 'Add a variable of type "Data source" with that name.');
            }
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/undefined-variable.js





/** A query that is sent with the name of a variable in it. */
const undefinedVariable = {
    code: 'dashboard/undefined-variable',
    severity: 'warning',
    what: 'A query uses a variable that the dashboard does not define.',
    why: 'Grafana sends the text unchanged, and Prometheus refuses it or finds nothing.',
    bad: (0,examples/* dashboard */.z)({ target: '"refId": "A", "expr": ▸"users{region=\\"$region\\"}"' }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: board, queries }, { report }) {
        const known = new Set([...board.variables.map(({ name }) => name), ...board.inputs.keys()]);
        for (const { panel, target } of queries) {
            const used = new Set((0,grafana_variables/* references */.Ft)(target.expr).map(({ name }) => name));
            const missing = [...used].filter((name) => !known.has(name) && !isBuiltIn(name));
            if (missing.length > 0)
                report([...target.path, 'expr'], `Panel ${(0,quote/* quoted */.T)(panelName(panel))} uses ${(0,lib_text/* list */.p_)(missing.map((one) => `\`$${one}\``))}, which nothing defines.`, 'Add the variable under Settings → Variables; otherwise Grafana sends the text unchanged.');
        }
    },
};
/** Variables that Grafana defines itself. */
const isBuiltIn = (name) => name.startsWith('__') || name === 'timeFilter';

;// CONCATENATED MODULE: ./build/lint/dashboard/unrelated.js

/** A dashboard about other programs. */
const unrelatedDashboard = {
    code: 'dashboard/unrelated',
    severity: 'warning',
    what: 'None of the metrics of a dashboard is declared.',
    why: 'It is about other programs, or all names in it are misspelled.',
    bad: (0,examples/* dashboard */.z)({
        top: '"uid": "d", "title": ▸"D",',
        target: '"refId": "A", "expr": "node_a + node_b + node_c + node_d"',
    }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { path }, unrelated }, { report }) {
        if (unrelated)
            report([...path, 'title'], `None of the ${unrelated.metrics} metrics of this dashboard is declared by a service (${unrelated.examples.join(', ')}, …).`, 'Declare them under `metrics` of their service, or remove the dashboard.');
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/rules.js













/** Every check of a dashboard, except those of its queries, which are in `query/`. */
const dashboardRules = [
    noTitle,
    uidForm,
    duplicateUid,
    noUid,
    undefinedDatasource,
    fixedDatasource,
    undefinedVariable,
    duplicatePanelId,
    unrelatedDashboard,
    noQuery,
    noUnit,
];
/** Every diagnostic of dashboards, including those for files that are not dashboards. */
const dashboardEntries = [dashboardJson, noDashboard, ...dashboardRules];

;// CONCATENATED MODULE: ./build/lint/dashboard/lint.js












/** Checks a file that contains a dashboard; a file that is not valid JSON is a diagnostic too. */
function lintDashboardText({ file, text, found = false }, context) {
    const read = (0,json/* readJson */.V)(text);
    if (!read.ok)
        return found && isTemplate(text, read) ? [] : [(0,json_diagnostic/* invalidJson */.U)(file, read)];
    return lintDashboard({ file, found, text: text.replace(/^\uFEFF/, ''), json: read.value }, context);
}
/** Whether a syntax error is inside an open action of Helm, Jinja or another template language. */
function isTemplate(text, { line, column }) {
    const before = (text.split('\n', line).at(-1) ?? '').slice(0, column + 1);
    const last = (...marks) => Math.max(...marks.map((mark) => before.lastIndexOf(mark)));
    return last('{{', '{%', '<%') > last('}}', '%}', '%>');
}
/** Checks one dashboard. A uid that two dashboards share is a diagnostic of the second one. */
function lintDashboard(source, context) {
    const dashboard = readDashboard(source.json);
    const reports = dashboard ? reportsOn(dashboard, source, context) : notADashboard(source);
    const paths = reports.map(({ at }) => at);
    const places = paths.length > 0 ? jsonPlaces(source.text, paths) : [];
    return reports.map(({ rule, message, hint }, i) => (0,lint_rule/* diagnostic */.YK)(rule, { file: source.file, ...(places[i] ?? { line: 1, column: 1 }) }, message, hint));
}
const notADashboard = ({ found = false }) => found
    ? []
    : [
        {
            rule: noDashboard,
            at: [],
            message: 'This is not a dashboard: it has no panels.',
            hint: 'Export it in Grafana: Share → Export → Save to file.',
        },
    ];
function reportsOn(dashboard, { file, found = false }, { contract: whole, seen }) {
    const asked = askedOf(dashboard);
    const expressions = asked.map(({ target }) => target.expr);
    const { contract, unrelated } = whole
        ? relationOfDashboard(expressions, whole, found)
        : { contract: undefined };
    const queries = asked.map((one) => ({ ...one, checked: (0,lint/* lintQuery */.i)(one.target.expr, 'panel', contract) }));
    return [
        ...(0,lint_rule/* reportsOf */.tu)(dashboardRules, { dashboard, file, found, queries, seen, unrelated }),
        ...queries.flatMap(inQuery),
        ...variableQueries(dashboard, contract),
    ];
}
/** The queries that go to Prometheus, as far as the file shows. */
const askedOf = (dashboard) => dashboard.panels.flatMap((panel) => panel.targets.flatMap((target) => {
    const kind = kindOf(sourceOf(target, panel), dashboard);
    const isOther = kind === 'other' || (kind === 'unknown' && looksLikeLoki(target.expr));
    return isOther || target.hidden || target.expr === '' ? [] : [{ panel, target }];
}));
const inQuery = ({ panel, target, checked }) => checked.reports.map((one) => ({
    ...one,
    at: [...target.path, 'expr'],
    message: `Panel ${(0,quote/* quoted */.T)(panelName(panel))}: ${one.message}`,
}));
/** The PromQL in `label_values(selector, label)` and `query_result(query)`. */
function queryIn(variable) {
    const [, name, inner = ''] = /^(label_values|query_result)\((.+)\)$/s.exec(variable.trim()) ?? [];
    if (name !== 'label_values')
        return name && inner;
    const comma = inner.lastIndexOf(',');
    return comma > 0 && /^[\w${}]+$/.test(inner.slice(comma + 1).trim()) ? inner.slice(0, comma) : undefined;
}
/** The queries behind the variables of a dashboard. */
const variableQueries = (dashboard, contract) => dashboard.variables.flatMap((variable) => {
    if (variable.type !== 'query' || kindOf(variable.source, dashboard) === 'other')
        return [];
    const query = queryIn(variable.query);
    if (query === undefined)
        return [];
    // The values of a label may be taken from a counter.
    return (0,lint/* lintQuery */.i)(query, 'panel', contract)
        .reports.filter(({ rule }) => rule.code !== 'query/raw-counter')
        .map((one) => ({
        ...one,
        at: [...variable.path, 'query'],
        message: `Variable ${variable.name}: ${one.message}`,
    }));
});


/***/ })

};

export const id = 3960;
export const ids = [3960];
export const modules = {

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

/***/ 7343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readDashboard)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);
/* harmony import */ var _dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7051);
/* harmony import */ var _dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2051);



/** The dashboard in a JSON value; undefined for anything else. */
function readDashboard(value) {
    const found = (0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .openDashboard */ .Nb)(value);
    if (typeof found === 'string')
        return undefined;
    if (found.isV2)
        return fromElements(found);
    return Array.isArray(found.spec.panels) || Array.isArray(found.spec.rows) ? fromModel(found) : undefined;
}
function fromModel(found) {
    const { spec, path } = found;
    const templating = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.templating) ? spec.templating : {};
    const copies = (0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .libraryCopies */ .N6)(found);
    return {
        ...headOf(found),
        variables: (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(templating.list).map(({ value, index }) => variable(value, [...path, 'templating', 'list', index])),
        inputs: (0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .dashboardInputs */ .AG)(found),
        panels: (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .panelsIn */ .t)(spec, path).map((placed) => {
            const { panel: whole, uid, isCopied } = (0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .fromLibrary */ .uQ)(placed.panel, copies);
            const at = isCopied ? [...path, '__elements', String(uid), 'model'] : placed.path;
            return { ...panel(whole, at), id: idOf(placed.panel), library: isCopied ? undefined : uid };
        }),
    };
}
/** What both schemas have. */
const headOf = ({ path, uid, title, isV2, spec }) => ({
    hasContent: !isV2 || ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.layout)),
    path,
    uid: uid === undefined ? '' : String(uid),
    isUidValid: uid === undefined || (0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isDashboardUid */ .lx)(uid),
    title,
    isV2,
});
const idOf = ({ id }) => (typeof id === 'number' ? id : undefined);
function panel(value, path) {
    const defaults = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value.fieldConfig) ? value.fieldConfig.defaults : undefined;
    const axes = (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(value.yaxes).map((axis) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(axis.value.format));
    return {
        path,
        id: idOf(value),
        library: undefined,
        title: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.title),
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.type),
        unit: ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(defaults) ? (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(defaults.unit) : '') || axes[0] || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.format),
        source: source(value.datasource),
        targets: (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(value.targets).map(({ value: target, index }) => ({
            path: [...path, 'targets', index],
            expr: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(target.expr),
            source: source(target.datasource),
            hidden: target.hide === true,
            minStep: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(target.interval) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.interval),
        })),
    };
}
function variable(value, path) {
    const query = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value.query) ? (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.query.query) : (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.query);
    return {
        path,
        name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.name),
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.type),
        query,
        source: source(value.datasource),
    };
}
/** Dashboard schema v2 of Grafana 12: panels by name, variables and queries as separate resources. */
function fromElements(found) {
    const { spec, path } = found;
    const elements = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) ? spec.elements : {};
    return {
        ...headOf(found),
        variables: (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(spec.variables).map(({ value, index }) => elementVariable(value, [...path, 'variables', index])),
        inputs: [],
        panels: Object.entries(elements).flatMap(([name, element]) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element.spec) && element.kind === 'Panel'
            ? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
            : []),
    };
}
const inside = (value, ...keys) => keys.reduce((here, key) => ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(here) ? here[key] : undefined), value);
function elementPanel(spec, path) {
    const queries = inside(spec, 'data', 'spec', 'queries');
    return {
        path,
        id: idOf(spec),
        library: undefined,
        title: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.title),
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'vizConfig', 'group')) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'vizConfig', 'kind')),
        unit: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
        source: { type: '', name: '' },
        targets: (0,_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(queries).map(({ value, index }) => {
            const query = inside(value, 'spec', 'query');
            return {
                path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
                expr: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(query, 'spec', 'expr')),
                source: {
                    type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(query, 'group')) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(query, 'kind')),
                    name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(query, 'datasource', 'name')),
                },
                hidden: inside(value, 'spec', 'hidden') === true,
                minStep: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(query, 'spec', 'interval')),
            };
        }),
    };
}
const KINDS = { DatasourceVariable: 'datasource', QueryVariable: 'query' };
function elementVariable(value, path) {
    const spec = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value.spec) ? value.spec : {};
    return {
        path,
        name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.name),
        type: KINDS[(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.kind)] ?? 'other',
        query: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.pluginId) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'query', 'spec', 'query')) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.query),
        source: {
            type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'query', 'group')),
            name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(inside(spec, 'query', 'datasource', 'name')),
        },
    };
}
function source(value) {
    return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value)
        ? { type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.type), name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value.uid) }
        : { type: '', name: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(value) };
}


/***/ }),

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

/***/ 3562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ jsonPlaces)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2003);


/**
 * Where the values of these paths start in a JSON text; a path that does not exist gets the place of its nearest
 * ancestor. Only for texts that JSON.parse accepts.
 */
function jsonPlaces(text, paths) {
    const root = treeOf(text);
    const place = (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .placesIn */ .y)(text);
    return paths.map((path) => place(root ? nearest(root, [...path]).offset : 0));
}
function treeOf(text) {
    try {
        return (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text);
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
        const node = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, path.slice(0, depth));
        if (node)
            return node;
    }
    return root;
}


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

/***/ 3960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintDashboardText: () => (/* binding */ lintDashboardText)
});

// UNUSED EXPORTS: lintDashboard

// EXTERNAL MODULE: ./build/formats/dashboard.js
var formats_dashboard = __webpack_require__(7343);
// EXTERNAL MODULE: ./build/formats/json.js
var json = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/formats/json-diagnostic.js
var json_diagnostic = __webpack_require__(3829);
// EXTERNAL MODULE: ./build/formats/json-places.js
var json_places = __webpack_require__(3562);
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/lint/query/lint.js + 23 modules
var lint = __webpack_require__(6551);
// EXTERNAL MODULE: ./build/lint/rule.js
var lint_rule = __webpack_require__(5796);
// EXTERNAL MODULE: ./build/lint/contract.js
var lint_contract = __webpack_require__(132);
// EXTERNAL MODULE: ./build/lint/query/variables.js
var variables = __webpack_require__(3546);
;// CONCATENATED MODULE: ./build/lint/dashboard/relation.js



/**
 * The contract for the queries of a dashboard. A dashboard about other programs gets one diagnostic instead of one for
 * each metric, and no contract. In a dashboard that the configuration does not name and that has none of the declared
 * metrics, the labels may be those of another Prometheus too.
 */
function relationOfDashboard(expressions, contract, found) {
    if (!contract.declares)
        return { contract };
    const names = new Set(expressions.flatMap((expr) => (0,lint/* readQuery */.x)(expr, 'panel').parsed.selectors.flatMap(({ metric = '' }) => ((0,variables/* isOpen */.n)(metric) ? [] : metric))));
    names.delete('');
    const kinds = Map.groupBy(names, (name) => contract.series(name).kind);
    if (kinds.has('declared') || kinds.has('impossible'))
        return { contract };
    const unknown = kinds.get('unknown') ?? [];
    if (!(0,lint_contract/* isAboutOthers */.d)(unknown, contract))
        return { contract: found ? { ...contract, values: () => undefined } : contract };
    // What is imported here asks the Prometheus that is deployed here, whose labels are known.
    const own = found ? undefined : { ...contract, declares: false };
    return { contract: own, unrelated: { metrics: names.size, examples: unknown.slice(0, 3) } };
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
    return whole !== undefined && inputs.some((input) => input.name === whole)
        ? whole
        : (0,grafana_variables/* references */.Ft)(source.name)[0]?.name;
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
    const input = dashboard.inputs.find((one) => one.name === name)?.type;
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
/** Metrics that Fly's managed Prometheus has of every app. */
const isOfFly = (expr) => /(?<![\w:])fly_[a-z]\w*/.test(expr);
/** Functions and words that MetricsQL has and PromQL has not (victoriametrics.com, MetricsQL). */
const looksLikeMetricsql = (expr) => /\b(?:rollup(?:_\w+)?|default_rollup|(?:top|bottom)k_\w+|range_\w+|running_\w+|label_(?:set|del|keep|map|copy|move|transform|match|mismatch|value|uppercase|lowercase)|labels_equal|drop_common_labels|alias|union|median|outliersk|outliers_\w+|increase_pure|increase_prometheus|rate_prometheus|remove_resets|keep_last_value|interpolate|histogram_share|prometheus_buckets|share|zscore|mad|mode|distinct|geomean|sum2|rate_over_sum|(?:ascent|descent|mode|median|distinct|geomean|tfirst|tlast|tmax|tmin|hoeffding_bound|quantiles|zscore|share_\w+|count_\w+|sum_\w+|duration|lifetime|lag|integrate|outlier_\w+)_over_time)\s*\(|\bkeep_metric_names\b|\b(?:default|if|ifnot)\b\s*[\d(a-z]|^\s*WITH\s*\(/i.test(expr);

;// CONCATENATED MODULE: ./build/lint/dashboard/fixed-datasource.js




const board = (uid) => ({
    path: 'grafana/d.json',
    text: (0,examples/* dashboard */.z)({ source: `"datasource": ▸{ "type": "prometheus", "uid": "${uid}" },` }),
    others: {
        'grafana/datasources.yml': `apiVersion: 1
datasources:
  - { name: Prometheus, type: prometheus, uid: prom, url: "http://mon.internal:9090" }
`,
    },
});
/** A data source that the Grafana of the repository does not have. */
const fixedDatasource = {
    code: 'dashboard/fixed-datasource',
    severity: 'warning',
    what: 'Panels name a data source that no provisioning file of the repository defines.',
    why: 'The Grafana that is provisioned from the repository does not find it. (Dashboards that this action imports get its own data source.)',
    bad: board('other'),
    good: { ...board('prom'), text: board('prom').text.replace('▸', '') },
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
        report([...first.panel.path, 'datasource'], `${(0,lib_text/* count */.U9)(missing.length, 'panel')} ask${missing.length === 1 ? 's' : ''} the data source ${(0,quote/* quoted */.T)(first.source.name)}, which no provisioning file here defines.`, `Use a uid that exists (${(0,lib_text/* few */.H$)([...provisioned].map((name) => `\`${name}\``))}), or a variable of type "Data source".`);
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/fly-metrics.js


/** A dashboard for another Prometheus. */
const flyMetrics = {
    code: 'dashboard/fly-metrics',
    severity: 'warning',
    what: "A dashboard that is imported reads metrics of Fly's managed Prometheus.",
    why: 'Metrics with names that start with `fly_` are only there, and its language is MetricsQL. The Prometheus that this action deploys has neither: the panels stay empty.',
    bad: (0,examples/* dashboard */.z)({
        top: '"uid": "d", "title": ▸"D",',
        target: '"refId": "A", "expr": "sum(increase(fly_edge_http_responses_count)) by (status)"',
    }),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { path }, found, ofFly }, { report }) {
        if (!found && ofFly > 0)
            report([...path, 'title'], `${(0,lib_text/* count */.U9)(ofFly, 'query', 'queries')} read${ofFly === 1 ? 's' : ''} metrics of Fly's managed Prometheus (\`fly_…\`), which the Prometheus deployed here does not have.`, "Import the dashboard into a Grafana with Fly's data source by hand, and remove it from `grafana.dashboards`.");
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/input.js


const file = (plugin, mark = '') => (0,examples/* dashboard */.z)({
    top: `"uid": "d", "title": "D", "__inputs": [${mark}{ "name": "DS_LOGS", "type": "datasource", "pluginId": "${plugin}" }],`,
});
/** An input that an import cannot fill in. */
const unresolvedInput = {
    code: 'dashboard/input',
    severity: 'error',
    what: 'A dashboard that is imported has an input for a data source other than Prometheus.',
    why: 'Only Grafana asks which data source is meant; `deploy` refuses the dashboard.',
    bad: file('loki', '▸'),
    good: file('prometheus'),
    check({ dashboard: { inputs }, found }, { report }) {
        if (found)
            return;
        for (const { name, type, kind, path } of inputs)
            if (kind === 'unresolved')
                report(path, `The input ${(0,quote/* quoted */.T)(name)} needs ${type === '' ? 'a value' : `a data source of type ${(0,quote/* quoted */.T)(type)}`}, which the import does not have.`, type === ''
                    ? 'Add it as `value`, or replace the input in the file with the value.'
                    : 'Add the uid of that data source as its `value`: Grafana shows it in the address of its settings (Connections, Data sources).');
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

// EXTERNAL MODULE: ./build/lint/dashboard/subject.js
var subject = __webpack_require__(3175);
;// CONCATENATED MODULE: ./build/lint/dashboard/library-panel.js



const library_panel_file = (library) => (0,examples/* dashboard */.z)({ panel: `"id": 1, "title": "Users", "type": "timeseries", ${library}` }).replace('[{\n', '[▸{\n');
/** A panel that only one Grafana has. */
const libraryPanel = {
    code: 'dashboard/library-panel',
    severity: 'warning',
    what: 'A dashboard that is imported shows a library panel that is not in the file.',
    why: 'A Grafana without the library panel shows an error in its place, and its queries are not checked here.',
    bad: library_panel_file('"libraryPanel": { "uid": "users", "name": "Users" },'),
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { panels }, found }, { report }) {
        if (found)
            return;
        for (const panel of panels)
            if (panel.library !== undefined)
                report(panel.path, `Panel ${(0,quote/* quoted */.T)((0,subject/* panelName */.e)(panel))} is the library panel ${(0,quote/* quoted */.T)(panel.library)}, which is not in the file.`, 'Export the dashboard with "Export for sharing externally", which adds a copy, or make sure that the Grafana of the deploy has the library panel.');
    },
};

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
                    report(target.path, `Panel ${(0,quote/* quoted */.T)((0,subject/* panelName */.e)(panel))} has a query without an expression.`, 'Write the expression, or remove the query.');
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
                report(panel.path, `Panel ${(0,quote/* quoted */.T)((0,subject/* panelName */.e)(panel))} has no unit.`, 'Set one under Standard options → Unit: "short" for plain numbers.');
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

;// CONCATENATED MODULE: ./build/lint/dashboard/schema-v2.js

/** A resource of schema v2 with the content of another schema. */
const schemaV2 = {
    code: 'dashboard/schema-v2',
    severity: 'error',
    what: 'A dashboard that is imported says that it has schema v2, but has no elements and layout.',
    why: 'Grafana stores it without an error and shows an empty dashboard; `deploy` refuses it.',
    bad: '{ "apiVersion": "dashboard.grafana.app/v2beta1", "metadata": { "name": "d" }, "spec": ▸{ "title": "D", "panels": [] } }\n',
    good: (0,examples/* dashboard */.z)(),
    check({ dashboard: { isV2, hasContent, path }, found }, { report }) {
        if (isV2 && !hasContent && !found)
            report(path, 'The dashboard has the `apiVersion` of schema v2, but no `elements` and `layout`.', 'Export it again, with the model that Grafana offers, or correct its `apiVersion`.');
    },
};

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
    check({ dashboard: { uid, isUidValid, path } }, { report }) {
        if (!isUidValid)
            report([...path, 'uid'], `The uid ${(0,quote/* quoted */.T)(uid)} is not one that Grafana accepts.`, 'Use up to 40 letters, digits, `-` and `_`.');
    },
};

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
        const known = new Set([
            ...board.inputs.map(({ name }) => name),
            ...board.variables.map(({ name }) => name),
        ]);
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
        const known = new Set([
            ...board.variables.map(({ name }) => name),
            ...board.inputs.map(({ name }) => name),
        ]);
        for (const { panel, target } of queries) {
            const used = new Set((0,grafana_variables/* references */.Ft)(target.expr).map(({ name }) => name));
            const missing = [...used].filter((name) => !known.has(name) && !isBuiltIn(name));
            if (missing.length > 0)
                report([...target.path, 'expr'], `Panel ${(0,quote/* quoted */.T)((0,subject/* panelName */.e)(panel))} uses ${(0,lib_text/* list */.p_)(missing.map((one) => `\`$${one}\``))}, which nothing defines.`, 'Add the variable under Settings → Variables; otherwise Grafana sends the text unchanged.');
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
            report([...path, 'title'], `No service declares any of the metrics of this dashboard: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`, 'Declare them under `metrics` of their service, or remove the dashboard.');
    },
};

;// CONCATENATED MODULE: ./build/lint/dashboard/rules.js
















/** Every check of a dashboard, except those of its queries, which are in `query/`. */
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
    const dashboard = (0,formats_dashboard/* readDashboard */.F)(source.json);
    const reports = dashboard ? reportsOn(dashboard, source, context) : notADashboard(source);
    const paths = reports.map(({ at }) => at);
    const places = paths.length > 0 ? (0,json_places/* jsonPlaces */.R)(source.text, paths) : [];
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
function reportsOn(dashboard, { file, found = false }, { contract: whole, seen, provisioned = new Set() }) {
    const all = askedOf(dashboard);
    const flySources = new Set(all.filter(({ target }) => isOfFly(target.expr)).map(sourceNameOf));
    const asked = all.filter((one) => !isForOther(one, flySources, found));
    const ofFly = all.filter(({ target }) => isOfFly(target.expr)).length;
    const expressions = asked.map(({ target }) => target.expr);
    const { contract, unrelated } = whole
        ? relationOfDashboard(expressions, whole, found)
        : { contract: undefined };
    const queries = asked.map((one) => ({
        ...one,
        checked: (0,lint/* lintQuery */.i)(one.target.expr, {
            kind: 'panel',
            contract,
            isOurs: !found,
            minStep: one.target.minStep,
        }),
    }));
    return [
        ...(0,lint_rule/* reportsOf */.tu)(dashboardRules, { dashboard, file, found, queries, ofFly, provisioned, seen, unrelated }),
        ...queries.flatMap(inQuery),
        ...variableQueries(dashboard, contract, !found),
    ];
}
/** The queries that go to Prometheus, as far as the file shows. */
const askedOf = (dashboard) => dashboard.panels.flatMap((panel) => 
// Grafana takes the queries of a library panel from the library.
(panel.library === undefined ? panel.targets : []).flatMap((target) => {
    const kind = kindOf(sourceOf(target, panel), dashboard);
    const isOther = kind === 'other' || (kind === 'unknown' && looksLikeLoki(target.expr));
    return isOther || target.hidden || target.expr === '' ? [] : [{ panel, target }];
}));
/**
 * Whether a query is for a Prometheus in another dialect: Fly's managed one, or a VictoriaMetrics. A dashboard that is
 * imported asks the one that is deployed here, except for Fly's metrics, which are reported.
 */
function isForOther(one, flySources, found) {
    const { expr } = one.target;
    const name = sourceNameOf(one);
    return isOfFly(expr) || (found && (looksLikeMetricsql(expr) || (name !== '' && flySources.has(name))));
}
const sourceNameOf = ({ panel, target }) => sourceOf(target, panel).name;
const inQuery = ({ panel, target, checked }) => checked.reports.map((one) => ({
    ...one,
    at: [...target.path, 'expr'],
    message: `Panel ${(0,quote/* quoted */.T)((0,subject/* panelName */.e)(panel))}: ${one.message}`,
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
const variableQueries = (dashboard, contract, isOurs) => dashboard.variables.flatMap((variable) => {
    if (variable.type !== 'query' ||
        isOfFly(variable.query) ||
        kindOf(variable.source, dashboard) === 'other')
        return [];
    const query = queryIn(variable.query);
    if (query === undefined)
        return [];
    // The values of a label may be taken from a counter.
    return (0,lint/* lintQuery */.i)(query, { kind: 'panel', contract, isOurs })
        .reports.filter(({ rule }) => rule.code !== 'query/raw-counter')
        .map((one) => ({
        ...one,
        at: [...variable.path, 'query'],
        message: `Variable ${variable.name}: ${one.message}`,
    }));
});


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ panelName)
/* harmony export */ });
/** The name of a panel in a message. */
const panelName = ({ title, id }) => title || `(id ${id ?? '?'})`;


/***/ })

};

export const id = 2950;
export const ids = [2950];
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

/***/ 2950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsInDashboard: () => (/* binding */ metricsInDashboard)
/* harmony export */ });
/* harmony import */ var _formats_dashboard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7343);
/* harmony import */ var _formats_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4441);
/* harmony import */ var _formats_json_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3562);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1328);
/* harmony import */ var _query_lint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6551);
/* harmony import */ var _query_metrics_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9166);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3175);







/** The metrics that each panel of a dashboard reads; empty when the text is not a dashboard. */
function metricsInDashboard(text) {
    const read = text === '' ? undefined : (0,_formats_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(text);
    const dashboard = read?.ok ? (0,_formats_dashboard_js__WEBPACK_IMPORTED_MODULE_0__/* .readDashboard */ .F)(read.value) : undefined;
    if (!dashboard)
        return [];
    const places = (0,_formats_json_places_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonPlaces */ .R)(text.replace(/^\uFEFF/, ''), dashboard.panels.map(({ path }) => path));
    return dashboard.panels.map((panel, i) => ({
        names: panel.targets.flatMap(({ expr }) => (0,_query_metrics_js__WEBPACK_IMPORTED_MODULE_4__/* .metricNames */ .Z)((0,_query_lint_js__WEBPACK_IMPORTED_MODULE_3__/* .readQuery */ .x)(expr, 'panel').parsed)),
        what: `the panel ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)((0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .panelName */ .e)(panel))} of ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .T)(dashboard.title)}`,
        line: places[i]?.line ?? 1,
    }));
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ panelName)
/* harmony export */ });
/** The name of a panel in a message. */
const panelName = ({ title, id }) => title || `(id ${id ?? '?'})`;


/***/ }),

/***/ 9166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ metricNames)
/* harmony export */ });
/** The names of the series that a query reads. */
const metricNames = ({ selectors }) => [
    ...new Set(selectors.flatMap(({ metric }) => metric ?? [])),
];


/***/ })

};

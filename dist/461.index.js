export const id = 461;
export const ids = [461,287];
export const modules = {

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assetPath: () => (/* binding */ assetPath),
/* harmony export */   packageVersion: () => (/* binding */ packageVersion),
/* harmony export */   readAsset: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships with the code (`dashboards/…`, `templates/…`). This file stays directly in src/:
 * `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships with the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}
/** The version of this program, from its package.json. */
const packageVersion = () => JSON.parse(readAsset('package.json')).version;


/***/ }),

/***/ 8988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ quoteForMessage),
/* harmony export */   NC: () => (/* binding */ issueAt),
/* harmony export */   ge: () => (/* binding */ schemaIssues)
/* harmony export */ });
/* unused harmony export pathText */
/* harmony import */ var _lib_similar_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9689);
/* harmony import */ var _model_old_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1304);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7096);



/** The issues of the validator, in terms of the configuration file. */
function schemaIssues(issues, value) {
    return [
        ...overlooked(value, { path: [], schemas: [_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .configSchema */ .Q] }),
        ...issues.flatMap((issue) => explained(issue, value)),
    ];
}
/** What Valibot accepts: a list in place of a map, and names that it leaves out of maps with arbitrary keys. */
function overlooked(value, { path, schemas }) {
    if (value === null || typeof value !== 'object')
        return [];
    const types = schemas.map(({ type }) => type);
    const isMap = types.includes('strict_object') || types.includes('record');
    if (isMap && Array.isArray(value))
        return [wrongValue(path, 'must be a map, not a list', 'Change the value.')];
    return Object.entries(value).flatMap(([name, inner]) => {
        const at = [...path, Array.isArray(value) ? Number(name) : name];
        if (types.includes('record') && LEFT_OUT.includes(name))
            return [
                issueAt(at, 'config/value', `${quoteForMessage(name)} cannot be a name here.`, 'Rename it.', 'key'),
            ];
        return overlooked(inner, { path: at, schemas: within(schemas, name) });
    });
}
const LEFT_OUT = ['__proto__', 'prototype', 'constructor'];
function explained(issue, value) {
    const path = pathOf(issue);
    const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)];
    // To Valibot a list is a map with the keys 0, 1 and so on: that it is not a map has been reported already.
    if (last?.type === 'object' && Array.isArray(last.input))
        return [];
    if (issue.type === 'union')
        return unionIssues(issue, value);
    if (last?.origin === 'key') {
        if (issue.type !== 'strict_object')
            return [
                issueAt(path, 'config/value', `${quoteForMessage(path.at(-1))} ${issue.message}.`, 'Rename it.', 'key'),
            ];
        if (issue.expected === 'never')
            return unknownKeys(parent, last.input);
        const where = pathText(path);
        return [issueAt(path, 'config/missing-key', `${where} is missing.`, `Add ${where}: it has no default.`)];
    }
    const given = valueAt(value, path);
    return [wrongValue(path, fault(issue, given, path), advice(issue, given, path))];
}
const pathOf = ({ path = [] }) => path.map(({ key }) => key);
const wrongValue = (path, what, hint) => issueAt(path, 'config/value', `${pathText(path)} ${what}.`, hint);
/** The only union is a metric: only a type, or an entry. Reports the branch that the user meant. */
function unionIssues(issue, value) {
    const path = issue.path ?? [];
    const given = valueAt(value, pathOf(issue));
    const isEntry = typeof given === 'object' && given !== null;
    const meant = issue.issues?.filter((inner) => isEntry === (inner.type !== 'picklist' || inner.path !== undefined));
    return (meant ?? []).flatMap((inner) => explained({ ...inner, path: [...path, ...(inner.path ?? [])] }, value));
}
function fault(issue, given, path) {
    switch (issue.type) {
        case 'picklist':
            return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`;
        case 'min_value':
            return `is ${given}; the minimum is ${issue.requirement}`;
        case 'max_value':
            return `is ${given}; the maximum is ${issue.requirement}`;
        case 'min_length':
            return issue.message;
        case 'max_length':
            return `is too long: at most ${issue.requirement} characters`;
        default:
            return TYPES[issue.type] === undefined
                ? `is ${quoteForMessage(given)}, which ${issue.message}`
                : `must be ${TYPES[issue.type]}, not ${describe(given)}`;
    }
}
/** There are too many codes of findings to list them. */
const MANY = 12;
const oneOf = (choices) => choices.length > MANY ? `one of the ${choices.length} valid values` : `one of: ${choices.join(', ')}`;
/** The names of the validator's types in messages. */
const TYPES = {
    strict_object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
};
function advice(issue, given, path) {
    if (issue.type === 'picklist') {
        if (given === 'private')
            return 'Access "private" is not supported yet. Use password.';
        const choices = choicesAt(path);
        const all = choices.length > MANY ? 'See docs/findings.md.' : `Use one of: ${choices.join(', ')}.`;
        // Old names of diagnostics are accepted, and not suggested.
        const suggested = choices.filter((choice) => !_model_old_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .OLD_CODES */ .j4.includes(choice));
        return (0,_lib_similar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(String(given), suggested) ?? all;
    }
    if (issue.type === 'string')
        return 'Put it in quotes.';
    return 'Change the value.';
}
/** Valibot reports only the first key. */
function unknownKeys(path, given) {
    const known = keysAt(path);
    const unknown = Object.keys(given).filter((key) => !known.includes(key));
    return unknown.map((key) => unknownKey([...path, key], known));
}
function unknownKey(path, known) {
    const key = String(path.at(-1));
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
    if (_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_YET */ .$.includes(pattern))
        return issueAt(path, 'config/not-yet', `${pathText(path)} is not supported yet.`, 'Remove it: a later release will support it.', 'key');
    const hint = (0,_lib_similar_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, known) ?? `Valid keys here: ${known.join(', ')}.`;
    return issueAt(path, 'config/unknown-key', `${pathText(path)} is not a known key.`, hint, 'key');
}
/** The schemas of a value at this path: more than one where there is a union. */
const schemasAt = (path) => path.reduce(within, [_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .configSchema */ .Q]);
/** The schemas of a value one level down. */
const within = (schemas, key) => schemas.flatMap(({ entries, item, value }) => branches(entries?.[String(key)] ?? item ?? value));
function branches(schema) {
    if (schema === undefined || typeof schema === 'string')
        return [];
    if (schema.wrapped)
        return branches(schema.wrapped);
    return schema.type === 'union' ? (schema.options ?? []).flatMap(branches) : [schema];
}
const keysAt = (path) => schemasAt(path).flatMap(({ entries = {} }) => Object.keys(entries));
const choicesAt = (path) => schemasAt(path).flatMap(({ type, options }) => (type === 'picklist' ? (options ?? []).map(String) : []));
/** Makes an issue at a path. */
const issueAt = (path, code, message, hint, what = 'value') => ({ code, message, hint, path, what });
function valueAt(value, path) {
    return path.reduce((v, part) => v?.[part], value);
}
/** A path as text: `services[1].port`. */
function pathText(path) {
    if (path.length === 0)
        return 'The file';
    return path.reduce((text, part) => typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part), '');
}
/** A value in a message: texts in quotes. */
const quoteForMessage = (value) => typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
function describe(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'a map' : quoteForMessage(value);
}


/***/ }),

/***/ 4588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z6: () => (/* binding */ check),
  Z9: () => (/* binding */ loadConfig),
  _C: () => (/* binding */ locateIn),
  o4: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/config/explain.js
var explain = __webpack_require__(8988);
;// CONCATENATED MODULE: ./build/config/cross-references.js




/**
 * Checks that a schema cannot express: names that must be unique, references that must resolve. Works on the raw value,
 * so that these mistakes are reported together with those that the schema finds.
 */
function checkReferences(value) {
    const { monitoring, apps, services } = loosely(value);
    const appNames = new Set(texts(apps.map(({ app }) => app)));
    const suggested = [...appNames].slice(0, MOST_COMPARED);
    const ports = new Map();
    return [
        ...duplicates('App', apps.map(({ app }) => app), (i) => ['apps', i, 'app']),
        ...duplicates('Service', services.map(({ name }) => name), (i) => ['services', i, 'name']),
        ...services.flatMap((service, i) => [
            ...(isKnown(service, appNames) ? [] : unknownApp(service, suggested, ['services', i, 'app'])),
            ...portTaken(service, ports, ['services', i, 'port']),
            ...reservedName(service, ['services', i, 'name']),
        ]),
        ...monitoringApp(monitoring, appNames),
        ...plainImage(monitoring),
    ];
}
function loosely(value) {
    const map = (v) => v !== null && typeof v === 'object' && !Array.isArray(v) ? v : {};
    const list = (v) => (Array.isArray(v) ? v.map(map) : []);
    const top = map(value);
    return { monitoring: map(top.monitoring), apps: list(top.apps), services: list(top.services) };
}
const texts = (values) => values.filter((v) => typeof v === 'string');
function duplicates(what, names, path) {
    const seen = new Set();
    return names.flatMap((name, i) => {
        const isFirst = !seen.has(name);
        seen.add(name);
        if (isFirst || typeof name !== 'string')
            return [];
        const message = `${what} ${(0,explain/* quoteForMessage */.Hx)(name)} exists twice.`;
        return (0,explain/* issueAt */.NC)(path(i), 'config/duplicate-name', message, 'Remove or rename one of the two.');
    });
}
/** More apps than a person looks through are not compared one by one. */
const MOST_COMPARED = 100;
const MOST_NAMED = 10;
const isKnown = ({ app }, apps) => typeof app !== 'string' || apps.has(app);
function unknownApp(service, apps, path) {
    const message = `Service ${(0,explain/* quoteForMessage */.Hx)(service.name)} belongs to app ${(0,explain/* quoteForMessage */.Hx)(service.app)}, which is not in apps.`;
    const hint = (0,similar_name/* didYouMean */.a)(String(service.app), apps) ??
        `Add it to apps${apps.length > 0 ? `, or use one of: ${(0,lib_text/* few */.H$)(apps, MOST_NAMED)}` : ''}.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/unknown-app', message, hint)];
}
/** `taken`: the first service on each port, as far as they were looked at. */
function portTaken(service, taken, path) {
    const key = JSON.stringify([service.app, service.port, service.process]);
    const twin = taken.get(key);
    if (!twin)
        taken.set(key, service);
    if (!twin || service.port === undefined)
        return [];
    const message = `Services ${(0,explain/* quoteForMessage */.Hx)(twin.name)} and ${(0,explain/* quoteForMessage */.Hx)(service.name)} both use port ${(0,explain/* quoteForMessage */.Hx)(service.port)} of app ${(0,explain/* quoteForMessage */.Hx)(service.app)}.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/duplicate-port', message, 'Give each service of an app its own port.')];
}
function reservedName(service, path) {
    if (service.name !== prometheus/* SELF_JOB */.P8)
        return [];
    const message = `The service name ${(0,explain/* quoteForMessage */.Hx)(prometheus/* SELF_JOB */.P8)} is reserved: Prometheus scrapes itself under it.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/reserved-name', message, 'Choose another name.')];
}
function monitoringApp(monitoring, apps) {
    if (typeof monitoring.app !== 'string' || !apps.has(monitoring.app))
        return [];
    const message = `monitoring.app ${(0,explain/* quoteForMessage */.Hx)(monitoring.app)} is also one of apps.`;
    return [
        (0,explain/* issueAt */.NC)(['monitoring', 'app'], 'config/monitoring-app', message, 'Choose another name: Prometheus needs its own app.'),
    ];
}
/** The official image runs as the user nobody, a new volume belongs to root: "open /prometheus/queries.active: permission denied". */
function plainImage(monitoring) {
    if (!isPlainPrometheus(String(monitoring.image ?? '')))
        return [];
    const message = 'monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume.';
    const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.';
    return [(0,explain/* issueAt */.NC)(['monitoring', 'image'], 'config/plain-image', message, hint)];
}
/** Whether an image is the official one of Prometheus, under any of the names that it is published with. */
const isPlainPrometheus = (image) => /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/.test(image);

// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
;// CONCATENATED MODULE: ./build/config/load.js






/** A configuration file is a page of text. */
const MAX_BYTES = 100_000;
/**
 * Reads a configuration file. Every mistake in it becomes a problem at its line and column, and all are reported at once.
 * @throws ActionError `configuration`
 */
function loadConfig(text, file) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        throw invalid([
            {
                code: 'config/too-large',
                severity: 'error',
                at: { file, line: 1, column: 1 },
                message: `${file} is larger than 100 kB.`,
                hint: 'A configuration file is a page of text. Is this the right file?',
            },
        ]);
    const { document, at } = parsed(text, file);
    if (document.errors.length > 0)
        throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))));
    return parseConfig(plainValue(document, file), locator(document, at));
}
/** Finds places in a configuration that could be read; it is parsed again at the first question. */
function locateIn({ text, file }) {
    let locate;
    return (path, what) => {
        if (!locate) {
            const { document, at } = parsed(text, file);
            locate = locator(document, at);
        }
        return locate(path, what);
    };
}
function parsed(text, file) {
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist/* parseDocument */.Tp)(text.replace(/^\uFEFF/, ''), {
        lineCounter: lines,
        prettyErrors: false,
        // The schema does not accept a set or an ordered map as a map; without their tags they are maps.
        resolveKnownTags: false,
        // Found below: the parser's own check takes a time that grows with the square of the keys.
        uniqueKeys: false,
    });
    (0,yaml_dist/* visit */.YR)(document, { Map: (_, map) => void document.errors.push(...keysThatAreTwice(map)) });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    return { document, at };
}
function keysThatAreTwice({ items }) {
    const seen = new Set();
    return items.flatMap(({ key }) => {
        if (!(0,yaml_dist/* isScalar */.jn)(key) || !key.range)
            return [];
        const isFirst = !seen.has(key.value);
        seen.add(key.value);
        const [from, to] = key.range;
        return isFirst ? [] : new yaml_dist/* YAMLParseError */.XT([from, to], 'DUPLICATE_KEY', 'Map keys must be unique');
    });
}
/** Checks a configuration value; `config` is defined when there are no issues. */
function check(value) {
    // One issue of each value is enough to report; every value is checked.
    const result = (0,dist/* safeParse */.xLC)(schema/* configSchema */.Q, value, { abortPipeEarly: true });
    const issues = [...(0,explain/* schemaIssues */.ge)(result.issues ?? [], value), ...checkReferences(value)];
    return result.success && issues.length === 0 ? { config: result.output, issues } : { issues };
}
/**
 * Checks a configuration value and fills in the defaults; `locate` finds a path in the file, if there is one.
 * @throws ActionError `configuration`
 */
function parseConfig(value, locate = () => undefined) {
    const { config, issues } = check(value);
    if (config)
        return config;
    throw invalid(issues.map(({ path, what, ...issue }) => {
        const at = locate(path, what);
        return { ...issue, severity: 'error', ...(at && { at }) };
    }));
}
function invalid(problems) {
    const line = (p) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0);
    return new errors/* ActionError */.lZ('configuration', problems.toSorted((a, b) => line(a) - line(b)));
}
function plainValue(document, file) {
    try {
        return document.toJS({ maxAliasCount: 50 });
    }
    catch (cause) {
        const problem = {
            code: 'config/aliases',
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
            hint: 'Write the values out instead of repeating them with & and *.',
        };
        throw new errors/* ActionError */.lZ('configuration', [problem], { cause });
    }
}
function syntaxProblem(error, at) {
    return {
        code: 'config/syntax',
        severity: 'error',
        at,
        message: `Not valid YAML: ${syntaxMessage(error).replace(/[.:]?$/, '.')}`,
        hint: error.code === 'DUPLICATE_KEY'
            ? 'Keep one of the two.'
            : 'Check indentation, quotes and colons around this place.',
    };
}
/** The parser reports a full stack as a syntax error, and its text about several documents is meant for programmers. */
function syntaxMessage({ code, message }) {
    if (message.includes('call stack'))
        return 'it nests too deeply';
    return code === 'MULTIPLE_DOCS' ? 'another document starts here, and only one is accepted' : message;
}
function locator(document, at) {
    const entries = new WeakMap();
    const entriesOf = (map) => {
        const known = entries.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
        entries.set(map, known);
        return known;
    };
    const pairAt = (node, key) => (0,yaml_dist/* isMap */.jh)(node) ? entriesOf(node).get(String(key)) : undefined;
    return (path, what = 'value') => {
        const nodes = [document.contents];
        for (const key of path) {
            const node = nodes.at(-1);
            nodes.push((0,yaml_dist/* isSeq */.oP)(node) ? node.items[Number(key)] : pairAt(node, key)?.value);
        }
        if (what === 'key')
            nodes.splice(-1, 1, pairAt(nodes.at(-2), path.at(-1) ?? '')?.key);
        const offset = nodes.map(offsetOf).findLast((one) => one !== undefined);
        return at(offset ?? 0);
    };
}
const nameOf = ({ key }) => ((0,yaml_dist/* isScalar */.jn)(key) ? String(key.value) : '');
const offsetOf = (node) => node?.range?.[0];


/***/ }),

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ presetConfig)
/* harmony export */ });
/* harmony import */ var _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const afterTraffic = (type) => ({
    type,
    expect: 'after-traffic',
});
/**
 * Fechatter's four services, which apply without a configuration file. Labelled counters and histograms do not
 * exist before the first event, hence `after-traffic`.
 */
const SERVICES = {
    fechatter_server: {
        port: 9090,
        metrics: {
            fechatter_http_requests_total: afterTraffic('counter'),
            fechatter_http_request_duration_seconds: afterTraffic('histogram'),
            fechatter_active_users: 'gauge',
            fechatter_messages_sent_total: afterTraffic('counter'),
            fechatter_websocket_connections: 'gauge',
            fechatter_cache_operations_total: afterTraffic('counter'),
            fechatter_cache_hits_total: afterTraffic('counter'),
        },
    },
    notify_server: {
        port: 9091,
        metrics: {
            notify_sse_connections_active: 'gauge',
            notify_sse_connections_total: afterTraffic('counter'),
            notify_sse_messages_sent_total: afterTraffic('counter'),
            notify_nats_events_processed_total: afterTraffic('counter'),
            notify_online_users_gauge: 'gauge',
        },
    },
    analytics_server: {
        port: 7778,
        metrics: {
            analytics_events_processed_total: afterTraffic('counter'),
            analytics_clickhouse_operations_total: afterTraffic('counter'),
            analytics_sessions_active: 'gauge',
            analytics_processing_duration_seconds: afterTraffic('histogram'),
        },
    },
    bot_server: {
        port: 9092,
        metrics: {
            bot_nats_events_processed_total: afterTraffic('counter'),
            bot_ai_agent_requests_total: afterTraffic('counter'),
            bot_embeddings_generated_total: afterTraffic('counter'),
            bot_processing_duration_seconds: afterTraffic('histogram'),
        },
    },
};
/** The preset in the form of a configuration file, before validation fills in the defaults. */
function presetConfig(names) {
    const app = names.app ?? _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__/* .PRESET_APP */ ._f;
    return {
        monitoring: {
            app: names.monitoringApp ?? `${app}-monitoring`,
            ...(names.organization !== undefined && { organization: names.organization }),
            ...(names.region !== undefined && { region: names.region }),
        },
        apps: [{ app, config: 'fly.toml', dockerfile: 'docker/Dockerfile.fly', health: '/health' }],
        services: Object.entries(SERVICES).map(([name, service]) => ({ name, app, ...service })),
    };
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ NOT_YET),
/* harmony export */   Q: () => (/* binding */ configSchema)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _model_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4480);
/* harmony import */ var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9466);
/* harmony import */ var _model_old_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1304);
/* harmony import */ var _thresholds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);







/**
 * The configuration file as a user writes it, with the keys of the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users unchanged.
 */
const matching = (pattern, otherwise) => valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .regex */ .yGV(pattern, otherwise));
const filled = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .minLength */ .BpQ(1, 'must not be empty'));
/** A whole number within bounds. */
const whole = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .minValue */ .Wwf(least), valibot__WEBPACK_IMPORTED_MODULE_5__/* .maxValue */ .cGV(most));
const appName = matching(_model_fly_names_js__WEBPACK_IMPORTED_MODULE_6__/* .APP_NAME */ .C3, 'is not a Fly app name: lowercase letters, digits and dashes');
/** A duration within bounds, which are durations too. */
const between = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(matching(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION */ .f, 'is not a duration such as 15s, 1m30s or 15d'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .check */ .z6Y((text) => {
    const [given = 0, low = 0, high = 0] = [text, least, most].map(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E);
    return given >= low && given <= high;
}, `is not between ${least} and ${most}`));
/** Prometheus looks back 5 minutes for a sample: with longer intervals every series has gaps. */
const scrapeInterval = between('1s', '2m');
/** Prometheus writes blocks of two hours; its durations in nanoseconds end at 292 years. */
const retention = between('2h', '100y');
const relativePath = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_5__/* .check */ .z6Y((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'must stay inside the workspace: a relative path without ".."'), 
// `./fly.toml` and `fly.toml` are one file.
valibot__WEBPACK_IMPORTED_MODULE_5__/* .transform */ .pdi(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize));
const urlPath = matching(/^\/\S*$/, 'is not a path: it must start with "/" and contain no spaces');
const image = matching(/^\S+$/, 'is not an image name: it must not be empty or contain spaces');
const METRIC_TYPES = ['counter', 'gauge', 'histogram', 'summary'];
const metricType = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO(METRIC_TYPES), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('The type in the # TYPE line of the service.'));
const metric = valibot__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([
    metricType,
    valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        type: metricType,
        expect: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO(['always', 'after-traffic']), 'always'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('after-traffic: the metric may be absent until the first event (labelled counters do not exist before it).')),
    }),
]);
const service = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    name: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(matching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Becomes the name of the scrape job and the label "service".')),
    app: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('The app whose machines run this service: one of apps.')),
    port: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(whole(1, 65535), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Port of the metrics endpoint on the private network.')),
    path: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(urlPath, '/metrics'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Path of the metrics endpoint.')),
    process: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(matching(/^[a-zA-Z0-9_-]+$/, 'is not a process group name'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Only machines of this process group run the service. Default: every machine of the app.'))),
    may_stop: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(), false), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('A stopped machine is accepted (scale to zero) and is not a failed target.')),
    metrics: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(matching(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'is not a Prometheus metric name'), metric), {}), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('The metric contract: the metrics that this service exposes.')),
});
const app = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    app: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Name of an app on Fly.io.')),
    config: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_5__/* .regex */ .yGV(/\.toml$/, 'must be a TOML file: its name ends in .toml')), 'fly.toml'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('The Fly configuration of this app.')),
    dockerfile: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_("Built with Fly's remote builder. Default: the Fly configuration decides."))),
    build_args: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Build arguments of the Dockerfile. They can be read from the image: no secrets.'))),
    image: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(image, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Deploy this image instead of building one.'))),
    deploy: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(), true), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('false: this app is only monitored, never deployed.')),
    health: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(urlPath, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Requested over public HTTPS after the deploy; must answer 200.'))),
});
const monitoring = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    app: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Name of the app that runs Prometheus.')),
    organization: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(filled, 'personal'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Fly organization for apps that do not exist yet.')),
    region: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(matching(_model_fly_names_js__WEBPACK_IMPORTED_MODULE_6__/* .REGION */ .Zg, 'is not a Fly region such as nrt or fra'), 'nrt'),
    access: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO(['password', 'public']), 'password'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('password: public HTTPS behind basic auth. public: anyone can read it.')),
    scrape_interval: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(scrapeInterval, '15s'),
    retention: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(retention, '15d'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('How long samples are kept.')),
    volume: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        name: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(matching(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"'), 'prometheus_data'),
        size_gb: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(whole(1, 500), 10),
    }), {}),
    vm: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        size: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(filled, 'shared-cpu-1x'),
        memory_mb: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(whole(256, 131_072), 512),
    }), {}),
    image: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(image, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('An image built from Dockerfile.monitoring. Default: it is built at Fly.'))),
});
const grafana = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    folder: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_5__/* .maxLength */ .Ru6(80)), 'Fechatter'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Title of the folder for the dashboards.')),
    datasource: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Name or uid of an existing data source with these metrics. Default: one is created for this Prometheus.'))),
    dashboards: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(relativePath), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('JSON files, or folders of them. Default: the dashboards of the preset.'))),
    overwrite: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO(['unless-edited', 'always']), 'unless-edited'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Whether a dashboard that was edited in Grafana since the last deploy is replaced.')),
});
const alerts = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ..._thresholds_js__WEBPACK_IMPORTED_MODULE_4__/* .thresholdShape */ .V0,
    receiver: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_("Contact point in Grafana that is notified. Default: Grafana's notification policies decide."))),
});
const ignored = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    code: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO([..._model_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .CODES */ .L, ..._model_old_diagnostic_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .OLD_CODES */ .j4]), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Code of the finding, see docs/findings.md.')),
    file: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Only in this file. Default: in every file.'))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .minLength */ .BpQ(1, 'must not be empty'), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Why the finding is accepted here.')),
});
const lint = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ignore: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(ignored), []), valibot__WEBPACK_IMPORTED_MODULE_5__/* .description */ .h_('Findings that are accepted in this repository.')),
});
const configSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    monitoring,
    apps: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(app), valibot__WEBPACK_IMPORTED_MODULE_5__/* .minLength */ .BpQ(1, 'needs at least one app')),
    services: valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(service), valibot__WEBPACK_IMPORTED_MODULE_5__/* .minLength */ .BpQ(1, 'needs at least one service')),
    grafana: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(grafana, {}),
    alerts: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(alerts, {}),
    lint: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(lint, {}),
});
/** Keys of the published format that this release does not support yet, as paths (`*` is an array index). */
const NOT_YET = ['services.*.discovery', 'services.*.addresses', 'remote_write'];


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ secondsOf),
/* harmony export */   V0: () => (/* binding */ thresholdShape)
/* harmony export */ });
/* unused harmony exports thresholdSchema, DEFAULT_THRESHOLDS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);


const positive = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .gtValue */ .zYL(0, 'must be above 0'));
const share = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .ltValue */ .ulq(1, 'must be below 1: a share, 0.05 is 5 %'));
const duration = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION */ .f, 'is not a duration such as 500ms or 2m'));
const rate = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2x('must be finite'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that the rules read. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
const thresholdShape = {
    error_budget: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(0.05)), 0.001), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of requests that may fail: 0.001 is an objective of 99.9 %. At most 0.05, because the fast alert fires at 14.4 times as much.')),
    latency_p95: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '500ms'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('95 % of the requests should be answered within this time.')),
    min_request_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many requests per second a service has too little traffic to be judged.')),
    min_message_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many messages per second delivery is not judged.')),
    cache_hit_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Minimum share of cache lookups that should hit.')),
    sse_connections_lost: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the SSE connections that may be lost within ten minutes.')),
    sse_connections_min: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(1_000_000)), 20), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many SSE connections a loss is not judged.')),
    nats_processed_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Minimum share of the sent messages that should reach notify_server through NATS.')),
    clickhouse_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.05), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of ClickHouse operations that may fail.')),
    bot_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of AI agent requests that may fail.')),
    slow_scrape: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(duration, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Longest time that a scrape may take. Default: half of its timeout.'))),
    remote_write_delay: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '2m'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('How far remote write may lag behind. Only used when remote write is on.')),
    volume_used_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.8), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the volume that the data may fill.')),
};
const thresholdSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(thresholdShape);
const DEFAULT_THRESHOLDS = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(thresholdSchema, {});
/** Seconds of a duration that the schema has accepted. */
const secondsOf = (duration) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(duration) ?? 0) / 1000;


/***/ }),

/***/ 4480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ CODES),
/* harmony export */   a: () => (/* binding */ isSilenceable)
/* harmony export */ });
/**
 * The code of every diagnostic, `subject/what`, most severe first: diagnostics of equal severity are shown in this
 * order when there is no room for all of them. Codes are stable across releases; each one is described in its own file,
 * `SUBJECT/WHAT.ts`.
 */
/** The file cannot be checked any further, or the run cannot start: an exception cannot silence these. */
const UNSILENCEABLE = [
    'input/workspace',
    'input/working-directory',
    'input/value',
    'input/not-yet',
    'input/incomplete-group',
    'input/url',
    'input/url-credentials',
    'input/url-http',
    'input/timeout',
    'input/password',
    'input/fly-token-missing',
    'input/fly-token-quoted',
    'input/fly-token-broken',
    'input/grafana-missing',
    'input/grafana-token',
    'input/flyctl-version',
    'input/flyctl-sha256',
    'input/name-conflict',
    'config/syntax',
    'config/too-large',
    'config/aliases',
    'config/unknown-key',
    'config/missing-key',
    'config/value',
    'config/not-yet',
    'config/duplicate-name',
    'config/duplicate-port',
    'config/unknown-app',
    'config/reserved-name',
    'config/monitoring-app',
    'config/plain-image',
    'file/missing',
    'file/unreadable',
    'file/outside',
    'file/too-large',
    'file/not-checked',
    'yaml/syntax',
    'fly/syntax',
    'dashboard/json',
];
const ERRORS = [
    'config/placeholder',
    'prometheus/promtool',
    'fly/flyctl',
    'fly/type',
    'fly/check-type',
    'fly/service-processes',
    'fly/check-port',
    'fly/machine-size',
    'query/syntax',
    'rules/experimental',
    'query/bucket-of-summary',
    'query/no-such-series',
    'query/never-matches',
    'query/no-le',
    'prometheus/placeholder',
    'prometheus/remote-url',
    'prometheus/dns-type',
    'prometheus/rule-file',
    'rules/result',
    'workflow/pull-request-target',
    'workflow/if-secrets',
    'dashboard/shape',
    'dashboard/no-title',
    'dashboard/uid-form',
    'dashboard/duplicate-uid',
];
const WARNINGS = [
    'fly/secret-in-env',
    'workflow/secret',
    'fly/open-prometheus',
    'fly/app-name',
    'fly/scale-to-zero',
    'fly/public-metrics',
    'fly/private-metrics',
    'fly/several-metrics',
    'fly/metrics-coverage',
    'fly/missing-process',
    'fly/ignored-process',
    'fly/ipv4-bind',
    'fly/no-checks',
    'fly/immediate',
    'fly/bluegreen-volume',
    'fly/volume-size',
    'fly/retention-size',
    'fly/memory',
    'fly/dedicated-ip',
    'fly/service-ports',
    'fly/check-limits',
    'fly/file-path',
    'fly/raw-value',
    'fly/dockerfile',
    'fly/builds',
    'query/undeclared-metric',
    'query/unrecorded-metric',
    'query/maybe-summary',
    'query/raw-counter',
    'query/rate-of-gauge',
    'query/experimental',
    'query/limit',
    'workflow/no-token',
    'workflow/deploy-pull-request',
    'workflow/any-branch',
    'workflow/paths',
    'workflow/concurrency',
    'workflow/cancel',
    'workflow/permissions',
    'workflow/unpinned',
    'workflow/ignored',
    'workflow/input',
    'prometheus/secret',
    'prometheus/static-internal',
    'prometheus/instance-label',
    'prometheus/unknown-app',
    'prometheus/unknown-port',
    'prometheus/public-target',
    'prometheus/empty',
    'rules/duplicate',
    'rules/documents',
    'rules/record-name',
    'rules/no-for',
    'rules/no-severity',
    'ignore/no-reason',
    'ignore/unused',
    'ignore/renamed',
    'dashboard/no-uid',
    'dashboard/undefined-datasource',
    'dashboard/fixed-datasource',
    'dashboard/undefined-variable',
    'dashboard/duplicate-panel-id',
    'dashboard/unrelated',
    'rules/unrelated',
    'dashboard/no-query',
    'dashboard/no-unit',
    'file/drift',
    'yaml/indentation',
    'fly/unknown-key',
];
const CODES = [...UNSILENCEABLE, ...ERRORS, ...WARNINGS];
const silenceable = new Set([...ERRORS, ...WARNINGS]);
/** Whether an exception may hide it. */
const isSilenceable = (code) => silenceable.has(code);


/***/ }),

/***/ 1304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j4: () => (/* binding */ OLD_CODES),
/* harmony export */   ro: () => (/* binding */ currentCode),
/* harmony export */   x0: () => (/* binding */ REPLACED)
/* harmony export */ });
/* unused harmony export RENAMED */
/** Codes of diagnostics before they had the form `subject/what`. Exceptions may still use them. */
const RENAMED = {
    'workspace-missing': 'input/workspace',
    'input-half-group': 'input/incomplete-group',
    'input-beside-file': 'input/name-conflict',
    'input-working-directory': 'input/working-directory',
    'input-value': 'input/value',
    'input-not-yet': 'input/not-yet',
    'input-url': 'input/url',
    'input-url-credentials': 'input/url-credentials',
    'input-timeout': 'input/timeout',
    'input-password': 'input/password',
    'input-fly-token-missing': 'input/fly-token-missing',
    'input-fly-token-quoted': 'input/fly-token-quoted',
    'input-fly-token-broken': 'input/fly-token-broken',
    'input-grafana-missing': 'input/grafana-missing',
    'input-grafana-token': 'input/grafana-token',
    'input-flyctl-version': 'input/flyctl-version',
    'input-flyctl-sha256': 'input/flyctl-sha256',
    'config-missing': 'config/missing-key',
    'config-duplicate': 'config/duplicate-name',
    'config-leftover': 'config/placeholder',
    'config-syntax': 'config/syntax',
    'config-too-large': 'config/too-large',
    'config-aliases': 'config/aliases',
    'config-unknown-key': 'config/unknown-key',
    'config-value': 'config/value',
    'config-not-yet': 'config/not-yet',
    'config-duplicate-port': 'config/duplicate-port',
    'config-unknown-app': 'config/unknown-app',
    'config-reserved-name': 'config/reserved-name',
    'config-monitoring-app': 'config/monitoring-app',
    'config-plain-image': 'config/plain-image',
    'ignore-no-reason': 'ignore/no-reason',
    'ignore-unused': 'ignore/unused',
    'file-missing': 'file/missing',
    'file-unreadable': 'file/unreadable',
    'file-outside': 'file/outside',
    'file-too-large': 'file/too-large',
    'file-drift': 'file/drift',
    'yaml-syntax': 'yaml/syntax',
    'fly-toml-vm': 'fly/machine-size',
    'fly-toml-prometheus-open': 'fly/open-prometheus',
    'fly-toml-metrics-public': 'fly/public-metrics',
    'fly-toml-metrics-private': 'fly/private-metrics',
    'fly-toml-metrics-first': 'fly/several-metrics',
    'fly-toml-no-such-process': 'fly/missing-process',
    'fly-toml-process-ignored': 'fly/ignored-process',
    'fly-toml-syntax': 'fly/syntax',
    'fly-toml-type': 'fly/type',
    'fly-toml-check-type': 'fly/check-type',
    'fly-toml-service-processes': 'fly/service-processes',
    'fly-toml-duration': 'fly/type',
    'fly-toml-check-port': 'fly/check-port',
    'fly-toml-secret-in-env': 'fly/secret-in-env',
    'fly-toml-app-name': 'fly/app-name',
    'fly-toml-scale-to-zero': 'fly/scale-to-zero',
    'fly-toml-metrics-coverage': 'fly/metrics-coverage',
    'fly-toml-ipv4-bind': 'fly/ipv4-bind',
    'fly-toml-no-checks': 'fly/no-checks',
    'fly-toml-immediate': 'fly/immediate',
    'fly-toml-bluegreen-volume': 'fly/bluegreen-volume',
    'fly-toml-volume-size': 'fly/volume-size',
    'fly-toml-retention-size': 'fly/retention-size',
    'fly-toml-memory': 'fly/memory',
    'fly-toml-dedicated-ip': 'fly/dedicated-ip',
    'fly-toml-service-ports': 'fly/service-ports',
    'fly-toml-check-limits': 'fly/check-limits',
    'fly-toml-file-path': 'fly/file-path',
    'fly-toml-raw-value': 'fly/raw-value',
    'fly-toml-dockerfile': 'fly/dockerfile',
    'fly-toml-builds': 'fly/builds',
    'fly-toml-unknown-key': 'fly/unknown-key',
    'promql-syntax': 'query/syntax',
    'promql-never': 'query/never-matches',
    'promql-no-le': 'query/no-le',
    'promql-experimental': 'query/experimental',
    'promql-limit': 'query/limit',
    'metric-bucket-of-summary': 'query/bucket-of-summary',
    'metric-no-such-series': 'query/no-such-series',
    'metric-undeclared': 'query/undeclared-metric',
    'metric-unrecorded': 'query/unrecorded-metric',
    'metric-maybe-summary': 'query/maybe-summary',
    'metric-counter-raw': 'query/raw-counter',
    'metric-rate-of-gauge': 'query/rate-of-gauge',
    'dashboard-title': 'dashboard/no-title',
    'dashboard-uid': 'dashboard/no-uid',
    'dashboard-datasource-undefined': 'dashboard/undefined-datasource',
    'dashboard-datasource-fixed': 'dashboard/fixed-datasource',
    'dashboard-variable-undefined': 'dashboard/undefined-variable',
    'dashboard-duplicate-id': 'dashboard/duplicate-panel-id',
    'dashboard-foreign': 'dashboard/unrelated',
    'dashboard-json': 'dashboard/json',
    'dashboard-shape': 'dashboard/shape',
    'dashboard-uid-form': 'dashboard/uid-form',
    'dashboard-duplicate-uid': 'dashboard/duplicate-uid',
    'panel-no-query': 'dashboard/no-query',
    'panel-no-unit': 'dashboard/no-unit',
    'rules-foreign': 'rules/unrelated',
    'rule-experimental': 'rules/experimental',
    'rule-result': 'rules/result',
    'rule-record-name': 'rules/record-name',
    'alert-no-for': 'rules/no-for',
    'alert-no-severity': 'rules/no-severity',
    'rules-duplicate': 'rules/duplicate',
    'rules-documents': 'rules/documents',
    'prometheus-leftover': 'prometheus/placeholder',
    'prometheus-url': 'prometheus/remote-url',
    'prometheus-app-unknown': 'prometheus/unknown-app',
    'prometheus-port-unknown': 'prometheus/unknown-port',
    'prometheus-dns-type': 'prometheus/dns-type',
    'prometheus-rule-file': 'prometheus/rule-file',
    'prometheus-secret': 'prometheus/secret',
    'prometheus-static-internal': 'prometheus/static-internal',
    'prometheus-instance-label': 'prometheus/instance-label',
    'prometheus-public-target': 'prometheus/public-target',
    'prometheus-empty': 'prometheus/empty',
    'workflow-deploy-pull-request': 'workflow/deploy-pull-request',
    'workflow-pull-request-target': 'workflow/pull-request-target',
    'workflow-if-secrets': 'workflow/if-secrets',
    'workflow-secret': 'workflow/secret',
    'workflow-no-token': 'workflow/no-token',
    'workflow-any-branch': 'workflow/any-branch',
    'workflow-paths': 'workflow/paths',
    'workflow-concurrency': 'workflow/concurrency',
    'workflow-cancel': 'workflow/cancel',
    'workflow-permissions': 'workflow/permissions',
    'workflow-unpinned': 'workflow/unpinned',
    'workflow-ignored': 'workflow/ignored',
    'workflow-input': 'workflow/input',
    promtool: 'prometheus/promtool',
    flyctl: 'fly/flyctl',
};
/** Diagnostics that another program reports now, under the code of that program. Exceptions for them have no effect. */
const REPLACED = {
    'fly-toml-strategy': 'fly/flyctl',
    'fly-toml-mount': 'fly/flyctl',
    'fly-toml-restart-policy': 'fly/flyctl',
    'fly-toml-command': 'fly/flyctl',
    'fly-toml-compression': 'fly/flyctl',
    'fly-toml-unknown-process': 'fly/flyctl',
    'prometheus-shape': 'prometheus/promtool',
    'prometheus-unknown-key': 'prometheus/promtool',
    'prometheus-duration': 'prometheus/promtool',
    'prometheus-timeout': 'prometheus/promtool',
    'prometheus-job-name': 'prometheus/promtool',
    'prometheus-target': 'prometheus/promtool',
    'prometheus-dns': 'prometheus/promtool',
    'prometheus-regex': 'prometheus/promtool',
    'prometheus-relabel': 'prometheus/promtool',
    'prometheus-auth': 'prometheus/promtool',
    'rules-shape': 'prometheus/promtool',
    'rules-unknown-key': 'prometheus/promtool',
    'rules-duplicate-group': 'prometheus/promtool',
    'rules-duration': 'prometheus/promtool',
    'rules-label': 'prometheus/promtool',
    'rules-template': 'prometheus/promtool',
};
/** Every old code that an exception may use. */
const OLD_CODES = [...Object.keys(RENAMED), ...Object.keys(REPLACED)];
/** The current code of a diagnostic, by its current or an old code. */
const currentCode = (name) => Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;


/***/ }),

/***/ 980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ targetsMetadataAnswer),
/* harmony export */   B4: () => (/* binding */ runtimeInfoAnswer),
/* harmony export */   G8: () => (/* binding */ alertsAnswer),
/* harmony export */   P8: () => (/* binding */ SELF_JOB),
/* harmony export */   V_: () => (/* binding */ configAnswer),
/* harmony export */   Z5: () => (/* binding */ targetsAnswer),
/* harmony export */   _N: () => (/* binding */ rulesAnswer),
/* harmony export */   f$: () => (/* binding */ queryAnswer),
/* harmony export */   z3: () => (/* binding */ buildInfoAnswer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/**
 * The answers of Prometheus, as far as they are used. The schemas hold for 2.42 to 3.14 (recorded); any other answer is
 * reported as an error. Sample values are strings, because JSON has neither NaN nor Inf.
 */
const labels = valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const time = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX());
const target = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    labels,
    scrapePool: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    scrapeUrl: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    lastError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
    lastScrape: time,
    health: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['up', 'down', 'unknown']),
    /** In Prometheus' duration syntax; older servers leave it out. */
    scrapeInterval: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
});
const targetsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ activeTargets: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(target) });
const sample = valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()]);
const queryAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('resultType', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('vector'),
        // A native histogram has `histogram` instead of `value`.
        result: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ metric: labels, value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(sample), histogram: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) })),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('matrix'),
        result: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            metric: labels,
            values: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample), []),
            histograms: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
        })),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('scalar'), result: sample }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('string'), result: sample }),
]);
const buildInfoAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const runtimeInfoAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    startTime: time,
    reloadConfigSuccess: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** For people: `15d`, `15d or 10GiB`. */
    storageRetention: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const configAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ yaml: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const targetsMetadataAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ target: labels, metric: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }));
const rule = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    query: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['alerting', 'recording']),
    health: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['ok', 'err', 'unknown']),
    lastError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    /** Year 1 before the first evaluation. */
    lastEvaluation: time,
});
const rulesAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    groups: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), interval: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), 0), rules: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(rule) })),
});
const alertsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    alerts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        labels,
        annotations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(labels, {}),
        state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['inactive', 'pending', 'firing', 'unknown']),
        activeAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    })),
});
/** Name of Prometheus' scrape job for itself. */
const SELF_JOB = 'prometheus';


/***/ })

};

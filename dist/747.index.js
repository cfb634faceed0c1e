export const id = 747;
export const ids = [747];
export const modules = {

/***/ 3519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ crossCheck),
/* harmony export */   P: () => (/* binding */ SELF_JOB)
/* harmony export */ });
/* harmony import */ var _lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2769);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8988);


/** Name of Prometheus' scrape job for itself. */
const SELF_JOB = 'prometheus';
/**
 * What a schema cannot see: names that must be unique, references that must resolve. Works on the raw value, so
 * that these mistakes are told together with those that the schema finds.
 */
function crossCheck(value, locate) {
    const file = loosely(value);
    const apps = texts(file.apps.map((app) => app.app));
    return [
        ...duplicates('App', file.apps.map((app) => app.app), (i) => ['apps', i, 'app'], locate),
        ...duplicates('Service', file.services.map((service) => service.name), (i) => ['services', i, 'name'], locate),
        ...file.services.flatMap((service, i) => [
            ...unknownApp(service, apps, locate(['services', i, 'app'])),
            ...portTaken(service, file.services.slice(0, i), locate(['services', i, 'port'])),
            ...reservedName(service, locate(['services', i, 'name'])),
        ]),
        ...monitoringApp(file.monitoring, apps, locate),
        ...plainImage(file.monitoring, locate),
    ];
}
function loosely(value) {
    const map = (v) => v !== null && typeof v === 'object' && !Array.isArray(v) ? v : {};
    const list = (v) => (Array.isArray(v) ? v.map(map) : []);
    const top = map(value);
    return { monitoring: map(top.monitoring), apps: list(top.apps), services: list(top.services) };
}
const texts = (values) => values.filter((v) => typeof v === 'string');
function duplicates(what, names, path, locate) {
    return names.flatMap((name, i) => typeof name === 'string' && names.indexOf(name) < i
        ? (0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-duplicate', `${what} ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is there twice.`, 'Remove or rename one of the two.', locate(path(i)))
        : []);
}
function unknownApp(service, apps, at) {
    if (typeof service.app !== 'string' || apps.includes(service.app))
        return [];
    const message = `Service ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(service.name)} belongs to app ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(service.app)}, which is not in apps.`;
    const hint = (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(service.app, apps) ??
        `Add it to apps${apps.length > 0 ? `, or use one of: ${apps.join(', ')}` : ''}.`;
    return [(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-unknown-app', message, hint, at)];
}
function portTaken(service, before, at) {
    const twin = before.find((s) => s.app === service.app && s.port === service.port && s.process === service.process);
    if (!twin || service.port === undefined)
        return [];
    const message = `Services ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(twin.name)} and ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(service.name)} both use port ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(service.port)} of app ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(service.app)}.`;
    return [(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-duplicate-port', message, 'Two services on one machine need two ports.', at)];
}
function reservedName(service, at) {
    if (service.name !== SELF_JOB)
        return [];
    return [
        (0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-reserved-name', `Service name ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(SELF_JOB)} is taken: Prometheus scrapes itself under it.`, 'Choose another name.', at),
    ];
}
function monitoringApp(monitoring, apps, locate) {
    if (typeof monitoring.app !== 'string' || !apps.includes(monitoring.app))
        return [];
    const message = `monitoring.app ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(monitoring.app)} is also one of apps.`;
    return [
        (0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-monitoring-app', message, 'Prometheus needs an app of its own.', locate(['monitoring', 'app'])),
    ];
}
/** The official image runs as nobody, a fresh volume belongs to root: "open /prometheus/queries.active: permission denied". */
function plainImage(monitoring, locate) {
    const official = /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/;
    if (!official.test(String(monitoring.image ?? '')))
        return [];
    const message = 'monitoring.image is the plain Prometheus image, which runs as nobody and cannot write to a fresh volume.';
    const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.';
    return [(0,_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('config-plain-image', message, hint, locate(['monitoring', 'image']))];
}


/***/ }),

/***/ 8988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   Ic: () => (/* binding */ schemaProblems),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2769);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7096);


/** What the validator found, as problems in the user's words. */
function schemaProblems(issues, value, locate) {
    return [
        ...overlooked(value, { path: [], schemas: [_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .configSchema */ .Qn], locate }),
        ...issues.flatMap((issue) => explained(issue, value, locate)),
    ];
}
/** What Valibot lets pass: a list in the place of a map, and names that it leaves out of maps with any keys. */
function overlooked(value, { path, schemas, locate }) {
    if (value === null || typeof value !== 'object')
        return [];
    const types = schemas.map(({ type }) => type);
    const isMap = types.includes('strict_object') || types.includes('record');
    if (isMap && Array.isArray(value))
        return [wrongValue(path, 'must be a map, not a list', 'Change the value.', locate)];
    return Object.entries(value).flatMap(([name, inner]) => {
        const at = [...path, Array.isArray(value) ? Number(name) : name];
        if (types.includes('record') && LEFT_OUT.includes(name))
            return [
                problem('config-value', `${quote(name)} cannot be a name here.`, 'Rename it.', locate(at, 'key')),
            ];
        return overlooked(inner, { path: at, schemas: within(schemas, name), locate });
    });
}
const LEFT_OUT = ['__proto__', 'prototype', 'constructor'];
function explained(issue, value, locate) {
    const path = pathOf(issue);
    const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)];
    // To Valibot a list is a map with the keys 0, 1 and so on: that it is none has been told.
    if (last?.type === 'object' && Array.isArray(last.input))
        return [];
    if (issue.type === 'union')
        return unionProblems(issue, value, locate);
    if (last?.origin === 'key') {
        if (issue.type !== 'strict_object')
            return [
                problem('config-value', `${quote(path.at(-1))} ${issue.message}.`, 'Rename it.', locate(path, 'key')),
            ];
        if (issue.expected === 'never')
            return unknownKeys(parent, last.input, locate);
        const where = pathText(path);
        return [
            problem('config-missing', `${where} is missing.`, `Add ${where}: it has no default.`, locate(path)),
        ];
    }
    const given = valueAt(value, path);
    return [wrongValue(path, fault(issue, given, path), advice(issue, given, path), locate)];
}
const pathOf = ({ path = [] }) => path.map(({ key }) => key);
const wrongValue = (path, what, hint, locate) => problem('config-value', `${pathText(path)} ${what}.`, hint, locate(path));
/** The only union is a metric: a type by itself, or an entry. Report the branch that the user meant. */
function unionProblems(issue, value, locate) {
    const path = issue.path ?? [];
    const given = valueAt(value, pathOf(issue));
    const isEntry = typeof given === 'object' && given !== null;
    const meant = issue.issues?.filter((inner) => isEntry === (inner.type !== 'picklist' || inner.path !== undefined));
    return (meant ?? []).flatMap((inner) => explained({ ...inner, path: [...path, ...(inner.path ?? [])] }, value, locate));
}
function fault(issue, given, path) {
    switch (issue.type) {
        case 'picklist':
            return `is ${quote(given)}, which is not ${oneOf(choicesAt(path))}`;
        case 'min_value':
            return `is ${given}; the least is ${issue.requirement}`;
        case 'max_value':
            return `is ${given}; the most is ${issue.requirement}`;
        case 'min_length':
            return issue.message;
        case 'max_length':
            return `is too long: at most ${issue.requirement} characters`;
        default:
            return TYPES[issue.type] === undefined
                ? `is ${quote(given)}, which ${issue.message}`
                : `must be ${TYPES[issue.type]}, not ${describe(given)}`;
    }
}
/** The codes of findings are too many to list. */
const MANY = 12;
const oneOf = (choices) => choices.length > MANY ? `one of the ${choices.length} that there are` : `one of: ${choices.join(', ')}`;
/** Types of the validator, as people call them. */
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
        return (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(String(given), choices) ?? all;
    }
    if (issue.type === 'string')
        return 'Put it in quotes.';
    return 'Change the value.';
}
/** Valibot tells the first key only. */
function unknownKeys(path, given, locate) {
    const known = keysAt(path);
    const unknown = Object.keys(given).filter((key) => !known.includes(key));
    return unknown.map((key) => unknownKey([...path, key], known, locate));
}
function unknownKey(path, known, locate) {
    const key = String(path.at(-1));
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
    if (_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_YET */ .$_.includes(pattern))
        return problem('config-not-yet', `${pathText(path)} is not supported yet.`, 'Remove it; a later release knows it.', locate(path, 'key'));
    const hint = (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, known) ?? `Known here: ${known.join(', ')}.`;
    return problem('config-unknown-key', `${pathText(path)} is not a known key.`, hint, locate(path, 'key'));
}
/** The schemas that a value at this path may have: more than one where there is a union. */
const schemasAt = (path) => path.reduce(within, [_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .configSchema */ .Qn]);
/** The schemas of what is in a value, one step down. */
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
/** An error of the configuration, at its place where it has one. */
function problem(code, message, hint, at) {
    return { code, severity: 'error', message, hint, ...(at && { at }) };
}
function valueAt(value, path) {
    return path.reduce((v, part) => v?.[part], value);
}
/** `services[1].port`, as people write paths. */
function pathText(path) {
    if (path.length === 0)
        return 'The file';
    return path.reduce((text, part) => typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part), '');
}
/** A value as people recognise it in a message: texts in quotes. */
const quote = (value) => typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
function describe(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'a map' : quote(value);
}


/***/ }),

/***/ 5235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   tf: () => (/* binding */ validate),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3519);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8988);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7096);






/** A configuration file is a page of text. The parser's time grows with the square of the keys: 100 kB take 2 s at worst. */
const MAX_BYTES = 100_000;
/**
 * Reads a configuration file. Every mistake in it becomes a problem at its line and column, all of them at once.
 * @throws ActionError `configuration`
 */
function loadConfig(text, file) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        throw invalid([
            {
                code: 'config-too-large',
                severity: 'error',
                at: { file, line: 1, column: 1 },
                message: `${file} is larger than 100 kB.`,
                hint: 'A configuration file is a page of text. Is this the right file?',
            },
        ]);
    const { document, at } = parsed(text, file);
    if (document.errors.length > 0)
        throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))));
    return validate(plainValue(document, file), locator(document, at));
}
/** Where the parts of a configuration stand that could be read; it is parsed again at the first question. */
function placesIn({ text, file }) {
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
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text.replace(/^\uFEFF/, ''), {
        lineCounter: lines,
        prettyErrors: false,
        // A set or an ordered map is no map to the schema; without their tags they are.
        resolveKnownTags: false,
    });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    return { document, at };
}
/** Checks a configuration value; `locate` says where a path stands in the file, if there is one. */
function validate(value, locate = () => undefined) {
    // One fault of a value is enough to tell; every value is looked at.
    const result = (0,valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC)(_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .configSchema */ .Qn, value, { abortPipeEarly: true });
    const schema = (0,_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaProblems */ .Ic)(result.issues ?? [], value, locate);
    const problems = [...schema, ...(0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .crossCheck */ .D)(value, locate)];
    if (!result.success || problems.length > 0)
        throw invalid(problems);
    return result.output;
}
function invalid(problems) {
    const line = (p) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0);
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('configuration', problems.toSorted((a, b) => line(a) - line(b)));
}
function plainValue(document, file) {
    try {
        return document.toJS({ maxAliasCount: 50 });
    }
    catch (cause) {
        const problem = {
            code: 'config-aliases',
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
            hint: 'Write the values out instead of repeating them with & and *.',
        };
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('configuration', [problem], { cause });
    }
}
function syntaxProblem(error, at) {
    return {
        code: 'config-syntax',
        severity: 'error',
        at,
        message: `Not valid YAML: ${inOurWords(error).replace(/[.:]?$/, '.')}`,
        hint: error.code === 'DUPLICATE_KEY'
            ? 'Keep one of the two.'
            : 'Check indentation, quotes and colons around this place.',
    };
}
/** The parser reports a full stack as if it were a mistake of syntax, and tells programmers which function to call. */
function inOurWords({ code, message }) {
    if (message.includes('call stack'))
        return 'it nests too deeply';
    return code === 'MULTIPLE_DOCS' ? 'another document begins here, one is read' : message;
}
function locator(document, at) {
    return (path, what = 'value') => {
        for (let depth = path.length; depth >= 0; depth--) {
            const node = what === 'key' && depth === path.length
                ? keyNode(document, path)
                : document.getIn(path.slice(0, depth), true);
            const offset = node?.range?.[0];
            if (offset !== undefined)
                return at(offset);
        }
        return at(0);
    };
}
function keyNode(document, path) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    return parent.items.find((pair) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && String(pair.key.value) === String(path.at(-1)))
        ?.key;
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ NOT_YET),
/* harmony export */   Ad: () => (/* binding */ declaredMetrics),
/* harmony export */   Qn: () => (/* binding */ configSchema)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _content_thresholds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5672);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);
/* harmony import */ var _lint_catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4211);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2855);






/**
 * The configuration file, as a user writes it: keys stay as in the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users as they stand.
 */
const matching = (pattern, otherwise) => valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yGV(pattern, otherwise));
const filled = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minLength */ .BpQ(1, 'must not be empty'));
/** A whole number within bounds. */
const whole = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minValue */ .Wwf(least), valibot__WEBPACK_IMPORTED_MODULE_4__/* .maxValue */ .cGV(most));
const appName = matching(_names_js__WEBPACK_IMPORTED_MODULE_5__/* .APP_NAME */ .C, 'is not a Fly app name: lowercase letters, digits and dashes');
/** A duration within bounds that are durations, too. */
const between = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(matching(_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .DURATION */ .f, 'is not a duration such as 15s, 1m30s or 15d'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .check */ .z6Y((text) => {
    const [given = 0, low = 0, high = 0] = [text, least, most].map(_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E);
    return given >= low && given <= high;
}, `is not between ${least} and ${most}`));
/** From one sample to the next Prometheus remembers 5 minutes: with longer intervals every series has gaps. */
const scrapeInterval = between('1s', '2m');
/** Prometheus writes blocks of two hours; its clock of nanoseconds ends after 292 years. */
const retention = between('2h', '100y');
const relativePath = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_4__/* .check */ .z6Y((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'must stay inside the workspace: a relative path without ".."'), 
// `./fly.toml` and `fly.toml` are one file.
valibot__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pdi(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize));
const urlPath = matching(/^\/\S*$/, 'is not a path: it starts with "/" and has no spaces');
const image = matching(/^\S+$/, 'is not an image: it must not be empty or contain spaces');
const METRIC_TYPES = ['counter', 'gauge', 'histogram', 'summary'];
const metricType = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(METRIC_TYPES), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('The type that the service declares in its # TYPE line.'));
const metric = valibot__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
    metricType,
    valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        type: metricType,
        expect: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(['always', 'after-traffic']), 'always'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('after-traffic: absent is fine until the first event (labelled counters do not exist before it).')),
    }),
]);
const service = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(matching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Becomes the scrape job and the label "service".')),
    app: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('The app, one of apps, whose machines run this service.')),
    port: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(whole(1, 65535), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Port of the metrics endpoint on the private network.')),
    path: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(urlPath, '/metrics'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Path of the metrics endpoint.')),
    process: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(matching(/^[a-zA-Z0-9_-]+$/, 'is not a process group name'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Only machines of this process group run the service. Without it: every machine of the app.'))),
    may_stop: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), false), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('A stopped machine is fine (scale to zero) and not a failed target.')),
    metrics: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(matching(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'is not a Prometheus metric name'), metric), {}), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('The metric contract: what this service promises to expose.')),
});
const app = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    app: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Name of an app on Fly.io.')),
    config: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yGV(/\.toml$/, 'must be a TOML file: its name ends in .toml')), 'fly.toml'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('The Fly configuration of this app.')),
    dockerfile: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_("Built with Fly's remote builder. Without it: what the Fly configuration says."))),
    build_args: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(matching(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Build arguments of the Dockerfile. They can be read from the image: no secrets.'))),
    image: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(image, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Deploy this image instead of building one.'))),
    deploy: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), true), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('false: this app is only watched, never deployed.')),
    health: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(urlPath, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Asked over public HTTPS after the deploy; must answer 200.'))),
});
const monitoring = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    app: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(appName, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Name of the app that runs Prometheus.')),
    organization: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(filled, 'personal'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Fly organization in which a missing app is created.')),
    region: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(matching(_names_js__WEBPACK_IMPORTED_MODULE_5__/* .REGION */ .Z, 'is not a Fly region such as nrt or fra'), 'nrt'),
    access: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(['password', 'public']), 'password'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('password: public HTTPS behind basic auth. public: open to everybody.')),
    scrape_interval: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(scrapeInterval, '15s'),
    retention: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(retention, '15d'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('How long samples are kept.')),
    volume: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        name: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(matching(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"'), 'prometheus_data'),
        size_gb: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(whole(1, 500), 10),
    }), {}),
    vm: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        size: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(filled, 'shared-cpu-1x'),
        memory_mb: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(whole(256, 131_072), 512),
    }), {}),
    image: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(image, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('An image built from Dockerfile.monitoring. Without it, it is built at Fly.'))),
});
const grafana = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    folder: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_4__/* .maxLength */ .Ru6(80)), 'Fechatter'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Title of the folder for the dashboards.')),
    datasource: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Name or uid of a data source that exists and has these metrics. Without it: one for this Prometheus.'))),
    dashboards: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(relativePath), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('JSON files, or folders of them. Without it: the dashboards of the preset.'))),
    overwrite: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(['unless-edited', 'always']), 'unless-edited'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('What happens to a dashboard that was edited by hand since our last write.')),
});
const alerts = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._content_thresholds_js__WEBPACK_IMPORTED_MODULE_1__/* .thresholdShape */ .V0,
    receiver: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_("Contact point in Grafana that is told. Without it: Grafana's own notification policies decide."))),
});
const ignored = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    code: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .picklist */ .KIO(Object.keys(_lint_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .FINDINGS */ .TG)), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Name of the finding, see docs/findings.md.')),
    file: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(relativePath, valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Only in this file. Without it: everywhere.'))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minLength */ .BpQ(1, 'must say why'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Why it is fine here.')),
});
const lint = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ignore: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(ignored), []), valibot__WEBPACK_IMPORTED_MODULE_4__/* .description */ .h_('Findings of mode plan that are fine here.')),
});
const configSchema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    monitoring,
    apps: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(app), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minLength */ .BpQ(1, 'needs at least one app')),
    services: valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(service), valibot__WEBPACK_IMPORTED_MODULE_4__/* .minLength */ .BpQ(1, 'needs at least one service')),
    grafana: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(grafana, {}),
    alerts: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(alerts, {}),
    lint: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(lint, {}),
});
/** Keys of the final format that this release does not know yet, as paths (`*` is an array index). */
const NOT_YET = ['services.*.discovery', 'services.*.addresses', 'remote_write'];
/** The metric contract of one service, every entry in its long form. */
function declaredMetrics(service) {
    return Object.entries(service.metrics).map(([name, entry]) => typeof entry === 'string' ? { name, type: entry, expect: 'always' } : { name, ...entry });
}


/***/ }),

/***/ 5672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V0: () => (/* binding */ thresholdShape),
/* harmony export */   YA: () => (/* binding */ seconds)
/* harmony export */ });
/* unused harmony exports thresholdSchema, DEFAULT_THRESHOLDS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);


const positive = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .gtValue */ .zYL(0, 'must be above 0'));
const share = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .ltValue */ .ulq(1, 'must be below 1: a share, 0.05 is 5 %'));
const duration = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION */ .f, 'is not a duration such as 500ms or 2m'));
const rate = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2x('must have an end'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that this folder reads. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
const thresholdShape = {
    error_budget: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(0.05)), 0.001), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of requests that may fail: 0.001 is an objective of 99.9 %. At most 0.05: the fast alert waits for 14.4 times as much.')),
    latency_p95: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '500ms'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('95 % of the requests should be answered within this.')),
    min_request_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Requests per second below which a service is too quiet to judge.')),
    min_message_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Messages per second below which delivery is too quiet to judge.')),
    cache_hit_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Lowest share of cache lookups that should hit.')),
    sse_connections_lost: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the SSE connections that may go away within ten minutes.')),
    sse_connections_min: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(1_000_000)), 20), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Fewer SSE connections than this are too few to judge.')),
    nats_processed_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Lowest share of the sent messages that should reach notify_server through NATS.')),
    clickhouse_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.05), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of ClickHouse operations that may fail.')),
    bot_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of AI agent requests that may fail.')),
    slow_scrape: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(duration, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('A scrape may take this long. Default: half of its timeout.'))),
    remote_write_delay: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '2m'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('How far remote write may lag behind. Only used when remote write is on.')),
    volume_used_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.8), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the volume that the data may fill.')),
};
const thresholdSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(thresholdShape);
const DEFAULT_THRESHOLDS = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(thresholdSchema, {});
/** Seconds of a duration that the schema has accepted. */
const seconds = (duration) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(duration) ?? 0) / 1000;


/***/ }),

/***/ 493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   Em: () => (/* binding */ MAX_DASHBOARD_BYTES),
/* harmony export */   Fv: () => (/* binding */ walkFiles),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   oS: () => (/* binding */ workspaceRoot),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   tc: () => (/* binding */ fromRoot),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);



/** Grafana takes no larger dashboard. */
const MAX_DASHBOARD_BYTES = 16_000_000;
/** Where a runner has checked the repository out; a command line starts in it. */
const workspaceRoot = ({ GITHUB_WORKSPACE }) => GITHUB_WORKSPACE ?? process.cwd();
/**
 * The workspace of this run.
 * @throws ActionError `configuration` when the working directory is not a folder inside of it
 */
function openWorkspace(root, workingDirectory) {
    const real = realRoot(root);
    const wrong = (message) => unreadable('input-working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
    try {
        const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(real, workingDirectory));
        if (!inside(real, folder))
            throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
            throw wrong(`The working directory ${workingDirectory} is not a folder.`);
        return { root: real, folder };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw error;
        throw wrong(`The working directory ${workingDirectory} does not exist.`);
    }
}
function realRoot(root) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    }
    catch {
        const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
        throw unreadable('workspace-missing', `The workspace ${root} does not exist.`, hint);
    }
}
/**
 * A text file of the workspace, or undefined when there is none.
 * @throws ActionError `configuration`: `file-outside` when it leads out of the workspace, `file-too-large`, or
 * `file-unreadable` when it is no UTF-8 text or cannot be read
 */
function readText(workspace, path, maxBytes = 1_000_000) {
    const file = shown(workspace, path);
    const wrong = (message, hint) => unreadable('file-unreadable', `${file} ${message}.`, hint);
    try {
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
        if (!inside(workspace.root, real))
            throw unreadable('file-outside', `${file} leads outside of the workspace.`, UNLINK);
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
        // Reading a pipe would wait for somebody to write.
        if (!stat.isFile())
            throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'no file'}`, READABLE);
        const { size } = stat;
        if (size > maxBytes) {
            const message = `${file} has ${size} bytes, more than ${maxBytes}.`;
            throw unreadable('file-too-large', message, 'Is this the right file?');
        }
        return {
            file,
            text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real)),
        };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw error;
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
            throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
        throw wrong(`cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, READABLE);
    }
}
const UNLINK = 'Replace the link by the file itself.';
const READABLE = 'Check that it is a file and may be read.';
/**
 * The files below a folder of the workspace that end in `ending`, sorted; anything but a folder that can be listed is
 * itself, there or not: whoever reads it says what is wrong.
 */
function listFiles(workspace, path, ending) {
    try {
        const absolute = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute).isDirectory() || !inside(workspace.root, absolute))
            return [path];
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true, recursive: true })
            .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
            .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)))
            .toSorted();
    }
    catch {
        return [path];
    }
}
/** Whether a path of the working directory leads to something that is inside of the workspace. */
function exists(workspace, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) && inside(workspace.root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute));
}
/**
 * The files below the working directory. Links to folders are not followed, and neither are folders whose name
 * `skips` or that lie deeper than `maxDepth`.
 */
function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
    const [paths, closed] = [[], []];
    const folders = [{ path: '', depth: 0 }];
    for (let folder = folders.pop(); folder; folder = folders.pop())
        for (const entry of entriesOf(workspace, folder.path, closed)) {
            const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
            if (!entry.isDirectory())
                paths.push(path);
            else if (!skips(entry.name) && folder.depth < maxDepth)
                folders.push({ path, depth: folder.depth + 1 });
            if (paths.length >= maxFiles)
                return { paths: paths.toSorted(), incomplete: true, closed };
        }
    return { paths: paths.toSorted(), incomplete: false, closed };
}
function entriesOf(workspace, path, closed) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true });
    }
    catch {
        // Not to be listed, or gone in the meantime.
        closed.push(shown(workspace, path));
        return [];
    }
}
/** A path from the root of the repository as one from the working directory, as the functions here take it. */
function fromRoot(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path));
}
/** A path of the working directory as people see it in the repository. */
function shown(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
}
const inside = (root, path) => path === root || path.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
function unreadable(code, message, hint) {
    const problem = { code, severity: 'error', message, hint };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('configuration', [problem]);
}


/***/ }),

/***/ 4211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TG: () => (/* binding */ FINDINGS),
  gk: () => (/* binding */ finding),
  SP: () => (/* binding */ shown)
});

;// CONCATENATED MODULE: ./build/lint/catalog/errors.js
/** Findings of files that fail a run, worst first. */
const ERRORS = {
    promtool: {
        severity: 'error',
        what: 'promtool refuses a file for a reason that is not found here.',
        why: 'Prometheus would refuse it too.',
    },
    flyctl: {
        severity: 'error',
        what: 'flyctl refuses a Fly configuration for a reason that is not found here.',
        why: 'The deploy would be refused too.',
    },
    'file-missing': {
        severity: 'error',
        what: 'A file that the configuration names does not exist.',
        why: 'The deploy needs it.',
        fatal: true,
    },
    'file-unreadable': {
        severity: 'error',
        what: 'A file is no UTF-8 text, or cannot be read.',
        why: 'It was not checked.',
        fatal: true,
    },
    'file-outside': {
        severity: 'error',
        what: 'A file is a link that leads out of the workspace.',
        why: 'It is not read: whoever opens a pull request could have any file of the runner shown.',
        fatal: true,
    },
    'file-too-large': {
        severity: 'error',
        what: 'A file is larger than any file of its kind.',
        why: 'It is not read: most likely it is another one.',
        fatal: true,
    },
    'yaml-syntax': {
        severity: 'error',
        what: 'A file is not valid YAML, or unfolds to more than anybody means.',
        why: 'Whoever reads it stops there.',
        fatal: true,
    },
    'fly-toml-syntax': {
        severity: 'error',
        what: 'The Fly configuration is not valid TOML.',
        why: 'flyctl stops before it does anything.',
        fatal: true,
    },
    'fly-toml-type': {
        severity: 'error',
        what: 'A value of the Fly configuration has the wrong type.',
        why: 'flyctl refuses the whole file, with a message about Go structs.',
    },
    'fly-toml-check-type': {
        severity: 'error',
        what: 'A check in [checks] does not say whether it is http or tcp.',
        why: 'Older versions of flyctl took such files; the current one refuses them.',
    },
    'fly-toml-service-processes': {
        severity: 'error',
        what: 'A service does not say which process groups it belongs to, while [processes] exists.',
        why: 'Older versions of flyctl took such files; the current one refuses them.',
    },
    'fly-toml-unknown-process': {
        severity: 'error',
        what: 'A service or restart policy names a process group that does not exist.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-duration': {
        severity: 'error',
        what: 'A duration is malformed or outside of what Fly takes.',
        why: 'Intervals of checks start at 2 s, timeouts end at 60 s.',
    },
    'fly-toml-strategy': {
        severity: 'error',
        what: 'The deploy strategy does not exist, or does not go with a volume.',
        why: 'A volume belongs to one machine, so there is no room for a second one beside it.',
    },
    'fly-toml-mount': {
        severity: 'error',
        what: 'A mount has sizes or limits that flyctl refuses.',
        why: 'A volume has at least 1 GB; the three auto_extend settings belong together.',
    },
    'fly-toml-restart-policy': {
        severity: 'error',
        what: 'A restart policy is not one of always, on-failure, never.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-command': {
        severity: 'error',
        what: 'A command cannot be split into words: a quote is not closed.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-compression': {
        severity: 'error',
        what: 'The compression of the image is not one that flyctl knows.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-check-port': {
        severity: 'error',
        what: 'A check in [checks] has no port, and there is no http_service to take it from.',
        why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
    },
    'fly-toml-vm': {
        severity: 'error',
        what: 'A machine size or memory does not exist.',
        why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
    },
    'promql-syntax': {
        severity: 'error',
        what: 'Prometheus would refuse a query.',
        why: 'The panel shows an error; a rule file with it is not loaded, and a new Prometheus does not start.',
    },
    'rule-experimental': {
        severity: 'error',
        what: 'A rule uses what Prometheus has only behind a feature flag.',
        why: 'The rule file is not loaded.',
    },
    'metric-bucket-of-summary': {
        severity: 'error',
        what: 'A query reads the buckets of a summary.',
        why: 'A summary has none: its quantiles are calculated by the service. The query never answers anything.',
    },
    'metric-no-such-series': {
        severity: 'error',
        what: 'A query reads a series that a metric of the declared type does not have.',
        why: 'The query never answers anything.',
    },
    'promql-never': {
        severity: 'error',
        what: 'A query selects what no series has, or joins series whose labels never match.',
        why: 'The query never answers anything. Scraped series have the labels service, app, job and instance.',
    },
    'promql-no-le': {
        severity: 'error',
        what: 'histogram_quantile gets sums without the label le.',
        why: 'The query never answers anything.',
    },
    'prometheus-leftover': {
        severity: 'error',
        what: 'A Prometheus configuration holds a placeholder: a dollar sign and a name in braces.',
        why: '`promtool check config` passes it. Prometheus takes it literally: an address that does not exist, a password that is wrong.',
    },
    'prometheus-url': {
        severity: 'error',
        what: 'The URL of a remote write or read is empty, missing or none.',
        why: '`promtool check config` passes an empty one. Every batch fails, and a stop takes a minute.',
    },
    'prometheus-shape': {
        severity: 'error',
        what: 'A Prometheus configuration has not the form that Prometheus wants.',
        why: 'Prometheus does not start.',
    },
    'prometheus-unknown-key': {
        severity: 'error',
        what: 'A Prometheus configuration has a key that this version does not know.',
        why: 'Prometheus does not start.',
    },
    'prometheus-duration': {
        severity: 'error',
        what: 'A duration of a Prometheus configuration is malformed.',
        why: 'Prometheus does not start.',
    },
    'prometheus-timeout': {
        severity: 'error',
        what: 'A scrape may take longer than the interval between two.',
        why: 'Prometheus does not start.',
    },
    'prometheus-job-name': {
        severity: 'error',
        what: 'A scrape config has no job_name, or that of another.',
        why: 'Prometheus does not start.',
    },
    'prometheus-target': {
        severity: 'error',
        what: 'A target is not HOST:PORT.',
        why: 'Prometheus does not start.',
    },
    'prometheus-dns': {
        severity: 'error',
        what: 'A discovery by DNS misses a name or port, or asks for records that cannot be used.',
        why: 'Prometheus does not start.',
    },
    'prometheus-dns-type': {
        severity: 'error',
        what: "A discovery asks Fly's DNS for another type than AAAA.",
        why: 'Names under .internal have AAAA records alone; the default type of Prometheus is SRV.',
    },
    'prometheus-regex': {
        severity: 'error',
        what: 'A relabel rule has a regular expression that Prometheus does not take.',
        why: 'Prometheus does not start.',
    },
    'prometheus-relabel': {
        severity: 'error',
        what: 'A relabel rule has an unknown action, or misses what its action needs.',
        why: 'Prometheus does not start.',
    },
    'prometheus-auth': {
        severity: 'error',
        what: 'Ways to authorise that exclude each other are given together.',
        why: 'Prometheus does not start.',
    },
    'prometheus-rule-file': {
        severity: 'error',
        what: 'A Prometheus configuration names a rule file that does not exist.',
        why: '`promtool check config` refuses it; Prometheus itself starts without the rules.',
    },
    'rules-shape': {
        severity: 'error',
        what: 'A rule file has not the form that Prometheus wants.',
        why: 'Prometheus does not load it, and does not start with it.',
    },
    'rules-unknown-key': {
        severity: 'error',
        what: 'A rule file has a key that Prometheus does not know.',
        why: 'Prometheus refuses the file.',
    },
    'rules-duplicate-group': {
        severity: 'error',
        what: 'Two groups of a rule file have the same name.',
        why: 'Prometheus refuses the file.',
    },
    'rules-duration': {
        severity: 'error',
        what: 'A duration in a rule file is malformed.',
        why: 'Prometheus refuses the file.',
    },
    'rules-label': {
        severity: 'error',
        what: 'A label or annotation has a name that is none.',
        why: 'Prometheus refuses the file.',
    },
    'rules-template': {
        severity: 'error',
        what: 'A label or annotation is not a valid template.',
        why: 'Prometheus refuses the file.',
    },
    'rule-result': {
        severity: 'error',
        what: 'The expression of a rule gives neither an instant vector nor a number.',
        why: '`promtool check rules` passes it; every evaluation fails.',
    },
    'workflow-pull-request-target': {
        severity: 'error',
        what: 'A workflow runs on pull_request_target and checks out the pull request.',
        why: 'Whoever opens a pull request gets the secrets of the repository.',
    },
    'workflow-if-secrets': {
        severity: 'error',
        what: 'The `if` of a step asks for secrets.',
        why: 'GitHub refuses the whole workflow: the context is not allowed there.',
    },
    'dashboard-json': {
        severity: 'error',
        what: 'A dashboard is not valid JSON.',
        why: 'Grafana cannot import it.',
        fatal: true,
    },
    'dashboard-shape': {
        severity: 'error',
        what: 'A file that should be a dashboard is none.',
        why: 'Grafana takes almost any JSON without a word, and shows an empty dashboard.',
    },
    'dashboard-title': {
        severity: 'error',
        what: 'A dashboard has no title.',
        why: 'Grafana refuses it.',
    },
    'dashboard-uid-form': {
        severity: 'error',
        what: 'The uid of a dashboard is longer than 40 characters or has others than letters, digits, - and _.',
        why: 'Grafana refuses it.',
    },
    'dashboard-duplicate-uid': {
        severity: 'error',
        what: 'Two dashboards have the same uid.',
        why: 'The second import overwrites the first.',
    },
};

;// CONCATENATED MODULE: ./build/lint/catalog/settings.js
/** Findings of what a run is told: its inputs and its configuration, worst first. */
const SETTINGS = {
    'workspace-missing': {
        severity: 'error',
        what: 'There is no repository where the runner says it is.',
        why: 'The step that checks it out is missing, or comes later.',
        fatal: true,
    },
    'input-working-directory': {
        severity: 'error',
        what: 'The working directory is not a folder of the repository.',
        why: 'All paths start from it.',
        fatal: true,
    },
    'input-value': {
        severity: 'error',
        what: 'An input has a value that does not exist, or a name that is none.',
        why: 'It would fail later, and further away.',
        fatal: true,
    },
    'input-not-yet': {
        severity: 'error',
        what: 'An input belongs to a later release.',
        why: 'It would have no effect yet.',
        fatal: true,
    },
    'input-half-group': {
        severity: 'error',
        what: 'Inputs that belong together are given in part.',
        why: 'Often a secret is empty: pull requests from forks get none.',
        fatal: true,
    },
    'input-url': {
        severity: 'error',
        what: 'An input should be an address and is none.',
        why: 'It has to be whole, with https:// in front.',
        fatal: true,
    },
    'input-url-credentials': {
        severity: 'error',
        what: 'An address holds a user or a password.',
        why: 'Addresses end up in logs.',
        fatal: true,
    },
    'input-timeout': {
        severity: 'error',
        what: 'The timeout is no duration, or not a sensible one.',
        why: 'It looks like 15m.',
        fatal: true,
    },
    'input-password': {
        severity: 'error',
        what: 'The password of Prometheus cannot be used.',
        why: 'White space at its ends gets lost on the way; bcrypt ignores what comes after 72 bytes.',
        fatal: true,
    },
    'input-fly-token-missing': {
        severity: 'error',
        what: 'There is no Fly token.',
        why: 'Only plan and dashboards work without one.',
        fatal: true,
    },
    'input-fly-token-quoted': {
        severity: 'error',
        what: 'The Fly token is in quotes.',
        why: 'flyctl takes them as part of it.',
        fatal: true,
    },
    'input-fly-token-broken': {
        severity: 'error',
        what: 'The Fly token has white space or a line break inside.',
        why: 'A copy out of a terminal may have been wrapped.',
        fatal: true,
    },
    'input-grafana-missing': {
        severity: 'error',
        what: 'Mode dashboards is given no Grafana.',
        why: 'There is nothing else that it could do.',
        fatal: true,
    },
    'input-grafana-token': {
        severity: 'error',
        what: 'The token is one for Grafana Cloud, not for Grafana itself.',
        why: 'Grafana takes tokens of service accounts (glsa_…) alone.',
        fatal: true,
    },
    'input-flyctl-version': {
        severity: 'error',
        what: 'The version of flyctl is none.',
        why: 'It looks like 0.4.87.',
        fatal: true,
    },
    'input-flyctl-sha256': {
        severity: 'error',
        what: 'The digest of flyctl is none, or nobody knows that of this version.',
        why: 'Nothing is downloaded without one.',
        fatal: true,
    },
    'input-beside-file': {
        severity: 'error',
        what: 'An input gives a name, and there is a configuration file that gives it too.',
        why: 'The input would change nothing.',
        fatal: true,
    },
    'config-syntax': {
        severity: 'error',
        what: 'The configuration is not valid YAML.',
        why: 'Nothing in it can be read.',
        fatal: true,
    },
    'config-too-large': {
        severity: 'error',
        what: 'The configuration is larger than any configuration file.',
        why: 'It is probably another file.',
        fatal: true,
    },
    'config-aliases': {
        severity: 'error',
        what: 'The configuration unfolds to more than anybody means, by & and *.',
        why: 'It was not read any further.',
        fatal: true,
    },
    'config-unknown-key': {
        severity: 'error',
        what: 'The configuration has a key that does not exist.',
        why: 'It would have no effect: it is refused instead, so that a misspelt one is found.',
        fatal: true,
    },
    'config-missing': {
        severity: 'error',
        what: 'A key without a default is missing.',
        why: 'There is no value that would be right for everybody.',
        fatal: true,
    },
    'config-value': {
        severity: 'error',
        what: 'A value has the wrong type, or is not one that works.',
        why: 'It would fail later, and further away.',
        fatal: true,
    },
    'config-not-yet': {
        severity: 'error',
        what: 'A key belongs to a later release.',
        why: 'It would have no effect yet.',
        fatal: true,
    },
    'config-duplicate': {
        severity: 'error',
        what: 'Two apps or services have the same name.',
        why: 'The name is that of a scrape job, or of an app on Fly.',
        fatal: true,
    },
    'config-duplicate-port': {
        severity: 'error',
        what: 'Two services of one app have the same port.',
        why: 'Two programs on one machine cannot listen on it.',
        fatal: true,
    },
    'config-unknown-app': {
        severity: 'error',
        what: 'A service belongs to an app that is not in apps.',
        why: 'Nothing would be scraped.',
        fatal: true,
    },
    'config-reserved-name': {
        severity: 'error',
        what: 'A service has the name under which Prometheus scrapes itself.',
        why: 'Two scrape jobs cannot have one name.',
        fatal: true,
    },
    'config-monitoring-app': {
        severity: 'error',
        what: 'The monitoring app is one of the apps.',
        why: 'Prometheus needs an app of its own.',
        fatal: true,
    },
    'config-plain-image': {
        severity: 'error',
        what: 'The image is the plain prom/prometheus.',
        why: 'It runs as nobody and cannot write to a fresh volume of Fly.',
        fatal: true,
    },
    'config-leftover': {
        severity: 'error',
        what: 'The configuration of this action holds a placeholder: a dollar sign and a name in braces.',
        why: 'It would be deployed as it stands. Secrets come by inputs, everything else is written out.',
    },
};

;// CONCATENATED MODULE: ./build/lint/catalog/warnings.js
/** Findings of files that do not fail a run, worst first. */
const WARNINGS = {
    'fly-toml-secret-in-env': {
        severity: 'warning',
        what: 'A value in [env] looks like a secret.',
        why: 'fly.toml is in the repository, and [env] is shown to everybody who may look at the app.',
    },
    'workflow-secret': {
        severity: 'warning',
        what: 'A secret stands in a workflow as it is.',
        why: 'It is in the repository, for everybody who may read it.',
    },
    'fly-toml-prometheus-open': {
        severity: 'warning',
        what: 'Prometheus is published to the internet without a password.',
        why: 'Everybody may read its metrics, its targets and its configuration.',
    },
    'fly-toml-app-name': {
        severity: 'warning',
        what: 'fly.toml has another app name than the configuration.',
        why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
    },
    'fly-toml-scale-to-zero': {
        severity: 'warning',
        what: 'The app may stop all of its machines when it is idle, and its services are watched.',
        why: 'Scrapes go over the private network: they neither keep a machine awake nor wake it.',
    },
    'fly-toml-metrics-public': {
        severity: 'warning',
        what: 'A metrics port is published to the internet.',
        why: 'Prometheus needs the private network alone; metrics tell about users and internals.',
    },
    'fly-toml-metrics-private': {
        severity: 'warning',
        what: 'Ports of the app are published one by one, but not those of the metrics.',
        why: 'Fly publishes declared ports only: https://APP.fly.dev:PORT/metrics does not answer from outside. (A TCP connection succeeds all the same, on any port.)',
    },
    'fly-toml-metrics-first': {
        severity: 'warning',
        what: 'There are several [[metrics]] for one process group.',
        why: "flyctl sends only the first of them; Fly's own Prometheus never sees the others.",
    },
    'fly-toml-metrics-coverage': {
        severity: 'warning',
        what: '[metrics] covers one port of several services, or none of them.',
        why: "Fly's own Prometheus scrapes one port per process group; it sees only the service behind it.",
    },
    'fly-toml-no-such-process': {
        severity: 'warning',
        what: 'The configuration says that a service runs in a process group that fly.toml does not have.',
        why: 'No machine belongs to such a group, and no target is a failed one.',
    },
    'fly-toml-process-ignored': {
        severity: 'warning',
        what: 'A section names a process group that does not exist.',
        why: 'flyctl takes the file and leaves the section out.',
    },
    'fly-toml-ipv4-bind': {
        severity: 'warning',
        what: 'A service is told to listen on 0.0.0.0.',
        why: "Fly's private network is IPv6: Prometheus' connection is refused.",
    },
    'fly-toml-no-checks': {
        severity: 'warning',
        what: 'The app has no health checks.',
        why: 'A deploy has nothing to wait for and succeeds whatever the app does.',
    },
    'fly-toml-immediate': {
        severity: 'warning',
        what: 'The deploy strategy is immediate.',
        why: 'flyctl returns at once with success and looks at no machine.',
    },
    'fly-toml-bluegreen-volume': {
        severity: 'warning',
        what: 'The deploy strategy is bluegreen, and the app has a volume.',
        why: 'Blue-green needs spare machines, which cannot have the volume.',
    },
    'fly-toml-volume-size': {
        severity: 'warning',
        what: 'A mount does not say how large its volume is.',
        why: 'A volume that does not exist yet is made with 1 GB, without a word.',
    },
    'fly-toml-retention-size': {
        severity: 'warning',
        what: 'Prometheus may keep more data than its volume has room for.',
        why: 'A full volume stops Prometheus.',
    },
    'fly-toml-memory': {
        severity: 'warning',
        what: 'The app that runs Prometheus does not say how much memory it gets.',
        why: 'A new app gets 256 MB, too little for Prometheus with more than a few targets.',
    },
    'fly-toml-dedicated-ip': {
        severity: 'warning',
        what: 'A service is published on a port or in a way that a shared address cannot serve.',
        why: 'On the first deploy flyctl asks for a dedicated address; without a terminal the app ends with no address at all.',
    },
    'fly-toml-service-ports': {
        severity: 'warning',
        what: 'A service has no ports.',
        why: 'Nothing is published; flyctl warns and has announced to refuse such files.',
    },
    'fly-toml-check-limits': {
        severity: 'warning',
        what: 'A check of a service has durations that Fly changes.',
        why: 'They are raised to 1 s or lowered to 1 min without further notice.',
    },
    'fly-toml-file-path': {
        severity: 'warning',
        what: 'The local_path of a file depends on where flyctl is started.',
        why: 'flyctl reads it relative to its working directory, not to the Fly configuration (the documentation says otherwise).',
    },
    'fly-toml-raw-value': {
        severity: 'warning',
        what: 'The raw_value of a file is in base64 already.',
        why: 'flyctl encodes it once more (the documentation says otherwise); the machine gets base64 text.',
    },
    'fly-toml-dockerfile': {
        severity: 'warning',
        what: 'fly.toml builds another Dockerfile than the configuration.',
        why: 'A deploy by hand ships another program than the action.',
    },
    'fly-toml-builds': {
        severity: 'warning',
        what: '[build] has more than one way to build.',
        why: 'flyctl warns and takes one of them.',
    },
    'metric-undeclared': {
        severity: 'warning',
        what: 'A query reads a metric that no service declares.',
        why: 'It may be misspelt, and nobody checks that it is there.',
    },
    'metric-unrecorded': {
        severity: 'warning',
        what: 'A query reads the result of a recording rule that is nowhere.',
        why: 'Names with a colon are those of recording rules.',
    },
    'metric-maybe-summary': {
        severity: 'warning',
        what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
        why: 'Exporters that are not given buckets write summaries, which have no buckets.',
    },
    'metric-counter-raw': {
        severity: 'warning',
        what: 'A query reads a counter as it is.',
        why: 'A counter starts at 0 again with every deploy.',
    },
    'metric-rate-of-gauge': {
        severity: 'warning',
        what: 'A query calculates the rate of a gauge.',
        why: 'rate takes every fall of a value for a restart at 0.',
    },
    'promql-experimental': {
        severity: 'warning',
        what: 'A query uses what Prometheus has only behind a feature flag.',
        why: 'The Prometheus that is deployed here is started without.',
    },
    'promql-limit': {
        severity: 'warning',
        what: 'A query is too long or nests too deeply to be checked.',
        why: 'Nothing else can be said about it.',
    },
    'workflow-no-token': {
        severity: 'warning',
        what: 'A step that deploys is given no Fly token.',
        why: 'It ends before it does anything.',
    },
    'workflow-deploy-pull-request': {
        severity: 'warning',
        what: 'A workflow deploys for pull requests.',
        why: 'Code is deployed before anybody has agreed to it. Pull requests from forks have no secrets and fail.',
    },
    'workflow-any-branch': {
        severity: 'warning',
        what: 'A workflow deploys whatever branch is pushed.',
        why: 'Unfinished work is deployed, and two branches take turns.',
    },
    'workflow-paths': {
        severity: 'warning',
        what: 'The paths of a workflow leave out files that it deploys.',
        why: 'Their changes are deployed with the next change of something else, or never.',
    },
    'workflow-concurrency': {
        severity: 'warning',
        what: 'A job that deploys has no concurrency.',
        why: 'Two first deploys at once make two machines with two volumes, both with success.',
    },
    'workflow-cancel': {
        severity: 'warning',
        what: 'A run that deploys is cancelled by the next one.',
        why: 'The new version stays half deployed, and its lease keeps the next deploy waiting.',
    },
    'workflow-permissions': {
        severity: 'warning',
        what: 'A job does not limit the permissions of its token.',
        why: 'The default may be to write everything.',
    },
    'workflow-unpinned': {
        severity: 'warning',
        what: 'The action is taken from a branch.',
        why: 'Its next commit runs with your secrets.',
    },
    'workflow-ignored': {
        severity: 'warning',
        what: 'A job goes on after a failed deploy.',
        why: 'Nobody sees that it failed.',
    },
    'workflow-input': {
        severity: 'warning',
        what: 'A step gives the action an input that it does not have.',
        why: 'GitHub warns in the log and goes on without it.',
    },
    'prometheus-secret': {
        severity: 'warning',
        what: 'A secret stands in a Prometheus configuration.',
        why: 'It is in the repository, and in the image.',
    },
    'prometheus-static-internal': {
        severity: 'warning',
        what: 'An app of Fly is scraped as a static target.',
        why: 'APP.internal stands for all machines: each scrape asks any one of them. Discovery by AAAA records finds each.',
    },
    'prometheus-instance-label': {
        severity: 'warning',
        what: 'All targets of a job get the same label instance.',
        why: 'Series of different machines become one, and jump between their values.',
    },
    'prometheus-app-unknown': {
        severity: 'warning',
        what: 'Prometheus scrapes an app that the configuration does not have.',
        why: 'A name that no app has cannot be resolved.',
    },
    'prometheus-port-unknown': {
        severity: 'warning',
        what: 'Prometheus scrapes a port that no service has.',
        why: 'Nothing listens there, or something else does.',
    },
    'prometheus-public-target': {
        severity: 'warning',
        what: 'A target is the public address of an app with a port of its own.',
        why: 'Fly publishes declared ports only, and a connection succeeds all the same.',
    },
    'prometheus-empty': {
        severity: 'warning',
        what: 'A Prometheus configuration scrapes nothing.',
        why: '`promtool check config` passes it, even an empty file.',
    },
    'rules-duplicate': {
        severity: 'warning',
        what: 'Two rules of a file have the same name and labels.',
        why: 'promtool says FAILED and exits with 0. Recordings overwrite each other, alerts fire twice.',
    },
    'rules-documents': {
        severity: 'warning',
        what: 'A rule file has several YAML documents.',
        why: 'Prometheus reads the first one alone.',
    },
    'rule-record-name': {
        severity: 'warning',
        what: 'A recording rule has a name beyond letters, digits, _ and :.',
        why: 'Prometheus 2 refuses it; Prometheus 3 takes it, but only quoted in queries.',
    },
    'alert-no-for': {
        severity: 'warning',
        what: 'An alert has no `for`.',
        why: 'One bad sample is enough to fire it.',
    },
    'alert-no-severity': {
        severity: 'warning',
        what: 'An alert has no label severity.',
        why: 'Routes and people go by it.',
    },
    'ignore-no-reason': {
        severity: 'warning',
        what: 'An exception has no reason.',
        why: 'It has no effect without one: the next reader must know why.',
    },
    'ignore-unused': {
        severity: 'warning',
        what: 'An exception silences nothing.',
        why: 'What it was for is gone, or its code is misspelt.',
    },
    'dashboard-uid': {
        severity: 'warning',
        what: 'A dashboard has no uid.',
        why: 'Every import makes another dashboard.',
    },
    'dashboard-datasource-undefined': {
        severity: 'warning',
        what: 'A panel names its data source by a variable or an input that is not defined.',
        why: 'The panel finds no data source.',
    },
    'dashboard-datasource-fixed': {
        severity: 'warning',
        what: 'Panels are bound to one data source by name or uid.',
        why: 'In another Grafana the data source has another uid. (The import of this action puts its own in the place.)',
    },
    'dashboard-variable-undefined': {
        severity: 'warning',
        what: 'A query uses a variable that the dashboard does not define.',
        why: 'Grafana sends the text as it is, and Prometheus refuses or finds nothing.',
    },
    'dashboard-duplicate-id': {
        severity: 'warning',
        what: 'Two panels of a dashboard have the same id.',
        why: 'Links and alerts find panels by id.',
    },
    'dashboard-foreign': {
        severity: 'warning',
        what: 'None of the metrics of a dashboard is declared.',
        why: 'It is about other programs, or everything in it is misspelt.',
    },
    'rules-foreign': {
        severity: 'warning',
        what: 'None of the metrics of a rule file is declared.',
        why: 'It is about other programs, or everything in it is misspelt.',
    },
    'panel-no-query': {
        severity: 'warning',
        what: 'A panel has a query without an expression.',
        why: 'It shows nothing.',
    },
    'panel-no-unit': {
        severity: 'warning',
        what: 'A panel shows numbers without a unit.',
        why: 'Seconds, bytes and percentages look alike.',
    },
    'file-drift': {
        severity: 'warning',
        what: 'A file that `init` made from the configuration is not what the configuration says now.',
        why: 'A deploy by hand ships the file, the action what the configuration says.',
    },
    'fly-toml-unknown-key': {
        severity: 'warning',
        what: 'flyctl does not know a key of the Fly configuration.',
        why: 'A deploy ignores it; `flyctl config validate --strict` refuses most of them.',
    },
};

;// CONCATENATED MODULE: ./build/lint/catalog.js



/** Every finding, worst first: the order in which equals are shown when there is no room for all of them. */
const FINDINGS = { ...SETTINGS, ...ERRORS, ...WARNINGS };
/** A finding of the catalogue at its place. */
function finding(code, at, message, hint) {
    return { code, severity: FINDINGS[code].severity, message, hint, ...(at && { at }) };
}
/** A value from a file as a message shows it: in quotes, and never a whole page of it. */
function shown(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}


/***/ })

};

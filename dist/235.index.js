export const id = 235;
export const ids = [235];
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


/** One issue of the validator as problems in the user's words. */
function schemaProblems(issue, value, locate) {
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey([...issue.path, key], locate));
    if (issue.code === 'invalid_union')
        return unionProblems(issue, value, locate);
    if (issue.code === 'invalid_key')
        return issue.issues.map((inner) => problem('config-value', `${quote(issue.path.at(-1))} ${inner.message}.`, 'Rename it.', locate(issue.path, 'key')));
    const where = pathText(issue.path);
    const given = valueAt(value, issue.path);
    if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && given === undefined)
        return [
            problem('config-missing', `${where} is missing.`, `Add ${where}: it has no default.`, locate(issue.path)),
        ];
    return [
        problem('config-value', `${where} ${fault(issue, given)}.`, advice(issue, given), locate(issue.path)),
    ];
}
/** The only union is a metric: a type by itself, or an entry. Report the branch that the user meant. */
function unionProblems(issue, value, locate) {
    const isEntry = typeof valueAt(value, issue.path) === 'object';
    const branch = issue.errors[isEntry ? 1 : 0] ?? [];
    return branch.flatMap((inner) => schemaProblems({ ...inner, path: [...issue.path, ...inner.path] }, value, locate));
}
function fault(issue, given) {
    switch (issue.code) {
        case 'invalid_type':
            return `must be ${article(issue.expected)}, not ${describe(given)}`;
        case 'invalid_value':
            return `is ${quote(given)}, which is not one of: ${issue.values.join(', ')}`;
        case 'too_small':
            return issue.origin === 'number' || issue.origin === 'int'
                ? `is ${given}; the least is ${issue.minimum}`
                : issue.message;
        case 'too_big':
            return issue.origin === 'number' || issue.origin === 'int'
                ? `is ${given}; the most is ${issue.maximum}`
                : `is too long: at most ${issue.maximum} characters`;
        default:
            return `is ${quote(given)}, which ${issue.message}`;
    }
}
function advice(issue, given) {
    if (issue.code === 'invalid_value') {
        if (given === 'private')
            return 'Access "private" is not supported yet. Use password.';
        return (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(String(given), issue.values.map(String)) ?? `Use one of: ${issue.values.join(', ')}.`;
    }
    if (issue.code === 'invalid_type' && issue.expected === 'string')
        return 'Put it in quotes.';
    return 'Change the value.';
}
function unknownKey(path, locate) {
    const key = String(path.at(-1));
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
    if (_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_YET */ .$_.includes(pattern))
        return problem('config-not-yet', `${pathText(path)} is not supported yet.`, 'Remove it; a later release knows it.', locate(path, 'key'));
    const siblings = knownKeys(path.slice(0, -1));
    const hint = (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, siblings) ?? (siblings.length > 0 ? `Known here: ${siblings.join(', ')}.` : 'Remove it.');
    return problem('config-unknown-key', `${pathText(path)} is not a known key.`, hint, locate(path, 'key'));
}
/** The keys that the schema knows at a path, read from the schema itself. */
function knownKeys(path) {
    let node = _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .configSchema */ .Qn;
    for (const part of path) {
        const shape = unwrap(node);
        node =
            shape?.type === 'object'
                ? shape.shape[String(part)]
                : shape?.type === 'array'
                    ? shape.element
                    : undefined;
    }
    const shape = unwrap(node);
    return shape?.type === 'object' ? Object.keys(shape.shape) : [];
}
/** The definition behind defaults and optionals. */
function unwrap(node) {
    let def = node?._zod.def;
    while (def?.innerType)
        def = def.innerType._zod.def;
    return def;
}
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
const quote = (value) => JSON.stringify(value) ?? String(value);
function describe(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'a map' : quote(value);
}
function article(type) {
    const names = {
        object: 'a map',
        record: 'a map',
        array: 'a list',
        string: 'text',
        int: 'a whole number',
        number: 'a number',
        boolean: 'true or false',
    };
    return names[type] ?? type;
}


/***/ }),

/***/ 5235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ loadConfig),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
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
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    if (document.errors.length > 0)
        throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))));
    return validate(plainValue(document, file), locator(document, at));
}
/** Checks a configuration value; `locate` says where a path stands in the file, if there is one. */
function validate(value, locate = () => undefined) {
    const result = _schema_js__WEBPACK_IMPORTED_MODULE_4__/* .configSchema */ .Qn.safeParse(value);
    const schema = result.success
        ? []
        : result.error.issues.flatMap((issue) => (0,_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaProblems */ .Ic)(issue, value, locate));
    const problems = [...schema, ...(0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .crossCheck */ .D)(value, locate)];
    if (!result.success || problems.length > 0)
        throw invalid(problems);
    return result.data;
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2857);
/* harmony import */ var _content_thresholds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5672);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _lint_catalog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(723);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2855);





/**
 * The configuration file, as a user writes it: keys stay as in the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users as they stand.
 */
const appName = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .APP_NAME */ .C, 'is not a Fly app name: lowercase letters, digits and dashes')
    .describe('Name of an app on Fly.io.');
const duration = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION */ .f, 'is not a duration such as 15s, 1m30s or 15d');
/** A duration within bounds that are durations, too. */
const between = (least, most) => duration.refine((text) => {
    const [given = 0, low = 0, high = 0] = [text, least, most].map(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E);
    return !_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION */ .f.test(text) || (given >= low && given <= high);
}, `is not between ${least} and ${most}`);
/** From one sample to the next Prometheus remembers 5 minutes: with longer intervals every series has gaps. */
const scrapeInterval = between('1s', '2m');
/** Prometheus writes blocks of two hours; its clock of nanoseconds ends after 292 years. */
const retention = between('2h', '100y');
const relativePath = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .min(1, 'must not be empty')
    .refine((p) => !p.startsWith('/') && !p.split(/[\\/]/).includes('..'), 'must stay inside the workspace: a relative path without ".."');
const urlPath = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\/\S*$/, 'is not a path: it starts with "/" and has no spaces');
const METRIC_TYPES = ['counter', 'gauge', 'histogram', 'summary'];
const metricType = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(METRIC_TYPES).describe('The type that the service declares in its # TYPE line.');
const metric = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    metricType,
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        type: metricType,
        expect: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['always', 'after-traffic'])
            .default('always')
            .describe('after-traffic: absent is fine until the first event (labelled counters do not exist before it).'),
    }),
]);
const metrics = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'is not a Prometheus metric name'), metric)
    .default({})
    .describe('The metric contract: what this service promises to expose.');
const service = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"')
        .describe('Becomes the scrape job and the label "service".'),
    app: appName.describe('The app, one of apps, whose machines run this service.'),
    port: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).max(65535).describe('Port of the metrics endpoint on the private network.'),
    path: urlPath.default('/metrics').describe('Path of the metrics endpoint.'),
    process: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[a-zA-Z0-9_-]+$/, 'is not a process group name')
        .optional()
        .describe('Only machines of this process group run the service. Without it: every machine of the app.'),
    may_stop: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .default(false)
        .describe('A stopped machine is fine (scale to zero) and not a failed target.'),
    metrics,
});
const app = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    app: appName,
    config: relativePath.default('fly.toml').describe('The Fly configuration of this app.'),
    dockerfile: relativePath
        .optional()
        .describe("Built with Fly's remote builder. Without it: what the Fly configuration says."),
    build_args: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .optional()
        .describe('Build arguments of the Dockerfile. They can be read from the image: no secrets.'),
    image: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .min(1)
        .regex(/^\S+$/, 'must not contain spaces')
        .optional()
        .describe('Deploy this image instead of building one.'),
    deploy: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().default(true).describe('false: this app is only watched, never deployed.'),
    health: urlPath.optional().describe('Asked over public HTTPS after the deploy; must answer 200.'),
});
const monitoring = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    app: appName.describe('Name of the app that runs Prometheus.'),
    organization: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .min(1)
        .default('personal')
        .describe('Fly organization in which a missing app is created.'),
    region: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .REGION */ .Z, 'is not a Fly region such as nrt or fra').default('nrt'),
    access: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['password', 'public'])
        .default('password')
        .describe('password: public HTTPS behind basic auth. public: open to everybody.'),
    scrape_interval: scrapeInterval.default('15s'),
    retention: retention.default('15d').describe('How long samples are kept.'),
    volume: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
            .regex(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"')
            .default('prometheus_data'),
        size_gb: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).max(500).default(10),
    })
        .prefault({}),
    vm: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        size: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).default('shared-cpu-1x'),
        memory_mb: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(256).default(512),
    })
        .prefault({}),
    image: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .min(1)
        .regex(/^\S+$/, 'must not contain spaces')
        .optional()
        .describe('An image built from Dockerfile.monitoring. Without it, it is built at Fly.'),
});
const grafana = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    folder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(80).default('Fechatter').describe('Title of the folder for the dashboards.'),
    datasource: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .min(1)
        .optional()
        .describe('Name or uid of a data source that exists and has these metrics. Without it: one for this Prometheus.'),
    dashboards: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(relativePath)
        .optional()
        .describe('JSON files, or folders of them. Without it: the dashboards of the preset.'),
    overwrite: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['unless-edited', 'always'])
        .default('unless-edited')
        .describe('What happens to a dashboard that was edited by hand since our last write.'),
});
const alerts = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._content_thresholds_js__WEBPACK_IMPORTED_MODULE_0__/* .thresholdShape */ .V0,
    receiver: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .min(1)
        .optional()
        .describe("Contact point in Grafana that is told. Without it: Grafana's own notification policies decide."),
});
const lint = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ignore: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        code: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(Object.keys(_lint_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .FINDINGS */ .TG))
            .describe('Name of the finding, see docs/findings.md.'),
        file: relativePath.optional().describe('Only in this file. Without it: everywhere.'),
        reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1, 'must say why').describe('Why it is fine here.'),
    }))
        .default([])
        .describe('Findings of mode plan that are fine here.'),
});
const configSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    monitoring,
    apps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(app).min(1, 'needs at least one app'),
    services: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(service).min(1, 'needs at least one service'),
    grafana: grafana.prefault({}),
    alerts: alerts.prefault({}),
    lint: lint.prefault({}),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);


const share = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().gt(0, 'must be above 0').lt(1, 'must be below 1: a share, 0.05 is 5 %');
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION */ .f, 'is not a duration such as 500ms or 2m');
const rate = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0, 'must not be negative');
/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that this folder reads. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
const thresholdShape = {
    error_budget: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .gt(0, 'must be above 0')
        .lte(0.05, 'must be at most 0.05: the fast alert waits for 14.4 times as much')
        .default(0.001)
        .describe('Share of requests that may fail: 0.001 is an objective of 99.9 %.'),
    latency_p95: duration.default('500ms').describe('95 % of the requests should be answered within this.'),
    min_request_rate: rate
        .default(0.5)
        .describe('Requests per second below which a service is too quiet to judge.'),
    min_message_rate: rate
        .default(0.1)
        .describe('Messages per second below which delivery is too quiet to judge.'),
    cache_hit_ratio: share.default(0.5).describe('Lowest share of cache lookups that should hit.'),
    sse_connections_lost: share
        .default(0.5)
        .describe('Share of the SSE connections that may go away within ten minutes.'),
    sse_connections_min: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()
        .min(1)
        .default(20)
        .describe('Fewer SSE connections than this are too few to judge.'),
    nats_processed_ratio: share
        .default(0.5)
        .describe('Lowest share of the sent messages that should reach notify_server through NATS.'),
    clickhouse_failure_ratio: share.default(0.05).describe('Share of ClickHouse operations that may fail.'),
    bot_failure_ratio: share.default(0.1).describe('Share of AI agent requests that may fail.'),
    slow_scrape: duration.optional().describe('A scrape may take this long. Default: half of its timeout.'),
    remote_write_delay: duration
        .default('2m')
        .describe('How far remote write may lag behind. Only used when remote write is on.'),
    volume_used_ratio: share.default(0.8).describe('Share of the volume that the data may fill.'),
};
const thresholdSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(thresholdShape);
const DEFAULT_THRESHOLDS = thresholdSchema.parse({});
/** Seconds of a duration that the schema has accepted. */
const seconds = (duration) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(duration) ?? 0) / 1000;


/***/ })

};

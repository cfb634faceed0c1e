export const id = 937;
export const ids = [937];
export const modules = {

/***/ 9711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SAMPLES_PER_MB),
/* harmony export */   N: () => (/* binding */ scrapeLimits)
/* harmony export */ });
/**
 * What one target may send in one scrape, so that a service that grows without limit is refused before Prometheus runs
 * out of memory. Measured on a machine of 512 MB: 100,000 series take 195 MB, 200,000 take 341 MB; a target of 10,240
 * series leaves room for fourteen like it. A response is held in memory completely while it is read.
 */
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
/** No exposition that is worth scraping is larger. */
const MOST_BODY_MB = 64;
/** The limits of a scrape job on a machine with this much memory. */
function scrapeLimits(memoryMb) {
    return {
        samples: SAMPLES_PER_MB * memoryMb,
        bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
    };
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bi: () => (/* binding */ missingFile),
  Xg: () => (/* binding */ readConfig),
  TD: () => (/* binding */ readConfiguration),
  e2: () => (/* binding */ readEach),
  Wh: () => (/* binding */ readProject),
  MI: () => (/* binding */ throwIfAny)
});

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
// EXTERNAL MODULE: ./build/formats/json.js
var json = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/formats/json-diagnostic.js
var json_diagnostic = __webpack_require__(3829);
// EXTERNAL MODULE: ./build/inputs/plain-http.js
var plain_http = __webpack_require__(561);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/config/load.js + 1 modules
var load = __webpack_require__(4588);
;// CONCATENATED MODULE: ./build/config/name-conflicts.js
/** Names are set in one place: an input that would have no effect is an error. */
function conflictingNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input/name-conflict',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and ${file} exists.`,
        hint: `Set the name in ${file} and remove the input.`,
    }));
}

// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/config/project.js










/**
 * Reads the part of the repository that every mode needs. Problems of its files are returned, to be reported with others.
 * @throws ActionError `configuration` when the configuration itself cannot be read
 */
function readProject(inputs, root) {
    const { workspace, config, source, problems } = readConfig(inputs, root);
    const { found, problems: unreadable } = readDashboards(workspace, config);
    const dashboards = config.grafana.dashboards ? found.map(({ dashboard }) => dashboard) : shipped(config);
    return {
        project: { workspace, config, source, dashboards, dashboardSources: found.map(({ source }) => source) },
        problems: [...problems, ...passwordInTheOpen(inputs, config), ...unreadable],
    };
}
/** A Prometheus with public access is sent no password, so plain HTTP is acceptable for it. */
const passwordInTheOpen = ({ prometheusUrl: url }, { monitoring }) => url === undefined || monitoring.access === 'public' ? [] : (0,plain_http/* plainHttp */.B)({ input: 'prometheus-url', url });
/** @throws ActionError `configuration` when there is any problem */
function throwIfAny(problems) {
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
}
/** Reads only the configuration, or makes it from the preset. Never throws an ActionError. */
function readConfiguration(workspace, { config: { path, explicit }, names }) {
    const name = (0,lib_workspace/* repositoryPath */.SH)(workspace, path);
    const failed = (problems) => ({ config: undefined, source: undefined, problems });
    let source;
    try {
        source = (0,lib_workspace/* readText */.yR)(workspace, path);
        if (!source && explicit)
            return failed([missingFile(name, 'Input config names it.')]);
        const config = source ? (0,load/* loadConfig */.Z9)(source.text, source.file) : (0,load/* parseConfig */.o4)((0,preset/* presetConfig */.u)(names));
        return { config, source, problems: source ? conflictingNames(names, source.file) : [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        // A name for the preset that is not valid is an input that is not valid: there is no file to point at.
        const at = (0,lib_workspace/* existsInWorkspace */.j6)(workspace, path) ? { file: name, line: 1, column: 1 } : undefined;
        return failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem })));
    }
}
/**
 * Reads the configuration, and lets its own names through redaction.
 * @throws ActionError `configuration` when it cannot be read
 */
function readConfig(inputs, root) {
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(root, inputs.workingDirectory);
    const { config, source, problems } = readConfiguration(workspace, inputs);
    if (!config)
        throw new errors/* ActionError */.lZ('configuration', problems);
    const { monitoring, apps, services } = config;
    (0,redact/* spare */.iC)([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)]);
    return { workspace, config, source, problems };
}
/** Reads one item after the other; an item that cannot be read is a problem and does not stop the others. */
function readEach(items, read) {
    const result = { found: [], problems: [] };
    for (const item of items) {
        try {
            const one = read(item);
            if (Array.isArray(one))
                result.problems.push(...one);
            else
                result.found.push(one);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            result.problems.push(...error.problems);
        }
    }
    return result;
}
/** The dashboards that the configuration names. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards ?? [];
    const paths = new Set(own.flatMap((path) => (0,lib_workspace/* listFiles */.CS)(workspace, path, '.json')));
    return readEach([...paths], (path) => {
        const text = (0,lib_workspace/* readText */.yR)(workspace, path, lib_workspace/* MAX_DASHBOARD_BYTES */.Em);
        return text
            ? parseDashboard(text)
            : [missingFile((0,lib_workspace/* repositoryPath */.SH)(workspace, path), '`grafana.dashboards` names it.')];
    });
}
/** The dashboards of this action for which the services have the metrics. */
function shipped(config) {
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const files = [
        ...(isFechatter ? ['dashboards/fechatter-overview.json'] : []),
        'dashboards/fechatter-monitoring.json',
    ];
    return files.map((file) => ({ file, json: JSON.parse((0,assets.readAsset)(file)) }));
}
function parseDashboard(source) {
    const { file, text } = source;
    const read = (0,json/* readJson */.V)(text);
    return read.ok ? { dashboard: { file, json: read.value }, source } : [(0,json_diagnostic/* invalidJson */.U)(file, read)];
}
/** The diagnostic for a file that is named somewhere and does not exist. */
function missingFile(file, hint) {
    return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9977);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7209);



/**
 * The password of Prometheus when none is configured: derived, so that a Fly token is enough and equal runs render equal
 * files. Another token results in another password. It is redacted from all output.
 */
function derivePassword(flyToken, app) {
    const password = keyed(flyToken, `password\0${app}`).toString('base64url');
    (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .addSecret */ .Ck)(password);
    return password;
}
/** A digest that only a holder of the token can compute, so that it may be shown where the values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
/** HMAC of a text with the token as its key. All spellings of a token result in the same key. */
function keyed(flyToken, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__/* .flyTokens */ .o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}


/***/ }),

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   es: () => (/* binding */ GUEST_PATHS)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9711);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(980);




/** Paths of the files on the monitoring machine. */
const GUEST_PATHS = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST_PATHS.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
const NO_REDIRECTS = { follow_redirects: false };
/**
 * Discovery by the AAAA records of Fly's private DNS: each started machine is a target.
 * Both labels are names of the configuration, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, { scrape_interval: interval, vm }, version) {
    const { samples, bodyMb } = (0,_config_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .scrapeLimits */ .N)(vm.memory_mb);
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        ...NO_REDIRECTS,
        body_size_limit: `${bodyMb}MB`,
        sample_limit: samples,
        // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
        ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
        dns_sd_configs: [
            { names: [host], type: 'AAAA', port: service.port, refresh_interval: atMost(interval, '15s') },
        ],
        relabel_configs: [
            { target_label: 'service', replacement: literal(service.name) },
            { target_label: 'app', replacement: literal(service.app) },
        ],
    };
}
/** The self-scrape needs the password too: basic auth protects every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8,
        ...NO_REDIRECTS,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        ...NO_REDIRECTS,
        basic_auth: { username: target.user, password_file: GUEST_PATHS.remoteWriteKey },
        // A monitoring machine is small: few shards use little memory (the default is 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ }),

/***/ 8862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderWebConfig)
/* harmony export */ });
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7209);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3694);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9277);





/** bcrypt cost: 10 as in the example of Prometheus, about 0.1 s for each wrong password; correct ones are cached. */
const COST = '10';
/**
 * `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password results in the same hash.
 * The hash allows guessing passwords offline, so it is as secret as the password.
 */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)([...(0,_derive_js__WEBPACK_IMPORTED_MODULE_3__/* .keyed */ .Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    const hash = (0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .hashSync */ .Y8)(password, salt);
    (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .addSecret */ .Ck)(hash);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .PROMETHEUS_USER */ .X1]: hash } }, { lineWidth: 0 });
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

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   passwordOutput: () => (/* binding */ passwordOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _config_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2351);
/* harmony import */ var _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3694);
/* harmony import */ var _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8862);
/* harmony import */ var _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4633);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1469);






/**
 * Prints the password of Prometheus, or the web configuration with its hash in base64; nothing else, so that it can be
 * piped into `flyctl secrets set NAME=-`.
 * @throws ActionError `configuration`
 */
function passwordOutput({ inputs, webConfig }) {
    const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
    // The checks of mode plan: it needs no token, and here one of the two is enough.
    const given = (0,_inputs_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
    const { config } = (0,_config_project_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(given, process.cwd());
    const { app, access } = config.monitoring;
    if (access !== 'password')
        throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
    const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0,_desired_derive_js__WEBPACK_IMPORTED_MODULE_2__/* .derivePassword */ .Jn)(given.flyToken, app));
    if (plain === undefined)
        throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
    if (!webConfig)
        return plain;
    // The salt comes from the token, so that equal runs render equal files; without one, any will do.
    const key = given.flyToken || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return Buffer.from((0,_desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__/* .renderWebConfig */ .h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}


/***/ })

};

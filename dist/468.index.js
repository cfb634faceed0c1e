export const id = 468;
export const ids = [468];
export const modules = {

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assetPath),
/* harmony export */   f: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships beside the code (`dashboards/…`, `templates/…`).
 * This file stays directly in src/: `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships beside the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}


/***/ }),

/***/ 2468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   password: () => (/* binding */ password)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2797);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7849);
/* harmony import */ var _render_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3895);
/* harmony import */ var _render_derive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1582);






/**
 * Prints the password of Prometheus, or the web configuration with its hash in base64; nothing else, so that it can be
 * piped into `flyctl secrets set NAME=-`.
 * @throws ActionError `configuration`
 */
function password({ inputs, switches }) {
    const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
    // The checks of mode plan: it needs no token, and here one of the two is enough.
    const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
    const { config } = (0,_project_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(given, process.cwd());
    const { app, access } = config.monitoring;
    if (access !== 'password')
        throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or leave it out.');
    const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0,_render_derive_js__WEBPACK_IMPORTED_MODULE_5__/* .derivePassword */ .Jn)(given.flyToken, app));
    if (plain === undefined)
        throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
    if (!switches.has('web-config'))
        return plain;
    // The salt comes from the token, so that equal runs render equal files; without one, any will do.
    const key = given.flyToken || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return Buffer.from((0,_render_access_js__WEBPACK_IMPORTED_MODULE_4__/* .renderWebConfig */ .h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}


/***/ }),

/***/ 2855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ APP_NAME),
/* harmony export */   Z: () => (/* binding */ REGION)
/* harmony export */ });
/** Names as Fly has them; apart from the schema, which takes a while to load. */
const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REGION = /^[a-z]{3}$/;


/***/ }),

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ preset),
/* harmony export */   _: () => (/* binding */ PRESET_APP)
/* harmony export */ });
const afterTraffic = (type) => ({
    type,
    expect: 'after-traffic',
});
/**
 * Fechatter's four services: what applies without a configuration file. Labelled counters and histograms do not
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
/** Name of the main app without an input that says another. */
const PRESET_APP = 'fechatter';
/** The preset as a configuration file would say it, before validation fills in the defaults. */
function preset(names) {
    const app = names.app ?? PRESET_APP;
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

/***/ 2797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: FAIL_ON, MODES

// EXTERNAL MODULE: ./build/config/names.js
var config_names = __webpack_require__(2855);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/inputs/access.js
/** Any of Fly's tokens, also several joined by commas; `plan` and `dashboards` do without. */
function flyToken(given, mode, complain) {
    if (given === undefined && (mode === 'deploy' || mode === 'verify'))
        complain('input-fly-token-missing', 'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.', 'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.');
    else if (/^["'].*["']$/s.test(given ?? ''))
        complain('input-fly-token-quoted', 'The Fly token is in quotes.', 'Store the token without the quotes: flyctl takes them as part of it.');
    else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
        complain('input-fly-token-broken', 'The Fly token has white space or a line break inside.', 'Store it again as one line: a copy out of a terminal may have been wrapped.');
    return given ?? '';
}
/** Which flyctl, and the digest of its release. */
function flyctl(value, complain) {
    const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()];
    if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
        complain('input-flyctl-version', `Input flyctl-version is ${JSON.stringify(version)}.`, 'Name one release, such as 0.4.87.');
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
        complain('input-flyctl-sha256', 'Input flyctl-sha256 is not a sha256.', 'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.');
    return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) };
}
/** Groups are all or nothing: a half-given one is a forgotten secret, and the missing names are said. */
function group(names, what, value, complain) {
    const missing = names.filter((name) => value(name) === undefined);
    if (missing.length === names.length)
        return undefined;
    if (missing.length === 0)
        return Object.fromEntries(names.map((name) => [name, value(name)]));
    const given = names.filter((name) => !missing.includes(name));
    complain('input-half-group', `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`, `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`);
    return undefined;
}
/** Where samples are written too, when all three of its inputs are set. */
function remoteWrite(value, complain) {
    const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'];
    const given = group(names, 'Remote write', value, complain);
    const target = url('grafana-prometheus-url', value('grafana-prometheus-url'), complain);
    if (!given || !target)
        return undefined;
    return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] };
}
/** Grafana itself, when both of its inputs are set. */
function grafana(value, mode, complain) {
    if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
        complain('input-grafana-missing', 'Mode dashboards needs grafana-url and grafana-api-key.', 'Set both: the address of your Grafana and a service account token (glsa_…).');
    const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, complain);
    const target = url('grafana-url', value('grafana-url'), complain);
    if (given?.['grafana-api-key'].startsWith('glc_'))
        complain('input-grafana-token', 'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.', 'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.');
    return given && target ? { url: target.replace(/\/+$/, ''), token: given['grafana-api-key'] } : undefined;
}
/** An address without credentials in it; undefined when it is not given. */
function url(name, given, complain) {
    if (given === undefined)
        return undefined;
    const parsed = URL.parse(given);
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
        complain('input-url', `Input ${name} is not a URL.`, 'Write it whole, with https:// in front.');
    else if (parsed.username || parsed.password)
        complain('input-url-credentials', `Input ${name} has a user or a password in the URL.`, 'Give them by the inputs that are made for them; URLs end up in logs.');
    else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
        complain('input-url', `Input ${name} has a "?" or a "#" in it.`, 'Give the address alone; paths are added to it.');
    return given;
}
/** bcrypt reads 72 bytes; HTTP basic auth has no room for control characters; white space at the ends gets lost on the way. */
function access_password(given, complain) {
    if (given === undefined)
        return undefined;
    const wrong = (message, hint) => complain('input-password', `prometheus-password ${message}.`, hint);
    if (given !== given.trim())
        wrong('starts or ends with white space', 'Store the secret without it; a newline at the end often comes from "echo".');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    else if (/[\x00-\x1f\x7f]/.test(given))
        wrong('contains a control character', 'Use printable characters only.');
    if (Buffer.byteLength(given) > 72)
        wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.');
    return given;
}

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/inputs.js







/** When the exit code is red: never, or when targets (metrics, panels) are not all proven. */
const FAIL_ON = ['never', 'targets', 'metrics', 'panels'];
/** `deploy`: everything. `plan`: checks files, needs nothing. `verify`: only the proof. `dashboards`: only the Grafana part. */
const MODES = ['deploy', 'plan', 'verify', 'dashboards'];
/** Inputs of the final set that this release does not know yet. */
const NOT_YET = ['rollback-on-failure', 'comment', 'commit-status', 'github-token'];
/**
 * Reads and checks everything at once.
 * @throws ActionError `configuration` with every problem found
 */
function readInputs(env) {
    const problems = notYet(env);
    const complain = (code, message, hint) => problems.push({ code, severity: 'error', message, hint });
    const value = (name) => (0,names/* raw */.lS)(env, name)?.trim() || undefined;
    const mode = oneOf('mode', value('mode') ?? 'deploy', MODES, complain);
    const inputs = {
        mode,
        config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
        workingDirectory: value('working-directory') ?? '.',
        names: presetNames(value, complain),
        flyToken: flyToken(value('fly-api-token'), mode, complain),
        flyctl: flyctl(value, complain),
        remoteWrite: remoteWrite(value, complain),
        grafana: grafana(value, mode, complain),
        prometheusPassword: access_password((0,names/* raw */.lS)(env, 'prometheus-password'), complain),
        prometheusUrl: url('prometheus-url', value('prometheus-url'), complain),
        failOn: oneOf('fail-on', value('fail-on') ?? 'targets', FAIL_ON, complain),
        timeoutMs: timeout(value('timeout') ?? '15m', complain),
    };
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
    return inputs;
}
function notYet(env) {
    return NOT_YET.filter((name) => env[(0,names/* variable */.bv)(name)]?.trim()).map((name) => ({
        code: 'input-not-yet',
        severity: 'error',
        message: `Input ${name} is not supported yet.`,
        hint: 'Remove it from the workflow; a later release knows it.',
    }));
}
function oneOf(name, given, allowed, complain) {
    const found = allowed.find((a) => a === given);
    if (found)
        return found;
    complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, (0,did_you_mean/* didYouMean */.a)(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`);
    return allowed[0];
}
function presetNames(value, complain) {
    const names = {
        app: value('app'),
        monitoringApp: value('monitoring-app'),
        organization: value('organization'),
        region: value('region'),
    };
    const shape = (name, given, pattern, hint) => {
        if (given !== undefined && !pattern.test(given))
            complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, hint);
    };
    const hint = 'A Fly app name has lowercase letters, digits and dashes.';
    shape('app', names.app, config_names/* APP_NAME */.C, hint);
    shape('monitoring-app', names.monitoringApp, config_names/* APP_NAME */.C, hint);
    shape('region', names.region, config_names/* REGION */.Z, 'A Fly region has three letters, such as nrt or fra.');
    if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? preset/* PRESET_APP */._))
        complain('input-value', `Input monitoring-app is ${names.monitoringApp}, which is the main app.`, 'Prometheus needs an app of its own.');
    return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000;
function timeout(given, complain) {
    const milliseconds = (0,duration/* parseDuration */.E)(given);
    if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS)
        return milliseconds;
    complain('input-timeout', `Input timeout is ${JSON.stringify(given)}.`, `Use a duration such as 15m or 90s, at least 1s and at most 1d.`);
    return 0;
}


/***/ }),

/***/ 9386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   f: () => (/* binding */ DURATION)
/* harmony export */ });
/** Milliseconds in each unit of Prometheus' duration syntax (a year is 365 days, a week 7). */
const UNITS = {
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 7 * 86_400_000,
    y: 365 * 86_400_000,
};
/** Prometheus' own grammar: descending units, each at most once (`1h30m`, `15s`, `15d`). */
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
/** Milliseconds of a duration in Prometheus' syntax, or undefined when it is not one. */
function parseDuration(text) {
    if (!DURATION.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
        total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
    return total;
}


/***/ }),

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

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusedNames)
/* harmony export */ });
/** Names are said in one place: an input that would change nothing is an error. */
function refusedNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input-beside-file',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
        hint: `Say it in ${file} and remove the input.`,
    }));
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


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   R6: () => (/* binding */ insist),
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   __: () => (/* binding */ each)
/* harmony export */ });
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3287);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
/* harmony import */ var _config_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1356);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(292);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(493);
/* harmony import */ var _lint_beside_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5148);
/* harmony import */ var _lint_not_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(516);








/**
 * Reads the repository, as far as every mode needs it. What is wrong with its files is returned, to be told with more.
 * @throws ActionError `configuration` when the configuration itself cannot be read
 */
function readProject(inputs, root) {
    const { workspace, config, configFile } = readConfig(inputs, root);
    const dashboards = readDashboards(workspace, config);
    const beside = configFile === undefined ? [] : (0,_lint_beside_js__WEBPACK_IMPORTED_MODULE_7__/* .refusedNames */ .h)(inputs.names, configFile);
    return {
        project: { workspace, config, configFile, dashboards: dashboards.found },
        problems: [...beside, ...dashboards.problems],
    };
}
/** @throws ActionError `configuration` when there are any */
function insist(problems) {
    if (problems.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
}
/**
 * Reads the configuration alone, or makes it from the preset.
 * @throws ActionError `configuration`
 */
function readConfig(inputs, root) {
    const workspace = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .openWorkspace */ .OH)(root, inputs.workingDirectory);
    const file = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, inputs.config.path);
    if (!file && inputs.config.explicit)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', [
            missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, inputs.config.path), 'Input config names it.'),
        ]);
    // A wrong name for the preset is a wrong input: there is no file to point at.
    const config = file ? (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(file.text, file.file) : (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .tf)((0,_config_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .preset */ .I)(inputs.names));
    return { workspace, config, configFile: file?.file };
}
/** Reads one thing after the other; what cannot be read is a problem and does not stop the others. */
function each(items, read) {
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
            if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ))
                throw error;
            result.problems.push(...error.problems);
        }
    }
    return result;
}
/** The user's own dashboards, else those that ship with this action as far as the services have their metrics. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards;
    if (!own)
        return { found: shipped(config), problems: [] };
    const paths = new Set(own.flatMap((path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .listFiles */ .CS)(workspace, path, '.json')));
    return each([...paths], (path) => {
        const text = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, path, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_DASHBOARD_BYTES */ .Em);
        return text ? parseDashboard(text) : [missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), 'grafana.dashboards names it.')];
    });
}
function shipped(config) {
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const files = [
        ...(isFechatter ? ['dashboards/fechatter-overview.json'] : []),
        'dashboards/fechatter-monitoring.json',
    ];
    return files.map((file) => ({ file, json: JSON.parse((0,_assets_js__WEBPACK_IMPORTED_MODULE_0__/* .readAsset */ .f)(file)) }));
}
function parseDashboard({ file, text }) {
    const read = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .V)(text);
    return read.ok ? { file, json: read.value } : [(0,_lint_not_json_js__WEBPACK_IMPORTED_MODULE_6__/* .notJson */ .O)(file, read)];
}
/** A file that is named somewhere and is not there. */
function missing(file, hint) {
    return { code: 'file-missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderWebConfig)
/* harmony export */ });
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1582);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7949);




/** bcrypt's cost: 10 is Prometheus' own example, about 0.1 s per wrong password; right ones are cached. */
const COST = '10';
/** `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password hashes to the same text. */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)([...(0,_derive_js__WEBPACK_IMPORTED_MODULE_2__/* .keyed */ .Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .PROMETHEUS_USER */ .X1]: (0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .hashSync */ .Y8)(password, salt) } }, { lineWidth: 0 });
}


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
function derivePassword(flyToken, app) {
    return keyed(flyToken, `password\0${app}`).toString('base64url');
}
/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
/** What only a holder of the token can make of a text. */
function keyed(flyToken, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', normalise(flyToken)).update(`deploy-monitoring\0${text}`).digest();
}
/** flyctl takes a token with or without its scheme; both are the same token. */
const normalise = (token) => token.trim().replace(/^(FlyV1|Bearer)\s+/i, '');


/***/ }),

/***/ 7949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   hR: () => (/* binding */ GUEST)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);



/** Where files lie on the monitoring machine. */
const GUEST = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job per service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, interval, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * Discovery by the AAAA records of Fly's private DNS: every started machine, one by one.
 * Both labels are the user's own names, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, interval, version) {
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        body_size_limit: '16MB',
        // Prometheus 3 refuses a blank or unknown Content-Type unless told how to read it; 2.42 does not know the key.
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
/** The self-scrape needs the password too: basic auth guards every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        basic_auth: { username: target.user, password_file: GUEST.remoteWriteKey },
        // A monitoring machine is small: few shards, little memory (defaults are 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ })

};

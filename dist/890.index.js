export const id = 890;
export const ids = [890,109];
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
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8175);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7849);
/* harmony import */ var _render_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3895);





/**
 * Prints the password of Prometheus, or the web configuration with its hash in base64; nothing else, so that it can be
 * piped into `flyctl secrets set NAME=-`.
 * @throws ActionError `configuration`
 */
function password({ inputs, switches }) {
    const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
    // The checks of mode plan: it needs no token, and here one of the two is enough.
    const given = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
    const { config } = (0,_project_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .X)(given, process.cwd());
    const { app, access } = config.monitoring;
    if (access !== 'password')
        throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or leave it out.');
    const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0,_render_access_js__WEBPACK_IMPORTED_MODULE_4__/* .derivePassword */ .Jn)(given.flyToken, app));
    if (plain === undefined)
        throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
    if (!switches.has('web-config'))
        return plain;
    // The salt comes from the token, so that equal runs render equal files; without one, any will do.
    const key = given.flyToken || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return Buffer.from((0,_render_access_js__WEBPACK_IMPORTED_MODULE_4__/* .renderWebConfig */ .hV)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}


/***/ }),

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

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ goDuration),
/* harmony export */   uh: () => (/* binding */ goSize),
/* harmony export */   yd: () => (/* binding */ commandFault)
/* harmony export */ });
/** What flyctl understands because Go's libraries do: durations, sizes, commands. */
const UNITS = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1e3,
    m: 6e4,
    h: 3.6e6,
};
const DURATION = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
/** Milliseconds of Go's duration syntax (`1m30s`, `1.5h`), undefined when it is not one. There are no days. */
function goDuration(text) {
    if (/^[-+]?0$/.test(text))
        return 0;
    if (!DURATION.test(text))
        return undefined;
    const parts = text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g);
    const sum = [...parts].reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0);
    return text.startsWith('-') ? -sum : sum;
}
/** Whole gigabytes (or mebibytes, binary) of a size: a bare number is one already, else units as in `10gb`, `512 MiB`. */
function goSize(text, of) {
    if (/^[-+]?\d+$/.test(text))
        return Number(text);
    const match = /^(\d*\.?\d*) ?([bkmgtp]?)(i?b)?$/i.exec(text);
    if (!match?.[1] || match[1] === '.')
        return undefined;
    const [, amount, prefix = '', suffix = ''] = match;
    if ((prefix === '' && suffix !== '') || (/b/i.test(prefix) && suffix !== ''))
        return undefined;
    const base = of === 'GB' ? 1000 : 1024;
    const power = 'bkmgtp'.indexOf(prefix.toLowerCase() || 'b');
    return Math.floor((Number(amount) * base ** power) / (of === 'GB' ? 1e9 : 1024 ** 2));
}
/**
 * What keeps a command from being split into words (as google/shlex does it), or undefined. Takes away one part of
 * the command after the other: a comment, a space, an escape, a quoted text, any other character.
 */
function commandFault(command) {
    const part = /(#[^\n]*)|(\s)|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|([^"'\\])/y;
    let atStart = true;
    while (part.lastIndex < command.length) {
        const from = part.lastIndex;
        const match = part.exec(command);
        if (!match)
            return command.charAt(from) === '\\' ? 'it ends with a backslash' : 'a quote is not closed';
        // In the middle of a word, # is a character like any other.
        if (match[1] !== undefined && !atStart)
            part.lastIndex = from + 1;
        atStart = match[2] !== undefined || (match[1] !== undefined && atStart);
    }
    return undefined;
}


/***/ }),

/***/ 7109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ typeProblems),
  a: () => (/* binding */ unknownKey)
});

// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
// EXTERNAL MODULE: ./build/lint/fly/go.js
var go = __webpack_require__(138);
;// CONCATENATED MODULE: ./build/lint/fly/shape.js
const keys = (shape, names) => Object.fromEntries(names.split(' ').map((name) => [name, shape]));
const table = (shapes) => ({ table: shapes });
const list = (shapes) => ({ list: shapes, one: false });
const oneOrMore = (shapes) => ({ list: shapes, one: true });
const map = (shape) => ({ map: shape, named: false });
const named = (shape) => ({ map: shape, named: true });
const TIMES = 'interval timeout grace_period';
const httpCheck = {
    ...keys('text', 'method path protocol tls_server_name'),
    ...keys('flag', 'tls_skip_verify'),
};
const vm = {
    ...keys('text', 'size cpu_kind gpu_kind host_dedication_id'),
    ...keys('whole', 'cpus memory_mb max_memory_mb gpus'),
    ...keys('texts', 'kernel_args processes'),
    ...keys('size', 'memory'),
    ...keys('anything', 'persist_rootfs'),
};
const mount = {
    ...keys('text', 'source destination auto_extend_size_increment auto_extend_size_limit'),
    ...keys('whole', 'snapshot_retention auto_extend_size_threshold'),
    ...keys('flag', 'scheduled_snapshots'),
    ...keys('size', 'initial_size'),
    ...keys('texts', 'processes'),
};
const metrics = {
    ...keys('whole', 'port'),
    ...keys('text', 'path'),
    ...keys('flag', 'https'),
    ...keys('texts', 'processes'),
};
const machineChecks = list({
    ...keys('texts', 'command entrypoint'),
    ...keys('text', 'image kill_signal'),
    ...keys('duration', 'kill_timeout'),
});
const edge = {
    tls_options: table({ ...keys('texts', 'alpn versions'), ...keys('flag', 'default_self_signed') }),
    http_options: table({
        ...keys('flag', 'compress h2_backend'),
        ...keys('whole', 'idle_timeout headers_read_timeout'),
        response: table({ headers: 'anything', pristine: 'flag' }),
        replay_cache: list({
            ...keys('text', 'path_prefix type name'),
            ...keys('whole', 'ttl_seconds'),
            ...keys('flag', 'allow_bypass'),
        }),
    }),
};
const serving = {
    ...keys('autostop', 'auto_stop_machines'),
    ...keys('flag', 'auto_start_machines'),
    ...keys('whole', 'min_machines_running'),
    ...keys('texts', 'processes'),
    machine_checks: machineChecks,
};
const concurrency = { ...keys('text', 'type'), ...keys('whole', 'hard_limit soft_limit') };
const httpService = table({
    ...serving,
    ...edge,
    ...keys('whole', 'internal_port'),
    ...keys('flag', 'force_https'),
    concurrency: table(concurrency),
    checks: list({ ...httpCheck, ...keys('duration', TIMES), headers: map('text') }),
});
const services = oneOrMore({
    ...serving,
    ...keys('text', 'protocol'),
    ...keys('any-whole', 'internal_port'),
    concurrency: { table: concurrency, limits: true },
    ports: oneOrMore({
        ...edge,
        ...keys('any-whole', 'port'),
        ...keys('whole', 'start_port end_port'),
        ...keys('texts', 'handlers'),
        ...keys('flag', 'force_https'),
        proxy_proto_options: table(keys('text', 'version')),
    }),
    tcp_checks: oneOrMore(keys('any-duration', TIMES)),
    http_checks: oneOrMore({ ...httpCheck, ...keys('any-duration', TIMES), headers: 'headers' }),
});
/**
 * The whole of flyctl's configuration (v0.4.88, internal/appconfig): which keys there are, and what they take.
 * flyctl ignores keys that it does not know, and refuses the whole file for one value of a wrong type.
 */
const FLY_TOML = {
    ...keys('text', 'app primary_region kill_signal console_command host_dedication_id machine_config container'),
    ...keys('any-duration', 'kill_timeout'),
    ...keys('whole', 'swap_size_mb'),
    experimental: table({
        ...keys('text-or-texts', 'cmd entrypoint exec'),
        ...keys('flag', 'auto_rollback enable_consul enable_etcd lazy_load_images'),
        ...keys('text', 'machine_config'),
        // Old keys: flyctl moves them to where they belong today.
        ...keys('any-duration', 'kill_timeout'),
        ...keys('anything', 'metrics_port metrics_path'),
        attached: table({ secrets: table({ export: map('text') }) }),
    }),
    build: table({
        ...keys('text', 'builder image builtin dockerfile ignorefile build-target build_target compression'),
        ...keys('texts', 'buildpacks'),
        ...keys('whole', 'compression_level'),
        ...keys('anything', 'settings'),
        args: map('text'),
        compose: table(keys('text', 'file')),
    }),
    deploy: table({
        ...keys('text', 'strategy release_command seed_command'),
        ...keys('number', 'max_unavailable'),
        ...keys('duration', 'wait_timeout release_command_timeout'),
        release_command_vm: table({ ...vm, memory: 'text' }),
    }),
    env: named('anything'),
    processes: named('text'),
    http_service: httpService,
    services,
    checks: named(table({
        ...httpCheck,
        ...keys('any-duration', TIMES),
        ...keys('text', 'type name'),
        ...keys('whole', 'port'),
        ...keys('texts', 'processes'),
        ...keys('headers', 'headers'),
    })),
    files: list({
        ...keys('text', 'guest_path local_path secret_name raw_value'),
        ...keys('texts', 'processes'),
    }),
    machine_checks: machineChecks,
    restart: list({ ...keys('text', 'policy'), ...keys('whole', 'retries'), ...keys('texts', 'processes') }),
    statics: list(keys('text', 'guest_path url_prefix tigris_bucket index_document')),
    ...{ mounts: oneOrMore(mount), mount: oneOrMore(mount) },
    ...{ vm: oneOrMore(vm), compute: oneOrMore(vm), computes: oneOrMore(vm) },
    ...{ metrics: oneOrMore(metrics), metric: oneOrMore(metrics) },
};

;// CONCATENATED MODULE: ./build/lint/fly/types.js




/** Wrong types (errors) and unknown keys (warnings) of a whole file. */
function typeProblems(root, file) {
    const walk = { file, problems: [] };
    visit(root, { table: FLY_TOML }, '', walk);
    return walk.problems;
}
function visit(node, shape, path, walk) {
    if (typeof shape === 'string') {
        if (!fits(node, shape))
            mismatch(node, path, shape, walk);
    }
    else if ('list' in shape)
        visitList(node, shape, path, walk);
    else if ('map' in shape)
        visitMap(node, shape, path, walk);
    else if (!shape.limits || !isLimits(node))
        visitTable(node, shape.table, path, walk);
}
/** `20,25`: soft and hard limit. */
const isLimits = (node) => node.kind === 'value' && isText(node.value) && /^[+-]?\d+,[+-]?\d+$/.test(node.value);
function visitList(node, shape, path, walk) {
    if (node.kind === 'list')
        for (const item of node.items)
            visitTable(item, shape.list, path, walk);
    else if (shape.one && node.kind === 'table')
        visitTable(node, shape.list, path, walk);
    else
        mismatch(node, path, shape, walk);
}
function visitMap(node, shape, path, walk) {
    if (node.kind === 'table')
        for (const [key, value] of node.entries)
            visit(value, shape.map, `${path}.${key}`, walk);
    else if (!shape.named || node.kind !== 'list')
        mismatch(node, path, shape, walk);
}
function visitTable(node, shapes, path, walk) {
    if (node.kind !== 'table') {
        mismatch(node, path, { table: shapes }, walk);
        return;
    }
    for (const [key, value] of node.entries) {
        const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
        const inner = path ? `${path}.${key}` : key;
        if (shape)
            visit(value, shape, inner, walk);
        else {
            const problem = unknownKey(inner, { file: walk.file, ...value.at });
            walk.problems.push({ ...problem, hint: (0,did_you_mean/* didYouMean */.a)(key, Object.keys(shapes)) ?? problem.hint });
        }
    }
}
/** A key that has no effect; its path is without indexes. */
const unknownKey = (path, at) => (0,catalog/* finding */.gk)('fly-toml-unknown-key', at, `flyctl does not know ${path}.`, 'Remove it: it has no effect.');
const WANTED = {
    text: 'text in quotes',
    flag: 'true or false, without quotes',
    whole: 'a whole number, without quotes',
    number: 'a number, without quotes',
    texts: 'a list of texts, such as ["app"]',
    duration: 'a duration such as "30s"',
    'any-duration': 'a duration such as "30s"',
    'any-whole': 'a whole number',
    'text-or-texts': 'text or a list of texts',
    size: 'a size such as "10gb"',
    autostop: 'one of: "off", "stop", "suspend", true, false',
    headers: 'a table of texts',
    anything: 'anything',
};
function mismatch(node, path, shape, walk) {
    const at = { file: walk.file, ...node.at };
    const given = node.kind === 'value' ? (0,catalog/* shown */.SP)(node.value) : node.kind === 'list' ? 'a list' : 'a table';
    if (typeof shape === 'string' && shape.endsWith('duration') && given.startsWith('"')) {
        const hint = 'Use numbers with h, m, s or ms, such as "1m30s". There are no days.';
        walk.problems.push((0,catalog/* finding */.gk)('fly-toml-duration', at, `${path} is ${given}, which is no duration.`, hint));
        return;
    }
    const wanted = typeof shape === 'string'
        ? WANTED[shape]
        : 'list' in shape
            ? `a list of tables: [[${path}]]`
            : `a table: [${path}]`;
    walk.problems.push((0,catalog/* finding */.gk)('fly-toml-type', at, `${path} is ${given}.`, `It must be ${wanted}.`));
}
function fits(node, shape) {
    if (shape === 'anything' || (shape === 'any-duration' && node.kind !== 'value'))
        return true;
    if (shape === 'headers')
        return isHeaders(node);
    if (node.kind === 'list')
        return (shape === 'texts' || shape === 'text-or-texts') && node.items.every((item) => fits(item, 'text'));
    return node.kind === 'value' && FITS[shape](node.value);
}
const isHeaders = (node) => node.kind === 'table' ||
    (node.kind === 'list' && node.items.every((item) => item.kind === 'table' && item.entries.has('name')));
const isText = (value) => typeof value === 'string';
// A date becomes text on flyctl's way from TOML to JSON.
const isTextual = (value) => isText(value) || value instanceof Date;
const FITS = {
    text: isTextual,
    'text-or-texts': isTextual,
    texts: () => false,
    flag: (value) => typeof value === 'boolean',
    whole: (value) => Number.isSafeInteger(value),
    number: (value) => typeof value === 'number' && Number.isFinite(value),
    'any-whole': (value) => typeof value === 'number' || (isText(value) && /^[+-]?\d+$/.test(value)),
    duration: (value) => (isText(value) ? (0,go/* goDuration */.Lm)(value) !== undefined : typeof value === 'number'),
    'any-duration': (value) => !isText(value) || value === '' || (0,go/* goDuration */.Lm)(value) !== undefined,
    size: (value) => isText(value) || typeof value === 'number',
    autostop: (value) => typeof value === 'boolean' || ['off', 'stop', 'suspend'].includes(String(value)),
    headers: () => false,
    anything: () => true,
};


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

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject),
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3287);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
/* harmony import */ var _config_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1356);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(292);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(493);
/* harmony import */ var _lint_beside_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5148);
/* harmony import */ var _lint_fly_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7311);
/* harmony import */ var _lint_not_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(516);









/**
 * Reads the repository.
 * @throws ActionError `configuration` with every file that is missing or wrong
 */
function readProject(inputs, root) {
    const { workspace, config, configFile } = readConfig(inputs, root);
    const tomls = inputs.mode === 'deploy' ? readFlyTomls(workspace, config, configFile !== undefined) : nothing;
    const boards = readDashboards(workspace, config);
    const problems = [
        ...(configFile === undefined ? [] : (0,_lint_beside_js__WEBPACK_IMPORTED_MODULE_8__/* .refusedNames */ .h)(inputs.names, configFile)),
        ...tomls.problems,
        ...boards.problems,
    ];
    if (problems.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
    return { workspace, config, configFile, flyTomls: tomls.found, dashboards: boards.found };
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
    const config = file ? (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z)(file.text, file.file) : presetConfig(inputs.names);
    return { workspace, config, configFile: file?.file };
}
/** The preset with names from inputs: a wrong name is a wrong input, there is no file to point at. */
function presetConfig(names) {
    return (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .t)((0,_config_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .preset */ .I)(names));
}
/** Only a deploy needs the apps' Fly configurations. */
const nothing = { found: [], problems: [] };
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
function readFlyTomls(workspace, config, configured) {
    const deployed = config.apps.filter((app) => app.deploy);
    return each(deployed, (app) => {
        const hint = configured
            ? `The configuration names it for app ${app.app}. Write it, or set deploy: false.`
            : NO_FILE;
        const toml = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, app.config);
        // An image needs no Dockerfile.
        const dockerfile = app.image === undefined ? app.dockerfile : undefined;
        const gone = [
            ...(toml ? [] : [app.config]),
            ...(dockerfile !== undefined && !(0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, dockerfile) ? [dockerfile] : []),
        ];
        if (!toml || gone.length > 0)
            return gone.map((path) => missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), hint));
        const services = config.services.filter((service) => service.app === app.app);
        return { app, problems: (0,_lint_fly_toml_js__WEBPACK_IMPORTED_MODULE_6__.lintFlyToml)(toml.text, toml.file, { app: app.app, services }) };
    });
}
const NO_FILE = 'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Write a monitoring.yml, or check the input working-directory.';
/** The user's own dashboards, else those that ship with this action as far as the services have their metrics. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards;
    if (!own)
        return { found: shipped(config), problems: [] };
    const paths = own.flatMap((path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .listFiles */ .CS)(workspace, path, '.json'));
    return each(paths, (path) => {
        const text = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, path, MAX_DASHBOARD_BYTES);
        return text ? parseDashboard(text) : [missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), 'grafana.dashboards names it.')];
    });
}
const MAX_DASHBOARD_BYTES = 16_000_000;
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
    return read.ok ? { file, json: read.value } : [(0,_lint_not_json_js__WEBPACK_IMPORTED_MODULE_7__/* .notJson */ .O)(file, read)];
}
function missing(file, hint) {
    return { code: 'file-missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   hV: () => (/* binding */ renderWebConfig),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7949);




/** bcrypt's cost: 10 is Prometheus' own example, about 0.1 s per wrong password; right ones are cached. */
const COST = '10';
/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
function derivePassword(flyToken, app) {
    return keyed(flyToken, `password\0${app}`).toString('base64url');
}
/** `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password hashes to the same text. */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_1__/* .encodeBase64 */ .WG)([...keyed(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .PROMETHEUS_USER */ .X1]: (0,bcryptjs__WEBPACK_IMPORTED_MODULE_1__/* .hashSync */ .Y8)(password, salt) } }, { lineWidth: 0 });
}
/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
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

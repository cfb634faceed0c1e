export const id = 109;
export const ids = [109];
export const modules = {

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


/***/ })

};

export const id = 879;
export const ids = [879,799,109,260];
export const modules = {

/***/ 9547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ flyctlEnvironment)
/* harmony export */ });
/**
 * Variables that flyctl gets from ours, beside every `FLY_*`: what a program needs to run, to find its proxy and
 * its certificates, and to label an image. Everything else stays out: inputs and tokens of other systems
 * are none of its business.
 */
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
/**
 * Dropped again: FLY_ACCESS_TOKEN would win over our token, the annotation switch prints workflow commands that are
 * ours to print, FLY_JSON and FLY_APP change what commands print or do.
 */
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP']);
/**
 * flyctl deploy sends its token over plain HTTP to port 4318 of its trace collector, whatever is set here. No TCP
 * connection can be made to the broadcast address, and trying fails at once (measured). Nothing overrides this.
 */
const TRACE_COLLECTOR = '255.255.255.255';
/** Switches off what flyctl sends to others; a variable that the user set wins. */
const QUIET = {
    FLY_SEND_METRICS: '0',
    FLY_NO_UPDATE_CHECK: '1',
    FLY_NO_INCIDENTS_CHECK: '1',
    FLY_SYNTHETICS_AGENT: '0',
};
/** The whole environment of a flyctl process. */
function flyctlEnvironment(own, given) {
    const env = { ...QUIET };
    for (const [name, value] of Object.entries(own))
        if (value !== undefined && PASSED.test(name) && !REFUSED.has(name))
            env[name] = value;
    return {
        ...env,
        FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
        FLY_API_TOKEN: given.token,
        FLY_CONFIG_DIR: given.configDir,
        NO_COLOR: '1',
    };
}


/***/ }),

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/**
 * flyctl takes half a second to release its machine leases when it is interrupted; after this long it is killed. A
 * runner kills a cancelled step after 10 s: what is left is for the report.
 */
const GRACE_MS = 7_000;
/** How long a finished process may keep its pipes open through a child that it left behind. */
const PIPES_MS = 2_000;
/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
/**
 * Runs a program to its end. Cancelling and the deadline send SIGINT (flyctl then exits 127 and marks its release as
 * interrupted) and wait; only a process that does not go is killed. Rejects when the program cannot be started.
 */
function runProcess(call) {
    const started = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.binary, call.argv, { env: call.env, cwd: call.cwd, stdio: 'pipe' });
    let stopped;
    let killer;
    const stop = (why) => {
        if (stopped)
            return;
        stopped = why;
        child.kill('SIGINT');
        killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    const cancel = () => stop('cancelled');
    const deadline = setTimeout(() => stop('deadline'), call.timeoutMs);
    call.signal?.addEventListener('abort', cancel, { once: true });
    if (call.signal?.aborted)
        cancel();
    const all = [];
    const collect = (stream) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return stop('output');
            chunks.push(chunk);
            all.push(chunk);
        });
        return () => Buffer.concat(chunks).toString('utf8');
    };
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.stdin ?? '');
    const settle = () => {
        clearTimeout(deadline);
        clearTimeout(killer);
        call.signal?.removeEventListener('abort', cancel);
    };
    child.once('error', (error) => {
        settle();
        reject(error);
    });
    child.once('exit', () => {
        setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS).unref();
    });
    child.once('close', (exitCode) => {
        settle();
        const seconds = (performance.now() - started) / 1000;
        const output = Buffer.concat(all).toString('utf8');
        resolve({ exitCode, stdout: stdout(), stderr: stderr(), output, seconds, ...(stopped && { stopped }) });
    });
    return promise;
}


/***/ }),

/***/ 9275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/** flyctl colours some output even with NO_COLOR=1 (`✓`, WARN, table headings): take every escape sequence out. */
function plain(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/\r\n?/g, '\n');
}
/**
 * The reason that flyctl gave: what follows the last line that begins with `Error: `, without the GraphQL query
 * that its API errors quote (from `failed to run` to the last `}: `) and without request and trace numbers.
 */
function errorText(stderr) {
    const lines = plain(stderr).split('\n');
    // Some warnings end without a line break, and the error then continues their line.
    const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
        lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
        [];
    if (said === undefined)
        return undefined;
    const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, 300);
}
/** Replaces what must not be shown. Values shorter than four characters are left: they would garble any text. */
function redactor(secrets) {
    const forms = new Set();
    for (const secret of secrets)
        for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
            if (form.length >= 4)
                forms.add(form);
    const longestFirst = [...forms].sort((a, b) => b.length - a.length);
    return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, '***'), text);
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

/***/ 2799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exitCode: () => (/* binding */ exitCode),
  openJournal: () => (/* binding */ openJournal)
});

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/verify/judge.js
const LEVELS = ['never', 'targets', 'metrics', 'panels'];
/**
 * The verdict over what was found. `fail-on` never changes it, only which failures decide the exit code:
 * each level includes those before it.
 */
function judge(evidence, failOn) {
    if (evidence.problems.length > 0)
        return { kind: 'failed', problems: evidence.problems };
    const found = [
        ...targetFailures(evidence),
        ...evidence.checks.flatMap((check) => failedCheck(check)),
        ...evidence.metrics.flatMap((metric) => failedMetric(metric)),
        ...evidence.rules.flatMap((rule) => failedRule(rule)),
        ...evidence.panels.flatMap((panel) => failedPanel(panel)),
    ];
    if (found.length === 0 && evidence.cutShort)
        found.push(cut(evidence.cutShort));
    if (found.length === 0)
        return { kind: 'proven' };
    return {
        kind: 'unproven',
        failures: found.map(({ level, ...failure }) => ({
            ...failure,
            decides: LEVELS.indexOf(level) <= LEVELS.indexOf(failOn),
        })),
    };
}
const cut = (why) => ({
    code: `verification-${why}`,
    area: 'targets',
    level: 'targets',
    subject: 'verification',
    why: why === 'deadline'
        ? 'Time was up before everything was certain.'
        : 'The run was cancelled before everything was certain.',
    next: why === 'deadline' ? 'Give it more time: timeout.' : 'Verify again.',
});
function targetFailures({ targets, services }) {
    const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown');
    const found = [...services.flatMap((service) => missingService(service)), ...failed.map(failedTarget)];
    if (found.length > 0 || targets.some((target) => target.state === 'up'))
        return found;
    return [
        {
            code: 'target-none',
            area: 'targets',
            level: 'targets',
            subject: 'all services',
            why: 'Not one target was scraped: every machine is stopped, as it may be, so nothing at all is proven.',
            next: 'Verify while at least one machine runs, or take may_stop away from a service that should run.',
        },
    ];
}
function missingService({ service, reason }) {
    if (!reason)
        return [];
    return [
        {
            code: `target-${reason.class}`,
            area: 'targets',
            level: 'targets',
            subject: service,
            why: reason.why,
            next: reason.next,
        },
    ];
}
function failedTarget(target) {
    return {
        code: `target-${target.reason?.class ?? 'not-checked'}`,
        area: 'targets',
        level: 'targets',
        subject: `${target.service} on machine ${target.machine} (${target.region})`,
        why: target.why,
        next: target.reason?.next ?? 'Verify again when Prometheus answers.',
    };
}
/** From which level on a broken claim decides; the rest of the list is about targets. */
const LEVEL_OF = {
    configuration: 'targets',
    reload: 'targets',
    access: 'targets',
    health: 'targets',
    'metrics-exposure': 'targets',
    'self-scrape': 'metrics',
    retention: 'metrics',
    rules: 'metrics',
    'remote-write': 'metrics',
};
function failedCheck({ area, subject, outcome, why, next }) {
    if (outcome !== 'broken')
        return [];
    return [{ code: `${area}-broken`, area, level: LEVEL_OF[area], subject, why, next: next ?? '' }];
}
function failedMetric({ service, name, state, why, next }) {
    if (state === 'present' || state === 'waiting')
        return [];
    return [
        {
            code: `metric-${state}`,
            area: 'metrics',
            level: 'metrics',
            subject: `${name} of ${service}`,
            why,
            next: next ?? 'Bring a target of the service up first.',
        },
    ];
}
function failedRule({ group, name, state, why, detail }) {
    if (state === 'ok')
        return [];
    return [
        {
            code: `rule-${state}`,
            area: 'rules',
            level: 'metrics',
            subject: `${name} in group ${group}`,
            why: detail === '' ? why : `${why} ${detail}`,
            next: state === 'missing'
                ? 'Deploy the monitoring app again, so that its rule file is loaded.'
                : state === 'error'
                    ? 'Correct the expression of the rule.'
                    : 'Wait one evaluation interval and verify again.',
        },
    ];
}
/** What was not asked of Prometheus is no failure of the panel; it is told beside the others. */
function failedPanel({ dashboard, panel, refId, state, why, next }) {
    if (state === 'data' || state === 'warning' || state === 'not-checked')
        return [];
    return [
        {
            code: `panel-${state}`,
            area: 'panels',
            level: 'panels',
            subject: `${dashboard.title} / ${panel.title} (${refId})`,
            why,
            next: next ?? '',
        },
    ];
}

;// CONCATENATED MODULE: ./build/report/journal.js


function openJournal(log) {
    const known = {
        mode: undefined,
        refused: false,
        monitoring: undefined,
        apps: [],
        health: [],
        changes: [],
        dashboards: [],
        evidence: undefined,
        problems: [],
        skipped: [],
        checked: undefined,
        timings: [],
    };
    return Object.assign(known, {
        async timed(step, work, note) {
            const began = performance.now();
            try {
                return await work();
            }
            finally {
                known.timings.push({
                    step,
                    seconds: (performance.now() - began) / 1000,
                    ...(note && { note: note() }),
                });
            }
        },
        failed(error) {
            if (error instanceof errors/* ActionError */.lZ) {
                known.problems.push(...error.problems);
                known.refused ||= error.kind === 'configuration';
            }
            else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
                known.problems.push(endedEarly(error.name));
            }
            else {
                log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
                known.problems.push(ourBug(error));
            }
        },
        close: (failOn) => ({ ...known, verdict: verdict(known, failOn) }),
    });
}
function verdict({ mode, problems, evidence }, failOn) {
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0)
        return { kind: 'failed', problems: errors };
    if (evidence)
        return judge(evidence, failOn);
    // Checking files or importing dashboards proves nothing, and nothing failed either.
    return mode === 'dashboards' || mode === 'plan'
        ? { kind: 'unproven', failures: [] }
        : { kind: 'failed', problems: [] };
}
/** What an aborted signal throws: the run's own, or that of its deadline. */
function endedEarly(name) {
    const isCancelled = name === 'AbortError';
    return {
        code: isCancelled ? 'run-cancelled' : 'run-timeout',
        severity: 'error',
        message: isCancelled
            ? 'The run was cancelled before it was done.'
            : 'Time was up before the run was done.',
        hint: `${isCancelled ? 'Run again' : 'Give it more time (timeout) and run again'}: what is there is used, nothing is made twice.`,
    };
}
function ourBug(error) {
    return {
        code: 'internal',
        severity: 'error',
        message: `Something that should not happen: ${(0,errors/* messageOf */.bD)(error)}`,
        hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
    };
}
/** Exit code of a run: 1 when something failed, or when a claim does not hold that `fail-on` insists on. */
function exitCode({ verdict }) {
    if (verdict.kind === 'failed')
        return 1;
    return verdict.kind === 'unproven' && verdict.failures.some((failure) => failure.decides) ? 1 : 0;
}


/***/ }),

/***/ 5879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/fly/types.js + 1 modules
var types = __webpack_require__(7109);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(9547);
// EXTERNAL MODULE: ./build/clients/flyctl/process.js
var flyctl_process = __webpack_require__(1527);
// EXTERNAL MODULE: ./build/clients/flyctl/text.js
var flyctl_text = __webpack_require__(9275);
;// CONCATENATED MODULE: ./build/clients/promtool.js









const TIMEOUT_MS = 30_000;
/**
 * promtool and flyctl as they are on PATH. Each file is copied to a folder of its own and checked there by itself:
 * neither program sees the workspace, a credential, or a file that the checked one names.
 */
async function findValidators(options) {
    const [promtool, flyctl] = await Promise.all(['promtool', 'flyctl'].map((name) => lookUp(name, options)));
    const missing = [
        ...(promtool
            ? []
            : [
                {
                    part: 'promtool',
                    why: 'It is not on PATH; its checks of rule files and Prometheus configurations are made here.',
                    set: 'promtool on PATH',
                },
            ]),
        ...(flyctl
            ? []
            : [
                {
                    part: 'flyctl config validate',
                    why: 'flyctl is not on PATH; its checks are made here.',
                    set: 'flyctl on PATH',
                },
            ]),
    ];
    return {
        missing,
        async check(kind, { file, text }) {
            const program = kind === 'fly' ? flyctl : promtool;
            if (!program || (kind === 'fly' && readsFiles(text)))
                return [];
            const folder = (0,external_node_path_.join)(options.scratch, `check-${(0,external_node_crypto_.randomUUID)()}`);
            await (0,promises_.mkdir)(folder, { recursive: true });
            try {
                const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`;
                await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
                const output = await run(program, { kind, name, folder }, options);
                if (output === undefined)
                    return [];
                return [...problemsOf(kind, output, file), ...(kind === 'fly' ? unknownKeys(output, file) : [])];
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
        },
    };
}
/** flyctl opens the files that these keys name while it validates. */
const readsFiles = (toml) => /^\s*(?:machine_config|local_path|file|\[build\.compose\])/m.test(toml);
const ARGUMENTS = {
    // --syntax-only: rule files and passwords are not looked for.
    prometheus: (name) => ['check', 'config', '--syntax-only', name],
    rules: (name) => ['check', 'rules', '--lint=none', name],
    fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
};
/** What the program says of a file that it refuses; undefined when it does not, or gave no answer. */
async function run(binary, { kind, name, folder }, { env, signal }) {
    // flyctl wants some token, and would ask Fly's API with a real one.
    const own = (0,environment/* flyctlEnvironment */.m)({ PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` }, { token: 'none', configDir: folder });
    const result = await (0,flyctl_process/* runProcess */.R)({
        binary,
        argv: ARGUMENTS[kind](name),
        env: own,
        cwd: folder,
        timeoutMs: TIMEOUT_MS,
        signal,
    }).catch(() => undefined);
    if (!result || result.stopped || result.exitCode === 0 || result.exitCode === null)
        return undefined;
    const output = (0,flyctl_text/* plain */.pj)(result.output);
    // A flyctl that asks Fly before it looks at the file has not looked at it.
    return output.includes(NOWHERE) ? undefined : output;
}
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';
const REFUSED = 'It would be refused at the deploy as well.';
/** One problem for each thing that a program names, at its line where it says one. */
function problemsOf(kind, output, file) {
    const lines = kind === 'fly' ? flyLines(output) : promtoolLines(output);
    const code = kind === 'fly' ? 'flyctl' : 'promtool';
    return lines.map(({ message, line, column }) => {
        const at = { file, line: line ?? 1, column: column ?? 1 };
        return {
            code,
            severity: 'error',
            at,
            message: `${code} refuses it: ${message}`,
            hint: REFUSED,
        };
    });
}
/** `FAILED:` and, below or behind it, `FILE: LINE:COLUMN: …`, `FILE: … line N: …`; nothing twice. */
function promtoolLines(output) {
    const failed = output
        .split('\n')
        .filter((line) => FAILED.test(line) && !NO_FAILURE.test(line) && !OF_ITS_VERSION.test(line));
    const said = failed.flatMap((line) => {
        const message = (0,lib_text/* oneLine */.TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
        const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
        const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
        const text = message.slice(place?.[0].length ?? 0);
        return text === ''
            ? []
            : [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
    });
    return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
/**
 * Keys are judged by ourselves, for the version that will read the file: the promtool that happens to be on PATH may
 * be older, and not know what is right (seen: Debian's 2.42 and `fallback_scrape_protocol`).
 */
const OF_ITS_VERSION = /field \S+ not found in type/;
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
/** Lines of success and logs, and the head of a list whose items follow. */
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
/** What stands between `Validating …` and the verdict; or the error, when the file could not be read at all. */
function flyLines(output) {
    const lines = output.split('\n').map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const found = lines
        .slice(0, strict < 0 ? undefined : strict)
        .filter((line) => line !== '' && !NO_FINDING.test(line));
    return found.slice(0, 10).map((line) => {
        const row = /\brow (\d+) column (\d+)/.exec(line);
        return {
            message: (0,lib_text/* oneLine */.TN)(line.replace(/^Error: /, ''), 300),
            ...(row && { line: Number(row[1]), column: Number(row[2]) }),
        };
    });
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/;
/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output, file) {
    const lines = output.split('\n').map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
    return keys.map((key) => (0,types/* unknownKey */.a)(key.replace(/\[\d+\]/g, ''), { file, line: 1, column: 1 }));
}
/** A program on PATH that is not part of the workspace, however the path or a link leads there. */
async function lookUp(name, { env, workspaceRoot }) {
    const root = await (0,promises_.realpath)(workspaceRoot);
    for (const folder of (env.PATH ?? '').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute)) {
        const file = await (0,promises_.realpath)((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (!file || file === root || file.startsWith(root + external_node_path_.sep))
            continue;
        const isProgram = await (0,promises_.access)(file, external_node_fs_.constants.X_OK)
            .then(() => (0,promises_.stat)(file))
            .then((found) => found.isFile())
            .catch(() => false);
        if (isProgram)
            return file;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/inputs.js
var build_inputs = __webpack_require__(8175);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/report/journal.js + 1 modules
var report_journal = __webpack_require__(2799);
;// CONCATENATED MODULE: ./build/run.js





/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
async function run_run(around) {
    const journal = (0,report_journal.openJournal)(around.log);
    let failOn = 'targets';
    try {
        const inputs = (0,build_inputs/* readInputs */.Ko)(around.env);
        failOn = inputs.failOn;
        journal.mode = inputs.mode;
        await MODES[inputs.mode](inputs, journal, around);
    }
    catch (error) {
        journal.failed(error);
    }
    return journal.close(failOn);
}
/** What speaks to servers is loaded only for the modes that do: it takes longer to load than a plan takes in all. */
const late = (mode) => async (inputs, journal, around) => (await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(605), __webpack_require__.e(828), __webpack_require__.e(547), __webpack_require__.e(292), __webpack_require__.e(752), __webpack_require__.e(242), __webpack_require__.e(235), __webpack_require__.e(311), __webpack_require__.e(5), __webpack_require__.e(783), __webpack_require__.e(674)]).then(__webpack_require__.bind(__webpack_require__, 5674)))[mode](inputs, journal, around);
/** Every file, and no secret: what a pull request can be told. The linters are loaded late, no other mode needs them. */
const plan = async (inputs, journal, { env, log, scratch, signal }) => {
    const { plan: check } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(815), __webpack_require__.e(235), __webpack_require__.e(783), __webpack_require__.e(432), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 6507));
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory);
    const validators = await findValidators({ env, workspaceRoot: workspace.root, scratch, signal });
    const { config, names, remoteWrite } = inputs;
    const found = await journal.timed('check', () => check({ workspace, config, names, inputs: build_inputs/* INPUTS */.mc, remoteWrite: remoteWrite !== undefined, validators }));
    journal.problems.push(...found.problems);
    journal.skipped = [...found.skipped, ...(found.config?.lint.ignore ?? []).map(silenced)];
    journal.checked = found.checked;
    for (const [kind, n] of Object.entries(found.checked))
        log.info(`${kind}: ${(0,lib_text/* count */.U9)(n, 'file')} checked`);
};
/** What the configuration silences is said, with its reason. */
const silenced = ({ code, file, reason }) => ({
    part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
    why: reason,
    set: 'nothing: take it out of lint.ignore',
});
const MODES = {
    deploy: late('deploy'),
    plan,
    verify: late('verify'),
    dashboards: late('dashboards'),
};


/***/ })

};

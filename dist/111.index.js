export const id = 111;
export const ids = [111];
export const modules = {

/***/ 5111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(8175);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/lib/log-runner.js



/** GitHub shows ten errors and ten warnings per step and hides the rest without a word. */
const ANNOTATIONS_PER_KIND = 10;
/** The log of a step on a runner: workflow commands, annotations at file and line, masks. */
function runnerLog() {
    const shown = { error: 0, warning: 0 };
    return {
        info: (text) => core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(text))),
        debug: (text) => core/* debug */.Yz((0,lib_text/* oneLine */.TN)(text)),
        problem: (problem) => {
            const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND;
            const show = problem.severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
            if (annotate)
                show(log_runner_text(problem), properties(problem));
            else
                core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(`${problem.severity}: ${where(problem)}${log_runner_text(problem)}`, 2_000)));
        },
        block: (title, lines) => {
            core/* startGroup */.Oh((0,lib_text/* oneLine */.TN)(title));
            for (const line of lines)
                core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(line, 2_000)));
            core/* endGroup */.N4();
        },
        secret: (value) => {
            for (const form of (0,redact/* secretForms */.eo)(value))
                core/* setSecret */.Pq(form);
        },
    };
}
const log_runner_text = (problem) => `${(0,lib_text/* oneLine */.TN)(problem.message, 1_000)} ${(0,lib_text/* oneLine */.TN)(problem.hint, 1_000)}`;
const where = (problem) => problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : '';
function properties(problem) {
    const { at } = problem;
    return { title: problem.code, ...(at && { file: at.file, startLine: at.line, startColumn: at.column }) };
}

// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(6876);
;// CONCATENATED MODULE: ./build/action.js







/** Names of the values that the step leaves for post.ts. */
const SCRATCH = 'scratch';
const PUBLISHED = 'published';
/** The step, as a runner starts it: everything is masked before anything else happens, and told whatever happens. */
async function action() {
    const log = runnerLog();
    for (const secret of (0,inputs/* secretsIn */.VY)(process.env))
        log.secret(secret);
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(process.env), 'deploy-monitoring-'));
    leave(SCRATCH, scratch);
    const cancel = new AbortController();
    // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancel.abort());
    // Loaded late: the post step needs none of it.
    const [{ run }, { publish }, { exitCode }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(247), __webpack_require__.e(879)]).then(__webpack_require__.bind(__webpack_require__, 5879)),
        Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(595), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 3679)),
        __webpack_require__.e(/* import() */ 799).then(__webpack_require__.bind(__webpack_require__, 2799)),
    ]);
    const report = await run({ env: process.env, log, signal: cancel.signal, scratch });
    // flyctl keeps logs of what it sent there; no later step of the job should find them.
    (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    publish(report, process.env, log);
    leave(PUBLISHED, 'true');
    process.exitCode = exitCode(report);
    // A pooled connection to a server that hangs must not keep the step alive.
    setTimeout(() => process.exit(), 2_000).unref();
}
/** A value for after the job; without it there is less to tidy and to tell. */
function leave(name, value) {
    try {
        core/* saveState */.LZ(name, value);
    }
    catch (error) {
        core/* info */.pq(`The state of the step could not be saved: ${(0,errors/* messageOf */.bD)(error)}`);
    }
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

/***/ 8175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   bv: () => (/* binding */ variable),
/* harmony export */   cW: () => (/* binding */ SECRETS),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* unused harmony exports FAIL_ON, MODES */
/* harmony import */ var _config_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2855);
/* harmony import */ var _config_preset_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1356);
/* harmony import */ var _lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2769);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);





/** When the exit code is red: never, or when targets (metrics, panels) are not all proven. */
const FAIL_ON = ['never', 'targets', 'metrics', 'panels'];
/** `deploy`: everything. `plan`: checks files, needs nothing. `verify`: only the proof. `dashboards`: only the Grafana part. */
const MODES = ['deploy', 'plan', 'verify', 'dashboards'];
/** Inputs of the final set that this release does not know yet. */
const NOT_YET = ['rollback-on-failure', 'comment', 'commit-status', 'github-token'];
/** Every input that works, as action.yml declares it; a contract test compares the two. */
const INPUTS = [
    'mode',
    'config',
    'working-directory',
    'app',
    'monitoring-app',
    'organization',
    'region',
    'fly-api-token',
    'flyctl-version',
    'flyctl-sha256',
    'prometheus-password',
    'prometheus-url',
    'grafana-prometheus-url',
    'grafana-prometheus-user',
    'grafana-prometheus-api-key',
    'grafana-url',
    'grafana-api-key',
    'fail-on',
    'timeout',
];
/** These may also come as environment variables of the same name (`FLY_API_TOKEN`), which the command line uses. */
const FROM_ENVIRONMENT = [
    'fly-api-token',
    'prometheus-password',
    'grafana-prometheus-url',
    'grafana-prometheus-user',
    'grafana-prometheus-api-key',
    'grafana-url',
    'grafana-api-key',
];
/** Never an argument of the command line: arguments can be read by everybody on the machine. */
const SECRETS = [
    'fly-api-token',
    'prometheus-password',
    'grafana-prometheus-api-key',
    'grafana-api-key',
];
/** The variable in which the runner hands an input over: upper case, spaces to underscores, dashes kept. */
const variable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
/** The secrets among the inputs as they stand, to be masked before anything else happens. */
function secretsIn(env) {
    return SECRETS.flatMap((name) => {
        const given = raw(env, name);
        if (given === undefined)
            return [];
        // Fly's tokens are joined by commas behind a word for their scheme; each is a secret of its own.
        const parts = name === 'fly-api-token' ? given.trim().split(/[\s,]+/) : [];
        return [given, ...parts.filter((part) => part.length > 8)];
    });
}
/**
 * Reads and checks everything at once.
 * @throws ActionError `configuration` with every problem found
 */
function readInputs(env) {
    const problems = notYet(env);
    const complain = (code, message, hint) => problems.push({ code, severity: 'error', message, hint });
    const value = (name) => raw(env, name)?.trim() || undefined;
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
        prometheusPassword: password(raw(env, 'prometheus-password'), complain),
        prometheusUrl: url('prometheus-url', value('prometheus-url'), complain),
        failOn: oneOf('fail-on', value('fail-on') ?? 'targets', FAIL_ON, complain),
        timeoutMs: timeout(value('timeout') ?? '15m', complain),
    };
    if (problems.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
    return inputs;
}
/** An input that is there wins over the environment variable; an empty one counts as not given, as on the runner. */
function raw(env, name) {
    const environment = FROM_ENVIRONMENT.includes(name)
        ? env[name.toUpperCase().replaceAll('-', '_')]
        : undefined;
    return env[variable(name)] || environment || undefined;
}
function notYet(env) {
    return NOT_YET.filter((name) => env[variable(name)]?.trim()).map((name) => ({
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
    complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`);
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
    shape('app', names.app, _config_names_js__WEBPACK_IMPORTED_MODULE_4__/* .APP_NAME */ .C, hint);
    shape('monitoring-app', names.monitoringApp, _config_names_js__WEBPACK_IMPORTED_MODULE_4__/* .APP_NAME */ .C, hint);
    shape('region', names.region, _config_names_js__WEBPACK_IMPORTED_MODULE_4__/* .REGION */ .Z, 'A Fly region has three letters, such as nrt or fra.');
    if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? _config_preset_js__WEBPACK_IMPORTED_MODULE_0__/* .PRESET_APP */ ._))
        complain('input-value', `Input monitoring-app is ${names.monitoringApp}, which is the main app.`, 'Prometheus needs an app of its own.');
    return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
function flyToken(given, mode, complain) {
    if (given === undefined && (mode === 'deploy' || mode === 'verify'))
        complain('input-fly-token-missing', 'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.', 'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.');
    else if (/^["'].*["']$/s.test(given ?? ''))
        complain('input-fly-token-quoted', 'The Fly token is in quotes.', 'Store the token without the quotes: flyctl takes them as part of it.');
    else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
        complain('input-fly-token-broken', 'The Fly token has white space or a line break inside.', 'Store it again as one line: a copy out of a terminal may have been wrapped.');
    return given ?? '';
}
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
function remoteWrite(value, complain) {
    const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'];
    const given = group(names, 'Remote write', value, complain);
    const target = url('grafana-prometheus-url', value('grafana-prometheus-url'), complain);
    if (!given || !target)
        return undefined;
    return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] };
}
function grafana(value, mode, complain) {
    if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
        complain('input-grafana-missing', 'Mode dashboards needs grafana-url and grafana-api-key.', 'Set both: the address of your Grafana and a service account token (glsa_…).');
    const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, complain);
    const target = url('grafana-url', value('grafana-url'), complain);
    if (given?.['grafana-api-key'].startsWith('glc_'))
        complain('input-grafana-token', 'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.', 'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.');
    return given && target ? { url: target.replace(/\/+$/, ''), token: given['grafana-api-key'] } : undefined;
}
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
function password(given, complain) {
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
/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000;
function timeout(given, complain) {
    const milliseconds = (0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(given);
    if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS)
        return milliseconds;
    complain('input-timeout', `Input timeout is ${JSON.stringify(given)}.`, `Use a duration such as 15m or 90s, at least 1s and at most 1d.`);
    return 0;
}


/***/ }),

/***/ 2769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** `Did you mean "x"?` for a near miss, else undefined. */
function didYouMean(given, known) {
    const near = known.map((k) => ({ k, d: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(given, k) })).toSorted((a, b) => a.d - b.d)[0];
    return near && near.d <= (near.k.length < 4 ? 1 : Math.max(2, Math.floor(near.k.length / 3)))
        ? `Did you mean "${near.k}"?`
        : undefined;
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

/***/ 1469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   sx: () => (/* binding */ platformError)
/* harmony export */ });
/**
 * A failure the user can act on, made of one or more problems. Anything else that escapes is a bug of ours.
 * `kind` decides the exit code of the command line: `configuration` 2, `platform` 3.
 */
class ActionError extends Error {
    name = 'ActionError';
    problems;
    kind;
    constructor(kind, problems, options) {
        super(problems.map((p) => p.message).join('\n'), options);
        this.kind = kind;
        this.problems = problems;
    }
}
/** Shorthand for the common case: the platform (Fly, Prometheus, Grafana) refused or failed, one problem. */
function platformError(code, message, hint, cause) {
    return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause });
}
/** The text of whatever was thrown, one line or more, without a stack. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 6297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ guardLine),
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/** The forms in which a secret may turn up: as it is, each line of it, in base64, URL-encoded. Short ones would mask everything. */
function secretForms(value) {
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const base64 = Buffer.from(value).toString('base64');
    const forms = [value, ...lines, base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
    return [...new Set(forms)].filter((form) => form.length >= 4);
}
function createRedactor() {
    const forms = new Set();
    return {
        add: (secret) => {
            for (const form of secretForms(secret))
                forms.add(form);
        },
        // Longest first: a secret may be part of another.
        hide: (text) => [...forms]
            .toSorted((a, b) => b.length - a.length)
            .reduce((rest, form) => rest.replaceAll(form, '***'), text),
    };
}
/** A line of ours never starts a workflow command, whoever wrote its text: the command line may run on a runner too. */
const guardLine = (line) => line.replace(/^(\s*)(::|##\[)/, '$1\u200b$2');


/***/ }),

/***/ 6876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The runner's folder for temporary files where it can be used, else the system's. Never the workspace. */
function temporaryFolder({ RUNNER_TEMP }) {
    return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
function isUsable(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Foreign text made safe for one line of a log: no escape sequences, no control or direction characters, bounded.
 * Without line breaks it cannot start a workflow command either.
 */
function oneLine(text, limit = 500) {
    const flat = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
        .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? `${flat.slice(0, limit - 1)}…` : flat;
}
/** Foreign text as its lines, each safe for a log. */
function safeLines(text) {
    return text.split(/\r?\n/).map((line) => oneLine(line, 2_000));
}
/** `1 target`, `3 targets`. */
function count(n, noun, plural = `${noun}s`) {
    return `${n} ${n === 1 ? noun : plural}`;
}
/** `a, b and c`. */
function list(items) {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}


/***/ })

};

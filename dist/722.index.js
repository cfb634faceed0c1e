export const id = 722;
export const ids = [722];
export const modules = {

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

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   b: () => (/* binding */ outcome)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

/** How a run ended, at a glance. `done`: nothing failed, and nothing was to be proven. */
function outcome({ mode, verdict }) {
    if (verdict.kind !== 'unproven')
        return verdict.kind;
    return mode === 'dashboards' || mode === 'plan' ? 'done' : 'failed';
}
/** One sentence that always tells the truth, whatever the exit code is. */
function headline(report) {
    const { mode, verdict, evidence } = report;
    if (report.checked)
        return planned(report);
    if (report.refused && report.changes.length === 0)
        return 'Failed before it began: inputs or files are wrong, nothing was changed';
    if (verdict.kind === 'failed')
        return 'Failed: not everything could be done';
    if (mode === 'dashboards')
        return 'Done: the dashboards are in Grafana; nothing was verified';
    const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
    const up = expected.filter((target) => target.state === 'up').length;
    const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
    const scraped = `${up} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(expected.length, 'target')} scraped ${when}`;
    if (verdict.kind === 'proven')
        return `Proven: ${scraped}`;
    const isContract = up === expected.length && up > 0;
    return `Not proven: ${scraped}${isContract ? ', but not every promise holds' : ''}`;
}
function planned({ checked, problems }) {
    const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
    const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
    const [errors, warnings] = [of('error'), of('warning')];
    const found = errors + warnings === 0
        ? 'nothing to complain about'
        : `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(errors, 'error')}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(warnings, 'warning')}`;
    return `Plan: ${found} in ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files, 'file')}`;
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ exitCode),
  _: () => (/* binding */ openJournal)
});

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/verify/target-failures.js

/** What is wrong with targets, one failure for each cause. */
function targetFailures({ targets, services }) {
    const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown');
    const found = [
        ...missingServices(services),
        // What takes most targets down comes first.
        ...[...Map.groupBy(failed, causeOf).values()]
            .toSorted((a, b) => b.length - a.length)
            .flatMap(failedTargets),
    ];
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
/** Services without a machine: for the same reason, they are one thing to do. */
function missingServices(services) {
    const missing = services.flatMap(({ service, reason }) => (reason ? [{ service, reason }] : []));
    const groups = Map.groupBy(missing, ({ reason: { why, next } }) => JSON.stringify([why, next]));
    return [...groups.values()].flatMap((group) => {
        const names = group.map(({ service }) => service);
        return group.slice(0, 1).map(({ reason }) => ({
            code: `target-${reason.class}`,
            area: 'targets',
            level: 'targets',
            subject: (0,lib_text/* few */.H$)(names),
            why: reason.why,
            next: reason.next,
            services: names,
        }));
    });
}
/** What somebody has to hear of a target; the same for all that share it. */
function causeOf(target) {
    const { why, next } = toldOf(target);
    return JSON.stringify([why, next]);
}
const toldOf = ({ shared, reason, why }) => shared ?? reason ?? { why, next: 'Verify again when Prometheus answers.' };
/** One failure for one cause, however many targets it takes down. */
function failedTargets([first, ...others]) {
    if (!first)
        return [];
    const { why, next } = toldOf(first);
    const code = `target-${first.reason?.class ?? 'not-checked'}`;
    const targets = [first, ...others];
    return [
        {
            code,
            area: 'targets',
            level: 'targets',
            subject: subjectOf(first, targets),
            why,
            next,
            services: different(targets, 'service'),
        },
    ];
}
function subjectOf(first, targets) {
    if (targets.length === 1)
        return `${first.service} on machine ${first.machine} (${first.region})`;
    const [services, machines] = [different(targets, 'service'), different(targets, 'machine')];
    if (services.length === 1)
        return `${targets.length} targets of ${services[0]} (${(0,lib_text/* few */.H$)(machines)})`;
    if (machines.length === 1)
        return `${targets.length} targets on machine ${machines[0]} (${(0,lib_text/* few */.H$)(services)})`;
    return `${targets.length} targets of ${services.length} services (${(0,lib_text/* few */.H$)(services)})`;
}
const different = (targets, key) => [
    ...new Set(targets.map((target) => target[key])),
];

;// CONCATENATED MODULE: ./build/verify/judge.js


const LEVELS = ['never', 'targets', 'metrics', 'panels'];
/**
 * The verdict over what was found. `fail-on` never changes it, only which failures decide the exit code:
 * each level includes those before it.
 */
function judge(evidence, failOn) {
    if (evidence.problems.length > 0)
        return { kind: 'failed', problems: evidence.problems };
    const found = connected([
        ...targetFailures(evidence),
        ...evidence.checks.flatMap((check) => failedCheck(check)),
        ...evidence.metrics.flatMap((metric) => failedMetric(metric)),
        ...evidence.rules.flatMap((rule) => failedRule(rule)),
        ...evidence.panels.flatMap((panel) => failedPanel(panel)),
    ]);
    if (found.length === 0 && evidence.cutShort)
        found.push(cut(evidence.cutShort));
    if (found.length === 0)
        return { kind: 'proven' };
    return {
        kind: 'unproven',
        failures: found.map(({ level, services, ...failure }) => ({
            ...failure,
            decides: LEVELS.indexOf(level) <= LEVELS.indexOf(failOn),
        })),
    };
}
/** A service that is down takes its metrics and panels along: they are counted where the service is told. */
function connected(found) {
    const causes = new Map(found.toReversed().flatMap((cause) => (cause.services ?? []).map((service) => [service, cause])));
    const causeOf = ({ because }) => causes.get(because ?? '');
    const follows = Map.groupBy(found, causeOf);
    return found.map((failure) => {
        const { because, ...rest } = failure;
        const own = follows.get(failure);
        const about = own ? `${failure.why} ${consequences(own)}` : failure.why;
        return { ...rest, why: about, ...(because !== undefined && causeOf(failure) && { because }) };
    });
}
function consequences(all) {
    const of = (area) => all.filter((failure) => failure.area === area).length;
    const parts = [
        ...(of('metrics') > 0 ? [(0,lib_text/* count */.U9)(of('metrics'), 'metric')] : []),
        ...(of('panels') > 0 ? [(0,lib_text/* count */.U9)(of('panels'), 'panel query', 'panel queries')] : []),
    ];
    return `${(0,lib_text/* list */.p_)(parts)} ${all.length === 1 ? 'has' : 'have'} no data because of it.`;
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
            ...(state === 'unknown' && { because: service }),
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
function failedPanel({ dashboard, panel, refId, state, why, next, down }) {
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
            ...(down !== undefined && { because: down }),
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

/***/ 4098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ alertRows),
/* harmony export */   Sv: () => (/* binding */ contractRows),
/* harmony export */   Vt: () => (/* binding */ curl),
/* harmony export */   Xb: () => (/* binding */ emptyPanels),
/* harmony export */   dg: () => (/* binding */ targetRows)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

const ORDER = { 'no-machine': 0, down: 1, unknown: 2, up: 3, resting: 4 };
/** Every expected target, and every service without one; what is wrong first. */
function targetRows({ targets, services }) {
    const none = services.flatMap(({ service, reason }) => reason ? [{ state: 'no-machine', service, machine: '', region: '', why: reason.why }] : []);
    const rows = targets.map((target) => ({
        ...target,
        why: target.state === 'up' ? '' : target.shared ? wordOf(target.reason ?? target.shared) : target.why,
    }));
    return [...none, ...rows].toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
}
/** The cause is told once for all; beside each target stands what Prometheus said of it, or a word. */
const wordOf = ({ detail, class: kind }) => detail === '' ? kind.replaceAll('-', ' ') : detail.replace(/^Get "[^"]*": /, '');
/** Metrics and panels: a line for what is well, a row for what is not. */
function contractRows({ metrics, panels, undeclared }) {
    const wrong = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
    const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name);
    const empty = emptyPanels(panels);
    const unasked = panels.filter(({ state }) => state === 'not-checked').length;
    const more = undeclared.reduce((sum, { names }) => sum + names.length, 0);
    const line = (n, text, names = []) => n > 0 ? [{ text, names }] : [];
    const there = metrics.length - wrong.length - waiting.length;
    const full = panels.length - empty.length - unasked;
    return {
        lines: [
            ...line(metrics.length, `${there} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(metrics.length, 'declared metric')} there with the declared type`),
            ...line(waiting.length, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(waiting.length, 'metric')} waiting for traffic`, waiting),
            ...line(panels.length, `${full} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(panels.length, 'panel query', 'panel queries')} with data`),
            ...line(more, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more, 'more metric')} exposed without being declared`),
        ],
        metrics: wrong.map(({ state, name, service, why }) => ({ state, name, of: service, why })),
        panels: empty.map(({ state, panel, dashboard, why }) => ({
            state,
            name: panel.title,
            of: dashboard.title,
            why,
        })),
    };
}
/** Queries that bring nothing to see. Not checked is told elsewhere: it is no fault of the panel. */
function emptyPanels(panels) {
    return panels.filter(({ state }) => !['data', 'warning', 'not-checked'].includes(state));
}
/** Alerts that are firing or about to. A watchdog always fires: it proves that alerting works and asks nothing of anybody. */
function alertRows({ alerts }) {
    return alerts.filter(({ labels }) => labels.severity !== 'none');
}
/** The line that asks Prometheus the same by hand; the password stays a variable. */
function curl({ url, password }, path) {
    const user = password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : '';
    return `curl ${user}"${url}${path}"`;
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ todos)
/* harmony export */ });
/** Everything that asks for somebody's attention, worst first. */
function todos(report) {
    const failures = report.verdict.kind === 'unproven' ? report.verdict.failures : [];
    const all = [
        ...report.problems.map(fromProblem),
        // What follows from another failure is counted there: one cause, one thing to do.
        ...failures.filter(({ because }) => because === undefined).map(fromFailure),
        ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning'
            ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
            : []),
    ];
    return [
        ...together(all.filter((todo) => todo.severity === 'error')),
        ...together(all.filter((todo) => todo.severity === 'warning')),
    ];
}
/** Said once what is the same for several. */
function together(all) {
    const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
    return [...groups.values()].flatMap((group) => {
        const [first, second, ...more] = group;
        if (!first || !second)
            return group;
        const others = more.length === 0 ? ` and ${second.subject}` : ` and ${more.length + 1} more`;
        return [{ ...first, subject: `${first.subject}${others}` }];
    });
}
const fromFailure = ({ code, subject, why, next, decides }) => ({
    severity: decides ? 'error' : 'warning',
    code,
    subject,
    what: why,
    next,
});
function fromProblem({ at, severity, code, message, hint }) {
    const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
    return { severity, code, subject, ...(at && { at }), what: message, next: hint };
}


/***/ }),

/***/ 6501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2797);
/* harmony import */ var _report_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5688);


/** From inputs to a report, top to bottom. It never throws: whatever stops it is part of the report. */
async function run(around) {
    const journal = (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .openJournal */ ._)(around.log);
    let failOn = 'targets';
    try {
        const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)(around.env);
        failOn = inputs.failOn;
        journal.mode = inputs.mode;
        await MODES[inputs.mode](inputs, journal, around);
    }
    catch (error) {
        journal.failed(error);
    }
    return journal.close(failOn);
}
/** Each mode loads what it needs: what speaks to servers takes longer to load than a plan takes in all. */
const MODES = {
    deploy: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(547), __webpack_require__.e(752), __webpack_require__.e(605), __webpack_require__.e(292), __webpack_require__.e(242), __webpack_require__.e(747), __webpack_require__.e(343), __webpack_require__.e(198), __webpack_require__.e(727), __webpack_require__.e(68), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 5399))).deploy(...run),
    plan: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(605), __webpack_require__.e(747), __webpack_require__.e(727), __webpack_require__.e(932), __webpack_require__.e(818)]).then(__webpack_require__.bind(__webpack_require__, 8818))).plan(...run),
    verify: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(547), __webpack_require__.e(752), __webpack_require__.e(605), __webpack_require__.e(292), __webpack_require__.e(242), __webpack_require__.e(747), __webpack_require__.e(343), __webpack_require__.e(198), __webpack_require__.e(727), __webpack_require__.e(68), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 5399))).verify(...run),
    dashboards: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(752), __webpack_require__.e(747), __webpack_require__.e(343), __webpack_require__.e(68), __webpack_require__.e(354)]).then(__webpack_require__.bind(__webpack_require__, 9354))).dashboards(...run),
};


/***/ })

};

export const id = 426;
export const ids = [426,697];
export const modules = {

/***/ 3077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ homeFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** The user's home folder. Undefined where HOME is not set and the system does not know the user, as in a container. */
function homeFolder({ HOME }) {
    if (HOME)
        return HOME;
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e9: () => (/* binding */ endFamilies),
/* harmony export */   l3: () => (/* binding */ startedBy),
/* harmony export */   rz: () => (/* binding */ newFamily)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Families with a group that may still run. */
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
/**
 * Kills everything that this process started and that still runs. Nothing continues after a run, whatever ended it;
 * only when this process itself is killed, it cannot do so.
 */
function endFamilies() {
    for (const family of living)
        family.close();
    if (count > 0)
        killMarked(`${VARIABLE}=${run}`);
}
function newFamily() {
    if (count === 0)
        process.once('exit', endFamilies);
    const mark = `${run}${++count}.`;
    let group;
    const family = {
        mark: { [VARIABLE]: mark },
        leads: (pid) => {
            group = pid;
            living.add(family);
        },
        signal: (name) => void send(group, name),
        isAlive: () => send(group, 0),
        close: () => {
            // Once: the number may belong to another process later.
            if (living.delete(family))
                send(group, 'SIGKILL');
        },
        kill: () => {
            family.close();
            killMarked(`${VARIABLE}=${mark}`);
        },
    };
    return family;
}
/** Whether the group had a process that could receive the signal. */
function send(group, signal) {
    if (group === undefined)
        return false;
    try {
        return process.kill(-group, signal);
    }
    catch {
        return false;
    }
}
/** While some are killed, they may start others. */
const PASSES = 10;
/**
 * Kills every process whose environment has a variable that begins so. A daemon leaves its group (setsid), as flyctl's
 * agent does, but keeps its environment, which Linux shows. Elsewhere a daemon stays, and so does one without it.
 */
function killMarked(variable) {
    for (let pass = 0; pass < PASSES; pass++) {
        const found = marked(variable);
        for (const pid of found) {
            try {
                process.kill(pid, 'SIGKILL');
            }
            catch {
                // It has ended already.
            }
        }
        if (found.length === 0)
            return;
    }
}
/** Running processes that the process has started, which may itself have ended. Known on Linux only. */
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
    if (process.platform !== 'linux')
        return [];
    return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        // A container may have no /proc.
        return [];
    }
}
function environmentOf(pid) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
    }
    catch {
        // Another user's process, or one that has ended in the meantime.
        return [];
    }
}


/***/ }),

/***/ 2499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram),
/* harmony export */   z: () => (/* binding */ trustedPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _home_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3077);




/**
 * A program on PATH that is not part of the repository, however the path or a link leads there; undefined when there is
 * none. It is named as it was found: by that name a version manager (mise, asdf) knows what it is asked for.
 */
async function findProgram(name, places) {
    const isOutside = outsideOf(places.workspaceRoot);
    for (const folder of trustedFolders(places)) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const real = realOf(file);
        if (real !== undefined && isOutside(real) && (await isProgram(file)))
            return file;
    }
    return undefined;
}
/**
 * PATH for the programs that we start: without the folders that are not searched here, because a program searches PATH
 * for its own helpers (flyctl for credential helpers, a script for its interpreter).
 */
function trustedPath(places) {
    return trustedFolders(places).join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter);
}
function trustedFolders({ path = '', workspaceRoot }) {
    const isOutside = outsideOf(workspaceRoot);
    const isTrusted = (folder) => isOutside(folder) && !isOfPackages(folder);
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => {
        // A relative entry depends on the current folder; an empty one is the current folder.
        const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder) ? realOf(folder) : undefined;
        return real !== undefined && isTrusted((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder)) && isTrusted(real);
    });
}
/** npx and npm put those of the current folder and of every folder above it first on PATH. */
const isOfPackages = (folder) => folder.endsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(node_path__WEBPACK_IMPORTED_MODULE_2__.sep, 'node_modules', '.bin'));
/** Whether a path is outside of everything that the repository contains. */
function outsideOf(workspaceRoot) {
    // The command line works in the folder where it was started; on a runner, the checked-out repository may be larger.
    const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(one));
    const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]));
    const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)]);
    return (place) => roots.every((root) => !isInside(root, place));
}
/**
 * The repository that a folder is in, and those around it, of which it may be a submodule. A repository that contains
 * the home folder as well holds a person's settings: its programs are trusted.
 */
function repositoriesAround(folder) {
    const home = (0,_home_js__WEBPACK_IMPORTED_MODULE_3__/* .homeFolder */ .W)(process.env);
    const [nearest, ...others] = upwards(folder).filter((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(one, '.git')));
    return nearest === undefined
        ? []
        : [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))];
}
const upwards = (folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? [folder] : [folder, ...upwards((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))];
const isInside = (root, place) => (place + node_path__WEBPACK_IMPORTED_MODULE_2__.sep).startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}
async function isProgram(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK)
        .then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file))
        .then((found) => found.isFile())
        .catch(() => false);
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ actionItems)
/* harmony export */ });
/** Everything that needs action, errors first. */
function actionItems(report) {
    const failures = report.verdict.kind === 'unproven' ? report.verdict.failures : [];
    const all = [
        ...report.problems.map(fromProblem),
        // A failure that follows from another one is counted there: one cause, one item.
        ...failures.filter(({ because }) => because === undefined).map(fromFailure),
        ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning'
            ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
            : []),
    ];
    return [
        ...mergeEqual(all.filter((todo) => todo.severity === 'error')),
        ...mergeEqual(all.filter((todo) => todo.severity === 'warning')),
    ];
}
/** Merges items that differ only in their subject. */
function mergeEqual(all) {
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

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runOutcome),
/* harmony export */   P: () => (/* binding */ headline)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

/** How a run ended. `done`: nothing failed, and there was nothing to prove. */
function runOutcome({ mode, verdict }) {
    if (verdict.kind !== 'unproven')
        return verdict.kind;
    return mode === 'dashboards' || mode === 'plan' ? 'done' : 'failed';
}
/** One sentence with the result, independent of the exit code. */
function headline(report) {
    const { mode, verdict, evidence } = report;
    if (report.checked)
        return planned(report);
    if (report.refused && report.changes.length === 0)
        return 'Failed before it began: inputs or files are not valid, nothing was changed';
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
    return `Not proven: ${scraped}${isContract ? ', but not every check passed' : ''}`;
}
function planned({ checked, problems }) {
    const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
    const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
    const [errors, warnings] = [of('error'), of('warning')];
    const found = errors + warnings === 0 ? 'no problems' : `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(errors, 'error')}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(warnings, 'warning')}`;
    return `Plan: ${found} in ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files, 'file')}`;
}


/***/ }),

/***/ 4098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ alertRows),
/* harmony export */   O4: () => (/* binding */ curlCommand),
/* harmony export */   Sv: () => (/* binding */ contractRows),
/* harmony export */   Xb: () => (/* binding */ emptyPanels),
/* harmony export */   dg: () => (/* binding */ targetRows)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

const ORDER = { 'no-machine': 0, down: 1, unknown: 2, up: 3, resting: 4 };
/** Every expected target, and every service without one; failures first. */
function targetRows({ targets, services }) {
    const none = services.flatMap(({ service, reason }) => reason ? [{ state: 'no-machine', service, machine: '', region: '', why: reason.why }] : []);
    const rows = targets.map((target) => ({
        ...target,
        why: target.state === 'up' ? '' : target.shared ? wordOf(target.reason ?? target.shared) : target.why,
    }));
    return [...none, ...rows].toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
}
/** The shared cause is shown once; each target shows the error message of Prometheus, or the class of the failure. */
const wordOf = ({ detail, class: kind }) => detail === '' ? kind.replaceAll('-', ' ') : detail.replace(/^Get "[^"]*": /, '');
/** Metrics and panels: lines with counts, and a row for each failure. */
function contractRows({ metrics, panels, undeclared }) {
    const wrong = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
    const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name);
    const empty = emptyPanels(panels);
    const unasked = panels.filter(({ state }) => state === 'not-checked').length;
    const more = undeclared.reduce((sum, { names }) => sum + names.length, 0);
    const line = (n, text, names = []) => n > 0 ? [{ text, names }] : [];
    const present = metrics.length - wrong.length - waiting.length;
    const full = panels.length - empty.length - unasked;
    return {
        lines: [
            ...line(metrics.length, `${present} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(metrics.length, 'declared metric')} present with the declared type`),
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
/** Queries without data to show. Queries that were not checked are not failures of the panel. */
function emptyPanels(panels) {
    return panels.filter(({ state }) => !['data', 'warning', 'not-checked'].includes(state));
}
/**
 * Alerts that are firing or pending. A watchdog alert always fires: it proves that alerting works and needs no action.
 */
function alertRows({ alerts }) {
    return alerts.filter(({ labels }) => labels.severity !== 'none');
}
/** The curl command for a path of Prometheus; the password stays an environment variable. */
function curlCommand({ url, password }, path) {
    const user = password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : '';
    return `curl ${user}"${url}${path}"`;
}


/***/ }),

/***/ 5248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createReportBuilder),
  I: () => (/* binding */ exitCode)
});

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/verify/targets/failures.js

/** The failures of targets, one for each cause. */
function targetFailures({ targets, services }) {
    const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown');
    const found = [
        ...missingServices(services),
        // The cause that affects most targets comes first.
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
            why: 'No target was scraped: every machine is stopped, which is allowed, so nothing is proven.',
            next: 'Verify while at least one machine runs, or remove `may_stop` from a service that should run.',
        },
    ];
}
/** Services without a machine; those with the same reason are one failure. */
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
/** Identifies the cause of a failed target by its explanation. */
function causeOf(target) {
    const { why, next } = explanationOf(target);
    return JSON.stringify([why, next]);
}
const explanationOf = ({ shared, reason, why }) => shared ?? reason ?? { why, next: 'Verify again when Prometheus answers.' };
/** One failure for one cause, for any number of targets. */
function failedTargets([first, ...others]) {
    if (!first)
        return [];
    const { why, next } = explanationOf(first);
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

;// CONCATENATED MODULE: ./build/verify/verdict.js


const LEVELS = ['never', 'targets', 'metrics', 'panels'];
/**
 * The verdict on the evidence. `fail-on` does not change it, only which failures decide the exit code:
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
/**
 * Metrics and panels of a service that is down have no data because of it: they are counted in the failure of the
 * service.
 */
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
        ? 'Time ran out before every result was certain.'
        : 'The run was cancelled before every result was certain.',
    next: why === 'deadline' ? 'Increase `timeout`.' : 'Verify again.',
});
/** The `fail-on` level from which a broken check decides. */
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
/** A query that was not sent to Prometheus is not a failure of the panel; it is only counted in the report. */
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

;// CONCATENATED MODULE: ./build/run/record.js




/** `onStep` is called when a stage begins. */
function createReportBuilder(log, onStep) {
    let during = 'the reading of inputs and files';
    const known = (0,report/* emptyRun */.d)();
    return Object.assign(known, {
        async timed(step, work, note) {
            const began = performance.now();
            const before = during;
            during = `\`${step}\``;
            onStep?.(during, known);
            try {
                const done = await work();
                during = before;
                return done;
            }
            finally {
                known.timings.push({
                    step,
                    seconds: (performance.now() - began) / 1000,
                    ...(note && { note: note() }),
                });
            }
        },
        during: () => during,
        failed(error) {
            if (error instanceof errors/* ActionError */.lZ) {
                known.problems.push(...error.problems);
                known.refused ||= error.kind === 'configuration';
            }
            else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
                known.problems.push(endedEarly(error.name, during));
            }
            else {
                log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
                known.problems.push(ourBug(error));
            }
        },
        close: (failOn) => (0,redact/* hideAll */.cJ)({ ...known, verdict: verdict(known, failOn) }),
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
function endedEarly(name, during) {
    const isCancelled = name === 'AbortError';
    return {
        code: isCancelled ? 'run-cancelled' : 'run-timeout',
        severity: 'error',
        message: `${isCancelled ? 'The run was cancelled' : 'The time was up'} during ${during}.`,
        hint: `${isCancelled ? 'Run again' : 'Set a longer `timeout` and run again'}: existing resources are reused, nothing is created twice.`,
    };
}
function ourBug(error) {
    return {
        code: 'internal',
        severity: 'error',
        message: `Unexpected error: ${(0,errors/* messageOf */.bD)(error)}`,
        hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
    };
}
/** Exit code of a run: 1 when something failed, or when something that `fail-on` requires does not hold. */
function exitCode({ verdict }) {
    if (verdict.kind === 'failed')
        return 1;
    return verdict.kind === 'unproven' && verdict.failures.some((failure) => failure.decides) ? 1 : 0;
}


/***/ }),

/***/ 4279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/inputs/read.js + 1 modules
var read = __webpack_require__(4633);
// EXTERNAL MODULE: ./build/lib/programs.js
var programs = __webpack_require__(2499);
// EXTERNAL MODULE: ./build/lib/workspace.js
var workspace = __webpack_require__(493);
;// CONCATENATED MODULE: ./build/run/deadline.js
/** flyctl is interrupted when the time is up and killed 7 s later; then the machines are read for the report. */
const AFTER_DEADLINE_MS = 20_000;
/** A runner kills a cancelled step after 10 s; the rest of that time is for the report. */
const AFTER_CANCEL_MS = 9_000;
/** Starts the time of a run. `onDeadline` is called when it is up; `cancel` ends the run before. */
function startDeadline(ms, cancel, onDeadline) {
    const up = new AbortController();
    const { promise: overdue, reject } = Promise.withResolvers();
    // Not unref'd: a run that waits for something that never happens ends as well.
    const until = Date.now() + ms;
    const end = () => {
        if (up.signal.aborted)
            return;
        up.abort(new DOMException('The time is up.', 'TimeoutError'));
        onDeadline();
    };
    const timers = [setTimeout(end, ms)];
    const rejectAfter = (signal, after) => signal.addEventListener('abort', () => timers.push(setTimeout(() => reject(signal.reason), after)), {
        once: true,
    });
    rejectAfter(up.signal, AFTER_DEADLINE_MS);
    rejectAfter(cancel, AFTER_CANCEL_MS);
    return {
        until,
        signal: up.signal,
        overdue,
        stop: () => {
            // Work that reads the clock itself may be faster than the timer.
            if (Date.now() >= until)
                end();
            timers.forEach(clearTimeout);
        },
    };
}

// EXTERNAL MODULE: ./build/run/record.js + 2 modules
var record = __webpack_require__(5248);
;// CONCATENATED MODULE: ./build/run/run.js





/** From inputs to a report, top to bottom. It never throws: an error that stops it is part of the report. */
async function run(context) {
    const { log, signal, watchdog } = context;
    const report = (0,record/* createReportBuilder */.u)(log, (during, known) => watchdog?.update({ during, known }));
    let deadline;
    let failOn = 'targets';
    try {
        const inputs = (0,read/* readInputs */.K)(context.env);
        failOn = inputs.failOn;
        report.mode = inputs.mode;
        deadline = startDeadline(inputs.timeoutMs, signal, () => log.info(`The time is up (\`timeout\`): ${report.during()} is ended.`));
        const { until, signal: timeUp } = deadline;
        watchdog?.update({ until, during: report.during() });
        const env = withTrustedPath(context.env);
        const going = MODES[inputs.mode](inputs, report, { ...context, env, until, timeUp });
        await Promise.race([going, deadline.overdue]);
    }
    catch (error) {
        report.failed(error);
    }
    finally {
        deadline?.stop();
    }
    watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS });
    return report.close(failOn);
}
/** Milliseconds for writing the report; a long one takes a tenth of it. */
const REPORT_MS = 10_000;
/** Programs that are started, and those that they start, are searched outside of the repository. */
function withTrustedPath(env) {
    return { ...env, PATH: (0,programs/* trustedPath */.z)({ path: env.PATH, workspaceRoot: (0,workspace/* workspaceRoot */.oS)(env) }) };
}
/** Each mode loads what it needs: the modules that talk to servers take longer to load than a whole plan takes. */
const MODES = {
    deploy: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(605), __webpack_require__.e(292), __webpack_require__.e(752), __webpack_require__.e(465), __webpack_require__.e(242), __webpack_require__.e(461), __webpack_require__.e(878), __webpack_require__.e(636), __webpack_require__.e(717), __webpack_require__.e(524), __webpack_require__.e(783), __webpack_require__.e(651)]).then(__webpack_require__.bind(__webpack_require__, 9651))).deployMode(...run),
    plan: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(605), __webpack_require__.e(461), __webpack_require__.e(636), __webpack_require__.e(834)]).then(__webpack_require__.bind(__webpack_require__, 4834))).planMode(...run),
    verify: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(605), __webpack_require__.e(292), __webpack_require__.e(752), __webpack_require__.e(465), __webpack_require__.e(242), __webpack_require__.e(461), __webpack_require__.e(878), __webpack_require__.e(636), __webpack_require__.e(717), __webpack_require__.e(524), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 8783))).verifyMode(...run),
    dashboards: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(605), __webpack_require__.e(752), __webpack_require__.e(461), __webpack_require__.e(878), __webpack_require__.e(636), __webpack_require__.e(524), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 137))).dashboardsMode(...run),
};


/***/ })

};

export const id = 3267;
export const ids = [3267,7697];
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
/* harmony import */ var _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(615);

/** Everything that needs action, errors first, and among them what is known to be broken. */
function actionItems(report) {
    const all = [
        ...report.problems.map(fromProblem),
        // A failure that follows from another one is counted there: one cause, one item.
        ...report.verdict.failures
            .filter(({ because, accepted }) => because === undefined && accepted === undefined)
            .map(fromFailure),
        ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning'
            ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
            : []),
    ];
    // Whatever else is wrong, no one would hear of it.
    const isFirst = ({ code, subject }) => code === 'delivery-warning' && subject === _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_ONE_NOTIFIED */ .Gj;
    const bySeverity = (severity, isWanted) => mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)));
    return [
        ...all.filter(isFirst),
        ...bySeverity('error', (todo) => todo.outcome !== 'not-checked'),
        ...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
        ...bySeverity('warning', () => true),
    ];
}
/** Merges items that differ only in their subject. */
function mergeEqual(all) {
    const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
    return [...groups.values()].flatMap((group) => {
        const [first, second] = group;
        if (!first || !second)
            return group;
        return [{ ...first, subject: mergedSubject(group) }];
    });
}
/** The first subject, and how many more there are; a count alone where none has a subject. */
function mergedSubject(group) {
    const [first, second] = group.map(({ subject }) => subject).filter((subject) => subject !== '');
    if (first === undefined)
        return `${group.length} objects`;
    return group.length === 2 && second !== undefined
        ? `${first} and ${second}`
        : `${first} and ${group.length - 1} more`;
}
const fromFailure = ({ code, subject, why, next, decides, outcome }) => ({
    severity: decides ? 'error' : 'warning',
    outcome,
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
    return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven';
}
/** One sentence with the result. */
function headline(report) {
    const { mode, verdict, evidence, problems } = report;
    if (report.checked)
        return planned(report);
    if (report.refused && report.changes.length === 0)
        return 'Failed before it began: inputs or files are not valid, nothing was changed';
    if (problems.some(({ severity }) => severity === 'error') || !evidence)
        return mode === 'dashboards' && verdict.kind === 'unproven'
            ? 'Done: the dashboards are in Grafana; nothing was verified'
            : 'Failed: not everything could be done';
    if (mode === 'drill')
        return drilled(evidence);
    const expected = evidence.targets.filter((target) => target.state !== 'resting');
    const up = expected.filter((target) => target.state === 'up').length;
    const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
    const scraped = `${up} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(expected.length, 'target')} scraped ${when}`;
    return `${WORD[verdict.kind]}: ${[scraped, ...openClaims(verdict.failures)].join('; ')}`;
}
/** How many receivers accepted the alert of a drill. */
function drilled({ checks }) {
    const asked = checks.filter(({ area }) => area === 'delivery');
    const accepted = asked.filter(({ outcome }) => outcome === 'holds').length;
    return `Drill: ${accepted} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(asked.length, 'receiver')} accepted the alert`;
}
const WORD = { proven: 'Proven', unproven: 'Not proven', failed: 'Failed' };
/** How many claims are open besides targets that are down; what follows from another claim is not counted. */
function openClaims(failures) {
    const causes = failures.filter(({ because }) => because === undefined);
    const { accepted = [], open = [] } = Object.groupBy(causes, (one) => (one.accepted ? 'accepted' : 'open'));
    const broken = open.filter(({ outcome, area }) => outcome === 'broken' && area !== 'targets').length;
    const unchecked = open.filter(({ outcome }) => outcome === 'not-checked').length;
    const parts = [
        ...(broken > 0 ? [`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(broken, 'other claim')} ${broken === 1 ? 'does' : 'do'} not hold`] : []),
        ...(unchecked > 0 ? [`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(unchecked, 'claim')} could not be checked`] : []),
        ...(accepted.length > 0 ? [`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(accepted.length, 'claim')} accepted`] : []),
    ];
    return parts.length > 0 ? [(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(parts)] : [];
}
function planned({ mode, checked, problems }) {
    const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
    const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
    const [errors, warnings] = [of('error'), of('warning')];
    const found = errors + warnings === 0 ? 'no problems' : `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(errors, 'error')}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(warnings, 'warning')}`;
    return mode === 'contract'
        ? `Contract: ${found} in ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files, 'page')} of metrics`
        : `Plan: ${found} in ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files, 'file')}`;
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
        machine: target.machine || target.address,
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
    const { notChecked = [], elsewhere = [], later = [], } = Object.groupBy(panels, ({ state }) => PANEL_KIND[state] ?? 'asked');
    const more = undeclared.reduce((sum, { names }) => sum + names.length, 0);
    const line = (n, text, names = []) => n > 0 ? [{ text, names }] : [];
    const present = metrics.length - wrong.length - waiting.length;
    const promised = panels.length - elsewhere.length;
    const full = promised - empty.length - notChecked.length - later.length;
    return {
        lines: [
            ...line(metrics.length, `${present} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(metrics.length, 'declared metric')} present with the declared type`),
            ...line(waiting.length, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(waiting.length, 'metric')} waiting for traffic`, waiting),
            ...line(promised, `${full} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(promised, 'panel query', 'panel queries')} with data`),
            ...line(later.length, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(later.length, 'panel query', 'panel queries')} waiting for traffic`, titles(later)),
            ...line(notChecked.length, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(notChecked.length, 'panel query', 'panel queries')} not checked`),
            ...line(elsewhere.length, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(elsewhere.length, 'panel query', 'panel queries')} of other data sources, not part of the proof`, titles(elsewhere)),
            ...line(more, `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more, 'more metric')} exposed without being declared`),
        ],
        metrics: oneForEachCause(wrong.map(({ state, name, service, why }) => ({ state, name, of: service, why }))),
        panels: oneForEachCause([...empty, ...notChecked].map(({ state, panel, dashboard, why }) => ({
            state,
            name: panel.title,
            of: dashboard.title,
            why,
        }))),
    };
}
/** Rows that differ only in their names are one. */
function oneForEachCause(rows) {
    const groups = Map.groupBy(rows, ({ state, of, why }) => JSON.stringify([state, of, why]));
    return [...groups.values()].flatMap((group) => {
        const names = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .few */ .H$)([...new Set(group.map(({ name }) => name))]);
        return group.slice(0, 1).map((row) => ({ ...row, name: names }));
    });
}
/** Panels that neither show data nor are empty; all other states are one of these. */
const PANEL_KIND = {
    'not-checked': 'notChecked',
    'other-source': 'elsewhere',
    waiting: 'later',
};
const titles = (panels) => [
    ...new Set(panels.map(({ panel }) => panel.title)),
];
/** Queries that should have data and have none. */
function emptyPanels(panels) {
    return panels.filter(({ state }) => state !== 'data' && state !== 'warning' && PANEL_KIND[state] === undefined);
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

/***/ 1265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ exitCode),
/* harmony export */   u: () => (/* binding */ createReportBuilder)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7209);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7177);



/** `onStep` is called when a stage begins. */
function createReportBuilder(log, onStep) {
    let during = 'the reading of inputs and files';
    const known = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyRun */ .d)();
    return Object.assign(known, {
        accept: [],
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
            if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) {
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
        async close(failOn) {
            return (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .hideAll */ .cJ)(known.evidence
                ? await withVerdict(known, known.evidence, { failOn, accept: this.accept })
                : { ...known, verdict: verdictWithoutEvidence(known) });
        },
    });
}
/** What judges evidence is loaded only when there is some: a plan has none, and would take longer to start. */
async function withVerdict(known, evidence, { failOn, accept }) {
    const [{ acceptance }, { judge }] = await Promise.all([
        __webpack_require__.e(/* import() */ 3550).then(__webpack_require__.bind(__webpack_require__, 3550)),
        Promise.all(/* import() */[__webpack_require__.e(4872), __webpack_require__.e(8884)]).then(__webpack_require__.bind(__webpack_require__, 5540)),
    ]);
    const accepted = acceptance(accept, new Date());
    const verdict = hasErrors(known) ? FAILED : judge(evidence, failOn, accepted);
    const warnings = evidence.problems.length === 0 ? accepted.warnings() : [];
    return { ...known, problems: [...known.problems, ...warnings], verdict };
}
const FAILED = { kind: 'failed', failures: [] };
const hasErrors = ({ problems }) => problems.some(({ severity }) => severity === 'error');
/** Checking files or importing dashboards proves nothing, and nothing failed either. */
function verdictWithoutEvidence(known) {
    const { mode } = known;
    const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract';
    return isCheck && !hasErrors(known) ? { kind: 'unproven', failures: [] } : FAILED;
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
        message: `Unexpected error: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
    };
}
/** Exit code of a run: 1 when something failed, or when something that `fail-on` requires is not proven. */
const exitCode = ({ verdict }) => verdict.kind === 'failed' || verdict.failures.some(({ decides }) => decides) ? 1 : 0;


/***/ }),

/***/ 5674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/inputs/read.js + 3 modules
var read = __webpack_require__(9606);
;// CONCATENATED MODULE: ./build/lib/activities.js
const SIGN_OF_LIFE_MS = 15_000;
function createActivities(log, everyMs = SIGN_OF_LIFE_MS) {
    const running = new Set();
    return {
        async during(what, work, atMostMs) {
            const name = typeof what === 'string' ? () => what : what;
            const began = performance.now();
            const seconds = () => Math.round((performance.now() - began) / 1000);
            const most = atMostMs === undefined ? '' : `, at most ${Math.round(atMostMs / 1000)} s`;
            const timer = setInterval(() => log.info(`Still waiting: ${name()} (for ${seconds()} s${most}).`), everyMs).unref();
            const activity = () => `${name()} (for ${seconds()} s)`;
            running.add(activity);
            try {
                return await work();
            }
            finally {
                clearInterval(timer);
                running.delete(activity);
            }
        },
        current: () => [...running].map((activity) => activity()),
    };
}

// EXTERNAL MODULE: ./build/lib/programs.js
var programs = __webpack_require__(2499);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
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

// EXTERNAL MODULE: ./build/run/record.js
var record = __webpack_require__(1265);
;// CONCATENATED MODULE: ./build/run/run.js









/**
 * From inputs to a report, top to bottom. It never throws: an error that stops it is part of the report. `command`: a
 * command of the command line that is not a mode of the action.
 */
async function run(context, command) {
    const { log, signal, watchdog } = context;
    const activities = createActivities(log);
    const report = (0,record/* createReportBuilder */.u)(log, (during, known) => watchdog?.update({ during, known }));
    let deadline;
    let failOn = 'targets';
    try {
        const inputs = (0,read/* readInputs */.K)(context.env);
        failOn = inputs.failOn;
        report.mode = inputs.mode;
        deadline = startDeadline(inputs.timeoutMs, signal, () => log.info(`The time is up (\`timeout\`): ${report.during()} is ended. It was waiting for: ${(0,lib_text/* list */.p_)(activities.current()) || 'nothing'}.`));
        const { until, signal: timeUp } = deadline;
        watchdog?.update({ until, during: report.during() });
        const env = withTrustedPath(context.env);
        const going = (command ?? MODES[inputs.mode])(inputs, report, {
            ...context,
            env,
            until,
            timeUp,
            activities,
        });
        await Promise.race([going, deadline.overdue]);
    }
    catch (error) {
        report.failed(error);
    }
    finally {
        deadline?.stop();
    }
    watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS });
    const closed = await report.close(failOn);
    const refused = await pingHeartbeat(closed, context);
    return refused.length === 0 ? closed : { ...closed, problems: [...closed.problems, ...(0,redact/* hideAll */.cJ)(refused)] };
}
/** Milliseconds for the heartbeat of verify and for writing the report; a long one takes a second. */
const REPORT_MS = 20_000;
/** Also for a run that was refused; a run that was cancelled is no news about the monitoring. */
async function pingHeartbeat(result, { env, log, signal }) {
    const isVerify = ((0,names/* rawInput */.JR)(env, 'mode')?.trim() ?? '') === 'verify';
    const url = (0,names/* rawInput */.JR)(env, 'verify-heartbeat-url')?.trim();
    if (!isVerify || !url || signal.aborted || !URL.canParse(url))
        return [];
    const { pingVerifyHeartbeat } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 8772));
    return pingVerifyHeartbeat(url, result, { env, log });
}
/** Programs that are started, and those that they start, are searched outside of the repository. */
function withTrustedPath(env) {
    return { ...env, PATH: (0,programs/* trustedPath */.z)({ path: env.PATH, workspaceRoot: (0,workspace/* workspaceRoot */.oS)(env) }) };
}
/** Each mode loads what it needs: the modules that talk to servers take longer to load than a whole plan takes. */
const MODES = {
    deploy: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(178), __webpack_require__.e(9162), __webpack_require__.e(1915), __webpack_require__.e(4307), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(4872), __webpack_require__.e(8255), __webpack_require__.e(9651)]).then(__webpack_require__.bind(__webpack_require__, 9651))).deployMode(...run),
    plan: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9605), __webpack_require__.e(5932), __webpack_require__.e(9064), __webpack_require__.e(6386), __webpack_require__.e(6901)]).then(__webpack_require__.bind(__webpack_require__, 6901))).planMode(...run),
    verify: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(178), __webpack_require__.e(9162), __webpack_require__.e(1915), __webpack_require__.e(4307), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(4872), __webpack_require__.e(8255)]).then(__webpack_require__.bind(__webpack_require__, 8255))).verifyMode(...run),
    dashboards: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(178), __webpack_require__.e(1915), __webpack_require__.e(4307), __webpack_require__.e(3905), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 137))).dashboardsMode(...run),
    contract: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(178), __webpack_require__.e(1915), __webpack_require__.e(1052)]).then(__webpack_require__.bind(__webpack_require__, 1052))).contractMode(...run),
    drill: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(178), __webpack_require__.e(1915), __webpack_require__.e(4307), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(9)]).then(__webpack_require__.bind(__webpack_require__, 9))).drillMode(...run),
};


/***/ }),

/***/ 615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ NO_ONE_NOTIFIED),
/* harmony export */   QS: () => (/* binding */ CHECK_AREAS),
/* harmony export */   od: () => (/* binding */ PANEL_STATES)
/* harmony export */ });
/**
 * The result of a panel query. `data` is good; `warning`: data from a fallback, with gaps, or with a warning of Prometheus.
 * `waiting`: no data (or only NaN), as in a healthy service: no traffic, no failure, a condition that nothing fulfils.
 * `too-early`: data only later (`dataFrom`), or time ran out. `stale`: only samples from before this verification.
 * `nan`: values, none of them a number. `not-checked`: promised, and could not be judged. `other-source`: not promised.
 */
const PANEL_STATES = [
    'data',
    'warning',
    'no-data',
    'waiting',
    'too-early',
    'stale',
    'nan',
    'error',
    'not-checked',
    'other-source',
];
const CHECK_AREAS = [
    'configuration',
    'reload',
    'retention',
    'self-scrape',
    // Whether Prometheus itself ran without restarts and gaps, and can write to its volume.
    'uptime',
    'storage',
    // What the scrapes of all targets say together, where it does not make a target fail.
    'scrapes',
    'rules',
    // Whether the error budget of each objective is recorded.
    'slo',
    'remote-write',
    'access',
    'health',
    'metrics-exposure',
    'delivery',
];
/** The subject of the check that says that no one is notified of alerts: it is shown before everything else. */
const NO_ONE_NOTIFIED = 'alerts';


/***/ })

};

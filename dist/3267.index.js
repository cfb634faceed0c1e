export const id = 3267;
export const ids = [3267,7697];
export const modules = {

/***/ 303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ promqlAnyOf),
/* harmony export */   Tf: () => (/* binding */ promqlName),
/* harmony export */   ZD: () => (/* binding */ promqlString),
/* harmony export */   nH: () => (/* binding */ withLabel)
/* harmony export */ });
/* harmony import */ var _metric_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9459);

/** A PromQL string literal. */
const promqlString = (text) => JSON.stringify(text);
/** The selector of a metric: its name, in the quotes of Prometheus 3 where it has dots. */
const promqlName = (name) => ((0,_metric_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isClassicName */ .S6)(name) ? name : `{${promqlString(name)}}`);
/** The regular expression of a matcher, quoted, that matches exactly these texts. */
function promqlAnyOf(texts) {
    const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return promqlString(escaped.join('|'));
}
/** The expression with one more label, to distinguish the parts of a union. */
const withLabel = (expr, name, value) => `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`;


/***/ }),

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

/***/ 1328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/** A value from a file as a message shows it: in quotes and shortened. */
function quoted(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
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

/***/ 502:
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
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/verify/accept.js

/** That nothing was scraped, or that the run ended early, is never accepted: there would be no proof at all. */
const NEVER = /^(?:target-none|verification-.*)$/;
function acceptance(accept, now) {
    const today = now.toISOString().slice(0, 10);
    const used = new Set();
    const matching = (code, subject) => {
        const all = accept.filter((one) => one.code === code && matchesWildcard(one.subject, subject));
        for (const one of all)
            used.add(one);
        return all.find(({ until }) => until >= today);
    };
    return {
        of({ code, subject, members = [subject] }) {
            if (NEVER.test(code))
                return undefined;
            const each = members.map((member) => matching(code, member));
            return matching(code, subject) ?? (each.every((one) => one !== undefined) ? each[0] : undefined);
        },
        warnings: () => accept.flatMap((one) => {
            if (one.until < today && used.has(one))
                return expired(one);
            return used.has(one) ? [] : unused(one);
        }),
    };
}
const nameOf = ({ code, subject }) => `\`verify.accept\` names ${(0,quote/* quoted */.T)(code)} of ${(0,quote/* quoted */.T)(subject)}`;
const expired = (one) => ({
    code: 'accept-expired',
    severity: 'warning',
    message: `${nameOf(one)}, and this exception expired on ${one.until}: the claim counts again.`,
    hint: 'Correct what is wrong, or set a later `until`.',
});
const unused = (one) => ({
    code: 'accept-unused',
    severity: 'warning',
    message: `${nameOf(one)}, which does not match anything that is unproven.`,
    hint: 'Remove the entry if the claim holds now; otherwise copy code and subject from the report.',
});
/** Whether a text matches a pattern in which `*` stands for any text. Linear in both. */
function matchesWildcard(pattern, text) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === first;
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/verify/causes.js

/**
 * One cause, one action: a failure that follows from another one names it and is counted there. Metrics and panels of a
 * service that is down have no data because of it, so has a panel whose metric is missing.
 */
function connectCauses(all) {
    const found = withFullDisk(all);
    const causes = new Map();
    for (const failure of found)
        for (const key of failure.explains ?? [])
            if (!causes.has(key))
                causes.set(key, failure);
    const keysOf = ({ because = [] }) => because.find((keys) => keys.every((key) => causes.has(key))) ?? [];
    const causeOf = (failure) => {
        const [key] = keysOf(failure);
        const cause = key === undefined ? undefined : causes.get(key);
        return cause === failure ? undefined : cause;
    };
    // A panel follows from a metric, and the metric from its service.
    const rootOf = (failure) => {
        const seen = new Set();
        let at = failure;
        for (let next = causeOf(at); next && !seen.has(next); next = causeOf(at)) {
            seen.add(next);
            at = next;
        }
        return at;
    };
    const consequences = Map.groupBy(found, rootOf);
    return found.map((failure) => {
        const rest = (consequences.get(failure) ?? []).filter((one) => one !== failure);
        const root = rootOf(failure);
        const because = root === failure ? undefined : causes_nameOf(keysOf(failure)[0], root);
        return {
            failure: rest.length === 0 ? failure : { ...failure, why: `${failure.why} ${consequencesOf(rest, failure)}` },
            ...(because !== undefined && { because }),
        };
    });
}
/** The service or the metric that explains a failure; for other causes, the subject of the failure that names them. */
const causes_nameOf = (key = '', root) => /^(?:service|metric):/.test(key) ? key.slice(key.indexOf(':') + 1) : root.subject;
const DISK = 'disk:the full volume of Prometheus';
/**
 * A full volume shows everywhere at once: in targets whose samples are lost, in the log of rules, in remote write; and
 * what is not stored is missing in metrics and panels. The first failure that names it is the cause of all of them.
 */
function withFullDisk(found) {
    const first = found.find(isFullDisk);
    if (!first)
        return found;
    const isConsequence = (failure) => isFullDisk(failure) || failure.level === 'panels' || failure.area === 'metrics';
    return found.map((failure) => {
        if (failure === first)
            return { ...failure, explains: [...(failure.explains ?? []), DISK] };
        return isConsequence(failure) ? { ...failure, because: [[DISK]] } : failure;
    });
}
const isFullDisk = ({ why }) => /no space left on device|disk is full|volume is full/i.test(why);
function consequencesOf(all, cause) {
    const of = (...areas) => all.filter(({ area }) => areas.includes(area)).length;
    const without = of('metrics') + of('panels');
    const parts = [
        ...(of('metrics') > 0 ? [(0,lib_text/* count */.U9)(of('metrics'), 'metric')] : []),
        ...(of('panels') > 0 ? [(0,lib_text/* count */.U9)(of('panels'), 'panel query', 'panel queries')] : []),
    ];
    const others = all.length - without;
    const noData = without === 1 ? 'has no data' : 'have no data';
    const verb = cause.outcome === 'not-checked' ? 'could not be checked' : noData;
    const sentences = [
        ...(without > 0 ? [`${(0,lib_text/* list */.p_)(parts)} ${verb} because of it.`] : []),
        ...(others > 0
            ? [`${(0,lib_text/* count */.U9)(others, 'other check')} ${others === 1 ? 'has' : 'have'} the same cause.`]
            : []),
    ];
    return sentences.join(' ');
}

;// CONCATENATED MODULE: ./build/verify/failure.js
/** The key of what keeps Prometheus from answering. */
const SERVER = 'server:Prometheus';

// EXTERNAL MODULE: ./build/verify/history.js
var verify_history = __webpack_require__(4872);
;// CONCATENATED MODULE: ./build/verify/targets/failures.js



/** The failures of targets, one for each cause. */
function targetFailures(evidence) {
    const { targets, services, unexpected } = evidence;
    const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown');
    const found = [
        ...missingServices(services),
        // The cause that affects most targets comes first.
        ...[...Map.groupBy(failed, causeOf).values()]
            .toSorted((a, b) => b.length - a.length)
            .flatMap((group) => failedTargets(group, evidence)),
        ...[...Map.groupBy(unexpected, ({ app, health }) => JSON.stringify([app, health])).values()].flatMap(failedUnexpected),
    ];
    if (found.length > 0 || targets.some((target) => target.state === 'up'))
        return found;
    return [
        {
            code: 'target-none',
            area: 'targets',
            outcome: 'broken',
            level: 'targets',
            subject: 'all services',
            why: 'No target was scraped: every machine is stopped, which is allowed, so nothing is proven.',
            next: 'Verify while at least one machine runs, or remove `may_stop` from a service that should run.',
        },
    ];
}
/** One failure for the unexpected targets of an app: usually all of them are on one machine. */
function failedUnexpected(all) {
    const services = [...new Set(all.map(({ service }) => service))];
    const hosts = [...new Set(all.map(({ address }) => address.slice(0, address.lastIndexOf(':'))))];
    const subject = services.length === 1
        ? `${all.length} targets of ${services[0]}`
        : `${all.length} targets at ${(0,lib_text/* few */.H$)(hosts)} (${(0,lib_text/* few */.H$)(services)})`;
    const also = services.length === 1 ? '' : ` The same holds for ${(0,lib_text/* few */.H$)(services.slice(1))}.`;
    return all.slice(0, 1).map(({ service, address, why, next, detail }) => ({
        code: 'target-unexpected',
        area: 'targets',
        outcome: 'broken',
        level: 'targets',
        subject: all.length === 1 ? `${service} at ${address}` : subject,
        why: `${why}${also}${detail === '' ? '' : ` ${detail}`}`,
        next,
        members: all.map((one) => `${one.service} at ${one.address}`),
    }));
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
            outcome: 'broken',
            level: 'targets',
            subject: (0,lib_text/* few */.H$)(names),
            why: reason.why,
            next: reason.next,
            explains: names.map((name) => `service:${name}`),
            members: names,
        }));
    });
}
/** Identifies the cause of a failed target by its explanation. */
function causeOf(target) {
    const { why, next } = explanationOf(target);
    return JSON.stringify([why, next]);
}
const explanationOf = ({ shared, reason, why }) => shared ?? reason ?? { why, next: 'Verify again when Prometheus answers.' };
const SCRAPES = { last: 'The last successful scrape was', never: 'No successful scrape' };
/** One failure for one cause, for any number of targets. */
function failedTargets([first, ...others], evidence) {
    if (!first)
        return [];
    const { why, next } = explanationOf(first);
    const code = `target-${first.reason?.class ?? 'not-checked'}`;
    const targets = [first, ...others];
    const lastHeld = latestOf(targets);
    return [
        {
            code,
            area: 'targets',
            outcome: first.reason ? 'broken' : 'not-checked',
            level: 'targets',
            subject: subjectOf(first, targets),
            why: (0,verify_history/* withHistory */.$k)(why, lastHeld, evidence, SCRAPES),
            ...(lastHeld !== undefined && { lastHeld }),
            next,
            explains: different(targets, 'service').map((name) => `service:${name}`),
            members: targets.map(failures_nameOf),
            // Without any answer of Prometheus, the reason for that explains that nothing is known about targets.
            ...(!first.reason && evidence.mark === undefined && { because: [[SERVER]] }),
        },
    ];
}
/** The latest time at which one of them was up; undefined when that is not known of all. */
function latestOf(targets) {
    const times = targets.map(({ lastHeld }) => lastHeld);
    if (times.includes(undefined))
        return undefined;
    return times.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null);
}
const failures_nameOf = ({ service, machine, region, address }) => machine === '' ? `${service} at ${address}` : `${service} on machine ${machine} (${region})`;
const hostOf = ({ machine, address }) => machine || address;
function subjectOf(first, targets) {
    if (targets.length === 1)
        return failures_nameOf(first);
    const [services, machines] = [different(targets, 'service'), [...new Set(targets.map(hostOf))]];
    if (services.length === 1)
        return `${targets.length} targets of ${services[0]} (${(0,lib_text/* few */.H$)(machines)})`;
    if (machines.length === 1)
        return `${targets.length} targets ${first.machine === '' ? 'at' : 'on machine'} ${machines[0]} (${(0,lib_text/* few */.H$)(services)})`;
    return `${targets.length} targets of ${services.length} services (${(0,lib_text/* few */.H$)(services)})`;
}
const different = (targets, key) => [
    ...new Set(targets.map((target) => target[key])),
];

;// CONCATENATED MODULE: ./build/verify/verdict.js





const LEVELS = ['never', 'targets', 'metrics', 'panels'];
/**
 * The verdict on the evidence. Each level of `fail-on` includes those before it; it decides which failures make the run
 * fail, never whether they are reported.
 */
function judge(evidence, failOn, accept = acceptance([], new Date())) {
    if (evidence.problems.length > 0)
        return { kind: 'failed', failures: [] };
    const failures = connectCauses(foundFailures(evidence)).map(({ failure, because }) => {
        const { level, explains: _, because: __, members: ___, ...rest } = failure;
        const accepted = accept.of(failure);
        const decides = accepted === undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
        return {
            ...rest,
            decides,
            ...(because !== undefined && { because }),
            ...(accepted && { accepted }),
        };
    });
    const open = failures.filter(({ accepted }) => accepted === undefined);
    const isBroken = open.some(({ decides, outcome }) => decides && outcome === 'broken');
    // Exceptions do not replace evidence: without a target that is up, nothing is proven.
    const isProven = open.length === 0 && (evidence.isDrill || evidence.targets.some(({ state }) => state === 'up'));
    return { kind: isBroken ? 'failed' : isProven ? 'proven' : 'unproven', failures };
}
function foundFailures(evidence) {
    const found = [
        // A drill is about receivers only.
        ...(evidence.isDrill ? [] : targetFailures(evidence)),
        ...evidence.checks.flatMap((check) => failedCheck(check)),
        ...evidence.metrics.flatMap((metric) => failedMetric(metric, evidence)),
        ...(areRulesUnread(evidence) ? [] : evidence.rules.flatMap((rule) => failedRule(rule))),
        ...evidence.panels.flatMap((panel) => failedPanel(panel)),
    ];
    const { cutShort } = evidence;
    // When nothing was left open, what is broken is reason enough.
    const isCause = found.length === 0 || found.some(({ outcome }) => outcome === 'not-checked');
    return cutShort && isCause ? [cut(cutShort), ...found] : found;
}
const CUT = 'cut:the early end of the verification';
const cut = (why) => ({
    code: `verification-${why}`,
    area: 'targets',
    outcome: 'not-checked',
    level: 'targets',
    subject: 'verification',
    why: why === 'deadline'
        ? 'Time ran out before every result was certain.'
        : 'The run was cancelled before every result was certain.',
    next: why === 'deadline' ? 'Increase `timeout`.' : 'Verify again.',
    explains: [CUT],
});
/** The `fail-on` level from which a check decides that is broken or could not be made. */
const LEVEL_OF = {
    configuration: 'targets',
    reload: 'targets',
    access: 'targets',
    health: 'targets',
    delivery: 'targets',
    'metrics-exposure': 'targets',
    uptime: 'targets',
    storage: 'targets',
    scrapes: 'metrics',
    'self-scrape': 'metrics',
    retention: 'metrics',
    rules: 'metrics',
    slo: 'metrics',
    'remote-write': 'metrics',
};
function failedCheck({ area, subject, outcome, why, next }) {
    // Readable metrics are only warned about, so a check of it that could not be made is only listed.
    if (outcome === 'holds' || outcome === 'warning' || outcome === 'nothing-to-check')
        return [];
    if (outcome === 'not-checked' && area === 'metrics-exposure')
        return [];
    const about = {
        code: `${area}-${outcome}`,
        area,
        level: LEVEL_OF[area],
        subject: subject || area,
        why,
        outcome,
    };
    if (outcome === 'broken')
        return [{ ...about, next: next ?? '', ...(area === 'access' && { explains: [SERVER] }) }];
    // Several checks that fail for one reason, such as a proxy that rejects a path, are one thing to do.
    const reason = reasonKey(why);
    return [{ ...about, next: next ?? VERIFY_AGAIN, explains: [reason], because: [[reason]] }];
}
/** The innermost reason, whatever was asked: `/api/v1/rules returned HTTP 403.` is one reason for every path. */
const reasonKey = (why) => `reason:${why
    .split(': ')
    .at(-1)
    ?.replace(/\/api\/v1\/\S+/, '')}`;
/** Questions that were not answered have one cause, whatever they were about. */
const lostAnswers = (why) => /(?:not answer|scrapes before it): /.test(why) ? [reasonKey(why)] : [];
/** What to do about a claim that could not be checked, where nothing better is known. */
const VERIFY_AGAIN = 'Verify again; if the reason persists, remove it, or accept the claim with `verify.accept` in monitoring.yml.';
const SAMPLES = { last: 'It last had samples', never: 'No sample' };
function failedMetric(metric, evidence) {
    const { service, name, state, why, next, lastHeld } = metric;
    if (state === 'present' || state === 'waiting')
        return [];
    const isUnknown = state === 'unknown';
    return [
        {
            code: isUnknown ? 'metric-not-checked' : `metric-${state}`,
            area: 'metrics',
            outcome: isUnknown ? 'not-checked' : 'broken',
            level: 'metrics',
            subject: `${name} of ${service}`,
            why: (0,verify_history/* withHistory */.$k)(why, lastHeld, evidence, SAMPLES),
            ...(lastHeld !== undefined && { lastHeld }),
            next: next ?? 'Bring a target of the service up first.',
            explains: [`metric:${name}`, ...lostAnswers(why)],
            ...(isUnknown && { because: [[`service:${service}`], [CUT], ...lostAnswers(why).map((key) => [key])] }),
        },
    ];
}
const RULE_NEXT = {
    ok: '',
    missing: 'Deploy the monitoring app again, so that its rule file is loaded.',
    error: 'Correct the expression of the rule.',
    'not-evaluated': 'Wait one evaluation interval and verify again.',
    'not-checked': VERIFY_AGAIN,
};
/** Prometheus returned none of its rules: the claim about the rule file stands for all of them. */
const areRulesUnread = ({ checks, rules }) => rules.every(({ state }) => state === 'not-checked') &&
    checks.some(({ area, outcome }) => area === 'rules' && outcome === 'not-checked');
function failedRule({ group, name, state, why, detail }) {
    if (state === 'ok')
        return [];
    return [
        {
            code: `rule-${state}`,
            area: 'rules',
            outcome: state === 'not-evaluated' || state === 'not-checked' ? 'not-checked' : 'broken',
            level: 'metrics',
            subject: `${name} in group ${group}`,
            // All rules that Prometheus did not return have the cause of the claim about the rule file.
            ...(state === 'not-checked' && { because: [[reasonKey(why)]] }),
            why: detail === '' ? why : `${why} ${detail}`,
            next: RULE_NEXT[state],
        },
    ];
}
/**
 * Panels with data, panels that are empty in the healthy state, and those that show another data source. Data of a
 * `warning` without `absent` parts is real.
 */
const GOOD_PANELS = ['data', 'warning', 'waiting', 'other-source'];
function failedPanel(evidence) {
    const { dashboard, panel, refId, state, why, next } = evidence;
    const hidesGap = state === 'warning' && evidence.absent.length > 0;
    if (GOOD_PANELS.includes(state) && !hidesGap)
        return [];
    // Data from a fallback says nothing about what the panel is about.
    const isUnchecked = state === 'not-checked' || state === 'too-early' || hidesGap;
    return [
        {
            code: `panel-${state}`,
            area: 'panels',
            outcome: isUnchecked ? 'not-checked' : 'broken',
            level: 'panels',
            subject: `${dashboard.title} / ${panel.title} (${refId})`,
            why,
            next: next ?? (isUnchecked ? VERIFY_AGAIN : ''),
            explains: lostAnswers(why),
            because: causesOf(evidence),
        },
    ];
}
/** What can explain a panel without data: the end of the time, its service, the metrics that it needs. */
function causesOf({ state, down, absent, why }) {
    const service = down === undefined ? [] : [[`service:${down}`]];
    if (state === 'too-early')
        return [...service, [CUT]];
    if (state === 'not-checked')
        return [...service, ...lostAnswers(why).map((key) => [key])];
    if (state !== 'no-data' || absent.length === 0)
        return service;
    const metrics = absent.map((selector) => `metric:${/^[\w:]*/.exec(selector)?.[0].replace(/_(?:bucket|sum|count)$/, '')}`);
    return [...service, metrics];
}

;// CONCATENATED MODULE: ./build/run/record.js





/** `onStep` is called when a stage begins. */
function createReportBuilder(log, onStep) {
    let during = 'the reading of inputs and files';
    const known = (0,report/* emptyRun */.d)();
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
        close(failOn) {
            const accepted = acceptance(this.accept, new Date());
            const result = verdict(known, failOn, accepted);
            const isJudged = known.evidence !== undefined && known.evidence.problems.length === 0;
            const problems = [...known.problems, ...(isJudged ? accepted.warnings() : [])];
            return (0,redact/* hideAll */.cJ)({ ...known, problems, verdict: result });
        },
    });
}
function verdict({ mode, problems, evidence }, failOn, accepted) {
    if (problems.some(({ severity }) => severity === 'error'))
        return { kind: 'failed', failures: [] };
    if (evidence)
        return judge(evidence, failOn, accepted);
    // Checking files or importing dashboards proves nothing, and nothing failed either.
    const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract';
    return { kind: isCheck ? 'unproven' : 'failed', failures: [] };
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

// EXTERNAL MODULE: ./build/run/record.js + 5 modules
var record = __webpack_require__(502);
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
    report.problems.push(...(await pingHeartbeat(report.close(failOn), context)));
    return report.close(failOn);
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
    deploy: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(4628), __webpack_require__.e(3052), __webpack_require__.e(562), __webpack_require__.e(7618), __webpack_require__.e(3936), __webpack_require__.e(1915), __webpack_require__.e(1564), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(8255), __webpack_require__.e(9651)]).then(__webpack_require__.bind(__webpack_require__, 9651))).deployMode(...run),
    plan: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(4628), __webpack_require__.e(562), __webpack_require__.e(6386), __webpack_require__.e(6901)]).then(__webpack_require__.bind(__webpack_require__, 6901))).planMode(...run),
    verify: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(4628), __webpack_require__.e(3052), __webpack_require__.e(562), __webpack_require__.e(7618), __webpack_require__.e(3936), __webpack_require__.e(1915), __webpack_require__.e(1564), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(8255)]).then(__webpack_require__.bind(__webpack_require__, 8255))).verifyMode(...run),
    dashboards: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(9605), __webpack_require__.e(4628), __webpack_require__.e(3052), __webpack_require__.e(562), __webpack_require__.e(7618), __webpack_require__.e(1915), __webpack_require__.e(1564), __webpack_require__.e(3905), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 137))).dashboardsMode(...run),
    contract: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(4628), __webpack_require__.e(3052), __webpack_require__.e(7618), __webpack_require__.e(1915), __webpack_require__.e(1052)]).then(__webpack_require__.bind(__webpack_require__, 1052))).contractMode(...run),
    drill: async (...run) => (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(4628), __webpack_require__.e(3052), __webpack_require__.e(562), __webpack_require__.e(7618), __webpack_require__.e(1915), __webpack_require__.e(1564), __webpack_require__.e(2769), __webpack_require__.e(3905), __webpack_require__.e(4616), __webpack_require__.e(9)]).then(__webpack_require__.bind(__webpack_require__, 9))).drillMode(...run),
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


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ withHistory),
/* harmony export */   Gs: () => (/* binding */ addHistory),
/* harmony export */   ok: () => (/* binding */ onPrometheusClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _formats_promql_literals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(303);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);
/* harmony import */ var _targets_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8497);
/* harmony import */ var _targets_observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7422);





/** How far back it is asked: finely for what has just happened, coarsely for the rest. */
const HISTORY = ['15m:5s', '2d:5m'];
/** More than these are not asked for: the history of one shows when the cause began. */
const MOST_NAMES = 50;
/** A report is not worth waiting for longer. */
const PATIENCE_MS = 3_000;
/**
 * Adds when a failed target or a missing metric was last seen well, from the history of Prometheus itself: two queries,
 * only when something failed. Without an answer nothing is added.
 */
async function addHistory(evidence, prometheus) {
    const at = Date.parse(evidence.mark ?? '');
    if (Number.isNaN(at) || evidence.cutShort === 'cancelled')
        return evidence;
    const down = evidence.targets.filter(isDown);
    const missing = evidence.metrics.filter(({ state }) => state === 'missing');
    const ask = (expr) => expr && within(prometheus.query(expr, at));
    const [ups, samples] = await Promise.all([ask(upQuery(down)), ask(sampleQuery(missing))]);
    return {
        ...evidence,
        ...(ups && { targets: withLastUps(evidence.targets, ups) }),
        ...(samples && { metrics: withLastSamples(evidence.metrics, samples) }),
    };
}
/** The time of the last evaluation at which an expression had a value, in seconds. */
const lastTimeOf = (expr) => HISTORY.map((range) => `max_over_time(timestamp(${expr})[${range}])`).join(' or ');
/** Prometheus scrapes these, and what is wrong is not that. */
const SCRAPED = ['empty', 'samples-lost', 'flapping', 'restarting', 'not-stored'];
const isDown = ({ state, reason }) => state === 'down' && !SCRAPED.includes(reason?.class ?? '');
function upQuery(down) {
    if (down.length === 0)
        return undefined;
    const jobs = [...new Set(down.map(({ service }) => service))].slice(0, MOST_NAMES);
    return lastTimeOf(`up{job=~${(0,_formats_promql_literals_js__WEBPACK_IMPORTED_MODULE_1__/* .promqlAnyOf */ .NK)(jobs)}} == 1`);
}
/** Histograms and summaries are asked for by their counts. */
function sampleQuery(missing) {
    if (missing.length === 0)
        return undefined;
    const some = missing.slice(0, MOST_NAMES);
    const names = some.flatMap(({ name }) => [name, `${name}_count`]);
    const jobs = [...new Set(some.map(({ service }) => service))];
    const series = `{__name__=~${(0,_formats_promql_literals_js__WEBPACK_IMPORTED_MODULE_1__/* .promqlAnyOf */ .NK)(names)},job=~${(0,_formats_promql_literals_js__WEBPACK_IMPORTED_MODULE_1__/* .promqlAnyOf */ .NK)(jobs)}}`;
    // `timestamp` drops the name of the metric.
    return lastTimeOf(`count by (job, metric) (label_replace(${series}, "metric", "$1", "__name__", "(.+)"))`);
}
/** The latest time for each key, in seconds. */
function latest({ result }, keyOf) {
    const rows = result.resultType === 'vector' ? result.result : [];
    const times = new Map();
    for (const { metric, value } of rows) {
        const key = keyOf(metric);
        times.set(key, Math.max(times.get(key) ?? 0, Number(value?.[1])));
    }
    return times;
}
function withLastUps(targets, answer) {
    const ofTarget = latest(answer, ({ job = '', instance = '' }) => (0,_targets_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .expectedKey */ .ol)(job, (0,_targets_address_js__WEBPACK_IMPORTED_MODULE_3__/* .scrapeAddress */ .L)(`http://${instance}/`)));
    const ofService = latest(answer, ({ job = '' }) => job);
    const hasUp = new Set(targets.flatMap(({ state, service }) => (state === 'up' ? service : [])));
    return targets.map((target) => {
        if (!isDown(target))
            return target;
        const own = ofTarget.get((0,_targets_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .expectedKey */ .ol)(target.service, target.address));
        // A deploy replaces machines: where none of a service is up, what its machines before did is its history.
        const before = hasUp.has(target.service) ? undefined : ofService.get(target.service);
        return { ...target, lastHeld: isoOf(own ?? before) };
    });
}
function withLastSamples(metrics, answer) {
    const keyOf = (metric = '', job = '') => `${metric} of ${job}`;
    const times = latest(answer, ({ metric, job }) => keyOf(metric, job));
    return metrics.map((one) => {
        if (one.state !== 'missing')
            return one;
        const last = times.get(keyOf(one.name, one.service)) ?? times.get(keyOf(`${one.name}_count`, one.service));
        return { ...one, lastHeld: isoOf(last) };
    });
}
const isoOf = (seconds) => seconds === undefined ? null : new Date(seconds * 1000).toISOString();
async function within(answer) {
    const known = answer.catch((error) => {
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            return undefined;
        throw error;
    });
    return Promise.race([known, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
}
const DAY_MS = 86_400_000;
/** Coarse times may be five minutes early. */
const COARSE_MS = 6 * 60_000;
/**
 * The reason of a failure, with since when it is so and whether it was so before this deploy, where that is known.
 * `words`: the beginning of the sentence about the last time, and that of the sentence when there was none.
 */
function withHistory(why, lastHeld, { mark, deployBegan }, words) {
    if (lastHeld === undefined || mark === undefined)
        return why;
    if (lastHeld === null)
        return `${why} ${words.never} is known from the last 2 days.`;
    const age = Date.parse(mark) - Date.parse(lastHeld);
    const when = `${age > DAY_MS ? `${lastHeld.slice(0, 10)} ` : ''}${lastHeld.slice(11, 16)} UTC`;
    if (deployBegan === undefined)
        return `${why} ${words.last} at ${when}.`;
    const isOlder = Date.parse(deployBegan) - Date.parse(lastHeld) > COARSE_MS;
    const before = isOlder ? 'so this deploy did not break it' : 'just before or during this deploy';
    return `${why} ${words.last} at ${when}, ${before}.`;
}
/** Prometheus' clock and the local one may differ; the beginning of verification is known on both. */
function onPrometheusClock(time, { began, mark }) {
    if (time === undefined || mark === undefined)
        return undefined;
    return new Date(Date.parse(mark) - Date.parse(began) + time.getTime()).toISOString();
}


/***/ }),

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ scrapeAddress),
/* harmony export */   Q: () => (/* binding */ hostPort)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/**
 * Host and port in normal form, so that addresses from Fly's API and from Prometheus can be compared:
 * `[fdaa:0:18::2]:9090`, independent of leading zeros, letter case and abbreviation.
 */
function hostPort(host, port) {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(bare))
        return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`;
    // The URL parser normalises IPv6 addresses; it does not support zones, which Fly's addresses do not have.
    return URL.canParse(`http://[${bare}]`)
        ? `${new URL(`http://[${bare}]`).hostname}:${port}`
        : `[${bare}]:${port}`;
}
const MAX_KNOWN = 10_000;
const known = new Map();
/** Host and port of a scrape URL; empty when it is not a URL. Cached, because every poll needs the same ones. */
function scrapeAddress(url) {
    const address = known.get(url) ?? readAddress(url);
    if (known.size >= MAX_KNOWN)
        known.clear();
    known.set(url, address);
    return address;
}
function readAddress(url) {
    if (!URL.canParse(url))
        return '';
    const { protocol, hostname, port } = new URL(url);
    return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}


/***/ }),

/***/ 1667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   _j: () => (/* binding */ machinesWithVerb),
/* harmony export */   df: () => (/* binding */ describePlace),
/* harmony export */   lR: () => (/* binding */ isSeveral),
/* harmony export */   m3: () => (/* binding */ machinesPronoun),
/* harmony export */   ow: () => (/* binding */ healthSentence),
/* harmony export */   uk: () => (/* binding */ machineIds)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

const isSeveral = (c) => c.addresses.length > 1;
/** The machines, each once. */
const machinesOf = (c) => [...new Set(c.machines)];
/** Ids for a command; those of many machines would not fit on a line and are in the table of targets. */
const machineIds = (c) => machinesOf(c).length > 10 ? 'ID …' : machinesOf(c).join(' ');
/** Machines as the subject of a sentence, with its verb. */
const machinesWithVerb = (c) => machinesOf(c).length > 1 ? `Machines ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .few */ .H$)(machinesOf(c))} are` : `Machine ${machinesOf(c).join('')} is`;
/** The machines again, as an object. */
const machinesPronoun = (c) => (machinesOf(c).length > 1 ? 'them' : 'it');
/** The scraped address, or the common part of several. */
function describePlace(c) {
    if (c.addresses.length < 2)
        return c.addresses.join('');
    if (!c.isOnFly)
        return `${c.addresses.length} addresses`;
    const isOnePort = c.addresses.every((address) => address.endsWith(`:${c.port}`));
    return isOnePort
        ? `port ${c.port} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(machinesOf(c).length, 'machine')}`
        : `${c.addresses.length} targets`;
}
/** At the start of a sentence. */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/**
 * A sentence when Fly's health checks fail, otherwise empty: an unhealthy machine is the likely cause of a silent port.
 */
const healthSentence = (c) => c.checksPass === false
    ? ` Fly's own health checks of ${machinesOf(c).length > 1 ? 'these machines' : `machine ${machinesOf(c).join('')}`} fail too.`
    : '';


/***/ }),

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dn: () => (/* binding */ STORED_MS),
  s$: () => (/* binding */ continueHistory),
  ol: () => (/* binding */ expectedKey),
  dR: () => (/* binding */ isFinal),
  xy: () => (/* binding */ isNotStored),
  iI: () => (/* binding */ isRed),
  QZ: () => (/* binding */ lastScrapeOf),
  e1: () => (/* binding */ recordMachines),
  kS: () => (/* binding */ scrapedAt)
});

// UNUSED EXPORTS: DISCOVERY_MS

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/verify/targets/address.js
var address = __webpack_require__(8497);
// EXTERNAL MODULE: ./build/verify/targets/reason-forms.js
var reason_forms = __webpack_require__(8283);
;// CONCATENATED MODULE: ./build/verify/targets/classify-error.js

/**
 * The class of a scrape error, by the messages of Prometheus 2.42 and 3.x (recorded from both) and of Go's network
 * library. The first match wins.
 */
const WORDING = [
    // The reason phrase after the number is text of the target, so these patterns come first.
    [/^server returned HTTP status 40[13]\b/, 'auth'],
    [/^server returned HTTP status (404|410)\b/, 'not-found'],
    [/^server returned HTTP status 5\d\d\b/, 'server-error'],
    [/^server returned HTTP status 3\d\d\b/, 'redirect'],
    [/^server returned HTTP status /, 'http-status'],
    [/^received unsupported Content-Type ""/, 'content-type'],
    [/\bno fallback_scrape_protocol\b/, 'content-type'],
    [
        /unable to (read|use|load) (basic auth|specified|the specified|authorization|bearer|file|CA|secret)/,
        'local-config',
    ],
    [/stopped after \d+ redirects/, 'redirect'],
    [/server gave HTTP response to HTTPS client/, 'scheme'],
    [/TLS handshake timeout/, 'timeout'],
    [/\btls: |\bx509: |does not look like a TLS handshake/, 'tls'],
    [
        /malformed HTTP (response|version|status|header)|malformed MIME header|unsupported protocol scheme/,
        'not-http',
    ],
    [/\blookup \S.{0,300}: |no such host|server misbehaving/, 'dns'],
    [/connection refused/, 'refused'],
    [/no route to host|(network|host) is (unreachable|down)|cannot assign requested address/, 'unreachable'],
    [/deadline exceeded|i\/o timeout|connection timed out|Client\.Timeout|timeout awaiting/, 'timeout'],
    [
        /connection reset by peer|broken pipe|server closed|use of closed|^Get "": (unexpected )?EOF|transport connection broken/,
        'reset',
    ],
    [
        /(sample|body size|bucket|label|target)[ _](name |value |name_|value_)?(length[ _])?limit exceeded/,
        'limit',
    ],
    [/^(gzip|flate|zlib|zstd): /, 'encoding'],
    [/^unexpected EOF|http: unexpected EOF|malformed chunked encoding/, 'truncated'],
    [
        /^expected .*, got ""|is not a valid start token|while parsing|strconv\.Parse|data does not end with # EOF/,
        'parse',
    ],
    [
        /invalid UTF-8|invalid sample|invalid metric|invalid label|is not unique|unexpected end of input|^proto: /,
        'parse',
    ],
];
/**
 * Text in Go's quotes, closed or cut off, comes from the target: a page that contains "connection refused" must not be
 * classified as such.
 */
const quoted = /"(?:[^"\\]|\\.)*"?/gs;
/**
 * The class of a non-empty `lastError`. A failure at another URL than the one that is scraped (`scrapeUrl`) is that of a
 * redirect, whatever happened there.
 */
function classifyError(lastError, scrapeUrl) {
    if ((0,reason_forms/* redirectedTo */.hA)(lastError, scrapeUrl) !== undefined)
        return 'redirect';
    if (/Content-Type "text\/html/i.test(lastError) || /^expected a valid start token, got "<"/.test(lastError))
        return 'html';
    const words = lastError.replace(quoted, '""');
    return WORDING.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
const PATIENCE = {
    'no-machines': 'listing',
    stopped: 'listing',
    'not-discovered': 'discovery',
    'not-scraped': 'discovery',
    stale: 'discovery',
    dns: 'settle',
    refused: 'settle',
    unreachable: 'settle',
    timeout: 'settle',
    reset: 'settle',
    'not-http': 'scrapes',
    tls: 'scrapes',
    scheme: 'scrapes',
    auth: 'scrapes',
    'not-found': 'scrapes',
    'server-error': 'settle',
    'http-status': 'settle',
    redirect: 'scrapes',
    html: 'scrapes',
    'content-type': 'scrapes',
    encoding: 'scrapes',
    truncated: 'settle',
    parse: 'scrapes',
    limit: 'scrapes',
    'local-config': 'scrapes',
    empty: 'settle',
    'samples-lost': 'scrapes',
    flapping: 'none',
    restarting: 'none',
    'not-stored': 'none',
    unknown: 'settle',
};

// EXTERNAL MODULE: ./build/verify/targets/steadiness.js
var steadiness = __webpack_require__(3968);
// EXTERNAL MODULE: ./build/verify/targets/target-key.js
var target_key = __webpack_require__(270);
;// CONCATENATED MODULE: ./build/verify/targets/observe.js





/** Milliseconds since the epoch of Prometheus' last scrape; far in the past before the first. */
const scrapedAt = (target) => Date.parse(target.lastScrape);
/** Identity of an expected target; an address has no spaces. */
const expectedKey = (service, address) => `${address} ${service}`;
/** Compares the expected targets with those of Prometheus. `verifyStart` is on Prometheus' clock, in milliseconds. */
function recordMachines(expected, seen, verifyStart, { counts, recordOf }) {
    const known = Map.groupBy(seen, (target) => expectedKey(target.labels.job ?? target.scrapePool, (0,address/* scrapeAddress */.L)(target.scrapeUrl)));
    return expected.map((one) => {
        const entries = known.get(expectedKey(one.service, one.address)) ?? [];
        // The same address twice in one job (two paths): the worse one decides.
        const entry = entries.find((target) => target.health !== 'up') ?? entries[0];
        const count = entry && counts.get((0,target_key/* targetKey */.h)(entry.labels));
        const record = entry && recordOf?.(entry);
        const facts = { expected: one, seen: entry, count, record };
        return { ...facts, state: stateOf(facts, verifyStart) };
    });
}
function stateOf({ expected, seen, count, record }, verifyStart) {
    if (expected.state !== 'running')
        return expected.state;
    if (!seen)
        return 'not-discovered';
    if (seen.health === 'unknown')
        return 'not-scraped';
    if (scrapedAt(seen) <= verifyStart)
        return 'stale';
    const unsteady = record && (0,steadiness/* unsteadiness */.bg)(record);
    if (unsteady !== undefined)
        return unsteady;
    if (seen.health === 'down')
        return classifyError(seen.lastError, seen.scrapeUrl);
    if (count === undefined)
        return 'pending';
    if (count.scraped === 0)
        return mayBeEmpty(expected, record) ? 'up' : 'empty';
    if (count.lost === undefined)
        return 'pending';
    return count.lost > 0 ? 'samples-lost' : 'up';
}
/** Whether an empty page is what the configuration announces: every metric may be absent until the first event. */
const mayBeEmpty = ({ onlyAfterTraffic }, record) => onlyAfterTraffic && record?.lostPage !== true;
/** Adds an observation to the history of a target. */
function continueHistory(before, observation, context) {
    const { state, seen } = observation;
    const last = isRed(state) && PATIENCE[state] === 'listing' ? String(context.listings) : (seen?.lastScrape ?? '');
    const isSame = before?.state === state;
    const isNew = before?.last !== last;
    const red = isRed(state)
        ? { since: before?.redSince ?? context.elapsed, times: before?.redTimes ?? 0 }
        : undefined;
    return {
        state,
        times: isSame ? before.times + (isNew ? 1 : 0) : 1,
        last,
        since: isSame ? before.since : context.elapsed,
        redSince: red?.since,
        redTimes: red ? red.times + (isNew ? 1 : 0) : 0,
    };
}
const isRed = (state) => state !== 'up' && state !== 'resting' && state !== 'pending';
/** Time for services to start. */
const SETTLE_MS = 30_000;
/**
 * Longer while Fly's checks fail as well: the machine may still be starting. The grace period of a check is at most one
 * minute, then its intervals follow; the deploy has already waited up to five minutes for them.
 */
const UNHEALTHY_MS = 120_000;
/** Discovery takes at most 15 s, the DNS cache 5 s, a target update in Prometheus 5 s: twice the sum, with a margin. */
const DISCOVERY_MS = 60_000;
/** How long the number of samples is asked for without an answer. */
const UNCOUNTED_MS = 30_000;
/** A target whose reason changes with every scrape fails for good after so many. */
const CHANGING_TIMES = 4;
/**
 * Whether the state of a target is final: waiting longer would not change it. Time is counted from the moment when the
 * state began, not from the start of verification: a Prometheus that restarts in the tenth minute needs as long to
 * discover its targets as in the first.
 */
function isFinal(observation, history, context) {
    const { state, record } = observation;
    const since = history?.since ?? context.elapsed;
    if (state === 'up')
        return (0,steadiness/* isSteady */.NZ)(record, {
            promised: context.promised,
            upMs: context.elapsed - since,
            intervalMs: intervalOf(observation.seen),
        });
    if (state === 'pending')
        return context.uncountedMs >= UNCOUNTED_MS;
    if (!isRed(state))
        return state === 'resting';
    const isRepeated = (history?.times ?? 0) >= 2 || (history?.redTimes ?? 0) >= CHANGING_TIMES;
    switch (PATIENCE[state]) {
        case 'none':
            return true;
        case 'scrapes':
            return isRepeated;
        case 'settle':
            if (record?.lostPage)
                return isRepeated;
            return (isRepeated &&
                context.elapsed - (history?.redSince ?? context.elapsed) >=
                    (observation.expected.machine?.checksPass === false ? UNHEALTHY_MS : SETTLE_MS));
        case 'discovery':
            return context.elapsed - since >= Math.max(DISCOVERY_MS, 3 * intervalOf(observation.seen));
        case 'listing':
            return (history?.times ?? 0) >= 2 || context.onlyListing;
    }
}
/** A scrape is stored within milliseconds; this long, and over several scrapes, something keeps it from being stored. */
const STORED_MS = 10_000;
/** Whether Prometheus scrapes a target again and again, and its storage has none of these scrapes. */
const isNotStored = ({ state, record }, history, { elapsed }) => state === 'pending'
    ? // Samples that could not be counted, because every answer came late, are stored all the same.
        history !== undefined &&
            history.times >= 3 &&
            elapsed - history.since >= STORED_MS &&
            (record?.storedBehind ?? STORED_MS) >= STORED_MS
    : // Its samples were counted once, and since then nothing was stored.
        state === 'up' && record?.isUnstored === true;
function intervalOf(target) {
    return (0,duration/* parseDuration */.E)(target?.scrapeInterval ?? '') ?? 0;
}
/** When the last target that is up was scraped, on Prometheus' clock, in milliseconds. */
const lastScrapeOf = (observations, verifyStart) => Math.max(verifyStart, ...observations.flatMap(({ state, seen }) => (state === 'up' && seen ? scrapedAt(seen) : [])));


/***/ }),

/***/ 8283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ flapping),
/* harmony export */   IM: () => (/* binding */ contentType),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   K9: () => (/* binding */ logs),
/* harmony export */   Os: () => (/* binding */ restarting),
/* harmony export */   V2: () => (/* binding */ redirect),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   Zc: () => (/* binding */ emptyPage),
/* harmony export */   aH: () => (/* binding */ notHttp),
/* harmony export */   b$: () => (/* binding */ isDiskFull),
/* harmony export */   br: () => (/* binding */ notStored),
/* harmony export */   hA: () => (/* binding */ redirectedTo),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   u$: () => (/* binding */ parseError),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var _config_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9711);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _circumstances_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1667);



const reason = (certainty, why, next) => ({
    certainty,
    why,
    next,
});
/** Where the log of the service is. */
const logs = (c) => c.isOnFly ? `flyctl logs -a ${c.app}` : 'on the machine that runs it';
/** Where to ask the service itself. */
const shell = (c) => c.isOnFly ? `flyctl ssh console -a ${c.app}` : 'from a machine in the network of Prometheus';
/** Nothing listens: on one port, or on every port of an app, which has one cause. */
function refused(c) {
    const services = c.services ?? [];
    if (services.length > 1)
        return reason('proven', `Nothing listens on the metrics ports of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .few */ .H$)(services)} on ${describeMachines(c)}: the services listen on 0.0.0.0 only, use other ports, or are not started yet; the private network is IPv6.${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .healthSentence */ .ow)(c)}`, `Bind [::] instead of 0.0.0.0 in each of them, and compare the ports with their log: ${logs(c)}.`);
    return reason('proven', `Nothing listens on ${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
        (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
        (0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .healthSentence */ .ow)(c), `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`);
}
const describeMachines = (c) => {
    const machines = [...new Set(c.machines)];
    return machines.length === 1 ? `machine ${machines.join('')}` : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(machines.length, 'machine');
};
function notHttp(c) {
    // The first frame of an HTTP/2 server, SETTINGS, as Go quotes it.
    if (/malformed HTTP response "\\x00\\x00.\S*\\x04\\x00/.test(c.lastError))
        return reason('proven', `What listens on ${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c)} speaks HTTP/2 without TLS only, as a gRPC server does; Prometheus asks with HTTP/1.1 there.`, `Serve ${c.path} over HTTP/1.1, usually on a port of its own, and set it as port of ${c.service}.`);
    return reason('proven', `What listens on ${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c)} does not speak HTTP.`, `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`);
}
/** A redirect that was not followed, or that led to a failure somewhere else. */
function redirect(c) {
    const exempt = `Exempt ${c.path} from the redirect (in Rails \`force_ssl\`, in Django \`SECURE_REDIRECT_EXEMPT\`, a login, a canonical host)`;
    const to = redirectedTo(c.lastError, c.scrapeUrl);
    if (to === undefined)
        return reason('proven', `${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)((0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c))} answers ${c.path} with a redirect, which Prometheus does not follow: a target must not send it to another address. The port is right: the service redirects to HTTPS, to a login, to another host or to another path.`, `${exempt}, or set path of ${c.service} to where it serves the metrics themselves; \`curl -i\` on the machine shows where it leads: ${shell(c)}.`);
    const isHttps = /^https:/.test(to) && !/^https:/.test(c.scrapeUrl ?? '');
    return reason('proven', `${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)((0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c))} answers ${c.path} with a redirect ${isHttps ? 'to HTTPS' : 'to another address'}, and the scrape fails there. The port is right: the service redirects.`, c.isOnFly
        ? `${exempt}: the private network is encrypted already, so ${c.path} can be served over plain HTTP.`
        : `${exempt}, or set scheme: https for ${c.service}.`);
}
/** The URL that failed, when it is not the one that was scraped; the error names the last one of a chain of redirects. */
function redirectedTo(lastError, scrapeUrl) {
    const [, asked] = /^Get "((?:[^"\\]|\\.)*)": /.exec(lastError) ?? [];
    if (asked === undefined || scrapeUrl === undefined || !URL.canParse(asked) || !URL.canParse(scrapeUrl))
        return undefined;
    return new URL(asked).href === new URL(scrapeUrl).href ? undefined : asked;
}
function contentType(c) {
    if (/application\/(?:[\w.-]+\+)?json/.test(c.lastError))
        return reason('proven', `${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)((0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c))} answers ${c.path} with JSON, which is not a metrics format.`, `Set path and port of ${c.service} to where it serves the Prometheus text format: many frameworks have their own metrics at the path that the client library would use.`);
    return reason('proven', /blank Content-Type|Content-Type ""/.test(c.lastError)
        ? `${c.service} sends no Content-Type; Prometheus 3 requires one.`
        : `${c.service} answers with a Content-Type that is not a metrics format.`, 'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol.');
}
function parseError(c) {
    const line = /while parsing: ("(?:[^"\\]|\\.)*"?)/s.exec(c.lastError)?.[1];
    const why = `The answer of ${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlace */ .df)(c)} is not in the Prometheus text format`;
    const ask = `Request ${c.path} on port ${c.port} yourself and compare: ${shell(c)}.`;
    if (line !== undefined && /^"\s*(?:\{\\"|\{\}|\[)/.test(line))
        return reason('proven', `${why}: it is JSON, which begins with ${line}.`, ask);
    if (line !== undefined && /^"(?:\\ufeff|\ufeff|\\xef\\xbb)/.test(line))
        return reason('proven', `${why}: it begins with a byte order mark.`, 'Write it as UTF-8 without a mark.');
    if (line !== undefined && /^"\\x/.test(line))
        return reason('inferred', `${why}: it is binary, probably compressed in a way that was not asked for (brotli, deflate, zstd). Prometheus accepts gzip only.`, `Exempt ${c.path} from the compression of the web server, or let it obey Accept-Encoding.`);
    if (line !== undefined)
        return reason('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.');
    if (/"INVALID" is not a valid start token/.test(c.lastError))
        return reason('inferred', `${why}, not even at its start. Usually it is a web page or JSON, which means that port or path is wrong; or it is compressed in a way that was not asked for (brotli), or begins with a byte order mark.`, ask);
    if (/does not end with # EOF/.test(c.lastError))
        return reason('proven', `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`, 'End the answer with "# EOF", or announce text/plain; version=0.0.4.');
    return reason('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.');
}
/** Which limit the answer exceeds, and where the limit comes from. */
function overLimit(c) {
    const discarded = 'so Prometheus discards all of it.';
    const grows = 'it grows with monitoring.vm.memory_mb';
    const fewer = 'Drop labels with many values (user ids, full paths)';
    if (/^sample limit/.test(c.lastError))
        return reason('proven', `${c.service} sends more samples at once than a target may (sample_limit, ${_config_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .SAMPLES_PER_MB */ .E} for each MB of memory of Prometheus), ${discarded}`, `${fewer}; if every series is needed, raise the limit: ${grows}.`);
    if (/^body size limit/.test(c.lastError))
        return reason('proven', `The answer of ${c.service} has more bytes than a target may send (body_size_limit), ${discarded}`, `${fewer} and check that ${c.path} serves metrics and not a download; if all of it is needed, raise the limit: ${grows}.`);
    return reason('proven', `The answer of ${c.service} exceeds a limit of the scrape configuration, ${discarded}`, `${fewer}; raise the limit only if the series are needed.`);
}
function emptyPage(c) {
    if (c.record?.lostPage)
        return reason('proven', `${c.service} answers with HTTP 200, but without a single sample, ${c.record.empty > 1 ? `${c.record.empty} times in a row` : 'now'}; before that, the same process had samples. It has lost its metrics.`, 'Look for code that resets or replaces the registry, and for an exporter that lets series expire when idle.');
    return reason('proven', `${c.service} answers with HTTP 200, but without a single sample. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`, 'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start. If every metric of the service may be absent until the first event, declare each as `expect: after-traffic`.');
}
function flapping(c) {
    const { record } = c;
    const share = record && !(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .isSeveral */ .lR)(c)
        ? ` (${record.failed} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(record.scrapes, 'scrape')} since verification began)`
        : '';
    return reason('proven', `Some scrapes of ${c.service} succeed and others fail${share}: one of several workers is broken, it is overloaded, or it keeps restarting.${(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .healthSentence */ .ow)(c)}`, `See the error of the last failed scrape, and read the log of the service: ${logs(c)}.`);
}
function restarting(c) {
    const { record } = c;
    const times = record && !(0,_circumstances_js__WEBPACK_IMPORTED_MODULE_1__/* .isSeveral */ .lR)(c)
        ? ` (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(record.restarts, 'new process', 'new processes')} since verification began, ${record.before.restarts} in the minutes before)`
        : '';
    return reason('proven', `The process of ${c.service} keeps starting again${times}: it crashes or is killed, although single scrapes succeed.`, `Read the log of the service for the reason (an error, too little memory): ${logs(c)}${c.isOnFly ? '; flyctl machine status shows exit codes' : ''}.`);
}
const NO_SPACE = /no space left on device/i;
/** Whether Prometheus reports that its volume is full. */
const isDiskFull = (error) => NO_SPACE.test(error);
function notStored(c) {
    if (c.serverErrors?.some(isDiskFull))
        return reason('proven', 'The volume of Prometheus is full ("no space left on device"): targets are scraped, and nothing of it is stored.', 'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.');
    return reason('inferred', 'Prometheus scrapes the target again and again, but its storage has no new sample of it: it cannot write to its volume, or its clock was set back.', 'Read the log of Prometheus with `flyctl logs`, and check the space on its volume.');
}


/***/ }),

/***/ 3968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NZ: () => (/* binding */ isSteady),
/* harmony export */   bg: () => (/* binding */ unsteadiness),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export wasUnsteady */
/** The recent past: older trouble has probably been repaired by this deploy. */
const RECENT = 12;
/** Sums up the scrapes of one target, in order of time. Times are on Prometheus' clock, in milliseconds. */
function recordOf(scrapes, verifyStart, { resets = 0, readUntil = Number.POSITIVE_INFINITY, storedAt, isUnstored = false, isDeployed = false, } = {}) {
    const now = scrapes.findIndex(({ at }) => at > verifyStart);
    const split = now < 0 ? scrapes.length : now;
    const since = scrapes.slice(split);
    const counted = since.slice(Math.max(0, since.findIndex(({ up }) => up)));
    const starts = startsOf(scrapes);
    const mixed = goesBack(starts);
    const restarts = mixed ? [] : newStarts(starts);
    const isNow = (restart) => isSince(restart, verifyStart);
    const last = scrapes.findLastIndex(({ up }) => !up);
    const restarted = restarts.at(-1)?.at ?? 0;
    const row = scrapes.slice(last + 1).filter(({ at }) => at >= restarted);
    return {
        scrapes: counted.length,
        failed: counted.filter(({ up }) => !up).length,
        // A deployment takes the last release down.
        falls: fallsIn(isDeployed ? counted : scrapes.slice(Math.max(0, split - 1))),
        restarts: restarts.filter(isNow).length,
        before: {
            falls: fallsIn(scrapes.slice(Math.max(0, split - RECENT), split)),
            restarts: restarts.filter((restart) => !isNow(restart)).length,
        },
        inRow: row.filter(({ at }) => at <= readUntil).length,
        rowSince: row[0]?.at,
        ...emptiness(row, verifyStart, isDeployed),
        storedBehind: storedAt === undefined ? undefined : Math.max(0, (scrapes.at(-1)?.at ?? 0) - storedAt),
        isUnstored,
        mixed,
        resets: last < 0 && restarts.length === 0 ? resets : 0,
    };
}
const fallsIn = (scrapes) => scrapes.filter(({ up }, i) => !up && scrapes[i - 1]?.up === true).length;
const startsOf = (scrapes) => scrapes.flatMap(({ at, startedAt }) => (startedAt === undefined ? [] : [{ at, startedAt }]));
/** A process that starts again has a later start time; only another process has an earlier one. */
const goesBack = (starts) => starts.some(({ startedAt }, i) => startedAt < (starts[i - 1]?.startedAt ?? startedAt) - CLOCK_S);
const newStarts = (starts) => starts.flatMap(({ at, startedAt }, i) => {
    const before = starts[i - 1];
    return before && startedAt > before.startedAt + CLOCK_S ? [{ at, startedAt, before: before.at }] : [];
});
/** Whether a process started in this verification, and was not only scraped for the first time. */
const isSince = ({ startedAt, before }, verifyStart) => before > verifyStart || startedAt * 1000 > verifyStart;
/** Some exporters calculate the start time from their clock at each scrape, in seconds. */
const CLOCK_S = 0.5;
/**
 * A process may start again between two scrapes, and an empty page does not tell when. Without a deployment in this run,
 * after so many empty answers it is surely an old one.
 */
const LONG_EMPTY = 10;
function emptiness(row, verifyStart, isDeployed) {
    const filled = row.findLastIndex(({ sent }) => sent !== undefined && sent > 0);
    const empty = row.slice(filled + 1).filter(({ sent }) => sent === 0).length;
    const isSame = (row[filled]?.at ?? 0) > verifyStart || (!isDeployed && empty >= LONG_EMPTY);
    return { empty, lostPage: filled >= 0 && empty > 0 && isSame };
}
/** Before verification began, it fell or restarted so often that one good scrape means little. */
const wasUnsteady = ({ before }) => before.falls >= 4 || before.restarts >= 3;
/** A single failed scrape may be an accident of the network. */
const FAILING_SHARE = 0.05;
/** Why a target that is up now is not in order; undefined when it is, as far as its history shows. */
function unsteadiness(record) {
    const { falls, restarts, failed, scrapes, before } = record;
    if (restarts >= 2 || (before.restarts >= 3 && restarts > 0))
        return 'restarting';
    if (falls >= 2 && failed >= FAILING_SHARE * scrapes)
        return 'flapping';
    return before.falls >= 4 && falls > 0 ? 'flapping' : undefined;
}
/** Good scrapes in a row that a target needs, and how long to wait for them at most, in milliseconds. */
const CLEAR = { scrapes: 1, ms: 0 };
const PROMISED = { scrapes: 3, ms: 5_000 };
const IN_DOUBT = { scrapes: 5, ms: 8_000 };
const AFTER_TROUBLE = { scrapes: 5, ms: 60_000 };
/**
 * Whether enough scrapes were seen to call a target up. One scrape proves that it can be scraped, and nothing more, so
 * a verdict on targets alone needs one. Where metrics or panels are promised, what a team reads later depends on every
 * scrape: three in a row, and those from before verification count, so that a system that has been running is judged
 * at its first fresh scrape. With a long interval this would delay each deploy by minutes for a rare fault: the wait
 * ends after 5 s, and does not begin where no scrape is due in that time. A target that fell or restarted is known to
 * be in trouble and is worth a minute: five good scrapes, or the second fault.
 */
function isSteady(record, { promised, upMs, intervalMs }) {
    if (record === undefined)
        return true;
    const needed = record.falls > 0 || record.restarts > 0 || wasUnsteady(record)
        ? AFTER_TROUBLE
        : record.mixed || record.resets === 1
            ? IN_DOUBT
            : promised
                ? PROMISED
                : CLEAR;
    return record.inRow >= needed.scrapes || upMs >= needed.ms || intervalMs > needed.ms;
}


/***/ }),

/***/ 270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ targetKey)
/* harmony export */ });
/** Identity of a target in Prometheus: the labels of its scrape metrics. */
function targetKey({ job = '', instance = '' }) {
    return `${job.length} ${job}${instance}`;
}


/***/ })

};

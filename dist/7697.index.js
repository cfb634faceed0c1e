export const id = 7697;
export const ids = [7697];
export const modules = {

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

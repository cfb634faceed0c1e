export const id = 697;
export const ids = [697];
export const modules = {

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


/***/ })

};

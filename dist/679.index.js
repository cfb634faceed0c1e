export const id = 679;
export const ids = [679];
export const modules = {

/***/ 3679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(6876);
// EXTERNAL MODULE: ./build/report/todo.js
var todo = __webpack_require__(547);
;// CONCATENATED MODULE: ./build/report/outputs.js

/** The outputs of the action, by the names that action.yml declares. GitHub allows 1 MB for all of them. */
function outputs(report) {
    const { evidence } = report;
    const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
    return {
        verdict: report.verdict.kind,
        'monitoring-url': report.monitoring?.url ?? '',
        apps: JSON.stringify(report.apps),
        targets: JSON.stringify((evidence?.targets ?? []).map(({ service, app, machine, region, address, state, lastScrape, samples, reason }) => ({
            service,
            app,
            machine,
            region,
            address,
            health: state,
            lastScrape: lastScrape ?? null,
            samples: samples ?? null,
            reason: reason ? `${reason.why} ${reason.next}` : null,
        }))),
        'targets-up': String(expected.filter((target) => target.state === 'up').length),
        'targets-total': String(expected.length),
        'metrics-missing': JSON.stringify((evidence?.metrics ?? [])
            .filter(({ state }) => state !== 'present' && state !== 'waiting')
            .map(({ service, name, state, nearMiss }) => ({ service, name, state, nearMiss: nearMiss ?? null }))),
        'panels-empty': JSON.stringify((0,todo/* emptyPanels */.X)(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
            dashboard: dashboard.uid,
            panel: panel.title,
            query: refId,
            state,
        }))),
        dashboards: JSON.stringify(report.dashboards),
        changed: String(report.changes.some(({ result }) => result === 'done')),
    };
}

// EXTERNAL MODULE: ./build/report/result.js + 1 modules
var result = __webpack_require__(595);
// EXTERNAL MODULE: ./build/report/summary.js + 2 modules
var summary = __webpack_require__(609);
;// CONCATENATED MODULE: ./build/report/publish.js








/**
 * Tells the report where people look on a runner: annotations, job summary, outputs.
 * Written on failure too; what cannot be written is a line in the log, never another failure.
 */
function publish(report, env, log) {
    annotate(report, log);
    const path = (0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(env), `deploy-monitoring-summary-${env.GITHUB_ACTION ?? 'run'}.md`);
    const text = (0,summary/* summary */.z)(report);
    attempt(log, 'The job summary', () => {
        if (env.GITHUB_STEP_SUMMARY)
            (0,external_node_fs_.appendFileSync)(env.GITHUB_STEP_SUMMARY, text);
    });
    attempt(log, 'The summary', () => (0,external_node_fs_.writeFileSync)(path, text));
    attempt(log, 'The result', () => {
        (0,external_node_fs_.writeFileSync)(path.replace(/\.md$/, '.json'), `${JSON.stringify((0,result/* resultOf */.B)(report), null, 2)}\n`);
    });
    attempt(log, 'The outputs', () => {
        for (const [name, value] of Object.entries({ ...outputs(report), 'summary-path': path }))
            core/* setOutput */.uH(name, value);
    });
    log.info((0,summary/* headline */.P)(report));
}
/** What to do, as annotations, worst first; the log keeps to GitHub's limits. */
function annotate(report, log) {
    for (const { severity, code, subject, at, what, next } of (0,todo/* todos */.Q)(report)) {
        const message = at || subject === '' ? what : `${subject}: ${what}`;
        log.problem({ code, severity, message, hint: next, ...(at && { at }) });
    }
}
function attempt(log, what, write) {
    try {
        write();
    }
    catch (error) {
        log.info(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ })

};

export const id = 799;
export const ids = [799];
export const modules = {

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


/***/ })

};

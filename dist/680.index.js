export const id = 680;
export const ids = [680,799];
export const modules = {

/***/ 8680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exitCodeOf: () => (/* binding */ exitCodeOf),
  runMode: () => (/* binding */ runMode)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/inputs.js
var build_inputs = __webpack_require__(8175);
// EXTERNAL MODULE: ./build/lib/log-terminal.js
var log_terminal = __webpack_require__(7815);
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/report/journal.js + 1 modules
var journal = __webpack_require__(2799);
// EXTERNAL MODULE: ./build/report/result.js + 1 modules
var result = __webpack_require__(595);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/report/summary.js + 2 modules
var summary = __webpack_require__(609);
// EXTERNAL MODULE: ./build/report/todo.js
var todo = __webpack_require__(547);
// EXTERNAL MODULE: ./build/cli/text.js
var cli_text = __webpack_require__(8906);
;// CONCATENATED MODULE: ./build/cli/report.js




/** Rows of one section before the rest is only counted. */
const MAX_ROWS = 100;
/** The report for people at a terminal: what the job summary tells, without Markdown. */
function reportText(report) {
    const sections = [
        `${mark(report)} ${(0,summary/* headline */.P)(report)}`,
        (0,cli_text/* section */.uW)('Where to look', links(report)),
        (0,cli_text/* section */.uW)('What to do', bounded((0,todo/* todos */.Q)(report)).flatMap(report_todo)),
        (0,cli_text/* section */.uW)('Scrape targets', targets(report.evidence)),
        (0,cli_text/* section */.uW)('Metrics and panels', contract(report.evidence)),
        (0,cli_text/* section */.uW)('Alerts', alerts(report.evidence)),
        (0,cli_text/* section */.uW)('What this run did', (0,cli_text/* columns */.YB)(report.changes.map(change))),
        (0,cli_text/* section */.uW)('Skipped', report.skipped.map(skip)),
        (0,cli_text/* section */.uW)('Timings', (0,cli_text/* columns */.YB)(report.timings.map(timing))),
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function mark({ verdict, problems }) {
    if (verdict.kind === 'proven')
        return '✔';
    const isGood = verdict.kind === 'unproven' && verdict.failures.length === 0;
    return isGood && problems.every(({ severity }) => severity === 'warning') ? '✔' : '✖';
}
function links({ monitoring, health, dashboards }) {
    const user = monitoring?.password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : '';
    return [
        ...(0,cli_text/* columns */.YB)([
            ...(monitoring ? [['Prometheus', monitoring.url]] : []),
            ...health.map((url) => ['health', url]),
            ...dashboards.filter(({ url }) => url !== '').map(({ title, url }) => [(0,cli_text/* plain */.pj)(title), (0,cli_text/* plain */.pj)(url)]),
        ]),
        ...(monitoring ? [`curl ${user}"${monitoring.url}/api/v1/targets?state=active"`] : []),
    ];
}
/** A place in a file stands first and alone, so that terminals and editors find it. */
function report_todo({ severity, code, subject, at, what, next }) {
    const sign = severity === 'error' ? '✖' : '!';
    const about = subject === '' ? '' : `${(0,cli_text/* plain */.pj)(subject)}: `;
    return [
        at
            ? `${(0,cli_text/* plain */.pj)(subject)}: ${severity}: ${(0,cli_text/* plain */.pj)(what, 1_000)} [${code}]`
            : `${sign} ${about}${(0,cli_text/* plain */.pj)(what, 1_000)} [${code}]`,
        ...(next === '' ? [] : [`  → ${(0,cli_text/* plain */.pj)(next, 1_000)}`]),
    ];
}
function targets(evidence) {
    if (!evidence)
        return [];
    const order = { down: 0, unknown: 1, up: 2, resting: 3 };
    const rows = evidence.targets.toSorted((a, b) => order[a.state] - order[b.state]).map(target);
    const none = evidence.services.flatMap(({ service, reason }) => reason ? [['no machine', (0,cli_text/* plain */.pj)(service), '', '', (0,cli_text/* plain */.pj)(reason.why)]] : []);
    return (0,cli_text/* columns */.YB)(bounded([...none, ...rows]));
}
const target = (seen) => [
    seen.state,
    (0,cli_text/* plain */.pj)(seen.service),
    `${(0,cli_text/* plain */.pj)(seen.machine)} ${(0,cli_text/* plain */.pj)(seen.region)}`,
    seen.samples === undefined ? '' : (0,lib_text/* count */.U9)(seen.samples, 'sample'),
    seen.state === 'up' ? '' : (0,cli_text/* plain */.pj)(seen.reason?.why ?? seen.why),
];
function contract(evidence) {
    if (!evidence)
        return [];
    const { metrics, panels } = evidence;
    const bad = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
    const waiting = metrics.filter(({ state }) => state === 'waiting');
    const empty = (0,todo/* emptyPanels */.X)(panels);
    const unasked = panels.filter(({ state }) => state === 'not-checked').length;
    return [
        ...(metrics.length > 0
            ? [
                `${metrics.length - bad.length - waiting.length} of ${(0,lib_text/* count */.U9)(metrics.length, 'declared metric')} there`,
            ]
            : []),
        ...(waiting.length > 0 ? [`${(0,lib_text/* count */.U9)(waiting.length, 'metric')} waiting for traffic`] : []),
        ...(panels.length > 0
            ? [
                `${panels.length - empty.length - unasked} of ${(0,lib_text/* count */.U9)(panels.length, 'panel query', 'panel queries')} with data`,
            ]
            : []),
        ...(0,cli_text/* columns */.YB)(bounded([
            ...bad.map(({ state, name, service, why }) => [state, (0,cli_text/* plain */.pj)(name), (0,cli_text/* plain */.pj)(service), (0,cli_text/* plain */.pj)(why)]),
            ...empty.map(({ state, panel, dashboard, why }) => [
                state,
                (0,cli_text/* plain */.pj)(panel.title),
                (0,cli_text/* plain */.pj)(dashboard.title),
                (0,cli_text/* plain */.pj)(why),
            ]),
        ])),
    ];
}
/** A watchdog always fires: it proves that alerting works and asks nothing of anybody. */
function alerts(evidence) {
    const active = (evidence?.alerts ?? []).filter(({ labels }) => labels.severity !== 'none');
    return (0,cli_text/* columns */.YB)(bounded(active.map(({ state, name, summary }) => [state, (0,cli_text/* plain */.pj)(name), (0,cli_text/* plain */.pj)(summary)])));
}
const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' };
const change = ({ result, subject, what, seconds, why }) => [
    RESULT[result],
    (0,cli_text/* plain */.pj)(subject),
    (0,cli_text/* plain */.pj)(what),
    seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    (0,cli_text/* plain */.pj)(why, 120),
];
const skip = ({ part, why, set }) => `– ${(0,cli_text/* plain */.pj)(part)}: ${(0,cli_text/* plain */.pj)(why)} To have it: ${(0,cli_text/* plain */.pj)(set, 1_000).replace(/\.$/, '')}.`;
const timing = ({ step, seconds, note }) => [
    (0,cli_text/* plain */.pj)(step),
    `${seconds.toFixed(1)} s`,
    (0,cli_text/* plain */.pj)(note ?? ''),
];
const bounded = (rows) => rows.slice(0, MAX_ROWS);

;// CONCATENATED MODULE: ./build/cli/run.js









/** Runs a mode of the action from a terminal: the log on the standard error, the report on the standard output. */
async function runMode({ mode, inputs, switches }) {
    const env = environment({ ...inputs, INPUT_MODE: mode });
    const redactor = (0,redact/* createRedactor */.lY)();
    for (const secret of (0,build_inputs/* secretsIn */.VY)(env))
        redactor.add(secret);
    const log = (0,log_terminal/* terminalLog */.d)(process.stderr, { redactor, debug: switches.has('debug') });
    const signal = interruption();
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'deploy-monitoring-'));
    try {
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(247), __webpack_require__.e(260)]).then(__webpack_require__.bind(__webpack_require__, 5879));
        const report = await run({ env, log, signal, scratch });
        log.end();
        const code = exitCodeOf(report, signal.aborted);
        const text = switches.has('json') ? `${JSON.stringify((0,result/* resultOf */.B)(report), null, 2)}\n` : reportText(report);
        process.stdout.write(redactor.hide(text).split('\n').map(redact/* guardLine */.Ql).join('\n'));
        return code;
    }
    finally {
        log.end();
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    }
}
/** Options take the place of inputs; the folder that we were started in is the workspace, also on a runner. */
function environment(inputs) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'));
    return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() };
}
const INTERRUPTED = 130;
/** Aborted by the first Ctrl+C, so that flyctl can end in order; the second one ends everything. */
function interruption() {
    const cancel = new AbortController();
    const stop = () => {
        if (cancel.signal.aborted)
            process.exit(INTERRUPTED);
        cancel.abort();
    };
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, stop);
    return cancel.signal;
}
/** 0 good, 1 not healthy, 2 wrong inputs or files, 3 the platform refused or failed, 130 interrupted. */
function exitCodeOf(report, interrupted) {
    if (interrupted)
        return INTERRUPTED;
    if ((0,journal.exitCode)(report) === 0)
        return 0;
    if (report.verdict.kind === 'unproven')
        return 1;
    return report.refused || report.mode === 'plan' ? 2 : 3;
}


/***/ }),

/***/ 8906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/** Pieces of a report as plain text: for a terminal, with colours or without, and for a log file. */

/** Foreign text on one line. */
const plain = (text, limit = 300) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit);
/** A title and its lines, indented; nothing when there are none. */
function section(title, lines) {
    if (lines.length === 0)
        return '';
    return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
/** Columns as wide as their widest cell; the last one is left as it is. */
function columns(rows) {
    const widths = [];
    for (const row of rows)
        for (const [i, cell] of row.entries())
            widths[i] = Math.max(widths[i] ?? 0, cell.length);
    return rows.map((row) => row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd());
}


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


/***/ })

};

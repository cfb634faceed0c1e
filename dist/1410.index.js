export const id = 1410;
export const ids = [1410];
export const modules = {

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exitCodeOf: () => (/* binding */ exitCodeOf),
  printForRun: () => (/* binding */ printForRun),
  runMode: () => (/* binding */ runMode)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/process-family.js
var process_family = __webpack_require__(8430);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/report/brief.js
var brief = __webpack_require__(7171);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/report/action-items.js
var action_items = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/rows.js
var rows = __webpack_require__(4098);
// EXTERNAL MODULE: ./build/report/terminal-text.js
var terminal_text = __webpack_require__(3651);
;// CONCATENATED MODULE: ./build/report/terminal.js





/** Maximum number of rows of a section. */
const MAX_ROWS = 100;
/** Maximum number of names on a line. */
const MAX_NAMES = 10;
const SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' };
/** The report for a terminal: the content of the job summary, without Markdown. */
function renderTerminalReport(report) {
    const fromEvidence = (render) => report.evidence ? render(report.evidence) : [];
    const sections = [
        `${SIGN[(0,headline/* runOutcome */.C)(report)]} ${(0,headline/* headline */.P)(report)}`,
        (0,terminal_text/* section */.uW)('Where to look', links(report)),
        (0,terminal_text/* section */.uW)('What to do', bounded((0,action_items/* actionItems */.r)(report)).flatMap(todo)),
        (0,terminal_text/* section */.uW)('Accepted although unproven', report.verdict.failures.flatMap(accepted)),
        (0,terminal_text/* section */.uW)('Scrape targets', fromEvidence(targets)),
        (0,terminal_text/* section */.uW)('Metrics and panels', fromEvidence(contract)),
        (0,terminal_text/* section */.uW)('Alerts', fromEvidence(alerts)),
        (0,terminal_text/* section */.uW)('What this run did', (0,terminal_text/* columns */.YB)(report.changes.map(change))),
        (0,terminal_text/* section */.uW)('Skipped', report.skipped.map(skip)),
        (0,terminal_text/* section */.uW)('Timings', (0,terminal_text/* columns */.YB)(report.timings.map(timing))),
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function links({ monitoring, health, dashboards, commit }) {
    return [
        ...(0,terminal_text/* columns */.YB)([
            ...(monitoring ? [['Prometheus', (0,terminal_text/* plainText */.wh)(monitoring.url)]] : []),
            ...health.map((url) => ['health', (0,terminal_text/* plainText */.wh)(url)]),
            ...dashboards
                .filter(({ url }) => url !== '')
                .map(({ title, url }) => [(0,terminal_text/* plainText */.wh)(title), (0,terminal_text/* plainText */.wh)(url)]),
            ...(commit === undefined ? [] : [['commit', (0,terminal_text/* plainText */.wh)(commit)]]),
        ]),
        ...(monitoring ? [(0,terminal_text/* plainText */.wh)((0,rows/* curlCommand */.O4)(monitoring, '/api/v1/targets?state=active'))] : []),
    ];
}
/** A place in a file comes first, so that terminals and editors recognise it. */
function todo({ severity, outcome, code, subject, at, what, next }) {
    const sign = outcome === 'not-checked' ? '?' : severity === 'error' ? '✖' : '!';
    const about = subject === '' ? '' : `${(0,terminal_text/* plainText */.wh)(subject)}: `;
    return [
        at
            ? `${(0,terminal_text/* plainText */.wh)(subject)}: ${severity}: ${(0,terminal_text/* plainText */.wh)(what, 1_000)} [${code}]`
            : `${sign} ${about}${(0,terminal_text/* plainText */.wh)(what, 1_000)} [${code}]`,
        ...(next === '' ? [] : [`  → ${(0,terminal_text/* plainText */.wh)(next, 1_000)}`]),
    ];
}
const accepted = ({ accepted: by, code, subject }) => by ? [`${(0,terminal_text/* plainText */.wh)(subject)} [${code}]: ${(0,terminal_text/* plainText */.wh)(by.reason)} (until ${(0,terminal_text/* plainText */.wh)(by.until)})`] : [];
const STATE = {
    'no-machine': 'no machine',
    unknown: 'not checked',
};
const targets = (evidence) => (0,terminal_text/* columns */.YB)(bounded((0,rows/* targetRows */.dg)(evidence)).map(target));
const target = ({ state, service, machine, region, samples, lost, why }) => [
    STATE[state] ?? state,
    (0,terminal_text/* plainText */.wh)(service),
    (0,terminal_text/* plainText */.wh)(`${machine} ${region}`.trimEnd()),
    samples === undefined ? '' : `${(0,lib_text/* count */.U9)(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
    (0,terminal_text/* plainText */.wh)(why),
];
function contract(evidence) {
    const { lines, metrics, panels } = (0,rows/* contractRows */.Sv)(evidence);
    return [
        ...lines.map(({ text, names }) => `${text}${names.length === 0 ? '' : `: ${(0,terminal_text/* plainText */.wh)((0,lib_text/* few */.H$)(names, MAX_NAMES))}`}`),
        ...(0,terminal_text/* columns */.YB)(bounded([...metrics, ...panels]).map(wrong)),
    ];
}
const wrong = ({ state, name, of, why }) => [
    state,
    (0,terminal_text/* plainText */.wh)(name),
    (0,terminal_text/* plainText */.wh)(of),
    (0,terminal_text/* plainText */.wh)(why),
];
const alerts = (evidence) => (0,terminal_text/* columns */.YB)(bounded((0,rows/* alertRows */.Mf)(evidence)).map(({ state, name, summary }) => [
    state,
    (0,terminal_text/* plainText */.wh)(name),
    (0,terminal_text/* plainText */.wh)(summary),
]));
const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' };
const change = ({ result, subject, what, seconds, why }) => [
    RESULT[result],
    (0,terminal_text/* plainText */.wh)(subject),
    (0,terminal_text/* plainText */.wh)(what),
    seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    (0,terminal_text/* plainText */.wh)(why, 120),
];
const skip = ({ part, why, set }) => `– ${(0,terminal_text/* plainText */.wh)(part)}: ${(0,terminal_text/* plainText */.wh)(why)} To enable it: ${(0,terminal_text/* plainText */.wh)(set, 1_000).replace(/\.$/, '')}.`;
const timing = ({ step, seconds, note }) => [
    (0,terminal_text/* plainText */.wh)(step),
    `${seconds.toFixed(1)} s`,
    (0,terminal_text/* plainText */.wh)(note ?? ''),
];
const bounded = (rows) => rows.slice(0, MAX_ROWS);

// EXTERNAL MODULE: ./build/run/record.js + 5 modules
var record = __webpack_require__(502);
// EXTERNAL MODULE: ./build/run/run.js + 2 modules
var run = __webpack_require__(5674);
// EXTERNAL MODULE: ./build/watchdog/guard.js
var guard = __webpack_require__(3859);
// EXTERNAL MODULE: ./build/cli/log.js
var cli_log = __webpack_require__(3911);
;// CONCATENATED MODULE: ./build/cli/run.js














/** Runs a mode of the action from a terminal: the log on the standard error, the report on the standard output. */
async function runMode({ mode, inputs, switches }) {
    const check = switches.has('check') && { INPUT_CHECK: 'true' };
    const env = environment({ ...inputs, ...check, INPUT_MODE: mode });
    const log = (0,cli_log/* terminalLog */.d)(process.stderr, { debug: switches.has('debug') });
    const json = switches.has('json');
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'deploy-monitoring-'));
    const watchdog = (0,guard/* startWatchdog */.M)({ reader: json ? 'program' : 'terminal', scratch }, (0,guard/* delayFor */.D)(mode));
    const signal = interruption(watchdog);
    const cleanUp = () => {
        (0,process_family/* endFamilies */.e9)();
        (0,temporary/* removeFolder */.v)(scratch);
    };
    // Also when a second Ctrl+C does not wait for the end.
    process.once('exit', cleanUp);
    try {
        const report = await (0,run/* run */.e)({ env, log, signal, scratch, watchdog });
        log.end();
        return exitCodeOf((0,brief/* writeInTime */.uN)(report, await reportPrinter(json)), signal.aborted);
    }
    finally {
        log.end();
        watchdog.dismiss();
        cleanUp();
    }
}
/** Returns the function that prints a report to the standard output, for people or for programs. */
async function reportPrinter(json) {
    const textOf = json ? await jsonWriter() : renderTerminalReport;
    return (report) => (0,print/* print */.y)(textOf(report), process.stdout);
}
/** Prints the report of a run that its watchdog has ended. */
async function printForRun(report, json) {
    for (const secret of (0,names/* secretsIn */.VY)(process.env))
        (0,redact/* addSecret */.Ck)(secret);
    const printReport = await reportPrinter(json);
    printReport(report);
}
async function jsonWriter() {
    const { toResult } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(4803)]).then(__webpack_require__.bind(__webpack_require__, 4803));
    const { jsonText } = await __webpack_require__.e(/* import() */ 2550).then(__webpack_require__.bind(__webpack_require__, 2550));
    return (report) => jsonText(toResult(report), 2);
}
/** Options replace inputs; the current folder is the workspace, also on a runner. */
function environment(inputs) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'));
    return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() };
}
const INTERRUPTED = 130;
/** flyctl runs in its own session: only this process can tell it that a terminal was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** npx forwards signals that the terminal sends to both processes: two within this time count as one. */
const ECHO_MS = 300;
/** Aborted by the first Ctrl+C, so that flyctl can end in order; the second one ends everything. */
function interruption(watchdog) {
    const cancel = new AbortController();
    let first = 0;
    const stop = () => {
        if (cancel.signal.aborted && performance.now() - first > ECHO_MS) {
            watchdog.dismiss();
            process.exit(INTERRUPTED);
        }
        first ||= performance.now();
        cancel.abort();
    };
    for (const signal of SIGNALS)
        process.on(signal, stop);
    return cancel.signal;
}
/** 0 good, 1 not healthy, 2 wrong inputs or files, 3 the platform refused or failed, 130 interrupted. */
function exitCodeOf(report, interrupted) {
    if (interrupted)
        return INTERRUPTED;
    if ((0,record/* exitCode */.I)(report) === 0)
        return 0;
    if (report.verdict.failures.some(({ decides }) => decides))
        return 1;
    // A page that differs from the contract is an answer, not a failure of a server.
    if (report.mode === 'contract' && !report.refused && report.checked)
        return 1;
    return report.refused || report.mode === 'plan' ? 2 : 3;
}


/***/ }),

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ removeFolder),
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The runner's folder for temporary files if it can be used, else the system's. Never the workspace. */
function temporaryFolder({ RUNNER_TEMP }) {
    return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
/** Removes a folder of this run with its contents. A folder that cannot be removed does not fail the run. */
function removeFolder(path) {
    try {
        // Programs that were killed a moment ago may still be writing.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
    catch {
        // The system clears its folder for temporary files, a runner its own.
    }
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

/***/ 9773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);

/** Node limits the time of a script, and a script knows what is global alone: this is where the work lies for it. */
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
/**
 * Does synchronous work for at most `ms` milliseconds. Work that takes longer is stopped wherever it is, also within a
 * regular expression, by a thread of Node's own that needs no turn of the event loop; `finally` is not run then, and
 * data that the work was changing is left incomplete. Errors of the work are thrown. A call costs a quarter of a
 * millisecond.
 */
function within(ms, work) {
    script ??= {
        put: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
        call: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`${PLACE}()`),
    };
    script.put(work);
    try {
        return { done: true, value: script.call.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) }) };
    }
    catch (error) {
        if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        return { done: false };
    }
}


/***/ }),

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j3: () => (/* binding */ briefReport),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   uN: () => (/* binding */ writeInTime)
/* harmony export */ });
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7209);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7177);



const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
/** Secrets are searched for in this many characters of a text; a part of one at the end is cut off afterwards. */
const LOOKED_AT = 2_000;
/**
 * For JSON.stringify: shortens texts and lists, hides secrets and leaves out the evidence of verification, so that the
 * rest is written quickly, whatever it contains.
 */
function shorten(key, value) {
    if (key === 'evidence')
        return undefined;
    if (typeof value === 'string')
        return (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hide */ .jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
    return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
/** The report of a run that could not continue because of `why`, an error: what was known until then, shortened. */
function briefReport(known, why) {
    const short = { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyRun */ .d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
    const problems = [why, ...short.problems];
    return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
/** Writing takes a tenth of a second, even for a large report. */
const WRITING_MS = 5_000;
/** Writes a report, shortened where it cannot be written in time; returns the report that was written. */
function writeInTime(report, write) {
    if ((0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .u)(WRITING_MS, () => write(report)).done)
        return report;
    const brief = briefReport(report, {
        code: 'report-too-slow',
        severity: 'error',
        message: `The report could not be written within ${WRITING_MS / 1_000} s, so it was shortened.`,
        hint: 'This is a bug in deploy-monitoring: part of the report takes too long to format.',
    });
    write(brief);
    return brief;
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ emptyRun)
/* harmony export */ });
/** What a run knows when it starts. */
const emptyRun = () => ({
    mode: undefined,
    refused: false,
    commit: undefined,
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
});


/***/ }),

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/** Pieces of a report as plain text: for a terminal, with colours or without, and for a log file. */

/** Untrusted text on one line. */
const plainText = (text, limit = 300) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit);
/** A title and its lines, indented; empty when there are no lines. */
function section(title, lines) {
    if (lines.length === 0)
        return '';
    return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
/** Columns as wide as their widest cell; the last one is not padded. */
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

/***/ 3859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ delayFor),
/* harmony export */   M: () => (/* binding */ startWatchdog)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8303);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);


/** Milliseconds before the watchdog of a mode starts: a plan usually ends before that. */
const delayFor = (mode) => (mode === 'plan' ? 300 : 0);
/**
 * Starts a watchdog after `afterMs` milliseconds: a run that ends earlier does not need one, and does not wait for it.
 * It is a separate process, because a thread would not survive what can end a process: running out of memory, a kill.
 * If it cannot be started, the run continues without it.
 */
function startWatchdog(first, afterMs) {
    const state = { during: 'the start', ...first };
    let pipe;
    let beat;
    let isOver = false;
    const begin = async () => {
        const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
        if (isOver)
            return;
        const watcher = spawn(process.execPath, [process.argv[1] ?? '', _word_js__WEBPACK_IMPORTED_MODULE_1__/* .WATCHDOG */ .u], {
            stdio: ['pipe', 'inherit', 'inherit'],
        });
        watcher.on('error', () => undefined).unref();
        pipe = watcher.stdin;
        pipe.on('error', () => undefined).unref();
        pipe.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(state));
        beat = setInterval(() => pipe?.write('\n'), _state_js__WEBPACK_IMPORTED_MODULE_0__/* .BEAT_MS */ .G).unref();
    };
    const timer = setTimeout(() => void begin(), afterMs).unref();
    return {
        update: (change) => {
            Object.assign(state, change);
            pipe?.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(change));
        },
        dismiss: () => {
            isOver = true;
            clearTimeout(timer);
            clearInterval(beat);
            pipe?.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)({ over: true }));
        },
    };
}


/***/ }),

/***/ 8303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ BEAT_MS),
/* harmony export */   c: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _report_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7171);

/** How often a run shows that its event loop runs. */
const BEAT_MS = 250;
/** A message as one line, short enough to be written to a pipe at once. */
const lineOf = (message) => `${JSON.stringify(message, _report_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)}\n`;


/***/ })

};

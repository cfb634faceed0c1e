export const id = 680;
export const ids = [680];
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
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/log-terminal.js
var log_terminal = __webpack_require__(7815);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/report/journal.js + 2 modules
var journal = __webpack_require__(5688);
// EXTERNAL MODULE: ./build/run.js
var run = __webpack_require__(6501);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/rows.js
var rows = __webpack_require__(4098);
// EXTERNAL MODULE: ./build/report/todo.js
var todo = __webpack_require__(547);
// EXTERNAL MODULE: ./build/cli/text.js
var cli_text = __webpack_require__(8906);
;// CONCATENATED MODULE: ./build/cli/report.js





/** Rows of one section before the rest is only counted. */
const MAX_ROWS = 100;
/** Names of one line. */
const MAX_NAMES = 10;
/** The report for people at a terminal: what the job summary tells, without Markdown. */
function reportText(report) {
    const about = (tell) => (report.evidence ? tell(report.evidence) : []);
    const sections = [
        `${(0,headline/* outcome */.b)(report) === 'failed' ? '✖' : '✔'} ${(0,headline/* headline */.P)(report)}`,
        (0,cli_text/* section */.uW)('Where to look', links(report)),
        (0,cli_text/* section */.uW)('What to do', bounded((0,todo/* todos */.Q)(report)).flatMap(report_todo)),
        (0,cli_text/* section */.uW)('Scrape targets', about(targets)),
        (0,cli_text/* section */.uW)('Metrics and panels', about(contract)),
        (0,cli_text/* section */.uW)('Alerts', about(alerts)),
        (0,cli_text/* section */.uW)('What this run did', (0,cli_text/* columns */.YB)(report.changes.map(change))),
        (0,cli_text/* section */.uW)('Skipped', report.skipped.map(skip)),
        (0,cli_text/* section */.uW)('Timings', (0,cli_text/* columns */.YB)(report.timings.map(timing))),
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
function links({ monitoring, health, dashboards }) {
    return [
        ...(0,cli_text/* columns */.YB)([
            ...(monitoring ? [['Prometheus', (0,cli_text/* plain */.pj)(monitoring.url)]] : []),
            ...health.map((url) => ['health', (0,cli_text/* plain */.pj)(url)]),
            ...dashboards.filter(({ url }) => url !== '').map(({ title, url }) => [(0,cli_text/* plain */.pj)(title), (0,cli_text/* plain */.pj)(url)]),
        ]),
        ...(monitoring ? [(0,cli_text/* plain */.pj)((0,rows/* curl */.Vt)(monitoring, '/api/v1/targets?state=active'))] : []),
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
const STATE = {
    'no-machine': 'no machine',
    unknown: 'not checked',
};
const targets = (evidence) => (0,cli_text/* columns */.YB)(bounded((0,rows/* targetRows */.dg)(evidence)).map(target));
const target = ({ state, service, machine, region, samples, lost, why }) => [
    STATE[state] ?? state,
    (0,cli_text/* plain */.pj)(service),
    (0,cli_text/* plain */.pj)(`${machine} ${region}`),
    samples === undefined ? '' : `${(0,lib_text/* count */.U9)(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
    (0,cli_text/* plain */.pj)(why),
];
function contract(evidence) {
    const { lines, metrics, panels } = (0,rows/* contractRows */.Sv)(evidence);
    return [
        ...lines.map(({ text, names }) => `${text}${names.length === 0 ? '' : `: ${(0,cli_text/* plain */.pj)((0,lib_text/* few */.H$)(names, MAX_NAMES))}`}`),
        ...(0,cli_text/* columns */.YB)(bounded([...metrics, ...panels]).map(wrong)),
    ];
}
const wrong = ({ state, name, of, why }) => [state, (0,cli_text/* plain */.pj)(name), (0,cli_text/* plain */.pj)(of), (0,cli_text/* plain */.pj)(why)];
const alerts = (evidence) => (0,cli_text/* columns */.YB)(bounded((0,rows/* alertRows */.Mf)(evidence)).map(({ state, name, summary }) => [state, (0,cli_text/* plain */.pj)(name), (0,cli_text/* plain */.pj)(summary)]));
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
    const redactor = (0,redact/* createRedactor */.l)();
    for (const secret of (0,names/* secretsIn */.VY)(env))
        redactor.add(secret);
    const log = (0,log_terminal/* terminalLog */.d)(process.stderr, { redactor, debug: switches.has('debug') });
    const signal = interruption();
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'deploy-monitoring-'));
    try {
        const report = await (0,run/* run */.e)({ env, log, signal, scratch });
        log.end();
        const code = exitCodeOf(report, signal.aborted);
        const text = switches.has('json') ? await json(report) : reportText(report);
        (0,print/* print */.y)(redactor.hide(text), process.stdout);
        return code;
    }
    finally {
        log.end();
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    }
}
async function json(report) {
    const { resultOf } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(595)]).then(__webpack_require__.bind(__webpack_require__, 595));
    const { jsonText } = await __webpack_require__.e(/* import() */ 550).then(__webpack_require__.bind(__webpack_require__, 2550));
    return jsonText(resultOf(report), 2);
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
    if ((0,journal/* exitCode */.I)(report) === 0)
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


/***/ })

};

export const id = 9306;
export const ids = [9306];
export const modules = {

/***/ 9306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  publishForRun: () => (/* binding */ publishForRun)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/output.js
var lib_output = __webpack_require__(6903);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/watchdog/guard.js
var guard = __webpack_require__(3859);
// EXTERNAL MODULE: ./build/lib/redact/forms.js
var redact_forms = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lib/workflow-commands.js
var workflow_commands = __webpack_require__(1450);
;// CONCATENATED MODULE: ./build/action/log.js





/** GitHub shows ten errors and ten warnings per step and hides the rest without notice. */
const ANNOTATIONS_PER_KIND = 10;
/**
 * The log of a step on a runner: workflow commands, annotations at file and line. Every secret is also registered with
 * the runner, which masks it in later steps.
 */
function runnerLog() {
    const shown = { error: 0, warning: 0 };
    (0,redact/* onSecret */.IJ)((secret) => {
        for (const mask of (0,redact_forms/* masks */.SL)(secret))
            core/* setSecret */.Pq(mask);
    });
    return {
        folds: true,
        info: (text) => core/* info */.pq(line(text)),
        debug: (text) => core/* debug */.Yz(line(text)),
        problem: (problem) => {
            const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND;
            const show = problem.severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
            if (annotate)
                show(log_text(problem), properties(problem));
            else
                core/* info */.pq(line(`${problem.severity} ${problem.code}: ${where(problem)}${log_text(problem)}`, 3_000));
        },
        block: (title, lines) => {
            core/* startGroup */.Oh(line(title));
            for (const text of lines)
                core/* info */.pq(line(text, 2_000));
            core/* endGroup */.N4();
        },
    };
}
/** Text in workflow commands is escaped as well: while commands are stopped, they are ordinary lines. */
const line = (text, limit) => (0,workflow_commands/* breakCommands */.i)((0,lib_text/* oneLine */.TN)(text, limit));
const log_text = (problem) => `${line(problem.message, 1_000)} ${line(problem.hint, 1_000)}`;
const where = (problem) => problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : '';
function properties(problem) {
    const { at } = problem;
    return {
        title: line(problem.code),
        ...(at && { file: line(at.file, 1_000), startLine: at.line, startColumn: at.column }),
    };
}

;// CONCATENATED MODULE: ./build/action/main.js










/** Names of the values that the step saves for post.ts. */
const SCRATCH = 'scratch';
const PUBLISHED = 'published';
/**
 * The step, as a runner starts it: secrets are masked before anything else happens, and a report is published whatever
 * happens.
 */
async function main() {
    const output = (0,lib_output/* watchOutput */.X)();
    const log = runnerLog();
    for (const secret of (0,names/* secretsIn */.VY)(process.env))
        (0,redact/* addSecret */.Ck)(secret);
    // post.ts recognizes it by this name.
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(process.env), 'deploy-monitoring-'));
    saveState(SCRATCH, scratch, log);
    const watchdog = (0,guard/* startWatchdog */.M)({ reader: 'runner', scratch }, (0,guard/* delayFor */.D)(process.env.INPUT_MODE?.trim()));
    const cancel = new AbortController();
    // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancel.abort());
    // Imported after the signal handlers are set: a step may be cancelled at any moment.
    const { step } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(7036), __webpack_require__.e(3267), __webpack_require__.e(3251), __webpack_require__.e(4461)]).then(__webpack_require__.bind(__webpack_require__, 4541));
    const code = await step({ env: process.env, log, signal: cancel.signal, scratch, watchdog });
    saveState(PUBLISHED, 'true', log);
    watchdog.dismiss();
    await output.exit(code);
}
/** Publishes the report of a step that its watchdog has ended. */
async function publishForRun(report) {
    const log = runnerLog();
    for (const secret of (0,names/* secretsIn */.VY)(process.env))
        (0,redact/* addSecret */.Ck)(secret);
    const { publish } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3251), __webpack_require__.e(7697)]).then(__webpack_require__.bind(__webpack_require__, 3251));
    publish(report, process.env, log);
    saveState(PUBLISHED, 'true', log);
}
/** Saves a value for post.ts, which removes and reports less without it. */
function saveState(name, value, log) {
    try {
        core/* saveState */.LZ(name, value);
    }
    catch (error) {
        log.info(`The state of the step could not be saved: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 6903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ watchOutput)
/* harmony export */ });
/** Exit code when the output could not be written. */
const NOT_WRITTEN = 3;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/**
 * Watches the standard streams. A reader that has closed its end (`… | head`, a closed terminal) changes nothing: the
 * run continues. Output that is lost for another reason, such as a full disk, is a failure.
 */
function watchOutput() {
    const streams = [process.stdout, process.stderr];
    let isLost = false;
    for (const stream of streams)
        stream.on('error', ({ code }) => {
            isLost ||= code !== 'EPIPE' && code !== 'EIO';
        });
    return {
        async exit(code) {
            for (const signal of SIGNALS)
                process.removeAllListeners(signal);
            await Promise.all(streams.map((stream) => new Promise((done) => stream.write('', () => done()))));
            process.exit(code === 0 && isLost ? NOT_WRITTEN : code);
        },
    };
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

export const id = 2720;
export const ids = [2720];
export const modules = {
    32720: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            INTERRUPTED: () => (INTERRUPTED),
            exitCodeOf: () => (exitCodeOf),
            fromTerminal: () => (fromTerminal),
            printForRun: () => (printForRun),
            runMode: () => (runMode)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
        var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
        var _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43636);
        var _lib_print_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(37219);
        var _lib_process_family_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78430);
        var _lib_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67209);
        var _lib_temporary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4495);
        var _report_brief_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7171);
        var _report_terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63299);
        var _run_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21265);
        var _run_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55674);
        var _watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(93859);
        var _log_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(73911);
        function runMode(order) {
            const json = order.switches.has('json');
            return fromTerminal(order, async (context) => {
                const report = await (0, _run_run_js__WEBPACK_IMPORTED_MODULE_10__.e)(context);
                context.log.end();
                return exitCodeOf((0, _report_brief_js__WEBPACK_IMPORTED_MODULE_7__.uN)(report, await reportPrinter(json)), context.signal.aborted);
            });
        }
        async function fromTerminal({ mode, inputs, switches }, work) {
            const check = switches.has('check') && { INPUT_CHECK: 'true' };
            const env = environment({ ...inputs, ...check, INPUT_MODE: mode });
            const log = (0, _log_js__WEBPACK_IMPORTED_MODULE_12__.d)(process.stderr, { debug: switches.has('debug') });
            const reader = switches.has('json') ? 'program' : 'terminal';
            const scratch = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0, node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'deploy-monitoring-'));
            const watchdog = (0, _watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__.M)({ reader, scratch }, (0, _watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__.D)(mode));
            const signal = interruption(watchdog);
            const cleanUp = () => {
                (0, _lib_process_family_js__WEBPACK_IMPORTED_MODULE_4__.e9)();
                (0, _lib_temporary_js__WEBPACK_IMPORTED_MODULE_6__.v)(scratch);
            };
            process.once('exit', cleanUp);
            try {
                return await work({ env, log, signal, scratch, watchdog });
            }
            finally {
                log.end();
                watchdog.dismiss();
                cleanUp();
            }
        }
        async function reportPrinter(json) {
            const textOf = json ? await jsonWriter() : _report_terminal_js__WEBPACK_IMPORTED_MODULE_8__.JJ;
            return (report) => (0, _lib_print_js__WEBPACK_IMPORTED_MODULE_13__.y)(textOf(report), process.stdout);
        }
        async function printForRun(report, json) {
            for (const secret of (0, _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__.VY)(process.env))
                (0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_5__.Ck)(secret);
            const printReport = await reportPrinter(json);
            printReport(report);
        }
        async function jsonWriter() {
            const { toResult } = await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(4803)]).then(__webpack_require__.bind(__webpack_require__, 94803));
            const { jsonText } = await __webpack_require__.e(2550).then(__webpack_require__.bind(__webpack_require__, 72550));
            return (report) => jsonText(toResult(report), 2);
        }
        function environment(inputs) {
            const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_'));
            return { ...Object.fromEntries(inherited), ...inputs, GITHUB_WORKSPACE: process.cwd() };
        }
        const INTERRUPTED = 130;
        const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
        const ECHO_MS = 300;
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
        function exitCodeOf(report, interrupted) {
            if (interrupted)
                return INTERRUPTED;
            if ((0, _run_record_js__WEBPACK_IMPORTED_MODULE_9__.I)(report) === 0)
                return 0;
            if (report.verdict.failures.some(({ decides }) => decides))
                return 1;
            if (report.mode === 'contract' && !report.refused && report.checked)
                return 1;
            return report.refused || report.mode === 'plan' ? 2 : 3;
        }
    }),
    4495: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            v: () => (removeFolder),
            y: () => (temporaryFolder)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
        function temporaryFolder({ RUNNER_TEMP }) {
            return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0, node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
        }
        function removeFolder(path) {
            try {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
            }
            catch {
            }
        }
        function isUsable(folder) {
            try {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
                return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory();
            }
            catch {
                return false;
            }
        }
    }),
    49773: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            u: () => (within)
        });
        var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
        const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
        let script;
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
    }),
    7171: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            j3: () => (briefReport),
            ml: () => (shorten),
            uN: () => (writeInTime)
        });
        var _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67209);
        var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49773);
        var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87177);
        const MOST_CHARACTERS = 200;
        const MOST_ITEMS = 30;
        const LOOKED_AT = 2_000;
        function shorten(key, value) {
            if (key === 'evidence')
                return undefined;
            if (typeof value === 'string')
                return (0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__.jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
            return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
        }
        function briefReport(known, why) {
            const short = { ...(0, _report_js__WEBPACK_IMPORTED_MODULE_2__.d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
            const problems = [why, ...short.problems];
            return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
        }
        const WRITING_MS = 5_000;
        function writeInTime(report, write) {
            if ((0, _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__.u)(WRITING_MS, () => write(report)).done)
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
    }),
    87177: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            d: () => (emptyRun)
        });
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
    }),
    43651: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            YB: () => (columns),
            uW: () => (section),
            wh: () => (plainText)
        });
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
        const plainText = (text, limit = 300) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit);
        function section(title, lines) {
            if (lines.length === 0)
                return '';
            return [title, ...lines.map((line) => `  ${line}`)].join('\n');
        }
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
    }),
    63299: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            JJ: () => (renderTerminalReport),
            O1: () => (renderChanges),
            x8: () => (renderProblems)
        });
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
        var _action_items_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68456);
        var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91218);
        var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24098);
        var _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43651);
        const MAX_ROWS = 100;
        const MAX_NAMES = 10;
        const SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' };
        function renderTerminalReport(report) {
            const fromEvidence = (render) => report.evidence ? render(report.evidence) : [];
            const sections = [
                `${SIGN[(0, _headline_js__WEBPACK_IMPORTED_MODULE_1__.CL)(report)]} ${(0, _headline_js__WEBPACK_IMPORTED_MODULE_1__.Pl)(report)}`,
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Where to look', links(report)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('What to do', renderProblems(report)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Accepted although unproven', report.verdict.failures.flatMap(accepted)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Scrape targets', fromEvidence(targets)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Metrics and panels', fromEvidence(contract)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Alerts', fromEvidence(alerts)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('What this run did', renderChanges(report.changes)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Skipped', report.skipped.map(skip)),
                (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.uW)('Timings', (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)(report.timings.map(timing))),
            ];
            return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
        }
        const renderProblems = (report) => bounded((0, _action_items_js__WEBPACK_IMPORTED_MODULE_4__.r)(report)).flatMap(todo);
        const renderChanges = (changes) => (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)(changes.map(change));
        function links({ monitoring, health, dashboards, commit }) {
            return [
                ...(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)([
                    ...(monitoring ? [['Prometheus', (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(monitoring.url)]] : []),
                    ...health.map((url) => ['health', (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(url)]),
                    ...dashboards
                        .filter(({ url }) => url !== '')
                        .map(({ title, url }) => [(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(title), (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(url)]),
                    ...(commit === undefined ? [] : [['commit', (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(commit)]]),
                ]),
                ...(monitoring ? [(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)((0, _rows_js__WEBPACK_IMPORTED_MODULE_2__.O4)(monitoring, '/api/v1/targets?state=active'))] : []),
            ];
        }
        function todo({ severity, outcome, code, subject, at, what, next }) {
            const sign = outcome === 'not-checked' ? '?' : severity === 'error' ? '✖' : '!';
            const about = subject === '' ? '' : `${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(subject)}: `;
            return [
                at
                    ? `${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(subject)}: ${severity}: ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(what, 1_000)} [${code}]`
                    : `${sign} ${about}${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(what, 1_000)} [${code}]`,
                ...(next === '' ? [] : [`  → ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(next, 1_000)}`]),
            ];
        }
        const accepted = ({ accepted: by, code, subject }) => by ? [`${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(subject)} [${code}]: ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(by.reason)} (until ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(by.until)})`] : [];
        const STATE = {
            'no-machine': 'no machine',
            unknown: 'not checked',
        };
        const targets = (evidence) => (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)(bounded((0, _rows_js__WEBPACK_IMPORTED_MODULE_2__.dg)(evidence)).map(target));
        const target = ({ state, service, machine, region, samples, lost, why }) => [
            STATE[state] ?? state,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(service),
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(`${machine} ${region}`.trimEnd()),
            samples === undefined ? '' : `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(why),
        ];
        function contract(evidence) {
            const { lines, metrics, panels } = (0, _rows_js__WEBPACK_IMPORTED_MODULE_2__.Sv)(evidence);
            return [
                ...lines.map(({ text, names }) => `${text}${names.length === 0 ? '' : `: ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.H$)(names, MAX_NAMES))}`}`),
                ...(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)(bounded([...metrics, ...panels]).map(wrong)),
            ];
        }
        const wrong = ({ state, name, of, why }) => [
            state,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(name),
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(of),
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(why),
        ];
        const alerts = (evidence) => (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.YB)(bounded((0, _rows_js__WEBPACK_IMPORTED_MODULE_2__.Mf)(evidence)).map(({ state, name, summary }) => [
            state,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(name),
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(summary),
        ]));
        const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' };
        const change = ({ result, subject, what, seconds, why }) => [
            RESULT[result],
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(subject),
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(what),
            seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(why, 120),
        ];
        const skip = ({ part, why, set }) => `– ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(part)}: ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(why)} To enable it: ${(0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(set, 1_000).replace(/\.$/, '')}.`;
        const timing = ({ step, seconds, note }) => [
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(step),
            `${seconds.toFixed(1)} s`,
            (0, _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__.wh)(note ?? ''),
        ];
        const bounded = (rows) => rows.slice(0, MAX_ROWS);
    }),
    93859: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            D: () => (delayFor),
            M: () => (startWatchdog)
        });
        var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78303);
        var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27264);
        const delayFor = (mode) => (mode === 'plan' ? 300 : 0);
        function startWatchdog(first, afterMs) {
            const state = { during: 'the start', ...first };
            let pipe;
            let beat;
            let isOver = false;
            const begin = async () => {
                const { spawn } = await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, 31421, 19));
                if (isOver)
                    return;
                const watcher = spawn(process.execPath, [process.argv[1] ?? '', _word_js__WEBPACK_IMPORTED_MODULE_1__.u], {
                    stdio: ['pipe', 'inherit', 'inherit'],
                });
                watcher.on('error', () => undefined).unref();
                pipe = watcher.stdin;
                pipe.on('error', () => undefined).unref();
                pipe.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)(state));
                beat = setInterval(() => pipe?.write('\n'), _state_js__WEBPACK_IMPORTED_MODULE_0__.G).unref();
            };
            const timer = setTimeout(() => void begin(), afterMs).unref();
            return {
                update: (change) => {
                    Object.assign(state, change);
                    pipe?.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)(change));
                },
                dismiss: () => {
                    isOver = true;
                    clearTimeout(timer);
                    clearInterval(beat);
                    pipe?.write((0, _state_js__WEBPACK_IMPORTED_MODULE_0__.c)({ over: true }));
                },
            };
        }
    }),
    78303: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            G: () => (BEAT_MS),
            c: () => (lineOf)
        });
        var _report_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7171);
        const BEAT_MS = 250;
        const lineOf = (message) => `${JSON.stringify(message, _report_brief_js__WEBPACK_IMPORTED_MODULE_0__.ml)}\n`;
    })
};

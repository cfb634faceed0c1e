export const id = 1907;
export const ids = [1907,2720];
export const modules = {

/***/ 1907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDestroy: () => (/* binding */ runDestroy)
});

// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/report/terminal.js
var terminal = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/report/terminal-text.js
var terminal_text = __webpack_require__(3651);
// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 1 modules
var commands = __webpack_require__(6359);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/plan/fly/refusals.js
var refusals = __webpack_require__(3439);
// EXTERNAL MODULE: ./build/apply/fly/claim-app.js
var claim_app = __webpack_require__(9419);
// EXTERNAL MODULE: ./build/apply/fly/ensure.js
var ensure = __webpack_require__(356);
;// CONCATENATED MODULE: ./build/apply/fly/remove-app.js





/** Pauses before Fly is asked again whether the app is gone, in milliseconds. */
const PAUSES_MS = [500, 2_000, 5_000];
/**
 * Destroys an app with everything in it, and makes sure that it is gone. After a lost answer the current state decides.
 * @throws ActionError the refusal, the last failure, or `fly-app-left`
 */
async function removeApp(app, flyctl) {
    const isGone = async () => !(await (0,claim_app/* appExists */.o)(app, flyctl));
    await (0,ensure/* ensure */.D)({ act: () => destroyOnce(app, flyctl), isDone: isGone }, flyctl);
    for (const pause of PAUSES_MS) {
        if (await isGone())
            return;
        await flyctl.pause(pause);
    }
    if (!(await isGone()))
        throw (0,errors/* platformError */.sx)('fly-app-left', `flyctl has destroyed the app ${app}, but Fly still has it.`, `Run again in a minute. If it persists, destroy it manually: \`flyctl apps destroy ${app}\`.`);
}
/** flyctl itself repeats a request whose answer was lost: that the app is missing then is what was wanted. */
async function destroyOnce(app, flyctl) {
    try {
        await commands/* destroyApp */.ei(flyctl, app);
    }
    catch (error) {
        if ((0,refusals/* hasCode */.up)(error, 'fly-token-too-narrow'))
            throw tooNarrow(app, error);
        if (!(0,refusals/* hasCode */.up)(error, 'fly-app-missing'))
            throw error;
    }
}
const tooNarrow = (app, cause) => (0,errors/* platformError */.sx)('fly-token-cannot-destroy', `The Fly token is not allowed to destroy the app ${app}.`, `Use a token of the organization (\`flyctl tokens create org\`), or destroy the app manually: \`flyctl apps destroy ${app}\`.`, cause);

// EXTERNAL MODULE: ./build/apply/fly/run-changes.js
var run_changes = __webpack_require__(9592);
// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/apply/grafana/carry-out.js + 4 modules
var carry_out = __webpack_require__(6687);
;// CONCATENATED MODULE: ./build/apply/grafana/remove.js


/**
 * Carries out the removal: rules first, so that none of them fires for a Prometheus that is going; the folder once it is
 * empty. Every object has its own result, and one that fails does not stop the others.
 */
async function removeFromGrafana(plan, session) {
    const remove = (objects, because) => (0,concurrency/* mapConcurrently */.X)(objects, 1, (object) => (0,carry_out/* carryOut */.u)(session, object, because));
    const inside = [...(await remove(plan.rules)), ...(await remove(plan.dashboards))];
    const left = inside.find((one) => one.state === 'failed');
    const folder = await remove(plan.folder, left && 'problem' in left ? left.problem : undefined);
    return [...inside, ...folder, ...(await remove(plan.dataSource))];
}

// EXTERNAL MODULE: ./build/clients/grafana/client.js + 8 modules
var grafana_client = __webpack_require__(912);
// EXTERNAL MODULE: ./build/config/configuration.js + 1 modules
var configuration = __webpack_require__(6303);
// EXTERNAL MODULE: ./build/desired/grafana/grafana.js + 2 modules
var grafana = __webpack_require__(9574);
// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/workspace.js
var workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/desired/fly-toml.js
var fly_toml = __webpack_require__(3181);
// EXTERNAL MODULE: ./build/desired/monitoring-app.js
var monitoring_app = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/plan/fly/actions.js
var actions = __webpack_require__(2127);
// EXTERNAL MODULE: ./build/plan/fly/observe.js
var observe = __webpack_require__(1104);
;// CONCATENATED MODULE: ./build/plan/fly/removal.js





/** Reads what an app has; undefined when it does not exist, or when this token cannot see it. */
async function observeContents(app, flyctl) {
    const machines = await (0,observe/* machinesIfExisting */.nv)(app, flyctl);
    if (!machines)
        return undefined;
    const [volumes, secrets] = await Promise.all([commands/* listVolumes */.yi(flyctl, app), commands/* listSecrets */.AQ(flyctl, app)]);
    return { machines, volumes, secrets };
}
/** The one change that destroys the app; its diff names everything that is lost. */
function planRemoval(app, { machines, volumes, secrets }) {
    const lost = [
        ...machines.map(({ id, region, state }) => `machine ${id} in ${region} (${state})`),
        ...volumes.map(({ id, name, region, sizeGb }) => `volume ${name} (${id}), ${sizeGb} GB in ${region}, with its data`),
        ...secrets.map(({ name }) => `secret ${name}`),
    ];
    const diff = lost.map((one) => `- ${one}`).join('\n');
    return (0,actions/* flyChange */.Q)({ kind: 'destroy-app', app }, 'It was requested.', {
        owner: 'ours',
        ...(diff !== '' && { diff }),
    });
}
/**
 * Why an app must not be destroyed: nothing in it shows that this action made it. A deploy records itself on the machine;
 * before the first machine exists, there is at most the volume and the secrets that a deploy begins with.
 */
function notOurs(app, volumeName, contents) {
    const { machines, volumes, secrets } = contents;
    const isOurs = machines.length > 0
        ? machines.some(({ env }) => env[fly_toml/* DIGEST_VARIABLE */.Ac] !== undefined)
        : volumes.every(({ name }) => name === volumeName) && secrets.every(({ name }) => (0,monitoring_app/* isOwnSecret */.xn)(name));
    if (isOurs)
        return undefined;
    return {
        code: 'destroy-not-ours',
        severity: 'error',
        message: `App ${app} exists, but it was not deployed by this action: ${machines.length > 0 ? 'its machines do not have the record of a deploy' : 'it has volumes or secrets that a deploy does not make'}. Nothing was removed.`,
        hint: `Check \`monitoring.app\`. If this app is to be destroyed, do it manually: \`flyctl apps destroy ${app}\`.`,
    };
}

// EXTERNAL MODULE: ./build/plan/grafana/outcome.js
var outcome = __webpack_require__(5225);
// EXTERNAL MODULE: ./build/plan/grafana/removal.js
var removal = __webpack_require__(2573);
// EXTERNAL MODULE: ./build/run/session.js + 9 modules
var session = __webpack_require__(1389);
;// CONCATENATED MODULE: ./build/run/destroy.js















/** Removes the monitoring app and what was written to Grafana, after consent; main apps are never changed. */
const destroyWith = (consent) => async (inputs, report, context) => {
    const { config, problems } = (0,configuration/* readConfig */.Xg)(inputs, (0,workspace/* workspaceRoot */.oS)(context.env));
    (0,configuration/* throwIfAny */.MI)(problems);
    const { app } = config.monitoring;
    if (consent.yes !== undefined && consent.yes !== app)
        throw otherName(app);
    const removal = await report.timed('what exists', () => destroy_observe(config, inputs, context));
    const offer = (0,redact/* hideAll */.cJ)(offerOf(config, removal));
    const isAgreed = offer.goes.length === 0 || (await consent.agree(offer));
    if (!isAgreed)
        throw notAgreed(app);
    await report.timed('removal', () => remove(removal, report));
};
/** Reads everything, so that nothing is removed when something cannot be read or is not ours. */
async function destroy_observe(config, inputs, context) {
    const { app, volume } = config.monitoring;
    const signal = AbortSignal.any([context.signal, context.timeUp]);
    const fly = await (0,session/* openFly */.i7)(inputs, context, { until: context.until, signal });
    const client = inputs.grafana && (0,grafana_client/* createGrafana */.r)({ ...inputs.grafana, pool: (0,http/* createPool */.b)(context.env), signal });
    const own = (0,grafana/* grafanaBelongings */.$h)(config);
    const [contents, belongings] = await Promise.all([
        observeContents(app, fly.flyctl),
        client && (0,removal/* observeBelongings */.Jy)(client, own),
    ]);
    const foreign = contents && notOurs(app, volume.name, contents);
    if (foreign)
        throw new errors/* ActionError */.lZ('configuration', [foreign]);
    return {
        app,
        fly,
        destroys: contents && planRemoval(app, contents),
        grafana: client &&
            belongings && {
            plan: (0,removal/* planGrafanaRemoval */.Ox)(own, belongings),
            session: { grafana: client, signal },
        },
    };
}
/** Grafana first: rules that query a Prometheus that is gone would fire. */
async function remove({ app, fly, destroys, grafana }, report) {
    const results = grafana ? await removeFromGrafana(grafana.plan, grafana.session) : [];
    report.changes.push(...(0,changes/* grafanaChanges */.kd)({ results }));
    report.problems.push(...results.flatMap(problemOf));
    const outcomes = await (0,run_changes/* runChanges */.$)(destroys ? [destroys] : [], () => removeApp(app, fly.flyctl), fly);
    const done = (0,run_changes/* flyResult */.b)(app, outcomes, { machines: [], warnings: [] });
    if (outcomes.length > 0)
        report.changes.push(...(0,changes/* flyChanges */.Jx)(done));
    report.problems.push(...done.problems);
}
const problemOf = (result) => ('problem' in result ? [result.problem] : []);
function offerOf(config, { app, destroys, grafana }) {
    const objects = grafana ? Object.values(grafana.plan).flat() : [];
    const changes = [...objects.filter(outcome/* isChange */.X), ...(destroys ? [destroys] : [])];
    const untouched = objects.flatMap((one) => (0,outcome/* isChange */.X)(one) || !('problem' in one)
        ? []
        : [{ what: `Grafana: ${one.kind} "${one.name}"`, why: one.problem.message }]);
    return {
        app,
        goes: changes.map(({ what, subject, diff }) => ({
            what: subject === app ? `${app}: ${what}` : `Grafana: ${what} "${subject}"`,
            parts: diff === undefined ? [] : diff.split('\n').map((line) => line.replace(/^- /, '')),
        })),
        stays: [
            ...untouched,
            ...(destroys ? [] : [{ what: app, why: 'It does not exist at Fly, or the token cannot see it.' }]),
            ...config.apps.map((main) => ({ what: main.app, why: 'Main apps are never removed.' })),
            ...(grafana
                ? []
                : [
                    {
                        what: 'Grafana',
                        why: 'No Grafana is configured (GRAFANA_URL, GRAFANA_API_KEY): what a deploy has written there stays.',
                    },
                ]),
        ],
    };
}
const otherName = (app) => refusal('destroy-other-app', `--yes does not have the name of the monitoring app, which is ${app}. Nothing was removed.`, `To remove ${app} and its data: --yes ${app}`);
const notAgreed = (app) => refusal('destroy-not-agreed', 'Nothing was removed: the name of the monitoring app was not typed.', `Run again and type ${app}, or use --yes ${app}.`);
const refusal = (code, message, hint) => new errors/* ActionError */.lZ('configuration', [{ code, severity: 'error', message, hint }]);

// EXTERNAL MODULE: ./build/run/run.js + 2 modules
var run = __webpack_require__(5674);
// EXTERNAL MODULE: ./build/cli/run.js
var cli_run = __webpack_require__(2720);
;// CONCATENATED MODULE: ./build/cli/destroy.js






/** Shows what would be removed, asks, removes it, and lists the result for each. */
const runDestroy = ({ inputs, switches, yes }) => 
// It reads the inputs of a deploy, and needs a token as a deploy does.
(0,cli_run.fromTerminal)({ mode: 'deploy', inputs, switches }, async (context) => {
    const agree = (offer) => isAgreed(offer, yes, context);
    const report = await (0,run/* run */.e)(context, destroyWith({ yes, agree }));
    context.log.end();
    (0,print/* print */.y)(resultOf(report), process.stdout);
    return exitCodeOfRemoval(report, context.signal.aborted);
});
async function isAgreed(offer, yes, { log, signal }) {
    // Its progress line would overwrite the question.
    log.end();
    (0,print/* print */.y)(textOf(offer), process.stdout);
    if (yes !== undefined)
        return yes === offer.app;
    (0,print/* print */.y)(`To remove all of this for good, type the name of the monitoring app (${offer.app}):`, process.stderr);
    return (await typedLine(signal)) === offer.app;
}
function textOf({ goes, stays }) {
    const lines = goes.flatMap(({ what, parts }) => [
        (0,terminal_text/* plainText */.wh)(what),
        ...parts.map((part) => `  - ${(0,terminal_text/* plainText */.wh)(part)}`),
    ]);
    const rows = stays.map(({ what, why }) => [(0,terminal_text/* plainText */.wh)(what), (0,terminal_text/* plainText */.wh)(why, 1_000)]);
    return `${[(0,terminal_text/* section */.uW)('Would be removed for good', lines), (0,terminal_text/* section */.uW)('Stays', (0,terminal_text/* columns */.YB)(rows))].filter((text) => text !== '').join('\n\n')}\n\n`;
}
/** Longer than any name of an app: no more is read. */
const MAX_TYPED = 1_000;
/** The first line of the standard input; ends with it, and when the run is cancelled. */
function typedLine(signal) {
    const { stdin } = process;
    return new Promise((resolve) => {
        let text = '';
        const end = () => {
            for (const event of ['end', 'error', 'close'])
                stdin.off(event, end);
            stdin.off('data', read).pause();
            resolve(text.split('\n')[0]?.trim() ?? '');
        };
        const read = (chunk) => {
            text += chunk;
            if (text.includes('\n') || text.length > MAX_TYPED)
                end();
        };
        for (const event of ['end', 'error', 'close'])
            stdin.on(event, end);
        signal.addEventListener('abort', end, { once: true });
        stdin.setEncoding('utf8').on('data', read);
    });
}
function resultOf(report) {
    const { changes, problems } = report;
    const isNothing = changes.length === 0 && problems.length === 0;
    const parts = [
        isNothing ? '✔ Nothing is left to remove.' : '',
        (0,terminal_text/* section */.uW)('What to do', (0,terminal/* renderProblems */.x8)(report)),
        (0,terminal_text/* section */.uW)('What this run did', (0,terminal/* renderChanges */.O1)(changes)),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** As of a run: 0 removed, 2 not agreed to or wrong inputs, 3 Fly or Grafana refused or failed, 130 interrupted. */
function exitCodeOfRemoval({ problems, refused }, interrupted) {
    if (interrupted)
        return cli_run.INTERRUPTED;
    if (problems.every(({ severity }) => severity !== 'error'))
        return 0;
    return refused ? 2 : 3;
}


/***/ }),

/***/ 2720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   INTERRUPTED: () => (/* binding */ INTERRUPTED),
/* harmony export */   exitCodeOf: () => (/* binding */ exitCodeOf),
/* harmony export */   fromTerminal: () => (/* binding */ fromTerminal),
/* harmony export */   printForRun: () => (/* binding */ printForRun),
/* harmony export */   runMode: () => (/* binding */ runMode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3636);
/* harmony import */ var _lib_print_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7219);
/* harmony import */ var _lib_process_family_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8430);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7209);
/* harmony import */ var _lib_temporary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4495);
/* harmony import */ var _report_brief_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7171);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3299);
/* harmony import */ var _run_record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1265);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5674);
/* harmony import */ var _watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3859);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3911);














/** Runs a mode of the action from a terminal: the log on the standard error, the report on the standard output. */
function runMode(order) {
    const json = order.switches.has('json');
    return fromTerminal(order, async (context) => {
        const report = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_10__/* .run */ .e)(context);
        context.log.end();
        return exitCodeOf((0,_report_brief_js__WEBPACK_IMPORTED_MODULE_7__/* .writeInTime */ .uN)(report, await reportPrinter(json)), context.signal.aborted);
    });
}
/** Does work that starts programs: under a watchdog, with signals as an order to end, and leaves no process behind. */
async function fromTerminal({ mode, inputs, switches }, work) {
    const check = switches.has('check') && { INPUT_CHECK: 'true' };
    const env = environment({ ...inputs, ...check, INPUT_MODE: mode });
    const log = (0,_log_js__WEBPACK_IMPORTED_MODULE_12__/* .terminalLog */ .d)(process.stderr, { debug: switches.has('debug') });
    const reader = switches.has('json') ? 'program' : 'terminal';
    const scratch = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'deploy-monitoring-'));
    const watchdog = (0,_watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__/* .startWatchdog */ .M)({ reader, scratch }, (0,_watchdog_guard_js__WEBPACK_IMPORTED_MODULE_11__/* .delayFor */ .D)(mode));
    const signal = interruption(watchdog);
    const cleanUp = () => {
        (0,_lib_process_family_js__WEBPACK_IMPORTED_MODULE_4__/* .endFamilies */ .e9)();
        (0,_lib_temporary_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFolder */ .v)(scratch);
    };
    // Also when a second Ctrl+C does not wait for the end.
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
/** Returns the function that prints a report to the standard output, for people or for programs. */
async function reportPrinter(json) {
    const textOf = json ? await jsonWriter() : _report_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .renderTerminalReport */ .JJ;
    return (report) => (0,_lib_print_js__WEBPACK_IMPORTED_MODULE_13__/* .print */ .y)(textOf(report), process.stdout);
}
/** Prints the report of a run that its watchdog has ended. */
async function printForRun(report, json) {
    for (const secret of (0,_inputs_names_js__WEBPACK_IMPORTED_MODULE_3__/* .secretsIn */ .VY)(process.env))
        (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .addSecret */ .Ck)(secret);
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
/** Exit code of a run that was interrupted. */
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
    if ((0,_run_record_js__WEBPACK_IMPORTED_MODULE_9__/* .exitCode */ .I)(report) === 0)
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

/***/ 3299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ renderTerminalReport),
/* harmony export */   O1: () => (/* binding */ renderChanges),
/* harmony export */   x8: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _action_items_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8456);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2251);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4098);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3651);





/** Maximum number of rows of a section. */
const MAX_ROWS = 100;
/** Maximum number of names on a line. */
const MAX_NAMES = 10;
const SIGN = { proven: '✔', done: '✔', unproven: '?', failed: '✖' };
/** The report for a terminal: the content of the job summary, without Markdown. */
function renderTerminalReport(report) {
    const fromEvidence = (render) => report.evidence ? render(report.evidence) : [];
    const sections = [
        `${SIGN[(0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .runOutcome */ .C)(report)]} ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .P)(report)}`,
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Where to look', links(report)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('What to do', renderProblems(report)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Accepted although unproven', report.verdict.failures.flatMap(accepted)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Scrape targets', fromEvidence(targets)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Metrics and panels', fromEvidence(contract)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Alerts', fromEvidence(alerts)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('What this run did', renderChanges(report.changes)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Skipped', report.skipped.map(skip)),
        (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Timings', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)(report.timings.map(timing))),
    ];
    return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
/** What needs action, and how: lines of a section. */
const renderProblems = (report) => bounded((0,_action_items_js__WEBPACK_IMPORTED_MODULE_4__/* .actionItems */ .r)(report)).flatMap(todo);
/** Changes with their results: lines of a section. */
const renderChanges = (changes) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)(changes.map(change));
function links({ monitoring, health, dashboards, commit }) {
    return [
        ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)([
            ...(monitoring ? [['Prometheus', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(monitoring.url)]] : []),
            ...health.map((url) => ['health', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(url)]),
            ...dashboards
                .filter(({ url }) => url !== '')
                .map(({ title, url }) => [(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(title), (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(url)]),
            ...(commit === undefined ? [] : [['commit', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(commit)]]),
        ]),
        ...(monitoring ? [(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .curlCommand */ .O4)(monitoring, '/api/v1/targets?state=active'))] : []),
    ];
}
/** A place in a file comes first, so that terminals and editors recognise it. */
function todo({ severity, outcome, code, subject, at, what, next }) {
    const sign = outcome === 'not-checked' ? '?' : severity === 'error' ? '✖' : '!';
    const about = subject === '' ? '' : `${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(subject)}: `;
    return [
        at
            ? `${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(subject)}: ${severity}: ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(what, 1_000)} [${code}]`
            : `${sign} ${about}${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(what, 1_000)} [${code}]`,
        ...(next === '' ? [] : [`  → ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(next, 1_000)}`]),
    ];
}
const accepted = ({ accepted: by, code, subject }) => by ? [`${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(subject)} [${code}]: ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(by.reason)} (until ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(by.until)})`] : [];
const STATE = {
    'no-machine': 'no machine',
    unknown: 'not checked',
};
const targets = (evidence) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)(bounded((0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .targetRows */ .dg)(evidence)).map(target));
const target = ({ state, service, machine, region, samples, lost, why }) => [
    STATE[state] ?? state,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(service),
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(`${machine} ${region}`.trimEnd()),
    samples === undefined ? '' : `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(samples, 'sample')}${lost ? ` (${lost} lost)` : ''}`,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(why),
];
function contract(evidence) {
    const { lines, metrics, panels } = (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .contractRows */ .Sv)(evidence);
    return [
        ...lines.map(({ text, names }) => `${text}${names.length === 0 ? '' : `: ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .few */ .H$)(names, MAX_NAMES))}`}`),
        ...(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)(bounded([...metrics, ...panels]).map(wrong)),
    ];
}
const wrong = ({ state, name, of, why }) => [
    state,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(name),
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(of),
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(why),
];
const alerts = (evidence) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .columns */ .YB)(bounded((0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .alertRows */ .Mf)(evidence)).map(({ state, name, summary }) => [
    state,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(name),
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(summary),
]));
const RESULT = { done: '✔', unchanged: '=', kept: '!', failed: '✖', 'not-run': '–' };
const change = ({ result, subject, what, seconds, why }) => [
    RESULT[result],
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(subject),
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(what),
    seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(why, 120),
];
const skip = ({ part, why, set }) => `– ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(part)}: ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(why)} To enable it: ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(set, 1_000).replace(/\.$/, '')}.`;
const timing = ({ step, seconds, note }) => [
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(step),
    `${seconds.toFixed(1)} s`,
    (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(note ?? ''),
];
const bounded = (rows) => rows.slice(0, MAX_ROWS);


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

export const id = 5979;
export const ids = [5979];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Wg: () => (/* binding */ FLAGS),
/* harmony export */   fG: () => (/* binding */ PRESETS),
/* harmony export */   oQ: () => (/* binding */ commandNames)
/* harmony export */ });
/* unused harmony export COMMANDS */
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3636);

/** Switches of the command line that are not inputs of the action. */
const FLAGS = {
    json: 'Print only the result, as JSON, to the standard output.',
    debug: 'Also show debug messages.',
    'dry-run': 'Write nothing; show what would be written as a diff.',
    check: 'Write nothing; fail when the page and the contract differ.',
    force: 'Also replace files that were not written by init, or were changed since.',
    'web-config': 'Print the value for the secret PROMETHEUS_WEB_CONFIG instead of the password.',
    help: 'Show this help.',
};
/** Services and dashboards that `init` can start from. */
const PRESETS = ['fechatter'];
/** Of mode `contract` alone. */
const PAGE_INPUTS = ['url', 'file'];
const RUN_INPUTS = _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc.filter((name) => ![..._inputs_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRETS */ .cW, ...PAGE_INPUTS, 'mode', 'check'].includes(name));
const NAMES = ['config', 'working-directory', 'app', 'monitoring-app'];
const runs = (command) => ({
    ...command,
    inputs: RUN_INPUTS,
    switches: ['json', 'debug', 'help'],
});
/** The commands: the modes of the action, and three that only the command line has. */
const COMMANDS = {
    init: {
        short: 'write the files for a repository: configuration, workflow, scripts',
        long: 'Writes monitoring.yml, filled in from what the repository has, and the files that are derived from it. What it cannot take over is listed, and an app that exists is only used under --monitoring-app when it is named there. Files that people wrote or changed are kept. Needs no secrets.',
        inputs: [...NAMES, 'organization', 'region'],
        switches: ['dry-run', 'force', 'help'],
        preset: true,
        examples: ['init --dry-run', 'init --app chat --region fra', 'init --preset fechatter'],
    },
    plan: runs({
        short: 'check every file',
        long: 'Checks every file that a deploy would use. Changes nothing. Needs no secrets.',
        examples: ['plan', 'plan --json'],
    }),
    deploy: runs({
        short: 'deploy Prometheus and the apps, import the dashboards, prove that it works',
        long: 'Deploys Prometheus and the apps, writes dashboards and alert rules to Grafana, then proves that every target is scraped. Needs FLY_API_TOKEN.',
        examples: ['deploy', 'deploy --config monitoring.staging.yml --fail-on metrics'],
    }),
    verify: runs({
        short: 'only the verification',
        long: 'Asks the running system whether every target is scraped, every promised metric exists and every panel has data. Changes nothing. Needs FLY_API_TOKEN.',
        examples: ['verify', 'verify --fail-on panels --timeout 5m'],
    }),
    dashboards: runs({
        short: 'only the Grafana part',
        long: 'Writes data source, dashboards and alert rules to Grafana. Needs GRAFANA_URL and GRAFANA_API_KEY.',
        examples: ['dashboards'],
    }),
    contract: {
        short: 'declare the metrics of a running service, or compare them with the declared ones',
        long: 'Reads pages of metrics, and writes or updates services[].metrics in the configuration; comments stay. With --check it writes nothing, and fails when a declared metric is missing, or has another type or other labels. A page is a URL or a file, as SERVICE=URL when several services have the same port; each option may be repeated. Without a page, the metrics in the deployed Prometheus are read (needs PROMETHEUS_PASSWORD or FLY_API_TOKEN).',
        inputs: [...PAGE_INPUTS, 'config', 'working-directory', 'prometheus-url', 'timeout'],
        switches: ['check', 'json', 'debug', 'help'],
        examples: [
            'contract --url http://localhost:9090/metrics',
            'contract --check --url web=http://localhost:9090/metrics --url bot=http://localhost:9092/metrics',
            'contract --file metrics.txt',
        ],
    },
    drill: runs({
        short: 'send one marked alert to the receivers of alerts.notify',
        long: 'Sends one clearly marked alert through Prometheus and its Alertmanager to every receiver, shows after how many seconds each one accepted it, and lets it end. It wakes people: tell them first. Needs FLY_API_TOKEN, and a deployment with alerts.notify.',
        examples: ['drill', 'drill --timeout 5m'],
    }),
    destroy: {
        short: 'remove the monitoring app and what was written to Grafana',
        long: 'Removes for good what deploy has made: the monitoring app with its volume and all its data, and in Grafana the alert rules, dashboards, folder and data source of this deployment. Shows first what would be removed, and does it only when the name of the monitoring app is typed or given with --yes. Main apps, edited dashboards and everything else in Grafana stay. Needs FLY_API_TOKEN; with GRAFANA_URL and GRAFANA_API_KEY also the Grafana part.',
        inputs: [...NAMES, 'organization', 'region', 'flyctl-version', 'flyctl-sha256', 'timeout'],
        switches: ['debug', 'help'],
        removes: true,
        examples: ['destroy', 'destroy --yes chat-monitoring'],
    },
    password: {
        short: "show the password of Prometheus' user, or its web configuration",
        long: 'Prints the password of Prometheus\' user "prometheus": PROMETHEUS_PASSWORD, or the password derived from FLY_API_TOKEN. With --web-config, the value for the secret PROMETHEUS_WEB_CONFIG, for a deploy by hand.',
        inputs: NAMES,
        switches: ['web-config', 'help'],
        examples: [
            'password',
            'password --web-config | flyctl secrets set --stage -a chat-monitoring PROMETHEUS_WEB_CONFIG=-',
        ],
    },
};
const commandNames = Object.keys(COMMANDS);
const commandOf = (name) => COMMANDS[name];


/***/ }),

/***/ 3911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ terminalLog),
/* harmony export */   n: () => (/* binding */ paint)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _lib_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1450);



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';
/** Text in colours where the stream is a terminal that supports them (NO_COLOR, FORCE_COLOR and TERM are respected). */
function paint(style, text, stream) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { stream: stream });
}
/**
 * The log of the command line. In a terminal, a line at the bottom shows that the run is in progress, and for how long;
 * elsewhere there are only lines.
 */
function terminalLog(stream, options) {
    const progress = stream.isTTY === true ? createProgress(stream) : undefined;
    const line = (text, style, indent = '') => {
        const safe = (0,_lib_workflow_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .breakCommands */ .i)(indent + (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, 2_000));
        const printed = style === undefined ? safe : paint(style, safe, stream);
        if (progress)
            progress.above(`${printed}\n`);
        else
            stream.write(`${printed}\n`);
    };
    return {
        info: (text) => line(text),
        debug: (text) => {
            if (options.debug)
                line(text, 'dim');
        },
        problem: ({ severity, at, message, hint }) => {
            const place = at ? `${at.file}:${at.line}:${at.column}: ` : '';
            line(`${place}${severity}: ${message}`, severity === 'error' ? 'red' : 'yellow');
            if (hint !== '')
                line(`→ ${hint}`, undefined, '  ');
        },
        block: (title, lines) => {
            line(title);
            for (const text of lines)
                line(text, 'dim', '  ');
        },
        end: () => progress?.end(),
    };
}
/** The progress line: redrawn in place below the lines, removed at the end. */
function createProgress(stream) {
    const began = performance.now();
    let frame = 0;
    const draw = () => {
        const seconds = Math.floor((performance.now() - began) / 1000);
        stream.write(`${CLEAR_LINE}${paint('dim', `${FRAMES[frame++ % FRAMES.length]} ${seconds} s`, stream)}`);
    };
    const timer = setInterval(draw, FRAME_MS).unref();
    let isOver = false;
    return {
        above: (text) => {
            stream.write(CLEAR_LINE + text);
            if (!isOver)
                draw();
        },
        end: () => {
            if (isOver)
                return;
            isOver = true;
            clearInterval(timer);
            stream.write(CLEAR_LINE);
        },
    };
}


/***/ }),

/***/ 5979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandLine: () => (/* binding */ commandLine)
});

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/output.js
var lib_output = __webpack_require__(6903);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
// EXTERNAL MODULE: ./build/cli/commands.js
var commands = __webpack_require__(8455);
;// CONCATENATED MODULE: ./build/cli/arguments.js




/**
 * Reads the arguments: a command, then options with the names of the action's inputs. The result names inputs as the
 * runner passes them (`INPUT_FAIL-ON`), for the common reader of inputs. Values are never part of a message.
 */
function readArguments([first, ...rest]) {
    if (first === undefined)
        return {
            kind: 'mistake',
            message: 'No command is given.',
            hint: `Use one of: ${commands/* commandNames */.oQ.join(', ')}.`,
        };
    if (first === '--help' || first === '-h')
        return { kind: 'help' };
    if (first === '--version' || first === '-v')
        return { kind: 'version' };
    const command = commands/* commandNames */.oQ.find((name) => name === first);
    if (command)
        return readOptions(command, rest);
    const hint = (0,similar_name/* didYouMean */.au)(first, commands/* commandNames */.oQ) ?? `Use one of: ${commands/* commandNames */.oQ.join(', ')}.`;
    return { kind: 'mistake', message: `${JSON.stringify(first)} is not a command.`, hint };
}
function readOptions(command, args) {
    const { inputs, switches, preset: hasPreset, removes } = (0,commands/* commandOf */.Nl)(command);
    const options = {
        ...Object.fromEntries(inputs.map((name) => [name, { type: 'string', multiple: isList(name) }])),
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }])),
        ...(hasPreset && { preset: { type: 'string' } }),
        ...(removes && { yes: { type: 'string' } }),
        help: { type: 'boolean', short: 'h' },
    };
    try {
        const { values } = (0,external_node_util_.parseArgs)({ args, options, strict: true, allowPositionals: false });
        if (values.help)
            return { kind: 'help', command };
        const given = inputs.flatMap((name) => {
            const value = values[name];
            return value === undefined ? [] : [[(0,names/* inputVariable */.LO)(name), [value].flat().join('\n')]];
        });
        const on = switches.filter((name) => values[name] === true);
        const preset = commands/* PRESETS */.fG.find((name) => name === values.preset);
        if (values.preset !== undefined && !preset)
            return { kind: 'mistake', command, message: '--preset has an unknown value.', hint: PRESET_HINT };
        return {
            ...{ kind: 'command', command, inputs: Object.fromEntries(given), switches: new Set(on) },
            ...(preset && { preset }),
            ...(typeof values.yes === 'string' && { yes: values.yes }),
        };
    }
    catch (error) {
        return { kind: 'mistake', command, ...explain(error, Object.keys(options), command) };
    }
}
/** Inputs with one value on each line: as options they may be repeated. */
const isList = (name) => name === 'url' || name === 'file';
const PRESET_HINT = `Use one of: ${commands/* PRESETS */.fG.join(', ')}.`;
/** Explains an error of parseArgs, whose own message would repeat the value, which may be a secret. */
function explain(error, known, command) {
    const { code, message } = error;
    const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? '';
    const usage = `See "deploy-monitoring ${command} --help".`;
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
        return { message: `"${command}" accepts options only.`, hint: usage };
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
        const isSwitch = (0,commands/* commandOf */.Nl)(command).switches.some((known) => known === name);
        return { message: `--${name} ${isSwitch ? 'does not accept a value' : 'needs a value'}.`, hint: usage };
    }
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
        throw error;
    const secret = names/* SECRETS */.cW.find((input) => input === name);
    if (secret)
        return {
            message: `--${secret} is not an option: every user of this machine can read the arguments of a program.`,
            hint: `Set the environment variable ${secret.toUpperCase().replaceAll('-', '_')}.`,
        };
    const near = (0,similar_name/* didYouMean */.au)(name, known);
    return {
        message: `"${command}" does not have an option --${name}.`,
        hint: near ? near.replace('"', '"--') : usage,
    };
}

// EXTERNAL MODULE: ./build/cli/log.js
var cli_log = __webpack_require__(3911);
;// CONCATENATED MODULE: ./build/cli/main.js








/** Exit code for wrong arguments, inputs or files. */
const MISTAKE = 2;
/** Exit code for failures that are not the user's fault. */
const FAILURE = 3;
const NODE = 24;
/** The command line: reads the arguments, runs the command, sets the exit code. */
async function commandLine(args) {
    if (Number(process.versions.node.split('.')[0]) < NODE) {
        process.stderr.write(`Node ${NODE} or newer is needed, this is ${process.version}.\n`);
        process.exitCode = MISTAKE;
        return;
    }
    for (const secret of (0,names/* secretsIn */.VY)(process.env))
        (0,redact/* addSecret */.Ck)(secret);
    const output = (0,lib_output/* watchOutput */.X)();
    await output.exit(await attempt(() => execute(readArguments(args))));
}
/** Each command imports only the modules that it needs. */
async function execute(asked) {
    if (asked.kind === 'mistake')
        return mistake(asked);
    if (asked.kind === 'version')
        return printVerbatim((await __webpack_require__.e(/* import() */ 3287).then(__webpack_require__.bind(__webpack_require__, 3287))).packageVersion());
    if (asked.kind === 'help') {
        const { helpOf, overview } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9654)]).then(__webpack_require__.bind(__webpack_require__, 9654));
        return printVerbatim(asked.command ? helpOf(asked.command) : overview());
    }
    const { command } = asked;
    if (command === 'init')
        return (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(7291), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(7036), __webpack_require__.e(7247), __webpack_require__.e(6386), __webpack_require__.e(6607)]).then(__webpack_require__.bind(__webpack_require__, 6607))).runInit(asked);
    if (command === 'destroy')
        return (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(5932), __webpack_require__.e(3052), __webpack_require__.e(9064), __webpack_require__.e(178), __webpack_require__.e(7036), __webpack_require__.e(1915), __webpack_require__.e(4307), __webpack_require__.e(2769), __webpack_require__.e(3267), __webpack_require__.e(1907)]).then(__webpack_require__.bind(__webpack_require__, 1907))).runDestroy(asked);
    if (command === 'password') {
        const { passwordOutput } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6242), __webpack_require__.e(5932), __webpack_require__.e(178), __webpack_require__.e(7036), __webpack_require__.e(3865)]).then(__webpack_require__.bind(__webpack_require__, 9937));
        return printVerbatim(passwordOutput({ ...asked, webConfig: asked.switches.has('web-config') }));
    }
    return (await Promise.all(/* import() */[__webpack_require__.e(7036), __webpack_require__.e(3267), __webpack_require__.e(2720)]).then(__webpack_require__.bind(__webpack_require__, 2720))).runMode({ ...asked, mode: command });
}
/** Errors of the user are shown with place and hint, bugs with a stack trace. */
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        const log = (0,cli_log/* terminalLog */.d)(process.stderr, { debug: false });
        const problems = error instanceof errors/* ActionError */.lZ ? error.problems : [ourBug(error)];
        for (const problem of problems)
            log.problem(problem);
        if (!(error instanceof errors/* ActionError */.lZ))
            log.block('Where:', String(error.stack).split('\n'));
        log.end();
        return error instanceof errors/* ActionError */.lZ ? MISTAKE : FAILURE;
    }
}
const ourBug = (error) => ({
    code: 'internal',
    severity: 'error',
    message: `Unexpected error: ${(0,errors/* messageOf */.bD)(error)}`,
    hint: 'This is a bug of deploy-monitoring. Report it with this output.',
});
/** Prints text of this program unchanged: help, version, and the password, whose every character counts. */
function printVerbatim(text) {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
}
function mistake({ message, hint }) {
    (0,print/* print */.y)(`${(0,cli_log/* paint */.n)('red', (0,lib_text/* oneLine */.TN)(message), process.stderr)}\n${(0,lib_text/* oneLine */.TN)(hint)}`, process.stderr);
    return MISTAKE;
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

/***/ 7219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1450);

/**
 * The only function by which the command line writes text that may come from outside: whole lines, none of which is a
 * command to a runner, because it may run in a workflow too. A test ensures that nothing else writes to the standard
 * streams.
 */
function print(text, stream) {
    if (text !== '')
        stream.write((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .breakCommands */ .i)(text.endsWith('\n') ? text : `${text}\n`));
}


/***/ }),

/***/ 9689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ didYouMeanMetric),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   jl: () => (/* binding */ similarMetricName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** Below this score, two metric names have nothing to do with each other. */
const LIKELY = 0.6;
/** From this score on, two metric names are those of one metric before and after a change. */
const NEARLY_SAME = 0.85;
/** Units that exporters append to a name. */
const UNIT = /^(?:seconds|milliseconds|bytes|ratio|percent)$/;
/**
 * The metric name that was probably meant: spelled almost alike (`…_gauge` for `…_count`), or made of almost the same
 * words in another order (`active_sessions` for `sessions_active`), or with a prefix or a unit (`…_duration_seconds`).
 * Undefined when no name is similar. `nearly-same`: only names that differ by a letter or two, a prefix or a unit.
 */
function similarMetricName(name, known, least = 'similar') {
    const best = closest(name, known, likeness);
    return best && best.score >= (least === 'similar' ? LIKELY : NEARLY_SAME) ? best.name : undefined;
}
/** `Did you mean "x"?` when a known name is spelled almost alike, or has almost the same words; else undefined. */
function didYouMean(given, known) {
    const best = closest(given, known, (a, b) => -Math.min((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b), (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(inOrder(a), inOrder(b))));
    if (!best)
        return undefined;
    const { length } = best.name;
    const mostTypos = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
    return -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
/**
 * The same for the names of metrics, of which long ones have much in common without being meant: a few letters differ, or
 * the words are in another order.
 */
function didYouMeanMetric(given, known) {
    const best = closest(given, known, (a, b) => -Math.min((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b), (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(inOrder(a), inOrder(b))));
    const mostTypos = Math.max(1, Math.min(3, Math.floor(given.length / 5)));
    return best && -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
/** The words of a name in a fixed order: `auto_machine_stop` and `auto_stop_machine` are alike. */
const inOrder = (name) => name.split('_').toSorted().join('_');
/** The known name with the highest score, the first of several; undefined when there are no names. */
function closest(name, known, score) {
    let best;
    for (const other of known) {
        const own = score(name, other);
        if (!best || own > best.score)
            best = { name: other, score: own };
    }
    return best;
}
/** From 0 to 1. A name is not similar to itself: the caller looks for another one. */
function likeness(a, b) {
    if (a === b)
        return 0;
    if (isExtended(a, b) || isExtended(b, a))
        return NEARLY_SAME;
    const spelling = 1 - (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b) / Math.max(a.length, b.length);
    const [left, right] = [wordsOf(a), wordsOf(b)];
    const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size;
    // The first word is the service's prefix: names of different services are not near misses of each other.
    return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2;
}
/** Words of a metric name: OpenTelemetry separates them with dots. */
const wordsOf = (name) => name.split(/[_./]/);
/** Whether a name is another one of several words, with words in front of it or with a unit. */
function isExtended(long, short) {
    const [all, words] = [wordsOf(long), wordsOf(short)];
    if (words.length < 2 || all.length <= words.length)
        return false;
    const isUnit = all.length === words.length + 1 && UNIT.test(all.at(-1) ?? '');
    return (all.slice(-words.length).join() === words.join() || (isUnit && all.slice(0, -1).join() === words.join()));
}


/***/ })

};

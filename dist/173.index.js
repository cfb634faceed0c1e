export const id = 173;
export const ids = [173];
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

/***/ 8173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandLine: () => (/* binding */ commandLine)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/cli/words.js
var words = __webpack_require__(9596);
;// CONCATENATED MODULE: ./build/cli/arguments.js




/**
 * Reads the arguments: a word, then options named as the inputs of the action. The result names inputs as the runner
 * hands them over (`INPUT_FAIL-ON`), for the one reader of inputs. Values are never part of a message.
 */
function readArguments([first, ...rest]) {
    if (first === undefined)
        return { kind: 'mistake', message: 'What shall be done?', hint: `Begin with ${words/* wordNames */.NT.join(', ')}.` };
    if (first === '--help' || first === '-h')
        return { kind: 'help' };
    if (first === '--version' || first === '-v')
        return { kind: 'version' };
    const word = words/* wordNames */.NT.find((name) => name === first);
    if (word)
        return readOptions(word, rest);
    const hint = (0,did_you_mean/* didYouMean */.a)(first, words/* wordNames */.NT) ?? `Begin with ${words/* wordNames */.NT.join(', ')}.`;
    return { kind: 'mistake', message: `There is no ${JSON.stringify(first)}.`, hint };
}
function readOptions(word, args) {
    const { inputs, switches } = (0,words/* wordOf */.aG)(word);
    const options = {
        ...Object.fromEntries(inputs.map((name) => [name, { type: 'string' }])),
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }])),
        help: { type: 'boolean', short: 'h' },
    };
    try {
        const { values } = (0,external_node_util_.parseArgs)({ args, options, strict: true, allowPositionals: false });
        if (values.help)
            return { kind: 'help', word };
        const given = inputs.flatMap((name) => typeof values[name] === 'string' ? [[(0,names/* variable */.bv)(name), values[name]]] : []);
        const on = switches.filter((name) => values[name] === true);
        return { kind: 'word', word, inputs: Object.fromEntries(given), switches: new Set(on) };
    }
    catch (error) {
        return { kind: 'mistake', word, ...explain(error, Object.keys(options), word) };
    }
}
/** What parseArgs refused, in words of ours: its own would repeat the value, which may be a secret. */
function explain(error, known, word) {
    const { code, message } = error;
    const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? '';
    const usage = `See "deploy-monitoring ${word} --help".`;
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
        return { message: `"${word}" takes options only.`, hint: usage };
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
        const isSwitch = (0,words/* wordOf */.aG)(word).switches.some((known) => known === name);
        return { message: `--${name} ${isSwitch ? 'takes no value' : 'needs a value'}.`, hint: usage };
    }
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
        throw error;
    const secret = names/* SECRETS */.cW.find((input) => input === name);
    if (secret)
        return {
            message: `--${secret} is no option: everybody on this machine can read the arguments of a program.`,
            hint: `Set the environment variable ${secret.toUpperCase().replaceAll('-', '_')}.`,
        };
    const near = (0,did_you_mean/* didYouMean */.a)(name, known);
    return { message: `"${word}" has no option --${name}.`, hint: near ? near.replace('"', '"--') : usage };
}

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/log-terminal.js
var log_terminal = __webpack_require__(7815);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/cli.js






/** Exit code for wrong arguments, inputs or files. */
const MISTAKE = 2;
/** Exit code for whatever is not the user's fault. */
const FAILURE = 3;
const NODE = 24;
/** The command line: reads the arguments, does what they ask for, sets the exit code. */
async function commandLine(args) {
    if (Number(process.versions.node.split('.')[0]) < NODE) {
        process.stderr.write(`Node ${NODE} or newer is needed, this is ${process.version}.\n`);
        process.exitCode = MISTAKE;
        return;
    }
    // `… | head` closes the pipe early: what was to be done is done all the same.
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', (error) => {
            if (error.code !== 'EPIPE')
                throw error;
        });
    process.exitCode = await attempt(() => answer(readArguments(args)));
    // A pooled connection to a server that hangs must not keep the program alive.
    setTimeout(() => process.exit(), 2_000).unref();
}
/** What is not needed is not loaded: each word brings its own part. */
async function answer(asked) {
    if (asked.kind === 'mistake')
        return mistake(asked);
    if (asked.kind === 'version')
        return say((await __webpack_require__.e(/* import() */ 537).then(__webpack_require__.bind(__webpack_require__, 5537))).version());
    if (asked.kind === 'help') {
        const { helpOf, overview } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(654)]).then(__webpack_require__.bind(__webpack_require__, 9654));
        return say(asked.word ? helpOf(asked.word) : overview());
    }
    const { word } = asked;
    if (word === 'init')
        return (await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(605), __webpack_require__.e(292), __webpack_require__.e(291), __webpack_require__.e(747), __webpack_require__.e(343), __webpack_require__.e(727), __webpack_require__.e(932), __webpack_require__.e(598)]).then(__webpack_require__.bind(__webpack_require__, 2598))).init(asked);
    if (word === 'password')
        return say((await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(815), __webpack_require__.e(547), __webpack_require__.e(242), __webpack_require__.e(747), __webpack_require__.e(468)]).then(__webpack_require__.bind(__webpack_require__, 2468))).password(asked));
    return (await Promise.all(/* import() */[__webpack_require__.e(722), __webpack_require__.e(680)]).then(__webpack_require__.bind(__webpack_require__, 8680))).runMode({ ...asked, mode: word });
}
/** Mistakes of the user's are told with place and remedy, ours with all that helps to find them. */
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        const log = (0,log_terminal/* terminalLog */.d)(process.stderr, { redactor: (0,redact/* createRedactor */.l)(), debug: false });
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
    message: `Something that should not happen: ${(0,errors/* messageOf */.bD)(error)}`,
    hint: 'This is a bug of deploy-monitoring. Report it with what stands here.',
});
/** What is ours alone, exactly as it is: help, version, and the password, whose every character counts. */
function say(text) {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
}
function mistake({ message, hint }) {
    (0,print/* print */.y)(`${(0,log_terminal/* paint */.n)('red', (0,lib_text/* oneLine */.TN)(message), process.stderr)}\n${(0,lib_text/* oneLine */.TN)(hint)}`, process.stderr);
    return MISTAKE;
}


/***/ }),

/***/ 9596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ wordNames),
/* harmony export */   Xj: () => (/* binding */ SWITCHES),
/* harmony export */   aG: () => (/* binding */ wordOf)
/* harmony export */ });
/* unused harmony export WORDS */
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3636);

/** Switches of the command line that are no inputs of the action. */
const SWITCHES = {
    json: 'Print the result as JSON and nothing else to the standard output.',
    debug: 'Show also what only matters when somebody looks for a fault.',
    'dry-run': 'Write nothing; show what would be written as a diff.',
    force: 'Also replace files that were not written by init, or were changed since.',
    'web-config': 'Print the value for the secret PROMETHEUS_WEB_CONFIG instead of the password.',
    help: 'Show this help.',
};
const RUN_INPUTS = _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc.filter((name) => name !== 'mode' && !_inputs_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRETS */ .cW.includes(name));
const NAMES = ['config', 'working-directory', 'app', 'monitoring-app'];
const runs = (word) => ({
    ...word,
    inputs: RUN_INPUTS,
    switches: ['json', 'debug', 'help'],
});
/** The first word of the command line: the modes of the action, and two of its own. */
const WORDS = {
    init: {
        short: 'write the files for a repository: configuration, workflow, scripts',
        long: 'Writes monitoring.yml, filled in from what the repository has, and the files that are made from it. Files that people wrote or changed are kept. Needs nothing.',
        inputs: [...NAMES, 'organization', 'region'],
        switches: ['dry-run', 'force', 'help'],
        examples: ['init --dry-run', 'init --app chat --region fra'],
    },
    plan: runs({
        short: 'check every file',
        long: 'Checks every file that a deploy would use. Writes nothing. Needs nothing.',
        examples: ['plan', 'plan --json'],
    }),
    deploy: runs({
        short: 'deploy Prometheus and the apps, bring the dashboards, prove that it works',
        long: 'Deploys Prometheus and the apps, brings dashboards and alert rules to Grafana, then proves that every target is scraped. Needs FLY_API_TOKEN.',
        examples: ['deploy', 'deploy --config monitoring.staging.yml --fail-on metrics'],
    }),
    verify: runs({
        short: 'only the proof',
        long: 'Asks the running system whether every target is scraped, every promised metric is there and every panel has data. Changes nothing. Needs FLY_API_TOKEN.',
        examples: ['verify', 'verify --fail-on panels --timeout 5m'],
    }),
    dashboards: runs({
        short: 'only the Grafana part',
        long: 'Brings data source, dashboards and alert rules to Grafana. Needs GRAFANA_URL and GRAFANA_API_KEY.',
        examples: ['dashboards'],
    }),
    password: {
        short: "show the password of Prometheus' user, or its web configuration",
        long: 'Prints the password of Prometheus\' user "prometheus": PROMETHEUS_PASSWORD, or the one that is derived from FLY_API_TOKEN. With --web-config, the value for the secret PROMETHEUS_WEB_CONFIG, for a deploy by hand.',
        inputs: NAMES,
        switches: ['web-config', 'help'],
        examples: [
            'password',
            'password --web-config | flyctl secrets set --stage -a chat-monitoring PROMETHEUS_WEB_CONFIG=-',
        ],
    },
};
const wordNames = Object.keys(WORDS);
const wordOf = (name) => WORDS[name];


/***/ }),

/***/ 3636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   bv: () => (/* binding */ variable),
/* harmony export */   cW: () => (/* binding */ SECRETS),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/** Every input that works, as action.yml declares it; a contract test compares the two. */
const INPUTS = [
    'mode',
    'config',
    'working-directory',
    'app',
    'monitoring-app',
    'organization',
    'region',
    'fly-api-token',
    'flyctl-version',
    'flyctl-sha256',
    'prometheus-password',
    'prometheus-url',
    'grafana-prometheus-url',
    'grafana-prometheus-user',
    'grafana-prometheus-api-key',
    'grafana-url',
    'grafana-api-key',
    'fail-on',
    'timeout',
];
/** These may also come as environment variables of the same name (`FLY_API_TOKEN`), which the command line uses. */
const FROM_ENVIRONMENT = [
    'fly-api-token',
    'prometheus-password',
    'grafana-prometheus-url',
    'grafana-prometheus-user',
    'grafana-prometheus-api-key',
    'grafana-url',
    'grafana-api-key',
];
/** Never an argument of the command line: arguments can be read by everybody on the machine. */
const SECRETS = [
    'fly-api-token',
    'prometheus-password',
    'grafana-prometheus-api-key',
    'grafana-api-key',
];
/** The variable in which the runner hands an input over: upper case, spaces to underscores, dashes kept. */
const variable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
/** An input that is there wins over the environment variable; an empty one counts as not given, as on the runner. */
function raw(env, name) {
    const environment = FROM_ENVIRONMENT.includes(name)
        ? env[name.toUpperCase().replaceAll('-', '_')]
        : undefined;
    return env[variable(name)] || environment || undefined;
}
/** The secrets among the inputs as they stand, to be masked before anything else happens. */
function secretsIn(env) {
    return SECRETS.flatMap((name) => {
        const given = raw(env, name);
        if (given === undefined)
            return [];
        // Fly's tokens are joined by commas behind a word for their scheme; each is a secret of its own.
        const parts = name === 'fly-api-token' ? given.trim().split(/[\s,]+/) : [];
        return [given, ...parts.filter((part) => part.length > 8)];
    });
}


/***/ }),

/***/ 2769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** `Did you mean "x"?` for a near miss, else undefined. */
function didYouMean(given, known) {
    const near = known.map((k) => ({ k, d: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(given, k) })).toSorted((a, b) => a.d - b.d)[0];
    return near && near.d <= (near.k.length < 4 ? 1 : Math.max(2, Math.floor(near.k.length / 3)))
        ? `Did you mean "${near.k}"?`
        : undefined;
}


/***/ }),

/***/ 1469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   sx: () => (/* binding */ platformError)
/* harmony export */ });
/**
 * A failure the user can act on, made of one or more problems. Anything else that escapes is a bug of ours.
 * `kind` decides the exit code of the command line: `configuration` 2, `platform` 3.
 */
class ActionError extends Error {
    name = 'ActionError';
    problems;
    kind;
    constructor(kind, problems, options) {
        super(problems.map((p) => p.message).join('\n'), options);
        this.kind = kind;
        this.problems = problems;
    }
}
/** Shorthand for the common case: the platform (Fly, Prometheus, Grafana) refused or failed, one problem. */
function platformError(code, message, hint, cause) {
    return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause });
}
/** The text of whatever was thrown, one line or more, without a stack. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 7815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ terminalLog),
/* harmony export */   n: () => (/* binding */ paint)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1450);



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';
/** Text in colours where the stream is a terminal that wants them (NO_COLOR, FORCE_COLOR and TERM are heard). */
function paint(style, text, stream) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { stream: stream });
}
/**
 * The log of the command line. No runner masks here, so known secrets are taken out of every line. In a terminal, a
 * line at the bottom tells that something is going on, and for how long; elsewhere there are only lines.
 */
function terminalLog(stream, options) {
    const progress = stream.isTTY === true ? createProgress(stream) : undefined;
    const line = (text, style, indent = '') => {
        const { hide } = options.redactor;
        // Before the line is cut as well, or the beginning of a secret could be left.
        const safe = (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .breakCommands */ .i)(indent + hide((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(hide(text), 2_000)));
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
        secret: (value) => options.redactor.add(value),
        end: () => progress?.end(),
    };
}
/** A sign that something goes on, and for how long: redrawn in place below the lines, gone at the end. */
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

/***/ 7219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1450);

/**
 * The one way by which the command line writes what may hold foreign text: whole lines, none of which is a command to
 * a runner, because it may run in a workflow too. A test sees to it that nothing else writes to the standard streams.
 */
function print(text, stream) {
    if (text !== '')
        stream.write((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .breakCommands */ .i)(text.endsWith('\n') ? text : `${text}\n`));
}


/***/ }),

/***/ 6297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms),
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/** The forms in which a secret may turn up: as it is, each line of it, in base64, URL-encoded. Short ones would mask everything. */
function secretForms(value) {
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const base64 = Buffer.from(value).toString('base64');
    const forms = [value, ...lines, base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
    return [...new Set(forms)].filter((form) => form.length >= 4);
}
function createRedactor() {
    const forms = new Set();
    return {
        add: (secret) => {
            for (const form of secretForms(secret))
                forms.add(form);
        },
        // Longest first: a secret may be part of another.
        hide: (text) => [...forms]
            .toSorted((a, b) => b.length - a.length)
            .reduce((rest, form) => rest.replaceAll(form, '***'), text),
    };
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   H$: () => (/* binding */ few),
/* harmony export */   PR: () => (/* binding */ UNSEEN),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony exports cut, withoutEscapes */
/**
 * What a terminal takes for an order: sequences that move, colour and clear, strings that it keeps to itself (a title,
 * the address of a link), and the rest.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g;
/** What is not seen, turns the direction, or breaks a line: controls, format characters, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;
/** How many characters are looked at for one that is shown: there is room for colours and indentation. */
const LOOKED_AT = 4;
/** The beginning of a text, never with half a character at its end. */
function cut(text, length) {
    return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
/** A text without the sequences by which it would steer a terminal. Linear: no part reaches beyond the next escape. */
const withoutEscapes = (text) => text.replace(ESCAPES, '');
/**
 * Foreign text made safe for one line of a log: no escape sequences, no control, format or direction characters,
 * bounded. Cut first: whoever wrote it decides how long it is, and we how much of it is looked at.
 */
function oneLine(text, limit = 500) {
    const raw = cut(text, limit * LOOKED_AT);
    const flat = withoutEscapes(raw).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}…` : flat;
}
/** A log of a program is read from its end. */
const MAX_LINES = 2_000;
/** Foreign text as its lines, each safe for a log; of a text that is too long the last ones. */
function safeLines(text) {
    const lines = text.split(/\r\n|\n/);
    const shown = lines.slice(-MAX_LINES).map((line) => oneLine(line, 2_000));
    return lines.length > MAX_LINES ? [`… ${lines.length - MAX_LINES} lines before`, ...shown] : shown;
}
/** `1 target`, `3 targets`. */
function count(n, noun, plural = `${noun}s`) {
    return `${n} ${n === 1 ? noun : plural}`;
}
/** `a, b and c`. */
function list(items) {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
/** `a, b, c and 9 more`. */
function few(items, most = 3) {
    return list(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);
}


/***/ }),

/***/ 1450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ breakCommandsInJson),
/* harmony export */   i: () => (/* binding */ breakCommands)
/* harmony export */ });
/**
 * A runner reads commands from the output of a step: `##[name …]` anywhere in a line, and `::name …::` where a line
 * begins, after white space (actions/runner, ActionCommand.cs). It compares by culture, in which characters without
 * weight do not count, and terminals and log viewers drop others: what is not printable ASCII counts as nothing here.
 * Each pattern is linear: what it may skip never holds what it begins or ends with.
 */
const ANYWHERE = /#[^\t\n\r -~]*#(?=[^\t\n\r -~]*\[)/g;
const AT_BEGINNING = /(^|[\n\v\f\r\x85\u2028\u2029])([^\n\v\f\r\x85\u2028\u2029!-~]*)(?=:[^\t\n\r -~]*:)/g;
/**
 * The text with a backslash in every command. It is seen, because what is not seen may not count, and nothing that a
 * terminal shows joins the parts again. Whole lines only: pieces that are put together later may make a new command.
 */
const breakCommands = (text) => text.replace(ANYWHERE, '$&\\').replace(AT_BEGINNING, '$1$2\\');
const ANYWHERE_IN_JSON = /(#[^\t\n\r -~]*#[^\t\n\r -~]*)\[/g;
/** The same for JSON text, which keeps its value: a bracket is written as an escape. No JSON begins a line with `::`. */
const breakCommandsInJson = (json) => json.replace(ANYWHERE_IN_JSON, '$1\\u005b');


/***/ })

};

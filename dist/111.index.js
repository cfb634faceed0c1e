export const id = 111;
export const ids = [111];
export const modules = {

/***/ 5111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
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
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lib/workflow-commands.js
var workflow_commands = __webpack_require__(1450);
;// CONCATENATED MODULE: ./build/lib/log-runner.js




/** GitHub shows ten errors and ten warnings per step and hides the rest without a word. */
const ANNOTATIONS_PER_KIND = 10;
/** The log of a step on a runner: workflow commands, annotations at file and line, masks. */
function runnerLog() {
    const shown = { error: 0, warning: 0 };
    return {
        info: (text) => core/* info */.pq(line(text)),
        debug: (text) => core/* debug */.Yz(line(text)),
        problem: (problem) => {
            const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND;
            const show = problem.severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
            if (annotate)
                show(log_runner_text(problem), properties(problem));
            else
                core/* info */.pq(line(`${problem.severity} ${problem.code}: ${where(problem)}${log_runner_text(problem)}`, 3_000));
        },
        block: (title, lines) => {
            core/* startGroup */.Oh(line(title));
            for (const text of lines)
                core/* info */.pq(line(text, 2_000));
            core/* endGroup */.N4();
        },
        secret: (value) => {
            for (const form of (0,redact/* secretForms */.e)(value))
                core/* setSecret */.Pq(form);
        },
    };
}
/** Our own commands are made safe as well: while commands are stopped, they are lines like any other. */
const line = (text, limit) => (0,workflow_commands/* breakCommands */.i)((0,lib_text/* oneLine */.TN)(text, limit));
const log_runner_text = (problem) => `${line(problem.message, 1_000)} ${line(problem.hint, 1_000)}`;
const where = (problem) => problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : '';
function properties(problem) {
    const { at } = problem;
    return {
        title: line(problem.code),
        ...(at && { file: line(at.file, 1_000), startLine: at.line, startColumn: at.column }),
    };
}

// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(6876);
;// CONCATENATED MODULE: ./build/action.js







/** Names of the values that the step leaves for post.ts. */
const SCRATCH = 'scratch';
const PUBLISHED = 'published';
/** The step, as a runner starts it: everything is masked before anything else happens, and told whatever happens. */
async function action() {
    const log = runnerLog();
    for (const secret of (0,names/* secretsIn */.VY)(process.env))
        log.secret(secret);
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(process.env), 'deploy-monitoring-'));
    leave(SCRATCH, scratch, log);
    const cancel = new AbortController();
    // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancel.abort());
    // Loaded when signals are heard already: a step may be cancelled at any moment.
    const { step } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(722), __webpack_require__.e(234)]).then(__webpack_require__.bind(__webpack_require__, 594));
    process.exitCode = await step({ env: process.env, log, signal: cancel.signal, scratch });
    leave(PUBLISHED, 'true', log);
    // A pooled connection to a server that hangs must not keep the step alive.
    setTimeout(() => process.exit(), 2_000).unref();
}
/** A value for after the job; without it there is less to tidy and to tell. */
function leave(name, value, log) {
    try {
        core/* saveState */.LZ(name, value);
    }
    catch (error) {
        log.info(`The state of the step could not be saved: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


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

/***/ 6876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The runner's folder for temporary files where it can be used, else the system's. Never the workspace. */
function temporaryFolder({ RUNNER_TEMP }) {
    return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
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

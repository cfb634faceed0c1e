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
;// CONCATENATED MODULE: ./build/lib/log-runner.js



/** GitHub shows ten errors and ten warnings per step and hides the rest without a word. */
const ANNOTATIONS_PER_KIND = 10;
/** The log of a step on a runner: workflow commands, annotations at file and line, masks. */
function runnerLog() {
    const shown = { error: 0, warning: 0 };
    return {
        info: (text) => core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(text))),
        debug: (text) => core/* debug */.Yz((0,lib_text/* oneLine */.TN)(text)),
        problem: (problem) => {
            const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND;
            const show = problem.severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
            if (annotate)
                show(log_runner_text(problem), properties(problem));
            else
                core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(`${problem.severity} ${problem.code}: ${where(problem)}${log_runner_text(problem)}`, 2_000)));
        },
        block: (title, lines) => {
            core/* startGroup */.Oh((0,lib_text/* oneLine */.TN)(title));
            for (const line of lines)
                core/* info */.pq((0,redact/* guardLine */.Ql)((0,lib_text/* oneLine */.TN)(line, 2_000)));
            core/* endGroup */.N4();
        },
        secret: (value) => {
            for (const form of (0,redact/* secretForms */.eo)(value))
                core/* setSecret */.Pq(form);
        },
    };
}
const log_runner_text = (problem) => `${(0,lib_text/* oneLine */.TN)(problem.message, 1_000)} ${(0,lib_text/* oneLine */.TN)(problem.hint, 1_000)}`;
const where = (problem) => problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : '';
function properties(problem) {
    const { at } = problem;
    return {
        title: problem.code,
        ...(at && { file: (0,lib_text/* oneLine */.TN)(at.file, 1_000), startLine: at.line, startColumn: at.column }),
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
    leave(SCRATCH, scratch);
    const cancel = new AbortController();
    // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancel.abort());
    // Loaded when signals are heard already: a step may be cancelled at any moment.
    const { step } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(722), __webpack_require__.e(234)]).then(__webpack_require__.bind(__webpack_require__, 594));
    process.exitCode = await step({ env: process.env, log, signal: cancel.signal, scratch });
    leave(PUBLISHED, 'true');
    // A pooled connection to a server that hangs must not keep the step alive.
    setTimeout(() => process.exit(), 2_000).unref();
}
/** A value for after the job; without it there is less to tidy and to tell. */
function leave(name, value) {
    try {
        core/* saveState */.LZ(name, value);
    }
    catch (error) {
        core/* info */.pq(`The state of the step could not be saved: ${(0,errors/* messageOf */.bD)(error)}`);
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
/* harmony export */   Ql: () => (/* binding */ guardLine),
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   lY: () => (/* binding */ createRedactor)
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
/** A line of ours never starts a workflow command, whoever wrote its text: the command line may run on a runner too. */
const guardLine = (line) => line.replace(/^(\s*)(::|##\[)/, '$1\u200b$2');


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
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Foreign text made safe for one line of a log: no escape sequences, no control or direction characters, bounded.
 * Without line breaks it cannot start a workflow command either.
 */
function oneLine(text, limit = 500) {
    const flat = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
        .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
    return flat.length > limit ? `${flat.slice(0, limit - 1)}…` : flat;
}
/** Foreign text as its lines, each safe for a log. */
function safeLines(text) {
    return text.split(/\r?\n/).map((line) => oneLine(line, 2_000));
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


/***/ })

};

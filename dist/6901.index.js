export const id = 6901;
export const ids = [6901];
export const modules = {

/***/ 9547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ flyctlEnvironment)
/* harmony export */ });
/* harmony import */ var _lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);

/**
 * Variables of this process that flyctl receives, in addition to every `FLY_*` and the proxies: those that a program
 * needs to run, to find certificates and to label an image, and those by which a runner finds leftover processes of a
 * job. Everything else is withheld: flyctl does not need the inputs and tokens of other systems.
 */
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|SSL_CERT_(?:FILE|DIR)|RUNNER_TRACKING_ID|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
/**
 * Not passed: FLY_ACCESS_TOKEN would override the token, the annotation switch makes flyctl print workflow commands,
 * FLY_JSON and FLY_APP change what commands print or do.
 */
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP']);
/**
 * flyctl deploy sends its token over plain HTTP to port 4318 of its trace collector, whatever is set here. No TCP
 * connection can be made to the broadcast address, and trying fails at once (measured). Nothing overrides this.
 */
const TRACE_COLLECTOR = '255.255.255.255';
/** Switches off what flyctl sends to others; a variable that the user set wins. */
const QUIET = {
    FLY_SEND_METRICS: '0',
    FLY_NO_UPDATE_CHECK: '1',
    FLY_NO_INCIDENTS_CHECK: '1',
    FLY_SYNTHETICS_AGENT: '0',
};
/** The whole environment of a flyctl process. */
function flyctlEnvironment(own, given) {
    const env = { ...QUIET };
    for (const [name, value] of Object.entries(own))
        if (value !== undefined && PASSED.test(name) && !REFUSED.has(name))
            env[name] = value;
    return {
        ...env,
        ...proxiesOf(own),
        FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
        FLY_API_TOKEN: given.token,
        FLY_CONFIG_DIR: given.configDir,
        NO_COLOR: '1',
    };
}
/** The collector is contacted over HTTP: a proxy would receive the request with the token. */
function proxiesOf(own) {
    const proxies = (0,_lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyVariables */ .e)(own);
    if (proxies.HTTP_PROXY === undefined)
        return proxies;
    return { ...proxies, NO_PROXY: [proxies.NO_PROXY, TRACE_COLLECTOR].filter(Boolean).join(',') };
}


/***/ }),

/***/ 8889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ ending),
/* harmony export */   MC: () => (/* binding */ plainOutput),
/* harmony export */   kc: () => (/* binding */ errorText)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

/** flyctl colours some output even with NO_COLOR=1 (`✓`, WARN, table headings): removes every escape sequence. */
function plainOutput(text) {
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEscapes */ .Lx)(text).replace(/\r\n?/g, '\n');
}
const ENDING = 100_000;
const LINE = 2_000;
/** The part of an output that is searched for the error: its end, and the beginning of each line. */
const ending = (text) => plainOutput(text.slice(-ENDING))
    .split('\n')
    .map((line) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(line, LINE))
    .join('\n');
/**
 * The reason that flyctl gave: what follows the last line that begins with `Error: `, without the GraphQL query
 * that its API errors quote (from `failed to run` to the last `}: `) and without request and trace numbers.
 */
function errorText(stderr) {
    const lines = ending(stderr).split('\n');
    // Some warnings end without a line break, and the error then continues their line.
    const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
        lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
        [];
    if (said === undefined)
        return undefined;
    const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, 300);
}


/***/ }),

/***/ 3721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ runValidator)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** A file takes a tenth of a second. */
const LIMIT_MS = 30_000;
/** For a program that does not end when it is interrupted. */
const GRACE_MS = 500;
/**
 * Ten times what flyctl and promtool need: 1 GiB of memory, 30 s of CPU, and no core dump. The operating system
 * enforces them. A limit that a system does not support is left out.
 */
const BOUNDED = 'ulimit -c 0 2>/dev/null; ulimit -d 1048576 2>/dev/null; ulimit -t 30 2>/dev/null; exec "$0" "$@"';
/** Runs a program on an untrusted file, within limits on memory and time. */
async function runValidator({ binary, argv, until, signal, ...call }) {
    signal.throwIfAborted();
    const timeoutMs = Math.min(LIMIT_MS, until - Date.now());
    if (timeoutMs <= 0)
        return { kind: 'not-checked', why: 'The time was up.' };
    // Most machines have neither program: what starts it is imported only when it is needed.
    const { runProcess } = await __webpack_require__.e(/* import() */ 662).then(__webpack_require__.bind(__webpack_require__, 662));
    const run = runProcess({
        ...call,
        binary: '/bin/sh',
        argv: ['-c', BOUNDED, binary, ...argv],
        timeoutMs,
        signal,
    });
    const over = new AbortController();
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(timeoutMs + GRACE_MS, undefined, { signal: over.signal }).catch(() => undefined);
    try {
        const result = await Promise.race([run.catch(() => undefined), late]);
        if (!result || result.stopped === 'deadline')
            return { kind: 'not-checked', why: `It did not end within ${Math.ceil(timeoutMs / 1_000)} s.` };
        if (result.exitCode === 0 && !result.stopped)
            return { kind: 'fine' };
        // Both programs end with 1 for what they refuse; Go's run-time ends with 2, the system with a signal.
        return result.exitCode === 1 && !result.stopped
            ? { kind: 'refused', output: result.output }
            : { kind: 'not-checked', why: 'It ended without an answer, or needed too much memory or time.' };
    }
    finally {
        over.abort();
    }
}


/***/ }),

/***/ 6303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bi: () => (/* binding */ missingFile),
  Xg: () => (/* binding */ readConfig),
  TD: () => (/* binding */ readConfiguration),
  MI: () => (/* binding */ throwIfAny)
});

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/missing.js
var missing = __webpack_require__(1143);
;// CONCATENATED MODULE: ./build/config/name-conflicts.js
/** Names are set in one place: an input that would have no effect is an error. */
function conflictingNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input/name-conflict',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and ${file} exists.`,
        hint: `Set the name in ${file} and remove the input.`,
    }));
}

// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/config/configuration.js







/** @throws ActionError `configuration` when there is any problem */
function throwIfAny(problems) {
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
}
/** Reads only the configuration, or makes it from the preset. Never throws an ActionError. */
function readConfiguration(workspace, { config: { path, explicit }, names }) {
    const name = (0,lib_workspace/* repositoryPath */.SH)(workspace, path);
    const failed = (problems) => ({ config: undefined, source: undefined, problems });
    let source;
    try {
        source = (0,lib_workspace/* readText */.yR)(workspace, path);
        if (!source && explicit)
            return failed([missingFile(name, 'Input config names it.')]);
        if (!source && !(0,missing/* presetApplies */.ax)(workspace, names))
            return failed([(0,missing/* noConfiguration */.Uh)(workspace, path)]);
        const others = source ? (0,missing/* otherKind */.Jb)(source) : [];
        if (others.length > 0)
            return failed(others);
        const config = source ? (0,load/* loadConfig */.Z9)(source.text, source.file) : (0,load/* parseConfig */.o4)((0,preset/* presetConfig */.u)(names));
        return { config, source, problems: source ? conflictingNames(names, source.file) : [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        // A name for the preset that is not valid is an input that is not valid: there is no file to point at.
        const at = (0,lib_workspace/* existsInWorkspace */.j6)(workspace, path) ? { file: name, line: 1, column: 1 } : undefined;
        return failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem })));
    }
}
/**
 * Reads the configuration, and lets its own names through redaction.
 * @throws ActionError `configuration` when it cannot be read
 */
function readConfig(inputs, root) {
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(root, inputs.workingDirectory);
    const { config, source, problems } = readConfiguration(workspace, inputs);
    if (!config)
        throw new errors/* ActionError */.lZ('configuration', problems);
    const { monitoring, apps, services } = config;
    (0,redact/* spare */.iC)([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)]);
    return { workspace, config, source, problems };
}
/** The diagnostic for a file that is named somewhere and does not exist. */
function missingFile(file, hint) {
    return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 8068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ promtoolDiagnostics),
/* harmony export */   Jq: () => (/* binding */ flyctlDiagnostics),
/* harmony export */   RX: () => (/* binding */ withoutUnknownKeys),
/* harmony export */   j0: () => (/* binding */ hasUnknownKeys)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3295);
/* harmony import */ var _fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8026);
/* harmony import */ var _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1021);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5796);





/** The diagnostics in the output of `promtool check`. */
const promtoolDiagnostics = (output, file) => refusals(promtoolLines(output), file, {
    entry: _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__/* .promtoolRefuses */ .u,
    program: 'promtool',
    hint: 'Correct the file: Prometheus does not load it.',
});
/** The diagnostics in the output of `flyctl config validate --strict`: errors, and a warning for each unknown key. */
const flyctlDiagnostics = (output, file) => [
    ...refusals(flyLines(output), file, {
        entry: _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__/* .flyctlRefuses */ .G,
        program: 'flyctl',
        hint: 'Correct the file: the deploy would fail.',
    }),
    ...unknownKeys(output, file),
];
/** One diagnostic for each message of a program, at its line if it names one. */
const refusals = (lines, file, { entry, program, hint }) => lines.map(({ message, line, column }) => {
    const at = { file, line: line ?? 1, column: column ?? 1 };
    return (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnostic */ .YK)(entry, at, `${program} refuses it: ${message}`, hint);
});
/** How much of an output is read: the file decides how many messages there are, and nobody reads a thousand of them. */
const READ_CHARACTERS = 100_000;
const linesOf = (output) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(output, READ_CHARACTERS).split('\n');
/** `FAILED:` and, below or after it, `FILE: LINE:COLUMN: …`, `FILE: … line N: …`; without duplicates. */
function promtoolLines(output) {
    const failed = linesOf(output).filter((line) => FAILED.test(line) && !NO_FAILURE.test(line));
    const said = failed.flatMap((line) => {
        const message = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
        const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
        const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
        const text = message.slice(place?.[0].length ?? 0);
        return text === ''
            ? []
            : [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
    });
    return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
/** A key that this version of promtool does not know. A newer Prometheus may. */
const UNKNOWN_KEY = /field \S+ not found in type/;
/** Whether promtool refuses a file for keys that it does not know. */
const hasUnknownKeys = (output) => UNKNOWN_KEY.test(output);
/** The output of promtool without the messages about keys that it does not know. */
const withoutUnknownKeys = (output) => output
    .split('\n')
    .filter((line) => !UNKNOWN_KEY.test(line))
    .join('\n');
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
/** Lines of success and logs, and the head of a list whose items follow. */
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
/** The lines between `Validating …` and the verdict; or the error, when the file could not be read at all. */
function flyLines(output) {
    const lines = linesOf(output).map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const found = lines
        .slice(0, strict < 0 ? undefined : strict)
        .filter((line) => line !== '' && !NO_FINDING.test(line));
    return found.slice(0, 10).map((line) => {
        const row = /\brow (\d+) column (\d+)/.exec(line);
        return {
            message: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line.replace(/^Error: /, ''), 300),
            ...(row && { line: Number(row[1]), column: Number(row[2]) }),
        };
    });
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/;
/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output, file) {
    const lines = linesOf(output).map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
    const at = { file, line: 1, column: 1 };
    return keys.map((key) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnostic */ .YK)(_fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownKey */ .a, at, ...(0,_fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownKeyText */ .J)(key.replace(/\[\d+\]/g, ''), [])));
}


/***/ }),

/***/ 1021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ promtoolRefuses)
/* harmony export */ });
/** A message of promtool; `run/external-validators.ts` runs it. */
const promtoolRefuses = {
    code: 'prometheus/promtool',
    severity: 'error',
    what: '`promtool` refuses a Prometheus configuration or a rule file.',
    why: 'Prometheus would refuse it too. Without promtool on `PATH` this is not checked, and the plan says so.',
};


/***/ }),

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ testFailures),
/* harmony export */   prepareTest: () => (/* binding */ prepareTest),
/* harmony export */   w: () => (/* binding */ testFailed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9776);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1328);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5796);
/* harmony import */ var _yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5523);







/** A unit test of rules that fails. */
const testFailed = {
    code: 'rules/test-failed',
    severity: 'error',
    what: 'A unit test of rules fails, or cannot be run.',
    why: 'A rule does not fire when it should, or fires when it should not.',
};
/** The rule files of a test, by their paths relative to it; a test of other files cannot be run. */
function prepareTest({ file, text }, deployed) {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    if (!read.ok)
        return { rules: new Map(), problems: [(0,_yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidYaml */ .Zp)(file, read)] };
    const named = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(read.tree, 'rule_files');
    const rules = new Map();
    const problems = [];
    const fail = (at, message, hint) => problems.push((0,_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .diagnostic */ .YK)(testFailed, { file, line: at.line, column: at.column }, message, hint));
    if ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(read.tree, 'tests')).length === 0)
        fail(read.tree.at, 'This file has no `tests`.', 'Add tests in the format of `promtool test rules`, or rename the file: a name that ends in _test.yml is a test.');
    if ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(named).length === 0)
        fail((named ?? read.tree).at, 'This test does not name a rule file.', 'List the files to test under `rule_files`.');
    for (const one of (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(named)) {
        const path = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .scalarText */ .ws)(one) ?? '';
        const source = deployed.find((rule) => rule.file === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), path));
        if (source && !path.startsWith('/'))
            rules.set(path, source.text);
        else
            fail(one.at, `The rule file ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(path)} is not one that \`alerts.rules\` names.`, 'Name it relative to this file, and list it in `alerts.rules` of the configuration.');
    }
    return { rules, problems };
}
/** The failures in the output of `promtool test rules`: one diagnostic for each alert or query, at its place in the file. */
function testFailures(output, { file, text }) {
    const lines = text.split('\n');
    // promtool indents each failure of a test by four and its details by more.
    const failures = output
        .split(/^(?= {4}(?:alertname:|expr:)|.*(?:err|error):)/m)
        .filter((part) => /alertname:|expr:|err(?:or)?:|got:/.test(part));
    const parts = failures.length > 0 ? failures : [output];
    return parts.map((part) => {
        const name = /alertname: ?([^,\s]+)/.exec(part)?.[1] ?? /expr: ?"([^"]+)"/.exec(part)?.[1];
        const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(name));
        const at = { file, line: index + 1 || 1, column: (lines[index]?.search(/\S/) ?? 0) + 1 };
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .diagnostic */ .YK)(testFailed, at, `The test fails: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(part, 1_000), 600)}`, 'Correct the rule or the test: `promtool test rules` shows the same.');
    });
}


/***/ }),

/***/ 5523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zp: () => (/* binding */ invalidYaml)
/* harmony export */ });
/* unused harmony exports yamlSyntax, yamlIndentation, yamlEntries */
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5796);

const rules = (summary) => `groups:
- name: targets
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    labels: { severity: page }
    annotations:
      summary: ${summary}
`;
/** A YAML file of any kind that cannot be read. */
const yamlSyntax = {
    code: 'yaml/syntax',
    severity: 'error',
    what: 'A file is not valid YAML, or its aliases expand to more than 200,000 values.',
    why: 'Prometheus and GitHub cannot read it either.',
    bad: {
        path: 'prometheus.yml',
        text: `scrape_configs:
- job_name: "a
▸`,
    },
    good: {
        path: 'prometheus.yml',
        text: `scrape_configs:
- job_name: "a"
`,
    },
};
/** A YAML file that cannot be read here, but may be valid for another parser. */
const yamlIndentation = {
    code: 'yaml/indentation',
    severity: 'warning',
    what: 'A quoted text is not closed, or continues at the indentation of its key.',
    why: 'Prometheus accepts the indentation, YAML 1.2 does not. The file was not checked any further.',
    bad: {
        path: 'rules.yml',
        text: rules('▸"The target is\n      down."'),
    },
    good: {
        path: 'rules.yml',
        text: rules('"The target is\n        down."'),
    },
};
const yamlEntries = [yamlSyntax, yamlIndentation];
/** The diagnostic for a file that cannot be read. */
const invalidYaml = (file, { at, message, hint, isUnsure }) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnostic */ .YK)(isUnsure ? yamlIndentation : yamlSyntax, { file, ...at }, message, hint);


/***/ }),

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planMode: () => (/* binding */ planMode)
});

// EXTERNAL MODULE: ./build/inputs/names.js
var inputs_names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/pace.js
var lib_pace = __webpack_require__(3449);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/config/configuration.js + 1 modules
var configuration = __webpack_require__(6303);
// EXTERNAL MODULE: ./build/config/sources.js + 2 modules
var config_sources = __webpack_require__(4489);
// EXTERNAL MODULE: ./build/lint/config/lint.js + 2 modules
var lint = __webpack_require__(9596);
// EXTERNAL MODULE: ./build/desired/manual/mark.js
var manual_mark = __webpack_require__(2391);
// EXTERNAL MODULE: ./build/desired/manual/paths.js
var paths = __webpack_require__(671);
// EXTERNAL MODULE: ./build/lib/documentation.js
var documentation = __webpack_require__(5478);
;// CONCATENATED MODULE: ./build/lint/file/entries.js
const entries_configuration = (path) => ({
    path: 'monitoring.yml',
    text: `monitoring: { app: mon }
apps:
  - { app: chat, config: ${path} }
services:
  - { name: web, app: chat, port: 9090 }
`,
});
/** A file that a deploy needs. */
const fileMissing = {
    code: 'file/missing',
    severity: 'error',
    what: 'A file that the configuration names does not exist.',
    why: 'The deploy needs it.',
    bad: entries_configuration('▸chat/fly.toml'),
    good: entries_configuration('fly.toml'),
};
/** A rendered file that differs from its configuration. */
const fileDrift = {
    code: 'file/drift',
    severity: 'warning',
    what: 'A file that `init` made from the configuration no longer matches it.',
    why: 'A deploy by hand uses the file, the action uses the configuration.',
};
/** The diagnostics of files of any kind. */
const fileEntries = [
    fileMissing,
    {
        code: 'file/unreadable',
        severity: 'error',
        what: 'A file is not UTF-8 text, or cannot be read.',
        why: 'It was not checked.',
    },
    {
        code: 'file/outside',
        severity: 'error',
        what: 'A file is a link that leads out of the workspace.',
        why: 'It is not read: otherwise a pull request could show any file of the runner.',
    },
    {
        code: 'file/too-large',
        severity: 'error',
        what: 'A file is larger than any file of its kind.',
        why: 'It is not read: it is probably a file of another kind.',
    },
    {
        code: 'file/not-checked',
        severity: 'error',
        what: 'The check of a file takes longer than 5 s, or the run reached its `timeout` first.',
        why: 'The check was stopped, or did not start. A file that was not checked does not count as valid.',
    },
    fileDrift,
];

// EXTERNAL MODULE: ./build/lint/rule.js
var rule = __webpack_require__(5796);
;// CONCATENATED MODULE: ./build/lint/drift.js





/**
 * Finds files that `init` made from the configuration and that no longer match it. Files that do not exist, that
 * people wrote, or that were made from another configuration are not compared.
 * @param source path of the configuration, relative to the working directory, as in the marks of the files
 * @param read text of a file of the working directory, if it exists, and its path from the root of the repository
 */
async function findDrift(config, source, read) {
    const rendered = paths/* RENDERED_PATHS */.Hi.flatMap((path) => {
        const found = read(path);
        const mark = found && (0,manual_mark/* initMarkOf */.L)(found.text);
        return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : [];
    });
    if (rendered.length === 0)
        return [];
    // The renderer is loaded only where there is a file to compare.
    const { renderedFiles } = await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(3052), __webpack_require__.e(7247)]).then(__webpack_require__.bind(__webpack_require__, 7247));
    const expected = new Map(renderedFiles(config, source).map(({ path, text }) => [path, text]));
    return rendered.flatMap(({ path, file, text, mark }) => {
        const [is, should] = [text.replaceAll('\r\n', '\n'), expected.get(path) ?? ''];
        if (is === should)
            return [];
        const at = { file, line: firstDifference(is, should), column: 1 };
        return [(0,rule/* diagnostic */.YK)(fileDrift, at, ...describeDrift(mark.changed, source))];
    });
}
function describeDrift(changed, source) {
    return changed
        ? [
            `This file was changed by hand and does not match ${source}.`,
            `A deploy by hand would use it, the action would not. Move the change to ${source}, then run \`${documentation/* BY_NPX */.vl} init --force\`.`,
        ]
        : [
            `This file was made from ${source} and no longer matches it.`,
            `Run \`${documentation/* BY_NPX */.vl} init\` and commit the result.`,
        ];
}
/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text, expected) {
    const lines = text.split('\n');
    const others = expected.split('\n');
    const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'));
    return at === -1 ? Math.min(lines.length, others.length) : at + 1;
}

// EXTERNAL MODULE: ./build/lint/index.js
var build_lint = __webpack_require__(6732);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/subject.js
var subject = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/lint/recorded.js
var recorded = __webpack_require__(6234);
// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/rule-files.js
var rule_files = __webpack_require__(4155);
;// CONCATENATED MODULE: ./build/lint/referenced-files.js






/** Files that the configuration names, that a deploy needs, and that do not exist. `own` is undefined for the preset. */
function missingFiles(workspace, config, own) {
    const named = [...ofApps(config), ...ofGrafana(config), ...ofAlerts(config)].filter(({ file }) => !(0,lib_workspace/* existsInWorkspace */.j6)(workspace, file));
    const places = own && (0,load/* locateIn */._C)(own);
    const hint = own
        ? 'Create the file, or correct the configuration.'
        : `Without a configuration file the preset applies. Run \`${documentation/* BY_NPX */.vl} init\`, or write a monitoring.yml.`;
    return named.map(({ file, place, why }) => (0,rule/* diagnostic */.YK)(fileMissing, places?.(place), `${(0,lib_workspace/* repositoryPath */.SH)(workspace, file)} does not exist: ${why}.`, hint));
}
/** Files that a deploy uses: those of the apps, the dashboards and the rules, relative to the root of the repository. */
const namedFiles = (workspace, config) => [
    ...new Set([
        ...ofApps(config).map(({ file }) => file),
        ...ofGrafana(config).flatMap(({ file }) => (0,lib_workspace/* listFiles */.CS)(workspace, file, '.json')),
        ...(0,rule_files/* ruleFilePaths */.z)(workspace, config).rules,
    ].map((file) => (0,lib_workspace/* repositoryPath */.SH)(workspace, file))),
];
function ofApps({ apps }) {
    return apps.flatMap(({ app, config, dockerfile, image, deploy }, i) => {
        if (!deploy)
            return [];
        const why = `app ${app} is deployed with it`;
        // An image needs no Dockerfile.
        const built = image === undefined && dockerfile !== undefined;
        return [
            { file: config, place: ['apps', i, 'config'], why },
            ...(built ? [{ file: dockerfile, place: ['apps', i, 'dockerfile'], why }] : []),
        ];
    });
}
const ofAlerts = ({ alerts }) => alerts.rules.map((file, i) => ({
    file,
    place: ['alerts', 'rules', i],
    why: '`alerts.rules` names it',
}));
const ofGrafana = ({ grafana }) => (grafana.dashboards ?? []).map((file, i) => ({
    file,
    place: ['grafana', 'dashboards', i],
    why: '`grafana.dashboards` names it',
}));

// EXTERNAL MODULE: ./build/model/diagnostic-codes.js
var diagnostic_codes = __webpack_require__(4480);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/formats/glob.js
var glob = __webpack_require__(4321);
;// CONCATENATED MODULE: ./build/lint/deployed.js


/** Longer words are not paths. */
const MAX_WORD = 200;
/** Words of all files that name others; real repositories have far less. */
const MAX_WORDS = 20_000;
/**
 * The files of a repository that something deploys: those that the configuration names, and those that a workflow, a
 * Dockerfile, a compose file, a deployed Fly configuration or a deployed Prometheus configuration names. In any other file
 * it is not certain that a mistake matters.
 */
function deployedFiles(sources, { named, apps }) {
    const deployed = new Set([...named, ...sources.workflows.map(({ file }) => file)]);
    for (const { file, app } of sources.fly)
        if (apps.includes(app))
            deployed.add(file);
    // A compose file names folders that are built, not how they are deployed at Fly.
    const inWorkflows = new Set(namesIn(sources.workflows));
    for (const { file } of sources.fly)
        if (inWorkflows.has(file))
            deployed.add(file);
    const words = [...inWorkflows, ...namesIn(sources.naming)];
    const add = (found, by) => {
        for (const { file } of found)
            if (by.some((word) => isNamedBy(file, word)))
                deployed.add(file);
    };
    const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)));
    add(sources.prometheus, [...words, ...inFly]);
    const patterns = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)));
    add(sources.rules, [...words, ...inFly, ...patterns]);
    return deployed;
}
/** The paths in files, from the root of the repository: each may be meant from the folder of its file, or from the root. */
function namesIn(files) {
    const found = new Set();
    for (const { file, text } of files)
        for (const word of wordsOf(text)) {
            for (const path of [(0,posix_.join)((0,posix_.dirname)(file), word), (0,posix_.join)(word)])
                if (!/^(?:\.|\/)/.test(path))
                    found.add(path.replace(/\/$/, ''));
            if (found.size > MAX_WORDS)
                return [...found];
        }
    return [...found];
}
/** Words that look like paths, and those of instructions that copy. A pattern for all folders names too much. */
const wordsOf = (text) => text.split('\n').flatMap((line) => {
    const isCopied = /^\s*(?:COPY|ADD)\s/i.test(line);
    return line
        .split(/[^\w.*?@/-]+/)
        .filter((word) => word.length <= MAX_WORD && !word.includes('**') && (isCopied || /[./]/.test(word)));
});
/** By its path, by a pattern, or by a folder above it. */
const isNamedBy = (file, path) => file === path || file.startsWith(`${path}/`) || (/[*?]/.test(path) && (0,glob/* globMatches */.m)(path, file));

;// CONCATENATED MODULE: ./build/lint/relation.js



/** The files that something deploys. */
async function deployedBy(sources, { config, named, pace }) {
    const workflows = sources.workflows.length > 0 ? await __webpack_require__.e(/* import() */ 2276).then(__webpack_require__.bind(__webpack_require__, 2276)) : undefined;
    const configs = [];
    for (const { file, text } of sources.workflows)
        configs.push(...(await pace.on({ file }, [], () => workflows?.configsDeployedBy(text) ?? [])));
    const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : [];
    const about = { what: 'which files are deployed' };
    return await pace.on(about, new Set(), () => deployedFiles(sources, { named: [...named, ...configs], apps }));
}
/**
 * In files that nothing deploys, errors are warnings, and advice is left out. Rules for another Prometheus may be about
 * other programs.
 */
function relationTo(sources, { named, deployed }) {
    const all = [sources.fly, sources.prometheus, sources.rules, sources.dashboards].flat();
    const others = new Set(all.map(({ file }) => file).filter((file) => !deployed.has(file)));
    return (problems) => problems.flatMap((one) => {
        const file = one.at?.file ?? '';
        if (UNRELATED.includes(one.code) && !named.includes(file))
            return [];
        if (!others.has(file))
            return [one];
        return (0,diagnostic_codes/* isAdvice */.nb)(one.code) ? [] : [{ ...one, severity: 'warning' }];
    });
}
const UNRELATED = ['dashboard/unrelated', 'rules/unrelated'];
/** Dashboards and rules that the configuration does not name, and that have none of the declared metrics. */
function aboutOthers(problems, named) {
    const files = problems.flatMap(({ code, at }) => at && !named.includes(at.file) && UNRELATED.includes(code) ? [at.file] : []);
    if (files.length === 0)
        return [];
    const why = `No service declares any metric of them, so that they were not compared with the configuration: ${(0,lib_text/* few */.H$)(files)}.`;
    return [{ part: 'Queries about other programs', why, set: 'their metrics under `metrics` of a service' }];
}

// EXTERNAL MODULE: ./build/lint/silence.js + 1 modules
var silence = __webpack_require__(5806);
;// CONCATENATED MODULE: ./build/lint/plan.js













/** Checks every file of a workspace. Nothing is sent anywhere, and nothing of the workspace is executed. */
async function checkWorkspace(input) {
    const { workspace, pace, validators } = input;
    const read = await pace.on(nameOf(input), NOT_READ, () => lintConfig(input));
    const { config, file } = read;
    const search = { config, own: file, pace };
    const { sources, problems: unreadable, ...unread } = await (0,config_sources/* findSources */.I)(workspace, search);
    const named = config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [];
    const { problems: found, dashboards } = await (0,build_lint/* lintSources */.K)(sources, {
        config,
        assumed: file === undefined,
        recorded: async () => (config ? (0,recorded/* recordedByShippedRules */._$)(config, input.remoteWrite) : []),
        ownRules: async () => (config ? (0,recorded/* namesOfShippedRules */._m)(config, input.remoteWrite) : recorded/* NO_NAMES */.p8),
        prometheus: (0,subject/* prometheusContext */.S2)(config, () => false),
        inputs: input.inputs,
        files: named,
        pace,
    });
    const contract = config && read.text ? await (0,lint/* lintContract */.Yq)(config, read.text, { ...input, sources }) : [];
    const drift = config && file !== undefined ? await driftOf(input, config) : [];
    const own = [...read.problems, ...contract, ...found, ...unreadable, ...drift];
    const relate = relationTo(sources, { named, deployed: await deployedBy(sources, { config, named, pace }) });
    const theirs = [...(await validated(sources, own, input)), ...(await tested(sources, own, input))];
    const at = file === undefined ? undefined : { file, line: 1, column: 1 };
    const problems = (0,silence/* silenceByConfig */.R5)(relate([...own, ...theirs]), config?.lint.ignore ?? [], at);
    return {
        problems: (0,order/* worstFirst */.m)((0,order/* limitEach */.V)([...problems, ...pace.problems()])),
        config,
        checked: {
            configuration: file === undefined ? 0 : 1,
            'Fly configurations': sources.fly.length,
            'Prometheus configurations': sources.prometheus.length,
            'rule files': sources.rules.length,
            ...(sources.ruleTests.length > 0 && { 'rule tests': sources.ruleTests.length }),
            dashboards,
            workflows: sources.workflows.length,
        },
        skipped: [...validators.skipped(), ...skips(unread), ...aboutOthers(own, named)],
    };
}
const nameOf = ({ workspace, config }) => ({
    file: (0,lib_workspace/* repositoryPath */.SH)(workspace, config.path),
});
/** What was not read, and what to do about it. */
function skips({ incomplete, closed, large, }) {
    const set = 'name them in `grafana.dashboards` if they are dashboards, else nothing';
    return [
        ...(incomplete
            ? [
                {
                    part: 'Some files',
                    why: 'There are too many files to read all of them.',
                    set: 'working-directory',
                },
            ]
            : []),
        ...(closed.length > 0
            ? [{ part: 'Some folders', why: `${(0,lib_text/* few */.H$)(closed)} cannot be listed.`, set: 'permission to read them' }]
            : []),
        ...(large.length > 0
            ? [
                {
                    part: 'Large files',
                    why: `Larger than 2 MB and not named in the configuration: ${(0,lib_text/* few */.H$)(large)}.`,
                    set,
                },
            ]
            : []),
    ];
}
/** Files of `init` that no longer match the configuration; files that cannot be read are reported elsewhere. */
function driftOf({ workspace, config: { path } }, config) {
    return findDrift(config, path, (file) => {
        try {
            return (0,lib_workspace/* readText */.yR)(workspace, file);
        }
        catch {
            return undefined;
        }
    });
}
/** Reads the configuration and checks it against the files that exist. */
function lintConfig(input) {
    const read = readConfig(input);
    const { config, text, problems } = read;
    if (!config)
        return read;
    const missing = missingFiles(input.workspace, config, text);
    const found = text ? (0,lint/* lintConfiguration */.CD)(config, text) : [];
    return { ...read, problems: [...problems, ...missing, ...found] };
}
/** In place of a configuration whose check did not finish: other files are checked without it. */
const NOT_READ = { config: undefined, file: undefined, problems: [] };
function readConfig(input) {
    const { config, source, problems } = (0,configuration/* readConfiguration */.TD)(input.workspace, input);
    const file = source?.file ?? problems.find(({ at }) => at)?.at?.file;
    return { config, file, ...(source && { text: source }), problems };
}
/** The unit tests of deployed rules that have no errors so far. */
async function tested({ ruleTests, deployedRules }, own, { validators }) {
    if (ruleTests.length === 0)
        return [];
    const { prepareTest } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6208));
    const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
    const found = [];
    for (const source of ruleTests) {
        const { rules, problems } = prepareTest(source, deployedRules);
        found.push(...problems);
        const isRunnable = problems.length === 0 && !deployedRules.some(({ file }) => wrong.has(file));
        if (isRunnable)
            found.push(...(await validators.test(source, rules)));
    }
    return found;
}
/** The findings of other programs in files that have no errors so far. */
async function validated(sources, own, { validators, pace }) {
    const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
    const found = [];
    for (const kind of ['prometheus', 'rules', 'fly'])
        for (const source of sources[kind])
            if (!wrong.has(source.file)) {
                const theirs = await validators.check(kind, source);
                if (theirs.length > 0)
                    found.push(...(await pace.on(source, [], () => (0,silence/* silenceExternal */.df)(theirs, source.text, source.file))));
            }
    const reported = new Set(own.map(same));
    return found.filter((problem) => !reported.has(same(problem)));
}
const same = ({ code, at, message }) => `${code} ${at?.file} ${message}`;

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/run/base-branch.js





/** The configuration of the base branch, or why a pull request was not compared with it; undefined: nothing to compare. */
async function baseConfiguration(workspace, path, env) {
    const branch = env.GITHUB_BASE_REF || undefined;
    // Other events of a runner have no base, and a file of a checkout is the file of its commit.
    if (env.GITHUB_ACTIONS === 'true' && branch === undefined)
        return {};
    if (branch === undefined && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace.root, '.git')))
        return {};
    // What starts programs is loaded only where there is something to compare: most runs of plan have no base.
    const { fileAt } = await __webpack_require__.e(/* import() */ 4892).then(__webpack_require__.bind(__webpack_require__, 4892));
    const revision = await baseRevision(workspace.root, branch);
    if (revision === undefined)
        return branch === undefined ? {} : { skipped: notFetched(branch) };
    const text = await fileAt(workspace.root, revision, (0,lib_workspace/* repositoryPath */.SH)(workspace, path));
    // The change adds the file: nothing is removed.
    if (text === undefined)
        return {};
    try {
        return { base: { config: (0,load/* loadConfig */.Z9)(text, path), revision: branch ?? 'the default branch' } };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return branch === undefined ? {} : { skipped: notValid(branch, path) };
    }
}
/** A checkout of a pull request is a merge, whose first parent is the base; a clone of a person has a remote branch. */
async function baseRevision(root, branch) {
    const { revisionOf } = await __webpack_require__.e(/* import() */ 4892).then(__webpack_require__.bind(__webpack_require__, 4892));
    if (branch === undefined)
        return revisionOf(root, ['merge-base', 'HEAD', 'refs/remotes/origin/HEAD']);
    if (!/^[\w][\w./-]*$/.test(branch))
        return undefined;
    return ((await revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], 'HEAD^2')) ??
        (await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${branch}`])));
}
const PART = 'Metrics that panels and rules lose';
const notFetched = (branch) => ({
    part: PART,
    why: `The commit of ${branch} was not fetched: removed and renamed metrics were not looked for.`,
    set: '`fetch-depth: 2` of actions/checkout',
});
const notValid = (branch, path) => ({
    part: PART,
    why: `${path} of ${branch} is not valid: removed and renamed metrics were not looked for.`,
    set: 'nothing: the next pull request is compared',
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(9547);
// EXTERNAL MODULE: ./build/clients/flyctl/output.js
var flyctl_output = __webpack_require__(8889);
// EXTERNAL MODULE: ./build/clients/validator-process.js
var validator_process = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/lib/programs.js
var programs = __webpack_require__(2499);
// EXTERNAL MODULE: ./build/lib/time-limit.js
var time_limit = __webpack_require__(9773);
// EXTERNAL MODULE: ./build/lint/program-output.js
var program_output = __webpack_require__(8068);
// EXTERNAL MODULE: ./build/lint/rules/unit-tests.js
var unit_tests = __webpack_require__(6208);
// EXTERNAL MODULE: ./build/model/prometheus-version.js
var prometheus_version = __webpack_require__(9149);
;// CONCATENATED MODULE: ./build/run/external-validators.js











/**
 * promtool and flyctl from PATH. Each file is copied to a separate folder and checked there alone: neither program sees
 * the workspace, a credential, or a file that the checked one names.
 */
async function findValidators(options) {
    const [promtool, flyctl] = await Promise.all(['promtool', 'flyctl'].map((name) => (0,programs/* findProgram */.K)(name, { path: options.env.PATH, workspaceRoot: options.workspaceRoot })));
    const { skip, skips } = createSkips();
    const untested = [];
    return {
        skipped: () => [
            ...(promtool ? [] : [NO_PROMTOOL]),
            ...(untested.length > 0 ? [notTested(untested)] : []),
            ...(flyctl ? [] : [NO_FLYCTL]),
            ...skips(),
        ],
        async test(source, rules) {
            const answer = promtool ? await runTest(promtool, { source, rules }, options) : undefined;
            if (answer?.kind === 'refused')
                return (0,unit_tests/* testFailures */.o)((0,flyctl_output/* plainOutput */.MC)(answer.output), source);
            if (answer?.kind !== 'fine')
                untested.push(source.file);
            return [];
        },
        async check(kind, { file, text }) {
            const program = kind === 'fly' ? flyctl : promtool;
            if (!program)
                return [];
            const input = kind === 'fly' ? await forFlyctl(text) : { text, left: [] };
            if (!input) {
                skip(kind, file, 'It could not be read in time, or is not valid TOML.');
                return [];
            }
            if (input.left.length > 0)
                skip(kind, file, `Checked without \`${(0,lib_text/* list */.p_)(input.left)}\`: flyctl would open the files that these keys name.`);
            const answer = await ask(program, { kind, text: input.text }, options);
            if (answer.kind === 'not-checked')
                skip(kind, file, answer.why);
            if (answer.kind !== 'refused')
                return [];
            const { output } = answer;
            if (kind === 'fly')
                return (0,program_output/* flyctlDiagnostics */.Jq)(output, file);
            if (!(0,program_output/* hasUnknownKeys */.j0)(output) || (await majorOf(program, options)) >= prometheus_version/* BUILT_IN_VERSION */.M.major)
                return (0,program_output/* promtoolDiagnostics */.Jn)(output, file);
            const why = `It is older than Prometheus ${prometheus_version/* BUILT_IN_VERSION */.M.major}, and may not know keys that are right.`;
            skip(kind, file, why, `promtool of Prometheus ${prometheus_version/* BUILT_IN_VERSION */.M.major} on PATH`);
            return (0,program_output/* promtoolDiagnostics */.Jn)((0,program_output/* withoutUnknownKeys */.RX)(output), file);
        },
    };
}
/** Files that were not checked, in one entry for each program and reason. */
function createSkips() {
    const skipped = new Map();
    return {
        skip(kind, file, why, set = CHECKED_BY[kind]) {
            const name = NAMES[kind];
            const known = skipped.get(`${name} ${why}`);
            if (known)
                known.files.push(file);
            else
                skipped.set(`${name} ${why}`, { part: name, why, set, files: [file] });
        },
        skips: () => [...skipped.values()].map(({ files, part, ...rest }) => ({ part: `${part}: ${(0,lib_text/* few */.H$)(files)}`, ...rest })),
    };
}
const NO_PROMTOOL = {
    part: 'promtool',
    why: 'It is not on PATH: whether Prometheus accepts rule files and Prometheus configurations was not checked.',
    set: 'promtool on PATH',
};
const notTested = (files) => ({
    part: `promtool test rules: ${(0,lib_text/* few */.H$)(files)}`,
    why: 'promtool is not on PATH, or did not end: these unit tests of rules were not run.',
    set: 'promtool on PATH',
});
const NO_FLYCTL = {
    part: 'flyctl config validate',
    why: 'flyctl is not on PATH: what it refuses is reported by the deploy, which asks it before it changes anything.',
    set: 'flyctl on PATH',
};
const NAMES = {
    prometheus: 'promtool',
    rules: 'promtool',
    fly: 'flyctl config validate',
};
/** What checks a file that was not checked here. */
const CHECKED_BY = {
    prometheus: 'nothing: run "promtool check config" yourself',
    rules: 'nothing: run "promtool check rules" yourself',
    fly: 'nothing: a deploy checks it',
};
const ARGUMENTS = {
    // --syntax-only: rule files and passwords are not looked for.
    prometheus: (name) => ['check', 'config', '--syntax-only', name],
    rules: (name) => ['check', 'rules', '--lint=none', name],
    fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
};
/** Milliseconds for serializing one Fly configuration again. */
const WRITING_MS = 5_000;
/** The part of a Fly configuration that flyctl receives; undefined when it cannot be read. */
async function forFlyctl(text) {
    const { withoutFiles } = await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(1588)]).then(__webpack_require__.bind(__webpack_require__, 1588));
    const written = (0,time_limit/* within */.u)(WRITING_MS, () => withoutFiles(text));
    return written.done ? written.value : undefined;
}
/** Checks one file with a program, in a folder that contains nothing else. */
async function ask(binary, { kind, text }, { env, scratch, until, signal }) {
    const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'check-'));
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
        // flyctl requires a token, and would contact Fly's API with a real one.
        const own = (0,environment/* flyctlEnvironment */.m)({ PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` }, { token: 'none', configDir: folder });
        const answer = await (0,validator_process/* runValidator */.W)({
            binary,
            argv: ARGUMENTS[kind](name),
            env: own,
            cwd: folder,
            until,
            signal,
        });
        if (answer.kind !== 'refused')
            return answer;
        const output = (0,flyctl_output/* plainOutput */.MC)(answer.output);
        return output.includes(NOWHERE)
            ? { kind: 'not-checked', why: 'It contacts Fly before it reads the file.' }
            : { kind: 'refused', output };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Runs one unit test, in a folder that contains it and the rule files that it names, at their places. */
async function runTest(binary, { source, rules }, { env, scratch, until, signal }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'test-'));
    // A path such as ../rules/a.yml stays inside of the folder.
    const depth = Math.max(0, ...[...rules.keys()].map((path) => path.split('..').length - 1));
    const here = (0,external_node_path_.join)(folder, ...Array.from({ length: depth }, (_, i) => `d${i}`));
    try {
        for (const [path, text] of [...rules, ['test.yml', source.text]]) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(here, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(here, path), text);
        }
        const argv = ['test', 'rules', 'test.yml'];
        return await (0,validator_process/* runValidator */.W)({
            binary,
            argv,
            env: { PATH: env.PATH ?? '', HOME: folder },
            cwd: here,
            until,
            signal,
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** The major version of a promtool; 0 when it does not say. */
async function majorOf(binary, { env, scratch, until, signal }) {
    const { runProcess } = await __webpack_require__.e(/* import() */ 662).then(__webpack_require__.bind(__webpack_require__, 662));
    const timeoutMs = Math.max(1, Math.min(VERSION_MS, until - Date.now()));
    const call = { binary, argv: ['--version'], env: { PATH: env.PATH ?? '' }, cwd: scratch, timeoutMs, signal };
    const output = await runProcess(call).then((result) => result.output, () => '');
    return Number(/version (\d+)\./.exec(output)?.[1] ?? 0);
}
/** Milliseconds for `promtool --version`. */
const VERSION_MS = 5_000;
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';

;// CONCATENATED MODULE: ./build/run/plan.js







/** Checks every file without secrets, as a pull request can. */
const planMode = async (inputs, report, { env, log, scratch, until, signal }) => {
    const workspace = (0,lib_workspace/* openWorkspace */.OH)((0,lib_workspace/* workspaceRoot */.oS)(env), inputs.workingDirectory);
    const validators = await findValidators({ env, workspaceRoot: workspace.root, scratch, until, signal });
    const { config, names } = inputs;
    const remoteWrite = inputs.remoteWrite !== undefined;
    const pace = (0,lib_pace/* createPace */.q)({ until, signal });
    const { base, skipped } = await baseConfiguration(workspace, config.path, env);
    const found = await report.timed('check', () => checkWorkspace({ workspace, config, names, inputs: inputs_names/* INPUTS */.mc, remoteWrite, validators, pace, base }));
    report.problems.push(...found.problems);
    report.skipped = [
        ...found.skipped,
        ...(skipped ? [skipped] : []),
        ...(found.config?.lint.ignore ?? []).map(silenced),
    ];
    report.checked = found.checked;
    for (const [kind, n] of Object.entries(found.checked))
        log.info(`${kind}: ${(0,lib_text/* count */.U9)(n, 'file')} checked`);
};
/** Findings that the configuration silences are listed, with the reason. */
const silenced = ({ code, file, reason }) => ({
    part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
    why: reason,
    set: 'nothing: remove it from lint.ignore',
});


/***/ })

};

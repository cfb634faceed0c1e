export const id = 818;
export const ids = [818];
export const modules = {

/***/ 1928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ flyctlEnvironment)
/* harmony export */ });
/**
 * Variables that flyctl gets from ours, beside every `FLY_*`: what a program needs to run, to find its proxy and
 * its certificates, and to label an image. Everything else stays out: inputs and tokens of other systems
 * are none of its business.
 */
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
/**
 * Dropped again: FLY_ACCESS_TOKEN would win over our token, the annotation switch prints workflow commands that are
 * ours to print, FLY_JSON and FLY_APP change what commands print or do.
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
        FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
        FLY_API_TOKEN: given.token,
        FLY_CONFIG_DIR: given.configDir,
        NO_COLOR: '1',
    };
}


/***/ }),

/***/ 9275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/** flyctl colours some output even with NO_COLOR=1 (`✓`, WARN, table headings): take every escape sequence out. */
function plain(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/\r\n?/g, '\n');
}
/**
 * The reason that flyctl gave: what follows the last line that begins with `Error: `, without the GraphQL query
 * that its API errors quote (from `failed to run` to the last `}: `) and without request and trace numbers.
 */
function errorText(stderr) {
    const lines = plain(stderr).split('\n');
    // Some warnings end without a line break, and the error then continues their line.
    const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
        lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
        [];
    if (said === undefined)
        return undefined;
    const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, 300);
}
/** Replaces what must not be shown. Values shorter than four characters are left: they would garble any text. */
function redactor(secrets) {
    const forms = new Set();
    for (const secret of secrets)
        for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
            if (form.length >= 4)
                forms.add(form);
    const longestFirst = [...forms].sort((a, b) => b.length - a.length);
    return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, '***'), text);
}


/***/ }),

/***/ 4406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/**
 * A program on PATH that is not part of the workspace, however the path or a link leads there; undefined when there is
 * none. It is named as it was found: by that name a version manager (mise, asdf) knows what it is asked for.
 */
async function findProgram(name, { path = '', workspaceRoot }) {
    const given = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspaceRoot);
    const roots = [given, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(given).catch(() => given)];
    const isOutside = (place) => roots.every((root) => !(place + node_path__WEBPACK_IMPORTED_MODULE_2__.sep).startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep));
    // What a relative entry means depends on where we happen to be.
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file).catch(() => undefined);
        const way = real === undefined ? undefined : [file, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder), real];
        if (way?.every(isOutside) && (await isProgram(file)))
            return file;
    }
    return undefined;
}
async function isProgram(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK)
        .then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file))
        .then((found) => found.isFile())
        .catch(() => false);
}


/***/ }),

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusedNames)
/* harmony export */ });
/** Names are said in one place: an input that would change nothing is an error. */
function refusedNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input-beside-file',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
        hint: `Say it in ${file} and remove the input.`,
    }));
}


/***/ }),

/***/ 8818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan_plan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/fly/types.js + 1 modules
var types = __webpack_require__(7109);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(1928);
// EXTERNAL MODULE: ./build/clients/flyctl/text.js
var flyctl_text = __webpack_require__(9275);
// EXTERNAL MODULE: ./build/clients/programs.js
var programs = __webpack_require__(4406);
;// CONCATENATED MODULE: ./build/clients/promtool.js







const TIMEOUT_MS = 30_000;
/**
 * promtool and flyctl as they are on PATH. Each file is copied to a folder of its own and checked there by itself:
 * neither program sees the workspace, a credential, or a file that the checked one names.
 */
async function findValidators(options) {
    const [promtool, flyctl] = await Promise.all(['promtool', 'flyctl'].map((name) => (0,programs/* findProgram */.K)(name, { path: options.env.PATH, workspaceRoot: options.workspaceRoot })));
    const missing = [
        ...(promtool
            ? []
            : [
                {
                    part: 'promtool',
                    why: 'It is not on PATH; its checks of rule files and Prometheus configurations are made here.',
                    set: 'promtool on PATH',
                },
            ]),
        ...(flyctl
            ? []
            : [
                {
                    part: 'flyctl config validate',
                    why: 'flyctl is not on PATH; its checks are made here.',
                    set: 'flyctl on PATH',
                },
            ]),
    ];
    return {
        missing,
        async check(kind, { file, text }) {
            const program = kind === 'fly' ? flyctl : promtool;
            if (!program || (kind === 'fly' && readsFiles(text)))
                return [];
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.scratch, 'check-'));
            try {
                const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`;
                await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
                const output = await run(program, { kind, name, folder }, options);
                if (output === undefined)
                    return [];
                return [...problemsOf(kind, output, file), ...(kind === 'fly' ? unknownKeys(output, file) : [])];
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
        },
    };
}
/** flyctl opens the files that these keys name while it validates. */
const readsFiles = (toml) => /^\s*(?:machine_config|local_path|file|\[build\.compose\])/m.test(toml);
const ARGUMENTS = {
    // --syntax-only: rule files and passwords are not looked for.
    prometheus: (name) => ['check', 'config', '--syntax-only', name],
    rules: (name) => ['check', 'rules', '--lint=none', name],
    fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
};
/** What the program says of a file that it refuses; undefined when it does not, or gave no answer. */
async function run(binary, { kind, name, folder }, { env, signal }) {
    // flyctl wants some token, and would ask Fly's API with a real one.
    const own = (0,environment/* flyctlEnvironment */.m)({ PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` }, { token: 'none', configDir: folder });
    // Most machines have neither program, and do not wait for what would start it.
    const { runProcess } = await __webpack_require__.e(/* import() */ 527).then(__webpack_require__.bind(__webpack_require__, 1527));
    const result = await runProcess({
        binary,
        argv: ARGUMENTS[kind](name),
        env: own,
        cwd: folder,
        timeoutMs: TIMEOUT_MS,
        signal,
    }).catch(() => undefined);
    if (!result || result.stopped || result.exitCode === 0 || result.exitCode === null)
        return undefined;
    const output = (0,flyctl_text/* plain */.pj)(result.output);
    // A flyctl that asks Fly before it looks at the file has not looked at it.
    return output.includes(NOWHERE) ? undefined : output;
}
/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9';
const REFUSED = 'It would be refused at the deploy as well.';
/** One problem for each thing that a program names, at its line where it says one. */
function problemsOf(kind, output, file) {
    const lines = kind === 'fly' ? flyLines(output) : promtoolLines(output);
    const code = kind === 'fly' ? 'flyctl' : 'promtool';
    return lines.map(({ message, line, column }) => {
        const at = { file, line: line ?? 1, column: column ?? 1 };
        return {
            code,
            severity: 'error',
            at,
            message: `${code} refuses it: ${message}`,
            hint: REFUSED,
        };
    });
}
/** `FAILED:` and, below or behind it, `FILE: LINE:COLUMN: …`, `FILE: … line N: …`; nothing twice. */
function promtoolLines(output) {
    const failed = output
        .split('\n')
        .filter((line) => FAILED.test(line) && !NO_FAILURE.test(line) && !OF_ITS_VERSION.test(line));
    const said = failed.flatMap((line) => {
        const message = (0,lib_text/* oneLine */.TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
        const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
        const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
        const text = message.slice(place?.[0].length ?? 0);
        return text === ''
            ? []
            : [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
    });
    return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
/**
 * Keys are judged by ourselves, for the version that will read the file: the promtool that happens to be on PATH may
 * be older, and not know what is right (seen: Debian's 2.42 and `fallback_scrape_protocol`).
 */
const OF_ITS_VERSION = /field \S+ not found in type/;
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
/** Lines of success and logs, and the head of a list whose items follow. */
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
/** What stands between `Validating …` and the verdict; or the error, when the file could not be read at all. */
function flyLines(output) {
    const lines = output.split('\n').map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const found = lines
        .slice(0, strict < 0 ? undefined : strict)
        .filter((line) => line !== '' && !NO_FINDING.test(line));
    return found.slice(0, 10).map((line) => {
        const row = /\brow (\d+) column (\d+)/.exec(line);
        return {
            message: (0,lib_text/* oneLine */.TN)(line.replace(/^Error: /, ''), 300),
            ...(row && { line: Number(row[1]), column: Number(row[2]) }),
        };
    });
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/;
/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output, file) {
    const lines = output.split('\n').map((line) => line.trim());
    const strict = lines.findIndex((line) => STRICT.test(line));
    const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
    return keys.map((key) => (0,types/* unknownKey */.a)(key.replace(/\[\d+\]/g, ''), { file, line: 1, column: 1 }));
}

// EXTERNAL MODULE: ./build/inputs/names.js
var inputs_names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/init/mark.js
var init_mark = __webpack_require__(134);
// EXTERNAL MODULE: ./build/init/paths.js
var paths = __webpack_require__(655);
;// CONCATENATED MODULE: ./build/init/drift.js



/**
 * Files that `init` made from the configuration and that are not what it says any more. Files that are not there, that
 * somebody else wrote, or that another configuration made are none of its business.
 * @param source path of the configuration, relative to the working directory, as the marks of the files name it
 * @param read text of a file of the working directory, if there is one, and its path as people know it
 */
async function findDrift(config, source, read) {
    const ours = paths/* RENDERED */.Un.flatMap((path) => {
        const found = read(path);
        const mark = found && (0,init_mark/* markOf */.F)(found.text);
        return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : [];
    });
    if (ours.length === 0)
        return [];
    // What renders is loaded only where there is something to compare.
    const { renderedFiles } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(343), __webpack_require__.e(174)]).then(__webpack_require__.bind(__webpack_require__, 5174));
    const wanted = new Map(renderedFiles(config, source).map(({ path, text }) => [path, text]));
    return ours.flatMap(({ path, file, text, mark }) => {
        const [is, should] = [text.replaceAll('\r\n', '\n'), wanted.get(path) ?? ''];
        if (is === should)
            return [];
        const at = { file, line: firstDifference(is, should), column: 1 };
        return [(0,catalog/* finding */.gk)('file-drift', at, ...saying(mark.changed, source))];
    });
}
function saying(changed, source) {
    return changed
        ? [
            `This file was changed by hand and differs from what ${source} says.`,
            `A deploy by hand would ship it, the action would not. Move the change to ${source}, then run "deploy-monitoring init --force".`,
        ]
        : [
            `This file was made from ${source}, and is not what it says now.`,
            'Run "deploy-monitoring init" and commit the result.',
        ];
}
/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text, wanted) {
    const lines = text.split('\n');
    const others = wanted.split('\n');
    const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'));
    return at === -1 ? Math.min(lines.length, others.length) : at + 1;
}

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lint/beside.js
var beside = __webpack_require__(5148);
// EXTERNAL MODULE: ./build/lint/index.js + 1 modules
var lint = __webpack_require__(5032);
// EXTERNAL MODULE: ./build/lint/yaml.js + 1 modules
var yaml = __webpack_require__(2753);
;// CONCATENATED MODULE: ./build/lint/leftovers.js


const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/;
/** Placeholders in a configuration that nobody fills in: they would be deployed as they stand. */
function leftovers({ file, text }) {
    if (!PLACEHOLDER.test(text))
        return [];
    const read = (0,yaml/* readYaml */.g)(text, file);
    if (!read.ok)
        return [];
    return placeholders(read.tree).map(({ at, written }) => {
        const message = `${(0,catalog/* shown */.SP)(written)} would be deployed as it stands: nothing here is expanded.`;
        return (0,catalog/* finding */.gk)('config-leftover', { file, ...at }, message, 'Write the value out.');
    });
}
/** Of everything that is deployed: what stands below `lint` is read by this action alone. */
function placeholders(root) {
    if (root.kind !== 'table')
        return [];
    return [...root.entries].flatMap(([key, value]) => (key === 'lint' ? [] : below(key, value)));
}
function below(key, node) {
    const inKey = PLACEHOLDER.exec(key);
    return [...(inKey ? [{ at: node.at, written: inKey[0] }] : []), ...within(node)];
}
function within(node) {
    if (node.kind === 'table')
        return [...node.entries].flatMap(([key, value]) => below(key, value));
    if (node.kind === 'list')
        return node.items.flatMap(within);
    const found = PLACEHOLDER.exec(node.text);
    return found ? [{ at: node.inside?.(found.index) ?? node.at, written: found[0] }] : [];
}

;// CONCATENATED MODULE: ./build/lint/named.js



/** Files that the configuration names, that a deploy needs, and that are not there. `own` is undefined for the preset. */
function missingFiles(workspace, config, own) {
    const named = [...ofApps(config), ...ofGrafana(config)].filter(({ file }) => !(0,lib_workspace/* exists */.t2)(workspace, file));
    const places = own && (0,load/* placesIn */.yN)(own);
    const hint = own
        ? 'Write it, or correct the configuration.'
        : 'Without a configuration file the preset applies. Run "deploy-monitoring init", or write a monitoring.yml.';
    return named.map(({ file, place, why }) => (0,catalog/* finding */.gk)('file-missing', places?.(place), `${(0,lib_workspace/* shown */.SP)(workspace, file)} does not exist: ${why}.`, hint));
}
/** Files that a deploy ships: those of the apps and the dashboards, relative to the root of the repository. */
const namedFiles = (workspace, config) => [
    ...new Set([
        ...ofApps(config).map(({ file }) => file),
        ...ofGrafana(config).flatMap(({ file }) => (0,lib_workspace/* listFiles */.CS)(workspace, file, '.json')),
    ].map((file) => (0,lib_workspace/* shown */.SP)(workspace, file))),
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
const ofGrafana = ({ grafana }) => (grafana.dashboards ?? []).map((file, i) => ({
    file,
    place: ['grafana', 'dashboards', i],
    why: 'grafana.dashboards names it',
}));

// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/context.js
var context = __webpack_require__(5658);
// EXTERNAL MODULE: ./build/lint/fly/machine.js
var machine = __webpack_require__(8983);
;// CONCATENATED MODULE: ./build/lint/rendered.js



/**
 * What would be refused in the files that are rendered from a configuration, at its place there. The schema checks
 * every other value that gets into one of them: a property test renders and checks whatever the schema takes.
 */
function lintRendered(config, source) {
    const { size, memory_mb } = config.monitoring.vm;
    const fault = (0,machine/* machineFault */.M)(size, memory_mb);
    if (!fault)
        return [];
    const at = (0,load/* placesIn */.yN)(source)(['monitoring', 'vm', fault.about === 'size' ? 'size' : 'memory_mb']);
    return [(0,catalog/* finding */.gk)('fly-toml-vm', at, fault.message, fault.hint)];
}

// EXTERNAL MODULE: ./build/lint/silence.js
var silence = __webpack_require__(1199);
// EXTERNAL MODULE: ./build/lint/workspace.js + 1 modules
var lint_workspace = __webpack_require__(9731);
;// CONCATENATED MODULE: ./build/lint/plan.js
















/** Checks every file of a workspace. Nothing is sent anywhere, and nothing of the workspace is executed. */
async function plan(input) {
    const { workspace } = input;
    const { config, file, text, problems: wrong } = readConfig(input);
    const { sources, problems: unreadable, ...unread } = (0,lint_workspace/* findSources */.I)(workspace, config, file);
    let dashboards = 0;
    function* counted(all) {
        for (const source of all) {
            dashboards++;
            yield source;
        }
    }
    const found = await (0,lint/* lintSources */.K)({ ...sources, dashboards: counted(sources.dashboards) }, {
        config,
        assumed: file === undefined,
        recorded: async () => (config ? recordedBy(config, input.remoteWrite) : []),
        prometheus: (0,context/* prometheusContext */.S)(config, () => false),
        inputs: input.inputs,
        files: config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [],
    });
    const drift = config && file !== undefined ? await driftOf(input, config) : [];
    const missing = config ? missingFiles(workspace, config, text) : [];
    const rendered = config && text ? lintRendered(config, text) : [];
    const own = [...wrong, ...missing, ...rendered, ...found, ...unreadable, ...drift];
    const theirs = await validated(sources, own, input.validators);
    const at = file === undefined ? undefined : { file, line: 1, column: 1 };
    const problems = (0,silence/* silenceByConfig */.R5)([...own, ...theirs], config?.lint.ignore ?? [], at);
    return {
        problems: (0,order/* worstFirst */.m)((0,order/* atMost */.T)(problems)),
        config,
        checked: {
            configuration: file === undefined ? 0 : 1,
            'Fly configurations': sources.fly.length,
            'Prometheus configurations': sources.prometheus.length,
            'rule files': sources.rules.length,
            dashboards,
            workflows: sources.workflows.length,
        },
        skipped: [...input.validators.missing, ...skips(unread)],
    };
}
/** What was not looked at, and what to do about it. */
function skips({ incomplete, closed, large }) {
    const set = 'name them in grafana.dashboards if they are dashboards, else nothing';
    return [
        ...(incomplete
            ? [{ part: 'Some files', why: 'There are too many to look at all of them.', set: 'working-directory' }]
            : []),
        ...(closed.length > 0
            ? [{ part: 'Some folders', why: `${(0,lib_text/* few */.H$)(closed)} cannot be listed.`, set: 'leave to read them' }]
            : []),
        ...(large.length > 0
            ? [{ part: 'Large files', why: `Nobody names ${(0,lib_text/* few */.H$)(large)}, and they have more than 2 MB.`, set }]
            : []),
    ];
}
/** Files of `init` that the configuration does not say any more; what cannot be read is told by others. */
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
/** Names that the rules record which ship with this configuration. */
async function recordedBy(config, remoteWrite) {
    const { recordedNames, ruleGroups } = await __webpack_require__.e(/* import() */ 343).then(__webpack_require__.bind(__webpack_require__, 8343));
    return recordedNames(ruleGroups(config, { remoteWrite }));
}
function readConfig({ workspace, config: { path, explicit }, names }) {
    const name = (0,lib_workspace/* shown */.SP)(workspace, path);
    try {
        const text = (0,lib_workspace/* readText */.yR)(workspace, path);
        if (text)
            return {
                config: (0,load/* loadConfig */.Z9)(text.text, text.file),
                file: text.file,
                text,
                problems: [...(0,beside/* refusedNames */.h)(names, text.file), ...leftovers(text)],
            };
        const missing = (0,catalog/* finding */.gk)('file-missing', undefined, `${name} does not exist: the input config names it.`, 'Write it, or remove the input.');
        return { config: (0,load/* validate */.tf)((0,preset/* preset */.I)(names)), file: undefined, problems: explicit ? [missing] : [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const at = { file: name, line: 1, column: 1 };
        return { config: undefined, file: name, problems: error.problems.map((problem) => ({ at, ...problem })) };
    }
}
/** What other programs find in files that we have no errors in. */
async function validated(sources, own, validators) {
    const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
    const found = [];
    for (const kind of ['prometheus', 'rules', 'fly'])
        for (const source of sources[kind])
            if (!wrong.has(source.file)) {
                const theirs = await validators.check(kind, source);
                found.push(...(0,silence/* silenceTheirs */.Hp)(theirs, source.text, source.file));
            }
    const told = new Set(own.map(same));
    return found.filter((problem) => !told.has(same(problem)));
}
const same = ({ code, at, message }) => `${code} ${at?.file} ${message}`;

;// CONCATENATED MODULE: ./build/modes/plan.js





/** Every file, and no secret: what a pull request can be told. */
const plan_plan = async (inputs, journal, { env, log, scratch, signal }) => {
    const workspace = (0,lib_workspace/* openWorkspace */.OH)((0,lib_workspace/* workspaceRoot */.oS)(env), inputs.workingDirectory);
    const validators = await findValidators({ env, workspaceRoot: workspace.root, scratch, signal });
    const { config, names, remoteWrite } = inputs;
    const found = await journal.timed('check', () => plan({ workspace, config, names, inputs: inputs_names/* INPUTS */.mc, remoteWrite: remoteWrite !== undefined, validators }));
    journal.problems.push(...found.problems);
    journal.skipped = [...found.skipped, ...(found.config?.lint.ignore ?? []).map(silenced)];
    journal.checked = found.checked;
    for (const [kind, n] of Object.entries(found.checked))
        log.info(`${kind}: ${(0,lib_text/* count */.U9)(n, 'file')} checked`);
};
/** What the configuration silences is said, with its reason. */
const silenced = ({ code, file, reason }) => ({
    part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
    why: reason,
    set: 'nothing: take it out of lint.ignore',
});


/***/ })

};

export const id = 399;
export const ids = [399,527];
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

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runProcess: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/**
 * flyctl takes half a second to release its machine leases when it is interrupted; after this long it is killed. A
 * runner kills a cancelled step after 10 s: what is left is for the report.
 */
const GRACE_MS = 7_000;
/** How long a finished process may keep its pipes open through a child that it left behind. */
const PIPES_MS = 2_000;
/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
/**
 * Runs a program to its end. Cancelling and the deadline send SIGINT (flyctl then exits 127 and marks its release as
 * interrupted) and wait; only a process that does not go is killed. Rejects when the program cannot be started.
 */
function runProcess(call) {
    const started = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.binary, call.argv, { env: call.env, cwd: call.cwd, stdio: 'pipe' });
    let stopped;
    let killer;
    const stop = (why) => {
        if (stopped)
            return;
        stopped = why;
        child.kill('SIGINT');
        killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    const cancel = () => stop('cancelled');
    const deadline = setTimeout(() => stop('deadline'), call.timeoutMs);
    call.signal?.addEventListener('abort', cancel, { once: true });
    if (call.signal?.aborted)
        cancel();
    const all = [];
    const collect = (stream) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return stop('output');
            chunks.push(chunk);
            all.push(chunk);
        });
        return () => Buffer.concat(chunks).toString('utf8');
    };
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.stdin ?? '');
    const settle = () => {
        clearTimeout(deadline);
        clearTimeout(killer);
        call.signal?.removeEventListener('abort', cancel);
    };
    child.once('error', (error) => {
        settle();
        reject(error);
    });
    child.once('exit', () => {
        setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS).unref();
    });
    child.once('close', (exitCode) => {
        settle();
        const seconds = (performance.now() - started) / 1000;
        const output = Buffer.concat(all).toString('utf8');
        resolve({ exitCode, stdout: stdout(), stderr: stderr(), output, seconds, ...(stopped && { stopped }) });
    });
    return promise;
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

/***/ 2366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   Lq: () => (/* binding */ expandGrafana),
/* harmony export */   TH: () => (/* binding */ replaceReferences),
/* harmony export */   aO: () => (/* binding */ macros)
/* harmony export */ });
/** Grafana's own pattern, but for names that start with a digit: `$1` belongs to label_replace. */
const REFERENCE = /\$(?<short>[A-Za-z_]\w*)|\[\[(?<old>[A-Za-z_]\w*?)(?::(?<oldFormat>\w+))?\]\]|\$\{(?<long>[A-Za-z_]\w*)(?:\.[^:^}]+)?(?::(?<format>[^}]+))?\}/y;
/** What can begin a reference, or changes where the text stands. Escapes are taken whole; comments are left out. */
const TOKEN = /\$|\\[\s\S]|["'`#{}[\]]/g;
/** Every variable and macro of a Grafana query, in order. */
function references(query) {
    if (!query.includes('$') && !query.includes('[['))
        return [];
    const found = [];
    const state = { quote: '', braces: 0, brackets: 0 };
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(query); token; token = TOKEN.exec(query)) {
        const from = token.index;
        REFERENCE.lastIndex = from;
        const match = '$['.includes(token[0]) ? REFERENCE.exec(query) : null;
        if (match?.groups) {
            const { short, old, oldFormat, long, format } = match.groups;
            const name = short ?? old ?? long ?? '';
            TOKEN.lastIndex = REFERENCE.lastIndex;
            const place = placeOf(state, query, REFERENCE.lastIndex);
            found.push({
                name,
                format: oldFormat ?? format,
                place,
                quote: state.quote,
                from,
                to: REFERENCE.lastIndex,
            });
        }
        else if (token[0] === '#' && !state.quote) {
            const end = query.indexOf('\n', from);
            TOKEN.lastIndex = end < 0 ? query.length : end;
        }
        else if (token[0].startsWith('\\') && state.quote === '`')
            TOKEN.lastIndex = from + 1;
        else
            read(state, token[0]);
    }
    return found;
}
function read(state, token) {
    if (state.quote) {
        if (token === state.quote)
            state.quote = '';
    }
    else if (`"'\``.includes(token))
        state.quote = token;
    else if (token === '{')
        state.braces++;
    else if (token === '}')
        state.braces--;
    else if (token === '[')
        state.brackets++;
    else if (token === ']')
        state.brackets--;
}
function placeOf(state, query, to) {
    if (state.quote)
        return 'text';
    if (state.brackets > 0)
        return 'range';
    if (state.braces === 0)
        return 'anywhere';
    return /^\s*(?:=|!)/.test(query.slice(to, to + 20)) ? 'label' : 'matcher';
}
/**
 * A Grafana query with its variables and macros replaced, as Grafana does before it asks Prometheus; `unknown` are
 * the names that `variables` has no value for (they stay as they are). Give macros as variables too, see `macros`.
 */
function expandGrafana(query, variables) {
    const unknown = new Set();
    const expanded = replaceReferences(query, (reference) => {
        const value = Object.hasOwn(variables, reference.name) ? variables[reference.name] : undefined;
        if (value === undefined)
            unknown.add(reference.name);
        return value === undefined ? undefined : format(value, reference);
    });
    return { query: expanded, unknown: [...unknown] };
}
/** Puts something in the place of each reference; undefined leaves it. */
function replaceReferences(query, replace) {
    let done = 0;
    const parts = [];
    for (const reference of references(query)) {
        const text = replace(reference);
        if (text === undefined)
            continue;
        parts.push(query.slice(done, reference.from), text);
        done = reference.to;
    }
    return parts.join('') + query.slice(done);
}
/** One value goes in as it is; several become one regular expression, unless the reference names another format. */
function format(value, { format: wanted, quote }) {
    const values = typeof value === 'string' ? [value] : value;
    const inText = (text) => quote === '"' || quote === "'" ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text;
    switch (wanted) {
        case 'csv':
        case 'raw':
            return values.join(',');
        case 'pipe':
            return values.join('|');
        case 'doublequote':
            return values.map((v) => `"${v.replaceAll('"', '\\"')}"`).join(',');
        case 'singlequote':
            return values.map((v) => `'${v.replaceAll("'", "\\'")}'`).join(',');
        default: {
            if (typeof value === 'string' && wanted !== 'regex')
                return inText(value);
            const patterns = values.map((v) => inText(v.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
            return patterns.length === 1 ? (patterns[0] ?? '') : `(${patterns.join('|')})`;
        }
    }
}
/**
 * The values of Grafana's macros for a panel of this time range and resolution, all in milliseconds.
 * `$__rate_interval` is at least four scrapes long, as Grafana documents it.
 */
function macros(times) {
    const { from, to, step: interval, scrapeInterval } = times;
    const rate = Math.max(interval + scrapeInterval, 4 * scrapeInterval);
    const range = to - from;
    const seconds = (ms) => `${Math.max(1, Math.round(ms / 1000))}s`;
    return {
        __interval: seconds(interval),
        __interval_ms: String(interval),
        __rate_interval: seconds(rate),
        __rate_interval_ms: String(rate),
        __range: seconds(range),
        __range_s: String(Math.round(range / 1000)),
        __range_ms: String(range),
        __from: String(from),
        __to: String(to),
        __auto: seconds(interval),
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

/***/ 5399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy_deploy),
  verify: () => (/* binding */ deploy_verify)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(1928);
;// CONCATENATED MODULE: ./build/clients/flyctl/errors-table.js
const ONE_DEPLOY = 'Let one deploy run at a time (`concurrency:` in the workflow) and run again: what is there is used, nothing is made twice.';
/**
 * From flyctl's error text to what happened and what to do; the first match counts. Texts recorded from flyctl
 * 0.4.88; the same condition has several, as some come from Fly's GraphQL API and some from its machines API.
 */
const KNOWN = [
    // The token
    {
        code: 'fly-token-missing',
        when: /no access token available/,
        what: () => 'flyctl found no token.',
        hint: 'Set FLY_API_TOKEN to a token from `flyctl tokens create org` or `flyctl tokens create deploy`.',
    },
    {
        code: 'fly-token-rejected',
        when: /You must be authenticated to view this|not authenticated|invalid token|token (?:is |has )?expired/i,
        what: () => 'Fly does not accept the token: it is wrong, expired or revoked.',
        hint: 'Create a new one (`flyctl tokens create org`) and store it as FLY_API_TOKEN, without quotes around it.',
    },
    {
        code: 'fly-token-too-narrow',
        when: /\bunauthorized\b|Not authorized to access|\(status 40[13]\)|permission denied by policy/i,
        what: (_, app) => `The Fly token may not do this on app ${app}.`,
        hint: (_, app) => `Use a token that may deploy ${app}: \`flyctl tokens create org\`, or a deploy token of each app (\`flyctl tokens create deploy -a ${app}\`), several joined by a comma. Read-only tokens can only verify.`,
    },
    // The app
    {
        code: 'fly-app-missing',
        when: /Could not find App|app not found/i,
        what: (_, app) => `The token sees no app ${app} at Fly.`,
        hint: (_, app) => `Check the name and the token's organization. An app is created once with \`flyctl apps create ${app}\`.`,
    },
    {
        code: 'fly-app-taken',
        when: /Name has already been taken/,
        what: (_, app) => `The name ${app} is taken by an app that this token cannot see.`,
        hint: 'App names are unique across all of Fly. Choose another name, or use a token of the organization that owns it.',
    },
    {
        code: 'fly-app-name',
        when: /Name may only contain|Name is (?:invalid|too long)/,
        what: (_, app) => `Fly refuses the app name ${app}.`,
        hint: 'Use lowercase letters, digits and dashes.',
    },
    {
        code: 'fly-organization',
        when: /organization (\S+) not found/,
        what: (found) => `The token sees no organization ${found[1]}.`,
        hint: 'Set `monitoring.organization` to its slug, as `flyctl orgs list` shows it, and use a token of that organization; tokens of single apps see none and cannot create apps.',
    },
    {
        code: 'fly-organization',
        when: /org slug must be specified/,
        what: () => 'The app does not exist, and flyctl does not know in which organization to create it.',
        hint: 'Set `monitoring.organization`.',
    },
    {
        code: 'fly-app-unnamed',
        when: /the config for your app is missing an app name/,
        what: () => 'The Fly configuration names no app.',
        hint: 'Add `app = "…"` to it.',
    },
    // Volumes and regions
    {
        code: 'fly-region',
        when: /region (\S+) not found|region code must be specified/,
        what: (found) => (found[1] ? `Fly has no region ${found[1]}.` : 'A region is needed.'),
        hint: 'Set `monitoring.region` to a code from `flyctl platform regions`.',
    },
    {
        code: 'fly-volume-region',
        when: /needs an unattached volume named '([^']*)' in region '([^']*)'/,
        what: (found) => `Region ${found[2]} has no free volume ${found[1]}; a volume cannot move to another region.`,
        hint: 'Set the region to that of the volume (`flyctl volumes list`), or create one there.',
    },
    {
        code: 'fly-volume-missing',
        when: /requires an unattached '([^']*)' volume|needs volumes with name '([^']*)'/,
        what: (found) => `The machine needs a volume ${found[1] ?? found[2]} that does not exist.`,
        hint: 'Create it with `flyctl volumes create`, in the region of the machine.',
    },
    {
        code: 'fly-volume-attached',
        when: /volume (\S+) is already attached to machine (\S+)/,
        what: (found) => `Volume ${found[1]} is held by machine ${found[2]}, which appeared meanwhile.`,
        hint: ONE_DEPLOY,
    },
    {
        code: 'fly-volume-renamed',
        when: /can't update the attached volume/,
        what: () => 'The machine holds a volume of another name, and flyctl cannot swap the volume of a machine.',
        hint: 'Use the name that `flyctl volumes list` shows for the attached volume.',
    },
    {
        code: 'fly-volume-detached',
        when: /has a volume mounted but app config does not specify a volume/,
        anywhere: true,
        what: () => 'The machine holds a volume, but the Fly configuration has no [mounts] for it.',
        hint: 'Add the [mounts] section back, or destroy the machine by hand if its data is not needed.',
    },
    {
        code: 'fly-confirmation',
        when: /yes flag must be specified/,
        what: () => 'flyctl asked a question that nobody is there to answer.',
        hint: 'Run the same command by hand once to see the question.',
    },
    // Secrets
    {
        code: 'fly-secret-missing',
        when: /secret (\S+) not found/,
        what: (found) => `The machine needs the secret ${found[1]}, which is not set.`,
        hint: 'Set it with `flyctl secrets set --stage`; a secret for [[files]] must hold base64.',
    },
    {
        code: 'fly-secret-name',
        when: /invalid secret name/,
        what: () => 'Fly refuses the name of a secret.',
        hint: 'Use letters, digits and underscores.',
    },
    {
        code: 'fly-secret-format',
        when: /Failed to parse secrets from stdin|requires at least one SECRET=VALUE pair/,
        what: () => 'flyctl could not read the secrets that were handed to it.',
        hint: 'This is a fault of deploy-monitoring or a flyctl that reads secrets in another way: please report it.',
    },
    // Image and build
    {
        code: 'fly-image-missing',
        when: /Could not find image "?([^"\s]+)"?/,
        what: (found) => `Fly cannot find the image ${found[1]}.`,
        hint: 'Check name, tag and digest; a private image must be in registry.fly.io.',
    },
    {
        code: 'fly-builder',
        when: /ensure depot builder failed|remote builder|builder .*(?:unavailable|unreachable)|failed to (?:connect|dial) .*build/i,
        retry: true,
        what: () => "Fly's remote builder is not available.",
        hint: 'Run again later, or name a ready image with `image`.',
    },
    {
        code: 'fly-build',
        when: /failed to fetch an image or build from source(?!.*status code)/,
        what: () => 'The image could not be built.',
        hint: "The build's own output is in the log above; `flyctl deploy` by hand shows the same.",
    },
    // The Fly configuration
    {
        code: 'fly-file-missing',
        when: /could not read file (.+?): open/,
        what: (found) => `[[files]] names ${found[1]}, which does not exist.`,
        hint: '`local_path` counts from the folder of the Fly configuration.',
    },
    {
        code: 'fly-config-missing',
        when: /config file not found at specified path/,
        what: () => 'The Fly configuration does not exist.',
        hint: 'Check `config` of the app.',
    },
    {
        code: 'fly-config-missing',
        when: /could not create a fly\.toml from any machines/,
        what: (_, app) => `App ${app} was never deployed and there is no Fly configuration for it.`,
        hint: 'Check `config` of the app.',
    },
    {
        code: 'fly-config-invalid',
        when: /failed loading app config|App configuration is not valid|strict validation failed|cannot unmarshal/,
        what: () => 'flyctl does not accept the Fly configuration.',
        hint: '`flyctl config validate --strict` shows each finding.',
    },
    {
        code: 'fly-release',
        when: /failed to create release \(status 5\d\d\)/,
        what: () => "Fly's API failed before anything was deployed.",
        hint: 'See https://status.flyio.net and run again.',
    },
    // Machines
    {
        code: 'fly-health',
        when: /timeout reached waiting for health checks to pass for machine (\w+)/,
        what: (found) => `The health checks of machine ${found[1]} did not pass in time.`,
        hint: (_, app) => `The machine runs the new version. See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`.`,
    },
    {
        code: 'fly-crash',
        when: /smoke checks for (\w+) failed: the app appears to be crashing/,
        what: (found) => `The program on machine ${found[1]} crashes after its start.`,
        hint: (_, app) => `\`flyctl logs -a ${app}\` shows why.`,
    },
    {
        code: 'fly-start-timeout',
        when: /timeout reached waiting for machine's state to change/,
        what: () => 'A machine did not start in time, or its program ended at once.',
        hint: (_, app) => `\`flyctl logs -a ${app}\` shows why; a slow start needs a longer \`timeout\`.`,
    },
    {
        code: 'fly-lease',
        when: /lease currently held by (.*), expires at (\S+)/,
        what: (found) => `Another deploy is working on the machine (${found[1]}, until ${found[2]}).`,
        hint: ONE_DEPLOY,
    },
    {
        code: 'fly-capacity',
        when: /lack of capacity|insufficient resources|no capacity/i,
        what: () => 'Fly has no room for the machine on its host or in its region.',
        hint: 'Try again later, or choose another region.',
    },
    // flyctl itself, the way to Fly, Fly's own trouble
    {
        code: 'fly-config-dir',
        when: /failed creating config directory/,
        what: () => 'flyctl could not create its configuration folder.',
        hint: "Make the runner's temporary folder (RUNNER_TEMP) writable.",
    },
    {
        code: 'fly-flyctl-version',
        when: /unknown (?:flag|command|shorthand flag)/,
        what: () => 'This flyctl does not know a command or flag that is needed.',
        hint: 'Update flyctl, or take it off PATH so that a tested version is downloaded.',
    },
    {
        code: 'fly-rate-limited',
        when: /rate limit|too many requests|status(?: code)?:? 429/i,
        retry: true,
        what: () => 'Fly limits the rate of requests, and they kept coming too fast.',
        hint: 'Run again in a minute; fewer deploys at the same time help.',
    },
    {
        code: 'fly-api',
        when: /status(?: code)?:? 5\d\d|internal server error|bad gateway|service unavailable|gateway timeout/i,
        retry: true,
        what: () => "Fly's API failed.",
        hint: 'See https://status.flyio.net and run again: what is there is used, nothing is made twice.',
    },
    {
        code: 'fly-network',
        when: /connection refused|connection reset|no such host|network is unreachable|no route to host|i\/o timeout|TLS handshake|x509|\bEOF$|deadline exceeded|proxyconnect/i,
        retry: true,
        what: () => "Fly's API could not be reached.",
        hint: 'Check that the runner reaches api.fly.io and api.machines.dev, also through its proxy.',
    },
];

// EXTERNAL MODULE: ./build/clients/flyctl/text.js
var flyctl_text = __webpack_require__(9275);
;// CONCATENATED MODULE: ./build/clients/flyctl/errors.js



/** Says in words why a flyctl call failed: from its error text, else from the way it ended. */
function explain(failed) {
    const said = (0,flyctl_text/* errorText */.kc)(failed.stderr);
    const ended = stopped(failed);
    if (ended)
        return problem(failed, { ...ended, said: undefined });
    const everything = (0,flyctl_text/* plain */.pj)(`${failed.stdout}\n${failed.stderr}`);
    for (const known of KNOWN) {
        const found = known.when.exec(known.anywhere ? everything : (said ?? ''));
        if (!found)
            continue;
        const hint = typeof known.hint === 'string' ? known.hint : known.hint(found, failed.app);
        return problem(failed, {
            code: known.code,
            what: known.what(found, failed.app),
            hint,
            said,
            retry: known.retry,
        });
    }
    const last = (0,flyctl_text/* plain */.pj)(failed.stderr).trim().split('\n').at(-1);
    const what = said ?? ((0,lib_text/* oneLine */.TN)(last ?? '', 300) || 'flyctl said nothing.');
    const hint = `Run \`flyctl ${failed.command} -a ${failed.app}\` by hand to see more; https://status.flyio.net tells of trouble at Fly.`;
    // A server error reaches us by its text alone, which may be anything.
    return problem(failed, { code: 'fly-failed', what, hint, said: undefined, retry: true });
}
/** Endings that are not flyctl's own answer. Exit codes: 126 its own deadline, 127 interrupted, 3 a crash of flyctl. */
function stopped(failed) {
    const seconds = Math.round(failed.timeoutMs / 1000);
    if (failed.stopped === 'cancelled' || (failed.exitCode === 127 && !failed.stopped))
        return {
            code: 'fly-interrupted',
            what: 'It was interrupted.',
            hint: 'Run again: what is there is used, nothing is made twice.',
        };
    if (failed.stopped === 'deadline' || failed.exitCode === 126)
        return {
            code: 'fly-deadline',
            what: `It did not end within ${seconds} s.`,
            hint: 'Run again; give it a longer `timeout` if Fly is just slow.',
        };
    if (failed.stopped === 'output' || failed.exitCode === 3 || failed.exitCode === null)
        return {
            code: 'fly-crashed',
            what: 'flyctl itself crashed.',
            hint: 'Run again, or try another `flyctl-version`.',
        };
    return undefined;
}
function problem(failed, said) {
    const quote = said.said ? ` (flyctl: ${said.said})` : '';
    return {
        problem: {
            code: said.code,
            severity: 'error',
            message: `flyctl ${failed.command}, app ${failed.app}: ${said.what}${quote}`,
            hint: said.hint,
        },
        retry: said.retry === true,
    };
}

// EXTERNAL MODULE: ./build/clients/flyctl/process.js
var flyctl_process = __webpack_require__(1527);
;// CONCATENATED MODULE: ./build/clients/flyctl/client.js









/** Reads and small writes end within this time or are given up. */
const CALL_TIMEOUT_MS = 60_000;
/** What is left for a look at the machines when time is up: without it nobody could tell what is there. */
const LAST_LOOK_MS = 3_000;
/** Pauses before the second, third and fourth try, in milliseconds; each is stretched by up to a half at random. */
const PAUSES_MS = [500, 1_500, 4_000];
/** Fly's tokens are macaroons joined by commas; the scheme word in front is not part of the secret. */
function tokenParts(token) {
    const whole = token.trim();
    const parts = whole.replace(/^(?:FlyV1|Bearer)\s+/i, '').split(',');
    return [whole, ...parts.map((part) => part.trim())];
}
function createFlyctl(options) {
    const hidden = tokenParts(options.token);
    let redact = (0,flyctl_text/* redactor */.$p)(hidden);
    const starts = options.starts ?? [];
    async function run(call) {
        options.signal?.throwIfAborted();
        const folder = await appFolder(options.scratch, call.global ? 'no-app' : call.app);
        const env = (0,environment/* flyctlEnvironment */.m)(options.environment ?? process.env, {
            token: options.token.trim(),
            configDir: (0,external_node_path_.join)(folder, 'flyctl'),
        });
        const left = Math.max(LAST_LOOK_MS, (options.until ?? Number.POSITIVE_INFINITY) - Date.now());
        const timeoutMs = Math.min(call.timeoutMs ?? CALL_TIMEOUT_MS, left);
        const raw = await (0,flyctl_process.runProcess)({
            binary: options.binary,
            argv: [...call.command.split(' '), ...(call.args ?? []), ...(call.global ? [] : ['-a', call.app])],
            env: { ...env, ...call.env },
            // A fly.toml in the working folder is parsed by nearly every command, and a broken one fails it.
            cwd: call.cwd ?? (0,external_node_path_.join)(folder, 'empty'),
            timeoutMs,
            ...(call.stdin !== undefined && { stdin: call.stdin }),
            ...(options.signal && { signal: options.signal }),
        }).catch((error) => {
            throw notStarted(options.binary, error);
        });
        const result = {
            ...raw,
            stdout: redact(raw.stdout),
            stderr: redact(raw.stderr),
            output: redact(raw.output),
        };
        const { app, command } = call;
        starts.push({ app, command, seconds: raw.seconds, exitCode: raw.exitCode });
        options.log.debug(`flyctl ${command}, app ${app}: exit ${raw.exitCode} after ${raw.seconds.toFixed(2)} s`);
        if (raw.exitCode === 0 && !raw.stopped)
            return result;
        return { ...result, failure: explain({ command, app, timeoutMs, ...result }) };
    }
    async function repeatable(call) {
        for (let attempt = 0;; attempt++) {
            const result = await run(call);
            if (!result.failure)
                return result.stdout;
            const pause = PAUSES_MS[attempt];
            if (!result.failure.retry || pause === undefined)
                throw failed(result.failure);
            options.log.debug(`${result.failure.problem.message} Trying again.`);
            await (0,external_node_timers_promises_.setTimeout)(pause * (1 + Math.random() / 2), undefined, options.signal ? { signal: options.signal } : {});
        }
    }
    return {
        run,
        repeatable,
        starts: () => starts,
        redact: (text) => redact(text),
        secrets: (values) => {
            hidden.push(...values);
            redact = (0,flyctl_text/* redactor */.$p)(hidden);
        },
        folder: (app) => appFolder(options.scratch, app),
        token: options.token.trim(),
    };
}
/** The error of a failed call, to be thrown. */
function failed(failure) {
    return new errors/* ActionError */.lZ('platform', [failure.problem]);
}
/** Parses what a `--json` command printed; an answer of another shape is a flyctl that is not understood. */
function parseAnswer(command, stdout, shape) {
    try {
        return shape(JSON.parse((0,flyctl_text/* plain */.pj)(stdout)));
    }
    catch (error) {
        throw (0,errors/* platformError */.sx)('fly-answer', `flyctl ${command} answered ${error instanceof SyntaxError ? 'something that is no JSON' : 'JSON of another shape than ours'}.`, 'Update flyctl, or take it off PATH so that a tested version is downloaded.', error);
    }
}
/** `<scratch>/<app>/empty` as a clean working folder; `<scratch>/<app>/flyctl` is made by flyctl itself. */
async function appFolder(scratch, app) {
    const folder = (0,external_node_path_.join)(scratch, app);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'empty'), { recursive: true, mode: 0o700 });
    return folder;
}
function notStarted(binary, error) {
    return (0,errors/* platformError */.sx)('fly-flyctl-start', `flyctl could not be started (${binary}): ${(0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error), 300)}`, 'Check that the file is there, is executable and fits this machine.', error);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(6876);
;// CONCATENATED MODULE: ./build/clients/flyctl/checksums.js
// Written by .github/scripts/flyctl-checksums.mjs, which runs where the internet is. Do not edit by hand.
/** The version that is downloaded when no other is asked for. */
const PINNED_VERSION = '0.4.87';
/** Digests that are known. One that is not here is not known, and nothing is installed without. */
const CHECKSUMS = [];

// EXTERNAL MODULE: ./build/clients/programs.js
var programs = __webpack_require__(4406);
;// CONCATENATED MODULE: ./build/clients/install.js











/** The oldest flyctl that is used: the first that tells the release it made (FLY_EMIT_RELEASE_JSON), May 2026. */
const OLDEST_VERSION = '0.4.56';
const RELEASES = 'https://github.com/superfly/flyctl/releases/download';
/**
 * Path of a flyctl to use. No service is asked which version is current. Throws ActionError when there is none that
 * may be used; then nothing is left half-installed.
 */
async function findFlyctl(wish) {
    wish.signal.throwIfAborted();
    const onPath = await fromPath(wish);
    if (onPath)
        return onPath;
    const version = (wish.version ?? PINNED_VERSION).replace(/^v/, '');
    const platform = releasePlatform(wish.machine ?? process);
    const sha256 = expectedDigest(wish, version, platform);
    const home = (0,external_node_path_.join)(cacheRoot(wish.env), 'flyctl', version, (wish.machine ?? process).arch);
    if (await isInstalled(home, sha256)) {
        wish.log.info(`flyctl ${version} from the tool cache.`);
        return (0,external_node_path_.join)(home, 'flyctl');
    }
    wish.log.info(`Loading flyctl ${version} for ${platform}.`);
    await install(wish, { version, platform, sha256, home });
    return (0,external_node_path_.join)(home, 'flyctl');
}
const placesOf = ({ env, workspaceRoot }) => ({ path: env.PATH, workspaceRoot });
async function fromPath(wish) {
    const binary = await (0,programs/* findProgram */.K)('flyctl', placesOf(wish));
    if (!binary)
        return undefined;
    const version = await versionOf(binary, wish);
    const wanted = wish.version?.replace(/^v/, '');
    const fits = version !== undefined && (wanted ? version === wanted : isSupported(version));
    wish.log.info(fits
        ? `flyctl ${version} from PATH.`
        : `${binary} is flyctl ${version ?? 'of an unknown version'} and is not used: ${wanted ? `${wanted} is asked for` : `${OLDEST_VERSION} or newer is needed`}.`);
    return fits ? binary : undefined;
}
/** What `flyctl version --json` says, or undefined when the program does not answer like flyctl. */
async function versionOf(binary, wish) {
    const configDir = (0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(wish.env), `flyctl-version-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        const result = await (0,flyctl_process.runProcess)({
            binary,
            argv: ['version', '--json'],
            env: (0,environment/* flyctlEnvironment */.m)(wish.env, { token: '', configDir }),
            cwd: '/',
            timeoutMs: 20_000,
            signal: wish.signal,
        });
        const { seconds, exitCode } = result;
        wish.starts?.push({ app: '', command: 'version', seconds, exitCode });
        const said = JSON.parse(result.stdout);
        const version = said && typeof said === 'object' && 'Version' in said ? said.Version : undefined;
        return typeof version === 'string' ? version : undefined;
    }
    catch {
        // An interrupted flyctl says nothing about its version.
        wish.signal.throwIfAborted();
        return undefined;
    }
    finally {
        await (0,promises_.rm)(configDir, { recursive: true, force: true });
    }
}
/** Compares the numbers of a version; what follows them (`-pre-1`) does not count. */
function isSupported(version) {
    const [a, b] = [version, OLDEST_VERSION].map((v) => v.split(/[.-]/).slice(0, 3).map(Number));
    if (!a || !b || a.length < 3 || a.some(Number.isNaN))
        return false;
    const difference = a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0);
    return (difference ?? 0) >= 0;
}
function releasePlatform({ platform, arch }) {
    const system = { linux: 'Linux', darwin: 'macOS' }[platform];
    const cpu = { x64: 'x86_64', arm64: 'arm64' }[arch];
    if (system && cpu)
        return `${system}_${cpu}`;
    throw (0,errors/* platformError */.sx)('flyctl-platform', `flyctl is downloaded for Linux and macOS on x64 and arm64, this machine is ${platform} ${arch}.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH.`);
}
function expectedDigest(wish, version, platform) {
    const given = wish.sha256?.trim().toLowerCase();
    if (given && !/^[0-9a-f]{64}$/.test(given))
        throw new errors/* ActionError */.lZ('configuration', [
            {
                code: 'input-flyctl-sha256',
                severity: 'error',
                message: 'Input flyctl-sha256 is not a sha256: 64 hexadecimal digits.',
                hint: 'It is shown beside the archive on the release page.',
            },
        ]);
    const table = wish.checksums ?? CHECKSUMS;
    const known = given || table.find((c) => c.version === version && c.platform === platform)?.sha256;
    if (known)
        return known;
    throw (0,errors/* platformError */.sx)('flyctl-checksum-unknown', `There is no supported flyctl on PATH, and the sha256 of flyctl ${version} for ${platform} is not known here, so it is not downloaded.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH (superfly/flyctl-actions/setup-flyctl), or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`);
}
/** The runner's tool cache, and off a runner the user's cache folder. */
function cacheRoot(env) {
    const own = env.XDG_CACHE_HOME ?? (0,external_node_path_.join)(env.HOME ?? (0,external_node_os_.homedir)(), '.cache');
    return env.RUNNER_TOOL_CACHE || (0,external_node_path_.join)(own, 'deploy-monitoring');
}
/** Beside the folder, as the runner's own tools do it; holds the digest of the archive that was unpacked. */
const markerOf = (home) => `${home}.complete`;
async function isInstalled(home, sha256) {
    const marked = await (0,promises_.readFile)(markerOf(home), 'utf8').catch(() => '');
    return (marked.trim() === sha256 &&
        (await (0,promises_.access)((0,external_node_path_.join)(home, 'flyctl'), external_node_fs_.constants.X_OK).then(() => true, () => false)));
}
/** Everything happens in a folder of its own; only a complete, checked flyctl is moved to its place. */
async function install(wish, { version, platform, sha256, home }) {
    const work = `${home}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.mkdir)(work, { recursive: true, mode: 0o755 });
    try {
        const archive = (0,external_node_path_.join)(work, 'flyctl.tar.gz');
        const url = `${wish.releases ?? RELEASES}/v${version}/flyctl_${version}_${platform}.tar.gz`;
        // Loaded only here: who has flyctl on PATH does not pay for it.
        const { download } = await __webpack_require__.e(/* import() */ 164).then(__webpack_require__.bind(__webpack_require__, 6164));
        await download({ url, target: archive, sha256, env: wish.env, signal: wish.signal });
        await unpack(archive, work, wish);
        await (0,promises_.rm)(archive);
        // Another job of the same machine may have been faster.
        if (await isInstalled(home, sha256))
            return;
        await (0,promises_.rm)(home, { recursive: true, force: true });
        await (0,promises_.rename)(work, home);
        await (0,promises_.writeFile)(markerOf(home), sha256);
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function unpack(archive, folder, wish) {
    const failure = (cause) => (0,errors/* platformError */.sx)('flyctl-archive', 'The archive of flyctl could not be unpacked.', 'Check that `tar` is on PATH and that the disk is not full.', cause);
    const tar = await (0,programs/* findProgram */.K)('tar', placesOf(wish));
    if (tar === undefined)
        throw failure();
    const { exitCode, stderr } = await (0,flyctl_process.runProcess)({
        binary: tar,
        argv: ['-xzf', archive, '-C', folder, 'flyctl'],
        env: { PATH: wish.env.PATH ?? '' },
        cwd: folder,
        timeoutMs: 120_000,
        signal: wish.signal,
    });
    if (exitCode !== 0)
        throw failure(stderr);
    await (0,promises_.chmod)((0,external_node_path_.join)(folder, 'flyctl'), 0o755);
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
;// CONCATENATED MODULE: ./build/verify/answers.js

/**
 * What Prometheus answers, as far as we read it. The shapes hold for 2.42 to 3.14 (recorded); a server that sends
 * anything else is reported, never believed. Numbers of samples travel as text, because JSON knows neither NaN nor Inf.
 */
const labels = dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP());
const time = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX());
const target = dist/* object */.Ikc({
    labels,
    scrapePool: dist/* string */.YjP(),
    scrapeUrl: dist/* string */.YjP(),
    lastError: dist/* string */.YjP(),
    /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
    lastScrape: time,
    health: dist/* picklist */.KIO(['up', 'down', 'unknown']),
    /** Prometheus' own duration syntax; older servers leave it out. */
    scrapeInterval: dist/* optional */.lqM(dist/* string */.YjP(), ''),
});
const targetsAnswer = dist/* object */.Ikc({ activeTargets: dist/* array */.YOg(target) });
const sample = dist/* tuple */.PVZ([dist/* number */.aig(), dist/* string */.YjP()]);
const queryAnswer = dist/* variant */.Oxt('resultType', [
    dist/* object */.Ikc({
        resultType: dist/* literal */.euz('vector'),
        // A native histogram has `histogram` in the place of `value`.
        result: dist/* array */.YOg(dist/* object */.Ikc({ metric: labels, value: dist/* optional */.lqM(sample), histogram: dist/* optional */.lqM(dist/* unknown */.L5J()) })),
    }),
    dist/* object */.Ikc({
        resultType: dist/* literal */.euz('matrix'),
        result: dist/* array */.YOg(dist/* object */.Ikc({
            metric: labels,
            values: dist/* optional */.lqM(dist/* array */.YOg(sample), []),
            histograms: dist/* optional */.lqM(dist/* unknown */.L5J()),
        })),
    }),
    dist/* object */.Ikc({ resultType: dist/* literal */.euz('scalar'), result: sample }),
    dist/* object */.Ikc({ resultType: dist/* literal */.euz('string'), result: sample }),
]);
const buildInfoAnswer = dist/* object */.Ikc({ version: dist/* string */.YjP() });
const runtimeInfoAnswer = dist/* object */.Ikc({
    startTime: time,
    reloadConfigSuccess: dist/* boolean */.zMY(),
    /** For people: `15d`, `15d or 10GiB`. */
    storageRetention: dist/* string */.YjP(),
});
const configAnswer = dist/* object */.Ikc({ yaml: dist/* string */.YjP() });
const targetsMetadataAnswer = dist/* array */.YOg(dist/* object */.Ikc({ target: labels, metric: dist/* string */.YjP(), type: dist/* string */.YjP() }));
const rule = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    query: dist/* string */.YjP(),
    type: dist/* picklist */.KIO(['alerting', 'recording']),
    health: dist/* picklist */.KIO(['ok', 'err', 'unknown']),
    lastError: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    /** Year 1 before the first evaluation. */
    lastEvaluation: time,
});
const rulesAnswer = dist/* object */.Ikc({
    groups: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), interval: dist/* optional */.lqM(dist/* number */.aig(), 0), rules: dist/* array */.YOg(rule) })),
});
const alertsAnswer = dist/* object */.Ikc({
    alerts: dist/* array */.YOg(dist/* object */.Ikc({
        labels,
        annotations: dist/* optional */.lqM(labels, {}),
        state: dist/* picklist */.KIO(['inactive', 'pending', 'firing', 'unknown']),
        activeAt: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    })),
});

;// CONCATENATED MODULE: ./build/clients/prometheus/errors.js


/** The body with which Prometheus says no. */
const failure = dist/* object */.Ikc({ status: dist/* literal */.euz('error'), errorType: dist/* string */.YjP(), error: dist/* string */.YjP() });
/** Prometheus understood the request and says no (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
function apiError(status, { errorType, error }) {
    if (status === 503 && errorType !== 'timeout')
        return (0,errors/* platformError */.sx)('prometheus-starting', `Prometheus is not ready: ${error}`, STARTING_HINT);
    return (0,errors/* platformError */.sx)('prometheus-query', error, 'Correct the query; try it on the page /graph of Prometheus.');
}
const STARTING_HINT = 'It is replaying its write-ahead log, or was stopped. When this lasts, read its log: flyctl logs -a APP.';
/** An answer that is none of Prometheus' own: of a proxy, of an edge, or of whoever listens there. */
function refusal(answer, path) {
    switch (answer.status) {
        case 401:
        case 403:
            return (0,errors/* platformError */.sx)('prometheus-unauthorized', `Prometheus refuses our credentials (HTTP ${answer.status}).`, 'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
                'A derived password changes with the Fly token.');
        case 502:
        case 503:
        case 504:
            return (0,errors/* platformError */.sx)('prometheus-starting', `Nothing ready answers for Prometheus (HTTP ${answer.status}).`, STARTING_HINT);
        default:
            return notPrometheus(answer, path);
    }
}
/** Something answers, and it is not Prometheus. */
function notPrometheus(answer, path) {
    const location = answer.headers.location;
    const redirect = answer.status >= 300 && answer.status < 400 && typeof location === 'string';
    return (0,errors/* platformError */.sx)('prometheus-not-prometheus', `What answers at this address is not Prometheus: ${path.split('?')[0]} gave HTTP ${answer.status}` +
        `${redirect ? ` to ${location.slice(0, 200)}` : contentType(answer)}.`, redirect
        ? 'Redirects are not followed, so that the password stays with the host it is meant for. Name the final address in prometheus-url.'
        : 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.');
}
function contentType(answer) {
    const type = answer.headers['content-type'];
    return typeof type === 'string' ? ` with ${type.slice(0, 100)}` : '';
}
/** Prometheus answers, in a shape that we do not know. */
function oddAnswer(path, what) {
    return (0,errors/* platformError */.sx)('prometheus-odd-answer', `Prometheus answered ${path.split('?')[0]} in a form that we do not know (${what.slice(0, 200)}).`, 'Versions 2.42 to 3.14 are known to work. Is something between us and Prometheus changing its answers?');
}
/** No answer at all: the words of the system, and what they mean here. */
function unreachable(host, cause) {
    const thrown = cause;
    const code = String(thrown?.code ?? '');
    if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
        return (0,errors/* platformError */.sx)('prometheus-timeout', `${host} did not answer in time.`, 'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.', cause);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return (0,errors/* platformError */.sx)('prometheus-dns', `The name ${host} does not resolve (${code}).`, 'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.', cause);
    if (code === 'ECONNREFUSED')
        return (0,errors/* platformError */.sx)('prometheus-refused', `${host} refuses connections.`, 'Nothing listens at this address and port: check prometheus-url.', cause);
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return (0,errors/* platformError */.sx)('prometheus-tls', `TLS with ${host} failed: ${(0,errors/* messageOf */.bD)(cause)}.`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.', cause);
    return (0,errors/* platformError */.sx)('prometheus-connection', `The connection to ${host} broke: ${(0,errors/* messageOf */.bD)(cause)}.`, 'Try again; when it stays, look at flyctl status -a APP and flyctl logs -a APP.', cause);
}
/** The run was cancelled, or its time was up, while we waited. */
const cancelled = (cause) => (0,errors/* platformError */.sx)('prometheus-cancelled', 'The question to Prometheus was cut short.', 'Nothing to do.', cause);

;// CONCATENATED MODULE: ./build/clients/prometheus.js




const RETRIES = 2;
const envelope = (data) => dist/* object */.Ikc({
    status: dist/* literal */.euz('success'),
    data,
    warnings: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
    infos: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
});
const ANSWERS = {
    query: envelope(queryAnswer),
    targets: envelope(targetsAnswer),
    buildInfo: envelope(buildInfoAnswer),
    runtimeInfo: envelope(runtimeInfoAnswer),
    config: envelope(configAnswer),
    targetsMetadata: envelope(targetsMetadataAnswer),
    rules: envelope(rulesAnswer),
    alerts: envelope(alertsAnswer),
};
/** The HTTP API of one Prometheus server, read only. */
function createPrometheus(server) {
    const get = getter(server);
    const read = async (path, shape, options) => answerOf(await get(path, options), path, shape);
    return {
        ready: async () => readiness(await get('/-/ready', { retries: 0 })),
        now: async () => {
            const path = '/api/v1/query?query=time()';
            const { data } = answerOf(await get(path), path, ANSWERS.query);
            if (data.resultType === 'scalar')
                return data.result[0] * 1000;
            throw oddAnswer(path, `a ${data.resultType} where a scalar was asked for`);
        },
        // Asked again and again anyway.
        targets: async () => (await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 })).data.activeTargets,
        query: async (promql, at) => {
            const path = '/api/v1/query';
            const { data, warnings, infos } = answerOf(await get(path, { form: queryForm(promql, at) }), path, ANSWERS.query);
            return { result: data, warnings, infos };
        },
        version: async () => (await read('/api/v1/status/buildinfo', ANSWERS.buildInfo)).data.version,
        runtimeInfo: async () => (await read('/api/v1/status/runtimeinfo', ANSWERS.runtimeInfo)).data,
        config: async () => (await read('/api/v1/status/config', ANSWERS.config)).data.yaml,
        metadata: async (selector) => {
            const match = encodeURIComponent(selector);
            return (await read(`/api/v1/targets/metadata?match_target=${match}`, ANSWERS.targetsMetadata)).data;
        },
        rules: async () => (await read('/api/v1/rules', ANSWERS.rules)).data.groups,
        exposition: async () => {
            const answer = await get('/metrics');
            if (answer.status === 200)
                return answer.text;
            throw refusal(answer, '/metrics');
        },
        alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
    };
}
const authorization = (credentials) => 'token' in credentials ? `Bearer ${credentials.token}` : (0,http/* basicAuth */.tB)(credentials.user, credentials.password);
function getter(server) {
    const base = server.url.replace(/\/+$/, '');
    const { credentials } = server;
    const headers = {
        accept: 'application/json',
        ...(credentials && { authorization: authorization(credentials) }),
    };
    const asked = async (path, { retries = RETRIES, form } = {}) => {
        try {
            return await (0,http/* exchange */.cv)(server.pool, {
                url: `${base}${path}`,
                headers,
                retries,
                // A dashboard's query may be longer than what a proxy takes in a URL.
                ...(form !== undefined && {
                    method: 'POST',
                    body: form,
                    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
                }),
                ...(server.signal && { signal: server.signal }),
                ...(server.timeoutMs !== undefined && { timeoutMs: server.timeoutMs }),
            });
        }
        catch (cause) {
            if (server.signal?.aborted)
                throw cancelled(cause);
            throw unreachable(new URL(base).host, cause);
        }
    };
    return async (path, options) => {
        const answer = await asked(path, options);
        const refused = answer.status === 200 ? undefined : server.refused?.(answer);
        if (refused)
            throw refused;
        return answer;
    };
}
/** Milliseconds since the epoch as Prometheus takes a time: seconds. */
function queryForm(promql, at) {
    const form = new URLSearchParams({ query: promql });
    if (at !== undefined)
        form.set('time', (at / 1000).toFixed(3));
    return form.toString();
}
function readiness(answer) {
    if (answer.status === 503)
        return false;
    if (answer.status === 200 && /^Prometheus(?: Server)? is Ready/.test(answer.text))
        return true;
    throw refusal(answer, '/-/ready');
}
function answerOf(answer, path, shape) {
    const body = jsonOf(answer.text);
    const failed = dist/* safeParse */.xLC(failure, body);
    if (failed.success)
        throw apiError(answer.status, failed.output);
    if (answer.status !== 200)
        throw refusal(answer, path);
    const parsed = dist/* safeParse */.xLC(shape, body);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw body === undefined
        ? notPrometheus(answer, path)
        : oddAnswer(path, `${dist/* getDotPath */.BuJ(issue)}: ${issue.message}`);
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
;// CONCATENATED MODULE: ./build/clients/flyctl/secrets.js

/** flyctl reads standard input with Go's line scanner, which drops a line of 64 KiB *and all that follows*. */
const LINE_LIMIT = 64 * 1024 - 1;
/**
 * Standard input for `secrets import`. Values travel as base64, which is what `secret_name` files need and at the
 * same time the exact encoding for flyctl's reader: no quote, no `#`, no line break can be misread (measured).
 */
function secretLines(secrets) {
    return secrets.map(({ name, value }) => `${secretLine(name, value)}\n`).join('');
}
function secretLine(name, value) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        throw (0,errors/* platformError */.sx)('fly-secret-name', `${JSON.stringify(name)} is not a name for a Fly secret.`, 'Use letters, digits and underscores.');
    const line = `${name}=${Buffer.from(value, 'utf8').toString('base64')}`;
    if (line.length > LINE_LIMIT)
        throw (0,errors/* platformError */.sx)('fly-secret-size', `The secret ${name} has ${Buffer.byteLength(value)} bytes; flyctl takes about 48,000.`, 'Make it smaller.');
    return line;
}

;// CONCATENATED MODULE: ./build/clients/flyctl/shapes.js

/**
 * What flyctl's `--json` answers, reduced to what is used here. Shapes recorded from flyctl 0.4.88; unknown keys are
 * dropped, and keys that an answer may leave out are optional.
 */
const shapes_text = dist/* nullish */.cl6(dist/* string */.YjP());
/** A list; Go writes an empty one as `null`. */
const list = (item, json) => dist/* parse */.qgA(dist/* nullable */.mee(dist/* array */.YOg(item)), json) ?? [];
const machineJson = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    name: shapes_text,
    state: dist/* string */.YjP(),
    region: shapes_text,
    private_ip: shapes_text,
    updated_at: shapes_text,
    image_ref: dist/* nullish */.cl6(dist/* object */.Ikc({ registry: shapes_text, repository: shapes_text, tag: shapes_text, digest: shapes_text })),
    config: dist/* nullish */.cl6(dist/* object */.Ikc({
        env: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
        image: shapes_text,
        metadata: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
        standbys: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
        checks: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
        services: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* unknown */.L5J())) }))),
        mounts: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ volume: shapes_text, name: shapes_text, path: shapes_text, size_gb: dist/* nullish */.cl6(dist/* number */.aig()) }))),
    })),
    events: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ type: shapes_text, status: shapes_text, timestamp: dist/* nullish */.cl6(dist/* number */.aig()) }))),
    checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), status: dist/* string */.YjP(), output: shapes_text }))),
});
/** Groups of machines that flyctl makes for its own passing purposes. */
const PASSING_GROUPS = new Set(['fly_app_release_command', 'fly_app_test_machine_command', 'fly_app_console']);
/** `machine list --json`: the app's machines, without destroyed ones and without flyctl's own passing ones. */
function machines(json, app) {
    return list(machineJson, json)
        .map((raw) => machine(raw, app))
        .filter((m) => !PASSING_GROUPS.has(m.processGroup) && !/^destroy/.test(m.state));
}
function machine(raw, app) {
    const metadata = raw.config?.metadata ?? {};
    const release = Number(metadata.fly_release_version);
    const starts = (raw.events ?? []).filter((e) => e.status === 'started').map((e) => e.timestamp ?? 0);
    const startedAt = Math.max(0, ...starts);
    return {
        id: raw.id,
        app,
        region: raw.region ?? '',
        state: raw.state,
        privateIp: raw.private_ip ?? '',
        processGroup: metadata.fly_process_group ?? metadata.process_group ?? 'app',
        ...(metadata.fly_platform_version === 'v2' && Number.isInteger(release) && { releaseVersion: release }),
        image: {
            ref: raw.config?.image ?? '',
            repository: raw.image_ref?.repository ?? '',
            tag: raw.image_ref?.tag ?? '',
            digest: raw.image_ref?.digest ?? '',
        },
        env: raw.config?.env ?? {},
        checks: (raw.checks ?? []).map((c) => ({ name: c.name, status: c.status, output: c.output ?? '' })),
        checksDefined: definedChecks(raw),
        ...(startedAt > 0 && { startedAt: new Date(startedAt) }),
        mounts: (raw.config?.mounts ?? []).map((m) => ({
            volume: m.volume ?? '',
            name: m.name ?? '',
            path: m.path ?? '',
            ...(typeof m.size_gb === 'number' && { sizeGb: m.size_gb }),
        })),
        standby: (raw.config?.standbys ?? []).length > 0,
    };
}
function definedChecks({ config }) {
    const ofServices = (config?.services ?? []).map((service) => (service.checks ?? []).length);
    return ofServices.reduce((sum, n) => sum + n, Object.keys(config?.checks ?? {}).length);
}
const volumeJson = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    state: dist/* string */.YjP(),
    size_gb: dist/* number */.aig(),
    region: dist/* string */.YjP(),
    attached_machine_id: shapes_text,
});
function volume(json) {
    const raw = dist/* parse */.qgA(volumeJson, json);
    return {
        id: raw.id,
        name: raw.name,
        region: raw.region,
        state: raw.state,
        sizeGb: raw.size_gb,
        ...(raw.attached_machine_id && { machine: raw.attached_machine_id }),
    };
}
/** `volumes list --json`, without volumes that are going away. */
function volumes(json) {
    return list(dist/* unknown */.L5J(), json)
        .map(volume)
        .filter(({ state }) => !/destroy/.test(state));
}
/** `secrets list --json`. */
function secrets(json) {
    return list(dist/* object */.Ikc({ name: dist/* string */.YjP(), digest: dist/* string */.YjP() }), json);
}
const addressJson = dist/* object */.Ikc({ Address: dist/* string */.YjP(), Type: dist/* string */.YjP() });
/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
function addresses(json) {
    return list(addressJson, json).map((raw) => ({
        address: raw.Address,
        kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
        version: raw.Type.endsWith('v4') ? 4 : 6,
    }));
}
const releaseJson = dist/* object */.Ikc({ version: dist/* number */.aig(), image_ref: dist/* string */.YjP() });
function emittedRelease(stdout) {
    for (const line of stdout.split('\n').reverse()) {
        if (!line.startsWith('{"'))
            continue;
        const parsed = dist/* safeParse */.xLC(releaseJson, parseJson(line));
        if (parsed.success)
            return { version: parsed.output.version, imageRef: parsed.output.image_ref };
    }
    return undefined;
}
const releaseRow = dist/* object */.Ikc({
    Version: dist/* number */.aig(),
    Status: shapes_text,
    ImageRef: shapes_text,
    CreatedAt: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* toDate */.ayB()),
});
/** `releases --json`, newest first. */
function releases(json) {
    return list(releaseRow, json)
        .map((row) => ({
        version: row.Version,
        status: row.Status ?? '',
        imageRef: row.ImageRef ?? '',
        createdAt: row.CreatedAt,
    }))
        .sort((a, b) => b.version - a.version);
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/clients/flyctl/commands.js




/** Runs a `--json` read and returns its typed answer. */
async function ask(flyctl, call, shape) {
    const args = [...(call.args ?? []), '--json'];
    return parseAnswer(call.command, await flyctl.repeatable({ ...call, args }), shape);
}
/** A write that must not be repeated blindly: only when Fly turned it away before doing anything. */
async function once(flyctl, call) {
    const result = await flyctl.run(call);
    if (!result.failure)
        return result.stdout;
    if (result.failure.problem.code === 'fly-rate-limited')
        return flyctl.repeatable(call);
    throw failed(result.failure);
}
/** The machines of an app; throws `fly-app-missing` or `fly-token-too-narrow` like every command on an app. */
function listMachines(flyctl, app) {
    return ask(flyctl, { command: 'machine list', app }, (json) => machines(json, app));
}
function listVolumes(flyctl, app) {
    return ask(flyctl, { command: 'volumes list', app }, volumes);
}
function listSecrets(flyctl, app) {
    return ask(flyctl, { command: 'secrets list', app }, secrets);
}
function listAddresses(flyctl, app) {
    return ask(flyctl, { command: 'ips list', app }, addresses);
}
function listReleases(flyctl, app) {
    return ask(flyctl, { command: 'releases', app }, releases);
}
/** Asks GraphQL for the app; unlike `machine list` it tells an unknown app from a token that is not accepted. */
async function checkApp(flyctl, app) {
    await flyctl.repeatable({ command: 'status', app, args: ['--json'] });
}
async function createApp(flyctl, app, organization) {
    await once(flyctl, {
        command: `apps create ${app}`,
        app,
        args: ['--org', organization, '--json'],
        global: true,
    });
}
async function createVolume(flyctl, app, wanted) {
    const command = `volumes create ${wanted.name}`;
    const args = ['--region', wanted.region, '--size', String(wanted.sizeGb), '--yes', '--json'];
    return parseAnswer(command, await once(flyctl, { command, app, args }), volume);
}
async function extendVolume(flyctl, app, wanted) {
    const args = ['--size', String(wanted.sizeGb), '--yes', '--json'];
    await flyctl.repeatable({ command: `volumes extend ${wanted.id}`, app, args });
}
/** A shared IPv4 address is free of charge and routed by host name; an IPv6 address is the app's own. */
async function allocateAddress(flyctl, app, kind) {
    if (kind === 'shared-v4')
        await once(flyctl, { command: 'ips allocate-v4', app, args: ['--shared'] });
    else
        await once(flyctl, { command: 'ips allocate-v6', app });
}
/** Stores secrets for the next deploy; machines are not touched. */
async function stageSecrets(flyctl, app, secrets) {
    flyctl.secrets(secrets.map((s) => s.value));
    await flyctl.repeatable({ command: 'secrets import', app, args: ['--stage'], stdin: secretLines(secrets) });
}
async function startMachines(flyctl, app, ids) {
    await flyctl.repeatable({ command: 'machine start', app, args: ids });
}
/**
 * `flyctl deploy`. Neither exit 0 nor exit 1 says what runs afterwards: look at the machines. The release that flyctl
 * reports on success is in `release`.
 */
async function deploy(flyctl, request) {
    const args = [
        '--config',
        request.config,
        ...(request.image ? ['--image', request.image] : []),
        ...(request.dockerfile ? ['--dockerfile', request.dockerfile] : []),
        ...Object.entries(request.buildArgs ?? {}).flatMap(([name, value]) => [
            '--build-arg',
            `${name}=${value}`,
        ]),
        ...Object.entries(request.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        '--yes',
        ...(request.single ? ['--ha=false'] : []),
        '--remote-only',
        '--dns-checks=false',
        '--wait-timeout',
        `${Math.max(1, Math.round(request.waitMs / 1000))}s`,
    ];
    const result = await flyctl.run({
        command: 'deploy',
        app: request.app,
        args,
        cwd: request.folder,
        env: { FLY_EMIT_RELEASE_JSON: '1' },
        timeoutMs: request.timeoutMs,
    });
    const release = emittedRelease((0,flyctl_text/* plain */.pj)(result.stdout));
    return { ...result, ...(release && { release }) };
}

;// CONCATENATED MODULE: ./build/apply/fly-observe.js


/** What there is of the monitoring app; undefined when there is no such app. */
async function observe(desired, flyctl) {
    const machines = await machinesIfThere(desired.app, flyctl);
    if (!machines)
        return undefined;
    // Without a machine nothing is recorded that the secrets could be compared with.
    const compare = machines.length > 0 && desired.secrets.length > 0;
    const [volumes, secrets] = await Promise.all([
        listVolumes(flyctl, desired.app),
        compare ? listSecrets(flyctl, desired.app) : undefined,
    ]);
    return { machines, volumes, ...(secrets && { secrets }) };
}
async function machinesIfThere(app, flyctl) {
    try {
        return await listMachines(flyctl, app);
    }
    catch (error) {
        const why = await whyRefused(error, app, flyctl);
        if (hasCode(why, 'fly-app-missing'))
            return undefined;
        throw why;
    }
}
/**
 * The machines API answers `unauthorized` for a bad token, for an app elsewhere and for none; asked for the app,
 * GraphQL tells them apart. Any other error is returned as it is.
 */
async function whyRefused(error, app, flyctl) {
    if (!hasCode(error, 'fly-token-too-narrow'))
        return error;
    return checkApp(flyctl, app).then(() => error, (sharper) => sharper);
}
/**
 * Creates the app. A taken name may be ours: an earlier answer got lost. Fly says the same for a foreign app, and
 * only asking for the app tells them apart.
 */
async function createAppIfFree({ app, organization }, flyctl) {
    try {
        await createApp(flyctl, app, organization);
    }
    catch (error) {
        if (hasCode(error, 'fly-token-too-narrow'))
            throw cannotCreate(app, organization, error);
        if (!hasCode(error, 'fly-app-taken', 'fly-api', 'fly-network', 'fly-failed'))
            throw error;
        const isOurs = await checkApp(flyctl, app).then(() => true, () => false);
        if (!isOurs)
            throw error;
    }
}
function cannotCreate(app, organization, cause) {
    return (0,errors/* platformError */.sx)('fly-token-cannot-create', `This Fly token sees no app ${app}, and it may not create one.`, `If the app exists, use a token that covers it; else create it once by hand (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}
/** A write whose answer may get lost: when it fails without a clear no, what is there decides. */
async function sureOf(write, isDone) {
    try {
        await write();
    }
    catch (error) {
        if (!hasCode(error, 'fly-api', 'fly-network', 'fly-failed') || !(await isDone()))
            throw error;
    }
}
function hasCode(error, ...codes) {
    return error instanceof errors/* ActionError */.lZ && error.problems.some((problem) => codes.includes(problem.code));
}

;// CONCATENATED MODULE: ./build/apply/fly.js



/** Only looks: for apps with `deploy: false`. */
async function watchApp(app, { flyctl }) {
    const result = { app, machines: [], outcomes: [], changed: false, warnings: [], problems: [] };
    try {
        return { ...result, machines: await listMachines(flyctl, app) };
    }
    catch (error) {
        return { ...result, problems: problemsOf(await whyRefused(error, app, flyctl)) };
    }
}
/** What an app's steps came to, from the outcomes and the last look at its machines. */
function resultOf(app, outcomes, seen) {
    return {
        app,
        machines: seen.machines,
        outcomes,
        changed: outcomes.some((o) => o.kind === 'done' && CHANGES.has(o.step.action.kind)),
        warnings: seen.warnings,
        problems: outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : [])),
    };
}
/** Steps after which a machine runs something else than before. */
const CHANGES = new Set(['deploy', 'start-machines']);
/** What went wrong, as problems. An error that is not about the world outside is a bug and goes on. */
function problemsOf(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return error.problems;
    if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
        return [
            {
                code: 'fly-interrupted',
                severity: 'error',
                message: 'The run was cancelled, or its time was over, before this step.',
                hint: 'Run again: what is there is used, nothing is made twice.',
            },
        ];
    throw error;
}
/** Runs steps in order; after a failure the rest is not run, and says so. */
async function runSteps(steps, run) {
    const outcomes = [];
    for (const step of steps) {
        const failed = outcomes.find((outcome) => outcome.kind === 'failed');
        if (failed) {
            outcomes.push({ step, seconds: 0, kind: 'notRun', why: `${failed.step.id} failed` });
            continue;
        }
        const started = performance.now();
        const seconds = () => (performance.now() - started) / 1000;
        try {
            await run(step);
            outcomes.push({ step, seconds: seconds(), kind: 'done' });
        }
        catch (error) {
            const [problem] = problemsOf(error);
            if (!problem)
                throw new Error(`a failure without a problem: ${(0,errors/* messageOf */.bD)(error)}`);
            outcomes.push({ step, seconds: seconds(), kind: 'failed', problem, state: '' });
        }
    }
    return outcomes;
}

;// CONCATENATED MODULE: ./build/plan/fly-steps.js
/** Steps that follow one another, behind those that there are already. */
function chain(app, links, before = []) {
    const steps = [];
    for (const { reason, action } of links) {
        const previous = steps.at(-1) ?? before.at(-1);
        const id = `fly:${app}:${before.length + steps.length + 1}-${action.kind}`;
        steps.push({ id, after: previous ? [previous.id] : [], reason, action });
    }
    return steps;
}

;// CONCATENATED MODULE: ./build/plan/fly-judge.js

/** States in which a machine stays until it is started. */
const AT_REST = new Set(['stopped', 'suspended', 'created', 'failed']);
/**
 * Success is what the machines say. flyctl exits 0 although a stopped machine was only updated, or although Fly went
 * back to the old image; and exits 1 although the machines are well.
 */
function judgeMachines(asked, machines) {
    // A machine without a release was not made by a deploy, and deploys leave it alone.
    const concerned = machines.filter((m) => m.releaseVersion !== undefined);
    if (concerned.length === 0)
        return bad('fly-no-machines', `App ${asked.app} has no machines after the deploy.`, `\`flyctl machine list -a ${asked.app}\` and \`flyctl logs -a ${asked.app}\` may tell why.`);
    const stale = concerned.find((m) => isOld(asked, m));
    if (stale)
        return old(asked, stale);
    const running = concerned.filter((m) => !(m.standby || asked.mayStop) || m.state === 'started');
    const resting = running.filter((m) => AT_REST.has(m.state));
    if (resting.length > 0)
        return {
            kind: 'waiting',
            why: (0,lib_text/* list */.p_)(resting.map((m) => `machine ${m.id} is ${m.state}`)),
            start: resting.map((m) => m.id),
        };
    const unready = running.flatMap(whyNotReady);
    return unready.length > 0 ? { kind: 'waiting', why: (0,lib_text/* list */.p_)(unready), start: [] } : { kind: 'good' };
}
function isOld(asked, machine) {
    if (asked.release !== undefined && (machine.releaseVersion ?? 0) < asked.release)
        return true;
    if (asked.imageRef !== undefined && !runsImage(machine, asked.imageRef))
        return true;
    return Object.entries(asked.env ?? {}).some(([name, value]) => machine.env[name] !== value);
}
function old(asked, machine) {
    const { image, releaseVersion } = machine;
    const running = `${image.ref || `${image.repository}:${image.tag}`} of release ${releaseVersion}`;
    return bad('fly-old-version', `Machine ${machine.id} of ${asked.app} still runs ${running} after the deploy${asked.release === undefined ? '' : ` of release ${asked.release}`}; Fly may have gone back because the new image could not be started.`, `See \`flyctl releases -a ${asked.app}\` and \`flyctl logs -a ${asked.app}\`, then deploy again.`);
}
/** Whether a machine runs an image, by digest where the reference has one, else by repository and tag. */
function runsImage(machine, reference) {
    const { image } = machine;
    if (image.ref === reference)
        return true;
    const [name = '', digest] = reference.split('@');
    if (digest)
        return image.digest === digest || image.ref.endsWith(`@${digest}`);
    const [path, tag] = splitTag(name);
    return (path === image.repository || path.endsWith(`/${image.repository}`)) && tag === image.tag;
}
/** A colon before a slash belongs to the port of the registry. */
function splitTag(name) {
    const colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? [name.slice(0, colon), name.slice(colon + 1)] : [name, 'latest'];
}
function whyNotReady(machine) {
    if (machine.state !== 'started')
        return [`machine ${machine.id} is ${machine.state}`];
    const failing = machine.checks.filter((check) => check.status !== 'passing');
    if (failing.length > 0)
        return failing.map((c) => `check ${c.name} of machine ${machine.id} is ${c.status}${c.output ? ` (${(0,lib_text/* oneLine */.TN)(c.output, 160)})` : ''}`);
    const silent = machine.checksDefined - machine.checks.length;
    return silent > 0 ? [`machine ${machine.id} has no result of ${silent} of its checks yet`] : [];
}
function bad(code, message, hint) {
    return { kind: 'bad', problem: { code, severity: 'error', message, hint } };
}

;// CONCATENATED MODULE: ./build/apply/fly-machines.js



/** Pauses between looks at the machines, in milliseconds; the last one repeats. Each look starts a flyctl. */
const fly_machines_PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];
/**
 * Looks at the machines until they are as asked: starts those at rest (once), waits for states and checks on
 * conditions only, and gives up at `until`.
 */
async function settle(asked, until, { flyctl, signal }) {
    const started = new Set();
    for (let look = 0;; look++) {
        const machines = await listMachines(flyctl, asked.app);
        const judged = judgeMachines(asked, machines);
        const settled = { machines, started: [...started] };
        if (judged.kind === 'good')
            return settled;
        if (judged.kind === 'bad')
            return { ...settled, problem: judged.problem };
        const fresh = judged.start.filter((id) => !started.has(id));
        const again = judged.start.find((id) => started.has(id));
        if (again)
            return { ...settled, problem: doesNotStay(asked.app, again) };
        if (Date.now() >= until)
            return { ...settled, problem: notReady(asked.app, judged.why) };
        if (fresh.length > 0) {
            await startMachines(flyctl, asked.app, fresh);
            for (const id of fresh)
                started.add(id);
        }
        const pause = Math.min(fly_machines_PAUSES_MS[look] ?? 4_000, Math.max(0, until - Date.now()));
        await (0,external_node_timers_promises_.setTimeout)(pause, undefined, signal ? { signal } : {});
    }
}
function doesNotStay(app, machine) {
    return {
        code: 'fly-crash',
        severity: 'error',
        message: `Machine ${machine} of ${app} was started and stopped again: its program ends.`,
        hint: `\`flyctl logs -a ${app}\` shows why.`,
    };
}
function notReady(app, why) {
    return {
        code: 'fly-not-ready',
        severity: 'error',
        message: `The machines of ${app} are not ready: ${why}.`,
        hint: `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`; a slow start needs a longer \`timeout\`.`,
    };
}

;// CONCATENATED MODULE: ./build/apply/fly-deploy.js






/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000;
/** What flyctl needs after it gave up waiting, to say so and to release its leases. */
const TIDY_MS = 10_000;
/** Exit 1 with one of these may come with machines that are well: they decide. Anything else failed before them. */
const UNDECIDED = new Set(['fly-health', 'fly-start-timeout', 'fly-lease']);
/** The same, and flyctl gave up before the machines had their time. */
const CUT_SHORT = new Set([
    'fly-api',
    'fly-network',
    'fly-rate-limited',
    'fly-volume-attached',
    'fly-failed',
]);
/** Deploys, and then believes the machines. */
async function deployAndLook(order, ctx) {
    const begun = Date.now();
    const timeoutMs = Math.max(1_000, ctx.until - begun);
    const { mayStop, before: _, ...request } = order;
    const result = await deploy(ctx.flyctl, {
        ...request,
        waitMs: Math.min(WAIT_MS, timeoutMs - TIDY_MS),
        timeoutMs,
    });
    ctx.log.block(`flyctl deploy, app ${order.app}`, (0,lib_text/* safeLines */.Bv)(result.output.trimEnd()));
    const asked = { app: order.app, mayStop, ...(order.env && { env: order.env }) };
    if (result.failure)
        return afterFailure(await sharpened(result.failure, order.app, ctx), { order, asked, begun }, ctx);
    const { release } = result;
    const exactly = { ...asked, ...(release && { release: release.version, imageRef: release.imageRef }) };
    return { ...(await settle(exactly, ctx.until, ctx)), warnings: [] };
}
async function sharpened({ problem }, app, ctx) {
    const why = await whyRefused(new errors/* ActionError */.lZ('platform', [problem]), app, ctx.flyctl);
    return why instanceof errors/* ActionError */.lZ ? (why.problems[0] ?? problem) : problem;
}
/** What flyctl waited for in vain is not waited for again: then the machines as they are now decide. */
async function afterFailure(problem, { order, asked, begun }, ctx) {
    const failed = { started: [], warnings: [], machines: [], problem };
    const isCutShort = CUT_SHORT.has(problem.code);
    if (ctx.signal?.aborted || !(isCutShort || UNDECIDED.has(problem.code)))
        return failed;
    try {
        const release = await releaseOf(order, begun, ctx);
        if (release === undefined)
            return failed;
        const exactly = { ...asked, release, ...(order.image && { imageRef: order.image }) };
        const settled = await settle(exactly, isCutShort ? ctx.until : Date.now(), ctx);
        if (settled.problem)
            return { ...settled, warnings: [], problem };
        return { ...settled, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
    }
    catch (error) {
        // Whoever looks in vain learns less than the deploy itself said.
        problemsOf(error);
        return failed;
    }
}
const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.';
/** The release that a failed deploy made, if it came so far: the newest, unfinished and younger than the deploy. */
async function releaseOf(order, begun, ctx) {
    const [newest] = await listReleases(ctx.flyctl, order.app);
    if (!newest || newest.status === 'complete')
        return undefined;
    const isNew = order.before === undefined
        ? newest.createdAt.getTime() >= begun - CLOCK_MS
        : newest.version > order.before;
    return isNew ? newest.version : undefined;
}
/** How far Fly's clock may be behind ours. */
const CLOCK_MS = 1_000;

;// CONCATENATED MODULE: ./build/apply/fly-app.js







/**
 * `flyctl deploy` and a look at the machines. An app that does not exist yet is created, with one machine for each
 * process group; how many machines an app has after that is its owner's business.
 */
async function deployApp(order, ctx) {
    const { app } = order.app;
    const deploy = {
        reason: 'The configuration says so.',
        action: { kind: 'deploy', app, image: imageOf(order.app) },
    };
    const create = {
        reason: 'The app does not exist yet.',
        action: { kind: 'create-app', app, organization: order.organization },
    };
    const allocate = ['shared-v4', 'v6'].map((address) => ({
        reason: 'Without a terminal flyctl would leave the app without any public address.',
        action: { kind: 'allocate-address', app, address },
    }));
    const first = [create, ...(order.needsAddresses ? allocate : []), deploy];
    let deployed = { machines: [], started: [], warnings: [] };
    const perform = async ({ action }) => {
        if (action.kind === 'create-app') {
            ctx.log.info(`${app}: creating the app in ${action.organization}.`);
            return createAppIfFree(action, ctx.flyctl);
        }
        if (action.kind === 'allocate-address')
            return allocateAddress(ctx.flyctl, app, action.address);
        ctx.log.info(`${app}: deploying.`);
        deployed = await deployAndLook(request(order), ctx);
        if (deployed.problem)
            throw new errors/* ActionError */.lZ('platform', [deployed.problem]);
    };
    // Only flyctl's answer to a deploy tells that an app is missing: asking first would cost every run a start.
    const outcomes = await runSteps(chain(app, [deploy]), perform);
    const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
    return resultOf(app, isMissing ? await runSteps(chain(app, first), perform) : outcomes, deployed);
}
function imageOf({ image, dockerfile }) {
    if (image)
        return { from: 'reference', reference: image };
    return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' };
}
function request({ app, workspace, mayStop }) {
    const config = (0,external_node_path_.resolve)(workspace, app.config);
    return {
        app: app.app,
        // Where a person would stand: local_path of [[files]] and the build context count from here.
        folder: (0,external_node_path_.dirname)(config),
        config,
        ...(app.image !== undefined && { image: app.image }),
        ...(app.dockerfile !== undefined && { dockerfile: (0,external_node_path_.resolve)(workspace, app.dockerfile) }),
        ...(app.build_args && { buildArgs: app.build_args }),
        // Only a first deploy looks at it: without it flyctl makes two of everything that has no volume.
        single: true,
        mayStop,
    };
}

;// CONCATENATED MODULE: ./build/plan/fly.js


/** Variables that our deploys leave on the machine, so that the next run can compare. */
const RECORD = {
    digest: 'DEPLOY_MONITORING_DIGEST',
    secrets: 'DEPLOY_MONITORING_STAGED',
    build: 'DEPLOY_MONITORING_BUILD',
};
/** Digests of the secrets as they are at Fly, together; changes when somebody changes one of ours by hand. */
function remoteDigest(names, secrets) {
    return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.');
}
/** What is recorded on the machine about its secrets: our own digest of what was written, and Fly's after that. */
function secretsRecord(wanted, secrets) {
    const names = wanted.app.secrets.map((s) => s.name);
    return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`;
}
/**
 * From what is wanted and what is there (undefined: no such app) to the steps between them. Nothing to do is no step.
 * What cannot be reached by any step, such as a volume in another region, is a problem that says so.
 */
function planMonitoring(wanted, state) {
    const seen = state ?? { machines: [], volumes: [] };
    const problems = [...machineProblems(wanted, seen), ...volumeProblems(wanted, seen)];
    if (problems.length > 0)
        return { kind: 'impossible', problems };
    const before = [
        ...(state ? [] : [fly_createApp(wanted)]),
        ...volumeSteps(wanted, seen),
        ...(seen.addresses ? addressLinks(wanted.app.app, seen.addresses) : []),
        ...secretSteps(wanted, seen),
    ];
    const links = [...before, ...machineSteps(wanted, seen, before)];
    return { kind: 'steps', steps: chain(wanted.app.app, links), warnings: volumeWarnings(wanted, seen) };
}
function fly_createApp({ app }) {
    const { organization } = app;
    return { reason: 'The app does not exist yet.', action: { kind: 'create-app', app: app.app, organization } };
}
function ours({ app }, { volumes }) {
    return volumes.filter((volume) => volume.name === app.volume.name);
}
function machineProblems({ app }, { machines }) {
    if (machines.length < 2)
        return [];
    const ids = machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`);
    return [
        {
            code: 'fly-two-machines',
            severity: 'error',
            message: `App ${app.app} has ${machines.length} machines: ${(0,lib_text/* list */.p_)(ids)}. One Prometheus needs exactly one; with two its data is split.`,
            hint: `Keep the one whose volume has the data and destroy the other: \`flyctl machine destroy ID -a ${app.app}\`.`,
        },
    ];
}
function volumeProblems(wanted, seen) {
    const { app, region, volume } = wanted.app;
    const error = (code, message, hint) => [
        { code, severity: 'error', message, hint },
    ];
    const held = seen.machines
        .flatMap((m) => m.mounts)
        .find((mount) => mount.name !== '' && mount.name !== volume.name);
    if (held)
        return error('fly-volume-renamed', `The machine of ${app} holds the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot swap the volume of a machine.`, `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine by hand.`);
    const [first, ...more] = ours(wanted, seen);
    if (!first)
        return [];
    if (more.length > 0)
        return error('fly-two-volumes', twoVolumes(wanted, seen), twoVolumesHint(wanted, seen));
    if (first.region !== region)
        return error('fly-volume-region', `The volume ${first.id} (${volume.name}) of ${app} is in region ${first.region}, not ${region}; a volume cannot move.`, `Set \`monitoring.region: ${first.region}\`. To move for good, start with an empty volume: destroy the machine and the volume by hand, then deploy again.`);
    return [];
}
function twoVolumes(wanted, seen) {
    const all = ours(wanted, seen).map((v) => {
        const holder = holderOf(v, seen);
        return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `held by machine ${holder}` : 'not attached'})`;
    });
    return `App ${wanted.app.app} has ${all.length} volumes named ${wanted.app.volume.name}: ${(0,lib_text/* list */.p_)(all)}. A machine would take either.`;
}
function twoVolumesHint(wanted, seen) {
    const spare = ours(wanted, seen).find((v) => !holderOf(v, seen));
    const which = spare?.id ?? 'ID';
    return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${wanted.app.app}\`.`;
}
function holderOf(volume, seen) {
    return volume.machine ?? seen.machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id;
}
function volumeSteps(wanted, seen) {
    const { app, region, volume } = wanted.app;
    const [there] = ours(wanted, seen);
    if (!there)
        return [
            {
                reason: `There is no volume ${volume.name} yet.`,
                action: { kind: 'create-volume', app, name: volume.name, region, sizeGb: volume.sizeGb },
            },
        ];
    if (there.sizeGb >= volume.sizeGb)
        return [];
    return [
        {
            reason: `The volume has ${there.sizeGb} GB, ${volume.sizeGb} GB are asked for.`,
            action: { kind: 'extend-volume', app, id: there.id, sizeGb: volume.sizeGb },
        },
    ];
}
function volumeWarnings(wanted, seen) {
    const [there] = ours(wanted, seen);
    const { app, volume } = wanted.app;
    if (!there || there.sizeGb <= volume.sizeGb)
        return [];
    return [
        {
            code: 'fly-volume-larger',
            severity: 'warning',
            message: `The volume of ${app} has ${there.sizeGb} GB, the configuration says ${volume.sizeGb}; volumes never shrink.`,
            hint: `Set \`monitoring.volume.size_gb: ${there.sizeGb}\`, and the retention makes use of it.`,
        },
    ];
}
/** Steps towards the addresses of the app once it is deployed; `after` is the step that deployed it. */
function planAddresses(app, addresses, after) {
    return chain(app, addressLinks(app, addresses), after);
}
function addressLinks(app, addresses) {
    const open = addresses.filter((a) => a.kind === 'public');
    const missing = (version) => !open.some((a) => a.version === version);
    const allocate = (address) => ({
        reason: `Prometheus is to be reached over public HTTPS and has no public IPv${address === 'v6' ? 6 : 4} address.`,
        action: { kind: 'allocate-address', app, address },
    });
    return [...(missing(4) ? [allocate('shared-v4')] : []), ...(missing(6) ? [allocate('v6')] : [])];
}
function secretSteps(wanted, seen) {
    const names = wanted.app.secrets.map((s) => s.name);
    if (names.length === 0)
        return [];
    const reason = secretsReason(wanted, seen);
    return reason ? [{ reason, action: { kind: 'stage-secrets', app: wanted.app.app, names } }] : [];
}
function secretsReason(wanted, seen) {
    const names = wanted.app.secrets.map((s) => s.name);
    if (!seen.secrets)
        return `The machine needs ${(0,lib_text/* count */.U9)(names.length, 'secret')}.`;
    const { secrets } = seen;
    const unset = names.filter((name) => !secrets.some((s) => s.name === name));
    if (unset.length > 0)
        return `${(0,lib_text/* count */.U9)(unset.length, 'secret')} not set yet: ${(0,lib_text/* list */.p_)(unset)}.`;
    const recorded = seen.machines[0]?.env[RECORD.secrets];
    if (recorded === undefined)
        return 'It is not known what the secrets hold.';
    if (recorded === secretsRecord(wanted, secrets))
        return undefined;
    return recorded.startsWith(`${wanted.secretsDigest}:`)
        ? 'A secret was changed at Fly since our last deploy.'
        : 'The value of a secret has changed.';
}
function machineSteps(wanted, seen, before) {
    const machine = seen.machines[0];
    const reason = deployReason(wanted, machine, before);
    const { app } = wanted.app;
    if (reason)
        return [{ reason, action: { kind: 'deploy', app, image: imageFor(wanted, machine) } }];
    if (!machine || machine.state === 'started')
        return [];
    return [
        {
            reason: `Machine ${machine.id} is ${machine.state}.`,
            action: { kind: 'start-machines', app, machines: [machine.id] },
        },
    ];
}
function deployReason(wanted, machine, before) {
    if (!machine)
        return 'There is no machine yet.';
    const { digest } = wanted.app;
    const recorded = machine.env[RECORD.digest];
    if (recorded === undefined)
        return `Machine ${machine.id} was not deployed by deploy-monitoring.`;
    if (recorded !== digest)
        return 'The configuration has changed since the last deploy.';
    if (!wanted.app.image && machine.env[RECORD.build] !== wanted.buildDigest)
        return 'The Dockerfile has changed since the image was built.';
    if (before.some((link) => link.action.kind === 'stage-secrets'))
        return 'New secrets reach a machine by a deploy.';
    if (machine.mounts.length === 0)
        return `Machine ${machine.id} holds no volume.`;
    const bad = machine.checks.filter((check) => check.status !== 'passing');
    if (machine.state === 'started' && bad.length > 0)
        return `Machine ${machine.id} is not healthy: ${(0,lib_text/* list */.p_)(bad.map((c) => `check ${c.name} is ${c.status}`))}.`;
    return undefined;
}
/** An image that was built is used again, by its digest, until what it is built from changes. */
function imageFor(wanted, machine) {
    if (wanted.app.image)
        return { from: 'reference', reference: wanted.app.image };
    const built = machine?.env[RECORD.build] === wanted.buildDigest ? machine : undefined;
    const reference = built && pinned(built.image);
    return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' };
}
/** `name:tag@digest` as flyctl takes it, or undefined when the machine does not say what it runs. */
function pinned(image) {
    if (image.ref === '')
        return undefined;
    if (image.ref.includes('@') || image.digest === '')
        return image.ref;
    return `${image.ref}@${image.digest}`;
}

// EXTERNAL MODULE: ./build/render/derive.js
var derive = __webpack_require__(1582);
;// CONCATENATED MODULE: ./build/apply/fly-monitoring.js












/** What the image is built from: the name in the templates and the place in the build context. */
const BUILD_FILES = [
    ['Dockerfile.monitoring', 'Dockerfile.monitoring'],
    ['docker-entrypoint.sh', 'monitoring/docker-entrypoint.sh'],
];
/** Brings the monitoring app to what is desired, and says what was done; no step when nothing differs. */
async function deployMonitoring(order, ctx) {
    const { app } = order.desired;
    const nothing = { app, machines: [], outcomes: [], changed: false, warnings: [], problems: [] };
    try {
        ctx.flyctl.secrets(order.desired.secrets.map((s) => s.value));
        const wanted = await want(order, ctx);
        const state = await observe(order.desired, ctx.flyctl);
        const first = planMonitoring(wanted, state);
        if (first.kind === 'impossible')
            return { ...nothing, machines: state?.machines ?? [], problems: first.problems };
        const complete = await withAddresses(state, first.steps, order, ctx);
        const plan = complete === state ? first : planMonitoring(wanted, complete);
        if (plan.kind === 'impossible')
            return { ...nothing, problems: plan.problems };
        const work = {
            order,
            wanted,
            state: complete,
            ctx,
            seen: { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] },
        };
        if (plan.steps.length === 0)
            return unchanged(work);
        return resultOf(app, await carryOut(work, plan.steps), work.seen);
    }
    catch (error) {
        return { ...nothing, problems: problemsOf(error) };
    }
}
async function want({ desired, templates }, { flyctl }) {
    const build = (0,external_node_crypto_.createHash)('sha256');
    for (const [name] of BUILD_FILES)
        build.update(await (0,promises_.readFile)((0,external_node_path_.join)(templates, name))).update('\0');
    const values = desired.secrets.flatMap((s) => [s.name, s.value]);
    return {
        app: desired,
        secretsDigest: (0,derive/* keyedDigest */.rD)(flyctl.token, ['secrets', ...values]),
        buildDigest: build.digest('hex').slice(0, 16),
    };
}
/** Addresses are asked for only when more than a start is due on machines that are there: it costs a start of flyctl. */
async function withAddresses(state, steps, { desired }, { flyctl }) {
    const changes = steps.some((step) => step.action.kind !== 'start-machines');
    if (!state || state.machines.length === 0 || !changes)
        return state;
    return { ...state, addresses: await listAddresses(flyctl, desired.app) };
}
async function unchanged(work) {
    const { ctx, wanted, seen } = work;
    const { app } = wanted.app;
    ctx.log.info(`${app} is as it should be: nothing to do at Fly.`);
    const asked = { app, mayStop: false, env: { [RECORD.digest]: wanted.app.digest } };
    if (judgeMachines(asked, seen.machines).kind === 'good')
        return resultOf(app, [], seen);
    const settled = await settle(asked, ctx.until, ctx);
    const problems = settled.problem ? [settled.problem] : [];
    return { ...resultOf(app, [], { ...seen, machines: settled.machines }), problems };
}
async function carryOut(work, steps) {
    const run = (step) => {
        work.ctx.log.info(`${step.action.app}: ${saying(step.action)}. ${step.reason}`);
        return perform(step.action, work);
    };
    const outcomes = await runSteps(steps, run);
    const isFirst = !work.state || work.state.machines.length === 0;
    if (!isFirst || outcomes.some((o) => o.kind !== 'done'))
        return outcomes;
    // flyctl gives a new app its addresses on the first deploy, but says nothing when that fails.
    const addresses = await listAddresses(work.ctx.flyctl, work.wanted.app.app);
    return [...outcomes, ...(await runSteps(planAddresses(work.wanted.app.app, addresses, steps), run))];
}
function saying(action) {
    switch (action.kind) {
        case 'create-app':
            return `creating the app in ${action.organization}`;
        case 'create-volume':
            return `creating the volume ${action.name}, ${action.sizeGb} GB in ${action.region}`;
        case 'extend-volume':
            return `extending the volume ${action.id} to ${action.sizeGb} GB`;
        case 'allocate-address':
            return `allocating a ${action.address === 'v6' ? 'public IPv6' : 'shared public IPv4'} address`;
        case 'stage-secrets':
            return `staging ${action.names.join(', ')}`;
        case 'deploy':
            return action.image.from === 'reference'
                ? `deploying ${action.image.reference}`
                : 'building and deploying';
        case 'start-machines':
            return `starting ${action.machines.join(', ')}`;
    }
}
async function perform(action, work) {
    const { flyctl } = work.ctx;
    const { app } = action;
    switch (action.kind) {
        case 'create-app':
            return createAppIfFree(action, flyctl);
        case 'create-volume':
            return sureOf(() => createVolume(flyctl, app, action), async () => (await listVolumes(flyctl, app)).filter((v) => v.name === action.name).length === 1);
        case 'extend-volume':
            return extendVolume(flyctl, app, action);
        case 'allocate-address': {
            const version = action.address === 'v6' ? 6 : 4;
            return sureOf(() => allocateAddress(flyctl, app, action.address), async () => (await listAddresses(flyctl, app)).some((a) => a.kind === 'public' && a.version === version));
        }
        case 'stage-secrets':
            await stageSecrets(flyctl, app, work.wanted.app.secrets);
            if (work.state)
                work.state = { ...work.state, secrets: await listSecrets(flyctl, app) };
            else
                work.state = { machines: [], volumes: [], secrets: await listSecrets(flyctl, app) };
            return;
        case 'deploy':
            return deployStep(action, work);
        case 'start-machines':
            return look(work, await settle({ app, mayStop: false }, work.ctx.until, work.ctx));
    }
}
function look(work, settled) {
    work.seen.machines = settled.machines;
    if (settled.problem)
        throw new errors/* ActionError */.lZ('platform', [settled.problem]);
}
async function deployStep(action, work) {
    const { image } = action;
    const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, work);
    const gone = deployed.problem?.code === 'fly-image-missing' && !work.wanted.app.image;
    const final = gone && image.from === 'reference' ? await deployImage(undefined, work) : deployed;
    work.seen.warnings.push(...final.warnings);
    look(work, final);
}
/** With an image by reference, or else by a build from the templates. */
async function deployImage(reference, work) {
    const { wanted, state, ctx, order } = work;
    const folder = (0,external_node_path_.join)(await ctx.flyctl.folder(wanted.app.app), 'deploy');
    await writeFiles(folder, order);
    const before = Math.max(0, ...work.seen.machines.map((m) => m.releaseVersion ?? 0));
    return deployAndLook({
        app: wanted.app.app,
        folder,
        config: (0,external_node_path_.join)(folder, 'fly.monitoring.toml'),
        ...(reference ? { image: reference } : { dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile.monitoring') }),
        env: {
            [RECORD.digest]: wanted.app.digest,
            [RECORD.secrets]: secretsRecord(wanted, state?.secrets ?? []),
            ...(!wanted.app.image && { [RECORD.build]: wanted.buildDigest }),
        },
        single: true,
        mayStop: false,
        before,
    }, ctx);
}
/** All that flyctl reads, side by side: it takes local_path from the folder it runs in. */
async function writeFiles(folder, { desired, templates }) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'monitoring'), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'fly.monitoring.toml'), desired.flyToml);
    for (const file of desired.files)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, file.name), file.content);
    for (const [name, place] of BUILD_FILES)
        await (0,promises_.copyFile)((0,external_node_path_.join)(templates, name), (0,external_node_path_.join)(folder, place));
}

// EXTERNAL MODULE: ./build/apply/grafana-datasource.js + 1 modules
var grafana_datasource = __webpack_require__(4402);
// EXTERNAL MODULE: ./build/apply/grafana-work.js
var grafana_work = __webpack_require__(7745);
// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
// EXTERNAL MODULE: ./build/bring.js + 6 modules
var bring = __webpack_require__(2535);
// EXTERNAL MODULE: ./build/clients/grafana.js + 5 modules
var grafana = __webpack_require__(9743);
;// CONCATENATED MODULE: ./build/verify/pace.js

/** How often Prometheus is asked. */
const POLL_MS = 250;
/** A Prometheus that has just started knows its first targets after at most two of its rounds of 5 s. */
const FIRST_TARGETS_MS = 15_000;
/** Why a wait ended before its time; undefined while it may go on. */
function cutShort({ deadline, signal }) {
    if (signal?.aborted)
        return 'cancelled';
    return Date.now() >= deadline.getTime() ? 'deadline' : undefined;
}
/**
 * Asks until the answer is `done`, every 250 ms from start to start, however long an answer takes; the last answer
 * is returned also when time is up or the run is cancelled. Asks at least once.
 */
async function poll(ask, limits) {
    const tell = teller(limits.tell);
    for (;;) {
        const started = performance.now();
        const { done, value, waitsFor } = await ask();
        if (done || cutShort(limits))
            return value;
        tell(waitsFor);
        const rest = Math.min(POLL_MS - (performance.now() - started), limits.deadline.getTime() - Date.now());
        await pause(Math.max(0, rest), limits.signal);
    }
}
/** What takes less is not worth a line; after that, one now and then. */
const FIRST_MS = 5_000;
const AGAIN_MS = 15_000;
function teller(tell) {
    let due = performance.now() + FIRST_MS;
    return (waitsFor) => {
        const now = performance.now();
        if (waitsFor === undefined || now < due)
            return;
        due = now + AGAIN_MS;
        tell?.(`waiting for ${waitsFor}`);
    };
}
/** Waits; a cancelled run ends the wait without an error. */
async function pause(ms, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal && { signal });
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/verify/reach.js


/**
 * How long an obstacle may last before it counts, in milliseconds. What is not here may last until the deadline:
 * a server that starts, replays its log or is being moved looks like this.
 */
const PATIENCE = {
    // While an old machine is replaced, the old password may answer for a moment.
    'prometheus-unauthorized': 5_000,
    'prometheus-not-prometheus': 10_000,
    'prometheus-odd-answer': 0,
    'prometheus-tls': 5_000,
    // A new public name takes up to a minute to be known everywhere.
    'prometheus-dns': 60_000,
};
/** Waits until Prometheus serves queries, and reads its clock: the mark that every scrape has to pass. */
async function reach(prometheus, limits) {
    const hopeless = patience();
    let obstacle = unreached([]);
    return poll(async () => {
        try {
            if (!(await prometheus.ready())) {
                obstacle = unreached([NOT_READY]);
                return { done: false, value: obstacle, waitsFor: 'Prometheus, which is not ready yet' };
            }
            return { done: true, value: { kind: 'reached', mark: await prometheus.now() } };
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            // The end of the time is no obstacle: what was in the way before it says more.
            if (error.problems[0]?.code !== 'prometheus-cancelled')
                obstacle = unreached(error.problems);
            return { done: hopeless(error), value: obstacle, waitsFor: `Prometheus: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    }, limits);
}
const NOT_READY = {
    code: 'prometheus-not-ready',
    severity: 'error',
    message: 'Prometheus did not become ready in time.',
    hint: 'It replays its write-ahead log, or cannot start: read flyctl logs of the monitoring app. A machine with little memory may be killed again and again.',
};
/** Nobody said a word until time was up. Whether the connection was taken is not known. */
const silent = (url, { since, until }) => ({
    code: 'prometheus-timeout',
    severity: 'error',
    message: `Prometheus at ${url} gave no answer from ${since} to ${until}.`,
    hint: 'Check prometheus-url. The machine may be overloaded, hang or restart again and again: see flyctl checks list and flyctl logs of the monitoring app.',
});
const unreached = (problems) => ({ kind: 'unreached', problems });
/** Tells whether an obstacle has lasted too long to be a passing one. */
function patience() {
    const since = new Map();
    return (error) => {
        const code = error.problems[0]?.code ?? '';
        const limit = PATIENCE[code];
        if (limit === undefined)
            return false;
        const first = since.get(code) ?? Date.now();
        since.set(code, first);
        return Date.now() - first >= limit;
    };
}

;// CONCATENATED MODULE: ./build/deploy.js










/** Side by side what does not depend on each other: Prometheus and then Grafana, which asks it; the main apps. */
async function deployAll(work) {
    const { desired, fly, journal } = work;
    const order = { desired: desired.monitoring, templates: (0,assets/* assetPath */.Q)('templates') };
    const monitoring = deployMonitoring(order, fly);
    const grafana = monitoring.then(({ problems }) => bringGrafana(work, problems.length === 0));
    const others = await Promise.all(desired.orders.map((one) => (one.app.deploy ? deployApp(one, fly) : watchApp(one.app.app, fly))));
    const apps = [await monitoring, ...others];
    for (const result of apps) {
        journal.changes.push(...(0,changes/* flyChanges */.Jx)(result));
        journal.problems.push(...result.problems, ...result.warnings);
    }
    journal.apps = others.map(({ app, outcomes, machines }) => ({
        app,
        deployed: outcomes.length > 0,
        machines: machines.length,
    }));
    return { apps, dataSource: await grafana };
}
/** Data source, dashboards and rules; what Grafana refuses is told and does not stop the proof. */
async function bringGrafana(work, isDeployed) {
    const { desired, inputs, fly, journal, pool, signal } = work;
    if (!desired.grafana || !inputs.grafana)
        return undefined;
    const obstacle = isDeployed ? await unready(work) : 'Prometheus was not deployed.';
    if (obstacle !== undefined) {
        journal.changes.push({
            subject: 'Grafana',
            what: 'bring dashboards and rules',
            result: 'not-run',
            why: obstacle,
        });
        return undefined;
    }
    return (0,bring/* applyToGrafana */.y)(desired.grafana, inputs, journal, { log: fly.log, signal, pool });
}
/** Changes nothing: the machines of every app as they are. */
async function lookAtAll(work) {
    const { project, fly, journal } = work;
    const { monitoring, apps } = project.config;
    const names = [monitoring.app, ...apps.map(({ app }) => app)];
    const looking = Promise.all(names.map((app) => watchApp(app, fly)));
    const [found, dataSource] = await Promise.all([looking, dataSourceNow(work)]);
    for (const { problems } of found)
        journal.problems.push(...problems);
    journal.apps = found
        .slice(1)
        .map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }));
    return { apps: found, dataSource };
}
/**
 * The data source that the dashboards ask; one that the configuration names by its name is looked up. Where that fails,
 * so will every panel, and say why.
 */
async function dataSourceNow({ desired, inputs, pool, signal }) {
    if (!desired.grafana || !inputs.grafana)
        return undefined;
    const { dataSource } = desired.grafana;
    if (!('existing' in dataSource))
        return dataSource.uid;
    const client = (0,grafana/* createGrafana */.r0)({ ...inputs.grafana, pool, signal });
    const found = await (0,grafana_work/* settled */.gu)(() => (0,grafana_datasource/* existingDataSource */.NA)(client, dataSource));
    return found.ok ? found.value.uid : dataSource.existing;
}
/** Grafana asks a new data source whether it is healthy: Prometheus has to serve by then. */
async function unready({ prometheus, fly, signal }) {
    const { kind } = await reach(prometheus, { deadline: new Date(fly.until), signal, tell: fly.log.info });
    return kind === 'reached' ? undefined : 'Prometheus did not get ready.';
}

// EXTERNAL MODULE: ./build/desired-grafana.js + 1 modules
var desired_grafana = __webpack_require__(432);
// EXTERNAL MODULE: ./build/render/access.js
var render_access = __webpack_require__(3895);
// EXTERNAL MODULE: ./build/render/fly-toml.js
var fly_toml = __webpack_require__(2874);
// EXTERNAL MODULE: ./build/render/prometheus.js
var prometheus = __webpack_require__(7949);
// EXTERNAL MODULE: ./build/render/version.js
var version = __webpack_require__(1589);
;// CONCATENATED MODULE: ./build/render/monitoring.js





/** The monitoring app that a configuration asks for. `rules` is the text of the rule file; empty: no rules. */
function renderMonitoring(config, secrets, rules) {
    const { app, organization, region, access, image, volume } = config.monitoring;
    const { password } = secrets;
    const files = [
        {
            name: 'prometheus.yml',
            guestPath: prometheus/* GUEST */.hR.config,
            content: (0,prometheus/* renderPrometheus */.Be)(config, {
                version: (0,version/* versionOf */.E)(image),
                rules: rules !== '',
                remoteWrite: secrets.remoteWrite,
            }),
        },
        ...(rules === '' ? [] : [{ name: 'rules.yml', guestPath: prometheus/* GUEST */.hR.rules, content: rules }]),
    ];
    // Names of their own: GRAFANA_PROMETHEUS_API_KEY and the like are what people set by hand, raw, for the entrypoint.
    const secretFiles = [
        ...(password === undefined
            ? []
            : [
                {
                    name: 'PROMETHEUS_WEB_CONFIG',
                    guestPath: prometheus/* GUEST */.hR.webConfig,
                    value: (0,render_access/* renderWebConfig */.h)(secrets.flyToken, app, password),
                },
                { name: 'MONITORING_SELF_PASSWORD', guestPath: prometheus/* GUEST */.hR.selfPassword, value: password },
            ]),
        ...(secrets.remoteWrite
            ? [
                {
                    name: 'MONITORING_REMOTE_WRITE_KEY',
                    guestPath: prometheus/* GUEST */.hR.remoteWriteKey,
                    value: secrets.remoteWrite.key,
                },
            ]
            : []),
    ];
    const guests = [
        ...files.map(({ name, guestPath }) => ({ name, guestPath })),
        ...secretFiles.map(({ name, guestPath }) => ({ secret: name, guestPath })),
    ];
    const digest = (0,derive/* keyedDigest */.rD)(secrets.flyToken, [
        (0,fly_toml/* renderFlyToml */.YC)(config, guests),
        ...files.flatMap((file) => [file.name, file.content]),
        ...secretFiles.flatMap((file) => [file.name, file.value]),
    ]);
    return {
        app,
        organization,
        region,
        access,
        volume: { name: volume.name, sizeGb: volume.size_gb },
        image,
        flyToml: (0,fly_toml/* renderFlyToml */.YC)(config, guests, digest),
        files,
        secrets: secretFiles.map(({ name, value }) => ({ name, value })),
        digest,
        password,
    };
}

// EXTERNAL MODULE: ./build/render/rules.js
var render_rules = __webpack_require__(7426);
;// CONCATENATED MODULE: ./build/desired.js



/** From configuration and inputs to what should be. Pure. `commit` names the deployment in Grafana's annotations. */
function desire(project, inputs, commit) {
    const { config, workspace, flyTomls } = project;
    const rules = (0,render_rules/* renderRules */.a)(config, {
        remoteWrite: inputs.remoteWrite !== undefined,
        ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
    });
    const { flyToken, remoteWrite } = inputs;
    const password = (0,desired_grafana/* passwordOf */.No)(config, inputs);
    const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules);
    return {
        monitoring,
        prometheusUrl: (0,desired_grafana/* urlOf */.rs)(config, inputs),
        orders: config.apps.map((app) => ({
            app,
            workspace: workspace.folder,
            organization: config.monitoring.organization,
            needsAddresses: flyTomls.some((file) => file.app === app && file.problems.some(({ code }) => code === 'fly-toml-dedicated-ip')),
            mayStop: config.services
                .filter((service) => service.app === app.app)
                .every((service) => service.may_stop),
        })),
        grafana: (0,desired_grafana/* desireGrafana */.Vi)(project, inputs, commit),
        health: config.apps.flatMap(({ app, health }) => health === undefined ? [] : [`https://${app}.fly.dev${health}`]),
        skipped: skipped(inputs),
    };
}
/** Three steps, for who has none. */
const GET_GRAFANA = '1. Take a Grafana: a free stack at grafana.com, or one of your own. ' +
    '2. There, under Administration → Users and access → Service accounts, make one with the role Admin and a token for it (glsa_…). ' +
    '3. Store both as secrets and pass them as grafana-url (the address of the start page) and grafana-api-key.';
function skipped(inputs) {
    return [
        ...(inputs.grafana
            ? []
            : [
                {
                    part: 'Grafana: data source, dashboards and alerts',
                    why: 'No Grafana was given: nobody sees the dashboards, and nobody is told of an alert.',
                    set: GET_GRAFANA,
                },
            ]),
        ...(inputs.remoteWrite
            ? []
            : [
                {
                    part: 'Remote write',
                    why: 'No target was given; samples stay on the monitoring machine.',
                    set: 'grafana-prometheus-url, grafana-prometheus-user and grafana-prometheus-api-key',
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/lint/fly-toml.js + 4 modules
var lint_fly_toml = __webpack_require__(2455);
// EXTERNAL MODULE: ./build/project.js
var build_project = __webpack_require__(7849);
;// CONCATENATED MODULE: ./build/fly-tomls.js



/** Reads what a deploy needs besides: the Fly configurations, and the Dockerfiles that the configuration names. */
function readFlyTomls({ workspace, config, configFile }) {
    const deployed = config.apps.filter((app) => app.deploy);
    return (0,build_project/* each */.__)(deployed, (app) => {
        const hint = configFile !== undefined
            ? `The configuration names it for app ${app.app}. Write it, or set deploy: false.`
            : NO_FILE;
        const toml = (0,lib_workspace/* readText */.yR)(workspace, app.config);
        // An image needs no Dockerfile.
        const dockerfile = app.image === undefined ? app.dockerfile : undefined;
        const gone = [
            ...(toml ? [] : [app.config]),
            ...(dockerfile !== undefined && !(0,lib_workspace/* readText */.yR)(workspace, dockerfile) ? [dockerfile] : []),
        ];
        if (!toml || gone.length > 0)
            return gone.map((path) => (0,build_project/* missing */.LO)((0,lib_workspace/* shown */.SP)(workspace, path), hint));
        const services = config.services.filter((service) => service.app === app.app);
        return { app, problems: (0,lint_fly_toml/* lintFlyToml */.N)(toml.text, toml.file, { app: app.app, services }) };
    });
}
const NO_FILE = 'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Write a monitoring.yml, or check the input working-directory.';

// EXTERNAL MODULE: ./build/clients/grafana/errors.js
var grafana_errors = __webpack_require__(257);
// EXTERNAL MODULE: ./build/clients/grafana/request.js
var grafana_request = __webpack_require__(6061);
// EXTERNAL MODULE: ./build/clients/grafana/shaped.js
var shaped = __webpack_require__(6865);
;// CONCATENATED MODULE: ./build/clients/grafana/through.js






/** Prometheus the way a viewer's browser asks it: through Grafana's proxy in front of the data source. */
function throughDataSource(server, uid) {
    const { token, pool, signal } = server;
    return createPrometheus({
        ...{ url: `${(0,grafana_request/* baseOf */.bx)(server.url)}/api/datasources/proxy/uid/${(0,shaped/* segment */.m)(uid)}`, pool, signal },
        credentials: { token },
        refused: (answer) => refusedByGrafana(answer, uid, server),
    });
}
/** What Grafana itself answers in the place of Prometheus; undefined where the words are Prometheus' own. */
function refusedByGrafana(answer, uid, server) {
    const name = (0,lib_text/* oneLine */.TN)(uid, 100);
    // Grafana makes a 400 of Prometheus' 401, lest a browser takes it for its own; it is not even JSON (measured on 10.1).
    if (answer.status === 400 && /^authentication to data source failed/i.test(answer.text))
        return (0,errors/* platformError */.sx)('grafana-datasource-unhealthy', `Prometheus refuses the password that Grafana has for the data source "${name}".`, 'Deploy again, which sends the right one, or correct it in the data source.');
    const said = ((0,grafana_errors/* bodyOf */.EN)(answer) ?? {});
    if (typeof said.message !== 'string')
        return undefined;
    if (answer.status === 401 || answer.status === 403)
        return (0,grafana_errors/* refusal */.x5)(answer, { to: `ask the data source "${name}"`, ...(0,grafana_request/* whereOf */.de)(server) });
    if (answer.status !== 404)
        return undefined;
    return (0,errors/* platformError */.sx)('grafana-datasource-missing', `Grafana has no data source "${name}" yet.`, 'Run mode deploy, which makes it together with the dashboards; where grafana.datasource in monitoring.yml names it, correct that.');
}

// EXTERNAL MODULE: ./build/plan/grafana-dashboard.js + 1 modules
var grafana_dashboard = __webpack_require__(3187);
;// CONCATENATED MODULE: ./build/verify/promql-text.js
/** A PromQL string literal. */
const literal = (text) => JSON.stringify(text);
/** A matcher's regular expression, quoted, that matches exactly these texts. */
function anyOf(texts) {
    const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return literal(escaped.join('|'));
}
/** The expression with one more label, to tell the parts of a union apart. */
const label = (expr, name, value) => `label_replace(${expr}, ${literal(name)}, ${literal(value)}, "", "")`;

;// CONCATENATED MODULE: ./build/verify/remote-write.js

/**
 * Base URL of the query API that belongs to a remote-write URL, by the conventions of those who speak it:
 * Grafana Cloud and Cortex `…/api/prom/push`, Mimir `…/api/v1/push` with queries below `/prometheus`,
 * Prometheus and VictoriaMetrics `…/api/v1/write`. Undefined for any other.
 */
function queryUrl(pushUrl) {
    if (!URL.canParse(pushUrl))
        return undefined;
    const url = new URL(pushUrl);
    const path = url.pathname.replace(/\/+$/, '');
    const base = path.endsWith('/api/prom/push')
        ? path.slice(0, -'/push'.length)
        : path.endsWith('/api/v1/push')
            ? `${path.slice(0, -'/api/v1/push'.length)}/prometheus`
            : path.endsWith('/api/v1/write')
                ? path.slice(0, -'/api/v1/write'.length)
                : undefined;
    return base === undefined ? undefined : `${url.origin}${base}`;
}
/** The question when the newest sample of this deployment arrived there, in seconds since the epoch. */
const arrivalQuery = (monitor) => `max(timestamp(up{monitor=${literal(monitor)}}))`;
/** When the newest sample that came back was scraped, in milliseconds; undefined when none came. */
function newestArrival({ result }) {
    const value = result.resultType === 'vector' ? result.result[0]?.value?.[1] : undefined;
    return value === undefined ? undefined : Number(value) * 1000;
}
const COUNTERS = {
    prometheus_remote_storage_samples_total: 'total',
    prometheus_remote_storage_samples_failed_total: 'failed',
    prometheus_remote_storage_samples_retried_total: 'retried',
    prometheus_remote_storage_samples_pending: 'pending',
    prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 'sentUntil',
};
/** Reads the queue that leads to a URL from Prometheus' own /metrics; undefined when there is none. */
function readQueue(exposition, url) {
    const queue = { total: 0, failed: 0, retried: 0, pending: 0, sentUntil: 0 };
    let found = false;
    for (const [, name = '', labels = '', value] of exposition.matchAll(/^(prometheus_remote_storage_\w+)\{(.*)\} (\S+)$/gm)) {
        const counter = COUNTERS[name];
        const [, to] = /(?:^|,)url="((?:[^"\\]|\\.)*)"/.exec(labels) ?? [];
        if (!counter || to === undefined || !sameAddress(to, url))
            continue;
        queue[counter] += Number(value);
        found = true;
    }
    return found ? queue : undefined;
}
/** Prometheus masks a password in the URL. */
function sameAddress(label, url) {
    const text = label.replace(/\\(.)/g, '$1');
    const address = (from) => URL.canParse(from) ? new URL(from).host + new URL(from).pathname.replace(/\/+$/, '') : from;
    return address(text) === address(url);
}
/**
 * Two counters lie (measured): on 401 `sentUntil` moves on although every sample fails, and with a URL that cannot be
 * reached `failed` stays 0 for ever. Taken together, and as differences since the first look, they do not.
 */
function progressOf(before, now, mark) {
    const failed = now.failed - before.failed;
    const retried = now.retried - before.retried;
    const samples = now.total - before.total - failed - retried;
    if (failed > 0)
        return { kind: 'refused', failed };
    if (samples > 0 && now.sentUntil * 1000 > mark)
        return { kind: 'sent', samples };
    if (retried > 0)
        return { kind: 'retrying', retried };
    return { kind: 'nothing' };
}
const COMPARE_KEY = 'Compare user and key with those of the server, and its limits; flyctl logs of the monitoring app name the status.';
/** The claim about remote write, from what was read back and what the counters say. */
function judgeRemoteWrite(subject, { arrived, readBack, progress, }) {
    const about = { area: 'remote-write', subject };
    if (arrived)
        return {
            ...about,
            outcome: 'holds',
            certainty: 'proven',
            why: 'A sample that was scraped after verification began was read back from the server.',
        };
    const back = readBack === undefined ? '' : ` Reading back was not possible: ${readBack}`;
    switch (progress?.kind) {
        case 'refused':
            return {
                ...about,
                outcome: 'broken',
                certainty: 'proven',
                why: `The server refuses what Prometheus sends: ${progress.failed} samples were given up since verification began.`,
                next: COMPARE_KEY,
            };
        case 'sent':
            return {
                ...about,
                outcome: 'holds',
                certainty: 'inferred',
                why: `${progress.samples} samples left and none was refused since verification began.${back}`,
            };
        case 'retrying':
            return {
                ...about,
                outcome: 'broken',
                certainty: 'proven',
                why: `The server cannot be reached or fails: ${progress.retried} samples wait to be sent again, none got through.`,
                next: 'Check the URL of remote write, and whether the server answers at all.',
            };
        case 'nothing':
            return {
                ...about,
                outcome: 'broken',
                certainty: 'inferred',
                why: `Not one sample got through since verification began: the server does not answer.${back}`,
                next: 'Check the URL of remote write, and whether the server answers at all.',
            };
        default:
            return {
                ...about,
                outcome: 'broken',
                certainty: 'proven',
                why: 'Prometheus has no remote-write queue to this URL.',
                next: 'Deploy the monitoring app again, so that its configuration holds remote_write.',
            };
    }
}

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/lib/yaml-value.js

/**
 * The value of a YAML text that somebody else may have written. The reader's own warnings, which quote the text, are
 * not printed, and equal keys are not looked for: that takes a time that grows with the square of the keys.
 * @throws Error with one line, when it is not YAML
 */
const parseYaml = (text) => (0,yaml_dist/* parse */.qg)(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });

;// CONCATENATED MODULE: ./build/verify/dashboards.js
const MAX_DEPTH = 10;
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value) => Array.isArray(value) ? value.filter(isObject) : [];
const textOf = (value) => (typeof value === 'string' ? value : '');
/** Every query that a viewer of the dashboard would see answered, rows and their folded panels included. */
function panelQueries(dashboard) {
    const json = isObject(dashboard.json) ? dashboard.json : {};
    return panelsOf(json, 0).flatMap((panel) => queriesOf(dashboard, panel));
}
function panelsOf(parent, depth) {
    if (depth > MAX_DEPTH)
        return [];
    // Dashboards from before 2018 keep panels in rows.
    const own = [...listOf(parent.panels), ...(depth === 0 ? listOf(parent.rows) : [])];
    return own.flatMap((panel) => [panel, ...panelsOf(panel, depth + 1)]);
}
function queriesOf({ uid, title }, panel) {
    return listOf(panel.targets)
        .filter((target) => target.hide !== true)
        .map((target, index) => ({
        dashboard: { uid, title },
        panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: textOf(panel.title) },
        refId: textOf(target.refId) || String.fromCharCode(65 + (index % 26)),
        expr: textOf(target.expr),
        minStep: textOf(target.interval) || textOf(panel.interval),
        foreign: foreign(target, panel),
    }));
}
function foreign(target, panel) {
    const source = isMixed(panel.datasource) || target.datasource ? target.datasource : panel.datasource;
    const type = isObject(source) ? textOf(source.type) : '';
    const uid = isObject(source) ? textOf(source.uid) : textOf(source);
    if (type === '__expr__' || uid === '__expr__')
        return 'It is an expression that Grafana calculates from other queries.';
    if (type !== '' && type !== 'prometheus')
        return `Its data source is not Prometheus but ${type.slice(0, 60)}.`;
    if (uid === '-- Dashboard --')
        return 'It shows the result of another panel.';
    if (uid === '-- Grafana --' || uid === 'grafana')
        return "Its data source is Grafana's own.";
    return textOf(target.expr).trim() === '' ? 'It has no PromQL expression.' : undefined;
}
const isMixed = (source) => (isObject(source) ? textOf(source.uid) : textOf(source)) === '-- Mixed --';

;// CONCATENATED MODULE: ./build/verify/rules.js


/** Names of a rule file's rules, by group; empty for a text that is no rule file. */
function rulesInFile(text) {
    const file = parseYaml(text);
    return listOf(isObject(file) ? file.groups : undefined).flatMap((group) => listOf(group.rules).map((rule) => ({
        group: textOf(group.name),
        name: textOf(rule.alert) || textOf(rule.record),
        kind: textOf(rule.alert) ? 'alerting' : 'recording',
    })));
}
const recordedBy = (groups) => ({
    names: new Set(groups.flatMap(({ rules }) => rules.filter(({ type }) => type === 'recording').map(({ name }) => name))),
    intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
});
/** Whether every rule was evaluated at least once. */
const allEvaluated = (groups) => groups.every(({ rules }) => rules.every(({ health }) => health !== 'unknown'));
/** The rules that Prometheus has, and those that were shipped and that it has not. */
function judgeRules(groups, mark, shipped) {
    const loaded = groups.flatMap((group) => group.rules.map((rule) => judgeRule(group.name, rule, mark)));
    const key = ({ group, name }) => JSON.stringify([group, name]);
    const has = new Set(loaded.map(key));
    const missing = rulesInFile(shipped ?? '').filter((rule) => !has.has(key(rule)));
    return [
        ...loaded,
        ...missing.map((rule) => ({
            ...rule,
            state: 'missing',
            detail: '',
            certainty: 'proven',
            why: 'It was shipped, and Prometheus has not loaded it.',
        })),
    ];
}
function judgeRule(group, rule, mark) {
    const about = { group, name: rule.name, kind: rule.type, detail: rule.lastError };
    if (rule.health === 'err')
        return { ...about, state: 'error', certainty: 'proven', why: 'Its evaluation fails.' };
    if (rule.health === 'unknown')
        return { ...about, state: 'not-evaluated', certainty: 'not checked', why: 'It was not evaluated yet.' };
    return Date.parse(rule.lastEvaluation) > mark
        ? {
            ...about,
            state: 'ok',
            certainty: 'proven',
            why: 'Evaluated without an error after verification began.',
        }
        : {
            ...about,
            state: 'ok',
            certainty: 'inferred',
            why: 'Evaluated without an error the last time, which was before verification began.',
        };
}
/** Alerts that are pending or firing. */
function activeAlerts(alerts) {
    return alerts.flatMap(({ labels, annotations, state, activeAt }) => state === 'pending' || state === 'firing'
        ? [
            {
                name: labels.alertname ?? '',
                state,
                labels,
                summary: annotations.summary ?? annotations.description ?? '',
                since: activeAt,
            },
        ]
        : []);
}

;// CONCATENATED MODULE: ./build/verify/config-diff.js


/** Lists whose entries have a name; all others are compared one by one in their order. */
const NAMED = { scrape_configs: 'job_name' };
/** What Prometheus writes out although nobody wrote it, where that is always the same. */
const DEFAULTS = {
    metrics_path: '/metrics',
    scheme: 'http',
    honor_timestamps: true,
    honor_labels: false,
    track_timestamps_staleness: false,
    follow_redirects: true,
    enable_compression: true,
    separator: ';',
    regex: '(.*)',
    replacement: '$1',
    action: 'replace',
};
/** These change what Prometheus does as soon as they are there; anything else that is extra is a default. */
const NEVER_DEFAULT = /^(scrape_configs|rule_files|remote_write|remote_read|alerting|.*relabel_configs|basic_auth|authorization|oauth2|tls_config|params|.*_sd_configs|static_configs|proxy_url|.*_limit|external_labels)$/;
/** Limits of Prometheus 3 that are written out as 0, and the parts of an empty `alerting`. */
const isNothing = (value) => value === undefined ||
    value === null ||
    value === false ||
    value === 0 ||
    value === '' ||
    (Array.isArray(value) && value.every(isNothing)) ||
    (isObject(value) && Object.values(value).every(isNothing));
/**
 * Where a running configuration, as Prometheus serialises it, differs from the one that was shipped: paths, at most
 * `most` of them. Spelling (60s, 1m), defaults that it adds and secrets that it masks are no differences.
 */
function configDiff(shipped, running, most = 10) {
    const found = [];
    compare(shipped, running, '', found);
    return found.slice(0, most);
}
function compare(shipped, running, path, found) {
    if (Array.isArray(shipped) || Array.isArray(running))
        compareLists(shipped, running, path, found);
    else if (isObject(shipped) && isObject(running))
        compareMaps(shipped, running, path, found);
    else if (!sameValue(shipped, running))
        found.push(path || '.');
}
function compareMaps(shipped, running, path, found) {
    for (const key of new Set([...Object.keys(shipped), ...Object.keys(running)])) {
        const at = path === '' ? key : `${path}.${key}`;
        if (Object.hasOwn(shipped, key))
            compare(shipped[key], running[key], at, found);
        else if (isExtra(key, running[key]))
            found.push(at);
    }
}
function isExtra(key, value) {
    if (Object.hasOwn(DEFAULTS, key))
        return DEFAULTS[key] !== value;
    return NEVER_DEFAULT.test(key) && !isNothing(value);
}
function compareLists(shipped, running, path, found) {
    const [left, right] = [listed(shipped), listed(running)];
    const name = NAMED[path.split('.').at(-1) ?? ''];
    if (name === undefined) {
        for (let i = 0; i < Math.max(left.length, right.length); i++)
            compare(left[i], right[i], `${path}[${i}]`, found);
        return;
    }
    const nameOf = (entry) => String(isObject(entry) ? entry[name] : '');
    const byName = new Map(right.map((entry) => [nameOf(entry), entry]));
    for (const entry of left)
        compare(entry, byName.get(nameOf(entry)), `${path}[${nameOf(entry)}]`, found);
    const known = new Set(left.map(nameOf));
    for (const entry of right)
        if (!known.has(nameOf(entry)))
            found.push(`${path}[${nameOf(entry)}]`);
}
const listed = (value) => Array.isArray(value) ? value : value == null ? [] : [value];
function sameValue(shipped, running) {
    if (isNothing(shipped) && isNothing(running))
        return true;
    const [left, right] = [String(shipped ?? ''), String(running ?? '')];
    // Masked, or filled in from the environment of the machine.
    if (right === '<secret>' || (running !== undefined && /\$\{\w+\}/.test(left)))
        return true;
    return (left === right ||
        sameNumber(left, right, duration/* parseDuration */.E) ||
        sameNumber(left, right, bytes) ||
        sameUrl(left, right));
}
function sameNumber(a, b, read) {
    const value = read(a);
    return value !== undefined && value === read(b);
}
/** Prometheus reads KB and KiB alike, as 1024 bytes. */
function bytes(text) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * 1024 ** ' KMGTPE'.indexOf(unit || ' ');
}
/** A password in a URL comes back masked. */
const sameUrl = (a, b) => /^\w+:\/\//.test(a) && masked(a) === masked(b);
const masked = (url) => url.replace(/^(\w+:\/\/[^/@:]*:)[^/@]*@/, '$1@');

;// CONCATENATED MODULE: ./build/verify/running-config.js




const REDEPLOY = 'Deploy the monitoring app again; when it stays, read its log: flyctl logs.';
/** Whether the configuration that Prometheus runs is the one that was shipped. */
function judgeConfig(shipped, running) {
    const about = { area: 'configuration', subject: 'prometheus.yml' };
    if (shipped === undefined)
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'Nothing was shipped by this run to compare it with.',
        };
    try {
        const differences = configDiff(parseYaml(shipped), parseYaml(running));
        if (differences.length === 0)
            return {
                ...about,
                outcome: 'holds',
                certainty: 'proven',
                why: 'What runs is what was shipped; secrets in it come back masked and are not compared.',
            };
        return {
            ...about,
            outcome: 'broken',
            certainty: 'proven',
            why: `What runs differs from what was shipped in ${differences.join(', ')}.`,
            next: REDEPLOY,
        };
    }
    catch (error) {
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `The two could not be compared: ${(0,errors/* messageOf */.bD)(error)}`,
        };
    }
}
/** Whether the last reload of the configuration was accepted. */
function judgeReload({ reloadConfigSuccess }) {
    const about = { area: 'reload', subject: 'prometheus.yml', certainty: 'proven' };
    return reloadConfigSuccess
        ? { ...about, outcome: 'holds', why: 'The last reload was accepted.' }
        : {
            ...about,
            outcome: 'broken',
            why: 'Prometheus refused the configuration at its last reload and still runs the one before.',
            next: REDEPLOY,
        };
}
/** Whether samples are kept as long as the configuration asks. Prometheus says `15d`, `2w`, or `15d or 10GiB`. */
function judgeRetention(wanted, { storageRetention }) {
    const about = { area: 'retention', subject: wanted, certainty: 'proven' };
    const [time = ''] = storageRetention.split(' or ');
    return (0,duration/* parseDuration */.E)(time) === (0,duration/* parseDuration */.E)(wanted)
        ? { ...about, outcome: 'holds', why: `Prometheus keeps samples for ${storageRetention}.` }
        : {
            ...about,
            outcome: 'broken',
            why: `Prometheus keeps samples for ${storageRetention || 'its own default time'}, not for ${wanted}.`,
            next: REDEPLOY,
        };
}

;// CONCATENATED MODULE: ./build/verify/check-server.js




/** Whether Prometheus runs what was shipped. */
async function checkServer(asked, prometheus) {
    const [configuration, runtime] = await Promise.all([
        orNotChecked('configuration', async () => [judgeConfig(asked.shippedConfig, await prometheus.config())]),
        orNotChecked('reload', async () => {
            const info = await prometheus.runtimeInfo();
            return [judgeReload(info), judgeRetention(asked.retention, info)];
        }),
    ]);
    return [...configuration, ...runtime];
}
/** A group whose turn comes later than this is not waited for. */
const RULES_MS = 60_000;
/** Waits until every rule was evaluated once: in a Prometheus that has just started that takes up to an interval. */
async function awaitRules(prometheus, limits) {
    const began = performance.now();
    await poll(async () => {
        const groups = await known(() => prometheus.rules());
        const done = (groups !== undefined && allEvaluated(groups)) || performance.now() - began > RULES_MS;
        return { done, value: undefined, waitsFor: 'the first evaluation of every rule' };
    }, limits);
}
/** The rules as they are now, and the alerts that they raise. */
async function readRules({ shippedRules, mark }, prometheus) {
    const [groups, alerts] = await Promise.all([
        known(() => prometheus.rules()),
        known(() => prometheus.alerts()),
    ]);
    const rules = judgeRules(groups ?? [], mark, shippedRules);
    return { rules, alerts: activeAlerts(alerts ?? []), checks: groups ? rulesClaim(rules) : [RULES_UNKNOWN] };
}
const RULES_UNKNOWN = {
    area: 'rules',
    subject: 'rules.yml',
    outcome: 'not-checked',
    certainty: 'not checked',
    why: 'Prometheus did not say which rules it has.',
};
/** One claim over all rules when all is well; what is not is told rule by rule. */
function rulesClaim(rules) {
    if (rules.length === 0 || rules.some(({ state }) => state !== 'ok'))
        return [];
    const isProven = rules.every(({ certainty }) => certainty === 'proven');
    return [
        {
            area: 'rules',
            subject: 'rules.yml',
            outcome: 'holds',
            certainty: isProven ? 'proven' : 'inferred',
            why: `All ${rules.length} rules are loaded and were evaluated without an error, ${isProven ? 'all of them' : 'not all of them'} after verification began.`,
        },
    ];
}
/** The answer, or undefined when Prometheus gives none. */
async function known(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
async function orNotChecked(area, check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return [{ area, subject: '', outcome: 'not-checked', certainty: 'not checked', why: (0,errors/* messageOf */.bD)(error) }];
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/verify/address.js

/**
 * Host and port in one spelling, so that addresses from Fly's API and from Prometheus can be compared:
 * `[fdaa:0:18::2]:9090`, whatever zeros, letters and shortenings they were written with.
 */
function hostPort(host, port) {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    if (!(0,external_node_net_.isIPv6)(bare))
        return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`;
    // The URL parser is the platform's own normaliser of IPv6; it knows no zones, which Fly's addresses do not have.
    return URL.canParse(`http://[${bare}]`)
        ? `${new URL(`http://[${bare}]`).hostname}:${port}`
        : `[${bare}]:${port}`;
}
const MAX_KNOWN = 10_000;
const address_known = new Map();
/** Host and port that a scrape URL leads to; empty when it is no URL. The same few are asked for at every poll. */
function scrapeAddress(url) {
    const address = address_known.get(url) ?? readAddress(url);
    if (address_known.size >= MAX_KNOWN)
        address_known.clear();
    address_known.set(url, address);
    return address;
}
function readAddress(url) {
    if (!URL.canParse(url))
        return '';
    const { protocol, hostname, port } = new URL(url);
    return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}

;// CONCATENATED MODULE: ./build/verify/expect.js

const GONE = ['destroyed', 'destroying'];
const ON_THE_WAY = ['started', 'starting', 'replacing', 'restarting', 'updating'];
/** What Prometheus has to scrape: every service on every machine of its app and process group. */
function expectTargets(config, machines) {
    const found = config.services.map((service) => ({ service, hosts: hostsOf(service, machines) }));
    return {
        targets: found.flatMap(({ service, hosts }) => hosts.map((machine) => expected(service, machine))),
        absent: found.filter(({ hosts }) => hosts.length === 0).map(({ service }) => service),
    };
}
function hostsOf(service, machines) {
    return ((machines.get(service.app) ?? [])
        .filter((machine) => !GONE.includes(machine.state))
        // Fly's own helpers (release command, console) are machines of the app, but run no service.
        .filter((machine) => !machine.processGroup.startsWith('fly_app_'))
        .filter((machine) => service.process === undefined || machine.processGroup === service.process)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}
function expected(service, machine) {
    const runs = ON_THE_WAY.includes(machine.state);
    const mayStop = (service.may_stop || machine.standby === true) && machine.state !== 'failed';
    return {
        service: service.name,
        app: service.app,
        machine,
        address: hostPort(machine.privateIp, service.port),
        path: service.path,
        state: runs ? 'running' : mayStop ? 'resting' : 'stopped',
    };
}

;// CONCATENATED MODULE: ./build/verify/endpoints.js




/** Public address of an app. */
const publicUrl = (app) => `https://${app}.fly.dev`;
/** A service that starts may take this long to be healthy. */
const HEALTH_MS = 30_000;
/** Asks every public address that this configuration makes a claim about, side by side. */
async function checkEndpoints({ config, machines, prometheusUrl }, { pool, limits }) {
    const began = performance.now();
    const hear = (url) => endpoints_ask(url, pool, limits.signal);
    const byApp = Map.groupBy(expectTargets(config, machines).targets, ({ app }) => app);
    const health = async (app, path) => {
        const url = `${publicUrl(app)}${path}`;
        const rests = byApp.get(app)?.every(({ state }) => state === 'resting') ?? false;
        return poll(async () => {
            const value = judgeHealth(url, await hear(url), rests);
            const done = value.outcome !== 'broken' || performance.now() - began > HEALTH_MS;
            return { done, value, waitsFor: `${url}. ${value.why}` };
        }, limits);
    };
    return Promise.all([
        ...config.apps.flatMap(({ app, health: path }) => (path === undefined ? [] : health(app, path))),
        ...config.apps.map(async ({ app }) => {
            const url = `${publicUrl(app)}/metrics`;
            return judgeExposure(url, await hear(url));
        }),
        hear(`${prometheusUrl.replace(/\/+$/, '')}/api/v1/status/buildinfo`).then((heard) => judgeAccess(prometheusUrl, config.monitoring.access, heard)),
    ]);
}
async function endpoints_ask(url, pool, signal) {
    try {
        const { status, text } = await (0,http/* exchange */.cv)(pool, { url, ...(signal && { signal }) });
        return { kind: 'answer', status, text };
    }
    catch (error) {
        return { kind: 'silence', why: (0,errors/* messageOf */.bD)(error), code: String(error.code ?? '') };
    }
}
/** The health address of a main app must answer 200, unless all of its machines `rest`: they are stopped and may be. */
function judgeHealth(url, heard, rests = false) {
    const about = { area: 'health', subject: url, certainty: 'proven' };
    if (heard.kind === 'answer' && heard.status === 200)
        return { ...about, outcome: 'holds', why: 'It answers 200.' };
    const why = heard.kind === 'answer' ? `It answers ${heard.status}, not 200.` : `It does not answer: ${heard.why}`;
    if (rests && (heard.kind === 'silence' || heard.status >= 500))
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `Every machine of the app is stopped, as it may be. ${why}`,
        };
    return {
        ...about,
        outcome: 'broken',
        why,
        next: 'Read the log of the app, and check health in the configuration; the app needs a public address.',
    };
}
/** A metrics endpoint on the public address tells everybody what happens inside. */
function judgeExposure(url, heard) {
    const about = { area: 'metrics-exposure', subject: url };
    if (heard.kind === 'silence')
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `It does not answer: ${heard.why}`,
        };
    if (heard.status >= 500)
        return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${heard.status}.` };
    if (heard.status === 200 &&
        /^# (TYPE|HELP) |^[a-zA-Z_:][\w:]*(\{.*\})? [-+\d.eENaInf]+( \d+)?$/m.test(heard.text))
        return {
            ...about,
            outcome: 'warning',
            certainty: 'proven',
            why: 'Metrics stand open to everybody on the public address.',
            next: 'Serve them on a port of their own, which stays on the private network.',
        };
    return {
        ...about,
        outcome: 'holds',
        certainty: 'proven',
        why: `No metrics on the public address (HTTP ${heard.status}).`,
    };
}
/** Prometheus must refuse who comes without the password, unless it is meant to be open. */
function judgeAccess(url, access, heard) {
    const about = { area: 'access', subject: url };
    if (heard.kind === 'silence')
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `It does not answer: ${heard.why}`,
        };
    if (heard.status >= 500)
        return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${heard.status}.` };
    const open = heard.status === 200;
    if (access === 'public')
        return {
            ...about,
            outcome: open ? 'warning' : 'broken',
            certainty: 'proven',
            why: open
                ? 'Everybody can read all metrics, as the configuration asks.'
                : `It is meant to be open and answers ${heard.status}.`,
            next: open ? 'Set access: password unless that is really meant.' : 'Deploy the monitoring app again.',
        };
    if (heard.status === 401)
        return { ...about, outcome: 'holds', certainty: 'proven', why: 'Without credentials it answers 401.' };
    return {
        ...about,
        outcome: 'broken',
        certainty: 'proven',
        why: open
            ? 'It answers everybody without a password: all metrics are open to the world.'
            : `Without credentials it answers ${heard.status}, not 401.`,
        next: 'Deploy the monitoring app again; its --web.config.file is not in force.',
    };
}

// EXTERNAL MODULE: ./build/config/check.js
var check = __webpack_require__(3519);
;// CONCATENATED MODULE: ./build/verify/classify.js
/**
 * The class of a scrape error, from the words of Prometheus 2.42 and 3.x (recorded from both) and of Go's network
 * library below them. The first match wins.
 */
const WORDING = [
    // The reason phrase after the number is the target's own text, hence first.
    [/^server returned HTTP status 40[13]\b/, 'auth'],
    [/^server returned HTTP status (404|410)\b/, 'not-found'],
    [/^server returned HTTP status 5\d\d\b/, 'server-error'],
    [/^server returned HTTP status 3\d\d\b/, 'redirect'],
    [/^server returned HTTP status /, 'http-status'],
    [/^received unsupported Content-Type ""/, 'content-type'],
    [/\bContent-Type\b.*fallback_scrape_protocol/s, 'content-type'],
    [
        /unable to (read|use|load) (basic auth|specified|the specified|authorization|bearer|file|CA|secret)/,
        'local-config',
    ],
    [/stopped after \d+ redirects/, 'redirect'],
    [/server gave HTTP response to HTTPS client/, 'scheme'],
    [/TLS handshake timeout/, 'timeout'],
    [/\btls: |\bx509: |does not look like a TLS handshake/, 'tls'],
    [
        /malformed HTTP (response|version|status|header)|malformed MIME header|unsupported protocol scheme/,
        'not-http',
    ],
    [/\blookup \S+.*: |no such host|server misbehaving/, 'dns'],
    [/connection refused/, 'refused'],
    [/no route to host|(network|host) is (unreachable|down)|cannot assign requested address/, 'unreachable'],
    [/deadline exceeded|i\/o timeout|connection timed out|Client\.Timeout|timeout awaiting/, 'timeout'],
    [
        /connection reset by peer|broken pipe|server closed|use of closed|^Get "": (unexpected )?EOF|transport connection broken/,
        'reset',
    ],
    [
        /(sample|body size|bucket|label|target)[ _](name |value |name_|value_)?(length[ _])?limit exceeded/,
        'limit',
    ],
    [/^(gzip|flate|zlib|zstd): /, 'encoding'],
    [/^unexpected EOF|http: unexpected EOF|malformed chunked encoding/, 'truncated'],
    [
        /^expected .*, got ""|is not a valid start token|while parsing|strconv\.Parse|data does not end with # EOF/,
        'parse',
    ],
    [
        /invalid UTF-8|invalid sample|invalid metric|invalid label|is not unique|unexpected end of input|^proto: /,
        'parse',
    ],
];
/** Text in Go's quotes comes from the target: a page that says "connection refused" must not be taken for one. */
const quoted = /"(?:[^"\\]|\\.)*"/gs;
/** The class of a non-empty `lastError`. */
function classify(lastError) {
    if (/Content-Type "text\/html/i.test(lastError) || /^expected a valid start token, got "<"/.test(lastError))
        return 'html';
    const words = lastError.replace(quoted, '""');
    return WORDING.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
const classify_PATIENCE = {
    'no-machines': 'listing',
    stopped: 'listing',
    'not-discovered': 'discovery',
    'not-scraped': 'discovery',
    stale: 'discovery',
    dns: 'settle',
    refused: 'settle',
    unreachable: 'settle',
    timeout: 'settle',
    reset: 'settle',
    'not-http': 'scrapes',
    tls: 'scrapes',
    scheme: 'scrapes',
    auth: 'scrapes',
    'not-found': 'scrapes',
    'server-error': 'settle',
    'http-status': 'settle',
    redirect: 'scrapes',
    html: 'scrapes',
    'content-type': 'scrapes',
    encoding: 'scrapes',
    truncated: 'settle',
    parse: 'scrapes',
    limit: 'scrapes',
    'local-config': 'scrapes',
    empty: 'settle',
    'samples-lost': 'scrapes',
    unknown: 'settle',
};

;// CONCATENATED MODULE: ./build/verify/targets.js



/** Milliseconds since the epoch of Prometheus' last scrape; far in the past before the first. */
const scrapedAt = (target) => Date.parse(target.lastScrape);
/** Identity of a target within Prometheus: the same labels that its own scrape metrics carry. */
function targetKey({ job = '', instance = '' }) {
    return `${job.length} ${job}${instance}`;
}
/** Identity of an expected target; an address has no spaces. */
const expectedKey = (service, address) => `${address} ${service}`;
/** Holds what must be there against what Prometheus says. `mark` is on Prometheus' clock, in milliseconds. */
function targets_look(expected, seen, mark, counts) {
    const known = Map.groupBy(seen, (target) => expectedKey(target.labels.job ?? target.scrapePool, scrapeAddress(target.scrapeUrl)));
    return expected.map((one) => {
        const entries = known.get(expectedKey(one.service, one.address)) ?? [];
        // The same address twice in one job (two paths): the worse one decides.
        const entry = entries.find((target) => target.health !== 'up') ?? entries[0];
        const count = entry && counts.get(targetKey(entry.labels));
        return { expected: one, seen: entry, count, state: stateOf(one, entry, mark, count) };
    });
}
function stateOf(expected, seen, mark, count) {
    if (expected.state !== 'running')
        return expected.state;
    if (!seen)
        return 'not-discovered';
    if (seen.health === 'unknown')
        return 'not-scraped';
    if (scrapedAt(seen) <= mark)
        return 'stale';
    if (seen.health === 'down')
        return classify(seen.lastError);
    if (count === undefined)
        return 'pending';
    if (count.scraped === 0)
        return 'empty';
    if (count.lost === undefined)
        return 'pending';
    return count.lost > 0 ? 'samples-lost' : 'up';
}
/** Continues the watch over one target. */
function watch(before, sight, moment) {
    const last = isRed(sight.state) && classify_PATIENCE[sight.state] === 'listing'
        ? String(moment.listings)
        : (sight.seen?.lastScrape ?? '');
    if (before?.state !== sight.state)
        return { state: sight.state, times: 1, last };
    return { state: sight.state, times: before.times + (before.last === last ? 0 : 1), last };
}
const isRed = (state) => state !== 'up' && state !== 'resting' && state !== 'pending';
/** Half a minute for services that start. */
const SETTLE_MS = 30_000;
/**
 * Longer while Fly's checks fail as well: the machine may be starting. A check's grace period is a minute at most, then
 * come its intervals; the deploy before us has waited five minutes for them. What still fails then is broken.
 */
const UNHEALTHY_MS = 120_000;
/** Discovery every 15 s at most, 5 s of DNS cache, 5 s of Prometheus' own reload: twice that, and some. */
const DISCOVERY_MS = 60_000;
/** Whether waiting longer would not change what a target says. */
function isFinal(sight, watched, moment) {
    if (!isRed(sight.state))
        return sight.state !== 'pending';
    const times = watched?.times ?? 0;
    switch (classify_PATIENCE[sight.state]) {
        case 'scrapes':
            return times >= 2;
        case 'settle':
            return (times >= 2 &&
                moment.elapsed >= (sight.expected.machine.checksPass === false ? UNHEALTHY_MS : SETTLE_MS));
        case 'discovery':
            return moment.elapsed >= Math.max(DISCOVERY_MS, 3 * intervalOf(sight.seen));
        case 'listing':
            return times >= 2 || moment.onlyListing;
    }
}
function intervalOf(target) {
    return (0,duration/* parseDuration */.E)(target?.scrapeInterval ?? '') ?? 0;
}

;// CONCATENATED MODULE: ./build/verify/self-scrape.js






/** Beside its interval: a scrape may take a while, and be late. */
const LATE_MS = 5_000;
const own = (seen) => seen.filter(({ labels }) => labels.job === check/* SELF_JOB */.P);
/** Whether waiting longer would not tell more: scraped once, failed twice, or long overdue. */
function isSelfCertain({ seen, scrapes, elapsed }) {
    // All jobs begin at the same time: where there are others, this one does not exist.
    if (seen.length === 0)
        return elapsed >= FIRST_TARGETS_MS;
    return own(seen).every((target) => {
        const times = scrapes.get(targetKey(target.labels))?.times ?? 0;
        const interval = (0,duration/* parseDuration */.E)(target.scrapeInterval) ?? 0;
        return times >= (target.health === 'up' ? 1 : 2) || elapsed >= 2 * interval + LATE_MS;
    });
}
const VERIFY_AGAIN = 'Verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.';
const self_scrape_REDEPLOY = 'Deploy the monitoring app again; when it stays, read its log: flyctl logs.';
/** What is known of it at the end. `mark` is on Prometheus' clock, in milliseconds. */
function judgeSelfScrape(now, mark, shippedConfig) {
    const targets = own(now.seen);
    const [down] = targets.filter(({ health }) => health === 'down');
    if (down)
        return broken(`Prometheus cannot scrape itself: ${down.lastError}`, /401/.test(down.lastError)
            ? `The password of the self-scrape is not the one that Prometheus asks for. ${self_scrape_REDEPLOY}`
            : self_scrape_REDEPLOY);
    if (targets.length === 0)
        return hasSelfJob(shippedConfig)
            ? broken('The configuration that was shipped makes Prometheus scrape itself, and it has no such target.', self_scrape_REDEPLOY)
            : unknown('The running configuration has no scrape job for Prometheus itself.');
    if (targets.every((target) => target.health === 'up' && scrapedAt(target) > mark))
        return { ...ABOUT, outcome: 'holds', certainty: 'proven', why: 'Scraped after verification began.' };
    return isSelfCertain(now)
        ? broken('Prometheus has not scraped itself since verification began, though its turn has come and gone.', VERIFY_AGAIN)
        : unknown('Time was up before it was its turn.');
}
const ABOUT = { area: 'self-scrape', subject: check/* SELF_JOB */.P };
const broken = (why, next) => ({
    ...ABOUT,
    outcome: 'broken',
    certainty: 'proven',
    why,
    next,
});
const unknown = (why) => ({
    ...ABOUT,
    outcome: 'not-checked',
    certainty: 'not checked',
    why,
});
/** What cannot be read is told where the two configurations are compared. */
function hasSelfJob(config) {
    try {
        const read = parseYaml(config ?? '');
        const jobs = isObject(read) ? read.scrape_configs : undefined;
        return Array.isArray(jobs) && jobs.some((job) => job?.job_name === check/* SELF_JOB */.P);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/verify/circumstances.js

/** The machines, each once. */
const machinesOf = (c) => [...new Set(c.machines)];
/** Ids for a command; a fleet's would not fit on a line, and stand in the table of targets. */
const idsOf = (c) => machinesOf(c).length > 10 ? 'ID …' : machinesOf(c).join(' ');
/** Machines as the subject of a sentence, with its verb. */
const theMachines = (c) => machinesOf(c).length > 1 ? `Machines ${(0,lib_text/* few */.H$)(machinesOf(c))} are` : `Machine ${machinesOf(c).join('')} is`;
/** The machines again, as an object. */
const it = (c) => (machinesOf(c).length > 1 ? 'them' : 'it');
/** Where Prometheus asked: an address, or of several what they have in common. */
function where(c) {
    if (c.addresses.length < 2)
        return c.addresses.join('');
    const isOnePort = c.addresses.every((address) => address.endsWith(`:${c.port}`));
    return isOnePort
        ? `port ${c.port} of ${(0,lib_text/* count */.U9)(machinesOf(c).length, 'machine')}`
        : `${c.addresses.length} targets`;
}
/** At the start of a sentence. */
const atStart = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence, or nothing: an unhealthy machine explains a silent port better than any guess about addresses. */
const health = (c) => c.checksPass === false
    ? ` Fly's own health checks of ${machinesOf(c).length > 1 ? 'these machines' : `machine ${machinesOf(c).join('')}`} fail too.`
    : '';

;// CONCATENATED MODULE: ./build/verify/reason-texts.js

const told = (certainty, why, next) => ({ certainty, why, next });
const logs = (c) => `flyctl logs -a ${c.app}`;
/** Every class of failure in the platform's terms. */
const TELL = {
    'no-machines': (c) => told('proven', `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`, `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`),
    stopped: (c) => told('proven', `${theMachines(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not even see that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.', `Start ${it(c)} (flyctl machine start ${idsOf(c)} -a ${c.app}) and set auto_stop_machines = "off"; or write may_stop: true if ${it(c)} may sleep.`),
    'not-discovered': (c) => told(c.machineState === 'started' ? 'proven' : 'inferred', `${theMachines(c)} ${c.machineState}, but Prometheus has no target for ${where(c)} in the job ${c.service}: ` +
        "what is missing is not in the answers of Fly's DNS, or the running configuration has no such job.", `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`),
    'not-scraped': (c) => told('proven', `Prometheus knows of ${where(c)}, and has made no scrape there so far.`, 'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.'),
    stale: (c) => told('proven', `Prometheus last scraped ${where(c)} before this verification began; what it says is about the past.`, 'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.'),
    dns: (c) => told('proven', "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.", `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`),
    refused: (c) => told('proven', `Nothing listens on ${where(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
        (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
        health(c), `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`),
    unreachable: (c) => told('proven', `No route to ${where(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`, `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`),
    timeout: (c) => told('proven', `${atStart(where(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        health(c), `Measure ${c.path} on the machine itself: flyctl ssh console -a ${c.app}, then ask localhost:${c.port}${c.path}.`),
    reset: (c) => told('proven', `${atStart(where(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`, `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${logs(c)}.`),
    'not-http': (c) => told('proven', `What listens on ${where(c)} does not speak HTTP.`, `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`),
    tls: (c) => told('proven', /Get "https:/.test(c.lastError)
        ? `TLS with the target failed: its certificate is not one that Prometheus trusts for this address. Services on the private network are scraped over plain HTTP, so ${c.path} seems to redirect to HTTPS.`
        : 'TLS with the target failed.', `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`),
    scheme: (c) => told('proven', `The running configuration scrapes ${where(c)} over HTTPS, but it speaks plain HTTP.`, 'Remove scheme: https from the scrape job: the private network is encrypted already.'),
    auth: (c) => told('proven', `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`, 'Let the metrics endpoint answer without authentication on the private network, or check that the port is the metrics port and not the public API.'),
    'not-found': (c) => told('proven', `Something answers on ${where(c)}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`),
    'server-error': (c) => told('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${logs(c)}.`),
    'http-status': (c) => /status 400/.test(c.lastError)
        ? told('inferred', `${c.service} answers HTTP 400; a port that expects TLS says so to plain HTTP.`, `Serve metrics over plain HTTP on port ${c.port}, or name the right port.`)
        : told('proven', `${c.service} does not answer ${c.path} with 200.`, /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${logs(c)}.`),
    redirect: (c) => told('proven', `${c.path} on ${where(c)} redirects and never arrives.`, 'Set path to the final address; a redirect for logins or from HTTP to HTTPS must not apply to metrics.'),
    html: (c) => told('proven', `${atStart(where(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`, `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`),
    'content-type': (c) => told('proven', /blank Content-Type|Content-Type ""/.test(c.lastError)
        ? `${c.service} sends no Content-Type; Prometheus 3 insists on one.`
        : `${c.service} answers with a Content-Type that is not a metrics format.`, 'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol; for application/json the port or path is wrong.'),
    encoding: (c) => told('proven', `${c.service} announces compression, but what it sends is not compressed that way.`, 'Correct the Content-Encoding header or the compression of the metrics endpoint.'),
    truncated: (c) => told('proven', `The answer of ${where(c)} breaks off: shorter than announced.`, `The service crashes while it writes, or its Content-Length is wrong: ${logs(c)}.`),
    parse: (c) => parseError(c),
    limit: (c) => told('proven', `The answer of ${c.service} exceeds a limit of the scrape configuration, so all of it is thrown away.`, 'Drop labels with many values (user ids, full paths); raise the limit only when the series are wanted.'),
    'local-config': () => told('proven', 'Prometheus cannot read a file that its configuration names, so it sends no request at all.', 'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.'),
    empty: (c) => told('proven', `${c.service} answers with 200 and not a single sample: up, but blind. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`, 'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start.'),
    'samples-lost': (c) => told('inferred', `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or timestamps of its own that are too old or in the future.`, 'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.'),
    unknown: (c) => told('inferred', `The scrape of ${where(c)} fails in a way that we do not know.`, `See what Prometheus says, and the log of the service: ${logs(c)}.`),
};
function parseError(c) {
    const line = /while parsing: ("(?:[^"\\]|\\.)*")/s.exec(c.lastError)?.[1];
    const why = `What ${where(c)} sends is not in the text format of metrics`;
    if (line !== undefined)
        return told('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.');
    if (/"INVALID" is not a valid start token/.test(c.lastError))
        return told('inferred', `${why}: it does not even start like it. Usually it is a web page or JSON, hence the wrong port or path.`, `Ask ${c.path} on port ${c.port} by hand and compare: flyctl ssh console -a ${c.app}.`);
    if (/does not end with # EOF/.test(c.lastError))
        return told('proven', `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`, 'End the answer with "# EOF", or announce text/plain; version=0.0.4.');
    return told('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.');
}

;// CONCATENATED MODULE: ./build/verify/reasons.js

const MAX_DETAIL = 500;
/** Explains a class of failure in the platform's terms. */
function reasonFor(kind, c) {
    const detail = c.lastError.length > MAX_DETAIL ? `${c.lastError.slice(0, MAX_DETAIL)}…` : c.lastError;
    return { class: kind, ...TELL[kind](c), detail };
}
/** The reason of each fault. Those that differ in nothing but the place have one cause. */
function reasons_explain(faults) {
    const groups = [...Map.groupBy(faults, causeOf).values()];
    return new Map(groups.flatMap((group) => {
        const [first, ...others] = group;
        const shared = first && others.length > 0 ? reasonFor(first.kind, together([first, ...others])) : undefined;
        return group.map((fault) => [
            fault,
            { reason: reasonFor(fault.kind, fault.circumstances), ...(shared && { shared }) },
        ]);
    }));
}
/** What is told, without place, numbers of samples and words of the target. */
function causeOf({ kind, circumstances }) {
    const { why, next } = TELL[kind]({ ...circumstances, machines: [], addresses: [], lost: 0 });
    return JSON.stringify([kind, circumstances.app, why.replace(/"(?:[^"\\]|\\.)*"/gs, '""'), next]);
}
function together([first, ...others]) {
    const all = [first, ...others].map(({ circumstances }) => circumstances);
    return {
        ...first.circumstances,
        machines: all.flatMap(({ machines }) => machines),
        addresses: all.flatMap(({ addresses }) => addresses),
        lost: all.reduce((sum, { lost }) => sum + lost, 0),
    };
}

;// CONCATENATED MODULE: ./build/verify/target-evidence.js



/** What is known about each expected target at the end. `mark` is on Prometheus' clock, in milliseconds. */
function targetEvidence(sights, mark) {
    const upOn = Map.groupBy(sights.filter((sight) => sight.state === 'up'), (sight) => sight.expected.machine.id);
    const faults = sights.map((sight) => {
        const { state, expected } = sight;
        if (!isRed(state))
            return undefined;
        return { kind: state, circumstances: circumstances(sight, upOn.has(expected.machine.id)) };
    });
    const explained = reasons_explain(faults.filter((fault) => fault !== undefined));
    return sights.map((sight, i) => {
        const fault = faults[i];
        return evidenceOf(sight, mark, fault && explained.get(fault));
    });
}
/** Targets of which nothing is known, because Prometheus could not be asked. */
function uncheckedTargets(expected) {
    return expected.map((one) => ({
        ...identity(one),
        state: 'unknown',
        certainty: 'not checked',
        why: 'Prometheus could not be asked.',
    }));
}
function evidenceOf(sight, mark, explained) {
    const { expected, seen, count, state } = sight;
    const facts = {
        ...identity(expected),
        ...(seen && scrapedAt(seen) > 0 && { lastScrape: seen.lastScrape }),
        ...(count && { samples: count.scraped }),
        ...(count?.lost !== undefined && { lost: count.lost }),
    };
    if (state === 'up')
        return {
            ...facts,
            state: 'up',
            certainty: 'proven',
            why: `Prometheus scraped it ${seconds(seen, mark)} after verification began and stored ${(0,lib_text/* count */.U9)(count?.stored ?? 0, 'sample')}.`,
        };
    if (state === 'resting')
        return {
            ...facts,
            state: 'resting',
            certainty: 'not checked',
            why: `The machine is ${expected.machine.state}, as it may be.`,
        };
    if (explained) {
        const { certainty, why } = explained.reason;
        return { ...facts, state: 'down', ...explained, certainty, why };
    }
    return {
        ...facts,
        state: 'unknown',
        certainty: 'not checked',
        why: 'Prometheus scraped it, but how many samples it stored could not be found out.',
    };
}
const seconds = (seen, mark) => `${(((seen ? scrapedAt(seen) : mark) - mark) / 1000).toFixed(1)} s`;
function identity({ service, app, machine, address }) {
    return { service, app, machine: machine.id, region: machine.region, address };
}
function circumstances({ expected, seen, count }, siblingUp) {
    return {
        service: expected.service,
        app: expected.app,
        machines: [expected.machine.id],
        machineState: expected.machine.state,
        addresses: [expected.address],
        port: Number(expected.address.split(':').at(-1)),
        path: expected.path,
        lastError: seen?.lastError ?? '',
        siblingUp,
        lost: count?.lost ?? 0,
        checksPass: expected.machine.checksPass,
    };
}
/** One line per service, in the order of the configuration. */
function serviceEvidence(services, targets) {
    const hasTarget = new Set(targets.map(({ service }) => service));
    const absent = services.filter(({ name }) => !hasTarget.has(name));
    return services.map(({ name, app }) => {
        const own = targets.filter((target) => target.service === name);
        const count = (state) => own.filter((target) => target.state === state).length;
        return {
            service: name,
            app,
            expected: own.length - count('resting'),
            up: count('up'),
            resting: count('resting'),
            ...(own.length === 0 && { reason: noMachines(app, absent) }),
        };
    });
}
/** Told for all services of the app that have none: one deploy brings them all. */
function noMachines(app, absent) {
    const names = absent.filter((service) => service.app === app).map(({ name }) => name);
    return reasonFor('no-machines', {
        service: (0,lib_text/* list */.p_)(names),
        app,
        machines: [],
        machineState: '',
        addresses: [],
        port: 0,
        path: '',
        lastError: '',
        siblingUp: false,
        lost: 0,
        checksPass: undefined,
    });
}

;// CONCATENATED MODULE: ./build/verify/machines.js

/** Looks again after 5 s, then less and less often: each look starts a flyctl. */
const machines_AGAIN_MS = [5_000, 10_000, 20_000];
function createLister(first, list, log) {
    const stop = new AbortController();
    let machines = first;
    let listings = 1;
    let due = machines_AGAIN_MS[0] ?? 0;
    let running;
    async function refresh(ask) {
        try {
            machines = await ask(stop.signal);
            listings++;
        }
        catch (error) {
            if (!stop.signal.aborted)
                log.debug(`The machines could not be listed again: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        finally {
            running = undefined;
        }
    }
    return {
        machines: () => machines,
        listings: () => listings,
        only: list === undefined,
        again(elapsed) {
            if (!list || running || elapsed < due)
                return;
            due = elapsed + (machines_AGAIN_MS[Math.min(listings, machines_AGAIN_MS.length - 1)] ?? 0);
            running = refresh(list);
        },
        async close() {
            stop.abort();
            await running;
        },
    };
}

;// CONCATENATED MODULE: ./build/verify/tell.js

/** What targets are waited for; undefined when all of them are certain. */
function openTargets({ sights, open, absent, certain, }) {
    if (certain)
        return undefined;
    if (open.length === 0)
        return `a machine of ${(0,lib_text/* few */.H$)(absent)}`;
    const names = open.map(({ expected: { service, machine }, state }) => `${service} on ${machine.id} (${state})`);
    return `${open.length} of ${(0,lib_text/* count */.U9)(sights.length, 'target')}: ${(0,lib_text/* few */.H$)(names)}`;
}
/** One line of progress for a target that changed; undefined when the change is not worth a line. */
function sightLine({ expected, state, seen, count }) {
    const where = `${expected.service} on ${expected.machine.id} (${expected.machine.region})`;
    switch (state) {
        case 'pending':
        case 'not-discovered':
        case 'not-scraped':
        case 'stale':
            return undefined;
        case 'up':
            return `${where} is up: ${count?.scraped} samples`;
        case 'resting':
            return `${where} is ${expected.machine.state}, as it may be`;
        case 'stopped':
            return `${where} is ${expected.machine.state}`;
        case 'empty':
            return `${where} answers without a single sample`;
        case 'samples-lost':
            return `${where} is up, but ${count?.lost} of its samples are lost`;
        default:
            return `${where} is down (${state}): ${seen?.lastError ?? ''}`;
    }
}

// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/lib/promql.js + 4 modules
var promql = __webpack_require__(198);
;// CONCATENATED MODULE: ./build/verify/limit.js
/** Runs the work side by side, at most so many at a time; results in the order of the items. */
async function sideBySide(items, most, work) {
    const results = new Array(items.length);
    const queue = items.entries();
    const worker = async () => {
        for (const [i, item] of queue)
            results[i] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    return results;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/verify/near.js

/** Below this, two names have nothing to do with each other. */
const LIKELY = 0.6;
/**
 * The name that was probably meant: spelt almost alike (`…_gauge` for `…_count`), or made of almost the same words
 * in another order (`active_sessions` for `sessions_active`). Undefined when none is near.
 */
function nearest(name, known) {
    let best;
    for (const other of known) {
        if (other === name)
            continue;
        const score = likeness(name, other);
        if (score >= LIKELY && score > (best?.score ?? 0))
            best = { name: other, score };
    }
    return best?.name;
}
function likeness(a, b) {
    const spelling = 1 - (0,mod/* distance */.Io)(a, b) / Math.max(a.length, b.length);
    const [left, right] = [a.split('_'), b.split('_')];
    const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size;
    // The first word is the service's prefix: names of different services are no near misses of each other.
    return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2;
}

;// CONCATENATED MODULE: ./build/verify/presence.js

/** A selector in one spelling, without a range. */
function selectorText({ metric, matchers }) {
    const named = metric === undefined ? [] : [`__name__=${literal(metric)}`];
    return `{${[...named, ...matchers.map((m) => `${m.label}${m.op}${literal(m.value)}`)].join(',')}}`;
}
/** Series that recording and alerting rules write. */
const isMadeByRules = (metric) => metric !== undefined && (metric.includes(':') || metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE');
/** Texts of at most this many characters go into one question. */
const BATCH = 20_000;
/** Questions that tell of each selector how many series it has in the window, a batch in each. */
function presenceQueries(selectors, window) {
    const batches = [];
    let size = BATCH;
    for (const [text, selector] of new Map([...selectors].map((one) => [selectorText(one), one]))) {
        size += text.length + 100;
        if (size > BATCH) {
            batches.push([]);
            size = 0;
        }
        batches.at(-1)?.push([text, selector]);
    }
    return batches.map((batch) => ({
        query: batch.map(([text, { metric }], i) => presenceOf(text, metric, { i, window })).join(' or '),
        texts: batch.map(([text]) => text),
    }));
}
function presenceOf(text, metric, { i, window }) {
    const ms = isMadeByRules(metric) ? window.rulesMs : window.scrapedMs;
    return label(`count(last_over_time(${text}[${Math.ceil(ms)}ms]))`, 'verify', String(i));
}
/** The selectors of a batch that have series, by their text. */
function readPresence(texts, answer) {
    const rows = answer.result.resultType === 'vector' ? answer.result.result : [];
    const counts = new Map(rows.map((row) => [row.metric.verify, Number(row.value?.[1])]));
    return new Map(texts.map((text, i) => [text, counts.get(String(i)) ?? 0]));
}

;// CONCATENATED MODULE: ./build/verify/panels.js



/** Counts what an answer holds; the points of a range vector count like values. */
function numbersOf({ result, warnings }) {
    const values = valuesOf(result);
    const finite = values.filter((value) => value === 'histogram' || Number.isFinite(Number(value)));
    return { series: values.length, finite: finite.length, value: finite[0] ?? values[0], warnings };
}
function valuesOf(result) {
    switch (result.resultType) {
        case 'scalar':
            return [result.result[1]];
        case 'string':
            // A text is an answer, although not a number.
            return ['0'];
        case 'vector':
            return result.result.map((row) => row.value?.[1] ?? 'histogram');
        case 'matrix':
            return result.result.map((row) => row.values.at(-1)?.[1] ?? 'histogram');
    }
}
/**
 * The query without what is only in the past: selectors that have no sample from after the mark select nothing.
 * What it answers comes from fresh samples alone. Undefined when everything in it is fresh.
 */
function freshOnly(query, parsed, present) {
    const past = parsed.selectors.filter((selector) => (present.get(selectorText(selector)) ?? 0) === 0);
    if (past.length === 0)
        return undefined;
    let done = 0;
    const parts = past.flatMap(({ from, to }) => {
        const before = query.slice(done, from);
        done = to;
        return [before, '{__name__="verify:nothing"}'];
    });
    return parts.join('') + query.slice(done);
}
const panels_told = (state, certainty, why, next, absent = []) => ({
    state,
    certainty,
    why,
    absent,
    ...(next !== undefined && { next }),
});
/** Says what an answer with data is worth. */
function tellData(numbers, parsed, world) {
    const gaps = absentOf(parsed, world.present);
    const absent = [...new Set(gaps.map(shortText))];
    const without = absent.length > 0 ? ` Without a sample: ${absent.join(', ')}.` : '';
    if (numbers.finite === 0)
        return panels_told('nan', 'proven', numbers.value === 'NaN'
            ? `Every value is NaN, usually 0 divided by 0: nothing happened in the time that the query looks at.${without}`
            : `Every value is infinite: ${numbers.warnings[0] ?? 'a division by 0'}.${without}`, 'Send traffic and verify again; where zero is meant, let the query say it: a / (b > 0) or 0 * b.', absent);
    const odd = gaps.flatMap(({ metric }) => (metric !== undefined && isStranger(metric, world) ? metric : []));
    if (odd.length > 0)
        return panels_told('warning', 'proven', `It shows something only because the query falls back to it: no service exposes or declares ${odd.join(', ')}.${hints(gaps, world)}`, 'Correct the name in the panel or in the service.', absent);
    if (numbers.warnings.length > 0)
        return panels_told('warning', 'proven', `Prometheus answers with a remark: ${numbers.warnings[0]}`, 'Correct the query.', absent);
    return panels_told('data', 'proven', `${numbers.series} series from after verification began.${without}`, undefined, absent);
}
/** A metric that looks like one of the services', but that nobody exposes or declares. */
function isStranger(metric, { declared, names, present }) {
    if (hasMetric(metric, present))
        return false;
    const base = metric.replace(/_(bucket|count|sum)$/, '');
    if ([metric, base].some((name) => declared.has(name) || names.includes(name)))
        return false;
    const prefix = `${metric.split('_')[0]}_`;
    return [...declared].some((name) => name.startsWith(prefix));
}
/** The query answers, but only from samples that are older than this verification. */
const tellStale = (absent) => panels_told('stale', 'proven', `It shows only samples from before this verification began; nothing new came for ${absent.join(', ')}.`, 'The metric was exposed before and is not any more: compare with what the service exposes now.', absent);
/** Why a query came back empty. `matcherGaps`: selectors with the one matcher that no series fulfils. */
function tellEmpty(parsed, world, matcherGaps) {
    const absent = absentOf(parsed, world.present);
    if (absent.length === 0)
        return emptyAlthoughPresent(parsed, world);
    const missing = absent.filter(({ metric }) => metric === undefined || !hasMetric(metric, world.present));
    const names = absent.map((selector) => matcherGaps.get(selectorText(selector)) ?? shortText(selector));
    const all = [...new Set(names)];
    if (missing.length === 0)
        return panels_told('no-data', 'proven', `The metric is there, but no series of it fulfils ${all.join(' or ')}.`, 'Compare the labels in the query with those that the metric has.', all);
    const down = missing.flatMap(({ metric }) => world.downService.get(metric ?? '') ?? [])[0];
    if (down !== undefined)
        return {
            ...panels_told('no-data', 'proven', `No target of ${down} is up.`, `Bring ${down} up; see its target.`, all),
            down,
        };
    const hint = hints(missing, world);
    if (hint === '' && missing.every(({ metric }) => world.afterTraffic.has(metric ?? '')))
        return panels_told('waiting', 'inferred', `No traffic yet: ${all.join(', ')} may be absent before the first event.`, 'Send traffic and verify again; where zero is meant, let the query say it with "or 0 * …".', all);
    return panels_told('no-data', 'proven', `No service exposes ${all.join(', ')}.${hint}`, 'Correct the name in the panel or in the service.', all);
}
function emptyAlthoughPresent(parsed, world) {
    const short = parsed.selectors.find(({ range }) => range !== undefined && rangeMs(range) < 2 * world.scrapeIntervalMs);
    if (short)
        return panels_told('no-data', 'proven', `The range [${short.range}] is too short to hold two scrapes, which are ${world.scrapeIntervalMs / 1000} s apart.`, 'Use $__rate_interval, or at least four scrape intervals.');
    return panels_told('no-data', 'inferred', 'Every metric in it is there, but the query as a whole selects nothing: a comparison, labels that do not match between two sides, or a look further back than there are samples.', 'Run the parts of the query one by one.');
}
/** What is exposed in the place of a metric that nobody exposes. */
function hints(missing, { declared, names }) {
    const texts = missing.flatMap(({ metric = '' }) => {
        const base = metric.replace(/_bucket$/, '');
        if (base !== metric && names.includes(base))
            return `${base} has no buckets: it arrives as a summary.`;
        if (declared.has(base))
            return [];
        const near = nearest(metric, names);
        return near === undefined ? [] : `Is ${near} meant?`;
    });
    return texts.length === 0 ? '' : ` ${[...new Set(texts)].join(' ')}`;
}
/** Milliseconds of a range as written; an arithmetic one counts as long enough. */
const rangeMs = (range) => (0,duration/* parseDuration */.E)(range ?? '') ?? Number.POSITIVE_INFINITY;
/** Selectors that have no sample from after the mark. */
const absentOf = (parsed, present) => parsed.selectors.filter((selector) => (present.get(selectorText(selector)) ?? 0) === 0);
/** The selector of all series of a metric. */
const bare = (metric) => ({ metric, matchers: [] });
const hasMetric = (metric, present) => (present.get(selectorText(bare(metric))) ?? 0) > 0;
/** `metric{label="value"}`, as people write it. */
function shortText({ metric, matchers }) {
    const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',');
    return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric;
}

// EXTERNAL MODULE: ./build/lib/promql/grafana.js
var promql_grafana = __webpack_require__(2366);
;// CONCATENATED MODULE: ./build/verify/variables.js



/** `label_values(label)` or `label_values(selector, label)`. */
const LABEL_VALUES = /^\s*label_values\(\s*(?:(?<selector>.+),)?\s*(?<label>[a-zA-Z_]\w*)\s*\)\s*$/s;
/**
 * The values that a viewer gets who opens the dashboard: what is saved as current where it still exists, all of them
 * for "All", otherwise the first option. Variables that lead on to others are resolved in order, as Grafana does.
 */
async function resolveVariables(dashboard, find) {
    const json = isObject(dashboard.json) ? dashboard.json : {};
    const templating = isObject(json.templating) ? json.templating : {};
    const found = Object.create(null);
    for (const variable of listOf(templating.list)) {
        const value = await variableValue(variable, found, find);
        if (value !== undefined)
            found[textOf(variable.name)] = value;
    }
    return found;
}
async function variableValue(variable, known, find) {
    const query = isObject(variable.query) ? textOf(variable.query.query) : textOf(variable.query);
    const current = currentOf(variable);
    switch (variable.type) {
        case 'query': {
            const options = await queryOptions(query, known, find);
            return chosen(variable, current, options);
        }
        case 'custom':
        case 'interval':
            return chosen(variable, current, query.split(/(?<!\\),/).map((option) => customValue(option.trim())));
        case 'constant':
        case 'textbox':
            return current ?? query;
        case 'datasource':
            return current ?? 'default';
        default:
            return current;
    }
}
/** `text : value` of a custom variable. */
const customValue = (option) => /^.+\s:\s(.+)$/.exec(option)?.[1] ?? option.replaceAll('\\,', ',');
function currentOf(variable) {
    const value = isObject(variable.current) ? variable.current.value : undefined;
    if (typeof value === 'string' && value !== '')
        return value;
    if (Array.isArray(value) && value.length > 0)
        return value.map(String);
    return undefined;
}
/** Undefined when the query is of a kind that only Grafana can answer. */
async function queryOptions(query, known, find) {
    const { label, selector } = LABEL_VALUES.exec(query)?.groups ?? {};
    if (label === undefined)
        return undefined;
    const values = await find(label, selector && (0,promql_grafana/* expandGrafana */.Lq)(selector.trim(), known).query);
    return values.toSorted();
}
function chosen(variable, current, options) {
    const isAll = [current].flat().includes('$__all');
    if (isAll || (current === undefined && variable.includeAll === true))
        // What "All" stands for, when nobody says otherwise, is every value that is there.
        return textOf(variable.allValue) || (options && options.length > 0 ? options : '.+');
    const still = [current ?? []].flat().filter((value) => options === undefined || options.includes(value));
    const values = still.length > 0 ? still : (options?.slice(0, 1) ?? []);
    // A variable that may hold several values is a regular expression also when it holds one.
    return variable.multi === true || variable.includeAll === true ? values : values[0];
}
const DEFAULT_RANGE_MS = 6 * 3_600_000;
/** A panel half a screen wide. */
const POINTS = 800;
/** The query as Grafana would send it now, and the names that have no value. */
function expandQuery(query, variables, context) {
    const least = (0,duration/* parseDuration */.E)((0,promql_grafana/* expandGrafana */.Lq)(query.minStep.replace(/^>/, ''), variables).query) ?? context.scrapeInterval;
    const step = Math.max(least, Math.ceil(context.range / POINTS / 1000) * 1000);
    const times = (0,promql_grafana/* macros */.aO)({
        from: context.now - context.range,
        to: context.now,
        step,
        scrapeInterval: context.scrapeInterval,
    });
    return (0,promql_grafana/* expandGrafana */.Lq)(query.expr, { ...times, ...variables });
}
/** How much time the dashboard shows, in milliseconds: its own setting, `now-6h` style. */
function timeRange(dashboard) {
    const json = isObject(dashboard.json) ? dashboard.json : {};
    const from = textOf(isObject(json.time) ? json.time.from : undefined);
    return (0,duration/* parseDuration */.E)(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS;
}

;// CONCATENATED MODULE: ./build/verify/ask-panels.js







/** Prometheus answers twenty queries at a time; half of them are ours. */
const AT_ONCE = 10;
/** Every query of every dashboard, not asked yet. */
function questions(dashboards) {
    return dashboards.flatMap((dashboard) => panelQueries(dashboard).map((query) => ({
        dashboard,
        query,
        evidence: query.foreign === undefined
            ? { ...notChecked(query, 'There was no time to ask.', query.expr), state: 'too-early' }
            : notChecked(query, query.foreign, query.expr),
    })));
}
const isGood = ({ state }) => state === 'data' || state === 'warning';
/** Whether asking again could change it. */
const isOpen = ({ query, evidence }) => query.foreign === undefined && !isGood(evidence);
/** Asks once more what has no good answer yet. */
async function askPanels(asked, round) {
    const open = asked.filter(isOpen);
    const prepared = await prepare(open, round);
    const present = await presence(prepared.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric)), round);
    const world = { ...round.world, present };
    const empty = [];
    await sideBySide(prepared, AT_ONCE, async (one) => {
        one.asked.evidence = await answered(one, world, round);
        if (isEmpty(one.asked.evidence))
            empty.push(one);
    });
    if (round.last)
        await ask_panels_explain(empty, world, round);
}
const isEmpty = ({ state }) => state === 'no-data' || state === 'waiting';
/** A selector, and the one of all series of its metric: what is absent may be the metric or just a label. */
const withMetric = (selector) => selector.metric === undefined ? [selector] : [selector, bare(selector.metric)];
/** Fills variables and macros in; a query of which one has no value is left out, and said. */
async function prepare(open, round) {
    const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)];
    const found = await Promise.all(byDashboard.map(async ([dashboard, all]) => {
        const variables = await resolveVariables(dashboard, (label, selector) => labelValues(label, selector, round));
        const context = {
            scrapeInterval: round.world.scrapeIntervalMs,
            now: round.window.at,
            range: timeRange(dashboard),
        };
        return all.map((asked) => ({ asked, ...expandQuery(asked.query, variables, context) }));
    }));
    return found.flat().flatMap(({ asked, query: text, unknown }) => {
        if (unknown.length === 0)
            return [{ asked, text, parsed: (0,promql/* parsePromql */.v)(text) }];
        const why = `Only Grafana knows a value for ${unknown.map((name) => `$${name}`).join(', ')}.`;
        asked.evidence = notChecked(asked.query, why, text);
        return [];
    });
}
async function labelValues(label, selector, { source, window }) {
    const series = `last_over_time(${selector ?? `{${label}!=""}`}[${Math.ceil(window.scrapedMs)}ms])`;
    const answer = await attempt(() => source.query(`group by (${label}) (${series})`, window.at));
    const rows = answer.kind === 'answer' && answer.value.result.resultType === 'vector' ? answer.value.result.result : [];
    return rows.flatMap((row) => row.metric[label] ?? []);
}
/** A query that Prometheus refuses is a finding; one that nobody answers is none. */
async function attempt(ask) {
    try {
        return { kind: 'answer', value: await ask() };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const [problem] = error.problems;
        if (problem?.code === 'prometheus-query')
            return { kind: 'refused', why: (0,errors/* messageOf */.bD)(error), next: 'Correct the query in the dashboard.' };
        return { kind: 'unanswered', why: (0,errors/* messageOf */.bD)(error), next: problem?.hint };
    }
}
/** Series of each selector from after the mark. A batch that cannot be asked counts as present: nothing is blamed on it. */
async function presence(selectors, { source, window }) {
    const found = await sideBySide(presenceQueries(selectors, window), AT_ONCE, async ({ query, texts }) => {
        const answer = await attempt(() => source.query(query, window.at));
        return answer.kind === 'answer'
            ? readPresence(texts, answer.value)
            : new Map(texts.map((text) => [text, 1]));
    });
    return new Map(found.flatMap((part) => [...part]));
}
/** The answer from fresh samples alone; where that is empty, what all samples say. */
async function answered({ asked, text, parsed }, world, round) {
    const ask = (query) => attempt(() => round.source.query(query, round.window.at));
    const fresh = freshOnly(text, parsed, world.present);
    const first = await ask(fresh ?? text);
    if (first.kind !== 'answer')
        return ask_panels_failed(asked.query, text, first);
    const numbers = numbersOf(first.value);
    if (numbers.series > 0)
        return evidence(asked.query, text, { ...tellData(numbers, parsed, world), numbers });
    const second = fresh === undefined ? first : await ask(text);
    if (second.kind !== 'answer')
        return ask_panels_failed(asked.query, text, second);
    const past = numbersOf(second.value);
    return past.series > 0
        ? evidence(asked.query, text, {
            ...tellStale([...new Set(absentOf(parsed, world.present).map(shortText))]),
            numbers: past,
        })
        : evidence(asked.query, text, { ...tellEmpty(parsed, world, new Map()), numbers });
}
function ask_panels_failed(query, text, { kind, why, next }) {
    const what = kind === 'refused' ? 'Prometheus refuses the query' : 'The data source gives no answer';
    return {
        ...notChecked(query, `${what}: ${why}`, text),
        state: 'error',
        certainty: 'proven',
        ...(next !== undefined && { next }),
    };
}
/** Says of empty queries which metric or which label it is. */
async function ask_panels_explain(empty, world, round) {
    const absent = empty.flatMap(({ parsed }) => absentOf(parsed, world.present));
    const single = absent.flatMap(({ metric, matchers }) => matchers.map((matcher) => ({ metric, matchers: [matcher] })));
    const more = await presence(single, round);
    const known = { ...world, present: new Map([...world.present, ...more]) };
    const gaps = new Map(absent.map((selector) => [selectorText(selector), gapOf(selector, known.present)]));
    for (const { asked, text, parsed } of empty) {
        const numbers = { series: 0, finite: 0, value: undefined, warnings: [] };
        asked.evidence = evidence(asked.query, text, { ...tellEmpty(parsed, known, gaps), numbers });
    }
}
/** The metric with only those matchers that no series of it fulfils by themselves. */
function gapOf(selector, present) {
    const { metric, matchers } = selector;
    if (metric !== undefined && (present.get(selectorText(bare(metric))) ?? 0) === 0)
        return metric;
    const guilty = matchers.filter((matcher) => (present.get(selectorText({ metric, matchers: [matcher] })) ?? 0) === 0);
    return shortText(guilty.length > 0 ? { metric, matchers: guilty } : selector);
}
function evidence(query, text, { numbers, ...told }) {
    return {
        ...notChecked(query, '', text),
        series: numbers.series,
        ...(numbers.value !== undefined && { value: numbers.value }),
        ...told,
    };
}
function notChecked(query, why, text) {
    const { dashboard, panel, refId, expr } = query;
    return {
        dashboard,
        panel,
        refId,
        expr,
        query: text,
        state: 'not-checked',
        series: 0,
        absent: [],
        certainty: 'not checked',
        why,
    };
}

;// CONCATENATED MODULE: ./build/verify/metrics.js



/** When no machine is up, or none could be asked. */
const UNKNOWN = { machines: 0, samples: new Map(), types: new Map() };
/** Series that belong to the scrape itself, or to alerts. */
const NOT_EXPOSED = /^(up|scrape_.+|ALERTS|ALERTS_FOR_STATE)$/;
/** The question which names have samples in the window, on how many targets of each job. */
function namesQuery(instances, window) {
    const jobs = anyOf(instances.map(({ job }) => job));
    const targets = anyOf(instances.map(({ instance }) => instance));
    const fresh = `last_over_time({job=~${jobs},instance=~${targets}}[${Math.ceil(window.scrapedMs)}ms])`;
    return `count by (job, __name__) (count by (job, instance, __name__) (${fresh}))`;
}
/** Reads the answer to `namesQuery`: by job, how many targets have a name that no rule has `recorded`. */
function readNames(answer, recorded) {
    const found = new Map();
    for (const row of answer.result.resultType === 'vector' ? answer.result.result : []) {
        const { job = '', __name__: name = '' } = row.metric;
        if (NOT_EXPOSED.test(name) || recorded.has(name))
            continue;
        const names = found.get(job) ?? new Map();
        found.set(job, names.set(name, Number(row.value?.[1])));
    }
    return found;
}
/** Types by name; where machines disagree, what most of them say. */
function readTypes(metadata) {
    const byName = Map.groupBy(metadata, ({ metric }) => metric);
    return new Map([...byName].map(([name, rows]) => {
        const types = [...Map.groupBy(rows, ({ type }) => type)];
        return [name, types.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'unknown'];
    }));
}
/** Holds what a service exposes against its contract. */
function judgeContract(service, exposed) {
    const declared = (0,schema/* declaredMetrics */.Ad)(service);
    const names = new Set(declared.map(({ name }) => name));
    const others = families(exposed).filter((family) => !names.has(family));
    return declared.map((metric) => judgeMetric(service.name, metric, { exposed, others }));
}
/** What a service exposes beyond its contract. */
function undeclared(service, exposed) {
    const names = new Set((0,schema/* declaredMetrics */.Ad)(service).map(({ name }) => name));
    return {
        service: service.name,
        names: families(exposed)
            .filter((family) => !names.has(family))
            .toSorted(),
    };
}
function judgeMetric(service, metric, { exposed, others }) {
    const machines = { with: machinesWith(metric.name, exposed), of: exposed.machines };
    const found = foundAs(metric, { exposed, others, machines });
    return { service, name: metric.name, type: metric.type, machines, ...found };
}
function foundAs({ name, type, expect }, { exposed, others, machines, }) {
    if (exposed.machines === 0)
        return { state: 'unknown', certainty: 'not checked', why: 'No machine of the service is known to be up.' };
    if (machines.with === 0)
        return absent(name, { type, expect, exposed, others });
    const actual = actualType(name, exposed);
    if (actual !== undefined && actual !== type)
        return wrongType(name, type, actual);
    const typed = actual === undefined ? {} : { actualType: actual };
    if (machines.with < machines.of && expect === 'always')
        return {
            state: 'partial',
            ...typed,
            certainty: 'proven',
            why: `Only ${machines.with} of ${machines.of} machines expose it.`,
            next: 'Compare the releases of the machines: they may run different versions of the service.',
        };
    return actual === undefined
        ? {
            state: 'present',
            certainty: 'inferred',
            why: 'It has samples, but the service sends no # TYPE line, so that its type is not known.',
        }
        : {
            state: 'present',
            ...typed,
            certainty: 'proven',
            why: `Scraped from ${machines.with} of ${machines.of} machines after verification began.`,
        };
}
function absent(name, { type, expect, exposed, others, }) {
    // A # TYPE line without samples announces the metric: labelled metrics look like this before the first event.
    const announced = actualType(name, exposed);
    if (announced !== undefined && announced !== type)
        return wrongType(name, type, announced);
    const near = announced === undefined ? nearest(name, others) : undefined;
    if (expect === 'after-traffic')
        return {
            state: 'waiting',
            certainty: announced === undefined ? 'not checked' : 'inferred',
            why: announced === undefined
                ? `No sample yet, as it may be before the first event.${near ? ` But the service exposes ${near}: is that the real name?` : ''}`
                : 'Announced with the declared type, and without a sample, as it may be before the first event.',
            ...(near !== undefined && { nearMiss: near }),
        };
    return {
        state: 'missing',
        certainty: 'proven',
        why: near
            ? `${name} is missing; the service exposes ${near}.`
            : announced === undefined
                ? `The service does not expose ${name}.`
                : `The service announces ${name}, but sends no sample of it.`,
        ...(near !== undefined && { nearMiss: near }),
        next: near
            ? `Rename one of the two: the declaration, or the metric in the service.`
            : announced === undefined
                ? 'Expose it, or take it out of the configuration.'
                : 'Set it to 0 at start, or declare expect: after-traffic.',
    };
}
function wrongType(name, type, actual) {
    const isSummary = type === 'histogram' && actual === 'summary';
    return {
        state: 'wrong-type',
        actualType: actual,
        certainty: 'proven',
        why: isSummary
            ? `${name} is declared as a histogram and arrives as a summary: it has quantiles and no ${name}_bucket.`
            : `${name} is declared as a ${type} and exposed as a ${actual}.`,
        next: isSummary
            ? 'Give the exporter buckets (in Rust: PrometheusBuilder::set_buckets), or declare it as a summary.'
            : 'Correct the declaration, or the metric in the service.',
    };
}
/** OpenMetrics declares the type of `x_total` for `x`. */
const typeOf = (name, types) => types.get(name) ?? (name.endsWith('_total') ? types.get(name.slice(0, -'_total'.length)) : undefined);
/** The declared type; without a declaration what the series' names leave no doubt about. */
function actualType(name, { types, samples }) {
    const declared = typeOf(name, types);
    if (declared !== undefined && declared !== 'unknown' && declared !== 'untyped')
        return declared;
    return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : undefined;
}
const PARTS = ['', '_bucket', '_count', '_sum'];
/** Machines that have samples of a metric; its parts count, because a histogram has no sample of its own name. */
function machinesWith(name, exposed) {
    const type = actualType(name, exposed);
    const parts = type === 'histogram' ? ['', '_bucket'] : type === 'summary' ? ['_count', ''] : [''];
    return Math.max(...parts.map((part) => exposed.samples.get(`${name}${part}`) ?? 0));
}
/** Names of metrics as the service declares them, out of the names of its samples. */
function families({ samples, types }) {
    return [...new Set([...samples.keys()].map((sample) => familyOf(sample, types)))];
}
function familyOf(sample, types) {
    for (const part of PARTS) {
        const name = part === '' ? sample : sample.endsWith(part) ? sample.slice(0, -part.length) : undefined;
        const type = name === undefined ? undefined : types.get(name);
        if (name !== undefined && (part === '' ? type !== undefined : type === 'histogram' || type === 'summary'))
            return name;
    }
    return sample;
}

;// CONCATENATED MODULE: ./build/verify/contract.js



/** Types are asked of at most so many machines of a service; all of them run the same program. */
const TYPED_MACHINES = 25;
/** What the services expose now, held against what they promised. */
async function readContract(services, sights, { prometheus, window, recorded }) {
    const up = Map.groupBy(instancesOf(sights), ({ job }) => job);
    const [names, types] = await Promise.all([
        readAllNames([...up.values()].flat(), { prometheus, window, recorded }),
        Promise.all([...up].map(async ([job, all]) => [job, await readJobTypes(all, prometheus)])),
    ]);
    const typesOf = new Map(types);
    const found = services.map((service) => {
        const instances = up.get(service.name);
        const exposed = instances
            ? {
                machines: instances.length,
                samples: names.get(service.name) ?? new Map(),
                types: typesOf.get(service.name) ?? new Map(),
            }
            : UNKNOWN;
        return { service, exposed };
    });
    return {
        metrics: found.flatMap(({ service, exposed }) => judgeContract(service, exposed)),
        undeclared: found.map(({ service, exposed }) => undeclared(service, exposed)),
        names: [...new Set(found.flatMap(({ exposed }) => [...exposed.samples.keys(), ...families(exposed)]))],
    };
}
const instancesOf = (sights) => sights.flatMap(({ state, expected, seen }) => state === 'up' && seen ? [{ job: expected.service, instance: seen.labels.instance ?? '' }] : []);
async function readAllNames(instances, { prometheus, window, recorded }) {
    if (instances.length === 0)
        return new Map();
    return readNames(await prometheus.query(namesQuery(instances, window), window.at), recorded);
}
async function readJobTypes(instances, prometheus) {
    const job = instances[0]?.job ?? '';
    const some = anyOf(instances.slice(0, TYPED_MACHINES).map(({ instance }) => instance));
    return readTypes(await prometheus.metadata(`{job=${literal(job)},instance=~${some}}`));
}
const contract_PARTS = ['', '_bucket', '_count', '_sum'];
/** Names of all series that may be absent before the first event. */
function afterTrafficNames(services) {
    const declared = services.flatMap((service) => (0,schema/* declaredMetrics */.Ad)(service));
    return new Set(declared
        .filter(({ expect }) => expect === 'after-traffic')
        .flatMap(({ name }) => contract_PARTS.map((part) => `${name}${part}`)));
}
/** The service by each series of those services none of whose targets are up. */
function namesOfDown(services, sights) {
    const up = new Set(sights.filter(({ state }) => state === 'up').map(({ expected }) => expected.service));
    return new Map(services
        .filter(({ name }) => !up.has(name))
        .flatMap((service) => (0,schema/* declaredMetrics */.Ad)(service).flatMap(({ name }) => contract_PARTS.map((part) => [`${name}${part}`, service.name]))));
}

;// CONCATENATED MODULE: ./build/verify/watch-contents.js










/** Rounds of questions come at these distances, in milliseconds, as long as something has no good answer. */
const watch_contents_AGAIN_MS = [500, 1_000, 2_000, 4_000];
/** Rules are evaluated once in their interval, and take a moment; groups that take longer are not waited for. */
const watch_contents_RULES_MS = { moment: 1_000, most: 60_000 };
/** Metrics and panels: asked as soon as the targets are known, and again while scrapes may still bring something. */
function watchContents(options) {
    const { config, dashboards, mark, markedAt, prometheus, source } = options;
    const asked = questions(dashboards);
    const scrapeIntervalMs = (0,duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000;
    const afterTraffic = afterTrafficNames(config.services);
    const declared = new Set(config.services.flatMap((service) => (0,schema/* declaredMetrics */.Ad)(service).map(({ name }) => name)));
    let contract;
    let rounds = 0;
    let due = 0;
    let ripeSince;
    /** The targets that were up when everything was asked for the last time. */
    let finalFor;
    async function ask(now, last) {
        const window = windowOf(now, mark, Date.now() - markedAt);
        const { names: recorded } = await options.recorded();
        contract = await readContract(config.services, now.sights, { prometheus, window, recorded });
        const world = {
            declared,
            afterTraffic,
            downService: namesOfDown(config.services, now.sights),
            names: contract.names,
            scrapeIntervalMs,
        };
        await askPanels(asked, { source, window, world, last });
    }
    const isGood = () => contract?.metrics.every(isThere) === true && !asked.some(isOpen);
    return {
        /** Asks again if that may change something; true when nothing will change any more. */
        async step(now) {
            const upNow = upKeys(now);
            ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined;
            const { intervalMs } = await options.recorded();
            const rules = waitsForRules(asked) ? Math.min(intervalMs + watch_contents_RULES_MS.moment, watch_contents_RULES_MS.most) : 0;
            const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules;
            if (finalFor !== upNow && (last || now.elapsed >= due)) {
                await ask(now, last);
                due = now.elapsed + (watch_contents_AGAIN_MS[Math.min(rounds++, watch_contents_AGAIN_MS.length - 1)] ?? 0);
                if (last || isGood())
                    finalFor = upNow;
            }
            return finalFor === upNow;
        },
        /** What has no good answer yet. */
        open() {
            const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0;
            const panels = asked.filter(isOpen).length;
            return `the next scrapes: ${(0,lib_text/* count */.U9)(metrics, 'metric')} and ${(0,lib_text/* count */.U9)(panels, 'panel query', 'panel queries')} have no samples yet`;
        },
        contents() {
            return {
                metrics: contract?.metrics ?? config.services.flatMap((service) => judgeContract(service, UNKNOWN)),
                undeclared: contract?.undeclared ?? [],
                panels: asked.map(({ evidence }) => (finalFor === undefined ? early(evidence) : evidence)),
            };
        },
    };
}
const isThere = ({ state }) => state === 'present' || state === 'waiting';
/** What is empty or old before the last round may still fill up. */
const early = (panel) => panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
    ? {
        ...panel,
        state: 'too-early',
        certainty: 'not checked',
        why: `Nothing new when time was up. ${panel.why}`,
    }
    : panel;
const upKeys = ({ sights }) => sights
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => expectedKey(expected.service, expected.address))
    .join('\n');
/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since the mark: rates have what
 * they need. A Prometheus without any target has not begun yet.
 */
function isRipe({ sights, seen, scrapes, elapsed }) {
    if (seen.length === 0)
        return elapsed >= FIRST_TARGETS_MS;
    const up = sights.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []));
    const own = seen.filter(({ labels, health }) => labels.job === check/* SELF_JOB */.P && health !== 'down');
    return [...up, ...own].every((target) => (scrapes.get(targetKey(target.labels))?.times ?? 0) >= 2);
}
const waitsForRules = (asked) => asked.some((one) => isOpen(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules));
/** Where the clock of Prometheus may be behind what we reckon, so that its last sample is in. */
const AHEAD_MS = 250;
/** Sample times are aligned with the interval by a few milliseconds. */
const ALIGNMENT_MS = 50;
/** A window that holds the last scrape of every target that is up, and nothing from before the mark. */
function windowOf({ seen }, mark, sinceMark) {
    const times = seen.filter(({ health }) => health === 'up').map(scrapedAt);
    const fresh = times.filter((time) => time > mark);
    const at = Math.max(mark + sinceMark, ...fresh) + AHEAD_MS;
    const from = Math.max(mark, Math.min(...fresh) - ALIGNMENT_MS);
    return { at, scrapedMs: at - (fresh.length > 0 ? from : mark), rulesMs: at - mark };
}

;// CONCATENATED MODULE: ./build/verify/counts.js


/** Series that Prometheus adds to every scrape by itself, and those that alerting rules write with a target's labels. */
const NOT_SCRAPED = [
    'up',
    'scrape_duration_seconds',
    'scrape_samples_scraped',
    'scrape_samples_post_metric_relabeling',
    'scrape_series_added',
    'scrape_timeout_seconds',
    'scrape_sample_limit',
    'scrape_body_size_bytes',
    'ALERTS',
    'ALERTS_FOR_STATE',
];
/** Prometheus aligns sample times with the interval, by a few milliseconds at most. */
const counts_ALIGNMENT_MS = 50;
/** Targets that are up but whose samples were not counted since their last scrape. */
function uncounted(sights, counted) {
    return sights
        .filter(({ state }) => state === 'pending' || state === 'empty' || state === 'samples-lost')
        .flatMap(({ seen }) => seen ?? [])
        .filter((target) => counted.get(targetKey(target.labels)) !== target.lastScrape);
}
/**
 * One question that tells, for each target: when its last stored scrape was, how many samples that had, and how many
 * series are there, but for those that rules have `recorded`. `up` is no substitute: after a restart it still shows samples from before (measured).
 */
function countQuery(targets, recorded) {
    const which = (name) => `${name}=~${anyOf(targets.map((target) => target.labels[name] ?? ''))}`;
    const selected = `${which('job')},${which('instance')}`;
    const others = anyOf([...NOT_SCRAPED, ...recorded]);
    return [
        label(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
        label(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
        label(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
        label(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
    ].join(' or ');
}
/** Reads the answer to `countQuery`; targets whose last scrape is not stored yet are left out. */
function readCounts(targets, answer) {
    const rows = answer.result.resultType === 'vector' ? answer.result.result : [];
    const values = new Map(rows.map((row) => [`${targetKey(row.metric)} ${row.metric.verify}`, Number(row.value?.[1])]));
    const found = new Map();
    for (const target of targets) {
        const key = targetKey(target.labels);
        const [at, sent, kept, stored] = ['at', 'sent', 'kept', 'stored'].map((name) => values.get(`${key} ${name}`));
        if (at === undefined || sent === undefined || at * 1000 < scrapedAt(target) - counts_ALIGNMENT_MS)
            continue;
        found.set(key, {
            scraped: sent,
            stored: stored ?? 0,
            lost: Math.max(0, (kept ?? sent) - (stored ?? 0)),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/verify/watch-targets.js




/** Watches the targets: each call of the result is one look. */
function watchTargets({ config, mark, lister, prometheus, recorded, log, }) {
    const began = performance.now();
    const expectation = lastOnly((machines) => expectTargets(config, machines));
    const counter = createCounter(prometheus, recorded);
    const scrapes = new Map();
    let watches = new Map();
    return async () => {
        const { targets, absent } = expectation(lister.machines());
        const elapsed = performance.now() - began;
        const moment = { elapsed, listings: lister.listings(), onlyListing: lister.only };
        const seen = await prometheus.targets();
        const sights = await counter.counted((counts) => targets_look(targets, seen, mark, counts));
        const now = new Map(sights.map((sight) => [keyOf(sight), watch(watches.get(keyOf(sight)), sight, moment)]));
        tellChanges(sights, watches, log);
        watches = now;
        countScrapes(scrapes, seen, mark);
        const open = sights.filter((sight) => !isFinal(sight, now.get(keyOf(sight)), moment));
        const certain = open.length === 0 && (absent.length === 0 || lister.only || moment.listings >= 2);
        if (!certain && (absent.length > 0 || sights.some(({ state }) => isRed(state))))
            lister.again(elapsed);
        return { sights, seen, scrapes, certain, open, absent: absent.map(({ name }) => name), elapsed };
    };
}
const keyOf = ({ expected }) => expectedKey(expected.service, expected.address);
/** Knows the samples of the targets' last scrapes, and asks for those that it does not know yet. */
function createCounter(prometheus, recorded) {
    const counts = new Map();
    const counted = new Map();
    return {
        async counted(sightsWith) {
            const sights = sightsWith(counts);
            // What comes back after it was down is another process: its samples count anew.
            for (const { seen } of sights)
                if (seen?.health === 'down')
                    counts.delete(targetKey(seen.labels));
            const targets = uncounted(sights, counted);
            if (targets.length === 0)
                return sights;
            const found = readCounts(targets, await prometheus.query(countQuery(targets, (await recorded()).names)));
            for (const target of targets) {
                const key = targetKey(target.labels);
                const count = found.get(key);
                if (count === undefined)
                    continue;
                counts.set(key, count);
                counted.set(key, target.lastScrape);
            }
            return found.size > 0 ? sightsWith(counts) : sights;
        },
    };
}
function countScrapes(scrapes, seen, mark) {
    for (const target of seen) {
        const key = targetKey(target.labels);
        const before = scrapes.get(key);
        if (scrapedAt(target) <= mark || before?.last === target.lastScrape)
            continue;
        scrapes.set(key, { last: target.lastScrape, times: (before?.times ?? 0) + 1 });
    }
}
/** Does the work again only for another argument than the last time. */
function lastOnly(work) {
    let last;
    return (argument) => {
        if (last?.argument !== argument)
            last = { argument, result: work(argument) };
        return last.result;
    };
}
/** A fleet of more than this is told in numbers, but for what fails. */
const FEW = 20;
const LINES = 5;
function tellChanges(sights, before, log) {
    const changed = sights.filter((sight) => before.get(keyOf(sight))?.state !== sight.state);
    const single = sights.length <= FEW ? changed : changed.filter(({ state }) => isRed(state));
    const lines = single.flatMap((sight) => sightLine(sight) ?? []);
    for (const line of lines.slice(0, LINES))
        log.info(line);
    if (lines.length > LINES)
        log.info(`… and ${lines.length - LINES} more`);
    if (sights.length <= FEW)
        return;
    const up = sights.filter(({ state }) => state === 'up').length;
    const was = [...before.values()].filter(({ state }) => state === 'up').length;
    const tenth = (n) => Math.floor((10 * n) / sights.length);
    if (tenth(up) > tenth(was))
        log.info(`${up} of ${sights.length} targets are up`);
}

;// CONCATENATED MODULE: ./build/verify/watch-all.js









/** When the targets take longer than this, what they expose is asked for anyway. */
const CONTENTS_MS = 30_000;
/** Watches targets, metrics and panels until all of them are certain or time is up. */
async function watchAll(request, tools) {
    const { config, dashboards = [] } = request;
    const { prometheus, log, limits } = tools;
    const lister = createLister(request.machines, request.refreshMachines, log);
    const recorded = watch_all_once(async () => recordedBy(await prometheus.rules()));
    const look = watchTargets({ ...tools, config, lister, recorded });
    const contents = watchContents({
        ...tools,
        config,
        dashboards,
        recorded,
        source: request.dashboardSource ?? prometheus,
    });
    const hopeless = patience();
    let now;
    const watched = (certain, problems) => ({
        now,
        contents: contents.contents(),
        certain,
        problems,
    });
    try {
        return await poll(async () => {
            try {
                now = await look();
                const known = (now.certain || now.elapsed >= CONTENTS_MS) && (await contents.step(now));
                const certain = now.certain && known && isSelfCertain(now);
                const waitsFor = openTargets(now) ?? (known ? "Prometheus' scrape of itself" : contents.open());
                return { done: certain, value: watched(certain, []), waitsFor };
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ))
                    throw error;
                const waitsFor = `Prometheus: ${(0,errors/* messageOf */.bD)(error)}`;
                return { done: hopeless(error), value: watched(false, error.problems), waitsFor };
            }
        }, limits);
    }
    finally {
        await lister.close();
    }
}
/** Asks until there is an answer, and not again after that. */
function watch_all_once(ask) {
    let answer;
    return async () => {
        answer ??= { value: await ask() };
        return answer.value;
    };
}

;// CONCATENATED MODULE: ./build/verify/watch-remote-write.js



/** Beside one scrape interval: a batch leaves at the latest after 5 s, and an answer may take 30 s. Then silence is one. */
const SILENCE_MS = 40_000;
/** Beside one scrape interval: until a batch may be on its way, silence means nothing. */
const TOO_EARLY_MS = 10_000;
/** How long what was sent may take to be readable. */
const READABLE_MS = 15_000;
/** Watches remote write until it is proven, refused, or silent for too long. `mark` is on Prometheus' clock. */
async function watchRemoteWrite(target, mark, { prometheus, limits }) {
    const began = performance.now();
    const back = readBack(target, mark);
    let first;
    let sentSince;
    return poll(async () => {
        const [arrived, progress] = await Promise.all([
            back.arrived(),
            prometheus.exposition().then((text) => {
                const now = readQueue(text, target.url);
                // Counters begin anew when Prometheus does.
                if (first === undefined || (now && now.total < first.total))
                    first = now;
                return now && first && progressOf(first, now, mark);
            }, (error) => ignoreRefusal(error)),
        ]);
        const elapsed = performance.now() - began;
        if (progress?.kind === 'sent')
            sentSince ??= elapsed;
        else
            sentSince = undefined;
        const waited = elapsed - target.scrapeIntervalMs;
        const value = !arrived && progress?.kind === 'nothing' && waited < TOO_EARLY_MS
            ? tooEarly(target.url)
            : judgeRemoteWrite(hostOf(target.url), { arrived, readBack: back.why(), progress });
        return {
            done: arrived || isSettled(progress, { elapsed, waited, sentSince, readable: back.why() === undefined }),
            value,
            waitsFor: `samples to arrive at ${hostOf(target.url)}`,
        };
    }, limits);
}
function isSettled(progress, { elapsed, waited, sentSince, readable, }) {
    if (progress === undefined || progress.kind === 'refused')
        return true;
    // The counters are not read at one instant: a second look must say the same.
    if (sentSince !== undefined)
        return elapsed - sentSince >= (readable ? READABLE_MS : 1);
    return waited >= SILENCE_MS;
}
/** Prometheus may fail for a moment; only our own bugs go on. */
function ignoreRefusal(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return { kind: 'nothing' };
    throw error;
}
function readBack({ monitor, readBack: source }, mark) {
    let why = source ? undefined : 'the query address that belongs to this URL is not known.';
    return {
        why: () => why,
        async arrived() {
            if (!source || why !== undefined)
                return false;
            try {
                const newest = newestArrival(await source.query(arrivalQuery(monitor)));
                return newest !== undefined && newest > mark;
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ))
                    throw error;
                why =
                    error.problems[0]?.code === 'prometheus-unauthorized'
                        ? 'the key may write, but not read.'
                        : (0,errors/* messageOf */.bD)(error);
                return false;
            }
        },
    };
}
const tooEarly = (url) => ({
    area: 'remote-write',
    subject: hostOf(url),
    outcome: 'not-checked',
    certainty: 'not checked',
    why: 'Time was up before anything could have been sent.',
});
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : url);

;// CONCATENATED MODULE: ./build/verify/verify.js











/**
 * Asks the running system whether it works, until every answer is certain or the deadline is there. What Prometheus or
 * a target does wrong becomes evidence; only a bug of ours throws. A cancelled run gives what is known so far.
 */
async function verify(request, tools) {
    const began = new Date().toISOString();
    const stop = new AbortController();
    const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal;
    try {
        const limits = { deadline: request.deadline, signal, tell: (line) => tools.log.info(line) };
        const found = await find({ ...request, began }, { ...tools, limits });
        return { began, ended: new Date().toISOString(), ...found };
    }
    finally {
        // Whatever still waits after an error of ours must not keep the process alive.
        stop.abort();
    }
}
async function find(request, tools) {
    const reached = await reach(tools.prometheus, tools.limits);
    if (reached.kind === 'reached')
        return proof(request, reached.mark, tools);
    const { cutShort } = cutEvidence(tools.limits);
    const isSilent = reached.problems.every(({ code }) => code === 'prometheus-timeout');
    const silence = { since: request.began, until: new Date().toISOString() };
    return {
        ...nothing(request),
        ...(cutShort && { cutShort }),
        problems: cutShort === 'deadline' && isSilent ? [silent(request.prometheusUrl, silence)] : [...reached.problems],
    };
}
/** Everything that can be asked, side by side. */
async function proof(request, mark, tools) {
    const { prometheus, limits } = tools;
    const { shippedConfig, shippedRules, remoteWrite, config } = request;
    const scrapeIntervalMs = (0,duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000;
    const asked = { shippedConfig, shippedRules, retention: config.monitoring.retention, mark };
    const [main, version, server, written, endpoints] = await Promise.all([
        watchAll(request, { ...tools, mark, markedAt: Date.now() }),
        verify_versionOf(prometheus),
        checkServer(asked, prometheus),
        remoteWrite && watchRemoteWrite({ ...remoteWrite, scrapeIntervalMs }, mark, { prometheus, limits }),
        checkEndpoints(request, tools),
        awaitRules(prometheus, limits),
    ]);
    const { rules, alerts, checks: ruled } = await readRules(asked, prometheus);
    const { targets, services } = main.now
        ? withServices(config, targetEvidence(main.now.sights, mark))
        : nothing(request);
    return {
        mark: new Date(mark).toISOString(),
        ...(main.certain && written?.outcome !== 'not-checked' ? {} : cutEvidence(limits)),
        ...(version !== undefined && { prometheus: version }),
        targets,
        services,
        ...main.contents,
        rules,
        alerts,
        checks: [
            ...server,
            ...(main.now ? [judgeSelfScrape(main.now, mark, shippedConfig)] : []),
            ...ruled,
            ...(written ? [written] : []),
            ...endpoints,
        ],
        problems: verify_problemsOf(main.problems),
    };
}
async function verify_versionOf(prometheus) {
    try {
        return await prometheus.version();
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
/** That time was up, or the run cancelled, is told as such and not as a fault of Prometheus. */
const verify_problemsOf = (problems) => problems.filter(({ code }) => code !== 'prometheus-cancelled');
function cutEvidence(limits) {
    const cut = cutShort(limits);
    return cut ? { cutShort: cut } : {};
}
const withServices = (config, targets) => ({
    targets,
    services: serviceEvidence(config.services, targets),
});
/** What is known when nothing could be asked. */
function nothing({ config, machines }) {
    return {
        ...withServices(config, uncheckedTargets(expectTargets(config, machines).targets)),
        metrics: [],
        undeclared: [],
        panels: [],
        rules: [],
        alerts: [],
        checks: [],
        problems: [],
    };
}

;// CONCATENATED MODULE: ./build/prove.js








/** Asks the running system whether it is what was wanted. */
function prove(work, deployed) {
    const { project, desired, fly, pool, prometheus } = work;
    const isOurs = shippedBy(desired.monitoring.digest, deployed.apps[0]);
    const text = (name) => isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined;
    const request = {
        config: project.config,
        machines: prove_machinesOf(deployed.apps),
        refreshMachines: () => machinesNow(work),
        deadline: new Date(fly.until),
        prometheusUrl: desired.prometheusUrl,
        dashboards: dashboardsOf(work),
        ...given('shippedConfig', text('prometheus.yml')),
        ...given('shippedRules', text('rules.yml')),
        ...given('dashboardSource', deployed.dataSource && throughGrafana(work, deployed.dataSource)),
        ...given('remoteWrite', remoteWrite(work)),
    };
    return verify(request, { prometheus, pool, log: fly.log, signal: work.cancel });
}
/** In mode `verify` the machine may run what another commit or other inputs have made of it: nothing to compare with. */
const shippedBy = (digest, monitoring) => monitoring?.machines.some(({ env }) => env[RECORD.digest] === digest) ?? false;
const prove_machinesOf = (apps) => new Map(apps.map(({ app, machines }) => [app, machines.map(changes/* seenMachine */.bS)]));
async function machinesNow({ project, fly }) {
    const apps = [...new Set(project.config.services.map((service) => service.app))];
    const lists = apps.map(async (app) => [app, (await listMachines(fly.flyctl, app)).map(changes/* seenMachine */.bS)]);
    return new Map(await Promise.all(lists));
}
/** In the form in which they are in Grafana; one that has none was refused there and is told already. */
function dashboardsOf({ project, desired }) {
    const { app } = project.config.monitoring;
    const home = { deployment: app, dataSource: { uid: app, name: app } };
    return (desired.grafana?.dashboards ?? project.dashboards).flatMap((file) => {
        const normal = (0,grafana_dashboard/* normaliseDashboard */.L)(file, home);
        return normal.kind === 'dashboard' ? [normal.dashboard] : [];
    });
}
/** Panels are asked the way a viewer's browser asks them. */
const throughGrafana = ({ inputs, pool, signal }, uid) => inputs.grafana && throughDataSource({ ...inputs.grafana, pool, signal }, uid);
function remoteWrite({ inputs, project, pool, signal }) {
    if (!inputs.remoteWrite)
        return undefined;
    const { url, user, key } = inputs.remoteWrite;
    const back = queryUrl(url);
    const readBack = back && createPrometheus({ url: back, credentials: { user, password: key }, pool, signal });
    return { url, monitor: project.config.monitoring.app, ...(readBack && { readBack }) };
}
/** A property that is there, or not at all. */
function given(key, value) {
    return (value === undefined || value === '' ? {} : { [key]: value });
}

;// CONCATENATED MODULE: ./build/modes/deploy.js












/** Everything: deploy, bring dashboards, prove. */
const deploy_deploy = async (inputs, journal, around) => {
    const work = await deploy_open(inputs, journal, around);
    const deployed = await journal.timed('deploy', () => deployAll(work), startsOf(work));
    if (hasFailed(deployed))
        return;
    await journal.timed('verify', () => proveAll(work, deployed));
};
/** Only the proof, of what is there. */
const deploy_verify = async (inputs, journal, around) => {
    const work = await deploy_open(inputs, journal, around);
    const found = await journal.timed('look', () => lookAtAll(work), startsOf(work));
    if (hasFailed(found))
        return;
    await journal.timed('verify', () => proveAll(work, found));
};
/** Reads and checks everything, and opens what the stages work with; nothing is changed before all of it is right. */
async function deploy_open(inputs, journal, around) {
    const until = Date.now() + inputs.timeoutMs;
    const { project, problems } = (0,build_project/* readProject */.Wh)(inputs, (0,lib_workspace/* workspaceRoot */.oS)(around.env));
    // Only a deploy reads the apps' Fly configurations.
    const tomls = inputs.mode === 'deploy' ? readFlyTomls(project) : { found: [], problems: [] };
    (0,build_project/* insist */.R6)([...problems, ...tomls.problems]);
    refuse(tomls.found, journal);
    const desired = desire({ ...project, flyTomls: tomls.found }, inputs, around.env.GITHUB_SHA);
    tell(desired, journal, around.log);
    const signal = AbortSignal.any([around.signal, AbortSignal.timeout(inputs.timeoutMs)]);
    const fly = await openFly(inputs, around, { until, signal });
    const pool = (0,http/* createPool */.b)();
    const prometheus = createPrometheus({ ...addressOf(desired), pool, signal });
    return { inputs, project, desired, fly, pool, prometheus, journal, cancel: around.signal, signal };
}
async function proveAll(work, deployed) {
    const evidence = await prove(work, deployed);
    work.journal.evidence = evidence;
    work.journal.problems.push(...evidence.problems);
}
const hasFailed = ({ apps }) => apps.some(({ problems }) => problems.length > 0);
/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function refuse(tomls, journal) {
    const problems = tomls.flatMap((file) => file.problems);
    journal.problems.push(...problems.filter(({ severity }) => severity === 'warning'));
    (0,build_project/* insist */.R6)(problems.filter(({ severity }) => severity === 'error'));
}
/** What is known before anything happens; values that were derived are masked before they can be printed. */
function tell({ monitoring, prometheusUrl, health, skipped }, journal, log) {
    const { app, password, secrets } = monitoring;
    for (const { value } of secrets)
        log.secret(Buffer.from(value).toString('base64'));
    if (password !== undefined) {
        log.secret(password);
        log.secret((0,http/* basicAuth */.tB)(prometheus/* PROMETHEUS_USER */.X1, password).replace('Basic ', ''));
    }
    journal.monitoring = { app, url: prometheusUrl, password: password !== undefined };
    journal.health = health;
    journal.skipped = skipped;
}
async function openFly(inputs, around, limits) {
    const { env, log, scratch } = around;
    const starts = [];
    const binary = await findFlyctl({
        env,
        log,
        workspaceRoot: (0,lib_workspace/* workspaceRoot */.oS)(around.env),
        signal: limits.signal,
        starts,
        ...inputs.flyctl,
    });
    // Only a cancelled workflow interrupts flyctl; when the time is up, the deadline of its own call does, and says so.
    const flyctl = createFlyctl({
        binary,
        token: inputs.flyToken,
        scratch,
        log,
        signal: around.signal,
        until: limits.until,
        starts,
        environment: env,
    });
    return { flyctl, log, ...limits };
}
function addressOf({ monitoring: { password }, prometheusUrl }) {
    const credentials = password === undefined ? undefined : { user: prometheus/* PROMETHEUS_USER */.X1, password };
    return { url: prometheusUrl, credentials };
}
const startsOf = ({ fly: { flyctl } }) => () => {
    const all = flyctl.starts();
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0);
    return `${(0,lib_text/* count */.U9)(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`;
};


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderWebConfig)
/* harmony export */ });
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1582);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7949);




/** bcrypt's cost: 10 is Prometheus' own example, about 0.1 s per wrong password; right ones are cached. */
const COST = '10';
/** `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password hashes to the same text. */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)([...(0,_derive_js__WEBPACK_IMPORTED_MODULE_2__/* .keyed */ .Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .PROMETHEUS_USER */ .X1]: (0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .hashSync */ .Y8)(password, salt) } }, { lineWidth: 0 });
}


/***/ }),

/***/ 2874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* unused harmony export DIGEST_VARIABLE */
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7949);


/** Of the volume, for samples; the rest is for the write-ahead log and compaction (Prometheus advises 80–85 % at most). */
const SHARE_OF_VOLUME = 0.75;
/** Variable in the app's [env] that carries our digest; `flyctl machine list --json` shows it. */
const DIGEST_VARIABLE = 'DEPLOY_MONITORING_DIGEST';
/** fly.monitoring.toml: one machine, one volume, configuration by [[files]]. */
function renderFlyToml(config, files, digest) {
    const { image } = config.monitoring;
    return (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({
        ...app(config),
        ...(image !== undefined && { build: { image } }),
        ...(digest !== undefined && { env: { [DIGEST_VARIABLE]: digest } }),
        experimental: { cmd: prometheusFlags(config) },
        ...machine(config),
        files: files.map((file) => ({
            guest_path: file.guestPath,
            ...('secret' in file ? { secret_name: file.secret } : { local_path: file.name }),
        })),
    });
}
/**
 * fly.monitoring.toml for people: the same machine without flags, so that the entrypoint completes the configuration
 * from the environment, that is from secrets which people set themselves.
 */
function renderManualFlyToml(config, files) {
    const { image, access, retention } = config.monitoring;
    return (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({
        ...app(config),
        build: image === undefined ? { dockerfile: 'Dockerfile.monitoring' } : { image },
        env: { PROMETHEUS_ACCESS: access, PROMETHEUS_RETENTION_TIME: retention },
        ...machine(config),
        files: files.map(({ guestPath, path }) => ({ guest_path: guestPath, local_path: path })),
    });
}
function app(config) {
    return {
        app: config.monitoring.app,
        primary_region: config.monitoring.region,
        // Fly's default is SIGINT; the entrypoint hands SIGTERM on to Prometheus, which closes its write-ahead log.
        kill_signal: 'SIGTERM',
        kill_timeout: '30s',
        swap_size_mb: 512,
    };
}
function machine(config) {
    const { volume, vm } = config.monitoring;
    return {
        mounts: [{ source: volume.name, destination: '/prometheus', initial_size: `${volume.size_gb}gb` }],
        services: [publicService()],
        restart: [{ policy: 'always' }],
        vm: [{ size: vm.size, memory: `${vm.memory_mb}mb` }],
    };
}
function prometheusFlags(config) {
    const { access, retention, volume } = config.monitoring;
    return [
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] takes IPv4 as well; Fly's private network is IPv6 alone.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.webConfig}`] : []),
    ];
}
/**
 * HTTPS on 443 for people and for us. Never stopped: scrapes are no proxy traffic, Fly would take it for idle.
 * The check is TCP, because basic auth answers 401 on every path; readiness is proven with credentials afterwards.
 */
function publicService() {
    return {
        internal_port: 9090,
        protocol: 'tcp',
        auto_stop_machines: 'off',
        auto_start_machines: true,
        min_machines_running: 1,
        ports: [
            { port: 80, handlers: ['http'], force_https: true },
            { port: 443, handlers: ['tls', 'http'] },
        ],
        tcp_checks: [{ interval: '15s', timeout: '2s', grace_period: '10s' }],
    };
}


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _content_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8343);
/* harmony import */ var _content_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2391);
/* harmony import */ var _content_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);




/** The rule file of Prometheus, for 2.42 and 3.x alike. */
function renderRules(config, options) {
    const groups = (0,_content_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
    const document = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Document */ .yo({
        groups: groups.map(({ name, rules }) => ({
            name,
            rules: rules.map((rule) => plainRule(rule, options.grafanaUrl)),
        })),
    });
    for (const [g, { rules }] of groups.entries())
        for (const [r, rule] of rules.entries())
            if (rule.comment !== undefined) {
                const node = document.getIn(['groups', g, 'rules', r], true);
                node.commentBefore = rule.comment.map((line) => ` ${line}`).join('\n');
            }
    return document.toString({ lineWidth: 0 });
}
const plainRule = (rule, grafanaUrl) => (0,_content_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlert */ .H)(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label tells rules of one name apart; promtool takes them for duplicates otherwise.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, grafanaUrl),
    }
    : { record: rule.record, expr: rule.expr };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ })

};

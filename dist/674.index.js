export const id = 674;
export const ids = [674];
export const modules = {

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assetPath),
/* harmony export */   f: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships beside the code (`dashboards/…`, `templates/…`).
 * This file stays directly in src/: `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships beside the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to look, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
const panelUrl = (ref, base = '') => `${base.replace(/\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);

/** Reads JSON as people save it: a byte order mark is taken. The error has a place, which JSON.parse does not always tell. */
function readJson(source) {
    const text = source.replace(/^\uFEFF/, '');
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const before = text.slice(0, faultyOffset(text)).split('\n');
        const reason = error.message
            .replace(/ (?:in|after) JSON at position.*| \(line.*/s, '')
            .replace(/, (\.\.\.)?"[\s\S]*$/, '');
        return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason };
    }
}
/** The tolerant parser goes on after an error and so knows where the first one is; what it tolerates is at the start. */
function faultyOffset(text) {
    const errors = [];
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        // It recurses: a text that nests thousands of levels deep fills the stack.
        if (!(error instanceof RangeError))
            throw error;
    }
    return errors[0]?.offset ?? 0;
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

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ notJson)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(723);

/** The finding for a dashboard file that is no JSON. */
function notJson(file, { line, column, reason }) {
    const hint = 'Export the dashboard again: Share → Export → Save to file.';
    return (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('dashboard-json', { file, line, column }, `Not valid JSON: ${reason}.`, hint);
}


/***/ }),

/***/ 5674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dashboards: () => (/* binding */ modes_dashboards),
  deploy: () => (/* binding */ modes_deploy),
  verify: () => (/* binding */ modes_verify)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/lib/errors.js
var lib_errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(9547);
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
        const raw = await (0,flyctl_process/* runProcess */.R)({
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
    return new lib_errors/* ActionError */.lZ('platform', [failure.problem]);
}
/** Parses what a `--json` command printed; an answer of another shape is a flyctl that is not understood. */
function parseAnswer(command, stdout, shape) {
    try {
        return shape(JSON.parse((0,flyctl_text/* plain */.pj)(stdout)));
    }
    catch (error) {
        throw (0,lib_errors/* platformError */.sx)('fly-answer', `flyctl ${command} answered ${error instanceof SyntaxError ? 'something that is no JSON' : 'JSON of another shape than ours'}.`, 'Update flyctl, or take it off PATH so that a tested version is downloaded.', error);
    }
}
/** `<scratch>/<app>/empty` as a clean working folder; `<scratch>/<app>/flyctl` is made by flyctl itself. */
async function appFolder(scratch, app) {
    const folder = (0,external_node_path_.join)(scratch, app);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'empty'), { recursive: true, mode: 0o700 });
    return folder;
}
function notStarted(binary, error) {
    return (0,lib_errors/* platformError */.sx)('fly-flyctl-start', `flyctl could not be started (${binary}): ${(0,lib_text/* oneLine */.TN)((0,lib_errors/* messageOf */.bD)(error), 300)}`, 'Check that the file is there, is executable and fits this machine.', error);
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
async function fromPath(wish) {
    const binary = await lookUp('flyctl', wish.env.PATH ?? '');
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
async function lookUp(name, path) {
    // A relative entry would let a file of the workspace be taken for flyctl.
    for (const folder of path.split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute)) {
        const file = (0,external_node_path_.join)(folder, name);
        const isProgram = await (0,promises_.access)(file, external_node_fs_.constants.X_OK)
            .then(() => (0,promises_.stat)(file))
            .then((found) => found.isFile())
            .catch(() => false);
        if (isProgram)
            return file;
    }
    return undefined;
}
/** What `flyctl version --json` says, or undefined when the program does not answer like flyctl. */
async function versionOf(binary, wish) {
    const configDir = (0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(wish.env), `flyctl-version-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        const result = await (0,flyctl_process/* runProcess */.R)({
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
    throw (0,lib_errors/* platformError */.sx)('flyctl-platform', `flyctl is downloaded for Linux and macOS on x64 and arm64, this machine is ${platform} ${arch}.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH.`);
}
function expectedDigest(wish, version, platform) {
    const given = wish.sha256?.trim().toLowerCase();
    if (given && !/^[0-9a-f]{64}$/.test(given))
        throw new lib_errors/* ActionError */.lZ('configuration', [
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
    throw (0,lib_errors/* platformError */.sx)('flyctl-checksum-unknown', `There is no supported flyctl on PATH, and the sha256 of flyctl ${version} for ${platform} is not known here, so it is not downloaded.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH (superfly/flyctl-actions/setup-flyctl), or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`);
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
async function unpack(archive, folder, { env, signal }) {
    const result = await (0,flyctl_process/* runProcess */.R)({
        binary: 'tar',
        argv: ['-xzf', archive, '-C', folder, 'flyctl'],
        env: { PATH: env.PATH ?? '/usr/bin:/bin' },
        cwd: folder,
        timeoutMs: 120_000,
        signal,
    });
    if (result.exitCode !== 0)
        throw (0,lib_errors/* platformError */.sx)('flyctl-archive', 'The archive of flyctl could not be unpacked.', 'Check that `tar` is installed and that the disk is not full.', result.stderr);
    await (0,promises_.chmod)((0,external_node_path_.join)(folder, 'flyctl'), 0o755);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var classic_schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
;// CONCATENATED MODULE: ./build/lib/http.js

/** Nothing that we ask for is bigger; a server that sends more is not the one we think it is. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/**
 * The one connection pool of a run: keep-alive, HTTP_PROXY/HTTPS_PROXY/NO_PROXY honoured.
 * It belongs to undici from the package: Node's own fetch refuses a dispatcher of another major version.
 */
function createPool() {
    return new undici/* EnvHttpProxyAgent */.J2({ keepAliveTimeout: 10_000, connect: { timeout: 10_000 } });
}
/**
 * One exchange, whatever the status. Redirects are not followed, so that credentials never leave the host they were
 * meant for. Throws what undici throws when there was no answer.
 */
async function exchange(pool, asked) {
    const method = asked.method ?? 'GET';
    const deadline = AbortSignal.timeout(asked.timeoutMs ?? 10_000);
    const response = await (0,undici/* request */.Em)(asked.url, {
        method,
        headers: { 'user-agent': 'deploy-monitoring', ...asked.headers },
        ...(asked.body !== undefined && { body: asked.body }),
        signal: asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline,
        dispatcher: asked.retries ? pool.compose(retrying(asked.retries, method)) : pool,
    });
    return {
        status: response.statusCode,
        headers: response.headers,
        text: await bounded(response.body, asked.url),
    };
}
/** Honours Retry-After; backs off with jitter; gives the last answer instead of throwing it away. */
function retrying(maxRetries, method) {
    return undici/* interceptors */.dY.retry({
        maxRetries,
        methods: [method],
        statusCodes: [429, 502, 503, 504],
        minTimeout: 250 + Math.floor(Math.random() * 100),
        maxTimeout: 5_000,
        throwOnError: false,
    });
}
async function bounded(body, url) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES)
            throw new Error(`${new URL(url).origin} sent more than ${MAX_BODY_BYTES / 1024 / 1024} MB`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The value of an Authorization header for basic auth. */
function basicAuth(user, password) {
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(classic_schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./build/verify/answers.js

/**
 * What Prometheus answers, as far as we read it. The shapes hold for 2.42 to 3.14 (recorded); a server that sends
 * anything else is reported, never believed. Numbers of samples travel as text, because JSON knows neither NaN nor Inf.
 */
const labels = classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* string */.YjP());
const answers_time = datetime({ offset: true });
const target = classic_schemas/* object */.Ikc({
    labels,
    scrapePool: classic_schemas/* string */.YjP(),
    scrapeUrl: classic_schemas/* string */.YjP(),
    lastError: classic_schemas/* string */.YjP(),
    /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
    lastScrape: answers_time,
    health: classic_schemas/* enum */.k5n(['up', 'down', 'unknown']),
    /** Prometheus' own duration syntax; older servers leave it out. */
    scrapeInterval: classic_schemas/* string */.YjP().default(''),
});
const targetsAnswer = classic_schemas/* object */.Ikc({ activeTargets: classic_schemas/* array */.YOg(target) });
const sample = classic_schemas/* tuple */.PVZ([classic_schemas/* number */.aig(), classic_schemas/* string */.YjP()]);
const queryAnswer = classic_schemas/* discriminatedUnion */.gMt('resultType', [
    classic_schemas/* object */.Ikc({
        resultType: classic_schemas/* literal */.euz('vector'),
        // A native histogram has `histogram` in the place of `value`.
        result: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ metric: labels, value: sample.optional(), histogram: classic_schemas/* unknown */.L5J().optional() })),
    }),
    classic_schemas/* object */.Ikc({
        resultType: classic_schemas/* literal */.euz('matrix'),
        result: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ metric: labels, values: classic_schemas/* array */.YOg(sample).default([]), histograms: classic_schemas/* unknown */.L5J().optional() })),
    }),
    classic_schemas/* object */.Ikc({ resultType: classic_schemas/* literal */.euz('scalar'), result: sample }),
    classic_schemas/* object */.Ikc({ resultType: classic_schemas/* literal */.euz('string'), result: sample }),
]);
const buildInfoAnswer = classic_schemas/* object */.Ikc({ version: classic_schemas/* string */.YjP() });
const runtimeInfoAnswer = classic_schemas/* object */.Ikc({
    startTime: answers_time,
    reloadConfigSuccess: classic_schemas/* boolean */.zMY(),
    /** For people: `15d`, `15d or 10GiB`. */
    storageRetention: classic_schemas/* string */.YjP(),
});
const configAnswer = classic_schemas/* object */.Ikc({ yaml: classic_schemas/* string */.YjP() });
const targetsMetadataAnswer = classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ target: labels, metric: classic_schemas/* string */.YjP(), type: classic_schemas/* string */.YjP() }));
const rule = classic_schemas/* object */.Ikc({
    name: classic_schemas/* string */.YjP(),
    query: classic_schemas/* string */.YjP(),
    type: classic_schemas/* enum */.k5n(['alerting', 'recording']),
    health: classic_schemas/* enum */.k5n(['ok', 'err', 'unknown']),
    lastError: classic_schemas/* string */.YjP().default(''),
    /** Year 1 before the first evaluation. */
    lastEvaluation: answers_time,
});
const rulesAnswer = classic_schemas/* object */.Ikc({
    groups: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), interval: classic_schemas/* number */.aig().default(0), rules: classic_schemas/* array */.YOg(rule) })),
});
const alertsAnswer = classic_schemas/* object */.Ikc({
    alerts: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({
        labels,
        annotations: labels.default({}),
        state: classic_schemas/* enum */.k5n(['inactive', 'pending', 'firing', 'unknown']),
        activeAt: classic_schemas/* string */.YjP().default(''),
    })),
});

;// CONCATENATED MODULE: ./build/clients/prometheus.js




const RETRIES = 2;
const envelope = (data) => classic_schemas/* object */.Ikc({
    status: classic_schemas/* literal */.euz('success'),
    data,
    warnings: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).default([]),
    infos: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).default([]),
});
/** Made once: zod compiles a shape at its first use. */
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
const authorization = (credentials) => 'token' in credentials ? `Bearer ${credentials.token}` : basicAuth(credentials.user, credentials.password);
function getter(server) {
    const base = server.url.replace(/\/+$/, '');
    const { credentials } = server;
    const headers = {
        accept: 'application/json',
        ...(credentials && { authorization: authorization(credentials) }),
    };
    return async (path, { retries = RETRIES, form } = {}) => {
        try {
            return await exchange(server.pool, {
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
                throw (0,lib_errors/* platformError */.sx)('prometheus-cancelled', 'The question to Prometheus was cut short.', 'Nothing to do.', cause);
            throw unreachable(new URL(base).host, cause);
        }
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
const failure = classic_schemas/* object */.Ikc({ status: classic_schemas/* literal */.euz('error'), errorType: classic_schemas/* string */.YjP(), error: classic_schemas/* string */.YjP() });
function answerOf(answer, path, shape) {
    const body = jsonOf(answer.text);
    const failed = failure.safeParse(body);
    if (failed.success)
        throw apiError(answer.status, failed.data);
    if (answer.status !== 200)
        throw refusal(answer, path);
    const parsed = shape.safeParse(body);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw body === undefined
        ? notPrometheus(answer, path)
        : oddAnswer(path, `${issue?.path.join('.')}: ${issue?.message}`);
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Prometheus understood the request and says no (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
function apiError(status, { errorType, error }) {
    if (status === 503 && errorType !== 'timeout')
        return (0,lib_errors/* platformError */.sx)('prometheus-starting', `Prometheus is not ready: ${error}`, STARTING_HINT);
    return (0,lib_errors/* platformError */.sx)('prometheus-query', error, 'Correct the query; try it on the page /graph of Prometheus.');
}
const STARTING_HINT = 'It is replaying its write-ahead log, or was stopped. When this lasts, read its log: flyctl logs -a APP.';
function refusal(answer, path) {
    switch (answer.status) {
        case 401:
        case 403:
            return (0,lib_errors/* platformError */.sx)('prometheus-unauthorized', `Prometheus refuses our credentials (HTTP ${answer.status}).`, 'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
                'A derived password changes with the Fly token.');
        case 502:
        case 503:
        case 504:
            return (0,lib_errors/* platformError */.sx)('prometheus-starting', `Nothing ready answers for Prometheus (HTTP ${answer.status}).`, STARTING_HINT);
        default:
            return notPrometheus(answer, path);
    }
}
function notPrometheus(answer, path) {
    const location = answer.headers.location;
    const redirect = answer.status >= 300 && answer.status < 400 && typeof location === 'string';
    return (0,lib_errors/* platformError */.sx)('prometheus-not-prometheus', `What answers at this address is not Prometheus: ${path.split('?')[0]} gave HTTP ${answer.status}` +
        `${redirect ? ` to ${location.slice(0, 200)}` : contentType(answer)}.`, redirect
        ? 'Redirects are not followed, so that the password stays with the host it is meant for. Name the final address in prometheus-url.'
        : 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.');
}
function contentType(answer) {
    const type = answer.headers['content-type'];
    return typeof type === 'string' ? ` with ${type.slice(0, 100)}` : '';
}
function oddAnswer(path, what) {
    return (0,lib_errors/* platformError */.sx)('prometheus-odd-answer', `Prometheus answered ${path.split('?')[0]} in a form that we do not know (${what.slice(0, 200)}).`, 'Versions 2.42 to 3.14 are known to work. Is something between us and Prometheus changing its answers?');
}
/** No answer at all: the words of the system, and what they mean here. */
function unreachable(host, cause) {
    const thrown = cause;
    const code = String(thrown?.code ?? '');
    if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
        return (0,lib_errors/* platformError */.sx)('prometheus-timeout', `${host} did not answer in time.`, 'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.', cause);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return (0,lib_errors/* platformError */.sx)('prometheus-dns', `The name ${host} does not resolve (${code}).`, 'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.', cause);
    if (code === 'ECONNREFUSED')
        return (0,lib_errors/* platformError */.sx)('prometheus-refused', `${host} refuses connections.`, 'Nothing listens at this address and port: check prometheus-url.', cause);
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return (0,lib_errors/* platformError */.sx)('prometheus-tls', `TLS with ${host} failed: ${(0,lib_errors/* messageOf */.bD)(cause)}.`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.', cause);
    return (0,lib_errors/* platformError */.sx)('prometheus-connection', `The connection to ${host} broke: ${(0,lib_errors/* messageOf */.bD)(cause)}.`, 'Try again; when it stays, look at flyctl status -a APP and flyctl logs -a APP.', cause);
}

;// CONCATENATED MODULE: ./build/apply/changes.js
/** What was done at Fly, for the report. An app that is as it should be is told too. */
function flyChanges({ app, outcomes, problems }) {
    if (outcomes.length === 0 && problems.length === 0)
        return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is as it should be.' }];
    return outcomes.map((outcome) => ({
        subject: app,
        what: told(outcome.step.action),
        ...resultOf(outcome),
        ...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
    }));
}
function resultOf(outcome) {
    switch (outcome.kind) {
        case 'done':
            return { result: 'done', why: outcome.step.reason };
        case 'failed':
            return { result: 'failed', why: outcome.problem.message };
        case 'notRun':
            return { result: 'not-run', why: outcome.why };
    }
}
function told(action) {
    switch (action.kind) {
        case 'create-app':
            return 'create the app';
        case 'create-volume':
            return `create the volume ${action.name}`;
        case 'extend-volume':
            return `extend the volume to ${action.sizeGb} GB`;
        case 'allocate-address':
            return action.address === 'v6'
                ? 'allocate a public IPv6 address'
                : 'allocate a shared public IPv4 address';
        case 'stage-secrets':
            return `stage ${action.names.join(', ')}`;
        case 'deploy':
            return 'deploy';
        case 'start-machines':
            return `start ${action.machines.join(', ')}`;
    }
}
/** A machine as verification looks at it. */
function seenMachine(machine) {
    const { id, app, region, state, privateIp, processGroup, standby, checks } = machine;
    return {
        id,
        app,
        region,
        state,
        privateIp,
        processGroup,
        standby,
        ...(checks.length > 0 && { checksPass: checks.every((check) => check.status === 'passing') }),
    };
}
/** What was done in Grafana, for the report. */
function grafanaChanges({ results }) {
    return results.map((result) => ({
        subject: result.name,
        what: `${result.kind} ${result.state}`,
        ...whyOf(result),
    }));
}
function whyOf(result) {
    switch (result.state) {
        case 'failed':
        case 'kept':
            return { result: result.state, why: result.problem.message };
        case 'unchanged':
            return { result: 'unchanged', why: result.why ?? 'It is as it should be.' };
        default:
            return { result: 'done', why: result.why ?? '' };
    }
}
function grafanaDashboards({ results }) {
    return results
        .filter(({ kind }) => kind === 'dashboard')
        .map(({ name, url, state }) => ({ title: name, url: url ?? '', result: state }));
}
/** That nobody is told of an alert is nothing that failed, but somebody has to know it. */
function grafanaSkips({ notified }) {
    if (notified !== 'nobody')
        return [];
    return [
        {
            part: 'Notifications',
            why: 'Alerts fire in Grafana, but no contact point is told: nobody will hear of them.',
            set: 'alerts.receiver in the configuration, or a notification policy in Grafana',
        },
    ];
}

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
        throw (0,lib_errors/* platformError */.sx)('fly-secret-name', `${JSON.stringify(name)} is not a name for a Fly secret.`, 'Use letters, digits and underscores.');
    const line = `${name}=${Buffer.from(value, 'utf8').toString('base64')}`;
    if (line.length > LINE_LIMIT)
        throw (0,lib_errors/* platformError */.sx)('fly-secret-size', `The secret ${name} has ${Buffer.byteLength(value)} bytes; flyctl takes about 48,000.`, 'Make it smaller.');
    return line;
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return core._coercedString(schemas.ZodString, params);
}
function number(params) {
    return core._coercedNumber(schemas.ZodNumber, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function coerce_date(params) {
    return api/* _coercedDate */.B4(classic_schemas/* ZodDate */.aPP, params);
}

;// CONCATENATED MODULE: ./build/clients/flyctl/shapes.js

/**
 * What flyctl's `--json` answers, reduced to what is used here. Shapes recorded from flyctl 0.4.88; unknown keys are
 * dropped, and keys that an answer may leave out are optional.
 */
const shapes_text = classic_schemas/* string */.YjP().nullish();
/** A list; Go writes an empty one as `null`. */
const list = (item) => classic_schemas/* array */.YOg(item)
    .nullable()
    .transform((items) => items ?? []);
const machineJson = classic_schemas/* object */.Ikc({
    id: classic_schemas/* string */.YjP(),
    name: shapes_text,
    state: classic_schemas/* string */.YjP(),
    region: shapes_text,
    private_ip: shapes_text,
    updated_at: shapes_text,
    image_ref: classic_schemas/* object */.Ikc({ registry: shapes_text, repository: shapes_text, tag: shapes_text, digest: shapes_text }).nullish(),
    config: classic_schemas/* object */.Ikc({
        env: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* string */.YjP()).nullish(),
        image: shapes_text,
        metadata: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* string */.YjP()).nullish(),
        standbys: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).nullish(),
        checks: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* unknown */.L5J()).nullish(),
        services: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ checks: classic_schemas/* array */.YOg(classic_schemas/* unknown */.L5J()).nullish() })).nullish(),
        mounts: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ volume: shapes_text, name: shapes_text, path: shapes_text, size_gb: classic_schemas/* number */.aig().nullish() }))
            .nullish(),
    })
        .nullish(),
    events: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ type: shapes_text, status: shapes_text, timestamp: classic_schemas/* number */.aig().nullish() })).nullish(),
    checks: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), status: classic_schemas/* string */.YjP(), output: shapes_text })).nullish(),
});
/** Groups of machines that flyctl makes for its own passing purposes. */
const PASSING_GROUPS = new Set(['fly_app_release_command', 'fly_app_test_machine_command', 'fly_app_console']);
/** `machine list --json`: the app's machines, without destroyed ones and without flyctl's own passing ones. */
function machines(json, app) {
    return list(machineJson)
        .parse(json)
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
const volumeJson = classic_schemas/* object */.Ikc({
    id: classic_schemas/* string */.YjP(),
    name: classic_schemas/* string */.YjP(),
    state: classic_schemas/* string */.YjP(),
    size_gb: classic_schemas/* number */.aig(),
    region: classic_schemas/* string */.YjP(),
    attached_machine_id: shapes_text,
});
function volume(json) {
    const raw = volumeJson.parse(json);
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
    return list(classic_schemas/* unknown */.L5J())
        .parse(json)
        .map(volume)
        .filter((v) => !/destroy/.test(v.state));
}
/** `secrets list --json`. */
function secrets(json) {
    return list(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), digest: classic_schemas/* string */.YjP() })).parse(json);
}
const addressJson = classic_schemas/* object */.Ikc({ Address: classic_schemas/* string */.YjP(), Type: classic_schemas/* string */.YjP() });
/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
function addresses(json) {
    return list(addressJson)
        .parse(json)
        .map((raw) => ({
        address: raw.Address,
        kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
        version: raw.Type.endsWith('v4') ? 4 : 6,
    }));
}
const releaseJson = classic_schemas/* object */.Ikc({ version: classic_schemas/* number */.aig(), image_ref: classic_schemas/* string */.YjP() });
function emittedRelease(stdout) {
    for (const line of stdout.split('\n').reverse()) {
        if (!line.startsWith('{"'))
            continue;
        const parsed = releaseJson.safeParse(parseJson(line));
        if (parsed.success)
            return { version: parsed.data.version, imageRef: parsed.data.image_ref };
    }
    return undefined;
}
const releaseRow = classic_schemas/* object */.Ikc({ Version: classic_schemas/* number */.aig(), Status: shapes_text, ImageRef: shapes_text, CreatedAt: coerce_date() });
/** `releases --json`, newest first. */
function releases(json) {
    return list(releaseRow)
        .parse(json)
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
    return (0,lib_errors/* platformError */.sx)('fly-token-cannot-create', `This Fly token sees no app ${app}, and it may not create one.`, `If the app exists, use a token that covers it; else create it once by hand (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
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
    return error instanceof lib_errors/* ActionError */.lZ && error.problems.some((problem) => codes.includes(problem.code));
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
function fly_resultOf(app, outcomes, seen) {
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
    if (error instanceof lib_errors/* ActionError */.lZ)
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
                throw new Error(`a failure without a problem: ${(0,lib_errors/* messageOf */.bD)(error)}`);
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
    const why = await whyRefused(new lib_errors/* ActionError */.lZ('platform', [problem]), app, ctx.flyctl);
    return why instanceof lib_errors/* ActionError */.lZ ? (why.problems[0] ?? problem) : problem;
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
            throw new lib_errors/* ActionError */.lZ('platform', [deployed.problem]);
    };
    // Only flyctl's answer to a deploy tells that an app is missing: asking first would cost every run a start.
    const outcomes = await runSteps(chain(app, [deploy]), perform);
    const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
    return fly_resultOf(app, isMissing ? await runSteps(chain(app, first), perform) : outcomes, deployed);
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

// EXTERNAL MODULE: ./build/render/access.js
var render_access = __webpack_require__(3895);
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
        return fly_resultOf(app, await carryOut(work, plan.steps), work.seen);
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
        secretsDigest: (0,render_access/* keyedDigest */.rD)(flyctl.token, ['secrets', ...values]),
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
        return fly_resultOf(app, [], seen);
    const settled = await settle(asked, ctx.until, ctx);
    const problems = settled.problem ? [settled.problem] : [];
    return { ...fly_resultOf(app, [], { ...seen, machines: settled.machines }), problems };
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
        throw new lib_errors/* ActionError */.lZ('platform', [settled.problem]);
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

;// CONCATENATED MODULE: ./build/clients/grafana/errors.js


/** Every refusal as one problem: what was asked, what came back, and what to do. */
function errors_refusal(answer, asked) {
    const { status } = answer;
    const body = bodyOf(answer);
    const page = body === undefined && ![413, 429].includes(status) && status < 500;
    if (page || (status >= 300 && status < 400))
        return notGrafana(answer, asked);
    const said = (0,lib_text/* oneLine */.TN)(messageIn(body), 300);
    const fail = (code, hint) => (0,lib_errors/* platformError */.sx)(`grafana-${code}`, `Grafana refuses to ${asked.to}: ${said ? `${said} (HTTP ${status})` : `HTTP ${status}`}.`, hint);
    switch (status) {
        case 401:
            return fail('unauthorized', tokenHint(said, asked));
        case 403:
            return fail('forbidden', permissionHint(said));
        case 404:
            return fail('not-found', 'Was it deleted meanwhile, or is this Grafana older than 10? Run again to see.');
        case 409:
        case 412:
            return fail('conflict', conflictHint(said));
        case 413:
            return fail('too-large', 'Split the dashboard: Grafana takes at most 16 MB, a proxy before it may take less.');
        case 429:
            return fail('rate-limited', 'Run again in a minute; what was written stays written.');
        default:
            return status >= 500
                ? fail('server', "Run again: what was written stays written. When it stays, read Grafana's own log.")
                : fail('rejected', 'Correct what it names and run again.');
    }
}
/** The answer's JSON, or undefined when it is something else: a login page, a proxy's error. */
function bodyOf({ text }) {
    if (text === '')
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function messageIn(body) {
    const { message, messageId } = (body ?? {});
    return typeof message === 'string' ? message : typeof messageId === 'string' ? messageId : '';
}
const conflictHint = (said) => /data source/i.test(said)
    ? 'Rename the other data source, or name it as grafana.datasource in monitoring.yml to use it.'
    : 'Somebody else changed it meanwhile. Run again; when it stays, rename one of the two.';
function tokenHint(said, { cloudToken }) {
    if (cloudToken)
        return ('GRAFANA_API_KEY is an access policy token (glc_), which is good for remote write only. ' +
            'Make a service account token (glsa_) in the Grafana instance itself: Administration, Service accounts.');
    return /expired/i.test(said)
        ? 'The token has expired. Make a new one: Administration, Service accounts, Add service account token.'
        : 'GRAFANA_API_KEY must be a service account token (glsa_) of this very instance: Administration, Service accounts.';
}
/** Grafana names the permission; this names the role that has it. Measured: an Editor may do all but data sources. */
function permissionHint(said) {
    const needed = /Permissions needed: (.+)$/.exec(said)?.[1] ?? '';
    if (/read-only data source/i.test(said))
        return 'It is provisioned from a file on the Grafana server: change it there.';
    if (needed.startsWith('datasources:'))
        return 'Data sources need the Admin role or the permission "datasources:writer". Give it to the service account, or name an existing data source in monitoring.yml.';
    const role = needed.includes('alert.')
        ? 'Alert rules need the Editor role, or "alert.rules:write" and "alert.provisioning.provenance:write" on the folder.'
        : needed.startsWith('annotations:')
            ? 'Annotations need the Editor role or "annotations:create".'
            : 'Folders and dashboards need the Editor role, or "folders:create" and "dashboards:create".';
    return `${role} Grafana sees a new role or folder up to 60 seconds late.`;
}
function notGrafana(answer, { to, at }) {
    const { location } = answer.headers;
    const redirect = answer.status >= 300 && answer.status < 400 && typeof location === 'string';
    const what = redirect
        ? `HTTP ${answer.status} to ${(0,lib_text/* oneLine */.TN)(location, 200)}`
        : `HTTP ${answer.status} with ${(0,lib_text/* oneLine */.TN)(String(answer.headers['content-type'] ?? 'no content type'), 100)}`;
    return (0,lib_errors/* platformError */.sx)('grafana-not-grafana', `What answers at ${at} is not Grafana's API: asked to ${to}, it gave ${what}.`, redirect && !location.includes('/login')
        ? 'Redirects are not followed, so that the token stays with the host it is meant for. Set GRAFANA_URL to the final address.'
        : 'GRAFANA_URL is the address of the start page, with its sub-path where there is one (https://example.com/grafana). Is a login proxy in between?');
}
/** No answer at all. */
function errors_unreachable(cause, { to, at }) {
    const code = String(cause?.code ?? '');
    const fail = (short, what, hint) => (0,lib_errors/* platformError */.sx)(`grafana-${short}`, `Grafana at ${at} ${what}, asked to ${to}.`, hint, cause);
    if ((cause instanceof Error && cause.name === 'TimeoutError') || /TIMEOUT|ETIMEDOUT/.test(code))
        return fail('timeout', 'did not answer in time', 'It may be overloaded or restarting. Run again: what was written stays written.');
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return fail('dns', `has a name that does not resolve (${code})`, 'Check GRAFANA_URL, and that the runner may reach it.');
    if (code === 'ECONNREFUSED')
        return fail('refused', 'refuses connections', 'Is it running, and is the port in GRAFANA_URL the right one?');
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return fail('tls', `does not speak TLS with us: ${(0,lib_text/* oneLine */.TN)((0,lib_errors/* messageOf */.bD)(cause), 200)}`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.');
    return fail('connection', `broke the connection: ${(0,lib_text/* oneLine */.TN)((0,lib_errors/* messageOf */.bD)(cause), 200)}`, 'It may be restarting. Run again: what was written stays written.');
}
/** The run was cancelled, or its time was over, while we waited. */
function interrupted({ reason }, { to, at }) {
    const isOver = reason instanceof Error && reason.name === 'TimeoutError';
    return (0,lib_errors/* platformError */.sx)('grafana-interrupted', `${isOver ? 'Time was up' : 'The run was cancelled'} before Grafana at ${at} had answered, asked to ${to}.`, 'Run again: what was written stays written.', reason);
}
const has = (error, codes) => error.problems.some((p) => codes.includes(p.code.replace(/^grafana-/, '')));
const GONE = ['timeout', 'dns', 'refused', 'tls', 'connection', 'unauthorized', 'interrupted'];
/** Whether the next request would fare no better: nobody answers any more, or the token is none. */
const isGone = (error) => has(error, GONE);
/** Whether there was never anybody to talk to. */
const isHopeless = (error) => has(error, [...GONE, 'not-grafana']);
/** Whether a write that failed so may have been done all the same: look before writing again. */
const isUnsure = (error) => has(error, ['timeout', 'connection', 'refused', 'server']);

;// CONCATENATED MODULE: ./build/clients/grafana/request.js



/** Milliseconds for one request with its retries: a Grafana that restarts is back within it. */
const TIMEOUT_MS = 30_000;
/** With undici's doubling pauses about 13 s. */
const request_RETRIES = 6;
/** Origin and sub-path, without a slash at the end, a query or credentials. */
function baseOf(url) {
    const { origin, pathname } = new URL(url);
    return origin + pathname.replace(/\/+$/, '');
}
/**
 * Requests to one Grafana. Reads and PUTs, which may be repeated, are retried on 429, 502, 503, 504 and broken
 * connections; other writes only where Grafana surely did nothing: 429 and a refused connection.
 */
function createRequests(server) {
    const base = baseOf(server.url);
    const about = { at: base.replace(/^https?:\/\//, ''), cloudToken: server.token.startsWith('glc_') };
    const once = server.pool.compose(onlyUndone());
    const seen = { read: 0, write: 0 };
    return {
        counts: () => ({ ...seen }),
        send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
            const repeatable = method === 'GET' || method === 'PUT';
            seen[method === 'GET' ? 'read' : 'write'] += 1;
            const answer = await exchange(repeatable ? server.pool : once, {
                url: `${base}${path}`,
                method,
                headers: {
                    accept: 'application/json',
                    authorization: `Bearer ${server.token}`,
                    ...(body !== undefined && { 'content-type': 'application/json' }),
                    ...headers,
                },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(repeatable && { retries: request_RETRIES }),
                ...(server.signal && { signal: server.signal }),
                timeoutMs: TIMEOUT_MS,
            }).catch((cause) => {
                if (server.signal?.aborted)
                    throw interrupted(server.signal, { to, ...about });
                throw errors_unreachable(cause, { to, ...about });
            });
            return judged(answer, expect, { to, ...about });
        },
    };
}
function judged(answer, expect, about) {
    const body = bodyOf(answer);
    const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status);
    if (!good || body === undefined)
        throw errors_refusal(answer, about);
    return { status: answer.status, body };
}
const onlyUndone = () => undici/* interceptors */.dY.retry({
    maxRetries: request_RETRIES,
    methods: ['POST', 'DELETE'],
    statusCodes: [429],
    errorCodes: ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'],
    minTimeout: 250 + Math.floor(Math.random() * 100),
    maxTimeout: 5_000,
    throwOnError: false,
});

;// CONCATENATED MODULE: ./build/clients/grafana.js





const segment = encodeURIComponent;
function createGrafana(server) {
    const requests = createRequests(server);
    const url = baseOf(server.url);
    return {
        url,
        requests: requests.counts,
        ...dataSources(requests),
        ...folders(requests),
        ...dashboards(requests, url),
        ...alerting(requests),
        ...annotations(requests),
    };
}
const dataSourceShape = classic_schemas/* looseObject */._H3({
    uid: classic_schemas/* string */.YjP(),
    name: classic_schemas/* string */.YjP(),
    type: classic_schemas/* string */.YjP(),
    url: classic_schemas/* string */.YjP(),
    readOnly: classic_schemas/* boolean */.zMY().default(false),
});
const healthShape = classic_schemas/* object */.Ikc({ status: classic_schemas/* string */.YjP().default('ERROR'), message: classic_schemas/* string */.YjP().default('') });
function dataSources({ send }) {
    return {
        dataSource: async (by, value) => {
            const to = `read the data source "${value}"`;
            const answer = await send({ path: `/api/datasources/${by}/${segment(value)}`, to, expect: [404] });
            return answer.status === 404 ? undefined : shaped(answer, dataSourceShape, to);
        },
        createDataSource: async (body) => {
            await send({
                method: 'POST',
                path: '/api/datasources',
                body,
                to: `create the data source "${body.name}"`,
            });
        },
        updateDataSource: async (uid, body) => {
            const path = `/api/datasources/uid/${segment(uid)}`;
            await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` });
        },
        dataSourceHealth: async (uid) => {
            const to = 'ask the data source for its health';
            const path = `/api/datasources/uid/${segment(uid)}/health`;
            const { status, message } = shaped(await send({ path, to, expect: [400, 500] }), healthShape, to);
            return { ok: status === 'OK', message: (0,lib_text/* oneLine */.TN)(message, 300) };
        },
    };
}
const folderShape = classic_schemas/* object */.Ikc({ uid: classic_schemas/* string */.YjP(), title: classic_schemas/* string */.YjP() });
function folders({ send }) {
    return {
        folder: async (uid) => {
            const to = `read the folder "${uid}"`;
            const answer = await send({ path: `/api/folders/${segment(uid)}`, to, expect: [403, 404] });
            if (answer.status === 404)
                return undefined;
            return answer.status === 403 ? 'hidden' : shaped(answer, folderShape, to);
        },
        createFolder: async (folder) => {
            const to = `create the folder "${folder.title}"`;
            const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] });
            return answer.status === 412 ? 'taken' : 'created';
        },
        renameFolder: async ({ uid, title }) => {
            const path = `/api/folders/${segment(uid)}`;
            await send({
                method: 'PUT',
                path,
                body: { title, overwrite: true },
                to: `rename the folder to "${title}"`,
            });
        },
    };
}
const dashboardShape = classic_schemas/* object */.Ikc({
    dashboard: classic_schemas/* looseObject */._H3({ uid: classic_schemas/* string */.YjP() }),
    meta: classic_schemas/* object */.Ikc({ folderUid: classic_schemas/* string */.YjP().default(''), provisioned: classic_schemas/* boolean */.zMY().default(false) }),
});
const hitsShape = classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ uid: classic_schemas/* string */.YjP() }));
const listShape = classic_schemas/* object */.Ikc({
    metadata: classic_schemas/* object */.Ikc({ continue: classic_schemas/* string */.YjP().default('') }),
    items: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({
        metadata: classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), annotations: classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* string */.YjP()).default({}) }),
        spec: classic_schemas/* looseObject */._H3({}),
    })),
});
const settingsShape = classic_schemas/* object */.Ikc({ namespace: classic_schemas/* string */.YjP() });
/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50;
function dashboards(requests, url) {
    const { send } = requests;
    return {
        listDashboards: (atMost) => listDashboards(requests, url, atMost),
        knownDashboards: async (uids) => {
            const to = 'search for dashboards';
            const known = new Set();
            for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
                const query = uids.slice(from, from + UIDS_PER_SEARCH).map((uid) => `dashboardUIDs=${segment(uid)}`);
                const answer = await send({ path: `/api/search?type=dash-db&limit=5000&${query.join('&')}`, to });
                for (const { uid } of shaped(answer, hitsShape, to))
                    known.add(uid);
            }
            return known;
        },
        dashboard: async (uid) => {
            const to = `read the dashboard "${uid}"`;
            const answer = await send({ path: `/api/dashboards/uid/${segment(uid)}`, to, expect: [403, 404] });
            if (answer.status !== 200)
                return undefined;
            const { dashboard: json, meta } = shaped(answer, dashboardShape, to);
            return { uid, json, ...meta };
        },
        saveDashboard: async (dashboard, folderUid, message) => {
            const to = `write the dashboard "${dashboard.title}"`;
            const body = { dashboard, folderUid, overwrite: true, message };
            await send({ method: 'POST', path: '/api/dashboards/db', body, to });
        },
    };
}
/**
 * v0alpha1 gives dashboards as they are stored; the newer versions migrate them on the way and cannot be compared.
 * The namespace is `default` for the first organisation; others, and Grafana Cloud, tell it in their settings.
 */
async function listDashboards({ send }, url, atMost) {
    const to = 'list the dashboards';
    const dashboards = [];
    const cloud = new URL(url).hostname.endsWith('.grafana.net');
    let namespace = cloud ? await namespaceOf(send) : 'default';
    let next = '';
    do {
        const path = `/apis/dashboard.grafana.app/v0alpha1/namespaces/${segment(namespace)}/dashboards`;
        const query = `?limit=${atMost}${next && `&continue=${segment(next)}`}`;
        const answer = await send({ path: path + query, to, expect: NO_LIST });
        if (answer.status === 403 && namespace === 'default') {
            namespace = await namespaceOf(send);
            if (namespace !== 'default')
                continue;
        }
        if (answer.status !== 200)
            return undefined;
        const page = shaped(answer, listShape, to);
        dashboards.push(...page.items.map(fromResource));
        next = page.metadata.continue;
        if (!next)
            return { dashboards, complete: true };
    } while (dashboards.length < atMost);
    return { dashboards, complete: false };
}
/** Answers of a Grafana that has no such list (before 12), or does not give it to us. */
const NO_LIST = [400, 403, 404, 405, 406, 500, 501];
async function namespaceOf(send) {
    const to = 'tell its namespace';
    return shaped(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace;
}
function fromResource({ metadata, spec }) {
    const { annotations } = metadata;
    const manager = annotations['grafana.app/managedBy'] ?? '';
    return {
        uid: metadata.name,
        folderUid: annotations['grafana.app/folder'] ?? '',
        json: spec,
        provisioned: manager.includes('file-provisioning') || manager === 'repo',
    };
}
const ruleShape = classic_schemas/* looseObject */._H3({
    uid: classic_schemas/* string */.YjP(),
    title: classic_schemas/* string */.YjP(),
    folderUID: classic_schemas/* string */.YjP(),
    ruleGroup: classic_schemas/* string */.YjP(),
});
const groupShape = classic_schemas/* object */.Ikc({ interval: classic_schemas/* number */.aig(), rules: classic_schemas/* array */.YOg(ruleShape).nullable() });
const contactPointShape = classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), type: classic_schemas/* string */.YjP(), settings: classic_schemas/* looseObject */._H3({}).default({}) }));
const policiesShape = classic_schemas/* object */.Ikc({
    receiver: classic_schemas/* string */.YjP().default(''),
    routes: classic_schemas/* array */.YOg(classic_schemas/* unknown */.L5J())
        .nullish()
        .transform((routes) => routes ?? []),
});
/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' };
function alerting({ send }) {
    const groupPath = (folder, title) => `/api/v1/provisioning/folder/${segment(folder)}/rule-groups/${segment(title)}`;
    return {
        rules: async () => {
            const to = 'list the alert rules';
            return shaped(await send({ path: '/api/v1/provisioning/alert-rules', to }), classic_schemas/* array */.YOg(ruleShape), to);
        },
        ruleGroup: async (folderUid, title) => {
            const to = `read the rule group "${title}"`;
            const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] });
            if (answer.status !== 200)
                return undefined;
            const { interval, rules } = shaped(answer, groupShape, to);
            return { interval, rules: rules ?? [] };
        },
        putRuleGroup: async (folderUid, title, body) => {
            const to = `write the rule group "${title}"`;
            await send({ method: 'PUT', path: groupPath(folderUid, title), body, headers: EDITABLE, to });
        },
        deleteRuleGroup: async (folderUid, title) => {
            const to = `remove the rule group "${title}"`;
            await send({
                method: 'DELETE',
                path: groupPath(folderUid, title),
                headers: EDITABLE,
                to,
                expect: [404],
            });
        },
        contactPoints: async () => {
            const to = 'list the contact points';
            return shaped(await send({ path: '/api/v1/provisioning/contact-points', to }), contactPointShape, to);
        },
        policies: async () => {
            const to = 'read the notification policies';
            const tree = shaped(await send({ path: '/api/v1/provisioning/policies', to }), policiesShape, to);
            return { receiver: tree.receiver, routes: tree.routes.length };
        },
    };
}
function annotations({ send }) {
    return {
        hasAnnotation: async (tags, from) => {
            const to = 'look for the deploy annotation';
            const query = new URLSearchParams({
                type: 'annotation',
                from: String(from),
                to: String(Date.now() + 60_000),
            });
            for (const tag of tags)
                query.append('tags', tag);
            const answer = await send({ path: `/api/annotations?${query}`, to });
            return shaped(answer, classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ id: classic_schemas/* number */.aig() })), to).length > 0;
        },
        annotate: async (annotation) => {
            await send({
                method: 'POST',
                path: '/api/annotations',
                body: annotation,
                to: 'add the deploy annotation',
            });
        },
    };
}
function shaped({ status, body }, shape, to) {
    const parsed = shape.safeParse(body);
    if (parsed.success)
        return parsed.data;
    throw grafana_oddAnswer(status, to, parsed.error);
}
function grafana_oddAnswer(status, to, { issues: [issue] }) {
    const where = issue ? ` (${issue.path.join('.') || 'body'}: ${(0,lib_text/* oneLine */.TN)(issue.message, 100)})` : '';
    return (0,lib_errors/* platformError */.sx)('grafana-odd-answer', `Grafana, asked to ${to}, answered HTTP ${status} in a form that we do not know${where}.`, 'Grafana 12.4 is known to work. Does GRAFANA_URL point to Grafana itself?');
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/plan/grafana-json.js

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100;
/** Whether a value is nested deeper than a dashboard can be. */
function tooDeep(value, depth = 0) {
    if (value === null || typeof value !== 'object')
        return false;
    if (depth > MAX_DEPTH)
        return true;
    for (const inner of Object.values(value))
        if (tooDeep(inner, depth + 1))
            return true;
    return false;
}
/** JSON with the keys of every object sorted: equal values give equal texts, whoever serialised them. */
const canonical = (value) => JSON.stringify(sorted(value));
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isObject(value))
        return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
function equalJson(a, b) {
    if (a === b)
        return true;
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
        return false;
    if (Array.isArray(a) !== Array.isArray(b))
        return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length)
        return false;
    for (const key of keys)
        if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
            return false;
    return true;
}
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
/** The value with each direct member changed. Shared with the original, not copied, where nothing changes. */
function mapMembers(value, change) {
    if (value === null || typeof value !== 'object')
        return value;
    let copy;
    for (const key of Object.keys(value)) {
        const member = value[key];
        const changed = change(member, key);
        if (changed === member)
            continue;
        copy ??= (Array.isArray(value) ? [...value] : { ...value });
        copy[key] = changed;
    }
    return copy ?? value;
}
/** The value with every string in it passed through `change`, keys left alone. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    return mapMembers(value, (member) => mapStrings(member, change));
}

;// CONCATENATED MODULE: ./build/plan/grafana-datasource-refs.js

/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/;
/**
 * Makes every reference to a Prometheus data source ours: by name, by the uid of another instance, by default (null on
 * something that queries), or by a variable that the dashboard does not declare. Variables that it declares stay, and
 * show ours first. Other types of data sources stay as they are.
 */
function bindDataSource(spec, ours) {
    const templating = isObject(spec.templating) ? spec.templating : {};
    const variables = Array.isArray(templating.list) ? templating.list : [];
    const declared = new Set(variables.filter(isObject).map((v) => String(v.name)));
    const target = { type: 'prometheus', uid: ours.uid };
    const bound = walk(spec, (ref) => (isOurs(ref, declared) ? target : ref));
    if (!isObject(bound.templating) || !Array.isArray(bound.templating.list))
        return bound;
    const list = bound.templating.list.map((variable) => pointed(variable, ours));
    return { ...bound, templating: { ...bound.templating, list } };
}
function isOurs(ref, declared) {
    const name = isObject(ref) ? ref.uid : ref;
    if (isObject(ref) && ref.type !== undefined && ref.type !== 'prometheus')
        return false;
    if (typeof name !== 'string')
        return true;
    const variable = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name);
    return variable ? !declared.has(variable[1] ?? variable[2] ?? '') : !BUILT_IN.test(name);
}
/** Panels, targets, variables and annotations all name their data source in a key of this name. */
function walk(value, bind) {
    if (value === null || typeof value !== 'object')
        return value;
    const named = asksDefault(value) ? { ...value, datasource: bind(null) } : value;
    return mapMembers(named, (member, key) => {
        if (key === 'datasource')
            return member === null ? member : bind(member);
        return walk(member, bind);
    });
}
/** A panel with queries, of which none says where it goes, asks the default data source: somebody else's. */
const asksDefault = (value) => isObject(value) &&
    (value.datasource === undefined || value.datasource === null) &&
    Array.isArray(value.targets) &&
    value.targets.some((target) => isObject(target) && typeof target.expr === 'string' && !target.datasource);
/** A variable that lets people choose a Prometheus starts with ours. */
function pointed(variable, ours) {
    if (!isObject(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
        return variable;
    const many = variable.multi === true;
    const current = many
        ? { selected: true, text: [ours.name], value: [ours.uid] }
        : { selected: true, text: ours.name, value: ours.uid };
    return { ...variable, current };
}

;// CONCATENATED MODULE: ./build/plan/grafana-dashboard.js



const UID = /^[a-zA-Z0-9_-]{1,40}$/;
/**
 * Brings any dashboard JSON that people have into one form: plain, wrapped in `{"dashboard": …}`, exported with
 * `__inputs`, a v0 or v1 resource. Every reference to a Prometheus data source becomes ours; a foreign `id` goes, since
 * Grafana answers it with 404; a missing uid is made from the file's name, since each post would make a duplicate.
 * The dashboard also gets an annotation query that shows our deploy annotations.
 */
function normaliseDashboard({ file, json }, home) {
    const found = tooDeep(json) ? 'depth' : unwrap(json);
    if (typeof found === 'string')
        return refused(file, found);
    if (isV2(found))
        return refused(file, 'v2');
    const uid = found.uid ?? found.spec.uid ?? uidOf(file, home.deployment);
    if (typeof uid !== 'string' || !UID.test(uid))
        return refused(file, 'uid');
    const { spec, missing } = resolveInputs(found.spec, home.dataSource);
    if (missing !== undefined)
        return refused(file, 'input', missing);
    const title = typeof spec.title === 'string' ? spec.title.trim() : '';
    if (!title)
        return refused(file, 'title');
    const bound = withDeployments(bindDataSource(spec, home.dataSource), home.deployment);
    return { kind: 'dashboard', dashboard: { file, uid, title, json: { ...bound, title, uid } } };
}
/** What can be wrong with a file: what it is, and what to do. */
const FAULTS = {
    depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
    shape: ['holds no dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
    v2: [
        'is a dashboard of schema v2, which the dashboard API stores without understanding it',
        'Export it as the classic model (V1), or write it with a tool that speaks /apis.',
    ],
    uid: ['has a uid that Grafana does not take', 'At most 40 letters, digits, "-" and "_".'],
    title: ['holds a dashboard without a title', 'Give it a "title".'],
    input: [
        'asks for an input that is not a Prometheus data source',
        'Write the uid of that data source into the file in its place.',
    ],
};
function refused(file, fault, name) {
    const [what, hint] = FAULTS[fault];
    return {
        kind: 'problem',
        problem: {
            code: `grafana-dashboard-${fault}`,
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} ${what}${name === undefined ? '' : `: ${name}`}.`,
            hint,
        },
    };
}
/** Takes off the wrapping of the API (`dashboard`) and of resources (`spec`), in any order. */
function unwrap(json) {
    let value = json;
    let resource;
    for (let layers = 0; layers < 3 && isObject(value); layers++) {
        const { apiVersion, metadata, spec, dashboard } = value;
        if (typeof apiVersion === 'string' && apiVersion.startsWith('dashboard.grafana.app/') && isObject(spec)) {
            const name = isObject(metadata) ? metadata.name : undefined;
            resource = { apiVersion, uid: typeof name === 'string' ? name : undefined };
            value = spec;
        }
        else if (isObject(dashboard) && !Array.isArray(value.panels))
            value = dashboard;
        else
            return { spec: value, apiVersion: resource?.apiVersion, uid: resource?.uid };
    }
    return 'shape';
}
const isV2 = ({ spec, apiVersion }) => /\/v2/.test(apiVersion ?? '') || (isObject(spec.elements) && isObject(spec.layout));
/** The same file of the same deployment has the same uid, whatever its title is. */
function uidOf(file, deployment) {
    const name = (0,posix_.basename)(file)
        .replace(/\.json$/i, '')
        .replace(/[^a-zA-Z0-9_-]+/g, '-');
    return `${name.slice(0, 31)}-${sha256(`${deployment}/${file}`).slice(0, 8)}`;
}
/**
 * Substitutes what an export for others left open: `${DS_PROMETHEUS}` by our data source, constants by their value,
 * library panels by the copies that the export carries. What belongs to another instance goes.
 */
function resolveInputs(spec, ours) {
    const { __inputs: inputs, __requires, __elements: elements, id, version, ...rest } = spec;
    const values = new Map();
    for (const input of Array.isArray(inputs) ? inputs.filter(isObject) : []) {
        const name = String(input.name);
        const prometheus = input.type === 'datasource' && (input.pluginId ?? 'prometheus') === 'prometheus';
        if (prometheus)
            values.set(name, ours.uid);
        else if (typeof input.value === 'string')
            values.set(name, input.value);
        else
            return { spec, missing: name };
    }
    const filled = values.size === 0 ? rest : mapStrings(rest, (text) => filledIn(text, values));
    return { spec: inlined(filled, isObject(elements) ? elements : {}) };
}
const filledIn = (text, values) => text.replace(/\$\{(\w+)\}/g, (all, name) => values.get(name) ?? all);
function inlined(spec, elements) {
    if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0)
        return spec;
    const inline = (panel) => {
        if (!isObject(panel))
            return panel;
        if (Array.isArray(panel.panels))
            return { ...panel, panels: panel.panels.map(inline) };
        const { libraryPanel, ...own } = panel;
        const element = isObject(libraryPanel) ? elements[String(libraryPanel.uid)] : undefined;
        return isObject(element) && isObject(element.model) ? { ...element.model, ...own } : panel;
    };
    return { ...spec, panels: spec.panels.map(inline) };
}
/** Tags that every deploy annotation of a deployment carries. */
const annotationTags = (deployment) => ['deploy', deployment];
/** Adds the query for our deploy annotations unless the dashboard has one. */
function withDeployments(spec, deployment) {
    const tags = annotationTags(deployment);
    const annotations = isObject(spec.annotations) ? spec.annotations : {};
    const list = Array.isArray(annotations.list) ? annotations.list : [];
    const shows = (query) => {
        const asked = isObject(query) && isObject(query.target) ? query.target.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (list.some(shows))
        return spec;
    const query = {
        datasource: { type: 'grafana', uid: '-- Grafana --' },
        enable: true,
        hide: false,
        iconColor: 'blue',
        name: 'Deployments',
        target: { limit: 100, matchAny: false, tags, type: 'tags' },
    };
    return { ...spec, annotations: { ...annotations, list: [...list, query] } };
}

;// CONCATENATED MODULE: ./build/plan/grafana-standing.js

/**
 * Our memory of the last write, kept in the dashboard itself: labels and annotations of the resource are lost at the
 * next save through /api, an unknown key of the JSON is stored as it is (both measured on Grafana 12.4). An edit through
 * the API keeps the key and so no longer matches its digest; Grafana's own editor writes only what it knows and drops it.
 */
const MARK = '__deployMonitoring';
/**
 * What is compared: all but what the server numbers and `refresh`, the one field that Grafana rewrites (to its
 * min_refresh_interval).
 */
function contentOf(json) {
    const { id, uid, version, refresh, [MARK]: mark, ...content } = json;
    return content;
}
const digestOf = (json, folderUid) => sha256(canonical([contentOf(json), folderUid])).slice(0, 32);
/** The JSON that is sent: the dashboard with our mark. */
function marked({ json }, deployment, folderUid) {
    const mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null };
    return { ...json, [MARK]: mark };
}
function markOf(json) {
    const mark = json[MARK];
    if (!isObject(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
        return undefined;
    return { deployment: mark.deployment, digest: mark.digest, refresh: mark.refresh };
}
function standing(wanted, stored, { deployment, folderUid }) {
    if (!stored)
        return 'absent';
    const mark = markOf(stored.json);
    if (mark && mark.deployment !== deployment)
        return 'other-deployment';
    const refresh = wanted.json.refresh ?? null;
    const refreshed = refresh === (stored.json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh);
    const same = stored.folderUid === folderUid && equalJson(contentOf(stored.json), contentOf(wanted.json));
    if (same && refreshed)
        return 'unchanged';
    if (stored.provisioned)
        return 'provisioned';
    if (!mark)
        return stored.folderUid === folderUid ? 'edited' : 'foreign';
    const ours = !tooDeep(stored.json) && mark.digest === digestOf(stored.json, stored.folderUid);
    return ours ? 'changed' : 'edited';
}

;// CONCATENATED MODULE: ./build/apply/grafana-work.js


/** Runs one piece of work; a refusal becomes its problem. Anything but a refusal is thrown on. */
async function attempt(work, piece) {
    if (work.gone)
        return { ok: false, problem: notTried(work.gone) };
    return settled(piece, (error, problem) => {
        if (isGone(error))
            work.gone = problem;
    });
}
/** The same for a question whose failure says nothing about Grafana itself. */
async function settled(piece, noted) {
    try {
        return { ok: true, value: await piece() };
    }
    catch (error) {
        const problem = error instanceof lib_errors/* ActionError */.lZ ? error.problems[0] : undefined;
        if (!(error instanceof lib_errors/* ActionError */.lZ) || !problem)
            throw error;
        noted?.(error, problem);
        return { ok: false, problem };
    }
}
/** A read before the first write: what makes all further work hopeless is thrown, so that nothing is written. */
function grafana_work_observe(piece) {
    return settled(piece, (error) => {
        if (isHopeless(error))
            throw error;
    });
}
/** Not written because of something that failed before. */
function notTried(because) {
    return {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not tried, because something it needs failed${because ? `: ${because.message}` : '.'}`,
        hint: because?.hint ?? 'Put that right and run again.',
    };
}
/** Every item through `piece`, at most `width` at a time, results in the items' order. */
async function atMost(width, items, piece) {
    const results = [];
    const queue = items.entries();
    const lane = async () => {
        for (const [i, item] of queue)
            results[i] = await piece(item);
    };
    await Promise.all(Array.from({ length: width }, lane));
    return results;
}
/** Measured: Grafana 12.4 saves no faster with more, and then loses permissions without a word. */
const WRITES_AT_ONCE = 2;
const READS_AT_ONCE = 6;

;// CONCATENATED MODULE: ./build/apply/grafana-dashboards.js





/** So few are asked for one by one: a list carries every dashboard of the instance. */
const FEW = 3;
/** A list may carry this many more dashboards than we have, before it is given up for single reads. */
const SPARE = 50;
/** Whether so many are asked for by a list. */
const isMany = (dashboards) => dashboards > FEW;
/**
 * The stored dashboards among ours: from one list of everything where Grafana gives one and is not much bigger than
 * what we bring, else by a search for the uids and one read for each that exists. The list needs no uids, and is asked
 * for while the files are still brought into form.
 */
async function observeDashboards(grafana, files, forming) {
    const seen = new Map();
    const look = (uid) => seen.get(uid) ?? { ok: true, value: undefined };
    if (isMany(files)) {
        const list = await grafana_work_observe(() => grafana.listDashboards(2 * files + SPARE));
        const { dashboards, complete } = (list.ok && list.value) || { dashboards: [], complete: false };
        for (const value of dashboards)
            seen.set(value.uid, { ok: true, value });
        if (complete)
            return look;
    }
    const { good } = await forming;
    let missing = good.map(({ uid }) => uid).filter((uid) => !seen.has(uid));
    if (isMany(missing.length)) {
        const known = await grafana_work_observe(() => grafana.knownDashboards(missing));
        if (known.ok)
            missing = missing.filter((uid) => known.value.has(uid));
    }
    await atMost(READS_AT_ONCE, missing, async (uid) => {
        seen.set(uid, await grafana_work_observe(() => grafana.dashboard(uid)));
    });
    return look;
}
/** Writes what differs, each with its own result. */
function writeDashboards(work, dashboards, seen) {
    return atMost(WRITES_AT_ONCE, dashboards, (dashboard) => writeDashboard(work, dashboard, seen(dashboard.uid)));
}
async function writeDashboard(work, dashboard, read) {
    const { grafana, desired } = work;
    const { file, title, uid } = dashboard;
    const about = { kind: 'dashboard', name: title, file, url: `${grafana.url}/d/${uid}` };
    if (!read.ok)
        return { ...about, state: 'failed', problem: read.problem };
    const stored = read.value;
    const found = standing(dashboard, stored, placeOf(work));
    if (found === 'unchanged')
        return { ...about, state: 'unchanged' };
    const refused = objection(dashboard, stored, found, desired.overwrite === 'always');
    if (refused)
        return { ...about, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused };
    const written = await attempt(work, () => save(work, dashboard));
    if (!written.ok)
        return { ...about, state: 'failed', problem: written.problem };
    if (found === 'absent')
        return { ...about, state: 'created' };
    return { ...about, state: 'updated', ...(found !== 'changed' && { why: 'overwritten, as configured' }) };
}
const placeOf = ({ desired }) => ({
    deployment: desired.deployment,
    folderUid: desired.folder.uid,
});
/** Why a stored dashboard is left as it is: a warning where it is ours, an error where its uid is somebody else's. */
function objection({ file, title, uid }, stored, found, always) {
    const at = { file, line: 1, column: 1 };
    const name = `"${(0,lib_text/* oneLine */.TN)(title, 100)}" (${uid})`;
    if (found === 'edited' && !always)
        return {
            ...{ code: 'grafana-dashboard-edited', severity: 'warning', at },
            message: `The dashboard ${name} was changed in Grafana since we last wrote it, and is left as it is.`,
            hint: `Take the change over into ${file}, or set grafana.overwrite: always in monitoring.yml to replace it.`,
        };
    if (found === 'provisioned')
        return {
            ...{ code: 'grafana-dashboard-provisioned', severity: 'warning', at },
            message: `The dashboard ${name} is provisioned from a file on the Grafana server and differs from ${file}.`,
            hint: `Remove it there, or give the dashboard in ${file} another uid.`,
        };
    if (found === 'other-deployment' || (found === 'foreign' && !always)) {
        const whose = found === 'foreign'
            ? `is in another folder (${stored?.folderUid || 'General'})`
            : 'belongs to another deployment';
        return {
            ...{ code: 'grafana-dashboard-clash', severity: 'error', at },
            message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by us.`,
            hint: `Give the dashboard in ${file} another uid${found === 'foreign' ? ', or set grafana.overwrite: always to take it over' : ''}.`,
        };
    }
    return undefined;
}
/** A save whose answer got lost is looked up before it is repeated, so that nothing is written twice. */
async function save(work, dashboard) {
    const { grafana, desired } = work;
    const { deployment, folder } = desired;
    const json = marked(dashboard, deployment, folder.uid);
    const post = () => grafana.saveDashboard(json, folder.uid, `Written by deploy-monitoring for ${deployment}`);
    try {
        await post();
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ) || !isUnsure(error))
            throw error;
        const now = await grafana.dashboard(dashboard.uid);
        if (standing(dashboard, now, placeOf(work)) !== 'unchanged')
            await post();
    }
}

;// CONCATENATED MODULE: ./build/plan/grafana-datasource.js

/** The body that creates our data source. It never becomes the default one. */
function newDataSource(own) {
    return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false, ...secret(own) };
}
/**
 * The body that brings a stored data source to what we want. A PUT replaces everything but secrets, so what others set
 * (its name, isDefault, further jsonData) is sent back as it is. No version: then the request may be repeated.
 */
function changedDataSource(stored, own) {
    const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored;
    return { ...rest, ...fields(own, isObject(stored.jsonData) ? stored.jsonData : {}), ...secret(own) };
}
/** What differs, in words; empty when nothing does. A changed password shows only in the data source's health. */
function dataSourceDifferences(stored, own) {
    const wanted = fields(own, isObject(stored.jsonData) ? stored.jsonData : {});
    const hasSecret = isObject(stored.secureJsonFields) && stored.secureJsonFields.basicAuthPassword === true;
    const jsonData = isObject(stored.jsonData) ? stored.jsonData : {};
    return [
        ...['url', 'access', 'basicAuth'].filter((key) => stored[key] !== wanted[key]),
        ...(own.user !== undefined && stored.basicAuthUser !== own.user ? ['user'] : []),
        ...(own.password !== undefined && !hasSecret ? ['password'] : []),
        ...(jsonData.timeInterval !== own.timeInterval ? ['scrape interval'] : []),
    ];
}
function fields(own, jsonData) {
    return {
        type: 'prometheus',
        access: 'proxy',
        url: own.url,
        basicAuth: own.user !== undefined,
        basicAuthUser: own.user ?? '',
        jsonData: {
            httpMethod: 'POST',
            prometheusType: 'Prometheus',
            ...jsonData,
            timeInterval: own.timeInterval,
        },
    };
}
const secret = (own) => own.password === undefined ? {} : { secureJsonData: { basicAuthPassword: own.password } };

;// CONCATENATED MODULE: ./build/apply/grafana-datasource.js






/** Types that are asked in PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];
/** Milliseconds that a fresh Prometheus' name and address may take to be known to Grafana. */
const HEALTH_PATIENCE_MS = 10_000;
const HEALTH_PAUSE_MS = 500;
/** The data source that `grafana.datasource` names, by uid or else by name. */
async function existingDataSource(grafana, named) {
    const found = (await byUid(grafana, named)) ?? (await grafana.dataSource('name', named));
    if (found && PROMETHEUS.includes(found.type))
        return found;
    if (found)
        throw new lib_errors/* ActionError */.lZ('platform', [wrongType(found)]);
    throw (0,lib_errors/* platformError */.sx)('grafana-datasource-missing', `Grafana has no data source with the uid or name "${(0,lib_text/* oneLine */.TN)(named, 100)}".`, 'Correct grafana.datasource in monitoring.yml. Without that key mode deploy creates one for this deployment; mode dashboards then uses it.');
}
/** A name may hold what no uid can. */
const byUid = async (grafana, value) => /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined;
const wrongType = ({ name, type }) => ({
    code: 'grafana-datasource-type',
    severity: 'error',
    message: `The data source "${(0,lib_text/* oneLine */.TN)(name, 100)}" is of type ${(0,lib_text/* oneLine */.TN)(type, 50)}, not Prometheus. It is left as it is.`,
    hint: 'Give it another uid, or name a Prometheus data source as grafana.datasource in monitoring.yml.',
});
/** Our own data source: created, corrected where it differs, left alone where it is provisioned. */
async function applyDataSource(work, own, stored) {
    const { grafana } = work;
    const about = {
        kind: 'data source',
        name: stored?.name ?? own.name,
        url: `${grafana.url}/connections/datasources/edit/${own.uid}`,
    };
    const failed = (problem) => ({ ...about, state: 'failed', problem });
    if (!stored) {
        const made = await attempt(work, () => create(grafana, own));
        if (!made.ok)
            return { result: failed(made.problem), blocked: made.problem };
        return { result: { ...about, state: 'created' } };
    }
    const problem = stored.type === 'prometheus' ? undefined : wrongType(stored);
    if (problem)
        return { result: failed(problem), blocked: problem };
    const differences = dataSourceDifferences(stored, own);
    if (differences.length === 0)
        return { result: { ...about, state: 'unchanged' } };
    if (stored.readOnly)
        return { result: { ...about, state: 'kept', problem: provisioned(stored, differences) } };
    const changed = await attempt(work, () => grafana.updateDataSource(own.uid, changedDataSource(stored, own)));
    if (!changed.ok)
        return { result: failed(changed.problem) };
    return { result: { ...about, state: 'updated', why: `new ${differences.join(', ')}` } };
}
async function create(grafana, own) {
    try {
        await grafana.createDataSource(newDataSource(own));
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ) || !isUnsure(error))
            throw error;
        if (!(await grafana.dataSource('uid', own.uid)))
            await grafana.createDataSource(newDataSource(own));
    }
}
const provisioned = ({ name }, differences) => ({
    code: 'grafana-datasource-provisioned',
    severity: 'warning',
    message: `The data source "${(0,lib_text/* oneLine */.TN)(name, 100)}" is provisioned from a file and differs from what we need: ${differences.join(', ')}.`,
    hint: 'Change that file on the Grafana server, or give the data source there another uid.',
});
/**
 * Asks Grafana whether the data source answers, for a while where it does not yet. A password never comes back from
 * Grafana, so that a 401 is how we learn that the stored one is old: it is then sent again.
 */
async function provenHealth(work, uid, result) {
    const { grafana, signal } = work;
    const deadline = Date.now() + HEALTH_PATIENCE_MS;
    for (;;) {
        // Grafana may wait for Prometheus longer than we wait for Grafana.
        const asked = await settled(() => grafana.dataSourceHealth(uid));
        if (!asked.ok)
            return unproven(result, asked.problem);
        const { ok, message } = asked.value;
        if (ok)
            return { result, healthy: true };
        if (/\b401\b/.test(message))
            return relocked(work, uid, result, message);
        if (Date.now() > deadline)
            return unproven(result, unhealthy(result.name, message, false));
        await (0,external_node_timers_promises_.setTimeout)(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) });
    }
}
/** Prometheus refuses the stored password: unless it is the one that this run just sent, ours is sent. */
async function relocked(work, uid, result, message) {
    const own = 'existing' in work.desired.dataSource ? undefined : work.desired.dataSource;
    if (own?.password === undefined || result.state !== 'unchanged')
        return unproven(result, unhealthy(result.name, message, true));
    const resent = await attempt(work, () => resend(work.grafana, own));
    if (!resent.ok)
        return unproven(result, resent.problem);
    return provenHealth(work, uid, { ...result, state: 'updated', why: 'new password' });
}
async function resend(grafana, own) {
    const stored = await grafana.dataSource('uid', own.uid);
    if (stored)
        await grafana.updateDataSource(own.uid, changedDataSource(stored, own));
}
/** Keeps the problem of a failed write, which came first. */
const unproven = (result, problem) => {
    if (result.state === 'failed')
        return { result, healthy: false };
    const { kind, name, url } = result;
    return {
        result: { kind, name, ...(url !== undefined && { url }), state: 'failed', problem },
        healthy: false,
    };
};
const unhealthy = (name, message, locked) => ({
    code: 'grafana-datasource-unhealthy',
    severity: 'error',
    message: `Grafana has the data source "${(0,lib_text/* oneLine */.TN)(name, 100)}", but gets no answer through it: ${message}`,
    hint: locked
        ? 'Prometheus refuses the password that Grafana has. Deploy with the right one, or correct it in the data source.'
        : 'Grafana must reach the URL of the data source from where it runs. Open it there, and see the log of the monitoring app.',
});

;// CONCATENATED MODULE: ./build/apply/grafana-folder.js



/**
 * The folder by its uid: created, or given the title that is wanted. An Editor cannot tell a missing folder from a
 * hidden one (both 403), so creating decides: 412 means that it is there.
 */
async function applyFolder(work, read) {
    const { grafana, desired } = work;
    const { folder } = desired;
    const about = {
        kind: 'folder',
        name: folder.title,
        url: `${grafana.url}/dashboards/f/${folder.uid}`,
    };
    const failed = (problem) => ({ ...about, state: 'failed', problem });
    if (!read.ok)
        return { result: failed(read.problem), blocked: read.problem };
    const stored = read.value;
    if (stored === undefined || stored === 'hidden') {
        const made = await attempt(work, () => createFolder(work));
        if (!made.ok)
            return { result: failed(made.problem), blocked: made.problem };
        return { result: { ...about, state: made.value === 'created' ? 'created' : 'unchanged' } };
    }
    if (stored.title === folder.title)
        return { result: { ...about, state: 'unchanged' } };
    const renamed = await attempt(work, () => grafana.renameFolder(folder));
    if (!renamed.ok)
        return { result: failed(renamed.problem) };
    return { result: { ...about, state: 'updated', why: `renamed from "${stored.title}"` } };
}
/** When the answer got lost, a second try finds the folder taken: by us. */
async function createFolder({ grafana, desired: { folder } }) {
    try {
        return await grafana.createFolder(folder);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ) || !isUnsure(error))
            throw error;
        const there = await grafana.folder(folder.uid);
        return there && there !== 'hidden' ? 'created' : grafana.createFolder(folder);
    }
}

// EXTERNAL MODULE: ./build/lib/duration.js
var lib_duration = __webpack_require__(9386);
;// CONCATENATED MODULE: ./build/plan/grafana-rules.js


const prefix = (deployment) => `dm-${sha256(deployment).slice(0, 8)}-`;
/** The uid of a rule: stable as long as group and name are, and recognisable as this deployment's. 28 characters. */
function ruleUid(deployment, group, name) {
    return prefix(deployment) + sha256(`${group}/${name}`).slice(0, 16);
}
const grafana_rules_isOurs = (deployment, rule) => rule.uid.startsWith(prefix(deployment));
/** Faults that Grafana accepts without a word and then fails on at every evaluation (measured on 12.4). */
function ruleGroupProblems(group, dataSourceUid) {
    const bad = (message, hint) => ({
        code: 'grafana-rule',
        severity: 'error',
        message: `Rule group "${group.title}": ${message}`,
        hint,
    });
    const interval = group.interval > 0 && group.interval % 10 === 0
        ? []
        : [bad(`an interval of ${group.interval} s.`, 'Grafana takes multiples of 10 s.')];
    const rules = group.rules.flatMap((rule) => {
        const known = rule.data.every((q) => q.datasourceUid === dataSourceUid || q.datasourceUid === '__expr__');
        const decides = rule.data.some((q) => q.refId === rule.condition);
        return [
            ...(known ? [] : [bad(`rule "${rule.title}" asks an unknown data source.`, `Use ${dataSourceUid}.`)]),
            ...(decides
                ? []
                : [bad(`rule "${rule.title}" has no query ${rule.condition}.`, 'Name one of its queries.')]),
            ...((0,lib_duration/* parseDuration */.E)(rule.for) === undefined
                ? [bad(`rule "${rule.title}" has for: ${rule.for}.`, 'Write 5m.')]
                : []),
        ];
    });
    return [...interval, ...rules];
}
/**
 * The body that brings a stored group to what we want. What is left out of it would be deleted, so rules that others
 * put into our group are sent back; a rule that somebody paused stays paused.
 */
function ruleGroupBody(group, stored, { deployment, folderUid }) {
    const before = stored?.rules ?? [];
    const ours = group.rules.map((rule) => {
        const paused = before.some((b) => b.uid === rule.uid && b.isPaused === true);
        return { ...wire(rule), orgID: 1, folderUID: folderUid, ruleGroup: group.title, isPaused: paused };
    });
    const others = before.filter((rule) => !grafana_rules_isOurs(deployment, rule));
    return { title: group.title, folderUid, interval: group.interval, rules: [...ours, ...others] };
}
/** Whether the stored group already says what we want. */
function sameRuleGroup(group, stored, deployment) {
    const ours = stored.rules.filter((rule) => grafana_rules_isOurs(deployment, rule));
    return (stored.interval === group.interval &&
        ours.length === group.rules.length &&
        group.rules.every((rule) => {
            const twin = ours.find((r) => r.uid === rule.uid);
            return twin !== undefined && comparable(wire(rule)) === comparable(twin);
        }));
}
function wire(rule) {
    const { receiver, data, ...rest } = rule;
    return {
        ...rest,
        data: data.map((query) => ({
            queryType: '',
            ...query,
            model: { ...MODEL, ...query.model, refId: query.refId },
        })),
        notification_settings: receiver === undefined ? null : { receiver },
    };
}
/** Grafana adds these to every model that lacks them. */
const MODEL = { intervalMs: 1000, maxDataPoints: 43200 };
/** The part of a rule that we decide, however the server wrote it down. */
function comparable(rule) {
    const { title, condition, noDataState, execErrState, labels, annotations, data } = rule;
    const receiver = isObject(rule.notification_settings) ? rule.notification_settings.receiver : undefined;
    const queries = Array.isArray(data) ? data.filter(isObject) : [];
    return canonical({
        ...{ title, condition, noDataState, execErrState, receiver },
        for: (0,lib_duration/* parseDuration */.E)(String(rule.for)) ?? rule.for,
        labels: labels ?? {},
        annotations: annotations ?? {},
        data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
            ...{ refId, relativeTimeRange, datasourceUid, model },
        })),
    });
}

;// CONCATENATED MODULE: ./build/apply/grafana-rules.js



/**
 * Rule groups of our folder: written where they differ; those that are no longer defined are removed, together with our
 * rules only. `dataSource` is the uid that the rules ask.
 */
async function applyRuleGroups(work, dataSource, stored) {
    const { desired } = work;
    if (!stored.ok)
        return desired.ruleGroups.map((group) => ({
            ...{ kind: 'rule group', name: group.title, state: 'failed', problem: stored.problem },
        }));
    const here = stored.value.filter((rule) => rule.folderUID === desired.folder.uid);
    const points = await receivers(work);
    const results = [];
    for (const group of desired.ruleGroups) {
        const bound = boundTo(group, desired.dataSource, dataSource);
        const [problem] = [...ruleGroupProblems(bound, dataSource), ...unknownReceivers(bound, points)];
        results.push(problem
            ? { kind: 'rule group', name: group.title, state: 'failed', problem }
            : await writeGroup(work, bound, here));
    }
    for (const title of staleGroups(work, here))
        results.push(await removeGroup(work, title));
    return results;
}
/** Rules are rendered before an existing data source's uid is known, and then carry the name it was given. */
function boundTo(group, asked, uid) {
    if (!('existing' in asked))
        return group;
    const rules = group.rules.map((rule) => ({
        ...rule,
        data: rule.data.map((query) => query.datasourceUid === asked.existing ? { ...query, datasourceUid: uid } : query),
    }));
    return { ...group, rules };
}
async function writeGroup(work, group, here) {
    const { grafana, desired } = work;
    const folderUid = desired.folder.uid;
    const about = { kind: 'rule group', name: group.title, url: `${grafana.url}/alerting/list` };
    const done = await attempt(work, async () => {
        const exists = here.some((rule) => rule.ruleGroup === group.title);
        const stored = exists ? await grafana.ruleGroup(folderUid, group.title) : undefined;
        if (stored && sameRuleGroup(group, stored, desired.deployment))
            return 'unchanged';
        const home = { deployment: desired.deployment, folderUid };
        await grafana.putRuleGroup(folderUid, group.title, ruleGroupBody(group, stored, home));
        return stored ? 'updated' : 'created';
    });
    return done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem };
}
function staleGroups({ desired }, here) {
    const wanted = new Set(desired.ruleGroups.map((group) => group.title));
    const stale = here.filter((rule) => grafana_rules_isOurs(desired.deployment, rule) && !wanted.has(rule.ruleGroup));
    return new Set(stale.map((rule) => rule.ruleGroup));
}
/** A group in which others have rules too loses only ours. */
async function removeGroup(work, title) {
    const { grafana, desired } = work;
    const folderUid = desired.folder.uid;
    const about = { kind: 'rule group', name: title };
    const done = await attempt(work, async () => {
        const stored = await grafana.ruleGroup(folderUid, title);
        const others = stored?.rules.filter((rule) => !grafana_rules_isOurs(desired.deployment, rule)) ?? [];
        if (others.length === 0)
            await grafana.deleteRuleGroup(folderUid, title);
        else
            await grafana.putRuleGroup(folderUid, title, ruleGroupBody({ title, interval: stored?.interval ?? 60, rules: [] }, stored, {
                deployment: desired.deployment,
                folderUid,
            }));
        return others.length;
    });
    if (!done.ok)
        return { ...about, state: 'failed', problem: done.problem };
    const kept = done.value > 0 ? `; ${(0,lib_text/* count */.U9)(done.value, 'rule')} of others kept` : '';
    return { ...about, state: 'removed', why: `no longer defined${kept}` };
}
/** Names of the contact points, where a rule of ours names one and we may look. */
async function receivers(work) {
    const named = work.desired.ruleGroups.some((group) => group.rules.some((rule) => rule.receiver !== undefined));
    const listed = named ? await attempt(work, () => work.grafana.contactPoints()) : undefined;
    return listed?.ok ? new Set(listed.value.map((point) => point.name)) : undefined;
}
function unknownReceivers(group, points) {
    const names = new Set(group.rules.flatMap((rule) => rule.receiver ?? []));
    return [...names]
        .filter((name) => points && !points.has(name))
        .map((name) => ({
        code: 'grafana-receiver',
        severity: 'error',
        message: `Grafana has no contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}", which the rules of "${group.title}" name.`,
        hint: 'Create it in Grafana (Alerting, Contact points), or correct the receiver in monitoring.yml.',
    }));
}
/** Grafana's own default address; mail to it reaches nobody. */
const PLACEHOLDER = '<example@email.com>';
/** Whether anybody hears of our alerts. The policy tree is read, never written. */
async function whoIsNotified(grafana, groups) {
    const rules = groups.flatMap((group) => group.rules);
    if (rules.every((rule) => rule.receiver !== undefined))
        return 'receiver';
    const [points, { receiver, routes }] = await Promise.all([grafana.contactPoints(), grafana.policies()]);
    if (routes > 0)
        return 'policies';
    const real = points.some((point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER));
    return real ? 'policies' : 'nobody';
}

;// CONCATENATED MODULE: ./build/apply/grafana.js









/**
 * Brings Grafana to what a deployment wants: reads first, then only the writes that change something, two at a time.
 * Every object has its own result; one that fails does not stop the others, and a second run completes what is missing.
 * Problems are in the results, for the caller to show.
 * @throws ActionError when nothing can be done at all: nobody answers, it is not Grafana, the token is none.
 */
async function applyGrafana(grafana, desired, log, signal) {
    const work = { grafana, desired, ...(signal && { signal }) };
    const reading = readDataSource(work);
    const forming = inForm(work, reading);
    const [stored, { ref, good, bad }, storedFolder, storedRules, seen] = await Promise.all([
        reading,
        forming,
        grafana_work_observe(() => grafana.folder(desired.folder.uid)),
        settled(() => grafana.rules()),
        observeDashboards(grafana, desired.dashboards.length, forming),
    ]);
    const [source, folder] = await Promise.all([dataSourceState(work, stored), applyFolder(work, storedFolder)]);
    const [proven, written] = await Promise.all([
        ref && !source.blocked ? provenHealth(work, ref.uid, source.result) : { ...source, healthy: false },
        writeDashboards(work, good, folder.blocked ? untried(folder.blocked) : seen),
    ]);
    const blocked = folder.blocked ?? source.blocked;
    const rules = ref && !blocked ? await applyRuleGroups(work, ref.uid, storedRules) : untriedRules(desired, blocked);
    const [annotation, notified] = await Promise.all([annotated(work), notifiedBy(work)]);
    const results = [proven.result, folder.result, ...written, ...bad, ...rules, ...annotation];
    for (const result of results)
        tell(log, result);
    return {
        results,
        dataSource: ref && !source.blocked ? { uid: ref.uid, healthy: proven.healthy } : undefined,
        notified,
        requests: grafana.requests(),
    };
}
const untried = (because) => () => ({ ok: false, problem: notTried(because) });
/** Ours by its uid (undefined where it is not there yet), or the one that the configuration names. */
function readDataSource({ grafana, desired }) {
    const asked = desired.dataSource;
    return grafana_work_observe(() => 'existing' in asked ? existingDataSource(grafana, asked.existing) : grafana.dataSource('uid', asked.uid));
}
const refOf = (read) => read.ok ? read.value : undefined;
async function dataSourceState(work, read) {
    const asked = work.desired.dataSource;
    const about = { kind: 'data source', name: 'existing' in asked ? asked.existing : asked.name };
    if (!read.ok)
        return { result: { ...about, state: 'failed', problem: read.problem }, blocked: read.problem };
    if (!('existing' in asked))
        return applyDataSource(work, asked, read.value);
    return { result: { ...about, state: 'unchanged' } };
}
/** The files as Grafana is to store them; what cannot be, and a uid that two files share, as failed results. */
async function inForm({ desired: { dashboards, deployment, dataSource } }, reading) {
    // Many take a while: Grafana has all questions, and gathers its list, when this one is answered.
    if (isMany(dashboards.length))
        await reading;
    const ref = 'existing' in dataSource ? refOf(await reading) : dataSource;
    const good = [];
    const bad = [];
    for (const source of dashboards) {
        const found = ref ? normaliseDashboard(source, { deployment, dataSource: ref }) : noDataSource(dataSource);
        const twin = found.kind === 'dashboard' && good.find((d) => d.uid === found.dashboard.uid);
        if (found.kind === 'problem')
            bad.push(failedFile(source.file, source.file, found.problem));
        else if (twin)
            bad.push(failedFile(source.file, found.dashboard.title, sameUid(source, twin)));
        else
            good.push(found.dashboard);
    }
    return { ref, good, bad };
}
const noDataSource = (asked) => ({
    kind: 'problem',
    problem: {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not written: the data source "${'existing' in asked ? (0,lib_text/* oneLine */.TN)(asked.existing, 100) : asked.uid}" that it would ask could not be read.`,
        hint: 'Put the data source right first and run again.',
    },
});
const sameUid = ({ file }, twin) => ({
    ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
    message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
    hint: 'Give one of the two another uid.',
});
const failedFile = (file, name, problem) => ({
    ...{ kind: 'dashboard', name, file, state: 'failed', problem },
});
/** Rules need their folder and a data source that is there: a rule that asks none fails at every evaluation. */
const untriedRules = ({ ruleGroups }, because) => ruleGroups.map(({ title }) => ({
    ...{ kind: 'rule group', name: title, state: 'failed' },
    problem: notTried(because),
}));
const WEEK_MS = 7 * 86_400_000;
/** Grafana takes the same annotation twice, so the one of this deployment is looked for first, and after a lost answer. */
async function annotated(work) {
    const { grafana, desired } = work;
    if (!desired.annotation)
        return [];
    const { text } = desired.annotation;
    const tags = [...new Set([...annotationTags(desired.deployment), ...desired.annotation.tags])];
    const about = { kind: 'annotation', name: (0,lib_text/* oneLine */.TN)(text, 80) };
    const time = Date.now();
    const there = () => grafana.hasAnnotation(tags, time - WEEK_MS);
    const done = await attempt(work, async () => {
        if (await there())
            return 'unchanged';
        try {
            await grafana.annotate({ time, text, tags });
        }
        catch (error) {
            if (!(error instanceof lib_errors/* ActionError */.lZ) || !isUnsure(error))
                throw error;
            if (!(await there()))
                await grafana.annotate({ time, text, tags });
        }
        return 'created';
    });
    return [done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem }];
}
async function notifiedBy(work) {
    if (work.desired.ruleGroups.length === 0)
        return undefined;
    const found = await attempt(work, () => whoIsNotified(work.grafana, work.desired.ruleGroups));
    return found.ok ? found.value : 'unknown';
}
function tell(log, { kind, name, ...result }) {
    const why = 'why' in result && result.why ? ` (${(0,lib_text/* oneLine */.TN)(result.why, 200)})` : '';
    const line = `Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}" ${result.state}${why}`;
    if (result.state === 'unchanged')
        log.debug(line);
    else
        log.info(line);
}

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
;// CONCATENATED MODULE: ./build/verify/pace.js

/** How often Prometheus is asked. */
const POLL_MS = 250;
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
            if (!(error instanceof lib_errors/* ActionError */.lZ))
                throw error;
            // The end of the time is no obstacle: what was in the way before it says more.
            if (error.problems[0]?.code !== 'prometheus-cancelled')
                obstacle = unreached(error.problems);
            return { done: hopeless(error), value: obstacle, waitsFor: `Prometheus: ${(0,lib_errors/* messageOf */.bD)(error)}` };
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
        journal.changes.push(...flyChanges(result));
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
    return applyToGrafana(desired.grafana, inputs, journal, { log: fly.log, signal, pool });
}
/** Writes down what became of each object; gives the uid of the data source that the dashboards ask. */
async function applyToGrafana(desired, inputs, journal, tools) {
    if (!inputs.grafana)
        return undefined;
    try {
        const client = createGrafana({ ...inputs.grafana, pool: tools.pool, signal: tools.signal });
        const outcome = await applyGrafana(client, desired, tools.log, tools.signal);
        journal.changes.push(...grafanaChanges(outcome));
        journal.dashboards = grafanaDashboards(outcome);
        journal.skipped.push(...grafanaSkips(outcome));
        journal.problems.push(...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])));
        return outcome.dataSource?.uid;
    }
    catch (error) {
        journal.failed(error);
        return undefined;
    }
}
/** Changes nothing: the machines of every app as they are. */
async function lookAtAll({ project, desired, fly, journal }) {
    const { monitoring, apps } = project.config;
    const found = await Promise.all([monitoring.app, ...apps.map(({ app }) => app)].map((app) => watchApp(app, fly)));
    for (const { problems } of found)
        journal.problems.push(...problems);
    journal.apps = found
        .slice(1)
        .map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }));
    const source = desired.grafana?.dataSource;
    return { apps: found, dataSource: source && 'uid' in source ? source.uid : undefined };
}
/** Grafana asks a new data source whether it is healthy: Prometheus has to serve by then. */
async function unready({ prometheus, fly, signal }) {
    const { kind } = await reach(prometheus, { deadline: new Date(fly.until), signal, tell: fly.log.info });
    return kind === 'reached' ? undefined : 'Prometheus did not get ready.';
}

// EXTERNAL MODULE: ./build/content/groups.js + 6 modules
var groups = __webpack_require__(8343);
// EXTERNAL MODULE: ./build/content/links.js
var links = __webpack_require__(2391);
;// CONCATENATED MODULE: ./build/render/grafana-rules.js



/** Seconds between two evaluations; Grafana takes multiples of 10. */
const INTERVAL = 60;
/**
 * The same alerts as Grafana-managed rules. Recording rules stay in Prometheus, which has the samples: what it records
 * is read through the data source.
 */
function renderGrafanaRules(config, options) {
    const deployment = config.monitoring.app;
    return (0,groups/* ruleGroups */.z)(config, options)
        .map((group) => ({
        title: `${deployment} ${group.name}`,
        interval: INTERVAL,
        rules: (0,groups/* alertsOf */.H)([group]).map((rule) => ({
            uid: ruleUid(deployment, group.name, nameOf(rule)),
            ...managedRule(rule, options),
        })),
    }))
        .filter((group) => group.rules.length > 0);
}
/** Titles are unique, as older versions of Grafana demand. */
const nameOf = (rule) => rule.about === undefined ? rule.alert : `${rule.alert} (${rule.about})`;
function managedRule(rule, options) {
    return {
        title: nameOf(rule),
        condition: 'C',
        for: rule.for,
        // As in Prometheus: an expression that answers nothing is an alert that does not fire.
        noDataState: 'OK',
        execErrState: 'Error',
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: {
            summary: grafanaTemplate(rule.summary),
            description: grafanaTemplate(rule.description),
            runbook_url: (0,links/* runbookUrl */.oV)(rule.alert),
            __dashboardUid__: rule.panel.dashboard,
            __panelId__: String(rule.panel.panel),
        },
        data: queries(rule.expr, options.dataSourceUid),
        // The Watchdog always fires: who is woken by the others must not be told of it.
        ...(options.receiver !== undefined && rule.severity !== 'none' && { receiver: options.receiver }),
    };
}
/**
 * Prometheus fires for whatever an expression returns, 0 and NaN included; a threshold alone would not. The same
 * three steps as in Grafana's own conversion of Prometheus rules.
 */
function queries(expr, dataSourceUid) {
    const relativeTimeRange = { from: 600, to: 0 };
    const expression = { relativeTimeRange, datasourceUid: '__expr__' };
    const returned = 'is_number($A) || is_nan($A) || is_inf($A)';
    return [
        {
            refId: 'A',
            relativeTimeRange,
            datasourceUid: dataSourceUid,
            model: { expr, instant: true, range: false },
        },
        { refId: 'B', ...expression, model: { type: 'math', expression: returned } },
        {
            refId: 'C',
            ...expression,
            model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [0] } }] },
        },
    ];
}
/** In Grafana `$value` is a text about all queries; the number of ours is this. */
const grafanaTemplate = (text) => text.replaceAll('$value', '$values.A.Value');

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
                    value: (0,render_access/* renderWebConfig */.hV)(secrets.flyToken, app, password),
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
    const digest = (0,render_access/* keyedDigest */.rD)(secrets.flyToken, [
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
    const password = passwordOf(config, inputs);
    const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules);
    return {
        monitoring,
        prometheusUrl: urlOf(config, inputs),
        orders: config.apps.map((app) => ({
            app,
            workspace: workspace.folder,
            organization: config.monitoring.organization,
            needsAddresses: flyTomls.some((file) => file.app === app && file.problems.some(({ code }) => code === 'fly-toml-dedicated-ip')),
            mayStop: config.services
                .filter((service) => service.app === app.app)
                .every((service) => service.may_stop),
        })),
        grafana: desireGrafana(project, inputs, commit),
        health: config.apps.flatMap(({ app, health }) => health === undefined ? [] : [`https://${app}.fly.dev${health}`]),
        skipped: skipped(inputs),
    };
}
/** The data source that every Grafana Cloud stack has for the metrics that are written to it. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom';
/** What Grafana is to have; undefined when none was given. Pure. */
function desireGrafana({ config, dashboards }, inputs, commit) {
    if (!inputs.grafana)
        return undefined;
    const { app } = config.monitoring;
    const uid = app.slice(0, 40);
    const existing = desired_existingDataSource(config, inputs);
    return {
        deployment: app,
        folder: { uid, title: config.grafana.folder },
        dataSource: existing === undefined ? ownDataSource(config, inputs, uid) : { existing },
        dashboards,
        overwrite: config.grafana.overwrite,
        ruleGroups: renderGrafanaRules(config, {
            remoteWrite: inputs.remoteWrite !== undefined,
            dataSourceUid: existing ?? uid,
            ...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
        }),
        ...(commit !== undefined && {
            annotation: {
                text: `Deployed ${commit.slice(0, 12)}`,
                tags: ['deploy', 'deploy-monitoring', app, commit],
            },
        }),
    };
}
/** A data source that is there already: the one that is named, or the stack's own when samples are written to it. */
function desired_existingDataSource(config, inputs) {
    if (config.grafana.datasource !== undefined)
        return config.grafana.datasource;
    const isCloud = (url) => URL.parse(url ?? '')?.host.endsWith('.grafana.net');
    if (isCloud(inputs.grafana?.url) && isCloud(inputs.remoteWrite?.url))
        return CLOUD_DATA_SOURCE;
    return mayShowPassword(config, inputs) ? undefined : config.monitoring.app.slice(0, 40);
}
/**
 * Whether Grafana may be given the password for the address of Prometheus. Mode `dashboards` asks nothing of Fly, so
 * an app that only a file names may be anybody's: it takes the data source that an earlier deploy has written.
 */
function mayShowPassword(config, inputs) {
    if (config.monitoring.access !== 'password')
        return true;
    const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined;
    return isNamed && passwordOf(config, inputs) !== undefined;
}
function ownDataSource(config, inputs, uid) {
    const { app, scrape_interval } = config.monitoring;
    const password = passwordOf(config, inputs);
    return {
        uid,
        name: `Prometheus of ${app}`,
        url: urlOf(config, inputs),
        ...(password !== undefined && { user: prometheus/* PROMETHEUS_USER */.X1, password }),
        timeInterval: scrape_interval,
    };
}
const urlOf = ({ monitoring }, { prometheusUrl }) => (prometheusUrl ?? `https://${monitoring.app}.fly.dev`).replace(/\/+$/, '');
/** The password of Prometheus: given, or derived from the Fly token. Undefined: it is open, or nobody can know it. */
function passwordOf({ monitoring }, { prometheusPassword, flyToken }) {
    if (monitoring.access !== 'password')
        return undefined;
    return prometheusPassword ?? (flyToken === '' ? undefined : (0,render_access/* derivePassword */.Jn)(flyToken, monitoring.app));
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
                    part: 'Grafana: data source and dashboards',
                    why: 'No Grafana was given.',
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

// EXTERNAL MODULE: ./build/project.js
var build_project = __webpack_require__(7849);
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

// EXTERNAL MODULE: ./build/config/check.js
var check = __webpack_require__(3519);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/verify/dashboards.js
const dashboards_MAX_DEPTH = 10;
const dashboards_isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value) => Array.isArray(value) ? value.filter(dashboards_isObject) : [];
const textOf = (value) => (typeof value === 'string' ? value : '');
/** Every query that a viewer of the dashboard would see answered, rows and their folded panels included. */
function panelQueries(dashboard) {
    const json = dashboards_isObject(dashboard.json) ? dashboard.json : {};
    return panelsOf(json, 0).flatMap((panel) => queriesOf(dashboard, panel));
}
function panelsOf(parent, depth) {
    if (depth > dashboards_MAX_DEPTH)
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
    const type = dashboards_isObject(source) ? textOf(source.type) : '';
    const uid = dashboards_isObject(source) ? textOf(source.uid) : textOf(source);
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
const isMixed = (source) => (dashboards_isObject(source) ? textOf(source.uid) : textOf(source)) === '-- Mixed --';

;// CONCATENATED MODULE: ./build/verify/rules.js


/** Names of a rule file's rules, by group; empty for a text that is no rule file. */
function rulesInFile(text) {
    const file = (0,dist/* parse */.qg)(text);
    return listOf(dashboards_isObject(file) ? file.groups : undefined).flatMap((group) => listOf(group.rules).map((rule) => ({
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
    (dashboards_isObject(value) && Object.values(value).every(isNothing));
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
    else if (dashboards_isObject(shipped) && dashboards_isObject(running))
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
    const nameOf = (entry) => String(dashboards_isObject(entry) ? entry[name] : '');
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
        sameNumber(left, right, lib_duration/* parseDuration */.E) ||
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
const known = new Map();
/** Host and port that a scrape URL leads to; empty when it is no URL. The same few are asked for at every poll. */
function scrapeAddress(url) {
    const address = known.get(url) ?? readAddress(url);
    if (known.size >= MAX_KNOWN)
        known.clear();
    known.set(url, address);
    return address;
}
function readAddress(url) {
    if (!URL.canParse(url))
        return '';
    const { protocol, hostname, port } = new URL(url);
    return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}

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
            return times >= 2 && moment.elapsed >= SETTLE_MS && sight.expected.machine.checksPass !== false;
        case 'discovery':
            return moment.elapsed >= Math.max(DISCOVERY_MS, 3 * intervalOf(sight.seen));
        case 'listing':
            return times >= 2 || moment.onlyListing;
    }
}
function intervalOf(target) {
    return (0,lib_duration/* parseDuration */.E)(target?.scrapeInterval ?? '') ?? 0;
}

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
        const differences = configDiff((0,dist/* parse */.qg)(shipped), (0,dist/* parse */.qg)(running));
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
            why: `The two could not be compared: ${(0,lib_errors/* messageOf */.bD)(error)}`,
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
    return (0,lib_duration/* parseDuration */.E)(time) === (0,lib_duration/* parseDuration */.E)(wanted)
        ? { ...about, outcome: 'holds', why: `Prometheus keeps samples for ${storageRetention}.` }
        : {
            ...about,
            outcome: 'broken',
            why: `Prometheus keeps samples for ${storageRetention || 'its own default time'}, not for ${wanted}.`,
            next: REDEPLOY,
        };
}
/** Whether Prometheus scrapes itself, which its own alerts and the remote-write counters need. */
function judgeSelfScrape(job, seen, mark) {
    const own = seen.filter((target) => target.labels.job === job);
    const about = { area: 'self-scrape', subject: job, certainty: 'proven' };
    const [down] = own.filter((target) => target.health === 'down');
    if (down)
        return {
            ...about,
            outcome: 'broken',
            why: `Prometheus cannot scrape itself: ${down.lastError}`,
            next: /401/.test(down.lastError)
                ? `The password of the self-scrape is not the one that Prometheus asks for. ${REDEPLOY}`
                : REDEPLOY,
        };
    if (own.some((target) => target.health === 'up' && scrapedAt(target) > mark))
        return { ...about, outcome: 'holds', why: 'Scraped after verification began.' };
    return own.length === 0
        ? {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'The running configuration has no scrape job for Prometheus itself.',
        }
        : {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'Not scraped yet since verification began.',
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
        const groups = await check_server_known(() => prometheus.rules());
        const done = (groups !== undefined && allEvaluated(groups)) || performance.now() - began > RULES_MS;
        return { done, value: undefined, waitsFor: 'the first evaluation of every rule' };
    }, limits);
}
/** The rules as they are now, and the alerts that they raise. */
async function readRules({ shippedRules, mark }, prometheus) {
    const [groups, alerts] = await Promise.all([
        check_server_known(() => prometheus.rules()),
        check_server_known(() => prometheus.alerts()),
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
async function check_server_known(ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (error instanceof lib_errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
async function orNotChecked(area, check) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ))
            throw error;
        return [{ area, subject: '', outcome: 'not-checked', certainty: 'not checked', why: (0,lib_errors/* messageOf */.bD)(error) }];
    }
}

;// CONCATENATED MODULE: ./build/verify/expect.js

const expect_GONE = ['destroyed', 'destroying'];
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
        .filter((machine) => !expect_GONE.includes(machine.state))
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
        const { status, text } = await exchange(pool, { url, ...(signal && { signal }) });
        return { kind: 'answer', status, text };
    }
    catch (error) {
        return { kind: 'silence', why: (0,lib_errors/* messageOf */.bD)(error), code: String(error.code ?? '') };
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

;// CONCATENATED MODULE: ./build/verify/reasons.js
const MAX_DETAIL = 500;
/** Explains a class of failure in the platform's terms. */
function reasonFor(kind, c) {
    const detail = c.lastError.length > MAX_DETAIL ? `${c.lastError.slice(0, MAX_DETAIL)}…` : c.lastError;
    return { class: kind, ...TELL[kind](c), detail };
}
const reasons_told = (certainty, why, next) => ({ certainty, why, next });
const logs = (c) => `flyctl logs -a ${c.app}`;
/** An unhealthy machine explains a silent port better than any guess about addresses. */
const health = (c) => c.checksPass === false ? ` Fly's own health checks of machine ${c.machine} fail too.` : '';
const TELL = {
    'no-machines': (c) => reasons_told('proven', `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`, `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`),
    stopped: (c) => reasons_told('proven', `Machine ${c.machine} is ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not even see that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.', `Start it (flyctl machine start ${c.machine} -a ${c.app}) and set auto_stop_machines = "off"; or write may_stop: true if it may sleep.`),
    'not-discovered': (c) => reasons_told(c.machineState === 'started' ? 'proven' : 'inferred', `Machine ${c.machine} is ${c.machineState}, but Prometheus has no target ${c.address} in the job ${c.service}: ` +
        "the machine is not in the answers of Fly's DNS, or the running configuration has no such job.", `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`),
    'not-scraped': (c) => reasons_told('proven', `Prometheus knows ${c.address} but has not scraped it once.`, 'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.'),
    stale: (c) => reasons_told('proven', `Prometheus last scraped ${c.address} before this verification began; what it says is about the past.`, 'Wait one scrape interval and verify again; when it stays, Prometheus is overloaded: flyctl status and flyctl logs of its app.'),
    dns: (c) => reasons_told('proven', "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.", `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`),
    refused: (c) => reasons_told('proven', `Nothing listens on ${c.address}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
        (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
        health(c), `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`),
    unreachable: (c) => reasons_told('proven', `No route to ${c.address}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`, `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`),
    timeout: (c) => reasons_told('proven', `${c.address} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        health(c), `Measure ${c.path} on the machine itself: flyctl ssh console -a ${c.app}, then ask localhost:${c.port}${c.path}.`),
    reset: (c) => reasons_told('proven', `${c.address} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`, `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${logs(c)}.`),
    'not-http': (c) => reasons_told('proven', `What listens on ${c.address} does not speak HTTP.`, `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`),
    tls: (c) => reasons_told('proven', /Get "https:/.test(c.lastError)
        ? `TLS with the target failed: its certificate is not one that Prometheus trusts for this address. Services on the private network are scraped over plain HTTP, so ${c.path} seems to redirect to HTTPS.`
        : 'TLS with the target failed.', `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`),
    scheme: (c) => reasons_told('proven', `The running configuration scrapes ${c.address} over HTTPS, but it speaks plain HTTP.`, 'Remove scheme: https from the scrape job: the private network is encrypted already.'),
    auth: (c) => reasons_told('proven', `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`, 'Let the metrics endpoint answer without authentication on the private network, or check that the port is the metrics port and not the public API.'),
    'not-found': (c) => reasons_told('proven', `Something answers on ${c.address}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`),
    'server-error': (c) => reasons_told('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${logs(c)}.`),
    'http-status': (c) => /status 400/.test(c.lastError)
        ? reasons_told('inferred', `${c.service} answers HTTP 400; a port that expects TLS says so to plain HTTP.`, `Serve metrics over plain HTTP on port ${c.port}, or name the right port.`)
        : reasons_told('proven', `${c.service} does not answer ${c.path} with 200.`, /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${logs(c)}.`),
    redirect: (c) => reasons_told('proven', `${c.path} on ${c.address} redirects and never arrives.`, 'Set path to the final address; a redirect for logins or from HTTP to HTTPS must not apply to metrics.'),
    html: (c) => reasons_told('proven', `${c.address} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`, `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`),
    'content-type': (c) => reasons_told('proven', /blank Content-Type|Content-Type ""/.test(c.lastError)
        ? `${c.service} sends no Content-Type; Prometheus 3 insists on one.`
        : `${c.service} answers with a Content-Type that is not a metrics format.`, 'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol; for application/json the port or path is wrong.'),
    encoding: (c) => reasons_told('proven', `${c.service} announces compression, but what it sends is not compressed that way.`, 'Correct the Content-Encoding header or the compression of the metrics endpoint.'),
    truncated: (c) => reasons_told('proven', `The answer of ${c.address} breaks off: shorter than announced.`, `The service crashes while it writes, or its Content-Length is wrong: ${logs(c)}.`),
    parse: (c) => parseError(c),
    limit: (c) => reasons_told('proven', `The answer of ${c.service} exceeds a limit of the scrape configuration, so all of it is thrown away.`, 'Drop labels with many values (user ids, full paths); raise the limit only when the series are wanted.'),
    'local-config': () => reasons_told('proven', 'Prometheus cannot read a file that its configuration names, so it sends no request at all.', 'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.'),
    empty: (c) => reasons_told('proven', `${c.service} answers with 200 and not a single sample: up, but blind. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`, 'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start.'),
    'samples-lost': (c) => reasons_told('inferred', `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or timestamps of its own that are too old or in the future.`, 'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.'),
    unknown: (c) => reasons_told('inferred', `The scrape of ${c.address} fails in a way that we do not know.`, `See what Prometheus says, and the log of the service: ${logs(c)}.`),
};
function parseError(c) {
    const line = /while parsing: ("(?:[^"\\]|\\.)*")/s.exec(c.lastError)?.[1];
    const why = `What ${c.address} sends is not in the text format of metrics`;
    if (line !== undefined)
        return reasons_told('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.');
    if (/"INVALID" is not a valid start token/.test(c.lastError))
        return reasons_told('inferred', `${why}: it does not even start like it. Usually it is a web page or JSON, hence the wrong port or path.`, `Ask ${c.path} on port ${c.port} by hand and compare: flyctl ssh console -a ${c.app}.`);
    if (/does not end with # EOF/.test(c.lastError))
        return reasons_told('proven', `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`, 'End the answer with "# EOF", or announce text/plain; version=0.0.4.');
    return reasons_told('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.');
}

;// CONCATENATED MODULE: ./build/verify/target-evidence.js



/** What is known about each expected target at the end. `mark` is on Prometheus' clock, in milliseconds. */
function targetEvidence(sights, mark) {
    const upOn = Map.groupBy(sights.filter((sight) => sight.state === 'up'), (sight) => sight.expected.machine.id);
    return sights.map((sight) => evidenceOf(sight, mark, upOn.has(sight.expected.machine.id)));
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
function evidenceOf(sight, mark, siblingUp) {
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
    if (state === 'pending')
        return {
            ...facts,
            state: 'unknown',
            certainty: 'not checked',
            why: 'Prometheus scraped it, but how many samples it stored could not be found out.',
        };
    const reason = reasonFor(state, circumstances(sight, siblingUp));
    return { ...facts, state: 'down', reason, certainty: reason.certainty, why: reason.why };
}
const seconds = (seen, mark) => `${(((seen ? scrapedAt(seen) : mark) - mark) / 1000).toFixed(1)} s`;
function identity({ service, app, machine, address }) {
    return { service, app, machine: machine.id, region: machine.region, address };
}
function circumstances({ expected, seen, count }, siblingUp) {
    return {
        service: expected.service,
        app: expected.app,
        machine: expected.machine.id,
        machineState: expected.machine.state,
        address: expected.address,
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
    return services.map(({ name, app }) => {
        const own = targets.filter((target) => target.service === name);
        const count = (state) => own.filter((target) => target.state === state).length;
        return {
            service: name,
            app,
            expected: own.length - count('resting'),
            up: count('up'),
            resting: count('resting'),
            ...(own.length === 0 && { reason: noMachines(name, app) }),
        };
    });
}
function noMachines(service, app) {
    const nothing = { machine: '', machineState: '', address: '', port: 0, path: '', lastError: '' };
    return reasonFor('no-machines', {
        service,
        app,
        ...nothing,
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
                log.debug(`The machines could not be listed again: ${(0,lib_errors/* messageOf */.bD)(error)}`);
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

/** More than these are only counted. */
const tell_FEW = 3;
/** What targets are waited for; undefined when all of them are certain. */
function openTargets({ sights, open, absent, certain, }) {
    if (certain)
        return undefined;
    if (open.length === 0)
        return `a machine of ${few(absent)}`;
    const names = open.map(({ expected: { service, machine }, state }) => `${service} on ${machine.id} (${state})`);
    return `${open.length} of ${(0,lib_text/* count */.U9)(sights.length, 'target')}: ${few(names)}`;
}
const few = (items) => (0,lib_text/* list */.p_)(items.length > tell_FEW ? [...items.slice(0, tell_FEW), `${items.length - tell_FEW} more`] : items);
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
        return panels_told('no-data', 'proven', `No target of ${down} is up.`, `Bring ${down} up; see its target.`, all);
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
const rangeMs = (range) => (0,lib_duration/* parseDuration */.E)(range ?? '') ?? Number.POSITIVE_INFINITY;
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
var grafana = __webpack_require__(2366);
;// CONCATENATED MODULE: ./build/verify/variables.js



/** `label_values(label)` or `label_values(selector, label)`. */
const LABEL_VALUES = /^\s*label_values\(\s*(?:(?<selector>.+),)?\s*(?<label>[a-zA-Z_]\w*)\s*\)\s*$/s;
/**
 * The values that a viewer gets who opens the dashboard: what is saved as current where it still exists, all of them
 * for "All", otherwise the first option. Variables that lead on to others are resolved in order, as Grafana does.
 */
async function resolveVariables(dashboard, find) {
    const json = dashboards_isObject(dashboard.json) ? dashboard.json : {};
    const templating = dashboards_isObject(json.templating) ? json.templating : {};
    const found = Object.create(null);
    for (const variable of listOf(templating.list)) {
        const value = await variableValue(variable, found, find);
        if (value !== undefined)
            found[textOf(variable.name)] = value;
    }
    return found;
}
async function variableValue(variable, known, find) {
    const query = dashboards_isObject(variable.query) ? textOf(variable.query.query) : textOf(variable.query);
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
    const value = dashboards_isObject(variable.current) ? variable.current.value : undefined;
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
    const values = await find(label, selector && (0,grafana/* expandGrafana */.Lq)(selector.trim(), known).query);
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
    const least = (0,lib_duration/* parseDuration */.E)((0,grafana/* expandGrafana */.Lq)(query.minStep.replace(/^>/, ''), variables).query) ?? context.scrapeInterval;
    const step = Math.max(least, Math.ceil(context.range / POINTS / 1000) * 1000);
    const times = (0,grafana/* macros */.aO)({
        from: context.now - context.range,
        to: context.now,
        step,
        scrapeInterval: context.scrapeInterval,
    });
    return (0,grafana/* expandGrafana */.Lq)(query.expr, { ...times, ...variables });
}
/** How much time the dashboard shows, in milliseconds: its own setting, `now-6h` style. */
function timeRange(dashboard) {
    const json = dashboards_isObject(dashboard.json) ? dashboard.json : {};
    const from = textOf(dashboards_isObject(json.time) ? json.time.from : undefined);
    return (0,lib_duration/* parseDuration */.E)(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS;
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
    const answer = await ask_panels_attempt(() => source.query(`group by (${label}) (${series})`, window.at));
    const rows = answer.kind === 'answer' && answer.value.result.resultType === 'vector' ? answer.value.result.result : [];
    return rows.flatMap((row) => row.metric[label] ?? []);
}
/** A query that Prometheus refuses is a finding; one that nobody answers is none. */
async function ask_panels_attempt(ask) {
    try {
        return { kind: 'answer', value: await ask() };
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ))
            throw error;
        const refused = error.problems[0]?.code === 'prometheus-query';
        return { kind: refused ? 'refused' : 'unanswered', why: (0,lib_errors/* messageOf */.bD)(error) };
    }
}
/** Series of each selector from after the mark. A batch that cannot be asked counts as present: nothing is blamed on it. */
async function presence(selectors, { source, window }) {
    const found = await sideBySide(presenceQueries(selectors, window), AT_ONCE, async ({ query, texts }) => {
        const answer = await ask_panels_attempt(() => source.query(query, window.at));
        return answer.kind === 'answer'
            ? readPresence(texts, answer.value)
            : new Map(texts.map((text) => [text, 1]));
    });
    return new Map(found.flatMap((part) => [...part]));
}
/** The answer from fresh samples alone; where that is empty, what all samples say. */
async function answered({ asked, text, parsed }, world, round) {
    const ask = (query) => ask_panels_attempt(() => round.source.query(query, round.window.at));
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
function ask_panels_failed(query, text, { kind, why }) {
    const refused = kind === 'refused';
    return {
        ...notChecked(query, `${refused ? 'Prometheus refuses the query' : 'The data source gives no answer'}: ${why}`, text),
        state: 'error',
        certainty: 'proven',
        next: refused ? 'Correct the query in the dashboard.' : 'Look at the data source of the dashboard.',
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
        return metrics_wrongType(name, type, actual);
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
        return metrics_wrongType(name, type, announced);
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
function metrics_wrongType(name, type, actual) {
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
    const scrapeIntervalMs = (0,lib_duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000;
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
/** Discovery of a Prometheus that has just started takes up to two of its rounds of 5 s. */
const watch_contents_DISCOVERY_MS = 15_000;
/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since the mark: rates have what
 * they need. A Prometheus without any target has not begun yet.
 */
function isRipe({ sights, seen, scrapes, elapsed }) {
    if (seen.length === 0)
        return elapsed >= watch_contents_DISCOVERY_MS;
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
const watch_targets_FEW = 20;
const LINES = 5;
function tellChanges(sights, before, log) {
    const changed = sights.filter((sight) => before.get(keyOf(sight))?.state !== sight.state);
    const single = sights.length <= watch_targets_FEW ? changed : changed.filter(({ state }) => isRed(state));
    const lines = single.flatMap((sight) => sightLine(sight) ?? []);
    for (const line of lines.slice(0, LINES))
        log.info(line);
    if (lines.length > LINES)
        log.info(`… and ${lines.length - LINES} more`);
    if (sights.length <= watch_targets_FEW)
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
                const certain = now.certain && known;
                return { done: certain, value: watched(certain, []), waitsFor: openTargets(now) ?? contents.open() };
            }
            catch (error) {
                if (!(error instanceof lib_errors/* ActionError */.lZ))
                    throw error;
                const waitsFor = `Prometheus: ${(0,lib_errors/* messageOf */.bD)(error)}`;
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
    if (error instanceof lib_errors/* ActionError */.lZ)
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
                if (!(error instanceof lib_errors/* ActionError */.lZ))
                    throw error;
                why =
                    error.problems[0]?.code === 'prometheus-unauthorized'
                        ? 'the key may write, but not read.'
                        : (0,lib_errors/* messageOf */.bD)(error);
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
    const scrapeIntervalMs = (0,lib_duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000;
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
            ...(main.now ? [judgeSelfScrape(check/* SELF_JOB */.P, main.now.seen, mark)] : []),
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
        if (error instanceof lib_errors/* ActionError */.lZ)
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
        machines: machinesOf(deployed.apps),
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
const machinesOf = (apps) => new Map(apps.map(({ app, machines }) => [app, machines.map(seenMachine)]));
async function machinesNow({ project, fly }) {
    const apps = [...new Set(project.config.services.map((service) => service.app))];
    const lists = apps.map(async (app) => [app, (await listMachines(fly.flyctl, app)).map(seenMachine)]);
    return new Map(await Promise.all(lists));
}
/** In the form in which they are in Grafana; one that has none was refused there and is told already. */
function dashboardsOf({ project, desired }) {
    const { app } = project.config.monitoring;
    const home = { deployment: app, dataSource: { uid: app, name: app } };
    return (desired.grafana?.dashboards ?? project.dashboards).flatMap((file) => {
        const normal = normaliseDashboard(file, home);
        return normal.kind === 'dashboard' ? [normal.dashboard] : [];
    });
}
/** Panels are asked the way a viewer's browser asks them: Grafana's proxy in front of the data source. */
function throughGrafana({ inputs, pool, signal }, uid) {
    const url = `${inputs.grafana?.url}/api/datasources/proxy/uid/${uid}`;
    return createPrometheus({
        url,
        credentials: { token: inputs.grafana?.token ?? '' },
        pool,
        signal,
    });
}
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

;// CONCATENATED MODULE: ./build/modes.js











/** Everything: deploy, bring dashboards, prove. */
const modes_deploy = async (inputs, journal, around) => {
    const work = await modes_open(inputs, journal, around);
    const deployed = await journal.timed('deploy', () => deployAll(work), startsOf(work));
    if (hasFailed(deployed))
        return;
    await journal.timed('verify', () => proveAll(work, deployed));
};
/** Only the proof, of what is there. */
const modes_verify = async (inputs, journal, around) => {
    const work = await modes_open(inputs, journal, around);
    const found = await journal.timed('look', () => lookAtAll(work), startsOf(work));
    if (hasFailed(found))
        return;
    await journal.timed('verify', () => proveAll(work, found));
};
/** Only the Grafana part: no Fly, and no question to Prometheus. The data source is the one that a deploy has written. */
const modes_dashboards = async (inputs, journal, around) => {
    const project = (0,build_project/* readProject */.W)(inputs, rootOf(around));
    const grafana = desireGrafana(project, inputs, undefined);
    const signal = AbortSignal.any([around.signal, AbortSignal.timeout(inputs.timeoutMs)]);
    if (grafana)
        await journal.timed('Grafana', () => applyToGrafana(grafana, inputs, journal, { log: around.log, signal, pool: createPool() }));
};
/** Reads and checks everything, and opens what the stages work with; nothing is changed before all of it is right. */
async function modes_open(inputs, journal, around) {
    const until = Date.now() + inputs.timeoutMs;
    const project = (0,build_project/* readProject */.W)(inputs, rootOf(around));
    refuse(project, journal);
    const desired = desire(project, inputs, around.env.GITHUB_SHA);
    modes_tell(desired, journal, around.log);
    const signal = AbortSignal.any([around.signal, AbortSignal.timeout(inputs.timeoutMs)]);
    const fly = await openFly(inputs, around, { until, signal });
    const pool = createPool();
    const prometheus = createPrometheus({ ...addressOf(desired), pool, signal });
    return { inputs, project, desired, fly, pool, prometheus, journal, cancel: around.signal, signal };
}
async function proveAll(work, deployed) {
    const evidence = await prove(work, deployed);
    work.journal.evidence = evidence;
    work.journal.problems.push(...evidence.problems);
}
const hasFailed = ({ apps }) => apps.some(({ problems }) => problems.length > 0);
const rootOf = ({ env }) => env.GITHUB_WORKSPACE ?? process.cwd();
/** Stops before anything is changed when flyctl would refuse a file; warnings go on. */
function refuse({ flyTomls }, journal) {
    const problems = flyTomls.flatMap((file) => file.problems);
    journal.problems.push(...problems.filter(({ severity }) => severity === 'warning'));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
        throw new lib_errors/* ActionError */.lZ('configuration', errors);
}
/** What is known before anything happens; values that were derived are masked before they can be printed. */
function modes_tell({ monitoring, prometheusUrl, health, skipped }, journal, log) {
    const { app, password, secrets } = monitoring;
    for (const { value } of secrets)
        log.secret(Buffer.from(value).toString('base64'));
    if (password !== undefined) {
        log.secret(password);
        log.secret(basicAuth(prometheus/* PROMETHEUS_USER */.X1, password).replace('Basic ', ''));
    }
    journal.monitoring = { app, url: prometheusUrl, password: password !== undefined };
    journal.health = health;
    journal.skipped = skipped;
}
async function openFly(inputs, around, limits) {
    const { env, log, scratch } = around;
    const starts = [];
    const binary = await findFlyctl({ env, log, signal: limits.signal, starts, ...inputs.flyctl });
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

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject),
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3287);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
/* harmony import */ var _config_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1356);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(292);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(493);
/* harmony import */ var _lint_beside_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5148);
/* harmony import */ var _lint_fly_toml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7311);
/* harmony import */ var _lint_not_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(516);









/**
 * Reads the repository.
 * @throws ActionError `configuration` with every file that is missing or wrong
 */
function readProject(inputs, root) {
    const { workspace, config, configFile } = readConfig(inputs, root);
    const tomls = inputs.mode === 'deploy' ? readFlyTomls(workspace, config, configFile !== undefined) : nothing;
    const boards = readDashboards(workspace, config);
    const problems = [
        ...(configFile === undefined ? [] : (0,_lint_beside_js__WEBPACK_IMPORTED_MODULE_8__/* .refusedNames */ .h)(inputs.names, configFile)),
        ...tomls.problems,
        ...boards.problems,
    ];
    if (problems.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
    return { workspace, config, configFile, flyTomls: tomls.found, dashboards: boards.found };
}
/**
 * Reads the configuration alone, or makes it from the preset.
 * @throws ActionError `configuration`
 */
function readConfig(inputs, root) {
    const workspace = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .openWorkspace */ .OH)(root, inputs.workingDirectory);
    const file = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, inputs.config.path);
    if (!file && inputs.config.explicit)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', [
            missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, inputs.config.path), 'Input config names it.'),
        ]);
    const config = file ? (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z)(file.text, file.file) : presetConfig(inputs.names);
    return { workspace, config, configFile: file?.file };
}
/** The preset with names from inputs: a wrong name is a wrong input, there is no file to point at. */
function presetConfig(names) {
    return (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .t)((0,_config_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .preset */ .I)(names));
}
/** Only a deploy needs the apps' Fly configurations. */
const nothing = { found: [], problems: [] };
/** Reads one thing after the other; what cannot be read is a problem and does not stop the others. */
function each(items, read) {
    const result = { found: [], problems: [] };
    for (const item of items) {
        try {
            const one = read(item);
            if (Array.isArray(one))
                result.problems.push(...one);
            else
                result.found.push(one);
        }
        catch (error) {
            if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ))
                throw error;
            result.problems.push(...error.problems);
        }
    }
    return result;
}
function readFlyTomls(workspace, config, configured) {
    const deployed = config.apps.filter((app) => app.deploy);
    return each(deployed, (app) => {
        const hint = configured
            ? `The configuration names it for app ${app.app}. Write it, or set deploy: false.`
            : NO_FILE;
        const toml = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, app.config);
        // An image needs no Dockerfile.
        const dockerfile = app.image === undefined ? app.dockerfile : undefined;
        const gone = [
            ...(toml ? [] : [app.config]),
            ...(dockerfile !== undefined && !(0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, dockerfile) ? [dockerfile] : []),
        ];
        if (!toml || gone.length > 0)
            return gone.map((path) => missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), hint));
        const services = config.services.filter((service) => service.app === app.app);
        return { app, problems: (0,_lint_fly_toml_js__WEBPACK_IMPORTED_MODULE_6__.lintFlyToml)(toml.text, toml.file, { app: app.app, services }) };
    });
}
const NO_FILE = 'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Write a monitoring.yml, or check the input working-directory.';
/** The user's own dashboards, else those that ship with this action as far as the services have their metrics. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards;
    if (!own)
        return { found: shipped(config), problems: [] };
    const paths = own.flatMap((path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .listFiles */ .CS)(workspace, path, '.json'));
    return each(paths, (path) => {
        const text = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, path, MAX_DASHBOARD_BYTES);
        return text ? parseDashboard(text) : [missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), 'grafana.dashboards names it.')];
    });
}
const MAX_DASHBOARD_BYTES = 16_000_000;
function shipped(config) {
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const files = [
        ...(isFechatter ? ['dashboards/fechatter-overview.json'] : []),
        'dashboards/fechatter-monitoring.json',
    ];
    return files.map((file) => ({ file, json: JSON.parse((0,_assets_js__WEBPACK_IMPORTED_MODULE_0__/* .readAsset */ .f)(file)) }));
}
function parseDashboard({ file, text }) {
    const read = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .V)(text);
    return read.ok ? { file, json: read.value } : [(0,_lint_not_json_js__WEBPACK_IMPORTED_MODULE_7__/* .notJson */ .O)(file, read)];
}
function missing(file, hint) {
    return { code: 'file-missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   hV: () => (/* binding */ renderWebConfig),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7949);




/** bcrypt's cost: 10 is Prometheus' own example, about 0.1 s per wrong password; right ones are cached. */
const COST = '10';
/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
function derivePassword(flyToken, app) {
    return keyed(flyToken, `password\0${app}`).toString('base64url');
}
/** `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password hashes to the same text. */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_1__/* .encodeBase64 */ .WG)([...keyed(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .PROMETHEUS_USER */ .X1]: (0,bcryptjs__WEBPACK_IMPORTED_MODULE_1__/* .hashSync */ .Y8)(password, salt) } }, { lineWidth: 0 });
}
/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
function keyed(flyToken, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', normalise(flyToken)).update(`deploy-monitoring\0${text}`).digest();
}
/** flyctl takes a token with or without its scheme; both are the same token. */
const normalise = (token) => token.trim().replace(/^(FlyV1|Bearer)\s+/i, '');


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

/***/ 7949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   hR: () => (/* binding */ GUEST)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);



/** Where files lie on the monitoring machine. */
const GUEST = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job per service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, interval, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * Discovery by the AAAA records of Fly's private DNS: every started machine, one by one.
 * Both labels are the user's own names, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, interval, version) {
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        body_size_limit: '16MB',
        // Prometheus 3 refuses a blank or unknown Content-Type unless told how to read it; 2.42 does not know the key.
        ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
        dns_sd_configs: [
            { names: [host], type: 'AAAA', port: service.port, refresh_interval: atMost(interval, '15s') },
        ],
        relabel_configs: [
            { target_label: 'service', replacement: literal(service.name) },
            { target_label: 'app', replacement: literal(service.app) },
        ],
    };
}
/** The self-scrape needs the password too: basic auth guards every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        basic_auth: { username: target.user, password_file: GUEST.remoteWriteKey },
        // A monitoring machine is small: few shards, little memory (defaults are 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


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
    const groups = (0,_content_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleGroups */ .z)(config, options);
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

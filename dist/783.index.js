export const id = 783;
export const ids = [783,377];
export const modules = {

/***/ 1411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pV: () => (/* binding */ createFlyctl),
  xt: () => (/* binding */ flyctlError),
  Wp: () => (/* binding */ parseAnswer)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/fly-token.js
var fly_token = __webpack_require__(9977);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/lib/process.js
var lib_process = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(9547);
;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors/access.js
/** Failures on the way to Fly and at its door: the proxy of this machine, the token, the app and its organization. */
const ACCESS_ERRORS = [
    // The proxy of this machine, as Go's HTTP client words its refusal of CONNECT
    {
        code: 'fly-proxy',
        when: /[A-Z][a-z]+ "https?:[^"]*": (Proxy Authentication Required|Forbidden|Method Not Allowed)$/m,
        what: (found) => `The proxy of this machine (HTTPS_PROXY) refuses to connect to Fly (${found[1]}).`,
        hint: 'Allow api.fly.io, api.machines.dev and registry.fly.io on the proxy; if it asks for credentials, set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT, percent-encoded.',
    },
    {
        code: 'fly-network',
        when: /\bproxyconnect\b|[A-Z][a-z]+ "https?:[^"]*": (?:Bad Gateway|Service Unavailable|Gateway Timeout)$/m,
        retry: true,
        what: () => 'The proxy of this machine (HTTPS_PROXY) could not be reached, or could not connect to Fly.',
        hint: 'Correct HTTPS_PROXY, or unset it if this machine can reach Fly without a proxy.',
    },
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
        what: (_, app) => `App ${app} does not exist at Fly, or the token cannot access it.`,
        hint: (_, app) => `Check the name and the token's organization. Create a missing app once with \`flyctl apps create ${app}\`.`,
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
        what: (found) => `Organization ${found[1]} does not exist, or the token cannot access it.`,
        hint: 'Set `monitoring.organization` to its slug, as `flyctl orgs list` shows it, and use a token of that organization; app tokens can neither access organizations nor create apps.',
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
        what: () => 'The Fly configuration does not name an app.',
        hint: 'Add `app = "…"` to it.',
    },
];

;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors/api.js
/** Failures of flyctl itself, of the network, and of Fly's API. */
const API_ERRORS = [
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
        what: () => 'This flyctl does not support a command or flag that is needed.',
        hint: 'Update flyctl, or remove it from PATH so that a tested version is downloaded.',
    },
    {
        code: 'fly-rate-limited',
        when: /rate limit|too many requests|status(?: code)?:? 429/i,
        retry: true,
        what: () => 'Fly limits the rate of requests, and rejected the retries as well.',
        hint: 'Run again in a minute; fewer deploys at the same time help.',
    },
    {
        code: 'fly-api',
        when: /status(?: code)?:? 5\d\d|internal server error|bad gateway|service unavailable|gateway timeout/i,
        retry: true,
        what: () => "Fly's API failed.",
        hint: 'See https://status.flyio.net and run again: existing resources are reused, nothing is created twice.',
    },
    {
        code: 'fly-network',
        when: /connection refused|connection reset|no such host|network is unreachable|no route to host|i\/o timeout|TLS handshake|x509|\bEOF$|deadline exceeded/i,
        retry: true,
        what: () => "Fly's API could not be reached.",
        hint: 'Check that this machine can reach api.fly.io and api.machines.dev.',
    },
];

;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors/known-error.js
/** The hint for failures that a second deploy at the same time causes. */
const ONE_DEPLOY = 'Let only one deploy run at a time (`concurrency:` in the workflow) and run again: existing resources are reused, nothing is created twice.';

;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors/deploy.js

/** Failures of a deploy: the image and its build, the Fly configuration, the machines. */
const DEPLOY_ERRORS = [
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
        hint: 'Run again later, or set `image` to an image that is built already.',
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
        hint: '`local_path` is relative to the folder of the Fly configuration.',
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
        what: (_, app) => `App ${app} was never deployed and has no Fly configuration.`,
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
        what: () => 'Fly has no capacity for the machine on its host or in its region.',
        hint: 'Try again later, or choose another region.',
    },
];

;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors/resources.js

/** Failures around what an app has: regions, volumes, secrets. */
const RESOURCE_ERRORS = [
    // Volumes and regions
    {
        code: 'fly-region',
        when: /region (\S+) not found|region code must be specified/,
        what: (found) => (found[1] ? `Region ${found[1]} does not exist at Fly.` : 'A region is needed.'),
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
        what: (found) => `Volume ${found[1]} is attached to machine ${found[2]}, which was created in the meantime.`,
        hint: ONE_DEPLOY,
    },
    {
        code: 'fly-volume-renamed',
        when: /can't update the attached volume/,
        what: () => 'The machine has a volume with another name, and flyctl cannot swap the volume of a machine.',
        hint: 'Use the name that `flyctl volumes list` shows for the attached volume.',
    },
    {
        code: 'fly-volume-detached',
        when: /has a volume mounted but app config does not specify a volume/,
        anywhere: true,
        what: () => 'The machine has a volume, but the Fly configuration has no [mounts] for it.',
        hint: 'Add the [mounts] section back, or destroy the machine by hand if its data is not needed.',
    },
    {
        code: 'fly-confirmation',
        when: /yes flag must be specified/,
        what: () => 'flyctl asked for a confirmation, which a run cannot give.',
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
        what: () => 'flyctl could not read the secrets that were passed to it.',
        hint: 'This is a bug of deploy-monitoring, or this flyctl reads secrets differently: please report it.',
    },
];

;// CONCATENATED MODULE: ./build/clients/flyctl/known-errors.js




/**
 * From flyctl's error text to what happened and what to do; the first match counts. Texts recorded from flyctl
 * 0.4.88; the same condition has several texts, because some come from Fly's GraphQL API and some from its machines API.
 */
const KNOWN_ERRORS = [
    ...ACCESS_ERRORS,
    ...RESOURCE_ERRORS,
    ...DEPLOY_ERRORS,
    ...API_ERRORS,
];

// EXTERNAL MODULE: ./build/clients/flyctl/output.js
var output = __webpack_require__(8889);
;// CONCATENATED MODULE: ./build/clients/flyctl/errors.js



/** Explains why a flyctl call failed: from its error text, else from the way it ended. */
function explainFailure(failed) {
    const said = (0,output/* errorText */.kc)(failed.stderr);
    const ended = stopped(failed);
    if (ended)
        return problem(failed, { ...ended, said: undefined });
    const everything = `${(0,output/* ending */.K1)(failed.stdout)}\n${(0,output/* ending */.K1)(failed.stderr)}`;
    for (const known of KNOWN_ERRORS) {
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
    const last = (0,output/* ending */.K1)(failed.stderr).trim().split('\n').at(-1);
    const what = said ?? ((0,lib_text/* oneLine */.TN)(last ?? '', 300) || 'flyctl printed nothing.');
    const hint = `Run \`flyctl ${failed.command} -a ${failed.app}\` by hand to see more; https://status.flyio.net shows incidents at Fly.`;
    // A server error is known by its text only, which may be anything.
    return problem(failed, { code: 'fly-failed', what, hint, said: undefined, retry: true });
}
/** Endings that are not flyctl's own answer. Exit codes: 126 its own deadline, 127 interrupted, 3 a crash of flyctl. */
function stopped(failed) {
    const seconds = Math.round(failed.timeoutMs / 1000);
    if (failed.stopped === 'cancelled' || (failed.exitCode === 127 && !failed.stopped))
        return {
            code: 'fly-interrupted',
            what: 'It was interrupted.',
            hint: 'Run again: existing resources are reused, nothing is created twice.',
        };
    if (failed.stopped === 'deadline' || failed.exitCode === 126)
        return {
            code: 'fly-deadline',
            what: `It did not end within ${seconds} s.`,
            hint: 'Run again; set a longer `timeout` if Fly is slow.',
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

;// CONCATENATED MODULE: ./build/clients/flyctl/client.js












/** Reads and small writes are ended after this time. */
const CALL_TIMEOUT_MS = 60_000;
/** Time for reading the machines after the deadline: without it the report could not say what exists. */
const FINAL_READ_MS = 3_000;
/** More than is ever shown of an output, or looked at for what went wrong. */
const SHOWN_CHARACTERS = 1_000_000;
/** The end of an output, for people. Cut first: hiding takes its time for every character, however many there are. */
const shown = (text) => text.length > SHOWN_CHARACTERS ? `…\n${(0,redact/* hide */.jD)(text.slice(-SHOWN_CHARACTERS))}` : (0,redact/* hide */.jD)(text);
/** Pauses before the second, third and fourth try, in milliseconds; each is stretched by up to a half at random. */
const PAUSES_MS = [500, 1_500, 4_000];
function createFlyctl(options) {
    for (const token of (0,fly_token/* flyTokens */.o)(options.token))
        (0,redact/* addSecret */.Ck)(token);
    const starts = options.starts ?? [];
    const run = (call) => runOnce(call, options, starts);
    async function repeatable(call) {
        for (let attempt = 0;; attempt++) {
            const result = await run(call);
            if (!result.failure)
                return result.stdout;
            const pause = PAUSES_MS[attempt];
            if (!result.failure.retry || pause === undefined)
                throw flyctlError(result.failure);
            options.log.debug(`${result.failure.problem.message} Trying again.`);
            await (0,external_node_timers_promises_.setTimeout)(pause * (1 + Math.random() / 2), undefined, options.signal ? { signal: options.signal } : {});
        }
    }
    return {
        run,
        repeatable,
        starts: () => starts,
        folder: (app) => appFolder(options.scratch, app),
        token: options.token.trim(),
    };
}
/** One start of flyctl, with its secrets hidden in everything but the answer itself. */
async function runOnce(call, options, starts) {
    options.signal?.throwIfAborted();
    const folder = await appFolder(options.scratch, call.global ? 'no-app' : call.app);
    const env = (0,environment/* flyctlEnvironment */.m)(options.environment ?? process.env, {
        token: options.token.trim(),
        configDir: (0,external_node_path_.join)(folder, 'flyctl'),
    });
    const left = Math.max(FINAL_READ_MS, (options.until ?? Number.POSITIVE_INFINITY) - Date.now());
    const timeoutMs = Math.min(call.timeoutMs ?? CALL_TIMEOUT_MS, left);
    const raw = await (0,lib_process.runProcess)({
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
    // An answer is parsed unchanged and redacted only where it is shown: a name in it may be part of a secret.
    const result = { ...raw, stderr: shown(raw.stderr), output: shown(raw.output) };
    const { app, command } = call;
    starts.push({ app, command, seconds: raw.seconds, exitCode: raw.exitCode });
    options.log.debug(`flyctl ${command}, app ${app}: exit ${raw.exitCode} after ${raw.seconds.toFixed(2)} s`);
    if (raw.exitCode === 0 && !raw.stopped)
        return result;
    return {
        ...result,
        failure: explainFailure({ command, app, timeoutMs, ...result, stdout: shown(raw.stdout) }),
    };
}
/** The error of a failed call, to be thrown. */
function flyctlError(failure) {
    return new errors/* ActionError */.lZ('platform', [failure.problem]);
}
/** Parses what a `--json` command printed; an answer of another shape comes from an unsupported flyctl. */
function parseAnswer(command, stdout, shape) {
    try {
        const json = (0,output/* plainOutput */.MC)(stdout);
        if ((0,json_value/* nestsTooDeep */.qK)(json))
            throw new RangeError('nests too deeply');
        return shape(JSON.parse(json));
    }
    catch (error) {
        throw (0,errors/* platformError */.sx)('fly-answer', `flyctl ${command} returned ${error instanceof SyntaxError ? 'output that is not JSON' : 'JSON of an unexpected shape'}.`, 'Update flyctl, or remove it from PATH so that a tested version is downloaded.', error);
    }
}
/** `<scratch>/<app>/empty` as a clean working folder; `<scratch>/<app>/flyctl` is created by flyctl itself. */
async function appFolder(scratch, app) {
    const folder = (0,external_node_path_.join)(scratch, app);
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'empty'), { recursive: true, mode: 0o700 });
    return folder;
}
function notStarted(binary, error) {
    return (0,errors/* platformError */.sx)('fly-flyctl-start', `flyctl could not be started (${binary}): ${(0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error), 300)}`, 'Check that the file exists, is built for this machine and may be executed (a temporary folder that is mounted with `noexec` does not work: set TMPDIR or RUNNER_TEMP).', error);
}


/***/ }),

/***/ 7012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CR: () => (/* binding */ allocateAddress),
  Ov: () => (/* binding */ checkApp),
  Ef: () => (/* binding */ createApp),
  pb: () => (/* binding */ createVolume),
  Lg: () => (/* binding */ extendVolume),
  Zt: () => (/* binding */ listAddresses),
  bO: () => (/* binding */ listMachines),
  tH: () => (/* binding */ listReleases),
  AQ: () => (/* binding */ listSecrets),
  yi: () => (/* binding */ listVolumes),
  zt: () => (/* binding */ runDeploy),
  it: () => (/* binding */ stageSecrets),
  DF: () => (/* binding */ startMachines),
  aZ: () => (/* binding */ validateFlyConfig)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/clients/flyctl/answers.js


/**
 * The answers of flyctl's `--json` commands, reduced to the fields that are used. Shapes recorded from flyctl 0.4.88;
 * unknown keys are dropped, and keys that an answer may leave out are optional.
 */
const answers_text = dist/* nullish */.cl6(dist/* string */.YjP());
/** A list; Go writes an empty one as `null`. */
const list = (item, json) => dist/* parse */.qgA(dist/* nullable */.mee(dist/* array */.YOg(item)), json) ?? [];
const machineJson = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    name: answers_text,
    state: dist/* string */.YjP(),
    region: answers_text,
    private_ip: answers_text,
    updated_at: answers_text,
    image_ref: dist/* nullish */.cl6(dist/* object */.Ikc({ registry: answers_text, repository: answers_text, tag: answers_text, digest: answers_text })),
    config: dist/* nullish */.cl6(dist/* object */.Ikc({
        env: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
        image: answers_text,
        metadata: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())),
        standbys: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
        checks: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
        services: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* unknown */.L5J())) }))),
        mounts: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ volume: answers_text, name: answers_text, path: answers_text, size_gb: dist/* nullish */.cl6(dist/* number */.aig()) }))),
    })),
    checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), status: dist/* string */.YjP(), output: answers_text }))),
});
/** Process groups of temporary machines that flyctl creates for itself. */
const TEMPORARY_GROUPS = new Set([
    'fly_app_release_command',
    'fly_app_test_machine_command',
    'fly_app_console',
]);
/** `machine list --json`: the app's machines, without destroyed machines and flyctl's temporary ones. */
function parseMachines(json, app) {
    return list(machineJson, json)
        .map((raw) => machine(raw, app))
        .filter((m) => !TEMPORARY_GROUPS.has(m.processGroup) && !/^destroy/.test(m.state));
}
function machine(raw, app) {
    const metadata = raw.config?.metadata ?? {};
    const release = Number(metadata.fly_release_version);
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
    attached_machine_id: answers_text,
});
function parseVolume(json) {
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
/** `volumes list --json`, without volumes that are being destroyed. */
function parseVolumes(json) {
    return list(dist/* unknown */.L5J(), json)
        .map(parseVolume)
        .filter(({ state }) => !/destroy/.test(state));
}
/** `secrets list --json`. */
function parseSecrets(json) {
    return list(dist/* object */.Ikc({ name: dist/* string */.YjP(), digest: dist/* string */.YjP() }), json);
}
const addressJson = dist/* object */.Ikc({ Address: dist/* string */.YjP(), Type: dist/* string */.YjP() });
/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
function parseAddresses(json) {
    return list(addressJson, json).map((raw) => ({
        address: raw.Address,
        kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
        version: raw.Type.endsWith('v4') ? 4 : 6,
    }));
}
const releaseJson = dist/* object */.Ikc({ version: dist/* number */.aig(), image_ref: dist/* string */.YjP() });
function parseEmittedRelease(stdout) {
    for (const line of stdout.split('\n').reverse()) {
        if (!line.startsWith('{"'))
            continue;
        const parsed = dist/* safeParse */.xLC(releaseJson, (0,json_value/* jsonOrUndefined */._D)(line));
        if (parsed.success)
            return { version: parsed.output.version, imageRef: parsed.output.image_ref };
    }
    return undefined;
}
const releaseRow = dist/* object */.Ikc({
    Version: dist/* number */.aig(),
    Status: answers_text,
    ImageRef: answers_text,
    CreatedAt: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* toDate */.ayB()),
});
/** `releases --json`, newest first. */
function parseReleases(json) {
    return list(releaseRow, json)
        .map((row) => ({
        version: row.Version,
        status: row.Status ?? '',
        imageRef: row.ImageRef ?? '',
        createdAt: row.CreatedAt,
    }))
        .sort((a, b) => b.version - a.version);
}

// EXTERNAL MODULE: ./build/clients/flyctl/client.js + 7 modules
var client = __webpack_require__(1411);
// EXTERNAL MODULE: ./build/clients/flyctl/output.js
var flyctl_output = __webpack_require__(8889);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
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
        throw (0,errors/* platformError */.sx)('fly-secret-name', `${JSON.stringify(name)} is not a valid name for a Fly secret.`, 'Use letters, digits and underscores.');
    const line = `${name}=${Buffer.from(value, 'utf8').toString('base64')}`;
    if (line.length > LINE_LIMIT)
        throw (0,errors/* platformError */.sx)('fly-secret-size', `The secret ${name} has ${Buffer.byteLength(value)} bytes; flyctl accepts about 48,000.`, 'Make it smaller.');
    return line;
}

;// CONCATENATED MODULE: ./build/clients/flyctl/commands.js




/** Runs a `--json` read and returns its typed answer. */
async function ask(flyctl, call, shape) {
    const args = [...(call.args ?? []), '--json'];
    return (0,client/* parseAnswer */.Wp)(call.command, await flyctl.repeatable({ ...call, args }), shape);
}
/** A write that must not be repeated, except when Fly rejected it before doing anything. */
async function once(flyctl, call) {
    const result = await flyctl.run(call);
    if (!result.failure)
        return result.stdout;
    if (result.failure.problem.code === 'fly-rate-limited')
        return flyctl.repeatable(call);
    throw (0,client/* flyctlError */.xt)(result.failure);
}
/** The machines of an app; throws `fly-app-missing` or `fly-token-too-narrow` like every command on an app. */
function listMachines(flyctl, app) {
    return ask(flyctl, { command: 'machine list', app }, (json) => parseMachines(json, app));
}
function listVolumes(flyctl, app) {
    return ask(flyctl, { command: 'volumes list', app }, parseVolumes);
}
function listSecrets(flyctl, app) {
    return ask(flyctl, { command: 'secrets list', app }, parseSecrets);
}
function listAddresses(flyctl, app) {
    return ask(flyctl, { command: 'ips list', app }, parseAddresses);
}
function listReleases(flyctl, app) {
    return ask(flyctl, { command: 'releases', app }, parseReleases);
}
/**
 * Asks GraphQL for the app; unlike `machine list`, it distinguishes an unknown app from a token that is not accepted.
 */
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
    return (0,client/* parseAnswer */.Wp)(command, await once(flyctl, { command, app, args }), parseVolume);
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
/** flyctl's output about a Fly configuration that it does not accept; empty when it accepts it. No request is made. */
async function validateFlyConfig(flyctl, { app, config, folder }) {
    const args = ['--strict', '--config', config];
    const { failure, output } = await flyctl.run({ command: 'config validate', app, args, cwd: folder });
    // Any other failure is reported by the deploy.
    return failure?.problem.code === 'fly-config-invalid' ? (0,flyctl_output/* plainOutput */.MC)(output) : '';
}
/** Stores secrets for the next deploy; machines are not touched. */
async function stageSecrets(flyctl, app, secrets) {
    await flyctl.repeatable({ command: 'secrets import', app, args: ['--stage'], stdin: secretLines(secrets) });
}
async function startMachines(flyctl, app, ids) {
    await flyctl.repeatable({ command: 'machine start', app, args: ids });
}
/**
 * `flyctl deploy`. Neither exit code 0 nor 1 says what runs afterwards: read the machines. The release that flyctl
 * reports on success is in `release`.
 */
async function runDeploy(flyctl, request) {
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
    const release = parseEmittedRelease((0,flyctl_output/* plainOutput */.MC)(result.stdout));
    return { ...result, ...(release && { release }) };
}


/***/ }),

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

/***/ 5338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ createPrometheus)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/lib/connection-pool.js
var connection_pool = __webpack_require__(7489);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/lib/redirect.js
var lib_redirect = __webpack_require__(3302);
;// CONCATENATED MODULE: ./build/clients/prometheus/errors.js




/** The body of a refusal by Prometheus. */
const failureBody = dist/* object */.Ikc({ status: dist/* literal */.euz('error'), errorType: dist/* string */.YjP(), error: dist/* string */.YjP() });
/** Prometheus understood the request and refuses it (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
function apiError(status, { errorType, error }) {
    if (status === 503 && errorType !== 'timeout')
        return (0,errors/* platformError */.sx)('prometheus-starting', `Prometheus is not ready: ${(0,lib_text/* oneLine */.TN)(error, 300)}`, STARTING_HINT);
    return (0,errors/* platformError */.sx)('prometheus-query', error, 'Correct the query; try it on the page /graph of Prometheus.');
}
const STARTING_HINT = 'It is replaying its write-ahead log, or was stopped. If this persists, read its log: flyctl logs -a APP.';
/** An answer that does not come from Prometheus: from a proxy, from Fly's edge, or from another server. */
function prometheusRefusal(answer, path) {
    switch (answer.status) {
        case 401:
        case 403:
            return (0,errors/* platformError */.sx)('prometheus-unauthorized', `Prometheus refuses the credentials (HTTP ${answer.status}).`, 'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
                'A derived password changes with the Fly token.');
        case 502:
        case 503:
        case 504:
            return (0,errors/* platformError */.sx)('prometheus-starting', `Prometheus is not ready (HTTP ${answer.status}).`, STARTING_HINT);
        default:
            return notPrometheus(answer, path);
    }
}
/** The server that answers is not Prometheus. */
function notPrometheus(answer, path) {
    const asked = path.split('?')[0] ?? '';
    const redirect = (0,lib_redirect/* redirectOf */.Y)(answer);
    return (0,errors/* platformError */.sx)('prometheus-not-prometheus', `The server at this address is not Prometheus: ${asked} returned HTTP ${answer.status}` +
        `${redirect ? ', a redirect' : contentType(answer)}.`, redirect
        ? `Redirects are not followed, so that the password stays with the host it is meant for. ${finalAddress(redirect, asked)}`
        : 'Check prometheus-url, and that its app serves Prometheus on the port of its public service.');
}
/** What to set instead; an address on another host is not repeated. */
function finalAddress(redirect, asked) {
    const start = redirect.kind === 'same-host' ? redirect.url.href : '';
    return start.endsWith(asked)
        ? `Set prometheus-url to ${start.slice(0, -asked.length)}.`
        : 'Set prometheus-url to the address of Prometheus itself, as its operators know it: a login page in front of it cannot be passed, and a redirect to another host is not trusted.';
}
function contentType(answer) {
    const type = answer.headers['content-type'];
    return typeof type === 'string' ? ` with ${(0,lib_text/* oneLine */.TN)(type, 100)}` : '';
}
/** Prometheus answers in an unknown form. */
function unexpectedAnswer(path, what) {
    return (0,errors/* platformError */.sx)('prometheus-odd-answer', `Prometheus answered ${path.split('?')[0]} in an unknown form (${(0,lib_text/* oneLine */.TN)(what, 200)}).`, 'Versions 2.42 to 3.14 are known to work. Check whether a proxy in front of Prometheus changes its answers.');
}
/** No answer: the error of the system, and what it means here. */
function prometheusUnreachable(host, cause) {
    const thrown = cause;
    const code = String(thrown?.code ?? '');
    if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
        return (0,errors/* platformError */.sx)('prometheus-timeout', `${host} did not answer in time.`, 'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.', cause);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return (0,errors/* platformError */.sx)('prometheus-dns', `The name ${host} does not resolve (${code}).`, 'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.', cause);
    if (code === 'ECONNREFUSED')
        return (0,errors/* platformError */.sx)('prometheus-refused', `${host} refuses connections.`, 'Nothing listens at this address and port: check prometheus-url.', cause);
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return (0,errors/* platformError */.sx)('prometheus-tls', `TLS with ${host} failed: ${(0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(cause), 200)}.`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.', cause);
    return (0,errors/* platformError */.sx)('prometheus-connection', `The connection to ${host} broke: ${(0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(cause), 200)}.`, 'Try again; if it persists, see flyctl status -a APP and flyctl logs -a APP.', cause);
}
/** The run was cancelled, or its time was up, before there was an answer. */
const prometheusCancelled = (cause) => (0,errors/* platformError */.sx)('prometheus-cancelled', 'The request to Prometheus was cancelled.', 'Nothing to do.', cause);

;// CONCATENATED MODULE: ./build/clients/prometheus/client.js







const RETRIES = 2;
/** Far more than is shown: the target determines the length of its error. */
const MAX_ERROR = 4_000;
const envelope = (data) => dist/* object */.Ikc({
    status: dist/* literal */.euz('success'),
    data,
    warnings: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
    infos: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
});
const ANSWERS = {
    query: envelope(prometheus/* queryAnswer */.f$),
    targets: envelope(prometheus/* targetsAnswer */.Z5),
    buildInfo: envelope(prometheus/* buildInfoAnswer */.z3),
    runtimeInfo: envelope(prometheus/* runtimeInfoAnswer */.B4),
    config: envelope(prometheus/* configAnswer */.V_),
    targetsMetadata: envelope(prometheus/* targetsMetadataAnswer */.Am),
    rules: envelope(prometheus/* rulesAnswer */._N),
    alerts: envelope(prometheus/* alertsAnswer */.G8),
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
            if (data.resultType !== 'scalar')
                throw unexpectedAnswer(path, `a ${data.resultType} where a scalar was expected`);
            const [seconds] = data.result;
            if (seconds >= 0 && seconds <= END_OF_9999)
                return seconds * 1000;
            throw unexpectedAnswer(path, 'a time outside of every calendar');
        },
        // Polled repeatedly anyway.
        targets: async () => {
            const { data } = await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 });
            return data.activeTargets.map((target) => ({ ...target, lastError: (0,lib_text/* cut */.Jj)(target.lastError, MAX_ERROR) }));
        },
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
            throw prometheusRefusal(answer, '/metrics');
        },
        alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
    };
}
/** The last second, since the epoch, that can be written as a date of four digits. */
const END_OF_9999 = 253_402_300_799;
const authorization = (credentials) => 'token' in credentials ? `Bearer ${credentials.token}` : (0,http/* basicAuth */.tB)(credentials.user, credentials.password);
function getter(server) {
    const base = server.url.replace(/(?<!\/)\/+$/, '');
    const { credentials } = server;
    const at = new URL(base).host + (0,connection_pool/* through */.sc)((0,connection_pool/* proxyTo */.UM)(server.pool, base));
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
                // A dashboard's query may be longer than what a proxy accepts in a URL.
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
                throw prometheusCancelled(cause);
            if (cause instanceof errors/* ActionError */.lZ)
                throw cause;
            if (cause instanceof http/* UnwantedAnswer */.dP)
                throw unexpectedAnswer(path, (0,errors/* messageOf */.bD)(cause));
            throw prometheusUnreachable(at, cause);
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
/** The form of a query. `at` is in milliseconds since the epoch; Prometheus expects seconds. */
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
    throw prometheusRefusal(answer, '/-/ready');
}
function answerOf(answer, path, shape) {
    const body = answer.json;
    const failed = dist/* safeParse */.xLC(failureBody, body);
    if (failed.success)
        throw apiError(answer.status, failed.output);
    if (answer.status !== 200)
        throw prometheusRefusal(answer, path);
    const parsed = dist/* safeParse */.xLC(shape, body);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw body === undefined
        ? notPrometheus(answer, path)
        : unexpectedAnswer(path, `${dist/* getDotPath */.BuJ(issue)}: ${issue.message}`);
}


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ DIGEST_VARIABLE),
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9277);


/**
 * The share of the volume for samples; the rest is for the write-ahead log and compaction (Prometheus recommends 80–85 %
 * at most).
 */
const SHARE_OF_VOLUME = 0.75;
/** Variable in the app's [env] with the digest of the rendered app; `flyctl machine list --json` shows it. */
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
 * fly.monitoring.toml for a manual deploy: the same machine without flags, so that the entrypoint completes the
 * configuration from the environment, that is from secrets that are set manually.
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
        // Fly's default is SIGINT; Prometheus, which replaces the entrypoint, closes its write-ahead log on SIGTERM.
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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST_PATHS */ .es.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] accepts IPv4 as well; Fly's private network is IPv6 only.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST_PATHS */ .es.webConfig}`] : []),
    ];
}
/**
 * HTTPS on 443 for people and for the verification. Never stopped: scrapes do not pass through Fly's proxy, which would
 * consider the machine idle. The check is TCP, because basic auth answers 401 on every path; readiness is verified with
 * credentials afterwards.
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

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5478);
/* harmony import */ var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(878);
/* harmony import */ var _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5982);
/* harmony import */ var _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1687);





/** The rule file of Prometheus, for both 2.42 and 3.x. */
function renderRules(config, options) {
    const groups = (0,_alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
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
const plainRule = (rule, grafanaUrl) => (0,_alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlert */ .H)(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label distinguishes rules with the same name; without it promtool reports them as duplicates.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, grafanaUrl),
    }
    : { record: rule.record, expr: rule.expr };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ }),

/***/ 8862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderWebConfig)
/* harmony export */ });
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7209);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3694);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9277);





/** bcrypt cost: 10 as in the example of Prometheus, about 0.1 s for each wrong password; correct ones are cached. */
const COST = '10';
/**
 * `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password results in the same hash.
 * The hash allows guessing passwords offline, so it is as secret as the password.
 */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)([...(0,_derive_js__WEBPACK_IMPORTED_MODULE_3__/* .keyed */ .Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    const hash = (0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .hashSync */ .Y8)(password, salt);
    (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .addSecret */ .Ck)(hash);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .PROMETHEUS_USER */ .X1]: hash } }, { lineWidth: 0 });
}


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runProcess: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _process_family_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8430);



/**
 * flyctl takes half a second to release its machine leases when it is interrupted. A program that does not end is
 * interrupted again and then killed; a runner kills a cancelled step after 10 s: the rest of that time is for the
 * report.
 */
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
/** How often an interrupted group is checked. */
const POLL_MS = 50;
/** How long a finished process may keep its pipes open through a daemon that it left behind. */
const PIPES_MS = 2_000;
/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
/**
 * Runs a program to its end, and with it all that it starts. Cancelling and the deadline send SIGINT to the group, as a
 * terminal does (flyctl then exits 127 and marks its release as interrupted), later SIGTERM, and kill what still runs
 * by then. Rejects when the program cannot be started.
 */
async function runProcess(call) {
    const started = performance.now();
    const family = (0,_process_family_js__WEBPACK_IMPORTED_MODULE_2__/* .newFamily */ .rz)();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.binary, call.argv, {
        env: { ...call.env, ...family.mark },
        cwd: call.cwd,
        stdio: 'pipe',
        detached: true,
    });
    family.leads(child.pid);
    const stopping = stoppingOf(family, call);
    const read = collect(child, () => stopping.stop('output'));
    // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.stdin ?? '');
    const closed = new Promise((done) => void child.once('close', () => done()));
    try {
        const exitCode = await exitOf(child);
        if (stopping.why())
            await stopping.end();
        else
            stopping.forget();
        family.close();
        const pipes = setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS);
        await closed;
        clearTimeout(pipes);
        const stopped = stopping.why();
        return { exitCode, ...read(), seconds: (performance.now() - started) / 1000, ...(stopped && { stopped }) };
    }
    finally {
        stopping.forget();
        family.close();
    }
}
function exitOf(child) {
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', resolve);
    });
}
/** Ends a program early, for the first of several reasons. */
function stoppingOf(family, { timeoutMs, signal }) {
    let why;
    let killAt = 0;
    const timers = [];
    const stop = (reason) => {
        if (why)
            return;
        why = reason;
        killAt = performance.now() + KILL_MS;
        family.signal('SIGINT');
        timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS), setTimeout(() => family.kill(), KILL_MS));
    };
    const cancel = () => stop('cancelled');
    timers.push(setTimeout(() => stop('deadline'), timeoutMs));
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted)
        cancel();
    return {
        stop,
        why: () => why,
        /** Programs that an interrupted program has started get as long to end as the program itself. */
        end: async () => {
            while (performance.now() < killAt && family.isAlive())
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(POLL_MS);
            family.kill();
        },
        forget: () => {
            for (const timer of timers)
                clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
        },
    };
}
/** Collects the output; `tooMuch` is called when it exceeds the limit. */
function collect(child, tooMuch) {
    const all = [];
    const keep = (stream) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return tooMuch();
            chunks.push(chunk);
            all.push(chunk);
        });
        return chunks;
    };
    const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)];
    const text = (chunks) => Buffer.concat(chunks).toString('utf8');
    return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) });
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

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RT: () => (/* binding */ secretsRecord),
/* harmony export */   Wl: () => (/* binding */ RECORD_VARIABLES),
/* harmony export */   v3: () => (/* binding */ volumesOf)
/* harmony export */ });
/* harmony import */ var _desired_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3181);

/** Variables that a deploy sets on the machine, so that the next run can compare. */
const RECORD_VARIABLES = {
    digest: _desired_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .DIGEST_VARIABLE */ .Ac,
    secrets: 'DEPLOY_MONITORING_STAGED',
    build: 'DEPLOY_MONITORING_BUILD',
};
/** Fly's digests of these secrets, joined: it changes when one of them is changed manually. */
function remoteDigest(names, secrets) {
    return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.');
}
/** The record of the secrets on the machine: the digest of the values that were written, and Fly's digests after that. */
function secretsRecord(wanted, secrets) {
    const names = wanted.app.secrets.map((s) => s.name);
    return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`;
}
/** The volumes that have the name of the desired one. */
function volumesOf({ app }, { volumes }) {
    return volumes.filter((volume) => volume.name === app.volume.name);
}


/***/ }),

/***/ 7014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yl: () => (/* binding */ applyAll),
  WN: () => (/* binding */ hasFailed),
  lC: () => (/* binding */ observeUndeployedApp)
});

// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/plan/fly/actions.js
/** The change of an action, with its reason. */
function flyChange(action, reason, more = {}) {
    return { subject: action.app, what: describe(action), reason, ...more, action };
}
function describe(action) {
    switch (action.kind) {
        case 'create-app':
            return `create the app in ${action.organization}`;
        case 'create-volume':
            return `create the volume ${action.name}, ${action.sizeGb} GB in ${action.region}`;
        case 'extend-volume':
            return `extend the volume ${action.id} to ${action.sizeGb} GB`;
        case 'allocate-address':
            return `allocate a ${action.address === 'v6' ? 'public IPv6' : 'shared public IPv4'} address`;
        case 'ensure-addresses':
            return 'ensure public addresses';
        case 'stage-secrets':
            return `stage ${action.names.join(', ')}`;
        case 'deploy':
            return 'deploy';
        case 'start-machines':
            return `start ${action.machines.join(', ')}`;
    }
}

;// CONCATENATED MODULE: ./build/plan/fly/app.js

/** The changes of a deploy of a main app that exists: every run makes a release. */
function planApp({ app: config }) {
    const { app } = config;
    return [flyChange({ kind: 'deploy', app, image: imageOf(config) }, 'The configuration asks for it.')];
}
/** The changes of a deploy when the app does not exist yet. */
function planNewApp(order) {
    const { app } = order.app;
    const create = { kind: 'create-app', app, organization: order.organization };
    const allocate = ['shared-v4', 'v6'].map((address) => flyChange({ kind: 'allocate-address', app, address }, 'Without a terminal, flyctl would leave the app without a public address.'));
    return [
        flyChange(create, 'The app does not exist yet.'),
        ...(order.needsAddresses ? allocate : []),
        ...planApp(order),
    ];
}
function imageOf({ image, dockerfile }) {
    if (image)
        return { from: 'reference', reference: image };
    return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' };
}

// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 2 modules
var commands = __webpack_require__(7012);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/plan/fly/refusals.js


/** Whether a problem of the error has one of these codes. */
function hasCode(error, ...codes) {
    return error instanceof errors/* ActionError */.lZ && error.problems.some((problem) => codes.includes(problem.code));
}
/**
 * The machines API answers `unauthorized` for an invalid token, for an app of another organization and for an app that
 * does not exist; a GraphQL query for the app distinguishes them. Any other error is returned unchanged.
 */
async function sharpenRefusal(error, app, flyctl) {
    if (!hasCode(error, 'fly-token-too-narrow'))
        return error;
    return (0,commands/* checkApp */.Ov)(flyctl, app).then(() => error, (sharper) => sharper);
}
/** The problems of an error. An error that does not come from outside the program is a bug and is thrown again. */
function problemsOf(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return error.problems;
    if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
        return [
            {
                code: 'fly-interrupted',
                severity: 'error',
                message: 'The run was cancelled or reached its `timeout` before this step.',
                hint: 'Run again: what exists already is used, nothing is created twice.',
            },
        ];
    throw error;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/plan/fly/judge-machines.js

/** States in which a machine stays until it is started. */
const AT_REST = new Set(['stopped', 'suspended', 'created', 'failed']);
/**
 * The state of the machines decides, not the exit code of flyctl: it exits 0 although a stopped machine was only updated,
 * or although Fly went back to the old image; and exits 1 although the machines are healthy.
 */
function judgeMachines(expected, machines) {
    // A machine without a release was not made by a deploy, and deploys leave it alone.
    const concerned = machines.filter((m) => m.releaseVersion !== undefined);
    if (concerned.length === 0)
        return bad('fly-no-machines', `App ${expected.app} has no machines after the deploy.`, `\`flyctl machine list -a ${expected.app}\` and \`flyctl logs -a ${expected.app}\` may show why.`);
    const stale = concerned.find((m) => isOld(expected, m));
    if (stale)
        return old(expected, stale);
    const running = concerned.filter((m) => !(m.standby || expected.mayStop) || m.state === 'started');
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
function isOld(expected, machine) {
    if (expected.release !== undefined && (machine.releaseVersion ?? 0) < expected.release)
        return true;
    if (expected.imageRef !== undefined && !runsImage(machine, expected.imageRef))
        return true;
    return Object.entries(expected.env ?? {}).some(([name, value]) => machine.env[name] !== value);
}
function old(expected, machine) {
    const { image, releaseVersion } = machine;
    const running = `${image.ref || `${image.repository}:${image.tag}`} of release ${releaseVersion}`;
    return bad('fly-old-version', `Machine ${machine.id} of ${expected.app} still runs ${running} after the deploy${expected.release === undefined ? '' : ` of release ${expected.release}`}; Fly may have gone back to it because the new image could not be started.`, `See \`flyctl releases -a ${expected.app}\` and \`flyctl logs -a ${expected.app}\`, then deploy again.`);
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
    return silent > 0 ? [`machine ${machine.id} has no result for ${silent} of its checks yet`] : [];
}
function bad(code, message, hint) {
    return { kind: 'bad', problem: { code, severity: 'error', message, hint } };
}

;// CONCATENATED MODULE: ./build/apply/fly/wait-for-machines.js



/** Pauses between reads of the machines, in milliseconds; the last one repeats. Each read starts flyctl. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];
/**
 * Reads the machines until they are as expected: starts those that are stopped (once), waits for states and checks, and
 * gives up at `until`.
 */
async function waitForMachines(expected, until, { flyctl, signal }) {
    const started = new Set();
    for (let reads = 0;; reads++) {
        const machines = await (0,commands/* listMachines */.bO)(flyctl, expected.app);
        const judged = judgeMachines(expected, machines);
        if (judged.kind === 'good')
            return { machines };
        if (judged.kind === 'bad')
            return { machines, problem: judged.problem };
        const fresh = judged.start.filter((id) => !started.has(id));
        const again = judged.start.find((id) => started.has(id));
        if (again)
            return { machines, problem: doesNotStay(expected.app, again) };
        if (Date.now() >= until)
            return { machines, problem: notReady(expected.app, judged.why) };
        if (fresh.length > 0) {
            await (0,commands/* startMachines */.DF)(flyctl, expected.app, fresh);
            for (const id of fresh)
                started.add(id);
        }
        const pause = Math.min(PAUSES_MS[reads] ?? 4_000, Math.max(0, until - Date.now()));
        await (0,promises_.setTimeout)(pause, undefined, signal ? { signal } : {});
    }
}
function doesNotStay(app, machine) {
    return {
        code: 'fly-crash',
        severity: 'error',
        message: `Machine ${machine} of ${app} was started and stopped again: its process exits.`,
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

;// CONCATENATED MODULE: ./build/apply/fly/deploy.js





/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000;
/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000;
/** With one of these failures the machines may be healthy: their state decides. Any other failure is final. */
const UNDECIDED = new Set(['fly-health', 'fly-start-timeout', 'fly-lease']);
/** The same, but flyctl stopped before the machines had enough time: they are waited for. */
const CUT_SHORT = new Set([
    'fly-api',
    'fly-network',
    'fly-rate-limited',
    'fly-volume-attached',
    'fly-failed',
]);
/** Runs `flyctl deploy`; the state of the machines decides whether it succeeded. */
async function deployAndWait(order, ctx) {
    const begun = Date.now();
    const timeoutMs = Math.max(1_000, ctx.until - begun);
    const { mayStop, before: _, ...request } = order;
    const result = await (0,commands/* runDeploy */.zt)(ctx.flyctl, {
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
    return { ...(await waitForMachines(exactly, ctx.until, ctx)), warnings: [] };
}
async function sharpened({ problem }, app, ctx) {
    const why = await sharpenRefusal(new errors/* ActionError */.lZ('platform', [problem]), app, ctx.flyctl);
    return why instanceof errors/* ActionError */.lZ ? (why.problems[0] ?? problem) : problem;
}
/** Where flyctl itself waited without success, there is no second wait: the current state of the machines decides. */
async function afterFailure(problem, { order, asked, begun }, ctx) {
    const failed = { warnings: [], machines: [], problem };
    const isCutShort = CUT_SHORT.has(problem.code);
    if (ctx.signal?.aborted || !(isCutShort || UNDECIDED.has(problem.code)))
        return failed;
    try {
        const release = await releaseOf(order, begun, ctx);
        if (release === undefined)
            return failed;
        const exactly = { ...asked, release, ...(order.image && { imageRef: order.image }) };
        const reached = await waitForMachines(exactly, isCutShort ? ctx.until : Date.now(), ctx);
        if (reached.problem)
            return { ...reached, warnings: [], problem };
        return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
    }
    catch (error) {
        // The failure of the deploy says more than a failure to read the machines.
        problemsOf(error);
        return failed;
    }
}
const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.';
/** The release that a failed deploy created, if any: the newest, unfinished and younger than the deploy. */
async function releaseOf(order, begun, ctx) {
    const [newest] = await (0,commands/* listReleases */.tH)(ctx.flyctl, order.app);
    if (!newest || newest.status === 'complete')
        return undefined;
    const isNew = order.before === undefined
        ? newest.createdAt.getTime() >= begun - CLOCK_MS
        : newest.version > order.before;
    return isNew ? newest.version : undefined;
}
/** How far the clock of Fly may be behind the local one. */
const CLOCK_MS = 1_000;

;// CONCATENATED MODULE: ./build/apply/fly/run-changes.js


/** The result of an app, from the outcomes of its changes and its machines as last read. */
function flyResult(app, outcomes, { machines, warnings }) {
    const problems = outcomes.flatMap((o) => (o.kind === 'failed' ? [o.problem] : []));
    return { app, machines, outcomes, warnings, problems };
}
/** Carries out changes in order and logs each one first; after a failure the others are recorded as not run. */
async function runChanges(changes, perform, log) {
    const outcomes = [];
    for (const change of changes) {
        const failed = outcomes.find((outcome) => outcome.kind === 'failed');
        if (failed) {
            outcomes.push({
                change,
                seconds: 0,
                kind: 'notRun',
                why: `Needs "${failed.change.what}", which failed.`,
            });
            continue;
        }
        log.info(`${change.subject}: ${inProgress(change.what)}. ${change.reason}`);
        const started = performance.now();
        const seconds = () => (performance.now() - started) / 1000;
        try {
            await perform(change.action);
            outcomes.push({ change, seconds: seconds(), kind: 'done' });
        }
        catch (error) {
            const [problem] = problemsOf(error);
            if (!problem)
                throw new Error(`a failure without a problem: ${(0,errors/* messageOf */.bD)(error)}`);
            outcomes.push({ change, seconds: seconds(), kind: 'failed', problem });
        }
    }
    return outcomes;
}
/** `create the app` → `creating the app`. */
const inProgress = (what) => what.replace(/^(\w+?)e?\b/, '$1ing');

;// CONCATENATED MODULE: ./build/apply/fly/write-or-confirm.js



/** Writes once. The answer may get lost: when a write fails without a clear refusal, the current state decides. */
async function writeOrConfirm(write, isDone) {
    try {
        await write();
    }
    catch (error) {
        if (!hasCode(error, 'fly-api', 'fly-network', 'fly-failed') || !(await isDone()))
            throw error;
    }
}
/**
 * Creates the app. A taken name may be the same app, when an earlier answer got lost. Fly answers the same for an app of
 * another organization; only reading the app distinguishes them.
 */
async function createAppUnlessTaken({ app, organization }, flyctl) {
    try {
        await commands/* createApp */.Ef(flyctl, app, organization);
    }
    catch (error) {
        if (hasCode(error, 'fly-token-too-narrow'))
            throw cannotCreate(app, organization, error);
        if (!hasCode(error, 'fly-app-taken', 'fly-api', 'fly-network', 'fly-failed'))
            throw error;
        const isOurs = await commands/* checkApp */.Ov(flyctl, app).then(() => true, () => false);
        if (!isOurs)
            throw error;
    }
}
function cannotCreate(app, organization, cause) {
    return (0,errors/* platformError */.sx)('fly-token-cannot-create', `The Fly token cannot access an app ${app}, and it is not allowed to create one.`, `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}
/** Allocates a public address that the app does not have. */
function ensureAddress({ app, address }, flyctl) {
    const version = address === 'v6' ? 6 : 4;
    return writeOrConfirm(() => commands/* allocateAddress */.CR(flyctl, app, address), async () => (await commands/* listAddresses */.Zt(flyctl, app)).some((a) => a.kind === 'public' && a.version === version));
}

;// CONCATENATED MODULE: ./build/apply/fly/app.js






/**
 * `flyctl deploy`, and a check of the machines. An app that does not exist yet is created, with one machine for each
 * process group; after that its owner decides how many machines it has.
 */
async function deployApp(order, ctx) {
    const { app } = order.app;
    let deployed = { machines: [], warnings: [] };
    const perform = async (action) => {
        if (action.kind === 'create-app')
            return createAppUnlessTaken(action, ctx.flyctl);
        if (action.kind === 'allocate-address')
            return ensureAddress(action, ctx.flyctl);
        deployed = await deployAndWait(requestOf(order), ctx);
        if (deployed.problem)
            throw new errors/* ActionError */.lZ('platform', [deployed.problem]);
    };
    // The deploy itself shows that an app does not exist: reading it first would cost every run one more start of flyctl.
    const outcomes = await runChanges(planApp(order), perform, ctx.log);
    const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
    const final = isMissing ? await runChanges(planNewApp(order), perform, ctx.log) : outcomes;
    return flyResult(app, final, deployed);
}
function requestOf({ app, workspace, mayStop }) {
    const config = (0,external_node_path_.resolve)(workspace, app.config);
    return {
        app: app.app,
        // Where a person would run flyctl: local_path of [[files]] and the build context are relative to this folder.
        folder: (0,external_node_path_.dirname)(config),
        config,
        ...(app.image !== undefined && { image: app.image }),
        ...(app.dockerfile !== undefined && { dockerfile: (0,external_node_path_.resolve)(workspace, app.dockerfile) }),
        ...(app.build_args && { buildArgs: app.build_args }),
        // Only a first deploy reads it: without it flyctl creates two machines for each process group without a volume.
        single: true,
        mayStop,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/apply/fly/build-context.js



/** The files that the image is built from: the name in the templates and the path in the build context. */
const BUILD_FILES = [
    ['Dockerfile.monitoring', 'Dockerfile.monitoring'],
    ['docker-entrypoint.sh', 'monitoring/docker-entrypoint.sh'],
];
/** The desired monitoring app, with the digest of the files that its image is built from. */
async function orderMonitoring(desired, templates) {
    const build = (0,external_node_crypto_.createHash)('sha256');
    for (const [name] of BUILD_FILES)
        build.update(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(templates, name))).update('\0');
    return { desired, templates, buildDigest: build.digest('hex').slice(0, 16) };
}
/** Writes all files that flyctl reads to one folder: it resolves `local_path` from the folder that it runs in. */
async function writeBuildContext(folder, { desired, templates }) {
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(folder, 'monitoring'), { recursive: true, mode: 0o700 });
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(folder, 'fly.monitoring.toml'), desired.flyToml);
    for (const file of desired.files)
        await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(folder, file.name), file.content);
    for (const [name, place] of BUILD_FILES)
        await (0,external_node_fs_promises_.copyFile)((0,external_node_path_.join)(templates, name), (0,external_node_path_.join)(folder, place));
}

// EXTERNAL MODULE: ./build/plan/fly/state.js
var state = __webpack_require__(1541);
;// CONCATENATED MODULE: ./build/plan/fly/obstacles.js


/** What no change of this action can correct: two machines, a volume with another name or in another region. */
const obstacles = (wanted, seen) => [
    ...machineProblems(wanted, seen),
    ...volumeProblems(wanted, seen),
];
function machineProblems({ app }, { machines }) {
    if (machines.length < 2)
        return [];
    const ids = machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`);
    return [
        {
            code: 'fly-two-machines',
            severity: 'error',
            message: `App ${app.app} has ${machines.length} machines: ${(0,lib_text/* list */.p_)(ids)}. Prometheus needs exactly one; with two its data is split.`,
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
        return error('fly-volume-renamed', `The machine of ${app} uses the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot replace the volume of a machine.`, `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine manually.`);
    const [first, ...more] = (0,state/* volumesOf */.v3)(wanted, seen);
    if (!first)
        return [];
    if (more.length > 0)
        return error('fly-two-volumes', twoVolumes(wanted, seen), twoVolumesHint(wanted, seen));
    if (first.region !== region)
        return error('fly-volume-region', `The volume ${first.id} (${volume.name}) of ${app} is in region ${first.region}, not ${region}; a volume cannot move.`, `Set \`monitoring.region: ${first.region}\`. To move permanently, start with an empty volume: destroy the machine and the volume manually, then deploy again.`);
    return [];
}
function twoVolumes(wanted, seen) {
    const all = (0,state/* volumesOf */.v3)(wanted, seen).map((v) => {
        const holder = holderOf(v, seen);
        return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `attached to machine ${holder}` : 'not attached'})`;
    });
    return `App ${wanted.app.app} has ${all.length} volumes named ${wanted.app.volume.name}: ${(0,lib_text/* list */.p_)(all)}. A machine could use either of them.`;
}
function twoVolumesHint(wanted, seen) {
    const spare = (0,state/* volumesOf */.v3)(wanted, seen).find((v) => !holderOf(v, seen));
    const which = spare?.id ?? 'ID';
    return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${wanted.app.app}\`.`;
}
function holderOf(volume, seen) {
    return volume.machine ?? seen.machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id;
}
/** Differences that do not prevent a deploy. */
function volumeWarnings(wanted, seen) {
    const [existing] = (0,state/* volumesOf */.v3)(wanted, seen);
    const { app, volume } = wanted.app;
    if (!existing || existing.sizeGb <= volume.sizeGb)
        return [];
    return [
        {
            code: 'fly-volume-larger',
            severity: 'warning',
            message: `The volume of ${app} has ${existing.sizeGb} GB, but the configuration says ${volume.sizeGb} GB; a volume cannot shrink.`,
            hint: `Set \`monitoring.volume.size_gb: ${existing.sizeGb}\`, so that the retention uses the whole volume.`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/plan/fly/diff.js




/**
 * The changes between the desired state and the current one (undefined: the app does not exist); empty when there is
 * nothing to do. What no change can reach, such as a volume in another region, is reported as a problem.
 */
function diffMonitoring(wanted, state) {
    const seen = state ?? { machines: [], volumes: [] };
    const problems = obstacles(wanted, seen);
    if (problems.length > 0)
        return { changes: [], warnings: [], problems };
    const before = [
        ...(state ? [] : [createApp(wanted)]),
        ...volumeChanges(wanted, seen),
        ...(seen.addresses ? addressChanges(wanted.app.app, seen.addresses) : []),
        ...secretChanges(wanted, seen),
    ];
    const changes = [...before, ...machineChanges(wanted, seen, before), ...firstAddresses(wanted, seen)];
    return { changes, warnings: volumeWarnings(wanted, seen), problems };
}
const createApp = ({ app: { app, organization } }) => flyChange({ kind: 'create-app', app, organization }, 'The app does not exist yet.');
function volumeChanges(wanted, seen) {
    const { app, region, volume } = wanted.app;
    const { name, sizeGb } = volume;
    const [existing] = (0,state/* volumesOf */.v3)(wanted, seen);
    if (!existing)
        return [
            flyChange({ kind: 'create-volume', app, name, region, sizeGb }, `The volume ${name} does not exist yet.`),
        ];
    if (existing.sizeGb >= sizeGb)
        return [];
    const reason = `The volume has ${existing.sizeGb} GB; the configuration asks for ${sizeGb} GB.`;
    return [flyChange({ kind: 'extend-volume', app, id: existing.id, sizeGb }, reason, { owner: 'ours' })];
}
/** The public addresses that are missing. */
function missingAddresses(addresses) {
    const has = (version) => addresses.some((a) => a.kind === 'public' && a.version === version);
    return [...(has(4) ? [] : ['shared-v4']), ...(has(6) ? [] : ['v6'])];
}
function addressChanges(app, addresses) {
    const why = (version) => `Prometheus must be reachable over public HTTPS, but the app has no public IPv${version} address.`;
    return missingAddresses(addresses).map((address) => flyChange({ kind: 'allocate-address', app, address }, why(address === 'v6' ? 6 : 4)));
}
function firstAddresses({ app: { app } }, { machines }) {
    if (machines.length > 0)
        return [];
    const reason = 'flyctl allocates them on the first deploy, but does not report when that fails.';
    return [flyChange({ kind: 'ensure-addresses', app }, reason)];
}
function secretChanges(wanted, seen) {
    const names = wanted.app.secrets.map((s) => s.name);
    const reason = names.length > 0 ? secretsReason(wanted, seen) : undefined;
    if (reason === undefined)
        return [];
    const owner = seen.secrets && { owner: 'ours' };
    return [flyChange({ kind: 'stage-secrets', app: wanted.app.app, names }, reason, owner)];
}
function secretsReason(wanted, seen) {
    const names = wanted.app.secrets.map((s) => s.name);
    if (!seen.secrets)
        return `The machine needs ${(0,lib_text/* count */.U9)(names.length, 'secret')}.`;
    const { secrets } = seen;
    const unset = names.filter((name) => !secrets.some((s) => s.name === name));
    if (unset.length > 0)
        return `${(0,lib_text/* count */.U9)(unset.length, 'secret')} not set at Fly yet: ${(0,lib_text/* list */.p_)(unset)}.`;
    const recorded = seen.machines[0]?.env[state/* RECORD_VARIABLES */.Wl.secrets];
    if (recorded === undefined)
        return 'The machine has no record of the values of the secrets.';
    if (recorded === (0,state/* secretsRecord */.RT)(wanted, secrets))
        return undefined;
    return recorded.startsWith(`${wanted.secretsDigest}:`)
        ? 'A secret was changed at Fly since the last deploy by this action.'
        : 'The value of a secret has changed.';
}
function machineChanges(wanted, seen, before) {
    const machine = seen.machines[0];
    const reason = deployReason(wanted, machine, before);
    const { app } = wanted.app;
    if (reason) {
        const recorded = machine && machine.env[state/* RECORD_VARIABLES */.Wl.digest] !== undefined;
        const owner = machine && { owner: recorded ? 'ours' : 'unmanaged' };
        return [flyChange({ kind: 'deploy', app, image: imageFor(wanted, machine) }, reason, owner)];
    }
    if (!machine || machine.state === 'started')
        return [];
    const start = { kind: 'start-machines', app, machines: [machine.id] };
    return [flyChange(start, `Machine ${machine.id} is ${machine.state}.`, { owner: 'ours' })];
}
function deployReason(wanted, machine, before) {
    if (!machine)
        return 'There is no machine yet.';
    const { digest } = wanted.app;
    const recorded = machine.env[state/* RECORD_VARIABLES */.Wl.digest];
    if (recorded === undefined)
        return `Machine ${machine.id} was not deployed by deploy-monitoring.`;
    if (recorded !== digest)
        return 'The configuration has changed since the last deploy.';
    if (!wanted.app.image && machine.env[state/* RECORD_VARIABLES */.Wl.build] !== wanted.buildDigest)
        return 'The Dockerfile has changed since the image was built.';
    if (before.some(({ action }) => action.kind === 'stage-secrets'))
        return 'A machine gets new secrets only by a deploy.';
    if (machine.mounts.length === 0)
        return `Machine ${machine.id} has no volume.`;
    const bad = machine.checks.filter((check) => check.status !== 'passing');
    if (machine.state === 'started' && bad.length > 0)
        return `Machine ${machine.id} is not healthy: ${(0,lib_text/* list */.p_)(bad.map((c) => `check ${c.name} is ${c.status}`))}.`;
    return undefined;
}
/** An image that was built is used again, by its digest, until its build files change. */
function imageFor(wanted, machine) {
    if (wanted.app.image)
        return { from: 'reference', reference: wanted.app.image };
    const built = machine?.env[state/* RECORD_VARIABLES */.Wl.build] === wanted.buildDigest ? machine : undefined;
    const reference = built && pinned(built.image);
    return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' };
}
/** `name:tag@digest` as flyctl accepts it, or undefined when the machine does not report its image. */
function pinned(image) {
    if (image.ref === '')
        return undefined;
    if (image.ref.includes('@') || image.digest === '')
        return image.ref;
    return `${image.ref}@${image.digest}`;
}

;// CONCATENATED MODULE: ./build/apply/fly/monitoring-app.js












/** Carries out a plan of the monitoring app. A refusal by Fly is returned as a problem, never thrown. */
async function applyMonitoring(order, plan, ctx) {
    const { app } = order.desired;
    const { wanted, state, changes, problems } = plan;
    const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] };
    if (problems.length > 0)
        return { ...flyResult(app, [], seen), problems };
    const run = { order, wanted, ctx, secrets: state?.secrets ?? [], seen };
    if (changes.length > 0)
        return flyResult(app, await runChanges(changes, (action) => perform(action, run), ctx.log), seen);
    ctx.log.info(`${app} is up to date: nothing to do at Fly.`);
    return { ...flyResult(app, [], seen), ...(await waitUntilReady(run)) };
}
/** Waits until machines that need no change are ready; otherwise returns the problem. */
async function waitUntilReady({ ctx, wanted, seen, }) {
    const expected = {
        app: wanted.app.app,
        mayStop: false,
        env: { [state/* RECORD_VARIABLES */.Wl.digest]: wanted.app.digest },
    };
    if (judgeMachines(expected, seen.machines).kind === 'good')
        return { machines: seen.machines, problems: [] };
    try {
        const { machines, problem } = await waitForMachines(expected, ctx.until, ctx);
        return { machines, problems: problem ? [problem] : [] };
    }
    catch (error) {
        return { machines: [], problems: problemsOf(error) };
    }
}
async function perform(action, run) {
    const { flyctl } = run.ctx;
    const { app } = action;
    switch (action.kind) {
        case 'create-app':
            return createAppUnlessTaken(action, flyctl);
        case 'create-volume':
            return writeOrConfirm(() => commands/* createVolume */.pb(flyctl, app, action), async () => (await commands/* listVolumes */.yi(flyctl, app)).filter((v) => v.name === action.name).length === 1);
        case 'extend-volume':
            return commands/* extendVolume */.Lg(flyctl, app, action);
        case 'allocate-address':
            return ensureAddress(action, flyctl);
        case 'ensure-addresses':
            for (const address of missingAddresses(await commands/* listAddresses */.Zt(flyctl, app)))
                await ensureAddress({ app, address }, flyctl);
            return;
        case 'stage-secrets':
            await commands/* stageSecrets */.it(flyctl, app, run.wanted.app.secrets);
            // The deploy that follows records Fly's digests of them on the machine.
            run.secrets = await commands/* listSecrets */.AQ(flyctl, app);
            return;
        case 'deploy':
            return deployMonitoring(action, run);
        case 'start-machines':
            return accept(await waitForMachines({ app, mayStop: false }, run.ctx.until, run.ctx), run);
    }
}
function accept({ machines, problem }, { seen }) {
    seen.machines = machines;
    if (problem)
        throw new errors/* ActionError */.lZ('platform', [problem]);
}
async function deployMonitoring({ image }, run) {
    const deployed = await deployImage(image.from === 'reference' ? image.reference : undefined, run);
    const isMissing = deployed.problem?.code === 'fly-image-missing' && !run.wanted.app.image;
    const final = isMissing && image.from === 'reference' ? await deployImage(undefined, run) : deployed;
    run.seen.warnings.push(...final.warnings);
    accept(final, run);
}
/** Deploys an image by its reference, or else builds one from the templates. */
async function deployImage(reference, run) {
    const { wanted, secrets, ctx, order } = run;
    const folder = (0,external_node_path_.join)(await ctx.flyctl.folder(wanted.app.app), 'deploy');
    await writeBuildContext(folder, order);
    const before = Math.max(0, ...run.seen.machines.map((m) => m.releaseVersion ?? 0));
    return deployAndWait({
        app: wanted.app.app,
        folder,
        config: (0,external_node_path_.join)(folder, 'fly.monitoring.toml'),
        ...(reference ? { image: reference } : { dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile.monitoring') }),
        env: {
            [state/* RECORD_VARIABLES */.Wl.digest]: wanted.app.digest,
            [state/* RECORD_VARIABLES */.Wl.secrets]: (0,state/* secretsRecord */.RT)(wanted, secrets),
            ...(!wanted.app.image && { [state/* RECORD_VARIABLES */.Wl.build]: wanted.buildDigest }),
        },
        single: true,
        mayStop: false,
        before,
    }, ctx);
}

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
;// CONCATENATED MODULE: ./build/plan/fly/observe.js


/** Reads the current state of the monitoring app; undefined when the app does not exist. */
async function observeMonitoring(desired, flyctl) {
    const machines = await machinesIfExisting(desired.app, flyctl);
    if (!machines)
        return undefined;
    // Without a machine nothing is recorded that the secrets could be compared with.
    const compare = machines.length > 0 && desired.secrets.length > 0;
    const [volumes, secrets] = await Promise.all([
        commands/* listVolumes */.yi(flyctl, desired.app),
        compare ? commands/* listSecrets */.AQ(flyctl, desired.app) : undefined,
    ]);
    return { machines, volumes, ...(secrets && { secrets }) };
}
/** The same state with the app's addresses, which cost one more start of flyctl. */
async function observeAddresses(state, { app }, flyctl) {
    return { ...state, addresses: await commands/* listAddresses */.Zt(flyctl, app) };
}
async function machinesIfExisting(app, flyctl) {
    try {
        return await commands/* listMachines */.bO(flyctl, app);
    }
    catch (error) {
        const why = await sharpenRefusal(error, app, flyctl);
        if (hasCode(why, 'fly-app-missing'))
            return undefined;
        throw why;
    }
}
/** Reads the machines of an app that this run does not deploy. A refusal by Fly is returned as a problem, never thrown. */
async function observeApp(app, flyctl) {
    try {
        return { app, machines: await commands/* listMachines */.bO(flyctl, app), problems: [] };
    }
    catch (error) {
        return { app, machines: [], problems: problemsOf(await sharpenRefusal(error, app, flyctl)) };
    }
}

// EXTERNAL MODULE: ./build/desired/derive.js
var derive = __webpack_require__(3694);
;// CONCATENATED MODULE: ./build/plan/fly/plan.js




/**
 * Reads the state of the monitoring app and compares it with the desired one; nothing is written. A refusal by Fly is
 * among the problems, never thrown.
 */
async function planMonitoring(order, flyctl) {
    const { desired, buildDigest } = order;
    const values = desired.secrets.flatMap((s) => [s.name, s.value]);
    const secretsDigest = (0,derive/* keyedDigest */.rD)(flyctl.token, ['secrets', ...values]);
    const wanted = { app: desired, secretsDigest, buildDigest };
    try {
        const state = await observeMonitoring(desired, flyctl);
        const first = diffMonitoring(wanted, state);
        if (!state || !needsAddresses(state, first))
            return { wanted, state, ...first };
        const complete = await observeAddresses(state, desired, flyctl);
        return { wanted, state: complete, ...diffMonitoring(wanted, complete) };
    }
    catch (error) {
        return { wanted, state: undefined, changes: [], warnings: [], problems: problemsOf(error) };
    }
}
/** Addresses are read only when existing machines need more than a start: it costs one more start of flyctl. */
const needsAddresses = ({ machines }, { changes }) => machines.length > 0 && changes.some(({ action }) => action.kind !== 'start-machines');

// EXTERNAL MODULE: ./build/verify/server/reach.js
var reach = __webpack_require__(285);
// EXTERNAL MODULE: ./build/run/apply-grafana.js + 14 modules
var apply_grafana = __webpack_require__(2316);
;// CONCATENATED MODULE: ./build/run/apply.js









/** Concurrently what is independent: Prometheus and then Grafana, which queries it; the main apps. */
async function applyAll(session) {
    const { desired, fly, report } = session;
    const monitoring = apply_deployMonitoring(session);
    const grafana = monitoring.then(({ problems }) => applyGrafanaWhenReady(session, problems.length === 0));
    const others = await Promise.all(desired.orders.map((one) => one.app.deploy ? deployApp(one, fly) : observeUndeployedApp(one.app.app, session)));
    const apps = [await monitoring, ...others];
    for (const result of apps) {
        report.changes.push(...(0,changes/* flyChanges */.Jx)(result));
        report.problems.push(...result.problems, ...result.warnings);
    }
    report.apps = others.map(({ app, outcomes, machines }) => ({
        app,
        deployed: outcomes.length > 0,
        machines: machines.length,
    }));
    return { apps, dataSource: await grafana };
}
/** Deploys Prometheus: observes it, plans the changes, and applies them. */
async function apply_deployMonitoring({ desired, fly }) {
    const order = await orderMonitoring(desired.monitoring, (0,assets.assetPath)('templates'));
    return applyMonitoring(order, await planMonitoring(order, fly.flyctl), fly);
}
/** The state of an app that this run does not change. */
const observeUndeployedApp = async (app, { fly }) => ({
    ...(await observeApp(app, fly.flyctl)),
    outcomes: [],
    warnings: [],
});
/** Data source, dashboards and rules; a refusal of Grafana is reported and does not stop the verification. */
async function applyGrafanaWhenReady(session, isDeployed) {
    const { desired, inputs, fly, report, pool, signal } = session;
    if (!desired.grafana || !inputs.grafana)
        return undefined;
    const obstacle = isDeployed ? await waitForPrometheus(session) : 'Prometheus was not deployed.';
    if (obstacle !== undefined) {
        report.changes.push({
            subject: 'Grafana',
            what: 'write dashboards and rules',
            result: 'not-run',
            why: obstacle,
        });
        return undefined;
    }
    return (0,apply_grafana/* applyToGrafana */.y)(desired.grafana, inputs, report, { log: fly.log, signal, pool });
}
/** Grafana asks a new data source whether it is healthy: Prometheus has to be ready by then. */
async function waitForPrometheus({ prometheus, fly, signal }) {
    const { kind } = await (0,reach/* waitUntilReady */.bs)(prometheus, {
        deadline: new Date(fly.until),
        signal,
        log: fly.log.info,
    });
    return kind === 'reached' ? undefined : 'Prometheus did not become ready.';
}
const hasFailed = ({ apps }) => apps.some(({ problems }) => problems.length > 0);


/***/ }),

/***/ 5510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ describeStarts),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./build/clients/flyctl/client.js + 7 modules
var client = __webpack_require__(1411);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/home.js
var home = __webpack_require__(3077);
// EXTERNAL MODULE: ./build/lib/process.js
var lib_process = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/lib/programs.js
var programs = __webpack_require__(2499);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/clients/flyctl/checksums.js
// Written by .github/scripts/flyctl-checksums.mjs, which runs where the internet is. Do not edit by hand.
/** The version that is downloaded when no other is asked for. */
const PINNED_VERSION = '0.4.87';
/** Digests that are known. One that is not here is not known, and nothing is installed without. */
const CHECKSUMS = [];

// EXTERNAL MODULE: ./build/clients/flyctl/environment.js
var environment = __webpack_require__(9547);
;// CONCATENATED MODULE: ./build/clients/flyctl/supported-versions.js
/**
 * The oldest supported flyctl: the first that reports the release that it created (FLY_EMIT_RELEASE_JSON), May 2026.
 */
const OLDEST_VERSION = '0.4.56';
/** Compares the numbers of a version; what follows them (`-pre-1`) does not count. */
function isSupported(version) {
    const [a, b] = [version, OLDEST_VERSION].map((v) => v.split(/[.-]/).slice(0, 3).map(Number));
    if (!a || !b || a.length < 3 || a.some(Number.isNaN))
        return false;
    const difference = a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0);
    return (difference ?? 0) >= 0;
}

;// CONCATENATED MODULE: ./build/clients/flyctl/install.js











const RELEASES = 'https://github.com/superfly/flyctl/releases/download';
/** Several times the size of today's archive. */
const MAX_ARCHIVE_BYTES = 300 * 1024 * 1024;
/**
 * Path of a flyctl to use. No service is asked which version is current.
 * @throws ActionError when no flyctl may be used; nothing is left half-installed
 */
async function findFlyctl(requirement) {
    requirement.signal.throwIfAborted();
    const onPath = await fromPath(requirement);
    if (onPath)
        return onPath;
    const version = (requirement.version ?? PINNED_VERSION).replace(/^v/, '');
    const platform = releasePlatform(requirement.machine ?? process);
    return install(requirement, { version, platform, sha256: expectedDigest(requirement, version, platform) });
}
const placesOf = ({ env, workspaceRoot }) => ({
    path: env.PATH,
    workspaceRoot,
});
async function fromPath(requirement) {
    const binary = await (0,programs/* findProgram */.K)('flyctl', placesOf(requirement));
    if (!binary)
        return undefined;
    const version = await versionOf(binary, requirement);
    const wanted = requirement.version?.replace(/^v/, '');
    const fits = version !== undefined && (wanted ? version === wanted : isSupported(version));
    requirement.log.info(fits
        ? `flyctl ${version} from PATH.`
        : `${binary} is flyctl ${version ?? 'of an unknown version'} and is not used: ${wanted ? `${wanted} is requested` : `${OLDEST_VERSION} or newer is needed`}.`);
    return fits ? binary : undefined;
}
/** The version that `flyctl version --json` reports, or undefined when the program does not answer like flyctl. */
async function versionOf(binary, requirement) {
    const configDir = (0,external_node_path_.join)(requirement.scratch, 'flyctl.version');
    try {
        const { seconds, exitCode, stdout } = await (0,lib_process.runProcess)({
            binary,
            argv: ['version', '--json'],
            env: (0,environment/* flyctlEnvironment */.m)(requirement.env, { token: '', configDir }),
            cwd: '/',
            timeoutMs: 20_000,
            signal: requirement.signal,
        });
        requirement.starts?.push({ app: '', command: 'version', seconds, exitCode });
        // A version is one line.
        const answer = JSON.parse((0,lib_text/* cut */.Jj)(stdout, 10_000));
        const version = answer && typeof answer === 'object' && 'Version' in answer ? answer.Version : undefined;
        return typeof version === 'string' ? version : undefined;
    }
    catch {
        // An interrupted flyctl says nothing about its version.
        requirement.signal.throwIfAborted();
        return undefined;
    }
}
function releasePlatform({ platform, arch }) {
    const system = { linux: 'Linux', darwin: 'macOS' }[platform];
    const cpu = { x64: 'x86_64', arm64: 'arm64' }[arch];
    if (system && cpu)
        return `${system}_${cpu}`;
    throw (0,errors/* platformError */.sx)('flyctl-platform', `flyctl can be downloaded for Linux and macOS on x64 and arm64 only; this machine is ${platform} ${arch}.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH.`);
}
function expectedDigest(requirement, version, platform) {
    const given = requirement.sha256?.trim().toLowerCase();
    if (given && !/^[0-9a-f]{64}$/.test(given))
        throw new errors/* ActionError */.lZ('configuration', [
            {
                code: 'input/flyctl-sha256',
                severity: 'error',
                message: 'Input flyctl-sha256 is not a sha256: 64 hexadecimal digits.',
                hint: 'It is shown next to the archive on the release page.',
            },
        ]);
    const table = requirement.checksums ?? CHECKSUMS;
    const known = given || table.find((c) => c.version === version && c.platform === platform)?.sha256;
    if (known)
        return known;
    throw (0,errors/* platformError */.sx)('flyctl-checksum-unknown', `No supported flyctl is on PATH, and the sha256 of flyctl ${version} for ${platform} is not known, so it is not downloaded.`, `Put flyctl ${OLDEST_VERSION} or newer on PATH (superfly/flyctl-actions/setup-flyctl; one in the repository or in node_modules/.bin is not used), or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`);
}
/**
 * Where the archive is cached between runs: in the runner's tool cache, elsewhere in the user's cache folder. Other
 * programs may write there: an archive is used only with the expected digest, like a downloaded one, and an unpacked
 * flyctl is not cached.
 */
function cached({ env, machine, scratch }, { version, platform }) {
    const own = [env.XDG_CACHE_HOME, (0,external_node_path_.join)((0,home/* homeFolder */.W)(env) ?? scratch, '.cache')].find((one) => one && (0,external_node_path_.isAbsolute)(one));
    const root = env.RUNNER_TOOL_CACHE || (0,external_node_path_.join)(own ?? scratch, 'deploy-monitoring');
    return (0,external_node_path_.join)(root, 'flyctl', version, (machine ?? process).arch, nameOf(version, platform));
}
const nameOf = (version, platform) => `flyctl_${version}_${platform}.tar.gz`;
/** Unpacks a release in a folder of this run, where no other user may write. */
async function install(requirement, release) {
    // Names of apps, which have folders there as well, do not contain a dot.
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(requirement.scratch, 'flyctl.'));
    const archive = (0,external_node_path_.join)(folder, 'flyctl.tar.gz');
    const kept = cached(requirement, release);
    if (await copyIfDigestMatches(kept, archive, release.sha256))
        requirement.log.info(`flyctl ${release.version} from the tool cache.`);
    else {
        requirement.log.info(`Downloading flyctl ${release.version} for ${release.platform}.`);
        const url = `${requirement.releases ?? RELEASES}/v${release.version}/${nameOf(release.version, release.platform)}`;
        // Imported only here: a run with flyctl on PATH does not pay for it.
        const { download } = await __webpack_require__.e(/* import() */ 402).then(__webpack_require__.bind(__webpack_require__, 6164));
        await download({
            url,
            target: archive,
            sha256: release.sha256,
            env: requirement.env,
            signal: requirement.signal,
        });
        await cacheArchive(archive, kept).catch((error) => requirement.log.debug(`The archive of flyctl could not be cached: ${(0,errors/* messageOf */.bD)(error)}`));
    }
    await unpack(archive, folder, requirement);
    await (0,promises_.rm)(archive);
    return (0,external_node_path_.join)(folder, 'flyctl');
}
/** Copies a file that has this digest. The bytes that were checked are copied, even if the file changes meanwhile. */
async function copyIfDigestMatches(from, to, sha256) {
    const isFile = await (0,promises_.stat)(from).then((found) => found.isFile() && found.size <= MAX_ARCHIVE_BYTES, () => false);
    if (!isFile)
        return false;
    const bytes = await (0,promises_.readFile)(from).catch(() => Buffer.alloc(0));
    if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
        return false;
    await (0,promises_.writeFile)(to, bytes, { mode: 0o600 });
    return true;
}
/** Written under another name first: a parallel job sees a complete archive or none. */
async function cacheArchive(archive, place) {
    const fresh = `${place}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    try {
        await (0,promises_.copyFile)(archive, fresh);
        await (0,promises_.rename)(fresh, place);
    }
    finally {
        await (0,promises_.rm)(fresh, { force: true });
    }
}
async function unpack(archive, folder, requirement) {
    const failure = (cause) => (0,errors/* platformError */.sx)('flyctl-archive', 'The archive of flyctl could not be unpacked.', 'Check that `tar` is on PATH and that the disk is not full.', cause);
    const places = placesOf(requirement);
    const tar = await (0,programs/* findProgram */.K)('tar', places);
    if (tar === undefined)
        throw failure();
    const { exitCode, stderr } = await (0,lib_process.runProcess)({
        binary: tar,
        argv: ['-xzf', archive, '-C', folder, 'flyctl'],
        // tar starts gzip.
        env: { PATH: (0,programs/* trustedPath */.z)(places) },
        cwd: folder,
        timeoutMs: 120_000,
        signal: requirement.signal,
    });
    const binary = (0,external_node_path_.join)(folder, 'flyctl');
    const found = await (0,promises_.lstat)(binary).catch(() => undefined);
    // A link could point anywhere.
    if (exitCode !== 0 || !found?.isFile())
        throw failure(stderr);
    await (0,promises_.chmod)(binary, 0o700);
}

// EXTERNAL MODULE: ./build/clients/prometheus/client.js + 1 modules
var prometheus_client = __webpack_require__(5338);
// EXTERNAL MODULE: ./build/config/project.js + 1 modules
var config_project = __webpack_require__(2351);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: ./build/desired/grafana/grafana.js + 1 modules
var grafana = __webpack_require__(8170);
// EXTERNAL MODULE: ./build/model/prometheus-version.js
var prometheus_version = __webpack_require__(9149);
// EXTERNAL MODULE: ./build/desired/derive.js
var derive = __webpack_require__(3694);
// EXTERNAL MODULE: ./build/desired/fly-toml.js
var fly_toml = __webpack_require__(3181);
// EXTERNAL MODULE: ./build/desired/prometheus.js
var prometheus = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/desired/web-config.js
var web_config = __webpack_require__(8862);
;// CONCATENATED MODULE: ./build/desired/monitoring-app.js





/** The monitoring app of a configuration. `rules` is the text of the rule file; empty: no rules. */
function renderMonitoring(config, secrets, rules) {
    const { app, organization, region, access, image, volume } = config.monitoring;
    const files = renderFiles(config, secrets, rules);
    const secretFiles = renderSecretFiles(app, secrets);
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
        password: secrets.password,
    };
}
function renderFiles(config, { remoteWrite }, rules) {
    const options = { version: (0,prometheus_version/* prometheusVersionOf */.q)(config.monitoring.image), rules: rules !== '', remoteWrite };
    return [
        { name: 'prometheus.yml', guestPath: prometheus/* GUEST_PATHS */.es.config, content: (0,prometheus/* renderPrometheus */.Be)(config, options) },
        ...(rules === '' ? [] : [{ name: 'rules.yml', guestPath: prometheus/* GUEST_PATHS */.es.rules, content: rules }]),
    ];
}
/**
 * Files that consist of a secret. Their names differ from those that are set manually, in plain text, for the entrypoint,
 * such as GRAFANA_PROMETHEUS_API_KEY.
 */
function renderSecretFiles(app, { flyToken, password, remoteWrite }) {
    const webConfig = { name: 'PROMETHEUS_WEB_CONFIG', guestPath: prometheus/* GUEST_PATHS */.es.webConfig };
    const selfPassword = { name: 'MONITORING_SELF_PASSWORD', guestPath: prometheus/* GUEST_PATHS */.es.selfPassword };
    const key = { name: 'MONITORING_REMOTE_WRITE_KEY', guestPath: prometheus/* GUEST_PATHS */.es.remoteWriteKey };
    return [
        ...(password === undefined
            ? []
            : [
                { ...webConfig, value: (0,web_config/* renderWebConfig */.h)(flyToken, app, password) },
                { ...selfPassword, value: password },
            ]),
        ...(remoteWrite ? [{ ...key, value: remoteWrite.key }] : []),
    ];
}

// EXTERNAL MODULE: ./build/desired/prometheus-rules.js
var prometheus_rules = __webpack_require__(4879);
;// CONCATENATED MODULE: ./build/desired/desired.js




/** The desired state of a configuration and inputs. Pure. */
function desiredState(project, inputs, { commit, needAddresses }) {
    const { config, workspace } = project;
    const rules = (0,prometheus_rules/* renderRules */.a)(config, {
        remoteWrite: inputs.remoteWrite !== undefined,
        ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
    });
    const { flyToken, remoteWrite } = inputs;
    const password = (0,grafana/* passwordOf */.No)(config, inputs);
    const monitoring = renderMonitoring(config, { flyToken, password, remoteWrite }, rules);
    return {
        monitoring,
        prometheusUrl: (0,grafana/* prometheusUrlOf */.fs)(config, inputs),
        orders: config.apps.map((app) => ({
            app,
            workspace: workspace.folder,
            organization: config.monitoring.organization,
            needsAddresses: needAddresses.has(app.app),
            mayStop: config.services
                .filter((service) => service.app === app.app)
                .every((service) => service.may_stop),
        })),
        grafana: (0,grafana/* desiredGrafana */.z0)(project, inputs, commit),
        health: config.apps.flatMap(({ app, health }) => health === undefined ? [] : [`${(0,fly_names/* publicUrl */.x6)(app)}${health}`]),
        skipped: skipped(inputs),
    };
}
/** How to get a Grafana, in three steps. */
const GET_GRAFANA = '1. Create a free Grafana stack at grafana.com, or use your own Grafana. ' +
    '2. In Grafana, under Administration → Users and access → Service accounts, create a service account with the role Admin and a token for it (glsa_…). ' +
    '3. Store both as secrets and pass them as grafana-url (the URL of the home page) and grafana-api-key.';
function skipped(inputs) {
    return [
        ...(inputs.grafana
            ? []
            : [
                {
                    part: 'Grafana: data source, dashboards and alerts',
                    why: 'No Grafana is configured: there are no dashboards, and no one is notified of alerts.',
                    set: GET_GRAFANA,
                },
            ]),
        ...(inputs.remoteWrite
            ? []
            : [
                {
                    part: 'Remote write',
                    why: 'No target is configured: samples are kept on the monitoring machine only.',
                    set: 'grafana-prometheus-url, grafana-prometheus-user and grafana-prometheus-api-key',
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/run/check.js + 1 modules
var check = __webpack_require__(766);
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 2 modules
var commands = __webpack_require__(7012);
// EXTERNAL MODULE: ./build/lint/fly/lint.js + 32 modules
var lint = __webpack_require__(4046);
// EXTERNAL MODULE: ./build/lint/program-output.js
var program_output = __webpack_require__(8068);
// EXTERNAL MODULE: ./build/lint/silence.js + 1 modules
var silence = __webpack_require__(5806);
;// CONCATENATED MODULE: ./build/run/fly-configurations.js







/**
 * Reads the other files that a deploy needs: the Fly configurations, and the Dockerfiles that the configuration names.
 */
function readFlyConfigurations({ workspace, config, source }) {
    const deployed = config.apps.filter((app) => app.deploy);
    return (0,config_project/* readEach */.e2)(deployed, (app) => {
        const hint = source !== undefined
            ? `The configuration names it for app ${app.app}. Create it, or set deploy: false.`
            : NO_FILE;
        const toml = (0,lib_workspace/* readText */.yR)(workspace, app.config);
        // An image needs no Dockerfile.
        const dockerfile = app.image === undefined ? app.dockerfile : undefined;
        const missing = [
            ...(toml ? [] : [app.config]),
            ...(dockerfile !== undefined && !(0,lib_workspace/* readText */.yR)(workspace, dockerfile) ? [dockerfile] : []),
        ];
        if (!toml || missing.length > 0)
            return missing.map((path) => (0,config_project/* missingFile */.Bi)((0,lib_workspace/* repositoryPath */.SH)(workspace, path), hint));
        const services = config.services.filter((service) => service.app === app.app);
        const built = dockerfile === undefined ? undefined : (0,lib_workspace/* repositoryPath */.SH)(workspace, dockerfile);
        const found = (0,lint/* lintFlyToml */.N)(toml.text, toml.file, { app: app.app, services, dockerfile: built });
        const problems = (0,silence/* silenceByComments */.r4)(found, toml.text, toml.file);
        const needsAddresses = found.some(({ code }) => code === 'fly/dedicated-ip');
        return { app, source: toml, needsAddresses, problems: (0,silence/* withoutIgnored */.fq)(problems, config.lint.ignore) };
    });
}
/** Apps with services that a shared address cannot serve: their first deploy needs addresses. */
const needAddresses = (files) => new Set(files.filter(({ needsAddresses }) => needsAddresses).map(({ app }) => app.app));
/** The findings of flyctl itself in the files that it is about to deploy, without those already found. */
async function askFlyctl(tomls, { workspace, config }, flyctl) {
    const all = tomls.map(async ({ app, source: { file, text }, problems }) => {
        const path = (0,external_node_path_.join)(workspace.folder, app.config);
        const output = await (0,commands/* validateFlyConfig */.aZ)(flyctl, { app: app.app, config: path, folder: (0,external_node_path_.dirname)(path) });
        const findings = output === '' ? [] : (0,silence/* silenceExternal */.df)((0,program_output/* flyctlDiagnostics */.Jq)(output, file), text, file);
        return findings.filter(({ code, message }) => !problems.some((p) => p.code === code && p.message === message));
    });
    return (0,silence/* withoutIgnored */.fq)((await Promise.all(all)).flat(), config.lint.ignore);
}
const NO_FILE = 'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Create a monitoring.yml, or check the input working-directory.';

;// CONCATENATED MODULE: ./build/run/session.js











/** Reads and checks everything, and opens the clients of the stages; nothing is changed before everything is valid. */
async function openSession(inputs, report, context) {
    const { project, problems } = (0,config_project/* readProject */.Wh)(inputs, (0,lib_workspace/* workspaceRoot */.oS)(context.env));
    // Only a deploy reads the apps' Fly configurations.
    const tomls = inputs.mode === 'deploy' ? readFlyConfigurations(project) : { found: [], problems: [] };
    (0,config_project/* throwIfAny */.MI)([...problems, ...tomls.problems]);
    failOnErrors(tomls.found.flatMap((file) => file.problems), report);
    await (0,check/* checkShipped */.k)(project, inputs, context);
    const desired = desiredState(project, inputs, {
        commit: context.env.GITHUB_SHA,
        needAddresses: needAddresses(tomls.found),
    });
    announce(desired, report);
    const signal = AbortSignal.any([context.signal, context.timeUp]);
    const fly = await openFly(inputs, context, { until: context.until, signal });
    failOnErrors(await askFlyctl(tomls.found, project, fly.flyctl), report);
    const pool = (0,http/* createPool */.b)(context.env);
    const prometheus = (0,prometheus_client/* createPrometheus */.h)({ ...addressOf(desired), pool, signal });
    return { inputs, project, desired, fly, pool, prometheus, report, cancel: context.signal, signal };
}
/** Stops before anything is changed when flyctl would refuse a file; warnings are recorded. */
function failOnErrors(problems, report) {
    report.problems.push(...problems.filter(({ severity }) => severity === 'warning'));
    (0,config_project/* throwIfAny */.MI)(problems.filter(({ severity }) => severity === 'error'));
}
/** Records what is known before anything happens. */
function announce({ monitoring, prometheusUrl, health, skipped }, report) {
    const { app, password } = monitoring;
    report.monitoring = { app, url: prometheusUrl, password: password !== undefined };
    report.health = health;
    report.skipped = skipped;
}
async function openFly(inputs, context, limits) {
    const { env, log, scratch } = context;
    const starts = [];
    const binary = await findFlyctl({
        env,
        log,
        workspaceRoot: (0,lib_workspace/* workspaceRoot */.oS)(context.env),
        signal: limits.signal,
        scratch,
        starts,
        ...inputs.flyctl,
    });
    // Only a cancelled workflow interrupts flyctl; when the time is up, the deadline of its own call does, with its own
    // message.
    const flyctl = (0,client/* createFlyctl */.pV)({
        binary,
        token: inputs.flyToken,
        scratch,
        log,
        signal: context.signal,
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
const describeStarts = ({ fly: { flyctl } }) => () => {
    const all = flyctl.starts();
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0);
    return `${(0,lib_text/* count */.U9)(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`;
};


/***/ }),

/***/ 8783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAndRecord: () => (/* binding */ verifyAndRecord),
  verifyMode: () => (/* binding */ verifyMode)
});

// EXTERNAL MODULE: ./build/run/apply.js + 15 modules
var apply = __webpack_require__(7014);
// EXTERNAL MODULE: ./build/clients/grafana/client.js + 5 modules
var grafana_client = __webpack_require__(8804);
// EXTERNAL MODULE: ./build/plan/grafana/attempt.js
var attempt = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/plan/grafana/observe.js
var observe = __webpack_require__(9169);
;// CONCATENATED MODULE: ./build/run/observe.js




/** Reads the machines of every app; changes nothing. */
async function observeAll(session) {
    const { project, report } = session;
    const { monitoring, apps } = project.config;
    const names = [monitoring.app, ...apps.map(({ app }) => app)];
    const observing = Promise.all(names.map((app) => (0,apply/* observeUndeployedApp */.lC)(app, session)));
    const [found, dataSource] = await Promise.all([observing, currentDataSource(session)]);
    for (const { problems } of found)
        report.problems.push(...problems);
    report.apps = found
        .slice(1)
        .map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }));
    return { apps: found, dataSource };
}
/**
 * The data source that the dashboards query; one that the configuration names by its name is looked up. If that fails,
 * every panel fails as well and reports why.
 */
async function currentDataSource({ desired, inputs, pool, signal }) {
    if (!desired.grafana || !inputs.grafana)
        return undefined;
    const { dataSource } = desired.grafana;
    if (!('existing' in dataSource))
        return dataSource.uid;
    const client = (0,grafana_client/* createGrafana */.r)({ ...inputs.grafana, pool, signal });
    const found = await (0,attempt/* attempt */.CD)(() => (0,observe/* existingDataSource */.NA)(client, dataSource));
    return found.ok ? found.value.uid : dataSource.existing;
}

// EXTERNAL MODULE: ./build/run/session.js + 6 modules
var run_session = __webpack_require__(5510);
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 2 modules
var commands = __webpack_require__(7012);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/clients/prometheus/client.js + 1 modules
var client = __webpack_require__(5338);
// EXTERNAL MODULE: ./build/clients/grafana/errors.js
var grafana_errors = __webpack_require__(257);
// EXTERNAL MODULE: ./build/clients/grafana/request.js
var request = __webpack_require__(6061);
// EXTERNAL MODULE: ./build/clients/grafana/response.js
var response = __webpack_require__(8681);
;// CONCATENATED MODULE: ./build/clients/grafana/data-source-proxy.js






/** Prometheus the way a viewer's browser asks it: through Grafana's proxy in front of the data source. */
function createDataSourceProxy(server, uid) {
    const { token, pool, signal } = server;
    return (0,client/* createPrometheus */.h)({
        ...{ url: `${(0,request/* baseUrlOf */.ik)(server.url)}/api/datasources/proxy/uid/${(0,response/* pathSegment */.p)(uid)}`, pool, signal },
        credentials: { token },
        refused: (answer) => refusedByGrafana(answer, uid, server),
    });
}
/** The refusal of Grafana itself in place of Prometheus' answer; undefined where Prometheus answered. */
function refusedByGrafana(answer, uid, server) {
    const name = (0,lib_text/* oneLine */.TN)(uid, 100);
    // Grafana turns Prometheus' 401 into a 400, so that a browser does not take it for Grafana's; it is not JSON
    // (measured on 10.1).
    if (answer.status === 400 && /^authentication to data source failed/i.test(answer.text))
        return (0,errors/* platformError */.sx)('grafana-datasource-unhealthy', `Prometheus refuses the password that Grafana has for the data source "${name}".`, 'Deploy again, which sets the right one, or correct it in the data source.');
    const said = ((0,grafana_errors/* jsonBodyOf */.cm)(answer) ?? {});
    if (typeof said.message !== 'string')
        return undefined;
    if (answer.status === 401 || answer.status === 403)
        return (0,grafana_errors/* grafanaRefusal */.z1)(answer, { to: `ask the data source "${name}"`, ...(0,request/* describeServer */.X8)(server) });
    if (answer.status !== 404)
        return undefined;
    return (0,errors/* platformError */.sx)('grafana-datasource-missing', `Grafana has no data source "${name}" yet.`, 'Run mode deploy, which creates it together with the dashboards; if grafana.datasource in monitoring.yml names it, correct that.');
}

// EXTERNAL MODULE: ./build/desired/grafana/dashboard.js + 1 modules
var dashboard = __webpack_require__(5189);
// EXTERNAL MODULE: ./build/plan/fly/state.js
var state = __webpack_require__(1541);
;// CONCATENATED MODULE: ./build/formats/promql/literals.js
/** A PromQL string literal. */
const promqlString = (text) => JSON.stringify(text);
/** The regular expression of a matcher, quoted, that matches exactly these texts. */
function promqlAnyOf(texts) {
    const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return promqlString(escaped.join('|'));
}
/** The expression with one more label, to distinguish the parts of a union. */
const withLabel = (expr, name, value) => `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`;

;// CONCATENATED MODULE: ./build/verify/remote-write/judge.js

/**
 * Base URL of the query API that belongs to a remote-write URL, by the conventions of the servers:
 * Grafana Cloud and Cortex `…/api/prom/push`, Mimir `…/api/v1/push` with queries below `/prometheus`,
 * Prometheus and VictoriaMetrics `…/api/v1/write`. Undefined for any other URL.
 */
function queryUrl(pushUrl) {
    if (!URL.canParse(pushUrl))
        return undefined;
    const url = new URL(pushUrl);
    const path = url.pathname.replace(/(?<!\/)\/+$/, '');
    const base = path.endsWith('/api/prom/push')
        ? path.slice(0, -'/push'.length)
        : path.endsWith('/api/v1/push')
            ? `${path.slice(0, -'/api/v1/push'.length)}/prometheus`
            : path.endsWith('/api/v1/write')
                ? path.slice(0, -'/api/v1/write'.length)
                : undefined;
    return base === undefined ? undefined : `${url.origin}${base}`;
}
/** The query for the time of the newest sample of this deployment on the server, in seconds since the epoch. */
const arrivalQuery = (monitor) => `max(timestamp(up{monitor=${promqlString(monitor)}}))`;
/** When the newest sample on the server was scraped, in milliseconds; undefined when there is none. */
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
/** Reads the queue of a URL from Prometheus' own `/metrics`; undefined when there is none. */
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
    const address = (from) => URL.canParse(from) ? new URL(from).host + new URL(from).pathname.replace(/(?<!\/)\/+$/, '') : from;
    return address(text) === address(url);
}
/**
 * Two counters are misleading (measured): on 401 `sentUntil` increases although every sample fails, and with a URL that
 * cannot be reached `failed` stays 0. Together, and as differences since the first reading, they are reliable.
 * `verifyStart`: in milliseconds on Prometheus' clock.
 */
function progressOf(before, now, verifyStart) {
    const failed = now.failed - before.failed;
    const retried = now.retried - before.retried;
    const samples = now.total - before.total - failed - retried;
    if (failed > 0)
        return { kind: 'refused', failed };
    if (samples > 0 && now.sentUntil * 1000 > verifyStart)
        return { kind: 'sent', samples };
    if (retried > 0)
        return { kind: 'retrying', retried };
    return { kind: 'nothing' };
}
const COMPARE_KEY = 'Compare user and key with those of the server, and check its limits; `flyctl logs` of the monitoring app shows the HTTP status.';
/** The claim about remote write, from the sample that was read back and from the counters. */
function judgeRemoteWrite(subject, { arrived, readBack, progress, }) {
    const why = readBack === undefined ? '' : ` Samples could not be read back: ${readBack}`;
    return { area: 'remote-write', subject, ...(arrived ? ARRIVED : countersSay(progress, why)) };
}
const ARRIVED = {
    outcome: 'holds',
    certainty: 'proven',
    why: 'A sample that was scraped after verification began was read back from the server.',
};
const CHECK_URL = 'Check the remote-write URL, and whether the server answers.';
/** The claim from the counters alone, when nothing was read back; `unread` says why. */
function countersSay(progress, unread) {
    switch (progress?.kind) {
        case 'refused':
            return broken('proven', `The server rejects the samples: Prometheus dropped ${progress.failed} of them since verification began.`, COMPARE_KEY);
        case 'sent':
            return {
                outcome: 'holds',
                certainty: 'inferred',
                why: `${progress.samples} samples were sent and none was rejected since verification began.${unread}`,
            };
        case 'retrying':
            return broken('proven', `The server cannot be reached or fails: ${progress.retried} samples are being retried, none was delivered.`, CHECK_URL);
        case 'nothing':
            return broken('inferred', `No sample was delivered since verification began: the server does not answer.${unread}`, CHECK_URL);
        default:
            return broken('proven', 'Prometheus has no remote-write queue to this URL.', 'Deploy the monitoring app again, so that its configuration contains `remote_write`.');
    }
}
const broken = (certainty, why, next) => ({
    outcome: 'broken',
    certainty,
    why,
    next,
});

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/verify/poll.js
var poll = __webpack_require__(8195);
;// CONCATENATED MODULE: ./build/verify/remote-write/watch.js



/**
 * In addition to one scrape interval: a batch is sent after 5 s at the latest, and an answer may take 30 s. Silence
 * after that is a failure.
 */
const SILENCE_MS = 40_000;
/** In addition to one scrape interval: before this, no batch may have been sent yet. */
const TOO_EARLY_MS = 10_000;
/** How long samples that were sent may take to be readable. */
const READABLE_MS = 15_000;
/** Watches remote write until it is proven, refused, or silent for too long. `verifyStart` is on Prometheus' clock. */
async function watchRemoteWrite(target, verifyStart, { prometheus, limits }) {
    const began = performance.now();
    const back = readBack(target, verifyStart);
    let first;
    let sentSince;
    return (0,poll/* poll */.wt)(async () => {
        const [arrived, progress] = await Promise.all([
            back.arrived(),
            prometheus.exposition().then((text) => {
                const now = readQueue(text, target.url);
                // Counters start again when Prometheus restarts.
                if (first === undefined || (now && now.total < first.total))
                    first = now;
                return now && first && progressOf(first, now, verifyStart);
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
    // The counters are not read atomically: a second reading must confirm the first.
    if (sentSince !== undefined)
        return elapsed - sentSince >= (readable ? READABLE_MS : 1);
    return waited >= SILENCE_MS;
}
/** Prometheus may fail temporarily; only internal errors are thrown. */
function ignoreRefusal(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return { kind: 'nothing' };
    throw error;
}
function readBack({ monitor, readBack: source }, verifyStart) {
    let why = source ? undefined : 'the query URL of this server is not known.';
    return {
        why: () => why,
        async arrived() {
            if (!source || why !== undefined)
                return false;
            try {
                const newest = newestArrival(await source.query(arrivalQuery(monitor)));
                return newest !== undefined && newest > verifyStart;
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ))
                    throw error;
                why =
                    error.problems[0]?.code === 'prometheus-unauthorized'
                        ? 'the key allows writing but not reading.'
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
    why: 'Time ran out before anything could be sent.',
});
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : url);

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/formats/yaml-value.js

/**
 * The value of a YAML text that is not trusted. The parser's warnings, which quote the text, are
 * not printed, and duplicate keys are not detected: that takes time that grows with the square of the keys.
 * @throws Error with a message of one line, when the text is not valid YAML
 */
const parseYaml = (text) => (0,dist/* parse */.qg)(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });

// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/verify/rules/judge.js


/** The rules of a rule file; empty when the text is not a rule file. */
function rulesInFile(text) {
    const file = parseYaml(text);
    return (0,json_value/* objectsIn */.Qv)((0,json_value/* isJsonObject */.OW)(file) ? file.groups : undefined).flatMap((group) => (0,json_value/* objectsIn */.Qv)(group.rules).map((rule) => ({
        group: (0,json_value/* stringIn */.tB)(group.name),
        name: (0,json_value/* stringIn */.tB)(rule.alert) || (0,json_value/* stringIn */.tB)(rule.record),
        kind: (0,json_value/* stringIn */.tB)(rule.alert) ? 'alerting' : 'recording',
    })));
}
const recordedSeriesOf = (groups) => ({
    names: new Set(groups.flatMap(({ rules }) => rules.filter(({ type }) => type === 'recording').map(({ name }) => name))),
    intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
});
/** How long verification waits for the evaluation of a rule group; groups with a longer interval are not waited for. */
const RULES_MS = 60_000;
/** Whether every rule was evaluated at least once. */
const allEvaluated = (groups) => groups.every(({ rules }) => rules.every(({ health }) => health !== 'unknown'));
/** The rules that Prometheus has loaded, and those that were deployed but not loaded. */
function judgeRules(groups, verifyStart, shipped) {
    const loaded = groups.flatMap((group) => group.rules.map((rule) => judgeRule(group.name, rule, verifyStart)));
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
            why: 'It was deployed, but Prometheus has not loaded it.',
        })),
    ];
}
function judgeRule(group, rule, verifyStart) {
    const about = { group, name: rule.name, kind: rule.type, detail: rule.lastError };
    if (rule.health === 'err')
        return { ...about, state: 'error', certainty: 'proven', why: 'Its evaluation fails.' };
    if (rule.health === 'unknown')
        return {
            ...about,
            state: 'not-evaluated',
            certainty: 'not checked',
            why: 'It has not been evaluated yet.',
        };
    return Date.parse(rule.lastEvaluation) > verifyStart
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
            why: 'Its last evaluation succeeded, but was before verification began.',
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

;// CONCATENATED MODULE: ./build/verify/server/config-diff.js


/** Lists whose entries have a name; all others are compared by position. */
const NAMED = { scrape_configs: 'job_name' };
/** Defaults that Prometheus adds to the configuration, where they are constant. */
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
/** These keys change the behaviour of Prometheus when present; any other extra key is a default. */
const NEVER_DEFAULT = /^(scrape_configs|rule_files|remote_write|remote_read|alerting|.*relabel_configs|basic_auth|authorization|oauth2|tls_config|params|.*_sd_configs|static_configs|proxy_url|.*_limit|external_labels)$/;
/** Empty values: limits that Prometheus 3 writes as 0, and the parts of an empty `alerting`. */
const isNothing = (value) => value === undefined ||
    value === null ||
    value === false ||
    value === 0 ||
    value === '' ||
    (Array.isArray(value) && value.every(isNothing)) ||
    ((0,json_value/* isJsonObject */.OW)(value) && Object.values(value).every(isNothing));
/**
 * The paths at which a running configuration, as Prometheus serialises it, differs from the deployed one; at most
 * `most`. Spelling (60s, 1m), added defaults and masked secrets are not differences.
 */
function configDiff(shipped, running, most = 10) {
    const found = [];
    compare(shipped, running, '', found);
    return found.slice(0, most);
}
function compare(shipped, running, path, found) {
    if (Array.isArray(shipped) || Array.isArray(running))
        compareLists(shipped, running, path, found);
    else if ((0,json_value/* isJsonObject */.OW)(shipped) && (0,json_value/* isJsonObject */.OW)(running))
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
    const nameOf = (entry) => String((0,json_value/* isJsonObject */.OW)(entry) ? entry[name] : '');
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
    // Masked, or replaced from the environment of the machine.
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
/** Prometheus treats KB and KiB alike, as 1024 bytes. */
function bytes(text) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * 1024 ** ' KMGTPE'.indexOf(unit || ' ');
}
/** Prometheus masks the password in a URL. */
const sameUrl = (a, b) => /^\w+:\/\//.test(a) && masked(a) === masked(b);
const masked = (url) => url.replace(/^(\w+:\/\/[^/@:]*:)[^/@]*@/, '$1@');

;// CONCATENATED MODULE: ./build/verify/server/running-config.js




/** What to do when Prometheus does not run what was deployed. */
const REDEPLOY = 'Deploy the monitoring app again; if the problem persists, read its log with `flyctl logs`.';
/** Whether Prometheus runs the configuration that was deployed. */
function judgeConfig(shipped, running) {
    const about = { area: 'configuration', subject: 'prometheus.yml' };
    if (shipped === undefined)
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'This run has no deployed configuration to compare it with.',
        };
    try {
        const differences = configDiff(parseYaml(shipped), parseYaml(running));
        if (differences.length === 0)
            return {
                ...about,
                outcome: 'holds',
                certainty: 'proven',
                why: 'The running configuration is the one that was deployed; secrets are masked and not compared.',
            };
        return {
            ...about,
            outcome: 'broken',
            certainty: 'proven',
            why: `The running configuration differs from the deployed one in ${differences.join(', ')}.`,
            next: REDEPLOY,
        };
    }
    catch (error) {
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `The running and the deployed configuration could not be compared: ${(0,errors/* messageOf */.bD)(error)}`,
        };
    }
}
/** Whether the last reload of the configuration was accepted. */
function judgeReload({ reloadConfigSuccess }) {
    const about = { area: 'reload', subject: 'prometheus.yml', certainty: 'proven' };
    return reloadConfigSuccess
        ? { ...about, outcome: 'holds', why: 'The last reload succeeded.' }
        : {
            ...about,
            outcome: 'broken',
            why: 'Prometheus rejected the configuration at its last reload and still runs the previous one.',
            next: REDEPLOY,
        };
}
/** Whether samples are kept as long as configured. Prometheus reports `15d`, `2w`, or `15d or 10GiB`. */
function judgeRetention(wanted, { storageRetention }) {
    const about = { area: 'retention', subject: wanted, certainty: 'proven' };
    const [time = ''] = storageRetention.split(' or ');
    return (0,duration/* parseDuration */.E)(time) === (0,duration/* parseDuration */.E)(wanted)
        ? { ...about, outcome: 'holds', why: `Prometheus keeps samples for ${storageRetention}.` }
        : {
            ...about,
            outcome: 'broken',
            why: `Prometheus keeps samples for ${storageRetention || 'its default retention time'}, not for ${wanted}.`,
            next: REDEPLOY,
        };
}

;// CONCATENATED MODULE: ./build/verify/server/check.js




/** Whether Prometheus runs the deployed configuration. */
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
/** Waits until every rule has been evaluated once: after a start of Prometheus this takes up to one interval. */
async function awaitRules(prometheus, limits) {
    const began = performance.now();
    await (0,poll/* poll */.wt)(async () => {
        const groups = await known(() => prometheus.rules());
        const done = (groups !== undefined && allEvaluated(groups)) || performance.now() - began > RULES_MS;
        return { done, value: undefined, waitsFor: 'the first evaluation of every rule' };
    }, limits);
}
/** The current state of the rules, and their active alerts. */
async function readRules({ shippedRules, verifyStart }, prometheus) {
    const [groups, alerts] = await Promise.all([
        known(() => prometheus.rules()),
        known(() => prometheus.alerts()),
    ]);
    const rules = judgeRules(groups ?? [], verifyStart, shippedRules);
    return { rules, alerts: activeAlerts(alerts ?? []), checks: groups ? rulesClaim(rules) : [RULES_UNKNOWN] };
}
const RULES_UNKNOWN = {
    area: 'rules',
    subject: 'rules.yml',
    outcome: 'not-checked',
    certainty: 'not checked',
    why: 'Prometheus did not return its rules.',
};
/** One claim for all rules when there is no failure; failures are reported for each rule. */
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
/** The answer, or undefined when Prometheus does not answer. */
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

// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/verify/targets/address.js

/**
 * Host and port in normal form, so that addresses from Fly's API and from Prometheus can be compared:
 * `[fdaa:0:18::2]:9090`, independent of leading zeros, letter case and abbreviation.
 */
function hostPort(host, port) {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    if (!(0,external_node_net_.isIPv6)(bare))
        return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`;
    // The URL parser normalises IPv6 addresses; it does not support zones, which Fly's addresses do not have.
    return URL.canParse(`http://[${bare}]`)
        ? `${new URL(`http://[${bare}]`).hostname}:${port}`
        : `[${bare}]:${port}`;
}
const MAX_KNOWN = 10_000;
const address_known = new Map();
/** Host and port of a scrape URL; empty when it is not a URL. Cached, because every poll needs the same ones. */
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

;// CONCATENATED MODULE: ./build/verify/targets/expect.js

const REMOVED = ['destroyed', 'destroying'];
const RUNNING = ['started', 'starting', 'replacing', 'restarting', 'updating'];
/** The targets that Prometheus must scrape: every service on every machine of its app and process group. */
function expectTargets(config, machines) {
    const found = config.services.map((service) => ({ service, hosts: hostsOf(service, machines) }));
    return {
        targets: found.flatMap(({ service, hosts }) => hosts.map((machine) => expected(service, machine))),
        absent: found.filter(({ hosts }) => hosts.length === 0).map(({ service }) => service),
    };
}
function hostsOf(service, machines) {
    return ((machines.get(service.app) ?? [])
        .filter((machine) => !REMOVED.includes(machine.state))
        // Machines that Fly creates itself (release command, console) belong to the app, but run no service.
        .filter((machine) => !machine.processGroup.startsWith('fly_app_'))
        .filter((machine) => service.process === undefined || machine.processGroup === service.process)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}
function expected(service, machine) {
    const runs = RUNNING.includes(machine.state);
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

;// CONCATENATED MODULE: ./build/verify/server/endpoints.js





/** A service that starts may take this long to be healthy. */
const HEALTH_MS = 30_000;
/** Requests every public address that the configuration declares, concurrently. */
async function checkEndpoints({ config, machines, prometheusUrl }, { pool, limits }) {
    const began = performance.now();
    const get = (url) => ask(url, pool, limits.signal);
    const byApp = Map.groupBy(expectTargets(config, machines).targets, ({ app }) => app);
    const health = async (app, path) => {
        const url = `${(0,fly_names/* publicUrl */.x6)(app)}${path}`;
        const rests = byApp.get(app)?.every(({ state }) => state === 'resting') ?? false;
        return (0,poll/* poll */.wt)(async () => {
            const value = judgeHealth(url, await get(url), rests);
            const done = value.outcome !== 'broken' || performance.now() - began > HEALTH_MS;
            return { done, value, waitsFor: `${url}. ${value.why}` };
        }, limits);
    };
    return Promise.all([
        ...config.apps.flatMap(({ app, health: path }) => (path === undefined ? [] : health(app, path))),
        ...config.apps.map(async ({ app }) => {
            const url = `${(0,fly_names/* publicUrl */.x6)(app)}/metrics`;
            return judgeExposure(url, await get(url));
        }),
        get(`${prometheusUrl.replace(/(?<!\/)\/+$/, '')}/api/v1/status/buildinfo`).then((answer) => judgeAccess(prometheusUrl, config.monitoring.access, answer)),
    ]);
}
async function ask(url, pool, signal) {
    try {
        const { status, text } = await (0,http/* exchange */.cv)(pool, { url, ...(signal && { signal }) });
        return { kind: 'answer', status, text };
    }
    catch (error) {
        return { kind: 'silence', why: (0,errors/* messageOf */.bD)(error), code: String(error.code ?? '') };
    }
}
/**
 * The health endpoint of a main app must answer 200, unless all of its machines are stopped and allowed to be
 * (`rests`).
 */
function judgeHealth(url, answer, rests = false) {
    const about = { area: 'health', subject: url, certainty: 'proven' };
    if (answer.kind === 'answer' && answer.status === 200)
        return { ...about, outcome: 'holds', why: 'It answers 200.' };
    const why = answer.kind === 'answer' ? `It answers ${answer.status}, not 200.` : `It does not answer: ${answer.why}`;
    if (rests && (answer.kind === 'silence' || answer.status >= 500))
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `Every machine of the app is stopped, which is allowed. ${why}`,
        };
    return {
        ...about,
        outcome: 'broken',
        why,
        next: 'Read the log of the app and check `health` in the configuration; the app also needs a public address.',
    };
}
/** Metrics must not be readable on the public address. */
function judgeExposure(url, answer) {
    const about = { area: 'metrics-exposure', subject: url };
    if (answer.kind === 'silence')
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `It does not answer: ${answer.why}`,
        };
    if (answer.status >= 500)
        return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` };
    if (answer.status === 200 &&
        /^# (TYPE|HELP) |^[a-zA-Z_:][\w:]*(\{.*\})? [-+\d.eENaInf]+( \d+)?$/m.test(answer.text))
        return {
            ...about,
            outcome: 'warning',
            certainty: 'proven',
            why: 'Anyone can read the metrics on the public address.',
            next: 'Serve them on a separate port that only the private network can reach.',
        };
    return {
        ...about,
        outcome: 'holds',
        certainty: 'proven',
        why: `No metrics on the public address (HTTP ${answer.status}).`,
    };
}
/** Prometheus must reject requests without the password, unless access is public. */
function judgeAccess(url, access, answer) {
    const about = { area: 'access', subject: url };
    if (answer.kind === 'silence')
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: `It does not answer: ${answer.why}`,
        };
    if (answer.status >= 500)
        return { ...about, outcome: 'not-checked', certainty: 'not checked', why: `It answers ${answer.status}.` };
    const open = answer.status === 200;
    if (access === 'public')
        return {
            ...about,
            outcome: open ? 'warning' : 'broken',
            certainty: 'proven',
            why: open
                ? 'Anyone can read all metrics, as configured.'
                : `Access is configured as public, but it answers ${answer.status}.`,
            next: open
                ? 'Set `access: password` unless public access is intended.'
                : 'Deploy the monitoring app again.',
        };
    if (answer.status === 401)
        return { ...about, outcome: 'holds', certainty: 'proven', why: 'Without credentials it answers 401.' };
    return {
        ...about,
        outcome: 'broken',
        certainty: 'proven',
        why: open
            ? 'It answers without a password: anyone can read all metrics.'
            : `Without credentials it answers ${answer.status}, not 401.`,
        next: 'Deploy the monitoring app again: its `--web.config.file` is not in effect.',
    };
}

// EXTERNAL MODULE: ./build/verify/server/reach.js
var reach = __webpack_require__(285);
// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/verify/targets/classify-error.js
/**
 * The class of a scrape error, by the messages of Prometheus 2.42 and 3.x (recorded from both) and of Go's network
 * library. The first match wins.
 */
const WORDING = [
    // The reason phrase after the number is text of the target, so these patterns come first.
    [/^server returned HTTP status 40[13]\b/, 'auth'],
    [/^server returned HTTP status (404|410)\b/, 'not-found'],
    [/^server returned HTTP status 5\d\d\b/, 'server-error'],
    [/^server returned HTTP status 3\d\d\b/, 'redirect'],
    [/^server returned HTTP status /, 'http-status'],
    [/^received unsupported Content-Type ""/, 'content-type'],
    [/\bno fallback_scrape_protocol\b/, 'content-type'],
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
    [/\blookup \S.{0,300}: |no such host|server misbehaving/, 'dns'],
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
/**
 * Text in Go's quotes, closed or cut off, comes from the target: a page that contains "connection refused" must not be
 * classified as such.
 */
const quoted = /"(?:[^"\\]|\\.)*"?/gs;
/** The class of a non-empty `lastError`. */
function classifyError(lastError) {
    if (/Content-Type "text\/html/i.test(lastError) || /^expected a valid start token, got "<"/.test(lastError))
        return 'html';
    const words = lastError.replace(quoted, '""');
    return WORDING.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
const PATIENCE = {
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

;// CONCATENATED MODULE: ./build/verify/targets/observe.js



/** Milliseconds since the epoch of Prometheus' last scrape; far in the past before the first. */
const scrapedAt = (target) => Date.parse(target.lastScrape);
/** Identity of a target in Prometheus: the labels of its scrape metrics. */
function targetKey({ job = '', instance = '' }) {
    return `${job.length} ${job}${instance}`;
}
/** Identity of an expected target; an address has no spaces. */
const expectedKey = (service, address) => `${address} ${service}`;
/** Compares the expected targets with those of Prometheus. `verifyStart` is on Prometheus' clock, in milliseconds. */
function recordMachines(expected, seen, verifyStart, counts) {
    const known = Map.groupBy(seen, (target) => expectedKey(target.labels.job ?? target.scrapePool, scrapeAddress(target.scrapeUrl)));
    return expected.map((one) => {
        const entries = known.get(expectedKey(one.service, one.address)) ?? [];
        // The same address twice in one job (two paths): the worse one decides.
        const entry = entries.find((target) => target.health !== 'up') ?? entries[0];
        const count = entry && counts.get(targetKey(entry.labels));
        return { expected: one, seen: entry, count, state: stateOf(one, entry, verifyStart, count) };
    });
}
function stateOf(expected, seen, verifyStart, count) {
    if (expected.state !== 'running')
        return expected.state;
    if (!seen)
        return 'not-discovered';
    if (seen.health === 'unknown')
        return 'not-scraped';
    if (scrapedAt(seen) <= verifyStart)
        return 'stale';
    if (seen.health === 'down')
        return classifyError(seen.lastError);
    if (count === undefined)
        return 'pending';
    if (count.scraped === 0)
        return 'empty';
    if (count.lost === undefined)
        return 'pending';
    return count.lost > 0 ? 'samples-lost' : 'up';
}
/** Adds an observation to the history of a target. */
function continueHistory(before, observation, context) {
    const last = isRed(observation.state) && PATIENCE[observation.state] === 'listing'
        ? String(context.listings)
        : (observation.seen?.lastScrape ?? '');
    if (before?.state !== observation.state)
        return { state: observation.state, times: 1, last };
    return { state: observation.state, times: before.times + (before.last === last ? 0 : 1), last };
}
const isRed = (state) => state !== 'up' && state !== 'resting' && state !== 'pending';
/** Time for services to start. */
const SETTLE_MS = 30_000;
/**
 * Longer while Fly's checks fail as well: the machine may still be starting. The grace period of a check is at most one
 * minute, then its intervals follow; the deploy has already waited up to five minutes for them.
 */
const UNHEALTHY_MS = 120_000;
/** Discovery takes at most 15 s, the DNS cache 5 s, a target update in Prometheus 5 s: twice the sum, with a margin. */
const DISCOVERY_MS = 60_000;
/** Whether the state of a target is final: waiting longer would not change it. */
function isFinal(observation, history, context) {
    if (!isRed(observation.state))
        return observation.state !== 'pending';
    const times = history?.times ?? 0;
    switch (PATIENCE[observation.state]) {
        case 'scrapes':
            return times >= 2;
        case 'settle':
            return (times >= 2 &&
                context.elapsed >= (observation.expected.machine.checksPass === false ? UNHEALTHY_MS : SETTLE_MS));
        case 'discovery':
            return context.elapsed >= Math.max(DISCOVERY_MS, 3 * intervalOf(observation.seen));
        case 'listing':
            return times >= 2 || context.onlyListing;
    }
}
function intervalOf(target) {
    return (0,duration/* parseDuration */.E)(target?.scrapeInterval ?? '') ?? 0;
}

;// CONCATENATED MODULE: ./build/verify/server/self-scrape.js







/** Allowance in addition to the interval: a scrape takes time and may be late. */
const LATE_MS = 5_000;
const own = (seen) => seen.filter(({ labels }) => labels.job === prometheus/* SELF_JOB */.P8);
/** Whether the result is final: scraped once, failed twice, or long overdue. */
function isSelfCertain({ seen, scrapes, elapsed }) {
    // All jobs start at the same time: when other targets exist, this one does not.
    if (seen.length === 0)
        return elapsed >= poll/* FIRST_TARGETS_MS */.F_;
    return own(seen).every((target) => {
        const times = scrapes.get(targetKey(target.labels))?.times ?? 0;
        const interval = (0,duration/* parseDuration */.E)(target.scrapeInterval) ?? 0;
        return times >= (target.health === 'up' ? 1 : 2) || elapsed >= 2 * interval + LATE_MS;
    });
}
const VERIFY_AGAIN = 'Verify again; if the problem persists, Prometheus is overloaded: see `flyctl status` and `flyctl logs` of its app.';
/** Judges the self-scrape at the end. `verifyStart` is on Prometheus' clock, in milliseconds. */
function judgeSelfScrape(now, verifyStart, shippedConfig) {
    const targets = own(now.seen);
    const [down] = targets.filter(({ health }) => health === 'down');
    if (down)
        return self_scrape_broken(`Prometheus cannot scrape itself: ${down.lastError}`, /401/.test(down.lastError)
            ? `The password of the self-scrape is not the one that Prometheus requires. ${REDEPLOY}`
            : REDEPLOY);
    if (targets.length === 0)
        return hasSelfJob(shippedConfig)
            ? self_scrape_broken('The deployed configuration has a scrape job for Prometheus itself, but Prometheus has no such target.', REDEPLOY)
            : unknown('The running configuration has no scrape job for Prometheus itself.');
    if (targets.every((target) => target.health === 'up' && scrapedAt(target) > verifyStart))
        return { ...ABOUT, outcome: 'holds', certainty: 'proven', why: 'Scraped after verification began.' };
    return isSelfCertain(now)
        ? self_scrape_broken('Prometheus has not scraped itself since verification began, although its scrape was due.', VERIFY_AGAIN)
        : unknown('Time ran out before its scrape was due.');
}
const ABOUT = { area: 'self-scrape', subject: prometheus/* SELF_JOB */.P8 };
const self_scrape_broken = (why, next) => ({
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
/** A configuration that cannot be parsed is reported by `judgeConfig`. */
function hasSelfJob(config) {
    try {
        const read = parseYaml(config ?? '');
        const jobs = (0,json_value/* isJsonObject */.OW)(read) ? read.scrape_configs : undefined;
        return Array.isArray(jobs) && jobs.some((job) => job?.job_name === prometheus/* SELF_JOB */.P8);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/config/limits.js
var limits = __webpack_require__(9711);
;// CONCATENATED MODULE: ./build/verify/targets/circumstances.js

/** The machines, each once. */
const machinesOf = (c) => [...new Set(c.machines)];
/** Ids for a command; those of many machines would not fit on a line and are in the table of targets. */
const machineIds = (c) => machinesOf(c).length > 10 ? 'ID …' : machinesOf(c).join(' ');
/** Machines as the subject of a sentence, with its verb. */
const machinesWithVerb = (c) => machinesOf(c).length > 1 ? `Machines ${(0,lib_text/* few */.H$)(machinesOf(c))} are` : `Machine ${machinesOf(c).join('')} is`;
/** The machines again, as an object. */
const machinesPronoun = (c) => (machinesOf(c).length > 1 ? 'them' : 'it');
/** The scraped address, or the common part of several. */
function describePlace(c) {
    if (c.addresses.length < 2)
        return c.addresses.join('');
    const isOnePort = c.addresses.every((address) => address.endsWith(`:${c.port}`));
    return isOnePort
        ? `port ${c.port} of ${(0,lib_text/* count */.U9)(machinesOf(c).length, 'machine')}`
        : `${c.addresses.length} targets`;
}
/** At the start of a sentence. */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/**
 * A sentence when Fly's health checks fail, otherwise empty: an unhealthy machine is the likely cause of a silent port.
 */
const healthSentence = (c) => c.checksPass === false
    ? ` Fly's own health checks of ${machinesOf(c).length > 1 ? 'these machines' : `machine ${machinesOf(c).join('')}`} fail too.`
    : '';

;// CONCATENATED MODULE: ./build/verify/targets/reason-texts.js


const reason = (certainty, why, next) => ({ certainty, why, next });
const logs = (c) => `flyctl logs -a ${c.app}`;
const WAIT_FOR_SCRAPE = 'Wait one scrape interval and verify again; if the problem persists, Prometheus is overloaded: see flyctl status and flyctl logs of its app.';
/** The texts of every class of failure, in terms of the platform. */
const REASON_TEXTS = {
    'no-machines': (c) => reason('proven', `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`, `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`),
    stopped: (c) => reason('proven', `${machinesWithVerb(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not notice that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.', `Start ${machinesPronoun(c)} (flyctl machine start ${machineIds(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${machinesPronoun(c)} may sleep.`),
    'not-discovered': (c) => reason(c.machineState === 'started' ? 'proven' : 'inferred', `${machinesWithVerb(c)} ${c.machineState}, but Prometheus has no target for ${describePlace(c)} in the job ${c.service}: ` +
        "Fly's DNS does not return it, or the running configuration has no such job.", `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`),
    'not-scraped': (c) => reason('proven', `Prometheus has discovered ${describePlace(c)}, but has not scraped it yet.`, WAIT_FOR_SCRAPE),
    stale: (c) => reason('proven', `Prometheus last scraped ${describePlace(c)} before this verification began; its state is out of date.`, WAIT_FOR_SCRAPE),
    dns: (c) => reason('proven', "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.", `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`),
    refused: (c) => reason('proven', `Nothing listens on ${describePlace(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
        (c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
        healthSentence(c), `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`),
    unreachable: (c) => reason('proven', `No route to ${describePlace(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`, `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`),
    timeout: (c) => reason('proven', `${capitalised(describePlace(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        healthSentence(c), `Measure ${c.path} on the machine itself: flyctl ssh console -a ${c.app}, then ask localhost:${c.port}${c.path}.`),
    reset: (c) => reason('proven', `${capitalised(describePlace(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`, `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${logs(c)}.`),
    'not-http': (c) => reason('proven', `What listens on ${describePlace(c)} does not speak HTTP.`, `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`),
    tls: (c) => reason('proven', /Get "https:/.test(c.lastError)
        ? `TLS with the target failed: its certificate is not one that Prometheus trusts for this address. Services on the private network are scraped over plain HTTP, so ${c.path} seems to redirect to HTTPS.`
        : 'TLS with the target failed.', `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`),
    scheme: (c) => reason('proven', `The running configuration scrapes ${describePlace(c)} over HTTPS, but it speaks plain HTTP.`, 'Remove scheme: https from the scrape job: the private network is encrypted already.'),
    auth: (c) => reason('proven', `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`, 'Let the metrics endpoint answer without authentication on the private network, or check that the port is the metrics port and not the public API.'),
    'not-found': (c) => reason('proven', `Something answers on ${describePlace(c)}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`),
    'server-error': (c) => reason('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${logs(c)}.`),
    'http-status': (c) => /status 400/.test(c.lastError)
        ? reason('inferred', `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`, `Serve metrics over plain HTTP on port ${c.port}, or set the right port.`)
        : reason('proven', `${c.service} does not answer ${c.path} with 200.`, /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${logs(c)}.`),
    redirect: (c) => reason('proven', `${capitalised(describePlace(c))} answers ${c.path} with a redirect, which Prometheus does not follow: a target must not send it to another address.`, `Set path of ${c.service} to where it serves the metrics themselves; a redirect to a login or from HTTP to HTTPS must not apply to metrics.`),
    html: (c) => reason('proven', `${capitalised(describePlace(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`, `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`),
    'content-type': (c) => reason('proven', /blank Content-Type|Content-Type ""/.test(c.lastError)
        ? `${c.service} sends no Content-Type; Prometheus 3 requires one.`
        : `${c.service} answers with a Content-Type that is not a metrics format.`, 'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol; for application/json the port or path is wrong.'),
    encoding: (c) => reason('proven', `${c.service} announces compression, but what it sends is not compressed that way.`, 'Correct the Content-Encoding header or the compression of the metrics endpoint.'),
    truncated: (c) => reason('proven', `The answer of ${describePlace(c)} breaks off: shorter than announced.`, `The service crashes while it writes, or its Content-Length is wrong: ${logs(c)}.`),
    parse: (c) => parseError(c),
    limit: (c) => overLimit(c),
    'local-config': () => reason('proven', 'Prometheus cannot read a file that its configuration refers to, so it sends no request.', 'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.'),
    empty: (c) => reason('proven', `${c.service} answers with HTTP 200, but without a single sample. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`, 'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start.'),
    'samples-lost': (c) => reason('inferred', `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or explicit timestamps that are too old or in the future.`, 'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.'),
    unknown: (c) => reason('inferred', `The scrape of ${describePlace(c)} fails with an error that this action does not know.`, `See the error of Prometheus, and the log of the service: ${logs(c)}.`),
};
/** Which limit the answer exceeds, and where the limit comes from. */
function overLimit(c) {
    const discarded = 'so Prometheus discards all of it.';
    const grows = 'it grows with monitoring.vm.memory_mb';
    const fewer = 'Drop labels with many values (user ids, full paths)';
    if (/^sample limit/.test(c.lastError))
        return reason('proven', `${c.service} sends more samples at once than a target may (sample_limit, ${limits/* SAMPLES_PER_MB */.E} for each MB of memory of Prometheus), ${discarded}`, `${fewer}; if every series is needed, raise the limit: ${grows}.`);
    if (/^body size limit/.test(c.lastError))
        return reason('proven', `The answer of ${c.service} has more bytes than a target may send (body_size_limit), ${discarded}`, `${fewer} and check that ${c.path} serves metrics and not a download; if all of it is needed, raise the limit: ${grows}.`);
    return reason('proven', `The answer of ${c.service} exceeds a limit of the scrape configuration, ${discarded}`, `${fewer}; raise the limit only if the series are needed.`);
}
function parseError(c) {
    const line = /while parsing: ("(?:[^"\\]|\\.)*")/s.exec(c.lastError)?.[1];
    const why = `The answer of ${describePlace(c)} is not in the Prometheus text format`;
    if (line !== undefined)
        return reason('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.');
    if (/"INVALID" is not a valid start token/.test(c.lastError))
        return reason('inferred', `${why}, not even at its start. Usually it is a web page or JSON, which means that port or path is wrong.`, `Request ${c.path} on port ${c.port} yourself and compare: flyctl ssh console -a ${c.app}.`);
    if (/does not end with # EOF/.test(c.lastError))
        return reason('proven', `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`, 'End the answer with "# EOF", or announce text/plain; version=0.0.4.');
    return reason('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.');
}

;// CONCATENATED MODULE: ./build/verify/targets/reasons.js

const MAX_DETAIL = 500;
/** Explains a class of failure in terms of the platform. */
function reasonFor(kind, c) {
    const detail = c.lastError.length > MAX_DETAIL ? `${c.lastError.slice(0, MAX_DETAIL)}…` : c.lastError;
    return { class: kind, ...REASON_TEXTS[kind](c), detail };
}
/** The reason of each failed target. Targets that differ only in their address share one cause. */
function explainTargets(failed) {
    const groups = [...Map.groupBy(failed, causeOf).values()];
    return new Map(groups.flatMap((group) => {
        const [first, ...others] = group;
        const shared = first && others.length > 0 ? reasonFor(first.kind, combined([first, ...others])) : undefined;
        return group.map((target) => [
            target,
            { reason: reasonFor(target.kind, target.circumstances), ...(shared && { shared }) },
        ]);
    }));
}
/** The text of the reason without address, number of samples and quoted text of the target. */
function causeOf({ kind, circumstances }) {
    const { why, next } = REASON_TEXTS[kind]({ ...circumstances, machines: [], addresses: [], lost: 0 });
    return JSON.stringify([kind, circumstances.app, why.replace(/"(?:[^"\\]|\\.)*"?/gs, '""'), next]);
}
function combined([first, ...others]) {
    const all = [first, ...others].map(({ circumstances }) => circumstances);
    return {
        ...first.circumstances,
        machines: all.flatMap(({ machines }) => machines),
        addresses: all.flatMap(({ addresses }) => addresses),
        lost: all.reduce((sum, { lost }) => sum + lost, 0),
    };
}

;// CONCATENATED MODULE: ./build/verify/targets/evidence.js




/** The evidence for each expected target at the end. `verifyStart` is on Prometheus' clock, in milliseconds. */
function targetEvidence(observations, verifyStart) {
    const upOn = Map.groupBy(observations.filter((observation) => observation.state === 'up'), (observation) => observation.expected.machine.id);
    const faults = observations.map((observation) => {
        const { state, expected } = observation;
        if (!isRed(state))
            return undefined;
        return { kind: state, circumstances: circumstances(observation, upOn.has(expected.machine.id)) };
    });
    const explained = explainTargets(faults.filter((fault) => fault !== undefined));
    return observations.map((observation, i) => {
        const fault = faults[i];
        return evidenceOf(observation, verifyStart, fault && explained.get(fault));
    });
}
/** The evidence when Prometheus could not be asked: nothing is known about the targets. */
function uncheckedTargets(expected) {
    return expected.map((one) => ({
        ...identity(one),
        state: 'unknown',
        certainty: 'not checked',
        why: 'Prometheus could not be asked.',
    }));
}
function evidenceOf(observation, verifyStart, explained) {
    const { expected, seen, count, state } = observation;
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
            why: `Prometheus scraped it ${seconds(seen, verifyStart)} after verification began and stored ${(0,lib_text/* count */.U9)(count?.stored ?? 0, 'sample')}.`,
        };
    if (state === 'resting')
        return {
            ...facts,
            state: 'resting',
            certainty: 'not checked',
            why: `The machine is ${expected.machine.state}, which is allowed.`,
        };
    if (explained) {
        const { certainty, why } = explained.reason;
        return { ...facts, state: 'down', ...explained, certainty, why };
    }
    return {
        ...facts,
        state: 'unknown',
        certainty: 'not checked',
        why: 'Prometheus scraped it, but the number of stored samples could not be determined.',
    };
}
const seconds = (seen, verifyStart) => `${(((seen ? scrapedAt(seen) : verifyStart) - verifyStart) / 1000).toFixed(1)} s`;
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
        lastError: (0,redact/* hide */.jD)(seen?.lastError ?? ''),
        siblingUp,
        lost: count?.lost ?? 0,
        checksPass: expected.machine.checksPass,
    };
}
/** One entry per service, in the order of the configuration. */
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
/** One reason for all services of the app without a machine: one deploy creates them all. */
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

;// CONCATENATED MODULE: ./build/verify/targets/machine-list.js

/** Pauses between listings, in milliseconds: increasing, because each listing starts a flyctl process. */
const LISTINGS_MS = [5_000, 10_000, 20_000];
function createMachineLister(first, list, log) {
    const stop = new AbortController();
    let machines = first;
    let listings = 1;
    let due = LISTINGS_MS[0] ?? 0;
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
            due = elapsed + (LISTINGS_MS[Math.min(listings, LISTINGS_MS.length - 1)] ?? 0);
            running = refresh(list);
        },
        async close() {
            stop.abort();
            await running;
        },
    };
}

;// CONCATENATED MODULE: ./build/verify/targets/progress.js

/** The targets that are still being waited for, for the log; undefined when all are certain. */
function describeOpenTargets({ observations, open, absent, certain, }) {
    if (certain)
        return undefined;
    if (open.length === 0)
        return `a machine of ${(0,lib_text/* few */.H$)(absent)}`;
    const names = open.map(({ expected: { service, machine }, state }) => `${service} on ${machine.id} (${state})`);
    return `${open.length} of ${(0,lib_text/* count */.U9)(observations.length, 'target')}: ${(0,lib_text/* few */.H$)(names)}`;
}
/** One line of progress for a target that changed; undefined when the change is not worth a line. */
function progressLine({ expected, state, seen, count }) {
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
            return `${where} is ${expected.machine.state}, which is allowed`;
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

;// CONCATENATED MODULE: ./build/verify/targets/sample-counts.js


/** Series that Prometheus adds to every scrape, and those that alerting rules write with the labels of a target. */
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
/** Prometheus aligns sample times with the scrape interval, by a few milliseconds at most. */
const ALIGNMENT_MS = 50;
/** Targets that are up but whose samples were not counted since their last scrape. */
function uncounted(observations, counted) {
    return observations
        .filter(({ state }) => state === 'pending' || state === 'empty' || state === 'samples-lost')
        .flatMap(({ seen }) => seen ?? [])
        .filter((target) => counted.get(targetKey(target.labels)) !== target.lastScrape);
}
/**
 * One query that returns, for each target, the time of its last stored scrape, the number of samples in it, and the
 * number of stored series without those that rules have `recorded`. `up` is not a substitute: after a restart of
 * Prometheus it still has samples from before (measured).
 */
function countQuery(targets, recorded) {
    const which = (name) => `${name}=~${promqlAnyOf(targets.map((target) => target.labels[name] ?? ''))}`;
    const selected = `${which('job')},${which('instance')}`;
    const others = promqlAnyOf([...NOT_SCRAPED, ...recorded]);
    return [
        withLabel(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
        withLabel(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
        withLabel(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
        withLabel(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
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
        if (at === undefined || sent === undefined || at * 1000 < scrapedAt(target) - ALIGNMENT_MS)
            continue;
        found.set(key, {
            scraped: sent,
            stored: stored ?? 0,
            lost: Math.max(0, (kept ?? sent) - (stored ?? 0)),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/verify/targets/watch.js




/** Watches the targets: each call of the returned function is one poll. */
function watchTargets({ config, verifyStart, lister, prometheus, recorded, log, }) {
    const began = performance.now();
    const expectation = lastOnly((machines) => expectTargets(config, machines));
    const counter = createCounter(prometheus, recorded);
    const scrapes = new Map();
    let histories = new Map();
    return async () => {
        const { targets, absent } = expectation(lister.machines());
        const elapsed = performance.now() - began;
        const context = { elapsed, listings: lister.listings(), onlyListing: lister.only };
        const seen = await prometheus.targets();
        const observations = await counter.counted((counts) => recordMachines(targets, seen, verifyStart, counts));
        const now = new Map(observations.map((observation) => [
            keyOf(observation),
            continueHistory(histories.get(keyOf(observation)), observation, context),
        ]));
        logChanges(observations, histories, log);
        histories = now;
        countScrapes(scrapes, seen, verifyStart);
        const open = observations.filter((observation) => !isFinal(observation, now.get(keyOf(observation)), context));
        const certain = open.length === 0 && (absent.length === 0 || lister.only || context.listings >= 2);
        if (!certain && (absent.length > 0 || observations.some(({ state }) => isRed(state))))
            lister.again(elapsed);
        return { observations, seen, scrapes, certain, open, absent: absent.map(({ name }) => name), elapsed };
    };
}
const keyOf = ({ expected }) => expectedKey(expected.service, expected.address);
/** Counts the samples of the targets' last scrapes; each scrape is queried once. */
function createCounter(prometheus, recorded) {
    const counts = new Map();
    const counted = new Map();
    return {
        async counted(observeWith) {
            const observations = observeWith(counts);
            // A target that comes back after it was down is a new process: its samples are counted again.
            for (const { seen } of observations)
                if (seen?.health === 'down')
                    counts.delete(targetKey(seen.labels));
            const targets = uncounted(observations, counted);
            if (targets.length === 0)
                return observations;
            const found = readCounts(targets, await prometheus.query(countQuery(targets, (await recorded()).names)));
            for (const target of targets) {
                const key = targetKey(target.labels);
                const count = found.get(key);
                if (count === undefined)
                    continue;
                counts.set(key, count);
                counted.set(key, target.lastScrape);
            }
            return found.size > 0 ? observeWith(counts) : observations;
        },
    };
}
function countScrapes(scrapes, seen, verifyStart) {
    for (const target of seen) {
        const key = targetKey(target.labels);
        const before = scrapes.get(key);
        if (scrapedAt(target) <= verifyStart || before?.last === target.lastScrape)
            continue;
        scrapes.set(key, { last: target.lastScrape, times: (before?.times ?? 0) + 1 });
    }
}
/** Memoizes the result for the last argument. */
function lastOnly(work) {
    let last;
    return (argument) => {
        if (last?.argument !== argument)
            last = { argument, result: work(argument) };
        return last.result;
    };
}
/** With more targets than this, only totals and failures are logged. */
const FEW = 20;
const LINES = 5;
function logChanges(observations, before, log) {
    const changed = observations.filter((observation) => before.get(keyOf(observation))?.state !== observation.state);
    const single = observations.length <= FEW ? changed : changed.filter(({ state }) => isRed(state));
    const lines = single.flatMap((observation) => progressLine(observation) ?? []);
    for (const line of lines.slice(0, LINES))
        log.info(line);
    if (lines.length > LINES)
        log.info(`… and ${lines.length - LINES} more`);
    if (observations.length <= FEW)
        return;
    const up = observations.filter(({ state }) => state === 'up').length;
    const was = [...before.values()].filter(({ state }) => state === 'up').length;
    const tenth = (n) => Math.floor((10 * n) / observations.length);
    if (tenth(up) > tenth(was))
        log.info(`${up} of ${observations.length} targets are up`);
}

// EXTERNAL MODULE: ./build/config/declared-metrics.js
var declared_metrics = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
;// CONCATENATED MODULE: ./build/verify/metrics/judge.js



/** When no machine is up or could be asked. */
const NOTHING_EXPOSED = { machines: 0, samples: new Map(), types: new Map() };
/** Series of the scrape itself, or of alerts. */
const NOT_EXPOSED = /^(up|scrape_.+|ALERTS|ALERTS_FOR_STATE)$/;
/** The query for the names that have samples in the window, and on how many targets of each job. */
function namesQuery(instances, window) {
    const jobs = promqlAnyOf(instances.map(({ job }) => job));
    const targets = promqlAnyOf(instances.map(({ instance }) => instance));
    const fresh = `last_over_time({job=~${jobs},instance=~${targets}}[${Math.ceil(window.scrapedMs)}ms])`;
    return `count by (job, __name__) (count by (job, instance, __name__) (${fresh}))`;
}
/**
 * Reads the answer to `namesQuery`: by job and name, how many targets have it; names that rules record are left out.
 */
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
/** Types by name; where machines disagree, the type of the majority. */
function readTypes(metadata) {
    const byName = Map.groupBy(metadata, ({ metric }) => metric);
    return new Map([...byName].map(([name, rows]) => {
        const types = [...Map.groupBy(rows, ({ type }) => type)];
        return [name, types.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'unknown'];
    }));
}
/** Compares the metrics that a service exposes with the declared ones. */
function judgeContract(service, exposed) {
    const declared = (0,declared_metrics/* declaredMetrics */.A)(service);
    const names = new Set(declared.map(({ name }) => name));
    const others = families(exposed).filter((family) => !names.has(family));
    return declared.map((metric) => judgeMetric(service.name, metric, { exposed, others }));
}
/** Metrics that a service exposes in addition to the declared ones. */
function undeclared(service, exposed) {
    const names = new Set((0,declared_metrics/* declaredMetrics */.A)(service).map(({ name }) => name));
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
            why: 'It has samples, but the service sends no # TYPE line, so its type is not known.',
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
    const near = announced === undefined ? (0,similar_name/* similarMetricName */.j)(name, others) : undefined;
    if (expect === 'after-traffic')
        return {
            state: 'waiting',
            certainty: announced === undefined ? 'not checked' : 'inferred',
            why: announced === undefined
                ? `No sample yet, which is normal before the first event.${near ? ` The service exposes ${near}: is that the intended name?` : ''}`
                : 'Announced with the declared type, but without a sample, which is normal before the first event.',
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
            ? 'Rename the declaration in the configuration, or the metric in the service.'
            : announced === undefined
                ? 'Expose it, or remove it from the configuration.'
                : 'Set it to 0 at start, or declare `expect: after-traffic`.',
    };
}
function wrongType(name, type, actual) {
    const isSummary = type === 'histogram' && actual === 'summary';
    return {
        state: 'wrong-type',
        actualType: actual,
        certainty: 'proven',
        why: isSummary
            ? `${name} is declared as a histogram but exposed as a summary: it has quantiles and no ${name}_bucket.`
            : `${name} is declared as a ${type} but exposed as a ${actual}.`,
        next: isSummary
            ? 'Configure buckets in the exporter (in Rust: `PrometheusBuilder::set_buckets`), or declare it as a summary.'
            : 'Correct the declaration, or the metric in the service.',
    };
}
/** OpenMetrics declares the type of `x_total` for `x`. */
const typeOf = (name, types) => types.get(name) ?? (name.endsWith('_total') ? types.get(name.slice(0, -'_total'.length)) : undefined);
/** The exposed type; without a `# TYPE` line, the type that the names of the series imply. */
function actualType(name, { types, samples }) {
    const declared = typeOf(name, types);
    if (declared !== undefined && declared !== 'unknown' && declared !== 'untyped')
        return declared;
    return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : undefined;
}
/** Suffixes of the series that a metric consists of. */
const SERIES_SUFFIXES = ['', '_bucket', '_count', '_sum'];
/** Machines that have samples of a metric; its series count, because a histogram has no sample with its own name. */
function machinesWith(name, exposed) {
    const type = actualType(name, exposed);
    const parts = type === 'histogram' ? ['', '_bucket'] : type === 'summary' ? ['_count', ''] : [''];
    return Math.max(...parts.map((part) => exposed.samples.get(`${name}${part}`) ?? 0));
}
/** Names of the metric families that the samples belong to. */
function families({ samples, types }) {
    return [...new Set([...samples.keys()].map((sample) => familyOf(sample, types)))];
}
function familyOf(sample, types) {
    for (const part of SERIES_SUFFIXES) {
        const name = part === '' ? sample : sample.endsWith(part) ? sample.slice(0, -part.length) : undefined;
        const type = name === undefined ? undefined : types.get(name);
        if (name !== undefined && (part === '' ? type !== undefined : type === 'histogram' || type === 'summary'))
            return name;
    }
    return sample;
}

;// CONCATENATED MODULE: ./build/verify/metrics/contract.js



/** Types are read from at most this many machines of a service; all machines run the same program. */
const TYPED_MACHINES = 25;
/** Compares the metrics that the services expose now with the declared ones. */
async function readContract(services, observations, { prometheus, window, recorded, }) {
    const up = Map.groupBy(instancesOf(observations), ({ job }) => job);
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
            : NOTHING_EXPOSED;
        return { service, exposed };
    });
    return {
        metrics: found.flatMap(({ service, exposed }) => judgeContract(service, exposed)),
        undeclared: found.map(({ service, exposed }) => undeclared(service, exposed)),
        names: [...new Set(found.flatMap(({ exposed }) => [...exposed.samples.keys(), ...families(exposed)]))],
    };
}
const instancesOf = (observations) => observations.flatMap(({ state, expected, seen }) => state === 'up' && seen ? [{ job: expected.service, instance: seen.labels.instance ?? '' }] : []);
async function readAllNames(instances, { prometheus, window, recorded, }) {
    if (instances.length === 0)
        return new Map();
    return readNames(await prometheus.query(namesQuery(instances, window), window.at), recorded);
}
async function readJobTypes(instances, prometheus) {
    const job = instances[0]?.job ?? '';
    const some = promqlAnyOf(instances.slice(0, TYPED_MACHINES).map(({ instance }) => instance));
    return readTypes(await prometheus.metadata(`{job=${promqlString(job)},instance=~${some}}`));
}
/** Names of all series that may be absent before the first event (`expect: after-traffic`). */
function afterTrafficNames(services) {
    const declared = services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service));
    return new Set(declared
        .filter(({ expect }) => expect === 'after-traffic')
        .flatMap(({ name }) => SERIES_SUFFIXES.map((part) => `${name}${part}`)));
}
/** Maps each declared series to its service, for services without a target that is up. */
function namesOfDown(services, observations) {
    const up = new Set(observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service));
    return new Map(services
        .filter(({ name }) => !up.has(name))
        .flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).flatMap(({ name }) => SERIES_SUFFIXES.map((part) => [`${name}${part}`, service.name]))));
}

// EXTERNAL MODULE: ./build/formats/promql/parse.js + 5 modules
var parse = __webpack_require__(651);
// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
;// CONCATENATED MODULE: ./build/verify/panels/presence.js

/** A selector in normal form, without a range. */
function selectorText({ metric, matchers }) {
    const named = metric === undefined ? [] : [`__name__=${promqlString(metric)}`];
    return `{${[...named, ...matchers.map((m) => `${m.label}${m.op}${promqlString(m.value)}`)].join(',')}}`;
}
/** Series that recording and alerting rules write. */
const isMadeByRules = (metric) => metric !== undefined && (metric.includes(':') || metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE');
/** Maximum number of characters of one query. */
const BATCH = 20_000;
/** Queries that return the number of series in the window for each selector, in batches. */
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
    return withLabel(`count(last_over_time(${text}[${Math.ceil(ms)}ms]))`, 'verify', String(i));
}
/** The number of series of each selector of a batch, by its text. */
function readPresence(texts, answer) {
    const rows = answer.result.resultType === 'vector' ? answer.result.result : [];
    const counts = new Map(rows.map((row) => [row.metric.verify, Number(row.value?.[1])]));
    return new Map(texts.map((text, i) => [text, counts.get(String(i)) ?? 0]));
}

;// CONCATENATED MODULE: ./build/verify/panels/explain.js



/** Counts the values of an answer; the last point of each series counts in a range vector. */
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
            // A string is an answer, although not a number.
            return ['0'];
        case 'vector':
            return result.result.map((row) => row.value?.[1] ?? 'histogram');
        case 'matrix':
            return result.result.map((row) => row.values.at(-1)?.[1] ?? 'histogram');
    }
}
/**
 * The query in which selectors without a sample from after verification began select nothing, so that its answer comes
 * from fresh samples only. Undefined when every selector has fresh samples.
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
const result = (state, certainty, why, next, absent = []) => ({
    state,
    certainty,
    why,
    absent,
    ...(next !== undefined && { next }),
});
/** Describes an answer with data. */
function describeData(numbers, parsed, context) {
    const gaps = absentOf(parsed, context.present);
    const absent = [...new Set(gaps.map(shortText))];
    const without = absent.length > 0 ? ` Without a sample: ${absent.join(', ')}.` : '';
    if (numbers.finite === 0)
        return result('nan', 'proven', numbers.value === 'NaN'
            ? `Every value is NaN, usually 0 divided by 0: nothing happened in the time range of the query.${without}`
            : `Every value is infinite: ${numbers.warnings[0] ?? 'a division by 0'}.${without}`, 'Send traffic and verify again; to show zero instead, write `a / (b > 0) or 0 * b` in the query.', absent);
    const odd = gaps.flatMap(({ metric }) => metric !== undefined && isStranger(metric, context) ? metric : []);
    if (odd.length > 0)
        return result('warning', 'proven', `It shows data only because of a fallback in the query: no service exposes or declares ${odd.join(', ')}.${hints(gaps, context)}`, 'Correct the name in the panel or in the service.', absent);
    if (numbers.warnings.length > 0)
        return result('warning', 'proven', `Prometheus returns a warning: ${numbers.warnings[0]}`, 'Correct the query.', absent);
    return result('data', 'proven', `${numbers.series} series from after verification began.${without}`, undefined, absent);
}
/** A metric with the prefix of a declared metric that no service exposes or declares. */
function isStranger(metric, { declared, names, present }) {
    if (hasMetric(metric, present))
        return false;
    const base = metric.replace(/_(bucket|count|sum)$/, '');
    if ([metric, base].some((name) => declared.has(name) || names.includes(name)))
        return false;
    const prefix = `${metric.split('_')[0]}_`;
    return [...declared].some((name) => name.startsWith(prefix));
}
/** Describes an answer that comes only from samples older than this verification. */
const describeStale = (absent) => result('stale', 'proven', `It shows only samples from before this verification began; there is no newer sample of ${absent.join(', ')}.`, 'The metric was exposed before but no longer is: compare the query with the metrics that the service exposes now.', absent);
/** Describes an empty answer. `matcherGaps`: by selector, its part that no series matches. */
function describeEmpty(parsed, context, matcherGaps) {
    const absent = absentOf(parsed, context.present);
    if (absent.length === 0)
        return emptyAlthoughPresent(parsed, context);
    const missing = absent.filter(({ metric }) => metric === undefined || !hasMetric(metric, context.present));
    const names = absent.map((selector) => matcherGaps.get(selectorText(selector)) ?? shortText(selector));
    const all = [...new Set(names)];
    if (missing.length === 0)
        return result('no-data', 'proven', `The metric exists, but none of its series matches ${all.join(' or ')}.`, 'Compare the labels in the query with those that the metric has.', all);
    const down = missing.flatMap(({ metric }) => context.downService.get(metric ?? '') ?? [])[0];
    if (down !== undefined)
        return {
            ...result('no-data', 'proven', `No target of ${down} is up.`, `Bring ${down} up; see its target.`, all),
            down,
        };
    const hint = hints(missing, context);
    if (hint === '' && missing.every(({ metric }) => context.afterTraffic.has(metric ?? '')))
        return result('waiting', 'inferred', `No traffic yet: ${all.join(', ')} may be absent before the first event.`, 'Send traffic and verify again; to show zero instead, add `or 0 * …` to the query.', all);
    return result('no-data', 'proven', `No service exposes ${all.join(', ')}.${hint}`, 'Correct the name in the panel or in the service.', all);
}
function emptyAlthoughPresent(parsed, context) {
    const short = parsed.selectors.find(({ range }) => range !== undefined && rangeMs(range) < 2 * context.scrapeIntervalMs);
    if (short)
        return result('no-data', 'proven', `The range [${short.range}] is too short to hold two scrapes, which are ${context.scrapeIntervalMs / 1000} s apart.`, 'Use $__rate_interval, or at least four scrape intervals.');
    return result('no-data', 'inferred', 'Every metric in it exists, but the query as a whole returns nothing: because of a comparison, labels that do not match between two sides, or an offset beyond the oldest sample.', 'Run the parts of the query one by one.');
}
/** Hints about similar metrics that are exposed instead of the missing ones. */
function hints(missing, { declared, names }) {
    const texts = missing.flatMap(({ metric = '' }) => {
        const base = metric.replace(/_bucket$/, '');
        if (base !== metric && names.includes(base))
            return `${base} has no buckets: it is exposed as a summary.`;
        if (declared.has(base))
            return [];
        const near = (0,similar_name/* similarMetricName */.j)(metric, names);
        return near === undefined ? [] : `Did you mean ${near}?`;
    });
    return texts.length === 0 ? '' : ` ${[...new Set(texts)].join(' ')}`;
}
/** Milliseconds of a range; an arithmetic expression counts as long enough. */
const rangeMs = (range) => (0,duration/* parseDuration */.E)(range ?? '') ?? Number.POSITIVE_INFINITY;
/** Selectors that have no sample from after verification began. */
const absentOf = (parsed, present) => parsed.selectors.filter((selector) => (present.get(selectorText(selector)) ?? 0) === 0);
/** The selector of all series of a metric. */
const metricSelector = (metric) => ({
    metric,
    matchers: [],
});
const hasMetric = (metric, present) => (present.get(selectorText(metricSelector(metric))) ?? 0) > 0;
/** `metric{label="value"}`, in the usual notation. */
function shortText({ metric, matchers }) {
    const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',');
    return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric;
}

;// CONCATENATED MODULE: ./build/verify/panels/panel-queries.js


const MAX_DEPTH = 10;
/** Every query that the dashboard runs, including those in rows and in collapsed panels. */
function panelQueries(dashboard) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    return panelsOf(json, 0).flatMap((panel) => queriesOf(dashboard, panel));
}
function panelsOf(parent, depth) {
    if (depth > MAX_DEPTH)
        return [];
    // Dashboards from before 2018 keep panels in rows.
    const own = [...(0,json_value/* objectsIn */.Qv)(parent.panels), ...(depth === 0 ? (0,json_value/* objectsIn */.Qv)(parent.rows) : [])];
    return own.flatMap((panel) => [panel, ...panelsOf(panel, depth + 1)]);
}
function queriesOf({ uid, title }, panel) {
    return (0,json_value/* objectsIn */.Qv)(panel.targets)
        .filter((target) => target.hide !== true)
        .map((target, index) => ({
        dashboard: { uid, title },
        panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: (0,json_value/* stringIn */.tB)(panel.title) },
        refId: (0,json_value/* stringIn */.tB)(target.refId) || String.fromCharCode(65 + (index % 26)),
        expr: (0,json_value/* stringIn */.tB)(target.expr),
        minStep: (0,json_value/* stringIn */.tB)(target.interval) || (0,json_value/* stringIn */.tB)(panel.interval),
        skipReason: skipReason(target, panel),
    }));
}
function skipReason(target, panel) {
    const source = isMixed(panel.datasource) || target.datasource ? target.datasource : panel.datasource;
    const type = (0,json_value/* isJsonObject */.OW)(source) ? (0,json_value/* stringIn */.tB)(source.type) : '';
    const uid = (0,json_value/* isJsonObject */.OW)(source) ? (0,json_value/* stringIn */.tB)(source.uid) : (0,json_value/* stringIn */.tB)(source);
    if (type === '__expr__' || uid === '__expr__')
        return 'It is an expression that Grafana calculates from other queries.';
    if (type !== '' && type !== 'prometheus')
        return `Its data source is not Prometheus but ${(0,lib_text/* oneLine */.TN)(type, 60)}.`;
    if (uid === '-- Dashboard --')
        return 'It shows the result of another panel.';
    if (uid === '-- Grafana --' || uid === 'grafana')
        return 'Its data source is Grafana itself.';
    return (0,json_value/* stringIn */.tB)(target.expr).trim() === '' ? 'It has no PromQL expression.' : undefined;
}
const isMixed = (source) => ((0,json_value/* isJsonObject */.OW)(source) ? (0,json_value/* stringIn */.tB)(source.uid) : (0,json_value/* stringIn */.tB)(source)) === '-- Mixed --';

;// CONCATENATED MODULE: ./build/verify/panels/questions.js

/** Every query of every dashboard, before it is run. */
function panelQuestions(dashboards) {
    return dashboards.flatMap((dashboard) => panelQueries(dashboard).map((query) => ({
        dashboard,
        query,
        evidence: query.skipReason === undefined
            ? { ...uncheckedPanel(query, 'There was no time to run it.', query.expr), state: 'too-early' }
            : uncheckedPanel(query, query.skipReason, query.expr),
    })));
}
const hasGoodAnswer = ({ state }) => state === 'data' || state === 'warning';
/** Whether running the query again could change its result. */
const needsAnswer = ({ query, evidence }) => query.skipReason === undefined && !hasGoodAnswer(evidence);
function uncheckedPanel(query, why, text) {
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

// EXTERNAL MODULE: ./build/formats/promql/grafana-variables.js
var grafana_variables = __webpack_require__(1443);
;// CONCATENATED MODULE: ./build/verify/panels/variables.js



/** `label_values(label)` or `label_values(selector, label)`. */
function labelValues(query) {
    const inner = /^label_values\((.*)\)$/s.exec(query.trim())?.[1];
    if (inner === undefined)
        return undefined;
    const comma = inner.lastIndexOf(',');
    const label = inner.slice(comma + 1).trim();
    const selector = comma > 0 ? inner.slice(0, comma).trim() : undefined;
    return /^[a-zA-Z_]\w*$/.test(label) ? { label, selector } : undefined;
}
/**
 * The values that a viewer gets when opening the dashboard: the saved current value if it still exists, all values for
 * "All", otherwise the first option. Variables that depend on others are resolved in order, as in Grafana.
 */
async function resolveVariables(dashboard, find) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const templating = (0,json_value/* isJsonObject */.OW)(json.templating) ? json.templating : {};
    const found = Object.create(null);
    for (const variable of (0,json_value/* objectsIn */.Qv)(templating.list)) {
        const value = await variableValue(variable, found, find);
        if (value !== undefined)
            found[(0,json_value/* stringIn */.tB)(variable.name)] = value;
    }
    return found;
}
async function variableValue(variable, known, find) {
    const query = (0,json_value/* isJsonObject */.OW)(variable.query) ? (0,json_value/* stringIn */.tB)(variable.query.query) : (0,json_value/* stringIn */.tB)(variable.query);
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
function customValue(option) {
    const colon = option.lastIndexOf(' : ');
    return colon > 0 ? option.slice(colon + ' : '.length) : option.replaceAll('\\,', ',');
}
function currentOf(variable) {
    const value = (0,json_value/* isJsonObject */.OW)(variable.current) ? variable.current.value : undefined;
    if (typeof value === 'string' && value !== '')
        return value;
    if (Array.isArray(value) && value.length > 0)
        return value.map(String);
    return undefined;
}
/** Undefined when only Grafana can answer this kind of query. */
async function queryOptions(query, known, find) {
    const asked = labelValues(query);
    if (!asked)
        return undefined;
    const { label, selector } = asked;
    const values = await find(label, selector && (0,grafana_variables/* expandGrafana */.Lq)(selector, known).query);
    return values.toSorted();
}
function chosen(variable, current, options) {
    const isAll = [current].flat().includes('$__all');
    if (isAll || (current === undefined && variable.includeAll === true))
        // Without `allValue`, "All" stands for every existing value.
        return (0,json_value/* stringIn */.tB)(variable.allValue) || (options && options.length > 0 ? options : '.+');
    const still = [current ?? []].flat().filter((value) => options === undefined || options.includes(value));
    const values = still.length > 0 ? still : (options?.slice(0, 1) ?? []);
    // A variable that may have several values is a regular expression even when it has one.
    return variable.multi === true || variable.includeAll === true ? values : values[0];
}
const DEFAULT_RANGE_MS = 6 * 3_600_000;
/** A panel half a screen wide. */
const POINTS = 800;
/** The query as Grafana would send it now, and the names of variables without a value. */
function expandQuery(query, variables, context) {
    const least = (0,duration/* parseDuration */.E)((0,grafana_variables/* expandGrafana */.Lq)(query.minStep.replace(/^>/, ''), variables).query) ?? context.scrapeInterval;
    const step = Math.max(least, Math.ceil(context.range / POINTS / 1000) * 1000);
    const times = (0,grafana_variables/* macroValues */.pA)({
        from: context.now - context.range,
        to: context.now,
        step,
        scrapeInterval: context.scrapeInterval,
    });
    return (0,grafana_variables/* expandGrafana */.Lq)(query.expr, { ...times, ...variables });
}
/** The time range of the dashboard in milliseconds, from its setting (`now-6h`). */
function timeRange(dashboard) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const from = (0,json_value/* stringIn */.tB)((0,json_value/* isJsonObject */.OW)(json.time) ? json.time.from : undefined);
    return (0,duration/* parseDuration */.E)(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS;
}

;// CONCATENATED MODULE: ./build/verify/panels/ask.js







/** Prometheus answers twenty queries at a time by default; verification uses half of them. */
const AT_ONCE = 10;
/** Runs the queries that have no good answer yet. */
async function askPanels(asked, round) {
    const open = asked.filter(needsAnswer);
    const prepared = await prepare(open, round);
    const present = await presence(prepared.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric)), round);
    const context = { ...round.context, present };
    const empty = [];
    await (0,concurrency/* mapConcurrently */.X)(prepared, AT_ONCE, async (one) => {
        one.asked.evidence = await answered(one, context, round);
        if (isEmpty(one.asked.evidence))
            empty.push(one);
    });
    if (round.last)
        await explain(empty, context, round);
}
const isEmpty = ({ state }) => state === 'no-data' || state === 'waiting';
/** A selector, and the selector of all series of its metric: either the metric or only a label may be absent. */
const withMetric = (selector) => selector.metric === undefined ? [selector] : [selector, metricSelector(selector.metric)];
/** Replaces variables and macros; a query with a variable without a value is not run and marked as not checked. */
async function prepare(open, round) {
    const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)];
    const found = await Promise.all(byDashboard.map(async ([dashboard, all]) => {
        const variables = await resolveVariables(dashboard, (label, selector) => ask_labelValues(label, selector, round));
        const context = {
            scrapeInterval: round.context.scrapeIntervalMs,
            now: round.window.at,
            range: timeRange(dashboard),
        };
        return all.map((asked) => ({ asked, ...expandQuery(asked.query, variables, context) }));
    }));
    return found.flat().flatMap(({ asked, query: text, unknown }) => {
        if (unknown.length === 0)
            return [{ asked, text, parsed: (0,parse/* parsePromql */.v)(text) }];
        const why = `Only Grafana knows a value for ${unknown.map((name) => `$${name}`).join(', ')}.`;
        asked.evidence = uncheckedPanel(asked.query, why, text);
        return [];
    });
}
async function ask_labelValues(label, selector, { source, window }) {
    const series = `last_over_time(${selector ?? `{${label}!=""}`}[${Math.ceil(window.scrapedMs)}ms])`;
    const answer = await ask_attempt(() => source.query(`group by (${label}) (${series})`, window.at));
    const rows = answer.kind === 'answer' && answer.value.result.resultType === 'vector' ? answer.value.result.result : [];
    return rows.flatMap((row) => row.metric[label] ?? []);
}
/** `refused`: Prometheus rejects the query itself. `unanswered`: there is no answer. */
async function ask_attempt(ask) {
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
/**
 * Series of each selector from after verification began. When a batch fails, its selectors count as present, so that
 * they are not reported as the cause.
 */
async function presence(selectors, { source, window }) {
    const found = await (0,concurrency/* mapConcurrently */.X)(presenceQueries(selectors, window), AT_ONCE, async ({ query, texts }) => {
        const answer = await ask_attempt(() => source.query(query, window.at));
        return answer.kind === 'answer'
            ? readPresence(texts, answer.value)
            : new Map(texts.map((text) => [text, 1]));
    });
    return new Map(found.flatMap((part) => [...part]));
}
/** The answer from fresh samples only; when it is empty, the answer from all samples. */
async function answered({ asked, text, parsed }, context, round) {
    const ask = (query) => ask_attempt(() => round.source.query(query, round.window.at));
    const fresh = freshOnly(text, parsed, context.present);
    const first = await ask(fresh ?? text);
    if (first.kind !== 'answer')
        return failed(asked.query, text, first);
    const numbers = numbersOf(first.value);
    if (numbers.series > 0)
        return evidence(asked.query, text, { ...describeData(numbers, parsed, context), numbers });
    const second = fresh === undefined ? first : await ask(text);
    if (second.kind !== 'answer')
        return failed(asked.query, text, second);
    const past = numbersOf(second.value);
    return past.series > 0
        ? evidence(asked.query, text, {
            ...describeStale([...new Set(absentOf(parsed, context.present).map(shortText))]),
            numbers: past,
        })
        : evidence(asked.query, text, { ...describeEmpty(parsed, context, new Map()), numbers });
}
function failed(query, text, { kind, why, next }) {
    const what = kind === 'refused' ? 'Prometheus rejects the query' : 'The data source does not answer';
    return {
        ...uncheckedPanel(query, `${what}: ${why}`, text),
        state: 'error',
        certainty: 'proven',
        ...(next !== undefined && { next }),
    };
}
/** Finds the metric or label that makes a query empty. */
async function explain(empty, context, round) {
    const absent = empty.flatMap(({ parsed }) => absentOf(parsed, context.present));
    const single = absent.flatMap(({ metric, matchers }) => matchers.map((matcher) => ({ metric, matchers: [matcher] })));
    const more = await presence(single, round);
    const known = { ...context, present: new Map([...context.present, ...more]) };
    const gaps = new Map(absent.map((selector) => [selectorText(selector), gapOf(selector, known.present)]));
    for (const { asked, text, parsed } of empty) {
        const numbers = { series: 0, finite: 0, value: undefined, warnings: [] };
        asked.evidence = evidence(asked.query, text, { ...describeEmpty(parsed, known, gaps), numbers });
    }
}
/** The metric with only those matchers that none of its series matches. */
function gapOf(selector, present) {
    const { metric, matchers } = selector;
    if (metric !== undefined && (present.get(selectorText(metricSelector(metric))) ?? 0) === 0)
        return metric;
    const unmatched = matchers.filter((matcher) => (present.get(selectorText({ metric, matchers: [matcher] })) ?? 0) === 0);
    return shortText(unmatched.length > 0 ? { metric, matchers: unmatched } : selector);
}
function evidence(query, text, { numbers, ...described }) {
    return {
        ...uncheckedPanel(query, '', text),
        series: numbers.series,
        ...(numbers.value !== undefined && { value: numbers.value }),
        ...described,
    };
}

;// CONCATENATED MODULE: ./build/verify/watch-contents.js













/** Pauses between rounds of queries, in milliseconds, while something has no final answer. */
const ROUNDS_MS = [500, 1_000, 2_000, 4_000];
/** How long the evaluation of a rule group takes at most. */
const EVALUATION_MS = 1_000;
/** Metrics and panels: queried as soon as the targets are known, and again while further scrapes may add samples. */
function watchContents(options) {
    const { config } = options;
    const asked = panelQuestions(options.dashboards);
    const askAll = asker(options, asked);
    let contract;
    let rounds = 0;
    let due = 0;
    let ripeSince;
    /** The targets that were up when everything was queried for the last time. */
    let finalFor;
    const isGood = () => contract?.metrics.every(isThere) === true && !asked.some(needsAnswer);
    return {
        /** Queries again if that may change something; true when the result is final. */
        async step(now) {
            const upNow = upKeys(now);
            ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined;
            const { intervalMs } = await options.recorded();
            const rules = waitsForRules(asked) ? Math.min(intervalMs + EVALUATION_MS, RULES_MS) : 0;
            const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules;
            if (finalFor !== upNow && (last || now.elapsed >= due)) {
                contract = await askAll(now, last);
                due = now.elapsed + (ROUNDS_MS[Math.min(rounds++, ROUNDS_MS.length - 1)] ?? 0);
                if (last || isGood())
                    finalFor = upNow;
            }
            return finalFor === upNow;
        },
        /** What has no good answer yet, for the log. */
        open() {
            const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0;
            const panels = asked.filter(needsAnswer).length;
            return `the next scrapes: ${(0,lib_text/* count */.U9)(metrics, 'metric')} and ${(0,lib_text/* count */.U9)(panels, 'panel query', 'panel queries')} have no samples yet`;
        },
        contents() {
            return {
                metrics: contract?.metrics ?? config.services.flatMap((service) => judgeContract(service, NOTHING_EXPOSED)),
                undeclared: contract?.undeclared ?? [],
                panels: asked.map(({ evidence }) => (finalFor === undefined ? early(evidence) : evidence)),
            };
        },
    };
}
/** Queries everything once: the metrics, and the panels that have no good answer yet. */
function asker({ config, verifyStart, localStart, prometheus, source, recorded }, asked) {
    const { services } = config;
    const promised = {
        declared: new Set(services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).map(({ name }) => name))),
        afterTraffic: afterTrafficNames(services),
        scrapeIntervalMs: (0,duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000,
    };
    return async (now, last) => {
        const window = windowOf(now, verifyStart, Date.now() - localStart);
        const written = { prometheus, window, recorded: (await recorded()).names };
        const contract = await readContract(services, now.observations, written);
        const context = {
            ...promised,
            downService: namesOfDown(services, now.observations),
            names: contract.names,
        };
        await askPanels(asked, { source, window, context, last });
        return contract;
    };
}
const isThere = ({ state }) => state === 'present' || state === 'waiting';
/** A result that is empty or old before the last round may still change. */
const early = (panel) => panel.state === 'no-data' || panel.state === 'waiting' || panel.state === 'stale'
    ? {
        ...panel,
        state: 'too-early',
        certainty: 'not checked',
        why: `No new sample before time ran out. ${panel.why}`,
    }
    : panel;
const upKeys = ({ observations }) => observations
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => expectedKey(expected.service, expected.address))
    .join('\n');
/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since verification began: rates
 * have what they need. A Prometheus without a target has not started scraping yet.
 */
function isRipe({ observations, seen, scrapes, elapsed }) {
    if (seen.length === 0)
        return elapsed >= poll/* FIRST_TARGETS_MS */.F_;
    const up = observations.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []));
    const own = seen.filter(({ labels, health }) => labels.job === prometheus/* SELF_JOB */.P8 && health !== 'down');
    return [...up, ...own].every((target) => (scrapes.get(targetKey(target.labels))?.times ?? 0) >= 2);
}
const waitsForRules = (asked) => asked.some((one) => needsAnswer(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules));
/** How far Prometheus' clock may be behind the estimate; the window must include its last sample. */
const AHEAD_MS = 250;
/** A time window with the last scrape of every target that is up, and nothing from before verification began. */
function windowOf({ seen }, verifyStart, sinceStart) {
    const times = seen.filter(({ health }) => health === 'up').map(scrapedAt);
    const fresh = times.filter((time) => time > verifyStart);
    const at = Math.max(verifyStart + sinceStart, ...fresh) + AHEAD_MS;
    const from = Math.max(verifyStart, Math.min(...fresh) - ALIGNMENT_MS);
    return { at, scrapedMs: at - (fresh.length > 0 ? from : verifyStart), rulesMs: at - verifyStart };
}

;// CONCATENATED MODULE: ./build/verify/watch.js









/** When the targets take longer than this, their metrics are checked anyway. */
const CONTENTS_MS = 30_000;
/** Watches targets, metrics and panels until all of them are certain or time is up. */
async function watchAll(request, tools) {
    const { config, dashboards = [] } = request;
    const { prometheus, log, limits } = tools;
    const lister = createMachineLister(request.machines, request.refreshMachines, log);
    const recorded = once(async () => recordedSeriesOf(await prometheus.rules()));
    const observe = watchTargets({ ...tools, config, lister, recorded });
    const contents = watchContents({
        ...tools,
        config,
        dashboards,
        recorded,
        source: request.dashboardSource ?? prometheus,
    });
    const hopeless = (0,reach/* createPatience */.se)();
    let now;
    const watched = (certain, problems) => ({
        now,
        contents: contents.contents(),
        certain,
        problems,
    });
    try {
        return await (0,poll/* poll */.wt)(async () => {
            try {
                now = await observe();
                const known = (now.certain || now.elapsed >= CONTENTS_MS) && (await contents.step(now));
                const certain = now.certain && known && isSelfCertain(now);
                const waitsFor = describeOpenTargets(now) ?? (known ? "Prometheus' scrape of itself" : contents.open());
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
/** Caches the first successful answer. */
function once(ask) {
    let answer;
    return async () => {
        answer ??= { value: await ask() };
        return answer.value;
    };
}

;// CONCATENATED MODULE: ./build/verify/verify.js











/**
 * Checks whether the running system works, until every answer is certain or the deadline is reached. Errors of
 * Prometheus or a target become evidence; only a bug in this action throws. A cancelled run returns what is known so
 * far.
 */
async function verify(request, tools) {
    const began = new Date().toISOString();
    const stop = new AbortController();
    const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal;
    try {
        const limits = { deadline: request.deadline, signal, log: (line) => tools.log.info(line) };
        const found = await find({ ...request, began }, { ...tools, limits });
        return { began, ended: new Date().toISOString(), ...found };
    }
    finally {
        // Requests that are still waiting after an internal error must not keep the process alive.
        stop.abort();
    }
}
async function find(request, tools) {
    const reached = await (0,reach/* waitUntilReady */.bs)(tools.prometheus, tools.limits);
    if (reached.kind === 'reached')
        return proof(request, reached.verifyStart, tools);
    const { cutShort } = cutEvidence(tools.limits);
    const isSilent = reached.problems.every(({ code }) => code === 'prometheus-timeout');
    const silence = { since: request.began, until: new Date().toISOString() };
    return {
        ...nothing(request),
        ...(cutShort && { cutShort }),
        problems: cutShort === 'deadline' && isSilent
            ? [(0,reach/* noAnswer */.qE)(request.prometheusUrl, silence)]
            : [...reached.problems],
    };
}
/** Runs all checks concurrently. */
async function proof(request, verifyStart, tools) {
    const { prometheus, limits } = tools;
    const { shippedConfig, shippedRules, remoteWrite, config } = request;
    const scrapeIntervalMs = (0,duration/* parseDuration */.E)(config.monitoring.scrape_interval) ?? 15_000;
    const asked = { shippedConfig, shippedRules, retention: config.monitoring.retention, verifyStart };
    const [main, version, server, written, endpoints] = await Promise.all([
        watchAll(request, { ...tools, verifyStart, localStart: Date.now() }),
        versionOf(prometheus),
        checkServer(asked, prometheus),
        remoteWrite &&
            watchRemoteWrite({ ...remoteWrite, scrapeIntervalMs }, verifyStart, { prometheus, limits }),
        checkEndpoints(request, tools),
        awaitRules(prometheus, limits),
    ]);
    const { rules, alerts, checks: ruled } = await readRules(asked, prometheus);
    const { targets, services } = main.now
        ? withServices(config, targetEvidence(main.now.observations, verifyStart))
        : nothing(request);
    return {
        mark: new Date(verifyStart).toISOString(),
        ...(main.certain && written?.outcome !== 'not-checked' ? {} : cutEvidence(limits)),
        ...(version !== undefined && { prometheus: version }),
        targets,
        services,
        ...main.contents,
        rules,
        alerts,
        checks: [
            ...server,
            ...(main.now ? [judgeSelfScrape(main.now, verifyStart, shippedConfig)] : []),
            ...ruled,
            ...(written ? [written] : []),
            ...endpoints,
        ],
        problems: problemsOf(main.problems),
    };
}
async function versionOf(prometheus) {
    try {
        return await prometheus.version();
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
/** A deadline or a cancellation is reported as `cutShort`, not as a problem of Prometheus. */
const problemsOf = (problems) => problems.filter(({ code }) => code !== 'prometheus-cancelled');
function cutEvidence(limits) {
    const cut = (0,poll/* cutShort */.VV)(limits);
    return cut ? { cutShort: cut } : {};
}
const withServices = (config, targets) => ({
    targets,
    services: serviceEvidence(config.services, targets),
});
/** The evidence when Prometheus could not be asked. */
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

;// CONCATENATED MODULE: ./build/run/verify-deployment.js







/** Checks that the running system matches the desired state. */
function verifyDeployment(session, deployed) {
    const { project, desired, fly, pool, prometheus } = session;
    const isOurs = shippedBy(desired.monitoring.digest, deployed.apps[0]);
    const text = (name) => isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined;
    const request = {
        config: project.config,
        machines: verify_deployment_machinesOf(deployed.apps),
        refreshMachines: () => machinesNow(session),
        deadline: new Date(fly.until),
        prometheusUrl: desired.prometheusUrl,
        dashboards: dashboardsOf(session),
        ...optional('shippedConfig', text('prometheus.yml')),
        ...optional('shippedRules', text('rules.yml')),
        ...optional('dashboardSource', deployed.dataSource && throughGrafana(session, deployed.dataSource)),
        ...optional('remoteWrite', remoteWrite(session)),
    };
    return verify(request, { prometheus, pool, log: fly.log, signal: session.cancel });
}
/** In mode `verify` the machine may run the files of another commit or of other inputs, which cannot be compared. */
const shippedBy = (digest, monitoring) => monitoring?.machines.some(({ env }) => env[state/* RECORD_VARIABLES */.Wl.digest] === digest) ?? false;
const verify_deployment_machinesOf = (apps) => new Map(apps.map(({ app, machines }) => [app, machines.map(serviceMachineOf)]));
async function machinesNow({ project, fly }) {
    const apps = [...new Set(project.config.services.map((service) => service.app))];
    const lists = apps.map(async (app) => [app, (await (0,commands/* listMachines */.bO)(fly.flyctl, app)).map(serviceMachineOf)]);
    return new Map(await Promise.all(lists));
}
/**
 * The dashboards in the form in which they are in Grafana; one without such a form was refused and reported already.
 */
function dashboardsOf({ project, desired }) {
    const { app } = project.config.monitoring;
    const home = { deployment: app, dataSource: { uid: app, name: app } };
    return (desired.grafana?.dashboards ?? project.dashboards).flatMap((file) => {
        const normal = (0,dashboard/* normaliseDashboard */.L)(file, home);
        return normal.kind === 'dashboard' ? [normal.dashboard] : [];
    });
}
/** Panels are queried as a viewer's browser queries them. */
const throughGrafana = ({ inputs, pool, signal }, uid) => inputs.grafana && createDataSourceProxy({ ...inputs.grafana, pool, signal }, uid);
function remoteWrite({ inputs, project, pool, signal }) {
    if (!inputs.remoteWrite)
        return undefined;
    const { url, user, key } = inputs.remoteWrite;
    const readUrl = queryUrl(url);
    const readBack = readUrl && (0,client/* createPrometheus */.h)({ url: readUrl, credentials: { user, password: key }, pool, signal });
    return { url, monitor: project.config.monitoring.app, ...(readBack && { readBack }) };
}
/** A property that exists, or is absent. */
function optional(key, value) {
    return (value === undefined || value === '' ? {} : { [key]: value });
}
/** A machine as verification uses it. */
function serviceMachineOf(machine) {
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

;// CONCATENATED MODULE: ./build/run/verify.js




/** Only the verification of what is deployed. */
const verifyMode = async (inputs, report, context) => {
    const session = await (0,run_session/* openSession */.f)(inputs, report, context);
    const found = await report.timed('look', () => observeAll(session), (0,run_session/* describeStarts */.B)(session));
    if ((0,apply/* hasFailed */.WN)(found))
        return;
    await report.timed('verify', () => verifyAndRecord(session, found));
};
async function verifyAndRecord(session, deployed) {
    const evidence = await verifyDeployment(session, deployed);
    session.report.evidence = evidence;
    session.report.problems.push(...evidence.problems);
}


/***/ }),

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ FIRST_TARGETS_MS),
/* harmony export */   VV: () => (/* binding */ cutShort),
/* harmony export */   wt: () => (/* binding */ poll)
/* harmony export */ });
/* unused harmony export POLL_MS */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Interval between requests to Prometheus. */
const POLL_MS = 250;
/** A Prometheus that has just started has its first targets after at most two discovery rounds of 5 s. */
const FIRST_TARGETS_MS = 15_000;
/** Why a wait must end now; undefined while it may continue. */
function cutShort({ deadline, signal }) {
    if (signal?.aborted)
        return 'cancelled';
    return Date.now() >= deadline.getTime() ? 'deadline' : undefined;
}
/**
 * Asks until the answer is `done`, every 250 ms, measured from start to start. When time runs out or the run is
 * cancelled, the last answer is returned. Asks at least once.
 */
async function poll(ask, limits) {
    const log = progressLog(limits.log);
    for (;;) {
        const started = performance.now();
        const { done, value, waitsFor } = await ask();
        if (done || cutShort(limits))
            return value;
        log(waitsFor);
        const rest = Math.min(POLL_MS - (performance.now() - started), limits.deadline.getTime() - Date.now());
        await pause(Math.max(0, rest), limits.signal);
    }
}
/** When a wait is first logged, and how often after that. */
const FIRST_LINE_MS = 5_000;
const NEXT_LINE_MS = 15_000;
function progressLog(log) {
    let due = performance.now() + FIRST_LINE_MS;
    return (waitsFor) => {
        const now = performance.now();
        if (waitsFor === undefined || now < due)
            return;
        due = now + NEXT_LINE_MS;
        log?.(`waiting for ${waitsFor}`);
    };
}
/** Waits; a cancelled run ends the wait without an error. */
async function pause(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal && { signal });
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
    }
}


/***/ }),

/***/ 285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bs: () => (/* binding */ waitUntilReady),
/* harmony export */   qE: () => (/* binding */ noAnswer),
/* harmony export */   se: () => (/* binding */ createPatience)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8195);


/**
 * How long an error may persist before it is final, in milliseconds. Errors that are not listed may persist until the
 * deadline: a server that starts, replays its log or is being moved causes them.
 */
const PATIENCE = {
    // While an old machine is being replaced, it may still answer with the old password.
    'prometheus-unauthorized': 5_000,
    'prometheus-not-prometheus': 10_000,
    'prometheus-odd-answer': 0,
    'prometheus-tls': 5_000,
    // A new public name takes up to a minute to resolve everywhere.
    'prometheus-dns': 60_000,
    'proxy-gateway': 60_000,
    'proxy-unreachable': 10_000,
    'proxy-refused': 5_000,
};
/** Waits until Prometheus serves queries, and reads its clock: only scrapes after that time count. */
async function waitUntilReady(prometheus, limits) {
    const hopeless = createPatience();
    let obstacle = unreached([]);
    return (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .wt)(async () => {
        try {
            if (!(await prometheus.ready())) {
                obstacle = unreached([NOT_READY]);
                return { done: false, value: obstacle, waitsFor: 'Prometheus, which is not ready yet' };
            }
            return { done: true, value: { kind: 'reached', verifyStart: await prometheus.now() } };
        }
        catch (error) {
            if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
                throw error;
            // The deadline is not the cause: the error before it says more.
            if (error.problems[0]?.code !== 'prometheus-cancelled')
                obstacle = unreached(error.problems);
            return { done: hopeless(error), value: obstacle, waitsFor: `Prometheus: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` };
        }
    }, limits);
}
const NOT_READY = {
    code: 'prometheus-not-ready',
    severity: 'error',
    message: 'Prometheus did not become ready in time.',
    hint: 'It is still replaying its write-ahead log, or it cannot start: read `flyctl logs` of the monitoring app. A machine with too little memory may be killed repeatedly.',
};
/** There was no answer until the deadline. Whether the connection was accepted is not known. */
const noAnswer = (url, { since, until }) => ({
    code: 'prometheus-timeout',
    severity: 'error',
    message: `Prometheus at ${url} did not answer between ${since} and ${until}.`,
    hint: 'Check `prometheus-url`. The machine may be overloaded, hang or restart repeatedly: see `flyctl checks list` and `flyctl logs` of the monitoring app.',
});
const unreached = (problems) => ({ kind: 'unreached', problems });
/** Returns a function that reports whether an error has persisted too long to be temporary. */
function createPatience() {
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


/***/ })

};

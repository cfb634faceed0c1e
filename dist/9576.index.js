export const id = 9576;
export const ids = [9576,4892,662];
export const modules = {

/***/ 3233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain),
/* harmony export */   z: () => (/* binding */ waitForMachines)
/* harmony export */ });
/* harmony import */ var _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6359);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _plan_fly_diagnose_machines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8441);
/* harmony import */ var _plan_fly_judge_machines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4222);
/* harmony import */ var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3439);





/** Pauses between reads of the machines, in milliseconds; the last one repeats. Each read starts flyctl. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000];
/**
 * Reads the machines until they are as expected: starts those that are stopped (once), waits for states and checks, and
 * gives up at `until`.
 */
async function waitForMachines(expected, until, ctx) {
    let why = `the machines of ${expected.app}`;
    const wait = () => waitUntil(expected, until, { ...ctx, onWait: (reason) => (why = reason) });
    return ctx.activities.during(() => why, wait, Math.max(0, until - Date.now()));
}
async function waitUntil(expected, until, ctx) {
    const { flyctl } = ctx;
    const started = new Set();
    for (let reads = 0;; reads++) {
        const machines = await (0,_clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listMachines */ .bO)(flyctl, expected.app);
        const judged = (0,_plan_fly_judge_machines_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeMachines */ .Qi)(expected, machines);
        if (judged.kind === 'good')
            return { machines };
        if (judged.kind === 'bad')
            return { machines, problem: judged.problem };
        const again = judged.start.some((id) => started.has(id));
        if (again || Date.now() >= until)
            return {
                machines,
                problem: await explain(notReady(expected.app, judged.why), { expected, machines }, ctx),
            };
        ctx.onWait(`app ${expected.app}: ${judged.why}`);
        const fresh = judged.start.filter((id) => !started.has(id));
        if (fresh.length > 0 && (await start(expected.app, fresh, ctx)))
            for (const id of fresh)
                started.add(id);
        await flyctl.pause(Math.min(PAUSES_MS[reads] ?? 4_000, Math.max(0, until - Date.now())));
    }
}
/** Starts machines; false when it is to be tried again, because another one is working on them or Fly did not answer. */
async function start(app, ids, { flyctl }) {
    try {
        await (0,_clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .startMachines */ .DF)(flyctl, app, ids);
        return true;
    }
    catch (error) {
        if ((0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .isUndecided */ .Ae)(error) || (0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .hasCode */ .up)(error, 'fly-lease'))
            return false;
        throw error;
    }
}
/**
 * The problem as the machines themselves show it, with the last lines that the machine wrote; the given one when they
 * show none.
 */
async function explain(problem, { expected, machines }, { flyctl, log, signal }) {
    const found = (0,_plan_fly_diagnose_machines_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnoseMachines */ .n)(expected, machines);
    if (!found || signal?.aborted)
        return problem;
    const lines = (await (0,_clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .readLogLines */ .WK)(flyctl, expected.app, found.machine)).slice(-MOST_LINES);
    if (lines.length === 0)
        return found.problem;
    log.block(`Last log lines of machine ${found.machine}, app ${expected.app}`, lines.map((line) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(line)));
    const quoted = lines.slice(-QUOTED_LINES).map((line) => `"${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(line, 150)}"`);
    return { ...found.problem, message: `${found.problem.message} Its last log lines: ${quoted.join(' ')}` };
}
const MOST_LINES = 20;
const QUOTED_LINES = 4;
function notReady(app, why) {
    return {
        code: 'fly-not-ready',
        severity: 'error',
        message: `The machines of ${app} are not ready: ${why}.`,
        hint: `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`; a slow start needs a longer \`timeout\`.`,
    };
}


/***/ }),

/***/ 5373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ parseEmittedRelease),
/* harmony export */   V4: () => (/* binding */ parseLogLines),
/* harmony export */   WJ: () => (/* binding */ parseMachines),
/* harmony export */   Xw: () => (/* binding */ parseVolumes),
/* harmony export */   Yq: () => (/* binding */ parseReleases),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   ug: () => (/* binding */ parseAddresses),
/* harmony export */   wM: () => (/* binding */ parseVolume)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);


/**
 * The answers of flyctl's `--json` commands, reduced to the fields that are used. Shapes recorded from flyctl 0.4.88;
 * unknown keys are dropped, and keys that an answer may leave out are optional.
 */
const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/** A list; Go writes an empty one as `null`. */
const list = (item, json) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item)), json) ?? [];
const machineJson = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: text,
    state: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    region: text,
    private_ip: text,
    created_at: text,
    image_ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ registry: text, repository: text, tag: text, digest: text })),
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        env: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
        image: text,
        metadata: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
        standbys: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
        checks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())),
        services: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ checks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())), ports: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())) }))),
        mounts: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ volume: text, name: text, path: text, size_gb: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()) }))),
    })),
    checks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), status: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), output: text }))),
    /** Newest first. */
    events: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())),
});
const flag = valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), false);
/** Of an event of type `exit`; any other event, and an answer of another shape, says nothing about an exit. */
const exitEvent = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('exit'),
    request: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        exit_event: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
            exit_code: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), 0),
            oom_killed: flag,
            requested_stop: flag,
        }),
        restart_count: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), 0),
    }),
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
        createdAt: raw.created_at ?? '',
        ...exitOf(raw),
        isPublic: (raw.config?.services ?? []).some(({ ports }) => (ports ?? []).length > 0),
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
const beginning = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['launch', 'update']) });
/**
 * The newest exit since the machine was created or updated. A start after it does not undo it: a machine that crashes
 * again and again is started in between.
 */
function exitOf({ events }) {
    for (const event of events ?? []) {
        if (valibot__WEBPACK_IMPORTED_MODULE_1__.is(beginning, event))
            return {};
        const { success, output } = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(exitEvent, event);
        if (!success)
            continue;
        const { exit_event, restart_count } = output.request;
        const { exit_code: code, oom_killed: oom, requested_stop: requested } = exit_event;
        return { exit: { code, oom, requested, restarts: restart_count } };
    }
    return {};
}
function definedChecks({ config }) {
    const ofServices = (config?.services ?? []).map((service) => (service.checks ?? []).length);
    return ofServices.reduce((sum, n) => sum + n, Object.keys(config?.checks ?? {}).length);
}
const volumeJson = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    size_gb: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    region: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    attached_machine_id: text,
    created_at: text,
});
function parseVolume(json) {
    const raw = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(volumeJson, json);
    return {
        id: raw.id,
        name: raw.name,
        region: raw.region,
        state: raw.state,
        sizeGb: raw.size_gb,
        createdAt: raw.created_at ?? '',
        ...(raw.attached_machine_id && { machine: raw.attached_machine_id }),
    };
}
/** `volumes list --json`, without volumes that are being destroyed. */
function parseVolumes(json) {
    return list(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), json)
        .map(parseVolume)
        .filter(({ state }) => !/destroy/.test(state));
}
/** `secrets list --json`. */
function parseSecrets(json) {
    return list(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), digest: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), json);
}
const addressJson = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Address: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), CreatedAt: text });
/** `ips list --json`: Go field names; types are `v4`, `shared_v4`, `v6`, `private_v6`, `egress_v4`, `egress_v6`. */
function parseAddresses(json) {
    return list(addressJson, json).map((raw) => ({
        address: raw.Address,
        createdAt: raw.CreatedAt ?? '',
        kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
        version: raw.Type.endsWith('v4') ? 4 : 6,
    }));
}
const releaseJson = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), image_ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
function parseEmittedRelease(stdout) {
    for (const line of stdout.split('\n').reverse()) {
        if (!line.startsWith('{"'))
            continue;
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(releaseJson, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOrUndefined */ ._D)(line));
        if (parsed.success)
            return { version: parsed.output.version, imageRef: parsed.output.image_ref };
    }
    return undefined;
}
/** `logs --json` prints one object after the other, not a list. */
const logLine = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ message: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/** The messages of `logs --json`, oldest first; what cannot be read is left out. */
function parseLogLines(stdout) {
    return stdout.split(/\n(?=\{)/).flatMap((text) => {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(logLine, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOrUndefined */ ._D)(text));
        return parsed.success ? [parsed.output.message] : [];
    });
}
const releaseRow = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    Version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    Status: text,
    ImageRef: text,
    CreatedAt: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .toDate */ .ayB()),
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


/***/ }),

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
// EXTERNAL MODULE: ./build/lib/process.js + 1 modules
var lib_process = __webpack_require__(662);
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
        when: /status(?: code)?:? 5\d\d|internal server error|bad gateway|service unavailable|gateway timeout|decoding response: /i,
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
    // Only a build can fail for good: without one, the same text means that Fly did not answer.
    {
        code: 'fly-build',
        when: /error building:|dockerfile '[^']*' not found|does not have a Dockerfile/,
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
        when: /failed loading app config|App configuration is not valid|strict validation failed|(?<!decoding response: json: )cannot unmarshal/,
        what: () => 'flyctl does not accept the Fly configuration.',
        hint: '`flyctl config validate --strict` shows each finding.',
    },
    {
        code: 'fly-release',
        when: /failed to create release \(status 5\d\d\)/,
        retry: true,
        what: () => "Fly's API failed before anything was deployed.",
        hint: 'See https://status.flyio.net and run again.',
    },
    // Machines
    {
        code: 'fly-health',
        when: /timeout reached waiting for health checks to pass for machine (\w+)/,
        what: (found) => `The health checks of machine ${found[1]} did not pass in time.`,
        hint: (_, app) => `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`.`,
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
        code: 'fly-image-pull',
        when: /(?:failed|unable) to pull image|failed to get manifest|manifest unknown/i,
        what: () => 'Fly could not pull the image of the machine.',
        hint: 'Check that the image still exists in its registry and is not private; deploy again to push it anew.',
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
        code: 'fly-volume-in-use',
        when: /volume is currently bound to machine: (\S+)/,
        what: (found) => `Machine ${found[1]} uses the volume.`,
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
/** Pauses before the second, third and fourth try, in milliseconds. */
const PAUSES_MS = [500, 1_500, 4_000];
const sleepFor = (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal ? { signal } : {});
function createFlyctl(options) {
    for (const token of (0,fly_token/* flyTokens */.o)(options.token))
        (0,redact/* addSecret */.Ck)(token);
    const starts = options.starts ?? [];
    const run = (call) => runOnce(call, options, starts);
    // Stretched at random, so that runs that were rejected together do not come back together.
    const pause = (ms) => (options.sleep ?? sleepFor)(ms * (1 + Math.random() / 2), options.signal);
    async function repeatable(call) {
        for (let attempt = 0;; attempt++) {
            const result = await run(call);
            if (!result.failure)
                return result.stdout;
            const ms = PAUSES_MS[attempt];
            if (!result.failure.retry || ms === undefined)
                throw flyctlError(result.failure);
            options.log.debug(`${result.failure.problem.message} Trying again.`);
            await pause(ms);
        }
    }
    return {
        run,
        repeatable,
        pause,
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
    const { app, command } = call;
    const start = options.run ?? lib_process.runProcess;
    const order = {
        binary: options.binary,
        argv: [...call.command.split(' '), ...(call.args ?? []), ...(call.global ? [] : ['-a', call.app])],
        env: { ...env, ...call.env },
        // A fly.toml in the working folder is parsed by nearly every command, and a broken one fails it.
        cwd: call.cwd ?? (0,external_node_path_.join)(folder, 'empty'),
        timeoutMs,
        ...(call.stdin !== undefined && { stdin: call.stdin }),
        ...(options.signal && { signal: options.signal }),
        ...(call.onLine && { onLine: call.onLine }),
    };
    const going = () => start(order).catch((error) => {
        throw notStarted(options.binary, error);
    });
    const named = `flyctl ${command}, app ${app}`;
    const raw = await (options.activities?.during(named, going, timeoutMs) ?? going());
    // An answer is parsed unchanged and redacted only where it is shown: a name in it may be part of a secret.
    const result = { ...raw, stderr: shown(raw.stderr), output: shown(raw.output) };
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

/***/ 6359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CR: () => (/* binding */ allocateAddress),
  Ov: () => (/* binding */ checkApp),
  Ef: () => (/* binding */ createApp),
  pb: () => (/* binding */ createVolume),
  Uc: () => (/* binding */ destroyMachine),
  BB: () => (/* binding */ destroyVolume),
  Lg: () => (/* binding */ extendVolume),
  Zt: () => (/* binding */ listAddresses),
  bO: () => (/* binding */ listMachines),
  tH: () => (/* binding */ listReleases),
  AQ: () => (/* binding */ listSecrets),
  yi: () => (/* binding */ listVolumes),
  WK: () => (/* binding */ readLogLines),
  mz: () => (/* binding */ releaseAddress),
  zt: () => (/* binding */ runDeploy),
  it: () => (/* binding */ stageSecrets),
  DF: () => (/* binding */ startMachines),
  aZ: () => (/* binding */ validateFlyConfig)
});

// EXTERNAL MODULE: ./build/clients/flyctl/answers.js
var answers = __webpack_require__(5373);
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
/** A write that must not be repeated before the state was read. */
async function once(flyctl, call) {
    const result = await flyctl.run(call);
    if (!result.failure)
        return result.stdout;
    throw (0,client/* flyctlError */.xt)(result.failure);
}
/** The machines of an app; throws `fly-app-missing` or `fly-token-too-narrow` like every command on an app. */
function listMachines(flyctl, app) {
    return ask(flyctl, { command: 'machine list', app }, (json) => answers/* parseMachines */.WJ(json, app));
}
function listVolumes(flyctl, app) {
    return ask(flyctl, { command: 'volumes list', app }, answers/* parseVolumes */.Xw);
}
function listSecrets(flyctl, app) {
    return ask(flyctl, { command: 'secrets list', app }, answers/* parseSecrets */.dC);
}
function listAddresses(flyctl, app) {
    return ask(flyctl, { command: 'ips list', app }, answers/* parseAddresses */.ug);
}
function listReleases(flyctl, app) {
    return ask(flyctl, { command: 'releases', app }, answers/* parseReleases */.Yq);
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
    return (0,client/* parseAnswer */.Wp)(command, await once(flyctl, { command, app, args }), answers/* parseVolume */.wM);
}
async function extendVolume(flyctl, app, wanted) {
    const args = ['--size', String(wanted.sizeGb), '--yes', '--json'];
    await flyctl.repeatable({ command: `volumes extend ${wanted.id}`, app, args });
}
/** Destroys a volume. Fly refuses when a machine uses it; its snapshots are kept for some days. */
async function destroyVolume(flyctl, app, id) {
    await once(flyctl, { command: `volumes destroy ${id}`, app, args: ['--yes'] });
}
/** Destroys a machine, also one that runs. */
async function destroyMachine(flyctl, app, id) {
    await once(flyctl, { command: `machine destroy ${id}`, app, args: ['--force'] });
}
/** flyctl waits for ever when there are no lines (measured). */
const LOGS_MS = 5_000;
/** The lines that a machine wrote, oldest first, with secrets in them; none when they could not be read in time. */
async function readLogLines(flyctl, app, machine) {
    const args = ['--no-tail', '--json', '--instance', machine];
    const { stdout } = await flyctl.run({ command: 'logs', app, args, timeoutMs: LOGS_MS });
    return answers/* parseLogLines */.V4((0,flyctl_output/* plainOutput */.MC)(stdout));
}
/** A shared IPv4 address is free of charge and routed by host name; an IPv6 address is the app's own. */
async function allocateAddress(flyctl, app, kind) {
    if (kind === 'shared-v4')
        await once(flyctl, { command: 'ips allocate-v4', app, args: ['--shared'] });
    else
        await once(flyctl, { command: 'ips allocate-v6', app });
}
async function releaseAddress(flyctl, app, address) {
    await once(flyctl, { command: `ips release ${address}`, app });
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
        ...(request.onLine && { onLine: request.onLine }),
    });
    const release = answers/* parseEmittedRelease */.Bw((0,flyctl_output/* plainOutput */.MC)(result.stdout));
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

/***/ 2665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createPrometheus)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7934);
/* harmony import */ var _lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7489);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7357);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4869);
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(980);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6545);







const RETRIES = 2;
/** Far more than is shown: the target determines the length of its error. */
const MAX_ERROR = 4_000;
const envelope = (data) => valibot__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('success'),
    data,
    warnings: valibot__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()), []),
    infos: valibot__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()), []),
});
const ANSWERS = {
    query: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .queryAnswer */ .f$),
    targets: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsAnswer */ .Z5),
    buildInfo: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .buildInfoAnswer */ .z3),
    runtimeInfo: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .runtimeInfoAnswer */ .B4),
    config: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .configAnswer */ .V_),
    targetsMetadata: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .targetsMetadataAnswer */ .Am),
    rules: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .rulesAnswer */ ._N),
    alerts: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .alertsAnswer */ .G8),
    labelNames: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .labelNamesAnswer */ .di),
    alertmanagers: envelope(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .alertmanagersAnswer */ .B1),
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
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(path, `a ${data.resultType} where a scalar was expected`);
            const [seconds] = data.result;
            if (seconds >= 0 && seconds <= END_OF_9999)
                return seconds * 1000;
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(path, 'a time outside of every calendar');
        },
        targets: async () => {
            const { data } = await read('/api/v1/targets?state=active', ANSWERS.targets, { retries: 0 });
            return data.activeTargets.map((target) => ({ ...target, lastError: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(target.lastError, MAX_ERROR) }));
        },
        query: async (promql, at) => {
            const path = '/api/v1/query';
            const { data, warnings, infos } = answerOf(await get(path, { form: queryForm(promql, at) }), path, ANSWERS.query);
            return { result: data, warnings, infos };
        },
        labelNames: async (selector, from) => (await read(labelsPath(selector, from), ANSWERS.labelNames)).data,
        version: async () => (await read('/api/v1/status/buildinfo', ANSWERS.buildInfo)).data.version,
        runtimeInfo: async () => (await read('/api/v1/status/runtimeinfo', ANSWERS.runtimeInfo)).data,
        config: async () => (await read('/api/v1/status/config', ANSWERS.config)).data.yaml,
        metadata: async (selector) => (await read(`${METADATA}?match_target=${encodeURIComponent(selector)}`, ANSWERS.targetsMetadata)).data,
        seriesNames: async (selector, from) => (await read(`/api/v1/label/__name__/values?${indexQuery(selector, from)}`, ANSWERS.labelNames)).data,
        rules: async () => (await read('/api/v1/rules', ANSWERS.rules)).data.groups,
        exposition: async () => {
            const answer = await get('/metrics');
            if (answer.status === 200)
                return answer.text;
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusRefusal */ .VJ)(answer, '/metrics');
        },
        alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
        alertmanagers: async () => {
            const { data } = await read('/api/v1/alertmanagers', ANSWERS.alertmanagers);
            return data.activeAlertmanagers.map(({ url }) => url);
        },
    };
}
const METADATA = '/api/v1/targets/metadata';
const labelsPath = (selector, from) => `/api/v1/labels?${indexQuery(selector, from)}`;
/** The query of a request to the index. `from` is in milliseconds since the epoch; Prometheus expects seconds. */
function indexQuery(selector, from) {
    const query = new URLSearchParams({ start: (from / 1000).toFixed(3) });
    if (selector !== undefined)
        query.set('match[]', selector);
    return query.toString();
}
/** The last second, since the epoch, that can be written as a date of four digits. */
const END_OF_9999 = 253_402_300_799;
const authorization = (credentials) => 'token' in credentials ? `Bearer ${credentials.token}` : (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .basicAuth */ .tB)(credentials.user, credentials.password);
function getter(server) {
    const base = server.url.replace(/(?<!\/)\/+$/, '');
    const { credentials } = server;
    const at = new URL(base).host + (0,_lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .through */ .sc)((0,_lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyTo */ .UM)(server.pool, base));
    const headers = {
        accept: 'application/json',
        ...(credentials && { authorization: authorization(credentials) }),
    };
    const asked = async (path, { retries = RETRIES, form } = {}) => {
        try {
            return await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .cv)(server.pool, {
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
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusCancelled */ .O4)(cause);
            if (cause instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
                throw cause;
            if (cause instanceof _lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .UnwantedAnswer */ .dP)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(path, (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause));
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusUnreachable */ .ZI)(at, cause);
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
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusRefusal */ .VJ)(answer, '/-/ready');
}
function answerOf(answer, path, shape) {
    const body = answer.json;
    const failed = valibot__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xLC(_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .failureBody */ .l0, body);
    if (failed.success)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .apiError */ .pb)(answer.status, failed.output);
    if (answer.status !== 200)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusRefusal */ .VJ)(answer, path);
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xLC(shape, body);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw body === undefined
        ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .notPrometheus */ .iJ)(answer, path)
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(path, `${valibot__WEBPACK_IMPORTED_MODULE_6__/* .getDotPath */ .BuJ(issue)}: ${issue.message}`);
}


/***/ }),

/***/ 6545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ prometheusCancelled),
/* harmony export */   VJ: () => (/* binding */ prometheusRefusal),
/* harmony export */   ZI: () => (/* binding */ prometheusUnreachable),
/* harmony export */   au: () => (/* binding */ unexpectedAnswer),
/* harmony export */   iJ: () => (/* binding */ notPrometheus),
/* harmony export */   l0: () => (/* binding */ failureBody),
/* harmony export */   pb: () => (/* binding */ apiError)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_redirect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3302);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);




/** The body of a refusal by Prometheus. */
const failureBody = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('error'), errorType: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), error: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** Prometheus understood the request and refuses it (recorded: 400 `bad_data`, 422 `execution`, 503 `timeout`). */
function apiError(status, { errorType, error }) {
    if (status === 503 && errorType !== 'timeout')
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-starting', `Prometheus is not ready: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error, 300)}`, STARTING_HINT);
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-query', error, 'Correct the query; try it on the page /graph of Prometheus.');
}
const STARTING_HINT = 'It is replaying its write-ahead log, or was stopped. If this persists, read its log: flyctl logs -a APP.';
/** An answer that does not come from Prometheus: from a proxy, from Fly's edge, or from another server. */
function prometheusRefusal(answer, path) {
    switch (answer.status) {
        case 401:
            return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-unauthorized', 'Prometheus refuses the credentials (HTTP 401).', 'The password differs from the one it was deployed with: set PROMETHEUS_PASSWORD to that one, or deploy again. ' +
                'A derived password changes with the Fly token.');
        case 403:
            // Prometheus itself knows no 403.
            return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-forbidden', `${path.split('?')[0]} is forbidden (HTTP 403) by what answers in front of Prometheus.`, 'Not the password is wrong: a proxy, an access service (such as Cloudflare Access) or a list of allowed paths refuses this request. Let it through, or set prometheus-url to the address of Prometheus itself.');
        case 502:
        case 503:
        case 504:
            return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-starting', `Prometheus is not ready: ${path.split('?')[0]} returned HTTP ${answer.status}.`, STARTING_HINT);
        default:
            return notPrometheus(answer, path);
    }
}
/** The server that answers is not Prometheus. */
function notPrometheus(answer, path) {
    const asked = path.split('?')[0] ?? '';
    const redirect = (0,_lib_redirect_js__WEBPACK_IMPORTED_MODULE_3__/* .redirectOf */ .Y)(answer);
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-not-prometheus', `The server at this address is not Prometheus: ${asked} returned HTTP ${answer.status}` +
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
    return typeof type === 'string' ? ` with ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(type, 100)}` : '';
}
/** Prometheus answers in an unknown form. */
function unexpectedAnswer(path, what) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-odd-answer', `Prometheus answered ${path.split('?')[0]} in an unknown form (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(what, 200)}).`, 'Versions 2.42 to 3.14 are known to work. Check whether a proxy in front of Prometheus changes its answers.');
}
/** No answer: the error of the system, and what it means here. */
function prometheusUnreachable(host, cause) {
    const thrown = cause;
    const code = String(thrown?.code ?? '');
    if (thrown?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-timeout', `${host} did not answer in time.`, 'The machine may be overloaded or just starting. See flyctl status -a APP and flyctl logs -a APP.', cause);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-dns', `The name ${host} does not resolve (${code}).`, 'Does the app exist, and does it have a public address (flyctl ips list -a APP)? A new one takes up to a minute to be known.', cause);
    if (code === 'ECONNREFUSED')
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-refused', `${host} refuses connections.`, 'Nothing listens at this address and port: check prometheus-url.', cause);
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-tls', `TLS with ${host} failed: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}.`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.', cause);
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-connection', `The connection to ${host} broke: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}.`, 'Try again; if it persists, see flyctl status -a APP and flyctl logs -a APP.', cause);
}
/** The run was cancelled, or its time was up, before there was an answer. */
const prometheusCancelled = (cause) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('prometheus-cancelled', 'The request to Prometheus was cancelled.', 'Nothing to do.', cause);


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ renderDockerfile)
/* harmony export */ });
/** The official image, by the digest that seven unrelated repositories pin. */
const ALERTMANAGER_IMAGE = 'prom/alertmanager:v0.34.1@sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a';
const STAGE = `# alerts.notify: Alertmanager, and amtool to silence alerts with.
COPY --from=${ALERTMANAGER_IMAGE} /bin/alertmanager /bin/amtool /bin/

`;
/** Dockerfile.monitoring with what the configuration needs, from the text of templates/Dockerfile.monitoring. */
const renderDockerfile = (template, alertmanager) => alertmanager ? template.replace(/^ENTRYPOINT /m, `${STAGE}ENTRYPOINT `) : template;


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ DIGEST_VARIABLE),
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9466);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9921);



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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] accepts IPv4 as well; Fly's private network is IPv6 only.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.webConfig}`] : []),
        ...(config.alerts.notify ? alertingFlags(config) : []),
    ];
}
/**
 * Alerts that fire before Prometheus knows its Alertmanager, in the first seconds after a start, are lost; they are sent
 * again after this delay, and not after a minute. The URL is where links in messages lead.
 */
const alertingFlags = ({ monitoring }) => [
    '--rules.alert.resend-delay=10s',
    `--web.external-url=${(0,_model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__/* .publicUrl */ .x6)(monitoring.app)}/`,
];
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

/***/ 6517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ renderMonitoring),
/* harmony export */   n: () => (/* binding */ isRuleFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9149);
/* harmony import */ var _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9829);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3694);
/* harmony import */ var _fly_toml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3181);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9921);
/* harmony import */ var _web_config_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8862);







/** The monitoring app of a configuration. */
function renderMonitoring(config, secrets, rules) {
    const { app, organization, region, access, image, volume } = config.monitoring;
    const files = renderFiles(config, secrets, rules);
    const { notify } = config.alerts;
    const secretFiles = [
        ...renderSecretFiles(app, secrets),
        ...(notify ? (0,_alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__/* .alertmanagerSecrets */ .PX)(notify, secrets.receivers) : []),
    ];
    const guests = [
        ...files.map(({ name, guestPath }) => ({ name, guestPath })),
        ...secretFiles.map(({ name, guestPath }) => ({ secret: name, guestPath })),
    ];
    const digest = (0,_derive_js__WEBPACK_IMPORTED_MODULE_3__/* .keyedDigest */ .rD)(secrets.flyToken, [
        (0,_fly_toml_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFlyToml */ .YC)(config, guests),
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
        flyToml: (0,_fly_toml_js__WEBPACK_IMPORTED_MODULE_4__/* .renderFlyToml */ .YC)(config, guests, digest),
        files,
        secrets: secretFiles.map(({ name, value }) => ({ name, value })),
        digest,
        alertmanager: notify !== undefined,
        password: secrets.password,
    };
}
function renderFiles(config, { remoteWrite, receivers }, { rules, own }) {
    const { monitoring, alerts } = config;
    const ruleFiles = [
        ...(rules === '' ? [] : [{ name: RULES_FILE, guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.rules, content: rules }]),
        ...own.map(ownRuleFile),
    ];
    const options = {
        version: (0,_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusVersionOf */ .q)(monitoring.image),
        ruleFiles: ruleFiles.map(({ guestPath }) => guestPath),
        remoteWrite,
    };
    return [
        { name: 'prometheus.yml', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.config, content: (0,_prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPrometheus */ .Be)(config, options) },
        ...ruleFiles,
        ...(alerts.notify ? (0,_alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__/* .alertmanagerFiles */ .jI)(monitoring.app, alerts.notify, receivers) : []),
    ];
}
const RULES_FILE = 'rules.yml';
const OWN_RULES = /^rules-\d+-/;
/** A rule file of `alerts.rules`. The number keeps names apart that differ only in their folders. */
function ownRuleFile({ file, text }, i) {
    const name = `rules-${i + 1}-${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file).replace(/[^\w.-]/g, '_')}`;
    return { name, guestPath: `${_prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .OWN_RULES_FOLDER */ .CC}/${name}`, content: text };
}
/** Whether a file of the monitoring app is a rule file. */
const isRuleFile = ({ name }) => name === RULES_FILE || OWN_RULES.test(name);
/**
 * Files that consist of a secret. Their names differ from those that are set manually, in plain text, for the entrypoint,
 * such as GRAFANA_PROMETHEUS_API_KEY.
 */
function renderSecretFiles(app, { flyToken, password, remoteWrite }) {
    const webConfig = { name: 'PROMETHEUS_WEB_CONFIG', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.webConfig };
    const selfPassword = { name: 'MONITORING_SELF_PASSWORD', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.selfPassword };
    const key = { name: 'MONITORING_REMOTE_WRITE_KEY', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.remoteWriteKey };
    return [
        ...(password === undefined
            ? []
            : [
                { ...webConfig, value: (0,_web_config_js__WEBPACK_IMPORTED_MODULE_6__/* .renderWebConfig */ .h)(flyToken, app, password) },
                { ...selfPassword, value: password },
            ]),
        ...(remoteWrite ? [{ ...key, value: remoteWrite.key }] : []),
    ];
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
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9921);





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

/***/ 4892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf),
/* harmony export */   fileAt: () => (/* binding */ fileAt),
/* harmony export */   k: () => (/* binding */ ignoredByGit),
/* harmony export */   revisionOf: () => (/* binding */ revisionOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(662);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2499);




/** Which of these files git ignores; none without git or without a repository. No program of the repository is run. */
async function ignoredByGit(root, paths) {
    const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
    // Exit code 1: none of them is ignored.
    return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
/** The commit that a clone has checked out, in hex; undefined without git, or when the folder itself is not a clone. */
async function commitOf(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
        return undefined;
    return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
/**
 * The commit, in hex, that a command of git names; undefined without it. `exists`: another revision that has to exist.
 */
async function revisionOf(root, args, exists) {
    if (exists !== undefined &&
        (await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
        return undefined;
    return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
/** The text of a file in a commit; undefined when it does not exist there. Paths are relative to the folder. */
async function fileAt(folder, commit, path) {
    // No filter and no textconv of the repository is run: `cat-file` without them prints the blob itself.
    const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
    return text === '' ? undefined : text;
}
/**
 * The configuration of a repository can name programs that git starts, and an archive may contain one. The commands
 * used here start none of them; they are disabled nevertheless.
 */
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
/** Variables by which git finds the user's settings, and nothing else: no token, no GIT_DIR, no GIT_EXTERNAL_DIFF. */
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
/** git's output for the repository that contains a folder; empty when it fails. */
async function git(folder, args, stdin = '') {
    const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
    const binary = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .findProgram */ .K)('git', places);
    if (binary === undefined)
        return '';
    const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__.runProcess)({
        binary,
        argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
        env: { ...Object.fromEntries(own), PATH: (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .trustedPath */ .z)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
        // A version manager would read the settings of the folder that it is started in.
        cwd: '/',
        stdin,
        timeoutMs: TIMEOUT_MS,
    }).catch(() => undefined);
    return result?.exitCode === 0 ? result.stdout : '';
}
/** Source, line, pattern and path; a pattern that begins with "!" includes the file again. */
function inFours([source, line, pattern, path, ...rest]) {
    if (path === undefined)
        return [];
    const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
    return [...found, ...inFours(rest)];
}


/***/ }),

/***/ 662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProcess: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/lib/line-reader.js

/** A longer line is passed on in parts, so that a stream without line breaks does not fill the memory. */
const LONGEST = 100_000;
function lineReader(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(onLine);
        if (rest.length > LONGEST)
            flush();
    };
    const flush = () => {
        if (rest !== '')
            onLine(rest);
        rest = '';
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            flush();
        },
    };
}

// EXTERNAL MODULE: ./build/lib/process-family.js
var process_family = __webpack_require__(8430);
;// CONCATENATED MODULE: ./build/lib/process.js




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
    const family = (0,process_family/* newFamily */.rz)();
    const child = (0,external_node_child_process_.spawn)(call.binary, call.argv, {
        env: { ...call.env, ...family.mark },
        cwd: call.cwd,
        stdio: 'pipe',
        detached: true,
    });
    family.leads(child.pid);
    const stopping = stoppingOf(family, call);
    const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
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
                await (0,promises_.setTimeout)(POLL_MS);
            family.kill();
        },
        forget: () => {
            for (const timer of timers)
                clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
        },
    };
}
function collect(child, { tooMuch, onLine }) {
    const all = [];
    const keep = (stream) => {
        const chunks = [];
        const lines = onLine && lineReader(onLine);
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return tooMuch();
            chunks.push(chunk);
            all.push(chunk);
            lines?.write(chunk);
        });
        stream.on('end', () => lines?.end());
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

/***/ 8441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseMachines)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _judge_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4222);


/** Why the machines are not as expected: the first one that is not, by its own state. Undefined: none is wrong. */
function diagnoseMachines(expected, machines) {
    for (const machine of machines.filter((m) => m.releaseVersion !== undefined && !m.standby)) {
        const problem = problemOf(expected, machine);
        if (problem)
            return { machine: machine.id, problem };
    }
    return undefined;
}
function problemOf(expected, machine) {
    const { app } = expected;
    const about = `Machine ${machine.id} of ${app}`;
    const error = (code, message, hint) => ({
        code,
        severity: 'error',
        message: `${about} ${message}`,
        hint,
    });
    const logs = `See \`flyctl logs -a ${app} --machine ${machine.id}\``;
    if ((0,_judge_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .isOld */ .eD)(expected, machine))
        return (0,_judge_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .oldVersion */ .Or)(expected, machine);
    const crash = crashOf(machine);
    if (crash)
        return error('fly-crash', crash, `${logs}, correct the cause and deploy again.`);
    if (machine.state === 'failed')
        return error('fly-machine-failed', 'has failed: Fly could not start it.', `${logs} and https://status.flyio.net, then \`flyctl machine start ${machine.id} -a ${app}\`; if that fails as well, deploy again.`);
    if ((machine.state === 'stopped' || machine.state === 'suspended') && !expected.mayStop)
        return error('fly-stopped', `is ${machine.state}.`, `Start it: \`flyctl machine start ${machine.id} -a ${app}\`. If it stops again by itself, set \`auto_stop_machines = "off"\` in its Fly configuration.`);
    const failing = machine.checks.filter((check) => check.status !== 'passing');
    if (machine.state === 'started' && failing.length > 0) {
        const words = failing.map((c) => `check ${c.name} is ${c.status}${c.output ? ` (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(c.output, 160)})` : ''}`);
        return error('fly-health', `runs, but ${words.join('; ')}.`, `${logs} and \`flyctl checks list -a ${app}\`.`);
    }
    if (machine.state === 'started' || (machine.state === 'stopped' && expected.mayStop))
        return undefined;
    return error('fly-not-started', `does not start: it is still ${machine.state}.`, `${logs}; Fly may be pulling its image, or have no capacity in ${machine.region}.`);
}
/** How the program of a machine ended by itself, as a predicate; undefined when it did not. */
function crashOf({ exit, state, checks }) {
    if (!exit || exit.requested)
        return undefined;
    const isLoop = exit.restarts > 1 && checks.some(({ status }) => status !== 'passing');
    if (state === 'started' && !isLoop)
        return undefined;
    if (exit.code === 0 && !exit.oom && exit.restarts === 0)
        return undefined;
    const how = exit.oom ? 'its memory was not enough (out of memory)' : `exit code ${exit.code}`;
    const often = exit.restarts > 0 ? `, restarted ${exit.restarts} times` : '';
    return `crashes: ${how}${often}; it is ${state}.`;
}


/***/ }),

/***/ 4222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ oldVersion),
/* harmony export */   Qi: () => (/* binding */ judgeMachines),
/* harmony export */   eD: () => (/* binding */ isOld)
/* harmony export */ });
/* unused harmony export runsImage */
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);

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
    const empty = expected.groups?.find((group) => concerned.every((m) => m.processGroup !== group));
    if (empty !== undefined)
        return bad('fly-no-machines', `Process group ${empty} of app ${expected.app} has no machine after the deploy.`, `\`flyctl machine list -a ${expected.app}\` shows the machines that exist; deploy again.`);
    const stale = concerned.find((m) => isOld(expected, m));
    if (stale)
        return { kind: 'bad', problem: oldVersion(expected, stale) };
    const running = concerned.filter((m) => !(m.standby || expected.mayStop) || m.state === 'started');
    const resting = running.filter((m) => AT_REST.has(m.state));
    if (resting.length > 0)
        return {
            kind: 'waiting',
            why: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(resting.map((m) => `machine ${m.id} is ${m.state}`)),
            start: resting.map((m) => m.id),
        };
    const unready = running.flatMap(whyNotReady);
    return unready.length > 0 ? { kind: 'waiting', why: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(unready), start: [] } : { kind: 'good' };
}
/** Whether the machine does not run what the deploy was to bring. */
function isOld(expected, machine) {
    if (expected.release !== undefined && (machine.releaseVersion ?? 0) < expected.release)
        return true;
    if (expected.imageRef !== undefined && !runsImage(machine, expected.imageRef))
        return true;
    return Object.entries(expected.env ?? {}).some(([name, value]) => machine.env[name] !== value);
}
/** What it runs instead. */
function oldVersion(expected, machine) {
    const { image, releaseVersion } = machine;
    const { app, release } = expected;
    const running = `${image.ref || `${image.repository}:${image.tag}`} of release ${releaseVersion}`;
    const [message, hint] = release !== undefined && (releaseVersion ?? 0) > release
        ? [
            `Machine ${machine.id} of ${app} runs ${running}: another deploy has replaced release ${release} of this run.`,
            'Let only one deploy run at a time (`concurrency:` in the workflow), and run again if this version is the right one.',
        ]
        : [
            `Machine ${machine.id} of ${app} still runs ${running} after the deploy${release === undefined ? '' : ` of release ${release}`}; Fly may have gone back to it because the new image could not be started.`,
            `See \`flyctl releases -a ${app}\` and \`flyctl logs -a ${app}\`, then deploy again.`,
        ];
    return { code: 'fly-old-version', severity: 'error', message, hint };
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
        return failing.map((c) => `check ${c.name} of machine ${machine.id} is ${c.status}${c.output ? ` (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(c.output, 160)})` : ''}`);
    const silent = machine.checksDefined - machine.checks.length;
    return silent > 0 ? [`machine ${machine.id} has no result for ${silent} of its checks yet`] : [];
}
function bad(code, message, hint) {
    return { kind: 'bad', problem: { code, severity: 'error', message, hint } };
}


/***/ }),

/***/ 3439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ isUndecided),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   sd: () => (/* binding */ sharpenRefusal),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6359);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);


/** Whether a problem of the error has one of these codes. */
function hasCode(error, ...codes) {
    return error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ && error.problems.some((problem) => codes.includes(problem.code));
}
/**
 * Failures that are no answer of Fly to the request itself: it may have been carried out or not, and the same call may
 * succeed a moment later. The texts of such failures vary, so an unknown one belongs to them.
 */
const UNDECIDED = ['fly-api', 'fly-network', 'fly-rate-limited', 'fly-release', 'fly-builder', 'fly-failed'];
/** Whether it is not known if the call was carried out. */
const isUndecided = (error) => hasCode(error, ...UNDECIDED);
/**
 * The machines API answers `unauthorized` for an invalid token, for an app of another organization and for an app that
 * does not exist; a GraphQL query for the app distinguishes them. Any other error is returned unchanged.
 */
async function sharpenRefusal(error, app, flyctl) {
    if (!hasCode(error, 'fly-token-too-narrow'))
        return error;
    return (0,_clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .checkApp */ .Ov)(flyctl, app).then(() => error, (sharper) => sharper);
}
/** The problems of an error. An error that does not come from outside the program is a bug and is thrown again. */
function problemsOf(error) {
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
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

/***/ 4464:
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
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 1 modules
var commands = __webpack_require__(6359);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
;// CONCATENATED MODULE: ./build/plan/fly/doubles.js
/**
 * What was made twice within this time was made by one request that was repeated, or by runs at the same time. What is
 * older may have been made on purpose.
 */
const TWINS_MS = 10 * 60_000;
const isAttached = (volume) => volume.machine !== undefined;
/** The oldest first; of the same age, by id: every run sees the same order. */
const byAge = (all) => all.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1));
/** False when one of the two times is not known. */
const areTwins = (a, b) => Math.abs(Date.parse(a.createdAt) - Date.parse(b.createdAt)) <= TWINS_MS;
/**
 * Of volumes with one name, those that can be removed: no machine uses them, and they are as new as the one that is
 * kept, which is the one that a machine uses, else the oldest.
 */
function doubleVolumes(volumes) {
    const aged = byAge(volumes);
    const kept = aged.find(isAttached) ?? aged[0];
    return aged.filter((volume) => volume !== kept && !isAttached(volume) && areTwins(volume, kept));
}
/**
 * Of machines that should be one, those that can be removed: as new as the oldest, which runs and whose checks pass.
 * Each of them was deployed by this action, so that they have collected the same since they exist.
 */
function doubleMachines(machines, isOurs) {
    const [kept, ...others] = byAge(machines);
    const isWell = kept?.state === 'started' && isOurs(kept) && kept.checks.every(({ status }) => status === 'passing');
    return isWell && others.every((one) => isOurs(one) && areTwins(one, kept)) ? others : [];
}

;// CONCATENATED MODULE: ./build/plan/fly/addresses.js

/** The public addresses that are missing. */
function missingAddresses(addresses) {
    const has = (version) => addresses.some((a) => a.kind === 'public' && a.version === version);
    return [...(has(4) ? [] : ['shared-v4']), ...(has(6) ? [] : ['v6'])];
}
/**
 * Public IPv6 addresses that a repeated request has allocated in addition to the first one: made in the same minutes. A
 * shared IPv4 address exists only once.
 */
function doubleAddresses(addresses) {
    const own = addresses.filter((a) => a.kind === 'public' && a.version === 6);
    const [kept, ...others] = byAge(own.map(({ address, createdAt }) => ({ id: address, createdAt })));
    return kept ? others.filter((one) => areTwins(one, kept)).map(({ id }) => id) : [];
}
/** The address in words. */
const describeAddress = (address) => address === 'v6' ? 'public IPv6 address' : 'shared public IPv4 address';

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
        case 'remove-machine':
            return `remove the second machine ${action.id}`;
        case 'remove-volume':
            return `remove the second volume ${action.id}`;
        case 'extend-volume':
            return `extend the volume ${action.id} to ${action.sizeGb} GB`;
        case 'allocate-address':
            return `allocate a ${describeAddress(action.address)}`;
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
/** The change for a public app without an address. */
const planAddresses = (app) => [
    flyChange({ kind: 'ensure-addresses', app }, 'Its services are public, but it does not have one address of each kind: flyctl allocates them on the first deploy only, and does not report when that fails.'),
];
function imageOf({ image, dockerfile }) {
    if (image)
        return { from: 'reference', reference: image };
    return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' };
}

// EXTERNAL MODULE: ./build/plan/fly/refusals.js
var refusals = __webpack_require__(3439);
;// CONCATENATED MODULE: ./build/apply/fly/ensure.js

/** Pauses before a write is repeated, in milliseconds. */
const PAUSES_MS = [500, 2_000, 5_000];
/**
 * Writes until it is done. After a failure the current state decides: what was carried out although its answer was lost
 * is never done twice.
 * @throws ActionError the refusal, or the last failure
 */
async function ensure({ act, isDone }, flyctl) {
    for (let attempt = 0;; attempt++) {
        try {
            await act();
            return;
        }
        catch (error) {
            if (!(0,refusals/* isUndecided */.Ae)(error))
                throw error;
            if (await isDone())
                return;
            const pause = PAUSES_MS[attempt];
            if (pause === undefined)
                throw error;
            await flyctl.pause(pause);
            // A list may show it a moment later.
            if (await isDone())
                return;
        }
    }
}

;// CONCATENATED MODULE: ./build/apply/fly/addresses.js



/** Allocates a public address that the app does not have. */
function ensureAddress({ app, address }, flyctl) {
    return ensure({
        act: () => commands/* allocateAddress */.CR(flyctl, app, address),
        isDone: async () => !missingAddresses(await commands/* listAddresses */.Zt(flyctl, app)).includes(address),
    }, flyctl);
}
/** After a first deploy: allocates the public addresses that are missing, and releases what was allocated twice. */
async function ensureAddresses(app, flyctl) {
    const addresses = await commands/* listAddresses */.Zt(flyctl, app);
    for (const address of doubleAddresses(addresses))
        await release(app, address, flyctl);
    const missing = missingAddresses(addresses);
    for (const address of missing)
        await ensureAddress({ app, address }, flyctl);
    if (!missing.includes('v6'))
        return;
    for (const address of doubleAddresses(await commands/* listAddresses */.Zt(flyctl, app)))
        await release(app, address, flyctl);
}
const release = (app, address, flyctl) => ensure({
    act: () => commands/* releaseAddress */.mz(flyctl, app, address),
    isDone: async () => (await commands/* listAddresses */.Zt(flyctl, app)).every((one) => one.address !== address),
}, flyctl);

;// CONCATENATED MODULE: ./build/apply/fly/claim-app.js




/**
 * Creates the app. Fly creates an app for one caller only: `found` means that it exists and that this token may use it,
 * because another run was faster, or because flyctl repeated a request whose answer was lost.
 * @throws ActionError also when the name belongs to an app of another organization, for which Fly answers the same
 */
async function claimApp({ app, organization }, flyctl) {
    const exists = () => commands/* checkApp */.Ov(flyctl, app).then(() => true, (error) => {
        if ((0,refusals/* hasCode */.up)(error, 'fly-app-missing'))
            return false;
        throw error;
    });
    try {
        await ensure({ act: () => commands/* createApp */.Ef(flyctl, app, organization), isDone: exists }, flyctl);
        return 'created';
    }
    catch (error) {
        if ((0,refusals/* hasCode */.up)(error, 'fly-token-too-narrow'))
            throw cannotCreate(app, organization, error);
        if ((0,refusals/* hasCode */.up)(error, 'fly-app-taken') && (await exists()))
            return 'found';
        throw error;
    }
}
function cannotCreate(app, organization, cause) {
    return (0,errors/* platformError */.sx)('fly-token-cannot-create', `The Fly token cannot access an app ${app}, and it is not allowed to create one.`, `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}

// EXTERNAL MODULE: ./build/plan/fly/judge-machines.js
var judge_machines = __webpack_require__(4222);
// EXTERNAL MODULE: ./build/clients/flyctl/answers.js
var answers = __webpack_require__(5373);
// EXTERNAL MODULE: ./build/clients/flyctl/output.js
var output = __webpack_require__(8889);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/apply/fly/deploy-output.js



/** flyctl's answer to the question whether the app exists: a deploy that finds none is followed by a first one. */
const NO_APP = /^Error: (?:app not found|Could not find App)/;
/** flyctl makes a volume when it finds none that is free, and asks nobody. */
const MADE_VOLUME = /^Creating a \d+ GB volume named/;
/**
 * Shows the output while it is printed, each line with the name of its app: two may run side by side. Lines for programs
 * are left out.
 */
function deployOutput(app, log) {
    const lines = [];
    let made = false;
    return {
        take(raw) {
            const line = (0,lib_text/* oneLine */.TN)((0,output/* plainOutput */.MC)(raw));
            if (line === '' || (0,answers/* parseEmittedRelease */.Bw)(line))
                return;
            made ||= MADE_VOLUME.test(line);
            const shown = NO_APP.test(line) ? 'The app does not exist yet.' : line;
            lines.push(shown);
            log.info(`${app} | ${shown}`);
        },
        hasMadeVolume: () => made,
        end() {
            if (log.folds)
                log.block(`flyctl deploy, app ${app}`, lines.slice(-MOST_LINES));
        },
    };
}
const MOST_LINES = 2_000;

// EXTERNAL MODULE: ./build/apply/fly/wait-for-machines.js
var wait_for_machines = __webpack_require__(3233);
;// CONCATENATED MODULE: ./build/apply/fly/deploy.js






/** flyctl's own default for one machine. */
const WAIT_MS = 5 * 60_000;
/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000;
/** Pauses before a deploy is repeated, in milliseconds. */
const deploy_PAUSES_MS = [1_000, 4_000, 10_000];
/**
 * Runs `flyctl deploy`; the state of the machines decides whether it succeeded. A deploy that failed without a refusal
 * of Fly is repeated, which is safe: flyctl continues with the machines that exist. One that finds another deploy at
 * work is repeated until the time is up.
 */
async function deployAndWait(order, ctx) {
    const output = deployOutput(order.app, ctx.log);
    for (let failures = 0;;) {
        const { again, ...attempt } = await attemptDeploy(order, output, ctx);
        const outcome = { ...attempt, ...(output.hasMadeVolume() && { hasMadeVolume: true }) };
        const pause = again === 'busy' ? deploy_PAUSES_MS[1] : deploy_PAUSES_MS[failures];
        if (!again || pause === undefined || Date.now() + pause + TIDY_MS >= ctx.until) {
            output.end();
            return outcome;
        }
        if (again === 'failed')
            failures++;
        ctx.log.info(`${outcome.problem?.message ?? `The deploy of ${order.app} did not do its work.`} ${again === 'busy' ? 'Waiting for it' : 'Deploying again'}.`);
        await ctx.flyctl.pause(pause);
    }
}
async function attemptDeploy(order, output, ctx) {
    const begun = Date.now();
    const timeoutMs = Math.max(1_000, ctx.until - begun);
    const { mayStop, groups } = order;
    const result = await (0,commands/* runDeploy */.zt)(ctx.flyctl, {
        ...order,
        waitMs: Math.min(WAIT_MS, timeoutMs - TIDY_MS),
        timeoutMs,
        onLine: output.take,
    });
    const asked = { app: order.app, mayStop, groups, ...(order.env && { env: order.env }) };
    if (result.failure) {
        const problem = await sharpened(result.failure, order.app, ctx);
        return afterFailure(problem, { order, asked, begun }, ctx);
    }
    const { release } = result;
    const exactly = { ...asked, ...(release && { release: release.version, imageRef: release.imageRef }) };
    const reached = await (0,wait_for_machines/* waitForMachines */.z)(exactly, ctx.until, ctx);
    return { ...reached, warnings: [], ...(release && { release: release.version }) };
}
async function sharpened({ problem }, app, ctx) {
    const why = await (0,refusals/* sharpenRefusal */.sd)(new errors/* ActionError */.lZ('platform', [problem]), app, ctx.flyctl);
    return why instanceof errors/* ActionError */.lZ ? (why.problems[0] ?? problem) : problem;
}
/** With one of these failures the machines decide, and nothing is repeated: flyctl itself has waited for them. */
const ABOUT_MACHINES = new Set([
    'fly-health',
    'fly-crash',
    'fly-start-timeout',
    'fly-deadline',
]);
/** Another deploy has just made the machine that this one wanted to make; or flyctl itself has, in its first try. */
const OVERTAKEN = new Set([
    'fly-volume-attached',
    'fly-volume-missing',
    'fly-volume-region',
]);
/** After a failure the current state decides whether the deploy did its work. */
async function afterFailure(problem, failed, ctx) {
    const outcome = { warnings: [], machines: [], problem };
    const isUnclear = (0,refusals/* isUndecided */.Ae)(new errors/* ActionError */.lZ('platform', [problem])) ||
        problem.code === 'fly-lease' ||
        (failed.order.isVolumeOurs && OVERTAKEN.has(problem.code));
    if (ctx.signal?.aborted || !(isUnclear || ABOUT_MACHINES.has(problem.code)))
        return outcome;
    try {
        return isUnclear ? await continueAfter(problem, failed, ctx) : await lastLook(problem, failed, ctx);
    }
    catch (error) {
        const problems = (0,refusals/* problemsOf */.GW)(error);
        // The failure of the deploy says more than a failure to read the machines, but for an app that does not exist.
        const isMissing = problems.find(({ code }) => code === 'fly-app-missing');
        return isMissing ? { ...outcome, problem: isMissing } : outcome;
    }
}
/** A deploy that may have done its work: its machines are waited for, if they have its release. */
async function continueAfter(problem, failed, ctx) {
    const again = problem.code === 'fly-lease' ? 'busy' : 'failed';
    const expected = await expectedOf(failed, ctx);
    if (!expected)
        return { warnings: [], machines: [], problem, again };
    const reached = await (0,wait_for_machines/* waitForMachines */.z)(expected, ctx.until, ctx);
    if (!reached.problem)
        return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
    const isUndone = reached.problem.code === 'fly-old-version' || reached.problem.code === 'fly-no-machines';
    return isUndone ? { ...reached, warnings: [], problem, again } : { ...reached, warnings: [] };
}
const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.';
/** flyctl has waited for the machines, or its time was up: their current state is final. */
async function lastLook(problem, failed, ctx) {
    const machines = await (0,commands/* listMachines */.bO)(ctx.flyctl, failed.order.app);
    const isOver = problem.code === 'fly-deadline';
    const expected = isOver ? failed.asked : ((await expectedOf(failed, ctx)) ?? failed.asked);
    if (!isOver && (0,judge_machines/* judgeMachines */.Qi)(expected, machines).kind === 'good')
        return { machines, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
    const seen = await (0,wait_for_machines/* explain */.W)(problem, { expected, machines }, ctx);
    if (seen === problem || !isOver)
        return { warnings: [], machines, problem: seen };
    return { warnings: [], machines, problem: { ...seen, message: `${problem.message} ${seen.message}` } };
}
/** What the machines must be for the deploy to have done its work; undefined when it made no release. */
async function expectedOf({ order, asked, begun }, ctx) {
    if (order.isIdentified)
        return asked;
    const release = await releaseOf(order, begun, ctx);
    if (release === undefined)
        return undefined;
    return { ...asked, release, ...(order.image && { imageRef: order.image }) };
}
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
async function runChanges(changes, perform, { log, journal }) {
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
        journal('begun', change.subject, change.what);
        const started = performance.now();
        const seconds = () => (performance.now() - started) / 1000;
        try {
            await perform(change.action);
            outcomes.push({ change, seconds: seconds(), kind: 'done' });
            journal('done', change.subject, change.what);
        }
        catch (error) {
            const [problem] = (0,refusals/* problemsOf */.GW)(error);
            if (!problem)
                throw new Error(`a failure without a problem: ${(0,errors/* messageOf */.bD)(error)}`);
            outcomes.push({ change, seconds: seconds(), kind: 'failed', problem });
            journal('failed', change.subject, change.what);
        }
    }
    return outcomes;
}
/** `create the app` → `creating the app`. */
const inProgress = (what) => what.replace(/^(\w+?)e?\b/, '$1ing');

;// CONCATENATED MODULE: ./build/apply/fly/spare-machines.js






/** Only machines that are younger can have been made by the deploy; both clocks may differ by some minutes. */
const YOUNG_MS = 20 * 60_000;
/** How often the removal of a machine is tried whose lease is held, and the pause between two tries. */
const LEASE_TRIES = 80;
const LEASE_PAUSE_MS = 4_000;
/**
 * After the deploy of a main app: of each process group that the deploy itself has started, one machine is kept. flyctl
 * asks for one, but repeats the request when its answer is lost, and then two are made.
 */
async function removeSpareMachines(app, deployed, ctx) {
    const { machines, release } = deployed;
    const groups = [...Map.groupBy(machines, (m) => m.processGroup).values()];
    const several = groups.filter((group) => group.length > 1 && group.every(isYoung));
    if (several.length === 0 || release === undefined)
        return deployed;
    const since = (await commands/* listReleases */.tH(ctx.flyctl, app)).find(({ version }) => version === release)?.createdAt;
    const spare = several
        .filter((group) => group.every(({ createdAt }) => since && Date.parse(createdAt) >= since.getTime()))
        .flatMap((group) => byAge(group).slice(1));
    for (const machine of spare) {
        ctx.log.info(`${app}: removing machine ${machine.id}. flyctl repeated the request for one machine of process group ${machine.processGroup}, and Fly made two.`);
        await removeMachine(machine, ctx);
    }
    return { ...deployed, machines: machines.filter((machine) => !spare.includes(machine)) };
}
const isYoung = ({ createdAt }) => Date.now() - Date.parse(createdAt) < YOUNG_MS;
/**
 * Destroys a machine that this run has made, and the volume that was made for it. Its lease may be held by the request
 * whose answer was lost, and is waited for.
 * @throws ActionError `fly-second-machine` when that takes too long
 */
async function removeMachine({ id, app, mounts }, { flyctl, activities, until }) {
    const isGone = async () => !(await commands/* listMachines */.bO(flyctl, app)).some((machine) => machine.id === id);
    const destroy = () => ensure({ act: () => commands/* destroyMachine */.Uc(flyctl, app, id), isDone: isGone }, flyctl);
    const work = async () => {
        for (let tries = 1;; tries++) {
            try {
                return await destroy();
            }
            catch (error) {
                if (!(0,refusals/* hasCode */.up)(error, 'fly-lease'))
                    throw error;
                if (tries === LEASE_TRIES || Date.now() + LEASE_PAUSE_MS >= until)
                    throw notRemoved(app, id, error);
                await flyctl.pause(LEASE_PAUSE_MS);
            }
        }
    };
    await activities.during(`the lease of machine ${id} of ${app}, which is to be removed`, work);
    for (const { volume } of mounts)
        await destroyFreeVolume(app, volume, flyctl);
}
/** Fly detaches the volume of a destroyed machine a moment later. */
async function destroyFreeVolume(app, id, flyctl) {
    const isGone = async () => !(await commands/* listVolumes */.yi(flyctl, app)).some((volume) => volume.id === id);
    for (let tries = 1;; tries++) {
        try {
            return await ensure({ act: () => commands/* destroyVolume */.BB(flyctl, app, id), isDone: isGone }, flyctl);
        }
        catch (error) {
            if (!(0,refusals/* hasCode */.up)(error, 'fly-volume-in-use') || tries === 5)
                throw error;
            await flyctl.pause(1_000);
        }
    }
}
const notRemoved = (app, id, cause) => (0,errors/* platformError */.sx)('fly-second-machine', `App ${app} has a second machine, ${id}: flyctl repeated a request whose answer was lost, and the machine is locked until then.`, `Remove it in some minutes: \`flyctl machine destroy ${id} --force -a ${app}\`.`, cause);
/** The machines of an app that is to have one, in words. */
const describeMachines = (machines) => (0,lib_text/* list */.p_)(machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`));

;// CONCATENATED MODULE: ./build/apply/fly/app.js











/**
 * `flyctl deploy`, and a check of the machines and of the public addresses. An app that does not exist yet is created,
 * with one machine for each process group; after that its owner decides how many machines it has.
 */
async function deployApp(order, ctx) {
    const { app } = order.app;
    const run = { order, ctx, isNew: false, deployed: { machines: [], warnings: [] } };
    const go = (changes) => runChanges(changes, (action) => perform(action, run), ctx);
    // The deploy itself shows that an app does not exist: reading it first would cost every run one more start of flyctl.
    const outcomes = await go(planApp(order));
    const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
    const deployed = isMissing ? await go(planNewApp(order)) : outcomes;
    const after = deployed.every((o) => o.kind === 'done') && (await lacksAddress(run)) ? planAddresses(app) : [];
    return flyResult(app, [...deployed, ...(await go(after))], run.deployed);
}
async function perform(action, run) {
    const { ctx, order } = run;
    switch (action.kind) {
        case 'create-app':
            await claimApp(action, ctx.flyctl);
            run.isNew = true;
            return;
        case 'allocate-address':
            return ensureAddress(action, ctx.flyctl);
        case 'ensure-addresses':
            await ensureAddresses(action.app, ctx.flyctl);
            return;
        default:
            run.deployed = await deployAndWait(requestOf(order), ctx);
            if (run.deployed.problem)
                throw new errors/* ActionError */.lZ('platform', [run.deployed.problem]);
            run.deployed = await removeSpareMachines(order.app.app, run.deployed, ctx);
    }
}
/**
 * Whether an app that is to be public lacks an address: flyctl allocates them on the first deploy only, and does not report
 * when that fails. They are read when the public name does not resolve, which costs nothing to find out.
 */
async function lacksAddress({ order, ctx, isNew, deployed }) {
    const { app, health } = order.app;
    const isPublic = deployed.machines.some((machine) => machine.isPublic);
    const isFirst = isNew || deployed.release === 1;
    if (!isPublic || !(isFirst || health !== undefined))
        return false;
    if (!isFirst && (await ctx.resolves((0,fly_names/* publicHost */.mh)(app))))
        return false;
    const addresses = await (0,commands/* listAddresses */.Zt)(ctx.flyctl, app);
    // Later on, an app that has a private address instead is private on purpose.
    const isOnPurpose = !isFirst && addresses.some(({ kind }) => kind === 'private');
    return !isOnPurpose && (missingAddresses(addresses).length > 0 || doubleAddresses(addresses).length > 0);
}
function requestOf({ app, workspace, mayStop, groups }) {
    const config = (0,external_node_path_.resolve)(workspace, app.config);
    return {
        app: app.app,
        // Where a person would run flyctl: local_path of [[files]] and the build context are relative to this folder.
        folder: (0,external_node_path_.dirname)(config),
        config,
        ...(app.image !== undefined && { image: app.image }),
        ...(app.dockerfile !== undefined && { dockerfile: (0,external_node_path_.resolve)(workspace, app.dockerfile) }),
        ...(app.build_args && { buildArgs: app.build_args }),
        groups,
        isIdentified: false,
        isVolumeOurs: false,
        // Only a first deploy reads it: without it flyctl creates two machines for each process group without a volume.
        single: true,
        mayStop,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/desired/dockerfile.js
var dockerfile = __webpack_require__(9435);
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
        build.update(await buildFile(name, templates, desired)).update('\0');
    return { desired, templates, buildDigest: build.digest('hex').slice(0, 16) };
}
/** Writes all files that flyctl reads to one folder: it resolves `local_path` from the folder that it runs in. */
async function writeBuildContext(folder, { desired, templates }) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'monitoring'), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'fly.monitoring.toml'), desired.flyToml);
    for (const file of desired.files)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, file.name), file.content);
    for (const [name, place] of BUILD_FILES)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, place), await buildFile(name, templates, desired));
}
/** The text of a file that the image is built from. */
async function buildFile(name, templates, desired) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(templates, name), 'utf8');
    return name === 'Dockerfile.monitoring' ? (0,dockerfile/* renderDockerfile */.T)(text, desired.alertmanager) : text;
}

// EXTERNAL MODULE: ./build/desired/derive.js
var derive = __webpack_require__(3694);
// EXTERNAL MODULE: ./build/plan/fly/state.js
var fly_state = __webpack_require__(1541);
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
    const [first, ...more] = (0,fly_state/* volumesOf */.v3)(wanted, seen);
    if (!first)
        return [];
    if (more.length > 0)
        return error('fly-two-volumes', twoVolumes(wanted, seen), twoVolumesHint(wanted, seen));
    if (first.region !== region)
        return error('fly-volume-region', `The volume ${first.id} (${volume.name}) of ${app} is in region ${first.region}, not ${region}; a volume cannot move.`, `Set \`monitoring.region: ${first.region}\`. To move permanently, start with an empty volume: destroy the machine and the volume manually, then deploy again.`);
    return [];
}
function twoVolumes(wanted, seen) {
    const all = (0,fly_state/* volumesOf */.v3)(wanted, seen).map((v) => {
        const holder = holderOf(v, seen);
        return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `attached to machine ${holder}` : 'not attached'})`;
    });
    return `App ${wanted.app.app} has ${all.length} volumes named ${wanted.app.volume.name}: ${(0,lib_text/* list */.p_)(all)}. A machine could use either of them.`;
}
function twoVolumesHint(wanted, seen) {
    const spare = (0,fly_state/* volumesOf */.v3)(wanted, seen).find((v) => !holderOf(v, seen));
    const which = spare?.id ?? 'ID';
    return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${wanted.app.app}\`.`;
}
function holderOf(volume, seen) {
    return volume.machine ?? seen.machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id;
}
/** Differences that do not prevent a deploy. */
function volumeWarnings(wanted, seen) {
    const [existing] = (0,fly_state/* volumesOf */.v3)(wanted, seen);
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
    const { seen, removals } = withoutDoubles(wanted, state ?? { machines: [], volumes: [] });
    const problems = obstacles(wanted, seen);
    if (problems.length > 0)
        return { changes: [], warnings: [], problems };
    const before = [
        ...(state ? [] : [createApp(wanted)]),
        ...removals,
        ...volumeChanges(wanted, seen),
        ...(seen.addresses ? addressChanges(wanted.app.app, seen.addresses) : []),
        ...secretChanges(wanted, seen),
    ];
    const changes = [...before, ...machineChanges(wanted, seen, before), ...firstAddresses(wanted, seen)];
    return { changes, warnings: volumeWarnings(wanted, seen), problems };
}
const createApp = ({ app: { app, organization } }) => flyChange({ kind: 'create-app', app, organization }, 'The app does not exist yet.');
/** The state as it is after the removal of what was made twice. */
function withoutDoubles(wanted, state) {
    const { app } = wanted.app;
    const machines = doubleMachines(state.machines, ({ env }) => env[fly_state/* RECORD_VARIABLES */.Wl.digest] !== undefined);
    const theirs = machines.flatMap((m) => m.mounts.map((mount) => mount.volume));
    const named = (0,fly_state/* volumesOf */.v3)(wanted, state).filter(({ id }) => !theirs.includes(id));
    const mayHoldData = state.machines.length === 0 && state.wasDeployed !== false;
    const spare = mayHoldData ? [] : doubleVolumes(named).map(({ id }) => id);
    const volumes = [...theirs, ...spare];
    const isLeft = ({ id }) => !volumes.includes(id) && machines.every((m) => m.id !== id);
    const since = 'A repeated request or two runs at once made it; Prometheus needs exactly one.';
    return {
        seen: {
            ...state,
            machines: state.machines.filter(isLeft),
            volumes: state.volumes.filter(isLeft),
        },
        removals: [
            ...machines.map(({ id }) => flyChange({ kind: 'remove-machine', app, id }, since, { owner: 'ours' })),
            ...volumes.map((id) => flyChange({ kind: 'remove-volume', app, id }, since, { owner: 'ours' })),
        ],
    };
}
function volumeChanges(wanted, seen) {
    const { app, region, volume } = wanted.app;
    const { name, sizeGb } = volume;
    const [existing] = (0,fly_state/* volumesOf */.v3)(wanted, seen);
    if (!existing)
        return [
            flyChange({ kind: 'create-volume', app, name, region, sizeGb }, `The volume ${name} does not exist yet.`),
        ];
    if (existing.sizeGb >= sizeGb)
        return [];
    const reason = `The volume has ${existing.sizeGb} GB; the configuration asks for ${sizeGb} GB.`;
    return [flyChange({ kind: 'extend-volume', app, id: existing.id, sizeGb }, reason, { owner: 'ours' })];
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
    const recorded = seen.machines[0]?.env[fly_state/* RECORD_VARIABLES */.Wl.secrets];
    if (recorded === undefined)
        return 'The machine has no record of the values of the secrets.';
    if (recorded === (0,fly_state/* secretsRecord */.RT)(wanted, secrets))
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
        const recorded = machine && machine.env[fly_state/* RECORD_VARIABLES */.Wl.digest] !== undefined;
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
    const recorded = machine.env[fly_state/* RECORD_VARIABLES */.Wl.digest];
    if (recorded === undefined)
        return `Machine ${machine.id} was not deployed by deploy-monitoring.`;
    if (recorded !== digest)
        return 'The configuration has changed since the last deploy.';
    if (!wanted.app.image && machine.env[fly_state/* RECORD_VARIABLES */.Wl.build] !== wanted.buildDigest)
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
    const built = machine?.env[fly_state/* RECORD_VARIABLES */.Wl.build] === wanted.buildDigest ? machine : undefined;
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
    // Volumes without a machine are safe to remove only if none ever had one.
    const isUnclear = machines.length === 0 && volumes.length > 1;
    const releases = isUnclear ? await commands/* listReleases */.tH(flyctl, desired.app) : undefined;
    return {
        machines,
        volumes,
        ...(secrets && { secrets }),
        ...(releases && { wasDeployed: releases.some(({ status }) => status === 'complete') }),
    };
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
        const why = await (0,refusals/* sharpenRefusal */.sd)(error, app, flyctl);
        if ((0,refusals/* hasCode */.up)(why, 'fly-app-missing'))
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
        return { app, machines: [], problems: (0,refusals/* problemsOf */.GW)(await (0,refusals/* sharpenRefusal */.sd)(error, app, flyctl)) };
    }
}

;// CONCATENATED MODULE: ./build/plan/fly/plan.js





/**
 * Reads the state of the monitoring app and compares it with the desired one; nothing is written. A refusal by Fly is
 * among the problems, never thrown.
 */
async function planMonitoring(order, { flyctl, resolves }) {
    const { desired, buildDigest } = order;
    const values = desired.secrets.flatMap((s) => [s.name, s.value]);
    const secretsDigest = (0,derive/* keyedDigest */.rD)(flyctl.token, ['secrets', ...values]);
    const wanted = { app: desired, secretsDigest, buildDigest };
    try {
        const state = await observeMonitoring(desired, flyctl);
        const first = diffMonitoring(wanted, state);
        if (!state || state.machines.length === 0 || first.problems.length > 0)
            return { wanted, state, ...first };
        if (!needsAddresses(first) && (await resolves((0,fly_names/* publicHost */.mh)(desired.app))))
            return { wanted, state, ...first };
        const complete = await observeAddresses(state, desired, flyctl);
        return { wanted, state: complete, ...diffMonitoring(wanted, complete) };
    }
    catch (error) {
        return { wanted, state: undefined, changes: [], warnings: [], problems: (0,refusals/* problemsOf */.GW)(error) };
    }
}
/**
 * Addresses are read only when existing machines need more than a start, or when the public name does not resolve: it
 * costs one more start of flyctl.
 */
const needsAddresses = ({ changes }) => changes.some(({ action }) => action.kind !== 'start-machines');

;// CONCATENATED MODULE: ./build/apply/fly/one-machine.js




/** Another run notices the second machine after its deploy, which takes about as long. */
const OTHER_RUN_TRIES = 60;
const PAUSE_MS = 2_000;
/**
 * After a deploy of the monitoring app: two runs that deploy for the first time at once can make two machines. The
 * oldest is kept; each run removes its own one. Returns the machine that is left.
 * @throws ActionError `fly-two-machines` when another run does not remove its machine
 */
async function keepOneMachine(app, deployed, ctx) {
    const { release } = deployed;
    for (let tries = 1;; tries++) {
        const machines = tries === 1 ? deployed.machines : await commands/* listMachines */.bO(ctx.flyctl, app);
        const spare = byAge(machines).slice(1);
        if (spare.length === 0)
            return machines;
        const mine = spare.find((machine) => release !== undefined && machine.releaseVersion === release);
        if (mine) {
            ctx.log.info(`${app}: removing machine ${mine.id} of this run. Another run made one at the same time, and Prometheus needs exactly one.`);
            await removeMachine(mine, ctx);
        }
        else if (tries >= OTHER_RUN_TRIES || Date.now() + PAUSE_MS >= ctx.until)
            throw twoMachines(app, machines);
        else {
            if (tries === 1)
                ctx.log.info(`${app}: another run has made a second machine at the same time. Waiting until it is removed.`);
            await ctx.flyctl.pause(PAUSE_MS);
        }
    }
}
const twoMachines = (app, machines) => (0,errors/* platformError */.sx)('fly-two-machines', `App ${app} has ${machines.length} machines: ${describeMachines(machines)}. Prometheus needs exactly one; with two its data is split.`, `Run again: the newer one is removed if both are new. Otherwise keep the one whose volume has the data and destroy the other: \`flyctl machine destroy ID --force -a ${app}\`.`);

;// CONCATENATED MODULE: ./build/apply/fly/other-run.js

/**
 * The app appeared between the plan and its creation. Fly creates an app for one caller only, so another run is at work,
 * or flyctl repeated its own request after a lost answer. The plan no longer describes what is missing.
 */
class AppAppeared extends Error {
    name = 'AppAppeared';
}
const POLL_MS = 1_000;
/** A run that has created the app creates its volume within so many polls. */
const SIGN_POLLS = 8;
/** A run that works on the first deploy has a machine within so many polls: it may build an image first. */
const MACHINE_POLLS = 240;
/**
 * Waits for the first machine of another run, so that there is only one. Returns without it when nothing shows that
 * another run is at work, or when that takes too long.
 */
async function waitForOtherRun(app, ctx) {
    const what = `the first machine of app ${app}, which another run has created`;
    await ctx.activities.during(what, () => firstMachine(app, ctx), MACHINE_POLLS * POLL_MS);
}
async function firstMachine(app, { flyctl, log, until }) {
    let isAtWork = false;
    for (let polls = 1; polls <= (isAtWork ? MACHINE_POLLS : SIGN_POLLS); polls++) {
        if ((await commands/* listMachines */.bO(flyctl, app)).length > 0 || Date.now() + POLL_MS >= until)
            return;
        if (!isAtWork && (await commands/* listVolumes */.yi(flyctl, app)).length > 0) {
            isAtWork = true;
            log.info(`${app}: another run has created the app and is at work on it. Waiting for its machine.`);
        }
        await flyctl.pause(POLL_MS);
    }
}

;// CONCATENATED MODULE: ./build/apply/fly/volumes.js






/** Creates the volume, and makes sure that there is one: flyctl repeats a request whose answer was lost. */
async function createOneVolume(order, ctx) {
    const { app, name } = order;
    const named = async () => (await commands/* listVolumes */.yi(ctx.flyctl, app)).filter((v) => v.name === name);
    await ensure({
        act: () => commands/* createVolume */.pb(ctx.flyctl, app, order),
        isDone: async () => (await named()).length > 0,
    }, ctx.flyctl);
    await keepOneVolume(order, ctx);
}
/**
 * Removes what was created twice: volumes that no machine uses and that are as new as the one that is kept. Two runs
 * that do this at once keep the same one.
 * @throws ActionError `fly-two-volumes` when there is a second one that may hold data
 */
async function keepOneVolume({ app, name }, ctx) {
    for (let round = 1;; round++) {
        const found = (await commands/* listVolumes */.yi(ctx.flyctl, app)).filter((v) => v.name === name);
        if (found.length < 2)
            return;
        const doubles = doubleVolumes(found);
        if (doubles.length === 0 || round > ROUNDS)
            throw volumes_twoVolumes(app, name, found);
        for (const { id } of doubles) {
            ctx.log.info(`${app}: removing the volume ${id}. It was created a second time by a repeated request or another run, and no machine uses it.`);
            await removeVolume(app, id, ctx.flyctl).catch((error) => {
                // A machine of another run was faster: the volume that is left over then is another one.
                if (!(0,refusals/* hasCode */.up)(error, 'fly-volume-in-use'))
                    throw error;
            });
        }
    }
}
const ROUNDS = 3;
/** Destroys a volume that no machine uses. */
function removeVolume(app, id, flyctl) {
    const isGone = async () => !(await commands/* listVolumes */.yi(flyctl, app)).some((v) => v.id === id);
    return ensure({ act: () => commands/* destroyVolume */.BB(flyctl, app, id), isDone: isGone }, flyctl);
}
const volumes_twoVolumes = (app, name, all) => (0,errors/* platformError */.sx)('fly-two-volumes', `App ${app} has ${all.length} volumes named ${name}: ${(0,lib_text/* list */.p_)(all.map((v) => `${v.id} (${isAttached(v) ? `used by machine ${v.machine}` : 'not used'})`))}.`, `Keep the one with the data and destroy the other: \`flyctl volumes destroy ID -a ${app}\`.`);

;// CONCATENATED MODULE: ./build/apply/fly/monitoring-app.js

















/** Carries out a plan of the monitoring app. A refusal by Fly is returned as a problem, never thrown. */
async function applyMonitoring(order, plan, ctx) {
    const { app } = order.desired;
    const { wanted, state, changes, problems } = plan;
    const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] };
    if (problems.length > 0)
        return { ...flyResult(app, [], seen), problems };
    const run = { order, wanted, ctx, secrets: state?.secrets ?? [], seen };
    if (changes.length > 0) {
        const outcomes = await carryOut(changes, run);
        if (outcomes)
            return flyResult(app, outcomes, seen);
        await waitForOtherRun(app, ctx);
        return applyMonitoring(order, await planMonitoring(order, ctx), ctx);
    }
    ctx.log.info(`${app} is up to date: nothing to do at Fly.`);
    return { ...flyResult(app, [], seen), ...(await waitUntilReady(run)) };
}
/** The outcomes of all changes; undefined when another run has created the app, and nothing was changed. */
async function carryOut(changes, run) {
    try {
        return await runChanges(changes, (action) => monitoring_app_perform(action, run), run.ctx);
    }
    catch (error) {
        if (error instanceof AppAppeared)
            return undefined;
        throw error;
    }
}
/** Waits until machines that need no change are ready; otherwise returns the problem. */
async function waitUntilReady({ ctx, wanted, seen, }) {
    const expected = {
        app: wanted.app.app,
        mayStop: false,
        env: { [fly_state/* RECORD_VARIABLES */.Wl.digest]: wanted.app.digest },
    };
    if ((0,judge_machines/* judgeMachines */.Qi)(expected, seen.machines).kind === 'good')
        return { machines: seen.machines, problems: [] };
    try {
        const { machines, problem } = await (0,wait_for_machines/* waitForMachines */.z)(expected, ctx.until, ctx);
        return { machines, problems: problem ? [problem] : [] };
    }
    catch (error) {
        return { machines: [], problems: (0,refusals/* problemsOf */.GW)(error) };
    }
}
async function monitoring_app_perform(action, run) {
    const { flyctl } = run.ctx;
    const { app } = action;
    switch (action.kind) {
        case 'create-app':
            if ((await claimApp(action, flyctl)) === 'found')
                throw new AppAppeared();
            return;
        case 'remove-machine':
            await removeMachine({ ...action, mounts: [] }, run.ctx);
            run.seen.machines = run.seen.machines.filter(({ id }) => id !== action.id);
            return;
        case 'remove-volume':
            return removeVolume(app, action.id, flyctl);
        case 'create-volume':
            return createOneVolume(action, run.ctx);
        case 'extend-volume':
            return commands/* extendVolume */.Lg(flyctl, app, action);
        case 'allocate-address':
            return ensureAddress(action, flyctl);
        case 'ensure-addresses':
            await ensureAddresses(app, flyctl);
            return;
        case 'stage-secrets':
            await commands/* stageSecrets */.it(flyctl, app, run.wanted.app.secrets);
            // The deploy that follows records Fly's digests of them on the machine.
            run.secrets = await commands/* listSecrets */.AQ(flyctl, app);
            return;
        case 'deploy':
            return deployMonitoring(action, run);
        case 'start-machines':
            return accept(await (0,wait_for_machines/* waitForMachines */.z)({ app, mayStop: false }, run.ctx.until, run.ctx), run);
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
    const alone = final.machines.length > 1 ? await afterOtherRun(final, run) : final;
    run.seen.warnings.push(...alone.warnings);
    accept(alone, run);
    const { app, volume } = run.wanted.app;
    if (alone.hasMadeVolume || final.hasMadeVolume)
        await keepOneVolume({ app, name: volume.name }, run.ctx);
}
/** Two runs have made a machine each. The one that is left runs the version of either. */
async function afterOtherRun(deployed, run) {
    const { app, digest } = run.wanted.app;
    run.seen.machines = await keepOneMachine(app, deployed, run.ctx);
    const isOurs = run.seen.machines.every(({ env }) => env[fly_state/* RECORD_VARIABLES */.Wl.digest] === digest);
    if (!isOurs)
        return deployImage(run.wanted.app.image, run);
    return { ...(await (0,wait_for_machines/* waitForMachines */.z)({ app, mayStop: false }, run.ctx.until, run.ctx)), warnings: [] };
}
/** Deploys an image by its reference, or else builds one from the templates. */
async function deployImage(reference, run) {
    const { wanted, secrets, ctx, order } = run;
    const folder = (0,external_node_path_.join)(await ctx.flyctl.folder(wanted.app.app), 'deploy');
    await writeBuildContext(folder, order);
    const before = Math.max(0, ...run.seen.machines.map((m) => m.releaseVersion ?? 0));
    const env = {
        [fly_state/* RECORD_VARIABLES */.Wl.digest]: wanted.app.digest,
        [fly_state/* RECORD_VARIABLES */.Wl.secrets]: (0,fly_state/* secretsRecord */.RT)(wanted, secrets),
        ...(!wanted.app.image && { [fly_state/* RECORD_VARIABLES */.Wl.build]: wanted.buildDigest }),
    };
    const hasIt = (machine) => Object.entries(env).every(([name, value]) => machine.env[name] === value);
    return deployAndWait({
        app: wanted.app.app,
        folder,
        config: (0,external_node_path_.join)(folder, 'fly.monitoring.toml'),
        ...(reference ? { image: reference } : { dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile.monitoring') }),
        env,
        groups: ['app'],
        isIdentified: !run.seen.machines.some(hasIt),
        isVolumeOurs: true,
        single: true,
        mayStop: false,
        before,
    }, ctx);
}

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
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
    return applyMonitoring(order, await planMonitoring(order, fly), fly);
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

/***/ 1389:
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
// EXTERNAL MODULE: ./build/lib/process.js + 1 modules
var lib_process = __webpack_require__(662);
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
        const { download } = await __webpack_require__.e(/* import() */ 6164).then(__webpack_require__.bind(__webpack_require__, 6164));
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

// EXTERNAL MODULE: ./build/clients/prometheus/client.js
var prometheus_client = __webpack_require__(2665);
// EXTERNAL MODULE: ./build/config/project.js + 1 modules
var config_project = __webpack_require__(2351);
// EXTERNAL MODULE: ./build/desired/alertmanager/silence.js
var alertmanager_silence = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: ./build/desired/grafana/grafana.js + 2 modules
var grafana = __webpack_require__(9574);
// EXTERNAL MODULE: ./build/desired/monitoring-app.js
var monitoring_app = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/desired/prometheus-rules.js
var prometheus_rules = __webpack_require__(4879);
;// CONCATENATED MODULE: ./build/desired/desired.js




/** The desired state of a configuration and inputs. Pure. */
function desiredState(project, inputs, facts) {
    const { config, workspace, ruleSources: own } = project;
    const rules = (0,prometheus_rules/* renderRules */.a)(config, {
        remoteWrite: inputs.remoteWrite !== undefined,
        ...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
    });
    const { flyToken, remoteWrite, receivers } = inputs;
    const password = (0,grafana/* passwordOf */.No)(config, inputs);
    const monitoring = (0,monitoring_app/* renderMonitoring */.l)(config, { flyToken, password, remoteWrite, receivers }, { rules, own });
    return {
        monitoring,
        prometheusUrl: (0,grafana/* prometheusUrlOf */.fs)(config, inputs),
        orders: config.apps.map((app) => ({
            app,
            workspace: workspace.folder,
            organization: config.monitoring.organization,
            needsAddresses: facts.needAddresses.has(app.app),
            groups: facts.groups.get(app.app) ?? [],
            mayStop: config.services
                .filter((service) => service.app === app.app)
                .every((service) => service.may_stop),
        })),
        grafana: (0,grafana/* desiredGrafana */.z0)(project, inputs, facts.commit),
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
                    part: 'Grafana: data source and dashboards',
                    why: 'No Grafana is configured: there are no dashboards.',
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

// EXTERNAL MODULE: ./build/desired/prometheus.js + 1 modules
var prometheus = __webpack_require__(9921);
// EXTERNAL MODULE: ./build/lib/git.js
var git = __webpack_require__(4892);
// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/lib/resolves.js


/** A name server that takes longer says nothing. */
const LOOKUP_MS = 3_000;
/**
 * Whether a public name has an IPv4 address, which every client can reach. Only a clear "no" counts as one: a machine
 * behind a proxy may not be able to ask.
 */
async function resolves(host) {
    const silence = new AbortController();
    const exists = (0,external_node_dns_promises_.lookup)(host, { family: 4 }).then(() => true, (error) => error.code !== 'ENOTFOUND');
    const unknown = (0,external_node_timers_promises_.setTimeout)(LOOKUP_MS, true, { signal: silence.signal, ref: false }).catch(() => true);
    const answer = await Promise.race([exists, unknown]);
    silence.abort();
    return answer;
}

// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/run/check.js + 1 modules
var check = __webpack_require__(766);
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 1 modules
var commands = __webpack_require__(6359);
;// CONCATENATED MODULE: ./build/formats/fly-addresses.js
/**
 * Whether an app has a service that a shared address cannot serve (DetermineIPType of flyctl): UDP, a port other than 80
 * and 443, or other handlers there. On the first deploy flyctl asks for dedicated addresses; without a terminal the app
 * gets none.
 */
const needsDedicatedAddress = ({ services }) => services.some((service) => {
    if (service.http)
        return false;
    const isUdp = service.text('protocol')?.value === 'udp';
    return (isUdp ||
        service.ports.some(({ from, to, handlers }) => {
            const kind = handlers.toSorted().join();
            return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true);
        }));
});

// EXTERNAL MODULE: ./build/formats/fly-toml.js
var fly_toml = __webpack_require__(4711);
// EXTERNAL MODULE: ./build/formats/toml.js
var formats_toml = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/lint/fly/lint.js + 35 modules
var lint = __webpack_require__(8924);
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
        const found = (0,lint/* lintFlyToml */.N)(toml.text, toml.file, { app: app.app, ours: true, services, dockerfile: built });
        const problems = (0,silence/* silenceByComments */.r4)(found, toml.text, toml.file);
        const read = (0,formats_toml/* readToml */.D)(toml.text);
        const needsAddresses = read.ok && needsDedicatedAddress((0,fly_toml/* flyTomlModel */.T)(read.table));
        return { app, source: toml, needsAddresses, problems: (0,silence/* withoutIgnored */.fq)(problems, config.lint.ignore) };
    });
}
/** Apps with services that a shared address cannot serve: their first deploy needs addresses. */
const needAddresses = (files) => new Set(files.filter(({ needsAddresses }) => needsAddresses).map(({ app }) => app.app));
/** The process groups of each app that is deployed. */
const processGroups = (files) => new Map(files.map(({ app, source }) => {
    const read = (0,formats_toml/* readToml */.D)(source.text);
    return [app.app, read.ok ? (0,fly_toml/* flyTomlModel */.T)(read.table).groups : []];
}));
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/run/journal.js



/** The name by which `post.ts` finds the journal in the folder of the step. */
const FILE = 'journal.jsonl';
/**
 * A journal in the folder of this run: what is in it when the run is killed is shown after the job. It never fails a
 * run.
 */
function openJournal(scratch) {
    return (state, subject, what) => {
        try {
            const entry = [state, (0,lib_text/* oneLine */.TN)(subject, 100), (0,lib_text/* oneLine */.TN)(what, 200)];
            (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(scratch, FILE), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
        }
        catch {
            // Without the folder there is no post step that could read it either.
        }
    };
}

// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/desired/alertmanager/alertmanager.js + 1 modules
var alertmanager = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
;// CONCATENATED MODULE: ./build/run/receivers.js



/**
 * Receivers and their secrets, compared: a deploy needs the secret of every receiver; the heartbeat of the Alertmanager
 * needs an Alertmanager.
 */
function receiverProblems({ config, source }, inputs) {
    const { notify } = config.alerts;
    if (inputs.mode !== 'deploy')
        return [];
    if (!notify)
        return inputs.receivers['heartbeat-url'] === undefined ? [] : [HEARTBEAT_UNUSED];
    return (0,alertmanager/* missingSecrets */.mO)(notify, inputs.receivers).map(({ kind, secret }) => {
        const at = source && (0,load/* locateIn */._C)(source)(['alerts', 'notify', kind], 'key');
        const variable = (0,names/* environmentVariable */.mT)(secret);
        return {
            code: 'input/receiver-missing',
            severity: 'error',
            ...(at && { at }),
            message: `alerts.notify.${kind} is configured, and neither the input ${secret} nor the variable ${variable} is set.`,
            hint: `Store it as a secret and pass it as ${secret} (an empty secret counts as missing), or remove alerts.notify.${kind}.`,
        };
    });
}
const HEARTBEAT_UNUSED = {
    code: 'input/heartbeat-unused',
    severity: 'warning',
    message: 'heartbeat-url is set, but there is no Alertmanager that could ping it: `alerts.notify` is not configured.',
    hint: 'Configure `alerts.notify`. With Grafana instead: create a contact point of the type webhook with this URL, and a notification policy for `alertname = Watchdog` that leads to it, repeated every minute.',
};

;// CONCATENATED MODULE: ./build/run/session.js
















/** Reads and checks everything, and opens the clients of the stages; nothing is changed before everything is valid. */
async function openSession(inputs, report, context) {
    const { project, problems } = (0,config_project/* readProject */.Wh)(inputs, (0,lib_workspace/* workspaceRoot */.oS)(context.env));
    // Only a deploy reads the apps' Fly configurations.
    const tomls = inputs.mode === 'deploy' ? readFlyConfigurations(project) : { found: [], problems: [] };
    (0,config_project/* throwIfAny */.MI)([...problems, ...tomls.problems]);
    failOnErrors(tomls.found.flatMap((file) => file.problems), report);
    await (0,check/* checkShipped */.k)(project, inputs, context);
    failOnErrors(receiverProblems(project, inputs), report);
    const desired = desiredState(project, inputs, {
        commit: context.env.GITHUB_SHA,
        needAddresses: needAddresses(tomls.found),
        groups: processGroups(tomls.found),
    });
    announce(desired, inputs.grafana?.url, report);
    report.commit = context.env.GITHUB_SHA ?? (await (0,git/* commitOf */.D)((0,lib_workspace/* workspaceRoot */.oS)(context.env)));
    report.accept = project.config.verify.accept;
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
function announce({ monitoring, prometheusUrl, health, skipped, grafana }, grafanaUrl, report) {
    const { app, password, alertmanager } = monitoring;
    const silence = alertmanager
        ? (0,alertmanager_silence/* silenceCommand */.V)(app, 'TargetDown')
        : grafana && `${grafanaUrl}/alerting/silences`;
    report.monitoring = {
        app,
        url: prometheusUrl,
        password: password !== undefined,
        ...(silence && { silence }),
    };
    report.health = health;
    report.skipped = skipped;
}
async function openFly(inputs, context, limits) {
    const { env, log, scratch, activities } = context;
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
        activities,
    });
    return { flyctl, log, activities, resolves: resolves, journal: openJournal(scratch), ...limits };
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

/***/ 9576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAndRecord: () => (/* binding */ verifyAndRecord),
  verifyMode: () => (/* binding */ verifyMode)
});

// EXTERNAL MODULE: ./build/run/apply.js + 21 modules
var apply = __webpack_require__(4464);
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

// EXTERNAL MODULE: ./build/apply/fly/wait-for-machines.js
var wait_for_machines = __webpack_require__(3233);
// EXTERNAL MODULE: ./build/plan/fly/diagnose-machines.js
var diagnose_machines = __webpack_require__(8441);
;// CONCATENATED MODULE: ./build/run/prometheus-machine.js


/** States in which a machine is not running, and Fly starts it on a request. */
const AT_REST = new Set(['stopped', 'suspended', 'created']);
/**
 * Looks at the machine of Prometheus before it is asked: a request to its public address would start a stopped machine,
 * and then it would look as if it had scraped all the time. Records a problem for a machine that has failed.
 */
async function checkPrometheusMachine({ fly, desired, report }, listed) {
    const { app } = desired.monitoring;
    // Also a machine that no deploy has made may run Prometheus.
    const machines = listed
        .filter(({ standby }) => !standby)
        .map((machine) => ({ releaseVersion: 0, ...machine }));
    const expected = { app, mayStop: false };
    const found = (0,diagnose_machines/* diagnoseMachines */.n)(expected, machines);
    if (!found || machines.some(({ state }) => !AT_REST.has(state) && state !== 'failed'))
        return {};
    const problem = await (0,wait_for_machines/* explain */.W)(found.problem, { expected, machines }, fly);
    if (problem.code === 'fly-stopped' || problem.code === 'fly-not-started')
        return {
            atRest: {
                subject: app,
                why: `${problem.message} While it is stopped, nothing is scraped and no alert fires; it was not asked, because that could start it.`,
                next: problem.hint,
            },
        };
    report.problems.push(problem);
    return 'failed';
}

// EXTERNAL MODULE: ./build/run/session.js + 9 modules
var run_session = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/clients/flyctl/commands.js + 1 modules
var commands = __webpack_require__(6359);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/clients/prometheus/client.js
var client = __webpack_require__(2665);
// EXTERNAL MODULE: ./build/clients/prometheus/errors.js
var prometheus_errors = __webpack_require__(6545);
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
    const body = (0,grafana_errors/* jsonBodyOf */.cm)(answer);
    const isClientError = answer.status >= 400 && answer.status < 500;
    if (!isClientError || dist.is(prometheus_errors/* failureBody */.l0, body))
        return undefined;
    const said = (body ?? {});
    if (typeof said.message !== 'string')
        return notFromPrometheus(answer, name);
    if (answer.status === 401 || answer.status === 403)
        return (0,grafana_errors/* grafanaRefusal */.z1)(answer, { to: `ask the data source "${name}"`, ...(0,request/* describeServer */.X8)(server) });
    if (answer.status !== 404)
        return notFromPrometheus(answer, name, said.message);
    return (0,errors/* platformError */.sx)('grafana-datasource-missing', `Grafana has no data source "${name}" yet.`, 'Run mode deploy, which creates it together with the dashboards; if grafana.datasource in monitoring.yml names it, correct that.');
}
/** Neither Prometheus' form nor a known refusal: it comes from Grafana, or from what its data source leads to. */
const notFromPrometheus = ({ status, text }, name, said = text) => (0,errors/* platformError */.sx)('grafana-datasource-refused', `Grafana answers HTTP ${status} in place of Prometheus, asked through the data source "${name}": ${(0,lib_text/* oneLine */.TN)(said, 200) || 'no text'}`, 'Open the data source in Grafana (Connections, Data sources) and press "Save & test": its URL must lead to Prometheus, and no proxy may refuse the request.');

// EXTERNAL MODULE: ./build/desired/grafana/dashboard.js + 2 modules
var dashboard = __webpack_require__(9325);
// EXTERNAL MODULE: ./build/desired/monitoring-app.js
var monitoring_app = __webpack_require__(6517);
// EXTERNAL MODULE: ./build/plan/fly/state.js
var state = __webpack_require__(1541);
// EXTERNAL MODULE: ./build/formats/promql/literals.js
var literals = __webpack_require__(303);
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
const arrivalQuery = (monitor) => `max(timestamp(up{monitor=${(0,literals/* promqlString */.ZD)(monitor)}}))`;
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
function judgeRemoteWrite(subject, facts) {
    return { area: 'remote-write', subject, ...claimOf(facts) };
}
/** What arrived never outweighs what was refused. */
function claimOf({ arrived, unreadable, foundNothing, progress, refused }) {
    if (refused > 0)
        return broken('proven', `The server rejects ${arrived ? 'a part of the' : 'the'} samples: Prometheus dropped ${refused} of them since verification began.`, arrived ? CHECK_LIMITS : COMPARE_KEY);
    if (arrived)
        return ARRIVED;
    if (progress?.kind === 'sent' && foundNothing > 0)
        return broken('inferred', `${progress.samples} samples were sent and the server accepted them, but none of them can be read back: it answered ${foundNothing} times that it has no sample of this deployment from after verification began.`, 'Compare the tenant or instance that the key writes to with the one that it reads from, and look for rules on the server that drop samples or the label `monitor`.');
    return countersSay(progress, unreadable === undefined ? '' : ` Samples could not be read back: ${unreadable}`);
}
const CHECK_LIMITS = 'Look for limits of the server (series, labels, rate, age of samples); `flyctl logs` of the monitoring app shows the HTTP status and the reason.';
const ARRIVED = {
    outcome: 'holds',
    certainty: 'proven',
    why: 'A sample that was scraped after verification began was read back from the server, and none was rejected.',
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

// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/verify/poll.js
var poll = __webpack_require__(8195);
// EXTERNAL MODULE: ./build/model/prometheus.js
var model_prometheus = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/verify/delivery/counters.js


/** Long enough to include a ping of the heartbeat, and the retries of a message. */
const RECENT = '10m';
const SELECTOR = `job="${model_prometheus/* ALERTMANAGER_JOB */.cZ}"`;
const NOW = `{${SELECTOR},__name__=~"process_start_time_seconds|alertmanager_(config_hash|config_last_reload_successful|silences|notification_requests_total|notification_requests_failed_total|notifications_failed_total)"}`;
const increaseOf = (metric) => `sum by (integration, receiver_name) (increase(alertmanager_notification_${metric}_total{${SELECTOR}}[${RECENT}]))`;
/**
 * Reads the metrics of the Alertmanager from Prometheus.
 * @param verifyStart only a scrape after this moment (milliseconds on Prometheus' clock) counts: an earlier one may be of
 *   the process before
 * @returns undefined while there is no such scrape; the error of the last scrape when it failed
 */
async function readAlertmanager(prometheus, verifyStart) {
    const target = (await prometheus.targets()).find(({ labels }) => labels.job === model_prometheus/* ALERTMANAGER_JOB */.cZ);
    if (!target || Date.parse(target.lastScrape) <= verifyStart)
        return undefined;
    if (target.health !== 'up')
        return { error: target.lastError };
    const [now, requests, refused] = await Promise.all([
        samples(prometheus, NOW),
        samples(prometheus, increaseOf('requests')),
        samples(prometheus, increaseOf('requests_failed')),
    ]);
    return stateOf(now, { requests, refused });
}
async function samples(prometheus, query) {
    const { result } = await prometheus.query(query);
    if (result.resultType !== 'vector')
        return [];
    return result.result.flatMap(({ metric, value }) => (value ? [{ metric, value: Number(value[1]) }] : []));
}
function stateOf(now, recent) {
    const one = (name) => now.find(({ metric }) => metric.__name__ === name)?.value;
    const started = one('process_start_time_seconds');
    if (started === undefined)
        return undefined;
    const of = (name) => now.filter(({ metric }) => metric.__name__ === `alertmanager_${name}`);
    const requests = of('notification_requests_total');
    const by = requests.some(({ metric }) => metric.receiver_name) ? 'receiver' : 'integration';
    const keyOf = ({ metric }) => (by === 'receiver' ? metric.receiver_name : metric.integration) ?? '';
    const sum = (all, key) => all.filter((sample) => keyOf(sample) === key).reduce((total, { value }) => total + value, 0);
    const counters = (key) => ({
        requests: sum(requests, key),
        refused: sum(of('notification_requests_failed_total'), key),
        givenUp: sum(of('notifications_failed_total'), key),
        recent: { requests: sum(recent.requests, key), refused: sum(recent.refused, key) },
        reasons: of('notifications_failed_total')
            .filter((sample) => keyOf(sample) === key && sample.value > 0)
            .flatMap(({ metric }) => metric.reason ?? []),
    });
    const keys = [...new Set(requests.map(keyOf))];
    return {
        started: started * 1000,
        configHash: one('alertmanager_config_hash') ?? Number.NaN,
        isConfigLoaded: one('alertmanager_config_last_reload_successful') === 1,
        silences: sum(of('silences')
            .filter(({ metric }) => metric.state === 'active')
            .map((sample) => ({ ...sample, metric: { integration: '', receiver_name: '' } })), ''),
        by,
        receivers: new Map(keys.map((key) => [key, counters(key)])),
    };
}
/** The state, or undefined when Prometheus does not answer. */
async function alertmanagerOrNothing(prometheus, verifyStart) {
    try {
        return await readAlertmanager(prometheus, verifyStart);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/formats/yaml-value.js
var yaml_value = __webpack_require__(5368);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/verify/delivery/routes.js


/**
 * The receivers of an alert in a configuration of Alertmanager, by its own rules: the first matching child, and further
 * ones after `continue`; the node itself when no child matches.
 */
function receiversOfAlert(alertmanagerYml, labels) {
    const file = (0,yaml_value/* parseYaml */.h)(alertmanagerYml);
    if (!(0,json_value/* isJsonObject */.OW)(file) || !(0,json_value/* isJsonObject */.OW)(file.route))
        return [];
    const delivering = new Set((0,json_value/* objectsIn */.Qv)(file.receivers)
        .filter(hasIntegration)
        .map(({ name }) => name));
    const names = new Set(walk(file.route, '', labels));
    return [...names].map((receiver) => ({ receiver, delivers: delivering.has(receiver) }));
}
const hasIntegration = (receiver) => Object.entries(receiver).some(([key, value]) => key.endsWith('_configs') && Array.isArray(value) && value.length > 0);
function walk(node, inherited, labels) {
    const receiver = (0,json_value/* stringIn */.tB)(node.receiver) || inherited;
    const found = [];
    for (const child of (0,json_value/* objectsIn */.Qv)(node.routes)) {
        if (!matches(child, labels))
            continue;
        found.push(...walk(child, receiver, labels));
        if (child.continue !== true)
            break;
    }
    return found.length > 0 ? found : [receiver];
}
/** Matchers as this action writes them: `name="value"` and `name=~"value|value"`. */
const matches = ({ matchers }, labels) => (Array.isArray(matchers) ? matchers : []).every((matcher) => {
    const [, name = '', operator, value = ''] = /^(\w+)(=~?)"(.*)"$/.exec(String(matcher)) ?? [];
    const given = labels[name] ?? '';
    return operator === '=' ? given === value : value.split('|').includes(given);
});
/** The labels that routing decides by, of every alerting rule in rule files: one entry for each combination. */
function alertsInFiles(texts) {
    const rules = texts.flatMap((text) => {
        const file = (0,yaml_value/* parseYaml */.h)(text);
        return (0,json_value/* objectsIn */.Qv)((0,json_value/* isJsonObject */.OW)(file) ? file.groups : undefined).flatMap((group) => (0,json_value/* objectsIn */.Qv)(group.rules));
    });
    const alerts = rules.flatMap((rule) => {
        const labels = (0,json_value/* isJsonObject */.OW)(rule.labels) ? rule.labels : {};
        return (0,json_value/* stringIn */.tB)(rule.alert) === ''
            ? []
            : [{ name: (0,json_value/* stringIn */.tB)(rule.alert), severity: (0,json_value/* stringIn */.tB)(labels.severity) }];
    });
    return [...new Map(alerts.map((alert) => [JSON.stringify(alert), alert])).values()];
}

;// CONCATENATED MODULE: ./build/verify/delivery/judge.js


const claim = (subject, outcome, why, more = {}) => ({
    area: 'delivery',
    subject,
    outcome,
    certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
    why,
    ...more,
});
/** Messages that the far side accepted. */
const acceptedBy = ({ requests, refused }) => requests - refused;
/** Whether it refuses now: everything so far, or everything of the last minutes. */
const refusesNow = (counters) => counters.refused > 0 &&
    (acceptedBy(counters) === 0 ||
        (counters.recent.requests > 0.5 && counters.recent.refused > 0.9 * counters.recent.requests));
/** Counters of a receiver, or of its integration where the Alertmanager does not name receivers. */
const countersOf = ({ by, receivers }, { name, integration }) => receivers.get(by === 'receiver' ? name : integration);
/** Other receivers that one counter is about too: an Alertmanager before 0.27 counts by integration. */
const countedWith = ({ by }, receiver, all) => by === 'receiver'
    ? []
    : all.filter((other) => other !== receiver && other.integration === receiver.integration);
/** Whether a receiver has accepted a message: with others on the same counter, each of them must have had one. */
function hasAccepted(receiver, state, all) {
    const counters = countersOf(state, receiver);
    const others = countedWith(state, receiver, all).filter(({ isTested }) => isTested);
    return counters !== undefined && acceptedBy(counters) > others.length;
}
/** Whether a receiver accepts what is sent to it. `refusal`: why it does not, when that is known. */
function judgeReceiver(receiver, state, all, refusal) {
    const { name, isTested, variable } = receiver;
    const counters = countersOf(state, receiver);
    const since = new Date(state.started).toISOString();
    const others = countedWith(state, receiver, all).map((other) => other.name);
    const certainty = others.length > 0 ? 'inferred' : 'proven';
    const together = others.length > 0 ? ` (counted together with ${(0,lib_text/* list */.p_)(others)})` : '';
    if (counters && refusesNow(counters)) {
        const { why, next } = refusal ?? { why: '', next: `Check ${variable}.` };
        const refused = `No alert reaches it: it refused ${(0,lib_text/* count */.U9)(counters.refused, 'request')} since ${since}${together}.`;
        return claim(name, 'broken', `${refused} ${why}`.trim(), { certainty, next });
    }
    if (counters && hasAccepted(receiver, state, all))
        return claim(name, 'holds', `It accepted ${(0,lib_text/* count */.U9)(acceptedBy(counters), 'message')} since the Alertmanager started at ${since}${together}.`, { certainty });
    return isTested ? unproven(receiver, since) : untested(name);
}
const untested = (name) => claim(name, 'not-checked', 'No message was sent to it since the Alertmanager started, because each one wakes someone.', { next: 'Run `deploy-monitoring drill` once: it sends one marked alert.' });
const unproven = ({ name, variable }, since) => claim(name, 'broken', `No alert was proven to reach it: the Alertmanager runs since ${since}, and it has not accepted a message.`, {
    certainty: 'inferred',
    next: `Check the address in ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
});
/** Whether Prometheus sends alerts to an Alertmanager that runs the deployed configuration. */
function judgeAlertmanager(active, state, expectedHash) {
    const subject = 'Alertmanager';
    const restart = 'Look at the log of the monitoring app (`flyctl logs`), and deploy again.';
    if (active.length === 0)
        return claim(subject, 'broken', 'Prometheus has no active Alertmanager: no one is notified of alerts.', {
            next: restart,
        });
    if (!state)
        return claim(subject, 'not-checked', 'Prometheus has not scraped the Alertmanager yet.', {
            next: 'Verify again.',
        });
    if ('error' in state)
        return claim(subject, 'broken', `Prometheus cannot reach the Alertmanager: ${state.error}`, {
            next: restart,
        });
    if (!state.isConfigLoaded)
        return claim(subject, 'broken', 'The Alertmanager could not load its configuration.', { next: restart });
    const runs = `Prometheus sends alerts to ${active[0]}`;
    if (expectedHash === undefined)
        return claim(subject, 'holds', `${runs}. Its configuration was not compared: the machine runs the files of another run.`, { certainty: 'inferred' });
    if (state.configHash === expectedHash)
        return claim(subject, 'holds', `${runs}, which runs the deployed configuration.`);
    // Before 0.27 the entrypoint writes the secrets into the configuration.
    return state.by === 'integration'
        ? claim(subject, 'holds', `${runs}, which has loaded its configuration.`, { certainty: 'inferred' })
        : claim(subject, 'broken', `${runs}, which does not run the deployed configuration.`, {
            next: 'Deploy again.',
        });
}
/** Silences that are active: alerts that match are sent to no one. */
const judgeSilences = ({ silences }, app) => silences > 0
    ? [
        claim('silences', 'warning', `${(0,lib_text/* count */.U9)(silences, 'silence')} ${silences === 1 ? 'is' : 'are'} active: alerts that match are sent to no one.`, {
            next: `List them with \`flyctl ssh console -a ${app} -C "amtool silence query"\`.`,
        }),
    ]
    : [];
/** Alerts for no one, on purpose: a sign of life, and the alert of a drill. */
const NOT_FOR_PEOPLE = ['none'];
/** Every alerting rule, walked through the routing tree to a receiver that can deliver. */
function judgeRoutes(alertmanagerYml, ruleFiles) {
    const alerts = alertsInFiles(ruleFiles).filter(({ severity }) => !NOT_FOR_PEOPLE.includes(severity));
    const lost = alerts.filter(({ name, severity }) => !receiversOfAlert(alertmanagerYml, { alertname: name, severity }).some(({ delivers }) => delivers));
    if (lost.length === 0)
        return claim('routes', 'holds', `${(0,lib_text/* count */.U9)(alerts.length, 'alerting rule')}: each one leads to a receiver.`);
    const severities = [...new Set(lost.map(({ severity }) => severity || 'no severity'))];
    return claim('routes', 'warning', `Alerts of severity ${(0,lib_text/* list */.p_)(severities)} reach no receiver: ${(0,lib_text/* few */.H$)(lost.map(({ name }) => name), 5)}.`, {
        next: 'Add the severity to a receiver in `alerts.notify`, or remove its `severities`.',
    });
}

// EXTERNAL MODULE: ./build/lib/http.js + 1 modules
var http = __webpack_require__(7357);
;// CONCATENATED MODULE: ./build/verify/delivery/refusals.js



/**
 * Asks the address of a receiver that refuses what the Alertmanager sends to it, which does not say why: a message
 * without content, which the receiver refuses in the same way.
 */
async function askReceiver({ url, headers }, variable, { pool, signal }) {
    try {
        const { status, text } = await (0,http/* exchange */.cv)(pool, {
            url,
            method: 'POST',
            body: '{}',
            headers: { 'content-type': 'application/json', ...headers },
            ...(signal && { signal }),
            maxBytes: 100_000,
        });
        return refusalOfStatus(status, text, variable);
    }
    catch (error) {
        return refusalOfConnection(error, variable);
    }
}
/** Undefined for a status that says nothing about the address: it accepted the request, or disliked its content. */
function refusalOfStatus(status, text, variable) {
    const answer = `It answers ${status}${text.trim() === '' ? '' : ` (${(0,lib_text/* cut */.Jj)((0,lib_text/* oneLine */.TN)(text), 200)})`}`;
    if (status === 401 || status === 403)
        return {
            why: `${answer}: it does not accept the address or the key, which may have been revoked.`,
            next: `Create a new one at the receiver, store it as ${variable}, and deploy again.`,
        };
    if (status === 404 || status === 410)
        return {
            why: `${answer}: the channel or the webhook does not exist, or was removed.`,
            next: `Create it again at the receiver, store its address as ${variable}, and deploy again.`,
        };
    if (status === 429)
        return {
            why: `${answer}: it limits the number of messages.`,
            next: 'Wait until the limit has passed and verify again. If it happens often, send fewer alerts there (`severities`), or ask the provider for a higher limit.',
        };
    if (status >= 500)
        return {
            why: `${answer}: the server of the receiver fails.`,
            next: 'Look at the status page of the provider, and verify again when it works. Add a second receiver to `alerts.notify`, so that one outage does not silence all alerts.',
        };
    if (status >= 300 && status < 400)
        return {
            why: `${answer}: a redirect, which is not followed.`,
            next: `Store the address that it leads to as ${variable}, and deploy again.`,
        };
    return undefined;
}
const DNS = /ENOTFOUND|EAI_AGAIN|getaddrinfo/;
const TLS = /CERT|certificate|SSL|TLS|ERR_TLS|self.signed|UNABLE_TO_VERIFY/i;
const SILENT = /Timeout|ETIMEDOUT/i;
/** Why there was no answer. */
function refusalOfConnection(error, variable) {
    const { code = '', name = '', cause } = error;
    const text = `${code} ${cause?.code ?? ''} ${name} ${(0,errors/* messageOf */.bD)(error)}`;
    if (DNS.test(text))
        return {
            why: 'The host in its address has no DNS entry.',
            next: `Correct the address in ${variable}, and deploy again.`,
        };
    if (TLS.test(text))
        return {
            why: `The TLS connection to it fails: ${(0,lib_text/* cut */.Jj)((0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error)), 200)}.`,
            next: `Give it a certificate that is valid for its host, or correct the address in ${variable}.`,
        };
    if (SILENT.test(text))
        return {
            why: 'It accepts the connection, and does not answer within 10 s.',
            next: 'Look at the server of the receiver, and verify again when it answers.',
        };
    return {
        why: `There is no connection to it: ${(0,lib_text/* cut */.Jj)((0,lib_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error)), 200)}.`,
        next: `Check that the receiver is running and that the address in ${variable} is right.`,
    };
}
/** What Alertmanager itself says about why messages were given up. */
function refusalOfReason(reasons, variable) {
    if (reasons.includes('authError'))
        return refusalOfStatus(401, '', variable);
    if (reasons.includes('rateLimited'))
        return refusalOfStatus(429, '', variable);
    if (reasons.includes('clientError'))
        return {
            why: 'It refuses them with a status of 4xx: most likely the address or the key is wrong.',
            next: `Check ${variable} at the receiver, and deploy again. The log of the monitoring app has the answer (\`flyctl logs\`).`,
        };
    if (reasons.includes('serverError'))
        return {
            why: 'Its server fails (a status of 5xx).',
            next: 'Look at the status page of the provider, and verify again when it works.',
        };
    return {
        why: 'The Alertmanager does not say why, and this run cannot ask the receiver itself.',
        next: `Check ${variable} at the receiver. The log of the monitoring app has the answer (\`flyctl logs\`).`,
    };
}

;// CONCATENATED MODULE: ./build/verify/delivery/watch.js






/**
 * From the start of the machine until the first message is answered: the discovery of the Alertmanager (5 s), an evaluation
 * (one interval), sending it again when it was lost (10 s), waiting for the group (5 s), a scrape (5 s).
 */
const FIRST_MESSAGE_MS = 60_000;
/** Prometheus lists and scrapes its Alertmanager within two discovery rounds. */
const DISCOVERY_MS = 20_000;
/** Watches the Alertmanager until every receiver has answered, or has been silent for too long. */
async function watchDelivery(request, verifyStart, tools) {
    const { prometheus, limits } = tools;
    const began = performance.now();
    const { active, state } = await (0,poll/* poll */.wt)(async () => {
        const [active, state] = await Promise.all([
            activeAlertmanagers(prometheus),
            alertmanagerOrNothing(prometheus, verifyStart),
        ]);
        const elapsed = performance.now() - began;
        const open = openReceivers(request, state, verifyStart + elapsed);
        const isKnown = active.length > 0 && state !== undefined;
        const done = isKnown ? open.length === 0 : elapsed > DISCOVERY_MS;
        return {
            done,
            value: { active, state },
            waitsFor: `an answer of ${open.join(', ') || 'the Alertmanager'}`,
        };
    }, limits);
    const { shipped, receivers, app } = request;
    const expectedHash = shipped && configHash(shipped.alertmanager);
    const running = state && !('error' in state) ? state : undefined;
    return [
        judgeAlertmanager(active, state, expectedHash),
        ...(running ? await judgeReceivers(receivers, running, tools) : []),
        ...(running ? judgeSilences(running, app) : []),
        ...(shipped ? [judgeRoutes(shipped.alertmanager, shipped.rules)] : []),
    ];
}
async function activeAlertmanagers(prometheus) {
    try {
        return await prometheus.alertmanagers();
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return [];
        throw error;
    }
}
/** Receivers whose answer is still to come. `now`: on Prometheus' clock. */
function openReceivers({ receivers }, state, now) {
    if (!state || 'error' in state)
        return [];
    const age = now - state.started;
    return receivers
        .filter((receiver) => {
        const counters = countersOf(state, receiver);
        if (!receiver.isTested || age > FIRST_MESSAGE_MS)
            return false;
        if (!counters)
            return true;
        // A server that fails is asked again: a second refusal is no accident.
        if (refusesNow(counters))
            return counters.givenUp === 0 && counters.refused < 2;
        return !hasAccepted(receiver, state, receivers);
    })
        .map(({ name }) => name);
}
/** Each receiver; one that refuses is asked why. */
const judgeReceivers = (receivers, state, { pool, limits }) => Promise.all(receivers.map(async (receiver) => {
    const counters = countersOf(state, receiver);
    let refusal;
    if (counters && refusesNow(counters)) {
        const { ask, variable } = receiver;
        const asked = ask && (await askReceiver(ask, variable, { pool, signal: limits.signal }));
        refusal = asked ?? refusalOfReason(counters.reasons, variable);
    }
    return judgeReceiver(receiver, state, receivers, refusal);
}));
/** The metric `alertmanager_config_hash` of a configuration: the first 48 bits of its MD5, little-endian. */
const configHash = (text) => (0,external_node_crypto_.hash)('md5', text, 'buffer').readUIntLE(0, 6);

// EXTERNAL MODULE: ./build/verify/evidence.js
var evidence = __webpack_require__(615);
// EXTERNAL MODULE: ./build/verify/history.js
var verify_history = __webpack_require__(4872);
// EXTERNAL MODULE: ./build/formats/dashboard-panels.js
var dashboard_panels = __webpack_require__(2051);
// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
;// CONCATENATED MODULE: ./build/verify/panels/library-panels.js




/** Grafana is asked this many questions at a time. */
const AT_ONCE = 4;
/** The library panels that dashboards refer to: a dashboard holds only a reference to them. Each is read once. */
async function readLibraryPanels(dashboards, read) {
    const uids = read ? [...new Set(dashboards.flatMap(({ json }) => libraryPanelsIn(json)))] : [];
    const answers = await (0,concurrency/* mapConcurrently */.X)(uids, AT_ONCE, async (uid) => [uid, await answerFor(uid, read)]);
    return new Map(answers);
}
async function answerFor(uid, read) {
    try {
        const model = await read?.(uid);
        return model ? { kind: 'model', model } : { kind: 'missing' };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return { kind: 'unread', why: (0,errors/* messageOf */.bD)(error) };
    }
}
const libraryPanelsIn = (json) => (0,dashboard_panels/* panelsIn */.t)((0,json_value/* isJsonObject */.OW)(json) ? json : {}).flatMap(({ panel }) => ((0,json_value/* isJsonObject */.OW)(panel.libraryPanel) && (0,json_value/* stringIn */.tB)(panel.libraryPanel.uid)) || []);

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
/** `verifyStart` is on Prometheus' clock. */
function createRemoteWriteWatch(target, verifyStart, { prometheus, limits }) {
    const began = performance.now();
    const back = readBack(target, verifyStart);
    const counters = queueCounters(target.url, verifyStart, prometheus);
    let arrived = false;
    const waitedFor = () => performance.now() - began - target.scrapeIntervalMs;
    let sentSince;
    return {
        watch: () => (0,poll/* poll */.wt)(async () => {
            const [hasArrived, progress] = await Promise.all([back.arrived(), counters.read()]);
            arrived ||= hasArrived;
            const elapsed = performance.now() - began;
            if (progress?.kind !== 'sent')
                sentSince = undefined;
            else if (sentSince === undefined) {
                sentSince = elapsed;
                back.expect();
            }
            const done = arrived ||
                isSettled(progress, { elapsed, waited: waitedFor(), sentSince, readable: back.why() === undefined });
            return { done, value: undefined, waitsFor: `samples to arrive at ${hostOf(target.url)}` };
        }, limits),
        async conclude() {
            const progress = await counters.read();
            if (!arrived && progress?.kind === 'nothing' && waitedFor() < TOO_EARLY_MS)
                return tooEarly(target.url);
            return judgeRemoteWrite(hostOf(target.url), {
                arrived,
                unreadable: back.why(),
                foundNothing: back.foundNothing(),
                progress,
                refused: counters.refused(),
            });
        },
    };
}
/** Prometheus' counters of the queue, as differences over the whole time. */
function queueCounters(url, verifyStart, prometheus) {
    let first;
    let last;
    let refusedBefore = 0;
    return {
        async read() {
            const text = await prometheus.exposition().catch(ignoreRefusal);
            if (text === undefined)
                return { kind: 'nothing' };
            const now = readQueue(text, url);
            if (now && last && now.total < last.total) {
                // Counters start again when Prometheus restarts.
                refusedBefore += last.failed - (first?.failed ?? 0);
                first = EMPTY_QUEUE;
            }
            first ??= now;
            last = now ?? last;
            return now && first && progressOf(first, now, verifyStart);
        },
        refused: () => refusedBefore + (last?.failed ?? 0) - (first?.failed ?? 0),
    };
}
const EMPTY_QUEUE = { total: 0, failed: 0, retried: 0, pending: 0, sentUntil: 0 };
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
        return undefined;
    throw error;
}
/** How long the server may fail to answer before nothing can be read back from it. */
const LOST_MS = 15_000;
function readBack({ monitor, readBack: source }, verifyStart) {
    let why = source ? undefined : 'the query URL of this server is not known.';
    let lostSince;
    let isExpected = false;
    let nothing = 0;
    return {
        why: () => why,
        /** From now on samples should be there: answers without them count. */
        expect: () => {
            isExpected = true;
        },
        foundNothing: () => (why === undefined ? nothing : 0),
        async arrived() {
            if (!source || why !== undefined)
                return false;
            try {
                const newest = newestArrival(await source.query(arrivalQuery(monitor)));
                lostSince = undefined;
                const has = newest !== undefined && newest > verifyStart;
                if (!has && isExpected)
                    nothing++;
                return has;
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ))
                    throw error;
                const code = error.problems[0]?.code ?? '';
                lostSince ??= performance.now();
                if (NO_READING.has(code))
                    why = 'the key allows writing but not reading.';
                else if (!isTemporary(code) || performance.now() - lostSince >= LOST_MS)
                    why = (0,errors/* messageOf */.bD)(error);
                return false;
            }
        },
    };
}
const NO_READING = new Set(['prometheus-unauthorized', 'prometheus-forbidden']);
/** Errors of a server that is there and may answer the next time. */
const isTemporary = (code) => ['prometheus-starting', 'prometheus-timeout', 'prometheus-connection'].includes(code);
const tooEarly = (url) => ({
    area: 'remote-write',
    subject: hostOf(url),
    outcome: 'not-checked',
    certainty: 'not checked',
    why: 'Time ran out before anything could be sent.',
});
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : url);

;// CONCATENATED MODULE: ./build/verify/rules/judge.js


/** The rules of a rule file; empty when the text is not a rule file. */
function rulesInFile(text) {
    const file = (0,yaml_value/* parseYaml */.h)(text);
    return (0,json_value/* objectsIn */.Qv)((0,json_value/* isJsonObject */.OW)(file) ? file.groups : undefined).flatMap((group) => (0,json_value/* objectsIn */.Qv)(group.rules).map((rule) => ({
        group: (0,json_value/* stringIn */.tB)(group.name),
        name: (0,json_value/* stringIn */.tB)(rule.alert) || (0,json_value/* stringIn */.tB)(rule.record),
        kind: (0,json_value/* stringIn */.tB)(rule.alert) ? 'alerting' : 'recording',
    })));
}
function recordedSeriesOf(groups) {
    const rules = groups.flatMap((group) => group.rules);
    const queries = new Map(rules.flatMap(({ type, name, query }) => (type === 'recording' ? [[name, query]] : [])));
    return {
        names: new Set(queries.keys()),
        queries,
        alerts: new Set(rules.flatMap(({ type, name }) => (type === 'alerting' ? [name] : []))),
        intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
    };
}
/** How long verification waits for the evaluation of a rule group; groups with a longer interval are not waited for. */
const RULES_MS = 60_000;
/** Whether every rule was evaluated at least once, except in groups that are evaluated too rarely to wait for. */
const allEvaluated = (groups) => groups.every(({ rules, interval }) => interval * 1000 > RULES_MS || rules.every(({ health }) => health !== 'unknown'));
/** Identifies a rule: two may have the same name. */
const ruleKey = (group, { name, query }) => JSON.stringify([group, name, query]);
/**
 * Whether the last evaluation of a rule proves nothing: one before all targets were scraped (`scrapedAt`, in milliseconds
 * on Prometheus' clock) did not see what the rule will see; before the first one its time is in year 1.
 */
const isStaleEvaluation = ({ lastEvaluation }, scrapedAt) => Date.parse(lastEvaluation) <= scrapedAt;
/**
 * The rules that Prometheus has loaded, and those that were deployed but not loaded. `answers`: for rules whose last
 * evaluation proves nothing, by `ruleKey`.
 */
function judgeRules(groups, answers, shipped = []) {
    const loaded = groups.flatMap((group) => group.rules.map((rule) => judgeRule(group.name, rule, answers.get(ruleKey(group.name, rule)))));
    const key = ({ group, name }) => JSON.stringify([group, name]);
    const has = new Set(loaded.map(key));
    const missing = shipped.flatMap(rulesInFile).filter((rule) => !has.has(key(rule)));
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
/** The deployed rules when Prometheus did not return its own. */
const uncheckedRules = (shipped, why) => (shipped ?? []).flatMap(rulesInFile).map((rule) => ({
    ...rule,
    ...{ state: 'not-checked', detail: '', certainty: 'not checked', why },
}));
function judgeRule(group, rule, answer) {
    const about = { group, name: rule.name, kind: rule.type, detail: '' };
    if (answer?.kind === 'unanswered')
        return {
            ...about,
            ...{ state: 'not-checked', certainty: 'not checked' },
            why: `It was not evaluated since the targets were scraped, and its expression could not be asked for: ${answer.why}`,
        };
    if (answer?.kind === 'error' || (rule.health === 'err' && !answer))
        return {
            ...about,
            ...{ state: 'error', certainty: 'proven', why: 'Its evaluation fails.' },
            detail: answer?.kind === 'error' ? answer.detail : rule.lastError,
        };
    if (rule.health === 'unknown' && !answer)
        return {
            ...about,
            state: 'not-evaluated',
            certainty: 'not checked',
            why: 'It has not been evaluated yet.',
        };
    return {
        ...about,
        ...{ state: 'ok', certainty: 'proven' },
        why: answer
            ? 'Its expression evaluates without an error on samples from after verification began.'
            : 'Evaluated without an error after the targets were scraped.',
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

;// CONCATENATED MODULE: ./build/verify/rules/read.js




/** How long rules and alerts are asked for at the end while there is no answer. */
const PATIENCE_MS = 30_000;
/** Questions about rules at a time, half of what Prometheus answers. */
const read_AT_ONCE = 10;
/**
 * The current state of the rules, and their active alerts, once every rule was evaluated: after a start of Prometheus
 * this takes up to one interval. Asked at the end, because Prometheus may restart at any time. A rule that was last evaluated before `scrapedAt` (when the
 * last target was scraped, on Prometheus' clock) is asked for now.
 */
async function readRules({ shippedRules, scrapedAt }, prometheus, limits) {
    const began = performance.now();
    const [groups, alerts] = await (0,poll/* poll */.wt)(async () => {
        const value = await Promise.all([known(() => prometheus.rules()), known(() => prometheus.alerts())]);
        const [rules] = value;
        const isRead = value.every(({ ok }) => ok);
        const isEvaluated = rules.ok && allEvaluated(rules.value);
        const done = performance.now() - began > (isRead ? RULES_MS : PATIENCE_MS) || (isRead && isEvaluated);
        return {
            done,
            value,
            waitsFor: isRead ? 'the first evaluation of every rule' : 'the rules of Prometheus',
        };
    }, limits);
    const checks = alerts.ok ? [] : [unread('alerts', alerts.why)];
    const active = activeAlerts(alerts.ok ? alerts.value : []);
    if (!groups.ok) {
        const rules = uncheckedRules(shippedRules, `Prometheus did not return its rules: ${groups.why}`);
        // One cause: the alerts come from the same rules.
        return { rules, alerts: active, checks: [unread('rules', groups.why)] };
    }
    const rules = judgeRules(groups.value, await askRules(groups.value, scrapedAt, prometheus), shippedRules);
    return { rules, alerts: active, checks: [...rulesClaim(rules), ...checks] };
}
const unread = (what, why) => ({
    area: 'rules',
    subject: what === 'rules' ? 'rules.yml' : what,
    outcome: 'not-checked',
    certainty: 'not checked',
    why: `Prometheus did not return its ${what}: ${why}`,
});
/** The answers to the expressions of the rules whose last evaluation proves nothing. */
async function askRules(groups, scrapedAt, prometheus) {
    const stale = groups.flatMap(({ name, rules }) => rules.filter((rule) => isStaleEvaluation(rule, scrapedAt)).map((rule) => ({ group: name, rule })));
    const answers = await (0,concurrency/* mapConcurrently */.X)(stale, read_AT_ONCE, async ({ group, rule }) => [ruleKey(group, rule), await askRule(rule, prometheus)]);
    return new Map(answers);
}
async function askRule(rule, prometheus) {
    try {
        return judgeAnswer(rule, await prometheus.query(rule.query));
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const isRejected = error.problems[0]?.code === 'prometheus-query';
        return isRejected
            ? { kind: 'error', detail: (0,errors/* messageOf */.bD)(error) }
            : { kind: 'unanswered', why: (0,errors/* messageOf */.bD)(error) };
    }
}
/** A rule replaces the name and some labels of its series, which must still differ then. */
function judgeAnswer(rule, { result }) {
    const rows = result.resultType === 'vector' ? result.result : [];
    const kept = rows.map(({ metric: { __name__, ...labels } }) => ({ ...labels, ...rule.labels }));
    const texts = new Set(kept.map((labels) => JSON.stringify(Object.entries(labels).sort())));
    return texts.size === rows.length
        ? { kind: 'evaluates' }
        : {
            kind: 'error',
            detail: 'It returns several series that have the same labels with the labels of the rule.',
        };
}
/** One claim for all rules when there is no failure; failures are reported for each rule. */
function rulesClaim(rules) {
    if (rules.length === 0 || rules.some(({ state }) => state !== 'ok'))
        return [];
    return [
        {
            area: 'rules',
            subject: 'rules.yml',
            outcome: 'holds',
            certainty: 'proven',
            why: `All ${rules.length} rules are loaded and evaluate without an error on samples from after verification began.`,
        },
    ];
}
/** The answer, or why Prometheus does not answer. */
async function known(ask) {
    try {
        return { ok: true, value: await ask() };
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return { ok: false, why: (0,errors/* messageOf */.bD)(error) };
        throw error;
    }
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
            outcome: 'nothing-to-check',
            certainty: 'not checked',
            why: 'This run has no deployed configuration to compare it with.',
        };
    try {
        const differences = configDiff((0,yaml_value/* parseYaml */.h)(shipped), (0,yaml_value/* parseYaml */.h)(running));
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



/**
 * How long an answer may be missing before the question counts as not checked, in milliseconds: a restart, or a moment in
 * which the edge answers 502. These questions are asked when everything else is known, and have the same patience as
 * those at the start.
 */
const LOST_ANSWER_MS = 15_000;
/** Whether Prometheus runs the deployed configuration. */
async function checkServer(asked, prometheus, limits) {
    const [configuration, runtime] = await Promise.all([
        patiently(() => prometheus.config(), limits),
        patiently(() => prometheus.runtimeInfo(), limits),
    ]);
    return [
        'why' in configuration
            ? notChecked('configuration', 'prometheus.yml', configuration.why)
            : judgeConfig(asked.shippedConfig, configuration.value),
        ...('why' in runtime
            ? [
                notChecked('reload', 'prometheus.yml', runtime.why),
                notChecked('retention', asked.retention, runtime.why),
            ]
            : [judgeReload(runtime.value), judgeRetention(asked.retention, runtime.value)]),
    ];
}
/** The answer, or why there was none for so long. */
function patiently(ask, limits) {
    const began = performance.now();
    return (0,poll/* poll */.wt)(async () => {
        try {
            return { done: true, value: { value: await ask() } };
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            const why = (0,errors/* messageOf */.bD)(error);
            return {
                done: performance.now() - began >= LOST_ANSWER_MS,
                value: { why },
                waitsFor: `Prometheus: ${why}`,
            };
        }
    }, limits);
}
const notChecked = (area, subject, why) => ({
    area,
    subject,
    outcome: 'not-checked',
    certainty: 'not checked',
    why: `Prometheus could not be asked: ${why}`,
});

// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: ./build/config/declared-metrics.js
var declared_metrics = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/verify/targets/address.js
var targets_address = __webpack_require__(8497);
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
        address: (0,targets_address/* hostPort */.Q)(machine.privateIp, service.port),
        path: service.path,
        onlyAfterTraffic: isOnlyAfterTraffic(service),
        state: runs ? 'running' : mayStop ? 'resting' : 'stopped',
    };
}
/** A service that declares nothing has promised a page with samples. */
function isOnlyAfterTraffic(service) {
    const declared = (0,declared_metrics/* declaredMetrics */.A)(service);
    return declared.length > 0 && declared.every(({ expect }) => expect === 'after-traffic');
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
            outcome: 'nothing-to-check',
            certainty: 'not checked',
            why: `Every machine of the app is stopped, which is allowed. ${why}`,
        };
    return {
        ...about,
        outcome: 'broken',
        why,
        next: nextFor(url, answer),
    };
}
function nextFor(url, answer) {
    if (answer.kind === 'answer' || answer.code !== 'ENOTFOUND')
        return 'Read the log of the app and check `health` in the configuration; the app also needs a public address.';
    const app = new URL(url).hostname.split('.')[0];
    return `The app has no public address: see \`flyctl ips list -a ${app}\`. A deploy of the app by this action allocates it; by hand: \`flyctl ips allocate-v4 --shared -a ${app}\` and \`flyctl ips allocate-v6 -a ${app}\`.`;
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
    // Prometheus itself does not answer 403: what it requires cannot be seen from here.
    if (answer.status === 403)
        return {
            ...about,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'What answers in front of Prometheus forbids it (HTTP 403), with or without a password.',
        };
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
// EXTERNAL MODULE: ./build/verify/targets/observe.js + 1 modules
var targets_observe = __webpack_require__(7422);
;// CONCATENATED MODULE: ./build/verify/server/self-scrape.js







/** Allowance in addition to the interval: a scrape takes time and may be late. */
const LATE_MS = 5_000;
const own = (seen) => seen.filter(({ labels }) => labels.job === model_prometheus/* SELF_JOB */.P8);
/**
 * Whether the result is final: scraped, or overdue for so long that two scrapes were due. Counted from the moment when
 * it was last up, because Prometheus may restart at any time.
 */
function isSelfCertain({ seen, emptyFor, selfMissingFor }) {
    // All jobs start at the same time: when other targets exist, this one does not.
    if (emptyFor !== undefined)
        return emptyFor >= poll/* FIRST_TARGETS_MS */.F_;
    return own(seen).every(({ scrapeInterval }) => selfMissingFor === 0 || selfMissingFor >= 2 * ((0,duration/* parseDuration */.E)(scrapeInterval) ?? 0) + LATE_MS);
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
            : unknown('The running configuration has no scrape job for Prometheus itself.', 'nothing-to-check');
    if (targets.every((target) => target.health === 'up' && (0,targets_observe/* scrapedAt */.kS)(target) > verifyStart))
        return { ...ABOUT, outcome: 'holds', certainty: 'proven', why: 'Scraped after verification began.' };
    return isSelfCertain(now)
        ? self_scrape_broken('Prometheus has not scraped itself since verification began, although its scrape was due.', VERIFY_AGAIN)
        : unknown('Time ran out before its scrape was due.');
}
const ABOUT = { area: 'self-scrape', subject: model_prometheus/* SELF_JOB */.P8 };
const self_scrape_broken = (why, next) => ({
    ...ABOUT,
    outcome: 'broken',
    certainty: 'proven',
    why,
    next,
});
const unknown = (why, outcome = 'not-checked') => ({
    ...ABOUT,
    outcome,
    certainty: 'not checked',
    why,
});
/** A configuration that cannot be parsed is reported by `judgeConfig`. */
function hasSelfJob(config) {
    try {
        const read = (0,yaml_value/* parseYaml */.h)(config ?? '');
        const jobs = (0,json_value/* isJsonObject */.OW)(read) ? read.scrape_configs : undefined;
        return Array.isArray(jobs) && jobs.some((job) => job?.job_name === model_prometheus/* SELF_JOB */.P8);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/verify/server/servers.js

/** How exactly Prometheus' clock is known. */
const CLOCK_MS = 2_000;
/** Not more often than this, however short the scrape interval is. */
const SHORTEST_MS = 1_000;
/** After no answer, this long: each one is asked for several times, and everything else waits for it. */
const servers_LOST_MS = 15_000;
/** Two servers in strict turn are seen with two questions; more find those that are chosen at random. */
const IN_A_ROW = 3;
/** Watches whether all answers come from one server, and whether it restarts. `verifyStart`: on Prometheus' clock. */
function createServerWatch(prometheus, verifyStart, intervalMs) {
    const seen = [];
    let due = 0;
    /** False when there was no answer. */
    async function ask(elapsed) {
        const startedAt = await startOf(prometheus);
        if (startedAt === undefined)
            return false;
        const seenAt = verifyStart + elapsed;
        // A process that replaces another one started after the other one's last answer.
        if (seen.some((other) => other.startedAt !== startedAt && startedAt < other.seenAt - CLOCK_MS))
            throw severalServers();
        const known = seen.find((one) => one.startedAt === startedAt);
        if (known)
            known.seenAt = seenAt;
        else
            seen.push({ startedAt, seenAt });
        return true;
    }
    return {
        async look(elapsed) {
            if (elapsed < due)
                return;
            due = elapsed + Math.max(intervalMs, SHORTEST_MS);
            if (!(await ask(elapsed)))
                due = elapsed + servers_LOST_MS;
        },
        async confirm(elapsed) {
            for (let i = 0; i < IN_A_ROW; i++)
                if (!(await ask(elapsed)))
                    return;
        },
        seen: () => seen,
    };
}
/** A server that does not say is not watched; the other checks report it. */
async function startOf(prometheus) {
    try {
        return Date.parse((await prometheus.runtimeInfo()).startTime);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
/** The code of the problem that answers come from several servers. */
const SEVERAL_SERVERS = 'prometheus-several-servers';
const severalServers = () => (0,errors/* platformError */.sx)(SEVERAL_SERVERS, 'Two Prometheus servers answer in turn at this address, each with targets and samples of its own, so nothing can be proven from their answers.', 'Keep one machine: `flyctl machine list` of the monitoring app shows them, `flyctl scale count 1` removes the others. If two are wanted, give each an address of its own.');

// EXTERNAL MODULE: ./build/verify/targets/reason-forms.js
var reason_forms = __webpack_require__(8283);
;// CONCATENATED MODULE: ./build/verify/server/storage.js

/** The claim that the volume of Prometheus is full, unless its targets say so already; empty in the good case. */
function judgeStorage(observations, rules) {
    const error = rules.map(({ detail }) => detail).find(reason_forms/* isDiskFull */.b$);
    if (error === undefined || observations.some(({ state }) => state === 'not-stored'))
        return [];
    return [
        {
            area: 'storage',
            subject: 'the volume of Prometheus',
            outcome: 'broken',
            certainty: 'proven',
            why: `The volume of Prometheus is full: ${error}`,
            next: EXTEND,
        },
    ];
}
const EXTEND = 'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.';

;// CONCATENATED MODULE: ./build/verify/server/uptime.js




/** So many scrapes are read at most: eight hours at 15 s. */
const MOST_SCRAPES = 2_000;
const DAY_MS = 86_400_000;
/** Reads the past of Prometheus from its scrapes of itself; undefined when it does not answer. */
async function readPast(prometheus, scrapeInterval) {
    const window = Math.min(DAY_MS, MOST_SCRAPES * ((0,duration/* parseDuration */.E)(scrapeInterval) ?? 15_000));
    const names = 'up|process_start_time_seconds|prometheus_tsdb_clean_start';
    try {
        return pastOf(await prometheus.query(`{__name__=~"${names}",job="${model_prometheus/* SELF_JOB */.P8}"}[${window}ms]`));
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
/** Reads the answer to the query for Prometheus' scrapes of itself. */
function pastOf({ result }) {
    const series = result.resultType === 'matrix' ? result.result : [];
    const values = (name) => series.filter(({ metric }) => metric.__name__ === name).flatMap((one) => one.values);
    const clean = new Map(values('prometheus_tsdb_clean_start'));
    const starts = values('process_start_time_seconds').toSorted(([a], [b]) => a - b);
    const processes = new Map(starts.map(([at, start]) => [
        Number(start),
        { startedAt: Number(start) * 1000, isClean: cleanness(clean.get(at)) },
    ]));
    return {
        scrapes: values('up')
            .map(([at]) => at * 1000)
            .toSorted((a, b) => a - b),
        processes: [...processes.values()],
    };
}
/** `prometheus_tsdb_clean_start`: 0 when the lock file of a process that was killed was found; -1 without lock files. */
const cleanness = (value) => value === '0' ? false : value === '1' ? true : undefined;
const uptime_ABOUT = { area: 'uptime', subject: 'prometheus' };
/** Restarts before that are history. */
const RECENT_MS = 600_000;
/** A deployment takes Prometheus away for less than this. */
const DEPLOY_MS = 300_000;
/** How far the start that the process reports and the one that its API reports may differ: reading its log takes time. */
const SAME_START_MS = 5_000;
/** Whether Prometheus ran without a crash and without a gap in what it scraped. */
function judgeUptime(facts) {
    const starts = recentStarts(facts);
    const crashes = starts.filter(({ isClean }) => isClean === false).length;
    const meanwhile = starts.filter(({ startedAt }) => startedAt > facts.verifyStart);
    if (crashes >= 2 || meanwhile.length >= 2)
        return {
            ...uptime_ABOUT,
            outcome: 'broken',
            certainty: 'inferred',
            why: `Prometheus died and was started again ${Math.max(crashes, meanwhile.length)} times within ten minutes, the last time at ${timeOf(starts.at(-1)?.startedAt)}: each time it misses scrapes, and alerts start to wait again.`,
            next: 'Read `flyctl logs` of the monitoring app. Usually it is out of memory: raise `monitoring.vm.memory_mb`, or scrape fewer series.',
        };
    const gap = gapOf(facts);
    if (gap)
        return gap;
    const [start] = starts.slice(-1);
    if (crashes === 1 || meanwhile.length === 1)
        return {
            ...uptime_ABOUT,
            outcome: 'warning',
            certainty: 'proven',
            why: `Prometheus ${crashes === 1 ? 'died, or was stopped after a short time, and ' : ''}was started again at ${timeOf(start?.startedAt)}.`,
            next: 'Read `flyctl logs` of the monitoring app for the reason; if it is out of memory, raise `monitoring.vm.memory_mb`.',
        };
    if (starts.length >= 3)
        return {
            ...uptime_ABOUT,
            outcome: 'warning',
            certainty: 'proven',
            why: `Prometheus was started ${starts.length} times within ten minutes, the last time at ${timeOf(start?.startedAt)}.`,
            next: 'If these were not your deployments, read `flyctl logs` of the monitoring app.',
        };
    return holds(facts);
}
function holds({ past, seen }) {
    const since = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt;
    if (since === undefined)
        return {
            ...uptime_ABOUT,
            outcome: 'not-checked',
            certainty: 'not checked',
            why: 'Prometheus does not say since when it has been running: it does not scrape itself, and its API for that is closed.',
        };
    return {
        ...uptime_ABOUT,
        outcome: 'holds',
        certainty: past && past.scrapes.length > 0 ? 'proven' : 'inferred',
        why: `Prometheus has been running since ${timeOf(since)}; ${past ? `its ${(0,lib_text/* count */.U9)(past.scrapes.length, 'scrape')} of itself ${past.scrapes.length === 1 ? 'shows' : 'show'} no gap that matters` : 'its past could not be read'}.`,
    };
}
/** No one deploys twice within this time: a process that lived for less was not replaced on purpose. */
const SHORT_LIFE_MS = 60_000;
/** The starts in the last ten minutes, those that were seen only by asking included. */
function recentStarts({ past, seen, now }) {
    const known = past?.processes ?? [];
    const others = seen
        .filter(({ startedAt }) => !known.some((one) => Math.abs(one.startedAt - startedAt) < SAME_START_MS))
        .map(({ startedAt }) => ({ startedAt, isClean: undefined }));
    const all = [...known, ...others].toSorted((a, b) => a.startedAt - b.startedAt);
    return all
        .map(({ startedAt, isClean }, i) => {
        const before = all[i - 1];
        const isShort = before !== undefined && startedAt - before.startedAt < SHORT_LIFE_MS;
        return { startedAt, isClean: isClean ?? (isShort ? false : undefined) };
    })
        .filter(({ startedAt }) => startedAt > now - RECENT_MS);
}
/** A gap in its scrapes of itself that ended shortly before or during this verification. */
function gapOf({ past, seen, began, now, intervalMs }) {
    const scrapes = past?.scrapes ?? [];
    const limit = Math.max(15_000, 3 * intervalMs);
    const gaps = scrapes.flatMap((from, i) => {
        const next = scrapes[i + 1];
        const to = next ?? now;
        return to - from > limit && to > now - RECENT_MS ? [{ from, to, isOver: next !== undefined }] : [];
    });
    const gap = gaps.findLast(({ from }) => from < began);
    if (!gap)
        return undefined;
    const started = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt;
    const isWoken = started !== undefined && started >= began - 1_000 && gap.to >= began;
    // A gap that lasts has another cause: its storage fails, and its scrape of itself is judged separately.
    const isFrozen = started !== undefined && started < gap.from && gap.to >= began && gap.isOver;
    const length = gap.to - gap.from;
    if (!isWoken && !isFrozen && length < DEPLOY_MS)
        return undefined;
    const during = `Prometheus did not scrape anything for ${lengthOf(length)}, from ${timeOf(gap.from)} to ${timeOf(gap.to)}`;
    const next = 'Set auto_stop_machines = "off" and min_machines_running = 1 for the monitoring app: scrapes and alerts must run when no one asks. `flyctl machine status` shows why the machine was stopped.';
    return isWoken || isFrozen
        ? {
            ...uptime_ABOUT,
            outcome: 'broken',
            certainty: isFrozen ? 'proven' : 'inferred',
            why: `${during}, and no alert could fire: it ${isFrozen ? 'was suspended' : 'was stopped'} until this verification asked for it, which starts a machine at Fly.`,
            next,
        }
        : { ...uptime_ABOUT, outcome: 'warning', certainty: 'proven', why: `${during}.`, next };
}
const timeOf = (ms) => ms === undefined ? 'an unknown time' : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
function lengthOf(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/verify/targets/circumstances.js
var circumstances = __webpack_require__(1667);
;// CONCATENATED MODULE: ./build/verify/targets/reason-texts.js


const WAIT_FOR_SCRAPE = 'Wait one scrape interval and verify again; if the problem persists, Prometheus is overloaded: see flyctl status and flyctl logs of its app.';
/** The texts of every class of failure, in terms of the platform. */
const REASON_TEXTS = {
    'no-machines': (c) => (0,reason_forms/* reason */.l)('proven', `App ${c.app} has no machine that runs ${c.service}: 0 targets of 0 prove nothing.`, `Deploy the app, or check app and process of the service in the configuration: flyctl machine list -a ${c.app}.`),
    stopped: (c) => (0,reason_forms/* reason */.l)('proven', `${(0,circumstances/* machinesWithVerb */._j)(c)} ${c.machineState}; a machine that does not run is not in Fly's DNS, so Prometheus does not notice that it is missing. ` +
        'Scrapes go over the private network, which never wakes a machine.', `Start ${(0,circumstances/* machinesPronoun */.m3)(c)} (flyctl machine start ${(0,circumstances/* machineIds */.uk)(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${(0,circumstances/* machinesPronoun */.m3)(c)} may sleep.`),
    'not-discovered': (c) => (0,reason_forms/* reason */.l)(c.machineState === 'started' ? 'proven' : 'inferred', `${(0,circumstances/* machinesWithVerb */._j)(c)} ${c.machineState}, but Prometheus has no target for ${(0,circumstances/* describePlace */.df)(c)} in the job ${c.service}: ` +
        "Fly's DNS does not return it, or the running configuration has no such job.", `Compare the job ${c.service} in the running configuration with the app's name and port; look for "Error refreshing DNS targets" in the log of Prometheus.`),
    'not-scraped': (c) => (0,reason_forms/* reason */.l)('proven', `Prometheus has discovered ${(0,circumstances/* describePlace */.df)(c)}, but has not scraped it yet.`, WAIT_FOR_SCRAPE),
    stale: (c) => (0,reason_forms/* reason */.l)('proven', `Prometheus last scraped ${(0,circumstances/* describePlace */.df)(c)} before this verification began; its state is out of date.`, WAIT_FOR_SCRAPE),
    dns: (c) => (0,reason_forms/* reason */.l)('proven', "The name of the target does not resolve: no such app or machine in this organization, the machine is stopped, or Fly's DNS fails.", `Check that app ${c.app} exists in the organization of Prometheus and has started machines: flyctl machine list -a ${c.app}.`),
    refused: reason_forms/* refused */.J5,
    unreachable: (c) => (0,reason_forms/* reason */.l)('proven', `No route to ${(0,circumstances/* describePlace */.df)(c)}: the machine is gone or moved to another address, or it is in another private network than Prometheus.`, `Compare with flyctl machine list -a ${c.app}; both apps must be in the same organization and network.`),
    timeout: (c) => (0,reason_forms/* reason */.l)('proven', `${(0,circumstances/* capitalised */.Iu)((0,circumstances/* describePlace */.df)(c))} did not answer within the scrape timeout: the service hangs or is slow, the machine is overloaded, or packets are lost on the way.` +
        (c.siblingUp ? ' Other services of the same machine answer in time.' : '') +
        (0,circumstances/* healthSentence */.ow)(c), `Measure ${c.path} on the machine itself: flyctl ssh console -a ${c.app}, then ask localhost:${c.port}${c.path}.`),
    reset: (c) => (0,reason_forms/* reason */.l)('proven', `${(0,circumstances/* capitalised */.Iu)((0,circumstances/* describePlace */.df)(c))} accepted the connection and closed it without an answer: the service crashed on the request, or the port speaks TLS or another protocol.`, `Check that port ${c.port} is the metrics port of ${c.service}, and read its log: ${(0,reason_forms/* logs */.K9)(c)}.`),
    'not-http': reason_forms/* notHttp */.aH,
    tls: (c) => (0,reason_forms/* reason */.l)('proven', 'TLS with the target failed.', `Serve ${c.path} on port ${c.port} over plain HTTP, without a redirect: the private network is encrypted already.`),
    scheme: (c) => (0,reason_forms/* reason */.l)('proven', `The running configuration scrapes ${(0,circumstances/* describePlace */.df)(c)} over HTTPS, but it speaks plain HTTP.`, 'Remove scheme: https from the scrape job: the private network is encrypted already.'),
    auth: (c) => (0,reason_forms/* reason */.l)('proven', `${c.service} refuses ${c.path} without credentials (HTTP 401 or 403).`, 'Let the metrics endpoint answer without authentication on the private network, or check that the port is the metrics port and not the public API.'),
    'not-found': (c) => (0,reason_forms/* reason */.l)('proven', `Something answers on ${(0,circumstances/* describePlace */.df)(c)}, but has no ${c.path} (HTTP 404).`, `Set path of ${c.service} to where it serves metrics, or port: the public port of a service often has no metrics.`),
    'server-error': (c) => (0,reason_forms/* reason */.l)('proven', `${c.service} fails when it is asked for ${c.path}.`, `Read its log: ${(0,reason_forms/* logs */.K9)(c)}.`),
    'http-status': (c) => /status 400/.test(c.lastError)
        ? (0,reason_forms/* reason */.l)('inferred', `${c.service} answers HTTP 400; a port that expects TLS answers plain HTTP like this.`, `Serve metrics over plain HTTP on port ${c.port}, or set the right port.`)
        : (0,reason_forms/* reason */.l)('proven', `${c.service} does not answer ${c.path} with 200.`, /status 429/.test(c.lastError)
            ? `Exempt ${c.path} from rate limiting.`
            : `Read its log: ${(0,reason_forms/* logs */.K9)(c)}.`),
    redirect: reason_forms/* redirect */.V2,
    html: (c) => (0,reason_forms/* reason */.l)('proven', `${(0,circumstances/* capitalised */.Iu)((0,circumstances/* describePlace */.df)(c))} answers ${c.path} with a web page: this is a web server or front end, not the metrics endpoint.`, `Set the metrics port of ${c.service}; single-page apps answer any path with their start page.`),
    'content-type': reason_forms/* contentType */.IM,
    encoding: (c) => (0,reason_forms/* reason */.l)('proven', `${c.service} announces compression, but what it sends is not compressed that way.`, 'Correct the Content-Encoding header or the compression of the metrics endpoint; Prometheus reads gzip only.'),
    truncated: (c) => (0,reason_forms/* reason */.l)('proven', `The answer of ${(0,circumstances/* describePlace */.df)(c)} breaks off: shorter than announced.`, `The service crashes while it writes, or its Content-Length is wrong: ${(0,reason_forms/* logs */.K9)(c)}.`),
    parse: reason_forms/* parseError */.u$,
    limit: reason_forms/* overLimit */.W1,
    'local-config': () => (0,reason_forms/* reason */.l)('proven', 'Prometheus cannot read a file that its configuration refers to, so it sends no request.', 'Deploy the monitoring app again; the secret behind the file may be missing: flyctl secrets list of the monitoring app.'),
    empty: reason_forms/* emptyPage */.Zc,
    'samples-lost': (c) => (0,reason_forms/* reason */.l)('inferred', `Prometheus scraped ${c.service} but did not store ${c.lost} of its samples: the same series twice in one answer, or explicit timestamps that are in the future or so old (more than 5 minutes) that no query for the present finds them.`, 'Do not send timestamps, and send each series once; Prometheus logs "Error on ingesting …" with the count.'),
    flapping: reason_forms/* flapping */.Cz,
    restarting: reason_forms/* restarting */.Os,
    'not-stored': reason_forms/* notStored */.br,
    unknown: (c) => (0,reason_forms/* reason */.l)('inferred', `The scrape of ${(0,circumstances/* describePlace */.df)(c)} fails with an error that this action does not know.`, `See the error of Prometheus, and the log of the service: ${(0,reason_forms/* logs */.K9)(c)}.`),
};

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
/**
 * The text of the reason without address, number of samples and quoted text of the target. When no port of a machine
 * answers, the ports have one cause: the services listen on IPv4 only.
 */
function causeOf({ kind, circumstances }) {
    if (kind === 'refused' && !circumstances.siblingUp)
        return JSON.stringify([kind, circumstances.app, circumstances.checksPass === false]);
    const alone = { ...circumstances, machines: [], addresses: [], lost: 0, record: lostPage(circumstances) };
    const { why, next } = REASON_TEXTS[kind](alone);
    return JSON.stringify([kind, circumstances.app, why.replace(/"(?:[^"\\]|\\.)*"?/gs, '""'), next]);
}
/** Of the record, only what changes the cause: the numbers in it differ from target to target. */
const lostPage = ({ record }) => record?.lostPage ? { ...record, empty: 0 } : undefined;
function combined([first, ...others]) {
    const all = [first, ...others].map(({ circumstances }) => circumstances);
    return {
        ...first.circumstances,
        services: [...new Set(all.map(({ service }) => service))],
        machines: all.flatMap(({ machines }) => machines),
        addresses: all.flatMap(({ addresses }) => addresses),
        lost: all.reduce((sum, { lost }) => sum + lost, 0),
        record: lostPage(first.circumstances),
    };
}

;// CONCATENATED MODULE: ./build/verify/targets/evidence.js




/**
 * The evidence for each expected target at the end. `verifyStart` is on Prometheus' clock, in milliseconds;
 * `serverErrors`: errors of Prometheus that are not about a target, such as those of rules.
 */
function targetEvidence(observations, verifyStart, serverErrors = []) {
    const upOn = Map.groupBy(observations.filter((observation) => observation.state === 'up'), (observation) => observation.expected.machine.id);
    const faults = observations.map((observation) => {
        const { state, expected } = observation;
        if (!(0,targets_observe/* isRed */.iI)(state))
            return undefined;
        const own = evidence_circumstances(observation, upOn.has(expected.machine.id));
        return { kind: state, circumstances: { ...own, serverErrors } };
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
    const { expected, seen, count, state, record } = observation;
    const facts = {
        ...identity(expected),
        ...(seen && (0,targets_observe/* scrapedAt */.kS)(seen) > 0 && { lastScrape: seen.lastScrape }),
        ...(count && { samples: count.scraped }),
        ...(count?.lost !== undefined && { lost: count.lost }),
        ...(record && record.scrapes > 0 && { history: historyOf(record) }),
    };
    if (state === 'up')
        return { ...facts, state: 'up', ...upClaim(observation, verifyStart) };
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
const historyOf = ({ scrapes, failed, restarts, before }) => ({
    scrapes,
    failed,
    restarts,
    restartsBefore: before.restarts,
});
function upClaim({ seen, count, record }, verifyStart) {
    const when = `Prometheus scraped it ${seconds(seen, verifyStart)} after verification began`;
    const past = record ? evidence_pastOf(record) : '';
    if (count?.scraped === 0)
        return {
            certainty: 'inferred',
            why: `${when} and received no sample; every metric of the service is declared as \`expect: after-traffic\`.${past}`,
        };
    const stored = (0,lib_text/* count */.U9)(count?.stored ?? 0, 'sample');
    return {
        certainty: 'proven',
        why: count?.isInferred
            ? `${when} and received ${stored}, too many to be counted in its storage; it has not rejected any.${past}`
            : `${when} and stored ${stored}.${past}`,
    };
}
/** What is worth saying about the other scrapes of a target that is up. */
function evidence_pastOf({ scrapes, failed, restarts, before }) {
    const parts = [
        ...(failed > 0 ? [`${failed} of ${(0,lib_text/* count */.U9)(scrapes, 'scrape')} since then failed`] : []),
        ...(restarts > 0 ? [`its process started again ${timesOf(restarts)} since then`] : []),
        ...(before.restarts > 1
            ? [`its process had started again ${timesOf(before.restarts)} shortly before`]
            : []),
    ];
    return parts.length > 0 ? ` But ${(0,lib_text/* list */.p_)(parts)}.` : '';
}
const timesOf = (n) => (n === 1 ? 'once' : `${n} times`);
const seconds = (seen, verifyStart) => `${(((seen ? (0,targets_observe/* scrapedAt */.kS)(seen) : verifyStart) - verifyStart) / 1000).toFixed(1)} s`;
function identity({ service, app, machine, address }) {
    return { service, app, machine: machine.id, region: machine.region, address };
}
function evidence_circumstances({ expected, seen, count, record }, siblingUp) {
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
        scrapeUrl: seen?.scrapeUrl,
        record,
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

;// CONCATENATED MODULE: ./build/verify/targets/history-evidence.js


/** The evidence for targets that belong to no machine. */
const unexpectedEvidence = (targets) => targets.map(({ service, app, address, seen }) => ({
    service,
    app,
    address,
    health: seen.health,
    detail: (0,redact/* hide */.jD)(seen.lastError),
    certainty: 'proven',
    why: `Prometheus has a target for ${service} at ${address}, which is the address of no machine of ${app} that \`flyctl machine list\` shows` +
        (seen.health === 'up'
            ? ': its samples are in every sum and rate of the service.'
            : ': it is down, so alerts on this service will fire.'),
    next: `Compare \`flyctl machine list -a ${app}\` with the DNS (\`dig aaaa ${app}.internal\` on a machine): a machine that was made by hand or destroyed may still be announced. If it is yours, give it the process group of the service.`,
}));
const SEVERAL_PROCESSES = 'Let all workers share their counters (in Python `PROMETHEUS_MULTIPROC_DIR`, in Node `AggregatorRegistry`), or serve metrics from one process.';
/**
 * Samples that Prometheus rejected meanwhile although every target seems complete: a series with a timestamp of its own
 * that does not move is stored once and then rejected at each scrape.
 */
function judgeRejected({ before, after }, observations) {
    if (before === undefined || after === undefined)
        return [];
    // The counters start again with Prometheus.
    const rejected = after < before ? after : after - before;
    if (rejected === 0 || observations.some(({ state }) => state === 'samples-lost'))
        return [];
    return [
        {
            area: 'scrapes',
            subject: 'all targets',
            outcome: 'broken',
            certainty: 'proven',
            why: `Prometheus rejected ${(0,lib_text/* count */.U9)(rejected, 'sample')} since verification began: explicit timestamps that do not move, go back or are too old, or the same series twice.`,
            next: 'Its log names the target: `flyctl logs` of the monitoring app, "Error on ingesting". Do not send timestamps, and send each series once.',
        },
    ];
}
/** Claims about the scrapes of targets that are up all the same; empty in the good case. */
function judgeScrapes({ observations, historyLost, }) {
    if (historyLost !== undefined)
        return [
            {
                area: 'scrapes',
                subject: 'all targets',
                outcome: 'not-checked',
                certainty: 'not checked',
                why: `Only the last scrape of each target is known, not those before it: ${historyLost}`,
            },
        ];
    const mixed = observations.filter(({ state, record }) => state === 'up' && record && isMixed(record));
    const services = Map.groupBy(mixed, ({ expected }) => expected.service);
    return [...services].map(([service, all]) => ({
        area: 'scrapes',
        subject: service,
        outcome: 'warning',
        certainty: 'inferred',
        why: `Counters of ${service} go back from one scrape to the next although its process does not start again (${(0,lib_text/* count */.U9)(all.length, 'target')}: ${(0,lib_text/* few */.H$)(all.map(({ expected }) => expected.machine.id))}): each worker seems to answer with numbers of its own, so rates are far too high.`,
        next: SEVERAL_PROCESSES,
    }));
}
const isMixed = ({ mixed, resets }) => mixed || resets >= 2;

// EXTERNAL MODULE: ./build/verify/targets/target-key.js
var target_key = __webpack_require__(270);
;// CONCATENATED MODULE: ./build/verify/targets/scrape-history.js


/** Prometheus aligns sample times with the scrape interval, by a few milliseconds at most. */
const ALIGNMENT_MS = 50;
const FIELDS = {
    up: 'up',
    scrape_samples_scraped: 'sent',
    process_start_time_seconds: 'startedAt',
};
/**
 * The query for every scrape of these jobs in a window: raw samples, because their sequence matters. Unlike an instant
 * query, a range has no samples from before it.
 */
const historyQuery = (jobs, windowMs) => `{__name__=~"${Object.keys(FIELDS).join('|')}",job=~${(0,literals/* promqlAnyOf */.NK)(jobs)}}[${Math.ceil(windowMs)}ms]`;
/** Reads the answer to `historyQuery`. A series of the service's own that is called `up` has other labels. */
function readHistory(targets, { result }) {
    const labelsOf = new Map(targets.map(({ labels }) => [(0,target_key/* targetKey */.h)(labels), labels]));
    const found = new Map();
    for (const { metric, values } of result.resultType === 'matrix' ? result.result : []) {
        const key = (0,target_key/* targetKey */.h)(metric);
        const labels = labelsOf.get(key);
        const field = FIELDS[metric.__name__ ?? ''];
        if (labels === undefined || field === undefined || !isReported(metric, labels))
            continue;
        const scrapes = found.get(key) ?? new Map();
        found.set(key, scrapes);
        for (const [time, value] of values) {
            const at = Math.round(time * 1000);
            const scrape = scrapes.get(at) ?? { at, up: false };
            scrapes.set(at, { ...scrape, [field]: field === 'up' ? value === '1' : Number(value) });
        }
    }
    return new Map([...found].map(([key, scrapes]) => [key, inOrder([...scrapes.values()])]));
}
/** Whether a series has the labels of the target and no others: Prometheus itself, or an unlabelled metric, writes it. */
function isReported(metric, labels) {
    const own = Object.keys(metric).filter((name) => name !== '__name__' && name !== 'verify');
    return own.length === Object.keys(labels).length && own.every((name) => metric[name] === labels[name]);
}
/** Both lists as one, each scrape once. */
function mergeScrapes(before, added) {
    if (added.length === 0)
        return before;
    const at = new Set(added.map((scrape) => scrape.at));
    return inOrder([...before.filter((scrape) => !at.has(scrape.at)), ...added]);
}
const inOrder = (scrapes) => scrapes.toSorted((a, b) => a.at - b.at);
/**
 * The scrape that Prometheus reports as the last one, where it is not stored yet: the history is read once per
 * interval, the targets more often.
 */
function withLast(scrapes, { at, up, sent }) {
    const last = scrapes.at(-1);
    if (last !== undefined && at <= last.at + ALIGNMENT_MS)
        return scrapes;
    return [...scrapes, { at, up, ...(sent !== undefined && { sent }) }];
}

;// CONCATENATED MODULE: ./build/verify/targets/sample-counts.js




/** Series that Prometheus adds to every scrape, each once, with the labels of the target. */
const REPORTED = [
    'up',
    'scrape_duration_seconds',
    'scrape_samples_scraped',
    'scrape_samples_post_metric_relabeling',
    'scrape_series_added',
];
/** The same with the feature flag `extra-scrape-metrics`: all of them or none. */
const EXTRA = ['scrape_timeout_seconds', 'scrape_sample_limit', 'scrape_body_size_bytes'];
/** Series that alerting rules write with the labels of a target. */
const BY_RULES = ['ALERTS', 'ALERTS_FOR_STATE'];
/**
 * Counting the series of a target costs Prometheus 14 µs of CPU for each (measured: 2.75 s for 200,000), on a machine
 * that may have a sixteenth of a core. Of all targets together, so many are counted at once.
 */
const COUNTED_SAMPLES = 50_000;
/** Targets that answered since their samples were counted. */
function uncounted(observations, counted) {
    return observations
        .flatMap(({ seen, state }) => (seen?.health === 'up' && state !== 'stale' ? seen : []))
        .filter((target) => counted.get((0,target_key/* targetKey */.h)(target.labels)) !== target.lastScrape);
}
/**
 * The query for the size of each target's last stored scrape: three series for each target. `up` is not a substitute:
 * after a restart of Prometheus it still has samples from before (measured).
 */
function sizeQuery(targets) {
    const selected = selectorOf(targets);
    return [
        (0,literals/* withLabel */.nH)(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
        (0,literals/* withLabel */.nH)(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
        (0,literals/* withLabel */.nH)(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
    ].join(' or ');
}
/** Reads the answer to `sizeQuery`; targets whose last scrape is not stored yet are left out. */
function readSizes(targets, answer) {
    const rows = Map.groupBy(rowsOf(answer), ({ metric }) => (0,target_key/* targetKey */.h)(metric));
    return new Map(targets.flatMap((target) => {
        const own = (rows.get((0,target_key/* targetKey */.h)(target.labels)) ?? []).filter(({ metric }) => isReported(metric, target.labels));
        const [at, sent, kept] = ['at', 'sent', 'kept'].map((name) => {
            const row = own.find(({ metric }) => metric.verify === name);
            return row && Number(row.value?.[1]);
        });
        if (at === undefined || sent === undefined || at * 1000 < (0,targets_observe/* scrapedAt */.kS)(target) - ALIGNMENT_MS)
            return [];
        return [[(0,target_key/* targetKey */.h)(target.labels), { at: at * 1000, sent, kept: kept ?? sent }]];
    }));
}
/**
 * The query for the number of stored series of each target without those that rules have `recorded`, and for the time
 * of the scrape that they belong to. A service may have series of its own called like those that Prometheus adds.
 */
function countQuery(targets, recorded) {
    const selected = selectorOf(targets);
    const others = (0,literals/* promqlAnyOf */.NK)([...REPORTED, ...EXTRA, ...BY_RULES, ...recorded]);
    const named = (names) => `count by (job, instance, __name__) ({${selected},__name__=~${(0,literals/* promqlAnyOf */.NK)(names)}})`;
    return [
        (0,literals/* withLabel */.nH)(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
        (0,literals/* withLabel */.nH)(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
        (0,literals/* withLabel */.nH)(`${named(REPORTED)} > 1`, 'verify', 'reported'),
        (0,literals/* withLabel */.nH)(named(EXTRA), 'verify', 'extra'),
    ].join(' or ');
}
/** Reads the answer to `countQuery`; a target that was scraped again since its size was read is left out. */
function readCounts(targets, sizes, answer) {
    const rows = Map.groupBy(rowsOf(answer), ({ metric }) => (0,target_key/* targetKey */.h)(metric));
    return new Map(targets.flatMap((target) => {
        const key = (0,target_key/* targetKey */.h)(target.labels);
        const size = sizes.get(key);
        const own = rows.get(key) ?? [];
        const at = own.find(({ metric }) => metric.verify === 'at' && isReported(metric, target.labels));
        if (size === undefined || Math.round(Number(at?.value?.[1]) * 1000) !== Math.round(size.at))
            return [];
        const stored = storedOf(own);
        return [[key, { scraped: size.sent, stored, lost: Math.max(0, size.kept - stored) }]];
    }));
}
function storedOf(rows) {
    const values = (name) => rows.filter(({ metric }) => metric.verify === name).map(({ value }) => Number(value?.[1]));
    const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
    const [reported, extra] = [values('reported'), values('extra')];
    // With the feature flag, one series of each of these names is not the service's.
    const added = extra.length === EXTRA.length ? EXTRA.length : 0;
    return sum(values('stored')) + sum(reported) - reported.length + sum(extra) - added;
}
function selectorOf(targets) {
    const which = (name) => `${name}=~${(0,literals/* promqlAnyOf */.NK)(targets.map((target) => target.labels[name] ?? ''))}`;
    return `${which('job')},${which('instance')}`;
}
const rowsOf = ({ result }) => (result.resultType === 'vector' ? result.result : []);

;// CONCATENATED MODULE: ./build/verify/targets/sample-counter.js



/** Up to so many samples in all, every scrape is counted; beyond that, a page that keeps its size is not counted again. */
const CHEAP_SAMPLES = 10_000;
/** Counts each target's samples: at once when it comes up, and after that at most once per scrape interval. */
function createSampleCounter(prometheus, recorded, intervalMs) {
    const counts = new Map();
    const counted = new Map();
    const kept = new Map();
    let askedAt = Number.NEGATIVE_INFINITY;
    async function ask(targets) {
        const sizes = readSizes(targets, await prometheus.query(sizeQuery(targets)));
        const { exact, same, large } = split(targets, sizes, kept);
        const found = await countAll({ exact, large, sizes }, prometheus, recorded);
        for (const { labels } of same) {
            const known = counts.get((0,target_key/* targetKey */.h)(labels));
            if (known)
                found.set((0,target_key/* targetKey */.h)(labels), known);
        }
        for (const { labels, lastScrape } of targets) {
            const key = (0,target_key/* targetKey */.h)(labels);
            const count = found.get(key);
            if (count === undefined)
                continue;
            counts.set(key, count);
            counted.set(key, lastScrape);
            kept.set(key, sizes.get(key)?.kept ?? 0);
        }
        return found.size > 0;
    }
    return {
        async counted(observeWith, elapsed) {
            const observations = observeWith(counts);
            // A target that comes back after it was down is a new process: its samples are counted again.
            for (const { seen } of observations)
                if (seen?.health === 'down') {
                    counts.delete((0,target_key/* targetKey */.h)(seen.labels));
                    kept.delete((0,target_key/* targetKey */.h)(seen.labels));
                }
            const due = uncounted(observations, counted);
            const isNew = due.some(({ labels }) => !counts.has((0,target_key/* targetKey */.h)(labels)));
            if (due.length === 0 || (!isNew && elapsed - askedAt < intervalMs))
                return observations;
            askedAt = elapsed;
            return (await ask(due)) ? observeWith(counts) : observations;
        },
    };
}
/**
 * The stored series of small targets. Those of large ones are counted only where Prometheus has rejected samples at all;
 * otherwise everything that they sent is stored.
 */
async function countAll({ exact, large, sizes }, prometheus, recorded) {
    const rejects = large.length > 0 && (await rejectedSamples(prometheus)) !== 0;
    const asked = rejects ? [...exact, ...large] : exact;
    const found = asked.length > 0
        ? readCounts(asked, sizes, await prometheus.query(countQuery(asked, (await recorded()).names)))
        : new Map();
    for (const { labels } of rejects ? [] : large) {
        const size = sizes.get((0,target_key/* targetKey */.h)(labels));
        if (size)
            found.set((0,target_key/* targetKey */.h)(labels), { scraped: size.sent, stored: size.kept, lost: 0, isInferred: true });
    }
    return found;
}
/** Small targets first: one large target must not keep the others from being counted. */
function split(targets, sizes, before) {
    const sizeOf = ({ labels }) => sizes.get((0,target_key/* targetKey */.h)(labels))?.kept ?? 0;
    const sized = targets
        .filter(({ labels }) => sizes.has((0,target_key/* targetKey */.h)(labels)))
        .toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const total = sized.reduce((sum, target) => sum + sizeOf(target), 0);
    const isSame = (target) => total > CHEAP_SAMPLES && before.get((0,target_key/* targetKey */.h)(target.labels)) === sizeOf(target);
    let sum = 0;
    const found = { exact: [], same: [], large: [] };
    for (const target of sized) {
        const size = sizeOf(target);
        if (isSame(target))
            found.same.push(target);
        else if (sum + size > COUNTED_SAMPLES)
            found.large.push(target);
        else {
            found.exact.push(target);
            sum += size;
        }
    }
    return found;
}
/** Samples that Prometheus has rejected since its start, of all targets; undefined when it does not say. */
async function rejectedSamples(prometheus) {
    try {
        const rows = (await prometheus.exposition()).matchAll(REJECTED);
        return [...rows].reduce((sum, [, value]) => sum + Number(value), 0);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
const REJECTED = /^prometheus_target_scrapes_sample_(?:duplicate_timestamp|out_of_order|out_of_bounds)_total (\S+)$/gm;

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
function describeOpenTargets({ observations, open, absent, unexpected, certain, }) {
    if (certain)
        return undefined;
    if (open.length === 0 && absent.length > 0)
        return `a machine of ${(0,lib_text/* few */.H$)(absent)}`;
    if (open.length === 0)
        return `targets that belong to no listed machine: ${(0,lib_text/* few */.H$)(unexpected.map(({ service, address }) => `${service} at ${address}`))}`;
    const names = open.map(({ expected: { service, machine }, state }) => `${service} on ${machine.id} (${state === 'up' ? 'up, to be seen again' : state})`);
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
        case 'flapping':
        case 'restarting':
            return `${where} is ${state}: not every scrape succeeds`;
        case 'not-stored':
            return `${where} is up, but its samples are not stored`;
        case 'empty':
            return `${where} answers without a single sample`;
        case 'samples-lost':
            return `${where} is up, but ${count?.lost} of its samples are lost`;
        default:
            return `${where} is down (${state}): ${seen?.lastError ?? ''}`;
    }
}

;// CONCATENATED MODULE: ./build/verify/targets/history-feed.js








/** How far the history reaches back before verification: ten minutes, or fewer where scrapes are frequent. */
const LOOKBACK_MS = 600_000;
const LOOKBACK_SCRAPES = 40;
/** The scrapes of all targets, from before verification up to now: two queries per interval for any number of targets. */
function createHistoryFeed(config, prometheus) {
    const jobs = config.services.map(({ name }) => name);
    const counters = history_feed_countersOf(config);
    const intervalMs = shortestIntervalMs(config);
    const longestMs = (0,duration/* parseDuration */.E)((0,scrape_options/* longestInterval */.EV)(config)) ?? intervalMs;
    const lookback = Math.min(LOOKBACK_MS, LOOKBACK_SCRAPES * intervalMs);
    const known = new Map();
    const unstored = new Map();
    let resets = new Map();
    let readAt;
    let askedAt = Number.NEGATIVE_INFINITY;
    let lost;
    async function read(seen, elapsed) {
        // A scrape is stored when it ends, under the time of its start: the windows overlap.
        const window = readAt === undefined ? lookback + elapsed : elapsed - readAt + 2 * longestMs + 1_000;
        const [history, reset] = await Promise.all([
            prometheus.query(historyQuery(jobs, window)),
            counters.length > 0
                ? prometheus.query(resetsQuery(jobs, counters, RESET_SCRAPES * longestMs + elapsed))
                : undefined,
        ]);
        for (const [key, scrapes] of readHistory(seen, history))
            known.set(key, mergeScrapes(known.get(key) ?? [], scrapes));
        countUnstored(unstored, seen, { known, limitMs: Math.max(targets_observe/* STORED_MS */.dn, 3 * longestMs) });
        if (reset)
            resets = readResets(reset);
    }
    return {
        async update(seen, elapsed) {
            if (jobs.length === 0 || seen.length === 0 || elapsed - askedAt < intervalMs)
                return;
            askedAt = elapsed;
            try {
                await read(seen, elapsed);
                readAt = elapsed;
                lost = undefined;
            }
            catch (error) {
                // Without it, the targets themselves can be judged.
                if (!(error instanceof errors/* ActionError */.lZ))
                    throw error;
                lost = (0,errors/* messageOf */.bD)(error);
            }
        },
        lost: () => lost,
        scrapes: (key) => known.get(key) ?? [],
        resets: (key) => resets.get(key) ?? 0,
        isUnstored: (key) => (unstored.get(key) ?? 0) >= 2,
    };
}
/** Counts readings in which the newest stored scrape is old; the list of targets is older than the reading. */
function countUnstored(unstored, seen, { known, limitMs }) {
    for (const target of seen) {
        const key = (0,target_key/* targetKey */.h)(target.labels);
        const stored = known.get(key)?.at(-1)?.at;
        const isBehind = stored !== undefined && (0,targets_observe/* scrapedAt */.kS)(target) - stored >= limitMs;
        unstored.set(key, isBehind ? (unstored.get(key) ?? 0) + 1 : 0);
    }
}
/** The shortest interval at which a service is scraped. */
const shortestIntervalMs = ({ monitoring, services }) => Math.min(...services.map((service) => (0,duration/* parseDuration */.E)((0,scrape_options/* scrapeTimes */.nZ)(service, monitoring).interval) ?? 15_000), (0,duration/* parseDuration */.E)(monitoring.scrape_interval) ?? 15_000);
/** Counters are compared over the recent past only: a deploy before that resets them, too. */
const RESET_SCRAPES = 5;
/** Every counter of a process starts again with it: a few are enough. */
const MOST_COUNTERS = 20;
/** Names of the declared series that never decrease within one process. */
function history_feed_countersOf({ services }) {
    const declared = services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service));
    const names = declared.flatMap(({ name, type }) => type === 'counter' ? [name] : type === 'histogram' || type === 'summary' ? [`${name}_count`] : []);
    return [...new Set(names)].slice(0, MOST_COUNTERS);
}
/** How often a counter of each target went back: with one process, only when the process starts again. */
function resetsQuery(jobs, counters, windowMs) {
    // One selector for all names would fail: without their names, two series may have the same labels.
    const parts = counters.map((name, i) => {
        const series = `{__name__=${(0,literals/* promqlString */.ZD)(name)},job=~${(0,literals/* promqlAnyOf */.NK)(jobs)}}[${Math.ceil(windowMs)}ms]`;
        return (0,literals/* withLabel */.nH)(`resets(${series})`, 'verify', String(i));
    });
    return `max by (job, instance) (${parts.join(' or ')}) > 0`;
}
const readResets = ({ result }) => new Map((result.resultType === 'vector' ? result.result : []).map(({ metric, value }) => [
    (0,target_key/* targetKey */.h)(metric),
    Number(value?.[1]),
]));

// EXTERNAL MODULE: ./build/verify/targets/steadiness.js
var steadiness = __webpack_require__(3968);
;// CONCATENATED MODULE: ./build/verify/targets/unexpected.js


/**
 * How long it must be there, in milliseconds: a machine that was destroyed stays in the DNS and in Prometheus for about
 * 20 s, and a new one may be there before the next listing.
 */
const LASTING_MS = 30_000;
/** Watches for targets that nobody expects; each call is one poll, `elapsed` milliseconds after the watch began. */
function createUnexpectedWatch(services) {
    const appOf = new Map(services.map(({ name, app }) => [name, app]));
    let since = new Map();
    return (expected, seen, elapsed) => {
        // A service without a machine is reported as such.
        const hosted = new Set(expected.map(({ service }) => service));
        const known = new Set(expected.map(({ service, address }) => (0,targets_observe/* expectedKey */.ol)(service, address)));
        const found = seen.flatMap((target) => {
            const service = target.labels.job ?? target.scrapePool;
            const address = (0,targets_address/* scrapeAddress */.L)(target.scrapeUrl);
            const app = appOf.get(service);
            if (app === undefined || !hosted.has(service) || known.has((0,targets_observe/* expectedKey */.ol)(service, address)))
                return [];
            return [{ service, app, address, seen: target }];
        });
        since = new Map(found.map(({ service, address }) => {
            const key = (0,targets_observe/* expectedKey */.ol)(service, address);
            return [key, since.get(key) ?? elapsed];
        }));
        return { found, isFinal: [...since.values()].every((first) => elapsed - first >= LASTING_MS) };
    };
}

;// CONCATENATED MODULE: ./build/verify/targets/watch.js










/** Watches the targets: each call of the returned function is one poll. */
function watchTargets(options) {
    const { config, verifyStart, lister, prometheus, promised } = options;
    const began = performance.now();
    const expectation = lastOnly((machines) => expectTargets(config, machines));
    const observe = createObserver(options);
    const watchUnexpected = createUnexpectedWatch(config.services);
    const pulse = createPulse(verifyStart);
    return async () => {
        const { targets, absent } = expectation(lister.machines());
        const elapsed = performance.now() - began;
        const context = { elapsed, listings: lister.listings(), onlyListing: lister.only, promised };
        const seen = await prometheus.targets();
        const { observations, open, historyLost } = await observe(targets, seen, context);
        const unexpected = watchUnexpected(targets, seen, elapsed);
        const isListed = absent.length === 0 || lister.only || context.listings >= 2;
        const certain = open.length === 0 && isListed && unexpected.isFinal;
        const isOdd = absent.length > 0 || unexpected.found.length > 0;
        if (!certain && (isOdd || observations.some(({ state }) => (0,targets_observe/* isRed */.iI)(state))))
            lister.again(elapsed);
        return {
            observations,
            seen,
            certain,
            open,
            absent: absent.map(({ name }) => name),
            unexpected: unexpected.found,
            historyLost,
            elapsed,
            ...pulse(seen, elapsed),
        };
    };
}
/** Observes the expected targets, with what was observed before. */
function createObserver({ config, verifyStart, prometheus, recorded, log }) {
    const counter = createSampleCounter(prometheus, recorded, shortestIntervalMs(config));
    const feed = createHistoryFeed(config, prometheus);
    const recordOfTarget = recorder(feed, verifyStart);
    let histories = new Map();
    let shown = new Map();
    return async (targets, seen, context) => {
        await feed.update(seen, context.elapsed);
        const polled = await counter.counted((counts) => {
            const recordOf = (target) => recordOfTarget(target, counts);
            return (0,targets_observe/* recordMachines */.e1)(targets, seen, verifyStart, { counts, recordOf });
        }, context.elapsed);
        const before = histories;
        histories = new Map(polled.map((observation) => {
            const key = keyOf(observation);
            return [key, (0,targets_observe/* continueHistory */.s$)(before.get(key), observation, context)];
        }));
        const observations = polled.map((observation) => (0,targets_observe/* isNotStored */.xy)(observation, histories.get(keyOf(observation)), context)
            ? { ...observation, state: 'not-stored' }
            : observation);
        logChanges(observations, shown, log);
        shown = new Map(observations.map((observation) => [keyOf(observation), observation.state]));
        return {
            observations,
            historyLost: feed.lost(),
            open: observations.filter((observation) => !(0,targets_observe/* isFinal */.dR)(observation, histories.get(keyOf(observation)), context)),
        };
    };
}
/** Whether Prometheus scrapes at all: how often each target, and since when nothing or not itself. */
function createPulse(verifyStart) {
    const scrapes = new Map();
    let emptySince;
    let selfSeen = 0;
    return (seen, elapsed) => {
        countScrapes(scrapes, seen, verifyStart);
        emptySince = seen.length === 0 ? (emptySince ?? elapsed) : undefined;
        if (isSelfUp(seen, verifyStart))
            selfSeen = elapsed;
        return {
            scrapes,
            emptyFor: emptySince === undefined ? undefined : elapsed - emptySince,
            selfMissingFor: elapsed - selfSeen,
        };
    };
}
const isSelfUp = (seen, verifyStart) => {
    const own = seen.filter(({ labels }) => labels.job === model_prometheus/* SELF_JOB */.P8);
    return own.length > 0 && own.every((target) => target.health === 'up' && (0,targets_observe/* scrapedAt */.kS)(target) > verifyStart);
};
const keyOf = ({ expected }) => (0,targets_observe/* expectedKey */.ol)(expected.service, expected.address);
/** Sums up the scrapes of a target, of which the last may not be in the history yet; again only when there are new ones. */
function recorder(feed, verifyStart) {
    const known = new Map();
    return (target, counts) => {
        const key = (0,target_key/* targetKey */.h)(target.labels);
        const [read, resets, isUnstored] = [feed.scrapes(key), feed.resets(key), feed.isUnstored(key)];
        const sent = counts.get(key)?.scraped;
        const facts = [read, resets, isUnstored, sent, target.lastScrape, target.health];
        const before = known.get(key);
        if (before?.facts.every((fact, i) => fact === facts[i]))
            return before.record;
        const last = { at: (0,targets_observe/* scrapedAt */.kS)(target), up: target.health === 'up', sent };
        const scrapes = last.at > 0 ? withLast(read, last) : read;
        const record = (0,steadiness/* recordOf */.zv)(scrapes, verifyStart, {
            resets,
            readUntil: read.at(-1)?.at ?? last.at,
            isUnstored,
        });
        known.set(key, { facts, record });
        return record;
    };
}
function countScrapes(scrapes, seen, verifyStart) {
    for (const target of seen) {
        const key = (0,target_key/* targetKey */.h)(target.labels);
        const before = scrapes.get(key);
        if ((0,targets_observe/* scrapedAt */.kS)(target) <= verifyStart || before?.last === target.lastScrape)
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
    const changed = observations.filter((observation) => before.get(keyOf(observation)) !== observation.state);
    const single = observations.length <= FEW ? changed : changed.filter(({ state }) => (0,targets_observe/* isRed */.iI)(state));
    const lines = single.flatMap((observation) => progressLine(observation) ?? []);
    for (const line of lines.slice(0, LINES))
        log.info(line);
    if (lines.length > LINES)
        log.info(`… and ${lines.length - LINES} more`);
    if (observations.length <= FEW)
        return;
    const up = observations.filter(({ state }) => state === 'up').length;
    const was = [...before.values()].filter((state) => state === 'up').length;
    const tenth = (n) => Math.floor((10 * n) / observations.length);
    if (tenth(up) > tenth(was))
        log.info(`${up} of ${observations.length} targets are up`);
}

;// CONCATENATED MODULE: ./build/verify/metrics/queries.js


/** Maximum number of characters of one query. */
const BATCH = 20_000;
/** The series of a name in some jobs. Every set of buckets has one without an upper limit: it stands for all of them. */
const seriesIn = ({ name, jobs }) => {
    const bucket = name.endsWith('_bucket') ? ',le=~"[+]Inf|"' : '';
    return `{__name__=${(0,literals/* promqlString */.ZD)(name)},job=~${(0,literals/* promqlAnyOf */.NK)(jobs)}${bucket}}`;
};
/** One expression for each name, distinguished by a label, in as few queries as their length allows. */
function unionQueries(questions, expression) {
    const batches = [];
    let size = BATCH;
    for (const question of questions) {
        const text = expression(question);
        size += text.length + 50;
        if (size > BATCH) {
            batches.push({ parts: [], names: [] });
            size = text.length;
        }
        const batch = batches.at(-1);
        batch?.parts.push((0,literals/* withLabel */.nH)(text, 'verify', String(batch.names.length)));
        batch?.names.push(question.name);
    }
    return batches.map(({ parts, names }) => ({ query: parts.join(' or '), names }));
}
/**
 * The time of the newest sample of each name, by target. A series that was absent from the last scrape has none: Prometheus
 * marks it as ended.
 */
const timesQueries = (questions) => unionQueries(questions, (question) => `max by (job, instance) (timestamp(${seriesIn(question)}))`);
/** By name and target, in milliseconds. */
function readTimes(names, answer) {
    const found = new Map();
    for (const { metric, value } of answer.result.resultType === 'vector' ? answer.result.result : []) {
        const name = names[Number(metric.verify)] ?? '';
        const times = found.get(name) ?? new Map();
        found.set(name, times.set((0,target_key/* targetKey */.h)(metric), Number(value?.[1]) * 1000));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/verify/metrics/steadiness.js

/** The start of the process, which most client libraries expose. */
const PROCESS_START = 'process_start_time_seconds';
/** So many scrapes after a counter went back, it does so again if several processes answer in turn. */
const TURNS = 6;
/**
 * What a counter that went back means: `workers`, several processes answer in turn; `restart`, the process started again;
 * `unclear`, further scrapes will tell. A restarted process counts from 0 once; the counts of several processes go back
 * again and again, and so does the time at which the process started.
 */
function judgeJumps({ counter, starts, up, }) {
    if (goesBack(starts))
        return 'workers';
    const drops = counter.flatMap(([to, value], i) => {
        const before = counter[i - 1];
        return before && value < before[1] ? [{ from: before[0], to, after: counter.length - i - 1 }] : [];
    });
    const [drop, ...more] = drops.filter(({ from, to }) => !isNewProcess(from, to, { starts, up }));
    if (!drop)
        return drops.length > 0 ? 'restart' : 'steady';
    if (more.length > 0)
        return 'workers';
    return drop.after < TURNS ? 'unclear' : 'restart';
}
const goesBack = (samples) => samples.some(([, value], i) => value < (samples[i - 1]?.[1] ?? value));
/** Whether a process start or a failed scrape is between two samples. */
function isNewProcess(from, to, { starts, up }) {
    const startAt = (time) => starts.findLast(([at]) => at <= time)?.[1];
    return startAt(from) !== startAt(to) || up.some(([at, value]) => at > from && at < to && value === 0);
}
/**
 * In how many of the successful scrapes since its first sample a metric was present; undefined when it was in all of them.
 * `present`: the times at which it was seen, of times that are at most `stepMs` apart and end at `until`.
 */
function presenceIn(up, { present, stepMs, until }) {
    const scrapes = up.flatMap(([at, value], i) => {
        const next = up[i + 1]?.[0] ?? until;
        return value === 1 && next - at >= stepMs ? [present.some((time) => time >= at && time < next)] : [];
    });
    const since = scrapes.slice(Math.max(0, scrapes.indexOf(true)));
    const times = since.filter(Boolean).length;
    return times > 0 && times < since.length ? { with: times, of: since.length } : undefined;
}
/** The evidence of a metric that is in order at the last scrape, but not at all scrapes before. */
function withUnsteadiness(evidence, found) {
    const jumps = found.flatMap((one) => (one.kind === 'jumps' ? one : []));
    const gaps = found.flatMap((one) => (one.kind === 'gaps' ? one : []));
    if (jumps[0]) {
        const { of, values } = jumps[0];
        return {
            ...evidence,
            state: 'inconsistent',
            certainty: 'proven',
            why: `${of} of ${machinesOf(jumps)} goes up and down between scrapes, without a restart (${values.join(', ')}): several worker processes answer in turn, each with its own numbers. Rates and sums of them are wrong.`,
            next: 'Add up the workers before they answer (multiprocess mode of the Python client, `AggregatorRegistry` in Node.js), or give each worker a port. If there is one process, it is a gauge and not a counter.',
        };
    }
    if (!gaps[0])
        return evidence;
    return {
        ...evidence,
        state: 'partial',
        certainty: 'proven',
        why: `It was in only ${gaps[0].with} of ${gaps[0].of} scrapes of ${machinesOf(gaps)}: several worker processes answer in turn, and not all of them have it, or the service has stopped sending it.`,
        next: 'Register the metric in every worker process when it starts, and add up the workers before they answer.',
    };
}
const machinesOf = (found) => (0,lib_text/* few */.H$)(found.map(({ machine }) => machine));

;// CONCATENATED MODULE: ./build/verify/metrics/history.js





/** So many targets of each series are looked at in detail. */
const DETAILS = 3;
const history_AT_ONCE = 4;
/** Values that are shown. */
const SHOWN = 5;
/** Looks at all scrapes of a time: for metrics that come and go, and for counters that go back. */
async function readMetricHistory(series, scope) {
    const range = `[${Math.ceil(scope.ms)}ms]`;
    const scrapes = (jobs) => `max by (job, instance) (count_over_time(${seriesIn({ name: 'up', jobs })}${range}))`;
    const starts = { name: PROCESS_START, jobs: [...new Set(scope.instances.map(({ job }) => job))] };
    const [rare, back] = await Promise.all([
        suspects(series, (one) => `max by (job, instance) (count_over_time(${seriesIn(one)}${range})) < on (job, instance) ${scrapes(one.jobs)}`, scope),
        suspects([starts, ...series.filter(({ counts }) => counts)], (one) => `topk by (job, instance) (1, resets(${seriesIn(one)}${range}) > 0)`, scope),
    ]);
    const gaps = await (0,concurrency/* mapConcurrently */.X)(rare, history_AT_ONCE, (one) => readGaps(one, { ...scope, range }));
    const jumps = await (0,concurrency/* mapConcurrently */.X)(back, history_AT_ONCE, (one) => readJumps(one, { ...scope, range }));
    return {
        found: [...gaps, ...jumps.map(({ found }) => found)].flat(),
        unclear: jumps.some(({ unclear }) => unclear),
    };
}
/** The targets for which an expression has a value, by the name of the question. */
async function suspects(questions, expression, { prometheus, instances, at }) {
    const known = new Map(instances.map((one) => [(0,target_key/* targetKey */.h)({ ...one }), one]));
    const answers = await (0,concurrency/* mapConcurrently */.X)(unionQueries(questions, expression), history_AT_ONCE, async (batch) => ({
        names: batch.names,
        answer: await prometheus.query(batch.query, at),
    }));
    const found = answers.flatMap(({ names, answer }) => vectorOf(answer).flatMap(({ metric: { verify, ...labels } }) => {
        const one = known.get((0,target_key/* targetKey */.h)(labels));
        return one ? [{ ...one, name: names[Number(verify)] ?? '', labels }] : [];
    }));
    return [...Map.groupBy(found, ({ name, job }) => JSON.stringify([name, job])).values()].flatMap((all) => all.slice(0, DETAILS));
}
async function readGaps({ name, job, instance, machine }, { prometheus, at, ms, intervalMs, range }) {
    const target = `job=${(0,literals/* promqlString */.ZD)(job)},instance=${(0,literals/* promqlString */.ZD)(instance)}`;
    // Every scrape is followed by two moments at which its result counts.
    const stepMs = Math.max(1, Math.floor(intervalMs / 2));
    const presence = `group({__name__=${(0,literals/* promqlString */.ZD)(name)},${target}})[${Math.ceil(ms)}ms:${stepMs}ms]`;
    const [present, up] = await Promise.all([
        prometheus.query(presence, at),
        prometheus.query(`up{${target}}${range}`, at),
    ]);
    const times = samplesOf(present, () => true).map(([time]) => time);
    const share = presenceIn(samplesOf(up, () => true), { present: times, stepMs, until: at });
    return share ? [{ name, job, machine, kind: 'gaps', ...share }] : [];
}
async function readJumps({ name, job, instance, machine, labels }, { prometheus, at, range }) {
    const matchers = Object.entries(labels).map(([label, value]) => `${label}=${(0,literals/* promqlString */.ZD)(value)}`);
    const target = `job=${(0,literals/* promqlString */.ZD)(job)},instance=${(0,literals/* promqlString */.ZD)(instance)}`;
    const [counter, process] = await Promise.all([
        prometheus.query(`{__name__=${(0,literals/* promqlString */.ZD)(name)},${matchers.join(',')}}${range}`, at),
        prometheus.query(`{__name__=~"up|${PROCESS_START}",${target}}${range}`, at),
    ]);
    const history = {
        counter: samplesOf(counter, () => true),
        starts: samplesOf(process, (one) => one === PROCESS_START),
        up: samplesOf(process, (one) => one === 'up'),
    };
    const verdict = name === PROCESS_START && goesBack(history.starts) ? 'workers' : judgeJumps(history);
    const values = history.counter.slice(-SHOWN).map(([, value]) => value);
    return {
        found: verdict === 'workers' ? [{ name, job, machine, kind: 'jumps', of: name, values }] : [],
        unclear: verdict === 'unclear',
    };
}
const vectorOf = ({ result }) => (result.resultType === 'vector' ? result.result : []);
/** The samples of the first series with such a name. */
function samplesOf({ result }, isMeant) {
    const rows = result.resultType === 'matrix' ? result.result : [];
    const row = rows.find(({ metric }) => isMeant(metric.__name__ ?? ''));
    return (row?.values ?? []).map(([seconds, value]) => [seconds * 1000, Number(value)]);
}

// EXTERNAL MODULE: ./build/formats/metric-types.js
var metric_types = __webpack_require__(9459);
;// CONCATENATED MODULE: ./build/verify/metrics/texts.js



const COMPARE_RELEASES = 'Compare the releases of the machines with `flyctl status`: they may run different versions of the service.';
function wrongTypeText({ name, type }, { actual, hasQuantiles }, { good, of, machines }) {
    if (good > 0)
        return {
            why: `Only ${good} of ${of} machines expose ${name} as a ${type}; ${machines} as a ${actual}.`,
            next: COMPARE_RELEASES,
        };
    if (type === 'histogram' && actual === 'summary')
        return {
            why: `${name} is declared as a histogram but exposed as a summary: it has ${hasQuantiles ? 'quantiles' : 'only a sum and a count'} and no ${name}_bucket.`,
            next: 'Configure buckets in the exporter (in Rust: `PrometheusBuilder::set_buckets`), or declare it as a summary.',
        };
    return {
        why: `${name} is declared as a ${type} but exposed as a ${actual}.`,
        next: 'Correct the declaration, or the metric in the service.',
    };
}
const noBucketsText = (name) => ({
    why: `${name} is a histogram without buckets: the service sends ${name}_sum and ${name}_count, but no ${name}_bucket.`,
    next: 'Configure buckets in the service, or declare it as a summary: an average can be calculated from it, but no quantile.',
});
function nearText({ name, type }, near, { good, of, machines }) {
    if (good > 0)
        return {
            why: `Only ${good} of ${of} machines expose ${name}; ${machines} exposes ${near.name}.`,
            next: COMPARE_RELEASES,
        };
    return {
        why: `${name} is missing; the service exposes ${near.name}.${reason(name, near)}`,
        next: (0,metric_types/* isClassicName */.S6)(near.name)
            ? `Rename the metric in the service, or declare ${near.name} and use that name in queries.`
            : `Declare \`${near.name}: ${type}\` and write \`${(0,literals/* promqlName */.Tf)(near.name)}\` in queries, or configure the service to expose names with underscores.`,
    };
}
/** Why a library stores another name than it was given. */
function reason(name, { name: near, likeness }) {
    if (likeness !== 'same')
        return '';
    if (near === `${name}_total`)
        return ' A counter in OpenMetrics is stored with `_total`.';
    if (`${near}_total` === name)
        return ' The client library does not add `_total`.';
    return '';
}
const partialText = ({ good, of, machines }) => ({
    why: `Only ${good} of ${of} machines expose it; missing on ${machines}.`,
    next: COMPARE_RELEASES,
});
const announcedText = (name) => ({
    why: `The service announces ${name}, but sends no sample of it.`,
    next: 'Initialise it with 0 when the service starts (with labels: for each value that is known), or cause an event that it counts and verify again.',
});
/** `elsewhere`: other services that expose it. */
const absentText = (name, elsewhere) => elsewhere.length > 0
    ? {
        why: `The service does not expose ${name}; ${(0,lib_text/* list */.p_)(elsewhere)} ${elsewhere.length === 1 ? 'exposes' : 'expose'} it.`,
        next: 'Check `port` and `path` of both services, which may be exchanged, or declare it for the service that exposes it.',
    }
    : {
        why: `The service does not expose ${name}.`,
        next: 'Expose it, or remove it from the configuration, the panels and the rules if the service no longer has it.',
    };
/** Nothing when all samples have the time of their scrape. */
const delayedText = (delays) => delays.length === 0
    ? ''
    : ` Its samples carry timestamps of their own, up to ${Math.ceil(Math.max(...delays) / 1000)} s before the scrape.`;

;// CONCATENATED MODULE: ./build/verify/metrics/judge.js


/** Judges a declared metric by what each machine of its service exposes. `elsewhere`: other services that expose it. */
function judgeMetric(service, metric, { findings, elsewhere }) {
    const { name, type } = metric;
    const machines = { with: findings.filter(({ kind }) => kind === 'present').length, of: findings.length };
    return { service, name, type, machines, ...foundAs(metric, findings, elsewhere) };
}
function foundAs(metric, findings, elsewhere) {
    const only = (kind) => findings.filter((finding) => finding.kind === kind);
    if (findings.length === 0)
        return { state: 'unknown', certainty: 'not checked', why: 'No machine of the service is known to be up.' };
    const present = only('present');
    const [wrong] = only('wrong-type');
    if (wrong)
        return proven('wrong-type', wrongTypeText(metric, wrong, parts(findings, wrong)), wrong.actual);
    const noBuckets = only('no-buckets');
    if (noBuckets.length > 0)
        return proven('missing', noBucketsText(metric.name), 'histogram');
    const near = only('near');
    const [renamed] = near.filter((finding) => isFailure(finding, metric));
    if (renamed)
        return renamedMetric(metric, renamed, parts(findings, renamed));
    if (present.length === findings.length)
        return presentMetric(present);
    if (present.length > 0)
        return metric.expect === 'after-traffic'
            ? presentMetric(present)
            : {
                ...proven('partial', partialText(parts(findings, undefined))),
                ...(present[0]?.actual !== undefined && { actualType: present[0].actual }),
            };
    return absentMetric(metric, { announced: only('announced').length > 0, near: near[0], elsewhere });
}
/** A name that may belong to another metric is a failure only for a metric that must be there. */
const isFailure = ({ near }, { expect }) => expect === 'always' || near.likeness !== 'similar';
const proven = (state, { why, next }, actual) => ({ state, ...(actual !== undefined && { actualType: actual }), certainty: 'proven', why, next });
/** The machines in order, and those like the given finding; without one, all that are not in order. */
function parts(findings, like) {
    const affected = findings.filter(({ kind }) => (like ? kind === like.kind : kind !== 'present'));
    return {
        good: findings.filter(({ kind }) => kind === 'present').length,
        of: findings.length,
        machines: (0,lib_text/* few */.H$)(affected.map(({ machine }) => machine)),
    };
}
function renamedMetric(metric, { near, actual }, of) {
    return {
        ...proven(of.good > 0 ? 'partial' : 'missing', nearText(metric, near, of)),
        nearMiss: near.name,
        ...(of.good > 0 && actual !== undefined && { actualType: actual }),
    };
}
function presentMetric(present) {
    const typed = present.find(({ actual }) => actual !== undefined && actual !== 'unknown')?.actual;
    const untyped = present.find(({ actual }) => actual === undefined || actual === 'unknown');
    const delays = present.flatMap(({ delayedMs }) => delayedMs ?? []);
    const about = { state: 'present', ...(typed !== undefined && { actualType: typed }) };
    if (untyped)
        return {
            ...about,
            certainty: 'inferred',
            why: untyped.actual === undefined
                ? 'It has samples, but the service sends no # TYPE line, so its type is not known.'
                : 'It has samples, but the service does not say its type: its # TYPE line says `unknown` or `untyped`, or there is only a # HELP line.',
        };
    return {
        ...about,
        certainty: 'proven',
        why: `Scraped from ${present.length} of ${present.length} machines after verification began.${delayedText(delays)}`,
    };
}
function absentMetric(metric, about) {
    const { name, expect } = metric;
    const { announced, near, elsewhere } = about;
    if (elsewhere.length > 0)
        return proven('missing', absentText(name, elsewhere));
    if (expect === 'always')
        return proven('missing', announced ? announcedText(name) : absentText(name, []));
    return {
        state: 'waiting',
        certainty: announced ? 'inferred' : 'not checked',
        why: announced
            ? 'Announced with the declared type, but without a sample, which is normal before the first event.'
            : `No sample yet, which is normal before the first event.${near ? ` The service exposes ${near.near.name}: is that the intended name?` : ''}`,
        ...(near && { nearMiss: near.near.name }),
    };
}

// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
;// CONCATENATED MODULE: ./build/verify/metrics/names.js


/** Names of the series that a declared metric may have, of whatever type it turns out to be. */
const seriesOfMetric = (name) => metric_types/* SERIES_PARTS */.HP.map((part) => `${name}${part}`);
/**
 * The name under which the metric of a series is declared: that of the family for a histogram or summary, otherwise that
 * of the series. Undefined for `x_created`, the time of creation of another metric.
 */
function declarableName(series, types, stored) {
    const found = (0,metric_types/* familyOfSeries */.Hh)(series, types);
    const base = series.replace(/_created$/, '');
    const isTwin = ['', '_total', '_count'].some((part) => stored.has(`${base}${part}`));
    if (found?.part === '_created' || (base !== series && isTwin))
        return undefined;
    if (found)
        return (0,metric_types/* isStoredName */.pu)(found.part) ? series : found.family;
    const family = series.replace(/_(?:bucket|sum|count)$/, '');
    return stored.has(`${family}_sum`) && stored.has(`${family}_count`) ? family : series;
}
/** The metrics that the series in storage belong to, each with its series. */
function metricsIn(stored, types) {
    const all = new Set(stored);
    const found = new Map();
    for (const series of stored) {
        const name = declarableName(series, types, all);
        if (name !== undefined)
            found.set(name, [...(found.get(name) ?? []), series]);
    }
    return found;
}
/** The exposed metric that is probably meant by a declared one. */
function probableName({ name, type }, exposed, typeOf) {
    const agrees = (other) => {
        const actual = typeOf(other) ?? 'unknown';
        return actual === 'unknown' || (0,metric_types/* typesAgree */.E6)(type, actual);
    };
    const common = (0,metric_types/* commonName */.LS)(name);
    const same = exposed.find((other) => other !== name && (0,metric_types/* commonName */.LS)(other) === common && agrees(other));
    if (same !== undefined)
        return { name: same, likeness: 'same' };
    const close = (0,similar_name/* similarMetricName */.jl)(name, exposed, 'nearly-same');
    if (close !== undefined && agrees(close))
        return { name: close, likeness: 'likely' };
    const similar = (0,similar_name/* similarMetricName */.jl)(name, exposed);
    return similar === undefined ? undefined : { name: similar, likeness: 'similar' };
}

;// CONCATENATED MODULE: ./build/verify/metrics/sample-times.js
/**
 * Remembers the times of samples, in milliseconds on Prometheus' clock. A sample from before verification began proves
 * something only when it moves on, or when the running Prometheus must have scraped it: it marks series that a target no
 * longer sends as ended, but not those that it finds in its storage when it starts.
 */
function createSampleTimes(verifyStart) {
    const known = new Map();
    const isOwnTime = ({ time, first }, startTime) => time > first || (startTime !== undefined && time > startTime);
    return {
        /** `time`: undefined when there is no sample. */
        keep(target, name, { time, at }) {
            const names = known.get(target) ?? new Map();
            known.set(target, names);
            if (time === undefined)
                names.delete(name);
            else
                names.set(name, { time, at, first: names.get(name)?.first ?? time });
        },
        hasOld: () => [...known.values()].some((names) => [...names.values()].some(({ time }) => time <= verifyStart)),
        /** `startTime`: of Prometheus, where it is known. */
        of(target, startTime) {
            const all = [...(known.get(target) ?? [])];
            const isFresh = ({ time }) => time > verifyStart;
            const late = all.filter(([, one]) => !isFresh(one) && isOwnTime(one, startTime));
            const old = all.filter(([, one]) => !isFresh(one) && !isOwnTime(one, startTime));
            return {
                samples: new Set([...all.filter(([, one]) => isFresh(one)), ...late].map(([name]) => name)),
                delayed: new Map(late.map(([name, { time, at }]) => [name, at - time])),
                old: new Set(old.map(([name]) => name)),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/verify/metrics/observe.js





const instancesOf = (observations) => observations.flatMap(({ state, expected, seen }) => state === 'up' && seen
    ? [{ job: expected.service, instance: seen.labels.instance ?? '', machine: expected.machine.id }]
    : []);
/** Metadata of so many targets is requested at once. */
const observe_BATCH = 25;
const observe_AT_ONCE = 4;
/** What the targets expose, as far as it was asked. */
function observeMetrics(prometheus, verifyStart) {
    const types = new Map();
    const stored = new Map();
    const times = createSampleTimes(verifyStart);
    let startTime;
    return {
        /** Types of the metrics of these targets, and the names that their jobs have in storage. */
        async readTypes(instances) {
            const byJob = [...Map.groupBy(instances, ({ job }) => job)];
            const batches = byJob.flatMap(([, all]) => inBatches(all));
            await Promise.all([
                (0,concurrency/* mapConcurrently */.X)(batches, observe_AT_ONCE, async (batch) => {
                    const found = await readTypesOf(batch, prometheus);
                    for (const one of batch)
                        types.set((0,target_key/* targetKey */.h)({ ...one }), found.get(one.instance) ?? new Map());
                }),
                (0,concurrency/* mapConcurrently */.X)(byJob, observe_AT_ONCE, async ([job]) => {
                    stored.set(job, await prometheus.seriesNames(`{job=${(0,literals/* promqlString */.ZD)(job)}}`, verifyStart));
                }),
            ]);
        },
        /** Names that a job has in storage; some may be of an earlier release. */
        stored: (job) => stored.get(job) ?? [],
        /** Asks which targets have samples of these names now. */
        async readSamples(questions, instances, at) {
            for (const { query, names } of timesQueries(questions)) {
                const found = readTimes(names, await prometheus.query(query, at));
                for (const one of instances) {
                    const key = (0,target_key/* targetKey */.h)({ ...one });
                    for (const name of names)
                        times.keep(key, name, { time: found.get(name)?.get(key), at });
                }
            }
            if (times.hasOld())
                startTime ??= Date.parse((await prometheus.runtimeInfo()).startTime);
        },
        metricsOf(one) {
            const key = (0,target_key/* targetKey */.h)({ ...one });
            return { ...one, types: types.get(key) ?? new Map(), ...times.of(key, startTime) };
        },
    };
}
function inBatches(items) {
    return Array.from({ length: Math.ceil(items.length / observe_BATCH) }, (_, i) => items.slice(i * observe_BATCH, (i + 1) * observe_BATCH));
}
/** Types by name, for each instance of a batch of one job. */
async function readTypesOf(batch, prometheus) {
    const job = (0,literals/* promqlString */.ZD)(batch[0]?.job ?? '');
    const some = (0,literals/* promqlAnyOf */.NK)(batch.map(({ instance }) => instance));
    const rows = await prometheus.metadata(`{job=${job},instance=~${some}}`);
    return new Map([...Map.groupBy(rows, ({ target }) => target.instance ?? '')].map(([instance, own]) => [
        instance,
        new Map(own.map(({ metric, type }) => [metric, type])),
    ]));
}

;// CONCATENATED MODULE: ./build/verify/metrics/machine.js


/** Judges one machine. `others`: metrics that the service has in storage and does not declare, each with its series. */
function judgeMachine(metric, target, others) {
    const { name, type } = metric;
    const { types, samples, machine, instance } = target;
    const actual = typeOnMachine(name, target);
    const about = { machine, instance, actual };
    const series = seriesThatProve(name, actual ?? type).find((one) => samples.has(one));
    const isWrong = actual !== undefined && actual !== 'unknown' && !(0,metric_types/* typesAgree */.E6)(type, actual);
    const near = series === undefined ? nearOnMachine(metric, target, others) : undefined;
    if (near?.likeness === 'same')
        return { ...about, kind: 'near', near };
    if (isWrong)
        return { ...about, actual, kind: 'wrong-type', hasQuantiles: samples.has(name) };
    if (series !== undefined)
        return { ...about, kind: 'present', delayedMs: target.delayed.get(series) };
    if (samples.has(`${name}_count`) && (actual ?? type) === 'histogram')
        return { ...about, kind: 'no-buckets' };
    const announced = announcedAs(name, types);
    if (announced === name)
        return { ...about, kind: 'announced' };
    if (announced !== undefined)
        return { ...about, kind: 'near', near: { name: announced, likeness: 'likely' } };
    return near ? { ...about, kind: 'near', near } : { ...about, kind: 'absent' };
}
/** The exposed type; without a `# TYPE` line, the type that the names of the series imply. */
function typeOnMachine(name, { types, samples }) {
    const declared = (0,metric_types/* typeOfName */.RT)(name, types);
    if (declared !== undefined && declared !== 'unknown')
        return declared;
    return samples.has(`${name}_bucket`) && samples.has(`${name}_count`) ? 'histogram' : declared;
}
/** Series of which one must have a sample. A histogram with the plain name is a native one. */
function seriesThatProve(name, type) {
    if (type === 'histogram' || type === 'gaugehistogram')
        return [`${name}_bucket`, name];
    return type === 'summary' ? [`${name}_count`, name] : [name];
}
function nearOnMachine(metric, { samples, types }, others) {
    const withSamples = [...others].flatMap(([name, series]) => series.some((one) => samples.has(one)) ? [name] : []);
    return probableName(metric, withSamples, (name) => (0,metric_types/* typeOfName */.RT)(name, types));
}
/**
 * The name that the samples of an announced metric will have; undefined when it is not announced. OpenMetrics announces
 * `x_total` as `x`. The text format does not: a page in it has counters that are announced with `_total`.
 */
function announcedAs(name, types) {
    const found = (0,metric_types/* familyOfSeries */.Hh)(name, types);
    if (!found)
        return undefined;
    const isText = [...types].some(([family, type]) => type === 'counter' && family.endsWith('_total'));
    return found.part === '_total' && isText ? found.family : name;
}

;// CONCATENATED MODULE: ./build/verify/metrics/service.js





/** Compares what a service exposes with what it declares. `all`: every service, for metrics that another one exposes. */
function judgeService(view, all) {
    const { service, targets, stored } = view;
    const declared = (0,declared_metrics/* declaredMetrics */.A)(service);
    const types = new Map(targets.flatMap((target) => [...target.types]).toReversed());
    const names = new Set(declared.map(({ name }) => name));
    const others = new Map([...metricsIn(stored, types)].filter(([name]) => !names.has(name)));
    const untyped = stored.filter((name) => (0,metric_types/* familyOfSeries */.Hh)(name, types) === undefined);
    const metrics = declared.map((metric) => judgeMetric(service.name, metric, {
        findings: targets.map((target) => judgeMachine(metric, target, others)),
        elsewhere: elsewhere(metric, service, all),
    }));
    const isDead = (name) => untyped.includes(name) && !targets.some(({ samples }) => samples.has(name));
    return {
        ...view,
        metrics,
        others: new Map([...others].filter(([, series]) => !series.every(isDead))),
        untyped,
        typeOf: (name) => (0,metric_types/* typeOfName */.RT)(name, types),
    };
}
/** Other services that expose a metric without declaring it. */
const elsewhere = ({ name, type }, service, all) => all
    .filter((other) => other.service !== service && !Object.hasOwn(other.service.metrics, name))
    .filter(({ targets }) => targets.some(({ samples }) => seriesThatProve(name, type).some((series) => samples.has(series))))
    .map((other) => other.service.name);
const service_isSettled = ({ state, machines }) => state === 'present' && machines.with === machines.of;
/** Whether a service has metrics that are not in order on every machine yet. */
const isUnsettled = ({ metrics, targets }) => targets.length > 0 && !metrics.every(service_isSettled);
/** The series of declared metrics that are not in order yet. */
const declaredQuestions = (judged) => joined(judged.filter(isUnsettled).flatMap(({ service, metrics, stored }) => {
    const names = metrics.filter((one) => !service_isSettled(one)).flatMap(({ name }) => seriesOfMetric(name));
    return names.flatMap((name) => (stored.includes(name) ? { name, jobs: [service.name] } : []));
}));
/** Unexplained names in storage are looked at up to this number. */
const MOST_UNTYPED = 200;
/**
 * The series that may be meant by declared metrics that are absent: other names of the same service, the same name in other
 * services. Names without a `# TYPE` line too: they may be of an earlier release.
 */
function otherQuestions(judged) {
    const absent = judged.flatMap(({ service, metrics, others, typeOf }) => metrics
        .filter(({ state }) => state !== 'present' && state !== 'unknown')
        .flatMap((metric) => {
        const declared = (0,declared_metrics/* declaredMetrics */.A)(service).find(({ name }) => name === metric.name);
        const near = [...others].flatMap(([name, series]) => declared && probableName(declared, [name], typeOf) ? series : []);
        const away = judged
            .filter((other) => other.service !== service)
            .flatMap(({ service: { name: job }, stored }) => seriesOfMetric(metric.name).flatMap((name) => stored.includes(name) ? { name, jobs: [job] } : []));
        return [...near.map((name) => ({ name, jobs: [service.name] })), ...away];
    }));
    const untyped = judged.flatMap(({ service, untyped: names, targets }) => names
        .filter((name) => !targets.some(({ samples }) => samples.has(name)))
        .slice(0, MOST_UNTYPED)
        .map((name) => ({ name, jobs: [service.name] })));
    return joined([...absent, ...untyped]);
}
/** One question for each name. */
const joined = (questions) => [...Map.groupBy(questions, ({ name }) => name)].map(([name, all]) => ({
    name,
    jobs: [...new Set(all.flatMap(({ jobs }) => jobs))],
}));
/** The name of a series that a present metric has at every scrape. */
function watchedName({ name, type, actualType = type }) {
    const of = Object.hasOwn(metric_types/* SERIES_OF */.So, actualType) ? actualType : 'unknown';
    return `${name}${(0,metric_types/* countedPart */.IF)(of)}`;
}
/** Whether other scrapes than the last one may say more: a metric that is absent now may have been there before. */
const isWatched = ({ state, nearMiss: near }) => state === 'present' || ((state === 'missing' || state === 'waiting') && near === undefined);
/** The series of which every scrape is looked at. */
const watchedSeries = (metrics) => {
    const watched = metrics.filter(isWatched);
    const counting = new Set(watched
        .filter(({ type, actualType = type }) => ['counter', 'histogram', 'summary'].includes(actualType))
        .map(watchedName));
    return joined(watched.map((metric) => ({ name: watchedName(metric), jobs: [metric.service] }))).map((one) => ({
        ...one,
        counts: counting.has(one.name),
    }));
};

;// CONCATENATED MODULE: ./build/verify/metrics/contract.js








/** Nothing was asked. `why`: the reason, when it is not that no machine is up. */
const uncheckedContract = (services, why) => ({
    metrics: services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).map((metric) => ({
        ...judgeMetric(service.name, metric, { findings: [], elsewhere: [] }),
        ...(why !== undefined && { why }),
    }))),
    undeclared: [],
    names: [],
    delayed: new Map(),
    mayAdvance: false,
});
/** Series that Prometheus adds to every scrape, and those of alerts. */
const ADDED = /^(?:up|scrape_(?:duration_seconds|samples_scraped|samples_post_metric_relabeling|series_added|timeout_seconds|sample_limit|body_size_bytes)|ALERTS|ALERTS_FOR_STATE)$/;
/** Compares the metrics that the services expose with the declared ones. */
function watchContract({ services, prometheus, verifyStart, intervalMs }) {
    const observer = observeMetrics(prometheus, verifyStart);
    function judgeAll(instances, { recorded }) {
        const views = services.map((service) => ({
            service,
            targets: instances.filter(({ job }) => job === service.name).map((one) => observer.metricsOf(one)),
            stored: observer.stored(service.name).filter((name) => !ADDED.test(name) && !recorded.has(name)),
        }));
        return views.map((view) => judgeService(view, views));
    }
    return {
        /** Asks for what is not in order yet, as of the last scrape of each target. */
        async ask(round) {
            const instances = instancesOf(round.observations);
            const isAsked = (one) => isUnsettled(one) || one.stored.length === 0;
            const jobs = new Set(judgeAll(instances, round)
                .filter(isAsked)
                .map(({ service }) => service.name));
            await observer.readTypes(instances.filter(({ job }) => jobs.has(job)));
            for (const questions of [declaredQuestions, otherQuestions])
                await observer.readSamples(questions(judgeAll(instances, round)), instances, round.at);
            const further = round.names.map((name) => ({ name, jobs: services.map((service) => service.name) }));
            await observer.readSamples(further, instances, round.at);
            return contractOf(judgeAll(instances, round));
        },
        /** Looks at all scrapes since verification began. `unclear`: further scrapes are needed. */
        async askHistory(contract, { observations, at }) {
            if (contract.metrics.length === 0)
                return { contract, unclear: false };
            const series = smallOnly(watchedSeries(contract.metrics), observations);
            const instances = instancesOf(observations);
            const scope = { prometheus, instances, at, ms: at - verifyStart, intervalMs };
            const { found, unclear } = await readMetricHistory(series, scope);
            return { contract: { ...contract, metrics: blamed(contract.metrics, found) }, unclear };
        },
    };
}
/** Without the series of jobs with so many samples that a question about several scrapes would block Prometheus. */
function smallOnly(series, observations) {
    const byJob = Map.groupBy(observations, ({ expected }) => expected.service);
    const isSmall = (job) => (byJob.get(job) ?? []).reduce((sum, { count }) => sum + (count?.scraped ?? 0), 0) <= COUNTED_SAMPLES;
    return series.flatMap((one) => {
        const jobs = one.jobs.filter(isSmall);
        return jobs.length > 0 ? [{ ...one, jobs }] : [];
    });
}
const contractOf = (judged) => ({
    metrics: judged.flatMap(({ metrics }) => metrics),
    undeclared: judged.map(({ service, others }) => ({
        service: service.name,
        names: [...others.keys()].toSorted(),
    })),
    names: [
        ...new Set(judged.flatMap(({ metrics, others, targets }) => [
            ...targets.flatMap(({ samples }) => [...samples]),
            ...metrics.flatMap(({ name, state }) => (state === 'missing' || state === 'waiting' ? [] : name)),
            ...[...others].flatMap(([name, series]) => [name, ...series]),
        ])),
    ],
    mayAdvance: judged.some(({ metrics, targets }) => metrics.some(({ name, state }) => (state === 'missing' || state === 'partial') &&
        targets.some(({ old }) => seriesOfMetric(name).some((series) => old.has(series))))),
    delayed: new Map(judged.flatMap(({ targets }) => targets.flatMap(({ delayed }) => [...delayed]))),
});
/** Several processes concern all metrics of a service: without a counter that shows it, the first one says so. */
function blamed(metrics, found) {
    const own = (metric) => isWatched(metric)
        ? found.filter(({ name, job }) => job === metric.service && name === watchedName(metric))
        : [];
    const told = new Set(metrics.filter((one) => own(one).length > 0).map(({ service }) => service));
    return metrics.map((metric) => {
        const all = own(metric);
        if (all.length > 0 || told.has(metric.service) || metric.state !== 'present')
            return withUnsteadiness(metric, all);
        const process = found.filter(({ name, job }) => name === PROCESS_START && job === metric.service);
        if (process.length > 0)
            told.add(metric.service);
        return withUnsteadiness(metric, process);
    });
}
/** Names of all series that may be absent before the first event (`expect: after-traffic`). */
function afterTrafficNames(services) {
    const declared = services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service));
    return new Set(declared.filter(({ expect }) => expect === 'after-traffic').flatMap(({ name }) => seriesOfMetric(name)));
}
/** Maps each declared series to its service, for services without a target that is up. */
function namesOfDown(services, observations) {
    const up = new Set(observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service));
    return new Map(services
        .filter(({ name }) => !up.has(name))
        .flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).flatMap(({ name }) => seriesOfMetric(name).map((series) => [series, service.name]))));
}

;// CONCATENATED MODULE: ./build/verify/panels/answer-numbers.js
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
 * The query in which these selectors, which have no sample from after verification began, select nothing, so that its
 * answer comes from fresh samples only. Undefined when there are none.
 */
function freshOnly(query, past) {
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

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/formats/promql/strings.js
var strings = __webpack_require__(9645);
;// CONCATENATED MODULE: ./build/verify/panels/error-class.js

const HTTP_CODES = Array.from({ length: 500 }, (_, i) => String(100 + i));
const HTTP_CLASSES = ['xx', 'XX', '**'].flatMap((end) => ['1', '2', '3', '4', '5'].map((n) => n + end));
const error_class_isFailure = (status) => /^[45]/.test(status);
/** Values of a label that stand for a failure. */
const GRPC_ERRORS = 'Canceled Cancelled Unknown InvalidArgument DeadlineExceeded NotFound AlreadyExists PermissionDenied ResourceExhausted FailedPrecondition Aborted OutOfRange Unimplemented Internal Unavailable DataLoss Unauthenticated'
    .split(' ')
    .flatMap((code) => [code, code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()]);
/** Words in the name or the value of a label that stand for a failure: whole ones, and beginnings of words. */
const ERROR_WORDS = /(?<![a-z])(?:(?:err|errs|down|dead|lost|oom|miss|misses|stale|crit|emerg|nok|bad)(?![a-z])|error|fail|fatal|critical|panic|time_?out|timed_?out|deni|deny|reject|refus|dropped|drops?(?![a-z])|abort|cancel|invalid|unhealthy|exception|retry|retri|kill|crash|warn|alert|overflow|throttl|unauth|forbidden|not_?found|expire|block|rate_?limit|exhaust|exceed|unavailable|unknown|unreachable|violat)/i;
/** `DeadlineExceeded` reads `Deadline_Exceeded`. */
const namesFailure = (text) => ERROR_WORDS.test(text.replace(/(?<=[a-z])(?=[A-Z])/g, '_'));
const SUCCESS_LABEL = /succe|ok\b|healthy|ready|valid|\bup\b/i;
const NO = /^(?:false|0|no)$/i;
const YES = /^(?:true|1|yes)$/i;
/**
 * Whether a matcher that no series of its metric fulfils selects failures, so that nothing may be the healthy state.
 * `values`: the values that the label has now, none of which it accepts. A pattern that does not fit the form of those
 * values (`5xx` where they are like `200`) selects nothing ever.
 */
function selectsFailures(matcher, values) {
    const { label, op, value } = matcher;
    if (namesFailure(label) && (values.length === 0 || op === '!=' || op === '!~'))
        return true;
    if (values.length === 0)
        return false;
    // Everything that exists is what the panel leaves out: `outcome!="success"`.
    if (op === '!=' || op === '!~')
        return true;
    const statuses = statusesLike(values);
    if (statuses)
        return accepts(matcher, statuses.filter(error_class_isFailure));
    if (values.some((one) => /^ok$/i.test(one)) && accepts(matcher, GRPC_ERRORS))
        return true;
    if (NO.test(value))
        return SUCCESS_LABEL.test(label);
    if (YES.test(value))
        return namesFailure(label);
    return namesFailure(value);
}
/** All HTTP statuses in the form of these values: `200` or `2xx`; undefined when the values are none. */
function statusesLike(values) {
    if (values.some((one) => /^[1-5]\d\d$/.test(one)))
        return HTTP_CODES;
    return values.some((one) => /^[1-5](?:xx|\*\*)$/i.test(one)) ? HTTP_CLASSES : undefined;
}
/** Whether a matcher accepts no HTTP status in the form of the values that the label has: `5xx` among `200`. */
function fitsNoStatus(matcher, values) {
    const statuses = statusesLike(values);
    return (statuses !== undefined && values.every((one) => statuses.includes(one)) && !accepts(matcher, statuses));
}
const accepts = (matcher, candidates) => candidates.some((candidate) => (0,strings/* matches */.cK)(matcher, candidate));

;// CONCATENATED MODULE: ./build/verify/panels/absent.js





const noData = (why, next, absent) => ({
    ...{ state: 'no-data', certainty: 'proven', why, next, absent },
});
/** No data, which is the normal state of a healthy service as far as one can see. */
const healthyEmpty = (why, absent = []) => ({
    ...{ state: 'waiting', certainty: 'inferred', absent },
    why: `Empty may be the healthy state: ${why}`,
});
const TRAFFIC = 'Send traffic and verify again; to show zero instead, add `or 0 * …` to the query.';
const CORRECT_NAME = 'Correct the name in the panel or in the service.';
/** Why a selector has no sample from after verification began; undefined when it has one. */
async function whyAbsent(selector, tools) {
    const { facts, context } = tools;
    const { metric } = selector;
    if (await facts.isPresent(selector))
        return undefined;
    if (metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE')
        return noAlert(selector, context);
    if (metric === undefined)
        return noData(`No series matches ${shortText(selector)}.`, 'Correct the selector.', [shortText(selector)]);
    return (await facts.isPresent({ metric, matchers: [] }))
        ? unmatched(metric, selector, tools)
        : missingMetric(metric, tools);
}
function noAlert({ matchers }, { alerts }) {
    const named = matchers.find(({ label }) => label === 'alertname');
    if (named && alerts.size > 0 && ![...alerts].some((name) => (0,strings/* matches */.cK)(named, name)))
        return noData(`No alert is called ${named.value}.`, 'Correct the name of the alert in the panel.', [
            `alertname${named.op}${JSON.stringify(named.value)}`,
        ]);
    return healthyEmpty('no such alert is pending or firing.');
}
/** No series of the metric has samples. */
async function missingMetric(metric, tools) {
    const { context } = tools;
    const { downService, afterTraffic, recorded, names } = context;
    const down = downService.get(metric);
    if (down !== undefined)
        return { ...noData(`No target of ${down} is up.`, `Bring ${down} up; see its target.`, [metric]), down };
    const hint = nearMiss(metric, context);
    if (hint !== '')
        return noData(`No service exposes ${metric}. ${hint}`, CORRECT_NAME, [metric]);
    if (afterTraffic.has(metric))
        return {
            ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
            why: `No traffic yet: ${metric} may be absent before the first event.`,
        };
    const rule = recorded.get(metric);
    const cause = rule === undefined ? undefined : await tools.explain(rule);
    if (cause)
        return { ...cause, why: `The rule that records ${metric} returns nothing. ${cause.why}` };
    if (rule !== undefined)
        return {
            ...{ state: 'too-early', certainty: 'inferred', absent: [metric] },
            why: `A rule records ${metric}, and was not evaluated since its metrics exist.`,
        };
    if (names.includes(metric) || names.includes(metric.replace(/_(?:bucket|count|sum|total)$/, '')))
        return {
            ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [metric] },
            why: `The service announces ${metric}, but sends no sample of it, which is normal before the first event.`,
        };
    return noData(`No service exposes ${metric}.`, CORRECT_NAME, [metric]);
}
/** A metric with a similar name, or another type than the name says, as a sentence; empty when there is none. */
function nearMiss(metric, { declared, names }) {
    const base = metric.replace(/_bucket$/, '');
    if (base !== metric && names.includes(`${base}_count`))
        return `${base} has no buckets: it is exposed as a summary.`;
    const family = metric.replace(/_(?:bucket|count|sum)$/, '');
    if (declared.has(family) || declared.has(metric) || names.includes(metric))
        return '';
    const near = (0,similar_name/* similarMetricName */.jl)(metric, [...names, ...declared]);
    return near === undefined ? '' : `Did you mean ${near}?`;
}
/** The metric has series, but none that the matchers accept. */
async function unmatched(metric, selector, tools) {
    const { facts, context } = tools;
    const found = await Promise.all(selector.matchers.map(async (matcher) => {
        const values = await facts.labelValues(metric, matcher.label);
        const isMatched = values.some((value) => (0,strings/* matches */.cK)(matcher, value)) || (0,strings/* matches */.cK)(matcher, '');
        return { matcher, values, isMatched };
    }));
    const open = found.filter(({ isMatched }) => !isMatched);
    const findings = await Promise.all(open.map(({ matcher, values }) => unmatchedLabel(metric, { matcher, values }, tools)));
    const wrong = findings.find(({ state }) => state === 'no-data');
    if (wrong)
        return wrong;
    if (findings.some(({ state }) => state === 'waiting') && findings[0])
        return findings.find(({ state }) => state === 'waiting') ?? findings[0];
    if (findings[0])
        return findings[0];
    const short = shortText(selector);
    if (found.some(({ matcher, values }) => selectsFailures(matcher, values.filter((v) => !(0,strings/* matches */.cK)(matcher, v)))))
        return healthyEmpty(`${metric} has series, and none of them is ${short}.`, [short]);
    return found.every(({ matcher }) => context.targetLabels.has(matcher.label)) ||
        !countsEvents(metric, context)
        ? noData(`${metric} has series for each of the labels, but none that matches ${short}.`, COMPARE, [short])
        : notYet(metric, short, 'Each of the labels exists, on different series.', context);
}
const COMPARE = 'Compare the labels in the query with those that the metric has.';
/** Labels with values that do not depend on events. */
const FIXED_LABELS = /^(?:le|quantile|job|instance)$/;
async function unmatchedLabel(metric, { matcher, values }, { facts, context }) {
    const { label, op, value } = matcher;
    const short = shortText({ metric, matchers: [matcher] });
    const renamed = `exported_${label}`;
    const exported = (await facts.labelValues(metric, renamed)).filter((one) => (0,strings/* matches */.cK)(matcher, one));
    if (exported.length > 0)
        return noData(`No series matches ${short}: the service sends the label ${label} itself, and Prometheus renamed it to ${renamed}, because ${label} is a label of the target.`, `Write ${renamed}${op}${JSON.stringify(value)} in the query, or rename the label in the service.`, [short]);
    const isFixed = FIXED_LABELS.test(label) || context.targetLabels.has(label);
    if (!isFixed && selectsFailures(matcher, values))
        return healthyEmpty(`${metric} has series, and none of them matches ${short}.`, [short]);
    if (values.length === 0) {
        const names = await facts.labelNames(metric);
        return noData(`${metric} has no label ${label}: its labels are ${(0,lib_text/* few */.H$)(names, 10)}.`, COMPARE, [short]);
    }
    const near = values.find((one) => isMisspelt(value, one));
    const isPossible = !isFixed && !fitsNoStatus(matcher, values);
    if (near === undefined && isPossible && countsEvents(metric, context))
        return notYet(metric, short, `The values of ${label} are ${(0,lib_text/* few */.H$)([...values], 10)}.`, context);
    const hint = near === undefined ? '' : ` Did you mean ${near}?`;
    return noData(`The metric exists, but none of its series matches ${short}. The values of ${label} are ${(0,lib_text/* few */.H$)([...values], 10)}.${hint}`, COMPARE, [short]);
}
/** Longer values are not words. */
const MAX_WORD = 60;
/** The same word in another spelling; numbers that differ are different things. */
function isMisspelt(given, value) {
    if (given.toLowerCase() === value.toLowerCase())
        return true;
    if (given.length < 4 || given.length > MAX_WORD || value.length > MAX_WORD)
        return false;
    if (/\d/.test(given + value))
        return false;
    return (0,mod/* distance */.Io)(given, value) <= (given.length < 7 ? 1 : 2);
}
/** A new value of a label can appear with the next event in metrics that count. */
const countsEvents = (metric, { afterTraffic }) => afterTraffic.has(metric) || /_(?:total|count|sum|bucket)$/.test(metric);
/** Either nothing of the kind happened so far, or the label is wrong: no one can tell. */
function notYet(metric, short, labels, { afterTraffic }) {
    if (afterTraffic.has(metric))
        return {
            ...{ state: 'waiting', certainty: 'inferred', next: TRAFFIC, absent: [short] },
            why: `No such traffic yet: ${metric} has no series that matches ${short}. ${labels}`,
        };
    return {
        ...{ state: 'not-checked', certainty: 'not checked', absent: [short] },
        why: `${metric} has no series that matches ${short}: either nothing of the kind happened yet, or the label is wrong. ${labels}`,
        next: `Cause such an event and verify again. ${COMPARE}`,
    };
}
/** `metric{label="value"}`, in the usual notation. */
function shortText({ metric, matchers }) {
    const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',');
    return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric;
}

;// CONCATENATED MODULE: ./build/verify/panels/ranges.js

/** Functions that compare the first and the last sample of a range. */
const NEEDS_TWO = /^(?:rate|irate|increase|delta|idelta|deriv|predict_linear)$/;
/** How many samples of a range these functions need. */
const samplesNeeded = (functions) => functions.some((name) => NEEDS_TWO.test(name)) ? 2 : 1;
const NEXT = 'Use $__rate_interval, or at least four scrape intervals.';
/**
 * What is wrong with a range that does not hold the samples that a function needs at every moment: the panel is a line
 * with gaps, or never has a point. Undefined for a range that is long enough.
 */
function rangeFinding(range, needed, intervalMs) {
    const ms = (0,duration/* parseDuration */.E)(range);
    if (ms === undefined || ms >= needed * intervalMs)
        return undefined;
    const scrapes = `${needed === 2 ? 'two scrapes' : 'a scrape'}, which are ${intervalMs / 1000} s apart`;
    return ms > (needed - 1) * intervalMs
        ? {
            ...{ state: 'warning', certainty: 'proven', absent: [], next: NEXT },
            why: `It has data only at some moments: the range [${range}] does not always hold ${scrapes}.`,
        }
        : {
            ...{ state: 'no-data', certainty: 'proven', absent: [], next: NEXT },
            why: `The range [${range}] is too short to hold ${scrapes}.`,
        };
}

;// CONCATENATED MODULE: ./build/verify/panels/describe.js


const finding = (state, why, next, absent = []) => ({
    ...{ state, certainty: 'proven', why, absent },
    ...(next !== undefined && { next }),
});
/** The names of selectors without samples, each once. */
const namesOf = (selectors) => [...new Set(selectors.map(shortText))];
/** Describes an answer with data. `absent`: the selectors of the query that have no samples. */
function describeData(numbers, { parsed, absent, context }) {
    const names = namesOf(absent);
    const without = names.length > 0 ? ` Without a sample: ${names.join(', ')}.` : '';
    if (numbers.finite === 0)
        return describeNaN(numbers, without, { parsed, names, context });
    const [warning] = numbers.warnings;
    if (warning !== undefined)
        return finding('warning', `Prometheus returns a warning: ${warning}`, 'Correct the query.', names);
    return (gappy(parsed, context) ??
        finding('data', `${numbers.series} series from after verification began.${without}`, undefined, names));
}
const ZERO = 'Send traffic and verify again; to show zero instead, write `a / (b > 0) or 0 * b` in the query.';
/** 0 divided by 0 is normal where events are counted and none happened. */
function describeNaN({ value, warnings }, without, { parsed, names, context }) {
    if (value !== 'NaN')
        return finding('nan', `Every value is infinite: ${warnings[0] ?? 'a division by 0'}.${without}`, ZERO, names);
    const why = `Every value is NaN, usually 0 divided by 0: nothing happened in the time range of the query.${without}`;
    const counts = parsed.selectors.length > 0 && parsed.selectors.every((one) => describe_countsEvents(one, context));
    return warnings.length === 0 && counts
        ? { ...finding('waiting', why, ZERO, names), certainty: 'inferred' }
        : finding('nan', why, ZERO, names);
}
const RATES = /^(?:rate|irate|increase)$/;
/** Whether the values of a selector in a query tell how much happened. */
const describe_countsEvents = ({ metric = '', within }, { afterTraffic }) => afterTraffic.has(metric) ||
    within.some(({ name }) => RATES.test(name)) ||
    (metric.includes(':') && /rate|increase/.test(metric));
/** A range that does not hold enough scrapes at every moment, even if it does now. */
function gappy({ selectors }, { intervalOf }) {
    const found = selectors.flatMap(({ range, within, metric }) => {
        // How often a rule records is not known here.
        if (range === undefined || metric?.includes(':'))
            return [];
        const needed = samplesNeeded(within.map(({ name }) => name));
        return rangeFinding(range, needed, intervalOf(metric)) ?? [];
    });
    return found[0] && { ...found[0], state: 'warning' };
}
/** Describes data that comes from a fallback, although what the panel is about has no samples because of `cause`. */
function describeHidden(selector, cause, context) {
    const hint = selector.metric === undefined ? '' : nearMiss(selector.metric, context);
    return finding('warning', `It shows data only because of a fallback in the query. ${cause.why}${cause.why.includes(hint) ? '' : ` ${hint}`}`, cause.next ?? 'Correct the name in the panel or in the service.', [shortText(selector)]);
}
/** Describes an answer that comes only from samples older than this verification. */
const describeStale = (absent) => finding('stale', `It shows only samples from before this verification began; there is no newer sample of ${absent.join(', ')}.`, 'The metric was exposed before but no longer is: compare the query with the metrics that the service exposes now.', absent);
/** Describes an annotation that marks nothing now, although every metric in it exists. */
const describeNoEvents = () => ({
    ...finding('waiting', 'Empty may be the healthy state: there was nothing to mark.'),
    certainty: 'inferred',
});

// EXTERNAL MODULE: ./node_modules/@prometheus-io/lezer-promql/dist/index.es.js + 3 modules
var index_es = __webpack_require__(6828);
// EXTERNAL MODULE: ./build/formats/promql/syntax.js
var syntax = __webpack_require__(5124);
;// CONCATENATED MODULE: ./build/formats/promql/expression.js


/** The structure of a query that `parsePromql` accepts; undefined for any other. */
function readExpression(query, parsed) {
    if (!parsed.ok)
        return undefined;
    const selectors = new Map(parsed.selectors.map((selector) => [selector.from, selector]));
    const top = (0,syntax/* children */.Y_)(index_es/* parser */.K3D.parse(query).topNode)[0];
    return top && read(top, { query, selectors });
}
const COMPARISON = /^(?:[=!]=|[<>]=?)$/;
function read(node, source) {
    const { from, to } = node;
    const parts = (0,syntax/* children */.Y_)(node);
    switch (node.name) {
        case 'NumberDurationLiteral':
        case 'StringLiteral':
            return { from, to, kind: 'constant', text: source.query.slice(from, to) };
        case 'ParenExpr': {
            const inner = parts.map((part) => read(part, source)).find((part) => part !== undefined);
            return inner && { ...inner, ...(inner.kind !== 'selector' && { from, to }) };
        }
        case 'UnaryExpr':
            return { from, to, kind: 'call', name: '-', args: expressionsIn(parts, source) };
        case 'VectorSelector':
        case 'MatrixSelector': {
            const selector = source.selectors.get(from);
            return selector && { from, to, kind: 'selector', selector };
        }
        case 'SubqueryExpr':
            return subquery(node, source);
        case 'OffsetExpr':
        case 'StepInvariantExpr':
            return shifted(node, source);
        case 'AnchoredExpr':
        case 'SmoothedExpr':
            return parts[0] && read(parts[0], source);
        case 'AggregateExpr':
        case 'FunctionCall':
            return call(node, source);
        case 'BinaryExpr':
            return binary(node, source);
        default:
            return undefined;
    }
}
const expressionsIn = (nodes, source) => nodes.flatMap((node) => read(node, source) ?? []);
function subquery(node, source) {
    const [first, ...rest] = (0,syntax/* children */.Y_)(node);
    const inner = first && read(first, source);
    const step = rest[1] && source.query.slice(rest[1].from, rest[1].to);
    return inner && { from: node.from, to: node.to, kind: 'subquery', inner, step };
}
/** The grammar applies a modifier to the whole sum; it belongs to the last operand. */
function shifted(node, source) {
    const [first, ...rest] = (0,syntax/* children */.Y_)(node);
    const inner = first && read(first, source);
    if (!inner)
        return undefined;
    const time = rest.find(({ name }) => name === 'OffsetDurationExpr');
    const written = time && source.query.slice(time.from, time.to);
    // A negative offset looks ahead.
    const offset = written?.startsWith('-') ? undefined : written;
    const shift = (part) => part.kind === 'binary'
        ? { ...part, to: node.to, right: shift(part.right) }
        : { from: part.from, to: node.to, kind: 'shifted', inner: part, offset };
    return first.name === 'ParenExpr'
        ? { from: node.from, to: node.to, kind: 'shifted', inner, offset }
        : shift(inner);
}
function call(node, source) {
    const parts = (0,syntax/* children */.Y_)(node);
    const body = parts.find(({ name }) => name === 'FunctionCallBody');
    const word = parts[0];
    return {
        ...{ from: node.from, to: node.to, kind: 'call' },
        name: word ? source.query.slice(word.from, word.to).toLowerCase() : '',
        args: body ? expressionsIn((0,syntax/* children */.Y_)(body), source) : [],
    };
}
function binary(node, source) {
    const parts = (0,syntax/* children */.Y_)(node);
    const [first, operator] = parts;
    const last = parts.at(-1);
    const left = first && read(first, source);
    const right = last && read(last, source);
    if (!left || !right || !operator)
        return undefined;
    const op = source.query.slice(operator.from, operator.to).toLowerCase();
    const isBool = parts.some(({ name }) => name === 'BoolModifier');
    return {
        ...{ from: node.from, to: node.to, kind: 'binary', op, left, right },
        ...{ isFilter: COMPARISON.test(op) && !isBool, opFrom: operator.from, opTo: operator.to },
    };
}
/** Functions whose result is one number, always there. */
const SCALAR_CALLS = ['scalar', 'time', 'pi'];
/** Whether a part is a number or a text, which is never empty. */
function isScalar(part) {
    if (part.kind === 'constant')
        return true;
    if (part.kind === 'binary')
        return isScalar(part.left) && isScalar(part.right);
    return (part.kind === 'call' &&
        (SCALAR_CALLS.includes(part.name) || (part.name === '-' && part.args.every(isScalar))));
}
/** Every selector of a part. */
function selectorsIn(part) {
    switch (part.kind) {
        case 'constant':
            return [];
        case 'selector':
            return [part.selector];
        case 'shifted':
        case 'subquery':
            return selectorsIn(part.inner);
        case 'call':
            return part.args.flatMap(selectorsIn);
        case 'binary':
            return [...selectorsIn(part.left), ...selectorsIn(part.right)];
    }
}

// EXTERNAL MODULE: ./build/formats/promql/parse.js + 5 modules
var parse = __webpack_require__(1086);
;// CONCATENATED MODULE: ./build/verify/panels/presence.js

/** Length of the time that holds the last sample of every series of a metric. */
const lookbackMs = (metric, window) => Math.ceil(isMadeByRules(metric) ? window.rulesMs : window.scrapedMs + (window.delayed?.get(metric ?? '') ?? 0));
/** A selector in normal form, without a range. */
function selectorText({ metric, matchers }) {
    const named = metric === undefined ? [] : [`__name__=${(0,literals/* promqlString */.ZD)(metric)}`];
    return `{${[...named, ...matchers.map((m) => `${m.label}${m.op}${(0,literals/* promqlString */.ZD)(m.value)}`)].join(',')}}`;
}
/** Whether two selectors select the same series. */
const sameSelector = (a, b) => selectorText(a) === selectorText(b);
/** Series that recording and alerting rules write. */
const isMadeByRules = (metric) => metric !== undefined && (metric.includes(':') || metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE');
/** Maximum number of characters of one query. */
const presence_BATCH = 20_000;
/** Queries that return the number of series in the window for each selector, in batches. */
function presenceQueries(selectors, window) {
    const batches = [];
    let size = presence_BATCH;
    for (const [text, selector] of new Map([...selectors].map((one) => [selectorText(one), one]))) {
        size += text.length + 100;
        if (size > presence_BATCH) {
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
    return (0,literals/* withLabel */.nH)(`count(last_over_time(${text}[${lookbackMs(metric, window)}ms]))`, 'verify', String(i));
}
/** The number of series of each selector of a batch, by its text. */
function readPresence(texts, answer) {
    const rows = answer.result.resultType === 'vector' ? answer.result.result : [];
    const counts = new Map(rows.map((row) => [row.metric.verify, Number(row.value?.[1])]));
    return new Map(texts.map((text, i) => [text, counts.get(String(i)) ?? 0]));
}

;// CONCATENATED MODULE: ./build/verify/panels/query-source.js

/** Asks; only a bug in this action throws. */
async function attemptQuery(ask) {
    try {
        return { kind: 'answer', value: await ask() };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const [problem] = error.problems;
        const why = (0,errors/* messageOf */.bD)(error);
        if (problem?.code === 'prometheus-query')
            return { kind: 'refused', why, next: 'Correct the query in the dashboard.' };
        const isBroken = BROKEN.includes(problem?.code ?? '');
        return { kind: isBroken ? 'broken' : 'unanswered', why, next: problem?.hint };
    }
}
/** A viewer of the dashboard sees these errors, too. */
const BROKEN = ['grafana-datasource-missing', 'grafana-datasource-unhealthy'];
/** The series of a vector; none of any other answer. */
const query_source_rowsOf = ({ result }) => (result.resultType === 'vector' ? result.result : []);
const isLost = (answer) => answer.kind === 'unanswered' || answer.kind === 'broken';

;// CONCATENATED MODULE: ./build/verify/panels/facts.js







/** Prometheus answers twenty queries at a time by default; verification uses half of them. */
const facts_AT_ONCE = 10;
/** There was no answer to a question that an explanation needs. */
class Unanswered extends Error {
    answer;
    constructor(answer) {
        super(answer.why);
        this.answer = answer;
    }
}
function createFacts(source, window) {
    const present = new Map();
    const asked = new Map();
    const ask = (query) => {
        const answer = asked.get(query) ?? attemptQuery(() => source.query(query, window.at));
        asked.set(query, answer);
        return answer;
    };
    const rows = async (query) => {
        const answer = await ask(query);
        if (isLost(answer))
            throw new Unanswered(answer);
        return answer.kind === 'answer' ? query_source_rowsOf(answer.value) : [];
    };
    const facts = {
        window,
        async load(selectors) {
            const open = selectors.filter((one) => !present.has(selectorText(one)));
            for (const [text, count] of await presence(open, window, ask))
                present.set(text, count);
        },
        async isPresent(selector) {
            await facts.load([selector]);
            return facts.isLoaded(selector);
        },
        isLoaded: (selector) => (present.get(selectorText(selector)) ?? 0) > 0,
        async hasData(query, part) {
            if (isScalar(part))
                return true;
            const text = query.slice(part.from, part.to);
            const parsed = (0,parse/* parsePromql */.v)(text);
            await facts.load(parsed.selectors);
            const past = parsed.selectors.filter((one) => !facts.isLoaded(one));
            const only = freshOnly(text, past) ?? text;
            const counted = parsed.type === 'matrix' ? `present_over_time(${only})` : only;
            return (await rows(`count(${counted})`)).length > 0;
        },
        ...seriesFacts(rows, window),
    };
    return facts;
}
/** Facts about the series of a metric. */
function seriesFacts(rows, window) {
    const fresh = (metric) => `last_over_time(${selectorText({ metric, matchers: [] })}[${lookbackMs(metric, window)}ms])`;
    return {
        async labelValues(metric, label) {
            const found = await rows(`group by (${labelName(label)}) (${fresh(metric)})`);
            return found.flatMap((row) => row.metric[label] || []);
        },
        async labelNames(metric) {
            const [row] = await rows(`topk(1, ${fresh(metric)})`);
            return Object.keys(row?.metric ?? {}).filter((label) => label !== '__name__');
        },
        async firstSample(selector, withinMs) {
            const stepMs = Math.max(1_000, Math.ceil(withinMs / SAMPLES / 1000) * 1000);
            const times = `timestamp(${selectorText(selector)})[${withinMs + facts_LOOKBACK_MS}ms:${stepMs}ms]`;
            const [row] = await rows(`min(min_over_time(${times}))`);
            return row?.value && Number(row.value[1]) * 1000;
        },
    };
}
/** How many points in time are looked at to find a first sample. */
const SAMPLES = 100;
/** A sample counts for this long. */
const facts_LOOKBACK_MS = 300_000;
/**
 * The number of series of each selector. A selector that this server refuses must not hide the others: it alone counts
 * as present, because the query that contains it is refused as well, with the reason.
 */
async function presence(selectors, window, ask) {
    const found = await (0,concurrency/* mapConcurrently */.X)(presenceQueries(selectors, window), facts_AT_ONCE, async ({ query, texts }) => {
        const answer = await ask(query);
        if (isLost(answer))
            throw new Unanswered(answer);
        if (answer.kind === 'answer')
            return [...readPresence(texts, answer.value)];
        if (texts.length === 1)
            return texts.map((text) => [text, 1]);
        const refused = selectors.filter((one) => texts.includes(selectorText(one)));
        const half = Math.ceil(refused.length / 2);
        return [
            ...(await presence(refused.slice(0, half), window, ask)),
            ...(await presence(refused.slice(half), window, ask)),
        ];
    });
    return found.flat();
}
/** The name of a label in a query; names outside of the old character set are quoted, which Prometheus 3 allows. */
const labelName = (label) => (/^[a-zA-Z_]\w*$/.test(label) ? label : (0,literals/* promqlString */.ZD)(label));

;// CONCATENATED MODULE: ./build/verify/panels/fallback.js


/**
 * The selectors without samples that a query hides: what it shows comes from a fallback (`or vector(0)`) or from
 * `absent()`. `isPresent`: whether a selector has samples. Of real alternatives (`old_name or new_name`), one is enough.
 */
function hiddenSelectors(part, isPresent) {
    switch (part.kind) {
        case 'constant':
        case 'selector':
            return [];
        case 'shifted':
        case 'subquery':
            return hiddenSelectors(part.inner, isPresent);
        case 'call':
            return isAbsent(part)
                ? part.args.flatMap(selectorsIn).filter((one) => !isPresent(one))
                : part.args.flatMap((argument) => hiddenSelectors(argument, isPresent));
        case 'binary': {
            const { op, left, right } = part;
            const inside = [left, right].flatMap((side) => hiddenSelectors(side, isPresent));
            if (op !== 'or' || !isFallback(right))
                return inside;
            return [...inside, ...deadSelectors(left, isPresent)].filter((one, i, all) => all.findIndex((other) => sameSelector(one, other)) === i);
        }
    }
}
const isAbsent = (part) => part.kind === 'call' && (part.name === 'absent' || part.name === 'absent_over_time');
/** The selectors because of which a part is empty; none when an alternative has samples. */
function deadSelectors(part, isPresent) {
    if (part.kind === 'binary' && part.op === 'or') {
        const [left, right] = [deadSelectors(part.left, isPresent), deadSelectors(part.right, isPresent)];
        return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
    }
    if (part.kind === 'binary' && part.op === 'unless')
        return deadSelectors(part.left, isPresent);
    if (part.kind === 'binary')
        return [...deadSelectors(part.left, isPresent), ...deadSelectors(part.right, isPresent)];
    if (part.kind === 'call')
        return part.args.flatMap((argument) => deadSelectors(argument, isPresent));
    return selectorsIn(part).filter((one) => !isPresent(one));
}
/** A value that does not depend on samples: a number, or something else times zero. */
function isFallback(part) {
    if (isAbsent(part) || selectorsIn(part).length === 0)
        return true;
    if (part.kind === 'call')
        return part.args.every((argument) => isFallback(argument));
    if (part.kind !== 'binary')
        return false;
    if (part.op === '*')
        return isZero(part.left) || isZero(part.right);
    return part.op === 'or' && isFallback(part.left) && isFallback(part.right);
}
const isZero = (part) => part.kind === 'constant' && Number(part.text) === 0;

;// CONCATENATED MODULE: ./build/verify/panels/why-empty.js




/**
 * Why a part of a query has no data, from the inside out; undefined when it has data. Selectors are explained first; of
 * operations, the sides are asked for themselves.
 */
async function whyEmpty(part, asked) {
    switch (part.kind) {
        case 'constant':
            return undefined;
        case 'selector':
            return whyAbsent(part.selector, asked);
        case 'shifted':
            return whyShiftedEmpty(part, asked);
        case 'subquery':
            return whySubqueryEmpty(part, asked);
        case 'call':
            return whyCallEmpty(part, asked);
        case 'binary':
            return whyBinaryEmpty(part, asked);
    }
}
/** The finding of a side that may have data. */
const sideOf = async (part, asked) => (await asked.facts.hasData(asked.query, part)) ? undefined : whyEmpty(part, asked);
const time = (ms) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
/** A query that looks further back than there are samples. */
function why_empty_tooEarly(why, dataFrom) {
    return {
        ...{ state: 'too-early', certainty: 'inferred', absent: [], dataFrom: new Date(dataFrom).toISOString() },
        why: `${why} It has data from ${time(dataFrom)} on.`,
        next: 'Nothing to correct: verify again after that time.',
    };
}
async function whyShiftedEmpty({ inner, offset, ...place }, asked) {
    const cause = await whyEmpty(inner, asked);
    if (cause || (await asked.facts.hasData(asked.query, { ...place, inner, offset })))
        return cause;
    const back = (0,duration/* parseDuration */.E)(offset ?? '');
    const selector = inner.kind === 'selector' ? inner.selector : undefined;
    if (back === undefined)
        return unclear('It has no samples at the time that the query asks for.', 'Correct the time in the query.');
    return tooEarlyBy(back, offset ?? '', selector && { ...asked, selector });
}
/** A query about `back` milliseconds ago, when there were no samples. */
async function tooEarlyBy(back, written, asked) {
    const first = asked && (await asked.facts.firstSample(asked.selector, back));
    const { at = Date.now(), scrapedMs = 0 } = asked?.facts.window ?? {};
    const since = first ?? at - scrapedMs;
    const name = asked ? shortText(asked.selector) : 'The metric';
    return why_empty_tooEarly(`It looks ${written} back, and ${name} has samples only since ${time(since)}.`, Math.max(at, since + back));
}
async function whySubqueryEmpty(part, asked) {
    const cause = await sideOf(part.inner, asked);
    if (cause || (await asked.facts.hasData(asked.query, part)))
        return cause;
    const stepMs = (0,duration/* parseDuration */.E)(part.step ?? '') || asked.context.scrapeIntervalMs;
    const next = Math.ceil(asked.facts.window.at / stepMs) * stepMs;
    return why_empty_tooEarly(`It takes one value every ${stepMs / 1000} s, and there was none since the samples began.`, next);
}
async function whyCallEmpty({ name, args, ...place }, asked) {
    if (name === 'absent' || name === 'absent_over_time')
        return healthyEmpty(`${name}() returns nothing because what it looks for exists.`);
    if (isScalar({ ...place, name, args, kind: 'call' }))
        return undefined;
    const isBuckets = name === 'histogram_quantile' || name === 'histogram_fraction';
    for (const argument of args) {
        const cause = await (isBuckets ? sideOf(argument, asked) : whyEmpty(argument, asked));
        if (cause)
            return cause;
    }
    if (isBuckets)
        return wrong(`${name} gets series without buckets: they have no label le.`, 'Keep `le` in the aggregation: `sum by (le) (rate(…_bucket[…]))`.');
    const ranged = args.map(rangedIn).find((selector) => selector !== undefined);
    if (ranged?.range === undefined)
        return undefined;
    const intervalMs = asked.context.intervalOf(ranged.metric);
    return rangeFinding(ranged.range, samplesNeeded([name]), intervalMs) ?? ONE_SAMPLE;
}
/** The selector of a range, at whatever time. */
function rangedIn(part) {
    if (part.kind === 'shifted')
        return rangedIn(part.inner);
    return part.kind === 'selector' && part.selector.range !== undefined ? part.selector : undefined;
}
/** A function over a range that has samples, and no result. */
const ONE_SAMPLE = {
    ...{ state: 'too-early', certainty: 'inferred', absent: [] },
    why: 'There is only one sample of it so far, and two are needed.',
    next: 'Verify again after the next scrape.',
};
const wrong = (why, next) => ({
    ...{ state: 'no-data', certainty: 'proven', why, next, absent: [] },
});
const unclear = (why, next) => ({ ...wrong(why, next), certainty: 'inferred' });
async function whyBinaryEmpty(part, asked) {
    const { op, left, right, isFilter } = part;
    const causes = await Promise.all([sideOf(left, asked), sideOf(right, asked)]);
    if (op === 'or')
        return leastOf(causes);
    if (op === 'unless')
        return (causes[0] ?? healthyEmpty('everything on the left of `unless` is excluded by what is on its right.'));
    const cause = worstOf(causes);
    if (cause)
        return cause;
    if (isFilter)
        return whyFilterEmpty(part, asked);
    // The sides have results for different things: two conditions that are not met together.
    if (op === 'and' && [left, right].some(hasFilter))
        return healthyEmpty('the conditions on both sides of `and` are not fulfilled together.');
    return mismatch(op);
}
async function whyFilterEmpty(part, asked) {
    const { op, left, right, opFrom, opTo } = part;
    const condition = `nothing fulfils the condition \`${op}\`.`;
    if (isScalar(left) || isScalar(right))
        return healthyEmpty(condition);
    // The same operation without a condition: whether the labels of the sides match at all.
    const query = `${asked.query.slice(0, opFrom)}+${asked.query.slice(opTo)}`;
    const moved = 1 - (opTo - opFrom);
    const sum = { ...part, op: '+', isFilter: false, to: part.to + moved };
    return (await asked.facts.hasData(query, sum)) ? healthyEmpty(condition) : mismatch(op);
}
const mismatch = (op) => wrong(`Both sides of \`${op}\` have data, but no series on the left has the same labels as one on the right.`, 'Name the labels that have to match with `on (…)` or `ignoring (…)`, or aggregate both sides by the same labels.');
function hasFilter(part) {
    if (part.kind === 'call')
        return part.args.some(hasFilter);
    return part.kind === 'binary' && (part.isFilter || hasFilter(part.left) || hasFilter(part.right));
}
/** From the least to the most serious. */
const SERIOUS = ['waiting', 'warning', 'too-early', 'not-checked', 'no-data'];
const bySeriousness = (a, b) => SERIOUS.indexOf(a.state) - SERIOUS.indexOf(b.state);
const worstOf = (causes) => causes
    .filter((cause) => cause !== undefined)
    .toSorted(bySeriousness)
    .at(-1);
/** Of alternatives (`old_name or new_name`), one is enough. */
const leastOf = (causes) => causes.every((cause) => cause !== undefined)
    ? causes.filter((cause) => cause !== undefined).toSorted(bySeriousness)[0]
    : undefined;
/** When every part has data, but the whole does not. */
const EMPTY_AS_A_WHOLE = unclear('Every part of it has data, but the query as a whole returns nothing.', 'Run the parts of the query one by one.');

;// CONCATENATED MODULE: ./build/verify/panels/explain.js










/** Why a query without data has none. */
async function whyVariantEmpty(variant, explaining) {
    const { expression, text, asked, gap } = variant;
    if (gap)
        return whyVariableEmpty(gap, explaining);
    const cause = expression && (await whyEmpty(expression, { query: text, ...explainTools(explaining) }));
    // A condition on what comes from a fallback says nothing: `(typo or vector(0)) > 5`.
    const wrong = expression && cause?.state === 'waiting'
        ? await firstWrong(hiddenSelectors(expression, explaining.facts.isLoaded), explaining)
        : undefined;
    return wrong?.cause ?? cause ?? (asked.query.isAnnotation ? describeNoEvents() : EMPTY_AS_A_WHOLE);
}
/** Recording rules that record what others record: deeper than anyone nests them. */
const MAX_DEPTH = 5;
const explainTools = ({ facts, context }, depth = 0) => ({
    facts,
    context,
    explain: async (query) => {
        const expression = readExpression(query, (0,parse/* parsePromql */.v)(query));
        if (!expression || depth >= MAX_DEPTH)
            return undefined;
        if (await facts.hasData(query, expression))
            return undefined;
        return whyEmpty(expression, { query, ...explainTools({ facts, context }, depth + 1) });
    },
});
/** The value of a variable may be absent for the same good reasons as data. */
async function whyVariableEmpty({ why, series }, explaining) {
    for (const selector of series) {
        const cause = await whyAbsent(selector, explainTools(explaining));
        if (cause)
            return { ...cause, why: `${why} ${cause.why}` };
    }
    return {
        ...{ state: 'no-data', certainty: 'proven', why, absent: [] },
        next: 'Correct the query or the `regex` of the variable.',
    };
}
/** The first of these selectors that should have samples, and why it has none. */
async function firstWrong(selectors, explaining) {
    for (const selector of selectors) {
        const cause = await whyAbsent(selector, explainTools(explaining));
        if (cause?.state === 'no-data')
            return { selector, cause };
    }
    return undefined;
}
/** The finding about data that hides these selectors without samples, if one of them should have some. */
async function whyHidden(hidden, explaining) {
    const wrong = await firstWrong(hidden, explaining);
    return wrong && describeHidden(wrong.selector, wrong.cause, explaining.context);
}
/** NaN is normal where nothing happened, not where something that should have samples has none. */
async function whyNaN(found, absent, explaining) {
    const wrong = found.state === 'waiting' ? await firstWrong(absent, explaining) : undefined;
    return wrong ? { ...wrong.cause, state: 'nan', why: `Every value is NaN. ${wrong.cause.why}` } : found;
}
/** The finding about a panel with a time shift that a new server has no samples for. */
async function whyShiftEmpty({ asked, text, parsed }, source, { facts, context }) {
    const back = (0,duration/* parseDuration */.E)(asked.query.timeShift);
    if (!back)
        return undefined;
    const answer = await attemptQuery(() => source.query(text, facts.window.at - back));
    if (isLost(answer))
        throw new Unanswered(answer);
    if (answer.kind !== 'answer' || numbersOf(answer.value).series > 0)
        return undefined;
    const [selector] = parsed.selectors;
    const explained = selector && { ...explainTools({ facts, context }), selector };
    return tooEarlyBy(back, asked.query.timeShift, explained);
}

// EXTERNAL MODULE: ./build/formats/promql/grafana-variables.js
var grafana_variables = __webpack_require__(1443);
;// CONCATENATED MODULE: ./build/verify/panels/variables/interval.js


/** Upper limits and the round intervals that Grafana takes below them, in milliseconds. */
const ROUND = [
    [10, 1],
    [15, 10],
    [35, 20],
    [75, 50],
    [150, 100],
    [350, 200],
    [750, 500],
    [1_500, 1_000],
    [3_500, 2_000],
    [7_500, 5_000],
    [12_500, 10_000],
    [17_500, 15_000],
    [25_000, 20_000],
    [45_000, 30_000],
    [90_000, 60_000],
    [210_000, 120_000],
    [450_000, 300_000],
    [750_000, 600_000],
    [1_050_000, 900_000],
    [1_500_000, 1_200_000],
    [2_700_000, 1_800_000],
    [5_400_000, 3_600_000],
    [9_000_000, 7_200_000],
    [16_200_000, 10_800_000],
    [32_400_000, 21_600_000],
    [86_400_000, 43_200_000],
    [604_800_000, 86_400_000],
    [1_814_400_000, 604_800_000],
];
/** The interval of a time range in this many points, rounded as Grafana rounds it, and at least `least`. */
function calculateInterval(rangeMs, points, least) {
    const exact = rangeMs / points;
    const rounded = ROUND.find(([below]) => exact < below)?.[1] ?? 2_592_000_000;
    return Math.max(least, rounded);
}
const AUTO = /^\$__auto/;
/** The value of an interval variable: the saved one, else the first; `auto` depends on the time range. */
function intervalValue(variable, query, rangeMs) {
    const saved = (0,json_value/* isJsonObject */.OW)(variable.current) ? (0,json_value/* stringIn */.tB)(variable.current.value) : '';
    const [first = ''] = query.split(',').map((one) => one.trim());
    const value = saved || first;
    if (!AUTO.test(value))
        return value;
    const points = Number(variable.auto_count) > 0 ? Number(variable.auto_count) : 30;
    const least = (0,duration/* parseDuration */.E)((0,json_value/* stringIn */.tB)(variable.auto_min)) ?? 10_000;
    return `${Math.max(1, Math.round(calculateInterval(rangeMs, points, least) / 1000))}s`;
}

;// CONCATENATED MODULE: ./build/verify/panels/expand.js






const DEFAULT_RANGE_MS = 6 * 3_600_000;
/** A panel half a screen wide. */
const POINTS = 800;
/** The query as Grafana would send it now, and the names of all its variables and of those without a value. */
function expandQuery(query, variables, { scrapeInterval, now, range: dashboardRange }) {
    const range = (0,duration/* parseDuration */.E)(query.timeFrom) || dashboardRange;
    const minStep = (0,duration/* parseDuration */.E)((0,grafana_variables/* expandGrafana */.Lq)(query.minStep.replace(/^>/, ''), variables).query) || scrapeInterval;
    const used = (0,grafana_variables/* references */.Ft)(query.expr).map(({ name }) => name);
    return { ...(0,grafana_variables/* expandGrafana */.Lq)(query.expr, { ...macrosFor({ now, range, minStep }), ...variables }), used };
}
/** Grafana's macros for a panel of this time range, all in milliseconds. Its "Min step" counts as scrape interval. */
const macrosFor = ({ now, range, minStep, }) => (0,grafana_variables/* macroValues */.pA)({
    ...{ from: now - range, to: now, scrapeInterval: minStep },
    step: calculateInterval(range, POINTS, minStep),
});
/** The time range of the dashboard in milliseconds, from its setting (`now-6h`). */
function timeRange(dashboard) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const from = (0,json_value/* stringIn */.tB)((0,json_value/* isJsonObject */.OW)(json.time) ? json.time.from : undefined);
    return (0,duration/* parseDuration */.E)(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS;
}
/** The saved ad hoc filters of a dashboard, as matchers. Grafana adds them to every selector. */
function adHocMatchers(dashboard) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const variables = (0,json_value/* isJsonObject */.OW)(json.templating) ? (0,json_value/* objectsIn */.Qv)(json.templating.list) : [];
    return variables
        .filter(({ type }) => type === 'adhoc')
        .flatMap((variable) => [...(0,json_value/* objectsIn */.Qv)(variable.baseFilters), ...(0,json_value/* objectsIn */.Qv)(variable.filters)])
        .flatMap((filter) => matcherOf(filter) ?? []);
}
function matcherOf({ key, operator, value, values }) {
    const label = (0,json_value/* stringIn */.tB)(key);
    const op = (0,json_value/* stringIn */.tB)(operator);
    if (!/^[a-zA-Z_]\w*$/.test(label))
        return undefined;
    if (/^[=!]~?$|^!=$/.test(op))
        return `${label}${op}${(0,literals/* promqlString */.ZD)((0,json_value/* stringIn */.tB)(value))}`;
    if (op !== '=|' && op !== '!=|')
        return undefined;
    const several = (Array.isArray(values) ? values : [value]).map(json_value/* stringIn */.tB);
    const escaped = several.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return `${label}${op === '=|' ? '=~' : '!~'}${(0,literals/* promqlString */.ZD)(escaped.join('|'))}`;
}
/** The query with these matchers in each of its selectors. */
function withMatchers(query, matchers) {
    if (matchers.length === 0)
        return query;
    let done = 0;
    const parts = (0,parse/* parsePromql */.v)(query).selectors.map(({ from, to }) => {
        const selector = query.slice(from, to);
        const before = query.slice(done, from);
        done = to;
        return before + withMore(selector, matchers.join(','));
    });
    return parts.join('') + query.slice(done);
}
function withMore(selector, more) {
    if (!selector.endsWith('}'))
        return `${selector}{${more}}`;
    const open = selector.slice(0, -1).trimEnd();
    return `${open}${/[{,]$/.test(open) ? '' : ','}${more}}`;
}

;// CONCATENATED MODULE: ./build/verify/panels/data-source.js


const OURS = { kind: 'ours' };
const other = (why) => ({ kind: 'other', why });
/**
 * Whether a reference in a dashboard leads to the Prometheus of this deployment. `uid`: its data source, to which the
 * dashboard was bound; without it, every fixed Prometheus data source counts as ours.
 */
function dataSourceUse(reference, json, uid) {
    const type = (0,json_value/* isJsonObject */.OW)(reference) ? (0,json_value/* stringIn */.tB)(reference.type) : '';
    const name = (0,json_value/* isJsonObject */.OW)(reference) ? (0,json_value/* stringIn */.tB)(reference.uid) : (0,json_value/* stringIn */.tB)(reference);
    if (type === '__expr__' || name === '__expr__')
        return other('It is an expression that Grafana calculates from the other queries of the panel.');
    if (name === '-- Dashboard --')
        return other('It shows the result of another panel.');
    if (name === '-- Grafana --' || name === 'grafana' || type === 'grafana')
        return other('Its data source is Grafana itself.');
    const variable = declaredVariable(name, json);
    if (variable)
        return variableUse(variable, name, uid);
    if (type !== '' && type !== 'prometheus')
        return other(`It uses another data source, which is not Prometheus but ${(0,lib_text/* oneLine */.TN)(type, 60)}.`);
    // What is not set means the default data source, which the dashboard was bound to.
    if (name === '' || name.startsWith('$') || uid === undefined || name === uid)
        return OURS;
    return other(`It uses another data source, \`${(0,lib_text/* oneLine */.TN)(name, 60)}\`, which is not the one of this deployment.`);
}
function declaredVariable(name, json) {
    const found = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(name);
    const wanted = found?.[1] ?? found?.[2] ?? found?.[3];
    if (wanted === undefined)
        return undefined;
    const templating = (0,json_value/* isJsonObject */.OW)(json.templating) ? json.templating : {};
    return (0,json_value/* objectsIn */.Qv)(templating.list).find((one) => one.type === 'datasource' && one.name === wanted);
}
function variableUse(variable, name, uid) {
    const query = (0,json_value/* stringIn */.tB)(variable.query);
    if (query !== 'prometheus')
        return other(`It uses another data source, \`${(0,lib_text/* oneLine */.TN)(name, 60)}\`, which is not Prometheus but ${(0,lib_text/* oneLine */.TN)(query, 60)}.`);
    const current = (0,json_value/* isJsonObject */.OW)(variable.current) ? variable.current.value : undefined;
    const [first] = [current].flat();
    return uid === undefined || first === uid || typeof first !== 'string' || first === ''
        ? OURS
        : other(`It uses another data source, the value of \`${(0,lib_text/* oneLine */.TN)(name, 60)}\`, which is not the one of this deployment.`);
}

;// CONCATENATED MODULE: ./build/verify/panels/variables/choose.js

/** The saved values, not empty ones. */
function savedValues(variable, key = 'value') {
    const saved = (0,json_value/* isJsonObject */.OW)(variable.current) ? variable.current[key] : undefined;
    return [saved].flat().flatMap((one) => {
        const text = typeof one === 'number' || typeof one === 'boolean' ? String(one) : (0,json_value/* stringIn */.tB)(one);
        return text === '' ? [] : [text];
    });
}
/** The saved value of "All". */
const ALL_VALUES = '$__all';
/** A variable that may have several values is a regular expression even when it has one. */
const isManyValued = ({ multi, includeAll }) => multi === true || includeAll === true;
/**
 * The value among the options: the saved one if it is still an option, else "All" where that is offered, else the first.
 * Without options it is empty, and "All" is nothing.
 */
function chooseValue(variable, options, gap) {
    const values = options.map(({ value }) => value);
    const current = savedValues(variable);
    const still = stillOptions(variable, current, options);
    const takesAll = variable.includeAll === true && (current.includes(ALL_VALUES) || still.length === 0);
    const missing = values.length === 0 && gap ? { gap } : {};
    if (takesAll) {
        const all = (0,json_value/* stringIn */.tB)(variable.allValue);
        return all === '' ? { value: values, each: values, ...missing } : { value: { all }, each: values };
    }
    const some = still.length > 0 ? still : values.slice(0, 1);
    return { value: isManyValued(variable) ? some : (some[0] ?? ''), each: some, ...missing };
}
/** A single value is also found by its text. */
function stillOptions(variable, current, options) {
    const still = current.filter((value) => options.some((option) => option.value === value));
    if (still.length > 0 || variable.multi === true)
        return still;
    const [text] = savedValues(variable, 'text');
    return options
        .filter((option) => option.text === text)
        .map(({ value }) => value)
        .slice(0, 1);
}
/** `value`, `text : value`, separated by commas, or a list in JSON. */
function customOptions(query, format) {
    if (format === 'json')
        return jsonOptions(query);
    return (query.match(/(?:\\,|[^,])+/g) ?? []).map((part) => {
        const option = part.replaceAll('\\,', ',').trim();
        const colon = option.lastIndexOf(' : ');
        return colon > 0
            ? { text: option.slice(0, colon).trim(), value: option.slice(colon + ' : '.length).trim() }
            : { text: option, value: option };
    });
}
function jsonOptions(query) {
    const list = (0,json_value/* jsonOrUndefined */._D)(query);
    return (Array.isArray(list) ? list : []).map((one) => {
        const { value, text } = (0,json_value/* isJsonObject */.OW)(one) ? one : { value: one, text: undefined };
        return { value: String(value).trim(), text: String(text ?? value).trim() };
    });
}

;// CONCATENATED MODULE: ./build/verify/panels/variables/options.js



/** The functions that Grafana's Prometheus data source knows in the query of a variable, as it recognises them. */
const LABEL_NAMES = /^label_names\((.*)\)$/s;
const LABEL_VALUES = /^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)$/s;
const METRICS = /^metrics\((.+)\)$/s;
const QUERY_RESULT = /^query_result\((.+)\)$/s;
/** Asks Prometheus for the values of a variable, of series that were scraped after verification began. */
function createAskOptions(source, window) {
    const known = new Map();
    return (query) => {
        const answer = known.get(query) ?? options_ask(query, source, window);
        known.set(query, answer);
        return answer;
    };
}
async function options_ask(query, source, window) {
    const labels = async (label, selector) => {
        const series = `last_over_time(${selector}[${Math.ceil(window.scrapedMs)}ms])`;
        const answer = await attemptQuery(() => source.query(`group by (${label}) (${series})`, window.at));
        return mapped(answer, (value) => query_source_rowsOf(value)
            .flatMap((row) => row.metric[label] || [])
            .toSorted());
    };
    const values = LABEL_VALUES.exec(query);
    if (values)
        return labels(values[2] ?? '', options_selectorOf(values[1]) ?? `{${values[2]}!=""}`);
    const metrics = METRICS.exec(query);
    if (metrics)
        return labels('__name__', `{__name__=~${(0,literals/* promqlString */.ZD)(`.*(?:${metrics[1]}).*`)}}`);
    const names = LABEL_NAMES.exec(query);
    if (names) {
        const part = names[1]?.trim();
        const selector = part ? `{__name__=~${(0,literals/* promqlString */.ZD)(`.*${part}.*`)}}` : undefined;
        return attemptQuery(() => source.labelNames(selector, window.at - window.scrapedMs));
    }
    const result = QUERY_RESULT.exec(query);
    if (result)
        return mapped(await attemptQuery(() => source.query(result[1] ?? '', window.at)), resultTexts);
    const series = `last_over_time(${query}[${Math.ceil(window.scrapedMs)}ms])`;
    return mapped(await attemptQuery(() => source.query(series, window.at)), (value) => query_source_rowsOf(value).map(seriesText));
}
const mapped = (answer, change) => answer.kind === 'answer' ? { kind: 'answer', value: change(answer.value) } : answer;
/** A blank selector and `{}` mean all series. */
const options_selectorOf = (text) => text === undefined || /^\s*(?:\{\s*\})?\s*$/.test(text) ? undefined : text.trim();
/** The series that the query of a variable needs; nothing for a query that does not name any. */
function seriesOfOptions(query) {
    const named = options_selectorOf(LABEL_VALUES.exec(query)?.[1]) ?? QUERY_RESULT.exec(query)?.[1];
    return named === undefined ? [] : (0,parse/* parsePromql */.v)(named).selectors;
}
function seriesText({ metric: { __name__: name = '', ...labels } }) {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return `${name}{${pairs.join(',')}}`;
}
/** One text for each series: labels, value and time, which the `regex` of the variable takes apart. */
function resultTexts(answer) {
    const { result } = answer;
    if (result.resultType === 'scalar' || result.resultType === 'string')
        return [result.result[1]];
    return query_source_rowsOf(answer).map((row) => `${seriesText(row)} ${row.value?.[1] ?? ''} ${(row.value?.[0] ?? 0) * 1000}`);
}

// EXTERNAL MODULE: ./build/lib/time-limit.js
var time_limit = __webpack_require__(9773);
;// CONCATENATED MODULE: ./build/verify/panels/variables/regex.js

/** Far more than any expression on a list of label values needs. */
const LIMIT_MS = 200;
/** Expressions that took too long, so that they are not tried in every round. */
const slow = new Set();
/**
 * The options that the `regex` of a variable leaves, as Grafana applies it: only matching values; of those the groups
 * `value` and `text`, the first group, or the whole. Grafana uses the expressions of JavaScript, whose time is limited
 * here. The error is a sentence.
 */
function applyVariableRegex(regex, values) {
    if (regex === '')
        return { ok: true, options: values.map((value) => ({ text: value, value })) };
    const pattern = compile(regex);
    if (!pattern)
        return { ok: false, error: 'Its `regex` is not a valid regular expression.' };
    const found = slow.has(regex)
        ? { done: false }
        : (0,time_limit/* within */.u)(LIMIT_MS, () => values.flatMap((value) => matched(pattern, value)));
    if (found.done)
        return { ok: true, options: found.value };
    slow.add(regex);
    return { ok: false, error: `Its \`regex\` took longer than ${LIMIT_MS} ms and was stopped.` };
}
/** `/pattern/flags`; anything else is a pattern for the whole value. */
function compile(regex) {
    const end = regex.lastIndexOf('/');
    try {
        if (!regex.startsWith('/'))
            return new RegExp(`^${regex}$`);
        return end > 0 ? new RegExp(regex.slice(1, end), regex.slice(end + 1)) : undefined;
    }
    catch {
        return undefined;
    }
}
function matched(pattern, value) {
    const matches = allMatches(pattern, value);
    if (matches.length === 0)
        return [];
    const group = (name) => matches.find((match) => match.groups?.[name])?.groups?.[name];
    const [named, shown] = [group('value'), group('text')];
    if (named !== undefined || shown !== undefined)
        return [{ value: named ?? shown ?? '', text: shown ?? named ?? '' }];
    const captured = matches.find((match) => match.length > 1);
    if (!captured)
        return [{ text: value, value }];
    const texts = matches.length > 1 ? matches.map((match) => match[1]) : [captured[1]];
    return texts.map((text = '') => ({ text, value: text }));
}
function allMatches(pattern, value) {
    const found = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
        found.push(match);
        if (!pattern.global || match[0] === '')
            break;
    }
    return found;
}
/** Grafana's orders of options, by the number in `sort`; 0 keeps the order of the answer. */
function sortOptions(options, sort) {
    const unique = [
        ...new Map(options.toReversed().map((option) => [option.value, option])).values(),
    ].toReversed();
    const order = typeof sort === 'number' ? ORDERS[Math.ceil(sort / 2)] : undefined;
    if (!order)
        return unique;
    const sorted = unique.toSorted((a, b) => order(a.text, b.text));
    return Number(sort) % 2 === 0 ? sorted.toReversed() : sorted;
}
const natural = new Intl.Collator('en', { sensitivity: 'accent', numeric: true });
const byText = (a, b) => (a < b ? -1 : Number(a > b));
const firstNumber = (text) => Number.parseInt(/\d+/.exec(text)?.[0] ?? '-1', 10);
const ORDERS = [
    undefined,
    byText,
    (a, b) => firstNumber(a) - firstNumber(b),
    (a, b) => byText(a.toLowerCase(), b.toLowerCase()),
    (a, b) => natural.compare(a, b),
];

;// CONCATENATED MODULE: ./build/verify/panels/variables/resolve.js









/**
 * The values that a viewer gets when opening the dashboard. A variable is resolved after those that its query or `regex`
 * mentions, in whatever order they are listed.
 */
async function resolveVariables(dashboard, context) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const templating = (0,json_value/* isJsonObject */.OW)(json.templating) ? json.templating : {};
    const variables = new Map((0,json_value/* objectsIn */.Qv)(templating.list).map((one) => [(0,json_value/* stringIn */.tB)(one.name), one]));
    const resolved = new Map();
    for (const name of resolve_inOrder(variables)) {
        const variable = variables.get(name);
        if (!variable)
            continue;
        // In a circle, a variable that comes later is not waited for: its reference stays unchanged.
        const needed = usedIn(variable).map((other) => [other, resolved.get(other)]);
        const resolve = async () => {
            const known = await resolve_valuesOf(needed, context.macros);
            return variableValue({ name, variable, json, uid: dashboard.dataSourceUid }, known, context);
        };
        resolved.set(name, resolve());
    }
    const all = await Promise.all([...resolved].map(async ([name, value]) => [name, await value]));
    return {
        values: Object.fromEntries(all.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))),
        gaps: new Map(all.flatMap(([name, { gap }]) => (gap ? [[name, gap]] : []))),
        each: new Map(all.flatMap(([name, { each }]) => (each ? [[name, each]] : []))),
    };
}
/** The names of variables that the query and the `regex` of a variable mention. */
const usedIn = (variable) => [queryTextOf(variable), (0,json_value/* stringIn */.tB)(variable.regex)].flatMap((text) => (0,grafana_variables/* references */.Ft)(text).map(({ name }) => name));
const queryTextOf = ({ query }) => (0,json_value/* isJsonObject */.OW)(query) ? (0,json_value/* stringIn */.tB)(query.query) : (0,json_value/* stringIn */.tB)(query);
/** The names of all variables, each after those that it mentions; in a circle the first one comes last. */
function resolve_inOrder(variables) {
    const order = new Set();
    const visited = new Set();
    const visit = (name) => {
        const variable = variables.get(name);
        if (!variable || visited.has(name))
            return;
        visited.add(name);
        for (const other of usedIn(variable))
            visit(other);
        order.add(name);
    };
    for (const name of variables.keys())
        visit(name);
    return [...order];
}
/** The values of these variables and the macros; `gap` is the first variable without a value. */
async function resolve_valuesOf(needed, macros) {
    const found = await Promise.all(needed.map(async ([name, one]) => [name, await one]));
    const values = found.flatMap(([name, one]) => one?.value === undefined ? [] : [[name, one.value]]);
    return {
        values: { ...macros, ...Object.fromEntries(values) },
        gap: found.find(([, one]) => one?.gap)?.[1]?.gap,
    };
}
async function variableValue(asked, known, context) {
    const { variable } = asked;
    const query = (0,grafana_variables/* expandGrafana */.Lq)(queryTextOf(variable), known.values).query;
    switch (variable.type) {
        case 'query':
            return queryVariable(asked, known, context);
        case 'custom':
            return chooseValue(variable, customOptions(query, variable.valuesFormat), undefined);
        case 'interval':
            return { value: intervalValue(variable, query, context.rangeMs) };
        case 'constant':
            return { value: query };
        case 'textbox':
            return { value: savedValues(variable)[0] ?? query };
        case 'datasource':
            return { value: savedValues(variable)[0] ?? 'default' };
        default: {
            const [current] = savedValues(variable);
            return current === undefined ? {} : { value: current };
        }
    }
}
async function queryVariable(asked, known, context) {
    const { name, variable, json, uid } = asked;
    const text = queryTextOf(variable).trim();
    const use = dataSourceUse(variable.datasource, json, uid);
    const gap = (kind, why, series = []) => ({
        ...{ kind, series },
        why: `The variable \`$${(0,lib_text/* oneLine */.TN)(name, 60)}\` has no value here. ${why}`,
    });
    if (use.kind === 'other')
        return resolve_elsewhere(asked, gap('unknown', use.why));
    if (known.gap && known.gap.kind !== 'empty')
        return { gap: known.gap };
    const query = (0,grafana_variables/* expandGrafana */.Lq)(text, known.values).query.trim();
    const quoted = `\`${(0,lib_text/* oneLine */.TN)(query, 200)}\``;
    const answer = query === '' ? { kind: 'answer', value: [] } : await context.ask(query);
    if (isLost(answer))
        return { gap: gap('unanswered', answer.why) };
    if (answer.kind !== 'answer')
        return chooseValue(variable, [], gap('empty', `Its query ${quoted} is rejected: ${answer.why}`));
    const regex = (0,grafana_variables/* expandGrafana */.Lq)((0,json_value/* stringIn */.tB)(variable.regex), known.values).query;
    const left = applyVariableRegex(regex, answer.value);
    if (!left.ok)
        return chooseValue(variable, [], gap('empty', left.error));
    const why = answer.value.length === 0
        ? `Its query ${quoted} returns nothing.`
        : `Its \`regex\` ${(0,lib_text/* oneLine */.TN)(regex, 100)} matches none of the ${answer.value.length} values of ${quoted}, such as ${(0,lib_text/* oneLine */.TN)(answer.value[0] ?? '', 60)}.`;
    const series = answer.value.length === 0 ? seriesOfOptions(query) : [];
    // What is missing in a variable that this one depends on explains more.
    return chooseValue(variable, sortOptions(left.options, variable.sort), known.gap ?? gap('empty', why, series));
}
/** A variable of another data source: its saved value is what the viewer gets, "All" only with a custom value. */
function resolve_elsewhere({ variable }, gap) {
    const current = savedValues(variable);
    const all = (0,json_value/* stringIn */.tB)(variable.allValue);
    if (current.includes(ALL_VALUES) || (current.length === 0 && variable.includeAll === true))
        return all === '' ? { gap } : { value: { all } };
    if (current.length === 0)
        return { gap };
    return isManyValued(variable) ? { value: current, each: current } : { value: current[0] ?? '' };
}

;// CONCATENATED MODULE: ./build/verify/panels/prepare.js





/** A repeated panel is asked for each of this many values; Grafana draws a panel for each one. */
const MOST_REPEATS = 20;
/** Replaces the variables and macros of all questions, as Grafana would now. */
async function prepareQueries(open, tools) {
    const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)];
    const { ask, window, scrapeIntervalMs } = tools;
    const found = await Promise.all(byDashboard.map(async ([dashboard, all]) => {
        const range = timeRange(dashboard);
        const macros = {
            ...macrosFor({ now: window.at, range, minStep: scrapeIntervalMs }),
            __dashboard: dashboard.title,
        };
        const resolved = await resolveVariables(dashboard, { ask, macros, rangeMs: range });
        const context = { scrapeInterval: scrapeIntervalMs, now: window.at, range };
        return all.flatMap((asked) => scopesOf(asked.query.repeatedFor, resolved).map((scope) => variant({ asked, dashboard, scope, resolved }, context)));
    }));
    return found.flat();
}
function scopesOf(names, { each }) {
    let scopes = [new Map()];
    for (const name of names) {
        const values = each.get(name) ?? [];
        if (values.length > 0)
            scopes = scopes
                .flatMap((scope) => values.slice(0, MOST_REPEATS).map((value) => new Map([...scope, [name, value]])))
                .slice(0, MOST_REPEATS);
    }
    return scopes;
}
function variant({ asked, dashboard, scope, resolved: { values, gaps } }, context) {
    // As in Grafana, the variable of a repeated panel stays one that may have several values.
    const scoped = {
        ...values,
        __dashboard: dashboard.title,
        ...Object.fromEntries([...scope].map(([name, value]) => [name, [value]])),
    };
    const { query, unknown, used } = expandQuery(asked.query, scoped, context);
    const text = withMatchers(query, adHocMatchers(dashboard));
    const parsed = (0,parse/* parsePromql */.v)(text);
    const gap = used.map((name) => gaps.get(name)).find((one) => one !== undefined);
    return {
        ...{ asked, text, parsed, expression: readExpression(text, parsed) },
        scope: [...scope].map(([name, value]) => `$${name} = ${(0,lib_text/* oneLine */.TN)(value, 60)}`).join(', '),
        gap: gap ?? gapOfGrafana(unknown),
        undeclared: unknown.filter((name) => !gaps.has(name)),
    };
}
/** What Grafana alone knows, such as `${__user.login}`. A variable that no one declares stays as it is in Grafana, too. */
function gapOfGrafana(unknown) {
    const [name] = unknown.filter((one) => one.startsWith('__'));
    return name === undefined
        ? undefined
        : { kind: 'unknown', why: `Only Grafana knows a value for $${name}.`, series: [] };
}

// EXTERNAL MODULE: ./build/formats/promql/logql.js
var logql = __webpack_require__(2704);
;// CONCATENATED MODULE: ./build/verify/panels/panel-queries.js





/** Panels that do not run queries, although exports contain some for them. */
const WITHOUT_QUERIES = /^(?:text|news|dashlist|alertlist|annolist|row|welcome|gettingstarted|pluginlist|live|debug)$/;
/** Every query that the dashboard runs, including those in rows, in collapsed panels, and of annotations. */
function panelQueries(dashboard, libraryPanels = new Map()) {
    const json = (0,json_value/* isJsonObject */.OW)(dashboard.json) ? dashboard.json : {};
    const panels = (0,dashboard_panels/* panelsIn */.t)(json).flatMap((found) => panelOf({ dashboard, json, ...found }, libraryPanels));
    return [...panels, ...annotationsOf(dashboard, json)];
}
function panelOf(place, libraryPanels) {
    const { panel } = place;
    const uid = (0,json_value/* isJsonObject */.OW)(panel.libraryPanel) ? (0,json_value/* stringIn */.tB)(panel.libraryPanel.uid) : '';
    if (uid === '')
        return queriesOf(place);
    const answer = libraryPanels.get(uid);
    if (answer?.kind !== 'model')
        return [unreadLibraryPanel(place, answer)];
    // The place of the panel is the dashboard's, everything else is the library's.
    return queriesOf({ ...place, panel: { ...answer.model, id: panel.id, repeat: panel.repeat } });
}
function unreadLibraryPanel(place, answer) {
    const { libraryPanel, title } = place.panel;
    const name = (0,json_value/* stringIn */.tB)((0,json_value/* isJsonObject */.OW)(libraryPanel) ? libraryPanel.name : undefined) || (0,json_value/* stringIn */.tB)(title);
    const quoted = (0,lib_text/* oneLine */.TN)(name, 100);
    const unasked = answer?.kind === 'missing'
        ? {
            state: 'error',
            why: `Grafana has no library panel "${quoted}": the panel shows an error.`,
            next: 'Correct the reference, or put the panel itself into the dashboard.',
        }
        : {
            state: 'not-checked',
            why: `It is the library panel "${quoted}", which only Grafana has. ${answer?.kind === 'unread' ? answer.why : 'This run has no access to Grafana.'}`,
        };
    return { ...emptyQuery(place), panel: { ...emptyQuery(place).panel, title: name }, unasked };
}
const emptyQuery = ({ dashboard: { uid, title }, panel, repeatedFor, }) => ({
    dashboard: { uid, title },
    panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: (0,json_value/* stringIn */.tB)(panel.title) },
    refId: 'A',
    expr: '',
    minStep: (0,json_value/* stringIn */.tB)(panel.interval),
    timeFrom: (0,json_value/* stringIn */.tB)(panel.timeFrom),
    timeShift: (0,json_value/* stringIn */.tB)(panel.timeShift),
    repeatedFor,
    isAnnotation: false,
    unasked: undefined,
});
function queriesOf(place) {
    const { panel } = place;
    if (WITHOUT_QUERIES.test((0,json_value/* stringIn */.tB)(panel.type)))
        return [];
    const targets = (0,json_value/* objectsIn */.Qv)(panel.targets);
    // A hidden query runs when an expression of Grafana needs it.
    const needsHidden = targets.some((target) => target.hide !== true && isExpression(target));
    const shown = targets.filter((target) => target.hide !== true || needsHidden);
    const isOnly = shown.every((target) => (0,json_value/* stringIn */.tB)(target.expr).trim() === '');
    return shown.flatMap((target, index) => {
        const expr = (0,json_value/* stringIn */.tB)(target.expr);
        const unasked = whyUnasked(target, place);
        // Grafana does not send a query without an expression.
        if (unasked === undefined && expr.trim() === '' && !isOnly)
            return [];
        return [
            {
                ...emptyQuery(place),
                refId: (0,json_value/* stringIn */.tB)(target.refId) || String.fromCharCode(65 + (index % 26)),
                expr,
                minStep: (0,json_value/* stringIn */.tB)(target.interval) || (0,json_value/* stringIn */.tB)(panel.interval),
                unasked: unasked ?? (expr.trim() === '' ? NO_EXPRESSION : undefined),
            },
        ];
    });
}
const NO_EXPRESSION = {
    state: 'no-data',
    why: 'It has no PromQL expression, so the panel shows no data.',
    next: 'Write a query, or remove the panel.',
};
const isExpression = ({ datasource }) => ((0,json_value/* isJsonObject */.OW)(datasource) ? (datasource.uid ?? datasource.type) : datasource) === '__expr__';
function whyUnasked(target, { panel, json, dashboard }) {
    const isOwn = panel_queries_isMixed(panel.datasource) || Boolean(target.datasource);
    const use = dataSourceUse(isOwn ? target.datasource : panel.datasource, json, dashboard.dataSourceUid);
    if (use.kind === 'other')
        return { state: 'other-source', why: use.why };
    // Such a query is left to the default data source of Grafana, which is then a Loki.
    return (0,logql/* isLogQl */.i)((0,json_value/* stringIn */.tB)(target.expr))
        ? {
            state: 'other-source',
            why: 'It uses another data source: it is written in LogQL, the language of Loki.',
        }
        : undefined;
}
const panel_queries_isMixed = (source) => ((0,json_value/* isJsonObject */.OW)(source) ? (0,json_value/* stringIn */.tB)(source.uid) : (0,json_value/* stringIn */.tB)(source)) === '-- Mixed --';
/** The annotations that Prometheus answers and that are switched on. */
function annotationsOf(dashboard, json) {
    const list = (0,json_value/* isJsonObject */.OW)(json.annotations) ? (0,json_value/* objectsIn */.Qv)(json.annotations.list) : [];
    return list.flatMap((annotation) => {
        const target = (0,json_value/* isJsonObject */.OW)(annotation.target) ? annotation.target : {};
        const expr = (0,json_value/* stringIn */.tB)(annotation.expr) || (0,json_value/* stringIn */.tB)(target.expr);
        const use = dataSourceUse(annotation.datasource, json, dashboard.dataSourceUid);
        if (expr.trim() === '' || annotation.enable === false || use.kind !== 'ours')
            return [];
        const panel = { id: 0, title: `Annotation "${(0,json_value/* stringIn */.tB)(annotation.name)}"` };
        return [{ ...emptyQuery({ dashboard, panel, repeatedFor: [] }), expr, isAnnotation: true }];
    });
}

;// CONCATENATED MODULE: ./build/verify/panels/questions.js

/** Every query of every dashboard, before it is run. */
function panelQuestions(dashboards, libraryPanels) {
    return dashboards.flatMap((dashboard) => panelQueries(dashboard, libraryPanels).map((query) => ({
        dashboard,
        query,
        isSettled: query.unasked !== undefined,
        evidence: query.unasked
            ? { ...uncheckedPanel(query, '', query.expr), ...certaintyOf(query.unasked), ...query.unasked }
            : { ...uncheckedPanel(query, 'There was no time to run it.', query.expr), state: 'too-early' },
    })));
}
/** What the dashboard itself shows is certain. */
const certaintyOf = ({ state }) => ({
    certainty: state === 'not-checked' || state === 'other-source' ? 'not checked' : 'proven',
});
/** Whether running the query again could change its result. */
const needsAnswer = ({ isSettled }) => !isSettled;
/** Makes a query without data be run again: a target that comes up may bring its data. */
function reopen(question) {
    const { state } = question.evidence;
    question.isSettled = question.query.unasked !== undefined || state === 'data' || state === 'warning';
}
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

;// CONCATENATED MODULE: ./build/verify/panels/ask.js











/** Runs the queries that are not settled. Returns how many of them got no answer, which a later round may get. */
async function askPanels(asked, round) {
    const open = asked.filter(needsAnswer);
    const facts = createFacts(round.source, round.window);
    const variants = await prepareQueries(open, {
        ask: createAskOptions(round.source, round.window),
        window: round.window,
        scrapeIntervalMs: round.context.scrapeIntervalMs,
    });
    const outcomes = new Map();
    const tools = { facts, context: round.context, round };
    const isLost = await lost(() => facts.load(variants.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric))));
    await (0,concurrency/* mapConcurrently */.X)(variants, facts_AT_ONCE, async (variant) => {
        const outcome = isLost ? unanswered(variant, isLost) : await answered(variant, tools);
        outcomes.set(variant.asked, [...(outcomes.get(variant.asked) ?? []), inScope(variant, outcome)]);
    });
    for (const [question, all] of outcomes) {
        const [worst] = all.toSorted((a, b) => rankOf(b) - rankOf(a));
        question.isSettled = all.every(({ isSettled }) => isSettled);
        if (worst)
            question.evidence = worst.evidence;
    }
    return [...outcomes.values()].filter((all) => all.some(({ isUnanswered }) => isUnanswered)).length;
}
/** A selector, and the selector of all series of its metric: either the metric or only a label may be absent. */
const withMetric = (selector) => selector.metric === undefined ? [selector] : [selector, { metric: selector.metric, matchers: [] }];
/** From good to bad: of a repeated panel, the worst value is shown. */
const ORDER = [
    ...['other-source', 'data', 'waiting', 'warning', 'too-early'],
    ...['not-checked', 'nan', 'stale', 'no-data', 'error'],
];
const rankOf = ({ evidence }) => ORDER.indexOf(evidence.state);
const inScope = ({ scope }, outcome) => scope === ''
    ? outcome
    : { ...outcome, evidence: { ...outcome.evidence, why: `For ${scope}: ${outcome.evidence.why}` } };
/** The missing answer when a question that all others need is not answered. */
async function lost(ask) {
    try {
        await ask();
        return undefined;
    }
    catch (error) {
        if (error instanceof Unanswered)
            return error.answer;
        throw error;
    }
}
async function answered(variant, tools) {
    const { gap, asked } = variant;
    if (gap && gap.kind !== 'empty')
        return {
            evidence: uncheckedPanel(asked.query, gap.why, variant.text),
            isSettled: false,
            isUnanswered: gap.kind === 'unanswered',
        };
    let outcome;
    const missing = await lost(async () => {
        outcome = await judged(variant, tools);
    });
    return outcome ?? unanswered(variant, missing);
}
/** A lost answer proves nothing; a data source that answers no one is broken. */
function unanswered({ asked, text }, missing) {
    const evidence = uncheckedPanel(asked.query, `The data source does not answer: ${missing?.why ?? ''}`, text);
    const isBroken = missing?.kind === 'broken';
    return {
        evidence: {
            ...evidence,
            ...(missing?.next !== undefined && { next: missing.next }),
            ...(isBroken && { state: 'error', certainty: 'proven' }),
        },
        ...{ isSettled: false, isUnanswered: !isBroken },
    };
}
/** The answer from fresh samples only; when it is empty, the answer from all samples. */
async function judged(variant, tools) {
    const { text, parsed, expression } = variant;
    const { facts, context, round } = tools;
    const absent = parsed.selectors.filter((one) => !facts.isLoaded(one));
    const fresh = freshOnly(text, absent);
    const first = await asking(fresh ?? text, round);
    if ('why' in first)
        return refused(variant, first);
    if (first.series > 0) {
        const found = describeData(first, { parsed, absent, context });
        const isGood = found.state === 'data' || found.state === 'warning';
        if (!isGood)
            return outcome(variant, await whyNaN(found, absent, tools), first, false);
        const hidden = expression ? hiddenSelectors(expression, facts.isLoaded) : [];
        if (hidden.length > 0)
            return outcome(variant, (await whyHidden(hidden, tools)) ?? found, first, false);
        return outcome(variant, (await whyShiftEmpty(variant, round.source, tools)) ?? found, first, true);
    }
    const past = fresh === undefined ? first : await asking(text, round);
    if ('why' in past)
        return refused(variant, past);
    if (!round.last)
        return outcome(variant, ask_notYet(namesOf(absent)), past, false);
    const cause = await whyVariantEmpty(variant, tools);
    const isGone = past.series > 0 && cause.state === 'no-data';
    return outcome(variant, isGone ? describeStale(namesOf(absent)) : cause, past, false);
}
async function asking(query, { source, window }) {
    const answer = await attemptQuery(() => source.query(query, window.at));
    if (isLost(answer))
        throw new Unanswered(answer);
    return answer.kind === 'answer' ? numbersOf(answer.value) : answer;
}
/** What a name that is not a variable of the dashboard means for a query without a result. */
const unchangedNames = ({ undeclared }) => undeclared.length === 0
    ? ''
    : ` The dashboard has no variable ${(0,lib_text/* list */.p_)(undeclared.map((name) => `\`$${name}\``))}, so Grafana sends that text unchanged.`;
function outcome(variant, found, { series, value }, isSettled) {
    const evidence = {
        ...uncheckedPanel(variant.asked.query, '', variant.text),
        ...{ series, ...(value !== undefined && { value }) },
        ...found,
        ...(found.state === 'no-data' && { why: `${found.why}${unchangedNames(variant)}` }),
    };
    return { evidence, isSettled, isUnanswered: false };
}
function refused(variant, { why, next }) {
    const { asked, text, gap } = variant;
    const evidence = {
        ...uncheckedPanel(asked.query, `Prometheus rejects the query: ${why}${gap ? ` ${gap.why}` : unchangedNames(variant)}`, text),
        ...{ state: 'error', certainty: 'proven', ...(next !== undefined && { next }) },
    };
    return { evidence, isSettled: false, isUnanswered: false };
}
const ask_notYet = (absent) => ({
    ...{ state: 'no-data', certainty: 'inferred', absent },
    why: absent.length > 0 ? `There is no sample of ${absent.join(', ')}.` : 'It returns nothing.',
});

;// CONCATENATED MODULE: ./build/verify/readiness.js







/** The targets that are up. */
const upKeys = ({ observations }) => observations
    .filter(({ state }) => state === 'up')
    .map(({ expected }) => (0,targets_observe/* expectedKey */.ol)(expected.service, expected.address))
    .join('\n');
/**
 * Every target that is up, and Prometheus itself unless it fails, was scraped twice since verification began: rates
 * have what they need. A Prometheus without a target has not started scraping yet.
 */
function isRipe({ observations, seen, scrapes, emptyFor }) {
    if (emptyFor !== undefined)
        return emptyFor >= poll/* FIRST_TARGETS_MS */.F_;
    const up = observations.flatMap(({ state, seen: target }) => (state === 'up' && target ? target : []));
    const own = seen.filter(({ labels, health }) => labels.job === model_prometheus/* SELF_JOB */.P8 && health !== 'down');
    return [...up, ...own].every((target) => (scrapes.get((0,target_key/* targetKey */.h)(target.labels))?.times ?? 0) >= 2);
}
/** A metric of one worker process among several is recognised after so many scrapes, over at least so much time. */
const WATCHED_SCRAPES = 3;
const WATCHED_MS = 3_000;
/** Every target with declared metrics was scraped often enough to compare its scrapes. */
function isWatchedEnough({ observations, scrapes }, { services }) {
    const declaring = new Set(services.filter((one) => (0,declared_metrics/* declaredMetrics */.A)(one).length > 0).map(({ name }) => name));
    const least = ({ scrapeInterval }) => Math.max(WATCHED_SCRAPES, 1 + Math.ceil(WATCHED_MS / ((0,duration/* parseDuration */.E)(scrapeInterval) || 15_000)));
    return observations
        .flatMap(({ state, expected, seen }) => state === 'up' && seen && declaring.has(expected.service) ? seen : [])
        .every((target) => (scrapes.get((0,target_key/* targetKey */.h)(target.labels))?.times ?? 0) >= least(target));
}
/** How far Prometheus' clock may be behind the estimate; the window must include its last sample. */
const AHEAD_MS = 250;
/** A time window with the last scrape of every target that is up, and nothing from before verification began. */
function windowOf({ seen }, verifyStart, sinceStart) {
    const times = seen.filter(({ health }) => health === 'up').map(targets_observe/* scrapedAt */.kS);
    const fresh = times.filter((time) => time > verifyStart);
    const at = Math.max(verifyStart + sinceStart, ...fresh) + AHEAD_MS;
    const from = Math.max(verifyStart, Math.min(...fresh) - ALIGNMENT_MS);
    return { at, scrapedMs: at - (fresh.length > 0 ? from : verifyStart), rulesMs: at - verifyStart };
}

;// CONCATENATED MODULE: ./build/verify/watch-contents.js












const UNSEEN = 'Time ran out before its metrics were looked at.';
function contentsOf({ metrics, undeclared }, asked, isFinal) {
    const panels = asked.map(({ evidence }) => (isFinal ? evidence : early(evidence)));
    return { metrics, undeclared, panels };
}
const isGood = ({ metrics }, asked) => metrics.every(isThere) && !asked.some(needsAnswer);
/** Pauses between rounds of queries, in milliseconds, while something has no final answer. */
const ROUNDS_MS = [500, 1_000, 2_000, 4_000];
/** How long the evaluation of a rule group takes at most. */
const EVALUATION_MS = 1_000;
/**
 * Metrics and panels: queried as soon as the targets are known, and again while further scrapes may add samples. At the
 * end, every scrape since verification began is looked at.
 */
function watchContents(options) {
    const { config } = options;
    const asked = panelQuestions(options.dashboards, options.libraryPanels);
    const { ask, askHistory } = asker(options, asked);
    const pace = createPace();
    const mayChange = createPatience(config);
    let contract;
    let ripeSince;
    /** The targets that were up when the last scrape was final, and when all scrapes were. */
    let finalFor;
    let watchedFor;
    /** The last scrape of every target. */
    async function askOnce(now) {
        if (finalFor !== undefined)
            asked.forEach(reopen);
        finalFor = undefined;
        ripeSince = isRipe(now) ? (ripeSince ?? now.elapsed) : undefined;
        const { intervalMs } = await options.recorded();
        const rules = waitsForRules(asked) ? Math.min(intervalMs + EVALUATION_MS, RULES_MS) : 0;
        const last = ripeSince !== undefined && now.elapsed - ripeSince >= rules;
        if (!pace.isDue(now, last))
            return;
        const found = await ask(now, last);
        contract = found.contract;
        pace.asked(now, last);
        if ((!mayChange(found, now) && last) || isGood(found.contract, asked))
            finalFor = upKeys(now);
    }
    /** All scrapes since verification began. */
    async function askScrapes(now, current) {
        if (!isWatchedEnough(now, config) || !pace.isDue(now, false))
            return;
        const { contract: watched, unclear } = await askHistory(now, current);
        pace.asked(now, false);
        if (unclear)
            return;
        contract = watched;
        watchedFor = upKeys(now);
    }
    return {
        /** Queries again if that may change something; true when the result is final. */
        async step(now) {
            const upNow = upKeys(now);
            if (finalFor !== upNow)
                await askOnce(now);
            if (finalFor === upNow && watchedFor !== upNow && contract)
                await askScrapes(now, contract);
            return finalFor === upNow && watchedFor === upNow;
        },
        open: () => describeOpen(contract, asked),
        contents: () => contentsOf(contract ?? uncheckedContract(config.services, UNSEEN), asked, finalFor !== undefined),
    };
}
/** Pauses between rounds; the first one that may be the last is not put off. */
function createPace() {
    let rounds = 0;
    let due = 0;
    let isRepeated = false;
    return {
        isDue: ({ elapsed }, last) => elapsed >= due || (last && !isRepeated),
        asked({ elapsed }, last) {
            due = elapsed + (ROUNDS_MS[Math.min(rounds++, ROUNDS_MS.length - 1)] ?? 0);
            isRepeated = last;
        },
    };
}
/** What has no good answer yet, for the log. */
function describeOpen(contract, asked) {
    const metrics = contract?.metrics.filter((metric) => !isThere(metric)).length ?? 0;
    const panels = asked.filter(needsAnswer).length;
    return metrics + panels === 0 && contract
        ? 'the next scrapes: metrics must be in all of them'
        : `the next scrapes: ${(0,lib_text/* count */.U9)(metrics, 'metric')} and ${(0,lib_text/* count */.U9)(panels, 'panel query', 'panel queries')} have no samples yet`;
}
/** Queries everything once: the metrics, and the panels that have no good answer yet. */
function asker({ config, verifyStart, localStart, prometheus, source, recorded }, asked) {
    const { services } = config;
    const promised = {
        declared: new Set(services.flatMap((service) => (0,declared_metrics/* declaredMetrics */.A)(service).map(({ name }) => name))),
        afterTraffic: afterTrafficNames(services),
        scrapeIntervalMs: (0,duration/* parseDuration */.E)((0,scrape_options/* longestInterval */.EV)(config)) ?? 15_000,
        intervalOf: intervalsOf(config),
    };
    const intervalMs = shortestIntervalMs(config);
    const watch = watchContract({ services, prometheus, verifyStart, intervalMs });
    const roundOf = async (now) => ({
        window: windowOf(now, verifyStart, Date.now() - localStart),
        observations: now.observations,
        rules: await recorded(),
    });
    return {
        async ask(now, last) {
            const { window, observations, rules } = await roundOf(now);
            // Samples of other metrics in panels may carry timestamps of their own, too.
            const names = asked.filter(needsAnswer).flatMap(({ evidence }) => evidence.absent.map(metricOf));
            const contract = await watch.ask({ observations, recorded: rules.names, at: window.at, names });
            const context = {
                ...promised,
                downService: namesOfDown(services, now.observations),
                names: contract.names,
                targetLabels: new Set(now.seen.flatMap(({ labels }) => Object.keys(labels))),
                ...{ recorded: rules.queries, alerts: rules.alerts },
            };
            const unanswered = await askPanels(asked, {
                ...{ source, context, last },
                window: { ...window, delayed: contract.delayed },
            });
            return { contract, unanswered };
        },
        async askHistory(now, contract) {
            const { window, observations } = await roundOf(now);
            return watch.askHistory(contract, { observations, at: window.at });
        },
    };
}
/** The scrape interval of each declared series; of others the one of most services. */
function intervalsOf({ services, monitoring }) {
    const intervals = new Map(services.flatMap((service) => {
        const { interval } = (0,scrape_options/* scrapeTimes */.nZ)(service, monitoring);
        const ms = (0,duration/* parseDuration */.E)(interval) ?? 15_000;
        return (0,declared_metrics/* declaredMetrics */.A)(service).flatMap(({ name }) => seriesOfMetric(name).map((series) => [series, ms]));
    }));
    const usual = (0,duration/* parseDuration */.E)(monitoring.scrape_interval) ?? 15_000;
    return (metric) => intervals.get(metric ?? '') ?? usual;
}
/** How long queries are repeated at the end that got no answer. */
const UNANSWERED_MS = 30_000;
/** How late a scrape may be stored. */
const watch_contents_LATE_MS = 1_000;
/** Whether to ask again at the end: for lost answers, and for old samples, which the next scrape may follow. */
function createPatience(config) {
    const isLost = createTimer(UNANSWERED_MS);
    const isOld = createTimer(((0,duration/* parseDuration */.E)((0,scrape_options/* longestInterval */.EV)(config)) ?? 15_000) + watch_contents_LATE_MS);
    return ({ unanswered, contract }, { elapsed }) => [isLost(unanswered > 0, elapsed), isOld(contract.mayAdvance, elapsed)].includes(true);
}
/** Whether something has been open, but not for longer than a time. */
function createTimer(ms) {
    let since;
    return (isOpen, elapsed) => {
        since = isOpen ? (since ?? elapsed) : undefined;
        return since !== undefined && elapsed - since < ms;
    };
}
/** The metric of a selector in short form: `metric{label="value"}`. */
const metricOf = (selector) => selector.split('{')[0] ?? '';
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
const waitsForRules = (asked) => asked.some((one) => needsAnswer(one) && (one.query.expr.match(/[a-zA-Z_][\w:]*/g) ?? []).some(isMadeByRules));

;// CONCATENATED MODULE: ./build/verify/watch.js









/** When the targets take longer than this, their metrics are checked anyway. */
const CONTENTS_MS = 30_000;
/** Watches targets, metrics and panels until all of them are certain or time is up. */
async function watchAll(request, tools) {
    const { config, dashboards = [] } = request;
    const { prometheus, log, limits } = tools;
    const lister = createMachineLister(request.machines, request.refreshMachines, log);
    const recorded = createRecorded(prometheus);
    const promised = dashboards.length > 0 || config.services.some(declaresMetrics);
    const observe = watchTargets({ ...tools, config, lister, recorded, promised });
    const contents = watchContents({
        ...tools,
        config,
        dashboards,
        recorded,
        source: request.dashboardSource ?? prometheus,
    });
    const hopeless = (0,reach/* createPatience */.se)();
    const began = performance.now();
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
                const [observed] = await Promise.all([observe(), tools.servers.look(performance.now() - began)]);
                now = observed;
                const known = (isReady(now) || now.elapsed >= CONTENTS_MS) && (await contents.step(now));
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
const declaresMetrics = ({ metrics }) => Object.keys(metrics).length > 0;
/** A target that is up, and only to be seen again, has everything that metrics and panels need. */
const isReady = ({ certain, absent, open }) => certain || (absent.length === 0 && open.every(({ state }) => state === 'up'));
/** After a refused or lost answer, how long until the rules are asked for again. */
const RULES_AGAIN_MS = 5_000;
/**
 * The series that rules record, asked for once. They only refine other answers, so that a proxy that does not let this
 * question through must not keep targets from being judged: until there is an answer, there are none.
 */
function createRecorded(prometheus) {
    let answer;
    let due = 0;
    return async () => {
        if (answer || performance.now() < due)
            return answer ?? recordedSeriesOf([]);
        try {
            answer = recordedSeriesOf(await prometheus.rules());
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            due = performance.now() + RULES_AGAIN_MS;
        }
        return answer ?? recordedSeriesOf([]);
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
        const deadline = new Date(request.deadline.getTime() - reserve(request.deadline));
        const limits = { deadline, signal, log: (line) => tools.log.info(line) };
        const found = await find({ ...request, began }, { ...tools, limits });
        const deployBegan = (0,verify_history/* onPrometheusClock */.ok)(request.deployBegan, { began, mark: found.mark });
        const known = { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) };
        return await (0,verify_history/* addHistory */.Gs)(known, tools.prometheus);
    }
    finally {
        // Requests that are still waiting after an internal error must not keep the process alive.
        stop.abort();
    }
}
/** Milliseconds for the questions that are asked last, when watching has used up its time. */
const RESERVE_MS = 3_000;
/** At the deadline itself every request is aborted, and what was not asked by then would not be checked. */
const reserve = (deadline) => Math.max(0, Math.min(RESERVE_MS, (deadline.getTime() - Date.now()) / 5));
async function find(request, tools) {
    const { atRest } = request;
    if (atRest)
        return {
            ...nothing(request),
            checks: [{ area: 'access', outcome: 'broken', certainty: 'proven', ...atRest }],
        };
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
/** Runs all checks concurrently, and asks last what Prometheus says about itself. */
async function proof(request, verifyStart, tools) {
    const { prometheus, limits } = tools;
    const { config, remoteWrite } = request;
    const intervalMs = (0,duration/* parseDuration */.E)((0,scrape_options/* longestInterval */.EV)(config)) ?? 15_000;
    const localStart = Date.now();
    const rejectedBefore = rejectedSamples(prometheus);
    const servers = createServerWatch(prometheus, verifyStart, intervalMs);
    const writing = remoteWrite &&
        createRemoteWriteWatch({ ...remoteWrite, scrapeIntervalMs: intervalMs }, verifyStart, tools);
    const libraryPanels = await readLibraryPanels(request.dashboards ?? [], request.readLibraryPanel);
    const { delivery } = request;
    const [main, version, endpoints, delivered] = await Promise.all([
        watchAll(request, { ...tools, verifyStart, libraryPanels, localStart, servers }),
        versionOf(prometheus),
        checkEndpoints(request, tools),
        delivery ? watchDelivery(delivery, verifyStart, tools) : [],
        writing?.watch(),
    ]);
    // Every other answer may be that of either server.
    const several = main.problems.find(isSeveral) ?? (await severalServersOf(servers, Date.now() - localStart));
    if (several)
        return { ...nothing(request), problems: [several] };
    const [written, server] = await Promise.all([
        writing?.conclude(),
        checkServerItself(request, { main, verifyStart, localStart, servers, rejectedBefore }, tools),
    ]);
    return {
        mark: new Date(verifyStart).toISOString(),
        ...(main.certain && written?.outcome !== 'not-checked' ? {} : cutEvidence(limits)),
        ...(version !== undefined && { prometheus: version }),
        ...targetsOf(request, main.now, verifyStart, server),
        ...main.contents,
        ...server,
        checks: [
            ...(request.isNobodyNotified ? [NOBODY_NOTIFIED] : []),
            ...server.checks,
            ...(written ? [written] : []),
            ...delivered,
            ...endpoints,
        ],
        problems: problemsOf(main.problems),
    };
}
const isSeveral = ({ code }) => code === SEVERAL_SERVERS;
async function severalServersOf(servers, elapsed) {
    try {
        await servers.confirm(elapsed);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return error.problems.find(isSeveral);
        throw error;
    }
}
/** Its configuration, rules, scrape of itself and past. */
async function checkServerItself({ config, shippedConfig, shippedRules, began }, { main: { now }, verifyStart, localStart, servers, rejectedBefore }, { prometheus, limits }) {
    const { retention, scrape_interval: interval } = config.monitoring;
    const since = (0,targets_observe/* lastScrapeOf */.QZ)(now?.observations ?? [], verifyStart);
    const [server, { rules, alerts, checks: ruled }, past, before, after] = await Promise.all([
        checkServer({ shippedConfig, retention, verifyStart }, prometheus, limits),
        readRules({ shippedRules, scrapedAt: since }, prometheus, limits),
        readPast(prometheus, interval),
        rejectedBefore,
        rejectedSamples(prometheus),
    ]);
    const clock = (local) => verifyStart + local - localStart;
    const uptime = judgeUptime({
        past,
        seen: servers.seen(),
        began: clock(Date.parse(began)),
        verifyStart,
        now: clock(Date.now()),
        intervalMs: (0,duration/* parseDuration */.E)(interval) ?? 15_000,
    });
    const checks = [
        ...server,
        ...(now ? [judgeSelfScrape(now, verifyStart, shippedConfig)] : []),
        uptime,
        ...judgeStorage(now?.observations ?? [], rules),
        ...(now ? judgeScrapes(now) : []),
        ...judgeRejected({ before, after }, now?.observations ?? []),
        ...ruled,
    ];
    return { rules, alerts, checks };
}
const targetsOf = (request, now, verifyStart, { rules }) => {
    if (!now)
        return nothing(request);
    const errors = rules.map(({ detail }) => detail);
    return {
        ...withServices(request.config, targetEvidence(now.observations, verifyStart, errors)),
        unexpected: unexpectedEvidence(now.unexpected),
    };
};
const NOBODY_NOTIFIED = {
    area: 'delivery',
    subject: evidence/* NO_ONE_NOTIFIED */.Gj,
    outcome: 'warning',
    certainty: 'proven',
    why: 'No one is notified of alerts: they are shown on the page /alerts of Prometheus only.',
    next: 'Add a receiver to `alerts.notify` in monitoring.yml, for example `notify: { ntfy: {} }`, and set its secret (NTFY_URL). Or set grafana-url and grafana-api-key, and Grafana notifies people.',
};
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
        unexpected: [],
        metrics: [],
        undeclared: [],
        panels: [],
        rules: [],
        alerts: [],
        checks: [],
        problems: [],
    };
}

// EXTERNAL MODULE: ./build/desired/alertmanager/receivers.js
var receivers = __webpack_require__(8457);
// EXTERNAL MODULE: ./build/desired/alertmanager/routes.js
var routes = __webpack_require__(1881);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
;// CONCATENATED MODULE: ./build/run/delivery.js




/** What verification needs to prove that alerts reach the receivers; undefined without an Alertmanager. */
function deliveryOf({ project: { config }, desired, inputs: { receivers } }, isOurs) {
    const { notify } = config.alerts;
    if (!notify)
        return undefined;
    const text = (name) => desired.monitoring.files.find((file) => file.name === name)?.content ?? '';
    const kinds = Object.keys(notify);
    return {
        app: config.monitoring.app,
        receivers: [
            ...kinds.map((kind) => receiverOf(kind, receivers)),
            ...(receivers['heartbeat-url'] === undefined ? [] : [heartbeatOf(receivers['heartbeat-url'])]),
        ],
        ...(isOurs && {
            shipped: {
                alertmanager: text('alertmanager.yml'),
                rules: desired.monitoring.files.filter(monitoring_app/* isRuleFile */.n).map((file) => file.content),
            },
        }),
    };
}
const heartbeatOf = (url) => ({
    name: routes/* HEARTBEAT */.rU,
    integration: receivers/* INTEGRATION_OF */.f4.heartbeat,
    variable: 'HEARTBEAT_URL',
    isTested: true,
    ask: { url },
});
function receiverOf(kind, secrets) {
    const ask = addressToAsk(kind, secrets);
    return {
        name: kind,
        integration: receivers/* INTEGRATION_OF */.f4[kind],
        variable: (0,names/* environmentVariable */.mT)(receivers/* SECRETS_OF */.kO[kind].needs),
        isTested: kind !== 'pagerduty',
        ...(ask && { ask }),
    };
}
/** Where a receiver says why it refuses; PagerDuty has one address for all keys, and a mail server is not asked. */
function addressToAsk(kind, secrets) {
    const secret = secrets[receivers/* SECRETS_OF */.kO[kind].needs];
    if (secret === undefined || kind === 'pagerduty' || kind === 'email')
        return undefined;
    if (kind === 'telegram')
        return { url: `https://api.telegram.org/bot${secret}/getMe` };
    const token = kind === 'ntfy' ? secrets['ntfy-token'] : undefined;
    return { url: secret, ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }) };
}

;// CONCATENATED MODULE: ./build/run/verify-deployment.js










/** Checks that the running system matches the desired state. */
function verifyDeployment(session, deployed, more) {
    const { project, desired, fly, pool, prometheus } = session;
    // What this run has deployed must be what runs, whatever the machine says about itself.
    const isOurs = session.inputs.mode === 'deploy' || shippedBy(desired.monitoring.digest, deployed.apps[0]);
    const text = (name) => isOurs ? desired.monitoring.files.find((file) => file.name === name)?.content : undefined;
    const request = {
        config: project.config,
        machines: verify_deployment_machinesOf(deployed.apps),
        refreshMachines: () => machinesNow(session),
        deadline: new Date(fly.until),
        prometheusUrl: desired.prometheusUrl,
        dashboards: dashboardsOf(session, deployed.dataSource),
        ...more,
        ...optional('shippedConfig', text('prometheus.yml')),
        ...(isOurs && { shippedRules: desired.monitoring.files.filter(monitoring_app/* isRuleFile */.n).map((file) => file.content) }),
        ...optional('dashboardSource', deployed.dataSource && throughGrafana(session, deployed.dataSource)),
        ...optional('readLibraryPanel', libraryPanels(session)),
        ...optional('remoteWrite', remoteWrite(session)),
        ...optional('delivery', deliveryOf(session, isOurs)),
        isNobodyNotified: !project.config.alerts.notify && !desired.grafana,
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
 * `uid`: the data source that this run found or wrote.
 */
function dashboardsOf({ project, desired }, uid) {
    const { app } = project.config.monitoring;
    const asked = desired.grafana?.dataSource;
    const own = asked && ('existing' in asked ? (asked.own ?? { uid: asked.existing, name: asked.existing }) : asked);
    const home = { deployment: app, dataSource: { uid: uid ?? own?.uid ?? app, name: own?.name ?? app } };
    return (desired.grafana?.dashboards ?? project.dashboards).flatMap((file) => {
        const normal = (0,dashboard/* normaliseDashboard */.L)(file, home);
        return normal.kind === 'dashboard' ? [normal.dashboard] : [];
    });
}
/** Grafana has the models of library panels. */
const libraryPanels = ({ inputs, pool, signal }) => inputs.grafana && (0,grafana_client/* createGrafana */.r)({ ...inputs.grafana, pool, signal }).libraryPanel;
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
    const machine = await checkPrometheusMachine(session, found.apps[0]?.machines ?? []);
    if (machine === 'failed')
        return;
    await report.timed('verify', () => verifyAndRecord(session, found, machine));
};
async function verifyAndRecord(session, deployed, more = {}) {
    const evidence = await verifyDeployment(session, deployed, more);
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
    'prometheus-forbidden': 10_000,
    'prometheus-odd-answer': 0,
    'prometheus-several-servers': 0,
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
const GONE_MS = 30_000;
/** Returns a function that reports whether an error has persisted too long to be temporary. */
function createPatience() {
    const since = new Map();
    return (error) => {
        const code = error.problems[0]?.code ?? '';
        const limit = PATIENCE[code];
        if (limit === undefined)
            return false;
        const now = Date.now();
        const known = since.get(code);
        // An error that was gone for a while is a new one.
        const first = known && now - known.last < GONE_MS ? known.first : now;
        since.set(code, { first, last: now });
        return now - first >= limit;
    };
}


/***/ })

};

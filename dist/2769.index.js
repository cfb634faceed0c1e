export const id = 2769;
export const ids = [2769,4892,662];
export const modules = {

/***/ 9419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ claimApp),
/* harmony export */   o: () => (/* binding */ appExists)
/* harmony export */ });
/* harmony import */ var _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6359);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3439);
/* harmony import */ var _ensure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(356);




/**
 * Creates the app. Fly creates an app for one caller only: `found` means that it exists and that this token may use it,
 * because another run was faster, or because flyctl repeated a request whose answer was lost.
 * @throws ActionError also when the name belongs to an app of another organization, for which Fly answers the same
 */
async function claimApp({ app, organization }, flyctl) {
    const exists = () => appExists(app, flyctl);
    try {
        await (0,_ensure_js__WEBPACK_IMPORTED_MODULE_3__/* .ensure */ .D)({ act: () => _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .createApp */ .Ef(flyctl, app, organization), isDone: exists }, flyctl);
        return 'created';
    }
    catch (error) {
        if ((0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'fly-token-too-narrow'))
            throw cannotCreate(app, organization, error);
        if ((0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'fly-app-taken') && (await exists()))
            return 'found';
        throw error;
    }
}
/** Whether the app exists and this token can see it. */
const appExists = (app, flyctl) => _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .checkApp */ .Ov(flyctl, app).then(() => true, (error) => {
    if ((0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, 'fly-app-missing'))
        return false;
    throw error;
});
function cannotCreate(app, organization, cause) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('fly-token-cannot-create', `The Fly token cannot access an app ${app}, and it is not allowed to create one.`, `If the app exists, use a token that covers it; otherwise create it once manually (\`flyctl apps create ${app} --org ${organization}\`), or use an organization token (\`flyctl tokens create org\`).`, cause);
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ensure)
/* harmony export */ });
/* harmony import */ var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3439);

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
            if (!(0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .isUndecided */ .Ae)(error))
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


/***/ }),

/***/ 9592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ runChanges),
/* harmony export */   b: () => (/* binding */ flyResult)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3439);


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
            const [problem] = (0,_plan_fly_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(error);
            if (!problem)
                throw new Error(`a failure without a problem: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            outcomes.push({ change, seconds: seconds(), kind: 'failed', problem });
            journal('failed', change.subject, change.what);
        }
    }
    return outcomes;
}
/** `create the app` → `creating the app`. */
const inProgress = (what) => what.replace(/^(\w+?)e?\b/, '$1ing');


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
    updated_at: text,
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
        updatedAt: raw.updated_at ?? '',
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
        when: /rate limit|too many requests|(?:status|code|error|fault|http):? 429\b/i,
        retry: true,
        what: () => 'Fly limits the rate of requests, and rejected the retries as well.',
        hint: 'Run again in a minute; fewer deploys at the same time help.',
    },
    {
        code: 'fly-api',
        when: /(?:status|code|error|fault|http):? 5\d\d\b|internal server error|bad gateway|service unavailable|gateway timeout|decoding response: /i,
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
/** Pauses before each other try, in milliseconds. */
const PAUSES_MS = [500, 1_500, 4_000, 8_000, 12_000];
/** An error that is not known may be a refusal: it is tried again less often. */
const UNKNOWN_TRIES = 4;
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
            const { retry, problem } = result.failure;
            const isEnough = problem.code === 'fly-failed' && attempt + 1 >= UNKNOWN_TRIES;
            const ms = isEnough || !retry ? undefined : PAUSES_MS[attempt];
            if (ms === undefined || Date.now() + ms >= (options.until ?? Number.POSITIVE_INFINITY))
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
  ei: () => (/* binding */ destroyApp),
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
/** Destroys an app with its machines, volumes, secrets and addresses. */
async function destroyApp(flyctl, app) {
    await once(flyctl, { command: `apps destroy ${app}`, app, args: ['--yes'], global: true });
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
/** Alerts, where they are sent to, and how a drill fires one. */
const alertRequests = (get, read) => ({
    alerts: async () => (await read('/api/v1/alerts', ANSWERS.alerts)).data.alerts,
    alertmanagers: async () => {
        const { data } = await read('/api/v1/alertmanagers', ANSWERS.alertmanagers);
        return data.activeAlertmanagers.map(({ url }) => url);
    },
    knock: async () => {
        const answer = await get(_model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .DRILL */ .su.path, { retries: 0 });
        if (String(answer.status) !== _model_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .DRILL */ .su.code)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .prometheusRefusal */ .VJ)(answer, '/api/v1/query_exemplars');
    },
});
/** The HTTP API of one Prometheus server, read only. */
function createPrometheus(server) {
    const get = getter(server);
    const read = async (path, shape, options) => answerOf(await get(path, options), path, shape);
    return {
        ready: async () => readiness(await get('/-/ready', { retries: 0 })),
        now: async () => clockOf(answerOf(await get(CLOCK), CLOCK, ANSWERS.query).data),
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
        ...alertRequests(get, read),
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
const CLOCK = '/api/v1/query?query=time()';
/** Prometheus' own clock, in milliseconds since the epoch. */
function clockOf(answer) {
    if (answer.resultType !== 'scalar')
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(CLOCK, `a ${answer.resultType} where a scalar was expected`);
    const [seconds] = answer.result;
    if (seconds >= 0 && seconds <= END_OF_9999)
        return seconds * 1000;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .unexpectedAnswer */ .au)(CLOCK, 'a time outside of every calendar');
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
/* harmony export */   ll: () => (/* binding */ renderMonitoring),
/* harmony export */   n$: () => (/* binding */ isRuleFile),
/* harmony export */   xn: () => (/* binding */ isOwnSecret)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9149);
/* harmony import */ var _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9829);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3694);
/* harmony import */ var _fly_toml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3181);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9921);
/* harmony import */ var _scrape_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8185);
/* harmony import */ var _web_config_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8862);








/** The monitoring app of a configuration. */
function renderMonitoring(config, secrets, rules) {
    const { app, organization, region, access, image, volume } = config.monitoring;
    const files = renderFiles(config, secrets, rules);
    const { notify } = config.alerts;
    const secretFiles = [
        ...renderSecretFiles(app, secrets),
        ...(0,_scrape_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .scrapeSecretFiles */ .y)(config.services, secrets.scrapes ?? new Map()),
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
/** Whether a deploy of the monitoring app sets a secret of this name. */
const isOwnSecret = (name) => name === WEB_CONFIG_SECRET || name.startsWith('MONITORING_');
const WEB_CONFIG_SECRET = 'PROMETHEUS_WEB_CONFIG';
/**
 * Files that consist of a secret. Their names differ from those that are set manually, in plain text, for the entrypoint,
 * such as GRAFANA_PROMETHEUS_API_KEY.
 */
function renderSecretFiles(app, { flyToken, password, remoteWrite }) {
    const webConfig = { name: WEB_CONFIG_SECRET, guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.webConfig };
    const selfPassword = { name: 'MONITORING_SELF_PASSWORD', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.selfPassword };
    const key = { name: 'MONITORING_REMOTE_WRITE_KEY', guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_5__/* .GUEST_PATHS */ .es.remoteWriteKey };
    return [
        ...(password === undefined
            ? []
            : [
                { ...webConfig, value: (0,_web_config_js__WEBPACK_IMPORTED_MODULE_7__/* .renderWebConfig */ .h)(flyToken, app, password) },
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
/* harmony import */ var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3052);
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
    : { record: rule.record, expr: rule.expr, ...(rule.labels && { labels: rule.labels }) };
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

/***/ 2127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ flyChange)
/* harmony export */ });
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6284);

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
            return `allocate a ${(0,_addresses_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAddress */ .KU)(action.address)}`;
        case 'ensure-addresses':
            return 'ensure public addresses';
        case 'stage-secrets':
            return `stage ${action.names.join(', ')}`;
        case 'deploy':
            return 'deploy';
        case 'start-machines':
            return `start ${action.machines.join(', ')}`;
        case 'destroy-app':
            return 'destroy the app';
    }
}


/***/ }),

/***/ 6284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ describeAddress),
/* harmony export */   Ur: () => (/* binding */ doubleAddresses),
/* harmony export */   pk: () => (/* binding */ missingAddresses)
/* harmony export */ });
/* harmony import */ var _doubles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7790);

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
    const [kept, ...others] = (0,_doubles_js__WEBPACK_IMPORTED_MODULE_0__/* .byAge */ .jI)(own.map(({ address, createdAt }) => ({ id: address, createdAt })));
    return kept ? others.filter((one) => (0,_doubles_js__WEBPACK_IMPORTED_MODULE_0__/* .areTwins */ .ii)(one, kept)).map(({ id }) => id) : [];
}
/** The address in words. */
const describeAddress = (address) => address === 'v6' ? 'public IPv6 address' : 'shared public IPv4 address';


/***/ }),

/***/ 7790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ doubleMachines),
/* harmony export */   ii: () => (/* binding */ areTwins),
/* harmony export */   jI: () => (/* binding */ byAge),
/* harmony export */   lg: () => (/* binding */ isAttached),
/* harmony export */   nw: () => (/* binding */ doubleVolumes)
/* harmony export */ });
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


/***/ }),

/***/ 1104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ observeMonitoring),
/* harmony export */   nv: () => (/* binding */ machinesIfExisting),
/* harmony export */   qn: () => (/* binding */ observeApp),
/* harmony export */   zp: () => (/* binding */ observeAddresses)
/* harmony export */ });
/* harmony import */ var _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6359);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3439);


/** Reads the current state of the monitoring app; undefined when the app does not exist. */
async function observeMonitoring(desired, flyctl) {
    const machines = await machinesIfExisting(desired.app, flyctl);
    if (!machines)
        return undefined;
    // Without a machine nothing is recorded that the secrets could be compared with.
    const compare = machines.length > 0 && desired.secrets.length > 0;
    const [volumes, secrets] = await Promise.all([
        _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listVolumes */ .yi(flyctl, desired.app),
        compare ? _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listSecrets */ .AQ(flyctl, desired.app) : undefined,
    ]);
    // Volumes without a machine are safe to remove only if none ever had one.
    const isUnclear = machines.length === 0 && volumes.length > 1;
    const releases = isUnclear ? await _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listReleases */ .tH(flyctl, desired.app) : undefined;
    return {
        machines,
        volumes,
        readAt: Date.now(),
        ...(secrets && { secrets }),
        ...(releases && { wasDeployed: releases.some(({ status }) => status === 'complete') }),
    };
}
/** The same state with the app's addresses, which cost one more start of flyctl. */
async function observeAddresses(state, { app }, flyctl) {
    return { ...state, addresses: await _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listAddresses */ .Zt(flyctl, app) };
}
/** The machines of an app; undefined when it does not exist, or when this token cannot see it. */
async function machinesIfExisting(app, flyctl) {
    try {
        return await _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listMachines */ .bO(flyctl, app);
    }
    catch (error) {
        const why = await (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .sharpenRefusal */ .sd)(error, app, flyctl);
        if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(why, 'fly-app-missing'))
            return undefined;
        throw why;
    }
}
/** Reads the machines of an app that this run does not deploy. A refusal by Fly is returned as a problem, never thrown. */
async function observeApp(app, flyctl) {
    try {
        return { app, machines: await _clients_flyctl_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .listMachines */ .bO(flyctl, app), problems: [] };
    }
    catch (error) {
        return { app, machines: [], problems: (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(await (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .sharpenRefusal */ .sd)(error, app, flyctl)) };
    }
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

/***/ 8112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ secretIn),
/* harmony export */   u: () => (/* binding */ readScrapeSecrets)
/* harmony export */ });
/* harmony import */ var _config_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3601);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7209);



/**
 * Reads the variables that services name, and hides their values before anything else happens. Each one that is not set is
 * one problem, however many services need it.
 */
function readScrapeSecrets({ config, source }, env) {
    const secrets = new Map();
    const problems = new Map();
    for (const [i, service] of config.services.entries()) {
        const credentials = (0,_config_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialsOf */ .YN)(service);
        if (!credentials || secrets.has(credentials.variable) || problems.has(credentials.variable))
            continue;
        const { key, variable } = credentials;
        const value = secretIn(env, variable);
        const fault = faultOf(value);
        if (value !== undefined && fault === undefined)
            secrets.set(variable, value);
        else {
            const at = source && (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .locateIn */ ._C)(source)(['services', i, key], 'key');
            const message = `${key} of service ${service.name} needs the environment variable ${variable}, which ${fault}.`;
            problems.set(variable, {
                code: 'input/credentials',
                severity: 'error',
                ...(at && { at }),
                message,
                hint: hintFor(variable),
            });
        }
    }
    return { secrets, problems: [...problems.values()] };
}
/** The value of a variable, which is hidden from now on; undefined when it is not set. */
function secretIn(env, variable) {
    const value = env[variable]?.trim() || undefined;
    if (value !== undefined)
        (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .addSecret */ .Ck)(value);
    return value;
}
/** A header and a line of a file hold it; Prometheus sends it byte for byte. */
function faultOf(value) {
    if (value === undefined)
        return 'is not set';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are searched for
    return /[\x00-\x1f\x7f]/.test(value) ? 'has a line break or another control character' : undefined;
}
const hintFor = (variable) => `Store the value as a secret and pass it to the step as env: ${variable}: \${{ secrets.${variable} }} (an empty secret counts as missing); on the command line, export it.`;


/***/ }),

/***/ 1389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B_: () => (/* binding */ describeStarts),
  i7: () => (/* binding */ openFly),
  fA: () => (/* binding */ openSession)
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
// EXTERNAL MODULE: ./build/config/configuration.js + 1 modules
var configuration = __webpack_require__(6303);
// EXTERNAL MODULE: ./build/config/project.js
var config_project = __webpack_require__(5614);
// EXTERNAL MODULE: ./build/desired/alertmanager/silence.js
var alertmanager_silence = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/config/services.js
var services = __webpack_require__(6927);
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
    const { scrapes } = facts;
    const secrets = { flyToken, password, remoteWrite, receivers, scrapes };
    const monitoring = (0,monitoring_app/* renderMonitoring */.ll)(config, secrets, { rules, own });
    return {
        monitoring,
        prometheusUrl: (0,grafana/* prometheusUrlOf */.fs)(config, inputs),
        orders: config.apps.map((app) => ({
            app,
            workspace: workspace.folder,
            organization: config.monitoring.organization,
            needsAddresses: facts.needAddresses.has(app.app),
            groups: facts.groups.get(app.app) ?? [],
            mayStop: (0,services/* servicesOfApp */.LE)(config.services, app.app).every((service) => service.may_stop),
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
    return (0,config_project/* readEach */.e)(deployed, (app) => {
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
            return missing.map((path) => (0,configuration/* missingFile */.Bi)((0,lib_workspace/* repositoryPath */.SH)(workspace, path), hint));
        const built = dockerfile === undefined ? undefined : (0,lib_workspace/* repositoryPath */.SH)(workspace, dockerfile);
        const found = (0,lint/* lintFlyToml */.N)(toml.text, toml.file, {
            app: app.app,
            ours: true,
            services: config.services,
            dockerfile: built,
        });
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

// EXTERNAL MODULE: ./build/run/scrape-secrets.js
var scrape_secrets = __webpack_require__(8112);
;// CONCATENATED MODULE: ./build/run/session.js


















/** Reads and checks everything, and opens the clients of the stages; nothing is changed before everything is valid. */
async function openSession(inputs, report, context) {
    const { project, problems } = (0,config_project/* readProject */.W)(inputs, (0,lib_workspace/* workspaceRoot */.oS)(context.env));
    const scrapes = (0,scrape_secrets/* readScrapeSecrets */.u)(project, context.env);
    // Only a deploy reads the apps' Fly configurations.
    const tomls = inputs.mode === 'deploy' ? readFlyConfigurations(project) : { found: [], problems: [] };
    (0,configuration/* throwIfAny */.MI)([...problems, ...scrapes.problems, ...tomls.problems]);
    failOnErrors(tomls.found.flatMap((file) => file.problems), report);
    await (0,check/* checkShipped */.k)(project, inputs, context);
    failOnErrors(receiverProblems(project, inputs), report);
    const desired = desiredState(project, inputs, {
        commit: context.env.GITHUB_SHA,
        needAddresses: needAddresses(tomls.found),
        groups: processGroups(tomls.found),
        scrapes: scrapes.secrets,
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
    (0,configuration/* throwIfAny */.MI)(problems.filter(({ severity }) => severity === 'error'));
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
/** Finds flyctl, and opens it for this run. */
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
const addressOf = ({ monitoring: { password }, prometheusUrl }) => ({
    url: prometheusUrl,
    credentials: (0,prometheus/* prometheusCredentials */.Dh)(password),
});
const describeStarts = ({ fly: { flyctl } }) => () => {
    const all = flyctl.starts();
    const seconds = all.reduce((sum, start) => sum + start.seconds, 0);
    return `${(0,lib_text/* count */.U9)(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`;
};


/***/ })

};

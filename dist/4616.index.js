export const id = 4616;
export const ids = [4616];
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

/***/ 4448:
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
// EXTERNAL MODULE: ./build/plan/fly/addresses.js
var fly_addresses = __webpack_require__(6284);
// EXTERNAL MODULE: ./build/plan/fly/actions.js
var actions = __webpack_require__(2127);
;// CONCATENATED MODULE: ./build/plan/fly/app.js

/** The changes of a deploy of a main app that exists: every run makes a release. */
function planApp({ app: config }) {
    const { app } = config;
    return [(0,actions/* flyChange */.Q)({ kind: 'deploy', app, image: imageOf(config) }, 'The configuration asks for it.')];
}
/** The changes of a deploy when the app does not exist yet. */
function planNewApp(order) {
    const { app } = order.app;
    const create = { kind: 'create-app', app, organization: order.organization };
    const allocate = ['shared-v4', 'v6'].map((address) => (0,actions/* flyChange */.Q)({ kind: 'allocate-address', app, address }, 'Without a terminal, flyctl would leave the app without a public address.'));
    return [
        (0,actions/* flyChange */.Q)(create, 'The app does not exist yet.'),
        ...(order.needsAddresses ? allocate : []),
        ...planApp(order),
    ];
}
/** The change for a public app without an address. */
const planAddresses = (app) => [
    (0,actions/* flyChange */.Q)({ kind: 'ensure-addresses', app }, 'Its services are public, but it does not have one address of each kind: flyctl allocates them on the first deploy only, and does not report when that fails.'),
];
function imageOf({ image, dockerfile }) {
    if (image)
        return { from: 'reference', reference: image };
    return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' };
}

// EXTERNAL MODULE: ./build/plan/fly/refusals.js
var refusals = __webpack_require__(3439);
// EXTERNAL MODULE: ./build/apply/fly/ensure.js
var ensure = __webpack_require__(356);
;// CONCATENATED MODULE: ./build/apply/fly/addresses.js



/** Allocates a public address that the app does not have. */
function ensureAddress({ app, address }, flyctl) {
    return (0,ensure/* ensure */.D)({
        act: () => commands/* allocateAddress */.CR(flyctl, app, address),
        isDone: async () => !(0,fly_addresses/* missingAddresses */.pk)(await commands/* listAddresses */.Zt(flyctl, app)).includes(address),
    }, flyctl);
}
/** After a first deploy: allocates the public addresses that are missing, and releases what was allocated twice. */
async function ensureAddresses(app, flyctl) {
    const addresses = await commands/* listAddresses */.Zt(flyctl, app);
    for (const address of (0,fly_addresses/* doubleAddresses */.Ur)(addresses))
        await release(app, address, flyctl);
    const missing = (0,fly_addresses/* missingAddresses */.pk)(addresses);
    for (const address of missing)
        await ensureAddress({ app, address }, flyctl);
    if (!missing.includes('v6'))
        return;
    for (const address of (0,fly_addresses/* doubleAddresses */.Ur)(await commands/* listAddresses */.Zt(flyctl, app)))
        await release(app, address, flyctl);
}
const release = (app, address, flyctl) => (0,ensure/* ensure */.D)({
    act: () => commands/* releaseAddress */.mz(flyctl, app, address),
    isDone: async () => (await commands/* listAddresses */.Zt(flyctl, app)).every((one) => one.address !== address),
}, flyctl);

// EXTERNAL MODULE: ./build/apply/fly/claim-app.js
var claim_app = __webpack_require__(9419);
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
/**
 * The same for a new machine: its lease lasts as long, also when the answer or flyctl itself gets lost, and nobody can
 * change the machine until then. The rest of the time is waited here.
 */
const FIRST_WAIT_MS = 60_000;
/** The time that flyctl needs after it stopped waiting, to report that and to release its leases. */
const TIDY_MS = 10_000;
/** Pauses before a deploy is repeated, in milliseconds. */
const PAUSES_MS = [1_000, 4_000, 10_000];
/**
 * Runs `flyctl deploy`; the state of the machines decides whether it succeeded. A deploy that failed without a refusal
 * of Fly is repeated, which is safe: flyctl continues with the machines that exist. One that finds another deploy at
 * work is repeated until the time is up.
 */
async function deployAndWait(order, ctx) {
    const output = deployOutput(order.app, ctx.log);
    let firstRelease;
    for (let failures = 0;;) {
        const { again, ...attempt } = await attemptDeploy(order, output, ctx);
        firstRelease ??= attempt.release;
        const outcome = {
            ...attempt,
            ...(firstRelease !== undefined && { firstRelease }),
            ...(output.hasMadeVolume() && { hasMadeVolume: true }),
        };
        const pause = again === 'busy' ? PAUSES_MS[1] : PAUSES_MS[failures];
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
        waitMs: Math.min(order.isFirst ? FIRST_WAIT_MS : WAIT_MS, timeoutMs - TIDY_MS),
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
    const made = expected.release !== undefined && { release: expected.release };
    const reached = { ...(await (0,wait_for_machines/* waitForMachines */.z)(expected, ctx.until, ctx)), ...made };
    if (!reached.problem)
        return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
    const isUndone = reached.problem.code === 'fly-old-version' || reached.problem.code === 'fly-no-machines';
    return isUndone ? { ...reached, warnings: [], problem, again } : { ...reached, warnings: [] };
}
const WELL = 'flyctl reported a failure, but every machine runs the new release and its checks pass.';
/** flyctl has waited for the machines, or its time was up: their state decides when their own time is up. */
async function lastLook(problem, failed, ctx) {
    const isOver = problem.code === 'fly-deadline';
    const expected = isOver ? failed.asked : ((await expectedOf(failed, ctx)) ?? failed.asked);
    if (problem.code === 'fly-health' || problem.code === 'fly-start-timeout') {
        const reached = await (0,wait_for_machines/* waitForMachines */.z)(expected, Math.min(ctx.until, failed.begun + WAIT_MS), ctx);
        if (!reached.problem)
            return { ...reached, warnings: [{ ...problem, severity: 'warning', hint: WELL }] };
        return {
            ...reached,
            warnings: [],
            problem: reached.problem.code === 'fly-not-ready' ? problem : reached.problem,
        };
    }
    const machines = await (0,commands/* listMachines */.bO)(ctx.flyctl, failed.order.app);
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

// EXTERNAL MODULE: ./build/apply/fly/run-changes.js
var run_changes = __webpack_require__(9592);
// EXTERNAL MODULE: ./build/plan/fly/doubles.js
var fly_doubles = __webpack_require__(7790);
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
    const { machines, firstRelease: release } = deployed;
    const groups = [...Map.groupBy(machines, (m) => m.processGroup).values()];
    const several = groups.filter((group) => group.length > 1 && group.every(isYoung));
    if (several.length === 0 || release === undefined)
        return deployed;
    const since = (await commands/* listReleases */.tH(ctx.flyctl, app)).find(({ version }) => version === release)?.createdAt;
    const spare = several
        .filter((group) => group.every(({ createdAt }) => since && Date.parse(createdAt) >= since.getTime()))
        .flatMap((group) => (0,fly_doubles/* byAge */.jI)(group).slice(1));
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
    const destroy = () => (0,ensure/* ensure */.D)({ act: () => commands/* destroyMachine */.Uc(flyctl, app, id), isDone: isGone }, flyctl);
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
            return await (0,ensure/* ensure */.D)({ act: () => commands/* destroyVolume */.BB(flyctl, app, id), isDone: isGone }, flyctl);
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
    const go = (changes) => (0,run_changes/* runChanges */.$)(changes, (action) => perform(action, run), ctx);
    // The deploy itself shows that an app does not exist: reading it first would cost every run one more start of flyctl.
    const outcomes = await go(planApp(order));
    const isMissing = outcomes.some((o) => o.kind === 'failed' && o.problem.code === 'fly-app-missing');
    const deployed = isMissing ? await go(planNewApp(order)) : outcomes;
    const after = deployed.every((o) => o.kind === 'done') && (await lacksAddress(run)) ? planAddresses(app) : [];
    return (0,run_changes/* flyResult */.b)(app, [...deployed, ...(await go(after))], run.deployed);
}
async function perform(action, run) {
    const { ctx, order } = run;
    switch (action.kind) {
        case 'create-app':
            await (0,claim_app/* claimApp */.K)(action, ctx.flyctl);
            run.isNew = true;
            return;
        case 'allocate-address':
            return ensureAddress(action, ctx.flyctl);
        case 'ensure-addresses':
            await ensureAddresses(action.app, ctx.flyctl);
            return;
        default:
            run.deployed = await deployAndWait({ ...requestOf(order), isFirst: run.isNew }, ctx);
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
    const addresses = await (0,commands/* listAddresses */.Zt)(ctx.flyctl, app).catch((error) => {
        (0,refusals/* problemsOf */.GW)(error);
        return undefined;
    });
    // The step that follows says why they cannot be read.
    if (!addresses)
        return true;
    // Later on, an app that has a private address instead is private on purpose.
    const isOnPurpose = !isFirst && addresses.some(({ kind }) => kind === 'private');
    return !isOnPurpose && ((0,fly_addresses/* missingAddresses */.pk)(addresses).length > 0 || (0,fly_addresses/* doubleAddresses */.Ur)(addresses).length > 0);
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

// EXTERNAL MODULE: ./build/plan/fly/judge-machines.js
var judge_machines = __webpack_require__(4222);
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
const createApp = ({ app: { app, organization } }) => (0,actions/* flyChange */.Q)({ kind: 'create-app', app, organization }, 'The app does not exist yet.');
/** The state as it is after the removal of what was made twice. */
function withoutDoubles(wanted, state) {
    const { app } = wanted.app;
    const machines = (0,fly_doubles/* doubleMachines */.AE)(state.machines, ({ env }) => env[fly_state/* RECORD_VARIABLES */.Wl.digest] !== undefined);
    const theirs = machines.flatMap((m) => m.mounts.map((mount) => mount.volume));
    const named = (0,fly_state/* volumesOf */.v3)(wanted, state).filter(({ id }) => !theirs.includes(id));
    const mayHoldData = state.machines.length === 0 && state.wasDeployed !== false;
    const spare = mayHoldData ? [] : (0,fly_doubles/* doubleVolumes */.nw)(named).map(({ id }) => id);
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
            ...machines.map(({ id }) => (0,actions/* flyChange */.Q)({ kind: 'remove-machine', app, id }, since, { owner: 'ours' })),
            ...volumes.map((id) => (0,actions/* flyChange */.Q)({ kind: 'remove-volume', app, id }, since, { owner: 'ours' })),
        ],
    };
}
function volumeChanges(wanted, seen) {
    const { app, region, volume } = wanted.app;
    const { name, sizeGb } = volume;
    const [existing] = (0,fly_state/* volumesOf */.v3)(wanted, seen);
    if (!existing)
        return [
            (0,actions/* flyChange */.Q)({ kind: 'create-volume', app, name, region, sizeGb }, `The volume ${name} does not exist yet.`),
        ];
    if (existing.sizeGb >= sizeGb)
        return [];
    const reason = `The volume has ${existing.sizeGb} GB; the configuration asks for ${sizeGb} GB.`;
    return [(0,actions/* flyChange */.Q)({ kind: 'extend-volume', app, id: existing.id, sizeGb }, reason, { owner: 'ours' })];
}
function addressChanges(app, addresses) {
    const why = (version) => `Prometheus must be reachable over public HTTPS, but the app has no public IPv${version} address.`;
    return (0,fly_addresses/* missingAddresses */.pk)(addresses).map((address) => (0,actions/* flyChange */.Q)({ kind: 'allocate-address', app, address }, why(address === 'v6' ? 6 : 4)));
}
function firstAddresses({ app: { app } }, { machines }) {
    if (machines.length > 0)
        return [];
    const reason = 'flyctl allocates them on the first deploy, but does not report when that fails.';
    return [(0,actions/* flyChange */.Q)({ kind: 'ensure-addresses', app }, reason)];
}
function secretChanges(wanted, seen) {
    const names = wanted.app.secrets.map((s) => s.name);
    const reason = names.length > 0 ? secretsReason(wanted, seen) : undefined;
    if (reason === undefined)
        return [];
    const owner = seen.secrets && { owner: 'ours' };
    return [(0,actions/* flyChange */.Q)({ kind: 'stage-secrets', app: wanted.app.app, names }, reason, owner)];
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
    const reason = deployReason(wanted, machine, before) ?? (machine && unhealthy(machine, seen.readAt));
    const { app } = wanted.app;
    if (reason) {
        const recorded = machine && machine.env[fly_state/* RECORD_VARIABLES */.Wl.digest] !== undefined;
        const owner = machine && { owner: recorded ? 'ours' : 'unmanaged' };
        return [(0,actions/* flyChange */.Q)({ kind: 'deploy', app, image: imageFor(wanted, machine) }, reason, owner)];
    }
    if (!machine || machine.state === 'started')
        return [];
    const start = { kind: 'start-machines', app, machines: [machine.id] };
    return [(0,actions/* flyChange */.Q)(start, `Machine ${machine.id} is ${machine.state}.`, { owner: 'ours' })];
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
    return undefined;
}
/** A machine that another run has just started gets so long for its first checks. */
const STARTING_MS = 2 * 60_000;
function unhealthy(machine, readAt = Number.POSITIVE_INFINITY) {
    const bad = machine.checks.filter((check) => check.status !== 'passing');
    const isStarting = readAt - Date.parse(machine.updatedAt) < STARTING_MS;
    if (machine.state !== 'started' || bad.length === 0 || isStarting)
        return undefined;
    return `Machine ${machine.id} is not healthy: ${(0,lib_text/* list */.p_)(bad.map((c) => `check ${c.name} is ${c.status}`))}.`;
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

// EXTERNAL MODULE: ./build/plan/fly/observe.js
var observe = __webpack_require__(1104);
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
        const state = await (0,observe/* observeMonitoring */.Je)(desired, flyctl);
        const first = diffMonitoring(wanted, state);
        if (!state || state.machines.length === 0 || first.problems.length > 0)
            return { wanted, state, ...first };
        if (!needsAddresses(first) && (await resolves((0,fly_names/* publicHost */.mh)(desired.app))))
            return { wanted, state, ...first };
        const complete = await (0,observe/* observeAddresses */.zp)(state, desired, flyctl);
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
        const spare = (0,fly_doubles/* byAge */.jI)(machines).slice(1);
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
    await (0,ensure/* ensure */.D)({
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
        const doubles = (0,fly_doubles/* doubleVolumes */.nw)(found);
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
    return (0,ensure/* ensure */.D)({ act: () => commands/* destroyVolume */.BB(flyctl, app, id), isDone: isGone }, flyctl);
}
const volumes_twoVolumes = (app, name, all) => (0,errors/* platformError */.sx)('fly-two-volumes', `App ${app} has ${all.length} volumes named ${name}: ${(0,lib_text/* list */.p_)(all.map((v) => `${v.id} (${(0,fly_doubles/* isAttached */.lg)(v) ? `used by machine ${v.machine}` : 'not used'})`))}.`, `Keep the one with the data and destroy the other: \`flyctl volumes destroy ID -a ${app}\`.`);

;// CONCATENATED MODULE: ./build/apply/fly/monitoring-app.js

















/** Carries out a plan of the monitoring app. A refusal by Fly is returned as a problem, never thrown. */
async function applyMonitoring(order, plan, ctx) {
    const { app } = order.desired;
    const { wanted, state, changes, problems } = plan;
    const seen = { machines: [...(state?.machines ?? [])], warnings: [...plan.warnings] };
    if (problems.length > 0)
        return { ...(0,run_changes/* flyResult */.b)(app, [], seen), problems };
    const run = { order, wanted, ctx, secrets: state?.secrets ?? [], seen };
    if (changes.length > 0) {
        const outcomes = await carryOut(changes, run);
        if (outcomes)
            return (0,run_changes/* flyResult */.b)(app, outcomes, seen);
        const problems = await waitForOtherRun(app, ctx).then(() => [], refusals/* problemsOf */.GW);
        if (problems.length > 0)
            return { ...(0,run_changes/* flyResult */.b)(app, [], seen), problems };
        return applyMonitoring(order, await planMonitoring(order, ctx), ctx);
    }
    ctx.log.info(`${app} is up to date: nothing to do at Fly.`);
    return { ...(0,run_changes/* flyResult */.b)(app, [], seen), ...(await waitUntilReady(run)) };
}
/** The outcomes of all changes; undefined when another run has created the app, and nothing was changed. */
async function carryOut(changes, run) {
    try {
        return await (0,run_changes/* runChanges */.$)(changes, (action) => monitoring_app_perform(action, run), run.ctx);
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
            if ((await (0,claim_app/* claimApp */.K)(action, flyctl)) === 'found')
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
        isFirst: run.seen.machines.length === 0,
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
// EXTERNAL MODULE: ./build/run/apply-grafana.js + 9 modules
var apply_grafana = __webpack_require__(3905);
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
    ...(await (0,observe/* observeApp */.qn)(app, fly.flyctl)),
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

/***/ 5868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ deliveryOf)
/* harmony export */ });
/* harmony import */ var _desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8457);
/* harmony import */ var _desired_alertmanager_routes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1881);
/* harmony import */ var _desired_monitoring_app_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6517);
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3636);




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
                rules: desired.monitoring.files.filter(_desired_monitoring_app_js__WEBPACK_IMPORTED_MODULE_2__/* .isRuleFile */ .n$).map((file) => file.content),
            },
        }),
    };
}
const heartbeatOf = (url) => ({
    name: _desired_alertmanager_routes_js__WEBPACK_IMPORTED_MODULE_1__/* .HEARTBEAT */ .rU,
    integration: _desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_0__/* .INTEGRATION_OF */ .f4.heartbeat,
    variable: 'HEARTBEAT_URL',
    isTested: true,
    ask: { url },
});
function receiverOf(kind, secrets) {
    const ask = addressToAsk(kind, secrets);
    return {
        name: kind,
        integration: _desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_0__/* .INTEGRATION_OF */ .f4[kind],
        variable: (0,_inputs_names_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentVariable */ .mT)(_desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRETS_OF */ .kO[kind].needs),
        isTested: kind !== 'pagerduty',
        ...(ask && { ask }),
    };
}
/** Where a receiver says why it refuses; PagerDuty has one address for all keys, and a mail server is not asked. */
function addressToAsk(kind, secrets) {
    const secret = secrets[_desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRETS_OF */ .kO[kind].needs];
    if (secret === undefined || kind === 'pagerduty' || kind === 'email')
        return undefined;
    if (kind === 'telegram')
        return { url: `https://api.telegram.org/bot${secret}/getMe` };
    const token = kind === 'ntfy' ? secrets['ntfy-token'] : undefined;
    return { url: secret, ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }) };
}


/***/ }),

/***/ 5506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ observeAll)
/* harmony export */ });
/* harmony import */ var _clients_grafana_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(912);
/* harmony import */ var _plan_grafana_attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7404);
/* harmony import */ var _plan_grafana_observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9169);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4448);




/** Reads the machines of every app; changes nothing. */
async function observeAll(session) {
    const { project, report } = session;
    const { monitoring, apps } = project.config;
    const names = [monitoring.app, ...apps.map(({ app }) => app)];
    const observing = Promise.all(names.map((app) => (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .observeUndeployedApp */ .lC)(app, session)));
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
    const client = (0,_clients_grafana_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createGrafana */ .r)({ ...inputs.grafana, pool, signal });
    const found = await (0,_plan_grafana_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)(() => (0,_plan_grafana_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .existingDataSource */ .NA)(client, dataSource));
    return found.ok ? found.value.uid : dataSource.existing;
}


/***/ }),

/***/ 4481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deliveryClaim)
/* harmony export */ });
/** A claim about the delivery of alerts: seen in an answer, or not checked. */
const deliveryClaim = (subject, outcome, why, more = {}) => ({
    area: 'delivery',
    subject,
    outcome,
    certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
    why,
    ...more,
});


/***/ }),

/***/ 1488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ alertmanagerOrNothing)
/* harmony export */ });
/* unused harmony export readAlertmanager */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(980);


/** Long enough to include a ping of the heartbeat, and the retries of a message. */
const RECENT = '10m';
const SELECTOR = `job="${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .ALERTMANAGER_JOB */ .cZ}"`;
const NOW = `{${SELECTOR},__name__=~"process_start_time_seconds|alertmanager_(config_hash|config_last_reload_successful|silences|notification_requests_total|notification_requests_failed_total|notifications_failed_total)"}`;
const increaseOf = (metric) => `sum by (integration, receiver_name) (increase(alertmanager_notification_${metric}_total{${SELECTOR}}[${RECENT}]))`;
/**
 * Reads the metrics of the Alertmanager from Prometheus.
 * @param verifyStart only a scrape after this moment (milliseconds on Prometheus' clock) counts: an earlier one may be of
 *   the process before
 * @returns undefined while there is no such scrape; the error of the last scrape when it failed
 */
async function readAlertmanager(prometheus, verifyStart) {
    const target = (await prometheus.targets()).find(({ labels }) => labels.job === _model_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .ALERTMANAGER_JOB */ .cZ);
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
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 2289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lA: () => (/* binding */ acceptedBy),
  B: () => (/* binding */ countedWith),
  J4: () => (/* binding */ countersOf),
  eD: () => (/* binding */ hasAccepted),
  dC: () => (/* binding */ judgeAlertmanager),
  Zq: () => (/* binding */ judgeReceiver),
  Us: () => (/* binding */ judgeRoutes),
  IB: () => (/* binding */ judgeSilences),
  WP: () => (/* binding */ refusesNow)
});

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/verify/delivery/claim.js
var claim = __webpack_require__(4481);
// EXTERNAL MODULE: ./build/formats/yaml-value.js
var yaml_value = __webpack_require__(5368);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/verify/delivery/routing-tree.js
var routing_tree = __webpack_require__(2924);
;// CONCATENATED MODULE: ./build/verify/delivery/routes.js



/** The receivers of an alert in a configuration of Alertmanager, by its own rules. */
function receiversOfAlert(alertmanagerYml, labels) {
    const file = (0,yaml_value/* parseYaml */.h)(alertmanagerYml);
    if (!(0,json_value/* isJsonObject */.OW)(file) || !(0,json_value/* isJsonObject */.OW)(file.route))
        return [];
    const delivering = new Set((0,json_value/* objectsIn */.Qv)(file.receivers)
        .filter(hasIntegration)
        .map(({ name }) => name));
    const names = new Set((0,routing_tree/* endsOf */.o)(file.route, '', {
        read: (node, inherited) => (0,json_value/* stringIn */.tB)(node.receiver) || inherited,
        matches: (node) => matches(node, labels),
    }));
    return [...names].map((receiver) => ({ receiver, delivers: delivering.has(receiver) }));
}
const hasIntegration = (receiver) => Object.entries(receiver).some(([key, value]) => key.endsWith('_configs') && Array.isArray(value) && value.length > 0);
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
    const others = countedWith(state, receiver, all);
    if (!counters || (others.length > 0 && givesUp(counters)))
        return false;
    return acceptedBy(counters) > others.filter(({ isTested }) => isTested).length;
}
/** Whether messages were given up lately: on a shared counter, the pings that one accepts would hide what another refuses. */
const givesUp = ({ givenUp, recent }) => givenUp > 0 && recent.refused > 0.5;
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
        return (0,claim/* deliveryClaim */.n)(name, 'broken', `${refused} ${why}`.trim(), { certainty, next });
    }
    if (counters && hasAccepted(receiver, state, all))
        return (0,claim/* deliveryClaim */.n)(name, 'holds', `It accepted ${(0,lib_text/* count */.U9)(acceptedBy(counters), 'message')} since the Alertmanager started at ${since}${together}.`, { certainty });
    if (counters && others.length > 0 && givesUp(counters))
        return (0,claim/* deliveryClaim */.n)(name, 'broken', `This Alertmanager counts ${(0,lib_text/* list */.p_)([name, ...others])} together, and one of them refuses messages since ${since}.`, {
            certainty,
            next: `Check ${variable}. The log of the monitoring app names the receiver and its answer (\`flyctl logs\`).`,
        });
    return isTested ? unproven(receiver, since) : untested(name);
}
const untested = (name) => (0,claim/* deliveryClaim */.n)(name, 'not-checked', 'No message was sent to it since the Alertmanager started, because each one wakes someone.', { next: 'Run `deploy-monitoring drill` once: it sends one marked alert.' });
const unproven = ({ name, variable }, since) => (0,claim/* deliveryClaim */.n)(name, 'broken', `No alert was proven to reach it: the Alertmanager runs since ${since}, and it has not accepted a message.`, {
    certainty: 'inferred',
    next: `Check the address in ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
});
/** Whether Prometheus sends alerts to an Alertmanager that runs the deployed configuration. */
function judgeAlertmanager(active, state, expectedHash) {
    const subject = 'Alertmanager';
    const restart = 'Look at the log of the monitoring app (`flyctl logs`), and deploy again.';
    if (active.length === 0)
        return (0,claim/* deliveryClaim */.n)(subject, 'broken', 'Prometheus has no active Alertmanager: no one is notified of alerts.', {
            next: restart,
        });
    if (!state)
        return (0,claim/* deliveryClaim */.n)(subject, 'not-checked', 'Prometheus has not scraped the Alertmanager yet.', {
            next: 'Verify again.',
        });
    if ('error' in state)
        return (0,claim/* deliveryClaim */.n)(subject, 'broken', `Prometheus cannot reach the Alertmanager: ${state.error}`, {
            next: restart,
        });
    if (!state.isConfigLoaded)
        return (0,claim/* deliveryClaim */.n)(subject, 'broken', 'The Alertmanager could not load its configuration.', {
            next: restart,
        });
    const runs = `Prometheus sends alerts to ${active[0]}`;
    if (expectedHash === undefined)
        return (0,claim/* deliveryClaim */.n)(subject, 'holds', `${runs}. Its configuration was not compared: the machine runs the files of another run.`, { certainty: 'inferred' });
    if (state.configHash === expectedHash)
        return (0,claim/* deliveryClaim */.n)(subject, 'holds', `${runs}, which runs the deployed configuration.`);
    // Before 0.27 the entrypoint writes the secrets into the configuration.
    return state.by === 'integration'
        ? (0,claim/* deliveryClaim */.n)(subject, 'holds', `${runs}, which has loaded its configuration.`, {
            certainty: 'inferred',
        })
        : (0,claim/* deliveryClaim */.n)(subject, 'broken', `${runs}, which does not run the deployed configuration.`, {
            next: 'Deploy again.',
        });
}
/** Silences that are active: alerts that match are sent to no one. */
const judgeSilences = ({ silences }, app) => silences > 0
    ? [
        (0,claim/* deliveryClaim */.n)('silences', 'warning', `${(0,lib_text/* count */.U9)(silences, 'silence')} ${silences === 1 ? 'is' : 'are'} active: alerts that match are sent to no one.`, {
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
        return (0,claim/* deliveryClaim */.n)('routes', 'holds', `${(0,lib_text/* count */.U9)(alerts.length, 'alerting rule')}: each one leads to a receiver.`);
    const severities = [...new Set(lost.map(({ severity }) => severity || 'no severity'))];
    return (0,claim/* deliveryClaim */.n)('routes', 'warning', `Alerts of severity ${(0,lib_text/* list */.p_)(severities)} reach no receiver: ${(0,lib_text/* few */.H$)(lost.map(({ name }) => name), 5)}.`, {
        next: 'Add the severity to a receiver in `alerts.notify`, or remove its `severities`.',
    });
}


/***/ }),

/***/ 2924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/**
 * Where an alert ends, as Alertmanager and Grafana route it: at the first matching child, and at further ones after
 * `continue`; at the node itself when no child matches.
 */
function endsOf(node, inherited, rules) {
    const own = rules.read(node, inherited);
    const found = [];
    for (const child of (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(node.routes)) {
        if (!rules.matches(child))
            continue;
        found.push(...endsOf(child, own, rules));
        if (child.continue !== true)
            break;
    }
    return found.length > 0 ? found : [own];
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

export const id = 419;
export const ids = [419];
export const modules = {

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ld: () => (/* binding */ items)
/* harmony export */ });
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
/** The items of a list; none for anything else. */
const items = (node) => (node?.kind === 'list' ? node.items : []);
/** A scalar as a text, as Go's YAML takes one where it wants a text; undefined for anything else, and for nothing. */
const textOf = (node) => node?.kind === 'value' && node.value !== null ? node.text : undefined;


/***/ }),

/***/ 4419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintWorkflow: () => (/* binding */ lintWorkflow)
});

// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lint/tree.js
var tree = __webpack_require__(6530);
;// CONCATENATED MODULE: ./build/lint/workflow/call.js

/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
function triggersOf(root) {
    const on = (0,tree/* get */.Jt)(root, 'on') ?? (0,tree/* get */.Jt)(root, 'true');
    if (on?.kind === 'table')
        return on.entries;
    const names = on?.kind === 'list' ? on.items : on ? [on] : [];
    return new Map(names.map((name) => [(0,tree/* textOf */.b6)(name) ?? '', name]));
}
const input = (step, name) => (0,tree/* get */.Jt)((0,tree/* get */.Jt)(step, 'with'), name);
/** What the step does; whatever calls flyctl deploys. */
const modeOf = ({ step }) => (0,tree/* textOf */.b6)(input(step, 'mode')) ?? 'deploy';
/** An expression of GitHub's, as it is written in a workflow. */
const expression = (text) => `\${{ ${text} }}`;

;// CONCATENATED MODULE: ./build/lint/workflow/flyctl.js

/** A deploy by flyctl itself, which meets those of this action; with what it is given. */
const DEPLOY = /(?:^|[\s;&|])(?:flyctl|fly)\s+deploy\b([^\n;&|]*)/g;
const APP = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/;
/** Whether a script deploys by flyctl. */
const deploysByFlyctl = (script) => appsOf(script).length > 0;
/** The app of each deploy of a script; undefined where fly.toml says it. */
const appsOf = (script) => [...script.replace(/\\\r?\n/g, ' ').matchAll(DEPLOY)].map(([, given = '']) => APP.exec(given)?.[1]);
/**
 * Whether a step that calls flyctl deploys what is meant to stay. Pull requests alone may deploy apps of their own,
 * to look at: such a deploy may be cancelled, and may fail.
 */
function isForReal({ triggers, step }, apps) {
    const isPreview = [...triggers.keys()].every((name) => name.startsWith('pull_request'));
    return (!isPreview ||
        appsOf((0,tree/* textOf */.b6)((0,tree/* get */.Jt)(step, 'run')) ?? '').some((app) => app === undefined || apps.includes(app)));
}

;// CONCATENATED MODULE: ./build/lint/workflow/glob.js
/** One token of a pattern: `*`, `**`, a set, or a sign; any of them may have a question mark behind it. */
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g;
/**
 * Whether a path matches a pattern of GitHub's filters: `*` is anything in one part of a path, `**` anything at all,
 * `?` makes what is before it optional. Sets (`[a-z]`) are taken for any one sign. Walks through all ways at once, in
 * one pass over the path for each token: a pattern cannot make it slow.
 */
function globMatches(glob, path) {
    /** Of each place in the path, whether what is read of the pattern may end there. */
    let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0);
    for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
        const before = ends;
        const goesOn = token.startsWith('*');
        const takes = taker(token);
        ends = [];
        for (const [i, ended] of before.entries()) {
            const started = (goesOn ? ends : before)[i - 1] ?? false;
            ends.push(((goesOn || optional !== undefined) && ended) || (started && takes(path.charAt(i - 1))));
        }
        if (!ends.includes(true))
            return false;
    }
    return ends.at(-1) === true;
}
/** Which signs a token takes; those with a star any number of them. */
function taker(token) {
    if (token.startsWith('**') || token.startsWith('['))
        return () => true;
    if (token === '*')
        return (sign) => sign !== '/';
    const own = token.replace(/^\\(?=.)/s, '');
    return (sign) => sign === own;
}

;// CONCATENATED MODULE: ./build/lint/workflow/triggers.js





/** Whose code is deployed, and with whose secrets. */
function pullRequests(call, report) {
    const target = call.triggers.get('pull_request_target');
    const ref = (0,tree/* textOf */.b6)(input(call.checkout ?? call.step, 'ref')) ?? '';
    if (target && /head|pull_request/.test(ref))
        report('workflow-pull-request-target', target.at, 'pull_request_target gives the secrets of the repository to files of whoever opens a pull request.', 'Use pull_request with mode: plan, which needs no secret.');
    const request = call.triggers.get('pull_request');
    const isLimited = /event_name|github\.ref|pull_request/.test(conditionsOf(call));
    if (request && modeOf(call) === 'deploy' && !isLimited)
        report('workflow-deploy-pull-request', request.at, `Job ${(0,catalog/* shown */.SP)(call.name)} deploys for pull requests.`, `Use mode: plan for them, in a job of its own or with "mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}".`);
}
const conditionsOf = ({ job, step }) => [job, step].map((node) => (0,tree/* textOf */.b6)((0,tree/* get */.Jt)(node, 'if')) ?? '').join(' ');
/** Pushes that deploy although nobody means them to. */
function pushes(call, report) {
    const push = call.triggers.get('push');
    if (!push || modeOf(call) !== 'deploy' || /github\.|inputs\./.test(conditionsOf(call)))
        return;
    const filters = ['branches', 'branches-ignore', 'tags', 'tags-ignore'];
    if (!filters.some((key) => (0,tree/* get */.Jt)(push, key)))
        report('workflow-any-branch', push.at, `Job ${(0,catalog/* shown */.SP)(call.name)} deploys whatever branch is pushed.`, 'Name the branch: "push: { branches: [main] }".');
}
/** Signs of patterns times signs of paths: people have far less, and it would take a second. */
const MOST_WORK = 30_000_000;
/** Changes that start no deploy although it would ship them. */
function paths(call, files, report) {
    const filter = (0,tree/* get */.Jt)(call.triggers.get('push'), 'paths');
    if (!filter)
        return;
    const patterns = (0,tree/* items */.ld)(filter).map((pattern) => (0,tree/* textOf */.b6)(pattern) ?? '');
    if (patterns.join('').length * files.join('').length > MOST_WORK)
        return;
    const missed = files.filter((file) => !isTaken(file, patterns));
    if (missed.length > 0)
        report('workflow-paths', filter.at, `A change of ${(0,lib_text/* few */.H$)(missed)} starts no deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in paths.`, 'Add it to paths, or leave paths out: a deploy changes only what differs.');
}
/** As GitHub filters: later patterns win, those with ! take away. */
const isTaken = (file, patterns) => patterns.reduce((taken, pattern) => {
    const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? [];
    return globMatches(glob, file) ? not === '' : taken;
}, false);

// EXTERNAL MODULE: ./build/lint/yaml.js + 1 modules
var yaml = __webpack_require__(2753);
;// CONCATENATED MODULE: ./build/lint/workflow.js








/** This action, under any owner: forks and copies count. */
const OURS = /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/;
const RULES = [permissions, concurrency, pullRequests, pushes, token, stepItself];
/** What is true of deploys by flyctl as well. */
const RULES_FOR_FLYCTL = [concurrency, ignored];
/** Findings of a workflow that calls this action, or deploys beside it. */
function lintWorkflow(text, file, context) {
    const read = (0,yaml/* readYaml */.g)(text, file);
    if (!read.ok)
        return [read.problem];
    const problems = [];
    const told = new Set();
    const report = (code, at, message, hint) => {
        // Steps of one job share much.
        const key = `${code} ${at.line}:${at.column} ${message}`;
        if (!told.has(key))
            problems.push((0,catalog/* finding */.gk)(code, { file, ...at }, message, hint));
        told.add(key);
    };
    const calls = callsOf(read.tree);
    for (const call of calls.filter((one) => one.ours || isForReal(one, context.apps ?? []))) {
        for (const rule of call.ours ? RULES : RULES_FOR_FLYCTL)
            rule(call, report);
        if (call.ours)
            inputs(call.step, context.inputs, report);
    }
    for (const steps of new Set(calls.map((call) => call.steps)))
        conditions(steps, report);
    const deploying = calls.find((call) => call.ours && modeOf(call) === 'deploy');
    if (deploying)
        paths(deploying, context.files ?? [], report);
    return problems;
}
function callsOf(root) {
    const triggers = triggersOf(root);
    const jobs = (0,tree/* get */.Jt)(root, 'jobs');
    return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => {
        const steps = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'steps'));
        const checkout = steps.find((step) => /^actions\/checkout@/.test((0,tree/* textOf */.b6)((0,tree/* get */.Jt)(step, 'uses')) ?? ''));
        const calls = steps.flatMap((step) => {
            const uses = (0,tree/* get */.Jt)(step, 'uses');
            const run = (0,tree/* get */.Jt)(step, 'run');
            const ours = OURS.test((0,tree/* textOf */.b6)(uses) ?? '');
            const at = ours ? uses : deploysByFlyctl((0,tree/* textOf */.b6)(run) ?? '') ? run : undefined;
            return at ? [{ name, job, steps, checkout, step, uses: at, root, triggers, ours }] : [];
        });
        // One finding for a job, however often it starts flyctl.
        return calls.filter(({ ours }, i) => ours || i === 0);
    });
}
function permissions({ name, job, root, uses }, report) {
    const given = (0,tree/* get */.Jt)(job, 'permissions') ?? (0,tree/* get */.Jt)(root, 'permissions');
    if (!given)
        report('workflow-permissions', uses.at, `Job ${(0,catalog/* shown */.SP)(name)} has no permissions: its token may do whatever the repository's default allows.`, 'Add "permissions: { contents: read, pull-requests: write }" to the job.');
    else if ((0,tree/* textOf */.b6)(given) === 'write-all')
        report('workflow-permissions', given.at, `Job ${(0,catalog/* shown */.SP)(name)} may write everything.`, 'Use "permissions: { contents: read, pull-requests: write }".');
}
function concurrency(call, report) {
    if (modeOf(call) !== 'deploy')
        return;
    const given = (0,tree/* get */.Jt)(call.job, 'concurrency') ?? (0,tree/* get */.Jt)(call.root, 'concurrency');
    if (!given)
        report('workflow-concurrency', call.uses.at, `Job ${(0,catalog/* shown */.SP)(call.name)} deploys and has no concurrency: two pushes deploy at the same time.`, 'Add "concurrency: { group: deploy-monitoring, cancel-in-progress: false }" to the job.');
    const cancel = (0,tree/* get */.Jt)(given, 'cancel-in-progress');
    if ((0,tree/* textOf */.b6)(cancel) === 'true')
        report('workflow-cancel', cancel?.at ?? call.uses.at, 'A new run cancels the deploy that is under way.', 'Set cancel-in-progress: false: the next one waits.');
}
/** GitHub knows no secrets in conditions. */
function conditions(steps, report) {
    for (const step of steps) {
        const condition = (0,tree/* get */.Jt)(step, 'if');
        if (condition && /\bsecrets\s*[.[]/.test((0,tree/* textOf */.b6)(condition) ?? ''))
            report('workflow-if-secrets', condition.at, 'The secrets cannot be asked in an if: GitHub refuses the whole workflow.', OURS.test((0,tree/* textOf */.b6)((0,tree/* get */.Jt)(step, 'uses')) ?? '')
                ? 'Leave the condition out: without its secrets a part is skipped, and the summary says so.'
                : 'Give the secret to the job by env, and ask env.NAME instead.');
    }
}
const TOKENS = ['fly-api-token', 'FLY_API_TOKEN'];
function token(call, report) {
    if (modeOf(call) !== 'deploy')
        return;
    const environments = [call.step, call.job, call.root].map((node) => (0,tree/* get */.Jt)(node, 'env'));
    const given = [(0,tree/* get */.Jt)(call.step, 'with'), ...environments].some((node) => TOKENS.some((key) => (0,tree/* get */.Jt)(node, key)));
    if (!given)
        report('workflow-no-token', call.uses.at, 'The step deploys and is given no Fly token.', `Add "env: { FLY_API_TOKEN: ${expression('secrets.FLY_API_TOKEN')} }" to it.`);
}
function stepItself(call, report) {
    const { step, uses } = call;
    ignored(call, report);
    const ref = /@(.*)$/.exec((0,tree/* textOf */.b6)(uses) ?? '')?.[1];
    if (ref && /^(?:main|master|HEAD)$/.test(ref))
        report('workflow-unpinned', uses.at, `The action is taken from ${ref}, whatever is there tomorrow.`, 'Use a release, such as @v1.');
    const filled = (0,tree/* get */.Jt)(step, 'with');
    for (const [key, value] of filled?.kind === 'table' ? filled.entries : [])
        if (/(?:token|password|key)$/.test(key) &&
            !/\$\{\{/.test((0,tree/* textOf */.b6)(value) ?? '') &&
            ((0,tree/* textOf */.b6)(value) ?? '') !== '')
            report('workflow-secret', value.at, `The input ${key} stands in the workflow as it is.`, `Store it as a secret and write ${expression('secrets.NAME')}; change it, as it is in the history.`);
}
function ignored({ step, ours }, report) {
    const written = (0,tree/* get */.Jt)(step, 'continue-on-error');
    if ((0,tree/* textOf */.b6)(written) === 'true')
        report('workflow-ignored', written?.at ?? step.at, 'A failed deploy does not fail the job.', ours
            ? 'Remove continue-on-error; "fail-on: never" keeps the job green for missing data alone.'
            : 'Remove continue-on-error.');
}
function inputs(step, known, report) {
    const given = (0,tree/* get */.Jt)(step, 'with');
    for (const [key, value] of given?.kind === 'table' ? given.entries : [])
        if (!known.includes(key))
            report('workflow-input', value.at, `The action has no input ${(0,catalog/* shown */.SP)(key)}.`, (0,did_you_mean/* didYouMean */.a)(key, known) ?? `Inputs: ${(0,lib_text/* list */.p_)(known)}.`);
}


/***/ })

};

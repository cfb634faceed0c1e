export const id = 9895;
export const ids = [9895,2276];
export const modules = {

/***/ 7175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ isPipeline),
/* harmony export */   Do: () => (/* binding */ stepFolder),
/* harmony export */   Eu: () => (/* binding */ pipelineDeploysIn),
/* harmony export */   GF: () => (/* binding */ withoutOutput),
/* harmony export */   YQ: () => (/* binding */ CONFIG_FLAG),
/* harmony export */   j4: () => (/* binding */ APP_FLAG),
/* harmony export */   jR: () => (/* binding */ PIPELINE_FOLDERS),
/* harmony export */   ju: () => (/* binding */ deployCommandsIn),
/* harmony export */   uq: () => (/* binding */ FLY_DEPLOY)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9776);



/** A deploy with flyctl, its flags before the word and what follows it: `flyctl -c fly.toml deploy --now`. Not a mere build. */
const FLY_DEPLOY = /(?:^|[\s;&|("'])(?:flyctl|fly)((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g;
/** The value of the flag that names the Fly configuration. */
const CONFIG_FLAG = /(?:^|\s)(?:--config|-c)(?:\s+|=)["']?([^\s"']+)/;
/** The value of the flag that names the app. */
const APP_FLAG = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/;
/** The folder that flyctl gets as its argument. */
const FOLDER = /^\s*["']?(\.{0,2}\/?[\w][\w./-]*)["']?(?=\s|$)/;
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{?\w+\}?/g;
const OUTPUT = /(?:^|[\s;&|(])(?:echo|printf)[ \t][^\n;&|]*/g;
/** A script without the words that it only writes: `echo "fly deploy failed"`. */
const withoutOutput = (script) => script.replace(OUTPUT, ' ');
const CHANGE_FOLDER = /\bcd\s+(\S+)/g;
/** A script or a target of a build tool that deploys by its name: `npm run deploy`, `make deploy-web`, `./bin/deploy.sh`. */
const DEPLOY_SCRIPT = /(?:^|[\s;&|(])(?:(?:npm|pnpm|yarn|bun|deno|nx|turbo|make|just|task|mise|rake|mix|bash|sh)[ \t][^\n;&|]{0,80}|\.{0,2}\/[\w./-]{0,80})(?<![a-z])deploy(?!-with-monitoring)/i;
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/;
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i;
/** An action that deploys by its name, of this repository or of others; this action is told by its mode. */
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i;
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/;
/** Other places where pipelines are defined, from the root of the repository. */
const PIPELINE = /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/;
/** Their folders. */
const PIPELINE_FOLDERS = [
    '.circleci',
    '.woodpecker',
    '.buildkite',
    '.semaphore',
    '.rwx',
];
/** Whether a path from the root of the repository is that of a pipeline other than GitHub's. */
const isPipeline = (path) => PIPELINE.test(path);
/** A script that a person wrote is shorter, and has fewer deploys. */
const MAX_SCRIPT = 20_000;
const MAX_COMMANDS = 50;
const MAX_LINE = 2000;
/** Every deploy with flyctl in a workflow: in scripts, and as arguments of flyctl's old action. */
function deployCommandsIn({ file, text }) {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    if (!read.ok)
        return [];
    const root = read.tree;
    const onPush = startsOnPush(root);
    const jobs = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'jobs');
    return (jobs?.kind === 'table' ? [...jobs.entries.values()] : []).flatMap((job) => (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(job, 'steps')).flatMap((step) => [...commandsOf(step, stepFolder(step, job, root)), ...byScript(step, job, root)].map(({ at, ...command }) => ({ ...command, at: { file, ...at }, onPush }))));
}
/** Every deploy with flyctl in a pipeline of another service, line by line. */
const pipelineDeploysIn = ({ file, text }) => text.split('\n').flatMap((line, i) => /^\s*(?:#|\/\/)/.test(line) || line.length > MAX_LINE
    ? []
    : commandsIn(withoutExpressions(line), '.').map((command) => ({
        ...command,
        at: { file, line: i + 1, column: 1 },
        onPush: true,
    })));
/**
 * A step that starts a script or an action with that name, with a Fly token. Which apps it deploys is not known, so it counts
 * for all.
 */
function byScript(step, job, root) {
    const action = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'uses');
    const run = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'run');
    // The token of a whole job is also that of actions which deploy to elsewhere.
    const hasToken = (action ? [step] : [step, job, root]).some((node) => keysOf((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(node, 'env')).some((name) => FLY_TOKEN.test(name))) || keysOf((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'with')).some((name) => FLY_TOKEN_INPUT.test(name));
    const isInstalled = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(job, 'steps')).some((one) => INSTALLS_FLYCTL.test((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(one, 'uses') ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(one, 'run')) ?? ''));
    const isDeploy = action
        ? DEPLOY_ACTION.test((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(action) ?? '')
        : isInstalled && DEPLOY_SCRIPT.test(withoutOutput((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(run) ?? '').slice(0, MAX_SCRIPT));
    const at = (action ?? run)?.at;
    return at && hasToken && isDeploy ? [{ at, folder: '.', config: '**', app: undefined }] : [];
}
const keysOf = (node) => (node?.kind === 'table' ? [...node.entries.keys()] : []);
function startsOnPush(root) {
    const on = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'on') ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'true');
    const names = on?.kind === 'table' ? [...on.entries.keys()] : (on?.kind === 'list' ? on.items : [on]).map(_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws);
    return names.some((name) => name === 'push' || name === 'workflow_run' || name === 'workflow_call' || name === 'release');
}
/** The folder that a step of a workflow runs in, as it is written there. */
function stepFolder(step, job, root) {
    const defaults = (node) => (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(node, 'defaults'), 'run'), 'working-directory');
    return (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.';
}
function commandsOf(step, folder) {
    const uses = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'uses')) ?? '';
    const args = /^superfly\/flyctl-actions@/.test(uses) ? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'with'), 'args') : undefined;
    const node = args ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'run');
    if (!node)
        return [];
    const script = withoutExpressions((args ? 'flyctl ' : '') + ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(node) ?? '').slice(0, MAX_SCRIPT));
    return commandsIn(script, folder).map((command) => ({ ...command, at: node.at }));
}
/** The deploys of a script that runs in a folder. */
function commandsIn(text, folder) {
    const script = withoutOutput(text);
    return [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((found) => {
        const [, flags = '', rest = ''] = found;
        const given = `${flags} ${rest}`;
        const changed = [...script.slice(0, found.index).matchAll(CHANGE_FOLDER)].at(-1)?.[1] ?? '.';
        const argument = FOLDER.exec(rest)?.[1] ?? '.';
        const from = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(withoutExpressions(folder), changed, argument);
        const config = CONFIG_FLAG.exec(given)?.[1];
        // flyctl looks for its configuration in the folder of its argument, and for --config in the one that it runs in.
        const path = config === undefined
            ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(from, 'fly.toml')
            : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(withoutExpressions(folder), changed, config);
        return { folder: from, config: path, app: APP_FLAG.exec(given)?.[1] };
    });
}
const withoutExpressions = (text) => text.replace(/\\\r?\n/g, ' ').replace(EXPRESSION, '*');


/***/ }),

/***/ 4321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ globMatches)
/* harmony export */ });
/** One token of a pattern: `*`, `**`, a set, or a character; a question mark may follow each of them. */
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g;
/**
 * Whether a path matches a pattern of GitHub's filters: `*` matches anything in one part of a path, `**` anything,
 * `?` makes the token before it optional. Sets (`[a-z]`) match any one character. All alternatives are followed at once,
 * with one pass over the path for each token: no pattern takes more than quadratic time.
 */
function globMatches(glob, path) {
    /** For each offset in the path: whether the tokens so far may match up to there. */
    let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0);
    for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
        const before = ends;
        const repeats = token.startsWith('*');
        const accepts = acceptedBy(token);
        ends = [];
        for (const [i, ended] of before.entries()) {
            const started = (repeats ? ends : before)[i - 1] ?? false;
            ends.push(((repeats || optional !== undefined) && ended) || (started && accepts(path.charAt(i - 1))));
        }
        if (!ends.includes(true))
            return false;
    }
    return ends.at(-1) === true;
}
/** Whether a token matches a character. */
function acceptedBy(token) {
    if (token.startsWith('**') || token.startsWith('['))
        return () => true;
    if (token === '*')
        return (character) => character !== '/';
    const own = token.replace(/^\\(?=.)/s, '');
    return (character) => character === own;
}


/***/ }),

/***/ 2276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configsDeployedBy: () => (/* binding */ configsDeployedBy),
  lintWorkflow: () => (/* binding */ lintWorkflow)
});

// EXTERNAL MODULE: ./build/formats/yaml.js
var yaml = __webpack_require__(9776);
// EXTERNAL MODULE: ./build/lint/rule.js
var rule = __webpack_require__(5796);
// EXTERNAL MODULE: ./build/lint/yaml/syntax.js
var syntax = __webpack_require__(5523);
// EXTERNAL MODULE: ./build/formats/tree.js
var tree = __webpack_require__(8587);
;// CONCATENATED MODULE: ./build/lint/workflow/example.js
/** A workflow that deploys with this action, with some lines replaced. */
function workflowExample(change = {}) {
    const lines = { ...USUAL, ...change };
    return `${lines.on}
jobs:
  deploy:
    runs-on: ubuntu-latest
${lines.permissions}${lines.concurrency}    steps:
${lines.steps}      - uses: ${lines.uses}
${lines.env}`;
}
const USUAL = {
    on: 'on:\n  push: { branches: [main] }',
    permissions: '    permissions: { contents: read }\n',
    concurrency: '    concurrency: { group: deploy, cancel-in-progress: false }\n',
    steps: '      - uses: actions/checkout@v5\n',
    uses: 'fechatter/deploy-monitoring@v1',
    env: `        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }\n`,
};

;// CONCATENATED MODULE: ./build/lint/workflow/action-version.js


const file = (version) => workflowExample({ steps: `      - uses: superfly/flyctl-actions/setup-flyctl@${version}\n` });
/** The tags of well-known actions (read from their repositories). */
const TAGGED = [
    // 1, 1.0 to 1.6, v1 and v1.4.
    { action: /^superfly\/flyctl-actions(?:\/|$)/, isMissing: /^v(?!1$|1\.4$)\d/, example: '1.6' },
    // 1.0 to 1.6.0, latest and v1.
    { action: /^superfly\/fly-pr-review-apps$/, isMissing: /^v(?!1$)\d/, example: '1.6.0' },
    {
        action: /^(?:actions\/(?:checkout|cache|setup-\w+|(?:up|down)load-artifact|github-script)|docker\/[\w-]+-action)$/,
        isMissing: /^\d+(?:\.\d+)*$/,
        example: 'v5',
    },
];
/** Releases of flyctl-actions before they had setup-flyctl. */
const WITHOUT_SETUP = /^1\.[0-3]$/;
/** A reference that GitHub cannot resolve. */
const actionVersion = {
    code: 'workflow/action-version',
    severity: 'error',
    what: 'A step uses a version of a well-known action that does not exist.',
    why: 'GitHub cannot resolve it: the job fails before its first step.',
    bad: file('v1.6').replace('superfly', '▸superfly'),
    good: file('1.6'),
    check({ all }, { report }) {
        for (const { step } of all) {
            const uses = (0,tree/* get */.Jt)(step, 'uses');
            const [, action = '', ref = ''] = /^([^@]+)@(.+)$/.exec((0,tree/* scalarText */.ws)(uses) ?? '') ?? [];
            const tagged = TAGGED.find((one) => one.action.test(action));
            const isTooOld = action.endsWith('/setup-flyctl') && WITHOUT_SETUP.test(ref);
            if (!uses || !tagged || !(tagged.isMissing.test(ref) || isTooOld))
                continue;
            const other = isTooOld ? tagged.example : otherSpelling(ref, tagged);
            report(uses.at, isTooOld ? `${action} is not part of release ${ref}.` : `${action} has no version ${ref}.`, `Use \`${action}@${other}\`${other === tagged.example ? ', or a newer release' : ''}.`);
        }
    },
};
/** The version without its `v`, or with one, if the action has such a version. */
function otherSpelling(ref, { isMissing, example }) {
    if (!ref.startsWith('v'))
        return `v${ref.split('.')[0]}`;
    const version = ref.slice(1);
    return /^1\.[456]$/.test(version) && !isMissing.test(version) ? version : example;
}

// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/config/deploy-commands.js
var deploy_commands = __webpack_require__(7175);
;// CONCATENATED MODULE: ./build/lint/workflow/fly-deploys.js



/** The first argument without a flag is the folder to deploy. */
const FOLDER = /^\s+(?!-)["']?([^\s"']+)/;
const CD = /(?:^|[\s;&|(])cd\s+["']?([^\s"';&|]+)["']?\s*(?:&&|;|\n)/g;
/** The action that runs flyctl with the arguments of its input `args`. */
const FLYCTL_ACTION = /^superfly\/flyctl-actions@/;
/** The deploys of a step, one for each value of the matrix that they depend on. */
function flyDeploysOf(step, job, root) {
    const raw = [...deploysIn(scriptOf(step))];
    if (raw.length === 0)
        return [];
    const folder = (0,deploy_commands/* stepFolder */.Do)(step, job, root);
    const matrix = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(job, 'strategy'), 'matrix');
    const variables = variablesOf([root, job, step]);
    return raw.flatMap(({ app, config, below }) => {
        const own = [folder, below, app, config].join(' ');
        const [, name] = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/.exec(own) ?? [];
        const values = name === undefined ? [undefined] : valuesOf(matrix, name);
        return values.map((value) => {
            const fill = (text) => filledIn(text, { name, value, variables });
            const path = fill((0,posix_.join)(folder, below, config ?? 'fly.toml'));
            const given = app === undefined ? undefined : fill(app);
            // A calculated name may be any app, whatever the file says.
            const isOpen = given !== undefined && isKnown(given) === undefined;
            return {
                app: isKnown(given),
                config: isOpen ? undefined : isKnown(path),
                matrix: name && `matrix.${name}`,
            };
        });
    });
}
/** The commands of a step as a script: those that it runs, or the arguments of the action. */
function scriptOf(step) {
    const args = FLYCTL_ACTION.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? '')
        ? (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)((0,tree/* get */.Jt)(step, 'with'), 'args'))
        : undefined;
    const script = args === undefined ? ((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'run')) ?? '') : `flyctl ${args}`;
    return script.replace(/\\\r?\n/g, ' ');
}
function* deploysIn(text) {
    const script = (0,deploy_commands/* withoutOutput */.GF)(text);
    for (const found of script.matchAll(deploy_commands/* FLY_DEPLOY */.uq)) {
        const [, flags = '', rest = ''] = found;
        const given = `${flags} ${rest}`;
        const entered = [...script.slice(0, found.index + 1).matchAll(CD)].map(([, folder = '']) => folder);
        const [, argument = '.'] = FOLDER.exec(rest) ?? [];
        const below = (0,posix_.join)(...entered, /^[\w./${}\s-]+$/.test(argument) ? argument : '.');
        yield { app: deploy_commands/* APP_FLAG */.j4.exec(given)?.[1], config: deploy_commands/* CONFIG_FLAG */.YQ.exec(given)?.[1], below };
    }
}
/** The values of `matrix.NAME`, in its list and in `include`; one unknown value when it is calculated. */
function valuesOf(matrix, name) {
    const [head = '', ...keys] = name.split('.');
    const all = [
        ...(0,tree/* items */.ld)((0,tree/* get */.Jt)(matrix, head)),
        ...[...(0,tree/* items */.ld)((0,tree/* get */.Jt)(matrix, 'include'))].flatMap((one) => (0,tree/* get */.Jt)(one, head) ?? []),
    ];
    const values = all.flatMap((node) => (0,tree/* scalarText */.ws)(keys.reduce(tree/* get */.Jt, node)) ?? []);
    return values.length > 0 ? values : [undefined];
}
/** Literal values of `env`, the innermost last. */
const variablesOf = (nodes) => new Map(nodes.flatMap((node) => {
    const env = (0,tree/* get */.Jt)(node, 'env');
    return env?.kind === 'table'
        ? [...env.entries].map(([key, value]) => [key, (0,tree/* scalarText */.ws)(value) ?? ''])
        : [];
}));
const filledIn = (text, { name, value, variables }) => text
    .replace(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (all, one) => (one === name ? (value ?? all) : all))
    .replace(/\$\{\{\s*env\.(\w+)\s*\}\}|\$\{?(\w+)\}?/g, (all, one, other) => variables.get(one ?? other) ?? all);
/** Undefined when an expression or a variable is left. */
const isKnown = (text) => text === undefined || text.includes('$') ? undefined : text;

;// CONCATENATED MODULE: ./build/lint/workflow/subject.js


/** All steps of a workflow. */
function stepsOf(root) {
    const jobs = (0,tree/* get */.Jt)(root, 'jobs');
    return [...(jobs?.kind === 'table' ? jobs.entries.values() : [])].flatMap((job) => [...(0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'steps'))].map((step) => ({ step, job, root })));
}
/** Every step that deploys, with this action or with flyctl. */
function callsOf(root) {
    const triggers = triggersOf(root);
    const jobs = (0,tree/* get */.Jt)(root, 'jobs');
    return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => {
        const steps = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'steps'));
        const checkout = steps.find((step) => /^actions\/checkout@/.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? ''));
        const calls = steps.flatMap((step) => {
            const isOurs = usesThisAction(step);
            const deploys = isOurs ? [] : flyDeploysOf(step, job, root);
            const at = isOurs || deploys.length > 0 ? ((0,tree/* get */.Jt)(step, 'uses') ?? (0,tree/* get */.Jt)(step, 'run')) : undefined;
            const script = scriptOf(step);
            return at
                ? [{ name, job, steps, checkout, step, uses: at, root, triggers, isOurs, deploys, script }]
                : [];
        });
        return calls;
    });
}
/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
function triggersOf(root) {
    const on = (0,tree/* get */.Jt)(root, 'on') ?? (0,tree/* get */.Jt)(root, 'true');
    if (on?.kind === 'table')
        return on.entries;
    const names = on?.kind === 'list' ? on.items : on ? [on] : [];
    return new Map(names.map((name) => [(0,tree/* scalarText */.ws)(name) ?? '', name]));
}
/** This action, under any owner: forks and copies count. */
const usesThisAction = (step) => /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? '');
/** Whether a step deploys an app of the configuration, or everything with this action. Other apps are not looked after. */
const isOfConfiguration = (call, known) => call.isOurs || call.deploys.some((one) => known.apps.includes(appOfDeploy(one, known) ?? ''));
const appOfDeploy = ({ app, config }, { appOf }) => app ?? (config === undefined ? undefined : appOf(config));
/** The name of the group that keeps two deploys of a step apart; an expression where there are several. */
function groupOf(call, known) {
    const [first] = call.deploys;
    if (call.isOurs || !first)
        return OUR_GROUP;
    return `fly-${first.matrix === undefined ? appOfDeploy(first, known) : expression(first.matrix)}`;
}
/** The group of deploys with this action, in the workflow that `init` writes and in the documentation. */
const OUR_GROUP = 'fly-production';
/** The value of an input of the action. */
const inputOf = (step, name) => (0,tree/* get */.Jt)((0,tree/* get */.Jt)(step, 'with'), name);
/** The values of all inputs of the action. */
function inputsOf({ step }) {
    const given = (0,tree/* get */.Jt)(step, 'with');
    return given?.kind === 'table' ? [...given.entries] : [];
}
/** Whether the step changes anything; a step that calls flyctl does. */
const isDeploy = ({ step }) => ((0,tree/* scalarText */.ws)(inputOf(step, 'mode')) ?? 'deploy') === 'deploy';
/** The conditions of a step and of its job. */
const conditionsOf = ({ job, step }) => [job, step].map((node) => (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(node, 'if')) ?? '').join(' ');
/** A GitHub expression in a workflow. */
const expression = (text) => `\${{ ${text} }}`;

;// CONCATENATED MODULE: ./build/lint/workflow/any-branch.js




const FILTERS = ['branches', 'branches-ignore', 'tags', 'tags-ignore'];
/** Deploys of any branch. */
const anyBranch = {
    code: 'workflow/any-branch',
    severity: 'warning',
    what: 'A workflow deploys every branch that is pushed.',
    why: 'Unfinished work is deployed, and the deploys of two branches replace each other.',
    bad: workflowExample({ on: 'on: ▸push' }),
    good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
    check({ ours }, { report }) {
        for (const call of ours.filter(isDeploy)) {
            const push = call.triggers.get('push');
            if (!push || /github\.|inputs\./.test(conditionsOf(call)) || FILTERS.some((key) => (0,tree/* get */.Jt)(push, key)))
                continue;
            report(push.at, `Job ${(0,quote/* quoted */.T)(call.name)} deploys every branch that is pushed.`, 'Name the branch: `push: { branches: [main] }`.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/cancel.js



/** A deploy that is interrupted. */
const cancel = {
    code: 'workflow/cancel',
    severity: 'warning',
    what: 'A new run cancels a deploy that is in progress.',
    why: 'The new version is deployed only in part, and the lease of the canceled deploy delays the next one.',
    bad: workflowExample({
        concurrency: '    concurrency: { group: deploy, cancel-in-progress: ▸true }\n',
    }),
    good: workflowExample(),
    check({ deploys }, { report }) {
        for (const { job, root } of deploys.filter(isDeploy)) {
            const given = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(job, 'concurrency') ?? (0,tree/* get */.Jt)(root, 'concurrency'), 'cancel-in-progress');
            if (given && (0,tree/* scalarText */.ws)(given) === 'true')
                report(given.at, 'A new run cancels the deploy that is in progress.', 'Set `cancel-in-progress: false`: the next run waits.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/concurrency.js




/** Two deploys at the same time. */
const concurrency = {
    code: 'workflow/concurrency',
    severity: 'warning',
    what: 'A job that deploys has no `concurrency` group.',
    why: 'Two first deploys at once create two machines with two volumes, and both report success.',
    bad: workflowExample({ concurrency: '', uses: '▸fechatter/deploy-monitoring@v1' }),
    good: workflowExample(),
    check({ deploys, appOf }, { report }) {
        for (const call of deploys.filter(isDeploy)) {
            const { name, job, root, uses } = call;
            if (!(0,tree/* get */.Jt)(job, 'concurrency') && !(0,tree/* get */.Jt)(root, 'concurrency'))
                report(uses.at, `Job ${(0,quote/* quoted */.T)(name)} deploys and has no \`concurrency\` group: two pushes deploy at the same time.`, `Add \`concurrency: { group: "${groupOf(call, { appOf })}", cancel-in-progress: false }\` to the job. Use the group only for deploys of the same app: GitHub keeps one waiting job in a group and cancels the others.`);
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/deploy-pull-request.js



/** A deploy of code that is not reviewed. */
const deployPullRequest = {
    code: 'workflow/deploy-pull-request',
    severity: 'warning',
    what: 'A workflow deploys for pull requests.',
    why: 'Code is deployed before it is reviewed. Pull requests from forks have no secrets and fail.',
    bad: workflowExample({ on: 'on:\n  pull_request: ▸{ branches: [main] }' }),
    good: workflowExample({
        on: 'on:\n  pull_request: { branches: [main] }',
        env: '        with: { mode: plan }\n',
    }),
    check({ ours }, { report }) {
        for (const call of ours.filter(isDeploy)) {
            const request = call.triggers.get('pull_request');
            if (request && !/event_name|github\.ref|pull_request/.test(conditionsOf(call)))
                report(request.at, `Job ${(0,quote/* quoted */.T)(call.name)} deploys for pull requests.`, `Use \`mode: plan\` for them, in a separate job or with \`mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}\`.`);
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/flyctl-version.js



const flyctl_version_file = (version) => workflowExample({
    steps: `      - uses: superfly/flyctl-actions/setup-flyctl@1.6\n        with: { version: ${version} }\n`,
});
/** The version of the action in place of that of flyctl. */
const flyctlVersion = {
    code: 'workflow/flyctl-version',
    severity: 'error',
    what: 'The input `version` of setup-flyctl is not a version of flyctl.',
    why: 'It is the version of flyctl, such as 0.4.88, not that of the action: the step finds no such release and fails.',
    bad: flyctl_version_file('▸1.6'),
    good: flyctl_version_file('0.4.88'),
    check({ all }, { report }) {
        for (const { step } of all) {
            const version = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(step, 'with'), 'version');
            const text = (0,tree/* scalarText */.ws)(version) ?? '';
            const isSetup = /^superfly\/flyctl-actions\/setup-flyctl@/.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? '');
            if (version && isSetup && /^v?\d+(?:\.\d+)?$/.test(text))
                report(version.at, `${(0,quote/* quoted */.T)(text)} is not a version of flyctl, which has three numbers.`, 'Remove `version` to install the latest flyctl, or write one such as 0.4.88. The version of the action is part of `uses`.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/if-secrets.js



const ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`;
/** A condition that GitHub refuses. */
const ifSecrets = {
    code: 'workflow/if-secrets',
    severity: 'error',
    what: 'The `if` of a step uses the `secrets` context.',
    why: 'GitHub refuses the whole workflow: the context is not allowed there.',
    bad: workflowExample({ env: `        if: ▸secrets.FLY_API_TOKEN != ''\n${ENV}` }),
    good: workflowExample({ env: ENV }),
    check({ steps }, { report }) {
        for (const step of steps) {
            const condition = (0,tree/* get */.Jt)(step, 'if');
            if (condition && /\bsecrets\s*[.[]/.test((0,tree/* scalarText */.ws)(condition) ?? ''))
                report(condition.at, 'The `secrets` context is not available in an `if`: GitHub refuses the whole workflow.', usesThisAction(step)
                    ? 'Remove the condition: the action skips parts whose secrets are empty, and reports that in the summary.'
                    : 'Pass the secret to the job with `env`, and use `env.NAME` in the condition.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/ignored.js



const ignored_ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`;
/** A failure that is ignored. */
const ignored = {
    code: 'workflow/ignored',
    severity: 'warning',
    what: 'A job continues after a failed deploy.',
    why: 'The job is green although the deploy failed.',
    bad: workflowExample({ env: `        continue-on-error: ▸true\n${ignored_ENV}` }),
    good: workflowExample({ env: `${ignored_ENV}        with: { fail-on: never }\n` }),
    check({ deploys }, { report }) {
        for (const { step, isOurs } of deploys) {
            const given = (0,tree/* get */.Jt)(step, 'continue-on-error');
            if (given && (0,tree/* scalarText */.ws)(given) === 'true')
                report(given.at, 'A failed deploy does not fail the job.', isOurs
                    ? 'Remove `continue-on-error`. With `fail-on: never` the job stays green if only data is missing.'
                    : 'Remove `continue-on-error`.');
        }
    },
};

// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/lint/workflow/input.js





const input_file = (line) => workflowExample({
    env: `        with:
          fly-api-token: "${expression('secrets.FLY_API_TOKEN')}"
          ${line}
`,
});
/** An input that the action does not have. */
const input = {
    code: 'workflow/input',
    severity: 'warning',
    what: 'A step sets an input that the action does not have.',
    why: 'GitHub warns in the log and ignores the input.',
    bad: input_file('failon: ▸never'),
    good: input_file('fail-on: never'),
    check({ ours, inputs }, { report }) {
        for (const [key, value] of ours.flatMap(inputsOf))
            if (!inputs.includes(key))
                report(value.at, `The action has no input ${(0,quote/* quoted */.T)(key)}.`, (0,similar_name/* didYouMean */.au)(key, inputs) ?? `Inputs: ${(0,lib_text/* list */.p_)(inputs)}.`);
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/no-token.js



const NAMES = ['fly-api-token', 'FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'];
/** A deploy without a token. */
const noToken = {
    code: 'workflow/no-token',
    severity: 'warning',
    what: 'A step that deploys does not set a Fly token.',
    why: 'It fails before it deploys anything.',
    bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@v1', env: '' }),
    good: workflowExample(),
    check({ deploys }, { report }) {
        for (const { step, job, root, steps, uses, isOurs, script } of deploys.filter(isDeploy)) {
            const given = [(0,tree/* get */.Jt)(step, 'with'), ...[step, job, root].map((node) => (0,tree/* get */.Jt)(node, 'env'))];
            if (given.some((node) => NAMES.some((name) => (0,tree/* get */.Jt)(node, name))))
                continue;
            if (!isOurs && (TOKEN_ARGUMENT.test(script) || mayHaveToken(job, steps)))
                continue;
            report(uses.at, 'The step deploys and does not set a Fly token.', `Add \`env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\` to it.`);
        }
    },
};
const TOKEN_ARGUMENT = /(?:--access-token|-t)[\s=]|FLY_API_TOKEN=|FLY_ACCESS_TOKEN=/;
/** Whether the job may have a token from elsewhere: an earlier step that exports it, or a runner of one's own. */
function mayHaveToken(job, steps) {
    const runner = (0,tree/* get */.Jt)(job, 'runs-on');
    if (runner?.kind !== 'value' || !/^(?:ubuntu|macos|windows)-/.test((0,tree/* scalarText */.ws)(runner) ?? ''))
        return true;
    return steps.some((step) => {
        const run = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'run')) ?? '';
        const uses = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? '';
        return (/FLY_(?:API|ACCESS)_TOKEN|GITHUB_ENV/.test(run) ||
            /secret|vault|1password|doppler|infisical|env/i.test(uses));
    });
}

;// CONCATENATED MODULE: ./build/lint/workflow/no-trigger.js


/** A workflow that never runs. */
const noTrigger = {
    code: 'workflow/no-trigger',
    severity: 'error',
    what: 'A workflow has no `on`.',
    why: 'GitHub refuses the workflow ("No event triggers defined in `on`"): it never runs.',
    bad: `▸${workflowExample({ on: 'name: Deploy' })}`,
    good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
    check({ root, all }, { report }) {
        // YAML 1.1 reads the key `on` as true.
        if (all.length > 0 && !(0,tree/* get */.Jt)(root, 'on') && !(0,tree/* get */.Jt)(root, 'true'))
            report(root.at, 'The workflow has no `on`: it never runs.', 'Add `on: { push: { branches: [main] } }`.');
    },
};

// EXTERNAL MODULE: ./build/formats/glob.js
var formats_glob = __webpack_require__(4321);
;// CONCATENATED MODULE: ./build/lint/workflow/paths.js





/** Characters of patterns times characters of paths: real workflows have far less, and more would take a second. */
const MOST_WORK = 30_000_000;
/** Changes that do not start the deploy that uses them. */
const paths = {
    code: 'workflow/paths',
    severity: 'warning',
    what: 'The `paths` of a workflow do not include all files that it deploys.',
    why: 'A change of such a file is deployed only with the next change of another file.',
    bad: workflowExample({ on: 'on:\n  push: { branches: [main], paths: ▸["src/**", fly.toml] }' }),
    good: workflowExample({
        on: 'on:\n  push: { branches: [main], paths: ["src/**", fly.toml, monitoring.yml] }',
    }),
    check({ ours, files }, { report }) {
        const filter = (0,tree/* get */.Jt)(ours.find(isDeploy)?.triggers.get('push'), 'paths');
        if (!filter)
            return;
        const patterns = (0,tree/* items */.ld)(filter).map((pattern) => (0,tree/* scalarText */.ws)(pattern) ?? '');
        if (patterns.join('').length * files.join('').length > MOST_WORK)
            return;
        const missed = files.filter((file) => !isIncluded(file, patterns));
        if (missed.length > 0)
            report(filter.at, `A change of ${(0,lib_text/* few */.H$)(missed)} does not start a deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in \`paths\`.`, 'Add it to `paths`, or remove `paths`: a deploy changes only what differs.');
    },
};
/** Whether GitHub's filter includes a file: later patterns override earlier ones, those with ! exclude. */
const isIncluded = (file, patterns) => patterns.reduce((included, pattern) => {
    const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? [];
    return (0,formats_glob/* globMatches */.m)(glob, file) ? not === '' : included;
}, false);

;// CONCATENATED MODULE: ./build/lint/workflow/permissions.js



/** A token with more permissions than it needs. */
const permissions = {
    code: 'workflow/permissions',
    severity: 'warning',
    what: 'A job does not limit the permissions of its token.',
    why: 'The default of the repository may allow the token to write everything.',
    bad: workflowExample({ permissions: '', uses: '▸fechatter/deploy-monitoring@v1' }),
    good: workflowExample(),
    check({ ours }, { report }) {
        for (const { name, job, root, uses } of ours) {
            const given = (0,tree/* get */.Jt)(job, 'permissions') ?? (0,tree/* get */.Jt)(root, 'permissions');
            if (!given)
                report(uses.at, `Job ${(0,quote/* quoted */.T)(name)} does not set \`permissions\`: its token has the default permissions of the repository.`, 'Add `permissions: { contents: read, pull-requests: write }` to the job.');
            else if ((0,tree/* scalarText */.ws)(given) === 'write-all')
                report(given.at, `Job ${(0,quote/* quoted */.T)(name)} has permission to write everything.`, 'Use `permissions: { contents: read, pull-requests: write }`.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/pull-request-target.js



/** Secrets of the repository for any pull request. */
const pullRequestTarget = {
    code: 'workflow/pull-request-target',
    severity: 'error',
    what: 'A workflow runs on `pull_request_target` and checks out the pull request.',
    why: 'Anyone who opens a pull request gets the secrets of the repository.',
    bad: workflowExample({
        on: 'on:\n  pull_request_target: ▸{ branches: [main] }',
        steps: `      - uses: actions/checkout@v5
        with: { ref: "${expression('github.event.pull_request.head.sha')}" }
`,
    }),
    good: workflowExample({
        on: 'on:\n  pull_request:',
        env: '        with: { mode: plan }\n',
    }),
    check({ ours }, { report }) {
        for (const { triggers, checkout, step } of ours) {
            const target = triggers.get('pull_request_target');
            const ref = (0,tree/* scalarText */.ws)(inputOf(checkout ?? step, 'ref')) ?? '';
            if (target && /head|pull_request/.test(ref))
                report(target.at, '`pull_request_target` exposes the secrets of the repository to the files of any pull request.', 'Use `pull_request` with `mode: plan`, which needs no secret.');
        }
    },
};

// EXTERNAL MODULE: ./build/lint/secrets.js
var secrets = __webpack_require__(2301);
;// CONCATENATED MODULE: ./build/lint/workflow/secret.js




const secret_file = (token) => workflowExample({ env: `        with:\n          fly-api-token: ${token}\n` });
/** A secret in the repository. */
const workflowSecret = {
    code: 'workflow/secret',
    severity: 'warning',
    what: 'A secret is written in a workflow.',
    why: 'Anyone with access to the repository can read it.',
    bad: secret_file('▸fo1_hunter2'),
    good: secret_file(`"${expression('secrets.FLY_API_TOKEN')}"`),
    check({ root, steps, jobs, all }, { report }) {
        const hint = `Store it as a secret and write \`${expression('secrets.NAME')}\`; change the secret, because it is in the history.`;
        // Jobs that only test have passwords of their own, which protect nothing.
        const nodes = [root, ...jobs, ...steps];
        for (const [key, value] of nodes.flatMap((node) => [...settings(node, 'env'), ...settings(node, 'with')]))
            if (isSecret(key, value))
                report(value.at, `The value of \`${key}\` is written in the workflow.`, hint);
        for (const { step } of all) {
            const run = (0,tree/* get */.Jt)(step, 'run');
            if (run && (0,secrets/* hasToken */.y)((0,tree/* scalarText */.ws)(run) ?? ''))
                report(run.at, 'A token is written in the commands of a step.', hint);
        }
    },
};
const settings = (node, key) => {
    const given = (0,tree/* get */.Jt)(node, key);
    return given?.kind === 'table' ? [...given.entries] : [];
};
/** A password of a database that runs only while the job does. */
const LOCAL = /@(?:localhost|127\.[\d.]+|\[::1\]|postgres|db|redis|mysql)(?::|\/|$)/i;
function isSecret(key, value) {
    const text = (0,tree/* scalarText */.ws)(value) ?? '';
    return !text.includes('${{') && !LOCAL.test(text) && (0,secrets/* looksSecret */.n)(key, text);
}

;// CONCATENATED MODULE: ./build/lint/workflow/shared-group.js



const MODE = expression("github.event_name == 'schedule' && 'verify' || 'deploy'");
const shared_group_file = (group) => {
    const lines = workflowExample({
        on: 'on:\n  push: { branches: [main] }\n  schedule: [{ cron: "23 */6 * * *" }]',
        concurrency: `    concurrency: { group: ${group}, cancel-in-progress: false }\n`,
    });
    return `${lines}        with: { mode: "${MODE}" }\n`;
};
/** A group in which GitHub cancels a deploy that waits. */
const sharedGroup = {
    code: 'workflow/shared-group',
    severity: 'warning',
    what: 'Jobs that must all run share one `concurrency` group.',
    why: 'GitHub keeps one waiting job in a group: the next one cancels it, so that a deploy never happens.',
    bad: shared_group_file('▸fly-production'),
    good: shared_group_file(`"${expression("github.event_name == 'schedule' && 'verify-production' || 'fly-production'")}"`),
    check({ deploys }, { report }) {
        for (const { job, step, isOurs, triggers, root } of deploys) {
            const own = (0,tree/* get */.Jt)(job, 'concurrency');
            const given = own ?? (0,tree/* get */.Jt)(root, 'concurrency');
            const group = (0,tree/* get */.Jt)(given, 'group') ?? given;
            const text = (0,tree/* scalarText */.ws)(group) ?? '';
            if (!group || text === '')
                continue;
            if (own && legsOf(job) > 1 && !text.includes('matrix.'))
                report(group.at, 'All jobs of the matrix share one group: one runs, one waits, and GitHub cancels the others.', `Add the value of the matrix to the group, such as \`fly-${expression('matrix.app')}\`.`);
            const isScheduled = triggers.has('schedule') && triggers.has('push');
            if (isOurs && isScheduled && !text.includes('${{') && mayVerify(step))
                report(group.at, 'A scheduled verification shares its group with deploys: GitHub cancels a waiting deploy for it.', `Use a group of its own for it: \`${expression(`github.event_name == 'schedule' && 'verify-production' || '${text}'`)}\`.`);
        }
    },
};
/** How many jobs a matrix makes, as far as it is written out. */
function legsOf(job) {
    const matrix = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(job, 'strategy'), 'matrix');
    if (matrix?.kind !== 'table')
        return 1;
    const lists = [...matrix.entries].filter(([key]) => key !== 'include' && key !== 'exclude');
    const product = lists.reduce((n, [, values]) => n * Math.max(1, [...(0,tree/* items */.ld)(values)].length), 1);
    return lists.length > 0 ? product : [...(0,tree/* items */.ld)(matrix.entries.get('include'))].length;
}
const mayVerify = (step) => ((0,tree/* scalarText */.ws)(inputOf(step, 'mode')) ?? '').includes('verify');

;// CONCATENATED MODULE: ./build/lint/workflow/unpinned.js


/** A reference to a branch of the action. */
const unpinned = {
    code: 'workflow/unpinned',
    severity: 'warning',
    what: 'An action in a job that deploys is referenced by a branch.',
    why: 'Its next commit runs with your secrets.',
    bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@main' }),
    good: workflowExample({ uses: 'fechatter/deploy-monitoring@v1' }),
    check({ ours, deploys }, { report }) {
        const jobs = new Map(deploys.map(({ job, steps }) => [job, steps]));
        const setups = [...jobs.values()].flat().filter((step) => FLYCTL.test(usesOf(step)));
        for (const step of new Set([...ours.map((call) => call.step), ...setups])) {
            const uses = (0,tree/* get */.Jt)(step, 'uses');
            const ref = /@(.*)/.exec(usesOf(step))?.[1];
            if (uses && ref && /^(?:main|master|HEAD)$/.test(ref))
                report(uses.at, `The action is referenced by the branch ${ref}, which may change at any time, in a job that has a Fly token.`, `Use a release, such as ${FLYCTL.test(usesOf(step)) ? '@1.6' : '@v1'}.`);
        }
    },
};
/** The action of Fly that installs or runs flyctl. */
const FLYCTL = /^superfly\/flyctl-actions(?:\/setup-flyctl)?@/;
const usesOf = (step) => (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? '';

;// CONCATENATED MODULE: ./build/lint/workflow/rules.js

















/** Every check of a workflow. */
const workflowRules = [
    noTrigger,
    actionVersion,
    flyctlVersion,
    anyBranch,
    cancel,
    concurrency,
    sharedGroup,
    deployPullRequest,
    ifSecrets,
    ignored,
    input,
    noToken,
    paths,
    permissions,
    pullRequestTarget,
    workflowSecret,
    unpinned,
];

;// CONCATENATED MODULE: ./build/lint/workflow/lint.js





/** Checks a workflow that calls this action, or deploys with flyctl. */
function lintWorkflow(text, file, { inputs, files = [], apps = [], appOf = () => undefined }) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [(0,syntax/* invalidYaml */.Zp)(file, read)];
    const root = read.tree;
    const calls = callsOf(root);
    const steps = [...new Set(calls.map((call) => call.steps))].flat();
    const deploys = oneForEachJob(calls.filter((call) => isOfConfiguration(call, { apps, appOf })));
    const ours = deploys.filter(({ isOurs }) => isOurs);
    const jobs = [...new Set(calls.map(({ job }) => job))];
    const subject = { deploys, ours, steps, jobs, all: stepsOf(root), root, inputs, files, appOf };
    // Steps of one job share triggers and settings; each problem is reported once.
    const found = (0,rule/* runRules */.xG)(workflowRules, subject, file);
    return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
/** Of the steps of a job that call flyctl, the first one: what is said about them is about the job. */
const oneForEachJob = (calls) => calls.filter((call, i) => call.isOurs || calls.findIndex(({ job, isOurs }) => job === call.job && !isOurs) === i);
const keyOf = ({ code, at, message }) => `${code} ${at?.line}:${at?.column} ${message}`;
/** The Fly configurations that a workflow deploys, as far as the file shows: paths from the root of the repository. */
function configsDeployedBy(text) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [];
    return callsOf(read.tree).flatMap(({ deploys }) => deploys.flatMap(({ config }) => config ?? []));
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


/***/ })

};

export const id = 1224;
export const ids = [1224];
export const modules = {
91060: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DI: () => (tooDeep),
FS: () => (equalJson),
Mz: () => (mapMembers),
OW: () => (isJsonObject),
Qv: () => (objectsIn),
_D: () => (jsonOrUndefined),
dj: () => (canonicalJson),
qK: () => (nestsTooDeep),
sc: () => (sha256),
tB: () => (stringIn),
to: () => (mapStrings)
});
var __import_0__ = __webpack_require__(77598);
const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
const stringIn = (value) => (typeof value === 'string' ? value : '');
function jsonOrUndefined(text) {
try {
return JSON.parse(text);
}
catch {
return undefined;
}
}
const MAX_DEPTH = 100;
function tooDeep(value, depth = 0) {
if (value === null || typeof value !== 'object')
return false;
if (depth > MAX_DEPTH)
return true;
if (Array.isArray(value)) {
for (const item of value)
if (tooDeep(item, depth + 1))
return true;
}
else
for (const key in value)
if (tooDeep(value[key], depth + 1))
return true;
return false;
}
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
function nestsTooDeep(json) {
let levels = 0;
let isInString = false;
for (let i = 0; i < json.length; i++) {
const code = json.charCodeAt(i);
if (isInString) {
if (code === BACKSLASH)
i++;
else if (code === QUOTE)
isInString = false;
}
else if (code === QUOTE)
isInString = true;
else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
levels--;
else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
return true;
}
return false;
}
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
if (Array.isArray(value))
return value.map(sorted);
if (!isJsonObject(value))
return value;
const keys = Object.keys(value).sort();
return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
function equalJson(a, b) {
if (a === b)
return true;
if (Array.isArray(a)) {
if (!Array.isArray(b) || a.length !== b.length)
return false;
for (let i = 0; i < a.length; i++)
if (!equalJson(a[i], b[i]))
return false;
return true;
}
if (!isJsonObject(a) || !isJsonObject(b))
return false;
let more = 0;
for (const _ in b)
more += 1;
for (const key in a) {
if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
return false;
more -= 1;
}
return more === 0;
}
const sha256 = (text) => (0, __import_0__.createHash)('sha256').update(text).digest('hex');
function mapMembers(value, change, context) {
if (Array.isArray(value))
return mapItems(value, change, context);
let copy;
for (const key in value) {
const member = value[key];
const changed = change(member, context, key);
if (changed === member)
continue;
copy ??= { ...value };
copy[key] = changed;
}
return copy ?? value;
}
function mapItems(items, change, context) {
let copy;
for (let i = 0; i < items.length; i++) {
const changed = change(items[i], context);
if (changed === items[i])
continue;
copy ??= [...items];
copy[i] = changed;
}
return copy ?? items;
}
function mapStrings(value, change) {
if (typeof value === 'string')
return change(value);
return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}
}),
91171: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
lintWorkflow: () => (lintWorkflow)
});
var deploy_group = __webpack_require__(28823);
var workflow_steps = __webpack_require__(86349);
var yaml = __webpack_require__(69776);
var rule = __webpack_require__(25796);
var syntax = __webpack_require__(55523);
var tree = __webpack_require__(68587);
;
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
steps: '      - uses: actions/checkout@v7\n',
uses: 'fechatter/deploy-monitoring@v1',
env: `        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }\n`,
};
;
const file = (version) => workflowExample({ steps: `      - uses: superfly/flyctl-actions/setup-flyctl@${version}\n` });
const TAGGED = [
{ action: /^superfly\/flyctl-actions(?:\/|$)/, isMissing: /^(?:v(?!1$|1\.4$)\d|main$)/, example: '1.6' },
{ action: /^superfly\/fly-pr-review-apps$/, isMissing: /^v(?!1$)\d/, example: '1.6.0' },
{
action: /^(?:actions\/(?:checkout|cache|setup-\w+|(?:up|down)load-artifact|github-script)|docker\/[\w-]+-action)$/,
isMissing: /^\d+(?:\.\d+)*$/,
example: 'v5',
},
];
const WITHOUT_SETUP = /^1\.[0-3]$/;
const NO_ACTION = /^superfly\/flyctl-actions\/(?!setup-flyctl$)/;
const actionVersion = {
code: 'workflow/action-version',
severity: 'error',
what: 'A step uses a version of a well-known action that does not exist.',
why: 'GitHub cannot resolve it: the job fails before its first step.',
bad: file('v1.6').replace('superfly', '\u25b8superfly'),
good: file('1.6'),
check({ all }, { report }) {
for (const { step } of all) {
const uses = (0, tree.Jt)(step, 'uses');
const [, action = '', ref = ''] = /^([^@]+)@(.+)$/.exec((0, tree.ws)(uses) ?? '') ?? [];
const tagged = TAGGED.find((one) => one.action.test(action));
const isTooOld = action.endsWith('/setup-flyctl') && WITHOUT_SETUP.test(ref);
if (uses && NO_ACTION.test(action))
report(uses.at, `${action} does not exist.`, 'Use `superfly/flyctl-actions/setup-flyctl@1.6`, or a newer release.');
if (!uses || !tagged || NO_ACTION.test(action) || !(tagged.isMissing.test(ref) || isTooOld))
continue;
const other = isTooOld ? tagged.example : otherSpelling(ref, tagged);
report(uses.at, isTooOld ? `${action} is not part of release ${ref}.` : `${action} has no version ${ref}.`, `Use \`${action}@${other}\`${other === tagged.example ? ', or a newer release' : ''}.`);
}
},
};
function otherSpelling(ref, { isMissing, example }) {
if (/^\d/.test(ref))
return `v${ref.split('.')[0]}`;
const version = ref.slice(1);
return /^1\.[456]$/.test(version) && !isMissing.test(version) ? version : example;
}
var workflow_deploys = __webpack_require__(1403);
var quote = __webpack_require__(51328);
var deploy_commands = __webpack_require__(47660);
var started_scripts = __webpack_require__(18972);
var formats_glob = __webpack_require__(44321);
;
function callsOf(root) {
const triggers = (0, workflow_steps.XJ)(root);
return [...Map.groupBy((0, workflow_steps.B_)(root), ({ job }) => job)].flatMap(([job, places]) => {
const steps = (0, tree.ld)((0, tree.Jt)(job, 'steps'));
const checkout = steps.find((one) => /^actions\/checkout@/.test((0, tree.ws)((0, tree.Jt)(one, 'uses')) ?? ''));
return places.flatMap((place) => {
const { step } = place;
const isOurs = usesThisAction(step);
const deploys = isOurs ? [] : (0, workflow_deploys.x1)(place);
const uses = isOurs || deploys.length > 0 ? ((0, tree.Jt)(step, 'uses') ?? (0, tree.Jt)(step, 'run')) : undefined;
const script = (0, workflow_deploys.Fl)(step);
return uses ? [{ ...place, steps, checkout, uses, triggers, isOurs, deploys, script }] : [];
});
});
}
function scriptedCallsOf(root, files) {
const triggers = (0, workflow_steps.XJ)(root);
return (0, workflow_steps.B_)(root).flatMap((place) => {
const { step, job, name } = place;
const uses = (0, tree.Jt)(step, 'run');
if (!uses || !(0, workflow_deploys.rn)(place) || (0, workflow_deploys.x1)(place).length > 0)
return [];
const deploys = (0, started_scripts.bl)((0, workflow_deploys.GH)(place), files).map((one) => ({
...{ ...one, at: uses.at, job: name, matrix: undefined },
}));
if (deploys.length === 0)
return [];
const steps = (0, tree.ld)((0, tree.Jt)(job, 'steps'));
const [isOurs, checkout, script] = [false, undefined, (0, workflow_deploys.Fl)(step)];
return [{ ...place, steps, checkout, uses, triggers, isOurs, deploys, script }];
});
}
const usesThisAction = (step) => /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/.test((0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '');
const isOfConfiguration = (call, known) => call.isOurs || call.deploys.some((one) => known.apps.includes(appOfDeploy(one, known) ?? ''));
const mayBeOfConfiguration = ({ deploys }, { apps, appOf, flyFiles }) => deploys.some(({ app, config }) => app === undefined
? flyFiles.some((file) => apps.includes(appOf(file) ?? '') && isPartOf(config, file))
: apps.some((one) => isPartOf(app, one)));
const isPartOf = (pattern, name) => !/^\*[^a-z0-9]*$/i.test(pattern) && (0, formats_glob.m)(pattern, name);
function appOfDeploy({ app, config }, { appOf }) {
if (app !== undefined)
return (0, deploy_commands.ef)(app) ? undefined : app;
return (0, deploy_commands.ef)(config) ? undefined : appOf(config);
}
function groupOf(call, known) {
const [first] = call.deploys;
if (call.isOurs || !first)
return known.ourGroup;
return `fly-${first.matrix === undefined ? appOfDeploy(first, known) : expression(first.matrix)}`;
}
const inputOf = (step, name) => (0, tree.Jt)((0, tree.Jt)(step, 'with'), name);
function inputsOf({ step }) {
const given = (0, tree.Jt)(step, 'with');
return given?.kind === 'table' ? [...given.entries] : [];
}
const isDeploy = ({ step }) => ((0, tree.ws)(inputOf(step, 'mode')) ?? 'deploy') === 'deploy';
const conditionsOf = ({ job, step }) => [job, step].map((node) => (0, tree.ws)((0, tree.Jt)(node, 'if')) ?? '').join(' ');
const IS_DISPATCH = /^(?:github\.event_name\s*==\s*'workflow_dispatch'|'workflow_dispatch'\s*==\s*github\.event_name)$/;
function isStartedByHand({ triggers, job, step }) {
if (triggers.size > 0 && [...triggers.keys()].every((name) => name === 'workflow_dispatch'))
return true;
return [job, step].some((node) => (0, workflow_steps.AV)(node).some((one) => IS_DISPATCH.test(one)));
}
const expression = (text) => `\${{ ${text} }}`;
;
const FILTERS = ['branches', 'branches-ignore', 'tags', 'tags-ignore'];
const anyBranch = {
code: 'workflow/any-branch',
severity: 'warning',
what: 'A workflow deploys every branch that is pushed.',
why: 'Unfinished work is deployed, and the deploys of two branches replace each other.',
bad: workflowExample({ on: 'on: \u25b8push' }),
good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
check({ deploys }, { report }) {
for (const call of deploys.filter(isDeploy)) {
const push = call.triggers.get('push');
if (!push || isLimited(call) || FILTERS.some((key) => (0, tree.Jt)(push, key)))
continue;
report(push.at, `Job ${(0, quote.T)(call.name)} deploys every branch that is pushed.`, 'Name the branch: `push: { branches: [main] }`.');
}
},
};
function isLimited(call) {
const conditions = conditionsOf(call);
if (call.isOurs)
return /github\.|inputs\./.test(conditions);
const { job, steps } = call;
return (conditions.trim() !== '' ||
['needs', 'environment'].some((key) => (0, tree.Jt)(job, key) !== undefined) ||
steps.some((step) => /GITHUB_|\bgithub\.|\bbranch/i.test((0, workflow_deploys.Fl)(step))));
}
var external_node_path_ = __webpack_require__(76760);
var fly_identity = __webpack_require__(61638);
var formats_dockerfile = __webpack_require__(67481);
var folders = __webpack_require__(70265);
var lib_text = __webpack_require__(94869);
;
const BRINGS = /\b(?:cp|mv|ln|rsync|tar|unzip|turbo)\b|\bgit\s+(?:clone|submodule)\b/;
const bringsFiles = ({ job }, more) => (0, tree.ld)((0, tree.Jt)(job, 'steps')).some((step) => {
const script = (0, deploy_commands.bd)((0, workflow_deploys.Fl)(step));
return BRINGS.test(script) || more.test(script) || checksOutMore(step);
});
function checksOutMore(step) {
const uses = (0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '';
const given = (0, tree.Jt)(step, 'with');
const ref = (0, tree.ws)((0, tree.Jt)(given, 'ref')) ?? '';
const isOther = ref !== '' && !/^\$\{\{\s*github\.[\w.]+\s*\}\}$/.test(ref);
return (/download-artifact|cache/.test(uses) ||
(/^actions\/checkout@/.test(uses) &&
(isOther || ['repository', 'path', 'submodules'].some((key) => (0, tree.Jt)(given, key) !== undefined))));
}
;
const build_context_file = (command) => ({
text: `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    concurrency: { group: fly-chat, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v7
      - run: ${command}
        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
`,
others: {
'fly.toml': null,
'package.json': '{}\n',
'apps/api/Dockerfile': 'FROM node:22\nCOPY package.json apps/api/fly.toml ./\n',
'apps/api/fly.toml': 'app = "chat"\n',
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: apps/api/fly.toml, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const buildContext = {
code: 'workflow/build-context',
severity: 'warning',
what: 'A step deploys in a folder without the files that the Dockerfile copies.',
why: 'The build context is the folder that flyctl is started in: `COPY` finds nothing above it, and the build fails.',
bad: build_context_file('\u25b8cd apps/api && flyctl deploy --remote-only'),
good: build_context_file('flyctl deploy --remote-only --config apps/api/fly.toml --dockerfile apps/api/Dockerfile'),
check(workflow, { report }) {
for (const place of workflow.all)
for (const deploy of (0, workflow_deploys.x1)(place)) {
const found = copiedFromAbove(deploy, workflow);
if (!found || bringsFiles(place, /\btee\b/))
continue;
const { dockerfile, missing, above } = found;
const where = above === '.' ? 'the root of the repository' : above;
const [config, named] = [deploy.config, dockerfile].map((path) => external_node_path_.posix.relative(above, path));
report(deploy.at, `The step deploys in ${deploy.folder}, and ${dockerfile} copies ${(0, lib_text.H$)(missing.map(quote.T))}, which only ${where} has: the build fails, unless a step before it copies them.`, `Deploy in ${where}: \`flyctl deploy --config ${config} --dockerfile ${named}\`.`);
}
},
};
const OTHER_BUILD = /^[ \t]*(?:image|builder|builtin|buildpacks)[ \t]*=/m;
function copiedFromAbove({ folder, config, dockerfile: flag, options }, { buildOf, textOf, exists }) {
const fly = [folder, config, flag ?? ''].some(deploy_commands.ef) ? undefined : textOf(config);
if (fly === undefined || OTHER_BUILD.test(fly) || options.some((one) => one.startsWith('--image')))
return undefined;
const dockerfile = buildOf(config)?.path ?? flag ?? external_node_path_.posix.join(folder, 'Dockerfile');
const all = (0, formats_dockerfile.Rl)((0, formats_dockerfile.n_)(textOf(dockerfile) ?? ''), (0, fly_identity.uZ)(fly)?.buildArgs);
const copied = all.filter((path) => !/[*?[]/.test(path));
const isIn = (from) => (path) => exists(external_node_path_.posix.join(from, path));
const missing = copied.filter((path) => !isIn(folder)(path));
const above = (0, folders.Z)(folder).find((one) => copied.every(isIn(one)));
return missing.length === 0 || above === undefined ? undefined : { dockerfile, missing, above };
}
;
const cancel = {
code: 'workflow/cancel',
severity: 'warning',
what: 'A new run cancels a deploy that is in progress.',
why: 'The new version is deployed only in part, and the lease of the canceled deploy delays the next one.',
bad: workflowExample({
concurrency: '    concurrency: { group: deploy, cancel-in-progress: \u25b8true }\n',
}),
good: workflowExample(),
check({ deploys, scripted }, { report }) {
for (const { job, root } of [...deploys.filter(isDeploy), ...scripted]) {
const given = (0, tree.Jt)((0, tree.Jt)(job, 'concurrency') ?? (0, tree.Jt)(root, 'concurrency'), 'cancel-in-progress');
if (given && (0, tree.ws)(given) === 'true')
report(given.at, 'A new run cancels the deploy that is in progress.', 'Set `cancel-in-progress: false`: the next run waits.');
}
},
};
;
const concurrency = {
code: 'workflow/concurrency',
severity: 'warning',
what: 'A job that deploys has no `concurrency` group.',
why: 'Two first deploys at once create two machines with two volumes, and both report success.',
bad: workflowExample({ concurrency: '', uses: '\u25b8fechatter/deploy-monitoring@v1' }),
good: workflowExample(),
check({ deploys, callers, appOf, ourGroup }, { report }) {
for (const call of deploys.filter((one) => isDeploy(one) && !isStartedByHand(one))) {
const { name, job, root, uses, triggers } = call;
const isGrouped = triggers.size === 1 && callers.some(({ hasGroup }) => hasGroup);
if (!isGrouped && !(0, tree.Jt)(job, 'concurrency') && !(0, tree.Jt)(root, 'concurrency'))
report(uses.at, `Job ${(0, quote.T)(name)} deploys and has no \`concurrency\` group: two pushes deploy at the same time.`, `${callers.length > 1 ? inCaller(callers) : `Add \`concurrency: { group: "${groupOf(call, { appOf, ourGroup })}", cancel-in-progress: false }\` to the job.`} Use the group only for deploys of the same app: GitHub keeps one waiting job in a group and cancels the others.`);
}
},
};
function inCaller(callers) {
const pushed = callers.filter(({ onPush }) => onPush);
const places = (pushed.length > 0 ? pushed : callers).map(({ at }) => `${at.file}:${at.line}`);
return `Add a group with \`cancel-in-progress: false\` to the job that calls this workflow to deploy (${places.join(', ')}), not to this one, which other calls run as well.`;
}
;
const deployPullRequest = {
code: 'workflow/deploy-pull-request',
severity: 'warning',
what: 'A workflow deploys for pull requests.',
why: 'Code is deployed before it is reviewed. Pull requests from forks have no secrets and fail.',
bad: workflowExample({ on: 'on:\n  pull_request: \u25b8{ branches: [main] }' }),
good: workflowExample({
on: 'on:\n  pull_request: { branches: [main] }',
env: '        with: { mode: plan }\n',
}),
check({ ours }, { report }) {
for (const call of ours.filter(isDeploy)) {
const request = call.triggers.get('pull_request');
if (request && !/event_name|github\.ref|pull_request/.test(conditionsOf(call)))
report(request.at, `Job ${(0, quote.T)(call.name)} deploys for pull requests.`, `Use \`mode: plan\` for them, in a separate job or with \`mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}\`.`);
}
},
};
;
const flyctl_version_file = (version) => workflowExample({
steps: `      - uses: superfly/flyctl-actions/setup-flyctl@1.6\n        with: { version: ${version} }\n`,
});
const flyctlVersion = {
code: 'workflow/flyctl-version',
severity: 'error',
what: 'The input `version` of setup-flyctl is not a version of flyctl.',
why: 'It is the version of flyctl, such as 0.4.88, not that of the action: the step finds no such release and fails.',
bad: flyctl_version_file('\u25b81.6'),
good: flyctl_version_file('0.4.88'),
check({ all }, { report }) {
for (const { step } of all) {
const version = (0, tree.Jt)((0, tree.Jt)(step, 'with'), 'version');
const text = (0, tree.ws)(version) ?? '';
const isSetup = /^superfly\/flyctl-actions\/setup-flyctl@/.test((0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '');
if (version && isSetup && /^v?\d+(?:\.\d+)?$/.test(text))
report(version.at, `${(0, quote.T)(text)} is not a version of flyctl, which has three numbers.`, 'Remove `version` to install the latest flyctl, or write one such as 0.4.88. The version of the action is part of `uses`.');
}
},
};
;
const ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`;
const ifSecrets = {
code: 'workflow/if-secrets',
severity: 'error',
what: 'The `if` of a step uses the `secrets` context.',
why: 'GitHub refuses the whole workflow: the context is not allowed there.',
bad: workflowExample({ env: `        if: \u25b8secrets.FLY_API_TOKEN != ''\n${ENV}` }),
good: workflowExample({ env: ENV }),
check({ steps }, { report }) {
for (const step of steps) {
const condition = (0, tree.Jt)(step, 'if');
if (condition && /\bsecrets\s*[.[]/.test((0, tree.ws)(condition) ?? ''))
report(condition.at, 'The `secrets` context is not available in an `if`: GitHub refuses the whole workflow.', usesThisAction(step)
? 'Remove the condition: the action skips parts whose secrets are empty, and reports that in the summary.'
: 'Pass the secret to the job with `env`, and use `env.NAME` in the condition.');
}
},
};
;
const ignored_ENV = `        env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\n`;
const ignored = {
code: 'workflow/ignored',
severity: 'warning',
what: 'A job continues after a failed deploy.',
why: 'The job is green although the deploy failed.',
bad: workflowExample({ env: `        continue-on-error: \u25b8true\n${ignored_ENV}` }),
good: workflowExample({ env: `${ignored_ENV}        with: { fail-on: never }\n` }),
check({ deploys }, { report }) {
for (const { step, isOurs } of deploys) {
const given = (0, tree.Jt)(step, 'continue-on-error');
if (given && (0, tree.ws)(given) === 'true')
report(given.at, 'A failed deploy does not fail the job.', isOurs
? 'Remove `continue-on-error`. With `fail-on: never` the job stays green if only data is missing.'
: 'Remove `continue-on-error`.');
}
},
};
var no_dockerfile = __webpack_require__(1482);
;
const ignored_dockerfile_file = (fly) => ({
text: `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    concurrency: { group: fly-chat, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v7
      - run: ${fly === '' ? '' : '\u25b8'}flyctl deploy --remote-only --dockerfile docker/web.Dockerfile
        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
`,
others: {
'fly.toml': `app = "chat"\n${fly}`,
Dockerfile: 'FROM node:22\n',
'docker/web.Dockerfile': 'FROM node:22\n',
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const ignoredDockerfile = {
code: 'workflow/ignored-dockerfile',
severity: 'warning',
what: 'A step names a Dockerfile that flyctl ignores.',
why: '`--dockerfile` counts only when `[build]` of the Fly configuration names neither a Dockerfile nor an image: flyctl builds that one, without a warning.',
bad: ignored_dockerfile_file('[build]\ndockerfile = "Dockerfile"\n'),
good: ignored_dockerfile_file(''),
check({ all, buildOf, exists }, { report }) {
for (const place of all)
for (const { config, dockerfile, at } of (0, workflow_deploys.x1)(place)) {
const built = (0, deploy_commands.ef)(config) ? undefined : buildOf(config);
if (dockerfile === undefined || (0, deploy_commands.ef)(dockerfile) || !built || built.path === dockerfile)
continue;
const isAbsent = built.path !== undefined && exists(config) && !exists(built.path);
const fails = isAbsent ? `, which is not in the repository: ${no_dockerfile.J}` : '.';
report(at, `flyctl ignores \`--dockerfile\` with ${(0, quote.T)(dockerfile)}: ${config} has \`${built.written}\` in [build]${fails}`, isAbsent ? `Remove that line of ${config}.` : `Remove the option, or that line of ${config}.`);
}
},
};
var similar_name = __webpack_require__(9689);
;
const input_file = (line) => workflowExample({
env: `        with:
          fly-api-token: "${expression('secrets.FLY_API_TOKEN')}"
          ${line}
`,
});
const input = {
code: 'workflow/input',
severity: 'warning',
what: 'A step sets an input that the action does not have.',
why: 'GitHub warns in the log and ignores the input.',
bad: input_file('failon: \u25b8never'),
good: input_file('fail-on: never'),
check({ ours, inputs }, { report }) {
for (const [key, value] of ours.flatMap(inputsOf))
if (!inputs.includes(key))
report(value.at, `The action has no input ${(0, quote.T)(key)}.`, (0, similar_name.au)(key, inputs) ?? `Inputs: ${(0, lib_text.p_)(inputs)}.`);
},
};
;
const no_config_file = (command) => ({
text: `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    concurrency: { group: fly-chat, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v7
      - run: ${command}
        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
`,
others: {
'fly.toml': null,
'deploy/fly.toml': 'app = "chat"\n',
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: deploy/fly.toml, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const noConfig = {
code: 'workflow/no-config',
severity: 'warning',
what: 'A step deploys in a folder without a fly.toml.',
why: 'flyctl does not search other folders: it has neither a configuration nor the name of an app, and fails.',
bad: no_config_file('\u25b8flyctl deploy --remote-only'),
good: no_config_file('flyctl deploy --remote-only --config deploy/fly.toml'),
check(workflow, { report }) {
const { all, flyFiles, textOf } = workflow;
if (flyFiles.length === 0)
return;
for (const place of all) {
if (bringsFiles(place, /fly\.toml|config save|launch/))
continue;
for (const { folder: started, config, app, matrix, at } of (0, workflow_deploys.x1)(place)) {
const folder = external_node_path_.posix.dirname(config);
const written = external_node_path_.posix.relative(started, config);
const isFromRoot = written.includes('/') && !(0, deploy_commands.ef)(config) && flyFiles.includes(written);
if (isFromRoot && !flyFiles.includes(config) && textOf(config) === undefined) {
report(at, `The step deploys in ${started}, and flyctl reads \`--config\` from there: ${config} does not exist, so the deploy fails.`, `Use \`--config ${external_node_path_.posix.relative(started, written)}\`, or start flyctl in the root of the repository.`);
continue;
}
const isAbsent = NAMES.every((name) => !flyFiles.includes(external_node_path_.posix.join(folder, name)) && textOf(external_node_path_.posix.join(folder, name)) === undefined);
const isPlain = external_node_path_.posix.basename(config) === 'fly.toml' &&
app === undefined &&
matrix === undefined &&
!(0, deploy_commands.ef)(config);
if (isPlain && isAbsent)
report(at, `The step deploys in ${folder === '.' ? 'the root of the repository' : folder}, which has no fly.toml: flyctl fails, unless a step before it writes that file.`, hintFor(config, workflow));
}
}
},
};
const NAMES = ['fly.toml', 'fly.json', 'fly.yaml', 'fly.yml'];
function hintFor(config, { all, flyFiles, textOf }) {
const ignored = ignoredBy(config, textOf);
if (ignored !== undefined)
return `${ignored} makes Git ignore it: remove that line, and commit ${config}.`;
const deployed = all.flatMap((place) => (0, workflow_deploys.x1)(place).map((one) => one.config));
const others = flyFiles.filter((path) => !/(?:^|\/)fly\.monitoring\.toml$/.test(path));
const [only, ...more] = others.filter((path) => external_node_path_.posix.basename(path) === 'fly.toml');
const offered = only !== undefined && more.length === 0 && !deployed.includes(only) ? only : undefined;
const has = `The repository has ${(0, lib_text.H$)(others)}.`;
return offered === undefined
? `Commit ${config}, or name the file of that app with \`--config\`. ${has}`
: `Name the file, such as \`--config ${external_node_path_.posix.relative(external_node_path_.posix.dirname(config), offered)}\`, or set \`working-directory\`. ${has}`;
}
function ignoredBy(path, textOf) {
for (let folder = external_node_path_.posix.dirname(path);; folder = external_node_path_.posix.dirname(folder)) {
const file = external_node_path_.posix.join(folder, '.gitignore');
const lines = (textOf(file) ?? '').split(/\r?\n/);
const line = lines.findLastIndex((text) => isIgnoring(text.trim(), external_node_path_.posix.relative(folder, path)));
if (line >= 0)
return lines[line]?.trim().startsWith('!') ? undefined : `${file}:${line + 1}`;
if (folder === '.')
return undefined;
}
}
function isIgnoring(line, path) {
const pattern = line.replace(/^!/, '').replace(/^\*\*\//, '');
const name = pattern.includes('/') ? path : external_node_path_.posix.basename(path);
return pattern !== '*' && (0, formats_glob.m)(pattern.replace(/^\//, ''), name);
}
;
const no_token_NAMES = ['fly-api-token', 'FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'];
const noToken = {
code: 'workflow/no-token',
severity: 'warning',
what: 'A step that deploys does not set a Fly token.',
why: 'It fails before it deploys anything.',
bad: workflowExample({ uses: '\u25b8fechatter/deploy-monitoring@v1', env: '' }),
good: workflowExample(),
check({ deploys }, { report }) {
for (const { step, job, root, steps, uses, isOurs, script } of deploys.filter(isDeploy)) {
const given = [(0, tree.Jt)(step, 'with'), ...[step, job, root].map((node) => (0, tree.Jt)(node, 'env'))];
if (given.some((node) => no_token_NAMES.some((name) => (0, tree.Jt)(node, name))))
continue;
if (!isOurs && (TOKEN_ARGUMENT.test(script) || mayHaveToken(job, steps)))
continue;
report(uses.at, 'The step deploys and does not set a Fly token.', `Add \`env: { FLY_API_TOKEN: "${expression('secrets.FLY_API_TOKEN')}" }\` to it.`);
}
},
};
const TOKEN_ARGUMENT = /(?:--access-token|-t)[\s=]|FLY_API_TOKEN=|FLY_ACCESS_TOKEN=/;
function mayHaveToken(job, steps) {
const runner = (0, tree.Jt)(job, 'runs-on');
if (runner?.kind !== 'value' || !/^(?:ubuntu|macos|windows)-/.test((0, tree.ws)(runner) ?? ''))
return true;
return steps.some((step) => {
const run = (0, tree.ws)((0, tree.Jt)(step, 'run')) ?? '';
const uses = (0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '';
const given = (0, tree.Jt)(step, 'with');
const inputs = given?.kind === 'table' ? [...given.entries.values()].map(tree.ws) : [];
return (/FLY_(?:API|ACCESS)_TOKEN|GITHUB_ENV/.test(run) ||
inputs.some((value) => /FLY_(?:API|ACCESS)_TOKEN/.test(value ?? '')) ||
/secret|vault|1password|doppler|infisical|env/i.test(uses));
});
}
;
const noTrigger = {
code: 'workflow/no-trigger',
severity: 'error',
what: 'A workflow has no `on`.',
why: 'GitHub refuses the workflow ("No event triggers defined in `on`"): it never runs.',
bad: `\u25b8${workflowExample({ on: 'name: Deploy' })}`,
good: workflowExample({ on: 'on:\n  push: { branches: [main] }' }),
check({ root, all }, { report }) {
if (all.length > 0 && !(0, tree.Jt)(root, 'on') && !(0, tree.Jt)(root, 'true'))
report(root.at, 'The workflow has no `on`: it never runs.', 'Add `on: { push: { branches: [main] } }`.');
},
};
;
const MOST_WORK = 30_000_000;
const paths = {
code: 'workflow/paths',
severity: 'warning',
what: 'The `paths` of a workflow do not include all files that it deploys.',
why: 'A change of such a file is deployed only with the next change of another file.',
bad: workflowExample({ on: 'on:\n  push: { branches: [main], paths: \u25b8["src/**", fly.toml] }' }),
good: workflowExample({
on: 'on:\n  push: { branches: [main], paths: ["src/**", fly.toml, monitoring.yml] }',
}),
check({ ours, files }, { report }) {
const filter = (0, tree.Jt)(ours.find(isDeploy)?.triggers.get('push'), 'paths');
if (!filter)
return;
const patterns = (0, tree.ld)(filter).map((pattern) => (0, tree.ws)(pattern) ?? '');
if (patterns.join('').length * files.join('').length > MOST_WORK)
return;
const missed = files.filter((file) => !isIncluded(file, patterns));
if (missed.length > 0)
report(filter.at, `A change of ${(0, lib_text.H$)(missed)} does not start a deploy: ${missed.length === 1 ? 'it is' : 'they are'} not in \`paths\`.`, 'Add it to `paths`, or remove `paths`: a deploy changes only what differs.');
},
};
const isIncluded = (file, patterns) => patterns.reduce((included, pattern) => {
const [, not, glob = ''] = /^(!?)(.*)$/s.exec(pattern) ?? [];
return (0, formats_glob.m)(glob, file) ? not === '' : included;
}, false);
;
const permissions = {
code: 'workflow/permissions',
severity: 'warning',
what: 'A job does not limit the permissions of its token.',
why: 'The default of the repository may allow the token to write everything.',
bad: workflowExample({ permissions: '', uses: '\u25b8fechatter/deploy-monitoring@v1' }),
good: workflowExample(),
check({ ours }, { report }) {
for (const { name, job, root, uses } of ours) {
const given = (0, tree.Jt)(job, 'permissions') ?? (0, tree.Jt)(root, 'permissions');
if (!given)
report(uses.at, `Job ${(0, quote.T)(name)} does not set \`permissions\`: its token has the default permissions of the repository.`, 'Add `permissions: { contents: read, pull-requests: write }` to the job.');
else if ((0, tree.ws)(given) === 'write-all')
report(given.at, `Job ${(0, quote.T)(name)} has permission to write everything.`, 'Use `permissions: { contents: read, pull-requests: write }`.');
}
},
};
;
const pullRequestTarget = {
code: 'workflow/pull-request-target',
severity: 'error',
what: 'A workflow runs on `pull_request_target` and checks out the pull request.',
why: 'Anyone who opens a pull request gets the secrets of the repository.',
bad: workflowExample({
on: 'on:\n  pull_request_target: \u25b8{ branches: [main] }',
steps: `      - uses: actions/checkout@v7
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
const ref = (0, tree.ws)(inputOf(checkout ?? step, 'ref')) ?? '';
if (target && /head|pull_request/.test(ref))
report(target.at, '`pull_request_target` exposes the secrets of the repository to the files of any pull request.', 'Use `pull_request` with `mode: plan`, which needs no secret.');
}
},
};
var secrets = __webpack_require__(32301);
;
const secret_file = (token) => workflowExample({ env: `        with:\n          fly-api-token: ${token}\n` });
const workflowSecret = {
code: 'workflow/secret',
severity: 'warning',
what: 'A secret is written in a workflow.',
why: 'Anyone with access to the repository can read it.',
bad: secret_file('\u25b8fo1_hunter2'),
good: secret_file(`"${expression('secrets.FLY_API_TOKEN')}"`),
check({ root, steps, jobs, all }, { report }) {
const hint = `Store it as a secret and write \`${expression('secrets.NAME')}\`; change the secret, because it is in the history.`;
const nodes = [root, ...jobs, ...steps];
for (const [key, value] of nodes.flatMap((node) => [...environment(node), ...settings(node, 'with')]))
if (isSecret(key, value))
report(value.at, `The value of \`${key}\` is written in the workflow.`, hint);
for (const { step } of all) {
const run = (0, tree.Jt)(step, 'run');
if (run && (0, secrets.y)((0, tree.ws)(run) ?? ''))
report(run.at, 'A token is written in the commands of a step.', hint);
}
},
};
const settings = (node, key) => {
const given = (0, tree.Jt)(node, key);
return given?.kind === 'table' ? [...given.entries] : [];
};
function environment(node) {
const all = settings(node, 'env');
const isOfTest = all.some(([, value]) => OWN_SERVER.test((0, tree.ws)(value) ?? ''));
return isOfTest ? all.filter(([, value]) => !/^[a-z]+(?:[-_][a-z]+)*$/.test((0, tree.ws)(value) ?? '')) : all;
}
const OWN_SERVER = /:\/\/(?:[^/\s@]*@)?(?:localhost|127\.[\d.]+|\[::1\])(?::|\/|$)/;
const LOCAL = /@(?:localhost|127\.[\d.]+|\[::1\]|postgres|db|redis|mysql)(?::|\/|$)/i;
function isSecret(key, value) {
const text = (0, tree.ws)(value) ?? '';
return !text.includes('${{') && !LOCAL.test(text) && (0, secrets.n)(key, text);
}
var workflow_matrix = __webpack_require__(45949);
;
const MODE = expression("github.event_name == 'schedule' && 'verify' || 'deploy'");
const shared_group_file = (group) => {
const lines = workflowExample({
on: 'on:\n  push: { branches: [main] }\n  schedule: [{ cron: "23 */6 * * *" }]',
concurrency: `    concurrency: { group: ${group}, cancel-in-progress: false }\n`,
});
return `${lines}        with: { mode: "${MODE}" }\n`;
};
const sharedGroup = {
code: 'workflow/shared-group',
severity: 'warning',
what: 'Jobs that must all run share one `concurrency` group.',
why: 'GitHub keeps one waiting job in a group: the next one cancels it, so that a deploy never happens.',
bad: shared_group_file('\u25b8fly-production'),
good: shared_group_file(`"${expression("github.event_name == 'schedule' && 'verify-production' || 'fly-production'")}"`),
check({ deploys }, { report }) {
for (const call of deploys) {
const { job, isOurs, triggers } = call;
const own = (0, tree.Jt)(job, 'concurrency');
const group = groupTreeOf(call);
const text = (0, tree.ws)(group) ?? '';
if (!group || text === '')
continue;
if (own && (0, workflow_matrix.x)(job).length > 1 && !text.includes('matrix.'))
report(group.at, 'All jobs of the matrix share one group: one runs, one waits, and GitHub cancels the others.', `Add the value of the matrix to the group, such as \`fly-${expression('matrix.app')}\`.`);
const isScheduled = triggers.has('schedule') && triggers.has('push');
if (isOurs && isScheduled && !text.includes('${{') && sharesVerification(call, text, deploys))
report(group.at, 'A scheduled verification shares its group with deploys: GitHub cancels a waiting deploy for it.', `Use a group of its own for it: \`${expression(`github.event_name == 'schedule' && 'verify-production' || '${text}'`)}\`.`);
}
},
};
function groupTreeOf({ job, root }) {
const given = (0, tree.Jt)(job, 'concurrency') ?? (0, tree.Jt)(root, 'concurrency');
return (0, tree.Jt)(given, 'group') ?? given;
}
const modeOf = ({ step }) => (0, tree.ws)(inputOf(step, 'mode')) ?? 'deploy';
function sharesVerification(call, group, all) {
if (modeOf(call) !== 'verify')
return modeOf(call).includes('verify');
return all.some((other) => other.job !== call.job && modeOf(other) !== 'verify' && (0, tree.ws)(groupTreeOf(other)) === group);
}
;
const unpinned = {
code: 'workflow/unpinned',
severity: 'warning',
what: 'An action in a job that deploys is referenced by a branch.',
why: 'Its next commit runs with your secrets.',
bad: workflowExample({ uses: '\u25b8fechatter/deploy-monitoring@main' }),
good: workflowExample({ uses: 'fechatter/deploy-monitoring@v1' }),
check({ ours, likely, scripted }, { report }) {
const jobs = new Map([...likely, ...scripted].map(({ job, steps }) => [job, steps]));
const setups = [...jobs.values()].flat().filter((step) => FLYCTL.test(usesOf(step)));
for (const step of new Set([...ours.map((call) => call.step), ...setups])) {
const uses = (0, tree.Jt)(step, 'uses');
const ref = /@(.*)/.exec(usesOf(step))?.[1];
if (uses && ref && /^(?:main|master|HEAD)$/.test(ref))
report(uses.at, `The action is referenced by the branch ${ref}, which may change at any time, in a job that has a Fly token.`, `Use a release, such as ${FLYCTL.test(usesOf(step)) ? '@1.6' : '@v1'}.`);
}
},
};
const FLYCTL = /^superfly\/flyctl-actions(?:\/setup-flyctl)?@/;
const usesOf = (step) => (0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '';
;
const workflowRules = [
noTrigger,
actionVersion,
flyctlVersion,
anyBranch,
buildContext,
cancel,
concurrency,
sharedGroup,
deployPullRequest,
ifSecrets,
ignored,
ignoredDockerfile,
input,
noConfig,
noToken,
paths,
permissions,
pullRequestTarget,
workflowSecret,
unpinned,
];
;
function lintWorkflow(text, file, { inputs, callers = [], ourGroup = deploy_group.J, files = [], flyFiles = [], apps = [], appOf = () => undefined, buildOf = () => undefined, textOf = () => undefined, exists = () => false, }) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [(0, syntax.Z)(file, read)];
const root = read.tree;
const calls = callsOf(root);
const steps = [...new Set(calls.map((call) => call.steps))].flat();
const isOwn = (call) => isOfConfiguration(call, { apps, appOf });
const likely = calls.filter((call) => isOwn(call) || mayBeOfConfiguration(call, { apps, appOf, flyFiles }));
const deploys = oneForEachJob(calls.filter(isOwn));
const ours = deploys.filter(({ isOurs }) => isOurs);
const jobs = [...new Set(calls.map(({ job }) => job))];
const scripted = scriptedCallsOf(root, { textOf, packages: [] }).filter(isOwn);
const subject = {
deploys,
scripted,
ours,
steps,
jobs,
likely,
all: (0, workflow_steps.B_)(root),
root,
callers,
ourGroup,
inputs,
files,
flyFiles,
textOf,
exists,
appOf,
buildOf,
};
const found = (0, rule.xG)(workflowRules, subject, file);
return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
const oneForEachJob = (calls) => calls.filter((call, i) => call.isOurs || calls.findIndex(({ job, isOurs }) => job === call.job && !isOurs) === i);
const keyOf = ({ code, at, message }) => `${code} ${at?.line}:${at?.column} ${message}`;
})
};

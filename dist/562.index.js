export const id = 562;
export const ids = [562];
export const modules = {

/***/ 5181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
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

;// CONCATENATED MODULE: ./build/lint/workflow/subject.js

/** Every step that deploys; of the steps that call flyctl, one for each job. */
function callsOf(root) {
    const triggers = triggersOf(root);
    const jobs = (0,tree/* get */.Jt)(root, 'jobs');
    return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => {
        const steps = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'steps'));
        const checkout = steps.find((step) => /^actions\/checkout@/.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'uses')) ?? ''));
        const calls = steps.flatMap((step) => {
            const isOurs = usesThisAction(step);
            const at = isOurs ? (0,tree/* get */.Jt)(step, 'uses') : deploysByFlyctl(step) ? (0,tree/* get */.Jt)(step, 'run') : undefined;
            return at ? [{ name, job, steps, checkout, step, uses: at, root, triggers, isOurs }] : [];
        });
        return calls.filter((call, i) => call.isOurs || i === 0);
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
/** A deploy with flyctl, and its arguments. */
const DEPLOY = /(?:^|[\s;&|])(?:flyctl|fly)\s+deploy\b([^\n;&|]*)/g;
const APP = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/;
const deploysByFlyctl = (step) => appsOf(step).length > 0;
/** The app of each deploy of a step; undefined where fly.toml names it. */
function appsOf(step) {
    const script = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(step, 'run')) ?? '';
    return [...script.replace(/\\\r?\n/g, ' ').matchAll(DEPLOY)].map(([, given = '']) => APP.exec(given)?.[1]);
}
/**
 * Whether the deploy of a step is permanent. A workflow only for pull requests may deploy preview apps with
 * flyctl: such a deploy may be canceled, and may fail.
 */
function isPermanent({ triggers, step, isOurs }, apps) {
    const isPreview = !isOurs && [...triggers.keys()].every((name) => name.startsWith('pull_request'));
    return !isPreview || appsOf(step).some((app) => app === undefined || apps.includes(app));
}
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
    check({ deploys }, { report }) {
        for (const { name, job, root, uses } of deploys.filter(isDeploy))
            if (!(0,tree/* get */.Jt)(job, 'concurrency') && !(0,tree/* get */.Jt)(root, 'concurrency'))
                report(uses.at, `Job ${(0,quote/* quoted */.T)(name)} deploys and has no \`concurrency\` group: two pushes deploy at the same time.`, 'Add `concurrency: { group: deploy-monitoring, cancel-in-progress: false }` to the job.');
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





const file = (line) => workflowExample({
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
    bad: file('failon: ▸never'),
    good: file('fail-on: never'),
    check({ ours, inputs }, { report }) {
        for (const [key, value] of ours.flatMap(inputsOf))
            if (!inputs.includes(key))
                report(value.at, `The action has no input ${(0,quote/* quoted */.T)(key)}.`, (0,similar_name/* didYouMean */.a)(key, inputs) ?? `Inputs: ${(0,lib_text/* list */.p_)(inputs)}.`);
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/no-token.js



const NAMES = ['fly-api-token', 'FLY_API_TOKEN'];
/** A deploy without a token. */
const noToken = {
    code: 'workflow/no-token',
    severity: 'warning',
    what: 'A step that deploys does not set a Fly token.',
    why: 'It fails before it deploys anything.',
    bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@v1', env: '' }),
    good: workflowExample(),
    check({ ours }, { report }) {
        for (const { step, job, root, uses } of ours.filter(isDeploy)) {
            const given = [(0,tree/* get */.Jt)(step, 'with'), ...[step, job, root].map((node) => (0,tree/* get */.Jt)(node, 'env'))];
            if (!given.some((node) => NAMES.some((name) => (0,tree/* get */.Jt)(node, name))))
                report(uses.at, 'The step deploys and does not set a Fly token.', `Add \`env: { FLY_API_TOKEN: ${expression('secrets.FLY_API_TOKEN')} }\` to it.`);
        }
    },
};

;// CONCATENATED MODULE: ./build/formats/glob.js
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
    return globMatches(glob, file) ? not === '' : included;
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
    check({ ours }, { report }) {
        for (const [key, value] of ours.flatMap(inputsOf)) {
            const text = (0,tree/* scalarText */.ws)(value) ?? '';
            if (/(?:token|password|key)$/.test(key) && text !== '' && !text.includes('${{'))
                report(value.at, `The value of input ${key} is written in the workflow.`, `Store it as a secret and write ${expression('secrets.NAME')}; change the secret, because it is in the history.`);
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/unpinned.js


/** A reference to a branch of the action. */
const unpinned = {
    code: 'workflow/unpinned',
    severity: 'warning',
    what: 'The action is referenced by a branch.',
    why: 'Its next commit runs with your secrets.',
    bad: workflowExample({ uses: '▸fechatter/deploy-monitoring@main' }),
    good: workflowExample({ uses: 'fechatter/deploy-monitoring@v1' }),
    check({ ours }, { report }) {
        for (const { uses } of ours) {
            const ref = /@(.*)/.exec((0,tree/* scalarText */.ws)(uses) ?? '')?.[1];
            if (ref && /^(?:main|master|HEAD)$/.test(ref))
                report(uses.at, `The action is referenced by the branch ${ref}, which may change at any time.`, 'Use a release, such as @v1.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/workflow/rules.js













/** Every check of a workflow. */
const workflowRules = [
    anyBranch,
    cancel,
    concurrency,
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
function lintWorkflow(text, file, { inputs, files = [], apps = [] }) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [(0,syntax/* invalidYaml */.Zp)(file, read)];
    const calls = callsOf(read.tree);
    const deploys = calls.filter((call) => isPermanent(call, apps));
    const steps = [...new Set(calls.map((call) => call.steps))].flat();
    const ours = deploys.filter(({ isOurs }) => isOurs);
    // Steps of one job share triggers and settings; each problem is reported once.
    const found = (0,rule/* runRules */.xG)(workflowRules, { deploys, ours, steps, inputs, files }, file);
    return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
const keyOf = ({ code, at, message }) => `${code} ${at?.line}:${at?.column} ${message}`;


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

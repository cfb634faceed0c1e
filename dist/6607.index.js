export const id = 6607;
export const ids = [6607,4892,662];
export const modules = {

/***/ 6607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./build/init/patch.js

/** The limit for a comparison; after it, every line is shown as replaced. */
const TIMEOUT_MS = 2_000;
/** What would be written, as a diff for `git apply`; empty when nothing would be written. */
function patchOf(decision) {
    const { file } = decision;
    if (decision.kind === 'unchanged' || decision.kind === 'keep')
        return '';
    const isNew = decision.kind === 'create';
    const before = isNew ? '' : decision.before;
    const [from, to] = [isNew ? '/dev/null' : `a/${file.path}`, `b/${file.path}`];
    const options = { context: 3, headerOptions: create/* FILE_HEADERS_ONLY */.jr, timeout: TIMEOUT_MS };
    const patch = (0,create/* createTwoFilesPatch */.ss)(from, to, before, file.text, undefined, undefined, options) ??
        `--- ${from}\n+++ ${to}\n${everyLine(before, file.text)}`;
    const mode = isNew ? `new file mode ${file.executable ? '100755' : '100644'}\n` : '';
    return `diff --git a/${file.path} b/${file.path}\n${mode}${patch}`;
}
function everyLine(before, after) {
    const [old, fresh] = [linesOf(before, '-'), linesOf(after, '+')];
    return `@@ -1,${old.length} +1,${fresh.length} @@\n${[...old, ...fresh].join('')}`;
}
const linesOf = (text, sign) => (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/missing.js
var config_missing = __webpack_require__(1143);
// EXTERNAL MODULE: ./build/desired/manual/files.js
var manual_files = __webpack_require__(7247);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/git.js
var git = __webpack_require__(4892);
// EXTERNAL MODULE: ./build/lib/pace.js
var lib_pace = __webpack_require__(3449);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/desired/manual/mark.js
var manual_mark = __webpack_require__(2391);
;// CONCATENATED MODULE: ./build/init/decide.js

/**
 * What to do with a file, given its current text. Changes by people are never lost without `force`: only a file that is
 * exactly as an earlier init wrote it is updated.
 */
function decide(file, before, force) {
    if (before === undefined)
        return { kind: 'create', file };
    if (sameText(before, file.text))
        return { kind: 'unchanged', file };
    const mark = (0,manual_mark/* initMarkOf */.L)(before);
    if (mark && !mark.changed)
        return { kind: 'update', file, before };
    return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'unmanaged' };
}
/** Git may have converted the line endings. */
const sameText = (a, b) => a.replaceAll('\r\n', '\n') === b;

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lint/config/lint.js + 2 modules
var lint = __webpack_require__(9596);
// EXTERNAL MODULE: ./build/lint/index.js
var build_lint = __webpack_require__(6732);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/subject.js
var subject = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/lint/recorded.js
var recorded = __webpack_require__(6234);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/inputs/types.js
var types = __webpack_require__(8301);
// EXTERNAL MODULE: ./build/lib/documentation.js
var documentation = __webpack_require__(5478);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
;// CONCATENATED MODULE: ./build/init/findings.js

/** Whether a text is a valid name of a Fly app: it may also be a placeholder or the name of something else. */
const isAppName = (text) => text !== undefined && fly_names/* APP_NAME */.C3.test(text);
/** Paths under which services publish metrics: `/metrics`, `/actuator/prometheus`, `/api/metrics`, `/q/metrics`. */
const METRICS_PATH = /^\/(?:[\w.-]+\/){0,4}_?(?:metrics|prometheus)\/?$/;
/** A place as messages write it: `fly.toml:12`. */
const placeText = ({ file, line }) => `${file}:${line}`;
/** A warning with a location: not an error, but something that a person should know. */
function initNote(file, at, message, hint) {
    return {
        code: 'init-note',
        severity: 'warning',
        at: { file, line: at.line, column: at.column },
        message,
        hint,
    };
}
/** A note about something that was read and is not in the draft: a file with one is not superseded. */
const lossNote = (...args) => ({
    ...initNote(...args),
    code: LOSS,
});
const LOSS = 'init-not-taken-over';
/** Whether a note is about something that is not in the draft. */
const isLoss = ({ code }) => code === LOSS;

// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/init/service-names.js

/** Each endpoint once, with valid and distinct names. */
function withDistinctNames(services) {
    const endpoints = new Map(services.map((service) => [
        JSON.stringify([service.app, service.process, service.port, service.addresses]),
        service,
    ]));
    const taken = new Set([prometheus/* SELF_JOB */.gu]);
    return [...endpoints.values()].map((service) => {
        const name = serviceName(service);
        const free = [
            name,
            `${name.slice(0, 50)}_${service.port ?? 2}`,
            `${service.app.slice(0, 50).replace(/^\d/, '_')}_${service.port}`,
        ];
        const chosen = free.find((one) => !taken.has(one)) ?? `${name.slice(0, 40)}_${service.port}_${taken.size}`;
        taken.add(chosen);
        return { ...service, name: chosen };
    });
}
function serviceName({ name, app }) {
    const wanted = name === prometheus/* SELF_JOB */.gu || name === '' ? app : name;
    const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
    return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`;
}

;// CONCATENATED MODULE: ./build/init/draft.js






/** The URL of the schema of the configuration, for editors. */
const SCHEMA = 'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json';
/** The folder to which `init` writes dashboards. */
const DASHBOARDS = 'grafana-dashboards';
/** The text of a configuration from the findings. What nothing says is left empty: `plan` refuses it until a person fills it in. */
function draftConfiguration(found, names) {
    const document = new dist/* Document */.yo(compose(found, names));
    const services = servicesOf(found);
    comment(document, ['monitoring', 'organization'], ORGANIZATION);
    if (document.getIn(['monitoring', 'region']) === null)
        comment(document, ['monitoring', 'region'], REGION);
    comment(document, ['monitoring', 'access'], ACCESS);
    comment(document, ['services'], SERVICES);
    for (const [i, app] of appsOf(found).entries()) {
        if (app.comment !== undefined)
            comment(document, ['apps', i, 'app'], app.comment);
        const why = watchedBecause(app, found);
        if (why !== undefined)
            comment(document, ['apps', i, 'deploy'], why);
    }
    for (const [i, { port, comment: why, addresses }] of services.entries())
        if (port === undefined && !addresses)
            comment(document, ['services', i, 'port'], UNKNOWN);
        else if (why !== undefined)
            comment(document, ['services', i, 'port'], why);
    if (found.isPreset && found.services.length === 0)
        comment(document, ['services', 0, 'port'], PRESET);
    onOneLine(document);
    document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`;
    // A blank line between the parts. A value that is not known is empty.
    return document
        .toString({ lineWidth: 0, nullStr: '' })
        .replace(/^( *(?:- )?(?:port|region):) $/gm, '$1')
        .replace(/\n(?=(?:apps|alerts|grafana):|# Prometheus scrapes)/g, '\n\n');
}
const ORGANIZATION = ' Apps that do not exist yet are created here: the slug of your organization, see "flyctl orgs list".';
const REGION = ' Not known, because no Fly configuration has primary_region: a region such as fra, near the apps.';
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.';
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${documentation/* BY_NPX */.vl} init".`;
const SERVICES = " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }.";
const WATCHED = ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.';
const UNKNOWN = ' Not known: nothing in this repository says where the metrics are. Fill in the port, and the path if it is not /metrics.';
const PRESET = ' No services were found in this repository, so these are the four services of the preset: replace them.';
/** Why an app is only monitored. */
function watchedBecause({ config, deployedBy }, { isPreset }) {
    if (config === undefined)
        return WATCHED;
    if (!deployedBy || isPreset)
        return undefined;
    return ` ${placeText(deployedBy)} deploys it already. To deploy it here instead: remove that step, and this line.`;
}
/** The configuration as data; `port` and `region` are null where they are not known. */
function compose(found, names) {
    const { monitoring, isPreset } = found;
    const apps = appsOf(found);
    const main = apps[0]?.app ?? types/* PRESET_APP */._f;
    return {
        monitoring: {
            app: names.monitoringApp ?? monitoring.app ?? `${main.slice(0, 52)}-monitoring`,
            organization: names.organization ?? 'personal',
            region: names.region ?? monitoring.region ?? (isPreset ? 'nrt' : null),
            access: 'password',
            ...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
            ...(monitoring.retention !== undefined && { retention: monitoring.retention }),
            ...(monitoring.volume && { volume: monitoring.volume }),
            ...(monitoring.vm && { vm: monitoring.vm }),
            ...(monitoring.image !== undefined && { image: monitoring.image }),
        },
        apps: apps.map(({ app, config, health, deployedBy }) => ({
            app,
            ...(config !== undefined && { config }),
            ...((config === undefined || (deployedBy && !isPreset)) && { deploy: false }),
            ...(health !== undefined && { health }),
        })),
        services: servicesOf(found).map((service) => asWritten(service, isPreset)),
        ...((found.rules.length > 0 || Object.keys(found.notify).length > 0) && {
            alerts: {
                ...(found.rules.length > 0 && { rules: found.rules }),
                ...(Object.keys(found.notify).length > 0 && { notify: found.notify }),
            },
        }),
        grafana: {
            folder: isPreset ? 'Fechatter' : main,
            dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
        },
    };
}
const { services: presetServices } = (0,preset/* presetConfig */.u)({});
const appsOf = ({ apps }) => (apps.length > 0 ? apps : [{ app: types/* PRESET_APP */._f }]);
/** The services that were found; those of the preset, or one whose port is not known, where none was. */
function servicesOf(found) {
    const app = appsOf(found)[0]?.app ?? '';
    if (found.services.some(({ addresses }) => !addresses))
        return found.services;
    if (found.isPreset)
        return withDistinctNames([
            ...found.services,
            ...presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' })),
        ]);
    return withDistinctNames([...found.services, { name: app, app, port: undefined, path: '/metrics' }]);
}
/** A service without default values; Fechatter's have their metrics. */
function asWritten({ name, app, port, path, process, options, addresses }, isPreset) {
    const metrics = isPreset ? presetServices.find((known) => known.name === name)?.metrics : undefined;
    return {
        name,
        ...(addresses ? { discovery: 'static', addresses } : { app, port: port ?? null }),
        ...(path !== '/metrics' && { path }),
        ...(process !== undefined && { process }),
        ...options,
        ...(metrics && { metrics }),
    };
}
function comment(document, path, text) {
    const parent = document.getIn(path.slice(0, -1), true);
    if (!(0,dist/* isMap */.jh)(parent))
        return;
    const key = parent.items.map((pair) => pair.key).find((one) => (0,dist/* isScalar */.jn)(one) && one.value === path.at(-1));
    if ((0,dist/* isScalar */.jn)(key))
        key.commentBefore = text;
}
/** Writes small maps on one line, as people do. */
function onOneLine(document) {
    (0,dist/* visit */.YR)(document, {
        Map: (_, node, path) => {
            const isLeaf = node.items.every(({ value }) => (0,dist/* isScalar */.jn)(value));
            if (isLeaf && path.length > DEPTH_OF_VALUES)
                node.flow = true;
        },
    });
}
/** `monitoring.volume`, `services[].metrics.NAME`: deeper than an app or a service, which have a line for each key. */
const DEPTH_OF_VALUES = 4;

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/init/notes.js



/** The error for a repository without an app: nothing is drafted for one that is not known. */
function noAppFound({ nameless, foreign }, { fly, samples }) {
    const [first] = nameless;
    const prometheus = fly
        .filter(({ role }) => role === 'monitoring')
        .map(({ file }) => `${file} is a Prometheus`);
    const others = foreign.map(({ file }) => `${file} runs a program of somebody else`);
    const examples = samples.length > 0 ? [`${(0,lib_text/* few */.H$)(samples)} ${samples.length === 1 ? 'is an example' : 'are examples'}`] : [];
    const left = [...prometheus, ...others, ...examples];
    const only = left.length === 0 ? '' : ` (${(0,lib_text/* list */.p_)(left)})`;
    const problem = first
        ? {
            code: 'init-no-app',
            severity: 'error',
            at: { file: first.file, line: first.name?.at.line ?? 1, column: first.name?.at.column ?? 1 },
            message: `${(0,lib_text/* few */.H$)(nameless.map(({ file }) => file))} ${nameless.length === 1 ? 'has' : 'have'} no app name that Fly accepts, so nothing was written.`,
            hint: `Give the name of the app: \`init --app NAME\`.`,
        }
        : {
            code: 'init-no-app',
            severity: 'error',
            message: `No app on Fly was found here${only}, so nothing was written.`,
            hint: 'Give the name of the app that is to be monitored: `init --app NAME`. `--working-directory FOLDER` reads another folder.',
        };
    return new errors/* ActionError */.lZ('configuration', [problem]);
}
/** Apps of which nothing says where their metrics are. */
function withoutMetrics(apps, services, fly) {
    return apps
        .filter(({ app }) => services.every((service) => service.app !== app))
        .flatMap(({ app, config }, i) => {
        const file = fly.find(({ path }) => path === config);
        if (!file)
            return [];
        return initNote(file.file, file.name?.at ?? { line: 1, column: 1 }, `Nothing in this repository says where ${app} publishes metrics: no [metrics], no job of Prometheus, no library.`, 
        // Without any service, the draft has an empty one for the first app.
        services.length > 0 || i > 0
            ? 'If it has some, add a service for it.'
            : 'Fill in `port` and `path` of its service.');
    });
}
/** A note about the Fly configurations that are left out because of where they are. */
function sampleNote([first, ...more]) {
    if (first === undefined)
        return [];
    const message = `Fly configurations of examples, tests and documents are left out: ${(0,lib_text/* few */.H$)([first, ...more])}.`;
    const hint = 'If one of them is deployed from here, add it to `apps`.';
    return [initNote(first, { line: 1, column: 1 }, message, hint)];
}
/** A note for each Fly configuration that a workflow deploys with and that is not in the repository. */
function missingConfigurations(commands, fly) {
    const missing = commands.filter(({ config }) => !config.includes('*') &&
        !/(?:^|\/)fly\.monitoring\.toml$/.test(config) &&
        fly.every(({ file }) => file !== config));
    return missing.map(({ at, config, app }) => initNote(at.file, at, `This workflow deploys ${app === undefined || app.includes('*') ? 'an app' : app} with ${config}, which is not in this repository: its app is not in the draft.`, 'Add it to `apps` with `deploy: false`, and a service for its metrics.'));
}
/** "Remove it" is said only of what is wholly taken over. */
function superseded({ file, rules }, notes) {
    if (notes.some((note) => isLoss(note) && [file, ...rules].includes(note.at?.file ?? '')))
        return [
            initNote(file, { line: 1, column: 1 }, 'The targets of this Prometheus on Fly are in monitoring.yml now, but not all of its settings are.', 'Keep it until the notes about this file are settled.'),
        ];
    return [
        initNote(file, { line: 1, column: 1 }, 'The targets of this Prometheus on Fly are in monitoring.yml now.', 'Remove this file when the new Prometheus runs: monitoring/prometheus-fly.yml replaces it.'),
    ];
}

// EXTERNAL MODULE: ./build/formats/glob.js
var glob = __webpack_require__(4321);
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/init/stages.js
/** Words by which teams name the stages of an app, in the names of files, folders and apps. */
const STAGES = new Map(Object.entries({
    production: ['production', 'prod', 'prd', 'live', 'mainnet', 'main'],
    staging: ['staging', 'stage', 'stg', 'preprod', 'uat', 'qa'],
    development: ['development', 'dev', 'devel', 'local', 'devnet'],
    preview: ['preview', 'review', 'pr', 'canary', 'nightly', 'beta'],
    test: ['test', 'testing', 'testnet', 'sepolia', 'goerli', 'ci', 'sandbox', 'demo'],
    other: ['blue', 'green'],
}).flatMap(([stage, words]) => words.map((word) => [word, stage])));
const wordsOf = (name) => name
    .toLowerCase()
    .replace(/\.toml$/, '')
    .split(/[/._-]+/)
    .filter((word) => word !== '' && word !== 'fly');
/** The stage that a path of a Fly configuration or the name of an app names; `production` under all of its names. */
const stageOf = (name) => wordsOf(name)
    .map((word) => STAGES.get(word))
    .findLast((stage) => stage !== undefined);
/** A path or a name without the words that name a stage: equal for the stages of one app. */
const withoutStage = (name) => wordsOf(name)
    .filter((word) => !STAGES.has(word))
    .join(' ');

;// CONCATENATED MODULE: ./build/init/apps.js





/**
 * The apps of a repository: every Fly configuration is an app, unless it is another stage of one. Whatever is left out gets a
 * note. `named` is the app of the option, which selects or names one.
 */
function chooseApps(files, { commands, named }) {
    const notes = [];
    const withNames = files.map((facts) => nameOf(facts, commands));
    const chosen = named === undefined ? withNames : selected(withNames, named);
    const nameless = chosen.flatMap(({ app, facts }) => (isAppName(app) ? [] : facts));
    const apps = groupStages(chosen.filter((one) => isAppName(one.app))).toSorted(mainFirst);
    const others = thirdParty(apps);
    for (const one of others) {
        const { app, facts } = one;
        notes.push(leftOut(facts, facts.fly.build?.text('image')?.at, `${facts.file} runs something else (${foreignImage(one)}): app ${app} is left alone.`, 'If it has metrics, add it to `apps` and `services`.'));
    }
    for (const app of apps)
        notes.push(...stageNotes(app));
    if (apps.length > 0)
        notes.push(...nameless.map(namelessNote));
    const foreign = others.map(({ facts }) => facts);
    return { apps: apps.filter((one) => !others.includes(one)), nameless, foreign, notes };
}
/** The app that people use is the main one: with a public service, and near the root of the repository. */
function mainFirst(a, b) {
    const weight = ({ facts }) => (facts.fly.services.some(({ http }) => http) ? 0 : facts.ports.length > 0 ? 1 : 2) * 100 +
        facts.path.split('/').length;
    return weight(a) - weight(b);
}
/** The name in the file, or that of the workflow that deploys it. */
function nameOf(facts, commands) {
    const own = isAppName(facts.name?.value) ? facts.name.value : undefined;
    const deploys = commands.filter(({ config, app }) => (config === facts.file || (config.includes('*') && (0,glob/* globMatches */.m)(config, facts.file))) &&
        (app === undefined || own === undefined || app === own || app.includes('*')));
    const given = deploys.map(({ app }) => app).find(isAppName);
    const deployed = deploys.find(({ onPush }) => onPush);
    return { app: own ?? given, facts, deployedBy: deployed?.at };
}
/** The app that the option selects: the one of that name, the one without a name, or the first one under another name. */
function selected(files, named) {
    const matching = files.filter(({ app }) => app === named);
    if (matching.length > 0)
        return matching;
    const first = files.find(({ app }) => app === undefined) ?? files[0];
    return first ? [{ ...first, app: named }] : [];
}
/** Stages of one app: files or apps whose names differ only in the name of a stage. */
function groupStages(files) {
    const groups = [];
    for (const one of files) {
        const same = groups.find((group) => group.some((other) => areStages(one, other)));
        if (same)
            same.push(one);
        else
            groups.push([one]);
    }
    return groups.flatMap((group) => {
        const [first, ...stages] = group.toSorted((a, b) => rank(a) - rank(b));
        return first ? [{ ...first, stages }] : [];
    });
}
function areStages(a, b) {
    if (a.app === b.app)
        return true;
    const isStage = [a, b].some(({ app, facts }) => stageOf(app) ?? stageOf(facts.path));
    if (!isStage)
        return false;
    const samePath = withoutStage(a.facts.path) === withoutStage(b.facts.path);
    return samePath || withoutStage(a.app) === withoutStage(b.app);
}
/** Production first, then what has no name of a stage, then what a workflow deploys. */
function rank({ app, facts, deployedBy }) {
    const stage = stageOf(facts.path) ?? stageOf(app);
    const isTest = stage !== undefined && stage !== 'production';
    return (isTest ? 4 : 0) + (stage === 'production' ? 0 : 2) + (deployedBy ? 0 : 1);
}
/** Programs that watch others: they are no apps to be monitored, unless their metrics are known. */
const WATCHERS = /(?:^|\/)(?:grafana|loki|tempo|alloy|agent|alertmanager|uptime-kuma|gatus|healthchecks|statping|cachet|blackbox-exporter)(?:-enterprise|-oss)?(?=[:@]|$)/;
/** The image that an app runs, when it is not built from the code of this repository. */
function foreignImage({ facts }) {
    const image = facts.fly.build?.text('image')?.value;
    const from = facts.build?.content.from;
    return image ?? (from !== undefined && WATCHERS.test(from) ? from : undefined);
}
/** Apps that run an image of somebody else, without a sign of metrics: of watchers all, of others those next to own apps. */
function thirdParty(apps) {
    const others = apps.filter((app) => foreignImage(app) !== undefined && app.facts.metrics.length + app.facts.hints.length === 0);
    return others.length < apps.length ? others : others.filter((app) => WATCHERS.test(foreignImage(app) ?? ''));
}
function stageNotes({ app, facts, stages }) {
    return stages.map((stage) => stage.app === app
        ? leftOut(stage.facts, stage.facts.name?.at, `${stage.facts.file} is another configuration of app ${app}: the draft deploys it with ${facts.file}.`, 'If that is wrong, change `config` of the app in monitoring.yml.')
        : leftOut(stage.facts, stage.facts.name?.at, `${stage.facts.file} (app ${stage.app}) is another stage of ${app} (${facts.file}), so it is not in this draft.`, `Give it a configuration of its own: \`init --app ${stage.app} --config monitoring.${stage.app}.yml\`. If it is an app of its own, add it to \`apps\`.`));
}
/** The comment of an app that has stages. */
function stageComment({ app, stages }) {
    const others = stages.filter((stage) => stage.app !== app);
    return others.length === 0
        ? undefined
        : ` Taken for other stages of it: ${(0,lib_text/* few */.H$)(others.map(({ facts }) => facts.path))}. An app of its own is a further entry.`;
}
function namelessNote(facts) {
    const written = facts.name
        ? `the app name ${(0,quote/* quoted */.T)(facts.name.value)} is not one of Fly`
        : 'it has no `app`';
    return leftOut(facts, facts.name?.at, `${facts.file} is left out: ${written}.`, `Add the app to \`apps\`, with \`config: ${facts.path}\`.`);
}
const leftOut = ({ file }, at, message, hint) => initNote(file, at ?? { line: 1, column: 1 }, message, hint);
/** A note for each app that a workflow deploys already: no second deploy on the same push. */
const deployedNotes = (apps) => [...Map.groupBy(apps, ({ deployedBy }) => deployedBy && placeText(deployedBy))].flatMap(([, same]) => {
    const at = same[0]?.deployedBy;
    if (!at)
        return [];
    const names = (0,lib_text/* few */.H$)(same.map(({ app }) => app));
    return initNote(at.file, at, `This workflow deploys ${names} already, so the draft only monitors ${same.length === 1 ? 'it' : 'them'} (\`deploy: false\`).`, 'To prove each deploy, add a step with this action and `mode: verify` after that deploy. Or remove the step here and `deploy: false` there.');
});

// EXTERNAL MODULE: ./build/config/explain.js + 1 modules
var explain = __webpack_require__(9848);
;// CONCATENATED MODULE: ./build/init/invalid-values.js




/**
 * The findings without the values that are not valid in a configuration, with a note for each of them. The schema itself
 * decides, so that there is only one definition of validity. Names from options are kept, and reported as errors when
 * they are not valid.
 */
function withoutInvalid(found, names) {
    const issues = (0,load/* check */.z6)(compose(found, names)).issues.filter((issue) => isFound(found, issue));
    if (issues.length === 0)
        return found;
    const notes = [...found.notes, ...issues.map((issue) => invalid_values_leftOut(found, issue))];
    // An error may hide others: what is left is checked again.
    return withoutInvalid({ ...without(found, issues), notes }, names);
}
/** Whether an issue is about a value that was found and can be left out. */
function isFound(found, { path: [part, key, inner] }) {
    if (part === 'monitoring')
        return found.monitoring[key] !== undefined;
    if (part === 'apps')
        return inner === 'health';
    if (part === 'alerts')
        return key === 'rules' || key === 'notify';
    const service = part === 'services' ? found.services[Number(key)] : undefined;
    return service !== undefined && !(inner === 'port' && service.port === undefined && !service.addresses);
}
function without(found, issues) {
    const invalid = new Set(issues.map(({ path: [part, key] }) => `${String(part)}.${String(key)}`));
    const monitoring = Object.entries(found.monitoring).flatMap(([key, value]) => {
        if (!invalid.has(`monitoring.${key}`))
            return [[key, value]];
        const names = issues
            .filter(({ path }) => path[0] === 'monitoring' && path[1] === key)
            .map(({ path }) => path[2]);
        const inner = typeof value === 'object' ? Object.entries(value) : [];
        const rest = inner.filter(([name]) => !names.includes(name));
        return rest.length > 0 && rest.length < inner.length ? [[key, Object.fromEntries(rest)]] : [];
    });
    return {
        ...found,
        monitoring: Object.fromEntries(monitoring),
        apps: found.apps.map(({ health, ...app }, i) => health === undefined || invalid.has(`apps.${i}`) ? app : { ...app, health }),
        rules: found.rules.filter((_, i) => !issues.some(({ path }) => path[1] === 'rules' && path[2] === i)),
        notify: Object.fromEntries(Object.entries(found.notify).filter(([kind]) => !issues.some(({ path }) => path[1] === 'notify' && path[2] === kind))),
        services: found.services.filter((_, i) => !invalid.has(`services.${i}`)),
    };
}
/** The note about a value that is left out, with its location in the file. */
function invalid_values_leftOut(found, { path, message }) {
    const [part, key] = path;
    const service = part === 'services' ? found.services[Number(key)] : undefined;
    const at = service?.at ?? (part === 'monitoring' ? found.places[key] : undefined);
    const about = service
        ? message.replace(`services[${String(key)}].`, `Service ${(0,explain/* quoteForMessage */.Hx)(service.name)}: `)
        : message;
    const left = `${about.replace(/\.$/, '')}. The value was left out.`;
    const hint = 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.';
    const { at: _, ...note } = lossNote('', at ?? { line: 1, column: 1 }, left, hint);
    return { ...note, ...(at && { at }) };
}

;// CONCATENATED MODULE: ./build/init/other-scrapers.js



/** Endings of templates, and of the configurations of Grafana Alloy. */
const ENDING = /\.(?:ya?ml|tmpl|tpl|gotmpl|j2|jinja2?|erb|ejs|alloy|river)$/;
const TEMPLATE_ENDING = /\.(?:tmpl|tpl|gotmpl|j2|jinja2?|erb|ejs)$/;
const TEMPLATE = /\{\{|\{%|<%/;
const SCRAPE_CONFIGS = /^[ \t]*(?:-[ \t]+)?scrape_configs:/m;
const KINDS = [
    {
        what: 'a configuration of Grafana Alloy',
        scrapes: /^prometheus\.scrape\s+"/m,
        is: ({ file }) => /\.(?:alloy|river)$/.test(file),
    },
    {
        what: 'a configuration of an OpenTelemetry Collector',
        scrapes: SCRAPE_CONFIGS,
        is: ({ text }) => /^receivers:/m.test(text) && /^[ \t]+prometheus(?:\/[\w-]+)?:/m.test(text),
    },
    {
        what: 'a configuration of Grafana Agent',
        scrapes: SCRAPE_CONFIGS,
        is: ({ text }) => /^metrics:/m.test(text) && !/^receivers:/m.test(text),
    },
    {
        what: 'a template of a Prometheus configuration',
        scrapes: /^scrape_configs:/m,
        is: ({ file, text }) => (TEMPLATE_ENDING.test(file) || TEMPLATE.test(text.replace(/(?:^|[ \t])#.*$/gm, ''))) &&
            !/^(?:kind|server|clients|positions|receivers):/m.test(text),
    },
];
const kindOf = (file) => KINDS.find((kind) => kind.is(file) && kind.scrapes.test(file.text));
/** Whether a path may be that of a program that scrapes and is not Prometheus, or of a template. */
const mayBeOtherScraper = (path) => ENDING.test(path);
/** Whether a file says what is scraped, in a form that is not read. */
const isOtherScraper = (file) => kindOf(file) !== undefined;
/** A note for each file that scrapes something and is not read, with the names of its jobs. */
const otherScrapers = (files) => files.flatMap((file) => {
    const kind = kindOf(file);
    if (!kind)
        return [];
    const start = kind.scrapes.exec(file.text)?.index ?? 0;
    const line = file.text.slice(0, start).split('\n').length;
    const jobs = [...file.text.matchAll(JOBS)].flatMap(([, yaml, alloy]) => yaml ?? alloy ?? []);
    const named = jobs.length > 0 ? ` (${(0,lib_text/* few */.H$)(jobs.map(quote/* quoted */.T), 5)})` : '';
    const message = `This file is ${kind.what}, which is not read: what it scrapes${named} is not taken over.`;
    const hint = 'Add a service to monitoring.yml for each endpoint that it scrapes on Fly, and keep it until they are up.';
    return [lossNote(file.file, { line, column: 1 }, message, hint)];
});
const JOBS = /job_name:[ \t]*['"]?([\w./-]{1,60})|^prometheus\.scrape[ \t]+"([\w-]{1,60})"/gm;

;// CONCATENATED MODULE: ./build/init/rule-files.js




/**
 * The team's own rules: files that a Prometheus of the repository names, and those that no Prometheus names. A path on a machine
 * (`/etc/prometheus/rules/*.yml`) is found by its name.
 */
function findRules(rules, prometheus) {
    const notes = [];
    const byConfiguration = new Map(prometheus.map(({ file, ruleFiles }) => {
        const found = ruleFiles.flatMap(({ value, at }) => {
            const named = rules.filter((rule) => isNamed(rule.file, value, external_node_path_.posix.dirname(file)));
            if (named.length === 0)
                notes.push(lossNote(at.file, at, `The rules in ${(0,quote/* quoted */.T)(value)} are not in this repository. They are not taken over.`, 'Add the files here, and name them in `alerts.rules`.'));
            return named.map((rule) => rule.file);
        });
        return [file, [...new Set(found)]];
    }));
    const named = new Set([...byConfiguration.values()].flat());
    const others = rules.filter(({ file }) => !named.has(file)).map(({ file }) => file);
    for (const file of prometheus.some(({ ruleFiles }) => ruleFiles.length > 0) ? others : [])
        notes.push(initNote(file, { line: 1, column: 1 }, 'No Prometheus of this repository names these rules. The draft has them in `alerts.rules`.', 'Remove them there if they are not in use.'));
    return { files: [...named, ...others].toSorted(), byConfiguration, notes };
}
function isNamed(file, pattern, folder) {
    const path = pattern.startsWith('/') ? undefined : external_node_path_.posix.join(folder, pattern);
    if (path !== undefined && (0,glob/* globMatches */.m)(path, file))
        return true;
    return (0,glob/* globMatches */.m)(external_node_path_.posix.basename(pattern), external_node_path_.posix.basename(file)) && isBelowName(file, pattern);
}
/** Of a pattern that any name matches, the folder must be the same: `/etc/prometheus/rules/*.yml` and `ops/rules/a.yml`. */
const isBelowName = (file, pattern) => !external_node_path_.posix.basename(pattern).startsWith('*') ||
    external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) === external_node_path_.posix.basename(external_node_path_.posix.dirname(pattern)) ||
    external_node_path_.posix.dirname(pattern) === '/etc/prometheus';

// EXTERNAL MODULE: ./build/formats/tree.js
var tree = __webpack_require__(8587);
// EXTERNAL MODULE: ./build/formats/yaml.js
var formats_yaml = __webpack_require__(9776);
;// CONCATENATED MODULE: ./build/init/scan-alertmanager.js




const SEVERITIES = ['critical', 'warning', 'info'];
/** The receivers that the configuration has too, with the secret that each one needs. */
const scan_alertmanager_KINDS = {
    slack_configs: ['slack', 'SLACK_WEBHOOK_URL'],
    discord_configs: ['discord', 'DISCORD_WEBHOOK_URL'],
    telegram_configs: ['telegram', 'TELEGRAM_BOT_TOKEN'],
    pagerduty_configs: ['pagerduty', 'PAGERDUTY_ROUTING_KEY'],
    email_configs: ['email', 'SMTP_PASSWORD'],
    webhook_configs: ['webhook', 'NOTIFY_WEBHOOK_URL'],
};
/** Takes receivers and routes over where they fit; every other one gets a note. Secrets in the file are not read. */
function scanAlertmanager({ file, text }) {
    const read = (0,formats_yaml/* readYaml */.g)(text);
    if (!read.ok)
        return { notify: {}, notes: [] };
    const root = read.tree;
    const notes = [];
    const lose = (at, message, hint) => void notes.push(lossNote(file, at.at, message, hint));
    const sent = routesOf(root, lose).flatMap((route) => sentBy(route, root, lose));
    const notify = {};
    for (const one of sent)
        if (!(one.kind in notify))
            notify[one.kind] = settingsOf(one, (0,tree/* get */.Jt)(root, 'global'));
        else if (!isSame(one, sent))
            lose(one.at, `Receiver "${one.receiver}" is a second one of the kind ${one.kind}. It is not taken over.`, '`alerts.notify` has one receiver of each kind.');
    const secrets = [...new Set(sent.map(({ secret }) => secret))];
    if (secrets.length > 0)
        notes.push(initNote(file, { line: 1, column: 1 }, `Receivers of this Alertmanager are in \`alerts.notify\` now: ${(0,lib_text/* list */.p_)(Object.keys(notify))}.`, `Set ${(0,lib_text/* list */.p_)(secrets)} as ${secrets.length === 1 ? 'a secret' : 'secrets'} of the repository. A receiver without \`severities\` gets every alert. Keep the old Alertmanager until the new one has notified somebody.`));
    for (const key of ['inhibit_rules', 'time_intervals', 'mute_time_intervals', 'templates']) {
        const part = (0,tree/* get */.Jt)(root, key);
        if ((0,tree/* items */.ld)(part).length > 0 && part)
            lose(part, `This Alertmanager has \`${key}\`. It is not taken over.`, 'The Alertmanager of this action has its own settings.');
    }
    return { notify: notify, notes };
}
/** The route of everything, and those that choose by severity; any other choice cannot be expressed. */
function routesOf(root, lose) {
    const top = (0,tree/* get */.Jt)(root, 'route');
    const receiver = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(top, 'receiver'));
    const routes = (0,tree/* items */.ld)((0,tree/* get */.Jt)(top, 'routes')).flatMap((route) => {
        const name = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(route, 'receiver')) ?? receiver;
        if (name === undefined)
            return [];
        const chosen = severitiesOf(route);
        const isNested = (0,tree/* items */.ld)((0,tree/* get */.Jt)(route, 'routes')).length > 0;
        if (chosen && !isNested)
            return [{ at: route, receiver: name, severities: chosen }];
        lose(route, `The route to "${name}" chooses alerts by ${isNested ? 'further routes' : 'something else than the severities critical, warning and info'}. It is not taken over.`, 'A receiver in `alerts.notify` can be limited by `severities` only.');
        return [];
    });
    return top && receiver !== undefined ? [{ at: top, receiver, severities: undefined }, ...routes] : routes;
}
/** A longer matcher is not about severities alone. */
const MAX_MATCHER = 100;
/** The severities of a route that matches nothing else. */
function severitiesOf(route) {
    const matchers = (0,tree/* items */.ld)((0,tree/* get */.Jt)(route, 'matchers')).map((one) => ((0,tree/* scalarText */.ws)(one) ?? '').slice(0, MAX_MATCHER));
    const old = ['match', 'match_re'].flatMap((key) => {
        const table = (0,tree/* get */.Jt)(route, key);
        return table?.kind === 'table'
            ? [...table.entries].map(([label, value]) => `${label}=~"${(0,tree/* scalarText */.ws)(value) ?? ''}"`)
            : [];
    });
    const [only, ...more] = [...matchers, ...old];
    const found = /^\s*\{?\s*severity\s*=~?\s*["']?\(?([\w|]+)\)?["']?\s*\}?\s*$/.exec(only ?? '')?.[1];
    const names = found?.split('|') ?? [];
    const isKnown = more.length === 0 && names.length > 0 && names.every((name) => SEVERITIES.includes(name));
    return isKnown ? names : undefined;
}
function sentBy({ at, receiver, severities }, root, lose) {
    const found = (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'receivers')).find((one) => (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(one, 'name')) === receiver);
    if (found?.kind !== 'table')
        return [];
    return [...found.entries].flatMap(([key, configs]) => {
        if (!key.endsWith('_configs'))
            return [];
        const [kind, secret] = scan_alertmanager_KINDS[key] ?? [];
        if (kind === undefined || secret === undefined) {
            lose(configs, `Receiver "${receiver}" has \`${key}\`. It is not taken over.`, '`alerts.notify` does not have this kind: `webhook` can reach it through a program of your own.');
            return [];
        }
        return (0,tree/* items */.ld)(configs).map((settings) => ({ at, receiver, kind, secret, settings, severities }));
    });
}
/** The same receiver by another route: it has been taken over. */
const isSame = (one, all) => all.find(({ kind }) => kind === one.kind)?.settings === one.settings;
function settingsOf({ kind, settings, severities }, global) {
    const limit = severities ? { severities } : {};
    if (kind === 'telegram')
        return { chat_id: Number((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(settings, 'chat_id'))), ...limit };
    if (kind !== 'email')
        return limit;
    const text = (key, shared) => (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(settings, key)) ?? (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(global, shared));
    const username = text('auth_username', 'smtp_auth_username');
    return {
        to: (text('to', 'to') ?? '').split(',').map((one) => one.trim()),
        from: text('from', 'smtp_from'),
        smarthost: text('smarthost', 'smtp_smarthost'),
        ...(username !== undefined && { username }),
        ...limit,
    };
}

;// CONCATENATED MODULE: ./build/init/scan-alerting.js




/** A configuration of Alertmanager: routes and receivers. Collectors have receivers too, but no route. */
const isAlertmanager = (text) => /^route:/m.test(text) && /^receivers:/m.test(text) && !/^(?:exporters|service|kind):/m.test(text);
/** Provisioning of Grafana: alert rules, contact points, policies, data sources. */
const isProvisioning = (text) => /^apiVersion:[ \t]*1[ \t]*$/m.test(text) &&
    /^(?:datasources|groups|contactPoints|policies|muteTimes|templates):/m.test(text) &&
    !/^kind:/m.test(text);
/** Whether a file is one that is scanned here. */
const isAlerting = (text) => isAlertmanager(text) || isProvisioning(text);
/** The receivers of the first Alertmanager, and a note for everything about alerts that is not taken over. */
function scanAlerting(files) {
    const [first, ...others] = files.filter(({ text }) => isAlertmanager(text));
    const scanned = first ? scanAlertmanager(first) : { notify: {}, notes: [] };
    return {
        notify: scanned.notify,
        notes: [
            ...scanned.notes,
            ...others.map(({ file }) => lossNote(file, { line: 1, column: 1 }, `This is another Alertmanager than ${first?.file}. Nothing of it is taken over.`, 'A configuration has one Alertmanager: compare the receivers of both.')),
            ...files.filter(({ text }) => isProvisioning(text)).flatMap(provisioning),
        ],
    };
}
/** What each part of the provisioning is, and what happens to it. */
const PARTS = {
    groups: [
        'alert rules of Grafana',
        'They stay where this file is provisioned: this action writes only its own rules.',
    ],
    contactPoints: [
        'contact points',
        'They stay where this file is provisioned; `alerts.receiver` names the one to notify.',
    ],
    policies: ['notification policies', 'They stay where this file is provisioned.'],
    datasources: [
        'data sources',
        'This action creates a data source for its own Prometheus; `grafana.datasource` names another one.',
    ],
};
function provisioning({ file, text }) {
    const read = (0,formats_yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [];
    return Object.entries(PARTS).flatMap(([key, [what, hint]]) => {
        const found = (0,tree/* get */.Jt)(read.tree, key);
        const n = (0,tree/* items */.ld)(found).length;
        return found && n > 0
            ? initNote(file, found.at, `Grafana is provisioned with ${what} here (${n}). They are not taken over.`, hint)
            : [];
    });
}

// EXTERNAL MODULE: ./build/config/fly-identity.js
var fly_identity = __webpack_require__(6489);
// EXTERNAL MODULE: ./build/lint/fly/subject.js
var fly_subject = __webpack_require__(2258);
;// CONCATENATED MODULE: ./build/init/scan-monitoring.js





/**
 * What the Prometheus of the repository says about the one of the draft. An app that exists already, with its volume, is taken
 * over only when `named` is its name: else it keeps running, and only its settings are copied.
 */
function scanMonitoring(files, named) {
    const sorted = files.toSorted((a, b) => scan_monitoring_rank(a, named) - scan_monitoring_rank(b, named));
    const [facts, ...others] = sorted;
    if (!facts)
        return { monitoring: {}, places: {}, notes: [] };
    const { monitoring, places } = scan_monitoring_settingsOf(facts);
    const isTaken = monitoring.app !== undefined && monitoring.app === named;
    const notes = [
        ...(isTaken ? takenOver(facts, monitoring) : [leftAlone(facts, monitoring)]),
        ...otherSettings(facts, monitoring),
        ...others.map(anotherPrometheus),
    ];
    if (isTaken)
        return { monitoring, places, notes };
    const { app: _, image: __, volume, ...copied } = monitoring;
    const size = volume?.size_gb;
    return {
        monitoring: { ...copied, ...(size !== undefined && { volume: { size_gb: size } }) },
        places,
        notes,
    };
}
const scan_monitoring_rank = ({ name, path }, named) => name?.value === named ? 0 : ['production', undefined].includes(stageOf(path)) ? 1 : 2;
function leftAlone({ file, fly, name }, { app, volume }) {
    const what = (0,fly_identity/* prometheusEvidence */.Yz)(fly, { dockerfile: undefined, hasPrometheusConfig: false })?.what;
    const why = what === undefined ? '' : ` (${what})`;
    if (!isAppName(app))
        return initNote(file, name?.at ?? { line: 1, column: 1 }, `${file} is a Prometheus${why} without the name of an app. Its settings are copied, and the draft has a new app.`, 'To take the app over: `init --monitoring-app NAME`.');
    const data = volume?.name === undefined ? '' : `, with its volume ${volume.name}`;
    return initNote(file, name?.at ?? { line: 1, column: 1 }, `${app} runs Prometheus already${why}. It is left alone: the draft has a new app, and the samples stay in ${app}.`, `Run both until the new one has enough history. To take ${app} over${data}: \`init --monitoring-app ${app}\`.`);
}
function takenOver({ file, fly }, { app }) {
    const to = fly.mounts[0]?.text('destination');
    const [, ...more] = fly.mounts;
    return [
        ...(to && to.value !== '/prometheus'
            ? [
                initNote(file, to.at, `The volume of ${app} is mounted at ${to.value}. This action mounts it at /prometheus, and Prometheus starts without the samples that are in a folder of it.`, 'Move the samples to the root of the volume first, or leave the old app alone.'),
            ]
            : []),
        ...more.map((mount) => initNote(file, mount.at, `${app} has a second volume. It is not taken over.`, 'The monitoring app has one volume.')),
    ];
}
const anotherPrometheus = ({ file, name }) => initNote(file, name?.at ?? { line: 1, column: 1 }, `${file} is another Prometheus${name ? ` (${name.value})` : ''}. Nothing of it is taken over.`, 'A configuration has one Prometheus: write another configuration for it.');
/** Flags that this action sets itself, or that have a key in the configuration. */
const KNOWN_FLAGS = /^(?:config\.file|storage\.tsdb\.(?:path|retention|retention\.time)|web\.(?:listen-address|config\.file|console\..*))$/;
/** Retention by size, and flags, have no place in the configuration. */
function otherSettings(facts, { retention }) {
    const words = (0,fly_subject/* argumentsOf */.aX)(subjectOf(facts));
    const flags = words.flatMap(({ word, at }) => {
        const name = /^--([\w.-]+)/.exec(word)?.[1];
        return name === undefined || KNOWN_FLAGS.test(name) ? [] : [{ name: `--${name}`, at }];
    });
    const size = facts.fly.env.find(({ key }) => key === 'PROMETHEUS_RETENTION_SIZE');
    const names = [...new Set([...flags.map(({ name }) => name), ...(size ? [size.key] : [])])];
    const at = flags[0]?.at ?? size?.at;
    if (!at || names.length === 0)
        return [];
    const kept = retention === undefined ? '' : ` (${retention})`;
    return [
        initNote(facts.file, at, `${(0,lib_text/* count */.U9)(names.length, 'setting')} of this Prometheus ${names.length === 1 ? 'is' : 'are'} not taken over: ${(0,lib_text/* few */.H$)(names, 8)}.`, `Samples are kept for \`monitoring.retention\`${kept}, within \`monitoring.volume\`.`),
    ];
}
const subjectOf = ({ fly, build, file, role }) => ({
    ...{ fly, build, file, role, app: fly.app?.value ?? '' },
    ...{ misfits: [], services: [], dockerfile: undefined, ours: false },
});
function scan_monitoring_settingsOf(facts) {
    const { file, fly, region } = facts;
    const [mount] = fly.mounts;
    const [vm] = fly.machines;
    const app = isAppName(fly.app?.value) ? fly.app : undefined;
    const image = fly.build?.text('image');
    const retention = retentionOf(facts);
    const volume = defined({
        name: mount?.text('source')?.value,
        size_gb: gigabytes(mount?.written('initial_size')?.value),
    });
    const machine = defined({ size: vm?.text('size')?.value, memory_mb: megabytes(vm) });
    const at = { app, retention, image, volume: volume && mount, vm: machine && vm };
    const places = Object.entries(at).flatMap(([key, value]) => value ? [[key, { file, line: value.at.line, column: value.at.column }]] : []);
    return {
        monitoring: defined({
            app: app?.value,
            region: region?.value,
            retention: retention?.value,
            image: image?.value,
            volume,
            vm: machine,
        }) ?? {},
        places: { ...Object.fromEntries(places), ...(region && { region: region.at }) },
    };
}
/** Retention by time, in the variable of our image or in a flag; the old name of the flag too. */
function retentionOf(facts) {
    const variable = facts.fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME');
    const flags = ['storage.tsdb.retention.time', 'storage.tsdb.retention'];
    return variable ?? flags.map((name) => (0,fly_subject/* flagOf */.iP)(subjectOf(facts), name)).find((flag) => flag !== undefined);
}
/** The values that are set; undefined when no value is. */
function defined(values) {
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    return present.length > 0
        ? Object.fromEntries(present)
        : undefined;
}
/** `10gb`, `10GB`, `10`: whole gigabytes. */
function gigabytes(size) {
    const found = /^(\d{1,6})\s*(?:gb?)?$/i.exec(size ?? '');
    return found ? Number(found[1]) : undefined;
}
/** `memory = "512mb"`, `memory = "1gb"`, `memory_mb = 512`; a size that is too small for Prometheus is not used. */
function megabytes(vm) {
    const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.written('memory')?.value ?? '');
    const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1;
    const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0);
    return n >= 512 ? n : undefined;
}

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
;// CONCATENATED MODULE: ./build/init/prometheus-losses.js





/** What a Prometheus configuration has and monitoring.yml has not: every key is known here, or is named as not taken over. */
/** Keys of a job that a service has too, that this action sets itself, or that change nothing that is scraped. */
const TAKEN_OVER = [
    ...['job_name', 'metrics_path', 'static_configs', 'dns_sd_configs', 'honor_timestamps', 'follow_redirects'],
    ...['fallback_scrape_protocol', 'scrape_protocols', 'enable_compression', 'scheme', 'relabel_configs'],
];
/** Keys without which a target answers something else, or not at all. */
const NEEDED = [
    ...['authorization', 'basic_auth', 'oauth2', 'bearer_token', 'bearer_token_file', 'sigv4', 'tls_config'],
    ...['proxy_url', 'proxy_from_environment', 'http_headers'],
];
/** Labels that relabelling fills in to send the request elsewhere. */
const ADDRESS_LABELS = /^__(?:address|scheme|metrics_path|param_\w+)__$|^__param_/;
/** Labels that are set by this action or by Prometheus. */
const OWN_LABELS = ['service', 'app', 'job', 'instance'];
/** Why a job cannot become a service; undefined when it can. */
function blockedBy(job, { taken }) {
    if (job.kind !== 'table')
        return undefined;
    const discovery = [...job.entries].find(([key]) => key.endsWith('_sd_configs') && key !== 'dns_sd_configs');
    if (discovery && !job.entries.has('static_configs') && !job.entries.has('dns_sd_configs'))
        return { at: discovery[1].at, why: `services are not discovered by \`${discovery[0]}\`` };
    const key = NEEDED.find((one) => job.entries.has(one) && !taken.has(one));
    const at = key === undefined ? undefined : (0,tree/* get */.Jt)(job, key)?.at;
    if (at)
        return { at, why: `a service does not have \`${key}\`, or not in this form` };
    const moved = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'relabel_configs')).find((rule) => ADDRESS_LABELS.test((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(rule, 'target_label')) ?? ''));
    return moved && { at: moved.at, why: '`relabel_configs` sends its requests to another address' };
}
/** A note for each setting of a job that its service will not have. */
function lossesOfJob(job, { file, jobName, isEveryInterval, settings: { taken } }) {
    if (job.kind !== 'table')
        return [];
    const name = `Job ${(0,quote/* quoted */.T)(jobName)}`;
    const note = (at, message, hint) => lossNote(file, at.at, message, hint);
    const keys = [...job.entries].filter(([key, value]) => !TAKEN_OVER.includes(key) &&
        !taken.has(key) &&
        !(key === 'scrape_interval' && isEveryInterval((0,tree/* scalarText */.ws)(value) ?? '')));
    const labels = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).flatMap((config) => {
        const all = (0,tree/* get */.Jt)(config, 'labels');
        return all?.kind === 'table' ? [...all.entries] : [];
    });
    return [
        ...keys.map(([key, value]) => note(value, `${name} has \`${key}\`, ${Object.hasOwn(scrape_options/* scrapeShape */.uT, key) || key === 'metric_relabel_configs' ? 'in a form that a service cannot have' : 'which a service does not have'}. It is not taken over.`, lossHint(key))),
        ...labels
            .filter(([label]) => !OWN_LABELS.includes(label) && !taken.has(`labels.${label}`))
            .map(([label, value]) => note(value, `${name} sets the label ${(0,quote/* quoted */.T)(label)}. It is not taken over.`, 'A service has the same labels on all its targets: add it to `labels` of the service, or change queries that use it.')),
        ...(0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'relabel_configs'))
            .filter((rule) => !isOwnLabel(rule))
            .map((rule) => note(rule, `${name} changes or drops targets with \`relabel_configs\`. It is not taken over.`, 'Every machine of the app is scraped, with the labels `service` and `app`.')),
    ];
}
const isOwnLabel = (rule) => ((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(rule, 'action')) ?? 'replace') === 'replace' &&
    OWN_LABELS.includes((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(rule, 'target_label')) ?? '');
const lossHint = (key) => ({
    scrape_interval: 'A service may have a `scrape_interval` from 1s to 2m: with longer ones every series has gaps.',
    scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
    metric_relabel_configs: 'A service has `keep` and `drop` for whole metrics; they are kept under their own names.',
    params: 'The path is requested without parameters.',
    honor_labels: 'Labels of the target that exist already get the prefix `exported_`.',
})[key] ?? 'Keep the Prometheus that has it, if it is needed.';
/** What the configuration has outside of its jobs. */
function lossesOfConfiguration(root, file) {
    const global = (0,tree/* get */.Jt)(root, 'global');
    const note = (at, message, hint) => lossNote(file, at.at, message, hint);
    const lost = [];
    for (const key of ['scrape_timeout', 'evaluation_interval']) {
        const value = (0,tree/* get */.Jt)(global, key);
        if (value && (0,tree/* scalarText */.ws)(value) !== (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(global, 'scrape_interval')))
            lost.push(note(value, `\`global.${key}\` is ${(0,tree/* scalarText */.ws)(value)}. It is not taken over.`, GLOBAL[key]));
    }
    for (const [key, hint] of Object.entries(prometheus_losses_PARTS)) {
        const value = (0,tree/* get */.Jt)(root, key);
        const isEmpty = value === undefined || (value.kind === 'value' && value.value === null);
        if (!isEmpty && hasContent(key, value))
            lost.push(note(value, `This Prometheus has \`${key}\`. It is not taken over.`, hint));
    }
    const labels = (0,tree/* get */.Jt)(global, 'external_labels');
    if (labels?.kind === 'table' && labels.entries.size > 0)
        lost.push(note(labels, `The configuration sets external labels: ${(0,lib_text/* list */.p_)([...labels.entries.keys()])}. They are not taken over.`, 'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.'));
    const targets = (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'remote_write'));
    return [...lost, ...targets.flatMap((target, i) => lossesOfRemoteWrite(target, file, i > 0))];
}
/** Remote write has one target, from the environment; the URL of an old one is only said where it is written. */
function lossesOfRemoteWrite(target, file, isFurther) {
    const url = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(target, 'url')) ?? '';
    const isOpen = url === '' || /\$|\{\{|^%/.test(url);
    const note = isOpen
        ? initNote(file, target.at, 'Remote write is always part of this configuration, even without a target: with empty values every batch fails, and Prometheus needs a minute to stop.', 'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set.')
        : lossNote(file, target.at, `This Prometheus writes to ${hostOf(url)}. It is not taken over.`, isFurther
            ? 'The new Prometheus writes to one target: keep the Prometheus that writes to this one.'
            : 'Set `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` for the deploy.');
    return [note, ...filters(target, file)];
}
/** The host of a URL, which may have a password in front of it. */
const hostOf = (url) => (URL.canParse(url) ? (0,quote/* quoted */.T)(new URL(url).host) : 'a target outside');
const GLOBAL = {
    scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
    evaluation_interval: 'Rules are evaluated with `monitoring.scrape_interval`.',
};
/** Parts of a Prometheus configuration that monitoring.yml does not have, and what to do about each. */
const prometheus_losses_PARTS = {
    alerting: 'Alerts of the new Prometheus reach people through `alerts.notify`, or through Grafana (`GRAFANA_URL`): set one of them up before the old Prometheus stops.',
    remote_read: 'Queries in the new Prometheus do not see the samples of the other side.',
    scrape_config_files: 'Jobs in these files are read where they are in this repository, not from elsewhere.',
    storage: 'The new Prometheus has the settings of `monitoring.retention` and `monitoring.volume`.',
    tracing: 'The new Prometheus sends no traces.',
    otlp: 'The new Prometheus does not receive OTLP.',
};
/** An Alertmanager without targets, and a list without items, do nothing. */
function hasContent(key, value) {
    if (value.kind === 'list')
        return value.items.length > 0;
    if (key !== 'alerting')
        return true;
    const managers = (0,tree/* items */.ld)((0,tree/* get */.Jt)(value, 'alertmanagers'));
    return managers.some((one) => {
        const targets = (0,tree/* items */.ld)((0,tree/* get */.Jt)(one, 'static_configs')).flatMap((config) => (0,tree/* items */.ld)((0,tree/* get */.Jt)(config, 'targets')));
        const isStatic = (0,tree/* get */.Jt)(one, 'static_configs') !== undefined;
        return !isStatic || targets.length > 0;
    });
}
function filters(target, file) {
    const relabel = (0,tree/* get */.Jt)(target, 'write_relabel_configs');
    if (!relabel)
        return [];
    const message = 'Remote write drops or renames metrics. These filters are not taken over.';
    return [lossNote(file, relabel.at, message, 'All samples are written.')];
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/init/scrape-settings.js




/** Reads the settings of a job of Prometheus, as far as a service can have them. `isEveryInterval`: no setting of its own. */
function settingsOfJob(job, { jobName, isEveryInterval }) {
    const found = [...fromScalars(job, isEveryInterval), ...stored(job), ...tls(job), ...labels(job)];
    const secret = credentials(job, variableFor(jobName));
    const all = [...found, ...(secret ? [secret] : [])];
    return {
        options: Object.assign({}, ...all.map(({ options }) => options)),
        taken: new Set(all.flatMap(({ keys }) => keys)),
        secret: secret && { key: secret.key, at: secret.at },
    };
}
const isValid = (key, value) => (0,valibot_dist/* safeParse */.xLC)(scrape_options/* scrapeShape */.uT[key], value).success;
function fromScalars(job, isEveryInterval) {
    const text = (key) => (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, key));
    const [scheme, interval, timeout, limit] = [
        'scheme',
        'scrape_interval',
        'scrape_timeout',
        'sample_limit',
    ].map(text);
    const hasOwn = interval !== undefined && !isEveryInterval(interval);
    const longest = (0,duration/* parseDuration */.E)(hasOwn ? interval : '15s') ?? 0;
    // A timeout belongs to the interval that the job had.
    const isTimeout = timeout !== undefined &&
        (!hasOwn || isValid('scrape_interval', interval)) &&
        ((0,duration/* parseDuration */.E)(timeout) ?? 0) <= longest;
    return [
        ...(scheme === 'https' ? [one('scheme', scheme)] : []),
        ...(hasOwn && isValid('scrape_interval', interval) ? [one('scrape_interval', interval)] : []),
        ...(isTimeout && isValid('scrape_timeout', timeout) ? [one('scrape_timeout', timeout)] : []),
        ...(limit !== undefined && isValid('sample_limit', Number(limit))
            ? [one('sample_limit', Number(limit))]
            : []),
    ];
}
const one = (key, value) => ({ options: { [key]: value }, keys: [key] });
/** Rules that keep or drop whole metrics; any other rule may depend on them, so it is all or nothing. */
function stored(job) {
    const rules = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'metric_relabel_configs')).map((rule) => ({
        action: (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(rule, 'action')),
        regex: (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(rule, 'regex')),
        isOfName: (0,tree/* items */.ld)((0,tree/* get */.Jt)(rule, 'source_labels')).map(tree/* scalarText */.ws).join() === '__name__',
    }));
    const [keep, drop] = ['keep', 'drop'].map((action) => rules.flatMap((rule) => (rule.isOfName && rule.action === action && rule.regex ? [rule.regex] : [])));
    if (!keep || !drop || rules.length === 0 || keep.length + drop.length < rules.length || keep.length > 1)
        return [];
    const options = { ...(keep.length > 0 && { keep }), ...(drop.length > 0 && { drop }) };
    return [{ options, keys: ['metric_relabel_configs'] }];
}
/** Certificates in files are not on the machine of the new Prometheus. */
function tls(job) {
    const config = (0,tree/* get */.Jt)(job, 'tls_config');
    if (config?.kind !== 'table' || (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'scheme')) !== 'https')
        return [];
    const name = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(config, 'server_name'));
    const skip = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(config, 'insecure_skip_verify'));
    const known = [...config.entries.keys()].every((key) => ['server_name', 'insecure_skip_verify'].includes(key));
    if (!known)
        return [];
    const tls_config = {
        ...(name !== undefined && { server_name: name }),
        ...(skip === 'true' && { insecure_skip_verify: true }),
    };
    return [{ options: Object.keys(tls_config).length > 0 ? { tls_config } : {}, keys: ['tls_config'] }];
}
/** Labels that all targets of the job have. */
function labels(job) {
    const all = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).map((config) => {
        const of = (0,tree/* get */.Jt)(config, 'labels');
        return of?.kind === 'table' ? [...of.entries] : [];
    });
    const texts = all.map((entries) => new Map(entries.map(([name, value]) => [name, (0,tree/* scalarText */.ws)(value) ?? ''])));
    const shared = [...(texts[0] ?? [])].filter(([name, value]) => texts.every((other) => other.get(name) === value) &&
        !scrape_options/* RESERVED_LABELS */.tE.includes(name) &&
        !name.startsWith('__') &&
        !value.includes('${') &&
        isValid('labels', { [name]: value }));
    if (shared.length === 0)
        return [];
    return [{ options: { labels: Object.fromEntries(shared) }, keys: shared.map(([name]) => `labels.${name}`) }];
}
/** The kind of authentication; the secret is never read: a variable takes its place. */
function credentials(job, variable) {
    const authorization = (0,tree/* get */.Jt)(job, 'authorization');
    const bearer = (0,tree/* get */.Jt)(job, 'bearer_token') ?? (0,tree/* get */.Jt)(job, 'bearer_token_file');
    const basic = (0,tree/* get */.Jt)(job, 'basic_auth');
    const at = authorization ?? bearer;
    if (at) {
        const type = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(authorization, 'type'));
        const value = {
            ...(type !== undefined && type !== 'Bearer' && { type }),
            credentials_env: `${variable}_TOKEN`,
        };
        if (!isValid('authorization', value))
            return undefined;
        const keys = ['authorization', 'bearer_token', 'bearer_token_file'];
        return {
            options: { authorization: value },
            keys,
            key: 'authorization',
            at,
        };
    }
    const username = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(basic, 'username'));
    const value = { username, password_env: `${variable}_PASSWORD` };
    if (!basic || username?.includes('$') || !isValid('basic_auth', value))
        return undefined;
    return {
        options: { basic_auth: value },
        keys: ['basic_auth'],
        key: 'basic_auth',
        at: basic,
    };
}
/** A variable for a job, such as `WEB_METRICS`. */
const variableFor = (jobName) => `${jobName
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 40)}_METRICS`;

;// CONCATENATED MODULE: ./build/init/scan-prometheus.js








/** The targets of a Prometheus configuration, with a note for each setting that monitoring.yml does not have. */
function scanPrometheus({ file, text: yaml }) {
    const read = (0,formats_yaml/* readYaml */.g)(yaml);
    if (!read.ok)
        return { file, targets: [], scrapeInterval: undefined, ruleFiles: [], notes: [] };
    const root = read.tree;
    const interval = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(root, 'global'), 'scrape_interval');
    const text = (0,tree/* scalarText */.ws)(interval);
    const jobs = (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'scrape_configs')).map((job) => scanJob(job, { file, interval: text }));
    return {
        file,
        targets: jobs.flatMap(({ targets }) => targets),
        scrapeInterval: interval && text !== undefined ? { value: text, at: { file, ...interval.at } } : undefined,
        ruleFiles: (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'rule_files')).flatMap((node) => {
            const value = (0,tree/* scalarText */.ws)(node);
            return value === undefined ? [] : { value, at: { file, ...node.at } };
        }),
        notes: [...jobs.flatMap(({ losses }) => losses), ...lossesOfConfiguration(root, file)],
    };
}
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0|prometheus)(?::|$)/;
function scanJob(job, { file, interval }) {
    const jobName = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'job_name')) ?? '';
    const addresses = [...staticAddresses(job), ...dnsAddresses(job)];
    const others = addresses.filter(({ text }) => !LOCAL.test(text));
    // A job in which Prometheus scrapes itself: this action has its own.
    if (addresses.length > 0 && others.length === 0)
        return { targets: [], losses: [] };
    const isEveryInterval = (own) => own === interval || (0,duration/* parseDuration */.E)(own) === (0,duration/* parseDuration */.E)(interval ?? '1m');
    const settings = settingsOfJob(job, { jobName, isEveryInterval });
    const blocked = blockedBy(job, settings);
    if (blocked) {
        const message = `Job "${jobName}" is not taken over: ${blocked.why}.`;
        return { targets: [], losses: [lossNote(file, blocked.at, message, KEEP)] };
    }
    const path = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'metrics_path')) ?? '/metrics';
    const targets = others.map(({ at, text, service }) => {
        const [, host = '', written] = /^(?:https?:\/\/)?([^/:]*|\[[^\]]*\])(?::(\d+))?/.exec(text) ?? [];
        const fly = (0,fly_names/* flyHost */._G)(host);
        const isProxy = fly !== undefined && fly.network !== 'internal';
        const port = isProxy ? undefined : Number(written ?? 80);
        const name = service ?? (jobName === prometheus/* SELF_JOB */.gu ? (fly?.app ?? host) : jobName);
        const process = fly?.process;
        // Fly's proxy ends TLS: the machines behind it speak plain HTTP.
        const { scheme, tls_config, ...plain } = settings.options;
        const options = isProxy ? plain : settings.options;
        const where = { file, at: at.at, address: text, host, path, options };
        return { name, app: fly?.app, ...(process !== undefined && { process }), port, ...where };
    });
    const losses = [
        ...lossesOfJob(job, { file, jobName, isEveryInterval, settings }),
        ...secretNotes(settings, { file, jobName }),
    ];
    return { targets, losses: targets.length > 0 ? losses : [] };
}
/** The secret stays where it is: the person puts it into the environment of the deploy. */
function secretNotes({ secret, options }, { file, jobName }) {
    const variable = options.authorization?.credentials_env ?? options.basic_auth?.password_env;
    if (!secret || variable === undefined)
        return [];
    const message = `Job "${jobName}" authenticates with \`${secret.key}\`. Its secret is not copied: the draft names the variable ${variable}.`;
    return [
        initNote(file, secret.at.at, message, `Pass the secret to the step as env: ${variable}, from a secret of the repository.`),
    ];
}
const KEEP = 'Keep the Prometheus that scrapes it now.';
function staticAddresses(job) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).flatMap((config) => {
        const label = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)((0,tree/* get */.Jt)(config, 'labels'), 'service'));
        const service = label !== undefined && !label.includes('$') ? label : undefined;
        return (0,tree/* items */.ld)((0,tree/* get */.Jt)(config, 'targets')).map((at) => ({ at, text: (0,tree/* scalarText */.ws)(at) ?? '', service }));
    });
}
function dnsAddresses(job) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'dns_sd_configs')).flatMap((config) => {
        const port = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(config, 'port'));
        return (0,tree/* items */.ld)((0,tree/* get */.Jt)(config, 'names')).map((at) => ({
            at,
            text: `${(0,tree/* scalarText */.ws)(at) ?? ''}${port === undefined ? '' : `:${port}`}`,
            service: undefined,
        }));
    });
}

;// CONCATENATED MODULE: ./build/init/code-folder.js

/** Whether a path is in a folder, `.` being the root of the repository. */
const isBelow = (path, folder) => folder === '.' || path.startsWith(`${folder}/`);
/**
 * The folder with the code of an app: that of its Dockerfile or that of its Fly configuration, whichever has a manifest; a Fly
 * configuration in a folder of its own (`deploy/fly/`) belongs to the nearest folder above that has one. Undefined: its code is
 * not here.
 */
function codeFolder({ facts }, manifests) {
    if (facts.fly.build?.has('image'))
        return undefined;
    const own = external_node_path_.posix.dirname(facts.file);
    const built = facts.build && external_node_path_.posix.dirname(facts.build.file);
    const hasCode = (folder) => manifests.some((path) => isBelow(path, folder));
    const [found] = [built ?? own, own].filter(hasCode);
    if (found !== undefined || built === own)
        return found;
    return parents(own).find(hasCode);
}
const parents = (folder) => folder === '.' ? [] : [external_node_path_.posix.dirname(folder), ...parents(external_node_path_.posix.dirname(folder))];

;// CONCATENATED MODULE: ./build/init/scan-code.js

/** Source code of services, but not of tests, pages in a browser, or other people's code. */
const isCode = (path) => /\.(?:[cm]?[jt]s|py|go|rs|rb|ru|exs?|java|kts?|cs|fs|php|scala|clj)$|(?:^|\/)application[\w-]*\.(?:ya?ml|properties)$/.test(path) &&
    !/(?:^|[/._-])(?:tests?|specs?|__tests__|e2e|mocks?|fixtures?|examples?|migrations?|stories|public|static|min)(?:[/._-]|$)/i.test(path);
/** A path in quotes, in a line that registers a route or configures the endpoint. */
const PATH = /["'`](\/[\w./-]*(?:metrics|prometheus)\/?)["'`]/;
const NO_ROUTE = /fetch\(|axios|href|skip|exclude|ignore|import |from ["']|require\(|https?:\/\//i;
/** A port next to a name or a function that is about metrics; the number is not part of a longer one. */
const PORTS = [
    /\b\w*(?:METRICS|PROM(?:ETHEUS)?)_PORT\b[^\d\n]{1,24}(\d{4,5})\b/i,
    /\bmetrics_?(?:port|addr|address|listen|bind)\b[^\d\n]{1,24}?(?:[\d.]*:)?(\d{4,5})\b/i,
    /\bstart_http_server\(\s*(?:port\s*=\s*)?(\d{4,5})\b/,
    /\bwith_http_listener\([^)\n]*?[,:]\s*(\d{4,5})\b/,
    /\bListenAndServe\(\s*"[^":]*:(\d{4,5})",\s*promhttp/,
    /\bPrometheusExporter\(\s*\{[^}\n]*\bport:\s*(\d{4,5})\b/,
];
/** Frameworks in which the path of a file is its route: Next.js, SvelteKit, Remix, Nuxt. */
const FILE_ROUTES = [
    /(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
    /(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
    /(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
];
/** Spring Boot's Actuator on a port of its own. */
const ACTUATOR_PORT = /^management:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+server:[ \t]*\n[ \t]+port:[ \t]*(\d+)|^management\.server\.port[ \t]*[=:][ \t]*(\d+)/m;
/** What the code says about the endpoint of the metrics, in the order of the files. */
function scanCode(files) {
    const found = [];
    for (const file of files)
        found.push(...aboutFile(file), ...aboutLines(file));
    return found;
}
function aboutFile({ file, text }) {
    const at = { file, line: 1, column: 1 };
    const path = FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined);
    const actuator = /application/.test(file) ? ACTUATOR_PORT.exec(text) : null;
    return [
        ...(path === undefined ? [] : [{ at, path }]),
        ...(actuator ? [{ at, port: Number(actuator[1] ?? actuator[2]) }] : []),
    ];
}
function aboutLines({ file, text }) {
    if (!/metrics|prometheus/i.test(text))
        return [];
    return text.split('\n').flatMap((line, i) => {
        if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line))
            return [];
        const port = PORTS.map((pattern) => Number(pattern.exec(line)?.[1])).find((one) => one > 0 && one < 65_536);
        const path = NO_ROUTE.test(line) ? undefined : PATH.exec(line)?.[1];
        const isPath = path !== undefined && METRICS_PATH.test(path);
        if (port === undefined && !isPath)
            return [];
        const at = { file, line: i + 1, column: 1 };
        return [{ at, ...(port !== undefined && { port }), ...(isPath && { path }) }];
    });
}

;// CONCATENATED MODULE: ./build/init/code-endpoint.js



/** The endpoint that the code of an app publishes, from its libraries and its routes; a note when only a part of it is known. */
function codeEndpoint(app, apps, { manifests, libraries, code }) {
    const folder = codeFolder(app, manifests);
    if (folder === undefined)
        return undefined;
    const folders = apps.map((other) => codeFolder(other, manifests));
    // A worker that is built from the folder of a web app has its libraries, but need not publish anything.
    if (apps[folders.indexOf(folder)] !== app)
        return undefined;
    const others = folders.flatMap((other) => other !== undefined && other !== folder && isBelow(other, folder) ? other : []);
    const inFolder = libraries.filter(({ at: { file } }) => isBelow(file, folder) && !others.some((other) => isBelow(file, other)));
    const library = inFolder.find(({ path }) => path !== undefined) ?? inFolder[0];
    return library && endpointOf(library, scanCode(code(folder, others)), app);
}
function endpointOf(library, hints, { app, facts }) {
    const { at } = library;
    const route = hints.find(({ path }) => path !== undefined && path === library.path) ?? preferred(hints);
    const ported = hints.find(({ port }) => port !== undefined);
    // A port of its own needs no route.
    const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined);
    const port = ported?.port ?? (library.port === 'app' ? facts.ports[0] : library.port);
    if (path === undefined || port === undefined) {
        const what = path === undefined ? 'no route that publishes them was found' : `${facts.file} has no port`;
        const message = `${placeText(at)} has ${library.name}, so ${app} may have metrics, but ${what}.`;
        return initNote(at.file, at, message, 'Fill in the port and the path that publish them, in a service of this app.');
    }
    const route_ = route ? `, ${placeText(route.at)} has ${path}` : '';
    const portAt = ported ? `, ${placeText(ported.at)} has the port` : '';
    const where = ported || library.port !== 'app' ? '' : " on the app's own port";
    const why = `${placeText(at)} has ${library.name}${route_}${portAt}${where}`;
    const process = ported || library.port !== 'app' ? undefined : facts.mainProcess;
    return { port, path, ...(process !== undefined && { process }), at: route?.at ?? at, why };
}
/** The route that is most likely the one of Prometheus: `/metrics` itself, or one that says so. */
const preferred = (hints) => hints.find(({ path }) => path === '/metrics') ??
    hints.find(({ path }) => path?.includes('prometheus')) ??
    hints.find(({ path }) => path !== undefined);

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/inputs/plain-http.js
var plain_http = __webpack_require__(561);
;// CONCATENATED MODULE: ./build/init/static-services.js


/** Names that only a network on somebody's machine or in a cluster knows, and those of examples. */
const PRIVATE_NAME = /\.(?:local|lan|home|corp|intranet|localdomain|svc|internal|flycast|test|invalid|example)$|(?:^|\.)example\.(?:com|org|net)$/i;
/** Whether Prometheus at Fly may reach a target that is not on Fly: a public name or address. */
function isPublicAddress({ host, app, port }) {
    if (app !== undefined || port === undefined || (0,plain_http/* isPrivateHost */.Sf)(host) || (0,plain_http/* isEncryptedPath */.Si)(host))
        return false;
    return (0,external_node_net_.isIP)(host) === 4 || (/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$/i.test(host) && !PRIVATE_NAME.test(host));
}
/** A service with static addresses for each job and path that scrapes public addresses. */
function staticServices(targets) {
    const groups = Map.groupBy(targets.filter(isPublicAddress), ({ name, path, file }) => `${file} ${name} ${path}`);
    return [...groups.values()].flatMap((all) => all.slice(0, 1).map(({ name, path, options, file, at }) => ({
        name,
        app: '',
        port: undefined,
        path,
        options,
        addresses: [...new Set(all.map(({ host, port }) => `${host}:${port}`))],
        at: { file, ...at },
    })));
}

;// CONCATENATED MODULE: ./build/init/services.js






/**
 * The services of the apps, each from the strongest evidence that there is: what scrapes it today, what its Fly configuration
 * says, what scrapes it in Docker Compose, what its code does. Without any, the port of the first app is left open.
 */
function chooseServices(apps, evidence) {
    const notes = [];
    const unclear = [];
    const found = evidence.targets.map((target) => ({ target, app: appOf(target, apps, evidence) }));
    const scraped = [...new Set(found.flatMap(({ app }) => (app?.isKnown === false ? app.name : [])))];
    const outside = found.flatMap(({ target, app }) => (app ? [] : [target]));
    const elsewhere = staticServices(outside);
    for (const target of outside)
        if (!isPublicAddress(target))
            notes.push(notAnApp(target));
    const services = [...apps.map(({ app }) => app), ...scraped].flatMap((app) => {
        const chosen = apps.find((one) => one.app === app);
        const targets = found.flatMap((one) => (one.app?.name === app ? { ...one, ...one.app } : []));
        const endpoints = [
            ...targets.filter(({ isFly }) => isFly).flatMap((one) => fromTarget(one.target, chosen, notes)),
            ...(chosen
                ? endpointsOf(chosen, targets.filter(({ isFly }) => !isFly).map(({ target }) => target), { apps, evidence, notes, unclear })
                : []),
        ];
        return endpoints.map((endpoint) => serviceOf(app, endpoint));
    });
    return { services: [...services, ...elsewhere], scraped, notes, unclear };
}
const serviceOf = (app, { name, why, ...endpoint }) => ({
    ...endpoint,
    app,
    name: name ?? endpoint.process ?? app,
    ...(why !== undefined && { comment: ` Evidence: ${why}.` }),
});
/** The app that a target belongs to. */
function appOf(target, apps, { compose, targets, manifests }) {
    const [only, ...more] = apps;
    if (target.app !== undefined) {
        if (apps.some(({ app }) => app === target.app))
            return { name: target.app, isKnown: true, isFly: true };
        const isRenamed = only &&
            more.length === 0 &&
            (!isAppName(target.app) || isSameName(only.app, target.app)) &&
            targets.every(({ app }) => app !== only.app);
        if (isRenamed)
            return { name: only.app, isKnown: true, isFly: true };
        const isWatched = isAppName(target.app) && target.port !== undefined;
        return isWatched ? { name: target.app, isKnown: false, isFly: true } : undefined;
    }
    const service = compose.find(({ name }) => name === target.host);
    const named = apps.filter(({ app, facts }) => isNamedLike(target.host, app, external_node_path_.posix.dirname(facts.file)));
    const built = apps.filter((app) => service?.folder !== undefined && codeFolder(app, manifests) === service.folder);
    const onPort = apps.filter(({ facts }) => target.port !== undefined && facts.ports.includes(target.port));
    const isOnlyBuilt = service?.folder !== undefined && compose.filter(({ folder }) => folder !== undefined).length === 1;
    const candidates = [
        named,
        built,
        more.length === 0 && isOnlyBuilt ? apps : [],
        onPort.length === 1 && (more.length === 0 || isThisMachine(target.host)) ? onPort : [],
    ];
    const match = candidates.find((list) => list.length === 1)?.[0];
    return match && { name: match.app, isKnown: true, isFly: false };
}
const isSameName = (a, b) => a.startsWith(b) || b.startsWith(a);
const isThisMachine = (host) => /^host\.(?:docker|containers)\.internal$/.test(host);
const isNamedLike = (host, app, folder) => host !== '' && (app === host || app.endsWith(`-${host}`) || external_node_path_.posix.basename(folder) === host);
function notAnApp({ address, name, file, at }) {
    return lossNote(file, at, `${(0,quote/* quoted */.T)(address)} of job ${(0,quote/* quoted */.T)(name)} is not an app on Fly's private network that this repository names. It is not taken over.`, 'If it is one of the apps, add a service for it. Else keep the Prometheus that scrapes it now.');
}
/** The endpoint of a target on Fly. Fly's proxy chooses a machine: instead of it, the machines are scraped. */
function fromTarget(target, app, notes) {
    const { file, at, name, path, process, options } = target;
    const port = target.port ?? app?.facts.ports[0];
    const add = (message, hint) => void notes.push(initNote(file, at, message, hint));
    if (port === undefined) {
        const message = `${(0,quote/* quoted */.T)(target.address)} is not taken over: the port of the app is not known.`;
        notes.push(lossNote(file, at, message, 'Add a service for it.'));
        return [];
    }
    if (target.port === undefined)
        add(`${(0,quote/* quoted */.T)(target.address)} reaches one machine that Fly's proxy chooses.`, `The draft scrapes every machine on port ${port} of the private network instead.`);
    else if (app && target.app !== app.app && isAppName(target.app))
        add(`Prometheus scrapes ${target.app}.internal, but the app is ${app.app}: the name cannot be resolved.`, `The new configuration scrapes ${app.app} instead.`);
    return [{ name, port, path, options, ...(process !== undefined && { process }), at: { file, ...at } }];
}
/** The endpoints of an app from its own files, if nothing on Fly scrapes the same ports already. */
function endpointsOf(app, local, { apps, evidence, notes, unclear }) {
    const { metrics, hints } = app.facts;
    const scraped = evidence.targets.filter((target) => target.app !== undefined && appOf(target, apps, evidence)?.name === app.app);
    const isScraped = (endpoint) => scraped.some(({ port }) => port === endpoint.port);
    if (metrics.length > 0 || scraped.length > 0) {
        for (const target of local)
            notes.push(localAsWell(target, app.app));
        return metrics.filter((endpoint) => !isScraped(endpoint));
    }
    const composed = local.flatMap((target) => fromCompose(target, app));
    const [hint] = hints;
    if (composed.length === 0 && hint)
        return hints.filter(({ port }) => port === hint.port);
    if (composed.length > 0)
        return composed;
    const own = codeEndpoint(app, apps, evidence);
    if (!own || 'path' in own)
        return own ? [own] : [];
    notes.push(own);
    unclear.push(app.app);
    return [];
}
/** The port in a network on somebody's machine is that of the container. */
function fromCompose({ name, port, path, file, at, address }, { facts }) {
    const own = port ?? facts.ports[0];
    if (own === undefined)
        return [];
    const why = `${file}:${at.line} scrapes ${address}`;
    return [{ name, port: own, path, at: { file, ...at }, why }];
}
const localAsWell = ({ address, file, at }, app) => lossNote(file, at, `${(0,quote/* quoted */.T)(address)} is taken for app ${app}, whose metrics are known already.`, 'It is not taken over. If it is another endpoint, add a service for it.');

;// CONCATENATED MODULE: ./build/init/scan.js












/**
 * Scans the files of a repository and decides what the draft has. Pure, but for reading code.
 * @throws ActionError `configuration` when no app is found or named
 */
function scanRepository(sources, { names, preset }) {
    const choice = chooseApps(sources.fly.filter(({ role }) => role === 'app'), { commands: sources.commands, named: names.app });
    const prometheus = sources.prometheus.map(scanPrometheus);
    const chosen = chooseServices(choice.apps, {
        ...sources,
        targets: prometheus.flatMap(({ targets }) => targets),
    });
    const apps = [...choice.apps.map(asFound), ...chosen.scraped.map((app) => ({ app }))];
    if (apps.length === 0 && names.app !== undefined)
        apps.push({ app: names.app });
    const isPreset = preset || apps.some(({ app }) => (0,config_missing/* isFechatter */.py)(app));
    if (apps.length === 0 && !isPreset)
        throw noAppFound(choice, sources);
    const services = withDistinctNames(chosen.services);
    const unexplained = apps.filter(({ app }) => !chosen.unclear.includes(app));
    const monitoring = monitoringOf(sources.fly, {
        names,
        isPreset,
        prometheus,
        apps: choice.apps.map(({ facts }) => facts),
        main: apps[0]?.app ?? types/* PRESET_APP */._f,
    });
    const alerts = rulesAndReceivers(sources, prometheus);
    const notes = [
        ...choice.notes,
        ...sampleNote(sources.samples.filter((path) => sources.fly.every((facts) => facts.path !== path))),
        ...deployedNotes(choice.apps),
        ...missingConfigurations(sources.commands, sources.fly),
        ...chosen.notes,
        ...withoutMetrics(unexplained, services, sources.fly),
        ...monitoring.notes,
        ...prometheus.flatMap((file) => file.notes),
        ...alerts.notes,
        ...otherScrapers(sources.scrapers),
    ];
    const dashboards = folders(sources.dashboards);
    return withoutInvalid({ ...monitoring, ...alerts, apps, services, dashboards, isPreset, notes }, names);
}
/** The team's own rules and receivers, and the Prometheus configurations that the draft replaces with them. */
function rulesAndReceivers({ rules, alerting, inside }, prometheus) {
    const found = findRules(rules, prometheus);
    const { notify, notes } = scanAlerting(alerting);
    return {
        rules: found.files.map((file) => inside(file)),
        notify,
        prometheus: prometheus
            .filter(({ targets }) => targets.some(({ app }) => app !== undefined))
            .map(({ file }) => ({ file, rules: found.byConfiguration.get(file) ?? [] })),
        notes: [...found.notes, ...notes],
    };
}
function asFound(one) {
    const { app, deployedBy, facts } = one;
    const comment = stageComment(one);
    return {
        app,
        config: facts.path,
        ...(facts.health !== undefined && { health: facts.health }),
        ...(deployedBy && { deployedBy }),
        ...(comment !== undefined && { comment }),
    };
}
/** The monitoring app: its name, and the settings of an old one. */
function monitoringOf(fly, { names, isPreset, prometheus, apps, main }) {
    const files = fly.filter(({ role }) => role === 'monitoring');
    const old = scanMonitoring(files, names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined));
    const settings = scan_settingsOf(apps, { prometheus, old: old.monitoring });
    const app = names.monitoringApp ?? old.monitoring.app ?? (isPreset ? PRESET_MONITORING : freeName(main, fly));
    return {
        monitoring: { ...old.monitoring, ...settings.monitoring, app },
        places: { ...old.places, ...settings.places },
        notes: old.notes,
    };
}
const PRESET_MONITORING = 'fechatter-monitoring';
/** Region and interval, from the file that says them first. */
function scan_settingsOf(apps, { prometheus, old }) {
    const interval = prometheus.find(({ scrapeInterval, targets }) => scrapeInterval && targets.some(({ app }) => app !== undefined))?.scrapeInterval;
    const region = old.region === undefined ? apps.find((app) => app.region)?.region : undefined;
    return {
        monitoring: {
            ...(region && { region: region.value }),
            ...(interval && { scrape_interval: interval.value }),
        },
        places: { ...(region && { region: region.at }), ...(interval && { scrape_interval: interval.at }) },
    };
}
/** A name for the new app that no app of the repository has. */
function freeName(main, fly) {
    const taken = new Set(fly.map(({ name }) => name?.value));
    const names = ['monitoring', 'prometheus', 'metrics', 'monitoring-2'].map((end) => `${main.slice(0, 50)}-${end}`);
    return names.find((name) => !taken.has(name)) ?? `${main.slice(0, 50)}-monitoring-3`;
}
/** A folder for dashboards is listed as a whole, so that new files in it are included. */
function folders(files) {
    const folderOf = (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file));
    return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted();
}

;// CONCATENATED MODULE: ./build/init/first-draft.js












/**
 * Makes the draft, and checks it as `plan` will: a dashboard or a rule file that it refuses is left out, with its words.
 * @throws ActionError `configuration` when no app is found, or a name from the options is not valid
 */
async function firstDraft(repository, options) {
    const { names, pace, inside } = options;
    const found = scanRepository(repository.scan, options);
    const checkable = checked(draftConfiguration(filledIn(found), names));
    const problems = await planOf(repository, checkable, pace);
    const proposed = new Set([
        ...repository.dashboards.map(({ file }) => file),
        ...repository.scan.rules.map(({ file }) => file),
    ]);
    const refused = problems.filter(({ severity, at }) => severity === 'error' && proposed.has(at?.file ?? ''));
    const files = new Set(refused.map(({ at }) => at?.file));
    const final = files.size === 0 ? found : first_draft_without(files, found, { repository, inside });
    const text = draftConfiguration(final, names);
    const isComplete = found.services.some(({ addresses }) => !addresses) || found.isPreset;
    const rest = problems.filter(({ at }) => !files.has(at?.file));
    const notes = [...found.notes, ...refused.map(asNote)];
    const source = { file: options.path, text };
    const own = [...(0,lint/* lintConfiguration */.CD)(checkable, source), ...(await (0,lint/* lintStoredSeries */.Gv)(checkable, source, pace))];
    return {
        text,
        config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
        problems: (0,order/* worstFirst */.m)([
            ...own,
            ...rest,
            ...repository.found.problems,
            ...notes,
            ...found.prometheus.flatMap((file) => superseded(file, notes)),
            ...pace.problems(),
        ]),
    };
}
/** The findings without the dashboards and rules that plan refuses. */
function first_draft_without(files, found, { repository, inside }) {
    const paths = new Set([...files].flatMap((file) => (file === undefined ? [] : inside(file))));
    const dashboards = repository.dashboards
        .filter(({ file }) => !files.has(file))
        .map(({ file }) => inside(file));
    return {
        ...found,
        dashboards: withoutRefused(dashboards, files, inside),
        rules: found.rules.filter((path) => !paths.has(path)),
    };
}
/** A folder with a refused dashboard is listed file by file. */
function withoutRefused(dashboards, refused, inside) {
    const whole = folders(dashboards);
    const isSplit = (folder) => [...refused].some((file) => file !== undefined && inside(file).startsWith(`${folder}/`));
    return whole.flatMap((one) => isSplit(one) ? dashboards.filter((path) => path.startsWith(`${one}/`)) : one);
}
/** What plan refuses is not proposed: its words become a note. */
function asNote({ at, message, hint, code }) {
    const { file, line, column } = at ?? { file: '', line: 1, column: 1 };
    return lossNote(file, { line, column }, `This file is not in the draft: \`plan\` refuses it (${code}). ${message}`, hint);
}
/** With values in place of those that are not known, so that everything else can be checked. */
function filledIn(found) {
    const services = servicesOf(found).map((service) => ({ ...service, port: service.port ?? ANY_PORT }));
    return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } };
}
const ANY_PORT = 1;
/** The findings are valid, so any error is about a name from the options, and there is no file to refer to. */
function checked(text) {
    try {
        return (0,load/* loadConfig */.Z9)(text, '');
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        throw new errors/* ActionError */.lZ('configuration', error.problems.map(({ at: _, ...problem }) => problem));
    }
}
/** The problems of the existing files, checked with the draft. */
async function planOf({ found }, config, pace) {
    const sources = {
        ...found.sources,
        // The draft names the dashboards.
        dashboards: found.sources.dashboards.map(({ file, text }) => ({ file, text })),
    };
    const { problems } = await (0,build_lint/* lintSources */.K)(sources, {
        config,
        assumed: true,
        recorded: () => (0,recorded/* recordedByShippedRules */._$)(config, true),
        ownRules: () => (0,recorded/* namesOfShippedRules */._m)(config, true),
        prometheus: (0,subject/* prometheusContext */.S2)(config, () => false),
        inputs: names/* INPUTS */.mc,
        pace,
    });
    // The notes report the same once, and how it was resolved.
    return problems.filter(({ code }) => code !== 'prometheus/unknown-app' && code !== 'prometheus/unknown-port');
}

// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
;// CONCATENATED MODULE: ./build/init/program.js




/** The file in which npm records installed packages, relative to this package. */
const INSTALLED = '../../.package-lock.json';
/**
 * The repository at the commit of this program, so that a generated script later starts the program that has written it,
 * not a commit that was pushed since: npm records the commit of a package from the repository, git that of a clone. Any
 * other package is pinned to the tag of its version; with a tag that does not exist, nothing is started.
 */
async function pinnedProgram() {
    const commit = installedCommit() ?? (await (0,git/* commitOf */.D)((0,assets.assetPath)('.')));
    return `${documentation/* PACKAGE */.Hy}#${commit ?? `v${(0,assets.packageVersion)()}`}`;
}
/** The entry of npm for a package from GitHub, over either protocol. */
const INSTALLED_FROM = /"git\+(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git#([0-9a-f]{40})"/;
function installedCommit() {
    if (!(0,external_node_fs_.existsSync)((0,assets.assetPath)(INSTALLED)))
        return undefined;
    return INSTALLED_FROM.exec((0,assets.readAsset)(INSTALLED))?.[1];
}

// EXTERNAL MODULE: ./build/config/deploy-commands.js
var deploy_commands = __webpack_require__(7175);
// EXTERNAL MODULE: ./build/config/recognise.js
var recognise = __webpack_require__(7014);
// EXTERNAL MODULE: ./build/config/sources.js + 2 modules
var config_sources = __webpack_require__(4489);
// EXTERNAL MODULE: ./build/desired/manual/paths.js
var paths = __webpack_require__(671);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/init/libraries.js

const onApp = (path, ...names) => names.map((name) => ({ name, port: 'app', path }));
const own = (name, port, path = '/metrics') => ({ name, port, path });
/**
 * Libraries by ecosystem, each with the default of its own documentation (README, or the page that is named). Libraries that
 * only hold the metrics have no path: the app publishes them where its code says.
 */
const LIBRARIES = {
    // npm. OpenTelemetry: "port: 9464, endpoint: /metrics" (README of exporter-prometheus).
    npm: [
        own('@opentelemetry/exporter-prometheus', 9464),
        ...onApp('/metrics', 'express-prom-bundle', 'fastify-metrics', '@willsoto/nestjs-prometheus', 'koa-prom'),
        ...onApp('/metrics', 'express-prometheus-middleware', 'prometheus-api-metrics'),
        ...onApp(undefined, 'prom-client', '@hono/prometheus'),
    ],
    // Go: both only hold metrics; promhttp is registered under a path by the code.
    go: onApp(undefined, 'github.com/prometheus/client_golang', 'github.com/VictoriaMetrics/metrics'),
    // Rust: metrics-exporter-prometheus listens on 0.0.0.0:9000 (PrometheusBuilder) and answers any path.
    rust: [
        own('metrics-exporter-prometheus', 9000),
        ...onApp('/metrics', 'axum-prometheus', 'rocket_prometheus'),
        ...onApp(undefined, 'prometheus', 'prometheus-client', 'actix-web-prom', 'opentelemetry-prometheus'),
    ],
    // Elixir: PromEx.Plug "path: /metrics"; TelemetryMetricsPrometheus "port 9568".
    elixir: [
        ...onApp('/metrics', 'prom_ex', 'prometheus_plugs', 'prometheus_phx'),
        own('telemetry_metrics_prometheus', 9568),
        ...onApp(undefined, 'telemetry_metrics_prometheus_core', 'prometheus_ex', 'peep'),
    ],
    // Python: the instrumentators expose /metrics in the app.
    python: [
        ...onApp('/metrics', 'prometheus-fastapi-instrumentator', 'prometheus-flask-exporter', 'django-prometheus'),
        ...onApp('/metrics', 'starlette-exporter', 'starlette-prometheus'),
        own('opentelemetry-exporter-prometheus', 9464),
        ...onApp(undefined, 'prometheus-client', 'aioprometheus'),
    ],
    // Ruby: prometheus_exporter "port 9394"; the Rack exporter of prometheus-client has "/metrics".
    ruby: [
        own('prometheus_exporter', 9394),
        own('yabeda-prometheus', 9394),
        ...onApp('/metrics', 'yabeda-prometheus-mmap'),
        ...onApp(undefined, 'prometheus-client'),
    ],
    // JVM: Spring Boot Actuator, Quarkus and Micronaut with Micrometer.
    jvm: [
        ...onApp('/q/metrics', 'quarkus-micrometer-registry-prometheus'),
        ...onApp('/prometheus', 'micronaut-micrometer-registry-prometheus'),
        ...onApp('/actuator/prometheus', 'micrometer-registry-prometheus'),
        own('simpleclient_httpserver', 9400),
        own('prometheus-metrics-exporter-httpserver', 9400),
    ],
    // .NET: MapMetrics and MapPrometheusScrapingEndpoint, both "/metrics".
    dotnet: [
        ...onApp('/metrics', 'prometheus-net.AspNetCore', 'OpenTelemetry.Exporter.Prometheus.AspNetCore'),
        own('OpenTelemetry.Exporter.Prometheus.HttpListener', 9464),
    ],
    php: onApp(undefined, 'promphp/prometheus_client_php', 'spatie/laravel-prometheus'),
};
const MANIFESTS = [
    [/^package\.json$/, 'npm'],
    [/^go\.mod$/, 'go'],
    [/^Cargo\.toml$/, 'rust'],
    [/^mix\.exs$/, 'elixir'],
    [/^(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.py)$/, 'python'],
    [/^(?:Gemfile|[\w-]+\.gemspec)$/, 'ruby'],
    [/^(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, 'jvm'],
    [/\.(?:cs|fs)proj$|^Directory\.Packages\.props$/, 'dotnet'],
    [/^composer\.json$/, 'php'],
];
const ecosystemOf = (path) => MANIFESTS.find(([name]) => name.test((0,posix_.basename)(path)))?.[1];
/** Whether a file names the libraries of a program. */
const isManifest = (path) => ecosystemOf(path) !== undefined;
const NOT_USED = /^\s*(?:#|\/\/|<!--)|\/\/ indirect\b/;
/** The metrics libraries in a manifest, those that say the most first. */
function librariesIn({ file, text }) {
    const ecosystem = ecosystemOf(file);
    if (!ecosystem)
        return [];
    const known = LIBRARIES[ecosystem];
    const lines = text.split('\n');
    return known.flatMap((library) => {
        const name = library.name.replaceAll('-', ecosystem === 'python' ? '[-_]' : '-').replaceAll('.', '\\.');
        const pattern = new RegExp(`(?<![\\w./@-])${name}(?![\\w/-])(?!\\.\\w)`, 'i');
        // A comment is not a dependency, and neither is what only another dependency needs.
        const line = lines.findIndex((one) => !NOT_USED.test(one) && pattern.test(one));
        return line < 0 ? [] : [{ ...library, at: { file, line: line + 1, column: 1 } }];
    });
}

;// CONCATENATED MODULE: ./build/init/scan-compose.js



const isComposeFile = (path) => /(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/.test(path);
/** The services of a Docker Compose file; none for another file. */
function scanCompose({ file, text }) {
    const read = (0,formats_yaml/* readYaml */.g)(text);
    const services = read.ok ? (0,tree/* get */.Jt)(read.tree, 'services') : undefined;
    if (services?.kind !== 'table')
        return [];
    return [...services.entries].map(([name, service]) => ({
        name,
        folder: folderOf(service, external_node_path_.posix.dirname(file)),
    }));
}
function folderOf(service, from) {
    const build = (0,tree/* get */.Jt)(service, 'build');
    const context = (0,tree/* scalarText */.ws)(build) ?? (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(build, 'context'));
    if (!build)
        return undefined;
    const dockerfile = external_node_path_.posix.dirname((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(build, 'dockerfile')) ?? 'Dockerfile');
    return external_node_path_.posix.join(from, context ?? '.', dockerfile);
}

// EXTERNAL MODULE: ./build/formats/dockerfile.js
var dockerfile = __webpack_require__(7481);
// EXTERNAL MODULE: ./build/formats/fly-toml.js
var fly_toml = __webpack_require__(4711);
// EXTERNAL MODULE: ./build/formats/toml.js
var toml = __webpack_require__(4611);
;// CONCATENATED MODULE: ./build/init/scan-fly.js






/** Reads a Fly configuration; nothing when it is not valid TOML: `plan` reports that. */
function scanFly(source, path) {
    const read = (0,toml/* readToml */.D)(source.text);
    if (!read.ok)
        return [];
    const fly = (0,fly_toml/* flyTomlModel */.T)(read.table);
    const { file, role, build } = source;
    const main = fly.services.find(({ http }) => http) ?? fly.services[0];
    return [
        {
            path,
            file,
            role,
            fly,
            build: build && { file: build.file, content: (0,dockerfile/* readDockerfile */.n_)(build.text) },
            name: fly.app,
            region: topValue(read.table, 'primary_region', file),
            health: healthPath(fly),
            ports: [...(main ? [main] : []), ...fly.services].flatMap((service) => service.number('internal_port')?.value ?? []),
            mainProcess: main && processesOf(main, fly)[0],
            metrics: [
                ...fly.metrics.flatMap((section) => endpoints(section, fly, file)),
                ...experimental(read.table, file),
            ],
            hints: [
                ...fly.services.flatMap((service) => checkedMetrics(service, fly, file)),
                ...topLevelChecks(fly, file),
                ...variables(fly, file),
            ],
        },
    ];
}
function topValue(table, key, file) {
    const node = (0,tree/* get */.Jt)(table, key);
    const value = (0,tree/* scalarText */.ws)(node);
    return node && value !== undefined ? { value, at: { file, ...node.at } } : undefined;
}
/** The path of a health check that is publicly reachable: one of the main service, and not that of the metrics. */
function healthPath(fly) {
    const http = fly.services.find((service) => service.http);
    const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])];
    return checks
        .map((check) => check.text('path')?.value)
        .find((path) => path !== undefined && !METRICS_PATH.test(path));
}
/** The process groups of a section; undefined when all machines are in it. */
function processesOf(section, fly) {
    const groups = (0,fly_subject/* groupsOf */.c1)(section.processes, fly);
    return fly.groups.length > 1 && groups.length > 0 ? groups : [undefined];
}
function inProcesses(section, fly, endpoint) {
    return processesOf(section, fly).map((process) => ({
        ...endpoint,
        ...(process !== undefined && { process }),
    }));
}
function endpoints(section, fly, file) {
    const port = section.number('port');
    if (!port)
        return [];
    const path = section.text('path')?.value ?? '/metrics';
    return inProcesses(section, fly, { port: port.value, path, at: { file, ...section.at } });
}
/** The form of `[metrics]` before 2022. */
function experimental(table, file) {
    const section = (0,tree/* get */.Jt)(table, 'experimental');
    const port = (0,tree/* get */.Jt)(section, 'metrics_port');
    const number = Number((0,tree/* scalarText */.ws)(port));
    if (!port || !(number > 0))
        return [];
    const path = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(section, 'metrics_path')) ?? '/metrics';
    return [{ port: number, path, at: { file, ...port.at } }];
}
/** A check that asks for the metrics. */
function checkedMetrics(service, fly, file) {
    const port = service.number('internal_port')?.value;
    const check = service.checks
        .map((one) => one.text('path'))
        .find((path) => METRICS_PATH.test(path?.value ?? ''));
    if (port === undefined || !check)
        return [];
    const why = `a check in ${file}:${check.at.line} asks for ${check.value} on this port`;
    return inProcesses(service, fly, { port, path: check.value, at: { file, ...check.at }, why });
}
function topLevelChecks(fly, file) {
    return fly.checks.flatMap((check) => {
        const [port, path] = [check.number('port'), check.text('path')];
        if (!port || !path || !METRICS_PATH.test(path.value))
            return [];
        const why = `a check in ${file}:${path.at.line} asks for ${path.value} on this port`;
        return inProcesses(check, fly, { port: port.value, path: path.value, at: { file, ...path.at }, why });
    });
}
/** Variables that name the port of the metrics: `METRICS_PORT`, `APP_METRICS_ADDR`, `PROMETHEUS_PORT`. */
const PORT_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM|EXPORTER)_(?:SERVER_|HTTP_|LISTEN_|BIND_)*(?:PORT|ADDR|ADDRESS)$/;
const PATH_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:PATH|ENDPOINT)$/;
function variables({ env }, file) {
    const port = env.find(({ key, value }) => PORT_VARIABLE.test(key) && /(?:^|:)\d{2,5}$/.test(value));
    if (!port)
        return [];
    const path = env.find(({ key, value }) => PATH_VARIABLE.test(key) && value.startsWith('/'))?.value;
    const at = { file, line: port.at.line, column: port.at.column };
    const why = `${port.key} in ${file}:${port.at.line}`;
    return [{ port: Number(/\d+$/.exec(port.value)?.[0]), path: path ?? '/metrics', at, why }];
}

;// CONCATENATED MODULE: ./build/init/repository.js














const MAX_FILES = 20_000;
const MAX_BYTES = 300_000;
/** All code that is searched for metrics, in characters. */
const MAX_CODE = 50_000_000;
const NOT_READ = /^(?:\..*|node_modules|vendor|target|dist|build|out|coverage|venv|__pycache__|testdata|deps|_build)$/;
/** Reads everything that a draft is made from. */
async function readRepository(workspace, inside, pace) {
    const found = await (0,config_sources/* findSources */.I)(workspace, { config: undefined, pace });
    const { sources } = found;
    const { paths: all } = (0,lib_workspace/* walkFiles */.Fv)(workspace, {
        skips: (name) => NOT_READ.test(name),
        maxFiles: MAX_FILES,
        maxDepth: 12,
    });
    const paths = all.filter((path) => !(0,recognise/* isSample */.RN)(path));
    const read = (path) => readOr(workspace, path);
    const collect = collector(workspace, { paths, read, pace });
    const compose = await collect(isComposeFile);
    const manifests = await collect(isManifest);
    const alerting = await collect((path) => /\.ya?ml$/.test(path), ({ text }) => isAlerting(text));
    const scrapers = await collect(mayBeOtherScraper, isOtherScraper);
    const dashboards = await dashboardsIn(found, pace);
    return {
        found,
        dashboards,
        scan: {
            fly: sources.fly.flatMap((source) => scanFly(source, inside(source.file))),
            prometheus: sources.prometheus.filter(({ file, text }) => !isOwn(inside(file), text)),
            rules: sources.rules.filter(({ text }) => !(0,manual_mark/* initMarkOf */.L)(text)),
            alerting,
            scrapers,
            inside,
            samples: all.filter((path) => (0,recognise/* isSample */.RN)(path) && /(?:^|\/)fly[^/]*\.toml$/.test(path)),
            commands: deploysOf(workspace, sources.workflows),
            compose: compose.flatMap(scanCompose),
            manifests: manifests.map(({ file }) => file),
            libraries: manifests.flatMap(librariesIn),
            code: (folder, except) => codeBelow(paths, { workspace, folder, except, read }),
            dashboards: dashboards.map(({ file }) => inside(file)),
        },
    };
}
/** Reads the files with certain paths, and keeps those of one kind. */
const collector = (workspace, { paths, read, pace }) => async (wanted, isKind = () => true) => {
    const files = [];
    await pace.each(paths.filter(wanted).map((path) => ({ path, file: (0,lib_workspace/* repositoryPath */.SH)(workspace, path) })), ({ path }) => {
        const file = read(path);
        if (file && isKind(file))
            files.push(file);
    });
    return files;
};
/** The deploys that exist: in workflows, and in pipelines of other services, which are at the root of the repository. */
function deploysOf(workspace, workflows) {
    const { paths } = (0,lib_workspace/* walkFiles */.Fv)({ ...workspace, folder: workspace.root }, { skips: (name) => !deploy_commands/* PIPELINE_FOLDERS */.jR.includes(name), maxFiles: MAX_FILES, maxDepth: 1 });
    const pipelines = paths
        .filter(deploy_commands/* isPipeline */.DQ)
        .flatMap((path) => readOr(workspace, (0,lib_workspace/* fromRoot */.tc)(workspace, path)) ?? []);
    return [...workflows.flatMap(deploy_commands/* deployCommandsIn */.ju), ...pipelines.flatMap(deploy_commands/* pipelineDeploysIn */.Eu)];
}
/** The rendered configuration at its own path is not an old one. */
const isOwn = (path, text) => path === paths/* PROMETHEUS_PATH */.VM && (0,manual_mark/* initMarkOf */.L)(text) !== undefined;
function* codeBelow(paths, { workspace, folder, except, read }) {
    let room = MAX_CODE;
    const isBelow = (file, one) => one === '.' || file.startsWith(`${one}/`);
    for (const path of paths) {
        const file = (0,lib_workspace/* repositoryPath */.SH)(workspace, path);
        if (!isCode(path) || !isBelow(file, folder) || except.some((one) => isBelow(file, one)))
            continue;
        const source = read(path);
        room -= source?.text.length ?? 0;
        if (room < 0)
            return;
        if (source)
            yield source;
    }
}
/** A file that cannot be read, or is large, says nothing about metrics. */
function readOr(workspace, path) {
    try {
        return (0,lib_workspace/* readText */.yR)(workspace, path, MAX_BYTES);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
async function dashboardsIn({ sources }, pace) {
    const found = [];
    await pace.each(sources.dashboards, ({ file, text: read }) => {
        const text = read();
        if (text !== undefined)
            found.push({ file, ours: OURS.test(text) ? uidOf(text) : [] });
    });
    return found;
}
const OURS = /"(?:fechatter-overview|fechatter-monitoring|deploy-monitoring)"/;
function uidOf(text) {
    try {
        const json = JSON.parse(text);
        const uid = json?.uid ?? json?.dashboard?.uid;
        return typeof uid === 'string' ? [uid] : [];
    }
    catch {
        // The linter reports what is wrong with it.
        return [];
    }
}
/** The paths of shipped dashboards that exist in the repository, by uid. */
const shippedPaths = (dashboards, inside) => new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)])));
/** Relative to the working directory; a path outside of it stays as it is. */
function insideOf(workspace) {
    const folder = (0,lib_workspace/* repositoryPath */.SH)(workspace, '');
    return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? external_node_path_.posix.relative(folder, file) : file);
}

// EXTERNAL MODULE: ./build/desired/dashboards/shipped.js + 5 modules
var shipped = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/desired/dockerfile.js
var desired_dockerfile = __webpack_require__(9435);
;// CONCATENATED MODULE: ./build/init/starters.js






/** The path of the workflow: relative to the root of the repository, independent of the working directory. */
const WORKFLOW = '.github/workflows/deploy-monitoring.yml';
const COPIES = [
    ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
    ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
    ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
    ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
];
/** Starter files: nearly the same for every repository, and meant to be changed by the team. `config`: undefined for a draft that is not complete. */
function starterFiles(config, options) {
    return [
        ...COPIES.map(([path, asset]) => ({
            path,
            text: (0,manual_mark/* withInitMark */.E)(starterText(config, asset).replaceAll(documentation/* PACKAGE */.Hy, options.program), undefined),
            executable: path.endsWith('.sh'),
        })),
        { path: WORKFLOW, text: (0,manual_mark/* withInitMark */.E)(workflow(options), undefined), executable: false },
        ...dashboardFiles(config, options),
    ];
}
const starterText = (config, asset) => asset.endsWith('/Dockerfile.monitoring')
    ? (0,desired_dockerfile/* renderDockerfile */.T)((0,assets.readAsset)(asset), config?.alerts.notify !== undefined)
    : (0,assets.readAsset)(asset);
function workflow({ branch, workingDirectory, source }) {
    const more = [
        ...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
        ...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
    ];
    return (0,assets.readAsset)('templates/workflows/deploy-monitoring.yml')
        .replace('branches: [main]', () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`)
        .replace(/^( +)mode: .*$/gm, (line, indent) => [line, ...more.map((one) => indent + one)].join('\n'));
}
/** The shipped dashboards, when the configuration uses their folder; one that exists elsewhere is not written again. */
function dashboardFiles(config, { dashboards }) {
    if (config && !config.grafana.dashboards?.includes(DASHBOARDS))
        return [];
    return (0,shipped/* shippedDashboards */.JO)(config)
        .map(({ uid, text }) => ({ uid, text, path: `${DASHBOARDS}/${uid}.json`, executable: false }))
        .filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
        .map(({ uid: _, ...file }) => file);
}

;// CONCATENATED MODULE: ./build/init/prepare.js














/**
 * Reads the repository and decides what to do with every file; nothing is written.
 * @throws ActionError `configuration` when the configuration or a name from the options is not valid, or no app is found
 */
async function prepareInit(workspace, { config: { path }, names, preset, force }) {
    const existing = (0,lib_workspace/* readText */.yR)(workspace, path);
    if (existing)
        refuseStart({ names, preset }, existing.file);
    refuseOthers(existing, (0,config_missing/* noConfiguration */.Uh)(workspace, path));
    const pace = (0,lib_pace/* createPace */.q)({ until: Date.now() + MOST_MS, signal: new AbortController().signal });
    const inside = insideOf(workspace);
    const repository = await readRepository(workspace, inside, pace);
    const first = existing ? undefined : await firstDraft(repository, { path, names, preset, inside, pace });
    const config = existing ? (0,load/* loadConfig */.Z9)(existing.text, existing.file) : first?.config;
    const files = [
        ...(first ? [{ path, text: first.text, executable: false }] : []),
        ...(config ? (0,manual_files.renderedFiles)(config, path) : []),
        ...starterFiles(config, {
            branch: defaultBranch(workspace),
            workingDirectory: (0,lib_workspace/* repositoryPath */.SH)(workspace, ''),
            source: path,
            program: await pinnedProgram(),
            dashboards: shippedPaths(repository.dashboards, inside),
        }),
    ].map((file) => atRoot(file, workspace));
    const root = { root: workspace.root, folder: workspace.root };
    const decisions = files.map((file) => decide(file, (0,lib_workspace/* readText */.yR)(root, file.path, prepare_MAX_BYTES)?.text, force));
    return {
        isComplete: config !== undefined,
        configured: existing !== undefined,
        decisions,
        problems: [
            ...(first?.problems ?? []),
            ...(await ignored(workspace.root, decisions)),
            ...belowRoot(workspace.root),
        ],
    };
}
/** The time limit for reading, in milliseconds: no one waits longer at a terminal. Unread files are reported. */
const MOST_MS = 120_000;
/** The size limit of an existing file that is compared: a dashboard may be large. */
const prepare_MAX_BYTES = 16_000_000;
/** A file of another kind is not a configuration, and one under another name is not written a second time. */
function refuseOthers(existing, missing) {
    const problems = existing ? (0,config_missing/* otherKind */.Jb)(existing) : missing.at ? [missing] : [];
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
}
/** Options for names and presets are for the first configuration only; afterwards the configuration has them. */
function refuseStart({ names, preset }, file) {
    if (Object.keys(names).length === 0 && !preset)
        return;
    const message = `${file} exists already, and the names are configured there.`;
    const hint = `Change them in ${file}, then run init without options for names and presets.`;
    throw new errors/* ActionError */.lZ('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }]);
}
/** Warnings about files that git ignores: they would not reach the repository, where the workflow needs them. */
async function ignored(root, decisions) {
    const found = await (0,git/* ignoredByGit */.k)(root, decisions.map(({ file }) => file.path));
    return found.map(({ path, by }) => ({
        code: 'init-ignored',
        severity: 'warning',
        message: `git ignores ${path} (${by}).`,
        hint: `Change that line, or add the file with \`git add --force ${path}\`.`,
    }));
}
/** A warning outside of the root of the repository: GitHub reads workflows only there. */
function belowRoot(folder) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return [];
    const root = prepare_parents(folder).find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(one, '.git')));
    if (root === undefined)
        return [];
    const hint = `Run \`init\` in ${root} with \`--working-directory ${(0,external_node_path_.relative)(root, folder)}\`.`;
    const message = 'This folder is not the root of the repository, but GitHub reads workflows only there.';
    return [{ code: 'init-below-root', severity: 'warning', message, hint }];
}
const prepare_parents = (folder) => (0,external_node_path_.dirname)(folder) === folder ? [] : [(0,external_node_path_.dirname)(folder), ...prepare_parents((0,external_node_path_.dirname)(folder))];
/** The file with its path from the root of the repository: all files except the workflow are in the working directory. */
const atRoot = (file, workspace) => file.path === WORKFLOW ? file : { ...file, path: (0,lib_workspace/* repositoryPath */.SH)(workspace, file.path) };
/** The default branch of `origin`, as far as this clone has it. */
function defaultBranch({ root }) {
    const git = (path) => {
        try {
            return (0,lib_workspace/* readText */.yR)({ root, folder: root }, `.git/${path}`)?.text ?? '';
        }
        catch {
            // Another kind of repository, or a large file: a person corrects one line of the workflow.
            return '';
        }
    };
    const branch = (text, where) => new RegExp(`^ref: refs/${where}/(\\S+)$`, 'm').exec(text)?.[1];
    const packed = git('packed-refs');
    const has = (name) => git(`refs/heads/${name}`) !== '' || packed.includes(`refs/heads/${name}\n`);
    return (branch(git('refs/remotes/origin/HEAD'), 'remotes/origin') ??
        ['main', 'master'].find(has) ??
        branch(git('HEAD'), 'heads') ??
        'main');
}

// EXTERNAL MODULE: ./build/inputs/read.js + 3 modules
var read = __webpack_require__(9606);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/write-files.js
var write_files = __webpack_require__(5289);
// EXTERNAL MODULE: ./build/report/terminal-text.js
var terminal_text = __webpack_require__(3651);
// EXTERNAL MODULE: ./build/watchdog/guard.js
var guard = __webpack_require__(3859);
// EXTERNAL MODULE: ./build/cli/log.js
var cli_log = __webpack_require__(3911);
;// CONCATENATED MODULE: ./build/cli/init.js












/**
 * Writes the files for the repository in the working directory, and lists the result for each. With --dry-run the
 * standard output contains only a diff.
 * @throws ActionError `configuration`
 */
async function runInit({ inputs, switches, preset }) {
    // With the checks of mode plan, which needs no secrets.
    const { workingDirectory, config, names } = (0,read/* readInputs */.K)({ ...inputs, INPUT_MODE: 'plan' });
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(process.cwd(), workingDirectory);
    const force = switches.has('force');
    const watchdog = (0,guard/* startWatchdog */.M)({ reader: 'terminal' }, 0);
    watchdog.update({ during: '`init`' });
    const options = { config, names, force, preset: preset !== undefined };
    const prepared = await prepareInit(workspace, options).finally(watchdog.dismiss);
    const isDry = switches.has('dry-run');
    if (isDry)
        (0,print/* print */.y)(prepared.decisions.map(patchOf).map(displayPatch).join(''), process.stdout);
    else
        (0,write_files/* writeFiles */.h)(workspace.root, prepared.decisions.filter(isWrite).map(({ file }) => file));
    logResult(prepared, isDry);
    return 0;
}
const isWrite = ({ kind }) => kind === 'create' || kind === 'update' || kind === 'replace';
/**
 * In a terminal with colours and without control characters of old files. Into a pipe unchanged, except for commands to
 * a runner: a file that contains one cannot be patched by it.
 */
function displayPatch(patch) {
    if (!process.stdout.isTTY)
        return patch;
    return patch
        .split('\n')
        .map((line) => {
        const safe = line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
        const style = { '+': 'green', '-': 'red', '@': 'cyan' }[safe[0] ?? ''];
        return style ? (0,external_node_util_.styleText)(style, safe, { stream: process.stdout }) : safe;
    })
        .join('\n');
}
const RESULTS = {
    create: ['written', 'would be written'],
    unchanged: ['unchanged', 'unchanged'],
    update: ['updated', 'would be updated'],
    replace: ['replaced', 'would be replaced'],
    keep: ['kept', 'kept'],
};
function logResult({ decisions, problems, configured, isComplete }, isDry) {
    const stream = isDry ? process.stderr : process.stdout;
    const rows = decisions.map((decision) => [
        (0,terminal_text/* plainText */.wh)(decision.file.path),
        RESULTS[decision.kind][isDry ? 1 : 0],
        decision.kind === 'keep' ? KEPT_BECAUSE[decision.whose] : '',
    ]);
    (0,print/* print */.y)((0,terminal_text/* columns */.YB)(rows).join('\n'), stream);
    if (problems.length > 0) {
        (0,print/* print */.y)('\nFindings', stream);
        const log = (0,cli_log/* terminalLog */.d)(stream, { debug: false });
        for (const problem of onceEach(problems))
            log.problem(withCode(problem));
        log.end();
    }
    const kept = decisions.some(({ kind }) => kind === 'keep');
    const wrong = problems.some(({ severity }) => severity === 'error');
    (0,print/* print */.y)(`\n${(0,terminal_text/* section */.uW)('Next', nextSteps({ kept, configured, wrong, isComplete }))}`, stream);
}
/** Findings have a code, by which they can be looked up and silenced. */
const withCode = (problem) => problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` };
/** The same finding in the same file is shown once, with the other lines: names and numbers in it may differ. */
function onceEach(problems) {
    const key = ({ code, at, message }) => `${at?.file} ${code} ${message.replaceAll(/"[^"]*"|\d+/g, '…')}`;
    return [...Map.groupBy(problems, key).values()].flatMap(([first, ...others]) => {
        if (!first || others.length === 0)
            return first ?? [];
        const lines = others.flatMap(({ at }) => (at ? String(at.line) : []));
        return {
            ...first,
            message: `${first.message} The same in line${lines.length > 1 ? 's' : ''} ${(0,lib_text/* list */.p_)(lines)}.`,
        };
    });
}
const KEPT_BECAUSE = {
    unmanaged: 'it was not written by init; --force replaces it',
    changed: 'it was changed since init wrote it; --force replaces it',
};
function nextSteps(state) {
    return [
        ...(state.isComplete
            ? []
            : [
                `Fill in the empty values of monitoring.yml: nothing in the repository says them. Then run again, for the files that are made from it: ${documentation/* BY_NPX */.vl} init`,
            ]),
        ...(state.configured ? [] : ['Review monitoring.yml, and what was not taken over.']),
        ...(state.wrong
            ? ['Correct the errors above in the files that are kept: files with errors cannot be deployed.']
            : []),
        ...(state.kept ? [`Show how the kept files would change: ${documentation/* BY_NPX */.vl} init --force --dry-run`] : []),
        `Check everything, without secrets: ${documentation/* BY_NPX */.vl} plan`,
        'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
        'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
    ];
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

/***/ 3077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ homeFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);

/** The user's home folder. Undefined where HOME is not set and the system does not know the user, as in a container. */
function homeFolder({ HOME }) {
    if (HOME)
        return HOME;
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e9: () => (/* binding */ endFamilies),
/* harmony export */   l3: () => (/* binding */ startedBy),
/* harmony export */   rz: () => (/* binding */ newFamily)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Families with a group that may still run. */
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
/**
 * Kills everything that this process started and that still runs. Nothing continues after a run, whatever ended it;
 * only when this process itself is killed, it cannot do so.
 */
function endFamilies() {
    for (const family of living)
        family.close();
    if (count > 0)
        killMarked(`${VARIABLE}=${run}`);
}
function newFamily() {
    if (count === 0)
        process.once('exit', endFamilies);
    const mark = `${run}${++count}.`;
    let group;
    const family = {
        mark: { [VARIABLE]: mark },
        leads: (pid) => {
            group = pid;
            living.add(family);
        },
        signal: (name) => void send(group, name),
        isAlive: () => send(group, 0),
        close: () => {
            // Once: the number may belong to another process later.
            if (living.delete(family))
                send(group, 'SIGKILL');
        },
        kill: () => {
            family.close();
            killMarked(`${VARIABLE}=${mark}`);
        },
    };
    return family;
}
/** Whether the group had a process that could receive the signal. */
function send(group, signal) {
    if (group === undefined)
        return false;
    try {
        return process.kill(-group, signal);
    }
    catch {
        return false;
    }
}
/** While some are killed, they may start others. */
const PASSES = 10;
/**
 * Kills every process whose environment has a variable that begins so. A daemon leaves its group (setsid), as flyctl's
 * agent does, but keeps its environment, which Linux shows. Elsewhere a daemon stays, and so does one without it.
 */
function killMarked(variable) {
    for (let pass = 0; pass < PASSES; pass++) {
        const found = marked(variable);
        for (const pid of found) {
            try {
                process.kill(pid, 'SIGKILL');
            }
            catch {
                // It has ended already.
            }
        }
        if (found.length === 0)
            return;
    }
}
/** Running processes that the process has started, which may itself have ended. Known on Linux only. */
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
    if (process.platform !== 'linux')
        return [];
    return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        // A container may have no /proc.
        return [];
    }
}
function environmentOf(pid) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
    }
    catch {
        // Another user's process, or one that has ended in the meantime.
        return [];
    }
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

/***/ 2499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram),
/* harmony export */   z: () => (/* binding */ trustedPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _home_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3077);




/**
 * A program on PATH that is not part of the repository, however the path or a link leads there; undefined when there is
 * none. It is named as it was found: by that name a version manager (mise, asdf) knows what it is asked for.
 */
async function findProgram(name, places) {
    const isOutside = outsideOf(places.workspaceRoot);
    for (const folder of trustedFolders(places)) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const real = realOf(file);
        if (real !== undefined && isOutside(real) && (await isProgram(file)))
            return file;
    }
    return undefined;
}
/**
 * PATH for the programs that we start: without the folders that are not searched here, because a program searches PATH
 * for its own helpers (flyctl for credential helpers, a script for its interpreter).
 */
function trustedPath(places) {
    return trustedFolders(places).join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter);
}
function trustedFolders({ path = '', workspaceRoot }) {
    const isOutside = outsideOf(workspaceRoot);
    const isTrusted = (folder) => isOutside(folder) && !isOfPackages(folder);
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => {
        // A relative entry depends on the current folder; an empty one is the current folder.
        const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder) ? realOf(folder) : undefined;
        return real !== undefined && isTrusted((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder)) && isTrusted(real);
    });
}
/** npx and npm put those of the current folder and of every folder above it first on PATH. */
const isOfPackages = (folder) => folder.endsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(node_path__WEBPACK_IMPORTED_MODULE_2__.sep, 'node_modules', '.bin'));
/** Whether a path is outside of everything that the repository contains. */
function outsideOf(workspaceRoot) {
    // The command line works in the folder where it was started; on a runner, the checked-out repository may be larger.
    const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(one));
    const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]));
    const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)]);
    return (place) => roots.every((root) => !isInside(root, place));
}
/**
 * The repository that a folder is in, and those around it, of which it may be a submodule. A repository that contains
 * the home folder as well holds a person's settings: its programs are trusted.
 */
function repositoriesAround(folder) {
    const home = (0,_home_js__WEBPACK_IMPORTED_MODULE_3__/* .homeFolder */ .W)(process.env);
    const [nearest, ...others] = upwards(folder).filter((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(one, '.git')));
    return nearest === undefined
        ? []
        : [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))];
}
const upwards = (folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? [folder] : [folder, ...upwards((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))];
const isInside = (root, place) => (place + node_path__WEBPACK_IMPORTED_MODULE_2__.sep).startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
function realOf(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}
async function isProgram(file) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK)
        .then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file))
        .then((found) => found.isFile())
        .catch(() => false);
}


/***/ }),

/***/ 9773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);

/** Node limits the time of a script, and a script knows what is global alone: this is where the work lies for it. */
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
/**
 * Does synchronous work for at most `ms` milliseconds. Work that takes longer is stopped wherever it is, also within a
 * regular expression, by a thread of Node's own that needs no turn of the event loop; `finally` is not run then, and
 * data that the work was changing is left incomplete. Errors of the work are thrown. A call costs a quarter of a
 * millisecond.
 */
function within(ms, work) {
    script ??= {
        put: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
        call: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`${PLACE}()`),
    };
    script.put(work);
    try {
        return { done: true, value: script.call.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) }) };
    }
    catch (error) {
        if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw error;
        return { done: false };
    }
}


/***/ }),

/***/ 5289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ writeFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);




/**
 * Writes files of the repository, each completely or not at all, and creates their folders. A symbolic link in the place
 * of a file is replaced, not followed. When the folder of a file is outside of the repository, or is not a folder,
 * nothing is written.
 * @throws ActionError `configuration`
 */
function writeFiles(root, files) {
    const problems = files.flatMap(({ path }) => outOfPlace(root, path));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
    for (const { path, text, executable } of files) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), { recursive: true });
            replaceFile(target, text, executable);
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', [writeProblem(path, `cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`)]);
        }
    }
}
function outOfPlace(root, path) {
    const folder = existingParent((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)));
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder);
    if (real !== root && !real.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep))
        return [writeProblem(path, 'leads outside of the repository')];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(real).isDirectory()
        ? []
        : [writeProblem(path, `cannot be written: ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, real)} is not a folder`)];
}
/** Writes to a temporary file first: another program that reads the file sees the old or the new text. */
function replaceFile(target, text, executable) {
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fresh, text, { flag: 'wx' });
        if (executable)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(fresh, 0o755);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, target);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(fresh, { force: true });
    }
}
/** The nearest parent folder that exists. */
function existingParent(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
}
const writeProblem = (path, message) => ({
    code: 'file-not-written',
    severity: 'error',
    message: `${path} ${message}.`,
    hint: 'Its parent must be a folder of the repository that is writable.',
});


/***/ }),

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j3: () => (/* binding */ briefReport),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   uN: () => (/* binding */ writeInTime)
/* harmony export */ });
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7209);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7177);



const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
/** Secrets are searched for in this many characters of a text; a part of one at the end is cut off afterwards. */
const LOOKED_AT = 2_000;
/**
 * For JSON.stringify: shortens texts and lists, hides secrets and leaves out the evidence of verification, so that the
 * rest is written quickly, whatever it contains.
 */
function shorten(key, value) {
    if (key === 'evidence')
        return undefined;
    if (typeof value === 'string')
        return (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hide */ .jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
    return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
/** The report of a run that could not continue because of `why`, an error: what was known until then, shortened. */
function briefReport(known, why) {
    const short = { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyRun */ .d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
    const problems = [why, ...short.problems];
    return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
/** Writing takes a tenth of a second, even for a large report. */
const WRITING_MS = 5_000;
/** Writes a report, shortened where it cannot be written in time; returns the report that was written. */
function writeInTime(report, write) {
    if ((0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .u)(WRITING_MS, () => write(report)).done)
        return report;
    const brief = briefReport(report, {
        code: 'report-too-slow',
        severity: 'error',
        message: `The report could not be written within ${WRITING_MS / 1_000} s, so it was shortened.`,
        hint: 'This is a bug in deploy-monitoring: part of the report takes too long to format.',
    });
    write(brief);
    return brief;
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ emptyRun)
/* harmony export */ });
/** What a run knows when it starts. */
const emptyRun = () => ({
    mode: undefined,
    refused: false,
    commit: undefined,
    monitoring: undefined,
    apps: [],
    health: [],
    changes: [],
    dashboards: [],
    evidence: undefined,
    problems: [],
    skipped: [],
    checked: undefined,
    timings: [],
});


/***/ }),

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/** Pieces of a report as plain text: for a terminal, with colours or without, and for a log file. */

/** Untrusted text on one line. */
const plainText = (text, limit = 300) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit);
/** A title and its lines, indented; empty when there are no lines. */
function section(title, lines) {
    if (lines.length === 0)
        return '';
    return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
/** Columns as wide as their widest cell; the last one is not padded. */
function columns(rows) {
    const widths = [];
    for (const row of rows)
        for (const [i, cell] of row.entries())
            widths[i] = Math.max(widths[i] ?? 0, cell.length);
    return rows.map((row) => row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd());
}


/***/ }),

/***/ 3859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ delayFor),
/* harmony export */   M: () => (/* binding */ startWatchdog)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8303);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);


/** Milliseconds before the watchdog of a mode starts: a plan usually ends before that. */
const delayFor = (mode) => (mode === 'plan' ? 300 : 0);
/**
 * Starts a watchdog after `afterMs` milliseconds: a run that ends earlier does not need one, and does not wait for it.
 * It is a separate process, because a thread would not survive what can end a process: running out of memory, a kill.
 * If it cannot be started, the run continues without it.
 */
function startWatchdog(first, afterMs) {
    const state = { during: 'the start', ...first };
    let pipe;
    let beat;
    let isOver = false;
    const begin = async () => {
        const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
        if (isOver)
            return;
        const watcher = spawn(process.execPath, [process.argv[1] ?? '', _word_js__WEBPACK_IMPORTED_MODULE_1__/* .WATCHDOG */ .u], {
            stdio: ['pipe', 'inherit', 'inherit'],
        });
        watcher.on('error', () => undefined).unref();
        pipe = watcher.stdin;
        pipe.on('error', () => undefined).unref();
        pipe.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(state));
        beat = setInterval(() => pipe?.write('\n'), _state_js__WEBPACK_IMPORTED_MODULE_0__/* .BEAT_MS */ .G).unref();
    };
    const timer = setTimeout(() => void begin(), afterMs).unref();
    return {
        update: (change) => {
            Object.assign(state, change);
            pipe?.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)(change));
        },
        dismiss: () => {
            isOver = true;
            clearTimeout(timer);
            clearInterval(beat);
            pipe?.write((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .c)({ over: true }));
        },
    };
}


/***/ }),

/***/ 8303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ BEAT_MS),
/* harmony export */   c: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _report_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7171);

/** How often a run shows that its event loop runs. */
const BEAT_MS = 250;
/** A message as one line, short enough to be written to a pipe at once. */
const lineOf = (message) => `${JSON.stringify(message, _report_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)}\n`;


/***/ })

};

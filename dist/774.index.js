export const id = 774;
export const ids = [774,247,377];
export const modules = {

/***/ 4774:
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
// EXTERNAL MODULE: ./build/config/load.js + 1 modules
var load = __webpack_require__(4588);
// EXTERNAL MODULE: ./build/config/sources.js + 3 modules
var sources = __webpack_require__(3639);
// EXTERNAL MODULE: ./build/desired/manual/files.js
var manual_files = __webpack_require__(7247);
// EXTERNAL MODULE: ./build/desired/manual/paths.js
var manual_paths = __webpack_require__(3052);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/process.js
var lib_process = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/lib/programs.js
var programs = __webpack_require__(2499);
;// CONCATENATED MODULE: ./build/lib/git.js




/** Which of these files git ignores; none without git or without a repository. No program of the repository is run. */
async function ignoredByGit(root, paths) {
    const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
    // Exit code 1: none of them is ignored.
    return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
/** The commit that a clone has checked out, in hex; undefined without git, or when the folder itself is not a clone. */
async function commitOf(folder) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return undefined;
    return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
/**
 * The configuration of a repository can name programs that git starts, and an archive may contain one. The commands
 * used here start none of them; they are disabled nevertheless.
 */
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
/** Variables by which git finds the user's settings, and nothing else: no token, no GIT_DIR, no GIT_EXTERNAL_DIFF. */
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const git_TIMEOUT_MS = 10_000;
/** git's output for the repository that contains a folder; empty when it fails. */
async function git(folder, args, stdin = '') {
    const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
    const binary = await (0,programs/* findProgram */.K)('git', places);
    if (binary === undefined)
        return '';
    const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
    const result = await (0,lib_process.runProcess)({
        binary,
        argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
        env: { ...Object.fromEntries(own), PATH: (0,programs/* trustedPath */.z)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
        // A version manager would read the settings of the folder that it is started in.
        cwd: '/',
        stdin,
        timeoutMs: git_TIMEOUT_MS,
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

// EXTERNAL MODULE: ./build/lib/pace.js
var lib_pace = __webpack_require__(3449);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/lint/index.js + 1 modules
var lint = __webpack_require__(5032);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/subject.js
var subject = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/lint/recorded.js
var recorded = __webpack_require__(6234);
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
;// CONCATENATED MODULE: ./build/init/program.js



/**
 * How people and scripts start this program: from its repository. As long as the package is not published, anyone can
 * register its name in the npm registry, and `npx --yes` would start that package with the Fly token in its environment.
 * Once it is published, change this and the scripts in templates/.
 */
const REPOSITORY = 'github:fechatter/deploy-monitoring';
/** The command that people run. Since version 12, npm installs from a repository only with this option. */
const BY_NPX = `npx --allow-git=root ${REPOSITORY}`;
/** The file in which npm records installed packages, relative to this package. */
const INSTALLED = '../../.package-lock.json';
/**
 * The repository at the commit of this program, so that a generated script later starts the program that has written it,
 * not a commit that was pushed since: npm records the commit of a package from the repository, git that of a clone. Any
 * other package is pinned to the tag of its version; with a tag that does not exist, nothing is started.
 */
async function pinnedProgram() {
    const commit = installedCommit() ?? (await commitOf((0,assets.assetPath)('.')));
    return `${REPOSITORY}#${commit ?? `v${(0,assets.packageVersion)()}`}`;
}
/** The entry of npm for a package from GitHub, over either protocol. */
const INSTALLED_FROM = /"git\+(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git#([0-9a-f]{40})"/;
function installedCommit() {
    if (!(0,external_node_fs_.existsSync)((0,assets.assetPath)(INSTALLED)))
        return undefined;
    return INSTALLED_FROM.exec((0,assets.readAsset)(INSTALLED))?.[1];
}

// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/init/service-names.js

/** Each endpoint once, with valid and distinct names. */
function withDistinctNames(services) {
    const endpoints = new Map(services.map((service) => [JSON.stringify([service.app, service.process, service.port]), service]));
    const taken = new Set([prometheus/* SELF_JOB */.P8]);
    return [...endpoints.values()].map((service) => {
        const name = serviceName(service);
        const free = [
            name,
            `${name.slice(0, 50)}_${service.port}`,
            `${service.app.slice(0, 50).replace(/^\d/, '_')}_${service.port}`,
        ];
        const chosen = free.find((one) => !taken.has(one)) ?? `${name.slice(0, 40)}_${service.port}_${taken.size}`;
        taken.add(chosen);
        return { ...service, name: chosen };
    });
}
function serviceName({ name, app }) {
    const wanted = name === prometheus/* SELF_JOB */.P8 || name === '' ? app : name;
    const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
    return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`;
}

;// CONCATENATED MODULE: ./build/init/draft.js




/** The URL of the schema of the configuration, for editors. */
const SCHEMA = 'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json';
/** The folder to which `init` writes dashboards. */
const DASHBOARDS = 'grafana-dashboards';
/** The text of a configuration from the findings; without services, one that a new team can start from. */
function draftConfiguration(found, names) {
    const apps = found.apps.length > 0 ? found.apps : [{ app: names.app ?? PRESET_APP }];
    const services = found.services.length > 0 ? found.services : startingServices(found.apps, apps);
    const document = new dist/* Document */.yo(compose({ ...found, apps, services }, names));
    comment(document, ['monitoring', 'organization'], ORGANIZATION);
    comment(document, ['monitoring', 'access'], ACCESS);
    comment(document, ['services'], SERVICES);
    for (const [i, { config }] of apps.entries())
        if (config === undefined)
            comment(document, ['apps', i, 'deploy'], WATCHED);
    if (found.services.length === 0)
        comment(document, ['services', 0, 'port'], found.apps.length > 0 ? GUESSED : PRESET);
    onOneLine(document);
    document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`;
    // A blank line between the parts.
    return document.toString({ lineWidth: 0 }).replace(/\n(?=(?:apps|grafana):|# Prometheus scrapes)/g, '\n\n');
}
const ORGANIZATION = ' Apps that do not exist yet are created here.';
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.';
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${BY_NPX} init".`;
const SERVICES = " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }.";
const WATCHED = ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.';
const GUESSED = ' No file in this repository names the endpoint of the metrics: correct this.';
const PRESET = ' No services were found in this repository, so these are the four services of the preset: replace them.';
/** The configuration as data. */
function compose(found, names) {
    const { monitoring } = found;
    const main = found.apps[0]?.app ?? PRESET_APP;
    const isFree = found.apps.every((one) => one.app !== monitoring.app);
    const services = found.services.map(service);
    return {
        monitoring: {
            app: names.monitoringApp ?? (isFree ? monitoring.app : undefined) ?? `${main.slice(0, 52)}-monitoring`,
            organization: names.organization ?? 'personal',
            region: names.region ?? monitoring.region ?? 'nrt',
            access: 'password',
            ...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
            ...(monitoring.retention !== undefined && { retention: monitoring.retention }),
            ...(monitoring.volume && { volume: monitoring.volume }),
            ...(monitoring.vm && { vm: monitoring.vm }),
            ...(monitoring.image !== undefined && { image: monitoring.image }),
        },
        apps: found.apps.map(({ app, config, health }) => ({
            app,
            ...(config === undefined ? { deploy: false } : { config }),
            ...(health !== undefined && { health }),
        })),
        services,
        grafana: {
            ...(services.some(({ metrics }) => metrics !== undefined) ? {} : { folder: main }),
            dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
        },
    };
}
const { services: presetServices } = (0,preset/* presetConfig */.u)({});
const PRESET_APP = presetServices[0]?.app ?? '';
/** A service without default values; one that has the name of a preset service gets the metrics of that one. */
function service({ name, app, port, path, process }) {
    const metrics = presetServices.find((known) => known.name === name)?.metrics;
    return {
        name,
        app,
        port,
        ...(path !== '/metrics' && { path }),
        ...(process !== undefined && { process }),
        ...(metrics && { metrics }),
    };
}
/** Services for a repository without targets: one for its first app, or those of the preset when it has no app. */
function startingServices(found, apps) {
    const app = apps[0]?.app ?? '';
    if (found.length === 0)
        return presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' }));
    return withDistinctNames([{ name: app, app, port: 9090, path: '/metrics' }]);
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

// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
;// CONCATENATED MODULE: ./build/init/findings.js

/** Whether a text is a valid name of a Fly app: it may also be a placeholder or the name of something else. */
const isAppName = (text) => text !== undefined && fly_names/* APP_NAME */.C3.test(text);
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

// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/config/explain.js
var explain = __webpack_require__(8988);
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
    const notes = [...found.notes, ...issues.map((issue) => leftOut(found, issue))];
    // An error may hide others: what is left is checked again.
    return withoutInvalid({ ...without(found, issues), notes }, names);
}
/** Whether an issue is about a value that was found and can be left out. */
function isFound(found, { path: [part, key, inner] }) {
    if (part === 'monitoring')
        return found.monitoring[key] !== undefined;
    if (part === 'apps')
        return inner === 'health';
    return part === 'services' && typeof key === 'number' && key in found.services;
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
        services: found.services.filter((_, i) => !invalid.has(`services.${i}`)),
    };
}
/** The note about a value that is left out, with its location in the file. */
function leftOut(found, { path, message }) {
    const [part, key] = path;
    const service = part === 'services' ? found.services[Number(key)] : undefined;
    const at = service?.at ?? (part === 'monitoring' ? found.places[key] : undefined);
    const about = service
        ? message.replace(`services[${String(key)}].`, `Service ${(0,explain/* quoteForMessage */.Hx)(service.name)}: `)
        : message;
    return {
        code: 'init-note',
        severity: 'warning',
        message: `${about.replace(/\.$/, '')}. The value was left out.`,
        hint: 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.',
        ...(at && { at }),
    };
}

// EXTERNAL MODULE: ./build/formats/fly-toml.js
var fly_toml = __webpack_require__(4711);
// EXTERNAL MODULE: ./build/formats/toml.js
var toml = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/formats/tree.js
var tree = __webpack_require__(8587);
;// CONCATENATED MODULE: ./build/init/scan-fly.js





/** The apps of all Fly configurations, one for each folder: `fly.staging.toml` is another environment, not another app. */
function scanFly(sources) {
    const parsed = sources.flatMap(parse);
    const byFolder = Map.groupBy(parsed.filter(({ role }) => role === 'app'), ({ path }) => (0,external_node_path_.dirname)(path));
    const chosen = [...byFolder.values()].flatMap((all) => all.toSorted((a, b) => stage(a.path) - stage(b.path))[0] ?? []);
    const apps = chosen.flatMap(scanApp);
    const monitoring = parsed.find(({ role }) => role === 'monitoring');
    return {
        apps: apps.filter(({ app }, i) => apps.findIndex((other) => other.app === app) === i),
        ...(monitoring ? scanMonitoring(monitoring) : { monitoring: {}, places: {} }),
    };
}
function parse({ path, text, role }) {
    const read = (0,toml/* readToml */.D)(text);
    if (!read.ok)
        return [];
    const region = read.table.entries.get('primary_region');
    const name = (0,tree/* scalarText */.ws)(region);
    const value = region && name !== undefined ? { value: name, at: { file: path, ...region.at } } : undefined;
    return [{ path, fly: (0,fly_toml/* flyTomlModel */.T)(read.table), role, region: value }];
}
/** `fly.toml` before `fly.production.toml` before any other. */
function stage(path) {
    const name = path.split('/').at(-1) ?? '';
    return name === 'fly.toml' ? 0 : /^fly\.prod/.test(name) ? 1 : 2;
}
function scanApp({ path, fly, region }) {
    const app = fly.app?.value;
    if (!isAppName(app))
        return [];
    const health = healthPath(fly);
    return [
        {
            app,
            config: path,
            ...(health !== undefined && { health }),
            ...(region && { region }),
            metrics: fly.metrics.flatMap((section) => endpoints(section, path)),
        },
    ];
}
/** The path of a health check that is publicly reachable: one of the main service. */
function healthPath(fly) {
    const http = fly.services.find((service) => service.http);
    const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])];
    return checks.map((check) => check.text('path')?.value).find((path) => path !== undefined);
}
function endpoints(section, file) {
    const port = section.number('port');
    if (!port)
        return [];
    const endpoint = {
        port: port.value,
        path: section.text('path')?.value ?? '/metrics',
        at: { file, ...section.at },
    };
    const groups = section.processes.map(({ value }) => value);
    return groups.length === 0 ? [endpoint] : groups.map((process) => ({ ...endpoint, process }));
}
function scanMonitoring({ path: file, fly, region, }) {
    const [mount] = fly.mounts;
    const [vm] = fly.machines;
    const app = isAppName(fly.app?.value) ? fly.app : undefined;
    const retention = fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME');
    const image = fly.build?.text('image');
    const volume = defined({
        name: mount?.text('source')?.value,
        size_gb: gigabytes(mount?.text('initial_size')?.value),
    });
    const machine = defined({ size: vm?.text('size')?.value, memory_mb: megabytes(vm) });
    const found = { app, region, retention, image, volume: volume && mount, vm: machine && vm };
    const places = Object.entries(found).flatMap(([key, value]) => value ? [[key, { file, line: value.at.line, column: value.at.column }]] : []);
    return {
        monitoring: defined({
            app: app?.value,
            region: region?.value,
            retention: retention?.value,
            image: image?.value,
            volume,
            vm: machine,
        }) ?? {},
        places: Object.fromEntries(places),
    };
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
    const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.text('memory')?.value ?? '');
    const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1;
    const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0);
    return n >= 512 ? n : undefined;
}

// EXTERNAL MODULE: ./build/formats/yaml.js
var formats_yaml = __webpack_require__(9776);
;// CONCATENATED MODULE: ./build/init/scan-prometheus.js





/** Keys of a job that a service of the configuration has too, or that make no difference. */
const KNOWN_KEYS = [
    ...['job_name', 'metrics_path', 'scrape_interval', 'scrape_timeout', 'scheme', 'static_configs'],
    ...['dns_sd_configs', 'honor_timestamps', 'body_size_limit', 'fallback_scrape_protocol', 'relabel_configs'],
];
/** Labels that are set by this action or by Prometheus. */
const OWN_LABELS = ['service', 'app', 'job', 'instance'];
/** The targets of a Prometheus configuration on Fly, with a note for each setting that monitoring.yml does not support. */
function scanPrometheus({ file, text: yaml }) {
    const read = (0,formats_yaml/* readYaml */.g)(yaml);
    if (!read.ok)
        return { targets: [], scrapeInterval: undefined, notes: [] };
    const root = read.tree;
    const jobs = (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'scrape_configs')).map((job) => scanJob(job, file));
    const interval = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(root, 'global'), 'scrape_interval');
    const text = (0,tree/* scalarText */.ws)(interval);
    return {
        targets: jobs.flatMap(({ targets }) => targets),
        scrapeInterval: interval && text !== undefined ? { text, at: { file, ...interval.at } } : undefined,
        notes: [
            ...jobs.flatMap(({ notes }) => notes),
            ...aboutRemoteWrite(root, file),
            ...aboutLabels(root, file),
        ],
    };
}
function scanJob(job, file) {
    const notes = [];
    const addNote = (at, message, hint) => void notes.push(initNote(file, at.at, message, hint));
    const path = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'metrics_path')) ?? '/metrics';
    const jobName = (0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'job_name')) ?? '';
    const addresses = [...staticAddresses(job), ...dnsAddresses(job)];
    const targets = addresses.flatMap(({ at, text, service }) => {
        if (/^(?:localhost|127\.0\.0\.1|\[::1?\])(?::|$)/.test(text))
            return [];
        const found = INTERNAL.exec(text)?.groups;
        const port = Number(found?.port ?? ((0,tree/* scalarText */.ws)((0,tree/* get */.Jt)(job, 'scheme')) === 'https' ? 443 : 80));
        if (!found?.app) {
            addNote(at, `${(0,quote/* quoted */.T)(text)} is not on Fly's private network, so it was left out.`, 'Keep the Prometheus that scrapes it now.');
            return [];
        }
        const { process } = found;
        const name = service ?? jobName;
        return [{ name, app: found.app, port, path, ...(process !== undefined && { process }), file, at: at.at }];
    });
    if (targets.length > 0)
        aboutKeys(job, jobName, addNote);
    return { targets, notes };
}
/** `fechatter.internal:9090`, `web.process.fechatter.internal:9090`, `nrt.fechatter.internal:9090`; `${…}` where a name is filled in. */
const INTERNAL = /^(?:(?<process>[\w-]+)\.process\.|[\w-]+\.(?:nearest\.of\.)?|all\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal(?::(?<port>\d+))?$/;
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
/** Adds a note for each setting of a job that a service of the configuration does not have. */
function aboutKeys(job, jobName, addNote) {
    if (job.kind !== 'table')
        return;
    const lost = [...job.entries].filter(([key]) => !KNOWN_KEYS.includes(key));
    for (const [key, value] of lost)
        addNote(value, `Job ${(0,quote/* quoted */.T)(jobName)} has \`${key}\`, which a service does not support.`, 'It was left out.');
    const labels = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).flatMap((config) => {
        const all = (0,tree/* get */.Jt)(config, 'labels');
        return all?.kind === 'table' ? [...all.entries] : [];
    });
    for (const [name, value] of labels)
        if (!OWN_LABELS.includes(name))
            addNote(value, `Job ${(0,quote/* quoted */.T)(jobName)} sets the label ${(0,quote/* quoted */.T)(name)}.`, 'It was left out: services have the labels `service` and `app`.');
    if (jobName === prometheus/* SELF_JOB */.P8)
        addNote(job, `The job name "${prometheus/* SELF_JOB */.P8}" is reserved for the self-scrape of Prometheus.`, 'The service is named after its app.');
}
function aboutRemoteWrite(root, file) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'remote_write')).flatMap((target) => {
        const relabel = (0,tree/* get */.Jt)(target, 'write_relabel_configs');
        return [
            initNote(file, target.at, 'Remote write is always part of this configuration, even without a target: with empty values every batch fails, and Prometheus needs a minute to stop.', 'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set.'),
            ...(relabel
                ? [
                    initNote(file, relabel.at, 'Remote write drops or renames metrics.', 'These filters were left out: all samples are written.'),
                ]
                : []),
        ];
    });
}
function aboutLabels(root, file) {
    const labels = (0,tree/* get */.Jt)((0,tree/* get */.Jt)(root, 'global'), 'external_labels');
    if (labels?.kind !== 'table' || labels.entries.size === 0)
        return [];
    const names = [...labels.entries.keys()].join(', ');
    return [
        initNote(file, labels.at, `The configuration sets external labels: ${names}.`, 'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.'),
    ];
}

;// CONCATENATED MODULE: ./build/init/scan.js







/** Scans the files of a repository. Names from the options take precedence over those that were found. Pure. */
function scanRepository(sources, names) {
    const { apps: scanned, monitoring, places } = scanFly(sources.fly);
    const prometheus = sources.prometheus.map(scanPrometheus);
    const targets = prometheus.flatMap((file) => file.targets);
    const apps = appsOf(scanned, targets, names);
    const placed = targets.map((target) => place(target, apps));
    const services = withDistinctNames([
        ...placed.flatMap(({ service }) => service ?? []),
        ...(targets.length === 0 ? apps.flatMap((app) => fromMetrics(app, scanned)) : []),
    ]);
    const interval = prometheus.find(({ scrapeInterval }) => scrapeInterval)?.scrapeInterval;
    const watched = apps.filter(({ app }) => services.some((service) => service.app === app));
    const first = scanned.find(({ app }) => app === (watched[0] ?? apps[0])?.app);
    const region = monitoring.region === undefined ? first?.region : undefined;
    const found = {
        apps: watched.length > 0 ? watched : apps.slice(0, 1),
        services,
        monitoring: {
            ...monitoring,
            ...(region && { region: region.value }),
            ...(interval && { scrape_interval: interval.text }),
        },
        places: {
            ...places,
            ...(region && { region: region.at }),
            ...(interval && { scrape_interval: interval.at }),
        },
        dashboards: folders(sources.dashboards),
        from: new Set(targets.map(({ file }) => file)),
        notes: [...prometheus.flatMap(({ notes }) => notes), ...placed.flatMap(({ problem }) => problem ?? [])],
    };
    return withoutInvalid(found, names);
}
/** The apps of the Fly configurations, followed by those that are only scraped, unless they are the same app misspelt. */
function appsOf(scanned, targets, names) {
    const own = scanned.map(({ metrics: _, region: __, ...app }) => app);
    const named = names.app;
    if (named !== undefined)
        return [own.find(({ app }) => app === named) ?? { ...own[0], app: named }];
    const known = new Set(own.map(({ app }) => app));
    const scrapedOnly = [...new Set(targets.map(({ app }) => app))].filter((app) => isAppName(app) && !known.has(app));
    // One app in the Fly configurations and another name in the targets: the same app with two names.
    const isOneApp = own.length === 1 && scrapedOnly.length === 1 && targets.every(({ app }) => !known.has(app));
    return isOneApp ? own : [...own, ...scrapedOnly.map((app) => ({ app }))];
}
/** The service of a target, with the app that runs it. */
function place(target, apps) {
    const { name, app: asked, port, path, process, file, at } = target;
    const app = apps.find((known) => known.app === asked)?.app ?? (apps.length === 1 ? apps[0]?.app : undefined);
    if (app === undefined)
        return {
            problem: initNote(file, at, `The app of ${(0,quote/* quoted */.T)(asked)} is not known, so the target was left out.`, `Add the service manually; the apps are ${(0,lib_text/* list */.p_)(apps.map((known) => known.app))}.`),
        };
    const service = {
        name,
        app,
        port,
        path,
        ...(process !== undefined && { process }),
        at: { file, line: at.line, column: at.column },
    };
    if (app === asked || !isAppName(asked))
        return { service };
    const message = `Prometheus scrapes ${asked}.internal, but the app is ${app}: the name cannot be resolved.`;
    return { service, problem: initNote(file, at, message, `The new configuration scrapes ${app} instead.`) };
}
/** The endpoints in fly.toml that Fly's own Prometheus scrapes. */
function fromMetrics({ app }, scanned) {
    const metrics = scanned.find((one) => one.app === app)?.metrics ?? [];
    return metrics.map((endpoint) => ({ name: endpoint.process ?? app, app, ...endpoint }));
}
/** A folder for dashboards is listed as a whole, so that new files in it are included. */
function folders(files) {
    const folderOf = (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file));
    return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted();
}

;// CONCATENATED MODULE: ./build/init/starters.js




/** The path of the workflow: relative to the root of the repository, independent of the working directory. */
const WORKFLOW = '.github/workflows/deploy-monitoring.yml';
const COPIES = [
    ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
    ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
    ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
    ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
];
/** Starter files: nearly the same for every repository, and meant to be changed by the team. */
function starterFiles(config, options) {
    return [
        ...COPIES.map(([path, asset]) => ({
            path,
            text: (0,manual_mark/* withInitMark */.E)((0,assets.readAsset)(asset).replaceAll(REPOSITORY, options.program), undefined),
            executable: path.endsWith('.sh'),
        })),
        { path: WORKFLOW, text: (0,manual_mark/* withInitMark */.E)(workflow(options), undefined), executable: false },
        ...dashboardFiles(config, options),
    ];
}
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
    if (!config.grafana.dashboards?.includes(DASHBOARDS))
        return [];
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const uids = [...(isFechatter ? ['fechatter-overview'] : []), 'fechatter-monitoring'];
    return uids
        .map((uid) => ({ uid, path: `${DASHBOARDS}/${uid}.json` }))
        .filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
        .map(({ uid, path }) => ({ path, text: (0,assets.readAsset)(`dashboards/${uid}.json`), executable: false }));
}

;// CONCATENATED MODULE: ./build/init/prepare.js





















/**
 * Reads the repository and decides what to do with every file; nothing is written.
 * @throws ActionError `configuration` when the configuration or a name from the options is not valid
 */
async function prepareInit(workspace, { config: { path }, names, force }) {
    const existing = (0,lib_workspace/* readText */.yR)(workspace, path);
    if (existing)
        refuseNames(names, existing.file);
    const pace = (0,lib_pace/* createPace */.q)({ until: Date.now() + MOST_MS, signal: new AbortController().signal });
    const found = await (0,sources/* findSources */.I)(workspace, { config: undefined, pace });
    const dashboards = await dashboardsIn(found, pace);
    const inside = insideOf(workspace);
    const first = existing ? undefined : firstConfiguration(found, dashboards, { inside, names });
    const config = existing ? (0,load/* loadConfig */.Z9)(existing.text, existing.file) : checked(first?.text ?? '');
    const branch = defaultBranch(workspace);
    const files = [
        ...(first ? [{ path, text: first.text, executable: false }] : []),
        ...(0,manual_files.renderedFiles)(config, path),
        ...starterFiles(config, {
            branch,
            workingDirectory: (0,lib_workspace/* repositoryPath */.SH)(workspace, ''),
            source: path,
            program: await pinnedProgram(),
            dashboards: uids(dashboards, inside),
        }),
    ].map((file) => atRoot(file, workspace));
    const root = { root: workspace.root, folder: workspace.root };
    const decisions = files.map((file) => decide(file, (0,lib_workspace/* readText */.yR)(root, file.path, MAX_BYTES)?.text, force));
    return {
        config,
        configured: existing !== undefined,
        decisions,
        problems: [
            ...(first ? await wrongIn(found, { config, notes: first.notes, pace }) : []),
            ...(await ignored(workspace.root, decisions)),
            ...belowRoot(workspace.root),
        ],
    };
}
/** The time limit for reading, in milliseconds: no one waits longer at a terminal. Unread files are reported. */
const MOST_MS = 120_000;
async function dashboardsIn({ sources }, pace) {
    const found = [];
    await pace.each(sources.dashboards, ({ file, text: read }) => {
        const text = read();
        if (text !== undefined)
            found.push({ file, ours: OURS.test(text) ? uidOf(text) : [] });
    });
    return found;
}
const OURS = /"fechatter-(?:overview|monitoring)"/;
/** The size limit of an existing file that is compared: a dashboard may be large. */
const MAX_BYTES = 16_000_000;
/** Options for names are for the first configuration only; afterwards the configuration has them. */
function refuseNames(names, file) {
    const given = Object.keys(names);
    if (given.length === 0)
        return;
    const message = `${file} exists already, and the names are configured there.`;
    const hint = `Change them in ${file}, then run init without options for names.`;
    throw new errors/* ActionError */.lZ('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }]);
}
function firstConfiguration({ sources }, dashboards, { inside, names }) {
    const fly = sources.fly.map(({ file, text, role }) => ({ path: inside(file), text, role }));
    const paths = dashboards.map(({ file }) => inside(file));
    const found = scanRepository({ fly, prometheus: sources.prometheus, dashboards: paths }, names);
    const replaced = sources.prometheus.filter(({ file }) => inside(file) !== manual_paths/* PROMETHEUS_PATH */.VM && found.from.has(file));
    return { text: draftConfiguration(found, names), notes: [...found.notes, ...replaced.map(superseded)] };
}
const superseded = ({ file }) => initNote(file, { line: 1, column: 1 }, 'The targets of this Prometheus on Fly are in monitoring.yml now.', `Remove this file when the new Prometheus runs: ${manual_paths/* PROMETHEUS_PATH */.VM} replaces it.`);
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
/** The problems in the existing files, checked with the configuration that was generated from them. */
async function wrongIn({ sources, problems }, { config, notes, pace }) {
    const prometheus = (0,subject/* prometheusContext */.S2)(config, () => false);
    const found = await (0,lint/* lintSources */.K)(sources, {
        config,
        assumed: true,
        recorded: () => (0,recorded/* recordedByShippedRules */._)(config, true),
        prometheus,
        inputs: names/* INPUTS */.mc,
        pace,
    });
    // The notes report the same once, and how it was resolved.
    const reported = found.problems.filter(({ code }) => code !== 'prometheus/unknown-app');
    return (0,order/* worstFirst */.m)([...reported, ...problems, ...notes, ...pace.problems()]);
}
/** Warnings about files that git ignores: they would not reach the repository, where the workflow needs them. */
async function ignored(root, decisions) {
    const found = await ignoredByGit(root, decisions.map(({ file }) => file.path));
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
    const root = parents(folder).find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(one, '.git')));
    if (root === undefined)
        return [];
    const hint = `Run \`init\` in ${root} with \`--working-directory ${(0,external_node_path_.relative)(root, folder)}\`.`;
    const message = 'This folder is not the root of the repository, but GitHub reads workflows only there.';
    return [{ code: 'init-below-root', severity: 'warning', message, hint }];
}
const parents = (folder) => (0,external_node_path_.dirname)(folder) === folder ? [] : [(0,external_node_path_.dirname)(folder), ...parents((0,external_node_path_.dirname)(folder))];
/** Paths of the repository as the configuration writes them, relative to the working directory. */
function insideOf(workspace) {
    const folder = (0,lib_workspace/* repositoryPath */.SH)(workspace, '');
    return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file);
}
/** The file with its path from the root of the repository: all files except the workflow are in the working directory. */
const atRoot = (file, workspace) => file.path === WORKFLOW ? file : { ...file, path: (0,lib_workspace/* repositoryPath */.SH)(workspace, file.path) };
/** The paths of shipped dashboards that exist in the repository, by uid. */
const uids = (dashboards, inside) => new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)])));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/init/write.js




/**
 * Writes files of the repository, each completely or not at all, and creates their folders. A symbolic link in the place
 * of a file is replaced, not followed. When the folder of a file is outside of the repository, or is not a folder,
 * nothing is written.
 * @throws ActionError `configuration`
 */
function writeFiles(root, files) {
    const problems = files.flatMap(({ path }) => outOfPlace(root, path));
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
    for (const { path, text, executable } of files) {
        const target = (0,external_node_path_.join)(root, path);
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
            replaceFile(target, text, executable);
        }
        catch (error) {
            throw new errors/* ActionError */.lZ('configuration', [writeProblem(path, `cannot be written: ${(0,errors/* messageOf */.bD)(error)}`)]);
        }
    }
}
function outOfPlace(root, path) {
    const folder = existingParent((0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)));
    const real = (0,external_node_fs_.realpathSync)(folder);
    if (real !== root && !real.startsWith(root + external_node_path_.sep))
        return [writeProblem(path, 'leads outside of the repository')];
    return (0,external_node_fs_.statSync)(real).isDirectory()
        ? []
        : [writeProblem(path, `cannot be written: ${(0,external_node_path_.relative)(root, real)} is not a folder`)];
}
/** Writes to a temporary file first: another program that reads the file sees the old or the new text. */
function replaceFile(target, text, executable) {
    const fresh = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    try {
        (0,external_node_fs_.writeFileSync)(fresh, text, { flag: 'wx' });
        if (executable)
            (0,external_node_fs_.chmodSync)(fresh, 0o755);
        (0,external_node_fs_.renameSync)(fresh, target);
    }
    finally {
        (0,external_node_fs_.rmSync)(fresh, { force: true });
    }
}
/** The nearest parent folder that exists. */
function existingParent(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0,external_node_path_.dirname)(path));
}
const writeProblem = (path, message) => ({
    code: 'init-write',
    severity: 'error',
    message: `${path} ${message}.`,
    hint: 'Its parent must be a folder of the repository that is writable.',
});

// EXTERNAL MODULE: ./build/inputs/read.js + 1 modules
var read = __webpack_require__(4633);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
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
async function runInit({ inputs, switches }) {
    // With the checks of mode plan, which needs no secrets.
    const { workingDirectory, config, names } = (0,read/* readInputs */.K)({ ...inputs, INPUT_MODE: 'plan' });
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(process.cwd(), workingDirectory);
    const force = switches.has('force');
    const watchdog = (0,guard/* startWatchdog */.M)({ reader: 'terminal' }, 0);
    watchdog.update({ during: '`init`' });
    const prepared = await prepareInit(workspace, { config, names, force }).finally(watchdog.dismiss);
    const isDry = switches.has('dry-run');
    if (isDry)
        (0,print/* print */.y)(prepared.decisions.map(patchOf).map(displayPatch).join(''), process.stdout);
    else
        writeFiles(workspace.root, prepared.decisions.filter(isWrite).map(({ file }) => file));
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
function logResult({ decisions, problems, configured }, isDry) {
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
    (0,print/* print */.y)(`\n${(0,terminal_text/* section */.uW)('Next', nextSteps({ kept, configured, wrong }))}`, stream);
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
        ...(state.configured ? [] : ['Review monitoring.yml, and correct the values that were guessed.']),
        ...(state.wrong
            ? ['Correct the errors above in the files that are kept: files with errors cannot be deployed.']
            : []),
        ...(state.kept ? [`Show how the kept files would change: ${BY_NPX} init --force --dry-run`] : []),
        `Check everything, without secrets: ${BY_NPX} plan`,
        'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
        'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
    ];
}


/***/ }),

/***/ 9711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SAMPLES_PER_MB),
/* harmony export */   N: () => (/* binding */ scrapeLimits)
/* harmony export */ });
/**
 * What one target may send in one scrape, so that a service that grows without limit is refused before Prometheus runs
 * out of memory. Measured on a machine of 512 MB: 100,000 series take 195 MB, 200,000 take 341 MB; a target of 10,240
 * series leaves room for fourteen like it. A response is held in memory completely while it is read.
 */
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
/** No exposition that is worth scraping is larger. */
const MOST_BODY_MB = 64;
/** The limits of a scrape job on a machine with this much memory. */
function scrapeLimits(memoryMb) {
    return {
        samples: SAMPLES_PER_MB * memoryMb,
        bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
    };
}


/***/ }),

/***/ 3639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ findSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
;// CONCATENATED MODULE: ./build/config/source-files.js

/** Paths of the working directory, each with its path from the root of the repository. */
const withNames = (workspace, paths) => paths.map((path) => ({ path, file: (0,lib_workspace/* repositoryPath */.SH)(workspace, path) }));

;// CONCATENATED MODULE: ./build/config/fly-sources.js


/** The Fly configurations of the apps, and all others in the workspace. */
async function flyFiles(workspace, paths, { config, read, pace, hasRoom }) {
    const apps = Map.groupBy(config?.apps ?? [], (app) => (0,lib_workspace/* repositoryPath */.SH)(workspace, app.config));
    const others = paths.filter((path) => /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/.test(path));
    const all = [...new Set([...apps.values()].flatMap(([app]) => app?.config ?? []).concat(others))];
    const found = [];
    await pace.each(withNames(workspace, all), ({ path }) => {
        const file = path.endsWith('.toml') ? read(path, 'named') : undefined;
        if (!file || !hasRoom(file))
            return;
        found.push({ ...file, ...roleOf(file, { config, path, apps: apps.get(file.file) ?? [], workspace }) });
    });
    return found;
}
/** The role of a Fly configuration's app; `apps` are those that the configuration deploys with this file. */
function roleOf({ text }, { config, path, apps, workspace, }) {
    const own = /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? '';
    const monitoring = config?.monitoring.app;
    // An app that is not deployed from here may have the default path, which is the file of another app.
    const app = apps.find(({ deploy }) => deploy) ?? apps.find(({ app: name }) => name === own);
    if (app)
        return { app: app.app, role: 'app', dockerfile: builtFrom(app, workspace) };
    if (own !== monitoring && !/monitoring|prometheus/.test(path))
        return { app: own, role: 'app' };
    return { app: monitoring ?? own, role: 'monitoring' };
}
/** The Dockerfile, relative to the root of the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }, workspace) => image === undefined && dockerfile !== undefined ? (0,lib_workspace/* repositoryPath */.SH)(workspace, dockerfile) : undefined;

;// CONCATENATED MODULE: ./build/config/recognise.js
/** Recognizes files by their contents without parsing them. A wrong guess must be rare in both directions. */
/** Helm, Ansible and others fill these in before the file is YAML. */
const TEMPLATE = /\{\{|\{%/;
/** Prometheus rules contain templates too, but only in labels and annotations. */
const TEMPLATE_OF_RULES = /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m;
const withoutComments = (text) => text.replace(/(?:^|[ \t])#.*$/gm, '');
/** Promtail, Loki, collectors and agents have similar keys, and Kubernetes resources embed configurations of Prometheus. */
const OF_OTHERS = /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m;
/** A `prometheus.yml`. */
const looksLikePrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
    !OF_OTHERS.test(text) &&
    !TEMPLATE.test(withoutComments(text));
/** Pipes and filters of LogQL: Loki has rule files of the same form. */
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/;
/** A rule file, but not a file of rule tests or a Kubernetes resource. Templates of alerts are part of it. */
const looksLikeRules = (text) => /^groups:/m.test(text) &&
    /^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:record|alert|rules):/m.test(text) &&
    !/^(?:kind|tests|apiVersion):/m.test(text) &&
    !LOGQL.test(text) &&
    !TEMPLATE_OF_RULES.test(withoutComments(text));
/** A Grafana dashboard in any of its forms. */
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
    /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
const looksLikeCaller = (text) => /uses:\s*['"]?(?:[\w.-]+\/)?deploy-monitoring\b|\b(?:flyctl|fly)\s+deploy\b/.test(text);

;// CONCATENATED MODULE: ./build/config/sources.js






/** Files that no configuration names are read up to this size. */
const MAX_FOUND_BYTES = 2_000_000;
/** No more files than this are searched; files that the configuration names are always read. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
/** Limit for all texts that are held in memory together: a hundred times what the largest repositories have. */
const MAX_KEPT_CHARACTERS = 100_000_000;
/** Folders with generated files or files of other projects. */
const NOT_SEARCHED = new Set([
    'node_modules',
    'vendor',
    'target',
    'dist',
    'build',
    'out',
    'coverage',
    'venv',
    '__pycache__',
    'testdata',
]);
/** All files of a workspace that can be checked: those that the configuration names, and those that are recognised. */
async function findSources(workspace, { config, own, pace }) {
    const problems = [];
    const large = [];
    let room = MAX_KEPT_CHARACTERS;
    const context = {
        config,
        pace,
        read: reader(workspace, { problems, large }),
        hasRoom: ({ text: { length } }) => {
            room -= length;
            return room >= 0;
        },
    };
    const { paths, incomplete, closed } = (0,lib_workspace/* walkFiles */.Fv)(workspace, {
        skips: (folder) => folder.startsWith('.') || NOT_SEARCHED.has(folder),
        maxFiles: MAX_FILES,
        maxDepth: MAX_DEPTH,
    });
    const sources = {
        fly: await flyFiles(workspace, paths, context),
        ...(await yamls(workspace, paths, { ...context, own })),
        workflows: await workflows(workspace, context),
        dashboards: dashboards(workspace, paths, context),
    };
    return { sources, problems, incomplete: incomplete || room < 0, closed, large };
}
/** Configurations of Prometheus, and rule files. */
async function yamls(workspace, paths, { own, read, pace, hasRoom }) {
    const found = { prometheus: [], rules: [] };
    const candidates = withNames(workspace, paths).filter(({ file }) => /\.ya?ml$/.test(file) && file !== own && !/^\.github\/workflows\/[^/]+$/.test(file));
    await pace.each(candidates, ({ path }) => {
        const source = read(path, 'found');
        if (!source)
            return;
        const isPrometheus = looksLikePrometheus(source.text);
        const isRules = looksLikeRules(source.text);
        if ((!isPrometheus && !isRules) || !hasRoom(source))
            return;
        if (isPrometheus)
            found.prometheus.push({ ...source, exists: existsRelativeTo(workspace, source) });
        if (isRules)
            found.rules.push(source);
    });
    return found;
}
/** Reads files of the working directory; one that cannot be read is reported once, and only if it matters. */
function reader(workspace, unread) {
    const reported = new Set();
    return (path, how) => {
        try {
            return (0,lib_workspace/* readText */.yR)(workspace, path, limitOf(path, how));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            if (!reported.has(path))
                reportUnread((0,lib_workspace/* repositoryPath */.SH)(workspace, path), how, { error, ...unread });
            reported.add(path);
            return undefined;
        }
    };
}
function limitOf(path, how) {
    if (how === 'found')
        return MAX_FOUND_BYTES;
    return path.endsWith('.json') ? lib_workspace/* MAX_DASHBOARD_BYTES */.Em : undefined;
}
/** A large or binary file that no configuration names is most likely of another kind. */
function reportUnread(file, how, { error, problems, large }) {
    const at = { file, line: 1, column: 1 };
    for (const problem of error.problems)
        if (how === 'named' || problem.code === 'file/outside')
            problems.push({ ...problem, at });
        else if (problem.code === 'file/too-large')
            large.push(file);
}
/** Whether a path relative to a file exists in the workspace. */
const existsRelativeTo = (workspace, { file }) => (path) => (0,lib_workspace/* existsInWorkspace */.j6)(workspace, (0,lib_workspace/* fromRoot */.tc)(workspace, (0,external_node_path_.join)((0,external_node_path_.dirname)(file), path)));
/** Workflows are at the root of the repository, independent of the working directory. */
async function workflows(workspace, { read, pace, hasRoom }) {
    const folder = (0,lib_workspace/* fromRoot */.tc)(workspace, '.github/workflows');
    if (!(0,lib_workspace/* existsInWorkspace */.j6)(workspace, folder))
        return [];
    const paths = (0,lib_workspace/* listFiles */.CS)(workspace, folder, '').filter((path) => /\.ya?ml$/.test(path));
    const found = [];
    await pace.each(withNames(workspace, paths), ({ path }) => {
        const source = read(path, 'found');
        if (source && looksLikeCaller(source.text) && hasRoom(source))
            found.push(source);
    });
    return found;
}
function dashboards(workspace, paths, { config, read }) {
    const own = new Set((config?.grafana.dashboards ?? []).flatMap((path) => (0,lib_workspace/* listFiles */.CS)(workspace, path, '.json')));
    const others = paths.filter((path) => path.endsWith('.json') &&
        !own.has(path) &&
        !/(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path));
    return [
        ...withNames(workspace, [...own]).map(({ path, file }) => ({
            file,
            text: () => read(path, 'named')?.text,
        })),
        ...withNames(workspace, others).map(({ path, file }) => ({
            file,
            found: true,
            text: () => {
                const text = read(path, 'found')?.text;
                return text !== undefined && looksLikeDashboard(text) ? text : undefined;
            },
        })),
    ];
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

/***/ 7247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderedFiles: () => (/* binding */ renderedFiles)
/* harmony export */ });
/* harmony import */ var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9149);
/* harmony import */ var _fly_toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3181);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9277);
/* harmony import */ var _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4879);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2391);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3052);






/** The configuration that the entrypoint completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
/** Placeholders that the entrypoint fills in; where they are not set, it leaves the whole block out. */
const REMOTE_WRITE = {
    url: placeholder('GRAFANA_PROMETHEUS_URL'),
    user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
/**
 * The files that are generated from the configuration, with the same renderer as a deploy, for deploying manually with
 * flyctl. `source` is the path of the configuration.
 */
function renderedFiles(config, source) {
    const prometheus = (0,_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPrometheus */ .Be)(config, {
        version: (0,_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusVersionOf */ .q)(config.monitoring.image),
        rules: true,
        remoteWrite: REMOTE_WRITE,
    });
    const flyToml = (0,_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .renderManualFlyToml */ .Qn)(config, [
        { guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS_PATH */ .VM },
        { guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES_PATH */ .MU },
    ]);
    const files = {
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS_PATH */ .VM]: withIgnoreComment(prometheus),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES_PATH */ .MU]: (0,_prometheus_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .renderRules */ .a)(config, { remoteWrite: true }),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .FLY_TOML_PATH */ .L_]: `${BY_HAND}${flyToml}`,
    };
    return Object.entries(files).map(([path, text]) => ({
        path,
        text: (0,_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .withInitMark */ .E)(text, source),
        executable: false,
    }));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
/** Prometheus does not expand these placeholders, but the entrypoint does: the comment silences the finding of `plan`. */
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{GRAFANA_PROMETHEUS_/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withInitMark),
/* harmony export */   L: () => (/* binding */ initMarkOf)
/* harmony export */ });
/** The comment that names the origin of a written file; the digest shows whether the file was changed since. */
const MARK = /^# Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\]$/m;
/**
 * Adds the mark as the first line, after the line of an interpreter. `source`: the configuration that the file is
 * generated from by every `init`.
 */
function withInitMark(text, source) {
    const comment = source === undefined
        ? '# Written by deploy-monitoring init: it is yours to change.'
        : `# Written by deploy-monitoring init from ${source}; change that file and run init again.`;
    const lines = text.split('\n');
    const at = text.startsWith('#!') ? 1 : 0;
    const marked = [...lines.slice(0, at), `${comment} [${BLANK}]`, ...lines.slice(at)].join('\n');
    return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`);
}
/** The mark of a file, or undefined when `init` did not write it. */
function initMarkOf(text) {
    const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups;
    if (!found?.digest)
        return undefined;
    return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest };
}
const BLANK = '0'.repeat(16);
/** The mark is at the top; a similar text further down is not a mark. */
const MAX_HEAD = 500;
/** Git may convert line endings on checkout; that is not a change. */
function digestOf(text) {
    // Only a file with a mark needs it; loading it would cost every run of plan 5 ms.
    const { hash } = process.getBuiltinModule('node:crypto');
    return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}


/***/ }),

/***/ 3052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RENDERED_PATHS),
/* harmony export */   L_: () => (/* binding */ FLY_TOML_PATH),
/* harmony export */   MU: () => (/* binding */ RULES_PATH),
/* harmony export */   VM: () => (/* binding */ PROMETHEUS_PATH)
/* harmony export */ });
/** The configuration of Prometheus that the entrypoint completes. */
const PROMETHEUS_PATH = 'monitoring/prometheus-fly.yml';
const RULES_PATH = 'monitoring/rules.yml';
const FLY_TOML_PATH = 'fly.monitoring.toml';
/** The files that are generated from the configuration, relative to the working directory. */
const RENDERED_PATHS = [PROMETHEUS_PATH, RULES_PATH, FLY_TOML_PATH];


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

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   es: () => (/* binding */ GUEST_PATHS)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9711);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(980);




/** Paths of the files on the monitoring machine. */
const GUEST_PATHS = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST_PATHS.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
const NO_REDIRECTS = { follow_redirects: false };
/**
 * Discovery by the AAAA records of Fly's private DNS: each started machine is a target.
 * Both labels are names of the configuration, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, { scrape_interval: interval, vm }, version) {
    const { samples, bodyMb } = (0,_config_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .scrapeLimits */ .N)(vm.memory_mb);
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        ...NO_REDIRECTS,
        body_size_limit: `${bodyMb}MB`,
        sample_limit: samples,
        // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
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
/** The self-scrape needs the password too: basic auth protects every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8,
        ...NO_REDIRECTS,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        ...NO_REDIRECTS,
        basic_auth: { username: target.user, password_file: GUEST_PATHS.remoteWriteKey },
        // A monitoring machine is small: few shards use little memory (the default is 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ }),

/***/ 5478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS_URL */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to diagnose it, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS_URL = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it; what other modes report has no page of its own. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`;


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
    const errors = problems.filter(({ severity }) => severity === 'error');
    return { ...short, problems, verdict: { kind: 'failed', problems: errors } };
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

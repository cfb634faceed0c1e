export const id = 598;
export const ids = [598,174];
export const modules = {

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assetPath),
/* harmony export */   f: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships beside the code (`dashboards/…`, `templates/…`).
 * This file stays directly in src/: `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships beside the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}


/***/ }),

/***/ 2598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./build/init/patch.js

/** A comparison that takes longer is given up: every line is then shown as replaced. */
const PATIENCE_MS = 2_000;
/** What would be written, as a diff that `git apply` takes; empty when nothing would be. */
function patchOf(decision) {
    const { file } = decision;
    if (decision.kind === 'unchanged' || decision.kind === 'keep')
        return '';
    const isNew = decision.kind === 'create';
    const before = isNew ? '' : decision.before;
    const [from, to] = [isNew ? '/dev/null' : `a/${file.path}`, `b/${file.path}`];
    const options = { context: 3, headerOptions: create/* FILE_HEADERS_ONLY */.jr, timeout: PATIENCE_MS };
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
// EXTERNAL MODULE: ./build/content/groups.js + 6 modules
var groups = __webpack_require__(8343);
// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/lint/index.js + 1 modules
var lint = __webpack_require__(5032);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/context.js
var context = __webpack_require__(5658);
// EXTERNAL MODULE: ./build/lint/workspace.js + 1 modules
var lint_workspace = __webpack_require__(9731);
// EXTERNAL MODULE: ./build/init/mark.js
var init_mark = __webpack_require__(134);
;// CONCATENATED MODULE: ./build/init/decide.js

/**
 * What to do with a file, given what is there. Work of people is never lost without `force`: only a file that is
 * exactly as an earlier init wrote it is brought up to date.
 */
function decide(file, before, force) {
    if (before === undefined)
        return { kind: 'create', file };
    if (sameText(before, file.text))
        return { kind: 'unchanged', file };
    const mark = (0,init_mark/* markOf */.F)(before);
    if (mark && !mark.changed)
        return { kind: 'update', file, before };
    return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'foreign' };
}
/** Git may have turned the ends of lines. */
const sameText = (a, b) => a.replaceAll('\r\n', '\n') === b;

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/config/check.js
var check = __webpack_require__(3519);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
;// CONCATENATED MODULE: ./build/init/found.js
/** Values that the schema takes. */
const isAppName = (text) => text !== undefined && /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
const isRegion = (text) => text !== undefined && /^[a-z]{3}$/.test(text);
const isPath = (text) => text !== undefined && /^\/\S*$/.test(text);
const isPort = (port) => Number.isInteger(port) && port >= 1 && port <= 65535;
const isProcess = (text) => text !== undefined && /^[a-zA-Z0-9_-]+$/.test(text);
/** A warning at a place of a file; one of these is no mistake, but something a person should know. */
function note(file, at, message, hint) {
    return {
        code: 'init-note',
        severity: 'warning',
        at: { file, line: at.line, column: at.column },
        message,
        hint,
    };
}

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lint/fly/model.js
var model = __webpack_require__(7415);
// EXTERNAL MODULE: ./build/lint/fly/toml.js
var toml = __webpack_require__(3332);
;// CONCATENATED MODULE: ./build/init/scan-fly.js





/** The apps of all Fly configurations, one for each folder: `fly.staging.toml` is another stage, not another app. */
function scanFly(sources) {
    const parsed = sources.flatMap(parse);
    const byFolder = Map.groupBy(parsed.filter(({ role }) => role === 'app'), ({ path }) => (0,external_node_path_.dirname)(path));
    const chosen = [...byFolder.values()].flatMap((all) => all.toSorted((a, b) => stage(a.path) - stage(b.path))[0] ?? []);
    const apps = chosen.flatMap(scanApp);
    const monitoring = parsed.find(({ role }) => role === 'monitoring');
    return {
        apps: apps.filter(({ app }, i) => apps.findIndex((other) => other.app === app) === i),
        monitoring: monitoring ? scanMonitoring(monitoring) : {},
    };
}
function parse({ path, text, role }) {
    const read = (0,toml/* readToml */.D)(text);
    if (!read.ok)
        return [];
    const region = read.table.entries.get('primary_region');
    return [{ path, fly: (0,model/* model */.g)(read.table), role, region: region?.kind === 'value' ? region.text : undefined }];
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
            ...(isRegion(region) && { region }),
            metrics: fly.metrics.flatMap(endpoints),
        },
    ];
}
/** Of a check that asks what the public can ask too: the main service's own. */
function healthPath(fly) {
    const http = fly.services.find((service) => service.http);
    const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])];
    return checks.map((check) => check.text('path')?.value).find(isPath);
}
function endpoints(section) {
    const port = section.number('port')?.value ?? 0;
    const path = section.text('path')?.value ?? '/metrics';
    if (!isPort(port) || !isPath(path))
        return [];
    const groups = section.processes.map(({ value }) => value).filter(isProcess);
    return groups.length === 0 ? [{ port, path }] : groups.map((process) => ({ port, path, process }));
}
function scanMonitoring({ fly, region }) {
    const [mount] = fly.mounts;
    const [vm] = fly.machines;
    const env = new Map(fly.env.map(({ key, value }) => [key, value]));
    const name = mount?.text('source')?.value;
    const size = gigabytes(mount?.text('initial_size')?.value);
    const memory = megabytes(vm);
    const retention = env.get('PROMETHEUS_RETENTION_TIME');
    const image = fly.build?.text('image')?.value;
    const kind = vm?.text('size')?.value;
    return {
        ...(isAppName(fly.app?.value) && { app: fly.app.value }),
        ...(isRegion(region) && { region }),
        ...(retention !== undefined && duration/* DURATION */.f.test(retention) && { retention }),
        ...((name || size) && {
            volume: {
                ...(name !== undefined && /^[a-z0-9_]{1,30}$/.test(name) && { name }),
                ...(size !== undefined && { size_gb: size }),
            },
        }),
        ...((kind || memory) && {
            vm: {
                ...(kind !== undefined && kind !== '' && { size: kind }),
                ...(memory !== undefined && { memory_mb: memory }),
            },
        }),
        // The plain image cannot write to a fresh volume.
        ...(image !== undefined &&
            /^\S+$/.test(image) &&
            !/^(docker\.io\/)?prom\/prometheus\b/.test(image) && { image }),
    };
}
/** `10gb`, `10GB`, `10`: whole gigabytes. */
function gigabytes(size) {
    const found = /^(\d{1,3})\s*(?:gb?)?$/i.exec(size ?? '');
    const n = Number(found?.[1]);
    return found && n >= 1 && n <= 500 ? n : undefined;
}
/** `memory = "512mb"`, `memory = "1gb"`, `memory_mb = 512`; what is too little for Prometheus is not taken over. */
function megabytes(vm) {
    const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.text('memory')?.value ?? '');
    const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1;
    const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0);
    return Number.isInteger(n) && n >= 512 ? n : undefined;
}

// EXTERNAL MODULE: ./build/lint/tree.js
var tree = __webpack_require__(6530);
// EXTERNAL MODULE: ./build/lint/yaml.js + 1 modules
var yaml = __webpack_require__(2753);
;// CONCATENATED MODULE: ./build/init/scan-prometheus.js






/** Keys of a job that a service of ours has, or that make no difference. */
const KNOWN_KEYS = [
    ...['job_name', 'metrics_path', 'scrape_interval', 'scrape_timeout', 'scheme', 'static_configs'],
    ...['dns_sd_configs', 'honor_timestamps', 'body_size_limit', 'fallback_scrape_protocol', 'relabel_configs'],
];
/** Labels that we set ourselves. */
const OWN_LABELS = ['service', 'app', 'job', 'instance'];
/** What a Prometheus configuration scrapes on Fly, and what of it has no place in ours. */
function scanPrometheus({ file, text }) {
    const read = (0,yaml/* readYaml */.g)(text, file);
    if (!read.ok)
        return { targets: [], scrapeInterval: undefined, notes: [] };
    const root = read.tree;
    const jobs = (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'scrape_configs')).map((job) => scanJob(job, file));
    const interval = (0,tree/* textOf */.b6)((0,tree/* get */.Jt)((0,tree/* get */.Jt)(root, 'global'), 'scrape_interval'));
    return {
        targets: jobs.flatMap(({ targets }) => targets),
        scrapeInterval: (0,duration/* parseDuration */.E)(interval ?? '') ? interval : undefined,
        notes: [
            ...jobs.flatMap(({ notes }) => notes),
            ...aboutRemoteWrite(root, file),
            ...aboutLabels(root, file),
        ],
    };
}
function scanJob(job, file) {
    const notes = [];
    const say = (at, message, hint) => void notes.push(note(file, at.at, message, hint));
    const path = (0,tree/* textOf */.b6)((0,tree/* get */.Jt)(job, 'metrics_path')) ?? '/metrics';
    const jobName = (0,tree/* textOf */.b6)((0,tree/* get */.Jt)(job, 'job_name')) ?? '';
    const addresses = [...staticAddresses(job), ...dnsAddresses(job)];
    const targets = addresses.flatMap(({ at, text, service }) => {
        if (/^(?:localhost|127\.0\.0\.1|\[::1?\])(?::|$)/.test(text))
            return [];
        const found = INTERNAL.exec(text)?.groups;
        const port = Number(found?.port ?? ((0,tree/* textOf */.b6)((0,tree/* get */.Jt)(job, 'scheme')) === 'https' ? 443 : 80));
        if (!found?.app || !isPort(port) || !isPath(path)) {
            say(at, `${(0,catalog/* shown */.SP)(text)} is not on Fly's private network, and is not taken over.`, 'Keep it where it is scraped now.');
            return [];
        }
        const { process } = found;
        const name = service ?? jobName;
        return [{ name, app: found.app, port, path, ...(isProcess(process) && { process }), file, at: at.at }];
    });
    if (targets.length > 0)
        aboutKeys(job, jobName, say);
    return { targets, notes };
}
/** `fechatter.internal:9090`, `web.process.fechatter.internal:9090`, `nrt.fechatter.internal:9090`; `${…}` where a name is put in. */
const INTERNAL = /^(?:(?<process>[\w-]+)\.process\.|[\w-]+\.(?:nearest\.of\.)?|all\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal(?::(?<port>\d+))?$/;
function staticAddresses(job) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).flatMap((config) => {
        const label = (0,tree/* textOf */.b6)((0,tree/* get */.Jt)((0,tree/* get */.Jt)(config, 'labels'), 'service'));
        const service = label !== undefined && !label.includes('$') ? label : undefined;
        return (0,tree/* items */.ld)((0,tree/* get */.Jt)(config, 'targets')).map((at) => ({ at, text: (0,tree/* textOf */.b6)(at) ?? '', service }));
    });
}
function dnsAddresses(job) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'dns_sd_configs')).flatMap((config) => {
        const port = (0,tree/* textOf */.b6)((0,tree/* get */.Jt)(config, 'port'));
        return (0,tree/* items */.ld)((0,tree/* get */.Jt)(config, 'names')).map((at) => ({
            at,
            text: `${(0,tree/* textOf */.b6)(at) ?? ''}${port === undefined ? '' : `:${port}`}`,
            service: undefined,
        }));
    });
}
/** What a job says beyond what a service of ours can. */
function aboutKeys(job, jobName, say) {
    if (job.kind !== 'table')
        return;
    const lost = [...job.entries].filter(([key]) => !KNOWN_KEYS.includes(key));
    for (const [key, value] of lost)
        say(value, `Job ${(0,catalog/* shown */.SP)(jobName)} has ${key}, which a service has no place for.`, 'It is not taken over.');
    const labels = (0,tree/* items */.ld)((0,tree/* get */.Jt)(job, 'static_configs')).flatMap((config) => {
        const all = (0,tree/* get */.Jt)(config, 'labels');
        return all?.kind === 'table' ? [...all.entries] : [];
    });
    for (const [name, value] of labels)
        if (!OWN_LABELS.includes(name))
            say(value, `Job ${(0,catalog/* shown */.SP)(jobName)} sets the label ${(0,catalog/* shown */.SP)(name)}.`, 'It is not taken over: services have the labels service and app.');
    if (jobName === check/* SELF_JOB */.P)
        say(job, `The job name "${check/* SELF_JOB */.P}" is for Prometheus' scrape of itself.`, 'The service is named after its app.');
}
function aboutRemoteWrite(root, file) {
    return (0,tree/* items */.ld)((0,tree/* get */.Jt)(root, 'remote_write')).flatMap((target) => {
        const relabel = (0,tree/* get */.Jt)(target, 'write_relabel_configs');
        return [
            note(file, target.at, 'Remote write is part of the configuration, whether there is a target or not: with empty values every batch fails, and Prometheus takes a minute to stop.', 'It is switched on by GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER and GRAFANA_PROMETHEUS_API_KEY, and left out without them.'),
            ...(relabel
                ? [
                    note(file, relabel.at, 'Remote write drops or renames metrics.', 'These filters are not taken over: everything is written.'),
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
        note(file, labels.at, `External labels: ${names}.`, 'The new configuration has one, monitor, with the name of the monitoring app. Queries at the remote end that use others need a change.'),
    ];
}

;// CONCATENATED MODULE: ./build/init/scan.js






/** What the files of a repository tell. Names that a person gave win over those that were found. Pure. */
function scan(sources, names) {
    const { apps: scanned, monitoring } = scanFly(sources.fly);
    const prometheus = sources.prometheus.map(scanPrometheus);
    const targets = prometheus.flatMap((file) => file.targets);
    const apps = appsOf(scanned, targets, names);
    const placed = targets.map((target) => place(target, apps));
    const services = distinct([
        ...placed.flatMap(({ service }) => service ?? []),
        ...(targets.length === 0 ? apps.flatMap((app) => fromMetrics(app, scanned)) : []),
    ]);
    const interval = prometheus.find(({ scrapeInterval }) => scrapeInterval !== undefined)?.scrapeInterval;
    const watched = apps.filter(({ app }) => services.some((service) => service.app === app));
    return {
        apps: watched.length > 0 ? watched : apps.slice(0, 1),
        services,
        monitoring: { ...monitoring, ...(interval !== undefined && { scrape_interval: interval }) },
        dashboards: folders(sources.dashboards),
        from: new Set(targets.map(({ file }) => file)),
        notes: [...prometheus.flatMap(({ notes }) => notes), ...placed.flatMap(({ problem }) => problem ?? [])],
    };
}
/** The apps of the Fly configurations; those that are only scraped follow, unless they are one of these misspelt. */
function appsOf(scanned, targets, names) {
    const own = scanned.map(({ metrics: _, ...app }) => app);
    const named = names.app;
    if (named !== undefined)
        return [own.find(({ app }) => app === named) ?? { ...own[0], app: named }];
    const known = new Set(own.map(({ app }) => app));
    const foreign = [...new Set(targets.map(({ app }) => app))].filter((app) => isAppName(app) && !known.has(app));
    // One app here and one other name there: that is one app under two names.
    const isOneApp = own.length === 1 && foreign.length === 1 && targets.every(({ app }) => !known.has(app));
    return isOneApp ? own : [...own, ...foreign.map((app) => ({ app }))];
}
/** The service behind a target, in the app that really runs it. */
function place(target, apps) {
    const { name, app: asked, port, path, process, file, at } = target;
    const app = apps.find((known) => known.app === asked)?.app ?? (apps.length === 1 ? apps[0]?.app : undefined);
    if (app === undefined)
        return {
            problem: note(file, at, `Which app ${(0,catalog/* shown */.SP)(asked)} stands for cannot be told: the target is not taken over.`, `Add the service by hand; the apps are ${(0,lib_text/* list */.p_)(apps.map((known) => known.app))}.`),
        };
    const service = { name, app, port, path, ...(process !== undefined && { process }) };
    if (app === asked || !isAppName(asked))
        return { service };
    const message = `Prometheus asks ${asked}.internal, but the app is ${app}: the name cannot be resolved.`;
    return { service, problem: note(file, at, message, `The service belongs to ${app} now.`) };
}
/** Endpoints that fly.toml names for Fly's own Prometheus. */
function fromMetrics({ app }, scanned) {
    const metrics = scanned.find((one) => one.app === app)?.metrics ?? [];
    return metrics.map((endpoint) => ({ name: endpoint.process ?? app, app, ...endpoint }));
}
/** Each endpoint once, under names that are names and differ. */
function distinct(services) {
    const endpoints = new Map(services.map((service) => [JSON.stringify([service.app, service.process, service.port]), service]));
    const taken = new Set([check/* SELF_JOB */.P]);
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
    const wanted = name === check/* SELF_JOB */.P || name === '' ? app : name;
    const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
    return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`;
}
/** A folder that is there for dashboards is named as a whole, so that new ones in it count. */
function folders(files) {
    const folderOf = (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file));
    return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted();
}

;// CONCATENATED MODULE: ./build/init/draft.js



/** Where editors find the schema of the configuration. */
const SCHEMA = 'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json';
/** Where `init` puts dashboards. */
const DASHBOARDS = 'grafana-dashboards';
/** A configuration as a person would write it, from what was found; without services, what a new team starts from. */
function draft(found, names) {
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
const ACCESS = ' Public HTTPS behind a password, user prometheus. public: open to everybody.';
const ABOUT = ' What is watched, and how. monitoring/, fly.monitoring.toml and the deploy are made from this file:\n after a change, run "npx @fechatter/deploy-monitoring init".';
const SERVICES = " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service promises, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }.";
const WATCHED = ' Its Fly configuration is not here, so it is only watched. With one: config: PATH instead of this.';
const GUESSED = ' Nothing here tells where the metrics are: correct this.';
const PRESET = ' Nothing was found here, so these are the four services of the preset: put yours in their place.';
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
            region: names.region ?? monitoring.region ?? found.apps[0]?.region ?? 'nrt',
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
const { services: presetServices } = (0,preset/* preset */.I)({});
const PRESET_APP = presetServices[0]?.app ?? '';
/** A service without what is the default anyway; one that the preset knows by its name gets its contract. */
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
/** An app about whose metrics nothing is known has one service; where there is not even an app, the preset stands in. */
function startingServices(found, apps) {
    const app = apps[0]?.app ?? '';
    if (found.length === 0)
        return presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' }));
    return distinct([{ name: app, app, port: 9090, path: '/metrics' }]);
}
function comment(document, path, text) {
    const parent = document.getIn(path.slice(0, -1), true);
    if (!(0,dist/* isMap */.jh)(parent))
        return;
    const key = parent.items.map((pair) => pair.key).find((one) => (0,dist/* isScalar */.jn)(one) && one.value === path.at(-1));
    if ((0,dist/* isScalar */.jn)(key))
        key.commentBefore = text;
}
/** Small maps stand on one line, as people write them. */
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/init/ignored.js

/** Which of these files git ignores; none when there is no git, or no repository of it. Nothing of it is run. */
function ignoredByGit(root, paths) {
    const options = ['-c', 'core.fsmonitor=false', 'check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
    try {
        const said = (0,external_node_child_process_.execFileSync)('git', options, {
            cwd: root,
            input: paths.join('\0'),
            encoding: 'utf8',
            stdio: ['pipe', 'pipe', 'ignore'],
        });
        return inFours(said.split('\0'));
    }
    catch {
        // Exit code 1: none of them is ignored.
        return [];
    }
}
/** Source, line, pattern and path; a pattern that begins with "!" takes the file in again. */
function inFours([source, line, pattern, path, ...rest]) {
    if (path === undefined)
        return [];
    const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
    return [...found, ...inFours(rest)];
}

;// CONCATENATED MODULE: ./build/init/old-files.js

const ENTRYPOINT = /docker-entrypoint\.sh$/;
const SCRIPT = /\.sh$/;
const WORKFLOW = /^\.github\/workflows\//;
const FLY_TOML = /fly\.monitoring\.toml$/;
const ANY = /./;
/** Each was met in the wild; measured where programs are named. */
const TRAPS = [
    {
        in: ENTRYPOINT,
        shows: /--dry-run/,
        message: 'Prometheus has no flag --dry-run: it exits with 1, and the machine never starts.',
        hint: 'The new entrypoint checks with "promtool check config".',
    },
    {
        in: ENTRYPOINT,
        shows: /^[^#\n]*\benvsubst\b/m,
        message: 'envsubst is not in the image of Prometheus, replaces every $name it meets, and breaks on a quote in a key.',
        hint: 'The new entrypoint replaces three names, quotes them for YAML, and keeps the key in a file.',
    },
    {
        in: FLY_TOML,
        shows: /^\s*\[\[services\.ports\]\]/m,
        message: 'Prometheus is public, and nothing asks for a password: everybody can read everything.',
        hint: 'The new one has a password. "monitoring.access: public" keeps it open.',
    },
    {
        in: SCRIPT,
        shows: /flyctl volumes list[^\n]*\|\s*grep|volumes create(?![^#\n]{0,300}--yes)/,
        message: 'The volume is looked for with grep and created without --yes: a failed list makes a second volume, and without a terminal none is made.',
        hint: 'The deploy compares name, region, size and number, and makes exactly one.',
    },
    {
        in: WORKFLOW,
        shows: /volumes create(?![^#]{0,300}--yes)/,
        message: '"volumes create" without --yes fails in CI; the first deploy then makes a volume of 1 GB, without a word.',
        hint: 'The deploy makes exactly one, of the size that monitoring.yml says.',
    },
    {
        in: ANY,
        shows: /flyctl secrets set\b(?![^\n]*=-)/,
        message: 'Secrets are given as arguments, which everybody on the machine can read, and after the deploy that needs them.',
        hint: 'They are staged over the standard input before the one deploy.',
    },
    {
        in: SCRIPT,
        shows: /curl[^#]{0,600}?\/api\/dashboards\/db/,
        message: 'The dashboard is posted as it is, and curl succeeds whatever Grafana answers: the import never worked, and nobody was told.',
        hint: 'Every dashboard is compared, written into a folder, and its result is told.',
    },
    {
        in: SCRIPT,
        shows: /\(\(\s*\w+\+\+\s*\)\)/,
        message: 'Under "set -e", ((n++)) ends the script when n is 0: only the first dashboard is imported.',
        hint: 'Every file has its own result.',
    },
    {
        in: SCRIPT,
        shows: /"isDefault"\s*:\s*true/,
        message: 'The new data source becomes the default of everybody in this Grafana.',
        hint: 'Ours never does.',
    },
    {
        in: WORKFLOW,
        shows: /^\s*(?:- )?if:[^\n]*\bsecrets\./m,
        message: 'GitHub does not know "secrets" in a condition and refuses the whole file: this workflow never ran.',
        hint: 'An input that is empty skips its part, and the summary says so.',
    },
    {
        in: WORKFLOW,
        shows: /uses:\s*\S+@(?:master|main)\b/,
        message: 'An action is taken from a branch: its next commit runs with your secrets.',
        hint: 'The new workflow pins what it uses.',
    },
    {
        in: WORKFLOW,
        shows: /^jobs:/m,
        unless: /^\s*permissions:/m,
        message: "The token of the workflow may do whatever the repository's default allows.",
        hint: 'The new workflow may read the repository, and nothing else.',
    },
    {
        in: WORKFLOW,
        shows: /^jobs:/m,
        unless: /^\s*concurrency:/m,
        message: 'Two pushes deploy at the same time: two first deploys make two machines and two volumes.',
        hint: 'The new workflow deploys one after the other.',
    },
    {
        in: WORKFLOW,
        shows: /continue-on-error:\s*true/,
        message: 'A failed step is passed over in silence.',
        hint: 'Whatever fails is named, and the run is red.',
    },
    {
        in: ANY,
        shows: /^\s*sleep \d+/m,
        message: 'A fixed wait is too long or too short, and /-/healthy proves that Prometheus runs, not that it scrapes.',
        hint: 'The proof asks Prometheus about every target until it is sure.',
    },
];
/**
 * What is wrong with a file that somebody wrote for the same purpose.
 * @param file its path in the repository
 * @param branch that is pushed to here
 */
function oldTraps(file, text, branch) {
    const known = TRAPS.flatMap(({ in: where, shows, unless, message, hint }) => {
        const found = where.test(file) ? shows.exec(text) : null;
        if (!found || unless?.test(text))
            return [];
        return [note(file, placeOf(text, found), message, hint)];
    });
    return [...known, ...otherBranch(file, text, branch)];
}
function otherBranch(file, text, branch) {
    const found = WORKFLOW.test(file) ? /branches:\s*\[([\w\s,'"./-]*)\]/.exec(text) : null;
    const branches = found?.[1]?.split(',').map((one) => one.trim().replace(/^['"]|['"]$/g, '')) ?? [];
    if (!found || branches.includes(branch))
        return [];
    const message = `It deploys pushes to ${branches.join(', ')}, and the branch here is ${branch}: it never runs.`;
    return [note(file, placeOf(text, found), message, `The new workflow deploys pushes to ${branch}.`)];
}
/** Where a match begins, without the white space before it. */
function placeOf(text, { index, 0: matched }) {
    const lead = matched.length - matched.trimStart().length;
    const before = text.slice(0, index + lead).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

// EXTERNAL MODULE: ./build/init/paths.js
var init_paths = __webpack_require__(655);
// EXTERNAL MODULE: ./build/init/rendered.js
var rendered = __webpack_require__(5174);
// EXTERNAL MODULE: ./build/assets.js
var assets = __webpack_require__(3287);
;// CONCATENATED MODULE: ./build/init/starters.js



/** Where a workflow has to be: at the root of the repository, whatever the working directory is. */
const starters_WORKFLOW = '.github/workflows/deploy-monitoring.yml';
const COPIES = [
    ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
    ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
    ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
    ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
];
/** Files that are the same for everybody, or nearly, and that a team makes its own. */
function starterFiles(config, options) {
    return [
        ...COPIES.map(([path, asset]) => ({
            path,
            text: (0,init_mark/* withMark */.k)((0,assets/* readAsset */.f)(asset), undefined),
            executable: path.endsWith('.sh'),
        })),
        { path: starters_WORKFLOW, text: (0,init_mark/* withMark */.k)(workflow(options), undefined), executable: false },
        ...dashboardFiles(config, options),
    ];
}
function workflow({ branch, workingDirectory, source }) {
    const more = [
        ...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
        ...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
    ];
    return (0,assets/* readAsset */.f)('templates/workflows/deploy-monitoring.yml')
        .replace('branches: [main]', () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`)
        .replace(/^( +)mode: .*$/gm, (line, indent) => [line, ...more.map((one) => indent + one)].join('\n'));
}
/** The dashboards that ship, where the configuration takes dashboards from that folder; one that is elsewhere stays there. */
function dashboardFiles(config, { dashboards }) {
    if (!config.grafana.dashboards?.includes(DASHBOARDS))
        return [];
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const uids = [...(isFechatter ? ['fechatter-overview'] : []), 'fechatter-monitoring'];
    return uids
        .map((uid) => ({ uid, path: `${DASHBOARDS}/${uid}.json` }))
        .filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
        .map(({ uid, path }) => ({ path, text: (0,assets/* readAsset */.f)(`dashboards/${uid}.json`), executable: false }));
}

;// CONCATENATED MODULE: ./build/init/prepare.js




















/**
 * Reads the repository and decides about every file; nothing is written.
 * @throws ActionError `configuration` when the configuration, or a name that was given, is wrong
 */
async function prepare(workspace, { config: { path }, names, force }) {
    const existing = (0,lib_workspace/* readText */.yR)(workspace, path);
    if (existing)
        refuseNames(names, existing.file);
    const found = (0,lint_workspace/* findSources */.I)(workspace, undefined);
    const dashboards = [...found.sources.dashboards];
    const inside = insideOf(workspace);
    const first = existing ? undefined : firstConfiguration(found, dashboards, { inside, names });
    const config = existing ? (0,load/* loadConfig */.Z9)(existing.text, existing.file) : checked(first?.text ?? '');
    const branch = defaultBranch(workspace);
    const files = [
        ...(first ? [{ path, text: first.text, executable: false }] : []),
        ...(0,rendered.renderedFiles)(config, path),
        ...starterFiles(config, {
            branch,
            workingDirectory: (0,lib_workspace/* shown */.SP)(workspace, ''),
            source: path,
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
            ...(first ? await wrongIn(found, dashboards, { config, notes: first.notes }) : []),
            ...decisions.flatMap((decision) => trapsOf(decision, branch)),
            ...ignored(workspace.root, decisions),
            ...belowRoot(workspace.root),
        ],
    };
}
/** What may be in the place of a file of ours: a dashboard may be large. */
const MAX_BYTES = 16_000_000;
/** Names are for the first configuration; afterwards they are said in it. */
function refuseNames(names, file) {
    const given = Object.keys(names);
    if (given.length === 0)
        return;
    const message = `There is a ${file} already, and names are said there.`;
    const hint = `Change them in ${file}, then run init without options for names.`;
    throw new errors/* ActionError */.lZ('configuration', [{ code: 'input-beside-file', severity: 'error', message, hint }]);
}
function firstConfiguration({ sources }, dashboards, { inside, names }) {
    const fly = sources.fly.map(({ file, text, role }) => ({ path: inside(file), text, role }));
    const paths = dashboards.map(({ file }) => inside(file));
    const found = scan({ fly, prometheus: sources.prometheus, dashboards: paths }, names);
    const replaced = sources.prometheus.filter(({ file }) => inside(file) !== init_paths/* PROMETHEUS */.Vk && found.from.has(file));
    return { text: draft(found, names), notes: [...found.notes, ...replaced.map(superseded)] };
}
const superseded = ({ file }) => note(file, { line: 1, column: 1 }, 'What this Prometheus scrapes on Fly is in monitoring.yml now.', `Remove it when the new one runs: ${init_paths/* PROMETHEUS */.Vk} takes its place.`);
/** What was found fits; so whatever is wrong are names that were given, and there is no file to point at. */
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
/** What is wrong in the files that are there, held against the configuration that was made from them. */
async function wrongIn({ sources, problems }, dashboards, { config, notes }) {
    const recorded = async () => (0,groups.recordedNames)((0,groups.ruleGroups)(config, { remoteWrite: true }));
    const found = await (0,lint/* lintSources */.K)({ ...sources, dashboards }, { config, assumed: true, recorded, prometheus: (0,context/* prometheusContext */.S)(config, () => false), inputs: names/* INPUTS */.mc });
    // The notes tell the same once, and what became of it.
    const told = found.filter(({ code }) => code !== 'prometheus-app-unknown');
    return (0,order/* worstFirst */.m)([...told, ...problems, ...notes]);
}
const trapsOf = (decision, branch) => (decision.kind === 'keep' || decision.kind === 'replace') && decision.whose === 'foreign'
    ? oldTraps(decision.file.path, decision.before, branch)
    : [];
/** Files that would never reach the repository, which is where the workflow looks for them. */
const ignored = (root, decisions) => ignoredByGit(root, decisions.map(({ file }) => file.path)).map(({ path, by }) => ({
    code: 'init-ignored',
    severity: 'warning',
    message: `git ignores ${path} (${by}).`,
    hint: `Change that line, or add the file with "git add --force ${path}".`,
}));
/** GitHub looks for workflows at the root of a repository alone. */
function belowRoot(folder) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return [];
    const root = parents(folder).find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(one, '.git')));
    if (root === undefined)
        return [];
    const hint = `Run init in ${root} with --working-directory ${(0,external_node_path_.relative)(root, folder)}.`;
    const message = 'This is not the root of the repository, and GitHub looks for workflows there alone.';
    return [{ code: 'init-below-root', severity: 'warning', message, hint }];
}
const parents = (folder) => (0,external_node_path_.dirname)(folder) === folder ? [] : [(0,external_node_path_.dirname)(folder), ...parents((0,external_node_path_.dirname)(folder))];
/** Paths of the repository as the configuration writes them, relative to the working directory. */
function insideOf(workspace) {
    const folder = (0,lib_workspace/* shown */.SP)(workspace, '');
    return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file);
}
/** Relative to the root of the repository: all but the workflow belongs into the working directory. */
const atRoot = (file, workspace) => file.path === starters_WORKFLOW ? file : { ...file, path: (0,lib_workspace/* shown */.SP)(workspace, file.path) };
/** Where those of our dashboards are that the repository has already. */
function uids(dashboards, inside) {
    const ours = dashboards.filter(({ text }) => /"fechatter-(?:overview|monitoring)"/.test(text));
    return new Map(ours.flatMap(({ file, text }) => uidOf(text).map((uid) => [uid, inside(file)])));
}
function uidOf(text) {
    try {
        const json = JSON.parse(text);
        const uid = json?.uid ?? json?.dashboard?.uid;
        return typeof uid === 'string' ? [uid] : [];
    }
    catch {
        // The linter tells what is wrong with it.
        return [];
    }
}
/** What `origin` calls its default branch, as far as this clone knows. */
function defaultBranch({ root }) {
    const git = (path) => {
        try {
            return (0,lib_workspace/* readText */.yR)({ root, folder: root }, `.git/${path}`)?.text ?? '';
        }
        catch {
            // A repository of another kind, or a large one: a person corrects one line of the workflow.
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
 * Writes files of the repository, each whole or not at all, and makes their folders. A link in the place of a file is
 * replaced, not followed. When the folder of one leads outside, or is none, nothing is written.
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
            throw new errors/* ActionError */.lZ('configuration', [wrong(path, `cannot be written: ${(0,errors/* messageOf */.bD)(error)}`)]);
        }
    }
}
function outOfPlace(root, path) {
    const folder = existingParent((0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)));
    const real = (0,external_node_fs_.realpathSync)(folder);
    if (real !== root && !real.startsWith(root + external_node_path_.sep))
        return [wrong(path, 'leads outside of the repository')];
    return (0,external_node_fs_.statSync)(real).isDirectory()
        ? []
        : [wrong(path, `cannot be written: ${(0,external_node_path_.relative)(root, real)} is no folder`)];
}
/** By another name first: whoever reads meanwhile sees the old file or the new one. */
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
/** The nearest folder above that is there. */
function existingParent(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0,external_node_path_.dirname)(path));
}
const wrong = (path, message) => ({
    code: 'init-write',
    severity: 'error',
    message: `${path} ${message}.`,
    hint: 'Make it a folder of the repository that may be written to.',
});

// EXTERNAL MODULE: ./build/inputs.js + 1 modules
var build_inputs = __webpack_require__(2797);
// EXTERNAL MODULE: ./build/lib/log-terminal.js
var log_terminal = __webpack_require__(7815);
// EXTERNAL MODULE: ./build/lib/print.js
var print = __webpack_require__(7219);
// EXTERNAL MODULE: ./build/lib/redact.js
var redact = __webpack_require__(6297);
// EXTERNAL MODULE: ./build/cli/text.js
var cli_text = __webpack_require__(8906);
;// CONCATENATED MODULE: ./build/cli/init.js











/**
 * Writes the files for the repository in the working directory, and tells what became of each. With --dry-run the
 * standard output is a diff, and nothing else.
 * @throws ActionError `configuration`
 */
async function init({ inputs, switches }) {
    // The checks of mode plan: nothing is needed.
    const { workingDirectory, config, names } = (0,build_inputs/* readInputs */.Ko)({ ...inputs, INPUT_MODE: 'plan' });
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(process.cwd(), workingDirectory);
    const force = switches.has('force');
    const prepared = await prepare(workspace, { config, names, force });
    const isDry = switches.has('dry-run');
    if (isDry)
        (0,print/* print */.y)(prepared.decisions.map(patchOf).map(forPeople).join(''), process.stdout);
    else
        writeFiles(workspace.root, prepared.decisions.filter(isWrite).map(({ file }) => file));
    tell(prepared, isDry);
    return 0;
}
const isWrite = ({ kind }) => kind === 'create' || kind === 'update' || kind === 'replace';
/**
 * In a terminal with colours, and without what old files could do to it. Into a pipe exactly as it is, but for commands
 * to a runner: a file that holds one cannot be patched by it.
 */
function forPeople(patch) {
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
const SAYS = {
    create: ['written', 'would be written'],
    unchanged: ['unchanged', 'unchanged'],
    update: ['brought up to date', 'would be brought up to date'],
    replace: ['replaced', 'would be replaced'],
    keep: ['kept', 'kept'],
};
function tell({ decisions, problems, configured }, isDry) {
    const stream = isDry ? process.stderr : process.stdout;
    const rows = decisions.map((decision) => [
        (0,cli_text/* plain */.pj)(decision.file.path),
        SAYS[decision.kind][isDry ? 1 : 0],
        decision.kind === 'keep' ? WHY[decision.whose] : '',
    ]);
    (0,print/* print */.y)((0,cli_text/* columns */.YB)(rows).join('\n'), stream);
    if (problems.length > 0) {
        (0,print/* print */.y)('\nFound on the way', stream);
        const log = (0,log_terminal/* terminalLog */.d)(stream, { redactor: (0,redact/* createRedactor */.l)(), debug: false });
        for (const problem of onceEach(problems))
            log.problem(withCode(problem));
        log.end();
    }
    const kept = decisions.some(({ kind }) => kind === 'keep');
    const wrong = problems.some(({ severity }) => severity === 'error');
    (0,print/* print */.y)(`\n${(0,cli_text/* section */.uW)('Next', next({ kept, configured, wrong }))}`, stream);
}
/** Findings have a name that says more, and by which they can be silenced. */
const withCode = (problem) => problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` };
/** The same in the same file is told once, with the other lines: names and numbers in it may differ. */
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
const WHY = {
    foreign: 'it was not written by init; --force replaces it',
    changed: 'it was changed since init wrote it; --force replaces it',
};
const PROGRAM = 'npx @fechatter/deploy-monitoring';
function next(state) {
    return [
        ...(state.configured ? [] : ['Read monitoring.yml, and correct what could only be guessed.']),
        ...(state.wrong
            ? ['Correct the errors above in files that stay: what has them cannot be deployed.']
            : []),
        ...(state.kept
            ? [`See what would become of the files that were kept: ${PROGRAM} init --force --dry-run`]
            : []),
        `Check everything, without any secret: ${PROGRAM} plan`,
        'Deploy and prove, with FLY_API_TOKEN: scripts/deploy-with-monitoring.sh',
        'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
    ];
}


/***/ }),

/***/ 8906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/** Pieces of a report as plain text: for a terminal, with colours or without, and for a log file. */

/** Foreign text on one line. */
const plain = (text, limit = 300) => (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit);
/** A title and its lines, indented; nothing when there are none. */
function section(title, lines) {
    if (lines.length === 0)
        return '';
    return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
/** Columns as wide as their widest cell; the last one is left as it is. */
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

/***/ 2855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ APP_NAME),
/* harmony export */   Z: () => (/* binding */ REGION)
/* harmony export */ });
/** Names as Fly has them; apart from the schema, which takes a while to load. */
const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REGION = /^[a-z]{3}$/;


/***/ }),

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ preset),
/* harmony export */   _: () => (/* binding */ PRESET_APP)
/* harmony export */ });
const afterTraffic = (type) => ({
    type,
    expect: 'after-traffic',
});
/**
 * Fechatter's four services: what applies without a configuration file. Labelled counters and histograms do not
 * exist before the first event, hence `after-traffic`.
 */
const SERVICES = {
    fechatter_server: {
        port: 9090,
        metrics: {
            fechatter_http_requests_total: afterTraffic('counter'),
            fechatter_http_request_duration_seconds: afterTraffic('histogram'),
            fechatter_active_users: 'gauge',
            fechatter_messages_sent_total: afterTraffic('counter'),
            fechatter_websocket_connections: 'gauge',
            fechatter_cache_operations_total: afterTraffic('counter'),
            fechatter_cache_hits_total: afterTraffic('counter'),
        },
    },
    notify_server: {
        port: 9091,
        metrics: {
            notify_sse_connections_active: 'gauge',
            notify_sse_connections_total: afterTraffic('counter'),
            notify_sse_messages_sent_total: afterTraffic('counter'),
            notify_nats_events_processed_total: afterTraffic('counter'),
            notify_online_users_gauge: 'gauge',
        },
    },
    analytics_server: {
        port: 7778,
        metrics: {
            analytics_events_processed_total: afterTraffic('counter'),
            analytics_clickhouse_operations_total: afterTraffic('counter'),
            analytics_sessions_active: 'gauge',
            analytics_processing_duration_seconds: afterTraffic('histogram'),
        },
    },
    bot_server: {
        port: 9092,
        metrics: {
            bot_nats_events_processed_total: afterTraffic('counter'),
            bot_ai_agent_requests_total: afterTraffic('counter'),
            bot_embeddings_generated_total: afterTraffic('counter'),
            bot_processing_duration_seconds: afterTraffic('histogram'),
        },
    },
};
/** Name of the main app without an input that says another. */
const PRESET_APP = 'fechatter';
/** The preset as a configuration file would say it, before validation fills in the defaults. */
function preset(names) {
    const app = names.app ?? PRESET_APP;
    return {
        monitoring: {
            app: names.monitoringApp ?? `${app}-monitoring`,
            ...(names.organization !== undefined && { organization: names.organization }),
            ...(names.region !== undefined && { region: names.region }),
        },
        apps: [{ app, config: 'fly.toml', dockerfile: 'docker/Dockerfile.fly', health: '/health' }],
        services: Object.entries(SERVICES).map(([name, service]) => ({ name, app, ...service })),
    };
}


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to look, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/findings.md#${code}`;
/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
const panelUrl = (ref, base = '') => `${base.replace(/\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 5174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderedFiles: () => (/* binding */ renderedFiles)
/* harmony export */ });
/* harmony import */ var _render_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2874);
/* harmony import */ var _render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7949);
/* harmony import */ var _render_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7426);
/* harmony import */ var _render_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1589);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(134);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(655);






/** Where the entrypoint looks for the configuration that it completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
/** What the entrypoint puts in; where it is not set, it leaves the whole block out. */
const REMOTE_WRITE = {
    url: placeholder('GRAFANA_PROMETHEUS_URL'),
    user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
/**
 * The files that are made from the configuration by the renderer of the deploy, for deploying by hand with flyctl.
 * `source` is the path of the configuration.
 */
function renderedFiles(config, source) {
    const prometheus = (0,_render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPrometheus */ .Be)(config, {
        version: (0,_render_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E)(config.monitoring.image),
        rules: true,
        remoteWrite: REMOTE_WRITE,
    });
    const flyToml = (0,_render_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .renderManualFlyToml */ .Qn)(config, [
        { guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS */ .Vk },
        { guestPath: _render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES */ .y0 },
    ]);
    const files = {
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS */ .Vk]: excused(prometheus),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES */ .y0]: (0,_render_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .renderRules */ .a)(config, { remoteWrite: true }),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .FLY_TOML */ .RL]: `${BY_HAND}${flyToml}`,
    };
    return Object.entries(files).map(([path, text]) => ({
        path,
        text: (0,_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .withMark */ .k)(text, source),
        executable: false,
    }));
}
const BY_HAND = `# By hand, from this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# Secrets that monitoring/docker-entrypoint.sh wants are told there.
`;
/** Prometheus would not expand these; plan is told that the entrypoint does. */
const excused = (text) => text.replace(/^( *).*\$\{GRAFANA_PROMETHEUS_/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus-leftover: monitoring/docker-entrypoint.sh puts the value in\n${line}`);


/***/ }),

/***/ 2797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: FAIL_ON, MODES

// EXTERNAL MODULE: ./build/config/names.js
var config_names = __webpack_require__(2855);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/inputs/access.js
/** Any of Fly's tokens, also several joined by commas; `plan` and `dashboards` do without. */
function flyToken(given, mode, complain) {
    if (given === undefined && (mode === 'deploy' || mode === 'verify'))
        complain('input-fly-token-missing', 'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.', 'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.');
    else if (/^["'].*["']$/s.test(given ?? ''))
        complain('input-fly-token-quoted', 'The Fly token is in quotes.', 'Store the token without the quotes: flyctl takes them as part of it.');
    else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
        complain('input-fly-token-broken', 'The Fly token has white space or a line break inside.', 'Store it again as one line: a copy out of a terminal may have been wrapped.');
    return given ?? '';
}
/** Which flyctl, and the digest of its release. */
function flyctl(value, complain) {
    const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()];
    if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
        complain('input-flyctl-version', `Input flyctl-version is ${JSON.stringify(version)}.`, 'Name one release, such as 0.4.87.');
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
        complain('input-flyctl-sha256', 'Input flyctl-sha256 is not a sha256.', 'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.');
    return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) };
}
/** Groups are all or nothing: a half-given one is a forgotten secret, and the missing names are said. */
function group(names, what, value, complain) {
    const missing = names.filter((name) => value(name) === undefined);
    if (missing.length === names.length)
        return undefined;
    if (missing.length === 0)
        return Object.fromEntries(names.map((name) => [name, value(name)]));
    const given = names.filter((name) => !missing.includes(name));
    complain('input-half-group', `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`, `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`);
    return undefined;
}
/** Where samples are written too, when all three of its inputs are set. */
function remoteWrite(value, complain) {
    const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'];
    const given = group(names, 'Remote write', value, complain);
    const target = url('grafana-prometheus-url', value('grafana-prometheus-url'), complain);
    if (!given || !target)
        return undefined;
    return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] };
}
/** Grafana itself, when both of its inputs are set. */
function grafana(value, mode, complain) {
    if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
        complain('input-grafana-missing', 'Mode dashboards needs grafana-url and grafana-api-key.', 'Set both: the address of your Grafana and a service account token (glsa_…).');
    const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, complain);
    const target = url('grafana-url', value('grafana-url'), complain);
    if (given?.['grafana-api-key'].startsWith('glc_'))
        complain('input-grafana-token', 'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.', 'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.');
    return given && target ? { url: target.replace(/\/+$/, ''), token: given['grafana-api-key'] } : undefined;
}
/** An address without credentials in it; undefined when it is not given. */
function url(name, given, complain) {
    if (given === undefined)
        return undefined;
    const parsed = URL.parse(given);
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
        complain('input-url', `Input ${name} is not a URL.`, 'Write it whole, with https:// in front.');
    else if (parsed.username || parsed.password)
        complain('input-url-credentials', `Input ${name} has a user or a password in the URL.`, 'Give them by the inputs that are made for them; URLs end up in logs.');
    else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
        complain('input-url', `Input ${name} has a "?" or a "#" in it.`, 'Give the address alone; paths are added to it.');
    return given;
}
/** bcrypt reads 72 bytes; HTTP basic auth has no room for control characters; white space at the ends gets lost on the way. */
function access_password(given, complain) {
    if (given === undefined)
        return undefined;
    const wrong = (message, hint) => complain('input-password', `prometheus-password ${message}.`, hint);
    if (given !== given.trim())
        wrong('starts or ends with white space', 'Store the secret without it; a newline at the end often comes from "echo".');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    else if (/[\x00-\x1f\x7f]/.test(given))
        wrong('contains a control character', 'Use printable characters only.');
    if (Buffer.byteLength(given) > 72)
        wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.');
    return given;
}

// EXTERNAL MODULE: ./build/inputs/names.js
var names = __webpack_require__(3636);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/inputs.js







/** When the exit code is red: never, or when targets (metrics, panels) are not all proven. */
const FAIL_ON = ['never', 'targets', 'metrics', 'panels'];
/** `deploy`: everything. `plan`: checks files, needs nothing. `verify`: only the proof. `dashboards`: only the Grafana part. */
const MODES = ['deploy', 'plan', 'verify', 'dashboards'];
/** Inputs of the final set that this release does not know yet. */
const NOT_YET = ['rollback-on-failure', 'comment', 'commit-status', 'github-token'];
/**
 * Reads and checks everything at once.
 * @throws ActionError `configuration` with every problem found
 */
function readInputs(env) {
    const problems = notYet(env);
    const complain = (code, message, hint) => problems.push({ code, severity: 'error', message, hint });
    const value = (name) => (0,names/* raw */.lS)(env, name)?.trim() || undefined;
    const mode = oneOf('mode', value('mode') ?? 'deploy', MODES, complain);
    const inputs = {
        mode,
        config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
        workingDirectory: value('working-directory') ?? '.',
        names: presetNames(value, complain),
        flyToken: flyToken(value('fly-api-token'), mode, complain),
        flyctl: flyctl(value, complain),
        remoteWrite: remoteWrite(value, complain),
        grafana: grafana(value, mode, complain),
        prometheusPassword: access_password((0,names/* raw */.lS)(env, 'prometheus-password'), complain),
        prometheusUrl: url('prometheus-url', value('prometheus-url'), complain),
        failOn: oneOf('fail-on', value('fail-on') ?? 'targets', FAIL_ON, complain),
        timeoutMs: timeout(value('timeout') ?? '15m', complain),
    };
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
    return inputs;
}
function notYet(env) {
    return NOT_YET.filter((name) => env[(0,names/* variable */.bv)(name)]?.trim()).map((name) => ({
        code: 'input-not-yet',
        severity: 'error',
        message: `Input ${name} is not supported yet.`,
        hint: 'Remove it from the workflow; a later release knows it.',
    }));
}
function oneOf(name, given, allowed, complain) {
    const found = allowed.find((a) => a === given);
    if (found)
        return found;
    complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, (0,did_you_mean/* didYouMean */.a)(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`);
    return allowed[0];
}
function presetNames(value, complain) {
    const names = {
        app: value('app'),
        monitoringApp: value('monitoring-app'),
        organization: value('organization'),
        region: value('region'),
    };
    const shape = (name, given, pattern, hint) => {
        if (given !== undefined && !pattern.test(given))
            complain('input-value', `Input ${name} is ${JSON.stringify(given)}.`, hint);
    };
    const hint = 'A Fly app name has lowercase letters, digits and dashes.';
    shape('app', names.app, config_names/* APP_NAME */.C, hint);
    shape('monitoring-app', names.monitoringApp, config_names/* APP_NAME */.C, hint);
    shape('region', names.region, config_names/* REGION */.Z, 'A Fly region has three letters, such as nrt or fra.');
    if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? preset/* PRESET_APP */._))
        complain('input-value', `Input monitoring-app is ${names.monitoringApp}, which is the main app.`, 'Prometheus needs an app of its own.');
    return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
/** Longer than any job of a hosted runner; a timer holds 24 days. */
const DAY_MS = 86_400_000;
function timeout(given, complain) {
    const milliseconds = (0,duration/* parseDuration */.E)(given);
    if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS)
        return milliseconds;
    complain('input-timeout', `Input timeout is ${JSON.stringify(given)}.`, `Use a duration such as 15m or 90s, at least 1s and at most 1d.`);
    return 0;
}


/***/ }),

/***/ 9386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   f: () => (/* binding */ DURATION)
/* harmony export */ });
/** Milliseconds in each unit of Prometheus' duration syntax (a year is 365 days, a week 7). */
const UNITS = {
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 7 * 86_400_000,
    y: 365 * 86_400_000,
};
/** Prometheus' own grammar: descending units, each at most once (`1h30m`, `15s`, `15d`). */
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
/** Milliseconds of a duration in Prometheus' syntax, or undefined when it is not one. */
function parseDuration(text) {
    if (!DURATION.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
        total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
    return total;
}


/***/ }),

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

/***/ 2874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* unused harmony export DIGEST_VARIABLE */
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7949);


/** Of the volume, for samples; the rest is for the write-ahead log and compaction (Prometheus advises 80–85 % at most). */
const SHARE_OF_VOLUME = 0.75;
/** Variable in the app's [env] that carries our digest; `flyctl machine list --json` shows it. */
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
 * fly.monitoring.toml for people: the same machine without flags, so that the entrypoint completes the configuration
 * from the environment, that is from secrets which people set themselves.
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
        // Fly's default is SIGINT; the entrypoint hands SIGTERM on to Prometheus, which closes its write-ahead log.
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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] takes IPv4 as well; Fly's private network is IPv6 alone.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.webConfig}`] : []),
    ];
}
/**
 * HTTPS on 443 for people and for us. Never stopped: scrapes are no proxy traffic, Fly would take it for idle.
 * The check is TCP, because basic auth answers 401 on every path; readiness is proven with credentials afterwards.
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

/***/ 7949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   hR: () => (/* binding */ GUEST)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);



/** Where files lie on the monitoring machine. */
const GUEST = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job per service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, interval, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * Discovery by the AAAA records of Fly's private DNS: every started machine, one by one.
 * Both labels are the user's own names, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, interval, version) {
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        body_size_limit: '16MB',
        // Prometheus 3 refuses a blank or unknown Content-Type unless told how to read it; 2.42 does not know the key.
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
/** The self-scrape needs the password too: basic auth guards every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        basic_auth: { username: target.user, password_file: GUEST.remoteWriteKey },
        // A monitoring machine is small: few shards, little memory (defaults are 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _content_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8343);
/* harmony import */ var _content_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2391);
/* harmony import */ var _content_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);




/** The rule file of Prometheus, for 2.42 and 3.x alike. */
function renderRules(config, options) {
    const groups = (0,_content_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
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
const plainRule = (rule, grafanaUrl) => (0,_content_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlert */ .H)(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label tells rules of one name apart; promtool takes them for duplicates otherwise.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, grafanaUrl),
    }
    : { record: rule.record, expr: rule.expr };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ })

};

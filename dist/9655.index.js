export const id = 9655;
export const ids = [9655, 4892, 662];
export const modules = {
9655: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
runInit: () => (runInit)
});
var external_node_util_ = __webpack_require__(57975);
var manual_mark = __webpack_require__(32391);
;
function decide(file, before, force) {
if (before === undefined)
return { kind: 'create', file };
if (sameText(before, file.text))
return { kind: 'unchanged', file };
const mark = (0, manual_mark.L)(before);
if (mark && !mark.changed)
return { kind: 'update', file, before };
return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'unmanaged' };
}
const sameText = (a, b) => a.replaceAll('\r\n', '\n') === b;
const isWrite = ({ kind }) => kind === 'create' || kind === 'update' || kind === 'replace';
var create = __webpack_require__(37291);
var dashboard_panels = __webpack_require__(32051);
var json_value = __webpack_require__(91060);
var lib_text = __webpack_require__(94869);
;
const TIMEOUT_MS = 2_000;
function patchOf(decision) {
const { file } = decision;
if (decision.kind === 'unchanged' || decision.kind === 'keep')
return '';
const isNew = decision.kind === 'create';
const before = isNew ? '' : decision.before;
const [from, to] = [isNew ? '/dev/null' : `a/${file.path}`, `b/${file.path}`];
const options = { context: 3, headerOptions: create.jr, timeout: TIMEOUT_MS };
const patch = (0, create.ss)(from, to, before, file.text, undefined, undefined, options) ??
`--- ${from}\n+++ ${to}\n${everyLine(before, file.text)}`;
const mode = isNew ? `new file mode ${file.executable ? '100755' : '100644'}\n` : '';
return `diff --git a/${file.path} b/${file.path}\n${mode}${patch}`;
}
function everyLine(before, after) {
const [old, fresh] = [linesOf(before, '-'), linesOf(after, '+')];
return `@@ -1,${old.length} +1,${fresh.length} @@\n${[...old, ...fresh].join('')}`;
}
const linesOf = (text, sign) => (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
function dashboardIn({ file: { path, text } }) {
const json = path.endsWith('.json') ? (0, json_value._D)(text) : undefined;
if (!(0, json_value.OW)(json) || !Array.isArray(json.panels))
return undefined;
return `dashboard "${(0, json_value.tB)(json.title)}" with ${(0, lib_text.U9)((0, dashboard_panels.t)(json).length, 'panel')}`;
}
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var load = __webpack_require__(35235);
var missing_configuration = __webpack_require__(19988);
var rule_files = __webpack_require__(44155);
var files = __webpack_require__(27247);
var names = __webpack_require__(43636);
var errors = __webpack_require__(61469);
var git = __webpack_require__(94892);
var lib_pace = __webpack_require__(3449);
var lib_workspace = __webpack_require__(40493);
var order = __webpack_require__(26064);
var plan = __webpack_require__(16927);
;
function defaultBranch({ root }) {
const git = (path) => fileOfGit(root, path);
const branch = (text, where) => new RegExp(`^ref: refs/${where}/(\\S+)$`, 'm').exec(text)?.[1];
const packed = git('packed-refs');
const has = (name) => git(`refs/heads/${name}`) !== '' || packed.includes(`refs/heads/${name}\n`);
return (branch(git('refs/remotes/origin/HEAD'), 'remotes/origin') ??
['main', 'master'].find(has) ??
branch(git('HEAD'), 'heads') ??
'main');
}
const remoteOwner = ({ root }) => /^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\/[^/\s]+$/m.exec(fileOfGit(root, 'config'))?.[1];
function fileOfGit(root, path) {
try {
return (0, lib_workspace.yR)({ root, folder: root }, `.git/${path}`)?.text ?? '';
}
catch {
return '';
}
}
var dist = __webpack_require__(38815);
var preset = __webpack_require__(21356);
var types = __webpack_require__(18301);
var documentation = __webpack_require__(25478);
var fly_names = __webpack_require__(69466);
;
const PLACEHOLDER = /^(?:your|my)-(?:fly-)?app-name(?:-|$)|^your-|-your-(?:app|handle|name|org|project|user(?:name)?)(?:-|$)|^app-name$|^(?:change|replace)-?me\b/;
const isPlaceholder = (text) => PLACEHOLDER.test(text);
const isAppName = (text) => text !== undefined && fly_names.C3.test(text) && !isPlaceholder(text);
const METRICS_PATH = /^\/(?:[\w.-]+\/){0,4}_?(?:metrics|prometheus)\/?$/;
const placeText = ({ file, line }) => `${file}:${line}`;
function initNote(file, at, message, hint) {
return {
code: 'init-note',
severity: 'warning',
at: { file, line: at.line, column: at.column },
message,
hint,
};
}
const leftOutNote = ({ file }, at, message, hint) => initNote(file, at ?? { line: 1, column: 1 }, message, hint);
const lossNote = (...args) => ({
...initNote(...args),
code: LOSS,
});
const LOSS = 'init-not-taken-over';
const isLoss = ({ code }) => code === LOSS;
var prometheus = __webpack_require__(10980);
;
function withDistinctNames(services) {
const endpoints = new Map(services.map((service) => [
JSON.stringify([service.app, service.process, service.port, service.addresses]),
service,
]));
const taken = new Set([prometheus.gu]);
const all = [...endpoints.values()];
return all.map((service) => {
const isShared = all.some(({ name, app }) => name === service.name && app !== service.app);
const name = serviceName(isShared && service.app !== '' ? { ...service, name: service.app } : service);
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
const wanted = name === prometheus.gu || name === '' ? app : name;
const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`;
}
;
const SCHEMA = 'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json';
const DASHBOARDS = 'grafana-dashboards';
function draftConfiguration(found, names) {
const document = new dist.yo(compose(found, names));
const services = servicesOf(found);
comment(document, ['monitoring', 'organization'], `${organizationEvidence(found, names)}${ORGANIZATION}`);
if (document.getIn(['monitoring', 'region']) === null)
comment(document, ['monitoring', 'region'], REGION);
comment(document, ['monitoring', 'access'], ACCESS);
comment(document, ['services'], SERVICES);
for (const [i, app] of appsOf(found).entries()) {
if (app.comment !== undefined)
comment(document, ['apps', i, 'app'], app.comment);
if (app.build) {
const key = app.build.context === undefined ? 'dockerfile' : 'context';
comment(document, ['apps', i, key], ` Evidence: ${app.build.why}.`);
}
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
return document
.toString({ lineWidth: 0, nullStr: '' })
.replace(/^( *(?:- )?(?:port|region):) $/gm, '$1')
.replace(/\n(?=(?:apps|alerts|grafana):|# Prometheus scrapes)/g, '\n\n');
}
const ORGANIZATION = ' Apps that do not exist yet are created here: the slug of your organization, see "flyctl orgs list".';
const REGION = ' Not known, because no Fly configuration has primary_region: a region such as fra, near the apps.';
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.';
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${documentation.vl} init".`;
const SERVICES = " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }.";
const WATCHED = ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.';
const UNKNOWN = ' Not known: nothing in this repository says where the metrics are. Fill in the port, and the path if it is not /metrics.';
const PRESET = ' No services were found in this repository, so these are the four services of the preset: replace them.';
function organizationEvidence({ places, monitoring }, names) {
const at = monitoring.organization === undefined ? undefined : places.organization;
return at === undefined || names.organization !== undefined ? '' : ` Evidence: ${placeText(at)}.`;
}
const isOnlyWatched = ({ config, deployedBy }, { isPreset }) => config === undefined || (deployedBy !== undefined && !isPreset);
function watchedBecause(app, found) {
const { config, deployedBy } = app;
if (config === undefined)
return WATCHED;
if (!deployedBy || !isOnlyWatched(app, found))
return undefined;
const options = app.options === undefined ? '' : `, with ${(0, lib_text.p_)(app.options)}`;
return ` ${placeText(deployedBy)} deploys it already${options}. To deploy it here instead: remove that step, and this line.`;
}
function compose(found, names) {
const { monitoring, isPreset } = found;
const apps = appsOf(found);
const main = apps[0]?.app ?? types._f;
return {
monitoring: {
app: names.monitoringApp ?? monitoring.app ?? `${main.slice(0, 52)}-monitoring`,
organization: names.organization ?? monitoring.organization ?? 'personal',
region: names.region ?? monitoring.region ?? (isPreset ? 'nrt' : null),
access: 'password',
...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
...(monitoring.retention !== undefined && { retention: monitoring.retention }),
...(monitoring.volume && { volume: monitoring.volume }),
...(monitoring.vm && { vm: monitoring.vm }),
...(monitoring.image !== undefined && { image: monitoring.image }),
},
apps: apps.map((one) => ({
app: one.app,
...(one.config !== undefined && { config: one.config }),
...(one.build?.context !== undefined && { context: one.build.context }),
...(one.build?.dockerfile !== undefined && { dockerfile: one.build.dockerfile }),
...(isOnlyWatched(one, found) && { deploy: false }),
...(one.health !== undefined && { health: one.health }),
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
const { services: presetServices } = (0, preset.u)({});
const appsOf = ({ apps }) => (apps.length > 0 ? apps : [{ app: types._f }]);
function servicesOf(found) {
const app = appsOf(found)[0]?.app ?? '';
if (found.services.some(({ addresses }) => !addresses))
return found.services;
if (found.isPreset)
return withDistinctNames([
...found.services,
...presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' })),
]);
const open = found.openApp ?? app;
return withDistinctNames([...found.services, { name: open, app: open, port: undefined, path: '/metrics' }]);
}
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
if (!(0, dist.jh)(parent))
return;
const key = parent.items.map((pair) => pair.key).find((one) => (0, dist.jn)(one) && one.value === path.at(-1));
if ((0, dist.jn)(key))
key.commentBefore = text;
}
function onOneLine(document) {
(0, dist.YR)(document, {
Map: (_, node, path) => {
const isLeaf = node.items.every(({ value }) => (0, dist.jn)(value));
if (isLeaf && path.length > DEPTH_OF_VALUES)
node.flow = true;
},
});
}
const DEPTH_OF_VALUES = 4;
var deploy_commands = __webpack_require__(27175);
var quote = __webpack_require__(51328);
;
function noAppFound({ nameless, foreign }, { fly, samples, unreadable, }) {
const [first] = nameless;
const prometheus = fly
.filter(({ role }) => role === 'monitoring')
.map(({ file }) => `${file} is a Prometheus`);
const others = foreign.map(({ file }) => `${file} runs a program of somebody else`);
const examples = samples.length > 0
? [`${(0, lib_text.H$)(samples)} ${samples.length === 1 ? 'belongs' : 'belong'} to examples, tests or documents`]
: [];
const invalid = unreadable.map(({ at }) => `${at && placeText(at)} is not valid TOML`);
const left = [...prometheus, ...others, ...examples, ...invalid];
const only = left.length === 0 ? '' : ` (${(0, lib_text.p_)(left)})`;
const problem = first
? {
code: 'init-no-app',
severity: 'error',
at: { file: first.file, line: first.name?.at.line ?? 1, column: first.name?.at.column ?? 1 },
message: `${(0, lib_text.H$)(nameless.map(({ file }) => file))} ${nameless.length === 1 ? 'has' : 'have'} no app name that Fly accepts, so nothing was written.`,
hint: `Give the name of the app: \`init --app NAME\`.`,
}
: {
code: 'init-no-app',
severity: 'error',
message: `No app on Fly was found here${only}, so nothing was written.`,
hint: 'Give the name of the app that is to be monitored: `init --app NAME`. `--working-directory FOLDER` reads another folder.',
};
return new errors.lZ('configuration', [problem]);
}
function withoutMetrics(apps, { services, fly, openApp, }) {
const unknown = apps.flatMap(({ app, config }) => {
const facts = fly.find(({ path }) => path === config);
return facts && services.every((service) => service.app !== app) ? [{ app, facts }] : [];
});
const isOpen = services.every(({ addresses }) => addresses);
const open = isOpen ? unknown.filter(({ app }) => app === openApp) : [];
const others = unknown.filter((one) => !open.includes(one));
const groups = others.length > MOST_NOTES ? [others] : others.map((one) => [one]);
return [
...open.map((one) => noMetrics([one], 'Fill in `port` and `path` of its service.')),
...groups.map((same) => noMetrics(same, `If ${same.length === 1 ? 'it' : 'one of them'} has some, add a service for it.`)),
];
}
const MOST_NOTES = 3;
function noMetrics(apps, hint) {
const { file, name } = apps[0]?.facts ?? { file: '', name: undefined };
const who = `${(0, lib_text.H$)(apps.map(({ app }) => app))} ${apps.length === 1 ? 'publishes' : 'publish'} metrics`;
return initNote(file, name?.at ?? { line: 1, column: 1 }, `Nothing in this repository says where ${who}: no [metrics], no job of Prometheus for ${apps.length === 1 ? 'it' : 'them'}, no library of ${apps.length === 1 ? 'its' : 'their'} own.`, hint);
}
function sampleNote([first, ...more]) {
if (first === undefined)
return [];
const message = `Fly configurations of examples, tests and documents are left out: ${(0, lib_text.H$)([first, ...more])}.`;
const hint = 'If one of them is deployed from here, add it to `apps`.';
return [initNote(first, { line: 1, column: 1 }, message, hint)];
}
function missingConfigurations(commands, { fly, unreadable }) {
const missing = commands.filter(({ config, app }) => !(0, deploy_commands.ef)(config) &&
!/(?:^|\/)fly\.monitoring\.toml$/.test(config) &&
unreadable.every(({ at }) => at?.file !== config) &&
fly.every(({ file, name }) => file !== config && (app === undefined || name?.value !== app)));
const distinct = new Map(missing.map((one) => [`${placeText(one.at)} ${one.config} ${one.app}`, one]));
return [...distinct.values()].map(({ at, config, app }) => initNote(at.file, at, `This workflow deploys ${app === undefined || (0, deploy_commands.ef)(app) ? 'an app' : app} with ${config}, which is not in this repository: its app is not in the draft.`, 'Add it to `apps` with `deploy: false`, and a service for its metrics.'));
}
function otherNames(commands, { fly, known }) {
const others = commands.filter(({ config, app }) => isAppName(app) &&
!known.includes(app) &&
fly.some(({ file, role }) => file === config && role === 'app'));
return [...new Map(others.map((one) => [one.app, one])).values()].map(({ at, config, app }) => initNote(at.file, at, `This workflow deploys ${app} with ${config} as well: that app is not in the draft.`, 'Add it to `apps` with `deploy: false`, and a service for its metrics.'));
}
function superseded({ file, rules, what, sendsTo = [] }, notes) {
const isPartial = notes.some((note) => isLoss(note) && [file, ...rules].includes(note.at?.file ?? ''));
const subject = what === undefined ? 'this Prometheus' : 'this file';
const message = `The targets of ${subject} on Fly are in monitoring.yml now`;
const note = (text, hint) => [initNote(file, { line: 1, column: 1 }, text, hint)];
const sends = sendsTo.length === 0 ? '' : ` (${(0, lib_text.H$)(sendsTo.map(quote.T))})`;
if (isPartial)
return note(`${message}, but not all of its settings are${what === undefined ? '' : `, and neither is where it sends the samples${sends}`}.`, 'Keep it until the notes about this file are settled.');
if (what !== undefined)
return note(`${message}. It is ${what}: where it sends the samples${sends}, and its other parts, are not taken over.`, 'Remove its scrapes when the new Prometheus runs, and keep what else it does. `remote_write` in monitoring.yml sends the samples on.');
return note(`${message}.`, 'Remove this file when the new Prometheus runs: monitoring/prometheus-fly.yml replaces it.');
}
var glob = __webpack_require__(44321);
;
const whereFilesAre = (commands, files) => commands.map((one) => one.config === '*' && files.every(({ file }) => file.includes('/')) ? { ...one, config: '**' } : one);
function deploysOf({ file, app }, commands) {
const all = commands.filter((one) => ((one.config === file || ((0, deploy_commands.ef)(one.config) && (0, glob.m)(one.config, file))) &&
(one.app === undefined || app === undefined || one.app === app || (0, deploy_commands.ef)(one.app))) ||
(app !== undefined && one.app === app && one.config.endsWith(`/${file}`)));
const isExact = ({ config }) => config === file;
return [...all.filter(isExact), ...all.filter((one) => !isExact(one))];
}
const deploysByApp = (app, commands, files) => commands.filter((one) => app !== undefined &&
one.app === app &&
!(0, deploy_commands.ef)(one.config) &&
files.every(({ file }) => file !== one.config));
function theDeploy(deploys, app) {
const isMeant = (one) => one.app === undefined ||
!(0, deploy_commands.ef)(one.app) ||
(one.app !== '*' && app !== undefined && (0, glob.m)(one.app, app));
const isOfAny = ({ config }) => config === '**';
return [deploys.filter((one) => !isOfAny(one)), deploys.filter(isOfAny)]
.map((list) => list.find(({ onPush }) => onPush) ?? list.find(isMeant))
.find((one) => one !== undefined);
}
;
const isNamedAs = (image, app) => image.startsWith('registry.fly.io/') || (app !== '' && nameOf(image).split('/').at(-1) === app);
function isBuiltHere(image, { owner, folder, builders }) {
const name = nameOf(image);
const parts = name.toLowerCase().split('/');
const spaces = parts.slice(0, -1);
if (spaces.length === 0)
return false;
if (owner !== undefined && spaces.includes(owner.toLowerCase()))
return true;
if (spaces.length > 2 && spaces.at(-1) === folder.toLowerCase())
return true;
const last = parts.at(-1) ?? '';
return builders.some(({ text }) => pushes(text, { name, last }));
}
const nameOf = (image) => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
const PUSH = /docker\/build-push-action@|\bdocker(?:x| buildx)? (?:push|build)\b|--push\b|\bbuildah\b|\bkaniko\b|\bko (?:build|publish)\b|docker\/metadata-action@/;
const OWNED = /(?:ghcr\.io|docker\.io)\/\$\{?[^\s"'/]*(?:\{[^}\n]*\}\}?)?\/([\w.-]+)/g;
function pushes(text, { name, last }) {
if (!PUSH.test(text))
return false;
if (text.includes(name))
return true;
return [...text.matchAll(OWNED)].some(([, found = '']) => found.toLowerCase() === last);
}
;
const WATCHERS = /(?:^|\/)(?:grafana|loki|tempo|alloy|agent|alertmanager|uptime-kuma|gatus|healthchecks|statping|cachet|blackbox-exporter|fly-log-shipper|promtail|vector|fluent-bit)(?:-enterprise|-oss)?(?=[:@]|$)/;
const STORES = /(?:^|\/)(?:postgres(?:ql)?|postgis|pgvector|timescaledb|mysql|mariadb|mongo|redis|valkey|keydb|dragonfly|memcached|rabbitmq|pgbouncer|nats|kafka|cp-kafka|redpanda|zookeeper|elasticsearch|opensearch|meilisearch|typesense|clickhouse(?:-server)?|qdrant|weaviate|chroma|minio|vault|etcd|cockroach|neo4j|influxdb|falkordb|surrealdb|arangodb|couchdb|cassandra|scylla|questdb|milvus|libsql-server|sqld|eclipse-mosquitto|emqx)(?=[:@]|$)/;
const isNamed = (image, app) => isNamedAs(image, app ?? '') && !(WATCHERS.test(image) || STORES.test(image));
function foreignImage({ app, facts, isOwnImage, }) {
const image = facts.fly.build?.text('image')?.value;
if (isOwnImage || (image !== undefined && isNamed(image, app)))
return undefined;
const { build } = facts;
if (image !== undefined || !build)
return image;
const { from } = build.content;
const answers = facts.ports.length > 0 || facts.fly.mounts.length > 0;
const isStore = STORES.test(from) && answers;
const isProgram = isOnlyConfigured(build.content) && (answers || !hasSteps(build.content));
const isOther = WATCHERS.test(from) || isStore || (isProgram && !isNamed(from, app));
return isOther ? from : undefined;
}
const hasSteps = ({ instructions }) => instructions.some(({ name }) => name === 'RUN');
const SETTINGS = /\.(?:ya?ml|json|toml|conf|cfg|ini|sql|sh|tmpl|tpl|pem|crt|env|hcl|xml|properties)$/i;
const BASES = /(?:^|\/)(?:alpine|debian|ubuntu|fedora|centos|rockylinux|busybox|scratch|nix|wolfi-base|distroless[\w./-]*|static|base|cc|node|deno|bun|python|pypy|uv|golang|rust|ruby|php|frankenphp|perl|elixir|erlang|gleam|haskell|swift|dart|flutter|julia|r-base|openjdk|[\w-]*temurin|[\w-]*corretto|jdk|jre|graalvm[\w-]*|maven|gradle|sdk|aspnet|runtime|runtime-deps|clojure|[\w-]*chrome[\w-]*|playwright[\w-]*|puppeteer|ffmpeg|cuda|pytorch|tensorflow|[\w-]*conda\d?)(?=[:@]|$)/;
const PROXIES = /(?:^|\/)(?:nginx[\w-]*|caddy|httpd|traefik|haproxy|envoy|scratch)(?=[:@]|$)/;
function isOnlyConfigured({ from, instructions }) {
const copied = instructions.flatMap(({ name, words }) => ['COPY', 'ADD'].includes(name) ? words.slice(0, -1) : []);
return (from !== '' &&
!PROXIES.test(from) &&
!from.includes('$') &&
!(hasSteps({ instructions }) && BASES.test(from)) &&
copied.every((word) => SETTINGS.test(word)));
}
function thirdParty(apps, scraped) {
const isBuilt = (app) => !app.facts.fly.build?.has('image');
const others = apps.filter((app) => foreignImage(app) !== undefined &&
app.facts.metrics.length + app.facts.hints.length === 0 &&
!scraped.has(app.app) &&
!(isBuilt(app) && isDeployed(app) && !WATCHERS.test(foreignImage(app) ?? '')));
if (others.length < apps.length)
return others;
const areDeployed = others.some(isDeployed);
return others.filter((app) => WATCHERS.test(foreignImage(app) ?? '') || (areDeployed && !isDeployed(app)));
}
const isDeployed = ({ deployedBy, isScripted }) => deployedBy !== undefined || isScripted;
;
const STAGES = new Map(Object.entries({
production: ['production', 'prod', 'prd', 'live', 'mainnet', 'main'],
staging: ['staging', 'stage', 'stg', 'preprod', 'uat', 'qa'],
development: ['development', 'dev', 'devel', 'debug', 'local', 'devnet'],
preview: ['preview', 'review', 'pr', 'canary', 'nightly', 'beta'],
test: ['test', 'testing', 'testnet', 'sepolia', 'goerli', 'ci', 'sandbox', 'demo'],
other: ['blue', 'green'],
}).flatMap(([stage, words]) => words.map((word) => [word, stage])));
const wordsOf = (name) => name
.toLowerCase()
.replace(/\.toml$/, '')
.split(/[/._-]+/)
.filter((word) => word !== '' && word !== 'fly');
const stageOf = (name) => wordsOf(name)
.map((word) => STAGES.get(word))
.findLast((stage) => stage !== undefined);
const isNumber = (word, before) => {
const stage = STAGES.get(before ?? '');
return stage !== undefined && stage !== 'production' && /^(?:[a-z]|\d{1,2})$/.test(word);
};
const withoutStage = (name) => wordsOf(name)
.filter((word, i, all) => !STAGES.has(word) && !isNumber(word, all[i - 1]))
.join(' ');
;
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
const sorted = group.toSorted((a, b) => rank(a) - rank(b));
const first = sorted.find(({ app, deployedBy }) => app === sorted[0]?.app && deployedBy) ?? sorted[0];
return first ? [{ ...first, stages: sorted.filter((one) => one !== first) }] : [];
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
function rank({ app, facts, deployedBy, isScripted }) {
const stage = stageOf(facts.path) ?? stageOf(app);
const isTest = stage !== undefined && stage !== 'production';
const signs = [isTest, stage !== 'production', deployedBy === undefined, !isScripted, stage !== 'staging'];
const depth = Math.min(facts.path.split('/').length, MAX_DEPTH);
return signs.reduce((sum, sign) => sum * 2 + Number(sign), 0) * (MAX_DEPTH + 1) + depth;
}
const MAX_DEPTH = 20;
function stageNotes({ app, facts, stages }) {
return stages.map((stage) => stage.app === app
? leftOutNote(stage.facts, stage.facts.name?.at, `${stage.facts.file} is another configuration of app ${app}: the draft has ${facts.file} for it.`, 'If that is wrong, change `config` of the app in monitoring.yml.')
: leftOutNote(stage.facts, stage.facts.name?.at, `${stage.facts.file} (app ${stage.app}) is another stage of ${app} (${facts.file}), so it is not in this draft.`, `Give it a configuration of its own: \`init --app ${stage.app} --config monitoring.${stage.app}.yml\`. If it is an app of its own, add it to \`apps\`.`));
}
function stageComment({ app, stages }) {
const others = stages.filter((stage) => stage.app !== app);
return others.length === 0
? undefined
: ` Taken for other stages of it: ${(0, lib_text.H$)(others.map(({ facts }) => facts.path))}. An app of its own is a further entry.`;
}
;
function chooseApps(files, { named, ...evidence }) {
const notes = [];
const commands = whereFilesAre(evidence.commands, files);
const withNames = files.map((facts) => apps_nameOf(facts, { ...evidence, commands, files }));
const chosen = named === undefined ? withNames : selected(withNames, named);
const nameless = chosen.flatMap(({ app, facts }) => (isAppName(app) ? [] : facts));
const apps = groupStages(chosen.filter((one) => isAppName(one.app))).toSorted(mainFirst);
const others = thirdParty(apps, evidence.scraped);
for (const one of others)
for (const each of [one, ...one.stages])
notes.push(foreignNote(each, one));
for (const app of apps)
if (!others.includes(app))
notes.push(...stageNotes(app));
if (apps.length > 0)
notes.push(...nameless.map(namelessNote));
const foreign = others.map(({ facts }) => facts);
const ofTeam = chosen.flatMap((one) => !isAppName(one.app) && foreignImage(one) === undefined ? one.facts : []);
return {
apps: apps.filter((one) => !others.includes(one)),
nameless: ofTeam.length > 0 ? ofTeam : nameless,
foreign,
notes,
};
}
function mainFirst(a, b) {
const weight = ({ facts }) => reach(facts) * 100 + facts.path.split('/').length + (/(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5);
return weight(a) - weight(b);
}
function reach({ fly: { services }, ports }) {
const isWeb = ({ handlers }) => handlers.some((one) => one === 'http');
if (services.some(({ http, ports: own }) => http || own.some(isWeb)))
return 0;
if (services.some(({ ports: own }) => own.length > 0))
return 1;
return ports.length > 0 ? 2 : 3;
}
function apps_nameOf(facts, { commands, scripts, images, files }) {
const image = facts.fly.build?.text('image')?.value;
const own = isAppName(facts.name?.value) ? facts.name.value : undefined;
const file = { file: facts.file, app: own };
const deploys = deploysOf(file, commands);
const byScript = deploysOf(file, scripts).filter(({ config }) => config === facts.file);
const given = [...deploys, ...byScript].map(({ app }) => app).find(isAppName);
const deployed = theDeploy(deploys, own) ?? deploysByApp(own, commands, files)[0];
return {
app: own ?? given,
facts,
deployedBy: deployed?.at,
command: [deployed, ...byScript].find((one) => one?.config === facts.file),
isScripted: byScript.length > 0,
isOwnImage: image !== undefined && isBuiltHere(image, images),
};
}
function selected(files, named) {
const matching = files.filter(({ app }) => app === named);
if (matching.length > 0)
return matching;
const nameless = files.filter(({ app }) => app === undefined);
const ofTeam = nameless.find((one) => foreignImage({ ...one, app: named }) === undefined);
const first = ofTeam ?? nameless[0] ?? files[0];
return first ? [{ ...first, app: named }] : [];
}
const foreignNote = (one, main) => leftOutNote(one.facts, one.facts.fly.build?.text('image')?.at, `${one.facts.file} runs something else (${foreignImage(one) ?? foreignImage(main)}): app ${one.app} is left alone.`, 'If it has metrics, add it to `apps` and `services`.');
function namelessNote(facts) {
const written = facts.name
? `the app name ${(0, quote.T)(facts.name.value)} is ${isPlaceholder(facts.name.value) ? 'a placeholder' : 'not one of Fly'}`
: 'it has no `app`';
return leftOutNote(facts, facts.name?.at, `${facts.file} is left out: ${written}.`, `Add the app to \`apps\`, with \`config: ${facts.path}\`.`);
}
const deployedNotes = (apps) => [...Map.groupBy(apps, ({ deployedBy }) => deployedBy && placeText(deployedBy))].flatMap(([, same]) => {
const at = same[0]?.deployedBy;
if (!at)
return [];
const names = (0, lib_text.H$)(same.map(({ app }) => app));
const options = [...new Set(same.flatMap(({ command }) => command?.options ?? []))];
const without = options.length === 0 ? '' : `, but without ${(0, lib_text.p_)(options.map((one) => `\`${one}\``))}`;
return initNote(at.file, at, `This workflow deploys ${names} already, so the draft only monitors ${same.length === 1 ? 'it' : 'them'} (\`deploy: false\`).`, `To prove each deploy, add a step with this action and \`mode: verify\` after that deploy. Or remove the step here and \`deploy: false\` there: this action then deploys ${same.length === 1 ? 'it' : 'them'}${without}.`);
});
;
const isBelow = (path, folder) => folder === '.' || path === folder || path.startsWith(`${folder}/`);
const parents = (path) => path === '.' ? [] : [external_node_path_.posix.dirname(path), ...parents(external_node_path_.posix.dirname(path))];
const NAMES = [
[/(?:^|\/)(?:package|composer)\.json$/, /^\s{0,8}"name":\s*"([^"]+)"/m],
[/(?:^|\/)Cargo\.toml$/, /^\[(?:package|\[bin\]|lib)\][^[]*?^name\s*=\s*"([^"]+)"/gm],
[/(?:^|\/)mix\.exs$/, /^[ \t]*app:[ \t]*:(\w+)/m],
[/(?:^|\/)pyproject\.toml$/, /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([^"']+)["']/m],
[/(?:^|\/)go\.mod$/, /^module\s+"?([^\s"]+)/m],
[/(?:^|\/)pom\.xml$/, /^<project[\s\S]{0,2000}?<artifactId>([\w.-]+)<\/artifactId>/m],
];
function packagesOf(manifests) {
const groups = Map.groupBy(manifests, ({ file }) => external_node_path_.posix.dirname(file));
const packages = [...groups].map(([folder, files]) => ({
folder,
names: [...new Set(files.flatMap(namesIn))],
scripts: Object.assign({}, ...files.map(scriptsIn)),
needs: dependenciesOf(files),
}));
return packages.map(({ needs, ...one }) => ({
...one,
uses: packages
.filter(({ folder, names }) => needs.has(folderKey(folder)) || names.some((name) => needs.has(name)))
.map(({ folder }) => folder),
}));
}
function namesIn({ file, text }) {
const own = NAMES.filter(([name]) => name.test(file)).flatMap(([, pattern]) => [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, name = '']) => name));
const names = file.endsWith('Cargo.toml') ? own : own.slice(0, 1);
if (/\.(?:cs|fs)proj$/.test(file))
return [external_node_path_.posix.basename(file).replace(/\.\w+$/, '')];
return /\.gradle(?:\.kts)?$/.test(file) ? [`:${external_node_path_.posix.dirname(file).replaceAll('/', ':')}`] : names;
}
function scriptsIn({ file, text }) {
const json = external_node_path_.posix.basename(file) === 'package.json' ? (0, json_value._D)(text) : undefined;
const scripts = (0, json_value.OW)(json) && (0, json_value.OW)(json.scripts) ? json.scripts : {};
return Object.fromEntries(Object.entries(scripts).map(([name, value]) => [name, (0, json_value.tB)(value)]));
}
const DEPENDENCIES = [
[/package\.json$/, /^[ \t]*"([^"\s]+)":[ \t]*"/gm],
[/Cargo\.toml$/, /^"?([\w-]+)"?(?:\.workspace)?\s*=|\bpackage\s*=\s*"([^"]+)"/gm],
[/mix\.exs$/, /\{:(\w+),[^}]{0,300}?(?:in_umbrella|path):/g],
[/pyproject\.toml$/, /["']([A-Za-z][\w.-]*)|^([\w-]+)\s*=\s*\{/gm],
[/pom\.xml$/, /<artifactId>([\w.-]+)<\/artifactId>/g],
[/\.gradle(?:\.kts)?$/, /\bproject\(["']([\w:-]+)["']/g],
];
const PATH = /["'=\s:](\.\.?[/\\][\w@./\\-]+)/g;
function dependenciesOf(manifests) {
const names = manifests.flatMap(({ file, text }) => DEPENDENCIES.filter(([kind]) => kind.test(file)).flatMap(([, pattern]) => [...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '')));
const folders = manifests.flatMap(({ file, text }) => [...text.matchAll(PATH)].map(([, path = '']) => {
const whole = external_node_path_.posix.join(external_node_path_.posix.dirname(file), path.replaceAll('\\', '/')).replace(/\/$/, '');
return folderKey(/\.\w+proj$/.test(whole) ? external_node_path_.posix.dirname(whole) : whole);
}));
return new Set([...names, ...folders]);
}
const folderKey = (folder) => `${folder}/`;
function withDependencies(folders, packages) {
const found = new Set();
const add = (folder) => {
if (found.has(folder))
return;
found.add(folder);
for (const used of packages.find((one) => one.folder === folder)?.uses ?? [])
add(used);
};
for (const folder of folders)
add(folder);
return [...found];
}
;
function foundBuild(app, evidence) {
const { facts, command } = app;
if (facts.fly.build?.has('image'))
return undefined;
const own = external_node_path_.posix.dirname(facts.file);
if (command && !(0, deploy_commands.ef)(command.folder))
return asCommanded(command, { own, facts });
const { folder, missing } = copiedFrom(app, evidence) ?? { folder: own, missing: [] };
if (!facts.build || folder === own)
return undefined;
const which = missing.length === 0 ? 'the files' : 'most of the files';
return { context: folder, why: `it has ${which} that ${facts.build.file} copies` };
}
function asCommanded({ folder, dockerfile, at }, { own, facts }) {
const context = folder === own ? undefined : folder;
const isNamed = dockerfile !== undefined && facts.fly.build?.text('dockerfile') === undefined;
const named = isNamed && !(0, deploy_commands.ef)(dockerfile) ? dockerfile : undefined;
if (context === undefined && named === undefined)
return undefined;
return {
...(context !== undefined && { context }),
...(named !== undefined && { dockerfile: named }),
why: `${placeText(at)} deploys it ${context === undefined ? 'with this Dockerfile' : 'from this folder'}`,
};
}
function contextOf(app, evidence) {
const { command } = app;
if (command && !(0, deploy_commands.ef)(command.folder))
return command.folder;
return copiedFrom(app, evidence)?.folder;
}
const buildNotes = (apps, evidence) => apps.flatMap((app) => {
const { facts, deployedBy } = app;
const missing = copiedFrom(app, evidence)?.missing ?? [];
if (!facts.build || missing.length === 0 || deployedBy !== undefined)
return [];
const [which, what] = missing.length === 1 ? ['which is', 'that'] : ['which are', 'them'];
const message = `${facts.build.file} copies ${(0, lib_text.H$)(missing.map(quote.T))}, ${which} not in this repository: a deploy of ${app.app} fails unless a step before it makes ${what}.`;
const hint = `Build before the deploy, or set \`deploy: false\` and deploy ${app.app} as before.`;
return initNote(facts.build.file, { line: 1, column: 1 }, message, hint);
});
function copiedFrom({ facts: { file, build, fly } }, { packages, exists }) {
if (!build || fly.build?.has('image'))
return undefined;
const [own, built] = [external_node_path_.posix.dirname(file), external_node_path_.posix.dirname(build.file)];
const hasCode = (folder) => folder === own || packages.some((one) => isBelow(one.folder, folder));
const paths = build.copied.filter((path) => !/[*?[]/.test(path));
const [first, ...more] = [...new Set([built, ...parents(built), own])]
.filter(hasCode)
.map((folder) => ({ folder, missing: paths.filter((path) => !exists(external_node_path_.posix.join(folder, path))) }));
const best = more.reduce((best, one) => (best && best.missing.length <= one.missing.length ? best : one), first);
if (!best || best.missing.length === 0)
return best;
const [only, ...others] = packages.filter(({ folder }) => paths.every((path) => exists(external_node_path_.posix.join(folder, path))));
return only && others.length === 0 ? { folder: only.folder, missing: [] } : best;
}
var schema_issues = __webpack_require__(25201);
;
function withoutInvalid(found, names) {
const issues = (0, load.z6)(compose(found, names)).issues.filter((issue) => isFound(found, issue));
if (issues.length === 0)
return found;
const notes = [...found.notes, ...issues.map((issue) => leftOut(found, issue))];
return withoutInvalid({ ...without(found, issues), notes }, names);
}
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
function leftOut(found, { path, message }) {
const [part, key] = path;
const service = part === 'services' ? found.services[Number(key)] : undefined;
const at = service?.at ?? (part === 'monitoring' ? found.places[key] : undefined);
const about = service
? message.replace(`services[${String(key)}].`, `Service ${(0, schema_issues.Hx)(service.name)}: `)
: message;
const left = `${about.replace(/\.$/, '')}. The value was left out.`;
const hint = 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.';
const { at: _, ...note } = lossNote('', at ?? { line: 1, column: 1 }, left, hint);
return { ...note, ...(at && { at }) };
}
;
function readAlloy(text) {
try {
const reader = readerOf(tokensOf(text));
const { blocks } = readBody(reader, { isInner: false, depth: 0 });
return blocks;
}
catch (error) {
if (error instanceof NotAlloy)
return undefined;
throw error;
}
}
class NotAlloy extends Error {
}
const TOKEN = /(?<space>[ \t\r\n]+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<text>"(?:[^"\\\n]|\\.?)*(?:"|(?=\n)|$)|`[^`]*(?:`|$))|(?<number>\d[\w.]*)|(?<sign>\S)/g;
function tokensOf(source) {
const tokens = [];
let [line, lineStart, last] = [1, 0, 0];
for (const { 0: all, index, groups = {} } of source.matchAll(TOKEN)) {
const [kind] = KINDS.filter((one) => groups[one] !== undefined);
if (kind !== undefined) {
const text = kind === 'text' ? unquoted(all) : all;
const at = { line, column: index - lineStart + 1 };
tokens.push({ kind, text, at, isFirstInLine: line !== last });
}
const lines = all.split('\n');
if (lines.length > 1)
lineStart = index + all.length - (lines.at(-1)?.length ?? 0);
line += lines.length - 1;
if (kind !== undefined)
last = line;
}
return tokens;
}
const KINDS = ['name', 'text', 'number', 'sign'];
function unquoted(text) {
if (text.startsWith('`'))
return text.slice(1, -1);
try {
return String(JSON.parse(text));
}
catch {
return text.slice(1, -1);
}
}
function readerOf(tokens) {
let i = 0;
return {
peek: () => tokens[i],
next: () => {
const token = tokens[i++];
if (!token)
throw new NotAlloy();
return token;
},
takes: (sign) => {
const isNext = isSign(tokens[i], sign);
if (isNext)
i++;
return isNext;
},
};
}
const isSign = (token, ...signs) => token?.kind === 'sign' && signs.includes(token.text);
const alloy_MAX_DEPTH = 40;
function readBody(reader, { isInner, depth }) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const attributes = { kind: 'table', at: reader.peek()?.at ?? START, entries: new Map() };
const blocks = [];
while (isInner ? !reader.takes('}') : reader.peek() !== undefined) {
const { kind, text: name, at } = reader.next();
if (kind !== 'name')
throw new NotAlloy();
if (reader.takes('=')) {
attributes.entries.set(name, readValue(reader, { isInList: false, depth }));
continue;
}
const label = reader.peek()?.kind === 'text' ? reader.next().text : undefined;
if (!reader.takes('{'))
throw new NotAlloy();
blocks.push({ name, label, at, ...readBody(reader, { isInner: true, depth: depth + 1 }) });
}
return { attributes, blocks };
}
const START = { line: 1, column: 1 };
function readValue(reader, { isInList, depth }) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const value = readOperand(reader, depth + 1);
const isEnd = () => {
const token = reader.peek();
if (!token || isSign(token, '}', ']', ')', ','))
return true;
return !isInList && token.isFirstInLine;
};
if (isEnd())
return value;
while (!isEnd())
skip(reader, depth + 1);
return unknown(value.at);
}
const unknown = (at) => ({ kind: 'value', at, value: null, text: '' });
function skip(reader, depth) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const token = reader.next();
if (!isSign(token, '(', '[', '{'))
return;
while (!isSign(reader.peek(), ')', ']', '}'))
skip(reader, depth + 1);
reader.next();
}
function readOperand(reader, depth) {
const { kind, text, at } = reader.next();
if (kind === 'text')
return { kind: 'value', at, value: text, text };
if (kind === 'number')
return { kind: 'value', at, value: Number(text), text };
if (kind === 'name')
return readName(reader, { text, at, depth });
if (text === '[')
return { kind: 'list', at, items: readItems(reader, ']', depth) };
if (text === '{')
return readObject(reader, at, depth);
return unknown(at);
}
function readItems(reader, end, depth) {
const items = [];
while (!reader.takes(end)) {
items.push(readValue(reader, { isInList: true, depth }));
if (!reader.takes(',') && !isSign(reader.peek(), end))
throw new NotAlloy();
}
return items;
}
function readObject(reader, at, depth) {
const entries = new Map();
while (!reader.takes('}')) {
const { kind, text } = reader.next();
if (!['name', 'text'].includes(kind) || !reader.takes('='))
throw new NotAlloy();
entries.set(text, readValue(reader, { isInList: true, depth }));
if (!reader.takes(',') && !isSign(reader.peek(), '}'))
throw new NotAlloy();
}
return { kind: 'table', at, entries };
}
function readName(reader, { text, at, depth }) {
if (text === 'true' || text === 'false')
return { kind: 'value', at, value: text === 'true', text };
if (text === 'null')
return { kind: 'value', at, value: null, text: '' };
if (!reader.takes('('))
return { kind: 'value', at, value: null, text };
const items = readItems(reader, ')', depth);
if (/^(?:array\.)?concat$/.test(text))
return { kind: 'list', at, items: items.flatMap((one) => (one.kind === 'list' ? one.items : [one])) };
const [name] = items;
if (/^(?:sys\.)?env$/.test(text) && name?.kind === 'value')
return { kind: 'value', at, value: `\${${name.text}}`, text: `\${${name.text}}` };
return unknown(at);
}
var tree = __webpack_require__(68587);
var formats_yaml = __webpack_require__(69776);
;
function alloyJobs(blocks) {
const named = new Map(blocks.map((block) => [`${block.name}.${block.label}`, block]));
return blocks.filter(({ name }) => name === 'prometheus.scrape').map((block) => jobOf(block, named));
}
const LEFT_OUT = ['targets', 'forward_to', 'clustering', 'scrape_native_histograms'];
function jobOf({ label, at, attributes, blocks }, named) {
const inner = blocks.map((block) => [block.name, block.attributes]);
const own = [...attributes.entries, ...inner].filter(([key]) => !LEFT_OUT.includes(key));
const found = parts((0, tree.Jt)(attributes, 'targets'), { named, depth: 0 });
const rules = (0, tree.ld)((0, tree.Jt)(attributes, 'forward_to')).flatMap((to) => rulesOf(to, named));
const path = pathOf(found);
return table(at, [
['job_name', { kind: 'value', at, value: label ?? '', text: label ?? '' }],
...(path ? [['metrics_path', path]] : []),
...own,
...lists(at, found),
...lists(at, rules.map((rule) => ['metric_relabel_configs', rule])),
]);
}
const table = (at, entries) => ({
kind: 'table',
at,
entries: new Map(entries),
});
const lists = (at, found) => [...Map.groupBy(found, ([key]) => key)].map(([key, same]) => [
key,
{ kind: 'list', at: same[0]?.[1].at ?? at, items: same.map(([, value]) => value) },
]);
function parts(node, { named, depth }) {
if (!node || depth > alloy_jobs_MAX_DEPTH)
return [];
if (node.kind === 'list')
return node.items.flatMap((one) => parts(one, { named, depth: depth + 1 }));
if (node.kind === 'table')
return [['static_configs', staticConfig(node)]];
const component = /^(.+)\.(?:targets|output)$/.exec(node.text)?.[1] ?? '';
const block = named.get(component);
if (block?.name === 'discovery.dns')
return [['dns_sd_configs', block.attributes]];
if (block?.name === 'discovery.relabel')
return [
...parts((0, tree.Jt)(block.attributes, 'targets'), { named, depth: depth + 1 }),
...block.blocks.map((rule) => ['relabel_configs', rule.attributes]),
];
return [[component === '' ? 'targets' : component.replace(/\.[^.]*$/, ''), node]];
}
const alloy_jobs_MAX_DEPTH = 10;
function staticConfig({ at, entries }) {
const address = entries.get('__address__');
const labels = [...entries].filter(([name]) => name !== '__address__' && name !== '__metrics_path__');
return table(at, [
['targets', { kind: 'list', at, items: address ? [address] : [] }],
['labels', table(at, labels)],
...[...entries].filter(([name]) => name === '__metrics_path__'),
]);
}
function pathOf(found) {
const paths = found.flatMap(([key, value]) => key === 'static_configs' ? [(0, tree.Jt)(value, '__metrics_path__')] : []);
return new Set(paths.map(tree.ws)).size === 1 ? paths[0] : undefined;
}
function rulesOf(to, named) {
const component = to.kind === 'value' ? to.text.replace(/\.receiver$/, '') : '';
const block = named.get(component);
return block?.name === 'prometheus.relabel' ? block.blocks.map(({ attributes }) => attributes) : [];
}
var duration = __webpack_require__(39386);
var scrape_options = __webpack_require__(73016);
;
const TAKEN_OVER = [
...['job_name', 'metrics_path', 'static_configs', 'dns_sd_configs', 'honor_timestamps', 'follow_redirects'],
...['fallback_scrape_protocol', 'scrape_protocols', 'enable_compression', 'scheme', 'relabel_configs'],
];
const NEEDED = [
...['authorization', 'basic_auth', 'oauth2', 'bearer_token', 'bearer_token_file', 'sigv4', 'tls_config'],
...['proxy_url', 'proxy_from_environment', 'http_headers'],
];
const NEEDED_PARAMS = ['format', 'match[]', 'module', 'target'];
const ADDRESS_LABELS = /^__(?:address|scheme|metrics_path|param_\w+)__$|^__param_/;
const OWN_LABELS = ['service', 'app', 'job', 'instance'];
const DISCOVERY = /_sd_configs$|^(?:discovery|prometheus)\.|^targets$/;
function blockedBy(job, { taken }) {
if (job.kind !== 'table')
return undefined;
const discovery = [...job.entries].find(([key]) => DISCOVERY.test(key) && key !== 'dns_sd_configs');
if (discovery && !job.entries.has('static_configs') && !job.entries.has('dns_sd_configs')) {
const [key, { at }] = discovery;
return {
at,
why: key === 'targets' ? 'its targets are calculated' : `services are not discovered by \`${key}\``,
};
}
const key = NEEDED.find((one) => job.entries.has(one) && !taken.has(one));
const at = key === undefined ? undefined : (0, tree.Jt)(job, key)?.at;
if (at)
return { at, why: `a service does not have \`${key}\`, or not in this form` };
const params = (0, tree.Jt)(job, 'params');
const isUsual = ((0, tree.ws)((0, tree.Jt)(job, 'metrics_path')) ?? '/metrics') === '/metrics';
const param = NEEDED_PARAMS.find((one) => (0, tree.Jt)(params, one) && !(isUsual && one === 'format'));
if (params && param !== undefined)
return { at: params.at, why: `a service does not have \`params\`, and needs \`${param}\`` };
const moved = (0, tree.ld)((0, tree.Jt)(job, 'relabel_configs')).find((rule) => ADDRESS_LABELS.test((0, tree.ws)((0, tree.Jt)(rule, 'target_label')) ?? ''));
return moved && { at: moved.at, why: '`relabel_configs` sends its requests to another address' };
}
function lossesOfJob(job, { file, jobName, isEveryInterval, settings: { taken } }) {
if (job.kind !== 'table')
return [];
const name = `Job ${(0, quote.T)(jobName)}`;
const note = (at, message, hint) => lossNote(file, at.at, message, hint);
const keys = [...job.entries].filter(([key, value]) => !TAKEN_OVER.includes(key) &&
!taken.has(key) &&
!(key === 'scrape_interval' && isEveryInterval((0, tree.ws)(value) ?? '')));
const labels = (0, tree.ld)((0, tree.Jt)(job, 'static_configs')).flatMap((config) => {
const all = (0, tree.Jt)(config, 'labels');
return all?.kind === 'table' ? [...all.entries] : [];
});
return [
...keys.map(([key, value]) => note(value, `${name} has \`${key}\`, ${Object.hasOwn(scrape_options.uT, key) || key === 'metric_relabel_configs' ? 'in a form that a service cannot have' : 'which a service does not have'}. It is not taken over.`, lossHint(key))),
...labels
.filter(([label]) => !OWN_LABELS.includes(label) && !taken.has(`labels.${label}`))
.map(([label, value]) => note(value, `${name} sets the label ${(0, quote.T)(label)}. It is not taken over.`, 'A service has the same labels on all its targets: add it to `labels` of the service, or change queries that use it.')),
...(0, tree.ld)((0, tree.Jt)(job, 'relabel_configs'))
.filter((rule) => !isOwnLabel(rule))
.map((rule) => note(rule, `${name} changes or drops targets with \`relabel_configs\`. It is not taken over.`, 'Every machine of the app is scraped, with the labels `service` and `app`.')),
];
}
const isOwnLabel = (rule) => ((0, tree.ws)((0, tree.Jt)(rule, 'action')) ?? 'replace') === 'replace' &&
OWN_LABELS.includes((0, tree.ws)((0, tree.Jt)(rule, 'target_label')) ?? '');
const lossHint = (key) => ({
scrape_interval: 'A service may have a `scrape_interval` from 1s to 2m: with longer ones every series has gaps.',
scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
metric_relabel_configs: 'A service has `keep` and `drop` for whole metrics; they are kept under their own names.',
params: 'The path is requested without parameters.',
honor_labels: 'Labels of the target that exist already get the prefix `exported_`.',
})[key] ?? 'Keep the Prometheus that has it, if it is needed.';
function lossesOfConfiguration(root, file) {
const global = (0, tree.Jt)(root, 'global');
const note = (at, message, hint) => lossNote(file, at.at, message, hint);
const lost = [];
for (const key of ['scrape_timeout', 'evaluation_interval']) {
const value = (0, tree.Jt)(global, key);
const isSame = [(0, tree.ws)((0, tree.Jt)(global, 'scrape_interval')), ...(key === 'scrape_timeout' ? ['10s'] : [])];
if (value && !isSame.includes((0, tree.ws)(value)))
lost.push(note(value, `\`global.${key}\` is ${(0, tree.ws)(value)}. It is not taken over.`, GLOBAL[key]));
}
for (const [key, hint] of Object.entries(PARTS)) {
const value = (0, tree.Jt)(root, key);
const isEmpty = value === undefined || (value.kind === 'value' && value.value === null);
if (!isEmpty && hasContent(key, value))
lost.push(note(value, `This Prometheus has \`${key}\`. It is not taken over.`, hint));
}
const labels = (0, tree.Jt)(global, 'external_labels');
if (labels?.kind === 'table' && labels.entries.size > 0)
lost.push(note(labels, `The configuration sets external labels: ${(0, lib_text.p_)([...labels.entries.keys()])}. They are not taken over.`, 'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.'));
const targets = (0, tree.ld)((0, tree.Jt)(root, 'remote_write'));
return [...lost, ...targets.flatMap((target, i) => lossesOfRemoteWrite(target, file, i > 0))];
}
function lossesOfRemoteWrite(target, file, isFurther) {
const url = (0, tree.ws)((0, tree.Jt)(target, 'url')) ?? '';
const isOpen = url === '' || /\$|\{\{|^%/.test(url);
const note = isOpen
? initNote(file, target.at, url === ''
? 'Remote write has no URL: every batch fails, and Prometheus needs a minute to stop.'
: 'Remote write is always part of this configuration, with values from variables: wherever they are empty, every batch fails, and Prometheus needs a minute to stop.', 'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set, or `remote_write` in monitoring.yml has a target.')
: lossNote(file, target.at, `This Prometheus writes to ${hostOf(url)}. It is not taken over.`, isFurther
? 'Add it to `remote_write` in monitoring.yml, with the name of the environment variable that has its key.'
: 'Set `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` for the deploy, or add it to `remote_write` in monitoring.yml.');
return [note, ...filters(target, file)];
}
const hostOf = (url) => (URL.canParse(url) ? (0, quote.T)(new URL(url).host) : 'a target outside');
const GLOBAL = {
scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
evaluation_interval: 'Rules are evaluated with `monitoring.scrape_interval`.',
};
const PARTS = {
alerting: 'Alerts of the new Prometheus reach people through `alerts.notify`, or through Grafana (`GRAFANA_URL`): set one of them up before the old Prometheus stops.',
remote_read: 'Queries in the new Prometheus do not see the samples of the other side.',
scrape_config_files: 'Jobs in these files are read where they are in this repository, not from elsewhere.',
storage: 'The new Prometheus has the settings of `monitoring.retention` and `monitoring.volume`.',
tracing: 'The new Prometheus sends no traces.',
otlp: 'The new Prometheus does not receive OTLP.',
};
function hasContent(key, value) {
if (value.kind === 'list')
return value.items.length > 0;
if (key !== 'alerting')
return true;
const managers = (0, tree.ld)((0, tree.Jt)(value, 'alertmanagers'));
return managers.some((one) => {
const targets = (0, tree.ld)((0, tree.Jt)(one, 'static_configs')).flatMap((config) => (0, tree.ld)((0, tree.Jt)(config, 'targets')));
const isStatic = (0, tree.Jt)(one, 'static_configs') !== undefined;
return !isStatic || targets.length > 0;
});
}
function filters(target, file) {
const relabel = (0, tree.Jt)(target, 'write_relabel_configs');
if (!relabel)
return [];
const message = 'Remote write drops or renames metrics. These filters are not taken over.';
return [lossNote(file, relabel.at, message, 'All samples are written.')];
}
var valibot_dist = __webpack_require__(77934);
;
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
const isValid = (key, value) => (0, valibot_dist.xLC)(scrape_options.uT[key], value).success;
function fromScalars(job, isEveryInterval) {
const text = (key) => (0, tree.ws)((0, tree.Jt)(job, key));
const [scheme, interval, timeout, limit] = [
'scheme',
'scrape_interval',
'scrape_timeout',
'sample_limit',
].map(text);
const hasOwn = interval !== undefined && !isEveryInterval(interval);
const longest = (0, duration.E)(hasOwn ? interval : '15s') ?? 0;
const isTimeout = timeout !== undefined &&
(!hasOwn || isValid('scrape_interval', interval)) &&
((0, duration.E)(timeout) ?? 0) <= longest;
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
function stored(job) {
const rules = (0, tree.ld)((0, tree.Jt)(job, 'metric_relabel_configs')).map((rule) => ({
action: (0, tree.ws)((0, tree.Jt)(rule, 'action')),
regex: (0, tree.ws)((0, tree.Jt)(rule, 'regex')),
isOfName: (0, tree.ld)((0, tree.Jt)(rule, 'source_labels')).map(tree.ws).join() === '__name__',
}));
const [keep, drop] = ['keep', 'drop'].map((action) => rules.flatMap((rule) => (rule.isOfName && rule.action === action && rule.regex ? [rule.regex] : [])));
if (!keep || !drop || rules.length === 0 || keep.length + drop.length < rules.length || keep.length > 1)
return [];
const options = { ...(keep.length > 0 && { keep }), ...(drop.length > 0 && { drop }) };
return [{ options, keys: ['metric_relabel_configs'] }];
}
function tls(job) {
const config = (0, tree.Jt)(job, 'tls_config');
if (config?.kind !== 'table' || (0, tree.ws)((0, tree.Jt)(job, 'scheme')) !== 'https')
return [];
const name = (0, tree.ws)((0, tree.Jt)(config, 'server_name'));
const skip = (0, tree.ws)((0, tree.Jt)(config, 'insecure_skip_verify'));
const known = [...config.entries.keys()].every((key) => ['server_name', 'insecure_skip_verify'].includes(key));
if (!known)
return [];
const tls_config = {
...(name !== undefined && { server_name: name }),
...(skip === 'true' && { insecure_skip_verify: true }),
};
return [{ options: Object.keys(tls_config).length > 0 ? { tls_config } : {}, keys: ['tls_config'] }];
}
function labels(job) {
const all = (0, tree.ld)((0, tree.Jt)(job, 'static_configs')).map((config) => {
const of = (0, tree.Jt)(config, 'labels');
return of?.kind === 'table' ? [...of.entries] : [];
});
const texts = all.map((entries) => new Map(entries.map(([name, value]) => [name, (0, tree.ws)(value) ?? ''])));
const shared = [...(texts[0] ?? [])].filter(([name, value]) => texts.every((other) => other.get(name) === value) &&
!scrape_options.tE.includes(name) &&
!name.startsWith('__') &&
!value.includes('${') &&
isValid('labels', { [name]: value }));
if (shared.length === 0)
return [];
return [{ options: { labels: Object.fromEntries(shared) }, keys: shared.map(([name]) => `labels.${name}`) }];
}
function credentials(job, variable) {
const authorization = (0, tree.Jt)(job, 'authorization');
const bearer = (0, tree.Jt)(job, 'bearer_token') ?? (0, tree.Jt)(job, 'bearer_token_file');
const basic = (0, tree.Jt)(job, 'basic_auth');
const at = authorization ?? bearer;
if (at) {
const type = (0, tree.ws)((0, tree.Jt)(authorization, 'type'));
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
const username = (0, tree.ws)((0, tree.Jt)(basic, 'username'));
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
const variableFor = (jobName) => `${jobName
.toUpperCase()
.replace(/[^A-Z0-9]+/g, '_')
.replace(/^(?=\d)/, '_')
.slice(0, 40)}_METRICS`;
;
function scanPrometheus({ file, text: yaml }) {
const read = (0, formats_yaml.g)(yaml);
if (!read.ok)
return {
file,
targets: [],
scrapeInterval: undefined,
ruleFiles: [],
lostJobs: [],
notes: [],
};
const root = read.tree;
const interval = (0, tree.Jt)((0, tree.Jt)(root, 'global'), 'scrape_interval');
const text = (0, tree.ws)(interval);
const { targets, losses, lostJobs } = scanJobs((0, tree.ld)((0, tree.Jt)(root, 'scrape_configs')), {
file,
interval: text,
});
return {
file,
targets,
scrapeInterval: interval && text !== undefined ? { value: text, at: { file, ...interval.at } } : undefined,
ruleFiles: (0, tree.ld)((0, tree.Jt)(root, 'rule_files')).flatMap((node) => {
const value = (0, tree.ws)(node);
return value === undefined ? [] : { value, at: { file, ...node.at } };
}),
lostJobs,
notes: [...losses, ...lossesOfConfiguration(root, file)],
};
}
function scanJobs(jobs, context) {
const scanned = jobs.map((job) => scanJob(job, context));
return {
targets: scanned.flatMap(({ targets }) => targets),
lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
losses: scanned.flatMap(({ losses }) => losses),
};
}
const NOTHING = { targets: [], lostJobs: [] };
const ITSELF = /^(?:(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)(?::9090)?|prometheus(?::\d+)?)$/;
function scanJob(job, { file, interval }) {
const jobName = (0, tree.ws)((0, tree.Jt)(job, 'job_name')) ?? '';
const addresses = [...staticAddresses(job), ...dnsAddresses(job)];
const others = addresses.filter(({ text }) => !ITSELF.test(withDefaults(text)));
if (addresses.length > 0 && others.length === 0)
return { ...NOTHING, losses: [] };
const isEveryInterval = (own) => own === interval || (0, duration.E)(own) === (0, duration.E)(interval ?? '1m');
const settings = settingsOfJob(job, { jobName, isEveryInterval });
const blocked = blockedBy(job, settings);
if (blocked) {
const message = `Job "${jobName}" is not taken over: ${blocked.why}.`;
return { ...NOTHING, lostJobs: [jobName], losses: [lossNote(file, blocked.at, message, KEEP)] };
}
const path = (0, tree.ws)((0, tree.Jt)(job, 'metrics_path')) ?? '/metrics';
const secret = secretNote(settings, { file, jobName });
const targets = others.map(({ at, text, service }) => {
const [, host = '', written] = /^(?:https?:\/\/)?([^/:]*|\[[^\]]*\])(?::(\d+))?/.exec(withDefaults(text)) ?? [];
const fly = (0, fly_names._G)(host);
const isProxy = fly !== undefined && fly.network !== 'internal';
const port = isProxy ? undefined : Number(written ?? (settings.options.scheme === 'https' ? 443 : 80));
const name = service ?? (jobName === prometheus.gu ? (fly?.app ?? host) : jobName);
const process = fly?.process;
const { scheme, tls_config, ...plain } = settings.options;
const options = isProxy ? plain : settings.options;
const where = { job: jobName, file, at: at.at, address: text, host, path, options, secret };
return { name, app: fly?.app, ...(process !== undefined && { process }), port, ...where };
});
const losses = targets.length > 0 ? lossesOfJob(job, { file, jobName, isEveryInterval, settings }) : [];
return { targets, lostJobs: [], losses };
}
const withDefaults = (text) => text.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1');
function secretNote({ secret, options }, { file, jobName }) {
const variable = options.authorization?.credentials_env ?? options.basic_auth?.password_env;
if (!secret || variable === undefined)
return undefined;
const message = `Job "${jobName}" authenticates with \`${secret.key}\`. Its secret is not copied: the draft names the variable ${variable}.`;
return initNote(file, secret.at.at, message, `Pass the secret to the step as env: ${variable}, from a secret of the repository.`);
}
const KEEP = 'Keep the Prometheus that scrapes it now.';
function staticAddresses(job) {
return (0, tree.ld)((0, tree.Jt)(job, 'static_configs')).flatMap((config) => {
const label = (0, tree.ws)((0, tree.Jt)((0, tree.Jt)(config, 'labels'), 'service'));
const service = label !== undefined && !label.includes('$') ? label : undefined;
return (0, tree.ld)((0, tree.Jt)(config, 'targets')).map((at) => ({ at, text: (0, tree.ws)(at) ?? '', service }));
});
}
function dnsAddresses(job) {
return (0, tree.ld)((0, tree.Jt)(job, 'dns_sd_configs')).flatMap((config) => {
const port = (0, tree.ws)((0, tree.Jt)(config, 'port'));
return (0, tree.ld)((0, tree.Jt)(config, 'names')).map((at) => ({
at,
text: `${(0, tree.ws)(at) ?? ''}${port === undefined ? '' : `:${port}`}`,
service: undefined,
}));
});
}
;
function scanCollector(file, kind) {
const configurations = kind === 'alloy' ? alloy(file) : inYaml(file, kind);
if (!configurations || configurations.length === 0)
return undefined;
const scanned = configurations.map((root) => scanJobs((0, tree.ld)((0, tree.Jt)(root, 'scrape_configs')), {
file: file.file,
interval: (0, tree.ws)((0, tree.Jt)((0, tree.Jt)(root, 'global'), 'scrape_interval')),
}));
return {
file: file.file,
targets: scanned.flatMap(({ targets }) => targets),
scrapeInterval: undefined,
ruleFiles: [],
lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
sendsTo: destinationsIn(file.text),
notes: scanned.flatMap(({ losses }) => losses),
};
}
const DESTINATION = /\b(?:url|endpoint)\s*[:=]\s*["']?(?:https?:\/\/(?:[^@/\s"']{1,200}@)?([\w.:-]{1,200})[^\s"']{0,200}(?:push|write|receive)\b|(?:sys\.)?env\(["'](\w{1,100})["']\)|\$\{(?:env:)?(\w{1,100})\})/g;
const destinationsIn = (text) => [
...new Set([...text.matchAll(DESTINATION)].map(([, host, called, variable]) => host ?? called ?? variable ?? '')),
];
function alloy({ text }) {
const blocks = readAlloy(text);
if (!blocks)
return undefined;
const at = { line: 1, column: 1 };
const jobs = { kind: 'list', at, items: alloyJobs(blocks) };
return [{ kind: 'table', at, entries: new Map([['scrape_configs', jobs]]) }];
}
function inYaml({ text }, kind) {
const read = (0, formats_yaml.g)(text);
if (!read.ok)
return undefined;
if (kind === 'otel') {
const receivers = (0, tree.Jt)(read.tree, 'receivers');
return [...(receivers?.kind === 'table' ? receivers.entries : [])].flatMap(([name, receiver]) => /^prometheus(?:\/|$)/.test(name) ? ((0, tree.Jt)(receiver, 'config') ?? []) : []);
}
const metrics = (0, tree.Jt)(read.tree, 'metrics');
const global = (0, tree.Jt)(metrics, 'global');
return (0, tree.ld)((0, tree.Jt)(metrics, 'configs')).map((one) => one.kind === 'table' && global ? { ...one, entries: new Map([...one.entries, ['global', global]]) } : one);
}
;
const ENDING = /\.(?:ya?ml|tmpl|tpl|gotmpl|j2|jinja2?|erb|ejs|alloy|river)$/;
const TEMPLATE_ENDING = /\.(?:tmpl|tpl|gotmpl|j2|jinja2?|erb|ejs)$/;
const TEMPLATE = /\{\{|\{%|<%/;
const SCRAPE_CONFIGS = /^[ \t]*(?:-[ \t]+)?scrape_configs:/m;
const other_scrapers_KINDS = [
{
collector: 'alloy',
what: 'a configuration of Grafana Alloy',
scrapes: /^prometheus\.scrape\s+"/m,
is: ({ file }) => /\.(?:alloy|river)$/.test(file),
},
{
collector: 'otel',
what: 'a configuration of an OpenTelemetry Collector',
scrapes: SCRAPE_CONFIGS,
is: ({ text }) => /^receivers:/m.test(text) && /^[ \t]+prometheus(?:\/[\w-]+)?:/m.test(text),
},
{
collector: 'agent',
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
const kindOf = (file) => other_scrapers_KINDS.find((kind) => kind.is(file) && kind.scrapes.test(file.text));
const mayBeOtherScraper = (path) => ENDING.test(path);
const isOtherScraper = (file) => kindOf(file) !== undefined;
function scanOtherScrapers(files) {
const all = files.flatMap((file) => {
const kind = kindOf(file);
if (!kind)
return [];
const scanned = kind.collector && scanCollector(file, kind.collector);
return [scanned ? { ...scanned, what: kind.what } : unread(file, kind)];
});
return {
scanned: all.filter((one) => 'targets' in one),
notes: all.filter((one) => 'code' in one),
};
}
function unread({ file, text }, { what, scrapes }) {
const line = text.slice(0, scrapes.exec(text)?.index ?? 0).split('\n').length;
const jobs = [...text.matchAll(JOBS)].flatMap(([, yaml, alloy]) => yaml ?? alloy ?? []);
const named = jobs.length > 0 ? ` (${(0, lib_text.H$)(jobs.map(quote.T), 5)})` : '';
const message = `This file is ${what}, which is not read: what it scrapes${named} is not taken over.`;
const hint = 'Add a service to monitoring.yml for each endpoint that it scrapes on Fly, and keep it until they are up.';
return lossNote(file, { line, column: 1 }, message, hint);
}
const JOBS = /job_name:[ \t]*['"]?([\w./-]{1,60})|^prometheus\.scrape[ \t]+"([\w-]{1,60})"/gm;
;
function findRules(rules, prometheus, { lost, exists }) {
const notes = [];
const byConfiguration = new Map(prometheus.map(({ file, ruleFiles }) => {
const found = ruleFiles.flatMap(({ value, at }) => {
const named = rules.filter((rule) => rule_files_isNamed(rule.file, value, external_node_path_.posix.dirname(file)));
if (named.length === 0) {
const isHere = exists(external_node_path_.posix.join(external_node_path_.posix.dirname(file), value));
notes.push(lossNote(at.file, at, ...(isHere ? noRulesIn(value) : notHere(value))));
}
return named.map((rule) => rule.file);
});
return [file, [...new Set(found)]];
}));
const named = new Set([...byConfiguration.values()].flat());
const others = rules.filter(({ file }) => !named.has(file)).map(({ file }) => file);
for (const file of prometheus.some(({ ruleFiles }) => ruleFiles.length > 0) ? others : [])
notes.push(initNote(file, { line: 1, column: 1 }, 'No Prometheus of this repository names these rules. The draft has them in `alerts.rules`.', 'Remove them there if they are not in use.'));
return {
files: [...named, ...others].toSorted(),
byConfiguration,
notes: [
...notes,
...prometheus.flatMap((one) => withoutJobs(one, byConfiguration.get(one.file) ?? [], lost)),
],
};
}
const noRulesIn = (path) => [
`${(0, quote.T)(path)} has no rules that can be read. It is not taken over.`,
'If it is a template, name the file that is made from it in `alerts.rules`.',
];
const notHere = (path) => [
`The rules in ${(0, quote.T)(path)} are not in this repository. They are not taken over.`,
'Add the files here, and name them in `alerts.rules`.',
];
function withoutJobs({ file, targets, lostJobs }, rules, lost) {
const taken = targets.filter((target) => !lost.includes(target)).map(({ name }) => name);
const names = new Set([...lostJobs, ...targets.flatMap(({ name }) => (taken.includes(name) ? [] : name))]);
if (names.size === 0)
return [];
const jobs = taken.length === 0 ? 'no job' : `not the jobs ${(0, lib_text.H$)([...names].map(quote.T))}`;
return rules.map((rule) => initNote(rule, { line: 1, column: 1 }, `The draft has these rules in \`alerts.rules\`, but ${jobs} of ${file}: metrics that only those jobs have are missing, and such an alert never fires.`, 'Keep that Prometheus with its rules, or add services that have these metrics. Remove the rules that are left there from `alerts.rules`.'));
}
function rule_files_isNamed(file, pattern, folder) {
const path = pattern.startsWith('/') ? undefined : external_node_path_.posix.join(folder, pattern);
if (path !== undefined && (0, glob.m)(path, file))
return true;
return (0, glob.m)(external_node_path_.posix.basename(pattern), external_node_path_.posix.basename(file)) && isBelowName(file, pattern);
}
const isBelowName = (file, pattern) => !external_node_path_.posix.basename(pattern).startsWith('*') ||
external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) === external_node_path_.posix.basename(external_node_path_.posix.dirname(pattern)) ||
external_node_path_.posix.dirname(pattern) === '/etc/prometheus';
;
const SEVERITIES = ['critical', 'warning', 'info'];
const scan_alertmanager_KINDS = {
slack_configs: ['slack', 'SLACK_WEBHOOK_URL'],
discord_configs: ['discord', 'DISCORD_WEBHOOK_URL'],
telegram_configs: ['telegram', 'TELEGRAM_BOT_TOKEN'],
pagerduty_configs: ['pagerduty', 'PAGERDUTY_ROUTING_KEY'],
email_configs: ['email', 'SMTP_PASSWORD'],
webhook_configs: ['webhook', 'NOTIFY_WEBHOOK_URL'],
};
function scanAlertmanager({ file, text }) {
const read = (0, formats_yaml.g)(text);
if (!read.ok)
return { notify: {}, notes: [] };
const root = read.tree;
const notes = [];
const lose = (at, message, hint) => void notes.push(lossNote(file, at.at, message, hint));
const sent = routesOf(root, lose).flatMap((route) => sentBy(route, root, lose));
const notify = {};
for (const one of sent)
if (!(one.kind in notify))
notify[one.kind] = settingsOf(one, (0, tree.Jt)(root, 'global'));
else if (!isSame(one, sent))
lose(one.at, `Receiver "${one.receiver}" is a second one of the kind ${one.kind}. It is not taken over.`, '`alerts.notify` has one receiver of each kind.');
const secrets = [...new Set(sent.map(({ secret }) => secret))];
if (secrets.length > 0)
notes.push(initNote(file, { line: 1, column: 1 }, `Receivers of this Alertmanager are in \`alerts.notify\` now: ${(0, lib_text.p_)(Object.keys(notify))}.`, `Set ${(0, lib_text.p_)(secrets)} as ${secrets.length === 1 ? 'a secret' : 'secrets'} of the repository. A receiver without \`severities\` gets every alert. Keep the old Alertmanager until the new one has notified somebody.`));
for (const key of ['inhibit_rules', 'time_intervals', 'mute_time_intervals', 'templates']) {
const part = (0, tree.Jt)(root, key);
if ((0, tree.ld)(part).length > 0 && part)
lose(part, `This Alertmanager has \`${key}\`. It is not taken over.`, 'The Alertmanager of this action has its own settings.');
}
return { notify: notify, notes };
}
function routesOf(root, lose) {
const top = (0, tree.Jt)(root, 'route');
const receiver = (0, tree.ws)((0, tree.Jt)(top, 'receiver'));
const routes = (0, tree.ld)((0, tree.Jt)(top, 'routes')).flatMap((route) => {
const name = (0, tree.ws)((0, tree.Jt)(route, 'receiver')) ?? receiver;
if (name === undefined)
return [];
const chosen = severitiesOf(route);
const isNested = (0, tree.ld)((0, tree.Jt)(route, 'routes')).length > 0;
if (chosen && !isNested)
return [{ at: route, receiver: name, severities: chosen }];
lose(route, `The route to "${name}" chooses alerts by ${isNested ? 'further routes' : 'something else than the severities critical, warning and info'}. It is not taken over.`, 'A receiver in `alerts.notify` can be limited by `severities` only.');
return [];
});
return top && receiver !== undefined ? [{ at: top, receiver, severities: undefined }, ...routes] : routes;
}
const MAX_MATCHER = 100;
function severitiesOf(route) {
const matchers = (0, tree.ld)((0, tree.Jt)(route, 'matchers')).map((one) => ((0, tree.ws)(one) ?? '').slice(0, MAX_MATCHER));
const old = ['match', 'match_re'].flatMap((key) => {
const table = (0, tree.Jt)(route, key);
return table?.kind === 'table'
? [...table.entries].map(([label, value]) => `${label}=~"${(0, tree.ws)(value) ?? ''}"`)
: [];
});
const [only, ...more] = [...matchers, ...old];
const found = /^\s*\{?\s*severity\s*=~?\s*["']?\(?([\w|]+)\)?["']?\s*\}?\s*$/.exec(only ?? '')?.[1];
const names = found?.split('|') ?? [];
const isKnown = more.length === 0 && names.length > 0 && names.every((name) => SEVERITIES.includes(name));
return isKnown ? names : undefined;
}
function sentBy({ at, receiver, severities }, root, lose) {
const found = (0, tree.ld)((0, tree.Jt)(root, 'receivers')).find((one) => (0, tree.ws)((0, tree.Jt)(one, 'name')) === receiver);
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
return (0, tree.ld)(configs).flatMap((settings) => {
const credentials = (0, tree.Jt)(settings, 'http_config');
if (kind === 'webhook' && credentials)
lose(credentials, `Receiver "${receiver}" has \`http_config\`: its credentials and its other settings of HTTP are not taken over.`, '`alerts.notify.webhook` sends without them: give an address that needs none, such as one with a token in its path.');
const server = kind === 'email' ? smarthostOf(settings, (0, tree.Jt)(root, 'global')) : undefined;
if (server === undefined || !IS_NEAR.test(server))
return [{ at, receiver, kind, secret, settings, severities }];
lose(settings, `Receiver "${receiver}" sends e-mail through ${server}, which is another machine on Fly. It is not taken over.`, 'Add `email` to `alerts.notify` with a mail server that is reachable from there.');
return [];
});
});
}
const IS_NEAR = /^(?:localhost|127\.[\d.]+|\[::1\]|[\w-]+)(?::|$)/;
const smarthostOf = (settings, global) => (0, tree.ws)((0, tree.Jt)(settings, 'smarthost')) ?? (0, tree.ws)((0, tree.Jt)(global, 'smtp_smarthost'));
const isSame = (one, all) => all.find(({ kind }) => kind === one.kind)?.settings === one.settings;
function settingsOf({ kind, settings, severities }, global) {
const limit = severities ? { severities } : {};
if (kind === 'telegram')
return { chat_id: Number((0, tree.ws)((0, tree.Jt)(settings, 'chat_id'))), ...limit };
if (kind !== 'email')
return limit;
const text = (key, shared) => (0, tree.ws)((0, tree.Jt)(settings, key)) ?? (0, tree.ws)((0, tree.Jt)(global, shared));
const username = text('auth_username', 'smtp_auth_username');
return {
to: (text('to', 'to') ?? '').split(',').map((one) => one.trim()),
from: text('from', 'smtp_from'),
smarthost: smarthostOf(settings, global),
...(username !== undefined && { username }),
...limit,
};
}
;
const isAlertmanager = (text) => /^route:/m.test(text) && /^receivers:/m.test(text) && !/^(?:exporters|service|kind):/m.test(text);
const isProvisioning = (text) => /^apiVersion:[ \t]*1[ \t]*$/m.test(text) &&
/^(?:datasources|groups|contactPoints|policies|muteTimes|templates):/m.test(text) &&
!/^kind:/m.test(text);
const isAlerting = (text) => isAlertmanager(text) || isProvisioning(text);
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
const scan_alerting_PARTS = {
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
const read = (0, formats_yaml.g)(text);
if (!read.ok)
return [];
return Object.entries(scan_alerting_PARTS).flatMap(([key, [what, hint]]) => {
const found = (0, tree.Jt)(read.tree, key);
const n = (0, tree.ld)(found).length;
return found && n > 0
? initNote(file, found.at, `Grafana is provisioned with ${what} here (${n}). They are not taken over.`, hint)
: [];
});
}
var fly_identity = __webpack_require__(36489);
var subject = __webpack_require__(22258);
;
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
const what = (0, fly_identity.Yz)(fly, { dockerfile: undefined, hasPrometheusConfig: false })?.what;
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
const KNOWN_FLAGS = /^(?:config\.file|storage\.tsdb\.(?:path|retention|retention\.time)|web\.(?:listen-address|config\.file|console\..*))$/;
function otherSettings(facts, { retention }) {
const words = (0, subject.aX)(subjectOf(facts));
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
initNote(facts.file, at, `${(0, lib_text.U9)(names.length, 'setting')} of this Prometheus ${names.length === 1 ? 'is' : 'are'} not taken over: ${(0, lib_text.H$)(names, 8)}.`, `Samples are kept for \`monitoring.retention\`${kept}, within \`monitoring.volume\`.`),
];
}
const subjectOf = ({ fly, build, file, role }) => ({
...{ fly, build, file, role, app: fly.app?.value ?? '' },
...{ misfits: [], services: [], dockerfile: undefined, ours: false, text: '', isScrapedByFly: false },
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
function retentionOf(facts) {
const variable = facts.fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME');
const flags = ['storage.tsdb.retention.time', 'storage.tsdb.retention'];
return variable ?? flags.map((name) => (0, subject.iP)(subjectOf(facts), name)).find((flag) => flag !== undefined);
}
function defined(values) {
const present = Object.entries(values).filter(([, value]) => value !== undefined);
return present.length > 0
? Object.fromEntries(present)
: undefined;
}
function gigabytes(size) {
const found = /^(\d{1,6})\s*(?:gb?)?$/i.exec(size ?? '');
return found ? Number(found[1]) : undefined;
}
function megabytes(vm) {
const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.written('memory')?.value ?? '');
const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1;
const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0);
return n >= 512 ? n : undefined;
}
;
const OPTIONS = [
[
/\b(?:pnpm|turbo|lerna|nx|rush)\b/,
/\s(?:--filter|--scope|-F|--projects?|--to)(?:=|\s+)["']?(?:\.{3})?\{?([@\w./-]+?)\}?\^?(?:\.{3})?["']?(?=[\s,]|$)/g,
],
[/\b(?:npm|bun)\b/, /\s(?:--workspace|-w|--filter)(?:=|\s+)["']?([@\w./-]+)/g],
[/\b(?:cargo|uv)\b/, /\s(?:-p|--package|--bin|--path)(?:=|\s+)["']?([\w./-]+)/g],
[/\bcargo\b/, /--manifest-path(?:=|\s+)(\S+?)\/?Cargo\.toml/g],
[/\bmvnw?\b/, /\s-pl(?:=|\s+):?([\w./-]+)/g],
[/\bgradlew?\b/, /\s(:[\w:-]+):\w+/g],
[/\bdotnet\b/, /([\w.-]+)\.(?:cs|fs)proj/g],
[/\bgo (?:build|install|run)\b/, /\s(\.\/[\w./-]+|[\w-]+\/[\w./-]+)["']?\s*$/g],
[/\byarn\b/, /\sworkspaces?(?: focus)? ([@\w./-]+)/g],
[/\bturbo\b/, /\sprune (?:--scope=)?["']?([@\w./-]+)/g],
[/\bnx\b/, /\s(?:run |build |serve )["']?([@\w./-]+)/g],
[/\bmix\b/, /\srelease (\w+)/g],
];
const build_names_namesIn = (commands) => [
...new Set(commands
.split(/[;&|\n]+/)
.flatMap((command) => OPTIONS.filter(([tool]) => tool.test(command)).flatMap(([, option]) => [...command.matchAll(option)].map(([, name = '']) => name)))),
];
const SCRIPT = /\b(?:npm|pnpm|yarn|bun)\b((?:\s+(?:-[\w-]+(?:=\S+)?|-[wFC] \S+|--(?:filter|workspace|prefix|dir|cwd) \S+|workspace \S+))*)\s+(?:run(?:-script)?\s+)?([a-z][\w:.-]*)(?=[\s"']|$)/;
function scriptIn(command) {
const [whole, , script] = SCRIPT.exec(command) ?? [];
if (whole === undefined || script === undefined)
return undefined;
const folder = /\s(?:--prefix|--dir|--cwd|-C)[= ](\S+)/.exec(whole)?.[1];
return { script, named: build_names_namesIn(whole)[0], folder };
}
;
const PLAIN = { folder: '/app', places: new Map([['/app', '.']]) };
function imageFiles(dockerfile, args) {
const stages = new Map();
let last = PLAIN;
dockerfile?.stages.forEach((stage, i) => {
last = filesOf(stage, stages, args);
stages.set(stage.name || `stage ${i}`, last);
});
const { folder, places } = last;
return { folder, sourceOf: (path) => sourceIn(places, external_node_path_.posix.resolve(folder, path)) };
}
function filesOf(stage, stages, given) {
const base = stages.get(stage.base.toLowerCase());
const files = { folder: base?.folder ?? '/', places: new Map(base?.places) };
const variables = variablesOf(stage, given);
for (const one of stage.instructions) {
const words = one.words.map((word) => expanded(word, variables));
if (one.name === 'WORKDIR')
files.folder = external_node_path_.posix.resolve(files.folder, words[0] ?? '.');
if (one.name === 'COPY' || one.name === 'ADD')
copy(words, files, stages);
if (one.name === 'RUN')
built(expanded(one.text, variables), files);
}
return files;
}
function copy(words, { folder, places }, stages) {
const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
const paths = words.filter((word) => !word.startsWith('--'));
const target = paths.at(-1) ?? '.';
const other = from === undefined ? undefined : stages.get(from.toLowerCase());
for (const path of paths.slice(0, -1)) {
const source = from === undefined
? external_node_path_.posix.normalize(path).replace(/^\/+/, '')
: other && sourceIn(other.places, external_node_path_.posix.resolve(other.folder, path));
if (source === undefined)
continue;
const isFile = /[^/.]\.\w+$/.test(path) || /(?:release|bin)\/[\w-]+$/.test(path);
const isInside = isFile && /(?:^|\/)\.?\/?$/.test(target);
const whole = external_node_path_.posix.resolve(folder, target, isInside ? external_node_path_.posix.basename(path) : '.');
places.set(whole, source.replace(/\/$/, '') || '.');
}
}
const OUTPUTS = [
/\bgo build\b[^;&|]*?\s-o[= ]?(?<out>\S+)[^;&|]*?\s(?<what>\.{0,2}\/?[\w./-]+)\s*(?=$|[;&|])/g,
/\bpnpm\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?[^;&|]*?\bdeploy\b(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
/\bpnpm\b[^;&|]*?\bdeploy\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
];
const MOST_LENGTH = 500;
function built(command, { folder, places }) {
const parts = command.split(/[;&|]+/).filter(({ length }) => length < MOST_LENGTH);
const found = parts.flatMap((part) => OUTPUTS.flatMap((one) => [...part.matchAll(one)]));
for (const { groups: { out = '', what = '' } = {} } of found) {
const source = /^\.{0,2}\//.test(what) || what === '.' ? sourceIn(places, external_node_path_.posix.resolve(folder, what)) : what;
if (source !== undefined)
places.set(external_node_path_.posix.resolve(folder, out), source.replace(/\/?\.{3}$/, ''));
}
}
function sourceIn(places, path) {
for (let above = path;; above = external_node_path_.posix.dirname(above)) {
const source = places.get(above);
if (source !== undefined)
return external_node_path_.posix.join(source, external_node_path_.posix.relative(above, path));
if (above === '/')
return undefined;
}
}
function variablesOf({ instructions }, given) {
const variables = new Map();
for (const { name, words } of instructions)
if (name === 'ARG' || name === 'ENV')
for (const word of words) {
const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(word) ?? [];
if (key !== '')
variables.set(key, value);
}
return new Map([...variables, ...given]);
}
const expanded = (text, variables) => text.replace(/\$\{?(\w+)(?::?-[^}]*)?\}?/g, (whole, name) => variables.get(name) ?? whole);
const buildCommands = (dockerfile, args) => dockerfile.stages
.flatMap((stage) => {
const variables = variablesOf(stage, args);
return stage.instructions
.filter(({ name }) => name === 'RUN')
.map(({ text }) => expanded(text, variables));
})
.join('\n');
;
function appCodes(apps, sources) {
const search = { ...sources, modules: modulesOf(sources.codePaths) };
return new Map(apps.flatMap((app) => {
const code = appCode(app, search);
return code ? [[app, code]] : [];
}));
}
function appCode(app, sources) {
const base = codeFolder(app, sources);
if (base === undefined)
return undefined;
const { build, buildArgs } = app.facts;
const context = (build && contextOf(app, sources)) ?? base;
const image = imageFiles(build?.content, buildArgs);
const search = { ...sources, context, image };
const started = commandsOf(app.facts).map(({ process, command }) => ({
...(process !== undefined && { process }),
...startOf(command, search),
}));
const starting = started.flatMap(({ folders }) => folders);
const named = build ? build_names_namesIn(buildCommands(build.content, buildArgs)) : [];
const built = starting.length > 0 ? starting : named.flatMap((name) => packageOf(name, search)?.folder ?? []);
const targets = [...new Set(built)].filter((folder) => folder !== '.');
const folders = targets.length > 0 ? targets : [base];
const shared = withDependencies(folders, sources.packages).filter((one) => !folders.includes(one));
return { folders, shared, starts: started.map(({ folders: _, ...start }) => start) };
}
function codeFolder({ facts, deployedBy, isOwnImage }, { packages }) {
if (facts.fly.build?.has('image') && deployedBy === undefined && !isOwnImage)
return undefined;
const own = external_node_path_.posix.dirname(facts.file);
const built = facts.build && external_node_path_.posix.dirname(facts.build.file);
const hasCode = (folder) => packages.some((one) => isBelow(one.folder, folder));
const isOwn = built !== undefined && isBelow(own, built) && packages.some(({ folder }) => folder === own);
const [found] = [isOwn ? own : (built ?? own), own].filter(hasCode);
if (found !== undefined || built === own)
return found;
return parents(own).find(hasCode);
}
function commandsOf({ fly, build }) {
const of = (name) => build?.content.instructions.findLast((one) => one.name === name)?.words.join(' ') ?? '';
const whole = (command) => `${of('ENTRYPOINT')} ${command.trim() || of('CMD')}`;
const [only, ...more] = fly.processes;
if (more.length === 0)
return [{ command: whole(only?.value ?? '') }];
return fly.processes.map(({ key, value }) => ({ process: key, command: whole(value) }));
}
const withoutExtension = (path) => path.replace(/(?<=[^/])\.\w+$/, '');
const modulesOf = (paths) => new Map(paths.map((path) => [withoutExtension(path), path]));
const MOST_SCRIPTS = 3;
function startOf(command, search, from, depth = 0) {
const folder = /(?:^|[\s"';&])cd\s+([\w./-]+)/.exec(command)?.[1] ?? '.';
const place = (path) => {
const whole = path.startsWith('/') ? path : external_node_path_.posix.join(folder, path);
return from === undefined ? sourceAt(whole, search) : external_node_path_.posix.join(from, whole);
};
const found = [scriptStart(command, { here: place('.'), depth }, search)];
for (const word of command.split(/[\s"'`=;&|()]+/)) {
const path = pathIn(word);
if (path === undefined)
continue;
const source = place(path);
const isScript = /\.(?:sh|bash)$/.test(path) && depth < MOST_SCRIPTS;
const script = isScript ? search.textOf(source) : undefined;
found.push(script === undefined
? startedAt([source, path], search)
: startOf(commandLines(script), search, from, depth + 1));
}
return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) };
}
function scriptStart(command, { here, depth }, search) {
const run = depth < MOST_SCRIPTS ? scriptIn(command) : undefined;
if (!run)
return app_code_NOTHING;
const owner = run.named === undefined
? ownerOf(external_node_path_.posix.join(here, run.folder ?? '.'), search.packages)
: packageOf(run.named, search);
const script = owner?.scripts[run.script];
const isNamed = run.named !== undefined || run.folder !== undefined;
const started = script === undefined || !owner ? app_code_NOTHING : startOf(script, search, owner.folder, depth + 1);
return { ...started, folders: [...(isNamed && owner ? [owner.folder] : []), ...started.folders] };
}
const app_code_NOTHING = { files: [], folders: [] };
const commandLines = (script) => script.replace(/^[ \t]*#.*$|\[[^\]\n]*\]/gm, '');
function pathIn(word) {
if (/^-|:\/\/|\$/.test(word) || !/[a-z]/i.test(word))
return undefined;
const [, module] = /^([\w./-]+):\w+(?:\(\))?$/.exec(word) ?? [];
const name = module ?? word;
return /^[a-z_]\w*(?:\.[a-z_]\w*)+$/i.test(name) &&
!/\.(?:[cm]?[jt]sx?|py|rb|go|jar|dll|exs?|sh|bash)$/.test(name)
? name.replaceAll('.', '/')
: name;
}
function sourceAt(path, { context, image }) {
const source = image.sourceOf(path) ?? path.replace(/^\//, '');
return external_node_path_.posix.join(context, source.replace(/(?:^|\/)(?:out\/(?:full|json)|\.next\/standalone)(?=\/|$)/, ''));
}
const ownerOf = (path, packages) => packages
.filter(({ folder }) => isBelow(path, folder))
.reduce((best, one) => (best && best.folder.length >= one.folder.length && best.folder !== '.' ? best : one), undefined);
const OUTPUT = /(?:^|\/)(?:dist|build|out|lib|target|publish|\.output)(?=\/)/;
const MAIN = ['', '/main', '/index', '/__main__', '/src/main', '/src/index', '/app'];
function startedAt([path = '', fromRoot = ''], search) {
const { packages, modules, codePaths, context } = search;
const name = external_node_path_.posix.basename(path).replace(/\.(?:dll|jar|exe)$/, '');
const program = packages.find((one) => one.names.includes(name) && isBelow(one.folder, context));
const rust = codePaths.find((one) => one.endsWith(`/bin/${name}.rs`) || one.endsWith(`/bin/${name}/main.rs`));
const plain = withoutExtension(path);
const code = plain.replace(OUTPUT, '').replace(/^\//, '');
const inSource = plain.replace(OUTPUT, (found) => `${found.startsWith('/') ? '/' : ''}src`);
const inside = external_node_path_.posix.join(external_node_path_.posix.dirname(code), 'src', external_node_path_.posix.basename(code));
const candidates = [plain, code, inSource, inside, withoutExtension(fromRoot)];
const file = rust ??
candidates
.flatMap((one) => MAIN.map((end) => modules.get(`${one}${end}`)))
.find((one) => one !== undefined) ??
(program && modules.get(external_node_path_.posix.join(program.folder, 'src/main')));
const owner = file === undefined ? program : ownerOf(file, packages);
const around = path.includes('/') ? ownerOf(path, packages) : undefined;
return {
files: file === undefined ? [] : [file],
folders: [owner ?? (around?.folder === '.' ? undefined : around)].flatMap((one) => one?.folder ?? []),
};
}
function packageOf(name, { packages, context }) {
const inside = packages.filter(({ folder }) => isBelow(folder, context));
const folder = external_node_path_.posix.join(context, name).replace(/\/$/, '');
const last = name.replace(/:.*$/, '').split('/').at(-1);
return (inside.find(({ names }) => names.includes(name)) ??
inside.find((one) => one.folder === folder) ??
inside.find((one) => one.names.some((other) => other.split('/').at(-1) === last)) ??
inside.find((one) => external_node_path_.posix.basename(one.folder) === last));
}
;
function importsIn({ file, text }) {
if (/\.[cm]?[jt]sx?$/.test(file))
return matches(text, JAVASCRIPT);
if (file.endsWith('.go'))
return matches(text, /"([\w.-]+(?:\/[\w.-]+)+)"/g);
if (file.endsWith('.py'))
return pythonImports(text);
return file.endsWith('.rs') ? rustImports(text) : undefined;
}
const JAVASCRIPT = /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'`]([^"'`\n]{1,200})["'`]/g;
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, ...found]) => found.find((one) => one !== undefined) ?? '');
function pythonImports(text) {
const from = [
...text.matchAll(/^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]{0,4000}\)|[^\n]*)/gm),
].flatMap(([, dots = '', module = '', names = '']) => {
const base = `${dots && `./${'../'.repeat(dots.length - 1)}`}${module.replaceAll('.', '/')}`;
return matches(names, /(\w+)(?:\s+as\s+\w+)?/g).map((name) => `${base.replace(/\/$/, '')}/${name}`);
});
const plain = matches(text, /^[ \t]*import[ \t]+([\w.]+)/gm);
const named = matches(text, /["']((?:\w+\.)*\w+):\w+["']/g);
return [...from, ...[...plain, ...named].map((one) => one.replaceAll('.', '/'))];
}
function rustImports(text) {
const modules = matches(text, /^[ \t]*(?:pub(?:\([\w: ]{0,40}\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm).map((name) => `./${name}`);
const groups = [...text.matchAll(/\b((?:\w+::){1,12})\{([^;]{1,2000}?)\}\s*;/g)].flatMap(([, base = '', inside = '']) => matches(inside, /([\w:]+)/g).map((name) => `${base}${name}`));
const paths = matches(text, /\b((?:[a-z_]\w*::)+\w+)/g);
return [...modules, ...[...groups, ...paths].map((path) => path.replaceAll('::', '/'))];
}
const imports_withoutExtension = (file) => file.replace(/\.(?:d\.)?\w+$/, '');
function imports_modulesOf(files) {
const modules = new Map();
for (const one of files) {
const path = imports_withoutExtension(one.file);
modules.set(path, one);
if (/(?:^|\/)(?:index|mod|__init__)$/.test(path))
modules.set(external_node_path_.posix.dirname(path), one);
}
return modules;
}
function reachable(entries, files, packages) {
const modules = imports_modulesOf(files);
const folders = Map.groupBy(files, ({ file }) => external_node_path_.posix.dirname(file));
const found = new Set();
const waiting = files.filter(({ file }) => entries.includes(file));
if (waiting.some((one) => importsIn(one) === undefined))
return undefined;
for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
if (found.has(one.file))
continue;
found.add(one.file);
if (one.file.endsWith('.go'))
waiting.push(...(folders.get(external_node_path_.posix.dirname(one.file)) ?? []));
for (const name of importsIn(one) ?? [])
waiting.push(...imported(name, one.file, { modules, folders, packages }));
}
return found.size === 0 ? undefined : found;
}
function imported(name, from, context) {
const { modules, folders, packages } = context;
if (name.length > 200)
return [];
const path = name.replace(/\.(?:[cm]?[jt]sx?)$/, '');
const forms = from.endsWith('.rs') ? [path, path.replaceAll('_', '-')] : [path];
const isOf = (one) => forms.some((it) => it === one || it.startsWith(`${one}/`));
const owner = packages.find(({ names }) => names.some(isOf));
const inside = owner ? path.slice(owner.names.find(isOf)?.length).replace(/^\//, '') : '';
if (from.endsWith('.go'))
return owner ? (folders.get(external_node_path_.posix.join(owner.folder, inside)) ?? []) : [];
if (/^\.{1,2}(?:\/|$)/.test(path)) {
const bases = from.endsWith('.rs') ? [imports_withoutExtension(from), external_node_path_.posix.dirname(from)] : [external_node_path_.posix.dirname(from)];
return firstModule(bases, [path, external_node_path_.posix.dirname(path)], modules);
}
const own = owner
? firstModule([owner.folder], [...prefixes(inside), 'index', 'src/index', 'src/lib'], modules)
: [];
return own.length > 0
? own
: firstModule(parents(from), prefixes(path.replace(/^(?:[@~#]|(?:crate|self|super)(?=\/))\/?(?=\w)/, '')), modules);
}
const prefixes = (path) => {
const parts = path === '' ? [] : path.split('/');
return parts.flatMap((_, i) => {
const one = parts.slice(0, parts.length - i).join('/');
return [one, `src/${one}`];
});
};
function firstModule(bases, paths, modules) {
for (const base of bases)
for (const path of paths) {
const found = modules.get(external_node_path_.posix.join(base, path));
if (found)
return [found];
}
return [];
}
;
const VARIABLE = /["'`](?:\w{1,40}_)?(?:METRICS|PROM(?:ETHEUS)?|EXPORTER)_(?:[A-Z]{1,20}_){0,2}(?:PORT|ADDR|ADDRESS|BIND|LISTEN)["'`]/;
const CHAINED = /\.unwrap_or(?:_else)?\([^\d\n]{0,40}?(?:[\d.]{7,15}:|:)?(\d{4,5})\b/;
const KEPT = /\b(\w{1,40})\s*(?:,\s*\w{1,20}\s*)?:?=\s/;
const NUMBER = '["\'`]?[^\\s"\'`]{0,20}?:?(\\d{4,5})\\b';
const MOST_LINES = 6;
function defaultPort(lines, at) {
const line = lines[at] ?? '';
if (!VARIABLE.test(line))
return undefined;
const following = lines.slice(at + 1, at + 1 + MOST_LINES).map((one) => one.slice(0, 200));
const chain = [line, ...following.slice(0, lengthOfChain(following))];
const chained = chain.map((one) => CHAINED.exec(one)?.[1]).find((port) => port !== undefined);
const name = KEPT.exec(line)?.[1];
const set = name === undefined ? undefined : new RegExp(`\\b${name}\\s*=(?!=)\\s*${NUMBER}`);
const port = Number(chained ?? following.map((one) => set?.exec(one)?.[1]).find((one) => one !== undefined));
return port > 0 && port < 65_536 ? port : undefined;
}
const lengthOfChain = (lines) => {
const end = lines.findIndex((line) => !/^\s*[.)]/.test(line));
return end < 0 ? lines.length : end;
};
;
const isNest = (text) => /@Controller\(|\bPrometheusModule\.register/.test(text);
const CONTROLLER = /@Controller\(\s*(?:\{[^}]{0,100}?path:\s*)?["'`]\/?([\w/-]{1,100})["'`]/;
const MODULE = /\bPrometheusModule\.register(?:Async)?\((?![^)]{0,300}\bpath:)/;
function nestRoute({ text }) {
const controller = CONTROLLER.exec(text);
const own = `/${controller?.[1] ?? ''}`;
const isOwn = METRICS_PATH.test(own) && /@Get\(\s*\)/.test(text);
const found = isOwn ? controller : MODULE.exec(text);
return found
? { path: isOwn ? own : '/metrics', line: text.slice(0, found.index).split('\n').length }
: undefined;
}
const GLOBAL_PREFIX = /\.setGlobalPrefix\(\s*["'`]\/?([\w/-]{1,100})["'`]([^;]{0,300})/;
function globalPrefix(text) {
const [, prefix, options = ''] = GLOBAL_PREFIX.exec(text) ?? [];
if (prefix === undefined)
return undefined;
return /exclude[^;]*(?:metrics|prometheus)/.test(options) ? '' : `/${prefix.replace(/\/$/, '')}`;
}
;
const MOUNT = /\.(?:route|use|mount|nest|register|include_router|register_blueprint|group)\(([^\n]{0,200})\)/gi;
const PREFIX = /["'`](\/[\w/.-]{1,100})["'`]/;
const OWN = /(?:APIRouter|Blueprint)\([^)]{0,200}prefix\s*=\s*["'](\/[\w/.-]{1,100})["']|\.basePath\(["'](\/[\w/.-]{1,100})["']|@Controller\(\s*["'`]\/?([\w/-]{1,100})["'`]|new Elysia\(\{\s*prefix:\s*["'](\/[\w/.-]{1,100})["']/;
function mountsIn({ file, text }) {
return [...text.matchAll(MOUNT)].flatMap(([, given = '']) => {
const prefix = PREFIX.exec(given)?.[1];
if (prefix === undefined)
return [];
const names = given.replace(PREFIX, '').match(/[a-z_]\w*/gi) ?? [];
return [{ file, prefix, names: names.map((name) => name.toLowerCase()) }];
});
}
function ownPrefix(text) {
const [, ...groups] = OWN.exec(text) ?? [];
return groups.find((one) => one !== undefined)?.replace(/^\/?/, '/') ?? '';
}
const GENERIC = /^(?:index|mod|__init__|main|routers?|routes|app|server|http|src|lib|internal|pkg|cmd)$/;
function wholePath(route, { file, own }, mounts) {
const base = external_node_path_.posix.basename(file).replace(/\..*$/, '');
const name = GENERIC.test(base) ? external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) : base;
const word = name.toLowerCase().replace(/[^a-z0-9]/g, '');
const mount = mounts.find((one) => one.file !== file &&
word.length > 2 &&
!GENERIC.test(name) &&
one.names.some((other) => other.replace(/[^a-z0-9]/g, '').startsWith(word)));
const prefix = `${mount?.prefix ?? ''}${own}`.replace(/\/$/, '');
return prefix !== '' && route.startsWith(`${prefix}/`) ? route : `${prefix}${route}`;
}
function checkedRoutes(checks) {
const routes = [...new Set(checks)].flatMap(splits);
const whole = new Set();
const files = new Map();
return {
read({ file, text }) {
for (const one of routes) {
if (one.isWhole.test(text))
whole.add(one);
if (one.isRoute.test(text))
files.set(one.route, (files.get(one.route) ?? new Set()).add(file));
}
},
prefixOf(file, path) {
const found = routes.find((one) => {
const having = files.get(one.route);
return !whole.has(one) && having?.size === 1 && having.has(file);
});
return found && !path.startsWith(`${found.prefix}/`) ? found.prefix : '';
},
};
}
const splits = (path) => [...path.matchAll(/(?<=.)\//g)].map(({ index }) => ({
prefix: path.slice(0, index),
route: path.slice(index),
isRoute: registration(path.slice(index)),
isWhole: registration(path),
}));
const registration = (route) => new RegExp(`\\b(?:get|any|all|use|route|handle|handle_?func|add_?route|path|map_?get)[ \\t]*\\(?[ \\t]*["'\`](?:GET )?${route.replace(/[^\w/-]/g, '\\$&')}["'\`]`, 'i');
;
const isCode = (path) => /\.(?:[cm]?[jt]s|py|go|rs|rb|ru|exs?|java|kts?|cs|fs|php|scala|clj)$|(?:^|\/)application[\w-]*\.(?:ya?ml|properties)$/.test(path) &&
!/(?:^|[/._-])(?:tests?|specs?|__tests__|e2e|k6|mocks?|fixtures?|examples?|migrations?|stories|scripts|public|static|min)(?:[/._-]|$)/i.test(path);
const scan_code_PATH = /["'`](?:GET )?(\/[\w./-]*(?:metrics|prometheus)\/?)["'`]/;
const BARE_PATH = /(?:\b(?:re_)?path|\burl|\bget|\bGet|\bMapGet)\(?\s*r?["'`]\^?((?:[\w-]+\/){0,4}(?:metrics|prometheus)\/?)\$?["'`]/;
const REGISTERS = /\b(?:\w*\.)?(?:get|use|all|route|mount|handle\w*|map\w*|path|add_url_rule|scope)\(|@\w+(?:\.\w+)*\(/i;
const JSON_ANSWER = /\bres(?:ponse)?\.json\(|\bc(?:tx)?\.json\(|\bjsonify\(|\bJ(?:SON|son)Response\(|\bresponse_model\s*=/;
const GUARD = /\b(?:\w*(?:[aA]uth(?!or\b)|[aA]dmin|[gG]uard)\w*(?!\w*\.\w*[mM]atchers)|has(?:Any)?(?:Role|Authority)|login_required|Depends\(\s*(?:get|require|verify|current)_\w+|before_action\s+:authenticate\w*)\b/;
const NO_ROUTE = /fetch\(|axios|http\.?get\(|href|skip|exclude|ignore|import |from ["']|require\(|https?:\/\//i;
const PORTS = [
/\b\w*(?:METRICS|PROM(?:ETHEUS)?)_PORT\b[^\d\n]{1,24}(\d{4,5})\b/i,
/\bmetrics_?(?:port|addr|address|listen|bind)\b[^\d\n]{1,24}?(?:[\d.]*:)?(\d{4,5})\b/i,
/\bmetrics_?(?:addr|address|listen|bind)\b[^\n]{0,60}\[[\d, ]{7,30}\],\s*(\d{4,5})\b/i,
/\bstart_http_server\(\s*(?:port\s*=\s*)?(\d{4,5})\b/,
/\bwith_http_listener\([^)\n]*?[,:]\s*(\d{4,5})\b/,
/\bListenAndServe\(\s*"[^":]*:(\d{4,5})",\s*promhttp/,
/\bPrometheusExporter\(\s*\{[^}\n]*\bport:\s*(\d{4,5})\b/,
];
const LISTENS = /\b(?:with_http_listener|start_http_server)\(\s*[\w&*(]|\bPrometheusExporter\(\s*\{[^}\n]*\bport\b/;
const SERVES = /(?:\b(?:ListenAndServe\(|Addr:)\s*"[^"\n]{0,60}:|\.listen\(\s*|\b(?:uvicorn\.run|Config)\([^)\n]{0,200}\bport\s*=\s*)(\d{4,5})\b/;
const WRITES = /\b(?:generate_latest|make_(?:asgi|wsgi)_app|promhttp\.Handler\w*|(?:register|registry|client\.register)\.metrics)\(/;
const HANDLER = /,\s*[\w.]*(?:[mM]etrics|[pP]rom(?:etheus)?)(?:Page|Route)?[hH]andler\b/;
const FILE_ROUTES = [
/(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
/(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
/(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
];
const ACTUATOR_PORT = /^management:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+server:[ \t]*\n[ \t]+port:[ \t]*(\d+)|^management\.server\.port[ \t]*[=:][ \t]*(\d+)/m;
const METRICS_SERVER = /\bmetrics_server:\s*\[[^\]]{0,200}?\bport:\s*(\d{4,5})\b/;
const EXPOSITION = /["'`](?:\\n)?# (?:TYPE [^\s"'`]{1,100}(?:\{\})? (?:counter|gauge|histogram|summary|untyped)\b|HELP [\w${}]{1,100} )|^# TYPE \w{1,100} (?:counter|gauge|histogram|summary)\b|text\/plain;\s*version=0\.0\.4/m;
function scanCode(files, { checks, library }) {
const found = [];
const checked = checkedRoutes(checks);
let isUsed = library?.use === undefined;
let isInApp = false;
const routes = [];
const mounts = [];
const nest = [];
let prefix = '';
for (const file of files) {
mounts.push(...mountsIn(file));
checked.read(file);
isUsed ||= library?.use?.test(file.text) === true;
isInApp ||= library?.inApp?.test(file.text) === true;
const lines = aboutLines(file);
if (lines.some(({ path }) => path !== undefined)) {
const own = ownPrefix(file.text);
routes.push(...lines.map((hint) => ({ hint, own })));
}
const inFile = [...aboutFile(file), ...lines, ...exposition(file)];
found.push(...inFile);
if (isNest(file.text))
nest.push(...inFile);
prefix = globalPrefix(file.text) ?? prefix;
}
for (const { hint, own } of routes)
if (hint.path !== undefined) {
const path = wholePath(hint.path, { file: hint.at.file, own }, mounts);
hint.path = path === hint.path ? `${checked.prefixOf(hint.at.file, path)}${path}` : path;
}
for (const hint of nest)
if (hint.path !== undefined && !hint.path.startsWith(`${prefix}/`))
hint.path = `${prefix}${hint.path}`;
return { hints: found, isUsed, isInApp };
}
function aboutFile(source) {
const { file, text } = source;
const at = { file, line: 1, column: 1 };
const route = isNest(text) ? nestRoute(source) : undefined;
const path = FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined);
const actuator = /application/.test(file) ? ACTUATOR_PORT.exec(text) : null;
const server = file.endsWith('.exs') ? METRICS_SERVER.exec(text) : null;
return [
...(path === undefined ? [] : [{ at, path }]),
...(route ? [{ at: { ...at, line: route.line }, path: route.path, isRoute: true }] : []),
...(actuator ? [{ at, port: Number(actuator[1] ?? actuator[2]) }] : []),
...(server ? [{ at: placeOf(server, { file, text }), port: Number(server[1]) }] : []),
];
}
function aboutLines({ file, text }) {
if (!/metrics|prometheus/i.test(text))
return [];
const serves = Number(SERVES.exec(text)?.[1]);
const isServed = WRITES.test(text);
return text.split('\n').flatMap((line, i, all) => {
if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line))
return [];
const number = PORTS.map((pattern) => Number(pattern.exec(line)?.[1])).find((one) => one > 0 && one < 65_536);
const port = number ?? defaultPort(all, i);
const path = NO_ROUTE.test(line) ? undefined : scan_code_pathIn(line);
const isPath = path !== undefined && METRICS_PATH.test(path) && !JSON_ANSWER.test(bodyOf(all, i));
const listens = LISTENS.test(line) && { listens: true };
if (port === undefined && !isPath && !listens)
return [];
const at = { file, line: i + 1, column: 1 };
return [
{
at,
...(port !== undefined && { port }),
...(isPath && {
path,
...(serves > 0 && { serves }),
...((isServed || HANDLER.test(line)) && { isServed: true }),
...(REGISTERS.test(line) && { isRoute: true }),
...guardIn(all.slice(i, i + 2)),
}),
...listens,
},
];
});
}
function bodyOf(lines, at) {
const [line = '', ...body] = lines.slice(at, at + scan_code_MOST_LINES);
const isWhole = !/^\s*@/.test(line) && line.split('(').length === line.split(')').length;
const end = body.findIndex((one, i) => (i > 1 && REGISTERS.test(one)) || /^\}\)?[;,]?\s*$/.test(one));
return isWhole ? line : [line, ...body.slice(0, end < 0 ? body.length : end)].join('\n');
}
const scan_code_MOST_LINES = 10;
function scan_code_pathIn(line) {
const bare = BARE_PATH.exec(line)?.[1];
return scan_code_PATH.exec(line)?.[1] ?? (bare === undefined ? undefined : `/${bare}`);
}
function guardIn([route = '', next = '']) {
if (/permitAll\(/.test(route + next))
return {};
const isSignature = /^\s*(?:async\s+)?(?:def|function|public|private)\b/.test(next) || /[mM]atchers\(/.test(route);
const code = `${route}\n${isSignature ? next : ''}`
.replace(/(?:\/\/|#).*$/gm, '')
.replace(/(["'`]).*?\1/g, '');
const guard = GUARD.exec(code)?.[0];
return guard === undefined ? {} : { guard };
}
function exposition({ file, text }) {
const found = EXPOSITION.exec(text);
if (!found)
return [];
return [{ at: placeOf(found, { file, text }), isExposition: true }];
}
const placeOf = ({ index }, { file, text }) => ({
file,
line: text.slice(0, index).split('\n').length,
column: 1,
});
const preferred = (hints) => hints.find(({ path, isServed }) => path === '/metrics' && isServed) ??
hints.find(({ path, isServed }) => path !== undefined && isServed) ??
hints.find(({ path, isRoute }) => path === '/metrics' && isRoute) ??
hints.find(({ path, isRoute }) => path?.includes('prometheus') && isRoute) ??
hints.find(({ path }) => path === '/metrics') ??
hints.find(({ path }) => path?.includes('prometheus')) ??
hints.find(({ path }) => path !== undefined);
;
function claimsOf(app, codes, evidence) {
const all = [...codes].map(([one, code]) => ({ app: one, code }));
const own = all.find((one) => one.app === app);
if (!own)
return undefined;
const others = all.filter((one) => one !== own);
const isOwn = (file) => isIn(file, own.code, others);
const library = libraryOf(own.code, isOwn, evidence.libraries);
const sharing = all.filter((one) => one.code.folders.some((folder) => own.code.folders.includes(folder)));
if (sharing[0] !== own && !library)
return undefined;
const files = [...evidence.code(isOwn)];
const entries = new Set(sharing.flatMap(({ code }) => code.starts.flatMap((start) => start.files)));
const reach = (starts) => {
const own = starts.flatMap((start) => start.files);
const found = reachable(own, files, evidence.packages);
return found && new Set([...found].filter((file) => own.includes(file) || !entries.has(file)));
};
const reaches = new Map(sharing.map((one) => [one, reach(one.code.starts)]));
return {
files,
library,
ofApp: (hints) => hintsOf(own, hints, { reaches, library }),
startedBy: (file) => own.code.starts.filter((start) => reach([start])?.has(file)),
};
}
function isIn(file, { folders, shared }, others) {
const own = [...folders, ...shared];
const inside = own.filter((folder) => isBelow(file, folder));
return (inside.length > 0 &&
others.every(({ code }) => code.folders.every((other) => own.includes(other) ||
!isBelow(file, other) ||
inside.some((folder) => folder !== other && isBelow(folder, other)))));
}
function libraryOf({ folders, shared }, isOwn, libraries) {
const best = (some) => some.find(({ path }) => path !== undefined) ?? some[0];
const inside = (them) => libraries.filter(({ at: { file } }) => isOwn(file) && them.some((folder) => isBelow(file, folder)));
const above = libraries.filter(({ at: { file } }) => folders.some((folder) => folder !== '.' && isBelow(folder, external_node_path_.posix.dirname(file)) && !isBelow(file, folder)));
const other = best(inside(shared)) ?? best(above);
return best(inside(folders)) ?? (other && { ...other, isShared: true });
}
function hintsOf(own, hints, { reaches, library, }) {
const isPublishing = ({ isRoute, isServed, listens, isExposition }) => [isRoute, isServed, listens, isExposition].includes(true);
const claimants = [...reaches.keys()];
const reached = ({ at: { file } }, by) => reaches.get(by)?.has(file) === true;
const inReach = hints.filter((hint) => reached(hint, own));
const unclaimed = hints.filter((hint) => claimants.every((one) => !reached(hint, one)));
const isWhole = own.code.starts.every(({ files }) => files.length > 0);
const rest = isWhole ? unclaimed.filter((hint) => !isPublishing(hint)) : unclaimed;
if (inReach.some(isPublishing))
return { hints: [...inReach, ...rest], isFirst: true };
const free = claimants.filter((one) => !hints.some((hint) => isPublishing(hint) && reached(hint, one)));
const isLeft = free.length === claimants.length || unclaimed.some(isPublishing);
const first = code_claims_ownerOf(free.map(({ app }) => app), library, unclaimed);
const open = hints.filter((hint) => inReach.includes(hint) || unclaimed.includes(hint));
return { hints: open, isFirst: isLeft && first === own.app };
}
function code_claims_ownerOf(sharing, library, hints) {
const having = library ? sharing.filter((one) => hasFile(one, library.at.file)) : [];
const [first, ...more] = having.length > 0 ? having : sharing;
const words = preferred(hints)
?.at.file.toLowerCase()
.split(/[^a-z0-9]+/) ?? [];
const isMeant = ({ app }) => app
.split('-')
.some((word) => words.includes(word) && !sharing.every((one) => one.app.split('-').includes(word)));
return more.length === 0
? first
: ([first, ...more].find((one) => one !== undefined && isMeant(one)) ?? first);
}
function hasFile({ facts: { build } }, file) {
if (!build || build.copied.length === 0)
return true;
const name = external_node_path_.posix.basename(file);
return build.copied.some((path) => isBelow(file, external_node_path_.posix.normalize(path).replace(/\/$/, '')) || (0, glob.m)(external_node_path_.posix.basename(path), name));
}
;
function codeEndpoints(app, codes, evidence) {
const isUnknown = app.facts.fly.build?.has('dockerfile') && !app.facts.build && codes.size > 1;
const claims = isUnknown ? undefined : claimsOf(app, codes, evidence);
if (!claims)
return NONE;
const scanned = scanCode(claims.files, { checks: checksOf(app), library: claims.library });
const { hints, isFirst } = claims.ofApp(scanned.hints);
const library = claims.library && isPublished(claims.library, hints) ? claims.library : undefined;
const apart = library && (!isFirst || app.facts.ports.length > 0) ? listenerApart(scanned.hints) : undefined;
const listeners = library && apart ? startedListeners(apart, { library, hints, claims }) : [];
const routes = hints.filter(({ path }) => path !== undefined);
const isMain = isFirst && !(apart && routes.length === 0);
const found = isMain ? (library ?? writtenByHand(hints)) : undefined;
if (!found)
return { endpoints: listeners, notes: [] };
const isOwn = scanned.isUsed && !(scanned.isInApp && hints.every(({ listens }) => !listens));
const source = isOwn ? found : { ...found, port: 'app', path: undefined };
const main = endpointOf(source, apart ? routes : hints, app);
return { endpoints: [...main.endpoints, ...listeners], notes: main.notes };
}
const isPublished = ({ isShared }, hints) => !isShared || hints.some(({ isServed, isRoute, listens }) => isServed || isRoute || listens);
const NONE = { endpoints: [], notes: [] };
function listenerApart(hints) {
const listener = hints.find(({ listens }) => listens);
return hints.some(({ isServed, at }) => isServed && at.file !== listener?.at.file) ? listener : undefined;
}
function startedListeners(listener, { library, hints, claims }) {
const ported = listener.port === undefined ? hints.find(({ port }) => port !== undefined) : listener;
if (ported?.port === undefined)
return [];
const { port } = ported;
const where = ported === listener ? '' : `, ${placeText(ported.at)} has the port`;
const why = `${placeText(library.at)} has ${library.name}, ${placeText(listener.at)} publishes its metrics${where}`;
const endpoint = { port, path: '/metrics', at: listener.at, why };
return claims
.startedBy(listener.at.file)
.map(({ process }) => ({ ...endpoint, ...(process !== undefined && { process }) }));
}
const checksOf = ({ facts: { fly } }) => [...fly.services.flatMap(({ checks }) => checks), ...fly.checks].flatMap((check) => check.text('path')?.value.replace(/\?.*$/, '') ?? []);
function writtenByHand(hints) {
const exposition = hints.find(({ isExposition }) => isExposition);
if (!exposition || hints.every(({ path }) => path === undefined))
return undefined;
return { name: 'the text format of Prometheus', port: 'app', path: undefined, at: exposition.at };
}
function endpointOf(library, hints, { app, facts }) {
const { at } = library;
const route = hints.find(({ path }) => path !== undefined && path === library.path) ?? preferred(hints);
const isNear = ({ at: { file }, listens }) => listens || route?.serves === undefined || file === route.at.file;
const ported = hints.find((hint) => hint.port !== undefined && isNear(hint));
const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined);
const port = ported?.port ?? usualPort(library, { hints, facts, route });
if (path === undefined || typeof port === 'string') {
const what = path === undefined ? 'no route that publishes them was found' : port;
const message = `${placeText(at)} has ${library.name}, so ${app} may have metrics, but ${what}.`;
const hint = 'Fill in the port and the path that publish them, in a service of this app.';
return { endpoints: [], notes: [initNote(at.file, at, message, hint)] };
}
const listener = route ? undefined : hints.find(({ listens }) => listens);
const why = evidenceOf(library, { route, listener, ported });
const process = ported || library.port !== 'app' ? undefined : facts.mainProcess;
const endpoint = {
port,
path,
...(process !== undefined && { process }),
at: (route ?? listener)?.at ?? at,
why,
};
return { endpoints: [endpoint], notes: route?.guard === undefined ? [] : [guardNote(route, route.guard)] };
}
function evidenceOf({ at, name, port }, { route, listener, ported }) {
const parts = [
`${placeText(at)} has ${name}`,
...(route ? [`${placeText(route.at)} has ${route.path}`] : []),
...(listener ? [`${placeText(listener.at)} publishes its metrics`] : []),
...(ported && ported !== listener ? [`${placeText(ported.at)} has the port`] : []),
];
return `${parts.join(', ')}${ported || port !== 'app' ? '' : " on the app's own port"}`;
}
const guardNote = ({ at, path }, guard) => initNote(at.file, at, `${path} has ${(0, quote.T)(guard)} in front of it: a scrape without credentials may be refused.`, 'Publish the metrics without it on a port that only the private network reaches, or give the service `authorization` or `basic_auth`.');
function usualPort({ port }, { hints, facts: { file, ports }, route, }) {
if (port === 'app')
return ports[0] ?? route?.serves ?? `${file} has no port`;
const listener = hints.find(({ listens }) => listens);
return listener ? `the port is not a number in ${placeText(listener.at)}` : port;
}
;
function fromCompose(target, { facts }, compose) {
const { name, port, path, file, at, address, host } = target;
const [main] = facts.ports;
const own = port ?? main;
if (own === undefined)
return [];
const services = facts.ports.includes(own) ? [] : compose.filter((one) => one.name === host);
const set = services.flatMap((one) => one.ports).find((one) => one.port === own);
const onFly = set && facts.fly.env.find(({ key }) => key === set.key)?.value;
const isMain = services.some(({ published }) => published.length === 1 && published[0] === own);
const onApp = onFly === undefined && isMain ? main : undefined;
const there = onApp === undefined ? '' : `, which is the port of the app there, and ${facts.file} has its own`;
const chosen = onApp ?? Number(/\d+$/.exec(onFly ?? '')?.[0] ?? own);
const process = chosen === main ? facts.mainProcess : undefined;
const endpoint = {
name,
port: chosen,
path,
...(process !== undefined && { process }),
options: facts.ports.includes(chosen) ? plainOptions(target) : compose_targets_withoutStage(target.options),
at: { file, ...at },
why: `${file}:${at.line} scrapes ${address}${there}`,
};
return [{ endpoint, onlyThere: onApp === undefined && onFly === undefined ? set : undefined }];
}
function plainOptions({ options }) {
const { scheme, tls_config, ...plain } = compose_targets_withoutStage(options);
return plain;
}
const ELSEWHERE = /^(?:local|dev|development|docker|compose|test|ci)$/i;
function compose_targets_withoutStage({ labels, ...options }) {
const kept = Object.entries(labels ?? {}).filter(([, value]) => !ELSEWHERE.test(value));
return { ...options, ...(kept.length > 0 && { labels: Object.fromEntries(kept) }) };
}
function ofSameEndpoint(endpoint, targets, all) {
const isSame = ({ port, path }) => port === endpoint.port && path === endpoint.path;
const [only, ...more] = targets.filter(isSame);
return more.length === 0 && all.filter(isSame).length === 1 ? only : undefined;
}
function setOnlyThere({ key, port, at }, { file, fromCode }) {
const message = `The port ${port} is set by ${key} here, which ${file} does not have.`;
const hint = fromCode
? 'The draft has the port without it. To keep that port, set the variable there too, and correct the service.'
: 'Set the variable there too, or correct the port of the service.';
return initNote(at.file, at, message, hint);
}
var external_node_net_ = __webpack_require__(77030);
var plain_http = __webpack_require__(40561);
;
const PRIVATE_NAME = /\.(?:local|lan|home|corp|intranet|localdomain|svc|internal|flycast|test|invalid|example)$|(?:^|\.)example\.(?:com|org|net)$/i;
function isPublicAddress({ host, app, port }) {
if (app !== undefined || port === undefined || (0, plain_http.Sf)(host) || (0, plain_http.Si)(host))
return false;
return (0, external_node_net_.isIP)(host) === 4 || (/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$/i.test(host) && !PRIVATE_NAME.test(host));
}
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
;
function chooseServices(apps, evidence) {
const notes = [];
const unclear = [];
const context = { ...evidence, apps, codes: appCodes(apps, evidence) };
const found = evidence.targets.map((target) => ({ target, app: appOf(target, context) }));
const scraped = [...new Set(found.flatMap(({ app }) => (app?.isKnown === false ? app.name : [])))];
const outside = found.flatMap(({ target, app }) => (app ? [] : [target]));
const elsewhere = staticServices(outside);
const lost = outside.filter((target) => !isPublicAddress(target));
notes.push(...lost.map(notAnApp));
const onFly = [...apps.map(({ app }) => app), ...scraped].flatMap((app) => {
const chosen = apps.find((one) => one.app === app);
const targets = found.flatMap((one) => (one.app?.name === app ? { ...one, ...one.app } : []));
const endpoints = [
...targets.filter(({ isFly }) => isFly).flatMap((one) => fromTarget(one.target, chosen, notes)),
...(chosen
? endpointsOf(chosen, targets.filter(({ isFly }) => !isFly).map(({ target }) => named(target, app)), { context, notes, unclear })
: []),
];
return endpoints.map((endpoint) => serviceOf(app, endpoint));
});
const services = [...onFly, ...elsewhere];
const variables = new Set(services.map(({ options }) => secretVariable(options)));
for (const { secret, options } of evidence.targets)
if (secret && variables.has(secretVariable(options)))
notes.push(secret);
return { services, scraped, lost, notes: [...new Set(notes)], unclear };
}
const secretVariable = (options) => options?.authorization?.credentials_env ?? options?.basic_auth?.password_env;
const serviceOf = (app, { name, why, ...endpoint }) => ({
...endpoint,
app,
name: name ?? (endpoint.process === 'app' ? app : (endpoint.process ?? app)),
...(why !== undefined && { comment: ` Evidence: ${why}.` }),
});
function appOf(target, context) {
const { apps, targets } = context;
if (target.app === undefined)
return appNearby(target, context);
const [only, ...more] = apps;
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
function appNearby(target, { apps, codes, compose }) {
const isAlone = apps.length === 1;
const service = compose.find(({ name }) => name === target.host);
const exact = apps.filter(({ app }) => app === target.host);
const near = apps.filter(({ facts }) => external_node_path_.posix.dirname(facts.file) !== '.' &&
isBelow(target.file, external_node_path_.posix.dirname(facts.file)) &&
target.port !== undefined &&
facts.ports.includes(target.port));
const named = apps.filter(({ app, facts }) => isNamedLike(target.host, app, external_node_path_.posix.dirname(facts.file)));
const built = apps.filter((app) => service?.folder !== undefined && codes.get(app)?.folders.includes(service.folder));
const onPort = apps.filter(({ facts: { ports, metrics, hints } }) => [...ports, ...[...metrics, ...hints].map(({ port }) => port)].some((port) => port === target.port));
const isPlain = isThisMachine(target.host) || (/^[\w-]+$/.test(target.host) && !isOther(service));
const isOnlyBuilt = service?.folder !== undefined && compose.filter(({ folder }) => folder !== undefined).length === 1;
const byJob = isThisMachine(target.host) ? apps.filter(({ app }) => app === target.job) : [];
const candidates = [
exact,
byJob,
near,
named,
built,
built.filter((app) => onPort.includes(app)),
isAlone && isOnlyBuilt ? apps : [],
isPlain && onPort.length === 1 && (isAlone || isThisMachine(target.host)) ? onPort : [],
];
const match = candidates.find((list) => list.length === 1)?.[0];
return match && { name: match.app, isKnown: true, isFly: false };
}
const named = (target, app) => target.job === app ? { ...target, name: app } : target;
const isOther = (service) => service !== undefined && service.folder === undefined;
const isSameName = (a, b) => a.startsWith(b) || b.startsWith(a);
const isThisMachine = (host) => /^(?:host\.(?:docker|containers)\.internal|localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)$/.test(host);
const isNamedLike = (host, app, folder) => host !== '' && (app === host || app.endsWith(`-${host}`) || external_node_path_.posix.basename(folder) === host);
function notAnApp({ address, job, file, at }) {
return lossNote(file, at, `${(0, quote.T)(address)} of job ${(0, quote.T)(job)} is not an app on Fly's private network that this repository names. It is not taken over.`, 'If it is one of the apps, add a service for it. Else keep the Prometheus that scrapes it now.');
}
function fromTarget(target, app, notes) {
const { file, at, name, path, process, options } = target;
const port = target.port ?? app?.facts.ports[0];
const add = (message, hint) => void notes.push(initNote(file, at, message, hint));
if (port === undefined) {
const message = `${(0, quote.T)(target.address)} is not taken over: the port of the app is not known.`;
notes.push(lossNote(file, at, message, 'Add a service for it.'));
return [];
}
if (target.port === undefined)
add(`${(0, quote.T)(target.address)} reaches one machine that Fly's proxy chooses.`, `The draft scrapes every machine on port ${port} of the private network instead.`);
else if (app && target.app !== app.app && isAppName(target.app))
add(`Prometheus scrapes ${target.app}.internal, but the app is ${app.app}: the name cannot be resolved.`, `The new configuration scrapes ${app.app} instead.`);
return [{ name, port, path, options, ...(process !== undefined && { process }), at: { file, ...at } }];
}
function endpointsOf(app, local, { context, notes, unclear }) {
const { metrics, hints } = app.facts;
const scraped = context.targets.filter((target) => target.app !== undefined && appOf(target, context)?.name === app.app);
const isScraped = (endpoint) => scraped.some(({ port }) => port === endpoint.port);
if (metrics.length > 0 || scraped.length > 0) {
const same = new Map(metrics.map((endpoint) => [endpoint, ofSameEndpoint(endpoint, local, metrics)]));
for (const target of local)
if (![...same.values()].includes(target))
notes.push(localAsWell(target, app.app));
return metrics
.filter((endpoint) => !isScraped(endpoint))
.map((endpoint) => withJob(endpoint, same.get(endpoint)));
}
const composed = local.flatMap((target) => fromCompose(target, app, context.compose));
const [hint] = hints;
if (composed.length === 0 && hint)
return hints.filter(({ port }) => port === hint.port);
const isSure = composed.some(({ onlyThere }) => onlyThere === undefined);
if (isSure)
return composed.map(({ endpoint }) => endpoint);
const own = codeEndpoints(app, context.codes, context);
if (composed.length > 0) {
const fromCode = own.endpoints.length > 0;
const there = new Map(composed.flatMap(({ onlyThere: one }) => (one ? [[placeText(one.at), one]] : [])));
for (const one of there.values())
notes.push(setOnlyThere(one, { file: app.facts.file, fromCode }));
if (!fromCode)
return composed.map(({ endpoint }) => endpoint);
const options = composed[0]?.endpoint.options;
return own.endpoints.map((endpoint) => ({ ...endpoint, ...(options && { options }) }));
}
notes.push(...own.notes);
if (own.endpoints.length === 0 && own.notes.length > 0)
unclear.push(app.app);
return own.endpoints;
}
const withJob = (endpoint, target) => target ? { ...endpoint, name: target.name, options: plainOptions(target) } : endpoint;
const localAsWell = ({ address, file, at }, app) => lossNote(file, at, `${(0, quote.T)(address)} is taken for app ${app}, whose metrics are known already.`, 'It is not taken over. If it is another endpoint, add a service for it.');
;
function scanRepository(sources, { names, preset }) {
const others = scanOtherScrapers(sources.scrapers);
const prometheus = [...sources.prometheus.map(scanPrometheus), ...others.scanned];
const scraped = new Set(prometheus.flatMap(({ targets }) => targets.map(({ app }) => app)));
const choice = chooseApps(sources.fly.filter(({ role }) => role === 'app'), { ...sources, scraped, named: names.app });
const chosen = chooseServices(choice.apps, {
...sources,
targets: prometheus.flatMap(({ targets }) => targets),
});
const apps = [...choice.apps.map((one) => asFound(one, sources)), ...chosen.scraped.map((app) => ({ app }))];
if (apps.length === 0 && names.app !== undefined)
apps.push({ app: names.app });
const isPreset = preset || apps.some(({ app }) => (0, missing_configuration.py)(app));
if (apps.length === 0 && !isPreset)
throw noAppFound(choice, sources);
const services = withDistinctNames(chosen.services);
const openApp = chosen.unclear[0] ?? apps[0]?.app;
const unexplained = apps.filter(({ app }) => !chosen.unclear.includes(app));
const monitoring = monitoringOf(sources, {
names,
isPreset,
prometheus,
apps: choice.apps.map(({ facts }) => facts),
main: apps[0]?.app ?? types._f,
});
const alerts = rulesAndReceivers(sources, prometheus, chosen.lost);
const notes = [
...choice.notes,
...sampleNote(sources.samples.filter((path) => sources.fly.every((facts) => facts.path !== path))),
...deployedNotes(choice.apps),
...sources.unreadable,
...missingConfigurations(sources.commands, sources),
...otherNames(sources.commands, { fly: sources.fly, known: namesOf(sources.fly, apps) }),
...chosen.notes,
...withoutMetrics(unexplained, { services, fly: sources.fly, openApp }),
...monitoring.notes,
...buildNotes(choice.apps, sources),
...prometheus.flatMap((file) => file.notes),
...alerts.notes,
...others.notes,
];
const dashboards = folders(sources.dashboards);
return withoutInvalid({ ...monitoring, ...alerts, apps, services, openApp, dashboards, isPreset, notes }, names);
}
const namesOf = (fly, apps) => [
...apps.map(({ app }) => app),
...fly.flatMap(({ name }) => name?.value ?? []),
];
function rulesAndReceivers({ rules, alerting, inside, exists }, prometheus, lost) {
const found = findRules(rules, prometheus, { lost, exists });
const { notify, notes } = scanAlerting(alerting);
return {
rules: found.files.map((file) => inside(file)),
notify,
prometheus: prometheus
.filter(({ targets }) => targets.some((one) => one.app !== undefined && !lost.includes(one)))
.map(({ file, what, sendsTo }) => ({
file,
...(sendsTo && { sendsTo }),
rules: found.byConfiguration.get(file) ?? [],
...(what !== undefined && { what }),
})),
notes: [...found.notes, ...notes],
};
}
function asFound(one, sources) {
const { app, deployedBy, command, facts } = one;
const comment = stageComment(one);
const found = foundBuild(one, sources);
const build = found && inFolder(found, sources.folder);
return {
app,
config: facts.path,
...(build && { build }),
...(facts.health !== undefined && { health: facts.health }),
...(deployedBy && { deployedBy }),
...(deployedBy && command && command.options.length > 0 && { options: command.options }),
...(comment !== undefined && { comment }),
};
}
function inFolder({ context, dockerfile, why }, folder) {
const [from, file] = [context, dockerfile].map((path) => path === undefined ? undefined : external_node_path_.posix.relative(folder, path) || '.');
if (from?.startsWith('..') || file?.startsWith('..'))
return undefined;
return {
...(from !== undefined && { context: from }),
...(file !== undefined && { dockerfile: file }),
why,
};
}
function monitoringOf({ fly, organizations }, { names, isPreset, prometheus, apps, main }) {
const files = fly.filter(({ role }) => role === 'monitoring');
const old = scanMonitoring(files, names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined));
const settings = scan_settingsOf(apps, { prometheus, old: old.monitoring });
const app = names.monitoringApp ?? old.monitoring.app ?? (isPreset ? PRESET_MONITORING : freeName(main, fly));
const [organization] = organizations;
return {
monitoring: {
...old.monitoring,
...settings.monitoring,
app,
...(organization && { organization: organization.value }),
},
places: { ...old.places, ...settings.places, ...(organization && { organization: organization.at }) },
notes: old.notes,
};
}
const PRESET_MONITORING = 'fechatter-monitoring';
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
function freeName(main, fly) {
const taken = new Set(fly.map(({ name }) => name?.value));
const names = ['monitoring', 'prometheus', 'metrics', 'monitoring-2'].map((end) => `${main.slice(0, 50)}-${end}`);
return names.find((name) => !taken.has(name)) ?? `${main.slice(0, 50)}-monitoring-3`;
}
function folders(files) {
const folderOf = (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file));
return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted();
}
;
async function firstDraft(repository, options) {
const { names, inside, plan } = options;
const found = scanRepository(repository.scan, options);
const refused = new Map();
let final = found;
let said = await plan(completed(final, names));
for (let round = 0; round < MAX_ROUNDS; round++) {
const more = refusedOnes(repository, said, refused);
if (more.size === 0)
break;
for (const [file, errors] of more)
refused.set(file, errors);
final = first_draft_without(new Set(refused.keys()), found, { repository, inside });
said = await plan(completed(final, names));
}
const text = draftConfiguration(final, names);
const isComplete = found.services.some(({ addresses }) => !addresses) || found.isPreset;
const notes = [...found.notes, ...[...refused.values()].flatMap(asNote)];
return {
text,
config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
found: final,
notes: [...notes, ...found.prometheus.flatMap((file) => superseded(file, notes))],
problems: said.filter(({ at, code }) => !refused.has(at?.file ?? '') && !RESOLVED.includes(code)),
};
}
const MAX_ROUNDS = 4;
const BY_OTHERS = ['rules/name-taken', 'dashboard/duplicate-uid'];
function refusedOnes({ dashboards, scan }, said, known) {
const proposed = new Set([...dashboards, ...scan.rules].map(({ file }) => file));
const errors = said.filter(({ severity, at }) => {
const file = at?.file ?? '';
return severity === 'error' && proposed.has(file) && !known.has(file);
});
const own = errors.filter(({ code }) => !BY_OTHERS.includes(code));
return Map.groupBy(own.length > 0 ? own : errors, ({ at }) => at?.file ?? '');
}
const RESOLVED = ['prometheus/unknown-app', 'prometheus/unknown-port'];
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
function withoutRefused(dashboards, refused, inside) {
const whole = folders(dashboards);
const isSplit = (folder) => [...refused].some((file) => file !== undefined && inside(file).startsWith(`${folder}/`));
return whole.flatMap((one) => isSplit(one) ? dashboards.filter((path) => path.startsWith(`${one}/`)) : one);
}
function asNote([first, ...more]) {
if (!first)
return [];
const { at, message, hint, code } = first;
const { file, line, column } = at ?? { file: '', line: 1, column: 1 };
const others = more.length === 0 ? '' : ` It has ${(0, lib_text.U9)(more.length, 'more error')}.`;
const text = `This file is not in the draft: \`plan\` refuses it (${code}). ${message}${others}`;
return [lossNote(file, { line, column }, text, hint)];
}
function filledIn(found) {
const services = servicesOf(found).map((service) => ({ ...service, port: service.port ?? ANY_PORT }));
return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } };
}
const ANY_PORT = 1;
function completed(found, names) {
const text = draftConfiguration(filledIn(found), names);
return { text, config: checked(text) };
}
function checked(text) {
try {
return (0, load.Z9)(text, '');
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
throw new errors.lZ('configuration', error.problems.map(({ at: _, ...problem }) => problem));
}
}
var assets = __webpack_require__(43287);
;
const INSTALLED = '../../.package-lock.json';
async function pinnedProgram() {
const commit = installedCommit() ?? (await (0, git.D)((0, assets.assetPath)('.')));
return `${documentation.Hy}#${commit ?? shippedReference()}`;
}
const FROM_GIT = /^git\+(?:(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git|file:.*)#([0-9a-f]{40})$/;
function installedCommit() {
if (!(0, external_node_fs_.existsSync)((0, assets.assetPath)(INSTALLED)))
return undefined;
const lock = (0, json_value._D)((0, assets.readAsset)(INSTALLED));
const packages = (0, json_value.OW)(lock) && (0, json_value.OW)(lock.packages) ? lock.packages : {};
const own = packages['node_modules/@fechatter/deploy-monitoring'];
return FROM_GIT.exec((0, json_value.OW)(own) ? (0, json_value.tB)(own.resolved) : '')?.[1];
}
const shippedReference = () => /uses: fechatter\/deploy-monitoring@(\S+)/.exec((0, assets.readAsset)('templates/workflows/deploy-monitoring.yml'))?.[1] ?? 'main';
var recognise = __webpack_require__(7014);
var config_sources = __webpack_require__(48136);
var paths = __webpack_require__(83052);
var posix_ = __webpack_require__(53916);
;
const onApp = (path, ...names) => names.map((name) => ({ name, port: 'app', path }));
const started = (use, library) => ({ ...library, use });
const own = (name, port, path = '/metrics') => ({ name, port, path });
const LIBRARIES = {
npm: [
{
...own('@opentelemetry/exporter-prometheus', 9464),
inApp: /\bpreventServerStart:\s*true\b|\bgetMetricsRequestHandler\(|[rR]egist(?:er|ry)\.metrics\(/,
},
...onApp('/metrics', 'express-prom-bundle', 'fastify-metrics', '@willsoto/nestjs-prometheus', 'koa-prom'),
...onApp('/metrics', 'express-prometheus-middleware', 'prometheus-api-metrics'),
...onApp(undefined, 'prom-client', '@hono/prometheus'),
],
go: onApp(undefined, 'github.com/prometheus/client_golang', 'github.com/VictoriaMetrics/metrics'),
rust: [
{
...started(/\bPrometheusBuilder\b|\bmetrics_exporter_prometheus\b/, own('metrics-exporter-prometheus', 9000)),
inApp: /\b(?:install|build)_recorder\(|\bPrometheusHandle\b/,
},
...onApp('/metrics', 'axum-prometheus', 'rocket_prometheus'),
...onApp(undefined, 'prometheus', 'prometheus-client', 'actix-web-prom', 'opentelemetry-prometheus'),
],
elixir: [
...onApp('/metrics', 'prom_ex').map((one) => started(/\bPromEx\.Plug\b|\bmetrics_server:\s*\[/, one)),
...onApp('/metrics', 'prometheus_plugs').map((one) => started(/\bPlugExporter\b/, one)),
...onApp('/metrics', 'prometheus_phx'),
started(/\bTelemetryMetricsPrometheus\b/, own('telemetry_metrics_prometheus', 9568)),
...onApp(undefined, 'telemetry_metrics_prometheus_core', 'prometheus_ex', 'peep'),
],
python: [
...onApp('/metrics', 'prometheus-fastapi-instrumentator', 'prometheus-flask-exporter', 'django-prometheus'),
...onApp('/metrics', 'starlette-exporter', 'starlette-prometheus'),
own('opentelemetry-exporter-prometheus', 9464),
...onApp(undefined, 'prometheus-client', 'aioprometheus'),
],
ruby: [
own('prometheus_exporter', 9394),
own('yabeda-prometheus', 9394),
...onApp('/metrics', 'yabeda-prometheus-mmap'),
...onApp(undefined, 'prometheus-client'),
],
jvm: [
...onApp('/q/metrics', 'quarkus-micrometer-registry-prometheus'),
...onApp('/prometheus', 'micronaut-micrometer-registry-prometheus'),
...onApp('/actuator/prometheus', 'micrometer-registry-prometheus'),
own('simpleclient_httpserver', 9400),
own('prometheus-metrics-exporter-httpserver', 9400),
],
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
const ecosystemOf = (path) => MANIFESTS.find(([name]) => name.test((0, posix_.basename)(path)))?.[1];
const isManifest = (path) => ecosystemOf(path) !== undefined;
const NOT_USED = /^\s*(?:#|\/\/|<!--)|\/\/ indirect\b/;
function librariesIn({ file, text }) {
const ecosystem = ecosystemOf(file);
if (!ecosystem)
return [];
const known = LIBRARIES[ecosystem];
const lines = text.split('\n');
return known.flatMap((library) => {
const name = library.name.replaceAll('-', ecosystem === 'python' ? '[-_]' : '-').replaceAll('.', '\\.');
const pattern = ecosystem === 'jvm'
? new RegExp(`(?<![\\w/@-])${name.replaceAll('-', '[-.]')}(?![\\w/-])(?!\\.\\w)`, 'i')
: new RegExp(`(?<![\\w./@-])${name}(?![\\w/-])(?!\\.(?!workspace\\b)\\w)`, 'i');
const line = lines.findIndex((one) => !NOT_USED.test(one) && pattern.test(one));
return line < 0 ? [] : [{ ...library, at: { file, line: line + 1, column: 1 } }];
});
}
;
const FLAG = /(?:^|[\s;&|("'])(?:flyctl|fly)[ \t][^\n;&|]{0,300}?[ \t](?:--org|-o)(?:=|[ \t]+)["']?([a-z0-9][a-z0-9-]{1,62})(?![\w.$-])/;
const organization_VARIABLE = /(?:^|[\s"'-])(?:FLY_ORG(?:ANIZATION)?(?:_SLUG|_NAME)?|fly[_-]org(?:anization)?)["']?[ \t]*[:=][ \t]*["']?([a-z0-9][a-z0-9-]{1,62})["']?[ \t]*(?:#|$)/;
const organizationsIn = (files) => files.flatMap(({ file, text }) => text.split('\n').flatMap((line, i) => {
if (line.length > MAX_LINE || /^\s*(?:#|\/\/)/.test(line))
return [];
const value = FLAG.exec(line)?.[1] ?? organization_VARIABLE.exec(line)?.[1];
return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } };
}));
const MAX_LINE = 2000;
;
const isComposeFile = (path) => /(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/.test(path);
function scanCompose({ file, text }) {
const read = (0, formats_yaml.g)(text);
const services = read.ok ? (0, tree.Jt)(read.tree, 'services') : undefined;
if (services?.kind !== 'table')
return [];
return [...services.entries].map(([name, service]) => ({
name,
folder: folderOf(service, external_node_path_.posix.dirname(file)),
ports: portsOf((0, tree.Jt)(service, 'environment'), file),
published: [
...new Set(['ports', 'expose'].flatMap((key) => (0, tree.ld)((0, tree.Jt)(service, key)).flatMap(containerPort))),
],
}));
}
function folderOf(service, from) {
const build = (0, tree.Jt)(service, 'build');
const context = (0, tree.ws)(build) ?? (0, tree.ws)((0, tree.Jt)(build, 'context'));
if (!build)
return undefined;
const dockerfile = external_node_path_.posix.dirname((0, tree.ws)((0, tree.Jt)(build, 'dockerfile')) ?? 'Dockerfile');
return external_node_path_.posix.join(from, context ?? '.', dockerfile);
}
function portsOf(environment, file) {
const entries = environment?.kind === 'table'
? [...environment.entries].map(([key, node]) => ({ key, node, value: (0, tree.ws)(node) ?? '' }))
: (0, tree.ld)(environment).map((node) => {
const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec((0, tree.ws)(node) ?? '') ?? [];
return { key, node, value };
});
return entries.flatMap(({ key, node, value }) => {
const port = Number(/^(?:\$\{\w+:?-)?"?(?:[\d.]*:)?(\d{2,5})"?\}?$/.exec(value)?.[1]);
return port > 0 ? [{ key, port, at: { file, ...node.at } }] : [];
});
}
function containerPort(node) {
const text = (0, tree.ws)(node) ?? (0, tree.ws)((0, tree.Jt)(node, 'target')) ?? '';
const port = Number(/(?:^|:)(\d{2,5})(?:\/\w+)?$/.exec(text)?.[1]);
return port > 0 ? [port] : [];
}
var dockerfile = __webpack_require__(67481);
var fly_toml = __webpack_require__(84711);
var toml = __webpack_require__(94611);
;
function unreadableFly({ file, text }) {
const read = (0, toml.D)(text);
if (read.ok)
return [];
const message = `${file} is not valid TOML, so nothing of it is in the draft.`;
return [
lossNote(file, read.at, message, 'Correct it, and add its app to `apps`, and its metrics to `services`.'),
];
}
function scanFly(source, path) {
const read = (0, toml.D)(source.text);
if (!read.ok || read.table.entries.size === 0)
return [];
const fly = (0, fly_toml.T)(read.table);
const { file, role, build } = source;
const main = fly.services.find(({ http }) => http) ?? fly.services[0];
const content = build && (0, dockerfile.n_)(build.text, fly.build?.text('build-target')?.value);
return [
{
path,
file,
role,
fly,
build: build && content && { file: build.file, content, copied: (0, dockerfile.Rl)(content) },
buildArgs: textsOf((0, tree.Jt)((0, tree.Jt)(read.table, 'build'), 'args')),
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
const textsOf = (node) => new Map(node?.kind === 'table' ? [...node.entries].map(([key, value]) => [key, (0, tree.ws)(value) ?? '']) : []);
function topValue(table, key, file) {
const node = (0, tree.Jt)(table, key);
const value = (0, tree.ws)(node);
return node && value !== undefined ? { value, at: { file, ...node.at } } : undefined;
}
function healthPath(fly) {
const http = fly.services.find((service) => service.http);
const checks = [...(http?.checks ?? []), ...(http ? fly.checks : [])];
return checks
.map((check) => check.text('path')?.value)
.find((path) => path !== undefined && !METRICS_PATH.test(path));
}
function processesOf(section, fly) {
const groups = (0, subject.c1)(section.processes, fly);
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
function experimental(table, file) {
const section = (0, tree.Jt)(table, 'experimental');
const port = (0, tree.Jt)(section, 'metrics_port');
const number = Number((0, tree.ws)(port));
if (!port || !(number > 0))
return [];
const path = (0, tree.ws)((0, tree.Jt)(section, 'metrics_path')) ?? '/metrics';
return [{ port: number, path, at: { file, ...port.at } }];
}
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
const PORT_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM|EXPORTER)_(?:SERVER_|HTTP_|LISTEN_|BIND_)*(?:PORT|ADDR|ADDRESS)$/;
const LISTEN_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM)(?:_(?:EXPORTER|LISTEN|BIND|SERVER|HTTP))*$/;
const LISTEN_VALUE = /^(?:0\.0\.0\.0|\[::\]|\*)?:\d{2,5}$/;
const PATH_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:PATH|ENDPOINT)$/;
function variables({ env }, file) {
const port = env.find(({ key, value }) => (PORT_VARIABLE.test(key) && /(?:^|:)\d{2,5}$/.test(value)) ||
(LISTEN_VARIABLE.test(key) && LISTEN_VALUE.test(value)));
if (!port)
return [];
const path = env.find(({ key, value }) => PATH_VARIABLE.test(key) && value.startsWith('/'))?.value;
const at = { file, line: port.at.line, column: port.at.column };
const why = `${port.key} in ${file}:${port.at.line}`;
return [{ port: Number(/\d+$/.exec(port.value)?.[0]), path: path ?? '/metrics', at, why }];
}
;
const MAX_FILES = 20_000;
const MAX_BYTES = 300_000;
const MAX_CODE = 50_000_000;
const NOT_READ = /^(?:\..*|node_modules|vendor|target|dist|build|out|coverage|venv|__pycache__|testdata|deps|_build)$/;
async function readRepository(workspace, inside, pace) {
const found = await (0, config_sources.I)(workspace, { config: undefined, pace });
const { sources } = found;
const { paths: all } = (0, lib_workspace.Fv)(workspace, {
skips: (name) => NOT_READ.test(name),
maxFiles: MAX_FILES,
maxDepth: 12,
});
const paths = all.filter((path) => !(0, recognise.RN)(path));
const read = (path) => readOr(workspace, path);
const collect = collector(workspace, { paths, read, pace });
const compose = await collect(isComposeFile);
const manifests = await collect(isManifest);
const alerting = await collect((path) => /\.ya?ml$/.test(path), ({ text }) => isAlerting(text));
const scrapers = await collect(mayBeOtherScraper, isOtherScraper);
const scripts = await collect(deploy_commands.Kh, ({ text }) => /\bfly(?:ctl)?\b/.test(text));
const pipelines = pipelinesIn(workspace);
const builders = [...workflowsOf(workspace), ...pipelines, ...scripts];
const dashboards = await dashboardsIn(found, pace);
return {
found,
dashboards,
scan: {
fly: sources.fly.flatMap((source) => scanFly(source, inside(source.file))),
unreadable: sources.fly.flatMap(unreadableFly),
prometheus: sources.prometheus.filter(({ file, text }) => !isOwn(inside(file), text)),
rules: sources.rules.filter(({ text }) => !(0, manual_mark.L)(text)),
alerting,
scrapers,
inside,
folder: (0, lib_workspace.SH)(workspace, ''),
exists: (path) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, path)),
samples: all.filter((path) => (0, recognise.RN)(path) && /(?:^|\/)fly[^/]*\.toml$/.test(path)),
commands: [...sources.deploys, ...pipelines.flatMap(deploy_commands.Eu)],
scripts: scripts.flatMap(deploy_commands.XJ),
images: { owner: remoteOwner(workspace), folder: (0, external_node_path_.basename)(workspace.root), builders },
organizations: organizationsIn(builders),
compose: compose.flatMap(scanCompose),
...codeOf(paths, { workspace, read }),
packages: packagesOf(manifests),
libraries: manifests.flatMap(librariesIn),
dashboards: dashboards.map(({ file }) => inside(file)),
},
};
}
const collector = (workspace, { paths, read, pace }) => async (wanted, isKind = () => true) => {
const files = [];
await pace.each(paths.filter(wanted).map((path) => ({ path, file: (0, lib_workspace.SH)(workspace, path) })), ({ path }) => {
const file = read(path);
if (file && isKind(file))
files.push(file);
});
return files;
};
function workflowsOf(workspace) {
const folder = (0, lib_workspace.tc)(workspace, '.github/workflows');
return (0, lib_workspace.j6)(workspace, folder)
? (0, lib_workspace.CS)(workspace, folder, '').flatMap((path) => readOr(workspace, path) ?? [])
: [];
}
function pipelinesIn(workspace) {
const { paths } = (0, lib_workspace.Fv)({ ...workspace, folder: workspace.root }, { skips: (name) => !deploy_commands.jR.includes(name), maxFiles: MAX_FILES, maxDepth: 1 });
return paths.filter(deploy_commands.DQ).flatMap((path) => readOr(workspace, (0, lib_workspace.tc)(workspace, path)) ?? []);
}
const isOwn = (path, text) => path === paths.VM && (0, manual_mark.L)(text) !== undefined;
function codeOf(paths, { workspace, read }) {
const code = paths.filter(isCode);
return {
codePaths: code.map((path) => (0, lib_workspace.SH)(workspace, path)),
textOf: (path) => read((0, lib_workspace.tc)(workspace, path))?.text,
code: (isWanted) => readCode(code, { workspace, isWanted, read }),
};
}
function* readCode(paths, { workspace, isWanted, read }) {
let room = MAX_CODE;
for (const path of paths) {
if (!isWanted((0, lib_workspace.SH)(workspace, path)))
continue;
const source = read(path);
room -= source?.text.length ?? 0;
if (room < 0)
return;
if (source)
yield source;
}
}
function readOr(workspace, path) {
try {
return (0, lib_workspace.yR)(workspace, path, MAX_BYTES);
}
catch (error) {
return (0, errors.JY)(error);
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
return [];
}
}
const shippedPaths = (dashboards, inside) => new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)])));
function insideOf(workspace) {
const folder = (0, lib_workspace.SH)(workspace, '');
return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? external_node_path_.posix.relative(folder, file) : file);
}
var fly_engine = __webpack_require__(47817);
var shipped = __webpack_require__(96561);
var desired_dockerfile = __webpack_require__(29435);
var config_credentials = __webpack_require__(93601);
var receiver_kinds = __webpack_require__(38052);
;
const WORKFLOW = '.github/workflows/deploy-monitoring.yml';
function renderWorkflow(config, options) {
const { branch, workingDirectory, source } = options;
const everywhere = [
...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
];
const receivers = config
? receiverSecrets(config).map((name) => secretLine(name, (0, names.mT)(name)))
: [];
const variables = config ? (0, config_credentials.rt)(config).map((name) => secretLine(name, name)) : [];
return (0, assets.readAsset)('templates/workflows/deploy-monitoring.yml')
.replace('branches: [main]', () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`)
.replace(/^( +)mode: .*$/gm, (line, indent) => below(line, indent, everywhere))
.replace(/^( +)grafana-prometheus-api-key: .*$/gm, (line, indent) => below(below(line, indent, receivers), indent.slice(2), envOf(variables)));
}
function receiverSecrets({ alerts: { notify } }) {
if (!notify)
return [];
const kinds = Object.keys(receiver_kinds.kO).filter((kind) => kind in notify);
return [...kinds.flatMap(receiver_kinds.Fj), 'heartbeat-url'];
}
const secretLine = (key, secret) => `${key}: \${{ secrets.${secret} }}`;
const envOf = (lines) => lines.length === 0 ? [] : ['env:', ...lines.map((line) => `  ${line}`)];
const below = (line, indent, more) => [line, ...more.map((one) => indent + one)].join('\n');
;
const IMAGE = [
['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
];
const SCRIPTS = [
['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
];
function starterFiles(config, options) {
const hasMachine = !config || !(0, fly_engine.kk)(config.monitoring);
const workflow = atReference(renderWorkflow(config, options), options.program);
return [
...[...(hasMachine ? IMAGE : []), ...SCRIPTS].map(([path, asset]) => ({
path,
text: (0, manual_mark.E)(starterText(config, asset).replaceAll(documentation.Hy, options.program), undefined),
executable: path.endsWith('.sh'),
})),
{ path: WORKFLOW, text: (0, manual_mark.E)(workflow, undefined), executable: false },
...dashboardFiles(config, options),
];
}
const starterText = (config, asset) => asset.endsWith('/Dockerfile.monitoring')
? (0, desired_dockerfile.T)((0, assets.readAsset)(asset), config?.alerts.notify !== undefined)
: (0, assets.readAsset)(asset);
const starters_OWN = /(uses: fechatter\/deploy-monitoring@|githubusercontent\.com\/fechatter\/deploy-monitoring\/)([^\s/]+)(?: #.*)?/g;
const PIN = ' # the commit that wrote this file; once there are releases, `@v1` is the newest one';
function atReference(text, program) {
const [, reference = ''] = program.split('#');
const comment = /^[0-9a-f]{40}$/.test(reference) ? PIN : '';
return text.replace(starters_OWN, (_, start) => `${start}${reference}${start.startsWith('uses') ? comment : ''}`);
}
function dashboardFiles(config, { dashboards }) {
if (config && !config.grafana.dashboards?.includes(DASHBOARDS))
return [];
return (0, shipped.JO)(config)
.map(({ uid, text }) => ({
uid,
text: (0, manual_mark.E)(text, undefined),
path: `${DASHBOARDS}/${uid}.json`,
executable: false,
}))
.filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
.map(({ uid: _, ...file }) => file);
}
;
async function prepareInit(workspace, options) {
const { path } = options.config;
const existing = (0, lib_workspace.yR)(workspace, path);
if (existing)
refuseStart(options, existing.file);
refuseOthers(existing, (0, missing_configuration.Uh)(workspace, path));
const pace = (0, lib_pace.q)({ until: Date.now() + MOST_MS, signal: new AbortController().signal });
const inside = insideOf(workspace);
const repository = await readRepository(workspace, inside, pace);
const program = await pinnedProgram();
const dashboards = shippedPaths(repository.dashboards, inside);
const decisionsFor = decider(workspace, { ...options, program, dashboards });
const checked = planner(workspace, options, { pace, isDraft: existing === undefined });
const planOf = async (draft) => (await checked(decisionsFor(draft.config, draft.text))).problems;
const first = existing ? undefined : await firstDraft(repository, { ...options, inside, plan: planOf });
const config = existing ? (0, load.Z9)(existing.text, existing.file) : first?.config;
const decisions = decisionsFor(config, first?.text);
const again = existing ? await checked(decisions) : undefined;
return {
isComplete: config !== undefined,
configured: existing !== undefined,
decisions,
found: first?.found,
notes: (0, order.m)(first?.notes ?? []),
problems: [
...(await ignored(workspace.root, decisions)),
...belowRoot(workspace.root),
...(first ? [...gaps(first, path), ...first.problems] : (again?.problems ?? [])),
],
skipped: options.validators.skipped(),
};
}
function decider(workspace, { config: { path }, force, program, dashboards, }) {
const root = { root: workspace.root, folder: workspace.root };
const starter = {
branch: defaultBranch(workspace),
workingDirectory: (0, lib_workspace.SH)(workspace, ''),
source: path,
program,
dashboards,
};
return (config, text) => [
...(text === undefined ? [] : [{ path, text: atReference(text, program), executable: false }]),
...(config ? (0, files.renderedFiles)(config, path, (0, rule_files.zA)(workspace, config).rules) : []),
...starterFiles(config, starter),
]
.map((file) => atRoot(file, workspace))
.map((file) => decide(file, (0, lib_workspace.yR)(root, file.path, prepare_MAX_BYTES)?.text, force));
}
const planner = (workspace, { config: { path }, validators }, state) => (decisions) => {
const pending = new Map(decisions.filter(isWrite).map(({ file }) => [file.path, file.text]));
return (0, plan.M)({
workspace: { ...workspace, pending },
config: { path, explicit: true },
names: {},
inputs: names.mc,
remoteWrite: false,
validators,
...state,
});
};
function gaps({ text, config }, path) {
if (config)
return [];
try {
(0, load.Z9)(text, path);
return [];
}
catch (error) {
if (error instanceof errors.lZ)
return error.problems;
throw error;
}
}
const MOST_MS = 120_000;
const prepare_MAX_BYTES = 16_000_000;
function refuseOthers(existing, missing) {
const problems = existing ? (0, missing_configuration.Jb)(existing) : missing.at ? [missing] : [];
if (problems.length > 0)
throw new errors.lZ('configuration', problems);
}
function refuseStart({ names, preset }, file) {
if (Object.keys(names).length === 0 && !preset)
return;
const message = `${file} exists already, and the names are configured there.`;
const hint = `Change them in ${file}, then run init without options for names and presets.`;
throw new errors.lZ('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }]);
}
async function ignored(root, decisions) {
const found = await (0, git.k)(root, decisions.map(({ file }) => file.path));
return found.map(({ path, by }) => ({
code: 'init-ignored',
severity: 'warning',
message: `git ignores ${path} (${by}).`,
hint: `Change that line, or add the file with \`git add --force ${path}\`.`,
}));
}
function belowRoot(folder) {
if ((0, external_node_fs_.existsSync)((0, external_node_path_.join)(folder, '.git')))
return [];
const root = prepare_parents(folder).find((one) => (0, external_node_fs_.existsSync)((0, external_node_path_.join)(one, '.git')));
if (root === undefined)
return [];
const hint = `Run \`init\` in ${root} with \`--working-directory ${(0, external_node_path_.relative)(root, folder)}\`.`;
const message = 'This folder is not the root of the repository, but GitHub reads workflows only there.';
return [{ code: 'init-below-root', severity: 'warning', message, hint }];
}
const prepare_parents = (folder) => (0, external_node_path_.dirname)(folder) === folder ? [] : [(0, external_node_path_.dirname)(folder), ...prepare_parents((0, external_node_path_.dirname)(folder))];
const atRoot = (file, workspace) => file.path === WORKFLOW ? file : { ...file, path: (0, lib_workspace.SH)(workspace, file.path) };
;
function foundRows({ apps, services, prometheus, rules, dashboards }) {
return [
...apps.flatMap(({ app, config, deployedBy }) => {
const by = deployedBy ? `, deployed by ${placeText(deployedBy)}` : '';
return config === undefined ? [] : [[config, `app ${app}${by}`]];
}),
...services.flatMap((service) => {
const { at, app, name, addresses } = service;
return at ? [[placeText(at), `metrics of ${addresses ? name : app}: ${summary_endpointOf(service)}`]] : [];
}),
...prometheus.map(({ file, what = 'a configuration of Prometheus' }) => [file, `${what}, which scrapes apps on Fly`]),
...rules.map((path) => [path, 'rules']),
...dashboards.map((path) => [path, 'dashboards']),
];
}
function proposalRows(found) {
const { apps, monitoring, rules, notify } = found;
const deployed = apps.filter((app) => !isOnlyWatched(app, found)).map(({ app }) => app);
const watched = apps.filter((app) => isOnlyWatched(app, found)).map(({ app }) => app);
const line = (title, names) => names.length > 0 ? [[title, (0, lib_text.H$)(names)]] : [];
return [
[
'Prometheus',
`app ${monitoring.app}, ${monitoring.region === undefined ? 'in a region that you fill in' : `in ${monitoring.region}`}`,
],
...line('Deployed by this action', deployed),
...line('Only monitored', watched),
...servicesOf(found).map((service) => [`Metrics of ${service.name}`, summary_endpointOf(service)]),
...line('Rules', rules),
...line('Notified', Object.keys(notify)),
];
}
function summary_endpointOf({ port, path, process, addresses }) {
const where = addresses ? (0, lib_text.H$)(addresses) : port === undefined ? undefined : `port ${port}`;
if (where === undefined)
return 'not known: fill in its port';
return `${where}, path ${path}${process === undefined ? '' : `, process ${process}`}`;
}
var read = __webpack_require__(59606);
var print = __webpack_require__(37219);
var write_files = __webpack_require__(75289);
var terminal_text = __webpack_require__(43651);
var external_validators = __webpack_require__(93827);
var cli_log = __webpack_require__(73911);
var run = __webpack_require__(29371);
;
function runInit({ inputs, switches, preset }) {
return (0, run.fromTerminal)({ mode: 'plan', inputs, switches }, async (context) => {
const { workingDirectory, config, names } = (0, read.K)({ ...inputs, INPUT_MODE: 'plan' });
const { env, scratch, signal, watchdog } = context;
context.log.end();
watchdog?.update({ during: '`init`' });
const workspace = (0, lib_workspace.OH)(process.cwd(), workingDirectory);
const limits = { scratch, signal, until: Date.now() + VALIDATORS_MS };
const validators = (0, external_validators.$)({ env, workspaceRoot: workspace.root, ...limits });
const force = switches.has('force');
const options = { config, names, force, preset: preset !== undefined, validators };
const prepared = await prepareInit(workspace, options);
const isDry = switches.has('dry-run');
const files = prepared.decisions.filter(isWrite).map(({ file }) => file);
if (!isDry)
(0, write_files.h)(workspace.root, files);
report(prepared, isDry);
return 0;
});
}
const VALIDATORS_MS = 120_000;
function report(prepared, isDry) {
const { decisions, found, notes, problems, skipped } = prepared;
const stream = isDry ? process.stderr : process.stdout;
const show = (text) => {
if (text !== '')
(0, print.y)(`\n${text}`, stream);
};
if (found) {
show((0, terminal_text.uW)('Found in this repository', rowsOf(foundRows(found))));
show((0, terminal_text.uW)('Proposed in monitoring.yml', rowsOf(proposalRows(found))));
}
showProblems('Not taken over, and what to decide', notes, stream);
show((0, terminal_text.uW)('Files', (0, terminal_text.YB)(decisions.map((decision) => fileRow(decision, isDry)))));
const isRead = process.stdout.isTTY;
const shown = decisions.filter((decision) => !isRead || dashboardIn(decision) === undefined);
if (isDry)
(0, print.y)(shown.map(patchOf).map(displayPatch).join(''), process.stdout);
const counts = `${(0, lib_text.U9)(problems.filter(isError).length, 'error')}, ${(0, lib_text.U9)(problems.filter((one) => !isError(one)).length, 'warning')}`;
if (problems.length > 0)
showProblems(`What plan says: ${counts}`, problems, stream);
else
show('What plan says: no findings');
show((0, terminal_text.uW)('Not checked', skipped.map(({ part, why }) => (0, terminal_text.wh)(`${part}: ${why}`))));
show((0, terminal_text.uW)('Next', nextSteps(prepared)));
}
const rowsOf = (rows) => (0, terminal_text.YB)(rows.map((row) => row.map((cell) => (0, terminal_text.wh)(cell))));
const isError = ({ severity }) => severity === 'error';
function showProblems(title, problems, stream) {
if (problems.length === 0)
return;
(0, print.y)(`\n${title}`, stream);
const log = (0, cli_log.d)(stream, { debug: false });
for (const problem of onceEach(problems))
log.problem(withCode(problem));
log.end();
}
const fileRow = (decision, isDry) => [
(0, terminal_text.wh)(decision.file.path),
RESULTS[decision.kind][isDry ? 1 : 0],
decision.kind === 'keep'
? KEPT_BECAUSE[decision.whose]
: isDry
? (0, terminal_text.wh)(dashboardIn(decision) ?? '')
: '',
];
function displayPatch(patch) {
if (!process.stdout.isTTY)
return patch;
return patch
.split('\n')
.map((line) => {
const safe = line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
const style = { '+': 'green', '-': 'red', '@': 'cyan' }[safe[0] ?? ''];
return style ? (0, external_node_util_.styleText)(style, safe, { stream: process.stdout }) : safe;
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
const withCode = (problem) => problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` };
function onceEach(problems) {
const key = ({ code, at, message }) => `${at?.file} ${code} ${message.replaceAll(/"[^"]*"|\d+/g, '\u2026')}`;
return [...Map.groupBy(problems, key).values()].flatMap(([first, ...others]) => {
if (!first || others.length === 0)
return first ?? [];
const lines = others.flatMap(({ at }) => (at ? String(at.line) : []));
return {
...first,
message: `${first.message} The same in line${lines.length > 1 ? 's' : ''} ${(0, lib_text.p_)(lines)}.`,
};
});
}
const KEPT_BECAUSE = {
unmanaged: 'it was not written by init; --force replaces it',
changed: 'it was changed since init wrote it; --force replaces it',
};
function nextSteps({ decisions, problems, configured, isComplete }) {
const kept = decisions.some(({ kind }) => kind === 'keep');
return [
...(isComplete
? []
: [
`Fill in the empty values of monitoring.yml: nothing in the repository says them. Then run again, for the files that are made from it: ${documentation.vl} init`,
]),
...(configured ? [] : ['Review monitoring.yml, and what was not taken over.']),
...(isComplete && problems.some(isError)
? ['Correct the errors above: files with errors cannot be deployed.']
: []),
...(kept ? [`Show how the kept files would change: ${documentation.vl} init --force --dry-run`] : []),
`Check everything, without secrets: ${documentation.vl} plan`,
'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
];
}
}),
29435: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (renderDockerfile)
});
const ALERTMANAGER_IMAGE = 'prom/alertmanager:v0.34.1@sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a';
const STAGE = `# alerts.notify: Alertmanager, and amtool to silence alerts with.
COPY --from=${ALERTMANAGER_IMAGE} /bin/alertmanager /bin/amtool /bin/

`;
const renderDockerfile = (template, alertmanager) => alertmanager ? template.replace(/^ENTRYPOINT /m, `${STAGE}ENTRYPOINT `) : template;
}),
27247: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
renderedFiles: () => (renderedFiles)
});
var __import_0__ = __webpack_require__(4805);
var __import_8__ = __webpack_require__(47817);
var __import_9__ = __webpack_require__(30170);
var __import_1__ = __webpack_require__(19149);
var __import_2__ = __webpack_require__(54721);
var __import_3__ = __webpack_require__(3181);
var __import_4__ = __webpack_require__(95312);
var __import_5__ = __webpack_require__(54879);
var __import_6__ = __webpack_require__(32391);
var __import_7__ = __webpack_require__(83052);
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
const REMOTE_WRITE = {
url: placeholder('GRAFANA_PROMETHEUS_URL'),
user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
const SHARD = { number: placeholder('SHARD'), hash: placeholder('SHARD_HASH') };
function renderedFiles(config, source, ownRules) {
if ((0, __import_8__.kk)(config.monitoring))
return [];
const rules = (0, __import_0__.yh)(config.monitoring)
? []
: [
{ path: __import_7__.MU, guestPath: __import_4__.es.rules },
...ownRules.map((path, i) => ({ path, guestPath: (0, __import_4__.Nv)(path, i).guestPath })),
];
const prometheus = (0, __import_4__.Be)(config, {
version: (0, __import_1__.q)(config.monitoring.image),
ruleFiles: rules.map(({ guestPath }) => guestPath),
remoteWrite: REMOTE_WRITE,
...((0, __import_9__.g)(config.monitoring) && { shard: SHARD }),
});
const { monitoring, alerts } = config;
const alertmanager = (alerts.notify ? (0, __import_2__.jI)(monitoring.app, alerts.notify, () => true) : []).map(({ name, ...file }) => ({ ...file, path: `${__import_7__.Ny}/${name}` }));
const flyToml = (0, __import_3__.Qn)(config, [
{ guestPath: GUEST_TEMPLATE, path: __import_7__.VM },
...rules,
...alertmanager,
]);
const files = {
[__import_7__.VM]: withIgnoreComment(prometheus),
...(rules.length > 0 && { [__import_7__.MU]: (0, __import_5__.a)(config, { remoteWrite: true }) }),
...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
[__import_7__.L_]: `${BY_HAND}${flyToml}`,
};
return Object.entries(files).map(([path, text]) => ({
path,
text: (0, __import_6__.E)(text, source),
executable: false,
}));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{(?:GRAFANA_PROMETHEUS_|SHARD\})/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);
}),
32051: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
c: () => (listOf),
t: () => (panelsIn)
});
var __import_0__ = __webpack_require__(91060);
const MAX_DEPTH = 10;
const panelsIn = (model, path = []) => panelsBelow(model, { path, depth: 0, repeatedFor: [] });
function panelsBelow(parent, { path, depth, repeatedFor }) {
if (depth > MAX_DEPTH)
return [];
return ['panels', 'rows'].flatMap((key) => {
let openRow = [];
return listOf(parent[key]).flatMap(({ value: panel, index }) => {
const isRow = key === 'rows' || panel.type === 'row';
const own = (0, __import_0__.tB)(panel.repeat) === '' ? [] : [(0, __import_0__.tB)(panel.repeat)];
if (isRow)
openRow = own;
const around = [...new Set([...repeatedFor, ...openRow, ...own])];
const here = [...path, key, index];
const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around });
return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner];
});
});
}
function listOf(value) {
if (!Array.isArray(value))
return [];
return value.flatMap((item, index) => ((0, __import_0__.OW)(item) ? [{ value: item, index }] : []));
}
}),
94892: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (commitOf),
fileAt: () => (fileAt),
k: () => (ignoredByGit),
nameBefore: () => (nameBefore),
revisionOf: () => (revisionOf)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(70662);
var __import_3__ = __webpack_require__(22499);
async function ignoredByGit(root, paths) {
const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
async function commitOf(folder) {
if (!(0, __import_0__.existsSync)((0, __import_1__.join)(folder, '.git')))
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
async function revisionOf(root, args, exists) {
if (exists !== undefined &&
(await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
async function fileAt(folder, commit, path) {
const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
return text === '' ? undefined : text;
}
async function nameBefore(folder, commit, path) {
const asked = ['diff-tree', '-r', '--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z'];
const parts = (await git(folder, [...asked, commit, 'HEAD'])).split('\0');
const at = parts.findIndex((part, i) => i % 3 === 2 && part === path);
return at < 0 ? undefined : parts[at - 1];
}
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
async function git(folder, args, stdin = '') {
const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
const binary = (0, __import_3__.Kp)('git', places);
if (binary === undefined)
return '';
const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
const result = await (0, __import_2__.runProcess)({
binary,
argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
env: { ...Object.fromEntries(own), PATH: (0, __import_3__.zu)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
cwd: '/',
stdin,
timeoutMs: TIMEOUT_MS,
}).catch(() => undefined);
return result?.exitCode === 0 ? result.stdout : '';
}
function inFours([source, line, pattern, path, ...rest]) {
if (path === undefined)
return [];
const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
return [...found, ...inFours(rest)];
}
}),
70662: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
runProcess: () => (runProcess)
});
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var external_node_string_decoder_ = __webpack_require__(46193);
;
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
var process_family = __webpack_require__(78430);
;
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
const FINISH_MS = 2_500;
const POLL_MS = 50;
const PIPES_MS = 2_000;
const OUTPUT_LIMIT = 64 * 1024 * 1024;
async function runProcess(call) {
const started = performance.now();
const family = (0, process_family.rz)();
const child = (0, external_node_child_process_.spawn)(call.binary, call.argv, {
env: { ...call.env, ...family.mark },
cwd: call.cwd,
stdio: 'pipe',
detached: true,
});
family.leads(child.pid);
const stopping = stoppingOf(family, call);
const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
child.stdin.on('error', () => undefined);
if (!call.keepsStdin)
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
function stoppingOf(family, { timeoutMs, signal, mayFinish }) {
let why;
let killAt = 0;
const timers = [];
const stop = (reason, lateMs = 0) => {
if (why)
return;
why = reason;
killAt = performance.now() + KILL_MS - lateMs;
family.signal('SIGINT');
timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS - lateMs), setTimeout(() => family.kill(), KILL_MS - lateMs));
};
const cancel = () => {
if (mayFinish)
timers.push(setTimeout(() => stop('cancelled', FINISH_MS), FINISH_MS));
else
stop('cancelled');
};
timers.push(setTimeout(() => stop('deadline'), timeoutMs));
signal?.addEventListener('abort', cancel, { once: true });
if (signal?.aborted)
cancel();
return {
stop,
why: () => why,
end: async () => {
while (performance.now() < killAt && family.isAlive())
await (0, promises_.setTimeout)(POLL_MS);
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
}),
75289: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (writeFiles)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(73024);
var __import_2__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(61469);
function writeFiles(root, files) {
const problems = files.flatMap(({ path }) => outOfPlace(root, path));
if (problems.length > 0)
throw new __import_3__.lZ('configuration', problems);
for (const { path, text, executable } of files) {
const target = (0, __import_2__.join)(root, path);
try {
(0, __import_1__.mkdirSync)((0, __import_2__.dirname)(target), { recursive: true });
replaceFile(target, text, executable);
}
catch (error) {
throw new __import_3__.lZ('configuration', [writeProblem(path, `cannot be written: ${(0, __import_3__.bD)(error)}`)]);
}
}
}
function outOfPlace(root, path) {
const folder = existingParent((0, __import_2__.dirname)((0, __import_2__.join)(root, path)));
const real = (0, __import_1__.realpathSync)(folder);
if (real !== root && !real.startsWith(root + __import_2__.sep))
return [writeProblem(path, 'leads outside of the repository')];
return (0, __import_1__.statSync)(real).isDirectory()
? []
: [writeProblem(path, `cannot be written: ${(0, __import_2__.relative)(root, real)} is not a folder`)];
}
function replaceFile(target, text, executable) {
const fresh = (0, __import_2__.join)((0, __import_2__.dirname)(target), `.${(0, __import_0__.randomBytes)(6).toString('hex')}.tmp`);
try {
(0, __import_1__.writeFileSync)(fresh, text, { flag: 'wx' });
if (executable)
(0, __import_1__.chmodSync)(fresh, 0o755);
(0, __import_1__.renameSync)(fresh, target);
}
finally {
(0, __import_1__.rmSync)(fresh, { force: true });
}
}
function existingParent(path) {
return (0, __import_1__.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0, __import_2__.dirname)(path));
}
const writeProblem = (path, message) => ({
code: 'file-not-written',
severity: 'error',
message: `${path} ${message}.`,
hint: 'Its parent must be a folder of the repository that is writable.',
});
})
};

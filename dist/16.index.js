export const id = 16;
export const ids = [16];
export const modules = {
36303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bi: () => (missingFile),
Xg: () => (readConfig),
TD: () => (readConfiguration),
MI: () => (throwIfAny)
});
var errors = __webpack_require__(61469);
var redact = __webpack_require__(67209);
var lib_workspace = __webpack_require__(40493);
var gaps = __webpack_require__(95142);
var load = __webpack_require__(35235);
var missing_configuration = __webpack_require__(19988);
;
function conflictingNames(names, file) {
const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
return given.map((name) => ({
code: 'input/name-conflict',
severity: 'error',
message: `Input ${name} is for use without a configuration file, and ${file} exists.`,
hint: `Set the name in ${file} and remove the input.`,
}));
}
var preset = __webpack_require__(21356);
;
function throwIfAny(problems) {
if (problems.length > 0)
throw new errors.lZ('configuration', problems);
}
function readConfiguration(workspace, { config: { path, explicit }, names }) {
const name = (0, lib_workspace.SH)(workspace, path);
const failed = (problems) => ({ config: undefined, source: undefined, problems });
let source;
try {
source = (0, lib_workspace.yR)(workspace, path);
if (!source && explicit)
return failed([missingFile(name, 'Input config names it.')]);
if (!source && !(0, missing_configuration.ax)(workspace, names))
return failed([(0, missing_configuration.Uh)(workspace, path)]);
const others = source ? (0, missing_configuration.Jb)(source) : [];
if (others.length > 0)
return failed(others);
const config = source ? (0, load.Z9)(source.text, source.file) : (0, load.o4)((0, preset.u)(names));
return { config, source, problems: source ? conflictingNames(names, source.file) : [] };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const at = (0, lib_workspace.j6)(workspace, path) ? { file: name, line: 1, column: 1 } : undefined;
const incomplete = source && (0, gaps.y)(source.text, source.file);
return {
...failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem }))),
...(incomplete && source && { incomplete: { config: incomplete, source } }),
};
}
}
function readConfig(inputs, root) {
const workspace = (0, lib_workspace.OH)(root, inputs.workingDirectory);
const { config, source, problems } = readConfiguration(workspace, inputs);
if (!config)
throw new errors.lZ('configuration', problems);
const { monitoring, apps, services } = config;
(0, redact.iC)([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)]);
return { workspace, config, source, problems };
}
function missingFile(file, hint) {
return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint };
}
}),
93601: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ac: () => (VARIABLE_KEYS),
YN: () => (credentialsOf),
bv: () => (variable),
cU: () => (credentialsShape),
rt: () => (credentialVariables)
});
var __import_3__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(43636);
var __import_1__ = __webpack_require__(34061);
var __import_2__ = __webpack_require__(61983);
const VARIABLE_KEYS = ['credentials_env', 'password_env'];
const LONGEST_WORD = 16;
const looksLikeName = (text) => text.length <= 64 && (text.includes('_') || !/\d/.test(text) || text.length < LONGEST_WORD);
const variable = __import_3__.FsL((0, __import_2__.wC)(/^[A-Z_][A-Z0-9_]*$/, 'is not the name of an environment variable'), __import_3__.z6Y(looksLikeName, 'is not the name of an environment variable'), __import_3__.z6Y((name) => !(0, __import_0__.XK)(name), 'is a variable of the system or of this action'));
const credentialsShape = {
authorization: __import_3__.lqM(__import_3__.FsL(__import_3__.rej({
type: __import_3__.FsL(__import_3__.lqM((0, __import_2__.wC)(/^[A-Za-z][\w-]*$/, 'is not an authentication scheme such as Bearer'), 'Bearer'), __import_3__.z6Y((type) => type.toLowerCase() !== 'basic', 'needs basic_auth instead'), __import_3__.h_('Authentication scheme.')),
credentials_env: __import_3__.FsL(variable, __import_3__.h_('Name of the environment variable with the token, such as METRICS_TOKEN.')),
}), __import_3__.h_('The scrape sends the header Authorization, with a token from the environment of the deploy.'))),
basic_auth: __import_3__.lqM(__import_3__.FsL(__import_3__.rej({
username: __import_3__.FsL(__import_2__.Bq, __import_3__.yGV(/^[^:\r\n]+$/, 'has a ":" or a line break')),
password_env: __import_3__.FsL(variable, __import_3__.h_('Name of the environment variable with the password, such as METRICS_PASSWORD.')),
}), __import_3__.h_('The scrape sends a user and a password, with the password from the environment of the deploy.'))),
};
const shape = __import_3__.rej(credentialsShape);
function credentialsOf({ authorization, basic_auth, }) {
if (authorization)
return { key: 'authorization', variable: authorization.credentials_env };
return basic_auth && { key: 'basic_auth', variable: basic_auth.password_env };
}
const credentialVariables = ({ services, remote_write: targets, monitoring, }) => [
...new Set([
...services.flatMap((service) => credentialsOf(service)?.variable ?? []),
...targets.flatMap((target) => target.password_env ?? []),
...(monitoring.fly_metrics || monitoring.engine === 'fly' ? [__import_1__.QY] : []),
]),
];
}),
16555: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (checkReferences),
X: () => (isPlainPrometheus)
});
var similar_name = __webpack_require__(9689);
var lib_text = __webpack_require__(94869);
var fly_series = __webpack_require__(34061);
var prometheus = __webpack_require__(10980);
var schema_issues = __webpack_require__(25201);
;
function engineConflicts({ monitoring, alerts }) {
if (monitoring.engine !== 'agent')
return [];
const { replicas, retention } = monitoring;
return [
...(alerts.notify === undefined ? [] : [NO_ALERTMANAGER]),
...(typeof replicas === 'number' && replicas > 1 ? [DOUBLED] : []),
...(retention === undefined ? [] : [NO_RETENTION]),
];
}
const conflict = (path, message, hint) => (0, schema_issues.NC)(path, 'config/agent-conflict', message, hint, 'key');
const NO_ALERTMANAGER = conflict(['alerts', 'notify'], 'alerts.notify and `engine: agent` cannot be combined: an agent evaluates no rules, so the Alertmanager next to it would never get an alert.', 'Remove `alerts.notify`, and let Grafana evaluate the rules and notify people (inputs grafana-url and grafana-api-key; `alerts.receiver` names a contact point). Or use `engine: server`.');
const DOUBLED = conflict(['monitoring', 'replicas'], 'monitoring.replicas and `engine: agent` cannot be combined: both replicas would send every sample, and every sum in the store would be twice as high.', 'Remove `replicas`: while the agent is replaced there is a gap of some seconds. Or use `engine: server`, where each replica keeps its own samples.');
const NO_RETENTION = conflict(['monitoring', 'retention'], 'monitoring.retention has no effect with `engine: agent`: the store decides how long samples are kept.', 'Remove it, and set the retention at the store.');
;
function flyEngineConflicts({ monitoring, services, alerts, slos, targets, }) {
if (monitoring.engine !== 'fly')
return [];
return [
...present(monitoring, MONITORING, ['monitoring']),
...services.flatMap((service, i) => [
...(service.discovery === 'static' ? [notOnFly(service, ['services', i, 'discovery'])] : []),
...present(service, SERVICE, ['services', i]),
]),
...severalPorts(services),
...present(alerts, ALERTS, ['alerts']),
...(slos.length > 0 ? [NO_OBJECTIVES] : []),
...(targets.length > 0 ? [NO_REMOTE_WRITE] : []),
];
}
const fly_engine_conflicts_conflict = (path, message, hint) => (0, schema_issues.NC)(path, 'config/fly-engine', message, hint, 'key');
const OR_SERVER = 'Remove it, or use `engine: server`, which runs a Prometheus of your own.';
const present = (section, reasons, path) => Object.entries(reasons).flatMap(([key, why]) => section[key] === undefined || section[key] === false
? []
: fly_engine_conflicts_conflict([...path, key], `${textOf(path)}.${key} and \`engine: fly\` cannot be combined: ${why}.`, OR_SERVER));
const textOf = (path) => path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join('');
const NO_MACHINE = 'no Prometheus is deployed, so there is no machine and no volume of it';
const MONITORING = {
replicas: "Fly's Prometheus is a cluster that Fly runs; there is no machine to double",
shards: "Fly's Prometheus is a cluster that Fly runs; there is nothing to divide",
region: NO_MACHINE,
regions: NO_MACHINE,
access: 'no Prometheus of yours has an address; Fly answers those who have a token of the organization',
scrape_interval: 'Fly scrapes every 15 s',
retention: 'Fly decides how long samples are kept (about 15 days)',
volume: NO_MACHINE,
vm: NO_MACHINE,
image: NO_MACHINE,
fly_metrics: "Fly's own series are in the same Prometheus already",
};
const NO_CREDENTIALS = "Fly's scraper sends no credentials, so it could not read the page";
const BY_FLY = 'Fly decides how it scrapes, and stores what it gets';
const SERVICE = {
authorization: NO_CREDENTIALS,
basic_auth: NO_CREDENTIALS,
tls_config: "Fly's scraper has no settings for certificates",
labels: "Fly's scraper adds its own labels (app, region, host, instance) and no others",
scrape_interval: 'Fly scrapes every 15 s',
scrape_timeout: BY_FLY,
sample_limit: BY_FLY,
keep: BY_FLY,
drop: BY_FLY,
};
const ALERTS = {
notify: 'there is no Alertmanager next to it. Grafana evaluates the rules and notifies people (inputs grafana-url and grafana-api-key; `alerts.receiver` names a contact point)',
};
const NO_OBJECTIVES = fly_engine_conflicts_conflict(['slos'], 'slos and `engine: fly` cannot be combined: an error budget needs recorded series, and no rule is evaluated there; samples also become fewer with age.', OR_SERVER);
const NO_REMOTE_WRITE = fly_engine_conflicts_conflict(['remote_write'], 'remote_write and `engine: fly` cannot be combined: Fly sends its samples nowhere.', OR_SERVER);
const notOnFly = ({ name }, path) => fly_engine_conflicts_conflict(path, `Service ${(0, schema_issues.Hx)(name)} does not run on Fly: Fly's Prometheus scrapes only machines of the organization.`, 'Remove the service, or use `engine: server`, which scrapes any address.');
function severalPorts(services) {
return services.flatMap((service, i) => {
const other = services.slice(0, i).find((one) => sharesMachines(one, service));
if (!other || service.app === undefined)
return [];
return [
fly_engine_conflicts_conflict(['services', i, 'port'], `Services ${(0, schema_issues.Hx)(other.name)} and ${(0, schema_issues.Hx)(service.name)} run on the same machines of ${(0, schema_issues.Hx)(service.app)}: Fly scrapes one port of each machine.`, 'Give each service a process group of its own (`[processes]` in fly.toml, `process` of the service), or serve one page that has the metrics of both. Or use `engine: server`, which scrapes every port.'),
];
});
}
const sharesMachines = (one, other) => one.app === other.app &&
one.discovery !== 'static' &&
other.discovery !== 'static' &&
!(one.port === other.port && one.process === other.process) &&
(one.process === undefined || other.process === undefined || one.process === other.process);
;
const machineConflicts = (monitoring) => [
...oneRegionEach(monitoring),
...reachableReplicas(monitoring),
...shardConflicts(monitoring),
];
function oneRegionEach({ replicas = 1, region, regions }) {
if (!Array.isArray(regions))
return [];
const path = ['monitoring', 'regions'];
if (typeof replicas === 'number' && regions.length !== replicas)
return [
(0, schema_issues.NC)(path, 'config/replica-regions', `monitoring.regions has ${(0, lib_text.U9)(regions.length, 'region')}, and monitoring.replicas is ${replicas}.`, 'Give one region for each replica, or leave `regions` out: then all replicas are in `region`.'),
];
if (region === undefined || region === regions[0])
return [];
return [
(0, schema_issues.NC)(path, 'config/replica-regions', `monitoring.region is ${(0, schema_issues.Hx)(region)}, and monitoring.regions begins with ${(0, schema_issues.Hx)(regions[0])}.`, 'Remove `region`: `regions` says where each replica is.'),
];
}
function reachableReplicas(monitoring) {
const key = ['replicas', 'shards'].find((one) => isSeveral(monitoring[one]));
if (monitoring.access !== 'private' || key === undefined)
return [];
const message = `monitoring.${key} and \`access: private\` cannot be combined.`;
const hint = "Use `access: password`: each machine is verified by its name, which only Fly's proxy for public addresses passes on.";
return [(0, schema_issues.NC)(['monitoring', key], 'config/private-replicas', message, hint, 'key')];
}
const isSeveral = (number) => typeof number === 'number' && number > 1;
function shardConflicts({ shards, engine = 'server' }) {
if (!isSeveral(shards) || engine === 'agent')
return [];
const message = `monitoring.shards is ${shards}, which needs \`engine: agent\`; monitoring.engine is ${(0, schema_issues.Hx)(engine)}.`;
const hint = 'Set `engine: agent` and `remote_write`: each shard has only a part of the data, so panels and rules need a store that has all of it. Or leave `shards` out, and use a larger `vm`.';
return [(0, schema_issues.NC)(['monitoring', 'shards'], 'config/shards-without-agent', message, hint, 'key')];
}
function noMonitoringApp({ app, engine }) {
if (app !== undefined || engine === 'fly')
return [];
const message = 'monitoring.app is missing.';
return [
(0, schema_issues.NC)(['monitoring', 'app'], 'config/missing-key', message, 'Add monitoring.app: it has no default.'),
];
}
var plain_http = __webpack_require__(40561);
var remote_write = __webpack_require__(88679);
;
function remoteWriteConflicts(targets) {
const names = new Set();
return targets.flatMap((one, i) => [
...nameTaken(one, names, ['remote_write', i]),
...halfCredentials(one, ['remote_write', i]),
...secretInTheOpen(one, ['remote_write', i]),
]);
}
function nameTaken({ name, url }, names, path) {
if (typeof url !== 'string' || !(name === undefined || typeof name === 'string'))
return [];
const own = (0, remote_write.je)({ name, url });
const isFirst = !names.has(own);
names.add(own);
if (isFirst)
return [];
const message = `Two targets of remote_write have the name ${(0, schema_issues.Hx)(own)}${name === undefined ? ', the host of their url' : ''}.`;
return [
(0, schema_issues.NC)(path, 'config/duplicate-name', message, 'Give each of them a name of its own with the key name.'),
];
}
function halfCredentials({ user, password_env: key }, path) {
if ((user === undefined) === (key === undefined))
return [];
const missing = user === undefined ? 'user' : 'password_env';
const where = `remote_write[${String(path[1])}].${missing}`;
const hint = `Add ${missing}, or remove the other one: a server without basic auth needs neither.`;
return [
(0, schema_issues.NC)(path, 'config/missing-key', `${where} is missing: user and password_env belong together.`, hint),
];
}
function secretInTheOpen(one, path) {
if (one.password_env === undefined)
return [];
return ['url', 'query_url'].flatMap((key) => {
const given = one[key];
const url = typeof given === 'string' ? URL.parse(given) : null;
if (url?.protocol !== 'http:' || (0, plain_http.Si)(url.hostname))
return [];
return [
(0, schema_issues.NC)([...path, key], 'config/credentials-over-http', `The key is sent over plain HTTP to ${(0, schema_issues.Hx)(url.host)}: anyone on the network path could read it.`, "Use https://. Plain HTTP is accepted for Fly's private network (.internal, .flycast, fdaa:\u2026) and for localhost."),
];
});
}
var duration = __webpack_require__(39386);
var scrape_options = __webpack_require__(73016);
;
function scrapeConflicts(service, monitoring, path) {
return [
...reservedLabels(service, path),
...timeoutTooLong(service, monitoring, path),
...tlsWithoutHttps(service, path),
...credentialConflicts(service, path),
];
}
function reservedLabels({ labels }, path) {
if (labels === null || typeof labels !== 'object' || Array.isArray(labels))
return [];
return Object.keys(labels)
.filter((name) => scrape_options.tE.includes(name) || name.startsWith('__'))
.map((name) => (0, schema_issues.NC)([...path, 'labels', name], 'config/reserved-label', `The label ${(0, schema_issues.Hx)(name)} is reserved: Prometheus or this action sets it.`, 'Choose another name.', 'key'));
}
function timeoutTooLong(service, monitoring, path) {
const text = (value) => (typeof value === 'string' ? value : undefined);
const timeout = text(service.scrape_timeout);
if (timeout === undefined)
return [];
const { interval } = (0, scrape_options.nZ)({ scrape_interval: text(service.scrape_interval) }, { scrape_interval: text(monitoring.scrape_interval) ?? '15s' });
const [longest, given] = [(0, duration.E)(interval), (0, duration.E)(timeout)];
if (longest === undefined || given === undefined || given <= longest)
return [];
return [
(0, schema_issues.NC)([...path, 'scrape_timeout'], 'config/scrape-timeout', `The scrape timeout ${timeout} is longer than the scrape interval ${interval}.`, `Use a timeout of at most ${interval}, or set a longer scrape_interval for this service.`),
];
}
function tlsWithoutHttps(service, path) {
if (service.tls_config === undefined || service.scheme === 'https')
return [];
return [
(0, schema_issues.NC)([...path, 'tls_config'], 'config/tls-without-https', 'tls_config has no effect: the service is scraped over HTTP.', 'Set scheme: https, or remove tls_config.', 'key'),
];
}
function credentialConflicts(service, path) {
const [key, other] = ['authorization', 'basic_auth'].filter((one) => service[one] !== undefined);
if (key === undefined)
return [];
const both = other === undefined ? [] : [bothKinds([...path, other])];
const open = service.scheme === 'https' ? undefined : publicAddressOf(service);
return open === undefined ? both : [...both, scrape_conflicts_secretInTheOpen([...path, key], key, open)];
}
const bothKinds = (path) => (0, schema_issues.NC)(path, 'config/two-credentials', 'authorization and basic_auth are both set: Prometheus sends only one of them.', 'Remove one of the two.', 'key');
const scrape_conflicts_secretInTheOpen = (path, key, address) => (0, schema_issues.NC)(path, 'config/credentials-over-http', `${key} is sent over plain HTTP to ${(0, schema_issues.Hx)(address)}: anyone on the network path could read the secret.`, "Set scheme: https. Plain HTTP is accepted for Fly's private network (.internal, .flycast, fdaa:\u2026) and for localhost.", 'key');
function publicAddressOf({ addresses }) {
if (!Array.isArray(addresses))
return undefined;
return addresses.find((one) => typeof one === 'string' && !(0, plain_http.Si)(URL.parse(`http://${one}`)?.hostname ?? ''));
}
var slo_schema = __webpack_require__(40231);
;
function checkSlos(slos, services) {
const names = new Set();
return slos.flatMap((slo, i) => {
const path = ['slos', i];
const service = services.find(({ name }) => name === slo.service);
const issues = [...kindOf(slo, path), ...slos_nameTaken(slo, names, path)];
if (typeof slo.service !== 'string')
return issues;
return service
? [...issues, ...metricOf(slo, service, path)]
: [...issues, ...unknownService(slo.service, services, path)];
});
}
function kindOf(slo, path) {
const given = ['errors', 'slower_than'].filter((key) => slo[key] !== undefined);
if (given.length === 1)
return [];
const message = given.length === 0
? `slos[${String(path[1])}] does not say which events failed: errors and slower_than are both missing.`
: `slos[${String(path[1])}] has both errors and slower_than.`;
const hint = 'Use errors: \'status=~"5.."\' for failed events, or slower_than: 500ms for slow ones; not both.';
return [(0, schema_issues.NC)(path, 'config/value', message, hint)];
}
function slos_nameTaken(slo, names, path) {
const name = (0, slo_schema._)(slo);
const isTaken = names.has(name);
names.add(name);
if (!isTaken)
return [];
const message = `Objective ${(0, schema_issues.Hx)(name)} exists twice.`;
return [(0, schema_issues.NC)(path, 'config/duplicate-name', message, 'Give one of the two another name.')];
}
const MOST_NAMED = 10;
function unknownService(service, services, path) {
const known = services.map(({ name }) => String(name));
const message = `slos[${String(path[1])}].service is ${(0, schema_issues.Hx)(service)}, which is not one of services.`;
const hint = (0, similar_name.au)(service, known) ?? `Use one of: ${(0, lib_text.H$)(known, MOST_NAMED)}.`;
return [(0, schema_issues.NC)([...path, 'service'], 'config/value', message, hint)];
}
const typeOf = (entry) => typeof entry === 'object' && entry !== null ? entry.type : entry;
function metricOf(slo, service, path) {
if (typeof slo.of !== 'string')
return [];
const metrics = (typeof service.metrics === 'object' && service.metrics !== null ? service.metrics : {});
const subject = `slos[${String(path[1])}].of is ${(0, schema_issues.Hx)(slo.of)}`;
const at = [...path, 'of'];
if (!Object.hasOwn(metrics, slo.of)) {
const message = `${subject}, which service ${(0, schema_issues.Hx)(service.name)} does not declare in metrics.`;
const hint = (0, similar_name.au)(slo.of, Object.keys(metrics)) ?? 'Declare it, with its type.';
return [(0, schema_issues.NC)(at, 'config/value', message, hint)];
}
const type = typeOf(metrics[slo.of]);
const fitting = slo.slower_than === undefined ? ['counter', 'histogram', 'summary'] : ['histogram'];
if (fitting.includes(String(type)))
return [];
const message = `${subject}, a ${String(type)}: ${slo.slower_than === undefined ? 'it does not count events' : 'only a histogram knows how many events took longer'}.`;
return [(0, schema_issues.NC)(at, 'config/value', message, `Use a ${fitting.join(', or a ')} of the service.`)];
}
;
function checkReferences(value) {
const { monitoring, apps, services, alerts, slos, targets } = loosely(value);
const appNames = new Set(texts(apps.map(({ app }) => app)));
const suggested = [...appNames].slice(0, MOST_COMPARED);
const ports = new Map();
const pages = new Map();
return [
...duplicates('App', apps.map(({ app }) => app), (i) => ['apps', i, 'app']),
...duplicates('Service', services.map(({ name }) => name), (i) => ['services', i, 'name']),
...services.flatMap((service, i) => [
...(isKnown(service, appNames) ? [] : unknownApp(service, suggested, ['services', i, 'app'])),
...portTaken(service, ports, ['services', i, 'port']),
...addressTaken(service, pages, ['services', i, 'addresses']),
...reservedName(service, { alerts, monitoring }, ['services', i, 'name']),
...scrapeConflicts(service, monitoring, ['services', i]),
]),
...apps.flatMap(rollbackOfNothing),
...(isGiven(value) ? noMonitoringApp(monitoring) : []),
...monitoringApp(monitoring, appNames),
...(monitoring.engine === 'fly' ? [] : [plainImage, machineConflicts].flatMap((of) => of(monitoring))),
...notifiedTwice(alerts),
...engineConflicts({ monitoring, alerts }),
...flyEngineConflicts({ monitoring, services, alerts, slos, targets }),
...checkSlos(slos, services),
...remoteWriteConflicts(targets),
];
}
function loosely(value) {
const map = (v) => (isMap(v) ? v : {});
const list = (v) => (Array.isArray(v) ? v.map(map) : []);
const top = map(value);
return {
monitoring: map(top.monitoring),
apps: list(top.apps),
services: list(top.services),
alerts: map(top.alerts),
slos: list(top.slos),
targets: list(top.remote_write),
};
}
const texts = (values) => values.filter((v) => typeof v === 'string');
function duplicates(what, names, path) {
const seen = new Set();
return names.flatMap((name, i) => {
const isFirst = !seen.has(name);
seen.add(name);
if (isFirst || typeof name !== 'string')
return [];
const message = `${what} ${(0, schema_issues.Hx)(name)} exists twice.`;
return (0, schema_issues.NC)(path(i), 'config/duplicate-name', message, 'Remove or rename one of the two.');
});
}
const MOST_COMPARED = 100;
const cross_references_MOST_NAMED = 10;
const isKnown = ({ app }, apps) => typeof app !== 'string' || apps.has(app);
function unknownApp(service, apps, path) {
const message = `Service ${(0, schema_issues.Hx)(service.name)} belongs to app ${(0, schema_issues.Hx)(service.app)}, which is not in apps.`;
const hint = (0, similar_name.au)(String(service.app), apps) ??
`Add it to apps${apps.length > 0 ? `, or use one of: ${(0, lib_text.H$)(apps, cross_references_MOST_NAMED)}` : ''}.`;
return [(0, schema_issues.NC)(path, 'config/unknown-app', message, hint)];
}
function portTaken(service, taken, path) {
const key = JSON.stringify([service.app, service.port, service.process]);
const twin = taken.get(key);
if (!twin)
taken.set(key, service);
if (!twin || service.port === undefined)
return [];
const message = `Services ${(0, schema_issues.Hx)(twin.name)} and ${(0, schema_issues.Hx)(service.name)} both use port ${(0, schema_issues.Hx)(service.port)} of app ${(0, schema_issues.Hx)(service.app)}.`;
return [(0, schema_issues.NC)(path, 'config/duplicate-port', message, 'Give each service of an app its own port.')];
}
function addressTaken(service, taken, path) {
if (!Array.isArray(service.addresses))
return [];
return service.addresses.flatMap((address, i) => {
if (typeof address !== 'string')
return [];
const key = JSON.stringify([address.toLowerCase(), service.path ?? '/metrics']);
const twin = taken.get(key);
if (!twin)
taken.set(key, service);
if (!twin)
return [];
const of = twin === service ? 'twice' : `also by service ${(0, schema_issues.Hx)(twin.name)}`;
const message = `The address ${(0, schema_issues.Hx)(address)} is scraped ${of}.`;
return [
(0, schema_issues.NC)([...path, i], 'config/duplicate-address', message, 'Remove one of the two, or give them different paths.'),
];
});
}
function reservedName(service, { alerts, monitoring }, path) {
const reserved = new Map([
[prometheus.gu, 'itself'],
...(alerts.notify === undefined
? []
: [[prometheus.cZ, 'the Alertmanager of alerts.notify']]),
...(monitoring.fly_metrics === true ? [[fly_series.Mw, "Fly's managed Prometheus"]] : []),
]);
const what = reserved.get(service.name);
if (what === undefined)
return [];
const message = `The service name ${(0, schema_issues.Hx)(service.name)} is reserved: Prometheus scrapes ${what} under it.`;
return [(0, schema_issues.NC)(path, 'config/reserved-name', message, 'Choose another name.')];
}
function rollbackOfNothing(app, i) {
if (app.deploy !== false || app.rollback_on_failure !== true)
return [];
const message = `apps[${i}].rollback_on_failure has no effect with deploy: false: an app that is not deployed here is not rolled back.`;
return [
(0, schema_issues.NC)(['apps', i, 'rollback_on_failure'], 'config/value', message, 'Remove one of the two.', 'key'),
];
}
const isGiven = (value) => isMap(value) && isMap(value.monitoring);
const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
function monitoringApp(monitoring, apps) {
if (typeof monitoring.app !== 'string' || !apps.has(monitoring.app))
return [];
const message = `monitoring.app ${(0, schema_issues.Hx)(monitoring.app)} is also one of apps.`;
return [
(0, schema_issues.NC)(['monitoring', 'app'], 'config/monitoring-app', message, 'Choose another name: Prometheus needs its own app.'),
];
}
function notifiedTwice({ receiver, notify }) {
if (receiver === undefined || notify === undefined)
return [];
const message = 'alerts.notify and alerts.receiver are both set: the Alertmanager and Grafana would notify people twice of every alert.';
return [(0, schema_issues.NC)(['alerts', 'notify'], 'config/notified-twice', message, 'Remove one of the two.', 'key')];
}
function plainImage(monitoring) {
if (!isPlainPrometheus(String(monitoring.image ?? '')))
return [];
const message = 'monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume.';
const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.';
return [(0, schema_issues.NC)(['monitoring', 'image'], 'config/plain-image', message, hint)];
}
const isPlainPrometheus = (image) => /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/.test(image);
}),
47817: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UO: () => (writtenByFly),
kk: () => (isOnFlysPrometheus),
rH: () => (hasFlySeries)
});
const isOnFlysPrometheus = ({ engine }) => engine === 'fly';
const hasFlySeries = (monitoring) => monitoring.fly_metrics === true || isOnFlysPrometheus(monitoring);
function writtenByFly({ monitoring }, { remoteWrite }, locate) {
if (!isOnFlysPrometheus(monitoring) || !remoteWrite)
return [];
const at = locate();
return [
{
...{ code: 'config/fly-engine', severity: 'error', ...(at && { at }) },
message: 'The inputs grafana-prometheus-url, -user and -api-key and `engine: fly` cannot be combined: Fly sends its samples nowhere.',
hint: 'Remove the inputs, or use `engine: server`.',
},
];
}
}),
95142: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
s: () => (isPortOpen),
y: () => (configWithGaps)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(35235);
const STAND_INS = { port: 1, region: 'fra' };
const isPortOpen = ({ port }) => port === STAND_INS.port;
function configWithGaps(text, file) {
try {
const gaps = { found: false };
const filled = filledIn((0, __import_1__.Mn)(text, file), gaps);
return gaps.found ? (0, __import_1__.z6)(filled).config : undefined;
}
catch (error) {
if (error instanceof __import_0__.lZ)
return undefined;
throw error;
}
}
function filledIn(value, gaps) {
if (Array.isArray(value))
return value.map((item) => filledIn(item, gaps));
if (value === null || typeof value !== 'object')
return value;
return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
if (inner !== null || !Object.hasOwn(STAND_INS, key))
return [key, filledIn(inner, gaps)];
gaps.found = true;
return [key, STAND_INS[key]];
}));
}
}),
35235: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Mn: () => (configValue),
Z9: () => (loadConfig),
_C: () => (locateIn),
o4: () => (parseConfig),
z6: () => (check)
});
var __import_5__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(38815);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(16555);
var __import_3__ = __webpack_require__(36176);
var __import_4__ = __webpack_require__(25201);
const MAX_BYTES = 100_000;
function loadConfig(text, file) {
const { document, at } = readDocument(text, file);
return parseConfig(plainValue(document, file), locator(document, at));
}
const configValue = (text, file) => plainValue(readDocument(text, file).document, file);
function readDocument(text, file) {
if (Buffer.byteLength(text) > MAX_BYTES)
throw invalid([
{
code: 'config/too-large',
severity: 'error',
at: { file, line: 1, column: 1 },
message: `${file} is larger than 100 kB.`,
hint: 'A configuration file is a page of text. Is this the right file?',
},
]);
const { document, at } = parsed(text, file);
if (document.errors.length > 0)
throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))));
return { document, at };
}
function locateIn({ text, file }) {
let locate;
return (path, what) => {
if (!locate) {
const { document, at } = parsed(text, file);
locate = locator(document, at);
}
return locate(path, what);
};
}
function parsed(text, file) {
const lines = new __import_0__.HN();
const document = (0, __import_0__.Tp)(text.replace(/^\uFEFF/, ''), {
lineCounter: lines,
prettyErrors: false,
resolveKnownTags: false,
uniqueKeys: false,
});
(0, __import_0__.YR)(document, { Map: (_, map) => void document.errors.push(...keysThatAreTwice(map)) });
const at = (offset) => {
const { line, col } = lines.linePos(offset);
return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
};
return { document, at };
}
function keysThatAreTwice({ items }) {
const seen = new Set();
return items.flatMap(({ key }) => {
if (!(0, __import_0__.jn)(key) || !key.range)
return [];
const isFirst = !seen.has(key.value);
seen.add(key.value);
const [from, to] = key.range;
return isFirst ? [] : new __import_0__.XT([from, to], 'DUPLICATE_KEY', 'Map keys must be unique');
});
}
function check(value) {
const result = (0, __import_5__.xLC)(__import_3__.Q, value, { abortPipeEarly: true });
const issues = [...(0, __import_4__.ge)(result.issues ?? [], value), ...(0, __import_2__.$)(value)];
return result.success && issues.length === 0 ? { config: result.output, issues } : { issues };
}
function parseConfig(value, locate = () => undefined) {
const { config, issues } = check(value);
if (config)
return config;
throw invalid(issues.map(({ path, what, ...issue }) => {
const at = locate(path, what);
return { ...issue, severity: 'error', ...(at && { at }) };
}));
}
function invalid(problems) {
const line = (p) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0);
return new __import_1__.lZ('configuration', problems.toSorted((a, b) => line(a) - line(b)));
}
function plainValue(document, file) {
try {
const value = document.toJS({ maxAliasCount: 50 });
if (leadsBack(value, []))
throw new Error('an alias leads back to what it is in');
return value;
}
catch (cause) {
const problem = {
code: 'config/aliases',
severity: 'error',
at: { file, line: 1, column: 1 },
message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
hint: 'Write the values out instead of repeating them with & and *.',
};
throw new __import_1__.lZ('configuration', [problem], { cause });
}
}
const leadsBack = (value, above) => value !== null &&
typeof value === 'object' &&
(above.includes(value) || Object.values(value).some((inner) => leadsBack(inner, [...above, value])));
function syntaxProblem(error, at) {
return {
code: 'config/syntax',
severity: 'error',
at,
message: `Not valid YAML: ${syntaxMessage(error).replace(/[.:]?$/, '.')}`,
hint: error.code === 'DUPLICATE_KEY'
? 'Keep one of the two.'
: 'Check indentation, quotes and colons around this place.',
};
}
function syntaxMessage({ code, message }) {
if (message.includes('call stack'))
return 'it nests too deeply';
return code === 'MULTIPLE_DOCS' ? 'another document starts here, and only one is accepted' : message;
}
function locator(document, at) {
const entries = new WeakMap();
const entriesOf = (map) => {
const known = entries.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
entries.set(map, known);
return known;
};
const pairAt = (node, key) => (0, __import_0__.jh)(node) ? entriesOf(node).get(String(key)) : undefined;
return (path, what = 'value') => {
const nodes = [document.contents];
for (const key of path) {
const node = nodes.at(-1);
nodes.push((0, __import_0__.oP)(node) ? node.items[Number(key)] : pairAt(node, key)?.value);
}
if (what === 'key')
nodes.splice(-1, 1, pairAt(nodes.at(-2), path.at(-1) ?? '')?.key);
const offset = nodes.map(offsetOf).findLast((one) => one !== undefined);
return at(offset ?? 0);
};
}
const nameOf = ({ key }) => ((0, __import_0__.jn)(key) ? String(key.value) : '');
const offsetOf = (node) => node?.range?.[0];
}),
19988: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jb: () => (otherKind),
Uh: () => (noConfiguration),
ax: () => (presetApplies),
py: () => (isFechatter)
});
var __import_0__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(18301);
var __import_4__ = __webpack_require__(25478);
var __import_1__ = __webpack_require__(61469);
var __import_2__ = __webpack_require__(40493);
var __import_5__ = __webpack_require__(18483);
function presetApplies(workspace, names) {
return Object.keys(names).length > 0 || isFechatter(appIn(workspace));
}
const isFechatter = (app) => app === __import_3__._f || app.startsWith(`${__import_3__._f}-`);
function appIn(workspace) {
try {
return /^app\s*=\s*["']([^"']+)["']/m.exec((0, __import_2__.yR)(workspace, 'fly.toml')?.text ?? '')?.[1] ?? '';
}
catch (error) {
if (error instanceof __import_1__.lZ)
return '';
throw error;
}
}
function noConfiguration(workspace, path) {
const other = path.replace(/\.(ya?ml)$/, (ending) => (ending === '.yml' ? '.yaml' : '.yml'));
const name = (0, __import_2__.SH)(workspace, path);
const problem = { code: 'config/missing', severity: 'error' };
if (other === path || !(0, __import_2__.j6)(workspace, other))
return {
...problem,
message: `There is no ${name}.`,
hint: `Run \`${__import_4__.vl} init\`, which writes one from the files of this repository.`,
};
const found = (0, __import_2__.SH)(workspace, other);
return {
...problem,
at: { file: found, line: 1, column: 1 },
message: `There is no ${name}, but a ${__import_0__.posix.basename(found)}, which is not read.`,
hint: `Rename it to ${__import_0__.posix.basename(path)}, or name it with input \`config\` (\`--config ${other}\`).`,
};
}
function otherKind({ file, text }) {
const kind = (0, __import_5__.y3)(text);
if (kind === undefined)
return [];
return [
{
code: 'config/other-kind',
severity: 'error',
at: { file, line: 1, column: 1 },
message: `${file} is ${kind}, not a configuration of this action.`,
hint: 'Give the configuration another name with input `config`: `init --config deploy-monitoring.yml` writes it.',
},
];
}
}),
85514: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (notifySchema),
u: () => (RECEIVER_VARIABLES)
});
var __import_0__ = __webpack_require__(77934);
const SEVERITIES = ['critical', 'warning', 'info'];
const severities = __import_0__.lqM(__import_0__.FsL(__import_0__.YOg(__import_0__.KIO(SEVERITIES)), __import_0__.BpQ(1, 'needs at least one severity'), __import_0__.Ru6(SEVERITIES.length), __import_0__.h_('Only alerts of these severities. Default: all alerts.')));
const RECEIVER_VARIABLES = {
slack: 'SLACK_WEBHOOK_URL',
discord: 'DISCORD_WEBHOOK_URL',
telegram: 'TELEGRAM_BOT_TOKEN',
ntfy: 'NTFY_URL, and NTFY_TOKEN for a protected topic',
pagerduty: 'PAGERDUTY_ROUTING_KEY',
email: 'SMTP_PASSWORD',
webhook: 'NOTIFY_WEBHOOK_URL',
};
const receiver = (entries, what, kind) => __import_0__.lqM(__import_0__.FsL(__import_0__.rej({ ...entries, severities }), __import_0__.h_(`${what}: ${RECEIVER_VARIABLES[kind]}.`)));
const address = __import_0__.FsL(__import_0__.YjP(), __import_0__.Ru6(254), __import_0__.yGV(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'is not an e-mail address'));
const email = {
to: __import_0__.FsL(__import_0__.YOg(address), __import_0__.BpQ(1, 'needs at least one e-mail address'), __import_0__.Ru6(20), __import_0__.h_('The e-mail addresses that are notified.')),
from: __import_0__.FsL(address, __import_0__.h_('The e-mail address of the sender.')),
smarthost: __import_0__.FsL(__import_0__.YjP(), __import_0__.yGV(/^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/, 'is not the host and the port of a mail server, such as smtp.example.com:587'), __import_0__.h_('Host and port of the mail server, with STARTTLS (587) or TLS (465).')),
username: __import_0__.lqM(__import_0__.FsL(__import_0__.YjP(), __import_0__.BpQ(1, 'must not be empty'), __import_0__.Ru6(254), __import_0__.h_('The user at the mail server. Default: the address of the sender.'))),
};
const notifySchema = __import_0__.FsL(__import_0__.rej({
slack: receiver({}, 'A channel of Slack', 'slack'),
discord: receiver({}, 'A channel of Discord', 'discord'),
telegram: receiver({
chat_id: __import_0__.FsL(__import_0__.aig(), __import_0__.ndf(), __import_0__.Wwf(-9_007_199_254_740_991), __import_0__.cGV(9_007_199_254_740_991), __import_0__.h_('The chat that the bot writes to; negative for a group.')),
}, 'A chat of Telegram', 'telegram'),
ntfy: receiver({}, 'A topic of ntfy', 'ntfy'),
pagerduty: receiver({}, 'A service of PagerDuty', 'pagerduty'),
email: receiver(email, 'E-mail', 'email'),
webhook: receiver({}, 'Any other receiver, as the webhook of Alertmanager (JSON by POST)', 'webhook'),
}), __import_0__.z6Y((given) => Object.keys(given).length > 0, 'does not name a receiver'));
}),
21356: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (presetConfig)
});
var __import_0__ = __webpack_require__(18301);
const afterTraffic = (type) => ({
type,
expect: 'after-traffic',
});
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
function presetConfig(names) {
const app = names.app ?? __import_0__._f;
return {
monitoring: {
app: names.monitoringApp ?? `${app}-monitoring`,
...(names.organization !== undefined && { organization: names.organization }),
...(names.region !== undefined && { region: names.region }),
},
apps: [{ app, config: 'fly.toml', dockerfile: 'docker/Dockerfile.fly', health: '/health' }],
services: Object.entries(SERVICES).map(([name, service]) => ({ name, app, ...service })),
grafana: { folder: 'Fechatter' },
};
}
}),
88679: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
hD: () => (QUEUE_DEFAULTS),
je: () => (targetName),
pE: () => (remoteWriteSchema)
});
var __import_2__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(93601);
var __import_1__ = __webpack_require__(61983);
const address = __import_2__.FsL(__import_2__.YjP(), __import_2__.z6Y((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'is not a URL that starts with https://'), __import_2__.z6Y((text) => {
const { username, password, search, hash } = URL.parse(text) ?? {};
return !username && !password && !search && !hash;
}, 'has a user, a password, a "?" or a "#" in it'));
const queueConfig = __import_2__.FsL(__import_2__.rej({
capacity: __import_2__.lqM((0, __import_1__.WQ)(1, 1_000_000)),
min_shards: __import_2__.lqM((0, __import_1__.WQ)(1, 1_000)),
max_shards: __import_2__.lqM((0, __import_1__.WQ)(1, 1_000)),
max_samples_per_send: __import_2__.lqM((0, __import_1__.WQ)(1, 100_000)),
batch_send_deadline: __import_2__.lqM((0, __import_1__.h9)('100ms', '1m')),
min_backoff: __import_2__.lqM((0, __import_1__.h9)('1ms', '5m')),
max_backoff: __import_2__.lqM((0, __import_1__.h9)('1ms', '10m')),
retry_on_http_429: __import_2__.lqM(__import_2__.zMY()),
}), __import_2__.z6Y(({ min_shards = 1, max_shards = QUEUE_DEFAULTS.max_shards }) => min_shards <= max_shards, 'has more min_shards than max_shards'), __import_2__.h_('The queue of this target, with the keys of Prometheus. Default: max_shards 4, capacity 2500, max_samples_per_send 500, because a monitoring machine is small.'));
const QUEUE_DEFAULTS = { max_shards: 4, capacity: 2500, max_samples_per_send: 500 };
const target = __import_2__.rej({
name: __import_2__.lqM(__import_2__.FsL((0, __import_1__.wC)(/^[a-zA-Z0-9][\w.:-]{0,62}$/, 'is not a name: letters, digits, ".", ":", "_" and "-"'), __import_2__.h_('Name of the target in alerts and in the report. Default: the host of its url.'))),
url: __import_2__.FsL(address, __import_2__.h_('The URL that samples are sent to, such as https://HOST/api/v1/write.')),
user: __import_2__.lqM(__import_2__.FsL(__import_1__.Bq, __import_2__.yGV(/^[^:\r\n]+$/, 'has a ":" or a line break'), __import_2__.h_('User of the server; for Grafana Cloud, the number of the instance. Needs password_env.'))),
password_env: __import_2__.lqM(__import_2__.FsL(__import_0__.bv, __import_2__.h_('Name of the environment variable with the password or the key, such as METRICS_KEY.'))),
keep: (0, __import_1__.qp)('Only these series are sent, and `up`, which shows that samples arrive.'),
drop: (0, __import_1__.qp)('These series are not sent.'),
queue_config: __import_2__.lqM(queueConfig),
query_url: __import_2__.lqM(__import_2__.FsL(address, __import_2__.h_('Base URL of the query API of this server (without /api/v1/query), where it does not follow from url: Thanos, or VictoriaMetrics as a cluster.'))),
});
const MOST_TARGETS = 5;
const remoteWriteSchema = __import_2__.FsL(__import_2__.lqM(__import_2__.FsL(__import_2__.YOg(target), __import_2__.Ru6(MOST_TARGETS, `has more than ${MOST_TARGETS} targets`)), []), __import_2__.h_('Servers that every sample is also sent to, after the one of the inputs grafana-prometheus-*. Samples are read back from each of them.'));
const targetName = ({ name, url }) => name ?? URL.parse(url)?.host ?? url;
}),
25201: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
NC: () => (issueAt),
Hx: () => (quoteForMessage),
ge: () => (schemaIssues)
});
var similar_name = __webpack_require__(9689);
var old_diagnostic_codes = __webpack_require__(31304);
var credentials = __webpack_require__(93601);
var schema = __webpack_require__(36176);
;
const ROOT = schema.Q;
const schemasAt = (path) => path.reduce(schemasWithin, [ROOT]);
const schemasWithin = (schemas, key) => schemas.flatMap(({ entries, item, value }) => branches(entries?.[String(key)] ?? item ?? value));
function branches(schema) {
if (schema === undefined || typeof schema === 'string')
return [];
if (schema.wrapped)
return branches(schema.wrapped);
return schema.type === 'union' || schema.type === 'variant'
? (schema.options ?? []).flatMap(branches)
: [schema];
}
const VARIANT_KEY = 'discovery';
const DEFAULT_VARIANT = 'dns';
const literalOf = (schema) => schema?.literal ?? schema?.wrapped?.literal;
function keysAt(path, given) {
const schemas = schemasAt(path);
const variant = (VARIANT_KEY in given ? given[VARIANT_KEY] : undefined) ?? DEFAULT_VARIANT;
const isChosen = ({ entries }) => {
const literal = literalOf(entries?.[VARIANT_KEY]);
return literal === undefined || literal === variant;
};
const keys = (of) => of.flatMap(({ entries = {} }) => Object.keys(entries));
return { known: keys(schemas.filter(isChosen)), others: keys(schemas.filter((one) => !isChosen(one))) };
}
const choicesAt = (path) => [
...new Set(schemasAt(path).flatMap(({ type, options, literal }) => type === 'picklist' ? (options ?? []).map(String) : type === 'literal' ? [String(literal)] : [])),
];
var notify = __webpack_require__(85514);
;
const VARIABLE_INSTEAD = {
credentials: 'authorization.credentials_env',
credentials_file: 'authorization.credentials_env',
bearer_token: 'authorization.credentials_env',
bearer_token_file: 'authorization.credentials_env',
password: 'basic_auth.password_env',
password_file: 'basic_auth.password_env',
};
const KEY_NAMES = /^(?:api_?)?(?:key|token)$|^(?:password|secret)$/;
function adviceForService(path) {
const key = String(path.at(-1));
const instead = Object.hasOwn(VARIABLE_INSTEAD, key) ? VARIABLE_INSTEAD[key] : undefined;
if (path[0] === 'remote_write' && path.length === 3 && (instead !== undefined || KEY_NAMES.test(key)))
return 'Use password_env with the name of an environment variable: the secret itself never belongs in this file.';
const isHere = path[0] === 'services' && (path.length === 3 || instead?.startsWith(`${String(path[2])}.`));
return instead !== undefined && isHere
? `Use ${instead} with the name of an environment variable: the secret itself never belongs in this file.`
: undefined;
}
const RECEIVER_SECRET = /url|token|key|password|secret|webhook|credential|topic|address/i;
const CHAT_ID = 'Write the number of the chat, without quotes. The token of the bot is not written here: set TELEGRAM_BOT_TOKEN.';
function adviceForReceiver(path) {
const [kind, key] = path.slice(2).map(String);
if (kind === undefined || !Object.hasOwn(notify.u, kind))
return undefined;
if (key === 'chat_id')
return CHAT_ID;
const variables = notify.u[kind];
return key === undefined || RECEIVER_SECRET.test(key)
? `Write \`${kind}: ${kind === 'email' || kind === 'telegram' ? '{ \u2026 }' : '{}'}\`, and set ${variables}: addresses and keys never belong in this file. Replace one that was committed.`
: undefined;
}
const adviceAboutSecret = (path) => isReceiver(path) ? adviceForReceiver(path) : adviceForService(path);
const isReceiver = ([first, second]) => first === 'alerts' && second === 'notify';
const mayBeSecret = (path) => isReceiver(path)
? path.length === 3 || path.at(-1) === 'chat_id'
: path[0] === 'services' && /^(?:authorization|basic_auth)$/.test(String(path[2]));
;
function schemaIssues(issues, value) {
return [
...overlooked(value, { path: [], schemas: [ROOT] }),
...issues.flatMap((issue) => explained(issue, value)),
];
}
function overlooked(value, { path, schemas }) {
if (value === null || typeof value !== 'object')
return [];
const types = schemas.map(({ type }) => type);
const isMap = types.includes('strict_object') || types.includes('record');
if (isMap && Array.isArray(value))
return [wrongValue(path, 'must be a map, not a list', 'Change the value.')];
return Object.entries(value).flatMap(([name, inner]) => {
const at = [...path, Array.isArray(value) ? Number(name) : name];
if (types.includes('record') && LEFT_OUT.includes(name))
return [
issueAt(at, 'config/value', `${quoteForMessage(name)} cannot be a name here.`, 'Rename it.', 'key'),
];
return overlooked(inner, { path: at, schemas: schemasWithin(schemas, name) });
});
}
const LEFT_OUT = ['__proto__', 'prototype', 'constructor'];
function explained(issue, value) {
const path = pathOf(issue);
const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)];
if (last?.type === 'object' && Array.isArray(last.input))
return [];
if (issue.type === 'union')
return unionIssues(issue, value);
if (credentials.Ac.includes(String(path.at(-1))) && last?.origin !== 'key')
return [wrongVariable(path, issue)];
if (last?.origin === 'key') {
if (issue.type !== 'strict_object')
return [
issueAt(path, 'config/value', `${quoteForMessage(path.at(-1))} ${issue.message}.`, 'Rename it.', 'key'),
];
if (issue.expected === 'never')
return unknownKeys(parent, last.input);
if (isOtherVariant(parent, last.input))
return [];
const where = pathText(path);
return [issueAt(path, 'config/missing-key', `${where} is missing.`, `Add ${where}: it has no default.`)];
}
const given = valueAt(value, path);
return [wrongValue(path, fault(issue, given, path), advice(issue, given, path))];
}
const pathOf = ({ path = [] }) => path.map(({ key }) => key);
const wrongValue = (path, what, hint) => issueAt(path, 'config/value', `${pathText(path)} ${what}.`, hint);
function unionIssues(issue, value) {
const path = issue.path ?? [];
const given = valueAt(value, pathOf(issue));
const isEntry = typeof given === 'object' && given !== null;
const meant = issue.issues?.filter((inner) => isEntry === (inner.type !== 'picklist' || inner.path !== undefined));
return (meant ?? []).flatMap((inner) => explained({ ...inner, path: [...path, ...(inner.path ?? [])] }, value));
}
function wrongVariable(path, { message, type }) {
const what = type === 'string' ? 'is not the name of an environment variable' : message;
const hint = 'Write the name of the variable that has the secret, such as METRICS_TOKEN: capital letters, digits and "_". The secret itself never belongs in this file.';
return wrongValue(path, what, hint);
}
const isAddress = (path) => /^(?:query_)?url$/.test(String(path.at(-1)));
function fault(issue, given, path) {
if (typeof given === 'string' && mayBeSecret(path))
return TYPES[issue.type] === undefined ? issue.message : `must be ${TYPES[issue.type]}, not text`;
switch (issue.type) {
case 'variant':
if (path.at(-1) !== VARIANT_KEY)
return `must be a map, not ${describe(given)}`;
return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`;
case 'picklist':
return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`;
case 'min_value':
return `is ${given}; the minimum is ${issue.requirement}`;
case 'max_value':
return `is ${given}; the maximum is ${issue.requirement}`;
case 'min_length':
return issue.message;
case 'max_length':
return Array.isArray(given)
? `has more than ${issue.requirement} entries`
: `is too long: at most ${issue.requirement} characters`;
default:
if (TYPES[issue.type] === undefined && isAddress(path))
return issue.message;
return TYPES[issue.type] === undefined
? `is ${quoteForMessage(given)}, which ${issue.message}`
: `must be ${TYPES[issue.type]}, not ${describe(given)}`;
}
}
const MANY = 12;
const oneOf = (choices) => choices.length > MANY ? `one of the ${choices.length} valid values` : `one of: ${choices.join(', ')}`;
const TYPES = {
strict_object: 'a map',
record: 'a map',
array: 'a list',
string: 'text',
integer: 'a whole number',
number: 'a number',
boolean: 'true or false',
};
function advice(issue, given, path) {
if (issue.type === 'picklist' || (issue.type === 'variant' && path.at(-1) === VARIANT_KEY)) {
const choices = choicesAt(path);
const all = choices.length > MANY ? 'See docs/findings.md.' : `Use one of: ${choices.join(', ')}.`;
const suggested = choices.filter((choice) => !old_diagnostic_codes.j4.includes(choice));
return (0, similar_name.au)(String(given), suggested) ?? all;
}
const secret = typeof given === 'string' && mayBeSecret(path) ? adviceAboutSecret(path) : undefined;
if (secret !== undefined)
return secret;
if (given === null)
return 'Write a value, or remove the line.';
if (issue.type === 'string')
return 'Put it in quotes.';
return 'Change the value.';
}
function unknownKeys(path, given) {
const { known, others } = keysAt(path, given);
const unknown = Object.keys(given).filter((key) => !known.includes(key));
return unknown.map((key) => others.includes(key) ? keyOfOtherVariant([...path, key], given) : unknownKey([...path, key], known));
}
function keyOfOtherVariant(path, given) {
const key = String(path.at(-1));
const is = VARIANT_KEY in given;
const message = is
? `${pathText(path)} has no meaning with ${VARIANT_KEY}: ${quoteForMessage(given[VARIANT_KEY])}.`
: `${pathText(path)} needs ${VARIANT_KEY}: static.`;
const hint = is
? `Remove ${key}, or change ${VARIANT_KEY}: static is for services with addresses, dns for those with an app and a port.`
: `Add ${VARIANT_KEY}: static, and remove what is for an app on Fly (app, port, process, may_stop).`;
return issueAt(path, 'config/unknown-key', message, hint, 'key');
}
function isOtherVariant(path, given) {
const { known, others } = keysAt(path, given);
return (!(VARIANT_KEY in given) && Object.keys(given).some((key) => !known.includes(key) && others.includes(key)));
}
function unknownKey(path, known) {
const key = String(path.at(-1));
const hint = adviceAboutSecret(path) ?? (0, similar_name.au)(key, known) ?? `Valid keys here: ${known.join(', ')}.`;
return issueAt(path, 'config/unknown-key', `${pathText(path)} is not a known key.`, hint, 'key');
}
const issueAt = (path, code, message, hint, what = 'value') => ({ code, message, hint, path, what });
function valueAt(value, path) {
return path.reduce((v, part) => v?.[part], value);
}
function pathText(path) {
if (path.length === 0)
return 'The file';
return path.reduce((text, part) => typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part), '');
}
const quoteForMessage = (value) => typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
function describe(value) {
if (value === null)
return 'empty';
if (Array.isArray(value))
return 'a list';
return typeof value === 'object' ? 'a map' : quoteForMessage(value);
}
}),
61983: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bq: () => (filled),
KQ: () => (DECLARABLE_NAME),
Lx: () => (urlPath),
OW: () => (scrapeInterval),
PG: () => (hostAndPort),
Sl: () => (image),
WQ: () => (whole),
XZ: () => (retention),
h9: () => (durationBetween),
iZ: () => (relativePath),
q1: () => (flyAppName),
qp: () => (patterns),
ru: () => (DECLARABLE_LABEL),
wC: () => (matching)
});
var __import_0__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(77934);
var __import_1__ = __webpack_require__(39386);
var __import_2__ = __webpack_require__(69466);
const matching = (pattern, otherwise) => __import_3__.FsL(__import_3__.YjP(), __import_3__.yGV(pattern, otherwise));
const filled = __import_3__.FsL(__import_3__.YjP(), __import_3__.BpQ(1, 'must not be empty'));
const whole = (least, most) => __import_3__.FsL(__import_3__.aig(), __import_3__.ndf(), __import_3__.Wwf(least), __import_3__.cGV(most));
const flyAppName = matching(__import_2__.C3, 'is not a Fly app name: lowercase letters, digits and dashes');
const durationBetween = (least, most) => __import_3__.FsL(matching(__import_1__.f, 'is not a duration such as 15s, 1m30s or 15d'), __import_3__.z6Y((text) => {
const [given = 0, low = 0, high = 0] = [text, least, most].map(__import_1__.E);
return given >= low && given <= high;
}, `is not between ${least} and ${most}`));
const scrapeInterval = durationBetween('1s', '2m');
const retention = durationBetween('2h', '100y');
const relativePath = __import_3__.FsL(filled, __import_3__.z6Y((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'must stay inside the workspace: a relative path without ".."'), __import_3__.pdi(__import_0__.posix.normalize));
const hostAndPort = __import_3__.FsL(matching(/^(?:[a-zA-Z0-9](?:[\w.-]{0,252}\w)?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/, 'is not a host and a port such as db.example.com:9187, without https:// and without a path'), __import_3__.z6Y((address) => {
const port = Number(address.slice(address.lastIndexOf(':') + 1));
const { hostname } = URL.parse(`http://${address}`) ?? {};
return port >= 1 && port <= 65_535 && hostname !== undefined && sameHost(hostname, address);
}, 'is not a host and a port: the host or the port is not valid'));
const sameHost = (hostname, address) => hostname.startsWith('[') || address.toLowerCase().startsWith(`${hostname}:`);
const urlPath = matching(/^\/\S*$/, 'is not a path: it must start with "/" and contain no spaces');
const image = matching(/^\S+$/, 'is not an image name: it must not be empty or contain spaces');
const patterns = (what) => __import_3__.lqM(__import_3__.FsL(__import_3__.YOg(filled), __import_3__.BpQ(1, 'needs at least one pattern'), __import_3__.Ru6(100), __import_3__.h_(`${what} Regular expressions (RE2) for the whole name of a series, such as "http_.*": a histogram has series NAME_bucket, NAME_sum and NAME_count.`)));
const DECLARABLE_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*([./][a-zA-Z0-9_:./-]*)?$/;
const DECLARABLE_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
}),
36176: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (configSchema)
});
var dist = __webpack_require__(77934);
var fly_names = __webpack_require__(69466);
;
const deploymentName = (organization) => `fly-metrics-${organization}`;
var diagnostic_codes = __webpack_require__(24480);
var old_diagnostic_codes = __webpack_require__(31304);
var schema_values = __webpack_require__(61983);
;
const isDay = (text) => {
const time = Date.parse(`${text}T00:00:00Z`);
return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const ignored = dist.rej({
code: dist.FsL(dist.KIO([...diagnostic_codes.Lp, ...old_diagnostic_codes.j4]), dist.h_('Code of the finding, see docs/findings.md.')),
file: dist.FsL(dist.lqM(schema_values.iZ), dist.h_('Only in this file. Default: in every file.')),
reason: dist.FsL(dist.YjP(), dist.BpQ(1, 'must not be empty'), dist.h_('Why the finding is accepted here.')),
});
const lintExceptions = dist.rej({
ignore: dist.FsL(dist.lqM(dist.YOg(ignored), []), dist.h_('Findings that are accepted in this repository.')),
});
const accepted = dist.rej({
code: dist.FsL((0, schema_values.wC)(/^[a-z]+(?:-[a-z]+)*$/, 'is not the code of a claim, such as metric-missing'), dist.h_('Code of the claim, as in the report: metric-missing, panel-no-data, rules-not-checked, \u2026')),
subject: dist.FsL(schema_values.Bq, dist.h_('Subject of the claim, as in the report; "*" stands for any text.')),
reason: dist.FsL(schema_values.Bq, dist.h_('Why the claim is accepted although it is unproven.')),
until: dist.FsL(dist.YjP(), dist._$n('is not a date such as 2027-03-31'), dist.z6Y(isDay, 'is not a day of the calendar'), dist.h_('The last day of the exception (UTC); after it the claim counts again.')),
});
const verifyExceptions = dist.rej({
accept: dist.FsL(dist.lqM(dist.YOg(accepted), []), dist.h_('Claims of the verdict that are accepted although they are unproven.')),
});
var notify = __webpack_require__(85514);
var remote_write = __webpack_require__(88679);
var metric_types = __webpack_require__(59459);
var scrape_options = __webpack_require__(73016);
;
const metricType = dist.FsL(dist.KIO(metric_types.zm), dist.h_('The type in the # TYPE line of the service. unknown: the service sends none.'));
const metric = dist.KCZ([
metricType,
dist.rej({
type: metricType,
expect: dist.FsL(dist.lqM(dist.KIO(['always', 'after-traffic']), 'always'), dist.h_('after-traffic: the metric may be absent until the first event (labelled counters do not exist before it).')),
labels: dist.lqM(dist.FsL(dist.YOg(scrape_options._H), dist.h_('Labels that every series of the metric has, because panels and rules use them.'))),
}),
]);
const serviceName = dist.FsL((0, schema_values.wC)(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"'), dist.h_('Becomes the name of the scrape job and the label "service".'));
const endpointShape = {
path: dist.FsL(dist.lqM(schema_values.Lx, '/metrics'), dist.h_('Path of the metrics endpoint.')),
...scrape_options.uT,
metrics: dist.FsL(dist.lqM(dist.g1P((0, schema_values.wC)(schema_values.KQ, 'is not a Prometheus metric name'), metric), {}), dist.h_('The metric contract: the metrics that this service exposes, with the names that Prometheus stores (a histogram or summary without _bucket, _sum, _count). Dots need Prometheus 3.')),
};
const flyService = dist.rej({
name: serviceName,
discovery: dist.lqM(dist.FsL(dist.euz('dns'), dist.h_('Default: every machine of the app, found in the private DNS of Fly.'))),
app: dist.FsL(schema_values.q1, dist.h_('The app whose machines run this service: one of apps.')),
port: dist.FsL((0, schema_values.WQ)(1, 65535), dist.h_('Port of the metrics endpoint on the private network.')),
process: dist.lqM(dist.FsL((0, schema_values.wC)(/^[a-zA-Z0-9_-]+$/, 'is not a process group name'), dist.h_('Only machines of this process group run the service. Default: every machine of the app.'))),
may_stop: dist.FsL(dist.lqM(dist.zMY(), false), dist.h_('A stopped machine is accepted (scale to zero) and is not a failed target.')),
...endpointShape,
});
const staticService = dist.rej({
name: serviceName,
discovery: dist.FsL(dist.euz('static'), dist.h_('The service does not run on Fly: its addresses are listed.')),
addresses: dist.FsL(dist.YOg(schema_values.PG), dist.BpQ(1, 'needs at least one address'), dist.Ru6(100, 'has more than 100 addresses'), dist.h_('Host and port of every instance, such as db.example.com:9187.')),
...endpointShape,
});
const serviceSchema = dist.Oxt('discovery', [flyService, staticService]);
var slo_schema = __webpack_require__(40231);
var thresholds = __webpack_require__(94527);
;
const app = dist.rej({
app: dist.FsL(schema_values.q1, dist.h_('Name of an app on Fly.io.')),
config: dist.FsL(dist.lqM(dist.FsL(schema_values.iZ, dist.yGV(/\.toml$/, 'must be a TOML file: its name ends in .toml')), 'fly.toml'), dist.h_('The Fly configuration of this app.')),
context: dist.FsL(dist.lqM(schema_values.iZ), dist.h_('The folder that flyctl builds and is started in, `.` for the root. Default: the folder of the Fly configuration.')),
dockerfile: dist.FsL(dist.lqM(schema_values.iZ), dist.h_("Built with Fly's remote builder. Default: the Fly configuration decides.")),
build_args: dist.lqM(dist.FsL(dist.g1P((0, schema_values.wC)(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), dist.YjP()), dist.h_('Build arguments of the Dockerfile. They can be read from the image: no secrets.'))),
image: dist.lqM(dist.FsL(schema_values.Sl, dist.h_('Deploy this image instead of building one.'))),
deploy: dist.FsL(dist.lqM(dist.zMY(), true), dist.h_('false: this app is only monitored, never deployed.')),
rollback_on_failure: dist.lqM(dist.FsL(dist.zMY(), dist.h_('true: when the machines or the health checks of a deploy of this app fail, the release before is deployed again, with its image and its configuration. Default: false.'))),
health: dist.lqM(dist.FsL(schema_values.Lx, dist.h_('Requested over public HTTPS after the deploy; must answer 200.'))),
});
const monitoring = dist.rej({
app: dist.lqM(dist.FsL(schema_values.q1, dist.h_('Name of the app that runs Prometheus. With engine: fly there is none: the name of this deployment in Grafana.'))),
organization: dist.FsL(dist.lqM(schema_values.Bq, 'personal'), dist.h_('Fly organization for apps that do not exist yet.')),
region: dist.lqM((0, schema_values.wC)(fly_names.Zg, 'is not a Fly region such as nrt or fra'), 'nrt'),
engine: dist.FsL(dist.lqM(dist.KIO(['server', 'agent', 'fly']), 'server'), dist.h_("server: Prometheus keeps the samples and evaluates rules. agent: it only scrapes and sends every sample to the server of remote_write, which answers queries; Grafana evaluates the alerts. fly: nothing is deployed, Fly's managed Prometheus scrapes one port of each machine; needs the environment variable FLY_METRICS_TOKEN, and Grafana evaluates the alerts.")),
replicas: dist.FsL(dist.lqM((0, schema_values.WQ)(1, 2), 1), dist.h_('Machines that run Prometheus, each with its own volume and all with the same configuration: 2 for no gap at deploys and no single host.')),
regions: dist.lqM(dist.FsL(dist.YOg((0, schema_values.wC)(fly_names.Zg, 'is not a Fly region such as nrt or fra')), dist.h_('The region of each replica. Default: all of them in `region`.'))),
shards: dist.FsL(dist.lqM((0, schema_values.WQ)(1, 16), 1), dist.h_('Machines that share the targets by the hash of their addresses, each with its own volume. More than 1 needs `engine: agent`: only the store has the data of all of them.')),
access: dist.FsL(dist.lqM(dist.KIO(['password', 'private', 'public']), 'password'), dist.h_("password: public HTTPS behind basic auth. private: no public address; only Fly's private network reaches it, with the password. public: anyone can read it.")),
scrape_interval: dist.lqM(schema_values.OW, '15s'),
retention: dist.FsL(dist.lqM(schema_values.XZ, '15d'), dist.h_('How long samples are kept.')),
volume: dist.lqM(dist.rej({
name: dist.lqM((0, schema_values.wC)(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"'), 'prometheus_data'),
size_gb: dist.lqM((0, schema_values.WQ)(1, 500), 10),
}), {}),
vm: dist.lqM(dist.rej({
size: dist.lqM(schema_values.Bq, 'shared-cpu-1x'),
memory_mb: dist.lqM((0, schema_values.WQ)(256, 131_072), 512),
}), {}),
image: dist.lqM(dist.FsL(schema_values.Sl, dist.h_('An image built from Dockerfile.monitoring. Default: it is built at Fly.'))),
fly_metrics: dist.lqM(dist.FsL(dist.zMY(), dist.h_("true: the series that Fly has of the machines (memory, CPU, exits, volumes, requests at the proxy) are copied from Fly's managed Prometheus, with a dashboard and alerts. Needs the environment variable FLY_METRICS_TOKEN, a read-only token of monitoring.organization. Default: false."))),
});
const namedMonitoring = dist.FsL(monitoring, dist.pdi(({ app: name, ...rest }) => ({ ...rest, app: name ?? deploymentName(rest.organization) })));
const grafana = dist.rej({
folder: dist.FsL(dist.lqM(dist.FsL(schema_values.Bq, dist.Ru6(80))), dist.h_('Title of the folder for the dashboards. Default: the name of the first app.')),
datasource: dist.lqM(dist.FsL(schema_values.Bq, dist.h_('Name or uid of an existing data source with these metrics. Default: one is created for this Prometheus.'))),
dashboards: dist.lqM(dist.FsL(dist.YOg(schema_values.iZ), dist.h_('JSON files, or folders of them. Default: the dashboards of the preset.'))),
overwrite: dist.FsL(dist.lqM(dist.KIO(['unless-edited', 'always']), 'unless-edited'), dist.h_('Whether a dashboard or an alert rule that was changed in Grafana is replaced.')),
});
const alerts = dist.rej({
...thresholds.V0,
rules: dist.FsL(dist.lqM(dist.YOg(schema_values.iZ), []), dist.h_('Your own Prometheus rule files, or folders of them, in addition to the rules of this action. Files named *_test.yml next to them are unit tests of promtool.')),
notify: dist.lqM(dist.FsL(notify.d, dist.h_('Who is notified: an Alertmanager runs next to Prometheus. Without it, Grafana notifies (see receiver), if there is one.'))),
receiver: dist.lqM(dist.FsL(schema_values.Bq, dist.h_('Contact point in Grafana. Default: its notification policies decide.'))),
});
const configSchema = dist.rej({
monitoring: namedMonitoring,
apps: dist.FsL(dist.YOg(app), dist.BpQ(1, 'needs at least one app')),
services: dist.FsL(dist.YOg(serviceSchema), dist.BpQ(1, 'needs at least one service')),
grafana: dist.lqM(grafana, {}),
alerts: dist.lqM(alerts, {}),
slos: slo_schema.i,
remote_write: remote_write.pE,
lint: dist.lqM(lintExceptions, {}),
verify: dist.lqM(verifyExceptions, {}),
});
}),
73016: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A8: () => (shorter),
EV: () => (longestInterval),
_H: () => (labelName),
nZ: () => (scrapeTimes),
tE: () => (RESERVED_LABELS),
uT: () => (scrapeShape)
});
var __import_3__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(39386);
var __import_1__ = __webpack_require__(93601);
var __import_2__ = __webpack_require__(61983);
const RESERVED_LABELS = ['job', 'instance', 'service', 'app', 'le', 'quantile'];
const labelName = (0, __import_2__.wC)(__import_2__.ru, 'is not a label name: letters, digits and "_"');
const scrapeShape = {
scheme: __import_3__.lqM(__import_3__.FsL(__import_3__.KIO(['http', 'https']), __import_3__.h_('Scheme of the metrics endpoint. Default: http.'))),
tls_config: __import_3__.lqM(__import_3__.FsL(__import_3__.rej({
server_name: __import_3__.lqM(__import_3__.FsL(__import_2__.Bq, __import_3__.h_('Name in the certificate: machines are scraped by their addresses.'))),
insecure_skip_verify: __import_3__.lqM(__import_3__.FsL(__import_3__.zMY(), __import_3__.h_('true: any certificate is accepted.'))),
}), __import_3__.h_('How the certificate is checked, with scheme: https.'))),
...__import_1__.cU,
labels: __import_3__.lqM(__import_3__.FsL(__import_3__.g1P(labelName, __import_2__.Bq), __import_3__.h_('Labels that are added to every series of the service.'))),
scrape_interval: __import_3__.lqM(__import_3__.FsL((0, __import_2__.h9)('1s', '2m'), __import_3__.h_('How often this service is scraped. Default: monitoring.scrape_interval.'))),
scrape_timeout: __import_3__.lqM(__import_3__.FsL((0, __import_2__.h9)('100ms', '2m'), __import_3__.h_('How long a scrape may take, at most the interval. Default: 10s, or a shorter interval.'))),
sample_limit: __import_3__.lqM(__import_3__.FsL((0, __import_2__.WQ)(1, 10_000_000), __import_3__.h_('Samples of one scrape; a larger answer fails. Default: 20 for each MB of memory.'))),
keep: (0, __import_2__.qp)('Only these series are stored.'),
drop: (0, __import_2__.qp)('These series are not stored.'),
};
const shape = __import_3__.rej(scrapeShape);
function scrapeTimes(service, monitoring) {
const interval = service.scrape_interval ?? monitoring.scrape_interval;
return { interval, timeout: service.scrape_timeout ?? shorter(interval, '10s') };
}
function longestInterval(config) {
const all = config.services.map((service) => scrapeTimes(service, config.monitoring).interval);
return all.reduce((longest, one) => (ms(one) > ms(longest) ? one : longest), config.monitoring.scrape_interval);
}
const shorter = (one, other) => (ms(one) < ms(other) ? one : other);
const ms = (duration) => (0, __import_0__.E)(duration) ?? 0;
}),
40231: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_: () => (sloName),
i: () => (slos)
});
var __import_1__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(61983);
const MATCHERS = /^\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*"(?:\s*,\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*")*\s*,?\s*$/;
const areRegexes = (matchers) => [...matchers.matchAll(/(?:=~|!~)\s*("(?:[^"\\]|\\.)*")/g)].every(([, quoted = '']) => {
try {
const text = JSON.parse(quoted);
new RegExp(text, 'u');
return !/\(\?(?:[=!]|<[=!])/.test(text);
}
catch {
return false;
}
});
const slo = __import_1__.rej({
name: __import_1__.lqM(__import_1__.FsL((0, __import_0__.wC)(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a name: letters, digits, "_" and "-"'), __import_1__.h_('Becomes the label "slo". Default: SERVICE-errors or SERVICE-latency.'))),
service: __import_1__.FsL(__import_0__.Bq, __import_1__.h_('The service: one of services.')),
of: __import_1__.FsL(__import_0__.Bq, __import_1__.h_('The declared metric that counts all events: a counter, or a histogram or summary, whose observations are counted. With slower_than a histogram.')),
errors: __import_1__.lqM(__import_1__.FsL((0, __import_0__.wC)(MATCHERS, 'is not a list of matchers such as status=~"5.."'), __import_1__.z6Y(areRegexes, 'contains a regular expression that is not valid in Prometheus'), __import_1__.h_('Matchers of the events that failed: status=~"5..".'))),
slower_than: __import_1__.lqM(__import_1__.FsL((0, __import_0__.h9)('1ms', '1h'), __import_1__.h_('Events that took longer than this failed. It must be the bound of a bucket of the histogram.'))),
objective: __import_1__.FsL(__import_1__.aig(), __import_1__.Wwf(85, 'is too low: with less than 85 % no alert could fire'), __import_1__.cGV(99.999), __import_1__.h_('Percentage of the events that should be good, over 30 days: 99.9.')),
});
const slos = __import_1__.FsL(__import_1__.lqM(__import_1__.YOg(slo), []), __import_1__.h_('Service level objectives: each gets recorded error ratios, alerts on how fast its error budget is spent, and a dashboard with the budget that is left.'));
const sloName = (slo) => String(slo.name ?? `${slo.service}-${slo.slower_than === undefined ? 'errors' : 'latency'}`);
}),
18483: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
OF: () => (looksLikeDataSources),
U1: () => (LOGQL),
f2: () => (looksLikeRules),
hx: () => (looksLikeCaller),
kT: () => (withoutOwnTemplates),
my: () => (looksLikePrometheus),
sX: () => (namesOthers),
uQ: () => (looksLikeDashboard),
y3: () => (otherKindOf)
});
const TEMPLATE = /\{\{|\{%/;
const TEMPLATE_OF_RULES = /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m;
const OF_PROMETHEUS = /\{\{-?\s*(?:\.ExternalURL|\$(?:labels|value|externalLabels|externalURL))\b[^{}\n]{0,200}\}\}/g;
const withoutOwnTemplates = (text) => text.replace(OF_PROMETHEUS, '');
const withoutComments = (text) => text.replace(/(?:^|[ \t])#.*$/gm, '');
const OF_OTHERS = /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m;
const firstDocument = (text) => text.split(/^---(?=\s|$).*/m).find((one) => /^[ \t]*[^\s#%]/m.test(one)) ?? text;
const looksLikePrometheus = (text) => isPrometheus(firstDocument(text));
const isPrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
!OF_OTHERS.test(text) &&
!TEMPLATE.test(withoutOwnTemplates(withoutComments(text)));
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/;
const looksLikeRules = (text) => areRules(firstDocument(text));
const areRules = (text) => /^(?:\{\s*)?["']?groups["']?:/m.test(text) &&
/(?:^|[{,])[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?["']?(?:record|alert|rules)["']?:/m.test(text) &&
!/^(?:kind|tests|apiVersion):/m.test(text) &&
!LOGQL.test(text) &&
!TEMPLATE_OF_RULES.test(withoutComments(text));
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
/"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
const looksLikeCaller = (text) => /uses:\s*['"]?(?:(?:[\w.-]+\/)?deploy-monitoring\b|superfly\/flyctl-actions(?:\/setup-flyctl)?@)|\bFLY_(?:API|ACCESS)_TOKEN\b|\b(?:flyctl|fly)\b[^\n]{0,200}\sdeploy\b/.test(text);
const looksLikeDataSources = (text) => /^datasources:/m.test(text) && /^apiVersion:\s*1\b/m.test(text);
const NAMES_OTHERS = /(?:^|\/)(?:(?:Docker|Container)file[^/]*|[^/]*\.[Dd]ockerfile|(?:docker-)?compose[^/]*\.ya?ml)$/;
const namesOthers = (path) => NAMES_OTHERS.test(path);
function otherKindOf(text) {
if (/^monitoring:/m.test(text))
return undefined;
if (looksLikePrometheus(text))
return 'a configuration of Prometheus';
if (looksLikeRules(text))
return 'a rule file of Prometheus';
return OTHER_KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}
const OTHER_KINDS = [
['a Docker Compose file', /^services:[ \t]*\n(?:[ \t]*#.*\n|[ \t]*\n)*[ \t]+[\w.-]+:/m],
['a Kubernetes resource', /^kind:[ \t]*\w/m],
['a GitHub workflow', /^jobs:/m],
['a configuration of a collector', /^(?:receivers|exporters|pipelines|integrations):/m],
['a configuration of Spring Boot', /^(?:management|spring)(?:\.[\w.]+)?:/m],
['a file that provisions Grafana', /^(?:datasources|providers|contactPoints):/m],
['an Ansible playbook', /^- (?:hosts|import_playbook):/m],
];
}),
94527: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
TM: () => (secondsOf),
V0: () => (thresholdShape)
});
var __import_1__ = __webpack_require__(77934);
var __import_0__ = __webpack_require__(39386);
const positive = __import_1__.FsL(__import_1__.aig(), __import_1__.zYL(0, 'must be above 0'));
const share = __import_1__.FsL(positive, __import_1__.ulq(1, 'must be below 1: a share, 0.05 is 5 %'));
const duration = __import_1__.FsL(__import_1__.YjP(), __import_1__.yGV(__import_0__.f, 'is not a duration such as 500ms or 2m'));
const rate = __import_1__.FsL(__import_1__.aig(), __import_1__.E2x('must be finite'), __import_1__.Wwf(0));
const thresholdShape = {
error_budget: __import_1__.FsL(__import_1__.lqM(__import_1__.FsL(positive, __import_1__.cGV(0.05)), 0.001), __import_1__.h_('Share of requests that may fail: 0.001 is an objective of 99.9 %. At most 0.05, because the fast alert fires at 14.4 times as much.')),
latency_p95: __import_1__.FsL(__import_1__.lqM(duration, '500ms'), __import_1__.h_('95 % of the requests should be answered within this time.')),
min_request_rate: __import_1__.FsL(__import_1__.lqM(rate, 0.5), __import_1__.h_('Below this many requests per second a service has too little traffic to be judged.')),
traffic_lost: __import_1__.FsL(__import_1__.lqM(share, 0.9), __import_1__.h_('Share of the requests that a service always had at this hour, yesterday and a week ago, that must be missing before TrafficStopped fires.')),
min_message_rate: __import_1__.FsL(__import_1__.lqM(rate, 0.1), __import_1__.h_('Below this many messages per second delivery is not judged.')),
cache_hit_ratio: __import_1__.FsL(__import_1__.lqM(share, 0.5), __import_1__.h_('Minimum share of cache lookups that should hit.')),
sse_connections_lost: __import_1__.FsL(__import_1__.lqM(share, 0.5), __import_1__.h_('Share of the SSE connections that may be lost within ten minutes.')),
sse_connections_min: __import_1__.FsL(__import_1__.lqM(__import_1__.FsL(__import_1__.aig(), __import_1__.ndf(), __import_1__.Wwf(1), __import_1__.cGV(1_000_000)), 20), __import_1__.h_('Below this many SSE connections a loss is not judged.')),
nats_processed_ratio: __import_1__.FsL(__import_1__.lqM(share, 0.5), __import_1__.h_('Minimum share of the sent messages that should reach notify_server through NATS.')),
clickhouse_failure_ratio: __import_1__.FsL(__import_1__.lqM(share, 0.05), __import_1__.h_('Share of ClickHouse operations that may fail.')),
bot_failure_ratio: __import_1__.FsL(__import_1__.lqM(share, 0.1), __import_1__.h_('Share of AI agent requests that may fail.')),
slow_scrape: __import_1__.lqM(__import_1__.FsL(duration, __import_1__.h_('Longest time that a scrape may take. Default: half of its timeout.'))),
remote_write_delay: __import_1__.FsL(__import_1__.lqM(duration, '2m'), __import_1__.h_('How far remote write may lag behind. Only used when remote write is on.')),
volume_used_ratio: __import_1__.FsL(__import_1__.lqM(share, 0.8), __import_1__.h_('Share of the volume that the data may fill.')),
};
const thresholdSchema = __import_1__.rej(thresholdShape);
const DEFAULT_THRESHOLDS = __import_1__.qgA(thresholdSchema, {});
const secondsOf = (duration) => ((0, __import_0__.E)(duration) ?? 0) / 1000;
}),
59459: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dz: () => (metricOfSeries),
E6: () => (typesAgree),
HP: () => (SERIES_PARTS),
Hh: () => (familyOfSeries),
IF: () => (countedPart),
LS: () => (commonName),
RT: () => (typeOfName),
S6: () => (isClassicName),
So: () => (SERIES_OF),
_6: () => (nameWithoutUnit),
d8: () => (isMetricType),
pu: () => (isStoredName),
zm: () => (METRIC_TYPES)
});
const METRIC_TYPES = [
'counter',
'gauge',
'histogram',
'summary',
'stateset',
'info',
'gaugehistogram',
'unknown',
];
const isMetricType = (type) => METRIC_TYPES.some((known) => known === type);
const SERIES_OF = {
counter: [''],
gauge: [''],
histogram: ['_bucket', '_sum', '_count'],
summary: ['', '_sum', '_count'],
stateset: [''],
info: [''],
gaugehistogram: ['_bucket', '_gsum', '_gcount'],
unknown: [''],
};
const SERIES_PARTS = [...new Set(Object.values(SERIES_OF).flat())].toSorted((a, b) => b.length - a.length);
function metricOfSeries(series) {
const part = SERIES_PARTS.find((one) => one !== '' && series.endsWith(one));
return part === undefined ? series : series.slice(0, -part.length);
}
const countedPart = (type) => type === 'gaugehistogram' ? '_gcount' : SERIES_OF[type].includes('_count') ? '_count' : '';
const OWNERS = [
['_total', ['counter']],
['_created', ['counter', 'histogram', 'summary', 'gaugehistogram']],
['_info', ['info']],
['_bucket', ['histogram', 'gaugehistogram']],
['_sum', ['histogram', 'summary']],
['_count', ['histogram', 'summary']],
['_gsum', ['gaugehistogram']],
['_gcount', ['gaugehistogram']],
];
function familyOfSeries(name, types) {
const own = types.get(name);
if (own !== undefined)
return { family: name, type: own, part: '' };
for (const [part, owners] of OWNERS) {
const family = name.endsWith(part) ? name.slice(0, -part.length) : '';
const type = types.get(family) ?? (part === '_created' ? types.get(`${family}_total`) : undefined);
if (family !== '' && type !== undefined && owners.includes(type))
return { family, type, part };
}
return undefined;
}
const isStoredName = (part) => part === '' || part === '_total' || part === '_info';
function typeOfName(name, types) {
const found = familyOfSeries(name, types);
if (!found || isStoredName(found.part))
return found?.type;
return found.part === '_created' || found.type === 'gaugehistogram' ? 'gauge' : 'counter';
}
const asStored = (type) => (type === 'info' || type === 'stateset' ? 'gauge' : type);
const typesAgree = (declared, actual) => declared === 'unknown' || asStored(declared) === asStored(actual);
const isClassicName = (name) => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
const CODE_POINT = /_([0-9a-f]{1,6})_/g;
function commonName(name) {
const plain = name.startsWith('U__')
? name
.slice(3)
.replace(CODE_POINT, (_, code) => String.fromCodePoint(Number.parseInt(code, 16) % 0x110000))
: name.replaceAll('_dot_', '_');
const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
while (words.length > 1 && /^(?:total|info)$/.test(words.at(-1) ?? ''))
words.pop();
return words.join('_').toLowerCase();
}
const UNIT = /_(?:seconds|bytes|count)$/;
const nameWithoutUnit = (name) => commonName(name).replace(UNIT, '');
}),
98276: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
t: () => (flagInput)
});
function flagInput(name, given, byDefault, addError) {
if (given === 'true' || given === 'false')
return given === 'true';
if (given !== undefined)
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`, 'Use true or false.');
return byDefault;
}
}),
91941: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (githubInputs)
});
var __import_0__ = __webpack_require__(98276);
function githubInputs(value, addError) {
const flag = (name, byDefault) => (0, __import_0__.t)(name, value(name), byDefault, addError);
return {
comment: flag('comment', true),
checkRun: flag('check-run', false),
issue: flag('issue', false),
token: value('github-token'),
};
}
}),
40561: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
BN: () => (plainHttp),
Sf: () => (isPrivateHost),
Si: () => (isEncryptedPath)
});
var __import_0__ = __webpack_require__(77030);
const PRIVATE = [
['127.0.0.0', 8, 'ipv4'],
['::1', 128, 'ipv6'],
['fdaa::', 16, 'ipv6'],
];
const PRIVATE_NAME = /(?:^|\.)localhost\.?$|\.(?:internal|flycast)\.?$/;
const SECRET = {
'grafana-url': 'the token',
'prometheus-url': 'the password',
'grafana-prometheus-url': 'the key',
};
function plainHttp({ input, url }) {
const parsed = URL.parse(url);
if (parsed?.protocol !== 'http:' || isEncryptedPath(parsed.hostname))
return [];
return [
{
code: 'input/url-http',
severity: 'error',
message: `Input ${input} is a plain http:// address: anyone on the network path to ${parsed.hostname} could read ${SECRET[input]}.`,
hint: `${alternative(input, parsed)} Plain http:// is accepted for localhost and for Fly's private network (.internal, .flycast).`,
},
];
}
const LOCAL_NETWORKS = [
['10.0.0.0', 8, 'ipv4'],
['172.16.0.0', 12, 'ipv4'],
['192.168.0.0', 16, 'ipv4'],
['100.64.0.0', 10, 'ipv4'],
['169.254.0.0', 16, 'ipv4'],
];
function isIn(networks, address) {
const list = new __import_0__.BlockList();
for (const subnet of networks)
list.addSubnet(...subnet);
return list.check(address, (0, __import_0__.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
}
const isPrivateHost = (hostname) => isEncryptedPath(hostname) || ((0, __import_0__.isIP)(hostname) === 4 && isIn(LOCAL_NETWORKS, hostname));
function isEncryptedPath(hostname) {
const host = hostname.replace(/^\[(.*)\]$/, '$1');
return (0, __import_0__.isIP)(host) === 0 ? PRIVATE_NAME.test(host) : isIn(PRIVATE, host);
}
function alternative(input, { hostname, port }) {
const https = 'Use https://; a certificate of your own authority is enough (NODE_EXTRA_CA_CERTS names its file).';
if (input === 'grafana-prometheus-url')
return 'Use https://.';
const here = port || '8080';
const tunnel = input === 'prometheus-url'
? `"flyctl proxy ${here}:9090 -a APP"`
: `"ssh -N -L ${here}:localhost:${port || '80'} ${hostname}"`;
return `${https} Or open a tunnel on this machine first, such as ${tunnel}, and set ${input} to http://localhost:${here}.`;
}
}),
59606: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K: () => (readInputs)
});
var duration = __webpack_require__(39386);
var errors = __webpack_require__(61469);
var proxy = __webpack_require__(51260);
var similar_name = __webpack_require__(9689);
var fly_names = __webpack_require__(69466);
var lib_text = __webpack_require__(94869);
var plain_http = __webpack_require__(40561);
;
function flyTokenInput(given, mode, addError) {
if (given === undefined && (mode === 'deploy' || mode === 'verify' || mode === 'drill'))
addError('input/fly-token-missing', 'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.', 'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN of the repository, or set it in your shell (export FLY_API_TOKEN=\u2026). Pull requests from forks get no secrets.');
else if (/^["'].*["']$/s.test(given ?? ''))
addError('input/fly-token-quoted', 'The Fly token is in quotes.', 'Store the token without the quotes: flyctl treats them as part of it.');
else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
addError('input/fly-token-broken', 'The Fly token has white space or a line break inside.', 'Store it again as one line: a copy from a terminal may have been wrapped.');
return (given ?? '')
.split(',')
.map((one) => one.trim())
.join(',');
}
function flyctlInput(value, addError) {
const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()];
if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
addError('input/flyctl-version', `Input flyctl-version is ${JSON.stringify(version)}, which is not a version.`, 'Use the version of a release, such as 0.4.111.');
if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
addError('input/flyctl-sha256', 'Input flyctl-sha256 is not a sha256.', 'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.');
return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) };
}
function group(names, what, value, addError) {
const missing = names.filter((name) => value(name) === undefined);
if (missing.length === names.length)
return undefined;
if (missing.length === 0)
return Object.fromEntries(names.map((name) => [name, value(name)]));
const given = names.filter((name) => !missing.includes(name));
addError('input/incomplete-group', `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`, `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`);
return undefined;
}
function remoteWriteInput(value, addError) {
const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'];
const given = group(names, 'Remote write', value, addError);
const target = urlInput('grafana-prometheus-url', value('grafana-prometheus-url'), addError);
if (!given || !target)
return undefined;
checkPlainHttp('grafana-prometheus-url', target, addError);
return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] };
}
function grafanaInput(value, mode, addError) {
if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
addError('input/grafana-missing', 'Mode dashboards needs grafana-url and grafana-api-key.', 'Set both: the address of your Grafana and a service account token (glsa_\u2026).');
const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, addError);
const target = urlInput('grafana-url', value('grafana-url'), addError);
if (given?.['grafana-api-key'].startsWith('glc_'))
addError('input/grafana-token', 'grafana-api-key is a Grafana Cloud access policy token (glc_\u2026), which Grafana itself does not accept.', 'Create a service account token (glsa_\u2026) in Grafana: Administration \u2192 Users and access \u2192 Service accounts.');
if (!given || !target)
return undefined;
checkPlainHttp('grafana-url', target, addError);
return { url: (0, lib_text.Tv)(target), token: given['grafana-api-key'] };
}
function checkPlainHttp(input, url, addError) {
for (const { code, message, hint } of (0, plain_http.BN)({ input, url }))
addError(code, message, hint);
}
function urlInput(name, given, addError) {
if (given === undefined)
return undefined;
const parsed = URL.parse(given);
if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
addError('input/url', `Input ${name} is not a URL.`, 'Write the whole address, starting with https://.');
else if (parsed.username || parsed.password)
addError('input/url-credentials', `Input ${name} has a user or a password in the URL.`, 'Use the inputs for credentials instead; URLs end up in logs.');
else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
addError('input/url', `Input ${name} has a "?" or a "#" in it.`, 'Use the address without them; paths are added to it.');
return given;
}
const SHORTEST_PASSWORD = 12;
function passwordInput(given, addError) {
if (given === undefined)
return undefined;
const wrong = (message, hint) => addError('input/password', `prometheus-password ${message}.`, hint);
if (given !== given.trim())
wrong('starts or ends with white space', 'Store the secret without it; a newline at the end often comes from "echo".');
else if (/[\x00-\x1f\x7f]/.test(given))
wrong('contains a control character', 'Use printable characters only.');
else if (given.length < SHORTEST_PASSWORD)
wrong(`is shorter than ${SHORTEST_PASSWORD} characters`, 'Prometheus has a public address, where anyone can try passwords: use a longer one (openssl rand -base64 24), or remove it to have one derived from the Fly token.');
if (Buffer.byteLength(given) > 72)
wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.');
return given;
}
var flag = __webpack_require__(98276);
;
function contractInput(value, addError) {
const urls = lines(value('url')).map((line) => ({ kind: 'url', ...split(line, /^https?:/) }));
const files = lines(value('file')).map((line) => ({ kind: 'file', ...split(line) }));
for (const { source } of urls)
checkUrl(source, addError);
return { pages: [...urls, ...files], check: (0, flag.t)('check', value('check'), false, addError) };
}
const lines = (text) => (text ?? '')
.split('\n')
.map((line) => line.trim())
.filter((line) => line !== '');
function split(line, whole) {
const [, service, source] = whole?.test(line) ? [] : (/^([a-zA-Z_][\w-]*)=(.+)$/.exec(line) ?? []);
return { service, source: source ?? line };
}
function checkUrl(url, addError) {
const parsed = URL.parse(url);
if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
addError('input/url', 'Input url has a line that is not a URL.', 'Write the whole address, such as http://localhost:9090/metrics, after SERVICE= if there are several services.');
else if (parsed.username || parsed.password)
addError('input/url-credentials', 'Input url has a user or a password in the URL.', 'URLs end up in logs: read the page with a program that has the credentials, and use the input file.');
}
var github = __webpack_require__(91941);
var names = __webpack_require__(43636);
;
const IS_URL = /^https?:\/\//i;
const address = (hint) => (value) => {
const url = URL.parse(value);
if (!url || !IS_URL.test(value))
return ['is not a URL', hint];
if (/\s/.test(value))
return ['has white space in it', 'Store it as one line.'];
return url.protocol === 'http:' && !(0, plain_http.Sf)(url.hostname)
? [
'is a plain http:// address: anyone on the network path could read it and write to the receiver',
'Use https://.',
]
: undefined;
};
const token = (form, what, hint) => (value) => {
if (IS_URL.test(value))
return [`is a URL where ${what} is expected`, hint];
return form.test(value) ? undefined : [`is not ${what}`, hint];
};
const ntfy = (value) => {
const wrong = address('Use the URL of the topic, such as https://ntfy.sh/TOPIC.')(value);
if (wrong)
return wrong;
return /^\/[^/]+\/?$/.test(URL.parse(value)?.pathname ?? '')
? undefined
: ['does not end in a topic', 'Use the URL of the topic, such as https://ntfy.sh/TOPIC.'];
};
const SLACK = 'Create an incoming webhook in Slack and use its URL (https://hooks.slack.com/services/\u2026).';
const PING = 'Use the ping URL of the check, such as https://hc-ping.com/UUID.';
const CHECKS = {
'slack-webhook-url': address(SLACK),
'discord-webhook-url': address('Create a webhook in the settings of the channel and use its URL (https://discord.com/api/webhooks/\u2026).'),
'telegram-bot-token': token(/^\d+:[\w-]{10,}$/, 'a bot token', 'Use the token from @BotFather: a number, a colon and letters.'),
'ntfy-url': ntfy,
'ntfy-token': token(/^[\x21-\x7e]+$/, 'an access token', 'Use an access token of ntfy (tk_\u2026).'),
'pagerduty-routing-key': token(/^[0-9a-zA-Z]{32}$/, 'a routing key', 'Use the integration key of an "Events API v2" integration: 32 letters and digits.'),
'smtp-password': token(/^[^\x00-\x1f\x7f]+$/, 'a password', 'Use printable characters only.'),
'notify-webhook-url': address('Write the whole address of the receiver, starting with https://.'),
'heartbeat-url': address(PING),
'verify-heartbeat-url': address(PING),
};
function receiverInputs(value, addError) {
const given = names.cu.flatMap((name) => {
const secret = checked(name, value, addError);
return secret === undefined ? [] : [[name, secret]];
});
return Object.fromEntries(given);
}
function verifyHeartbeatInput(value, addError) {
checked('verify-heartbeat-url', value, addError);
}
function checked(name, value, addError) {
const given = value(name);
const wrong = given === undefined ? undefined : CHECKS[name](given);
if (wrong)
addError('input/receiver', `Input ${name} ${wrong[0]}.`, wrong[1]);
return given;
}
var types = __webpack_require__(18301);
;
function readInputs(env) {
const problems = [];
const addError = (code, message, hint) => problems.push({ code, severity: 'error', message, hint });
const value = (name) => (0, names.JR)(env, name)?.trim() || undefined;
const mode = oneOf('mode', value('mode') ?? 'deploy', types.FN, addError);
const inputs = {
mode,
config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
workingDirectory: value('working-directory') ?? '.',
names: presetNames(value, addError),
flyToken: flyTokenInput(value('fly-api-token'), mode, addError),
flyctl: flyctlInput(value, addError),
remoteWrite: remoteWriteInput(value, addError),
grafana: grafanaInput(value, mode, addError),
prometheusPassword: passwordInput((0, names.JR)(env, 'prometheus-password'), addError),
receivers: receiverInputs(value, addError),
prometheusUrl: urlInput('prometheus-url', value('prometheus-url'), addError),
contract: contractInput(value, addError),
failOn: oneOf('fail-on', value('fail-on') ?? 'targets', types.d$, addError),
rollback: (0, flag.t)('rollback-on-failure', value('rollback-on-failure'), false, addError),
timeoutMs: timeout(value('timeout') ?? '15m', addError),
};
verifyHeartbeatInput(value, addError);
(0, github.d)(value, addError);
if (mode !== 'plan' || inputs.flyToken !== '' || inputs.grafana)
problems.push(...(0, proxy.r)(env).problems);
if (problems.length > 0)
throw new errors.lZ('configuration', problems);
return inputs;
}
function oneOf(name, given, allowed, addError) {
const found = allowed.find((a) => a === given);
if (found)
return found;
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`, (0, similar_name.au)(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`);
return allowed[0];
}
function presetNames(value, addError) {
const names = {
app: value('app'),
monitoringApp: value('monitoring-app'),
organization: value('organization'),
region: value('region'),
};
const shape = (name, given, pattern, hint) => {
if (given !== undefined && !pattern.test(given))
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid name.`, hint);
};
const hint = 'A Fly app name has lowercase letters, digits and dashes.';
shape('app', names.app, fly_names.C3, hint);
shape('monitoring-app', names.monitoringApp, fly_names.C3, hint);
shape('region', names.region, fly_names.Zg, 'A Fly region has three letters, such as nrt or fra.');
if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? types._f))
addError('input/value', `Input monitoring-app is ${names.monitoringApp}, which is the main app.`, 'Prometheus needs a separate app.');
return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
const DAY_MS = 86_400_000;
function timeout(given, addError) {
const milliseconds = (0, duration.E)(given);
if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS)
return milliseconds;
addError('input/timeout', `Input timeout is ${JSON.stringify(given)}, which is not a duration from 1s to 1d.`, `Use a value such as 15m or 90s.`);
return 0;
}
}),
18301: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FN: () => (MODES),
_f: () => (PRESET_APP),
d$: () => (FAIL_ON)
});
const FAIL_ON = ['never', 'targets', 'metrics', 'panels'];
const MODES = ['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'];
const PRESET_APP = 'fechatter';
}),
25478: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Hy: () => (PACKAGE),
Y_: () => (RUNBOOKS_URL),
bM: () => (findingUrl),
oV: () => (runbookUrl),
vl: () => (BY_NPX)
});
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
const PACKAGE = 'github:fechatter/deploy-monitoring';
const BY_NPX = `npx --allow-git=root ${PACKAGE}`;
const PAGES = `${REPOSITORY}/blob/main/docs`;
const runbookUrl = (alert) => `${PAGES}/alerts/${alert}.md`;
const RUNBOOKS_URL = `${PAGES}/alerts/README.md`;
const findingUrl = (code) => code.includes('/') ? `${PAGES}/findings/${code}.md` : `${PAGES}/run-codes.md#${code}`;
}),
39386: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (parseDuration),
f: () => (DURATION)
});
const UNITS = {
ms: 1,
s: 1_000,
m: 60_000,
h: 3_600_000,
d: 86_400_000,
w: 7 * 86_400_000,
y: 365 * 86_400_000,
};
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
function parseDuration(text) {
if (!DURATION.test(text))
return undefined;
let total = 0;
for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
return total;
}
}),
51260: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (proxyVariables),
r: () => (readProxies)
});
var __import_0__ = __webpack_require__(77030);
const VARIABLES = { 'http:': 'HTTP_PROXY', 'https:': 'HTTPS_PROXY' };
function readProxies(env) {
const problems = [];
const read = (scheme) => {
const [variable, text] = setting(env, VARIABLES[scheme]);
if (text === '')
return undefined;
const found = parse(variable, text);
if (typeof found === 'object')
return found;
problems.push(notAProxy(variable, found));
return undefined;
};
const exempts = exemptions(setting(env, 'NO_PROXY')[1]);
return { proxies: { 'http:': read('http:'), 'https:': read('https:'), exempts }, problems };
}
function setting(env, name) {
const spellings = [name.toLowerCase(), name];
const variable = spellings.find((one) => env[one]?.trim()) ?? name;
return [variable, env[variable]?.trim() ?? ''];
}
function parse(variable, text) {
if (/^socks/i.test(text))
return 'socks';
const value = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
const url = URL.parse(value);
if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
return 'malformed';
const [user, password] = [decoded(url.username), decoded(url.password)];
if (user === undefined || password === undefined)
return 'malformed';
const basic = Buffer.from(`${user}:${password}`).toString('base64');
const hasCredentials = user !== '' || password !== '';
const authorization = hasCredentials ? `Basic ${basic}` : undefined;
return { variable, origin: url.origin, authorization, value };
}
function decoded(text) {
try {
return decodeURIComponent(text);
}
catch {
return undefined;
}
}
function notAProxy(variable, what) {
const example = 'http://proxy.example.com:3128';
return what === 'socks'
? {
code: 'proxy-variable',
severity: 'error',
message: `${variable} names a SOCKS proxy, which is not supported.`,
hint: `Name an HTTP proxy, such as ${example}, or unset ${variable} if this machine can reach the Internet without a proxy.`,
}
: {
code: 'proxy-variable',
severity: 'error',
message: `${variable} is not the address of an HTTP proxy.`,
hint: `Use a value such as ${example}, or http://USER:PASSWORD@proxy.example.com:3128 with every special character of the password percent-encoded ("@" is %40, "/" is %2F).`,
};
}
function exemptions(text) {
const networks = new __import_0__.BlockList();
const hosts = [];
for (const entry of text.toLowerCase().split(/[\s,]+/)) {
const [, network = '', bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
const size = { 0: -1, 4: 32, 6: 128 }[(0, __import_0__.isIP)(network)] ?? -1;
if (Number(bits) <= size)
networks.addSubnet(network, Number(bits), familyOf(network));
else if (entry !== '')
hosts.push(hostOf(entry));
}
return (url) => {
const host = bare(url.hostname);
const port = url.port || (url.protocol === 'https:' ? '443' : '80');
if ((0, __import_0__.isIP)(host) !== 0 && networks.check(host, familyOf(host)))
return true;
return hosts.some((named) => (named.port === undefined || named.port === port) &&
(named.host === '*' || named.host === host || host.endsWith(`.${named.host}`)));
};
}
const familyOf = (address) => ((0, __import_0__.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
function hostOf(entry) {
const [, host = entry, port] = ((0, __import_0__.isIP)(entry) === 0 && /^(.+):(\d+)$/.exec(entry)) || [];
return { host: bare(host).replace(/^\*?\.(?=.)/, ''), port };
}
const bare = (host) => host.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, '');
function proxyVariables(env) {
const { proxies } = readProxies(env);
const [, exempt] = setting(env, 'NO_PROXY');
return {
...(proxies['http:'] && { HTTP_PROXY: proxies['http:'].value }),
...(proxies['https:'] && { HTTPS_PROXY: proxies['https:'].value }),
...(exempt !== '' && { NO_PROXY: exempt.replace(/[\s,]+/g, ',') }),
};
}
}),
40493: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CS: () => (listFiles),
Em: () => (MAX_DASHBOARD_BYTES),
Fv: () => (walkFiles),
OH: () => (openWorkspace),
OS: () => (namesInFolder),
SH: () => (repositoryPath),
j6: () => (existsInWorkspace),
oS: () => (workspaceRoot),
tc: () => (fromRoot),
yR: () => (readText)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(61469);
const MAX_DASHBOARD_BYTES = 16_000_000;
const workspaceRoot = ({ GITHUB_WORKSPACE }) => GITHUB_WORKSPACE ?? process.cwd();
function openWorkspace(root, workingDirectory) {
const real = realRoot(root);
const wrong = (message) => unreadable('input/working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
try {
const folder = (0, __import_0__.realpathSync)((0, __import_1__.resolve)(real, workingDirectory));
if (!inside(real, folder))
throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
if (!(0, __import_0__.statSync)(folder).isDirectory())
throw wrong(`The working directory ${workingDirectory} is not a folder.`);
return { root: real, folder };
}
catch (error) {
if (error instanceof __import_2__.lZ)
throw error;
throw wrong(`The working directory ${workingDirectory} does not exist.`);
}
}
function realRoot(root) {
try {
return (0, __import_0__.realpathSync)(root);
}
catch {
const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
throw unreadable('input/workspace', `The workspace ${root} does not exist.`, hint);
}
}
function readText(workspace, path, maxBytes = 1_000_000) {
const file = repositoryPath(workspace, path);
const pending = workspace.pending?.get(file);
if (pending !== undefined)
return { file, text: pending };
const wrong = (message, hint) => unreadable('file/unreadable', `${file} ${message}.`, hint);
try {
const real = (0, __import_0__.realpathSync)((0, __import_1__.join)(workspace.folder, path));
if (!inside(workspace.root, real))
throw unreadable('file/outside', `${file} leads outside of the workspace.`, UNLINK);
const stat = (0, __import_0__.statSync)(real);
if (!stat.isFile())
throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'not a file'}`, READABLE);
const { size } = stat;
if (size > maxBytes) {
const message = `${file} has ${size} bytes, more than the limit of ${maxBytes}.`;
throw unreadable('file/too-large', message, 'Is this the right file?');
}
const bytes = (0, __import_0__.readFileSync)(real);
const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
return { file, text, ...(isMarked && { isMarked }) };
}
catch (error) {
if (error instanceof __import_2__.lZ)
throw error;
const code = error.code;
if (code === 'ENOENT' || code === 'ENOTDIR')
return undefined;
if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
throw wrong(`cannot be read: ${(0, __import_2__.bD)(error)}`, READABLE);
}
}
const UNLINK = 'Replace the link with the file itself.';
const READABLE = 'Check that it is a file and may be read.';
function listFiles(workspace, path, ending) {
const pending = pendingBelow(workspace, path).filter((one) => one.endsWith(ending));
try {
const absolute = (0, __import_0__.realpathSync)((0, __import_1__.join)(workspace.folder, path));
if (!(0, __import_0__.statSync)(absolute).isDirectory() || !inside(workspace.root, absolute))
return [path];
const files = (0, __import_0__.readdirSync)((0, __import_1__.join)(workspace.folder, path), { withFileTypes: true, recursive: true })
.filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
.map((entry) => (0, __import_1__.relative)(workspace.folder, (0, __import_1__.join)(entry.parentPath, entry.name)));
return [...new Set([...files, ...pending])].toSorted();
}
catch {
return pending.length > 0 ? pending : [path];
}
}
function pendingBelow(workspace, path) {
const folder = repositoryPath(workspace, path);
return [...(workspace.pending?.keys() ?? [])]
.filter((file) => folder === '.' || file.startsWith(`${folder}/`))
.map((file) => fromRoot(workspace, file))
.toSorted();
}
function existsInWorkspace(workspace, path) {
const absolute = (0, __import_1__.join)(workspace.folder, path);
if (workspace.pending?.has(repositoryPath(workspace, path)))
return true;
if (pendingBelow(workspace, path).length > 0)
return true;
return (0, __import_0__.existsSync)(absolute) && inside(workspace.root, (0, __import_0__.realpathSync)(absolute));
}
function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
const [paths, closed] = [[], []];
paths.push(...pendingBelow(workspace, '').filter((path) => !path.split('/').slice(0, -1).some(skips)));
const pending = new Set(paths);
const folders = [{ path: '', depth: 0 }];
for (let folder = folders.pop(); folder; folder = folders.pop())
for (const entry of entriesOf(workspace, folder.path, closed)) {
const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
if (!entry.isDirectory()) {
if (!pending.has(path))
paths.push(path);
}
else if (!skips(entry.name) && folder.depth < maxDepth)
folders.push({ path, depth: folder.depth + 1 });
if (paths.length >= maxFiles)
return { paths: paths.toSorted(), incomplete: true, closed };
}
return { paths: paths.toSorted(), incomplete: false, closed };
}
function namesInFolder(workspace, path) {
const folder = (0, __import_1__.join)(workspace.folder, path);
if (!(0, __import_0__.existsSync)(folder) || !inside(workspace.root, (0, __import_0__.realpathSync)(folder)))
return [];
return (0, __import_0__.statSync)(folder).isDirectory() ? entriesOf(workspace, path, []).map(({ name }) => name) : [];
}
function entriesOf(workspace, path, closed) {
try {
return (0, __import_0__.readdirSync)((0, __import_1__.join)(workspace.folder, path), { withFileTypes: true });
}
catch {
closed.push(repositoryPath(workspace, path));
return [];
}
}
function fromRoot(workspace, path) {
return (0, __import_1__.relative)(workspace.folder, (0, __import_1__.join)(workspace.root, path));
}
function repositoryPath(workspace, path) {
return (0, __import_1__.relative)(workspace.root, (0, __import_1__.join)(workspace.folder, path)).split(__import_1__.sep).join('/') || '.';
}
const inside = (root, path) => path === root || path.startsWith(root + __import_1__.sep);
function unreadable(code, message, hint) {
const problem = { code, severity: 'error', message, hint };
return new __import_2__.lZ('configuration', [problem]);
}
}),
24480: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Lp: () => (CODES),
Vv: () => (isWarning),
aQ: () => (isSilenceable),
nb: () => (isAdvice)
});
const UNSILENCEABLE = [
'input/workspace',
'input/working-directory',
'input/value',
'input/incomplete-group',
'input/url',
'input/url-credentials',
'input/url-http',
'input/timeout',
'input/password',
'input/fly-token-missing',
'input/fly-token-quoted',
'input/fly-token-broken',
'input/grafana-missing',
'input/grafana-token',
'input/receiver',
'input/receiver-missing',
'input/credentials',
'input/flyctl-version',
'input/flyctl-sha256',
'input/name-conflict',
'config/missing',
'config/other-kind',
'config/syntax',
'config/too-large',
'config/aliases',
'config/unknown-key',
'config/missing-key',
'config/value',
'config/private-grafana',
'config/duplicate-name',
'config/duplicate-port',
'config/duplicate-address',
'config/unknown-app',
'config/reserved-name',
'config/monitoring-app',
'config/plain-image',
'config/replica-regions',
'config/private-replicas',
'config/agent-target',
'config/agent-store',
'config/agent-conflict',
'config/shards-without-agent',
'config/fly-engine',
'config/reserved-label',
'config/scrape-timeout',
'config/tls-without-https',
'config/two-credentials',
'config/credentials-over-http',
'config/notified-twice',
'file/missing',
'file/unreadable',
'file/outside',
'file/too-large',
'file/not-checked',
'yaml/syntax',
'fly/syntax',
'dashboard/json',
];
const ERRORS = [
'config/placeholder',
'config/pattern',
'config/not-stored',
'config/removed-metric',
'prometheus/promtool',
'fly/flyctl',
'fly/type',
'fly/check-type',
'fly/service-processes',
'fly/check-port',
'fly/metrics-section',
'fly/machine-size',
'query/syntax',
'rules/shape',
'rules/template',
'rules/name-taken',
'rules/record-with-agent',
'rules/test-failed',
'rules/experimental',
'query/bucket-of-summary',
'query/no-such-series',
'query/never-matches',
'query/short-range',
'query/quantile',
'query/no-le',
'prometheus/placeholder',
'prometheus/remote-url',
'prometheus/dns-type',
'prometheus/rule-file',
'rules/result',
'rules/value-in-label',
'workflow/pull-request-target',
'workflow/if-secrets',
'workflow/no-trigger',
'workflow/action-version',
'workflow/flyctl-version',
'dashboard/shape',
'dashboard/other-engine',
'dashboard/schema-v2',
'dashboard/input',
'dashboard/no-title',
'dashboard/uid-form',
'dashboard/duplicate-uid',
];
const WARNINGS = [
'input/heartbeat-unused',
'config/static-on-fly',
'config/no-query-url',
'fly/secret-in-env',
'workflow/secret',
'fly/open-prometheus',
'fly/prometheus-admin',
'config/severity-without-receiver',
'fly/app-name',
'fly/prometheus-user',
'fly/prometheus-volume',
'fly/auto-start',
'fly/port-variable',
'fly/started-port',
'fly/scale-to-zero',
'fly/public-metrics',
'fly/several-metrics',
'fly/metrics-coverage',
'fly/missing-process',
'fly/ignored-process',
'fly/ipv4-bind',
'fly/immediate',
'fly/bluegreen-check',
'fly/bluegreen-volume',
'fly/retention-size',
'fly/memory',
'fly/memory-twice',
'fly/service-ports',
'fly/file-path',
'fly/raw-value',
'fly/dockerfile',
'fly/no-dockerfile',
'fly/broken-image',
'query/undeclared-metric',
'query/unrecorded-metric',
'query/maybe-summary',
'query/raw-counter',
'query/rate-of-gauge',
'query/rate-of-sum',
'query/ratio-of-itself',
'query/literal-pattern',
'query/sparse-range',
'query/experimental',
'query/limit',
'workflow/no-config',
'workflow/ignored-dockerfile',
'workflow/build-context',
'workflow/no-token',
'workflow/deploy-pull-request',
'workflow/any-branch',
'workflow/paths',
'workflow/concurrency',
'workflow/shared-group',
'workflow/cancel',
'workflow/permissions',
'workflow/unpinned',
'workflow/ignored',
'workflow/input',
'prometheus/secret',
'prometheus/static-internal',
'prometheus/instance-label',
'prometheus/unknown-app',
'prometheus/public-target',
'prometheus/proxied-target',
'prometheus/ipv4-target',
'prometheus/empty',
'rules/duplicate',
'rules/documents',
'ignore/no-reason',
'ignore/unused',
'ignore/renamed',
'dashboard/undefined-datasource',
'dashboard/fixed-datasource',
'dashboard/fly-metrics',
'dashboard/library-panel',
'dashboard/undefined-variable',
'file/drift',
'yaml/indentation',
'fly/unknown-key',
];
const ADVICE = [
'rules/record-name',
'rules/no-for',
'rules/no-severity',
'dashboard/duplicate-panel-id',
'dashboard/unrelated',
'rules/unrelated',
'dashboard/no-query',
'dashboard/no-unit',
'fly/no-checks',
'fly/volume-size',
'fly/check-limits',
'fly/builds',
'prometheus/unknown-port',
];
const CODES = [...UNSILENCEABLE, ...ERRORS, ...WARNINGS, ...ADVICE];
const silenceable = new Set([...ERRORS, ...WARNINGS, ...ADVICE]);
const advice = new Set(ADVICE);
const warnings = new Set([...WARNINGS, ...ADVICE]);
const isSilenceable = (code) => silenceable.has(code);
const isAdvice = (code) => advice.has(code);
const isWarning = (code) => warnings.has(code);
}),
69466: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C3: () => (APP_NAME),
Zg: () => (REGION),
_G: () => (flyHost),
cM: () => (internalHost),
ds: () => (privateUrl),
mh: () => (publicHost),
x6: () => (publicUrl)
});
const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REGION = /^[a-z]{3}$/;
const publicHost = (app) => `${app}.fly.dev`;
const publicUrl = (app) => `https://${publicHost(app)}`;
const internalHost = (app) => `${app}.internal`;
const privateUrl = (app) => `http://${internalHost(app)}:9090`;
const HOST = /^(?:(?:all|global|[a-z]{3}|(?:top\d+\.)?nearest\.of|[0-9a-f]+\.vm|[\w-]+\.[\w-]+\.kv\._metadata|(?<process>[\w-]+)\.process)\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal$/;
const PROXY = /^(?<app>[a-z0-9][a-z0-9-]*)\.(?<domain>flycast|fly\.dev)$/;
const OTHERS = new Set([
...['docker', 'containers', 'railway', 'ec2', 'google', 'compute', 'lima', 'orb', 'minikube', 'k3d'],
...['cloudapp', 'scaleway'],
]);
function flyHost(host) {
const internal = HOST.exec(host)?.groups;
if (internal?.app !== undefined)
return OTHERS.has(internal.app)
? undefined
: { app: internal.app, process: internal.process, network: 'internal' };
const { app, domain } = PROXY.exec(host)?.groups ?? {};
return app === undefined
? undefined
: { app, process: undefined, network: domain === 'flycast' ? 'flycast' : 'public' };
}
}),
34061: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Mw: () => (FLY_JOB),
N7: () => (FLY_INTERVAL_MS),
QY: () => (FLY_METRICS_TOKEN),
YW: () => (FLY_INTERVAL),
_j: () => (FLY_LAG_MS),
cC: () => (FLY_SERIES),
eK: () => (FLY_LABELS),
iJ: () => (FLY_SERIES_OF_EVENTS),
lw: () => (MAKE_FLY_METRICS_TOKEN),
wl: () => (flyMetricsUrl),
xj: () => (FLY_METRICS_HOST)
});
const FLY_JOB = 'fly';
const FLY_METRICS_HOST = 'api.fly.io';
const flyMetricsUrl = (organization) => `https://${FLY_METRICS_HOST}/prometheus/${encodeURIComponent(organization)}`;
const FLY_LABELS = ['app', 'region', 'host', 'instance'];
const FLY_METRICS_TOKEN = 'FLY_METRICS_TOKEN';
const MAKE_FLY_METRICS_TOKEN = 'flyctl tokens create readonly ORGANIZATION';
const OF_MACHINES = [
'fly_instance_up',
'fly_instance_memory_mem_total',
'fly_instance_memory_mem_available',
'fly_instance_cpu_balance',
'fly_instance_cpu_throttle',
'fly_instance_cpu_baseline',
'fly_instance_filesystem_blocks',
'fly_instance_filesystem_blocks_avail',
];
const FLY_SERIES_OF_EVENTS = [
'fly_instance_uptime_seconds',
'fly_instance_exit_code',
'fly_instance_exit_oom',
'fly_volume_size_bytes',
'fly_volume_used_pct',
'fly_edge_http_responses_count',
'fly_app_http_response_time_seconds_bucket',
];
const FLY_SERIES = [...OF_MACHINES, ...FLY_SERIES_OF_EVENTS];
const FLY_INTERVAL = '15s';
const FLY_INTERVAL_MS = 15_000;
const FLY_LAG_MS = 300_000;
}),
31304: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Xq: () => (REMOVED),
aZ: () => (isRetired),
j4: () => (OLD_CODES),
ro: () => (currentCode),
x0: () => (REPLACED)
});
const RENAMED = {
'workspace-missing': 'input/workspace',
'input-half-group': 'input/incomplete-group',
'input-beside-file': 'input/name-conflict',
'input-working-directory': 'input/working-directory',
'input-value': 'input/value',
'input-url': 'input/url',
'input-url-credentials': 'input/url-credentials',
'input-timeout': 'input/timeout',
'input-password': 'input/password',
'input-fly-token-missing': 'input/fly-token-missing',
'input-fly-token-quoted': 'input/fly-token-quoted',
'input-fly-token-broken': 'input/fly-token-broken',
'input-grafana-missing': 'input/grafana-missing',
'input-grafana-token': 'input/grafana-token',
'input-flyctl-version': 'input/flyctl-version',
'input-flyctl-sha256': 'input/flyctl-sha256',
'config-missing': 'config/missing-key',
'config-duplicate': 'config/duplicate-name',
'config-leftover': 'config/placeholder',
'config-syntax': 'config/syntax',
'config-too-large': 'config/too-large',
'config-aliases': 'config/aliases',
'config-unknown-key': 'config/unknown-key',
'config-value': 'config/value',
'config-duplicate-port': 'config/duplicate-port',
'config-unknown-app': 'config/unknown-app',
'config-reserved-name': 'config/reserved-name',
'config-monitoring-app': 'config/monitoring-app',
'config-plain-image': 'config/plain-image',
'ignore-no-reason': 'ignore/no-reason',
'ignore-unused': 'ignore/unused',
'file-missing': 'file/missing',
'file-unreadable': 'file/unreadable',
'file-outside': 'file/outside',
'file-too-large': 'file/too-large',
'file-drift': 'file/drift',
'yaml-syntax': 'yaml/syntax',
'fly-toml-vm': 'fly/machine-size',
'fly-toml-prometheus-open': 'fly/open-prometheus',
'fly-toml-metrics-public': 'fly/public-metrics',
'fly-toml-metrics-first': 'fly/several-metrics',
'fly-toml-no-such-process': 'fly/missing-process',
'fly-toml-process-ignored': 'fly/ignored-process',
'fly-toml-syntax': 'fly/syntax',
'fly-toml-type': 'fly/type',
'fly-toml-check-type': 'fly/check-type',
'fly-toml-service-processes': 'fly/service-processes',
'fly-toml-duration': 'fly/type',
'fly-toml-check-port': 'fly/check-port',
'fly-toml-secret-in-env': 'fly/secret-in-env',
'fly-toml-app-name': 'fly/app-name',
'fly-toml-scale-to-zero': 'fly/scale-to-zero',
'fly-toml-metrics-coverage': 'fly/metrics-coverage',
'fly-toml-ipv4-bind': 'fly/ipv4-bind',
'fly-toml-no-checks': 'fly/no-checks',
'fly-toml-immediate': 'fly/immediate',
'fly-toml-bluegreen-volume': 'fly/bluegreen-volume',
'fly-toml-volume-size': 'fly/volume-size',
'fly-toml-retention-size': 'fly/retention-size',
'fly-toml-memory': 'fly/memory',
'fly-toml-service-ports': 'fly/service-ports',
'fly-toml-check-limits': 'fly/check-limits',
'fly-toml-file-path': 'fly/file-path',
'fly-toml-raw-value': 'fly/raw-value',
'fly-toml-dockerfile': 'fly/dockerfile',
'fly-toml-builds': 'fly/builds',
'fly-toml-unknown-key': 'fly/unknown-key',
'promql-syntax': 'query/syntax',
'promql-never': 'query/never-matches',
'promql-no-le': 'query/no-le',
'promql-experimental': 'query/experimental',
'promql-limit': 'query/limit',
'metric-bucket-of-summary': 'query/bucket-of-summary',
'metric-no-such-series': 'query/no-such-series',
'metric-undeclared': 'query/undeclared-metric',
'metric-unrecorded': 'query/unrecorded-metric',
'metric-maybe-summary': 'query/maybe-summary',
'metric-counter-raw': 'query/raw-counter',
'metric-rate-of-gauge': 'query/rate-of-gauge',
'dashboard-title': 'dashboard/no-title',
'dashboard-datasource-undefined': 'dashboard/undefined-datasource',
'dashboard-datasource-fixed': 'dashboard/fixed-datasource',
'dashboard-variable-undefined': 'dashboard/undefined-variable',
'dashboard-duplicate-id': 'dashboard/duplicate-panel-id',
'dashboard-foreign': 'dashboard/unrelated',
'dashboard-json': 'dashboard/json',
'dashboard-shape': 'dashboard/shape',
'dashboard-uid-form': 'dashboard/uid-form',
'dashboard-duplicate-uid': 'dashboard/duplicate-uid',
'panel-no-query': 'dashboard/no-query',
'panel-no-unit': 'dashboard/no-unit',
'rules-foreign': 'rules/unrelated',
'rule-experimental': 'rules/experimental',
'rule-result': 'rules/result',
'rule-record-name': 'rules/record-name',
'alert-no-for': 'rules/no-for',
'alert-no-severity': 'rules/no-severity',
'rules-duplicate': 'rules/duplicate',
'rules-documents': 'rules/documents',
'prometheus-leftover': 'prometheus/placeholder',
'prometheus-url': 'prometheus/remote-url',
'prometheus-app-unknown': 'prometheus/unknown-app',
'prometheus-port-unknown': 'prometheus/unknown-port',
'prometheus-dns-type': 'prometheus/dns-type',
'prometheus-rule-file': 'prometheus/rule-file',
'prometheus-secret': 'prometheus/secret',
'prometheus-static-internal': 'prometheus/static-internal',
'prometheus-instance-label': 'prometheus/instance-label',
'prometheus-public-target': 'prometheus/public-target',
'prometheus-empty': 'prometheus/empty',
'workflow-deploy-pull-request': 'workflow/deploy-pull-request',
'workflow-pull-request-target': 'workflow/pull-request-target',
'workflow-if-secrets': 'workflow/if-secrets',
'workflow-secret': 'workflow/secret',
'workflow-no-token': 'workflow/no-token',
'workflow-any-branch': 'workflow/any-branch',
'workflow-paths': 'workflow/paths',
'workflow-concurrency': 'workflow/concurrency',
'workflow-cancel': 'workflow/cancel',
'workflow-permissions': 'workflow/permissions',
'workflow-unpinned': 'workflow/unpinned',
'workflow-ignored': 'workflow/ignored',
'workflow-input': 'workflow/input',
promtool: 'prometheus/promtool',
flyctl: 'fly/flyctl',
};
const REPLACED = {
'fly-toml-strategy': 'fly/flyctl',
'fly-toml-mount': 'fly/flyctl',
'fly-toml-restart-policy': 'fly/flyctl',
'fly-toml-command': 'fly/flyctl',
'fly-toml-compression': 'fly/flyctl',
'fly-toml-unknown-process': 'fly/flyctl',
'prometheus-shape': 'prometheus/promtool',
'prometheus-unknown-key': 'prometheus/promtool',
'prometheus-duration': 'prometheus/promtool',
'prometheus-timeout': 'prometheus/promtool',
'prometheus-job-name': 'prometheus/promtool',
'prometheus-target': 'prometheus/promtool',
'prometheus-dns': 'prometheus/promtool',
'prometheus-regex': 'prometheus/promtool',
'prometheus-relabel': 'prometheus/promtool',
'prometheus-auth': 'prometheus/promtool',
'rules-shape': 'prometheus/promtool',
'rules-unknown-key': 'prometheus/promtool',
'rules-duplicate-group': 'prometheus/promtool',
'rules-duration': 'prometheus/promtool',
'rules-label': 'prometheus/promtool',
'rules-template': 'prometheus/promtool',
};
const REMOVED = {
'fly/private-metrics': 'a metrics port that is not public is right',
'dashboard/no-uid': 'a missing uid is derived from the name of the file',
'dashboard-uid': 'a missing uid is derived from the name of the file',
'config/not-yet': 'every key of the format is supported',
'config-not-yet': 'every key of the format is supported',
'fly/dedicated-ip': 'the action allocates addresses that a first deploy needs',
'fly-toml-dedicated-ip': 'the action allocates addresses that a first deploy needs',
'fly-toml-metrics-private': 'a metrics port that is not public is right',
};
const OLD_CODES = [RENAMED, REPLACED, REMOVED].flatMap((codes) => Object.keys(codes));
const isRetired = (code) => Object.hasOwn(REPLACED, code) || Object.hasOwn(REMOVED, code);
const currentCode = (name) => Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
}),
10980: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Cb: () => (REPLICA_LABEL),
Mc: () => (REPORTED_SERIES),
P8: () => (EXTRA_SERIES),
Qm: () => (ALERTMANAGER_METRICS),
Tk: () => (vectorOf),
cZ: () => (ALERTMANAGER_JOB),
eG: () => (isAddedByPrometheus),
gu: () => (SELF_JOB),
lK: () => (SELF_TARGET),
p7: () => (ALERT_SERIES),
pd: () => (ARRIVAL_METRIC),
qe: () => (MONITOR_LABEL),
su: () => (DRILL)
});
const vectorOf = ({ result }) => result.resultType === 'vector' ? result.result : [];
const DRILL = {
alert: 'Drill',
path: '/api/v1/query_exemplars?query=%5B',
handler: '/api/v1/query_exemplars',
code: '400',
requests: 20,
};
const SELF_JOB = 'prometheus';
const MONITOR_LABEL = 'monitor';
const REPLICA_LABEL = 'replica';
const SELF_TARGET = 'localhost:9090';
const ALERTMANAGER_JOB = 'alertmanager';
const ALERTMANAGER_METRICS = [
'process_start_time_seconds',
'alertmanager_config_hash',
'alertmanager_config_last_reload_successful',
'alertmanager_silences',
'alertmanager_notification_requests_total',
'alertmanager_notification_requests_failed_total',
'alertmanager_notifications_failed_total',
];
const ARRIVAL_METRIC = 'up';
const REPORTED_SERIES = [
'up',
'scrape_duration_seconds',
'scrape_samples_scraped',
'scrape_samples_post_metric_relabeling',
'scrape_series_added',
];
const EXTRA_SERIES = [
'scrape_timeout_seconds',
'scrape_sample_limit',
'scrape_body_size_bytes',
];
const ALERT_SERIES = ['ALERTS', 'ALERTS_FOR_STATE'];
const ADDED_SERIES = new Set([...REPORTED_SERIES, ...EXTRA_SERIES, ...ALERT_SERIES]);
const isAddedByPrometheus = (name) => ADDED_SERIES.has(name);
})
};

export const id = 7247;
export const ids = [7247];
export const modules = {
10550: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (replicaRegions),
u: () => (hasReplicas)
});
var _shards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30170);
const replicaRegions = (monitoring) => {
const { region, regions, replicas, shards } = monitoring;
if ((0, _shards_js__WEBPACK_IMPORTED_MODULE_0__.g)(monitoring))
return Array.from({ length: shards }, () => regions?.[0] ?? region);
return regions ?? Array.from({ length: replicas }, () => region);
};
const hasReplicas = ({ replicas }) => replicas > 1;
}),
3181: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ac: () => (DIGEST_VARIABLE),
Qn: () => (renderManualFlyToml),
YC: () => (renderFlyToml)
});
var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
var _config_engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4805);
var _config_replicas_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10550);
var _config_shards_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30170);
var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69466);
var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19149);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95312);
const SHARE_OF_VOLUME = 0.75;
const DIGEST_VARIABLE = 'DEPLOY_MONITORING_DIGEST';
function renderFlyToml(config, files, digest) {
const { image } = config.monitoring;
return (0, smol_toml__WEBPACK_IMPORTED_MODULE_0__.As)({
...app(config),
...(image !== undefined && { build: { image } }),
...environment({
...alertmanagerPeers(config),
...(digest !== undefined && { [DIGEST_VARIABLE]: digest }),
}),
...commands(config),
...machine(config),
files: files.map((file) => ({
guest_path: file.guestPath,
...('secret' in file ? { secret_name: file.secret } : { local_path: file.name }),
...ofEachShard(config),
})),
});
}
const commands = (config) => (0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.g)(config.monitoring)
? {
processes: Object.fromEntries((0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.Q)(config.monitoring).map((group, i) => [
group,
prometheusFlags(config, i + 1).join(' '),
])),
}
: { experimental: { cmd: prometheusFlags(config) } };
const ofEachShard = ({ monitoring }) => (0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.g)(monitoring) ? { processes: [...(0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.Q)(monitoring)] } : {};
function renderManualFlyToml(config, files) {
const { image, access, retention } = config.monitoring;
return (0, smol_toml__WEBPACK_IMPORTED_MODULE_0__.As)({
...app(config),
build: image === undefined ? { dockerfile: 'Dockerfile.monitoring' } : { image },
env: {
PROMETHEUS_ACCESS: access,
...((0, _config_engine_js__WEBPACK_IMPORTED_MODULE_1__.yh)(config.monitoring)
? { PROMETHEUS_ENGINE: 'agent' }
: { PROMETHEUS_RETENTION_TIME: retention }),
...alertmanagerPeers(config),
},
...((0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.g)(config.monitoring) && {
processes: Object.fromEntries((0, _config_shards_js__WEBPACK_IMPORTED_MODULE_5__.Q)(config.monitoring).map((group) => [group, ''])),
}),
...machine(config),
files: files.map(({ guestPath, path }) => ({
...{ guest_path: guestPath, local_path: path },
...ofEachShard(config),
})),
});
}
function app(config) {
return {
app: config.monitoring.app,
primary_region: (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_6__.C)(config.monitoring)[0],
kill_signal: 'SIGTERM',
kill_timeout: '30s',
swap_size_mb: 512,
};
}
function machine(config) {
const { volume, vm, access } = config.monitoring;
const groups = ofEachShard(config);
return {
...((0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_6__.u)(config.monitoring) && { deploy: ONE_AT_A_TIME }),
mounts: [
{ source: volume.name, destination: '/prometheus', initial_size: `${volume.size_gb}gb`, ...groups },
],
...(access === 'private'
? { checks: { prometheus: { type: 'tcp', port: 9090, ...CHECK } } }
: { services: [{ ...publicService(), ...groups }] }),
restart: [{ policy: 'always', ...groups }],
vm: [{ size: vm.size, memory: `${vm.memory_mb}mb` }],
};
}
const ONE_AT_A_TIME = { strategy: 'rolling', max_unavailable: 1 };
const environment = (env) => (Object.keys(env).length > 0 ? { env } : {});
const alertmanagerPeers = ({ monitoring, alerts }) => (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_6__.u)(monitoring) && alerts.notify
? { ALERTMANAGER_PEERS: `${(0, _model_fly_names_js__WEBPACK_IMPORTED_MODULE_2__.cM)(monitoring.app)}:9094` }
: {};
function prometheusFlags(config, shard) {
const { access } = config.monitoring;
return [
`--config.file=${(0, _prometheus_js__WEBPACK_IMPORTED_MODULE_4__.Ze)(shard).guestPath}`,
...((0, _config_engine_js__WEBPACK_IMPORTED_MODULE_1__.yh)(config.monitoring) ? agentFlags(config) : serverFlags(config)),
'--web.listen-address=[::]:9090',
...(access === 'public' ? [] : [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_4__.es.webConfig}`]),
...(config.alerts.notify ? alertingFlags(config) : []),
...expandingFlags(config),
];
}
const serverFlags = ({ monitoring: { retention, volume } }) => [
'--storage.tsdb.path=/prometheus',
`--storage.tsdb.retention.time=${retention}`,
`--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
];
const agentFlags = ({ monitoring }) => [
(0, _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_3__.q)(monitoring.image).major < 3 ? '--enable-feature=agent' : '--agent',
'--storage.agent.path=/prometheus/agent',
];
const alertingFlags = ({ monitoring }) => [
'--rules.alert.resend-delay=10s',
`--web.external-url=${(0, _prometheus_js__WEBPACK_IMPORTED_MODULE_4__.RV)(monitoring)}/`,
];
const CHECK = { interval: '15s', timeout: '2s', grace_period: '10s' };
const expandingFlags = ({ monitoring }) => (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_6__.u)(monitoring) && (0, _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_3__.q)(monitoring.image).major < 3
? ['--enable-feature=expand-external-labels']
: [];
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
tcp_checks: [CHECK],
};
}
}),
27247: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
renderedFiles: () => (renderedFiles)
});
var _config_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4805);
var _config_fly_engine_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47817);
var _config_shards_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30170);
var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19149);
var _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29829);
var _fly_toml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3181);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95312);
var _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54879);
var _mark_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32391);
var _paths_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83052);
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
const REMOTE_WRITE = {
url: placeholder('GRAFANA_PROMETHEUS_URL'),
user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
const SHARD = { number: placeholder('SHARD'), hash: placeholder('SHARD_HASH') };
function renderedFiles(config, source, ownRules) {
if ((0, _config_fly_engine_js__WEBPACK_IMPORTED_MODULE_8__.kk)(config.monitoring))
return [];
const rules = (0, _config_engine_js__WEBPACK_IMPORTED_MODULE_0__.yh)(config.monitoring)
? []
: [
{ path: _paths_js__WEBPACK_IMPORTED_MODULE_7__.MU, guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_4__.es.rules },
...ownRules.map((path, i) => ({ path, guestPath: (0, _prometheus_js__WEBPACK_IMPORTED_MODULE_4__.Nv)(path, i).guestPath })),
];
const prometheus = (0, _prometheus_js__WEBPACK_IMPORTED_MODULE_4__.Be)(config, {
version: (0, _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_1__.q)(config.monitoring.image),
ruleFiles: rules.map(({ guestPath }) => guestPath),
remoteWrite: REMOTE_WRITE,
...((0, _config_shards_js__WEBPACK_IMPORTED_MODULE_9__.g)(config.monitoring) && { shard: SHARD }),
});
const { monitoring, alerts } = config;
const alertmanager = (alerts.notify ? (0, _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_2__.jI)(monitoring.app, alerts.notify, () => true) : []).map(({ name, ...file }) => ({ ...file, path: `${_paths_js__WEBPACK_IMPORTED_MODULE_7__.Ny}/${name}` }));
const flyToml = (0, _fly_toml_js__WEBPACK_IMPORTED_MODULE_3__.Qn)(config, [
{ guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_7__.VM },
...rules,
...alertmanager,
]);
const files = {
[_paths_js__WEBPACK_IMPORTED_MODULE_7__.VM]: withIgnoreComment(prometheus),
...(rules.length > 0 && { [_paths_js__WEBPACK_IMPORTED_MODULE_7__.MU]: (0, _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_5__.a)(config, { remoteWrite: true }) }),
...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
[_paths_js__WEBPACK_IMPORTED_MODULE_7__.L_]: `${BY_HAND}${flyToml}`,
};
return Object.entries(files).map(([path, text]) => ({
path,
text: (0, _mark_js__WEBPACK_IMPORTED_MODULE_6__.E)(text, source),
executable: false,
}));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{(?:GRAFANA_PROMETHEUS_|SHARD\})/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);
}),
54879: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
a: () => (renderRules)
});
var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25478);
var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73418);
var _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85982);
var _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31687);
function renderRules(config, options) {
const groups = (0, _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
const document = new yaml__WEBPACK_IMPORTED_MODULE_0__.yo({
groups: groups.map(({ name, rules }) => ({
name,
rules: rules.map((rule) => plainRule(rule, options)),
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
const plainRule = (rule, options) => (0, _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__.H)(rule)
? {
alert: rule.alert,
expr: rule.expr,
for: rule.for,
labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
annotations: annotations(rule, options),
}
: { record: rule.record, expr: rule.expr, ...(rule.labels && { labels: rule.labels }) };
const annotations = (rule, { grafanaUrl, isInGrafana }) => ({
summary: rule.summary,
description: rule.description,
runbook_url: (0, _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__.oV)(rule.alert),
...(isInGrafana?.(rule.panel.dashboard) !== false && { dashboard_url: (0, _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__.aF)(rule.panel, grafanaUrl) }),
});
}),
95312: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
es: () => (GUEST_PATHS),
X1: () => (PROMETHEUS_USER),
Ze: () => (configFile),
Nv: () => (ownRuleFile),
RV: () => (prometheusAddress),
Dh: () => (prometheusCredentials),
Be: () => (renderPrometheus)
});
var external_node_path_ = __webpack_require__(76760);
var dist = __webpack_require__(38815);
var engine = __webpack_require__(4805);
var replicas = __webpack_require__(10550);
var scrape_options = __webpack_require__(73016);
var fly_names = __webpack_require__(69466);
var prometheus = __webpack_require__(10980);
var shards = __webpack_require__(61457);
var alertmanager = __webpack_require__(29829);
var scrape_limits = __webpack_require__(96680);
var thresholds = __webpack_require__(94527);
var fly_series = __webpack_require__(34061);
var scrape_job = __webpack_require__(6779);
var scrape_secrets = __webpack_require__(58185);
;
const flyApps = ({ apps, monitoring }) => [...apps.map(({ app }) => app), monitoring.app];
function flyJob(config, { version, shard }) {
const { organization, vm, scrape_interval, app } = config.monitoring;
const { samples, bodyMb } = (0, scrape_limits.N)(vm.memory_mb);
const selector = `{__name__=~"${fly_series.cC.join('|')}",app=~"${flyApps(config).join('|')}"}`;
const isOften = (0, thresholds.TM)(scrape_interval) < (0, thresholds.TM)(fly_series.YW);
return {
job_name: fly_series.Mw,
...(isOften && { scrape_interval: fly_series.YW, scrape_timeout: '10s' }),
honor_labels: true,
honor_timestamps: true,
scheme: 'https',
metrics_path: `/prometheus/${encodeURIComponent(organization)}/federate`,
params: { 'match[]': [selector] },
...(0, scrape_secrets.RP)(),
...scrape_job.YN,
body_size_limit: `${bodyMb}MB`,
sample_limit: samples,
...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
static_configs: [{ targets: [fly_series.xj], labels: { service: fly_series.Mw, app } }],
...(shard !== undefined && { relabel_configs: (0, scrape_job.wy)(config.monitoring, shard) }),
};
}
var remote_write = __webpack_require__(88679);
;
const remoteWriteSection = (input, keyFile, targets) => [
...(input
? [
{
url: input.url,
...scrape_job.YN,
basic_auth: { username: input.user, password_file: keyFile },
queue_config: remote_write.hD,
},
]
: []),
...targets.map(sectionOf),
];
const sectionOf = (target) => ({
url: target.url,
name: (0, remote_write.je)(target),
...scrape_job.YN,
...(target.user !== undefined &&
target.password_env !== undefined && {
basic_auth: { username: target.user, password_file: (0, scrape_secrets.Cb)(target.password_env) },
}),
...sentSeries(target),
queue_config: { ...remote_write.hD, ...target.queue_config },
});
function sentSeries({ keep, drop }) {
const rules = (0, scrape_job.vq)({ keep: keep && [prometheus.pd, ...keep], drop });
return rules.length > 0 && { write_relabel_configs: rules };
}
;
const GUEST_PATHS = {
config: '/etc/prometheus/prometheus.yml',
rules: '/etc/prometheus/rules.yml',
webConfig: '/etc/prometheus/web.yml',
selfPassword: '/etc/prometheus/self-password',
remoteWriteKey: '/etc/prometheus/remote-write-key',
};
function configFile(shard = 1) {
const name = shard === 1 ? 'prometheus.yml' : `prometheus-${(0, shards.qz)(shard)}.yml`;
return { name, guestPath: external_node_path_.posix.join(external_node_path_.posix.dirname(GUEST_PATHS.config), name) };
}
const OWN_RULES_FOLDER = '/etc/prometheus/rules';
function ownRuleFile(path, i) {
const name = `rules-${i + 1}-${external_node_path_.posix.basename(path).replace(/[^\w.-]/g, '_')}`;
return { name, guestPath: `${OWN_RULES_FOLDER}/${name}` };
}
const prometheusAddress = ({ app, access }) => access === 'private' ? (0, fly_names.ds)(app) : (0, fly_names.x6)(app);
const PROMETHEUS_USER = 'prometheus';
const prometheusCredentials = (password) => password === undefined ? undefined : { user: PROMETHEUS_USER, password };
function renderPrometheus(config, options) {
const interval = config.monitoring.scrape_interval;
const written = remoteWriteSection(options.remoteWrite, GUEST_PATHS.remoteWriteKey, config.remote_write);
const isReplicated = (0, replicas.u)(config.monitoring);
const document = {
global: {
scrape_interval: interval,
scrape_timeout: (0, scrape_options.A8)(interval, '10s'),
...(!(0, engine.yh)(config.monitoring) && { evaluation_interval: interval }),
external_labels: { [prometheus.qe]: config.monitoring.app, ...(isReplicated && { replica: REPLICA }) },
},
...(config.alerts.notify && {
alerting: {
...(isReplicated && { alert_relabel_configs: [SAME_ALERT] }),
alertmanagers: [ALERTMANAGER],
},
}),
...(options.ruleFiles.length > 0 && { rule_files: [...options.ruleFiles] }),
scrape_configs: [
...config.services.map((service) => (0, scrape_job.D0)(service, config.monitoring, options)),
selfJob(config, options.shard),
...(config.alerts.notify ? [alertmanagerJob(config)] : []),
...(config.monitoring.fly_metrics ? [flyJob(config, options)] : []),
],
...(written.length > 0 && { remote_write: written }),
};
return (0, dist.As)(document, { lineWidth: 0 });
}
const REPLICA = `$\{FLY_MACHINE_ID}`;
const SAME_ALERT = { regex: prometheus.Cb, action: 'labeldrop' };
function selfJob(config, shard) {
return {
job_name: prometheus.gu,
...scrape_job.YN,
...(config.monitoring.access !== 'public' && {
basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
}),
static_configs: [
{
targets: [prometheus.lK],
labels: {
...{ service: prometheus.gu, app: config.monitoring.app },
...(shard !== undefined && { [shards.Yk]: shard.number }),
},
},
],
};
}
const ALERTMANAGER = { ...scrape_job.YN, static_configs: [{ targets: [alertmanager.Tc] }] };
function alertmanagerJob({ monitoring }) {
const interval = (0, scrape_options.A8)(monitoring.scrape_interval, '2s');
return {
job_name: prometheus.cZ,
...scrape_job.YN,
scrape_interval: interval,
scrape_timeout: interval,
static_configs: [
{ targets: [alertmanager.Tc], labels: { service: prometheus.cZ, app: monitoring.app } },
],
metric_relabel_configs: (0, scrape_job.vq)({ keep: [...prometheus.Qm] }),
};
}
})
};

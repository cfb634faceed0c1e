export const id = 7247;
export const ids = [7247];
export const modules = {
3181: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ac: () => (DIGEST_VARIABLE),
Qn: () => (renderManualFlyToml),
YC: () => (renderFlyToml)
});
var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
var _config_replicas_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10550);
var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69466);
var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19149);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35760);
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
experimental: { cmd: prometheusFlags(config) },
...machine(config),
files: files.map((file) => ({
guest_path: file.guestPath,
...('secret' in file ? { secret_name: file.secret } : { local_path: file.name }),
})),
});
}
function renderManualFlyToml(config, files) {
const { image, access, retention } = config.monitoring;
return (0, smol_toml__WEBPACK_IMPORTED_MODULE_0__.As)({
...app(config),
build: image === undefined ? { dockerfile: 'Dockerfile.monitoring' } : { image },
env: {
PROMETHEUS_ACCESS: access,
PROMETHEUS_RETENTION_TIME: retention,
...alertmanagerPeers(config),
},
...machine(config),
files: files.map(({ guestPath, path }) => ({ guest_path: guestPath, local_path: path })),
});
}
function app(config) {
return {
app: config.monitoring.app,
primary_region: (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_4__.C)(config.monitoring)[0],
kill_signal: 'SIGTERM',
kill_timeout: '30s',
swap_size_mb: 512,
};
}
function machine(config) {
const { volume, vm, access } = config.monitoring;
return {
...((0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_4__.u)(config.monitoring) && { deploy: ONE_AT_A_TIME }),
mounts: [{ source: volume.name, destination: '/prometheus', initial_size: `${volume.size_gb}gb` }],
...(access === 'private'
? { checks: { prometheus: { type: 'tcp', port: 9090, ...CHECK } } }
: { services: [publicService()] }),
restart: [{ policy: 'always' }],
vm: [{ size: vm.size, memory: `${vm.memory_mb}mb` }],
};
}
const ONE_AT_A_TIME = { strategy: 'rolling', max_unavailable: 1 };
const environment = (env) => (Object.keys(env).length > 0 ? { env } : {});
const alertmanagerPeers = ({ monitoring, alerts }) => (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_4__.u)(monitoring) && alerts.notify
? { ALERTMANAGER_PEERS: `${(0, _model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__.cM)(monitoring.app)}:9094` }
: {};
function prometheusFlags(config) {
const { access, retention, volume } = config.monitoring;
return [
`--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_3__.es.config}`,
'--storage.tsdb.path=/prometheus',
`--storage.tsdb.retention.time=${retention}`,
`--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
'--web.listen-address=[::]:9090',
...(access === 'public' ? [] : [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_3__.es.webConfig}`]),
...(config.alerts.notify ? alertingFlags(config) : []),
...expandingFlags(config),
];
}
const alertingFlags = ({ monitoring }) => [
'--rules.alert.resend-delay=10s',
`--web.external-url=${(0, _prometheus_js__WEBPACK_IMPORTED_MODULE_3__.RV)(monitoring)}/`,
];
const CHECK = { interval: '15s', timeout: '2s', grace_period: '10s' };
const expandingFlags = ({ monitoring }) => (0, _config_replicas_js__WEBPACK_IMPORTED_MODULE_4__.u)(monitoring) && (0, _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_2__.q)(monitoring.image).major < 3
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
var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19149);
var _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29829);
var _fly_toml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3181);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35760);
var _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54879);
var _mark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32391);
var _paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83052);
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
const REMOTE_WRITE = {
url: placeholder('GRAFANA_PROMETHEUS_URL'),
user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
function renderedFiles(config, source, ownRules) {
const own = ownRules.map((path, i) => ({ path, guestPath: (0, _prometheus_js__WEBPACK_IMPORTED_MODULE_3__.Nv)(path, i).guestPath }));
const prometheus = (0, _prometheus_js__WEBPACK_IMPORTED_MODULE_3__.Be)(config, {
version: (0, _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__.q)(config.monitoring.image),
ruleFiles: [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__.es.rules, ...own.map(({ guestPath }) => guestPath)],
remoteWrite: REMOTE_WRITE,
});
const { monitoring, alerts } = config;
const alertmanager = (alerts.notify ? (0, _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__.jI)(monitoring.app, alerts.notify, () => true) : []).map(({ name, ...file }) => ({ ...file, path: `${_paths_js__WEBPACK_IMPORTED_MODULE_6__.Ny}/${name}` }));
const flyToml = (0, _fly_toml_js__WEBPACK_IMPORTED_MODULE_2__.Qn)(config, [
{ guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_6__.VM },
{ guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_3__.es.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_6__.MU },
...own,
...alertmanager,
]);
const files = {
[_paths_js__WEBPACK_IMPORTED_MODULE_6__.VM]: withIgnoreComment(prometheus),
[_paths_js__WEBPACK_IMPORTED_MODULE_6__.MU]: (0, _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_4__.a)(config, { remoteWrite: true }),
...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
[_paths_js__WEBPACK_IMPORTED_MODULE_6__.L_]: `${BY_HAND}${flyToml}`,
};
return Object.entries(files).map(([path, text]) => ({
path,
text: (0, _mark_js__WEBPACK_IMPORTED_MODULE_5__.E)(text, source),
executable: false,
}));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{GRAFANA_PROMETHEUS_/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);
}),
54879: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
a: () => (renderRules)
});
var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25478);
var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44047);
var _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85982);
var _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31687);
function renderRules(config, options) {
const groups = (0, _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
const document = new yaml__WEBPACK_IMPORTED_MODULE_0__.yo({
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
const plainRule = (rule, grafanaUrl) => (0, _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__.H)(rule)
? {
alert: rule.alert,
expr: rule.expr,
for: rule.for,
labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
annotations: annotations(rule, grafanaUrl),
}
: { record: rule.record, expr: rule.expr, ...(rule.labels && { labels: rule.labels }) };
const annotations = (rule, grafanaUrl) => ({
summary: rule.summary,
description: rule.description,
runbook_url: (0, _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__.oV)(rule.alert),
dashboard_url: (0, _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__.aF)(rule.panel, grafanaUrl),
});
})
};

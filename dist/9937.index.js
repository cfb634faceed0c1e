export const id = 9937;
export const ids = [9937];
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
30170: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (machineGroups),
g: () => (hasShards)
});
var _model_shards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61457);
const hasShards = ({ shards }) => shards > 1;
const machineGroups = ({ shards, replicas }) => shards > 1 ? (0, _model_shards_js__WEBPACK_IMPORTED_MODULE_0__.tb)(shards) : Array.from({ length: replicas }, () => (0, _model_shards_js__WEBPACK_IMPORTED_MODULE_0__.tb)(1)).flat();
}),
21636: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (keyed),
Jn: () => (derivePassword),
rD: () => (keyedDigest)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
var _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89977);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67209);
function derivePassword(flyToken, app) {
const password = keyed(flyToken, `password\0${app}`).toString('base64url');
(0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__.Ck)(password);
return password;
}
function keyedDigest(flyToken, parts) {
return keyed(flyToken, JSON.stringify(['digest', ...parts]))
.toString('hex')
.slice(0, 32);
}
function keyed(flyToken, text) {
return (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0, _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__.o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}
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
}),
68862: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (renderWebConfig)
});
var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36242);
var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67209);
var _derived_password_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21636);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95312);
const COST = '10';
function renderWebConfig(flyToken, app, password) {
const salt = `$2b$${COST}$${(0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.WG)([...(0, _derived_password_js__WEBPACK_IMPORTED_MODULE_3__.Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
const hash = (0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.Y8)(password, salt);
(0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__.Ck)(hash);
return (0, yaml__WEBPACK_IMPORTED_MODULE_1__.As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__.X1]: hash } }, { lineWidth: 0 });
}
}),
61457: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yk: () => (SHARD_LABEL),
Z4: () => (nameOfShard),
nz: () => (shardOfGroup),
op: () => (shardIn),
qz: () => (shardGroup),
tb: () => (shardGroups)
});
const FIRST_GROUP = 'app';
const shardGroup = (shard) => (shard === 1 ? FIRST_GROUP : `shard${shard}`);
const shardGroups = (shards) => Array.from({ length: shards }, (_, i) => shardGroup(i + 1));
const shardOfGroup = (group) => Number(/^shard([1-9]\d?)$/.exec(group)?.[1] ?? 1);
const SHARD_LABEL = 'shard';
const nameOfShard = (shard, shards) => `shard ${shard} of ${shards}`;
function shardIn(name) {
const [, number] = /^shard (\d+) of /.exec(name) ?? [];
return number === undefined ? undefined : Number(number);
}
}),
89937: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
passwordOutput: () => (passwordOutput)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
var _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39490);
var _config_fly_engine_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47817);
var _desired_derived_password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21636);
var _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68862);
var _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59606);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61469);
function passwordOutput({ inputs, webConfig }) {
const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
const given = (0, _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__.K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
const { config } = (0, _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__.Xg)(given, process.cwd());
const { app, access } = config.monitoring;
if ((0, _config_fly_engine_js__WEBPACK_IMPORTED_MODULE_6__.kk)(config.monitoring))
throw wrong("There is no password: with `engine: fly`, Fly's Prometheus is read with a token of the organization.", 'Use FLY_METRICS_TOKEN.');
if (access === 'public')
throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0, _desired_derived_password_js__WEBPACK_IMPORTED_MODULE_2__.Jn)(given.flyToken, app));
if (plain === undefined)
throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
if (!webConfig)
return plain;
const key = given.flyToken || (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
return Buffer.from((0, _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__.h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__.lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}
})
};

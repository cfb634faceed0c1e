export const id = 6319;
export const ids = [6319];
export const modules = {
36303: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bi: () => (missingFile),
Xg: () => (readConfig),
TD: () => (readConfiguration),
MI: () => (throwIfAny)
});
var errors = __webpack_require__(61469);
var redact = __webpack_require__(67209);
var lib_workspace = __webpack_require__(40493);
var load = __webpack_require__(35235);
var missing = __webpack_require__(81143);
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
if (!source && !(0, missing.ax)(workspace, names))
return failed([(0, missing.Uh)(workspace, path)]);
const others = source ? (0, missing.Jb)(source) : [];
if (others.length > 0)
return failed(others);
const config = source ? (0, load.Z9)(source.text, source.file) : (0, load.o4)((0, preset.u)(names));
return { config, source, problems: source ? conflictingNames(names, source.file) : [] };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const at = (0, lib_workspace.j6)(workspace, path) ? { file: name, line: 1, column: 1 } : undefined;
return failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem })));
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
81143: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jb: () => (otherKind),
Uh: () => (noConfiguration),
ax: () => (presetApplies),
py: () => (isFechatter)
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
var _inputs_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18301);
var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25478);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40493);
var _recognise_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7014);
function presetApplies(workspace, names) {
return Object.keys(names).length > 0 || isFechatter(appIn(workspace));
}
const isFechatter = (app) => app === _inputs_types_js__WEBPACK_IMPORTED_MODULE_3__._f || app.startsWith(`${_inputs_types_js__WEBPACK_IMPORTED_MODULE_3__._f}-`);
function appIn(workspace) {
try {
return /^app\s*=\s*["']([^"']+)["']/m.exec((0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__.yR)(workspace, 'fly.toml')?.text ?? '')?.[1] ?? '';
}
catch (error) {
if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__.lZ)
return '';
throw error;
}
}
function noConfiguration(workspace, path) {
const other = path.replace(/\.(ya?ml)$/, (ending) => (ending === '.yml' ? '.yaml' : '.yml'));
const name = (0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__.SH)(workspace, path);
const problem = { code: 'config/missing', severity: 'error' };
if (other === path || !(0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__.j6)(workspace, other))
return {
...problem,
message: `There is no ${name}.`,
hint: `Run \`${_lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__.vl} init\`, which writes one from the files of this repository.`,
};
const found = (0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__.SH)(workspace, other);
return {
...problem,
at: { file: found, line: 1, column: 1 },
message: `There is no ${name}, but a ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(found)}, which is not read.`,
hint: `Rename it to ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)}, or name it with input \`config\` (\`--config ${other}\`).`,
};
}
function otherKind({ file, text }) {
const kind = (0, _recognise_js__WEBPACK_IMPORTED_MODULE_5__.y3)(text);
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
21356: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (presetConfig)
});
var _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18301);
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
const app = names.app ?? _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__._f;
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
7014: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
OF: () => (looksLikeDataSources),
RN: () => (isSample),
f2: () => (looksLikeRules),
hx: () => (looksLikeCaller),
my: () => (looksLikePrometheus),
sX: () => (namesOthers),
uQ: () => (looksLikeDashboard),
y3: () => (otherKindOf)
});
const TEMPLATE = /\{\{|\{%/;
const TEMPLATE_OF_RULES = /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m;
const withoutComments = (text) => text.replace(/(?:^|[ \t])#.*$/gm, '');
const OF_OTHERS = /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m;
const looksLikePrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
!OF_OTHERS.test(text) &&
!TEMPLATE.test(withoutComments(text));
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/;
const looksLikeRules = (text) => /^groups:/m.test(text) &&
/^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:record|alert|rules):/m.test(text) &&
!/^(?:kind|tests|apiVersion):/m.test(text) &&
!LOGQL.test(text) &&
!TEMPLATE_OF_RULES.test(withoutComments(text));
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
/"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
const looksLikeCaller = (text) => /uses:\s*['"]?(?:(?:[\w.-]+\/)?deploy-monitoring\b|superfly\/flyctl-actions(?:\/setup-flyctl)?@)|\bFLY_(?:API|ACCESS)_TOKEN\b|\b(?:flyctl|fly)\b[^\n]{0,200}\sdeploy\b/.test(text);
const looksLikeDataSources = (text) => /^datasources:/m.test(text) && /^apiVersion:\s*1\b/m.test(text);
const SAMPLE = /(?:^|\/)(?:__\w+__|(?:[\w.-]+[-_.])?(?:fixtures?|tests?|specs?|mocks?|examples?|samples?|snapshots?)(?:[-_.](?:data|files|configs?))?|test-?data|e2e|docs?|documentation|third[-_]?party|vendored)\/|(?:^|[/.-])(?:example|sample|template)\.[\w.-]+$/i;
const isSample = (path) => SAMPLE.test(path);
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
36927: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
LE: () => (servicesOfApp),
RX: () => (appLabelOf),
dC: () => (isOnFly)
});
const isOnFly = (service) => service.discovery !== 'static';
const servicesOfApp = (services, app) => services.filter(isOnFly).filter((service) => service.app === app);
const appLabelOf = (service) => (isOnFly(service) ? service.app : service.name);
}),
1881: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D5: () => (routingTree),
DU: () => (WATCHDOG_ALERT),
oQ: () => (NOBODY),
rU: () => (HEARTBEAT)
});
var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10980);
const NOBODY = 'nobody';
const HEARTBEAT = 'heartbeat';
const WATCHDOG_ALERT = 'Watchdog';
function routingTree(notify, heartbeat) {
const kinds = Object.keys(notify);
return {
receiver: NOBODY,
group_by: ['alertname', 'service'],
group_wait: '2s',
group_interval: '30s',
repeat_interval: '4h',
routes: [
...(heartbeat ? [heartbeatRoute] : []),
...kinds.map(testRoute),
{ receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert}"`] },
{ receiver: NOBODY, matchers: ['severity="none"'] },
...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
],
};
}
const heartbeatRoute = {
receiver: HEARTBEAT,
matchers: [`alertname="${WATCHDOG_ALERT}"`],
continue: true,
group_by: ['alertname', 'started'],
group_wait: '1s',
group_interval: '1m',
repeat_interval: '55s',
};
const testRoute = (kind) => ({
receiver: kind,
matchers: [`alertname=~"${kind === 'pagerduty' ? _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert : `${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert}`}"`],
continue: true,
group_by: ['alertname', 'started'],
repeat_interval: '7d',
});
const alertRoute = (kind, severities) => ({
receiver: kind,
...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
continue: true,
});
}),
53694: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
68862: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (renderWebConfig)
});
var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36242);
var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67209);
var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53694);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35760);
const COST = '10';
function renderWebConfig(flyToken, app, password) {
const salt = `$2b$${COST}$${(0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.WG)([...(0, _derive_js__WEBPACK_IMPORTED_MODULE_3__.Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
const hash = (0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.Y8)(password, salt);
(0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__.Ck)(hash);
return (0, yaml__WEBPACK_IMPORTED_MODULE_1__.As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__.X1]: hash } }, { lineWidth: 0 });
}
}),
89937: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
passwordOutput: () => (passwordOutput)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
var _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36303);
var _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53694);
var _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68862);
var _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59606);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61469);
function passwordOutput({ inputs, webConfig }) {
const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
const given = (0, _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__.K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
const { config } = (0, _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__.Xg)(given, process.cwd());
const { app, access } = config.monitoring;
if (access === 'public')
throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0, _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__.Jn)(given.flyToken, app));
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

export const id = 8139;
export const ids = [8139];
export const modules = {
10550: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (replicaRegions),
u: () => (hasReplicas)
});
var __import_0__ = __webpack_require__(30170);
const replicaRegions = (monitoring) => {
const { region, regions, replicas, shards } = monitoring;
if ((0, __import_0__.g)(monitoring))
return Array.from({ length: shards }, () => regions?.[0] ?? region);
return regions ?? Array.from({ length: replicas }, () => region);
};
const hasReplicas = ({ replicas }) => replicas > 1;
}),
96680: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (SAMPLES_PER_MB),
N: () => (scrapeLimits)
});
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
const MOST_BODY_MB = 64;
function scrapeLimits(memoryMb) {
return {
samples: SAMPLES_PER_MB * memoryMb,
bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
};
}
}),
54721: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Tc: () => (ALERTMANAGER_ADDRESS),
jI: () => (alertmanagerFiles),
PX: () => (alertmanagerSecrets)
});
var dist = __webpack_require__(38815);
var scrape_job = __webpack_require__(6779);
var alertmanager_silence = __webpack_require__(26012);
;
function renderMessages(app) {
const silence = (0, alertmanager_silence.V)(app, quoted('.CommonLabels.alertname'), `{{ with .CommonLabels.service }} service=${quoted('.')}{{ end }}`);
const text = (dash) => textOf(app, dash);
return `{{ define "monitoring.title" -}}
{{ if ${IS_WATCHDOG} }}{{ if eq .Status "firing" }}\ud83d\udc93 Monitoring of ${app} started{{ else }}\ud83d\udca4 Monitoring of ${app} paused{{ end }}
{{- else if eq .CommonLabels.alertname "Drill" }}\ud83e\uddea Drill: ${app} tests its alerts
{{- else -}}
{{ if ne .Status "firing" }}\u2705{{ else if eq .CommonLabels.severity "critical" }}\ud83d\udd25{{ else }}\u26a0\ufe0f{{ end }} {{ .CommonLabels.alertname }}{{ with .CommonLabels.service }} \u00b7 {{ . }}{{ end }}
{{- end }}{{ end }}

{{ define "monitoring.summary" -}}
{{ reReplaceAll "(?s)^(.{${LONGEST_SUMMARY}}).+$" "$1\u2026" (or .Annotations.summary .Annotations.description .Annotations.message (or .Labels.instance .Labels.alertname)) }}
{{- end }}

{{ define "monitoring.dashboard" }}{{ or .CommonAnnotations.dashboard_url .ExternalURL }}{{ end }}

{{ define "monitoring.text" -}}
${text('')}
${links((name, url) => `${name}: ${url}`, '\n')}
{{ if ${CAN_SILENCE} }}Silence: ${silence}{{ end }}
{{- end }}

{{ define "monitoring.markdown" -}}
${text('')}
${links((name, url) => `[${name}](${url})`, ' \u00b7 ')}
{{- end }}

{{ define "monitoring.slack" -}}
${text('')}
${links((name, url) => `<${url}|${name}>`, ' \u00b7 ')}
{{- end }}

{{ define "monitoring.html" -}}
${text('')}
${links((name, url) => `<a href="${url}">${name}</a>`, ' \u00b7 ')}
{{- end }}

{{ define "monitoring.email" -}}
<h3>{{ template "monitoring.title" . }}</h3>
<p>${text('<br>')}</p>
<p>${links((name, url) => `<a href="${url}">${name}</a>`, ' \u00b7 ')}</p>
{{ if ${CAN_SILENCE} }}<p>Silence: <code>${silence}</code></p>{{ end }}
{{- end }}
`;
}
const textOf = (app, dash) => `{{ if ${IS_WATCHDOG} -}}
{{ if eq .Status "firing" }}Alerts of ${app} reach this receiver. Sent when monitoring starts, and once a week.
{{- else }}For a while, its rules were not evaluated, or its Alertmanager did not answer.{{ end }}{{ "\\n" }}
{{- else -}}
{{ range $i, $alert := .Alerts.Firing }}{{ if lt $i ${MOST_ALERTS} -}}
${dash}{{ template "monitoring.summary" $alert }}
{{ end }}{{ end -}}
{{ if lt (len .Alerts.Firing) ${MOST_ALERTS} }}{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${MOST_ALERTS} -}}
${dash}{{ template "monitoring.summary" $alert }} (resolved)
{{ end }}{{ end }}{{ end -}}
{{ if gt (len .Alerts) ${MOST_ALERTS} }}${dash}In all: {{ len .Alerts.Firing }} firing, {{ len .Alerts.Resolved }} resolved
{{ end -}}
{{ end -}}`;
const MOST_ALERTS = 10;
const LONGEST_SUMMARY = 250;
const quoted = (label) => `{{ if match "^[a-zA-Z0-9_:.-]+$" ${label} }}{{ ${label} }}{{ else }}'{{ ${label} }}'{{ end }}`;
const IS_WATCHDOG = 'eq .CommonLabels.alertname "Watchdog"';
const IS_WORD = '"^[a-zA-Z0-9_:. -]*$"';
const CAN_SILENCE = `and (eq .Status "firing") (ne .CommonLabels.alertname "Watchdog") (match ${IS_WORD} .CommonLabels.alertname) (match ${IS_WORD} (or .CommonLabels.service ""))`;
const links = (link, between) => `{{ with .CommonAnnotations.runbook_url }}${link('Runbook', '{{ . }}')}${between}{{ end }}` +
`{{ if match "^https?://" (or .CommonAnnotations.dashboard_url "") }}${link('Dashboard', '{{ .CommonAnnotations.dashboard_url }}')}${between}{{ end }}` +
link('Prometheus', '{{ .ExternalURL }}/alerts');
var receiver_kinds = __webpack_require__(38052);
var documentation = __webpack_require__(25478);
;
const SECRETS_FOLDER = '/etc/alertmanager/secrets';
const secretPath = (secret) => `${SECRETS_FOLDER}/${secret}`;
const TITLE = '{{ template "monitoring.title" . }}';
const RUNBOOK = `{{ or .CommonAnnotations.runbook_url "${documentation.Y_}" }}`;
const RENDER = {
slack: () => ({
slack_configs: [
{
send_resolved: true,
api_url_file: secretPath('slack-webhook-url'),
title: TITLE,
title_link: RUNBOOK,
fallback: TITLE,
text: '{{ template "monitoring.slack" . }}',
color: '{{ if ne .Status "firing" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}',
},
],
}),
discord: () => ({
discord_configs: [
{
send_resolved: true,
webhook_url_file: secretPath('discord-webhook-url'),
title: TITLE,
message: '{{ template "monitoring.markdown" . }}',
},
],
}),
telegram: ({ chat_id }) => ({
telegram_configs: [
{
send_resolved: true,
bot_token_file: secretPath('telegram-bot-token'),
chat_id,
parse_mode: 'HTML',
message: `<b>${TITLE}</b>\n{{ template "monitoring.html" . }}`,
},
],
}),
ntfy: (_, hasSecret) => ({
webhook_configs: [
{
send_resolved: true,
url_file: secretPath('ntfy-url'),
...(hasSecret('ntfy-token') && {
http_config: {
authorization: { credentials_file: secretPath('ntfy-token') },
...scrape_job.YN,
},
}),
},
],
}),
pagerduty: () => ({
pagerduty_configs: [
{
send_resolved: true,
routing_key_file: secretPath('pagerduty-routing-key'),
description: TITLE,
severity: '{{ if eq .CommonLabels.severity "critical" }}critical{{ else }}warning{{ end }}',
links: [
{ href: RUNBOOK, text: 'Runbook' },
{ href: '{{ template "monitoring.dashboard" . }}', text: 'Dashboard' },
],
details: {
text: '{{ template "monitoring.text" . }}',
firing: '{{ len .Alerts.Firing }}',
resolved: '{{ len .Alerts.Resolved }}',
},
},
],
}),
email: ({ to, from, smarthost, username }) => ({
email_configs: [
{
send_resolved: true,
to: to.join(', '),
from,
smarthost,
auth_username: username ?? from,
auth_password_file: secretPath('smtp-password'),
headers: { Subject: TITLE },
text: '{{ template "monitoring.text" . }}',
html: '{{ template "monitoring.email" . }}',
},
],
}),
webhook: () => ({
webhook_configs: [{ send_resolved: true, url_file: secretPath('notify-webhook-url') }],
}),
};
function renderReceiver(kind, settings, hasSecret) {
return { name: kind, ...RENDER[kind](settings, hasSecret) };
}
var routes = __webpack_require__(1881);
;
const ALERTMANAGER_ADDRESS = '127.0.0.1:9093';
const ALERTMANAGER_PATHS = {
config: '/etc/alertmanager/alertmanager.yml',
messages: '/etc/alertmanager/messages.tmpl',
amtool: '/etc/amtool/config.yml',
};
function renderAlertmanager(notify, hasSecret) {
const heartbeat = hasSecret('heartbeat-url');
const kinds = Object.keys(notify);
const document = {
global: { http_config: scrape_job.YN },
templates: [ALERTMANAGER_PATHS.messages],
route: (0, routes.D5)(notify, heartbeat),
receivers: [
{ name: routes.oQ },
...(heartbeat ? [heartbeatReceiver] : []),
...kinds.map((kind) => renderReceiver(kind, notify[kind], hasSecret)),
],
};
return (0, dist.As)(document, { lineWidth: 0 });
}
const heartbeatReceiver = {
name: routes.rU,
webhook_configs: [{ send_resolved: false, url_file: secretPath('heartbeat-url'), max_alerts: 1 }],
};
function alertmanagerFiles(app, notify, hasSecret) {
return [
{
name: 'alertmanager.yml',
guestPath: ALERTMANAGER_PATHS.config,
content: renderAlertmanager(notify, hasSecret),
},
{ name: 'messages.tmpl', guestPath: ALERTMANAGER_PATHS.messages, content: renderMessages(app) },
{ name: 'amtool.yml', guestPath: ALERTMANAGER_PATHS.amtool, content: AMTOOL },
];
}
const AMTOOL = (0, dist.As)({ 'alertmanager.url': `http://${ALERTMANAGER_ADDRESS}` });
function alertmanagerSecrets(notify, secrets) {
const kinds = Object.keys(notify);
const names = [...kinds.flatMap(receiver_kinds.Fj), 'heartbeat-url'];
return names.flatMap((secret) => {
const value = secrets[secret];
if (value === undefined)
return [];
return [{ name: flySecret(secret), guestPath: secretPath(secret), value: fileContent(secret, value) }];
});
}
const flySecret = (secret) => `MONITORING_${secret.toUpperCase().replaceAll('-', '_')}`;
function fileContent(secret, value) {
if (secret !== 'ntfy-url')
return value;
const url = new URL(value);
if (!url.searchParams.has('template'))
url.searchParams.set('template', 'alertmanager');
return url.href;
}
}),
38052: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Fj: () => (secretsOf),
f4: () => (INTEGRATION_OF),
kO: () => (SECRETS_OF),
mO: () => (missingSecrets)
});
const SECRETS_OF = {
slack: { needs: 'slack-webhook-url' },
discord: { needs: 'discord-webhook-url' },
telegram: { needs: 'telegram-bot-token' },
ntfy: { needs: 'ntfy-url', uses: ['ntfy-token'] },
pagerduty: { needs: 'pagerduty-routing-key' },
email: { needs: 'smtp-password' },
webhook: { needs: 'notify-webhook-url' },
};
const secretsOf = (kind) => {
const { needs, uses = [] } = SECRETS_OF[kind];
return [needs, ...uses];
};
const INTEGRATION_OF = {
slack: 'slack',
discord: 'discord',
telegram: 'telegram',
ntfy: 'webhook',
pagerduty: 'pagerduty',
email: 'email',
webhook: 'webhook',
heartbeat: 'webhook',
};
const missingSecrets = (notify, secrets) => Object.keys(notify)
.map((kind) => ({ kind, secret: SECRETS_OF[kind].needs }))
.filter(({ secret }) => secrets[secret] === undefined);
}),
26012: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (silenceCommand)
});
const silenceCommand = (app, alert, service = '') => `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert}${service} -d 8h -c night"`;
}),
3181: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ac: () => (DIGEST_VARIABLE),
Qn: () => (renderManualFlyToml),
YC: () => (renderFlyToml)
});
var __import_0__ = __webpack_require__(3292);
var __import_1__ = __webpack_require__(4805);
var __import_7__ = __webpack_require__(10550);
var __import_6__ = __webpack_require__(30170);
var __import_2__ = __webpack_require__(69466);
var __import_3__ = __webpack_require__(19149);
var __import_4__ = __webpack_require__(95312);
var __import_5__ = __webpack_require__(39768);
const SHARE_OF_VOLUME = 0.75;
const DIGEST_VARIABLE = 'DEPLOY_MONITORING_DIGEST';
function renderFlyToml(config, files, digest) {
const { image } = config.monitoring;
return (0, __import_0__.As)({
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
const commands = (config) => (0, __import_6__.g)(config.monitoring)
? {
processes: Object.fromEntries((0, __import_6__.Q)(config.monitoring).map((group, i) => [
group,
prometheusFlags(config, i + 1).join(' '),
])),
}
: { experimental: { cmd: prometheusFlags(config) } };
const ofEachShard = ({ monitoring }) => (0, __import_6__.g)(monitoring) ? { processes: [...(0, __import_6__.Q)(monitoring)] } : {};
function renderManualFlyToml(config, files) {
const { image, access, retention } = config.monitoring;
return (0, __import_0__.As)({
...app(config),
build: image === undefined ? { dockerfile: 'Dockerfile.monitoring' } : { image },
env: {
PROMETHEUS_ACCESS: access,
...((0, __import_1__.yh)(config.monitoring)
? { PROMETHEUS_ENGINE: 'agent' }
: { PROMETHEUS_RETENTION_TIME: retention }),
...alertmanagerPeers(config),
},
...((0, __import_6__.g)(config.monitoring) && {
processes: Object.fromEntries((0, __import_6__.Q)(config.monitoring).map((group) => [group, ''])),
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
primary_region: (0, __import_7__.C)(config.monitoring)[0],
kill_signal: 'SIGTERM',
kill_timeout: '30s',
swap_size_mb: 512,
};
}
function machine(config) {
const { volume, vm, access } = config.monitoring;
const groups = ofEachShard(config);
return {
...((0, __import_7__.u)(config.monitoring) && { deploy: ONE_AT_A_TIME }),
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
const alertmanagerPeers = ({ monitoring, alerts }) => (0, __import_7__.u)(monitoring) && alerts.notify
? { ALERTMANAGER_PEERS: `${(0, __import_2__.cM)(monitoring.app)}:9094` }
: {};
function prometheusFlags(config, shard) {
const { access } = config.monitoring;
return [
`--config.file=${(0, __import_4__.Ze)(shard).guestPath}`,
...((0, __import_1__.yh)(config.monitoring) ? agentFlags(config) : serverFlags(config)),
'--web.listen-address=[::]:9090',
...(access === 'public' ? [] : [`--web.config.file=${__import_4__.es.webConfig}`]),
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
(0, __import_3__.q)(monitoring.image).major < 3 ? '--enable-feature=agent' : '--agent',
'--storage.agent.path=/prometheus/agent',
];
const alertingFlags = ({ monitoring }) => [
'--rules.alert.resend-delay=10s',
`--web.external-url=${(0, __import_5__.RV)(monitoring)}/`,
];
const CHECK = { interval: '15s', timeout: '2s', grace_period: '10s' };
const expandingFlags = ({ monitoring }) => (0, __import_7__.u)(monitoring) && (0, __import_3__.q)(monitoring.image).major < 3
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
54879: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
a: () => (renderRules)
});
var __import_0__ = __webpack_require__(38815);
var __import_4__ = __webpack_require__(25478);
var __import_1__ = __webpack_require__(73418);
var __import_2__ = __webpack_require__(85982);
var __import_3__ = __webpack_require__(31687);
function renderRules(config, options) {
const groups = (0, __import_1__.ruleGroups)(config, options);
const document = new __import_0__.yo({
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
const plainRule = (rule, options) => (0, __import_3__.H)(rule)
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
runbook_url: (0, __import_4__.oV)(rule.alert),
...(isInGrafana?.(rule.panel.dashboard) !== false && { dashboard_url: (0, __import_2__.aF)(rule.panel, grafanaUrl) }),
});
}),
95312: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
es: () => (GUEST_PATHS),
Ze: () => (configFile),
Nv: () => (ownRuleFile),
Be: () => (renderPrometheus)
});
var external_node_path_ = __webpack_require__(76760);
var dist = __webpack_require__(38815);
var engine = __webpack_require__(4805);
var replicas = __webpack_require__(10550);
var scrape_options = __webpack_require__(73016);
var prometheus = __webpack_require__(10980);
var shards = __webpack_require__(61457);
var alertmanager = __webpack_require__(54721);
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
var prometheus_access = __webpack_require__(39768);
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
basic_auth: { username: prometheus_access.X1, password_file: GUEST_PATHS.selfPassword },
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
6779: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D0: () => (serviceJob),
YN: () => (NO_REDIRECTS),
hp: () => (shardNumbered),
vq: () => (seriesRules),
wy: () => (shardRules)
});
var __import_2__ = __webpack_require__(96680);
var __import_0__ = __webpack_require__(73016);
var __import_3__ = __webpack_require__(36927);
var __import_1__ = __webpack_require__(58185);
const NO_REDIRECTS = { follow_redirects: false };
const shardNumbered = (number) => ({ number: String(number), hash: String(number - 1) });
function serviceJob(service, monitoring, { version, shard }) {
const { samples, bodyMb } = (0, __import_2__.N)(monitoring.vm.memory_mb);
const { scheme, tls_config, sample_limit = samples } = service;
return {
job_name: service.name,
...ownTimes(service, monitoring),
metrics_path: service.path,
...(scheme && { scheme }),
...(tls_config && { tls_config }),
...(0, __import_1__.jh)(service),
...NO_REDIRECTS,
body_size_limit: `${bodyMb}MB`,
sample_limit,
...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
...discovery(service, monitoring),
relabel_configs: [
...shardRules(monitoring, shard),
...Object.entries(labelsOf(service)).map(([name, value]) => ({
target_label: name,
replacement: literal(value),
})),
],
...stored(service),
};
}
const shardRules = ({ shards }, shard) => shard === undefined
? []
: [
{ source_labels: ['__address__'], modulus: shards, target_label: '__tmp_shard', action: 'hashmod' },
{ source_labels: ['__tmp_shard'], regex: shard.hash, action: 'keep' },
];
function ownTimes(service, monitoring) {
if (service.scrape_interval === undefined && service.scrape_timeout === undefined)
return {};
const { interval, timeout } = (0, __import_0__.nZ)(service, monitoring);
return { scrape_interval: interval, scrape_timeout: timeout };
}
function discovery(service, { scrape_interval }) {
if (!(0, __import_3__.dC)(service))
return { static_configs: [{ targets: service.addresses }] };
const { app, process, port } = service;
const host = process === undefined ? `${app}.internal` : `${process}.process.${app}.internal`;
return {
dns_sd_configs: [
{ names: [host], type: 'AAAA', port, refresh_interval: (0, __import_0__.A8)(scrape_interval, '15s') },
],
};
}
const labelsOf = (service) => ({
service: service.name,
app: (0, __import_3__.RX)(service),
...service.labels,
});
function stored(service) {
const rules = seriesRules(service);
return rules.length > 0 && { metric_relabel_configs: rules };
}
function seriesRules({ keep, drop }) {
const rule = (action, patterns) => patterns ? [{ source_labels: ['__name__'], regex: patterns.join('|'), action }] : [];
return [...rule('keep', keep), ...rule('drop', drop)];
}
const literal = (text) => text.replaceAll('$', '$$$$');
}),
58185: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Cb: () => (variablePath),
RP: () => (flyAuthorization),
jh: () => (authentication),
yY: () => (scrapeSecretFiles)
});
var __import_0__ = __webpack_require__(93601);
var __import_1__ = __webpack_require__(34061);
const SECRETS_FOLDER = '/etc/prometheus/secrets';
const authentication = ({ authorization, basic_auth }) => ({
...(authorization && {
authorization: {
type: authorization.type,
credentials_file: variablePath(authorization.credentials_env),
},
}),
...(basic_auth && {
basic_auth: { username: basic_auth.username, password_file: variablePath(basic_auth.password_env) },
}),
});
const flyAuthorization = () => ({
authorization: { type: 'FlyV1', credentials_file: variablePath(__import_1__.QY) },
});
const scrapeSecretFiles = (config, secrets) => (0, __import_0__.rt)(config).flatMap((variable) => {
const value = secrets.get(variable);
return value === undefined
? []
: [{ name: `MONITORING_SCRAPE_${variable}`, guestPath: variablePath(variable), value }];
});
const variablePath = (variable) => `${SECRETS_FOLDER}/${variable}`;
})
};

export const id = 5760;
export const ids = [5760];
export const modules = {
19711: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
10550: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (replicaRegions),
u: () => (hasReplicas)
});
const replicaRegions = ({ region, regions, replicas }) => regions ?? Array.from({ length: replicas }, () => region);
const hasReplicas = ({ replicas }) => replicas > 1;
}),
29829: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Tc: () => (ALERTMANAGER_ADDRESS),
jI: () => (alertmanagerFiles),
PX: () => (alertmanagerSecrets),
mO: () => (missingSecrets)
});
var dist = __webpack_require__(38815);
var alertmanager_silence = __webpack_require__(26012);
;
function renderMessages(app) {
const silence = (0, alertmanager_silence.V)(app, quoted('.CommonLabels.alertname'), `{{ with .CommonLabels.service }} service=${quoted('.')}{{ end }}`);
const text = (dash) => `{{ if ${IS_WATCHDOG} -}}
Alerts of ${app} reach this receiver. Sent when monitoring starts, and once a week.
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
return `{{ define "monitoring.title" -}}
{{ if ${IS_WATCHDOG} }}💓 Monitoring of ${app} started
{{- else if eq .CommonLabels.alertname "Drill" }}🧪 Drill: ${app} tests its alerts
{{- else -}}
{{ if ne .Status "firing" }}✅{{ else if eq .CommonLabels.severity "critical" }}🔥{{ else }}⚠️{{ end }} {{ .CommonLabels.alertname }}{{ with .CommonLabels.service }} · {{ . }}{{ end }}
{{- end }}{{ end }}

{{ define "monitoring.summary" -}}
{{ or .Annotations.summary .Annotations.description .Annotations.message (or .Labels.instance .Labels.alertname) }}
{{- end }}

{{ define "monitoring.dashboard" }}{{ or .CommonAnnotations.dashboard_url .ExternalURL }}{{ end }}

{{ define "monitoring.text" -}}
${text('')}
${links((name, url) => `${name}: ${url}`, '\n')}
{{ if ${CAN_SILENCE} }}Silence: ${silence}{{ end }}
{{- end }}

{{ define "monitoring.markdown" -}}
${text('')}
${links((name, url) => `[${name}](${url})`, ' · ')}
{{- end }}

{{ define "monitoring.slack" -}}
${text('')}
${links((name, url) => `<${url}|${name}>`, ' · ')}
{{- end }}

{{ define "monitoring.html" -}}
${text('')}
${links((name, url) => `<a href="${url}">${name}</a>`, ' · ')}
{{- end }}

{{ define "monitoring.email" -}}
<h3>{{ template "monitoring.title" . }}</h3>
<p>${text('<br>')}</p>
<p>${links((name, url) => `<a href="${url}">${name}</a>`, ' · ')}</p>
{{ if ${CAN_SILENCE} }}<p>Silence: <code>${silence}</code></p>{{ end }}
{{- end }}
`;
}
const MOST_ALERTS = 10;
const quoted = (label) => `{{ if match "^[a-zA-Z0-9_:.-]+$" ${label} }}{{ ${label} }}{{ else }}'{{ ${label} }}'{{ end }}`;
const IS_WATCHDOG = 'eq .CommonLabels.alertname "Watchdog"';
const CAN_SILENCE = `and (eq .Status "firing") (ne .CommonLabels.alertname "Watchdog")`;
const links = (link, between) => `{{ with .CommonAnnotations.runbook_url }}${link('Runbook', '{{ . }}')}${between}{{ end }}` +
`{{ if match "^https?://" (or .CommonAnnotations.dashboard_url "") }}${link('Dashboard', '{{ .CommonAnnotations.dashboard_url }}')}${between}{{ end }}` +
link('Prometheus', '{{ .ExternalURL }}/alerts');
var receivers = __webpack_require__(48457);
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
global: { http_config: receivers.YN },
templates: [ALERTMANAGER_PATHS.messages],
route: (0, routes.D5)(notify, heartbeat),
receivers: [
{ name: routes.oQ },
...(heartbeat ? [heartbeatReceiver] : []),
...kinds.map((kind) => (0, receivers.Iz)(kind, notify[kind], hasSecret)),
],
};
return (0, dist.As)(document, { lineWidth: 0 });
}
const heartbeatReceiver = {
name: routes.rU,
webhook_configs: [{ send_resolved: false, url_file: (0, receivers.s6)('heartbeat-url'), max_alerts: 1 }],
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
const names = [
...kinds.flatMap((kind) => [receivers.kO[kind].needs, ...(receivers.kO[kind].uses ?? [])]),
'heartbeat-url',
];
return names.flatMap((secret) => {
const value = secrets[secret];
if (value === undefined)
return [];
return [{ name: flySecret(secret), guestPath: (0, receivers.s6)(secret), value: fileContent(secret, value) }];
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
const missingSecrets = (notify, secrets) => Object.keys(notify)
.map((kind) => ({ kind, secret: receivers.kO[kind].needs }))
.filter(({ secret }) => secrets[secret] === undefined);
}),
48457: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Iz: () => (renderReceiver),
YN: () => (NO_REDIRECTS),
f4: () => (INTEGRATION_OF),
kO: () => (SECRETS_OF),
s6: () => (secretPath)
});
var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25478);
const SECRETS_FOLDER = '/etc/alertmanager/secrets';
const secretPath = (secret) => `${SECRETS_FOLDER}/${secret}`;
const SECRETS_OF = {
slack: { needs: 'slack-webhook-url' },
discord: { needs: 'discord-webhook-url' },
telegram: { needs: 'telegram-bot-token' },
ntfy: { needs: 'ntfy-url', uses: ['ntfy-token'] },
pagerduty: { needs: 'pagerduty-routing-key' },
email: { needs: 'smtp-password' },
webhook: { needs: 'notify-webhook-url' },
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
const NO_REDIRECTS = { follow_redirects: false };
const TITLE = '{{ template "monitoring.title" . }}';
const RUNBOOK = `{{ or .CommonAnnotations.runbook_url "${_lib_documentation_js__WEBPACK_IMPORTED_MODULE_0__.Y_}" }}`;
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
...NO_REDIRECTS,
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
details: { text: '{{ template "monitoring.text" . }}' },
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
}),
26012: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (silenceCommand)
});
const silenceCommand = (app, alert, service = '') => `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert}${service} -d 8h -c night"`;
}),
35760: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
es: () => (GUEST_PATHS),
X1: () => (PROMETHEUS_USER),
Nv: () => (ownRuleFile),
RV: () => (prometheusAddress),
Dh: () => (prometheusCredentials),
Be: () => (renderPrometheus)
});
var external_node_path_ = __webpack_require__(76760);
var dist = __webpack_require__(38815);
var replicas = __webpack_require__(10550);
var scrape_options = __webpack_require__(73016);
var fly_names = __webpack_require__(69466);
var prometheus = __webpack_require__(10980);
var alertmanager = __webpack_require__(29829);
var limits = __webpack_require__(19711);
var thresholds = __webpack_require__(94527);
var fly_series = __webpack_require__(34061);
var services = __webpack_require__(36927);
var scrape_secrets = __webpack_require__(58185);
;
const NO_REDIRECTS = { follow_redirects: false };
function serviceJob(service, monitoring, version) {
const { samples, bodyMb } = (0, limits.N)(monitoring.vm.memory_mb);
const { scheme, tls_config, sample_limit = samples } = service;
return {
job_name: service.name,
...ownTimes(service, monitoring),
metrics_path: service.path,
...(scheme && { scheme }),
...(tls_config && { tls_config }),
...(0, scrape_secrets.jh)(service),
...NO_REDIRECTS,
body_size_limit: `${bodyMb}MB`,
sample_limit,
...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
...discovery(service, monitoring),
relabel_configs: Object.entries(labelsOf(service)).map(([name, value]) => ({
target_label: name,
replacement: literal(value),
})),
...stored(service),
};
}
function ownTimes(service, monitoring) {
if (service.scrape_interval === undefined && service.scrape_timeout === undefined)
return {};
const { interval, timeout } = (0, scrape_options.nZ)(service, monitoring);
return { scrape_interval: interval, scrape_timeout: timeout };
}
function discovery(service, { scrape_interval }) {
if (!(0, services.dC)(service))
return { static_configs: [{ targets: service.addresses }] };
const { app, process, port } = service;
const host = process === undefined ? `${app}.internal` : `${process}.process.${app}.internal`;
return {
dns_sd_configs: [
{ names: [host], type: 'AAAA', port, refresh_interval: (0, scrape_options.A8)(scrape_interval, '15s') },
],
};
}
const labelsOf = (service) => ({
service: service.name,
app: (0, services.RX)(service),
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
;
const flyApps = ({ apps, monitoring }) => [...apps.map(({ app }) => app), monitoring.app];
function flyJob(config, version) {
const { organization, vm, scrape_interval, app } = config.monitoring;
const { samples, bodyMb } = (0, limits.N)(vm.memory_mb);
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
...NO_REDIRECTS,
body_size_limit: `${bodyMb}MB`,
sample_limit: samples,
...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
static_configs: [{ targets: [fly_series.xj], labels: { service: fly_series.Mw, app } }],
};
}
var remote_write = __webpack_require__(88679);
;
const remoteWriteSection = (input, keyFile, targets) => [
...(input
? [
{
url: input.url,
...NO_REDIRECTS,
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
...NO_REDIRECTS,
...(target.user !== undefined &&
target.password_env !== undefined && {
basic_auth: { username: target.user, password_file: (0, scrape_secrets.Cb)(target.password_env) },
}),
...sentSeries(target),
queue_config: { ...remote_write.hD, ...target.queue_config },
});
function sentSeries({ keep, drop }) {
const rules = seriesRules({ keep: keep && [prometheus.pd, ...keep], drop });
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
evaluation_interval: interval,
external_labels: { monitor: config.monitoring.app, ...(isReplicated && { replica: REPLICA }) },
},
...(config.alerts.notify && {
alerting: {
...(isReplicated && { alert_relabel_configs: [SAME_ALERT] }),
alertmanagers: [ALERTMANAGER],
},
}),
...(options.ruleFiles.length > 0 && { rule_files: [...options.ruleFiles] }),
scrape_configs: [
...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
selfJob(config),
...(config.alerts.notify ? [alertmanagerJob(config)] : []),
...(config.monitoring.fly_metrics ? [flyJob(config, options.version)] : []),
],
...(written.length > 0 && { remote_write: written }),
};
return (0, dist.As)(document, { lineWidth: 0 });
}
const REPLICA = `$\{FLY_MACHINE_ID}`;
const SAME_ALERT = { regex: prometheus.Cb, action: 'labeldrop' };
function selfJob(config) {
return {
job_name: prometheus.gu,
...NO_REDIRECTS,
...(config.monitoring.access !== 'public' && {
basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
}),
static_configs: [{ targets: [prometheus.lK], labels: { service: prometheus.gu, app: config.monitoring.app } }],
};
}
const ALERTMANAGER = { ...NO_REDIRECTS, static_configs: [{ targets: [alertmanager.Tc] }] };
function alertmanagerJob({ monitoring }) {
const interval = (0, scrape_options.A8)(monitoring.scrape_interval, '2s');
return {
job_name: prometheus.cZ,
...NO_REDIRECTS,
scrape_interval: interval,
scrape_timeout: interval,
static_configs: [
{ targets: [alertmanager.Tc], labels: { service: prometheus.cZ, app: monitoring.app } },
],
metric_relabel_configs: seriesRules({ keep: [...prometheus.Qm] }),
};
}
}),
58185: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Cb: () => (variablePath),
RP: () => (flyAuthorization),
jh: () => (authentication),
yY: () => (scrapeSecretFiles)
});
var _config_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93601);
var _model_fly_series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34061);
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
authorization: { type: 'FlyV1', credentials_file: variablePath(_model_fly_series_js__WEBPACK_IMPORTED_MODULE_1__.QY) },
});
const scrapeSecretFiles = (config, secrets) => (0, _config_credentials_js__WEBPACK_IMPORTED_MODULE_0__.rt)(config).flatMap((variable) => {
const value = secrets.get(variable);
return value === undefined
? []
: [{ name: `MONITORING_SCRAPE_${variable}`, guestPath: variablePath(variable), value }];
});
const variablePath = (variable) => `${SECRETS_FOLDER}/${variable}`;
})
};

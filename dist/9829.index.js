export const id = 9829;
export const ids = [9829, 1881];
export const modules = {
96680: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
29829: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Tc: () => (ALERTMANAGER_ADDRESS),
jI: () => (alertmanagerFiles),
PX: () => (alertmanagerSecrets),
mO: () => (missingSecrets)
});
var dist = __webpack_require__(38815);
var scrape_job = __webpack_require__(6779);
var alertmanager_silence = __webpack_require__(26012);
;
function renderMessages(app) {
const silence = (0, alertmanager_silence.V)(app, quoted('.CommonLabels.alertname'), `{{ with .CommonLabels.service }} service=${quoted('.')}{{ end }}`);
const text = (dash) => textOf(app, dash);
return `{{ define "monitoring.title" -}}
{{ if ${IS_WATCHDOG} }}\ud83d\udc93 Monitoring of ${app} started
{{- else if eq .CommonLabels.alertname "Drill" }}\ud83e\uddea Drill: ${app} tests its alerts
{{- else -}}
{{ if ne .Status "firing" }}\u2705{{ else if eq .CommonLabels.severity "critical" }}\ud83d\udd25{{ else }}\u26a0\ufe0f{{ end }} {{ .CommonLabels.alertname }}{{ with .CommonLabels.service }} \u00b7 {{ . }}{{ end }}
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
global: { http_config: scrape_job.YN },
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
f4: () => (INTEGRATION_OF),
kO: () => (SECRETS_OF),
s6: () => (secretPath)
});
var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25478);
var _scrape_job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6779);
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
const TITLE = '{{ template "monitoring.title" . }}';
const RUNBOOK = `{{ or .CommonAnnotations.runbook_url "${_lib_documentation_js__WEBPACK_IMPORTED_MODULE_1__.Y_}" }}`;
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
..._scrape_job_js__WEBPACK_IMPORTED_MODULE_0__.YN,
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
26012: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (silenceCommand)
});
const silenceCommand = (app, alert, service = '') => `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert}${service} -d 8h -c night"`;
}),
6779: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D0: () => (serviceJob),
YN: () => (NO_REDIRECTS),
hp: () => (shardNumbered),
vq: () => (seriesRules),
wy: () => (shardRules)
});
var _config_scrape_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96680);
var _config_scrape_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73016);
var _config_services_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36927);
var _scrape_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58185);
const NO_REDIRECTS = { follow_redirects: false };
const shardNumbered = (number) => ({ number: String(number), hash: String(number - 1) });
function serviceJob(service, monitoring, { version, shard }) {
const { samples, bodyMb } = (0, _config_scrape_limits_js__WEBPACK_IMPORTED_MODULE_2__.N)(monitoring.vm.memory_mb);
const { scheme, tls_config, sample_limit = samples } = service;
return {
job_name: service.name,
...ownTimes(service, monitoring),
metrics_path: service.path,
...(scheme && { scheme }),
...(tls_config && { tls_config }),
...(0, _scrape_secrets_js__WEBPACK_IMPORTED_MODULE_1__.jh)(service),
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
const { interval, timeout } = (0, _config_scrape_options_js__WEBPACK_IMPORTED_MODULE_0__.nZ)(service, monitoring);
return { scrape_interval: interval, scrape_timeout: timeout };
}
function discovery(service, { scrape_interval }) {
if (!(0, _config_services_js__WEBPACK_IMPORTED_MODULE_3__.dC)(service))
return { static_configs: [{ targets: service.addresses }] };
const { app, process, port } = service;
const host = process === undefined ? `${app}.internal` : `${process}.process.${app}.internal`;
return {
dns_sd_configs: [
{ names: [host], type: 'AAAA', port, refresh_interval: (0, _config_scrape_options_js__WEBPACK_IMPORTED_MODULE_0__.A8)(scrape_interval, '15s') },
],
};
}
const labelsOf = (service) => ({
service: service.name,
app: (0, _config_services_js__WEBPACK_IMPORTED_MODULE_3__.RX)(service),
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

export const id = 7247;
export const ids = [7247];
export const modules = {

/***/ 9711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SAMPLES_PER_MB),
/* harmony export */   N: () => (/* binding */ scrapeLimits)
/* harmony export */ });
/**
 * What one target may send in one scrape, so that a service that grows without limit is refused before Prometheus runs
 * out of memory. Measured on a machine of 512 MB: 100,000 series take 195 MB, 200,000 take 341 MB; a target of 10,240
 * series leaves room for fourteen like it. A response is held in memory completely while it is read.
 */
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
/** No exposition that is worth scraping is larger. */
const MOST_BODY_MB = 64;
/** The limits of a scrape job on a machine with this much memory. */
function scrapeLimits(memoryMb) {
    return {
        samples: SAMPLES_PER_MB * memoryMb,
        bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
    };
}


/***/ }),

/***/ 9829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tc: () => (/* binding */ ALERTMANAGER_ADDRESS),
  jI: () => (/* binding */ alertmanagerFiles),
  PX: () => (/* binding */ alertmanagerSecrets),
  mO: () => (/* binding */ missingSecrets)
});

// UNUSED EXPORTS: ALERTMANAGER_PATHS, renderAlertmanager

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/desired/alertmanager/silence.js
var alertmanager_silence = __webpack_require__(6012);
;// CONCATENATED MODULE: ./build/desired/alertmanager/messages.js

/**
 * The texts of messages, as templates of Alertmanager (0.25 and later). A phone shows the first line and a few words: the
 * title has alert and service, the text a summary for each alert, then links.
 * @param app name of the monitoring app
 */
function renderMessages(app) {
    const silence = (0,alertmanager_silence/* silenceCommand */.V)(app, '{{ .CommonLabels.alertname }}');
    const text = (dash) => `{{ if ${IS_WATCHDOG} -}}
Alerts of ${app} reach this receiver. Sent when monitoring starts, and once a week.
{{- else -}}
{{ range .Alerts -}}
${dash}{{ or .Annotations.summary .Labels.alertname }}{{ if eq .Status "resolved" }} (resolved){{ end }}
{{ end -}}
{{ end -}}`;
    return `{{ define "monitoring.title" -}}
{{ if ${IS_WATCHDOG} }}💓 Monitoring of ${app} started
{{- else if eq .CommonLabels.alertname "Drill" }}🧪 Drill: ${app} tests its alerts
{{- else -}}
{{ if ne .Status "firing" }}✅{{ else if eq .CommonLabels.severity "critical" }}🔥{{ else }}⚠️{{ end }} {{ .CommonLabels.alertname }}{{ with .CommonLabels.service }} · {{ . }}{{ end }}
{{- end }}{{ end }}

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
const IS_WATCHDOG = 'eq .CommonLabels.alertname "Watchdog"';
const CAN_SILENCE = `and (eq .Status "firing") (ne .CommonLabels.alertname "Watchdog")`;
/** Links to the runbook and the dashboard, as far as the alert has them. A path is not a link: there is no Grafana. */
const links = (link, between) => `{{ with .CommonAnnotations.runbook_url }}${link('Runbook', '{{ . }}')}${between}{{ end }}` +
    `{{ if match "^https?://" (or .CommonAnnotations.dashboard_url "") }}${link('Dashboard', '{{ .CommonAnnotations.dashboard_url }}')}${between}{{ end }}` +
    link('Prometheus', '{{ .ExternalURL }}/alerts');

// EXTERNAL MODULE: ./build/desired/alertmanager/receivers.js
var receivers = __webpack_require__(8457);
// EXTERNAL MODULE: ./build/desired/alertmanager/routes.js
var routes = __webpack_require__(1881);
;// CONCATENATED MODULE: ./build/desired/alertmanager/alertmanager.js




/** Where Prometheus reaches the Alertmanager: on the loopback interface of the same machine, without a password. */
const ALERTMANAGER_ADDRESS = '127.0.0.1:9093';
/** Paths of the files on the monitoring machine; the entrypoint starts an Alertmanager when the first one exists. */
const ALERTMANAGER_PATHS = {
    config: '/etc/alertmanager/alertmanager.yml',
    messages: '/etc/alertmanager/messages.tmpl',
    /** Where amtool finds the Alertmanager. */
    amtool: '/etc/amtool/config.yml',
};
/** alertmanager.yml: receivers and routes, built as data and serialised once. Every secret is a file of its own. */
function renderAlertmanager(notify, hasSecret) {
    const heartbeat = hasSecret('heartbeat-url');
    const kinds = Object.keys(notify);
    const document = {
        templates: [ALERTMANAGER_PATHS.messages],
        route: (0,routes/* routingTree */.D5)(notify, heartbeat),
        receivers: [
            { name: routes/* NOBODY */.oQ },
            ...(heartbeat ? [heartbeatReceiver] : []),
            ...kinds.map((kind) => (0,receivers/* renderReceiver */.Iz)(kind, notify[kind], hasSecret)),
        ],
    };
    return (0,dist/* stringify */.As)(document, { lineWidth: 0 });
}
/** The far side counts any request as a sign of life, so it must never get a resolved one. */
const heartbeatReceiver = {
    name: routes/* HEARTBEAT */.rU,
    webhook_configs: [{ send_resolved: false, url_file: (0,receivers/* secretPath */.s6)('heartbeat-url'), max_alerts: 1 }],
};
/** The files of the Alertmanager that are not secret. */
function alertmanagerFiles(app, notify, secrets) {
    return [
        {
            name: 'alertmanager.yml',
            guestPath: ALERTMANAGER_PATHS.config,
            content: renderAlertmanager(notify, (secret) => secrets[secret] !== undefined),
        },
        { name: 'messages.tmpl', guestPath: ALERTMANAGER_PATHS.messages, content: renderMessages(app) },
        { name: 'amtool.yml', guestPath: ALERTMANAGER_PATHS.amtool, content: AMTOOL },
    ];
}
/** With it, no command of amtool needs an address. */
const AMTOOL = (0,dist/* stringify */.As)({ 'alertmanager.url': `http://${ALERTMANAGER_ADDRESS}` });
/** The secrets that the receivers of a configuration read, each in a file of its own. */
function alertmanagerSecrets(notify, secrets) {
    const kinds = Object.keys(notify);
    const names = [
        ...kinds.flatMap((kind) => [receivers/* SECRETS_OF */.kO[kind].needs, ...(receivers/* SECRETS_OF */.kO[kind].uses ?? [])]),
        'heartbeat-url',
    ];
    return names.flatMap((secret) => {
        const value = secrets[secret];
        if (value === undefined)
            return [];
        return [{ name: flySecret(secret), guestPath: (0,receivers/* secretPath */.s6)(secret), value: fileContent(secret, value) }];
    });
}
/** Differs from the variable that is set manually, in plain text, for the entrypoint. */
const flySecret = (secret) => `MONITORING_${secret.toUpperCase().replaceAll('-', '_')}`;
/** ntfy renders the JSON of Alertmanager as title, text and priority when it is asked to. */
function fileContent(secret, value) {
    if (secret !== 'ntfy-url')
        return value;
    const url = new URL(value);
    if (!url.searchParams.has('template'))
        url.searchParams.set('template', 'alertmanager');
    return url.href;
}
/** Receivers of a configuration whose secret is not set. */
const missingSecrets = (notify, secrets) => Object.keys(notify)
    .map((kind) => ({ kind, secret: receivers/* SECRETS_OF */.kO[kind].needs }))
    .filter(({ secret }) => secrets[secret] === undefined);


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ renderReceiver),
/* harmony export */   f4: () => (/* binding */ INTEGRATION_OF),
/* harmony export */   kO: () => (/* binding */ SECRETS_OF),
/* harmony export */   s6: () => (/* binding */ secretPath)
/* harmony export */ });
/* harmony import */ var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5478);

/** The folder of the files that each hold one secret, on the monitoring machine. */
const SECRETS_FOLDER = '/etc/alertmanager/secrets';
/** The file of a secret on the machine; the entrypoint uses the same names. */
const secretPath = (secret) => `${SECRETS_FOLDER}/${secret}`;
/** The secrets that a kind of receiver needs, and those that it can use. */
const SECRETS_OF = {
    slack: { needs: 'slack-webhook-url' },
    discord: { needs: 'discord-webhook-url' },
    telegram: { needs: 'telegram-bot-token' },
    ntfy: { needs: 'ntfy-url', uses: ['ntfy-token'] },
    pagerduty: { needs: 'pagerduty-routing-key' },
    email: { needs: 'smtp-password' },
    webhook: { needs: 'notify-webhook-url' },
};
/** The integration of Alertmanager behind a kind of receiver, as in the label `integration` of its metrics. */
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
const RUNBOOK = `{{ or .CommonAnnotations.runbook_url "${_lib_documentation_js__WEBPACK_IMPORTED_MODULE_0__/* .RUNBOOKS_URL */ .Y_}" }}`;
/** The configuration of each kind in Alertmanager. Titles fit a phone's notification; the links come last. */
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
                    http_config: { authorization: { credentials_file: secretPath('ntfy-token') } },
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
/** A receiver of Alertmanager for one kind of `alerts.notify`. */
function renderReceiver(kind, settings, hasSecret) {
    return { name: kind, ...RENDER[kind](settings, hasSecret) };
}


/***/ }),

/***/ 6012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ silenceCommand)
/* harmony export */ });
/** The shell command that silences an alert for a night. */
const silenceCommand = (app, alert) => `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert} -d 8h -c night"`;


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ DIGEST_VARIABLE),
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9466);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9921);



/**
 * The share of the volume for samples; the rest is for the write-ahead log and compaction (Prometheus recommends 80–85 %
 * at most).
 */
const SHARE_OF_VOLUME = 0.75;
/** Variable in the app's [env] with the digest of the rendered app; `flyctl machine list --json` shows it. */
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
 * fly.monitoring.toml for a manual deploy: the same machine without flags, so that the entrypoint completes the
 * configuration from the environment, that is from secrets that are set manually.
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
        // Fly's default is SIGINT; Prometheus, which replaces the entrypoint, closes its write-ahead log on SIGTERM.
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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] accepts IPv4 as well; Fly's private network is IPv6 only.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.webConfig}`] : []),
        ...(config.alerts.notify ? alertingFlags(config) : []),
    ];
}
/**
 * Alerts that fire before Prometheus knows its Alertmanager, in the first seconds after a start, are lost; they are sent
 * again after this delay, and not after a minute. The URL is where links in messages lead.
 */
const alertingFlags = ({ monitoring }) => [
    '--rules.alert.resend-delay=10s',
    `--web.external-url=${(0,_model_fly_names_js__WEBPACK_IMPORTED_MODULE_1__/* .publicUrl */ .x6)(monitoring.app)}/`,
];
/**
 * HTTPS on 443 for people and for the verification. Never stopped: scrapes do not pass through Fly's proxy, which would
 * consider the machine idle. The check is TCP, because basic auth answers 401 on every path; readiness is verified with
 * credentials afterwards.
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

/***/ 7247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderedFiles: () => (/* binding */ renderedFiles)
/* harmony export */ });
/* harmony import */ var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9149);
/* harmony import */ var _alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9829);
/* harmony import */ var _fly_toml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3181);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9921);
/* harmony import */ var _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4879);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2391);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(671);







/** The configuration that the entrypoint completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
/** Placeholders that the entrypoint fills in; where they are not set, it leaves the whole block out. */
const REMOTE_WRITE = {
    url: placeholder('GRAFANA_PROMETHEUS_URL'),
    user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
/**
 * The files that are generated from the configuration, with the same renderer as a deploy, for deploying manually with
 * flyctl. `source` is the path of the configuration.
 */
function renderedFiles(config, source) {
    const prometheus = (0,_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPrometheus */ .Be)(config, {
        version: (0,_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusVersionOf */ .q)(config.monitoring.image),
        ruleFiles: [_prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .GUEST_PATHS */ .es.rules],
        remoteWrite: REMOTE_WRITE,
    });
    const { monitoring, alerts } = config;
    const alertmanager = (alerts.notify ? (0,_alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__/* .alertmanagerFiles */ .jI)(monitoring.app, alerts.notify, {}) : []).map(({ name, ...file }) => ({ ...file, path: `${_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .ALERTMANAGER_FOLDER */ .Ny}/${name}` }));
    const flyToml = (0,_fly_toml_js__WEBPACK_IMPORTED_MODULE_2__/* .renderManualFlyToml */ .Qn)(config, [
        { guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_6__/* .PROMETHEUS_PATH */ .VM },
        { guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_3__/* .GUEST_PATHS */ .es.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_6__/* .RULES_PATH */ .MU },
        ...alertmanager,
    ]);
    const files = {
        [_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .PROMETHEUS_PATH */ .VM]: withIgnoreComment(prometheus),
        [_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .RULES_PATH */ .MU]: (0,_prometheus_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .renderRules */ .a)(config, { remoteWrite: true }),
        ...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
        [_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .FLY_TOML_PATH */ .L_]: `${BY_HAND}${flyToml}`,
    };
    return Object.entries(files).map(([path, text]) => ({
        path,
        text: (0,_mark_js__WEBPACK_IMPORTED_MODULE_5__/* .withInitMark */ .E)(text, source),
        executable: false,
    }));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
/** Prometheus does not expand these placeholders, but the entrypoint does: the comment silences the finding of `plan`. */
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{GRAFANA_PROMETHEUS_/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5478);
/* harmony import */ var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3052);
/* harmony import */ var _alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5982);
/* harmony import */ var _alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1687);





/** The rule file of Prometheus, for both 2.42 and 3.x. */
function renderRules(config, options) {
    const groups = (0,_alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
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
const plainRule = (rule, grafanaUrl) => (0,_alerts_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlert */ .H)(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label distinguishes rules with the same name; without it promtool reports them as duplicates.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, grafanaUrl),
    }
    : { record: rule.record, expr: rule.expr, ...(rule.labels && { labels: rule.labels }) };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ }),

/***/ 9921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  es: () => (/* binding */ GUEST_PATHS),
  CC: () => (/* binding */ OWN_RULES_FOLDER),
  X1: () => (/* binding */ PROMETHEUS_USER),
  Dh: () => (/* binding */ prometheusCredentials),
  Be: () => (/* binding */ renderPrometheus)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/desired/alertmanager/alertmanager.js + 1 modules
var alertmanager = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/config/limits.js
var limits = __webpack_require__(9711);
// EXTERNAL MODULE: ./build/config/services.js
var services = __webpack_require__(6927);
// EXTERNAL MODULE: ./build/desired/scrape-secrets.js
var scrape_secrets = __webpack_require__(8185);
;// CONCATENATED MODULE: ./build/desired/scrape-job.js




/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
const NO_REDIRECTS = { follow_redirects: false };
/** The scrape job of one service, as a part of prometheus.yml. */
function serviceJob(service, monitoring, version) {
    const { samples, bodyMb } = (0,limits/* scrapeLimits */.N)(monitoring.vm.memory_mb);
    const { scheme, tls_config, sample_limit = samples } = service;
    return {
        job_name: service.name,
        ...ownTimes(service, monitoring),
        metrics_path: service.path,
        ...(scheme && { scheme }),
        ...(tls_config && { tls_config }),
        ...(0,scrape_secrets/* authentication */.j)(service),
        ...NO_REDIRECTS,
        body_size_limit: `${bodyMb}MB`,
        sample_limit,
        // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
        ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
        ...discovery(service, monitoring),
        relabel_configs: Object.entries(labelsOf(service)).map(([name, value]) => ({
            target_label: name,
            replacement: literal(value),
        })),
        ...stored(service),
    };
}
/** Only where the service differs from the global settings. */
function ownTimes(service, monitoring) {
    if (service.scrape_interval === undefined && service.scrape_timeout === undefined)
        return {};
    const { interval, timeout } = (0,scrape_options/* scrapeTimes */.nZ)(service, monitoring);
    return { scrape_interval: interval, scrape_timeout: timeout };
}
/** Static addresses, or the AAAA records of Fly's private DNS: each started machine is a target. */
function discovery(service, { scrape_interval }) {
    if (!(0,services/* isOnFly */.dC)(service))
        return { static_configs: [{ targets: service.addresses }] };
    const { app, process, port } = service;
    const host = process === undefined ? `${app}.internal` : `${process}.process.${app}.internal`;
    return {
        dns_sd_configs: [
            { names: [host], type: 'AAAA', port, refresh_interval: (0,scrape_options/* shorter */.A8)(scrape_interval, '15s') },
        ],
    };
}
/** Names of the configuration, so that they stay the same when machines and addresses change. */
const labelsOf = (service) => ({
    service: service.name,
    app: (0,services/* appLabelOf */.RX)(service),
    ...service.labels,
});
/** Which series are stored; `keep` is applied before `drop`. Prometheus anchors the pattern at both ends. */
function stored({ keep, drop }) {
    const rule = (action, patterns) => patterns ? [{ source_labels: ['__name__'], regex: patterns.join('|'), action }] : [];
    const rules = [...rule('keep', keep), ...rule('drop', drop)];
    return rules.length > 0 && { metric_relabel_configs: rules };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');

;// CONCATENATED MODULE: ./build/desired/prometheus.js





/** Paths of the files on the monitoring machine. */
const GUEST_PATHS = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The folder of the rule files of `alerts.rules` on the monitoring machine. */
const OWN_RULES_FOLDER = '/etc/prometheus/rules';
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** What to send to Prometheus; nothing where it has no password. */
const prometheusCredentials = (password) => password === undefined ? undefined : { user: PROMETHEUS_USER, password };
/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: (0,scrape_options/* shorter */.A8)(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(config.alerts.notify && { alerting: { alertmanagers: [ALERTMANAGER] } }),
        ...(options.ruleFiles.length > 0 && { rule_files: [...options.ruleFiles] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
            selfJob(config),
            ...(config.alerts.notify ? [alertmanagerJob(config)] : []),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,dist/* stringify */.As)(document, { lineWidth: 0 });
}
/** The self-scrape needs the password too: basic auth protects every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: prometheus/* SELF_JOB */.gu,
        ...NO_REDIRECTS,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
        }),
        static_configs: [{ targets: [prometheus/* SELF_TARGET */.lK], labels: { service: prometheus/* SELF_JOB */.gu, app: config.monitoring.app } }],
    };
}
const ALERTMANAGER = { ...NO_REDIRECTS, static_configs: [{ targets: [alertmanager/* ALERTMANAGER_ADDRESS */.Tc] }] };
/** Its counters show whether the receivers accept what is sent to them; scraped often, so that a deploy can wait for it. */
function alertmanagerJob({ monitoring }) {
    const interval = (0,scrape_options/* shorter */.A8)(monitoring.scrape_interval, '5s');
    return {
        job_name: prometheus/* ALERTMANAGER_JOB */.cZ,
        ...NO_REDIRECTS,
        scrape_interval: interval,
        scrape_timeout: interval,
        static_configs: [
            { targets: [alertmanager/* ALERTMANAGER_ADDRESS */.Tc], labels: { service: prometheus/* ALERTMANAGER_JOB */.cZ, app: monitoring.app } },
        ],
        metric_relabel_configs: [
            { source_labels: ['__name__'], regex: '(alertmanager|process)_.*', action: 'keep' },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        ...NO_REDIRECTS,
        basic_auth: { username: target.user, password_file: GUEST_PATHS.remoteWriteKey },
        // A monitoring machine is small: few shards use little memory (the default is 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}


/***/ }),

/***/ 8185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ authentication),
/* harmony export */   y: () => (/* binding */ scrapeSecretFiles)
/* harmony export */ });
/* harmony import */ var _config_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3601);

/** The folder of the files that each hold one secret of a scrape, on the monitoring machine; the entrypoint uses the same names. */
const SECRETS_FOLDER = '/etc/prometheus/secrets';
/** How a scrape authenticates, as a part of its job: the secret is in a file. */
const authentication = ({ authorization, basic_auth }) => ({
    ...(authorization && {
        authorization: { type: authorization.type, credentials_file: pathOf(authorization.credentials_env) },
    }),
    ...(basic_auth && {
        basic_auth: { username: basic_auth.username, password_file: pathOf(basic_auth.password_env) },
    }),
});
/** The files of these secrets, from Fly secrets. Their names differ from those that are set manually, for the entrypoint. */
const scrapeSecretFiles = (services, secrets) => (0,_config_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialVariables */ .rt)(services).flatMap((variable) => {
    const value = secrets.get(variable);
    return value === undefined
        ? []
        : [{ name: `MONITORING_SCRAPE_${variable}`, guestPath: pathOf(variable), value }];
});
const pathOf = (variable) => `${SECRETS_FOLDER}/${variable}`;


/***/ })

};

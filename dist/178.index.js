export const id = 178;
export const ids = [178];
export const modules = {

/***/ 6303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bi: () => (/* binding */ missingFile),
  Xg: () => (/* binding */ readConfig),
  TD: () => (/* binding */ readConfiguration),
  MI: () => (/* binding */ throwIfAny)
});

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/redact.js + 2 modules
var redact = __webpack_require__(7209);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/missing.js
var missing = __webpack_require__(1143);
;// CONCATENATED MODULE: ./build/config/name-conflicts.js
/** Names are set in one place: an input that would have no effect is an error. */
function conflictingNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input/name-conflict',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and ${file} exists.`,
        hint: `Set the name in ${file} and remove the input.`,
    }));
}

// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/config/configuration.js







/** @throws ActionError `configuration` when there is any problem */
function throwIfAny(problems) {
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
}
/** Reads only the configuration, or makes it from the preset. Never throws an ActionError. */
function readConfiguration(workspace, { config: { path, explicit }, names }) {
    const name = (0,lib_workspace/* repositoryPath */.SH)(workspace, path);
    const failed = (problems) => ({ config: undefined, source: undefined, problems });
    let source;
    try {
        source = (0,lib_workspace/* readText */.yR)(workspace, path);
        if (!source && explicit)
            return failed([missingFile(name, 'Input config names it.')]);
        if (!source && !(0,missing/* presetApplies */.ax)(workspace, names))
            return failed([(0,missing/* noConfiguration */.Uh)(workspace, path)]);
        const others = source ? (0,missing/* otherKind */.Jb)(source) : [];
        if (others.length > 0)
            return failed(others);
        const config = source ? (0,load/* loadConfig */.Z9)(source.text, source.file) : (0,load/* parseConfig */.o4)((0,preset/* presetConfig */.u)(names));
        return { config, source, problems: source ? conflictingNames(names, source.file) : [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        // A name for the preset that is not valid is an input that is not valid: there is no file to point at.
        const at = (0,lib_workspace/* existsInWorkspace */.j6)(workspace, path) ? { file: name, line: 1, column: 1 } : undefined;
        return failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem })));
    }
}
/**
 * Reads the configuration, and lets its own names through redaction.
 * @throws ActionError `configuration` when it cannot be read
 */
function readConfig(inputs, root) {
    const workspace = (0,lib_workspace/* openWorkspace */.OH)(root, inputs.workingDirectory);
    const { config, source, problems } = readConfiguration(workspace, inputs);
    if (!config)
        throw new errors/* ActionError */.lZ('configuration', problems);
    const { monitoring, apps, services } = config;
    (0,redact/* spare */.iC)([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)]);
    return { workspace, config, source, problems };
}
/** The diagnostic for a file that is named somewhere and does not exist. */
function missingFile(file, hint) {
    return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

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

/***/ 3694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9977);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7209);



/**
 * The password of Prometheus when none is configured: derived, so that a Fly token is enough and equal runs render equal
 * files. Another token results in another password. It is redacted from all output.
 */
function derivePassword(flyToken, app) {
    const password = keyed(flyToken, `password\0${app}`).toString('base64url');
    (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .addSecret */ .Ck)(password);
    return password;
}
/** A digest that only a holder of the token can compute, so that it may be shown where the values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
/** HMAC of a text with the token as its key. All spellings of a token result in the same key. */
function keyed(flyToken, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__/* .flyTokens */ .o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}


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

export const id = 247;
export const ids = [247];
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

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ DIGEST_VARIABLE),
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9277);


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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST_PATHS */ .es.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] accepts IPv4 as well; Fly's private network is IPv6 only.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST_PATHS */ .es.webConfig}`] : []),
    ];
}
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
/* harmony import */ var _fly_toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3181);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9277);
/* harmony import */ var _prometheus_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4879);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2391);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3052);






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
    const prometheus = (0,_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPrometheus */ .Be)(config, {
        version: (0,_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusVersionOf */ .q)(config.monitoring.image),
        rules: true,
        remoteWrite: REMOTE_WRITE,
    });
    const flyToml = (0,_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .renderManualFlyToml */ .Qn)(config, [
        { guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS_PATH */ .VM },
        { guestPath: _prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .GUEST_PATHS */ .es.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES_PATH */ .MU },
    ]);
    const files = {
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS_PATH */ .VM]: withIgnoreComment(prometheus),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES_PATH */ .MU]: (0,_prometheus_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .renderRules */ .a)(config, { remoteWrite: true }),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .FLY_TOML_PATH */ .L_]: `${BY_HAND}${flyToml}`,
    };
    return Object.entries(files).map(([path, text]) => ({
        path,
        text: (0,_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .withInitMark */ .E)(text, source),
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
/* harmony import */ var _alerts_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(878);
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
    : { record: rule.record, expr: rule.expr };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_alerts_panels_js__WEBPACK_IMPORTED_MODULE_2__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ }),

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   es: () => (/* binding */ GUEST_PATHS)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9711);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(980);




/** Paths of the files on the monitoring machine. */
const GUEST_PATHS = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST_PATHS.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
const NO_REDIRECTS = { follow_redirects: false };
/**
 * Discovery by the AAAA records of Fly's private DNS: each started machine is a target.
 * Both labels are names of the configuration, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, { scrape_interval: interval, vm }, version) {
    const { samples, bodyMb } = (0,_config_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .scrapeLimits */ .N)(vm.memory_mb);
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        ...NO_REDIRECTS,
        body_size_limit: `${bodyMb}MB`,
        sample_limit: samples,
        // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
        ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
        dns_sd_configs: [
            { names: [host], type: 'AAAA', port: service.port, refresh_interval: atMost(interval, '15s') },
        ],
        relabel_configs: [
            { target_label: 'service', replacement: literal(service.name) },
            { target_label: 'app', replacement: literal(service.app) },
        ],
    };
}
/** The self-scrape needs the password too: basic auth protects every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8,
        ...NO_REDIRECTS,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .SELF_JOB */ .P8, app: config.monitoring.app } },
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
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ }),

/***/ 5478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS_URL */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to diagnose it, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS_URL = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it; what other modes report has no page of its own. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`;


/***/ })

};

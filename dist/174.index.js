export const id = 174;
export const ids = [174];
export const modules = {

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to look, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/findings.md#${code}`;
/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
const panelUrl = (ref, base = '') => `${base.replace(/\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 5174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderedFiles: () => (/* binding */ renderedFiles)
/* harmony export */ });
/* harmony import */ var _render_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2874);
/* harmony import */ var _render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7949);
/* harmony import */ var _render_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7426);
/* harmony import */ var _render_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1589);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(134);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(655);






/** Where the entrypoint looks for the configuration that it completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
/** What the entrypoint puts in; where it is not set, it leaves the whole block out. */
const REMOTE_WRITE = {
    url: placeholder('GRAFANA_PROMETHEUS_URL'),
    user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
/**
 * The files that are made from the configuration by the renderer of the deploy, for deploying by hand with flyctl.
 * `source` is the path of the configuration.
 */
function renderedFiles(config, source) {
    const prometheus = (0,_render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPrometheus */ .Be)(config, {
        version: (0,_render_version_js__WEBPACK_IMPORTED_MODULE_3__/* .versionOf */ .E)(config.monitoring.image),
        rules: true,
        remoteWrite: REMOTE_WRITE,
    });
    const flyToml = (0,_render_fly_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .renderManualFlyToml */ .Qn)(config, [
        { guestPath: GUEST_TEMPLATE, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS */ .Vk },
        { guestPath: _render_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.rules, path: _paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES */ .y0 },
    ]);
    const files = {
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .PROMETHEUS */ .Vk]: excused(prometheus),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .RULES */ .y0]: (0,_render_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .renderRules */ .a)(config, { remoteWrite: true }),
        [_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .FLY_TOML */ .RL]: `${BY_HAND}${flyToml}`,
    };
    return Object.entries(files).map(([path, text]) => ({
        path,
        text: (0,_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .withMark */ .k)(text, source),
        executable: false,
    }));
}
const BY_HAND = `# By hand, from this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# Secrets that monitoring/docker-entrypoint.sh wants are told there.
`;
/** Prometheus would not expand these; plan is told that the entrypoint does. */
const excused = (text) => text.replace(/^( *).*\$\{GRAFANA_PROMETHEUS_/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus-leftover: monitoring/docker-entrypoint.sh puts the value in\n${line}`);


/***/ }),

/***/ 2874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ renderManualFlyToml),
/* harmony export */   YC: () => (/* binding */ renderFlyToml)
/* harmony export */ });
/* unused harmony export DIGEST_VARIABLE */
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7949);


/** Of the volume, for samples; the rest is for the write-ahead log and compaction (Prometheus advises 80–85 % at most). */
const SHARE_OF_VOLUME = 0.75;
/** Variable in the app's [env] that carries our digest; `flyctl machine list --json` shows it. */
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
 * fly.monitoring.toml for people: the same machine without flags, so that the entrypoint completes the configuration
 * from the environment, that is from secrets which people set themselves.
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
        // Fly's default is SIGINT; the entrypoint hands SIGTERM on to Prometheus, which closes its write-ahead log.
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
        `--config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.config}`,
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(volume.size_gb * 1000 * SHARE_OF_VOLUME)}MB`,
        // [::] takes IPv4 as well; Fly's private network is IPv6 alone.
        '--web.listen-address=[::]:9090',
        ...(access === 'password' ? [`--web.config.file=${_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .GUEST */ .hR.webConfig}`] : []),
    ];
}
/**
 * HTTPS on 443 for people and for us. Never stopped: scrapes are no proxy traffic, Fly would take it for idle.
 * The check is TCP, because basic auth answers 401 on every path; readiness is proven with credentials afterwards.
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

/***/ 7949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   hR: () => (/* binding */ GUEST)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);



/** Where files lie on the monitoring machine. */
const GUEST = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job per service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, interval, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * Discovery by the AAAA records of Fly's private DNS: every started machine, one by one.
 * Both labels are the user's own names, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, interval, version) {
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        body_size_limit: '16MB',
        // Prometheus 3 refuses a blank or unknown Content-Type unless told how to read it; 2.42 does not know the key.
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
/** The self-scrape needs the password too: basic auth guards every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        basic_auth: { username: target.user, password_file: GUEST.remoteWriteKey },
        // A monitoring machine is small: few shards, little memory (defaults are 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ renderRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _content_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8343);
/* harmony import */ var _content_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2391);
/* harmony import */ var _content_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);




/** The rule file of Prometheus, for 2.42 and 3.x alike. */
function renderRules(config, options) {
    const groups = (0,_content_groups_js__WEBPACK_IMPORTED_MODULE_1__.ruleGroups)(config, options);
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
const plainRule = (rule, grafanaUrl) => (0,_content_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlert */ .H)(rule)
    ? {
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for,
        // The label tells rules of one name apart; promtool takes them for duplicates otherwise.
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: annotations(rule, grafanaUrl),
    }
    : { record: rule.record, expr: rule.expr };
const annotations = (rule, grafanaUrl) => ({
    summary: rule.summary,
    description: rule.description,
    runbook_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .runbookUrl */ .oV)(rule.alert),
    dashboard_url: (0,_content_links_js__WEBPACK_IMPORTED_MODULE_3__/* .panelUrl */ .aF)(rule.panel, grafanaUrl),
});


/***/ })

};

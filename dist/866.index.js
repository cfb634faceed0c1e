export const id = 866;
export const ids = [866];
export const modules = {

/***/ 9448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   rG: () => (/* binding */ patternFault)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

const ESCAPES = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
};
/** The value of a quoted text, by Prometheus' rules: Go's escapes in "…" and '…', none in `…`. */
function unquote(literal) {
    const quote = literal.charAt(0);
    if (literal.length < 2 || !literal.endsWith(quote))
        return { ok: false, error: 'A quoted text is not closed' };
    const inner = literal.slice(1, -1);
    if (quote === '`' || !inner.includes('\\'))
        return { ok: true, value: inner };
    let error;
    const value = inner.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]?))/g, (written, x, u, U, octal, char) => {
        const code = octal === undefined ? Number.parseInt(x ?? u ?? U ?? '', 16) : Number.parseInt(octal, 8);
        if (char === undefined && code <= (octal === undefined ? 0x10ffff : 0xff))
            return String.fromCodePoint(code);
        if (char === quote)
            return char;
        const plain = ESCAPES[char ?? ''];
        if (plain === undefined)
            error ??= `Unknown escape ${written} in a quoted text: write the backslash twice`;
        return plain ?? '';
    });
    return error === undefined ? { ok: true, value } : { ok: false, error };
}
/** Longer patterns are taken for right and for matching anything: compiling them would take a second. */
const MAX_PATTERN = 10_000;
/** People use the same few patterns again and again; a long one takes megabytes when it is compiled. */
const MAX_KEPT = 200;
const MAX_KEPT_LENGTH = 500;
const compiled = new Map();
/** A pattern as Prometheus compiles it (RE2: no look-arounds, no back references); an undefined value: not compiled. */
function compile(pattern) {
    const known = compiled.get(pattern);
    if (known)
        return known;
    const made = pattern.length > MAX_PATTERN ? { ok: true, value: undefined } : tryCompile(pattern);
    if (compiled.size >= MAX_KEPT)
        compiled.clear();
    if (pattern.length <= MAX_KEPT_LENGTH)
        compiled.set(pattern, made);
    return made;
}
function tryCompile(pattern) {
    try {
        return { ok: true, value: re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(pattern, re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.DOTALL) };
    }
    catch (error) {
        if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
            throw error;
        return { ok: false, error: `Not a regular expression that Prometheus takes: ${error.getDescription()}` };
    }
}
/** What is wrong with a pattern, or undefined. */
function patternFault(pattern) {
    const result = compile(pattern);
    return result.ok ? undefined : result.error;
}
/** Whether a matcher lets a label's value through (an absent label counts as empty). Patterns that are wrong match nothing. */
function matches(matcher, value) {
    if (matcher.op === '=')
        return matcher.value === value;
    if (matcher.op === '!=')
        return matcher.value !== value;
    const pattern = compile(matcher.value);
    if (pattern.ok && pattern.value === undefined)
        return true;
    const found = pattern.ok && pattern.value?.matches(value) === true;
    return (matcher.op === '=~') === found;
}


/***/ }),

/***/ 2866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintPrometheusConfig: () => (/* binding */ lintPrometheusConfig)
});

// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lib/promql/text.js
var promql_text = __webpack_require__(9448);
// EXTERNAL MODULE: ./build/lint/tree.js
var lint_tree = __webpack_require__(6530);
;// CONCATENATED MODULE: ./build/lint/prometheus/shape.js
const keys = (shape, names) => Object.fromEntries(names.split(/\s+/).map((name) => [name, shape]));
const table = (shapes) => ({ table: shapes });
const list = (shape) => ({ list: shape });
const tls = table(keys('any', 'ca cert key ca_file cert_file key_file ca_ref cert_ref key_ref server_name insecure_skip_verify min_version max_version'));
const proxy = keys('any', 'proxy_url no_proxy proxy_from_environment proxy_connect_header');
/** How Prometheus speaks HTTP to anybody. */
const client = {
    ...proxy,
    ...keys('any', 'bearer_token bearer_token_file follow_redirects enable_http2 http_headers'),
    basic_auth: table(keys('any', 'username username_file username_ref password password_file password_ref')),
    authorization: table(keys('any', 'type credentials credentials_file credentials_ref')),
    oauth2: 'any',
    tls_config: tls,
};
const relabel = list(table({
    ...keys('any', 'source_labels separator modulus target_label replacement action'),
    regex: 'regex',
}));
/** Kinds of discovery beside these have insides of their own, which are left to promtool. */
const discovery = {
    static_configs: list(table(keys('any', 'targets labels'))),
    dns_sd_configs: list(table({ ...keys('any', 'names type port'), refresh_interval: 'duration' })),
    file_sd_configs: list(table({ ...keys('any', 'files'), refresh_interval: 'duration' })),
};
const limits = keys('any', `body_size_limit sample_limit target_limit label_limit label_name_length_limit label_value_length_limit
  keep_dropped_targets metric_name_validation_scheme metric_name_escaping_scheme scrape_native_histograms
  convert_classic_histograms_to_nhcb always_scrape_classic_histograms extra_scrape_metrics scrape_protocols
  scrape_failure_log_file`);
const scrape = table({
    ...client,
    ...limits,
    ...discovery,
    ...keys('any', `job_name honor_labels honor_timestamps track_timestamps_staleness params fallback_scrape_protocol metrics_path
    scheme enable_compression native_histogram_bucket_limit native_histogram_min_bucket_factor`),
    ...keys('duration', 'scrape_interval scrape_timeout'),
    relabel_configs: relabel,
    metric_relabel_configs: relabel,
});
const remoteWrite = table({
    ...client,
    ...keys('any', 'url headers name send_exemplars send_native_histograms round_robin_dns protobuf_message sigv4 azuread google_iam'),
    remote_timeout: 'duration',
    write_relabel_configs: relabel,
    queue_config: table({
        ...keys('any', 'capacity max_shards min_shards max_samples_per_send retry_on_http_429'),
        ...keys('duration', 'batch_send_deadline min_backoff max_backoff sample_age_limit'),
    }),
    metadata_config: table({ ...keys('any', 'send max_samples_per_send'), send_interval: 'duration' }),
});
const alertmanager = table({
    ...client,
    ...discovery,
    ...keys('any', 'sigv4 scheme path_prefix api_version'),
    timeout: 'duration',
    relabel_configs: relabel,
    alert_relabel_configs: relabel,
});
/** The whole configuration of Prometheus 3.14. */
const PROMETHEUS = {
    global: table({
        ...limits,
        ...keys('any', 'query_log_file external_labels'),
        ...keys('duration', 'scrape_interval scrape_timeout evaluation_interval rule_query_offset'),
    }),
    runtime: table(keys('any', 'gogc')),
    alerting: table({ alert_relabel_configs: relabel, alertmanagers: list(alertmanager) }),
    ...keys('any', 'rule_files scrape_config_files tracing otlp'),
    scrape_configs: list(scrape),
    storage: table({
        tsdb: table({
            ...keys('any', 'stale_series_compaction_threshold chunk_encoding'),
            out_of_order_time_window: 'duration',
            retention: table({ ...keys('any', 'size percentage'), time: 'duration' }),
        }),
        exemplars: table(keys('any', 'max_exemplars')),
    }),
    remote_write: list(remoteWrite),
    remote_read: list(table({
        ...client,
        ...keys('any', 'url chunked_read_limit headers read_recent name required_matchers filter_external_labels'),
        remote_timeout: 'duration',
    })),
};
/** Keys that Prometheus 2.42 refuses, as far as people use them. */
const SINCE_3 = new Set([
    ...['fallback_scrape_protocol', 'scrape_native_histograms', 'retention', 'otlp', 'runtime', 'http_headers'],
    ...[
        'scrape_protocols',
        'metric_name_validation_scheme',
        'metric_name_escaping_scheme',
        'keep_dropped_targets',
    ],
    ...['scrape_failure_log_file', 'rule_query_offset', 'convert_classic_histograms_to_nhcb'],
    ...['always_scrape_classic_histograms', 'extra_scrape_metrics', 'round_robin_dns', 'scrape_config_files'],
]);

;// CONCATENATED MODULE: ./build/lint/prometheus/rejects.js






/** What Prometheus refuses at its start, as far as a file shows it without the world around. */
function rejected(root, version, report) {
    visitTable(root, PROMETHEUS, { version, report, path: '' });
    const global = (0,lint_tree/* get */.Jt)(root, 'global');
    timeouts(global, { name: 'global', interval: 60_000, timeout: undefined }, report);
    const names = new Set();
    for (const scrape of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, 'scrape_configs')))
        scrapeConfig(scrape, { names, global }, report);
    for (const kind of ['remote_write', 'remote_read'])
        for (const remote of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, kind)))
            remoteConfig(remote, kind, report);
}
const isNothing = (node) => node.kind === 'value' && node.value === null;
function visit(node, shape, about) {
    if (shape === 'any' || isNothing(node))
        return;
    if (shape === 'duration')
        rejects_duration(node, about);
    else if (shape === 'regex')
        regex(node, about);
    else if ('list' in shape) {
        if (node.kind === 'list')
            for (const item of node.items)
                visit(item, shape.list, about);
        else
            wrongShape(node, 'a list', about);
    }
    else if (node.kind === 'table')
        visitTable(node, shape.table, about);
    else
        wrongShape(node, 'a map', about);
}
function visitTable(table, shapes, about) {
    for (const [key, value] of table.entries) {
        const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
        const path = about.path ? `${about.path}.${key}` : key;
        const isOld = about.version.major < 3;
        if ((!shape && !isDiscovery(key, shapes)) || (isOld && SINCE_3.has(key)))
            about.report('prometheus-unknown-key', value.at, shape
                ? `Prometheus ${about.version.major}.${about.version.minor} does not know ${path}.`
                : `Prometheus does not know ${path}.`, (0,did_you_mean/* didYouMean */.a)(key, Object.keys(shapes).filter((known) => known !== key)) ?? 'Remove it: Prometheus refuses the whole file.');
        else if (shape)
            visit(value, shape, { ...about, path });
    }
}
/** There are more kinds of discovery than are worth knowing here. */
const isDiscovery = (key, shapes) => 'static_configs' in shapes && /_sd_configs$/.test(key);
function wrongShape(node, wanted, { report, path }) {
    report('prometheus-shape', node.at, `${path} is not ${wanted}.`, `It must be ${wanted}.`);
}
function rejects_duration(node, { report, path }) {
    const text = (0,lint_tree/* textOf */.b6)(node);
    if (text !== undefined && (text === '0' || (0,duration/* parseDuration */.E)(text) !== undefined))
        return;
    report('prometheus-duration', node.at, `${path} is ${(0,catalog/* shown */.SP)(text ?? 'no text')}.`, 'Use a duration such as 15s or 1m30s.');
}
function regex(node, { report, path }) {
    const fault = (0,promql_text/* patternFault */.rG)((0,lint_tree/* textOf */.b6)(node) ?? '');
    if (fault)
        report('prometheus-regex', node.at, `${path}: ${fault}.`, 'Prometheus uses RE2, without look-around.');
}
const milliseconds = (node) => (0,duration/* parseDuration */.E)((0,lint_tree/* textOf */.b6)(node) ?? '') || undefined;
function timeouts(node, { name, interval }, report) {
    const every = milliseconds((0,lint_tree/* get */.Jt)(node, 'scrape_interval')) ?? interval;
    const timeout = (0,lint_tree/* get */.Jt)(node, 'scrape_timeout');
    if (timeout && (milliseconds(timeout) ?? 0) > every)
        report('prometheus-timeout', timeout.at, `The scrape_timeout of ${name} is longer than its scrape_interval.`, 'Make it shorter, or leave it out.');
}
function scrapeConfig(node, { names, global }, report) {
    if (node.kind !== 'table') {
        report('prometheus-shape', node.at, 'A scrape config is empty or no map.', 'Give it a job_name and targets.');
        return;
    }
    const written = (0,lint_tree/* get */.Jt)(node, 'job_name');
    const job = (0,lint_tree/* textOf */.b6)(written) ?? '';
    if (job === '')
        report('prometheus-job-name', node.at, 'A scrape config has no job_name.', 'Add one: it becomes the label job.');
    else if (names.has(job))
        report('prometheus-job-name', written?.at ?? node.at, `The job_name ${(0,catalog/* shown */.SP)(job)} is there twice.`, 'Rename one.');
    names.add(job);
    const interval = milliseconds((0,lint_tree/* get */.Jt)(global, 'scrape_interval')) ?? 60_000;
    timeouts(node, { name: `job ${(0,catalog/* shown */.SP)(job)}`, interval, timeout: undefined }, report);
    authorization(node, report);
    if ((0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'relabel_configs')).length === 0)
        for (const target of staticTargets(node))
            targetForm(target, report);
    for (const dns of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'dns_sd_configs')))
        dnsDiscovery(dns, report);
    for (const key of ['relabel_configs', 'metric_relabel_configs'])
        for (const rule of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, key)))
            relabelRule(rule, report);
}
/** Every target of the static configs of a job. */
const staticTargets = (scrape) => (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(scrape, 'static_configs')).flatMap((config) => [...(0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(config, 'targets'))]);
function targetForm(target, report) {
    const text = (0,lint_tree/* textOf */.b6)(target) ?? '';
    if (text !== '' && !text.includes('/'))
        return;
    report('prometheus-target', target.at, `The target ${(0,catalog/* shown */.SP)(text)} is no HOST:PORT.`, 'Leave out https:// and the path: they are "scheme" and "metrics_path" of the job.');
}
function dnsDiscovery(dns, report) {
    const names = (0,lint_tree/* get */.Jt)(dns, 'names');
    if ((0,lint_tree/* items */.ld)(names).length === 0)
        report('prometheus-dns', names?.at ?? dns.at, 'A dns_sd_config has no names.', 'Add "names: [APP.internal]".');
    const type = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(dns, 'type'))?.toUpperCase() ?? 'SRV';
    if (!['A', 'AAAA', 'SRV', 'MX', 'NS'].includes(type))
        report('prometheus-dns', (0,lint_tree/* get */.Jt)(dns, 'type')?.at ?? dns.at, `Prometheus cannot discover by ${(0,catalog/* shown */.SP)(type)} records.`, 'Use AAAA.');
    else if (type !== 'SRV' && !Number((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(dns, 'port'))))
        report('prometheus-dns', dns.at, `Discovery by ${type} records needs a port.`, 'Add "port:".');
}
const ACTIONS = 'replace keep drop keepequal dropequal hashmod labelmap labeldrop labelkeep lowercase uppercase'.split(' ');
function relabelRule(rule, report) {
    const action = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'action'))?.toLowerCase() ?? 'replace';
    const at = (0,lint_tree/* get */.Jt)(rule, 'action')?.at ?? rule.at;
    if (!ACTIONS.includes(action))
        report('prometheus-relabel', at, `There is no relabel action ${(0,catalog/* shown */.SP)(action)}.`, `Use one of: ${ACTIONS.join(', ')}.`);
    else if (['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'].includes(action) &&
        !(0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'target_label')))
        report('prometheus-relabel', at, `The relabel action ${action} needs a target_label.`, 'Add it.');
    if (action === 'hashmod' && !Number((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'modulus'))))
        report('prometheus-relabel', at, 'The relabel action hashmod needs a modulus.', 'Add it.');
}
const isSet = (node) => node !== undefined && !isNothing(node);
function authorization(node, report) {
    const ways = ['basic_auth', 'authorization', 'oauth2'].filter((key) => isSet((0,lint_tree/* get */.Jt)(node, key)));
    const bearer = ['bearer_token', 'bearer_token_file'].filter((key) => ((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(node, key)) ?? '') !== '');
    const used = [...ways, ...bearer];
    if (used.length > 1)
        report('prometheus-auth', (0,lint_tree/* get */.Jt)(node, used[1] ?? '')?.at ?? node.at, `${used.join(' and ')} exclude each other.`, 'Keep one.');
    for (const [section, secret] of [
        ['basic_auth', 'password'],
        ['basic_auth', 'username'],
        ['authorization', 'credentials'],
    ]) {
        const holder = (0,lint_tree/* get */.Jt)(node, section);
        const given = [secret, `${secret}_file`, `${secret}_ref`].filter((key) => ((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(holder, key)) ?? '') !== '');
        if (holder && given.length > 1)
            report('prometheus-auth', (0,lint_tree/* get */.Jt)(holder, given[1] ?? '')?.at ?? holder.at, `${given.join(' and ')} exclude each other.`, 'Keep one.');
    }
}
function remoteConfig(node, kind, report) {
    if (node.kind !== 'table') {
        report('prometheus-shape', node.at, `An entry of ${kind} is empty or no map.`, 'Give it a url, or remove it.');
        return;
    }
    if (!isSet((0,lint_tree/* get */.Jt)(node, 'url')))
        report('prometheus-url', node.at, `An entry of ${kind} has no url.`, 'Add it, or remove the entry.');
    authorization(node, report);
    for (const rule of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'write_relabel_configs')))
        relabelRule(rule, report);
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/secrets.js
var secrets = __webpack_require__(2301);
;// CONCATENATED MODULE: ./build/lint/prometheus/traps.js





/** What Prometheus takes, and what then does not work. */
function traps(root, apps, report) {
    leftovers(root, { path: [], apps }, report);
    for (const scrape of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, 'scrape_configs'))) {
        for (const target of staticTargets(scrape))
            flyTarget(target, apps, report);
        for (const config of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(scrape, 'static_configs')))
            constantInstance(config, report);
        for (const dns of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(scrape, 'dns_sd_configs')))
            flyDiscovery(dns, apps, report);
    }
    for (const kind of ['remote_write', 'remote_read'])
        for (const remote of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, kind)))
            remoteUrl((0,lint_tree/* get */.Jt)(remote, 'url'), report);
    if ((0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, 'scrape_configs')).length === 0 && !(0,lint_tree/* get */.Jt)(root, 'scrape_config_files'))
        report('prometheus-empty', root.at, 'The configuration scrapes nothing.', 'Add scrape_configs.');
}
/** In a replacement, `${1}` and `${name}` are groups of the match. */
const GROUPS = ['replacement', 'regex'];
function leftovers(node, { path, apps }, report) {
    // Prometheus 3 expands external labels, and nothing else.
    if (GROUPS.includes(path.at(-1) ?? '') || (apps.version.major >= 3 && path.includes('external_labels')))
        return;
    if (node.kind === 'table')
        for (const [key, value] of node.entries)
            leftovers(value, { path: [...path, key], apps }, report);
    if (node.kind === 'list')
        for (const item of node.items)
            leftovers(item, { path, apps }, report);
    if (node.kind !== 'value')
        return;
    const placeholder = /\$\{[A-Za-z_]\w*[^}]*\}/.exec(node.text);
    const where = path.join('.');
    if (placeholder)
        report('prometheus-leftover', node.at, `${where} holds ${(0,catalog/* shown */.SP)(placeholder[0])}, which Prometheus does not expand.`, 'Put the value in before Prometheus starts; for secrets use password_file. Only external_labels are expanded.');
    else if ((0,secrets/* looksSecret */.n)(path.at(-1) ?? '', node.text))
        report('prometheus-secret', node.at, `A secret stands in ${where}.`, 'Use the key with _file at its end, and change the secret.');
}
function remoteUrl(url, report) {
    const text = (0,lint_tree/* textOf */.b6)(url);
    if (!url || text === undefined || /\$\{/.test(text))
        return;
    if (!/^https?:\/\/[^/]+/.test(text))
        report('prometheus-url', url.at, `The url ${(0,catalog/* shown */.SP)(text)} is none: every batch would fail.`, 'Write it whole, with https://, or remove the entry.');
}
/** `fechatter.internal:9090`, `web.process.fechatter.internal`, `fechatter.fly.dev:9091`. */
const INTERNAL = /^(?:.+\.)?([a-z0-9-]+)\.internal(?::(\d+))?$/;
const PUBLIC = /^([a-z0-9-]+)\.fly\.dev(?::(\d+))?$/;
function flyTarget(target, apps, report) {
    const text = (0,lint_tree/* textOf */.b6)(target) ?? '';
    const internal = INTERNAL.exec(text);
    if (internal) {
        const app = internal[1] ?? '';
        report('prometheus-static-internal', target.at, `${(0,catalog/* shown */.SP)(text)} is scraped as one target, whatever number of machines ${app} has.`, `Use dns_sd_configs: { names: [${app}.internal], type: AAAA, port: ${internal[2] ?? 80} }.`);
        knownApp(target, { app, port: Number(internal[2]) }, apps, report);
    }
    const open = PUBLIC.exec(text);
    if (open && !['443', '80', undefined].includes(open[2]))
        report('prometheus-public-target', target.at, `${(0,catalog/* shown */.SP)(text)} answers only if the app publishes port ${open[2]}.`, `Scrape ${open[1]}.internal over the private network.`);
}
function constantInstance(config, report) {
    const instance = (0,lint_tree/* get */.Jt)((0,lint_tree/* get */.Jt)(config, 'labels'), 'instance');
    if (instance)
        report('prometheus-instance-label', instance.at, `Every target gets the same instance, ${(0,catalog/* shown */.SP)((0,lint_tree/* textOf */.b6)(instance))}.`, 'Remove it: Prometheus sets the address of each machine.');
}
function flyDiscovery(dns, apps, report) {
    const type = (0,lint_tree/* get */.Jt)(dns, 'type');
    for (const name of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(dns, 'names'))) {
        const internal = INTERNAL.exec((0,lint_tree/* textOf */.b6)(name) ?? '');
        if (!internal)
            continue;
        const kind = (0,lint_tree/* textOf */.b6)(type)?.toUpperCase() ?? 'SRV';
        if (kind !== 'AAAA' && ['A', 'SRV', 'MX', 'NS'].includes(kind))
            report('prometheus-dns-type', type?.at ?? dns.at, `${(0,catalog/* shown */.SP)((0,lint_tree/* textOf */.b6)(name))} has AAAA records alone; this asks for ${kind}.`, 'Write "type: AAAA".');
        knownApp(name, { app: internal[1] ?? '', port: Number((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(dns, 'port'))) }, apps, report);
    }
}
function knownApp(at, { app, port }, { ports }, report) {
    if (ports.size === 0)
        return;
    const known = ports.get(app);
    if (!known)
        report('prometheus-app-unknown', at.at, `${app} is none of the apps of the configuration.`, `Apps: ${[...ports.keys()].join(', ')}.`);
    else if (port && known.length > 0 && !known.includes(port))
        report('prometheus-port-unknown', at.at, `No service of ${app} has the port ${port}.`, `Ports: ${(0,lib_text/* list */.p_)(known.map(String))}.`);
}

// EXTERNAL MODULE: ./build/lint/yaml.js
var yaml = __webpack_require__(1093);
;// CONCATENATED MODULE: ./build/lint/prometheus-config.js





/** Findings of a prometheus.yml: errors are what Prometheus refuses or cannot work with. */
function lintPrometheusConfig(text, file, context) {
    const read = (0,yaml/* readYaml */.g)(text, file);
    if (!read.ok)
        return [read.problem];
    const problems = [];
    const report = (code, at, message, hint) => problems.push((0,catalog/* finding */.gk)(code, { file, ...at }, message, hint));
    const { tree } = read;
    if (tree.kind === 'table') {
        rejected(tree, context.version, report);
        traps(tree, context, report);
        for (const rules of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(tree, 'rule_files'))) {
            const path = (0,lint_tree/* textOf */.b6)(rules) ?? '';
            if (path !== '' && !/^\/|[*?[\]]/.test(path) && !context.exists(path))
                report('prometheus-rule-file', rules.at, `The rule file ${(0,catalog/* shown */.SP)(path)} does not exist.`, 'Paths are relative to this file.');
        }
    }
    else if (tree.kind === 'value' && tree.value === null)
        report('prometheus-empty', { line: 1, column: 1 }, 'The file is empty: Prometheus scrapes nothing.', 'Add scrape_configs.');
    else
        report('prometheus-shape', tree.at, 'A Prometheus configuration is a map.', 'Start it with "global:" or "scrape_configs:".');
    return problems;
}


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
/** Names of settings that hold secrets, as whole words of the name. */
const NAME = /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|(?:access|auth|api|bearer|refresh|bot)[_-]?token|token|api[_-]?key|private[_-]?key|access[_-]?key|secret[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?)$/i;
/** Forms that secrets of well-known services have. */
const FORM = /^(?:gl(?:sa|c|ptpat)_[\w+/=]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|fm[12][ar]?_\S{20,}|FlyV1 \S{20,}|sk-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----)/;
/** A user and a password in a URL. */
const IN_URL = /[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i;
/** Not a secret but the place for one, or its absence. */
const PLACEHOLDER = /^(?:|true|false|none|null|undefined|\d{1,3}|x+|\*+|\.+|…|<.*>|\$\{.*\}|\$\w+|\{\{.*\}\}|\/(?:run|etc|var|data|app)\/\S*|(?:change|replace)[_-]?me.*)$/i;
/** Whether a setting looks like a secret. The value is never shown. */
function looksSecret(name, value) {
    const text = value.trim();
    if (FORM.test(text))
        return true;
    const inUrl = IN_URL.exec(text);
    if (inUrl)
        return !PLACEHOLDER.test(inUrl[1] ?? '');
    return NAME.test(name) && !PLACEHOLDER.test(text);
}


/***/ }),

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ld: () => (/* binding */ items)
/* harmony export */ });
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
/** The items of a list; none for anything else. */
const items = (node) => (node?.kind === 'list' ? node.items : []);
/** A scalar as a text, as Go's YAML takes one where it wants a text; undefined for anything else, and for nothing. */
const textOf = (node) => node?.kind === 'value' && node.value !== null ? node.text : undefined;


/***/ }),

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(723);


/** Aliases may repeat a node; a document that unfolds to more than this is a bomb. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
/**
 * Reads the first document of a YAML file, with places. `more`: other documents follow.
 * Never throws: what cannot be read is one finding.
 */
function readYaml(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const wrong = (place, message, hint) => ({
        ok: false,
        problem: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)('yaml-syntax', { file, ...place }, message, hint),
    });
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
        const more = document.errors.some((error) => error.code === 'MULTIPLE_DOCS');
        const error = document.errors.find((one) => one.code !== 'MULTIPLE_DOCS');
        // The parser reports a full stack as if it were a mistake of syntax.
        if (error?.message.includes('call stack'))
            return wrong(at(error.pos[0]), TOO_DEEP, FLATTEN);
        if (error)
            return wrong(at(error.pos[0]), `Not valid YAML: ${error.message}.`, 'Check indentation, quotes and colons around this place.');
        const convert = { at, source: text, left: MAX_NODES, anchors: new Map() };
        return { ok: true, tree: toTree(document.contents, convert, 0), more };
    }
    catch (error) {
        if (error instanceof Refused)
            return wrong(at(error.offset), error.message, error.hint);
        // The stack is full.
        if (error instanceof RangeError)
            return wrong({ line: 1, column: 1 }, TOO_DEEP, FLATTEN);
        throw error;
    }
}
const TOO_DEEP = 'The file nests too deeply, or unfolds to too much.';
const FLATTEN = 'Write the values out instead of nesting them or repeating them with & and *.';
class Refused extends Error {
    offset;
    hint;
    constructor(offset, message, hint) {
        super(message);
        this.offset = offset;
        this.hint = hint;
    }
}
function toTree(node, convert, depth) {
    const own = node;
    const offset = own?.range?.[0] ?? 0;
    if (--convert.left < 0 || depth > MAX_DEPTH)
        throw new Refused(offset, TOO_DEEP, FLATTEN);
    const at = convert.at(offset);
    if (own?.anchor)
        convert.anchors.set(own.anchor, own);
    const target = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) ? convert.anchors.get(own.source) : own;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) && !target)
        throw new Refused(offset, `Nothing has the anchor ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(own.source)}.`, 'Define it with & before it is used.');
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(target))
        return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target))
        return table(target, at, { convert, depth });
    return scalar((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(target) ? target : undefined, at, convert);
}
function table(map, at, { convert, depth }) {
    const made = { kind: 'table', at, entries: new Map() };
    const pairs = map.items.map((pair) => {
        const key = keyOf(pair);
        const value = toTree(pair.value, convert, depth + 1);
        // A key without a value has no place of its own.
        if (value.kind === 'value' && value.value === null)
            value.at = convert.at(key.offset);
        return [key, value];
    });
    for (const [key, value] of pairs.filter(([{ name }]) => name !== '<<')) {
        // The parser could tell too, in a time that grows with the square of the keys.
        if (made.entries.has(key.name))
            throw new Refused(key.offset, `The key ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(key.name)} is there twice.`, 'Keep one of the two.');
        made.entries.set(key.name, value);
    }
    const merged = pairs
        .filter(([{ name }]) => name === '<<')
        .flatMap(([, v]) => (v.kind === 'list' ? v.items : [v]));
    // Merged keys give way to those that are written out.
    for (const [name, value] of merged.flatMap((node) => (node.kind === 'table' ? [...node.entries] : [])))
        if (!made.entries.has(name))
            made.entries.set(name, value);
    return made;
}
function keyOf({ key }) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
        return { name: '', offset: 0 };
    return { name: String(key.source ?? key.value), offset: key.range?.[0] ?? 0 };
}
function scalar(node, at, convert) {
    const raw = node?.value;
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
        ? raw
        : raw === undefined || raw === null
            ? null
            : String(raw);
    const text = typeof value === 'string' ? value : (node?.source ?? String(value ?? ''));
    return {
        kind: 'value',
        at,
        value,
        text,
        inside: (offset) => inside(node, text.slice(0, offset), { at, convert }),
    };
}
/** The place of the character behind `before` in a scalar; its start where escapes or folding hide it. */
function inside(node, before, { at, convert }) {
    const start = node?.range?.[0];
    if (start === undefined)
        return at;
    if (node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.BLOCK_LITERAL) {
        const body = convert.source.indexOf('\n', start) + 1;
        const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0;
        const lines = before.split('\n');
        return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
    }
    const quote = node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE || node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE ? 1 : 0;
    const written = convert.source.slice(start + quote, start + quote + before.length);
    return written === before && !before.includes('\n')
        ? { line: at.line, column: at.column + quote + before.length }
        : at;
}


/***/ })

};

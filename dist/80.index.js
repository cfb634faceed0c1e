export const id = 80;
export const ids = [80];
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

/***/ 8080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintPrometheusConfig: () => (/* binding */ lintPrometheusConfig)
});

// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lint/tree.js
var lint_tree = __webpack_require__(6530);
;// CONCATENATED MODULE: ./build/lint/prometheus/relabel.js


const ACTIONS = 'replace keep drop keepequal dropequal hashmod labelmap labeldrop labelkeep lowercase uppercase'.split(' ');
const WITH_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
/** Defaults: what is written but says the same is fine. */
const USUAL = {
    separator: ';',
    regex: '(.*)',
    replacement: '$1',
    modulus: '0',
    target_label: '',
};
/** Keys that an action does not take, as Prometheus 3.14 has them (model/relabel). */
const EXCLUDED = {
    lowercase: ['replacement'],
    uppercase: ['replacement'],
    keepequal: ['replacement', 'regex', 'modulus', 'separator'],
    dropequal: ['replacement', 'regex', 'modulus', 'separator'],
    labeldrop: ['source_labels', 'target_label', 'replacement', 'modulus', 'separator'],
    labelkeep: ['source_labels', 'target_label', 'replacement', 'modulus', 'separator'],
};
/** What Prometheus refuses of one relabel rule. */
function relabelRule(rule, report) {
    const action = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'action'))?.toLowerCase() ?? 'replace';
    const at = (0,lint_tree/* get */.Jt)(rule, 'action')?.at ?? rule.at;
    if (!ACTIONS.includes(action)) {
        const hint = `Use one of: ${ACTIONS.join(', ')}.`;
        report('prometheus-relabel', at, `There is no relabel action ${(0,catalog/* shown */.SP)(action)}.`, hint);
        return;
    }
    if (WITH_TARGET.includes(action) && !(0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'target_label')))
        report('prometheus-relabel', at, `The relabel action ${action} needs a target_label.`, 'Add it.');
    if (action === 'hashmod' && !Number((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'modulus'))))
        report('prometheus-relabel', at, 'The relabel action hashmod needs a modulus.', 'Add it.');
    for (const key of EXCLUDED[action] ?? []) {
        const node = (0,lint_tree/* get */.Jt)(rule, key);
        if (node &&
            (key === 'source_labels' ? (0,lint_tree/* items */.ld)(node).length > 0 : ((0,lint_tree/* textOf */.b6)(node) ?? USUAL[key]) !== USUAL[key]))
            report('prometheus-relabel', node.at, `The relabel action ${action} does not take ${key}.`, 'Remove it.');
    }
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lib/promql/text.js
var promql_text = __webpack_require__(9448);
;// CONCATENATED MODULE: ./build/lint/prometheus/authorization.js

const isSet = (node) => node !== undefined && !(node.kind === 'value' && node.value === null);
const isGiven = (node) => ((0,lint_tree/* textOf */.b6)(node) ?? '') !== '';
/** Ways to give one secret of a section. */
const SECRETS = [
    ['basic_auth', 'password'],
    ['basic_auth', 'username'],
    ['authorization', 'credentials'],
    ['tls_config', 'ca'],
    ['tls_config', 'cert'],
    ['tls_config', 'key'],
];
/** Of whatever speaks HTTP: what exclude each other. */
function authorization(node, report) {
    const sections = ['basic_auth', 'authorization', 'oauth2', 'sigv4', 'azuread', 'google_iam'];
    const bearers = ['bearer_token', 'bearer_token_file'];
    excluding(node, [...sections.filter((key) => isSet((0,lint_tree/* get */.Jt)(node, key))), ...bearers.filter((key) => isGiven((0,lint_tree/* get */.Jt)(node, key)))], report);
    for (const [section, secret] of SECRETS) {
        const holder = (0,lint_tree/* get */.Jt)(node, section);
        const ways = [secret, `${secret}_file`, `${secret}_ref`];
        if (holder?.kind === 'table')
            excluding(holder, ways.filter((key) => isGiven((0,lint_tree/* get */.Jt)(holder, key))), report);
    }
    if ((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(node, 'proxy_from_environment')) === 'true')
        excluding(node, ['proxy_from_environment', ...['proxy_url', 'no_proxy'].filter((key) => isGiven((0,lint_tree/* get */.Jt)(node, key)))], report);
}
function excluding(node, given, report) {
    if (given.length < 2)
        return;
    const at = (0,lint_tree/* get */.Jt)(node, given[1] ?? '')?.at ?? node.at;
    report('prometheus-auth', at, `${given.join(' and ')} exclude each other.`, 'Keep one.');
}

;// CONCATENATED MODULE: ./build/lint/prometheus/shape.js
const keys = (shape, names) => Object.fromEntries(names.split(/\s+/).map((name) => [name, shape]));
const table = (shapes) => ({ table: shapes });
const list = (shape) => ({ list: shape });
const map = (shape) => ({ map: shape });
const one = (names) => ({ one: names.split(' ') });
const TLS_VERSIONS = one('TLS10 TLS11 TLS12 TLS13');
const tls = table({
    ...keys('text', 'ca cert key ca_file cert_file key_file ca_ref cert_ref key_ref server_name'),
    insecure_skip_verify: 'flag',
    min_version: TLS_VERSIONS,
    max_version: TLS_VERSIONS,
});
const proxy = {
    ...keys('text', 'proxy_url no_proxy'),
    proxy_from_environment: 'flag',
    proxy_connect_header: 'any',
};
/** How Prometheus speaks HTTP to anybody. */
const client = {
    ...proxy,
    ...keys('text', 'bearer_token bearer_token_file'),
    ...keys('flag', 'follow_redirects enable_http2'),
    http_headers: 'any',
    basic_auth: table(keys('text', 'username username_file username_ref password password_file password_ref')),
    authorization: table(keys('text', 'type credentials credentials_file credentials_ref')),
    oauth2: 'any',
    tls_config: tls,
};
const relabel = list(table({
    ...keys('text', 'separator target_label replacement action'),
    source_labels: 'texts',
    modulus: 'whole',
    regex: 'regex',
}));
/** Kinds of discovery beside these have insides of their own, which are left to promtool. */
const discovery = {
    static_configs: list(table({ targets: 'texts', labels: map('text') })),
    dns_sd_configs: list(table({ names: 'texts', type: 'text', port: 'whole', refresh_interval: 'duration' })),
    file_sd_configs: list(table({ files: 'texts', refresh_interval: 'duration' })),
    http_sd_configs: list(table({ ...client, url: 'text', refresh_interval: 'duration' })),
};
/** Names of the other kinds, in the words of Prometheus 3.14; newer versions may have more. */
const OTHER_DISCOVERY = `aws azure consul digitalocean docker dockerswarm ec2 ecs elasticache eureka gce hetzner ionos kubernetes kuma
  lightsail linode marathon msk nerve nomad oci openstack outscale ovhcloud puppetdb rds scaleway serverset stackit
  triton uyuni vultr`
    .split(/\s+/)
    .map((kind) => `${kind}_sd_configs`);
const PROTOCOLS = one('PrometheusProto OpenMetricsText0.0.1 OpenMetricsText1.0.0 PrometheusText1.0.0 PrometheusText0.0.4');
const limits = {
    ...keys('whole', 'sample_limit target_limit label_limit label_name_length_limit label_value_length_limit keep_dropped_targets'),
    ...keys('flag', `scrape_native_histograms convert_classic_histograms_to_nhcb always_scrape_classic_histograms
    extra_scrape_metrics`),
    body_size_limit: 'bytes',
    scrape_failure_log_file: 'text',
    scrape_protocols: list(PROTOCOLS),
    metric_name_validation_scheme: one('legacy utf8'),
    metric_name_escaping_scheme: one('allow-utf-8 underscores dots values'),
};
const scrape = table({
    ...client,
    ...limits,
    ...discovery,
    ...keys('text', 'job_name metrics_path scheme'),
    ...keys('flag', 'honor_labels honor_timestamps track_timestamps_staleness enable_compression'),
    params: map('texts'),
    fallback_scrape_protocol: PROTOCOLS,
    native_histogram_bucket_limit: 'whole',
    native_histogram_min_bucket_factor: 'number',
    ...keys('duration', 'scrape_interval scrape_timeout'),
    relabel_configs: relabel,
    metric_relabel_configs: relabel,
});
const remoteWrite = table({
    ...client,
    ...keys('text', 'url name'),
    ...keys('flag', 'send_exemplars send_native_histograms round_robin_dns failed_request_logging'),
    ...keys('any', 'sigv4 azuread google_iam'),
    headers: map('text'),
    protobuf_message: one('prometheus.WriteRequest io.prometheus.write.v2.Request'),
    remote_timeout: 'duration',
    write_relabel_configs: relabel,
    queue_config: table({
        ...keys('number', 'capacity max_shards min_shards max_samples_per_send'),
        retry_on_http_429: 'flag',
        ...keys('duration', 'batch_send_deadline min_backoff max_backoff sample_age_limit'),
    }),
    metadata_config: table({ send: 'flag', max_samples_per_send: 'number', send_interval: 'duration' }),
});
const alertmanager = table({
    ...client,
    ...discovery,
    ...keys('text', 'scheme path_prefix'),
    sigv4: 'any',
    // Prometheus 2 still knows v1.
    api_version: { one: ['v2'], since3: true },
    timeout: 'duration',
    relabel_configs: relabel,
    alert_relabel_configs: relabel,
});
/** The whole configuration of Prometheus 3.14. */
const PROMETHEUS = {
    global: table({
        ...limits,
        query_log_file: 'text',
        external_labels: map('text'),
        ...keys('duration', 'scrape_interval scrape_timeout evaluation_interval rule_query_offset'),
    }),
    runtime: table({ gogc: 'number' }),
    alerting: table({ alert_relabel_configs: relabel, alertmanagers: list(alertmanager) }),
    ...keys('globs', 'rule_files scrape_config_files'),
    ...keys('any', 'tracing otlp'),
    scrape_configs: list(scrape),
    storage: table({
        tsdb: table({
            stale_series_compaction_threshold: 'number',
            chunk_encoding: 'any',
            out_of_order_time_window: 'duration',
            retention: table({ size: 'bytes', percentage: 'number', time: 'duration' }),
        }),
        exemplars: table({ max_exemplars: 'number' }),
    }),
    remote_write: list(remoteWrite),
    remote_read: list(table({
        ...client,
        ...keys('text', 'url name'),
        ...keys('flag', 'read_recent filter_external_labels'),
        chunked_read_limit: 'whole',
        headers: map('text'),
        required_matchers: map('text'),
        remote_timeout: 'duration',
    })),
};
/** Keys that Prometheus 2.42 refuses, as far as people use them. */
const SINCE_3 = new Set([
    ...['fallback_scrape_protocol', 'scrape_native_histograms', 'retention', 'otlp', 'runtime', 'http_headers'],
    ...['scrape_protocols', 'metric_name_validation_scheme', 'metric_name_escaping_scheme'],
    ...['scrape_failure_log_file', 'rule_query_offset', 'convert_classic_histograms_to_nhcb'],
    ...['keep_dropped_targets', 'always_scrape_classic_histograms', 'extra_scrape_metrics', 'round_robin_dns'],
    ...['scrape_config_files', 'failed_request_logging'],
]);

;// CONCATENATED MODULE: ./build/lint/prometheus/visit.js







const isNothing = (node) => node.kind === 'value' && node.value === null;
function visit(node, shape, about) {
    if (shape === 'any' || isNothing(node))
        return;
    if (shape === 'texts')
        visitList(node, 'text', about);
    else if (shape === 'globs')
        visitGlobs(node, about);
    else if (typeof shape === 'string')
        scalar(node, shape, about);
    else if ('one' in shape)
        oneOf(node, shape, about);
    else if ('list' in shape)
        visitList(node, shape.list, about);
    else if (node.kind !== 'table')
        wrongShape(node, 'a map', about);
    else if ('map' in shape)
        for (const value of node.entries.values())
            visit(value, shape.map, about);
    else
        visitTable(node, shape.table, about);
}
function visitList(node, shape, about) {
    if (node.kind !== 'list') {
        wrongShape(node, 'a list', about);
        return;
    }
    const tables = typeof shape === 'object' && 'table' in shape;
    for (const item of node.items)
        if (tables && isNothing(item))
            about.report('prometheus-shape', item.at, `An entry of ${about.path} is empty.`, 'Remove it.');
        else
            visit(item, shape, about);
}
/** Reports every unknown key and every value of the wrong type. */
function visitTable(table, shapes, about) {
    if ('basic_auth' in shapes)
        authorization(table, about.report);
    for (const [key, value] of table.entries) {
        const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
        const path = about.path ? `${about.path}.${key}` : key;
        const isOld = about.version.major < 3;
        if ((!shape && !isOtherDiscovery(key, shapes)) || (isOld && SINCE_3.has(key)))
            about.report('prometheus-unknown-key', value.at, ...unknownKey({ key, path, known: !!shape, shapes }, about));
        else if (shape)
            visit(value, shape, { ...about, path });
    }
}
function unknownKey({ key, path, known, shapes }, { version }) {
    const names = [...Object.keys(shapes), ...('static_configs' in shapes ? OTHER_DISCOVERY : [])];
    return [
        known
            ? `Prometheus ${version.major}.${version.minor} does not know ${path}.`
            : `Prometheus does not know ${path}.`,
        (0,did_you_mean/* didYouMean */.a)(key, names.filter((name) => name !== key)) ?? 'Remove it: Prometheus refuses the whole file.',
    ];
}
/** A newer Prometheus may know kinds that are not known here; what is nearly one of those that are is a mistake. */
function isOtherDiscovery(key, shapes) {
    const [kind] = /^.+(?=_sd_configs$)/.exec(key) ?? [];
    if (kind === undefined || !('static_configs' in shapes))
        return false;
    const known = [...Object.keys(shapes), ...OTHER_DISCOVERY].map((name) => name.replace('_sd_configs', ''));
    return known.includes(kind) || (0,did_you_mean/* didYouMean */.a)(kind, known) === undefined;
}
function wrongShape(node, wanted, { report, path }) {
    const given = node.kind === 'value' ? (0,catalog/* shown */.SP)(node.value) : node.kind === 'list' ? 'a list' : 'a map';
    report('prometheus-shape', node.at, `${path} is ${given}.`, `It must be ${wanted}${HOW[wanted] ?? ''}.`);
}
const HOW = {
    'a list': ': start each entry with "- "',
    'a map': ': write "key: value" pairs below it',
};
const WANTED = {
    text: 'a text',
    flag: 'true or false',
    whole: 'a whole number from 0 on, without quotes',
    number: 'a number, without quotes',
    bytes: 'a size such as 10MB',
};
function scalar(node, shape, about) {
    if (shape === 'duration')
        visit_duration(node, about);
    else if (shape === 'regex')
        regex(node, about);
    else if (node.kind !== 'value' || !FITS[shape](node))
        wrongShape(node, WANTED[shape], about);
}
const FITS = {
    text: () => true,
    // Go's YAML takes the flags of YAML 1.1.
    flag: ({ value, text }) => typeof value === 'boolean' || /^(?:y|n|yes|no|on|off)$/i.test(text),
    whole: ({ value }) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
    number: ({ value }) => typeof value === 'number',
    bytes: ({ text }) => /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i?)?B)+)$/.test(text),
};
function oneOf(node, { one, since3 }, about) {
    const text = (0,lint_tree/* textOf */.b6)(node) ?? '';
    if (one.includes(text) || (since3 && about.version.major < 3))
        return;
    about.report('prometheus-shape', node.at, `${about.path} cannot be ${(0,catalog/* shown */.SP)(text)}.`, one.length === 1 ? `Use ${one[0]}.` : `Use one of: ${one.join(', ')}.`);
}
function visitGlobs(node, about) {
    visitList(node, 'text', about);
    for (const item of node.kind === 'list' ? node.items : []) {
        const path = (0,lint_tree/* textOf */.b6)(item) ?? '';
        if (!/^[^*]*(?:\*[^/]*)?$/.test(path))
            about.report('prometheus-shape', item.at, `${about.path} has ${(0,catalog/* shown */.SP)(path)}: wildcards are for the last part of a path.`, 'Name the folders one by one.');
    }
}
function visit_duration(node, { report, path }) {
    const text = (0,lint_tree/* textOf */.b6)(node);
    if (text !== undefined && (text === '0' || (0,duration/* parseDuration */.E)(text) !== undefined))
        return;
    report('prometheus-duration', node.at, `${path} is ${(0,catalog/* shown */.SP)(text ?? 'no text')}, which is no duration.`, 'Use a duration such as 15s or 1m30s.');
}
function regex(node, { report, path }) {
    const fault = (0,promql_text/* patternFault */.rG)((0,lint_tree/* textOf */.b6)(node) ?? '');
    if (fault)
        report('prometheus-regex', node.at, `${path}: ${fault}.`, 'Prometheus uses RE2, without look-around.');
}

;// CONCATENATED MODULE: ./build/lint/prometheus/remote.js





/** What Prometheus refuses of where samples are written to or read from. */
function remotes(root, report) {
    for (const kind of ['remote_write', 'remote_read']) {
        const names = new Set();
        for (const remote of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, kind)))
            if (remote.kind === 'table')
                remoteConfig(remote, { kind, names }, report);
    }
}
function remoteConfig(node, { kind, names }, report) {
    const url = (0,lint_tree/* get */.Jt)(node, 'url');
    if (!url || isNothing(url))
        report('prometheus-url', node.at, `An entry of ${kind} has no url.`, 'Add it, or remove the entry.');
    const name = (0,lint_tree/* get */.Jt)(node, 'name');
    const text = (0,lint_tree/* textOf */.b6)(name) ?? '';
    if (name && text !== '' && names.has(text))
        report('prometheus-shape', name.at, `The name ${(0,catalog/* shown */.SP)(text)} is there twice in ${kind}.`, 'Rename one.');
    names.add(text);
    headers((0,lint_tree/* get */.Jt)(node, 'headers'), report);
    if (kind === 'remote_write')
        queue((0,lint_tree/* get */.Jt)(node, 'queue_config'), report);
    for (const rule of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'write_relabel_configs')))
        relabelRule(rule, report);
}
/** Prometheus sets these itself. */
const RESERVED = new Set([
    'authorization',
    'host',
    'content-encoding',
    'content-length',
    'content-type',
    'user-agent',
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'www-authenticate',
    'accept-encoding',
    'x-prometheus-remote-write-version',
    'x-prometheus-remote-read-version',
]);
function headers(node, report) {
    for (const [name, value] of node?.kind === 'table' ? node.entries : [])
        if (RESERVED.has(name.toLowerCase()))
            report('prometheus-shape', value.at, `The header ${(0,catalog/* shown */.SP)(name)} is set by Prometheus itself.`, name.toLowerCase() === 'authorization' ? 'Use basic_auth or authorization.' : 'Remove it.');
}
const POSITIVE = ['max_shards', 'min_shards', 'max_samples_per_send', 'capacity'];
function queue(node, report) {
    const number = (key, usual) => Number((0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(node, key)) ?? usual);
    const wrong = POSITIVE.filter((key) => number(key, 1) <= 0);
    const at = (0,lint_tree/* get */.Jt)(node, wrong[0] ?? 'min_shards')?.at;
    if (!at)
        return;
    if (wrong.length > 0)
        report('prometheus-shape', at, `queue_config: ${(0,lib_text/* list */.p_)(wrong)} must be more than 0.`, 'Leave it out.');
    else if (number('min_shards', 1) > number('max_shards', 50))
        report('prometheus-shape', at, 'queue_config: min_shards is more than max_shards.', 'Make it smaller.');
}

;// CONCATENATED MODULE: ./build/lint/prometheus/rejects.js







/** What Prometheus refuses at its start, as far as a file shows it without the world around. */
function rejected(root, version, report) {
    visitTable(root, PROMETHEUS, { version, report, path: '' });
    const global = (0,lint_tree/* get */.Jt)(root, 'global');
    timeouts(global, { name: 'global', interval: 60_000, timeout: undefined }, report);
    const names = new Set();
    for (const scrape of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(root, 'scrape_configs')))
        if (scrape.kind === 'table')
            scrapeConfig(scrape, { names, global }, report);
    remotes(root, report);
    const alerting = (0,lint_tree/* get */.Jt)(root, 'alerting');
    for (const rule of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(alerting, 'alert_relabel_configs')))
        relabelRule(rule, report);
}
const milliseconds = (node) => (0,duration/* parseDuration */.E)((0,lint_tree/* textOf */.b6)(node) ?? '') || undefined;
function timeouts(node, { name, interval }, report) {
    const every = milliseconds((0,lint_tree/* get */.Jt)(node, 'scrape_interval')) ?? interval;
    const timeout = (0,lint_tree/* get */.Jt)(node, 'scrape_timeout');
    if (timeout && (milliseconds(timeout) ?? 0) > every)
        report('prometheus-timeout', timeout.at, `The scrape_timeout of ${name} is longer than its scrape_interval.`, 'Make it shorter, or leave it out.');
}
function scrapeConfig(node, { names, global }, report) {
    const written = (0,lint_tree/* get */.Jt)(node, 'job_name');
    const job = (0,lint_tree/* textOf */.b6)(written) ?? '';
    if (job === '')
        report('prometheus-job-name', node.at, 'A scrape config has no job_name.', 'Add one: it becomes the label job.');
    else if (names.has(job))
        report('prometheus-job-name', written?.at ?? node.at, `The job_name ${(0,catalog/* shown */.SP)(job)} is there twice.`, 'Rename one.');
    names.add(job);
    const interval = milliseconds((0,lint_tree/* get */.Jt)(global, 'scrape_interval')) ?? 60_000;
    timeouts(node, { name: `job ${(0,catalog/* shown */.SP)(job)}`, interval, timeout: undefined }, report);
    if ((0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'relabel_configs')).length === 0)
        for (const target of staticTargets(node))
            targetForm(target, report);
    for (const dns of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'dns_sd_configs')))
        dnsDiscovery(dns, report);
    for (const files of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'file_sd_configs')))
        fileDiscovery(files, report);
    for (const http of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(node, 'http_sd_configs')))
        httpDiscovery(http, report);
    protocols(node, report);
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
function fileDiscovery(files, report) {
    if (files.kind === 'table' && (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(files, 'files')).length === 0)
        report('prometheus-shape', files.at, 'A file_sd_config has no files.', 'Add "files: [targets.yml]".');
    for (const file of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(files, 'files')))
        if (!/^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/.test((0,lint_tree/* textOf */.b6)(file) ?? ''))
            report('prometheus-shape', file.at, `${(0,catalog/* shown */.SP)((0,lint_tree/* textOf */.b6)(file))} is no file with targets.`, 'Name .json, .yml or .yaml files; wildcards are for the last part of a path.');
}
function httpDiscovery(http, report) {
    const url = (0,lint_tree/* get */.Jt)(http, 'url');
    if (http.kind === 'table' && !/^https?:\/\/[^/]/.test((0,lint_tree/* textOf */.b6)(url) ?? ''))
        report('prometheus-shape', url?.at ?? http.at, `The url of a http_sd_config is ${(0,catalog/* shown */.SP)((0,lint_tree/* textOf */.b6)(url) ?? '')}.`, 'Write it whole, with https://.');
}
function protocols(node, report) {
    const given = (0,lint_tree/* get */.Jt)(node, 'scrape_protocols');
    const names = (0,lint_tree/* items */.ld)(given).map((name) => (0,lint_tree/* textOf */.b6)(name)?.toLowerCase());
    if (given?.kind === 'list' && (names.length === 0 || new Set(names).size < names.length))
        report('prometheus-shape', given.at, `scrape_protocols ${names.length === 0 ? 'is empty' : 'names one of them twice'}.`, 'Leave it out: the usual ones are tried.');
}

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
    const scrapes = (0,lint_tree/* get */.Jt)(root, 'scrape_configs');
    const isEmpty = !scrapes || isNothing(scrapes) || (scrapes.kind === 'list' && scrapes.items.length === 0);
    if (isEmpty && !(0,lint_tree/* get */.Jt)(root, 'scrape_config_files'))
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
    const placeholder = /\$\{[A-Za-z_][^{}]*\}/.exec(node.text);
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

// EXTERNAL MODULE: ./build/lint/yaml.js + 1 modules
var yaml = __webpack_require__(2753);
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


/***/ })

};

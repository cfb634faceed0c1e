export const id = 5932;
export const ids = [5932];
export const modules = {

/***/ 3601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ VARIABLE_KEYS),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   cU: () => (/* binding */ credentialsShape),
/* harmony export */   rt: () => (/* binding */ credentialVariables),
/* harmony export */   yb: () => (/* binding */ adviceAboutSecret)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3636);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1983);



/**
 * How a service authenticates the scrape. The file names an environment variable, and never has the secret itself: no
 * message about these keys quotes their value.
 */
/** Keys whose value is the name of an environment variable. */
const VARIABLE_KEYS = ['credentials_env', 'password_env'];
/** Keys of Prometheus that have the secret or its file, and the key that names its variable. */
const VARIABLE_INSTEAD = {
    credentials: 'authorization.credentials_env',
    credentials_file: 'authorization.credentials_env',
    bearer_token: 'authorization.credentials_env',
    bearer_token_file: 'authorization.credentials_env',
    password: 'basic_auth.password_env',
    password_file: 'basic_auth.password_env',
};
/** What to do about a key of Prometheus that has the secret: in a service, or in the map that names the variable. */
function adviceAboutSecret(path) {
    const key = String(path.at(-1));
    const instead = Object.hasOwn(VARIABLE_INSTEAD, key) ? VARIABLE_INSTEAD[key] : undefined;
    const isHere = path[0] === 'services' && (path.length === 3 || instead?.startsWith(`${String(path[2])}.`));
    return instead !== undefined && isHere
        ? `Use ${instead} with the name of an environment variable: the secret itself never belongs in this file.`
        : undefined;
}
/** Longer and without "_", a name with digits is a key or a token in capital letters. */
const LONGEST_WORD = 16;
const looksLikeName = (text) => text.length <= 64 && (text.includes('_') || !/\d/.test(text) || text.length < LONGEST_WORD);
const variable = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(/^[A-Z_][A-Z0-9_]*$/, 'is not the name of an environment variable'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(looksLikeName, 'is not the name of an environment variable'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((name) => !(0,_inputs_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnVariable */ .XK)(name), 'is a variable of the system or of this action'));
/** `authorization` and `basic_auth`, with the keys of Prometheus but for the secret. */
const credentialsShape = {
    authorization: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(/^[A-Za-z][\w-]*$/, 'is not an authentication scheme such as Bearer'), 'Bearer'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((type) => type.toLowerCase() !== 'basic', 'needs basic_auth instead'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Authentication scheme.')),
        credentials_env: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(variable, valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Name of the environment variable with the token, such as METRICS_TOKEN.')),
    }), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('The scrape sends the header Authorization, with a token from the environment of the deploy.'))),
    basic_auth: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        username: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_1__/* .filled */ .Bq, valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[^:\r\n]+$/, 'has a ":" or a line break')),
        password_env: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(variable, valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('Name of the environment variable with the password, such as METRICS_PASSWORD.')),
    }), valibot__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_('The scrape sends a user and a password, with the password from the environment of the deploy.'))),
};
const shape = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(credentialsShape);
/** The variable with the secret of a service, and the key that names it; undefined without authentication. */
function credentialsOf({ authorization, basic_auth, }) {
    if (authorization)
        return { key: 'authorization', variable: authorization.credentials_env };
    return basic_auth && { key: 'basic_auth', variable: basic_auth.password_env };
}
/** The variables that the services of a configuration need, each once. */
const credentialVariables = (services) => [
    ...new Set(services.flatMap((service) => credentialsOf(service)?.variable ?? [])),
];


/***/ }),

/***/ 8092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ checkReferences),
  X: () => (/* binding */ isPlainPrometheus)
});

// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/model/prometheus.js
var prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/config/explain.js + 1 modules
var explain = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/inputs/plain-http.js
var plain_http = __webpack_require__(561);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
;// CONCATENATED MODULE: ./build/config/scrape-conflicts.js




/**
 * Settings of one service that exclude each other. Works on the raw values, before validation: any of them may be missing
 * or of the wrong type, which the schema reports.
 */
function scrapeConflicts(service, monitoring, path) {
    return [
        ...reservedLabels(service, path),
        ...timeoutTooLong(service, monitoring, path),
        ...tlsWithoutHttps(service, path),
        ...credentialConflicts(service, path),
    ];
}
function reservedLabels({ labels }, path) {
    if (labels === null || typeof labels !== 'object' || Array.isArray(labels))
        return [];
    return Object.keys(labels)
        .filter((name) => scrape_options/* RESERVED_LABELS */.tE.includes(name) || name.startsWith('__'))
        .map((name) => (0,explain/* issueAt */.NC)([...path, 'labels', name], 'config/reserved-label', `The label ${(0,explain/* quoteForMessage */.Hx)(name)} is reserved: Prometheus or this action sets it.`, 'Choose another name.', 'key'));
}
/** Prometheus refuses the whole configuration: "scrape timeout greater than scrape interval". */
function timeoutTooLong(service, monitoring, path) {
    const text = (value) => (typeof value === 'string' ? value : undefined);
    const timeout = text(service.scrape_timeout);
    if (timeout === undefined)
        return [];
    const { interval } = (0,scrape_options/* scrapeTimes */.nZ)({ scrape_interval: text(service.scrape_interval) }, { scrape_interval: text(monitoring.scrape_interval) ?? '15s' });
    const [longest, given] = [(0,duration/* parseDuration */.E)(interval), (0,duration/* parseDuration */.E)(timeout)];
    if (longest === undefined || given === undefined || given <= longest)
        return [];
    return [
        (0,explain/* issueAt */.NC)([...path, 'scrape_timeout'], 'config/scrape-timeout', `The scrape timeout ${timeout} is longer than the scrape interval ${interval}.`, `Use a timeout of at most ${interval}, or set a longer scrape_interval for this service.`),
    ];
}
function tlsWithoutHttps(service, path) {
    if (service.tls_config === undefined || service.scheme === 'https')
        return [];
    return [
        (0,explain/* issueAt */.NC)([...path, 'tls_config'], 'config/tls-without-https', 'tls_config has no effect: the service is scraped over HTTP.', 'Set scheme: https, or remove tls_config.', 'key'),
    ];
}
/** Prometheus accepts one kind of authentication; its secret is not sent over a network that others can read. */
function credentialConflicts(service, path) {
    const [key, other] = ['authorization', 'basic_auth'].filter((one) => service[one] !== undefined);
    if (key === undefined)
        return [];
    const both = other === undefined ? [] : [bothKinds([...path, other])];
    const open = service.scheme === 'https' ? undefined : publicAddressOf(service);
    return open === undefined ? both : [...both, secretInTheOpen([...path, key], key, open)];
}
const bothKinds = (path) => (0,explain/* issueAt */.NC)(path, 'config/two-credentials', 'authorization and basic_auth are both set: Prometheus sends only one of them.', 'Remove one of the two.', 'key');
const secretInTheOpen = (path, key, address) => (0,explain/* issueAt */.NC)(path, 'config/credentials-over-http', `${key} is sent over plain HTTP to ${(0,explain/* quoteForMessage */.Hx)(address)}: anyone on the network path could read the secret.`, "Set scheme: https. Plain HTTP is accepted for Fly's private network (.internal, .flycast, fdaa:…) and for localhost.", 'key');
/** The first address outside of the private network; a service on Fly has none. */
function publicAddressOf({ addresses }) {
    if (!Array.isArray(addresses))
        return undefined;
    return addresses.find((one) => typeof one === 'string' && !(0,plain_http/* isEncryptedPath */.Si)(URL.parse(`http://${one}`)?.hostname ?? ''));
}

// EXTERNAL MODULE: ./build/config/slo-schema.js
var slo_schema = __webpack_require__(231);
;// CONCATENATED MODULE: ./build/config/slos.js




/** Checks of `slos` that a schema cannot express; the values are raw. */
function checkSlos(slos, services) {
    const names = new Set();
    return slos.flatMap((slo, i) => {
        const path = ['slos', i];
        const service = services.find(({ name }) => name === slo.service);
        const issues = [...kindOf(slo, path), ...nameTaken(slo, names, path)];
        if (typeof slo.service !== 'string')
            return issues;
        return service
            ? [...issues, ...metricOf(slo, service, path)]
            : [...issues, ...unknownService(slo.service, services, path)];
    });
}
function kindOf(slo, path) {
    const given = ['errors', 'slower_than'].filter((key) => slo[key] !== undefined);
    if (given.length === 1)
        return [];
    const message = given.length === 0
        ? `slos[${String(path[1])}] does not say which events failed: errors and slower_than are both missing.`
        : `slos[${String(path[1])}] has both errors and slower_than.`;
    const hint = 'Use errors: \'status=~"5.."\' for failed events, or slower_than: 500ms for slow ones; not both.';
    return [(0,explain/* issueAt */.NC)(path, 'config/value', message, hint)];
}
function nameTaken(slo, names, path) {
    const name = (0,slo_schema/* sloName */._)(slo);
    const isTaken = names.has(name);
    names.add(name);
    if (!isTaken)
        return [];
    const message = `Objective ${(0,explain/* quoteForMessage */.Hx)(name)} exists twice.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/duplicate-name', message, 'Give one of the two another name.')];
}
/** More names than a person looks through are not listed. */
const MOST_NAMED = 10;
function unknownService(service, services, path) {
    const known = services.map(({ name }) => String(name));
    const message = `slos[${String(path[1])}].service is ${(0,explain/* quoteForMessage */.Hx)(service)}, which is not one of services.`;
    const hint = (0,similar_name/* didYouMean */.au)(service, known) ?? `Use one of: ${(0,lib_text/* few */.H$)(known, MOST_NAMED)}.`;
    return [(0,explain/* issueAt */.NC)([...path, 'service'], 'config/value', message, hint)];
}
const typeOf = (entry) => typeof entry === 'object' && entry !== null ? entry.type : entry;
/** `of` is a metric of the contract, so that verification and lint know it, and of a type that counts events. */
function metricOf(slo, service, path) {
    if (typeof slo.of !== 'string')
        return [];
    const metrics = (typeof service.metrics === 'object' && service.metrics !== null ? service.metrics : {});
    const subject = `slos[${String(path[1])}].of is ${(0,explain/* quoteForMessage */.Hx)(slo.of)}`;
    const at = [...path, 'of'];
    if (!Object.hasOwn(metrics, slo.of)) {
        const message = `${subject}, which service ${(0,explain/* quoteForMessage */.Hx)(service.name)} does not declare in metrics.`;
        const hint = (0,similar_name/* didYouMean */.au)(slo.of, Object.keys(metrics)) ?? 'Declare it, with its type.';
        return [(0,explain/* issueAt */.NC)(at, 'config/value', message, hint)];
    }
    const type = typeOf(metrics[slo.of]);
    const fitting = slo.slower_than === undefined ? ['counter', 'histogram', 'summary'] : ['histogram'];
    if (fitting.includes(String(type)))
        return [];
    const message = `${subject}, a ${String(type)}: ${slo.slower_than === undefined ? 'it does not count events' : 'only a histogram knows how many events took longer'}.`;
    return [(0,explain/* issueAt */.NC)(at, 'config/value', message, `Use a ${fitting.join(', or a ')} of the service.`)];
}

;// CONCATENATED MODULE: ./build/config/cross-references.js






/**
 * Checks that a schema cannot express: names that must be unique, references that must resolve. Works on the raw value,
 * so that these mistakes are reported together with those that the schema finds.
 */
function checkReferences(value) {
    const { monitoring, apps, services, alerts, slos } = loosely(value);
    const appNames = new Set(texts(apps.map(({ app }) => app)));
    const suggested = [...appNames].slice(0, MOST_COMPARED);
    const ports = new Map();
    const pages = new Map();
    return [
        ...duplicates('App', apps.map(({ app }) => app), (i) => ['apps', i, 'app']),
        ...duplicates('Service', services.map(({ name }) => name), (i) => ['services', i, 'name']),
        ...services.flatMap((service, i) => [
            ...(isKnown(service, appNames) ? [] : unknownApp(service, suggested, ['services', i, 'app'])),
            ...portTaken(service, ports, ['services', i, 'port']),
            ...addressTaken(service, pages, ['services', i, 'addresses']),
            ...reservedName(service, alerts, ['services', i, 'name']),
            ...scrapeConflicts(service, monitoring, ['services', i]),
        ]),
        ...monitoringApp(monitoring, appNames),
        ...plainImage(monitoring),
        ...notifiedTwice(alerts),
        ...checkSlos(slos, services),
    ];
}
function loosely(value) {
    const map = (v) => v !== null && typeof v === 'object' && !Array.isArray(v) ? v : {};
    const list = (v) => (Array.isArray(v) ? v.map(map) : []);
    const top = map(value);
    return {
        monitoring: map(top.monitoring),
        apps: list(top.apps),
        services: list(top.services),
        alerts: map(top.alerts),
        slos: list(top.slos),
    };
}
const texts = (values) => values.filter((v) => typeof v === 'string');
function duplicates(what, names, path) {
    const seen = new Set();
    return names.flatMap((name, i) => {
        const isFirst = !seen.has(name);
        seen.add(name);
        if (isFirst || typeof name !== 'string')
            return [];
        const message = `${what} ${(0,explain/* quoteForMessage */.Hx)(name)} exists twice.`;
        return (0,explain/* issueAt */.NC)(path(i), 'config/duplicate-name', message, 'Remove or rename one of the two.');
    });
}
/** More apps than a person looks through are not compared one by one. */
const MOST_COMPARED = 100;
const cross_references_MOST_NAMED = 10;
const isKnown = ({ app }, apps) => typeof app !== 'string' || apps.has(app);
function unknownApp(service, apps, path) {
    const message = `Service ${(0,explain/* quoteForMessage */.Hx)(service.name)} belongs to app ${(0,explain/* quoteForMessage */.Hx)(service.app)}, which is not in apps.`;
    const hint = (0,similar_name/* didYouMean */.au)(String(service.app), apps) ??
        `Add it to apps${apps.length > 0 ? `, or use one of: ${(0,lib_text/* few */.H$)(apps, cross_references_MOST_NAMED)}` : ''}.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/unknown-app', message, hint)];
}
/** `taken`: the first service on each port, as far as they were looked at. */
function portTaken(service, taken, path) {
    const key = JSON.stringify([service.app, service.port, service.process]);
    const twin = taken.get(key);
    if (!twin)
        taken.set(key, service);
    if (!twin || service.port === undefined)
        return [];
    const message = `Services ${(0,explain/* quoteForMessage */.Hx)(twin.name)} and ${(0,explain/* quoteForMessage */.Hx)(service.name)} both use port ${(0,explain/* quoteForMessage */.Hx)(service.port)} of app ${(0,explain/* quoteForMessage */.Hx)(service.app)}.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/duplicate-port', message, 'Give each service of an app its own port.')];
}
/** `taken`: the first service with each page, as far as they were looked at. */
function addressTaken(service, taken, path) {
    if (!Array.isArray(service.addresses))
        return [];
    return service.addresses.flatMap((address, i) => {
        if (typeof address !== 'string')
            return [];
        const key = JSON.stringify([address.toLowerCase(), service.path ?? '/metrics']);
        const twin = taken.get(key);
        if (!twin)
            taken.set(key, service);
        if (!twin)
            return [];
        const of = twin === service ? 'twice' : `also by service ${(0,explain/* quoteForMessage */.Hx)(twin.name)}`;
        const message = `The address ${(0,explain/* quoteForMessage */.Hx)(address)} is scraped ${of}.`;
        return [
            (0,explain/* issueAt */.NC)([...path, i], 'config/duplicate-address', message, 'Remove one of the two, or give them different paths.'),
        ];
    });
}
function reservedName(service, { notify }, path) {
    const isReserved = service.name === prometheus/* SELF_JOB */.gu || (service.name === prometheus/* ALERTMANAGER_JOB */.cZ && notify !== undefined);
    if (!isReserved)
        return [];
    const what = service.name === prometheus/* SELF_JOB */.gu ? 'itself' : 'the Alertmanager of alerts.notify';
    const message = `The service name ${(0,explain/* quoteForMessage */.Hx)(service.name)} is reserved: Prometheus scrapes ${what} under it.`;
    return [(0,explain/* issueAt */.NC)(path, 'config/reserved-name', message, 'Choose another name.')];
}
function monitoringApp(monitoring, apps) {
    if (typeof monitoring.app !== 'string' || !apps.has(monitoring.app))
        return [];
    const message = `monitoring.app ${(0,explain/* quoteForMessage */.Hx)(monitoring.app)} is also one of apps.`;
    return [
        (0,explain/* issueAt */.NC)(['monitoring', 'app'], 'config/monitoring-app', message, 'Choose another name: Prometheus needs its own app.'),
    ];
}
/** A contact point of Grafana and an Alertmanager would both send every alert. */
function notifiedTwice({ receiver, notify }) {
    if (receiver === undefined || notify === undefined)
        return [];
    const message = 'alerts.notify and alerts.receiver are both set: the Alertmanager and Grafana would notify people twice of every alert.';
    return [(0,explain/* issueAt */.NC)(['alerts', 'notify'], 'config/notified-twice', message, 'Remove one of the two.', 'key')];
}
/** The official image runs as the user nobody, a new volume belongs to root: "open /prometheus/queries.active: permission denied". */
function plainImage(monitoring) {
    if (!isPlainPrometheus(String(monitoring.image ?? '')))
        return [];
    const message = 'monitoring.image is the plain Prometheus image, which runs as the user nobody and cannot write to a new volume.';
    const hint = 'Leave monitoring.image out, or name an image that was built from Dockerfile.monitoring.';
    return [(0,explain/* issueAt */.NC)(['monitoring', 'image'], 'config/plain-image', message, hint)];
}
/** Whether an image is the official one of Prometheus, under any of the names that it is published with. */
const isPlainPrometheus = (image) => /^(?:(?:(?:index|registry-1)\.)?docker\.io\/)?prom\/prometheus(?:[:@]|$)|^quay\.io\/prometheus\/prometheus(?:[:@]|$)/.test(image);


/***/ }),

/***/ 9848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NC: () => (/* binding */ issueAt),
  Hx: () => (/* binding */ quoteForMessage),
  ge: () => (/* binding */ schemaIssues)
});

// UNUSED EXPORTS: pathText

// EXTERNAL MODULE: ./build/lib/similar-name.js
var similar_name = __webpack_require__(9689);
// EXTERNAL MODULE: ./build/model/old-diagnostic-codes.js
var old_diagnostic_codes = __webpack_require__(1304);
// EXTERNAL MODULE: ./build/config/credentials.js
var credentials = __webpack_require__(3601);
// EXTERNAL MODULE: ./build/config/schema.js + 3 modules
var schema = __webpack_require__(4501);
;// CONCATENATED MODULE: ./build/config/schema-paths.js

/** The schema of the whole file. */
const ROOT = schema/* configSchema */.Q;
/** The schemas of a value at this path: more than one where there is a union. */
const schemasAt = (path) => path.reduce(schemasWithin, [ROOT]);
/** The schemas of a value one level down. */
const schemasWithin = (schemas, key) => schemas.flatMap(({ entries, item, value }) => branches(entries?.[String(key)] ?? item ?? value));
function branches(schema) {
    if (schema === undefined || typeof schema === 'string')
        return [];
    if (schema.wrapped)
        return branches(schema.wrapped);
    return schema.type === 'union' || schema.type === 'variant'
        ? (schema.options ?? []).flatMap(branches)
        : [schema];
}
/** The key that decides which variant of a service a map is, and its value where it is left out. */
const VARIANT_KEY = 'discovery';
const DEFAULT_VARIANT = 'dns';
const literalOf = (schema) => schema?.literal ?? schema?.wrapped?.literal;
/** The keys of a map as it is given, and those of its other variants. */
function keysAt(path, given) {
    const schemas = schemasAt(path);
    const variant = (VARIANT_KEY in given ? given[VARIANT_KEY] : undefined) ?? DEFAULT_VARIANT;
    const isChosen = ({ entries }) => {
        const literal = literalOf(entries?.[VARIANT_KEY]);
        return literal === undefined || literal === variant;
    };
    const keys = (of) => of.flatMap(({ entries = {} }) => Object.keys(entries));
    return { known: keys(schemas.filter(isChosen)), others: keys(schemas.filter((one) => !isChosen(one))) };
}
/** The texts that a value at this path may be. */
const choicesAt = (path) => [
    // Each variant has its own copy of a value.
    ...new Set(schemasAt(path).flatMap(({ type, options, literal }) => type === 'picklist' ? (options ?? []).map(String) : type === 'literal' ? [String(literal)] : [])),
];

;// CONCATENATED MODULE: ./build/config/explain.js





/** The issues of the validator, in terms of the configuration file. */
function schemaIssues(issues, value) {
    return [
        ...overlooked(value, { path: [], schemas: [ROOT] }),
        ...issues.flatMap((issue) => explained(issue, value)),
    ];
}
/** What Valibot accepts: a list in place of a map, and names that it leaves out of maps with arbitrary keys. */
function overlooked(value, { path, schemas }) {
    if (value === null || typeof value !== 'object')
        return [];
    const types = schemas.map(({ type }) => type);
    const isMap = types.includes('strict_object') || types.includes('record');
    if (isMap && Array.isArray(value))
        return [wrongValue(path, 'must be a map, not a list', 'Change the value.')];
    return Object.entries(value).flatMap(([name, inner]) => {
        const at = [...path, Array.isArray(value) ? Number(name) : name];
        if (types.includes('record') && LEFT_OUT.includes(name))
            return [
                issueAt(at, 'config/value', `${quoteForMessage(name)} cannot be a name here.`, 'Rename it.', 'key'),
            ];
        return overlooked(inner, { path: at, schemas: schemasWithin(schemas, name) });
    });
}
const LEFT_OUT = ['__proto__', 'prototype', 'constructor'];
function explained(issue, value) {
    const path = pathOf(issue);
    const [parent, last] = [path.slice(0, -1), issue.path?.at(-1)];
    // To Valibot a list is a map with the keys 0, 1 and so on: that it is not a map has been reported already.
    if (last?.type === 'object' && Array.isArray(last.input))
        return [];
    if (issue.type === 'union')
        return unionIssues(issue, value);
    if (credentials/* VARIABLE_KEYS */.Ac.includes(String(path.at(-1))) && last?.origin !== 'key')
        return [wrongVariable(path, issue)];
    if (last?.origin === 'key') {
        if (issue.type !== 'strict_object')
            return [
                issueAt(path, 'config/value', `${quoteForMessage(path.at(-1))} ${issue.message}.`, 'Rename it.', 'key'),
            ];
        if (issue.expected === 'never')
            return unknownKeys(parent, last.input);
        if (isOtherVariant(parent, last.input))
            return [];
        const where = pathText(path);
        return [issueAt(path, 'config/missing-key', `${where} is missing.`, `Add ${where}: it has no default.`)];
    }
    const given = valueAt(value, path);
    return [wrongValue(path, fault(issue, given, path), advice(issue, given, path))];
}
const pathOf = ({ path = [] }) => path.map(({ key }) => key);
const wrongValue = (path, what, hint) => issueAt(path, 'config/value', `${pathText(path)} ${what}.`, hint);
/** The only union is a metric: only a type, or an entry. Reports the branch that the user meant. */
function unionIssues(issue, value) {
    const path = issue.path ?? [];
    const given = valueAt(value, pathOf(issue));
    const isEntry = typeof given === 'object' && given !== null;
    const meant = issue.issues?.filter((inner) => isEntry === (inner.type !== 'picklist' || inner.path !== undefined));
    return (meant ?? []).flatMap((inner) => explained({ ...inner, path: [...path, ...(inner.path ?? [])] }, value));
}
/** The value may be the secret itself, so it is not quoted. */
function wrongVariable(path, { message, type }) {
    const what = type === 'string' ? 'is not the name of an environment variable' : message;
    const hint = 'Write the name of the variable that has the secret, such as METRICS_TOKEN: capital letters, digits and "_". The secret itself never belongs in this file.';
    return wrongValue(path, what, hint);
}
function fault(issue, given, path) {
    switch (issue.type) {
        case 'variant':
            if (path.at(-1) !== VARIANT_KEY)
                return `must be a map, not ${describe(given)}`;
            return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`;
        case 'picklist':
            return `is ${quoteForMessage(given)}, which is not ${oneOf(choicesAt(path))}`;
        case 'min_value':
            return `is ${given}; the minimum is ${issue.requirement}`;
        case 'max_value':
            return `is ${given}; the maximum is ${issue.requirement}`;
        case 'min_length':
            return issue.message;
        case 'max_length':
            return Array.isArray(given)
                ? `has more than ${issue.requirement} entries`
                : `is too long: at most ${issue.requirement} characters`;
        default:
            return TYPES[issue.type] === undefined
                ? `is ${quoteForMessage(given)}, which ${issue.message}`
                : `must be ${TYPES[issue.type]}, not ${describe(given)}`;
    }
}
/** There are too many codes of findings to list them. */
const MANY = 12;
const oneOf = (choices) => choices.length > MANY ? `one of the ${choices.length} valid values` : `one of: ${choices.join(', ')}`;
/** The names of the validator's types in messages. */
const TYPES = {
    strict_object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
};
function advice(issue, given, path) {
    if (issue.type === 'picklist' || (issue.type === 'variant' && path.at(-1) === VARIANT_KEY)) {
        if (given === 'private')
            return 'Access "private" is not supported yet. Use password.';
        const choices = choicesAt(path);
        const all = choices.length > MANY ? 'See docs/findings.md.' : `Use one of: ${choices.join(', ')}.`;
        // Old names of diagnostics are accepted, and not suggested.
        const suggested = choices.filter((choice) => !old_diagnostic_codes/* OLD_CODES */.j4.includes(choice));
        return (0,similar_name/* didYouMean */.au)(String(given), suggested) ?? all;
    }
    if (given === null)
        return 'Write a value, or remove the line.';
    if (issue.type === 'string')
        return 'Put it in quotes.';
    return 'Change the value.';
}
/** Valibot reports only the first key. */
function unknownKeys(path, given) {
    const { known, others } = keysAt(path, given);
    const unknown = Object.keys(given).filter((key) => !known.includes(key));
    return unknown.map((key) => others.includes(key) ? keyOfOtherVariant([...path, key], given) : unknownKey([...path, key], known));
}
function keyOfOtherVariant(path, given) {
    const key = String(path.at(-1));
    const is = VARIANT_KEY in given;
    const message = is
        ? `${pathText(path)} has no meaning with ${VARIANT_KEY}: ${quoteForMessage(given[VARIANT_KEY])}.`
        : `${pathText(path)} needs ${VARIANT_KEY}: static.`;
    const hint = is
        ? `Remove ${key}, or change ${VARIANT_KEY}: static is for services with addresses, dns for those with an app and a port.`
        : `Add ${VARIANT_KEY}: static, and remove what is for an app on Fly (app, port, process, may_stop).`;
    return issueAt(path, 'config/unknown-key', message, hint, 'key');
}
/** Whether a map has keys of another variant and does not say so: its missing keys are no news. */
function isOtherVariant(path, given) {
    const { known, others } = keysAt(path, given);
    return (!(VARIANT_KEY in given) && Object.keys(given).some((key) => !known.includes(key) && others.includes(key)));
}
function unknownKey(path, known) {
    const key = String(path.at(-1));
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
    if (schema/* NOT_YET */.$.includes(pattern))
        return issueAt(path, 'config/not-yet', `${pathText(path)} is not supported yet.`, 'Remove it: a later release will support it.', 'key');
    const hint = (0,credentials/* adviceAboutSecret */.yb)(path) ?? (0,similar_name/* didYouMean */.au)(key, known) ?? `Valid keys here: ${known.join(', ')}.`;
    return issueAt(path, 'config/unknown-key', `${pathText(path)} is not a known key.`, hint, 'key');
}
/** Makes an issue at a path. */
const issueAt = (path, code, message, hint, what = 'value') => ({ code, message, hint, path, what });
function valueAt(value, path) {
    return path.reduce((v, part) => v?.[part], value);
}
/** A path as text: `services[1].port`. */
function pathText(path) {
    if (path.length === 0)
        return 'The file';
    return path.reduce((text, part) => typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part), '');
}
/** A value in a message: texts in quotes. */
const quoteForMessage = (value) => typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
function describe(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'a map' : quoteForMessage(value);
}


/***/ }),

/***/ 5235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   _C: () => (/* binding */ locateIn),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _cross_references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8092);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9848);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4501);






/** A configuration file is a page of text. */
const MAX_BYTES = 100_000;
/**
 * Reads a configuration file. Every mistake in it becomes a problem at its line and column, and all are reported at once.
 * @throws ActionError `configuration`
 */
function loadConfig(text, file) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        throw invalid([
            {
                code: 'config/too-large',
                severity: 'error',
                at: { file, line: 1, column: 1 },
                message: `${file} is larger than 100 kB.`,
                hint: 'A configuration file is a page of text. Is this the right file?',
            },
        ]);
    const { document, at } = parsed(text, file);
    if (document.errors.length > 0)
        throw invalid(document.errors.map((error) => syntaxProblem(error, at(error.pos[0]))));
    return parseConfig(plainValue(document, file), locator(document, at));
}
/** Finds places in a configuration that could be read; it is parsed again at the first question. */
function locateIn({ text, file }) {
    let locate;
    return (path, what) => {
        if (!locate) {
            const { document, at } = parsed(text, file);
            locate = locator(document, at);
        }
        return locate(path, what);
    };
}
function parsed(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text.replace(/^\uFEFF/, ''), {
        lineCounter: lines,
        prettyErrors: false,
        // The schema does not accept a set or an ordered map as a map; without their tags they are maps.
        resolveKnownTags: false,
        // Found below: the parser's own check takes a time that grows with the square of the keys.
        uniqueKeys: false,
    });
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, { Map: (_, map) => void document.errors.push(...keysThatAreTwice(map)) });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    return { document, at };
}
function keysThatAreTwice({ items }) {
    const seen = new Set();
    return items.flatMap(({ key }) => {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || !key.range)
            return [];
        const isFirst = !seen.has(key.value);
        seen.add(key.value);
        const [from, to] = key.range;
        return isFirst ? [] : new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([from, to], 'DUPLICATE_KEY', 'Map keys must be unique');
    });
}
/** Checks a configuration value; `config` is defined when there are no issues. */
function check(value) {
    // One issue of each value is enough to report; every value is checked.
    const result = (0,valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC)(_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .configSchema */ .Q, value, { abortPipeEarly: true });
    const issues = [...(0,_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaIssues */ .ge)(result.issues ?? [], value), ...(0,_cross_references_js__WEBPACK_IMPORTED_MODULE_2__/* .checkReferences */ .$)(value)];
    return result.success && issues.length === 0 ? { config: result.output, issues } : { issues };
}
/**
 * Checks a configuration value and fills in the defaults; `locate` finds a path in the file, if there is one.
 * @throws ActionError `configuration`
 */
function parseConfig(value, locate = () => undefined) {
    const { config, issues } = check(value);
    if (config)
        return config;
    throw invalid(issues.map(({ path, what, ...issue }) => {
        const at = locate(path, what);
        return { ...issue, severity: 'error', ...(at && { at }) };
    }));
}
function invalid(problems) {
    const line = (p) => (p.at?.line ?? 0) * 10_000 + (p.at?.column ?? 0);
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('configuration', problems.toSorted((a, b) => line(a) - line(b)));
}
function plainValue(document, file) {
    try {
        return document.toJS({ maxAliasCount: 50 });
    }
    catch (cause) {
        const problem = {
            code: 'config/aliases',
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} cannot be expanded: ${cause instanceof Error ? cause.message : String(cause)}.`,
            hint: 'Write the values out instead of repeating them with & and *.',
        };
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('configuration', [problem], { cause });
    }
}
function syntaxProblem(error, at) {
    return {
        code: 'config/syntax',
        severity: 'error',
        at,
        message: `Not valid YAML: ${syntaxMessage(error).replace(/[.:]?$/, '.')}`,
        hint: error.code === 'DUPLICATE_KEY'
            ? 'Keep one of the two.'
            : 'Check indentation, quotes and colons around this place.',
    };
}
/** The parser reports a full stack as a syntax error, and its text about several documents is meant for programmers. */
function syntaxMessage({ code, message }) {
    if (message.includes('call stack'))
        return 'it nests too deeply';
    return code === 'MULTIPLE_DOCS' ? 'another document starts here, and only one is accepted' : message;
}
function locator(document, at) {
    const entries = new WeakMap();
    const entriesOf = (map) => {
        const known = entries.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
        entries.set(map, known);
        return known;
    };
    const pairAt = (node, key) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? entriesOf(node).get(String(key)) : undefined;
    return (path, what = 'value') => {
        const nodes = [document.contents];
        for (const key of path) {
            const node = nodes.at(-1);
            nodes.push((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? node.items[Number(key)] : pairAt(node, key)?.value);
        }
        if (what === 'key')
            nodes.splice(-1, 1, pairAt(nodes.at(-2), path.at(-1) ?? '')?.key);
        const offset = nodes.map(offsetOf).findLast((one) => one !== undefined);
        return at(offset ?? 0);
    };
}
const nameOf = ({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '');
const offsetOf = (node) => node?.range?.[0];


/***/ }),

/***/ 1143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ otherKind),
/* harmony export */   Uh: () => (/* binding */ noConfiguration),
/* harmony export */   ax: () => (/* binding */ presetApplies),
/* harmony export */   py: () => (/* binding */ isFechatter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _inputs_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5478);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(493);
/* harmony import */ var _recognise_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7014);






/**
 * Whether the preset stands for a configuration that does not exist: where an input names the app, or the app is Fechatter's.
 * Nobody else's repository is compared with Fechatter's services.
 */
function presetApplies(workspace, names) {
    return Object.keys(names).length > 0 || isFechatter(appIn(workspace));
}
/** Fechatter's apps: the preset is theirs. */
const isFechatter = (app) => app === _inputs_types_js__WEBPACK_IMPORTED_MODULE_3__/* .PRESET_APP */ ._f || app.startsWith(`${_inputs_types_js__WEBPACK_IMPORTED_MODULE_3__/* .PRESET_APP */ ._f}-`);
function appIn(workspace) {
    try {
        return /^app\s*=\s*["']([^"']+)["']/m.exec((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)(workspace, 'fly.toml')?.text ?? '')?.[1] ?? '';
    }
    catch (error) {
        // A file that cannot be read is reported where it is checked.
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
            return '';
        throw error;
    }
}
/** The one finding about a configuration that does not exist; a file with the other ending is named. */
function noConfiguration(workspace, path) {
    const other = path.replace(/\.(ya?ml)$/, (ending) => (ending === '.yml' ? '.yaml' : '.yml'));
    const name = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(workspace, path);
    const problem = { code: 'config/missing', severity: 'error' };
    if (other === path || !(0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .existsInWorkspace */ .j6)(workspace, other))
        return {
            ...problem,
            message: `There is no ${name}.`,
            hint: `Run \`${_lib_documentation_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_NPX */ .vl} init\`, which writes one from the files of this repository.`,
        };
    const found = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(workspace, other);
    return {
        ...problem,
        at: { file: found, line: 1, column: 1 },
        message: `There is no ${name}, but a ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(found)}, which is not read.`,
        hint: `Rename it to ${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)}, or name it with input \`config\` (\`--config ${other}\`).`,
    };
}
/** A file of another kind that only has the name of a configuration; nothing for a configuration. */
function otherKind({ file, text }) {
    const kind = (0,_recognise_js__WEBPACK_IMPORTED_MODULE_5__/* .otherKindOf */ .y3)(text);
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


/***/ }),

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ presetConfig)
/* harmony export */ });
/* harmony import */ var _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const afterTraffic = (type) => ({
    type,
    expect: 'after-traffic',
});
/**
 * Fechatter's four services, which apply without a configuration file. Labelled counters and histograms do not
 * exist before the first event, hence `after-traffic`.
 */
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
/** The preset in the form of a configuration file, before validation fills in the defaults. */
function presetConfig(names) {
    const app = names.app ?? _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__/* .PRESET_APP */ ._f;
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


/***/ }),

/***/ 7014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ looksLikeDataSources),
/* harmony export */   RN: () => (/* binding */ isSample),
/* harmony export */   f2: () => (/* binding */ looksLikeRules),
/* harmony export */   hx: () => (/* binding */ looksLikeCaller),
/* harmony export */   my: () => (/* binding */ looksLikePrometheus),
/* harmony export */   sX: () => (/* binding */ namesOthers),
/* harmony export */   uQ: () => (/* binding */ looksLikeDashboard),
/* harmony export */   y3: () => (/* binding */ otherKindOf)
/* harmony export */ });
/** Recognizes files by their contents without parsing them. A wrong guess must be rare in both directions. */
/** Helm, Ansible and others fill these in before the file is YAML. */
const TEMPLATE = /\{\{|\{%/;
/** Prometheus rules contain templates too, but only in labels and annotations. */
const TEMPLATE_OF_RULES = /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m;
const withoutComments = (text) => text.replace(/(?:^|[ \t])#.*$/gm, '');
/** Promtail, Loki, collectors and agents have similar keys, and Kubernetes resources embed configurations of Prometheus. */
const OF_OTHERS = /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m;
/** A `prometheus.yml`. */
const looksLikePrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
    !OF_OTHERS.test(text) &&
    !TEMPLATE.test(withoutComments(text));
/** Pipes and filters of LogQL: Loki has rule files of the same form. */
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/;
/** A rule file, but not a file of rule tests or a Kubernetes resource. Templates of alerts are part of it. */
const looksLikeRules = (text) => /^groups:/m.test(text) &&
    /^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:record|alert|rules):/m.test(text) &&
    !/^(?:kind|tests|apiVersion):/m.test(text) &&
    !LOGQL.test(text) &&
    !TEMPLATE_OF_RULES.test(withoutComments(text));
/** A Grafana dashboard in any of its forms. */
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
    /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
const looksLikeCaller = (text) => /uses:\s*['"]?(?:(?:[\w.-]+\/)?deploy-monitoring\b|superfly\/flyctl-actions(?:\/setup-flyctl)?@)|\bFLY_(?:API|ACCESS)_TOKEN\b|\b(?:flyctl|fly)\b[^\n]{0,200}\sdeploy\b/.test(text);
/** A file with data sources that Grafana provisions. */
const looksLikeDataSources = (text) => /^datasources:/m.test(text) && /^apiVersion:\s*1\b/m.test(text);
/**
 * Files for tests, documentation and illustration: nothing deploys them, and they may be wrong on purpose. Those that the
 * configuration names are read nevertheless.
 */
const SAMPLE = /(?:^|\/)(?:__\w+__|(?:[\w.-]+[-_.])?(?:fixtures?|tests?|specs?|mocks?|examples?|samples?|snapshots?)(?:[-_.](?:data|files|configs?))?|test-?data|e2e|docs?|documentation|third[-_]?party|vendored)\/|(?:^|[/.-])(?:example|sample|template)\.[\w.-]+$/i;
/** Whether a path is that of an example, a test or a document. */
const isSample = (path) => SAMPLE.test(path);
const NAMES_OTHERS = /(?:^|\/)(?:(?:Docker|Container)file[^/]*|[^/]*\.[Dd]ockerfile|(?:docker-)?compose[^/]*\.ya?ml)$/;
/** Whether a path is the usual one of a Dockerfile or a compose file, which name files that are deployed. */
const namesOthers = (path) => NAMES_OTHERS.test(path);
/** What a YAML file is that has the name of a configuration and is none, in words; undefined when it may be one. */
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


/***/ }),

/***/ 1983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   Lx: () => (/* binding */ urlPath),
/* harmony export */   OW: () => (/* binding */ scrapeInterval),
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   XZ: () => (/* binding */ retention),
/* harmony export */   h9: () => (/* binding */ durationBetween),
/* harmony export */   iZ: () => (/* binding */ relativePath),
/* harmony export */   q1: () => (/* binding */ flyAppName),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9466);




/** Kinds of values in the configuration file. */
/** A text that matches a pattern; `otherwise` continues the sentence "the value …". */
const matching = (pattern, otherwise) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(pattern, otherwise));
/** A text that is not empty. */
const filled = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'must not be empty'));
/** A whole number within bounds. */
const whole = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(least), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxValue */ .cGV(most));
/** The name of a Fly app. */
const flyAppName = matching(_model_fly_names_js__WEBPACK_IMPORTED_MODULE_2__/* .APP_NAME */ .C3, 'is not a Fly app name: lowercase letters, digits and dashes');
/** A duration within bounds, which are durations too. */
const durationBetween = (least, most) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(matching(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION */ .f, 'is not a duration such as 15s, 1m30s or 15d'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((text) => {
    const [given = 0, low = 0, high = 0] = [text, least, most].map(_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E);
    return given >= low && given <= high;
}, `is not between ${least} and ${most}`));
/** Prometheus looks back 5 minutes for a sample: with longer intervals every series has gaps. */
const scrapeInterval = durationBetween('1s', '2m');
/** Prometheus writes blocks of two hours; its durations in nanoseconds end at 292 years. */
const retention = durationBetween('2h', '100y');
/** A path inside of the workspace. */
const relativePath = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(filled, valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'must stay inside the workspace: a relative path without ".."'), 
// `./fly.toml` and `fly.toml` are one file.
valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize));
/** A host with a port, as Prometheus needs it in a target: a name, an IPv4 address, or an IPv6 address in brackets. */
const hostAndPort = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(matching(/^(?:[a-zA-Z0-9](?:[\w.-]{0,252}\w)?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/, 'is not a host and a port such as db.example.com:9187, without https:// and without a path'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((address) => {
    const port = Number(address.slice(address.lastIndexOf(':') + 1));
    // A number in place of a name would be another spelling of an IPv4 address.
    const { hostname } = URL.parse(`http://${address}`) ?? {};
    return port >= 1 && port <= 65_535 && hostname !== undefined && sameHost(hostname, address);
}, 'is not a host and a port: the host or the port is not valid'));
const sameHost = (hostname, address) => hostname.startsWith('[') || address.toLowerCase().startsWith(`${hostname}:`);
/** The path of a URL. */
const urlPath = matching(/^\/\S*$/, 'is not a path: it must start with "/" and contain no spaces');
/** The reference of an image. */
const image = matching(/^\S+$/, 'is not an image name: it must not be empty or contain spaces');


/***/ }),

/***/ 4501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ NOT_YET),
  Q: () => (/* binding */ configSchema)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: ./build/model/diagnostic-codes.js
var diagnostic_codes = __webpack_require__(4480);
// EXTERNAL MODULE: ./build/model/old-diagnostic-codes.js
var old_diagnostic_codes = __webpack_require__(1304);
// EXTERNAL MODULE: ./build/config/schema-values.js
var schema_values = __webpack_require__(1983);
;// CONCATENATED MODULE: ./build/config/exceptions.js




/** Date.parse turns 2027-02-30 into 2027-03-02, or rejects it. */
const isDay = (text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const ignored = dist/* strictObject */.rej({
    code: dist/* pipe */.FsL(dist/* picklist */.KIO([...diagnostic_codes/* CODES */.Lp, ...old_diagnostic_codes/* OLD_CODES */.j4]), dist/* description */.h_('Code of the finding, see docs/findings.md.')),
    file: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* relativePath */.iZ, dist/* description */.h_('Only in this file. Default: in every file.'))),
    reason: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'must not be empty'), dist/* description */.h_('Why the finding is accepted here.')),
});
/** `lint`: findings in files that are accepted. */
const lintExceptions = dist/* strictObject */.rej({
    ignore: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* array */.YOg(ignored), []), dist/* description */.h_('Findings that are accepted in this repository.')),
});
const accepted = dist/* strictObject */.rej({
    code: dist/* pipe */.FsL((0,schema_values/* matching */.wC)(/^[a-z]+(?:-[a-z]+)*$/, 'is not the code of a claim, such as metric-missing'), dist/* description */.h_('Code of the claim, as in the report: metric-missing, panel-no-data, rules-not-checked, …')),
    subject: dist/* pipe */.FsL(schema_values/* filled */.Bq, dist/* description */.h_('Subject of the claim, as in the report; "*" stands for any text.')),
    reason: dist/* pipe */.FsL(schema_values/* filled */.Bq, dist/* description */.h_('Why the claim is accepted although it is unproven.')),
    until: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoDate */._$n('is not a date such as 2027-03-31'), dist/* check */.z6Y(isDay, 'is not a day of the calendar'), dist/* description */.h_('The last day of the exception (UTC); after it the claim counts again.')),
});
/** `verify`: claims about the running system that are accepted for a time. */
const verifyExceptions = dist/* strictObject */.rej({
    accept: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* array */.YOg(accepted), []), dist/* description */.h_('Claims of the verdict that are accepted although they are unproven.')),
});

;// CONCATENATED MODULE: ./build/config/notify.js

/** The severities that a receiver can be limited to. Rules with another severity go to receivers without a limit. */
const SEVERITIES = ['critical', 'warning', 'info'];
const severities = dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(SEVERITIES)), dist/* minLength */.BpQ(1, 'needs at least one severity'), dist/* maxLength */.Ru6(SEVERITIES.length), dist/* description */.h_('Only alerts of these severities. Default: all alerts.')));
const receiver = (entries, secrets) => dist/* optional */.lqM(dist/* pipe */.FsL(dist/* strictObject */.rej({ ...entries, severities }), dist/* description */.h_(secrets)));
const address = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(254), dist/* regex */.yGV(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'is not an e-mail address'));
const email = {
    to: dist/* pipe */.FsL(dist/* array */.YOg(address), dist/* minLength */.BpQ(1, 'needs at least one e-mail address'), dist/* maxLength */.Ru6(20), dist/* description */.h_('The e-mail addresses that are notified.')),
    from: dist/* pipe */.FsL(address, dist/* description */.h_('The e-mail address of the sender.')),
    smarthost: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?|\[[0-9a-fA-F:.]+\]):\d{1,5}$/, 'is not the host and the port of a mail server, such as smtp.example.com:587'), dist/* description */.h_('Host and port of the mail server, with STARTTLS (587) or TLS (465).')),
    username: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1, 'must not be empty'), dist/* maxLength */.Ru6(254), dist/* description */.h_('The user at the mail server. Default: the address of the sender.'))),
};
/**
 * `alerts.notify`: receivers by their kind. Addresses and keys that are secret are inputs (`inputs/receivers.ts`), never
 * in the file.
 */
const notifySchema = dist/* pipe */.FsL(dist/* strictObject */.rej({
    slack: receiver({}, 'A channel of Slack: SLACK_WEBHOOK_URL.'),
    discord: receiver({}, 'A channel of Discord: DISCORD_WEBHOOK_URL.'),
    telegram: receiver({
        chat_id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(-9_007_199_254_740_991), dist/* maxValue */.cGV(9_007_199_254_740_991), dist/* description */.h_('The chat that the bot writes to; negative for a group.')),
    }, 'A chat of Telegram: TELEGRAM_BOT_TOKEN.'),
    ntfy: receiver({}, 'A topic of ntfy: NTFY_URL, and NTFY_TOKEN for a protected topic.'),
    pagerduty: receiver({}, 'A service of PagerDuty: PAGERDUTY_ROUTING_KEY.'),
    email: receiver(email, 'E-mail: SMTP_PASSWORD.'),
    webhook: receiver({}, 'Any other receiver, as the webhook of Alertmanager (JSON by POST): NOTIFY_WEBHOOK_URL.'),
}), dist/* check */.z6Y((given) => Object.keys(given).length > 0, 'does not name a receiver'));

// EXTERNAL MODULE: ./build/formats/metric-types.js
var metric_types = __webpack_require__(9459);
// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
;// CONCATENATED MODULE: ./build/config/service-schema.js




const metricType = dist/* pipe */.FsL(dist/* picklist */.KIO(metric_types/* METRIC_TYPES */.zm), dist/* description */.h_('The type in the # TYPE line of the service. unknown: the service sends none.'));
const metric = dist/* union */.KCZ([
    metricType,
    dist/* strictObject */.rej({
        type: metricType,
        expect: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* picklist */.KIO(['always', 'after-traffic']), 'always'), dist/* description */.h_('after-traffic: the metric may be absent until the first event (labelled counters do not exist before it).')),
        labels: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(scrape_options/* labelName */._H), dist/* description */.h_('Labels that every series of the metric has, because panels and rules use them.'))),
    }),
]);
const serviceName = dist/* pipe */.FsL((0,schema_values/* matching */.wC)(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a service name: letters, digits, "_" and "-"'), dist/* description */.h_('Becomes the name of the scrape job and the label "service".'));
/** What every service has, wherever it runs. */
const endpointShape = {
    path: dist/* pipe */.FsL(dist/* optional */.lqM(schema_values/* urlPath */.Lx, '/metrics'), dist/* description */.h_('Path of the metrics endpoint.')),
    ...scrape_options/* scrapeShape */.uT,
    metrics: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* record */.g1P((0,schema_values/* matching */.wC)(/^[a-zA-Z_:][a-zA-Z0-9_:]*([./][a-zA-Z0-9_:./-]*)?$/, 'is not a Prometheus metric name'), metric), {}), dist/* description */.h_('The metric contract: the metrics that this service exposes, with the names that Prometheus stores (a histogram or summary without _bucket, _sum, _count). Dots need Prometheus 3.')),
};
/** A service that runs on the machines of an app. */
const flyService = dist/* strictObject */.rej({
    name: serviceName,
    discovery: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* literal */.euz('dns'), dist/* description */.h_('Default: every machine of the app, found in the private DNS of Fly.'))),
    app: dist/* pipe */.FsL(schema_values/* flyAppName */.q1, dist/* description */.h_('The app whose machines run this service: one of apps.')),
    port: dist/* pipe */.FsL((0,schema_values/* whole */.WQ)(1, 65535), dist/* description */.h_('Port of the metrics endpoint on the private network.')),
    process: dist/* optional */.lqM(dist/* pipe */.FsL((0,schema_values/* matching */.wC)(/^[a-zA-Z0-9_-]+$/, 'is not a process group name'), dist/* description */.h_('Only machines of this process group run the service. Default: every machine of the app.'))),
    may_stop: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* boolean */.zMY(), false), dist/* description */.h_('A stopped machine is accepted (scale to zero) and is not a failed target.')),
    ...endpointShape,
});
const staticService = dist/* strictObject */.rej({
    name: serviceName,
    discovery: dist/* pipe */.FsL(dist/* literal */.euz('static'), dist/* description */.h_('The service does not run on Fly: its addresses are listed.')),
    addresses: dist/* pipe */.FsL(dist/* array */.YOg(schema_values/* hostAndPort */.PG), dist/* minLength */.BpQ(1, 'needs at least one address'), dist/* maxLength */.Ru6(100, 'has more than 100 addresses'), dist/* description */.h_('Host and port of every instance, such as db.example.com:9187.')),
    ...endpointShape,
});
/** One entry of `services`: machines of an app on Fly, or addresses elsewhere. */
const serviceSchema = dist/* variant */.Oxt('discovery', [flyService, staticService]);

// EXTERNAL MODULE: ./build/config/slo-schema.js
var slo_schema = __webpack_require__(231);
// EXTERNAL MODULE: ./build/config/thresholds.js
var thresholds = __webpack_require__(4527);
;// CONCATENATED MODULE: ./build/config/schema.js








/**
 * The configuration file as a user writes it, with the keys of the file (snake_case, like Prometheus' own files).
 * `templates/monitoring.schema.json` is generated from here; the messages are shown to users unchanged.
 */
const app = dist/* strictObject */.rej({
    app: dist/* pipe */.FsL(schema_values/* flyAppName */.q1, dist/* description */.h_('Name of an app on Fly.io.')),
    config: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* relativePath */.iZ, dist/* regex */.yGV(/\.toml$/, 'must be a TOML file: its name ends in .toml')), 'fly.toml'), dist/* description */.h_('The Fly configuration of this app.')),
    dockerfile: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* relativePath */.iZ, dist/* description */.h_("Built with Fly's remote builder. Default: the Fly configuration decides."))),
    build_args: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P((0,schema_values/* matching */.wC)(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of a build argument'), dist/* string */.YjP()), dist/* description */.h_('Build arguments of the Dockerfile. They can be read from the image: no secrets.'))),
    image: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* image */.Sl, dist/* description */.h_('Deploy this image instead of building one.'))),
    deploy: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* boolean */.zMY(), true), dist/* description */.h_('false: this app is only monitored, never deployed.')),
    health: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* urlPath */.Lx, dist/* description */.h_('Requested over public HTTPS after the deploy; must answer 200.'))),
});
const monitoring = dist/* strictObject */.rej({
    app: dist/* pipe */.FsL(schema_values/* flyAppName */.q1, dist/* description */.h_('Name of the app that runs Prometheus.')),
    organization: dist/* pipe */.FsL(dist/* optional */.lqM(schema_values/* filled */.Bq, 'personal'), dist/* description */.h_('Fly organization for apps that do not exist yet.')),
    region: dist/* optional */.lqM((0,schema_values/* matching */.wC)(fly_names/* REGION */.Zg, 'is not a Fly region such as nrt or fra'), 'nrt'),
    access: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* picklist */.KIO(['password', 'public']), 'password'), dist/* description */.h_('password: public HTTPS behind basic auth. public: anyone can read it.')),
    scrape_interval: dist/* optional */.lqM(schema_values/* scrapeInterval */.OW, '15s'),
    retention: dist/* pipe */.FsL(dist/* optional */.lqM(schema_values/* retention */.XZ, '15d'), dist/* description */.h_('How long samples are kept.')),
    volume: dist/* optional */.lqM(dist/* strictObject */.rej({
        name: dist/* optional */.lqM((0,schema_values/* matching */.wC)(/^[a-z0-9_]{1,30}$/, 'is not a volume name: lowercase letters, digits and "_"'), 'prometheus_data'),
        size_gb: dist/* optional */.lqM((0,schema_values/* whole */.WQ)(1, 500), 10),
    }), {}),
    vm: dist/* optional */.lqM(dist/* strictObject */.rej({
        size: dist/* optional */.lqM(schema_values/* filled */.Bq, 'shared-cpu-1x'),
        memory_mb: dist/* optional */.lqM((0,schema_values/* whole */.WQ)(256, 131_072), 512),
    }), {}),
    image: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* image */.Sl, dist/* description */.h_('An image built from Dockerfile.monitoring. Default: it is built at Fly.'))),
});
const grafana = dist/* strictObject */.rej({
    folder: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* filled */.Bq, dist/* maxLength */.Ru6(80))), dist/* description */.h_('Title of the folder for the dashboards. Default: the name of the first app.')),
    datasource: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* filled */.Bq, dist/* description */.h_('Name or uid of an existing data source with these metrics. Default: one is created for this Prometheus.'))),
    dashboards: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(schema_values/* relativePath */.iZ), dist/* description */.h_('JSON files, or folders of them. Default: the dashboards of the preset.'))),
    overwrite: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* picklist */.KIO(['unless-edited', 'always']), 'unless-edited'), dist/* description */.h_('Whether a dashboard or an alert rule that was changed in Grafana is replaced.')),
});
const alerts = dist/* strictObject */.rej({
    ...thresholds/* thresholdShape */.V0,
    rules: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* array */.YOg(schema_values/* relativePath */.iZ), []), dist/* description */.h_('Your own Prometheus rule files, or folders of them, in addition to the rules of this action. Files named *_test.yml next to them are unit tests of promtool.')),
    notify: dist/* optional */.lqM(dist/* pipe */.FsL(notifySchema, dist/* description */.h_('Who is notified: an Alertmanager runs next to Prometheus. Without it, Grafana notifies (see receiver), if there is one.'))),
    receiver: dist/* optional */.lqM(dist/* pipe */.FsL(schema_values/* filled */.Bq, dist/* description */.h_('Contact point in Grafana. Default: its notification policies decide.'))),
});
const configSchema = dist/* strictObject */.rej({
    monitoring,
    apps: dist/* pipe */.FsL(dist/* array */.YOg(app), dist/* minLength */.BpQ(1, 'needs at least one app')),
    services: dist/* pipe */.FsL(dist/* array */.YOg(serviceSchema), dist/* minLength */.BpQ(1, 'needs at least one service')),
    grafana: dist/* optional */.lqM(grafana, {}),
    alerts: dist/* optional */.lqM(alerts, {}),
    slos: slo_schema/* slos */.i,
    lint: dist/* optional */.lqM(lintExceptions, {}),
    verify: dist/* optional */.lqM(verifyExceptions, {}),
});
/** Keys of the published format that this release does not support yet, as paths (`*` is an array index). */
const NOT_YET = ['remote_write'];


/***/ }),

/***/ 3016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ shorter),
/* harmony export */   EV: () => (/* binding */ longestInterval),
/* harmony export */   _H: () => (/* binding */ labelName),
/* harmony export */   nZ: () => (/* binding */ scrapeTimes),
/* harmony export */   tE: () => (/* binding */ RESERVED_LABELS),
/* harmony export */   uT: () => (/* binding */ scrapeShape)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3601);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1983);




/** Labels that Prometheus or this action sets, and those whose meaning in a sample is fixed. */
const RESERVED_LABELS = ['job', 'instance', 'service', 'app', 'le', 'quantile'];
/** The name of a label of a series. */
const labelName = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'is not a label name: letters, digits and "_"');
const patterns = (what) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .filled */ .Bq), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'needs at least one pattern'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxLength */ .Ru6(100), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_(`${what} Regular expressions (RE2) for the whole name of a series, such as "http_.*": a histogram has series NAME_bucket, NAME_sum and NAME_count.`)));
/**
 * How one service is scraped, with the names of Prometheus' `scrape_config`: a part of `services[]` in monitoring.yml.
 * All keys are optional; without them the settings of `monitoring` and the limits of the machine apply.
 */
const scrapeShape = {
    scheme: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['http', 'https']), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('Scheme of the metrics endpoint. Default: http.'))),
    tls_config: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        server_name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .filled */ .Bq, valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('Name in the certificate: machines are scraped by their addresses.'))),
        insecure_skip_verify: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('true: any certificate is accepted.'))),
    }), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('How the certificate is checked, with scheme: https.'))),
    ..._credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .credentialsShape */ .cU,
    labels: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(labelName, _schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .filled */ .Bq), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('Labels that are added to every series of the service.'))),
    scrape_interval: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .durationBetween */ .h9)('1s', '2m'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('How often this service is scraped. Default: monitoring.scrape_interval.'))),
    scrape_timeout: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .durationBetween */ .h9)('100ms', '2m'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('How long a scrape may take, at most the interval. Default: 10s, or a shorter interval.'))),
    sample_limit: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(1, 10_000_000), valibot__WEBPACK_IMPORTED_MODULE_3__/* .description */ .h_('Samples of one scrape; a larger answer fails. Default: 20 for each MB of memory.'))),
    keep: patterns('Only these series are stored.'),
    drop: patterns('These series are not stored.'),
};
const shape = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(scrapeShape);
/** How often a service is scraped, and how long one scrape may take, in Prometheus' syntax. */
function scrapeTimes(service, monitoring) {
    const interval = service.scrape_interval ?? monitoring.scrape_interval;
    return { interval, timeout: service.scrape_timeout ?? shorter(interval, '10s') };
}
/** The longest interval of all services: what a rate over all of them needs, in Prometheus' syntax. */
function longestInterval(config) {
    const all = config.services.map((service) => scrapeTimes(service, config.monitoring).interval);
    return all.reduce((longest, one) => (ms(one) > ms(longest) ? one : longest), config.monitoring.scrape_interval);
}
/** The shorter one of two durations. */
const shorter = (one, other) => (ms(one) < ms(other) ? one : other);
const ms = (duration) => (0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(duration) ?? 0;


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LE: () => (/* binding */ servicesOfApp),
/* harmony export */   RX: () => (/* binding */ appLabelOf),
/* harmony export */   dC: () => (/* binding */ isOnFly)
/* harmony export */ });
/** Whether a service runs on machines of Fly; one with `discovery: static` has addresses instead of an app. */
const isOnFly = (service) => service.discovery !== 'static';
/** The services that run on machines of an app. */
const servicesOfApp = (services, app) => services.filter(isOnFly).filter((service) => service.app === app);
/** The label `app` of the series of a service. Without an app it is the name of the service: dashboards select by it. */
const appLabelOf = (service) => (isOnFly(service) ? service.app : service.name);


/***/ }),

/***/ 231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ sloName),
/* harmony export */   i: () => (/* binding */ slos)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1983);


/** One matcher of PromQL or several: `status=~"5..", method!="GET"`. */
const MATCHERS = /^\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*"(?:\s*,\s*[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\n]|\\[^\n])*")*\s*,?\s*$/;
/** Whether every regular expression in matchers is one: Prometheus refuses the whole rule file for one that is not. */
const areRegexes = (matchers) => [...matchers.matchAll(/(?:=~|!~)\s*("(?:[^"\\]|\\.)*")/g)].every(([, quoted = '']) => {
    try {
        const text = JSON.parse(quoted);
        new RegExp(text, 'u');
        return !/\(\?(?:[=!]|<[=!])/.test(text);
    }
    catch {
        return false;
    }
});
/** A service level objective: how many of the events of a service are good. */
const slo = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(/^[a-zA-Z_][a-zA-Z0-9_-]{0,62}$/, 'is not a name: letters, digits, "_" and "-"'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Becomes the label "slo". Default: SERVICE-errors or SERVICE-latency.'))),
    service: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('The service: one of services.')),
    of: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('The declared metric that counts all events: a counter, or a histogram or summary, whose observations are counted. With slower_than a histogram.')),
    errors: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(MATCHERS, 'is not a list of matchers such as status=~"5.."'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(areRegexes, 'contains a regular expression that is not valid in Prometheus'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Matchers of the events that failed: status=~"5..".'))),
    slower_than: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .durationBetween */ .h9)('1ms', '1h'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Events that took longer than this failed. It must be the bound of a bucket of the histogram.'))),
    objective: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(85, 'is too low: with less than 85 % no alert could fire'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(99.999), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Percentage of the events that should be good, over 30 days: 99.9.')),
});
/** `slos`: the objectives of a configuration. */
const slos = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(slo), []), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Service level objectives: each gets recorded error ratios, alerts on how fast its error budget is spent, and a dashboard with the budget that is left.'));
/** The name of an objective that has none of its own. */
const sloName = (slo) => String(slo.name ?? `${slo.service}-${slo.slower_than === undefined ? 'errors' : 'latency'}`);


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ secondsOf),
/* harmony export */   V0: () => (/* binding */ thresholdShape)
/* harmony export */ });
/* unused harmony exports thresholdSchema, DEFAULT_THRESHOLDS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);


const positive = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .gtValue */ .zYL(0, 'must be above 0'));
const share = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .ltValue */ .ulq(1, 'must be below 1: a share, 0.05 is 5 %'));
const duration = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION */ .f, 'is not a duration such as 500ms or 2m'));
const rate = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .finite */ .E2x('must be finite'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that the rules read. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
const thresholdShape = {
    error_budget: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(positive, valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(0.05)), 0.001), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of requests that may fail: 0.001 is an objective of 99.9 %. At most 0.05, because the fast alert fires at 14.4 times as much.')),
    latency_p95: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '500ms'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('95 % of the requests should be answered within this time.')),
    min_request_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many requests per second a service has too little traffic to be judged.')),
    min_message_rate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(rate, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many messages per second delivery is not judged.')),
    cache_hit_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Minimum share of cache lookups that should hit.')),
    sse_connections_lost: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the SSE connections that may be lost within ten minutes.')),
    sse_connections_min: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxValue */ .cGV(1_000_000)), 20), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Below this many SSE connections a loss is not judged.')),
    nats_processed_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.5), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Minimum share of the sent messages that should reach notify_server through NATS.')),
    clickhouse_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.05), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of ClickHouse operations that may fail.')),
    bot_failure_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.1), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of AI agent requests that may fail.')),
    slow_scrape: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(duration, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Longest time that a scrape may take. Default: half of its timeout.'))),
    remote_write_delay: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration, '2m'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('How far remote write may lag behind. Only used when remote write is on.')),
    volume_used_ratio: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(share, 0.8), valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_('Share of the volume that the data may fill.')),
};
const thresholdSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(thresholdShape);
const DEFAULT_THRESHOLDS = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(thresholdSchema, {});
/** Seconds of a duration that the schema has accepted. */
const secondsOf = (duration) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(duration) ?? 0) / 1000;


/***/ }),

/***/ 9459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ typesAgree),
/* harmony export */   HP: () => (/* binding */ SERIES_PARTS),
/* harmony export */   Hh: () => (/* binding */ familyOfSeries),
/* harmony export */   IF: () => (/* binding */ countedPart),
/* harmony export */   LS: () => (/* binding */ commonName),
/* harmony export */   RT: () => (/* binding */ typeOfName),
/* harmony export */   S6: () => (/* binding */ isClassicName),
/* harmony export */   So: () => (/* binding */ SERIES_OF),
/* harmony export */   pu: () => (/* binding */ isStoredName),
/* harmony export */   zm: () => (/* binding */ METRIC_TYPES)
/* harmony export */ });
/** The types of OpenMetrics, a superset of those of the Prometheus text format (whose `untyped` is `unknown`). */
const METRIC_TYPES = [
    'counter',
    'gauge',
    'histogram',
    'summary',
    'stateset',
    'info',
    'gaugehistogram',
    'unknown',
];
/** The series that Prometheus stores for each type of metric. A histogram has no series with the plain name. */
const SERIES_OF = {
    counter: [''],
    gauge: [''],
    histogram: ['_bucket', '_sum', '_count'],
    summary: ['', '_sum', '_count'],
    stateset: [''],
    info: [''],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    unknown: [''],
};
/** All parts, longest first. */
const SERIES_PARTS = [...new Set(Object.values(SERIES_OF).flat())].toSorted((a, b) => b.length - a.length);
/** A series that exists whenever the metric exists: one per set of labels. */
const countedPart = (type) => type === 'gaugehistogram' ? '_gcount' : SERIES_OF[type].includes('_count') ? '_count' : '';
/** Suffixes of series, with the types whose families have them. `_total`, `_created`, `_info`: OpenMetrics only. */
const OWNERS = [
    ['_total', ['counter']],
    ['_created', ['counter', 'histogram', 'summary', 'gaugehistogram']],
    ['_info', ['info']],
    ['_bucket', ['histogram', 'gaugehistogram']],
    ['_sum', ['histogram', 'summary']],
    ['_count', ['histogram', 'summary']],
    ['_gsum', ['gaugehistogram']],
    ['_gcount', ['gaugehistogram']],
];
/**
 * The family that a series belongs to, by the types of the families: OpenMetrics declares `x` for the series `x_total`.
 * A family of its own with the full name wins. Undefined without a `# TYPE` line.
 */
function familyOfSeries(name, types) {
    const own = types.get(name);
    if (own !== undefined)
        return { family: name, type: own, part: '' };
    for (const [part, owners] of OWNERS) {
        const family = name.endsWith(part) ? name.slice(0, -part.length) : '';
        const type = types.get(family) ?? (part === '_created' ? types.get(`${family}_total`) : undefined);
        if (family !== '' && type !== undefined && owners.includes(type))
            return { family, type, part };
    }
    return undefined;
}
/** Whether a series with such a part is declared under its own name, and not under that of its family. */
const isStoredName = (part) => part === '' || part === '_total' || part === '_info';
/**
 * The type of a name as queries see it. Buckets, sums and counts of a histogram only increase, as a counter does; those
 * of a gauge histogram go up and down, and a time of creation is a gauge.
 */
function typeOfName(name, types) {
    const found = familyOfSeries(name, types);
    if (!found || isStoredName(found.part))
        return found?.type;
    return found.part === '_created' || found.type === 'gaugehistogram' ? 'gauge' : 'counter';
}
/** An info metric and a state set are gauges in the text format, and Prometheus stores them as such. */
const asStored = (type) => (type === 'info' || type === 'stateset' ? 'gauge' : type);
/** Whether a declaration agrees with the exposed type. `unknown` promises nothing about the values. */
const typesAgree = (declared, actual) => declared === 'unknown' || asStored(declared) === asStored(actual);
/** Whether a name is valid in every version of Prometheus, so that PromQL needs no quotes. */
const isClassicName = (name) => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
/** The characters that the escaping scheme `values` writes by their code point, as `_2e_`. */
const CODE_POINT = /_([0-9a-f]{1,6})_/g;
/**
 * What names have in common that libraries and exporters make of one metric: with or without `_total`, `_info`, with
 * dots or underscores, or in one of the escaping schemes of Prometheus (`U__http_2e_requests`, `http_dot_requests`).
 */
function commonName(name) {
    const plain = name.startsWith('U__')
        ? name
            .slice(3)
            .replace(CODE_POINT, (_, code) => String.fromCodePoint(Number.parseInt(code, 16) % 0x110000))
        : name.replaceAll('_dot_', '_');
    const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    while (words.length > 1 && /^(?:total|info)$/.test(words.at(-1) ?? ''))
        words.pop();
    return words.join('_').toLowerCase();
}


/***/ }),

/***/ 5478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ PACKAGE),
/* harmony export */   Y_: () => (/* binding */ RUNBOOKS_URL),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl),
/* harmony export */   vl: () => (/* binding */ BY_NPX)
/* harmony export */ });
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/**
 * How people and scripts start this program: from its repository. As long as the package is not published, anyone can
 * register its name in the npm registry, and `npx --yes` would start that package with the Fly token in its environment.
 * Once it is published, change this and the scripts in templates/.
 */
const PACKAGE = 'github:fechatter/deploy-monitoring';
/** The command that people run. Since version 12, npm installs from a repository only with this option. */
const BY_NPX = `npx --allow-git=root ${PACKAGE}`;
/** The page about an alert: what it means, how to diagnose it, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS_URL = `${REPOSITORY}/blob/main/docs/alerts/README.md`;
/** What a finding of mode plan means, and how to silence it; what other modes report has no page of its own. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`;


/***/ }),

/***/ 4480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lp: () => (/* binding */ CODES),
/* harmony export */   Vv: () => (/* binding */ isWarning),
/* harmony export */   aQ: () => (/* binding */ isSilenceable),
/* harmony export */   nb: () => (/* binding */ isAdvice)
/* harmony export */ });
/**
 * The code of every diagnostic, `subject/what`, most severe first: diagnostics of equal severity are shown in this
 * order when there is no room for all of them. Codes are stable across releases; each one is described in its own file,
 * `SUBJECT/WHAT.ts`.
 */
/** The file cannot be checked any further, or the run cannot start: an exception cannot silence these. */
const UNSILENCEABLE = [
    'input/workspace',
    'input/working-directory',
    'input/value',
    'input/not-yet',
    'input/incomplete-group',
    'input/url',
    'input/url-credentials',
    'input/url-http',
    'input/timeout',
    'input/password',
    'input/fly-token-missing',
    'input/fly-token-quoted',
    'input/fly-token-broken',
    'input/grafana-missing',
    'input/grafana-token',
    'input/receiver',
    'input/receiver-missing',
    'input/credentials',
    'input/flyctl-version',
    'input/flyctl-sha256',
    'input/name-conflict',
    'config/missing',
    'config/other-kind',
    'config/syntax',
    'config/too-large',
    'config/aliases',
    'config/unknown-key',
    'config/missing-key',
    'config/value',
    'config/not-yet',
    'config/duplicate-name',
    'config/duplicate-port',
    'config/duplicate-address',
    'config/unknown-app',
    'config/reserved-name',
    'config/monitoring-app',
    'config/plain-image',
    'config/reserved-label',
    'config/scrape-timeout',
    'config/tls-without-https',
    'config/two-credentials',
    'config/credentials-over-http',
    'config/notified-twice',
    'file/missing',
    'file/unreadable',
    'file/outside',
    'file/too-large',
    'file/not-checked',
    'yaml/syntax',
    'fly/syntax',
    'dashboard/json',
];
const ERRORS = [
    'config/placeholder',
    'config/pattern',
    'config/not-stored',
    'config/removed-metric',
    'prometheus/promtool',
    'fly/flyctl',
    'fly/type',
    'fly/check-type',
    'fly/service-processes',
    'fly/check-port',
    'fly/machine-size',
    'query/syntax',
    'rules/shape',
    'rules/name-taken',
    'rules/test-failed',
    'rules/experimental',
    'query/bucket-of-summary',
    'query/no-such-series',
    'query/never-matches',
    'query/short-range',
    'query/quantile',
    'query/no-le',
    'prometheus/placeholder',
    'prometheus/remote-url',
    'prometheus/dns-type',
    'prometheus/rule-file',
    'rules/result',
    'rules/value-in-label',
    'workflow/pull-request-target',
    'workflow/if-secrets',
    'workflow/no-trigger',
    'workflow/action-version',
    'workflow/flyctl-version',
    'dashboard/shape',
    'dashboard/schema-v2',
    'dashboard/input',
    'dashboard/no-title',
    'dashboard/uid-form',
    'dashboard/duplicate-uid',
];
const WARNINGS = [
    'input/heartbeat-unused',
    'config/static-on-fly',
    'fly/secret-in-env',
    'workflow/secret',
    'fly/open-prometheus',
    'fly/prometheus-admin',
    'fly/app-name',
    'fly/prometheus-user',
    'fly/prometheus-volume',
    'fly/auto-start',
    'fly/port-variable',
    'fly/scale-to-zero',
    'fly/public-metrics',
    'fly/several-metrics',
    'fly/metrics-coverage',
    'fly/missing-process',
    'fly/ignored-process',
    'fly/ipv4-bind',
    'fly/immediate',
    'fly/bluegreen-volume',
    'fly/retention-size',
    'fly/memory',
    'fly/memory-twice',
    'fly/service-ports',
    'fly/file-path',
    'fly/raw-value',
    'fly/dockerfile',
    'query/undeclared-metric',
    'query/unrecorded-metric',
    'query/maybe-summary',
    'query/raw-counter',
    'query/rate-of-gauge',
    'query/rate-of-sum',
    'query/literal-pattern',
    'query/sparse-range',
    'query/experimental',
    'query/limit',
    'workflow/no-token',
    'workflow/deploy-pull-request',
    'workflow/any-branch',
    'workflow/paths',
    'workflow/concurrency',
    'workflow/shared-group',
    'workflow/cancel',
    'workflow/permissions',
    'workflow/unpinned',
    'workflow/ignored',
    'workflow/input',
    'prometheus/secret',
    'prometheus/static-internal',
    'prometheus/instance-label',
    'prometheus/unknown-app',
    'prometheus/public-target',
    'prometheus/proxied-target',
    'prometheus/ipv4-target',
    'prometheus/empty',
    'rules/duplicate',
    'rules/documents',
    'ignore/no-reason',
    'ignore/unused',
    'ignore/renamed',
    'dashboard/undefined-datasource',
    'dashboard/fixed-datasource',
    'dashboard/fly-metrics',
    'dashboard/library-panel',
    'dashboard/undefined-variable',
    'file/drift',
    'yaml/indentation',
    'fly/unknown-key',
];
/** Warnings about files that are deployed or imported from here. In any other file they have no consequence. */
const ADVICE = [
    'rules/record-name',
    'rules/no-for',
    'rules/no-severity',
    'dashboard/duplicate-panel-id',
    'dashboard/unrelated',
    'rules/unrelated',
    'dashboard/no-query',
    'dashboard/no-unit',
    'fly/no-checks',
    'fly/volume-size',
    'fly/check-limits',
    'fly/builds',
    'prometheus/unknown-port',
];
const CODES = [...UNSILENCEABLE, ...ERRORS, ...WARNINGS, ...ADVICE];
const silenceable = new Set([...ERRORS, ...WARNINGS, ...ADVICE]);
const advice = new Set(ADVICE);
const warnings = new Set([...WARNINGS, ...ADVICE]);
/** Whether an exception may hide it. */
const isSilenceable = (code) => silenceable.has(code);
/** Whether it matters only in a file that is deployed or imported from the repository. */
const isAdvice = (code) => advice.has(code);
/** Whether it is a warning in every file. Errors become warnings in files that nothing deploys. */
const isWarning = (code) => warnings.has(code);


/***/ }),

/***/ 1304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xq: () => (/* binding */ REMOVED),
/* harmony export */   aZ: () => (/* binding */ isRetired),
/* harmony export */   j4: () => (/* binding */ OLD_CODES),
/* harmony export */   ro: () => (/* binding */ currentCode),
/* harmony export */   x0: () => (/* binding */ REPLACED)
/* harmony export */ });
/* unused harmony export RENAMED */
/** Codes of diagnostics before they had the form `subject/what`. Exceptions may still use them. */
const RENAMED = {
    'workspace-missing': 'input/workspace',
    'input-half-group': 'input/incomplete-group',
    'input-beside-file': 'input/name-conflict',
    'input-working-directory': 'input/working-directory',
    'input-value': 'input/value',
    'input-not-yet': 'input/not-yet',
    'input-url': 'input/url',
    'input-url-credentials': 'input/url-credentials',
    'input-timeout': 'input/timeout',
    'input-password': 'input/password',
    'input-fly-token-missing': 'input/fly-token-missing',
    'input-fly-token-quoted': 'input/fly-token-quoted',
    'input-fly-token-broken': 'input/fly-token-broken',
    'input-grafana-missing': 'input/grafana-missing',
    'input-grafana-token': 'input/grafana-token',
    'input-flyctl-version': 'input/flyctl-version',
    'input-flyctl-sha256': 'input/flyctl-sha256',
    'config-missing': 'config/missing-key',
    'config-duplicate': 'config/duplicate-name',
    'config-leftover': 'config/placeholder',
    'config-syntax': 'config/syntax',
    'config-too-large': 'config/too-large',
    'config-aliases': 'config/aliases',
    'config-unknown-key': 'config/unknown-key',
    'config-value': 'config/value',
    'config-not-yet': 'config/not-yet',
    'config-duplicate-port': 'config/duplicate-port',
    'config-unknown-app': 'config/unknown-app',
    'config-reserved-name': 'config/reserved-name',
    'config-monitoring-app': 'config/monitoring-app',
    'config-plain-image': 'config/plain-image',
    'ignore-no-reason': 'ignore/no-reason',
    'ignore-unused': 'ignore/unused',
    'file-missing': 'file/missing',
    'file-unreadable': 'file/unreadable',
    'file-outside': 'file/outside',
    'file-too-large': 'file/too-large',
    'file-drift': 'file/drift',
    'yaml-syntax': 'yaml/syntax',
    'fly-toml-vm': 'fly/machine-size',
    'fly-toml-prometheus-open': 'fly/open-prometheus',
    'fly-toml-metrics-public': 'fly/public-metrics',
    'fly-toml-metrics-first': 'fly/several-metrics',
    'fly-toml-no-such-process': 'fly/missing-process',
    'fly-toml-process-ignored': 'fly/ignored-process',
    'fly-toml-syntax': 'fly/syntax',
    'fly-toml-type': 'fly/type',
    'fly-toml-check-type': 'fly/check-type',
    'fly-toml-service-processes': 'fly/service-processes',
    'fly-toml-duration': 'fly/type',
    'fly-toml-check-port': 'fly/check-port',
    'fly-toml-secret-in-env': 'fly/secret-in-env',
    'fly-toml-app-name': 'fly/app-name',
    'fly-toml-scale-to-zero': 'fly/scale-to-zero',
    'fly-toml-metrics-coverage': 'fly/metrics-coverage',
    'fly-toml-ipv4-bind': 'fly/ipv4-bind',
    'fly-toml-no-checks': 'fly/no-checks',
    'fly-toml-immediate': 'fly/immediate',
    'fly-toml-bluegreen-volume': 'fly/bluegreen-volume',
    'fly-toml-volume-size': 'fly/volume-size',
    'fly-toml-retention-size': 'fly/retention-size',
    'fly-toml-memory': 'fly/memory',
    'fly-toml-service-ports': 'fly/service-ports',
    'fly-toml-check-limits': 'fly/check-limits',
    'fly-toml-file-path': 'fly/file-path',
    'fly-toml-raw-value': 'fly/raw-value',
    'fly-toml-dockerfile': 'fly/dockerfile',
    'fly-toml-builds': 'fly/builds',
    'fly-toml-unknown-key': 'fly/unknown-key',
    'promql-syntax': 'query/syntax',
    'promql-never': 'query/never-matches',
    'promql-no-le': 'query/no-le',
    'promql-experimental': 'query/experimental',
    'promql-limit': 'query/limit',
    'metric-bucket-of-summary': 'query/bucket-of-summary',
    'metric-no-such-series': 'query/no-such-series',
    'metric-undeclared': 'query/undeclared-metric',
    'metric-unrecorded': 'query/unrecorded-metric',
    'metric-maybe-summary': 'query/maybe-summary',
    'metric-counter-raw': 'query/raw-counter',
    'metric-rate-of-gauge': 'query/rate-of-gauge',
    'dashboard-title': 'dashboard/no-title',
    'dashboard-datasource-undefined': 'dashboard/undefined-datasource',
    'dashboard-datasource-fixed': 'dashboard/fixed-datasource',
    'dashboard-variable-undefined': 'dashboard/undefined-variable',
    'dashboard-duplicate-id': 'dashboard/duplicate-panel-id',
    'dashboard-foreign': 'dashboard/unrelated',
    'dashboard-json': 'dashboard/json',
    'dashboard-shape': 'dashboard/shape',
    'dashboard-uid-form': 'dashboard/uid-form',
    'dashboard-duplicate-uid': 'dashboard/duplicate-uid',
    'panel-no-query': 'dashboard/no-query',
    'panel-no-unit': 'dashboard/no-unit',
    'rules-foreign': 'rules/unrelated',
    'rule-experimental': 'rules/experimental',
    'rule-result': 'rules/result',
    'rule-record-name': 'rules/record-name',
    'alert-no-for': 'rules/no-for',
    'alert-no-severity': 'rules/no-severity',
    'rules-duplicate': 'rules/duplicate',
    'rules-documents': 'rules/documents',
    'prometheus-leftover': 'prometheus/placeholder',
    'prometheus-url': 'prometheus/remote-url',
    'prometheus-app-unknown': 'prometheus/unknown-app',
    'prometheus-port-unknown': 'prometheus/unknown-port',
    'prometheus-dns-type': 'prometheus/dns-type',
    'prometheus-rule-file': 'prometheus/rule-file',
    'prometheus-secret': 'prometheus/secret',
    'prometheus-static-internal': 'prometheus/static-internal',
    'prometheus-instance-label': 'prometheus/instance-label',
    'prometheus-public-target': 'prometheus/public-target',
    'prometheus-empty': 'prometheus/empty',
    'workflow-deploy-pull-request': 'workflow/deploy-pull-request',
    'workflow-pull-request-target': 'workflow/pull-request-target',
    'workflow-if-secrets': 'workflow/if-secrets',
    'workflow-secret': 'workflow/secret',
    'workflow-no-token': 'workflow/no-token',
    'workflow-any-branch': 'workflow/any-branch',
    'workflow-paths': 'workflow/paths',
    'workflow-concurrency': 'workflow/concurrency',
    'workflow-cancel': 'workflow/cancel',
    'workflow-permissions': 'workflow/permissions',
    'workflow-unpinned': 'workflow/unpinned',
    'workflow-ignored': 'workflow/ignored',
    'workflow-input': 'workflow/input',
    promtool: 'prometheus/promtool',
    flyctl: 'fly/flyctl',
};
/** Diagnostics that another program reports now, under the code of that program. Exceptions for them have no effect. */
const REPLACED = {
    'fly-toml-strategy': 'fly/flyctl',
    'fly-toml-mount': 'fly/flyctl',
    'fly-toml-restart-policy': 'fly/flyctl',
    'fly-toml-command': 'fly/flyctl',
    'fly-toml-compression': 'fly/flyctl',
    'fly-toml-unknown-process': 'fly/flyctl',
    'prometheus-shape': 'prometheus/promtool',
    'prometheus-unknown-key': 'prometheus/promtool',
    'prometheus-duration': 'prometheus/promtool',
    'prometheus-timeout': 'prometheus/promtool',
    'prometheus-job-name': 'prometheus/promtool',
    'prometheus-target': 'prometheus/promtool',
    'prometheus-dns': 'prometheus/promtool',
    'prometheus-regex': 'prometheus/promtool',
    'prometheus-relabel': 'prometheus/promtool',
    'prometheus-auth': 'prometheus/promtool',
    'rules-shape': 'prometheus/promtool',
    'rules-unknown-key': 'prometheus/promtool',
    'rules-duplicate-group': 'prometheus/promtool',
    'rules-duration': 'prometheus/promtool',
    'rules-label': 'prometheus/promtool',
    'rules-template': 'prometheus/promtool',
};
/** Diagnostics that are no longer reported, and why. Exceptions for them have no effect. */
const REMOVED = {
    'fly/private-metrics': 'a metrics port that is not public is right',
    'dashboard/no-uid': 'a missing uid is derived from the name of the file',
    'dashboard-uid': 'a missing uid is derived from the name of the file',
    'fly/dedicated-ip': 'the action allocates addresses that a first deploy needs',
    'fly-toml-dedicated-ip': 'the action allocates addresses that a first deploy needs',
    'fly-toml-metrics-private': 'a metrics port that is not public is right',
};
/** Every old code that an exception may use. */
const OLD_CODES = [RENAMED, REPLACED, REMOVED].flatMap((codes) => Object.keys(codes));
/** Whether a code is accepted in exceptions only so that they do not break: nothing is reported with it. */
const isRetired = (code) => Object.hasOwn(REPLACED, code) || Object.hasOwn(REMOVED, code);
/** The current code of a diagnostic, by its current or an old code. */
const currentCode = (name) => Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;


/***/ }),

/***/ 980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ targetsMetadataAnswer),
/* harmony export */   B1: () => (/* binding */ alertmanagersAnswer),
/* harmony export */   B4: () => (/* binding */ runtimeInfoAnswer),
/* harmony export */   G8: () => (/* binding */ alertsAnswer),
/* harmony export */   Mc: () => (/* binding */ REPORTED_SERIES),
/* harmony export */   P8: () => (/* binding */ EXTRA_SERIES),
/* harmony export */   V_: () => (/* binding */ configAnswer),
/* harmony export */   Z5: () => (/* binding */ targetsAnswer),
/* harmony export */   _N: () => (/* binding */ rulesAnswer),
/* harmony export */   cZ: () => (/* binding */ ALERTMANAGER_JOB),
/* harmony export */   di: () => (/* binding */ labelNamesAnswer),
/* harmony export */   eG: () => (/* binding */ isAddedByPrometheus),
/* harmony export */   f$: () => (/* binding */ queryAnswer),
/* harmony export */   gu: () => (/* binding */ SELF_JOB),
/* harmony export */   lK: () => (/* binding */ SELF_TARGET),
/* harmony export */   p7: () => (/* binding */ ALERT_SERIES),
/* harmony export */   su: () => (/* binding */ DRILL),
/* harmony export */   z3: () => (/* binding */ buildInfoAnswer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/**
 * The answers of Prometheus, as far as they are used. The schemas hold for 2.42 to 3.14 (recorded); any other answer is
 * reported as an error. Sample values are strings, because JSON has neither NaN nor Inf.
 */
const labels = valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const time = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX());
const target = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    labels,
    scrapePool: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    scrapeUrl: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    lastError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
    lastScrape: time,
    health: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['up', 'down', 'unknown']),
    /** In Prometheus' duration syntax; older servers leave it out. */
    scrapeInterval: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
});
const targetsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ activeTargets: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(target) });
const sample = valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()]);
const queryAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('resultType', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('vector'),
        // A native histogram has `histogram` instead of `value`.
        result: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ metric: labels, value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(sample), histogram: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) })),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('matrix'),
        result: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            metric: labels,
            values: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample), []),
            histograms: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
        })),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('scalar'), result: sample }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ resultType: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('string'), result: sample }),
]);
const buildInfoAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const runtimeInfoAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    startTime: time,
    reloadConfigSuccess: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** For people: `15d`, `15d or 10GiB`. */
    storageRetention: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const labelNamesAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const configAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ yaml: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const targetsMetadataAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ target: labels, metric: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }));
const rule = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    query: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['alerting', 'recording']),
    health: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['ok', 'err', 'unknown']),
    /** Set by the rule on every series that it writes. */
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(labels, {}),
    lastError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    /** Year 1 before the first evaluation. */
    lastEvaluation: time,
});
const rulesAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    groups: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), interval: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), 0), rules: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(rule) })),
});
const alertsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    alerts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        labels,
        annotations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(labels, {}),
        state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['inactive', 'pending', 'firing', 'unknown']),
        activeAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
    })),
});
const alertmanagersAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ activeAlertmanagers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) });
/**
 * How a drill reaches the rules: Prometheus counts its own answers, and nothing else asks for exemplars without a valid
 * query. `handler` and `code` are those of its counter; the alert fires above `requests` within its window.
 */
const DRILL = {
    alert: 'Drill',
    path: '/api/v1/query_exemplars?query=%5B',
    handler: '/api/v1/query_exemplars',
    code: '400',
    requests: 20,
};
/** Name of Prometheus' scrape job for itself. */
const SELF_JOB = 'prometheus';
/** The address at which it scrapes itself, and so the label `instance` of its own metrics. */
const SELF_TARGET = 'localhost:9090';
/** Name of the scrape job for the Alertmanager next to it. */
const ALERTMANAGER_JOB = 'alertmanager';
/** Series that Prometheus adds to every scrape, each once, with the labels of the target. */
const REPORTED_SERIES = [
    'up',
    'scrape_duration_seconds',
    'scrape_samples_scraped',
    'scrape_samples_post_metric_relabeling',
    'scrape_series_added',
];
/** The same with the feature flag `extra-scrape-metrics`: all of them or none. */
const EXTRA_SERIES = [
    'scrape_timeout_seconds',
    'scrape_sample_limit',
    'scrape_body_size_bytes',
];
/** Series that alerting rules write with the labels of a target. */
const ALERT_SERIES = ['ALERTS', 'ALERTS_FOR_STATE'];
const ADDED_SERIES = new Set([...REPORTED_SERIES, ...EXTRA_SERIES, ...ALERT_SERIES]);
/** Whether Prometheus itself writes the series of a name, and no service exposes them. */
const isAddedByPrometheus = (name) => ADDED_SERIES.has(name);


/***/ })

};

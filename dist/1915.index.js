export const id = 1915;
export const ids = [1915];
export const modules = {

/***/ 9574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z0: () => (/* binding */ desiredGrafana),
  $h: () => (/* binding */ grafanaBelongings),
  No: () => (/* binding */ passwordOf),
  fs: () => (/* binding */ prometheusUrlOf)
});

// EXTERNAL MODULE: ./build/config/scrape-options.js
var scrape_options = __webpack_require__(3016);
// EXTERNAL MODULE: ./build/model/fly-names.js
var fly_names = __webpack_require__(9466);
// EXTERNAL MODULE: ./build/desired/dashboards/shipped.js + 5 modules
var shipped = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/desired/derive.js
var derive = __webpack_require__(3694);
// EXTERNAL MODULE: ./build/desired/prometheus.js + 1 modules
var prometheus = __webpack_require__(9921);
// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var annotations = __webpack_require__(4900);
// EXTERNAL MODULE: ./build/lib/documentation.js
var documentation = __webpack_require__(5478);
// EXTERNAL MODULE: ./build/desired/alerts/groups.js + 4 modules
var groups = __webpack_require__(3052);
// EXTERNAL MODULE: ./build/formats/yaml-value.js
var yaml_value = __webpack_require__(5368);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/desired/alerts/own-rules.js


/** The alerting rules in the rule files of `alerts.rules`, which have been checked. */
function ownAlerts(files) {
    const titles = new Map();
    return files.flatMap(({ text }) => {
        const file = (0,yaml_value/* parseYaml */.h)(text);
        return (0,json_value/* objectsIn */.Qv)((0,json_value/* isJsonObject */.OW)(file) ? file.groups : undefined).flatMap((group) => (0,json_value/* objectsIn */.Qv)(group.rules).flatMap((rule) => {
            const alert = (0,json_value/* stringIn */.tB)(rule.alert);
            if (alert === '')
                return [];
            const n = (titles.get(alert) ?? 0) + 1;
            titles.set(alert, n);
            return [
                {
                    ...{ group: (0,json_value/* stringIn */.tB)(group.name), alert, title: n === 1 ? alert : `${alert} (${n})` },
                    ...{ expr: String(rule.expr ?? ''), for: (0,json_value/* stringIn */.tB)(rule.for) || '0s' },
                    ...{ labels: textsOf(group.labels, rule.labels), annotations: textsOf(rule.annotations) },
                },
            ];
        }));
    });
}
/** Scalars of maps as texts; a later map takes precedence. */
function textsOf(...maps) {
    const entries = maps.filter(json_value/* isJsonObject */.OW).flatMap((map) => Object.entries(map));
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}

// EXTERNAL MODULE: ./build/desired/grafana/uids.js
var uids = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/desired/grafana/rules.js




/** Seconds between two evaluations; Grafana accepts multiples of 10. */
const INTERVAL = 60;
/**
 * The same alerts as Grafana-managed rules. Recording rules stay in Prometheus, which has the samples: the recorded
 * series are read through the data source.
 */
function renderGrafanaRules(config, options) {
    const deployment = config.monitoring.app;
    return [...shippedGroups(config, options), ...ownGroups(deployment, options)].filter((group) => group.rules.length > 0);
}
/** The alerts of a team, in the groups of its files; groups of one name are one group in Grafana. */
function ownGroups(deployment, options) {
    const groups = Map.groupBy(ownAlerts(options.own ?? []), ({ group }) => group);
    return [...groups].map(([name, alerts]) => ({
        title: `${deployment} own ${name}`,
        interval: INTERVAL,
        rules: alerts.map((alert) => ({
            uid: (0,uids/* ruleUid */.hX)(deployment, `own/${name}`, alert.title),
            ...ownRule(alert, options),
        })),
    }));
}
const ownRule = (rule, options) => ({
    title: rule.title,
    condition: 'C',
    for: rule.for,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: rule.labels,
    annotations: Object.fromEntries(Object.entries(rule.annotations).map(([key, text]) => [key, grafanaTemplate(text)])),
    data: queries(rule.expr, options.dataSourceUid),
    ...(options.receiver !== undefined && rule.labels.severity !== 'none' && { receiver: options.receiver }),
});
function shippedGroups(config, options) {
    const deployment = config.monitoring.app;
    return (0,groups.ruleGroups)(config, options).map((group) => ({
        title: `${deployment} ${group.name}`,
        interval: INTERVAL,
        rules: (0,groups.alertsOf)([group]).map((rule) => ({
            uid: (0,uids/* ruleUid */.hX)(deployment, group.name, nameOf(rule)),
            ...managedRule(rule, options),
        })),
    }));
}
/** Titles are unique, as older versions of Grafana require. */
const nameOf = (rule) => rule.about === undefined ? rule.alert : `${rule.alert} (${rule.about})`;
function managedRule(rule, options) {
    return {
        title: nameOf(rule),
        condition: 'C',
        for: rule.for,
        // As in Prometheus: an alert whose expression returns nothing does not fire.
        noDataState: 'OK',
        execErrState: 'Error',
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: {
            summary: grafanaTemplate(rule.summary),
            description: grafanaTemplate(rule.description),
            runbook_url: (0,documentation/* runbookUrl */.oV)(rule.alert),
            __dashboardUid__: rule.panel.dashboard,
            __panelId__: String(rule.panel.panel),
        },
        data: queries(rule.expr, options.dataSourceUid),
        // The Watchdog always fires, so it must not notify the contact point of the other alerts.
        ...(options.receiver !== undefined && rule.severity !== 'none' && { receiver: options.receiver }),
    };
}
/**
 * Prometheus fires for every value that an expression returns, including 0 and NaN; a threshold alone would not. The same
 * three steps as in Grafana's conversion of Prometheus rules.
 */
function queries(expr, dataSourceUid) {
    const relativeTimeRange = { from: 600, to: 0 };
    const expression = { relativeTimeRange, datasourceUid: '__expr__' };
    const returned = 'is_number($A) || is_nan($A) || is_inf($A)';
    return [
        {
            refId: 'A',
            relativeTimeRange,
            datasourceUid: dataSourceUid,
            model: { expr, instant: true, range: false },
        },
        { refId: 'B', ...expression, model: { type: 'math', expression: returned } },
        {
            refId: 'C',
            ...expression,
            model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [0] } }] },
        },
    ];
}
/** In Grafana `$value` is a text about all queries; this is the value of the query. */
const grafanaTemplate = (text) => text.replaceAll('$value', '$values.A.Value');

;// CONCATENATED MODULE: ./build/desired/grafana/grafana.js








/** The data source that every Grafana Cloud stack has for metrics that arrive by remote write. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom';
/** The desired state of Grafana; undefined when no Grafana is configured. Pure. */
function desiredGrafana(project, inputs, commit) {
    if (!inputs.grafana)
        return undefined;
    const { config, ruleSources } = project;
    const { app } = config.monitoring;
    const { uid } = ownName(app);
    const existing = existingDataSource(config, inputs);
    return {
        deployment: app,
        folder: { uid: folderUid(app), title: folderTitle(config) },
        dataSource: existing ?? ownDataSource(config, inputs),
        dashboards: (0,shipped/* desiredDashboards */.OW)(project),
        overwrite: config.grafana.overwrite,
        // With an Alertmanager, rules in Grafana would notify people a second time.
        ruleGroups: config.alerts.notify
            ? []
            : renderGrafanaRules(config, {
                remoteWrite: inputs.remoteWrite !== undefined,
                dataSourceUid: existing?.existing ?? uid,
                own: ruleSources,
                ...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
            }),
        ...(commit !== undefined && { annotation: annotationOf(app, commit, inputs.mode) }),
    };
}
/** Mode `dashboards` deploys nothing, and its annotation says so. */
function annotationOf(app, commit, mode) {
    const tags = [...(0,annotations/* annotationTags */.RS)(app), 'deploy-monitoring', commit];
    const short = commit.slice(0, 12);
    return mode === 'dashboards'
        ? { text: `Dashboards of ${short} imported`, tags: [...tags, annotations/* IMPORT_TAG */.Rp] }
        : { text: `Deployed ${short}`, tags };
}
/** In older versions folders and dashboards share their uids (measured on 10.1). */
const folderUid = (app) => `${(0,uids/* uidFor */.OO)(app, 33)}-folder`;
/** Where the objects of a deployment are, whatever the files in the repository say today. */
function grafanaBelongings({ monitoring, grafana }) {
    const { uid } = ownName(monitoring.app);
    return {
        deployment: monitoring.app,
        folderUid: folderUid(monitoring.app),
        dataSourceUid: grafana.datasource === uid ? undefined : uid,
        overwrite: grafana.overwrite,
    };
}
const folderTitle = ({ grafana, apps, monitoring }) => grafana.folder ?? apps[0]?.app ?? monitoring.app;
/** An existing data source: the configured one, or that of the Grafana Cloud stack when samples are written to it. */
function existingDataSource(config, inputs) {
    if (config.grafana.datasource !== undefined)
        return { existing: config.grafana.datasource };
    const isCloud = (url) => URL.parse(url ?? '')?.host.endsWith('.grafana.net');
    if (isCloud(inputs.grafana?.url) && isCloud(inputs.remoteWrite?.url))
        return { existing: CLOUD_DATA_SOURCE };
    const own = ownName(config.monitoring.app);
    return mayShowPassword(config, inputs) ? undefined : { existing: own.uid, own };
}
/**
 * Whether the password may be sent to Grafana for the URL of Prometheus. Mode `dashboards` makes no request to Fly, so an
 * app that only a file names may belong to anyone: then the data source that an earlier deploy has written is used.
 */
function mayShowPassword(config, inputs) {
    if (config.monitoring.access !== 'password')
        return true;
    const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined;
    return isNamed && passwordOf(config, inputs) !== undefined;
}
/** uid and name of the managed data source: dashboards contain both, and are the same for every run. */
const ownName = (app) => ({
    uid: (0,uids/* uidFor */.OO)(app),
    name: `Prometheus of ${app}`,
});
function ownDataSource(config, inputs) {
    const { app } = config.monitoring;
    const password = passwordOf(config, inputs);
    return {
        ...ownName(app),
        url: prometheusUrlOf(config, inputs),
        ...(password !== undefined && { user: prometheus/* PROMETHEUS_USER */.X1, password }),
        timeInterval: (0,scrape_options/* longestInterval */.EV)(config),
    };
}
/** The URL of Prometheus, without a slash at the end. */
const prometheusUrlOf = ({ monitoring }, { prometheusUrl }) => (prometheusUrl ?? (0,fly_names/* publicUrl */.x6)(monitoring.app)).replace(/(?<!\/)\/+$/, '');
/** The password of Prometheus: configured, or derived from the Fly token. Undefined: not needed, or not known. */
function passwordOf({ monitoring }, { prometheusPassword, flyToken }) {
    if (monitoring.access !== 'password')
        return undefined;
    return prometheusPassword ?? (flyToken === '' ? undefined : (0,derive/* derivePassword */.Jn)(flyToken, monitoring.app));
}


/***/ }),

/***/ 5368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/**
 * The value of a YAML text that is not trusted. The parser's warnings, which quote the text, are
 * not printed, and duplicate keys are not detected: that takes time that grows with the square of the keys.
 * @throws Error with a message of one line, when the text is not valid YAML
 */
const parseYaml = (text) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });


/***/ }),

/***/ 7489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UM: () => (/* binding */ proxyTo),
/* harmony export */   bC: () => (/* binding */ Pool),
/* harmony export */   sc: () => (/* binding */ through),
/* harmony export */   tE: () => (/* binding */ proxyFault)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6752);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);


const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 };
/**
 * Milliseconds for a proxy to make a connection: less than the timeout of an answer, so that a silent proxy is reported
 * as such.
 */
const TUNNEL_MS = 8_000;
/**
 * The connections of a run: kept alive, through the proxies of the environment. undici's own EnvHttpProxyAgent does not
 * report whether it used a proxy, uses HTTP_PROXY for HTTPS too, and has other exceptions than flyctl. It belongs to
 * undici from the package: Node's own fetch refuses a dispatcher of another major version.
 */
class Pool extends undici__WEBPACK_IMPORTED_MODULE_0__/* .Dispatcher */ .mk {
    #proxies;
    #direct = new undici__WEBPACK_IMPORTED_MODULE_0__/* .Agent */ .g6(LIMITS);
    #through = new Map();
    constructor(proxies) {
        super();
        this.#proxies = proxies;
    }
    /** The proxy for an address; undefined when it is contacted directly. */
    proxyTo(url) {
        const proxy = this.#proxies[url.protocol === 'https:' ? 'https:' : 'http:'];
        return proxy && !this.#proxies.exempts(url) ? proxy : undefined;
    }
    dispatch(options, handler) {
        const proxy = this.proxyTo(new URL(options.origin ?? ''));
        return (proxy ? this.#agentOf(proxy) : this.#direct).dispatch(options, handler);
    }
    async close() {
        await Promise.all(this.#agents().map((agent) => agent.close()));
    }
    /** Also aborts requests in progress. */
    async destroy() {
        await Promise.all(this.#agents().map((agent) => agent.destroy()));
    }
    #agents() {
        return [this.#direct, ...this.#through.values()];
    }
    #agentOf({ origin, authorization }) {
        const key = `${authorization} ${origin}`;
        const known = this.#through.get(key);
        if (known)
            return known;
        const agent = new undici__WEBPACK_IMPORTED_MODULE_0__/* .ProxyAgent */ .kT({
            ...LIMITS,
            uri: origin,
            ...(authorization && { token: authorization }),
            clientFactory: (proxy, options) => new undici__WEBPACK_IMPORTED_MODULE_0__/* .Pool */ .bC(proxy, { ...options, headersTimeout: TUNNEL_MS }),
        });
        this.#through.set(key, agent);
        return agent;
    }
}
/** The proxy that a dispatcher uses for an address; undefined when it is contacted directly. */
const proxyTo = (dispatcher, address) => dispatcher instanceof Pool ? dispatcher.proxyTo(new URL(address)) : undefined;
/** A proxy as messages name it, where there is one: ` through the proxy http://proxy:3128 (HTTPS_PROXY)`. */
const through = (proxy) => proxy ? ` through the proxy ${proxy.origin} (${proxy.variable})` : '';
/**
 * The proxy's fault in a failed request; undefined where it is the target's fault or unknown. A request through a proxy
 * makes no other connection, so that every failed connection is the proxy's fault.
 */
function proxyFault(cause, proxy, target) {
    const { code = '', message = '' } = (cause ?? {});
    const name = `The proxy ${proxy.origin} (${proxy.variable})`;
    const refusal = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message);
    if (refusal)
        return refused(Number(refusal[1] ?? refusal[2]), { proxy, name, target, cause });
    if (code === 'UND_ERR_HEADERS_TIMEOUT')
        return couldNotConnect('in time', { proxy, name, target, cause });
    const why = WHY[code];
    if (why === undefined)
        return undefined;
    const hint = `Correct ${proxy.variable}; unset it, or add ${target.hostname} to NO_PROXY, if this machine can reach it without a proxy.`;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause);
}
const WHY = {
    ECONNREFUSED: 'refuses connections',
    ENOTFOUND: 'does not exist: its name does not resolve',
    EAI_AGAIN: 'cannot be found: its name does not resolve',
    EHOSTUNREACH: 'cannot be reached',
    ENETUNREACH: 'cannot be reached',
    ETIMEDOUT: 'does not accept the connection in time',
    UND_ERR_CONNECT_TIMEOUT: 'does not accept the connection in time',
    UND_ERR_PRX_CONN: 'closes the connection without an answer',
    UND_ERR_PRX_TLS: 'has a certificate for another name',
};
/** What a proxy answered instead of a connection. */
function refused(status, { proxy, name, target, cause }) {
    const { variable, authorization } = proxy;
    if (status === 407)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('proxy-refused', `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`, `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`, cause);
    if (status >= 500)
        return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause });
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('proxy-refused', `${name} refuses to connect to ${target.host} (HTTP ${status}).`, `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`, cause);
}
/** The fault is between the proxy and the target, or at the target. */
const couldNotConnect = (how, { name, target, cause }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('proxy-gateway', `${name} could not connect to ${target.host} ${how}.`, `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`, cause);


/***/ }),

/***/ 7357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MC: () => (/* binding */ BrokenAnswer),
  dP: () => (/* binding */ UnwantedAnswer),
  tB: () => (/* binding */ basicAuth),
  b: () => (/* binding */ createPool),
  cv: () => (/* binding */ exchange)
});

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./build/lib/connection-pool.js
var connection_pool = __webpack_require__(7489);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/lib/proxy.js
var proxy = __webpack_require__(1260);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/lib/retry.js


const BUSY = [429];
const TROUBLE = [...BUSY, 502, 503, 504];
const NOT_SENT = [
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_PRX_CONN'],
    'proxy-gateway',
];
const BROKEN = [
    ...NOT_SENT,
    ...['ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET', 'BrokenAnswer'],
];
/**
 * Retries until an answer is final. Backs off with jitter; honours Retry-After wherever there is time for it, and gives
 * up at once where there is not. Returns the last answer, or throws the last error.
 */
async function retrying(attempt, { times, until, onlyUndone, signal }) {
    for (let tried = 1;; tried++) {
        const outcome = await tryRequest(attempt);
        const again = 'answer' in outcome
            ? (onlyUndone ? BUSY : TROUBLE).includes(outcome.answer.status)
            : codesOf(outcome.error).some((code) => (onlyUndone ? NOT_SENT : BROKEN).includes(code));
        const retryAfter = 'answer' in outcome ? outcome.answer.headers['retry-after'] : undefined;
        const pause = pauseBefore(tried, retryAfter);
        if (!again || tried > times || Date.now() + pause >= until) {
            if ('answer' in outcome)
                return outcome.answer;
            throw outcome.error;
        }
        await (0,promises_.setTimeout)(pause, undefined, signal && { signal });
    }
}
async function tryRequest(attempt) {
    try {
        return { answer: await attempt() };
    }
    catch (error) {
        return { error };
    }
}
/**
 * The names under which an error is known: its own, and for a fault of the proxy its code here and those of its cause.
 */
function codesOf(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return [...error.problems.map(({ code }) => code), ...codesOf(error.cause)];
    const { name, code } = (error ?? {});
    return [name, code];
}
const FIRST_MS = 250;
const LONGEST_MS = 5_000;
/**
 * Milliseconds before try number `attempt` (from 1): what the server asks for, in seconds or as a date, else
 * exponential backoff.
 */
function pauseBefore(attempt, retryAfter) {
    const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
    if (/^\d+$/.test(asked))
        return Number(asked) * 1_000;
    // Date.parse alone accepts almost anything as a date.
    const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN;
    if (!Number.isNaN(date))
        return Math.max(0, date - Date.now());
    return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4);
}

;// CONCATENATED MODULE: ./build/lib/http.js






/** No expected answer is larger; a server that sends more is not the expected one. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/**
 * Opens the one pool of a run.
 * @throws ActionError `configuration` where a variable of the environment does not name a proxy
 */
function createPool(env = process.env) {
    const { proxies, problems } = (0,proxy/* readProxies */.r)(env);
    if (problems.length > 0)
        throw new errors/* ActionError */.lZ('configuration', problems);
    return new connection_pool/* Pool */.bC(proxies);
}
/** The answer began, but is incomplete or unreadable. It has to be requested again from its beginning. */
class BrokenAnswer extends Error {
    name = 'BrokenAnswer';
}
/** The answer is too large, or in a form that was not requested: a retry would return the same. */
class UnwantedAnswer extends Error {
    name = 'UnwantedAnswer';
}
/**
 * One exchange, whatever the status. Redirects are not followed, so that credentials never leave the host they were
 * meant for. A retry reads the whole answer again, never a range of it.
 * @throws BrokenAnswer, UnwantedAnswer; ActionError `platform` where it was the proxy's fault; what undici throws when
 *   there was no answer
 */
function exchange(pool, asked) {
    const { timeoutMs = 10_000, retries = 0, onlyUndone = false, signal } = asked;
    const until = Date.now() + (asked.patienceMs ?? timeoutMs);
    const once = () => answerTo(pool, asked, Math.max(0, Math.min(timeoutMs, until - Date.now())));
    return retrying(once, { times: retries, until, onlyUndone, ...(signal && { signal }) });
}
async function answerTo(pool, asked, timeoutMs) {
    const url = new URL(asked.url);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
    const proxy = (0,connection_pool/* proxyTo */.UM)(pool, url);
    const asking = (0,undici/* request */.Em)(url, {
        method: asked.method ?? 'GET',
        headers: { 'user-agent': 'deploy-monitoring', 'accept-encoding': 'identity', ...asked.headers },
        ...(asked.body !== undefined && { body: asked.body }),
        signal,
        dispatcher: pool,
    });
    const response = await Promise.race([asking, abortOf(signal)]).catch((cause) => {
        throw (proxy && (0,connection_pool/* proxyFault */.tE)(cause, proxy, url)) ?? cause;
    });
    const { statusCode: status, headers } = response;
    const text = await textOf(response, url, asked);
    if (/^\s*[[{]/.test(text) && (0,json_value/* nestsTooDeep */.qK)(text))
        throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`);
    const json = (0,json_value/* jsonOrUndefined */._D)(text);
    if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
        throw new BrokenAnswer(`its JSON ends after ${text.length} characters`);
    return { url, status, headers, text, json };
}
/** Rejects when the signal aborts: undici does not look at it while a connection is being made, through a proxy for minutes. */
const abortOf = (signal) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
/** Reads the whole body. A failure here is a broken answer, not a server that does not answer. */
async function textOf({ body, headers }, url, { signal: cancel, maxBytes = MAX_BODY_BYTES }) {
    const chunks = [];
    let size = 0;
    const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
    try {
        for await (const chunk of body) {
            if (!isPlain)
                throw new UnwantedAnswer(`${url.host} sends a compressed answer, which was not requested`);
            size += chunk.length;
            if (size > maxBytes)
                throw new UnwantedAnswer(`${url.host} sends more than ${maxBytes / 1024 / 1024} MB`);
            chunks.push(chunk);
        }
    }
    catch (cause) {
        if (cause instanceof UnwantedAnswer || cancel?.aborted)
            throw cause;
        const isLate = cause?.name === 'TimeoutError';
        const why = isLate ? 'the rest did not arrive in time' : (0,errors/* messageOf */.bD)(cause);
        throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause });
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** A broken connection without a Content-Length looks like one that ended: only the JSON itself shows it. */
const isJson = ({ 'content-type': type }) => /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''));
/** The value of an Authorization header for basic auth. */
function basicAuth(user, password) {
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}


/***/ }),

/***/ 3302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ redirectOf)
/* harmony export */ });
/** Undefined when the answer is not a redirect. */
function redirectOf({ url, status, headers: { location } }) {
    if (status < 300 || status >= 400 || typeof location !== 'string')
        return undefined;
    const to = URL.parse(location, url.href);
    const isSame = to?.host === url.host &&
        (to.protocol === 'https:' || to.protocol === url.protocol) &&
        /^[\w./~-]{1,200}$/.test(to.pathname);
    return isSame ? { kind: 'same-host', url: new URL(to.pathname, to.origin) } : { kind: 'elsewhere' };
}


/***/ })

};

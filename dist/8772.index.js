export const id = 8772;
export const ids = [8772];
export const modules = {

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

/***/ 1060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   FS: () => (/* binding */ equalJson),
/* harmony export */   Mz: () => (/* binding */ mapMembers),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qK: () => (/* binding */ nestsTooDeep),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tB: () => (/* binding */ stringIn),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** The objects of a list; none for anything else. */
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
/** The string, or an empty one for any other value. */
const stringIn = (value) => (typeof value === 'string' ? value : '');
/** The value of a JSON text; undefined for any other text, an empty one included. */
function jsonOrUndefined(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100;
/** Whether a value is nested deeper than a dashboard can be. */
function tooDeep(value, depth = 0) {
    if (value === null || typeof value !== 'object')
        return false;
    if (depth > MAX_DEPTH)
        return true;
    if (Array.isArray(value)) {
        for (const item of value)
            if (tooDeep(item, depth + 1))
                return true;
    }
    else
        for (const key in value)
            if (tooDeep(value[key], depth + 1))
                return true;
    return false;
}
/** Deeper than any answer; what reads one then judges the depth that it takes. */
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
    0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
/**
 * Whether a JSON text nests deeper than any answer. Told before it is parsed: each of millions of levels costs a
 * hundred times its characters, in time and in memory. Linear.
 */
function nestsTooDeep(json) {
    let levels = 0;
    let isInString = false;
    for (let i = 0; i < json.length; i++) {
        const code = json.charCodeAt(i);
        if (isInString) {
            if (code === BACKSLASH)
                i++;
            else if (code === QUOTE)
                isInString = false;
        }
        else if (code === QUOTE)
            isInString = true;
        else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
            levels--;
        else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
            return true;
    }
    return false;
}
/** JSON with the keys of every object sorted: equal values have equal texts, whatever serialized them. */
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isJsonObject(value))
        return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
function equalJson(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a)) {
        if (!Array.isArray(b) || a.length !== b.length)
            return false;
        for (let i = 0; i < a.length; i++)
            if (!equalJson(a[i], b[i]))
                return false;
        return true;
    }
    if (!isJsonObject(a) || !isJsonObject(b))
        return false;
    let more = 0;
    for (const _ in b)
        more += 1;
    for (const key in a) {
        if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
            return false;
        more -= 1;
    }
    return more === 0;
}
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * The value with each direct member changed. Shared with the original, not copied, where nothing changes. Data for the
 * change is passed as `context`: closures created for every object would take most of the time.
 */
function mapMembers(value, change, context) {
    if (Array.isArray(value))
        return mapItems(value, change, context);
    let copy;
    for (const key in value) {
        const member = value[key];
        const changed = change(member, context, key);
        if (changed === member)
            continue;
        copy ??= { ...value };
        copy[key] = changed;
    }
    return copy ?? value;
}
function mapItems(items, change, context) {
    let copy;
    for (let i = 0; i < items.length; i++) {
        const changed = change(items[i], context);
        if (changed === items[i])
            continue;
        copy ??= [...items];
        copy[i] = changed;
    }
    return copy ?? items;
}
/** The value with every string in it passed through `change`, keys left alone. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}


/***/ }),

/***/ 8772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pingVerifyHeartbeat: () => (/* binding */ pingVerifyHeartbeat)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7357);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _report_headline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2251);




/** The far side is asked for a few seconds only: the report waits for it. */
const PATIENCE_MS = 10_000;
/**
 * Pings the heartbeat of mode `verify` with the result: the URL itself for a proven run, `/fail` below it for any other,
 * with the headline as body (the conventions of healthchecks.io). Returns what is to be reported when it is not accepted.
 */
async function pingVerifyHeartbeat(url, report, { env, log }) {
    const isProven = report.verdict.kind === 'proven';
    try {
        const { status, text } = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)((0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .createPool */ .b)(env), {
            url: isProven ? url : failUrl(url),
            method: 'POST',
            body: (0,_report_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .headline */ .P)(report),
            headers: { 'content-type': 'text/plain; charset=utf-8' },
            timeoutMs: PATIENCE_MS / 2,
            patienceMs: PATIENCE_MS,
            retries: 2,
            maxBytes: 100_000,
        });
        if (status < 200 || status > 299)
            return [refused(`it answers ${status}${text.trim() === '' ? '' : ` (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(text), 200)})`}`)];
        log.info(`The heartbeat of verify accepted the result: ${isProven ? 'success' : 'fail'}.`);
        return [];
    }
    catch (error) {
        return [refused((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)), 300))];
    }
}
/** `/fail` is part of the path: a query such as `?create=1` stays behind it. */
function failUrl(url) {
    const failed = new URL(url);
    failed.pathname = `${failed.pathname.replace(/(?<!\/)\/+$/, '')}/fail`;
    return failed.href;
}
const refused = (why) => ({
    code: 'heartbeat-refused',
    severity: 'warning',
    message: `The heartbeat of verify did not accept the result: ${why}.`,
    hint: 'Check VERIFY_HEARTBEAT_URL: the ping URL of the check, without /fail. Until then, no one notices when this schedule stops.',
});


/***/ })

};

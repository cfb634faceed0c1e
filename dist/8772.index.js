export const id = 8772;
export const ids = [8772, 9874];
export const modules = {
    37489: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            UM: () => (proxyTo),
            bC: () => (Pool),
            sc: () => (through),
            tE: () => (proxyFault)
        });
        var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
        var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
        const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 };
        const TUNNEL_MS = 8_000;
        class Pool extends undici__WEBPACK_IMPORTED_MODULE_0__.mk {
            #proxies;
            #direct = new undici__WEBPACK_IMPORTED_MODULE_0__.g6(LIMITS);
            #through = new Map();
            constructor(proxies) {
                super();
                this.#proxies = proxies;
            }
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
                const agent = new undici__WEBPACK_IMPORTED_MODULE_0__.kT({
                    ...LIMITS,
                    uri: origin,
                    ...(authorization && { token: authorization }),
                    clientFactory: (proxy, options) => new undici__WEBPACK_IMPORTED_MODULE_0__.bC(proxy, { ...options, headersTimeout: TUNNEL_MS }),
                });
                this.#through.set(key, agent);
                return agent;
            }
        }
        const proxyTo = (dispatcher, address) => dispatcher instanceof Pool ? dispatcher.proxyTo(new URL(address)) : undefined;
        const through = (proxy) => proxy ? ` through the proxy ${proxy.origin} (${proxy.variable})` : '';
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
            return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause);
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
        function refused(status, { proxy, name, target, cause }) {
            const { variable, authorization } = proxy;
            if (status === 407)
                return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-refused', `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`, `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`, cause);
            if (status >= 500)
                return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause });
            return (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-refused', `${name} refuses to connect to ${target.host} (HTTP ${status}).`, `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`, cause);
        }
        const couldNotConnect = (how, { name, target, cause }) => (0, _errors_js__WEBPACK_IMPORTED_MODULE_1__.sx)('proxy-gateway', `${name} could not connect to ${target.host} ${how}.`, `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`, cause);
    }),
    69874: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            BrokenAnswer: () => (BrokenAnswer),
            UnwantedAnswer: () => (UnwantedAnswer),
            basicAuth: () => (basicAuth),
            createPool: () => (createPool),
            exchange: () => (exchange)
        });
        var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
        var _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37489);
        var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61469);
        var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91060);
        var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51260);
        var _retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81374);
        const MAX_BODY_BYTES = 32 * 1024 * 1024;
        function createPool(env = process.env) {
            const { proxies, problems } = (0, _proxy_js__WEBPACK_IMPORTED_MODULE_4__.r)(env);
            if (problems.length > 0)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ('configuration', problems);
            return new _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.bC(proxies);
        }
        class BrokenAnswer extends Error {
            name = 'BrokenAnswer';
        }
        class UnwantedAnswer extends Error {
            name = 'UnwantedAnswer';
        }
        function exchange(pool, asked) {
            const { timeoutMs = 10_000, retries = 0, onlyUndone = false, signal } = asked;
            const until = Date.now() + (asked.patienceMs ?? timeoutMs);
            const once = () => answerTo(pool, asked, Math.max(0, Math.min(timeoutMs, until - Date.now())));
            return (0, _retry_js__WEBPACK_IMPORTED_MODULE_5__.R)(once, { times: retries, until, onlyUndone, ...(signal && { signal }) });
        }
        async function answerTo(pool, asked, timeoutMs) {
            const url = new URL(asked.url);
            const deadline = AbortSignal.timeout(timeoutMs);
            const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
            const proxy = (0, _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.UM)(pool, url);
            const asking = (0, undici__WEBPACK_IMPORTED_MODULE_0__.Em)(url, {
                method: asked.method ?? 'GET',
                headers: { 'user-agent': 'deploy-monitoring', 'accept-encoding': 'identity', ...asked.headers },
                ...(asked.body !== undefined && { body: asked.body }),
                signal,
                dispatcher: pool,
            });
            const response = await Promise.race([asking, abortOf(signal)]).catch((cause) => {
                throw (proxy && (0, _connection_pool_js__WEBPACK_IMPORTED_MODULE_1__.tE)(cause, proxy, url)) ?? cause;
            });
            const { statusCode: status, headers } = response;
            const text = await textOf(response, url, asked);
            if (/^\s*[[{]/.test(text) && (0, _json_value_js__WEBPACK_IMPORTED_MODULE_3__.qK)(text))
                throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`);
            const json = (0, _json_value_js__WEBPACK_IMPORTED_MODULE_3__._D)(text);
            if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
                throw new BrokenAnswer(`its JSON ends after ${text.length} characters`);
            return { url, status, headers, text, json };
        }
        const abortOf = (signal) => new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
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
                const why = isLate ? 'the rest did not arrive in time' : (0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.bD)(cause);
                throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause });
            }
            return Buffer.concat(chunks).toString('utf8');
        }
        const isJson = ({ 'content-type': type }) => /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''));
        function basicAuth(user, password) {
            return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
        }
    }),
    91060: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            DI: () => (tooDeep),
            FS: () => (equalJson),
            Mz: () => (mapMembers),
            OW: () => (isJsonObject),
            Qv: () => (objectsIn),
            _D: () => (jsonOrUndefined),
            dj: () => (canonicalJson),
            qK: () => (nestsTooDeep),
            sc: () => (sha256),
            tB: () => (stringIn),
            to: () => (mapStrings)
        });
        var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
        const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
        const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
        const stringIn = (value) => (typeof value === 'string' ? value : '');
        function jsonOrUndefined(text) {
            try {
                return JSON.parse(text);
            }
            catch {
                return undefined;
            }
        }
        const MAX_DEPTH = 100;
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
        const MAX_LEVELS = 1_000;
        const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
            0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
        ];
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
        const canonicalJson = (value) => JSON.stringify(sorted(value));
        function sorted(value) {
            if (Array.isArray(value))
                return value.map(sorted);
            if (!isJsonObject(value))
                return value;
            const keys = Object.keys(value).sort();
            return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
        }
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
        const sha256 = (text) => (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
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
        function mapStrings(value, change) {
            if (typeof value === 'string')
                return change(value);
            return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
        }
    }),
    81374: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            R: () => (retrying)
        });
        var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
        var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
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
                await (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, signal && { signal });
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
        function codesOf(error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.lZ)
                return [...error.problems.map(({ code }) => code), ...codesOf(error.cause)];
            const { name, code } = (error ?? {});
            return [name, code];
        }
        const FIRST_MS = 250;
        const LONGEST_MS = 5_000;
        function pauseBefore(attempt, retryAfter) {
            const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
            if (/^\d+$/.test(asked))
                return Number(asked) * 1_000;
            const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN;
            if (!Number.isNaN(date))
                return Math.max(0, date - Date.now());
            return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4);
        }
    }),
    48772: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            pingVerifyHeartbeat: () => (pingVerifyHeartbeat)
        });
        var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
        var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69874);
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94869);
        var _report_headline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91218);
        const PATIENCE_MS = 10_000;
        async function pingVerifyHeartbeat(url, report, { env, log }) {
            const isProven = report.verdict.kind === 'proven';
            try {
                const { status, text } = await (0, _lib_http_js__WEBPACK_IMPORTED_MODULE_1__.exchange)((0, _lib_http_js__WEBPACK_IMPORTED_MODULE_1__.createPool)(env), {
                    url: isProven ? url : failUrl(url),
                    method: 'POST',
                    body: (0, _report_headline_js__WEBPACK_IMPORTED_MODULE_3__.Pl)(report),
                    headers: { 'content-type': 'text/plain; charset=utf-8' },
                    timeoutMs: PATIENCE_MS / 2,
                    patienceMs: PATIENCE_MS,
                    retries: 2,
                    maxBytes: 100_000,
                });
                if (status < 200 || status > 299)
                    return [refused(`it answers ${status}${text.trim() === '' ? '' : ` (${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Jj)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.TN)(text), 200)})`}`)];
                log.info(`The heartbeat of verify accepted the result: ${isProven ? 'success' : 'fail'}.`);
                return [];
            }
            catch (error) {
                return [refused((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Jj)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.TN)((0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)), 300))];
            }
        }
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
    })
};

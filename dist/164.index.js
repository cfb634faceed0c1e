export const id = 164;
export const ids = [164];
export const modules = {

/***/ 6164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6752);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4869);







/** Three times the archive of today. */
const MAX_BYTES = 300 * 1024 * 1024;
/** Pauses before the second and third try, in milliseconds. */
const PAUSES_MS = [500, 2_000];
/**
 * Loads an archive through the proxy of the environment and holds it against its digest. Busy or broken servers are
 * asked again. Throws ActionError when it is not there, not whole, or not the archive that was meant.
 */
async function download(asked) {
    const agent = new undici__WEBPACK_IMPORTED_MODULE_4__/* .EnvHttpProxyAgent */ .J2({
        ...proxy('httpProxy', asked.env.http_proxy ?? asked.env.HTTP_PROXY),
        ...proxy('httpsProxy', asked.env.https_proxy ?? asked.env.HTTPS_PROXY),
        noProxy: asked.env.no_proxy ?? asked.env.NO_PROXY ?? '',
        connect: { timeout: 10_000 },
    });
    try {
        // GitHub answers with the address of its storage.
        const dispatcher = agent.compose(undici__WEBPACK_IMPORTED_MODULE_4__/* .interceptors */ .dY.redirect({ maxRedirections: 5 }));
        const sha256 = await withRetries(asked, dispatcher);
        if (sha256 !== asked.sha256.toLowerCase())
            throw mismatch(asked, sha256);
    }
    finally {
        await agent.destroy();
    }
}
function proxy(name, value) {
    return value ? { [name]: value } : {};
}
async function withRetries(asked, dispatcher) {
    for (let attempt = 0;; attempt++) {
        try {
            return await once(asked, dispatcher);
        }
        catch (error) {
            asked.signal.throwIfAborted();
            const pause = PAUSES_MS[attempt];
            if (pause === undefined || (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ && !isBusy(error)))
                throw unreachable(asked.url, error);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(pause * (1 + Math.random() / 2), undefined, { signal: asked.signal });
        }
    }
}
/** Writes the answer's body to the target and returns its sha256 in hex. */
async function once(asked, dispatcher) {
    const response = await (0,undici__WEBPACK_IMPORTED_MODULE_4__/* .request */ .Em)(asked.url, { dispatcher, signal: asked.signal, bodyTimeout: 30_000 });
    if (response.statusCode !== 200) {
        await response.body.dump();
        throw refused(asked.url, response.statusCode);
    }
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(response.body, hashing(hash), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(asked.target, { mode: 0o600 }));
    return hash.digest('hex');
}
function hashing(hash) {
    let size = 0;
    return async function* (chunks) {
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > MAX_BYTES)
                throw new Error(`it is larger than ${MAX_BYTES / 1024 / 1024} MB`);
            hash.update(chunk);
            yield chunk;
        }
    };
}
const BUSY = new Set([429, 500, 502, 503, 504]);
function refused(url, status) {
    if (BUSY.has(status))
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .platformError */ .sx)('flyctl-download-busy', `The release server answers ${status} for ${url}.`, 'Run again later, or put flyctl on PATH, for example with superfly/flyctl-actions/setup-flyctl.');
    if (status === 404)
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .platformError */ .sx)('flyctl-download-missing', `There is no flyctl at ${url}.`, 'Check `flyctl-version`; not every number was released.');
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .platformError */ .sx)('flyctl-download-refused', `The release server refuses ${url} with ${status}.`, 'Check the proxy of this machine, or put flyctl on PATH.');
}
const isBusy = (error) => error.problems[0]?.code === 'flyctl-download-busy';
function unreachable(url, error) {
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ)
        return error;
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .platformError */ .sx)('flyctl-download-unreachable', `flyctl could not be loaded from ${url}: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error), 200)}`, 'Check that this machine reaches it (HTTPS_PROXY is honoured), or put flyctl on PATH.', error);
}
function mismatch({ url, sha256 }, got) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .platformError */ .sx)('flyctl-checksum', `${url} is not the archive that was meant: its sha256 is ${got}, expected was ${sha256}.`, 'Nothing was installed. If `flyctl-sha256` is set, check it against the release; otherwise do not use this download.');
}


/***/ })

};

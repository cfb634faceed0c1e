export const id = 6164;
export const ids = [6164];
export const modules = {
76164: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
download: () => (download)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(73024);
var __import_2__ = __webpack_require__(46466);
var __import_3__ = __webpack_require__(58500);
var __import_4__ = __webpack_require__(46752);
var __import_5__ = __webpack_require__(37489);
var __import_6__ = __webpack_require__(61469);
var __import_7__ = __webpack_require__(69874);
var __import_8__ = __webpack_require__(94869);
const MAX_BYTES = 300 * 1024 * 1024;
const PAUSES_MS = [500, 2_000];
async function download(asked) {
const pool = (0, __import_7__.b)(asked.env);
try {
const sha256 = await withRetries(asked, pool);
if (sha256 !== asked.sha256.toLowerCase())
throw mismatch(asked, sha256);
}
finally {
await pool.destroy();
}
}
async function withRetries(asked, pool) {
const dispatcher = pool.compose(__import_4__.dY.redirect({ maxRedirections: 5 }));
for (let attempt = 0;; attempt++) {
try {
return await once(asked, dispatcher);
}
catch (error) {
asked.signal.throwIfAborted();
const pause = PAUSES_MS[attempt];
if (pause === undefined || (error instanceof __import_6__.lZ && !isBusy(error)))
throw failureOf(asked.url, error, pool);
await (0, __import_3__.setTimeout)(pause * (1 + Math.random() / 2), undefined, { signal: asked.signal });
}
}
}
async function once(asked, dispatcher) {
const response = await (0, __import_4__.Em)(asked.url, { dispatcher, signal: asked.signal, bodyTimeout: 30_000 });
if (response.statusCode !== 200) {
await response.body.dump();
throw refused(asked.url, response.statusCode);
}
const hash = (0, __import_0__.createHash)('sha256');
await (0, __import_2__.pipeline)(response.body, hashing(hash), (0, __import_1__.createWriteStream)(asked.target, { mode: 0o600 }));
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
return (0, __import_6__.sx)('flyctl-download-busy', `The release server returned HTTP ${status} for ${url}.`, 'Run again later, or put flyctl on PATH, for example with superfly/flyctl-actions/setup-flyctl.');
if (status === 404)
return (0, __import_6__.sx)('flyctl-download-missing', `${url} does not exist.`, 'Check `flyctl-version`: not every version number was released.');
return (0, __import_6__.sx)('flyctl-download-refused', `The release server refuses ${url} (HTTP ${status}).`, 'Check the proxy of this machine, or put flyctl on PATH.');
}
const isBusy = (error) => error.problems[0]?.code === 'flyctl-download-busy';
function failureOf(url, error, pool) {
if (error instanceof __import_6__.lZ)
return error;
const proxy = (0, __import_5__.UM)(pool, url);
const fault = proxy && (0, __import_5__.tE)(error, proxy, new URL(url));
if (fault)
return fault;
return (0, __import_6__.sx)('flyctl-download-unreachable', `flyctl could not be downloaded from ${url}${(0, __import_5__.sc)(proxy)}: ${(0, __import_8__.TN)((0, __import_6__.bD)(error), 200)}`, 'Check that this machine can reach it (HTTPS_PROXY is used), or put flyctl on PATH.', error);
}
function mismatch({ url, sha256 }, got) {
return (0, __import_6__.sx)('flyctl-checksum', `${url} is not the expected archive: its sha256 is ${got}, not ${sha256}.`, 'Nothing was installed. If `flyctl-sha256` is set, check it against the release; otherwise do not use this download.');
}
})
};

#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_modules__ = ({
42613: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
}),
20181: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");
}),
35317: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
}),
76982: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
}),
24434: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
}),
79896: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
}),
58611: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
}),
65692: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
}),
69278: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
}),
34589: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");
}),
16698: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
}),
4573: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
}),
31421: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
}),
37540: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");
}),
77598: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
}),
53053: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
}),
40610: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
}),
71553: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
}),
78474: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
}),
73024: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
}),
51455: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
}),
37067: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
}),
32467: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");
}),
77030: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
}),
48161: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
}),
76760: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
}),
53916: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");
}),
643: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
}),
41792: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");
}),
80099: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");
}),
57075: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
}),
46466: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
}),
37830: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");
}),
46193: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
}),
87997: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");
}),
58500: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
}),
41692: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
}),
73136: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
}),
57975: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
}),
73429: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");
}),
30714: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
}),
75919: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
}),
38522: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
}),
70857: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
}),
16928: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
}),
932: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");
}),
13193: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
}),
53557: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
}),
64756: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
}),
39023: ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
}),
51296: ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {
__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => {
try {
var __import_0__ = __nccwpck_require__(76783);
var __import_1__ = __nccwpck_require__(27264);
if (Number(process.versions.node.split('.')[0]) < 24) {
const { env, version } = process;
const argv = process.argv.slice(1);
const { restartWithNewerNode } = await __nccwpck_require__.e(6826).then(__nccwpck_require__.bind(__nccwpck_require__, 16826));
process.exit(await restartWithNewerNode({ argv, env, version }));
}
const isAction = process.argv.length === 2 && Object.keys(process.env).some((name) => name.startsWith('INPUT_'));
(0, __import_0__.e)(process.env);
if (process.argv[2] === __import_1__.u)
(await Promise.all([__nccwpck_require__.e(6415), __nccwpck_require__.e(674)]).then(__nccwpck_require__.bind(__nccwpck_require__, 50674))).watchOver(async (report, reader) => reader === 'runner'
? (await Promise.all([__nccwpck_require__.e(6752), __nccwpck_require__.e(1260), __nccwpck_require__.e(6058), __nccwpck_require__.e(6415), __nccwpck_require__.e(9306)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59306))).publishForRun(report)
: (await Promise.all([__nccwpck_require__.e(8815), __nccwpck_require__.e(7934), __nccwpck_require__.e(9605), __nccwpck_require__.e(4590), __nccwpck_require__.e(16), __nccwpck_require__.e(6989), __nccwpck_require__.e(9371), __nccwpck_require__.e(6415), __nccwpck_require__.e(8534)]).then(__nccwpck_require__.bind(__nccwpck_require__, 29371))).printForRun(report, reader === 'program'));
else if (isAction)
await (await Promise.all([__nccwpck_require__.e(6752), __nccwpck_require__.e(1260), __nccwpck_require__.e(6058), __nccwpck_require__.e(6415), __nccwpck_require__.e(9306)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59306))).main();
else
await (await Promise.all([__nccwpck_require__.e(6415), __nccwpck_require__.e(5979)]).then(__nccwpck_require__.bind(__nccwpck_require__, 75979))).commandLine(process.argv.slice(2));
__webpack_async_result__();
}
catch (e) {
__webpack_async_result__(e);
}
}, 1);
}),
76783: ((__module, __webpack_exports__, __nccwpck_require__) => {
__nccwpck_require__.d(__webpack_exports__, {
e: () => (keepCompiledCode),
S: () => (loadCompiled)
});
;
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
var external_node_path_ = __nccwpck_require__(76760);
;
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
var programs = __nccwpck_require__(22499);
;
function keepCompiledCode({ HOME, RUNNER_ENVIRONMENT }) {
if (RUNNER_ENVIRONMENT === 'github-hosted' || !HOME)
return;
if ((0, programs.dM)(process.cwd())(HOME) === undefined)
return;
external_node_module_namespaceObject.enableCompileCache((0, external_node_path_.join)(HOME, '.cache', 'deploy-monitoring'));
}
function loadCompiled(load) {
if (external_node_module_namespaceObject.getCompileCacheDir() === undefined)
return load();
(0, external_node_v8_namespaceObject.setFlagsFromString)('--no-lazy');
try {
return load();
}
finally {
(0, external_node_v8_namespaceObject.setFlagsFromString)('--lazy');
}
}
}),
23077: ((__module, __webpack_exports__, __nccwpck_require__) => {
__nccwpck_require__.d(__webpack_exports__, {
W: () => (homeFolder)
});
var __import_0__ = __nccwpck_require__(48161);
function homeFolder({ HOME }) {
if (HOME)
return HOME;
try {
return (0, __import_0__.homedir)();
}
catch {
return undefined;
}
}
}),
22499: ((__module, __webpack_exports__, __nccwpck_require__) => {
__nccwpck_require__.d(__webpack_exports__, {
Kp: () => (findProgram),
dM: () => (realOutsideOf),
zu: () => (trustedPath)
});
var __import_0__ = __nccwpck_require__(73024);
var __import_1__ = __nccwpck_require__(76760);
var __import_2__ = __nccwpck_require__(23077);
const findProgram = (name, places) => trustedFolders(places)
.map((folder) => (0, __import_1__.join)(folder, name))
.find((file) => {
const real = realOf(file);
return real !== undefined && isProgram(file) && outsideOf(places.workspaceRoot)(real);
});
function trustedPath(places) {
return trustedFolders(places).join(__import_1__.delimiter);
}
function trustedFolders({ path = '', workspaceRoot }) {
const realOutside = realOutsideOf(workspaceRoot);
return path.split(__import_1__.delimiter).filter((folder) => {
const real = realOutside(folder);
return real !== undefined && ![folder, real].some(isOfPackages);
});
}
function realOutsideOf(workspaceRoot) {
const isOutside = outsideOf(workspaceRoot);
return (folder) => {
const real = (0, __import_1__.isAbsolute)(folder) ? realOf(folder) : undefined;
return real !== undefined && isOutside((0, __import_1__.resolve)(folder)) && isOutside(real) ? real : undefined;
};
}
const isOfPackages = (folder) => folder.endsWith((0, __import_1__.join)(__import_1__.sep, 'node_modules', '.bin'));
function outsideOf(workspaceRoot) {
const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => (0, __import_1__.resolve)(one));
const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]));
const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)]);
return (place) => roots.every((root) => !isInside(root, place));
}
function repositoriesAround(folder) {
const home = (0, __import_2__.W)(process.env);
const [nearest, ...others] = upwards(folder).filter((one) => (0, __import_0__.existsSync)((0, __import_1__.join)(one, '.git')));
return nearest === undefined
? []
: [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))];
}
const upwards = (folder) => (0, __import_1__.dirname)(folder) === folder ? [folder] : [folder, ...upwards((0, __import_1__.dirname)(folder))];
const isInside = (root, place) => (place + __import_1__.sep).startsWith(root + __import_1__.sep);
function realOf(path) {
try {
return __import_0__.realpathSync.native(path);
}
catch {
return undefined;
}
}
function isProgram(file) {
try {
(0, __import_0__.accessSync)(file, __import_0__.constants.X_OK);
return (0, __import_0__.statSync)(file).isFile();
}
catch {
return false;
}
}
}),
27264: ((__module, __webpack_exports__, __nccwpck_require__) => {
__nccwpck_require__.d(__webpack_exports__, {
u: () => (WATCHDOG)
});
const WATCHDOG = '--watchdog';
})
});
var __webpack_module_cache__ = {};
function __nccwpck_require__(moduleId) {
var cachedModule = __webpack_module_cache__[moduleId];
if (cachedModule !== undefined) {
return cachedModule.exports;
}
var module = __webpack_module_cache__[moduleId] = {
id: moduleId,
loaded: false,
exports: {}
};
var threw = true;
try {
__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
threw = false;
}
finally {
if (threw)
delete __webpack_module_cache__[moduleId];
}
module.loaded = true;
return module.exports;
}
__nccwpck_require__.m = __webpack_modules__;
if (typeof __nccwpck_require__ !== 'undefined')
__nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
(() => {
var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
var resolveQueue = (queue) => {
if (queue && queue.d < 1) {
queue.d = 1;
queue.forEach((fn) => (fn.r--));
queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
}
};
var wrapDeps = (deps) => (deps.map((dep) => {
if (dep !== null && typeof dep === "object") {
if (dep[webpackQueues])
return dep;
if (dep.then) {
var queue = [];
queue.d = 0;
dep.then((r) => {
obj[webpackExports] = r;
resolveQueue(queue);
}, (e) => {
obj[webpackError] = e;
resolveQueue(queue);
});
var obj = {};
obj[webpackQueues] = (fn) => (fn(queue));
return obj;
}
}
var ret = {};
ret[webpackQueues] = x => { };
ret[webpackExports] = dep;
return ret;
}));
__nccwpck_require__.a = (module, body, hasAwait) => {
var queue;
hasAwait && ((queue = []).d = -1);
var depQueues = new Set();
var exports = module.exports;
var currentDeps;
var outerResolve;
var reject;
var promise = new Promise((resolve, rej) => {
reject = rej;
outerResolve = resolve;
});
promise[webpackExports] = exports;
promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => { }));
module.exports = promise;
body((deps) => {
currentDeps = wrapDeps(deps);
var fn;
var getResult = () => (currentDeps.map((d) => {
if (d[webpackError])
throw d[webpackError];
return d[webpackExports];
}));
var promise = new Promise((resolve) => {
fn = () => (resolve(getResult));
fn.r = 0;
var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
});
return fn.r ? promise : getResult();
}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
queue && queue.d < 0 && (queue.d = 0);
};
})();
(() => {
var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
var leafPrototypes;
__nccwpck_require__.t = function (value, mode) {
if (mode & 1)
value = this(value);
if (mode & 8)
return value;
if (typeof value === 'object' && value) {
if ((mode & 4) && value.__esModule)
return value;
if ((mode & 16) && typeof value.then === 'function')
return value;
}
var ns = Object.create(null);
__nccwpck_require__.r(ns);
var def = {};
leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
for (var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
}
def['default'] = () => (value);
__nccwpck_require__.d(ns, def);
return ns;
};
})();
(() => {
__nccwpck_require__.d = (exports, definition) => {
for (var key in definition) {
if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
}
}
};
})();
(() => {
__nccwpck_require__.f = {};
__nccwpck_require__.e = (chunkId) => {
return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
__nccwpck_require__.f[key](chunkId, promises);
return promises;
}, []));
};
})();
(() => {
__nccwpck_require__.u = (chunkId) => {
return "" + chunkId + ".index.js";
};
})();
(() => {
__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
})();
(() => {
__nccwpck_require__.r = (exports) => {
if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
}
Object.defineProperty(exports, '__esModule', { value: true });
};
})();
(() => {
__nccwpck_require__.nmd = (module) => {
module.paths = [];
if (!module.children)
module.children = [];
return module;
};
})();
(() => {
var installedChunks = {
8792: 0
};
var installChunk = (data) => {
var { ids, modules, runtime } = data;
var moduleId, chunkId, i = 0;
for (moduleId in modules) {
if (__nccwpck_require__.o(modules, moduleId)) {
__nccwpck_require__.m[moduleId] = modules[moduleId];
}
}
if (runtime)
runtime(__nccwpck_require__);
for (; i < ids.length; i++) {
chunkId = ids[i];
if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
installedChunks[chunkId][0]();
}
installedChunks[ids[i]] = 0;
}
};
__nccwpck_require__.f.j = (chunkId, promises) => {
var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
if (installedChunkData !== 0) {
if (installedChunkData) {
promises.push(installedChunkData[1]);
}
else {
if (true) {
var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
if (installedChunks[chunkId] !== 0)
installedChunks[chunkId] = undefined;
throw e;
});
var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))]);
promises.push(installedChunkData[1] = promise);
}
}
}
};
})();
var __webpack_exports__ = __nccwpck_require__(51296);
__webpack_exports__ = await __webpack_exports__;

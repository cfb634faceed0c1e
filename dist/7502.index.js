export const id = 7502;
export const ids = [7502];
export const modules = {
37502: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
keepCompiledCode: () => (keepCompiledCode)
});
var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98995);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
var _programs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22499);
function keepCompiledCode({ HOME, RUNNER_ENVIRONMENT }) {
if (RUNNER_ENVIRONMENT === 'github-hosted' || !HOME || !(0, _programs_js__WEBPACK_IMPORTED_MODULE_2__.UP)(process.cwd())(HOME))
return;
node_module__WEBPACK_IMPORTED_MODULE_0__.enableCompileCache((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.cache', 'deploy-monitoring'));
}
}),
23077: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (homeFolder)
});
var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
function homeFolder({ HOME }) {
if (HOME)
return HOME;
try {
return (0, node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
}
catch {
return undefined;
}
}
}),
22499: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Kp: () => (findProgram),
UP: () => (existsOutside),
zu: () => (trustedPath)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
var _home_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23077);
async function findProgram(name, places) {
const isOutside = outsideOf(places.workspaceRoot);
for (const folder of trustedFolders(places)) {
const file = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
const real = realOf(file);
if (real !== undefined && isOutside(real) && (await isProgram(file)))
return file;
}
return undefined;
}
function trustedPath(places) {
return trustedFolders(places).join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter);
}
function trustedFolders({ path = '', workspaceRoot }) {
const isTrusted = existsOutside(workspaceRoot);
return path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => !isOfPackages(folder) && isTrusted(folder));
}
function existsOutside(workspaceRoot) {
const isOutside = outsideOf(workspaceRoot);
return (folder) => {
const real = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder) ? realOf(folder) : undefined;
return real !== undefined && isOutside((0, node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder)) && isOutside(real);
};
}
const isOfPackages = (folder) => [folder, realOf(folder)].some((place) => place?.endsWith((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(node_path__WEBPACK_IMPORTED_MODULE_2__.sep, 'node_modules', '.bin')));
function outsideOf(workspaceRoot) {
const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => (0, node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(one));
const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]));
const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)]);
return (place) => roots.every((root) => !isInside(root, place));
}
function repositoriesAround(folder) {
const home = (0, _home_js__WEBPACK_IMPORTED_MODULE_3__.W)(process.env);
const [nearest, ...others] = upwards(folder).filter((one) => (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(one, '.git')));
return nearest === undefined
? []
: [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))];
}
const upwards = (folder) => (0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? [folder] : [folder, ...upwards((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))];
const isInside = (root, place) => (place + node_path__WEBPACK_IMPORTED_MODULE_2__.sep).startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
function realOf(path) {
try {
return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
}
catch {
return undefined;
}
}
async function isProgram(file) {
return (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK)
.then(() => (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file))
.then((found) => found.isFile())
.catch(() => false);
}
})
};

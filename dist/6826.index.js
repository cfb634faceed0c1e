export const id = 6826;
export const ids = [6826];
export const modules = {
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
16826: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
restartWithNewerNode: () => (restartWithNewerNode)
});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);
var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22499);
const NODE_FROM_NPM = '24.21.0';
const EXIT_WITHOUT_NODE = 2;
const FOR_NPM = /^(?:HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SystemRoot|TMPDIR|TEMP|TMP|XDG_\w+|NODE_EXTRA_CA_CERTS|(?:https?|no|all)_proxy|npm_config_(?!local_prefix$|package$|call$|workspaces?$)\w+)$/i;
async function restartWithNewerNode({ argv, env, version }) {
const say = (text) => process.stderr.write(`${text}\n`);
say(`deploy-monitoring needs Node 24, and this is ${version}: Node ${NODE_FROM_NPM} from npm is used.`);
try {
return await runAgain(await newerNode(env), argv, env);
}
catch (error) {
const last = String(error.stderr || error.message);
say(`It could not be installed: ${last.trim().split('\n').at(-1)}`);
say('Install Node 24 or newer (https://nodejs.org), and start the command again.');
return EXIT_WITHOUT_NODE;
}
}
async function newerNode(env) {
const places = { path: env.PATH, workspaceRoot: process.cwd() };
const npx = await (0, _programs_js__WEBPACK_IMPORTED_MODULE_5__.Kp)('npx', places);
if (npx === undefined)
throw new Error('npx is not on PATH.');
const system = process.platform === 'win32' ? 'win' : process.platform;
const program = `--package=node-${system}-${process.arch}@${NODE_FROM_NPM}`;
const folder = (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0, node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'deploy-monitoring-'));
try {
const inherited = Object.entries(env).filter(([name]) => FOR_NPM.test(name));
const { stdout } = await (0, node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(npx, ['--yes', '--loglevel=error', program, '--', 'node', '--print', 'process.execPath'], { cwd: folder, env: { ...Object.fromEntries(inherited), PATH: (0, _programs_js__WEBPACK_IMPORTED_MODULE_5__.zu)(places) } });
return stdout.trim();
}
finally {
(0, node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
}
}
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
function runAgain(node, argv, env) {
const child = (0, node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(node, argv, { env, stdio: 'inherit' });
for (const signal of FORWARDED)
process.on(signal, () => child.kill(signal));
return new Promise((resolve, reject) => {
child.once('error', reject);
child.once('exit', (code) => resolve(code ?? EXIT_WITHOUT_NODE));
});
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

export const id = 6826;
export const ids = [6826];
export const modules = {
16826: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
restartWithNewerNode: () => (restartWithNewerNode)
});
var __import_0__ = __webpack_require__(31421);
var __import_1__ = __webpack_require__(73024);
var __import_2__ = __webpack_require__(48161);
var __import_3__ = __webpack_require__(76760);
var __import_4__ = __webpack_require__(57975);
var __import_5__ = __webpack_require__(22499);
var __import_6__ = __webpack_require__(66149);
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
say(`It could not be installed: ${reasonIn(String(error.stderr || error.message))}`);
say('Install Node 24 or newer (https://nodejs.org), and start the command again.');
return EXIT_WITHOUT_NODE;
}
}
function reasonIn(output) {
const lines = output.trim().split('\n');
const isAside = /^npm error (?:code|errno|syscall|A complete log)\b|^npm error *$/;
return lines.find((line) => !isAside.test(line)) ?? lines[0] ?? '';
}
async function newerNode(env) {
const places = { path: env.PATH, workspaceRoot: process.cwd() };
const npx = (0, __import_5__.Kp)('npx', places);
if (npx === undefined)
throw new Error('npx is not on PATH.');
const system = process.platform === 'win32' ? 'win' : process.platform;
const program = `--package=node-${system}-${process.arch}@${NODE_FROM_NPM}`;
const folder = (0, __import_1__.mkdtempSync)((0, __import_3__.join)((0, __import_2__.tmpdir)(), 'deploy-monitoring-'));
try {
const inherited = Object.entries(env).filter(([name]) => FOR_NPM.test(name));
const { stdout } = await (0, __import_4__.promisify)(__import_0__.execFile)(npx, ['--yes', '--loglevel=error', program, '--', 'node', '--print', 'process.execPath'], { cwd: folder, env: { ...Object.fromEntries(inherited), PATH: (0, __import_5__.zu)(places) } });
return stdout.trim();
}
finally {
(0, __import_1__.rmSync)(folder, { recursive: true, force: true });
}
}
function runAgain(node, argv, env) {
const child = (0, __import_0__.spawn)(node, argv, { env, stdio: 'inherit' });
for (const signal of __import_6__.g)
process.on(signal, () => child.kill(signal));
return new Promise((resolve, reject) => {
child.once('error', reject);
child.once('exit', (code) => resolve(code ?? EXIT_WITHOUT_NODE));
});
}
}),
66149: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
g: () => (ENDING_SIGNALS)
});
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
})
};

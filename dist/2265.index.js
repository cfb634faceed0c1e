export const id = 2265;
export const ids = [2265];
export const modules = {
69547: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (flyctlEnvironment)
});
var _lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51260);
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|SSL_CERT_(?:FILE|DIR)|RUNNER_TRACKING_ID|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP']);
const TRACE_COLLECTOR = '255.255.255.255';
const QUIET = {
FLY_SEND_METRICS: '0',
FLY_NO_UPDATE_CHECK: '1',
FLY_NO_INCIDENTS_CHECK: '1',
FLY_SYNTHETICS_AGENT: '0',
};
function flyctlEnvironment(own, given) {
const env = { ...QUIET };
for (const [name, value] of Object.entries(own))
if (value !== undefined && PASSED.test(name) && !REFUSED.has(name))
env[name] = value;
return {
...env,
...proxiesOf(own),
FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
FLY_API_TOKEN: given.token,
FLY_CONFIG_DIR: given.configDir,
NO_COLOR: '1',
};
}
function proxiesOf(own) {
const proxies = (0, _lib_proxy_js__WEBPACK_IMPORTED_MODULE_0__.e)(own);
if (proxies.HTTP_PROXY === undefined)
return proxies;
return { ...proxies, NO_PROXY: [proxies.NO_PROXY, TRACE_COLLECTOR].filter(Boolean).join(',') };
}
}),
18889: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K1: () => (ending),
MC: () => (plainOutput),
kc: () => (errorText)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
function plainOutput(text) {
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Lx)(text).replace(/\r\n?/g, '\n');
}
const ENDING = 100_000;
const LINE = 2_000;
const ending = (text) => plainOutput(text.slice(-ENDING))
.split('\n')
.map((line) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Jj)(line, LINE))
.join('\n');
function errorText(stderr) {
const lines = ending(stderr).split('\n');
const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
[];
if (said === undefined)
return undefined;
const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, 300);
}
}),
83721: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (runValidator)
});
var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
const LIMIT_MS = 30_000;
const GRACE_MS = 500;
const BOUNDED = 'ulimit -c 0 2>/dev/null; ulimit -d 1048576 2>/dev/null; ulimit -t 30 2>/dev/null; exec "$0" "$@"';
async function runValidator({ binary, argv, until, signal, ...call }) {
signal.throwIfAborted();
const timeoutMs = Math.min(LIMIT_MS, until - Date.now());
if (timeoutMs <= 0)
return { kind: 'not-checked', why: 'The time was up.' };
const { runProcess } = await __webpack_require__.e(662).then(__webpack_require__.bind(__webpack_require__, 70662));
const run = runProcess({
...call,
binary: '/bin/sh',
argv: ['-c', BOUNDED, binary, ...argv],
timeoutMs,
signal,
});
const over = new AbortController();
const late = (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(timeoutMs + GRACE_MS, undefined, { signal: over.signal }).catch(() => undefined);
try {
const result = await Promise.race([run.catch(() => undefined), late]);
if (!result || result.stopped === 'deadline')
return { kind: 'not-checked', why: `It did not end within ${Math.ceil(timeoutMs / 1_000)} s.` };
if (result.exitCode === 0 && !result.stopped)
return { kind: 'fine' };
return result.exitCode === 1 && !result.stopped
? { kind: 'refused', output: result.output }
: { kind: 'not-checked', why: 'It ended without an answer, or needed too much memory or time.' };
}
finally {
over.abort();
}
}
}),
27175: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DQ: () => (isPipeline),
Eu: () => (pipelineDeploysIn),
Kh: () => (isScript),
U0: () => (withoutExpressions),
XJ: () => (scriptDeploysIn),
bd: () => (withoutDeploys),
ef: () => (dependsOnRun),
jR: () => (PIPELINE_FOLDERS),
qU: () => (deploysIn)
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
const dependsOnRun = (text) => text.includes('*');
const FLY_DEPLOY = /(?:^|[\s;&|("'])(?:[\w~.*-]*\/(?:[\w.*-]+\/)*)?(?:flyctl|fly)((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g;
const CONFIG_FLAG = /(?:^|\s)(?:--config|-c)(?:\s+|=)["']?([^\s"']+)/;
const APP_FLAG = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/;
const SWITCH = /^(?:-[hy]|--(?:build-only|buildkit|debug|detach|dns-checks|flycast|ha|help|https-failover|local-only|nixpacks|no-cache|no-public-ips|now|push|recreate-builder|remote-only|skip-release-command|smoke-checks|update-only|verbose|wg|yes))$/;
const OUTPUT = /(?:^|[\s;&|(])(?:echo|printf)[ \t][^\n;&|]*/g;
const withoutOutput = (script) => script.replace(OUTPUT, ' ');
const withoutDeploys = (script) => withoutOutput(script).replace(FLY_DEPLOY, ' ');
const MOVE = /(?<=^|[\s;&|(])cd[ \t]+["']?([^\s"';&|()]+)|[()]/g;
const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\b\}?/g;
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{?\w+\}?/g;
const SUBSTITUTION = /`[^`\n]*`|\$\([^()\n]*\)/g;
const withoutExpressions = (text) => text
.replace(/\\\r?\n/g, ' ')
.replace(WORKSPACE, '/')
.replace(SUBSTITUTION, (command) => {
if (/\bdeploy\b/.test(command))
return command;
return /git\s+rev-parse\s+--show-toplevel/.test(command) ? '/' : '*';
})
.replace(EXPRESSION, '*');
const MAX_COMMANDS = 50;
function deploysIn(text, folder) {
const script = withoutOutput(text);
return [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((found) => {
const [, flags = '', rest = ''] = found;
const given = `${flags} ${rest}`;
const argument = argumentOf(rest) ?? '.';
const from = resolve(folderAt(script.slice(0, found.index + 1), folder), argument);
const config = CONFIG_FLAG.exec(given)?.[1] ?? '.';
const isFile = /\.(?:toml|json|ya?ml)$/.test(config) || /[*\p{Co}]$/u.test(config);
const path = isFile ? config : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(config, 'fly.toml');
return {
folder: from,
config: argument === '*' ? `**${resolve('.', path)}` : resolve(from, path),
app: APP_FLAG.exec(given)?.[1],
};
});
}
function argumentOf(rest) {
const words = rest.split(/\s+/).filter((word) => word !== '');
const at = words.findIndex((word, i) => {
const before = words[i - 1] ?? '';
const isValue = before.startsWith('-') && !before.includes('=') && !SWITCH.test(before);
return !word.startsWith('-') && !isValue;
});
const folder = words[at]?.replace(/^["']|["')]+$/g, '');
return folder !== undefined && /^[\p{L}\p{N}\p{Co}_./*-]+$/u.test(folder) ? folder : undefined;
}
function folderAt(script, folder) {
const outer = [];
let [current, previous] = [resolve('.', folder), resolve('.', folder)];
for (const [token, target] of script.matchAll(MOVE)) {
if (token === '(')
outer.push(current);
else if (token === ')')
current = outer.pop() ?? current;
else if (target === '-')
[current, previous] = [previous, current];
else if (target !== undefined)
[current, previous] = [resolve(current, target), current];
}
return current;
}
const resolve = (folder, path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', folder, path).slice(1) || '.';
const PIPELINE = /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/;
const PIPELINE_FOLDERS = [
'.circleci',
'.woodpecker',
'.buildkite',
'.semaphore',
'.rwx',
];
const isPipeline = (path) => PIPELINE.test(path);
const MAX_LINE = 2000;
const pipelineDeploysIn = (file) => lineDeploysIn(file, '.');
const isScript = (path) => /(?:^|\/)(?:[\w.-]+\.(?:sh|bash)|(?:GNU)?[Mm]akefile|[Jj]ustfile|Taskfile\.ya?ml|package\.json)$/.test(path);
const scriptDeploysIn = (file) => lineDeploysIn(file, /\.(?:sh|bash)$/.test(file.file) ? '.' : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.file));
const lineDeploysIn = ({ file, text }, folder) => text.split('\n').flatMap((line, i) => /^\s*(?:#|\/\/)/.test(line) || line.length > MAX_LINE
? []
: deploysIn(withoutExpressions(line), folder).map((deploy) => ({
...deploy,
at: { file, line: i + 1, column: 1 },
job: '',
matrix: undefined,
onPush: true,
})));
}),
36489: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yz: () => (prometheusEvidence),
eQ: () => (isFlyConfiguration),
uZ: () => (flyModelOf)
});
var _formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84711);
var _formats_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94611);
const FLY_NAME = /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/;
const FLY_KEY = /^[ \t]*(?:app|primary_region)[ \t]*=/m;
const TABLE = /^[ \t]*\[/m;
const FLY_SECTION = /^[ \t]*\[\[?(?:http_service|services|processes|metrics|vm|mounts|checks)[\].]/m;
const FLY_ONLY_SECTION = /^[ \t]*\[http_service\]|^[ \t]*\[\[services\.ports\]\]/m;
const FLY_ONLY_KEY = /^[ \t]*internal_port[ \t]*=/m;
const isFlyConfiguration = (path, text) => FLY_NAME.test(path) ||
(FLY_KEY.test(text.split(TABLE, 1)[0] ?? '') && FLY_SECTION.test(text)) ||
(FLY_ONLY_SECTION.test(text) && FLY_ONLY_KEY.test(text));
const PROMETHEUS_IMAGE = /(?:^|[/-])prometheus(?=[:@]|$)/;
const PROMETHEUS_WORD = /^PROMETHEUS_RETENTION_(?:TIME|SIZE)$|--storage\.tsdb\./;
const PROMETHEUS_FILE = /^\/etc\/prometheus\/.+\.ya?ml$/;
const PROMETHEUS_PORT = 9090;
function prometheusEvidence(fly, { dockerfile, hasPrometheusConfig }) {
const image = fly.build?.text('image');
if (image && PROMETHEUS_IMAGE.test(image.value))
return { at: image.at, what: `the image ${image.value}` };
const mount = fly.mounts.map((one) => one.text('destination')).find((to) => to?.value === '/prometheus');
if (mount)
return { at: mount.at, what: 'the volume at /prometheus' };
const file = fly.files
.map((one) => one.text('guest_path'))
.find((path) => PROMETHEUS_FILE.test(path?.value ?? ''));
if (file)
return { at: file.at, what: `the file ${file.value}` };
const top = fly.app?.at ?? { line: 1, column: 1 };
const word = fly.words.find((one) => PROMETHEUS_WORD.test(one));
if (word !== undefined)
return { at: top, what: `the setting ${word}` };
const from = dockerfile === undefined ? undefined : prometheusStage(dockerfile);
if (from !== undefined)
return { at: fly.build?.at ?? top, what: `the Dockerfile, which is built from ${from}` };
const service = fly.services
.map((one) => one.number('internal_port'))
.find((port) => port?.value === PROMETHEUS_PORT);
const isNamed = /(?:^|-)prometheus(?:-|$)/.test(fly.app?.value ?? '') && !/exporter/.test(fly.app?.value ?? '');
if (!service || image || dockerfile !== undefined || !(isNamed || hasPrometheusConfig))
return undefined;
return {
at: service.at,
what: isNamed ? 'its name and port 9090' : 'port 9090 and the prometheus.yml next to it',
};
}
function prometheusStage({ from, instructions }) {
const copied = instructions
.filter(({ name, text }) => name === 'COPY' && /\/prometheus\b/.test(text))
.flatMap(({ words }) => words.flatMap((word) => /^--from=(.+)$/.exec(word)?.[1] ?? []));
return [from, ...copied].find((image) => PROMETHEUS_IMAGE.test(image));
}
function flyModelOf(text) {
const read = (0, _formats_toml_js__WEBPACK_IMPORTED_MODULE_0__.D)(text);
return read.ok ? (0, _formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__.T)(read.table) : undefined;
}
}),
48136: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I: () => (findSources)
});
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(61469);
var lib_workspace = __webpack_require__(40493);
var dockerfile = __webpack_require__(67481);
var glob = __webpack_require__(44321);
var deploy_commands = __webpack_require__(27175);
var fly_identity = __webpack_require__(36489);
;
const withNames = (workspace, paths) => paths.map((path) => ({ path, file: (0, lib_workspace.SH)(workspace, path) }));
;
async function flyFiles(search) {
const { workspace, paths, config, read, pace, hasRoom, deploys } = search;
const apps = Map.groupBy(config?.apps ?? [], (app) => (0, lib_workspace.SH)(workspace, app.config));
const named = [...apps.values()].flatMap(([app]) => app?.config ?? []);
const deployed = deploys.flatMap((command) => expand(command.config, workspace, paths));
const others = paths.filter((path) => path.endsWith('.toml'));
const found = [];
await pace.each(withNames(workspace, [...new Set([...named, ...deployed, ...others])]), ({ path }) => {
const isNamed = named.includes(path) || /(?:^|\/)fly\b[^/]*\.toml$/.test(path);
const file = path.endsWith('.toml') ? read(path, isNamed ? 'named' : 'found') : undefined;
if (!file || !(named.includes(path) || (0, fly_identity.eQ)(path, file.text)) || !hasRoom(file))
return;
const ours = apps.get(file.file) ?? [];
const app = ours.find(({ deploy }) => deploy) ?? ours.find((one) => one.app === nameIn(file));
const dockerfile = app && builtFrom(app, workspace);
const build = builtBy(file, dockerfile, search);
const role = app
? { app: app.app, role: 'app', ours: app.deploy }
: roleOf(file, { ...search, path, build });
const isBuilt = app?.deploy === true && app.image === undefined && dockerfile === undefined;
const absent = isBuilt ? absentDockerfile(file, workspace) : undefined;
found.push({ ...file, ...role, dockerfile, build, absent });
});
return found;
}
function expand(config, workspace, paths) {
const path = (0, lib_workspace.tc)(workspace, config);
if (!(0, deploy_commands.ef)(path))
return path.startsWith('..') ? [] : [path];
return paths.filter((one) => (0, glob.m)(path, one));
}
const nameIn = ({ text }) => /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? '';
function builtBy({ file, text }, named, { workspace, read }) {
const { own, isOther } = buildSection(text);
if (named === undefined && isOther)
return undefined;
const path = (0, lib_workspace.tc)(workspace, named ?? external_node_path_.posix.join(external_node_path_.posix.dirname(file), own ?? 'Dockerfile'));
return (0, lib_workspace.j6)(workspace, path) ? read(path, 'found') : undefined;
}
function buildSection(text) {
const section = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
return {
own: /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1],
isOther: /^\s*(?:image|builder|builtin)\s*=/m.test(section),
};
}
function absentDockerfile({ file, text }, workspace) {
const { own, isOther } = buildSection(text);
if (own === undefined || isOther || /^\w+:\/\//.test(own))
return undefined;
const path = external_node_path_.posix.join(external_node_path_.posix.dirname(file), own);
const inside = (0, lib_workspace.tc)(workspace, path);
return inside.startsWith('..') || (0, lib_workspace.j6)(workspace, inside) ? undefined : path;
}
function roleOf(file, { config, path, paths, build }) {
const own = nameIn(file);
const monitoring = config?.monitoring.app;
if (path === 'fly.monitoring.toml' || (own !== '' && own === monitoring))
return { app: monitoring ?? own, role: 'monitoring', ours: false };
const fly = (0, fly_identity.uZ)(file.text);
const beside = ['prometheus.yml', 'prometheus.yaml'].map((name) => external_node_path_.posix.join(external_node_path_.posix.dirname(path), name));
const neighbours = {
dockerfile: build && (0, dockerfile.n_)(build.text),
hasPrometheusConfig: beside.some((one) => paths.includes(one)),
};
return { app: own, role: fly && (0, fly_identity.Yz)(fly, neighbours) ? 'monitoring' : 'app', ours: false };
}
const builtFrom = ({ dockerfile, image }, workspace) => image === undefined && dockerfile !== undefined ? (0, lib_workspace.SH)(workspace, dockerfile) : undefined;
var recognise = __webpack_require__(7014);
var rule_files = __webpack_require__(44155);
var workflow_deploys = __webpack_require__(78655);
;
async function workflowFiles(workspace, { read, pace, hasRoom }) {
const folder = (0, lib_workspace.tc)(workspace, '.github/workflows');
if (!(0, lib_workspace.j6)(workspace, folder))
return { workflows: [], deploys: [] };
const paths = (0, lib_workspace.CS)(workspace, folder, '').filter((path) => /\.ya?ml$/.test(path));
const workflows = [];
const deploys = [];
await pace.each(withNames(workspace, paths), ({ path }) => {
const source = read(path, 'found');
if (!source || !(0, recognise.hx)(source.text) || !hasRoom(source))
return;
workflows.push(source);
deploys.push(...(0, workflow_deploys.ju)(source));
});
return { workflows, deploys };
}
;
const MAX_FOUND_BYTES = 2_000_000;
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
const MAX_KEPT_CHARACTERS = 100_000_000;
const NOT_SEARCHED = new Set([
'node_modules',
'vendor',
'target',
'dist',
'build',
'out',
'coverage',
'venv',
'__pycache__',
]);
async function findSources(workspace, { config, own, pace }) {
const problems = [];
const large = [];
let room = MAX_KEPT_CHARACTERS;
const context = {
config,
pace,
read: reader(workspace, { problems, large }),
hasRoom: ({ text: { length } }) => {
room -= length;
return room >= 0;
},
};
const { paths: all, incomplete, closed, } = (0, lib_workspace.Fv)(workspace, {
skips: (folder) => (folder.startsWith('.') && folder !== '.fly') || NOT_SEARCHED.has(folder),
maxFiles: MAX_FILES,
maxDepth: MAX_DEPTH,
});
const { workflows, deploys } = await workflowFiles(workspace, context);
const isNamed = (path) => path.endsWith('.toml') && workflows.some(({ text }) => names(text, path));
const paths = all.filter((path) => !(0, recognise.RN)(path) || isNamed((0, lib_workspace.SH)(workspace, path)));
const other = await yamls(workspace, paths, { ...context, own });
const sources = {
fly: await flyFiles({ ...context, workspace, paths, deploys }),
...other,
...(0, rule_files.$)(workspace, { config, read: context.read, found: other.rules }),
workflows,
deploys,
naming: await namingFiles(workspace, paths, context),
dashboards: dashboards(workspace, paths, context),
};
return { sources, problems, incomplete: incomplete || room < 0, closed, large };
}
const names = (text, file) => text.includes(file) || ((0, external_node_path_.dirname)(file) !== '.' && text.includes((0, external_node_path_.dirname)(file)));
async function yamls(workspace, paths, { own, read, pace, hasRoom }) {
const found = {
prometheus: [],
rules: [],
dataSources: [],
};
const candidates = withNames(workspace, paths).filter(({ file }) => /\.(?:ya?ml|rules)$/.test(file) && file !== own && !/^\.github\/workflows\/[^/]+$/.test(file));
await pace.each(candidates, ({ path }) => {
const source = read(path, 'found');
if (!source)
return;
const isPrometheus = (0, recognise.my)(source.text);
const isRules = (0, recognise.f2)(source.text);
const isDataSources = (0, recognise.OF)(source.text);
if ((!isPrometheus && !isRules && !isDataSources) || !hasRoom(source))
return;
if (isDataSources)
found.dataSources.push(source);
if (isPrometheus)
found.prometheus.push({ ...source, exists: existsRelativeTo(workspace, source) });
if (isRules)
found.rules.push(source);
});
return found;
}
async function namingFiles(workspace, paths, { read, pace, hasRoom }) {
const found = [];
await pace.each(withNames(workspace, paths.filter(recognise.sX)), ({ path }) => {
const source = read(path, 'found');
if (source && hasRoom(source))
found.push(source);
});
return found;
}
function reader(workspace, unread) {
const reported = new Set();
return (path, how) => {
try {
return (0, lib_workspace.yR)(workspace, path, limitOf(path, how));
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
if (!reported.has(path))
reportUnread((0, lib_workspace.SH)(workspace, path), how, { error, ...unread });
reported.add(path);
return undefined;
}
};
}
function limitOf(path, how) {
if (how === 'found')
return MAX_FOUND_BYTES;
return path.endsWith('.json') ? lib_workspace.Em : undefined;
}
function reportUnread(file, how, { error, problems, large }) {
const at = { file, line: 1, column: 1 };
for (const problem of error.problems)
if (how === 'named' || problem.code === 'file/outside')
problems.push({ ...problem, at });
else if (problem.code === 'file/too-large')
large.push(file);
}
const existsRelativeTo = (workspace, { file }) => (path) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, (0, external_node_path_.join)((0, external_node_path_.dirname)(file), path)));
function dashboards(workspace, paths, { config, read }) {
const own = new Set((config?.grafana.dashboards ?? []).flatMap((path) => (0, lib_workspace.CS)(workspace, path, '.json')));
const others = paths.filter((path) => path.endsWith('.json') &&
!own.has(path) &&
!/(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path));
return [
...withNames(workspace, [...own]).map(({ path, file }) => ({
file,
text: () => read(path, 'named')?.text,
})),
...withNames(workspace, others).map(({ path, file }) => ({
file,
found: true,
text: () => {
const text = read(path, 'found')?.text;
return text !== undefined && (0, recognise.uQ)(text) ? text : undefined;
},
})),
];
}
}),
78655: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B_: () => (stepsOf),
Fl: () => (scriptOf),
XJ: () => (triggersOf),
ju: () => (deployCommandsIn),
x1: () => (flyDeploysOf)
});
var _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68587);
var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69776);
var _deploy_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27175);
var _workflow_matrix_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83962);
function stepsOf(root) {
const jobs = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(root, 'jobs');
return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(job, 'steps')).map((step) => ({ step, job, name, root })));
}
function deployCommandsIn({ file, text }) {
const read = (0, _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__.g)(text);
if (!read.ok)
return [];
const root = read.tree;
const triggers = triggersOf(root);
const onPush = PUSHES.some((name) => triggers.has(name));
return stepsOf(root).flatMap((place) => [...flyDeploysOf(place), ...byScript(place)].map(({ at, ...deploy }) => ({
...deploy,
at: { file, ...at },
onPush,
})));
}
const PUSHES = ['push', 'workflow_run', 'workflow_call', 'release'];
function triggersOf(root) {
const on = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(root, 'on') ?? (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(root, 'true');
if (on?.kind === 'table')
return on.entries;
const names = on?.kind === 'list' ? on.items : on ? [on] : [];
return new Map(names.map((name) => [(0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)(name) ?? '', name]));
}
const FLYCTL_ACTION = /^superfly\/flyctl-actions@/;
const MAX_SCRIPT = 20_000;
function flyDeploysOf(place) {
const { step, job, name } = place;
const script = scriptOf(step);
const node = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'run') ?? (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'uses');
if (!node || !/\bfly(?:ctl)?\b/.test(script))
return [];
const variables = variablesOf(place);
const prepared = (text) => (0, _deploy_commands_js__WEBPACK_IMPORTED_MODULE_1__.U0)(withTokens(withVariables(text, variables)));
const found = (0, _deploy_commands_js__WEBPACK_IMPORTED_MODULE_1__.qU)(prepared(script.slice(0, MAX_SCRIPT)), prepared(stepFolder(place)));
if (found.length === 0)
return [];
const legs = (0, _workflow_matrix_js__WEBPACK_IMPORTED_MODULE_3__.x)(job);
const app = variables.get('FLY_APP');
const named = app === undefined ? undefined : prepared(app);
return found.flatMap((deploy) => {
const all = { ...deploy, app: deploy.app ?? named };
const [, matrix] = TOKEN.exec([all.folder, all.config, all.app].join(' ')) ?? [];
const forLeg = (leg) => ({
folder: filledIn(all.folder, leg),
config: filledIn(all.config, leg),
app: all.app === undefined ? undefined : filledIn(all.app, leg),
});
const filled = (matrix === undefined ? [new Map()] : legs).map(forLeg);
const distinct = new Map(filled.map((one) => [`${one.config} ${one.app}`, one]));
return [...distinct.values()].map((one) => ({
...one,
job: name,
matrix: matrix === undefined ? undefined : `matrix.${matrix}`,
at: node.at,
}));
});
}
function scriptOf(step) {
const args = FLYCTL_ACTION.test((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'uses')) ?? '')
? (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'with'), 'args'))
: undefined;
const script = args === undefined ? ((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'run')) ?? '') : `flyctl ${args}`;
return script.replace(/\\\r?\n/g, ' ');
}
function stepFolder({ step, job, root }) {
const defaults = (node) => (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(node, 'defaults'), 'run'), 'working-directory');
return (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.';
}
const variablesOf = ({ root, job, step }) => new Map([root, job, step].flatMap((node) => {
const env = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(node, 'env');
return env?.kind === 'table'
? [...env.entries].map(([key, value]) => [key, (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)(value) ?? ''])
: [];
}));
const withVariables = (text, variables) => text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}|\$\{?(\w+)\}?/g, (all, one, other) => variables.get(one ?? other) ?? all);
const TOKEN = /\uE000([\w.-]+)\uE001/;
const withTokens = (text) => text.replace(/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g, '\uE000$1\uE001');
const filledIn = (text, leg) => text.replace(new RegExp(TOKEN, 'g'), (_, name) => leg.get(name) ?? '*');
const DEPLOY_SCRIPT = /(?:^|[\n;&|(])[ \t]*(?!(?:(?:npx|bunx|pnpx)[ \t]+|(?:npm|pnpm|yarn)[ \t]+(?:dlx|exec)[ \t]+)*(?:@?(?:vercel|netlify|wrangler|cloudflare|supabase|firebase|convex|railway|heroku|render|kubectl|helm|docker|aws|sam|cdk|sls|serverless|gcloud|az|terraform|flyctl|fly|gh|git|curl|wget|cat|cp|mv|mkdir|ls|rm|test|grep|sed|export|if|while|for|cd)\b|\[))[\w.~/*-]+(?:[ \t][^\n;&|]{0,80}(?<![a-z])|(?<=\/))deploy(?!-with-monitoring|ment|ed|\.(?:json|ya?ml))/i;
const QUOTED = /(?<!-c[ \t]{0,4})'[^'\n]*'/g;
const withoutQuoted = (script) => script.replace(QUOTED, (word) => (/\s/.test(word) ? "''" : word));
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/;
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i;
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i;
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/;
function byScript({ step, job, name, root }) {
const action = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'uses');
const run = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'run');
const hasToken = (action ? [step] : [step, job, root]).some((node) => keysOf((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(node, 'env')).some((key) => FLY_TOKEN.test(key))) || keysOf((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(step, 'with')).some((key) => FLY_TOKEN_INPUT.test(key));
const isInstalled = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(job, 'steps')).some((one) => INSTALLS_FLYCTL.test((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(one, 'uses') ?? (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.Jt)(one, 'run')) ?? ''));
const isDeploy = action
? DEPLOY_ACTION.test((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)(action) ?? '')
: isInstalled &&
DEPLOY_SCRIPT.test(withoutQuoted((0, _deploy_commands_js__WEBPACK_IMPORTED_MODULE_1__.bd)(((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__.ws)(run) ?? '').slice(0, MAX_SCRIPT))));
const at = (action ?? run)?.at;
if (!at || !hasToken || !isDeploy)
return [];
return [{ at, job: name, matrix: undefined, folder: '.', config: '**', app: undefined }];
}
const keysOf = (node) => (node?.kind === 'table' ? [...node.entries.keys()] : []);
}),
83962: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
x: () => (matrixLegs)
});
var _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68587);
const MAX_LEGS = 256;
function matrixLegs(job) {
const matrix = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(job, 'strategy'), 'matrix');
if (matrix?.kind !== 'table')
return [new Map()];
const axes = [...matrix.entries].filter(([key, values]) => key !== 'include' && key !== 'exclude' && (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ld)(values).length > 0);
const product = axes.reduce((legs, [key, values]) => legs.flatMap((leg) => legs.length > MAX_LEGS
? leg
: (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ld)(values)
.slice(0, MAX_LEGS)
.map((one) => new Map([...leg, ...valuesOf(one, key)]))), [new Map()]);
const excluded = tablesIn(matrix, 'exclude');
const kept = product.filter((leg) => !excluded.some((one) => one.size > 0 && contains(leg, one)));
return included(axes.length === 0 ? [] : kept, tablesIn(matrix, 'include'), new Set(axes.map(([key]) => key)));
}
const tablesIn = (matrix, key) => (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(matrix, key)).map((one) => valuesOf(one, ''));
function included(legs, extras, axes) {
let extended = legs.slice(0, MAX_LEGS);
const further = [];
for (const extra of extras.slice(0, MAX_LEGS)) {
const own = new Map([...extra].filter(([key]) => axes.has(key.split('.')[0] ?? '')));
if (!extended.some((leg) => contains(leg, own)))
further.push(extra);
else
extended = extended.map((leg) => (contains(leg, own) ? new Map([...leg, ...extra]) : leg));
}
const all = [...extended, ...further].slice(0, MAX_LEGS);
return all.length === 0 ? [new Map()] : all;
}
const contains = (leg, part) => [...part].every(([key, value]) => leg.get(key) === value);
function valuesOf(node, name) {
if (node.kind !== 'table')
return new Map([[name, (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ws)(node) ?? '']]);
return new Map([...node.entries].flatMap(([key, value]) => [...valuesOf(value, name === '' ? key : `${name}.${key}`)]));
}
}),
32391: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (withInitMark),
L: () => (initMarkOf)
});
const MARK = /^# Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\]$/m;
function withInitMark(text, source) {
const comment = source === undefined
? '# Written by deploy-monitoring init: it is yours to change.'
: `# Written by deploy-monitoring init from ${source}; change that file and run init again.`;
const lines = text.split('\n');
const at = text.startsWith('#!') ? 1 : 0;
const marked = [...lines.slice(0, at), `${comment} [${BLANK}]`, ...lines.slice(at)].join('\n');
return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`);
}
function initMarkOf(text) {
const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups;
if (!found?.digest)
return undefined;
return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest };
}
const BLANK = '0'.repeat(16);
const MAX_HEAD = 500;
function digestOf(text) {
const { hash } = process.getBuiltinModule('node:crypto');
return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}
}),
83052: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Hi: () => (RENDERED_PATHS),
L_: () => (FLY_TOML_PATH),
MU: () => (RULES_PATH),
Ny: () => (ALERTMANAGER_FOLDER),
VM: () => (PROMETHEUS_PATH)
});
const PROMETHEUS_PATH = 'monitoring/prometheus-fly.yml';
const RULES_PATH = 'monitoring/rules.yml';
const FLY_TOML_PATH = 'fly.monitoring.toml';
const ALERTMANAGER_FOLDER = 'monitoring';
const RENDERED_PATHS = [
PROMETHEUS_PATH,
RULES_PATH,
FLY_TOML_PATH,
...['alertmanager.yml', 'messages.tmpl', 'amtool.yml'].map((name) => `${ALERTMANAGER_FOLDER}/${name}`),
];
}),
44321: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (globMatches)
});
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g;
function globMatches(glob, path) {
let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0);
for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
const before = ends;
const repeats = token.startsWith('*');
const accepts = acceptedBy(token);
ends = [];
for (const [i, ended] of before.entries()) {
const started = (repeats ? ends : before)[i - 1] ?? false;
ends.push(((repeats || optional !== undefined) && ended) || (started && accepts(path.charAt(i - 1))));
}
if (!ends.includes(true))
return false;
}
return ends.at(-1) === true;
}
function acceptedBy(token) {
if (token.startsWith('**') || token.startsWith('['))
return () => true;
if (token === '*')
return (character) => character !== '/';
const own = token.replace(/^\\(?=.)/s, '');
return (character) => character === own;
}
}),
16927: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
M: () => (checkWorkspace)
});
var configuration = __webpack_require__(36303);
var rule_files = __webpack_require__(44155);
var config_sources = __webpack_require__(48136);
var lib_text = __webpack_require__(94869);
var lib_workspace = __webpack_require__(40493);
var lint = __webpack_require__(4891);
var manual_mark = __webpack_require__(32391);
var paths = __webpack_require__(83052);
var documentation = __webpack_require__(25478);
;
const entries_configuration = (path) => ({
path: 'monitoring.yml',
text: `monitoring: { app: mon }
apps:
  - { app: chat, config: ${path} }
services:
  - { name: web, app: chat, port: 9090 }
`,
});
const fileMissing = {
code: 'file/missing',
severity: 'error',
what: 'A file that the configuration names does not exist.',
why: 'The deploy needs it.',
bad: entries_configuration('▸chat/fly.toml'),
good: entries_configuration('fly.toml'),
};
const fileDrift = {
code: 'file/drift',
severity: 'warning',
what: 'A file that `init` made from the configuration no longer matches it.',
why: 'A deploy by hand uses the file, the action uses the configuration.',
};
const fileEntries = [
fileMissing,
{
code: 'file/unreadable',
severity: 'error',
what: 'A file is not UTF-8 text, or cannot be read.',
why: 'It was not checked.',
},
{
code: 'file/outside',
severity: 'error',
what: 'A file is a link that leads out of the workspace.',
why: 'It is not read: otherwise a pull request could show any file of the runner.',
},
{
code: 'file/too-large',
severity: 'error',
what: 'A file is larger than any file of its kind.',
why: 'It is not read: it is probably a file of another kind.',
},
{
code: 'file/not-checked',
severity: 'error',
what: 'The check of a file takes longer than 5 s, or the run reached its `timeout` first.',
why: 'The check was stopped, or did not start. A file that was not checked does not count as valid.',
},
fileDrift,
];
var rule = __webpack_require__(25796);
;
async function findDrift(config, source, { read, ownRules }) {
const rendered = paths.Hi.flatMap((path) => {
const found = read(path);
const mark = found && (0, manual_mark.L)(found.text);
return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : [];
});
if (rendered.length === 0)
return [];
const { renderedFiles } = await Promise.all([__webpack_require__.e(3292), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(7247)]).then(__webpack_require__.bind(__webpack_require__, 27247));
const expected = new Map(renderedFiles(config, source, ownRules()).map(({ path, text }) => [path, text]));
return rendered.flatMap(({ path, file, text, mark }) => {
const [is, should] = [text.replaceAll('\r\n', '\n'), expected.get(path) ?? ''];
if (is === should)
return [];
const at = { file, line: firstDifference(is, should), column: 1 };
return [(0, rule.YK)(fileDrift, at, ...describeDrift(mark.changed, source))];
});
}
function describeDrift(changed, source) {
return changed
? [
`This file was changed by hand and does not match ${source}.`,
`A deploy by hand would use it, the action would not. Move the change to ${source}, then run \`${documentation.vl} init --force\`.`,
]
: [
`This file was made from ${source} and no longer matches it.`,
`Run \`${documentation.vl} init\` and commit the result.`,
];
}
function firstDifference(text, expected) {
const lines = text.split('\n');
const others = expected.split('\n');
const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'));
return at === -1 ? Math.min(lines.length, others.length) : at + 1;
}
var build_lint = __webpack_require__(36732);
var order = __webpack_require__(26064);
var subject = __webpack_require__(11805);
var recorded = __webpack_require__(86234);
var load = __webpack_require__(35235);
;
function missingFiles(workspace, config, own) {
const named = [...ofApps(config), ...ofGrafana(config), ...ofAlerts(config)].filter(({ file }) => !(0, lib_workspace.j6)(workspace, file));
const places = own && (0, load._C)(own);
const hint = own
? 'Create the file, or correct the configuration.'
: `Without a configuration file the preset applies. Run \`${documentation.vl} init\`, or write a monitoring.yml.`;
return named.map(({ file, place, why }) => (0, rule.YK)(fileMissing, places?.(place), `${(0, lib_workspace.SH)(workspace, file)} does not exist: ${why}.`, hint));
}
const namedFiles = (workspace, config) => [
...new Set([
...ofApps(config).map(({ file }) => file),
...ofGrafana(config).flatMap(({ file }) => (0, lib_workspace.CS)(workspace, file, '.json')),
...(0, rule_files.z)(workspace, config).rules,
].map((file) => (0, lib_workspace.SH)(workspace, file))),
];
function ofApps({ apps }) {
return apps.flatMap(({ app, config, dockerfile, image, deploy }, i) => {
if (!deploy)
return [];
const why = `app ${app} is deployed with it`;
const built = image === undefined && dockerfile !== undefined;
return [
{ file: config, place: ['apps', i, 'config'], why },
...(built ? [{ file: dockerfile, place: ['apps', i, 'dockerfile'], why }] : []),
];
});
}
const ofAlerts = ({ alerts }) => alerts.rules.map((file, i) => ({
file,
place: ['alerts', 'rules', i],
why: '`alerts.rules` names it',
}));
const ofGrafana = ({ grafana }) => (grafana.dashboards ?? []).map((file, i) => ({
file,
place: ['grafana', 'dashboards', i],
why: '`grafana.dashboards` names it',
}));
var deploy_commands = __webpack_require__(27175);
var diagnostic_codes = __webpack_require__(24480);
var posix_ = __webpack_require__(53916);
var glob = __webpack_require__(44321);
;
const MAX_WORD = 200;
const MAX_WORDS = 20_000;
function deployedFiles(sources, { named, apps }) {
const deployed = new Set([...named, ...sources.workflows.map(({ file }) => file)]);
for (const { file, app } of sources.fly)
if (apps.includes(app))
deployed.add(file);
const inWorkflows = new Set(namesIn(sources.workflows));
for (const { file } of sources.fly)
if (inWorkflows.has(file))
deployed.add(file);
const words = [...inWorkflows, ...namesIn(sources.naming)];
const add = (found, by) => {
for (const { file } of found)
if (by.some((word) => isNamedBy(file, word)))
deployed.add(file);
};
const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)));
add(sources.prometheus, [...words, ...inFly]);
const patterns = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)));
add(sources.rules, [...words, ...inFly, ...patterns]);
return deployed;
}
function namesIn(files) {
const found = new Set();
for (const { file, text } of files)
for (const word of wordsOf(text)) {
for (const path of [(0, posix_.join)((0, posix_.dirname)(file), word), (0, posix_.join)(word)])
if (!/^(?:\.|\/)/.test(path))
found.add(path.replace(/\/$/, ''));
if (found.size > MAX_WORDS)
return [...found];
}
return [...found];
}
const wordsOf = (text) => text.split('\n').flatMap((line) => {
const isCopied = /^\s*(?:COPY|ADD)\s/i.test(line);
return line
.split(/[^\w.*?@/-]+/)
.filter((word) => word.length <= MAX_WORD && !word.includes('**') && (isCopied || /[./]/.test(word)));
});
const isNamedBy = (file, path) => file === path || file.startsWith(`${path}/`) || (/[*?]/.test(path) && (0, glob.m)(path, file));
;
async function deployedBy(sources, { config, named, apps: configured, pace }) {
const configs = sources.deploys.flatMap(({ app, config: path }) => (0, deploy_commands.ef)(`${app} ${path}`) ? [] : path);
const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : [];
const about = { what: 'which files are deployed' };
const known = new Set([...named, ...configured, ...configs]);
const names = configured.length > 0 ? (config?.apps.map(({ app }) => app) ?? []) : [];
const others = sources.fly.filter(({ file, app }) => names.includes(app) && !known.has(file));
return {
files: await pace.on(about, new Set(), () => deployedFiles(sources, { named: [...named, ...configs], apps })),
replaced: new Set(others.map(({ file }) => file)),
};
}
function relationTo(sources, { named, deployed }) {
const all = [sources.fly, sources.prometheus, sources.rules, sources.dashboards].flat();
const others = new Set(all.map(({ file }) => file).filter((file) => !deployed.files.has(file)));
return (problems) => problems.flatMap((one) => {
const file = one.at?.file ?? '';
if (UNRELATED.includes(one.code) && !named.includes(file))
return [];
if (deployed.replaced.has(file))
return [];
if (!others.has(file))
return [one];
return (0, diagnostic_codes.nb)(one.code) ? [] : [{ ...one, severity: 'warning' }];
});
}
const UNRELATED = ['dashboard/unrelated', 'rules/unrelated'];
function aboutOthers(problems, named) {
const files = problems.flatMap(({ code, at }) => at && !named.includes(at.file) && UNRELATED.includes(code) ? [at.file] : []);
if (files.length === 0)
return [];
const why = `No service declares any metric of them, so that they were not compared with the configuration: ${(0, lib_text.H$)(files)}.`;
return [{ part: 'Queries about other programs', why, set: 'their metrics under `metrics` of a service' }];
}
var silence = __webpack_require__(15806);
;
async function checkWorkspace(input) {
const { workspace, pace, validators } = input;
const read = await pace.on(nameOf(input), NOT_READ, () => lintConfig(input));
const { config, file } = read;
const search = { config, own: file, pace };
const { sources, problems: unreadable, ...unread } = await (0, config_sources.I)(workspace, search);
const named = config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [];
const { problems: found, dashboards } = await (0, build_lint.K)(sources, {
config,
assumed: file === undefined || input.isDraft === true,
recorded: async () => (config ? (0, recorded._$)(config, input.remoteWrite) : []),
ownRules: async () => (config ? (0, recorded._m)(config, input.remoteWrite) : recorded.p8),
prometheus: (0, subject.S2)(config, () => false),
inputs: input.inputs,
files: named,
pace,
});
const contract = config && read.text ? await (0, lint.Yq)(config, read.text, { ...input, sources }) : [];
const drift = config && file !== undefined ? await driftOf(input, config) : [];
const own = [...read.problems, ...contract, ...found, ...unreadable, ...drift];
const apps = file === undefined ? [] : (config?.apps ?? []).map((app) => (0, lib_workspace.SH)(workspace, app.config));
const deployed = await deployedBy(sources, { config, named, apps, pace });
const relate = relationTo(sources, { named, deployed });
const theirs = [...(await validated(sources, own, input)), ...(await tested(sources, own, input))];
const at = file === undefined ? undefined : { file, line: 1, column: 1 };
const problems = (0, silence.R5)(relate([...own, ...theirs]), config?.lint.ignore ?? [], at);
return {
problems: (0, order.m)((0, order.V)([...problems, ...pace.problems()])),
config,
checked: {
configuration: file === undefined ? 0 : 1,
'Fly configurations': sources.fly.length,
'Prometheus configurations': sources.prometheus.length,
'rule files': sources.rules.length,
...(sources.ruleTests.length > 0 && { 'rule tests': sources.ruleTests.length }),
dashboards,
workflows: sources.workflows.length,
},
skipped: [...validators.skipped(), ...skips(unread), ...aboutOthers(own, named)],
};
}
const nameOf = ({ workspace, config }) => ({
file: (0, lib_workspace.SH)(workspace, config.path),
});
function skips({ incomplete, closed, large, }) {
const set = 'name them in `grafana.dashboards` if they are dashboards, else nothing';
return [
...(incomplete
? [
{
part: 'Some files',
why: 'There are too many files to read all of them.',
set: 'working-directory',
},
]
: []),
...(closed.length > 0
? [{ part: 'Some folders', why: `${(0, lib_text.H$)(closed)} cannot be listed.`, set: 'permission to read them' }]
: []),
...(large.length > 0
? [
{
part: 'Large files',
why: `Larger than 2 MB and not named in the configuration: ${(0, lib_text.H$)(large)}.`,
set,
},
]
: []),
];
}
function driftOf({ workspace, config: { path } }, config) {
return findDrift(config, path, {
ownRules: () => (0, rule_files.z)(workspace, config).rules,
read: (file) => {
try {
return (0, lib_workspace.yR)(workspace, file);
}
catch {
return undefined;
}
},
});
}
function lintConfig(input) {
const read = readConfig(input);
const { config, text, problems } = read;
if (!config)
return read;
const missing = missingFiles(input.workspace, config, text);
const found = text ? (0, lint.CD)(config, text) : [];
return { ...read, problems: [...problems, ...missing, ...found] };
}
const NOT_READ = { config: undefined, file: undefined, problems: [] };
function readConfig(input) {
const { config, source, problems } = (0, configuration.TD)(input.workspace, input);
const file = source?.file ?? problems.find(({ at }) => at)?.at?.file;
return { config, file, ...(source && { text: source }), problems };
}
async function tested({ ruleTests, deployedRules }, own, { validators }) {
if (ruleTests.length === 0)
return [];
const { prepareTest } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 56208));
const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
const found = [];
for (const source of ruleTests) {
const { rules, problems } = prepareTest(source, deployedRules);
found.push(...problems);
const isRunnable = problems.length === 0 && !deployedRules.some(({ file }) => wrong.has(file));
if (isRunnable)
found.push(...(await validators.test(source, rules)));
}
return found;
}
async function validated(sources, own, { validators, pace }) {
const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
const found = [];
for (const kind of ['prometheus', 'rules', 'fly'])
for (const source of sources[kind])
if (!wrong.has(source.file)) {
const theirs = await validators.check(kind, source);
if (theirs.length > 0)
found.push(...(await pace.on(source, [], () => (0, silence.df)(theirs, source.text, source.file))));
}
const reported = new Set(own.map(same));
return found.filter((problem) => !reported.has(same(problem)));
}
const same = ({ code, at, message }) => `${code} ${at?.file} ${message}`;
}),
88068: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jn: () => (promtoolDiagnostics),
Jq: () => (flyctlDiagnostics),
RX: () => (withoutUnknownKeys),
j0: () => (hasUnknownKeys)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3295);
var _fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98026);
var _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51021);
var _rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25796);
const promtoolDiagnostics = (output, file) => refusals(promtoolLines(output), file, {
entry: _prometheus_promtool_js__WEBPACK_IMPORTED_MODULE_3__.u,
program: 'promtool',
hint: 'Correct the file: Prometheus does not load it.',
});
const flyctlDiagnostics = (output, file) => [
...refusals(flyLines(output), file, {
entry: _fly_syntax_js__WEBPACK_IMPORTED_MODULE_1__.G,
program: 'flyctl',
hint: 'Correct the file: the deploy would fail.',
}),
...unknownKeys(output, file),
];
const refusals = (lines, file, { entry, program, hint }) => lines.map(({ message, line, column }) => {
const at = { file, line: line ?? 1, column: column ?? 1 };
return (0, _rule_js__WEBPACK_IMPORTED_MODULE_4__.YK)(entry, at, `${program} refuses it: ${message}`, hint);
});
const READ_CHARACTERS = 100_000;
const linesOf = (output) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.Jj)(output, READ_CHARACTERS).split('\n');
function promtoolLines(output) {
const failed = linesOf(output).filter((line) => FAILED.test(line) && !NO_FAILURE.test(line));
const said = failed.flatMap((line) => {
const message = (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
const text = message.slice(place?.[0].length ?? 0);
return text === ''
? []
: [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
});
return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
const UNKNOWN_KEY = /field \S+ not found in type/;
const hasUnknownKeys = (output) => UNKNOWN_KEY.test(output);
const withoutUnknownKeys = (output) => output
.split('\n')
.filter((line) => !UNKNOWN_KEY.test(line))
.join('\n');
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
function flyLines(output) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const found = lines
.slice(0, strict < 0 ? undefined : strict)
.filter((line) => line !== '' && !NO_FINDING.test(line));
return found.slice(0, 10).map((line) => {
const row = /\brow (\d+) column (\d+)/.exec(line);
return {
message: (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(line.replace(/^Error: /, ''), 300),
...(row && { line: Number(row[1]), column: Number(row[2]) }),
};
});
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/;
function unknownKeys(output, file) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
const at = { file, line: 1, column: 1 };
return keys.map((key) => (0, _rule_js__WEBPACK_IMPORTED_MODULE_4__.YK)(_fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__.a, at, ...(0, _fly_unknown_key_js__WEBPACK_IMPORTED_MODULE_2__.J)(key.replace(/\[\d+\]/g, ''), [])));
}
}),
51021: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (promtoolRefuses)
});
const promtoolRefuses = {
code: 'prometheus/promtool',
severity: 'error',
what: '`promtool` refuses a Prometheus configuration or a rule file.',
why: 'Prometheus would refuse it too. Without promtool on `PATH` this is not checked, and the plan says so.',
};
}),
56208: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
o: () => (testFailures),
prepareTest: () => (prepareTest),
w: () => (testFailed)
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
var _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68587);
var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69776);
var _lib_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51328);
var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94869);
var _rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25796);
var _yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55523);
const testFailed = {
code: 'rules/test-failed',
severity: 'error',
what: 'A unit test of rules fails, or cannot be run.',
why: 'A rule does not fire when it should, or fires when it should not.',
};
function prepareTest({ file, text }, deployed) {
const read = (0, _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__.g)(text);
if (!read.ok)
return { rules: new Map(), problems: [(0, _yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__.Zp)(file, read)] };
const named = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.Jt)(read.tree, 'rule_files');
const rules = new Map();
const problems = [];
const fail = (at, message, hint) => problems.push((0, _rule_js__WEBPACK_IMPORTED_MODULE_5__.YK)(testFailed, { file, line: at.line, column: at.column }, message, hint));
if ((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.Jt)(read.tree, 'tests')).length === 0)
fail(read.tree.at, 'This file has no `tests`.', 'Add tests in the format of `promtool test rules`, or rename the file: a name that ends in _test.yml is a test.');
if ((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.ld)(named).length === 0)
fail((named ?? read.tree).at, 'This test does not name a rule file.', 'List the files to test under `rule_files`.');
for (const one of (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.ld)(named)) {
const path = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__.ws)(one) ?? '';
const source = deployed.find((rule) => rule.file === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join((0, node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), path));
if (source && !path.startsWith('/'))
rules.set(path, source.text);
else
fail(one.at, `The rule file ${(0, _lib_quote_js__WEBPACK_IMPORTED_MODULE_6__.T)(path)} is not one that \`alerts.rules\` names.`, 'Name it relative to this file, and list it in `alerts.rules` of the configuration.');
}
return { rules, problems };
}
function testFailures(output, { file, text }) {
const lines = text.split('\n');
const failures = output
.split(/^(?= {4}(?:alertname:|expr:)|.*(?:err|error):)/m)
.filter((part) => /alertname:|expr:|err(?:or)?:|got:/.test(part));
const parts = failures.length > 0 ? failures : [output];
return parts.map((part) => {
const name = /alertname: ?([^,\s]+)/.exec(part)?.[1] ?? /expr: ?"([^"]+)"/.exec(part)?.[1];
const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(name));
const at = { file, line: index + 1 || 1, column: (lines[index]?.search(/\S/) ?? 0) + 1 };
return (0, _rule_js__WEBPACK_IMPORTED_MODULE_5__.YK)(testFailed, at, `The test fails: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.Jj)((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_2__.TN)(part, 1_000), 600)}`, 'Correct the rule or the test: `promtool test rules` shows the same.');
});
}
}),
55523: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Zp: () => (invalidYaml)
});
var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25796);
const rules = (summary) => `groups:
- name: targets
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    labels: { severity: page }
    annotations:
      summary: ${summary}
`;
const yamlSyntax = {
code: 'yaml/syntax',
severity: 'error',
what: 'A file is not valid YAML, or its aliases expand to more than 200,000 values.',
why: 'Prometheus and GitHub cannot read it either.',
bad: {
path: 'prometheus.yml',
text: `scrape_configs:
- job_name: "a
▸`,
},
good: {
path: 'prometheus.yml',
text: `scrape_configs:
- job_name: "a"
`,
},
};
const yamlIndentation = {
code: 'yaml/indentation',
severity: 'warning',
what: 'A quoted text is not closed, or continues at the indentation of its key.',
why: 'Prometheus accepts the indentation, YAML 1.2 does not. The file was not checked any further.',
bad: {
path: 'rules.yml',
text: rules('▸"The target is\n      down."'),
},
good: {
path: 'rules.yml',
text: rules('"The target is\n        down."'),
},
};
const yamlEntries = [yamlSyntax, yamlIndentation];
const invalidYaml = (file, { at, message, hint, isUnsure }) => (0, _rule_js__WEBPACK_IMPORTED_MODULE_0__.YK)(isUnsure ? yamlIndentation : yamlSyntax, { file, ...at }, message, hint);
}),
93827: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (findValidators)
});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
var _clients_flyctl_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69547);
var _clients_flyctl_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18889);
var _clients_validator_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83721);
var _lib_programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22499);
var _lib_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94869);
var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49773);
var _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88068);
var _lint_rules_unit_tests_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56208);
var _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19149);
async function findValidators(options) {
const [promtool, flyctl] = await Promise.all(['promtool', 'flyctl'].map((name) => (0, _lib_programs_js__WEBPACK_IMPORTED_MODULE_5__.Kp)(name, { path: options.env.PATH, workspaceRoot: options.workspaceRoot })));
const { skip, skips } = createSkips();
const untested = [];
return {
skipped: () => [
...(promtool ? [] : [NO_PROMTOOL]),
...(untested.length > 0 ? [notTested(untested)] : []),
...(flyctl ? [] : [NO_FLYCTL]),
...skips(),
],
async test(source, rules) {
const answer = promtool ? await runTest(promtool, { source, rules }, options) : undefined;
if (answer?.kind === 'refused')
return (0, _lint_rules_unit_tests_js__WEBPACK_IMPORTED_MODULE_9__.o)((0, _clients_flyctl_output_js__WEBPACK_IMPORTED_MODULE_3__.MC)(answer.output), source);
if (answer?.kind !== 'fine')
untested.push(source.file);
return [];
},
async check(kind, { file, text }) {
const program = kind === 'fly' ? flyctl : promtool;
if (!program)
return [];
const input = kind === 'fly' ? await forFlyctl(text) : { text, left: [] };
if (!input) {
skip(kind, file, 'It could not be read in time, or is not valid TOML.');
return [];
}
if (input.left.length > 0)
skip(kind, file, `Checked without \`${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_6__.p_)(input.left)}\`: flyctl would open the files that these keys name.`);
const answer = await ask(program, { kind, text: input.text }, options);
if (answer.kind === 'not-checked')
skip(kind, file, answer.why);
if (answer.kind !== 'refused')
return [];
const { output } = answer;
if (kind === 'fly')
return (0, _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__.Jq)(output, file);
if (!(0, _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__.j0)(output) || (await majorOf(program, options)) >= _model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_10__.M.major)
return (0, _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__.Jn)(output, file);
const why = `It is older than Prometheus ${_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_10__.M.major}, and may not know keys that are right.`;
skip(kind, file, why, `promtool of Prometheus ${_model_prometheus_version_js__WEBPACK_IMPORTED_MODULE_10__.M.major} on PATH`);
return (0, _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__.Jn)((0, _lint_program_output_js__WEBPACK_IMPORTED_MODULE_8__.RX)(output), file);
},
};
}
function createSkips() {
const skipped = new Map();
return {
skip(kind, file, why, set = CHECKED_BY[kind]) {
const name = NAMES[kind];
const known = skipped.get(`${name} ${why}`);
if (known)
known.files.push(file);
else
skipped.set(`${name} ${why}`, { part: name, why, set, files: [file] });
},
skips: () => [...skipped.values()].map(({ files, part, ...rest }) => ({ part: `${part}: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_6__.H$)(files)}`, ...rest })),
};
}
const NO_PROMTOOL = {
part: 'promtool',
why: 'It is not on PATH: whether Prometheus accepts rule files and Prometheus configurations was not checked.',
set: 'promtool on PATH',
};
const notTested = (files) => ({
part: `promtool test rules: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_6__.H$)(files)}`,
why: 'promtool is not on PATH, or did not end: these unit tests of rules were not run.',
set: 'promtool on PATH',
});
const NO_FLYCTL = {
part: 'flyctl config validate',
why: 'flyctl is not on PATH: what it refuses is reported by the deploy, which asks it before it changes anything.',
set: 'flyctl on PATH',
};
const NAMES = {
prometheus: 'promtool',
rules: 'promtool',
fly: 'flyctl config validate',
};
const CHECKED_BY = {
prometheus: 'nothing: run "promtool check config" yourself',
rules: 'nothing: run "promtool check rules" yourself',
fly: 'nothing: a deploy checks it',
};
const ARGUMENTS = {
prometheus: (name) => ['check', 'config', '--syntax-only', name],
rules: (name) => ['check', 'rules', '--lint=none', name],
fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
};
const WRITING_MS = 5_000;
async function forFlyctl(text) {
const { withoutFiles } = await Promise.all([__webpack_require__.e(3292), __webpack_require__.e(1588)]).then(__webpack_require__.bind(__webpack_require__, 91588));
const written = (0, _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_7__.u)(WRITING_MS, () => withoutFiles(text));
return written.done ? written.value : undefined;
}
async function ask(binary, { kind, text }, { env, scratch, until, signal }) {
const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`;
const folder = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'check-'));
try {
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), text);
const own = (0, _clients_flyctl_environment_js__WEBPACK_IMPORTED_MODULE_2__.m)({ PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` }, { token: 'none', configDir: folder });
const answer = await (0, _clients_validator_process_js__WEBPACK_IMPORTED_MODULE_4__.W)({
binary,
argv: ARGUMENTS[kind](name),
env: own,
cwd: folder,
until,
signal,
});
if (answer.kind !== 'refused')
return answer;
const output = (0, _clients_flyctl_output_js__WEBPACK_IMPORTED_MODULE_3__.MC)(answer.output);
return output.includes(NOWHERE)
? { kind: 'not-checked', why: 'It contacts Fly before it reads the file.' }
: { kind: 'refused', output };
}
finally {
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}
}
async function runTest(binary, { source, rules }, { env, scratch, until, signal }) {
const folder = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, 'test-'));
const depth = Math.max(0, ...[...rules.keys()].map((path) => path.split('..').length - 1));
const here = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ...Array.from({ length: depth }, (_, i) => `d${i}`));
try {
for (const [path, text] of [...rules, ['test.yml', source.text]]) {
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, path)), { recursive: true });
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, path), text);
}
const argv = ['test', 'rules', 'test.yml'];
return await (0, _clients_validator_process_js__WEBPACK_IMPORTED_MODULE_4__.W)({
binary,
argv,
env: { PATH: env.PATH ?? '', HOME: folder },
cwd: here,
until,
signal,
});
}
finally {
await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}
}
async function majorOf(binary, { env, scratch, until, signal }) {
const { runProcess } = await __webpack_require__.e(662).then(__webpack_require__.bind(__webpack_require__, 70662));
const timeoutMs = Math.max(1, Math.min(VERSION_MS, until - Date.now()));
const call = { binary, argv: ['--version'], env: { PATH: env.PATH ?? '' }, cwd: scratch, timeoutMs, signal };
const output = await runProcess(call).then((result) => result.output, () => '');
return Number(/version (\d+)\./.exec(output)?.[1] ?? 0);
}
const VERSION_MS = 5_000;
const NOWHERE = '127.0.0.1:9';
})
};

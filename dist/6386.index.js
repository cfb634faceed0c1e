export const id = 6386;
export const ids = [6386];
export const modules = {

/***/ 7175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ isPipeline),
/* harmony export */   Do: () => (/* binding */ stepFolder),
/* harmony export */   Eu: () => (/* binding */ pipelineDeploysIn),
/* harmony export */   GF: () => (/* binding */ withoutOutput),
/* harmony export */   YQ: () => (/* binding */ CONFIG_FLAG),
/* harmony export */   j4: () => (/* binding */ APP_FLAG),
/* harmony export */   jR: () => (/* binding */ PIPELINE_FOLDERS),
/* harmony export */   ju: () => (/* binding */ deployCommandsIn),
/* harmony export */   uq: () => (/* binding */ FLY_DEPLOY)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9776);



/** A deploy with flyctl, its flags before the word and what follows it: `flyctl -c fly.toml deploy --now`. Not a mere build. */
const FLY_DEPLOY = /(?:^|[\s;&|("'])(?:flyctl|fly)((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g;
/** The value of the flag that names the Fly configuration. */
const CONFIG_FLAG = /(?:^|\s)(?:--config|-c)(?:\s+|=)["']?([^\s"']+)/;
/** The value of the flag that names the app. */
const APP_FLAG = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/;
/** The folder that flyctl gets as its argument. */
const FOLDER = /^\s*["']?(\.{0,2}\/?[\w][\w./-]*)["']?(?=\s|$)/;
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{?\w+\}?/g;
const OUTPUT = /(?:^|[\s;&|(])(?:echo|printf)[ \t][^\n;&|]*/g;
/** A script without the words that it only writes: `echo "fly deploy failed"`. */
const withoutOutput = (script) => script.replace(OUTPUT, ' ');
const CHANGE_FOLDER = /\bcd\s+(\S+)/g;
/** A script or a target of a build tool that deploys by its name: `npm run deploy`, `make deploy-web`, `./bin/deploy.sh`. */
const DEPLOY_SCRIPT = /(?:^|[\s;&|(])(?:(?:npm|pnpm|yarn|bun|deno|nx|turbo|make|just|task|mise|rake|mix|bash|sh)[ \t][^\n;&|]{0,80}|\.{0,2}\/[\w./-]{0,80})(?<![a-z])deploy(?!-with-monitoring)/i;
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/;
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i;
/** An action that deploys by its name, of this repository or of others; this action is told by its mode. */
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i;
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/;
/** Other places where pipelines are defined, from the root of the repository. */
const PIPELINE = /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/;
/** Their folders. */
const PIPELINE_FOLDERS = [
    '.circleci',
    '.woodpecker',
    '.buildkite',
    '.semaphore',
    '.rwx',
];
/** Whether a path from the root of the repository is that of a pipeline other than GitHub's. */
const isPipeline = (path) => PIPELINE.test(path);
/** A script that a person wrote is shorter, and has fewer deploys. */
const MAX_SCRIPT = 20_000;
const MAX_COMMANDS = 50;
const MAX_LINE = 2000;
/** Every deploy with flyctl in a workflow: in scripts, and as arguments of flyctl's old action. */
function deployCommandsIn({ file, text }) {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    if (!read.ok)
        return [];
    const root = read.tree;
    const onPush = startsOnPush(root);
    const jobs = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'jobs');
    return (jobs?.kind === 'table' ? [...jobs.entries.values()] : []).flatMap((job) => (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(job, 'steps')).flatMap((step) => [...commandsOf(step, stepFolder(step, job, root)), ...byScript(step, job, root)].map(({ at, ...command }) => ({ ...command, at: { file, ...at }, onPush }))));
}
/** Every deploy with flyctl in a pipeline of another service, line by line. */
const pipelineDeploysIn = ({ file, text }) => text.split('\n').flatMap((line, i) => /^\s*(?:#|\/\/)/.test(line) || line.length > MAX_LINE
    ? []
    : commandsIn(withoutExpressions(line), '.').map((command) => ({
        ...command,
        at: { file, line: i + 1, column: 1 },
        onPush: true,
    })));
/**
 * A step that starts a script or an action with that name, with a Fly token. Which apps it deploys is not known, so it counts
 * for all.
 */
function byScript(step, job, root) {
    const action = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'uses');
    const run = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'run');
    // The token of a whole job is also that of actions which deploy to elsewhere.
    const hasToken = (action ? [step] : [step, job, root]).some((node) => keysOf((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(node, 'env')).some((name) => FLY_TOKEN.test(name))) || keysOf((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'with')).some((name) => FLY_TOKEN_INPUT.test(name));
    const isInstalled = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(job, 'steps')).some((one) => INSTALLS_FLYCTL.test((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(one, 'uses') ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(one, 'run')) ?? ''));
    const isDeploy = action
        ? DEPLOY_ACTION.test((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(action) ?? '')
        : isInstalled && DEPLOY_SCRIPT.test(withoutOutput((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(run) ?? '').slice(0, MAX_SCRIPT));
    const at = (action ?? run)?.at;
    return at && hasToken && isDeploy ? [{ at, folder: '.', config: '**', app: undefined }] : [];
}
const keysOf = (node) => (node?.kind === 'table' ? [...node.entries.keys()] : []);
function startsOnPush(root) {
    const on = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'on') ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(root, 'true');
    const names = on?.kind === 'table' ? [...on.entries.keys()] : (on?.kind === 'list' ? on.items : [on]).map(_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws);
    return names.some((name) => name === 'push' || name === 'workflow_run' || name === 'workflow_call' || name === 'release');
}
/** The folder that a step of a workflow runs in, as it is written there. */
function stepFolder(step, job, root) {
    const defaults = (node) => (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(node, 'defaults'), 'run'), 'working-directory');
    return (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.';
}
function commandsOf(step, folder) {
    const uses = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'uses')) ?? '';
    const args = /^superfly\/flyctl-actions@/.test(uses) ? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'with'), 'args') : undefined;
    const node = args ?? (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(step, 'run');
    if (!node)
        return [];
    const script = withoutExpressions((args ? 'flyctl ' : '') + ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)(node) ?? '').slice(0, MAX_SCRIPT));
    return commandsIn(script, folder).map((command) => ({ ...command, at: node.at }));
}
/** The deploys of a script that runs in a folder. */
function commandsIn(text, folder) {
    const script = withoutOutput(text);
    return [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((found) => {
        const [, flags = '', rest = ''] = found;
        const given = `${flags} ${rest}`;
        const changed = [...script.slice(0, found.index).matchAll(CHANGE_FOLDER)].at(-1)?.[1] ?? '.';
        const argument = FOLDER.exec(rest)?.[1] ?? '.';
        const from = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(withoutExpressions(folder), changed, argument);
        const config = CONFIG_FLAG.exec(given)?.[1];
        // flyctl looks for its configuration in the folder of its argument, and for --config in the one that it runs in.
        const path = config === undefined
            ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(from, 'fly.toml')
            : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(withoutExpressions(folder), changed, config);
        return { folder: from, config: path, app: APP_FLAG.exec(given)?.[1] };
    });
}
const withoutExpressions = (text) => text.replace(/\\\r?\n/g, ' ').replace(EXPRESSION, '*');


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ prometheusEvidence),
/* harmony export */   eQ: () => (/* binding */ isFlyConfiguration),
/* harmony export */   uZ: () => (/* binding */ flyModelOf)
/* harmony export */ });
/* harmony import */ var _formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4711);
/* harmony import */ var _formats_toml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4611);


/** Decides from its contents what a Fly configuration is: neither its path nor its name says that. */
/** `fly.toml` and `fly.STAGE.toml`: also a file that cannot be read is a Fly configuration. */
const FLY_NAME = /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/;
/** A key at the top and a section that only a Fly configuration has. */
const FLY_KEY = /^[ \t]*(?:app|primary_region)[ \t]*=/m;
const TABLE = /^[ \t]*\[/m;
const FLY_SECTION = /^[ \t]*\[\[?(?:http_service|services|processes|metrics|vm|mounts|checks)[\].]/m;
/** Without a name of an app, as templates have it. Railway has sections of the same names, without this key. */
const FLY_ONLY_SECTION = /^[ \t]*\[http_service\]|^[ \t]*\[\[services\.ports\]\]/m;
const FLY_ONLY_KEY = /^[ \t]*internal_port[ \t]*=/m;
/** Whether a TOML file is a Fly configuration, whatever it is called: `fly-production.toml`, `demo.fly.toml`. */
const isFlyConfiguration = (path, text) => FLY_NAME.test(path) ||
    (FLY_KEY.test(text.split(TABLE, 1)[0] ?? '') && FLY_SECTION.test(text)) ||
    (FLY_ONLY_SECTION.test(text) && FLY_ONLY_KEY.test(text));
/** The official image, a copy of it, or an image with that name: `quay.io/prometheus/prometheus:v3`, `bitnami/prometheus`. */
const PROMETHEUS_IMAGE = /(?:^|[/-])prometheus(?=[:@]|$)/;
/** Settings of Prometheus itself: flags, variables of its entrypoint, its folders on the machine. */
const PROMETHEUS_WORD = /^PROMETHEUS_RETENTION_(?:TIME|SIZE)$|--storage\.tsdb\./;
const PROMETHEUS_FILE = /^\/etc\/prometheus\/.+\.ya?ml$/;
const PROMETHEUS_PORT = 9090;
/**
 * Whether a Fly configuration runs Prometheus: by its image, its Dockerfile, its flags, or where its volume is mounted. Only when
 * none of them is known does the name of the app count, with the port of Prometheus.
 */
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
/** The image of Prometheus that a Dockerfile starts from, or copies the program from. */
function prometheusStage({ from, instructions }) {
    const copied = instructions
        .filter(({ name, text }) => name === 'COPY' && /\/prometheus\b/.test(text))
        .flatMap(({ words }) => words.flatMap((word) => /^--from=(.+)$/.exec(word)?.[1] ?? []));
    return [from, ...copied].find((image) => PROMETHEUS_IMAGE.test(image));
}
/** The model of a Fly configuration; undefined when it is not valid TOML. */
function flyModelOf(text) {
    const read = (0,_formats_toml_js__WEBPACK_IMPORTED_MODULE_0__/* .readToml */ .D)(text);
    return read.ok ? (0,_formats_fly_toml_js__WEBPACK_IMPORTED_MODULE_1__/* .flyTomlModel */ .T)(read.table) : undefined;
}


/***/ }),

/***/ 4489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ findSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/formats/dockerfile.js
var dockerfile = __webpack_require__(7481);
// EXTERNAL MODULE: ./build/formats/glob.js
var glob = __webpack_require__(4321);
// EXTERNAL MODULE: ./build/config/deploy-commands.js
var deploy_commands = __webpack_require__(7175);
// EXTERNAL MODULE: ./build/config/fly-identity.js
var fly_identity = __webpack_require__(6489);
;// CONCATENATED MODULE: ./build/config/source-files.js

/** Paths of the working directory, each with its path from the root of the repository. */
const withNames = (workspace, paths) => paths.map((path) => ({ path, file: (0,lib_workspace/* repositoryPath */.SH)(workspace, path) }));

;// CONCATENATED MODULE: ./build/config/fly-sources.js







/** The Fly configurations of the apps, those that a workflow deploys, and all others in the workspace. */
async function flyFiles(search) {
    const { workspace, paths, config, read, pace, hasRoom, workflows } = search;
    const apps = Map.groupBy(config?.apps ?? [], (app) => (0,lib_workspace/* repositoryPath */.SH)(workspace, app.config));
    const named = [...apps.values()].flatMap(([app]) => app?.config ?? []);
    const deployed = workflows
        .flatMap(deploy_commands/* deployCommandsIn */.ju)
        .flatMap((command) => expand(command.config, workspace, paths));
    const others = paths.filter((path) => path.endsWith('.toml'));
    const found = [];
    await pace.each(withNames(workspace, [...new Set([...named, ...deployed, ...others])]), ({ path }) => {
        const isNamed = named.includes(path) || /(?:^|\/)fly\b[^/]*\.toml$/.test(path);
        const file = path.endsWith('.toml') ? read(path, isNamed ? 'named' : 'found') : undefined;
        if (!file || !(named.includes(path) || (0,fly_identity/* isFlyConfiguration */.eQ)(path, file.text)) || !hasRoom(file))
            return;
        const ours = apps.get(file.file) ?? [];
        const app = ours.find(({ deploy }) => deploy) ?? ours.find((one) => one.app === nameIn(file));
        const dockerfile = app && builtFrom(app, workspace);
        const build = builtBy(file, dockerfile, search);
        const role = app
            ? { app: app.app, role: 'app', ours: app.deploy }
            : roleOf(file, { ...search, path, build });
        found.push({ ...file, ...role, dockerfile, build });
    });
    return found;
}
/** The paths in the working directory for a path of a workflow, in which `*` stands for an expression. */
function expand(config, workspace, paths) {
    const path = (0,lib_workspace/* fromRoot */.tc)(workspace, config);
    if (!path.includes('*'))
        return path.startsWith('..') ? [] : [path];
    return paths.filter((one) => (0,glob/* globMatches */.m)(path, one));
}
const nameIn = ({ text }) => /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? '';
/** Which Dockerfile flyctl builds: the one that is named, or the one next to the Fly configuration. */
function builtBy({ file, text }, named, { workspace, read }) {
    const section = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
    if (named === undefined && /^\s*(?:image|builder|builtin)\s*=/m.test(section))
        return undefined;
    const own = /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1];
    const path = (0,lib_workspace/* fromRoot */.tc)(workspace, named ?? external_node_path_.posix.join(external_node_path_.posix.dirname(file), own ?? 'Dockerfile'));
    return (0,lib_workspace/* existsInWorkspace */.j6)(workspace, path) ? read(path, 'found') : undefined;
}
/** The role of a Fly configuration that no app of the configuration is deployed with. */
function roleOf(file, { config, path, paths, build }) {
    const own = nameIn(file);
    const monitoring = config?.monitoring.app;
    // The path that `init` writes to: it is compared with the configuration.
    if (path === 'fly.monitoring.toml' || (own !== '' && own === monitoring))
        return { app: monitoring ?? own, role: 'monitoring', ours: false };
    const fly = (0,fly_identity/* flyModelOf */.uZ)(file.text);
    const beside = ['prometheus.yml', 'prometheus.yaml'].map((name) => external_node_path_.posix.join(external_node_path_.posix.dirname(path), name));
    const neighbours = {
        dockerfile: build && (0,dockerfile/* readDockerfile */.n_)(build.text),
        hasPrometheusConfig: beside.some((one) => paths.includes(one)),
    };
    return { app: own, role: fly && (0,fly_identity/* prometheusEvidence */.Yz)(fly, neighbours) ? 'monitoring' : 'app', ours: false };
}
/** The Dockerfile, relative to the root of the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }, workspace) => image === undefined && dockerfile !== undefined ? (0,lib_workspace/* repositoryPath */.SH)(workspace, dockerfile) : undefined;

// EXTERNAL MODULE: ./build/config/recognise.js
var recognise = __webpack_require__(7014);
// EXTERNAL MODULE: ./build/config/rule-files.js
var rule_files = __webpack_require__(4155);
;// CONCATENATED MODULE: ./build/config/sources.js







/** Files that no configuration names are read up to this size. */
const MAX_FOUND_BYTES = 2_000_000;
/** No more files than this are searched; files that the configuration names are always read. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
/** Limit for all texts that are held in memory together: a hundred times what the largest repositories have. */
const MAX_KEPT_CHARACTERS = 100_000_000;
/** Folders with generated files or files of other projects. */
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
/** All files of a workspace that can be checked: those that the configuration names, and those that are recognised. */
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
    const { paths: all, incomplete, closed, } = (0,lib_workspace/* walkFiles */.Fv)(workspace, {
        skips: (folder) => (folder.startsWith('.') && folder !== '.fly') || NOT_SEARCHED.has(folder),
        maxFiles: MAX_FILES,
        maxDepth: MAX_DEPTH,
    });
    const callers = await workflows(workspace, context);
    // A sample that a workflow deploys, such as the site of the documentation, is not only a sample.
    const isNamed = (path) => path.endsWith('.toml') && callers.some(({ text }) => names(text, path));
    const paths = all.filter((path) => !(0,recognise/* isSample */.RN)(path) || isNamed((0,lib_workspace/* repositoryPath */.SH)(workspace, path)));
    const other = await yamls(workspace, paths, { ...context, own });
    const sources = {
        fly: await flyFiles({ ...context, workspace, paths, workflows: callers }),
        ...other,
        ...(0,rule_files/* ruleSources */.$)(workspace, { config, read: context.read, found: other.rules }),
        workflows: callers,
        naming: await namingFiles(workspace, paths, context),
        dashboards: dashboards(workspace, paths, context),
    };
    return { sources, problems, incomplete: incomplete || room < 0, closed, large };
}
/** Whether a workflow mentions a file, or the folder that flyctl is started in. */
const names = (text, file) => text.includes(file) || ((0,external_node_path_.dirname)(file) !== '.' && text.includes((0,external_node_path_.dirname)(file)));
/** Configurations of Prometheus, rule files, and data sources of Grafana. */
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
        const isPrometheus = (0,recognise/* looksLikePrometheus */.my)(source.text);
        const isRules = (0,recognise/* looksLikeRules */.f2)(source.text);
        const isDataSources = (0,recognise/* looksLikeDataSources */.OF)(source.text);
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
/** Dockerfiles and compose files, by their usual names. */
async function namingFiles(workspace, paths, { read, pace, hasRoom }) {
    const found = [];
    await pace.each(withNames(workspace, paths.filter(recognise/* namesOthers */.sX)), ({ path }) => {
        const source = read(path, 'found');
        if (source && hasRoom(source))
            found.push(source);
    });
    return found;
}
/** Reads files of the working directory; one that cannot be read is reported once, and only if it matters. */
function reader(workspace, unread) {
    const reported = new Set();
    return (path, how) => {
        try {
            return (0,lib_workspace/* readText */.yR)(workspace, path, limitOf(path, how));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            if (!reported.has(path))
                reportUnread((0,lib_workspace/* repositoryPath */.SH)(workspace, path), how, { error, ...unread });
            reported.add(path);
            return undefined;
        }
    };
}
function limitOf(path, how) {
    if (how === 'found')
        return MAX_FOUND_BYTES;
    return path.endsWith('.json') ? lib_workspace/* MAX_DASHBOARD_BYTES */.Em : undefined;
}
/** A large or binary file that no configuration names is most likely of another kind. */
function reportUnread(file, how, { error, problems, large }) {
    const at = { file, line: 1, column: 1 };
    for (const problem of error.problems)
        if (how === 'named' || problem.code === 'file/outside')
            problems.push({ ...problem, at });
        else if (problem.code === 'file/too-large')
            large.push(file);
}
/** Whether a path relative to a file exists in the workspace. */
const existsRelativeTo = (workspace, { file }) => (path) => (0,lib_workspace/* existsInWorkspace */.j6)(workspace, (0,lib_workspace/* fromRoot */.tc)(workspace, (0,external_node_path_.join)((0,external_node_path_.dirname)(file), path)));
/** Workflows are at the root of the repository, independent of the working directory. */
async function workflows(workspace, { read, pace, hasRoom }) {
    const folder = (0,lib_workspace/* fromRoot */.tc)(workspace, '.github/workflows');
    if (!(0,lib_workspace/* existsInWorkspace */.j6)(workspace, folder))
        return [];
    const paths = (0,lib_workspace/* listFiles */.CS)(workspace, folder, '').filter((path) => /\.ya?ml$/.test(path));
    const found = [];
    await pace.each(withNames(workspace, paths), ({ path }) => {
        const source = read(path, 'found');
        if (source && (0,recognise/* looksLikeCaller */.hx)(source.text) && hasRoom(source))
            found.push(source);
    });
    return found;
}
function dashboards(workspace, paths, { config, read }) {
    const own = new Set((config?.grafana.dashboards ?? []).flatMap((path) => (0,lib_workspace/* listFiles */.CS)(workspace, path, '.json')));
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
                return text !== undefined && (0,recognise/* looksLikeDashboard */.uQ)(text) ? text : undefined;
            },
        })),
    ];
}


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withInitMark),
/* harmony export */   L: () => (/* binding */ initMarkOf)
/* harmony export */ });
/** The comment that names the origin of a written file; the digest shows whether the file was changed since. */
const MARK = /^# Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\]$/m;
/**
 * Adds the mark as the first line, after the line of an interpreter. `source`: the configuration that the file is
 * generated from by every `init`.
 */
function withInitMark(text, source) {
    const comment = source === undefined
        ? '# Written by deploy-monitoring init: it is yours to change.'
        : `# Written by deploy-monitoring init from ${source}; change that file and run init again.`;
    const lines = text.split('\n');
    const at = text.startsWith('#!') ? 1 : 0;
    const marked = [...lines.slice(0, at), `${comment} [${BLANK}]`, ...lines.slice(at)].join('\n');
    return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`);
}
/** The mark of a file, or undefined when `init` did not write it. */
function initMarkOf(text) {
    const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups;
    if (!found?.digest)
        return undefined;
    return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest };
}
const BLANK = '0'.repeat(16);
/** The mark is at the top; a similar text further down is not a mark. */
const MAX_HEAD = 500;
/** Git may convert line endings on checkout; that is not a change. */
function digestOf(text) {
    // Only a file with a mark needs it; loading it would cost every run of plan 5 ms.
    const { hash } = process.getBuiltinModule('node:crypto');
    return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}


/***/ }),

/***/ 671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ RENDERED_PATHS),
/* harmony export */   L_: () => (/* binding */ FLY_TOML_PATH),
/* harmony export */   MU: () => (/* binding */ RULES_PATH),
/* harmony export */   Ny: () => (/* binding */ ALERTMANAGER_FOLDER),
/* harmony export */   VM: () => (/* binding */ PROMETHEUS_PATH)
/* harmony export */ });
/** The configuration of Prometheus that the entrypoint completes. */
const PROMETHEUS_PATH = 'monitoring/prometheus-fly.yml';
const RULES_PATH = 'monitoring/rules.yml';
const FLY_TOML_PATH = 'fly.monitoring.toml';
/** The files of the Alertmanager of `alerts.notify`. */
const ALERTMANAGER_FOLDER = 'monitoring';
/** The files that are generated from the configuration, relative to the working directory. */
const RENDERED_PATHS = [
    PROMETHEUS_PATH,
    RULES_PATH,
    FLY_TOML_PATH,
    ...['alertmanager.yml', 'messages.tmpl', 'amtool.yml'].map((name) => `${ALERTMANAGER_FOLDER}/${name}`),
];


/***/ }),

/***/ 4321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ globMatches)
/* harmony export */ });
/** One token of a pattern: `*`, `**`, a set, or a character; a question mark may follow each of them. */
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g;
/**
 * Whether a path matches a pattern of GitHub's filters: `*` matches anything in one part of a path, `**` anything,
 * `?` makes the token before it optional. Sets (`[a-z]`) match any one character. All alternatives are followed at once,
 * with one pass over the path for each token: no pattern takes more than quadratic time.
 */
function globMatches(glob, path) {
    /** For each offset in the path: whether the tokens so far may match up to there. */
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
/** Whether a token matches a character. */
function acceptedBy(token) {
    if (token.startsWith('**') || token.startsWith('['))
        return () => true;
    if (token === '*')
        return (character) => character !== '/';
    const own = token.replace(/^\\(?=.)/s, '');
    return (character) => character === own;
}


/***/ })

};

export const id = 247;
export const ids = [247];
export const modules = {

/***/ 493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   Fv: () => (/* binding */ walkFiles),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   tc: () => (/* binding */ fromRoot),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);



/**
 * The workspace of this run.
 * @throws ActionError `configuration` when the working directory is not a folder inside of it
 */
function openWorkspace(root, workingDirectory) {
    const real = realRoot(root);
    const wrong = (message) => unreadable('input-working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
    try {
        const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(real, workingDirectory));
        if (!inside(real, folder))
            throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
            throw wrong(`The working directory ${workingDirectory} is not a folder.`);
        return { root: real, folder };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw error;
        throw wrong(`The working directory ${workingDirectory} does not exist.`);
    }
}
function realRoot(root) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    }
    catch {
        const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
        throw unreadable('workspace-missing', `The workspace ${root} does not exist.`, hint);
    }
}
/**
 * A text file of the workspace, or undefined when there is none.
 * @throws ActionError `configuration` when it leads outside, is no UTF-8 text, is too large or cannot be read
 */
function readText(workspace, path, maxBytes = 1_000_000) {
    const file = shown(workspace, path);
    const wrong = (message, hint) => unreadable('file-unreadable', `${file} ${message}.`, hint);
    try {
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
        if (!inside(workspace.root, real))
            throw wrong('leads outside of the workspace', 'Replace the link by the file itself.');
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
        if (size > maxBytes)
            throw wrong(`has ${size} bytes, more than ${maxBytes}`, 'Is this the right file?');
        return {
            file,
            text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real)),
        };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw error;
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
            throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
        throw wrong(`cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'Check that it is a file and may be read.');
    }
}
/** The files below a folder of the workspace that end in `ending`, sorted; anything but a folder is itself, there or not. */
function listFiles(workspace, path, ending) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute, { throwIfNoEntry: false })?.isDirectory())
        return [path];
    if (!inside(workspace.root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute)))
        return [path];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(absolute, { withFileTypes: true, recursive: true })
        .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)))
        .toSorted();
}
/** Whether a path of the working directory leads to something that is inside of the workspace. */
function exists(workspace, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) && inside(workspace.root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute));
}
/**
 * The files below the working directory. Links to folders are not followed, and neither are folders whose name
 * `skips` or that lie deeper than `maxDepth`.
 */
function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
    const paths = [];
    const folders = [{ path: '', depth: 0 }];
    for (let folder = folders.pop(); folder; folder = folders.pop())
        for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, folder.path), { withFileTypes: true })) {
            const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
            if (!entry.isDirectory())
                paths.push(path);
            else if (!skips(entry.name) && folder.depth < maxDepth)
                folders.push({ path, depth: folder.depth + 1 });
            if (paths.length >= maxFiles)
                return { paths: paths.toSorted(), incomplete: true };
        }
    return { paths: paths.toSorted(), incomplete: false };
}
/** A path from the root of the repository as one from the working directory, as the functions here take it. */
function fromRoot(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path));
}
/** A path of the working directory as people see it in the repository. */
function shown(workspace, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
}
const inside = (root, path) => path === root || path.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
function unreadable(code, message, hint) {
    const problem = { code, severity: 'error', message, hint };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('configuration', [problem]);
}


/***/ }),

/***/ 723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TG: () => (/* binding */ FINDINGS),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/** Every finding, worst first: the order in which equals are shown when there is no room for all of them. */
const FINDINGS = {
    'config-syntax': {
        severity: 'error',
        what: 'The configuration is not valid YAML.',
        why: 'Nothing in it can be read.',
        fatal: true,
    },
    'config-too-large': {
        severity: 'error',
        what: 'The configuration is larger than any configuration file.',
        why: 'It is probably another file.',
        fatal: true,
    },
    'config-aliases': {
        severity: 'error',
        what: 'The configuration unfolds to more than anybody means, by & and *.',
        why: 'It was not read any further.',
        fatal: true,
    },
    'config-unknown-key': {
        severity: 'error',
        what: 'The configuration has a key that does not exist.',
        why: 'It would have no effect: it is refused instead, so that a misspelt one is found.',
        fatal: true,
    },
    'config-missing': {
        severity: 'error',
        what: 'A key without a default is missing.',
        why: 'There is no value that would be right for everybody.',
        fatal: true,
    },
    'config-value': {
        severity: 'error',
        what: 'A value has the wrong type, or is not one that works.',
        why: 'It would fail later, and further away.',
        fatal: true,
    },
    'config-not-yet': {
        severity: 'error',
        what: 'A key belongs to a later release.',
        why: 'It would have no effect yet.',
        fatal: true,
    },
    'config-duplicate': {
        severity: 'error',
        what: 'Two apps or services have the same name.',
        why: 'The name is that of a scrape job, or of an app on Fly.',
        fatal: true,
    },
    'config-duplicate-port': {
        severity: 'error',
        what: 'Two services of one app have the same port.',
        why: 'Two programs on one machine cannot listen on it.',
        fatal: true,
    },
    'config-unknown-app': {
        severity: 'error',
        what: 'A service belongs to an app that is not in apps.',
        why: 'Nothing would be scraped.',
        fatal: true,
    },
    'config-reserved-name': {
        severity: 'error',
        what: 'A service has the name under which Prometheus scrapes itself.',
        why: 'Two scrape jobs cannot have one name.',
        fatal: true,
    },
    'config-monitoring-app': {
        severity: 'error',
        what: 'The monitoring app is one of the apps.',
        why: 'Prometheus needs an app of its own.',
        fatal: true,
    },
    'config-plain-image': {
        severity: 'error',
        what: 'The image is the plain prom/prometheus.',
        why: 'It runs as nobody and cannot write to a fresh volume of Fly.',
        fatal: true,
    },
    'file-missing': {
        severity: 'error',
        what: 'A file that the configuration names does not exist.',
        why: 'The deploy needs it.',
        fatal: true,
    },
    'file-unreadable': {
        severity: 'error',
        what: 'A file leads out of the workspace, is no UTF-8 text, or is larger than any file of its kind.',
        why: 'It was not read.',
        fatal: true,
    },
    'yaml-syntax': {
        severity: 'error',
        what: 'A file is not valid YAML, or unfolds to more than anybody means.',
        why: 'Whoever reads it stops there.',
        fatal: true,
    },
    'fly-toml-syntax': {
        severity: 'error',
        what: 'The Fly configuration is not valid TOML.',
        why: 'flyctl stops before it does anything.',
        fatal: true,
    },
    'fly-toml-type': {
        severity: 'error',
        what: 'A value of the Fly configuration has the wrong type.',
        why: 'flyctl refuses the whole file, with a message about Go structs.',
    },
    'fly-toml-check-type': {
        severity: 'error',
        what: 'A check in [checks] does not say whether it is http or tcp.',
        why: 'Older versions of flyctl took such files; the current one refuses them.',
    },
    'fly-toml-service-processes': {
        severity: 'error',
        what: 'A service does not say which process groups it belongs to, while [processes] exists.',
        why: 'Older versions of flyctl took such files; the current one refuses them.',
    },
    'fly-toml-unknown-process': {
        severity: 'error',
        what: 'A service or restart policy names a process group that does not exist.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-duration': {
        severity: 'error',
        what: 'A duration is malformed or outside of what Fly takes.',
        why: 'Intervals of checks start at 2 s, timeouts end at 60 s.',
    },
    'fly-toml-strategy': {
        severity: 'error',
        what: 'The deploy strategy does not exist, or does not go with a volume.',
        why: 'A volume belongs to one machine, so there is no room for a second one beside it.',
    },
    'fly-toml-mount': {
        severity: 'error',
        what: 'A mount has sizes or limits that flyctl refuses.',
        why: 'A volume has at least 1 GB; the three auto_extend settings belong together.',
    },
    'fly-toml-restart-policy': {
        severity: 'error',
        what: 'A restart policy is not one of always, on-failure, never.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-command': {
        severity: 'error',
        what: 'A command cannot be split into words: a quote is not closed.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-compression': {
        severity: 'error',
        what: 'The compression of the image is not one that flyctl knows.',
        why: 'flyctl refuses the file.',
    },
    'fly-toml-check-port': {
        severity: 'error',
        what: 'A check in [checks] has no port, and there is no http_service to take it from.',
        why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
    },
    'fly-toml-vm': {
        severity: 'error',
        what: 'A machine size or memory does not exist.',
        why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
    },
    'promql-syntax': {
        severity: 'error',
        what: 'Prometheus would refuse a query.',
        why: 'The panel shows an error; a rule file with it is not loaded, and a new Prometheus does not start.',
    },
    'rule-experimental': {
        severity: 'error',
        what: 'A rule uses what Prometheus has only behind a feature flag.',
        why: 'The rule file is not loaded.',
    },
    'metric-bucket-of-summary': {
        severity: 'error',
        what: 'A query reads the buckets of a summary.',
        why: 'A summary has none: its quantiles are calculated by the service. The query never answers anything.',
    },
    'metric-no-such-series': {
        severity: 'error',
        what: 'A query reads a series that a metric of the declared type does not have.',
        why: 'The query never answers anything.',
    },
    'promql-never': {
        severity: 'error',
        what: 'A query selects by a label value that no series has.',
        why: 'The query never answers anything. Scraped series have the labels service, app, job and instance.',
    },
    'promql-no-le': {
        severity: 'error',
        what: 'histogram_quantile gets sums without the label le.',
        why: 'The query never answers anything.',
    },
    'config-leftover': {
        severity: 'error',
        what: 'The configuration of this action holds a placeholder: a dollar sign and a name in braces.',
        why: 'It would be deployed as it stands. Secrets come by inputs, everything else is written out.',
    },
    'prometheus-leftover': {
        severity: 'error',
        what: 'A Prometheus configuration holds a placeholder: a dollar sign and a name in braces.',
        why: '`promtool check config` passes it. Prometheus takes it literally: an address that does not exist, a password that is wrong.',
    },
    'prometheus-url': {
        severity: 'error',
        what: 'The URL of a remote write or read is empty, missing or none.',
        why: '`promtool check config` passes an empty one. Every batch fails, and a stop takes a minute.',
    },
    'prometheus-shape': {
        severity: 'error',
        what: 'A Prometheus configuration has not the form that Prometheus wants.',
        why: 'Prometheus does not start.',
    },
    'prometheus-unknown-key': {
        severity: 'error',
        what: 'A Prometheus configuration has a key that this version does not know.',
        why: 'Prometheus does not start.',
    },
    'prometheus-duration': {
        severity: 'error',
        what: 'A duration of a Prometheus configuration is malformed.',
        why: 'Prometheus does not start.',
    },
    'prometheus-timeout': {
        severity: 'error',
        what: 'A scrape may take longer than the interval between two.',
        why: 'Prometheus does not start.',
    },
    'prometheus-job-name': {
        severity: 'error',
        what: 'A scrape config has no job_name, or that of another.',
        why: 'Prometheus does not start.',
    },
    'prometheus-target': {
        severity: 'error',
        what: 'A target is not HOST:PORT.',
        why: 'Prometheus does not start.',
    },
    'prometheus-dns': {
        severity: 'error',
        what: 'A discovery by DNS misses a name or port, or asks for records that cannot be used.',
        why: 'Prometheus does not start.',
    },
    'prometheus-dns-type': {
        severity: 'error',
        what: "A discovery asks Fly's DNS for another type than AAAA.",
        why: 'Names under .internal have AAAA records alone; the default type of Prometheus is SRV.',
    },
    'prometheus-regex': {
        severity: 'error',
        what: 'A relabel rule has a regular expression that Prometheus does not take.',
        why: 'Prometheus does not start.',
    },
    'prometheus-relabel': {
        severity: 'error',
        what: 'A relabel rule has an unknown action, or misses what its action needs.',
        why: 'Prometheus does not start.',
    },
    'prometheus-auth': {
        severity: 'error',
        what: 'Ways to authorise that exclude each other are given together.',
        why: 'Prometheus does not start.',
    },
    'prometheus-rule-file': {
        severity: 'error',
        what: 'A Prometheus configuration names a rule file that does not exist.',
        why: '`promtool check config` refuses it; Prometheus itself starts without the rules.',
    },
    'rules-shape': {
        severity: 'error',
        what: 'A rule file has not the form that Prometheus wants.',
        why: 'Prometheus does not load it, and does not start with it.',
    },
    'rules-unknown-key': {
        severity: 'error',
        what: 'A rule file has a key that Prometheus does not know.',
        why: 'Prometheus refuses the file.',
    },
    'rules-duplicate-group': {
        severity: 'error',
        what: 'Two groups of a rule file have the same name.',
        why: 'Prometheus refuses the file.',
    },
    'rules-duration': {
        severity: 'error',
        what: 'A duration in a rule file is malformed.',
        why: 'Prometheus refuses the file.',
    },
    'rules-label': {
        severity: 'error',
        what: 'A label or annotation has a name that is none.',
        why: 'Prometheus refuses the file.',
    },
    'rules-template': {
        severity: 'error',
        what: 'A label or annotation is not a valid template.',
        why: 'Prometheus refuses the file.',
    },
    'rule-result': {
        severity: 'error',
        what: 'The expression of a rule gives neither an instant vector nor a number.',
        why: '`promtool check rules` passes it; every evaluation fails.',
    },
    'workflow-pull-request-target': {
        severity: 'error',
        what: 'A workflow runs on pull_request_target and checks out the pull request.',
        why: 'Whoever opens a pull request gets the secrets of the repository.',
    },
    'workflow-if-secrets': {
        severity: 'error',
        what: 'The `if` of a step asks for secrets.',
        why: 'GitHub refuses the whole workflow: the context is not allowed there.',
    },
    'dashboard-json': {
        severity: 'error',
        what: 'A dashboard is not valid JSON.',
        why: 'Grafana cannot import it.',
        fatal: true,
    },
    'dashboard-shape': {
        severity: 'error',
        what: 'A file that should be a dashboard is none.',
        why: 'Grafana takes almost any JSON without a word, and shows an empty dashboard.',
    },
    'dashboard-title': {
        severity: 'error',
        what: 'A dashboard has no title.',
        why: 'Grafana refuses it.',
    },
    'dashboard-uid-form': {
        severity: 'error',
        what: 'The uid of a dashboard is longer than 40 characters or has others than letters, digits, - and _.',
        why: 'Grafana refuses it.',
    },
    'dashboard-duplicate-uid': {
        severity: 'error',
        what: 'Two dashboards have the same uid.',
        why: 'The second import overwrites the first.',
    },
    'fly-toml-secret-in-env': {
        severity: 'warning',
        what: 'A value in [env] looks like a secret.',
        why: 'fly.toml is in the repository, and [env] is shown to everybody who may look at the app.',
    },
    'workflow-secret': {
        severity: 'warning',
        what: 'A secret stands in a workflow as it is.',
        why: 'It is in the repository, for everybody who may read it.',
    },
    'fly-toml-app-name': {
        severity: 'warning',
        what: 'fly.toml has another app name than the configuration.',
        why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
    },
    'fly-toml-scale-to-zero': {
        severity: 'warning',
        what: 'The app may stop all of its machines when it is idle, and its services are watched.',
        why: 'Scrapes go over the private network: they neither keep a machine awake nor wake it.',
    },
    'fly-toml-metrics-public': {
        severity: 'warning',
        what: 'A metrics port is published to the internet.',
        why: 'Prometheus needs the private network alone; metrics tell about users and internals.',
    },
    'fly-toml-metrics-private': {
        severity: 'warning',
        what: 'Ports of the app are published one by one, but not those of the metrics.',
        why: 'Fly publishes declared ports only: https://APP.fly.dev:PORT/metrics does not answer from outside. (A TCP connection succeeds all the same, on any port.)',
    },
    'fly-toml-metrics-first': {
        severity: 'warning',
        what: 'There are several [[metrics]] for one process group.',
        why: "flyctl sends only the first of them; Fly's own Prometheus never sees the others.",
    },
    'fly-toml-metrics-coverage': {
        severity: 'warning',
        what: '[metrics] covers one port of several services, or none of them.',
        why: "Fly's own Prometheus scrapes one port per process group; it sees only the service behind it.",
    },
    'fly-toml-no-such-process': {
        severity: 'warning',
        what: 'The configuration says that a service runs in a process group that fly.toml does not have.',
        why: 'No machine belongs to such a group, and no target is a failed one.',
    },
    'fly-toml-process-ignored': {
        severity: 'warning',
        what: 'A section names a process group that does not exist.',
        why: 'flyctl takes the file and leaves the section out.',
    },
    'fly-toml-ipv4-bind': {
        severity: 'warning',
        what: 'A service is told to listen on 0.0.0.0.',
        why: "Fly's private network is IPv6: Prometheus' connection is refused.",
    },
    'fly-toml-no-checks': {
        severity: 'warning',
        what: 'The app has no health checks.',
        why: 'A deploy has nothing to wait for and succeeds whatever the app does.',
    },
    'fly-toml-immediate': {
        severity: 'warning',
        what: 'The deploy strategy is immediate.',
        why: 'flyctl returns at once with success and looks at no machine.',
    },
    'fly-toml-bluegreen-volume': {
        severity: 'warning',
        what: 'The deploy strategy is bluegreen, and the app has a volume.',
        why: 'Blue-green needs spare machines, which cannot have the volume.',
    },
    'fly-toml-volume-size': {
        severity: 'warning',
        what: 'A mount does not say how large its volume is.',
        why: 'A volume that does not exist yet is made with 1 GB, without a word.',
    },
    'fly-toml-retention-size': {
        severity: 'warning',
        what: 'Prometheus may keep more data than its volume has room for.',
        why: 'A full volume stops Prometheus.',
    },
    'fly-toml-memory': {
        severity: 'warning',
        what: 'The app that runs Prometheus does not say how much memory it gets.',
        why: 'A new app gets 256 MB, too little for Prometheus with more than a few targets.',
    },
    'fly-toml-dedicated-ip': {
        severity: 'warning',
        what: 'A service is published on a port or in a way that a shared address cannot serve.',
        why: 'On the first deploy flyctl asks for a dedicated address; without a terminal the app ends with no address at all.',
    },
    'fly-toml-service-ports': {
        severity: 'warning',
        what: 'A service has no ports.',
        why: 'Nothing is published; flyctl warns and has announced to refuse such files.',
    },
    'fly-toml-check-limits': {
        severity: 'warning',
        what: 'A check of a service has durations that Fly changes.',
        why: 'They are raised to 1 s or lowered to 1 min without further notice.',
    },
    'fly-toml-file-path': {
        severity: 'warning',
        what: 'The local_path of a file depends on where flyctl is started.',
        why: 'flyctl reads it relative to its working directory, not to the Fly configuration (the documentation says otherwise).',
    },
    'fly-toml-raw-value': {
        severity: 'warning',
        what: 'The raw_value of a file is in base64 already.',
        why: 'flyctl encodes it once more (the documentation says otherwise); the machine gets base64 text.',
    },
    'fly-toml-builds': {
        severity: 'warning',
        what: '[build] has more than one way to build.',
        why: 'flyctl warns and takes one of them.',
    },
    'metric-undeclared': {
        severity: 'warning',
        what: 'A query reads a metric that no service declares.',
        why: 'It may be misspelt, and nobody checks that it is there.',
    },
    'metric-unrecorded': {
        severity: 'warning',
        what: 'A query reads the result of a recording rule that is nowhere.',
        why: 'Names with a colon are those of recording rules.',
    },
    'metric-maybe-summary': {
        severity: 'warning',
        what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
        why: 'Exporters that are not given buckets write summaries, which have no buckets.',
    },
    'metric-counter-raw': {
        severity: 'warning',
        what: 'A query reads a counter as it is.',
        why: 'A counter starts at 0 again with every deploy.',
    },
    'metric-rate-of-gauge': {
        severity: 'warning',
        what: 'A query calculates the rate of a gauge.',
        why: 'rate takes every fall of a value for a restart at 0.',
    },
    'promql-experimental': {
        severity: 'warning',
        what: 'A query uses what Prometheus has only behind a feature flag.',
        why: 'The Prometheus that is deployed here is started without.',
    },
    'promql-limit': {
        severity: 'warning',
        what: 'A query is too long or nests too deeply to be checked.',
        why: 'Nothing else can be said about it.',
    },
    'workflow-no-token': {
        severity: 'warning',
        what: 'A step that deploys is given no Fly token.',
        why: 'It ends before it does anything.',
    },
    'workflow-deploy-pull-request': {
        severity: 'warning',
        what: 'A workflow deploys for pull requests.',
        why: 'Code is deployed before anybody has agreed to it. Pull requests from forks have no secrets and fail.',
    },
    'workflow-concurrency': {
        severity: 'warning',
        what: 'A job that deploys has no concurrency.',
        why: 'Two first deploys at once make two machines with two volumes, both with success.',
    },
    'workflow-cancel': {
        severity: 'warning',
        what: 'A run that deploys is cancelled by the next one.',
        why: 'The new version stays half deployed, and its lease keeps the next deploy waiting.',
    },
    'workflow-permissions': {
        severity: 'warning',
        what: 'A job does not limit the permissions of its token.',
        why: 'The default may be to write everything.',
    },
    'workflow-unpinned': {
        severity: 'warning',
        what: 'The action is taken from a branch.',
        why: 'Its next commit runs with your secrets.',
    },
    'workflow-ignored': {
        severity: 'warning',
        what: 'A job goes on after a failed deploy.',
        why: 'Nobody sees that it failed.',
    },
    'workflow-input': {
        severity: 'warning',
        what: 'A step gives the action an input that it does not have.',
        why: 'GitHub warns in the log and goes on without it.',
    },
    'prometheus-secret': {
        severity: 'warning',
        what: 'A secret stands in a Prometheus configuration.',
        why: 'It is in the repository, and in the image.',
    },
    'prometheus-static-internal': {
        severity: 'warning',
        what: 'An app of Fly is scraped as a static target.',
        why: 'APP.internal stands for all machines: each scrape asks any one of them. Discovery by AAAA records finds each.',
    },
    'prometheus-instance-label': {
        severity: 'warning',
        what: 'All targets of a job get the same label instance.',
        why: 'Series of different machines become one, and jump between their values.',
    },
    'prometheus-app-unknown': {
        severity: 'warning',
        what: 'Prometheus scrapes an app that the configuration does not have.',
        why: 'A name that no app has cannot be resolved.',
    },
    'prometheus-port-unknown': {
        severity: 'warning',
        what: 'Prometheus scrapes a port that no service has.',
        why: 'Nothing listens there, or something else does.',
    },
    'prometheus-public-target': {
        severity: 'warning',
        what: 'A target is the public address of an app with a port of its own.',
        why: 'Fly publishes declared ports only, and a connection succeeds all the same.',
    },
    'prometheus-empty': {
        severity: 'warning',
        what: 'A Prometheus configuration scrapes nothing.',
        why: '`promtool check config` passes it, even an empty file.',
    },
    'rules-duplicate': {
        severity: 'warning',
        what: 'Two rules of a file have the same name and labels.',
        why: 'promtool says FAILED and exits with 0. Recordings overwrite each other, alerts fire twice.',
    },
    'rules-documents': {
        severity: 'warning',
        what: 'A rule file has several YAML documents.',
        why: 'Prometheus reads the first one alone.',
    },
    'rule-record-name': {
        severity: 'warning',
        what: 'A recording rule has a name beyond letters, digits, _ and :.',
        why: 'Prometheus 2 refuses it; Prometheus 3 takes it, but only quoted in queries.',
    },
    'alert-no-for': {
        severity: 'warning',
        what: 'An alert has no `for`.',
        why: 'One bad sample is enough to fire it.',
    },
    'alert-no-severity': {
        severity: 'warning',
        what: 'An alert has no label severity.',
        why: 'Routes and people go by it.',
    },
    'ignore-no-reason': {
        severity: 'warning',
        what: 'An exception has no reason.',
        why: 'It has no effect without one: the next reader must know why.',
    },
    'ignore-unused': {
        severity: 'warning',
        what: 'An exception silences nothing.',
        why: 'What it was for is gone, or its code is misspelt.',
    },
    'dashboard-uid': {
        severity: 'warning',
        what: 'A dashboard has no uid.',
        why: 'Every import makes another dashboard.',
    },
    'dashboard-datasource-undefined': {
        severity: 'warning',
        what: 'A panel names its data source by a variable or an input that is not defined.',
        why: 'The panel finds no data source.',
    },
    'dashboard-datasource-fixed': {
        severity: 'warning',
        what: 'Panels are bound to one data source by name or uid.',
        why: 'In another Grafana the data source has another uid. (The import of this action puts its own in the place.)',
    },
    'dashboard-variable-undefined': {
        severity: 'warning',
        what: 'A query uses a variable that the dashboard does not define.',
        why: 'Grafana sends the text as it is, and Prometheus refuses or finds nothing.',
    },
    'dashboard-duplicate-id': {
        severity: 'warning',
        what: 'Two panels of a dashboard have the same id.',
        why: 'Links and alerts find panels by id.',
    },
    'dashboard-foreign': {
        severity: 'warning',
        what: 'None of the metrics of a dashboard is declared.',
        why: 'It is about other programs, or everything in it is misspelt.',
    },
    'panel-no-query': {
        severity: 'warning',
        what: 'A panel has a query without an expression.',
        why: 'It shows nothing.',
    },
    'panel-no-unit': {
        severity: 'warning',
        what: 'A panel shows numbers without a unit.',
        why: 'Seconds, bytes and percentages look alike.',
    },
    'file-drift': {
        severity: 'warning',
        what: 'A file that `init` made from the configuration is not what the configuration says now.',
        why: 'A deploy by hand ships the file, the action what the configuration says.',
    },
    'fly-toml-unknown-key': {
        severity: 'warning',
        what: 'flyctl does not know a key of the Fly configuration.',
        why: 'A deploy ignores it; `flyctl config validate --strict` refuses it.',
    },
};
/** A finding of the catalogue at its place. */
function finding(code, at, message, hint) {
    return { code, severity: FINDINGS[code].severity, message, hint, ...(at && { at }) };
}
/** A value from a file as a message shows it: in quotes, and never a whole page of it. */
function shown(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}


/***/ })

};

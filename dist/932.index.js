export const id = 932;
export const ids = [932];
export const modules = {

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ markOf),
/* harmony export */   k: () => (/* binding */ withMark)
/* harmony export */ });
/** How a written file says where it comes from; the digest tells whether somebody changed it since. */
const MARK = /^# Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\]$/m;
/** Puts the mark on the first line, below an interpreter's. `source`: it is made from that file, and made again. */
function withMark(text, source) {
    const says = source === undefined
        ? '# Written by deploy-monitoring init: it is yours to change.'
        : `# Written by deploy-monitoring init from ${source}; change that file and run init again.`;
    const lines = text.split('\n');
    const at = text.startsWith('#!') ? 1 : 0;
    const marked = [...lines.slice(0, at), `${says} [${BLANK}]`, ...lines.slice(at)].join('\n');
    return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`);
}
/** The mark of a file, or undefined when `init` did not write it. */
function markOf(text) {
    const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups;
    if (!found?.digest)
        return undefined;
    return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest };
}
const BLANK = '0'.repeat(16);
/** The mark is at the top; a file that only speaks of one further down has none. */
const MAX_HEAD = 500;
/** Git may turn the ends of lines on checkout; that is no change of anybody's. */
function digestOf(text) {
    // Only a file with a mark needs it; loading it would cost every plan 5 ms.
    const { hash } = process.getBuiltinModule('node:crypto');
    return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}


/***/ }),

/***/ 655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RL: () => (/* binding */ FLY_TOML),
/* harmony export */   Un: () => (/* binding */ RENDERED),
/* harmony export */   Vk: () => (/* binding */ PROMETHEUS),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/** The configuration of Prometheus, for the entrypoint to complete. */
const PROMETHEUS = 'monitoring/prometheus-fly.yml';
const RULES = 'monitoring/rules.yml';
const FLY_TOML = 'fly.monitoring.toml';
/** The files that are made from the configuration, relative to the working directory. */
const RENDERED = [PROMETHEUS, RULES, FLY_TOML];


/***/ }),

/***/ 5032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ lintSources)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/config/check.js
var check = __webpack_require__(3519);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
;// CONCATENATED MODULE: ./build/lint/contract.js



const PARTS = ['_bucket', '_sum', '_count'];
/** Series that exist whatever the services do. */
const STANDARD = /^(?:up|scrape_(?:duration_seconds|samples_scraped|samples_post_metric_relabeling|series_added|timeout_seconds|sample_limit|body_size_bytes)|ALERTS|ALERTS_FOR_STATE|target_info|(?:prometheus|go|process|promhttp|net_conntrack|python|nodejs|jvm|ruby|dotnet)_\w+)$/;
/** The series that each type of metric consists of; a histogram has none by its own name. */
const SERIES = {
    counter: [''],
    gauge: [''],
    histogram: ['_bucket', '_sum', '_count'],
    summary: ['', '_sum', '_count'],
};
/** The contract of a configuration. `recorded`: names that rules record. */
function contractOf(config, { recorded, assumed }) {
    const declared = Map.groupBy(config.services.flatMap((service) => (0,schema/* declaredMetrics */.Ad)(service).map((metric) => ({ service: service.name, metric }))), ({ metric }) => metric.name);
    /** Two services may well have a metric of one name with two types: it has the series of both. */
    const known = (name, part) => {
        const all = declared.get(name);
        const has = all?.filter(({ metric }) => SERIES[metric.type].includes(part)) ?? [];
        const [first] = has.length > 0 ? has : (all ?? []);
        if (!first)
            return undefined;
        const services = (has.length > 0 ? has : (all ?? [])).map(({ service }) => service);
        return { kind: has.length > 0 ? 'declared' : 'impossible', part, services, metric: first.metric };
    };
    const names = [...declared.values()]
        .flat()
        .flatMap(({ metric }) => SERIES[metric.type].map((part) => `${metric.name}${part}`));
    const labels = {
        service: [...config.services.map((service) => service.name), check/* SELF_JOB */.P],
        job: [...config.services.map((service) => service.name), check/* SELF_JOB */.P],
        app: [...config.apps.map((app) => app.app), config.monitoring.app],
    };
    // To find what was meant takes a comparison with every name.
    const hints = new Map();
    const hint = (name) => {
        if (!hints.has(name))
            hints.set(name, (0,did_you_mean/* didYouMean */.a)(name, [...names, ...recorded]));
        return hints.get(name);
    };
    return {
        declares: declared.size > 0,
        assumed,
        values: (label) => (Object.hasOwn(labels, label) ? labels[label] : undefined),
        series(name) {
            const own = known(name, '');
            if (own)
                return own;
            const part = PARTS.find((suffix) => name.endsWith(suffix));
            const base = part && known(name.slice(0, -part.length), part);
            if (base)
                return base;
            if (STANDARD.test(name) || recorded.has(name))
                return { kind: 'standard' };
            return {
                kind: 'unknown',
                recorded: name.includes(':'),
                get hint() {
                    return hint(name);
                },
            };
        },
    };
}

// EXTERNAL MODULE: ./build/lint/fly-toml.js + 4 modules
var fly_toml = __webpack_require__(2455);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/silence.js
var silence = __webpack_require__(1199);
;// CONCATENATED MODULE: ./build/lint/index.js





/**
 * Findings of every file. Pure, but for what the iterable of dashboards does. What reads each kind of file is loaded
 * only when there is one, but for fly.toml, which everybody has: nobody waits for parsers without a use for them.
 */
async function lintSources(sources, options) {
    const found = [];
    const keep = ({ file, text }, problems) => void found.push(...(0,order/* atMost */.T)((0,silence/* silenceByComments */.r4)(problems, text, file)));
    await lintPlatform(sources, options, keep);
    const contract = await lintQueries(sources, options, keep);
    let lint;
    const context = { seen: new Map(), budget: { tries: MAX_TRIES } };
    let count = 0;
    for (const source of sources.dashboards) {
        // With thousands of them, a signal gets its turn, and so does the garbage collector.
        if (++count % 20 === 0)
            await (0,promises_.setImmediate)();
        lint ??= (await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(547), __webpack_require__.e(198), __webpack_require__.e(165), __webpack_require__.e(863)]).then(__webpack_require__.bind(__webpack_require__, 7863))).lintDashboardText;
        found.push(...(0,order/* atMost */.T)(lint(source, { contract: await contract(), ...context })));
    }
    return found;
}
/** Of queries with variables, for all dashboards together: enough for any that people make, and some seconds at most. */
const MAX_TRIES = 50_000;
/** Files that say what runs where. */
async function lintPlatform(sources, { config, prometheus, inputs, files = [] }, keep) {
    const services = config?.services ?? [];
    const apps = config?.apps.map(({ app }) => app) ?? [];
    for (const { app, role, dockerfile, ...source } of sources.fly) {
        keep(source, (0,fly_toml/* lintFlyToml */.N)(source.text, source.file, { app, role, dockerfile, services }));
    }
    for (const { exists, ...source } of sources.prometheus) {
        const { lintPrometheusConfig } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(80)]).then(__webpack_require__.bind(__webpack_require__, 8080));
        keep(source, lintPrometheusConfig(source.text, source.file, { ...prometheus, exists }));
    }
    for (const source of sources.workflows) {
        const { lintWorkflow } = await __webpack_require__.e(/* import() */ 419).then(__webpack_require__.bind(__webpack_require__, 4419));
        keep(source, lintWorkflow(source.text, source.file, { inputs, files, apps }));
    }
}
/** Rule files; the answer is the contract that dashboards are held against, which knows what the rules record. */
async function lintQueries(sources, { config, recorded, assumed }, keep) {
    const rules = sources.rules.length > 0 ? await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(198), __webpack_require__.e(165), __webpack_require__.e(927)]).then(__webpack_require__.bind(__webpack_require__, 8927)) : undefined;
    let made;
    const contract = async () => {
        if (!config || made)
            return made;
        const names = sources.rules.flatMap(({ text }) => rules?.recordedNames(text) ?? []);
        made = contractOf(config, { recorded: new Set([...(await recorded()), ...names]), assumed });
        return made;
    };
    for (const source of sources.rules)
        keep(source, rules?.lintRules(source.text, source.file, { contract: await contract() }) ?? []);
    return contract;
}


/***/ }),

/***/ 6064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ atMost),
/* harmony export */   m: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4211);

const RANK = new Map(Object.keys(_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .FINDINGS */ .TG).map((code, i) => [code, i]));
/** Whatever is not in the catalogue comes from the configuration or from other programs, and goes first. */
const rank = (code) => RANK.get(code) ?? -1;
/** Of one finding in one file, at most so many are told one by one. */
const MOST = 20;
/** Worst first: errors before warnings, then as in the catalogue, then by place. */
function worstFirst(problems) {
    const severity = ({ severity }) => (severity === 'error' ? 0 : 1);
    return problems.toSorted((a, b) => severity(a) - severity(b) ||
        rank(a.code) - rank(b.code) ||
        compare(a.at?.file ?? '', b.at?.file ?? '') ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
        (a.at?.column ?? 0) - (b.at?.column ?? 0));
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Leaves out the hundredth of the same in one file, and says so in the last that is told. */
function atMost(problems) {
    const groups = Map.groupBy(problems, ({ code, at }) => `${code} ${at?.file}`);
    return [...groups.values()].flatMap((same) => {
        const told = same.slice(0, MOST);
        const last = told.at(-1);
        if (same.length <= MOST || !last)
            return same;
        return [
            ...told.slice(0, -1),
            { ...last, message: `${last.message} (${same.length - MOST} more of these in this file.)` },
        ];
    });
}


/***/ }),

/***/ 5658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ prometheusContext)
/* harmony export */ });
/* harmony import */ var _render_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1589);

/** Without a configuration, nothing is known of apps and ports. */
function prometheusContext(config, exists) {
    const ports = new Map((config?.apps ?? []).map((app) => [app.app, []]));
    for (const service of config?.services ?? [])
        ports.get(service.app)?.push(service.port);
    return { version: config ? (0,_render_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E)(config.monitoring.image) : _render_version_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILT_IN */ .$, ports, exists };
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ silenceTheirs),
/* harmony export */   R5: () => (/* binding */ silenceByConfig),
/* harmony export */   r4: () => (/* binding */ silenceByComments)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4211);

const COMMENT = /#\s*deploy-monitoring\s+ignore\s+(?<codes>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::\s*(?<reason>.*))?$/i;
/** Findings that no exception hides: nothing else was checked in the file. */
const isFatal = (code) => {
    const entry = Object.hasOwn(_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .FINDINGS */ .TG, code) ? _catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .FINDINGS */ .TG[code] : undefined;
    return entry !== undefined && 'fatal' in entry;
};
/**
 * Leaves out what comments of the file silence: `# deploy-monitoring ignore CODE: reason`, at the end of the line or
 * on one of its own above it. A comment without a reason, or without effect, is a finding itself.
 */
function silenceByComments(problems, text, file) {
    if (!text.includes('deploy-monitoring'))
        return [...problems];
    const silencers = comments(text, file);
    const rest = unsilenced(problems, silencers);
    return [...rest, ...silencers.filter(({ codes }) => !codes.every(isTheirs)).flatMap(complaint)];
}
/**
 * The same for what other programs find. A comment about them is never one too many: they are not there everywhere.
 */
function silenceTheirs(problems, text, file) {
    return unsilenced(problems, comments(text, file));
}
const isTheirs = (code) => code === 'promtool' || code === 'flyctl';
function unsilenced(problems, silencers) {
    return problems.filter((problem) => {
        const by = silencers.find(({ codes, about, reason }) => reason !== '' && codes.includes(problem.code) && about === problem.at?.line);
        if (!by || isFatal(problem.code))
            return true;
        by.used = true;
        return false;
    });
}
function comments(text, file) {
    const lines = text.split('\n');
    const below = nextLines(lines);
    return lines.flatMap((line, i) => {
        const groups = COMMENT.exec(line.trimEnd())?.groups;
        if (!groups)
            return [];
        const isAlone = /^\s*#/.test(line);
        return [
            {
                codes: (groups.codes ?? '').split(',').map((code) => code.trim()),
                file,
                line: i + 1,
                about: isAlone ? (below[i] ?? 0) : i + 1,
                reason: groups.reason?.trim() ?? '',
                used: false,
            },
        ];
    });
}
/** Of each line, the number of the next one that is neither empty nor a comment; 0 when there is none. */
function nextLines(lines) {
    let next = 0;
    return lines
        .toReversed()
        .map((line, i) => {
        const own = next;
        if (/^\s*[^\s#]/.test(line))
            next = lines.length - i;
        return own;
    })
        .reverse();
}
function complaint({ codes, file, line, reason, used }) {
    const at = { file, line, column: 1 };
    if (reason === '')
        return [
            (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('ignore-no-reason', at, 'The exception says no reason, and silences nothing.', 'Write it behind a colon.'),
        ];
    if (used)
        return [];
    const message = `There is no ${codes.join(' or ')} to ignore here.`;
    return [(0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('ignore-unused', at, message, 'Remove the comment, or correct the code.')];
}
/** Leaves out what the configuration silences; exceptions without effect are findings at `at`. */
function silenceByConfig(problems, ignores, at) {
    const used = new Set();
    const rest = problems.filter((problem) => {
        const by = ignores.find(({ code, file }) => code === problem.code && (file === undefined || file === problem.at?.file));
        if (!by || isFatal(problem.code))
            return true;
        used.add(by);
        return false;
    });
    const unused = ignores.filter((ignore) => !used.has(ignore));
    return [
        ...rest,
        ...unused.map(({ code, file }) => {
            const message = `lint.ignore names ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(code)}${file === undefined ? '' : ` in ${file}`}, which is not there.`;
            return (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('ignore-unused', at, message, 'Remove the entry, or correct it.');
        }),
    ];
}


/***/ }),

/***/ 9731:
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
;// CONCATENATED MODULE: ./build/lint/recognise.js
/** Tells files by their contents, cheaply: nothing is parsed. A wrong guess must be rare in both directions. */
/** Helm, Ansible and others fill these in before it is YAML. */
const TEMPLATE = /\{\{|\{%/;
/** Rules have templates of their own, but only in labels and annotations. */
const TEMPLATE_OF_RULES = /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m;
const withoutComments = (text) => text.replace(/(?:^|[ \t])#.*$/gm, '');
/** Promtail, Loki, collectors and agents scrape too, and resources of Kubernetes embed what is not for Prometheus yet. */
const OF_OTHERS = /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m;
/** A `prometheus.yml`. */
const looksLikePrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
    !OF_OTHERS.test(text) &&
    !TEMPLATE.test(withoutComments(text));
/** Pipes and filters of Loki's language, which has rule files of the same form. */
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/;
/** A rule file; the tests of rules, and resources of Kubernetes, are not meant. Templates of alerts are part of it. */
const looksLikeRules = (text) => /^groups:/m.test(text) &&
    /^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:record|alert|rules):/m.test(text) &&
    !/^(?:kind|tests|apiVersion):/m.test(text) &&
    !LOGQL.test(text) &&
    !TEMPLATE_OF_RULES.test(withoutComments(text));
/** A dashboard of Grafana in any of its forms. */
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
    /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
const looksLikeCaller = (text) => /uses:\s*['"]?(?:[\w.-]+\/)?deploy-monitoring\b|\b(?:flyctl|fly)\s+deploy\b/.test(text);

;// CONCATENATED MODULE: ./build/lint/workspace.js




/** Files that nobody named are looked at up to this size. */
const MAX_FOUND_BYTES = 2_000_000;
/** More files than this are not searched; named ones are always read. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
/** Folders with files of other people. */
const FOREIGN = new Set([
    'node_modules',
    'vendor',
    'target',
    'dist',
    'build',
    'out',
    'coverage',
    'venv',
    '__pycache__',
    'testdata',
]);
/**
 * All files of a workspace that can be checked: those that the configuration names, and those that are recognised.
 * The file of the configuration itself, `own`, is never taken for another: it has keys of the same names.
 */
function findSources(workspace, config, own) {
    const problems = [];
    const large = [];
    const read = reader(workspace, { problems, large });
    const { paths, incomplete, closed } = (0,lib_workspace/* walkFiles */.Fv)(workspace, {
        skips: (folder) => folder.startsWith('.') || FOREIGN.has(folder),
        maxFiles: MAX_FILES,
        maxDepth: MAX_DEPTH,
    });
    const isWorkflow = (file) => /^\.github\/workflows\/[^/]+$/.test(file);
    const yamls = paths
        .filter((path) => /\.ya?ml$/.test(path))
        .flatMap((path) => read(path, 'found') ?? [])
        .filter(({ file }) => file !== own && !isWorkflow(file));
    return {
        sources: {
            fly: flyFiles(workspace, { config, paths, read }),
            prometheus: yamls
                .filter(({ text }) => looksLikePrometheus(text))
                .map((file) => ({ ...file, exists: existsBeside(workspace, file) })),
            rules: yamls.filter(({ text }) => looksLikeRules(text)),
            workflows: workflows(workspace, read),
            dashboards: dashboards(workspace, { config, paths, read }),
        },
        problems,
        incomplete,
        closed,
        large,
    };
}
/** Reads a file of the working directory; one that cannot be read is told once, and only if it matters. */
function reader(workspace, unread) {
    const told = new Set();
    return (path, how) => {
        try {
            return (0,lib_workspace/* readText */.yR)(workspace, path, limitOf(path, how));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            if (!told.has(path))
                tell((0,lib_workspace/* shown */.SP)(workspace, path), how, { error, ...unread });
            told.add(path);
            return undefined;
        }
    };
}
function limitOf(path, how) {
    if (how === 'found')
        return MAX_FOUND_BYTES;
    return path.endsWith('.json') ? lib_workspace/* MAX_DASHBOARD_BYTES */.Em : undefined;
}
/** Of files that nobody named, a large or binary one is most likely none of ours. */
function tell(file, how, { error, problems, large }) {
    const at = { file, line: 1, column: 1 };
    for (const problem of error.problems)
        if (how === 'named' || problem.code === 'file-outside')
            problems.push({ ...problem, at });
        else if (problem.code === 'file-too-large')
            large.push(file);
}
/** The Fly configurations of the apps, and any other that is there. */
function flyFiles(workspace, { config, paths, read }) {
    const named = Map.groupBy(config?.apps ?? [], (app) => (0,lib_workspace/* shown */.SP)(workspace, app.config));
    const others = paths.filter((path) => /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/.test(path));
    const all = [...new Set([...named.values()].flatMap(([app]) => app?.config ?? []).concat(others))];
    return all.flatMap((path) => {
        const file = path.endsWith('.toml') ? read(path, 'named') : undefined;
        if (!file)
            return [];
        const own = /^app\s*=\s*["']([^"']+)["']/m.exec(file.text)?.[1] ?? '';
        const monitoring = config?.monitoring.app;
        // An app that is not deployed from here may well have a default path that leads to the file of another.
        const apps = named.get(file.file);
        const app = apps?.find(({ deploy }) => deploy) ?? apps?.find(({ app: name }) => name === own);
        if (app)
            return [{ ...file, app: app.app, role: 'app', dockerfile: builtFrom(app, workspace) }];
        if (own !== monitoring && !/monitoring|prometheus/.test(path))
            return [{ ...file, app: own, role: 'app' }];
        return [{ ...file, app: monitoring ?? own, role: 'monitoring' }];
    });
}
/** As people see it in the repository. An image is not built at all. */
const builtFrom = ({ dockerfile, image }, workspace) => image === undefined && dockerfile !== undefined ? (0,lib_workspace/* shown */.SP)(workspace, dockerfile) : undefined;
/** Of a path that is relative to a file: whether it leads to something in the workspace. */
const existsBeside = (workspace, { file }) => (path) => (0,lib_workspace/* exists */.t2)(workspace, (0,lib_workspace/* fromRoot */.tc)(workspace, (0,external_node_path_.join)((0,external_node_path_.dirname)(file), path)));
/** The workflows lie at the root of the repository, whatever the working directory is. */
function workflows(workspace, read) {
    const folder = (0,lib_workspace/* fromRoot */.tc)(workspace, '.github/workflows');
    if (!(0,lib_workspace/* exists */.t2)(workspace, folder))
        return [];
    return (0,lib_workspace/* listFiles */.CS)(workspace, folder, '')
        .filter((path) => /\.ya?ml$/.test(path))
        .flatMap((path) => read(path, 'found') ?? [])
        .filter(({ text }) => looksLikeCaller(text));
}
function* dashboards(workspace, { config, paths, read }) {
    const named = new Set((config?.grafana.dashboards ?? []).flatMap((path) => (0,lib_workspace/* listFiles */.CS)(workspace, path, '.json')));
    for (const path of named) {
        const file = read(path, 'named');
        if (file)
            yield file;
    }
    for (const path of paths) {
        if (!path.endsWith('.json') ||
            named.has(path) ||
            /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path))
            continue;
        const file = read(path, 'found');
        if (file && looksLikeDashboard(file.text))
            yield { ...file, found: true };
    }
}


/***/ }),

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
;// CONCATENATED MODULE: ./build/lint/yaml-quotes.js
/** A line whose value starts with a quote, up to that quote. */
const OPENS = /^[^#"']*?[:-][ \t]+(?=["'])/;
/**
 * Go's YAML lets quoted texts go on at any indentation, the parser here wants them further in than their key. This
 * takes the line breaks out of quoted values, with spaces in their place so that every offset stays. Undefined when
 * there is nothing to take out.
 */
function joinQuoted(text) {
    const parts = [];
    let done = 0;
    for (let start = 0; start < text.length;) {
        const end = endOfLine(text, start);
        const opens = OPENS.exec(text.slice(start, end));
        const quote = start + (opens?.[0].length ?? 0);
        const close = opens ? closing(text, quote) : end;
        if (close < 0)
            break;
        if (close > end) {
            parts.push(text.slice(done, quote), text.slice(quote, close).replace(/[\r\n]/g, ' '));
            done = close;
        }
        start = endOfLine(text, Math.max(close, start)) + 1;
    }
    return done === 0 ? undefined : parts.join('') + text.slice(done);
}
function endOfLine(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}
/** The offset of the quote that closes the one at `open`, or -1. */
function closing(text, open) {
    const quote = text.charAt(open);
    for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1))
        if (quote === "'" && text.charAt(at + 1) === quote)
            at++;
        else if (quote === "'" || backslashes(text, at) % 2 === 0)
            return at;
    return -1;
}
function backslashes(text, before) {
    let count = 0;
    while (text.charAt(before - 1 - count) === '\\')
        count++;
    return count;
}

;// CONCATENATED MODULE: ./build/lint/yaml.js



/** Aliases may repeat a node; a document that unfolds to more than this is a bomb. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
/**
 * Reads the first document of a YAML file, with places. `more`: other documents follow.
 * Never throws: what cannot be read is one finding.
 */
function readYaml(text, file) {
    const lines = linesOf(text);
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const wrong = (place, message, hint) => ({
        ok: false,
        problem: (0,catalog/* finding */.gk)('yaml-syntax', { file, ...place }, message, hint),
    });
    try {
        const deep = tooDeep(text);
        if (deep !== undefined)
            return wrong(at(deep), TOO_DEEP, FLATTEN);
        const document = parse(text);
        const more = document.errors.some((error) => error.code === 'MULTIPLE_DOCS');
        const error = document.errors.find((one) => one.code !== 'MULTIPLE_DOCS');
        // The parser reports a full stack as if it were a mistake of syntax.
        if (error?.message.includes('call stack'))
            return wrong(at(error.pos[0]), TOO_DEEP, FLATTEN);
        if (error)
            return wrong(at(error.pos[0]), `Not valid YAML: ${error.message}.`, 'Check indentation, quotes and colons around this place.');
        const convert = { at, source: text, left: MAX_NODES, anchors: new Map() };
        return { ok: true, tree: toTree(document.contents, convert, 0), more };
    }
    catch (error) {
        if (error instanceof Refused)
            return wrong(at(error.offset), error.message, error.hint);
        // The stack is full.
        if (error instanceof RangeError)
            return wrong({ line: 1, column: 1 }, TOO_DEEP, FLATTEN);
        throw error;
    }
}
/** More brackets open at once, or more dashes side by side, than anybody means: the parser takes a gigabyte for them. */
const MOST_OPEN = 1_000;
const DASHES = /(?:[-?][ \t]+){200}/;
/** Where a text starts to nest without end. Brackets in quoted texts count too: nobody leaves thousands of them open. */
function tooDeep(text) {
    let open = 0;
    for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
        open = Math.max(0, open + ('[{'.includes(bracket) ? 1 : -1));
        if (open > MOST_OPEN)
            return index;
    }
    return DASHES.exec(text)?.index;
}
function parse(text) {
    const document = (0,dist/* parseDocument */.Tp)(text, OPTIONS);
    const isUnclosed = document.errors.some(({ message }) => message.startsWith('Missing closing'));
    const joined = isUnclosed ? joinQuoted(text) : undefined;
    const again = joined === undefined ? document : (0,dist/* parseDocument */.Tp)(joined, OPTIONS);
    return again.errors.length < document.errors.length ? again : document;
}
// Two equal keys are found here: the parser's own check takes a time that grows with the square of the keys.
const OPTIONS = { prettyErrors: false, uniqueKeys: false };
/** The lines of the text as it is written, whatever of it the parser gets to see. */
function linesOf(text) {
    const lines = new dist/* LineCounter */.HN();
    for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1)
        lines.addNewLine(start);
    return lines;
}
const TOO_DEEP = 'The file nests too deeply, or unfolds to too much.';
const FLATTEN = 'Write the values out instead of nesting them or repeating them with & and *.';
class Refused extends Error {
    offset;
    hint;
    constructor(offset, message, hint) {
        super(message);
        this.offset = offset;
        this.hint = hint;
    }
}
function toTree(node, convert, depth) {
    const own = node;
    const offset = own?.range?.[0] ?? 0;
    if (--convert.left < 0 || depth > MAX_DEPTH)
        throw new Refused(offset, TOO_DEEP, FLATTEN);
    const at = convert.at(offset);
    if (own?.anchor)
        convert.anchors.set(own.anchor, own);
    const target = (0,dist/* isAlias */.Vj)(own) ? convert.anchors.get(own.source) : own;
    if ((0,dist/* isAlias */.Vj)(own) && !target)
        throw new Refused(offset, `Nothing has the anchor ${(0,catalog/* shown */.SP)(own.source)}.`, 'Define it with & before it is used.');
    if ((0,dist/* isSeq */.oP)(target))
        return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) };
    if ((0,dist/* isMap */.jh)(target))
        return table(target, at, { convert, depth });
    return scalar((0,dist/* isScalar */.jn)(target) ? target : undefined, at, convert);
}
function table(map, at, { convert, depth }) {
    const made = { kind: 'table', at, entries: new Map() };
    const pairs = map.items.map((pair) => {
        const key = keyOf(pair);
        const value = toTree(pair.value, convert, depth + 1);
        // A key without a value has no place of its own.
        if (value.kind === 'value' && value.value === null)
            value.at = convert.at(key.offset);
        return [key, value];
    });
    for (const [key, value] of pairs.filter(([{ name }]) => name !== '<<')) {
        if (made.entries.has(key.name))
            throw new Refused(key.offset, `The key ${(0,catalog/* shown */.SP)(key.name)} is there twice.`, 'Keep one of the two.');
        made.entries.set(key.name, value);
    }
    const merged = pairs
        .filter(([{ name }]) => name === '<<')
        .flatMap(([, v]) => (v.kind === 'list' ? v.items : [v]));
    // Merged keys give way to those that are written out.
    for (const [name, value] of merged.flatMap((node) => (node.kind === 'table' ? [...node.entries] : [])))
        if (!made.entries.has(name))
            made.entries.set(name, value);
    return made;
}
function keyOf({ key }) {
    if (!(0,dist/* isScalar */.jn)(key))
        return { name: '', offset: 0 };
    return { name: String(key.source ?? key.value), offset: key.range?.[0] ?? 0 };
}
function scalar(node, at, convert) {
    const raw = node?.value;
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
        ? raw
        : raw === undefined || raw === null
            ? null
            : String(raw);
    const text = typeof value === 'string' ? value : (node?.source ?? String(value ?? ''));
    return {
        kind: 'value',
        at,
        value,
        text,
        inside: (offset) => inside(node, text.slice(0, offset), { at, convert }),
    };
}
/** The place of the character behind `before` in a scalar; its start where escapes or folding hide it. */
function inside(node, before, { at, convert }) {
    const start = node?.range?.[0];
    if (start === undefined)
        return at;
    if (node?.type === dist/* Scalar */.X5.BLOCK_LITERAL) {
        const body = convert.source.indexOf('\n', start) + 1;
        const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0;
        const lines = before.split('\n');
        return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
    }
    const quote = node?.type === dist/* Scalar */.X5.QUOTE_DOUBLE || node?.type === dist/* Scalar */.X5.QUOTE_SINGLE ? 1 : 0;
    const written = convert.source.slice(start + quote, start + quote + before.length);
    return written === before && !before.includes('\n')
        ? { line: at.line, column: at.column + quote + before.length }
        : at;
}


/***/ })

};

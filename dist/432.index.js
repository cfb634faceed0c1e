export const id = 432;
export const ids = [432];
export const modules = {

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ markOf),
/* harmony export */   k: () => (/* binding */ withMark)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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
const digestOf = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);


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
    const declared = new Map();
    for (const service of config.services)
        for (const metric of (0,schema/* declaredMetrics */.Ad)(service)) {
            const known = declared.get(metric.name);
            if (known)
                known.services.push(service.name);
            else
                declared.set(metric.name, { services: [service.name], metric });
        }
    const names = [...declared.values()].flatMap(({ metric }) => SERIES[metric.type].map((part) => `${metric.name}${part}`));
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
            const own = declared.get(name);
            if (own)
                return { kind: SERIES[own.metric.type].includes('') ? 'declared' : 'impossible', part: '', ...own };
            const part = PARTS.find((suffix) => name.endsWith(suffix));
            const base = part && declared.get(name.slice(0, -part.length));
            if (part && base)
                return { kind: SERIES[base.metric.type].includes(part) ? 'declared' : 'impossible', part, ...base };
            if (STANDARD.test(name) || recorded.has(name))
                return { kind: 'standard' };
            return {
                kind: 'unknown',
                recorded: name.includes(':'),
                hint: hint(name),
            };
        },
    };
}

// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/silence.js
var silence = __webpack_require__(1199);
;// CONCATENATED MODULE: ./build/lint/index.js




/**
 * Findings of every file. Pure, but for what the iterable of dashboards does. What reads each kind of file is loaded
 * only when there is one: a repository with two files does not wait for parsers that it has no use for.
 */
async function lintSources(sources, options) {
    const found = [];
    const keep = ({ file, text }, problems) => void found.push(...(0,order/* atMost */.T)((0,silence/* silenceByComments */.r)(problems, text, file)));
    await lintPlatform(sources, options, keep);
    const contract = await lintQueries(sources, options, keep);
    let lint;
    const context = { seen: new Map(), budget: { tries: MAX_TRIES } };
    let count = 0;
    for (const source of sources.dashboards) {
        // With thousands of them, a signal gets its turn, and so does the garbage collector.
        if (++count % 20 === 0)
            await (0,promises_.setImmediate)();
        lint ??= (await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(547), __webpack_require__.e(5), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 2940))).lintDashboardText;
        found.push(...(0,order/* atMost */.T)(lint(source, { contract: contract(), ...context })));
    }
    return found;
}
/** Of queries with variables, for all dashboards together: enough for any that people make, and some seconds at most. */
const MAX_TRIES = 50_000;
/** Files that say what runs where. */
async function lintPlatform(sources, { config, prometheus, inputs }, keep) {
    const services = config?.services ?? [];
    for (const { app, role, ...source } of sources.fly) {
        const { lintFlyToml } = await Promise.all(/* import() */[__webpack_require__.e(605), __webpack_require__.e(311), __webpack_require__.e(109)]).then(__webpack_require__.bind(__webpack_require__, 7311));
        keep(source, lintFlyToml(source.text, source.file, { app, role, services }));
    }
    for (const { exists, ...source } of sources.prometheus) {
        const { lintPrometheusConfig } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(866)]).then(__webpack_require__.bind(__webpack_require__, 2866));
        keep(source, lintPrometheusConfig(source.text, source.file, { ...prometheus, exists }));
    }
    for (const source of sources.workflows) {
        const { lintWorkflow } = await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 7155));
        keep(source, lintWorkflow(source.text, source.file, { inputs }));
    }
}
/** Rule files; the answer is the contract that dashboards are held against, which knows what the rules record. */
async function lintQueries(sources, { config, recorded, assumed }, keep) {
    const rules = sources.rules.length > 0 ? await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(5), __webpack_require__.e(730)]).then(__webpack_require__.bind(__webpack_require__, 9730)) : undefined;
    let made;
    const contract = () => {
        if (!config)
            return undefined;
        const names = sources.rules.flatMap(({ text }) => rules?.recordedNames(text) ?? []);
        made ??= contractOf(config, { recorded: new Set([...recorded(), ...names]), assumed });
        return made;
    };
    for (const source of sources.rules)
        keep(source, rules?.lintRules(source.text, source.file, { contract: contract() }) ?? []);
    return contract;
}


/***/ }),

/***/ 6064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ atMost),
/* harmony export */   m: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(723);

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
/* harmony export */   R: () => (/* binding */ silenceByConfig),
/* harmony export */   r: () => (/* binding */ silenceByComments)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(723);

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
    const rest = problems.filter((problem) => {
        const by = silencers.find(({ codes, about, reason }) => reason !== '' && codes.includes(problem.code) && about === problem.at?.line);
        if (!by || isFatal(problem.code))
            return true;
        by.used = true;
        return false;
    });
    return [...rest, ...silencers.flatMap(complaint)];
}
function comments(text, file) {
    const lines = text.split('\n');
    return lines.flatMap((line, i) => {
        const groups = COMMENT.exec(line.trimEnd())?.groups;
        if (!groups)
            return [];
        const isAlone = /^\s*#/.test(line);
        const below = lines.findIndex((next, j) => j > i && /\S/.test(next) && !/^\s*#/.test(next));
        return [
            {
                codes: (groups.codes ?? '').split(',').map((code) => code.trim()),
                file,
                line: i + 1,
                about: isAlone ? below + 1 : i + 1,
                reason: groups.reason?.trim() ?? '',
                used: false,
            },
        ];
    });
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
// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
;// CONCATENATED MODULE: ./build/lint/recognise.js
/** Tells files by their contents, cheaply: nothing is parsed. A wrong guess must be rare in both directions. */
/** Templates of Helm and others are not YAML yet. */
const isTemplate = (text) => /\{\{-|\{\{\s*(?:\.|if|range|include|define|end)\b/.test(text);
/** A `prometheus.yml`; resources of Kubernetes that embed one are not meant. */
const looksLikePrometheus = (text) => /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
    !/^(?:kind|tests):/m.test(text) &&
    !isTemplate(text.replace(/^\s*#.*$/gm, ''));
/** A rule file; the tests of rules, and resources of Kubernetes, are not meant. Templates of alerts are part of it. */
const looksLikeRules = (text) => /^groups:/m.test(text) &&
    /^\s*(?:-\s+)?\{?\s*(?:record|alert|rules):/m.test(text) &&
    !/^(?:kind|tests|apiVersion):/m.test(text) &&
    !/\{\{-|\{\{\s*(?:\.Values|include|define)\b/.test(text);
/** A dashboard of Grafana in any of its forms. */
const looksLikeDashboard = (text) => /"(?:panels|rows|elements)"\s*:/.test(text) &&
    /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text);
/** A workflow that calls this action, under any owner: forks and copies count. */
const looksLikeCaller = (text) => /uses:\s*['"]?(?:[\w.-]+\/)?deploy-monitoring\b/.test(text);

;// CONCATENATED MODULE: ./build/lint/workspace.js





/** Grafana refuses larger dashboards. */
const MAX_DASHBOARD_BYTES = 16_000_000;
/** Files that nobody named are looked at up to this size. */
const MAX_FOUND_BYTES = 2_000_000;
/** More files than this are not searched; named ones are always read. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
/** Folders with files of other people. */
const FOREIGN = new Set([
    ...[
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
    ],
]);
/**
 * All files of a workspace that can be checked: those that the configuration names, and those that are recognised.
 * The file of the configuration itself, `own`, is never taken for another: it has keys of the same names.
 */
function findSources(workspace, config, own) {
    const problems = [];
    const read = reader(workspace, problems);
    const { paths, incomplete } = (0,lib_workspace/* walkFiles */.Fv)(workspace, {
        skips: (folder) => folder.startsWith('.') || FOREIGN.has(folder),
        maxFiles: MAX_FILES,
        maxDepth: MAX_DEPTH,
    });
    const isWorkflow = (file) => /^\.github\/workflows\/[^/]+$/.test(file);
    const yamls = paths
        .filter((path) => /\.ya?ml$/.test(path))
        .flatMap((path) => read(path, 'found') ?? [])
        .filter(({ file }) => file !== own && !isWorkflow(file));
    checkNamed(workspace, config, problems);
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
    };
}
/** Reads a file of the working directory; one that cannot be read is a problem, once, and only if it matters. */
function reader(workspace, problems) {
    const told = new Set();
    return (path, how) => {
        try {
            const limit = how === 'found' ? MAX_FOUND_BYTES : path.endsWith('.json') ? MAX_DASHBOARD_BYTES : undefined;
            return (0,lib_workspace/* readText */.yR)(workspace, path, limit);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            const at = { file: (0,lib_workspace/* shown */.SP)(workspace, path), line: 1, column: 1 };
            // Of files that nobody named, a large or binary one is most likely none of ours.
            if ((how === 'named' || error.problems.some(({ message }) => message.includes('leads outside'))) &&
                !told.has(path))
                for (const { message, hint } of error.problems)
                    problems.push((0,catalog/* finding */.gk)('file-unreadable', at, message, hint));
            told.add(path);
            return undefined;
        }
    };
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
            return [{ ...file, app: app.app, role: 'app' }];
        if (own !== monitoring && !/monitoring|prometheus/.test(path))
            return [{ ...file, app: own, role: 'app' }];
        return [{ ...file, app: monitoring ?? own, role: 'monitoring' }];
    });
}
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
/** Files that the configuration names and a deploy needs. */
function checkNamed(workspace, config, problems) {
    for (const { app, config: toml, dockerfile, deploy } of config?.apps ?? []) {
        if (!deploy)
            continue;
        for (const path of [toml, ...(dockerfile === undefined ? [] : [dockerfile])])
            if (!(0,lib_workspace/* exists */.t2)(workspace, path)) {
                const file = (0,lib_workspace/* shown */.SP)(workspace, path);
                problems.push((0,catalog/* finding */.gk)('file-missing', undefined, `${file} does not exist: app ${app} is deployed with it.`, 'Write it, or correct the configuration.'));
            }
    }
    for (const path of config?.grafana.dashboards ?? [])
        if (!(0,lib_workspace/* exists */.t2)(workspace, path))
            problems.push((0,catalog/* finding */.gk)('file-missing', undefined, `${(0,lib_workspace/* shown */.SP)(workspace, path)} does not exist: grafana.dashboards names it.`, 'Write it, or correct the configuration.'));
}


/***/ })

};

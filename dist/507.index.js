export const id = 507;
export const ids = [507];
export const modules = {

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusedNames)
/* harmony export */ });
/** Names are said in one place: an input that would change nothing is an error. */
function refusedNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input-beside-file',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
        hint: `Say it in ${file} and remove the input.`,
    }));
}


/***/ }),

/***/ 6507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/config/load.js
var load = __webpack_require__(5235);
// EXTERNAL MODULE: ./build/config/preset.js
var preset = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/content/groups.js + 6 modules
var groups = __webpack_require__(8343);
// EXTERNAL MODULE: ./build/content/rule.js
var content_rule = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
// EXTERNAL MODULE: ./build/init/mark.js
var init_mark = __webpack_require__(134);
// EXTERNAL MODULE: ./build/init/paths.js
var paths = __webpack_require__(655);
;// CONCATENATED MODULE: ./build/init/drift.js



/**
 * Files that `init` made from the configuration and that are not what it says any more. Files that are not there, that
 * somebody else wrote, or that another configuration made are none of its business.
 * @param source path of the configuration, relative to the working directory, as the marks of the files name it
 * @param read text of a file of the working directory, if there is one, and its path as people know it
 */
async function findDrift(config, source, read) {
    const ours = paths/* RENDERED */.Un.flatMap((path) => {
        const found = read(path);
        const mark = found && (0,init_mark/* markOf */.F)(found.text);
        return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : [];
    });
    if (ours.length === 0)
        return [];
    // What renders is loaded only where there is something to compare.
    const { renderedFiles } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(174)]).then(__webpack_require__.bind(__webpack_require__, 5174));
    const wanted = new Map(renderedFiles(config, source).map(({ path, text }) => [path, text]));
    return ours.flatMap(({ path, file, text, mark }) => {
        const [is, should] = [text.replaceAll('\r\n', '\n'), wanted.get(path) ?? ''];
        if (is === should)
            return [];
        const at = { file, line: firstDifference(is, should), column: 1 };
        return [(0,catalog/* finding */.gk)('file-drift', at, ...saying(mark.changed, source))];
    });
}
function saying(changed, source) {
    return changed
        ? [
            `This file was changed by hand and differs from what ${source} says.`,
            `A deploy by hand would ship it, the action would not. Move the change to ${source}, then run "deploy-monitoring init --force".`,
        ]
        : [
            `This file was made from ${source}, and is not what it says now.`,
            'Run "deploy-monitoring init" and commit the result.',
        ];
}
/** The first line that differs, apart from the mark, which always does. */
function firstDifference(text, wanted) {
    const lines = text.split('\n');
    const others = wanted.split('\n');
    const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'));
    return at === -1 ? Math.min(lines.length, others.length) : at + 1;
}

// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/workspace.js
var lib_workspace = __webpack_require__(493);
// EXTERNAL MODULE: ./build/lint/beside.js
var beside = __webpack_require__(5148);
// EXTERNAL MODULE: ./build/lint/index.js + 1 modules
var lint = __webpack_require__(5032);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/lint/prometheus/context.js
var context = __webpack_require__(5658);
// EXTERNAL MODULE: ./build/lint/silence.js
var silence = __webpack_require__(1199);
// EXTERNAL MODULE: ./build/lint/workspace.js + 1 modules
var lint_workspace = __webpack_require__(9731);
;// CONCATENATED MODULE: ./build/lint/plan.js














/** Checks every file of a workspace. Nothing is sent anywhere, and nothing of the workspace is executed. */
async function plan(input) {
    const { workspace } = input;
    const { config, file, problems: wrong } = readConfig(input);
    const { sources, problems: unreadable, incomplete } = (0,lint_workspace/* findSources */.I)(workspace, config, file);
    let dashboards = 0;
    function* counted(all) {
        for (const source of all) {
            dashboards++;
            yield source;
        }
    }
    const found = await (0,lint/* lintSources */.K)({ ...sources, dashboards: counted(sources.dashboards) }, {
        config,
        assumed: file === undefined,
        recorded: () => (config ? recordedBy(config, input.remoteWrite) : []),
        prometheus: (0,context/* prometheusContext */.S)(config, () => false),
        inputs: input.inputs,
    });
    const drift = config && file !== undefined ? await driftOf(input, config) : [];
    const own = [...wrong, ...found, ...unreadable, ...drift];
    const theirs = await validated(sources, own, input.validators);
    const at = file === undefined ? undefined : { file, line: 1, column: 1 };
    const problems = (0,silence/* silenceByConfig */.R)([...own, ...theirs], ignoresOf(config), at);
    return {
        problems: (0,order/* worstFirst */.m)((0,order/* atMost */.T)(problems)),
        config,
        checked: {
            configuration: file === undefined ? 0 : 1,
            'Fly configurations': sources.fly.length,
            'Prometheus configurations': sources.prometheus.length,
            'rule files': sources.rules.length,
            dashboards,
            workflows: sources.workflows.length,
        },
        skipped: [
            ...input.validators.missing,
            ...(incomplete
                ? [
                    {
                        part: 'Some files',
                        why: 'There are too many to look at all of them.',
                        set: 'working-directory',
                    },
                ]
                : []),
        ],
    };
}
/** Files of `init` that the configuration does not say any more; what cannot be read is told by others. */
function driftOf({ workspace, config: { path } }, config) {
    return findDrift(config, path, (file) => {
        try {
            return (0,lib_workspace/* readText */.yR)(workspace, file);
        }
        catch {
            return undefined;
        }
    });
}
/** Exceptions of the configuration; the key is optional. */
const ignoresOf = (config) => config?.lint?.ignore ?? [];
/** Names that the rules record which ship with this configuration. */
const recordedBy = (config, remoteWrite) => (0,groups/* ruleGroups */.z)(config, { remoteWrite }).flatMap(({ rules }) => rules.flatMap((rule) => ((0,content_rule/* isAlert */.H)(rule) ? [] : [rule.record])));
function readConfig({ workspace, config: { path, explicit }, names }) {
    const name = (0,lib_workspace/* shown */.SP)(workspace, path);
    try {
        const text = (0,lib_workspace/* readText */.yR)(workspace, path);
        if (text)
            return {
                config: (0,load/* loadConfig */.Z)(text.text, text.file),
                file: text.file,
                problems: [...(0,beside/* refusedNames */.h)(names, text.file), ...leftovers(text)],
            };
        const missing = (0,catalog/* finding */.gk)('file-missing', undefined, `${name} does not exist: the input config names it.`, 'Write it, or remove the input.');
        return { config: (0,load/* validate */.t)((0,preset/* preset */.I)(names)), file: undefined, problems: explicit ? [missing] : [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const at = { file: name, line: 1, column: 1 };
        return { config: undefined, file: name, problems: error.problems.map((problem) => ({ at, ...problem })) };
    }
}
/**
 * Placeholders that nobody fills in: they would be deployed as they stand. Everything else in the rendered files
 * comes from values that the schema has checked.
 */
function leftovers({ file, text }) {
    return text.split('\n').flatMap((line, i) => {
        const found = /^[^#]*?(\$\{[A-Za-z_]\w*[^}]*\})/.exec(line)?.[1];
        if (found === undefined)
            return [];
        const at = { file, line: i + 1, column: line.indexOf(found) + 1 };
        const message = `${(0,catalog/* shown */.SP)(found)} would be deployed as it stands: nothing here is expanded.`;
        return [(0,catalog/* finding */.gk)('config-leftover', at, message, 'Write the value out.')];
    });
}
/** What other programs find in files that we have no errors in. */
async function validated(sources, own, validators) {
    const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
    const found = [];
    for (const kind of ['prometheus', 'rules', 'fly'])
        for (const source of sources[kind])
            if (!wrong.has(source.file))
                found.push(...(await validators.check(kind, source)));
    const told = new Set(own.map(same));
    return found.filter((problem) => !told.has(same(problem)));
}
const same = ({ code, at, message }) => `${code} ${at?.file} ${message}`;


/***/ })

};

export const id = 155;
export const ids = [155];
export const modules = {

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ld: () => (/* binding */ items)
/* harmony export */ });
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
/** The items of a list; none for anything else. */
const items = (node) => (node?.kind === 'list' ? node.items : []);
/** A scalar as a text, as Go's YAML takes one where it wants a text; undefined for anything else, and for nothing. */
const textOf = (node) => node?.kind === 'value' && node.value !== null ? node.text : undefined;


/***/ }),

/***/ 7155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lintWorkflow: () => (/* binding */ lintWorkflow)
/* harmony export */ });
/* harmony import */ var _lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2769);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(723);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6530);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1093);





/** This action, under any owner: forks and copies count. */
const OURS = /^(?:[\w.-]+\/)?deploy-monitoring(?:@.*)?$/;
/** Findings of a workflow that calls this action. */
function lintWorkflow(text, file, context) {
    const read = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .readYaml */ .g)(text, file);
    if (!read.ok)
        return [read.problem];
    const problems = [];
    const report = (code, at, message, hint) => problems.push((0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(code, { file, ...at }, message, hint));
    const triggers = triggersOf(read.tree);
    const jobs = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(read.tree, 'jobs');
    for (const [name, job] of jobs?.kind === 'table' ? jobs.entries : []) {
        const steps = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(job, 'steps'));
        for (const step of steps) {
            const uses = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'uses');
            if (!uses || !OURS.test((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(uses) ?? ''))
                continue;
            const call = { name, job, steps, step, uses, root: read.tree, triggers };
            for (const rule of [permissions, concurrency, pullRequests, token, stepItself])
                rule(call, report);
            inputs(step, context.inputs, report);
        }
    }
    return problems;
}
/** An expression of GitHub's, as it is written in a workflow. */
const expression = (text) => `\${{ ${text} }}`;
/** `on: push`, `on: [push]`, `on: { push: … }`; YAML 1.1 reads the key as true. */
function triggersOf(root) {
    const on = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(root, 'on') ?? (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(root, 'true');
    if (on?.kind === 'table')
        return on.entries;
    const names = on?.kind === 'list' ? on.items : on ? [on] : [];
    return new Map(names.map((name) => [(0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(name) ?? '', name]));
}
const input = (step, name) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'with'), name);
const modeOf = ({ step }) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(input(step, 'mode')) ?? 'deploy';
function permissions({ name, job, root, uses }, report) {
    const given = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(job, 'permissions') ?? (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(root, 'permissions');
    if (!given)
        report('workflow-permissions', uses.at, `Job ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(name)} has no permissions: its token may do whatever the repository's default allows.`, 'Add "permissions: { contents: read, pull-requests: write }" to the job.');
    else if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(given) === 'write-all')
        report('workflow-permissions', given.at, `Job ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(name)} may write everything.`, 'Use "permissions: { contents: read, pull-requests: write }".');
}
function concurrency(call, report) {
    if (modeOf(call) !== 'deploy')
        return;
    const given = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(call.job, 'concurrency') ?? (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(call.root, 'concurrency');
    if (!given)
        report('workflow-concurrency', call.uses.at, `Job ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(call.name)} deploys and has no concurrency: two pushes deploy at the same time.`, 'Add "concurrency: { group: deploy-monitoring, cancel-in-progress: false }" to the job.');
    const cancel = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(given, 'cancel-in-progress');
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(cancel) === 'true')
        report('workflow-cancel', cancel?.at ?? call.uses.at, 'A new run cancels the deploy that is under way.', 'Set cancel-in-progress: false: the next one waits.');
}
function pullRequests(call, report) {
    const target = call.triggers.get('pull_request_target');
    const checkout = call.steps.find((step) => /^actions\/checkout@/.test((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'uses')) ?? ''));
    const ref = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(input(checkout ?? call.step, 'ref')) ?? '';
    if (target && /head|pull_request/.test(ref))
        report('workflow-pull-request-target', target.at, 'pull_request_target gives the secrets of the repository to files of whoever opens a pull request.', 'Use pull_request with mode: plan, which needs no secret.');
    const request = call.triggers.get('pull_request');
    const conditions = [call.job, call.step].map((node) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(node, 'if')) ?? '').join(' ');
    if (request && modeOf(call) === 'deploy' && !/event_name|github\.ref|pull_request/.test(conditions))
        report('workflow-deploy-pull-request', request.at, `Job ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(call.name)} deploys for pull requests.`, `Use mode: plan for them, in a job of its own or with "mode: ${expression("github.event_name == 'pull_request' && 'plan' || 'deploy'")}".`);
    const nested = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(call.step, 'if')) ?? '';
    if (/\bsecrets\s*[.[]/.test(nested))
        report('workflow-if-secrets', (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(call.step, 'if')?.at ?? call.step.at, 'The secrets cannot be asked in an if: GitHub refuses the whole workflow.', 'Leave the condition out: without its secrets a part is skipped, and the summary says so.');
}
const TOKENS = ['fly-api-token', 'FLY_API_TOKEN'];
function token(call, report) {
    if (modeOf(call) !== 'deploy')
        return;
    const environments = [call.step, call.job, call.root].map((node) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(node, 'env'));
    const given = [(0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(call.step, 'with'), ...environments].some((node) => TOKENS.some((key) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(node, key)));
    if (!given)
        report('workflow-no-token', call.uses.at, 'The step deploys and is given no Fly token.', `Add "env: { FLY_API_TOKEN: ${expression('secrets.FLY_API_TOKEN')} }" to it.`);
}
function stepItself({ step, uses }, report) {
    const ref = /@(.*)$/.exec((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(uses) ?? '')?.[1];
    if (ref && /^(?:main|master|HEAD)$/.test(ref))
        report('workflow-unpinned', uses.at, `The action is taken from ${ref}, whatever is there tomorrow.`, 'Use a release, such as @v1.');
    const ignored = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'continue-on-error');
    if ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(ignored) === 'true')
        report('workflow-ignored', ignored?.at ?? step.at, 'A failed deploy does not fail the job.', 'Remove continue-on-error; "fail-on: never" keeps the job green for missing data alone.');
    const filled = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'with');
    for (const [key, value] of filled?.kind === 'table' ? filled.entries : [])
        if (/(?:token|password|key)$/.test(key) &&
            !/\$\{\{/.test((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(value) ?? '') &&
            ((0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(value) ?? '') !== '')
            report('workflow-secret', value.at, `The input ${key} stands in the workflow as it is.`, `Store it as a secret and write ${expression('secrets.NAME')}; change it, as it is in the history.`);
}
function inputs(step, known, report) {
    const given = (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(step, 'with');
    for (const [key, value] of given?.kind === 'table' ? given.entries : [])
        if (!known.includes(key))
            report('workflow-input', value.at, `The action has no input ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(key)}.`, (0,_lib_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(key, known) ?? `Inputs: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(known)}.`);
}


/***/ }),

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(723);


/** Aliases may repeat a node; a document that unfolds to more than this is a bomb. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
/**
 * Reads the first document of a YAML file, with places. `more`: other documents follow.
 * Never throws: what cannot be read is one finding.
 */
function readYaml(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const wrong = (place, message, hint) => ({
        ok: false,
        problem: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)('yaml-syntax', { file, ...place }, message, hint),
    });
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
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
    const target = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) ? convert.anchors.get(own.source) : own;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) && !target)
        throw new Refused(offset, `Nothing has the anchor ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(own.source)}.`, 'Define it with & before it is used.');
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(target))
        return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target))
        return table(target, at, { convert, depth });
    return scalar((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(target) ? target : undefined, at, convert);
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
        // The parser could tell too, in a time that grows with the square of the keys.
        if (made.entries.has(key.name))
            throw new Refused(key.offset, `The key ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(key.name)} is there twice.`, 'Keep one of the two.');
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
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
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
    if (node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.BLOCK_LITERAL) {
        const body = convert.source.indexOf('\n', start) + 1;
        const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0;
        const lines = before.split('\n');
        return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
    }
    const quote = node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE || node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE ? 1 : 0;
    const written = convert.source.slice(start + quote, start + quote + before.length);
    return written === before && !before.includes('\n')
        ? { line: at.line, column: at.column + quote + before.length }
        : at;
}


/***/ })

};

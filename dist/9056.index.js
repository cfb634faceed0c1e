export const id = 9056;
export const ids = [9056];
export const modules = {

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ group),
/* harmony export */   x: () => (/* binding */ alert)
/* harmony export */ });
/** A rule file with the given rules, for the examples of rules. */
const group = (rules) => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`;
/** A correct alert with the given query. */
const alert = (expr) => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`;


/***/ }),

/***/ 9056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ nameTaken),
/* harmony export */   takenNames: () => (/* binding */ takenNames)
/* harmony export */ });
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9776);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1328);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5796);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8517);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7936);






/** A rule file that the configuration names. */
function deployed(text) {
    const services = 'services: [{ name: web, app: chat, port: 9090 }]';
    const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\nalerts: { rules: [rules.yml] }\n`;
    return { path: 'rules.yml', text, others: { 'monitoring.yml': config } };
}
/** A rule of `alerts.rules` whose name is taken. */
const nameTaken = {
    code: 'rules/name-taken',
    severity: 'error',
    what: 'A rule of `alerts.rules` has the name of another one that is deployed with it.',
    why: 'Two alerts of one name and labels notify twice; with the name of an alert of this action, the message links to the wrong runbook. Two recorded series of one name overwrite each other.',
    bad: deployed((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .O)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .x)('up == 0').replace('Down', '▸TargetDown'))),
    good: deployed((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .O)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .x)('up == 0'))),
};
/** Finds names of deployed rule files that exist twice, or that are those of this action. */
function takenNames(files, own) {
    const seen = new Map();
    return files.flatMap(({ file, text }) => {
        const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(text);
        if (!read.ok)
            return [];
        return (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .rulesOf */ .f)(read.tree).flatMap((rule) => {
            const at = { file, ...rule.at };
            const isOwn = (rule.kind === 'alert' ? own.alerts : own.records).has(rule.name);
            if (isOwn)
                return [
                    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnostic */ .YK)(nameTaken, at, `${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(rule.name)} is the name of a rule of deploy-monitoring.`, 'Choose another name.'),
                ];
            const key = keyOf(rule);
            const first = seen.get(key);
            if (first === undefined) {
                seen.set(key, `${file}:${rule.at.line}`);
                return [];
            }
            return [
                (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnostic */ .YK)(nameTaken, at, `The rule ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(rule.name)} exists in ${first} with the same labels.`, 'Remove or rename one of the two, or distinguish them with a label.'),
            ];
        });
    });
}
function keyOf({ kind, name, node }) {
    const labels = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .get */ .Jt)(node, 'labels');
    const written = labels?.kind === 'table' ? [...labels.entries].map(([label, value]) => [label, (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .scalarText */ .ws)(value)]) : [];
    return JSON.stringify([kind, name, written.toSorted()]);
}


/***/ }),

/***/ 7936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ rulesOf),
/* harmony export */   p: () => (/* binding */ lacks)
/* harmony export */ });
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8587);

/** The rules of a file, in the order of the file. */
function rulesOf(tree) {
    return (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(tree, 'groups'))
        .flatMap((group) => [...(0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(group, 'rules'))])
        .flatMap((node) => {
        const kind = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, 'record')) ? 'record' : 'alert';
        const name = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, kind);
        const expr = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, 'expr');
        const text = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(name);
        const query = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(expr);
        return node.kind === 'table' && name && text && expr && query
            ? [{ kind, name: text, at: name.at, node, expr, query }]
            : [];
    });
}
/** Whether a rule has no value for a key. */
function lacks({ node }, key) {
    const value = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, key);
    return !value || (value.kind === 'value' && value.value === null);
}


/***/ })

};

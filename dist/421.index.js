export const id = 421;
export const ids = [421];
export const modules = {
59166: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Z: () => (metricNames)
});
const metricNames = ({ selectors }) => [
...new Set(selectors.flatMap(({ metric }) => metric ?? [])),
];
}),
60421: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
metricsInRules: () => (metricsInRules)
});
var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69776);
var _lib_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51328);
var _query_lint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46551);
var _query_metrics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59166);
var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47936);
function metricsInRules(text) {
const read = (0, _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__.g)(text);
if (!read.ok)
return [];
return (0, _subject_js__WEBPACK_IMPORTED_MODULE_2__.f)(read.tree).map(({ kind, name, at, query }) => ({
names: (0, _query_metrics_js__WEBPACK_IMPORTED_MODULE_3__.Z)((0, _query_lint_js__WEBPACK_IMPORTED_MODULE_1__.xB)(query, 'rule').parsed),
what: `the ${kind === 'alert' ? 'alert' : 'recording rule'} ${(0, _lib_quote_js__WEBPACK_IMPORTED_MODULE_4__.T)(name)}`,
line: at.line,
}));
}
}),
47936: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
f: () => (rulesOf),
p: () => (lacks)
});
var _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68587);
function rulesOf(tree) {
return (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(tree, 'groups'))
.flatMap((group) => [...(0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ld)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(group, 'rules'))])
.flatMap((node) => {
const kind = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ws)((0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(node, 'record')) ? 'record' : 'alert';
const name = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(node, kind);
const expr = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(node, 'expr');
const text = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ws)(name);
const query = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.ws)(expr);
return node.kind === 'table' && name && text && expr && query
? [{ kind, name: text, at: name.at, node, expr, query }]
: [];
});
}
function lacks({ node }, key) {
const value = (0, _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(node, key);
return !value || (value.kind === 'value' && value.value === null);
}
})
};

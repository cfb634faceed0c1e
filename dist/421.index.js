export const id = 421;
export const ids = [421];
export const modules = {

/***/ 9166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ metricNames)
/* harmony export */ });
/** The names of the series that a query reads. */
const metricNames = ({ selectors }) => [
    ...new Set(selectors.flatMap(({ metric }) => metric ?? [])),
];


/***/ }),

/***/ 421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metricsInRules: () => (/* binding */ metricsInRules)
/* harmony export */ });
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9776);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1328);
/* harmony import */ var _query_lint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6551);
/* harmony import */ var _query_metrics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9166);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7936);





/** The metrics that each rule of a file reads; empty when the file cannot be read. */
function metricsInRules(text) {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(text);
    if (!read.ok)
        return [];
    return (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .rulesOf */ .f)(read.tree).map(({ kind, name, at, query }) => ({
        names: (0,_query_metrics_js__WEBPACK_IMPORTED_MODULE_3__/* .metricNames */ .Z)((0,_query_lint_js__WEBPACK_IMPORTED_MODULE_1__/* .readQuery */ .x)(query, 'rule').parsed),
        what: `the ${kind === 'alert' ? 'alert' : 'recording rule'} ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(name)}`,
        line: at.line,
    }));
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

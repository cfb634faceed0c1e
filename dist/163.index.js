export const id = 163;
export const ids = [163];
export const modules = {

/***/ 1163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ruleGroupProblems: () => (/* binding */ ruleGroupProblems)
/* harmony export */ });
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _lib_promql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);


/** Faults that Grafana accepts without a word and then fails on at every evaluation (measured on 12.4). */
function ruleGroupProblems(group, dataSourceUid) {
    const bad = (message, hint) => ({
        code: 'grafana-rule',
        severity: 'error',
        message: `Rule group "${group.title}": ${message}`,
        hint,
    });
    const interval = group.interval > 0 && group.interval % 10 === 0
        ? []
        : [bad(`an interval of ${group.interval} s.`, 'Grafana takes multiples of 10 s.')];
    const rules = group.rules.flatMap((rule) => {
        const known = rule.data.every((q) => q.datasourceUid === dataSourceUid || q.datasourceUid === '__expr__');
        const decides = rule.data.some((q) => q.refId === rule.condition);
        const [fault] = rule.data
            .flatMap(({ model: { expr } }) => (typeof expr === 'string' ? (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePromql */ .v)(expr).errors : []))
            .filter(({ kind }) => kind === 'syntax');
        return [
            ...(known ? [] : [bad(`rule "${rule.title}" asks an unknown data source.`, `Use ${dataSourceUid}.`)]),
            ...(decides
                ? []
                : [bad(`rule "${rule.title}" has no query ${rule.condition}.`, 'Name one of its queries.')]),
            ...(fault ? [bad(`rule "${rule.title}" is no PromQL: ${fault.message}.`, 'Correct its query.')] : []),
            ...((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(rule.for) === undefined
                ? [bad(`rule "${rule.title}" has for: ${rule.for}.`, 'Write 5m.')]
                : []),
        ];
    });
    return [...interval, ...rules];
}


/***/ })

};

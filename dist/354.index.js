export const id = 354;
export const ids = [354];
export const modules = {

/***/ 9354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dashboards: () => (/* binding */ dashboards)
/* harmony export */ });
/* harmony import */ var _bring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2535);
/* harmony import */ var _desired_grafana_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(432);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7357);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(493);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7849);





/**
 * Only the Grafana part: no Fly, and no question to Prometheus. The data source is made when it may be (given
 * `prometheus-url`, and the password where there is one), else it is the one that an earlier run has made; until it is
 * there, the dashboards are written and the rules are not.
 */
const dashboards = async (inputs, journal, { env, log, signal: cancel }) => {
    const { project, problems } = (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .readProject */ .Wh)(inputs, (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(env));
    (0,_project_js__WEBPACK_IMPORTED_MODULE_4__/* .insist */ .R6)(problems);
    const grafana = (0,_desired_grafana_js__WEBPACK_IMPORTED_MODULE_1__/* .desireGrafana */ .Vi)(project, inputs, undefined);
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(inputs.timeoutMs)]);
    if (grafana)
        await journal.timed('Grafana', () => (0,_bring_js__WEBPACK_IMPORTED_MODULE_0__/* .applyToGrafana */ .y)(grafana, inputs, journal, { log, signal, pool: (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .createPool */ .b)() }));
};


/***/ })

};

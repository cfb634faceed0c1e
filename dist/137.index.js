export const id = 137;
export const ids = [137];
export const modules = {

/***/ 137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dashboardsMode: () => (/* binding */ dashboardsMode)
/* harmony export */ });
/* harmony import */ var _config_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6303);
/* harmony import */ var _config_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5614);
/* harmony import */ var _desired_grafana_grafana_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9574);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7357);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(493);
/* harmony import */ var _apply_grafana_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3905);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(766);







/**
 * Only the Grafana part: no request to Fly or Prometheus. The data source is created when it can be (with
 * `prometheus-url`, and the password if there is one), else the one of an earlier run is used; until it exists, the
 * dashboards are written and the rules are not.
 */
const dashboardsMode = async (inputs, report, context) => {
    const { env, log, signal: cancel, timeUp } = context;
    const { project, problems } = (0,_config_project_js__WEBPACK_IMPORTED_MODULE_1__/* .readProject */ .W)(inputs, (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceRoot */ .oS)(env));
    (0,_config_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfAny */ .MI)(problems);
    await (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .checkShipped */ .k)(project, inputs, context);
    const grafana = (0,_desired_grafana_grafana_js__WEBPACK_IMPORTED_MODULE_2__/* .desiredGrafana */ .z0)(project, inputs, env.GITHUB_SHA);
    const signal = AbortSignal.any([cancel, timeUp]);
    if (grafana)
        await report.timed('Grafana', () => (0,_apply_grafana_js__WEBPACK_IMPORTED_MODULE_5__/* .applyToGrafana */ .y)(grafana, inputs, report, { log, signal, pool: (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_3__/* .createPool */ .b)(env) }));
};


/***/ })

};

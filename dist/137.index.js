export const id = 137;
export const ids = [137];
export const modules = {
    20137: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            dashboardsMode: () => (dashboardsMode)
        });
        var _config_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36303);
        var _config_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25614);
        var _desired_grafana_grafana_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70194);
        var _lib_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69874);
        var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40493);
        var _apply_grafana_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13905);
        var _check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10766);
        const dashboardsMode = async (inputs, report, context) => {
            const { env, log, signal: cancel, timeUp } = context;
            const { project, problems } = (0, _config_project_js__WEBPACK_IMPORTED_MODULE_1__.W)(inputs, (0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__.oS)(env));
            (0, _config_configuration_js__WEBPACK_IMPORTED_MODULE_0__.MI)(problems);
            await (0, _check_js__WEBPACK_IMPORTED_MODULE_6__.k)(project, inputs, context);
            const grafana = (0, _desired_grafana_grafana_js__WEBPACK_IMPORTED_MODULE_2__.z0)(project, inputs, env.GITHUB_SHA);
            const signal = AbortSignal.any([cancel, timeUp]);
            if (grafana)
                await report.timed('Grafana', () => (0, _apply_grafana_js__WEBPACK_IMPORTED_MODULE_5__.y)(grafana, inputs, report, { log, signal, pool: (0, _lib_http_js__WEBPACK_IMPORTED_MODULE_3__.createPool)(env) }));
        };
    })
};

export const id = 9651;
export const ids = [9651];
export const modules = {
    89651: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            deployMode: () => (deployMode)
        });
        var _apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54448);
        var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21160);
        var _verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66150);
        const deployMode = async (inputs, report, context) => {
            const session = await (0, _session_js__WEBPACK_IMPORTED_MODULE_1__.fA)(inputs, report, context);
            const began = new Date();
            const deployed = await report.timed('deploy', () => (0, _apply_js__WEBPACK_IMPORTED_MODULE_0__.yl)(session), (0, _session_js__WEBPACK_IMPORTED_MODULE_1__.B_)(session));
            if ((0, _apply_js__WEBPACK_IMPORTED_MODULE_0__.WN)(deployed))
                return;
            await report.timed('verify', () => (0, _verify_js__WEBPACK_IMPORTED_MODULE_2__.verifyAndRecord)(session, deployed, { deployBegan: began }));
        };
    })
};

export const id = 9651;
export const ids = [9651];
export const modules = {

/***/ 9651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployMode: () => (/* binding */ deployMode)
/* harmony export */ });
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4448);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1389);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8255);



/** The whole run: deploy, write the dashboards, verify. */
const deployMode = async (inputs, report, context) => {
    const session = await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .openSession */ .fA)(inputs, report, context);
    const began = new Date();
    const deployed = await report.timed('deploy', () => (0,_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyAll */ .yl)(session), (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .describeStarts */ .B_)(session));
    if ((0,_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFailed */ .WN)(deployed))
        return;
    await report.timed('verify', () => (0,_verify_js__WEBPACK_IMPORTED_MODULE_2__.verifyAndRecord)(session, deployed, { deployBegan: began }));
};


/***/ })

};

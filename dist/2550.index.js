export const id = 2550;
export const ids = [2550];
export const modules = {

/***/ 2550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsonText: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1450);


/**
 * A value as JSON that can be printed anywhere: parsing it returns the value unchanged, but a terminal or a runner
 * finds no control sequence or command in the text.
 */
function jsonText(value, indent = 0) {
    const text = JSON.stringify(value, null, indent);
    return (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .breakCommandsInJson */ .B)(text.replace(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .UNSEEN */ .PR, (unseen) => unseen.replace(/[^\n]/g, escaped)));
}
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;


/***/ })

};

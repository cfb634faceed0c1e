export const id = 5825;
export const ids = [5825];
export const modules = {
35825: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
terminalScreen: () => (terminalScreen)
});
var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73911);
const STYLES = {
good: ['bold', 'green'],
bad: ['bold', 'red'],
warn: 'yellow',
dim: 'dim',
code: 'cyan',
title: 'bold',
};
function terminalScreen(stream) {
return {
width: stream.isTTY ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY,
colours: (0, _log_js__WEBPACK_IMPORTED_MODULE_0__.n)('bold', 'x', stream) !== 'x',
paint: (tone, text) => (text === '' ? '' : (0, _log_js__WEBPACK_IMPORTED_MODULE_0__.n)(STYLES[tone], text, stream)),
};
}
})
};

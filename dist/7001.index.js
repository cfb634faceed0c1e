export const id = 7001;
export const ids = [7001];
export const modules = {
97001: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
UNICODE: () => (UNICODE)
});
var __import_1__ = __webpack_require__(36661);
var __import_0__ = __webpack_require__(6226);
const UNICODE = {
width: (text) => (0, __import_1__.A)(text),
wrap: (text, columns) => (0, __import_0__.A)(text, columns, { hard: true }).split('\n'),
};
})
};

export const id = 2550;
export const ids = [2550];
export const modules = {
72550: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
jsonText: () => (jsonText)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(41450);
function jsonText(value, indent = 0) {
const text = JSON.stringify(value, null, indent);
return (0, __import_1__.B)((0, __import_0__.fo)(text, (unseen) => unseen.replace(/[^\n]/g, escaped)));
}
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
})
};

export const id = 3287;
export const ids = [3287];
export const modules = {
43287: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
assetPath: () => (assetPath),
packageVersion: () => (packageVersion),
readAsset: () => (readAsset)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
function assetPath(path) {
return (0, __import_1__.resolve)(import.meta.dirname, '..', path);
}
function readAsset(path) {
return (0, __import_0__.readFileSync)(assetPath(path), 'utf8');
}
const packageVersion = () => JSON.parse(readAsset('package.json')).version;
})
};

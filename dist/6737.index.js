export const id = 6737;
export const ids = [6737];
export const modules = {
76737: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
provisionedIn: () => (provisionedIn)
});
var __import_0__ = __webpack_require__(77598);
var __import_2__ = __webpack_require__(68587);
var __import_1__ = __webpack_require__(69776);
const provisionedIn = (texts) => new Set(texts.flatMap((text) => {
const read = (0, __import_1__.g)(text);
const sources = read.ok ? [...(0, __import_2__.ld)((0, __import_2__.Jt)(read.tree, 'datasources'))] : [];
return sources.flatMap((source) => {
const [uid, name] = ['uid', 'name'].map((key) => (0, __import_2__.ws)((0, __import_2__.Jt)(source, key)));
return [...(uid ? [uid] : []), ...(name ? [name] : []), ...(name && !uid ? [generatedUid(name)] : [])];
});
}));
const generatedUid = (name) => `P${(0, __import_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;
})
};

export const id = 6737;
export const ids = [6737];
export const modules = {

/***/ 6737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   provisionedIn: () => (/* binding */ provisionedIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9776);



/** The names and uids of the data sources in provisioning files of Grafana; texts that are not such files have none. */
const provisionedIn = (texts) => new Set(texts.flatMap((text) => {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    const sources = read.ok ? [...(0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(read.tree, 'datasources'))] : [];
    return sources.flatMap((source) => {
        const [uid, name] = ['uid', 'name'].map((key) => (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .get */ .Jt)(source, key)));
        return [...(uid ? [uid] : []), ...(name ? [name] : []), ...(name && !uid ? [generatedUid(name)] : [])];
    });
}));
/** The uid of a provisioned data source without one (safeUIDFromName of Grafana). */
const generatedUid = (name) => `P${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;


/***/ })

};

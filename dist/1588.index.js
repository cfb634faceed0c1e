export const id = 1588;
export const ids = [1588];
export const modules = {

/***/ 1588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withoutFiles: () => (/* binding */ withoutFiles)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);

/**
 * `flyctl config validate` opens what these keys name, wherever that is and however large (read in flyctl's source:
 * appconfig, containerconfig and config.ParseConfig; a machine configuration may name further files, also one that is
 * inline in the key itself). As far as is known, only a deploy opens `local_path`.
 */
const NAMING = [
    ['build', 'compose'],
    ['machine_config'],
    ['experimental', 'machine_config'],
    ['files', 'local_path'],
];
/**
 * The same configuration without what makes flyctl open other files. It is always serialized again: flyctl then reads
 * what was parsed here, and no difference between two TOML parsers can hide a key. Undefined when it is not valid TOML.
 */
function withoutFiles(toml) {
    try {
        const table = (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(toml, { integersAsBigInt: true });
        const left = NAMING.filter((path) => remove(table, path)).map((path) => path.join('.'));
        return { text: (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(table, { numbersAsFloat: true }), left };
    }
    catch {
        return undefined;
    }
}
/** Removes what a path leads to, also through lists of tables; returns whether it existed. */
function remove(node, [name = '', ...rest]) {
    if (Array.isArray(node))
        return node.filter((item) => remove(item, [name, ...rest])).length > 0;
    if (typeof node !== 'object' || node === null)
        return false;
    const keys = Object.keys(node).filter((key) => fold(key) === fold(name));
    if (rest.length > 0)
        return keys.filter((key) => remove(Reflect.get(node, key), rest)).length > 0;
    for (const key of keys)
        Reflect.deleteProperty(node, key);
    return keys.length > 0;
}
/**
 * flyctl decodes through Go's JSON package, which accepts keys in any case, ſ for s and the Kelvin sign for k among
 * them.
 */
const fold = (key) => key.toUpperCase().toLowerCase();


/***/ })

};

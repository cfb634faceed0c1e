export const id = 1588;
export const ids = [1588];
export const modules = {
91588: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
withoutFiles: () => (withoutFiles)
});
var __import_0__ = __webpack_require__(3292);
const NAMING = [
['build', 'compose'],
['machine_config'],
['experimental', 'machine_config'],
['files', 'local_path'],
];
function withoutFiles(toml) {
try {
const table = (0, __import_0__.qg)(toml, { integersAsBigInt: true });
const left = NAMING.filter((path) => remove(table, path)).map((path) => path.join('.'));
return { text: (0, __import_0__.As)(table, { numbersAsFloat: true }), left };
}
catch {
return undefined;
}
}
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
const fold = (key) => key.toUpperCase().toLowerCase();
})
};

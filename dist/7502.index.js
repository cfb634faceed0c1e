export const id = 7502;
export const ids = [7502];
export const modules = {

/***/ 7502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepCompiledCode: () => (/* binding */ keepCompiledCode)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/**
 * Keeps compiled code for the next start on this machine. It is in the user's own folder, because everyone who can
 * write there can replace the code that runs. Only in a home folder that exists: Node never ends trying to create a
 * folder where none can be, such as below /proc.
 */
function keepCompiledCode({ HOME, RUNNER_ENVIRONMENT }) {
    // A machine of GitHub is new for each job: nothing would be read again.
    if (RUNNER_ENVIRONMENT === 'github-hosted' || !HOME || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(HOME))
        return;
    node_module__WEBPACK_IMPORTED_MODULE_1__.enableCompileCache((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(HOME, '.cache', 'deploy-monitoring'));
}


/***/ })

};

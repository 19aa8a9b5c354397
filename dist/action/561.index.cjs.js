"use strict";
exports.id = 561;
exports.ids = [561];
exports.modules = {

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findNativeProject: () => (/* binding */ findNativeProject)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const manifests = [
    ['Go', 'go.mod'],
    ['Rust', 'Cargo.toml'],
];
/**
 * The nearest project of Go or Rust around one of some folders, the first folder's first; no project lies above the root of
 * a repository.
 * @param folders absolute; they need not exist
 */
function findNativeProject(folders) {
    for (const start of folders) {
        for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
            for (const [language, name] of manifests) {
                const manifest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
                if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(manifest))
                    return { language, manifest };
            }
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
                break;
        }
    }
    return undefined;
}
//# sourceMappingURL=find-project.js.map

/***/ })

};
;
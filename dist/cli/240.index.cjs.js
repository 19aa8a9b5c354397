"use strict";
exports.id = 240;
exports.ids = [240];
exports.modules = {

/***/ 1240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   syntaxErrorLines: () => (/* binding */ syntaxErrorLines)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/** How long a file may take to be parsed, in ms. */
const parseTimeoutMs = 5_000;
/**
 * What Node.js prints of a syntax error in a file, its place first: the error of an ES module that is imported does not say it.
 * The file is parsed, and not run.
 * @returns the lines, none where the file has no syntax error
 */
function syntaxErrorLines(file) {
    const { NODE_OPTIONS: _, ...env } = process.env;
    return new Promise((resolve) => {
        const options = { env, timeout: parseTimeoutMs, windowsHide: true };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(process.execPath, ['--check', file], options, (error, _stdout, stderr) => {
            const end = stderr.search(/^SyntaxError: .*$/m);
            resolve(error === null || end === -1 ? [] : stderr.slice(0, stderr.indexOf('\n', end)).split('\n'));
        });
    });
}
//# sourceMappingURL=syntax-error-place.js.map

/***/ })

};
;
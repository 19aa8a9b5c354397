"use strict";
exports.id = 600;
exports.ids = [600];
exports.modules = {

/***/ 2600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText),
/* harmony export */   versionText: () => (/* binding */ versionText)
/* harmony export */ });
/* harmony import */ var _invoke_tool_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2552);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3080);


/** The text of `--help`. */
function helpText() {
    const rows = Object.entries(_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .flags */ .Mv).map(([name, { short, placeholder, help }]) => {
        const shortForm = short === undefined ? '    ' : `-${short}, `;
        return [`  ${shortForm}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`, help];
    });
    const width = Math.max(...rows.map(([left]) => left.length)) + 2;
    return `Usage: invoke-local [options]

Runs a function of a Serverless project on this machine, as AWS Lambda would run it.
The event is read from standard input where neither --data nor --path is given.

Options:
${rows.map(([left, help]) => left.padEnd(width) + help).join('\n')}

Accepted for the habit, and without meaning here: ${Object.keys(_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .ignoredFlags */ .QV).join(', ')}.

Standard output carries the response and nothing else; all that the handler prints goes to standard error.
Exit codes: 0 the function succeeded; 1 it failed, timed out or crashed; 2 the request was wrong;
74 it succeeded, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.

Example: invoke-local -f hello -d '{"name":"Ada"}'
`;
}
/** The text of `--version`. */
function versionText(installation) {
    return `${(0,_invoke_tool_version_js__WEBPACK_IMPORTED_MODULE_0__/* .toolVersion */ .f)(installation)}\n`;
}
//# sourceMappingURL=help.js.map

/***/ }),

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toolVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The version of invoke-local: what stands in the package.json beside the bootstraps. */
function toolVersion({ runtimes }) {
    const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(runtimes), 'package.json'), 'utf8'));
    return version;
}
//# sourceMappingURL=tool-version.js.map

/***/ })

};
;
"use strict";
exports.id = 939;
exports.ids = [939];
exports.modules = {

/***/ 939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   artifactAdvice: () => (/* binding */ artifactAdvice)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4980);
/* harmony import */ var _root_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7625);



/**
 * How a missing artifact is built: one of a custom runtime where sources of Go or Rust are around, one in Java where a build is.
 * @param file the artifact, absolute
 */
async function artifactAdvice(input, file) {
    const { key, root, setting } = input;
    const [handler = key, runtime = '', architecture] = await Promise.all(['handler', 'runtime', 'architecture'].map(async (name) => (0,_root_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .textSetting */ .QE)(await setting(name))));
    const language = (0,_lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRuntime */ .Sw)(runtime)?.language;
    if (language === 'java')
        return (await __webpack_require__.e(/* import() */ 77).then(__webpack_require__.bind(__webpack_require__, 6077))).missingArtifactHint(file, root);
    if (language !== 'custom')
        return undefined;
    const { findNativeProject } = await __webpack_require__.e(/* import() */ 561).then(__webpack_require__.bind(__webpack_require__, 2561));
    const project = findNativeProject([(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, handler), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), root]);
    if (project === undefined)
        return undefined;
    const { buildCommand } = await __webpack_require__.e(/* import() */ 635).then(__webpack_require__.bind(__webpack_require__, 6016));
    const command = buildCommand({
        project,
        root,
        function: { key, handler },
        architecture: architecture === 'arm64' ? 'arm64' : 'x86_64',
        output: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, file).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'),
    });
    return `Build it in a step before, in the service's root: ${command}`;
}
//# sourceMappingURL=artifact-advice.js.map

/***/ })

};
;
"use strict";
exports.id = 537;
exports.ids = [537];
exports.modules = {

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  customLaunches: () => (/* binding */ customLaunches)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/lambda/environment/layer-paths.js
var layer_paths = __webpack_require__(7878);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/custom-program.js



/**
 * Finds what Lambda starts for a custom runtime: `bootstrap` in the code, else in the layers, the first that is there
 * whether it can be executed or not (developer guide, "Building a custom runtime"); for `go1.x` the file that the handler names.
 * What a plugin of the project builds for the deploy stands before them.
 * @throws UserError where the program has to be built of sources that are here, and is not
 */
async function findProgram(fn, { taskRoot, layerRoot }, runtime) {
    const isNamed = runtime === 'go1.x';
    const name = isNamed ? fn.handler : 'bootstrap';
    const own = { file: (0,external_node_path_.join)(taskRoot, name), entrypoint: external_node_path_.posix.join(layer_paths/* taskMountPoint */.r9, name) };
    const build = fn.code.kind === 'folder' ? await fn.nativeBuild?.() : undefined;
    const places = [...(build?.programs ?? []).map((file) => ({ ...own, file })), own];
    if (layerRoot !== undefined && !isNamed) {
        places.push({ file: (0,external_node_path_.join)(layerRoot, name), entrypoint: external_node_path_.posix.join(layer_paths/* layerMountPoint */.th, name) });
    }
    const found = places.find(({ file }) => isFile(file));
    if (found !== undefined)
        return found;
    if (fn.code.kind === 'folder') {
        const { refuseUnbuilt } = await __webpack_require__.e(/* import() */ 403).then(__webpack_require__.bind(__webpack_require__, 3403));
        await refuseUnbuilt(fn, name, build);
    }
    return own;
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
//# sourceMappingURL=custom-program.js.map
// EXTERNAL MODULE: ./lib/src/invoke/launches/given-interpreter.js
var given_interpreter = __webpack_require__(8537);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/custom.js


/**
 * The function's own program, as it is: it speaks the Runtime API itself. An interpreter that the caller names gets it as its
 * argument.
 */
const customLaunches = async (input, { version: runtime }) => {
    const program = await findProgram(input.function, input.placed, runtime);
    const given = (0,given_interpreter/* givenInterpreter */.M)(input.request);
    if (given !== undefined)
        return [{ command: given.command, args: [program.file] }];
    return [{ command: program.file, args: [], entrypoint: program.entrypoint }];
};
//# sourceMappingURL=custom.js.map

/***/ })

};
;
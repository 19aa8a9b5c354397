"use strict";
exports.id = 76;
exports.ids = [76];
exports.modules = {

/***/ 6562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k7: () => (/* binding */ findHandlerFile),
/* harmony export */   ks: () => (/* binding */ sourceExtensions),
/* harmony export */   zk: () => (/* binding */ handlerParts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The module of a handler in Node.js ends at the first dot of the last segment, that of Python at the last dot. */
function handlerParts(handler, runtime) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(handler);
    const dot = runtime.startsWith('python') ? name.lastIndexOf('.') : name.indexOf('.');
    if (dot <= 0)
        return undefined;
    const root = handler.slice(0, handler.length - name.length);
    const module = `${root}${name.slice(0, dot)}`;
    const isPython = runtime.startsWith('python');
    return { module: isPython ? module.replaceAll('.', '/') : module, exported: name.slice(dot + 1) };
}
/** What the file of a handler may be called, in the order in which they are looked for. */
const sourceExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx', '.py'];
/** The file that a handler is in; `undefined` where there is none. */
function findHandlerFile(taskRoot, handler, runtime = 'nodejs') {
    const parts = handlerParts(handler, runtime);
    if (parts === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(taskRoot, parts.module);
    return [...sourceExtensions.map((extension) => path + extension), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '__init__.py')].find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
//# sourceMappingURL=handler-source.js.map

/***/ }),

/***/ 7076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   passesOnlyHere: () => (/* binding */ passesOnlyHere)
/* harmony export */ });
/* unused harmony export realCase */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _hints_handler_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6562);



/**
 * What passes on this machine and would not in Lambda, where the system is not Linux: macOS and Windows keep no limit of memory
 * for a process tree, and their file systems take a path in any case.
 * @param taskRoot the folder of the function's code, absolute
 * @param usedMiB the most memory that the runtime itself had
 */
async function passesOnlyHere(fn, taskRoot, usedMiB) {
    const found = [await memoryBeyond(fn, usedMiB), await caseDiffers(fn, taskRoot)];
    return found.filter((diagnostic) => diagnostic !== undefined);
}
async function memoryBeyond(fn, usedMiB) {
    if (usedMiB <= fn.memorySizeMiB)
        return undefined;
    const location = await fn.origin('memorySize');
    return {
        severity: 'warning',
        code: 'memory-not-limited',
        message: `${fn.key} used ${usedMiB} MB, more than its memorySize of ${fn.memorySizeMiB} MB. Lambda would most probably have ended it; on this system that limit is not kept.`,
        hint: 'Raise memorySize in the configuration of the function, or use less memory.',
        ...(location === undefined ? {} : { location }),
    };
}
async function caseDiffers(fn, taskRoot) {
    const file = fn.code.kind === 'folder' ? (0,_hints_handler_source_js__WEBPACK_IMPORTED_MODULE_2__/* .findHandlerFile */ .k7)(taskRoot, fn.handler, fn.runtime) : undefined;
    const written = file?.slice(taskRoot.length + 1).replaceAll('\\', '/');
    const real = written === undefined ? undefined : realCase(taskRoot, written.split('/'));
    if (real === undefined || real === written)
        return undefined;
    const location = await fn.origin('handler');
    return {
        severity: 'warning',
        code: 'handler-case',
        message: `The handler ${fn.handler} of ${fn.key} leads to ${real}, which differs from it in upper and lower case: Lambda tells them apart, and does not find it.`,
        hint: 'Write the path as the file has it.',
        ...(location === undefined ? {} : { location }),
    };
}
/** A path below a folder as its folders list it, whatever the case that it is written in. */
function realCase(folder, segments) {
    let current = folder;
    const real = [];
    for (const segment of segments) {
        const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(current);
        const name = names.find((entry) => entry === segment) ?? names.find((entry) => entry.toLowerCase() === segment.toLowerCase());
        if (name === undefined)
            return undefined;
        real.push(name);
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(current, name);
    }
    return real.join('/');
}
//# sourceMappingURL=passes-only-here.js.map

/***/ })

};
;
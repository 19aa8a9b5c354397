"use strict";
exports.id = 787;
exports.ids = [787];
exports.modules = {

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assertJson: () => (/* binding */ assertJson),
/* harmony export */   readFileAsJson: () => (/* binding */ readFileAsJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3001);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6185);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8442);






/** What is read of a YAML file at most, in bytes: it may be larger than the JSON that it stands for. */
const maxYamlBytes = 64 * 1024 * 1024;
const byteOrderMarkBytes = 3;
/**
 * Reads a file by its extension: `.json`, `.yml` and `.yaml`, a module (`.js`, `.mjs`, `.cjs`, and TypeScript where there is a
 * loader for it), or else text, which is taken as JSON where it is JSON and as a string where it is not.
 * @returns JSON in UTF-8, byte for byte the file's own where that is JSON.
 * @throws UserError where the file is missing, not a file, not UTF-8, too large, or does not parse.
 */
async function readFileAsJson(request, tools) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(tools.root, request.path);
    const origin = `The ${request.role} ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(file)}`;
    const extension = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.extname)(file).toLowerCase();
    switch (extension) {
        case '.js':
        case '.mjs':
        case '.cjs':
            return evaluateFile(file, origin, request, tools);
        case '.ts':
        case '.mts':
        case '.cts':
            if (tools.loaderFor !== undefined)
                return evaluateFile(file, origin, request, tools);
            return readText(file, origin, tools);
        case '.yml':
        case '.yaml': {
            const bytes = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .utf8Bytes */ .dy)(await readRegularFile(file, origin, maxYamlBytes, tools), origin, file);
            const { yamlToJson } = await __webpack_require__.e(/* import() */ 386).then(__webpack_require__.bind(__webpack_require__, 5386));
            return Buffer.from(await yamlToJson(bytes.toString(), file, origin));
        }
        case '.json': {
            const bytes = (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .utf8Bytes */ .dy)(await readRegularFile(file, origin, _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .maxEventBytes */ .I, tools), origin, file);
            await assertJson(bytes.toString(), origin, file);
            return bytes;
        }
        default:
            return readText(file, origin, tools);
    }
}
async function readText(file, origin, tools) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .textPayload */ .U9)((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .utf8Bytes */ .dy)(await readRegularFile(file, origin, _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .maxEventBytes */ .I, tools), origin, file));
}
async function evaluateFile(file, origin, { role }, tools) {
    await assertRegularFile(file, origin, tools);
    const { nodeArgs = [], environment: added = {} } = (/ts$/i.test(file) ? await tools.loaderFor?.(file) : undefined) ?? {};
    const { evaluateModule } = await __webpack_require__.e(/* import() */ 746).then(__webpack_require__.bind(__webpack_require__, 746));
    const json = await evaluateModule({
        file,
        nodeArgs,
        role,
        runtimes: tools.runtimes,
        environment: { ...(await tools.environment()), ...added },
        workingDirectory: tools.root,
        signal: tools.signal,
        onOutput: tools.onOutput,
        ...(tools.moduleTimeoutMs === undefined ? {} : { timeoutMs: tools.moduleTimeoutMs }),
    });
    return Buffer.from(json);
}
/**
 * Makes sure that a text is JSON.
 * @throws UserError that names the line and the column, and shows the line.
 */
async function assertJson(text, origin, file) {
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isJson */ .Fh)(text))
        return;
    const subject = origin.charAt(0).toUpperCase() + origin.slice(1);
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isBlank */ .z3)(text)) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
            code: 'json-invalid',
            message: `${subject} is empty.`,
            hint: 'Write {} for an empty object.',
            location: file === undefined ? undefined : { file },
        });
    }
    const { describeJsonError } = await __webpack_require__.e(/* import() */ 707).then(__webpack_require__.bind(__webpack_require__, 1088));
    const { line, column, reason, excerpt } = describeJsonError(text);
    throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
        code: 'json-invalid',
        message: `${subject} is not valid JSON: ${reason} at line ${line}, column ${column}.\n${excerpt}`,
        location: file === undefined ? undefined : { file, line, column },
    });
}
async function readRegularFile(file, origin, maxBytes, tools) {
    const { size } = await assertRegularFile(file, origin, tools);
    if (size > maxBytes + byteOrderMarkBytes)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .eventTooLarge */ .K)(origin, size, { file });
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, { signal: tools.signal });
    }
    catch (error) {
        tools.signal.throwIfAborted();
        throw unreadable(file, `${origin} cannot be read: ${error.message}.`);
    }
}
/** Opening a pipe that nobody writes to would block for ever: only a regular file is read. */
async function assertRegularFile(file, origin, { root }) {
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch((error) => {
        const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
        if (!missing)
            throw unreadable(file, `${origin} cannot be read: ${error.message}.`);
        throw unreadable(file, `${origin} does not exist.`, `Its path is relative to the service's root, ${root}.`);
    });
    if (status.isDirectory())
        throw unreadable(file, `${origin} is a folder.`);
    if (!status.isFile()) {
        const hint = 'Pass what a program prints by standard input instead.';
        throw unreadable(file, `${origin} is not a regular file.`, hint);
    }
    return status;
}
function unreadable(file, message, hint) {
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({ code: 'file-unreadable', message, hint, location: { file } });
}
//# sourceMappingURL=file.js.map

/***/ })

};
;
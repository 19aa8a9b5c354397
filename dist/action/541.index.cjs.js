"use strict";
exports.id = 541;
exports.ids = [541];
exports.modules = {

/***/ 4798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded)
/* harmony export */ });
/**
 * Waits for all of the work, also where some of it fails: what it wrote can be removed then.
 * @throws the first failure
 */
async function allEnded(work) {
    const results = [];
    for (const end of await Promise.allSettled(work)) {
        if (end.status === 'rejected')
            throw end.reason;
        results.push(end.value);
    }
    return results;
}
//# sourceMappingURL=all-ended.js.map

/***/ }),

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeFolder: () => (/* binding */ mergeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3001);
/* harmony import */ var _all_ended_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4798);





/**
 * Copies what is in one folder into another one, over what is there. Nothing of the copy leads back to the source, so
 * that a handler which writes there does not change the project: files are cloned where the file system can, and links
 * out of the source are replaced by what they lead to.
 * @throws UserError where something can't be read or written
 */
async function mergeFolder(request) {
    const { source, target, role, signal } = request;
    try {
        const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(source);
        await copyMembers(root, target, { root, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const { code, path } = error;
        if (code === undefined)
            throw error;
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
            code: 'layer-not-copied',
            message: `The ${role} can't be copied: ${path === undefined ? code : `${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(path)}: ${code}`}.`,
            hint: 'See that all of it can be read, and that there is room in the folder for temporary files.',
            cause: error,
        });
    }
}
/** The system copies a few files at a time, however many are asked for. */
async function copyMembers(source, target, copying) {
    copying.signal.throwIfAborted();
    const members = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(source, { withFileTypes: true });
    await (0,_all_ended_js__WEBPACK_IMPORTED_MODULE_4__/* .allEnded */ .C)(members.map((member) => copyMember(member, source, target, copying)));
}
async function copyMember(member, source, target, copying) {
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(source, member.name);
    const to = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, member.name);
    if (member.isDirectory()) {
        await replacing(to, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(to), 'folder');
        return copyMembers(from, to, copying);
    }
    if (member.isSymbolicLink())
        return copyLink(from, to, copying);
    if (member.isFile()) {
        const mode = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL | node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE;
        await replacing(to, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to, mode));
    }
}
async function copyLink(from, to, { root }) {
    const end = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(from), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(from));
    if (isWithin(root, end))
        return replacing(to, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(from), end) || '.', to));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(to, { recursive: true, force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(from, to, { recursive: true, dereference: true }).catch(ignoreMissing);
}
function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
/** A link that leads nowhere is left out. */
function ignoreMissing(error) {
    if (error.code !== 'ENOENT')
        throw error;
}
/** Makes something where nothing may be yet; a layer below may have put something there, which gives way to it. */
async function replacing(path, make, keep) {
    try {
        await make();
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
        if (keep === 'folder' && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isDirectory())
            return;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        await make();
    }
}
//# sourceMappingURL=merge-folder.js.map

/***/ })

};
;
"use strict";
exports.id = 635;
exports.ids = [635];
exports.modules = {

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildCommand: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The command that builds a function's program from its sources. */
function buildCommand(request) {
    return request.project.language === 'Go' ? goCommand(request) : rustCommand(request);
}
function goCommand(request) {
    const { project, root, architecture, output } = request;
    const module = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(project.manifest);
    const isBelow = shellPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, module));
    const isInside = isBelow !== '' && !isBelow.startsWith('..');
    const folder = isInside ? module : root;
    const program = programOf(output);
    const target = shellPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, program)));
    const goArchitecture = architecture === 'arm64' ? 'arm64' : 'amd64';
    const build = `GOOS=linux GOARCH=${goArchitecture} CGO_ENABLED=0 go build -tags lambda.norpc -o ${target} ${mainPackage(request, folder)}`;
    return packed(isInside ? `(cd ${isBelow} && ${build})` : build, output, program);
}
function rustCommand(request) {
    const { project, root, architecture, output } = request;
    const binary = binaryName(request);
    const target = `${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
    const folder = shellPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(project.manifest)));
    const built = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, 'target', target, 'release', binary);
    const manifest = folder === '' ? '' : ` --manifest-path ${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, 'Cargo.toml')}`;
    const program = programOf(output);
    const copied = `mkdir -p ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program)} && cp ${built} ${program}`.replace(/^mkdir -p \. && /, '');
    return packed(`cargo build --release --target ${target} --bin ${binary}${manifest} && ${copied}`, output, program);
}
/** The program that goes into an archive stands beside it. */
function programOf(output) {
    return output.endsWith('.zip') ? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(output), 'bootstrap') : output;
}
function packed(build, output, program) {
    return output === program ? build : `${build} && zip -j ${output} ${program}`;
}
/** The package of the function's `main`, from the folder that the command runs in. */
function mainPackage({ root, function: { key, handler } }, folder) {
    const path = handler.endsWith('.go') ? node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(handler) : handler;
    const names = [...new Set([node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path), key])].filter((name) => name !== 'bootstrap');
    const parents = ['cmd', '.', 'functions', 'lambdas', 'lambda', 'src', 'internal'];
    const places = [
        path,
        ...names.flatMap((name) => parents.map((parent) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(parent, name))),
        '.',
        'cmd',
        'src',
    ];
    const bases = [...new Set([root, folder])];
    const found = places.flatMap((place) => bases.map((base) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, place))).find(holdsMain);
    const shown = found === undefined ? '' : shellPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, found));
    return shown === '' ? '.' : `./${shown}`;
}
/** Whether a folder holds the `main` package of a Go program. */
function holdsMain(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).some((name) => name.endsWith('.go') &&
            !name.endsWith('_test.go') &&
            /^package\s+main\b/m.test((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), 'utf8')));
    }
    catch {
        return false;
    }
}
/** The binary that the handler or the function names, else the first one that `Cargo.toml` does. */
function binaryName({ project, function: { key, handler } }) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(project.manifest);
    const manifest = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(project.manifest, 'utf8');
    const declared = [...manifest.matchAll(/^\[(\[bin\]|package)\][^[]*?^name\s*=\s*"([^"]+)"/gms)];
    const inSources = namesBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'src', 'bin'));
    const names = [...declared.map((match) => match[2] ?? ''), ...inSources];
    const wanted = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(handler), handler.split('.').at(-1) ?? '', key].filter((name) => name !== 'bootstrap');
    return (wanted.find((name) => names.includes(name)) ?? declared.find(([, kind]) => kind === '[bin]')?.[2] ?? names[0] ?? key);
}
/** The binaries that Cargo finds by itself: `src/bin/name.rs`, `src/bin/name/main.rs`. */
function namesBelow(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)
            .filter((name) => name.endsWith('.rs') || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)).isDirectory())
            .map((name) => name.replace(/\.rs$/, ''));
    }
    catch {
        return [];
    }
}
function shellPath(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
//# sourceMappingURL=build-command.js.map

/***/ })

};
;
"use strict";
exports.id = 462;
exports.ids = [462];
exports.modules = {

/***/ 9462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pythonLaunches: () => (/* binding */ pythonLaunches)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/candidate.js
var interpreter_candidate = __webpack_require__(4584);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/tool-cache.js
var tool_cache = __webpack_require__(4308);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/virtual-environments.js




const windows = process.platform === 'win32';
/**
 * The virtual environments that a service may have its packages in, best first: the active one, that which uv is told of, and
 * `.venv` and `venv` in the service's folder or beside the nearest `pyproject.toml` above it, where Poetry and uv have it.
 */
function findVirtualEnvironments({ sourceRoot, environment }) {
    const active = environment['VIRTUAL_ENV'];
    const ofUv = environment['UV_PROJECT_ENVIRONMENT'];
    const roots = new Set([sourceRoot, projectRoot(sourceRoot)]);
    const places = new Set([
        ...[active, ofUv].flatMap((folder) => (folder === undefined || folder === '' ? [] : [(0,external_node_path_.resolve)(sourceRoot, folder)])),
        ...[...roots].flatMap((root) => [(0,external_node_path_.join)(root, '.venv'), (0,external_node_path_.join)(root, 'venv')]),
    ]);
    return [...places].flatMap((folder) => {
        const version = configuredVersion((0,external_node_path_.join)(folder, 'pyvenv.cfg'));
        return version === undefined ? [] : [{ folder, version }];
    });
}
/** The interpreter of a virtual environment, where it is there and can be run. */
function virtualInterpreter({ folder, version }) {
    const command = (0,search_path/* executable */.F)(windows ? (0,external_node_path_.join)(folder, 'Scripts', 'python') : (0,external_node_path_.join)(folder, 'bin', 'python'));
    return command === undefined ? undefined : { command, version };
}
/**
 * The folders of packages that an interpreter of the declared version can load, whichever interpreter that is. The interpreters of
 * the environments themselves may be of another version, or gone: made on another machine, in another container.
 */
function sitePackages(search) {
    return findVirtualEnvironments(search)
        .filter((environment) => (0,interpreter_candidate/* matches */.c)(environment.version, search.version))
        .map(({ folder }) => windows ? (0,external_node_path_.join)(folder, 'Lib', 'site-packages') : (0,external_node_path_.join)(folder, 'lib', `python${search.version}`, 'site-packages'))
        .filter((folder) => (0,external_node_fs_.existsSync)(folder));
}
/** The folder of the nearest `pyproject.toml`, not above the repository; the service's own where there is none. */
function projectRoot(sourceRoot) {
    for (let folder = sourceRoot;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'pyproject.toml')))
            return folder;
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')) || (0,external_node_path_.dirname)(folder) === folder)
            return sourceRoot;
    }
}
/** The version that a virtual environment says it has: `version` of venv, `version_info` of virtualenv and uv. */
function configuredVersion(path) {
    try {
        return /^version(?:_info)?\s*=\s*(\d+\.\d+(?:\.\d+)?)/m.exec((0,external_node_fs_.readFileSync)(path, 'utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=virtual-environments.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/python.js





const python_windows = process.platform === 'win32';
/**
 * The Pythons that may run a function, best first: the service's virtual environment of the declared version, `python3.12` on
 * `PATH`, the tool cache; then a virtual environment of another version, and `python3` and `python` on `PATH`.
 */
function findPythons(search) {
    const { version, environment } = search;
    const path = environment['PATH'];
    const virtual = findVirtualEnvironments(search).flatMap((found) => virtualInterpreter(found) ?? []);
    const versioned = (0,search_path/* findOnPath */.a)(`python${version}`, path);
    const candidates = [
        ...virtual.filter((candidate) => (0,interpreter_candidate/* matches */.c)(candidate.version, version)),
        versioned === undefined ? undefined : { command: behindShim(versioned, version) ?? versioned, version },
        (0,tool_cache/* findInToolCache */.lj)('Python', python_windows ? 'python' : 'python3', version, environment),
        ...virtual,
        ...['python3', 'python'].map((name) => {
            const command = (0,search_path/* findOnPath */.a)(name, path);
            return command === undefined ? undefined : { command };
        }),
    ];
    const seen = new Set();
    return candidates.filter((candidate) => {
        if (candidate === undefined || seen.has(candidate.command))
            return false;
        seen.add(candidate.command);
        return true;
    });
}
/**
 * The interpreter that a pyenv shim stands for. The shim itself is a slow shell script, and one of a version that is not
 * selected only says so and ends.
 */
function behindShim(command, declared) {
    const folder = (0,external_node_path_.dirname)(command);
    if (!folder.endsWith(`pyenv${external_node_path_.sep}shims`))
        return undefined;
    const versions = (0,external_node_path_.join)(folder, '..', 'versions');
    for (const version of (0,tool_cache/* folders */.oW)(versions)
        .filter((name) => (0,interpreter_candidate/* matches */.c)(name, declared))
        .sort(tool_cache/* byVersion */.oN)
        .reverse()) {
        const python = (0,search_path/* executable */.F)((0,external_node_path_.join)(versions, version, 'bin', `python${declared}`));
        if (python !== undefined)
            return python;
    }
    return undefined;
}
//# sourceMappingURL=python.js.map
// EXTERNAL MODULE: ./lib/src/invoke/launches/given-interpreter.js
var given_interpreter = __webpack_require__(8537);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/python.js




/** The Pythons that can run a function's handler, each with the packages of the service's virtual environment. */
const pythonLaunches = ({ function: fn, placed, request, runtimes }, { version }) => {
    const given = (0,given_interpreter/* givenInterpreter */.M)(request);
    const search = { version, sourceRoot: fn.sourceRoot, environment: request.hostEnvironment };
    const candidates = given === undefined ? findPythons(search) : [given];
    const packages = sitePackages(search);
    const environment = {
        ...(placed.layerRoot === undefined ? {} : { INVOKE_LOCAL_OPT: placed.layerRoot }),
        ...(packages.length === 0
            ? {}
            : { INVOKE_LOCAL_SITE_PACKAGES: packages.join(external_node_path_.delimiter), INVOKE_LOCAL_SITE_VERSION: version }),
    };
    return candidates.map(({ command }) => ({
        command,
        args: [(0,external_node_path_.join)(runtimes, 'python', 'bootstrap.py')],
        ...(Object.keys(environment).length === 0 ? {} : { environment }),
    }));
};
//# sourceMappingURL=python.js.map

/***/ })

};
;
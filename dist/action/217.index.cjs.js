"use strict";
exports.id = 217;
exports.ids = [217];
exports.modules = {

/***/ 1217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rubyLaunches: () => (/* binding */ rubyLaunches)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/candidate.js
var candidate = __webpack_require__(4584);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/tool-cache.js
var tool_cache = __webpack_require__(4308);
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/ruby.js





const program = process.platform === 'win32' ? (0,external_node_path_.join)('bin', 'ruby') : 'ruby';
/**
 * The Rubies that may run a function, best first: the `ruby` on `PATH` where its path says that it is of the declared version,
 * `ruby3.3` on `PATH`, the one that a version manager has installed, the tool cache; then `ruby` whatever its version.
 */
function findRubies({ version, environment }) {
    const path = environment['PATH'];
    const onPath = (0,search_path/* findOnPath */.a)('ruby', path);
    const plain = onPath === undefined ? undefined : { command: onPath, ...versionOf(onPath) };
    const versioned = (0,search_path/* findOnPath */.a)(`ruby${version}`, path);
    const candidates = [
        plain !== undefined && (0,candidate/* matches */.c)(plain.version, version) ? plain : undefined,
        versioned === undefined ? undefined : { command: versioned, version },
        onPath === undefined ? undefined : behindShim(onPath, version),
        (0,tool_cache/* findInToolCache */.lj)('Ruby', program, version, environment),
        plain,
    ];
    const seen = new Set();
    return candidates.filter((candidate) => {
        if (candidate === undefined || seen.has(candidate.command))
            return false;
        seen.add(candidate.command);
        return true;
    });
}
/** The version that a path tells: `…/Ruby/3.3.6/x64/bin/ruby`, `…/ruby-3.3.6/bin/ruby`, `/usr/bin/ruby3.1`. */
function versionOf(command) {
    const real = realpath(command);
    const version = /[/\\](?:ruby-)?(\d+\.\d+\.\d+)[/\\]/i.exec(real)?.[1] ?? /^ruby(\d+\.\d+)(?:\.exe)?$/.exec((0,external_node_path_.basename)(real))?.[1];
    return version === undefined ? {} : { version };
}
/** Where the version managers whose shims are slow, or know only the version that is selected, keep what they installed. */
const installations = [
    { shims: `rbenv${external_node_path_.sep}shims`, versions: 'versions' },
    { shims: `asdf${external_node_path_.sep}shims`, versions: (0,external_node_path_.join)('installs', 'ruby') },
    { shims: `mise${external_node_path_.sep}shims`, versions: (0,external_node_path_.join)('installs', 'ruby') },
];
/** The newest Ruby of the declared version that the manager of a shim has installed. */
function behindShim(command, declared) {
    const folder = (0,external_node_path_.dirname)(command);
    const manager = installations.find(({ shims }) => folder.endsWith(shims));
    if (manager === undefined)
        return undefined;
    const versions = (0,external_node_path_.join)(folder, '..', manager.versions);
    for (const version of (0,tool_cache/* folders */.oW)(versions)
        .filter((name) => /^[\d.]+$/.test(name) && (0,candidate/* matches */.c)(name, declared))
        .sort(tool_cache/* byVersion */.oN)
        .reverse()) {
        const ruby = (0,search_path/* executable */.F)((0,external_node_path_.join)(versions, version, 'bin', 'ruby'));
        if (ruby !== undefined)
            return { command: ruby, version };
    }
    return undefined;
}
function realpath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
//# sourceMappingURL=ruby.js.map
// EXTERNAL MODULE: ./lib/src/invoke/launches/given-interpreter.js
var given_interpreter = __webpack_require__(8537);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/ruby.js



/** The Rubies that can run a function's handler. */
const rubyLaunches = ({ function: fn, request, runtimes, environment }, { version }) => {
    const given = (0,given_interpreter/* givenInterpreter */.M)(request);
    const search = { version, sourceRoot: fn.sourceRoot, environment: request.hostEnvironment };
    const candidates = given === undefined ? findRubies(search) : [given];
    return candidates.map(({ command }) => ({
        command,
        args: [(0,external_node_path_.join)(runtimes, 'ruby', 'bootstrap.rb')],
        ...localeFor(environment),
    }));
};
/**
 * Ruby takes the encoding of all its strings from the locale, which is UTF-8 in Lambda; few machines have the locale that
 * Lambda's `LANG` names, but every Linux has this one. The bootstrap forgets both variables.
 */
function localeFor({ LANG = '', LC_ALL, LC_CTYPE }) {
    const unset = (value) => value === undefined || value === '';
    if (process.platform !== 'linux' || !/utf-?8$/i.test(LANG) || !unset(LC_ALL) || !unset(LC_CTYPE))
        return {};
    return { environment: { LC_ALL: 'C.UTF-8', INVOKE_LOCAL_LOCALE: '1' } };
}
//# sourceMappingURL=ruby.js.map

/***/ })

};
;
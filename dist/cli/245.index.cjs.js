"use strict";
exports.id = 245;
exports.ids = [245];
exports.modules = {

/***/ 9245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolvedLines: () => (/* binding */ resolvedLines)
/* harmony export */ });
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4575);

/** What is said of an invocation before it runs, to a person who asks: everything that was resolved, and no value of a variable. */
async function resolvedLines({ function: fn, taskRoot, environment, launches, credentials }, request) {
    const rows = [
        ['function', `${fn.key} (${fn.name})`, 'function'],
        ['handler', fn.handler, 'handler'],
        ['runtime', fn.runtime, 'runtime'],
        ['memory', `${fn.memorySizeMiB} MB`, 'memorySize'],
        ['timeout', `${fn.timeoutMs / 1000} s`, 'timeout'],
        ['architecture', fn.architecture, 'architecture'],
        ['layers', fn.layers.map(({ name }) => name).join(', ') || 'none', fn.layers.length > 0 ? 'layers' : undefined],
        ['code', codeText(fn, taskRoot), fn.code.kind === 'zip' ? 'artifact' : undefined],
        ['stage', fn.stage],
        ['region', fn.region],
        ['interpreter', [...new Set(launches.map(({ command }) => command))].join(', or else ')],
        ['credentials', credentialsText(credentials)],
    ];
    const width = Math.max(...rows.map(([label]) => label.length));
    const settings = rows.map(async ([label, value, key]) => {
        const place = key === undefined ? '' : await placeText(fn, key);
        return `${label.padEnd(width)}  ${value}${place}`;
    });
    return [...(await Promise.all(settings)), ...environmentLines(environment, fn, request)];
}
async function placeText(fn, key) {
    const location = await fn.origin(key);
    return location === undefined ? ' (default)' : ` (${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayLocation */ .S)(location)})`;
}
function codeText({ code }, taskRoot) {
    return code.kind === 'folder'
        ? (0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayPath */ .G)(code.folder)
        : `${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayPath */ .G)(code.file)}, unpacked in ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayPath */ .G)(taskRoot)}`;
}
const sources = {
    input: 'of the caller',
    environment: 'of the environment',
    service: "of the service's configuration",
};
function credentialsText(credentials) {
    if (credentials === undefined)
        return 'none';
    if (credentials.source === 'profile')
        return `of the profile ${credentials.profile ?? 'default'}`;
    return sources[credentials.source];
}
/** What Lambda sets itself, and we in its stead. */
const lambdaVariable = /^(?:_?AWS_|_HANDLER$|_X_AMZN|LAMBDA_|(?:TZ|LANG|PATH|LD_LIBRARY_PATH|NODE_PATH|PYTHONPATH|GEM_HOME|GEM_PATH|RUBYLIB|IS_LOCAL)$)/;
/** The names of the variables, by whose they are; of two that set one, the later wins. */
function environmentLines(environment, fn, { environment: given, hostEnvironment: host }) {
    const owner = (name) => {
        if (Object.hasOwn(given, name))
            return 'the caller';
        if (Object.hasOwn(fn.environment, name))
            return 'the configuration';
        if (host[name] === environment[name])
            return 'this environment';
        return lambdaVariable.test(name) ? 'Lambda' : 'a .env file';
    };
    const names = Object.keys(environment).sort();
    return ['the caller', 'the configuration', 'a .env file', 'this environment', 'Lambda'].flatMap((whose) => {
        const owned = names.filter((name) => owner(name) === whose);
        return owned.length === 0 ? [] : [`variables of ${whose}: ${owned.join(', ')}`];
    });
}
//# sourceMappingURL=resolved-lines.js.map

/***/ })

};
;
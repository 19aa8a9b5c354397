"use strict";
exports.id = 77;
exports.ids = [77];
exports.modules = {

/***/ 6077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findProjectBuild: () => (/* binding */ findProjectBuild),
/* harmony export */   missingArtifactHint: () => (/* binding */ missingArtifactHint)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4308);



/** Jars that a build makes beside the one that is deployed. */
const byproducts = /^original-|-(?:sources|javadoc|tests|plain)\.jar$/;
/**
 * Looks for the build of a project on the JVM, from a folder upwards.
 * @param folder where to begin; it need not exist
 * @param root the last folder that is looked at, as is that of a repository
 */
function findProjectBuild(folder, root) {
    for (let place = folder;; place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const command = buildCommand(place);
        if (command !== undefined)
            return { folder: place, command, artifacts: builtArtifacts(place) };
        if (place === root || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, '.git')) || place === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place))
            return undefined;
    }
}
/**
 * How an artifact that is not there is built, or which other one the build has made.
 * @param file the artifact, absolute
 * @param root the service's root
 * @returns `undefined` where there is no build
 */
function missingArtifactHint(file, root) {
    const build = findProjectBuild((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), root);
    if (build === undefined)
        return undefined;
    const shown = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const [made, ...others] = build.artifacts.slice(0, 3).map(shown);
    const folder = shown(build.folder);
    const command = `\`${build.command}\`${folder === '' ? '' : ` (in ${folder})`}`;
    if (made === undefined)
        return `Build it in a step before: ${command}.`;
    const names = [made, ...others].join(' or ');
    return `Did you mean ${names}, which the build has made? Else build it in a step before: ${command}.`;
}
function buildCommand(folder) {
    const has = (...names) => names.some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)));
    if (has('pom.xml'))
        return `${has('mvnw') ? './mvnw' : 'mvn'} -q package`;
    if (has('build.gradle', 'build.gradle.kts'))
        return `${has('gradlew') ? './gradlew' : 'gradle'} build`;
    return has('build.sbt') ? 'sbt assembly' : undefined;
}
function builtArtifacts(folder) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'target');
    const scala = (0,_interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .folders */ .oW)(target).filter((name) => name.startsWith('scala-'));
    const places = [
        target,
        ...scala.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, name)),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'build', 'distributions'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'build', 'libs'),
    ];
    return places
        .flatMap((place) => (0,_interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .folders */ .oW)(place).map((name) => ({ file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, name), name })))
        .filter(({ name }) => /\.(?:jar|zip)$/.test(name) && !byproducts.test(name))
        .map(({ file }) => ({ file, madeAtMs: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
        .sort((a, b) => b.madeAtMs - a.madeAtMs)
        .map(({ file }) => file);
}
//# sourceMappingURL=project-build.js.map

/***/ })

};
;
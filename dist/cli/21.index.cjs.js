"use strict";
exports.id = 21;
exports.ids = [21];
exports.modules = {

/***/ 2021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainJavaError: () => (/* binding */ explainJavaError)
/* harmony export */ });
/* harmony import */ var _lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4980);
/* harmony import */ var _interpreter_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9978);


/** The version of Java that a class file of a major version is for: 61 is Java 17 (JVM specification, section 4.1). */
const classFileOffset = 44;
/** What is behind an error of a function in Java, where that can be told. */
async function explainJavaError(fn, outcome) {
    const declared = (0,_lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRuntime */ .Sw)(fn.runtime);
    if (declared?.language !== 'java' || outcome.status !== 'error')
        return undefined;
    const text = outcome.error.toString('utf8');
    const [, newer, known] = /\(class file version (\d+)\.\d+\).{0,120}?up to (\d+)\.\d+/s.exec(text) ?? [];
    if (newer !== undefined && known !== undefined) {
        const compiled = Number(newer) - classFileOffset;
        const ran = Number(known) - classFileOffset;
        const location = await fn.origin('runtime');
        const isNewEnough = compiled <= Number(declared.version);
        return {
            severity: 'warning',
            code: 'java-class-version',
            message: `The classes of ${fn.key} are compiled for Java ${compiled}, and ran on Java ${ran}.`,
            hint: isNewEnough
                ? (0,_interpreter_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .setUpHint */ .$U)(declared)
                : `Declare the runtime java${compiled}, or compile them for Java ${declared.version}: \`maven.compiler.release\` in Maven, \`options.release\` in Gradle.`,
            ...(location === undefined ? {} : { location }),
        };
    }
    if (outcome.errorType !== 'java.lang.OutOfMemoryError')
        return undefined;
    const location = await fn.origin('memorySize');
    return {
        severity: 'warning',
        code: 'heap-exhausted',
        message: `${fn.key} ran out of memory: of its memorySize of ${fn.memorySizeMiB} MB Java's heap gets what is left beside classes and compiled code (85 %, more above 1600 MB), as in Lambda.`,
        hint: 'Raise memorySize in the configuration of the function, or use less memory.',
        ...(location === undefined ? {} : { location }),
    };
}
//# sourceMappingURL=explain-java.js.map

/***/ })

};
;
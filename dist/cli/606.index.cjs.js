"use strict";
exports.id = 606;
exports.ids = [606];
exports.modules = {

/***/ 9606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   phaseLines: () => (/* binding */ phaseLines)
/* harmony export */ });
/** What is said of an invocation after it ran, to a person who asks: what ran it, and how long each phase took. */
function phaseLines(result, { startedMs, resolvedMs, endedMs }) {
    const ran = endedMs - resolvedMs;
    const phases = [
        ['configuration, credentials and event', resolvedMs - startedMs],
        ['start of the runtime and init', result?.initDurationMs],
        ['handler', result?.durationMs],
        ['the rest', result === undefined ? ran : Math.max(0, ran - (result.initDurationMs ?? 0) - result.durationMs)],
    ];
    const told = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${ms.toFixed(0)} ms`]));
    return [...(result?.interpreter === undefined ? [] : [`ran on ${result.interpreter}`]), `phases: ${told.join(', ')}`];
}
//# sourceMappingURL=phase-lines.js.map

/***/ })

};
;
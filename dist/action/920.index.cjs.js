"use strict";
exports.id = 920;
exports.ids = [920];
exports.modules = {

/***/ 4920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  concludeStep: () => (/* binding */ concludeStep)
});

// EXTERNAL MODULE: ./lib/src/report/secrets/redact-report.js
var redact_report = __webpack_require__(2749);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/diagnostics/diagnostic-rank.js
/** How much a finding matters, the most first. */
const ranks = ['breaks a deploy', 'fails in Lambda', 'may change what happens', 'is good to know'];
/** What each code of a warning or a notice amounts to. A code that is not here is good to know. */
const codes = {
    'breaks a deploy': [
        'config-out-of-range',
        'environment-name-refused',
        'environment-reserved',
        'environment-size-refused',
        'function-name-refused',
        'handler-refused',
    ],
    'fails in Lambda': [
        'entrypoint-architecture',
        'entrypoint-format',
        'entrypoint-interpreter',
        'entrypoint-line-ends',
        'entrypoint-literal-path',
        'entrypoint-loader',
        'entrypoint-missing',
        'entrypoint-not-executable',
        'exec-wrapper-missing',
        'extension-architecture',
        'extension-failed',
        'extension-timeout',
        'handler-case',
        'handler-export',
        'handler-file',
        'heap-exhausted',
        'init-timed-out',
        'java-class-version',
        'memory-exceeded',
        'module-elsewhere',
        'module-extension',
        'module-file',
        'module-format',
        'module-missing',
        'module-of-image',
        'native-module',
        'plug-n-play',
        'process-killed',
        'program-not-built',
        'timed-out',
    ],
    'may change what happens': [
        'architecture',
        'bundler-replaced',
        'context-data-ignored',
        'credentials-incomplete',
        'credentials-missing',
        'dotenv-parser',
        'event-data-ignored',
        'exec-wrapper-ignored',
        'interpreter-version',
        'java-client-platform',
        'layer-elsewhere',
        'memory-not-limited',
        'output-masked',
        'output-too-long',
        'profile-failed',
        'runtime-default',
        'variable-answer-unused',
    ],
};
const rankOf = new Map(Object.values(codes).flatMap((ofRank, rank) => ofRank.map((code) => [code, rank])));
/** Findings with those first that matter most: what breaks a deploy, what fails in Lambda, what may change what happens, the rest. */
function byRank(diagnostics) {
    const rank = ({ code }) => rankOf.get(code) ?? ranks.length - 1;
    return [...diagnostics].sort((one, other) => rank(one) - rank(other));
}
/** Every code that has a rank. */
const rankedCodes = [...rankOf.keys()];
//# sourceMappingURL=diagnostic-rank.js.map
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/action/cut-text.js
var cut_text = __webpack_require__(8361);
;// CONCATENATED MODULE: ./lib/src/action/annotations.js





/** The runner keeps ten annotations of a type in a step, and 4,096 characters of each (its `ExecutionContext.cs`). */
const MOST_OF_A_TYPE = 10;
const LONGEST_ANNOTATION = 4096;
/** A place as an annotation's properties: relative to the workspace; none where it is outside, for it would link nowhere. */
function locationProperties(location, workspace) {
    if (location === undefined)
        return {};
    const file = [workspace, realPath(workspace)]
        .map((folder) => (0,external_node_path_.relative)(folder, location.file))
        .find((path) => path !== '' && path !== '..' && !path.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(path));
    if (file === undefined)
        return {};
    return {
        file: external_node_path_.sep === '/' ? file : file.replaceAll(external_node_path_.sep, '/'),
        ...(location.line === undefined ? {} : { startLine: location.line }),
        ...(location.column === undefined ? {} : { startColumn: location.column }),
    };
}
/** A folder without the links that lead to it: runtimes name the files of the user so. */
function realPath(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        return folder;
    }
}
/** The lines of a diagnostic: what, where, what to do. */
function diagnosticText({ message, hint, location }, workspace) {
    const place = location && (0,display_path/* displayLocation */.S)(location, workspace);
    return [message, place, hint].filter(Boolean).join('\n');
}
function annotationOf(diagnostic, workspace) {
    return {
        severity: diagnostic.severity,
        message: (0,cut_text/* cutText */.I)(diagnosticText(diagnostic, workspace), LONGEST_ANNOTATION),
        properties: locationProperties(diagnostic.location, workspace),
    };
}
/**
 * The annotations for what was found, each once, what matters most first, within the runner's caps. What is beyond them is told
 * together, in the last one of its type. One error is left for the failure of the step itself.
 */
function annotationsOf(diagnostics, workspace) {
    return ['error', 'warning', 'notice'].flatMap((severity) => {
        const most = severity === 'error' ? MOST_OF_A_TYPE - 1 : MOST_OF_A_TYPE;
        const unique = new Map();
        for (const diagnostic of byRank(diagnostics)) {
            if (diagnostic.severity !== severity)
                continue;
            const annotation = annotationOf(diagnostic, workspace);
            unique.set(JSON.stringify(annotation), annotation);
        }
        const all = [...unique.values()];
        if (all.length <= most)
            return all;
        const rest = all.slice(most - 1).map(({ message }) => message);
        const last = {
            severity,
            message: (0,cut_text/* cutText */.I)(`And ${rest.length} more:\n${rest.join('\n')}`, LONGEST_ANNOTATION),
            properties: {},
        };
        return [...all.slice(0, most - 1), last];
    });
}
//# sourceMappingURL=annotations.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/report/console/verdict.js
const failureVerbs = { error: 'failed', timeout: 'timed out', crash: 'crashed' };
/**
 * What came of an invocation, as both faces say it last: `hello failed: TypeError: …`. It has the lines of the error's
 * own message.
 * @param errorMessage the message of the failure, where another one than the runtime's own is to be said
 */
function verdictOf(result, errorMessage) {
    const { key } = result.function;
    if (result.status !== 'success') {
        return `${key} ${failureVerbs[result.status]}: ${failureText(result, errorMessage)}`;
    }
    return `${key} succeeded in ${milliseconds(result)} (${resources(result)})`;
}
/**
 * The verdicts of one or several invocations, a line each. Those of several have their names, verbs and durations in columns.
 */
function verdictLines(results) {
    const rows = results.map((result) => ({
        name: result.function.key,
        verb: result.status === 'success' ? 'succeeded' : failureVerbs[result.status],
        duration: milliseconds(result),
        rest: result.status === 'success' ? `(${resources(result)})` : firstLine(failureText(result)),
    }));
    if (rows.length === 1)
        return results.map((result) => firstLine(verdictOf(result)));
    const width = (column) => Math.max(...rows.map((row) => row[column].length));
    const [names, verbs, durations] = [width('name'), width('verb'), width('duration')];
    return rows.map(({ name, verb, duration, rest }) => [name.padEnd(names), verb.padEnd(verbs), duration.padStart(durations), rest].join('  ').trimEnd());
}
function failureText({ errorType, errorMessage }, said = errorMessage) {
    return [errorType, said].filter(Boolean).join(': ');
}
function milliseconds({ durationMs }) {
    return `${durationMs.toFixed(2)} ms`;
}
function resources({ initDurationMs, maxMemoryUsedMiB, memorySizeMiB }) {
    const init = initDurationMs === undefined ? '' : `init ${initDurationMs.toFixed(0)} ms, `;
    return `${init}${maxMemoryUsedMiB} MB of ${memorySizeMiB} MB`;
}
function firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}
//# sourceMappingURL=verdict.js.map
// EXTERNAL MODULE: ./lib/src/action/cancellation.js
var cancellation = __webpack_require__(5834);
;// CONCATENATED MODULE: ./lib/src/action/conclusion.js







/** How many frames of the user's own code an annotation has, and how long each may be. */
const mostFrames = 5;
const longestFrame = 400;
/** The longest title of an annotation. A handler may name its error as it likes. */
const longestTitle = 200;
/** The failure of the step for a function that failed, at the place of the user's that it is best shown at. */
function functionFailure({ result, failure }, workspace) {
    const { userPlace, handlerPlace, trace } = failure;
    const place = userPlace ?? handlerPlace;
    const frames = trace
        .filter(({ kind }) => kind === 'user')
        .map(({ text }) => `\n    ${(0,cut_text/* cutText */.I)(withinWorkspace(text.trim(), workspace), longestFrame)}`);
    const end = frames.length > 0 ? frames.slice(0, mostFrames).join('') : placeLine(place, workspace);
    const message = (0,cut_text/* cutText */.I)(verdictOf(result, failure.errorMessage), LONGEST_ANNOTATION - end.length);
    return annotated(failure.errorType, message + end, locationProperties(place, workspace));
}
/** A frame with its path relative to the workspace, where it is below it. */
function withinWorkspace(frame, workspace) {
    return frame.replaceAll(`${(0,external_node_url_.pathToFileURL)(workspace).href}/`, '').replaceAll(workspace + external_node_path_.sep, '');
}
function placeLine(place, workspace) {
    return place === undefined ? '' : `\n    at ${(0,display_path/* displayLocation */.S)(place, workspace)}`;
}
function annotated(title, message, place = {}) {
    const line = (0,cut_text/* cutText */.I)(title, longestTitle).replaceAll(/\s+/g, ' ').trim();
    return { exitCode: 1, message: (0,cut_text/* cutText */.I)(message, LONGEST_ANNOTATION), annotation: { title: line, ...place } };
}
/**
 * The notice at the line that names a handler which could not be initialised, where the failure itself is shown in the
 * code.
 */
function initNotice({ outcome }) {
    if (outcome.kind !== 'failed')
        return undefined;
    const { userPlace, handlerPlace, errorType, errorMessage } = outcome.failure;
    if (userPlace === undefined || handlerPlace === undefined)
        return undefined;
    const { handler } = outcome.result.function;
    const what = [errorType, errorMessage.split('\n', 1)[0]].filter(Boolean).join(': ');
    return {
        severity: 'notice',
        code: 'handler-not-initialised',
        message: `The handler ${handler} could not be initialised: ${what}`,
        location: handlerPlace,
    };
}
/**
 * What to say of an outcome and how to end. This alone decides whether the step fails: for its outcome, or for an
 * error among the diagnostics.
 */
function conclusionOf(report, { failOnError, workspace }) {
    const { outcome, diagnostics } = report;
    const exitCode = diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
    switch (outcome.kind) {
        case 'succeeded':
            return { exitCode, message: verdictLines([outcome.result]).join('\n'), mood: 'good' };
        case 'failed': {
            const { traceTellsMore, trace } = outcome.failure;
            const told = traceTellsMore ? { trace: trace.map(({ text }) => text) } : {};
            if (failOnError)
                return { ...functionFailure(outcome, workspace), ...told };
            return { exitCode, message: verdictLines([outcome.result]).join('\n'), mood: 'bad', ...told };
        }
        case 'refused': {
            const { diagnostic } = outcome;
            const place = locationProperties(diagnostic.location, workspace);
            return annotated('Nothing was invoked', diagnosticText(diagnostic, workspace), place);
        }
        case 'cancelled':
            return {
                exitCode: (0,cancellation/* exitCodeOf */.F)(outcome.signal),
                message: `Cancelled by ${outcome.signal}: the handler was stopped.`,
            };
        case 'defect':
            return annotated('A defect of invoke-local', `${outcome.details}\nThis is a defect of invoke-local. Please report it with this text.`);
    }
}
//# sourceMappingURL=conclusion.js.map
// EXTERNAL MODULE: ./lib/src/action/workflow-commands.js
var workflow_commands = __webpack_require__(7991);
;// CONCATENATED MODULE: ./lib/src/action/conclude-step.js




const colours = { good: '\u001b[32m', bad: '\u001b[31m' };
const plain = '\u001b[0m';
/**
 * Annotates what was found on the way and says the last of a step: the trace that the function's own log does not have, and the
 * verdict.
 * @returns the exit code
 */
function concludeStep(whole, { annotate, write, secrets, hasColour, ...circumstances }) {
    const report = (0,redact_report/* redactReport */.a)(whole, secrets);
    const notice = initNotice(report);
    const findings = notice === undefined ? report.diagnostics : [...report.diagnostics, notice];
    for (const { severity, message, properties } of annotationsOf(findings, circumstances.workspace))
        annotate[severity](message, properties);
    const conclusion = conclusionOf(report, circumstances);
    const { exitCode, message, annotation, trace } = conclusion;
    if (trace !== undefined)
        write(['The error, in your sources:', ...trace].map(workflow_commands/* plainLine */.h).join(''));
    if (annotation === undefined)
        write(verdictLine(conclusion, hasColour));
    else
        annotate.error(message, annotation);
    return exitCode;
}
function verdictLine({ message, mood }, hasColour) {
    const line = (0,workflow_commands/* plainLine */.h)(message);
    return mood !== undefined && hasColour ? `${colours[mood]}${line.trimEnd()}${plain}\n` : line;
}
//# sourceMappingURL=conclude-step.js.map

/***/ }),

/***/ 2749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ redactReport)
/* harmony export */ });
/* harmony import */ var _redactor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(211);

/**
 * The report without secrets: `***` stands in their place in every text, name, path and payload. What comes from a closed
 * list (a status, a code, a signal, an identifier of a runtime) stays.
 */
function redactReport(report, secrets) {
    if (secrets.length === 0)
        return report;
    const redactor = (0,_redactor_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .l)(secrets);
    const { text } = redactor;
    return {
        ...report,
        ...(report.function === undefined ? {} : { function: text(report.function) }),
        ...(report.case === undefined ? {} : { case: text(report.case) }),
        outcome: outcomeWithout(report.outcome, redactor),
        diagnostics: report.diagnostics.map((diagnostic) => diagnosticWithout(diagnostic, redactor)),
        ...(report.serviceFolder === undefined ? {} : { serviceFolder: text(report.serviceFolder) }),
        log: {
            ...report.log,
            text: text(report.log.text),
            ...(report.log.file === undefined ? {} : { file: text(report.log.file) }),
        },
    };
}
function outcomeWithout(outcome, redactor) {
    switch (outcome.kind) {
        case 'succeeded':
            return { ...outcome, result: successWithout(outcome.result, redactor) };
        case 'failed':
            return {
                ...outcome,
                result: failedWithout(outcome.result, redactor),
                failure: failureWithout(outcome.failure, redactor),
            };
        case 'refused':
            return { ...outcome, diagnostic: diagnosticWithout(outcome.diagnostic, redactor) };
        case 'cancelled':
            return outcome;
        case 'defect':
            return { ...outcome, details: redactor.text(outcome.details) };
    }
}
function successWithout(result, redactor) {
    const { http } = result;
    return {
        ...result,
        ...factsWithout(result, redactor),
        response: redactor.bytes(result.response),
        ...(http === undefined
            ? {}
            : {
                http: {
                    statusCode: http.statusCode,
                    headers: Object.fromEntries(Object.entries(http.headers).map(([name, value]) => [redactor.text(name), redactor.text(value)])),
                    cookies: http.cookies.map(redactor.text),
                },
            }),
    };
}
function failedWithout(result, redactor) {
    const { text, bytes } = redactor;
    return {
        ...result,
        ...factsWithout(result, redactor),
        error: bytes(result.error),
        errorType: text(result.errorType),
        errorMessage: text(result.errorMessage),
        trace: result.trace.map(text),
        stderrTail: text(result.stderrTail),
    };
}
function factsWithout({ function: fn, event, interpreter }, redactor) {
    return {
        function: functionWithout(fn, redactor),
        event: redactor.bytes(event),
        ...(interpreter === undefined ? {} : { interpreter: redactor.text(interpreter) }),
    };
}
function functionWithout(fn, { text }) {
    return {
        ...fn,
        key: text(fn.key),
        name: text(fn.name),
        handler: text(fn.handler),
        region: text(fn.region),
        stage: text(fn.stage),
    };
}
function failureWithout(failure, redactor) {
    const { text } = redactor;
    const { userPlace, handlerPlace } = failure;
    return {
        ...failure,
        errorType: text(failure.errorType),
        errorMessage: text(failure.errorMessage),
        trace: failure.trace.map((line) => ({
            ...line,
            text: text(line.text),
            ...(line.place === undefined ? {} : { place: placeWithout(line.place, redactor) }),
        })),
        ...(userPlace === undefined ? {} : { userPlace: placeWithout(userPlace, redactor) }),
        ...(handlerPlace === undefined ? {} : { handlerPlace: placeWithout(handlerPlace, redactor) }),
    };
}
function diagnosticWithout(diagnostic, redactor) {
    const { message, hint, location } = diagnostic;
    return {
        ...diagnostic,
        message: redactor.text(message),
        ...(hint === undefined ? {} : { hint: redactor.text(hint) }),
        ...(location === undefined ? {} : { location: placeWithout(location, redactor) }),
    };
}
function placeWithout(place, { text }) {
    return { ...place, file: text(place.file) };
}
//# sourceMappingURL=redact-report.js.map

/***/ })

};
;
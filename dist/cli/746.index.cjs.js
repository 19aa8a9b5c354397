"use strict";
exports.id = 746;
exports.ids = [746];
exports.modules = {

/***/ 6235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ forwardOutput)
/* harmony export */ });
/** Hands the pieces of a stream on, as fast as they are taken. */
function forwardOutput(stream, name, take) {
    stream.on('data', (chunk) => {
        const taken = take(chunk, name);
        if (taken === undefined)
            return;
        stream.pause();
        taken.then(() => stream.resume(), () => stream.resume());
    });
}
//# sourceMappingURL=forward-output.js.map

/***/ }),

/***/ 746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluateModule: () => (/* binding */ evaluateModule)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _forward_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6235);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3083);
/* harmony import */ var _thrown_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6427);




const defaultTimeoutMs = 30_000;
/** The largest answer that is taken, in bytes. */
const maxAnswerBytes = 64 * 1024 * 1024;
/** How long the pipes are read on after the child has ended, in ms: somebody else may hold them. */
const drainMs = 500;
/**
 * Runs a module of the project in a child process, and gives what it exports by default, or what that returns where it
 * is a function, as JSON text. The child is gone, with everything it started, when this settles.
 * @throws UserError where the module throws, hangs, ends early, or gives what JSON cannot say.
 */
async function evaluateModule(options) {
    options.signal.throwIfAborted();
    const { answer, ending } = await runChild(options);
    if (ending.kind === 'aborted')
        throw options.signal.reason;
    if (ending.kind === 'timeout') {
        throw (0,_thrown_error_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleFailure */ .v)(options, `did not end within ${(options.timeoutMs ?? defaultTimeoutMs) / 1000} s`);
    }
    if (ending.kind === 'too-large')
        throw (0,_thrown_error_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleFailure */ .v)(options, `gives more than ${maxAnswerBytes} bytes of JSON`);
    const value = parsed(answer.slice(1));
    if (answer.startsWith('R') && value !== undefined)
        return answer.slice(1);
    if (answer.startsWith('E') && value !== undefined)
        throw (0,_thrown_error_js__WEBPACK_IMPORTED_MODULE_2__/* .thrownFailure */ .D)(options, value);
    throw (0,_thrown_error_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleFailure */ .v)(options, `ended before it gave its value (${ending.how})`);
}
function runChild(options) {
    const { file, nodeArgs = [], runtimes, environment, workingDirectory, timeoutMs = defaultTimeoutMs, signal, } = options;
    const child = (0,_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .spawnGroup */ .j8)(process.execPath, [...nodeArgs, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runtimes, 'node', 'evaluate.mjs'), file], {
        cwd: workingDirectory,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const pieces = [];
    let answerBytes = 0;
    let forced;
    const end = (how) => {
        forced ??= how;
        if (child.pid !== undefined)
            (0,_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .killGroup */ .i0)(child.pid);
    };
    const onAbort = () => end({ kind: 'aborted' });
    const timer = setTimeout(() => end({ kind: 'timeout' }), timeoutMs);
    signal.addEventListener('abort', onAbort);
    if (child.stdout)
        (0,_forward_output_js__WEBPACK_IMPORTED_MODULE_3__/* .forwardOutput */ .h)(child.stdout, 'stdout', options.onOutput);
    if (child.stderr)
        (0,_forward_output_js__WEBPACK_IMPORTED_MODULE_3__/* .forwardOutput */ .h)(child.stderr, 'stderr', options.onOutput);
    const answers = child.stdio[3];
    answers.on('data', (chunk) => {
        answerBytes += chunk.length;
        if (answerBytes > maxAnswerBytes)
            end({ kind: 'too-large' });
        else
            pieces.push(chunk);
    });
    return new Promise((resolve) => {
        let settled = false;
        const settle = (how) => {
            if (settled)
                return;
            settled = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            for (const stream of [child.stdout, child.stderr, answers])
                stream?.destroy();
            resolve({ answer: Buffer.concat(pieces).toString(), ending: forced ?? { kind: 'ended', how } });
        };
        child.on('error', (error) => settle(error.message));
        child.on('exit', (code, killedBy) => {
            if (child.pid !== undefined)
                (0,_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .killGroup */ .i0)(child.pid);
            const how = killedBy === null ? `exit code ${code}` : `signal ${killedBy}`;
            const drained = setTimeout(() => settle(how), drainMs);
            child.on('close', () => {
                clearTimeout(drained);
                settle(how);
            });
        });
    });
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=project-module.js.map

/***/ }),

/***/ 6427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ thrownFailure),
/* harmony export */   v: () => (/* binding */ moduleFailure)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3001);




const valueHint = 'Its default export (or module.exports) must be the value, or a function that returns it.';
/** The failure of a module of the project. `what` continues a sentence that begins with its role and its path. */
function moduleFailure({ file, role }, what, { location = { file }, hint = valueHint } = {}) {
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
        code: 'project-module-failed',
        message: `The ${role} ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(file)} ${what}.`.replace(/([.!?])\.$/, '$1'),
        hint,
        location,
    });
}
/** The failure of a module that threw, with the line of its own that the error came through. */
function thrownFailure(module, error) {
    const location = placeIn(module.file, error.stack);
    const place = location?.line === undefined ? '' : ` at line ${location.line}`;
    const missing = missingPackage(error);
    const message = missing === undefined ? error.message : error.message.split('\n')[0];
    const what = `failed${place}: ${error.name === '' ? message : `${error.name}: ${message}`}`;
    return moduleFailure(module, what, { location, ...(missing === undefined ? {} : { hint: missingHint(missing) }) });
}
function missingHint(name) {
    return `The package ${name} is not installed: install the dependencies of the project before this step, such as with \`npm ci\`.`;
}
/** The package that a module could not be loaded for; `undefined` where it was another error, or a file that is missing. */
function missingPackage({ code, message }) {
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND')
        return undefined;
    const [, name] = /^Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
    if (name === undefined || /^(?:[./\\]|[A-Za-z]:|file:)/.test(name))
        return undefined;
    return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
/** The topmost place of a stack that lies in the file itself, which a stack names by its path or by its URL. */
function placeIn(file, stack) {
    const names = [file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file)].flatMap((path) => [`${path}:`, `${(0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href}:`]);
    for (const line of stack.split('\n')) {
        const name = names.find((candidate) => line.includes(candidate));
        if (name === undefined)
            continue;
        const match = /^(\d+)(?::(\d+))?/.exec(line.slice(line.indexOf(name) + name.length));
        if (match === null)
            continue;
        return { file, line: Number(match[1]), ...(match[2] === undefined ? {} : { column: Number(match[2]) }) };
    }
    return undefined;
}
//# sourceMappingURL=thrown-error.js.map

/***/ })

};
;
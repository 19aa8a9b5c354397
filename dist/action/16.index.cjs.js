"use strict";
exports.id = 16;
exports.ids = [16];
exports.modules = {

/***/ 8409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ bundleError),
/* harmony export */   y: () => (/* binding */ compileError)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3001);



/**
 * The error that a compiler's answer stands for.
 * @param subject the file that was to be compiled, absolute
 * @param root what esbuild's paths are relative to, absolute
 */
function compileError(answer, { subject, root }) {
    if ('problems' in answer)
        return bundleError(answer.problems, { subject, root });
    if ('thrown' in answer) {
        const { file, message } = answer.thrown;
        return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({
            code: 'build-options-failed',
            message: `The build options in ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .G)(file)} could not be read: ${message}`,
            location: { file },
        });
    }
    const { message, location = { file: subject }, ...rest } = answer.failure;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({ ...rest, message: `${describePlace(location)} cannot be compiled: ${message}`, location });
}
/** esbuild's own errors: the first of them in full, the others by their number. */
function bundleError(problems, { subject, root }) {
    const [first, ...others] = problems;
    const found = first?.location ?? null;
    const location = found === null
        ? { file: subject }
        : { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, found.file), line: found.line, column: found.column + 1 };
    const text = first?.text ?? 'esbuild failed';
    const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'error' : 'errors'})`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({
        code: 'typescript-invalid',
        message: `${describePlace(location)} cannot be compiled: ${text.replace(/[.]?$/, '.')}${more}`,
        hint: hintFor(text),
        location,
    });
}
function hintFor(text) {
    const unresolved = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
    if (unresolved !== undefined) {
        return /^[./]/.test(unresolved)
            ? 'Look at the path: it is relative to the file that imports it.'
            : `If "${unresolved}" is a package, install it and list it in package.json; if it is an alias, look at "paths" in tsconfig.json.`;
    }
    if (text.startsWith('Top-level await')) {
        return 'Make it an ES module: name the file .mts, set "type": "module" in package.json, or the format of the bundle to esm.';
    }
    if (text.startsWith('No loader is configured'))
        return 'Set a loader for this kind of file in the options of esbuild.';
    return undefined;
}
/** A place as messages write it, `src/hello.ts:3:7`. */
function describePlace({ file, line, column }) {
    return [(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .G)(file), ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':');
}
//# sourceMappingURL=compile-errors.js.map

/***/ }),

/***/ 5771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ runCompilerProcess),
/* harmony export */   HD: () => (/* binding */ compilerEnvironment),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4575);
/* harmony import */ var _compile_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8409);
/* harmony import */ var _run_compiler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(295);






/**
 * Runs our compiler process.
 * @returns the file that was compiled to
 * @throws UserError where the code, or a file with options, is wrong
 */
async function runCompilerProcess(job, settings) {
    const { entry } = job.job;
    const root = job.kind === 'bundle' ? job.job.root : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry);
    const { stdout, stderr, answer, end } = await (0,_run_compiler_js__WEBPACK_IMPORTED_MODULE_5__/* .runCompiler */ .J)({
        command: process.execPath,
        args: [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(settings.chunks, 'typescript', 'index.js'), JSON.stringify(job)],
        workingDirectory: root,
        environment: compilerEnvironment(settings.environment),
        subject: (0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .G)(entry),
        signal: settings.signal,
    });
    const result = answer === '' ? ended(entry, end, stderr || stdout) : JSON.parse(answer);
    if ('file' in result)
        return result.file;
    throw (0,_compile_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .compileError */ .y)(result, { subject: entry, root });
}
/** A folder of our own for compiled code, by its real path (Node names modules by theirs), and its removal. */
async function temporaryFolder() {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'invoke-local-build-')));
    return { folder, remove: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }) };
}
/** Options that are meant for the handler's Node are not meant for the compiler's. */
function compilerEnvironment({ NODE_OPTIONS: _, ...rest }) {
    return rest;
}
/** A process that gave no answer: a plugin or a configuration file of the project ended it, or it is a defect of ours. */
function ended(entry, end, output) {
    const message = `The compiler ended with ${end} before it gave its answer: ${output.trim().split('\n').slice(-20).join('\n')}`;
    return { failure: { code: 'compiler-ended', message, location: { file: entry } } };
}
//# sourceMappingURL=compiler-process.js.map

/***/ }),

/***/ 16:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTypeScriptModules: () => (/* binding */ createTypeScriptModules)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/src/typescript/compiler-process.js
var compiler_process = __webpack_require__(5771);
;// CONCATENATED MODULE: ./lib/src/typescript/compile-module.js

/**
 * Compiles a module and the modules of the project that it imports to JavaScript, with the nearest `tsconfig.json` of each.
 * The compiler runs in a process of its own and loads no code of the project. Each module sees itself where its source is:
 * `__dirname`, `import.meta.url`, `require` and packages are as if the JavaScript lay beside the TypeScript.
 * @throws UserError where it cannot be compiled
 */
async function compileModule({ file, tsconfig, ...settings }) {
    const { folder, remove } = await (0,compiler_process/* temporaryFolder */.yy)();
    try {
        const job = { entry: file, outputFolder: folder, ...(tsconfig === undefined ? {} : { tsconfig }) };
        const compiled = await (0,compiler_process/* runCompilerProcess */.AD)({ kind: 'graph', job }, settings);
        return { file: compiled, nodeArguments: ['--enable-source-maps'], [Symbol.asyncDispose]: remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
//# sourceMappingURL=compile-module.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/module-loader.js



/** Nothing is compiled, and nothing is loaded for it, before a module is asked for. */
function createTypeScriptModules(settings) {
    const compiled = new Map();
    const hooks = (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(settings.runtimes, 'node', 'compiled-modules.mjs')).href;
    return {
        async launchFor(file) {
            const module = compiled.get(file) ?? compileModule({ file, ...settings });
            compiled.set(file, module);
            const { file: output, nodeArguments } = await module;
            const urls = { [(0,external_node_url_.pathToFileURL)(file).href]: (0,external_node_url_.pathToFileURL)(output).href };
            return {
                nodeArgs: [...nodeArguments, '--import', hooks],
                environment: { INVOKE_LOCAL_COMPILED_MODULES: JSON.stringify(urls) },
            };
        },
        async [Symbol.asyncDispose]() {
            const modules = await Promise.allSettled(compiled.values());
            compiled.clear();
            await Promise.all(modules.map((result) => (result.status === 'fulfilled' ? result.value[Symbol.asyncDispose]() : undefined)));
        },
    };
}
//# sourceMappingURL=module-loader.js.map

/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runCompiler)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3001);
/* harmony import */ var _process_process_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3083);


const defaultTimeoutMs = 60_000;
/**
 * Runs a compiler to its end, in a process group of its own that is gone when this settles.
 * @throws UserError where it takes too long
 * @throws the signal's reason where it was aborted
 */
async function runCompiler(run) {
    run.signal.throwIfAborted();
    const { timeoutMs = defaultTimeoutMs } = run;
    const child = (0,_process_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .spawnGroup */ .j8)(run.command, run.args, {
        cwd: run.workingDirectory,
        env: run.environment,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let timedOut = false;
    const kill = () => {
        if (child.pid !== undefined)
            (0,_process_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .killGroup */ .i0)(child.pid);
    };
    const timer = setTimeout(() => {
        timedOut = true;
        kill();
    }, timeoutMs);
    run.signal.addEventListener('abort', kill);
    const collected = [1, 2, 3].map((descriptor) => collect(child.stdio[descriptor]));
    const end = await new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    clearTimeout(timer);
    run.signal.removeEventListener('abort', kill);
    run.signal.throwIfAborted();
    if (timedOut) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
            code: 'compile-timeout',
            message: `Compiling ${run.subject} took longer than ${timeoutMs / 1000} s and was ended.`,
        });
    }
    const [stdout = '', stderr = '', answer = ''] = collected.map((read) => read());
    return { stdout, stderr, answer, end };
}
function collect(stream) {
    const pieces = [];
    stream?.on('data', (chunk) => pieces.push(chunk));
    return () => Buffer.concat(pieces).toString('utf8');
}
//# sourceMappingURL=run-compiler.js.map

/***/ })

};
;
"use strict";
exports.id = 273;
exports.ids = [273];
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

/***/ 6273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createModuleEvaluator: () => (/* binding */ createModuleEvaluator)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./lib/src/process/forward-output.js
var forward_output = __webpack_require__(6235);
// EXTERNAL MODULE: ./lib/src/process/process-group.js
var process_group = __webpack_require__(3083);
// EXTERNAL MODULE: ./lib/src/process/settles-within.js
var settles_within = __webpack_require__(626);
// EXTERNAL MODULE: ./lib/src/process/watchdog.js
var process_watchdog = __webpack_require__(413);
;// CONCATENATED MODULE: ./lib/src/process/evaluator-process.js






/** The largest message that is taken, in bytes. */
const maxMessageBytes = 64 * 1024 * 1024;
/** How long the process has to end by itself, in ms. */
const graceMs = 500;
/** How long the pipes are read on after the process has ended, in ms: somebody else may hold them. */
const drainMs = 500;
/** Starts the process that evaluates modules of the project: in a process group of its own, which never outlives us. */
function startEvaluator(launch, events) {
    const { runtimes, nodeArgs, args, environment, workingDirectory, onOutput } = launch;
    const watchdog = process_watchdog/* Watchdog */.I.start(environment['RUNNER_TRACKING_ID']);
    const program = (0,external_node_path_.join)(runtimes, 'node', 'evaluator.mjs');
    const child = (0,process_group/* spawnGroup */.j8)(process.execPath, [...nodeArgs, program, ...args], {
        cwd: workingDirectory,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const { pid } = child;
    if (pid !== undefined)
        watchdog.guard(pid);
    const kill = () => {
        if (pid !== undefined)
            (0,process_group/* killGroup */.i0)(pid);
    };
    if (child.stdout)
        (0,forward_output/* forwardOutput */.h)(child.stdout, 'stdout', onOutput);
    if (child.stderr)
        (0,forward_output/* forwardOutput */.h)(child.stderr, 'stderr', onOutput);
    let told = false;
    const tellEnd = (how) => {
        if (told)
            return;
        told = true;
        events.onEnd(how);
    };
    const channel = child.stdio[3];
    channel.on('error', () => { });
    readLines(channel, (line) => {
        const message = line === undefined ? undefined : parsed(line);
        if (message !== undefined && !told)
            events.onMessage(message);
        if (message !== undefined)
            return;
        tellEnd(line === undefined ? `it gives more than ${maxMessageBytes} bytes` : 'its channel to us was written to');
        kill();
    });
    const gone = new Promise((resolve) => {
        const settle = (how) => {
            tellEnd(how);
            watchdog.stop();
            for (const stream of [child.stdout, child.stderr, channel])
                stream?.destroy();
            resolve();
        };
        child.on('error', (error) => settle(error.message));
        child.on('exit', (code, killedBy) => {
            kill();
            const how = killedBy === null ? `exit code ${code}` : `signal ${killedBy}`;
            const drained = setTimeout(() => settle(how), drainMs);
            child.on('close', () => {
                clearTimeout(drained);
                settle(how);
            });
        });
    });
    const send = (message) => {
        if (channel.writable)
            channel.write(`${JSON.stringify(message)}\n`);
    };
    return {
        send,
        kill,
        async end() {
            send({ type: 'end' });
            if (!(await (0,settles_within/* settlesWithin */.o)(gone, graceMs)))
                kill();
            await gone;
        },
    };
}
/** Hands on each line of a stream; `undefined` for one that is too long, and then nothing more. */
function readLines(stream, take) {
    const decoder = new external_node_string_decoder_.StringDecoder();
    let pieces = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        const [first = '', ...others] = decoder.write(chunk).split('\n');
        pieces.push(first);
        bytes += chunk.length;
        for (const next of others) {
            take(pieces.join(''));
            pieces = [next];
            bytes = Buffer.byteLength(next);
        }
        if (bytes <= maxMessageBytes)
            return;
        stream.removeAllListeners('data').resume();
        take(undefined);
    });
}
function parsed(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=evaluator-process.js.map
// EXTERNAL MODULE: ./lib/src/process/thrown-error.js
var thrown_error = __webpack_require__(6427);
;// CONCATENATED MODULE: ./lib/src/process/time-budget.js
/** Starts a time limit; `onSpent` is called once it is over. */
function startTimeBudget(limitMs, onSpent) {
    let leftMs = limitMs;
    let pauses = 0;
    let startedAt = performance.now();
    let timer = setTimeout(onSpent, leftMs);
    return {
        pause() {
            pauses += 1;
            if (pauses > 1)
                return;
            clearTimeout(timer);
            leftMs -= performance.now() - startedAt;
        },
        resume() {
            pauses -= 1;
            if (pauses > 0 || timer === undefined)
                return;
            startedAt = performance.now();
            timer = setTimeout(onSpent, Math.max(0, leftMs));
        },
        cancel() {
            clearTimeout(timer);
            timer = undefined;
        },
    };
}
//# sourceMappingURL=time-budget.js.map
;// CONCATENATED MODULE: ./lib/src/process/module-evaluator.js



/** Starts a child process to evaluate modules in. */
function createModuleEvaluator(options) {
    const { timeoutMs, signal } = options;
    const pending = new Map();
    /** What questions ended with, by their ids, to throw the error itself where the module lets it through. */
    const failedAnswers = new Map();
    let requestCount = 0;
    let lastModule;
    let failure;
    const stop = (error) => {
        failure ??= { error };
        for (const request of pending.values())
            request.reject(failure.error);
        child.kill();
    };
    const child = startEvaluator(options, {
        onMessage: (message) => (message['type'] === 'ask' ? void respond(message) : settle(message)),
        onEnd: (how) => {
            const requests = [...pending.values()];
            const culprit = requests.findLast(({ openQuestions }) => openQuestions === 0) ?? requests.at(-1);
            const module = culprit?.module ?? lastModule;
            if (module !== undefined)
                stop((0,thrown_error/* moduleFailure */.v)(module, `ended before it gave its value (${how})`));
        },
    });
    const onAbort = () => stop(signal.reason);
    signal.addEventListener('abort', onAbort);
    function settle(message) {
        const request = pending.get(Number(message['id']));
        if (request === undefined)
            return;
        if (message['type'] !== 'failed')
            request.settle(message);
        else if (failedAnswers.has(Number(message['question']))) {
            request.reject(failedAnswers.get(Number(message['question'])));
        }
        else
            request.reject((0,thrown_error/* thrownFailure */.D)(request.module, message['error']));
    }
    async function respond(message) {
        const question = Number(message['question']);
        const request = pending.get(Number(message['by']));
        if (request === undefined)
            return;
        request.openQuestions += 1;
        request.budget.pause();
        try {
            child.send({ type: 'answer', question, value: (await request.answer(message)) ?? null });
        }
        catch (error) {
            failedAnswers.set(question, error);
            child.send({ type: 'answer', question, failure: error instanceof Error ? error.message : String(error) });
        }
        finally {
            request.openQuestions -= 1;
            request.budget.resume();
        }
    }
    function request(module, message, answer) {
        if (failure !== undefined)
            return Promise.reject(failure.error);
        requestCount += 1;
        const id = requestCount;
        lastModule = module;
        const tooLong = () => stop((0,thrown_error/* moduleFailure */.v)(module, `did not end within ${timeoutMs / 1000} s`));
        const budget = startTimeBudget(timeoutMs, tooLong);
        const done = () => {
            budget.cancel();
            pending.delete(id);
        };
        return new Promise((resolve, reject) => {
            pending.set(id, {
                module,
                answer,
                budget,
                openQuestions: 0,
                settle: (result) => {
                    done();
                    resolve(result);
                },
                reject: (error) => {
                    done();
                    reject(error);
                },
            });
            child.send({ ...message, id, file: module.file });
        });
    }
    return {
        async reach({ module, path, mode, options: resolverOptions, answer }) {
            signal.throwIfAborted();
            const reached = await request(module, { type: 'reach', path, mode, options: resolverOptions }, answer);
            return reached['state'];
        },
        async read(module, path) {
            const { value } = await request(module, { type: 'read', path }, async () => undefined);
            return value;
        },
        addVariables: (variables) => child.send({ type: 'variables', variables }),
        async [Symbol.asyncDispose]() {
            signal.removeEventListener('abort', onAbort);
            await child.end();
        },
    };
}
//# sourceMappingURL=module-evaluator.js.map

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
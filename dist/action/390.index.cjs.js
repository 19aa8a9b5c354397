"use strict";
exports.id = 390;
exports.ids = [390];
exports.modules = {

/***/ 1390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ExtensionSession: () => (/* binding */ ExtensionSession)
});

// EXTERNAL MODULE: ./lib/src/process/settles-within.js
var settles_within = __webpack_require__(626);
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/errors.js
/** The most extensions that a function can have, external and internal ones together ("Lambda quotas" has no more of them). */
const maxExtensions = 10;
/** An error answer of the Extensions API: they are all 403 (RIE `rapi/handler`). */
function forbidden(errorType, errorMessage) {
    return { status: 403, errorType, errorMessage };
}
const emptyName = forbidden('Extension.InvalidExtensionName', 'Empty extension name');
const missingIdentifier = forbidden('Extension.MissingExtensionIdentifier', 'Missing Lambda-Extension-Identifier header');
const invalidIdentifier = forbidden('Extension.InvalidExtensionIdentifier', 'Invalid Lambda-Extension-Identifier');
const missingErrorType = forbidden('Extension.MissingHeader', 'Lambda-Extension-Function-Error-Type not found');
const registrationClosed = forbidden('Extension.RegistrationClosed', 'Extension registration closed already');
const nameTaken = forbidden('Extension.InvalidExtensionState', 'Extension with this name already registered');
const tooManyExtensions = forbidden('Extension.TooManyExtensions', `Extension limit (${maxExtensions}) reached`);
/** The identifier is well-formed, and nobody's. */
function unknownIdentifier(what) {
    return forbidden('Extension.UnknownExtensionIdentifier', `Unknown ${what}`);
}
function invalidRequestFormat(reason) {
    return forbidden('InvalidRequestFormat', reason);
}
function invalidEventType(event, reason) {
    return forbidden('Extension.InvalidEventType', `${event}: ${reason}`);
}
/** `to` is the state as the API names it in this message, `who` the extension. */
function invalidTransition({ state }, to, who) {
    return forbidden('Extension.InvalidExtensionState', `State transition from ${state} to ${to} failed for extension ${who}. Error: State transition is not allowed`);
}
//# sourceMappingURL=errors.js.map
// EXTERNAL MODULE: ./lib/src/lambda/runtime-api/render.js
var render = __webpack_require__(3792);
// EXTERNAL MODULE: ./lib/src/lambda/random.js
var random = __webpack_require__(2873);
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/events.js

/** The event that tells extensions of an invocation. */
function invokeEvent(invocation) {
    const { deadlineMs, requestId, functionArn, traceId } = invocation;
    return {
        eventType: 'INVOKE',
        deadlineMs: Math.round(deadlineMs),
        requestId,
        invokedFunctionArn: functionArn,
        ...(traceId === undefined ? {} : { tracing: { type: 'X-Amzn-Trace-Id', value: traceId } }),
    };
}
/** Hands an event to an extension. Only an invocation has an event identifier (RIE `rendering.go`). */
function renderEvent(response, event) {
    const body = JSON.stringify(event);
    const identifier = event.eventType === 'INVOKE' ? { 'Lambda-Extension-Event-Identifier': (0,random/* requestUuid */.H)() } : {};
    response.writeHead(200, {
        ...identifier,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
}
//# sourceMappingURL=events.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/identify.js

/** The identifier that a request names, or what is wrong with it. Its form is a UUID's. */
function identifierOf(request) {
    const value = request.headers['lambda-extension-identifier'];
    if (value === undefined || value === '')
        return missingIdentifier;
    const identifier = String(value).toLowerCase();
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(identifier) ? identifier : invalidIdentifier;
}
//# sourceMappingURL=identify.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/next.js



/**
 * `GET /extension/event/next`: an extension is done with the last event, and waits for the next one.
 * @returns the extension, where it is known
 */
function next(request, response, registry) {
    request.resume();
    const id = identifierOf(request);
    if (typeof id !== 'string') {
        (0,render/* renderError */.vr)(response, id);
        return undefined;
    }
    const extension = registry.byId(id);
    if (extension === undefined)
        (0,render/* renderError */.vr)(response, unknownIdentifier(`extension ${id}`));
    else if (!extension.awaitEvent(response))
        (0,render/* renderError */.vr)(response, invalidTransition(extension, 'Ready', id));
    return extension;
}
//# sourceMappingURL=next.js.map
// EXTERNAL MODULE: ./lib/src/lambda/runtime-api/body.js
var runtime_api_body = __webpack_require__(8076);
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/states.js
/**
 * The transitions that are allowed; any other is answered with 403 `Extension.InvalidExtensionState`. Errors may be
 * reported again: the first one counts.
 */
const transitions = {
    Started: ['Registered', 'LaunchError'],
    Registered: ['Ready', 'InitError', 'ExitError'],
    Ready: ['Running', 'ExitError'],
    Running: ['Ready', 'ExitError'],
    InitError: ['InitError'],
    ExitError: ['ExitError'],
    LaunchError: [],
};
/** Whether an extension in state `from` may go to state `to`. */
function isAllowed(from, to) {
    return transitions[from].includes(to);
}
//# sourceMappingURL=states.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/extension.js



/**
 * One extension of an execution environment. An external one is a process of its own, started from `/opt/extensions`; an
 * internal one is a part of the runtime's process that registers itself.
 */
class Extension {
    id = (0,random/* requestUuid */.H)();
    name;
    kind;
    /** What went wrong, in the extension's own words or, where it could not be started, in the platform's. */
    errorType;
    #onChange;
    #state = 'Started';
    #events = [];
    /** The request for the next event that waits for one. */
    #waiting;
    /** The event that it gets when it asks. */
    #queued;
    /** `onChange` is called after every change of its state. */
    constructor(name, kind, onChange) {
        this.name = name;
        this.kind = kind;
        this.#onChange = onChange;
    }
    get state() {
        return this.#state;
    }
    /** What it has registered for, in its own order. */
    get events() {
        return this.#events;
    }
    /** Makes a transition. @returns whether it was allowed */
    move(to, errorType) {
        if (!isAllowed(this.#state, to))
            return false;
        this.#state = to;
        this.errorType ??= errorType;
        this.#onChange();
        return true;
    }
    /** Takes its registration. @returns whether it was allowed */
    register(events) {
        if (!this.move('Registered'))
            return false;
        this.#events = [...new Set(events)];
        return true;
    }
    /** Takes its request for the next event, which is answered when there is one. @returns whether it was allowed */
    awaitEvent(response) {
        if (!this.move('Ready'))
            return false;
        this.#waiting = response;
        this.#deliver();
        return true;
    }
    /** Gives it an event: at once where it waits for one, else when it asks. */
    dispatch(event) {
        this.#queued = event;
        this.#deliver();
    }
    #deliver() {
        const response = this.#waiting;
        const event = this.#queued;
        if (response === undefined || event === undefined)
            return;
        this.#waiting = undefined;
        this.#queued = undefined;
        if (this.move('Running'))
            renderEvent(response, event);
    }
}
//# sourceMappingURL=extension.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/register.js




/** The largest registration that is read, in bytes. */
const maxRegistrationBytes = 1024 * 1024;
/**
 * `POST /extension/register`: an extension names itself and the events it wants. A name of a file of `/opt/extensions` is an
 * external extension, any other one an internal extension, which gets `INVOKE` alone and has to come before init ends.
 * @returns the extension, where it was registered
 */
async function register(request, response, registry, metadata) {
    const body = await (0,runtime_api_body/* readBody */.x)(request, maxRegistrationBytes);
    if (body.kind === 'truncated')
        return undefined;
    const name = header(request, 'lambda-extension-name');
    const registered = name === ''
        ? emptyName
        : body.kind === 'too-large'
            ? invalidRequestFormat('the request is too large')
            : enter(registry, name, body.bytes);
    if (!(registered instanceof Extension)) {
        (0,render/* renderError */.vr)(response, registered);
        return undefined;
    }
    const { accountId, ...told } = metadata;
    const features = header(request, 'lambda-extension-accept-feature').split(',');
    const withAccount = features.some((feature) => feature.trim() === 'accountId') ? { accountId, ...told } : told;
    response.setHeader('Lambda-Extension-Identifier', registered.id);
    (0,render/* renderJson */.hF)(response, 200, `${JSON.stringify(withAccount)}\n`);
    return registered;
}
function enter(registry, name, body) {
    const names = requestedEvents(body);
    if (!Array.isArray(names))
        return names;
    const external = registry.external(name);
    const events = [];
    for (const event of names) {
        if (event !== 'INVOKE' && event !== 'SHUTDOWN')
            return invalidEventType(event, 'ErrorInvalidEventType');
        if (event === 'SHUTDOWN' && external === undefined) {
            return invalidEventType(event, 'ShutdownEventNotSupportedForInternalExtension');
        }
        events.push(event);
    }
    const extension = external ?? registry.addInternal(name);
    if (!(extension instanceof Extension))
        return extension;
    return extension.register(events) ? extension : invalidTransition(extension, 'Registered', name);
}
/** The `events` of a registration, or what is wrong with it. Members that are absent or null are empty. */
function requestedEvents(body) {
    if (body.length === 0)
        return invalidRequestFormat('unexpected end of JSON input');
    let value;
    try {
        value = JSON.parse(body.toString('utf8'));
    }
    catch (error) {
        return invalidRequestFormat(error.message);
    }
    if (value === null)
        return [];
    if (typeof value !== 'object' || Array.isArray(value))
        return invalidRequestFormat('the body is not a JSON object');
    const { events = [], configurationKeys = [] } = value;
    if (Array.isArray(configurationKeys) && configurationKeys.length > 0) {
        return invalidRequestFormat('configurationKeys are deprecated; use environment variables instead');
    }
    const list = events ?? [];
    if (!Array.isArray(list) || !list.every((event) => typeof event === 'string')) {
        return invalidRequestFormat('events is not a list of strings');
    }
    return list;
}
function header(request, name) {
    const value = request.headers[name];
    return (Array.isArray(value) ? value.join(', ') : value) ?? '';
}
//# sourceMappingURL=register.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/registry.js


/** The extensions of one execution environment, from its start to its end. */
class ExtensionRegistry {
    #extensions = [];
    #open = true;
    #waits = [];
    get all() {
        return this.#extensions;
    }
    get externals() {
        return this.#extensions.filter(({ kind }) => kind === 'external');
    }
    /** Adds the extension of a file of `/opt/extensions`, which is about to be started. */
    addExternal(name) {
        const extension = new Extension(name, 'external', () => this.#changed());
        this.#extensions.push(extension);
        return extension;
    }
    /** Adds an extension that registers from inside of the runtime, or says why that can't be. */
    addInternal(name) {
        if (!this.#open)
            return registrationClosed;
        if (this.#extensions.length >= maxExtensions)
            return tooManyExtensions;
        if (this.#extensions.some((other) => other.name === name))
            return nameTaken;
        const extension = new Extension(name, 'internal', () => this.#changed());
        this.#extensions.push(extension);
        return extension;
    }
    /** From here on no internal extension can register: the runtime is initialized. */
    close() {
        this.#open = false;
    }
    byId(id) {
        return this.#extensions.find((extension) => extension.id === id);
    }
    external(name) {
        return this.externals.find((extension) => extension.name === name);
    }
    subscribed(event) {
        return this.#extensions.filter(({ events }) => events.includes(event));
    }
    /** Waits until something is true of the extensions. */
    until(holds) {
        if (holds())
            return Promise.resolve();
        return new Promise((resolve) => this.#waits.push({ holds, resolve }));
    }
    #changed() {
        const waits = this.#waits;
        this.#waits = [];
        for (const wait of waits) {
            if (wait.holds())
                wait.resolve();
            else
                this.#waits.push(wait);
        }
    }
}
//# sourceMappingURL=registry.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/report-error.js



/** The state that a refused transition names: for an exit error it is not the one that the extension would have gone to. */
const namedTarget = { InitError: 'InitError', ExitError: 'Exited' };
/**
 * `POST /extension/init/error` and `POST /extension/exit/error`. The body is not read: what counts is the type in the
 * header. Nothing happens to the environment until the extension's process ends.
 * @returns the extension, where its report was taken
 */
function reportError(request, response, registry, kind) {
    request.resume();
    const outcome = take(request, registry, kind);
    if ('status' in outcome) {
        (0,render/* renderError */.vr)(response, outcome);
        return undefined;
    }
    (0,render/* renderAccepted */.uU)(response);
    return outcome;
}
function take(request, registry, kind) {
    const id = identifierOf(request);
    if (typeof id !== 'string')
        return id;
    const errorType = request.headers['lambda-extension-function-error-type'];
    if (errorType === undefined || errorType === '')
        return missingErrorType;
    const extension = registry.byId(id);
    if (extension === undefined)
        return unknownIdentifier('Lambda-Extension-Identifier');
    return extension.move(kind, String(errorType)) ? extension : invalidTransition(extension, namedTarget[kind], id);
}
//# sourceMappingURL=report-error.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/telemetry.js

/**
 * `PUT /2020-08-15/logs` and `PUT /2022-07-01/telemetry`: there is nothing to subscribe to here. The answer is a 202 all the
 * same, so that an extension which subscribes goes on (RIE `rapi/handler/runtimelogs_stub.go`).
 */
function refuseSubscription(response, api) {
    response.req.resume();
    (0,render/* renderError */.vr)(response, {
        status: 202,
        errorType: `${api}.NotSupported`,
        errorMessage: `${api} API is not supported`,
    });
}
//# sourceMappingURL=telemetry.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions-api/extensions-api.js







/**
 * The Lambda Extensions API, version 2020-01-01, of one execution environment, on the port of its Runtime API.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html
 */
class ExtensionsApi {
    registry = new ExtensionRegistry();
    #metadata;
    /** What the first extension that reported an error has reported: the type of the failure that its end is. */
    #reported;
    constructor(metadata) {
        this.#metadata = metadata;
    }
    get reported() {
        return this.#reported;
    }
    /**
     * Answers one request of the port that is not one of the Runtime API.
     * @returns the extension that it came from, where that can be told
     */
    async handle(request, response, path) {
        const route = routes[path];
        if (route === undefined)
            (0,render/* renderText */.S5)(response, 404, '404 page not found\n');
        else if (request.method !== route.method)
            (0,render/* renderText */.S5)(response, 405, '');
        else
            return this.#answer(route.endpoint, request, response);
        return undefined;
    }
    /** Tells the extensions that want to know of it of an invocation that the runtime is about to get. */
    invoke(invocation) {
        for (const extension of this.registry.subscribed('INVOKE'))
            extension.dispatch(invokeEvent(invocation));
    }
    /** Waits until every extension that gets invocations is done with the last one, or until all are at the end of init. */
    idle(extensions = this.registry.subscribed('INVOKE')) {
        return this.registry.until(() => extensions.every(({ state }) => state === 'Ready'));
    }
    /** Tells the extensions that want to know of it that the environment ends at `deadlineMs` (epoch). */
    shutdown(shutdownReason, deadlineMs) {
        for (const extension of this.registry.subscribed('SHUTDOWN')) {
            extension.dispatch({ eventType: 'SHUTDOWN', shutdownReason, deadlineMs });
        }
    }
    async #answer(endpoint, request, response) {
        if (endpoint === 'Logs' || endpoint === 'Telemetry') {
            refuseSubscription(response, endpoint);
            return undefined;
        }
        if (endpoint === 'register')
            return register(request, response, this.registry, this.#metadata);
        if (endpoint === 'next')
            return next(request, response, this.registry);
        const extension = reportError(request, response, this.registry, endpoint);
        if (extension !== undefined)
            this.#reported ??= endpoint;
        return extension;
    }
}
const routes = {
    '/2020-01-01/extension/register': { method: 'POST', endpoint: 'register' },
    '/2020-01-01/extension/event/next': { method: 'GET', endpoint: 'next' },
    '/2020-01-01/extension/init/error': { method: 'POST', endpoint: 'InitError' },
    '/2020-01-01/extension/exit/error': { method: 'POST', endpoint: 'ExitError' },
    '/2020-08-15/logs': { method: 'PUT', endpoint: 'Logs' },
    '/2022-07-01/telemetry': { method: 'PUT', endpoint: 'Telemetry' },
};
//# sourceMappingURL=extensions-api.js.map
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/deferred.js
var deferred = __webpack_require__(629);
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/process/runtime-process.js + 4 modules
var runtime_process = __webpack_require__(1265);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/advise-on-failure.js

/** The largest file that is looked at as a script, in bytes. */
const maxScriptBytes = 256 * 1024;
/** What can be told of why an extension failed, and what to do about it. */
function adviseOnFailure(file, failure) {
    const { name, mounted } = file;
    const hint = hintOn(file, failure);
    if (hint === undefined)
        return undefined;
    return {
        severity: 'warning',
        code: 'extension-failed',
        message: `The extension ${name} (${mounted}) failed: ${failure.reason}.`,
        hint,
    };
}
function hintOn({ path, name }, { errorType, reason }) {
    if (reason.endsWith('permission denied')) {
        return `Make it executable ("chmod +x ${name}", and "git update-index --chmod=+x" for the repository): Lambda fails in the same way.`;
    }
    if (reason.endsWith('exec format error')) {
        return 'It is neither a program for this function\'s architecture nor a script with a "#!" line: Lambda fails in the same way.';
    }
    const elsewhere = errorType === 'Extension.Crash' ? missingMountedPath(path) : undefined;
    if (elsewhere === undefined)
        return undefined;
    return `It names ${elsewhere}, which is not on this machine: layers are in another folder than /opt here. Find files relative to the script itself ("$(dirname "$0")/.." is /opt in Lambda).`;
}
/** A path below `/opt` that a script names and that this machine does not have. */
function missingMountedPath(path) {
    try {
        if ((0,external_node_fs_.statSync)(path).size > maxScriptBytes)
            return undefined;
        const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
        if (!text.startsWith('#!'))
            return undefined;
        return (text.match(/\/opt\/[\w./-]+/g) ?? []).find((mentioned) => !(0,external_node_fs_.existsSync)(mentioned));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=advise-on-failure.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/extension-environment.js
/**
 * What the runtime has and extensions do not (Extensions API reference, "Environment variables"), besides every name that
 * begins with an underscore. `NODE_PATH` is of the runtimes' own making.
 */
const runtimeOnly = new Set([
    'AWS_EXECUTION_ENV',
    'AWS_LAMBDA_LOG_GROUP_NAME',
    'AWS_LAMBDA_LOG_STREAM_NAME',
    'AWS_XRAY_CONTEXT_MISSING',
    'AWS_XRAY_DAEMON_ADDRESS',
    'LAMBDA_RUNTIME_DIR',
    'LAMBDA_TASK_ROOT',
    'NODE_PATH',
]);
/** The environment of an extension, made from the runtime's. */
function extensionEnvironment(runtime) {
    return Object.fromEntries(Object.entries(runtime).filter(([name]) => !name.startsWith('_') && !runtimeOnly.has(name)));
}
//# sourceMappingURL=extension-environment.js.map
// EXTERNAL MODULE: ./lib/src/lambda/extensions/failure.js
var extensions_failure = __webpack_require__(1557);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/lambda/elf-machine.js
var elf_machine = __webpack_require__(7777);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/executable-format.js
var executable_format = __webpack_require__(2592);
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/shebang.js

/** Linux reads no more of a script's first line (`BINPRM_BUF_SIZE`). */
const maxLineBytes = 256;
/** The `#!` line of a file, `undefined` where it has none or can't be read. */
function shebangOf(path) {
    const [line = ''] = firstBytes(path).split('\n', 1);
    if (!line.startsWith('#!'))
        return undefined;
    const [program = '', ...rest] = line.slice(2).trim().split(/\s+/);
    const argument = rest.find((word) => !word.startsWith('-') && !word.includes('='));
    if (/(?:^|\/)env$/.test(program) && argument !== undefined)
        return { line, interpreter: argument, onPath: true };
    return { line, interpreter: program, onPath: false };
}
function firstBytes(path) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const bytes = Buffer.alloc(maxLineBytes);
            return bytes.subarray(0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, maxLineBytes, 0)).toString('utf8');
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=shebang.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/find-extensions.js






/**
 * The external extensions of a function: every file of the folder, in the order of their names. One that this machine can't
 * run, and Lambda can, is left out with a warning; what Lambda could not run either is Lambda's to fail with.
 */
function findExtensions({ folder, architecture, report }, path) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    const names = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })
        .filter((member) => !member.isDirectory())
        .map(({ name }) => name)
        .sort();
    const files = names.map((name) => ({ name, path: (0,external_node_path_.join)(folder, name), mounted: `/opt/extensions/${name}` }));
    return files.filter((file) => {
        const unfit = localFault(file, architecture, path);
        if (unfit !== undefined)
            report(unfit);
        return unfit === undefined;
    });
}
/** Why a file can't be run here, while it can in Lambda. */
function localFault({ name, path, mounted }, architecture, searchPath) {
    const severity = 'warning';
    const left = `The extension ${name} (${mounted}) was left out`;
    const shebang = shebangOf(path);
    if (shebang !== undefined) {
        const found = shebang.onPath ? (0,search_path/* findOnPath */.a)(shebang.interpreter, searchPath) : existing(shebang.interpreter);
        if (found !== undefined)
            return undefined;
        const where = shebang.onPath ? 'is not on the PATH' : 'is not here';
        return {
            severity,
            code: 'extension-interpreter-missing',
            message: `${left}: its first line, "${shebang.line}", names ${(0,external_node_path_.basename)(shebang.interpreter)}, which ${where}.`,
            hint: shebang.onPath
                ? `Install ${shebang.interpreter} on this machine.`
                : `Name an interpreter that both Lambda and this machine have, such as "#!/usr/bin/env ${(0,external_node_path_.basename)(shebang.interpreter)}".`,
        };
    }
    if ((0,executable_format/* formatFault */.A)(path) === undefined)
        return undefined;
    const machine = (0,elf_machine/* elfMachine */.x)(head(path));
    if (machine !== architecture)
        return undefined;
    return {
        severity,
        code: 'extension-architecture',
        message: `${left}: it was built for Linux on ${machine}, and this machine is ${(0,elf_machine/* hostArchitecture */.m)()} (${process.platform}).`,
        hint: `Run on Linux on ${machine}, or give the layer's extension for this machine.`,
    };
}
function existing(path) {
    return (0,external_node_fs_.existsSync)(path) ? path : undefined;
}
function head(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path).subarray(0, 64);
    }
    catch {
        return Buffer.alloc(0);
    }
}
//# sourceMappingURL=find-extensions.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/whole-lines.js
/** The longest piece of a line that is held back, in bytes. */
const maxHeldBytes = 64 * 1024;
/** A log sink that takes pieces and passes on whole lines, so that two processes do not write into each other's. */
class WholeLines {
    #sink;
    #held = new Map();
    constructor(sink) {
        this.#sink = sink;
    }
    write(chunk, source) {
        const bytes = Buffer.concat([this.#held.get(source) ?? Buffer.alloc(0), chunk]);
        const end = bytes.length > maxHeldBytes ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
        this.#held.set(source, bytes.subarray(end));
        if (end > 0)
            return this.#sink.write(bytes.subarray(0, end), source);
    }
    /** Passes on what was not ended by a newline, with one. */
    async end() {
        const held = [...this.#held].filter(([, bytes]) => bytes.length > 0);
        this.#held.clear();
        for (const [source, bytes] of held)
            await this.#sink.write(Buffer.concat([bytes, Buffer.from('\n')]), source);
    }
}
//# sourceMappingURL=whole-lines.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/extensions/extension-session.js










/**
 * How long the shutdown phase may take at most, in ms: with external extensions, and with internal ones alone (developer guide,
 * "Understanding the Lambda execution environment lifecycle").
 */
const externalShutdownMs = 2_000;
const internalShutdownMs = 500;
/** The part of the shutdown phase that the runtime may use where extensions come after it (RIE `rapid/shutdown.go`). */
const runtimeShare = 0.3;
/** The extensions of one execution environment, from before the runtime's start until none of their processes is left. */
class ExtensionSession {
    #options;
    #api;
    #started = [];
    #failure = (0,deferred/* deferred */.y)();
    #killed = (0,deferred/* deferred */.y)();
    #failed = false;
    #isEnding = false;
    constructor(options) {
        this.#options = options;
        this.#api = new ExtensionsApi(functionMetadata(options));
    }
    /** The first failure of an extension; it never settles where there is none. */
    get failure() {
        return this.#failure.promise;
    }
    get hasFailed() {
        return this.#failed;
    }
    /** The processes of the external extensions. */
    get pids() {
        return this.#started.flatMap(({ process }) => process.pid ?? []);
    }
    get hasExternal() {
        return this.#started.length > 0;
    }
    /** What Lambda logs of the extensions at the end of an init phase. */
    get statuses() {
        return this.#api.registry.all.map(({ name, state, events, errorType }) => ({
            name,
            state,
            events,
            ...(errorType === undefined ? {} : { errorType }),
        }));
    }
    /** Answers a request of the Extensions API. @returns whether an external extension has sent it */
    async handle(request, response, path) {
        return (await this.#api.handle(request, response, path))?.kind === 'external';
    }
    /** Starts the external extensions, and waits until each of them has registered. Where one fails, {@link failure} says so. */
    async start() {
        const { source, environment } = this.#options;
        if (source === undefined)
            return;
        for (const file of findExtensions(source, environment['PATH'] ?? '')) {
            const extension = this.#api.registry.addExternal(file.name);
            if (this.#api.registry.all.length <= maxExtensions)
                this.#launch(extension, file);
            else
                return this.#refuse(extension);
        }
        const { registry } = this.#api;
        await registry.until(() => registry.externals.every(({ state }) => state !== 'Started'));
    }
    /** From here on the runtime is initialized. Waits until every extension is. */
    async initialized() {
        this.#api.registry.close();
        await this.#api.idle(this.#api.registry.all);
    }
    /** Tells extensions of an invocation. */
    invoke(invocation) {
        this.#api.invoke(invocation);
    }
    /** Waits until the extensions are done with the invocation. */
    idle() {
        return this.#api.idle();
    }
    /** Says which extensions have not registered in the time that the init had. */
    reportUnregistered() {
        const { externals } = this.#api.registry;
        this.#reportLate(externals.filter(({ state }) => state === 'Started'), (names) => `The init ran out of time before extensions had registered: ${names}. The runtime is started after that.`, 'See why the extension does not register, or leave its layer out here.');
    }
    /** Says which extensions have not asked for their first event in the time that the init had. */
    reportUninitialized() {
        this.#reportLate(this.#api.registry.all.filter(({ state }) => state !== 'Ready'), (names) => `The runtime was ready, but the init ran out of time before extensions were: ${names}.`, 'See why the extension does not ask for the next event, or leave its layer out here.');
    }
    /** Says which extensions were not done with an invocation in time. */
    reportBusy() {
        this.#reportLate(this.#api.registry.subscribed('INVOKE').filter(({ state }) => state !== 'Ready'), (names) => `The function has answered, but extensions were not done within its timeout: ${names}. Lambda stops the environment then.`, 'Raise the timeout of the function, or see why the extension does not ask for the next event.');
    }
    /**
     * Ends the environment as Lambda does: first the runtime gets a SIGTERM and some time, then the extensions are told, and
     * have the rest. What is left then, and what does not want to know of it, is killed. Without extensions this is at once.
     */
    async shutdown(reason, runtime) {
        this.#isEnding = true;
        const budgetMs = this.hasExternal ? externalShutdownMs : this.#api.registry.all.length > 0 ? internalShutdownMs : 0;
        const startedAtMs = performance.now();
        const deadlineMs = Date.now() + budgetMs;
        if (runtime !== undefined && budgetMs > 0) {
            runtime.terminate();
            await this.#endsWithin(runtime, this.hasExternal ? budgetMs * runtimeShare : budgetMs);
        }
        await runtime?.stop();
        this.#api.shutdown(reason, deadlineMs);
        await Promise.all(this.#started.map(async ({ extension, process, lines }) => {
            const leftMs = budgetMs - (performance.now() - startedAtMs);
            if (extension.events.includes('SHUTDOWN'))
                await this.#endsWithin(process, leftMs);
            await process.stop();
            await lines.end();
        }));
    }
    /** Has a shutdown, a running one too, kill everything at once; who waits for an extension is told that it failed. */
    kill() {
        this.#killed.resolve();
        this.#failure.resolve({ errorType: 'Extension.Crash', reason: 'signal: killed', stderrTail: '' });
    }
    #reportLate(late, message, hint) {
        const names = late.map(({ name }) => name).join(', ');
        this.#options.source?.report({ severity: 'warning', code: 'extension-timeout', message: message(names), hint });
    }
    #launch(extension, file) {
        const lines = new WholeLines(this.#options.logs);
        const process = runtime_process/* RuntimeProcess */.w.start({ command: file.path, args: [], entrypoint: file.mounted }, { workingDirectory: '/', environment: extensionEnvironment(this.#options.environment), logs: lines });
        process.output.release();
        this.#started.push({ extension, process, lines });
        void process.ended.then((end) => this.#ended(extension, process, file, end));
    }
    async #ended(extension, process, file, end) {
        if (this.#isEnding || this.#failed)
            return;
        this.#failed = true;
        if (end.kind === 'launch') {
            extension.move('LaunchError', end.reason === 'permission denied' ? 'PermissionDenied' : 'UnknownError');
        }
        await process.output.drainWritten();
        const { stderrTail } = process.output;
        const failure = (0,extensions_failure/* extensionFailure */.m)(end, this.#api.reported, stderrTail);
        const advice = adviseOnFailure(file, failure);
        if (advice !== undefined)
            this.#options.source?.report(advice);
        this.#failure.resolve(failure);
    }
    /** One extension too many ends the init, as one that can't be started does. */
    #refuse(extension) {
        extension.move('LaunchError', 'TooManyExtensions');
        this.#failed = true;
        this.#failure.resolve({ errorType: 'Extension.LaunchError', reason: 'ErrTooManyExtensions', stderrTail: '' });
    }
    async #endsWithin(process, ms) {
        await (0,settles_within/* settlesWithin */.o)(Promise.race([process.ended, this.#killed.promise]), Math.max(0, ms));
    }
}
/** What extensions are told of the function: its name, version and handler. */
function functionMetadata({ functionArn, environment }) {
    const [, , , , accountId = '', , functionName = ''] = functionArn.split(':');
    return {
        functionName: environment['AWS_LAMBDA_FUNCTION_NAME'] ?? functionName,
        functionVersion: environment['AWS_LAMBDA_FUNCTION_VERSION'] ?? '$LATEST',
        handler: environment['_HANDLER'] ?? '',
        accountId,
    };
}
//# sourceMappingURL=extension-session.js.map

/***/ })

};
;
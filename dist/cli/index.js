#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = require("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ }),

/***/ 5261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   au: () => (/* binding */ AwsReadError),
/* harmony export */   e_: () => (/* binding */ awsReadError),
/* harmony export */   gT: () => (/* binding */ noCredentials)
/* harmony export */ });
/* harmony import */ var _process_time_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2825);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5054);


/** A question that AWS does not answer. The message ends a sentence that begins with what needs the answer. */
class AwsReadError extends Error {
    name = 'AwsReadError';
    code;
    hint;
    constructor(code, message, hint, cause) {
        super(message, { cause });
        this.code = code;
        this.hint = hint;
    }
}
/** There are no credentials to ask with. */
function noCredentials({ service }) {
    return new AwsReadError('aws-credentials-missing', `needs ${service}, and there are no AWS credentials to ask it with`, 'Give credentials: by aws-profile, by keys, or in a workflow by aws-actions/configure-aws-credentials.');
}
const refusals = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|Forbidden|AllAccessDisabled)$/;
const badCredentials = /^(?:Expired(?:Token|TokenException)|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|InvalidToken|IncompleteSignature|RequestExpired|TokenRefreshRequired)$/;
/** Node's codes, which stand in the message too where the SDK wraps the error. */
const networkErrors = /\bE(?:CONN[A-Z]+|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE|PROTO)\b/;
/** Explains an error of the SDK, or of the network below it. */
function awsReadError(error, question) {
    const { service, region, action, resource, endpoint } = question;
    const { name, message, code } = error;
    const status = statusOf(error);
    const where = endpoint === undefined ? `${service} in ${region}` : `${service} at ${endpoint}`;
    const said = name === 'SyntaxError' ? `status ${status}, in no words of its own` : `${name}: ${oneLine(message)}`;
    if (refusals.test(name) || (name === 'SyntaxError' && status === 403)) {
        const key = /kms/i.test(message) ? ', and kms:Decrypt on its key' : '';
        return new AwsReadError('aws-access-denied', `is refused by ${where} (${said})`, `Allow the credentials ${action} on ${resource}${key}.`, error);
    }
    if (badCredentials.test(name)) {
        return new AwsReadError('aws-credentials-invalid', `is refused by ${where}, which does not accept the credentials (${said})`, 'Renew the credentials, and see that key, secret and session token belong together.', error);
    }
    if (error instanceof _process_time_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeLimitError */ .$ || name === 'TimeoutError') {
        return new AwsReadError('aws-timeout', `has no answer: ${where} did not give one within ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .answerTimeoutMs */ .u / 1000} s`, networkHint(endpoint), error);
    }
    if (networkErrors.test(`${code} ${message}`)) {
        return new AwsReadError('aws-unreachable', `has no answer: ${where} can't be reached (${oneLine(message) || code})`, networkHint(endpoint), error);
    }
    return new AwsReadError('aws-failed', `has no answer: ${where} failed (${said})`, 'See what the service says, and the region.', error);
}
/** The HTTP status of an answer, also of one that the SDK can't read. */
function statusOf(error) {
    const { $metadata, $response } = error;
    return $metadata?.httpStatusCode ?? $response?.statusCode;
}
function networkHint(endpoint) {
    return endpoint === undefined
        ? 'See that the network and the region are right.'
        : 'See that AWS_ENDPOINT_URL, or its form for the service, is right.';
}
function oneLine(text) {
    return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}
//# sourceMappingURL=aws-read-error.js.map

/***/ }),

/***/ 5054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerTimeoutMs)
/* harmony export */ });
/* unused harmony export maxAttempts */
/** How long one answer may take, with its one retry, in ms. */
const answerTimeoutMs = 10_000;
/** How often a question is put, before it has failed. */
const maxAttempts = 2;
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 9274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ endpointDomainOf),
/* harmony export */   i: () => (/* binding */ partitionOf)
/* harmony export */ });
const commercial = { regions: '', name: 'aws', domain: 'amazonaws.com' };
/** Source: AWS general reference, "AWS Regions and endpoints", and the partition table of AWS's SDKs. */
const partitions = [
    { regions: 'cn-', name: 'aws-cn', domain: 'amazonaws.com.cn' },
    { regions: 'us-gov-', name: 'aws-us-gov', domain: 'amazonaws.com' },
    { regions: 'eusc-', name: 'aws-eusc', domain: 'amazonaws.eu' },
];
/** The partition that a region belongs to, as it stands in ARNs. */
function partitionOf(region) {
    return find(region).name;
}
/** The domain of the endpoints in a region's partition. */
function endpointDomainOf(region) {
    return find(region).domain;
}
function find(region) {
    return partitions.find(({ regions }) => region.startsWith(regions)) ?? commercial;
}
//# sourceMappingURL=partition.js.map

/***/ }),

/***/ 860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** How the command ends. */
const exitCodes = {
    success: 0,
    /** The function failed, timed out or crashed. */
    functionFailed: 1,
    /** The request was wrong: nothing was run. */
    badRequest: 2,
    /** A defect of ours (EX_SOFTWARE of sysexits.h). */
    defect: 70,
    /** The function succeeded, but a report of it could not be written (EX_IOERR of sysexits.h). */
    reportUnwritten: 74,
    /** 128 and the signal's number, as shells count. */
    signals: { SIGINT: 130, SIGTERM: 143 },
};
/** The exit code of a result. */
function exitCodeOf({ status }) {
    return status === 'success' ? exitCodes.success : exitCodes.functionFailed;
}
//# sourceMappingURL=exit-codes.js.map

/***/ }),

/***/ 3080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mv: () => (/* binding */ flags),
/* harmony export */   QV: () => (/* binding */ ignoredFlags)
/* harmony export */ });
/** The flags of the command, in the order of the help. */
const flags = {
    function: { kind: 'value', short: 'f', placeholder: 'NAME', help: 'The function, by its key or its full name' },
    data: { kind: 'value', short: 'd', placeholder: 'TEXT', help: 'The event: JSON, or else a string' },
    path: {
        kind: 'value',
        short: 'p',
        placeholder: 'FILE',
        help: 'A file with the event: .json, .yml, .js, .mjs, .cjs, or text',
    },
    raw: { kind: 'switch', help: 'Pass the data as a string, and never as JSON' },
    context: { kind: 'value', placeholder: 'JSON', help: 'Members of the context object' },
    contextPath: { kind: 'value', short: 'x', placeholder: 'FILE', help: 'A file with members of the context object' },
    env: { kind: 'pairs', short: 'e', placeholder: 'NAME=VALUE', help: 'A variable of the handler (repeatable)' },
    stage: { kind: 'value', short: 's', placeholder: 'NAME', help: 'The stage' },
    region: { kind: 'value', short: 'r', placeholder: 'NAME', help: 'The region' },
    'aws-profile': { kind: 'value', placeholder: 'NAME', help: 'The profile whose credentials the handler gets' },
    config: {
        kind: 'value',
        short: 'c',
        placeholder: 'FILE',
        help: 'The configuration file (default: serverless.yml, .yaml, .json, .js, .mjs, .cjs, .ts, .mts or .cts)',
    },
    param: { kind: 'pairs', placeholder: 'NAME=VALUE', help: 'A parameter, for the variable source param (repeatable)' },
    opt: { kind: 'pairs', placeholder: 'NAME=VALUE', help: 'An option, for the variable source opt (repeatable)' },
    variable: {
        kind: 'pairs',
        placeholder: 'NAME=VALUE',
        help: 'The answer to a remote variable, such as ssm:/app/db-url=… (repeatable)',
    },
    'working-directory': {
        kind: 'value',
        short: 'w',
        placeholder: 'DIR',
        help: "The service's folder (default: the current one)",
    },
    interpreter: { kind: 'value', placeholder: 'PATH', help: 'The interpreter, whatever the function declares' },
    'java-runtime-client': {
        kind: 'value',
        placeholder: 'PATH',
        help: "The jar of AWS's runtime interface client for Java, or a folder with it",
    },
    'no-inherit-env': { kind: 'switch', help: "Do not pass the shell's environment on to the handler" },
    'stdin-timeout': {
        kind: 'value',
        placeholder: 'SECONDS',
        help: 'How long a silent standard input is waited for (default: 30)',
    },
    'report-json': { kind: 'value', placeholder: 'FILE', help: 'Write a report as JSON' },
    'report-junit': { kind: 'value', placeholder: 'FILE', help: 'Write a report as JUnit XML' },
    quiet: { kind: 'switch', short: 'q', help: 'No START, END and REPORT lines, and no notices' },
    verbose: { kind: 'switch', help: 'Say what was resolved, from where, and how long each phase took' },
    debug: { kind: 'switch', help: 'The same' },
    version: { kind: 'switch', short: 'v', help: 'Print the version' },
    help: { kind: 'switch', short: 'h', help: 'Print this help' },
};
/** What a flag is, by its name without dashes. */
const flag = (name) => flags[name];
/** Flags of `serverless invoke local` that mean nothing here: accepted, with a notice. */
const ignoredFlags = {
    '--docker': { takesValue: false },
    '--docker-arg': { takesValue: true },
    '--skip-package': { takesValue: false },
    '--org': { takesValue: true },
    '--app': { takesValue: true },
};
//# sourceMappingURL=flags.js.map

/***/ }),

/***/ 1431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __nccwpck_require__(3001);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/src/invoke/find-installation.js


/**
 * Finds the installation from the folder of an entry: `dist/<face>` when bundled, `lib/src/<face>` when not.
 * @throws Error where no folder above has both `runtimes/` and `dist/`: the checkout is not whole
 */
function findInstallation(entry) {
    for (let folder = entry; folder !== (0,external_node_path_.dirname)(folder); folder = (0,external_node_path_.dirname)(folder)) {
        const installation = { runtimes: (0,external_node_path_.join)(folder, 'runtimes'), chunks: (0,external_node_path_.join)(folder, 'dist') };
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(installation.runtimes, 'node')) && (0,external_node_fs_.existsSync)(installation.chunks))
            return installation;
    }
    throw new Error(`There is no folder above ${entry} that has runtimes/ and dist/: this checkout is not whole.`);
}
//# sourceMappingURL=find-installation.js.map
// EXTERNAL MODULE: ./lib/src/cli/exit-codes.js
var exit_codes = __nccwpck_require__(860);
// EXTERNAL MODULE: ./lib/src/process/time-limit.js
var time_limit = __nccwpck_require__(2825);
// EXTERNAL MODULE: ./lib/src/aws/aws-read-error.js
var aws_read_error = __nccwpck_require__(5261);
;// CONCATENATED MODULE: ./lib/src/aws/endpoint.js
/**
 * The URL to ask in place of the service's own: that of the service before that of all services (AWS SDKs and tools
 * reference guide, "Service-specific endpoints").
 */
function endpointOf(service, environment) {
    if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true')
        return undefined;
    return environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined;
}
//# sourceMappingURL=endpoint.js.map
// EXTERNAL MODULE: ./lib/src/aws/limits.js
var limits = __nccwpck_require__(5054);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./lib/src/aws/paced.js

/** How many questions are put to AWS at a time: what a service refers to may be hundreds of values. */
const maxConcurrent = 10;
/** How often a question is put again that a service says is one too many. */
const maxRetries = 5;
/** How long is waited before the first of these, in ms; twice as long before each next one. */
const firstDelayMs = 200;
const throttled = /^(?:Throttl(?:ing|ed)(?:Exception)?|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown)$/;
/** A pace that all questions of a run share. */
function createPace() {
    const waiting = [];
    let running = 0;
    return async (put, signal) => {
        if (running >= maxConcurrent)
            await new Promise((resolve) => waiting.push(resolve));
        else
            running += 1;
        try {
            return await patiently(put, signal);
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                running -= 1;
            else
                next();
        }
    };
}
async function patiently(put, signal) {
    for (let retry = 0;; retry += 1) {
        try {
            return await put();
        }
        catch (error) {
            if (retry === maxRetries || !(error instanceof Error) || !throttled.test(error.name))
                throw error;
            await (0,promises_.setTimeout)(firstDelayMs * 2 ** retry * (0.5 + Math.random()), undefined, { signal });
        }
    }
}
//# sourceMappingURL=paced.js.map
// EXTERNAL MODULE: ./lib/src/aws/partition.js
var partition = __nccwpck_require__(9274);
;// CONCATENATED MODULE: ./lib/src/aws/aws-reader.js







const serviceNames = {
    SSM: 'AWS Systems Manager',
    S3: 'Amazon S3',
    CLOUDFORMATION: 'AWS CloudFormation',
    STS: 'AWS STS',
};
/** Makes a reader. Neither credentials nor the SDK are touched before the first question. */
function createAwsReader(options) {
    const { credentials, loadAws, environment, signal, onSecret } = options;
    const once = memo();
    const pace = createPace();
    const keysOf = (identity) => {
        if (identity !== undefined && 'accessKeyId' in identity) {
            onSecret?.([identity.secretAccessKey, identity.sessionToken]);
            return Promise.resolve(identity);
        }
        const { profile } = identity ?? {};
        return once(['credentials', profile], () => credentials(profile));
    };
    /** The client of a service, made once for each region and identity. */
    const open = (id, { region, identity }, make) => once(['client', id, region, identity], async () => {
        const [keys, chunk] = await Promise.all([keysOf(identity), loadAws()]);
        if (keys === undefined)
            throw (0,aws_read_error/* noCredentials */.gT)({ service: serviceNames[id] });
        const endpoint = endpointOf(id, environment());
        return make(chunk, { keys, region, ...(endpoint === undefined ? {} : { endpoint }) });
    });
    /** Puts one question to a service, and explains what comes of it where that is no answer. */
    const ask = async ({ id, action, resource, make }, target, put) => {
        try {
            const client = await open(id, target, make);
            return await pace(() => (0,time_limit/* withTimeLimit */.B)(limits/* answerTimeoutMs */.u, signal, (end) => put(client, end)), signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof aws_read_error/* AwsReadError */.au || error instanceof user_error/* UserError */.y || isDefect(error))
                throw error;
            const endpoint = endpointOf(id, environment());
            throw (0,aws_read_error/* awsReadError */.e_)(error, { action, resource, region: target.region, service: serviceNames[id], endpoint });
        }
    };
    return {
        parameter: (name, decrypted, target) => once(['parameter', name, decrypted, target], async () => {
            const question = parameterQuestion(name, target.region);
            const parameter = await ask(question, target, (store, end) => store.parameter(name, decrypted, end));
            if (parameter?.type === 'SecureString' && decrypted)
                onSecret?.(parameter.value);
            return parameter;
        }),
        object: (bucket, key, target) => once(['object', bucket, key, target], async () => {
            const answer = await ask(objectQuestion(bucket, key, target.region), target, (store, end) => store.text(bucket, key, end));
            if (typeof answer !== 'object')
                return answer;
            throw new aws_read_error/* AwsReadError */.au('aws-object-too-large', `is an object of ${answer.bytes} bytes`, 'A value has 16 MiB at most.');
        }),
        stackOutputs: (stack, target) => once(['outputs', stack, target], () => ask(stackQuestion('DescribeStacks', stack, target.region), target, (stacks, end) => stacks.outputs(stack, end))),
        stackResources: (stack, target) => once(['resources', stack, target], () => ask(stackQuestion('ListStackResources', stack, target.region), target, (stacks, end) => stacks.resources(stack, end))),
        exports: (target) => once(['exports', target], () => ask({ ...stackQuestion('ListExports', '', target.region), resource: '*' }, target, (stacks, end) => stacks.exports(end))),
        accountId: (target) => once(['account', target], () => ask(accountQuestion, target, (account, end) => account(end))),
    };
}
function parameterQuestion(name, region) {
    const parameter = `arn:${(0,partition/* partitionOf */.i)(region)}:ssm:${region}:*:parameter/${name.replace(/^\//, '')}`;
    return {
        id: 'SSM',
        action: 'ssm:GetParameter',
        resource: name.startsWith('arn:') ? name : parameter,
        make: (chunk, access) => chunk.openParameterStore(access),
    };
}
function objectQuestion(bucket, key, region) {
    return {
        id: 'S3',
        action: 's3:GetObject',
        resource: `arn:${(0,partition/* partitionOf */.i)(region)}:s3:::${bucket}/${key}`,
        make: (chunk, access) => chunk.openObjectStore(access),
    };
}
function stackQuestion(action, stack, region) {
    const arn = `arn:${(0,partition/* partitionOf */.i)(region)}:cloudformation:${region}:*:stack/${stack}/*`;
    return {
        id: 'CLOUDFORMATION',
        action: `cloudformation:${action}`,
        resource: stack.startsWith('arn:') ? stack : arn,
        make: (chunk, access) => chunk.openStacks(access),
    };
}
const accountQuestion = {
    id: 'STS',
    action: 'sts:GetCallerIdentity',
    resource: '*',
    make: async (chunk, access) => (signal) => chunk.accountOf(access, signal),
};
/** Does each piece of work once, by its key. */
function memo() {
    const results = new Map();
    return (key, work) => {
        const name = JSON.stringify(key);
        const result = (results.get(name) ?? work());
        results.set(name, result);
        return result;
    };
}
/** Whether an error is one of this program, and not of a service or the way to it. */
function isDefect(error) {
    return error instanceof TypeError || error instanceof ReferenceError || !(error instanceof Error);
}
//# sourceMappingURL=aws-reader.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./lib/src/aws/load.js


/**
 * Loads the chunk with the AWS SDK, which is a file of its own that both faces share.
 * @param chunks the folder of the chunks, absolute
 */
async function loadAws(chunks) {
    const url = (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(chunks, 'aws', 'index.js')).href;
    return (await import(/* webpackIgnore: true */ url));
}
//# sourceMappingURL=load.js.map
;// CONCATENATED MODULE: ./lib/src/event/read-context.js

/**
 * Reads the members of the mocked context that the caller sets. It has nothing to do with the event: one that is wrong
 * never spoils the other.
 * @returns the members, `{}` where none are given.
 * @throws UserError where it is not a JSON object.
 */
async function readContext(request, tools) {
    const { data, path } = request;
    if (path === undefined && (data === undefined || data.trim() === ''))
        return {};
    const { assertJson, readFileAsJson } = await __nccwpck_require__.e(/* import() */ 787).then(__nccwpck_require__.bind(__nccwpck_require__, 2787));
    if (path === undefined) {
        const text = data ?? '';
        await assertJson(text, 'The context');
        return asObject(JSON.parse(text), 'The context');
    }
    if (data !== undefined) {
        tools.report({
            severity: 'warning',
            code: 'context-data-ignored',
            message: `The context is the content of ${path}: the file wins over the context that was given directly.`,
            hint: 'Pass only one of them.',
        });
    }
    const json = await readFileAsJson({ path, role: 'context file' }, tools);
    return asObject(JSON.parse(json.toString()), `The context file ${path}`);
}
function asObject(value, origin) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    throw new user_error/* UserError */.y({
        code: 'context-not-an-object',
        message: `${origin} must be a JSON object, and is ${found}.`,
        hint: 'For example: {"clientContext":{"custom":{"tenant":"a"}}}',
    });
}
//# sourceMappingURL=read-context.js.map
// EXTERNAL MODULE: ./lib/src/event/limits.js
var event_limits = __nccwpck_require__(6185);
// EXTERNAL MODULE: ./lib/src/event/text.js
var event_text = __nccwpck_require__(8442);
;// CONCATENATED MODULE: ./lib/src/event/read-event.js


/** From here on, telling whether a text is JSON takes long enough to be done while the handler's process starts. */
const longTextBytes = 64 * 1024;
/**
 * Reads the event. What was JSON is passed on byte for byte (but for a byte order mark), so that no number, escape or
 * order changes; what was not becomes a JSON string; nothing at all is `{}`.
 * @returns the payload of the invocation, JSON in UTF-8: a function, as a long text is looked at when it is first asked
 *   for. That throws a UserError where the text is not JSON, and too large as the JSON string that it becomes.
 * @throws UserError where there is none to read, or it is too large; the signal's reason where it is aborted.
 */
async function readEvent(request, tools) {
    tools.signal.throwIfAborted();
    const { data, path, raw, command, standardInput } = request;
    if (path !== undefined) {
        warnOfIgnored(request, tools);
        const { readFileAsJson } = await __nccwpck_require__.e(/* import() */ 787).then(__nccwpck_require__.bind(__nccwpck_require__, 2787));
        return ready(await readFileAsJson({ path, role: 'event file' }, tools));
    }
    if (data !== undefined)
        return ready(raw ? (0,event_text/* jsonString */.I)(data) : toPayload(data));
    if (command !== undefined) {
        const { runCommand } = await __nccwpck_require__.e(/* import() */ 642).then(__nccwpck_require__.bind(__nccwpck_require__, 1642));
        return fromStream(await runCommand(command, tools), "The output of the event's command", raw);
    }
    if (standardInput !== undefined) {
        const { readStandardInput } = await __nccwpck_require__.e(/* import() */ 417).then(__nccwpck_require__.bind(__nccwpck_require__, 9417));
        return fromStream(await readStandardInput(standardInput, tools), 'The standard input', raw);
    }
    return ready(event_text/* emptyEvent */.ex);
}
function ready(payload) {
    if (payload.length > event_limits/* maxEventBytes */.I)
        throw (0,event_limits/* eventTooLarge */.K)('The event', payload.length);
    return { payload: () => payload };
}
function fromStream(bytes, origin, raw) {
    const text = (0,event_text/* utf8Bytes */.dy)(bytes, origin);
    if (text.length === 0)
        return ready(event_text/* emptyEvent */.ex);
    if (raw)
        return ready((0,event_text/* jsonString */.I)(text.toString()));
    if (text.length < longTextBytes || text.length > event_limits/* maxEventBytes */.I)
        return ready((0,event_text/* textPayload */.U9)(text));
    let known;
    return {
        payload: () => {
            known ??= ready((0,event_text/* textPayload */.U9)(text));
            return known.payload();
        },
    };
}
function toPayload(data) {
    const text = data.replace(/^\ufeff/, '');
    if ((0,event_text/* isBlank */.z3)(text))
        return event_text/* emptyEvent */.ex;
    return (0,event_text/* isJson */.Fh)(text) ? Buffer.from(text) : (0,event_text/* jsonString */.I)(data);
}
function warnOfIgnored({ data, command, path }, { report }) {
    const ignored = [...(data === undefined ? [] : ['data']), ...(command === undefined ? [] : ['the command'])];
    if (ignored.length === 0)
        return;
    report({
        severity: 'warning',
        code: 'event-data-ignored',
        message: `The event is the content of ${path}: the file wins over ${ignored.join(' and ')}.`,
        hint: 'Pass only one of them.',
    });
}
//# sourceMappingURL=read-event.js.map
// EXTERNAL MODULE: ./lib/src/lambda/deploy/deploy-errors.js
var deploy_errors = __nccwpck_require__(4911);
// EXTERNAL MODULE: ./lib/src/lambda/function/runtimes.js
var runtimes = __nccwpck_require__(4980);
// EXTERNAL MODULE: ./lib/src/lambda/random.js
var random = __nccwpck_require__(2873);
;// CONCATENATED MODULE: ./lib/src/lambda/environment/log-names.js

/** The log group of a function: its own, or Lambda's default. */
function logGroupName(fn) {
    return fn.logging.group ?? `/aws/lambda/${fn.name}`;
}
/** The name of a log stream as Lambda makes one for each execution environment: `2026/01/31/[$LATEST]<32 hex digits>`. */
function logStreamName(now) {
    const day = now.toISOString().slice(0, 10).replaceAll('-', '/');
    return `${day}/[$LATEST]${(0,random/* randomHex */.n)(32)}`;
}
/**
 * An X-Ray trace header of a request that is not sampled, in the shape that Lambda sends.
 * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
function traceHeader(now) {
    const seconds = Math.floor(now.getTime() / 1000).toString(16);
    return `Root=1-${seconds}-${(0,random/* randomHex */.n)(24)};Parent=${(0,random/* randomHex */.n)(16)};Sampled=0;Lineage=1:${(0,random/* randomHex */.n)(8)}:0`;
}
//# sourceMappingURL=log-names.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/environment/lambda-variables.js



/**
 * The variables that Lambda sets before a runtime starts, with values as they are in AWS (developer guide, "Defined runtime
 * environment variables"). Paths below `/var/task` and `/opt` are where the function was placed.
 */
function lambdaVariables(input) {
    const { function: fn, logStreamName, taskRoot } = input;
    return {
        ...(process.platform === 'win32' ? {} : posixVariables(input)),
        LANG: 'en_US.UTF-8',
        LAMBDA_TASK_ROOT: taskRoot,
        LAMBDA_RUNTIME_DIR: '/var/runtime',
        _HANDLER: fn.handler,
        AWS_REGION: fn.region,
        AWS_DEFAULT_REGION: fn.region,
        ...(isManaged(fn.runtime) ? { AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}` } : {}),
        AWS_LAMBDA_FUNCTION_NAME: fn.name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memorySizeMiB),
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_LAMBDA_LOG_GROUP_NAME: logGroupName(fn),
        AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
        AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
        AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000',
        _AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129',
        _AWS_XRAY_DAEMON_PORT: '2000',
        ...logVariables(fn),
        ...languageVariables(input),
    };
}
/** Whether the runtime is one of AWS's own, which says so in `AWS_EXECUTION_ENV`; the `provided` ones bring theirs. */
function isManaged(runtime) {
    return !runtime.startsWith('provided');
}
/** Lambda's search paths, before the host's own: an interpreter of a tool cache needs those. */
function posixVariables({ taskRoot, layerRoot, path, libraryPath }) {
    const libraries = `/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:${taskRoot}:${(0,external_node_path_.join)(taskRoot, 'lib')}:${layerRoot}/lib`;
    return {
        TZ: ':UTC',
        PATH: withHost(`/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:${layerRoot}/bin`, path),
        LD_LIBRARY_PATH: withHost(libraries, libraryPath),
    };
}
function withHost(own, host) {
    return host === undefined || host === '' ? own : `${own}:${host}`;
}
function logVariables({ logging }) {
    if (logging.format === 'Text')
        return {};
    return { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: logging.applicationLevel ?? 'INFO' };
}
function languageVariables({ function: { runtime }, taskRoot, layerRoot, }) {
    const declared = (0,runtimes/* parseRuntime */.Sw)(runtime);
    if (declared?.language === 'ruby')
        return rubyVariables(declared.version, taskRoot, layerRoot);
    if (declared?.language !== 'nodejs')
        return {};
    const folders = [
        `${layerRoot}/nodejs/node${declared.version}/node_modules`,
        `${layerRoot}/nodejs/node_modules`,
        '/var/runtime/node_modules',
        '/var/runtime',
        taskRoot,
    ];
    return { NODE_PATH: folders.join(external_node_path_.delimiter) };
}
/** Where Ruby looks for gems and for files to require (developer guide, "Layer paths for each Lambda runtime"). */
function rubyVariables(version, taskRoot, layerRoot) {
    const gems = `ruby/${version}.0`;
    return {
        GEM_PATH: [
            `${taskRoot}/vendor/bundle/${gems}`,
            `${layerRoot}/ruby/gems/${version}.0`,
            '/var/runtime',
            `/var/runtime/${gems}`,
        ].join(external_node_path_.delimiter),
        RUBYLIB: [taskRoot, '/var/runtime/lib', `${layerRoot}/ruby/lib`].join(external_node_path_.delimiter),
    };
}
//# sourceMappingURL=lambda-variables.js.map
// EXTERNAL MODULE: ./lib/src/lambda/environment/layer-paths.js
var layer_paths = __nccwpck_require__(7878);
;// CONCATENATED MODULE: ./lib/src/lambda/environment/passed-on.js
/**
 * What a handler never gets from the step or the shell, whatever its case: what belongs to the runner (its tokens stand
 * there), what would change how a runtime starts, and what Lambda itself sets.
 */
const neverPassedOn = /^(?:(?:GITHUB|ACTIONS|INPUT|STATE|AWS_LAMBDA|LAMBDA|_X_AMZN)_.*|RUNNER_(?!TRACKING_ID$).*|NODE_OPTIONS|NODE_PATH|PYTHONPATH|PYTHONHOME|LD_PRELOAD|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|RUBYOPT|_HANDLER)$/i;
/** What is passed on where the host's environment is not inherited: enough for a program to start and to find its files. */
const essential = /^(?:PATH|HOME|TMPDIR|TEMP|LANG|SystemRoot|PATHEXT)$/i;
/** The variables that name the runner's own identity: its container role or its web identity. */
const ambientIdentity = /^AWS_(?:CONTAINER_(?:CREDENTIALS_(?:RELATIVE|FULL)_URI|AUTHORIZATION_TOKEN(?:_FILE)?)|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|ROLE_SESSION_NAME)$/i;
/** The variables that hold or choose credentials. The invocation's own credentials take their place. */
const credentialVariables = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|ACCESS_KEY|SECRET_KEY|PROFILE|DEFAULT_PROFILE)$/i;
/** The part of the host's environment that the handler gets, without any credentials. */
function passedOn(host, inherit) {
    const passed = {};
    for (const [name, value] of Object.entries(host)) {
        if (value === undefined || neverPassedOn.test(name))
            continue;
        if (!inherit && !essential.test(name))
            continue;
        if (ambientIdentity.test(name) || credentialVariables.test(name))
            continue;
        passed[name] = value;
    }
    return passed;
}
/** What the project's configuration sees as `${env:}`: everything but the runner's tokens and the step's inputs. */
function visibleToConfiguration(host) {
    const visible = {};
    for (const [name, value] of Object.entries(host)) {
        if (value !== undefined && !/^(?:ACTIONS_.*|INPUT_.*|GITHUB_TOKEN)$/i.test(name))
            visible[name] = value;
    }
    return visible;
}
//# sourceMappingURL=passed-on.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/environment/reserved.js
/** The variables that a user may not configure (developer guide, "Defined runtime environment variables"). */
const reserved = new Set([
    '_HANDLER',
    '_X_AMZN_TRACE_ID',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_EXECUTION_ENV',
    'AWS_LAMBDA_FUNCTION_NAME',
    'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
    'AWS_LAMBDA_FUNCTION_VERSION',
    'AWS_LAMBDA_INITIALIZATION_TYPE',
    'AWS_LAMBDA_LOG_GROUP_NAME',
    'AWS_LAMBDA_LOG_STREAM_NAME',
    'AWS_LAMBDA_MAX_CONCURRENCY',
    'AWS_LAMBDA_RUNTIME_API',
    'AWS_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'LAMBDA_TASK_ROOT',
    'LAMBDA_RUNTIME_DIR',
    '_AWS_XRAY_DAEMON_ADDRESS',
    '_AWS_XRAY_DAEMON_PORT',
    '_LAMBDA_TELEMETRY_LOG_FD',
]);
/** Whether Lambda refuses a configured variable of this name. */
function isReserved(name) {
    return reserved.has(name);
}
/** The variables without which the sandbox would not work: not even the caller's own `env` may set them. */
const fixedVariables = ['AWS_LAMBDA_RUNTIME_API', '_HANDLER', 'LAMBDA_TASK_ROOT'];
//# sourceMappingURL=reserved.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/environment/build-environment.js






/**
 * Builds the environment of the handler's process, all of it but `AWS_LAMBDA_RUNTIME_API`. Last wins: what the host passes
 * on, Lambda's own and `IS_LOCAL`, the configuration's, the credentials, the caller's.
 * @throws UserError where the caller sets a variable that is the sandbox's own
 */
async function buildEnvironment(input) {
    refuseFixed(input.overrides);
    const { taskRoot, layerRoot } = input.placed ?? { taskRoot: input.function.sourceRoot };
    const environment = passedOn(input.host, input.inherit);
    Object.assign(environment, lambdaVariables({
        function: input.function,
        logStreamName: input.logStreamName,
        taskRoot,
        layerRoot: layerRoot ?? layer_paths/* layerMountPoint */.th,
        path: input.host['PATH'],
        libraryPath: input.inherit ? input.host['LD_LIBRARY_PATH'] : undefined,
    }), { IS_LOCAL: 'true' });
    const configured = await withoutReserved(input.function, input.report);
    for (const [name, value] of Object.entries(configured)) {
        if (value === null)
            delete environment[name];
        else
            environment[name] = (0,layer_paths/* inLayers */.eI)(name, value, layerRoot);
    }
    Object.assign(environment, build_environment_credentialVariables(input.credentials));
    for (const [name, value] of Object.entries(input.overrides))
        environment[name] = (0,layer_paths/* inLayers */.eI)(name, value, layerRoot);
    if ('AWS_ACCESS_KEY_ID' in input.overrides && !('AWS_SESSION_TOKEN' in input.overrides)) {
        delete environment['AWS_SESSION_TOKEN'];
    }
    return environment;
}
/** The credentials as variables. Without any, the SDKs must not look for the machine's own. */
function build_environment_credentialVariables(credentials) {
    if (credentials === undefined)
        return { AWS_EC2_METADATA_DISABLED: 'true' };
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    };
}
/** The configured variables, less those that a deploy would reject; each of these is reported at its place. */
async function withoutReserved(fn, report) {
    const kept = {};
    for (const [name, value] of Object.entries(fn.environment)) {
        if (!isReserved(name)) {
            kept[name] = value;
            continue;
        }
        const location = await fn.origin(`environment.${name}`);
        report({
            severity: 'warning',
            code: 'environment-reserved',
            message: `The variable ${name} of ${fn.key} is reserved and was ignored. A deploy would fail: "${(0,deploy_errors/* reservedKeysText */.Wx)([name])}"`,
            hint: `Remove ${name} from the environment of the function and of the provider.`,
            ...(location === undefined ? {} : { location }),
        });
    }
    return kept;
}
function refuseFixed(overrides) {
    const name = fixedVariables.find((fixed) => fixed in overrides);
    if (name === undefined)
        return;
    throw new user_error/* UserError */.y({
        code: 'environment-fixed',
        message: `The variable ${name} cannot be set: the sandbox itself depends on it.`,
        hint: `Remove ${name} from the env that is passed.`,
    });
}
//# sourceMappingURL=build-environment.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./lib/src/lambda/placement/place-function.js



/**
 * Puts the function's files where its runtime looks for them. Code in a folder stays where it is; an archive and layers
 * go to a temporary folder, which is removed at disposal.
 * @throws UserError where an archive can't be unpacked, or a layer not be copied
 * @throws the signal's reason where that ends it
 */
async function placeFunction(fn, signal) {
    const { code, layers } = fn;
    if (code.kind === 'folder' && layers.length === 0) {
        return { taskRoot: code.folder, [Symbol.asyncDispose]: async () => { } };
    }
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(await (0,external_node_fs_promises_.realpath)((0,external_node_os_.tmpdir)()), `invoke-local-function-${process.pid}-`));
    const remove = () => (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    try {
        const taskRoot = await placeCode(fn, (0,external_node_path_.join)(folder, 'task'), signal);
        const layerRoot = layers.length === 0 ? undefined : await placeLayers(fn, (0,external_node_path_.join)(folder, 'opt'), signal);
        const opt = layerRoot === undefined ? {} : { layerRoot };
        return { taskRoot, ...opt, temporary: folder, [Symbol.asyncDispose]: remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
async function placeCode({ code, origin }, folder, signal) {
    if (code.kind === 'folder')
        return code.folder;
    const { unpackZip } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(422)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5422));
    await unpackZip({ file: code.file, folder, role: 'artifact', origin: () => origin('artifact'), signal });
    return folder;
}
/** Lambda unpacks layers in their order into one folder: of two files with one name, the later layer's is there. */
async function placeLayers({ layers, origin }, folder, signal) {
    await (0,external_node_fs_promises_.mkdir)(folder);
    const { mergeFolder } = await __nccwpck_require__.e(/* import() */ 541).then(__nccwpck_require__.bind(__nccwpck_require__, 9541));
    for (const [index, layer] of layers.entries()) {
        const source = await layerFolder(layer, `${folder}-${index}`, () => origin('layers'), signal);
        await mergeFolder({ source, target: folder, signal, role: `layer ${layer.name}` });
    }
    return folder;
}
async function layerFolder({ name, code }, folder, origin, signal) {
    if (code.kind === 'folder')
        return code.folder;
    const { unpackZip } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(422)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5422));
    await unpackZip({ file: code.file, folder, role: `artifact of the layer ${name}`, origin, signal });
    return folder;
}
//# sourceMappingURL=place-function.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/deploy/refused-by-deploy.js


/** The API's limits (API reference, `CreateFunction` and `Environment`; "Lambda quotas"). */
const longestName = 64;
const longestHandler = 128;
const maxEnvironmentBytes = 4096;
/** Reports what a deploy of the function would refuse, each once and at its place, in the words of the Lambda API. */
async function reportRefusals(fn, report) {
    for (const { origin, code, problem, answer, hint } of refusalsOf(fn)) {
        const location = await fn.origin(origin);
        const message = `${problem} A deploy would fail: "${answer}"`;
        const diagnostic = { severity: 'warning', code, message, hint };
        report(location === undefined ? diagnostic : { ...diagnostic, location });
    }
}
function* refusalsOf(fn) {
    const { key, name, handler, environment } = fn;
    if (name.length > longestName) {
        yield {
            origin: 'function',
            code: 'function-name-refused',
            problem: `The name of ${key} in AWS has ${name.length} characters; Lambda takes ${longestName}.`,
            answer: (0,deploy_errors/* constraintText */.Vw)('functionName', name, (0,deploy_errors/* lengthConstraint */.WD)(longestName)),
            hint: 'Shorten the name of the service, of the stage or of the function, or give the function a name of its own.',
        };
    }
    else if (!/^[a-zA-Z0-9-_]+$/.test(name)) {
        yield {
            origin: 'function',
            code: 'function-name-refused',
            problem: `The name of ${key} in AWS, ${name}, has characters that Lambda does not take.`,
            answer: (0,deploy_errors/* constraintText */.Vw)('functionName', name, (0,deploy_errors/* patternConstraint */.uf)('[a-zA-Z0-9-_]+')),
            hint: 'A name has letters, digits, hyphens and underscores.',
        };
    }
    if (handler.length > longestHandler) {
        yield {
            origin: 'handler',
            code: 'handler-refused',
            problem: `The handler of ${key} has ${handler.length} characters; Lambda takes ${longestHandler}.`,
            answer: (0,deploy_errors/* constraintText */.Vw)('handler', handler, (0,deploy_errors/* lengthConstraint */.WD)(longestHandler)),
            hint: 'Move the file, so that its path is shorter.',
        };
    }
    else if (/\s/.test(handler)) {
        yield {
            origin: 'handler',
            code: 'handler-refused',
            problem: `The handler of ${key} has white space in it.`,
            answer: (0,deploy_errors/* constraintText */.Vw)('handler', handler, (0,deploy_errors/* patternConstraint */.uf)('[^\\s]+')),
            hint: 'Rename the file or its folder.',
        };
    }
    const variables = Object.entries(environment).filter(([, value]) => value !== null);
    for (const [variable] of variables) {
        if (/^[a-zA-Z]\w+$/.test(variable) || isReserved(variable))
            continue;
        const pattern = (0,deploy_errors/* patternConstraint */.uf)('[a-zA-Z]([a-zA-Z0-9_])+');
        yield {
            origin: `environment.${variable}`,
            code: 'environment-name-refused',
            problem: `The variable ${variable} of ${key} has a name that Lambda does not take.`,
            answer: (0,deploy_errors/* constraintText */.Vw)('environment.variables', `{${variable}=…}`, `Map keys must satisfy constraint: [${pattern}]`),
            hint: 'A name begins with a letter and has two or more letters, digits and underscores.',
        };
    }
    const bytes = Buffer.byteLength(JSON.stringify(Object.fromEntries(variables)));
    if (bytes > maxEnvironmentBytes) {
        yield {
            origin: 'environment',
            code: 'environment-size-refused',
            problem: `The environment of ${key} has ${bytes} bytes, that of the provider included; Lambda takes ${maxEnvironmentBytes}.`,
            answer: deploy_errors/* environmentSizeText */.wz,
            hint: `The largest are ${largest(variables)}. Move what is large to a file or to the Parameter Store.`,
        };
    }
}
function largest(variables) {
    const sized = variables.map(([name, value]) => ({ name, bytes: Buffer.byteLength(value ?? '') }));
    sized.sort((one, other) => other.bytes - one.bytes);
    return sized
        .slice(0, 3)
        .map(({ name, bytes }) => `${name} (${bytes} bytes)`)
        .join(', ');
}
//# sourceMappingURL=refused-by-deploy.js.map
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
// EXTERNAL MODULE: ./lib/src/process/settles-within.js
var settles_within = __nccwpck_require__(626);
// EXTERNAL MODULE: ./lib/src/lambda/limits.js
var lambda_limits = __nccwpck_require__(490);
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/invocation.js
/**
 * The error type that Lambda's own log lines and metrics take from the header `Lambda-Runtime-Function-Error-Type`
 * (RIE `fatalerror/fatalerror.go`); it never changes the body.
 */
function reportedErrorType(header) {
    if (header !== undefined && /(?:Runtime|Function)\.[A-Z][a-zA-Z]+/.test(header))
        return header;
    return header?.startsWith('Function.') ? 'Function.Unknown' : 'Runtime.Unknown';
}
//# sourceMappingURL=invocation.js.map
// EXTERNAL MODULE: ./lib/src/lambda/runtime-api/body.js
var runtime_api_body = __nccwpck_require__(8076);
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/invocation-error.js



const errorCauseType = 'application/vnd.aws.lambda.error.cause+json';
/**
 * Reads an error report (`/runtime/invocation/{id}/error`, `/runtime/init/error`). Its body goes to the caller as it came,
 * JSON or not; only a body of the error-cause type loses its `errorCause` (RIE `rapi/handler/invocationerror.go`).
 * @returns `undefined` where the connection ended first
 */
async function readErrorReport(request) {
    const body = await (0,runtime_api_body/* readBody */.x)(request, lambda_limits/* maxResponsePayloadBytes */.Zz);
    if (body.kind === 'truncated')
        return undefined;
    if (body.kind === 'too-large') {
        return Buffer.from('{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"The error report is too large"}');
    }
    return request.headers['content-type'] === errorCauseType ? withoutCause(body.bytes) : body.bytes;
}
/**
 * An invocation error. Its type is the body's: most of AWS's clients send no header with it. The client for Java does, and has
 * errors without a type of their own.
 * @param header the error type of the request's header, where there is one
 */
function invocationError(body, header) {
    const reported = header === undefined ? '' : reportedErrorType(header);
    return { kind: 'error', body, errorType: errorTypeOf(body) ?? reported };
}
/** The `errorType` that a JSON error body has. */
function errorTypeOf(body) {
    const parsed = parseObject(body);
    return typeof parsed?.['errorType'] === 'string' ? parsed['errorType'] : undefined;
}
function withoutCause(body) {
    const parsed = parseObject(body);
    if (parsed === undefined)
        return Buffer.from('"Invalid error body"');
    const { errorMessage, errorType, stackTrace } = parsed;
    return Buffer.from(JSON.stringify({ errorMessage, errorType, stackTrace }));
}
function parseObject(body) {
    try {
        const value = JSON.parse(body.toString('utf8'));
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=invocation-error.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/next.js
/**
 * Hands an invocation to the runtime: the answer to `GET /runtime/invocation/next`. A header that has no value is absent.
 * `Content-Type` is exactly `application/json`: AWS's Python client compares it for equality.
 */
function renderInvocation(response, invocation) {
    const headers = {
        'Content-Type': 'application/json',
        'Content-Length': invocation.event.length,
        'Lambda-Runtime-Aws-Request-Id': invocation.requestId,
        'Lambda-Runtime-Deadline-Ms': String(Math.round(invocation.deadlineMs)),
        'Lambda-Runtime-Invoked-Function-Arn': invocation.functionArn,
    };
    const optional = {
        'Lambda-Runtime-Trace-Id': invocation.traceId,
        'Lambda-Runtime-Client-Context': invocation.clientContext,
        'Lambda-Runtime-Cognito-Identity': invocation.cognitoIdentity,
        'Lambda-Runtime-Aws-Tenant-Id': invocation.tenantId,
        'Invoke-Local-Context': invocation.contextMembers,
    };
    for (const [name, value] of Object.entries(optional)) {
        if (value !== undefined)
            headers[name] = asciiJson(value);
    }
    response.writeHead(200, headers);
    response.end(invocation.event);
}
/** JSON text as a header can carry it: everything beyond printable ASCII as `\u` escapes. */
function asciiJson(text) {
    return text.replace(/[^\x20-\x7e]/g, (unit) => unit === '\n' || unit === '\r' || unit === '\t' ? ' ' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
//# sourceMappingURL=next.js.map
// EXTERNAL MODULE: ./lib/src/lambda/runtime-api/render.js
var render = __nccwpck_require__(3792);
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/response.js


/** Whether the response mode header has a value that exists; absent is buffered. */
function isResponseMode(mode) {
    return mode === undefined || mode === 'streaming';
}
/**
 * Reads a response, buffered or streamed. A streamed one may end with the trailers
 * `Lambda-Runtime-Function-Error-Type` and `-Body` (base64): the status was sent, and an error followed
 * (developer guide, "Building a custom runtime").
 */
async function readResponse(request) {
    const streaming = request.headers['lambda-runtime-function-response-mode'] === 'streaming';
    const body = await (0,runtime_api_body/* readBody */.x)(request, streaming ? lambda_limits/* maxStreamedResponseBytes */.WP : lambda_limits/* maxResponsePayloadBytes */.Zz);
    if (body.kind === 'too-large') {
        const limit = streaming ? lambda_limits/* maxStreamedResponseBytes */.WP : lambda_limits/* maxResponsePayloadBytes */.Zz;
        return { kind: 'too-large', answer: platformAnswer('Function.ResponseSizeTooLarge', tooLargeMessage(limit)) };
    }
    if (body.kind === 'truncated') {
        return { kind: 'truncated', answer: platformAnswer('Runtime.TruncatedResponse', 'Response was truncated') };
    }
    const errorType = request.trailers['lambda-runtime-function-error-type'];
    const errorBody = request.trailers['lambda-runtime-function-error-body'];
    const streamError = errorType === undefined ? {} : { streamError: { errorType, body: Buffer.from(errorBody ?? '', 'base64') } };
    const contentType = request.headers['content-type'];
    return { kind: 'answer', answer: { kind: 'response', body: body.bytes, contentType, streaming, ...streamError } };
}
/** Lambda's own text for a response over the limit. */
function tooLargeMessage(limitBytes) {
    return `Response payload size exceeded maximum allowed payload size (${limitBytes} bytes).`;
}
function platformAnswer(errorType, errorMessage) {
    return { kind: 'error', body: Buffer.from(JSON.stringify({ errorType, errorMessage })), errorType };
}
//# sourceMappingURL=response.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/states.js
/** The transitions that are allowed; any other is answered with 403 `InvalidStateTransition`. */
const transitions = {
    Started: ['Ready', 'InitError'],
    InitError: [],
    Ready: ['Ready', 'Running'],
    Running: ['Running', 'InvocationResponse', 'InvocationErrorResponse'],
    InvocationResponse: ['RuntimeResponseSentState'],
    InvocationErrorResponse: ['RuntimeResponseSentState'],
    RuntimeResponseSentState: ['Ready'],
};
/** Whether a runtime in state `from` may go to state `to`. */
function isAllowed(from, to) {
    return transitions[from].includes(to);
}
//# sourceMappingURL=states.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/runtime-api/runtime-api.js









const version = '/2018-06-01/runtime/';
/** The other APIs: extensions, logs and telemetry. */
const otherVersions = /^\/(?:2020-01-01\/extension|2020-08-15|2022-07-01)\//;
/**
 * The AWS Lambda Runtime API, version 2018-06-01, for one sandbox, on 127.0.0.1 and a free port.
 * It starts as a bare listener, so that the address is known before the HTTP server's code is loaded.
 */
class RuntimeApi {
    #listener;
    #sockets = new Set();
    #http;
    #observer;
    #state = 'Started';
    /** What the runtime works on, until it asks for the next one. */
    #invocation;
    /** What it gets when it asks. */
    #queued;
    #waiting = [];
    /** The answers of the runtime that are being read. */
    #reading = new Set();
    /** Counts the runtimes that were served; an answer of an earlier one is ignored. */
    #generation = 0;
    #others;
    /** The connections of other processes than the runtime's. */
    #foreign = new WeakSet();
    /** Whether such processes may connect, so that a connection alone is no sign of the runtime. */
    #hasOthers = false;
    constructor(listener) {
        this.#listener = listener;
        listener.on('connection', (socket) => this.#accept(socket));
    }
    /** Starts to listen. */
    static async listen() {
        const listener = (0,external_node_net_namespaceObject.createServer)({ pauseOnConnect: true, noDelay: true });
        await new Promise((resolve, reject) => {
            listener.once('error', reject);
            listener.listen({ port: 0, host: '127.0.0.1' }, resolve);
        });
        return new RuntimeApi(listener);
    }
    /** `host:port`, as `AWS_LAMBDA_RUNTIME_API` has it. */
    get address() {
        return `127.0.0.1:${this.#listener.address().port}`;
    }
    get state() {
        return this.#state;
    }
    /** Has the requests of the other APIs answered, which are unknown paths until then. */
    set others(others) {
        this.#others = others;
    }
    /** Closes every connection, and expects other processes than the runtime to connect from here on, or no longer. */
    expectOthers(hasOthers) {
        this.#disconnect();
        this.#hasOthers = hasOthers;
        if (hasOthers)
            this.#http ??= this.#createHttpServer();
    }
    /** Forgets the runtime that was served, and gets ready for the next one, which `observer` is told of. */
    reset(observer) {
        this.#generation++;
        this.#observer = observer;
        this.#state = 'Started';
        this.#invocation = undefined;
        this.#queued = undefined;
        if (this.#hasOthers)
            this.#waiting = [];
        else
            this.#disconnect();
        this.#http ??= this.#createHttpServer();
    }
    /** Gives the runtime an invocation: at once where it waits for one, else when it asks. */
    dispatch(invocation) {
        this.#queued = invocation;
        this.#deliver();
    }
    /**
     * Waits until every connection of a runtime that is gone is closed, and all that it had sent has been read and understood. What
     * holds a connection beyond `limitMs`, such as a process that the runtime has forked, is cut off.
     */
    async drained(limitMs) {
        const own = Array.from(this.#sockets).filter((socket) => !this.#foreign.has(socket));
        const closed = Promise.all(own.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
        if (!(await (0,settles_within/* settlesWithin */.o)(closed, limitMs)))
            for (const socket of own)
                socket.destroy();
        await Promise.all(this.#reading);
    }
    async [Symbol.asyncDispose]() {
        this.#observer = undefined;
        this.#disconnect();
        await new Promise((resolve) => this.#listener.close(() => resolve()));
    }
    #disconnect() {
        this.#waiting = [];
        for (const socket of this.#sockets)
            socket.destroy();
        this.#sockets.clear();
    }
    #accept(socket) {
        this.#sockets.add(socket);
        socket.on('close', () => this.#sockets.delete(socket));
        socket.on('error', () => socket.destroy());
        if (!this.#hasOthers)
            this.#observer?.onConnected();
        this.#http ??= this.#createHttpServer();
        void this.#http.then((http) => {
            http.emit('connection', socket);
            socket.resume();
        });
    }
    async #createHttpServer() {
        const { createServer: createHttpServer } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19));
        const server = createHttpServer({
            maxHeaderSize: lambda_limits/* maxRuntimeHeaderBytes */.tM,
            keepAliveTimeout: 0,
            headersTimeout: 0,
            requestTimeout: 0,
            connectionsCheckingInterval: 0x7fffffff,
        });
        server.timeout = 0;
        server.on('request', (request, response) => {
            this.#handle(request, response).catch(() => response.destroy());
        });
        server.on('clientError', (_error, socket) => socket.destroy());
        return server;
    }
    async #handle(request, response) {
        const path = (request.url ?? '').split('?', 1)[0] ?? '';
        if (path === '/2018-06-01/ping')
            return (0,render/* renderText */.S5)(response, 200, 'pong');
        if (this.#others !== undefined && otherVersions.test(path)) {
            if (await this.#others.handle(request, response, path))
                this.#foreign.add(request.socket);
            return;
        }
        if (!path.startsWith(version))
            return (0,render/* renderText */.S5)(response, 404, '404 page not found\n');
        if (this.#hasOthers)
            this.#observer?.onConnected();
        const [scope, id, action, ...rest] = path.slice(version.length).split('/');
        const route = rest.length > 0 ? undefined : action === undefined ? `${scope}/${id}` : `${scope}/{id}/${action}`;
        const method = route === undefined ? undefined : routes[route];
        if (method === undefined)
            return (0,render/* renderText */.S5)(response, 404, '404 page not found\n');
        if (method !== request.method)
            return (0,render/* renderText */.S5)(response, 405, '');
        if (route === 'invocation/next')
            return this.#next(request, response);
        const read = route === 'init/error'
            ? this.#initError(request, response)
            : this.#answer(request, response, decode(id), route === 'invocation/{id}/response');
        this.#reading.add(read);
        return read.finally(() => this.#reading.delete(read));
    }
    #next(request, response) {
        const invocation = this.#invocation;
        if (this.#state === 'Running' && invocation !== undefined) {
            renderInvocation(response, invocation);
            return;
        }
        if (!isAllowed(this.#state, 'Ready')) {
            (0,render/* renderError */.vr)(response, (0,render/* invalidTransition */.vg)(this.#state, 'Ready'));
            return;
        }
        this.#invocation = undefined;
        this.#state = 'Ready';
        this.#waiting.push(response);
        response.on('close', () => {
            this.#waiting = this.#waiting.filter((other) => other !== response);
        });
        this.#observer?.onNext(request.headers['user-agent'], peakMemoryKib(request));
        this.#deliver();
    }
    /** Hands the queued invocation to everybody who waits for one. */
    #deliver() {
        const waiting = this.#waiting;
        const invocation = this.#queued;
        if (waiting.length === 0 || invocation === undefined)
            return;
        this.#waiting = [];
        this.#queued = undefined;
        this.#invocation = invocation;
        this.#state = 'Running';
        for (const response of waiting)
            renderInvocation(response, invocation);
    }
    async #initError(request, response) {
        if (!this.#take(response, 'InitError'))
            return;
        const generation = this.#generation;
        const body = await readErrorReport(request);
        if (body === undefined || generation !== this.#generation)
            return;
        (0,render/* renderAccepted */.uU)(response);
        const errorType = reportedErrorType(header(request, 'lambda-runtime-function-error-type'));
        this.#observer?.onInitError({ body, errorType });
    }
    /** Takes the response or the error of the current invocation. The id is checked before the state, as Lambda does. */
    async #answer(request, response, id, isResponse) {
        if ((this.#invocation ?? this.#queued)?.requestId !== id) {
            return refuse(request, response, render/* invalidRequestId */.ak);
        }
        if (!this.#take(response, isResponse ? 'InvocationResponse' : 'InvocationErrorResponse'))
            return;
        const generation = this.#generation;
        const settle = (answer) => {
            if (generation !== this.#generation)
                return;
            this.#state = 'RuntimeResponseSentState';
            this.#observer?.onAnswer(answer);
        };
        if (!isResponse) {
            const body = await readErrorReport(request);
            if (body === undefined)
                return;
            settle(invocationError(body, header(request, 'lambda-runtime-function-error-type')));
            return (0,render/* renderAccepted */.uU)(response);
        }
        if (!isResponseMode(header(request, 'lambda-runtime-function-response-mode'))) {
            refuse(request, response, render/* invalidResponseMode */.m6);
            const errorType = 'Runtime.InvalidResponseModeHeader';
            this.#observer?.onAnswer({ kind: 'error', body: Buffer.alloc(0), errorType });
            return;
        }
        const outcome = await readResponse(request);
        settle(outcome.answer);
        if (outcome.kind === 'answer')
            (0,render/* renderAccepted */.uU)(response);
        else if (outcome.kind === 'too-large')
            (0,render/* renderError */.vr)(response, render/* requestEntityTooLarge */.CS);
    }
    /** Makes a transition, or answers that it is not allowed. */
    #take(response, to) {
        if (!isAllowed(this.#state, to)) {
            response.req.resume();
            (0,render/* renderError */.vr)(response, (0,render/* invalidTransition */.vg)(this.#state, to));
            return false;
        }
        this.#state = to;
        return true;
    }
}
const routes = {
    'invocation/next': 'GET',
    'init/error': 'POST',
    'invocation/{id}/response': 'POST',
    'invocation/{id}/error': 'POST',
};
function refuse(request, response, error) {
    request.resume();
    (0,render/* renderError */.vr)(response, error);
}
function header(request, name) {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
}
/** What our bootstraps say of their own peak where the platform has no `/proc`. */
function peakMemoryKib(request) {
    const value = Number(header(request, 'invoke-local-peak-memory-kib'));
    return Number.isFinite(value) && value > 0 ? value : undefined;
}
function decode(segment) {
    try {
        return decodeURIComponent(segment ?? '');
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=runtime-api.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/runtime-not-found.js
/** None of the candidates could be started, or all of them were dead shims. */
class RuntimeNotFoundError extends Error {
    name = 'RuntimeNotFoundError';
    attempts;
    constructor(attempts) {
        super('No runtime could be started');
        this.attempts = attempts;
    }
}
//# sourceMappingURL=runtime-not-found.js.map
;// CONCATENATED MODULE: ./lib/src/process/strays.js

/** How often processes are looked for that a stray may have started while it was ended. */
const maxRounds = 20;
/**
 * The processes of a sandbox that have left both its process group and its process tree, as a daemon does: a setting in their
 * environment tells them. Only Linux shows it; elsewhere there are none to be found.
 */
class Strays {
    #setting;
    /** Processes that have it not: a process without it does not get it later, but by `exec`, and then its parent is known. */
    #others = new Set();
    /** @param setting `NAME=value`, of a value that no other sandbox has */
    constructor(setting) {
        this.#setting = setting;
    }
    /** Those that run now, and what has not left with them. */
    find() {
        if (process.platform !== 'linux')
            return [];
        return laterPids().filter((pid) => {
            if (this.#others.has(pid))
                return false;
            const found = read(`/proc/${pid}/environ`).split('\0').includes(this.#setting);
            if (!found)
                this.#others.add(pid);
            return found;
        });
    }
    /** Ends them. */
    kill() {
        for (let round = 0; round < maxRounds; round++) {
            const pids = this.find();
            if (pids.length === 0)
                return;
            for (const pid of pids)
                kill(pid);
        }
    }
}
/** The processes that were started after this one, and all of them where the numbers have begun anew since (proc(5), `loadavg`). */
function laterPids() {
    const pids = (0,external_node_fs_.readdirSync)('/proc').map(Number).filter(Number.isInteger);
    const newest = Number(read('/proc/loadavg').trim().split(' ').at(-1));
    return newest > process.pid ? pids.filter((pid) => pid > process.pid) : pids.filter((pid) => pid !== process.pid);
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended in the meantime.
    }
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=strays.js.map
// EXTERNAL MODULE: ./lib/src/lambda/errors.js
var errors = __nccwpck_require__(1077);
;// CONCATENATED MODULE: ./lib/src/lambda/platform-log/platform-event.js
/** What Lambda bills: whole milliseconds, and since August 2025 the init of a cold start with them. */
function billedDuration(durationMs, initDurationMs) {
    return Math.max(1, Math.ceil(durationMs + (initDurationMs ?? 0)));
}
/** The trace of a header such as `Root=1-…;Parent=…;Sampled=1`; `undefined` where nothing is sampled. */
function sampledTrace(header) {
    if (header === undefined || !/(?:^|;)Sampled=1(?:;|$)/.test(header))
        return undefined;
    const part = (name) => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(header)?.[1] ?? '';
    return { value: header, traceId: part('Root'), segmentId: part('Parent') };
}
/**
 * What stands for the version of Lambda's own runtime: its language and the declared version, and that it is none of
 * AWS's, such as `nodejs:22.local`. Its ARN has a hash of zeros, which is no runtime's.
 * @param runtime Lambda's identifier, such as `nodejs22.x` or `provided.al2023`
 */
function localRuntimeVersion(runtime, region) {
    const [, language = runtime, version = ''] = /^([a-z]+)\.?(.*?)(?:\.x)?$/.exec(runtime) ?? [];
    return {
        runtimeVersion: `${language}:${version === '' ? '' : `${version}.`}local`,
        runtimeVersionArn: `arn:aws:lambda:${region}::runtime:${'0'.repeat(64)}`,
    };
}
//# sourceMappingURL=platform-event.js.map
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/deferred.js
var deferred = __nccwpck_require__(629);
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/deadline.js

/** A deadline `ms` from now. */
function deadlineIn(ms) {
    const { promise, resolve } = (0,deferred/* deferred */.y)();
    const timer = setTimeout(() => resolve(), ms);
    return { expired: promise, [Symbol.dispose]: () => clearTimeout(timer) };
}
//# sourceMappingURL=deadline.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/extensions.js
/**
 * The extensions of a sandbox. Their code is loaded where there are any: when the layers have a folder for them, or with the
 * first request of the Extensions API. Without any, every wait is over at once.
 */
class SandboxExtensions {
    #api;
    #options;
    #opening;
    #session;
    #startedAtMs;
    #ending;
    /** Whether the runtime is initialized, so that an internal extension comes too late. */
    #isClosed = false;
    /** The messages that were reported. */
    #said = new Set();
    /** Requests that are being answered, so that an init phase does not end before a registration that came first. */
    #answering = new Set();
    /** `options` is called where there are extensions. */
    constructor(api, options) {
        this.#api = api;
        this.#options = options;
        api.others = this;
    }
    /** When the first external extension was started, by `performance.now()`. */
    get startedAtMs() {
        return this.#startedAtMs;
    }
    /** Whether there are any that take part in invocations. */
    get areActive() {
        return this.#session !== undefined;
    }
    get hasFailed() {
        return this.#session?.hasFailed ?? false;
    }
    /** The processes of the external extensions: their memory counts as the function's. */
    get pids() {
        return this.#session?.pids ?? [];
    }
    /** What Lambda logs of the extensions at the end of an init phase. */
    get statuses() {
        return this.#session?.statuses ?? [];
    }
    async handle(request, response, path) {
        const answer = this.#open().then((session) => session.handle(request, response, path));
        this.#answering.add(answer);
        try {
            return await answer;
        }
        finally {
            this.#answering.delete(answer);
        }
    }
    /**
     * Starts the external extensions of the layers, before the runtime.
     * @returns what went wrong, once they have all registered, or have not in time
     */
    async start(expired) {
        this.#startedAtMs = performance.now();
        this.#api.expectOthers(true);
        const session = await this.#open();
        const started = session.start().then(() => undefined);
        const outcome = await this.orFailure(Promise.race([started, expired.then(() => ({ kind: 'expired' }))]));
        if (outcome?.kind === 'expired')
            session.reportUnregistered();
        return outcome;
    }
    /** Waits until the extensions are initialized as well as the runtime. */
    async initialized(runtime, expired) {
        const outcome = await this.orFailure(runtime);
        await Promise.race([Promise.allSettled(this.#answering), expired]);
        this.#isClosed = true;
        if (outcome.kind !== 'ready' || this.#session === undefined)
            return outcome;
        const session = this.#session;
        const ready = session.initialized().then(() => outcome);
        const whole = await this.orFailure(Promise.race([ready, expired.then(() => ({ kind: 'expired' }))]));
        if (whole.kind === 'expired')
            session.reportUninitialized();
        return whole;
    }
    /** Tells the extensions of an invocation. */
    invoke(invocation) {
        this.#session?.invoke(invocation);
    }
    /** Waits until the extensions are done with the invocation. */
    async settled(expired) {
        const session = this.#session;
        if (session === undefined)
            return undefined;
        const idle = session.idle().then(() => undefined);
        const outcome = await this.orFailure(Promise.race([idle, expired.then(() => ({ kind: 'expired' }))]));
        if (outcome?.kind === 'expired')
            session.reportBusy();
        return outcome;
    }
    /** Ends the runtime, where there is one, and the extensions, in the time that Lambda gives them. */
    async shutdown(reason, runtime) {
        this.#ending ??= this.#end(reason, runtime);
        await this.#ending;
        this.#ending = undefined;
    }
    /** Has the end come at once, also where it has begun. */
    kill() {
        this.#session?.kill();
    }
    /** Has nothing said twice: what fails in the init phase fails in its retry as well. */
    #once(source) {
        return {
            ...source,
            report: (diagnostic) => {
                if (this.#said.has(diagnostic.message))
                    return;
                this.#said.add(diagnostic.message);
                source.report(diagnostic);
            },
        };
    }
    /** What is waited for, unless an extension fails before. */
    async orFailure(wait) {
        const failure = this.#session?.failure;
        if (failure === undefined)
            return wait;
        return Promise.race([wait, failure.then((value) => ({ kind: 'extension', failure: value }))]);
    }
    async #end(reason, runtime) {
        await this.#session?.shutdown(reason, runtime);
        await runtime?.stop();
        if (this.#opening !== undefined)
            this.#api.expectOthers(false);
        this.#opening = undefined;
        this.#session = undefined;
        this.#startedAtMs = undefined;
        this.#isClosed = false;
    }
    #open() {
        this.#opening ??= this.#load();
        return this.#opening;
    }
    async #load() {
        const { ExtensionSession } = await __nccwpck_require__.e(/* import() */ 390).then(__nccwpck_require__.bind(__nccwpck_require__, 1390));
        const { source, ...options } = this.#options();
        const session = new ExtensionSession(source === undefined ? options : { ...options, source: this.#once(source) });
        if (this.#isClosed)
            void session.initialized();
        this.#session = session;
        return session;
    }
}
//# sourceMappingURL=extensions.js.map
// EXTERNAL MODULE: ./lib/src/lambda/extensions/failure.js
var extensions_failure = __nccwpck_require__(1557);
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/failure.js


/** The failure that the end of a wait for an answer, or for an init, is. */
function failureOf(outcome) {
    if (outcome.kind === 'ended')
        return { kind: 'crash', end: outcome.end };
    return outcome.kind === 'expired' ? { kind: 'timeout' } : outcome;
}
/** What the caller of the function gets for it. */
function failureError(requestId, failure, timeoutMs) {
    if (failure.kind === 'timeout')
        return (0,errors/* timeoutError */.w2)(requestId, timeoutMs);
    return failure.kind === 'crash' ? (0,errors/* exitError */.xA)(requestId, failure.end) : (0,extensions_failure/* extensionError */.W)(requestId, failure.failure);
}
/** How the platform counts an invocation that the runtime answered. */
function endStatus(unsettled) {
    if (unsettled === undefined)
        return { status: 'success' };
    if (unsettled.kind === 'expired')
        return { status: 'timeout' };
    return { status: 'error', errorType: unsettled.failure.errorType };
}
/** The error type of an init phase that failed. */
function initErrorType(outcome) {
    if (outcome.kind === 'extension')
        return outcome.failure.errorType;
    return outcome.kind === 'error' ? outcome.error.errorType : (0,errors/* loggedExitErrorType */.$2)(outcome.end);
}
/** What extensions are told of the reason for the end. */
function shutdownReason({ kind }) {
    return kind === 'expired' ? 'timeout' : 'failure';
}
//# sourceMappingURL=failure.js.map
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/process/launch.js
var launch = __nccwpck_require__(8391);
;// CONCATENATED MODULE: ./lib/src/lambda/platform-log/lifecycle-log.js

/** What Lambda logs of the life of an execution environment: its init phases, and its invocations from their start to their report. */
class LifecycleLog {
    #log;
    #options;
    /** The trace of the current invocation, where it is sampled. */
    #tracing;
    constructor(log, options) {
        this.#log = log;
        this.#options = options;
    }
    /** An init phase begins. */
    async initStart(phase) {
        const { runtime, functionArn, memorySizeMiB, environment } = this.#options;
        if (runtime === undefined)
            return;
        const [, , , region = '', , , functionName = ''] = functionArn.split(':');
        const instanceId = environment['AWS_LAMBDA_LOG_STREAM_NAME'];
        const version = localRuntimeVersion(runtime, region);
        await this.#log.event({ type: 'initStart', phase, functionName, instanceId, memorySizeMiB, ...version });
    }
    /** An init phase has ended. */
    async initEnd(phase, durationMs, status, errorType) {
        const how = { phase, status, ...(errorType === undefined ? {} : { errorType }) };
        await this.#log.event({ type: 'initRuntimeDone', ...how });
        await this.#log.event({ type: 'initReport', ...how, durationMs });
    }
    /** An invocation begins. */
    async start(requestId, { functionArn = this.#options.functionArn, traceId }) {
        this.#tracing = sampledTrace(traceId);
        await this.#log.event({ type: 'start', requestId, functionArn, tracing: this.#tracing });
    }
    /** The invocation that began last has ended. */
    async end(facts, end) {
        const { producedBytes = 0, ...how } = end;
        const tracing = this.#tracing === undefined ? {} : { tracing: this.#tracing };
        const { requestId, durationMs } = facts;
        await this.#log.event({ type: 'runtimeDone', requestId, durationMs, producedBytes, ...how, ...tracing });
        const { memorySizeMiB } = this.#options;
        await this.#log.event({ type: 'report', ...facts, memorySizeMiB, ...how, ...tracing });
    }
}
//# sourceMappingURL=lifecycle-log.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/platform-log/platform-record.js
const order = ['DEBUG', 'INFO', 'WARN'];
/** Whether an event is logged at a level (developer guide, "Log-level filtering", system log level event mapping). */
function isLogged(event, level) {
    return order.indexOf(levelOf(event)) >= order.indexOf(level);
}
function levelOf(event) {
    if (event.type === 'initStart' || event.type === 'start')
        return 'INFO';
    if (event.type === 'extension')
        return event.errorType === undefined ? 'INFO' : 'WARN';
    if (event.status !== 'success')
        return 'WARN';
    return event.type === 'report' ? 'INFO' : 'DEBUG';
}
/**
 * An event as the format `JSON` has it in the log: one line, by the schema of the Telemetry API
 * (developer guide, "Lambda Telemetry API Event schema reference").
 */
function recordLine(event, time) {
    return JSON.stringify({ time: time.toISOString(), type: `platform.${event.type}`, record: recordOf(event) });
}
function recordOf(event) {
    const initializationType = 'on-demand';
    switch (event.type) {
        case 'initStart':
            return {
                initializationType,
                phase: event.phase,
                runtimeVersion: event.runtimeVersion,
                runtimeVersionArn: event.runtimeVersionArn,
                functionName: event.functionName,
                functionVersion: '$LATEST',
                instanceId: event.instanceId,
                instanceMaxMemory: event.memorySizeMiB * 1024 * 1024,
            };
        case 'initRuntimeDone':
            return { initializationType, phase: event.phase, status: event.status, errorType: event.errorType };
        case 'initReport':
            return {
                initializationType,
                phase: event.phase,
                status: event.status,
                errorType: event.errorType,
                metrics: { durationMs: rounded(event.durationMs) },
            };
        case 'extension':
            return { name: event.name, state: event.state, events: event.events, errorType: event.errorType };
        case 'start':
            return {
                requestId: event.requestId,
                functionArn: event.functionArn,
                version: '$LATEST',
                tracing: tracingOf(event.tracing),
            };
        case 'runtimeDone':
            return {
                requestId: event.requestId,
                status: event.status,
                errorType: event.errorType,
                metrics: { durationMs: rounded(event.durationMs), producedBytes: event.producedBytes },
                tracing: tracingOf(event.tracing),
            };
        case 'report':
            return {
                requestId: event.requestId,
                metrics: {
                    durationMs: rounded(event.durationMs),
                    billedDurationMs: event.billedDurationMs,
                    memorySizeMB: event.memorySizeMiB,
                    maxMemoryUsedMB: event.maxMemoryUsedMiB,
                    initDurationMs: event.initDurationMs === undefined ? undefined : rounded(event.initDurationMs),
                },
                tracing: tracingOf(event.tracing),
                status: event.status,
                errorType: event.errorType,
            };
    }
}
function tracingOf(tracing) {
    return tracing && { spanId: tracing.segmentId, type: 'X-Amzn-Trace-Id', value: tracing.value };
}
/** Lambda's durations have microseconds. */
function rounded(ms) {
    return Math.round(ms * 1000) / 1000;
}
//# sourceMappingURL=platform-record.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/platform-log/report-line.js
/** The platform's lines in the format `Text`, of one event. */
function textLines(event) {
    switch (event.type) {
        case 'initStart':
            return event.phase === 'init'
                ? [`INIT_START Runtime Version: ${event.runtimeVersion}\tRuntime Version ARN: ${event.runtimeVersionArn}`]
                : [];
        case 'initReport':
            return event.status === 'success' ? [] : [initReportLine(event)];
        case 'start':
            return [`START RequestId: ${event.requestId} Version: $LATEST`];
        case 'report':
            return [`END RequestId: ${event.requestId}`, ...reportLines(event)];
        case 'extension':
            return [extensionLine(event)];
        case 'initRuntimeDone':
        case 'runtimeDone':
            return [];
    }
}
/** `REPORT`, tabs between its fields (developer guide, "Understanding the Lambda execution environment lifecycle"). */
function reportLines(facts) {
    const fields = [
        `REPORT RequestId: ${facts.requestId}`,
        `Duration: ${facts.durationMs.toFixed(2)} ms`,
        `Billed Duration: ${facts.billedDurationMs} ms`,
        `Memory Size: ${facts.memorySizeMiB} MB`,
        `Max Memory Used: ${facts.maxMemoryUsedMiB} MB`,
    ];
    if (facts.initDurationMs !== undefined)
        fields.push(`Init Duration: ${facts.initDurationMs.toFixed(2)} ms`);
    if (facts.status !== 'success')
        fields.push(`Status: ${facts.status}`);
    if (facts.errorType !== undefined)
        fields.push(`Error Type: ${facts.errorType}`);
    const report = `${fields.join('\t')}\t`;
    if (facts.tracing === undefined)
        return [report];
    const { traceId, segmentId } = facts.tracing;
    return [report, `XRAY TraceId: ${traceId}\tSegmentId: ${segmentId}\tSampled: true\t`];
}
/** `INIT_REPORT`, which Lambda prints only where an init failed or timed out. */
function initReportLine({ durationMs, phase, status, errorType }) {
    const type = errorType === undefined ? '' : `\tError Type: ${errorType}`;
    return `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: ${phase}\tStatus: ${status}${type}`;
}
/** `EXTENSION`, which Lambda prints of every extension at the end of an init phase. */
function extensionLine({ name, state, events, errorType }) {
    const line = `EXTENSION\tName: ${name}\tState: ${state}\tEvents: [${events.join(', ')}]`;
    return errorType === undefined ? line : `${line}\tError Type: ${errorType}`;
}
//# sourceMappingURL=report-line.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/platform-log/platform-log.js


/** Writes what Lambda itself logs between what the process prints, each at the start of a line. */
class PlatformLog {
    /** The sink that the process's output goes to. */
    sink;
    #settings;
    #midLine = false;
    constructor(sink, settings) {
        this.#settings = settings;
        this.sink = {
            write: (chunk, source) => {
                if (chunk.length > 0)
                    this.#midLine = chunk[chunk.length - 1] !== 0x0a;
                return sink.write(chunk, source);
            },
        };
    }
    /** Writes an event in the function's format, unless its log level leaves it out. */
    async event(event) {
        const { format, systemLevel = 'INFO' } = this.#settings;
        if (format === 'Text') {
            for (const line of textLines(event))
                await this.line(line);
        }
        else if (isLogged(event, systemLevel)) {
            await this.line(recordLine(event, new Date()));
        }
    }
    /** Writes one line of the platform. */
    async line(text) {
        await this.sink.write(Buffer.from(`${this.#midLine ? '\n' : ''}${text}\n`), 'platform');
    }
}
//# sourceMappingURL=platform-log.js.map
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/process/runtime-process.js + 5 modules
var runtime_process = __nccwpck_require__(8895);
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/runtime-session.js



/** One runtime process as the Runtime API sees it: what it asked for, what it answered, and how it ended. */
class RuntimeSession {
    process;
    /** When the process was started, by `performance.now()`. */
    startedAtMs = performance.now();
    userAgent;
    #connected = (0,deferred/* deferred */.y)();
    #initError = (0,deferred/* deferred */.y)();
    #owesAnswer = false;
    /** The end of the process, once all that it had sent before has been read: an answer that it began to give comes first, as truncated. */
    #gone;
    #next = (0,deferred/* deferred */.y)();
    #answer = (0,deferred/* deferred */.y)();
    /** `start` is called once the API listens for this session. */
    constructor(api, start) {
        api.reset(this);
        this.process = start();
        this.#gone = this.process.ended.then(async (end) => {
            await api.drained(lambda_limits/* drainTimeoutMs */.o$);
            return end;
        });
    }
    onConnected() {
        this.process.output.release();
        this.#connected.resolve('connected');
    }
    onNext(userAgent, peakMemoryKib) {
        this.userAgent ??= userAgent;
        if (peakMemoryKib !== undefined)
            this.process.memory.report(peakMemoryKib);
        if (!this.#owesAnswer)
            this.#next.resolve();
    }
    onAnswer(answer) {
        this.#owesAnswer = false;
        this.#answer.resolve(answer);
    }
    onInitError(error) {
        this.#initError.resolve(error);
    }
    /** Waits until the process shows that its interpreter is alive, or has ended. */
    alive() {
        return Promise.race([this.#connected.promise, this.process.ended]);
    }
    /** Waits until the runtime asks for its first invocation, or fails to. */
    initialized(expired) {
        const error = this.#initError.promise.then((value) => ({ kind: 'error', error: value }));
        return Promise.race([
            error,
            this.#next.promise.then(() => ({ kind: 'ready' })),
            expired.then(() => ({ kind: 'expired' })),
            this.#gone.then((end) => Promise.race([error, Promise.resolve({ kind: 'ended', end })])),
        ]);
    }
    /** Gets ready to see the answer to an invocation that is about to be dispatched, and the request that follows it. */
    expectAnswer() {
        this.#owesAnswer = true;
        this.#answer = (0,deferred/* deferred */.y)();
        this.#next = (0,deferred/* deferred */.y)();
    }
    /** Waits for the answer to the invocation. */
    answered(expired) {
        const answer = this.#answer.promise.then((value) => ({ kind: 'answer', answer: value }));
        return Promise.race([
            answer,
            expired.then(() => ({ kind: 'expired' })),
            this.#gone.then((end) => Promise.race([answer, Promise.resolve({ kind: 'ended', end })])),
        ]);
    }
    /** Waits for the next request of the runtime, at most `limitMs`; a process that ends does not make us wait. */
    async settled(limitMs) {
        let how = 'ended';
        const next = this.#next.promise.then(() => {
            how = 'next';
        });
        return (await (0,settles_within/* settlesWithin */.o)(Promise.race([next, this.process.ended]), limitMs)) ? how : 'expired';
    }
}
//# sourceMappingURL=runtime-session.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/sandbox.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















/**
 * An execution environment of one function: a process that runs its runtime, and the Runtime API that it speaks.
 * It starts with the first invocation, serves further ones warm, starts afresh after a crash or a timeout, and ends with
 * `Symbol.asyncDispose`. One invocation at a time: others wait.
 */
class Sandbox {
    #options;
    #api;
    #log;
    #lifecycle;
    #extensions;
    #strays;
    /** The current session; the last one where its process is gone. */
    #session;
    #live = false;
    /** The candidate that connected: the others are not tried again. */
    #chosen;
    /** Whether the one init phase outside of an invocation is over. */
    #initialized = false;
    #stopped = false;
    /** Settles when the last of the invocations is done. */
    #done = Promise.resolve();
    constructor(options, api) {
        this.#options = options;
        this.#api = api;
        this.#strays = new Strays(`AWS_LAMBDA_RUNTIME_API=${api.address}`);
        this.#log = new PlatformLog(options.logs, options.logging ?? { format: 'Text' });
        this.#lifecycle = new LifecycleLog(this.#log, options);
        this.#extensions = new SandboxExtensions(api, () => ({
            functionArn: options.functionArn,
            environment: this.#environment(),
            logs: this.#log.sink,
            ...(options.extensions === undefined ? {} : { source: options.extensions }),
        }));
    }
    /**
     * Gets a sandbox ready; its process starts with the first invocation.
     * @param api a Runtime API that listens already, and that the sandbox then owns
     */
    static async create(options, api) {
        return new Sandbox(options, api ?? (await RuntimeApi.listen()));
    }
    /**
     * Runs one invocation, cold or warm, once those before it are done.
     * @throws RuntimeNotFoundError where no candidate could be started at all
     */
    invoke(invocation) {
        const outcome = this.#done.then(() => this.#invoke(invocation));
        this.#done = outcome.catch(() => { });
        return outcome;
    }
    async #invoke(invocation) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const hasEnded = this.#session?.process.hasEnded || this.#extensions.hasFailed;
            if (this.#live && hasEnded)
                await this.#endSession('failure');
            const initDurationMs = this.#initialized ? undefined : await this.#initPhase();
            const requestId = invocation.requestId ?? (0,random/* requestUuid */.H)();
            const dispatchedAtMs = performance.now();
            const deadline = __addDisposableResource(env_1, deadlineIn(this.#options.timeoutMs), false);
            if (!this.#live) {
                const failure = await this.#suppressedInit(deadline.expired);
                if (failure !== undefined) {
                    await this.#lifecycle.start(requestId, invocation);
                    return { ...(await this.#fail(requestId, dispatchedAtMs, failure)), initFailed: true };
                }
            }
            const session = this.#current();
            await session.process.output.drainWritten();
            await this.#lifecycle.start(requestId, invocation);
            session.expectAnswer();
            const pending = this.#pending(requestId, invocation);
            this.#extensions.invoke(pending);
            this.#api.dispatch(pending);
            this.#options.onDispatched?.();
            const outcome = await this.#extensions.orFailure(session.answered(deadline.expired));
            if (outcome.kind !== 'answer') {
                return this.#fail(requestId, dispatchedAtMs, failureOf(outcome), initDurationMs);
            }
            session.process.memory.sample();
            if (session.process.memory.hasExceeded) {
                return this.#fail(requestId, dispatchedAtMs, { kind: 'crash', end: await session.process.ended }, initDurationMs);
            }
            const answeredMs = performance.now() - dispatchedAtMs;
            const settled = await session.settled(lambda_limits/* settleTimeoutMs */.bx);
            const unsettled = settled === 'ended' ? undefined : await this.#extensions.settled(deadline.expired);
            const isWhole = settled === 'next' || this.#extensions.areActive;
            const measuredMs = isWhole ? performance.now() - dispatchedAtMs : answeredMs;
            // A timer may be a fraction of a millisecond early: what ran out of its time had all of it.
            const durationMs = unsettled?.kind === 'expired' ? Math.max(measuredMs, this.#options.timeoutMs) : measuredMs;
            if (settled === 'ended')
                await this.#endSession('failure');
            else if (unsettled !== undefined)
                await this.#endSession(shutdownReason(unsettled));
            else
                await session.process.output.drainWritten();
            return this.#answer(this.#facts(requestId, durationMs, initDurationMs), outcome.answer, unsettled);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    /** Ends the process at once and for good, as a cancelled run does. A running invocation ends as a crash. */
    async stop() {
        this.#stopped = true;
        this.#extensions.kill();
        await this.#endSession('failure');
    }
    async [Symbol.asyncDispose]() {
        await this.#endSession('spindown');
        await this.stop();
        await this.#api[Symbol.asyncDispose]();
    }
    /**
     * The init phase of the first cold start, which the function's timeout does not count.
     * @returns its duration in ms, where it succeeded
     */
    async #initPhase() {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            this.#initialized = true;
            const limit = __addDisposableResource(env_2, deadlineIn(lambda_limits/* initTimeoutMs */.cK), false);
            const outcome = await this.#start('init', limit.expired);
            const initDurationMs = performance.now() - this.#startedAtMs();
            if (outcome.kind === 'ready') {
                await this.#lifecycle.initEnd('init', initDurationMs, 'success');
                return initDurationMs;
            }
            // The limit began a moment before the process, and it had all of it.
            const endedMs = outcome.kind === 'expired' ? Math.max(initDurationMs, lambda_limits/* initTimeoutMs */.cK) : initDurationMs;
            await this.#endInit('init', endedMs, outcome);
            return undefined;
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            __disposeResources(env_2);
        }
    }
    /**
     * A start inside of an invocation, after an init that failed or a process that ended; the function's timeout counts it.
     * @returns what went wrong, if anything
     */
    async #suppressedInit(expired) {
        const outcome = await this.#start('invoke', expired);
        const durationMs = performance.now() - this.#startedAtMs();
        if (outcome.kind === 'ready') {
            await this.#lifecycle.initEnd('invoke', durationMs, 'success');
            return undefined;
        }
        await this.#endInit('invoke', durationMs, outcome);
        return outcome.kind === 'error' ? { kind: 'init-error', error: outcome.error } : failureOf(outcome);
    }
    /** Clears away a runtime whose init did not succeed, and logs that. */
    async #endInit(phase, durationMs, outcome) {
        await this.#endSession(shutdownReason(outcome));
        if (outcome.kind === 'expired')
            return this.#lifecycle.initEnd(phase, durationMs, 'timeout');
        await this.#lifecycle.initEnd(phase, durationMs, 'error', initErrorType(outcome));
    }
    /** Starts the external extensions, where there are any, and then the runtime. */
    async #start(phase, expired) {
        if (this.#stopped)
            throw new Error('The sandbox was stopped');
        if (this.#options.extensions !== undefined)
            await this.#lifecycle.initStart(phase);
        const failed = this.#options.extensions === undefined ? undefined : await this.#extensions.start(expired);
        const outcome = failed ?? (await this.#extensions.initialized(this.#startRuntime(phase, expired), expired));
        for (const status of this.#extensions.statuses)
            await this.#log.event({ type: 'extension', ...status });
        return outcome;
    }
    /** Starts the runtime: the candidate that is known to work, or one after the other until one connects. */
    async #startRuntime(phase, expired) {
        const attempts = [];
        for (const candidate of this.#chosen === undefined ? this.#options.candidates : [this.#chosen]) {
            const session = this.#launch(candidate);
            if (attempts.length === 0) {
                if (this.#chosen === undefined)
                    this.#options.onStarting?.();
                if (this.#options.extensions === undefined)
                    await this.#lifecycle.initStart(phase);
            }
            if (candidate.entrypoint !== undefined)
                session.process.output.release();
            const alive = await Promise.race([session.alive(), expired]);
            if (alive === undefined || alive === 'connected' || candidate.entrypoint !== undefined || !isUnusable(alive)) {
                this.#chosen = candidate;
                session.process.output.release();
                return session.initialized(expired);
            }
            this.#live = false;
            await session.process.stop();
            attempts.push({ command: candidate.command, end: alive, output: session.process.output.heldText });
        }
        throw new RuntimeNotFoundError(attempts);
    }
    #launch(candidate) {
        if (this.#stopped)
            throw new Error('The sandbox was stopped');
        const environment = this.#environment();
        const { workingDirectory, memorySizeMiB } = this.#options;
        this.#session = new RuntimeSession(this.#api, () => runtime_process/* RuntimeProcess */.w.start(candidate, {
            workingDirectory,
            environment,
            memorySizeMiB,
            strays: this.#strays,
            logs: this.#log.sink,
        }));
        this.#live = true;
        for (const pid of this.#extensions.pids)
            this.#session.process.memory.include(pid);
        return this.#session;
    }
    #environment() {
        return { ...this.#options.environment, AWS_LAMBDA_RUNTIME_API: this.#api.address };
    }
    #pending(requestId, invocation) {
        return {
            functionArn: this.#options.functionArn,
            ...invocation,
            event: typeof invocation.event === 'function' ? invocation.event() : invocation.event,
            requestId,
            deadlineMs: Date.now() + this.#options.timeoutMs,
        };
    }
    #facts(requestId, durationMs, initDurationMs) {
        const { process, userAgent } = this.#session ?? {};
        const interpreter = this.#chosen?.interpreter;
        return {
            requestId,
            durationMs,
            billedDurationMs: billedDuration(durationMs, initDurationMs),
            maxMemoryUsedMiB: process?.memory.peakMiB ?? 0,
            ...(initDurationMs === undefined ? {} : { initDurationMs }),
            ...(userAgent === undefined ? {} : { userAgent }),
            ...(interpreter === undefined ? {} : { interpreter }),
        };
    }
    /** The outcome of an invocation that the runtime answered. */
    async #answer(facts, answer, unsettled) {
        const producedBytes = answer.kind === 'response' ? answer.body.length : 0;
        await this.#lifecycle.end(facts, { ...endStatus(unsettled), producedBytes });
        if (answer.kind === 'error')
            return { ...facts, ...this.#error(answer) };
        if (answer.streamError !== undefined)
            return { ...facts, ...this.#error(answer.streamError) };
        const contentType = answer.contentType === undefined ? {} : { contentType: answer.contentType };
        return { ...facts, status: 'success', response: answer.body, ...contentType };
    }
    /** The outcome of an invocation that was not answered, once its process is gone. */
    async #fail(requestId, dispatchedAtMs, failure, initMs) {
        const { timeoutMs } = this.#options;
        const durationMs = failure.kind === 'timeout' ? timeoutMs : performance.now() - dispatchedAtMs;
        await this.#endSession(failure.kind === 'timeout' ? 'timeout' : 'failure');
        const facts = this.#facts(requestId, durationMs, initMs);
        if (failure.kind === 'init-error') {
            await this.#lifecycle.end(facts, { status: 'error', errorType: failure.error.errorType });
            return { ...facts, ...this.#error(failure.error) };
        }
        const status = failure.kind === 'timeout' ? 'timeout' : 'crash';
        const error = failureError(requestId, failure, timeoutMs);
        const errorType = failure.kind === 'crash' ? (0,errors/* loggedExitErrorType */.$2)(failure.end) : error.errorType;
        await this.#lifecycle.end(facts, status === 'timeout' ? { status } : { status: 'error', errorType });
        const stderrTail = failure.kind === 'extension' ? failure.failure.stderrTail : this.#stderrTail();
        const outOfMemory = errorType === 'Runtime.OutOfMemory' ? { outOfMemory: true } : {};
        return {
            ...facts,
            status,
            error: (0,errors/* renderPlatformError */.qw)(error),
            errorType: error.errorType,
            stderrTail,
            ...outOfMemory,
        };
    }
    /** Ends what runs, if anything does. The session stays known for what it can tell. */
    async #endSession(reason) {
        const runtime = this.#live ? this.#current().process : undefined;
        this.#live = false;
        await this.#extensions.shutdown(reason, runtime);
        this.#strays.kill();
    }
    /** When the init phase began. */
    #startedAtMs() {
        return this.#extensions.startedAtMs ?? this.#current().startedAtMs;
    }
    /** An error that the runtime reported. */
    #error({ body, errorType }) {
        return { status: 'error', error: body, errorType, stderrTail: this.#stderrTail() };
    }
    /** What the runtime said last; nothing, where an extension kept it from being started at all. */
    #stderrTail() {
        return this.#session?.process.output.stderrTail ?? '';
    }
    #current() {
        if (this.#session === undefined)
            throw new Error('The sandbox has not started a process yet');
        return this.#session;
    }
}
/** Whether a process that ended before it connected means that the next candidate should be tried. */
function isUnusable(end) {
    return end.kind === 'launch' || (end.kind === 'exit' && (0,launch/* isDeadShim */.I4)(end.code));
}
//# sourceMappingURL=sandbox.js.map
// EXTERNAL MODULE: ./lib/src/service/offline-answers.js
var offline_answers = __nccwpck_require__(9859);
// EXTERNAL MODULE: ./lib/src/service/serverless/document/config-node.js
var config_node = __nccwpck_require__(5946);
// EXTERNAL MODULE: ./lib/src/service/serverless/root/settings.js
var root_settings = __nccwpck_require__(7625);
;// CONCATENATED MODULE: ./lib/src/service/serverless/root/provider.js


/** What the framework takes where no stage is given. */
const defaultStage = 'dev';
/** What the framework takes where no region is given. */
const defaultRegion = 'us-east-1';
/** A setting of the provider; `undefined` where it is not set, or empty. `provider: aws` has none. */
async function providerSetting({ root, walk, value }, ...path) {
    const parents = ['provider', ...path.slice(0, -1)];
    const parent = await walk(root, parents);
    const node = parent && (0,config_node/* childNode */.JY)(parent, path.at(-1) ?? '');
    const resolved = node && (await value(node));
    if (node === undefined || resolved === null || resolved === '')
        return undefined;
    return { name: ['provider', ...path].join('.'), node, value: resolved };
}
/** The given stage, else `provider.stage`, else `dev`. */
async function stageOf(access, given) {
    return given || (0,root_settings/* textSetting */.QE)(await providerSetting(access, 'stage')) || defaultStage;
}
/** The given region, else that of the resolver, else `provider.region`, else that of the environment, else us-east-1. */
async function regionOf(access, { given, environment, ofResolver }) {
    const configured = given || (await ofResolver?.()) || (0,root_settings/* textSetting */.QE)(await providerSetting(access, 'region'));
    return configured || environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || defaultRegion;
}
/** The name of the service: `service`, or `service.name`. */
async function serviceName({ root, walk, value }) {
    const path = [['service', 'name'], ['service']];
    for (const candidate of path) {
        const node = await walk(root, candidate);
        if (node === undefined || node.value === null || node.value === '')
            continue;
        const name = (0,root_settings/* textSetting */.QE)({ name: candidate.join('.'), node, value: await value(node) });
        if (name !== undefined)
            return name;
    }
    throw (0,root_settings/* invalidSetting */.gT)({ name: 'service', node: root }, 'is missing: the configuration does not name the service', {
        code: 'service-name-missing',
        hint: 'Add a line such as `service: my-service`.',
    });
}
/** @throws UserError where there is no provider, or one other than AWS. */
async function checkProvider(resolver) {
    const { root, walk } = resolver;
    const provider = await walk(root, ['provider']);
    if (provider === undefined || provider.value === null) {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'provider', node: provider ?? root }, 'is missing', {
            code: 'provider-missing',
            hint: 'Add a line such as `provider: aws`.',
        });
    }
    const isText = typeof provider.value === 'string';
    if (!isText && (typeof provider.value !== 'object' || Array.isArray(provider.value))) {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'provider', node: provider }, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(provider.value)}`);
    }
    const name = isText
        ? { name: 'provider', node: provider, value: provider.value }
        : await providerSetting(resolver, 'name');
    if (name !== undefined && name.value !== 'aws') {
        throw (0,root_settings/* invalidSetting */.gT)(name, `is ${(0,root_settings/* textSetting */.QE)(name)}: only functions of aws can be run`, {
            code: 'provider-unsupported',
        });
    }
}
/** @throws UserError where there are `params` beside `stages`, and the dialect has them nowhere but there. */
async function checkStages({ root }, { paramsBesideStages }) {
    const params = (0,config_node/* childNode */.JY)(root, 'params');
    const stages = (0,config_node/* childNode */.JY)(root, 'stages');
    if (paramsBesideStages || (params?.value ?? null) === null || (stages?.value ?? null) === null)
        return;
    throw (0,root_settings/* invalidSetting */.gT)({ name: 'params', node: params ?? root }, 'stands beside `stages`, which version 4 refuses', {
        code: 'params-beside-stages',
        hint: 'Write the parameters of each stage as stages.<stage>.params, and those of all as stages.default.params.',
    });
}
//# sourceMappingURL=provider.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/aws-settings.js
var aws_settings = __nccwpck_require__(545);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/resolver-settings.js
var resolver_settings = __nccwpck_require__(1602);
;// CONCATENATED MODULE: ./lib/src/service/serverless/stack/deployment.js






/**
 * The resolver that version 4 of the framework deploys a service with: the one that `provider.resolver` names, else the
 * only one of the type `aws` that the stage has; `undefined` where there is none.
 * @throws UserError where the named one is not there.
 */
async function deploymentResolver(access, stage) {
    const { root, walk } = access;
    const named = await providerSetting(access, 'resolver');
    const name = (0,root_settings/* textSetting */.QE)(named);
    if (named !== undefined && name !== undefined) {
        const node = await (0,resolver_settings/* resolverNode */.B)(name, stage, root, access);
        if (node !== undefined)
            return node;
        throw (0,root_settings/* invalidSetting */.gT)(named, `is \`${name}\`, and the stage ${stage} has no resolver of that name`, {
            code: 'resolver-missing',
            hint: `Add it as stages.${stage}.resolvers.${name}, or as stages.default.resolvers.${name}.`,
        });
    }
    const found = new Map();
    for (const group of (0,resolver_settings/* resolverGroups */.R)(stage)) {
        const resolvers = await walk(root, group);
        for (const { path } of resolvers === undefined ? [] : (0,config_node/* childNodes */.EK)(resolvers)) {
            const key = path.at(-1) ?? '';
            const node = found.has(key) ? undefined : await walk(root, [...group, key]);
            if (node !== undefined && node.value !== null)
                found.set(key, node);
        }
    }
    const ofAws = [];
    for (const node of found.values())
        if ((await textBelow(node, 'type', access)) === 'aws')
            ofAws.push(node);
    return ofAws.length === 1 ? ofAws[0] : undefined;
}
/** The region of the resolver that the service is deployed with. */
async function deploymentRegion(access, givenStage) {
    const resolver = await deploymentResolver(access, await stageOf(access, givenStage));
    return resolver && textBelow(resolver, 'region', access);
}
/**
 * As whom the service is deployed: `provider.profile`, and in version 4 before it the resolver. What can't be resolved is
 * reported, and the run goes on: the credentials may well come from elsewhere.
 */
async function readOwnIdentity(access, inputs) {
    const { dialect, stage, explained, report } = inputs;
    const isFirst = dialect.ownIdentity === 'first';
    const candidates = [];
    const attempt = async (setting, read) => {
        try {
            const identity = await explained(read());
            if (identity !== undefined)
                candidates.push({ setting, identity });
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            const { message, ...details } = error.diagnostic;
            report({ ...details, severity: 'notice', message: `${setting} is not used. ${message}` });
        }
    };
    const resolver = isFirst ? await explained(deploymentResolver(access, stage)) : undefined;
    if (resolver !== undefined)
        await attempt(resolver.path.join('.'), () => resolverIdentity(resolver, access));
    await attempt('provider.profile', async () => {
        const profile = (0,root_settings/* textSetting */.QE)(await providerSetting(access, 'profile'));
        return profile ? { profile } : undefined;
    });
    return { candidates, isFirst };
}
async function resolverIdentity(resolver, access) {
    const names = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'profile'];
    const settings = await Promise.all(names.map(async (name) => [name, await textBelow(resolver, name, access)]));
    return (0,aws_settings/* awsSettings */.T)(Object.fromEntries(settings)).identity;
}
async function textBelow(parent, key, { value }) {
    const node = (0,config_node/* childNode */.JY)(parent, key);
    const resolved = node && (await value(node));
    if (node === undefined || resolved === null || resolved === '')
        return undefined;
    return (0,root_settings/* textSetting */.QE)({ name: node.path.join('.'), node, value: resolved });
}
//# sourceMappingURL=deployment.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/root/dialect.js
/** The grammar of what a script gives: data in it is escaped before it is read, whatever the dialect. */
function inScripts(grammar) {
    return { ...grammar, escapes: true };
}
const version3 = {
    grammar: { escapes: true, dropsDollars: true, literalsAnywhere: false, anyNames: false },
    nullInText: 'error',
    dates: 'text',
    dotenv: 'asked',
    paramsBesideStages: true,
    ownIdentity: 'last',
};
const version4 = {
    grammar: { escapes: false, dropsDollars: false, literalsAnywhere: true, anyNames: true },
    nullInText: 'word',
    dates: 'instant',
    dotenv: 'always',
    paramsBesideStages: false,
    ownIdentity: 'first',
};
/**
 * The dialect of a configuration: version 4's where its `frameworkVersion` is a range that admits no version before 4;
 * else version 3's, which versions 1 and 2 and osls share in all that matters here.
 */
function dialectOf(frameworkVersion) {
    if (typeof frameworkVersion !== 'string' && typeof frameworkVersion !== 'number')
        return version3;
    const alternatives = String(frameworkVersion).split('||');
    return alternatives.every((range) => lowestMajor(range) >= 4) ? version4 : version3;
}
const comparator = /([\^~<>=]*)\s*v?(\d+)((?:\.[\dx*]+)*)/gi;
/** The lowest major version that a range of npm's grammar admits; 0 where it has no lower bound. */
function lowestMajor(range) {
    const [start = ''] = range.split(/\s-\s/, 1);
    const bounds = [...start.matchAll(comparator)]
        .filter(([, operator = '']) => !operator.startsWith('<'))
        .map(([, operator, major, rest]) => Number(major) + (operator === '>' && rest === '' ? 1 : 0));
    return Math.max(0, ...bounds);
}
//# sourceMappingURL=dialect.js.map
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __nccwpck_require__(4575);
// EXTERNAL MODULE: ./lib/src/service/serverless/document/text-position.js
var text_position = __nccwpck_require__(7354);
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/syntax-error.js



/** The error for a file that does not parse, with the line that is wrong. */
function syntaxError({ text, path, language, reason, offset }) {
    const start = `${(0,display_path/* displayPath */.G)(path)} is not valid ${language}: ${reason}`;
    if (offset === undefined)
        return new user_error/* UserError */.y({ code: 'config-syntax', message: `${start}.`, location: { file: path } });
    const position = (0,text_position/* positionAt */.t)(text, Math.min(offset, text.length));
    const where = `line ${position.line}, column ${position.column}`;
    return new user_error/* UserError */.y({
        code: 'config-syntax',
        message: `${start} (${where}).\n${(0,text_position/* excerptAt */.L)(text, position)}`,
        location: { file: path, ...position },
    });
}
//# sourceMappingURL=syntax-error.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/value-size.js


const maxDepth = 500;
/** More values than that are a mistake, or meant to exhaust us. */
const maxValues = 1_000_000;
/**
 * Refuses a value that its aliases make endless or gigantic, before anything walks it.
 * @throws UserError where it nests deeper than 500, or holds more than a million values, aliases written out.
 */
function checkSize(value, path) {
    const known = new Map();
    const refuse = (what) => {
        throw new user_error/* UserError */.y({
            code: 'config-too-large',
            message: `${(0,display_path/* displayPath */.G)(path)} ${what}.`,
            hint: 'Look for an anchor that holds an alias of itself, or aliases of aliases.',
            location: { file: path },
        });
    };
    const measure = (current, level) => {
        if (typeof current !== 'object' || current === null)
            return { values: 1, depth: 0 };
        const seen = known.get(current);
        if (level + (seen?.depth ?? 0) > maxDepth)
            refuse(`nests more than ${maxDepth} levels deep`);
        if (seen !== undefined)
            return seen;
        let values = 1;
        let depth = 0;
        for (const child of Object.values(current)) {
            const size = measure(child, level + 1);
            values += size.values;
            depth = Math.max(depth, size.depth + 1);
        }
        if (values > maxValues)
            refuse(`holds more than ${maxValues.toLocaleString('en')} values, its aliases written out`);
        const size = { values, depth };
        known.set(current, size);
        return size;
    };
    measure(value, 0);
}
/** Counts the values in a value, as often as they stand in it. What was counted before is known. */
function createValueCounter() {
    const known = new WeakMap();
    return function count(value) {
        if (typeof value !== 'object' || value === null)
            return 1;
        let values = known.get(value);
        if (values === undefined) {
            values = 1;
            for (const member of Object.values(value))
                values += count(member);
            known.set(value, values);
        }
        return values;
    };
}
//# sourceMappingURL=value-size.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/read-json.js


/**
 * Reads a JSON document.
 * @throws UserError with file, line and column where it does not parse, or nests too deep.
 */
function readJson(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        const { offset, reason } = findJsonError(text);
        throw syntaxError({ text, path, language: 'JSON', reason, offset });
    }
    checkSize(value, path);
    return value;
}
const token = /("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)|([{}[\],:])/uy;
const space = /[ \t\r\n]*/y;
/**
 * Finds the first place where a text stops being JSON. The messages of `JSON.parse` differ between versions of Node, and
 * most do not say where.
 */
function findJsonError(text) {
    if (text.trim() === '')
        return { offset: 0, reason: 'it is empty' };
    const open = [];
    let expected = 'a value';
    const afterValue = () => {
        const container = open.at(-1);
        if (container === undefined)
            return 'the end';
        return container === '{' ? ', or }' : ', or ]';
    };
    let offset = 0;
    while (true) {
        space.lastIndex = offset;
        offset += space.exec(text)?.[0].length ?? 0;
        if (offset >= text.length)
            return { offset, reason: `it ends where ${expected} should stand` };
        token.lastIndex = offset;
        const [whole = '', string, scalar, mark] = token.exec(text) ?? [];
        const wantsValue = expected === 'a value' || expected === 'a value or ]';
        const wantsKey = expected === 'a key' || expected === 'a key or }';
        if (whole === '')
            return { offset, reason: `${expected} should stand here` };
        if (string !== undefined && wantsKey)
            expected = ':';
        else if ((string !== undefined || scalar !== undefined) && wantsValue)
            expected = afterValue();
        else if ((mark === '{' || mark === '[') && wantsValue) {
            open.push(mark);
            expected = mark === '{' ? 'a key or }' : 'a value or ]';
        }
        else if (mark === ':' && expected === ':')
            expected = 'a value';
        else if (mark === ',' && expected === ', or }')
            expected = 'a key';
        else if (mark === ',' && expected === ', or ]')
            expected = 'a value';
        else if (mark !== undefined && mark === expected.at(-1) && (mark === '}' || mark === ']')) {
            open.pop();
            expected = afterValue();
        }
        else
            return { offset, reason: `${expected} should stand here` };
        offset += whole.length;
    }
}
//# sourceMappingURL=read-json.js.map
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/read-text.js




/**
 * Reads a text file of the project, without its byte order mark; `undefined` where there is none.
 * @throws UserError where it can't be read, or is not UTF-8.
 */
async function readText(path) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new user_error/* UserError */.y({
            code: 'config-unreadable',
            message: `${(0,display_path/* displayPath */.G)(path)} can't be read: ${reason(code)}.`,
            location: { file: path },
            cause: error,
        });
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        throw new user_error/* UserError */.y({
            code: 'config-not-utf8',
            message: `${(0,display_path/* displayPath */.G)(path)} is not UTF-8 text${isUtf16(bytes) ? ': it is UTF-16' : ''}.`,
            hint: 'Save it as UTF-8.',
            location: { file: path },
        });
    }
    const text = bytes.toString('utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
function reason(code) {
    if (code === 'EISDIR')
        return 'it is a folder';
    if (code === 'EACCES' || code === 'EPERM')
        return 'permission is denied';
    return code ?? 'the system gives no reason';
}
function isUtf16(bytes) {
    const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
    return mark === 0xfeff || mark === 0xfffe;
}
//# sourceMappingURL=read-text.js.map
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __nccwpck_require__(3243);
// EXTERNAL MODULE: ./lib/src/service/serverless/document/cloudformation-tags.js
var cloudformation_tags = __nccwpck_require__(1117);
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/yaml-scalars.js

const digits = [...'0123456789'];
/**
 * Numbers as version 4 of the parser reads them, which the framework has: with a sign before every base, and `0b11` too.
 */
const integerTag = (0,js_yaml.defineScalarTag)('tag:yaml.org,2002:int', {
    implicit: true,
    implicitFirstChars: ['-', '+', ...digits],
    resolve: (source) => {
        if (!/^[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)$/.test(source))
            return js_yaml.NOT_RESOLVED;
        const value = Number(source.replace(/^[-+]/, ''));
        if (!Number.isFinite(value))
            return js_yaml.NOT_RESOLVED;
        return source.startsWith('-') ? -value : value;
    },
    identify: () => false,
});
/** As that version reads them, `-.5` is text; and infinity, which JSON does not have, is nothing, as it is in the framework. */
const floatTag = (0,js_yaml.defineScalarTag)('tag:yaml.org,2002:float', {
    implicit: true,
    implicitFirstChars: ['-', '+', '.', ...digits],
    resolve: (source) => {
        if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source))
            return null;
        if (!/^(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(source))
            return js_yaml.NOT_RESOLVED;
        const value = Number(source);
        return Number.isFinite(value) ? value : js_yaml.NOT_RESOLVED;
    },
    identify: () => false,
});
/** The numbers of the framework's dialect of YAML. */
const numberTags = [integerTag, floatTag];
/** A date that is not quoted, as the text of its instant: `2024-05-06` is `2024-05-06T00:00:00.000Z`. */
const instantTag = (0,js_yaml.defineScalarTag)('tag:yaml.org,2002:timestamp', {
    implicit: true,
    implicitFirstChars: digits,
    resolve: (source, isExplicit, tag) => {
        const value = js_yaml.timestampTag.resolve(source, isExplicit, tag);
        return value instanceof Date ? value.toISOString() : js_yaml.NOT_RESOLVED;
    },
    identify: () => false,
});
//# sourceMappingURL=yaml-scalars.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/read-yaml.js





/**
 * The framework's dialect: YAML 1.2's core types (`017` is 17, `yes` and `12:30` are strings), merge keys, and the short
 * tags of CloudFormation.
 */
const schema = js_yaml.CORE_SCHEMA.withTags(js_yaml.mergeTag, cloudformation_tags/* cloudFormationTags */.E, numberTags);
const schemas = {
    text: schema,
    instant: schema.withTags(instantTag),
};
/** Merge keys cost a step each; the parser's own limit of 10,000 is below what a large service may hold. */
const maxTotalMergeKeys = 1_000_000;
/**
 * Reads a YAML document.
 * @throws UserError with file, line and column where it does not parse, is empty, or grows out of bounds.
 */
function readYaml(text, path, dates = 'text') {
    let value;
    try {
        value = (0,js_yaml.load)(text, { schema: schemas[dates], maxTotalMergeKeys });
    }
    catch (error) {
        if (!(error instanceof js_yaml.YAMLException))
            throw error;
        throw syntaxError({ text, path, language: 'YAML', ...explain(text, error) });
    }
    if (text.includes('&'))
        checkSize(value, path);
    return value;
}
function explain(text, error) {
    const content = text.search(/^[ \t]*(?!#|---\s*$)\S/m);
    if (content === -1)
        return { reason: 'it is empty', offset: undefined };
    if (error.mark === undefined && error.reason.includes('single document')) {
        const separator = /^---(?=\s|$)/gm;
        separator.lastIndex = content;
        return { reason: 'it holds several documents, where one is expected', offset: separator.exec(text)?.index };
    }
    return { reason: error.reason, offset: error.mark?.position };
}
//# sourceMappingURL=read-yaml.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/read-document.js




/**
 * Reads a file of the project as configuration, by its extension: YAML, JSON, or else text. Scripts are not read: they
 * are run.
 * @param dates what a date in YAML is
 * @returns `undefined` where there is no such file.
 * @throws UserError where it does not parse.
 */
async function readDocument(path, dates) {
    const text = await readText(path);
    if (text === undefined)
        return undefined;
    const extension = (0,external_node_path_.extname)(path).toLowerCase();
    if (extension === '.yml' || extension === '.yaml') {
        return { file: { path, format: 'yaml', text }, value: readYaml(text, path, dates) };
    }
    if (extension === '.json' || extension === '.tfstate') {
        return { file: { path, format: 'json', text }, value: readJson(text, path) };
    }
    return { file: { path, format: 'text', text }, value: text };
}
/** A reader that reads each file once. */
function createDocumentReader(dates) {
    const documents = new Map();
    return (path) => {
        const document = documents.get(path) ?? readDocument(path, dates);
        documents.set(path, document);
        return document;
    };
}
//# sourceMappingURL=read-document.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/scripts/script-file.js

const javaScript = ['.js', '.mjs', '.cjs'];
const typeScript = ['.ts', '.mts', '.cts'];
/** Whether a file is a program: it has to be run to know what it says. */
function isScript(path) {
    return javaScript.includes((0,external_node_path_.extname)(path).toLowerCase()) || isTypeScript(path);
}
function isTypeScript(path) {
    return typeScript.includes((0,external_node_path_.extname)(path).toLowerCase());
}
//# sourceMappingURL=script-file.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/root/discover.js






/** The extensions of the configuration, in the framework's order. */
const extensions = ['.yml', '.yaml', '.json', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];
/**
 * Finds and reads the configuration: the given file, or the first of `serverless.yml`, `.yaml`, `.json`, … in the folder.
 * @throws UserError where there is none, or it can't be read.
 */
async function readConfiguration(folder, config, scripts) {
    if (config !== undefined && config !== '')
        return readGiven((0,external_node_path_.resolve)(folder, config), scripts);
    for (const extension of extensions) {
        const document = await readCandidate((0,external_node_path_.join)(folder, `serverless${extension}`), scripts);
        if (document !== undefined)
            return document;
    }
    throw await nothingFound(folder);
}
async function readGiven(path, scripts) {
    const extension = (0,external_node_path_.extname)(path).toLowerCase();
    if (!extensions.includes(extension)) {
        throw new user_error/* UserError */.y({
            code: 'config-format',
            message: `The configuration ${(0,display_path/* displayPath */.G)(path)} has the extension \`${extension}\`, which is none of ${extensions.join(', ')}.`,
        });
    }
    const document = await readCandidate(path, scripts);
    if (document !== undefined)
        return document;
    throw new user_error/* UserError */.y({
        code: 'config-missing',
        message: `The configuration ${(0,display_path/* displayPath */.G)(path)} does not exist.`,
        hint: 'The path is relative to the working directory.',
    });
}
async function readCandidate(path, scripts) {
    if (isScript(path))
        return scripts.readConfiguration(path);
    const document = await readDocument(path);
    return document?.file && { file: document.file, value: document.value };
}
async function nothingFound(folder) {
    const shown = (0,display_path/* displayPath */.G)(folder);
    const exists = (0,external_node_fs_.existsSync)(folder);
    if (!exists || !(0,external_node_fs_.statSync)(folder).isDirectory()) {
        return new user_error/* UserError */.y({
            code: 'working-directory',
            message: `The working directory ${shown} ${exists ? 'is not a folder' : 'does not exist'}.`,
        });
    }
    return new user_error/* UserError */.y({
        code: 'config-missing',
        message: `There is no Serverless configuration in ${shown === '.' ? folder : shown}: looked for serverless${extensions.join(', serverless')}.`,
        hint: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'serverless.toml'))
            ? 'There is a serverless.toml, which is not understood: write it as YAML.'
            : 'Run in the folder of the service, or name it as the working directory; a file with another name is given as `config`.',
    });
}
//# sourceMappingURL=discover.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/document/locate.js + 1 modules
var locate = __nccwpck_require__(5398);
;// CONCATENATED MODULE: ./lib/src/service/serverless/root/plugins.js

/** The plugins that a service lists, by name: `plugins`, or `plugins.modules`. None of them is ever loaded. */
async function readPluginNames({ root, walk, value }) {
    const node = await walk(root, ['plugins']);
    const plugins = node && (await value(node));
    const names = (0,config_node/* isMapping */.pi)(plugins) ? plugins['modules'] : plugins;
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
//# sourceMappingURL=plugins.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/dotenv/env-file.js


/**
 * Reads a `.env` file by the framework's own parser; `undefined` where there is none. The parser loads with the first file.
 * @throws UserError where the file can't be read, or is not UTF-8.
 */
async function readEnvFile(path) {
    const text = (0,external_node_fs_.existsSync)(path) ? await readText(path) : undefined;
    if (text === undefined)
        return undefined;
    const { parse } = await __nccwpck_require__.e(/* import() */ 889).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8889, 19));
    return parse(text);
}
/** Whether an environment has a variable. Windows does not tell `Path` from `PATH`. */
function hasVariable(environment, name) {
    if (process.platform !== 'win32')
        return Object.hasOwn(environment, name);
    return Object.keys(environment).some((candidate) => candidate.toUpperCase() === name.toUpperCase());
}
/** The variables of a file that an environment does not have itself. */
function withoutThoseOf(environment, variables) {
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !hasVariable(environment, name)));
}
//# sourceMappingURL=env-file.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/dotenv/expand-variables.js


/** More variables than that, each made of the next one, are a mistake. */
const expand_variables_maxDepth = 1_000;
/** A longer value is the work of variables that multiply each other. */
const maxLength = 1024 * 1024;
/** The names that a value refers to: `$NAME`, `${NAME}`, and what the expander takes with operators behind the name. */
const reference = /\$\{([\w.]+)|\$([A-Za-z_]\w*)/g;
/**
 * Expands `$NAME` and `${NAME}` in the values of a file by the framework's own expander. A name stands for the
 * environment's variable, else for the file's, wherever in the file that is; one that refers to itself is empty there.
 *
 * The expander is given one value at a time, with what its names stand for: with a whole file it never ends where
 * variables refer to each other in a circle, and it expands what the environment's values hold.
 * @throws UserError where values grow out of bounds.
 */
async function expandVariables(variables, environment) {
    if (!Object.values(variables).some((value) => value.includes('$')))
        return { ...variables };
    const { expand } = await __nccwpck_require__.e(/* import() */ 596).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7596, 19));
    const expanded = new Map();
    const expandOne = (name, depth) => {
        const known = expanded.get(name);
        if (known !== undefined)
            return known;
        if (depth > expand_variables_maxDepth)
            throw outOfBounds(name);
        expanded.set(name, '');
        const raw = variables[name] ?? '';
        // The expander would find what every object has, such as `constructor`.
        const processEnv = Object.create(null);
        for (const [, braced, bare] of raw.matchAll(reference)) {
            const other = braced ?? bare ?? '';
            const value = hasVariable(environment, other)
                ? environment[other]
                : Object.hasOwn(variables, other) && expandOne(other, depth + 1);
            if (value && other !== name)
                processEnv[other] = asReplacement(value);
            else if (other in Object.prototype)
                processEnv[other] = '';
        }
        const { parsed } = expand({ parsed: { [name]: raw }, processEnv });
        const value = parsed?.[name] ?? '';
        if (value.length > maxLength)
            throw outOfBounds(name);
        expanded.set(name, value);
        return value;
    };
    return Object.fromEntries(Object.keys(variables).map((name) => [name, expandOne(name, 0)]));
}
/** The expander unescapes `\$` at the end; and what it inserts is a replacement for `replace`, where `$$` is one `$`. */
function asReplacement(value) {
    return value.replaceAll('$', '\\$$$$');
}
function outOfBounds(name) {
    return new user_error/* UserError */.y({
        code: 'dotenv-too-large',
        message: `The variable ${name} of a .env file grows out of bounds as the variables in it are expanded.`,
        hint: 'Look for variables that are made of each other, or escape the dollar signs in it: \\$.',
    });
}
//# sourceMappingURL=expand-variables.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/dotenv/dotenv-plugin.js








/**
 * What serverless-dotenv-plugin adds to `provider.environment`, where the service lists it: the variables of its files,
 * with the values that the environment has for them.
 * @throws UserError where its settings are wrong, or what they require is missing.
 */
async function dotenvPluginVariables(inputs) {
    const { resolver, folder, environment } = inputs;
    if (!(await readPluginNames(resolver)).includes('serverless-dotenv-plugin'))
        return {};
    const settings = await readSettings(resolver);
    const { values, node } = settings;
    const paths = filesOf(settings, inputs);
    const required = (0,config_node/* isMapping */.pi)(values['required']) ? values['required'] : {};
    if (required['file'] === true && !paths.some((path) => (0,external_node_fs_.existsSync)(path))) {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'custom.dotenv.required.file', node }, 'asks for a .env file, and there is none', {
            code: 'dotenv-required',
            hint: 'Write it in a step before this one, or leave `required.file` out.',
        });
    }
    if (values['dotenvParser'] !== undefined)
        reportParser(node, inputs.report);
    const variables = {};
    let known = environment;
    for (const path of paths) {
        const file = (await readEnvFile((0,external_node_path_.resolve)(folder, path))) ?? {};
        const added = withoutThoseOf(known, file);
        known = { ...known, ...(values['variableExpansion'] === false ? added : await expandVariables(added, known)) };
        for (const [name, value] of Object.entries(file))
            variables[name] ??= known[name] ?? value;
    }
    const missing = namesIn(settings, 'required.env', required['env']).filter((name) => !(variables[name] || known[name]));
    if (missing.length > 0) {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'custom.dotenv.required.env', node }, `asks for ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not set`, { code: 'dotenv-required', hint: 'Set it in the environment of this step, or in a .env file.' });
    }
    return chosen(variables, settings);
}
async function readSettings({ root, walk, value }) {
    const node = await walk(root, ['custom', 'dotenv']);
    const values = node && (await value(node));
    if (node === undefined || values === null || values === undefined)
        return { node: node ?? root, values: {} };
    if ((0,config_node/* isMapping */.pi)(values))
        return { node, values };
    throw (0,root_settings/* invalidSetting */.gT)({ name: 'custom.dotenv', node }, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(values)}`);
}
/** The files to read, the ones that win first. */
function filesOf(settings, { folder, environment, options }) {
    const { path, basePath = '' } = settings.values;
    if (path !== undefined && path !== null) {
        return namesIn(settings, 'path', typeof path === 'string' ? [path] : path).map((name) => (0,external_node_path_.resolve)(folder, name));
    }
    if (typeof basePath !== 'string') {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'custom.dotenv.basePath', node: settings.node }, `must be a string, and is ${(0,config_node/* kindOf */.I)(basePath)}`);
    }
    const name = environment['NODE_ENV'] || options['env'] || options['stage'] || 'development';
    const names = [`.env.${name}.local`, `.env.${name}`, ...(name === 'test' ? [] : ['.env.local']), '.env'];
    return names.map((file) => (0,external_node_path_.resolve)(folder, basePath + file));
}
/** `include` names what is taken, and where it does not, `exclude` what is not. */
function chosen(variables, settings) {
    const { include = '*', exclude } = settings.values;
    const included = include === '*' ? undefined : namesIn(settings, 'include', include);
    const excluded = namesIn(settings, 'exclude', exclude);
    return Object.fromEntries(Object.entries(variables).filter(([name]) => included?.includes(name) ?? !excluded.includes(name)));
}
function namesIn({ node }, key, value) {
    if (value === undefined || value === null)
        return [];
    if (Array.isArray(value) && value.every((name) => typeof name === 'string'))
        return value;
    throw (0,root_settings/* invalidSetting */.gT)({ name: `custom.dotenv.${key}`, node }, `must be a list of strings, and is ${(0,config_node/* kindOf */.I)(value)}`);
}
function reportParser(node, report) {
    const location = (0,locate/* locateNode */.x)(node);
    report({
        severity: 'warning',
        code: 'dotenv-parser',
        message: 'custom.dotenv.dotenvParser is not run: the .env files are read as dotenv reads them.',
        ...(location === undefined ? {} : { location }),
    });
}
//# sourceMappingURL=dotenv-plugin.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/dotenv/load-dotenv.js






/**
 * Reads the service's `.env` files, as its `useDotenv` and its dialect say.
 * @returns the variables that the environment does not have itself.
 * @throws UserError where `useDotenv` is neither a boolean nor a path, or a file can't be read.
 */
async function loadDotenv(inputs) {
    const { resolver, dialect, folder, stage, environment } = inputs;
    const setting = await readUseDotenv(resolver);
    const isUsed = dialect.dotenv === 'always' ? setting !== false : setting !== undefined && setting !== false;
    if (!isUsed)
        return {};
    let loaded = {};
    const add = async (path) => {
        const variables = await readEnvFile(path);
        if (variables === undefined)
            return false;
        const taken = { ...environment, ...loaded };
        const added = withoutThoseOf(taken, variables);
        loaded = { ...(dialect.dotenv === 'asked' ? await expandVariables(added, taken) : added), ...loaded };
        return true;
    };
    for (const path of pairIn(folder, stage)) {
        const isThere = await add(path);
        if (isThere && dialect.dotenv === 'asked')
            break;
    }
    for (const given of Array.isArray(setting) ? setting : []) {
        const path = (0,external_node_path_.resolve)(folder, given);
        const isFolder = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
        for (const file of isFolder ? pairIn(path, stage) : [path])
            await add(file);
    }
    return loaded;
}
/** The files of a folder, the stage's own first. */
function pairIn(folder, stage) {
    return [(0,external_node_path_.join)(folder, `.env.${stage}`), (0,external_node_path_.join)(folder, '.env')];
}
/** `useDotenv`: whether files are read, or the paths of further ones; `undefined` where it is not set. */
async function readUseDotenv(resolver) {
    const node = await resolver.walk(resolver.root, ['useDotenv']);
    const value = node && (await resolver.value(node));
    if (node === undefined || value === null || value === '')
        return undefined;
    if (typeof value === 'boolean')
        return value;
    if (value === 'true' || value === 'false')
        return value === 'true';
    const paths = Array.isArray(value) ? value : [value];
    if (paths.every((path) => typeof path === 'string'))
        return paths;
    throw (0,root_settings/* invalidSetting */.gT)({ name: 'useDotenv', node }, `must be true or false, a path or a list of paths, and is ${(0,config_node/* kindOf */.I)(value)}`);
}
//# sourceMappingURL=load-dotenv.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/function-name.js


/** The name that the function has in AWS: its `name`, else `service-stage-key`. */
async function functionName({ resolver, stage }, body) {
    return (0,root_settings/* textSetting */.QE)(await body.setting('name')) ?? `${await serviceName(resolver)}-${stage}-${body.key}`;
}
/** The name of the stack that a deploy makes: `provider.stackName`, else `service-stage`. */
async function stackName(resolver, stage) {
    return (0,root_settings/* textSetting */.QE)(await providerSetting(resolver, 'stackName')) ?? `${await serviceName(resolver)}-${stage}`;
}
//# sourceMappingURL=function-name.js.map
// EXTERNAL MODULE: ./lib/src/diagnostics/nearest-name.js
var nearest_name = __nccwpck_require__(7847);
;// CONCATENATED MODULE: ./lib/src/service/serverless/root/merge-deep.js

/** Merges one value into another as the framework merges its lists of functions: mappings and lists member by member. */
function mergeDeep(base, extension) {
    if (Array.isArray(base) && Array.isArray(extension)) {
        const length = Math.max(base.length, extension.length);
        return Array.from({ length }, (_, index) => index < extension.length
            ? index < base.length
                ? mergeDeep(base[index], extension[index])
                : extension[index]
            : base[index]);
    }
    if (!(0,config_node/* isMapping */.pi)(base) || !(0,config_node/* isMapping */.pi)(extension))
        return extension;
    const members = new Map(Object.entries(base));
    for (const [key, value] of Object.entries(extension)) {
        members.set(key, members.has(key) ? mergeDeep(members.get(key), value) : value);
    }
    return Object.fromEntries(members);
}
//# sourceMappingURL=merge-deep.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/functions.js






/**
 * The functions in the order of the file: of one mapping, or of a list of mappings that are merged from first to last.
 * @throws UserError where `functions` is neither.
 */
async function readFunctionEntries({ root, settle, walk }) {
    const functions = await walk(root, ['functions']);
    const declaration = (0,config_node/* childNode */.JY)(root, 'functions') ?? root;
    if (functions === undefined || functions.value === null) {
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'functions', node: declaration }, 'is missing: the service declares no function', {
            code: 'functions-missing',
        });
    }
    const isList = Array.isArray(functions.value);
    const declared = isList ? (0,config_node/* childNodes */.EK)(functions) : [declaration];
    const groups = await Promise.all(declared.map(async (node) => ({ node, group: await settle(node) })));
    const entries = new Map();
    for (const { node, group } of groups) {
        if (isList && group.value === null)
            continue;
        if (!(0,config_node/* isMapping */.pi)(group.value)) {
            const name = isList ? node.path.join('.') : 'functions';
            const expected = isList ? 'must be a mapping of functions' : 'must be a mapping, or a list of mappings';
            throw (0,root_settings/* invalidSetting */.gT)({ name, node }, `${expected}, and is ${(0,config_node/* kindOf */.I)(group.value)}`, { code: 'functions-invalid' });
        }
        for (const body of (0,config_node/* childNodes */.EK)(group)) {
            if (body.value === null)
                continue;
            const key = body.path.at(-1) ?? '';
            const [first, ...more] = entries.get(key)?.bodies ?? [];
            entries.set(key, { key, bodies: first === undefined ? [body] : [first, ...more, body] });
        }
    }
    return entries;
}
/** @throws UserError where the body is not a mapping. */
async function readFunctionBody(resolver, { key, bodies }) {
    const settled = await Promise.all(bodies.map(async (node) => ({ node, body: await resolver.settle(node) })));
    const present = settled.map(({ body }) => body).filter((body) => body.value !== null);
    for (const { node, body } of settled) {
        if (body.value !== null && !(0,config_node/* isMapping */.pi)(body.value)) {
            throw (0,root_settings/* invalidSetting */.gT)({ name: `functions.${key}`, node }, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(body.value)}`, {
                code: 'functions-invalid',
                hint: 'A function is written as `handler: file.export`, one level below its name.',
            });
        }
    }
    if (present.length === 0)
        return undefined;
    const nodes = async (setting) => {
        const found = present.map((body) => (0,config_node/* childNode */.JY)(body, setting)).filter((node) => node !== undefined);
        const ends = await Promise.all(found.map(async (node) => ({ node, end: await resolver.settle(node) })));
        return ends.filter(({ end }) => end.value !== null && end.value !== '').map(({ node }) => node);
    };
    return {
        key,
        node: bodies[0],
        nodes,
        setting: async (setting) => {
            const found = await nodes(setting);
            const node = found.at(-1);
            if (node === undefined)
                return undefined;
            const values = await Promise.all(found.map((each) => resolver.value(each)));
            return { name: `functions.${key}.${setting}`, node, value: values.reduce(mergeDeep) };
        },
    };
}
/** The error for a name that no function has. */
function unknownFunction(name, keys, functions) {
    if (keys.length === 0) {
        return new user_error/* UserError */.y({
            code: 'function-unknown',
            message: `There is no function ${name}: the service declares none.`,
            location: (0,locate/* locateNode */.x)(functions),
        });
    }
    const nearest = (0,nearest_name/* nearestName */.q)(name, keys);
    return new user_error/* UserError */.y({
        code: 'function-unknown',
        message: `There is no function ${name} in the service. Its functions are ${keys.join(', ')}.`,
        hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
        location: (0,locate/* locateNode */.x)(functions),
    });
}
//# sourceMappingURL=functions.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/build-settings.js




/** The plugins that compile functions, in the order in which they are looked for. */
const plugins = [
    'serverless-esbuild',
    'serverless-plugin-typescript',
    'serverless-bundle',
    'serverless-webpack',
];
/**
 * How the service has a function's code compiled: by version 4's `build`, or by a plugin that it lists. The plugin itself is
 * never loaded.
 * @param root the service's root, absolute
 * @returns `undefined` where nothing is configured
 * @throws UserError where what is configured has the wrong shape
 */
async function readBuildSettings(resolver, body, root) {
    const builtIn = await builtInSettings(resolver, body, root);
    if (builtIn !== undefined)
        return builtIn;
    const listed = await readPluginNames(resolver);
    const tool = plugins.find((name) => listed.includes(name));
    switch (tool) {
        case undefined:
            return undefined;
        case 'serverless-esbuild':
            return (await body.setting('skipEsbuild'))?.value === true ? undefined : esbuildPlugin(resolver, root);
        case 'serverless-plugin-typescript': {
            const location = (0,root_settings/* textSetting */.QE)(await serviceSetting(resolver, 'custom', 'serverlessPluginTypescript', 'tsConfigFileLocation'));
            return { tool, options: {}, ...(location === undefined ? {} : { tsconfig: (0,external_node_path_.resolve)(root, location) }) };
        }
        case 'serverless-bundle':
            return { tool, options: bundlePluginOptions(await serviceSetting(resolver, 'custom', 'bundle')) };
        case 'serverless-webpack':
            return { tool, options: {} };
    }
}
/** Version 4 builds what `build: esbuild` or `build.esbuild` asks for; `build` of a function is `esbuild`, or another tool. */
async function builtInSettings(resolver, body, root) {
    const own = (0,root_settings/* textSetting */.QE)(await body.setting('build'));
    if (own !== undefined && own !== 'esbuild')
        return undefined;
    const build = await serviceSetting(resolver, 'build');
    const isNamed = build?.value === 'esbuild' || own === 'esbuild';
    if (build === undefined || !(0,config_node/* isMapping */.pi)(build.value))
        return isNamed ? { tool: 'build.esbuild', options: {} } : undefined;
    const value = build.value['esbuild'];
    if (value === false)
        return undefined;
    if (value === undefined || value === null || value === true) {
        return isNamed || value === true ? { tool: 'build.esbuild', options: {} } : undefined;
    }
    const options = mapping({ ...build, name: 'build.esbuild', value });
    const { configFile } = options;
    return {
        tool: 'build.esbuild',
        options,
        ...(typeof configFile === 'string' ? { configFile: (0,external_node_path_.resolve)(root, configFile) } : {}),
    };
}
/** serverless-esbuild takes the options of its `config` file in the place of all others. */
async function esbuildPlugin(resolver, root) {
    const setting = await serviceSetting(resolver, 'custom', 'esbuild');
    if (setting === undefined)
        return { tool: 'serverless-esbuild', options: {} };
    const { plugins: pluginsFile, ...options } = mapping(setting);
    if (typeof options['config'] === 'string') {
        return { tool: 'serverless-esbuild', options: {}, configFile: (0,external_node_path_.resolve)(root, options['config']) };
    }
    return {
        tool: 'serverless-esbuild',
        options,
        ...(typeof pluginsFile === 'string' ? { pluginsFile: (0,external_node_path_.resolve)(root, pluginsFile) } : {}),
    };
}
/** What serverless-bundle is configured with, as esbuild has it. */
function bundlePluginOptions(setting) {
    if (setting === undefined)
        return {};
    const { aliases, externals, rawFileExtensions, tsConfig } = mapping(setting);
    const alias = Array.isArray(aliases) ? Object.assign({}, ...aliases.filter(config_node/* isMapping */.pi)) : {};
    const loader = texts(rawFileExtensions).map((extension) => [`.${extension.replace(/^\./, '')}`, 'text']);
    return {
        ...(Object.keys(alias).length === 0 ? {} : { alias }),
        ...(loader.length === 0 ? {} : { loader: Object.fromEntries(loader) }),
        ...(externals === undefined ? {} : { external: texts(externals) }),
        ...(typeof tsConfig === 'string' ? { tsconfig: tsConfig } : {}),
    };
}
async function serviceSetting(resolver, ...path) {
    const parent = path.length === 1 ? resolver.root : await resolver.walk(resolver.root, path.slice(0, -1));
    const node = parent && (0,config_node/* childNode */.JY)(parent, path.at(-1) ?? '');
    const value = node && (await resolver.value(node));
    return node === undefined || value === null ? undefined : { name: path.join('.'), node, value };
}
function mapping(setting) {
    if ((0,config_node/* isMapping */.pi)(setting.value))
        return { ...setting.value };
    throw (0,root_settings/* invalidSetting */.gT)(setting, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(setting.value)}`);
}
function texts(value) {
    if (typeof value === 'string')
        return [value];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
//# sourceMappingURL=build-settings.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/module-folder.js





/**
 * The folder of a function's code: the service's root, or the `module` of a function that serverless-python-requirements
 * packages, whose content is at the root of the zip that it makes where functions are packaged individually.
 * @returns absolute
 * @throws UserError where that folder is not there
 */
async function codeFolder({ resolver, root }, body) {
    const setting = await body.setting('module');
    const name = (0,root_settings/* textSetting */.QE)(setting);
    if (setting === undefined || name === undefined)
        return root;
    if (!(await readPluginNames(resolver)).includes('serverless-python-requirements'))
        return root;
    const individually = await resolver.walk(resolver.root, ['package', 'individually']);
    if (individually === undefined || (await resolver.value(individually)) !== true)
        return root;
    const folder = (0,external_node_path_.resolve)(root, name);
    if ((await (0,external_node_fs_promises_.stat)(folder).catch(() => undefined))?.isDirectory() === true)
        return folder;
    throw (0,root_settings/* invalidSetting */.gT)(setting, `is ${(0,display_path/* displayPath */.G)(folder)}, which is no folder`, {
        code: 'module-missing',
        hint: "It is the folder, from the service's root, that serverless-python-requirements packages for this function.",
    });
}
//# sourceMappingURL=module-folder.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/code.js





/**
 * The function's code: its `package.artifact`, else that of the service (unless the function is packaged individually),
 * else its folder.
 * @throws UserError where the artifact is not there, or no file.
 */
async function readCode(service, body, inherited) {
    const { resolver, root } = service;
    const own = await body.nodes('package');
    const member = async (key) => {
        const settings = await Promise.all(own.map((node) => settingBelow(service, node, `functions.${body.key}.package`, key)));
        return settings.filter((setting) => setting !== undefined).at(-1);
    };
    let artifact = await member('artifact');
    if (artifact === undefined && (await member('individually'))?.value !== true) {
        const shared = await resolver.walk(resolver.root, ['package']);
        artifact = shared && (await settingBelow(service, shared, 'package', 'artifact'));
    }
    if (artifact === undefined) {
        return { value: { kind: 'folder', folder: await codeFolder(service, body) }, node: undefined };
    }
    const advise = async (file) => {
        const { artifactAdvice } = await __nccwpck_require__.e(/* import() */ 939).then(__nccwpck_require__.bind(__nccwpck_require__, 939));
        return artifactAdvice({ key: body.key, root, setting: inherited }, file);
    };
    return { value: { kind: 'zip', file: await artifactFile(service, artifact, advise) }, node: artifact.node };
}
/** A setting of a mapping; `undefined` where it is not set, or empty. */
async function settingBelow({ resolver }, parent, parentName, ...path) {
    const node = await resolver.walk(parent, path);
    if (node === undefined || node.value === null || node.value === '')
        return undefined;
    return { name: [parentName, ...path].join('.'), node, value: await resolver.value(node) };
}
/**
 * The absolute path of an artifact.
 * @param advise says how a missing one is built, where that is known
 * @throws UserError where it is not there, or no file.
 */
async function artifactFile({ root }, setting, advise) {
    const text = (0,root_settings/* textSetting */.QE)(setting) ?? '';
    if (/^(?:https?|s3):\/\//i.test(text)) {
        throw (0,root_settings/* invalidSetting */.gT)(setting, `is ${text}, and only a file can be unpacked here`, {
            code: 'artifact-remote',
            hint: 'Download it before, and name the file.',
        });
    }
    const file = (0,external_node_path_.resolve)(root, text);
    const found = await (0,external_node_fs_promises_.stat)(file).catch(() => undefined);
    if (found === undefined) {
        throw (0,root_settings/* invalidSetting */.gT)(setting, `is ${(0,display_path/* displayPath */.G)(file)}, which does not exist`, {
            code: 'artifact-missing',
            hint: (await advise?.(file)) ?? "Build it before this step, or mend the path: it starts from the service's root.",
        });
    }
    if (!found.isFile()) {
        throw (0,root_settings/* invalidSetting */.gT)(setting, `is ${(0,display_path/* displayPath */.G)(file)}, which is not a file but a folder`, {
            code: 'artifact-no-file',
            hint: 'An artifact is a zip file.',
        });
    }
    return file;
}
//# sourceMappingURL=code.js.map
// EXTERNAL MODULE: ./lib/src/service/cloudformation/intrinsic-failure.js
var intrinsic_failure = __nccwpck_require__(1195);
// EXTERNAL MODULE: ./lib/src/service/cloudformation/values.js
var values = __nccwpck_require__(5521);
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/environment.js





/**
 * Merges the layers of an environment, the last one wins. Only what wins is resolved. `null` stays: it removes a variable.
 * @throws UserError where a layer is not a mapping, or a value can't be one of an environment.
 */
async function readEnvironment(inputs) {
    const { settle, value } = inputs.resolver;
    const nodes = new Map();
    const names = new Map();
    for (const layer of inputs.layers) {
        const mapping = await settle(layer.node);
        if (mapping.value === null)
            continue;
        if (!(0,config_node/* isMapping */.pi)(mapping.value)) {
            throw (0,root_settings/* invalidSetting */.gT)(layer, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(mapping.value)}`, {
                code: 'environment-invalid',
            });
        }
        for (const node of (0,config_node/* childNodes */.EK)(mapping)) {
            const key = node.path.at(-1) ?? '';
            if (inputs.overridden.has(key))
                continue;
            nodes.set(key, node);
            names.set(key, `${layer.name}.${key}`);
        }
    }
    const values = await Promise.all([...nodes].map(async ([key, node]) => {
        const setting = { name: names.get(key) ?? key, node, value: await value(node) };
        return [key, await environmentValue(key, setting, inputs.cloudFormation)];
    }));
    return { values: Object.fromEntries(values), nodes };
}
/** Text as it is, numbers and booleans as JavaScript writes them, and what CloudFormation's functions stand for. */
async function environmentValue(key, setting, inputs) {
    const scalar = scalarText(setting.value);
    if (scalar !== undefined)
        return scalar;
    if ((0,values/* intrinsicIn */.VL)(setting.value) === undefined)
        throw notText(setting, setting.value);
    let value;
    try {
        const { evaluateIntrinsics } = await __nccwpck_require__.e(/* import() */ 528).then(__nccwpck_require__.bind(__nccwpck_require__, 2528));
        value = await evaluateIntrinsics(setting.value, inputs);
    }
    catch (error) {
        throw error instanceof intrinsic_failure/* IntrinsicFailure */.a ? environment_explain(key, setting, error) : error;
    }
    const text = scalarText(value);
    if (text === undefined)
        throw notText(setting, value, 'Make one text of it, as Fn::Join does.');
    return text;
}
function scalarText(value) {
    if (value === null || typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
function notText(setting, value, hint = 'Quote it, or write it as JSON in a string.') {
    return (0,root_settings/* invalidSetting */.gT)(setting, `is ${(0,config_node/* kindOf */.I)(value)}, and a variable of an environment is text`, {
        code: 'environment-invalid',
        hint,
    });
}
function environment_explain(key, setting, { reason, hint, question }) {
    const override = `the line \`${key}=…\` to \`env\` (or give it as --env)`;
    const answer = question === undefined
        ? ''
        : `the line \`${(0,offline_answers/* answerLine */.N)(question)}\` to \`variables\` (or give it as --variable), or `;
    return (0,root_settings/* invalidSetting */.gT)(setting, reason, {
        code: 'environment-intrinsic',
        hint: `${hint === undefined ? '' : `${hint} `}Add ${answer}${override}.`,
    });
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/stack/logical-name.js
/**
 * A key of the configuration as the framework writes it into the logical names of the template: `my-fn_a` is
 * `MyDashfnUnderscorea`. Source: the framework's guide, "AWS Resources", normalized names.
 */
function logicalName(key) {
    const spelled = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
    return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
//# sourceMappingURL=logical-name.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/problem.js
var problem = __nccwpck_require__(2548);
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/layers.js









/**
 * The function's layers that the service itself has, in their order: the function's own list, which replaces the
 * provider's. The others are reported by name.
 * @throws UserError where the list is none, or a layer is not where it should be.
 */
async function readLayers(service, body) {
    const { resolver } = service;
    const own = (await body.nodes('layers')).at(-1);
    const inherited = own === undefined ? await resolver.walk(resolver.root, ['provider', 'layers']) : undefined;
    const node = own ?? inherited;
    const list = node && (await resolver.settle(node));
    if (node === undefined || list === undefined || list.value === null)
        return { value: [], node: undefined };
    if (!Array.isArray(list.value)) {
        const name = own === undefined ? 'provider.layers' : `functions.${body.key}.layers`;
        throw (0,root_settings/* invalidSetting */.gT)({ name, node }, `must be a list, and is ${(0,config_node/* kindOf */.I)(list.value)}`, { code: 'layers-invalid' });
    }
    const declared = await declaredLayers(service);
    const layers = [];
    const elsewhere = [];
    for (const item of (0,config_node/* childNodes */.EK)(list)) {
        const value = await resolver.value(item).catch((error) => unanswered(error, item));
        if (value === null)
            continue;
        const reference = (0,config_node/* isMapping */.pi)(value) ? value['Ref'] : undefined;
        const local = typeof reference === 'string' ? declared.get(reference) : undefined;
        if (local === undefined)
            elsewhere.push(typeof value === 'string' ? value : JSON.stringify(value));
        else
            layers.push(await readLayer(service, local));
    }
    if (elsewhere.length > 0)
        reportElsewhere(service, body, elsewhere, node);
    return { value: layers, node };
}
/** What AWS does not answer is the ARN of a layer, which is not fetched anyway. */
function unanswered(error, { value }) {
    if (error instanceof problem/* VariableError */.P$ && error.problem.code.startsWith('aws-'))
        return value;
    throw error;
}
/** The layers that the service declares, by the names that the template has for them. */
async function declaredLayers({ resolver }) {
    const layers = await resolver.walk(resolver.root, ['layers']);
    if (layers === undefined || !(0,config_node/* isMapping */.pi)(layers.value))
        return new Map();
    return new Map((0,config_node/* childNodes */.EK)(layers).map((node) => [`${logicalName(node.path.at(-1) ?? '')}LambdaLayer`, node]));
}
async function readLayer(service, node) {
    const key = node.path.at(-1) ?? '';
    return { name: key, code: await layerCode(service, node, `layers.${key}`) };
}
async function layerCode(service, node, name) {
    const artifact = await settingBelow(service, node, name, 'package', 'artifact');
    if (artifact !== undefined)
        return { kind: 'zip', file: await artifactFile(service, artifact) };
    const path = await settingBelow(service, node, name, 'path');
    if (path === undefined) {
        throw (0,root_settings/* invalidSetting */.gT)({ name, node }, 'has no path', {
            code: 'layer-path-missing',
            hint: "Add `path: …`: the folder, from the service's root, of what stands in /opt.",
        });
    }
    const folder = (0,external_node_path_.resolve)(service.root, (0,root_settings/* textSetting */.QE)(path) ?? '');
    const found = await (0,external_node_fs_promises_.stat)(folder).catch(() => undefined);
    if (found?.isDirectory() === true)
        return { kind: 'folder', folder };
    const what = found === undefined ? 'does not exist' : 'is not a folder';
    throw (0,root_settings/* invalidSetting */.gT)(path, `is ${(0,display_path/* displayPath */.G)(folder)}, which ${what}`, {
        code: 'layer-folder-missing',
        hint: "Build the layer before this step, or mend the path: it starts from the service's root.",
    });
}
function reportElsewhere({ report }, { key }, names, node) {
    const location = (0,locate/* locateNode */.x)(node, 'key');
    const [noun, verb, they] = names.length === 1 ? ['layer', 'is', 'it holds'] : ['layers', 'are', 'they hold'];
    report({
        severity: 'warning',
        code: 'layer-elsewhere',
        message: `The ${noun} ${names.join(', ')} of ${key} ${verb} not in this service: the function runs without what ${they}.`,
        hint: 'Layers are not fetched. Install what the function needs of them, or declare one with a `path` under `layers`.',
        ...(location === undefined ? {} : { location }),
    });
}
//# sourceMappingURL=layers.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/logging.js


const applicationLevels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const systemLevels = ['DEBUG', 'INFO', 'WARN'];
/**
 * The function's log settings, each from its own `logs`, else from `provider.logs.lambda`. Levels have a meaning in the
 * JSON format only. Source: Lambda developer guide, "Configuring advanced logging controls".
 */
function readLogSettings(own, inherited) {
    const layers = [own, inherited].filter((layer) => layer !== undefined);
    for (const layer of layers) {
        if (!(0,config_node/* isMapping */.pi)(layer.value))
            throw (0,root_settings/* invalidSetting */.gT)(layer, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(layer.value)}`);
    }
    const setting = (key) => {
        for (const { name, node, value } of layers) {
            const member = (0,config_node/* isMapping */.pi)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
            if (member !== undefined && member !== null)
                return { name: `${name}.${key}`, node: below(node, key), value: member };
        }
        return undefined;
    };
    const format = (0,root_settings/* choiceSetting */._t)(setting('logFormat'), ['Text', 'JSON']) ?? 'Text';
    const applicationLevel = (0,root_settings/* choiceSetting */._t)(setting('applicationLogLevel'), applicationLevels);
    const systemLevel = (0,root_settings/* choiceSetting */._t)(setting('systemLogLevel'), systemLevels);
    const group = (0,root_settings/* textSetting */.QE)(setting('logGroup'));
    return {
        format,
        ...(format === 'JSON' && applicationLevel !== undefined ? { applicationLevel } : {}),
        ...(format === 'JSON' && systemLevel !== undefined ? { systemLevel } : {}),
        ...(group === undefined ? {} : { group }),
    };
}
function below({ document, path, value }, key) {
    return { document, path: [...path, key], value: (0,config_node/* isMapping */.pi)(value) ? value[key] : undefined };
}
//# sourceMappingURL=logging.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/native-build.js



/** The runtime that serverless-rust has functions declare, and what it deploys them as. */
const rustRuntime = { declared: 'rust', deployed: 'provided.al2', plugin: 'serverless-rust' };
/**
 * How a plugin that the service lists builds a function's native program. The plugin itself is never loaded.
 * @param root the service's root, absolute
 * @returns `undefined` where none does
 */
async function readNativeBuild(resolver, fn, root) {
    const listed = await readPluginNames(resolver);
    if (listed.includes('serverless-go-plugin'))
        return goPlugin(await customSettings(resolver, 'go'), fn, root);
    const tool = [rustRuntime.plugin, 'serverless-rust-plugin'].find((name) => listed.includes(name));
    return tool === undefined ? undefined : rustPlugin(tool, fn, root);
}
/** serverless-go-plugin builds the functions of the runtimes that it is told, and packs them as `bootstrap` where it is told. */
function goPlugin(settings, { key, runtime }, root) {
    const { supportedRuntimes: runtimes = ['go1.x'], binDir = '.bin', buildProvidedRuntimeAsBootstrap: asBootstrap, } = settings;
    if (!Array.isArray(runtimes) || !runtimes.includes(runtime))
        return undefined;
    if (runtime !== 'go1.x' && asBootstrap !== true)
        return undefined;
    const program = (0,external_node_path_.resolve)(root, typeof binDir === 'string' ? binDir : '.bin', key);
    return { tool: 'serverless-go-plugin', programs: [program], command: 'npx serverless go build' };
}
/** The plugins for Rust pack the binary that the handler names: `package.binary`, or `binary`. */
function rustPlugin(tool, { handler, architecture }, root) {
    const binary = handler.split('.').at(-1) ?? handler;
    const target = `${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
    const place = (...parts) => (0,external_node_path_.resolve)(root, external_node_path_.posix.join('target', ...parts));
    return {
        tool,
        programs: [
            place(target, 'release', binary),
            place('lambda', binary, 'bootstrap'),
            place('lambda', 'release', binary),
            place('release', binary),
        ],
        command: `cargo build --release --target ${target} --bin ${binary}`,
    };
}
/** A mapping below `custom`; an empty one where there is none. */
async function customSettings(resolver, name) {
    const custom = await resolver.walk(resolver.root, ['custom']);
    const node = custom && (0,config_node/* childNode */.JY)(custom, name);
    const value = node && (await resolver.value(node));
    return (0,config_node/* isMapping */.pi)(value) ? value : {};
}
//# sourceMappingURL=native-build.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/stack/stack-lookup.js



/** Asks the caller's answers, then CloudFormation. */
function stackLookup({ answers, aws, region, stackName }) {
    return {
        given: (question) => answers?.find(question)?.text,
        physicalId: async (logicalId) => {
            if (aws === undefined)
                return undefined;
            const stack = await stackName();
            const ids = await asked(aws.stackResources(stack, { region }), `ref:${logicalId}`, `refers to ${logicalId}`);
            return ids?.get(logicalId);
        },
        storedParameter: async (name) => {
            const work = aws?.parameter(name, false, { region });
            return work && (await asked(work, `ssm:${name}`, `needs the parameter ${name}`))?.value;
        },
        exportValue: async (name) => {
            if (aws === undefined)
                return undefined;
            const exports = await asked(aws.exports({ region }), `import:${name}`, `imports ${name}`);
            const value = exports.get(name);
            if (value !== undefined)
                return value;
            const nearest = (0,nearest_name/* nearestName */.q)(name, exports.keys());
            throw new intrinsic_failure/* IntrinsicFailure */.a(`imports ${name}, which no stack of the account exports in ${region}`, {
                question: `import:${name}`,
                hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
            });
        },
    };
}
async function asked(work, question, asking) {
    try {
        return await work;
    }
    catch (error) {
        if (!(error instanceof aws_read_error/* AwsReadError */.au))
            throw error;
        throw new intrinsic_failure/* IntrinsicFailure */.a(`${asking}, which ${error.message}`, { question, hint: error.hint });
    }
}
//# sourceMappingURL=stack-lookup.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/stack/generated-resources.js





/**
 * A resource that the framework itself puts into the template. Source: the framework's guide, "AWS Resources", the table
 * of resource names.
 */
async function generatedResource(logicalId, service) {
    const { resolver, stage, region } = service;
    switch (logicalId) {
        case 'ApiGatewayRestApi':
            return resourceOf('AWS::ApiGateway::RestApi', {});
        case 'HttpApi':
            return resourceOf('AWS::ApiGatewayV2::Api', {});
        case 'WebsocketsApi':
            return resourceOf('AWS::ApiGatewayV2::Api', { ProtocolType: async () => 'WEBSOCKET' });
        case 'ServerlessDeploymentBucket':
            return resourceOf('AWS::S3::Bucket', {});
        case 'IamRoleLambdaExecution':
            return resourceOf('AWS::IAM::Role', {
                RoleName: async () => (0,root_settings/* textSetting */.QE)(await providerSetting(resolver, 'iam', 'role', 'name')) ??
                    `${await serviceName(resolver)}-${stage}-${region}-lambdaRole`,
                Path: async () => (0,root_settings/* textSetting */.QE)(await providerSetting(resolver, 'iam', 'role', 'path')),
            });
    }
    const [, normalized, kind] = /^(.+)(LambdaFunction|LambdaFunctionUrl|LogGroup)$/.exec(logicalId) ?? [];
    if (normalized === undefined)
        return undefined;
    for (const entry of (await readFunctionEntries(resolver)).values()) {
        if (logicalName(entry.key) !== normalized)
            continue;
        const body = await readFunctionBody(resolver, entry);
        if (body === undefined)
            continue;
        const name = () => functionName(service, body);
        switch (kind) {
            case 'LogGroup':
                return resourceOf('AWS::Logs::LogGroup', { LogGroupName: async () => `/aws/lambda/${await name()}` });
            case 'LambdaFunctionUrl':
                return resourceOf('AWS::Lambda::Url', {});
            default:
                return resourceOf('AWS::Lambda::Function', { FunctionName: name });
        }
    }
    return undefined;
}
function resourceOf(type, properties) {
    return { type, property: async (name) => (Object.hasOwn(properties, name) ? properties[name]?.() : undefined) };
}
//# sourceMappingURL=generated-resources.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/stack/template.js


/**
 * The CloudFormation template of a service, as far as the configuration says what is in it: `resources` (a mapping, or a
 * list of them of which later ones win), its `extensions`, and what the framework makes of functions.
 */
function templateOf(service) {
    const { resolver } = service;
    let parts;
    const last = async (...path) => {
        parts ??= readParts(resolver);
        const found = await Promise.all((await parts).map((part) => resolver.walk(part, path)));
        return found.filter((node) => node !== undefined && node.value !== null).at(-1);
    };
    const lastValue = async (...path) => {
        const node = await last(...path);
        return node && resolver.value(node);
    };
    const generated = async (logicalId) => {
        const resource = await generatedResource(logicalId, service);
        return (resource && {
            type: resource.type,
            property: async (name) => (await lastValue('extensions', logicalId, 'Properties', name)) ?? (await resource.property(name)),
        });
    };
    return {
        resource: async (logicalId) => {
            const type = await lastValue('Resources', logicalId, 'Type');
            if (typeof type !== 'string')
                return generated(logicalId);
            return { type, property: (name) => lastValue('Resources', logicalId, 'Properties', name) };
        },
        names: async () => {
            parts ??= readParts(resolver);
            const sections = (await parts).flatMap((part) => ['Resources', 'Parameters'].map((key) => ({ part, key })));
            const nodes = await Promise.all(sections.map(({ part, key }) => resolver.walk(part, [key])));
            return nodes.flatMap((node) => ((0,config_node/* isMapping */.pi)(node?.value) ? Object.keys(node.value) : []));
        },
        condition: (name) => lastValue('Conditions', name),
        parameter: async (name) => {
            if ((await last('Parameters', name)) === undefined)
                return undefined;
            const [type, value] = await Promise.all(['Type', 'Default'].map((key) => lastValue('Parameters', name, key)));
            return { type: typeof type === 'string' ? type : undefined, default: value };
        },
        mapping: (name, topLevelKey, secondLevelKey) => lastValue('Mappings', name, topLevelKey, secondLevelKey),
    };
}
async function readParts({ root, walk, settle }) {
    const resources = await walk(root, ['resources']);
    if (resources === undefined)
        return [];
    const parts = Array.isArray(resources.value) ? await Promise.all((0,config_node/* childNodes */.EK)(resources).map(settle)) : [resources];
    return parts.filter((part) => (0,config_node/* isMapping */.pi)(part.value));
}
//# sourceMappingURL=template.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/function/load-function.js
















/** Lambda's runtime where the service declares none. */
const defaultRuntime = 'nodejs22.x';
/**
 * Resolves what a function needs, and nothing else.
 * @throws UserError where that is missing or wrong.
 */
async function loadFunction(service, body) {
    const { resolver, root, stage, region, report } = service;
    const inherited = async (key) => (await body.setting(key)) ?? (await providerSetting(resolver, key));
    const [handler, runtime, timeout, memorySize, architecture, logs, providerLogs, name, environment, code, layers] = await Promise.all([
        readHandler(body),
        inherited('runtime'),
        inherited('timeout'),
        inherited('memorySize'),
        inherited('architecture'),
        body.setting('logs'),
        providerSetting(resolver, 'logs', 'lambda'),
        functionName(service, body),
        environmentLayers(service, body).then((environments) => readEnvironment({
            resolver,
            layers: environments,
            overridden: service.overridden,
            cloudFormation: cloudFormationInputs(service),
        })),
        readCode(service, body, inherited),
        readLayers(service, body),
    ]);
    const runtimeName = await readRuntime(runtime, service, body);
    checkHandlerName(handler, runtimeName);
    const architectureName = (0,root_settings/* choiceSetting */._t)(architecture, ['x86_64', 'arm64']) ?? 'x86_64';
    const timeoutSeconds = (0,root_settings/* numberSetting */.G_)(timeout, { min: 1, max: 900, unit: 'seconds', member: 'timeout', report });
    const memorySizeMiB = (0,root_settings/* numberSetting */.G_)(memorySize, { min: 128, max: 10_240, unit: 'MiB', member: 'memorySize', report });
    const origins = new Map([
        ['function', body.node],
        ['handler', handler.node],
        ['runtime', runtime?.node],
        ['timeout', timeout?.node],
        ['memorySize', memorySize?.node],
        ['architecture', architecture?.node],
        ['environment', (await body.nodes('environment')).at(-1)],
        ['layers', layers.node],
        ['artifact', code.node],
        ...[...environment.nodes].map(([key, node]) => [`environment.${key}`, node]),
    ]);
    return {
        key: body.key,
        name,
        handler: handler.value,
        runtime: runtimeName,
        code: code.value,
        layers: layers.value,
        sourceRoot: root,
        environment: environment.values,
        timeoutMs: timeoutSeconds === undefined ? lambda_limits/* defaultTimeoutMs */.xO : timeoutSeconds * 1000,
        memorySizeMiB: memorySizeMiB ?? lambda_limits/* defaultMemorySizeMiB */.eI,
        architecture: architectureName,
        logging: readLogSettings(logs, providerLogs),
        region,
        stage,
        build: () => readBuildSettings(resolver, body, root),
        nativeBuild: () => readNativeBuild(resolver, { key: body.key, handler: handler.value, runtime: runtimeName, architecture: architectureName }, root),
        origin: async (key) => {
            const node = origins.get(key);
            return node && (0,locate/* locateNode */.x)(node, 'key');
        },
    };
}
function cloudFormationInputs(service) {
    const { resolver, stage, region, answers, aws } = service;
    const name = () => stackName(resolver, stage);
    const lookup = stackLookup({ answers, aws, region, stackName: name });
    return {
        template: templateOf(service),
        lookup,
        stack: async () => ({
            region,
            stackName: await name(),
            accountId: lookup.given('aws:accountId') ?? lambda_limits/* mockedAccountId */.od,
        }),
    };
}
async function readHandler(body) {
    const setting = await body.setting('handler');
    if (setting === undefined) {
        const image = await body.setting('image');
        if (image !== undefined) {
            throw (0,root_settings/* invalidSetting */.gT)(image, "makes the function a container image, which can't be run here", {
                code: 'function-image',
                hint: 'Only functions with a handler can be run.',
            });
        }
        const missing = { name: `functions.${body.key}.handler`, node: body.node };
        throw (0,root_settings/* invalidSetting */.gT)(missing, 'is missing', { code: 'handler-missing', hint: handlerHint });
    }
    const { name, node, value } = setting;
    if (typeof value !== 'string') {
        throw (0,root_settings/* invalidSetting */.gT)(setting, `must be a string, and is ${(0,config_node/* kindOf */.I)(value)}`, {
            code: 'handler-malformed',
            hint: handlerHint,
        });
    }
    return { name, node, value };
}
/** The runtimes of Node.js and Python split the handler at a dot; others have it name a class or a program, or nothing at all. */
function checkHandlerName(handler, runtime) {
    const language = (0,runtimes/* parseRuntime */.Sw)(runtime)?.language;
    if (handler.value.includes('.') || language === 'custom' || language === 'java')
        return;
    throw (0,root_settings/* invalidSetting */.gT)(handler, `is malformed: \`${handler.value}\` has no dot`, {
        code: 'handler-malformed',
        hint: handlerHint,
    });
}
const handlerHint = 'A handler is written as `file.export`, such as `src/hello.handler`.';
async function readRuntime(setting, { resolver, report }, body) {
    if (setting === undefined) {
        const location = (0,locate/* locateNode */.x)(body.node);
        report({
            severity: 'notice',
            code: 'runtime-default',
            message: `The function ${body.key} declares no runtime: it is run as ${defaultRuntime}.`,
            hint: `Set provider.runtime, such as \`runtime: ${defaultRuntime}\`.`,
            ...(location === undefined ? {} : { location }),
        });
        return defaultRuntime;
    }
    const runtime = (0,root_settings/* textSetting */.QE)(setting) ?? '';
    if (runtime === rustRuntime.declared && (await readPluginNames(resolver)).includes(rustRuntime.plugin)) {
        return rustRuntime.deployed;
    }
    if (!(0,runtimes/* isSupportedRuntime */.Bd)(runtime)) {
        throw (0,root_settings/* invalidSetting */.gT)(setting, `is \`${runtime}\`, which can't be run here; supported are ${runtimes/* supportedRuntimes */.Ip}`, {
            code: 'runtime-unsupported',
        });
    }
    return runtime;
}
async function environmentLayers({ resolver, pluginVariables }, body) {
    const provider = await resolver.walk(resolver.root, ['provider']);
    const inherited = provider && (0,config_node/* childNode */.JY)(provider, 'environment');
    const own = await body.nodes('environment');
    return [
        ...(inherited === undefined ? [] : [{ name: 'provider.environment', node: inherited }]),
        { name: 'provider.environment', node: (0,config_node/* dataNode */.F8)(await pluginVariables()) },
        ...own.map((node) => ({ name: `functions.${body.key}.environment`, node })),
    ];
}
//# sourceMappingURL=load-function.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/literals.js
/**
 * What a bare word stands for: `true`, `false`, `null`, or a number as JavaScript writes it (`-5`, `.5`, `1e3`, `0x10`);
 * `undefined` for any other word.
 */
function parseWord(word) {
    if (word === 'true')
        return true;
    if (word === 'false')
        return false;
    if (word === 'null')
        return null;
    if (!/^[A-Za-z0-9.+-]+$/.test(word))
        return undefined;
    const number = Number(word);
    return Number.isNaN(number) ? undefined : number;
}
const singleQuoted = /'[^']*'/y;
const doubleQuoted = /"(?:[^"\\]|\\.)*"/sy;
/**
 * Reads the quoted string that starts at an offset: `'…'` has no escapes, `"…"` has those of JSON.
 * @returns `undefined` where it is not closed, or has an escape that JSON does not know.
 */
function readQuoted(text, start) {
    const pattern = text[start] === "'" ? singleQuoted : doubleQuoted;
    pattern.lastIndex = start;
    const [whole] = pattern.exec(text) ?? [];
    if (whole === undefined)
        return undefined;
    const end = start + whole.length;
    if (pattern === singleQuoted)
        return { value: whole.slice(1, -1), end };
    try {
        const value = JSON.parse(whole.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t'));
        return typeof value === 'string' ? { value, end } : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=literals.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/syntax.js
/** A `${…}` that is written wrongly. */
class VariableSyntaxError extends Error {
    /** As far as it can be told, the whole variable. */
    text;
    /** Where the variable starts in the string. */
    offset;
    constructor(message, text, offset) {
        super(message);
        this.text = text;
        this.offset = offset;
    }
}
//# sourceMappingURL=syntax.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/parse.js



/** Variables in variables in variables: more than that is a mistake, or meant to exhaust us. */
const maxNesting = 50;
const lowerNames = {
    variableHead: /\$\{\s*(?!iot:)[a-z][A-Za-z0-9.-]*(?:\(|:(?!:))/y,
    typedHead: /[a-z][A-Za-z0-9.-]*(?=[:(])/y,
};
const anyNames = {
    variableHead: /\$\{\s*(?!(?:iot|AWS|PROP):)[A-Za-z_][\w.-]*(?:\(|:(?!:))/y,
    typedHead: /[A-Za-z_][\w.-]*(?=[:(])/y,
};
const word = /[^\s,}'"$]+/y;
const blanks = /\s*/y;
/**
 * Parses a string of the configuration.
 *
 * The grammar is that of the framework's version 3, and beyond it what has no other meaning there: blanks after `${`,
 * line breaks between sources, and a fallback that is written as a variable (`${env:A, ${self:b}}`).
 * @param grammar what the versions of the framework disagree about; version 3's where none is given
 * @returns `undefined` where the string holds nothing to expand: it stands for itself.
 * @throws VariableSyntaxError
 */
function parseTemplate(text, grammar = version3.grammar) {
    return text.includes('${') ? scanTemplate(text, 0, grammar) : undefined;
}
function scanTemplate(text, nesting, grammar) {
    const names = grammar.anyNames ? anyNames : lowerNames;
    const parts = [];
    let plain = '';
    let copied = 0;
    let from = 0;
    while (true) {
        const start = text.indexOf('${', from);
        if (start === -1)
            break;
        const backslashes = grammar.escapes ? countBefore(text, start, copied, '\\') : 0;
        if (backslashes > 0) {
            // A backslash keeps what follows from being a variable, and two of them are one.
            plain += text.slice(copied, start - backslashes) + '\\'.repeat(backslashes >> 1);
            copied = start;
        }
        if (backslashes % 2 === 1 || !matchesAt(names.variableHead, text, start)) {
            from = start + 2;
            continue;
        }
        const cursor = { text, start, at: start, nesting, grammar, names };
        const variable = readVariable(cursor);
        const dollars = grammar.dropsDollars ? countBefore(text, start, copied, '$') : 0;
        const dropped = text[start - dollars - 1] === '\\' ? 0 : dollars;
        plain += text.slice(copied, start - dropped);
        if (plain !== '')
            parts.push(plain);
        parts.push(variable);
        plain = '';
        copied = cursor.at;
        from = cursor.at;
    }
    plain += text.slice(copied);
    if (parts.length === 0)
        return plain === text ? undefined : [plain];
    if (plain !== '')
        parts.push(plain);
    return parts;
}
function readVariable(cursor) {
    const { text } = cursor;
    const offset = cursor.at;
    if (cursor.nesting > maxNesting)
        fail(cursor, `nests more than ${maxNesting} variables`);
    const sources = [];
    cursor.at += 2;
    while (true) {
        skipBlanks(cursor);
        const isLast = readSource(cursor, sources);
        skipBlanks(cursor);
        const mark = text[cursor.at];
        if (mark === undefined)
            fail(cursor, 'is not closed: its `}` is missing');
        cursor.at += 1;
        if (mark === '}')
            break;
        if (mark !== ',')
            fail(cursor, `has an unexpected ${quote(mark)} at its character ${cursor.at - cursor.start}`);
        if (isLast && !cursor.grammar.literalsAnywhere)
            fail(cursor, 'has a fallback behind a literal, which always has a value');
    }
    return { text: text.slice(offset, cursor.at), offset, sources };
}
/** Reads one source (several, where a fallback is itself a variable); says whether nothing may follow. */
function readSource(cursor, sources) {
    const { text, at } = cursor;
    const first = text[at];
    if (first === undefined)
        fail(cursor, 'is not closed: its `}` is missing');
    if (first === '$' && matchesAt(cursor.names.variableHead, text, at)) {
        sources.push(...readNested(cursor).sources);
        return sources.at(-1)?.kind === 'literal';
    }
    if (first === "'" || first === '"') {
        sources.push({ kind: 'literal', value: readQuotedTemplate(cursor) });
        return true;
    }
    const type = matchAt(cursor.names.typedHead, text, at);
    if (type !== undefined) {
        sources.push(readTyped(cursor, type));
        return false;
    }
    const literal = matchAt(word, text, at);
    const value = literal === undefined ? undefined : parseWord(literal);
    if (literal === undefined || value === undefined) {
        if (first === '}' || first === ',')
            fail(cursor, 'has an empty fallback');
        if (text.startsWith('${', at))
            fail(cursor, 'holds a `${` that starts no variable');
        fail(cursor, `has the fallback ${quote(literal ?? first)}, which is neither a source, a number, true, false nor null; quote it if it is text`);
    }
    cursor.at += literal.length;
    sources.push({ kind: 'literal', value });
    return true;
}
function readTyped(cursor, type) {
    const { text } = cursor;
    const start = cursor.at;
    cursor.at += type.length;
    const params = text[cursor.at] === '(' ? readParams(cursor) : [];
    let address;
    if (text[cursor.at] === ':') {
        cursor.at += 1;
        skipBlanks(cursor);
        const mark = text[cursor.at];
        address = mark === "'" || mark === '"' ? readQuotedTemplate(cursor) : parse_readText(cursor, ',}');
    }
    return { kind: 'typed', type, params, address, text: text.slice(start, cursor.at).trim() };
}
function readParams(cursor) {
    const { text } = cursor;
    const params = [];
    do {
        cursor.at += 1;
        skipBlanks(cursor);
        const mark = text[cursor.at];
        if (mark === ')' && params.length === 0)
            break;
        if (mark === "'" || mark === '"') {
            params.push(readQuotedTemplate(cursor));
            skipBlanks(cursor);
        }
        else {
            const param = parse_readText(cursor, ',)');
            const literal = typeof param === 'string' ? parseWord(param) : undefined;
            params.push(literal === undefined ? param : literal);
        }
        if (text[cursor.at] === undefined)
            fail(cursor, 'is not closed: its `)` is missing');
    } while (text[cursor.at] === ',');
    if (text[cursor.at] !== ')')
        fail(cursor, `has an unexpected ${quote(text[cursor.at] ?? '')} in its parentheses`);
    cursor.at += 1;
    return params;
}
/** Reads text up to one of the marks (which it leaves), without the blanks around it. It may hold variables. */
function parse_readText(cursor, marks) {
    const { text } = cursor;
    const parts = [];
    let copied = cursor.at;
    while (cursor.at < text.length && !marks.includes(text[cursor.at] ?? '')) {
        if (!text.startsWith('${', cursor.at)) {
            cursor.at += 1;
            continue;
        }
        if (!matchesAt(cursor.names.variableHead, text, cursor.at))
            fail(cursor, 'holds a `${` that starts no variable');
        if (cursor.at > copied)
            parts.push(text.slice(copied, cursor.at));
        parts.push(readNested(cursor));
        copied = cursor.at;
    }
    const rest = text.slice(copied, cursor.at).trimEnd();
    if (parts.length === 0)
        return rest;
    if (rest !== '')
        parts.push(rest);
    return parts;
}
function readNested(cursor) {
    const inner = { ...cursor, nesting: cursor.nesting + 1 };
    const variable = readVariable(inner);
    cursor.at = inner.at;
    return variable;
}
/** Reads a quoted string. The framework expands what literals hold, so it is a template of its own. */
function readQuotedTemplate(cursor) {
    const quoted = readQuoted(cursor.text, cursor.at);
    if (quoted === undefined)
        return fail(cursor, 'has a quoted string that is not closed, or that has an unknown escape');
    cursor.at = quoted.end;
    if (!quoted.value.includes('${'))
        return quoted.value;
    if (cursor.nesting >= maxNesting)
        fail(cursor, `nests more than ${maxNesting} variables`);
    try {
        return scanTemplate(quoted.value, cursor.nesting + 1, cursor.grammar) ?? quoted.value;
    }
    catch (error) {
        if (!(error instanceof VariableSyntaxError))
            throw error;
        throw new VariableSyntaxError(error.message, error.text, cursor.start);
    }
}
function skipBlanks(cursor) {
    cursor.at += matchAt(blanks, cursor.text, cursor.at)?.length ?? 0;
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
function matchesAt(pattern, text, at) {
    return matchAt(pattern, text, at) !== undefined;
}
function countBefore(text, end, start, character) {
    let count = 0;
    while (end - count - 1 >= start && text[end - count - 1] === character)
        count += 1;
    return count;
}
const shownLength = 80;
function fail(cursor, message) {
    const { text, start } = cursor;
    const closing = text.indexOf('}', cursor.at);
    const end = Math.min(closing === -1 ? text.length : closing + 1, start + shownLength);
    throw new VariableSyntaxError(message, text.slice(start, end), start);
}
function quote(text) {
    return `\`${text.slice(0, shownLength)}\``;
}
//# sourceMappingURL=parse.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/scripts/inert-text.js
/** What could become a variable where it is not closed. */
const variableHead = /^\$\{\s*[A-Za-z_][\w.-]*[:(]/;
/**
 * Text of an environment variable, of an option or of a resolved variable is data. A script gets it as it is, and what it
 * gives is configuration, whose variables are expanded. So each variable that was seen in data is known by its text,
 * and escaped wherever it comes back.
 * @param escapes whether the project's own text has escapes; where it has none, its backslashes are kept as they are.
 */
function createInertText(escapes) {
    const fragments = new Set();
    function add(value) {
        if (typeof value === 'string') {
            for (let at = value.indexOf('${'); at !== -1; at = value.indexOf('${', at + 2)) {
                const fragment = fragmentAt(value, at);
                if (fragment.endsWith('}') || variableHead.test(fragment))
                    fragments.add(fragment);
            }
        }
        else if (typeof value === 'object' && value !== null)
            for (const member of Object.values(value))
                add(member);
    }
    function protect(value) {
        if (typeof value === 'string')
            return value.includes('${') ? protectText(value) : value;
        if (Array.isArray(value))
            return value.map(protect);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, protect(member)]));
    }
    function protectText(text) {
        return text.replace(/(\\*)\$\{/g, (match, backslashes, offset) => {
            const isInert = [...fragments].some((fragment) => text.startsWith(fragment, offset + backslashes.length));
            if (isInert)
                return `${backslashes.repeat(2)}\\\${`;
            return escapes ? match : `${backslashes.repeat(2)}\${`;
        });
    }
    return { add, protect };
}
/** A `${` up to the brace that closes it, or to the end. */
function fragmentAt(text, start) {
    let depth = 0;
    for (let at = start + 1; at < text.length; at += 1) {
        if (text[at] === '{')
            depth += 1;
        else if (text[at] === '}') {
            depth -= 1;
            if (depth === 0)
                return text.slice(start, at + 1);
        }
    }
    return text.slice(start);
}
//# sourceMappingURL=inert-text.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/scripts/script-environment.js
/**
 * What a script does not see of the environment that `${env:}` shows: what would change how its own process starts, and
 * the files that a runner takes commands from.
 */
const script_environment_hidden = /^(?:NODE_OPTIONS|NODE_PATH|LD_PRELOAD|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
/** The environment in which scripts of the configuration run: what `${env:}` shows, less what is not for them. */
function scriptEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !script_environment_hidden.test(name)));
}
//# sourceMappingURL=script-environment.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/scripts/scripts.js











/** Makes the scripts of a service. Nothing is started yet. */
function createScripts({ folder, projectCode, environment, options }) {
    const variables = scriptEnvironment(environment);
    const evaluators = new Map();
    const documents = new Map();
    const values = new Map();
    let inert;
    async function evaluatorFor(path) {
        const loader = await loaderOf(path, projectCode);
        const key = JSON.stringify(loader);
        const evaluator = evaluators.get(key) ?? startEvaluator(loader);
        evaluators.set(key, evaluator);
        return evaluator;
    }
    async function startEvaluator({ nodeArgs, environment: added }) {
        const { createModuleEvaluator } = await __nccwpck_require__.e(/* import() */ 273).then(__nccwpck_require__.bind(__nccwpck_require__, 6273));
        const { runtimes, signal, onOutput, timeoutMs = defaultTimeoutMs } = projectCode;
        signal.throwIfAborted();
        return createModuleEvaluator({
            runtimes,
            nodeArgs,
            args: ['invoke', 'local', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
            environment: { ...variables, ...added },
            workingDirectory: folder,
            onOutput,
            signal,
            timeoutMs,
        });
    }
    function documentOf(path) {
        const document = documents.get(path) ?? { file: { path, format: 'script', text: '' }, value: undefined };
        documents.set(path, document);
        return document;
    }
    /** What is data is known only once there are scripts to give it to: the environment is not searched before. */
    function inertText({ grammar }) {
        if (inert === undefined) {
            inert = createInertText(grammar.escapes);
            inert.add(variables);
            inert.add(options);
        }
        return inert;
    }
    /** Gets to a place once, on behalf of whoever asks first. */
    function reach(document, path, context, access) {
        const { file } = document;
        return access.share({ document, path, value: undefined }, async (shared) => {
            const evaluator = await evaluatorFor(file.path);
            return evaluator.reach({
                module: { file: file.path, role: 'file' },
                path,
                mode: 'resolver',
                options,
                answer: async (question) => {
                    const known = inertText(context.dialect);
                    try {
                        const value = await answerQuestion(question, file, context, shared);
                        known.add(value);
                        return value;
                    }
                    catch (error) {
                        known.add(error instanceof Error ? error.message : undefined);
                        throw error;
                    }
                },
            });
        });
    }
    async function readValue(file, path, dialect) {
        const evaluator = await evaluatorFor(file.path);
        const given = await evaluator.read({ file: file.path, role: 'file' }, path);
        checkSize(given, file.path);
        const value = inertText(dialect).protect(given);
        return { document: { file, value }, path, value };
    }
    return {
        async readConfiguration(path) {
            if (!(await isThere(path)))
                return undefined;
            const module = { file: path, role: 'configuration' };
            const evaluator = await evaluatorFor(path);
            const answer = async () => undefined;
            await evaluator.reach({ module, path: [], mode: 'plain', options, answer });
            const value = await evaluator.read(module, []);
            checkSize(value, path);
            const { file } = documentOf(path);
            const version = (0,config_node/* isMapping */.pi)(value) ? value['frameworkVersion'] : undefined;
            return { file, value: inertText(dialectOf(version)).protect(value) };
        },
        async readPlace(path, keys, context, access) {
            if (!(await isThere(path)))
                return undefined;
            const document = documentOf(path);
            for (let length = 0; length <= keys.length; length += 1) {
                const reachedPath = keys.slice(0, length);
                const state = await reach(document, reachedPath, context, access);
                if (state === 'absent')
                    return undefined;
                if (state === 'value' && length < keys.length)
                    continue;
                const key = JSON.stringify([path, reachedPath]);
                const value = values.get(key) ?? readValue(document.file, reachedPath, context.dialect);
                values.set(key, value);
                return access.walk(await value, keys.slice(length));
            }
            return undefined;
        },
        addVariables(added) {
            Object.assign(variables, scriptEnvironment(added));
            inert?.add(added);
            for (const evaluator of evaluators.values()) {
                evaluator.then((started) => started.addVariables(scriptEnvironment(added)), () => { });
            }
        },
        async [Symbol.asyncDispose]() {
            const started = await Promise.allSettled(evaluators.values());
            evaluators.clear();
            await Promise.all(started.map((result) => (result.status === 'fulfilled' ? result.value[Symbol.asyncDispose]() : undefined)));
        },
    };
}
const defaultTimeoutMs = 30_000;
/** What Node needs to run a script: nothing for JavaScript. */
async function loaderOf(path, { loaderFor }) {
    if (!isTypeScript(path))
        return { nodeArgs: [], environment: {} };
    if (loaderFor !== undefined)
        return loaderFor(path);
    throw new user_error/* UserError */.y({
        code: 'script-typescript',
        message: `${(0,display_path/* displayPath */.G)(path)} is TypeScript, which can't be run here.`,
        hint: 'Compile it to JavaScript in a step before this one.',
        location: { file: path },
    });
}
async function answerQuestion(question, file, { root, dialect }, access) {
    if ('property' in question) {
        const node = await access.walk(root, question.property);
        return node && access.value(node);
    }
    const text = `\${${question.variable}}`;
    const template = parseTemplate(text, inScripts(dialect.grammar));
    if (template?.length !== 1 || typeof template[0] !== 'object') {
        throw new problem/* SourceFailure */.oi('variable-address', `reads ${(0,display_path/* displayPath */.G)(file.path)}, which asks for \`${question.variable}\`: that is no variable`, 'resolveVariable takes a variable without ${ and }, such as resolveVariable("env:NAME, null").');
    }
    return access.value((0,config_node/* rootNode */.bP)({ file, value: text }));
}
async function isThere(path) {
    return (await (0,external_node_fs_promises_.stat)(path).catch(() => undefined))?.isFile() === true;
}
//# sourceMappingURL=scripts.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/unknown-source.js


/** The failure for a source that nobody provides, with the one that was probably meant. */
function unknownSource({ type, text }, known) {
    const names = [...known];
    const nearest = (0,nearest_name/* nearestName */.q)(type, names);
    return new problem/* SourceFailure */.oi('variable-source-unknown', `has an unknown source, \`${type}\``, nearest === undefined
        ? `The sources are ${names.join(', ')}. Sources that plugins add are not available.`
        : `Did you mean \${${nearest}${text.slice(type.length)}}?`);
}
//# sourceMappingURL=unknown-source.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/splice.js

/** Text of one variable beyond that is a mistake: variables that multiply each other would exhaust the memory. */
const splice_maxLength = 16 * 1024 * 1024;
/**
 * What a variable's value is inside a longer string: text as it is, numbers and booleans as JavaScript writes them,
 * lists joined by commas as it joins them, and `null` as the dialect has it.
 * @throws SourceFailure for everything else.
 */
function spliceText(value, nullInText) {
    const text = Array.isArray(value)
        ? value.map((item) => (item === null ? '' : spliceText(item, nullInText))).join(',')
        : splice_scalarText(value, nullInText);
    if (text.length > splice_maxLength)
        throw new problem/* SourceFailure */.oi('variable-too-large', 'has a value of more than 16 MiB of text');
    return text;
}
function splice_scalarText(value, nullInText) {
    if (value === null && nullInText === 'word')
        return 'null';
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    const kind = value === null || value === undefined ? 'no value (null)' : 'a mapping';
    throw new problem/* SourceFailure */.oi('variable-not-text', `is ${kind}, which can't stand inside a longer string`, 'Only text, numbers, booleans and lists of them can.');
}
//# sourceMappingURL=splice.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/wait-graph.js
/** The tasks from one to another along what each waits for; `undefined` where the one does not wait for the other. */
function findWay(from, to, seen = new Set()) {
    if (from === to)
        return [from];
    seen.add(from);
    for (const next of from.waitsFor) {
        if (seen.has(next))
            continue;
        const way = findWay(next, to, seen);
        if (way !== undefined)
            return [from, ...way];
    }
    return undefined;
}
//# sourceMappingURL=wait-graph.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/resolver.js










/** More values than that, each waiting for the next one, are a mistake. */
const resolver_maxDepth = 1000;
/**
 * Makes a resolver of a document. `sources` are asked by the name that a variable begins with, those that `findSource`
 * knows by the others. The dialect is version 3's where none is given.
 */
function createResolver(document, sources, { findSource, dialect = version3 } = {}) {
    const root = (0,config_node/* rootNode */.bP)(document);
    const settling = new WeakMap();
    const sharing = new WeakMap();
    const completing = new WeakMap();
    const plain = new WeakMap();
    const countValues = createValueCounter();
    const scriptGrammar = inScripts(dialect.grammar);
    /** Does the work for a node once; whoever else asks waits for it, unless it waits for them. */
    async function once(memo, node, by, work) {
        const tasks = memo.get(node.document) ?? new Map();
        memo.set(node.document, tasks);
        const key = node.path.join('\0');
        let task = tasks.get(key);
        if (task === undefined) {
            task = { node, depth: (by?.depth ?? 0) + 1, waitsFor: new Set(), result: Promise.resolve(), isDone: false };
            if (task.depth > resolver_maxDepth) {
                throw new problem/* SourceFailure */.oi('variable-too-deep', `is the end of a chain of more than ${resolver_maxDepth} values`);
            }
            tasks.set(key, task);
            const started = task;
            by?.waitsFor.add(started);
            started.result = work(started).finally(() => {
                started.isDone = true;
            });
        }
        else if (by !== undefined && !task.isDone) {
            const circle = findWay(task, by);
            if (circle !== undefined)
                throw circularFailure(circle);
            by.waitsFor.add(task);
        }
        try {
            return (await task.result);
        }
        finally {
            by?.waitsFor.delete(task);
        }
    }
    async function settle(node, by) {
        const text = node.value;
        const { file } = node.document;
        if (typeof text !== 'string' || file === undefined || !text.includes('${'))
            return node;
        return once(settling, node, by, async (task) => {
            try {
                const template = parseTemplate(text, file.format === 'script' ? scriptGrammar : dialect.grammar);
                return template === undefined ? node : await evaluateTemplate(template, task);
            }
            catch (error) {
                throw attribute(error, node);
            }
        });
    }
    async function walk(from, path, by) {
        let node = await settle(from, by);
        for (const key of path) {
            const child = (0,config_node/* childNode */.JY)(node, key);
            if (child === undefined)
                return undefined;
            node = await settle(child, by);
        }
        return node;
    }
    async function value(node, by) {
        const settled = await settle(node, by);
        const { value: container } = settled;
        if (settled.document.file === undefined || typeof container !== 'object' || isPlain(container))
            return container;
        const complete = once(completing, settled, by, async (task) => {
            const members = await Promise.all((0,config_node/* childNodes */.EK)(settled).map(async (child) => [child.path.at(-1) ?? '', await value(child, task)]));
            const result = Array.isArray(container) ? members.map(([, member]) => member) : Object.fromEntries(members);
            if (countValues(result) > maxValues)
                throw tooManyValues(settled);
            return result;
        });
        try {
            return await complete;
        }
        catch (error) {
            throw settled === node ? error : attribute(error, node);
        }
    }
    /** Whether nothing in a value can be a variable. */
    function isPlain(candidate) {
        if (typeof candidate === 'string')
            return !candidate.includes('${');
        if (typeof candidate !== 'object' || candidate === null)
            return true;
        const known = plain.get(candidate);
        if (known !== undefined)
            return known;
        const answer = Object.values(candidate).every(isPlain);
        plain.set(candidate, answer);
        return answer;
    }
    async function evaluateTemplate(template, task) {
        const [only] = template;
        if (template.length === 1 && typeof only === 'object')
            return evaluateVariable(only, task);
        const pieces = await Promise.all(template.map(async (part) => {
            if (typeof part === 'string')
                return part;
            const piece = await value(await evaluateVariable(part, task), task);
            try {
                return spliceText(piece, dialect.nullInText);
            }
            catch (error) {
                throw attribute(error, task.node, part);
            }
        }));
        return (0,config_node/* dataNode */.F8)(pieces.join(''));
    }
    async function evaluateVariable(variable, task) {
        let explain;
        for (const source of variable.sources) {
            if (source.kind === 'literal') {
                return typeof source.value === 'object' && source.value !== null
                    ? evaluateTemplate(source.value, task)
                    : (0,config_node/* dataNode */.F8)(source.value);
            }
            try {
                const handler = sources.get(source.type) ?? (await findSource?.(source.type, accessOf(task)));
                if (handler === undefined)
                    throw unknownSource(source, sources.keys());
                const call = await evaluateCall(source, task);
                const node = await handler.resolve(call, accessOf(task));
                const settled = node && (await settle(node, task));
                if (settled !== undefined && settled.value !== null && settled.value !== undefined)
                    return settled;
                explain = () => handler.explainMissing(call);
            }
            catch (error) {
                throw attribute(error, task.node, variable);
            }
        }
        const { reason, hint } = explain?.() ?? { reason: 'has no source' };
        const { text, offset } = variable;
        throw new problem/* VariableError */.P$({ code: 'variable-missing', node: task.node, text, offset, reason, hint });
    }
    async function evaluateCall({ params, address }, task) {
        const evaluate = async (part) => typeof part === 'object' && part !== null ? value(await evaluateTemplate(part, task), task) : part;
        const [evaluatedAddress, ...evaluatedParams] = await Promise.all([
            address === undefined ? undefined : evaluate(address),
            ...params.map(evaluate),
        ]);
        return {
            params: evaluatedParams,
            address: evaluatedAddress === undefined ? undefined : spliceText(evaluatedAddress, dialect.nullInText),
        };
    }
    const accessOf = (task) => ({
        walk: (from, path) => walk(from, path, task),
        value: (node) => value(node, task),
        share: (node, work) => once(sharing, node, task, (shared) => work(accessOf(shared))),
    });
    function tooManyValues(node) {
        return (0,root_settings/* invalidSetting */.gT)({ name: (0,config_node/* nodeName */.qp)(node, document), node }, `holds more than ${maxValues.toLocaleString('en')} values, its variables resolved`, { code: 'config-too-large', hint: 'Look for variables that multiply each other.' });
    }
    function circularFailure(circle) {
        const names = [...circle, ...circle.slice(0, 1)].map((task) => (0,config_node/* nodeName */.qp)(task.node, document));
        const distinct = names.filter((name, index) => index === 0 || name !== names[index - 1]);
        return new problem/* SourceFailure */.oi('variable-circular', `refers to itself: ${distinct.join(' -> ')}`);
    }
    return { root, settle: (node) => settle(node), walk: (from, path) => walk(from, path), value: (node) => value(node) };
}
/** Says of a failure which variable it is about, and of a problem elsewhere who needs that variable. */
function attribute(error, node, variable) {
    if (error instanceof problem/* VariableError */.P$) {
        return error.problem.node === node ? error : new problem/* VariableError */.P$({ ...error.problem, neededBy: node });
    }
    if (error instanceof VariableSyntaxError) {
        const { text, offset, message } = error;
        return new problem/* VariableError */.P$({ code: 'variable-syntax', node, text, offset, reason: message });
    }
    if (error instanceof problem/* SourceFailure */.oi) {
        const { text, offset } = variable ?? { text: String(node.value), offset: 0 };
        const { code, message, hint } = error;
        return new problem/* VariableError */.P$({ code, node, text, offset, reason: message, hint });
    }
    return error;
}
//# sourceMappingURL=resolver.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/env.js



/** `env:NAME`: an environment variable. One that is empty is a value. */
function envSource(environment) {
    return {
        resolve: async ({ address }) => {
            if (address === undefined || address === '') {
                throw new problem/* SourceFailure */.oi('variable-address', 'names no environment variable', 'Write ${env:NAME}.');
            }
            const name = process.platform === 'win32' ? anyCase(environment, address) : address;
            return Object.hasOwn(environment, name) ? (0,config_node/* dataNode */.F8)(environment[name]) : undefined;
        },
        explainMissing: ({ address = '' }) => {
            // Of short names there is always one that is near.
            const nearest = address.length < 5 ? undefined : (0,nearest_name/* nearestName */.q)(address, Object.keys(environment));
            const meant = nearest === undefined ? '' : `Did you mean \${env:${nearest}}? `;
            return {
                reason: `has no value: the environment variable ${address} is not set`,
                hint: `${meant}Set it, or give a fallback: \${env:${address}, '…'}.`,
            };
        },
    };
}
/** Windows does not tell `Path` from `PATH`. */
function anyCase(environment, name) {
    return Object.keys(environment).find((candidate) => candidate.toUpperCase() === name.toUpperCase()) ?? name;
}
//# sourceMappingURL=env.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/self.js


/** `self:a.b.0`: a place in the configuration itself, as the user wrote it: there are no defaults. */
function selfSource(root) {
    return {
        resolve: ({ address }, { walk }) => walk(root, pathOf(address)),
        explainMissing: ({ address }) => {
            const hint = hintFor(pathOf(address), root);
            return {
                reason: `has no value: there is nothing at ${address ?? ''} in the configuration`,
                ...(hint === undefined ? {} : { hint }),
            };
        },
    };
}
function hintFor(path, root) {
    const address = path.join('.');
    if (address === 'provider.stage')
        return 'Use ${sls:stage}: it is the stage that is used, given or not.';
    if (address === 'provider.region')
        return 'Use ${aws:region}: it is the region that is used, given or not.';
    let node = root;
    for (const [index, key] of path.entries()) {
        const child = (0,config_node/* childNode */.JY)(node, key);
        if (child === undefined) {
            const nearest = (0,config_node/* isMapping */.pi)(node.value) ? (0,nearest_name/* nearestName */.q)(key, Object.keys(node.value)) : undefined;
            if (nearest === undefined)
                return undefined;
            return `Did you mean \${self:${[...path.slice(0, index), nearest, ...path.slice(index + 1)].join('.')}}?`;
        }
        node = child;
    }
    return undefined;
}
/** An address taken apart: `a.b.0` leads to item 0 of `b` of `a`; an empty one to the whole. */
function pathOf(address) {
    return address === undefined || address === '' ? [] : address.split('.');
}
//# sourceMappingURL=self.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/file.js






/** An address as version 4 may have it too: `a[0].b` leads where `a.0.b` does. */
function indexedPathOf(address) {
    return pathOf(address.replaceAll(/\.?\[(\d+)\]/g, '.$1').replace(/^\./, ''));
}
/**
 * `file(path):a.b`: a file, or a place in it. Paths start from the service's root, those in an included file too. Scripts
 * are run; files that are neither YAML nor JSON are text.
 */
function fileSource(folder, readDocument, readScript) {
    return {
        resolve: async ({ params: [name], address }, access) => {
            if (typeof name !== 'string' || name === '') {
                throw new problem/* SourceFailure */.oi('variable-address', 'names no file', 'Write ${file(./name.yml)}.');
            }
            const path = (0,external_node_path_.resolve)(folder, name);
            const read = async (keys) => {
                if (isScript(path))
                    return readScript(path, keys, access);
                const document = await readDocument(path);
                return document && access.walk((0,config_node/* rootNode */.bP)(document), keys);
            };
            const found = await read(pathOf(address));
            return found === undefined && address?.includes('[') ? read(indexedPathOf(address)) : found;
        },
        explainMissing: ({ params: [name], address }) => {
            const path = (0,display_path/* displayPath */.G)((0,external_node_path_.resolve)(folder, String(name)));
            const hint = "Mend the path (it starts from the service's root), or give a fallback.";
            return address === undefined
                ? { reason: `has no value: ${path} does not exist, or holds nothing`, hint }
                : { reason: `has no value: ${path} does not exist, or has nothing at ${address}`, hint };
        },
    };
}
//# sourceMappingURL=file.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/opt.js


/** `opt:name`: an option of the command line; with no name, all of them. */
function optSource(options) {
    return {
        resolve: async ({ address }) => {
            if (address === undefined || address === '')
                return (0,config_node/* dataNode */.F8)(options);
            return Object.hasOwn(options, address) ? (0,config_node/* dataNode */.F8)(options[address]) : undefined;
        },
        explainMissing: ({ address = '' }) => {
            const nearest = (0,nearest_name/* nearestName */.q)(address, [...Object.keys(options), 'stage', 'region']);
            const meant = nearest === undefined || nearest === address ? '' : `Did you mean \${opt:${nearest}}? `;
            const give = ['stage', 'region'].includes(address)
                ? `Give the ${address}`
                : `Give it as an \`opt\` (${address}=…)`;
            return {
                reason: `has no value: the option ${address} is not given`,
                hint: `${meant}${give}, or give a fallback: \${opt:${address}, '…'}.`,
            };
        },
    };
}
//# sourceMappingURL=opt.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/param.js



/**
 * `param:name`: a parameter of the service. A given one (`--param`) comes first, then the stage's (`stages.<stage>.params`,
 * `params.<stage>`), then the default's; empty ones are passed over.
 */
function paramSource(params, root, stageOf) {
    return {
        resolve: async ({ address }, access) => {
            if (address === undefined || address === '') {
                throw new problem/* SourceFailure */.oi('variable-address', 'names no parameter', 'Write ${param:name}.');
            }
            if (Object.hasOwn(params, address))
                return (0,config_node/* dataNode */.F8)(params[address]);
            const stage = await stageOf(access);
            for (const group of [stage, 'default']) {
                for (const path of [
                    ['stages', group, 'params'],
                    ['params', group],
                ]) {
                    const node = await access.walk(root, [...path, address]);
                    if (node !== undefined && node.value !== null)
                        return node;
                }
            }
            return undefined;
        },
        explainMissing: ({ address = '' }) => {
            const nearest = (0,nearest_name/* nearestName */.q)(address, [...Object.keys(params), ...param_namesIn(root)]);
            const meant = nearest === undefined || nearest === address ? '' : `Did you mean \${param:${nearest}}? `;
            return {
                reason: `has no value: the parameter ${address} is neither given, nor set for the stage, nor by default`,
                hint: `${meant}Give it as a \`param\` (${address}=…), or set it under params.default.`,
            };
        },
    };
}
/** The names of parameters that the configuration itself has, of any stage. */
function param_namesIn(root) {
    const members = (node) => (node === undefined ? [] : (0,config_node/* childNodes */.EK)(node));
    const groups = [
        ...members((0,config_node/* childNode */.JY)(root, 'params')),
        ...members((0,config_node/* childNode */.JY)(root, 'stages')).map((stage) => (0,config_node/* childNode */.JY)(stage, 'params')),
    ];
    return groups.flatMap(members).map(({ path }) => path.at(-1) ?? '');
}
//# sourceMappingURL=param.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/sls.js


/** `sls:stage`: the stage that is used. `sls:instanceId`: a number that is the same for the whole run. */
function slsSource(stageOf) {
    const instanceId = String(Date.now());
    return {
        resolve: async ({ address = '' }, access) => {
            if (address === 'stage')
                return (0,config_node/* dataNode */.F8)(await stageOf(access));
            if (address === 'instanceId')
                return (0,config_node/* dataNode */.F8)(instanceId);
            throw new problem/* SourceFailure */.oi('variable-address', `asks for \`${address}\`, which the source sls does not have`, 'It has ${sls:stage} and ${sls:instanceId}.');
        },
        explainMissing: () => ({ reason: 'has no value' }),
    };
}
//# sourceMappingURL=sls.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/str-to-bool.js


/** `strToBool(text)`: `true` or `1`, `false` or `0`, whatever the case and the blanks around. */
function strToBoolSource() {
    return {
        resolve: async ({ params: [input] }) => {
            const text = String(input ?? '')
                .trim()
                .toLowerCase();
            if (text === 'true' || text === '1')
                return (0,config_node/* dataNode */.F8)(true);
            if (text === 'false' || text === '0')
                return (0,config_node/* dataNode */.F8)(false);
            throw new problem/* SourceFailure */.oi('variable-address', `can't be read as a boolean: it is given \`${text}\``, 'Give it true, false, 1 or 0.');
        },
        explainMissing: () => ({ reason: 'has no value' }),
    };
}
//# sourceMappingURL=str-to-bool.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources.js







/** The sources whose code loads when a variable first asks one of them. */
const remoteSourceNames = [
    ...['git', 'ssm', 's3', 'cf', 'aws', 'doppler', 'terraform', 'vault'],
    ...['output', 'state', 'secrets'],
];
/** The sources of variables by the name that a variable begins with. */
function createSources(inputs) {
    const { root, folder, options, params, environment, stageOf, readDocument, readScript } = inputs;
    let remote;
    const loadRemote = () => {
        remote ??= __nccwpck_require__.e(/* import() */ 933).then(__nccwpck_require__.bind(__nccwpck_require__, 6933)).then((module) => module.createRemoteSources(inputs));
        return remote;
    };
    return new Map([
        ['self', selfSource(root)],
        ['opt', optSource(options)],
        ['env', envSource(environment)],
        ['file', fileSource(folder, readDocument, readScript)],
        ['param', paramSource(params, root, stageOf)],
        ['sls', slsSource(stageOf)],
        ['strToBool', strToBoolSource()],
        ...remoteSourceNames.map((name) => [name, lateSource(name, loadRemote)]),
    ]);
}
/** The source of a name that is not built in: a configured resolver, or a source with its region as version 1 wrote it. */
async function findSource(name, sources, inputs, access) {
    const [, type, region] = /^(ssm|s3|cf)\.([a-z]{2}(?:-[a-z]+)+-\d+)$/.exec(name) ?? [];
    const source = type === undefined ? undefined : sources.get(type);
    if (source === undefined) {
        const { configuredSource } = await __nccwpck_require__.e(/* import() */ 589).then(__nccwpck_require__.bind(__nccwpck_require__, 4970));
        return configuredSource(name, inputs, access);
    }
    return {
        resolve: (call, callAccess) => source.resolve({ ...call, params: [region, ...call.params] }, callAccess),
        explainMissing: (call) => source.explainMissing({ ...call, params: [region, ...call.params] }),
    };
}
/** A source that is loaded with others when it is first asked. */
function lateSource(name, load) {
    let source;
    return {
        resolve: async (call, access) => {
            source = (await load()).get(name);
            return source?.resolve(call, access);
        },
        explainMissing: (call) => source?.explainMissing(call) ?? { reason: 'has no value' },
    };
}
//# sourceMappingURL=sources.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/serverless-service.js




















/**
 * Opens a service of the Serverless Framework.
 * @throws UserError where there is none, or its file, provider, stage or region is wrong.
 */
async function openServerlessService(options) {
    const { workingDirectory, config, projectCode, environment } = options;
    const folder = config ? (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workingDirectory, config)) : workingDirectory;
    const scripts = createScripts({ folder, projectCode, environment, options: optionsOf(options) });
    try {
        return await serverless_service_open(options, scripts);
    }
    catch (error) {
        await scripts[Symbol.asyncDispose]();
        throw error;
    }
}
async function serverless_service_open(options, scripts) {
    const read = await readConfiguration(options.workingDirectory, options.config, scripts);
    const root = (0,external_node_path_.dirname)(read.file.path);
    const dialect = dialectOf((0,config_node/* isMapping */.pi)(read.value) ? read.value['frameworkVersion'] : undefined);
    const document = inDialect(read, dialect);
    const environment = { ...options.environment };
    const answers = (0,offline_answers/* createOfflineAnswers */.d)(options.variables ?? {});
    let isOpen = false;
    const regionFor = (access) => regionOf(access, {
        given: options.region,
        environment,
        ...(dialect.ownIdentity === 'first' ? { ofResolver: () => deploymentRegion(access, options.stage) } : {}),
    });
    const opening = { answers, isOpen: () => isOpen, dialect, environment, scripts, regionFor };
    const resolver = openResolver(document, root, options, opening);
    const explained = (work) => serverless_service_explain(work, document);
    const stage = await explained(Promise.all([checkStages(resolver, dialect), checkProvider(resolver)]).then(() => stageOf(resolver, options.stage)));
    const dotenv = await explained(loadDotenv({ resolver, dialect, folder: root, stage, environment }));
    Object.assign(environment, dotenv);
    scripts.addVariables(dotenv);
    const region = await explained(regionFor(resolver));
    const identity = await readOwnIdentity(resolver, { dialect, stage, explained, report: options.report });
    isOpen = true;
    const { report } = options;
    const facts = {
        resolver,
        root,
        stage,
        region,
        report,
        overridden: new Set(options.overridden),
        answers,
        aws: options.aws,
        pluginVariables: () => dotenvPluginVariables({ resolver, folder: root, environment, options: optionsOf(options), report }),
    };
    return {
        root,
        configFile: document.file.path,
        stage,
        region,
        identity,
        dotenv,
        names: () => explained(readFunctionEntries(resolver).then((entries) => [...entries.keys()])),
        load: async (name) => {
            const loaded = await explained(load(facts, name));
            reportUnused(answers, options);
            return loaded;
        },
        property: (path) => explained(readProperty(resolver, path)),
        [Symbol.asyncDispose]: () => scripts[Symbol.asyncDispose](),
    };
}
/** The document as its own dialect reads it, which is only known once it has been read. */
function inDialect(document, { dates }) {
    const { file } = document;
    const isOtherwise = file.format === 'yaml' && dates !== 'text' && /\d{4}-\d\d?-\d/.test(file.text);
    return isOtherwise ? { file, value: readYaml(file.text, file.path, dates) } : document;
}
/** What `${opt:}` sees. */
function optionsOf({ stage, region, options }) {
    return { ...(stage ? { stage } : {}), ...(region ? { region } : {}), ...options };
}
function openResolver(document, folder, options, opening) {
    if (!(0,config_node/* isMapping */.pi)(document.value)) {
        const root = { document, path: [], value: document.value };
        throw (0,root_settings/* invalidSetting */.gT)({ name: 'The configuration', node: root }, `must be a mapping, and is ${(0,config_node/* kindOf */.I)(document.value)}`, { code: 'config-invalid', hint: 'It begins with lines such as `service: my-service` and `provider: aws`.' });
    }
    const { stage, params } = options;
    const { dialect, environment, scripts, regionFor } = opening;
    const root = { document, path: [], value: document.value };
    const inputs = {
        ...opening,
        root,
        folder,
        options: optionsOf(options),
        params,
        environment,
        stageOf: (access) => stageOf({ root, ...access }, stage),
        readDocument: createDocumentReader(dialect.dates),
        readScript: (path, keys, access) => scripts.readPlace(path, keys, { root, dialect }, access),
        regionOf: (access) => regionFor({ root, ...access }),
        aws: options.aws,
        signal: options.signal ?? new AbortController().signal,
        onSecret: options.onSecret ?? (() => { }),
    };
    const sources = createSources(inputs);
    return createResolver(document, sources, {
        dialect,
        findSource: (name, access) => findSource(name, sources, inputs, access),
    });
}
/** A given answer that the function does not need is seldom wrong; one that is misspelt always is. */
function reportUnused(answers, { report }) {
    for (const { name, meant } of answers.unused()) {
        report({
            severity: 'notice',
            code: 'variable-answer-unused',
            message: `The answer to \`${name}\` was not needed.`,
            ...(meant === undefined ? {} : { hint: `Was it meant for \${${meant}}?` }),
        });
    }
}
async function load(facts, name) {
    const { resolver } = facts;
    const entries = await readFunctionEntries(resolver);
    const entry = entries.get(name);
    const body = entry && (await readFunctionBody(resolver, entry));
    if (body !== undefined)
        return loadFunction(facts, body);
    for (const candidate of entries.values()) {
        const other = await readFunctionBody(resolver, candidate).catch(ignoreSibling);
        const fullName = other && (await functionName(facts, other).catch(ignoreSibling));
        if (other !== undefined && fullName === name)
            return loadFunction(facts, other);
    }
    const functions = await resolver.walk(resolver.root, ['functions']);
    throw unknownFunction(name, [...entries.keys()], functions ?? resolver.root);
}
/** What is wrong with a function that was not asked for does no harm. */
function ignoreSibling(error) {
    if (error instanceof problem/* VariableError */.P$ || error instanceof user_error/* UserError */.y)
        return undefined;
    throw error;
}
async function readProperty({ root, walk, value }, path) {
    const node = await walk(root, path);
    return node && value(node);
}
async function serverless_service_explain(work, document) {
    try {
        return await work;
    }
    catch (error) {
        throw error instanceof problem/* VariableError */.P$ ? (0,problem/* toUserError */.dZ)(error, document) : error;
    }
}
//# sourceMappingURL=serverless-service.js.map
;// CONCATENATED MODULE: ./lib/src/service/open-service.js

/**
 * Opens the project's configuration: finds and reads its file, and settles the service's name, stage and region.
 * @throws UserError where there is no configuration, or it can't be read.
 */
async function openService(options) {
    return openServerlessService(options);
}
//# sourceMappingURL=open-service.js.map
// EXTERNAL MODULE: ./lib/src/lambda/elf-machine.js
var elf_machine = __nccwpck_require__(7777);
;// CONCATENATED MODULE: ./lib/src/invoke/architecture-notice.js


/**
 * The notice that a function runs on another architecture than it declares, where the code of its language runs on any. The
 * program of a custom runtime does not: its own failure says so.
 * @param host this machine's architecture
 */
async function architectureNotice(fn, host = (0,elf_machine/* hostArchitecture */.m)()) {
    if (fn.architecture === host || (0,runtimes/* parseRuntime */.Sw)(fn.runtime)?.language === 'custom')
        return undefined;
    const location = await fn.origin('architecture');
    if (location === undefined)
        return undefined;
    return {
        severity: 'notice',
        code: 'architecture',
        message: `${fn.key} is a function for ${fn.architecture}, and runs on this machine's ${host}.`,
        hint: `Native code in its packages has to be installed for ${host} here. To run it as it is deployed, take a runner of its architecture, such as ${fn.architecture === 'arm64' ? 'ubuntu-24.04-arm' : 'ubuntu-24.04'}.`,
        location,
    };
}
//# sourceMappingURL=architecture-notice.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/context.js

/** The members that Lambda's runtimes read from their environment, by their names in Node and in Python. */
const variableOf = {
    functionName: 'AWS_LAMBDA_FUNCTION_NAME',
    function_name: 'AWS_LAMBDA_FUNCTION_NAME',
    functionVersion: 'AWS_LAMBDA_FUNCTION_VERSION',
    function_version: 'AWS_LAMBDA_FUNCTION_VERSION',
    memoryLimitInMB: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
    memory_limit_in_mb: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
    logGroupName: 'AWS_LAMBDA_LOG_GROUP_NAME',
    log_group_name: 'AWS_LAMBDA_LOG_GROUP_NAME',
    logStreamName: 'AWS_LAMBDA_LOG_STREAM_NAME',
    log_stream_name: 'AWS_LAMBDA_LOG_STREAM_NAME',
};
/**
 * Sorts the members of a caller's context by the way that they travel: those that the Runtime API or the environment
 * carries go there, so that every runtime sees them; the rest goes by a header that only our own bootstraps read.
 * @throws UserError where a member that Lambda has cannot be what the caller made it
 */
function splitContext(context) {
    const variables = {};
    const members = {};
    const headers = {};
    for (const [name, value] of Object.entries(context)) {
        const variable = variableOf[name];
        if (name === 'awsRequestId' || name === 'aws_request_id')
            headers.requestId = textMember(name, value);
        else if (name === 'invokedFunctionArn' || name === 'invoked_function_arn')
            headers.functionArn = textMember(name, value);
        else if (name === 'clientContext' || name === 'client_context')
            headers.clientContext = JSON.stringify(value);
        else if (name === 'tenantId' || name === 'tenant_id')
            headers.tenantId = textMember(name, value);
        else if (name === 'identity')
            headers.cognitoIdentity = cognitoIdentity(value);
        else if (variable !== undefined && (typeof value === 'string' || typeof value === 'number')) {
            variables[variable] = String(value);
        }
        else
            members[name] = value;
    }
    if (Object.keys(members).length > 0)
        headers.contextMembers = JSON.stringify(members);
    return { ...headers, variables };
}
function textMember(name, value) {
    if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value))
        return value;
    throw new user_error/* UserError */.y({
        code: 'context-member',
        message: `The context's ${name} has to be a text of printable ASCII characters without spaces.`,
        hint: `Pass it as in {"${name}": "…"}, or leave it out.`,
    });
}
/** The identity as Lambda's header has it, also from the names that it has in Python. */
function cognitoIdentity(value) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const { cognito_identity_id: id, cognito_identity_pool_id: pool, ...rest } = value;
    return JSON.stringify({
        ...(id === undefined ? {} : { cognitoIdentityId: id }),
        ...(pool === undefined ? {} : { cognitoIdentityPoolId: pool }),
        ...rest,
    });
}
//# sourceMappingURL=context.js.map
;// CONCATENATED MODULE: ./lib/src/identity/resolve-credentials.js

/**
 * Finds the credentials of the handler, first that is there: the caller's keys, the caller's profile, the keys of the
 * environment, `AWS_PROFILE`, the service's own identity (before the environment where the service says so), the default
 * profile. The machine's own identity (instance metadata,
 * a container's role) is never asked for.
 * @returns `undefined` where there are none: many functions need none.
 * @throws UserError where what the caller asked for is incomplete or not there, or a profile fails to give its credentials.
 */
async function resolveCredentials(options) {
    const { request, service } = options;
    const given = givenKeys(request);
    if (given !== undefined)
        return given;
    if (request.profile)
        return fromNamedProfile(request.profile, 'input', options);
    const finders = service?.isFirst ? [ofService, ofEnvironment] : [ofEnvironment, ofService];
    for (const find of finders) {
        const found = await find(options);
        if (found !== undefined)
            return found;
    }
    const { fromDefaultProfile } = await __nccwpck_require__.e(/* import() */ 563).then(__nccwpck_require__.bind(__nccwpck_require__, 8563));
    return fromDefaultProfile(options);
}
async function ofEnvironment(options) {
    const profile = options.hostEnvironment['AWS_PROFILE'];
    return environmentKeys(options) ?? (profile ? fromNamedProfile(profile, 'environment', options) : undefined);
}
async function ofService(options) {
    for (const { setting, identity } of options.service?.candidates ?? []) {
        if ('profile' in identity) {
            const found = await fromNamedProfile(identity.profile, { setting }, options);
            if (found !== undefined)
                return found;
        }
        else {
            const { accessKeyId, secretAccessKey, sessionToken } = identity;
            return keys(accessKeyId, secretAccessKey, sessionToken, 'service');
        }
    }
    return undefined;
}
async function fromNamedProfile(profile, askedBy, options) {
    const { fromProfileAskedFor } = await __nccwpck_require__.e(/* import() */ 563).then(__nccwpck_require__.bind(__nccwpck_require__, 8563));
    return fromProfileAskedFor(profile, askedBy, options);
}
function givenKeys({ accessKeyId, secretAccessKey, sessionToken }) {
    if (accessKeyId && secretAccessKey)
        return keys(accessKeyId, secretAccessKey, sessionToken, 'input');
    if (!accessKeyId && !secretAccessKey && !sessionToken)
        return undefined;
    const missing = [
        ...(accessKeyId ? [] : ['aws-access-key-id']),
        ...(secretAccessKey ? [] : ['aws-secret-access-key']),
    ].join(' and ');
    throw new user_error/* UserError */.y({
        code: 'credentials-incomplete',
        message: `The credentials are incomplete: ${missing} is not given.`.replace(/ and (.*) is /, ' and $1 are '),
        hint: 'Give aws-access-key-id and aws-secret-access-key together. A secret that is not set in the repository is empty.',
    });
}
function environmentKeys({ hostEnvironment, report }) {
    const accessKeyId = hostEnvironment['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = hostEnvironment['AWS_SECRET_ACCESS_KEY'];
    if (accessKeyId && secretAccessKey) {
        return keys(accessKeyId, secretAccessKey, hostEnvironment['AWS_SESSION_TOKEN'], 'environment');
    }
    if (accessKeyId || secretAccessKey) {
        const [present, missing] = accessKeyId
            ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
            : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
        report({
            severity: 'warning',
            code: 'credentials-incomplete',
            message: `The environment has ${present} but not ${missing}: neither is used.`,
            hint: `Set ${missing} too, or unset ${present}.`,
        });
    }
    return undefined;
}
function keys(accessKeyId, secretAccessKey, sessionToken, source) {
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), source };
}
//# sourceMappingURL=resolve-credentials.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/credentials.js


/**
 * Makes the one way to the credentials of a run: the configuration and the handler get the same ones, which are looked
 * for once, by whoever needs them first.
 * @param service the service, which must be open by the time that the credentials are asked for
 */
function createCredentialsFinder(request, hooks, service) {
    const { installation, report, signal, onCredentials } = hooks;
    const found = new Map();
    const find = async (profile) => {
        const { region, identity, dotenv } = service() ?? {};
        const credentials = await resolveCredentials({
            request: profile === undefined ? request.credentials : { profile },
            hostEnvironment: { ...dotenv, ...request.hostEnvironment },
            loadProfiles: () => loadAws(installation.chunks),
            report,
            signal,
            ...(region === undefined ? {} : { region }),
            ...(identity === undefined ? {} : { service: identity }),
        });
        if (credentials !== undefined)
            onCredentials?.(credentials);
        return credentials;
    };
    return (profile) => {
        const credentials = found.get(profile) ?? find(profile);
        found.set(profile, credentials);
        return credentials;
    };
}
//# sourceMappingURL=credentials.js.map
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __nccwpck_require__(1409);
;// CONCATENATED MODULE: ./lib/src/invoke/exec-wrapper.js


const variable = 'AWS_LAMBDA_EXEC_WRAPPER';
/**
 * Has a runtime started by the script that `AWS_LAMBDA_EXEC_WRAPPER` names, which gets the command and its arguments.
 * Source: Lambda developer guide, "Modifying the runtime environment", wrapper scripts.
 * @returns `notice` where that script is not here, or the runtime is one that Lambda starts without: it is started without it then
 */
async function wrapLaunches(launches, fn, environment) {
    const named = environment[variable];
    if (named === undefined || named === '')
        return { launches };
    if (launches[0].entrypoint !== undefined)
        return { launches, notice: await ignored(fn) };
    const wrapper = (0,search_path/* executable */.F)(named);
    if (wrapper !== undefined) {
        const wrap = (launch) => ({ ...launch, command: wrapper, args: [launch.command, ...launch.args] });
        const [first, ...others] = launches;
        return { launches: [wrap(first), ...others.map(wrap)] };
    }
    const location = await fn.origin(`environment.${variable}`);
    const isThere = (0,external_node_fs_.existsSync)(named);
    return {
        launches,
        notice: {
            severity: 'warning',
            code: 'exec-wrapper-missing',
            message: `${fn.key} has the wrapper script ${fn.environment[variable] ?? named} (${variable}), which is ${isThere ? 'not executable' : 'not here'}: the function runs without it.`,
            hint: isThere
                ? 'Set its mode, such as by `git update-index --chmod=+x`: Lambda would not start the function.'
                : 'A script of a layer is here only where the layer is one of the service, with a `path`.',
            ...(location === undefined ? {} : { location }),
        },
    };
}
async function ignored(fn) {
    const location = await fn.origin(`environment.${variable}`);
    return {
        severity: 'warning',
        code: 'exec-wrapper-ignored',
        message: `${fn.key} has a wrapper script (${variable}), which Lambda does not use for ${fn.runtime}: the function runs without it.`,
        hint: 'Start it from the bootstrap itself.',
        ...(location === undefined ? {} : { location }),
    };
}
//# sourceMappingURL=exec-wrapper.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/explain-end.js
/**
 * What is behind a failure, and what to do about it, where that can be told; of a function that brings its own program also
 * what would make it fail in Lambda alone.
 * @param launch how the runtime was started
 * @param taskRoot the folder of the function's code, absolute
 */
async function explainEnd(fn, launch, taskRoot, outcome) {
    if (outcome.status === 'error' && fn.runtime.startsWith('java')) {
        return (await __nccwpck_require__.e(/* import() */ 21).then(__nccwpck_require__.bind(__nccwpck_require__, 2021))).explainJavaError(fn, outcome);
    }
    if (launch.entrypoint !== undefined) {
        const { explainEntrypoint } = await __nccwpck_require__.e(/* import() */ 748).then(__nccwpck_require__.bind(__nccwpck_require__, 5748));
        const explanation = await explainEntrypoint(fn, launch, taskRoot, outcome);
        if (explanation !== undefined)
            return explanation;
    }
    if (outcome.status === 'success' || outcome.errorType.startsWith('Extension.'))
        return undefined;
    const { findHint } = await __nccwpck_require__.e(/* import() */ 922).then(__nccwpck_require__.bind(__nccwpck_require__, 5922));
    return findHint({ function: fn, launch, taskRoot, outcome });
}
//# sourceMappingURL=explain-end.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/function-arn.js


/** The unqualified ARN of a function, with a mocked account where none is given. */
function functionArn(name, region, accountId = lambda_limits/* mockedAccountId */.od) {
    return `arn:${(0,partition/* partitionOf */.i)(region)}:lambda:${region}:${accountId}:function:${name}`;
}
//# sourceMappingURL=function-arn.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/handler-source.js


/** The order in which tools look for the source of a handler; their users rely on it where there are several. */
const searchOrders = {
    'build.esbuild': ['.js', '.ts', '.cjs', '.mjs', '.cts', '.mts', '.jsx', '.tsx'],
    'serverless-esbuild': ['.ts', '.js', '.jsx', '.tsx', '.mts', '.cts', '.mjs', '.cjs'],
    'serverless-plugin-typescript': ['.ts', '.tsx', '.mts', '.cts'],
    'serverless-webpack': ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.cjs', '.mts', '.cts'],
    'serverless-bundle': ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.cjs', '.mts', '.cts'],
};
const uncompiled = ['.ts', '.mts', '.cts', '.tsx', '.jsx'];
/**
 * The source that a handler has to be compiled from. Without a tool that compiles it anyway, a file that Lambda would load
 * as it is wins, as Lambda looks for it: the module's path itself, `.js`, `.mjs`, `.cjs`.
 * @param root the folder that the handler string is relative to, absolute
 * @returns its absolute path; `undefined` where nothing is to be compiled
 */
function handlerSource(root, handler, tool) {
    const module = modulePath(root, handler);
    if (module === undefined)
        return undefined;
    const found = (extensions) => extensions.map((extension) => module + extension).find(isFile);
    if (tool !== undefined)
        return found(searchOrders[tool]);
    if (isFile(module) || ['.js', '.mjs', '.cjs'].some((extension) => (0,external_node_fs_.existsSync)(module + extension)))
        return undefined;
    return found(uncompiled);
}
/** The path of a handler's module without its extension, split as Lambda splits it; what is malformed is the bootstrap's to say. */
function modulePath(root, handler) {
    const name = (0,external_node_path_.basename)(handler);
    const dot = name.indexOf('.');
    if (dot <= 0 || handler.includes('..'))
        return undefined;
    return (0,external_node_path_.join)(root, handler.slice(0, handler.lastIndexOf(name)), name.slice(0, dot));
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
//# sourceMappingURL=handler-source.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/handler-build.js


/**
 * Compiles the handler of a function whose source is no JavaScript, or whose project compiles it anyway. What is
 * JavaScript costs a look at the file system, and nothing of the compilers is loaded for it.
 * @throws UserError where the source, or how the project has it compiled, is wrong
 */
async function buildHandler(fn, environment, { installation, report, signal }) {
    const declared = (0,runtimes/* parseRuntime */.Sw)(fn.runtime);
    if (declared?.language !== 'nodejs' || fn.code.kind !== 'folder')
        return undefined;
    const settings = await fn.build?.();
    const source = handlerSource(fn.code.folder, fn.handler, settings?.tool);
    if (source === undefined)
        return undefined;
    const { compileHandler } = await __nccwpck_require__.e(/* import() */ 624).then(__nccwpck_require__.bind(__nccwpck_require__, 7624));
    return compileHandler({
        source,
        root: fn.sourceRoot,
        nodeVersion: declared.version,
        provider: { stage: fn.stage, region: fn.region, runtime: fn.runtime },
        settings,
        chunks: installation.chunks,
        environment,
        report,
        signal,
    });
}
//# sourceMappingURL=handler-build.js.map
// EXTERNAL MODULE: ./lib/src/invoke/interpreter-advice.js
var interpreter_advice = __nccwpck_require__(9978);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/candidate.js
var interpreter_candidate = __nccwpck_require__(4584);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/tool-cache.js
var tool_cache = __nccwpck_require__(4308);
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/node.js





/**
 * The Nodes that may run a function, best first: those of the declared version (on `PATH`, in the tool cache, our own),
 * then the one on `PATH` whose version cannot be told, then the others, the nearest version first.
 */
function findNodes(search) {
    const own = { command: process.execPath, version: process.versions.node };
    const onPath = (0,search_path/* findOnPath */.a)('node', search.environment['PATH']);
    const known = [
        onPath === undefined ? undefined : { command: onPath, ...versionOf(onPath) },
        (0,tool_cache/* findInToolCache */.lj)('node', 'node', search.version, search.environment),
        own,
    ].filter((candidate) => candidate !== undefined);
    const rank = (candidate) => {
        if ((0,interpreter_candidate/* matches */.c)(candidate.version, search.version))
            return 0;
        if (candidate.version === undefined)
            return 1;
        return 2 + Math.abs(Number.parseInt(candidate.version, 10) - Number(search.version));
    };
    return known.sort((a, b) => rank(a) - rank(b));
}
/** The version of a Node that is not asked: our own, the one that its headers name, or the one in its path. */
function versionOf(command) {
    const real = realpath(command);
    if (real === realpath(process.execPath))
        return { version: process.versions.node };
    const inHeader = headerVersion((0,external_node_path_.join)((0,external_node_path_.dirname)(real), '..', 'include', 'node', 'node_version.h'));
    const version = inHeader ?? /[/\\@v](\d+\.\d+\.\d+)[/\\]/.exec(real)?.[1];
    return version === undefined ? {} : { version };
}
function headerVersion(path) {
    try {
        const header = (0,external_node_fs_.readFileSync)(path, 'latin1');
        const [major, minor, patch] = ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)`, 'm').exec(header)?.[1]);
        return major === undefined || minor === undefined || patch === undefined ? undefined : `${major}.${minor}.${patch}`;
    }
    catch {
        return undefined;
    }
}
function realpath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
//# sourceMappingURL=node.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/node-flags.js
/**
 * The flags with which Lambda starts Node: V8's heap at 90 % and its young generation at 5 % of the memory, and up to
 * Node 22 neither `require()` of ES modules nor detection of them (developer guide, "Building Lambda functions with Node.js"). What `NODE_OPTIONS` sets is left
 * alone, and a flag goes only to a version that is known to have it.
 */
function nodeFlags(input) {
    const { declared, version, memorySizeMiB, nodeOptions = '', requiresEsModules = false } = input;
    const flags = [];
    const add = (name, value) => {
        const option = name.replace(/^--(?:no-)?/, '');
        if (!nodeOptions.replaceAll('_', '-').includes(option))
            flags.push(value === undefined ? name : `${name}=${value}`);
    };
    add('--max-old-space-size', Math.floor(memorySizeMiB * 0.9));
    add('--max-semi-space-size', Math.max(1, Math.floor(memorySizeMiB * 0.05)));
    if (version === undefined)
        return flags;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const knowsRequire = major >= 22 || (major === 20 && minor >= 17);
    if (requiresEsModules && knowsRequire)
        add('--experimental-require-module');
    if (Number(declared) > 22)
        return flags;
    if (!requiresEsModules && knowsRequire)
        add('--no-experimental-require-module');
    if (major >= 22 || (major === 20 && minor >= 10))
        add('--no-experimental-detect-module');
    return flags;
}
//# sourceMappingURL=node-flags.js.map
// EXTERNAL MODULE: ./lib/src/invoke/launches/given-interpreter.js
var given_interpreter = __nccwpck_require__(8537);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/nodejs.js




/** The Nodes that can run a function's handler, each with the flags that its version needs. */
const nodejsLaunches = (input, { version: declared }) => {
    const { function: fn, request, environment, runtimes, compiled } = input;
    const given = (0,given_interpreter/* givenInterpreter */.M)(request);
    const search = { version: declared, sourceRoot: fn.sourceRoot, environment: request.hostEnvironment };
    const candidates = given === undefined ? findNodes(search) : [given];
    return candidates.map(({ command, version }) => {
        const flags = nodeFlags({
            declared,
            version,
            memorySizeMiB: fn.memorySizeMiB,
            nodeOptions: environment['NODE_OPTIONS'],
            requiresEsModules: compiled?.requiresEsModules ?? false,
        });
        return {
            command,
            args: [...flags, (0,external_node_path_.join)(runtimes, 'node', 'bootstrap.cjs')],
            ...(compiled === undefined ? {} : { environment: { INVOKE_LOCAL_COMPILED_HANDLER: compiled.file } }),
        };
    });
};
//# sourceMappingURL=nodejs.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/launches/launches-of.js




/** How the runtime of each language is started. All but Node's, which nearly every run is about, load when they are needed. */
const launchers = {
    nodejs: () => nodejsLaunches,
    python: async () => (await __nccwpck_require__.e(/* import() */ 462).then(__nccwpck_require__.bind(__nccwpck_require__, 9462))).pythonLaunches,
    java: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(558)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2558))).javaLaunches,
    ruby: async () => (await __nccwpck_require__.e(/* import() */ 217).then(__nccwpck_require__.bind(__nccwpck_require__, 1217))).rubyLaunches,
    custom: async () => (await __nccwpck_require__.e(/* import() */ 537).then(__nccwpck_require__.bind(__nccwpck_require__, 537))).customLaunches,
};
/**
 * The ways to start a function's runtime, best first.
 * @throws UserError where the runtime cannot be run at all, or no interpreter is there
 */
async function launchesOf(input) {
    const fn = input.function;
    const declared = (0,runtimes/* parseRuntime */.Sw)(fn.runtime);
    if (declared === undefined) {
        throw new user_error/* UserError */.y({
            code: 'runtime-unsupported',
            message: `${fn.key} declares the runtime ${fn.runtime}, which cannot be run here. Supported are ${runtimes/* supportedRuntimes */.Ip}.`,
            location: await fn.origin('runtime'),
        });
    }
    const findLaunches = await launchers[declared.language]();
    const [first, ...others] = await findLaunches(input, declared);
    if (first === undefined)
        throw await (0,interpreter_advice/* interpreterMissing */.Jh)(fn, declared);
    return [first, ...others];
}
//# sourceMappingURL=launches-of.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/project-code.js
/**
 * How the project's own code is run for its configuration. TypeScript is compiled for it, by compilers that load with the
 * first such file; what it was compiled to goes with this.
 * @param environment what the configuration sees of the environment
 */
function createProjectCode({ installation, logs, signal }, environment) {
    let modules;
    const load = async () => {
        const { createTypeScriptModules } = await __nccwpck_require__.e(/* import() */ 16).then(__nccwpck_require__.bind(__nccwpck_require__, 16));
        return createTypeScriptModules({ ...installation, environment, signal });
    };
    return {
        runtimes: installation.runtimes,
        signal,
        onOutput: (chunk, stream) => logs.write(chunk, stream),
        loaderFor: async (file) => {
            modules ??= load();
            return (await modules).launchFor(file);
        },
        async [Symbol.asyncDispose]() {
            await (await modules)?.[Symbol.asyncDispose]();
        },
    };
}
//# sourceMappingURL=project-code.js.map
// EXTERNAL MODULE: ./lib/src/invoke/to-result.js + 3 modules
var to_result = __nccwpck_require__(6349);
;// CONCATENATED MODULE: ./lib/src/invoke/invoke.js
var invoke_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var invoke_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



























/**
 * Runs one function once: reads the service, the credentials and the event, starts the handler in its own runtime,
 * and waits for what comes back.
 * @throws UserError where the request is wrong: nothing was run then
 * @throws the signal's reason where it was aborted, once everything that was started is gone
 */
async function invoke(request, hooks) {
    const listening = RuntimeApi.listen();
    listening.catch(() => { });
    try {
        return await prepareAndRun(request, hooks, listening);
    }
    finally {
        await (await listening)[Symbol.asyncDispose]();
    }
}
/** The Runtime API listens while the configuration is read: its address is wanted as soon as that is known. */
async function prepareAndRun(request, hooks, listening) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { report, signal, onSecret } = hooks;
        const secrets = onSecret === undefined ? {} : { onSecret };
        const visible = visibleToConfiguration(request.hostEnvironment);
        const projectCode = invoke_addDisposableResource(env_1, createProjectCode(hooks, visible), true);
        let service;
        const findCredentials = createCredentialsFinder(request, hooks, () => service);
        service = await openService({
            workingDirectory: request.workingDirectory,
            params: request.params,
            options: request.options,
            environment: visible,
            variables: request.variables ?? {},
            aws: createAwsReader({
                credentials: findCredentials,
                loadAws: () => loadAws(hooks.installation.chunks),
                environment: () => ({ ...service?.dotenv, ...request.hostEnvironment }),
                ...secrets,
                signal,
            }),
            ...secrets,
            signal,
            overridden: Object.keys(request.environment),
            projectCode,
            report,
            ...(request.config === undefined ? {} : { config: request.config }),
            ...(request.stage === undefined ? {} : { stage: request.stage }),
            ...(request.region === undefined ? {} : { region: request.region }),
        });
        const opened = invoke_addDisposableResource(env_1, service, true);
        const fn = await opened.load(request.function ?? (await refuseNoFunction(opened)));
        await reportRefusals(fn, report);
        const otherArchitecture = await architectureNotice(fn);
        if (otherArchitecture !== undefined)
            report(otherArchitecture);
        const placed = invoke_addDisposableResource(env_1, await placeFunction(fn, signal), true);
        const credentials = await findCredentials();
        const environment = await buildEnvironment({
            function: fn,
            placed,
            host: { ...service.dotenv, ...request.hostEnvironment },
            inherit: request.inheritEnvironment,
            credentials,
            overrides: request.environment,
            logStreamName: logStreamName(new Date()),
            report,
        });
        const tools = {
            root: fn.sourceRoot,
            runtimes: hooks.installation.runtimes,
            environment: () => environment,
            ...(projectCode.loaderFor === undefined ? {} : { loaderFor: projectCode.loaderFor }),
            report,
            signal,
            onOutput: (chunk, stream) => hooks.logs.write(chunk, stream),
        };
        const context = splitContext(await readContext(request.context, tools));
        const variables = { ...environment, ...without(context.variables, request.environment) };
        const { payload } = await readEvent(request.event, tools);
        const compiled = invoke_addDisposableResource(env_1, await buildHandler(fn, variables, hooks), true);
        const { runtimes } = hooks.installation;
        const launches = await launchesOf({ function: fn, placed, request, environment: variables, runtimes, compiled });
        const { launches: candidates, notice } = await wrapLaunches(launches, fn, variables);
        if (notice !== undefined)
            report(notice);
        await opened[Symbol.asyncDispose]();
        await hooks.onResolved?.({
            function: fn,
            taskRoot: placed.taskRoot,
            environment: variables,
            launches: candidates,
            ...(credentials === undefined ? {} : { credentials }),
        });
        signal.throwIfAborted();
        const outcome = await run(fn, {
            candidates,
            environment: variables,
            workingDirectory: placed.taskRoot,
            timeoutMs: fn.timeoutMs,
            memorySizeMiB: fn.memorySizeMiB,
            runtime: fn.runtime,
            logging: fn.logging,
            functionArn: functionArn(fn.name, fn.region, request.variables?.['aws:accountId']),
            logs: hooks.logs,
            ...(placed.layerRoot === undefined ? {} : externalExtensions(fn, placed.layerRoot, report)),
            onStarting: () => {
                payload();
                hooks.onSandboxStarting?.();
            },
            ...(hooks.onDispatched === undefined ? {} : { onDispatched: hooks.onDispatched }),
        }, { ...context, event: payload, traceId: traceHeader(new Date()) }, await listening, signal);
        const explanation = await explainEnd(fn, launches[0], placed.taskRoot, outcome);
        for (const diagnostic of [
            await (0,interpreter_advice/* versionMismatch */.pN)(fn, (0,interpreter_advice/* interpreterOf */.OS)(outcome), request.interpreter !== undefined),
            explanation,
        ]) {
            if (diagnostic !== undefined)
                report(diagnostic);
        }
        if (process.platform !== 'linux' && outcome.status === 'success') {
            const { passesOnlyHere } = await __nccwpck_require__.e(/* import() */ 76).then(__nccwpck_require__.bind(__nccwpck_require__, 7076));
            for (const diagnostic of await passesOnlyHere(fn, placed.taskRoot, outcome.maxMemoryUsedMiB))
                report(diagnostic);
        }
        return (0,to_result/* toResult */.X)(fn, placed, payload(), outcome);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = invoke_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Where the external extensions of the layers are, if they have any. */
function externalExtensions({ architecture }, layerRoot, report) {
    const folder = (0,external_node_path_.join)(layerRoot, 'extensions');
    return (0,external_node_fs_.existsSync)(folder) ? { extensions: { folder, architecture, report } } : {};
}
/** The variables that the caller does not set. */
function without(variables, overrides) {
    return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(overrides, name)));
}
/** Runs the one invocation, and ends everything that it started, also where the signal says so first. */
async function run(fn, options, invocation, api, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const sandbox = invoke_addDisposableResource(env_2, await Sandbox.create(options, api), true);
        const stop = () => void sandbox.stop();
        signal.addEventListener('abort', stop);
        try {
            const outcome = await sandbox.invoke(invocation);
            signal.throwIfAborted();
            return outcome;
        }
        catch (error) {
            signal.throwIfAborted();
            throw error instanceof RuntimeNotFoundError ? await (0,interpreter_advice/* noUsableInterpreter */.G0)(fn, error) : error;
        }
        finally {
            signal.removeEventListener('abort', stop);
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = invoke_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function refuseNoFunction(service) {
    const names = await service.names();
    throw new user_error/* UserError */.y({
        code: 'function-missing',
        message: 'No function was named.',
        hint: names.length === 0
            ? 'The service has no functions: add one under "functions".'
            : `Name one of the service's functions: ${names.join(', ')}.`,
        location: { file: service.configFile },
    });
}
//# sourceMappingURL=invoke.js.map
;// CONCATENATED MODULE: external "node:tty"
const external_node_tty_namespaceObject = require("node:tty");
;// CONCATENATED MODULE: ./lib/src/cli/request.js




const defaultStdinTimeoutMs = 30_000;
/**
 * The request that a command line makes.
 * @throws UserError where the time limit of standard input is not a number of seconds.
 */
function toRequest({ values, env, param, opt, variable, switches }, shell) {
    const profile = values['aws-profile'];
    return {
        workingDirectory: (0,external_node_path_.resolve)(shell.workingDirectory, values['working-directory'] || '.'),
        params: param,
        options: {
            ...given('function', values.function),
            ...given('aws-profile', profile),
            ...opt,
        },
        variables: variable,
        event: toEventRequest(values, switches.has('raw')),
        context: {
            ...given('data', values.context),
            ...given('path', values.contextPath),
        },
        environment: env,
        hostEnvironment: { ...shell.environment },
        inheritEnvironment: !switches.has('no-inherit-env'),
        credentials: given('profile', profile),
        ...given('function', values.function),
        ...given('config', values.config),
        ...given('stage', values.stage),
        ...given('region', values.region),
        ...given('interpreter', values.interpreter),
        ...given('javaRuntimeClient', values['java-runtime-client']),
    };
}
/** A member with what a flag was given; an empty value, such as that of a variable that is not set, is none. */
function given(name, value) {
    return (value === undefined || value === '' ? {} : { [name]: value });
}
function toEventRequest({ data, 'stdin-timeout': timeout, ...values }, raw) {
    const timeoutMs = timeout === undefined ? defaultStdinTimeoutMs : milliseconds(timeout);
    const path = given('path', values.path);
    if (data !== undefined || path.path !== undefined) {
        return { raw, ...(data === undefined ? {} : { data }), ...path };
    }
    return mayHoldEvent() ? { raw, standardInput: { stream: process.stdin, timeoutMs } } : { raw };
}
/** A terminal is never asked for the event. /dev/null and a closed standard input need no stream to be found empty. */
function mayHoldEvent() {
    try {
        return !(0,external_node_tty_namespaceObject.isatty)(0) && !(0,external_node_fs_.fstatSync)(0).isCharacterDevice();
    }
    catch {
        return false;
    }
}
/** The longest delay of a timer in Node, in seconds. */
const maxSeconds = 2_147_483;
function milliseconds(text) {
    const seconds = Number(text);
    if (text.trim() !== '' && seconds > 0 && seconds <= maxSeconds)
        return seconds * 1000;
    throw new user_error/* UserError */.y({
        code: 'flag-value-invalid',
        message: `The flag --stdin-timeout takes a number of seconds greater than 0, and "${text}" was given.`,
    });
}
//# sourceMappingURL=request.js.map
;// CONCATENATED MODULE: ./lib/src/cli/progress.js
/** How long an invocation may take before it has a line, and how often that is drawn anew, in ms. */
const patienceMs = 1_000;
const intervalMs = 100;
const braille = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const ascii = '|/-\\';
/** Follows an invocation. Its timers keep no process alive. */
function startProgress(screen, { name, timeoutMs }) {
    const startedMs = performance.now();
    let dispatchedMs;
    let turn = 0;
    const draw = () => {
        const elapsedMs = performance.now() - (dispatchedMs ?? startedMs);
        const text = progressText({ name, elapsedMs, turn: turn++, ...(dispatchedMs === undefined ? {} : { timeoutMs }) });
        screen.overlay(text.slice(0, Math.max(0, screen.columns - 1)));
    };
    let interval;
    const patience = setTimeout(() => {
        draw();
        interval = setInterval(draw, intervalMs).unref();
    }, patienceMs).unref();
    return {
        dispatched() {
            dispatchedMs = performance.now();
        },
        [Symbol.dispose]() {
            clearTimeout(patience);
            clearInterval(interval);
            screen.overlay('');
        },
    };
}
/** The line: `⠋ hello 3.2 s, 2.8 s left of 6 s`. */
function progressText({ name, elapsedMs, timeoutMs, turn }, hasBraille = process.platform !== 'win32' || process.env['WT_SESSION'] !== undefined) {
    const frames = hasBraille ? braille : ascii;
    const elapsed = `${frames[turn % frames.length]} ${name} ${seconds(elapsedMs)}`;
    if (timeoutMs === undefined)
        return `${elapsed}, starting`;
    return `${elapsed}, ${seconds(Math.max(0, timeoutMs - elapsedMs))} left of ${timeoutMs / 1000} s`;
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./lib/src/cli/watch.js

/** Watches one invocation. Where there is nothing to be seen it has no hooks. */
function watchInvocation({ request, stderr, verbose, hasProgress }) {
    const startedMs = performance.now();
    let resolvedMs = startedMs;
    let endedMs;
    let progress;
    const say = (lines) => {
        for (const line of lines)
            stderr.line(stderr.styles.faint(`debug: ${line}`));
    };
    return {
        hooks: verbose || hasProgress
            ? {
                async onResolved(resolved) {
                    if (verbose) {
                        const { resolvedLines } = await __nccwpck_require__.e(/* import() */ 245).then(__nccwpck_require__.bind(__nccwpck_require__, 9245));
                        say(await resolvedLines(resolved, request));
                    }
                    resolvedMs = performance.now();
                    const { key, timeoutMs } = resolved.function;
                    if (hasProgress)
                        progress = startProgress(stderr, { name: key, timeoutMs });
                },
                onDispatched: () => progress?.dispatched(),
            }
            : {},
        async finish(result) {
            if (!verbose)
                return;
            const { phaseLines } = await __nccwpck_require__.e(/* import() */ 606).then(__nccwpck_require__.bind(__nccwpck_require__, 9606));
            say(phaseLines(result, { startedMs, resolvedMs, endedMs: endedMs ?? performance.now() }));
        },
        [Symbol.dispose]() {
            endedMs ??= performance.now();
            progress?.[Symbol.dispose]();
        },
    };
}
//# sourceMappingURL=watch.js.map
;// CONCATENATED MODULE: ./lib/src/cli/invoke-and-print.js
var invoke_and_print_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var invoke_and_print_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Invokes the function, and prints what came back. `through` is what its hooks are passed through. */
async function invokeAndPrint({ options, installation, stderr, signal }, through = (hooks) => hooks) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        for (const flag of options.ignored) {
            stderr.report({ severity: 'notice', code: 'flag-ignored', message: `The flag ${flag} has no meaning here.` });
        }
        let printer;
        const loadPrinter = () => {
            printer ??= __nccwpck_require__.e(/* import() */ 253).then(__nccwpck_require__.bind(__nccwpck_require__, 3253));
            return printer;
        };
        const request = toRequest(options, { workingDirectory: process.cwd(), environment: process.env });
        const isWatched = process.stderr.isTTY && !options.switches.has('quiet');
        const watch = invoke_and_print_addDisposableResource(env_1, watchInvocation({
            request,
            stderr,
            verbose: options.switches.has('verbose') || options.switches.has('debug'),
            hasProgress: isWatched && process.env['TERM'] !== 'dumb',
        }), false);
        const hooks = {
            report: (diagnostic) => stderr.report(diagnostic),
            logs: stderr,
            installation,
            signal,
            onSandboxStarting: () => void loadPrinter(),
            ...watch.hooks,
        };
        const result = await invoke(request, through(hooks));
        watch[Symbol.dispose]();
        const { printResult } = await loadPrinter();
        await printResult(result, { stderr, runtimes: installation.runtimes, saysSuccess: isWatched });
        await watch.finish(result);
        return result;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        invoke_and_print_disposeResources(env_1);
    }
}
//# sourceMappingURL=invoke-and-print.js.map
// EXTERNAL MODULE: ./lib/src/cli/flags.js
var flags = __nccwpck_require__(3080);
;// CONCATENATED MODULE: ./lib/src/cli/options.js



/**
 * Reads the command line. `--flag value`, `--flag=value`, `-f value` and `-fvalue` are the same; leading `invoke local`
 * is passed over.
 * @throws UserError where a flag is unknown, has no value, or has one that it cannot have.
 */
function parseOptions(argv) {
    const values = {};
    const pairs = { env: record(), param: record(), opt: record(), variable: record() };
    const switches = new Set();
    const ignored = [];
    const rest = [...withoutCommand(argv)];
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        if (!argument.startsWith('-') || argument === '-')
            throw unexpectedArgument(argument);
        const { written, inline } = split(argument);
        const ignoredFlag = flags/* ignoredFlags */.QV[written];
        if (ignoredFlag !== undefined) {
            ignored.push(written);
            if (ignoredFlag.takesValue && inline === undefined)
                valueAfter(written, rest);
            continue;
        }
        const name = flagNames.get(written);
        if (name === undefined)
            throw unknownFlag(written);
        if ((0,flags/* flag */.Jt)(name).kind === 'switch') {
            // The framework's own takes what of it to debug, such as `--debug=*`.
            if (inline !== undefined && name !== 'debug' && inline !== 'true' && inline !== 'false')
                throw notASwitchValue(written, inline);
            if (inline === 'false')
                switches.delete(name);
            else
                switches.add(name);
            continue;
        }
        const value = inline ?? valueAfter(written, rest);
        if (name === 'env' || name === 'param' || name === 'opt' || name === 'variable')
            options_assign(pairs[name], written, value);
        else
            values[name] = value;
    }
    return { values, ...pairs, switches, ignored };
}
const flagNames = new Map(Object.keys(flags/* flags */.Mv).flatMap((name) => {
    const { short } = (0,flags/* flag */.Jt)(name);
    return [[`--${name}`, name], ...(short === undefined ? [] : [[`-${short}`, name]])];
}));
function withoutCommand(argv) {
    if (argv[0] !== 'invoke')
        return argv;
    if (argv[1] === 'local')
        return argv.slice(2);
    throw new user_error/* UserError */.y({
        code: 'argument-unexpected',
        message: `"invoke${argv[1] === undefined || argv[1].startsWith('-') ? '' : ` ${argv[1]}`}" is not a command here.`,
        hint: 'Write `invoke-local -f NAME`, or `invoke-local invoke local -f NAME`.',
    });
}
/** `--flag=value` and `-fvalue` in their parts. */
function split(argument) {
    if (!argument.startsWith('--')) {
        const written = argument.slice(0, 2);
        const value = argument.slice(2);
        return value === '' ? { written } : { written, inline: value.replace(/^=/, '') };
    }
    const equals = argument.indexOf('=');
    if (equals === -1)
        return { written: argument };
    return { written: argument.slice(0, equals), inline: argument.slice(equals + 1) };
}
function valueAfter(written, rest) {
    const [next] = rest;
    if (next !== undefined && !isFlag(next)) {
        rest.shift();
        return next;
    }
    throw new user_error/* UserError */.y({
        code: 'flag-without-value',
        message: `The flag ${written} needs a value${next === undefined ? '' : `, and ${next} follows`}.`,
        hint: next === undefined
            ? undefined
            : `Where "${next}" is the value, write ${written}=${next} (or ${written}${next} for a short flag).`,
    });
}
/** Whether an argument is a flag of ours, rather than a value that starts with a dash. */
function isFlag(argument) {
    const written = argument.startsWith('--') ? split(argument).written : argument;
    return flagNames.has(written) || Object.hasOwn(flags/* ignoredFlags */.QV, written);
}
function record() {
    return Object.create(null);
}
function options_assign(pairs, written, pair) {
    const equals = pair.indexOf('=');
    if (equals < 1) {
        throw new user_error/* UserError */.y({
            code: 'assignment-malformed',
            message: `The flag ${written} takes NAME=VALUE, and "${pair}" ${equals === -1 ? 'has no "="' : 'has no name'}.`,
        });
    }
    pairs[pair.slice(0, equals)] = pair.slice(equals + 1);
}
function notASwitchValue(written, value) {
    return new user_error/* UserError */.y({
        code: 'flag-value-invalid',
        message: `The flag ${written} takes no value, and "${value}" was given.`,
        hint: `Write ${written} alone, or ${written}=true or ${written}=false.`,
    });
}
function unexpectedArgument(argument) {
    return new user_error/* UserError */.y({
        code: 'argument-unexpected',
        message: `Unexpected argument "${argument}".`,
        hint: `Values belong to flags: -f ${argument} names a function, -d ${argument} passes data. See --help.`,
    });
}
function unknownFlag(written) {
    const nearest = (0,nearest_name/* nearestName */.q)(written, [...flagNames.keys(), ...Object.keys(flags/* ignoredFlags */.QV)].filter((name) => name.startsWith('--')));
    return new user_error/* UserError */.y({
        code: 'flag-unknown',
        message: `Unknown flag ${written}.`,
        hint: nearest === undefined ? 'See --help.' : `Did you mean ${nearest}? See --help.`,
    });
}
//# sourceMappingURL=options.js.map
// EXTERNAL MODULE: ./lib/src/cli/print.js + 1 modules
var print = __nccwpck_require__(6214);
;// CONCATENATED MODULE: ./lib/src/cli/signals.js

/**
 * Turns the first SIGINT or SIGTERM into an abort. A second one ends this process at once; the watchdog of the sandbox
 * ends the handler then.
 */
function listenForSignals() {
    const controller = new AbortController();
    let received;
    const onSignal = (signal) => {
        if (received !== undefined)
            process.exit(exit_codes/* exitCodes */.h.signals[received]);
        received = signal;
        controller.abort(new Error(`ended by ${signal}`));
    };
    const signals = Object.keys(exit_codes/* exitCodes */.h.signals);
    for (const signal of signals)
        process.on(signal, onSignal);
    return {
        signal: controller.signal,
        received: () => received,
        exitCode: () => (received === undefined ? undefined : exit_codes/* exitCodes */.h.signals[received]),
        [Symbol.dispose]() {
            for (const signal of signals)
                process.off(signal, onSignal);
        },
    };
}
//# sourceMappingURL=signals.js.map
// EXTERNAL MODULE: ./lib/src/cli/styles.js
var styles = __nccwpck_require__(5421);
;// CONCATENATED MODULE: ./lib/src/cli/main.js
var main_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var main_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/**
 * The command: reads its arguments, runs the function, prints what came back.
 * @param entry the folder of the running file
 * @returns the exit code.
 */
async function main(argv, entry) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const installation = findInstallation(entry);
        const interruption = main_addDisposableResource(env_1, listenForSignals(), false);
        let stderr;
        try {
            const options = parseOptions(argv);
            if (options.switches.has('help') || options.switches.has('version'))
                return await inform(options, installation);
            stderr = openConsole(options.switches.has('quiet'));
            return await main_run(options, installation, stderr, interruption);
        }
        catch (error) {
            const signalled = interruption.exitCode();
            if (signalled !== undefined)
                return signalled;
            stderr ??= openConsole(false);
            if (error instanceof user_error/* UserError */.y) {
                stderr.report(error.diagnostic);
                return exit_codes/* exitCodes */.h.badRequest;
            }
            stderr.line(`${stderr.styles.error('error:')} a defect of invoke-local: ${error instanceof Error ? error.stack : String(error)}`);
            return exit_codes/* exitCodes */.h.defect;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        main_disposeResources(env_1);
    }
}
async function main_run(options, installation, stderr, interruption) {
    const commandRun = { options, installation, stderr, signal: interruption.signal };
    const { 'report-json': json, 'report-junit': junit } = options.values;
    if (!json && !junit)
        return (0,exit_codes/* exitCodeOf */.F)(await invokeAndPrint(commandRun));
    const { runReported } = await __nccwpck_require__.e(/* import() */ 970).then(__nccwpck_require__.bind(__nccwpck_require__, 2970));
    return runReported({
        options,
        installation,
        stderr,
        received: interruption.received,
        invokeThrough: (through) => invokeAndPrint(commandRun, through),
    });
}
function openConsole(quiet) {
    return new print/* Console */.C7(process.stderr, { quiet, hasColour: (0,styles/* hasColours */.u)(process.stderr, process.env) });
}
async function inform({ switches }, installation) {
    const { helpText, versionText } = await __nccwpck_require__.e(/* import() */ 600).then(__nccwpck_require__.bind(__nccwpck_require__, 2600));
    await (0,print/* writeAll */.f4)(process.stdout, switches.has('help') ? helpText() : versionText(installation));
    return exit_codes/* exitCodes */.h.success;
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C7: () => (/* binding */ Console),
  f4: () => (/* binding */ writeAll)
});

// UNUSED EXPORTS: diagnosticText

// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __nccwpck_require__(4575);
// EXTERNAL MODULE: ./lib/src/report/log-tail.js
var log_tail = __nccwpck_require__(8130);
;// CONCATENATED MODULE: ./lib/src/report/console/write-with-backpressure.js
/** Writes to a stream. Where its buffer is full, gives a promise of the moment when there is room again, or no stream any more. */
function writeWithBackpressure(stream, bytes) {
    if (stream.write(bytes) || stream.destroyed)
        return;
    return new Promise((resolve) => {
        const done = () => {
            stream.off('drain', done).off('close', done).off('error', done);
            resolve();
        };
        stream.on('drain', done).on('close', done).on('error', done);
    });
}
//# sourceMappingURL=write-with-backpressure.js.map
// EXTERNAL MODULE: ./lib/src/cli/styles.js
var styles = __nccwpck_require__(5421);
;// CONCATENATED MODULE: ./lib/src/cli/print.js




/** Writes all bytes, and waits until the stream has taken them. A reader that went away is no failure of ours. */
function writeAll(stream, bytes) {
    return new Promise((resolve, reject) => {
        const onError = (error) => (isGone(error) ? resolve() : reject(error));
        stream.once('error', onError);
        stream.write(bytes, (error) => {
            if (error)
                return onError(error);
            stream.off('error', onError);
            resolve();
        });
    });
}
function isGone({ code }) {
    return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}
/** Back to the start of the line, and nothing on it any more. */
const erased = '\r\u001b[K';
/** The standard error of the command: the handler's output byte for byte, the platform's lines, and what we have to say. */
class Console {
    styles;
    #stream;
    #quiet;
    #tail = new log_tail/* LogTail */.J();
    #atLineStart = true;
    #hasOverlay = false;
    #gone = false;
    constructor(stream, { quiet, hasColour }) {
        this.styles = (0,styles/* stylesFor */.K)(hasColour);
        this.#stream = stream;
        this.#quiet = quiet;
        stream.on('error', (error) => {
            this.#gone = true;
            if (!isGone(error))
                throw error;
        });
    }
    write(chunk, source) {
        if (source !== 'platform')
            this.#tail.push(chunk);
        else if (this.#quiet)
            return;
        return this.#put(chunk);
    }
    /** The end of what the handler printed. */
    get logEnd() {
        return this.#tail.excerpt().text;
    }
    get columns() {
        return this.#stream.columns || 80;
    }
    /** Where the handler has not ended its line, that is left alone. */
    overlay(text) {
        if (this.#gone || !this.#atLineStart || (text === '' && !this.#hasOverlay))
            return;
        this.#stream.write(erased + text);
        this.#hasOverlay = text !== '';
    }
    report(diagnostic) {
        if (this.#quiet && diagnostic.severity === 'notice')
            return;
        this.line(diagnosticText(diagnostic, this.styles));
    }
    /** Prints a line of our own, on a line of its own. */
    line(text) {
        this.#startLine();
        this.#put(Buffer.from(`${text}\n`));
    }
    #startLine() {
        if (!this.#atLineStart)
            this.#put(Buffer.from('\n'));
    }
    #put(bytes) {
        if (this.#gone || bytes.length === 0)
            return;
        this.overlay('');
        this.#atLineStart = bytes[bytes.length - 1] === 0x0a;
        return writeWithBackpressure(this.#stream, bytes);
    }
}
/** A diagnostic as text: what it says, where, and what to do, in as many lines. */
function diagnosticText({ severity, message, location, hint }, styles) {
    const lines = [`${styles[severity](`${severity}:`)} ${message}`];
    if (location?.line !== undefined)
        lines.push(`  at ${(0,display_path/* displayLocation */.S)(location)}`);
    if (hint !== undefined)
        lines.push(`  ${hint.replaceAll('\n', '\n  ')}`);
    return lines.join('\n');
}
//# sourceMappingURL=print.js.map

/***/ }),

/***/ 5421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ stylesFor),
/* harmony export */   u: () => (/* binding */ hasColours)
/* harmony export */ });
/** The codes that switch a style on and off again (ECMA-48, "Select Graphic Rendition"). */
const codes = {
    error: [31, 39],
    warning: [33, 39],
    notice: [36, 39],
    success: [32, 39],
    faint: [2, 22],
};
/** The styles for text on a stream. */
function stylesFor(hasColour) {
    const style = ([on, off]) => (text) => hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    return {
        error: style(codes.error),
        warning: style(codes.warning),
        notice: style(codes.notice),
        success: style(codes.success),
        faint: style(codes.faint),
    };
}
/**
 * Whether text on a stream may have colours: where `FORCE_COLOR` says so, as Node.js itself takes it, not where `NO_COLOR` is set
 * (https://no-color.org), else where it is a terminal that has any.
 */
function hasColours({ isTTY = false }, environment) {
    const { FORCE_COLOR: forced, NO_COLOR: refused } = environment;
    if (forced !== undefined)
        return forced !== '0' && forced !== 'false';
    if (refused !== undefined && refused !== '')
        return false;
    return isTTY && environment['TERM'] !== 'dumb';
}
//# sourceMappingURL=styles.js.map

/***/ }),

/***/ 4575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ displayPath),
/* harmony export */   S: () => (/* binding */ displayLocation)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/**
 * How a path is written in a message: relative to the folder that the process runs in (in a workflow that is the
 * workspace) where it lies below it, with forward slashes; absolute otherwise.
 */
function displayPath(path, base = process.cwd()) {
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(base, path);
    if (shown === '')
        return '.';
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(shown) || shown === '..' || shown.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`))
        return path;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' ? shown : shown.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
}
/** How a place is written in a message: `src/hello.js:3:9`, with what is known of it. */
function displayLocation({ file, line, column }, base) {
    return [displayPath(file, base), line, column].filter((part) => part !== undefined).join(':');
}
//# sourceMappingURL=display-path.js.map

/***/ }),

/***/ 7847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/**
 * The candidate that a person most probably meant: the one with the fewest single edits (a letter added, dropped,
 * replaced, or swapped with its neighbour), if they are at most a third of the name's length (and at least two are
 * allowed).
 */
function nearestName(name, candidates) {
    const wanted = name.toLowerCase();
    let nearest;
    let fewest = Math.max(2, Math.floor(name.length / 3)) + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) >= fewest)
            continue;
        const edits = editDistance(wanted, candidate.toLowerCase());
        if (edits < fewest && edits < candidate.length) {
            nearest = candidate;
            fewest = edits;
        }
    }
    return nearest;
}
/** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
function editDistance(from, to) {
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            let edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(edits);
        }
        beforeLast = last;
        last = current;
    }
    return last[to.length] ?? 0;
}
//# sourceMappingURL=nearest-name.js.map

/***/ }),

/***/ 3001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * A failure that the user can mend: a wrong input, a broken file, a missing program.
 * Anything that is thrown and is not a `UserError` is a defect of ours, and shows its stack.
 */
class UserError extends Error {
    name = 'UserError';
    diagnostic;
    constructor({ code, message, hint, location, cause }) {
        super(message, cause === undefined ? undefined : { cause });
        this.diagnostic = {
            severity: 'error',
            code,
            message,
            ...(hint === undefined ? {} : { hint }),
            ...(location === undefined ? {} : { location }),
        };
    }
}
//# sourceMappingURL=user-error.js.map

/***/ }),

/***/ 6185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ maxEventBytes),
/* harmony export */   K: () => (/* binding */ eventTooLarge)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3001);

/** The largest event of a synchronous invocation, in bytes (AWS Lambda developer guide, "Lambda quotas"). */
const maxEventBytes = 6_291_456;
/**
 * The failure of an event that Lambda would refuse, with the text that Lambda refuses it with.
 * @param bytes how large it is; left out where reading stopped before that was known.
 */
function eventTooLarge(origin, bytes, location) {
    const payload = bytes === undefined ? 'the payload' : `${bytes} byte payload`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
        code: 'event-too-large',
        message: `${origin} is too large: ${payload} is too large for the RequestResponse invocation type (limit ${maxEventBytes} bytes).`,
        hint: 'Lambda refuses it with RequestTooLargeException. Pass a smaller event, or put the data where the function can fetch it.',
        location,
    });
}
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 8442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   I: () => (/* binding */ jsonString),
/* harmony export */   U9: () => (/* binding */ textPayload),
/* harmony export */   dy: () => (/* binding */ utf8Bytes),
/* harmony export */   ex: () => (/* binding */ emptyEvent),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3001);


const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
/**
 * The bytes of a text, without a byte order mark.
 * @throws UserError where they are not UTF-8.
 */
function utf8Bytes(bytes, origin, file) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y({
            code: 'event-not-utf8',
            message: `${origin} is not UTF-8.`,
            hint: 'Save it as UTF-8. (Windows PowerShell writes UTF-16 with `>`; use `Out-File -Encoding utf8`.)',
            location: file === undefined ? undefined : { file },
        });
    }
    return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}
/** The event where there is nothing. */
const emptyEvent = Buffer.from('{}');
/** The text as a JSON string. */
function jsonString(text) {
    return Buffer.from(JSON.stringify(text));
}
/**
 * A text of a file or a stream as JSON: its own bytes where it is JSON, a string where it is not (the line break that
 * ends it is no part of that), `{}` where it is blank.
 */
function textPayload(bytes) {
    const text = bytes.toString();
    if (isBlank(text))
        return emptyEvent;
    return isJson(text) ? bytes : jsonString(text.replace(/\r?\n$/, ''));
}
/** Whether a text is valid JSON. */
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Whether there is nothing but white space. */
function isBlank(text) {
    return text.trim() === '';
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 9978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ setUpHint),
/* harmony export */   G0: () => (/* binding */ noUsableInterpreter),
/* harmony export */   Jh: () => (/* binding */ interpreterMissing),
/* harmony export */   OS: () => (/* binding */ interpreterOf),
/* harmony export */   pN: () => (/* binding */ versionMismatch)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3001);
/* harmony import */ var _lambda_interpreter_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4584);
/* harmony import */ var _lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4980);



const onPathOrInCache = "on PATH or in the runner's tool cache";
/** Where the interpreters of a language are looked for, by which names, and the action that installs them; a custom runtime has none. */
const interpreters = {
    nodejs: { programs: () => 'node', places: onPathOrInCache, action: 'actions/setup-node', input: 'node-version' },
    python: {
        programs: (version) => `python${version}, python3 or python`,
        places: "on PATH, in a virtual environment of the service or in the runner's tool cache",
        action: 'actions/setup-python',
        input: 'python-version',
    },
    java: {
        programs: () => 'java',
        places: "in JAVA_HOME, on PATH, in the runner's tool cache or among the system's JVMs",
        action: 'actions/setup-java',
        input: 'java-version',
        more: '"distribution: corretto"',
    },
    ruby: {
        programs: (version) => `ruby${version} or ruby`,
        places: onPathOrInCache,
        action: 'ruby/setup-ruby',
        input: 'ruby-version',
    },
};
/** How to get the interpreter that a function declares. */
function setUpHint({ language, version }) {
    if (language === 'custom')
        return 'Leave the interpreter option out: the function brings its own program.';
    const { action, input, more } = interpreters[language];
    return `Add a step "uses: ${action}" with "${input}: '${version}'"${more === undefined ? '' : ` and ${more}`} before this one, or name one with the interpreter option.`;
}
/** The error that there is no interpreter at all for a function's runtime. */
async function interpreterMissing(fn, declared) {
    const { language, version } = declared;
    const { programs, places } = language === 'custom' ? { programs: () => 'program', places: onPathOrInCache } : interpreters[language];
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
        code: 'interpreter-missing',
        message: `No interpreter for ${fn.runtime} was found: there is no ${programs(version)} ${places}.`,
        hint: setUpHint(declared),
        location: await fn.origin('runtime'),
    });
}
/**
 * What ran the handler, where it was not known before from its `User-Agent`: of our bootstraps `invoke-local-node/20.20.2` is `node 20.20.2`, of AWS's own
 * clients it is the first word, such as `aws-lambda-go/go1.26.0`. What others send says nothing of a runtime.
 */
function interpreterOf({ interpreter, userAgent, }) {
    if (interpreter !== undefined)
        return interpreter;
    const match = /^invoke-local-(\w+)\/(\S+)/.exec(userAgent ?? '');
    if (match !== null)
        return `${match[1]} ${match[2]}`;
    return /^aws[-_]lambda[-_]\S+/i.exec(userAgent ?? '')?.[0];
}
/**
 * The warning that a function ran on another version than it declares.
 * @param isGiven whether the caller named the interpreter
 */
async function versionMismatch(fn, interpreter, isGiven) {
    const declared = (0,_lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRuntime */ .Sw)(fn.runtime);
    const version = interpreter?.split(' ')[1];
    if (declared === undefined || version === undefined || (0,_lambda_interpreter_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .c)(version, declared.version))
        return undefined;
    const name = (0,_lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__/* .languageTitle */ .Lc)(declared.language);
    const location = await fn.origin('runtime');
    return {
        severity: 'warning',
        code: 'interpreter-version',
        message: `${fn.key} declares ${fn.runtime}, but ran on ${name} ${version}${isGiven ? ', which the interpreter option names' : `: no ${name} ${declared.version} was found`}.`,
        hint: isGiven ? `Name a ${name} ${declared.version}, or leave the option out.` : setUpHint(declared),
        ...(location === undefined ? {} : { location }),
    };
}
/** The error that no candidate turned out to be an interpreter, with what each of them said. */
async function noUsableInterpreter(fn, { attempts }) {
    const tried = attempts.map(({ command, end, output }) => {
        const how = end.kind === 'launch' ? end.reason : `ended with ${end.kind === 'exit' ? end.code : end.signal}`;
        const said = output.trim().split('\n')[0];
        return `${command} (${how}${said ? `: ${said}` : ''})`;
    });
    const declared = (0,_lambda_function_runtimes_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRuntime */ .Sw)(fn.runtime);
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
        code: 'interpreter-unusable',
        message: `No interpreter for ${fn.runtime} could be started. Tried ${tried.join(', ')}.`,
        hint: declared === undefined ? undefined : setUpHint(declared),
        location: await fn.origin('runtime'),
    });
}
//# sourceMappingURL=interpreter-advice.js.map

/***/ }),

/***/ 8537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ givenInterpreter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3001);
/* harmony import */ var _lambda_interpreter_search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1409);



/**
 * The interpreter that the caller named: a path, or a name to look up on `PATH`. `undefined` where none was named.
 * @throws UserError where it is not there
 */
function givenInterpreter(request) {
    const { interpreter } = request;
    if (interpreter === undefined)
        return undefined;
    const isPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(interpreter) || /[/\\]/.test(interpreter);
    const command = isPath
        ? (0,_lambda_interpreter_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .executable */ .F)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(request.workingDirectory, interpreter))
        : (0,_lambda_interpreter_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(interpreter, request.hostEnvironment['PATH']);
    if (command !== undefined)
        return { command };
    throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y({
        code: 'interpreter-not-found',
        message: isPath
            ? `The interpreter ${interpreter} is not an executable file.`
            : `The interpreter ${interpreter} was not found on PATH.`,
        hint: 'Give the path of an interpreter, or leave it out to have one found by the runtime of the function.',
    });
}
//# sourceMappingURL=given-interpreter.js.map

/***/ }),

/***/ 6349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ describeFailure),
  X: () => (/* binding */ toResult)
});

;// CONCATENATED MODULE: ./lib/src/lambda/http-integration.js
/** The content type of a streamed response that begins with a prelude. */
const contentType = 'application/vnd.awslambda.http-integration-response';
/** What stands between the prelude and the body. */
const delimiter = Buffer.alloc(8);
/**
 * Takes a response apart that `awslambda.HttpResponseStream.from` made, as a function URL does: JSON, eight NUL bytes, the body.
 * Source: Lambda developer guide, "Response streaming for Lambda functions", and the Node.js runtime client (`HttpResponseStream.js`).
 * @returns `undefined` where the response is another one, or its prelude is malformed
 */
function splitHttpResponse(response, type) {
    if (type?.split(';')[0]?.trim().toLowerCase() !== contentType)
        return undefined;
    const end = response.indexOf(delimiter);
    const members = end === -1 ? undefined : parseObject(response.subarray(0, end).toString('utf8'));
    if (members === undefined)
        return undefined;
    const { statusCode = 200, headers, cookies } = members;
    if (typeof statusCode !== 'number')
        return undefined;
    return {
        prelude: {
            statusCode,
            headers: Object.fromEntries(Object.entries(objectOf(headers)).map(([name, value]) => [name, String(value)])),
            cookies: Array.isArray(cookies) ? cookies.map(String) : [],
        },
        body: response.subarray(end + delimiter.length),
    };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
//# sourceMappingURL=http-integration.js.map
// EXTERNAL MODULE: ./lib/src/invoke/interpreter-advice.js
var interpreter_advice = __nccwpck_require__(9978);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
// EXTERNAL MODULE: ./lib/src/lambda/environment/layer-paths.js
var layer_paths = __nccwpck_require__(7878);
;// CONCATENATED MODULE: ./lib/src/invoke/original-paths.js


const stackFrame = /^\s*(?:at |File ")/;
/**
 * The entries of a trace with each frame in a file that exists no longer, for it was unpacked or merged for the run, where
 * the user has it: `dist/app.zip/src/hello.js`, and in a layer where Lambda would have it, `/opt/…`.
 */
function withOriginalPaths(trace, { code }, { taskRoot, layerRoot }) {
    const moved = [
        ...(code.kind === 'zip' ? [[taskRoot, code.file]] : []),
        ...(layerRoot === undefined ? [] : [[layerRoot, layer_paths/* layerMountPoint */.th]]),
    ];
    const spellings = moved.flatMap(([placed, original]) => [
        [(0,external_node_url_.pathToFileURL)(placed).href, (0,external_node_url_.pathToFileURL)(original).href],
        [placed, original],
    ]);
    const restored = (line) => stackFrame.test(line) ? spellings.reduce((text, [from, to]) => text.replaceAll(from, to), line) : line;
    return trace.map((entry) => entry.split('\n').map(restored).join('\n'));
}
//# sourceMappingURL=original-paths.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/trace-lines.js
/** The lines of a reported trace: text as it is, Go's frames in one line each. What is neither is left out. */
function traceLines(trace) {
    return trace.flatMap((entry) => {
        if (typeof entry === 'string')
            return [entry];
        return isGoFrame(entry) ? [`    at ${entry.label} (${entry.path}:${entry.line})`] : [];
    });
}
function isGoFrame(entry) {
    const { path, line, label } = (entry ?? {});
    return typeof path === 'string' && typeof line === 'number' && typeof label === 'string';
}
//# sourceMappingURL=trace-lines.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/to-result.js




/**
 * What the faces read, made from what the sandbox saw.
 * @param event as the runtime got it
 */
function toResult(fn, placed, event, outcome) {
    const interpreter = (0,interpreter_advice/* interpreterOf */.OS)(outcome);
    const facts = {
        function: fn,
        event,
        requestId: outcome.requestId,
        durationMs: outcome.durationMs,
        billedDurationMs: outcome.billedDurationMs,
        memorySizeMiB: fn.memorySizeMiB,
        maxMemoryUsedMiB: outcome.maxMemoryUsedMiB,
        ...(outcome.initDurationMs === undefined ? {} : { initDurationMs: outcome.initDurationMs }),
        ...(interpreter === undefined ? {} : { interpreter }),
    };
    if (outcome.status === 'success') {
        const http = splitHttpResponse(outcome.response, outcome.contentType);
        if (http === undefined)
            return { ...facts, status: 'success', response: outcome.response };
        return { ...facts, status: 'success', response: http.body, http: http.prelude };
    }
    const failure = describeFailure(outcome.error, outcome.errorType);
    const [stderrTail = ''] = withOriginalPaths([outcome.stderrTail], fn, placed);
    return {
        ...facts,
        status: outcome.status,
        ...failure,
        trace: withOriginalPaths(failure.trace, fn, placed),
        initFailed: outcome.initFailed ?? false,
        stderrTail,
    };
}
/** Reads the error object of a failed invocation; a body that is none is its own message. */
function describeFailure(error, errorType) {
    const text = error.toString('utf8');
    const body = to_result_parseObject(text);
    if (body === undefined)
        return { error, errorType, errorMessage: text, trace: [] };
    const trace = [body['trace'], body['stackTrace']].find(Array.isArray) ?? [];
    return {
        error,
        errorType: typeof body['errorType'] === 'string' ? body['errorType'] : errorType,
        errorMessage: typeof body['errorMessage'] === 'string' ? body['errorMessage'] : '',
        trace: traceLines(trace),
    };
}
function to_result_parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=to-result.js.map

/***/ }),

/***/ 4911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vw: () => (/* binding */ constraintText),
/* harmony export */   WD: () => (/* binding */ lengthConstraint),
/* harmony export */   Wx: () => (/* binding */ reservedKeysText),
/* harmony export */   lK: () => (/* binding */ rangeConstraint),
/* harmony export */   uf: () => (/* binding */ patternConstraint),
/* harmony export */   wz: () => (/* binding */ environmentSizeText)
/* harmony export */ });
/**
 * What the Lambda API answers to a configuration that it refuses, word by word (API reference, `CreateFunction`: the constraints
 * of its members). Values of variables are left out: they can be secrets.
 */
/** A member of the request that does not keep a constraint. */
function constraintText(member, value, constraint) {
    return `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
}
/** The constraint that a number breaks; `undefined` where it breaks none. */
function rangeConstraint(value, min, max) {
    if (value > max)
        return `Member must have value less than or equal to ${max}`;
    return value < min ? `Member must have value greater than or equal to ${min}` : undefined;
}
function lengthConstraint(max) {
    return `Member must have length less than or equal to ${max}`;
}
function patternConstraint(pattern) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
}
const unable = 'Lambda was unable to configure your environment variables because the environment variables you have provided';
/** The answer to reserved variables. */
function reservedKeysText(names) {
    return `${unable} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${names.join(', ')}`;
}
/** The answer to more than 4 KB of variables, without the variables. */
const environmentSizeText = `${unable} exceeded the 4KB limit. String measured: …`;
//# sourceMappingURL=deploy-errors.js.map

/***/ }),

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ hostArchitecture),
/* harmony export */   x: () => (/* binding */ elfMachine)
/* harmony export */ });
/** Machines by their numbers in the header of an ELF file (elf(5), `e_machine`), by Lambda's names where it has them. */
const machines = { 3: 'i386', 40: 'arm', 62: 'x86_64', 183: 'arm64' };
/** The architecture of this machine, as Lambda names it. */
function hostArchitecture() {
    return process.arch === 'x64' ? 'x86_64' : process.arch;
}
/**
 * The machine that a native file of Linux was built for.
 * @param header its first 20 bytes or more
 * @returns `undefined` where it is no such file
 */
function elfMachine(header) {
    if (header.length < 20 || header.subarray(0, 4).toString('latin1') !== '\x7fELF')
        return undefined;
    const isBigEndian = header[5] === 2;
    const machine = isBigEndian ? header.readUInt16BE(18) : header.readUInt16LE(18);
    return machines[machine] ?? `machine ${machine}`;
}
//# sourceMappingURL=elf-machine.js.map

/***/ }),

/***/ 7878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eI: () => (/* binding */ inLayers),
/* harmony export */   r9: () => (/* binding */ taskMountPoint),
/* harmony export */   th: () => (/* binding */ layerMountPoint)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Where Lambda puts a function's code. */
const taskMountPoint = '/var/task';
/** Where Lambda puts layers. */
const layerMountPoint = '/opt';
/** Variables that are lists of paths, which this system may separate in its own way. */
const pathLists = ['GEM_PATH', 'LD_LIBRARY_PATH', 'NODE_PATH', 'PATH', 'PYTHONPATH', 'RUBYLIB'];
/**
 * A configured value with its paths below `/opt` leading to where the layers are: the parts of a list that `:` separates,
 * and in `NODE_OPTIONS` any word. A path that no layer has stays as it is: the machine has an `/opt` of its own.
 * @param layerRoot the folder of the merged layers; `undefined` where there are none
 */
function inLayers(name, value, layerRoot) {
    if (layerRoot === undefined || !value.includes(layerMountPoint))
        return value;
    const placed = (path) => {
        if (path !== layerMountPoint && !path.startsWith(`${layerMountPoint}/`))
            return path;
        const here = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(layerRoot, path.slice(layerMountPoint.length));
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(here) ? here : path;
    };
    if (name === 'NODE_OPTIONS')
        return value.replaceAll(/(?<=^|[\s='"])\/opt\/[^\s'"]*/g, placed);
    const parts = value.split(':');
    const moved = parts.map(placed);
    if (moved.every((part, index) => part === parts[index]))
        return value;
    return moved.join(pathLists.includes(name) ? node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter : ':');
}
//# sourceMappingURL=layer-paths.js.map

/***/ }),

/***/ 1077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ loggedExitErrorType),
/* harmony export */   Z4: () => (/* binding */ endText),
/* harmony export */   qw: () => (/* binding */ renderPlatformError),
/* harmony export */   w2: () => (/* binding */ timeoutError),
/* harmony export */   xA: () => (/* binding */ exitError)
/* harmony export */ });
/* unused harmony export exitErrorType */
/**
 * The errors that the platform itself reports, with Lambda's own types and texts (runtime interface emulator
 * `interop/model.go`, `supervisor/model/model.go`, `rapid/handlers.go`; the developer guide's "Troubleshoot invocation issues").
 */
/** The texts of Go's `syscall.Signal`, which Lambda prints. */
const signalTexts = {
    SIGABRT: 'aborted',
    SIGALRM: 'alarm clock',
    SIGBUS: 'bus error',
    SIGFPE: 'floating point exception',
    SIGHUP: 'hangup',
    SIGILL: 'illegal instruction',
    SIGINT: 'interrupt',
    SIGKILL: 'killed',
    SIGPIPE: 'broken pipe',
    SIGQUIT: 'quit',
    SIGSEGV: 'segmentation fault',
    SIGTERM: 'terminated',
    SIGTRAP: 'trace/breakpoint trap',
    SIGUSR1: 'user defined signal 1',
    SIGUSR2: 'user defined signal 2',
};
/** The error of a runtime that ended while it still owed an answer. */
function exitError(requestId, end) {
    return { errorType: exitErrorType(end), errorMessage: `RequestId: ${requestId} Error: ${exitText(end)}` };
}
/** The type of {@link exitError}. */
function exitErrorType(end) {
    return end.kind === 'launch' ? 'Runtime.InvalidEntrypoint' : 'Runtime.ExitError';
}
/** The type in the platform's own log, which tells what the error's text does not. */
function loggedExitErrorType(end) {
    return end.kind === 'signal' && end.outOfMemory ? 'Runtime.OutOfMemory' : exitErrorType(end);
}
function exitText(end) {
    if (end.kind === 'launch')
        return `fork/exec ${end.command}: ${end.reason}`;
    const hasReason = end.kind === 'signal' || end.code !== 0;
    return hasReason ? `Runtime exited with error: ${endText(end)}` : 'Runtime exited without providing a reason';
}
/** How Lambda words the end of a process: `exit code 0`, `exit status 1`, `signal: killed`. */
function endText(end) {
    if (end.kind === 'signal')
        return `signal: ${signalTexts[end.signal] ?? end.signal.slice(3).toLowerCase()}`;
    return end.code === 0 ? 'exit code 0' : `exit status ${end.code}`;
}
/** The error of a function that ran longer than its timeout. */
function timeoutError(requestId, timeoutMs) {
    const seconds = (timeoutMs / 1000).toFixed(2);
    return {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    };
}
/** The bytes that the caller of Lambda gets for a platform error. */
function renderPlatformError(error) {
    return Buffer.from(JSON.stringify(error));
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 1557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ extensionError),
/* harmony export */   m: () => (/* binding */ extensionFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1077);

/** The failure that the end of an extension's process is. Its type is what the first extension has reported, if any did. */
function extensionFailure(end, reported, stderrTail) {
    if (end.kind === 'launch') {
        return { errorType: 'Extension.LaunchError', reason: `fork/exec ${end.command}: ${end.reason}`, stderrTail };
    }
    return { errorType: `Extension.${reported ?? 'Crash'}`, reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .endText */ .Z4)(end), stderrTail };
}
/** What the caller of the function gets for it. */
function extensionError(requestId, { errorType, reason }) {
    return { errorType, errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}
//# sourceMappingURL=failure.js.map

/***/ }),

/***/ 4980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ isSupportedRuntime),
/* harmony export */   Ip: () => (/* binding */ supportedRuntimes),
/* harmony export */   Lc: () => (/* binding */ languageTitle),
/* harmony export */   Sw: () => (/* binding */ parseRuntime)
/* harmony export */ });
/** What is known of each language whose functions can be run, by its name in Lambda's runtime identifiers. */
const languages = {
    nodejs: { title: 'Node.js', identifier: /^nodejs(\d+)\.x$/, example: 'nodejs* (such as nodejs22.x)' },
    python: { title: 'Python', identifier: /^python(3\.\d+)$/, example: 'python3* (such as python3.13)' },
    java: { title: 'Java', identifier: /^java(8|\d\d)(?:\.al2)?$/, example: 'java* (such as java21)' },
    ruby: { title: 'Ruby', identifier: /^ruby(\d+\.\d+)$/, example: 'ruby* (such as ruby3.4)' },
    custom: {
        title: 'a custom runtime',
        identifier: /^(provided(?:\.al2(?:023)?)?|go1\.x)$/,
        example: 'provided, provided.al2, provided.al2023, go1.x',
    },
};
/** What the identifiers that can be run look like, for messages. */
const supportedRuntimes = listed(Object.values(languages).map(({ example }) => example));
/** The name of a language as its own people write it. */
function languageTitle(language) {
    return languages[language].title;
}
/** Takes a runtime identifier apart; `undefined` where it is not one that can be run. */
function parseRuntime(runtime) {
    for (const [language, { identifier }] of Object.entries(languages)) {
        const version = identifier.exec(runtime)?.[1];
        if (version !== undefined)
            return { language: language, version };
    }
    return undefined;
}
/** Whether functions of this runtime can be run. */
function isSupportedRuntime(runtime) {
    return parseRuntime(runtime) !== undefined;
}
function listed(items) {
    return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
//# sourceMappingURL=runtimes.js.map

/***/ }),

/***/ 4584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ matches)
/* harmony export */ });
/** Whether a full version is one of the declared one: `22.11.0` is a `22`, `3.1.0` is no `3.12`. */
function matches(version, declared) {
    return version !== undefined && (version === declared || version.startsWith(`${declared}.`));
}
//# sourceMappingURL=candidate.js.map

/***/ }),

/***/ 1409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ executable),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


const windows = process.platform === 'win32';
/** The first executable file of this name on `PATH`, as an absolute path. On Windows also with `.exe`. */
function findOnPath(name, path) {
    for (const folder of (path ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        if (folder === '')
            continue;
        const file = executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** The path of an executable file, `undefined` where it is not one. */
function executable(path) {
    for (const file of windows && !/\.exe$/i.test(path) ? [`${path}.exe`] : [path]) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile())
                return file;
        }
        catch {
            // Not there, or not ours to run: the next place is looked at.
        }
    }
    return undefined;
}
//# sourceMappingURL=search-path.js.map

/***/ }),

/***/ 4308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lj: () => (/* binding */ findInToolCache),
/* harmony export */   oN: () => (/* binding */ byVersion),
/* harmony export */   oW: () => (/* binding */ folders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4584);
/* harmony import */ var _search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1409);




/**
 * The newest interpreter of a declared version in the runner's tool cache, which holds
 * `<tool>/<version>/<arch>/` with a marker `<arch>.complete` beside it.
 */
function findInToolCache(tool, program, declared, environment) {
    const cache = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
    if (cache === undefined || cache === '')
        return undefined;
    const versions = folders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cache, tool)).filter((version) => (0,_candidate_js__WEBPACK_IMPORTED_MODULE_3__/* .matches */ .c)(version, declared));
    for (const version of versions.sort(byVersion).reverse()) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cache, tool, version, process.arch);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`${folder}.complete`))
            continue;
        const command = (0,_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .executable */ .F)(process.platform === 'win32' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, program) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'bin', program));
        if (command !== undefined)
            return { command, version };
    }
    return undefined;
}
/** Sorts versions by their numbers: `3.9` before `3.10`. */
function byVersion(a, b) {
    const left = a.split('.').map(Number);
    const right = b.split('.').map(Number);
    for (let part = 0; part < Math.max(left.length, right.length); part++) {
        const difference = (left[part] ?? 0) - (right[part] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** The names in a folder; none where it cannot be read. */
function folders(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path);
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=tool-cache.js.map

/***/ }),

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ maxStreamedResponseBytes),
/* harmony export */   Zz: () => (/* binding */ maxResponsePayloadBytes),
/* harmony export */   bx: () => (/* binding */ settleTimeoutMs),
/* harmony export */   cK: () => (/* binding */ initTimeoutMs),
/* harmony export */   eI: () => (/* binding */ defaultMemorySizeMiB),
/* harmony export */   lA: () => (/* binding */ maxUnpackedBytes),
/* harmony export */   o$: () => (/* binding */ drainTimeoutMs),
/* harmony export */   od: () => (/* binding */ mockedAccountId),
/* harmony export */   tM: () => (/* binding */ maxRuntimeHeaderBytes),
/* harmony export */   xO: () => (/* binding */ defaultTimeoutMs)
/* harmony export */ });
/**
 * What Lambda fixes from outside: sizes, times and names. The sources are AWS's developer guide ("Lambda quotas",
 * "Using the Lambda runtime API", "Understanding the Lambda execution environment lifecycle") and the runtime interface
 * emulator (`interop/model.go`).
 */
/** The largest buffered response, in bytes: 6 MiB and 100 bytes of room for the envelope. */
const maxResponsePayloadBytes = 6_291_556;
/** The largest streamed response, in bytes ("Response streaming": 200 MB). */
const maxStreamedResponseBytes = 200 * 1024 * 1024;
/** How long a cold start may take before it is restarted inside the invocation, in ms. */
const initTimeoutMs = 10_000;
/** The largest header block that a runtime may send: an X-Ray error cause of 1 MiB, and the rest. */
const maxRuntimeHeaderBytes = 1024 * 1024 + 64 * 1024;
/** The function timeout of the Serverless Framework where neither the function nor the provider has one, in ms. */
const defaultTimeoutMs = 6_000;
/** Memory of the Serverless Framework's functions where nothing is configured, in MiB. */
const defaultMemorySizeMiB = 1024;
/** How long the runtime has to ask for the next invocation after its response, before the sandbox is stopped, in ms. */
const settleTimeoutMs = 100;
/** How long pipes are read on after the child and its group are gone (somebody else may hold them), in ms. */
const drainTimeoutMs = 500;
/** The account in the ARNs of functions that have none: AWS's own example account. */
const mockedAccountId = '123456789012';
/** The largest code of a function and its layers, unpacked, in bytes ("Lambda quotas": 250 MB). */
const maxUnpackedBytes = 250 * 1024 * 1024;
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 2873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ requestUuid),
/* harmony export */   n: () => (/* binding */ randomHex)
/* harmony export */ });
/**
 * Hex digits for names that have to differ and need not be secret: the crypto module is not worth its start-up time for them.
 */
function randomHex(digits) {
    let hex = '';
    while (hex.length < digits) {
        hex += Math.floor(Math.random() * 0x1_0000_0000)
            .toString(16)
            .padStart(8, '0');
    }
    return hex.slice(0, digits);
}
/** A request id as Lambda makes them: a UUID of version 4 (RFC 9562, section 5.4). */
function requestUuid() {
    const hex = randomHex(30);
    const variant = (8 + Math.floor(Math.random() * 4)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}
//# sourceMappingURL=random.js.map

/***/ }),

/***/ 8076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/**
 * Reads a request's body into memory, and never more of it than `limitBytes`.
 * What exceeds the limit is read on and dropped, so that a client that writes everything first gets to read the answer.
 */
function readBody(request, limitBytes) {
    return new Promise((resolve) => {
        let chunks = [];
        let totalBytes = 0;
        request.on('data', (chunk) => {
            totalBytes += chunk.length;
            if (totalBytes <= limitBytes)
                chunks.push(chunk);
            else
                chunks = [];
        });
        request.on('end', () => {
            if (totalBytes > limitBytes)
                resolve({ kind: 'too-large', totalBytes });
            else
                resolve({ kind: 'complete', bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) });
        });
        request.on('error', () => { });
        request.on('close', () => resolve({ kind: 'truncated' }));
    });
}
//# sourceMappingURL=body.js.map

/***/ }),

/***/ 3792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ requestEntityTooLarge),
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   ak: () => (/* binding */ invalidRequestId),
/* harmony export */   hF: () => (/* binding */ renderJson),
/* harmony export */   m6: () => (/* binding */ invalidResponseMode),
/* harmony export */   uU: () => (/* binding */ renderAccepted),
/* harmony export */   vg: () => (/* binding */ invalidTransition),
/* harmony export */   vr: () => (/* binding */ renderError)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(490);

const invalidRequestId = {
    status: 400,
    errorType: 'InvalidRequestID',
    errorMessage: 'Invalid request ID',
};
const invalidResponseMode = {
    status: 400,
    errorType: 'InvalidFunctionResponseMode',
    errorMessage: 'Invalid function response mode',
};
const requestEntityTooLarge = {
    status: 413,
    errorType: 'RequestEntityTooLarge',
    errorMessage: `Exceeded maximum allowed payload size (${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .maxResponsePayloadBytes */ .Zz} bytes).`,
};
/** The 403 of a transition that the state machine does not have. */
function invalidTransition(from, to) {
    return {
        status: 403,
        errorType: 'InvalidStateTransition',
        errorMessage: `State transition from ${from} to ${to} failed for runtime. Error: State transition is not allowed`,
    };
}
/** Answers with an error body; the key order is the API's. */
function renderError(response, { status, errorType, errorMessage }) {
    renderJson(response, status, `${JSON.stringify({ errorMessage, errorType })}\n`);
}
/** Answers 202: the runtime's report was taken. */
function renderAccepted(response) {
    renderJson(response, 202, '{"status":"OK"}\n');
}
/** Answers with a JSON text. */
function renderJson(response, status, body) {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
}
/** Answers with a plain text, as the API's router does where it knows no such path or method. */
function renderText(response, status, text) {
    response.req.resume();
    response.writeHead(status, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(text) });
    response.end(text);
}
//# sourceMappingURL=render.js.map

/***/ }),

/***/ 629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ deferred)
/* harmony export */ });
function deferred() {
    let settle = () => { };
    const promise = new Promise((resolve) => {
        settle = resolve;
    });
    return { promise, resolve: (value) => settle(value) };
}
//# sourceMappingURL=deferred.js.map

/***/ }),

/***/ 2592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _elf_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7777);
/* harmony import */ var _interpreter_search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1409);



/** The first bytes of Mach-O files, thin and universal. */
const machMagics = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe']);
/**
 * What Go's `exec` says of a file that this system's kernel can't execute as it is. The C library would hand such a file
 * to a shell, which Lambda does not.
 * @returns `undefined` where it can be executed, or another reason will come up when it is
 */
function formatFault(file) {
    if (process.platform === 'win32' || (0,_interpreter_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .executable */ .F)(file) === undefined)
        return undefined;
    const header = firstBytes(file, 20);
    if (header === undefined)
        return undefined;
    const isScript = header.subarray(0, 2).toString('latin1') === '#!';
    return isScript || isNative(header) ? undefined : 'exec format error';
}
function isNative(header) {
    if (process.platform === 'darwin')
        return machMagics.has(header.subarray(0, 4).toString('hex'));
    const machine = (0,_elf_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .elfMachine */ .x)(header);
    return machine !== undefined && (machine === (0,_elf_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .hostArchitecture */ .m)() || isEmulated(machine));
}
/** Whether the kernel was given an emulator for the files of another machine, as `docker/setup-qemu-action` does. */
function isEmulated(machine) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`/proc/sys/fs/binfmt_misc/qemu-${machine === 'arm64' ? 'aarch64' : machine}`);
}
function firstBytes(file, length) {
    try {
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
        try {
            const bytes = Buffer.alloc(length);
            return bytes.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, bytes, 0, length, 0));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=executable-format.js.map

/***/ }),

/***/ 8391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I4: () => (/* binding */ isDeadShim),
/* harmony export */   JG: () => (/* binding */ telemetryDescriptor),
/* harmony export */   ql: () => (/* binding */ launch)
/* harmony export */ });
/* harmony import */ var _process_process_group_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3083);

/** The number of the telemetry descriptor, where a runtime has one. */
const telemetryDescriptor = 3;
/**
 * Starts the runtime of a sandbox in a process group of its own, with the environment as it is given and nothing else,
 * no standard input, and both outputs on pipes, and the telemetry descriptor too.
 */
function launch({ command, args, environment, telemetry = false }, sandbox) {
    return (0,_process_process_group_js__WEBPACK_IMPORTED_MODULE_0__/* .spawnGroup */ .j8)(command, args, {
        cwd: sandbox.workingDirectory,
        env: {
            ...sandbox.environment,
            ...environment,
            ...(telemetry ? { _LAMBDA_TELEMETRY_LOG_FD: String(telemetryDescriptor) } : {}),
        },
        stdio: ['ignore', 'pipe', 'pipe', ...(telemetry ? ['pipe'] : [])],
    });
}
/** How these exit codes are read before the runtime has connected: the program is a shim for an interpreter that is not there. */
const deadShimCodes = [9, 126, 127, 9009];
/** Whether an exit before the runtime connected means that another candidate should be tried. */
function isDeadShim(code) {
    return deadShimCodes.includes(code);
}
//# sourceMappingURL=launch.js.map

/***/ }),

/***/ 8895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ RuntimeProcess)
});

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/src/process/process-group.js
var process_group = __nccwpck_require__(3083);
// EXTERNAL MODULE: ./lib/src/process/watchdog.js
var process_watchdog = __nccwpck_require__(413);
// EXTERNAL MODULE: ./lib/src/lambda/limits.js
var limits = __nccwpck_require__(490);
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/executable-format.js
var executable_format = __nccwpck_require__(2592);
// EXTERNAL MODULE: ./lib/src/lambda/sandbox/process/launch.js
var launch = __nccwpck_require__(8391);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/process-memory.js

/** What a process holds now; `undefined` where it is gone, or the system has no `/proc`. */
function processMemory(pid) {
    const status = readProc(`${pid}/status`);
    const residentKib = field(status, 'VmRSS');
    if (residentKib === 0)
        return undefined;
    return {
        residentKib,
        peakKib: field(status, 'VmHWM'),
        heldKib: field(status, 'RssAnon') + field(status, 'RssShmem'),
    };
}
/**
 * What some processes hold together, in KiB: what forked processes share is counted once. It takes the kernel milliseconds
 * to find out, so it is asked only where the plain sum is too much.
 */
function heldTogetherKib(pids) {
    let totalKib = 0;
    for (const pid of pids) {
        const rollup = readProc(`${pid}/smaps_rollup`);
        totalKib +=
            rollup === '' ? (processMemory(pid)?.heldKib ?? 0) : field(rollup, 'Pss_Anon') + field(rollup, 'Pss_Shmem');
    }
    return totalKib;
}
/** The children of a process. A child belongs to the thread that started it. */
function childrenOf(pid) {
    return threadsOf(pid).flatMap((thread) => readProc(`${pid}/task/${thread}/children`)
        .split(' ')
        .filter((child) => child !== '')
        .map(Number));
}
function threadsOf(pid) {
    try {
        return (0,external_node_fs_.readdirSync)(`/proc/${pid}/task`);
    }
    catch {
        return [];
    }
}
function field(text, name) {
    const match = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text);
    return match?.[1] === undefined ? 0 : Number(match[1]);
}
/** A file of `/proc`, empty where the process has just gone. */
function readProc(path) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${path}`, 'latin1');
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=process-memory.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/memory-watch.js

/** Whether this system can say what a process tree holds, so that a limit can be kept. */
const canLimitMemory = process.platform === 'linux';
/** How fast memory can fill, in KiB a ms: the less room is left, the sooner it is looked at again. */
const growthKibPerMs = 2 * 1024;
const shortestIntervalMs = 10;
const longestIntervalMs = 100;
/**
 * Watches the memory of a process and of all that it starts. On Linux it looks at `/proc` from time to time; elsewhere it knows
 * only what the runtime says of itself ({@link MemoryWatch.report}), and keeps no limit.
 *
 * The limit is one on what the kernel can't get back: Lambda's kernel drops the pages of programs, libraries and mapped files
 * before it ends a process. The peak counts these too, as Lambda's `Max Memory Used` does.
 */
class MemoryWatch {
    #leaderPid;
    #limit;
    #descendants = new Set();
    #timer;
    #searchedAtMs = performance.now();
    #peakKib = 0;
    #hasExceeded = false;
    #hasEnded = false;
    constructor(leaderPid, limit) {
        this.#leaderPid = leaderPid;
        this.#limit = limit;
        if (canLimitMemory)
            this.#lookAgain(longestIntervalMs);
    }
    /** The most that was held, in MiB. It is not more than the limit, where one is kept: a look can come late. */
    get peakMiB() {
        const peakMiB = Math.ceil(this.#peakKib / 1024);
        if (this.#hasExceeded)
            return this.#limit.limitMiB;
        return canLimitMemory ? Math.min(peakMiB, this.#limit.limitMiB) : peakMiB;
    }
    /** Whether the limit was exceeded, so that the processes were ended. */
    get hasExceeded() {
        return this.#hasExceeded;
    }
    /** Counts another process, which the leader did not start, and all that it starts. */
    include(pid) {
        this.#descendants.add(pid);
    }
    /** Takes what the runtime says of its own peak. */
    report(kib) {
        this.#peakKib = Math.max(this.#peakKib, kib);
    }
    /** Looks at the processes as they are now, and ends them where they hold too much. */
    sample() {
        if (canLimitMemory && !this.#hasEnded)
            this.#look();
    }
    /** Ends the watch. */
    stop() {
        this.#hasEnded = true;
        clearTimeout(this.#timer);
    }
    #lookAgain(afterMs) {
        this.#timer = setTimeout(() => {
            if (performance.now() - this.#searchedAtMs >= longestIntervalMs)
                this.#search();
            const roomKib = this.#look();
            if (!this.#hasEnded && !this.#hasExceeded)
                this.#lookAgain(intervalMs(roomKib));
        }, afterMs).unref();
    }
    /** Finds the descendants. One whose parent has ended stays known. */
    #search() {
        this.#searchedAtMs = performance.now();
        for (const pid of this.#limit.strays?.() ?? [])
            if (pid !== this.#leaderPid)
                this.#descendants.add(pid);
        const open = [this.#leaderPid, ...this.#descendants];
        for (const pid of open) {
            for (const child of childrenOf(pid)) {
                if (child === this.#leaderPid || this.#descendants.has(child))
                    continue;
                this.#descendants.add(child);
                open.push(child);
            }
        }
    }
    /** @returns how much may still be filled, in KiB */
    #look() {
        let residentKib = 0;
        let heldKib = 0;
        for (const pid of [this.#leaderPid, ...this.#descendants]) {
            const memory = processMemory(pid);
            if (memory === undefined) {
                this.#descendants.delete(pid);
                continue;
            }
            residentKib += memory.residentKib;
            heldKib += memory.heldKib;
            if (pid === this.#leaderPid)
                this.report(memory.peakKib);
        }
        this.report(residentKib);
        const limitKib = this.#limit.limitMiB * 1024;
        if (heldKib <= limitKib)
            return limitKib - heldKib;
        if (this.#descendants.size > 0) {
            const togetherKib = heldTogetherKib([this.#leaderPid, ...this.#descendants]);
            if (togetherKib <= limitKib)
                return Math.max(limitKib - togetherKib, longestIntervalMs * growthKibPerMs);
        }
        if (!this.#hasExceeded) {
            this.#hasExceeded = true;
            this.#limit.onExceeded();
        }
        return 0;
    }
}
function intervalMs(roomKib) {
    return Math.min(longestIntervalMs, Math.max(shortestIntervalMs, roomKib / growthKibPerMs));
}
//# sourceMappingURL=memory-watch.js.map
// EXTERNAL MODULE: ./lib/src/process/settles-within.js
var settles_within = __nccwpck_require__(626);
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/output-pump.js


/** How often the wait for the streams' end looks whether it is over, in ms. */
const drainStepMs = 25;
/** What may be held back of a candidate that has not shown yet that it is alive, in bytes. */
const maxHeldBytes = 64 * 1024;
/**
 * Carries what a process prints to the log sink: bytes as they come, in order within each stream, and never more in memory
 * than one piece a stream. Until {@link OutputPump.release} it holds everything back, so that what a dead shim printed can be dropped.
 */
class OutputPump {
    #sink;
    #streams = [];
    #ended = [];
    #held = [];
    #heldBytes = 0;
    #readBytes = 0;
    #writing = 0;
    #tail = Buffer.alloc(0);
    constructor(sink) {
        this.#sink = sink;
    }
    /** Starts to read a stream. */
    attach(stream, source) {
        this.#streams.push(stream);
        this.#ended.push(new Promise((resolve) => stream.once('close', resolve)));
        stream.on('error', () => stream.destroy());
        stream.on('data', (chunk) => {
            this.#readBytes += chunk.length;
            if (source === 'stderr')
                this.#tail = Buffer.concat([this.#tail, chunk.subarray(-4096)]).subarray(-4096);
            if (this.#held !== undefined) {
                this.#held.push({ chunk, source });
                this.#heldBytes += chunk.length;
                if (this.#heldBytes > maxHeldBytes)
                    this.release();
                return;
            }
            const written = this.#sink.write(chunk, source);
            if (written === undefined)
                return;
            this.#writing++;
            stream.pause();
            void written.then(() => {
                this.#writing--;
                stream.resume();
            });
        });
    }
    /** The last of what the process wrote to standard error, to recognise how it ended. */
    get stderrTail() {
        return this.#tail.toString('utf8');
    }
    /** What is held back, as text. */
    get heldText() {
        return Buffer.concat((this.#held ?? []).map(({ chunk }) => chunk)).toString('utf8');
    }
    /** Lets through what was held back, and everything that follows. */
    release() {
        const held = this.#held;
        this.#held = undefined;
        for (const { chunk, source } of held ?? [])
            void this.#sink.write(chunk, source);
    }
    /**
     * Waits until everything is read that the process had written before this call: the kernel has it already, so the
     * streams are drained when a whole turn of the event loop brought nothing.
     */
    async drainWritten() {
        for (let seen = -1; seen !== this.#readBytes;) {
            while (this.#writing > 0)
                await (0,promises_.setTimeout)(1);
            seen = this.#readBytes;
            await (0,promises_.setImmediate)();
            await (0,promises_.setImmediate)();
        }
    }
    /**
     * Waits for the end of the streams, once the process is gone. Somebody else may hold them (what left the group): they are
     * given up after `limitMs`. Time in which the sink holds us back does not count, so that nothing is lost to a slow reader.
     */
    async drainToEnd(limitMs) {
        const ended = Promise.all(this.#ended);
        for (let leftMs = limitMs; leftMs > 0;) {
            const blocked = this.#writing > 0;
            if (await (0,settles_within/* settlesWithin */.o)(ended, drainStepMs))
                return;
            if (!blocked)
                leftMs -= drainStepMs;
        }
        for (const stream of this.#streams)
            stream.destroy();
    }
}
//# sourceMappingURL=output-pump.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/telemetry-frames.js

/** The first half of the type that every frame has. */
const magic = 0xa55a;
/** How long the head of a frame is, and where in it the length of its message stands, in bytes. */
const headerBytes = 16;
const lengthOffset = 4;
/**
 * Turns the frames in which a runtime logs by Lambda's telemetry descriptor into lines, one a message, as CloudWatch has them: 4
 * bytes of type, 4 of length, 8 of time, all big-endian, and the message. What is no frame passes as it is.
 * @see https://github.com/aws/aws-lambda-java-libs, FramedTelemetryLogSink
 */
function telemetryLines() {
    let pending = Buffer.alloc(0);
    return new external_node_stream_namespaceObject.Transform({
        transform(chunk, _encoding, done) {
            pending = Buffer.concat([pending, chunk]);
            while (pending.length >= headerBytes) {
                if (pending.readUInt16BE(0) !== magic) {
                    this.push(pending);
                    pending = Buffer.alloc(0);
                    break;
                }
                const end = headerBytes + pending.readUInt32BE(lengthOffset);
                if (pending.length < end)
                    break;
                const message = pending.subarray(headerBytes, end);
                this.push(message.at(-1) === 0x0a ? message : Buffer.concat([message, Buffer.from('\n')]));
                pending = pending.subarray(end);
            }
            done();
        },
        flush(done) {
            done(null, pending.length > headerBytes ? pending.subarray(headerBytes) : null);
        },
    });
}
//# sourceMappingURL=telemetry-frames.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/sandbox/process/runtime-process.js










/** The longest wait for a killed group to be gone, in ms; a process in uninterruptible sleep could take for ever. */
const groupEndTimeoutMs = 2_000;
/** One process that runs a runtime, from its start until nothing of its group is left. */
class RuntimeProcess {
    output;
    memory;
    /** Settles when the process has ended or could not be started; its output may still be on its way. */
    ended;
    #child;
    #watchdog;
    #end;
    /** @param end how the process ends, or why there is none */
    constructor(end, { logs, memorySizeMiB, strays }, child, watchdog) {
        this.#child = child;
        this.#watchdog = watchdog;
        this.output = new OutputPump(logs);
        if (child?.stdout)
            this.output.attach(child.stdout, 'stdout');
        if (child?.stderr)
            this.output.attach(child.stderr, 'stderr');
        const telemetry = child?.stdio[launch/* telemetryDescriptor */.JG];
        if (telemetry instanceof external_node_stream_namespaceObject.Readable)
            this.output.attach(telemetry.pipe(telemetryLines()), 'stdout');
        const pid = child?.pid ?? -1;
        this.memory = new MemoryWatch(pid, {
            limitMiB: memorySizeMiB ?? Number.POSITIVE_INFINITY,
            onExceeded: () => (0,process_group/* killGroup */.i0)(pid),
            ...(strays === undefined ? {} : { strays: () => strays.find() }),
        });
        if (child?.pid === undefined || memorySizeMiB === undefined)
            this.memory.stop();
        this.ended = end.then((value) => {
            this.memory.stop();
            const outOfMemory = value.kind === 'signal' && this.memory.hasExceeded;
            this.#end = outOfMemory ? { ...value, outOfMemory } : value;
            return this.#end;
        });
    }
    /**
     * Starts a runtime, and then the watch over its group: the interpreter needs longer to start than the watchdog, and a bootstrap
     * that cannot connect to the Runtime API, because the parent is gone, ends without having loaded the user's code.
     */
    static start(candidate, sandbox) {
        const command = candidate.entrypoint ?? candidate.command;
        const fault = candidate.entrypoint === undefined ? undefined : (0,executable_format/* formatFault */.A)(candidate.command);
        if (fault !== undefined) {
            return new RuntimeProcess(Promise.resolve({ kind: 'launch', command, reason: fault }), sandbox);
        }
        const child = (0,launch/* launch */.ql)(candidate, sandbox);
        const watchdog = child.pid === undefined ? undefined : process_watchdog/* Watchdog */.I.start(sandbox.environment['RUNNER_TRACKING_ID']);
        if (child.pid !== undefined)
            watchdog?.guard(child.pid);
        return new RuntimeProcess(endOf(child, command), sandbox, child, watchdog);
    }
    /** `undefined` where it could not be started. */
    get pid() {
        return this.#child?.pid;
    }
    get hasEnded() {
        return this.#end !== undefined;
    }
    /** Asks the process and its group to end. */
    terminate() {
        const pid = this.#child?.pid;
        if (pid !== undefined && !this.hasEnded)
            (0,process_group/* killGroup */.i0)(pid, 'SIGTERM');
    }
    /**
     * Ends the process and its whole group at once (as Lambda does without extensions), and reads what they had written.
     * What left the group is not reached, and holds nothing up.
     */
    async stop() {
        const pid = this.#child?.pid;
        if (pid !== undefined) {
            this.memory.sample();
            (0,process_group/* killGroup */.i0)(pid);
        }
        const end = await this.ended;
        if (pid !== undefined)
            await groupEnd(pid);
        this.#watchdog?.stop();
        await this.output.drainToEnd(limits/* drainTimeoutMs */.o$);
        return end;
    }
}
/** How a process ends, or that it could not be started. */
function endOf(child, command) {
    return new Promise((resolve) => {
        child.once('error', (error) => {
            if (child.pid === undefined)
                resolve({ kind: 'launch', command, reason: launchReason(error) });
        });
        child.once('exit', (code, signal) => {
            resolve(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal });
        });
    });
}
/** Waits until a group that was killed is gone. */
async function groupEnd(leaderPid) {
    for (let waitedMs = 0; (0,process_group/* groupIsRunning */.Xu)(leaderPid) && waitedMs < groupEndTimeoutMs; waitedMs += 2) {
        (0,process_group/* killGroup */.i0)(leaderPid);
        await (0,promises_.setTimeout)(2);
    }
}
/** What Go prints for the `errno` of a failed `execve`. */
function launchReason(error) {
    const reasons = {
        ENOENT: 'no such file or directory',
        EACCES: 'permission denied',
        ENOEXEC: 'exec format error',
        ENOTDIR: 'not a directory',
    };
    return reasons[error.code ?? ''] ?? error.message;
}
//# sourceMappingURL=runtime-process.js.map

/***/ }),

/***/ 3083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ startedLeaders),
/* harmony export */   Xu: () => (/* binding */ groupIsRunning),
/* harmony export */   i0: () => (/* binding */ killGroup),
/* harmony export */   j8: () => (/* binding */ spawnGroup)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



const windows = process.platform === 'win32';
/** The leaders of the groups that run, as far as they were started here. */
const leaders = new Set();
/**
 * Starts a program as the leader of a process group of its own, so that it can be ended with everything it starts.
 * Windows has no process groups: there {@link killGroup} ends the process tree.
 */
function spawnGroup(command, args, options) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, { ...options, detached: !windows, windowsHide: true });
    const { pid } = child;
    if (pid !== undefined) {
        leaders.add(pid);
        child.once('exit', () => leaders.delete(pid));
    }
    return child;
}
/** The processes that {@link spawnGroup} has started and that have not ended. */
function startedLeaders() {
    return leaders;
}
/**
 * Sends a signal to every process of the group that `leaderPid` leads (or led).
 * @returns whether there was anyone to receive it; on Windows, whether the attempt could be made.
 */
function killGroup(leaderPid, signal = 'SIGKILL') {
    if (windows) {
        const taskkill = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(taskkill, ['/pid', String(leaderPid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => { });
        return true;
    }
    try {
        process.kill(-leaderPid, signal);
        return true;
    }
    catch {
        return false;
    }
}
/** Whether any process of the group is left that can still run: a zombie that nobody has reaped does not count. */
function groupIsRunning(leaderPid) {
    if (windows)
        return false;
    try {
        process.kill(-leaderPid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
    return process.platform !== 'linux' || hasRunningMember(leaderPid);
}
/** Looks through `/proc` for a process of the group that is not a zombie (proc(5): the fields after the name of `stat`). */
function hasRunningMember(leaderPid) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc').some((pid) => {
        if (!/^\d+$/.test(pid))
            return false;
        try {
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
            const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
            return Number(group) === leaderPid && state !== 'Z' && state !== 'X';
        }
        catch {
            return false;
        }
    });
}
//# sourceMappingURL=process-group.js.map

/***/ }),

/***/ 626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ settlesWithin)
/* harmony export */ });
/** Whether a promise is fulfilled within `ms`. The timer is gone as soon as the answer is known. */
async function settlesWithin(promise, ms) {
    let timer;
    const expired = new Promise((resolve) => {
        timer = setTimeout(() => resolve(false), ms);
    });
    try {
        return await Promise.race([promise.then(() => true), expired]);
    }
    finally {
        clearTimeout(timer);
    }
}
//# sourceMappingURL=settles-within.js.map

/***/ }),

/***/ 2825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ TimeLimitError),
/* harmony export */   B: () => (/* binding */ withTimeLimit)
/* harmony export */ });
/** Work did not end within its time limit. */
class TimeLimitError extends Error {
    name = 'TimeLimitError';
}
/**
 * Does work that has to end within a time. It is told by a signal that the time is up, or the run at its end, and not
 * waited for any longer, whatever it makes of that.
 * @throws TimeLimitError where the time is up, the signal's reason where that was aborted
 */
async function withTimeLimit(timeoutMs, signal, work) {
    signal.throwIfAborted();
    const end = new AbortController();
    const onAbort = () => end.abort(signal.reason);
    const timer = setTimeout(() => end.abort(new TimeLimitError(`It did not end within ${timeoutMs} ms.`)), timeoutMs);
    signal.addEventListener('abort', onAbort);
    const ended = new Promise((_, reject) => {
        end.signal.addEventListener('abort', () => reject(end.signal.reason));
    });
    try {
        return await Promise.race([work(end.signal), ended]);
    }
    catch (error) {
        throw end.signal.aborted ? end.signal.reason : error;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
//# sourceMappingURL=time-limit.js.map

/***/ }),

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Watchdog)
/* harmony export */ });
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3083);

/** Waits for the pipe's end, which is the parent's end, and then ends the group whose leader the first line named. */
const script = 'read -r group && { read -r _; kill -s KILL -- "-$group"; } 2>/dev/null';
/**
 * Sees to it that a process group does not outlive this process, not even its SIGKILL: a shell of its own session holds
 * the reading end of a pipe that only this process can write to. POSIX only; on Windows it does nothing.
 */
class Watchdog {
    #shell;
    constructor(shell) {
        this.#shell = shell;
    }
    /** Starts the watch; {@link Watchdog.guard} says over whom. `trackingId` lets a runner find the shell. */
    static start(trackingId) {
        if (process.platform === 'win32')
            return new Watchdog(undefined);
        const shell = (0,_process_group_js__WEBPACK_IMPORTED_MODULE_0__/* .spawnGroup */ .j8)('/bin/sh', ['-c', script], {
            cwd: '/',
            stdio: ['pipe', 'ignore', 'ignore'],
            env: trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId },
        });
        shell.on('error', () => { });
        shell.stdin?.on('error', () => { });
        shell.unref();
        shell.stdin?.unref?.();
        return new Watchdog(shell);
    }
    /** Names the group to end. */
    guard(leaderPid) {
        this.#shell?.stdin?.write(`${leaderPid}\n`);
    }
    /** Ends the watch, once the group is gone. */
    stop() {
        this.#shell?.kill('SIGKILL');
        this.#shell?.stdin?.destroy();
    }
}
//# sourceMappingURL=watchdog.js.map

/***/ }),

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LogTail)
/* harmony export */ });
/** What is kept of a log, in bytes. */
const keptBytes = 64 * 1024;
/** Keeps the end of a log as it passes by. */
class LogTail {
    #pieces = [];
    #bytes = 0;
    #omittedBytes = 0;
    /** Takes the next piece of the log. */
    push(piece) {
        this.#pieces.push(piece.length > keptBytes ? Buffer.from(piece.subarray(-keptBytes)) : piece);
        this.#omittedBytes += Math.max(0, piece.length - keptBytes);
        this.#bytes += Math.min(piece.length, keptBytes);
        if (this.#bytes > 2 * keptBytes)
            this.#cut();
    }
    /** What is kept: from the first whole line on, where something was omitted. */
    excerpt(file) {
        this.#cut();
        const kept = Buffer.concat(this.#pieces);
        const start = this.#omittedBytes === 0 ? 0 : kept.indexOf(0x0a) + 1;
        return {
            text: kept.subarray(start).toString('utf8'),
            omittedBytes: this.#omittedBytes + start,
            ...(file === undefined ? {} : { file }),
        };
    }
    #cut() {
        const kept = Buffer.concat(this.#pieces);
        const excess = Math.max(0, kept.length - keptBytes);
        this.#pieces = [Buffer.from(kept.subarray(excess))];
        this.#bytes = kept.length - excess;
        this.#omittedBytes += excess;
    }
}
//# sourceMappingURL=log-tail.js.map

/***/ }),

/***/ 1195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ IntrinsicFailure)
/* harmony export */ });
/** Why an intrinsic function has no value. */
class IntrinsicFailure extends Error {
    /** What is wrong, as the end of a sentence that begins with the name of what holds the function. */
    reason;
    hint;
    /** The question whose answer would help, as the caller may answer it: `ref:LogicalId`. */
    question;
    constructor(reason, { hint, question } = {}) {
        super(reason);
        this.reason = reason;
        this.hint = hint;
        this.question = question;
    }
}
//# sourceMappingURL=intrinsic-failure.js.map

/***/ }),

/***/ 5521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VL: () => (/* binding */ intrinsicIn),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/* harmony import */ var _intrinsic_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1195);

function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A value as the text that CloudFormation makes of it: numbers and booleans are text to it. */
function textOf(value, what) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    throw new _intrinsic_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .IntrinsicFailure */ .a(`holds ${what} that is not text`);
}
/** @throws IntrinsicFailure where it is not a list. */
function listOf(value, what) {
    if (Array.isArray(value))
        return value;
    throw new _intrinsic_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .IntrinsicFailure */ .a(`holds ${what} that is not a list`);
}
/** The function that a mapping of one member calls; `undefined` for any other value. */
function intrinsicIn(value) {
    if (!isMapping(value))
        return undefined;
    const [entry, ...others] = Object.entries(value);
    if (entry === undefined || others.length > 0)
        return undefined;
    const [name, argument] = entry;
    return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}
//# sourceMappingURL=values.js.map

/***/ }),

/***/ 9859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ answerLine),
/* harmony export */   d: () => (/* binding */ createOfflineAnswers)
/* harmony export */ });
/* harmony import */ var _diagnostics_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7847);

/** Makes the table of what was given: NAME=VALUE, each name a variable's text without `${}`. */
function createOfflineAnswers(given) {
    const names = new Map();
    const answers = new Map();
    for (const [name, text] of Object.entries(given)) {
        const key = canonicalName(name);
        names.set(key, name);
        answers.set(key, { text, isRaw: isRawForm(name) });
    }
    const found = new Set();
    const missed = new Set();
    return {
        find: (name) => {
            const key = canonicalName(name);
            const own = answers.get(key);
            const [given, answer] = own === undefined ? (splitAnswer(key, answers) ?? []) : [key, own];
            if (given === undefined)
                missed.add(key);
            else
                found.add(given);
            return answer;
        },
        nearMiss: (name) => {
            const unused = [...answers.keys()].filter((key) => !found.has(key));
            const nearest = (0,_diagnostics_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(canonicalName(name), unused);
            return nearest === undefined ? undefined : names.get(nearest);
        },
        unused: () => [...answers.keys()]
            .filter((key) => !found.has(key))
            .map((key) => {
            const meant = (0,_diagnostics_nearest_name_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(key, missed);
            return { name: names.get(key) ?? key, ...(meant === undefined ? {} : { meant }) };
        }),
    };
}
/** An answer whose name has a `=`: what is given is split at the first one, so that its rest begins the text. */
function splitAnswer(name, answers) {
    const equals = name.indexOf('=');
    const head = name.slice(0, equals);
    const rest = `${name.slice(equals + 1)}=`;
    const given = equals === -1 ? undefined : answers.get(head);
    if (given === undefined || !given.text.startsWith(rest))
        return undefined;
    return [head, { ...given, text: given.text.slice(rest.length) }];
}
/**
 * The line that answers a variable: what to add to the input `variables`, or to give as `--variable`. The value is a
 * placeholder.
 */
function answerLine(name, placeholder = '…') {
    return `${canonicalName(name)}=${placeholder}`;
}
const prefixesOfAws = /^aws:(?=(?:ssm|s3|cf)[:(])/;
const decoding = /^(?:raw|noDecrypt)$/;
/**
 * The name that the spellings of one question share: without `${}` and blanks, without what only says how the answer is
 * read (`raw`, `noDecrypt`, `~true`), and without the `aws:` that version 4 of the framework puts before its sources.
 */
function canonicalName(name) {
    const bare = name.replaceAll(/\s+/g, '').replace(/^\$\{(.*)\}$/, '$1');
    const [, type = '', params = '', address = ''] = /^([^(:]*)(?:\(([^)]*)\))?(.*)$/s.exec(bare
        .replace(prefixesOfAws, '')
        .replace(/^aws:(?=\/)/, 'ssm:')
        .replace(/^(ssm|s3|cf)\.([a-z0-9-]+):/, '$1($2):')) ?? [];
    if (type !== 'ssm')
        return params === '' ? `${type}${address}` : `${type}(${params})${address}`;
    const region = params.split(',').filter((param) => param !== '' && !decoding.test(param));
    return `${region.length === 0 ? type : `${type}(${region.join(',')})`}${address.replace(/~(?:true|false|split)$/, '')}`;
}
function isRawForm(name) {
    return /^\s*(?:\$\{\s*)?(?:aws:)?ssm\s*\([^)]*\b(?:raw|noDecrypt)\b[^)]*\)/.test(name);
}
//# sourceMappingURL=offline-answers.js.map

/***/ }),

/***/ 1117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ cloudFormationTags),
/* harmony export */   F: () => (/* binding */ intrinsicName)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3243);

/**
 * CloudFormation's short tags, on any kind of node: `!Ref x` is `{ Ref: x }`, `!Condition x` is `{ Condition: x }`, and
 * any other `!Name x` is `{ 'Fn::Name': x }`, so that functions that are new to us are read too.
 * Source: CloudFormation user guide, "Intrinsic function reference".
 */
const cloudFormationTags = [
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__.defineScalarTag)('!', {
        matchByTagPrefix: true,
        resolve: (source, _isExplicit, tag) => intrinsic(tag, tag === '!GetAtt' ? splitAttribute(source) : source),
        identify: () => false,
    }),
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__.defineSequenceTag)('!', {
        matchByTagPrefix: true,
        create: (tag) => ({ tag, items: [] }),
        addItem: ({ items }, item) => {
            items.push(item);
        },
        finalize: ({ tag, items }) => intrinsic(tag, items),
        identify: () => false,
    }),
    (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__.defineMappingTag)('!', {
        matchByTagPrefix: true,
        create: (tag) => ({ tag, members: js_yaml__WEBPACK_IMPORTED_MODULE_0__.mapTag.create(tag) }),
        addPair: ({ members }, key, value) => js_yaml__WEBPACK_IMPORTED_MODULE_0__.mapTag.addPair(members, key, value),
        has: ({ members }, key) => js_yaml__WEBPACK_IMPORTED_MODULE_0__.mapTag.has(members, key),
        keys: (result) => Object.keys(result),
        get: (result, key) => result[String(key)],
        finalize: ({ tag, members }) => intrinsic(tag, members),
        identify: () => false,
    }),
];
/** The name of the member that stands for a short tag: `!Sub` is `Fn::Sub`. */
function intrinsicName(tag) {
    const name = tag.slice(1);
    return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}
function intrinsic(tag, value) {
    return { [intrinsicName(tag)]: value };
}
/** `Table.Stream.Arn` is the attribute `Stream.Arn` of `Table`. */
function splitAttribute(source) {
    const dot = source.indexOf('.');
    return dot === -1 ? source : [source.slice(0, dot), source.slice(dot + 1)];
}
//# sourceMappingURL=cloudformation-tags.js.map

/***/ }),

/***/ 5946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ childNodes),
/* harmony export */   F8: () => (/* binding */ dataNode),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JY: () => (/* binding */ childNode),
/* harmony export */   bP: () => (/* binding */ rootNode),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   qp: () => (/* binding */ nodeName)
/* harmony export */ });
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4575);

function rootNode(document) {
    return { document, path: [], value: document.value };
}
/** A value that is final: no variable in it is expanded. */
function dataNode(value) {
    return rootNode({ value });
}
/** A member of a mapping, or an item of a sequence by its index; only own members are seen. */
function childNode(node, key) {
    if (!isMapping(node.value) && !(Array.isArray(node.value) && /^\d+$/.test(key)))
        return undefined;
    if (!Object.hasOwn(node.value, key))
        return undefined;
    const value = Reflect.get(node.value, key);
    return { document: node.document, path: [...node.path, key], value };
}
/** The members or items of a node, in their order. */
function childNodes(node) {
    if (typeof node.value !== 'object' || node.value === null)
        return [];
    return Object.entries(node.value).map(([key, value]) => ({
        document: node.document,
        path: [...node.path, key],
        value,
    }));
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A node's name in messages: its dotted path, and the file where that is not the main one. */
function nodeName(node, mainDocument) {
    const path = node.path.join('.');
    if (node.document.file === undefined || node.document === mainDocument)
        return path;
    const file = (0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_0__/* .displayPath */ .G)(node.document.file.path);
    return path === '' ? file : `${path} in ${file}`;
}
/** What kind of thing a value is, in YAML's words. */
function kindOf(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'string')
        return 'a string';
    return typeof value === 'number' ? 'a number' : 'a boolean';
}
//# sourceMappingURL=config-node.js.map

/***/ }),

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ locateNode),
  j: () => (/* binding */ locateVariable)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __nccwpck_require__(3243);
// EXTERNAL MODULE: ./lib/src/service/serverless/document/cloudformation-tags.js
var cloudformation_tags = __nccwpck_require__(1117);
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/positions.js


/**
 * Finds where every value of a document stands. It reads the same parser's events as the values come from, so that the
 * two can't disagree. Aliases lead to what they stand for, and merged keys to where they are written.
 * @returns `undefined` for a text that does not parse.
 */
function readPositions(text) {
    let events;
    try {
        events = (0,js_yaml.parseEvents)(text, { maxDepth: 500 });
    }
    catch {
        return undefined;
    }
    const first = events.findIndex((event) => event.type !== js_yaml.EVENT_ID.DOCUMENT);
    if (first === -1)
        return undefined;
    return readValue({ text, events, next: first, anchors: new Map() });
}
/** The value at a path, or the nearest one above it. */
function findPosition(root, path) {
    let found = root;
    for (const key of path) {
        if (found.tag !== undefined && key === (0,cloudformation_tags/* intrinsicName */.F)(found.tag)) {
            const { tag: _, ...untagged } = found;
            found = { ...untagged, offset: found.contentOffset };
            continue;
        }
        const member = found.members?.get(key);
        if (member === undefined)
            break;
        found = member;
    }
    return found;
}
function readValue(builder, key) {
    const { text, events, anchors } = builder;
    const event = events[builder.next];
    builder.next += 1;
    if (event === undefined || event.type === js_yaml.EVENT_ID.POP || event.type === js_yaml.EVENT_ID.DOCUMENT)
        return undefined;
    const anchor = event.anchorStart === -1 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === js_yaml.EVENT_ID.ALIAS) {
        const target = anchor === undefined ? undefined : anchors.get(anchor);
        return (target && { ...target, keyOffset: key === undefined ? event.anchorStart - 1 : scalarStart(text, key, undefined) });
    }
    const tag = event.tagStart === -1 ? undefined : text.slice(event.tagStart, event.tagEnd);
    const start = event.type === js_yaml.EVENT_ID.SCALAR ? scalarStart(text, event, key) : event.start;
    const value = {
        offset: event.tagStart === -1 ? start : event.tagStart,
        contentOffset: start,
        keyOffset: key === undefined || key.valueStart === -1 ? start : scalarStart(text, key, undefined),
        ...(event.type === js_yaml.EVENT_ID.SCALAR && event.valueStart !== -1 ? { scalar: event } : {}),
        ...(tag !== undefined && /^![^!<]/.test(tag) ? { tag } : {}),
        ...(event.type === js_yaml.EVENT_ID.SEQUENCE ? { members: readItems(builder), isSequence: true } : {}),
        ...(event.type === js_yaml.EVENT_ID.MAPPING ? { members: readMembers(builder) } : {}),
    };
    if (anchor !== undefined)
        anchors.set(anchor, value);
    return value;
}
/** Where a scalar starts: at its quote, or behind the indentation of a block. */
function scalarStart(text, event, key) {
    const { valueStart, style } = event;
    if (valueStart === -1)
        return key?.valueEnd ?? 0;
    if (style === js_yaml.SCALAR_STYLE.PLAIN)
        return valueStart;
    if (style === js_yaml.SCALAR_STYLE.SINGLE_QUOTED || style === js_yaml.SCALAR_STYLE.DOUBLE_QUOTED)
        return valueStart - 1;
    const indentation = /[ \t\r\n]*/y;
    indentation.lastIndex = valueStart;
    return valueStart + (indentation.exec(text)?.[0].length ?? 0);
}
function readItems(builder) {
    const items = new Map();
    while (!atEnd(builder)) {
        const item = readValue(builder);
        if (item !== undefined)
            items.set(String(items.size), item);
    }
    builder.next += 1;
    return items;
}
function readMembers(builder) {
    const { text, events } = builder;
    const members = new Map();
    const merged = [];
    while (!atEnd(builder)) {
        const key = events[builder.next];
        if (key?.type !== js_yaml.EVENT_ID.SCALAR) {
            readValue(builder);
            readValue(builder);
            continue;
        }
        builder.next += 1;
        const value = readValue(builder, key);
        const name = (0,js_yaml.getScalarValue)(text, key);
        if (value === undefined)
            continue;
        if (name === '<<' && key.fast)
            merged.push(...mergeSources(value));
        else
            members.set(name, value);
    }
    builder.next += 1;
    for (const source of merged) {
        for (const [name, value] of source.members ?? [])
            if (!members.has(name))
                members.set(name, value);
    }
    return members;
}
/** `<<: *a` merges one mapping, `<<: [*a, *b]` several. */
function mergeSources(value) {
    return value.isSequence === true ? [...(value.members?.values() ?? [])] : [value];
}
function atEnd({ events, next }) {
    return next >= events.length || events[next]?.type === js_yaml.EVENT_ID.POP;
}
//# sourceMappingURL=positions.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/document/text-position.js
var text_position = __nccwpck_require__(7354);
;// CONCATENATED MODULE: ./lib/src/service/serverless/document/locate.js



const positionsOf = new WeakMap();
/** Where a value stands in its file; with `key`, where its key does. Positions are worked out at the first question. */
function locateNode({ document, path }, part = 'value') {
    const { file } = document;
    if (file === undefined)
        return undefined;
    const root = positions(file);
    if (root === undefined)
        return { file: file.path };
    const { offset, keyOffset } = findPosition(root, path);
    return { file: file.path, ...(0,text_position/* positionAt */.t)(file.text, part === 'key' ? keyOffset : offset) };
}
/** Where a variable stands, by its offset in the string that holds it. */
function locateVariable(node, offset, variable) {
    const { file } = node.document;
    if (file === undefined)
        return undefined;
    if (file.format === 'script')
        return { file: file.path };
    if (file.format === 'text')
        return { file: file.path, ...(0,text_position/* positionAt */.t)(file.text, offset) };
    const root = positions(file);
    if (root === undefined)
        return { file: file.path };
    const value = findPosition(root, node.path);
    return { file: file.path, ...(0,text_position/* positionAt */.t)(file.text, variableOffset(file.text, value, offset, variable)) };
}
function positions(file) {
    const hasPositions = file.format === 'yaml' || file.format === 'json';
    if (hasPositions && !positionsOf.has(file))
        positionsOf.set(file, readPositions(file.text));
    return positionsOf.get(file);
}
/**
 * The offset in the file of what stands at an offset of a string. Escapes, folded lines and indentation move the text
 * about, so the variable is looked for: as many occurrences into the scalar as there are before it in the string.
 */
function variableOffset(text, value, offset, variable) {
    if (value.scalar === undefined)
        return value.offset;
    const { valueStart, valueEnd } = value.scalar;
    const decoded = (0,js_yaml.getScalarValue)(text, value.scalar);
    const raw = text.slice(valueStart, valueEnd);
    if (raw === decoded)
        return valueStart + offset;
    const needle = raw.includes(variable) ? variable : '${';
    let at = raw.indexOf(needle);
    for (let seen = decoded.indexOf(needle); seen !== -1 && seen < offset; seen = decoded.indexOf(needle, seen + 1)) {
        const next = raw.indexOf(needle, at + 1);
        if (next === -1)
            break;
        at = next;
    }
    return at === -1 ? value.offset : valueStart + at;
}
//# sourceMappingURL=locate.js.map

/***/ }),

/***/ 7354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ excerptAt),
/* harmony export */   t: () => (/* binding */ positionAt)
/* harmony export */ });
/** Where an offset of a text stands. Line breaks are LF, CR LF and CR, as in YAML. */
function positionAt(text, offset) {
    let line = 1;
    let lineStart = 0;
    for (const match of text.matchAll(/\r\n?|\n/g)) {
        const next = match.index + match[0].length;
        if (next > offset)
            break;
        line += 1;
        lineStart = next;
    }
    return { line, column: offset - lineStart + 1 };
}
const excerptLength = 120;
/**
 * One line of a text with a caret under the column, for a message; long lines are cut around the column. Where that line
 * is blank (what is not closed is found at the end) it is the last one before that is not.
 */
function excerptAt(text, position) {
    const lines = text.split(/\r\n?|\n/, position.line);
    const last = lines.findLastIndex((candidate) => candidate.trim() !== '');
    const line = last === -1 ? position.line : last + 1;
    const whole = lines[line - 1] ?? '';
    const column = line === position.line ? position.column : whole.length + 1;
    const start = Math.max(0, column - 1 - excerptLength / 2);
    const shown = whole.slice(start, start + excerptLength).replaceAll('\t', ' ');
    const head = start > 0 ? '…' : '';
    const tail = start + excerptLength < whole.length ? '…' : '';
    const gutter = `  ${line} | `;
    const caret = ' '.repeat(gutter.length + head.length + Math.min(column - 1, whole.length) - start);
    return `${gutter}${head}${shown}${tail}\n${caret}^`;
}
//# sourceMappingURL=text-position.js.map

/***/ }),

/***/ 7625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ numberSetting),
/* harmony export */   QE: () => (/* binding */ textSetting),
/* harmony export */   _t: () => (/* binding */ choiceSetting),
/* harmony export */   gT: () => (/* binding */ invalidSetting)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3001);
/* harmony import */ var _lambda_deploy_deploy_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4911);
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5946);
/* harmony import */ var _document_locate_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5398);




/** The error for a setting that can't be what it is. `reason` continues a sentence that begins with its name. */
function invalidSetting({ name, node }, reason, { code = 'config-invalid', hint } = {}) {
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({ code, message: `${name} ${reason}.`, hint, location: (0,_document_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locateNode */ .x)(node) });
}
/** @throws UserError where the setting is not text (a number is taken as text). */
function textSetting(setting) {
    if (setting === undefined)
        return undefined;
    if (typeof setting.value === 'number')
        return String(setting.value);
    if (typeof setting.value === 'string')
        return setting.value;
    throw invalidSetting(setting, `must be a string, and is ${(0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(setting.value)}`);
}
/** @throws UserError where the setting is none of the choices. */
function choiceSetting(setting, choices) {
    if (setting === undefined)
        return undefined;
    const choice = choices.find((candidate) => candidate === setting.value);
    if (choice !== undefined)
        return choice;
    const shown = typeof setting.value === 'string' ? `\`${setting.value}\`` : (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(setting.value);
    throw invalidSetting(setting, `is ${shown}; it must be one of ${choices.join(', ')}`);
}
/** @throws UserError where the setting is not a number (text that is one, as an environment variable gives it, is). */
function numberSetting(setting, range) {
    if (setting === undefined)
        return undefined;
    const { name, node, value } = setting;
    const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    const number = isNumeric ? Number(value) : Number.NaN;
    if (Number.isNaN(number)) {
        const shown = typeof value === 'string' ? `\`${value}\`` : (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(value);
        throw invalidSetting(setting, `must be a number of ${range.unit}, and is ${shown}`);
    }
    const used = Math.min(range.max, Math.max(range.min, Math.round(number)));
    if (used !== number) {
        const location = (0,_document_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locateNode */ .x)(node);
        const constraint = (0,_lambda_deploy_deploy_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .rangeConstraint */ .lK)(number, range.min, range.max);
        range.report({
            severity: 'warning',
            code: 'config-out-of-range',
            message: `${name} is ${number}; Lambda takes whole ${range.unit} from ${range.min} to ${range.max}, so ${used} is used.`,
            hint: constraint === undefined
                ? 'A deploy would refuse it.'
                : `A deploy would fail: "${(0,_lambda_deploy_deploy_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .constraintText */ .Vw)(range.member, String(number), constraint)}"`,
            ...(location === undefined ? {} : { location }),
        });
    }
    return used;
}
//# sourceMappingURL=settings.js.map

/***/ }),

/***/ 2548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ VariableError),
/* harmony export */   dZ: () => (/* binding */ toUserError),
/* harmony export */   oi: () => (/* binding */ SourceFailure)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3001);
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5946);
/* harmony import */ var _document_locate_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5398);



/** Why a source has no answer that can be used: ends the resolution, whatever fallback there is. */
class SourceFailure extends Error {
    code;
    hint;
    constructor(code, message, hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }
}
/** Carries a problem up to where it is told; its position is only looked up then. */
class VariableError extends Error {
    problem;
    constructor(problem) {
        super(`The variable ${problem.text} ${problem.reason}`);
        this.problem = problem;
    }
}
/** The problem for a person, with its place in the file. */
function toUserError({ problem }, mainDocument) {
    const { code, node, text, offset, reason, hint, neededBy } = problem;
    const name = (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeName */ .qp)(node, mainDocument);
    const need = neededBy === undefined ? '' : ` (needed by ${(0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeName */ .qp)(neededBy, mainDocument)})`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
        code,
        message: `The variable ${text} of ${name}${need} ${reason}.`,
        hint,
        location: (0,_document_locate_js__WEBPACK_IMPORTED_MODULE_2__/* .locateVariable */ .j)(node, offset, text),
    });
}
//# sourceMappingURL=problem.js.map

/***/ }),

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ awsSettings)
/* harmony export */ });
/* harmony import */ var _resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(185);

/** Reads the settings of a resolver of the type `aws`. Keys go before a profile. */
function awsSettings(settings) {
    const accessKeyId = (0,_resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b)(settings, 'accessKeyId');
    const secretAccessKey = (0,_resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b)(settings, 'secretAccessKey');
    const profile = (0,_resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b)(settings, 'profile');
    const keys = accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, sessionToken: (0,_resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b)(settings, 'sessionToken') }
        : undefined;
    const identity = keys ?? (profile === undefined ? undefined : { profile });
    const text = (name) => {
        const value = (0,_resolver_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b)(settings, name);
        return value === undefined ? {} : { [name]: value };
    };
    return {
        ...text('region'),
        ...text('rawOrDecrypt'),
        ...text('bucketName'),
        ...text('objectKey'),
        ...(identity === undefined ? {} : { identity }),
    };
}
//# sourceMappingURL=aws-settings.js.map

/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/** A setting that is text, `undefined` where it is not set or empty. A number is taken as text. */
function textOf(settings, name) {
    const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (typeof value === 'number')
        return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
//# sourceMappingURL=resolver-kind.js.map

/***/ }),

/***/ 1602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolverNode),
/* harmony export */   R: () => (/* binding */ resolverGroups)
/* harmony export */ });
/** Where the settings of resolvers stand: those of the stage before those of `default`. */
function resolverGroups(stage) {
    return [stage, 'default'].map((group) => ['stages', group, 'resolvers']);
}
/** The settings of a resolver, `stages.<stage>.resolvers.<name>` or that of the stage `default`; `undefined` where there are none. */
async function resolverNode(name, stage, root, access) {
    for (const group of resolverGroups(stage)) {
        const node = await access.walk(root, [...group, name]);
        if (node !== undefined && node.value !== null)
            return node;
    }
    return undefined;
}
//# sourceMappingURL=resolver-settings.js.map

/***/ }),

/***/ 3243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CHOMPING_CLIP: () => (/* binding */ CHOMPING_CLIP),
/* harmony export */   CHOMPING_KEEP: () => (/* binding */ CHOMPING_KEEP),
/* harmony export */   CHOMPING_MODE: () => (/* binding */ CHOMPING_MODE),
/* harmony export */   CHOMPING_STRIP: () => (/* binding */ CHOMPING_STRIP),
/* harmony export */   COLLECTION_STYLE: () => (/* binding */ COLLECTION_STYLE),
/* harmony export */   COLLECTION_STYLE_BLOCK: () => (/* binding */ COLLECTION_STYLE_BLOCK),
/* harmony export */   COLLECTION_STYLE_FLOW: () => (/* binding */ COLLECTION_STYLE_FLOW),
/* harmony export */   CORE_SCHEMA: () => (/* binding */ CORE_SCHEMA),
/* harmony export */   DEFAULT_SCALAR_STYLE_RULES: () => (/* binding */ DEFAULT_SCALAR_STYLE_RULES),
/* harmony export */   DUMP_SCHEMA: () => (/* binding */ DUMP_SCHEMA),
/* harmony export */   EVENT_ALIAS: () => (/* binding */ EVENT_ALIAS),
/* harmony export */   EVENT_DOCUMENT: () => (/* binding */ EVENT_DOCUMENT),
/* harmony export */   EVENT_ID: () => (/* binding */ EVENT_ID),
/* harmony export */   EVENT_MAPPING: () => (/* binding */ EVENT_MAPPING),
/* harmony export */   EVENT_POP: () => (/* binding */ EVENT_POP),
/* harmony export */   EVENT_SCALAR: () => (/* binding */ EVENT_SCALAR),
/* harmony export */   EVENT_SEQUENCE: () => (/* binding */ EVENT_SEQUENCE),
/* harmony export */   FAILSAFE_SCHEMA: () => (/* binding */ FAILSAFE_SCHEMA),
/* harmony export */   JSON_SCHEMA: () => (/* binding */ JSON_SCHEMA),
/* harmony export */   NOT_RESOLVED: () => (/* binding */ NOT_RESOLVED),
/* harmony export */   SCALAR_STYLE: () => (/* binding */ SCALAR_STYLE),
/* harmony export */   SCALAR_STYLE_DOUBLE_QUOTED: () => (/* binding */ SCALAR_STYLE_DOUBLE_QUOTED),
/* harmony export */   SCALAR_STYLE_FOLDED_BLOCK: () => (/* binding */ SCALAR_STYLE_FOLDED_BLOCK),
/* harmony export */   SCALAR_STYLE_LITERAL_BLOCK: () => (/* binding */ SCALAR_STYLE_LITERAL_BLOCK),
/* harmony export */   SCALAR_STYLE_PLAIN: () => (/* binding */ SCALAR_STYLE_PLAIN),
/* harmony export */   SCALAR_STYLE_SINGLE_QUOTED: () => (/* binding */ SCALAR_STYLE_SINGLE_QUOTED),
/* harmony export */   Schema: () => (/* binding */ Schema),
/* harmony export */   VISIT_BREAK: () => (/* binding */ VISIT_BREAK),
/* harmony export */   VISIT_SKIP: () => (/* binding */ VISIT_SKIP),
/* harmony export */   YAML11_SCHEMA: () => (/* binding */ YAML11_SCHEMA),
/* harmony export */   YAMLException: () => (/* binding */ YAMLException),
/* harmony export */   binaryTag: () => (/* binding */ binaryTag),
/* harmony export */   boolCoreTag: () => (/* binding */ boolCoreTag),
/* harmony export */   boolJsonTag: () => (/* binding */ boolJsonTag),
/* harmony export */   boolYaml11Tag: () => (/* binding */ boolYaml11Tag),
/* harmony export */   constructFromEvents: () => (/* binding */ constructFromEvents),
/* harmony export */   defineMappingTag: () => (/* binding */ defineMappingTag),
/* harmony export */   defineScalarTag: () => (/* binding */ defineScalarTag),
/* harmony export */   defineSequenceTag: () => (/* binding */ defineSequenceTag),
/* harmony export */   dump: () => (/* binding */ dump),
/* harmony export */   eventsToAst: () => (/* binding */ eventsToAst),
/* harmony export */   floatCoreTag: () => (/* binding */ floatCoreTag),
/* harmony export */   floatJsonTag: () => (/* binding */ floatJsonTag),
/* harmony export */   floatYaml11Tag: () => (/* binding */ floatYaml11Tag),
/* harmony export */   getScalarValue: () => (/* binding */ getScalarValue),
/* harmony export */   intCoreTag: () => (/* binding */ intCoreTag),
/* harmony export */   intJsonTag: () => (/* binding */ intJsonTag),
/* harmony export */   intYaml11Tag: () => (/* binding */ intYaml11Tag),
/* harmony export */   jsToAst: () => (/* binding */ jsToAst),
/* harmony export */   legacyMapTag: () => (/* binding */ legacyMapTag),
/* harmony export */   load: () => (/* binding */ load),
/* harmony export */   loadAll: () => (/* binding */ loadAll),
/* harmony export */   mapTag: () => (/* binding */ mapTag),
/* harmony export */   mergeTag: () => (/* binding */ mergeTag),
/* harmony export */   nullCoreTag: () => (/* binding */ nullCoreTag),
/* harmony export */   nullJsonTag: () => (/* binding */ nullJsonTag),
/* harmony export */   nullYaml11Tag: () => (/* binding */ nullYaml11Tag),
/* harmony export */   omapTag: () => (/* binding */ omapTag),
/* harmony export */   pairsTag: () => (/* binding */ pairsTag),
/* harmony export */   parseEvents: () => (/* binding */ parseEvents),
/* harmony export */   present: () => (/* binding */ present),
/* harmony export */   realMapTag: () => (/* binding */ realMapTag),
/* harmony export */   seqTag: () => (/* binding */ seqTag),
/* harmony export */   setTag: () => (/* binding */ setTag),
/* harmony export */   strTag: () => (/* binding */ strTag),
/* harmony export */   timestampTag: () => (/* binding */ timestampTag),
/* harmony export */   visit: () => (/* binding */ visit)
/* harmony export */ });
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
//#region src/tag.ts
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
//#endregion
//#region src/tag/scalar/str.ts
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
//#endregion
//#region src/tag/scalar/null_core.ts
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_json.ts
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_yaml11.ts
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/bool_core.ts
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_json.ts
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_yaml11.ts
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/int_core.ts
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_json.ts
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_yaml11.ts
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/float_core.ts
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
//#endregion
//#region src/tag/scalar/float_json.ts
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
//#endregion
//#region src/tag/scalar/float_yaml11.ts
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
//#endregion
//#region src/tag/scalar/merge.ts
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
//#endregion
//#region src/tag/scalar/binary.ts
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
//#endregion
//#region src/tag/scalar/timestamp.ts
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
//#endregion
//#region src/tag/sequence/seq.ts
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
//#endregion
//#region src/common/object.ts
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
//#endregion
//#region src/tag/sequence/omap.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
//#endregion
//#region src/tag/sequence/pairs.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
//#endregion
//#region src/tag/mapping/map.ts
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/tag/mapping/set.ts
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
//#endregion
//#region src/schema.ts
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
//#endregion
//#region src/tag/mapping/real_map.ts
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
//#endregion
//#region src/tag/mapping/legacy_map.ts
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/common/snippet.ts
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
//#endregion
//#region src/common/exception.ts
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
//#endregion
//#region src/parser/events.ts
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
//#endregion
//#region src/parser/parser_scalar.ts
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
//#endregion
//#region src/common/tagname.ts
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
//#endregion
//#region src/parser/constructor.ts
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/parser/parser.ts
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
//#endregion
//#region src/load.ts
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
		...pick(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
function loadAll(input, iteratorOrOptions, options) {
	let iterator = null;
	if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
	else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
	const documents = loadDocuments(input, options);
	if (iterator === null) return documents;
	for (const document of documents) iterator(document);
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
//#endregion
//#region src/ast/from_js.ts
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
//#endregion
//#region src/ast/visit.ts
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
//#endregion
//#region src/ast/styler_defaults.ts
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
//#endregion
//#region src/ast/scalar_styler.ts
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
//#endregion
//#region src/ast/presenter.ts
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
//#endregion
//#region src/dump.ts
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
//#endregion
//#region src/ast/from_events.ts
var NO_RANGE = -1;
function eventPosition(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function rawTag(state, event) {
	return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
}
function anchorName(state, event) {
	return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
}
function buildScalar(state, event) {
	const value = getScalarValue(state.source, event);
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw !== "") {
		tagged = true;
		tag = raw;
	} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
	else tag = state.schema.defaultScalarTag.tagName;
	return {
		kind: "scalar",
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event),
		value
	};
}
function buildCollection(state, event, defaultTagName) {
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw === "") tag = defaultTagName;
	else {
		tag = raw;
		tagged = true;
	}
	return {
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event)
	};
}
function addNode(state, node) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") frame.doc.contents = node;
	else if (frame.kind === "sequence") frame.node.items.push(node);
	else if (frame.key) {
		frame.node.items.push({
			key: frame.key,
			value: node
		});
		frame.key = null;
	} else frame.key = node;
}
/**
* Builds an AST from parser events
*
* @category AST
*/
function eventsToAst(events, options) {
	const state = {
		source: options.source,
		schema: options.schema,
		eventIndex: 0,
		position: 0,
		frames: [],
		documents: []
	};
	while (state.eventIndex < events.length) {
		const event = events[state.eventIndex++];
		state.position = eventPosition(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT: {
				const doc = {
					contents: null,
					explicitStart: event.explicitStart,
					explicitEnd: event.explicitEnd,
					directives: event.directives
				};
				state.frames.push({
					kind: "document",
					doc
				});
				break;
			}
			case EVENT_ID.SCALAR:
				addNode(state, buildScalar(state, event));
				break;
			case EVENT_ID.SEQUENCE: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
				const node = {
					kind: "sequence",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "sequence",
					node
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
				const node = {
					kind: "mapping",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "mapping",
					node,
					key: null
				});
				break;
			}
			case EVENT_ID.ALIAS:
				addNode(state, {
					kind: "alias",
					anchor: state.source.slice(event.anchorStart, event.anchorEnd)
				});
				break;
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
				if (frame.kind === "document") state.documents.push(frame.doc);
				else addNode(state, frame.node);
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/index.ts
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
//#endregion


//# sourceMappingURL=js-yaml.mjs.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.cjs.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it uses a non-standard name for the exports (exports).
(() => {
var exports = __webpack_exports__;

Object.defineProperty(exports, "__esModule", ({ value: true }));
// CommonJS: an ES module as the entry costs Node several milliseconds more at every start.
void Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1431)).then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2), __dirname);
});
//# sourceMappingURL=index.cjs.map
})();

module.exports = __webpack_exports__;
/******/ })()
;
"use strict";
exports.id = 253;
exports.ids = [253,265];
exports.modules = {

/***/ 3253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printResult: () => (/* binding */ printResult)
});

// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/report/failure/failure-report.js + 13 modules
var failure_report = __webpack_require__(8265);
// EXTERNAL MODULE: ./lib/src/json/walk.js
var walk = __webpack_require__(9456);
;// CONCATENATED MODULE: ./lib/src/report/indent-json.js

const newline = 0x0a;
const space = 0x20;
/** How much larger than the text its indented form may become: what is nested thousands deep would grow without bounds. */
const maxGrowth = 32;
/**
 * Indents a JSON text by two spaces, token by token: no number, escape or order of keys changes, and duplicate keys stay.
 * Empty objects and lists stay on one line.
 * @returns the indented text, or `undefined` where the text is not valid JSON, or nested so deep that its indented form
 *   would be more than 32 times as large.
 */
function indentJson(text) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    const writer = new BoundedBuffer(bytes.length + (bytes.length >> 1) + 64, maxGrowth * bytes.length + 64);
    let depth = 0;
    /** Whether the next token starts a container's content, follows a sibling, or follows its own key. */
    let position = 'top';
    const invalidAt = (0,walk/* walkJson */.g)(bytes, (kind, start, end) => {
        if (kind === walk/* token */.S.close) {
            depth -= 1;
            if (position !== 'start')
                writer.line(depth);
        }
        else if (position === 'start') {
            writer.line(depth);
        }
        else if (position === 'sibling') {
            writer.byte(0x2c);
            writer.line(depth);
        }
        writer.copy(bytes, start, end);
        if (kind === walk/* token */.S.key) {
            writer.byte(0x3a);
            writer.byte(space);
            position = 'after-key';
        }
        else if (kind === walk/* token */.S.open) {
            depth += 1;
            position = 'start';
        }
        else {
            position = 'sibling';
        }
    });
    return invalidAt === -1 ? writer.content() : undefined;
}
/** Below this many bytes a loop copies faster than a call of `Buffer.copy`. */
const longCopy = 64;
/** Grows as it is written to, and takes nothing more once it would outgrow its bound. */
class BoundedBuffer {
    #buffer;
    #length = 0;
    #overflowed = false;
    #maxSize;
    constructor(size, maxSize) {
        this.#buffer = Buffer.allocUnsafe(size);
        this.#maxSize = maxSize;
    }
    byte(value) {
        if (!this.#reserve(1))
            return;
        this.#buffer[this.#length] = value;
        this.#length += 1;
    }
    line(depth) {
        if (!this.#reserve(1 + 2 * depth))
            return;
        this.#buffer[this.#length] = newline;
        this.#length += 1;
        for (const end = this.#length + 2 * depth; this.#length < end; this.#length += 1)
            this.#buffer[this.#length] = space;
    }
    copy(source, start, end) {
        if (!this.#reserve(end - start))
            return;
        if (end - start > longCopy) {
            this.#length += source.copy(this.#buffer, this.#length, start, end);
            return;
        }
        for (let at = start; at < end; at += 1, this.#length += 1)
            this.#buffer[this.#length] = source[at] ?? 0;
    }
    content() {
        return this.#overflowed ? undefined : this.#buffer.subarray(0, this.#length);
    }
    #reserve(count) {
        const needed = this.#length + count;
        if (needed <= this.#buffer.length)
            return !this.#overflowed;
        if (needed > this.#maxSize)
            this.#overflowed = true;
        if (this.#overflowed)
            return false;
        const larger = Buffer.allocUnsafe(Math.min(this.#maxSize, Math.max(2 * this.#buffer.length, needed)));
        this.#buffer.copy(larger, 0, 0, this.#length);
        this.#buffer = larger;
        return true;
    }
}
//# sourceMappingURL=indent-json.js.map
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
// EXTERNAL MODULE: ./lib/src/cli/print.js + 1 modules
var print = __webpack_require__(6214);
;// CONCATENATED MODULE: ./lib/src/cli/print-result.js





/**
 * Prints the response, or the error object, on standard output: indented where it is JSON, as it came where it is not.
 * Of a failure it says in a line on standard error what came to pass, and its trace where that tells more than the log.
 */
async function printResult(result, printing) {
    const bytes = result.status === 'success' ? result.response : result.error;
    const indented = indentJson(bytes);
    await (0,print/* writeAll */.f4)(process.stdout, indented === undefined ? bytes : Buffer.concat([indented, Buffer.from('\n')]));
    if (result.status !== 'success')
        await printFailure(result, printing);
    else if (printing.saysSuccess)
        printing.stderr.line(printing.stderr.styles.success(verdict(result)));
}
async function printFailure(failure, { stderr, runtimes }) {
    const { userPlace, handlerPlace, trace, traceTellsMore } = await (0,failure_report.reportFailure)(failure, runtimes, stderr.logEnd);
    const place = userPlace ?? handlerPlace;
    const where = place === undefined ? '' : ` (${(0,display_path/* displayLocation */.S)(place)})`;
    stderr.line(`${stderr.styles.error('error:')} ${verdict(failure)}${where}`);
    if (traceTellsMore)
        stderr.line(trace.map(({ text }) => `  ${text}`).join('\n'));
}
function verdict(result) {
    return verdictLines([result]).join('\n');
}
//# sourceMappingURL=print-result.js.map

/***/ }),

/***/ 9456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ token),
/* harmony export */   g: () => (/* binding */ walkJson)
/* harmony export */ });
/** The kinds of tokens of a JSON text, as {@link walkJson} names them. Commas and colons are passed over. */
const token = { open: 0, close: 1, key: 2, value: 3 };
const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
/**
 * Walks over a JSON text (RFC 8259) token by token, without building any value of it and without recursion.
 * It accepts what `JSON.parse` accepts; whether the bytes are UTF-8 is not its concern.
 * @returns the offset of the first byte that is wrong (the length of the text where it ends too early), or -1 where all is well.
 */
function walkJson(bytes, visit) {
    const enclosing = [];
    let at = skipBlanks(bytes, 0);
    for (;;) {
        const start = at;
        const first = bytes[at];
        if (first === openBrace || first === openBracket) {
            visit?.(token.open, start, start + 1);
            at = skipBlanks(bytes, at + 1);
            if (bytes[at] !== first + 2) {
                enclosing.push(first);
                if (first === openBrace) {
                    at = passKey(bytes, at, visit);
                    if (at < 0)
                        return -at - 1;
                }
                continue;
            }
            visit?.(token.close, at, at + 1);
            at += 1;
        }
        else {
            at = passScalar(bytes, at);
            if (at < 0)
                return -at - 1;
            visit?.(token.value, start, at);
        }
        for (;;) {
            at = skipBlanks(bytes, at);
            const parent = enclosing.at(-1);
            if (parent === undefined)
                return at === bytes.length ? -1 : at;
            if (bytes[at] === comma) {
                at = skipBlanks(bytes, at + 1);
                if (parent === openBrace) {
                    at = passKey(bytes, at, visit);
                    if (at < 0)
                        return -at - 1;
                }
                break;
            }
            if (bytes[at] !== (parent === openBrace ? closeBrace : closeBracket))
                return at;
            visit?.(token.close, at, at + 1);
            enclosing.pop();
            at += 1;
        }
    }
}
function skipBlanks(bytes, from) {
    let at = from;
    for (;;) {
        const byte = bytes[at];
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
            return at;
        at += 1;
    }
}
// Each of the following gives the offset after what it passed, or -1 - offset of the byte that is wrong.
function passKey(bytes, from, visit) {
    if (bytes[from] !== quote)
        return -1 - from;
    const end = passString(bytes, from);
    if (end < 0)
        return end;
    visit?.(token.key, from, end);
    const at = skipBlanks(bytes, end);
    return bytes[at] === colon ? skipBlanks(bytes, at + 1) : -1 - at;
}
function passScalar(bytes, from) {
    switch (bytes[from]) {
        case quote:
            return passString(bytes, from);
        case 0x74:
            return passWord(bytes, from, 'true');
        case 0x66:
            return passWord(bytes, from, 'false');
        case 0x6e:
            return passWord(bytes, from, 'null');
        default:
            return passNumber(bytes, from);
    }
}
function passWord(bytes, from, word) {
    for (let index = 1; index < word.length; index += 1) {
        if (bytes[from + index] !== word.charCodeAt(index))
            return -1 - (from + index);
    }
    return from + word.length;
}
function passString(bytes, from) {
    let at = from + 1;
    for (;;) {
        const byte = bytes[at];
        if (byte === undefined || byte < 0x20)
            return -1 - at;
        if (byte === quote)
            return at + 1;
        if (byte === backslash) {
            const end = passEscape(bytes, at + 1);
            if (end < 0)
                return end;
            at = end;
        }
        else {
            at += 1;
        }
    }
}
function passEscape(bytes, from) {
    switch (bytes[from]) {
        case quote:
        case backslash:
        case 0x2f:
        case 0x62:
        case 0x66:
        case 0x6e:
        case 0x72:
        case 0x74:
            return from + 1;
        case 0x75:
            for (let at = from + 1; at <= from + 4; at += 1) {
                if (!isHexDigit(bytes[at]))
                    return -1 - at;
            }
            return from + 5;
        default:
            return -1 - from;
    }
}
function passNumber(bytes, from) {
    let at = bytes[from] === minus ? from + 1 : from;
    if (bytes[at] === zero)
        at += 1;
    else
        at = passDigits(bytes, at);
    if (at >= 0 && bytes[at] === 0x2e)
        at = passDigits(bytes, at + 1);
    if (at >= 0 && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
        const sign = bytes[at + 1];
        at = passDigits(bytes, sign === 0x2b || sign === minus ? at + 2 : at + 1);
    }
    return at;
}
function passDigits(bytes, from) {
    let at = from;
    while (isDigit(bytes[at]))
        at += 1;
    return at === from ? -1 - from : at;
}
function isDigit(byte) {
    return byte !== undefined && byte >= zero && byte <= 0x39;
}
function isHexDigit(byte) {
    return byte !== undefined && (isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}
//# sourceMappingURL=walk.js.map

/***/ }),

/***/ 8265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFailure: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/report/failure/handler-file.js


const extensions = {
    python: ['.py', '/__init__.py'],
    nodejs: ['.js', '.mjs', '.cjs'],
};
/**
 * The file that the handler of a function in Python or Node.js is in; `undefined` where it is not there, is made by a build, or is in
 * an archive. The module of a handler in Node.js ends at the first dot of the last segment, that of Python at the last one.
 */
function handlerFile({ handler, runtime, sourceRoot }) {
    const isPython = runtime.startsWith('python');
    if (!isPython && !runtime.startsWith('nodejs'))
        return undefined;
    const folderLength = handler.length - (0,external_node_path_.basename)(handler).length;
    const dot = isPython ? handler.lastIndexOf('.') : handler.indexOf('.', folderLength);
    if (dot <= folderLength)
        return undefined;
    const module = handler.slice(0, dot);
    const path = (0,external_node_path_.join)(sourceRoot, isPython ? module.replaceAll('.', '/') : module);
    return extensions[isPython ? 'python' : 'nodejs']
        .map((extension) => path + extension)
        .find((file) => (0,external_node_fs_.existsSync)(file));
}
//# sourceMappingURL=handler-file.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/report/failure/import-place.js



/** No file that a person wrote is longer, in bytes. */
const maxSourceBytes = 4 * 1024 * 1024;
/**
 * Where a module is imported that is not there, as the message of Node.js or Python tells.
 * @param handlerFile the file of the handler, which is searched where the message names none
 */
function importPlace(errorMessage, handlerFile) {
    const inNode = importInNode(errorMessage);
    const found = inNode ?? importInPython(errorMessage);
    const file = found?.file ?? handlerFile;
    if (found === undefined || file === undefined)
        return undefined;
    const source = readSource(file);
    if (source === undefined)
        return undefined;
    const name = escaped(found.module);
    const pattern = inNode === undefined
        ? new RegExp(`^[ \\t]*(?:from[ \\t]+${name}\\b|import\\b[^#\\n]*?\\b${name}\\b)`, 'm')
        : new RegExp(`(?:\\bfrom|\\bimport|\\brequire|\\bimport\\(|\\brequire\\()\\s*\\(?\\s*(['"\`])${name}\\1`);
    const match = pattern.exec(source);
    return match === null ? undefined : placeAt(file, source, match);
}
/** `Cannot find module 'x'` with a `Require stack:`, `Cannot find package 'x' imported from /f.mjs`; of a file its path is named. */
function importInNode(message) {
    const esm = /Cannot find (?:package|module) '([^'\n]+)' imported from (\S.*)/.exec(message);
    if (esm !== null) {
        const [, named = '', importer = ''] = esm;
        return { module: named, file: pathOf(importer) };
    }
    const cjs = /Cannot find module '([^'\n]+)'\s+Require stack:\s+- (.+)/.exec(message);
    return cjs === null ? undefined : { module: cjs[1] ?? '', file: cjs[2] };
}
/** `No module named 'a.b'`, `cannot import name 'x' from 'a.b' (…)`. */
function importInPython(message) {
    const match = /No module named '([\w.]+)'|cannot import name '\w+' from (?:partially initialized module )?'([\w.]+)'/.exec(message);
    const module = match?.[1] ?? match?.[2];
    return module === undefined ? undefined : { module, file: undefined };
}
/** The name as the source has it: a file that is imported by its path, by the end of that. */
function escaped(module) {
    const literal = (text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
    return /^(?:\/|[A-Za-z]:[\\/])/.test(module) ? `\\.{0,2}[^'"\`\\n]*${literal((0,external_node_path_.basename)(module))}` : literal(module);
}
function pathOf(importer) {
    if (!importer.startsWith('file:'))
        return importer;
    try {
        return (0,external_node_url_.fileURLToPath)(importer);
    }
    catch {
        return undefined;
    }
}
function readSource(file) {
    try {
        const stats = (0,external_node_fs_.statSync)(file);
        return stats.isFile() && stats.size <= maxSourceBytes ? (0,external_node_fs_.readFileSync)(file, 'utf8') : undefined;
    }
    catch {
        return undefined;
    }
}
function placeAt(file, source, { 0: text, index }) {
    const blanks = text.length - text.trimStart().length;
    const before = source.slice(0, index + blanks).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
//# sourceMappingURL=import-place.js.map
;// CONCATENATED MODULE: ./lib/src/report/failure/rejection-trace.js
/** What stands before the object of a rejection in a log of the format Text, and in it in one of the format JSON. */
const rejection = /^.*\bRuntime\.UnhandledPromiseRejection\b.*$/gm;
/**
 * The trace of what a promise was rejected with. The error object of an unhandled rejection has the trace of the runtime alone;
 * the log has that of the reason.
 * @returns the lines, none where the log has no such line, or the reason is no error
 */
function rejectionTrace(log) {
    const line = [...log.matchAll(rejection)].at(-1)?.[0] ?? '';
    const start = line.indexOf('{');
    if (start === -1)
        return [];
    try {
        const logged = objectOf(JSON.parse(line.slice(start)));
        const reason = objectOf(objectOf(logged['message'] ?? logged)['reason']);
        const stack = reason['stack'] ?? reason['stackTrace'];
        return Array.isArray(stack) ? stack.filter((entry) => typeof entry === 'string') : [];
    }
    catch {
        return [];
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
//# sourceMappingURL=rejection-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/causes.js
/** How deep the causes of an error are followed. */
const maxCauses = 10;
/**
 * The traces of the causes in an error object of Java's, as Java prints them: `Caused by: …` and its frames; none where it has no
 * causes. The objects have the members `errorType`, `errorMessage`, `stackTrace` and `cause`.
 */
function causesOf(error) {
    const lines = [];
    let cause = causeOf(parsed(error));
    for (let depth = 0; depth < maxCauses && cause !== undefined; depth++) {
        const { errorType, errorMessage, stackTrace } = cause;
        if (typeof errorType !== 'string')
            break;
        lines.push(`Caused by: ${errorType}${typeof errorMessage === 'string' ? `: ${errorMessage}` : ''}`);
        if (Array.isArray(stackTrace))
            lines.push(...stackTrace.filter((entry) => typeof entry === 'string'));
        cause = causeOf(cause);
    }
    return lines;
}
function causeOf(value) {
    const cause = typeof value === 'object' && value !== null && 'cause' in value ? value.cause : undefined;
    return typeof cause === 'object' && cause !== null ? cause : undefined;
}
function parsed(error) {
    if (!error.includes('"cause"'))
        return undefined;
    try {
        return JSON.parse(error.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=causes.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/locate-source.js



/** Where build tools keep sources that a trace names by their package alone. */
const sourceFolders = ['', 'src/main/java', 'src/main/kotlin', 'src/main/scala', 'src/main/groovy', 'src'];
/** A file within an archive, whose folder of contents was there for the run alone. */
const archived = /^.+\.(?:zip|jar)[\\/](.+)$/;
/** `webpack://name/./src/a.ts?1a2b`, with any name or none. */
const webpackModule = /^webpack(?:-internal)?:\/\/[^/]*\/([^?]+)/;
/** What webpack itself adds to a bundle, and the modules that it leaves out of it. */
const ofWebpack = /^(?:webpack\/|external )/;
/**
 * The file that a trace or a source map names, by a path, a `file:` URL, the URL that webpack gives a module, or a path below a
 * folder of sources. One in an archive is the file that the project has in its place. `undefined` where it is no file of this
 * machine, such as a part of the runtime itself.
 */
function locateSource(named, { sourceRoot }) {
    const module = webpackModule.exec(named)?.[1];
    if (module !== undefined)
        return ofWebpack.test(module) ? undefined : (0,external_node_path_.join)(sourceRoot, module);
    const path = locate_source_pathOf(named);
    if (path === undefined)
        return undefined;
    const inArchive = archived.exec(path)?.[1];
    if ((0,external_node_path_.isAbsolute)(path) && inArchive === undefined)
        return path;
    const sought = inArchive ?? path;
    const folders = sourceFolders.map((folder) => (0,external_node_path_.join)(sourceRoot, folder));
    // A package of Go is named by its own folder, which may be the root.
    if (sought.endsWith('.go'))
        folders.push((0,external_node_path_.dirname)(sourceRoot));
    const found = folders.map((folder) => (0,external_node_path_.join)(folder, sought)).find((file) => (0,external_node_fs_.existsSync)(file));
    return found ?? (inArchive === undefined ? undefined : path);
}
function locate_source_pathOf(named) {
    if (!named.startsWith('file:'))
        return /^[a-z][a-z-]+:/.test(named) ? undefined : named;
    try {
        return (0,external_node_url_.fileURLToPath)(named);
    }
    catch {
        return undefined;
    }
}
/** Folders of code that is not the user's: dependencies, and the libraries of the languages. */
const foreign = /(?:^|[\\/])(?:node_modules|site-packages|dist-packages|\.serverless[\\/]requirements|lib[\\/]python\d+(?:\.\d+)?|Python[^\\/]*[\\/](?:[\d.]+[\\/]\w+[\\/])?Lib|gems|lib[\\/]ruby|rubygems|pkg[\\/]mod)[\\/]/;
/** Whether a file is the user's own code. The folders that the project itself lies in tell nothing of it. */
function isUserCode(file, { runtimes, sourceRoot }) {
    return !foreign.test(beyondCommonFolder(file, sourceRoot)) && !isBootstrap(file, runtimes);
}
/** What of a path is below the nearest folder that it has in common with another. */
function beyondCommonFolder(file, other) {
    const parts = file.split(external_node_path_.sep);
    const others = other.split(external_node_path_.sep);
    const apart = parts.findIndex((part, index) => part !== others[index]);
    return parts.slice(Math.max(0, apart)).join(external_node_path_.sep);
}
/** Whether a file is one of our bootstraps, whose folder Node.js names without the links that lead to it. */
function isBootstrap(file, runtimes) {
    const folder = (0,external_node_path_.resolve)(runtimes);
    return [folder, realPath(folder)].some((path) => file.startsWith(path + external_node_path_.sep));
}
function realPath(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch {
        return folder;
    }
}
//# sourceMappingURL=locate-source.js.map
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
;// CONCATENATED MODULE: ./lib/src/report/trace/go-trace.js
/** `at handle (app/main.go:42)`, of what AWS's client reports of a panic. */
const go_trace_frame = /^\s*at \S.* \(([^():]+\.go):(\d+)\)$/;
/** The traces of Go, the frame nearest to the error first. */
const goTrace = { placeOf, innermostLast: false };
function placeOf(text) {
    const match = go_trace_frame.exec(text);
    if (match === null)
        return undefined;
    const [, file = '', line] = match;
    return { file, line: Number(line), start: text.lastIndexOf('(') + 1, end: text.length - 1 };
}
//# sourceMappingURL=go-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/java-trace.js
/** `com.example.Handler.handle(Handler.java:12)`, with or without `at`, a class loader and a module before it. */
const java_trace_frame = /^(?:\s*at )?(?:[\w.$@-]*\/)*((?:[\p{L}_$][\p{L}\p{N}_$]*\.)+)[\p{L}\p{N}_$<>-]+\(([\p{L}\p{N}_$-]+\.(?:java|kt|scala|groovy)):(\d+)\)(?: ~?\[.*\])?$/u;
/** The traces of the Java virtual machine, the frame nearest to the error first. A place is below its package's folder. */
const javaTrace = { placeOf: java_trace_placeOf, innermostLast: false };
function java_trace_placeOf(text) {
    const match = java_trace_frame.exec(text);
    if (match === null)
        return undefined;
    const [, qualified = '', file = '', line] = match;
    const start = text.indexOf(`(${file}:`) + 1;
    const names = qualified.split('.').slice(0, -2);
    return { file: [...names, file].join('/'), line: Number(line), start, end: text.indexOf(')', start) };
}
//# sourceMappingURL=java-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/node-trace.js
/** `at f (PLACE)`, `at async f (PLACE)`, `at new C (PLACE)`, `at PLACE`. */
const stackFrame = /^\s*at (.+)$/;
/** What a frame of evaluated code begins with, `eval at f (PLACE), <anonymous>:1:7`: the place is that of the call. */
const evaluated = 'eval at ';
/** The place of a call of `eval`, up to the parenthesis after it. */
const placeOfCall = /^(.+?:\d+:\d+)\)/;
const placeWithColumn = /^(.+?):(\d+):(\d+)$/;
/** The `/x/y.js:3` that stands before a syntax error, and before an error that nobody caught. */
const heading = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+)$/;
/** The traces of V8, the frame nearest to the error first. */
const nodeTrace = { placeOf: node_trace_placeOf, innermostLast: false };
function node_trace_placeOf(text) {
    const title = heading.exec(text);
    if (title !== null)
        return found(text, title[1] ?? '', Number(title[2]));
    const match = placeWithColumn.exec(nameOfPlace(stackFrame.exec(text)?.[1] ?? ''));
    if (match === null)
        return undefined;
    const [whole, file = '', line, column] = match;
    if (!/^(?:\/|[A-Za-z]:[\\/]|[a-z][a-z-]*:|\.\.?[\\/])/.test(file))
        return undefined;
    return found(text, file, Number(line), Number(column), whole);
}
/** What stands for the place in a frame after its `at`. A handler may print any line: none takes more than its length. */
function nameOfPlace(frame) {
    const open = frame.endsWith(')') ? frame.indexOf(' (') : -1;
    let named = open === -1 ? frame.replace(/^async /, '') : frame.slice(open + 2, -1);
    if (!named.startsWith(evaluated))
        return named;
    while (named.startsWith(evaluated) && named.includes(' ('))
        named = named.slice(named.indexOf(' (') + 2);
    return placeOfCall.exec(named)?.[1] ?? '';
}
function found(text, file, line, column, whole = `${file}:${line}`) {
    const start = text.lastIndexOf(whole);
    return { file, line, ...(column === undefined ? {} : { column }), start, end: start + whole.length };
}
//# sourceMappingURL=node-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/python-trace.js
/** `File "/x/y.py", line 3, in f`, Lambda's `File "/x/y.py" Line 3` of a syntax error, and both in the frame of an exception group. */
const python_trace_frame = /^[\s|]*File "([^"]+)",? [Ll]ine (\d+)/;
/** The traces of Python, the frame nearest to the error last. */
const pythonTrace = { placeOf: python_trace_placeOf, innermostLast: true };
function python_trace_placeOf(text) {
    const match = python_trace_frame.exec(text);
    if (match === null)
        return undefined;
    const [whole, file = '', line] = match;
    return { file, line: Number(line), start: text.indexOf(`"${file}"`), end: whole.length };
}
//# sourceMappingURL=python-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/ruby-trace.js
/** ``/x/y.rb:3:in `f'``, from Ruby 3.4 on `/x/y.rb:3:in 'C#f'`, and the `/x/y.rb:3: ` before the text of a syntax error. */
const ruby_trace_frame = /^(?:\s*from )?((?:[A-Za-z]:)?[^:\s][^:]*\.(?:rb|ru|rake|erb)):(\d+)(?=:|$)/;
/** The traces of Ruby, the frame nearest to the error first. */
const rubyTrace = { placeOf: ruby_trace_placeOf, innermostLast: false };
function ruby_trace_placeOf(text) {
    const match = ruby_trace_frame.exec(text);
    if (match === null)
        return undefined;
    const [whole, file = '', line] = match;
    return { file, line: Number(line), start: whole.length - `${file}:${line}`.length, end: whole.length };
}
//# sourceMappingURL=ruby-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/dialect.js





const dialects = [nodeTrace, pythonTrace, rubyTrace, javaTrace, goTrace];
/** No frame is longer, in UTF-16 units. What is, was printed by the handler, and would cost more to read than it is worth. */
const longestFrame = 2000;
/** The place in a line of a trace; `undefined` where it has none. */
function placeIn(text, dialect) {
    const place = text.length > longestFrame ? undefined : dialect.placeOf(text);
    return place !== undefined && isPlace(place) ? place : undefined;
}
/** The largest line or column that the runner takes. */
const largestCount = 2 ** 31 - 1;
/** Whether a file can have that line and that column, which count from 1. */
function isPlace({ line, column = 1 }) {
    return [line, column].every((count) => Number.isInteger(count) && count >= 1 && count <= largestCount);
}
/** The language that most lines of a trace are written in. */
function dialectOf(lines) {
    const places = (dialect) => lines.filter((line) => placeIn(line, dialect) !== undefined).length;
    return dialects.reduce((best, dialect) => (places(dialect) > places(best) ? dialect : best));
}
//# sourceMappingURL=dialect.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/source-maps.js




/** What is read at most of a file, in bytes: a bundle has its map at its end, and a map may be as large as that. */
const maxMapBytes = 64 * 1024 * 1024;
/** How much of the end of a file is searched for the comment that names its map, in bytes, where the map is not in it. */
const tailBytes = 4096;
/**
 * Finds the places of original sources: those that the source maps of bundled or compiled JavaScript name, in it or beside it.
 * Sources: the specification of source maps (ECMA-426), "Linking generated code to source maps".
 */
class SourceMaps {
    #maps = new Map();
    /**
     * The original of a place in a file, whose source is named by a URL or as the map does; `undefined` where no map tells. A line
     * alone is not enough: a bundle may be one.
     */
    async original({ file, line, column }) {
        if (line === undefined || column === undefined || !/\.(?:[cm]?js|jsx)$/.test(file))
            return undefined;
        const map = this.#maps.get(file) ?? loadMap(file);
        this.#maps.set(file, map);
        const loaded = await map;
        return loaded === undefined ? undefined : originalIn(loaded, line, column);
    }
}
/** A map is read as it is asked, and what stands in it may be anything: one that can't be read tells nothing. */
async function originalIn(map, line, column) {
    const { originalPositionFor } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 8206));
    try {
        const found = originalPositionFor(map, { line, column: Math.max(0, column - 1) });
        if (typeof found.source !== 'string')
            return undefined;
        const place = { file: found.source, line: found.line, column: found.column + 1 };
        return isPlace(place) ? place : undefined;
    }
    catch {
        return undefined;
    }
}
async function loadMap(file) {
    try {
        const found = readMap(file);
        if (found === undefined)
            return undefined;
        const { TraceMap } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 8206));
        return new TraceMap(found.text, (0,external_node_url_.pathToFileURL)(found.base).href);
    }
    catch {
        return undefined;
    }
}
/** The text of a file's map, and the file that its sources are relative to. */
function readMap(file) {
    const url = mapUrl(file);
    if (url === undefined)
        return undefined;
    const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(url);
    if (inline !== null) {
        const data = inline[2] ?? '';
        return {
            text: inline[1] === undefined ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString(),
            base: file,
        };
    }
    const path = url.startsWith('file:') ? (0,external_node_url_.fileURLToPath)(url) : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), decodeURIComponent(url));
    const text = /^[a-z]{2,}:/.test(url) && !url.startsWith('file:') ? undefined : readRegularFile(path);
    return text === undefined ? undefined : { text, base: path };
}
/** What the last `//# sourceMappingURL=` of a file says. */
function mapUrl(file) {
    const comment = /^\/[/*][#@] ?sourceMappingURL=(\S+)/gm;
    const named = [...readTail(file).matchAll(comment)].at(-1)?.[1];
    if (named !== undefined)
        return named;
    return [...(readRegularFile(file) ?? '').matchAll(comment)].at(-1)?.[1];
}
function readTail(file) {
    const tail = withRegularFile(file, (handle, { size }) => {
        const bytes = Buffer.alloc(Math.min(size, tailBytes));
        (0,external_node_fs_.readSync)(handle, bytes, 0, bytes.length, size - bytes.length);
        return bytes.toString('latin1');
    });
    return tail ?? '';
}
function readRegularFile(path) {
    return withRegularFile(path, (handle, { size }) => (size > maxMapBytes ? undefined : (0,external_node_fs_.readFileSync)(handle, 'utf8')));
}
/** Reads of a file, where it is one: to open a pipe, or to read a terminal, might never end. */
function withRegularFile(path, read) {
    const handle = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        const stats = (0,external_node_fs_.fstatSync)(handle);
        return stats.isFile() ? read(handle, stats) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
//# sourceMappingURL=source-maps.js.map
;// CONCATENATED MODULE: ./lib/src/report/trace/read-trace.js






/** Separates the exceptions of a Python traceback, of which the last is the one that was raised. */
const chain = /^(?:During handling of the above exception|The above exception was the direct cause)/;
/** No trace that anybody reads is longer, in lines. Of one that is, such as an endless recursion's, both ends are read. */
const maxLines = 400;
/** How many places of one trace are of use. */
const maxPlaces = 50;
/**
 * Reads a trace: finds its frames, maps those of bundled or compiled code to their sources, and tells the user's code from the rest.
 * @param trace the lines of a Node.js, Java or Go trace, the entries of a Python or Ruby one, or what the process printed as it died
 */
async function readTrace(trace, project) {
    const texts = bothEnds(trace.flatMap((entry) => entry.replace(/\r?\n$/, '').split(/\r?\n/)));
    const dialect = dialectOf(texts);
    const maps = new SourceMaps();
    const frames = [];
    for (const text of texts) {
        const named = placeIn(text, dialect);
        frames.push({ text, named, ...(await read_trace_placeOf(named, maps, project)) });
    }
    const since = dialect.innermostLast ? texts.findLastIndex((text) => chain.test(text)) : -1;
    const relevant = frames.slice(since + 1).filter((frame, _index, all) => !repeatsItself(frame, all));
    if (dialect.innermostLast)
        relevant.reverse();
    const userPlace = nearestPlace(relevant, project);
    return {
        lines: frames.map((frame) => lineOf(frame, project)),
        ...(userPlace === undefined ? {} : { userPlace }),
        isMapped: frames.some(({ isMapped }) => isMapped),
    };
}
function bothEnds(texts) {
    if (texts.length <= maxLines)
        return texts;
    const half = maxLines / 2;
    return [...texts.slice(0, half), `    … ${texts.length - maxLines} lines …`, ...texts.slice(-half)];
}
/** The line before a trace of V8 has no column, as a frame below it has, but where it is a syntax error's. */
function repeatsItself({ named }, frames) {
    if (named === undefined || named.column !== undefined)
        return false;
    return frames.some(({ named: other }) => other?.column !== undefined && other.line === named.line && other.file === named.file);
}
function nearestPlace(frames, project) {
    const places = frames
        .flatMap(({ place }) => (place !== undefined && isUserCode(place.file, project) ? [place] : []))
        .slice(0, maxPlaces);
    const here = places.filter(({ file }) => (0,external_node_fs_.existsSync)(file));
    return here.find(({ file }) => !(0,external_node_path_.isAbsolute)((0,display_path/* displayPath */.G)(file))) ?? here[0] ?? places[0];
}
async function read_trace_placeOf(named, maps, project) {
    const file = named && locateSource(named.file, project);
    if (named === undefined || file === undefined)
        return { place: undefined, isMapped: false };
    const { line, column } = named;
    const place = { file, line, ...(column === undefined ? {} : { column }) };
    const original = await maps.original(place);
    const source = original && locateSource(original.file, project);
    if (source === undefined)
        return { place, isMapped: false };
    return { place: { ...original, file: source }, isMapped: true };
}
function lineOf({ text, named, place, isMapped }, project) {
    if (named === undefined)
        return { text, kind: 'text' };
    if (place === undefined)
        return { text, kind: 'foreign' };
    const shown = isMapped ? text.slice(0, named.start) + (0,display_path/* displayLocation */.S)(place) + text.slice(named.end) : text;
    if (isBootstrap(place.file, project.runtimes))
        return { text: shown, kind: 'bootstrap', place };
    return { text: shown, kind: isUserCode(place.file, project) ? 'user' : 'foreign', place };
}
//# sourceMappingURL=read-trace.js.map
;// CONCATENATED MODULE: ./lib/src/report/failure/failure-report.js






/** What says of a handler that it could not be loaded, in any of the runtimes. */
const loadingFailure = /^(?:Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|BuiltInModuleConflict|InvalidEntrypoint|CallbackHandlerDeprecated)|Init<.*>|java\.lang\.ClassNotFoundException)$/;
/**
 * Reads the failure of a function.
 * @param runtimes the folder of our bootstraps. Absolute.
 * @param log the end of what the function logged
 */
async function reportFailure(result, runtimes, log = '') {
    const { function: fn, errorType, initFailed } = result;
    const project = { sourceRoot: fn.sourceRoot, runtimes };
    const { read, traceTellsMore } = await tracedFailure(result, log, project);
    const userPlace = read.userPlace ?? importPlace(result.errorMessage, handlerFile(fn));
    const wantsHandler = initFailed || loadingFailure.test(errorType) || userPlace === undefined;
    const handlerPlace = wantsHandler ? await fn.origin('handler') : undefined;
    return {
        errorType,
        errorMessage: withoutBootstraps(result.errorMessage, runtimes),
        trace: read.lines.filter(({ kind, text }) => kind !== 'bootstrap' && !namesBootstrap(text, runtimes)),
        ...(traceTellsMore ? { traceTellsMore } : {}),
        ...(userPlace === undefined ? {} : { userPlace }),
        ...(handlerPlace === undefined ? {} : { handlerPlace }),
    };
}
/** The trace of a failure, from where it names the user's code: the runtime's own, or else what can stand in for it. */
async function tracedFailure(result, log, project) {
    const { trace, status, error, stderrTail } = result;
    const written = trace.length === 0 && status === 'crash' ? linesOf(stderrTail) : [...trace, ...causesOf(error)];
    const read = await readTrace(written, project);
    if (read.userPlace !== undefined)
        return { read, traceTellsMore: read.isMapped };
    for await (const lines of otherTraces(result, log)) {
        if (lines.length === 0)
            continue;
        const other = await readTrace(lines, project);
        if (other.userPlace !== undefined)
            return { read: other, traceTellsMore: true };
    }
    return { read, traceTellsMore: read.isMapped };
}
/** What else may name the place of a failure, the likeliest first. */
async function* otherTraces(result, log) {
    const { errorType, errorMessage, stderrTail, function: fn } = result;
    if (errorType === 'Runtime.UnhandledPromiseRejection')
        yield rejectionTrace(log);
    if (!errorType.includes('SyntaxError'))
        return;
    yield linesOf(errorMessage);
    yield linesOf(stderrTail);
    const file = fn.runtime.startsWith('nodejs') ? handlerFile(fn) : undefined;
    if (file === undefined)
        return;
    const { syntaxErrorLines } = await __webpack_require__.e(/* import() */ 240).then(__webpack_require__.bind(__webpack_require__, 1240));
    yield await syntaxErrorLines(file);
}
function linesOf(text) {
    return text === '' ? [] : text.trimEnd().split('\n');
}
/** A message of Node.js lists the modules that required one another: the last of them are ours. */
function withoutBootstraps(message, runtimes) {
    const kept = message.split('\n').filter((line) => !namesBootstrap(line, runtimes));
    if (kept.at(-1) === 'Require stack:')
        kept.pop();
    return kept.join('\n');
}
function namesBootstrap(line, runtimes) {
    return line.startsWith('- ') && isBootstrap(line.slice(2), runtimes);
}
//# sourceMappingURL=failure-report.js.map

/***/ })

};
;
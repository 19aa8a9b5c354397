"use strict";
exports.id = 115;
exports.ids = [115];
exports.modules = {

/***/ 6115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printResult: () => (/* binding */ printResult)
});

// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/report/user-frame.js


/** Paths of code that is not the user's: dependencies and the standard libraries. */
const foreign = /[\\/](?:node_modules|site-packages|dist-packages|lib[\\/]python\d+(?:\.\d+)?|Lib[\\/](?:importlib|asyncio|json))[\\/]/;
/**
 * The frame of a trace nearest to the error that lies in the user's own code.
 * @param trace the lines of a Node `trace` (the error first), or the entries of a Python `stackTrace` (the error last).
 * @param options.runtimes the folder of our bootstraps, whose frames are not the user's.
 */
function firstUserFrame(trace, { runtimes }) {
    const lines = trace.flatMap((entry) => entry.split('\n'));
    const bootstraps = (0,external_node_path_.resolve)(runtimes) + external_node_path_.sep;
    const isUsers = (frame) => frame !== undefined && !foreign.test(frame.file) && !frame.file.startsWith(bootstraps);
    return lines.map(nodeFrame).find(isUsers) ?? lines.map(pythonFrame).findLast(isUsers);
}
const stackFrame = /^\s+at (?:async )?(?:.*?\()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;
const syntaxErrorPlace = /^((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*):(\d+)$/;
/** `at f (/x/y.js:1:2)`, `at async file:///x/y.mjs:1:2`, and the `/x/y.js:3` that stands before a syntax error. */
function nodeFrame(line) {
    const match = stackFrame.exec(line) ?? syntaxErrorPlace.exec(line);
    if (match === null)
        return undefined;
    const [, place = '', row, column] = match;
    return frameAt(place, Number(row), column);
}
/** `File "/x/y.py", line 3, in f`, and Lambda's `File "/x/y.py" Line 3` of a syntax error. */
function pythonFrame(line) {
    const match = /^\s*File "([^"]+)",? [Ll]ine (\d+)/.exec(line);
    if (match === null)
        return undefined;
    const [, place = '', row] = match;
    return frameAt(place, Number(row), undefined);
}
function frameAt(place, line, column) {
    try {
        const file = place.startsWith('file://') ? (0,external_node_url_.fileURLToPath)(place) : place;
        return (0,external_node_path_.isAbsolute)(file) ? { file, line, ...(column === undefined ? {} : { column: Number(column) }) } : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=user-frame.js.map
;// CONCATENATED MODULE: ./lib/src/report/verdict.js
const failureVerbs = { error: 'failed', timeout: 'timed out', crash: 'crashed' };
/**
 * What came of an invocation, as both faces say it last: `hello failed: TypeError: …`. It has the lines of the error's
 * own message.
 */
function verdictOf(result) {
    const { key } = result.function;
    if (result.status !== 'success') {
        return `${key} ${failureVerbs[result.status]}: ${[result.errorType, result.errorMessage].filter(Boolean).join(': ')}`;
    }
    const { durationMs, initDurationMs, maxMemoryUsedMiB, memorySizeMiB } = result;
    const init = initDurationMs === undefined ? '' : `init ${initDurationMs.toFixed(0)} ms, `;
    return `${key} succeeded in ${durationMs.toFixed(2)} ms (${init}${maxMemoryUsedMiB} MB of ${memorySizeMiB} MB)`;
}
//# sourceMappingURL=verdict.js.map
// EXTERNAL MODULE: ./lib/src/cli/print.js + 1 modules
var print = __webpack_require__(2802);
;// CONCATENATED MODULE: ./lib/src/cli/print-result.js





/**
 * Prints the response, or the error object, on standard output: indented where it is JSON, as it came where it is not.
 * Of a failure it says in a line on standard error what came to pass.
 */
async function printResult(result, stderr, runtimes) {
    const bytes = result.status === 'success' ? result.response : result.error;
    const indented = indentJson(bytes);
    await (0,print/* writeAll */.f4)(process.stdout, indented === undefined ? bytes : Buffer.concat([indented, Buffer.from('\n')]));
    if (result.status !== 'success')
        stderr.line(`error: ${failureLine(result, runtimes)}`);
}
function failureLine(failure, runtimes) {
    const [firstLine = ''] = verdictOf(failure).split('\n');
    const frame = firstUserFrame(failure.trace, { runtimes });
    return frame === undefined ? firstLine : `${firstLine} (${(0,display_path/* displayLocation */.S)(frame)})`;
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

/***/ })

};
;
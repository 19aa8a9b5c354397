"use strict";
exports.id = 386;
exports.ids = [386,707];
exports.modules = {

/***/ 5386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yamlToJson: () => (/* binding */ yamlToJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3001);
/* harmony import */ var _json_describe_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8707);



/**
 * Reads a YAML document (YAML 1.2, with merge keys) as JSON text. A number that JSON can write as it stands is written so:
 * `12345678901234567890` and `1.10` keep every digit.
 * @param origin names the file in a message: `The event file a.yml`.
 * @throws UserError where it does not parse, or says what JSON cannot say.
 */
async function yamlToJson(text, file, origin) {
    const yaml = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3243));
    const { CORE_SCHEMA, load, mergeTag, YAMLException } = yaml;
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    const fail = (what, location = {}, excerpt = '') => new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y({ code: 'yaml-invalid', message: `${origin} ${what}.${excerpt}`, location: { file, ...location } });
    let value;
    try {
        value = load(text, { schema: CORE_SCHEMA.withTags(mergeTag, exactNumberTags(yaml, mark)) });
    }
    catch (error) {
        if (!(error instanceof YAMLException))
            throw fail(`is not valid YAML: ${error.message}`);
        if (error.mark === undefined)
            throw fail(`is not valid YAML: ${error.reason}`);
        const line = error.mark.line + 1;
        const column = error.mark.column + 1;
        const excerpt = `\n${(0,_json_describe_error_js__WEBPACK_IMPORTED_MODULE_2__/* .excerptAt */ .L)(text, line, column)}`;
        throw fail(`is not valid YAML: ${error.reason} at line ${line}, column ${column}`, { line, column }, excerpt);
    }
    try {
        return unmarked(JSON.stringify(value, refuseNonFinite), mark);
    }
    catch (error) {
        throw fail(`says what JSON has no way to say: ${error.message.split('\n')[0]}`);
    }
}
function refuseNonFinite(key, value) {
    if (typeof value === 'number' && !Number.isFinite(value))
        throw new TypeError(`"${key}" is ${value}`);
    return value;
}
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
/** Numbers as the parser reads them, but that one which would come out in other digits is its text behind a mark. */
function exactNumberTags({ defineScalarTag, floatCoreTag, intCoreTag, NOT_RESOLVED }, mark) {
    return [intCoreTag, floatCoreTag].map(({ tagName, implicitFirstChars, resolve }) => defineScalarTag(tagName, {
        implicit: true,
        implicitFirstChars,
        resolve: (source, isExplicit, name) => {
            const number = resolve(source, isExplicit, name);
            const isExact = number === NOT_RESOLVED || String(number) === source || !jsonNumber.test(source);
            return isExact ? number : mark + source;
        },
        identify: () => false,
    }));
}
/** Takes the marks out of JSON text: what stands behind one is a number, or a key, which stays quoted. */
function unmarked(json, mark) {
    return json.replaceAll(new RegExp(`"${mark}([^"]*)"(:?)`, 'g'), (_, number, colon) => colon === '' ? number : `"${number}":`);
}
//# sourceMappingURL=yaml.js.map

/***/ }),

/***/ 8707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ excerptAt),
/* harmony export */   describeJsonError: () => (/* binding */ describeJsonError)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9456);

/** Finds the first mistake in a text that `JSON.parse` refused. */
function describeJsonError(text) {
    const bytes = Buffer.from(text);
    const at = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__/* .walkJson */ .g)(bytes);
    const offset = bytes.toString('utf8', 0, at === -1 ? bytes.length : at).length;
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const line = offset === 0 ? 1 : text.slice(0, offset).split('\n').length;
    const found = text.codePointAt(offset);
    return {
        line,
        column: offset - lineStart + 1,
        reason: found === undefined ? 'the text ends too early' : `unexpected ${JSON.stringify(String.fromCodePoint(found))}`,
        excerpt: excerptAt(text, line, offset - lineStart + 1),
    };
}
const excerptRadius = 50;
/** One line of a text with a mark under a column (both count from 1); of a long line the part around the column. */
function excerptAt(text, line, column) {
    const whole = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '');
    const start = Math.max(0, column - 1 - excerptRadius);
    const shown = whole.slice(start, column - 1 + excerptRadius).replaceAll('\t', ' ');
    const before = start > 0 ? '…' : '';
    const after = column - 1 + excerptRadius < whole.length ? '…' : '';
    return `  ${before}${shown}${after}\n  ${' '.repeat(before.length + column - 1 - start)}^`;
}
//# sourceMappingURL=describe-error.js.map

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
"use strict";
exports.id = 921;
exports.ids = [921];
exports.modules = {

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

/***/ 3921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeReports: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/report/markdown/http-response.js
var http_response = __webpack_require__(2191);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/src/report/markdown/text/cut-middle.js
var cut_middle = __webpack_require__(7305);
;// CONCATENATED MODULE: ./lib/src/report/json/payload.js


/** What is kept of a payload, in bytes; of text, in UTF-16 units. */
const longestPayload = 1024 * 1024;
/** Bytes as a JSON report has them: the whole up to a bound, then head and tail with a note between, or the head of base64. */
function payloadOf(bytes) {
    const sizeBytes = bytes.length;
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        // A multiple of three, so that the base64 of the head is that of its bytes alone.
        const head = bytes.subarray(0, longestPayload - (longestPayload % 3));
        return { encoding: 'base64', text: head.toString('base64'), sizeBytes, cut: head.length < sizeBytes };
    }
    const { text, cut } = (0,cut_middle/* cutMiddle */.i)(bytes.toString(), longestPayload);
    return { encoding: 'utf-8', text, sizeBytes, cut: cut > 0 };
}
//# sourceMappingURL=payload.js.map
// EXTERNAL MODULE: ./lib/src/json/walk.js
var walk = __webpack_require__(9456);
// EXTERNAL MODULE: ./lib/src/report/outcome.js
var report_outcome = __webpack_require__(333);
;// CONCATENATED MODULE: ./lib/src/report/json/reported-error.js





/** A place as a JSON report has it: relative to `base` where it is below that. */
function reportedLocation({ file, line, column }, base) {
    return {
        file: (0,display_path/* displayPath */.G)(file, base),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
    };
}
/** What failed, as a JSON report has it; `undefined` where the function succeeded. */
function reportedError(outcome, base) {
    switch (outcome.kind) {
        case 'succeeded':
            return undefined;
        case 'failed':
            return functionError(outcome, base);
        case 'refused': {
            const { message, location } = outcome.diagnostic;
            return { type: report_outcome/* ERROR_TYPES */.L.refused, message, ...located(location, base), trace: [] };
        }
        case 'cancelled': {
            const { signal } = outcome;
            const message = `The invocation was cancelled (${signal}).`;
            return { type: report_outcome/* ERROR_TYPES */.L.cancelled, message, trace: [], signal };
        }
        case 'defect': {
            const [message = '', ...trace] = outcome.details.split('\n');
            return { type: report_outcome/* ERROR_TYPES */.L.defect, message, trace: trace.map((text) => ({ text, kind: 'foreign' })) };
        }
    }
}
function functionError({ result, failure }, base) {
    const { errorType, errorMessage, userPlace, handlerPlace, trace } = failure;
    const object = objectIn(result.error);
    return {
        type: errorType,
        message: errorMessage,
        ...located(userPlace ?? handlerPlace, base),
        trace: trace.flatMap((line) => traceLine(line, base)),
        initFailed: result.initFailed,
        ...(object === undefined ? {} : { object }),
        raw: payloadOf(result.error),
    };
}
function located(place, base) {
    return place === undefined ? {} : { location: reportedLocation(place, base) };
}
function traceLine({ text, kind, place }, base) {
    return kind === 'bootstrap' ? [] : [{ text, kind, ...located(place, base) }];
}
/** A larger error object is given as text alone, in bytes. */
const largestObject = 256 * 1024;
/** The same of one that is nested deeper: indented, it would be far larger than it is. */
const deepestObject = 32;
/** The object that an error is; `undefined` where it is none, or one that is too large or too deep. */
function objectIn(error) {
    if (error.length > largestObject || !(0,external_node_buffer_.isUtf8)(error) || depthOf(error) > deepestObject)
        return undefined;
    const value = JSON.parse(error.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** How deep a JSON text is nested; infinitely where it is none. */
function depthOf(json) {
    let depth = 0;
    let deepest = 0;
    const invalidAt = (0,walk/* walkJson */.g)(json, (kind) => {
        if (kind === walk/* token */.S.open)
            depth += 1;
        else if (kind === walk/* token */.S.close)
            depth -= 1;
        deepest = Math.max(deepest, depth);
    });
    return invalidAt === -1 ? deepest : Number.POSITIVE_INFINITY;
}
//# sourceMappingURL=reported-error.js.map
;// CONCATENATED MODULE: ./lib/src/report/json/render-json-report.js




/** The text of a JSON report, which `schema/report-v1.schema.json` describes. */
function renderJsonReport(reports, { base, toolVersion }) {
    const document = {
        version: 1,
        generator: { name: 'invoke-local', version: toolVersion },
        invocations: reports.map((report) => reportedInvocation(report, base)),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function reportedInvocation(report, base) {
    const { outcome, diagnostics, log, startedAt } = report;
    const result = 'result' in outcome ? outcome.result : undefined;
    const error = reportedError(outcome, base);
    const findings = outcome.kind === 'refused' ? [...diagnostics, outcome.diagnostic] : diagnostics;
    return {
        ...reportedFunction(report, result),
        ...(report.case === undefined ? {} : { case: report.case }),
        outcome: outcome.kind,
        ...(result === undefined ? {} : { status: result.status }),
        startedAt: startedAt.toISOString(),
        ...(result === undefined ? {} : factsOf(result)),
        ...(error === undefined ? {} : { error }),
        diagnostics: findings.map(({ location, ...diagnostic }) => ({
            ...diagnostic,
            ...(location === undefined ? {} : { location: reportedLocation(location, base) }),
        })),
        log: reportedLog(log, base),
    };
}
function reportedFunction({ function: asked }, result) {
    if (result === undefined)
        return asked === undefined ? {} : { function: { key: asked } };
    const { key, name, handler, runtime, architecture, region, stage, timeoutMs } = result.function;
    const { memorySizeMiB } = result;
    return { function: { key, name, handler, runtime, architecture, region, stage, timeoutMs, memorySizeMiB } };
}
function factsOf(result) {
    const { requestId, interpreter, durationMs, billedDurationMs, initDurationMs, maxMemoryUsedMiB, event } = result;
    const http = result.status === 'success' ? reportedHttp(result) : undefined;
    return {
        requestId,
        ...(interpreter === undefined ? {} : { interpreter }),
        durationMs: rounded(durationMs),
        billedDurationMs: rounded(billedDurationMs),
        ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
        maxMemoryUsedMiB,
        event: payloadOf(event),
        ...(result.status === 'success' ? { response: payloadOf(result.response) } : {}),
        ...(http === undefined ? {} : { http }),
    };
}
/** At most two decimals, as the REPORT line has them. */
function rounded(milliseconds) {
    return Math.round(milliseconds * 100) / 100;
}
function reportedHttp(result) {
    const response = (0,http_response/* httpResponseOf */.n)(result);
    if (response === undefined)
        return undefined;
    const headers = new Map();
    for (const [name, value] of response.headers)
        headers.set(name, [...(headers.get(name) ?? []), value]);
    return { statusCode: response.statusCode, headers: Object.fromEntries(headers) };
}
function reportedLog({ text, omittedBytes, file }, base) {
    return { text, omittedBytes, ...(file === undefined ? {} : { file: (0,display_path/* displayPath */.G)(file, base) }) };
}
//# sourceMappingURL=render-json-report.js.map
// EXTERNAL MODULE: ./lib/src/report/markdown/text/literal-text.js
var literal_text = __webpack_require__(82);
;// CONCATENATED MODULE: ./lib/src/report/junit/failure-element.js



/** The most of a message and of a text, in UTF-16 units. */
const longestMessage = 2000;
const longestText = 64 * 1024;
/** Where an outcome is best shown at; `undefined` where it is no failure, or has no place. */
function failurePlace(outcome) {
    return failureOf(outcome)?.place;
}
/**
 * The `<failure>` of an outcome; none where the function succeeded. It is never an `<error>`, whatever failed: dorny/test-reporter
 * takes a case with an `<error>` alone for one that passed (its `jest-junit-parser.ts`).
 */
function failureElements(outcome, { base, literal, name }) {
    const failure = failureOf(outcome);
    if (failure === undefined)
        return [];
    const { type, message, place, details } = failure;
    const introduced = introductionLength(details, message);
    const head = introduced > 0 ? details.slice(0, introduced) : [[type, message].filter(Boolean).join(': ') || 'failed'];
    const rest = details.slice(introduced);
    const lines = [...head, ...frameOf(place, rest, { base, name }), ...rest];
    return [
        {
            name: 'failure',
            attributes: {
                message: (0,cut_middle/* cutMiddle */.i)(literal(message), longestMessage).text || undefined,
                type: literal(type) || 'Error',
            },
            content: (0,cut_middle/* cutMiddle */.i)(literal(lines.join('\n')), longestText).text,
        },
    ];
}
function failureOf(outcome) {
    switch (outcome.kind) {
        case 'succeeded':
            return undefined;
        case 'failed':
            return functionFailure(outcome.failure);
        case 'refused':
            return refusal(outcome.diagnostic);
        case 'cancelled':
            return {
                type: report_outcome/* ERROR_TYPES */.L.cancelled,
                message: `The invocation was cancelled (${outcome.signal}).`,
                details: [],
            };
        case 'defect': {
            const [message = '', ...details] = outcome.details.split('\n');
            return { type: report_outcome/* ERROR_TYPES */.L.defect, message, details };
        }
    }
}
function functionFailure({ errorType, errorMessage, trace, userPlace, handlerPlace }) {
    const details = trace.map(({ text }) => text);
    return { type: errorType, message: errorMessage, place: userPlace ?? handlerPlace, details };
}
function refusal({ message, hint, location }) {
    return { type: report_outcome/* ERROR_TYPES */.L.refused, message, place: location, details: hint === undefined ? [] : [hint] };
}
/** How many lines of a trace are the message: those of Node begin with it. */
function introductionLength(trace, message) {
    const length = message.split(/\r?\n/).length;
    const introduction = trace.slice(0, length).join('\n');
    const saysIt = /^\S/.test(introduction) && message !== '' && introduction.includes(message.replaceAll('\r\n', '\n'));
    return saysIt ? length : 0;
}
/** What readers of JUnit reports look for in a text, whatever the language: the place at the end of a frame of Node's. */
const nodePlace = /\(.*:\d+:\d+\)$/;
/** A frame with the place, where the trace's first frame with one has another. */
function frameOf(place, trace, { base, name }) {
    if (place === undefined)
        return [];
    if (place.line === undefined)
        return [`    at ${name} (${(0,display_path/* displayPath */.G)(place.file, base)})`];
    const shown = `(${(0,display_path/* displayLocation */.S)({ ...place, column: place.column ?? 1 }, base)})`;
    return trace.find((line) => nodePlace.test(line))?.endsWith(shown) ? [] : [`    at ${name} ${shown}`];
}
//# sourceMappingURL=failure-element.js.map
;// CONCATENATED MODULE: ./lib/src/report/junit/xml.js
/**
 * What XML 1.0 has no way to write: controls, halves of characters, U+FFFE and U+FFFF.
 * Source: Extensible Markup Language (XML) 1.0, production 2 (`Char`).
 */
const notInXml = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** A document of XML 1.0 in UTF-8. No text can end or begin an element, and none makes the document malformed. */
function xmlDocument(root) {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;
}
function elementText({ name, attributes = {}, content = [] }, indent) {
    const written = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`]);
    const start = `${indent}<${name}${written.join('')}`;
    if (content.length === 0)
        return `${start}/>\n`;
    if (typeof content === 'string')
        return `${start}>${escapeText(content)}</${name}>\n`;
    return `${start}>\n${content.map((child) => elementText(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}
/** `>` is escaped too: `]]>` must not stand in a text. A carriage return would be read as a line feed. */
function escapeText(text) {
    return text
        .replaceAll(notInXml, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;');
}
/** Line breaks and tabs would be read as blanks. */
function escapeAttribute(text) {
    return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
//# sourceMappingURL=xml.js.map
;// CONCATENATED MODULE: ./lib/src/report/junit/render-junit-report.js




const product = 'invoke-local';
/**
 * A JUnit report: a suite a function, a case an invocation.
 * In the shape of Jenkins' `junit-10.xsd`, with `file` and `line` of a case where publish-unit-test-result-action reads them.
 */
function renderJunitReport(reports, options) {
    const context = { base: options.base, literal: (0,literal_text/* literalWith */.S)(options.redact) };
    const suites = new Map();
    for (const report of reports) {
        const name = suiteName(report, context);
        suites.set(name, [...(suites.get(name) ?? []), report]);
    }
    return xmlDocument({
        name: 'testsuites',
        attributes: { name: product, ...countsOf(reports) },
        content: [...suites].map(([name, members]) => suiteElement(name, members, context)),
    });
}
/** The function, with the service's folder before it: another service may have one of the same name. */
function suiteName({ function: key, serviceFolder }, { base, literal }) {
    const name = key || product;
    const folder = serviceFolder === undefined ? '.' : (0,display_path/* displayPath */.G)(serviceFolder, base);
    return literal(folder === '.' ? name : `${folder}/${name}`);
}
function suiteElement(name, reports, context) {
    const [first] = reports;
    return {
        name: 'testsuite',
        attributes: {
            name,
            ...countsOf(reports),
            skipped: 0,
            timestamp: first?.startedAt.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
        },
        content: [...propertiesOf(reports, context), ...reports.map((report) => caseElement(report, name, context))],
    };
}
function countsOf(reports) {
    return {
        tests: reports.length,
        failures: reports.filter(({ outcome }) => outcome.kind !== 'succeeded').length,
        errors: 0,
        time: seconds(reports.reduce((sum, report) => sum + durationMs(report), 0)),
    };
}
function durationMs({ outcome }) {
    return 'result' in outcome ? outcome.result.durationMs : 0;
}
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}
function caseElement(report, classname, { base, literal }) {
    const name = literal(report.case || report.function || '') || product;
    const place = failurePlace(report.outcome);
    return {
        name: 'testcase',
        attributes: {
            classname,
            name,
            time: seconds(durationMs(report)),
            // A name of nothing but escapes of a terminal is none any more.
            file: (place && literal((0,display_path/* displayPath */.G)(place.file, base))) || undefined,
            line: place?.line,
        },
        content: [
            ...failureElements(report.outcome, { base, literal, name }),
            ...textElement('system-out', logText(report, base), literal),
            ...textElement('system-err', findingsText(report, base), literal),
        ],
    };
}
function textElement(name, text, literal) {
    return text === '' ? [] : [{ name, content: literal(text) }];
}
function logText({ log: { text, omittedBytes, file } }, base) {
    if (omittedBytes === 0)
        return text;
    const where = file === undefined ? '' : `; the whole is in ${(0,display_path/* displayPath */.G)(file, base)}`;
    return `… ${omittedBytes.toLocaleString('en')} bytes before this are left out${where} …\n${text}`;
}
/** What we had to say on the way. */
function findingsText({ diagnostics }, base) {
    return diagnostics
        .map(({ severity, message, location, hint }) => {
        const place = location === undefined ? '' : ` (${(0,display_path/* displayLocation */.S)(location, base)})`;
        return [`${severity}: ${message}${place}`, ...(hint === undefined ? [] : [`  ${hint}`]), ''].join('\n');
    })
        .join('');
}
/** What is known of the function; of its invocation too, where it is the suite's only one. */
function propertiesOf(reports, { base, literal }) {
    const results = reports.flatMap(({ outcome }) => ('result' in outcome ? [outcome.result] : []));
    const [result] = results;
    const [only, ...more] = reports;
    const values = {
        ...(result === undefined ? {} : functionProperties(result)),
        ...(only === undefined || more.length > 0
            ? {}
            : { outcome: only.outcome.kind, ...(result === undefined ? {} : invocationProperties(result)) }),
        ...(only?.log.file === undefined || more.length > 0 ? {} : { 'log-file': (0,display_path/* displayPath */.G)(only.log.file, base) }),
    };
    const content = Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ name: 'property', attributes: { name, value: literal(String(value)) } }]);
    return content.length === 0 ? [] : [{ name: 'properties', content }];
}
function functionProperties({ function: fn, interpreter, memorySizeMiB }) {
    const { name, handler, runtime, region, stage } = fn;
    return { function: name, handler, runtime, interpreter, region, stage, 'memory-size-mb': memorySizeMiB };
}
function invocationProperties(result) {
    const { status, requestId, initDurationMs, maxMemoryUsedMiB } = result;
    return {
        status,
        'request-id': requestId,
        'init-duration-ms': initDurationMs?.toFixed(2),
        'max-memory-used-mb': maxMemoryUsedMiB,
    };
}
//# sourceMappingURL=render-junit-report.js.map
// EXTERNAL MODULE: ./lib/src/report/secrets/redact-report.js
var redact_report = __webpack_require__(2749);
// EXTERNAL MODULE: ./lib/src/report/secrets/redactor.js
var redactor = __webpack_require__(211);
// EXTERNAL MODULE: ./lib/src/report/files/system-error.js
var system_error = __webpack_require__(667);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/report/files/report-target.js
var report_target = __webpack_require__(7165);
;// CONCATENATED MODULE: ./lib/src/report/files/write-report.js





/**
 * Puts a report in its place as a whole: nobody ever reads half of one. Folders that are missing are made. It never goes through a
 * link that lies there since the target was settled.
 * @throws Error where it can't be written; the message is for a person
 */
function writeReport(target, text) {
    const folder = makeFolders(target);
    const temporary = (0,external_node_path_.join)(folder, `.invoke-local-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        (0,external_node_fs_.writeFileSync)(temporary, text, { flag: 'wx' });
        (0,external_node_fs_.renameSync)(temporary, (0,report_target/* finalPath */.u)(target));
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** The folder of a report, each part of which is a folder and no link. */
function makeFolders({ existing, missing }) {
    // The handler may have removed it.
    (0,external_node_fs_.mkdirSync)(existing, { recursive: true });
    if ((0,external_node_fs_.realpathSync)(existing) !== existing)
        throw new Error(`a link lies in the place of ${existing} or above it`);
    let folder = existing;
    for (const name of missing) {
        folder = (0,external_node_path_.join)(folder, name);
        try {
            (0,external_node_fs_.mkdirSync)(folder);
        }
        catch (error) {
            if ((0,system_error/* systemErrorOf */.b)(error).code !== 'EEXIST')
                throw error;
            if (!(0,external_node_fs_.lstatSync)(folder).isDirectory())
                throw new Error(`${folder} is there, and is no folder`);
        }
    }
    return folder;
}
//# sourceMappingURL=write-report.js.map
;// CONCATENATED MODULE: ./lib/src/report/files/write-reports.js







/** Writes the reports that were asked for. Gives what went wrong: an error for each report that could not be written. */
function writeReports({ reports, targets, secrets, base, toolVersion }) {
    const redacted = reports.map((report) => (0,redact_report/* redactReport */.a)(report, secrets));
    const renderers = {
        'report-json': () => renderJsonReport(redacted, { base, toolVersion }),
        'report-junit': () => renderJunitReport(redacted, { base, redact: (0,redactor/* createRedactor */.l)(secrets).text }),
    };
    return Object.entries(targets).flatMap(([kind, target]) => {
        try {
            writeReport(target, renderers[kind]());
            return [];
        }
        catch (error) {
            return [unwritten(kind, (0,display_path/* displayPath */.G)(target.path, base), error)];
        }
    });
}
function unwritten(kind, path, error) {
    const { reason } = (0,system_error/* systemErrorOf */.b)(error);
    return {
        severity: 'error',
        code: 'report-unwritten',
        message: `The report of \`${kind}\` could not be written to ${path}: ${reason}.`,
        hint: 'Name a path that this process may write to. What came of the invocation is told all the same.',
    };
}
//# sourceMappingURL=write-reports.js.map

/***/ }),

/***/ 2191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ httpResponseOf)
/* harmony export */ });
/** What a streamed HTTP response, or an object with a `statusCode`, is to the caller; `undefined` where it is neither. */
function httpResponseOf({ http, response, }) {
    if (http === undefined)
        return proxyResponse(response);
    const headers = [...pairs(http.headers), ...cookiePairs(http.cookies)];
    return { statusCode: http.statusCode, headers, body: response, contentType: contentTypeOf(headers) };
}
/** Reads the form that a proxy integration takes: `{ statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded }`. */
function proxyResponse(response) {
    if (!/^\s*\{/.test(response.subarray(0, 64).toString('latin1')))
        return undefined;
    const value = parseObject(response);
    if (value === undefined)
        return undefined;
    const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = value;
    if (typeof statusCode === 'object' || !/^[1-5]\d\d$/.test(String(statusCode)))
        return undefined;
    const all = [...pairs(headers), ...pairs(multiValueHeaders), ...cookiePairs(cookies)];
    return {
        statusCode: Number(statusCode),
        headers: all,
        body: bodyOf(body, isBase64Encoded === true),
        contentType: contentTypeOf(all),
    };
}
function bodyOf(body, base64) {
    if (body === undefined || body === null)
        return undefined;
    if (typeof body !== 'string')
        return Buffer.from(jsonOf(body));
    return Buffer.from(body, base64 ? 'base64' : 'utf8');
}
function parseObject(text) {
    try {
        const value = JSON.parse(text.toString());
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
function pairs(headers) {
    if (typeof headers !== 'object' || headers === null)
        return [];
    return Object.entries(headers).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, textOf(one)]));
}
function cookiePairs(cookies) {
    return Array.isArray(cookies) ? cookies.map((cookie) => ['set-cookie', textOf(cookie)]) : [];
}
function textOf(value) {
    return typeof value === 'object' && value !== null ? jsonOf(value) : String(value);
}
function contentTypeOf(headers) {
    return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}
/** A value that was JSON, as JSON again; of one that is nested too deep for that, a word. */
function jsonOf(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return '[nested too deep]';
    }
}
//# sourceMappingURL=http-response.js.map

/***/ }),

/***/ 7305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ cutMiddle)
/* harmony export */ });
/** The share of the head: what matters can be at either end. */
const headShare = 0.6;
/**
 * Cuts out the middle of a text that is too long, where a line ends if one ends near, and never within a character.
 * @param limit the most that is kept, in UTF-16 units
 * @param whole where the whole is to be found, as in `in the file x`; absent where it is nowhere
 */
function cutMiddle(text, limit, whole) {
    if (text.length <= limit)
        return { text, cut: 0 };
    const headEnd = endOfHead(text, Math.floor(limit * headShare));
    const tailStart = startOfTail(text, text.length - (limit - Math.floor(limit * headShare)));
    const cut = tailStart - headEnd;
    const note = `… ${cut.toLocaleString('en')} characters are cut here${whole === undefined ? '' : `; the whole is ${whole}`} …`;
    return { text: `${text.slice(0, headEnd).trimEnd()}\n${note}\n${text.slice(tailStart)}`, cut };
}
function endOfHead(text, wanted) {
    const lineEnd = text.lastIndexOf('\n', wanted);
    if (lineEnd > wanted * 0.75)
        return lineEnd;
    return isTorn(text, wanted) ? wanted - 1 : wanted;
}
function startOfTail(text, wanted) {
    const lineStart = text.indexOf('\n', wanted - 1) + 1;
    if (lineStart > 0 && lineStart < wanted + (text.length - wanted) * 0.25)
        return lineStart;
    return isTorn(text, wanted) ? wanted + 1 : wanted;
}
/** Whether a cut there would part the two halves of a character. */
function isTorn(text, index) {
    return /^[\udc00-\udfff]/.test(text.charAt(index)) && /^[\ud800-\udbff]/.test(text.charAt(index - 1));
}
//# sourceMappingURL=cut-middle.js.map

/***/ }),

/***/ 82:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ literalWith)
/* harmony export */ });
const esc = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);
/** The escapes of terminals: CSI with its parameters, OSC and the like with their text, and the short ones. */
const terminalEscape = new RegExp(`(?:${esc}\\[|\u009b)[0-?]*[ -/]*[@-~]|${esc}[\\]PX^_][^${bell}${esc}\n]*(?:${bell}|${esc}\\\\)?|${esc}[ -/]*[0-Z\\\\^-~]`, 'g');
/** What a page can't show: all controls but the tab and the line feed. */
const control = /(?![\t\n])\p{Cc}/gu;
/** What changes how the text around it is read, or is not seen at all: controls of direction, blanks without width, tags. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/**
 * How text is made fit to be seen. Escapes of terminals vanish, control characters become their pictures (`␀`), those
 * that are invisible their names (`⟨U+202E⟩`), and halves of characters U+FFFD.
 * @param redact takes the secrets out of a text
 */
function literalWith(redact) {
    return (text) => 
    // A secret may be spelt with what is taken out of the text, so it is looked for before and after.
    redact(redact(text).replaceAll(terminalEscape, ''))
        .replaceAll('\r\n', '\n')
        .replaceAll(control, (character) => pictureOf(character))
        .replaceAll(invisible, (character) => nameOf(character))
        .replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
function pictureOf(control) {
    const code = control.charCodeAt(0);
    if (code < 0x20)
        return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : nameOf(control);
}
function nameOf(character) {
    return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
//# sourceMappingURL=literal-text.js.map

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
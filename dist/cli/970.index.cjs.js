"use strict";
exports.id = 970;
exports.ids = [970];
exports.modules = {

/***/ 2970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReported: () => (/* binding */ runReported)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: ./lib/src/invoke/tool-version.js
var tool_version = __webpack_require__(2552);
// EXTERNAL MODULE: ./lib/src/report/files/report-target.js
var report_target = __webpack_require__(7165);
;// CONCATENATED MODULE: ./lib/src/report/files/asked-reports.js

/**
 * Settles where the reports go, before the handler runs.
 * @param paths relative to `base` or absolute
 * @param base the folder that places are told relative to. Absolute.
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 */
function askForReports(paths, base, nameOf) {
    const { targets, refusal } = (0,report_target/* settleTargets */.b)(paths, base, nameOf);
    return {
        check() {
            if (refusal !== undefined)
                throw refusal;
        },
        async write(invocation, { secrets, toolVersion }) {
            if (Object.keys(targets).length === 0)
                return [];
            const { writeReports } = await __webpack_require__.e(/* import() */ 367).then(__webpack_require__.bind(__webpack_require__, 7367));
            return writeReports({ reports: [invocation], targets, secrets, base, toolVersion: toolVersion() });
        },
    };
}
//# sourceMappingURL=asked-reports.js.map
;// CONCATENATED MODULE: ./lib/src/report/invocation-report.js
/** The report of an invocation, its failure read and explained. `runtimes` is the folder of our bootstraps. */
async function reportInvocation(outcome, { runtimes, ...facts }) {
    return { ...facts, outcome: await reportedOutcome(outcome, runtimes, facts.log.text) };
}
async function reportedOutcome(outcome, runtimes, log) {
    switch (outcome.kind) {
        case 'invoked': {
            const { result } = outcome;
            if (result.status === 'success')
                return { kind: 'succeeded', result };
            const { reportFailure } = await __webpack_require__.e(/* import() */ 265).then(__webpack_require__.bind(__webpack_require__, 8265));
            return { kind: 'failed', result, failure: await reportFailure(result, runtimes, log) };
        }
        case 'refused':
            return { kind: 'refused', diagnostic: outcome.error.diagnostic };
        case 'cancelled':
            return outcome;
        case 'defect': {
            const { error } = outcome;
            return { kind: 'defect', details: error instanceof Error ? (error.stack ?? error.message) : String(error) };
        }
    }
}
//# sourceMappingURL=invocation-report.js.map
// EXTERNAL MODULE: ./lib/src/report/log-tail.js
var log_tail = __webpack_require__(8130);
;// CONCATENATED MODULE: ./lib/src/report/secrets/known-secrets.js
/**
 * Parts of credentials that are shorter are none: a stand-in such as `test` would be blotted out all over the log, and
 * the runner drops every job output that has it in it.
 */
const SHORTEST_CREDENTIAL = 8;
/** The same for what a service keeps as a secret: it may be a short one, and is hardly a stand-in. */
const SHORTEST_SECRET = 4;
/**
 * The access key ids that AWS gives out. Those of the environment may be stand-ins: `localstack` is a host's name too.
 * Source: IAM user guide, "IAM identifiers", unique ID prefixes.
 */
const awsAccessKeyId = /^A(?:KIA|SIA)[A-Z\d]{16}$/;
/** Starts with nothing known. */
function createKnownSecrets() {
    const values = [];
    const addNew = (texts) => {
        const added = [...new Set(texts)].filter((text) => !values.includes(text));
        values.push(...added);
        return added;
    };
    return {
        values,
        addCredentials({ accessKeyId = '', secretAccessKey = '', sessionToken = '', ...rest }) {
            const ambient = 'source' in rest && rest.source === 'environment';
            if (ambient && !awsAccessKeyId.test(accessKeyId))
                return [];
            return addNew([accessKeyId, secretAccessKey, sessionToken].filter((text) => text.trim().length >= SHORTEST_CREDENTIAL));
        },
        add: (secret) => addNew(textsIn(secret).filter((text) => text.trim().length >= SHORTEST_SECRET)),
    };
}
function textsIn(value) {
    if (typeof value === 'string')
        return [value, ...textsInJson(value)];
    if (typeof value === 'object' && value !== null)
        return Object.values(value).flatMap(textsIn);
    return [];
}
function textsInJson(text) {
    if (!/^\s*[[{]/.test(text))
        return [];
    try {
        return textsIn(JSON.parse(text));
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=known-secrets.js.map
// EXTERNAL MODULE: ./lib/src/report/secrets/redactor.js
var redactor = __webpack_require__(211);
// EXTERNAL MODULE: ./lib/src/report/secrets/secret-forms.js
var secret_forms = __webpack_require__(5857);
;// CONCATENATED MODULE: ./lib/src/report/secrets/secret-filter.js


/** All forms of the secrets, byte for byte, the longest first. */
function spellings(secrets) {
    const bytes = secrets.flatMap(secret_forms/* secretForms */.e).map((text) => Buffer.from(text).toString('latin1'));
    return [...new Set(bytes)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
}
/** Texts by their first character. */
function byStart(texts) {
    const starts = new Map();
    for (const text of texts) {
        const [first = ''] = text;
        const same = starts.get(first);
        if (same === undefined)
            starts.set(first, [text]);
        else
            same.push(text);
    }
    return starts;
}
/** Finds the places where any of the texts begins, and the longest of those that do. They may overlap. */
function anyOf(texts) {
    const escaped = texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
    return new RegExp(`(?=(${escaped.join('|')}))`, 'g');
}
/** The length of the longest end of `text` that a secret could go on from. `longestSecret` is in characters. */
function openEnd(text, starts, longestSecret) {
    for (let at = Math.max(0, text.length - longestSecret + 1); at < text.length; at++) {
        const length = text.length - at;
        const goesOn = (secret) => secret.length > length && text.endsWith(secret.slice(0, length));
        if (starts.get(text.charAt(at))?.some(goesOn))
            return length;
    }
    return 0;
}
/**
 * A filter for one stream. What comes out does not depend on where the stream is cut into chunks: where secrets overlap, or one
 * begins as another does, the whole stretch is replaced once.
 * @param secrets read anew whenever it has grown, so that secrets may become known while the stream runs.
 */
function createSecretFilter(secrets) {
    let known = 0;
    let longest = 0;
    let starts = new Map();
    let pattern = /(?!)/g;
    let held = '';
    /** How much of what is held is of a stretch that was replaced. */
    let replaced = 0;
    const refresh = () => {
        if (secrets.length === known)
            return;
        known = secrets.length;
        const wanted = spellings(secrets);
        longest = wanted[0]?.length ?? 0;
        starts = byStart(wanted);
        pattern = anyOf(wanted);
    };
    /** Gives what the text is up to there, without secrets, and holds the rest. */
    const pass = (text, end) => {
        let clean = '';
        let at = replaced;
        for (const { index, 1: found = '' } of text.matchAll(pattern)) {
            if (index >= end)
                break;
            if (index >= at)
                clean += text.slice(at, index) + redactor/* REPLACEMENT */.x;
            at = Math.max(at, index + found.length);
        }
        clean += text.slice(at, end);
        held = text.slice(end);
        replaced = Math.max(0, at - end);
        return Buffer.from(clean, 'latin1');
    };
    return {
        push(chunk) {
            refresh();
            if (longest === 0)
                return chunk;
            // Latin-1 keeps each byte as one character, so that no character is torn by the edge of a chunk.
            const text = held + chunk.toString('latin1');
            return pass(text, text.length - openEnd(text, starts, longest));
        },
        flush: () => pass(held, held.length),
    };
}
//# sourceMappingURL=secret-filter.js.map
// EXTERNAL MODULE: ./lib/src/cli/exit-codes.js
var exit_codes = __webpack_require__(860);
;// CONCATENATED MODULE: ./lib/src/cli/run-reported.js









/**
 * Runs the function, and writes the reports that were asked for, whatever came of it.
 * @returns the exit code
 */
async function runReported({ options, installation, stderr, received, invokeThrough, }) {
    const reporting = startReporting(options, installation, process.cwd());
    const write = async (outcome) => {
        const unwritten = await reporting.write(outcome);
        for (const diagnostic of unwritten)
            stderr.report(diagnostic);
        return unwritten.length === 0;
    };
    let result;
    try {
        reporting.check();
        result = await invokeThrough(reporting.through);
    }
    catch (error) {
        await write(failedOutcome(error, received()));
        throw error;
    }
    const isWritten = await write({ kind: 'invoked', result });
    const exitCode = (0,exit_codes/* exitCodeOf */.F)(result);
    return exitCode === exit_codes/* exitCodes */.h.success && !isWritten ? exit_codes/* exitCodes */.h.reportUnwritten : exitCode;
}
/** Starts gathering. `base` is the folder that paths of reports, and places in them, are relative to. Absolute. */
function startReporting({ values }, installation, base) {
    const startedAt = new Date();
    const reports = askForReports(pathsIn(values), base, (kind) => `The flag --${kind}`);
    const secrets = createKnownSecrets();
    const findings = [];
    const tail = new log_tail/* LogTail */.J();
    const filters = new Map();
    const releaseHeldBack = () => {
        for (const filter of filters.values())
            tail.push(filter.flush());
    };
    const keep = (chunk, source) => {
        if (source === 'platform')
            releaseHeldBack();
        const filter = filters.get(source) ?? createSecretFilter(secrets.values);
        filters.set(source, filter);
        tail.push(filter.push(chunk));
    };
    return {
        check: reports.check,
        through: (hooks) => ({
            ...hooks,
            report(diagnostic) {
                findings.push(diagnostic);
                hooks.report(diagnostic);
            },
            logs: {
                write(chunk, source) {
                    keep(chunk, source);
                    return hooks.logs.write(chunk, source);
                },
            },
            onCredentials: (credentials) => void secrets.addCredentials(credentials),
            onSecret: (secret) => void secrets.add(secret),
        }),
        async write(outcome) {
            releaseHeldBack();
            const invocation = await reportInvocation(outcome, {
                ...(values.function ? { function: values.function } : {}),
                serviceFolder: (0,external_node_path_.resolve)(base, values['working-directory'] || '.'),
                diagnostics: findings,
                log: tail.excerpt(),
                startedAt,
                runtimes: installation.runtimes,
            });
            return reports.write(invocation, { secrets: secrets.values, toolVersion: () => (0,tool_version/* toolVersion */.f)(installation) });
        },
    };
}
/** An empty path, such as that of a variable that is not set, is none. */
function pathsIn({ 'report-json': json, 'report-junit': junit, }) {
    return { ...(json ? { 'report-json': json } : {}), ...(junit ? { 'report-junit': junit } : {}) };
}
/** The outcome that an error makes of an attempt. `signal` is the one that ended it, if one did. */
function failedOutcome(error, signal) {
    if (signal !== undefined)
        return { kind: 'cancelled', signal };
    return error instanceof user_error/* UserError */.y ? { kind: 'refused', error } : { kind: 'defect', error };
}
//# sourceMappingURL=run-reported.js.map

/***/ }),

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toolVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The version of invoke-local: what stands in the package.json beside the bootstraps. */
function toolVersion({ runtimes }) {
    const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(runtimes), 'package.json'), 'utf8'));
    return version;
}
//# sourceMappingURL=tool-version.js.map

/***/ }),

/***/ 7165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ settleTargets),
/* harmony export */   u: () => (/* binding */ finalPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3001);
/* harmony import */ var _system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(667);





/**
 * Settles where the reports go.
 * @param paths relative to `base` or absolute
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 */
function settleTargets(paths, base, nameOf) {
    const targets = {};
    let refusal;
    for (const kind of ['report-json', 'report-junit']) {
        const path = paths[kind];
        if (path === undefined)
            continue;
        try {
            const target = reportTarget(path, base, nameOf(kind));
            if (Object.values(targets).some((other) => finalPath(other) === finalPath(target))) {
                throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
                    code: 'report-path-shared',
                    message: `${nameOf(kind)} names ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(target.path, base)}, which is the path of the other report too.`,
                    hint: 'Give each report a path of its own.',
                });
            }
            targets[kind] = target;
        }
        catch (error) {
            if (!(error instanceof _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y))
                throw error;
            refusal ??= error;
        }
    }
    return { targets, ...(refusal === undefined ? {} : { refusal }) };
}
/** The real path that a report is to have. */
function finalPath({ path, existing, missing }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(existing, ...missing, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
}
function reportTarget(path, base, asked) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, path);
    const entry = statOf(target, asked, base);
    if (/[\\/]$/.test(path) || entry?.isDirectory()) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
            code: 'report-path-folder',
            message: `${asked} names ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(target, base)}, which is a folder.`,
            hint: `Name a file in it, such as ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, 'report'), base)}.`,
        });
    }
    if (entry?.isFile() === false) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
            code: 'report-path-device',
            message: `${asked} names ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(target, base)}, which is a device, a pipe or a socket.`,
            hint: 'Name a file: a report is put in its place as a whole.',
        });
    }
    const missing = [];
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target);
    for (; !isFolder(folder, asked, base); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
        missing.unshift((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder));
    return { path: target, existing: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), missing };
}
/** Whether a folder is there. */
function isFolder(folder, asked, base) {
    const entry = statOf(folder, asked, base);
    if (entry === undefined || entry.isDirectory())
        return entry !== undefined;
    throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
        code: 'report-path-in-file',
        message: `${asked} names a path below ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(folder, base)}, which is a file.`,
        hint: 'Name a path whose folders are there or can be made.',
    });
}
function statOf(path, asked, base) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        const { code, reason } = (0,_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .systemErrorOf */ .b)(error);
        // What stands above it is a file, and is found further up.
        if (code === 'ENOTDIR')
            return undefined;
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y({
            code: 'report-path-unusable',
            message: `${asked} names ${JSON.stringify((0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .G)(path, base))}, which can't be a report's path: ${reason}.`,
        });
    }
}
//# sourceMappingURL=report-target.js.map

/***/ }),

/***/ 667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ systemErrorOf)
/* harmony export */ });
/** Reads what a call of the file system threw. */
function systemErrorOf(error) {
    const { code, message } = typeof error === 'object' && error !== null ? error : {};
    const text = message ?? String(error);
    return { ...(code === undefined ? {} : { code }), reason: /^[A-Z\d]+: [^,]+/.exec(text)?.[0] ?? text };
}
//# sourceMappingURL=system-error.js.map

/***/ }),

/***/ 211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor),
/* harmony export */   x: () => (/* binding */ REPLACEMENT)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5857);

/** What stands where a secret was: the same as in the runner's log. */
const REPLACEMENT = '***';
/** A redactor for these secrets. */
function createRedactor(secrets) {
    const forms = [...new Set(secrets.flatMap(_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e))].filter((form) => form !== '');
    const byteForms = forms.map((form) => Buffer.from(form).toString('latin1'));
    return {
        text: (text) => replaceAll(text, forms),
        bytes(bytes) {
            if (forms.length === 0)
                return bytes;
            // Latin-1 keeps each byte as one character.
            const text = bytes.toString('latin1');
            const redacted = replaceAll(text, byteForms);
            return redacted === text ? bytes : Buffer.from(redacted, 'latin1');
        },
        findsIn: (text) => forms.some((form) => text.includes(form)),
    };
}
/** Where secrets overlap, as a secret and its own line do, the whole stretch is replaced once. */
function replaceAll(text, forms) {
    const stretches = forms.flatMap((form) => occurrences(text, form)).sort((a, b) => a.start - b.start);
    let redacted = '';
    let end = 0;
    for (const stretch of stretches) {
        if (stretch.start >= end)
            redacted += text.slice(end, stretch.start) + REPLACEMENT;
        end = Math.max(end, stretch.end);
    }
    return redacted + text.slice(end);
}
/** Where a form stands in a text; occurrences that overlap are one stretch. */
function occurrences(text, form) {
    const stretches = [];
    for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
        const last = stretches.at(-1);
        if (last === undefined || start >= last.end)
            stretches.push({ start, end: start + form.length });
        else
            last.end = start + form.length;
    }
    return stretches;
}
//# sourceMappingURL=redactor.js.map

/***/ }),

/***/ 5857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** What is shorter than this, in a form that is not the secret itself, stands in too many texts by chance. */
const SHORTEST_FORM = 4;
/** The same for base64, whose characters say little each. */
const SHORTEST_BASE64 = 6;
/**
 * The forms that a secret takes in what is printed and returned: as it is, each of its lines, and both as they stand in
 * JSON, in JSON within JSON, in a URL, in XML, in a command line and in base64. The runner masks these forms in the log, and
 * drops a job output that has one of them (its `HostContext.cs` and `ValueEncoders.cs`).
 */
function secretForms(secret) {
    const lines = /[\r\n]/.test(secret) ? secret.split(/[\r\n]+/).map((line) => line.trim()) : [];
    const forms = [secret, ...lines].flatMap((text) => [
        text,
        ...encodings.flatMap((encode) => encode(text)).filter(({ length }) => length >= SHORTEST_FORM),
    ]);
    return [...new Set(forms)].filter((form) => form === secret || form.length >= SHORTEST_FORM);
}
const encodings = [
    inJson,
    inUrl,
    inBase64,
    (text) => [text.replaceAll(/[<>"'&]/g, (character) => xmlEntities[character] ?? character)],
    (text) => [text.replaceAll('"', '\\"'), text.replaceAll("'", "''")],
    (text) => (text.length > 8 && text.startsWith('"') && text.endsWith('"') ? [text.slice(1, -1)] : []),
];
const xmlEntities = {
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '&': '&amp;',
};
/** As the writers of JSON escape it: some write all but ASCII as escapes, some what HTML gives a meaning, some slashes. */
function inJson(text) {
    const plain = jsonEscaped(text);
    const ascii = plain.replaceAll(/[^ -~]/g, unicodeEscape);
    const html = plain.replaceAll(/[<>&]/g, unicodeEscape);
    const slashes = plain.replaceAll('/', '\\/');
    return [plain, ascii, html, slashes, jsonEscaped(plain), jsonEscaped(ascii)];
}
function jsonEscaped(text) {
    return JSON.stringify(text).slice(1, -1);
}
function unicodeEscape(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** Percent-encoded, as JavaScript, as RFC 3986 and as a form has it, in both cases of the digits. */
function inUrl(text) {
    const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
    const strict = encoded.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const form = strict.replaceAll('%20', '+');
    const lower = (url) => url.replaceAll(/%[\dA-F]{2}/g, (digits) => digits.toLowerCase());
    return [encoded, strict, form].flatMap((url) => [url, lower(url)]);
}
/** What stays the same of it in base64, whatever stands before and after it; in the alphabet of URLs too. */
function inBase64(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2]
        .map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const isWhole = (shift + bytes.length) % 3 === 0;
        return encoded.slice(shift === 0 ? 0 : shift + 1, isWhole ? undefined : -1);
    })
        .filter(({ length }) => length >= SHORTEST_BASE64)
        .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
//# sourceMappingURL=secret-forms.js.map

/***/ })

};
;
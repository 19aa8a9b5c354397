"use strict";
exports.id = 349;
exports.ids = [349];
exports.modules = {

/***/ 9349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeJobSummary: () => (/* binding */ writeJobSummary)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/amounts.js
/** A time as people read it: `12.35 ms`, `1.24 s`, `2 min 5 s`. Rounded, so that the unit fits the rounded number. */
function durationText(ms) {
    if (ms < 999.995)
        return `${ms.toFixed(2)} ms`;
    if (ms < 59_995)
        return `${(ms / 1000).toFixed(2)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A size as people read it: `512 bytes`, `1.5 KB`, `5.72 MB` (multiples of 1024, as Lambda's limits are). */
function sizeText(bytes) {
    if (bytes < 1024)
        return bytes === 1 ? '1 byte' : `${bytes} bytes`;
    if (bytes < 1024 * 1024)
        return `${(bytes / 1024).toFixed(1)} KB`;
    return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}
/** A number of things: `1 invocation`, `12 invocations`. */
function countText(count, thing) {
    return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
//# sourceMappingURL=amounts.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/bar.js
/** How many characters a bar has. */
const width = 8;
/**
 * A bar of text, as code: GitHub shows no inline SVG.
 * @param share from 0 to 1; what is more is a full bar. Anything above nothing is shown as something.
 */
function bar(share) {
    const filled = share > 0 ? Math.min(width, Math.max(1, Math.round(share * width))) : 0;
    return `\`${'█'.repeat(filled)}${'░'.repeat(width - filled)}\``;
}
//# sourceMappingURL=bar.js.map
// EXTERNAL MODULE: ./lib/src/report/markdown/http-response.js
var http_response = __webpack_require__(2191);
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/inline.js
/** The longest text of a cell or a heading, in UTF-16 units. */
const longestInline = 200;
/**
 * Text as code on one line of Markdown, in a cell of a table too. GitHub gives nothing in it a meaning: no link, mention or emoji.
 * @param text fit to be seen
 */
function codeSpan(text, limit = longestInline) {
    const line = oneLine(text, limit);
    if (line === '')
        return '';
    return /[`|]/.test(line) ? entityCode(line) : `\`${line}\``;
}
/**
 * Text as code within HTML, where Markdown is not read.
 * @param text fit to be seen
 */
function htmlCode(text, limit = longestInline) {
    return `<code>${escapeHtml(oneLine(text, limit))}</code>`;
}
/** Text in which HTML has no meaning. */
function escapeHtml(text) {
    return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** Text on one line, its end left out where it is too long. */
function oneLine(text, limit) {
    const line = text
        .slice(0, 4 * limit)
        .replaceAll(/\s+/g, ' ')
        .trim();
    return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/**
 * For what a code span can't hold everywhere: every character but letters and digits is an entity. The comment keeps
 * Markdown from taking what is around an at sign for an address.
 */
function entityCode(line) {
    const entities = line.replaceAll(/[^\p{L}\p{N} ]/gu, (character) => character === '@' ? '<!-- -->&#64;<!-- -->' : `&#${character.codePointAt(0)};`);
    return `<code>${entities}</code>`;
}
//# sourceMappingURL=inline.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/status-words.js
/** How each status is told. */
const statusWords = {
    success: { icon: '✅', status: 'success', verb: 'succeeded', counted: 'succeeded' },
    error: { icon: '❌', status: 'error', verb: 'failed', counted: 'failed' },
    timeout: { icon: '⌛', status: 'timeout', verb: 'timed out', counted: 'timed out' },
    crash: { icon: '💥', status: 'crash', verb: 'crashed', counted: 'crashed' },
    refused: { icon: '⛔', status: 'not invoked', verb: 'was not invoked', counted: 'not invoked' },
    cancelled: { icon: '🚫', status: 'cancelled', verb: 'was cancelled', counted: 'cancelled' },
    defect: { icon: '🐞', status: 'not finished', verb: 'was not finished', counted: 'not finished' },
};
/** What came of the invocation that a report is of. */
function statusOf({ outcome }) {
    switch (outcome.kind) {
        case 'succeeded':
        case 'failed':
            return outcome.result.status;
        default:
            return outcome.kind;
    }
}
/** Whether a report is of something that went wrong. */
function isFailure(report) {
    return report.outcome.kind !== 'succeeded' || report.diagnostics.some(({ severity }) => severity === 'error');
}
//# sourceMappingURL=status-words.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/facts-table.js





/** The longest name in a cell, in UTF-16 units. */
const longestName = 100;
/** The name of the function of an invocation; '' where none is known. */
function functionName({ outcome, function: asked }) {
    return outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.result.function.key : (asked ?? '');
}
/**
 * A row for each invocation, with bars of what they took. Columns without any value are left out.
 * @returns the lines of head and rows; the first two are the head's. Empty where nothing was invoked and nothing named.
 */
function factsTable(reports, literal) {
    const all = columnsOf(reports, literal).map((column) => ({ ...column, cells: reports.map(column.cell) }));
    const columns = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
    const rule = columns.map(({ numeric }) => (numeric ? '---:' : '---'));
    const rows = reports.map((_, index) => row(columns.map(({ cells }) => cells[index] ?? '')));
    return [row(columns.map(({ title }) => title)), row(rule), ...rows];
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function columnsOf(reports, literal) {
    const longestMs = reports.reduce((longest, report) => Math.max(longest, resultOf(report)?.durationMs ?? 0), 0);
    const durationBar = {
        title: '',
        cell: (report) => {
            const durationMs = resultOf(report)?.durationMs;
            return durationMs === undefined || longestMs === 0 ? '' : bar(durationMs / longestMs);
        },
    };
    return [
        { title: 'Function', cell: (report) => codeSpan(literal(functionName(report)), longestName) },
        { title: 'Case', cell: (report) => codeSpan(literal(report.case ?? ''), longestName) },
        { title: 'Status', cell: statusCell },
        { title: 'Duration', numeric: true, cell: (report) => milliseconds(resultOf(report)?.durationMs) },
        ...(reports.length > 1 ? [durationBar] : []),
        { title: 'Init', numeric: true, cell: (report) => milliseconds(resultOf(report)?.initDurationMs) },
        { title: 'Memory', numeric: true, cell: memoryCell },
        { title: '', cell: memoryBar },
    ];
}
function resultOf({ outcome }) {
    return outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.result : undefined;
}
function statusCell(report) {
    const { icon, status } = statusWords[statusOf(report)];
    const { outcome, diagnostics } = report;
    const http = outcome.kind === 'succeeded' ? (0,http_response/* httpResponseOf */.n)(outcome.result) : undefined;
    const warnings = diagnostics.filter(({ severity }) => severity !== 'notice').length;
    return `${icon} ${status}${http === undefined ? '' : `, HTTP ${http.statusCode}`}${warnings === 0 ? '' : `, ⚠️ ${warnings}`}`;
}
function milliseconds(ms) {
    return ms === undefined ? '' : unbroken(durationText(ms));
}
function memoryCell(report) {
    const result = resultOf(report);
    return result === undefined ? '' : unbroken(`${result.maxMemoryUsedMiB} of ${result.memorySizeMiB} MB`);
}
/** An amount that stays on one line in a narrow column. */
function unbroken(amount) {
    return amount.replaceAll(' ', '\u00a0');
}
function memoryBar(report) {
    const result = resultOf(report);
    return result === undefined || result.memorySizeMiB === 0 ? '' : bar(result.maxMemoryUsedMiB / result.memorySizeMiB);
}
//# sourceMappingURL=facts-table.js.map
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/report/markdown/text/cut-middle.js
var cut_middle = __webpack_require__(7305);
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/fence.js

/** Longer fences are not understood by every reader of Markdown: GitHub's counts to 255. */
const longestFence = 64;
/**
 * A block in which everything is literal, and which ends where we end it: its fence is longer than any run of backticks
 * in the text.
 * @param text fit to be seen
 * @param language how it is coloured, such as `json`
 */
function fenced(text, language = 'text') {
    const longestRun = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
    const body = text.endsWith('\n') ? text : `${text}\n`;
    if (longestRun >= longestFence)
        return `<pre>\n${escapeHtml(body)}</pre>\n`;
    const fence = '`'.repeat(longestRun + 1);
    return `${fence}${language}\n${body}${fence}\n`;
}
//# sourceMappingURL=fence.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/prose.js

/** A word that means itself: nothing in it is taken for Markdown, HTML, a link or a mention. */
const plainWord = /^["'“‘(]*[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*["'”’)]*[.,;:!?…%]*["'”’)]*$/u;
const punctuation = /^["'“”‘’()]*[.,;:!?…–—-]*["'“”‘’()]*$/;
/** What GitHub makes a link of, though it looks like a word: hashes of commits, `GH-12` and the like, addresses. */
const reference = /(?:^|\W)(?:[0-9a-f]{7,}|[a-z]+-\d+|www\..*)(?:\W|$)/i;
/** The longest sentence that is shown, in UTF-16 units. */
const longestProse = 2_000;
/**
 * A message of ours as a line of Markdown. What it quotes (`like this`) is code, and so is every word in it that could be
 * anything but a word: messages have names, paths and texts in them that are not ours.
 * @param text fit to be seen. Has to follow something else on its line, so that nothing in it begins a block.
 */
function prose(text) {
    return oneLine(text, longestProse)
        .split(/`([^`]*)`/)
        .map((part, index) => (index % 2 === 1 ? codeSpan(part, longestProse) : words(part)))
        .join('');
}
function words(text) {
    // Risky words with nothing but a blank between them are one piece of code.
    const pieces = [];
    for (const word of text.split(' ')) {
        const piece = pieceOf(word);
        const last = pieces.at(-1);
        if (last?.code !== undefined && last.after === '' && piece.code !== undefined && piece.before === '') {
            pieces.splice(-1, 1, { ...last, code: `${last.code} ${piece.code}`, after: piece.after });
        }
        else
            pieces.push(piece);
    }
    return pieces
        .map(({ before, code, after }) => before + (code === undefined ? '' : codeSpan(code, longestProse)) + after)
        .join(' ');
}
function pieceOf(word) {
    if ((plainWord.test(word) || punctuation.test(word)) && !reference.test(word))
        return { before: word, after: '' };
    const [, before = '', code = word, after = ''] = /^(["'“‘(]*)(.*?)(["'”’).,;:!?…]*)$/.exec(word) ?? [];
    // The end of a call, as in `main()`, is not that of a parenthesis around it.
    const closes = code.endsWith('(') && after.startsWith(')') ? 1 : 0;
    return { before, code: code + after.slice(0, closes), after: after.slice(closes) };
}
//# sourceMappingURL=prose.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/diagnostic-paragraphs.js





const icons = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/** How many are shown. */
const mostDiagnostics = 20;
/** The longest of what a message has after its first line, in UTF-16 units. */
const longestRest = 2_000;
/** What we had to say, each once, the most important first; '' where that is nothing. */
function diagnosticParagraphs(diagnostics, context) {
    const bySeverity = ['error', 'warning', 'notice'].flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity));
    const paragraphs = [...new Set(bySeverity.map((diagnostic) => diagnosticParagraph(diagnostic, context)))];
    const more = paragraphs.length - mostDiagnostics;
    return [
        ...paragraphs.slice(0, mostDiagnostics),
        ...(more > 0 ? [`And ${more} more: see the log of the step.\n`] : []),
    ].join('\n');
}
/** A diagnostic: what, where, and what to do. */
function diagnosticParagraph(diagnostic, { literal, workspace }) {
    const { severity, message, location, hint } = diagnostic;
    const [first = '', ...more] = literal(message).split('\n');
    const rest = more.join('\n').trimEnd();
    const place = location === undefined ? [] : [`📍 ${codeSpan(literal((0,display_path/* displayLocation */.S)(location, workspace)))}`];
    const advice = hint === undefined ? [] : [`💡 ${prose(literal(hint))}`];
    const head = [`${icons[severity]} ${prose(first)}`];
    if (rest === '')
        return `${[...head, ...place, ...advice].join('<br>')}\n`;
    const block = fenced((0,cut_middle/* cutMiddle */.i)(rest, longestRest).text);
    return [`${[...head, ...place].join('<br>')}\n`, block, ...advice.map((line) => `${line}\n`)].join('\n');
}
//# sourceMappingURL=diagnostic-paragraphs.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/trace-text.js


/** What stands before a frame of the user's own code. */
const marker = '▶ ';
/** A trace, with the frames of the user's own code marked, and paths relative to the workspace where they are below it. */
function traceText(trace, workspace) {
    const lines = trace.map((line) => ({ ...line, text: withinWorkspace(line, workspace) }));
    const users = lines.filter(({ kind }) => kind === 'user');
    if (users.length === 0)
        return lines.map(({ text }) => text).join('\n');
    // Where frames are indented, the mark takes the place of blanks; where not, all frames make room for it.
    const indented = users.every(({ text }) => text.startsWith('  '));
    return lines
        .map(({ text, kind }) => {
        if (kind === 'text')
            return text;
        const rest = indented ? text.slice(marker.length) : text;
        return kind === 'user' ? marker + rest : indented ? text : `  ${text}`;
    })
        .join('\n');
}
function withinWorkspace({ text, kind }, workspace) {
    if (kind === 'text')
        return text;
    return text.replaceAll(`${(0,external_node_url_.pathToFileURL)(workspace).href}/`, '').replaceAll(workspace + external_node_path_.sep, '');
}
//# sourceMappingURL=trace-text.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/error-text.js


/** An error as its runtime would print it: type, message, trace. Both message and trace keep half of the room. */
function errorText(failure, { literal, longestValue, whereabouts, workspace }) {
    const { errorType, errorMessage, trace } = failure;
    // A trace of Node's begins with the type and the message itself, in as many lines as the message has.
    const messageLines = errorMessage.split(/\r?\n/).length;
    const introduction = trace.slice(0, messageLines).map(({ text }) => text);
    const saysItself = /^\S/.test(introduction[0] ?? '') && introduction.join('\n').includes(normalized(errorMessage));
    const head = saysItself ? introduction.join('\n') : [errorType, errorMessage].filter(Boolean).join(': ');
    const rest = saysItself ? trace.slice(messageLines) : trace;
    return [head, traceText(rest, workspace)]
        .filter((text) => text !== '')
        .map((text) => (0,cut_middle/* cutMiddle */.i)(literal(text), Math.floor(longestValue / 2), whereabouts.error).text.trimEnd())
        .join('\n');
}
function normalized(message) {
    return message.replaceAll('\r\n', '\n');
}
//# sourceMappingURL=error-text.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/value-block.js




/** What is longer is folded, in lines. */
const mostLines = 25;
/** A value in a fence, cut where it is too long, folded where it has many lines. */
function valueBlock({ name, remark, text, language, whole }, context) {
    const { text: shown, cut } = (0,cut_middle/* cutMiddle */.i)(context.literal(text), context.longestValue, whole);
    const block = fenced(shown, cut > 0 ? 'text' : language);
    const lines = shown.split('\n').length;
    if (lines <= mostLines)
        return `**${name}**${remark === undefined ? '' : ` ${remark}`}\n\n${block}`;
    return folded(`<b>${escapeHtml(name)}</b> · ${countText(lines, 'line')}`, `${remark === undefined ? '' : `${remark}\n\n`}${block}`);
}
/**
 * A part that a reader opens.
 * @param summary HTML, on one line
 * @param body Markdown that ends in a line's end
 */
function folded(summary, body, open = false) {
    return `<details${open ? ' open' : ''}>\n<summary>${summary}</summary>\n\n${body}\n</details>\n`;
}
//# sourceMappingURL=value-block.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/log-block.js


/** The most of a log that is shown, in lines. */
const log_block_mostLines = 60;
/** The last lines of a log, and where the whole is; '' where nothing was logged. */
function logBlock({ text, omittedBytes, file }, context) {
    const lines = context.literal(text).replace(/\n$/, '').split('\n');
    if (lines.length === 1 && lines[0] === '')
        return '';
    const shown = lastLines(lines, context.longestValue);
    const isWhole = omittedBytes === 0 && shown.kept === lines.length;
    const place = context.whereabouts.log ?? (file === undefined ? undefined : `in ${codeSpan(context.literal(file))}`);
    const whole = place === undefined ? '' : `; the whole is ${place}`;
    const remark = isWhole ? undefined : `the end of it${whole}`;
    return valueBlock({ name: 'Log', ...(remark === undefined ? {} : { remark }), text: shown.text }, context);
}
/** As many of the last lines as there is room for; of the very last, its end. */
function lastLines(lines, longest) {
    let room = longest;
    let first = lines.length;
    while (first > 0 && lines.length - first < log_block_mostLines) {
        const length = (lines[first - 1]?.length ?? 0) + 1;
        if (length > room)
            break;
        room -= length;
        first -= 1;
    }
    if (first < lines.length)
        return { text: lines.slice(first).join('\n'), kept: lines.length - first };
    const end = (lines.at(-1) ?? '').slice(-(longest - 1)).replace(/^[\udc00-\udfff]/, '');
    return { text: `…${end}`, kept: 0 };
}
//# sourceMappingURL=log-block.js.map
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
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
;// CONCATENATED MODULE: ./lib/src/report/markdown/text/readable-bytes.js


/** More is not read: Lambda's own limit of a response that is not streamed is 6 MB. */
const mostBytes = 16 * 1024 * 1024;
/** More is not indented: it can grow to many times its size, and little of it is shown. */
const mostIndentedBytes = 1024 * 1024;
/**
 * Reads bytes: indents them where they are JSON, and tells text from what is none.
 * @param contentType what they are said to be
 */
function readBytes(bytes, contentType = '') {
    if (bytes.length > mostBytes)
        return { kind: 'bytes', reason: 'too large' };
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return { kind: 'bytes', reason: 'binary' };
    if (/^\s*["{[\d-]|^\s*(?:true|false|null)\b/.test(bytes.subarray(0, 64).toString('latin1'))) {
        const json = bytes.length > mostIndentedBytes ? undefined : indentJson(bytes);
        if (json !== undefined)
            return { kind: 'text', text: json.toString(), language: 'json' };
    }
    const text = bytes.toString();
    if (text.includes('\0'))
        return { kind: 'bytes', reason: 'binary' };
    return { kind: 'text', text, language: languageOf(contentType) };
}
function languageOf(contentType) {
    const type = contentType.split(';')[0] ?? '';
    if (/html/i.test(type))
        return 'html';
    return /[/+]xml\s*$/i.test(type) ? 'xml' : 'text';
}
//# sourceMappingURL=readable-bytes.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/response-blocks.js





/** What a function answered: of an HTTP response its status, headers and body as the caller gets them. */
function responseBlocks(result, context) {
    const http = (0,http_response/* httpResponseOf */.n)(result);
    if (http === undefined)
        return [bytesBlock('Response', result.response, '', context)];
    const { statusCode, headers, body, contentType } = http;
    const status = `HTTP status ${codeSpan(String(statusCode))}`;
    const text = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
    return [
        headers.length === 0
            ? `**Response** ${status}, no headers\n`
            : valueBlock({ name: 'Response', remark: status, text, whole: context.whereabouts.response }, context),
        body === undefined ? '**Body** none\n' : bytesBlock('Body', body, contentType, context),
    ];
}
/** Bytes under their name, where they are text; else what they are. */
function bytesBlock(name, bytes, contentType, context) {
    const whole = name === 'Event' ? context.whereabouts.event : context.whereabouts.response;
    const type = codeSpan(context.literal(contentType));
    if (bytes.length === 0)
        return `**${name}** empty\n`;
    const readable = readBytes(bytes, contentType);
    if (readable.kind === 'text')
        return valueBlock({ name, text: readable.text, language: readable.language, whole }, context);
    const facts = [readable.reason === 'binary' ? 'not text' : 'too large to be shown', type, sizeText(bytes.length)];
    const place = whole === undefined ? '' : `; the whole is ${whole}`;
    return `**${name}** ${facts.filter(Boolean).join(', ')}${place}\n`;
}
//# sourceMappingURL=response-blocks.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/invocation-body.js








/** All there is to say of one invocation, but for our own diagnostics: what matters most comes first. Markdown. */
function invocationBody({ outcome, log }, context) {
    const { literal, workspace } = context;
    switch (outcome.kind) {
        case 'succeeded': {
            const { result } = outcome;
            const blocks = [...responseBlocks(result, context), eventBlock(result, context), logBlock(log, context)];
            return joined([...blocks, factsLine(result, context)]);
        }
        case 'failed': {
            const { result, failure } = outcome;
            const place = failure.userPlace ?? failure.handlerPlace;
            const at = place === undefined ? '' : ` at ${codeSpan(literal((0,display_path/* displayLocation */.S)(place, workspace)))}`;
            const error = `**Error**${at}\n\n${fenced(errorText(failure, context))}`;
            return joined([error, logBlock(log, context), eventBlock(result, context), factsLine(result, context)]);
        }
        case 'refused':
            return joined([diagnosticParagraph(outcome.diagnostic, context), logBlock(log, context)]);
        case 'cancelled':
            return joined([
                `It was ended by ${codeSpan(outcome.signal)}: the handler was stopped.\n`,
                logBlock(log, context),
            ]);
        case 'defect': {
            const details = (0,cut_middle/* cutMiddle */.i)(literal(outcome.details), context.longestValue).text;
            const request = 'This is a defect of invoke-local. Please report it with this text:\n';
            return joined([request, fenced(details), logBlock(log, context)]);
        }
    }
}
/** The same, with what we had to say. */
function wholeBody(report, context) {
    return joined([diagnosticParagraphs(report.diagnostics, context), invocationBody(report, context)]);
}
function eventBlock({ event }, context) {
    return bytesBlock('Event', event, '', context);
}
/** What it ran on, and how AWS would count it. */
function factsLine(result, { literal }) {
    const { function: fn, interpreter, requestId, billedDurationMs } = result;
    const ranOn = interpreter === undefined ? '' : ` on ${codeSpan(literal(interpreter))}`;
    const runtime = `${codeSpan(literal(fn.runtime))}${ranOn}`;
    return `<sub>${runtime} · request ${codeSpan(literal(requestId))} · billed ${billedDurationMs} ms</sub>\n`;
}
/** Blocks with a blank line between them. */
function joined(blocks) {
    return blocks.filter((block) => block !== '').join('\n');
}
//# sourceMappingURL=invocation-body.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/details.js






/** How much of an error stands where it is folded, in UTF-16 units. */
const longestReason = 120;
/** More failures than these are not all open: nobody would find the second. */
const mostOpen = 3;
/** What Lambda's own messages begin with, and nobody needs here. */
const requestPrefix = /^RequestId: \S+ Error: /;
/** How long the values of an invocation may be, from the best to what is better than nothing, in UTF-16 units. */
const levels = [8_000, 4_000, 2_000, 1_000, 500, 250, 100];
/**
 * A part to open for each invocation. Failures come first and take what room they need, each as much as the others.
 * @param room in bytes of UTF-8
 */
function detailsOf(reports, context, room) {
    const failures = reports.filter(isFailure);
    const successes = reports.filter((report) => !isFailure(report));
    const open = failures.length <= mostOpen;
    const first = fitAll(failures, room, (report, longestValue) => part(report, { ...context, longestValue }, open));
    const second = fitAll(successes, room - first.bytes, (report, longestValue) => part(report, { ...context, longestValue }, false));
    return {
        markdown: [...first.parts, ...second.parts].join('\n'),
        left: [...failures.slice(first.parts.length), ...successes.slice(second.parts.length)],
    };
}
/** All parts at the best level at which they fit; at the lowest as many as fit. */
function fitAll(reports, room, render) {
    let fitted = { parts: [], bytes: 0 };
    for (const level of levels) {
        fitted = asManyAsFit(reports, room, (report) => render(report, level));
        if (fitted.parts.length === reports.length)
            break;
    }
    return fitted;
}
function asManyAsFit(reports, room, render) {
    const parts = [];
    let bytes = 0;
    for (const report of reports) {
        const part = render(report);
        const size = Buffer.byteLength(part) + 1;
        if (bytes + size > room)
            break;
        parts.push(part);
        bytes += size;
    }
    return { parts, bytes };
}
function part(report, context, open) {
    return folded(summaryOf(report, context), wholeBody(report, context), open && isFailure(report));
}
/** What stands where a part is folded. HTML. */
function summaryOf(report, { literal }) {
    const { icon, status } = statusWords[statusOf(report)];
    const name = functionName(report);
    const title = [...(name === '' ? [] : [`<b>${htmlCode(literal(name))}</b>`])];
    if (report.case !== undefined)
        title.push(htmlCode(literal(report.case)));
    const words = [title.join(' '), escapeHtml(status), reasonOf(report, literal)];
    return `${icon} ${words.filter((word) => word !== '').join(' · ')}`;
}
function reasonOf({ outcome }, literal) {
    switch (outcome.kind) {
        case 'succeeded':
            return durationText(outcome.result.durationMs);
        case 'failed': {
            const { errorType, errorMessage } = outcome.failure;
            const message = errorMessage.replace(requestPrefix, '');
            return htmlCode(oneLine(literal([errorType, message].filter(Boolean).join(': ')), longestReason));
        }
        case 'refused':
            return htmlCode(oneLine(literal(outcome.diagnostic.message), longestReason));
        default:
            return '';
    }
}
//# sourceMappingURL=details.js.map
// EXTERNAL MODULE: ./lib/src/report/markdown/text/literal-text.js
var literal_text = __webpack_require__(82);
;// CONCATENATED MODULE: ./lib/src/report/markdown/summary-heading.js




/** The verdict line of a summary. Markdown. */
function summaryHeading(reports, literal) {
    const [only] = reports;
    if (only !== undefined && reports.length === 1)
        return `### ${verdictLine(only, literal)}\n`;
    const failures = reports.filter(isFailure).length;
    const all = countText(reports.length, 'invocation');
    if (reports.length === 0)
        return '### ⛔ Nothing was invoked\n';
    if (failures === 0)
        return `### ✅ ${all} succeeded\n\n${countsLine(reports)}`;
    return `### ❌ ${failures.toLocaleString('en')} of ${all} failed\n\n${countsLine(reports)}`;
}
/** What came of one invocation, on one line. Markdown. */
function verdictLine({ outcome, ...report }, literal) {
    const status = statusOf({ outcome, ...report });
    const { icon, verb } = statusWords[status];
    const name = codeSpan(literal(functionName({ outcome, ...report }))) || 'The function';
    switch (outcome.kind) {
        case 'succeeded':
            return `${icon} ${name} ${verb} in ${durationText(outcome.result.durationMs)}`;
        case 'failed': {
            const type = codeSpan(literal(outcome.failure.errorType));
            if (status === 'timeout')
                return `${icon} ${name} ${verb} after ${durationText(outcome.result.function.timeoutMs)}`;
            return `${icon} ${name} ${verb}${type === '' ? '' : `: ${type}`}`;
        }
        case 'refused':
            return `${icon} Nothing was invoked`;
        case 'cancelled':
            return `${icon} ${name} ${verb}`;
        case 'defect':
            return `${icon} invoke-local failed`;
    }
}
/** How many came to what, and how long they took together. */
function countsLine(reports) {
    const counts = new Map();
    for (const report of reports)
        counts.set(statusOf(report), (counts.get(statusOf(report)) ?? 0) + 1);
    const parts = Object.keys(statusWords).flatMap((status) => {
        const count = counts.get(status);
        const { icon, counted } = statusWords[status];
        return count === undefined ? [] : [`${icon} ${count.toLocaleString('en')} ${counted}`];
    });
    const ms = reports.reduce((sum, { outcome }) => sum + ('result' in outcome ? outcome.result.durationMs : 0), 0);
    return `${parts.join(' · ')} · ⏱️ ${durationText(ms)} in handlers\n`;
}
//# sourceMappingURL=summary-heading.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown/render-summary.js









/** How long the values of the only invocation may be, in UTF-16 units. */
const render_summary_levels = [8_000, 2_000, 500, 100];
/** The most rows of a table: nobody reads more, and the failures need the room. */
const mostRows = 1_000;
/** What the table may take of the room. */
const tableShare = 0.4;
/** What is kept for the sentences that say what is left out, in bytes. */
const notesBytes = 1_000;
/**
 * Renders invocations as GitHub's Markdown: a verdict, a table, and all of each that there is room for. Nothing of what
 * handlers said or printed is anything but text in it.
 * @returns at most `maxBytes`; '' where that is too little for anything.
 */
function renderSummary(reports, options) {
    const { redact, workspace, whereabouts = {}, maxBytes } = options;
    const context = { literal: (0,literal_text/* literalWith */.S)(redact), workspace, whereabouts };
    const heading = summaryHeading(reports, context.literal);
    const [only] = reports;
    const candidates = only !== undefined && reports.length === 1
        ? oneInvocation(only, heading, context)
        : manyInvocations(reports, heading, context, maxBytes);
    for (const markdown of candidates)
        if (Buffer.byteLength(markdown) <= maxBytes)
            return markdown;
    return '';
}
/** The summary of one invocation: from all of it to its verdict alone. */
function* oneInvocation(report, heading, context) {
    const { outcome, diagnostics } = report;
    const isInvoked = outcome.kind === 'succeeded' || outcome.kind === 'failed';
    const table = isInvoked ? `${factsTable([report], context.literal).join('\n')}\n` : '';
    for (const longestValue of render_summary_levels) {
        const sized = { ...context, longestValue };
        const body = invocationBody(report, sized);
        const said = diagnosticParagraphs(diagnostics, sized);
        if (outcome.kind === 'succeeded') {
            yield joined([heading, table, said, folded('Response, event and log', body)]);
        }
        else if (outcome.kind === 'failed') {
            yield joined([heading, table, folded('Error, log and event', joined([said, body]), true)]);
        }
        else {
            yield joined([heading, body, said]);
        }
    }
    yield heading;
}
function* manyInvocations(reports, heading, context, maxBytes) {
    const room = maxBytes - Buffer.byteLength(heading) - notesBytes;
    const table = cutTable(reports, context, Math.floor(room * tableShare));
    const details = detailsOf(reports, context, room - Buffer.byteLength(table));
    yield joined([heading, table, details.markdown, leftOut(details.left)]);
    yield joined([heading, table]);
    yield heading;
}
/** The table; where that is too long, its failures first, with a sentence that says what is missing. */
function cutTable(reports, { literal }, room) {
    const fits = (rows) => Buffer.byteLength(rows.join('\n')) <= room;
    const whole = reports.length <= mostRows ? factsTable(reports, literal) : [];
    if (whole.length > 0 && fits(whole))
        return `${whole.join('\n')}\n`;
    const sorted = [...reports.filter(isFailure), ...reports.filter((report) => !isFailure(report))];
    const lines = factsTable(sorted.slice(0, mostRows), literal);
    let bytes = 0;
    const kept = lines.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > room;
    });
    const shown = kept === -1 ? lines : lines.slice(0, kept);
    const left = sorted.slice(Math.max(0, shown.length - 2));
    const note = `The table shows ${(reports.length - left.length).toLocaleString('en')} of ${countText(reports.length, 'invocation')}, failures first. ${failuresAmong(left)}\n`;
    return joined([`${shown.join('\n')}\n`, note]);
}
function leftOut(left) {
    if (left.length === 0)
        return '';
    return `There was no room for the details of ${countText(left.length, 'invocation')}: GitHub takes at most 1 MiB of summary. ${failuresAmong(left)}\n`;
}
function failuresAmong(left) {
    const failures = left.filter(isFailure).length;
    return failures === 0
        ? 'All that are missing succeeded.'
        : `${countText(failures, 'failure')} are among the missing.`;
}
//# sourceMappingURL=render-summary.js.map
// EXTERNAL MODULE: ./lib/src/report/secrets/redactor.js
var redactor = __webpack_require__(211);
;// CONCATENATED MODULE: ./lib/src/action/job-summary.js




/**
 * GitHub drops the summary of a step as a whole where it has more bytes than these:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;
/** Where the whole of what is cut is. */
const WHEREABOUTS = {
    event: 'what the step was given',
    response: 'in the file that the output `output-file` names',
    error: 'in the output `error`',
    log: 'in the log of the step, and in the file that the output `log-file` names',
};
/** Adds the step's part to the page of the run, if it is to have one, within what the file has room for. */
function writeJobSummary({ reports, mode, file, secrets, workspace, report }) {
    if (file === undefined || file === '' || mode === 'never')
        return;
    if (mode === 'failures' && !reports.some(isFailure))
        return;
    try {
        append(file, (maxBytes) => renderSummary(reports, { redact: (0,redactor/* createRedactor */.l)(secrets).text, workspace, whereabouts: WHEREABOUTS, maxBytes }));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        report({ severity: 'warning', code: 'summary-unwritten', message: `The summary could not be written: ${reason}` });
    }
}
/** Appends to a file what `render` makes for the room that is left in it; never through a link. */
function append(file, render) {
    const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = external_node_fs_.constants;
    const descriptor = (0,external_node_fs_.openSync)(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o644);
    try {
        const { size } = (0,external_node_fs_.fstatSync)(descriptor);
        // What stands there may end within a line.
        const gap = size === 0 ? '' : '\n\n';
        const markdown = render(LARGEST_SUMMARY_BYTES - size - gap.length);
        if (markdown !== '')
            (0,external_node_fs_.writeFileSync)(descriptor, gap + markdown);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
//# sourceMappingURL=job-summary.js.map

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

/***/ })

};
;
"use strict";
exports.id = 417;
exports.ids = [417];
exports.modules = {

/***/ 9417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readStandardInput: () => (/* binding */ readStandardInput)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3001);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6185);


/** How long a silent standard input is waited for before a notice says so, in ms. */
const noticeAfterMs = 2_000;
const byteOrderMarkBytes = 3;
const insteadHint = 'Pass the event with --data or --path, or close the standard input with `< /dev/null` for an empty event. --stdin-timeout sets how long to wait.';
/**
 * Reads standard input to its end. A closed one is empty.
 * @throws UserError where it stays open and silent for its time limit, or gives more than Lambda takes.
 */
async function readStandardInput({ stream, timeoutMs }, { report, signal }) {
    if (stream.destroyed || stream.readableEnded)
        return Buffer.alloc(0);
    const pieces = [];
    let bytes = 0;
    let limit;
    let notice;
    try {
        return await new Promise((resolve, reject) => {
            const expectMore = () => {
                clearTimeout(limit);
                limit = setTimeout(() => reject(silence(timeoutMs, bytes)), timeoutMs);
            };
            notice = setTimeout(() => {
                report({
                    severity: 'notice',
                    code: 'stdin-silent',
                    message: `Waiting for the event on standard input, for ${timeoutMs / 1000} s at most.`,
                    hint: insteadHint,
                });
            }, noticeAfterMs);
            expectMore();
            if (signal.aborted)
                reject(signal.reason);
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
            stream.on('data', (chunk) => {
                clearTimeout(notice);
                expectMore();
                const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
                bytes += piece.length;
                pieces.push(piece);
                if (bytes <= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .maxEventBytes */ .I + byteOrderMarkBytes)
                    return;
                stream.pause();
                reject((0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .eventTooLarge */ .K)('The event on standard input'));
            });
            stream.on('end', () => resolve(Buffer.concat(pieces)));
            stream.on('close', () => resolve(Buffer.concat(pieces)));
            stream.on('error', (error) => {
                if (error.code === 'EBADF')
                    resolve(Buffer.alloc(0));
                else
                    reject(unreadable(error));
            });
        });
    }
    finally {
        clearTimeout(limit);
        clearTimeout(notice);
        stream.destroy();
    }
}
function silence(timeoutMs, bytes) {
    const what = bytes === 0 ? 'nothing came' : `nothing came after the first ${bytes} bytes`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
        code: 'stdin-timeout',
        message: `The event was to come from standard input, which is open, but ${what} for ${timeoutMs / 1000} s.`,
        hint: insteadHint,
    });
}
function unreadable(error) {
    const what = error.code === 'EISDIR' ? 'is a folder' : `cannot be read: ${error.message}`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({ code: 'stdin-unreadable', message: `The standard input ${what}.`, hint: insteadHint });
}
//# sourceMappingURL=standard-input.js.map

/***/ })

};
;
export const id = 112;
export const ids = [112];
export const modules = {

/***/ 5112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accountOf: () => (/* binding */ accountOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1695);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3811);


/** The account that the credentials belong to, twelve digits. @throws the SDK's own error. */
async function accountOf(access) {
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .STSClient */ .iM((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .ry)(access));
    const { Account } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .GetCallerIdentityCommand */ .zI({}), (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access));
    return Account;
}
//# sourceMappingURL=caller-identity.js.map

/***/ }),

/***/ 3811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hf: () => (/* binding */ questionOptions),
/* harmony export */   ry: () => (/* binding */ clientSettings)
/* harmony export */ });
/* unused harmony export answerTimeoutMs */
/** How long one answer may take, in ms, with its one retry. */
const answerTimeoutMs = 10_000;
/** The settings that all clients share. Everything is said here, so that the machine's own identity is never asked for. */
function clientSettings({ keys, region, endpoint }) {
    const { accessKeyId, secretAccessKey, sessionToken } = keys;
    return {
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
        region,
        maxAttempts: 2,
        retryMode: 'standard',
        defaultsMode: 'standard',
        ...(endpoint === undefined ? {} : { endpoint }),
    };
}
/** What ends one question: its time limit, or the end of the run. */
function questionOptions({ signal }) {
    return { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]) };
}
//# sourceMappingURL=client-settings.js.map

/***/ })

};

export const id = 112;
export const ids = [112];
export const modules = {

/***/ 5112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accountOf: () => (/* binding */ accountOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1695);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2175);


/** The account that the credentials belong to, twelve digits. A signal ends the question. @throws the SDK's own error. */
async function accountOf(access, abortSignal) {
    const client = (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .quietly */ .g)(() => new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__/* .STSClient */ .iM((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(access)));
    const { Account } = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_1__/* .GetCallerIdentityCommand */ .zI({}), { abortSignal });
    return Account;
}
//# sourceMappingURL=caller-identity.js.map

/***/ }),

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ clientSettings),
  g: () => (/* binding */ quietly)
});

;// CONCATENATED MODULE: ./lib/src/aws/limits.js
/** How long one answer may take, with its one retry, in ms. */
const answerTimeoutMs = 10_000;
/** How often a question is put, before it has failed. */
const maxAttempts = 2;
//# sourceMappingURL=limits.js.map
;// CONCATENATED MODULE: ./lib/src/aws/client-settings.js

/** The settings that all clients share. Everything is said here, so that the machine's own identity is never asked for. */
function clientSettings({ keys, region, endpoint }) {
    const { accessKeyId, secretAccessKey, sessionToken } = keys;
    return {
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
        region,
        maxAttempts: maxAttempts,
        retryMode: 'standard',
        defaultsMode: 'standard',
        ...(endpoint === undefined ? {} : { endpoint }),
    };
}
const versionWarningSwitch = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';
/** Makes a client without the SDK's advice on Node's version: in an action its user does not choose that. */
function quietly(make) {
    const before = process.env[versionWarningSwitch];
    process.env[versionWarningSwitch] = 'true';
    try {
        return make();
    }
    finally {
        if (before === undefined)
            delete process.env[versionWarningSwitch];
        else
            process.env[versionWarningSwitch] = before;
    }
}
//# sourceMappingURL=client-settings.js.map

/***/ })

};

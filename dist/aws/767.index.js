export const id = 767;
export const ids = [767];
export const modules = {

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

/***/ }),

/***/ 9767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openParameterStore: () => (/* binding */ openParameterStore)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4736);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2175);


function openParameterStore(access) {
    const client = (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .quietly */ .g)(() => new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__/* .SSMClient */ .jBj((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(access)));
    return {
        parameter: async (name, decrypted, abortSignal) => {
            try {
                const command = new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__/* .GetParameterCommand */ .lhy({ Name: name, WithDecryption: decrypted });
                const { Parameter: found } = await client.send(command, { abortSignal });
                return found?.Value === undefined ? undefined : { type: found.Type ?? 'String', value: found.Value };
            }
            catch (error) {
                if (['ParameterNotFound', 'ParameterVersionNotFound'].includes(error.name))
                    return undefined;
                throw error;
            }
        },
    };
}
//# sourceMappingURL=parameter-store.js.map

/***/ })

};

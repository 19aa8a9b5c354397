export const id = 767;
export const ids = [767];
export const modules = {

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

/***/ }),

/***/ 9767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openParameterStore: () => (/* binding */ openParameterStore)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4736);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3811);


function openParameterStore(access) {
    const client = new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_0__/* .SSMClient */ .jBj((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .ry)(access));
    return {
        parameter: async (name, decrypted) => {
            try {
                const command = new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_0__/* .GetParameterCommand */ .lhy({ Name: name, WithDecryption: decrypted });
                const { Parameter: found } = await client.send(command, (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access));
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

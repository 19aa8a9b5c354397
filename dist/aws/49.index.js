export const id = 49;
export const ids = [49];
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

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openObjectStore: () => (/* binding */ openObjectStore)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3711);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3811);


/** A configuration value beyond that is a mistake, in bytes. */
const maxObjectBytes = 16 * 1024 * 1024;
/** Opens S3. A bucket of another region is found there. */
function openObjectStore(access) {
    const hasOwnEndpoint = access.endpoint !== undefined;
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_0__/* .S3Client */ .YxF({
        ...(0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .ry)(access),
        followRegionRedirects: !hasOwnEndpoint,
        forcePathStyle: hasOwnEndpoint,
    });
    return {
        text: async (bucket, key) => {
            try {
                const options = (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access);
                const { Body, ContentLength = 0 } = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_0__/* .GetObjectCommand */ .jLs({ Bucket: bucket, Key: key }), options);
                if (ContentLength > maxObjectBytes)
                    throw new Error(`The object has ${ContentLength} bytes.`);
                return await Body?.transformToString();
            }
            catch (error) {
                if (error.name === 'NoSuchKey')
                    return undefined;
                throw error;
            }
        },
    };
}
//# sourceMappingURL=object-store.js.map

/***/ })

};

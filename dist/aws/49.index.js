export const id = 49;
export const ids = [49];
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

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openObjectStore: () => (/* binding */ openObjectStore)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3711);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2175);


/** A configuration value beyond that is a mistake, in bytes. */
const maxObjectBytes = 16 * 1024 * 1024;
/** Opens S3. A bucket of another region is found there. */
function openObjectStore(access) {
    const hasOwnEndpoint = access.endpoint !== undefined;
    const client = (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .quietly */ .g)(() => new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__/* .S3Client */ .YxF({
        ...(0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(access),
        followRegionRedirects: !hasOwnEndpoint,
        forcePathStyle: hasOwnEndpoint,
    }));
    return {
        text: async (bucket, key, abortSignal) => {
            try {
                const { Body, ContentLength = 0 } = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__/* .GetObjectCommand */ .jLs({ Bucket: bucket, Key: key }), {
                    abortSignal,
                });
                if (ContentLength > maxObjectBytes)
                    return { bytes: ContentLength };
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

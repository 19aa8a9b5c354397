export const id = 843;
export const ids = [843];
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

/***/ 3843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStacks: () => (/* binding */ openStacks)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3805);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2175);


function openStacks(access) {
    const client = (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .quietly */ .g)(() => new _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__/* .CloudFormationClient */ .m1N((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(access)));
    return {
        outputs: (stack, abortSignal) => whereStackExists(async () => {
            const command = new _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__/* .DescribeStacksCommand */ .Y47({ StackName: stack });
            const { Stacks: [found] = [] } = await client.send(command, { abortSignal });
            return new Map(found?.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
        }),
        resources: (stack, abortSignal) => whereStackExists(async () => {
            const ids = new Map();
            const pages = (0,_aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__/* .paginateListStackResources */ .Rus)({ client }, { StackName: stack }, { abortSignal });
            for await (const { StackResourceSummaries = [] } of pages) {
                for (const { LogicalResourceId, PhysicalResourceId, ResourceStatus } of StackResourceSummaries) {
                    if (!LogicalResourceId || !PhysicalResourceId || ResourceStatus === 'DELETE_COMPLETE')
                        continue;
                    ids.set(LogicalResourceId, PhysicalResourceId);
                }
            }
            return ids;
        }),
        exports: async (abortSignal) => {
            const values = new Map();
            for await (const { Exports = [] } of (0,_aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__/* .paginateListExports */ .dTP)({ client }, {}, { abortSignal })) {
                for (const { Name, Value } of Exports)
                    if (Name && Value !== undefined)
                        values.set(Name, Value);
            }
            return values;
        },
    };
}
/** CloudFormation tells a stack that is not there only by the message of its `ValidationError`. */
async function whereStackExists(ask) {
    try {
        return await ask();
    }
    catch (error) {
        const { name, message } = error;
        if (name === 'ValidationError' && /does not exist/.test(message))
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=stacks.js.map

/***/ })

};

export const id = 843;
export const ids = [843];
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

/***/ 3843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStacks: () => (/* binding */ openStacks)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3805);
/* harmony import */ var _client_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3811);


function openStacks(access) {
    const client = new _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .CloudFormationClient */ .m1N((0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .ry)(access));
    return {
        outputs: (stack) => whereStackExists(async () => {
            const command = new _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .DescribeStacksCommand */ .Y47({ StackName: stack });
            const { Stacks: [found] = [] } = await client.send(command, (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access));
            return new Map(found?.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
        }),
        resources: (stack) => whereStackExists(async () => {
            const ids = new Map();
            const pages = (0,_aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .paginateListStackResources */ .Rus)({ client }, { StackName: stack }, (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access));
            for await (const { StackResourceSummaries = [] } of pages) {
                for (const { LogicalResourceId, PhysicalResourceId, ResourceStatus } of StackResourceSummaries) {
                    if (!LogicalResourceId || !PhysicalResourceId || ResourceStatus === 'DELETE_COMPLETE')
                        continue;
                    ids.set(LogicalResourceId, PhysicalResourceId);
                }
            }
            return ids;
        }),
        exports: async () => {
            const values = new Map();
            for await (const { Exports = [] } of (0,_aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .paginateListExports */ .dTP)({ client }, {}, (0,_client_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .questionOptions */ .Hf)(access))) {
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

export const id = 718;
export const ids = [718];
export const modules = {

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromProfile: () => (/* binding */ fromProfile)
/* harmony export */ });
/* harmony import */ var _aws_sdk_credential_provider_ini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5869);
/* harmony import */ var _smithy_core_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7291);


/** Sources of the SDK's `credential_source` that are the machine's own identity (instance metadata, a container's role). */
const machineSources = ['Ec2InstanceMetadata', 'EcsContainer'];
/** Settings of which one must be there for a profile to have credentials. */
const credentialSettings = [
    'aws_access_key_id',
    'role_arn',
    'credential_process',
    'sso_start_url',
    'sso_session',
    'sso_account_id',
    'web_identity_token_file',
    'login_session',
    'credential_source',
];
/**
 * Gets the credentials of a profile by the AWS SDK's own provider: keys, an assumed role, SSO, a process.
 * @throws the SDK's own error where the profile is there and its credentials cannot be had.
 */
async function fromProfile(request) {
    const { profile, credentialsFile: filepath, configFile: configFilepath, region } = request;
    const files = { filepath, configFilepath, ignoreCache: true };
    const profiles = await readProfiles(files);
    const settings = profiles[profile];
    if (settings === undefined)
        return { kind: 'absent', profiles: Object.keys(profiles).filter(isProfileName).sort() };
    if (!credentialSettings.some((name) => settings[name] !== undefined))
        return { kind: 'empty' };
    const source = machineSource(profile, profiles);
    if (source !== undefined)
        return { kind: 'machine-identity', source };
    const provider = (0,_aws_sdk_credential_provider_ini__WEBPACK_IMPORTED_MODULE_0__.fromIni)({ profile, ...files, ...(region === undefined ? {} : { clientConfig: { region } }) });
    const { accessKeyId, secretAccessKey, sessionToken } = await withVariables({
        AWS_SHARED_CREDENTIALS_FILE: filepath,
        AWS_CONFIG_FILE: configFilepath,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    }, provider);
    return { kind: 'found', accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
async function readProfiles(files) {
    const { configFile, credentialsFile } = await (0,_smithy_core_config__WEBPACK_IMPORTED_MODULE_1__.loadSharedConfigFiles)(files);
    const profiles = Object.create(null);
    for (const [name, settings] of [...Object.entries(configFile), ...Object.entries(credentialsFile)]) {
        profiles[name] = { ...profiles[name], ...settings };
    }
    return profiles;
}
/** Settles when nobody has set variables of this process: they are there for one at a time. */
let turn = Promise.resolve();
/** Runs something of the SDK under variables that it reads of this process itself: SSO looks for its files nowhere else. */
async function withVariables(variables, run) {
    const mine = turn.then(() => setting(variables, run));
    turn = mine.catch(() => { });
    return mine;
}
async function setting(variables, run) {
    const before = Object.keys(variables).map((name) => [name, process.env[name]]);
    Object.assign(process.env, variables);
    try {
        return await run();
    }
    finally {
        for (const [name, value] of before) {
            if (value === undefined)
                delete process.env[name];
            else
                process.env[name] = value;
        }
    }
}
/** Sections of other kinds come with their kind before a dot. */
function isProfileName(section) {
    return !section.startsWith('sso-session.') && !section.startsWith('services.');
}
/** The machine's identity that a profile, or one that it takes its role's credentials from, rests on. */
function machineSource(profile, profiles) {
    const visited = new Set();
    for (let name = profile; name !== undefined && !visited.has(name);) {
        visited.add(name);
        const settings = profiles[name];
        const source = settings?.['credential_source'];
        if (source !== undefined && machineSources.includes(source))
            return source;
        name = settings?.['source_profile'];
    }
    return undefined;
}
//# sourceMappingURL=from-profile.js.map

/***/ })

};

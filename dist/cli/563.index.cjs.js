"use strict";
exports.id = 563;
exports.ids = [563];
exports.modules = {

/***/ 8563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromDefaultProfile: () => (/* binding */ fromDefaultProfile),
  fromProfileAskedFor: () => (/* binding */ fromProfileAskedFor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/identity/profile-files.js


/**
 * Where the profiles are, by the host's environment (AWS SDKs and tools reference guide, "Location of the shared
 * config and credentials files").
 */
function profileFiles(environment) {
    const home = environment['HOME'] || environment['USERPROFILE'] || (0,external_node_os_.homedir)();
    const place = (path, name) => {
        if (!path)
            return (0,external_node_path_.join)(home, '.aws', name);
        return /^~[/\\]/.test(path) ? (0,external_node_path_.join)(home, path.slice(2)) : path;
    };
    return {
        credentialsFile: place(environment['AWS_SHARED_CREDENTIALS_FILE'], 'credentials'),
        configFile: place(environment['AWS_CONFIG_FILE'], 'config'),
    };
}
//# sourceMappingURL=profile-files.js.map
;// CONCATENATED MODULE: ./lib/src/identity/profile-credentials.js




/** How long a profile may take to give its credentials, in ms: it may start a program or ask a service. */
const profileTimeoutMs = 60_000;
const askerNames = { input: 'aws-profile', environment: 'AWS_PROFILE' };
/**
 * Gets the credentials of a profile that somebody asked for.
 * @returns `undefined` where there is no such profile, which is reported; only the caller's own must be there.
 * @throws UserError where the caller's profile is not there, or any fails to give its credentials.
 */
async function fromProfileAskedFor(profile, askedBy, options) {
    const name = typeof askedBy === 'object' ? askedBy.setting : askerNames[askedBy];
    const files = profileFiles(options.hostEnvironment);
    const lookup = await lookUp(profile, options).catch((error) => {
        options.signal.throwIfAborted();
        throw failed(profile, name, error);
    });
    switch (lookup.kind) {
        case 'found':
            return credentials(lookup, profile);
        case 'absent':
            if (askedBy === 'input')
                throw absent(profile, name, lookup.profiles, files);
            options.report({
                severity: askedBy === 'environment' ? 'warning' : 'notice',
                code: 'profile-absent',
                message: `The profile "${profile}" of ${name} is not there, and not used.`,
                hint: `It would stand in ${files.credentialsFile} or ${files.configFile}.`,
            });
            return undefined;
        case 'empty':
            throw failed(profile, name, new Error('It has no credentials.'));
        case 'machine-identity':
            throw machineIdentity(profile, name, lookup.source);
    }
}
/** Gets the credentials of the default profile, where there is one. One that fails is warned of: nobody asked for it. */
async function fromDefaultProfile(options) {
    const { credentialsFile, configFile } = profileFiles(options.hostEnvironment);
    if (!(0,external_node_fs_.existsSync)(credentialsFile) && !(0,external_node_fs_.existsSync)(configFile))
        return undefined;
    try {
        const lookup = await lookUp('default', options);
        if (lookup.kind === 'machine-identity')
            throw machineIdentity('default', 'the default', lookup.source);
        return lookup.kind === 'found' ? credentials(lookup, 'default') : undefined;
    }
    catch (error) {
        options.signal.throwIfAborted();
        options.report({
            severity: 'warning',
            code: 'profile-failed',
            message: `The default profile does not give its credentials, and the handler gets none: ${error.message}`,
            hint: whatToDo('default', error),
        });
        return undefined;
    }
}
async function lookUp(profile, options) {
    const files = profileFiles(options.hostEnvironment);
    if (!(0,external_node_fs_.existsSync)(files.credentialsFile) && !(0,external_node_fs_.existsSync)(files.configFile))
        return { kind: 'absent', profiles: [] };
    const { fromProfile } = await options.loadProfiles();
    const { region, signal } = options;
    const end = new AbortController();
    const limit = (0,promises_.setTimeout)(profileTimeoutMs, undefined, { signal: AbortSignal.any([signal, end.signal]) }).then(() => {
        throw new Error(`It did not give its credentials within ${profileTimeoutMs / 1000} s.`);
    });
    try {
        return await Promise.race([fromProfile({ profile, ...files, ...(region === undefined ? {} : { region }) }), limit]);
    }
    finally {
        end.abort();
        limit.catch(() => { });
    }
}
function credentials(found, profile) {
    const { accessKeyId, secretAccessKey, sessionToken } = found;
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), source: 'profile', profile };
}
function absent(profile, name, profiles, { credentialsFile, configFile }) {
    const there = profiles.length === 0
        ? `No profile is there: looked in ${credentialsFile} and ${configFile}.`
        : `Those that are there: ${profiles.join(', ')}.`;
    return new user_error/* UserError */.y({
        code: 'profile-absent',
        message: `There is no profile "${profile}" (${name}). ${there}`,
        hint: 'In a workflow, aws-actions/configure-aws-credentials gives keys by the environment, and no profile is needed.',
    });
}
function machineIdentity(profile, name, source) {
    return new user_error/* UserError */.y({
        code: 'profile-machine-identity',
        message: `The profile "${profile}" (${name}) takes its credentials from the machine itself (credential_source = ${source}), which is never used here.`,
        hint: 'Give keys, or a profile with a source_profile, credential_process or SSO.',
    });
}
function failed(profile, name, error) {
    return new user_error/* UserError */.y({
        code: 'profile-failed',
        message: `The profile "${profile}" (${name}) does not give its credentials: ${error.message}`,
        hint: whatToDo(profile, error),
        cause: error,
    });
}
function whatToDo(profile, error) {
    if (/\bsso\b|token/i.test(error.message))
        return `Log in again with: aws sso login --profile ${profile}`;
    if (/multi-factor|\bmfa\b/i.test(error.message)) {
        return 'A code cannot be asked for here. Get a session first, and give its keys by the environment.';
    }
    return `Try the profile with: aws sts get-caller-identity --profile ${profile}`;
}
//# sourceMappingURL=profile-credentials.js.map

/***/ })

};
;
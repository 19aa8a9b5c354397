"use strict";
exports.id = 589;
exports.ids = [589];
exports.modules = {

/***/ 7945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ cfSource)
/* harmony export */ });
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5946);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2548);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(262);



/** `cf(region):stack.Output`: an output of a stack of CloudFormation. */
function cfSource(remote, settings = {}) {
    return {
        resolve: async (call, access) => {
            const { stack, output, region = settings.region } = placeOf(call);
            const { reader, target } = await (0,_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .IY)(remote, access, { ...settings, ...(region ? { region } : {}) });
            const outputs = await reader.stackOutputs(stack, target);
            const value = outputs?.get(output);
            return value === undefined ? undefined : (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .dataNode */ .F8)(value);
        },
        explainMissing: (call) => {
            const { stack, output, region } = placeOf(call);
            return {
                reason: `has no value: the stack ${stack}${region === undefined ? '' : ` of ${region}`} does not exist, or has no output ${output}`,
                hint: 'See the names, the region and the account, or give a fallback.',
            };
        },
    };
}
function placeOf({ params: [region], address = '' }) {
    const [, stack, output] = /^([^.]+)\.(.+)$/s.exec(address) ?? [];
    if (stack === undefined || output === undefined) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceFailure */ .oi('variable-address', 'names no output of a stack', 'Write ${cf:stack.Output}.');
    }
    return { stack, output, ...(typeof region === 'string' && region !== '' ? { region } : {}) };
}
//# sourceMappingURL=cf.js.map

/***/ }),

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ callAws),
/* harmony export */   cv: () => (/* binding */ structuredAnswer),
/* harmony export */   gb: () => (/* binding */ requireOpen),
/* harmony export */   oQ: () => (/* binding */ answered)
/* harmony export */ });
/* harmony import */ var _aws_aws_read_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5261);
/* harmony import */ var _offline_answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9859);
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5946);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2548);




/**
 * Whom and where AWS is asked: by default with the credentials of the run, in the region of the service.
 * @throws SourceFailure where it can't be asked.
 */
async function callAws(remote, access, { region, identity }) {
    requireOpen(remote);
    if (remote.aws === undefined)
        throw (0,_aws_aws_read_error_js__WEBPACK_IMPORTED_MODULE_0__/* .noCredentials */ .gT)({ service: 'AWS' });
    return { reader: remote.aws, target: { region: region ?? (await remote.regionOf(access)), identity } };
}
/** @throws SourceFailure while the stage, the region or the profile is being settled. */
function requireOpen({ isOpen }) {
    if (isOpen())
        return;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SourceFailure */ .oi('variable-too-early', 'asks a remote service, and the stage, the region and the profile must be known before one is asked', 'Take what these need from `env`, `opt`, `param`, `self` or `file`.');
}
/** A source that is asked only for what the caller has not answered. Its failures tell how to answer. */
function answered(type, answers, source, read = ({ text }) => text) {
    return {
        resolve: async (call, access) => {
            const name = nameOf(type, call);
            const answer = answers.find(name);
            if (answer !== undefined)
                return (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_1__/* .dataNode */ .F8)(read(answer, call));
            try {
                return await source.resolve(call, access);
            }
            catch (error) {
                if (!(error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SourceFailure */ .oi) && !(error instanceof _aws_aws_read_error_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsReadError */ .au))
                    throw error;
                const isMalformed = error.code === 'variable-address';
                const hint = isMalformed ? error.hint : withOfflineHint(error.hint, name, answers);
                throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .SourceFailure */ .oi(error.code, error.message, hint);
            }
        },
        explainMissing: (call) => {
            const { reason, hint } = source.explainMissing(call);
            return { reason, hint: withOfflineHint(hint, nameOf(type, call), answers) };
        },
    };
}
/** The value that a JSON object or list is, in an answer to what may be one; any other text stands for itself. */
function structuredAnswer({ text, isRaw }) {
    if (isRaw || !/^\s*[[{]/.test(text))
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
/** A variable's text without `${}`, every inner variable resolved. */
function nameOf(type, { params, address }) {
    const list = params.length === 0 ? '' : `(${params.map(String).join(', ')})`;
    return `${type}${list}${address === undefined ? '' : `:${address}`}`;
}
/** Adds how to give the answer to what there is to do. */
function withOfflineHint(hint, name, answers) {
    const given = answers.nearMiss(name);
    return [
        ...(hint === undefined ? [] : [hint]),
        `To answer it without a call, add this line to \`variables\` (or give it as --variable): ${(0,_offline_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .answerLine */ .N)(name)}`,
        ...(given === undefined ? [] : [`(There is an answer to \`${given}\`: was it meant for this?)`]),
    ].join(' ');
}
//# sourceMappingURL=remote.js.map

/***/ }),

/***/ 4970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configuredSource: () => (/* binding */ configuredSource),
  X: () => (/* binding */ resolverSources)
});

// EXTERNAL MODULE: ./lib/src/service/serverless/document/config-node.js
var config_node = __webpack_require__(5946);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/problem.js
var problem = __webpack_require__(2548);
// EXTERNAL MODULE: ./lib/src/aws/partition.js
var partition = __webpack_require__(9274);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/cf.js
var cf = __webpack_require__(7945);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/remote.js
var sources_remote = __webpack_require__(262);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/s3.js
var s3 = __webpack_require__(5526);
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/ssm.js
var ssm = __webpack_require__(1271);
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/aws.js







/** The sources of AWS that stand behind `aws:` in version 4 of the framework. */
const awsServices = { ssm: ssm/* ssmSource */.D, s3: s3/* s3Source */._, cf: cf/* cfSource */.r };
/**
 * `aws:accountId`, `aws:region`, `aws:partition`; and as version 4 writes them `aws:ssm:name`, `aws:s3:bucket/key`,
 * `aws:cf:stack.Output` and `aws:/name`, a parameter.
 */
function awsSource(remote, settings = {}) {
    return {
        resolve: async (call, access) => {
            const { address = '' } = call;
            if (address === 'region')
                return (0,config_node/* dataNode */.F8)(settings.region ?? (await remote.regionOf(access)));
            if (address === 'partition') {
                return (0,config_node/* dataNode */.F8)((0,partition/* partitionOf */.i)(settings.region ?? (await remote.regionOf(access))));
            }
            if (address === 'accountId') {
                const { reader, target } = await (0,sources_remote/* callAws */.IY)(remote, access, settings);
                return (0,config_node/* dataNode */.F8)(await reader.accountId(target));
            }
            const inner = innerCall(call);
            if (inner !== undefined)
                return inner.source(remote, settings).resolve(inner.call, access);
            throw new problem/* SourceFailure */.oi('variable-address', `asks for \`${address}\`, which the source aws does not have`, 'It has ${aws:accountId}, ${aws:region}, ${aws:partition}, ${aws:ssm:/name}, ${aws:s3:bucket/key} and ${aws:cf:stack.Output}.');
        },
        explainMissing: (call) => {
            const inner = innerCall(call);
            if (inner !== undefined)
                return inner.source(remote, settings).explainMissing(inner.call);
            return { reason: 'has no value' };
        },
    };
}
/** `ssm:/name`, `ssm(region):/name` or `/name` behind `aws:`, as the call of that source. */
function innerCall({ params, address = '' }) {
    if (address.startsWith('/'))
        return { source: ssm/* ssmSource */.D, call: { params, address } };
    const [, type = '', list, rest] = /^([a-z0-9]+)(?:\(([^)]*)\))?:(.*)$/s.exec(address) ?? [];
    const source = Object.hasOwn(awsServices, type) ? awsServices[type] : undefined;
    if (source === undefined)
        return undefined;
    const inner = list === undefined ? params : [...params, ...list.split(',').map((param) => param.trim())];
    return { source, call: { params: inner, address: rest } };
}
//# sourceMappingURL=aws.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/aws-settings.js
var aws_settings = __webpack_require__(545);
// EXTERNAL MODULE: ./lib/src/process/time-limit.js
var time_limit = __webpack_require__(2825);
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/http-question.js


/** How long an answer may take, in ms. */
const timeoutMs = 10_000;
/** A configuration value beyond that is a mistake, in bytes. */
const maxBytes = 16 * 1024 * 1024;
const maxAttempts = 2;
/**
 * Gets a JSON document. A second attempt is made where the first one finds no one, or a server that fails.
 * @returns the answer where its status is 2xx or 404.
 * @throws SourceFailure for every other status, and where there is no answer, or none in JSON.
 */
async function getJson(question) {
    const { service, url, refusedHint } = question;
    const { status, text } = await fetchText(question);
    const body = parsed(text);
    if (status === 401 || status === 403) {
        throw new problem/* SourceFailure */.oi('remote-refused', `is refused by ${service} (status ${status}${saidIn(body)})`, refusedHint);
    }
    if (status !== 404 && (status < 200 || status > 299)) {
        throw new problem/* SourceFailure */.oi('remote-failed', `has no answer: ${service} failed (status ${status}${saidIn(body)})`);
    }
    if (body === undefined && text.trim() !== '' && status !== 404) {
        throw new problem/* SourceFailure */.oi('remote-failed', `has no answer: ${service} at ${originOf(url)} does not answer in JSON`);
    }
    return { status, body };
}
async function fetchText(question) {
    try {
        return await (0,time_limit/* withTimeLimit */.B)(timeoutMs, question.signal, (end) => attempts(question, end));
    }
    catch (error) {
        question.signal.throwIfAborted();
        throw error instanceof problem/* SourceFailure */.oi ? error : noAnswer(question, error);
    }
}
async function attempts({ service, url, headers }, signal) {
    for (let attempt = 1;; attempt++) {
        try {
            const response = await fetch(url, { headers, signal });
            if (response.status >= 500 && attempt < maxAttempts) {
                await response.body?.cancel();
                continue;
            }
            return { status: response.status, text: await boundedText(response, service) };
        }
        catch (error) {
            if (signal.aborted || error instanceof problem/* SourceFailure */.oi || attempt >= maxAttempts)
                throw error;
        }
    }
}
async function boundedText(response, service) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new problem/* SourceFailure */.oi('remote-failed', `has an answer of more than 16 MiB from ${service}`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}
function noAnswer({ service, url }, error) {
    const where = `${service} at ${originOf(url)}`;
    if (error instanceof time_limit/* TimeLimitError */.$) {
        return new problem/* SourceFailure */.oi('remote-timeout', `has no answer: ${where} did not give one within ${timeoutMs / 1000} s`);
    }
    const { message, cause } = error;
    const why = cause?.message || cause?.code || message;
    return new problem/* SourceFailure */.oi('remote-unreachable', `has no answer: ${where} can't be reached (${why})`);
}
/** The scheme, host and port of a URL: its path and its user may hold secrets. */
function originOf(url) {
    return new URL(url).origin;
}
/** What services say of an error, in the members where they do. */
function saidIn(body) {
    const { errors, message, messages } = (body ?? {});
    const [first] = [errors, messages].flatMap((list) => (Array.isArray(list) ? list : []));
    const said = typeof first === 'object' && first !== null ? first.title : (first ?? message);
    return typeof said === 'string' && said !== '' ? `: ${said.replaceAll(/\s+/g, ' ').slice(0, 300)}` : '';
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=http-question.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/resolver-kind.js
var resolver_kind = __webpack_require__(185);
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/doppler.js




const defaultHost = 'https://api.doppler.com';
/**
 * `doppler:project/NAME`, or `doppler:NAME` with the setting `project`: a secret of Doppler. The setting `config` is the
 * stage where it is not set, `token` is `DOPPLER_TOKEN`. Source: Doppler API, "Secrets: Retrieve".
 */
const doppler = {
    resolve: async ({ key, settings, stage, environment, signal, onSecret, once }) => {
        const token = (0,resolver_kind/* textOf */.b)(settings, 'token') ?? environment['DOPPLER_TOKEN'];
        if (!token)
            throw new problem/* SourceFailure */.oi('doppler-token-missing', 'needs a token of Doppler', 'Set DOPPLER_TOKEN.');
        const { project, name } = placeOf(key, settings);
        const config = (0,resolver_kind/* textOf */.b)(settings, 'config') ?? stage;
        const host = environment['DOPPLER_API_HOST'] || defaultHost;
        const url = new URL('/v3/configs/config/secret', URL.canParse(host) ? host : defaultHost);
        url.search = String(new URLSearchParams({ project, config, name }));
        const { status, body } = await once(url.href, () => getJson({
            service: 'Doppler',
            url: url.href,
            headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
            signal,
            refusedHint: `Give the token access to the config ${config} of the project ${project}.`,
        }));
        const value = status !== 404 && (0,config_node/* isMapping */.pi)(body) && (0,config_node/* isMapping */.pi)(body['value']) ? body['value']['computed'] : undefined;
        onSecret(value);
        return value === undefined || value === null ? undefined : (0,config_node/* dataNode */.F8)(value);
    },
    explainMissing: (key, settings) => {
        const { project, name } = placeOf(key, settings);
        return {
            reason: `has no value: the project ${project} of Doppler has no ${name} in this config`,
            hint: 'See the project, the config (by default the stage) and the name, or give a fallback.',
        };
    },
};
function placeOf(key, settings) {
    const [, written, name = ''] = /^(?:(.*)\/)?([^/]*)$/s.exec(key) ?? [];
    const project = written ?? (0,resolver_kind/* textOf */.b)(settings, 'project');
    if (name !== '' && project !== undefined)
        return { project, name };
    throw new problem/* SourceFailure */.oi('variable-address', 'names no project, or no secret', 'Write ${doppler:project/NAME}.');
}
//# sourceMappingURL=doppler.js.map
// EXTERNAL MODULE: ./lib/src/service/serverless/variables/sources/resolver-settings.js
var resolver_settings = __webpack_require__(1602);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/terraform-cloud.js







const terraform_cloud_defaultHost = 'app.terraform.io';
/**
 * The outputs of a workspace of HCP Terraform or Terraform Enterprise. Settings: `workspaceId`, or `organization` and
 * `workspace`; `hostname`; `token`, else `TF_TOKEN_<host>`, `TF_CLOUD_TOKEN`, or what `terraform login` has kept.
 * Source: HCP Terraform API, "Workspaces", "State version outputs".
 */
async function readCloudOutputs(question) {
    const { settings, once } = question;
    const host = (0,resolver_kind/* textOf */.b)(settings, 'hostname') ?? terraform_cloud_defaultHost;
    const token = tokenOf(host, question);
    const base = /^https?:\/\//.test(host) ? host : `https://${host}`;
    const get = (path) => once(`${base}${path}`, () => getJson({
        service: 'HCP Terraform',
        url: `${base}/api/v2${path}`,
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/vnd.api+json' },
        signal: question.signal,
        refusedHint: 'Give a token that can read the outputs of the workspace.',
    }));
    const workspace = (0,resolver_kind/* textOf */.b)(settings, 'workspaceId') ?? (await findWorkspace(settings, get));
    const outputs = workspace && (await get(`/workspaces/${encodeURIComponent(workspace)}/current-state-version-outputs`));
    if (!outputs || outputs.status === 404)
        return undefined;
    const values = await Promise.all(dataOf(outputs).map((output) => readOutput(output, get, question.onSecret)));
    return Object.fromEntries(values);
}
async function findWorkspace(settings, get) {
    const organization = (0,resolver_kind/* textOf */.b)(settings, 'organization');
    const { workspaces } = settings;
    const workspace = (0,resolver_kind/* textOf */.b)(settings, 'workspace') ?? ((0,config_node/* isMapping */.pi)(workspaces) ? (0,resolver_kind/* textOf */.b)(workspaces, 'name') : undefined);
    if (organization === undefined || workspace === undefined) {
        throw new problem/* SourceFailure */.oi('terraform-backend', 'needs the `workspaceId`, or the `organization` and the `workspace`, of its backend');
    }
    const path = `/organizations/${encodeURIComponent(organization)}/workspaces/${encodeURIComponent(workspace)}`;
    const [found] = dataOf(await get(path));
    return found && (0,resolver_kind/* textOf */.b)(found, 'id');
}
/** An output's name and value. Lists leave the value of a sensitive one out: it is asked for by itself. */
async function readOutput(output, get, onSecret) {
    const attributes = attributesOf(output);
    const name = (0,resolver_kind/* textOf */.b)(attributes, 'name') ?? '';
    if (attributes['sensitive'] !== true)
        return [name, attributes['value']];
    const [whole] = dataOf(await get(`/state-version-outputs/${encodeURIComponent((0,resolver_kind/* textOf */.b)(output, 'id') ?? '')}`));
    const value = whole && attributesOf(whole)['value'];
    onSecret(value);
    return [name, value];
}
/** The resources of an answer of the JSON:API. */
function dataOf({ body }) {
    const data = (0,config_node/* isMapping */.pi)(body) ? body['data'] : undefined;
    return (Array.isArray(data) ? data : [data]).filter(config_node/* isMapping */.pi);
}
function attributesOf(resource) {
    const { attributes } = resource;
    return (0,config_node/* isMapping */.pi)(attributes) ? attributes : {};
}
function tokenOf(host, { settings, environment }) {
    const variable = `TF_TOKEN_${host
        .replace(/^https?:\/\//, '')
        .replaceAll('-', '__')
        .replaceAll(/[.:]/g, '_')}`;
    const token = (0,resolver_kind/* textOf */.b)(settings, 'token') || environment[variable] || environment['TF_CLOUD_TOKEN'] || keptToken(host, environment);
    if (token)
        return token;
    throw new problem/* SourceFailure */.oi('terraform-token-missing', `needs a token of ${host}`, `Set ${variable}, or the setting \`token\`.`);
}
/** What `terraform login` has kept (Terraform CLI, "Locations for credentials.tfrc.json"). */
function keptToken(host, environment) {
    const appData = environment['APPDATA'];
    const folder = process.platform === 'win32' && appData
        ? (0,external_node_path_.join)(appData, 'terraform.d')
        : (0,external_node_path_.join)(environment['HOME'] || (0,external_node_os_.homedir)(), '.terraform.d');
    const file = (0,external_node_path_.join)(folder, 'credentials.tfrc.json');
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    try {
        const { credentials } = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        const kept = (0,config_node/* isMapping */.pi)(credentials) ? credentials[host] : undefined;
        return (0,config_node/* isMapping */.pi)(kept) ? (0,resolver_kind/* textOf */.b)(kept, 'token') : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=terraform-cloud.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/terraform-state.js

/** The values of a state's outputs: in the file's format each has a `value` and a `type`, and may be `sensitive`. */
function outputValues(state, onSecret) {
    const outputs = (0,config_node/* isMapping */.pi)(state) ? state['outputs'] : undefined;
    return Object.fromEntries(Object.entries((0,config_node/* isMapping */.pi)(outputs) ? outputs : {}).map(([name, output]) => {
        if (!(0,config_node/* isMapping */.pi)(output))
            return [name, undefined];
        if (output['sensitive'] === true)
            onSecret(output['value']);
        return [name, output['value']];
    }));
}
//# sourceMappingURL=terraform-state.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/terraform-http.js




/**
 * The outputs of a state that is kept by an HTTP server. The settings `address`, `username` and `password` are
 * `TF_HTTP_ADDRESS`, `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD` where they are not set. Source: Terraform, "Backend type: http".
 */
async function readHttpState(question) {
    const { settings, environment, signal, onSecret, once } = question;
    const url = (0,resolver_kind/* textOf */.b)(settings, 'address') ?? environment['TF_HTTP_ADDRESS'];
    if (url === undefined || !URL.canParse(url)) {
        throw new problem/* SourceFailure */.oi('terraform-backend', url === undefined
            ? 'needs the `address` of its http backend'
            : `needs its http backend at \`${url}\`, which is no URL`, 'Set it, or TF_HTTP_ADDRESS.');
    }
    const user = (0,resolver_kind/* textOf */.b)(settings, 'username') ?? environment['TF_HTTP_USERNAME'];
    const password = (0,resolver_kind/* textOf */.b)(settings, 'password') ?? environment['TF_HTTP_PASSWORD'] ?? '';
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const { status, body } = await once(`${user} ${url}`, () => getJson({
        service: "Terraform's http backend",
        url,
        headers: { Accept: 'application/json', ...(user === undefined ? {} : { Authorization: authorization }) },
        signal,
        refusedHint: 'Set TF_HTTP_USERNAME and TF_HTTP_PASSWORD.',
    }));
    return status === 404 || body === undefined ? undefined : outputValues(body, onSecret);
}
//# sourceMappingURL=terraform-http.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/terraform.js






/**
 * `terraform:outputs:name.path`: an output of a state of Terraform. The setting `backend` says where the state is: `s3`
 * (`bucket`, `key`, `region`), `remote` or `cloud` (see `terraform-cloud.ts`), `http` (see `terraform-http.ts`).
 */
const terraform = {
    resolve: async (question) => {
        const outputs = await readOutputs(question);
        let node = outputs && (0,config_node/* dataNode */.F8)(outputs);
        for (const step of pathOf(question.key))
            node = node && (0,config_node/* childNode */.JY)(node, step);
        return node && (0,config_node/* dataNode */.F8)(node.value);
    },
    explainMissing: (key) => ({
        reason: `has no value: the state of Terraform does not exist, or has no output ${pathOf(key).join('.')}`,
        hint: 'See the backend and the name, or give a fallback.',
    }),
};
function pathOf(key) {
    const path = key.replace(/^outputs:/, '');
    if (path === '' || path.includes(':')) {
        throw new problem/* SourceFailure */.oi('variable-address', 'names no output', 'Write ${terraform:outputs:name}.');
    }
    return path.split('.');
}
async function readOutputs(question) {
    const { settings } = question;
    const [backend, own] = backendOf(settings);
    const asked = { ...question, settings: own };
    switch (backend) {
        case 's3':
            return readS3State(asked);
        case 'remote':
        case 'cloud':
            return readCloudOutputs(asked);
        case 'http':
            return readHttpState(asked);
        default:
            throw new problem/* SourceFailure */.oi('terraform-backend', backend === undefined
                ? 'needs to know where the state of Terraform is'
                : `needs the backend \`${backend}\` of Terraform, which is not supported`, 'Set stages.default.resolvers.terraform: {type: terraform, backend: s3, bucket: …, key: …, region: …}; there are also the backends remote, cloud and http.');
    }
}
/** The backend's kind and settings: both stand in the resolver itself, or the settings below the kind. */
function backendOf(settings) {
    const { backend } = settings;
    if (!(0,config_node/* isMapping */.pi)(backend))
        return [(0,resolver_kind/* textOf */.b)(settings, 'backend'), settings];
    const [[kind, own] = []] = Object.entries(backend);
    return [kind, (0,config_node/* isMapping */.pi)(own) ? own : {}];
}
async function readS3State({ settings, aws, onSecret }) {
    const bucket = (0,resolver_kind/* textOf */.b)(settings, 'bucket');
    const key = (0,resolver_kind/* textOf */.b)(settings, 'key');
    if (bucket === undefined || key === undefined) {
        throw new problem/* SourceFailure */.oi('terraform-backend', 'needs the `bucket` and the `key` of its s3 backend');
    }
    const { reader, target } = await aws((0,resolver_kind/* textOf */.b)(settings, 'region'));
    const text = await reader.object(bucket, key, target);
    return text === undefined ? undefined : outputsOf(text, `s3://${bucket}/${key}`, onSecret);
}
/** The outputs in a state file's text. @throws SourceFailure where it is none. */
function outputsOf(text, where, onSecret) {
    try {
        return outputValues(JSON.parse(text), onSecret);
    }
    catch {
        throw new problem/* SourceFailure */.oi('terraform-state', `has no answer: ${where} is no state of Terraform`);
    }
}
//# sourceMappingURL=terraform.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/vault.js




/** Vault's own default. */
const defaultAddress = 'http://127.0.0.1:8200';
/**
 * `vault:path/to/secret/property`: a property of a secret of HashiCorp Vault. The settings `address`, `token`, `version`
 * and `path` (a prefix) have the defaults `VAULT_ADDR`, `VAULT_TOKEN`, `v1` and none. What the versioned key-value engine
 * wraps is unwrapped. Source: Vault HTTP API, "KV secrets engine".
 */
const vault = {
    resolve: async ({ key, settings, environment, signal, onSecret, once }) => {
        const base = (0,resolver_kind/* textOf */.b)(settings, 'address') ?? environment['VAULT_ADDR'] ?? defaultAddress;
        const token = (0,resolver_kind/* textOf */.b)(settings, 'token') ?? environment['VAULT_TOKEN'];
        if (!token)
            throw new problem/* SourceFailure */.oi('vault-token-missing', 'needs a token of Vault', 'Set VAULT_TOKEN.');
        const { path, property } = vault_placeOf(key, (0,resolver_kind/* textOf */.b)(settings, 'path'));
        const url = urlOf(base, (0,resolver_kind/* textOf */.b)(settings, 'version') ?? 'v1', path);
        const namespace = (0,resolver_kind/* textOf */.b)(settings, 'namespace') ?? environment['VAULT_NAMESPACE'];
        const { status, body } = await once(url, () => getJson({
            service: 'Vault',
            url,
            headers: { 'X-Vault-Token': token, ...(namespace ? { 'X-Vault-Namespace': namespace } : {}) },
            signal,
            refusedHint: `Give the token a policy that can read ${path}.`,
        }));
        if (status === 404) {
            const [warning] = warningsOf(body);
            if (warning !== undefined)
                throw new problem/* SourceFailure */.oi('vault-failed', `has no answer: Vault says "${warning}"`);
            return undefined;
        }
        const found = valueAt(secretOf(body), property);
        onSecret(found?.value);
        return found;
    },
    explainMissing: (key, settings) => {
        const { path, property } = vault_placeOf(key, (0,resolver_kind/* textOf */.b)(settings, 'path'));
        return {
            reason: `has no value: Vault has no secret at ${path}, or it has no ${property}`,
            hint: 'See the path (that of a versioned key-value engine has `data/` behind its mount), or give a fallback.',
        };
    },
};
/** The last part of the path is the property. */
function vault_placeOf(key, prefix) {
    const parts = [...(prefix?.split('/') ?? []), ...key.split('/')].filter(Boolean);
    const property = parts.pop();
    if (property !== undefined && parts.length > 0)
        return { path: parts.join('/'), property };
    throw new problem/* SourceFailure */.oi('variable-address', 'names no property of a secret', 'Write ${vault:secret/data/name/property}.');
}
function urlOf(base, version, path) {
    const url = `${base.replace(/\/+$/, '')}/${version}/${path.split('/').map(encodeURIComponent).join('/')}`;
    if (URL.canParse(url))
        return url;
    throw new problem/* SourceFailure */.oi('variable-address', `needs Vault at \`${base}\`, which is no URL`, 'Write VAULT_ADDR such as https://vault.example.com.');
}
/** The versioned engine puts the secret's own data next to its metadata, in `data`. */
function secretOf(body) {
    const data = (0,config_node/* isMapping */.pi)(body) ? body['data'] : undefined;
    return (0,config_node/* isMapping */.pi)(data) && (0,config_node/* isMapping */.pi)(data['data']) && (0,config_node/* isMapping */.pi)(data['metadata']) ? data['data'] : data;
}
function valueAt(secret, property) {
    let node = (0,config_node/* dataNode */.F8)(secret);
    const whole = (0,config_node/* childNode */.JY)(node, property);
    if (whole !== undefined)
        return (0,config_node/* dataNode */.F8)(whole.value);
    for (const step of property.split('.'))
        node = node && (0,config_node/* childNode */.JY)(node, step);
    return node && (0,config_node/* dataNode */.F8)(node.value);
}
function warningsOf(body) {
    const warnings = (0,config_node/* isMapping */.pi)(body) ? body['warnings'] : undefined;
    return Array.isArray(warnings) ? warnings.filter((warning) => typeof warning === 'string') : [];
}
//# sourceMappingURL=vault.js.map
;// CONCATENATED MODULE: ./lib/src/service/serverless/variables/sources/resolvers.js











/** The kinds of resolvers beyond AWS. Each is also there by its own name, with no settings. */
const kinds = { doppler: doppler, terraform: terraform, vault: vault };
/** The sources that there are as resolvers of version 4, configured or not. */
function resolverSources(inputs) {
    return ['aws', ...Object.keys(kinds)].map((name) => [name, resolverSource(name, inputs)]);
}
/**
 * The source that the configuration has by a name: `stages.<stage>.resolvers.<name>`, or that of the stage `default`.
 * @returns `undefined` where it has none.
 */
async function configuredSource(name, inputs, access) {
    const settings = await settingsOf(name, inputs, access);
    return settings === undefined ? undefined : resolverSource(name, inputs);
}
/** `name:key`, or `name:resolver:key` with a resolver that is configured below the name. */
function resolverSource(name, inputs) {
    const results = new Map();
    const once = (key, work) => {
        const result = (results.get(key) ?? work());
        results.set(key, result);
        return result;
    };
    // A value that is missing is explained after it was asked for, and by the same settings.
    let known = {};
    const source = {
        resolve: async (call, access) => {
            const settings = (await settingsOf(name, inputs, access)) ?? {};
            known = settings;
            const type = (0,resolver_kind/* textOf */.b)(settings, 'type') ?? name;
            if (type === 'aws')
                return resolveAws(settings, inputs).resolve(call, access);
            const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
            if (kind === undefined)
                throw unknownKind(name, type);
            (0,sources_remote/* requireOpen */.gb)(inputs);
            const { address: key = '' } = call;
            const { environment, signal, onSecret } = inputs;
            const stage = await inputs.stageOf(access);
            const aws = (region) => (0,sources_remote/* callAws */.IY)(inputs, access, region === undefined ? {} : { region });
            return kind.resolve({ key, settings, stage, environment, signal, onSecret, aws, once });
        },
        explainMissing: (call) => {
            const kind = kinds[(0,resolver_kind/* textOf */.b)(known, 'type') ?? name];
            return kind === undefined
                ? resolveAws(known, inputs).explainMissing(call)
                : kind.explainMissing(call.address ?? '', known);
        },
    };
    return (0,sources_remote/* answered */.oQ)(name, inputs.answers, source, (answer, call) => {
        const inner = innerCall(call);
        if (inner !== undefined && inner.source === ssm/* ssmSource */.D)
            return (0,ssm/* readParameterAnswer */.E)(answer, inner.call);
        return Object.hasOwn(kinds, name) ? (0,sources_remote/* structuredAnswer */.cv)(answer) : answer.text;
    });
}
/** AWS with the settings of a resolver, and below it the resolvers that are configured there by names of their own. */
function resolveAws(settings, inputs) {
    const own = (0,aws_settings/* awsSettings */.T)(settings);
    const source = awsSource(inputs, own);
    const below = (address = '') => {
        const [, name = '', rest] = /^([^:]+):(.*)$/s.exec(address) ?? [];
        const nested = Object.hasOwn(settings, name) ? settings[name] : undefined;
        const service = (0,config_node/* isMapping */.pi)(nested) ? awsServices[(0,resolver_kind/* textOf */.b)(nested, 'type') ?? name] : undefined;
        if (service === undefined || !(0,config_node/* isMapping */.pi)(nested))
            return undefined;
        return { source: service(inputs, { ...own, ...(0,aws_settings/* awsSettings */.T)(nested) }), address: rest };
    };
    return {
        resolve: (call, access) => {
            const nested = below(call.address);
            return nested === undefined
                ? source.resolve(call, access)
                : nested.source.resolve({ ...call, address: nested.address }, access);
        },
        explainMissing: (call) => {
            const nested = below(call.address);
            return nested === undefined
                ? source.explainMissing(call)
                : nested.source.explainMissing({ ...call, address: nested.address });
        },
    };
}
async function settingsOf(name, { root, stageOf }, access) {
    if ((await access.walk(root, ['stages'])) === undefined)
        return undefined;
    const node = await (0,resolver_settings/* resolverNode */.B)(name, await stageOf(access), root, access);
    const settings = node && (await access.value(node));
    if (settings === undefined || (0,config_node/* isMapping */.pi)(settings))
        return settings;
    throw new problem/* SourceFailure */.oi('resolver-invalid', `needs the resolver ${name}, which is not a mapping`);
}
function unknownKind(name, type) {
    return new problem/* SourceFailure */.oi('resolver-unknown', `needs the resolver ${name}, which is of the unknown type \`${type}\``, `There are the types aws, ${Object.keys(kinds).join(', ')}.`);
}
//# sourceMappingURL=resolvers.js.map

/***/ }),

/***/ 5526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ s3Source)
/* harmony export */ });
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5946);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2548);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(262);



/** `s3:bucket/key`: the text of an object. `s3:s3://bucket/key` and `s3:arn:aws:s3:::bucket/key` are the same. */
function s3Source(remote, settings = {}) {
    return {
        resolve: async (call, access) => {
            const { bucket, key } = placeOf(call, settings);
            const region = regionParam(call) ?? settings.region;
            const { reader, target } = await (0,_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .IY)(remote, access, { ...settings, ...(region ? { region } : {}) });
            const text = await reader.object(bucket, key, target);
            return text === undefined ? undefined : (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .dataNode */ .F8)(text);
        },
        explainMissing: (call) => {
            const { bucket, key } = placeOf(call, settings);
            return {
                reason: `has no value: the bucket ${bucket} has no object ${key}`,
                hint: 'See the bucket and the key, or give a fallback.',
            };
        },
    };
}
function placeOf({ address = '' }, settings) {
    const path = address.replace(/^(?:s3:\/\/|arn:[\w-]+:s3:::)/, '');
    if (settings.bucketName !== undefined) {
        const key = [settings.objectKey, path].filter(Boolean).join('/');
        if (key !== '')
            return { bucket: settings.bucketName, key };
    }
    const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(path) ?? [];
    if (bucket !== undefined && key !== undefined)
        return { bucket, key };
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceFailure */ .oi('variable-address', 'names no object', 'Write ${s3:bucket/key}.');
}
function regionParam({ params: [region] }) {
    return typeof region === 'string' && region !== '' ? region : undefined;
}
//# sourceMappingURL=s3.js.map

/***/ }),

/***/ 1271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ssmSource),
/* harmony export */   E: () => (/* binding */ readParameterAnswer)
/* harmony export */ });
/* harmony import */ var _document_config_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5946);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2548);
/* harmony import */ var _remote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(262);



/**
 * `ssm(region, raw):name`: a parameter of Systems Manager, decrypted. A StringList is a list, a SecureString that holds a
 * JSON object is that object; with `raw` both are text. Secrets Manager is reached by the name
 * `/aws/reference/secretsmanager/<secret>`. The suffixes of version 1 (`~true`, `~split`) are understood.
 */
function ssmSource(remote, settings = {}) {
    return {
        resolve: async (call, access) => {
            const question = questionOf(call, settings);
            const region = question.region ?? settings.region;
            const { reader, target } = await (0,_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .IY)(remote, access, { ...settings, ...(region ? { region } : {}) });
            const parameter = await reader.parameter(question.name, question.isDecrypted, target);
            return parameter && (0,_document_config_node_js__WEBPACK_IMPORTED_MODULE_0__/* .dataNode */ .F8)(parameterValue(parameter, question));
        },
        explainMissing: (call) => ({
            reason: `has no value: the Parameter Store has no parameter ${questionOf(call, settings).name}${inRegion(call)}`,
            hint: 'See the name, the region and the account, or give a fallback.',
        }),
    };
}
/** Reads a given answer as the parameter's value would be: a JSON object or list is one, unless the text is asked for. */
const readParameterAnswer = (answer, call) => {
    const { isRaw, isDecrypted, isList } = questionOf(call);
    if (isRaw || !isDecrypted)
        return answer.text;
    const value = (0,_remote_js__WEBPACK_IMPORTED_MODULE_2__/* .structuredAnswer */ .cv)(answer);
    return isList && typeof value === 'string' ? value.split(',') : value;
};
function questionOf({ params, address }, { rawOrDecrypt } = {}) {
    const [, name = '', suffix] = /^(.*?)(~(?:true|false|split))?$/s.exec(address ?? '') ?? [];
    if (name === '')
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceFailure */ .oi('variable-address', 'names no parameter', 'Write ${ssm:/path/name}.');
    const words = [...params.map((param) => String(param).trim()), ...(rawOrDecrypt === undefined ? [] : [rawOrDecrypt])];
    const region = words.find((word) => !['raw', 'noDecrypt', 'decrypt', ''].includes(word));
    return {
        name,
        ...(region === undefined ? {} : { region }),
        isRaw: words.includes('raw'),
        isDecrypted: !words.includes('noDecrypt'),
        isList: suffix === '~split',
    };
}
function parameterValue({ type, value }, { isRaw, isDecrypted, isList }) {
    if (isRaw || !isDecrypted)
        return value;
    if (type === 'StringList' || isList)
        return value.split(',');
    if (type !== 'SecureString' || !value.startsWith('{'))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
function inRegion({ params }) {
    const region = params.map(String).find((param) => !['raw', 'noDecrypt'].includes(param));
    return region === undefined ? '' : ` in ${region}`;
}
//# sourceMappingURL=ssm.js.map

/***/ })

};
;
"use strict";
exports.id = 922;
exports.ids = [922];
exports.modules = {

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findHint: () => (/* binding */ findHint)
});

// EXTERNAL MODULE: ./lib/src/lambda/function/runtimes.js
var runtimes = __webpack_require__(4980);
// EXTERNAL MODULE: ./lib/src/invoke/to-result.js + 3 modules
var to_result = __webpack_require__(6349);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/credentials.js
const types = /^(?:CredentialsProviderError|NoCredentialsError|PartialCredentialsError)$/;
const texts = /Could not load credentials from any providers|Unable to locate credentials|Missing credentials in config/;
/** An AWS SDK that found no credentials, which in Lambda are those of the function's role. */
const credentialsHint = ({ function: fn, errorType, errorMessage }) => {
    if (!types.test(errorType) && !texts.test(errorMessage))
        return undefined;
    return {
        code: 'credentials-missing',
        message: `${fn.key} asked AWS for something, and has no credentials: in Lambda it has those of its role.`,
        hint: 'Add a step with `uses: aws-actions/configure-aws-credentials` before this one, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with the aws-profile option.',
    };
};
//# sourceMappingURL=credentials.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/invoke/hints/handler-source.js
var handler_source = __webpack_require__(6562);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/nearest-name.js
var nearest_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/near-file.js



/** Of some names the one that differs in upper and lower case only, else the one that a person most probably meant. */
function closestName(wanted, names) {
    return names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? (0,nearest_name/* nearestName */.q)(wanted, names);
}
/** A file of a folder whose name is nearly the wanted one; extensions are not compared, where the wanted one has none. */
function fileLike(folder, wanted) {
    const names = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })
        .filter((entry) => !entry.isDirectory() && entry.name !== wanted)
        .map((entry) => entry.name);
    if (/\.[a-z]+$/i.test(wanted)) {
        const name = closestName(wanted, names);
        return name && (0,external_node_path_.join)(folder, name);
    }
    const stems = new Map(names.map((name) => [name.replace(/\.[a-z]+$/i, ''), name]));
    const name = stems.get(closestName(wanted, [...stems.keys()]) ?? '');
    return name && (0,external_node_path_.join)(folder, name);
}
//# sourceMappingURL=near-file.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/handler-export.js




/** Names that source text exports, as far as a look at it tells. */
const exportForms = [
    /\bexports\.([A-Za-z_$][\w$]*)\s*=[^=]/g,
    /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+([A-Za-z_$][\w$]*)/g,
    /\bObject\.defineProperty\(\s*exports\s*,\s*['"]([\w$]+)['"]/g,
];
/** Lists of names: `module.exports = { a, b: c }`, `export { a, b as c }`. */
const exportLists = [/\bmodule\.exports\s*=\s*\{([^}]*)\}/g, /\bexport\s*\{([^}]*)\}/g];
/** A handler whose file does not export it, while it exports something. */
const handlerExportHint = async ({ function: fn, taskRoot, errorType }) => {
    if (errorType !== 'Runtime.HandlerNotFound')
        return undefined;
    const parts = (0,handler_source/* handlerParts */.zk)(fn.handler, fn.runtime);
    const file = (0,handler_source/* findHandlerFile */.k7)(taskRoot, fn.handler, fn.runtime);
    if (parts === undefined || file === undefined)
        return undefined;
    const source = (0,external_node_fs_.readFileSync)(file, 'utf8');
    const names = file.endsWith('.py') ? definedNames(source) : exportedNames(source);
    const near = closestName(parts.exported, names);
    const location = await fn.origin('handler');
    const module = fn.handler.slice(0, fn.handler.length - parts.exported.length);
    return {
        code: 'handler-export',
        message: `${(0,display_path/* displayPath */.G)(file)} has no ${parts.exported}${names.length === 0 ? '' : `; it has ${names.slice(0, 10).join(', ')}`}.`,
        hint: near === undefined
            ? `A handler ends in the name of the function that the file ${file.endsWith('.py') ? 'defines' : 'exports'}, such as ${module}${names[0] ?? 'handler'}.`
            : `Did you mean ${module}${near}?`,
        ...(location === undefined ? {} : { location }),
    };
};
/** The names that a module of JavaScript or TypeScript seems to export, each once. */
function exportedNames(source) {
    const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const names = exportForms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name));
    const listed = exportLists.flatMap((form) => [...text.matchAll(form)].flatMap(([, list = '']) => list
        .split(',')
        .map((item) => (/\bas\s+([\w$]+)\s*$/.exec(item) ?? /^\s*(?:async\s+)?([\w$]+)/.exec(item))?.[1] ?? '')));
    const all = [...names, ...listed, ...(/\bexport\s+default\b/.test(text) ? ['default'] : [])];
    return [...new Set(all.filter((name) => name !== '' && name !== '__esModule'))];
}
/** The functions and names that a module of Python defines at its top. */
function definedNames(source) {
    const names = [...source.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=[^=]/gm)];
    return [...new Set(names.map(([, defined, assigned]) => defined ?? assigned ?? ''))].filter((name) => name !== '');
}
//# sourceMappingURL=handler-export.js.map
// EXTERNAL MODULE: ./lib/src/typescript/ancestors.js
var ancestors = __webpack_require__(6318);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/package-manager.js



const npm = {
    install: 'npm ci',
    build: 'npm run build',
    add: (name) => `npm install ${name}`,
    addForDevelopment: (name) => `npm install --save-dev ${name}`,
};
/** By the lock file that each of them leaves. */
const nodeManagers = [
    ['package-lock.json', npm],
    ['npm-shrinkwrap.json', npm],
    [
        'pnpm-lock.yaml',
        {
            install: 'pnpm install --frozen-lockfile',
            build: 'pnpm build',
            add: (name) => `pnpm add ${name}`,
            addForDevelopment: (name) => `pnpm add --save-dev ${name}`,
        },
    ],
    [
        'yarn.lock',
        {
            install: 'yarn install --immutable',
            build: 'yarn build',
            add: (name) => `yarn add ${name}`,
            addForDevelopment: (name) => `yarn add --dev ${name}`,
        },
    ],
    ...['bun.lock', 'bun.lockb'].map((lock) => [
        lock,
        {
            install: 'bun install --frozen-lockfile',
            build: 'bun run build',
            add: (name) => `bun add ${name}`,
            addForDevelopment: (name) => `bun add --dev ${name}`,
        },
    ]),
];
/** The package manager of a Node.js project: that of the nearest lock file; npm, where there is none. */
function nodePackages(folder) {
    return byFile(folder, nodeManagers) ?? { ...npm, install: 'npm install' };
}
const pythonManagers = [
    [
        'uv.lock',
        { install: 'uv sync', add: (name) => `uv add ${name}`, addForDevelopment: (name) => `uv add --dev ${name}` },
    ],
    [
        'poetry.lock',
        {
            install: 'poetry install',
            add: (name) => `poetry add ${name}`,
            addForDevelopment: (name) => `poetry add --group dev ${name}`,
        },
    ],
    [
        'Pipfile',
        {
            install: 'pipenv sync --dev',
            add: (name) => `pipenv install ${name}`,
            addForDevelopment: (name) => `pipenv install --dev ${name}`,
        },
    ],
];
/**
 * The package manager of a Python project: uv, Poetry or Pipenv by their files, else the pip of an interpreter.
 * @param python the command of the interpreter that ran
 */
function pythonPackages(folder, python) {
    const add = (name) => `${python} -m pip install ${name}`;
    return byFile(folder, pythonManagers) ?? { install: add('-r requirements.txt'), add, addForDevelopment: add };
}
function byFile(folder, managers) {
    for (const current of (0,ancestors/* ancestors */.T)(folder)) {
        const found = managers.find(([file]) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(current, file)));
        if (found !== undefined)
            return found[1];
    }
    return undefined;
}
//# sourceMappingURL=package-manager.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/handler-file.js






/** Folders that a build writes, which a checkout does not have. */
const buildFolder = /^(?:dist|build|lib|out|\.build|\.esbuild|target)$/;
/** A handler whose file is not there: under another name or case, or not built yet. */
const handlerFileHint = async ({ function: fn, taskRoot, errorType }) => {
    if (errorType !== 'Runtime.ImportModuleError')
        return undefined;
    const parts = (0,handler_source/* handlerParts */.zk)(fn.handler, fn.runtime);
    if (parts === undefined || (0,handler_source/* findHandlerFile */.k7)(taskRoot, fn.handler, fn.runtime) !== undefined)
        return undefined;
    const location = await fn.origin('handler');
    const hint = (message, advice) => ({
        code: 'handler-file',
        message,
        hint: advice,
        ...(location === undefined ? {} : { location }),
    });
    const missing = `The handler ${fn.handler} of ${fn.key} names a file ${parts.module}`;
    const found = nearFile(taskRoot, parts.module);
    if (found !== undefined) {
        const near = `${found}.${parts.exported}`;
        return found.toLowerCase() === parts.module.toLowerCase()
            ? hint(`${missing}, which differs from ${found} in upper and lower case: Lambda tells them apart.`, `Write the handler as ${near}.`)
            : hint(`${missing}, which is not there.`, `Did you mean ${near}?`);
    }
    const top = parts.module.split('/').find((segment) => segment !== '.' && segment !== '..') ?? '';
    if (buildFolder.test(top) && fn.code.kind === 'folder' && fn.runtime.startsWith('nodejs')) {
        const command = buildCommand(fn.sourceRoot);
        return hint(`${missing}, which is not there: ${top} looks like the folder of a build.`, command === undefined ? 'Build the project before this step.' : `Run \`${command}\` before this step.`);
    }
    const where = fn.code.kind === 'zip' ? (0,display_path/* displayPath */.G)(fn.code.file) : (0,display_path/* displayPath */.G)(taskRoot);
    return hint(`${missing}, which is not in ${where}.`, `A handler is the path of its file from there without the extension, a dot, and the name of the function, such as src/hello.handler.`);
};
/** A source file whose path is that of a module but for its case, or that has nearly its name, in the same folder. */
function nearFile(root, module) {
    let folder = root;
    const segments = module.split('/').filter((segment) => segment !== '.');
    for (const segment of segments.slice(0, -1)) {
        const names = listed(folder)
            .filter(({ isFolder }) => isFolder)
            .map(({ name }) => name);
        const name = names.find((candidate) => candidate === segment) ?? closestName(segment, names);
        if (name === undefined)
            return undefined;
        folder = (0,external_node_path_.join)(folder, name);
    }
    const wanted = segments.at(-1) ?? '';
    const names = listed(folder)
        .filter(({ name, isFolder }) => !isFolder && handler_source/* sourceExtensions */.ks.some((extension) => name.endsWith(extension)))
        .map(({ name }) => name.replace(/\.[a-z]+$/, ''));
    const name = names.find((candidate) => candidate === wanted) ?? closestName(wanted, names);
    return name === undefined ? undefined : (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, name)).split(external_node_path_.sep).join('/');
}
function listed(folder) {
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
    }));
}
/** How the project is built, if its package.json says so. */
function buildCommand(sourceRoot) {
    const manifest = (0,external_node_path_.join)(sourceRoot, 'package.json');
    if (!(0,external_node_fs_.existsSync)(manifest))
        return undefined;
    const { scripts } = JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8'));
    return typeof scripts?.['build'] === 'string' ? nodePackages(sourceRoot).build : undefined;
}
//# sourceMappingURL=handler-file.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/memory.js
/** A process that ended for its memory: by the sandbox's limit, by V8's own, or by somebody else's. */
const memoryHint = async ({ function: fn, outcome, errorMessage }) => {
    if (outcome.status !== 'crash')
        return undefined;
    const raise = 'Raise memorySize in the configuration of the function, or use less memory.';
    const location = await fn.origin('memorySize');
    const place = location === undefined ? {} : { location };
    if (outcome.outOfMemory) {
        return {
            code: 'memory-exceeded',
            message: `${fn.key} used more than its memorySize of ${fn.memorySizeMiB} MB, with all processes that it started, and was ended, as Lambda ends it.`,
            hint: raise,
            ...place,
        };
    }
    if (errorMessage.endsWith('signal: aborted') && outcome.stderrTail.includes('JavaScript heap out of memory')) {
        return {
            code: 'heap-exhausted',
            message: `${fn.key} ran out of memory: Node's heap is limited to 90 % of its memorySize of ${fn.memorySizeMiB} MB, as in Lambda.`,
            hint: raise,
            ...place,
        };
    }
    if (errorMessage.endsWith('signal: killed')) {
        return {
            code: 'process-killed',
            message: `The process of ${fn.key} was killed from outside; it had used up to ${outcome.maxMemoryUsedMiB} MB. Usually the machine was out of memory.`,
            hint: 'Look at the memory that the function uses, and at what else runs on this machine.',
        };
    }
    return undefined;
};
//# sourceMappingURL=memory.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/module-format.js






const esmSyntax = /SyntaxError: (?:Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module|await is only valid in async functions and the top level bodies of modules)/;
const commonJsName = /^(require|module|exports|__dirname|__filename) is not defined in ES module scope/;
const requiredModule = /^require\(\) of ES Module (.+?) from (.+?) not supported|^require\(\) cannot be used on an ESM graph/;
/** An ES module that was loaded as CommonJS, or the other way round. */
const moduleFormatHint = (failure) => {
    const { errorMessage } = failure;
    if (esmSyntax.test(errorMessage))
        return esModuleAsCommonJs(failure);
    const name = commonJsName.exec(errorMessage)?.[1];
    if (name !== undefined)
        return commonJsAsEsModule(failure, name);
    if (!requiredModule.test(errorMessage))
        return undefined;
    const [, required, from] = requiredModule.exec(errorMessage) ?? [];
    return {
        code: 'module-format',
        message: `${from === undefined ? 'CommonJS code' : (0,display_path/* displayPath */.G)(from)} requires ${required === undefined ? 'an ES module' : `the ES module ${(0,display_path/* displayPath */.G)(required)}`}: Lambda's Node.js does not do that, whatever version it is.`,
        hint: 'Load it with `await import(…)`, make the importing file an ES module too, or bundle the function.',
    };
};
function esModuleAsCommonJs({ function: fn, taskRoot, outcome, trace }) {
    const named = /^((?:[A-Za-z]:)?[/\\].+?\.[cm]?js):\d+$/m.exec([...trace, outcome.stderrTail].join('\n'))?.[1];
    const file = named ?? withEsmSyntax((0,handler_source/* findHandlerFile */.k7)(taskRoot, fn.handler));
    const shown = file === undefined ? 'A file' : (0,display_path/* displayPath */.G)(file);
    const manifest = file === undefined ? undefined : nearestManifest((0,external_node_path_.dirname)(file));
    const isCommonJs = file?.endsWith('.cjs') ?? false;
    return {
        code: 'module-format',
        message: `${shown} is an ES module, and is loaded as CommonJS, which ${isCommonJs ? 'its extension .cjs says' : `it is unless ${manifest === undefined ? 'a package.json beside it' : (0,display_path/* displayPath */.G)(manifest)} says otherwise`}.`,
        hint: isCommonJs
            ? 'Give it the extension .mjs.'
            : `Add \`"type": "module"\` to ${manifest === undefined ? 'the package.json' : (0,display_path/* displayPath */.G)(manifest)}, or give the file the extension .mjs.`,
    };
}
/** A file, where it has the statements of an ES module: else it is one that it loads. */
function withEsmSyntax(file) {
    return file !== undefined && /^\s*(?:import|export)\b/m.test((0,external_node_fs_.readFileSync)(file, 'utf8')) ? file : undefined;
}
function commonJsAsEsModule({ function: fn, taskRoot, trace }, name) {
    const frame = /file:\/\/\S+?(?=:\d+:\d+)/.exec(trace.join('\n'))?.[0];
    const file = frame === undefined ? (0,handler_source/* findHandlerFile */.k7)(taskRoot, fn.handler) : (0,external_node_url_.fileURLToPath)(frame);
    const shown = file === undefined ? 'A file' : (0,display_path/* displayPath */.G)(file);
    const manifest = file === undefined || file.endsWith('.mjs') ? undefined : nearestManifest((0,external_node_path_.dirname)(file));
    const why = manifest === undefined ? 'by its extension .mjs' : `for ${(0,display_path/* displayPath */.G)(manifest)} has "type": "module"`;
    const instead = {
        require: 'Use `import`, or `createRequire` of node:module',
        module: 'Use `export`',
        exports: 'Use `export`',
        __dirname: 'Use `import.meta.dirname`',
        __filename: 'Use `import.meta.filename`',
    };
    return {
        code: 'module-format',
        message: `${shown} uses \`${name}\` of CommonJS, and is an ES module ${why}.`,
        hint: `${instead[name]}, or give the file the extension .cjs.`,
    };
}
function nearestManifest(folder) {
    const manifest = [...(0,ancestors/* ancestors */.T)(folder)].map((current) => (0,external_node_path_.join)(current, 'package.json')).find(external_node_fs_.existsSync);
    return manifest !== undefined && (0,external_node_fs_.readFileSync)(manifest, 'utf8') !== '' ? manifest : undefined;
}
//# sourceMappingURL=module-format.js.map
// EXTERNAL MODULE: ./lib/src/lambda/elf-machine.js
var elf_machine = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/native-code.js



const nativeFile = /((?:[A-Za-z]:)?[/\\][^\n:'"]+\.(?:node|so)(?:\.\d+)*)/;
/** Native code of a package that can't be loaded: built for another machine, another system, or another Node.js. */
const nativeCodeHint = ({ function: fn, errorMessage }) => {
    const file = nativeFile.exec(errorMessage)?.[1];
    if (file === undefined)
        return undefined;
    const hint = (message, advice) => ({ code: 'native-module', message, hint: advice });
    if (/NODE_MODULE_VERSION \d+/.test(errorMessage)) {
        return hint(`${(0,display_path/* displayPath */.G)(file)} was built for another version of Node.js than the one that ran.`, `Run \`npm rebuild\` with the Node.js that ${fn.runtime} has.`);
    }
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const header = firstBytes(file);
    const machine = (0,elf_machine/* elfMachine */.x)(header);
    const host = (0,elf_machine/* hostArchitecture */.m)();
    if (process.platform === 'linux' && machine === undefined) {
        return hint(`${(0,display_path/* displayPath */.G)(file)} is native code for another system than Linux.`, 'Install the packages anew on this machine, rather than to copy node_modules.');
    }
    if (machine === undefined || machine === host)
        return undefined;
    return machine === fn.architecture
        ? hint(`${(0,display_path/* displayPath */.G)(file)} is native code for ${machine}, which the function is deployed on, and this machine is ${host}.`, `Run it on a machine of that architecture${machine === 'arm64' ? ' (such as `runs-on: ubuntu-24.04-arm`)' : ''}, or install the packages for this one before this step.`)
        : hint(`${(0,display_path/* displayPath */.G)(file)} is native code for ${machine}, and this machine is ${host}.`, `Install the packages anew on this machine. The function's architecture is ${fn.architecture}.`);
};
function firstBytes(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const bytes = Buffer.alloc(20);
        return bytes.subarray(0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, bytes.length, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
//# sourceMappingURL=native-code.js.map
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
;// CONCATENATED MODULE: ./lib/src/invoke/explain-missing-package.js




const missingPackage = /Cannot find (?:module|package) '([^'./\\][^']*)'/;
/** Why a package is not found that is installed: by Yarn's Plug'n'Play it is in no folder where Node looks. */
function explainMissingPackage(fn, error) {
    if (fn.code.kind !== 'folder' || !fn.runtime.startsWith('nodejs'))
        return undefined;
    const name = missingPackage.exec(error.toString('utf8'))?.[1];
    if (name === undefined)
        return undefined;
    const manifest = [...(0,ancestors/* ancestors */.T)(fn.sourceRoot)].map((folder) => (0,external_node_path_.join)(folder, '.pnp.cjs')).find(external_node_fs_.existsSync);
    if (manifest === undefined)
        return undefined;
    return {
        severity: 'warning',
        code: 'plug-n-play',
        message: `The packages of this project are installed by Yarn's Plug'n'Play (${(0,display_path/* displayPath */.G)(manifest)}), which Node needs to be told: ${name} was not found.`,
        hint: `Add the line \`NODE_OPTIONS=--require ${manifest}\` to \`env\` (or give it as --env), or install with \`nodeLinker: node-modules\`, as a deploy of the folder needs it.`,
    };
}
//# sourceMappingURL=explain-missing-package.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/provided-packages.js
/** The newest Node.js whose image has version 2 of the SDK; all later ones have version 3 (developer guide, "Building Lambda functions with Node.js"). */
const newestWithSdk2 = 16;
/** Whether Lambda's image of a Node.js has a package. */
function nodeProvision(name, version) {
    const isOld = Number(version) <= newestWithSdk2;
    if (name === 'aws-sdk')
        return isOld ? 'provided' : 'formerly-provided';
    return !isOld && /^@(?:aws-sdk|smithy)\//.test(name) ? 'provided' : 'absent';
}
/** The distributions of Lambda's image of Python, by the modules that they are imported as. */
const pythonProvided = {
    boto3: 'boto3',
    botocore: 'boto3',
    s3transfer: 'boto3',
    jmespath: 'boto3',
    urllib3: 'urllib3',
    dateutil: 'python-dateutil',
    six: 'six',
    awslambdaric: 'awslambdaric',
};
//# sourceMappingURL=provided-packages.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/node-module.js











const missingModule = /Cannot find (?:module|package) '([^']+)'(?: imported from (.+)|\nRequire stack:\n- (.+))?/;
/** A package or a file that a module of Node.js asks for, and that is not there. */
const nodeModuleHint = (failure) => {
    const [, name, importer, requirer] = missingModule.exec(failure.errorMessage) ?? [];
    if (name === undefined)
        return undefined;
    const plugAndPlay = explainMissingPackage(failure.function, failure.outcome.error);
    if (plugAndPlay !== undefined)
        return plugAndPlay;
    const from = importer ?? requirer;
    return /^(?:[./\\]|[A-Za-z]:\\)/.test(name) ? fileHint(name, from) : packageHint(failure, packageName(name));
};
/** `@scope/name` of `@scope/name/lib/x.js`. */
function packageName(specifier) {
    return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
function packageHint({ function: fn }, name) {
    const declared = (0,runtimes/* parseRuntime */.Sw)(fn.runtime);
    if (declared === undefined || (0,external_node_module_.isBuiltin)(name))
        return undefined;
    const code = 'module-missing';
    const title = `${(0,runtimes/* languageTitle */.Lc)(declared.language)} ${declared.version}`;
    const packages = nodePackages(fn.sourceRoot);
    if (fn.code.kind === 'zip') {
        return {
            code,
            message: `The package ${name} is not in ${(0,display_path/* displayPath */.G)(fn.code.file)}.`,
            hint: nodeProvision(name, declared.version) === 'provided'
                ? `Lambda's image of ${title} has it, and this machine does not: pack it, or run \`${packages.addForDevelopment(name)}\` and add the line \`NODE_PATH=${(0,external_node_path_.join)(fn.sourceRoot, 'node_modules')}\` to \`env\` (or give it as --env), where CommonJS looks for it.`
                : 'Pack it, or put it into a layer of the service.',
        };
    }
    const declaring = declaringManifest(fn.sourceRoot, name);
    if (declaring !== undefined) {
        return {
            code,
            message: `The package ${name} is in ${(0,display_path/* displayPath */.G)(declaring)}, and not installed.`,
            hint: `Run \`${packages.install}\` before this step.`,
        };
    }
    switch (nodeProvision(name, declared.version)) {
        case 'provided':
            return {
                code: 'module-of-image',
                message: `The package ${name} is part of Lambda's image of ${title}, and not of this machine.`,
                hint: `Install it for development, so that a deploy leaves it out: \`${packages.addForDevelopment(name)}\`.`,
            };
        case 'formerly-provided':
            return {
                code: 'module-of-image',
                message: `The package ${name} is in Lambda's images up to nodejs16.x only: ${fn.runtime} has version 3 of the SDK, @aws-sdk/*. This fails in Lambda too.`,
                hint: `Move to @aws-sdk/*, or bring it along: \`${packages.add(name)}\`.`,
            };
        case 'absent': {
            const near = (0,nearest_name/* nearestName */.q)(name, declaredPackages(fn.sourceRoot));
            return {
                code,
                message: `The package ${name} is neither installed nor in a package.json. This fails in Lambda too, unless a layer has it.`,
                hint: near === undefined
                    ? `Add it: \`${packages.add(name)}\`.`
                    : `Did you mean ${near}? Else add it: \`${packages.add(name)}\`.`,
            };
        }
    }
}
function fileHint(name, from) {
    const path = from === undefined ? name : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(from), name);
    const whole = ['.js', '.mjs', '.cjs', '/index.js'].find((extension) => (0,external_node_fs_.existsSync)(path + extension));
    const shown = from === undefined
        ? name
        : `${name.startsWith('.') ? name : (0,display_path/* displayPath */.G)(name)}, which ${(0,display_path/* displayPath */.G)(from)} asks for,`;
    if (whole !== undefined) {
        return {
            code: 'module-extension',
            message: `There is no file ${shown} under that name: an ES module names a file whole.`,
            hint: `Write ${(0,external_node_path_.basename)(path)}${whole}.`,
        };
    }
    const near = fileLike((0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path));
    if (near === undefined)
        return undefined;
    const [wanted, found] = [(0,external_node_path_.basename)(path, (0,external_node_path_.extname)(path)), (0,external_node_path_.basename)(near, (0,external_node_path_.extname)(near))];
    return {
        code: 'module-file',
        message: `There is no file ${shown}${wanted !== found && wanted.toLowerCase() === found.toLowerCase() ? ' but one that differs in upper and lower case: Lambda tells them apart.' : ' but one with nearly its name.'}`,
        hint: `Did you mean ${(0,display_path/* displayPath */.G)(near)}?`,
    };
}
/** The nearest package.json that declares a package, above the service's folder too, as in a workspace. */
function declaringManifest(sourceRoot, name) {
    return manifests(sourceRoot).find((file) => dependenciesOf(file).includes(name));
}
function declaredPackages(sourceRoot) {
    return manifests(sourceRoot).flatMap(dependenciesOf);
}
function manifests(sourceRoot) {
    return [...(0,ancestors/* ancestors */.T)(sourceRoot)].map((folder) => (0,external_node_path_.join)(folder, 'package.json')).filter(external_node_fs_.existsSync);
}
function dependenciesOf(manifest) {
    const content = JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8'));
    return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => Object.keys(content[key] ?? {}));
}
//# sourceMappingURL=node-module.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/python-module.js





const python_module_missingModule = /No module named '?([\w.]+)'?/;
/** Files that name what a project needs. */
const declarations = ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'setup.cfg', 'requirements-dev.txt'];
/** Where a service's own virtual environments are. */
const environments = ['.venv', 'venv', 'env'];
/** A module that Python does not find. */
const pythonModuleHint = (failure) => {
    const module = python_module_missingModule.exec(failure.errorMessage)?.[1];
    const name = module?.split('.')[0];
    if (module === undefined || name === undefined)
        return undefined;
    return builtForAnother(failure, module) ?? inAnotherEnvironment(failure, name) ?? notInstalled(failure, name);
};
function notInstalled({ function: fn, launch }, name) {
    const packages = pythonPackages(fn.sourceRoot, launch.command);
    const provided = Object.hasOwn(pythonProvided, name) ? pythonProvided[name] : undefined;
    const distribution = provided ?? name.replaceAll('_', '-');
    const declaring = declarations.map((file) => (0,external_node_path_.join)(fn.sourceRoot, file)).find((file) => mentions(file, distribution));
    if (declaring !== undefined) {
        const isRequirements = /requirements.*\.txt$/.test(declaring);
        return {
            code: 'module-missing',
            message: `The package ${distribution} is in ${(0,display_path/* displayPath */.G)(declaring)}, and not installed for ${launch.command}.`,
            hint: `Run \`${isRequirements ? packages.install.replace('requirements.txt', (0,display_path/* displayPath */.G)(declaring)) : packages.install}\` before this step.`,
        };
    }
    if (provided !== undefined) {
        return {
            code: 'module-of-image',
            message: `The module ${name} is part of Lambda's image of Python (${provided}), and not of this machine.`,
            hint: `Install it for development, so that a deploy leaves it out: \`${packages.addForDevelopment(provided)}\`.`,
        };
    }
    return {
        code: 'module-missing',
        message: `The module ${name} is not installed for ${launch.command}. This fails in Lambda too, unless it is packed or in a layer.`,
        hint: `Add it, if its package has that name: \`${packages.add(distribution)}\`.`,
    };
}
function mentions(file, distribution) {
    if (!(0,external_node_fs_.existsSync)(file))
        return false;
    const name = distribution.replaceAll(/[-_.]/g, '[-_.]');
    return new RegExp(`(?:^|[\\s"'])${name}(?=$|[\\s"'=<>~!;\\[,])`, 'im').test((0,external_node_fs_.readFileSync)(file, 'utf8'));
}
/** Installed, but in an environment of the service for another Python than the one that ran. */
function inAnotherEnvironment({ function: fn, launch }, name) {
    for (const environment of environments) {
        const library = (0,external_node_path_.join)(fn.sourceRoot, environment, 'lib');
        if (!(0,external_node_fs_.existsSync)(library))
            continue;
        for (const python of (0,external_node_fs_.readdirSync)(library)) {
            const packages = (0,external_node_path_.join)(library, python, 'site-packages');
            if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(packages, name)) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(packages, `${name}.py`)))
                continue;
            return {
                code: 'module-elsewhere',
                message: `The module ${name} is installed in ${(0,display_path/* displayPath */.G)((0,external_node_path_.join)(fn.sourceRoot, environment))} (${python.replace('python', 'Python ')}), and the function ran on ${launch.command}.`,
                hint: `Make the environment with the Python that ${fn.runtime} has, or name its interpreter with the interpreter option.`,
            };
        }
    }
    return undefined;
}
/** There, but as native code for another Python or another machine, which Python passes over as if it were not there. */
function builtForAnother({ taskRoot, function: fn }, module) {
    const segments = module.split('.');
    const leaf = segments.pop() ?? '';
    const libraries = [taskRoot, ...environments.flatMap((name) => sitePackages((0,external_node_path_.join)(fn.sourceRoot, name, 'lib')))];
    for (const library of libraries) {
        const folder = (0,external_node_path_.join)(library, ...segments);
        if (!(0,external_node_fs_.existsSync)(folder))
            continue;
        const native = (0,external_node_fs_.readdirSync)(folder).find((file) => file.startsWith(`${leaf}.`) && /\.(?:so|pyd)$/.test(file));
        if (native === undefined)
            continue;
        return {
            code: 'native-module',
            message: `${(0,display_path/* displayPath */.G)((0,external_node_path_.join)(folder, native))} is native code that this Python can't load: its name says what it was built for.`,
            hint: `Install the package for this machine and ${fn.runtime}; what is deployed has to be for Lambda's Linux and ${fn.architecture}.`,
        };
    }
    return undefined;
}
function sitePackages(library) {
    return (0,external_node_fs_.existsSync)(library) ? (0,external_node_fs_.readdirSync)(library).map((python) => (0,external_node_path_.join)(library, python, 'site-packages')) : [];
}
//# sourceMappingURL=python-module.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/ruby-gem.js




const missingFile = /^cannot load such file -- (\S+)/;
/** The gems of Lambda's image that are no part of Ruby: the AWS SDK, version 3 (developer guide, "Building Lambda functions with Ruby"). */
const ofImage = /^aws-(?:sdk(?:-[\w-]+)?|sigv4|eventstream|partitions)$/;
/** A file that Ruby can't require: that of the handler, a gem, or a gem of Lambda's image. */
const rubyGemHint = async (failure) => {
    const wanted = missingFile.exec(failure.errorMessage)?.[1];
    if (wanted === undefined || !/^(?:Init|Function)<LoadError>$/.test(failure.errorType))
        return undefined;
    if (wanted === failure.function.handler.split('.')[0])
        return handlerMissing(failure, wanted);
    return wanted.startsWith('/') ? undefined : gemMissing(failure, wanted);
};
async function handlerMissing({ function: fn, taskRoot }, file) {
    const segments = file.split('/');
    const name = segments.pop() ?? '';
    const folder = (0,external_node_path_.join)(taskRoot, ...segments);
    const near = (0,external_node_fs_.existsSync)(folder) ? fileLike(folder, `${name}.rb`) : undefined;
    const location = await fn.origin('handler');
    return {
        code: 'handler-file',
        message: `The handler ${fn.handler} of ${fn.key} names a file ${file}.rb, which is not in ${(0,display_path/* displayPath */.G)(taskRoot)}.`,
        hint: near === undefined
            ? 'A handler is the path of its file from there without the extension, a dot, and the name of a method, such as src/hello.handler.'
            : `There is ${(0,display_path/* displayPath */.G)(near)}: did you mean that?`,
        ...(location === undefined ? {} : { location }),
    };
}
function gemMissing({ function: fn, launch }, file) {
    const gem = ofImage.test(file) ? file : (file.split('/')[0] ?? file);
    const gemfile = (0,external_node_path_.join)(fn.sourceRoot, 'Gemfile');
    const declared = (0,external_node_fs_.existsSync)(gemfile) &&
        new RegExp(`^\\s*gem\\s*\\(?\\s*['"]${escaped(gem)}['"]`, 'm').test((0,external_node_fs_.readFileSync)(gemfile, 'utf8'));
    if (declared) {
        return {
            code: 'module-missing',
            message: `The gem ${gem} is in ${(0,display_path/* displayPath */.G)(gemfile)}, and installed neither in vendor/bundle nor among the gems of ${launch.command}.`,
            hint: 'Run `bundle config set --local path vendor/bundle && bundle install` before this step, or set "bundler-cache: true" at ruby/setup-ruby.',
        };
    }
    if (ofImage.test(gem)) {
        return {
            code: 'module-of-image',
            message: `The gem ${gem} is part of Lambda's image of Ruby, and not of this machine.`,
            hint: `Run \`gem install ${gem}\` before this step.`,
        };
    }
    return {
        code: 'module-missing',
        message: `Nothing to require as ${file} is in the task root, its vendor/bundle, a layer or the gems of ${launch.command}. This fails in Lambda too, unless it is packed or in a layer.`,
        hint: `If it is a gem of that name, add it: \`bundle add ${gem}\`.`,
    };
}
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
//# sourceMappingURL=ruby-gem.js.map
// EXTERNAL MODULE: ./lib/src/lambda/limits.js
var limits = __webpack_require__(490);
;// CONCATENATED MODULE: ./lib/src/invoke/hints/timeout.js



/** A function that takes a callback: Lambda waits for all that is open before it takes the answer. */
const takesCallback = /\(\s*\w+\s*,\s*\w+\s*,\s*(\w*(?:callback|cb|done)\w*)\s*\)/i;
/** An invocation that ran into its timeout. */
const timeoutHint = async ({ function: fn, taskRoot, outcome }) => {
    if (outcome.status !== 'timeout')
        return undefined;
    const location = await fn.origin('timeout');
    const isDefault = location === undefined && fn.timeoutMs === limits/* defaultTimeoutMs */.xO;
    const seconds = fn.timeoutMs / 1000;
    if (outcome.initFailed) {
        return {
            code: 'init-timed-out',
            message: `${fn.key} never came to ask for its event: its init failed or took longer than ${limits/* initTimeoutMs */.cK / 1000} s, and the second attempt ran into its timeout of ${seconds} s.`,
            hint: "See what it waits for before its handler can be called: a host that can't be reached from this machine, a loop, an extension.",
            ...(location === undefined ? {} : { location }),
        };
    }
    const waits = fn.runtime.startsWith('nodejs') && hasCallback(taskRoot, fn.handler)
        ? ' If it had called back, something was still open (a connection, a timer): Lambda waits for that too, unless context.callbackWaitsForEmptyEventLoop is false.'
        : '';
    return {
        code: 'timed-out',
        message: `${fn.key} did not answer within its timeout of ${seconds} s${isDefault ? ', which is the default' : ''}.${waits}`,
        hint: "Raise timeout in the configuration of the function, or see what it waits for: a host that can't be reached from this machine, a promise that nobody settles.",
        ...(location === undefined ? {} : { location }),
    };
};
function hasCallback(taskRoot, handler) {
    const file = (0,handler_source/* findHandlerFile */.k7)(taskRoot, handler);
    return file !== undefined && takesCallback.test((0,external_node_fs_.readFileSync)(file, 'utf8'));
}
//# sourceMappingURL=timeout.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/hints/find-hint.js












/** Where a hint is looked for, by the language of the function, the closest causes first. */
const byLanguage = {
    nodejs: [handlerFileHint, handlerExportHint, moduleFormatHint, nativeCodeHint, nodeModuleHint, credentialsHint],
    python: [handlerFileHint, handlerExportHint, nativeCodeHint, pythonModuleHint, credentialsHint],
    ruby: [rubyGemHint, credentialsHint],
};
/**
 * The first known cause of a failure. A hint is an extra: what goes wrong while one is looked for (a folder that can't be read)
 * is as if there were none.
 */
async function findHint(failed) {
    const failure = { ...failed, ...(0,to_result/* describeFailure */.I)(failed.outcome.error, failed.outcome.errorType) };
    const language = (0,runtimes/* parseRuntime */.Sw)(failed.function.runtime)?.language ?? '';
    const finders = failed.outcome.status === 'error' ? (byLanguage[language] ?? []) : [memoryHint, timeoutHint];
    for (const find of finders) {
        const hint = await Promise.resolve(failure)
            .then(find)
            .catch(() => undefined);
        if (hint !== undefined)
            return { severity: 'warning', ...hint };
    }
    return undefined;
}
//# sourceMappingURL=find-hint.js.map

/***/ }),

/***/ 6562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k7: () => (/* binding */ findHandlerFile),
/* harmony export */   ks: () => (/* binding */ sourceExtensions),
/* harmony export */   zk: () => (/* binding */ handlerParts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The module of a handler in Node.js ends at the first dot of the last segment, that of Python at the last dot. */
function handlerParts(handler, runtime) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(handler);
    const dot = runtime.startsWith('python') ? name.lastIndexOf('.') : name.indexOf('.');
    if (dot <= 0)
        return undefined;
    const root = handler.slice(0, handler.length - name.length);
    const module = `${root}${name.slice(0, dot)}`;
    const isPython = runtime.startsWith('python');
    return { module: isPython ? module.replaceAll('.', '/') : module, exported: name.slice(dot + 1) };
}
/** What the file of a handler may be called, in the order in which they are looked for. */
const sourceExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx', '.py'];
/** The file that a handler is in; `undefined` where there is none. */
function findHandlerFile(taskRoot, handler, runtime = 'nodejs') {
    const parts = handlerParts(handler, runtime);
    if (parts === undefined)
        return undefined;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(taskRoot, parts.module);
    return [...sourceExtensions.map((extension) => path + extension), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '__init__.py')].find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
//# sourceMappingURL=handler-source.js.map

/***/ }),

/***/ 6318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ancestors)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** A folder and all those above it, from the inside out. */
function* ancestors(folder) {
    for (let current = folder;; current = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(current)) {
        yield current;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(current) === current)
            return;
    }
}
//# sourceMappingURL=ancestors.js.map

/***/ })

};
;
"use strict";
exports.id = 624;
exports.ids = [624];
exports.modules = {

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

/***/ }),

/***/ 8409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ bundleError),
/* harmony export */   y: () => (/* binding */ compileError)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4575);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3001);



/**
 * The error that a compiler's answer stands for.
 * @param subject the file that was to be compiled, absolute
 * @param root what esbuild's paths are relative to, absolute
 */
function compileError(answer, { subject, root }) {
    if ('problems' in answer)
        return bundleError(answer.problems, { subject, root });
    if ('thrown' in answer) {
        const { file, message } = answer.thrown;
        return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({
            code: 'build-options-failed',
            message: `The build options in ${(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .G)(file)} could not be read: ${message}`,
            location: { file },
        });
    }
    const { message, location = { file: subject }, ...rest } = answer.failure;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({ ...rest, message: `${describePlace(location)} cannot be compiled: ${message}`, location });
}
/** esbuild's own errors: the first of them in full, the others by their number. */
function bundleError(problems, { subject, root }) {
    const [first, ...others] = problems;
    const found = first?.location ?? null;
    const location = found === null
        ? { file: subject }
        : { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, found.file), line: found.line, column: found.column + 1 };
    const text = first?.text ?? 'esbuild failed';
    const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'error' : 'errors'})`;
    return new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y({
        code: 'typescript-invalid',
        message: `${describePlace(location)} cannot be compiled: ${text.replace(/[.]?$/, '.')}${more}`,
        hint: hintFor(text),
        location,
    });
}
function hintFor(text) {
    const unresolved = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
    if (unresolved !== undefined) {
        return /^[./]/.test(unresolved)
            ? 'Look at the path: it is relative to the file that imports it.'
            : `If "${unresolved}" is a package, install it and list it in package.json; if it is an alias, look at "paths" in tsconfig.json.`;
    }
    if (text.startsWith('Top-level await')) {
        return 'Make it an ES module: name the file .mts, set "type": "module" in package.json, or the format of the bundle to esm.';
    }
    if (text.startsWith('No loader is configured'))
        return 'Set a loader for this kind of file in the options of esbuild.';
    return undefined;
}
/** A place as messages write it, `src/hello.ts:3:7`. */
function describePlace({ file, line, column }) {
    return [(0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_1__/* .displayPath */ .G)(file), ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':');
}
//# sourceMappingURL=compile-errors.js.map

/***/ }),

/***/ 7624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compileHandler: () => (/* binding */ compileHandler)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: ./lib/src/typescript/compiler-process.js
var compiler_process = __webpack_require__(5771);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/typescript/ancestors.js
var ancestors = __webpack_require__(6318);
;// CONCATENATED MODULE: ./lib/src/typescript/declared-packages.js



const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/**
 * The packages that the `package.json` files of a folder and of those above it declare, and that Node can load as they are.
 * A package of the same workspace is none of them: it is a link to source that may well be TypeScript.
 */
function declaredPackages(folder) {
    const names = new Set();
    for (const ancestor of (0,ancestors/* ancestors */.T)(folder)) {
        const manifest = readManifest(ancestor);
        for (const kind of dependencyKinds) {
            const declared = manifest[kind];
            if (typeof declared === 'object' && declared !== null)
                for (const name of Object.keys(declared))
                    names.add(name);
        }
    }
    return [...names].filter((name) => !isWorkspaceLink(folder, name));
}
function readManifest(folder) {
    try {
        const manifest = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'package.json'), 'utf8'));
        return typeof manifest === 'object' && manifest !== null ? manifest : {};
    }
    catch {
        return {};
    }
}
function isWorkspaceLink(folder, name) {
    for (const ancestor of (0,ancestors/* ancestors */.T)(folder)) {
        const path = (0,external_node_path_.join)(ancestor, 'node_modules', name);
        const status = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (status === undefined)
            continue;
        if (!status.isSymbolicLink())
            return false;
        try {
            return !/[\\/]node_modules[\\/]/.test((0,external_node_fs_.realpathSync)(path));
        }
        catch {
            return false;
        }
    }
    return false;
}
//# sourceMappingURL=declared-packages.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/linked-folder.js


/**
 * Gives folders below `root` in which compiled code finds the packages that its source finds: each `node_modules` on the
 * way up from the source is linked at the same distance. `NODE_PATH` could not do that: ES modules ignore it.
 * @param root a folder of our own, absolute and empty
 * @returns the folder to write the compiled code of a source folder into
 */
function createLinkedFolders(root) {
    const known = new Map();
    const links = new Map();
    const folderFor = (sourceFolder) => {
        const found = known.get(sourceFolder);
        if (found !== undefined)
            return found;
        const parent = (0,external_node_path_.dirname)(sourceFolder);
        const outer = parent === sourceFolder ? root : folderFor(parent);
        const modules = (0,external_node_path_.join)(sourceFolder, 'node_modules');
        const linked = (0,external_node_path_.basename)(sourceFolder) !== 'node_modules' && (0,external_node_fs_.existsSync)(modules) ? link(outer, modules) : outer;
        known.set(sourceFolder, linked);
        return linked;
    };
    const link = (outer, modules) => {
        const inner = (0,external_node_path_.join)(outer, String(links.size));
        links.set(modules, inner);
        (0,external_node_fs_.mkdirSync)(inner);
        (0,external_node_fs_.symlinkSync)(modules, (0,external_node_path_.join)(inner, 'node_modules'), 'junction');
        return inner;
    };
    return folderFor;
}
//# sourceMappingURL=linked-folder.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/module-format.js


/**
 * What a source file becomes, as Node and the TypeScript compiler decide it: by its extension, and for `.ts`, `.tsx`,
 * `.js` and `.jsx` by the `type` of the nearest `package.json`.
 */
function moduleFormat(file) {
    const extension = (0,external_node_path_.extname)(file);
    if (extension === '.mts' || extension === '.mjs')
        return 'mjs';
    if (extension === '.cts' || extension === '.cjs')
        return 'cjs';
    return packageType((0,external_node_path_.dirname)(file));
}
function packageType(folder) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'package.json'), 'utf8');
    }
    catch {
        const parent = (0,external_node_path_.dirname)(folder);
        return parent === folder ? 'cjs' : packageType(parent);
    }
    try {
        const manifest = JSON.parse(text);
        return typeof manifest === 'object' && manifest !== null && 'type' in manifest && manifest.type === 'module'
            ? 'mjs'
            : 'cjs';
    }
    catch {
        return 'cjs';
    }
}
//# sourceMappingURL=module-format.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/project-esbuild.js



/** Finds the project's own esbuild in the `node_modules` of a folder or of one above it. */
function findEsbuild(folder) {
    for (const ancestor of (0,ancestors/* ancestors */.T)(folder)) {
        const main = (0,external_node_path_.join)(ancestor, 'node_modules', 'esbuild', 'lib', 'main.js');
        if (!(0,external_node_fs_.existsSync)(main))
            continue;
        const program = findProgram((0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(main))));
        return { main, ...(program === undefined ? {} : { program }) };
    }
    return undefined;
}
/** The program of this platform, in the package that esbuild depends on for it. */
function findProgram(esbuildPackage) {
    const name = (0,external_node_path_.join)('@esbuild', `${process.platform}-${process.arch}`);
    const path = process.platform === 'win32' ? 'esbuild.exe' : (0,external_node_path_.join)('bin', 'esbuild');
    for (const ancestor of (0,ancestors/* ancestors */.T)(esbuildPackage)) {
        const program = (0,external_node_path_.join)(ancestor, 'node_modules', name, path);
        if ((0,external_node_fs_.existsSync)(program))
            return program;
    }
    return undefined;
}
//# sourceMappingURL=project-esbuild.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/bundler/flags.js
/** Lists that esbuild's command takes as one flag for each item; the other lists are one flag with commas. */
const repeated = new Set(['drop', 'external', 'inject', 'pure']);
/**
 * Options of esbuild's JavaScript API as flags of its command: `keepNames: true` is `--keep-names`, and `define: { A: '1' }`
 * is `--define:A=1` (esbuild.github.io/api).
 * @returns `undefined` where one of them has no flag, as plugins do not
 */
function esbuildFlags(options) {
    const flags = [];
    for (const [name, value] of Object.entries(options)) {
        if (value === undefined || value === null)
            continue;
        const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
        if (name === 'plugins') {
            if (!Array.isArray(value) || value.length > 0)
                return undefined;
        }
        else if (value === true && name !== 'sourcesContent')
            flags.push(flag);
        else if (isScalar(value))
            flags.push(`${flag}=${value}`);
        else if (Array.isArray(value)) {
            if (!value.every(isScalar))
                return undefined;
            if (repeated.has(name))
                flags.push(...value.map((item) => `${flag}:${item}`));
            else if (value.length > 0)
                flags.push(`${flag}=${value.join(',')}`);
        }
        else {
            for (const [key, item] of Object.entries(value)) {
                if (!isScalar(item))
                    return undefined;
                flags.push(`${flag}:${key}=${item}`);
            }
        }
    }
    return flags;
}
function isScalar(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
//# sourceMappingURL=flags.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/src/typescript/preamble.js


/**
 * One line of JavaScript that makes a compiled module see itself where its source is: it requires, reads files and knows
 * its folder from there, though it lies in a folder of ours.
 * @param source the source file, absolute
 */
function preamble(source, format) {
    const file = JSON.stringify(source);
    const folder = JSON.stringify((0,external_node_path_.dirname)(source));
    const url = JSON.stringify((0,external_node_url_.pathToFileURL)(source).href);
    if (format === 'mjs') {
        return `import.meta.url=${url};import.meta.filename=${file};import.meta.dirname=${folder};`;
    }
    return `var require=require("node:module").createRequire(${file}),__filename=${file},__dirname=${folder};`;
}
//# sourceMappingURL=preamble.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/bundler/options.js


/** Options of the tools that pass the others on to esbuild, and those that say where the output goes, which is ours to say. */
const notForEsbuild = new Set([
    'absWorkingDir',
    'allowOverwrite',
    'buildConcurrency',
    'concurrency',
    'config',
    'configFile',
    'disableIncremental',
    'entryPoints',
    'exclude',
    'installExtraArgs',
    'keepOutputDirectory',
    'logLevel',
    'metafile',
    'nativeZip',
    'nodeExternals',
    'outExtension',
    'outbase',
    'outdir',
    'outfile',
    'outputBuildFolder',
    'outputFileExtension',
    'outputWorkFolder',
    'packager',
    'packagePath',
    'packagerOptions',
    'skipBuild',
    'skipBuildExcludeFns',
    'skipRebuild',
    'sourceRoot',
    'splitting',
    'stripEntryResolveExtensions',
    'watch',
    'write',
    'zipConcurrency',
]);
/** What Lambda's Node.js runtimes bring, and both tools leave out of a bundle. */
const broughtByLambda = ['@aws-sdk/*', 'aws-sdk'];
/**
 * The options to give esbuild: those of the configuration, less what belongs to the tool that passes them on, and with what
 * makes the bundle one that our bootstrap loads: one file, inline source map, a first line that tells it where it is.
 */
function bundleOptions(job) {
    const given = job.options;
    const format = formatOf(given, job.format);
    const output = (0,external_node_path_.join)(job.outputFolder, `${(0,external_node_path_.basename)(job.entry, (0,external_node_path_.extname)(job.entry))}.${format}`);
    const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !notForEsbuild.has(name)));
    const banner = isMapping(given['banner']) ? given['banner'] : {};
    const ownBanner = typeof banner['js'] === 'string' ? `\n${banner['js']}` : '';
    const excluded = given['exclude'] === undefined ? broughtByLambda : texts(given['exclude']);
    return {
        output,
        options: {
            platform: 'node',
            target: `node${job.nodeVersion}`,
            ...kept,
            ...(given['bundle'] === false ? { packages: 'external' } : {}),
            bundle: true,
            format: format === 'mjs' ? 'esm' : 'cjs',
            external: [...texts(given['external']), ...excluded.filter((name) => name !== '*'), ...job.external],
            banner: { ...banner, js: preamble(job.entry, format) + ownBanner },
            sourcemap: 'inline',
            sourcesContent: false,
            outfile: output,
        },
    };
}
/** The format that the options name, or the extension that they give the output. */
function formatOf(given, otherwise) {
    const { format, outputFileExtension, outExtension } = given;
    if (format === 'esm')
        return 'mjs';
    if (typeof format === 'string')
        return 'cjs';
    const extension = outputFileExtension ?? (isMapping(outExtension) ? outExtension['.js'] : undefined);
    if (extension === '.mjs')
        return 'mjs';
    return extension === '.cjs' ? 'cjs' : otherwise;
}
function texts(value) {
    if (typeof value === 'string')
        return [value];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=options.js.map
// EXTERNAL MODULE: ./lib/src/typescript/compile-errors.js
var compile_errors = __webpack_require__(8409);
// EXTERNAL MODULE: ./lib/src/typescript/run-compiler.js
var run_compiler = __webpack_require__(295);
;// CONCATENATED MODULE: ./lib/src/typescript/run-esbuild.js







/**
 * Bundles a handler with the project's esbuild: by its program where the options can be said on a command line, else by its
 * JavaScript API in a process of ours.
 * @returns the bundle
 * @throws UserError where the code, or a file with options, is wrong
 */
async function runEsbuild(job, extras, { main, program }, settings) {
    const { options, output } = bundleOptions(job);
    const hasFiles = extras.configFile !== undefined || extras.pluginsFile !== undefined || extras.decoratorMetadata;
    const flags = hasFiles || program === undefined ? undefined : esbuildFlags(options);
    if (program === undefined || flags === undefined) {
        return (0,compiler_process/* runCompilerProcess */.AD)({ kind: 'bundle', job, extras: { ...extras, esbuild: main } }, settings);
    }
    const { stderr, end } = await (0,run_compiler/* runCompiler */.J)({
        command: program,
        args: [(0,external_node_path_.relative)(job.root, job.entry), ...flags, '--log-level=error', '--color=false'],
        workingDirectory: job.root,
        environment: (0,compiler_process/* compilerEnvironment */.HD)(settings.environment),
        subject: (0,display_path/* displayPath */.G)(job.entry),
        signal: settings.signal,
    });
    if (end === 0)
        return output;
    throw (0,compile_errors/* bundleError */.l)(parseProblems(stderr), { subject: job.entry, root: job.root });
}
/** The errors in what esbuild's command prints: a line that is marked, and below it the place. */
function parseProblems(printed) {
    const parts = printed.split(/^✘ \[ERROR\] /m).slice(1);
    if (parts.length === 0)
        return [{ text: printed.trim().split('\n')[0] ?? '', location: null }];
    return parts.map((part) => {
        const place = /^ {4}(\S.*):(\d+):(\d+):$/m.exec(part);
        const text = (part.split(/\n\s*\n/)[0] ?? '').trim();
        const [, file = '', line, column] = place ?? [];
        return { text, location: place === null ? null : { file, line: Number(line), column: Number(column) } };
    });
}
//# sourceMappingURL=run-esbuild.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/tsconfig-chain.js





/**
 * Looks through the nearest `tsconfig.json` of a folder and all that it extends, without parsing them: esbuild passes over
 * what is missing and what it does not support.
 * @param given the `tsconfig.json` to use instead of the nearest one, absolute
 * @throws UserError where one of them is not there
 */
function readTsconfigFacts(folder, given) {
    const nearest = given ?? [...(0,ancestors/* ancestors */.T)(folder)].map((path) => (0,external_node_path_.join)(path, 'tsconfig.json')).find((path) => (0,external_node_fs_.existsSync)(path));
    if (nearest === undefined)
        return { decoratorMetadata: false };
    if (!(0,external_node_fs_.existsSync)(nearest)) {
        throw new user_error/* UserError */.y({ code: 'tsconfig-missing', message: `The file ${(0,display_path/* displayPath */.G)(nearest)} does not exist.` });
    }
    const seen = new Set();
    const visit = (file) => {
        if (seen.has(file))
            return false;
        seen.add(file);
        const text = withoutComments((0,external_node_fs_.readFileSync)(file, 'utf8'));
        const bases = extended(text).map((name) => locate(name, file, text));
        return /"emitDecoratorMetadata"\s*:\s*true/.test(text) || bases.map(visit).includes(true);
    };
    return { decoratorMetadata: visit(nearest) };
}
/** Comments become blanks, so that places stay where they are. Strings are stepped over. */
function withoutComments(text) {
    return text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) => match.startsWith('"') ? match : match.replace(/[^\n]/g, ' '));
}
function extended(text) {
    const value = /"extends"\s*:\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\])/.exec(text)?.[1] ?? '';
    return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([quoted]) => JSON.parse(quoted));
}
/** The file that an `extends` names: a path with or without its extension, or a file of a package (its `tsconfig.json`). */
function locate(name, file, text) {
    const isPath = (0,external_node_path_.isAbsolute)(name) || /^\.\.?(?:[/\\]|$)/.test(name);
    const places = isPath
        ? [(0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), name)]
        : [...(0,ancestors/* ancestors */.T)((0,external_node_path_.dirname)(file))].map((folder) => (0,external_node_path_.join)(folder, 'node_modules', name));
    for (const place of places) {
        const found = [place, `${place}.json`, (0,external_node_path_.join)(place, 'tsconfig.json'), baseOfPackage(place)].find((path) => path?.endsWith('.json') && (0,external_node_fs_.existsSync)(path));
        if (found !== undefined)
            return found;
    }
    const before = text.slice(0, text.indexOf(JSON.stringify(name))).split('\n');
    throw new user_error/* UserError */.y({
        code: 'tsconfig-invalid',
        message: `${(0,display_path/* displayPath */.G)(file)} extends "${name}", which was not found.`,
        hint: isPath ? 'The path is relative to the file that it stands in.' : 'Install the package that has it.',
        location: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 },
    });
}
/** A package may name its configuration in its `package.json`. */
function baseOfPackage(folder) {
    try {
        const { tsconfig, exports } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'package.json'), 'utf8'));
        const root = typeof exports === 'object' && exports !== null && '.' in exports ? exports['.'] : exports;
        const named = [tsconfig, root].find((value) => typeof value === 'string');
        return named === undefined ? undefined : (0,external_node_path_.join)(folder, String(named));
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=tsconfig-chain.js.map
;// CONCATENATED MODULE: ./lib/src/typescript/compile-handler.js










/** Tools whose own configuration is a program that is not run here. */
const notRun = new Set(['serverless-webpack', 'serverless-bundle']);
/** Options that only a bundler can carry out. Without one, code that counts on them would run differently, or not at all. */
const bundlerOptions = ['alias', 'banner', 'conditions', 'define', 'drop', 'inject', 'loader', 'mainFields', 'plugins'];
/**
 * Compiles a handler: with the project's own esbuild and the options of its configuration, or with the compiler that comes
 * with us where there is no esbuild, or where the project compiles file by file. Nothing is written into the project.
 * @throws UserError where the code or the configuration of its build is wrong
 */
async function compileHandler(build) {
    const { settings, source, root, report } = build;
    if (settings !== undefined && notRun.has(settings.tool)) {
        report({
            severity: 'notice',
            code: 'bundler-replaced',
            message: `${settings.tool} is not run here: ${(0,display_path/* displayPath */.G)(source)} is compiled with esbuild's defaults instead.`,
            hint: 'Code that needs its loaders or plugins has to be built in a step before, and the handler to name what was built.',
        });
    }
    const { folder, remove } = await (0,compiler_process/* temporaryFolder */.yy)();
    try {
        const isFileByFile = settings?.tool === 'serverless-plugin-typescript';
        const esbuild = isFileByFile ? undefined : (findEsbuild((0,external_node_path_.dirname)(source)) ?? findEsbuild(root));
        const file = esbuild === undefined ? await compileFiles(build, folder) : await bundle(build, folder, esbuild);
        const leavesPackages = esbuild === undefined || !choosesPackages(settings);
        return { file, requiresEsModules: leavesPackages && !isFileByFile, [Symbol.asyncDispose]: remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
/** Whether the project's configuration says which packages a bundle holds. Otherwise they are left to Node. */
function choosesPackages(settings) {
    return settings !== undefined && !notRun.has(settings.tool);
}
function bundle(build, folder, esbuild) {
    const { source, root, nodeVersion, provider, settings } = build;
    const { configFile, pluginsFile, tsconfig } = settings ?? {};
    const given = settings?.options['tsconfig'];
    const usedTsconfig = tsconfig ?? (typeof given === 'string' ? (0,external_node_path_.resolve)(root, given) : undefined);
    const { decoratorMetadata } = readTsconfigFacts((0,external_node_path_.dirname)(source), usedTsconfig);
    const followsPackage = settings === undefined || settings.tool === 'build.esbuild';
    return runEsbuild({
        entry: source,
        root,
        outputFolder: createLinkedFolders(folder)((0,external_node_path_.dirname)(source)),
        format: followsPackage ? moduleFormat(source) : 'cjs',
        nodeVersion,
        options: settings?.options ?? {},
        external: choosesPackages(settings) ? [] : declaredPackages((0,external_node_path_.dirname)(source)),
    }, {
        provider,
        decoratorMetadata,
        ...(configFile === undefined ? {} : { configFile }),
        ...(pluginsFile === undefined ? {} : { pluginsFile }),
        ...(usedTsconfig === undefined ? {} : { tsconfig: usedTsconfig }),
    }, esbuild, build);
}
/** Without a bundler: each file on its own, by the compiler that comes with us. */
function compileFiles(build, folder) {
    const { source, root, settings } = build;
    const { tool, options = {}, configFile, pluginsFile } = settings ?? {};
    const file = configFile ?? pluginsFile;
    const option = bundlerOptions.find((name) => options[name] !== undefined);
    if (tool !== 'serverless-plugin-typescript' && (file !== undefined || option !== undefined)) {
        const needs = file === undefined ? `its option "${option}"` : `what ${(0,display_path/* displayPath */.G)(file)} sets`;
        throw new user_error/* UserError */.y({
            code: 'esbuild-missing',
            message: `${(0,display_path/* displayPath */.G)(source)} is to be compiled by ${tool}, and ${needs} needs esbuild, which was not found in the project.`,
            hint: 'Install it in the project: npm install --save-dev esbuild.',
        });
    }
    const given = settings?.tsconfig ?? options['tsconfig'];
    const format = options['format'] === 'esm' ? 'mjs' : options['format'] === 'cjs' ? 'cjs' : undefined;
    const job = {
        entry: source,
        outputFolder: folder,
        ...(typeof given === 'string' ? { tsconfig: (0,external_node_path_.resolve)(root, given) } : {}),
        ...(format === undefined ? {} : { format: format }),
    };
    return (0,compiler_process/* runCompilerProcess */.AD)({ kind: 'graph', job }, build);
}
//# sourceMappingURL=compile-handler.js.map

/***/ }),

/***/ 5771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ runCompilerProcess),
/* harmony export */   HD: () => (/* binding */ compilerEnvironment),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4575);
/* harmony import */ var _compile_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8409);
/* harmony import */ var _run_compiler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(295);






/**
 * Runs our compiler process.
 * @returns the file that was compiled to
 * @throws UserError where the code, or a file with options, is wrong
 */
async function runCompilerProcess(job, settings) {
    const { entry } = job.job;
    const root = job.kind === 'bundle' ? job.job.root : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry);
    const { stdout, stderr, answer, end } = await (0,_run_compiler_js__WEBPACK_IMPORTED_MODULE_5__/* .runCompiler */ .J)({
        command: process.execPath,
        args: [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(settings.chunks, 'typescript', 'index.js'), JSON.stringify(job)],
        workingDirectory: root,
        environment: compilerEnvironment(settings.environment),
        subject: (0,_diagnostics_display_path_js__WEBPACK_IMPORTED_MODULE_3__/* .displayPath */ .G)(entry),
        signal: settings.signal,
    });
    const result = answer === '' ? ended(entry, end, stderr || stdout) : JSON.parse(answer);
    if ('file' in result)
        return result.file;
    throw (0,_compile_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .compileError */ .y)(result, { subject: entry, root });
}
/** A folder of our own for compiled code, by its real path (Node names modules by theirs), and its removal. */
async function temporaryFolder() {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'invoke-local-build-')));
    return { folder, remove: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }) };
}
/** Options that are meant for the handler's Node are not meant for the compiler's. */
function compilerEnvironment({ NODE_OPTIONS: _, ...rest }) {
    return rest;
}
/** A process that gave no answer: a plugin or a configuration file of the project ended it, or it is a defect of ours. */
function ended(entry, end, output) {
    const message = `The compiler ended with ${end} before it gave its answer: ${output.trim().split('\n').slice(-20).join('\n')}`;
    return { failure: { code: 'compiler-ended', message, location: { file: entry } } };
}
//# sourceMappingURL=compiler-process.js.map

/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runCompiler)
/* harmony export */ });
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3001);
/* harmony import */ var _process_process_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3083);


const defaultTimeoutMs = 60_000;
/**
 * Runs a compiler to its end, in a process group of its own that is gone when this settles.
 * @throws UserError where it takes too long
 * @throws the signal's reason where it was aborted
 */
async function runCompiler(run) {
    run.signal.throwIfAborted();
    const { timeoutMs = defaultTimeoutMs } = run;
    const child = (0,_process_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .spawnGroup */ .j8)(run.command, run.args, {
        cwd: run.workingDirectory,
        env: run.environment,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let timedOut = false;
    const kill = () => {
        if (child.pid !== undefined)
            (0,_process_process_group_js__WEBPACK_IMPORTED_MODULE_1__/* .killGroup */ .i0)(child.pid);
    };
    const timer = setTimeout(() => {
        timedOut = true;
        kill();
    }, timeoutMs);
    run.signal.addEventListener('abort', kill);
    const collected = [1, 2, 3].map((descriptor) => collect(child.stdio[descriptor]));
    const end = await new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    clearTimeout(timer);
    run.signal.removeEventListener('abort', kill);
    run.signal.throwIfAborted();
    if (timedOut) {
        throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y({
            code: 'compile-timeout',
            message: `Compiling ${run.subject} took longer than ${timeoutMs / 1000} s and was ended.`,
        });
    }
    const [stdout = '', stderr = '', answer = ''] = collected.map((read) => read());
    return { stdout, stderr, answer, end };
}
function collect(stream) {
    const pieces = [];
    stream?.on('data', (chunk) => pieces.push(chunk));
    return () => Buffer.concat(pieces).toString('utf8');
}
//# sourceMappingURL=run-compiler.js.map

/***/ })

};
;
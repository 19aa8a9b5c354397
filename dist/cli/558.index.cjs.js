"use strict";
exports.id = 558;
exports.ids = [558,77];
exports.modules = {

/***/ 2558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  javaLaunches: () => (/* binding */ javaLaunches)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/candidate.js
var candidate = __webpack_require__(4584);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/tool-cache.js
var tool_cache = __webpack_require__(4308);
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/java.js





/** Where Linux distributions and GitHub's images put JDKs. */
const systemFolder = '/usr/lib/jvm';
/**
 * The JVMs that may run a function, best first: those of the declared version (`JAVA_HOME`, `PATH`, the `JAVA_HOME_17_X64` of
 * GitHub's images and of actions/setup-java, the tool cache, the system's), then newer ones, which run the same class files, the
 * nearest first, then those whose version cannot be told, then older ones.
 */
function findJavas({ version, environment }) {
    const homes = [
        environment['JAVA_HOME'],
        ...versionedHomes(environment),
        ...cachedHomes(environment),
        ...systemHomes(),
    ];
    const onPath = (0,search_path/* findOnPath */.a)('java', environment['PATH']);
    const [first, ...others] = homes.map(javaOf);
    const seen = new Set();
    const candidates = [first, onPath, ...others].flatMap((command) => {
        const real = command === undefined ? undefined : realPath(command);
        if (command === undefined || real === undefined || seen.has(real))
            return [];
        seen.add(real);
        const found = javaVersion(command);
        return [{ command, ...(found === undefined ? {} : { version: found }) }];
    });
    return candidates.sort((a, b) => rank(a, version) - rank(b, version));
}
/**
 * The version of a JVM that is not asked, from the file `release` of its folder: `17.0.15`, and `8.0.452` for what calls itself
 * `1.8.0_452`. `undefined` where the program is a shim, or of an installation without that file.
 */
function javaVersion(command) {
    return releaseOf(command)?.version;
}
/** Whether a JVM is built for musl, as Alpine's are, by the file `release` of its folder. */
function isMuslJava(command) {
    return releaseOf(command)?.libc === 'musl';
}
function releaseOf(command) {
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(realPath(command) ?? command));
    for (const home of [folder, (0,external_node_path_.dirname)(folder)]) {
        try {
            const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(home, 'release'), 'utf8');
            const version = /^JAVA_VERSION="(?:1\.)?([\d._]+)/m.exec(text)?.[1]?.replaceAll('_', '.');
            const libc = /^LIBC="(\w+)"/m.exec(text)?.[1];
            return { ...(version === undefined ? {} : { version }), ...(libc === undefined ? {} : { libc }) };
        }
        catch {
            // A JRE inside of a JDK 8 has the file a folder higher, and a shim has none.
        }
    }
    return undefined;
}
function rank({ version }, declared) {
    if ((0,candidate/* matches */.c)(version, declared))
        return 0;
    if (version === undefined)
        return 500;
    const distance = Number.parseInt(version, 10) - Number(declared);
    return distance > 0 ? distance : 1000 - distance;
}
/** The values of `JAVA_HOME_17_X64` and its like, for this machine's architecture, the newest version first. */
function versionedHomes(environment) {
    const ofMachine = new RegExp(`^JAVA_HOME_(\\d+)_${process.arch}$`, 'i');
    return Object.entries(environment)
        .flatMap(([name, home]) => {
        const version = ofMachine.exec(name)?.[1];
        return version === undefined || home === undefined ? [] : [{ version: Number(version), home }];
    })
        .sort((a, b) => b.version - a.version)
        .map(({ home }) => home);
}
/** The JDKs and JREs of the runner's tool cache, each distribution's newest version first. */
function cachedHomes(environment) {
    const cache = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
    if (cache === undefined || cache === '')
        return [];
    const tools = (0,tool_cache/* folders */.oW)(cache).filter((name) => /^Java_.+_(?:jdk|jre)$/i.test(name));
    return tools.flatMap((tool) => (0,tool_cache/* folders */.oW)((0,external_node_path_.join)(cache, tool))
        .sort(tool_cache/* byVersion */.oN)
        .reverse()
        .map((version) => (0,external_node_path_.join)(cache, tool, version, process.arch))
        .filter((folder) => (0,external_node_fs_.existsSync)(`${folder}.complete`)));
}
function systemHomes() {
    if (process.platform !== 'linux')
        return [];
    return (0,tool_cache/* folders */.oW)(systemFolder)
        .sort()
        .map((name) => (0,external_node_path_.join)(systemFolder, name));
}
/** The program of a JDK or JRE; on macOS its home may lie deeper. */
function javaOf(home) {
    if (home === undefined || home === '')
        return undefined;
    const places = process.platform === 'darwin' ? [home, (0,external_node_path_.join)(home, 'Contents', 'Home')] : [home];
    return places.map((place) => (0,search_path/* executable */.F)((0,external_node_path_.join)(place, 'bin', 'java'))).find((command) => command !== undefined);
}
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=java.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/interpreter/java-flags.js
/** The most that Lambda keeps of a function's memory for classes and for compiled code, in KiB: 160 and 80 MiB. */
const maxMetaspaceKib = 163_840;
const maxCodeCacheKib = 81_920;
/**
 * The flags with which Lambda starts the JVM, as functions that print their own command line show them: the heap gets the memory
 * less 10 % (at most 160 MiB) for classes and 5 % (at most 80 MiB) for compiled code, so 85 % up to 1600 MB, and from Java 17 on only
 * the first compiler works (developer guide, "Customize Java runtime startup behavior"). `JAVA_TOOL_OPTIONS` adds to them, and
 * loses to them, as in Lambda: the JVM itself sees to that. What only Lambda's image has (its class archive, its Log4j patch) is
 * left out, and a flag goes only to a version that is known to have it.
 */
function javaFlags({ declared, version, memorySizeMiB }) {
    const memoryKib = memorySizeMiB * 1024;
    const metaspaceKib = Math.min(Math.round(memoryKib * 0.1), maxMetaspaceKib);
    const codeCacheKib = Math.min(Math.round(memoryKib * 0.05), maxCodeCacheKib);
    const heap = `-XX:MaxHeapSize=${memoryKib - metaspaceKib - codeCacheKib}k`;
    const major = Number.parseInt(version ?? declared, 10);
    const forVersion = [
        ...(major >= 9 ? ['--add-opens=java.base/java.io=ALL-UNNAMED'] : []),
        ...(major >= 17 ? ['-XX:+ErrorFileToStderr'] : []),
        ...(major >= 24 ? ['--enable-native-access=ALL-UNNAMED'] : []),
    ];
    if (Number(declared) < 17) {
        return [
            heap,
            `-XX:MaxMetaspaceSize=${metaspaceKib}k`,
            `-XX:ReservedCodeCacheSize=${codeCacheKib}k`,
            '-XX:+UseSerialGC',
            '-Djava.net.preferIPv4Stack=true',
            ...forVersion,
        ];
    }
    return [
        heap,
        '-XX:+UseSerialGC',
        '-XX:+TieredCompilation',
        '-XX:TieredStopAtLevel=1',
        '-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac',
        ...forVersion,
    ];
}
//# sourceMappingURL=java-flags.js.map
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./lib/src/lambda/java/dependencies.js

/**
 * The jars of a library and of all that it needs to run, itself first. Of each library it is the version that is named first, as
 * Maven chooses.
 * @returns `missing` has what is not in the repository
 */
function jarsOf(library, repository) {
    const jars = [];
    const missing = [];
    const seen = new Set();
    const waiting = [library];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const id = `${next.group}:${next.name}`;
        if (seen.has(id))
            continue;
        seen.add(id);
        const jar = repository.file(next, 'jar');
        if (jar === undefined)
            missing.push(`${id}:${next.version}`);
        else
            jars.push(jar);
        const pom = repository.file(next, 'pom');
        if (pom === undefined)
            continue;
        for (const { version, ...artifact } of dependenciesOf((0,external_node_fs_.readFileSync)(pom, 'utf8'))) {
            const known = version ?? repository.versions(artifact)[0];
            if (known === undefined)
                missing.push(`${artifact.group}:${artifact.name}`);
            else
                waiting.push({ ...artifact, version: known });
        }
    }
    return { jars, missing };
}
/**
 * What a POM says that its library needs to run. A version that is left to another POM is not known.
 * @param text the POM
 */
function dependenciesOf(text) {
    const pom = text.replaceAll(/<!--.*?-->/gs, '');
    const own = pom.replaceAll(/<(dependencyManagement|build|profiles|reporting)>.*?<\/\1>/gs, '');
    const blocks = /<dependencies>(.*?)<\/dependencies>/s.exec(own)?.[1] ?? '';
    return [...blocks.matchAll(/<dependency>(.*?)<\/dependency>/gs)].flatMap(([, block = '']) => {
        const of = (tag) => dependencies_element(block.replaceAll(/<exclusions>.*?<\/exclusions>/gs, ''), tag);
        const group = of('groupId');
        const name = of('artifactId');
        const isWanted = ['compile', 'runtime', undefined].includes(of('scope')) && of('optional') !== 'true';
        if (group === undefined || name === undefined || !isWanted)
            return [];
        const version = withProperties(of('version'), own);
        return [{ group: withProperties(group, own) ?? group, name, ...(version === undefined ? {} : { version }) }];
    });
}
function dependencies_element(text, tag) {
    return new RegExp(`<${tag}>\\s*([^<]*?)\\s*</${tag}>`).exec(text)?.[1];
}
/** A value with the POM's own properties filled in; `undefined` where one of them is not the POM's own. */
function withProperties(value, pom) {
    const name = value === undefined ? undefined : /\$\{([^}]+)\}/.exec(value)?.[1];
    if (value === undefined || name === undefined)
        return value;
    const head = pom.replace(/<dependencies>.*?<\/dependencies>/s, '').replace(/<parent>.*?<\/parent>/s, '');
    const parent = /<parent>.*?<\/parent>/s.exec(pom)?.[0] ?? '';
    const property = dependencies_element(head, name.replace(/^(?:project|pom)\./, '').replaceAll('.', '\\.'));
    const inherited = /^(?:project|pom)\./.test(name)
        ? dependencies_element(parent, name.replace(/^(?:project|pom)\.(?:parent\.)?/, ''))
        : undefined;
    const known = property ?? inherited;
    return known === undefined || known.includes('${') ? undefined : value.replace(`\${${name}}`, known);
}
//# sourceMappingURL=dependencies.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/java/maven-repository.js



/** Maven's local repository: `<group as folders>/<name>/<version>/<name>-<version>.jar`. */
function mavenRepository(root) {
    const folder = ({ group, name }) => (0,external_node_path_.join)(root, ...group.split('.'), name);
    const file = (artifact, extension) => {
        const { name, version } = artifact;
        const path = (0,external_node_path_.join)(folder(artifact), version, `${name}-${version}.${extension}`);
        return (0,external_node_fs_.existsSync)(path) ? path : undefined;
    };
    return { file, versions: (artifact) => newestFirst((0,tool_cache/* folders */.oW)(folder(artifact)), artifact, file) };
}
/** Gradle's cache: `<group>/<name>/<version>/<hash of the file>/<name>-<version>.jar`. */
function gradleCache(home) {
    const root = (0,external_node_path_.join)(home, 'caches', 'modules-2', 'files-2.1');
    const file = ({ group, name, version }, extension) => {
        const folder = (0,external_node_path_.join)(root, group, name, version);
        const paths = (0,tool_cache/* folders */.oW)(folder).map((hash) => (0,external_node_path_.join)(folder, hash, `${name}-${version}.${extension}`));
        return paths.find((path) => (0,external_node_fs_.existsSync)(path));
    };
    return {
        file,
        versions: (artifact) => newestFirst((0,tool_cache/* folders */.oW)((0,external_node_path_.join)(root, artifact.group, artifact.name)), artifact, file),
    };
}
/**
 * Where Maven's local repository is: `MAVEN_REPO`, else the `localRepository` of the user's settings, else `~/.m2/repository`.
 * @param home the user's home folder
 */
function localRepository(environment, home) {
    const named = environment['MAVEN_REPO'] || settingsRepository((0,external_node_path_.join)(home, '.m2', 'settings.xml'));
    return named?.replace(/\$\{user\.home\}/, home) ?? (0,external_node_path_.join)(home, '.m2', 'repository');
}
function settingsRepository(file) {
    try {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8').replaceAll(/<!--.*?-->/gs, '');
        return /<localRepository>\s*([^<]+?)\s*<\/localRepository>/.exec(text)?.[1];
    }
    catch {
        return undefined;
    }
}
function newestFirst(versions, artifact, file) {
    return versions
        .filter((version) => /^\d+(?:\.\d+)*$/.test(version) && file({ ...artifact, version }, 'jar') !== undefined)
        .sort(tool_cache/* byVersion */.oN)
        .reverse();
}
//# sourceMappingURL=maven-repository.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/java/runtime-client.js





/** AWS's own client of the Runtime API for Java. */
const runtimeClient = { group: 'com.amazonaws', name: 'aws-lambda-java-runtime-interface-client' };
/** The class whose `main` is that client. */
const runtimeClientClass = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';
/** The libraries that the client's jar is of no use without, by the names of their jars. */
const companions = /^(?:aws-lambda-java-(?:core|serialization)|utils-lite|annotations)-\d[\w.-]*\.jar$/;
const clientJar = new RegExp(`^${runtimeClient.name}-\\d[\\w.-]*\\.jar$`);
/**
 * Looks for the client in the function's code: among its classes, then in its `lib` folder, which Lambda has on the class path.
 * @param taskRoot the folder of the unpacked code
 */
function clientInCode(taskRoot) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(taskRoot, ...`${runtimeClientClass}.class`.replaceAll(/\.(?!class$)/g, '/').split('/')))) {
        return { kind: 'classes' };
    }
    return clientInFolder((0,external_node_path_.join)(taskRoot, 'lib'));
}
/** Looks for the client among the jars of a folder. */
function clientInFolder(folder) {
    const jar = jarsIn(folder).findLast((name) => clientJar.test(name));
    return jar === undefined ? undefined : clientOfJar((0,external_node_path_.join)(folder, jar));
}
/** Looks for the client in Maven's local repository and in Gradle's cache: the newest version, Maven's where both have one. */
function clientInRepositories(environment, home) {
    const repositories = [
        mavenRepository(localRepository(environment, home)),
        gradleCache(environment['GRADLE_USER_HOME'] || (0,external_node_path_.join)(home, '.gradle')),
    ];
    const found = repositories.flatMap((repository) => {
        const [version] = repository.versions(runtimeClient);
        return version === undefined ? [] : [withDependencies({ ...runtimeClient, version }, repository)];
    });
    return found.find(({ kind }) => kind === 'jars') ?? found[0];
}
/** The client that the caller names: its jar, with what lies beside it, or a folder of which every jar is taken. */
function givenClient(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found?.isFile())
        return clientOfJar(path);
    const jars = found?.isDirectory() ? jarsIn(path) : [];
    return jars.length === 0 ? undefined : { kind: 'jars', jars: jars.map((name) => (0,external_node_path_.join)(path, name)) };
}
/** The jars of a folder by their names, in the order in which Lambda puts them on the class path. */
function jarsIn(folder) {
    return (0,tool_cache/* folders */.oW)(folder)
        .filter((name) => name.endsWith('.jar'))
        .sort();
}
/** A jar with what it needs: by its POM where it lies in a repository of Maven, else what lies beside it. */
function clientOfJar(jar) {
    const folder = (0,external_node_path_.dirname)(jar);
    const [, version] = new RegExp(`^${runtimeClient.name}-(.+)\\.jar$`).exec((0,external_node_path_.basename)(jar)) ?? [];
    if (version !== undefined) {
        const client = { ...runtimeClient, version };
        const levels = [...runtimeClient.group.split('.'), runtimeClient.name, version];
        const repository = mavenRepository((0,external_node_path_.join)(folder, ...levels.map(() => '..')));
        if (repository.file(client, 'jar') === jar)
            return withDependencies(client, repository);
    }
    const beside = jarsIn(folder).filter((name) => companions.test(name));
    return { kind: 'jars', jars: [jar, ...beside.map((name) => (0,external_node_path_.join)(folder, name))] };
}
function withDependencies(client, repository) {
    const { jars, missing } = jarsOf(client, repository);
    const [jar = ''] = jars;
    return missing.length === 0 ? { kind: 'jars', jars } : { kind: 'incomplete', jar, missing };
}
//# sourceMappingURL=runtime-client.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/java/native-library.js






/** The system property by which the client is told where its native library is. */
const libraryProperty = 'com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI';
/**
 * Unpacks the native library of AWS's client, as Lambda's image has it. Left to itself, the client unpacks it to one fixed file
 * in `/tmp`, where those of sandboxes that start at the same time get into each other's way.
 * @param command the JVM that will load it
 * @param folder where to unpack it; `undefined` leaves it to the client
 * @returns the flags that tell the client; none where it has to see to itself
 */
async function nativeLibraryFlags(client, command, taskRoot, folder) {
    const libc = isMuslJava(command) ? 'linux_musl' : 'linux';
    const name = `libaws-lambda-jni.${libc}-${process.arch === 'arm64' ? 'aarch_64' : 'x86_64'}.so`;
    if (client.kind === 'classes') {
        const file = (0,external_node_path_.join)(taskRoot, 'jni', name);
        return (0,external_node_fs_.existsSync)(file) ? [`-D${libraryProperty}=${file}`] : [];
    }
    const jars = client.kind === 'jars' ? client.jars : [];
    const jar = jars.find((each) => (0,external_node_path_.basename)(each).startsWith(runtimeClient.name)) ?? jars[0];
    if (jar === undefined || folder === undefined)
        return [];
    const file = (0,external_node_path_.join)(folder, name);
    return (await extract(jar, `jni/${name}`, file)) ? [`-D${libraryProperty}=${file}`] : [];
}
/** Unpacks one file of a jar; `false` where the jar has none of that name, or is none. */
async function extract(jar, name, file) {
    const zip = await (0,yauzl/* openPromise */.sO)(jar, { autoClose: false }).catch(() => undefined);
    if (zip === undefined)
        return false;
    try {
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName !== name)
                continue;
            await (0,promises_.pipeline)(await zip.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(file));
            return true;
        }
        return false;
    }
    finally {
        zip.close();
    }
}
//# sourceMappingURL=native-library.js.map
// EXTERNAL MODULE: ./lib/src/lambda/java/project-build.js
var project_build = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/src/invoke/launches/given-interpreter.js
var given_interpreter = __webpack_require__(8537);
;// CONCATENATED MODULE: ./lib/src/invoke/launches/java.js











/** The version of AWS's client that messages name: one that runs every Java that Lambda has. */
const adviceVersion = '2.8.7';
/**
 * The JVMs that can run a function's handler, each with AWS's own runtime interface client, which Lambda's runtimes for Java
 * are made of.
 */
const javaLaunches = async (input, { version: declared }) => {
    const { function: fn, placed, request, environment } = input;
    await refuseOtherSystems(fn);
    await refuseFolderWithoutClasses(fn);
    const given = (0,given_interpreter/* givenInterpreter */.M)(request);
    const candidates = given === undefined ? findJavas({ version: declared, environment: request.hostEnvironment }) : [withVersion(given)];
    const [best] = candidates;
    if (best === undefined)
        return [];
    const client = await findClient(input);
    const library = await nativeLibraryFlags(client, best.command, placed.taskRoot, placed.temporary);
    const path = classPath(client, placed).join(external_node_path_.delimiter);
    return candidates.map(({ command, version }) => ({
        command,
        args: [
            ...javaFlags({ declared, version, memorySizeMiB: fn.memorySizeMiB }),
            ...library,
            '-classpath',
            path,
            runtimeClientClass,
            environment['_HANDLER'] ?? fn.handler,
        ],
        telemetry: true,
        ...(version === undefined ? {} : { interpreter: `java ${version}` }),
    }));
};
function withVersion({ command }) {
    const version = javaVersion(command);
    return version === undefined ? { command } : { command, version };
}
/**
 * The client loads the code itself, from its working folder and from the jars in `lib`, as in Lambda. Two things it can't find,
 * and then all of the code goes on the class path, in the same order: jars of layers, which it looks for in `/opt` alone, and
 * jars beside code that it is itself a part of.
 */
function classPath(client, { taskRoot, layerRoot }) {
    const jarsBelow = (folder) => jarsIn(folder).map((name) => (0,external_node_path_.join)(folder, name));
    const ofLayers = layerRoot === undefined ? [] : jarsBelow((0,external_node_path_.join)(layerRoot, 'java', 'lib'));
    const jars = client.kind === 'jars' ? client.jars : [];
    if (client.kind === 'jars' && ofLayers.length === 0)
        return [...jars];
    return [...jars, taskRoot, ...jarsBelow((0,external_node_path_.join)(taskRoot, 'lib')), ...ofLayers];
}
/** @throws UserError where there is no client, or one without what it needs */
async function findClient({ function: fn, placed, request }) {
    const { taskRoot, layerRoot } = placed;
    const client = request.javaRuntimeClient === undefined
        ? (clientInCode(taskRoot) ??
            (layerRoot === undefined ? undefined : clientInFolder((0,external_node_path_.join)(layerRoot, 'java', 'lib'))) ??
            clientInRepositories(request.hostEnvironment, request.hostEnvironment['HOME'] || (0,external_node_os_.homedir)()))
        : await clientOfCaller((0,external_node_path_.resolve)(request.workingDirectory, request.javaRuntimeClient));
    const name = `${runtimeClient.group}:${runtimeClient.name}`;
    if (client === undefined) {
        throw new user_error/* UserError */.y({
            code: 'java-client-missing',
            message: `AWS's runtime interface client for Java was not found, without which ${fn.key} can't be run: ${name} is neither in its artifact nor in Maven's local repository nor in Gradle's cache.`,
            hint: `Add a step "run: mvn -q dependency:get -Dartifact=${name}:${adviceVersion}" before this one, or name its jar with the java-runtime-client option.`,
            location: await fn.origin('runtime'),
        });
    }
    if (client.kind !== 'incomplete')
        return client;
    throw new user_error/* UserError */.y({
        code: 'java-client-incomplete',
        message: `AWS's runtime interface client for Java, ${(0,display_path/* displayPath */.G)(client.jar)}, lacks what it needs: ${client.missing.join(', ')} is not beside it.`,
        hint: `Fetch it with all that it needs: "mvn -q dependency:get -Dartifact=${name}:${adviceVersion}".`,
    });
}
async function clientOfCaller(path) {
    const client = givenClient(path);
    if (client !== undefined)
        return client;
    throw new user_error/* UserError */.y({
        code: 'java-client-not-found',
        message: `The Java runtime client ${(0,display_path/* displayPath */.G)(path)} is neither a jar nor a folder with jars.`,
        hint: `Name the jar of ${runtimeClient.group}:${runtimeClient.name}, or a folder with it and the jars that it needs.`,
    });
}
async function refuseOtherSystems(fn) {
    if (process.platform === 'linux')
        return;
    throw new user_error/* UserError */.y({
        code: 'java-client-platform',
        message: `${fn.key} declares ${fn.runtime}, and AWS's runtime interface client for Java runs on Linux alone.`,
        hint: 'Run it on Linux, such as with "runs-on: ubuntu-latest".',
        location: await fn.origin('runtime'),
    });
}
/** Code in a folder is the sources, as a rule: Lambda would get them as they are, and find no class in them. */
async function refuseFolderWithoutClasses(fn) {
    if (fn.code.kind !== 'folder')
        return;
    const { folder } = fn.code;
    const [className = ''] = fn.handler.split('::');
    const classFile = `${className.replaceAll('.', '/')}.class`;
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, classFile)) || jarsIn((0,external_node_path_.join)(folder, 'lib')).length > 0)
        return;
    const build = (0,project_build.findProjectBuild)(folder, folder);
    const built = build?.artifacts.map((file) => (0,external_node_path_.relative)(folder, file))[0];
    const artifact = `\`package.artifact\`${built === undefined ? '' : `, such as ${built}`}`;
    throw new user_error/* UserError */.y({
        code: 'java-artifact-needed',
        message: `${fn.key} has no \`package.artifact\`, and ${(0,display_path/* displayPath */.G)(folder)} has no ${classFile}: a function in Java is deployed as the jar or zip file that its build makes.`,
        hint: build === undefined || built !== undefined
            ? `Name it as ${artifact}.`
            : `Build it with \`${build.command}\`, and name it as ${artifact}.`,
        location: await fn.origin('handler'),
    });
}
//# sourceMappingURL=java.js.map

/***/ }),

/***/ 6077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findProjectBuild: () => (/* binding */ findProjectBuild),
/* harmony export */   missingArtifactHint: () => (/* binding */ missingArtifactHint)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4308);



/** Jars that a build makes beside the one that is deployed. */
const byproducts = /^original-|-(?:sources|javadoc|tests|plain)\.jar$/;
/**
 * Looks for the build of a project on the JVM, from a folder upwards.
 * @param folder where to begin; it need not exist
 * @param root the last folder that is looked at, as is that of a repository
 */
function findProjectBuild(folder, root) {
    for (let place = folder;; place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const command = buildCommand(place);
        if (command !== undefined)
            return { folder: place, command, artifacts: builtArtifacts(place) };
        if (place === root || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, '.git')) || place === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place))
            return undefined;
    }
}
/**
 * How an artifact that is not there is built, or which other one the build has made.
 * @param file the artifact, absolute
 * @param root the service's root
 * @returns `undefined` where there is no build
 */
function missingArtifactHint(file, root) {
    const build = findProjectBuild((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), root);
    if (build === undefined)
        return undefined;
    const shown = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const [made, ...others] = build.artifacts.slice(0, 3).map(shown);
    const folder = shown(build.folder);
    const command = `\`${build.command}\`${folder === '' ? '' : ` (in ${folder})`}`;
    if (made === undefined)
        return `Build it in a step before: ${command}.`;
    const names = [made, ...others].join(' or ');
    return `Did you mean ${names}, which the build has made? Else build it in a step before: ${command}.`;
}
function buildCommand(folder) {
    const has = (...names) => names.some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)));
    if (has('pom.xml'))
        return `${has('mvnw') ? './mvnw' : 'mvn'} -q package`;
    if (has('build.gradle', 'build.gradle.kts'))
        return `${has('gradlew') ? './gradlew' : 'gradle'} build`;
    return has('build.sbt') ? 'sbt assembly' : undefined;
}
function builtArtifacts(folder) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'target');
    const scala = (0,_interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .folders */ .oW)(target).filter((name) => name.startsWith('scala-'));
    const places = [
        target,
        ...scala.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, name)),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'build', 'distributions'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'build', 'libs'),
    ];
    return places
        .flatMap((place) => (0,_interpreter_tool_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .folders */ .oW)(place).map((name) => ({ file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, name), name })))
        .filter(({ name }) => /\.(?:jar|zip)$/.test(name) && !byproducts.test(name))
        .map(({ file }) => ({ file, madeAtMs: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
        .sort((a, b) => b.madeAtMs - a.madeAtMs)
        .map(({ file }) => file);
}
//# sourceMappingURL=project-build.js.map

/***/ })

};
;
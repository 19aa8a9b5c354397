"use strict";
exports.id = 748;
exports.ids = [748];
exports.modules = {

/***/ 5748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainEntrypoint: () => (/* binding */ explainEntrypoint)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/lambda/interpreter/search-path.js
var search_path = __webpack_require__(1409);
// EXTERNAL MODULE: ./lib/src/lambda/elf-machine.js
var elf_machine = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/src/native/describe-program.js


const magics = [
    ['feedface', 'macos'],
    ['feedfacf', 'macos'],
    ['cefaedfe', 'macos'],
    ['cffaedfe', 'macos'],
    ['cafebabe', 'macos'],
    ['4d5a', 'windows'],
    ['504b0304', 'archive'],
    ['213c617263683e', 'archive'],
    ['1f8b', 'archive'],
];
/**
 * Tells what kind of program a file is.
 * @returns `undefined` where it can't be read
 */
function describeProgram(file) {
    const head = firstBytes(file, 4096);
    if (head === undefined)
        return undefined;
    if (head.length === 0)
        return { kind: 'empty' };
    const machine = (0,elf_machine/* elfMachine */.x)(head);
    if (machine !== undefined) {
        const loader = elfLoader(head);
        return { kind: 'linux', machine, ...(loader === undefined ? {} : { loader }) };
    }
    const hex = head.subarray(0, 8).toString('hex');
    const known = magics.find(([magic]) => hex.startsWith(magic));
    if (known !== undefined)
        return { kind: known[1] };
    const shebang = /^#![ \t]*([^\s]+)[^\r\n]*(\r?)\n/.exec(head.toString('utf8'));
    if (shebang !== null)
        return { kind: 'script', interpreter: shebang[1] ?? '', hasCarriageReturn: shebang[2] === '\r' };
    return { kind: 'text', hasByteOrderMark: hex.startsWith('efbbbf') };
}
/** The program interpreter (`PT_INTERP`) of a 64-bit little-endian ELF file, from its program headers (elf(5)). */
function elfLoader(head) {
    if (head[4] !== 2 || head[5] !== 1 || head.length < 64)
        return undefined;
    const [start, size, count] = [Number(head.readBigUInt64LE(32)), head.readUInt16LE(54), head.readUInt16LE(56)];
    for (let index = 0; index < count; index++) {
        const at = start + index * size;
        if (at + 56 > head.length)
            return undefined;
        if (head.readUInt32LE(at) !== 3)
            continue;
        const [offset, length] = [Number(head.readBigUInt64LE(at + 8)), Number(head.readBigUInt64LE(at + 32))];
        return offset + length > head.length ? undefined : head.toString('latin1', offset, offset + length - 1);
    }
    return undefined;
}
function firstBytes(file, length) {
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    try {
        const descriptor = (0,external_node_fs_.openSync)(file, 'r');
        try {
            const bytes = Buffer.alloc(length);
            return bytes.subarray(0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, length, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=describe-program.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/explain-program-kind.js


/**
 * Why an executable file of this kind can't be executed here.
 * @param shown what messages call the file
 * @returns `undefined` where the file does not tell
 */
function explainFormat(fn, program, shown) {
    const isArm = (0,elf_machine/* hostArchitecture */.m)() === 'arm64';
    const format = (what, hint) => ({
        code: 'entrypoint-format',
        message: `${shown} of ${fn.key} is ${what}.`,
        hint,
    });
    switch (program.kind) {
        case 'linux':
            if (program.machine !== (0,elf_machine/* hostArchitecture */.m)()) {
                return format(`a program for ${program.machine}, and this machine is ${(0,elf_machine/* hostArchitecture */.m)()}`, program.machine === fn.architecture
                    ? 'Run it on a machine of that architecture (such as `runs-on: ubuntu-24.04-arm` for arm64), or build it for this one before this step.'
                    : `The function's architecture is ${fn.architecture}: build it for that.`);
            }
            if (program.loader === undefined || (0,external_node_fs_.existsSync)(program.loader))
                return undefined;
            return {
                code: 'entrypoint-loader',
                message: `${shown} of ${fn.key} needs ${program.loader}, which is not on this machine.`,
                hint: program.loader.includes('musl')
                    ? 'Link it statically: Lambda does not have it either.'
                    : 'Build it on a system like the one that it runs on, or link it statically.',
            };
        case 'macos':
        case 'windows':
            return format(`a program for ${program.kind === 'macos' ? 'macOS' : 'Windows'}`, `Build it for Linux: GOOS=linux GOARCH=${isArm ? 'arm64' : 'amd64'} for Go, --target ${isArm ? 'aarch64' : 'x86_64'}-unknown-linux-musl for Rust.`);
        case 'archive':
            return format('an archive', 'Unpack it, or name it as package.artifact.');
        case 'empty':
            return format('an empty file', 'See why the build wrote nothing.');
        case 'text':
            return format(program.hasByteOrderMark ? 'text that begins with a byte order mark' : 'text without an interpreter', program.hasByteOrderMark
                ? 'Save it as UTF-8 without a byte order mark: a script begins with `#!`.'
                : 'A script begins with a line such as `#!/bin/sh`.');
        case 'script':
            return explainInterpreter(fn, program, shown);
    }
}
function explainInterpreter(fn, { interpreter, hasCarriageReturn }, shown) {
    if (hasCarriageReturn) {
        return {
            code: 'entrypoint-line-ends',
            message: `${shown} of ${fn.key} has Windows line ends: its first line asks for an interpreter whose name ends in a carriage return.`,
            hint: "Convert it, such as by `sed -i 's/\\r$//'`, and keep it so with a line `bootstrap text eol=lf` in .gitattributes.",
        };
    }
    if ((0,external_node_fs_.existsSync)(interpreter))
        return undefined;
    return {
        code: 'entrypoint-interpreter',
        message: `${shown} of ${fn.key} is a script for ${interpreter}, which is not on this machine.`,
        hint: /^\/(?:opt|var\/task)\//.test(interpreter)
            ? 'Code and layers lie elsewhere here: name a program of the system, and start the other from $LAMBDA_TASK_ROOT or by PATH.'
            : 'Install it before this step, or name the program that runs the script with the interpreter option.',
    };
}
//# sourceMappingURL=explain-program-kind.js.map
;// CONCATENATED MODULE: ./lib/src/invoke/explain-entrypoint.js







/** How many files are looked at for a program that lies elsewhere in the package. */
const maxSearched = 2_000;
/**
 * What is behind an entrypoint that could not be executed, from the file itself: Lambda's own error names but the reason that
 * the kernel gave. One that ran may not run in Lambda.
 * @param taskRoot the folder of the function's code, absolute
 */
async function explainEntrypoint(fn, { command, entrypoint }, taskRoot, outcome) {
    if (entrypoint === undefined)
        return undefined;
    const name = external_node_path_.posix.relative('/var/task', entrypoint);
    const shown = fn.code.kind === 'folder' ? (0,display_path/* displayPath */.G)(command) : (0,external_node_path_.basename)(command);
    const isStarted = outcome.status !== 'crash' || outcome.errorType !== 'Runtime.InvalidEntrypoint';
    const explanation = isStarted
        ? (explainArchitecture(fn, command, shown) ?? explainExit(command, shown, outcome))
        : await explainStart(fn, command, shown, name, taskRoot);
    if (explanation === undefined)
        return undefined;
    const location = await fn.origin(fn.code.kind === 'zip' ? 'artifact' : 'handler');
    return { severity: 'warning', ...explanation, ...(location === undefined ? {} : { location }) };
}
async function explainStart(fn, file, shown, name, taskRoot) {
    if (!(0,external_node_fs_.existsSync)(file))
        return explainMissing(fn, name, taskRoot);
    if ((0,search_path/* executable */.F)(file) === undefined) {
        return {
            code: 'entrypoint-not-executable',
            message: `${shown} of ${fn.key} is not executable.`,
            hint: fn.code.kind === 'zip'
                ? `Run \`chmod +x ${name}\` before the artifact is packed; on Windows, pack it with a tool that keeps the mode.`
                : `Run \`chmod +x ${name}\`, and commit that with \`git update-index --chmod=+x ${name}\`.`,
        };
    }
    const program = describeProgram(file);
    return program && explainFormat(fn, program, shown);
}
async function explainMissing(fn, name, taskRoot) {
    const where = fn.code.kind === 'zip' ? 'the artifact' : "the service's folder";
    const elsewhere = await findNamed(taskRoot, (0,external_node_path_.basename)(name));
    const found = elsewhere === undefined ? '' : ` It has ${elsewhere}, which Lambda does not look at.`;
    return {
        code: 'entrypoint-missing',
        message: `${fn.key} runs on ${fn.runtime}, for which Lambda starts ${name} in ${where}${name === 'bootstrap' ? ' or in a layer' : ''}: there is none.${found}`,
        hint: elsewhere === undefined
            ? `Put an executable file ${name} there. One in a layer is found only where the layer is one of the service, with a \`path\`.`
            : `Name a zip file that has ${name} at its root as package.artifact, such as one made by \`zip -j\`.`,
    };
}
/** A program for this machine that a deploy gives to another one. */
function explainArchitecture({ key, architecture }, file, shown) {
    const program = describeProgram(file);
    if (program?.kind !== 'linux' || program.machine === architecture)
        return undefined;
    return {
        severity: 'notice',
        code: 'entrypoint-architecture',
        message: `${shown} is a program for ${program.machine}, and ${key} is a function for ${architecture}: Lambda can't execute it.`,
        hint: `Build what is deployed for ${architecture}, or set \`architecture: ${program.machine}\`.`,
    };
}
/** A script that ends as a shell does that found no command: it may name paths that are only in Lambda. */
function explainExit(file, shown, outcome) {
    if (outcome.status !== 'crash' || !/exit status 12[67]"/.test(outcome.error.toString('utf8')))
        return undefined;
    if (((0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000)
        return undefined;
    if (describeProgram(file)?.kind !== 'script')
        return undefined;
    const [path] = /\/(?:var\/task|opt|var\/runtime)\/[\w./-]+/.exec((0,external_node_fs_.readFileSync)(file, 'utf8')) ?? [];
    if (path === undefined || (0,external_node_fs_.existsSync)(path))
        return undefined;
    return {
        code: 'entrypoint-literal-path',
        message: `${shown} names ${path}, which exists only in Lambda.`,
        hint: 'Write $LAMBDA_TASK_ROOT for /var/task; programs of layers are found by PATH.',
    };
}
/** The first file of a name below a folder, from it. */
async function findNamed(folder, name) {
    const folders = [folder];
    let left = maxSearched;
    for (const current of folders) {
        for (const entry of await (0,promises_.readdir)(current, { withFileTypes: true }).catch(() => [])) {
            if (left-- === 0)
                return undefined;
            const path = (0,external_node_path_.join)(current, entry.name);
            if (entry.isFile() && entry.name === name)
                return (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/');
            if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
                folders.push(path);
        }
    }
    return undefined;
}
//# sourceMappingURL=explain-entrypoint.js.map

/***/ })

};
;
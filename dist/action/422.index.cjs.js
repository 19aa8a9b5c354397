"use strict";
exports.id = 422;
exports.ids = [422];
exports.modules = {

/***/ 4798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ allEnded)
/* harmony export */ });
/**
 * Waits for all of the work, also where some of it fails: what it wrote can be removed then.
 * @throws the first failure
 */
async function allEnded(work) {
    const results = [];
    for (const end of await Promise.allSettled(work)) {
        if (end.status === 'rejected')
            throw end.reason;
        results.push(end.value);
    }
    return results;
}
//# sourceMappingURL=all-ended.js.map

/***/ }),

/***/ 5422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  unpackZip: () => (/* binding */ unpackZip)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
// EXTERNAL MODULE: ./lib/src/diagnostics/display-path.js
var display_path = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/src/diagnostics/user-error.js
var user_error = __webpack_require__(3001);
// EXTERNAL MODULE: ./lib/src/lambda/placement/all-ended.js
var all_ended = __webpack_require__(4798);
;// CONCATENATED MODULE: ./lib/src/lambda/placement/small-entry.js


/** What is worth reading at once, in bytes: nearly all files of a package, and never long enough to hold other work up. */
const maxSmallBytes = 1024 * 1024;
/** The signature of a local header, and its length without the name and what follows that. Source: APPNOTE.TXT 4.3.7. */
const headerSignature = 0x04034b50;
const headerBytes = 30;
/**
 * The content of a small file of an archive, read at once: a stream for each of thousands of files takes far longer.
 * @param archive the open archive
 * @returns `undefined` where it is large, or anything is wrong with it: a stream tells what
 */
function readSmallEntry(archive, entry) {
    const { compressedSize, uncompressedSize, compressionMethod, relativeOffsetOfLocalHeader: offset } = entry;
    if (compressedSize > maxSmallBytes || uncompressedSize > maxSmallBytes || entry.isEncrypted())
        return undefined;
    try {
        const header = readAt(archive, offset, headerBytes);
        if (header.readUInt32LE(0) !== headerSignature)
            return undefined;
        const start = offset + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
        const packed = readAt(archive, start, compressedSize);
        const content = compressionMethod === 0 ? packed : external_node_zlib_.inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
        if (content.length !== uncompressedSize)
            return undefined;
        return typeof external_node_zlib_.crc32 !== 'function' || external_node_zlib_.crc32(content) === entry.crc32 ? content : undefined;
    }
    catch {
        return undefined;
    }
}
function readAt(archive, position, length) {
    const bytes = Buffer.allocUnsafe(length);
    const read = (0,external_node_fs_.readSync)(archive, bytes, 0, length, position);
    return bytes.subarray(0, read);
}
//# sourceMappingURL=small-entry.js.map
// EXTERNAL MODULE: ./lib/src/lambda/limits.js
var limits = __webpack_require__(490);
;// CONCATENATED MODULE: ./lib/src/lambda/placement/zip-entries.js


/** Why an archive is not unpacked. The message ends a sentence that begins with the archive. */
class ArchiveProblem extends Error {
}
/** `versionMadeBy` of an archive that a Unix made: its entries have modes. Source: APPNOTE.TXT 4.4.2. */
const madeByUnix = 3;
const typeMask = 0o170000;
const fileTypes = new Map([
    [0, 'file'],
    [0o040000, 'folder'],
    [0o100000, 'file'],
    [0o120000, 'link'],
]);
/**
 * Sorts out the entries of an archive; of several of one name, the last one counts.
 * @throws ArchiveProblem where one of them can't be unpacked safely, or all of them are too large for Lambda
 */
function readEntries(entries) {
    const byPath = new Map();
    let bytes = 0;
    for (const entry of entries) {
        bytes += entry.uncompressedSize;
        if (bytes > limits/* maxUnpackedBytes */.lA) {
            throw new ArchiveProblem(`holds more than ${limits/* maxUnpackedBytes */.lA} bytes unpacked, which is Lambda's limit`);
        }
        const read = readEntry(entry);
        if (read.path !== '.')
            byPath.set(read.path, read);
    }
    for (const { path } of byPath.values()) {
        for (let parent = (0,external_node_path_.dirname)(path); parent !== '.'; parent = (0,external_node_path_.dirname)(parent)) {
            const kind = byPath.get(parent)?.kind ?? 'folder';
            if (kind !== 'folder')
                throw new ArchiveProblem(`holds ${path}, which lies below a ${kind}`);
        }
    }
    return [...byPath.values()];
}
function readEntry(entry) {
    const name = entry.fileName;
    const path = external_node_path_.posix.normalize(name).replace(/\/$/, '');
    if (name.includes('\0'))
        throw new ArchiveProblem('holds a file whose name has a zero byte');
    if (entry.isEncrypted())
        throw new ArchiveProblem(`is encrypted (${name})`);
    if (!entry.canDecodeFileData())
        throw new ArchiveProblem(`holds ${name}, which is packed in an unusual way`);
    const attributes = entry.versionMadeBy >> 8 === madeByUnix ? entry.externalFileAttributes >>> 16 : 0;
    const kind = name.endsWith('/') ? 'folder' : fileTypes.get(attributes & typeMask);
    if (kind === undefined)
        throw new ArchiveProblem(`holds ${name}, which is no file, folder or link`);
    const mode = attributes & 0o777;
    return { kind, path, entry, mode: mode === 0 ? 0o644 : mode };
}
/**
 * Where a link of an archive leads.
 * @throws ArchiveProblem where that is outside of the archive
 */
function checkLink(path, target) {
    const end = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), target));
    if (!external_node_path_.posix.isAbsolute(target) && end !== '..' && !end.startsWith('../') && !/^[A-Za-z]:|\\/.test(target))
        return;
    throw new ArchiveProblem(`holds the link ${path}, which leads out of it, to ${target}`);
}
//# sourceMappingURL=zip-entries.js.map
;// CONCATENATED MODULE: ./lib/src/lambda/placement/unpack-zip.js











/** How many files are unpacked at a time. */
const concurrency = 8;
/** What yauzl says of entries that lie outside of the archive: it checks their names. */
const namesOutside = /^(?:absolute path|invalid relative path): (.*)$/s;
/** The longest text of a link, in bytes: what Linux takes as a path. */
const maxLinkBytes = 4096;
/**
 * Unpacks a zip file as Lambda does, with the modes and links in it. Nothing is written outside of the folder.
 * @throws UserError where the file is no zip file, is damaged, or holds what can't be unpacked safely
 */
async function unpackZip(request) {
    const { file, folder, role, signal } = request;
    try {
        await unpack(file, folder, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        const location = (await request.origin()) ?? { file };
        const name = `The ${role}, ${(0,display_path/* displayPath */.G)(file)},`;
        if (!(error instanceof Error) || error instanceof TypeError)
            throw error;
        const [, outside] = namesOutside.exec(error.message) ?? [];
        if (error instanceof ArchiveProblem || outside !== undefined) {
            const reason = outside === undefined ? error.message : `holds ${outside}, which lies outside of it`;
            throw new user_error/* UserError */.y({ code: 'artifact-refused', message: `${name} ${reason}.`, location });
        }
        throw new user_error/* UserError */.y({
            code: 'artifact-unreadable',
            message: `${name} can't be unpacked: ${error.message.replace(/\.$/, '')}.`,
            hint: 'An artifact is a zip file. Build it anew.',
            location,
            cause: error,
        });
    }
}
async function unpack(file, folder, signal) {
    const zip = await (0,yauzl/* openPromise */.sO)(file, { autoClose: false });
    const archive = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const found = [];
        for await (const entry of zip.eachEntry())
            found.push(entry);
        const entries = readEntries(found);
        await makeFolders(entries, folder);
        const files = entries.filter(({ kind }) => kind === 'file').values();
        const unpackFiles = async () => {
            for (const { path, mode, entry } of files) {
                const target = (0,external_node_path_.join)(folder, path);
                const small = readSmallEntry(archive, entry);
                if (small !== undefined) {
                    await (0,promises_.writeFile)(target, small, { mode, flag: 'wx', signal });
                    continue;
                }
                const content = checked(await zip.openReadStreamPromise(entry), entry);
                await (0,external_node_stream_promises_.pipeline)(content, (0,external_node_fs_.createWriteStream)(target, { mode, flags: 'wx' }), { signal });
            }
        };
        await (0,all_ended/* allEnded */.C)(Array.from({ length: concurrency }, unpackFiles));
        for (const link of entries.filter(({ kind }) => kind === 'link'))
            await makeLink(zip, link, folder);
    }
    finally {
        (0,external_node_fs_.closeSync)(archive);
        zip.close();
    }
}
/** All folders that there are, named in the archive or not. They can be written to, whatever it says: they are removed in the end. */
async function makeFolders(entries, folder) {
    const paths = entries.map(({ kind, path }) => (kind === 'folder' ? path : (0,external_node_path_.dirname)(path)));
    await (0,promises_.mkdir)(folder, { recursive: true });
    for (const path of new Set(paths))
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, path), { recursive: true });
}
async function makeLink(zip, { path, entry }, folder) {
    if (entry.uncompressedSize > maxLinkBytes)
        throw new ArchiveProblem(`holds the link ${path}, which is too long`);
    const pieces = [];
    for await (const piece of checked(await zip.openReadStreamPromise(entry), entry))
        pieces.push(piece);
    const target = Buffer.concat(pieces).toString();
    checkLink(path, target);
    await (0,promises_.symlink)(target, (0,external_node_path_.join)(folder, path));
}
/** The content, which fails at its end where it is not what was packed. (Node has this sum from 20.15 on.) */
async function* checked(content, { fileName, crc32: expected }) {
    let sum = 0;
    for await (const piece of content) {
        if (typeof external_node_zlib_.crc32 === 'function')
            sum = external_node_zlib_.crc32(piece, sum);
        yield piece;
    }
    if (typeof external_node_zlib_.crc32 === 'function' && sum !== expected) {
        throw new ArchiveProblem(`is damaged: ${fileName} is not what was packed`);
    }
}
//# sourceMappingURL=unpack-zip.js.map

/***/ })

};
;
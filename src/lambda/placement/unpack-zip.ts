import { closeSync, createWriteStream, openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

import { type Entry, openPromise, type ZipFile } from 'yauzl';

import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { makeLink } from '../../host/make-link.js';
import { allEnded } from './all-ended.js';
import { readSmallEntry } from './small-entry.js';
import { type ArchiveEntry, ArchiveProblem, checkLink, readEntries } from './zip-entries.js';

/** An archive, and the folder to unpack it to. Absolute paths; the folder does not exist yet. */
export interface UnpackRequest {
  readonly file: string;
  readonly folder: string;
  /** The user's name for the file, for messages. */
  readonly role: string;
  /** Where the user names it. */
  readonly origin: () => Promise<SourceLocation | undefined>;
  readonly signal: AbortSignal;
}

/** How many files are unpacked at a time. */
const concurrency = 8;

/** The messages with which yauzl refuses entries whose names lead out of the archive. */
const namesOutside = /^(?:absolute path|invalid relative path): (.*)$/s;

/** The longest target of a link, in bytes: Linux takes no longer path. */
const maxLinkBytes = 4096;

/**
 * Unpacks a zip file as Lambda does, with the modes and links in it. Nothing is written outside of the folder.
 * @throws UserError where the file is no zip file, is damaged, or holds what can't be unpacked safely
 */
export async function unpackZip(request: UnpackRequest): Promise<void> {
  const { file, folder, role, signal } = request;
  try {
    await unpack(file, folder, signal);
  } catch (error) {
    signal.throwIfAborted();
    const location = (await request.origin()) ?? { file };
    const name = `The ${role}, ${displayPath(file)},`;
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    const [, outside] = namesOutside.exec(error.message) ?? [];
    if (error instanceof ArchiveProblem || outside !== undefined) {
      const reason = outside === undefined ? error.message : `contains ${outside}, which is outside of it`;
      throw new UserError({ code: 'artifact-refused', message: `${name} ${reason}.`, location });
    }
    throw new UserError({
      code: 'artifact-unreadable',
      message: `${name} can't be unpacked: ${error.message.replace(/\.$/, '')}.`,
      hint: 'An artifact is a zip file. Build it anew.',
      location,
      cause: error,
    });
  }
}

async function unpack(file: string, folder: string, signal: AbortSignal): Promise<void> {
  const zip = await openPromise(file, { autoClose: false });
  const archive = openSync(file, 'r');
  try {
    const found: Entry[] = [];
    for await (const entry of zip.eachEntry()) found.push(entry);
    const entries = readEntries(found);
    await makeFolders(entries, folder);
    const files = entries.filter(({ kind }) => kind === 'file').values();
    const unpackFiles = async (): Promise<void> => {
      for (const { path, mode, entry } of files) {
        const target = join(folder, path);
        const small = readSmallEntry(archive, entry);
        if (small !== undefined) {
          await writeFile(target, small, { mode, flag: 'wx', signal });
          continue;
        }
        const content = checked(await zip.openReadStreamPromise(entry), entry);
        await pipeline(content, createWriteStream(target, { mode, flags: 'wx' }), { signal });
      }
    };
    await allEnded(Array.from({ length: concurrency }, unpackFiles));
    for (const link of entries.filter(({ kind }) => kind === 'link')) await unpackLink(zip, link, folder);
  } finally {
    closeSync(archive);
    zip.close();
  }
}

/**
 * Every folder, whether the archive has an entry for it or not. All are made writable, whatever their mode in the archive,
 * so that they can be removed in the end.
 */
async function makeFolders(entries: readonly ArchiveEntry[], folder: string): Promise<void> {
  const paths = entries.map(({ kind, path }) => (kind === 'folder' ? path : dirname(path)));
  await mkdir(folder, { recursive: true });
  for (const path of new Set(paths)) await mkdir(join(folder, path), { recursive: true });
}

async function unpackLink(zip: ZipFile, { path, entry }: ArchiveEntry, folder: string): Promise<void> {
  if (entry.uncompressedSize > maxLinkBytes) throw new ArchiveProblem(`holds the link ${path}, which is too long`);
  const pieces: Buffer[] = [];
  for await (const piece of checked(await zip.openReadStreamPromise(entry), entry)) pieces.push(piece);
  const target = Buffer.concat(pieces).toString();
  checkLink(path, target);
  await makeLink(target, join(folder, path));
}

/** The content as a stream, which fails at its end if its checksum is wrong. (Node has `zlib.crc32` from 20.15 on.) */
async function* checked(content: Readable, { fileName, crc32: expected }: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of content as AsyncIterable<Buffer>) {
    if (typeof zlib.crc32 === 'function') sum = zlib.crc32(piece, sum);
    yield piece;
  }
  if (typeof zlib.crc32 === 'function' && sum !== expected) {
    throw new ArchiveProblem(`is damaged: ${fileName} is not what was packed`);
  }
}

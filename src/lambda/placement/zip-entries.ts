import { dirname, posix } from 'node:path';

import type { Entry } from 'yauzl';

import { maxUnpackedBytes } from '../limits.js';

/** What an entry of an archive makes. */
export interface ArchiveEntry {
  readonly kind: 'file' | 'folder' | 'link';
  /** Relative, with `/` between its parts, without `.` and `..`. */
  readonly path: string;
  /** The permission bits. */
  readonly mode: number;
  readonly entry: Entry;
}

/** Why an archive is not unpacked. The message ends a sentence that begins with the archive. */
export class ArchiveProblem extends Error {}

/** `versionMadeBy` of an archive made on Unix, whose entries have modes. Source: APPNOTE.TXT 4.4.2. */
const madeByUnix = 3;
const typeMask = 0o170000;
const fileTypes: ReadonlyMap<number, ArchiveEntry['kind']> = new Map([
  [0, 'file'],
  [0o040000, 'folder'],
  [0o100000, 'file'],
  [0o120000, 'link'],
]);

/**
 * Checks the entries of an archive, and says what each one makes. Of several with one name, the last counts.
 * @throws ArchiveProblem where one of them can't be unpacked safely, or all of them are too large for Lambda
 */
export function readEntries(entries: readonly Entry[]): ArchiveEntry[] {
  const byPath = new Map<string, ArchiveEntry>();
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.uncompressedSize;
    if (bytes > maxUnpackedBytes) {
      throw new ArchiveProblem(`holds more than ${maxUnpackedBytes} bytes unpacked, which is Lambda's limit`);
    }
    const read = readEntry(entry);
    if (read.path !== '.') byPath.set(read.path, read);
  }
  for (const { path } of byPath.values()) {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      const kind = byPath.get(parent)?.kind ?? 'folder';
      if (kind !== 'folder') throw new ArchiveProblem(`holds ${path}, which lies below a ${kind}`);
    }
  }
  return [...byPath.values()];
}

function readEntry(entry: Entry): ArchiveEntry {
  const name = entry.fileName;
  const path = posix.normalize(name).replace(/\/$/, '');
  if (name.includes('\0')) throw new ArchiveProblem('holds a file whose name has a zero byte');
  if (entry.isEncrypted()) throw new ArchiveProblem(`is encrypted (${name})`);
  if (!entry.canDecodeFileData()) throw new ArchiveProblem(`holds ${name}, which is packed in an unusual way`);
  const attributes = entry.versionMadeBy >> 8 === madeByUnix ? entry.externalFileAttributes >>> 16 : 0;
  const kind = name.endsWith('/') ? 'folder' : fileTypes.get(attributes & typeMask);
  if (kind === undefined) throw new ArchiveProblem(`holds ${name}, which is no file, folder or link`);
  const mode = attributes & 0o777;
  return { kind, path, entry, mode: mode === 0 ? 0o644 : mode };
}

/**
 * Where a link of an archive leads.
 * @throws ArchiveProblem where that is outside of the archive
 */
export function checkLink(path: string, target: string): void {
  const end = posix.normalize(posix.join(posix.dirname(path), target));
  if (!posix.isAbsolute(target) && end !== '..' && !end.startsWith('../') && !/^[A-Za-z]:|\\/.test(target)) return;
  throw new ArchiveProblem(`holds the link ${path}, which leads out of it, to ${target}`);
}

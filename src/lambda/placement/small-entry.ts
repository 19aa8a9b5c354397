import { readSync } from 'node:fs';
import * as zlib from 'node:zlib';
import type { Entry } from 'yauzl';

/**
 * Up to this size, in bytes, a file is read in one go: nearly every file of a package is smaller, and none takes long enough
 * to delay other work.
 */
const maxSmallBytes = 1024 * 1024;

/** The signature of a local header, and its length without the name and what follows that. Source: APPNOTE.TXT 4.3.7. */
const headerSignature = 0x04034b50;
const headerBytes = 30;

/**
 * The content of a small file of an archive, read in one go: a stream for each of thousands of files is far slower.
 * @param archive the open archive
 * @returns `undefined` if it is large, or something is wrong with it; reading it as a stream tells what
 */
export function readSmallEntry(archive: number, entry: Entry): Buffer | undefined {
  const { compressedSize, uncompressedSize, compressionMethod, relativeOffsetOfLocalHeader: offset } = entry;
  if (compressedSize > maxSmallBytes || uncompressedSize > maxSmallBytes || entry.isEncrypted()) return undefined;
  try {
    const header = readAt(archive, offset, headerBytes);
    if (header.readUInt32LE(0) !== headerSignature) return undefined;
    const start = offset + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = readAt(archive, start, compressedSize);
    const content =
      compressionMethod === 0 ? packed : zlib.inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
    if (content.length !== uncompressedSize) return undefined;
    return typeof zlib.crc32 !== 'function' || zlib.crc32(content) === entry.crc32 ? content : undefined;
  } catch {
    return undefined;
  }
}

function readAt(archive: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(archive, bytes, 0, length, position);
  return bytes.subarray(0, read);
}

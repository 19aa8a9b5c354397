import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { PackagedFile } from './list-package.js';

/** How much of a file is compressed to guess the rest, in bytes. */
const sampleBytes = 64 * 1024;

/** How much is compressed in all, in bytes: the rest of the files is taken to be like what was seen of them. */
const maxSampledBytes = 64 * 1024 * 1024;

/** What a file needs in an archive beside its content, in bytes, without its name, which stands there twice. */
const entryBytes = 30 + 46;

/**
 * Guesses how large the archive of a package is, in bytes.
 * @param root the folder of the files. Absolute.
 */
export async function zippedBytes(root: string, files: readonly PackagedFile[]): Promise<number> {
  let zipped = 0;
  let sampled = 0;
  let compressed = 0;
  let rest = 0;
  for (const { path, bytes } of files.toSorted((one, other) => other.bytes - one.bytes)) {
    zipped += entryBytes + 2 * Buffer.byteLength(path);
    if (sampled >= maxSampledBytes) {
      rest += bytes;
      continue;
    }
    const sample = await head(join(root, path));
    if (sample.length === 0) continue;
    const size = deflateRawSync(sample).length;
    sampled += sample.length;
    compressed += size;
    zipped += (size / sample.length) * bytes;
  }
  return Math.round(zipped + (sampled === 0 ? 0 : rest * (compressed / sampled)));
}

async function head(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return Buffer.alloc(0);
  }
}

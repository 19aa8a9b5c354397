import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The most that is read of a file, in bytes. A bundle can end with its whole source map, which is large. */
const maxMapBytes = 64 * 1024 * 1024;

/** How much of a file's end is searched for the comment that names its map, in bytes, if the map is a file of its own. */
const tailBytes = 4096;

/** A source map, and the file that its sources are relative to. */
export interface SourceMapText {
  readonly text: string;
  /** Absolute. */
  readonly base: string;
}

/**
 * Reads the source map of a file, in the file or beside it. Source: the specification of source maps (ECMA-426), "Linking
 * generated code to source maps".
 * @returns `undefined` where there is none
 * @throws Error of the file system where the file can't be read
 */
export function readSourceMap(file: string): SourceMapText | undefined {
  const url = mapUrl(file);
  if (url === undefined) return undefined;
  const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(url);
  if (inline !== null) {
    const data = inline[2] ?? '';
    return {
      text: inline[1] === undefined ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString(),
      base: file,
    };
  }
  const path = url.startsWith('file:') ? fileURLToPath(url) : resolve(dirname(file), decodeURIComponent(url));
  const text = /^[a-z]{2,}:/.test(url) && !url.startsWith('file:') ? undefined : readRegularFile(path);
  return text === undefined ? undefined : { text, base: path };
}

/** The value of a file's last `//# sourceMappingURL=`. */
function mapUrl(file: string): string | undefined {
  const comment = /^\/[/*][#@] ?sourceMappingURL=(\S+)/gm;
  const named = [...readTail(file).matchAll(comment)].at(-1)?.[1];
  if (named !== undefined) return named;
  return [...(readRegularFile(file) ?? '').matchAll(comment)].at(-1)?.[1];
}

function readTail(file: string): string {
  const tail = withRegularFile(file, (handle, { size }) => {
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('latin1');
  });
  return tail ?? '';
}

function readRegularFile(path: string): string | undefined {
  return withRegularFile(path, (handle, { size }) => (size > maxMapBytes ? undefined : readFileSync(handle, 'utf8')));
}

/** Reads a regular file only: opening a pipe, or reading a terminal, might never end. */
function withRegularFile<T>(path: string, read: (handle: number, stats: Stats) => T): T | undefined {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    return stats.isFile() ? read(handle, stats) : undefined;
  } finally {
    closeSync(handle);
  }
}

import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TraceMap } from '@jridgewell/trace-mapping';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { isPlace } from './dialect.js';
import type { TracePlace } from './frame.js';

/** The most that is read of a file, in bytes. A bundle can end with its whole source map, which is large. */
const maxMapBytes = 64 * 1024 * 1024;

/** How much of a file's end is searched for the comment that names its map, in bytes, if the map is a file of its own. */
const tailBytes = 4096;

/**
 * Finds places in original sources by the source maps of bundled or compiled JavaScript, in the file or beside it. Sources:
 * the specification of source maps (ECMA-426), "Linking generated code to source maps".
 */
export class SourceMaps {
  readonly #maps = new Map<string, Promise<TraceMap | undefined>>();

  /**
   * The original place of a place in a file; its source is a URL, or named as in the map. `undefined` if no map has it. A
   * place without a column can't be mapped, since a whole bundle may be one line.
   */
  async original({ file, line, column }: SourceLocation): Promise<Required<TracePlace> | undefined> {
    if (line === undefined || column === undefined || !/\.(?:[cm]?js|jsx)$/.test(file)) return undefined;
    const map = this.#maps.get(file) ?? loadMap(file);
    this.#maps.set(file, map);
    const loaded = await map;
    return loaded === undefined ? undefined : originalIn(loaded, line, column);
  }
}

/** Queries a map. Its content may be anything and is read only now, so a map that can't be read answers nothing. */
async function originalIn(map: TraceMap, line: number, column: number): Promise<Required<TracePlace> | undefined> {
  const { originalPositionFor } = await import('@jridgewell/trace-mapping');
  try {
    const found = originalPositionFor(map, { line, column: Math.max(0, column - 1) });
    if (typeof found.source !== 'string') return undefined;
    const place = { file: found.source, line: found.line, column: found.column + 1 };
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

async function loadMap(file: string): Promise<TraceMap | undefined> {
  try {
    const found = readMap(file);
    if (found === undefined) return undefined;
    const { TraceMap } = await import('@jridgewell/trace-mapping');
    return new TraceMap(found.text, pathToFileURL(found.base).href);
  } catch {
    return undefined;
  }
}

/** The text of a file's map, and the file that its sources are relative to. */
function readMap(file: string): { readonly text: string; readonly base: string } | undefined {
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

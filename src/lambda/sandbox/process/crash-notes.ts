import { closeSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomHex } from '../../../process/random.js';

/** How much of the notes is read at most, from their end, in bytes. */
const maxBytes = 64 * 1024;

/**
 * A file without a name, into which a bootstrap writes what may explain a crash and is printed nowhere: the line of Python
 * at which a signal struck, the native module that Node.js loaded last, the function's own call that ended the process. It
 * must not be part of the log, since Lambda's log has none of it.
 */
export class CrashNotes {
  readonly descriptor: number;
  #text: string | undefined;

  private constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  /** `undefined` where there can be none: on Windows, or where the folder for temporary files can't be written. */
  static open(): CrashNotes | undefined {
    if (process.platform === 'win32') return undefined;
    const path = join(tmpdir(), `invoke-local-notes-${randomHex(16)}`);
    try {
      const descriptor = openSync(path, 'wx+', 0o600);
      unlinkSync(path);
      return new CrashNotes(descriptor);
    } catch {
      return undefined;
    }
  }

  /** The end of the notes; empty until they are closed. */
  get text(): string {
    return this.#text ?? '';
  }

  close(): void {
    if (this.#text !== undefined) return;
    this.#text = readEnd(this.descriptor);
    closeSync(this.descriptor);
  }
}

function readEnd(descriptor: number): string {
  const { size } = fstatSync(descriptor);
  const bytes = Buffer.alloc(Math.min(size, maxBytes));
  return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, bytes.length, size - bytes.length));
}

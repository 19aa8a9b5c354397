import { closeSync, fstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomHex } from '../../random.js';

/** What is read of the notes at most, from their end, in bytes. */
const maxBytes = 64 * 1024;

/**
 * A file without a name that a bootstrap writes into what nobody else would say of the process's end: where Python code was
 * when a signal struck, which native module Node.js loaded last, which call of the function's own ended it. Lambda's log has none
 * of it, so it must not stand in ours.
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

  /** The end of what was written, once they are closed. */
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

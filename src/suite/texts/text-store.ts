import { closeSync, mkdtempSync, openSync, realpathSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredText } from './stored-text.js';

/** How much of an event or a response is stored, in bytes. Longer than any that Lambda takes or gives without a stream. */
export const longestPayloadBytes = 8 * 1024 * 1024;

/** The events, responses and logs of a suite's run, in a folder of their own. Disposing of it removes them. */
export class TextStore implements Disposable {
  readonly #folder: string;
  readonly #file: string;
  readonly #descriptor: number;
  readonly #redact: (bytes: Buffer) => Buffer;
  #end = 0;

  /** @param redact takes the known secrets out of a text before it is cut, since a cut could leave a part of one */
  constructor(redact: (bytes: Buffer) => Buffer = (bytes) => bytes) {
    this.#redact = redact;
    this.#folder = mkdtempSync(join(realpathSync(tmpdir()), 'invoke-local-suite-'));
    this.#file = join(this.#folder, 'texts');
    this.#descriptor = openSync(this.#file, 'wx', 0o600);
  }

  /** Stores an event or a response. The middle of one that is very long is left out. */
  payload(bytes: Buffer): StoredText {
    if (bytes.length <= longestPayloadBytes) return this.#write(bytes, bytes.length);
    const half = longestPayloadBytes / 2;
    const clean = this.#redact(bytes);
    const omitted = Buffer.from(`\n… ${(clean.length - 2 * half).toLocaleString('en')} bytes are left out here …\n`);
    const kept = [clean.subarray(0, half), omitted, clean.subarray(-half)];
    return this.#write(clean.length <= longestPayloadBytes ? clean : Buffer.concat(kept), bytes.length);
  }

  /**
   * Stores a log, or the end of one.
   * @param omittedBytes how much of the log came before
   */
  log(bytes: Buffer, omittedBytes: number): StoredText {
    if (omittedBytes === 0) return this.#write(bytes, bytes.length);
    // The first line may be a part of one, and of a secret.
    const clean = this.#redact(bytes.subarray(bytes.indexOf(0x0a) + 1));
    return this.#write(clean, omittedBytes + bytes.length);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
    removeFolder(this.#folder, this.#file);
  }

  #write(bytes: Buffer, totalBytes: number): StoredText {
    const offset = this.#end;
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written, offset + written);
    }
    this.#end += bytes.length;
    return { file: this.#file, offset, bytes: bytes.length, totalBytes };
  }
}

/** Removes the folder with its only file, where it is still there. What removes whole trees takes longer to load. */
function removeFolder(folder: string, file: string): void {
  try {
    unlinkSync(file);
    rmdirSync(folder);
  } catch {
    // Somebody else has removed it, or has put a file of their own into it.
  }
}

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Compiled code that no run has used for so long is removed, in ms. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/**
 * A folder in which V8's compiled code is kept between runs, for one build of ours and one version of Node.js. All that goes
 * wrong with it only means that code is compiled anew.
 */
export class CompiledCode {
  readonly #parent: string;
  readonly #folder: string;

  /**
   * @param parent the folder for all builds. Absolute
   * @param build names the build, so that no code is taken for that of another source: V8 compares only the lengths
   */
  constructor(parent: string, build: string) {
    this.#parent = parent;
    this.#folder = join(parent, `${build}-${process.version}-${process.arch}`);
  }

  /** The compiled code of a part; `undefined` if there is none, or another user may have made it. */
  read(part: string): Buffer | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(join(this.#folder, part), 'r');
      return fstatSync(descriptor).uid === (process.getuid?.() ?? 0) ? readFileSync(descriptor) : undefined;
    } catch {
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  /** Keeps the compiled code of parts, and removes that of builds which are used no longer. */
  write(parts: ReadonlyMap<string, Buffer>): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      for (const [part, code] of parts) {
        // Another run may read it, or write its own.
        const temporary = join(this.#folder, `.${part}.${process.pid}`);
        writeFileSync(temporary, code, { mode: 0o600 });
        renameSync(temporary, join(this.#folder, part));
      }
      this.#removeOthers();
    } catch {
      // The next run tries it again.
    }
  }

  #removeOthers(): void {
    const now = new Date();
    utimesSync(this.#folder, now, now);
    for (const name of readdirSync(this.#parent)) {
      const other = join(this.#parent, name);
      if (now.getTime() - statSync(other).mtimeMs > keptForMs) rmSync(other, { recursive: true, force: true });
    }
  }
}

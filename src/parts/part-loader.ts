import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolders } from '../process/cache-folders.js';
import { CompiledCode } from './compiled-code.js';
import { partHead } from './part-source.js';

/** What a part exports. */
type Exports = Readonly<Record<string, unknown>>;

/** Imports an ES module by its URL. A script that `node:vm` has made can't do it by itself, or only with a warning. */
export type ImportModule = (url: string) => Promise<unknown>;

type Evaluate = (
  exports: Exports,
  require: (id: string) => unknown,
  module: { exports: Exports },
  file: string,
  folder: string,
  importModule: ImportModule,
) => void;

interface LoadedPart {
  readonly module: { exports: Exports };
  readonly script: Script;
  /** Whether there was compiled code of it, fitting or not. */
  readonly wasKept: boolean;
}

/** What a loader needs. */
export interface PartLoaderOptions {
  /** Where the parts are, as `partOf` makes them. Absolute. */
  readonly folder: string;
  /** Names what is in them: other contents have another name. */
  readonly build: string;
  /** Loads what Node.js itself has. */
  readonly builtIn: (id: string) => unknown;
  readonly importModule: ImportModule;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Loads the parts of the bundle, CommonJS, as `require` does, but with the code that V8 has compiled of them in earlier runs:
 * of what a plain invocation takes, a fourth would be compiling the same functions again.
 */
export class PartLoader {
  readonly #folder: string;
  readonly #code: CompiledCode | undefined;
  readonly #loaded = new Map<string, LoadedPart>();
  readonly #builtIn: (id: string) => unknown;
  readonly #importModule: ImportModule;
  /** What V8 made of nothing as the first part came that there was no compiled code of. */
  #firstSample: Buffer | undefined;

  constructor({ folder, build, builtIn, importModule, environment }: PartLoaderOptions) {
    this.#folder = folder;
    this.#importModule = importModule;
    this.#builtIn = builtIn;
    this.#code = codeOf(build, environment);
  }

  /**
   * What a part exports; it is evaluated once.
   * @param part its file
   */
  load(part: string): Exports {
    const known = this.#loaded.get(part);
    if (known !== undefined) return known.module.exports;
    const file = join(this.#folder, part);
    const cachedData = this.#code?.read(part);
    if (cachedData === undefined && this.#code !== undefined) this.#firstSample ??= sampleOfCode();
    const script = new Script(readFileSync(file, 'utf8'), {
      filename: file,
      columnOffset: -partHead.length,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    const module: { exports: Exports } = { exports: {} };
    this.#loaded.set(part, { module, script, wasKept: cachedData !== undefined });
    const evaluate: Evaluate = script.runInThisContext();
    const requirePart = (id: string): unknown => (id.startsWith('./') ? this.load(id.slice(2)) : this.#builtIn(id));
    evaluate(module.exports, requirePart, module, file, this.#folder, this.#importModule);
    return module.exports;
  }

  /**
   * Keeps the compiled code of the parts that were loaded, if there was none of one of them. Call it after the work. A run that has changed
   * V8's flags on its way keeps none: V8 refuses code that was made under others.
   */
  keep(): void {
    if (this.#code === undefined || [...this.#loaded.values()].every(({ wasKept }) => wasKept)) return;
    if (this.#firstSample?.equals(sampleOfCode()) !== true) return;
    this.#code.write(new Map([...this.#loaded].map(([part, { script }]) => [part, script.createCachedData()])));
  }
}

/** Compiled code of nothing, which differs where V8's flags do. */
function sampleOfCode(): Buffer {
  return new Script('').createCachedData();
}

/** `undefined` where no compiled code is wanted. */
function codeOf(build: string, environment: Readonly<Record<string, string | undefined>>): CompiledCode | undefined {
  // The names are Node.js' own: https://nodejs.org/api/cli.html#node_disable_compile_cache1
  if (environment['NODE_DISABLE_COMPILE_CACHE'] === '1' || environment['NODE_V8_COVERAGE']) return undefined;
  const folder = cacheFolders(environment).at(-1);
  return folder === undefined ? undefined : new CompiledCode(join(folder, 'compiled-code'), build);
}

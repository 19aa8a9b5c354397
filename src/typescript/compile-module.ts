import { type CompilerSettings, runCompilerProcess, temporaryFolder } from './compiler-process.js';

/** A module to compile with the compiler that comes with us. */
export interface CompileOptions extends CompilerSettings {
  /** The TypeScript (or JSX) file. Absolute. */
  readonly file: string;
  /** The `tsconfig.json` to use for all files, absolute; the nearest of each file where it is not given. */
  readonly tsconfig?: string;
}

/** A module that has been compiled, in a folder of our own that goes with it. */
export interface CompiledModule extends AsyncDisposable {
  /** The JavaScript to load in the place of the source: `.mjs` or `.cjs`. Absolute. */
  readonly file: string;
  /** What the Node that loads it needs on its command line, so that its stack traces name the source. */
  readonly nodeArguments: readonly string[];
}

/**
 * Compiles a module and the modules of the project that it imports to JavaScript, with the nearest `tsconfig.json` of each.
 * The compiler runs in a process of its own and loads no code of the project. Each module sees itself where its source is:
 * `__dirname`, `import.meta.url`, `require` and packages are as if the JavaScript lay beside the TypeScript.
 * @throws UserError where it cannot be compiled
 */
export async function compileModule({ file, tsconfig, ...settings }: CompileOptions): Promise<CompiledModule> {
  const { folder, remove } = await temporaryFolder();
  try {
    const job = { entry: file, outputFolder: folder, ...(tsconfig === undefined ? {} : { tsconfig }) };
    const compiled = await runCompilerProcess({ kind: 'graph', job }, settings);
    return { file: compiled, nodeArguments: ['--enable-source-maps'], [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

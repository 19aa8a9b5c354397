import { type CompilerSettings, runCompilerProcess, temporaryFolder } from './compiler-process.js';

/** A module to compile with the compiler that comes with us. */
export interface CompileOptions extends CompilerSettings {
  /** The TypeScript (or JSX) file. Absolute. */
  readonly file: string;
  /** The `tsconfig.json` to use for all files, absolute; by default the nearest one of each file. */
  readonly tsconfig?: string;
}

/** A compiled module, in a folder of our own that is removed when this is disposed of. */
export interface CompiledModule extends AsyncDisposable {
  /** The JavaScript to load instead of the source: `.mjs` or `.cjs`. Absolute. */
  readonly file: string;
  /** Arguments for the Node that loads it, so that its stack traces name the source. */
  readonly nodeArguments: readonly string[];
}

/**
 * Compiles a module and the modules of the project that it imports to JavaScript, with the nearest `tsconfig.json` of each.
 * The compiler runs in a process of its own and loads no code of the project. Each module behaves as if its JavaScript were
 * beside its TypeScript: `__dirname`, `import.meta.url`, `require` and imports of packages all work from there.
 * @throws UserError if it can't be compiled
 */
export async function compileModule({ file, tsconfig, ...settings }: CompileOptions): Promise<CompiledModule> {
  const { folder, remove } = await temporaryFolder();
  try {
    const job = { entry: file, outputFolder: folder, ...(tsconfig === undefined ? {} : { tsconfig }) };
    const { file: compiled } = await runCompilerProcess({ kind: 'graph', job }, settings);
    return { file: compiled, nodeArguments: ['--enable-source-maps'], [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

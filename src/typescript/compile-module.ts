import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { CompilerAnswer } from './index.js';
import { runCompiler } from './run-compiler.js';

/** A module to compile with the compiler that comes with us. */
export interface CompileOptions {
  /** The TypeScript (or JSX) file. Absolute. */
  readonly file: string;
  /** The folder of the chunks that come with us, `dist/`. */
  readonly chunks: string;
  /** The whole environment of the compiler's process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
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
export async function compileModule(options: CompileOptions): Promise<CompiledModule> {
  const { file, chunks, environment, signal, tsconfig } = options;
  const folder = await temporaryFolder();
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const job = { entry: file, outputFolder: folder, ...(tsconfig === undefined ? {} : { tsconfig }) };
    const { stdout, stderr, end } = await runCompiler({
      command: process.execPath,
      args: [join(chunks, 'typescript', 'index.js'), JSON.stringify(job)],
      workingDirectory: dirname(file),
      environment: withoutNodeOptions(environment),
      subject: displayPath(file),
      signal,
    });
    if (end !== 0) throw new Error(`The compiler ended with ${end}: ${stderr}`);
    const answer = JSON.parse(stdout) as CompilerAnswer;
    if ('failure' in answer) throw compileError(file, answer.failure);
    return { file: answer.file, nodeArguments: ['--enable-source-maps'], [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A new folder for compiled code, by its real path: Node names modules by theirs. */
export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'invoke-local-build-')));
}

/** An environment for a compiler: options that are meant for the handler's Node are not meant for it. */
export function withoutNodeOptions(environment: Readonly<Record<string, string>>): Record<string, string> {
  const { NODE_OPTIONS: _, ...rest } = environment;
  return rest;
}

function compileError(file: string, failure: Extract<CompilerAnswer, { failure: unknown }>['failure']): UserError {
  const { message, location, ...rest } = failure;
  const place = location === undefined ? displayPath(file) : describePlace(location);
  return new UserError({ ...rest, message: `${place} cannot be compiled: ${message}`, location: location ?? { file } });
}

/** A place as messages write it, `src/hello.ts:3:7`. */
export function describePlace({ file, line, column }: { file: string; line?: number; column?: number }): string {
  return [displayPath(file), ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(
    ':',
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { ownTemporary } from '../host/own-temporary.js';
import type { Enclosure } from '../process/enclosure.js';
import { compileError } from './compile-errors.js';
import type { CompilerAnswer, CompilerJob } from './job.js';
import { runCompiler } from './run-compiler.js';

/** How to run the compiler process. */
export interface CompilerSettings {
  /** The folder of the chunks that come with us, `dist/`. */
  readonly chunks: string;
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** What encloses it, if something does: it may load code of the project. */
  readonly enclosure?: Enclosure | undefined;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/** What the compiler process made. */
export type Compiled = Extract<CompilerAnswer, { file: string }>;

/**
 * Runs our compiler process.
 * @returns the compiled file; of a graph, the number of its modules
 * @throws UserError if the code, or a file with options, is wrong
 */
export async function runCompilerProcess(job: CompilerJob, settings: CompilerSettings): Promise<Compiled> {
  const { entry } = job.job;
  const root = job.kind === 'bundle' ? job.job.root : dirname(entry);
  const { stdout, stderr, answer, end } = await runCompiler({
    command: process.execPath,
    args: [join(settings.chunks, 'typescript', 'index.js'), JSON.stringify(job)],
    workingDirectory: root,
    environment: {
      ...compilerEnvironment(settings.environment),
      // The folder for it is not to be seen from inside.
      ...(settings.enclosure === undefined ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
    },
    subject: displayPath(entry),
    enclosure: settings.enclosure,
    report: settings.report,
    signal: settings.signal,
  });
  const result = answer === '' ? ended(entry, end, stderr || stdout) : (JSON.parse(answer) as CompilerAnswer);
  if ('file' in result) return result;
  throw compileError(result, { subject: entry, root });
}

/**
 * A folder of our own for compiled code, and a function that removes it. Its path is the real one, by which Node names
 * modules.
 */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(ownTemporary(), 'invoke-local-build-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Options for the handler's Node must not reach the compiler's Node. */
export function compilerEnvironment({
  NODE_OPTIONS: _,
  ...rest
}: Readonly<Record<string, string>>): Record<string, string> {
  return rest;
}

/**
 * The error for a process that gave no answer: a plugin or a configuration file of the project ended it, or it is a defect
 * of ours.
 */
function ended(entry: string, end: number | string, output: string): Exclude<CompilerAnswer, { file: string }> {
  const message = `The compiler ended with ${end} before it gave its answer: ${output.trim().split('\n').slice(-20).join('\n')}`;
  return { failure: { code: 'compiler-ended', message, location: { file: entry } } };
}

import { relative } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { esbuildFlags } from './bundler/flags.js';
import { bundleOptions } from './bundler/options.js';
import { bundleError } from './compile-errors.js';
import { type CompilerSettings, compilerEnvironment, runCompilerProcess } from './compiler-process.js';
import type { BundleExtras, BundleJob, BundleProblem } from './job.js';
import type { EsbuildPackage } from './project-esbuild.js';
import { runCompiler } from './run-compiler.js';
import { keepStrict } from './strict-bundle.js';

/**
 * Bundles a handler with the project's esbuild: with its native program if a command line can express the options, else with
 * its JavaScript API in a process of ours.
 * @returns the bundle
 * @throws UserError if the code, or a file with options, is wrong
 */
export async function runEsbuild(
  job: BundleJob,
  extras: Omit<BundleExtras, 'esbuild'>,
  esbuild: EsbuildPackage,
  settings: CompilerSettings,
): Promise<string> {
  const file = await bundle(job, extras, esbuild, settings);
  if (file.endsWith('.cjs')) await keepStrict(file, job.entry);
  return file;
}

async function bundle(
  job: BundleJob,
  extras: Omit<BundleExtras, 'esbuild'>,
  { main, program }: EsbuildPackage,
  settings: CompilerSettings,
): Promise<string> {
  const { options, output } = bundleOptions(job);
  const hasFiles = extras.configFile !== undefined || extras.pluginsFile !== undefined || extras.decoratorMetadata;
  const flags = hasFiles || program === undefined ? undefined : esbuildFlags(options);
  if (program === undefined || flags === undefined) {
    return (await runCompilerProcess({ kind: 'bundle', job, extras: { ...extras, esbuild: main } }, settings)).file;
  }
  const { stderr, end } = await runCompiler({
    command: program,
    args: [relative(job.root, job.entry), ...flags, '--log-level=error', '--color=false'],
    workingDirectory: job.root,
    environment: compilerEnvironment(settings.environment),
    subject: displayPath(job.entry),
    enclosure: settings.enclosure,
    report: settings.report,
    signal: settings.signal,
  });
  if (end === 0) return output;
  throw bundleError(parseProblems(stderr), { subject: job.entry, root: job.root });
}

/** The errors in the output of esbuild's command: a marked line, and the place below it. */
export function parseProblems(printed: string): BundleProblem[] {
  const parts = printed.split(/^✘ \[ERROR\] /m).slice(1);
  if (parts.length === 0) return [{ text: printed.trim().split('\n')[0] ?? '', location: null }];
  return parts.map((part) => {
    const place = /^ {4}(\S.*):(\d+):(\d+):$/m.exec(part);
    const text = (part.split(/\n\s*\n/)[0] ?? '').trim();
    const [, file = '', line, column] = place ?? [];
    return { text, location: place === null ? null : { file, line: Number(line), column: Number(column) } };
  });
}

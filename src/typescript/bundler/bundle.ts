import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import { CompileError } from '../compiler/failure.js';
import type { BundleExtras, BundleJob, BundleProblem, CompilerAnswer } from '../job.js';
import { bundleOptions } from './options.js';

/** Bundles a handler with the JavaScript API of the project's esbuild, and with the options that the project's files add. */
export async function bundle(job: BundleJob, extras: BundleExtras): Promise<CompilerAnswer> {
  const esbuild = (await importFile(extras.esbuild)) as typeof import('esbuild');
  let options: BuildOptions;
  let output: string;
  try {
    const configured = await evaluate(extras.configFile, job, extras);
    const plugins = [
      ...(extras.decoratorMetadata ? [await decoratorMetadata(extras)] : []),
      ...listOf(await evaluate(extras.pluginsFile, job, extras)),
      ...listOf(configured['plugins']),
    ];
    // TypeScript writes a decorated class as an expression of the same name, which a bundler would rename.
    const names = extras.decoratorMetadata ? { keepNames: true } : {};
    const merged = bundleOptions({ ...job, options: { ...names, ...configured, ...job.options } });
    options = { ...merged.options, plugins, absWorkingDir: job.root, entryPoints: [job.entry], logLevel: 'silent' };
    output = merged.output;
  } catch (error) {
    if (error instanceof OptionsError) return { thrown: { file: error.file, message: error.message } };
    throw error;
  }
  try {
    await esbuild.build(options);
    return { file: output };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems !== undefined) return { problems };
    return { problems: [{ text: error instanceof Error ? error.message : String(error), location: null }] };
  }
}

/** A file that gives options failed. */
class OptionsError extends Error {
  readonly file: string;

  constructor(file: string, error: unknown) {
    super(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    this.file = file;
  }
}

/** What a file of options exports, or what that returns where it is a function. */
async function evaluate(
  file: string | undefined,
  { root, nodeVersion }: BundleJob,
  { provider }: BundleExtras,
): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  try {
    const loaded = (await importFile(file)) as { default?: unknown };
    const exported = loaded.default ?? loaded;
    if (typeof exported !== 'function') return exported as Record<string, unknown>;
    const serverless = {
      config: { serviceDir: root, servicePath: root },
      serviceDir: root,
      service: { provider: { name: 'aws', ...provider }, custom: {}, functions: {} },
      cli: { log: () => {} },
      nodeVersion,
    };
    return (await exported(serverless)) ?? {};
  } catch (error) {
    throw new OptionsError(file, error);
  }
}

/** esbuild leaves out the metadata of decorators; files that get it by their project are compiled by TypeScript. */
async function decoratorMetadata({ tsconfig }: BundleExtras): Promise<Plugin> {
  const { emitDecorated } = await import('../compiler/compile.js');
  const emit = emitDecorated(tsconfig);
  return {
    name: 'decorator-metadata',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?tsx?$/ }, async ({ path, namespace }) => {
        if (namespace !== 'file' || /[\\/]node_modules[\\/]/.test(path)) return undefined;
        try {
          const contents = emit(path, await readFile(path, 'utf8'));
          return contents === undefined ? undefined : { contents, loader: 'js', resolveDir: dirname(path) };
        } catch (error) {
          if (!(error instanceof CompileError)) throw error;
          const { file = path, line = 1, column = 1 } = error.failure.location ?? {};
          return { errors: [{ text: error.failure.message, location: { file, line, column: column - 1 } }] };
        }
      });
    },
  };
}

function problemsOf(error: unknown): BundleProblem[] | undefined {
  if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors))
    return undefined;
  return error.errors.length === 0
    ? undefined
    : error.errors.map(({ text, location }: BundleProblem) => ({
        text,
        location: location === null ? null : { file: location.file, line: location.line, column: location.column },
      }));
}

function importFile(file: string): Promise<unknown> {
  return import(pathToFileURL(file).href);
}

function listOf(value: unknown): Plugin[] {
  return Array.isArray(value) ? value : [];
}

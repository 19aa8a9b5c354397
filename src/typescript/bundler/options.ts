import { basename, extname, join } from 'node:path';
import type { BundleJob } from '../job.js';
import type { ModuleFormat } from '../module-format.js';
import { preamble } from '../preamble.js';

/** Options of the tools that pass the others on to esbuild, and those that say where the output goes, which is ours to say. */
const notForEsbuild: ReadonlySet<string> = new Set([
  'absWorkingDir',
  'allowOverwrite',
  'buildConcurrency',
  'concurrency',
  'config',
  'configFile',
  'disableIncremental',
  'entryPoints',
  'exclude',
  'installExtraArgs',
  'keepOutputDirectory',
  'logLevel',
  'metafile',
  'nativeZip',
  'nodeExternals',
  'outExtension',
  'outbase',
  'outdir',
  'outfile',
  'outputBuildFolder',
  'outputFileExtension',
  'outputWorkFolder',
  'packager',
  'packagePath',
  'packagerOptions',
  'skipBuild',
  'skipBuildExcludeFns',
  'skipRebuild',
  'sourceRoot',
  'splitting',
  'stripEntryResolveExtensions',
  'watch',
  'write',
  'zipConcurrency',
]);

/** What Lambda's Node.js runtimes bring, and both tools leave out of a bundle. */
const broughtByLambda = ['@aws-sdk/*', 'aws-sdk'];

/** The options of one bundle, and the file that it becomes. */
export interface BundleOptions {
  readonly options: Readonly<Record<string, unknown>>;
  readonly output: string;
}

/**
 * The options to give esbuild: those of the configuration, less what belongs to the tool that passes them on, and with what
 * makes the bundle one that our bootstrap loads: one file, inline source map, a first line that tells it where it is.
 */
export function bundleOptions(job: BundleJob): BundleOptions {
  const given = job.options;
  const format = formatOf(given, job.format);
  const output = join(job.outputFolder, `${basename(job.entry, extname(job.entry))}.${format}`);
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !notForEsbuild.has(name)));
  const banner = isMapping(given['banner']) ? given['banner'] : {};
  const ownBanner = typeof banner['js'] === 'string' ? `\n${banner['js']}` : '';
  const excluded = given['exclude'] === undefined ? broughtByLambda : texts(given['exclude']);
  return {
    output,
    options: {
      platform: 'node',
      target: `node${job.nodeVersion}`,
      ...kept,
      ...(given['bundle'] === false ? { packages: 'external' } : {}),
      bundle: true,
      format: format === 'mjs' ? 'esm' : 'cjs',
      external: [...texts(given['external']), ...excluded.filter((name) => name !== '*'), ...job.external],
      banner: { ...banner, js: preamble(job.entry, format) + ownBanner },
      sourcemap: 'inline',
      sourcesContent: false,
      outfile: output,
    },
  };
}

/** The format that the options name, or the extension that they give the output. */
function formatOf(given: BundleJob['options'], otherwise: ModuleFormat): ModuleFormat {
  const { format, outputFileExtension, outExtension } = given;
  if (format === 'esm') return 'mjs';
  if (typeof format === 'string') return 'cjs';
  const extension = outputFileExtension ?? (isMapping(outExtension) ? outExtension['.js'] : undefined);
  if (extension === '.mjs') return 'mjs';
  return extension === '.cjs' ? 'cjs' : otherwise;
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

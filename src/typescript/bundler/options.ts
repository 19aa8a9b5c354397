import { basename, extname, join } from 'node:path';
import type { BundleJob } from '../job.js';
import type { ModuleFormat } from '../module-format.js';
import { preamble } from '../preamble.js';
import { directiveSpace } from '../strict-bundle.js';

/**
 * Options that esbuild does not get: those of the tool that passes the others on to it, and those for the output's place,
 * which we decide.
 */
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

/** Packages that Lambda's Node.js runtimes have, and that both tools leave out of a bundle. */
const broughtByLambda = ['@aws-sdk/*', 'aws-sdk'];

/** The options of one bundle, and the file that it becomes. */
export interface BundleOptions {
  readonly options: Readonly<Record<string, unknown>>;
  readonly output: string;
}

/**
 * The options for esbuild: those of the configuration without the tool's own, and those that our bootstrap needs: one file,
 * an inline source map, and a first line that makes the code see itself in the source's place.
 */
export function bundleOptions(job: BundleJob): BundleOptions {
  const given = job.options;
  const format = formatOf(given, job.format);
  const output = join(job.outputFolder, `${basename(job.entry, extname(job.entry))}.${format}`);
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !notForEsbuild.has(name)));
  const banner = isMapping(given['banner']) ? given['banner'] : {};
  const ownBanner = typeof banner['js'] === 'string' ? `\n${banner['js']}` : '';
  const start = format === 'cjs' ? directiveSpace : '';
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
      banner: { ...banner, js: start + preamble(job.entry, format) + ownBanner },
      sourcemap: 'inline',
      sourcesContent: false,
      outfile: output,
    },
  };
}

/** The format that the options name, or that their extension for the output implies. */
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

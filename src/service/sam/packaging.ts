import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledPackages, PackageManifest, PackagingRules } from '../../lambda/function/packaging.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { isBuilt } from './code.js';

/** From which file `sam build` installs packages, by language. */
const manifests: Readonly<Record<string, readonly [PackageManifest['kind'], string]>> = {
  nodejs: ['npm', 'package.json'],
  python: ['requirements', 'requirements.txt'],
  ruby: ['gemfile', 'Gemfile'],
};

const uncompiledAdvice =
  'Have `sam build` compile it (`Metadata: { BuildMethod: esbuild }`), or run what compiles it in a step before.';

/**
 * What a deploy packs beside the folder of a function's code: what `sam build` installs or bundles, unless it has run already.
 * Source: AWS SAM developer guide, "Default build with AWS SAM" and "Building Lambda functions with custom runtimes".
 * @param folder that of the code. Absolute.
 */
export function readSamPackaging(
  declared: DeclaredFunction,
  folder: string,
  runtime: string,
): Pick<PackagingRules, 'installs' | 'bundler' | 'unsure' | 'uncompiledAdvice'> {
  if (isBuilt(declared.stack.folder)) return { uncompiledAdvice };
  const { BuildMethod: method, SkipBuild: skips } = metadataOf(declared);
  if (skips === true) return { uncompiledAdvice };
  if (method === 'esbuild') return { bundler: 'sam build' };
  if (method === 'makefile') return { unsure: 'its Makefile decides what is packed' };
  const [kind, name] = method === 'python-uv' ? (['uv', 'uv.lock'] as const) : (manifests[languageOf(runtime)] ?? []);
  if (kind === undefined || name === undefined) return { uncompiledAdvice };
  const file = join(folder, name);
  const installs: InstalledPackages = { tool: 'sam build', manifest: { kind, file } };
  return { uncompiledAdvice, ...(existsSync(file) ? { installs } : {}) };
}

function languageOf(runtime: string): string {
  return parseRuntime(runtime)?.language ?? '';
}

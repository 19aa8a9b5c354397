import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import { assetPath } from '../cloudformation/stack/asset-metadata.js';
import { type Assets, assetOf } from './assets.js';

/** Why the asset of a function is not what a deploy would pack. */
export type AssetFault =
  /** It is the source, which a deploy would bundle: an assembly made for other stacks (`CDK_BUNDLING_STACKS`) leaves it there. */
  | { readonly kind: 'unbundled' }
  /** It is a source that does not even have the handler: `lacking` names what is not there. */
  | { readonly kind: 'source'; readonly folder: string; readonly lacking: string }
  /** It is a staged source that lists packages of Python, and no bundling has put them beside it. */
  | { readonly kind: 'requirements'; readonly file: string };

/** The outputs of bundlings, and staged sources, are folders of the assembly with such names. */
const stagedName = /^asset\.[0-9a-f]{64}/;
const requirementFiles = ['requirements.txt', 'Pipfile', 'poetry.lock', 'uv.lock'];

/**
 * Looks whether the asset of a function was bundled, where it has to be; `undefined` where it is as a deploy has it. An assembly
 * without metadata of its assets (`--no-asset-metadata`) does not say what has to be.
 */
export async function assetFault(
  declared: DeclaredFunction,
  runtime: string,
  assets: Assets,
): Promise<AssetFault | undefined> {
  const path = assetPath(declared.resource, 'Code') ?? assetOf(declared.properties.get('Code')?.value, assets);
  if (path === undefined) return undefined;
  const folder = resolve(declared.stack.folder, path);
  const bundled = metadataOf(declared)['aws:asset:is-bundled'];
  if (bundled !== false && !stagedName.test(basename(path))) {
    const lacking = await lackingPart(declared, runtime, folder);
    if (lacking !== undefined) return { kind: 'source', folder, lacking };
    return bundled === true ? { kind: 'unbundled' } : undefined;
  }
  if (bundled === true || !runtime.startsWith('python')) return undefined;
  const file = requirementFiles.find((name) => existsSync(join(folder, name)));
  return file === undefined || hasPackages(folder) ? undefined : { kind: 'requirements', file };
}

/** What a runtime starts with, where a folder has not got it; `undefined` where it has, or a layer may have it. */
async function lackingPart(
  { properties, stack }: DeclaredFunction,
  runtime: string,
  folder: string,
): Promise<string | undefined> {
  const language = parseRuntime(runtime)?.language ?? '';
  if (properties.get('Layers') !== undefined) return undefined;
  if (language === 'custom') return existsSync(join(folder, 'bootstrap')) ? undefined : 'no bootstrap';
  const handler = (await evaluated(properties.get('Handler'), stack))?.value;
  if (typeof handler !== 'string' || !['nodejs', 'python', 'ruby'].includes(language)) return undefined;
  const module = handler.slice(0, handler.lastIndexOf('.'));
  const file = join(folder, language === 'python' ? module.replaceAll('.', '/') : module);
  const isThere = namesIn(dirname(file)).some(
    (name) => name === basename(file) || name.startsWith(`${basename(file)}.`),
  );
  return isThere ? undefined : `no file of the handler ${handler}`;
}

/** Whether packages were installed into a folder. */
function hasPackages(folder: string): boolean {
  return namesIn(folder).some((name) => name.endsWith('.dist-info') || name.endsWith('.egg-info'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function shown(folder: string): string {
  const path = displayPath(folder);
  return path === '.' ? folder : path;
}

const again = 'Run `npx cdk synth --quiet` for all stacks';
const whole = 'without CDK_BUNDLING_STACKS, and without `aws:cdk:bundling-stacks` in the context of cdk.json';

/**
 * What a user is told of it.
 * @param location where the function is made
 */
export function faultDiagnostic(key: string, fault: AssetFault, location: SourceLocation | undefined): Diagnostic {
  const place = location === undefined ? {} : { location };
  if (fault.kind === 'source') {
    return {
      severity: 'error',
      code: 'cdk-asset-unbundled',
      message: `The assembly has the source of ${key} in place of its bundle, and ${shown(fault.folder)} has ${fault.lacking}.`,
      hint: `${again}, which bundles it: ${whole}.`,
      ...place,
    };
  }
  if (fault.kind === 'unbundled') {
    return {
      severity: 'warning',
      code: 'cdk-asset-unbundled',
      message: `The assembly has the source of ${key} in place of its bundle: a deploy would bundle it.`,
      hint: `${again}: ${whole}.`,
      ...place,
    };
  }
  return {
    severity: 'warning',
    code: 'cdk-asset-requirements',
    message: `The asset of ${key} has a ${fault.file}, and none of the packages that it lists: they are looked for in this machine's Python.`,
    hint: `${again}, where Docker can bundle it, or bundle it without: a deploy of this asset would not have them.`,
    ...place,
  };
}

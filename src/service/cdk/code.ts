import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { codeAt, inlineFile } from '../cloudformation/functions/code.js';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';
import { metadataOf } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import type { TemplateCode } from '../cloudformation/functions/load-function.js';
import { assetPath } from '../cloudformation/stack/asset-metadata.js';
import { invalidSetting } from '../document/settings.js';
import { type Assets, assetOf } from './assets.js';

/**
 * The code of a function of an assembly: an asset, or code in the template.
 * @throws UserError where it is not on this machine
 */
export async function readCdkCode(declared: DeclaredFunction, runtime: string, assets: Assets): Promise<TemplateCode> {
  const { properties, resource, stack, logicalId, key } = declared;
  const property = properties.get('Code');
  const inline = property?.member('ZipFile');
  if (inline !== undefined) {
    const text = await evaluated(inline, stack);
    if (typeof text?.value === 'string') {
      return { code: { kind: 'inline' }, files: [inlineFile(inline, text.value, runtime)], place: inline };
    }
  }
  const place = property ?? { name: `Resources.${logicalId}`, node: stack.nodeAt(['Resources', logicalId]) };
  const path = assetPath(resource, 'Code') ?? assetOf(property?.value, assets);
  if (path === undefined) {
    throw invalidSetting(place, `has code of ${key} that is no asset of the assembly`, {
      code: 'code-remote',
      hint: 'Only code on this machine can be run: an asset (`Code.fromAsset`), or code in the template (`Code.fromInline`).',
    });
  }
  const hint = 'Run `npx cdk synth --quiet` again.';
  return { code: codeAt({ place, path, folder: stack.folder, hint }), place: property };
}

/** Why the asset of a function is not what a deploy would pack; `undefined` where it is. */
export type AssetFault =
  /** It is the source, which a deploy would bundle: an assembly made for other stacks (`CDK_BUNDLING_STACKS`) leaves it there. */
  | { readonly kind: 'unbundled' }
  /** It is a staged source that lists packages of Python, and no bundling has put them beside it. */
  | { readonly kind: 'requirements'; readonly file: string };

/** The outputs of bundlings, and staged sources, are folders of the assembly with such names. */
const stagedName = /^asset\.[0-9a-f]{64}/;
const requirementFiles = ['requirements.txt', 'Pipfile', 'poetry.lock', 'uv.lock'];

/** Looks whether the asset of a function was bundled, where it has to be. */
export function assetFault(declared: DeclaredFunction, runtime: string): AssetFault | undefined {
  const path = assetPath(declared.resource, 'Code');
  if (path === undefined) return undefined;
  const isBundled = metadataOf(declared)['aws:asset:is-bundled'] === true;
  if (isBundled) return stagedName.test(basename(path)) ? undefined : { kind: 'unbundled' };
  if (!runtime.startsWith('python')) return undefined;
  const folder = resolve(declared.stack.folder, path);
  const file = requirementFiles.find((name) => existsSync(join(folder, name)));
  return file === undefined || hasPackages(folder) ? undefined : { kind: 'requirements', file };
}

/** Whether packages were installed into a folder. */
function hasPackages(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.dist-info') || name.endsWith('.egg-info'));
  } catch {
    return false;
  }
}

import { isAbsolute } from 'node:path';
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
  return { code: await codeAt({ place, path, folder: stack.folder, hint }), place: property };
}

/**
 * Whether the asset of a function is its source, which a deploy would bundle: an assembly made for other stacks
 * (`CDK_BUNDLING_STACKS`) leaves it where it is.
 */
export function isUnbundled(declared: DeclaredFunction): boolean {
  const path = assetPath(declared.resource, 'Code');
  return path !== undefined && isAbsolute(path) && metadataOf(declared)['aws:asset:is-bundled'] !== true;
}

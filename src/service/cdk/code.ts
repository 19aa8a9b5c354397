import type { ReportDiagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import { codeAt, inlineFile } from '../cloudformation/functions/code.js';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import type { TemplateCode } from '../cloudformation/functions/load-function.js';
import { assetPath } from '../cloudformation/stack/asset-metadata.js';
import { locateNode } from '../document/locate.js';
import { invalidSetting } from '../document/settings.js';
import { assetFault, faultDiagnostic } from './asset-fault.js';
import { type Assets, assetOf } from './assets.js';
import { refuseSstStub } from './sst.js';

/** What decides how the code of a function is read. */
export interface CodeUse {
  readonly assets: Assets;
  /** Where the user's code makes the function, if the assembly says so. */
  readonly madeAt: SourceLocation | undefined;
  /** Whether it is to be run. */
  readonly isRun: boolean;
  readonly report: ReportDiagnostic;
}

/**
 * The code of a function of an assembly. What is to be run has to be what a deploy packs: a source that was not bundled is a warning,
 * or an error where nothing in it can be started.
 * @throws UserError where it is not on this machine, or can't be run
 */
export async function readCdkCode(declared: DeclaredFunction, runtime: string, use: CodeUse): Promise<TemplateCode> {
  const location = (): SourceLocation | undefined =>
    use.madeAt ?? locateNode(declared.stack.nodeAt(['Resources', declared.logicalId]), 'key');
  if (use.isRun) refuseSstStub(declared, location);
  const code = await readCode(declared, runtime, use.assets);
  const fault = use.isRun ? await assetFault(declared, runtime, use.assets) : undefined;
  if (fault === undefined) return code;
  const found = faultDiagnostic(declared.key, fault, location());
  if (found.severity === 'error') throw new UserError(found);
  use.report(found);
  return code;
}

/** An asset, or code in the template. */
async function readCode(declared: DeclaredFunction, runtime: string, assets: Assets): Promise<TemplateCode> {
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

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../diagnostics/user-error.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { codeAt, inlineFile } from '../cloudformation/functions/code.js';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import type { TemplateCode } from '../cloudformation/functions/load-function.js';
import type { Property } from '../cloudformation/functions/properties.js';
import { assetPath } from '../cloudformation/stack/asset-metadata.js';
import { isMapping } from '../cloudformation/values.js';
import { kindOf } from '../document/config-node.js';
import { locateNode } from '../document/locate.js';
import { invalidSetting } from '../document/settings.js';

/**
 * The code of a function: in the template itself, or in the folder or archive that it names, which is the template's own folder
 * where it names none. Source: AWS SAM specification, "AWS::Serverless::Function", `CodeUri` and `InlineCode`.
 * @throws UserError where it is not on this machine, or only `sam build` makes it
 */
export async function readSamCode(declared: DeclaredFunction, runtime: string): Promise<TemplateCode> {
  const { properties, stack, resource } = declared;
  const isServerless = resource['Type'] === 'AWS::Serverless::Function';
  const inline = isServerless ? properties.get('InlineCode') : properties.get('Code')?.member('ZipFile');
  if (inline !== undefined) {
    const text = await evaluated(inline, stack);
    if (typeof text?.value === 'string') {
      return { code: { kind: 'inline' }, files: [inlineFile(inline, text.value, runtime)], place: inline };
    }
  }
  const property = properties.get(isServerless ? 'CodeUri' : 'Code');
  const path = assetPath(resource, isServerless ? 'CodeUri' : 'Code') ?? (await writtenPath(property, declared));
  refuseUnbuilt(declared, runtime, resolve(stack.folder, path));
  const place = property ?? { name: declared.key, node: stack.nodeAt(['Resources', declared.logicalId]) };
  const hint = isBuilt(stack.folder)
    ? 'Run `sam build` again.'
    : "Correct the path: it starts from the template's folder.";
  return { code: codeAt({ place, path, folder: stack.folder, hint }), place: property };
}

async function writtenPath(property: Property | undefined, { stack, key }: DeclaredFunction): Promise<string> {
  const setting = await evaluated(property, stack);
  if (property === undefined || setting === undefined) return '.';
  const { value } = setting;
  if (typeof value === 'string') return value;
  const bucket = isMapping(value) ? (value['Bucket'] ?? value['S3Bucket']) : undefined;
  if (bucket === undefined) {
    throw invalidSetting(setting, `must name a folder or a zip file, and is ${kindOf(value)}`, {
      code: 'code-invalid',
    });
  }
  throw invalidSetting(
    setting,
    `has the code of ${key} in the bucket ${String(bucket)}, and only code on this machine can be run`,
    {
      code: 'code-remote',
      hint: 'Name the folder of the code, or a zip file.',
    },
  );
}

/** Whether a template is one that `sam build` wrote. */
export function isBuilt(folder: string): boolean {
  return /[\\/]\.aws-sam[\\/]build(?:[\\/]|$)/.test(folder);
}

/** What only a build makes a program of, by the file that says how it is built. */
const sourcesOfJava = ['pom.xml', 'build.gradle', 'build.gradle.kts'];
const programMethods: ReadonlySet<unknown> = new Set(['go1.x', 'rust-cargolambda', 'dotnet', 'dotnet7']);

function refuseUnbuilt(declared: DeclaredFunction, runtime: string, folder: string): void {
  const { stack, logicalId, key } = declared;
  if (isBuilt(stack.folder)) return;
  const { BuildMethod: method } = metadataOf(declared);
  const language = parseRuntime(runtime)?.language;
  const isProgram = (language === 'custom' || programMethods.has(method)) && !existsSync(join(folder, 'bootstrap'));
  const isJava = language === 'java' && sourcesOfJava.some((name) => existsSync(join(folder, name)));
  const why =
    method === 'makefile'
      ? 'is built by its Makefile'
      : isJava
        ? 'is built from Java sources'
        : method !== undefined && isProgram
          ? `is built by ${String(method)}`
          : undefined;
  if (why === undefined) return;
  const location = locateNode(stack.nodeAt(['Resources', logicalId]), 'key');
  throw new UserError({
    code: 'sam-build-needed',
    message: `The function ${key} ${why}, and there is no build of it.`,
    hint: 'Run `sam build` before this step: what it makes in .aws-sam/build is run then.',
    ...(location === undefined ? {} : { location }),
  });
}

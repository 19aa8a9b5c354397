import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { manifestOf, readCdkSettings } from '../cdk/assembly-folder.js';
import { isMapping } from '../document/config-node.js';
import { createTemplateReader, type DocumentReader, type OpenedFile } from '../document/read-document.js';
import type { ServiceOptions } from '../service.js';

/** A configuration that is not the Serverless Framework's. */
export interface FoundFormat extends OpenedFile {
  readonly format: 'sam' | 'cdk';
}

const templateNames = ['template.yaml', 'template.yml', 'template.json'];
/** What a template has that has functions, itself or in a nested stack. */
const traceOfFunctions = /AWS::(?:Serverless-2016-10-31|(?:Serverless|Lambda)::Function|CloudFormation::Stack)/;

/**
 * The format of a configuration file that was named, by its content.
 * @returns `undefined` where it is the Serverless Framework's, or none that is known
 * @throws UserError where it is a folder, and no assembly
 */
export async function formatOfFile(file: string, report: ReportDiagnostic): Promise<FoundFormat | undefined> {
  const readDocument = createTemplateReader(report);
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) {
    const manifest = join(file, 'manifest.json');
    if (existsSync(manifest)) return { format: 'cdk', file: manifest, readDocument };
    throw new UserError({
      code: 'config-format',
      message: `The configuration ${displayPath(file)} is a folder, and no assembly of the CDK: it has no manifest.json.`,
      hint: 'Name a file, or the folder that `cdk synth` writes.',
    });
  }
  if (!/\.(?:ya?ml|json|template)$/i.test(file)) return undefined;
  const document = await readDocument(file);
  const { value } = document ?? {};
  if (!isMapping(value)) return undefined;
  if (isMapping(value['artifacts']) && typeof value['version'] === 'string')
    return { format: 'cdk', file, readDocument };
  return isMapping(value['Resources']) || 'Transform' in value ? { format: 'sam', file, readDocument } : undefined;
}

/**
 * What a folder has: SAM's build of a template, a template with functions, the assembly of a CDK project.
 * @throws UserError where it is a CDK project without an assembly
 */
export async function formatOfFolder(options: ServiceOptions): Promise<FoundFormat | undefined> {
  const { workingDirectory: folder, report } = options;
  const readDocument = createTemplateReader(report);
  const sam = await templateIn(options, readDocument);
  const manifest = manifestOf(folder);
  if (options.synthesize === true && sam === undefined) await synthesized(options);
  const cdk = existsSync(manifest) ? ({ format: 'cdk', file: manifest, readDocument } as const) : undefined;
  if (sam !== undefined && cdk !== undefined) report(severalFormats(sam.file, cdk.file, folder));
  if (sam !== undefined || cdk !== undefined) return sam ?? cdk;
  if (readCdkSettings(folder) === undefined) return undefined;
  throw new UserError({
    code: 'cdk-assembly-missing',
    message: `There is a cdk.json in ${shownFolder(folder)}, and no assembly: ${displayPath(manifest)} does not exist.`,
    hint: 'Run `npx cdk synth --quiet` before this step, or set `synth: true` (--synth).',
    location: { file: join(folder, 'cdk.json') },
  });
}

/** The notice of a folder that has two formats: which one is taken, and how to name the other. */
export function severalFormats(
  taken: string,
  other: string,
  folder: string,
): { readonly severity: 'notice'; readonly code: string; readonly message: string; readonly hint: string } {
  const named = (file: string): string => relative(folder, file) || basename(file);
  return {
    severity: 'notice',
    code: 'config-several',
    message: `${named(taken)} is used; there is ${named(other)} too.`,
    hint: `To use the other one, name it: \`config: ${named(other)}\` (or --config).`,
  };
}

async function templateIn(
  { workingDirectory: folder, report }: ServiceOptions,
  readDocument: DocumentReader,
): Promise<FoundFormat | undefined> {
  const template = await firstTemplate(folder, readDocument);
  const built = ['template.yaml', 'template.yml']
    .map((name) => join(folder, '.aws-sam', 'build', name))
    .find(existsSync);
  if (built === undefined) return template === undefined ? undefined : { format: 'sam', file: template, readDocument };
  if (template === undefined || statSync(built).mtimeMs >= statSync(template).mtimeMs)
    return { format: 'sam', file: built, readDocument };
  report({
    severity: 'warning',
    code: 'sam-build-old',
    message: `${displayPath(built)} is older than ${displayPath(template)}: the build is not used.`,
    hint: 'Run `sam build` again, or remove the folder .aws-sam.',
  });
  return { format: 'sam', file: template, readDocument };
}

/** A template with functions. Others, such as those of workflows, have the same names. */
async function firstTemplate(folder: string, readDocument: DocumentReader): Promise<string | undefined> {
  for (const name of templateNames) {
    const file = resolve(folder, name);
    if (!existsSync(file)) continue;
    const document = await readDocument(file);
    if (isMapping(document?.value) && traceOfFunctions.test(document.file?.text ?? '')) return file;
  }
  return undefined;
}

function shownFolder(folder: string): string {
  const shown = displayPath(folder);
  return shown === '.' ? folder : shown;
}

/** Makes the assembly of a CDK project. */
async function synthesized(options: ServiceOptions): Promise<void> {
  const project = readCdkSettings(options.workingDirectory);
  if (project === undefined) return;
  const { synthesize } = await import('../cdk/synthesize.js');
  await synthesize(options, project);
}

import { dirname, join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { type ConfigDocument, isMapping } from '../document/config-node.js';

/** A stack of an assembly. */
export interface AssemblyStack {
  /** Its id in the assembly. */
  readonly id: string;
  readonly stackName: string;
  /** Absolute. */
  readonly templateFile: string;
  /** `undefined` for a stack that can be deployed to any. */
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The file with the metadata of its constructs; absolute. `undefined` where the manifest holds them. */
  readonly metadataFile?: string;
  /** The metadata of its constructs, by their paths, where the manifest holds them. */
  readonly metadata: unknown;
  /** The files that list the stack's assets. Absolute. */
  readonly assetFiles: readonly string[];
}

/**
 * The stacks of a cloud assembly, those of its stages too. Source: AWS CDK, `cloud-assembly-schema`, `AssemblyManifest`.
 * @throws UserError where it is no manifest
 */
export async function readAssembly(
  file: string,
  readDocument: (path: string) => Promise<ConfigDocument | undefined>,
): Promise<AssemblyStack[]> {
  const document = await readDocument(file);
  const artifacts = isMapping(document?.value) ? document.value['artifacts'] : undefined;
  if (!isMapping(artifacts)) {
    throw new UserError({
      code: document === undefined ? 'config-missing' : 'cdk-manifest-invalid',
      message: `${displayPath(file)} ${document === undefined ? 'does not exist' : 'is no manifest of a cloud assembly: it has no artifacts'}.`,
      hint: 'Run `npx cdk synth --quiet` again.',
      ...(document === undefined ? {} : { location: { file } }),
    });
  }
  const folder = dirname(file);
  const assetFiles = Object.values(artifacts).flatMap((artifact) => {
    const name = typeOf(artifact) === 'cdk:asset-manifest' ? propertiesOf(artifact)['file'] : undefined;
    return typeof name === 'string' ? [join(folder, name)] : [];
  });
  const stacks: AssemblyStack[] = [];
  for (const [id, artifact] of Object.entries(artifacts)) {
    const properties = propertiesOf(artifact);
    const { directoryName, templateFile } = properties;
    if (typeOf(artifact) === 'cdk:cloud-assembly' && typeof directoryName === 'string') {
      stacks.push(...(await readAssembly(join(folder, directoryName, 'manifest.json'), readDocument)));
    }
    if (typeOf(artifact) === 'aws:cloudformation:stack' && typeof templateFile === 'string') {
      stacks.push(stackOf(id, artifact, { folder, templateFile, properties, assetFiles }));
    }
  }
  return stacks;
}

interface StackFacts {
  readonly folder: string;
  readonly templateFile: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly assetFiles: readonly string[];
}

function stackOf(id: string, artifact: unknown, facts: StackFacts): AssemblyStack {
  const { folder, templateFile, properties, assetFiles } = facts;
  const member = (name: string): unknown => (isMapping(artifact) ? artifact[name] : undefined);
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(String(member('environment'))) ?? [];
  const metadataFile = member('additionalMetadataFile');
  const { stackName, parameters } = properties;
  return {
    id,
    stackName: typeof stackName === 'string' ? stackName : id,
    templateFile: join(folder, templateFile),
    ...(account === undefined || account === 'unknown-account' ? {} : { account }),
    ...(region === undefined || region === 'unknown-region' ? {} : { region }),
    parameters: isMapping(parameters)
      ? Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]))
      : {},
    ...(typeof metadataFile === 'string' ? { metadataFile: join(folder, metadataFile) } : {}),
    metadata: member('metadata'),
    assetFiles,
  };
}

function typeOf(artifact: unknown): unknown {
  return isMapping(artifact) ? artifact['type'] : undefined;
}

function propertiesOf(artifact: unknown): Readonly<Record<string, unknown>> {
  const properties = isMapping(artifact) ? artifact['properties'] : undefined;
  return isMapping(properties) ? properties : {};
}

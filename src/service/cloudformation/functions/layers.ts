import type { LambdaLayer, NamedLayer } from '../../../lambda/function/lambda-function.js';
import { kindOf } from '../../document/config-node.js';
import { invalidSetting } from '../../document/settings.js';
import { evaluateIntrinsics } from '../evaluate.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import { assetPath } from '../stack/asset-metadata.js';
import type { ForeignValue, TemplateStack } from '../stack/open-stack.js';
import { intrinsicIn, isMapping } from '../values.js';
import { codeAt } from './code.js';
import { evaluated } from './evaluated.js';
import type { Property } from './properties.js';
import { readProperties } from './properties.js';

/** The property with the content of a layer, by its type. */
const contentProperties: Readonly<Record<string, string>> = {
  'AWS::Serverless::LayerVersion': 'ContentUri',
  'AWS::Lambda::LayerVersion': 'Content',
};

/** Finds a layer whose content the template names by a key of a bucket, where the format knows the local file. */
export type FindAsset = (property: Property, stack: TemplateStack) => string | undefined;

/** The layers of a function, and what says so. */
export interface TemplateLayers {
  readonly value: readonly (LambdaLayer | NamedLayer)[];
  readonly place: Property | undefined;
}

/**
 * A function's layers, in their order: those that the templates declare with their content, others by their names.
 * @throws UserError if it is no list, or a layer's content is not there
 */
export async function readLayers(
  property: Property,
  stack: TemplateStack,
  findAsset: FindAsset,
): Promise<TemplateLayers> {
  const list =
    intrinsicIn(property.value) === undefined ? property.value : ((await evaluated(property, stack))?.value ?? []);
  if (!Array.isArray(list)) {
    throw invalidSetting(property, `must be a list, and is ${kindOf(list)}`, { code: 'layers-invalid' });
  }
  const layers: (LambdaLayer | NamedLayer)[] = [];
  for (const item of list as readonly unknown[]) {
    const declared = await declaredLayer({ stack, value: item });
    const layer = declared && (await localLayer(declared, findAsset));
    if (layer !== undefined) layers.push(layer);
    else {
      const name = await layerName(item, stack);
      if (name !== undefined) layers.push({ name, code: { kind: 'elsewhere' } });
    }
  }
  return { value: layers, place: property };
}

interface DeclaredLayer {
  readonly stack: TemplateStack;
  readonly logicalId: string;
}

/** Follows references, also through parameters of nested stacks and outputs, to a layer that a template declares. */
async function declaredLayer({ stack, value }: ForeignValue): Promise<DeclaredLayer | undefined> {
  const called = intrinsicIn(value);
  const [logicalId, attribute] =
    called?.name === 'Fn::GetAtt' && Array.isArray(called.argument) ? called.argument : [called?.argument, undefined];
  if (typeof logicalId !== 'string') return undefined;
  if (called?.name === 'Fn::GetAtt' && typeof attribute === 'string' && attribute.startsWith('Outputs.')) {
    const child = (await stack.nested()).get(logicalId);
    const outputs = child?.value['Outputs'];
    const output = isMapping(outputs) ? outputs[attribute.slice('Outputs.'.length)] : undefined;
    return child && isMapping(output) ? declaredLayer({ stack: child, value: output['Value'] }) : undefined;
  }
  if (called?.name !== 'Ref') return undefined;
  const given = stack.parameter(logicalId);
  if (given !== undefined) return declaredLayer(given);
  const type = (await stack.resources()).get(logicalId)?.['Type'];
  return typeof type === 'string' && Object.hasOwn(contentProperties, type) ? { stack, logicalId } : undefined;
}

async function localLayer({ stack, logicalId }: DeclaredLayer, findAsset: FindAsset): Promise<LambdaLayer | undefined> {
  const resource = (await stack.resources()).get(logicalId);
  const name = contentProperties[String(resource?.['Type'])] ?? '';
  const properties = readProperties(stack, ['Resources', logicalId, 'Properties'], undefined);
  const property = properties.get(name);
  if (property === undefined) {
    const node = stack.nodeAt(['Resources', logicalId]);
    throw invalidSetting({ name: `Resources.${logicalId}`, node }, `has no ${name}`, { code: 'layer-path-missing' });
  }
  const asset = assetPath(resource, name) ?? findAsset(property, stack);
  const value = asset ?? (await evaluated(property, stack))?.value;
  if (typeof value !== 'string') return undefined;
  const hint = 'Build the layer before this step, or correct the path.';
  return { name: logicalId, code: codeAt({ place: property, path: value, folder: stack.folder, hint }) };
}

/** What a layer from elsewhere is called; `undefined` for none (`AWS::NoValue`). */
async function layerName(value: unknown, { evaluation }: TemplateStack): Promise<string | undefined> {
  try {
    const known = await evaluateIntrinsics(value, evaluation);
    if (known === null) return undefined;
    return typeof known === 'string' ? known : JSON.stringify(known);
  } catch (error) {
    if (error instanceof IntrinsicFailure) return JSON.stringify(value);
    throw error;
  }
}

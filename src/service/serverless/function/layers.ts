import { resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { statusOf } from '../../../host/status-of.js';
import type { LambdaLayer, NamedLayer, PackedCode } from '../../../lambda/function/lambda-function.js';
import { type ConfigNode, childNodes, isMapping, kindOf } from '../../document/config-node.js';
import { invalidSetting, textSetting } from '../../document/settings.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { logicalName } from '../stack/logical-name.js';
import { VariableError } from '../variables/problem.js';
import { artifactFile, settingBelow } from './code.js';
import type { FunctionBody } from './functions.js';

/**
 * The function's layers, in their order: those of the service with their content, others by their names. The function's own list
 * replaces the provider's.
 * @throws UserError if it is not a list, or a layer is not where it should be
 */
export async function readLayers(
  service: ServiceFacts,
  body: FunctionBody,
): Promise<{
  readonly value: readonly (LambdaLayer | NamedLayer)[];
  readonly node: ConfigNode | undefined;
}> {
  const { resolver } = service;
  const own = (await body.nodes('layers')).at(-1);
  const inherited = own === undefined ? await resolver.walk(resolver.root, ['provider', 'layers']) : undefined;
  const node = own ?? inherited;
  const list = node && (await resolver.settle(node));
  if (node === undefined || list === undefined || list.value === null) return { value: [], node: undefined };
  if (isMapping(list.value)) {
    const name = own === undefined ? 'provider.layers' : `functions.${body.key}.layers`;
    throw invalidSetting({ name, node }, `must be a list, and is ${kindOf(list.value)}`, { code: 'layers-invalid' });
  }
  const declared = await declaredLayers(service);
  const layers: (LambdaLayer | NamedLayer)[] = [];
  // The framework makes a list of a single one.
  for (const item of Array.isArray(list.value) ? childNodes(list) : [list]) {
    const value = await resolver.value(item).catch((error: unknown) => unanswered(error, item));
    if (value === null) continue;
    const reference = isMapping(value) ? value['Ref'] : undefined;
    const local = typeof reference === 'string' ? declared.get(reference) : undefined;
    if (local !== undefined) layers.push(await readLayer(service, local));
    else layers.push(namedLayer(typeof value === 'string' ? value : JSON.stringify(value)));
  }
  return { value: layers, node };
}

/** If AWS does not answer, only the ARN of a layer is missing, which would not be fetched anyway. */
function unanswered(error: unknown, { value }: ConfigNode): unknown {
  if (error instanceof VariableError && error.problem.code.startsWith('aws-')) return value;
  throw error;
}

/** The layers that the service declares, by their names in the template. */
async function declaredLayers({ resolver }: ServiceFacts): Promise<Map<string, ConfigNode>> {
  const layers = await resolver.walk(resolver.root, ['layers']);
  if (layers === undefined || !isMapping(layers.value)) return new Map();
  return new Map(childNodes(layers).map((node) => [`${logicalName(node.path.at(-1) ?? '')}LambdaLayer`, node]));
}

async function readLayer(service: ServiceFacts, node: ConfigNode): Promise<LambdaLayer> {
  const key = node.path.at(-1) ?? '';
  return { name: key, code: await layerCode(service, node, `layers.${key}`) };
}

async function layerCode(service: ServiceFacts, node: ConfigNode, name: string): Promise<PackedCode> {
  const artifact = await settingBelow(service, node, name, 'package', 'artifact');
  if (artifact !== undefined) return { kind: 'zip', file: await artifactFile(service, artifact) };
  const path = await settingBelow(service, node, name, 'path');
  if (path === undefined) {
    throw invalidSetting({ name, node }, 'has no path', {
      code: 'layer-path-missing',
      hint: "Add `path: …`: the folder, from the service's root, with what Lambda unpacks to /opt.",
    });
  }
  const folder = resolve(service.root, textSetting(path) ?? '');
  const found = statusOf(folder);
  if (found?.isDirectory() === true) return { kind: 'folder', folder };
  const what = found === undefined ? 'does not exist' : 'is not a folder';
  throw invalidSetting(path, `is ${displayPath(folder)}, which ${what}`, {
    code: 'layer-folder-missing',
    hint: "Build the layer before this step, or correct the path: it starts from the service's root.",
  });
}

function namedLayer(name: string): NamedLayer {
  return { name, code: { kind: 'elsewhere' } };
}

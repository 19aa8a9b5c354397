import { type ConfigNode, childNode, childNodes, dataNode, isMapping } from '../../document/config-node.js';
import type { Change } from '../root/changed-configuration.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { ChangingPlugin } from './plugin.js';

export const lift: ChangingPlugin = {
  name: 'serverless-lift',
  changes:
    'makes functions of constructs: the `worker` of a queue is `<construct>Worker`, the `authorizer` of a webhook `<construct>Authorizer`',
  here: 'the same; `${construct:…}` is answered by `variables`',
  adds: { service: ['constructs'] },
  sources: ['construct'],
  effects: { configuration: constructFunctions },
};

/** The functions inside constructs, by the construct's type. */
const heldFunctions: Readonly<Record<string, { readonly key: string; readonly suffix: string }>> = {
  queue: { key: 'worker', suffix: 'Worker' },
  webhook: { key: 'authorizer', suffix: 'Authorizer' },
};

async function constructFunctions({ resolver }: ServiceFacts): Promise<Change[]> {
  const { root, settle, value, walk } = resolver;
  const constructs = await walk(root, ['constructs']);
  if (constructs === undefined || !isMapping(constructs.value)) return [];
  const held = await Promise.all(
    childNodes(constructs).map(async (node): Promise<Change[]> => {
      const construct = await settle(node);
      const typeNode = childNode(construct, 'type');
      const type = typeNode && (await value(typeNode));
      const found = typeof type === 'string' && Object.hasOwn(heldFunctions, type) ? heldFunctions[type] : undefined;
      const held = found && childNode(construct, found.key);
      if (found === undefined || held === undefined || !isMapping((await settle(held)).value)) return [];
      return [{ path: ['functions', `${node.path.at(-1)}${found.suffix}`], node: held }];
    }),
  );
  const changes = held.flat();
  const functions: ConfigNode | undefined = await walk(root, ['functions']);
  const isMissing = functions === undefined || functions.value === null;
  return isMissing && changes.length > 0 ? [{ path: ['functions'], node: dataNode({}) }, ...changes] : changes;
}

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigDocument, type ConfigNode, childNode, childNodes, nodeName } from '../../document/config-node.js';
import { locateNode, plainText } from '../../document/locate.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { VariableError } from '../variables/problem.js';
import type { Resolver } from '../variables/resolver.js';
import { mayChangeScalars } from './changing-text.js';

/** A value that is another one than what is written. */
interface Changed {
  readonly node: ConfigNode;
  readonly written: string;
}

/**
 * Says what of a function's environment YAML or JSON reads as another value than what is written: an account `012345678901` is
 * the number 12345678901, `1.10` is 1.1, and whole numbers past 2^53 lose digits. The framework deploys the same.
 * @param bodies the function's bodies; later ones are merged into earlier ones
 */
export async function changedScalars(
  { localResolver, overridden }: Pick<ServiceFacts, 'localResolver' | 'overridden'>,
  bodies: readonly ConfigNode[],
): Promise<Diagnostic | undefined> {
  const used = new Set<ConfigNode>();
  const resolver = localResolver((node) => void used.add(node));
  for (const [name, node] of await environmentNodes(resolver, bodies)) {
    if (overridden.has(name)) continue;
    used.add(node);
    await unlessUnknown(resolver.value(node));
  }
  const changed = new Map<string, Changed>();
  for (const node of used) {
    const written = changedText(node);
    if (written !== undefined) changed.set(`${node.document.file?.path} ${node.path.join('.')}`, { node, written });
  }
  return changed.size === 0 ? undefined : describe([...changed.values()], resolver.root.document);
}

/** The variables of the environment, each as it is written last. */
async function environmentNodes(resolver: Resolver, bodies: readonly ConfigNode[]): Promise<Map<string, ConfigNode>> {
  const nodes = new Map<string, ConfigNode>();
  const provider = await unlessUnknown(resolver.walk(resolver.root, ['provider']));
  for (const parent of [provider, ...bodies]) {
    const settled = parent && (await unlessUnknown(resolver.settle(parent)));
    const environment = settled && childNode(settled, 'environment');
    const mapping = environment && (await unlessUnknown(resolver.settle(environment)));
    for (const node of mapping === undefined ? [] : childNodes(mapping)) nodes.set(node.path.at(-1) ?? '', node);
  }
  return nodes;
}

async function unlessUnknown<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof VariableError || error instanceof UserError) return undefined;
    throw error;
  }
}

/** How a scalar is written, where its value is another one. */
function changedText(node: ConfigNode): string | undefined {
  const { value } = node;
  const { file } = node.document;
  const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  if (file === undefined || (typeof value !== 'number' && typeof value !== 'boolean' && !isDate)) return undefined;
  if (!mayChangeScalars(file)) return undefined;
  const written = plainText(node);
  return written === undefined || written === String(value) ? undefined : written;
}

function describe(changed: readonly Changed[], mainDocument: ConfigDocument): Diagnostic {
  const [first] = changed;
  const location = first && locateNode(first.node);
  const language = first?.node.document.file?.format === 'json' ? 'JSON' : 'YAML';
  const list = changed.map(
    ({ node, written }) => `${nodeName(node, mainDocument)} is written ${written}, and is ${String(node.value)}`,
  );
  return {
    severity: 'warning',
    code: 'config-number-changed',
    message: `${language} makes another value of what is not quoted, and so it is deployed: ${list.join('; ')}.`,
    hint: `Quote it to keep it: "${first?.written}".`,
    ...(location === undefined ? {} : { location }),
  };
}

import { type ConfigNode, isMapping } from '../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';

/**
 * A mapping of texts that are written as a configuration has them, with variables, which stands where the service has
 * something else: what is wrong with one of them is said to be there.
 * @param path the way to what the service has, from its root
 */
export function variableTexts(
  { root }: Pick<Resolver, 'root'>,
  path: readonly string[],
  texts: Readonly<Record<string, string>>,
): ConfigNode {
  const { file } = root.document;
  return { document: file === undefined ? { value: texts } : { file, value: texts }, path, value: texts };
}

/** Whether a value is a mapping of texts. */
export function isTextMapping(value: unknown): value is Readonly<Record<string, string>> {
  return isMapping(value) && Object.values(value).every((member) => typeof member === 'string');
}

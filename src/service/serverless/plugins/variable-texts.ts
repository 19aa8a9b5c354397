import { type ConfigNode, isMapping } from '../../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';

/**
 * A mapping of texts that may contain variables, which replaces something else in the service. Errors in the texts are
 * reported at the place of what is replaced.
 * @param path the path, from the root, of what is replaced
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

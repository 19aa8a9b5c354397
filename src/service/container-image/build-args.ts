import { isMapping } from '../document/config-node.js';

/** The arguments of a build, as a configuration has them: a mapping whose values become text. */
export function buildArgsOf(value: unknown): Readonly<Record<string, string>> {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {};
}

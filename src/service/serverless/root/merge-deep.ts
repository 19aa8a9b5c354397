import { isMapping } from '../../document/config-node.js';

/** Merges one value into another as the framework merges its lists of functions: mappings and lists member by member. */
export function mergeDeep(base: unknown, extension: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(extension)) {
    const length = Math.max(base.length, extension.length);
    return Array.from({ length }, (_, index) =>
      index < extension.length
        ? index < base.length
          ? mergeDeep(base[index], extension[index])
          : extension[index]
        : base[index],
    );
  }
  if (!isMapping(base) || !isMapping(extension)) return extension;
  const members = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(extension)) {
    members.set(key, members.has(key) ? mergeDeep(members.get(key), value) : value);
  }
  return Object.fromEntries(members);
}

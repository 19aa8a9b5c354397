/** Merges a value into another one: objects member by member; everything else is replaced. */
export function mergeMembers(below: unknown, above: unknown): unknown {
  if (!isObject(below) || !isObject(above)) return above;
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    merged[key] = Object.hasOwn(below, key) ? mergeMembers(below[key], value) : value;
  }
  return merged;
}

/** Whether a value has members of its own. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

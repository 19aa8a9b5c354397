/** What a value of a results file has to be. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Shape }
  | { readonly required?: Members; readonly optional?: Members };

type Members = Readonly<Record<string, Shape>>;

/**
 * Looks for the first value that is not what it has to be. Members that are not known are passed over, since later versions may
 * have more.
 * @param name what messages call the value
 * @returns a sentence without its end: `findings[0].message` is missing
 */
export function findMistake(value: unknown, shape: Shape, name: string): string | undefined {
  if (typeof shape === 'string') {
    return typeof value === shape ? undefined : `\`${name}\` is ${kindOf(value)}, and ${nounOf(shape)} is expected`;
  }
  if ('oneOf' in shape) {
    if (typeof value === 'string' && shape.oneOf.includes(value)) return undefined;
    const shown = typeof value === 'string' ? JSON.stringify(value) : kindOf(value);
    return `\`${name}\` is ${shown}, and one of ${shape.oneOf.join(', ')} is expected`;
  }
  if ('listOf' in shape) {
    if (!Array.isArray(value)) return `\`${name}\` is ${kindOf(value)}, and a list is expected`;
    return first(value, (item, index) => findMistake(item, shape.listOf, `${name}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `\`${name}\` is ${kindOf(value)}, and an object is expected`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const { required = {}, optional = {} } = shape;
  const inside = (key: string): string => (name === '' ? key : `${name}.${key}`);
  return (
    first(Object.entries(required), ([key, member]) => findMistake(members[key], member, inside(key))) ??
    first(Object.entries(optional), ([key, member]) =>
      members[key] === undefined ? undefined : findMistake(members[key], member, inside(key)),
    )
  );
}

function first<T>(items: readonly T[], find: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return nounOf(typeof value);
}

function nounOf(type: string): string {
  return type === 'string' ? 'a text' : type === 'object' ? 'an object' : `a ${type}`;
}

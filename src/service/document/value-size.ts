import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';

const maxDepth = 500;
/** The most values. More are a mistake, or an attempt to exhaust our memory. */
export const maxValues = 1_000_000;

/** The size of a value with all aliases expanded. */
interface Size {
  readonly values: number;
  readonly depth: number;
}

/**
 * Refuses a value that its aliases make endless or huge, before anything else walks through it.
 * @throws UserError if it is nested deeper than 500, or has more than a million values with all aliases expanded
 */
export function checkSize(value: unknown, path: string): void {
  const known = new Map<object, Size>();
  const refuse = (what: string): never => {
    throw new UserError({
      code: 'config-too-large',
      message: `${displayPath(path)} ${what}.`,
      hint: 'Look for an anchor that holds an alias of itself, or aliases of aliases.',
      location: { file: path },
    });
  };

  const measure = (current: unknown, level: number): Size => {
    if (typeof current !== 'object' || current === null) return { values: 1, depth: 0 };
    const seen = known.get(current);
    if (level + (seen?.depth ?? 0) > maxDepth) refuse(`nests more than ${maxDepth} levels deep`);
    if (seen !== undefined) return seen;
    let values = 1;
    let depth = 0;
    for (const child of Object.values(current)) {
      const size = measure(child, level + 1);
      values += size.values;
      depth = Math.max(depth, size.depth + 1);
    }
    if (values > maxValues) refuse(`holds more than ${maxValues.toLocaleString('en')} values, its aliases written out`);
    const size = { values, depth };
    known.set(current, size);
    return size;
  };
  measure(value, 0);
}

/** Counts the values in a value, shared ones as often as they occur. Earlier counts are reused. */
export function createValueCounter(): (value: unknown) => number {
  const known = new WeakMap<object, number>();
  return function count(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    let values = known.get(value);
    if (values === undefined) {
      values = 1;
      for (const member of Object.values(value)) values += count(member);
      known.set(value, values);
    }
    return values;
  };
}

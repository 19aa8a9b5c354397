import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';

const maxDepth = 500;
/** More values than that are a mistake, or meant to exhaust us. */
export const maxValues = 1_000_000;

/** How large a value is once every alias is written out. */
interface Size {
  readonly values: number;
  readonly depth: number;
}

/**
 * Refuses a value that its aliases make endless or gigantic, before anything walks it.
 * @throws UserError where it nests deeper than 500, or holds more than a million values, aliases written out.
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

/** Counts the values in a value, as often as they stand in it. What was counted before is known. */
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

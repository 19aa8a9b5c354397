import { type ExactJson, isJsonObject, setMember } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';

/** A step of a path: a member or an item, all of them, or any depth. */
export type PathStep = string | number | typeof anyStep | typeof anyDepth;

export const anyStep: unique symbol = Symbol('any member or item');
export const anyDepth: unique symbol = Symbol('any depth');

const step = /^(?:\.?(\*\*)|\.?(\*)|\.?([^.[\]"*]+)|\[(?:(\*)|(\d+)|("(?:[^"\\]|\\.)*"))\])/;

/**
 * Reads a path such as `body.id`, `items[*].createdAt`, `headers["x y"]` or `**.updatedAt`.
 * @returns `undefined` where it is malformed
 */
export function parseValuePath(text: string): PathStep[] | undefined {
  const steps: PathStep[] = [];
  for (let rest = text; rest !== ''; ) {
    const [whole, deep, star, name, anyItem, index, quoted] = step.exec(rest) ?? [];
    if (whole === undefined || (steps.length === 0 && whole.startsWith('.'))) return undefined;
    if (steps.length > 0 && !whole.startsWith('.') && !whole.startsWith('[')) return undefined;
    if (deep !== undefined) steps.push(anyDepth);
    else if (star !== undefined || anyItem !== undefined) steps.push(anyStep);
    else if (index !== undefined) steps.push(Number(index));
    else steps.push(quoted === undefined ? (name ?? '') : (JSON.parse(quoted) as string));
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 || steps.at(-1) === anyDepth ? undefined : steps;
}

/** Takes a value at a path; `drop` removes it. */
export type Replacement = (value: ExactJson, path: CasePath) => ExactJson | typeof drop;
export const drop: unique symbol = Symbol('removed');

/**
 * A copy of a value, with the values at the paths replaced. A removed item leaves `null`, so that the others keep their
 * places.
 */
export function replaceAt(
  value: ExactJson,
  paths: readonly (readonly PathStep[])[],
  replacement: Replacement,
): ExactJson {
  const replaced = replaceWithin(value, paths, [], replacement);
  return replaced === drop ? null : replaced;
}

function replaceWithin(
  value: ExactJson,
  paths: readonly (readonly PathStep[])[],
  way: CasePath,
  replacement: Replacement,
): ExactJson | typeof drop {
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return replacement(value, way);
  if (Array.isArray(value)) {
    return (value as readonly ExactJson[]).map((item, index) => {
      const replaced = replaceWithin(item, onward(paths, index), [...way, index], replacement);
      return replaced === drop ? null : replaced;
    });
  }
  if (!isJsonObject(value)) return value;
  const copy: Record<string, ExactJson> = {};
  for (const [key, member] of Object.entries(value)) {
    const replaced = replaceWithin(member, onward(paths, key), [...way, key], replacement);
    if (replaced !== drop) setMember(copy, key, replaced);
  }
  return copy;
}

/** The rest of each path after a member or an item, without paths that lead elsewhere. */
function onward(paths: readonly (readonly PathStep[])[], key: string | number): (readonly PathStep[])[] {
  return paths.flatMap((path) => {
    const [first, ...rest] = path;
    if (first === anyDepth) return [path, ...onward([rest], key)];
    return first === anyStep || first === key || String(first) === String(key) ? [rest] : [];
  });
}

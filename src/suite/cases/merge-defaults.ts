import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../suite-case.js';

/** A case as it is written, by its keys. */
export type WrittenCase = { readonly [key: string]: ExactJson };

/** A case with the defaults of its file. */
export interface MergedCase {
  readonly value: WrittenCase;
  /** The way in the file to what stands at a path of the case. */
  placeOf(path: CasePath): CasePath;
}

/** The keys of which one alone says where the event comes from. */
export const eventKeys: readonly string[] = ['data', 'path', 'event', 'event-source', 'data-command'];

/** The keys whose members are merged one by one. */
const mergedKeys: readonly string[] = ['env', 'params', 'variables', 'expect'];

/** What is expected of a response alone. */
const responseKeys: readonly string[] = ['output', 'exact', 'status-code', 'headers', 'body', 'schema', 'snapshot'];

/**
 * Fills in what a case does not say itself. Members of `env`, `params`, `variables` and `expect` are merged one by one, and
 * tags are added; a case that says where its event comes from takes no event of the defaults, and one that expects a failure
 * takes nothing of them that is expected of a response.
 * @param path where the case stands in its file
 */
export function mergeDefaults(own: WrittenCase, defaults: WrittenCase, path: CasePath): MergedCase {
  const hasEvent = eventKeys.some((key) => Object.hasOwn(own, key));
  const inherited = Object.entries(defaults).filter(([key]) => !(hasEvent && eventKeys.includes(key)));
  const value: { [key: string]: ExactJson } = { ...Object.fromEntries(inherited), ...own };
  for (const key of mergedKeys) {
    const [mine, given] = [own[key], defaults[key]];
    if (isJsonObject(mine) && isJsonObject(given)) value[key] = { ...withoutResponse(given, mine, key), ...mine };
  }
  const tags = [...tagsOf(defaults['tags']), ...tagsOf(own['tags'])];
  if (tags.length > 0) value['tags'] = [...new Set(tags)];
  return {
    value,
    placeOf: (inner) => (isInherited(inner, own, defaults) ? ['defaults', ...inner] : [...path, ...inner]),
  };
}

function withoutResponse(given: WrittenCase, mine: WrittenCase, key: string): WrittenCase {
  const isFailure = Object.hasOwn(mine, 'error') || (mine['status'] ?? 'success') !== 'success';
  if (key !== 'expect' || !isFailure) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !responseKeys.includes(name)));
}

function isInherited([key, member]: CasePath, own: WrittenCase, defaults: WrittenCase): boolean {
  if (typeof key !== 'string' || !Object.hasOwn(defaults, key)) return false;
  if (!Object.hasOwn(own, key)) return true;
  const [mine, given] = [own[key], defaults[key]];
  if (!mergedKeys.includes(key) || typeof member !== 'string') return false;
  return isJsonObject(mine) && !Object.hasOwn(mine, member) && isJsonObject(given) && Object.hasOwn(given, member);
}

function tagsOf(value: ExactJson | undefined): readonly ExactJson[] {
  if (Array.isArray(value)) return value as readonly ExactJson[];
  return value === undefined ? [] : [value];
}

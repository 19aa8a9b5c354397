import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../suite-case.js';

/** A case as written, by its keys. */
export type WrittenCase = { readonly [key: string]: ExactJson };

/** A case with the defaults of its file. */
export interface MergedCase {
  readonly value: WrittenCase;
  /** Turns a path in the case into the path in the file. */
  placeOf(path: CasePath): CasePath;
}

/** The keys that say where the event comes from; only one may be used. */
export const eventKeys: readonly string[] = ['data', 'path', 'event', 'event-source', 'data-command'];

/** The keys whose members are merged one by one. */
const mergedKeys: readonly string[] = ['env', 'params', 'variables', 'expect'];

/** The expectations that only apply to a response. */
const responseKeys: readonly string[] = ['output', 'exact', 'status-code', 'headers', 'body', 'schema', 'snapshot'];

/**
 * Fills in the defaults. Members of `env`, `params`, `variables` and `expect` are merged one by one, and tags are added. A
 * case with an event of its own does not get the default event, and a case that expects a failure does not get default
 * expectations of a response.
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

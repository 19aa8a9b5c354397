import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';

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
  const taken = takenKeys(own, defaults);
  return { value, placeOf: taken.length === 0 ? placesBelow(path) : placesOf(path, taken) };
}

/** The places of a case without defaults. There may be very many cases, so it keeps no more than the path. */
function placesBelow(path: CasePath): MergedCase['placeOf'] {
  return (inner) => [...path, ...inner];
}

function placesOf(path: CasePath, taken: readonly string[]): MergedCase['placeOf'] {
  return (inner) => {
    const [key, member] = inner;
    const isInherited = taken.includes(String(key)) || taken.includes(memberKey(String(key), String(member)));
    return isInherited ? ['defaults', ...inner] : [...path, ...inner];
  };
}

function withoutResponse(given: WrittenCase, mine: WrittenCase, key: string): WrittenCase {
  const isFailure = Object.hasOwn(mine, 'error') || (mine['status'] ?? 'success') !== 'success';
  if (key !== 'expect' || !isFailure) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !responseKeys.includes(name)));
}

/** The keys that a case takes from the defaults, and the members of merged keys. */
function takenKeys(own: WrittenCase, defaults: WrittenCase): readonly string[] {
  return Object.entries(defaults).flatMap(([key, given]) => {
    if (!Object.hasOwn(own, key)) return [key];
    const mine = own[key];
    if (!mergedKeys.includes(key) || !isJsonObject(mine) || !isJsonObject(given)) return [];
    return Object.keys(given)
      .filter((member) => !Object.hasOwn(mine, member))
      .map((member) => memberKey(key, member));
  });
}

/** A member of a key, as one text: no key has a line break. */
function memberKey(key: string, member: string): string {
  return `${key}\n${member}`;
}

function tagsOf(value: ExactJson | undefined): readonly ExactJson[] {
  if (Array.isArray(value)) return value as readonly ExactJson[];
  return value === undefined ? [] : [value];
}

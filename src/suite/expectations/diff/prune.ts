import { type ExactJson, isJsonObject, setMember } from '../../../json/exact-number.js';
import { nothing, type Pattern, type Received } from '../pattern.js';

/** The most members of an object that are shown besides those that are expected, and the most items of a list. */
const mostOthers = 200;
const mostItems = 2000;

/**
 * A value of which only so much is left as a diff can show: large objects keep the members that are expected of them, and some
 * others.
 */
export function prune(pattern: Pattern, received: Received): Received {
  return received === nothing ? nothing : pruned(pattern, received);
}

function pruned(pattern: Pattern | undefined, received: ExactJson): ExactJson {
  if (Array.isArray(received)) {
    const items = (received as readonly ExactJson[]).slice(0, mostItems);
    return items.map((item, index) => pruned(itemPattern(pattern, index), item));
  }
  if (!isJsonObject(received)) return received;
  const expected = pattern?.kind === 'object' ? pattern.members : undefined;
  const kept: Record<string, ExactJson> = {};
  let others = 0;
  for (const key of Object.keys(received)) {
    const member = expected?.get(key);
    if (member === undefined) others += 1;
    if (member !== undefined || others <= mostOthers) setMember(kept, key, pruned(member, received[key] ?? null));
  }
  if (others > mostOthers) setMember(kept, '…', `${(others - mostOthers).toLocaleString('en')} more members`);
  return kept;
}

function itemPattern(pattern: Pattern | undefined, index: number): Pattern | undefined {
  return pattern?.kind === 'list' ? pattern.items[index] : undefined;
}

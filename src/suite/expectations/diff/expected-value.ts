import { type ExactJson, isJsonObject } from '../../../json/exact-number.js';
import { isMatch } from '../match.js';
import { nothing, type Pattern, type Received } from '../pattern.js';
import { shownPattern } from '../shown-value.js';
import { alignItems } from './align-items.js';
import { type Members, type Shown, shown, Written } from './json-lines.js';

/** The value that would have met the expectation; `undefined` if none was expected. */
export function expectedOf(pattern: Pattern, received: Received): Shown | undefined {
  switch (pattern.kind) {
    case 'object':
      return isJsonObject(received) ? expectedMembers(pattern, received) : patternOnly(pattern);
    case 'list':
      if (!Array.isArray(received)) return patternOnly(pattern);
      return expectedItems(pattern.items, received);
    case 'unordered':
      if (!Array.isArray(received) || isMatch(pattern, received)) return matched(pattern, received);
      return inOrderOf(pattern.items, received);
    case 'absent':
      return received === nothing ? undefined : patternOnly(pattern);
    default:
      return matched(pattern, received);
  }
}

function matched(pattern: Pattern, received: Received): Shown | undefined {
  if (!isMatch(pattern, received)) return patternOnly(pattern);
  return received === nothing ? undefined : shown(received);
}

function expectedMembers(
  { members, exact }: Extract<Pattern, { kind: 'object' }>,
  received: { readonly [key: string]: ExactJson },
): Members {
  const written = new Map<string, Shown>();
  for (const [key, value] of Object.entries(received)) {
    const member = members.get(key);
    if (member === undefined && exact) continue;
    const expected = member === undefined ? shown(value) : expectedOf(member, value);
    if (expected !== undefined) written.set(key, expected);
  }
  for (const [key, member] of members) {
    if (!Object.hasOwn(received, key)) setIfShown(written, key, expectedOf(member, nothing));
  }
  return written;
}

function setIfShown(members: Map<string, Shown>, key: string, value: Shown | undefined): void {
  if (value !== undefined) members.set(key, value);
}

function expectedItems(items: readonly Pattern[], received: readonly ExactJson[]): Shown[] {
  return alignItems(items, received).map(([item, value]) => expectedOf(item, value) ?? null);
}

/** Items in any order: received items that match keep their places, and the other expected items follow. */
function inOrderOf(items: readonly Pattern[], received: readonly ExactJson[]): Shown[] {
  const left = [...items];
  const kept = received.flatMap((value) => {
    const index = left.findIndex((item) => isMatch(item, value));
    if (index === -1) return [];
    left.splice(index, 1);
    return [shown(value)];
  });
  return [...kept, ...left.map(patternOnly)];
}

function patternOnly(pattern: Pattern): Shown {
  switch (pattern.kind) {
    case 'scalar':
      return pattern.value;
    case 'list':
    case 'unordered':
      return pattern.items.map(patternOnly);
    case 'object':
      return new Map(
        [...pattern.members].flatMap(([key, member]) =>
          member.kind === 'absent' ? [] : [[key, patternOnly(member)] as const],
        ),
      );
    default:
      return new Written(shownPattern(pattern));
  }
}

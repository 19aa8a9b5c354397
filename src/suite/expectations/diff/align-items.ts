import type { ExactJson } from '../../../json/exact-number.js';
import { isMatch } from '../match.js';
import { nothing, type Pattern, type Received } from '../pattern.js';

/** The most pairs that are compared to find out which items belong together. */
const mostPairs = 10_000;

/**
 * Pairs each expected item with a received one. If items were added or left out, those that match are paired (a longest
 * common subsequence), and the others have no partner.
 */
export function alignItems(items: readonly Pattern[], received: readonly ExactJson[]): [Pattern, Received][] {
  if (items.length === received.length || items.length * received.length > mostPairs) {
    return items.map((item, index) => [item, index < received.length ? (received[index] ?? null) : nothing]);
  }
  const agree = items.map((item) => received.map((value) => isMatch(item, value)));
  const lengths = Array.from({ length: items.length + 1 }, () => new Array<number>(received.length + 1).fill(0));
  const lengthAt = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = items.length - 1; row >= 0; row -= 1) {
    for (let column = received.length - 1; column >= 0; column -= 1) {
      const length = agree[row]?.[column]
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
      (lengths[row] ?? [])[column] = length;
    }
  }
  let column = 0;
  return items.map((item, row): [Pattern, Received] => {
    while (column < received.length && !agree[row]?.[column] && lengthAt(row, column + 1) === lengthAt(row, column)) {
      if (lengthAt(row + 1, column) === lengthAt(row, column)) return [item, nothing];
      column += 1;
    }
    if (!agree[row]?.[column]) return [item, nothing];
    column += 1;
    return [item, received[column - 1] ?? null];
  });
}

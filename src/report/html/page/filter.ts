import type { PageCase, PageStatus } from '../page-data.js';
import { statuses } from './status.js';

/** The orders of the list. */
export const orders = { first: 'Failures first', run: 'As written', slow: 'Slowest first' } as const;
export type Order = keyof typeof orders;

/** Which cases are listed, and in which order. */
export interface Filter {
  /** All where there is none. */
  readonly statuses: readonly PageStatus[];
  /** What became of them since another commit. '' is any, as for the others. */
  readonly movement: string;
  readonly function: string;
  readonly tag: string;
  /** Words that must all be found. */
  readonly text: string;
  readonly order: Order;
}

export const noFilter: Filter = { statuses: [], movement: '', function: '', tag: '', text: '', order: 'first' };

export function isFiltering(filter: Filter): boolean {
  return (
    filter.statuses.length > 0 ||
    filter.movement !== '' ||
    filter.function !== '' ||
    filter.tag !== '' ||
    filter.text.trim() !== ''
  );
}

/** Finds the cases that a filter lets through. It keeps what it has to know of each case to look for text. */
export function createSearch(cases: readonly PageCase[]): (filter: Filter) => number[] {
  const haystacks: string[] = [];
  const haystack = (index: number, { name, function: fn, place, tags, summary }: PageCase): string => {
    const known = haystacks[index] ?? [name, fn, place, ...tags, summary].join('\n').toLowerCase();
    haystacks[index] = known;
    return known;
  };
  return (filter) => {
    const words = filter.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const found: number[] = [];
    for (const [index, each] of cases.entries()) {
      if (filter.statuses.length > 0 && !filter.statuses.includes(each.status)) continue;
      if (filter.movement !== '' && each.movement !== filter.movement) continue;
      if (filter.function !== '' && each.function !== filter.function) continue;
      if (filter.tag !== '' && !each.tags.includes(filter.tag)) continue;
      if (words.length > 0) {
        const text = haystack(index, each);
        if (!words.every((word) => text.includes(word))) continue;
      }
      found.push(index);
    }
    return sorted(found, cases, filter.order);
  };
}

function sorted(found: number[], cases: readonly PageCase[], order: Order): number[] {
  if (order === 'run') return found;
  const rank = (index: number): number => {
    const each = cases[index];
    if (each === undefined) return 0;
    return order === 'slow' ? -(each.durationMs ?? -1) : statuses.indexOf(each.status);
  };
  return found.sort((a, b) => rank(a) - rank(b) || a - b);
}

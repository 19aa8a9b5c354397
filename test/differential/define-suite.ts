import { expect, test } from '@jest/globals';
import {
  type Comparison,
  type Contest,
  compareGroup,
  compareStart,
  differingParts,
  type Group,
  inParallel,
} from './contest.js';
import { installingTimeoutMs, type Unavailable } from './installed.js';
import { type Dialect, knownParts } from './known-differences.js';
import type { StartCase } from './start-case.js';

/** How many processes run side by side. */
const width = 3;

/** A group under the name that its cases are known by. */
export interface NamedGroup extends Group {
  readonly name: string;
}

/**
 * Defines the tests of one runtime: one for each case, which fails where the clients differ in a way that is not known, and where
 * they no longer differ in one that is.
 */
export function defineSuite(
  dialect: Dialect,
  contest: Contest | Unavailable,
  groups: readonly NamedGroup[],
  allStarts: readonly StartCase[],
): void {
  const starts = allStarts.filter(({ only }) => only === undefined || only === dialect);
  const names = [
    ...groups.flatMap(({ name, titles }) => titles.map((title) => `${name}: ${title}`)),
    ...starts.map(({ title }) => `start: ${title}`),
  ];
  if ('unavailable' in contest) {
    console.warn(`The comparison with AWS's client (${dialect}) is skipped: ${contest.unavailable}`);
    test.skip.each(names)('%s', () => {});
    return;
  }
  let running: Promise<ReadonlyMap<string, Comparison>> | undefined;
  const comparisons = (): Promise<ReadonlyMap<string, Comparison>> => {
    running ??= compareAll(contest, groups, starts);
    return running;
  };
  test.each(names)(
    '%s',
    async (name) => {
      const comparison = (await comparisons()).get(name);
      if (comparison === undefined) throw new Error(`${name} was not run.`);
      const known = knownParts(dialect, name);
      expect(comparison.theirs.length).toBeGreaterThan(0);
      const parts = differingParts(comparison);
      if (known.length === 0 && parts.length > 0) expect(comparison.ours).toEqual(comparison.theirs);
      expect(parts).toEqual(known);
    },
    installingTimeoutMs,
  );
}

async function compareAll(
  contest: Contest,
  groups: readonly NamedGroup[],
  starts: readonly StartCase[],
): Promise<ReadonlyMap<string, Comparison>> {
  const entries = await inParallel<[string, Comparison][]>(width, [
    ...groups.map((group) => async () => {
      const compared = await compareGroup(contest, group);
      return [...compared].map(([title, comparison]): [string, Comparison] => [`${group.name}: ${title}`, comparison]);
    }),
    // Every second one is contained, as starts are by default for users.
    ...starts.map((start, index) => async (): Promise<[string, Comparison][]> => {
      return [[`start: ${start.title}`, await compareStart(contest, start, index % 2 === 0)]];
    }),
  ]);
  return new Map(entries.flat());
}

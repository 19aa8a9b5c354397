import fc from 'fast-check';
import { seedOfChance } from '../chance.js';

/** How many times as many examples as usual are tried: `HOSTILE_EFFORT=20 npm test -- hostile`. */
const effort = Number(process.env['HOSTILE_EFFORT'] ?? 1);

/**
 * Tries a property on examples.
 * @param runs how many of them; less for what takes longer
 * @throws Error where one is found that it does not hold for: the smallest such, with the seed of the run.
 */
export async function holds<Values extends [unknown, ...unknown[]]>(
  runs: number,
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  property: (...values: Values) => void | Promise<void>,
): Promise<void> {
  const numRuns = Math.max(1, Math.round(runs * effort));
  const asked = fc.asyncProperty(...arbitraries, async (...values: Values) => property(...values));
  await fc.assert(asked, { numRuns, seed: seedOfChance });
}

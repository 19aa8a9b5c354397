import type { Measured } from './comparison.js';

/** What several runs took: the middle one, or the mean of the two in the middle. */
export function measured(values: readonly number[]): Measured {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? 0;
  const half = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
  return { median, spread: at(sorted.length - 1) - at(0), runs: sorted.length };
}

/**
 * Whether a value moved by more than the noise of its runs: the medians are further apart than either side spreads. Of fewer
 * than three runs on a side the noise is not known.
 * @returns `undefined` where that can't be told
 */
export function hasMoved(before: Measured, now: Measured): boolean | undefined {
  if (before.runs < 3 || now.runs < 3) return undefined;
  return Math.abs(now.median - before.median) > Math.max(before.spread, now.spread);
}

import { createHash } from 'node:crypto';
import { byFunction, type FunctionCases, pack, type ShardLoad } from './pack.js';
import type { PlannedSuite } from './planned-case.js';

/** Which machine runs which cases. */
export interface ShardPlan {
  readonly shards: readonly ShardLoad[];
  /** The same for the same cases on the same shards, and no other: results of two plans can't be added up. */
  readonly digest: string;
}

/** How near the best limit is looked for, as a part of what is possible at best. */
const precision = 0.005;

/**
 * Spreads the cases of a suite over machines, so that all end at about the same time. Functions stay whole as far as that allows,
 * since each costs a cold start on each machine. The same suite and the same count always give the same plan.
 * @param count how many shards, at least 1; some are empty where there are fewer cases
 */
export function planShards(suite: PlannedSuite, count: number): ShardPlan {
  const shards = shortestPacking(suite, count);
  const idAt = (index: number): string => suite.cases[index]?.id ?? '';
  return { shards, digest: planDigest(shards.map(({ cases }) => cases.map(idAt))) };
}

/**
 * Identifies a plan by the ids of each shard's cases.
 * @param shards in their order; the order within a shard does not count
 */
export function planDigest(shards: readonly (readonly string[])[]): string {
  const sorted = shards.map((ids) => [...ids].sort());
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}

/** The packing with the lowest limit that is found: first upwards in steps that double, then by halves. */
function shortestPacking(suite: PlannedSuite, count: number): readonly ShardLoad[] {
  const functions = byFunction(suite);
  const leastMs = leastLimitMs(suite, functions, count);
  const packedAt = (factor: number): ShardLoad[] | undefined => pack(suite, functions, count, leastMs * factor);
  let [tooLow, factor, step] = [1, 1, precision];
  let best = packedAt(factor);
  while (best === undefined) {
    [tooLow, factor, step] = [factor, factor + step, step * 2];
    best = packedAt(factor);
  }
  while (factor - tooLow > precision) {
    const middle = (factor + tooLow) / 2;
    const packed = packedAt(middle);
    if (packed === undefined) tooLow = middle;
    else [best, factor] = [packed, middle];
  }
  return best;
}

/** What the longest shard takes at least, in ms: its share, and no less than the longest case. */
function leastLimitMs(suite: PlannedSuite, functions: readonly FunctionCases[], count: number): number {
  const { cases, coldStartMs } = suite;
  const wholeMs = functions.reduce((sum, { name, costMs }) => sum + costMs + coldStartMs(name), 0);
  return cases.reduce(
    (least, { costMs, function: name }) => Math.max(least, costMs + coldStartMs(name)),
    wholeMs / count,
  );
}

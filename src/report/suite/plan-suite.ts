import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { planShards } from '../../suite/shards/plan-shards.js';
import { shardCount } from '../../suite/shards/shard-count.js';
import { type ShardMatrix, shardMatrix } from '../../suite/shards/shard-matrix.js';
import { type CostFacts, plannedSuite } from '../../suite/shards/take-shard.js';
import { planLines } from '../console/plan-lines.js';

/** A plan of shards. */
export interface SuitePlan {
  readonly matrix: ShardMatrix;
  /** How many cases it has. */
  readonly total: number;
  /** What it is like, for people. */
  readonly lines: readonly string[];
}

/**
 * Plans the shards of a suite.
 * @param asked how many there are to be; by default such that each takes about a minute
 */
export function planSuite(chosen: ChosenCases, facts: CostFacts, asked: number | undefined): SuitePlan {
  const suite = plannedSuite(chosen, facts);
  const hasDurations = facts.earlier.length > 0;
  const { shards } = planShards(suite, shardCount(suite, hasDurations, asked));
  const total = suite.cases.length;
  return { matrix: shardMatrix(total === 0 ? [] : shards), total, lines: planLines(shards, hasDurations) };
}

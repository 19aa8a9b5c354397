import type { PlannedSuite } from './planned-case.js';
import { mostShards } from './shard.js';

/** What a shard takes where nobody says how many there are to be, in ms: a machine takes a good part of a minute to start. */
const wholeShardMs = 60_000;
/** How many cases it has where no durations are known. */
const casesOfShard = 250;

/**
 * How many shards a suite is spread over: no more than there are cases that are run.
 * @param asked how many there are to be; by default as many as take about a minute each
 */
export function shardCount(suite: PlannedSuite, hasDurations: boolean, asked?: number): number {
  const { cases } = suite;
  const wholeMs = cases.reduce((sum, { costMs }) => sum + costMs, 0);
  const wanted = asked ?? Math.ceil(hasDurations ? wholeMs / wholeShardMs : cases.length / casesOfShard);
  return Math.max(1, Math.min(wanted, cases.filter(({ costMs }) => costMs > 0).length, mostShards));
}

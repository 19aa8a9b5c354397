import type { ChosenCases } from '../run/choose-cases.js';
import type { Running } from '../run/running.js';
import { costsOf, type EarlierDuration } from './case-costs.js';
import { planShards } from './plan-shards.js';
import type { PlannedSuite } from './planned-case.js';
import type { Shard } from './shard.js';

/** What the cost of a case depends on, besides the case. */
export interface CostFacts {
  /** What an earlier run took; empty where there was none. */
  readonly earlier: readonly EarlierDuration[];
  readonly isolate: Running['isolate'];
}

/** A suite's chosen cases, as a plan of shards needs to know them. */
export function plannedSuite({ cases }: ChosenCases, { earlier, isolate }: CostFacts): PlannedSuite {
  const unknown = cases.map(({ id, case: { function: name, repeat }, skipped }) => ({
    id,
    function: name,
    repeat,
    isSkipped: skipped !== undefined,
  }));
  return costsOf(unknown, earlier, isolate);
}

/**
 * The part of a suite that one machine runs. Each machine makes the same plan, as long as it has the same cases and the same
 * earlier durations.
 */
export function takeShard(chosen: ChosenCases, shard: Shard, facts: CostFacts): ChosenCases {
  const { shards, digest } = planShards(plannedSuite(chosen, facts), shard.count);
  const own = shards[shard.index - 1]?.cases ?? [];
  return {
    ...chosen,
    cases: own.flatMap((index) => chosen.cases[index] ?? []),
    shard: { ...shard, plan: digest },
  };
}

import type { ShardLoad } from '../../suite/shards/pack.js';
import { countText } from '../text/amounts.js';

/**
 * What a plan is like, for people: how many shards, and how long they take.
 * @param hasDurations whether that is known from an earlier run
 */
export function planLines(shards: readonly ShardLoad[], hasDurations: boolean): string[] {
  const counts = shards.map(({ cases }) => cases.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const spread = `${countText(total, 'case')} on ${countText(shards.length, 'shard')}`;
  if (!hasDurations || total === 0) {
    return [`${spread}: ${range(counts)} each, by their number since no earlier durations are known.`];
  }
  const costs = shards.map(({ costMs }) => costMs);
  const meanMs = costs.reduce((sum, ms) => sum + ms, 0) / costs.length;
  return [
    `${spread}: ${range(counts)} each, and about ${seconds(meanMs)} by the earlier durations, the longest ${seconds(Math.max(...costs))}.`,
  ];
}

function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(most) : `${least} to ${most}`;
}

function seconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

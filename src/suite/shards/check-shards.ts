import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { planDigest } from './plan-shards.js';
import { type PlannedShard, shardText } from './shard.js';

/** The results of one machine, as far as it is told whether they add up with the others. */
export interface ShardResults {
  /** What messages call them: the file's path. */
  readonly name: string;
  readonly shard?: PlannedShard;
  /** The ids of its cases. */
  readonly ids: readonly string[];
}

/** The results that add up, and what keeps them from being the whole. */
export interface CheckedShards<Results> {
  /** One for each shard that is there, in the order of the shards. */
  readonly results: readonly Results[];
  readonly problems: readonly Diagnostic[];
}

/** The most shards that a message names. */
const mostNamed = 20;

/**
 * Checks that results are those of all shards of one plan. Where one is missing, there twice, or of another plan, there is a
 * problem, and the others still add up.
 * @param all at least one
 */
export function checkShards<Results extends ShardResults>(all: readonly Results[]): CheckedShards<Results> {
  const [first] = all;
  if (first === undefined) return { results: [], problems: [] };
  if (first.shard === undefined && all.length === 1) return { results: [first], problems: [] };
  const problems: Diagnostic[] = [];
  const plan = mostCommonPlan(all);
  const byIndex = new Map<number, Results>();
  for (const results of all) {
    const { shard, name } = results;
    if (shard === undefined) problems.push(notAShard(name));
    else if (planKey(shard) !== plan) problems.push(ofAnotherPlan(results, all, plan));
    else {
      const other = byIndex.get(shard.index);
      if (other === undefined) byIndex.set(shard.index, results);
      else problems.push(thereTwice(shard, other.name, name));
    }
  }
  const results = [...byIndex].sort(([one], [other]) => one - other).map(([, each]) => each);
  const { count, plan: digest } = results[0]?.shard ?? { count: 0, plan: '' };
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) problems.push(areMissing(missing, count));
  else if (results.length > 0 && planDigest(results.map(({ ids }) => ids)) !== digest) problems.push(hasOtherCases());
  return { results, problems };
}

function planKey({ count, plan }: PlannedShard): string {
  return `${count} ${plan}`;
}

/** The plan that most results are of; of several the first. */
function mostCommonPlan(all: readonly ShardResults[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { shard } of all) {
    if (shard !== undefined) counts.set(planKey(shard), (counts.get(planKey(shard)) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function problem(code: string, message: string, hint: string): Diagnostic {
  return { severity: 'error', code, message, hint };
}

function notAShard(name: string): Diagnostic {
  return problem(
    'merge-no-shard',
    `${name} has the results of a whole suite, which can't be added to those of shards.`,
    'Merge what `shard` wrote, and nothing else.',
  );
}

function ofAnotherPlan(
  { name, shard }: ShardResults,
  all: readonly ShardResults[],
  plan: string | undefined,
): Diagnostic {
  const other = all.find((each) => each.shard !== undefined && planKey(each.shard) === plan);
  const text = shard === undefined ? '' : shardText(shard);
  return problem(
    'merge-other-plan',
    `${name} is the shard ${text} of another plan than ${other?.name}, so that they do not add up.`,
    'Give every machine the same commit, the same cases and the same `earlier-results`, and merge the results of one run alone.',
  );
}

function thereTwice(shard: PlannedShard, one: string, other: string): Diagnostic {
  return problem(
    'merge-shard-twice',
    `The shard ${shardText(shard)} is there twice: ${one}, ${other}. The first is counted.`,
    'Merge the results of one run alone.',
  );
}

function areMissing(missing: readonly number[], count: number): Diagnostic {
  const names = missing.slice(0, mostNamed).map((index) => shardText({ index, count }));
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  return problem(
    'merge-shard-missing',
    `The results of the ${missing.length === 1 ? 'shard' : 'shards'} ${names.join(', ')}${more} are missing.`,
    'See what became of its job: it may have been cancelled, or its results not been passed on.',
  );
}

function hasOtherCases(): Diagnostic {
  return problem(
    'merge-other-cases',
    'All shards are there, but their cases are not those of their plan.',
    'Take the files as invoke-local wrote them.',
  );
}

import { planLines } from '../../report/console/plan-lines.js';
import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { planShards } from '../../suite/shards/plan-shards.js';
import { shardCount } from '../../suite/shards/shard-count.js';
import { shardMatrix } from '../../suite/shards/shard-matrix.js';
import { type CostFacts, plannedSuite } from '../../suite/shards/take-shard.js';
import { type Console, writeAll } from '../print.js';

/**
 * Prints the matrix of a plan on standard output, and what it is like for people.
 * @param asked how many shards there are to be
 */
export async function printPlan(
  chosen: ChosenCases,
  facts: CostFacts,
  asked: number | undefined,
  stderr: Console,
): Promise<void> {
  const suite = plannedSuite(chosen, facts);
  const { shards } = planShards(suite, shardCount(suite, facts.earlier.length > 0, asked));
  const matrix = shardMatrix(suite.cases.length === 0 ? [] : shards);
  await writeAll(process.stdout, `${JSON.stringify(matrix)}\n`);
  for (const line of planLines(shards, facts.earlier.length > 0)) stderr.line(line);
}

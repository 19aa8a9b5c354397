import { planSuite } from '../../report/suite/plan-suite.js';
import { earlierDurations } from '../../report/suite/results/earlier-durations.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { takeShard } from '../../suite/shards/take-shard.js';
import { writeAll } from '../print.js';
import type { SuiteSession } from './suite-session.js';

/** The part of a suite that is run. */
export interface Part {
  /** The session, which knows what an earlier run took. */
  readonly session: SuiteSession;
  readonly chosen: ChosenCases;
}

/** Prints the plan of shards if that was asked for, and otherwise gives the part that is run. */
export async function planOrTakePart(session: SuiteSession, chosen: ChosenCases): Promise<Part | 'planned'> {
  const { options, base, hooks, stderr } = session;
  const earlier = await earlierDurations(await expandGlobs(options.earlierResults, base), hooks.report);
  const costs = { earlier, isolate: options.running.isolate };
  if (!options.plan) {
    const part = options.shard === undefined ? chosen : takeShard(chosen, options.shard, costs);
    return { session: { ...session, earlier }, chosen: part };
  }
  const { matrix, lines } = planSuite(chosen, costs, options.shards);
  await writeAll(process.stdout, `${JSON.stringify(matrix)}\n`);
  for (const line of lines) stderr.line(line);
  return 'planned';
}

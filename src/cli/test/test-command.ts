import { planSuite } from '../../report/suite/plan-suite.js';
import { earlierDurations } from '../../report/suite/results/earlier-durations.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import { takeShard } from '../../suite/shards/take-shard.js';
import { exitCodes } from '../exit-codes.js';
import { writeAll } from '../print.js';
import { runCovered } from '../run-covered.js';
import { runChosen } from './run-chosen.js';
import { chooseSessionCases, openSession, type TestRun } from './suite-session.js';
import { testHelp } from './test-help.js';
import { parseTestOptions } from './test-options.js';

/**
 * `invoke-local test`: runs a suite, and prints what came of each case.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option, a case file or the project is wrong, or there is no case
 */
export async function runTests(argv: readonly string[], run: TestRun): Promise<number> {
  const options = parseTestOptions(argv);
  if (options.shared.switches.has('help')) {
    await writeAll(process.stdout, testHelp());
    return exitCodes.success;
  }
  const session = openSession(options, run);
  if (options.watch) return (await import('./watch/watch-suite.js')).watchSuite(session);
  const chosen = await chooseSessionCases(session);
  const costs = {
    earlier: await earlierDurations(await expandGlobs(options.earlierResults, session.base), session.hooks.report),
    isolate: options.running.isolate,
  };
  if (options.plan) {
    const { matrix, lines } = planSuite(chosen, costs, options.shards);
    await writeAll(process.stdout, `${JSON.stringify(matrix)}\n`);
    for (const line of lines) run.stderr.line(line);
    return exitCodes.success;
  }
  const taken = options.shard === undefined ? chosen : takeShard(chosen, options.shard, costs);
  return runCovered(options.shared.values.coverage, run.stderr, (coverage) =>
    runChosen(
      {
        ...session,
        earlier: costs.earlier,
        hooks: { ...session.hooks, ...(coverage === undefined ? {} : { coverage }) },
      },
      taken,
    ),
  );
}

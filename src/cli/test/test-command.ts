import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { exitCodes } from '../exit-codes.js';
import { writeAll } from '../print.js';
import { runCovered } from '../run-covered.js';
import type { Part } from './plan-or-take-part.js';
import { runChosen } from './run-chosen.js';
import { chooseSessionCases, openSession, type SuiteSession, type TestRun } from './suite-session.js';
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
    const { testHelp } = await import('./test-help.js');
    await writeAll(process.stdout, testHelp());
    return exitCodes.success;
  }
  const session = openSession(options, run);
  if (options.watch) return (await import('./watch/watch-suite.js')).watchSuite(session);
  const chosen = await chooseSessionCases(session);
  const isPart = options.plan || options.shard !== undefined || options.earlierResults.length > 0;
  const taken = isPart ? await takePart(session, chosen) : { session, chosen };
  if (taken === 'planned') return exitCodes.success;
  return runCovered(options.shared.values.coverage, run.stderr, (coverage) => {
    const hooks = { ...taken.session.hooks, ...(coverage === undefined ? {} : { coverage }) };
    return runChosen({ ...taken.session, hooks }, taken.chosen);
  });
}

async function takePart(session: SuiteSession, chosen: ChosenCases): Promise<Part | 'planned'> {
  const { planOrTakePart } = await import('./plan-or-take-part.js');
  return planOrTakePart(session, chosen);
}

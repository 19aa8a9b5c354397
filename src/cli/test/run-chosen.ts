import { explainWith } from '../../report/failure/explain-failure.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import type { SuiteHooks } from '../../suite/run/suite-hooks.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { openSuiteScreen } from './suite-screen.js';
import type { SuiteSession } from './suite-session.js';

const loadComparison = (): Promise<typeof import('../../suite/comparison/compare-suite.js')> =>
  import('../../suite/comparison/compare-suite.js');

const loadConclusion = (): Promise<typeof import('./conclude-run.js')> => import('./conclude-run.js');

/**
 * Runs cases, prints what came of each, and writes the reports that were asked for.
 * @param onPrepared called with each function that is ready to be invoked
 * @returns the exit code
 * @throws UserError where a schema of the cases can't be used, or there is no commit to compare with
 */
export async function runChosen(
  session: SuiteSession,
  chosen: ChosenCases,
  onPrepared: SuiteHooks['onPrepared'] = () => {},
): Promise<number> {
  const { options, base, request, hooks, secrets, stderr, installation, isCi } = session;
  const { comparison } = options;
  const run =
    comparison === undefined
      ? runSuite
      : await (await loadComparison()).openComparison(comparison, request, hooks, (line) => stderr.line(line));
  using texts = new TextStore((bytes) => createRedactor(secrets.values).bytes(bytes));
  const isQuiet = options.shared.switches.has('quiet');
  using screen = openSuiteScreen({
    stderr,
    total: chosen.cases.length,
    base,
    isQuiet,
    hasProgress: !isQuiet && process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
  });
  const result = await run(
    {
      chosen,
      request,
      running: options.running,
      snapshots: {
        recording: options.update ? 'all' : isCi ? 'none' : 'new',
        command: ['invoke-local test', ...options.files].join(' '),
      },
      texts,
    },
    {
      ...hooks,
      explain: explainWith(installation.runtimes),
      onPrepared,
      onSandboxStarting() {
        screen.prepare();
        void loadConclusion();
      },
      onCase: screen.onCase,
      onResult: screen.onResult,
    },
  );
  await screen.finish();
  screen[Symbol.dispose]();
  const { concludeRun } = await loadConclusion();
  return await concludeRun(session, result);
}

import { toolVersion } from '../../invoke/tool-version.js';
import { closingLines } from '../../report/console/closing-lines.js';
import { comparisonLines } from '../../report/console/comparison-lines.js';
import { explainWith } from '../../report/failure/explain-failure.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { toSuiteReport } from '../../report/suite/to-suite-report.js';
import type { ChosenCases } from '../../suite/run/choose-cases.js';
import { runSuite } from '../../suite/run/run-suite.js';
import type { SuiteHooks } from '../../suite/run/suite-hooks.js';
import { TextStore } from '../../suite/texts/text-store.js';
import { exitCodes } from '../exit-codes.js';
import { openSuiteScreen } from './suite-screen.js';
import type { SuiteSession } from './suite-session.js';

const loadComparison = (): Promise<typeof import('../../suite/comparison/compare-suite.js')> =>
  import('../../suite/comparison/compare-suite.js');

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
  const { options, base, request, hooks, secrets, stderr, installation, interruption, isCi } = session;
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
      onCase: screen.onCase,
      onResult: screen.onResult,
    },
  );
  await screen.finish();
  screen[Symbol.dispose]();
  const report = toSuiteReport(result, { base, secrets: secrets.values });
  for (const problem of result.problems) stderr.report(problem);
  const unwritten = await session.reports.write(report, {
    toolVersion: toolVersion(installation),
    serviceFolder: request.workingDirectory,
    secrets: secrets.values,
    ...(session.earlier === undefined ? {} : { earlier: session.earlier }),
  });
  for (const diagnostic of unwritten) stderr.report(diagnostic);
  for (const line of [...comparisonLines(report), ...closingLines(report)]) stderr.line(line);
  const signalled = interruption.exitCode();
  if (signalled !== undefined) return signalled;
  if (report.verdict === 'failed') return exitCodes.functionFailed;
  return unwritten.length === 0 ? exitCodes.success : exitCodes.reportUnwritten;
}

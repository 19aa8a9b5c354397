import { toolVersion } from '../../invoke/tool-version.js';
import { closingLines } from '../../report/console/closing-lines.js';
import { comparisonLines } from '../../report/console/comparison-lines.js';
import { toSuiteReport } from '../../report/suite/to-suite-report.js';
import type { SuiteResult } from '../../suite/suite-result.js';
import { exitCodes } from '../exit-codes.js';
import type { SuiteSession } from './suite-session.js';

/**
 * Writes the reports of a run, and says what came of it.
 * @returns the exit code
 */
export async function concludeRun(session: SuiteSession, result: SuiteResult): Promise<number> {
  const { base, request, secrets, stderr, installation, interruption } = session;
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

import type { CoverageCollection } from '../invoke/coverage-collection.js';
import { askForCoverage } from '../report/coverage/asked-coverage.js';
import { exitCodes } from './exit-codes.js';
import type { Console } from './print.js';

/**
 * Runs something whose coverage may be asked for, and writes that, whatever came of the run.
 * @param path the folder for the coverage; `undefined` or empty where none is asked for
 * @returns the exit code of the run; another one where all is well but the coverage could not be written
 * @throws what the run throws; UserError where the path is no folder
 */
export async function runCovered(
  path: string | undefined,
  stderr: Console,
  run: (coverage?: CoverageCollection) => Promise<number>,
): Promise<number> {
  const coverage = await askForCoverage(path, process.cwd(), 'The flag --coverage');
  if (coverage === undefined) return run();
  let exitCode: number;
  try {
    exitCode = await run(coverage.collection);
  } catch (error) {
    await coverage.finish();
    throw error;
  }
  const { line, problems } = await coverage.finish();
  for (const problem of problems) stderr.report(problem);
  if (line !== undefined) stderr.line(line);
  const isWritten = problems.every(({ severity }) => severity !== 'error');
  return exitCode === exitCodes.success && !isWritten ? exitCodes.reportUnwritten : exitCode;
}

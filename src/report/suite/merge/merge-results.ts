import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { checkShards } from '../../../suite/shards/check-shards.js';
import { readResults } from '../results/read-results.js';
import type { SuiteReport } from '../suite-report.js';
import { mergeReports } from './merge-reports.js';

/** The report of a whole suite, and what is wrong with it, which stands in the report, too. */
export interface MergedResults {
  readonly report: SuiteReport;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads the results files of all machines, and adds them up. Whatever keeps them from being the whole is a problem, with which the
 * verdict is `failed`: the others are in the report nevertheless.
 * @param files absolute, at least one
 * @param base the folder that places are told relative to. Absolute.
 */
export async function mergeResults(files: readonly string[], base: string): Promise<MergedResults> {
  const problems: Diagnostic[] = [];
  const read: { readonly name: string; readonly ids: readonly string[]; readonly report: SuiteReport }[] = [];
  for (const file of files) {
    try {
      const report = await readResults(file);
      const { shard, cases } = report;
      const ids = cases.map(({ id }) => id);
      read.push({ name: displayPath(file, base), ids, report, ...(shard === undefined ? {} : { shard }) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.diagnostic);
    }
  }
  const checked = checkShards(read);
  problems.push(...checked.problems);
  const reported = problems.map(({ code, message, hint, location }) => ({
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location: { ...location, file: displayPath(location.file, base) } }),
  }));
  return {
    report: mergeReports(
      checked.results.map(({ report }) => report),
      reported,
    ),
    problems,
  };
}

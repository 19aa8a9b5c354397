import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { ExpandedGlobs } from '../../../suite/cases/expand-globs.js';
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
 * @param base the folder that places are told relative to. Absolute.
 * @throws UserError where there is no file, or a pattern without any
 */
export async function mergeResults({ files, unmatched }: ExpandedGlobs, base: string): Promise<MergedResults> {
  if (files.length === 0 || unmatched.length > 0) throw noFiles(unmatched, base);
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

function noFiles(unmatched: readonly string[], base: string): UserError {
  return new UserError({
    code: 'merge-files-missing',
    message:
      unmatched.length === 0
        ? 'There is nothing to merge.'
        : `There is no results file ${unmatched.join(', ')}, as seen from ${base}.`,
    hint: "Name the results files of all shards, such as 'results-*.json'.",
  });
}

import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { ExpandedGlobs } from '../../suite/cases/expand-globs.js';
import type { FinishedCoverage } from './asked-coverage.js';
import { coverageFolder } from './coverage-folder.js';

/** The name of the file that coverage is made one from. */
const dataFile = 'coverage.json';

/** The files that a merge was given. */
export interface MergedFiles {
  readonly results: ExpandedGlobs;
  /** The coverage of the shards, as `coverage.json` has it. */
  readonly coverage: readonly string[];
}

/** Parts results files from files of coverage, which have a name of their own. */
export function partFiles({ files, unmatched }: ExpandedGlobs): MergedFiles {
  const isCoverage = (file: string): boolean => basename(file) === dataFile;
  return {
    results: { files: files.filter((file) => !isCoverage(file)), unmatched },
    coverage: files.filter(isCoverage),
  };
}

/** The coverage of all shards, which is to be written. */
export interface CoverageMerge {
  /** Relative to `base` or absolute; `undefined` or empty where none was asked for. */
  readonly path: string | undefined;
  /** The folder that paths are relative to. Absolute. */
  readonly base: string;
  /** How messages name what asked for it: "The input `coverage`". */
  readonly asked: string;
}

/**
 * Makes one coverage of those of all shards, and writes it.
 * @throws UserError where a file is in the folder's place
 */
export async function mergeCoverage(
  { results, coverage }: MergedFiles,
  { path, base, asked }: CoverageMerge,
): Promise<FinishedCoverage> {
  if (!path) return { problems: [] };
  const folder = coverageFolder(path, base, asked);
  if (coverage.length === 0) return { problems: [noData(asked)] };
  const { mergeCoverageData } = await import('./coverage-files.js');
  const { line, unread } = mergeCoverageData(coverage.map(dirname), folder, base);
  const lacking = results.files.length - coverage.length;
  return {
    ...(line === undefined ? {} : { line: `${line}, in ${displayPath(folder, base)}` }),
    problems: [
      ...unread.map(({ file, reason }) => wrongData(displayPath(file, base), reason)),
      ...(lacking > 0 ? [incomplete(results.files.length, coverage.length)] : []),
    ],
  };
}

function noData(asked: string): Diagnostic {
  return {
    severity: 'error',
    code: 'coverage-data-missing',
    message: `${asked} asks for the coverage of all shards, and there is no ${dataFile} among the files to merge.`,
    hint: `Give the ${dataFile} of each shard beside its results: merge: results/*.json and results/*/${dataFile}.`,
  };
}

function wrongData(file: string, reason: string): Diagnostic {
  return {
    severity: 'error',
    code: 'coverage-data-wrong',
    message: `${file} is no coverage that could be merged: ${reason}.`,
    hint: 'Give the file that `coverage` wrote.',
  };
}

function incomplete(results: number, coverage: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'coverage-incomplete',
    message: `Only ${coverage} of ${results} shards have coverage: what the others ran is not in it.`,
  };
}

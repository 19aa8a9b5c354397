import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { CoverageCollection } from '../../invoke/coverage-collection.js';
import { coverageFolder } from './coverage-folder.js';

/** The coverage that was asked for. */
export interface AskedCoverage {
  readonly collection: CoverageCollection;
  /** Writes it, once everything has ended, and removes what was needed for it. */
  finish(): Promise<FinishedCoverage>;
}

export interface FinishedCoverage {
  /** What was written, in one line; absent where nothing was. */
  readonly line?: string;
  readonly problems: readonly Diagnostic[];
}

/**
 * Gets ready to measure coverage. What measures it is loaded for that alone.
 * @param path the folder for it, relative to `base` or absolute; `undefined` or empty where none was asked for
 * @param base the folder that paths are relative to. Absolute.
 * @param asked how messages name what asked for it: "The input `coverage`"
 * @throws UserError where a file is in the folder's place
 */
export async function askForCoverage(
  path: string | undefined,
  base: string,
  asked: string,
): Promise<AskedCoverage | undefined> {
  if (!path) return undefined;
  const folder = coverageFolder(path, base, asked);
  const { CoverageRun } = await import('./coverage-run.js');
  const run = new CoverageRun(base);
  return {
    collection: run,
    async finish() {
      await using _ = run;
      const { line, problems } = await run.write(folder);
      return { ...(line === undefined ? {} : { line: `${line}, in ${displayPath(folder, base)}` }), problems };
    },
  };
}

import { statSync } from 'node:fs';
import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { ExpandedGlobs } from '../../../suite/cases/expand-globs.js';
import { type EarlierDuration, noEarlierResults } from '../../../suite/shards/case-costs.js';
import { readResults } from './read-results.js';

/** From how many bytes of results on memory is kept small, for which the garbage collector takes a little time. */
const manyBytes = 4 * 1024 * 1024;

/**
 * What the cases of earlier results took. Where several files have a case, the last one counts. Where there is no file there is a
 * notice, and one that can't be read is passed over with a warning, since durations only make a run faster.
 */
export async function earlierDurations(
  { files, unmatched }: ExpandedGlobs,
  report: ReportDiagnostic,
): Promise<EarlierDuration[]> {
  if (unmatched.length > 0) report(noEarlierResults(unmatched));
  const bytes = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  if (bytes > manyBytes) (await import('../../../process/lean-heap.js')).keepHeapLean();
  const durations = new Map<string, EarlierDuration>();
  for (const file of files) {
    try {
      for (const duration of await durationsIn(file)) durations.set(duration.id, duration);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      report({ ...error.diagnostic, severity: 'warning' });
    }
  }
  return [...durations.values()];
}

async function durationsIn(file: string): Promise<EarlierDuration[]> {
  const { cases } = await readResults(file);
  return cases.flatMap(({ id, function: name, durationMs, initDurationMs }) => {
    if (durationMs === undefined) return [];
    return { id, function: name, durationMs, ...(initDurationMs === undefined ? {} : { initDurationMs }) };
  });
}

import type { Measured, SideMeasures } from '../../suite/comparison/comparison.js';
import { hasMoved } from '../../suite/comparison/measured.js';
import type { ReportedCase, SuiteReport } from './suite-report.js';

/** What a case takes, before and now. */
export interface Movement {
  readonly case: ReportedCase;
  readonly before: Measured;
  readonly now: Measured;
}

/** How what the cases of a suite take moved since another commit. */
export interface Movements {
  /** The medians of all cases together. */
  readonly before: number;
  readonly now: number;
  /** The fewest runs of a case at a commit: of fewer than three it is not known how much is noise. */
  readonly fewestRuns: number;
  /** The cases that moved by more than the noise of their runs, the one that moved most first. */
  readonly moved: readonly Movement[];
}

/** How durations (in ms) or memory (in MiB) moved; `undefined` where nothing was measured at both commits. */
export function movementsOf({ cases }: SuiteReport, what: keyof SideMeasures): Movements | undefined {
  const all = cases.flatMap((each): Movement[] => {
    const { measures } = each.comparison ?? {};
    return measures === undefined ? [] : [{ case: each, before: measures.before[what], now: measures.now[what] }];
  });
  if (all.length === 0) return undefined;
  const step = ({ before, now }: Movement): number => Math.abs(now.median - before.median);
  return {
    before: all.reduce((sum, { before }) => sum + before.median, 0),
    now: all.reduce((sum, { now }) => sum + now.median, 0),
    fewestRuns: all.reduce(
      (fewest, { before, now }) => Math.min(fewest, before.runs, now.runs),
      Number.MAX_SAFE_INTEGER,
    ),
    moved: all.filter(({ before, now }) => hasMoved(before, now)).sort((one, other) => step(other) - step(one)),
  };
}

/** A median or a spread, for people. */
export function amountText(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toLocaleString('en', { maximumFractionDigits: 0 });
}

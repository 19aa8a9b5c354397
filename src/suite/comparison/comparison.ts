/** When a comparison makes the suite fail. */
export const failOnKinds = ['failures', 'regressions', 'changes'] as const;

/**
 * `failures`: where a case fails, whatever it did before. `regressions`: where a case fails that did not fail before. `changes`: also
 * where a response is another than before.
 */
export type FailOn = (typeof failOnKinds)[number];

/** What became of a case between two commits. */
export type ComparisonKind =
  /** It gives the same as before: the same response, or the same failure. */
  | 'same'
  /** It passes or fails as before, and gives something else. */
  | 'changed'
  /** It passes, and failed before. */
  | 'fixed'
  /** It fails, and did not fail before in the same way. */
  | 'broken'
  /** It passes, and its function was not there before. */
  | 'new'
  /** It was not run to its end at one of the commits. */
  | 'unknown';

/** What was measured of several runs. */
export interface Measured {
  readonly median: number;
  /** From the least to the most; 0 for one run, of which nothing is known. */
  readonly spread: number;
  readonly runs: number;
}

/** What a case took at one commit. */
export interface SideMeasures {
  readonly durationMs: Measured;
  readonly maxMemoryUsedMiB: Measured;
}

/** What became of a case, and how what it takes moved. */
export interface CaseComparison {
  readonly kind: ComparisonKind;
  /** What is different, in a sentence on one line; absent where nothing is. */
  readonly message?: string;
  /** Line by line: `-` was before, `+` is now. */
  readonly diff?: string;
  /** The places of the response that vary from run to run at both commits: only their types were compared. */
  readonly varying: readonly string[];
  /** Absent where the case was not invoked at one of the commits. */
  readonly measures?: { readonly before: SideMeasures; readonly now: SideMeasures };
}

/** A suite against another commit. */
export interface SuiteComparison {
  /** The commit that it was compared with: its hash, and how it was asked for. */
  readonly commit: string;
  readonly ref: string;
  readonly failOn: FailOn;
  /** By the ids of the cases. Those that were skipped are not in it. */
  readonly cases: ReadonlyMap<string, CaseComparison>;
}

/** How many cases there are of each kind. */
export type ComparisonCounts = Readonly<Record<ComparisonKind, number>>;

/** Counts cases by what became of them. */
export function countComparisons(cases: Iterable<Pick<CaseComparison, 'kind'>>): ComparisonCounts {
  const counts = { same: 0, changed: 0, fixed: 0, broken: 0, new: 0, unknown: 0 };
  for (const { kind } of cases) counts[kind] += 1;
  return counts;
}

/**
 * Whether a comparison makes the suite fail, where what matters is what became of the cases. What is not known counts as broken.
 * @param failOn not `failures`, by which comparisons do not matter
 */
export function failsByComparison(failOn: Exclude<FailOn, 'failures'>, counts: ComparisonCounts): boolean {
  const { broken, unknown, changed } = counts;
  return broken > 0 || unknown > 0 || (failOn === 'changes' && changed > 0);
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ContainmentFacts } from '../invoke/containment-facts.js';
import type { CaseResult } from './case-result.js';
import type { SuiteComparison } from './comparison/comparison.js';
import type { PlannedShard } from './shards/shard.js';
import type { SnapshotSummary } from './snapshots/snapshots.js';

/** What came of a suite. What is large of it lies in files, until the run's folder is removed. */
export interface SuiteResult {
  /** One for each case that was chosen, in the order of the cases. */
  readonly results: readonly CaseResult[];
  /** Functions that were asked for and have no case, by their keys. */
  readonly uncovered: readonly string[];
  readonly snapshots: SnapshotSummary;
  /** What went wrong beside the cases. It makes the suite fail. */
  readonly problems: readonly Diagnostic[];
  /** The warnings of the run, each once: what they are about is in no case. */
  readonly remarks?: readonly Diagnostic[];
  /** Since the epoch, in ms. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** How many functions could run at a time. */
  readonly concurrency: number;
  /** How functions were contained; absent where none was run. */
  readonly containment?: ContainmentFacts;
  /** Set if the run ended before every case was through. */
  readonly stopped?: { readonly reason: string };
  /** Whether a flaky case makes the suite fail. */
  readonly failsOnFlaky: boolean;
  /** Which part of the suite this was. */
  readonly shard?: PlannedShard;
  /** What became of the cases since another commit. */
  readonly comparison?: SuiteComparison;
}

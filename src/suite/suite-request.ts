import type { ComparisonRequest } from './comparison/comparison-request.js';
import type { Running } from './run/running.js';
import type { Shard } from './shards/shard.js';

/** What is asked of a suite besides its cases, whichever face it was said to. */
export interface SuiteRequest {
  /** Only cases whose name it matches are run. */
  readonly testName?: RegExp;
  /** Only cases with one of these tags are run; all where there are none. */
  readonly tags: readonly string[];
  /** Whether snapshots are recorded anew. */
  readonly update: boolean;
  readonly running: Running;
  /** Whether shards are planned, and nothing is run. */
  readonly plan: boolean;
  /** How many shards a plan has. */
  readonly shards?: number;
  /** Which part of the suite is run. */
  readonly shard?: Shard;
  /** Results files of an earlier run: paths and globs, absolute or relative to where this one was called. */
  readonly earlierResults: readonly string[];
  /** What the suite is compared with. */
  readonly comparison?: ComparisonRequest;
}

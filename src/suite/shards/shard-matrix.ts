import type { ShardLoad } from './pack.js';
import { shardText } from './shard.js';

/**
 * A matrix of GitHub Actions, for `strategy.matrix: ${{ fromJSON(…) }}`: a job for each shard.
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export interface ShardMatrix {
  readonly include: readonly {
    /** `3/8`, as the input `shard` takes it. */
    readonly shard: string;
    /** Counted from 1; for names of artifacts, which can't have a slash. */
    readonly index: number;
    /** How many cases it has. */
    readonly cases: number;
  }[];
}

/** The matrix with a job for each shard of a plan. */
export function shardMatrix(shards: readonly ShardLoad[]): ShardMatrix {
  const count = shards.length;
  return {
    include: shards.map(({ cases }, at) => ({
      shard: shardText({ index: at + 1, count }),
      index: at + 1,
      cases: cases.length,
    })),
  };
}

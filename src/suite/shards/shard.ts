import { UserError } from '../../diagnostics/user-error.js';

/** One machine's part of a suite: the third of eight. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}

/** A shard of a plan. */
export interface PlannedShard extends Shard {
  /** The plan's digest: only shards of one plan add up to the whole. */
  readonly plan: string;
}

/**
 * The most jobs of a matrix in GitHub Actions, per workflow run:
 * https://docs.github.com/en/actions/reference/limits#existing-system-limits
 */
export const mostShards = 256;

/** A shard as it is written: `3/8`. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * Reads a shard such as `3/8`.
 * @param name what the value was given to, such as `The flag --shard`
 * @throws UserError where it is none
 */
export function parseShard(text: string, name: string): Shard {
  const [, index, count] = /^([1-9]\d*) *\/ *([1-9]\d*)$/.exec(text.trim()) ?? [];
  if (index === undefined || count === undefined) {
    throw notAShard(`${name} is ${JSON.stringify(text)}, which is not a shard.`);
  }
  const shard = { index: Number(index), count: Number(count) };
  if (shard.count > mostShards) {
    throw notAShard(`${name} is ${text}, and there can be at most ${mostShards} shards.`);
  }
  if (shard.index > shard.count) throw notAShard(`${name} is ${text}, and there are only ${count} shards.`);
  return shard;
}

/**
 * Reads how many shards there are to be.
 * @param name what the value was given to
 * @throws UserError where it is no whole number from 1 to 256
 */
export function parseShardCount(text: string, name: string): number {
  const count = /^[1-9]\d{0,2}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (count <= mostShards) return count;
  throw new UserError({
    code: 'shard-count-invalid',
    message: `${name} is ${JSON.stringify(text)}, and takes a whole number from 1 to ${mostShards}.`,
  });
}

function notAShard(message: string): UserError {
  return new UserError({
    code: 'shard-invalid',
    message,
    hint: 'Write which one of how many, such as 3/8 for the third of eight.',
  });
}

import { mergeMembers } from '../merge-members.js';
import type { Setter } from '../sample.js';

/** A setter that merges a value into a nested member. */
export const within =
  (holder: string, name: string, encode: (value: unknown) => unknown = (value) => value): Setter =>
  (record, value) => {
    record[holder] = mergeMembers(record[holder], { [name]: encode(value) });
  };

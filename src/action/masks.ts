import type { CredentialsRequest } from '../identity/request.js';
import { commandLine } from './workflow-commands.js';

/**
 * Values that are shorter are not masked: a stand-in such as `test` would be blotted out all over the job's log, and
 * the runner drops every job output that has it in it.
 */
const SHORTEST_MASKED = 8;

/** The values that must not be seen: the runner masks them in the log, we in the log file. */
export interface Masks {
  /** Has the secret parts of these credentials masked from now on. */
  add(credentials: CredentialsRequest): void;
  /** Every masked value, once. Grows as values are added. */
  readonly values: readonly string[];
}

/** Starts with nothing masked. `print` takes the lines that tell the runner. */
export function createMasks(print: (line: string) => void): Masks {
  const values: string[] = [];
  return {
    values,
    add({ accessKeyId, secretAccessKey, sessionToken }) {
      for (const value of [accessKeyId, secretAccessKey, sessionToken]) {
        if (value === undefined || value.trim().length < SHORTEST_MASKED || values.includes(value)) continue;
        values.push(value);
        print(commandLine('add-mask', value));
      }
    },
  };
}

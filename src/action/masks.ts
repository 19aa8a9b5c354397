import type { CredentialsRequest } from '../identity/request.js';
import { commandLine } from './workflow-commands.js';

/**
 * Values that are shorter are not masked: a stand-in such as `test` would be blotted out all over the job's log, and
 * the runner drops every job output that has it in it.
 */
const SHORTEST_MASKED = 8;
/** The same for what a service keeps as a secret: it may be a short one, and is hardly a stand-in. */
const SHORTEST_SECRET = 4;

/** The values that must not be seen: the runner masks them in the log, we in the log file. */
export interface Masks {
  /** Has the secret parts of these credentials masked from now on. */
  add(credentials: CredentialsRequest): void;
  /** Has a secret masked from now on: a text, every text in a mapping or list, and those in JSON that a text is. */
  addSecret(secret: unknown): void;
  /** Every masked value, once. Grows as values are added. */
  readonly values: readonly string[];
}

/** Starts with nothing masked. `print` takes the lines that tell the runner. */
export function createMasks(print: (line: string) => void): Masks {
  const values: string[] = [];
  const mask = (value: string): void => {
    if (values.includes(value)) return;
    values.push(value);
    print(commandLine('add-mask', value));
  };
  return {
    values,
    add({ accessKeyId, secretAccessKey, sessionToken }) {
      for (const value of [accessKeyId, secretAccessKey, sessionToken]) {
        if (value !== undefined && value.trim().length >= SHORTEST_MASKED) mask(value);
      }
    },
    addSecret: (secret) => {
      for (const text of textsIn(secret)) if (text.trim().length >= SHORTEST_SECRET) mask(text);
    },
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const inside = textsInJson(value);
    return [value, ...(inside.length > 0 ? inside : linesOf(value))];
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** What has several lines, such as a private key, is mostly printed line by line. */
function linesOf(text: string): string[] {
  return /[\r\n]/.test(text) ? text.split(/[\r\n]+/) : [];
}

function textsInJson(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return textsIn(JSON.parse(text));
  } catch {
    return [];
  }
}

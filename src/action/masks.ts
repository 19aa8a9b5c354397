import type { Credentials } from '../identity/credentials.js';
import type { CredentialsRequest } from '../identity/request.js';
import { createKnownSecrets } from '../report/secrets/known-secrets.js';
import { commandLine } from './workflow-commands.js';

/**
 * The shortest line of a secret that is masked in the runner's log. Otherwise the `{` of a JSON text would be masked
 * everywhere.
 */
const SHORTEST_LINE = 4;

/** The values that must not be seen. The runner masks them in the log; we mask them in files and in the summary. */
export interface Masks {
  /** Masks the secret parts of these credentials from now on. */
  add(credentials: CredentialsRequest | Credentials): void;
  /** Masks a secret from now on: a text, every text in a mapping or list, and every text inside a JSON text. */
  addSecret(secret: unknown): void;
  /** Every masked value, once. Grows as values are added. */
  readonly values: readonly string[];
}

/** Starts with nothing masked. `print` takes the commands to the runner. */
export function createMasks(print: (line: string) => void): Masks {
  const secrets = createKnownSecrets();
  const told = new Set<string>();
  const mask = (values: readonly string[]): void => {
    for (const line of values.flatMap(linesOf)) {
      if (told.has(line)) continue;
      told.add(line);
      print(commandLine('add-mask', line));
    }
  };
  return {
    values: secrets.values,
    add: (credentials) => mask(secrets.addCredentials(credentials)),
    addSecret: (secret) => mask(secrets.add(secret)),
  };
}

/**
 * The lines of a value to mask in the runner's log, one command for each. Given a value of several lines, the runner would
 * mask every line, however short; and since it masks the log line by line, single lines are enough.
 */
function linesOf(value: string): string[] {
  if (!/[\r\n]/.test(value)) return [value];
  const lines = value.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter(({ length }) => length >= SHORTEST_LINE);
}

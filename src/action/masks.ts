import type { Credentials } from '../identity/credentials.js';
import type { CredentialsRequest } from '../identity/request.js';
import { createKnownSecrets } from '../report/secrets/known-secrets.js';
import { commandLine } from './workflow-commands.js';

/** The shortest line of a secret that the runner is told of. It would mask the `{` of a JSON text everywhere. */
const SHORTEST_LINE = 4;

/** The values that must not be seen: the runner masks them in the log, we in files and the summary. */
export interface Masks {
  /** Has the secret parts of these credentials masked from now on. */
  add(credentials: CredentialsRequest | Credentials): void;
  /** Has a secret masked from now on: a text, every text in a mapping or list, and those in JSON that a text is. */
  addSecret(secret: unknown): void;
  /** Every masked value, once. Grows as values are added. */
  readonly values: readonly string[];
}

/** Starts with nothing masked. `print` takes the lines that tell the runner. */
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
 * The lines of a value, as the runner is told them. It masks each line of a value with several, however short, and only the
 * log's lines are masked.
 */
function linesOf(value: string): string[] {
  if (!/[\r\n]/.test(value)) return [value];
  const lines = value.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter(({ length }) => length >= SHORTEST_LINE);
}

import type { Credentials } from '../../identity/credentials.js';
import type { CredentialsRequest } from '../../identity/request.js';

/**
 * Shorter parts of credentials do not count as secrets, in UTF-16 units: a placeholder such as `test` would be masked all
 * over the log, and the runner drops every job output that contains a masked value.
 */
const SHORTEST_CREDENTIAL = 8;
/** The same for a service's own secrets, which may be short and are hardly placeholders. */
const SHORTEST_SECRET = 4;

/**
 * The access key ids that AWS issues. Others in the environment may be placeholders, such as `localstack`, which is also a
 * host name. Source: IAM user guide, "IAM identifiers", unique ID prefixes.
 */
const awsAccessKeyId = /^A(?:KIA|SIA)[A-Z\d]{16}$/;

/** The values that must not be printed or written anywhere. */
export interface KnownSecrets {
  /** Every value once. Grows as values are added. */
  readonly values: readonly string[];
  /** Adds the secret parts of credentials. Returns those that are new. */
  addCredentials(credentials: CredentialsRequest | Credentials): string[];
  /**
   * Adds a secret: a text, every text in a mapping or list, and every text inside a JSON text. Returns those that are new.
   */
  add(secret: unknown): string[];
}

/** Starts without any. */
export function createKnownSecrets(): KnownSecrets {
  const values: string[] = [];
  const addNew = (texts: readonly string[]): string[] => {
    const added = [...new Set(texts)].filter((text) => !values.includes(text));
    values.push(...added);
    return added;
  };
  return {
    values,
    addCredentials({ accessKeyId = '', secretAccessKey = '', sessionToken = '', ...rest }) {
      const ambient = 'source' in rest && rest.source === 'environment';
      if (ambient && !awsAccessKeyId.test(accessKeyId)) return [];
      return addNew(
        [accessKeyId, secretAccessKey, sessionToken].filter((text) => text.trim().length >= SHORTEST_CREDENTIAL),
      );
    },
    add: (secret) => addNew(textsIn(secret).filter((text) => text.trim().length >= SHORTEST_SECRET)),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...textsInJson(value)];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

function textsInJson(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return textsIn(JSON.parse(text));
  } catch {
    return [];
  }
}

import type { Credentials } from '../../identity/credentials.js';
import type { CredentialsRequest } from '../../identity/request.js';

/**
 * Parts of credentials that are shorter are none: a stand-in such as `test` would be blotted out all over the log, and
 * the runner drops every job output that has it in it.
 */
const SHORTEST_CREDENTIAL = 8;
/** The same for what a service keeps as a secret: it may be a short one, and is hardly a stand-in. */
const SHORTEST_SECRET = 4;

/**
 * The access key ids that AWS gives out. Those of the environment may be stand-ins: `localstack` is a host's name too.
 * Source: IAM user guide, "IAM identifiers", unique ID prefixes.
 */
const awsAccessKeyId = /^A(?:KIA|SIA)[A-Z\d]{16}$/;

/** The values that must not be seen. */
export interface KnownSecrets {
  /** Every value once. Grows as values are added. */
  readonly values: readonly string[];
  /** Adds the secret parts of credentials. Gives what is new. */
  addCredentials(credentials: CredentialsRequest | Credentials): string[];
  /** Adds a secret: a text, every text in a mapping or list, and those in JSON that a text is. Gives what is new. */
  add(secret: unknown): string[];
}

/** Starts with nothing known. */
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

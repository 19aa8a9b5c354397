import type { Json, Members } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';

/** Keys that sign requests. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * The credentials that a handler may sign with: its own, and those that it was given through the gateway (`AssumeRole`,
 * `GetCredentialsForIdentity`). A gateway changes what a request is signed for, so it has to sign with the same.
 */
export class KnownCredentials {
  readonly #keys = new Map<string, SigningKeys>();

  constructor(own: SigningKeys | undefined) {
    if (own !== undefined) this.#keys.set(own.accessKeyId, own);
  }

  /** Those of an access key. */
  of(accessKeyId: string): SigningKeys | undefined {
    return this.#keys.get(accessKeyId);
  }

  /** Remembers the credentials in the answer of a service, if there are some. At most a thousand. */
  learn(members: Members): void {
    const { Credentials: given } = members;
    if (!isMembers(given) || this.#keys.size >= 1000) return;
    const { AccessKeyId: accessKeyId, SecretAccessKey, SecretKey, SessionToken: token } = given;
    const secretAccessKey = textOf(SecretAccessKey) ?? textOf(SecretKey);
    if (typeof accessKeyId !== 'string' || secretAccessKey === undefined) return;
    this.#keys.set(accessKeyId, { accessKeyId, secretAccessKey, sessionToken: textOf(token) });
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

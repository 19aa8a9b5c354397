import type { AwsKeys } from '../aws/access.js';
import type { SessionRequest } from '../aws/sessions.js';

/** Temporary credentials to ask STS for, and what its refusal is explained by. */
export interface SessionQuestion {
  readonly request: SessionRequest;
  /** What the request is signed with; a token needs none. */
  readonly keys?: AwsKeys;
  readonly region: string;
  /** Of the token. */
  readonly audience?: string;
  readonly subject?: string | undefined;
  /** Whether the role is that of a deployed function, which trusts Lambda. */
  readonly isOfFunction?: boolean;
}

/** Credentials that the caller names. */
export interface CredentialsRequest {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly profile?: string;
  /** A role to assume, with these credentials or with others. */
  readonly role?: RoleRequest;
}

/** A role that the caller wants assumed. */
export interface RoleRequest {
  readonly arn: string;
  readonly sessionName: string;
  readonly externalId?: string;
  readonly durationSeconds?: number;
  /** Tags of the session, where keys open it: a token brings its own. */
  readonly tags: Readonly<Record<string, string>>;
  /** The audience of the runner's token; by default that of the partition. */
  readonly audience?: string;
  /** Whether the environment's credentials open it also where the runner gives tokens. */
  readonly isChained: boolean;
}

/** AWS credentials, and where they came from (for messages; never the values). */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly source: 'input' | 'environment' | 'profile' | 'service' | 'session';
  /** The profile's name, for the source `profile`. */
  readonly profile?: string;
  /** What the session is of, for the source `session`: a clause such as `of the role arn:…`. */
  readonly session?: string;
}

/** Credentials that the caller gives by name. */
export interface CredentialsRequest {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly profile?: string;
}

/** Credentials that the caller names. */
export interface CredentialsRequest {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly profile?: string;
}

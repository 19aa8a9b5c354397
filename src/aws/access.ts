/** Keys that sign a request. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** As whom and where a service is asked. */
export interface AwsAccess {
  readonly keys: AwsKeys;
  readonly region: string;
  /** The URL to ask in place of the service's own. */
  readonly endpoint?: string;
}

/** Keys that sign a request. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Keys, or the name of a profile that has some. */
export type AwsIdentity = AwsKeys | { readonly profile: string };

/** What a service says of as whom it is deployed. */
export interface OwnIdentity {
  /** First that is there, each with the setting that names it, for messages. */
  readonly candidates: readonly { readonly setting: string; readonly identity: AwsIdentity }[];
  /** Whether they go before what the environment has. */
  readonly isFirst: boolean;
}

/** As whom and where a service is asked. */
export interface AwsAccess {
  readonly keys: AwsKeys;
  readonly region: string;
  /** The URL to ask in place of the service's own. */
  readonly endpoint?: string;
}

import type { Agent } from 'node:http';

/** Keys that sign a request. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Temporary keys. */
export interface SessionKeys extends AwsKeys {
  readonly sessionToken: string;
}

/** Keys, or the name of a profile that has some. */
export type AwsIdentity = AwsKeys | { readonly profile: string };

/** The identities that a service's configuration names for its deploy. */
export interface OwnIdentity {
  /** The first one that exists is used. Each has the setting that names it, for messages. */
  readonly candidates: readonly { readonly setting: string; readonly identity: AwsIdentity }[];
  /** Whether they are preferred to the environment's credentials. */
  readonly isFirst: boolean;
}

/** The credentials, the region and the endpoint of a request to a service. */
export interface AwsAccess {
  readonly keys: AwsKeys;
  readonly region: string;
  /** The URL to use instead of the service's own. */
  readonly endpoint?: string;
  /** The agent for its connections, if the environment names a proxy. */
  readonly agent?: Agent;
}

import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A request to AWS, as far as it matters for the permissions that it needs. The gateway's `AwsRequest` is one. */
export interface Call {
  /** The service as the AWS CLI names it: `s3`, `dynamodb`, `stepfunctions`. */
  readonly service: string;
  /** The prefix of the service's actions in IAM, such as `states`. */
  readonly iamPrefix: string;
  /** The operation's name in the service's model, such as `ListObjectsV2`. */
  readonly operation: string;
  readonly region: string;
  /** The account of the function, twelve digits. */
  readonly account: string;
  /** The ARNs of the resources that the request names. */
  readonly resources: readonly string[];
  readonly members: { readonly [name: string]: Json };
  /** The members of the answer, where there is one that is no error. */
  readonly answer?: { readonly [name: string]: Json };
  /** The user's line that made it, where that is known. */
  readonly location?: SourceLocation;
}

/** Of a request, a permission that it needs. */
export interface Requirement {
  /** `s3:GetObject` */
  readonly action: string;
  /** What it is needed on: an ARN, `*` for an action that knows no resources; `undefined` where the request does not tell. */
  readonly resource: string | undefined;
  /** What a `*` in the resource, or its end, stands for: the request does not tell it. */
  readonly untold?: string;
  /** Further resources of which one is enough: an identity of SES is an address or its domain. */
  readonly orOn?: readonly string[];
  /** The keys of the context that are the request's own, by their names. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** Why the permission may not be needed, or the resource be another one: a clause that could follow "unless". */
  readonly unless?: string;
}

/** What a request needs: nothing, some permissions, or it is not known. */
export type Requirements =
  | { readonly kind: 'needs'; readonly requirements: readonly Requirement[] }
  /** `reason` is a clause that could follow "because". */
  | { readonly kind: 'unknown'; readonly reason: string };

import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/**
 * A statement of a policy as IAM's JSON has it, its intrinsic functions evaluated. What only a deploy knows stands in it as a
 * deployed name: `${Table}` for the physical id of the resource `Table`, `${Table.StreamArn}` for an attribute of it,
 * `${import Name}` for an export of another stack, and `${unknown}` for what is not even known by a name.
 */
export interface WrittenStatement {
  readonly value: Readonly<Record<string, unknown>>;
  /** What it comes from, for messages: a setting, a policy template, or what a tool adds. */
  readonly source: string;
  /** `false` for a statement of a policy of the version 2008-10-17, which is also that of one that names none. */
  readonly hasVariables?: boolean;
  /** Whether a tool adds it of its own, for something else that the configuration asks for. */
  readonly isAdded?: boolean;
  readonly location?: SourceLocation;
}

/** A managed policy that a role has, by its ARN. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly source: string;
  readonly location?: SourceLocation;
}

/** The most that a role may do: the statements of a boundary, or the managed policy that is one. */
export type PermissionsBoundary =
  | { readonly kind: 'statements'; readonly statements: readonly WrittenStatement[] }
  | { readonly kind: 'managed'; readonly policy: ManagedPolicy };

/**
 * The policy of a resource. Its statements name principals: a role by an ARN with deployed names in it.
 */
export interface ResourcePolicy {
  /** The prefix of the actions that it is about: `s3`. */
  readonly service: string;
  /** The ARNs that it is about, with wildcards and deployed names. */
  readonly resources: readonly string[];
  readonly statements: readonly WrittenStatement[];
  readonly gaps: readonly PermissionGap[];
  /** Whether the policies of roles count only as far as it lets them: that of a key of KMS, or who may assume a role. */
  readonly isRequired?: boolean;
}

/** A resource that is encrypted with a key of KMS that is not AWS's own. */
export interface Encryption {
  readonly service: 's3' | 'secretsmanager' | 'sns' | 'sqs';
  /** Its ARN, with deployed names. */
  readonly resource: string;
  /** The key's ARN, id or alias, with deployed names. */
  readonly key: string;
}

/** The role that a function runs with. */
export type FunctionRole =
  /** A deploy makes it. */
  | { readonly kind: 'made'; readonly logicalId: string }
  /** It is made elsewhere: nothing of its policies is known. */
  | { readonly kind: 'elsewhere'; readonly arn: string; readonly location?: SourceLocation }
  /** The configuration names none. */
  | { readonly kind: 'none' };

/** A part of a policy that is not known. */
export interface PermissionGap {
  /** A sentence. */
  readonly message: string;
  readonly location?: SourceLocation;
}

/** What a function may do in AWS once it is deployed, as its configuration has it. */
export interface FunctionPermissions {
  readonly role: FunctionRole;
  readonly statements: readonly WrittenStatement[];
  readonly managedPolicies: readonly ManagedPolicy[];
  readonly boundary?: PermissionsBoundary;
  readonly gaps: readonly PermissionGap[];
  /** The ARN of a role that a deploy makes, as policies of the project name it. */
  readonly roleArn?: string;
  /** Which of the project's resources are encrypted, and with which keys. */
  readonly encryptions?: readonly Encryption[];
  /** The policies of the project's resources. */
  readonly resourcePolicies?: readonly ResourcePolicy[];
  /** The configured environment with deployed names in it: how the code learns the names of its resources. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Stands for a value that is not even known by a name. */
export const unknownName = `\${unknown}`;

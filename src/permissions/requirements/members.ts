import type { Call, Json } from './call.js';

/** A member as text; `undefined` for an empty one, and for anything else. */
export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The items of a list; none of anything else. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The members of a structure; none of anything else. */
export function structure(value: Json | undefined): { readonly [name: string]: Json } {
  return isStructure(value) ? value : {};
}

function isStructure(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The partition of a region. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** An ARN of the function's account and the request's region. */
export function arn({ region, account }: Pick<Call, 'region' | 'account'>, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** An ARN without region and account, such as S3's. */
export function globalArn({ region }: Pick<Call, 'region'>, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:::${resource}`;
}

/** A resource by its name, which may be an ARN already. */
export function named(call: Call, service: string, kind: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return name.startsWith('arn:') ? name : arn(call, service, `${kind}${name}`);
}

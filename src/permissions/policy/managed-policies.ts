import { managedPoliciesText } from './managed-policies-data.js';

let policies: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> | undefined;

/**
 * The statements of one of AWS's own managed policies; `undefined` for one that is not in the table, and for one of an account.
 * @param arn its ARN, or the mere name, as SAM has it
 */
export function managedStatements(arn: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  policies ??= JSON.parse(managedPoliciesText) as NonNullable<typeof policies>;
  const [, name] = /^(?:arn:[\w-]+:iam::aws:policy\/(?:[\w-]+\/)*)?([\w+=,.@-]+)$/.exec(arn) ?? [];
  return name !== undefined && Object.hasOwn(policies, name) ? policies[name] : undefined;
}

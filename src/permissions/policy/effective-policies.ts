import type {
  FunctionPermissions,
  ManagedPolicy,
  PermissionsBoundary,
  WrittenStatement,
} from '../../lambda/function/function-permissions.js';
import { type AttachedPolicy, attachedPolicy, type Principal } from './attached-policy.js';
import { managedStatements } from './managed-policies.js';
import { parseStatement } from './parse-statement.js';
import type { PolicySet, Statement } from './statement.js';

/** The policies that decide on the requests of a role. Only what all of them allow is allowed. */
export interface EffectivePolicies {
  readonly identity: PolicySet;
  readonly boundary?: PolicySet;
  readonly session?: PolicySet;
  /** The policies of resources, which may also allow what the others do not. */
  readonly attached?: readonly AttachedPolicy[];
}

/**
 * The policies of a function, AWS's managed ones as far as they are known.
 * @param owner the account of the function, by which it is found in the policies of resources; without it these are left out
 */
export function effectivePolicies(
  permissions: FunctionPermissions,
  owner?: Pick<Principal, 'account' | 'isAccountKnown'>,
): EffectivePolicies {
  const { role, roleArn, statements, managedPolicies, boundary, gaps, resourcePolicies = [] } = permissions;
  const managed = managedPolicies.map(managedSet);
  const own = parsed(statements);
  const missingRole =
    role.kind === 'elsewhere'
      ? [`the role ${role.arn} is made elsewhere, and its policies are not in this project`]
      : role.kind === 'none'
        ? ['the configuration names no role']
        : [];
  return {
    identity: {
      statements: [...own.statements, ...managed.flatMap((set) => set.statements)],
      gaps: [
        ...missingRole,
        ...gaps.map(({ message }) => clause(message)),
        ...own.gaps,
        ...managed.flatMap((set) => set.gaps),
      ],
    },
    ...(boundary === undefined ? {} : { boundary: boundarySet(boundary) }),
    ...(owner === undefined
      ? {}
      : { attached: resourcePolicies.map((policy) => attachedPolicy(policy, { role, roleArn, ...owner })) }),
  };
}

function boundarySet(boundary: PermissionsBoundary): PolicySet {
  return boundary.kind === 'managed' ? managedSet(boundary.policy) : parsed(boundary.statements);
}

function managedSet({ arn, location }: ManagedPolicy): PolicySet {
  const statements = managedStatements(arn);
  if (statements === undefined) {
    return { statements: [], gaps: [`what the managed policy ${arn} allows and denies is not known here`] };
  }
  const source = `the managed policy ${arn.slice(arn.lastIndexOf('/') + 1)}`;
  return parsed(
    statements.map((value) => ({ value, source, isAdded: true, ...(location === undefined ? {} : { location }) })),
  );
}

function parsed(written: readonly WrittenStatement[]): PolicySet {
  const statements: Statement[] = [];
  const gaps: string[] = [];
  for (const each of written) {
    const statement = parseStatement(each);
    if (statement === undefined) gaps.push(`${each.source} is no statement that IAM takes`);
    else statements.push(statement);
  }
  return { statements, gaps };
}

/** A sentence as a clause. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

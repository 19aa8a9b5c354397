import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayLocation } from '../../diagnostics/display-path.js';
import type { FunctionPermissions, FunctionRole } from '../../lambda/function/function-permissions.js';
import { managedStatements } from '../../permissions/policy/managed-policies.js';
import type { Styles } from '../../report/console/styles.js';

/** The policy of a function as JSON: that of IAM, and what a role has beside it. */
export function policyJson({ role, statements, managedPolicies, boundary, gaps }: FunctionPermissions): string {
  const limit =
    boundary === undefined
      ? {}
      : {
          permissionsBoundary:
            boundary.kind === 'managed'
              ? boundary.policy.arn
              : { Version: version, Statement: boundary.statements.map(({ value }) => value) },
        };
  const document = {
    role: role.kind === 'made' ? role.logicalId : role.kind === 'elsewhere' ? role.arn : null,
    policy: { Version: version, Statement: statements.map(({ value }) => value) },
    managedPolicies: managedPolicies.map(({ arn }) => arn),
    ...limit,
    unknown: gaps.map(({ message }) => message),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const version = '2012-10-17';

/** The policy of a function for a person: each statement as JSON, below where it comes from. */
export function policyText(permissions: FunctionPermissions, styles: Pick<Styles, 'faint'>): string {
  const { role, statements, managedPolicies, boundary } = permissions;
  const heading = (source: string, location: SourceLocation | undefined): string =>
    styles.faint(`# ${source}${location === undefined ? '' : `, ${displayLocation(location)}`}`);
  const known = (arn: string): string =>
    managedStatements(arn) === undefined ? `${arn} (what it allows is not known here)` : arn;
  const limits =
    boundary === undefined
      ? []
      : boundary.kind === 'managed'
        ? [`${heading('No more than', boundary.policy.location)}\n${known(boundary.policy.arn)}`]
        : boundary.statements.map(
            ({ value, source, location }) =>
              `${heading(`No more than: ${source}`, location)}\n${JSON.stringify(value, null, 2)}`,
          );
  const parts = [
    styles.faint(`# ${roleText(role)}`),
    ...statements.map(
      ({ value, source, location }) => `${heading(capital(source), location)}\n${JSON.stringify(value, null, 2)}`,
    ),
    ...managedPolicies.map(({ arn, source, location }) => `${heading(capital(source), location)}\n${known(arn)}`),
    ...limits,
  ];
  return `${parts.join('\n\n')}\n`;
}

function roleText(role: FunctionRole): string {
  switch (role.kind) {
    case 'made':
      return `The role ${role.logicalId}`;
    case 'elsewhere':
      return `The role ${role.arn}, whose policies are not in this project`;
    default:
      return 'No role';
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

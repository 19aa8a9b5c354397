import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';

/** What a function's policies grant, each action on each resource in a line, to compare policies that are split differently. */
export function granted({ statements, managedPolicies, boundary }: FunctionPermissions) {
  const lines = statements.flatMap(({ value }) => {
    const { Effect, Action, NotAction, Resource, NotResource, Condition } = value;
    const actions = listed(Action ?? NotAction);
    const condition = Condition === undefined ? '' : ` ${JSON.stringify(Condition)}`;
    return actions.flatMap((action) =>
      listed(Resource ?? NotResource).map((resource) => `${String(Effect)} ${action} ${resource}${condition}`),
    );
  });
  return {
    granted: [...new Set(lines)].sort(),
    managed: [...new Set(managedPolicies.map(({ arn }) => arn.slice(arn.lastIndexOf('/') + 1)))].sort(),
    boundary: boundary?.kind === 'managed' ? boundary.policy.arn : boundary?.statements.map(({ value }) => value),
  };
}

function listed(value: unknown): string[] {
  return [value].flat(2).map(String);
}

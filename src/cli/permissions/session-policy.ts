import { UserError } from '../../diagnostics/user-error.js';
import type { FunctionPermissions } from '../../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { bindNames } from '../../permissions/audit/bind-names.js';
import { effectivePolicies } from '../../permissions/policy/effective-policies.js';
import { maxPolicyCharacters, packPolicy } from '../../permissions/session/pack-policy.js';

/**
 * The policy of a function as that of a session, which narrows other credentials to it.
 * @param environment the variables that the handler gets, which tell the names of resources
 * @throws UserError where a part of the policy is not known, or it is too long
 */
export async function sessionPolicy(
  fn: LambdaFunction,
  permissions: FunctionPermissions,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { identity, boundary } = effectivePolicies(permissions);
  const location = await fn.origin('function');
  const [gap] = [...identity.gaps, ...(boundary === undefined ? [] : ['it has a permissions boundary'])];
  if (gap !== undefined) {
    throw new UserError({
      code: 'session-policy-unknown',
      message: `The policy of ${fn.key} can't be made that of a session: ${gap}.`,
      hint: "Assume the function's own role instead.",
      location,
    });
  }
  const packed = packPolicy(identity, bindNames(permissions.environment, environment));
  switch (packed.kind) {
    case 'packed':
      return packed.text;
    case 'open':
      throw new UserError({
        code: 'session-policy-open',
        message: `The policy of ${fn.key} has names that only a deploy knows: ${packed.names.join(', ')}.`,
        hint: `Answer them in \`variables\` (or as --variable), such as ref:${packed.names[0]}=….`,
        location,
      });
    default:
      throw new UserError({
        code: 'session-policy-long',
        message: `The policy of ${fn.key} has ${packed.characters} characters, and that of a session at most ${maxPolicyCharacters}.`,
        hint: "Assume the function's own role instead.",
        location,
      });
  }
}

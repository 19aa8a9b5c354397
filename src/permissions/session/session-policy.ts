import { UserError } from '../../diagnostics/user-error.js';
import type { FunctionPermissions } from '../../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { bindNames } from '../audit/bind-names.js';
import { effectivePolicies } from '../policy/effective-policies.js';
import { type AccountInPlace, maxPolicyCharacters, packPolicy } from './pack-policy.js';

/**
 * The policy of a function as that of a session, which narrows other credentials to it.
 * @param environment the variables that the handler gets, which tell the names of resources
 * @param account the account that the function is in, where the policy has one that stands in for it
 * @throws UserError where a part of the policy is not known, or it is too long
 */
export async function sessionPolicy(
  fn: LambdaFunction,
  permissions: FunctionPermissions,
  environment: Readonly<Record<string, string>>,
  account?: AccountInPlace,
): Promise<string> {
  const { identity, boundary } = effectivePolicies(permissions);
  const location = await fn.origin('function');
  if (identity.statements.length === 0 && identity.gaps.length === 0) {
    throw new UserError({
      code: 'session-policy-empty',
      message: `The policy of ${fn.key} allows nothing, so there is none for a session.`,
      hint: 'Without credentials the function may do as much: leave them out.',
      location,
    });
  }
  const [gap] = [...identity.gaps, ...(boundary === undefined ? [] : ['it has a permissions boundary'])];
  if (gap !== undefined) {
    throw new UserError({
      code: 'session-policy-unknown',
      message: `The policy of ${fn.key} can't be made that of a session: ${gap}.`,
      hint: 'Assume the role of the deployed function instead, with `permissions-role: function`.',
      location,
    });
  }
  const packed = packPolicy(identity, bindNames(permissions.environment, environment), account);
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
        hint: 'Assume the role of the deployed function instead, with `permissions-role: function`.',
        location,
      });
  }
}

import { UserError } from '../diagnostics/user-error.js';
import { assumeRole } from './assume-role.js';
import type { Credentials } from './credentials.js';
import type { CredentialsOptions } from './credentials-options.js';
import { resolveOwnCredentials } from './resolve-credentials.js';
import { askForSession } from './session.js';

/** What credentials are narrowed to: a policy, or the role of a deployed function. */
export type Narrowing =
  | { readonly kind: 'policy'; readonly policy: string; readonly sessionName: string }
  | { readonly kind: 'role'; readonly arn: string; readonly sessionName: string };

const defaultRegion = 'us-east-1';

/** How long a role lasts at most that another one has assumed, in seconds. Source: IAM user guide, "Role chaining". */
const longestChained = 3600;

/**
 * The credentials of the run, narrowed: to a policy the role that the caller names, or the keys of a user; or those of another role
 * that they assume.
 * @param find the credentials of the run
 * @throws UserError where there are none, or they can't be narrowed
 */
export async function narrowCredentials(
  narrowing: Narrowing,
  options: CredentialsOptions,
  find: () => Promise<Credentials | undefined>,
): Promise<Credentials> {
  const { request, region = defaultRegion } = options;
  const { role } = request;
  const own = (): Promise<Credentials | undefined> => resolveOwnCredentials(options);
  if (narrowing.kind === 'policy' && role !== undefined) return assumeRole(role, options, own, narrowing.policy);
  const keys = await find();
  if (keys === undefined) throw nothingToNarrow();
  const longest = keys.sessionToken === undefined ? Number.POSITIVE_INFINITY : longestChained;
  const duration =
    role?.durationSeconds === undefined ? {} : { durationSeconds: Math.min(role.durationSeconds, longest) };
  if (narrowing.kind === 'role') {
    const { arn, sessionName } = narrowing;
    return askForSession(
      { request: { kind: 'role', arn, sessionName, ...duration }, keys, region, isOfFunction: true },
      options,
    );
  }
  if (keys.sessionToken !== undefined) throw temporary();
  const { policy, sessionName } = narrowing;
  // AWS STS API reference, "GetFederationToken": a name has at most 32 characters.
  const name = sessionName.slice(0, 32);
  return askForSession({ request: { kind: 'federation', sessionName: name, policy }, keys, region }, options);
}

function nothingToNarrow(): UserError {
  return new UserError({
    code: 'credentials-none-to-narrow',
    message: "`permissions: assume` narrows credentials to the function's own policy, and there are none.",
    hint: 'Give credentials, or name a role in `role-to-assume`. Without AWS, `permissions: audit` judges the calls that stubs and recordings answer.',
  });
}

function temporary(): UserError {
  return new UserError({
    code: 'credentials-temporary',
    message:
      '`permissions: assume` has temporary credentials, which AWS STS narrows only by way of a role, and none is named.',
    hint: "Name the role in `role-to-assume` in place of the step that assumed it, or assume the function's own role with `permissions-role: function`.",
  });
}
